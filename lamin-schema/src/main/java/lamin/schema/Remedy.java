package lamin.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something a person can do about a failure or a notice. A remedy is a fact without wording: the command line turns it
 * into commands, a service into sentences of its own. {@link #describe()} is a plain description for programs that have
 * no wording.
 *
 * <p>Several remedies of one failure are alternatives, the most likely first; several that are all needed are {@link Steps}.
 */
public sealed interface Remedy {

    /** What to do in plain English, with the Java API where there is a call for it. */
    default String describe() {
        return RemedyDescription.of(this);
    }

    /** Plain advice where no call helps, such as freeing space on a disk. In libraries it names no command. */
    record Advice(String text) implements Remedy {}

    /** Several remedies, applied one after the other. */
    record Steps(List<Remedy> steps) implements Remedy {
        public Steps {
            steps = List.copyOf(steps);
        }

        public static Steps of(Remedy... steps) {
            return new Steps(List.of(steps));
        }

        /** All of them, of which there is at least one; a single one is itself. */
        public static Remedy all(List<? extends Remedy> steps) {
            return steps.size() == 1 ? steps.getFirst() : new Steps(List.copyOf(steps));
        }
    }

    /** A remedy for the instance {@code owner/name}, which is not necessarily the current one. */
    record OfInstance(String instance, Remedy remedy) implements Remedy {}

    /** The call that was refused, repeated with a confirmation. */
    record Confirm(Remedy remedy) implements Remedy {}

    /** Call the same again. */
    record Retry() implements Remedy {}

    /** Answer a question about the scripts with one of these decisions. */
    record Decide(String question, List<Decision> answers) implements Remedy {
        public Decide {
            answers = List.copyOf(answers);
        }
    }

    /** An answer to a question about the scripts; objects are {@code table} or {@code table.column}. */
    sealed interface Decision extends Remedy {}

    /** The object was renamed; of a column the new name alone. */
    record Rename(String object, String newName) implements Decision {}

    /** The object is dropped with its contents. */
    record Drop(String object) implements Decision {}

    /** A value is given for the rows that have none in {@code table.column}. */
    record Fill(String column) implements Decision {}

    /** Of two branches, the one with this head follows the other. */
    record GoLast(String head) implements Decision {}

    /** A run of migrations. */
    sealed interface Run extends Remedy {}

    /** Deploy all pending migrations. */
    record Deploy() implements Run {}

    /** Deploy up to a target, {@code REVISION} or {@code MODULE@REVISION}. */
    record DeployTo(String target) implements Run {}

    /** Go back to a target, {@code REVISION} or {@code MODULE@base}. */
    record Downgrade(String target) implements Run {}

    /** Run the migrations and let these tables and {@code table.column}s be dropped with their contents. */
    record AllowDrop(Run run, List<String> names) implements Remedy {
        public AllowDrop {
            names = List.copyOf(names);
        }
    }

    /** Read what the ledger says is applied. */
    record ReadStatus() implements Remedy {}

    /** Check the module's entities, scripts and head. */
    record CheckModule() implements Remedy {}

    /** Compare the live tables with what the migrations make. */
    record CheckDatabase() implements Remedy {}

    /** Note existing tables in the ledger as deployed, as they are or only if they agree with the migrations. */
    record Stamp(boolean acceptsDifferences) implements Remedy {}

    /** Make one chain of a module's heads. */
    record MergeHeads() implements Remedy {}

    /** Write a new, empty migration script. */
    record GenerateMigration() implements Remedy {}

    /**
     * Install the code of a module.
     *
     * @param version null for any
     * @param coordinates {@code group:artifact}, or the artifact alone; null where they are unknown
     * @param replaces whether it takes the place of an installed one
     */
    record InstallModule(
            String module,
            @Nullable String version,
            @Nullable String coordinates,
            boolean replaces) implements Remedy {
        /** A module about which nothing but its name is known. */
        public static InstallModule named(String module) {
            return new InstallModule(module, null, null, false);
        }
    }

    /**
     * Install the release of Lamin4j that carries this module.
     *
     * @param version the least that is needed; null for the one that was deployed
     */
    record InstallRelease(String module, @Nullable String version) implements Remedy {}

    /** Mount an installed module. */
    record MountModule(String module) implements Remedy {}

    /** Unmount a module or forget where it is installed; its tables stay. */
    record RemoveModule(String module) implements Remedy {}

    /**
     * Unmount a module and drop its tables.
     *
     * @param tables those that may be dropped although they hold rows
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
     * @param instance {@code owner/name}; null for the one that the failure is about
     * @param leavesFiles data files stay in the storage folder, without an instance
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

    /** Let nobody but its owner read a file. */
    record ProtectFile(String file) implements Remedy {}

    /**
     * Put a copy of a database file in its place.
     *
     * @param companions files beside it that belong to the old file and would damage the copy: they are moved away first
     */
    record RestoreFile(String file, List<String> companions) implements Remedy {
        public RestoreFile {
            companions = List.copyOf(companions);
        }
    }

    /**
     * Open the instance without comparing it with the code.
     *
     * @param usable what can be used then besides the tables that the code and the database share
     */
    record SkipComparison(String usable) implements Remedy {}
}
