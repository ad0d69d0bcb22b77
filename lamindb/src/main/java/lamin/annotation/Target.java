package lamin.annotation;

import java.sql.SQLException;
import java.util.Locale;
import lamin.instance.Query;
import lamin.label.RegistryName;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;

/** What is annotated. */
public record Target(Kind kind, long id, String uid) {

    /** The registries of core whose records can be annotated. */
    public enum Kind {
        ARTIFACT,
        RUN,
        COLLECTION;

        /** Its name in the names of tables and columns. */
        String columnName() {
            return name().toLowerCase(Locale.ROOT);
        }

        String idColumn() {
            return columnName() + "_id";
        }

        /** The table of its plain values. */
        String valueTable() {
            return "lamindb_" + columnName() + "jsonvalue";
        }

        /** Whether a table has the name of one that links records of this kind to those of some registry. */
        boolean isLinkTable(String table) {
            int start = table.indexOf("_" + columnName());
            return start > 0 && table.length() > start + 1 + columnName().length();
        }

        String linkTable(RegistryName registry) {
            return registry.linkTable(columnName());
        }
    }

    /** The run with that uid. */
    public static Target run(Query query, String uid) throws SQLException {
        return query.first("select id from lamindb_run where uid = ?", row -> row.getLong(1), uid)
                .map(id -> new Target(Kind.RUN, id, uid))
                .orElseThrow(() -> new LaminException(ErrorCode.USAGE, "there is no run with the uid " + uid));
    }

    /** The lock under which its annotations are changed. */
    public String lock() {
        return "lamin." + kind.columnName() + "." + id;
    }

    @Override
    public String toString() {
        return kind.columnName() + " " + uid;
    }
}
