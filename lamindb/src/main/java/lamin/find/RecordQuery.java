package lamin.find;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import lamin.registry.Condition;
import org.jspecify.annotations.Nullable;

/**
 * Records of any registry that meet conditions, as values of their columns. They are read on request, each time: the newest
 * first, without those in the trash and without old versions, unless something else is asked for.
 */
public final class RecordQuery {
    private static final int PAGE = 1000;
    private static final int SHOWN = 20;

    private final Source source;
    private final QuerySpec spec;

    RecordQuery(Source source, QuerySpec spec) {
        this.source = source;
        this.spec = spec;
    }

    private RecordQuery with(QuerySpec other) {
        return new RecordQuery(source, other);
    }

    /** The records that also meet these conditions. */
    public RecordQuery filter(Condition... more) {
        return with(spec.and(List.of(more)));
    }

    /** The same, with a condition as text: {@code key~counts}, {@code ulabels.name=treated}, {@code size >= 1000}. */
    public RecordQuery filter(String condition) {
        return filter(FilterText.parse(condition));
    }

    /** The records whose column has that value. */
    public RecordQuery filter(String column, @Nullable Object value) {
        return filter(Condition.eq(column, value));
    }

    /** The records that a searched text finds, the best ones first. */
    public RecordQuery search(String text) {
        return with(spec.withSearch(text));
    }

    /** The same ordered by a column, after those named before; with a minus sign in front, in descending order. */
    public RecordQuery orderBy(String column) {
        return with(spec.and(Sort.parse(column)));
    }

    /** At most that many. */
    public RecordQuery limit(long most) {
        return with(spec.withLimit(most));
    }

    /** Without the first ones. */
    public RecordQuery offset(long skipped) {
        return with(spec.withOffset(skipped));
    }

    /** With these columns alone; {@code created_by.handle} and {@code ulabels.name} are columns of other records. */
    public RecordQuery columns(String... paths) {
        return with(spec.withColumns(List.of(paths)));
    }

    /** With records that are not the latest version. */
    public RecordQuery allVersions() {
        return with(spec.withAllVersions());
    }

    /** The records in the trash instead of the others. */
    public RecordQuery inTrash() {
        return with(spec.withTrash());
    }

    /** The records. */
    public Records list() {
        return run((query, connection) -> query.page(connection).records());
    }

    private <T> T run(Run<T> run) {
        return source.read((catalog, values) -> run.of(new QuerySql(catalog, values, spec), catalog.connection()));
    }

    /** Something done with a query. */
    @FunctionalInterface
    private interface Run<T> {
        T of(QuerySql query, Connection connection) throws SQLException;
    }

    /** The first one in that order, as a map from the names of its columns. */
    public Optional<Map<String, @Nullable Object>> first() {
        return limit(1).list().maps().stream().findFirst();
    }

    /** The number of records, ignoring the limit. */
    public long count() {
        return run(QuerySql::count);
    }

    /** The records one after the other; no more than a page of them is held, and no connection between two pages. */
    public Stream<Map<String, @Nullable Object>> stream() {
        return pages().flatMap(page -> page.maps().stream());
    }

    /** The records in pages of at most a thousand. */
    public Stream<Records> pages() {
        var query = run((sql, connection) -> sql);
        return spec.isPlain() ? newestFirst(query) : byIds(query, run(QuerySql::ids));
    }

    private Stream<Records> newestFirst(QuerySql query) {
        return Stream.iterate(
                        before(query, null),
                        page -> !page.ids().isEmpty(),
                        page -> page.ids().size() < PAGE
                                ? QuerySql.Page.NONE
                                : before(query, page.ids().getLast()))
                .map(QuerySql.Page::records);
    }

    private QuerySql.Page before(QuerySql query, @Nullable Object id) {
        return source.database().read(connection -> query.before(connection, id, PAGE));
    }

    /** In another order only the ids are read at once. */
    private Stream<Records> byIds(QuerySql query, List<Object> ids) {
        return Stream.iterate(0, from -> from < ids.size(), from -> from + PAGE)
                .map(from -> ids.subList(from, Math.min(from + PAGE, ids.size())))
                .map(part -> source.database()
                        .read(connection -> query.withIds(connection, part).records()));
    }

    /** A table of the first records. */
    @Override
    public String toString() {
        return (spec.limit() == QuerySpec.NO_LIMIT ? limit(SHOWN) : this).list().toString();
    }
}
