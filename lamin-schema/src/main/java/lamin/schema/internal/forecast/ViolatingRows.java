package lamin.schema.internal.forecast;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import lamin.schema.ErrorCode;
import lamin.schema.Facts;
import lamin.schema.LaminException;
import lamin.schema.Remedy.Advice;
import lamin.schema.Remedy.Steps;
import lamin.schema.internal.module.Script;
import lamin.schema.internal.sql.Counted;
import lamin.schema.model.TableName;

/**
 * Rows that violate a requirement of a migration, which cannot run until they are fixed.
 *
 * @param table its name in the database before the migration
 * @param object the source of the requirement: a column, or the columns or the expression of a key or check
 * @param problem a sentence without the full stop
 * @param samples a few of the values, long ones truncated
 */
public record ViolatingRows(
        Script script, Demand demand, TableName table, String object, long rows, String problem, List<String> samples) {
    public ViolatingRows {
        samples = List.copyOf(samples);
    }

    /** The kind of a requirement on rows. */
    public enum Demand {
        TYPE("fix the values, or state how to convert them: op.alterColumn(...).using(\"SQL\")"),
        NOT_NULL("give the column a default, or state what to write there: .fill(\"SQL\")"),
        UNIQUE("fix or delete the duplicate rows"),
        CHECK("fix or delete the rows that break the check"),
        FOREIGN_KEY("fix or delete the rows that refer to missing rows");

        private final String remedy;

        Demand(String remedy) {
            this.remedy = remedy;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public String describe() {
        return problem + Counted.examples(samples);
    }

    /** How to fix the rows. */
    public Advice remedy() {
        return new Advice(demand.remedy);
    }

    /** Throws if there are any such rows. */
    public static void refuse(List<ViolatingRows> unfit) {
        if (!unfit.isEmpty()) {
            throw new LaminException(
                    ErrorCode.REFUSED,
                    unfit.stream().map(ViolatingRows::describe).collect(Collectors.joining("\n"))
                            + "\nnothing was changed",
                    List.of(Steps.all(
                            unfit.stream().map(ViolatingRows::remedy).distinct().toList())),
                    Facts.of(
                                    Facts.Kind.REVISION,
                                    unfit.stream()
                                            .map(row -> row.script().revision())
                                            .toList())
                            .and(
                                    Facts.Kind.TABLE,
                                    unfit.stream()
                                            .map(row -> row.table().toString())
                                            .toList()),
                    null);
        }
    }
}
