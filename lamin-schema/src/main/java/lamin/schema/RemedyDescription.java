package lamin.schema;

import java.util.stream.Collectors;
import lamin.schema.Remedy.Advice;
import lamin.schema.Remedy.AllowDrop;
import lamin.schema.Remedy.AllowInput;
import lamin.schema.Remedy.CheckDatabase;
import lamin.schema.Remedy.CheckModule;
import lamin.schema.Remedy.ChooseName;
import lamin.schema.Remedy.ChooseStorage;
import lamin.schema.Remedy.Confirm;
import lamin.schema.Remedy.CreateDatabase;
import lamin.schema.Remedy.CreateInstance;
import lamin.schema.Remedy.Decide;
import lamin.schema.Remedy.DeleteInstance;
import lamin.schema.Remedy.DeleteRecord;
import lamin.schema.Remedy.Deploy;
import lamin.schema.Remedy.DeployTo;
import lamin.schema.Remedy.Downgrade;
import lamin.schema.Remedy.Drop;
import lamin.schema.Remedy.DropModule;
import lamin.schema.Remedy.Fill;
import lamin.schema.Remedy.GenerateMigration;
import lamin.schema.Remedy.GoLast;
import lamin.schema.Remedy.InstallModule;
import lamin.schema.Remedy.InstallRelease;
import lamin.schema.Remedy.KeepTables;
import lamin.schema.Remedy.LoadInstance;
import lamin.schema.Remedy.MergeHeads;
import lamin.schema.Remedy.MountModule;
import lamin.schema.Remedy.OfInstance;
import lamin.schema.Remedy.ProtectFile;
import lamin.schema.Remedy.ProvideSource;
import lamin.schema.Remedy.ReadStatus;
import lamin.schema.Remedy.RemoveModule;
import lamin.schema.Remedy.Rename;
import lamin.schema.Remedy.RestoreFile;
import lamin.schema.Remedy.RestoreRecord;
import lamin.schema.Remedy.Retry;
import lamin.schema.Remedy.SaveFile;
import lamin.schema.Remedy.SkipComparison;
import lamin.schema.Remedy.Stamp;
import lamin.schema.Remedy.Steps;

/** Describes remedies in plain English, for logs and for programs without their own wording. */
final class RemedyDescription {
    private RemedyDescription() {}

    static String of(Remedy remedy) {
        return switch (remedy) {
            case Advice(var text) -> text;
            case Steps(var steps) -> steps.stream().map(Remedy::describe).collect(Collectors.joining(", then "));
            case OfInstance(var instance, var wrapped) -> wrapped.describe() + " (instance " + instance + ")";
            case Confirm(var wrapped) -> wrapped.describe() + ", with a confirmation";
            case Retry ignored -> "try again";
            case Decide(var question, var answers) ->
                answers.stream().map(Remedy::describe).collect(Collectors.joining(" or ", question + ": ", ""));
            case Rename(var object, var newName) -> "rename " + object + " to " + newName;
            case Drop(var object) -> "drop " + object;
            case Fill(var column) -> "give a value for " + column;
            case GoLast(var head) -> "let " + head + " follow the other branch";
            case Deploy ignored -> "deploy the pending migrations";
            case DeployTo(var target) -> "deploy up to " + target;
            case Downgrade(var target) -> "go back to " + target;
            case AllowDrop(var run, var names) ->
                run.describe() + ", allowing the loss of " + String.join(", ", names) + " (Deployer.allowingDrops)";
            case ReadStatus ignored -> "read from the ledger which migrations are applied";
            case CheckModule ignored -> "check the module";
            case CheckDatabase ignored -> "compare the live tables with the migrations";
            case Stamp(var accepts) ->
                "take over the existing tables (Deployer.stamp)" + (accepts ? ", accepting the differences" : "");
            case MergeHeads ignored -> "make one chain of the heads";
            case GenerateMigration ignored -> "write a new migration script";
            case InstallModule(var module, var version, var ignored, var replaces) ->
                "add lnschema-" + module + (version == null ? "" : " " + version)
                        + " to the dependencies of the program"
                        + (replaces ? " in place of the one that is installed" : "");
            case InstallRelease(var module, var version) ->
                "add io.github.lamin4j:lnschema-" + module
                        + (version == null ? ", the build that was deployed," : " " + version + " or later")
                        + " to the dependencies of the program";
            case MountModule(var module) -> "mount module " + module;
            case RemoveModule(var module) -> "remove module " + module;
            case DropModule(var module, var tables) ->
                "remove module " + module + " with its tables"
                        + (tables.isEmpty() ? "" : ", allowing the loss of " + String.join(", ", tables));
            case CreateInstance ignored -> "create an instance";
            case LoadInstance ignored -> "load an instance";
            case DeleteInstance(var instance, var leavesFiles) ->
                "delete the instance" + (instance == null ? "" : " " + instance)
                        + (leavesFiles ? " and leave its data files" : "");
            case ChooseName ignored -> "choose another name for the instance";
            case ChooseStorage ignored -> "choose another storage folder";
            case KeepTables ignored -> "create the instance on the existing tables";
            case CreateDatabase ignored -> "create the database as well";
            case ProtectFile(var file) -> "let only its owner read " + file;
            case RestoreFile(var file, var companions) ->
                (companions.isEmpty() ? "" : "move " + String.join(" and ", companions) + " away, then ") + "restore "
                        + file + " from a copy";
            case RestoreRecord(var registry, var uid) -> "restore " + registry + " " + uid + " from the trash";
            case DeleteRecord(var registry, var uid) -> "delete " + registry + " " + uid + " permanently";
            case AllowInput(var registry, var uid) ->
                "delete " + registry + " " + uid + " permanently, naming it as an input that may go";
            case ProvideSource(var file, var folder, var url) ->
                "save " + (url == null ? "the file of the source" : url) + " in " + folder + ", a table as " + file;
            case SaveFile(var path) -> "save " + path + " as an artifact";
            case SkipComparison(var usable) ->
                "open the instance without comparing it with the code; usable then: " + usable;
        };
    }
}
