package lamin.dataset;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import lamin.annotation.FeatureLabels;
import lamin.artifact.StoredArtifact;
import lamin.dataset.StoredSchema.Member;
import lamin.dataset.StoredSchema.Rules;
import lamin.feature.FeatureDraft;
import lamin.feature.FeatureTable;
import lamin.feature.StoredFeature;
import lamin.instance.Query;
import lamin.label.StoredLabel;
import lamin.record.RecordStore;
import lamin.record.RecordWriter;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.Remedy.Advice;
import lamin.tablefile.TableFile;

/** Validates tables with schemas, and drafts schemas from tables. */
public final class Validation {
    private static final int MOST_KEPT = 10_000;

    private final RecordStore store;

    public Validation(RecordStore store) {
        this.store = store;
    }

    /**
     * Checks a file, whose name says which format it has. The first ten thousand violations are kept, the others counted.
     *
     * @throws LaminException with {@code USAGE} if it is not a table, with {@code FAILURE} if it cannot be read or the
     *     schema is not one of features
     */
    public ValidatedTable check(Path file, StoredSchema schema) {
        return check(TableFile.at(file), schema);
    }

    public ValidatedTable check(TableFile table, StoredSchema schema) {
        return store.read(connection -> new TableCheck(new Query(connection), table, schema, MOST_KEPT).run());
    }

    /**
     * Records that an artifact's table obeys a schema: the schema, that of its columns, the number of observations and its
     * labels.
     *
     * @throws LaminException with {@code REFUSED} if the table breaks the schema
     */
    public void record(StoredArtifact artifact, ValidatedTable table) {
        store.write(writer -> record(writer, artifact, table));
    }

    /** The same in a transaction that saves the artifact. */
    public static boolean record(RecordWriter writer, StoredArtifact artifact, ValidatedTable table)
            throws SQLException {
        requireValid(table);
        new ValidationRecord(writer, artifact, table).write();
        return true;
    }

    /** Creates labels for the unknown values of categorical columns, and returns them. */
    public List<StoredLabel> createLabels(ValidatedTable table) {
        return store.write(writer -> {
            var created = new ArrayList<StoredLabel>();
            for (var unknown : table.unknown().entrySet()) {
                var labels = new FeatureLabels(writer.query(), unknown.getKey());
                for (var text : unknown.getValue()) {
                    created.add(labels.create(writer, text));
                }
            }
            return created;
        });
    }

    /** Fails with the first violations if the table breaks its schema. */
    public static void requireValid(ValidatedTable table) {
        if (!table.isValid()) {
            throw new LaminException(ErrorCode.REFUSED, message(table));
        }
    }

    private static String message(ValidatedTable table) {
        var lines = new ArrayList<String>();
        lines.add(
                table.file().getFileName() + " breaks schema " + table.schema().label() + " in "
                        + table.violationCount() + (table.violationCount() == 1 ? " place" : " places"));
        table.violations().stream().limit(3).map(Violation::toString).forEach(lines::add);
        return String.join("\n", lines);
    }

    /**
     * Proposes a feature for each column of a table; those of known names keep their types.
     *
     * @throws LaminException with {@code USAGE} if columns have no names, the same name or a type that no feature has
     */
    public List<ColumnDraft> draft(TableFile table) {
        var guesses = guesses(table).stream()
                .filter(guess -> !guess.column().isIndex())
                .toList();
        requireNames(guesses);
        return store.read(connection -> columns(new FeatureTable(new Query(connection)), guesses));
    }

    private static List<ColumnGuess> guesses(TableFile table) {
        try (var rows = table.open()) {
            var guesses = rows.columns().stream().map(ColumnGuess::new).toList();
            for (var row = rows.next(); row != null; row = rows.next()) {
                for (int i = 0; i < Math.min(row.size(), guesses.size()); i++) {
                    guesses.get(i).add(row.cell(i));
                }
            }
            return guesses;
        }
    }

    private static void requireNames(List<ColumnGuess> guesses) {
        var seen = new HashSet<String>();
        for (var guess : guesses) {
            var name = guess.column().name();
            if (name.isBlank() || !seen.add(name)) {
                throw new LaminException(
                        ErrorCode.USAGE,
                        name.isBlank() ? "a column has no name" : "two columns are called " + name,
                        new Advice("correct the names of the columns"));
            }
        }
    }

    private static List<ColumnDraft> columns(FeatureTable features, List<ColumnGuess> guesses) throws SQLException {
        var columns = new ArrayList<ColumnDraft>();
        var impossible = new ArrayList<String>();
        for (var guess : guesses) {
            var name = guess.column().name();
            Optional<StoredFeature> known = features.named(name);
            var dtype = known.map(StoredFeature::dtype).or(guess::type);
            dtype.ifPresentOrElse(
                    type -> columns.add(new ColumnDraft(name, type, known.isPresent(), guess.hasMissing())),
                    () -> impossible.add(name + " (" + guess.column().type() + ")"));
        }
        if (!impossible.isEmpty()) {
            throw new LaminException(
                    ErrorCode.USAGE,
                    "features have no type for the values of these columns: " + String.join(", ", impossible),
                    new Advice("write the table without these columns, or with types that features have"),
                    new Advice("create features of these names with the type object, which accepts all values"));
        }
        return columns;
    }

    /** Creates a schema of these columns, all of them required, with the features that are missing. */
    public StoredSchema create(String name, List<ColumnDraft> columns) {
        if (columns.isEmpty()) {
            throw new LaminException(ErrorCode.USAGE, "the table has no columns");
        }
        return store.write(writer -> {
            var members = new ArrayList<Member>();
            for (var column : columns) {
                var known = new FeatureTable(writer.query()).named(column.name());
                members.add(new Member(
                        known.isPresent()
                                ? known.get()
                                : FeatureTable.create(writer, FeatureDraft.of(column.name(), column.dtype())),
                        false));
            }
            return SchemaTable.create(writer, new SchemaDraft(name, members, Rules.USUAL), members.size());
        });
    }
}
