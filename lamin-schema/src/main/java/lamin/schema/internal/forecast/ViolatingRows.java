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
 * Rows that do not fit what a migration asks of them: it cannot run before they are fixed.
 *
 * @param table as the database calls it before
 * @param object what asks: a column, or the columns or the expression of a key or check
 * @param problem a sentence without its full stop
 * @param samples a few of the values, cut where they are long
 */
public record ViolatingRows(
        Script script, Demand demand, TableName table, String object, long rows, String problem, List<String> samples) {
    public ViolatingRows {
        samples = List.copyOf(samples);
    }

    /** What is asked of rows. */
    public enum Demand {
        TYPE("fix the values, or state how to convert them: op.alterColumn(...).using(\"SQL\")"),
        NOT_NULL("give the column a default, or state what to write there: .fill(\"SQL\")"),
        UNIQUE("fix or delete the duplicate rows"),
        CHECK("fix or delete the rows that break the check"),
        FOREIGN_KEY("fix or delete the rows that point nowhere");

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

    /** What makes it fit. */
    public Advice remedy() {
        return new Advice(demand.remedy);
    }

    /** Refuses if there are any. */
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
