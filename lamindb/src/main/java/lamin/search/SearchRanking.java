package lamin.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A search in the text columns of a table, as SQL: every word must occur in some column. Names count more than
 * descriptions; an equal text more than one that begins with the searched one, then a word that begins with it, then any
 * other place. Case is ignored as far as the database can.
 *
 * @param names the columns that name a record, as SQL expressions; the first one is the record's title
 * @param texts the columns that describe it, such as synonyms
 * @param like the operator of the database that compares with a pattern and ignores case
 * @param text the searched text
 */
public record SearchRanking(List<String> names, List<String> texts, String like, String text) {
    private static final List<String> NAMES =
            List.of("name", "key", "title", "handle", "symbol", "abbr", "ontology_id", "uid");
    private static final List<String> TEXTS = List.of("synonyms", "description");

    public SearchRanking {
        names = List.copyOf(names);
        texts = List.copyOf(texts);
        text = text.strip();
    }

    /**
     * A search in those columns of a table that name or describe a record.
     *
     * @param prefix of the columns, such as {@code t0.}
     */
    public static SearchRanking of(Collection<String> columns, String prefix, String like, String text) {
        return new SearchRanking(present(NAMES, columns, prefix), present(TEXTS, columns, prefix), like, text);
    }

    private static List<String> present(List<String> wanted, Collection<String> columns, String prefix) {
        return wanted.stream()
                .filter(columns::contains)
                .map(column -> prefix + '"' + column + '"')
                .toList();
    }

    /** SQL with a parameter for each {@code ?}. */
    public record Fragment(String sql, List<String> parameters) {
        public Fragment {
            parameters = List.copyOf(parameters);
        }
    }

    /** The condition on a record. */
    public Fragment condition() {
        var parts = Stream.of(text.split("\\s+")).map(this::occurs).toList();
        return joined(parts, " and ", "(", ")");
    }

    private Fragment occurs(String word) {
        return anyLike(Stream.concat(names.stream(), texts.stream()).toList(), "%" + escaped(word) + "%");
    }

    /** The order: by rank, then the records with the shortest names. */
    public Fragment order() {
        var rank = rank();
        var title = names.isEmpty() ? "''" : "coalesce(" + String.join(", ", names) + ", '')";
        return new Fragment(rank.sql() + ", length(" + title + ")", rank.parameters());
    }

    /** A number that is lower for better records. */
    private Fragment rank() {
        var begin = escaped(text) + "%";
        var cases = List.of(
                any(names, "lower(%s) = ?", text.toLowerCase(Locale.ROOT)),
                any(texts, "lower(%s) = ?", text.toLowerCase(Locale.ROOT)),
                anyLike(names, begin),
                anyLike(texts, begin),
                wordBegins(names, begin),
                wordBegins(texts, begin),
                anyLike(names, "%" + begin),
                anyLike(texts, "%" + begin));
        var sql = new StringBuilder("case");
        var parameters = new ArrayList<String>();
        for (int i = 0; i < cases.size(); i++) {
            sql.append(" when ").append(cases.get(i).sql()).append(" then ").append(i);
            parameters.addAll(cases.get(i).parameters());
        }
        return new Fragment(
                sql.append(" else ").append(cases.size()).append(" end").toString(), parameters);
    }

    /** Words of names are separated by spaces, and those of keys, identifiers and synonyms by other characters. */
    private Fragment wordBegins(List<String> columns, String begin) {
        var parts = Stream.of("% ", "%/", "%-", "%\\_", "%|", "%.", "%:")
                .map(separator -> anyLike(columns, separator + begin))
                .toList();
        return joined(parts, " or ", "(", ")");
    }

    private Fragment anyLike(List<String> columns, String pattern) {
        return any(columns, "%s " + like + " ? escape '\\'", pattern);
    }

    private static Fragment any(List<String> columns, String test, String parameter) {
        var parts = columns.stream()
                .map(column -> new Fragment(test.replace("%s", column), List.of(parameter)))
                .toList();
        return parts.isEmpty() ? new Fragment("1 = 0", List.of()) : joined(parts, " or ", "(", ")");
    }

    private static Fragment joined(List<Fragment> parts, String between, String before, String after) {
        return new Fragment(
                parts.stream().map(Fragment::sql).collect(Collectors.joining(between, before, after)),
                parts.stream().flatMap(part -> part.parameters().stream()).toList());
    }

    /** The text as a pattern that matches nothing else, for {@code escape '\'}. */
    public static String escaped(String text) {
        return text.replaceAll("([\\\\%_])", "\\\\$1");
    }
}
