package lamin.registry;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lamin.registry.Wanted.Branches;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * Records of a registry that meet conditions. They are read on request, each time. Those in the trash are left out unless a
 * condition on the branch or {@link #inTrash} asks for them.
 */
public final class Selection<E> {
    private static final int PAGE = 1000;

    private final Sessions sessions;
    private final Class<E> entity;
    private final Wanted wanted;

    Selection(Sessions sessions, Class<E> entity, List<Condition> conditions) {
        this(sessions, entity, Wanted.all().and(conditions));
    }

    private Selection(Sessions sessions, Class<E> entity, Wanted wanted) {
        this.sessions = sessions;
        this.entity = entity;
        this.wanted = wanted;
    }

    private Selection<E> with(Wanted other) {
        return new Selection<>(sessions, entity, other);
    }

    /** The records that also meet these conditions. */
    public Selection<E> filter(Condition... more) {
        return with(wanted.and(List.of(more)));
    }

    /** The same ordered by that property, after the properties named before. */
    public Selection<E> orderBy(String property) {
        return with(wanted.and(new Wanted.Sort(property, false)));
    }

    /** Like {@link #orderBy}, in descending order. */
    public Selection<E> orderByDescending(String property) {
        return with(wanted.and(new Wanted.Sort(property, true)));
    }

    /**
     * The records that a text finds in their names, identifiers, synonyms and descriptions, the best ones first; every word
     * of it must occur.
     */
    public Selection<E> search(String text) {
        return with(wanted.withSearch(text));
    }

    /** At most that many. */
    public Selection<E> limit(int most) {
        return with(wanted.withLimit(most));
    }

    /** Without the first ones. */
    public Selection<E> offset(int skipped) {
        return with(wanted.withOffset(skipped));
    }

    /**
     * The records that follow the one with that id in the requested order, for pages: with {@code limit(100).after(id)} of
     * the last record, the next page is as fast as the first, and a record that was added or deleted meanwhile does not shift
     * it. A search, which has an order of its own, needs {@link #offset}.
     *
     * @throws LaminException with {@code USAGE} when it is read, if records are sorted and that one was deleted
     */
    public Selection<E> after(long id) {
        return with(wanted.withAfter(id));
    }

    /** The records in the trash instead of the others. */
    public Selection<E> inTrash() {
        return with(wanted.with(Branches.TRASH));
    }

    /** Also the records in the trash. */
    public Selection<E> withTrash() {
        return with(wanted.with(Branches.ALL));
    }

    /** In the requested order, otherwise ordered by id. */
    public List<E> list() {
        return wanted.search() == null ? sessions.read(this::list) : stream().toList();
    }

    List<E> list(Session session) {
        return criteria(session).list(wanted);
    }

    private SelectionCriteria<E> criteria(Session session) {
        return new SelectionCriteria<>(session, sessions.tables(), entity, sessions.hasTrash(entity));
    }

    /** Like {@link #list}, but no more than a page of records is held, and no connection between two pages. */
    public Stream<E> stream() {
        return pages().flatMap(List::stream);
    }

    /** The records in pages of at most a thousand. */
    private Stream<List<E>> pages() {
        if (wanted.search() != null) {
            return found(wanted.search());
        }
        if (wanted.limit() <= PAGE) {
            return Stream.of(list());
        }
        return wanted.isPlain()
                ? Stream.iterate(after(start()), page -> !page.isEmpty(), page -> after(sessions.id(page.getLast())))
                : withIds(sessions.read(session -> criteria(session).ids(wanted)));
    }

    private @Nullable Object start() {
        var after = wanted.after();
        return after == null ? null : sessions.typed(entity, after);
    }

    private List<E> after(@Nullable Object id) {
        return sessions.read(session -> criteria(session).after(wanted, id, PAGE));
    }

    private Stream<List<E>> withIds(List<?> ids) {
        return Stream.iterate(0, from -> from < ids.size(), from -> from + PAGE)
                .map(from -> ids.subList(from, Math.min(from + PAGE, ids.size())))
                .map(part -> sessions.read(session -> criteria(session).withIds(wanted, part)));
    }

    /** The ranking comes first, then the conditions and the limits apply. */
    private Stream<List<E>> found(String text) {
        var ranked = sessions.read(session -> new EntitySearch(sessions, entity).ids(session, text));
        var limited =
                withIds(ranked).flatMap(List::stream).skip(wanted.offset()).limit(wanted.limit());
        return limited.map(List::of);
    }

    /** The first record in that order, if there is one. */
    public Optional<E> first() {
        return limit(1).stream().findFirst();
    }

    /** The only record; fails if there are none or several. */
    public E one() {
        var found = limit(2).list();
        if (found.size() == 1) {
            return found.getFirst();
        }
        var conditions = wanted.conditions().stream().map(Condition::describe).collect(Collectors.joining(" and "));
        throw new LaminException(
                ErrorCode.USAGE,
                "expected one " + entity.getSimpleName() + ", found " + (found.isEmpty() ? "none" : "several")
                        + (conditions.isEmpty() ? "" : " with " + conditions));
    }

    /** The number of records, ignoring limit, offset and where the selection begins. */
    public long count() {
        return wanted.search() == null
                ? sessions.read(session -> criteria(session).count(wanted))
                : with(wanted.withoutLimits()).stream().count();
    }

    /** The lowest value of a property; empty without values. */
    public Optional<Object> min(String property) {
        return Optional.ofNullable(aggregate(Aggregate.MIN, property));
    }

    /** The highest value of a property; empty without values. */
    public Optional<Object> max(String property) {
        return Optional.ofNullable(aggregate(Aggregate.MAX, property));
    }

    /** The sum of a numeric property; zero without values. */
    public Number sum(String property) {
        return aggregate(Aggregate.SUM, property) instanceof Number number ? number : 0L;
    }

    /** The arithmetic mean of a numeric property; empty without values. */
    public OptionalDouble average(String property) {
        return aggregate(Aggregate.AVERAGE, property) instanceof Number number
                ? OptionalDouble.of(number.doubleValue())
                : OptionalDouble.empty();
    }

    /** Aggregates ignore order, limit, offset and search. */
    private @Nullable Object aggregate(Aggregate aggregate, String property) {
        return sessions.read(session -> Optional.ofNullable(criteria(session).aggregate(wanted, aggregate, property)))
                .orElse(null);
    }

    /** The numbers of records by the value of a property, the most frequent first; null is a value. */
    public SequencedMap<@Nullable Object, Long> countBy(String property) {
        var counts = new LinkedHashMap<@Nullable Object, Long>();
        sessions.read(session -> criteria(session).countBy(wanted, property))
                .forEach(row -> counts.put(row.get(0), row.get(1, Long.class)));
        return counts;
    }

    /** The records by their names. */
    public Lookup<E> lookup() {
        var property = sessions.tables().nameProperty(entity);
        var ids = new LinkedHashMap<String, Long>();
        sessions.read(session -> criteria(session).names(wanted, property))
                .forEach(row -> ids.putIfAbsent(
                        row.get(0, String.class), row.get(1, Number.class).longValue()));
        return new Lookup<>(
                entity.getSimpleName(),
                ids,
                id -> sessions.read(session -> criteria(session)
                                .withIds(Wanted.all().with(Branches.ALL), List.of(sessions.typed(entity, id))))
                        .getFirst());
    }

    /** The conditions in readable form. */
    @Override
    public String toString() {
        return entity.getSimpleName()
                + wanted.conditions().stream()
                        .map(Condition::describe)
                        .collect(Collectors.joining(" and ", " with ", ""));
    }
}
