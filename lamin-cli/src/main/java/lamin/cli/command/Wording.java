package lamin.cli.command;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lamin.schema.Remedy;
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
import org.jspecify.annotations.Nullable;

/**
 * Words remedies as commands, the only place where this happens.
 *
 * @param instance the instance that the user named, which suggested commands also name; null for the current one
 * @param caller how its users type commands
 */
public record Wording(@Nullable String instance, Caller caller) {
    /** One line; for decisions, one line per question and answer. */
    public List<String> lines(Remedy remedy) {
        if (remedy instanceof Decide(var question, var answers)) {
            return Stream.concat(Stream.of(question), answers.stream().map(answer -> "  " + command(answer)))
                    .toList();
        }
        return remedy instanceof Steps(var steps) && steps.stream().allMatch(Decide.class::isInstance)
                ? steps.stream().flatMap(step -> lines(step).stream()).toList()
                : List.of(line(remedy));
    }

    /** The words and the command. */
    public String line(Remedy remedy) {
        return phrase(remedy).line(caller);
    }

    /** The command alone, or the words if there is none. */
    public String command(Remedy remedy) {
        return phrase(remedy).instruction(caller);
    }

    /** The remedies as JSON values. */
    public List<Map<String, Object>> json(List<? extends Remedy> remedies) {
        return remedies.stream().map(remedy -> phrase(remedy).json(caller)).toList();
    }

    private Phrase phrase(Remedy remedy) {
        return switch (remedy) {
            case Advice(var text) -> Phrase.of("advice", text);
            case Steps(var steps) -> steps(steps);
            case OfInstance(var name, var wrapped) ->
                new Wording(name, caller).phrase(wrapped).with("instance", name);
            case Confirm(var wrapped) ->
                phrase(wrapped).withArguments(List.of("--yes")).with("confirm", true);
            case Retry ignored -> Phrase.of("retry", "run the command again");
            case Decide(var question, var answers) ->
                Phrase.of("decide", question).with("question", question).with("answers", json(answers));
            case Rename(var object, var newName) ->
                Phrase.option("rename", "rename it", "--rename", object + "=" + newName)
                        .with("object", object)
                        .with("new_name", newName);
            case Drop(var object) ->
                Phrase.option("drop", "drop it", "--drop", object).with("object", object);
            case Fill(var column) ->
                Phrase.option("fill", "give a value", "--fill", column + "=SQL").with("column", column);
            case GoLast(var head) ->
                Phrase.option("go-last", "let it go last", "--last", head).with("head", head);
            case Deploy ignored -> invoke("deploy", "deploy", Invocation.onInstance("migrate", "deploy"));
            case DeployTo(var target) ->
                invoke("deploy-to", "deploy up to it", Invocation.onInstance("migrate", "deploy", "--to", target))
                        .with("target", target);
            case Downgrade(var target) ->
                invoke("downgrade", "go back", Invocation.onInstance("migrate", "downgrade", target))
                        .with("target", target);
            case AllowDrop(var run, var names) ->
                phrase(run)
                        .named("allow-drop", names.size() == 1 ? "to drop it anyway" : "to drop them anyway")
                        .withArguments(allowing(names))
                        .with("run", phrase(run).kind())
                        .with("names", names);
            case ReadStatus ignored ->
                invoke("read-status", "see which migrations are applied", Invocation.onInstance("migrate", "status"));
            case CheckModule ignored -> invoke("check-module", "see what is wrong", Invocation.of("migrate", "check"));
            case CheckDatabase ignored ->
                invoke(
                        "check-database",
                        "if somebody changed tables without a migration, see which",
                        Invocation.onInstance("migrate", "check", "--database"));
            case Stamp(var accepts) ->
                invoke(
                                "stamp",
                                accepts ? "to accept the differences" : "take over the existing tables",
                                Invocation.onInstance(
                                        "migrate", "stamp", accepts ? "--accept-differences" : "--verify"))
                        .with("accepts_differences", accepts);
            case MergeHeads ignored -> invoke("merge-heads", "merge the heads", Invocation.of("migrate", "merge"));
            case GenerateMigration ignored ->
                invoke("generate-migration", "first", Invocation.of("migrate", "generate"));
            case InstallModule install -> install(install);
            case InstallRelease(var module, var version) ->
                Phrase.of(
                                "install-release",
                                "install the Lamin4j that brings "
                                        + (version == null
                                                ? "the build of lnschema-" + module + " that was deployed"
                                                : module + " " + version + " or later"))
                        .with("module", module)
                        .withPresent("version", version);
            case MountModule(var module) ->
                invoke("mount-module", "mount it", Invocation.onInstance("module", "add", module, "--mount"))
                        .with("module", module);
            case RemoveModule(var module) ->
                invoke("remove-module", "remove module " + module, Invocation.onInstance("module", "remove", module))
                        .with("module", module);
            case DropModule(var module, var tables) ->
                invoke(
                                "drop-module",
                                "to drop its tables",
                                Invocation.onInstance("module", "remove", module, "--drop")
                                        .and(allowing(tables)))
                        .with("module", module)
                        .with("tables", tables);
            case CreateInstance ignored ->
                invoke("create-instance", "create one", Invocation.of("init", "--storage", "FOLDER"));
            case LoadInstance ignored -> invoke("load-instance", "load one", Invocation.of("load", "NAME"));
            case DeleteInstance(var name, var leavesFiles) -> delete(name, leavesFiles);
            case ChooseName ignored -> Phrase.option("choose-name", "choose another name", "--name", "NAME");
            case ChooseStorage ignored ->
                Phrase.option("choose-storage", "choose another folder", "--storage", "FOLDER");
            case KeepTables ignored ->
                Phrase.option(
                        "keep-tables", "take over the existing tables, by repeating the command with", "--existing");
            case CreateDatabase ignored ->
                Phrase.of("create-database", "to create one, repeat the command without --existing");
            case ProtectFile(var file) -> file("protect-file", "forbid it", file, "chmod", "600", file);
            case RestoreFile(var file, var companions) -> restore(file, companions);
            case RestoreRecord(var registry, var uid) ->
                ofRecord("restore-record", "take it back", registry, uid, "restore", registry, uid);
            case DeleteRecord(var registry, var uid) ->
                ofRecord("delete-record", "delete it for good", registry, uid, "delete", registry, uid, "--permanent");
            case AllowInput(var registry, var uid) ->
                ofRecord(
                        "allow-input",
                        "delete it anyway",
                        registry,
                        uid,
                        "delete",
                        registry,
                        uid,
                        "--permanent",
                        "--allow-input",
                        uid);
            case ProvideSource provide ->
                Phrase.of("provide-source", provide.describe())
                        .with("file", provide.file())
                        .with("folder", provide.folder())
                        .withPresent("url", provide.url());
            case SaveFile(var path) ->
                invoke("save-file", "save it first", Invocation.onInstance("save", path))
                        .with("path", path);
            case SkipComparison(var usable) ->
                Phrase.of(
                                "skip-comparison",
                                "until then lamin info and lamin schema work, with LAMIN_SKIP_MIGRATION=1 also "
                                        + usable)
                        .with("usable", usable);
        };
    }

