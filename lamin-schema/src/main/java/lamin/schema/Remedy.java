package lamin.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something the user can do about a failure or a notice. A remedy carries data, not wording: the command line turns it
 * into commands, a service into its own sentences. {@link #describe()} is a plain description for programs without
 * their own wording.
 *
 * <p>Several remedies of one failure are alternatives, the most likely first; remedies that are all needed are
 * {@link Steps}.
 */
public sealed interface Remedy {

    /** What to do, in plain English; names the Java API where there is a call for it. */
    default String describe() {
        return RemedyDescription.of(this);
    }

    /** Plain advice where no call helps, such as freeing disk space. The library's own advice never names a command. */
    record Advice(String text) implements Remedy {}

    /** Several remedies, applied in order. */
    record Steps(List<Remedy> steps) implements Remedy {
        public Steps {
            steps = List.copyOf(steps);
        }

        public static Steps of(Remedy... steps) {
            return new Steps(List.of(steps));
        }

        /** All of the given remedies, at least one; a single remedy is returned as it is. */
        public static Remedy all(List<? extends Remedy> steps) {
            return steps.size() == 1 ? steps.getFirst() : new Steps(List.copyOf(steps));
        }
    }

    /** A remedy for the instance {@code owner/name}, which is not necessarily the current one. */
    record OfInstance(String instance, Remedy remedy) implements Remedy {}

    /** Repeat the refused call with a confirmation. */
    record Confirm(Remedy remedy) implements Remedy {}

    /** Repeat the same call. */
    record Retry() implements Remedy {}

    /** Answer a question about the scripts with one of these decisions. */
    record Decide(String question, List<Decision> answers) implements Remedy {
        public Decide {
            answers = List.copyOf(answers);
        }
    }

    /** An answer to a question about the scripts. Objects are written {@code table} or {@code table.column}. */
    sealed interface Decision extends Remedy {}

    /** The object was renamed. For a column, the new name is the column name alone. */
    record Rename(String object, String newName) implements Decision {}

    /** The object is dropped with its contents. */
    record Drop(String object) implements Decision {}

    /** Rows without a value in {@code table.column} get a value. */
    record Fill(String column) implements Decision {}

    /** Of two branches, the one with this head follows the other. */
    record GoLast(String head) implements Decision {}

    /** A run of migrations. */
    sealed interface Run extends Remedy {}

    /** Deploy all pending migrations. */
    record Deploy() implements Run {}

    /** Deploy up to a target, {@code REVISION} or {@code MODULE@REVISION}. */
    record DeployTo(String target) implements Run {}

    /** Undo migrations back to a target, {@code REVISION} or {@code MODULE@base}. */
    record Downgrade(String target) implements Run {}

    /** Run the migrations and allow these tables and {@code table.column}s to be dropped with their contents. */
    record AllowDrop(Run run, List<String> names) implements Remedy {
        public AllowDrop {
            names = List.copyOf(names);
        }
    }

    /** Show which migrations the ledger lists as applied. */
    record ReadStatus() implements Remedy {}

    /** Check the module's entities, scripts and head. */
    record CheckModule() implements Remedy {}

    /** Compare the live tables with the result of the migrations. */
    record CheckDatabase() implements Remedy {}

    /** Record existing tables in the ledger as deployed, either as they are or only if they match the migrations. */
    record Stamp(boolean acceptsDifferences) implements Remedy {}

    /** Merge the heads of a module into one chain. */
    record MergeHeads() implements Remedy {}

    /** Write a new, empty migration script. */
    record GenerateMigration() implements Remedy {}

    /**
     * Install the code of a module.
     *
     * @param version null for any version
     * @param coordinates {@code group:artifact}, or the artifact alone; null if unknown
     * @param replaces whether it replaces an installed module
     */
    record InstallModule(
            String module,
            @Nullable String version,
            @Nullable String coordinates,
            boolean replaces) implements Remedy {
        /** The remedy for a module of which only the name is known. */
        public static InstallModule named(String module) {
            return new InstallModule(module, null, null, false);
        }
    }

    /**
     * Install the release of Lamin4j that contains this module.
     *
     * @param version the minimum version; null for the deployed version
     */
    record InstallRelease(String module, @Nullable String version) implements Remedy {}

    /** Mount an installed module. */
    record MountModule(String module) implements Remedy {}

    /** Unmount a module or forget where it is installed; its tables stay. */
    record RemoveModule(String module) implements Remedy {}

    /**
     * Unmount a module and drop its tables.
     *
     * @param tables the tables that may be dropped even though they hold rows
     */
    record DropModule(String module, List<String> tables) implements Remedy {
        public DropModule {
            tables = List.copyOf(tables);
        }
    }

    /** Create an instance. */
    record CreateInstance() implements Remedy {}

    /** Make an existing instance the current one. */
    record LoadInstance() implements Remedy {}

    /**
     * Delete an instance.
     *
     * @param instance {@code owner/name}; null for the instance that the failure concerns
     * @param leavesFiles whether the data files stay in the storage folder
     */
    record DeleteInstance(@Nullable String instance, boolean leavesFiles) implements Remedy {}

    /** Choose another name for the instance. */
    record ChooseName() implements Remedy {}

    /** Choose another storage folder. */
    record ChooseStorage() implements Remedy {}

    /** Create the instance on the existing tables of another tool. */
    record KeepTables() implements Remedy {}

    /** Create the database as well, instead of taking over an existing one. */
    record CreateDatabase() implements Remedy {}

    /** Make a file accessible to its owner only. */
    record ProtectFile(String file) implements Remedy {}

    /**
     * Restore a database file from a copy.
     *
     * @param companions files beside it that belong to the old file and would damage the copy; move them away first
     */
    record RestoreFile(String file, List<String> companions) implements Remedy {
        public RestoreFile {
            companions = List.copyOf(companions);
        }
    }

    /** Take a record back from the trash. */
    record RestoreRecord(String registry, String uid) implements Remedy {}

    /** Delete a record permanently. */
    record DeleteRecord(String registry, String uid) implements Remedy {}

    /** Delete records permanently although runs had them as inputs. */
    record AllowInput(String registry, String uid) implements Remedy {}

    /**
     * Put the file of a public source where it is looked for.
     *
     * @param file the name that it must have
     * @param url where it is published; null if unknown
     */
    record ProvideSource(
            String file, String folder, @Nullable String url) implements Remedy {}

    /** Save a file as an artifact. */
    record SaveFile(String path) implements Remedy {}

    /**
     * Open the instance without comparing it with the code.
     *
     * @param usable what can then be used in addition to the tables that the code and the database share
     */
    record SkipComparison(String usable) implements Remedy {}
}
