package lamin.schema.internal.sql;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The words that must be quoted to be used as column names, in PostgreSQL or in SQLite. Source: the keywords that each
 * documents as reserved.
 */
public final class Keywords {
    private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_$]*");

    private static final Set<String> RESERVED = Set.of("""
            add all alter analyse analyze and any array as asc asymmetric authorization autoincrement between binary both
            case cast check collate collation column commit concurrently constraint create cross current_catalog
            current_date current_role current_schema current_time current_timestamp current_user default deferrable delete
            desc distinct do drop else end escape except exists false fetch for foreign freeze from full grant group having
            ilike in index initially inner insert intersect into is isnull join lateral leading left like limit localtime
            localtimestamp natural not nothing notnull null offset on only or order outer overlaps placing primary
            references returning right select session_user set similar some symmetric system_user table tablesample then to
            trailing transaction true union unique update user using values variadic verbose when where window with""".split("\\s+"));

    private Keywords() {}

    static boolean isReserved(String word) {
        return RESERVED.contains(word.toLowerCase(Locale.ROOT));
    }

    /** PostgreSQL folds unquoted names to lower case. */
    public static boolean mustBeQuoted(String name) {
        return !PLAIN.matcher(name).matches() || isReserved(name);
    }
}