    private Phrase invoke(String kind, String words, Invocation command) {
        return Phrase.of(kind, words).withCommand(command.named(instance));
    }

    private Phrase ofRecord(String kind, String words, String registry, String uid, String... command) {
        return invoke(kind, words, Invocation.onInstance(command))
                .with("registry", registry)
                .with("uid", uid);
    }

    private static Phrase file(String kind, String words, String file, String... command) {
        return Phrase.of(kind, words + ": " + Invocation.quoted(Stream.of(command)))
                .with("file", file);
    }

    private static Phrase restore(String file, List<String> companions) {
        var commands = Stream.concat(
                companions.stream().map(companion -> Stream.of("mv", companion, companion + ".old")),
                Stream.of(Stream.of("cp", "COPY", file)));
        return Phrase.of(
                        "restore-file",
                        "put a copy in its place: "
                                + commands.map(Invocation::quoted).collect(Collectors.joining(" && ")))
                .with("file", file)
                .with("companions", companions);
    }

    private Phrase steps(List<Remedy> steps) {
        var line = steps.stream().map(this::command).collect(Collectors.joining(", then: ", "first: ", ""));
        return Phrase.of("steps", line).with("steps", json(steps));
    }

    private Phrase install(InstallModule install) {
        var coordinates = install.coordinates();
        var version = install.version();
        boolean isArtifact = version != null && coordinates != null && coordinates.contains(":");
        var command = Invocation.of("module", "add", isArtifact ? coordinates + ":" + version : "WHERE");
        return invoke(
                        "install-module",
                        what(install, isArtifact),
                        install.replaces() ? command.and(List.of("--replace")) : command)
                .with("module", install.module())
                .withPresent("version", version)
                .withPresent("coordinates", coordinates)
                .with("replaces", install.replaces());
    }

    private static String what(InstallModule install, boolean isArtifact) {
        var version = install.version();
        var build = "lnschema-" + install.module() + (version == null ? "" : " " + version);
        if (version == null && install.replaces()) {
            return "install the build of " + build + " that was deployed";
        }
        return "install " + build + (isArtifact ? "" : " from its project, jar or Maven coordinates");
    }

    private Phrase delete(@Nullable String name, boolean leavesFiles) {
        var deleted = name != null ? name : instance != null ? instance : "NAME";
        var command = Invocation.of("delete", deleted);
        return invoke(
                        "delete-instance",
                        leavesFiles ? "to delete the instance and leave them" : "to delete the instance",
                        leavesFiles ? command.and(List.of("--force")) : command)
                .withPresent("instance", name)
                .with("leaves_files", leavesFiles);
    }

    private static List<String> allowing(List<String> names) {
        return names.stream().flatMap(name -> Stream.of("--allow-drop", name)).toList();
    }
}
