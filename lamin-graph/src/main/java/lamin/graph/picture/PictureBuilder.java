package lamin.graph.picture;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lamin.graph.picture.Edge.End;
import lamin.graph.picture.Edge.Multiplicity;
import lamin.graph.picture.Row.Mark;
import lamin.schema.model.Column;
import lamin.schema.model.Constraint.ForeignKey;
import lamin.schema.model.SchemaModel;
import lamin.schema.model.Table;
import lamin.schema.model.TableName;

/**
 * Decides what of a model a picture shows. Hubs and common columns are found in the whole model, so they are the same in
 * the picture of one module.
 */
final class PictureBuilder {
    private final SchemaModel model;
    private final PictureOptions options;
    private final List<LinkTable> links;
    private final Set<TableName> folded;
    private final Set<TableName> hubs;
    private final Map<TableName, Table> shown = new TreeMap<>();
    private final CommonColumns common;

    PictureBuilder(SchemaModel model, PictureOptions options) {
        this.model = model;
        this.options = options;
        this.links = options.linkTables() ? List.of() : LinkTable.of(model);
        this.folded = links.stream().map(link -> link.table().name()).collect(Collectors.toSet());
        this.hubs = hubs();
        own().forEach(table -> shown.put(table.name(), table));
        stubs().forEach(table -> shown.putIfAbsent(table.name(), table));
        this.common = options.commonColumns()
                ? CommonColumns.NONE
                : CommonColumns.of(drawable().map(this::columnRows).toList());
    }

    Picture build() {
        var boxes = shown.values().stream().map(this::box).toList();
        var byTable = boxes.stream().collect(Collectors.toMap(Box::table, Function.identity()));
        var edges = Stream.concat(
                        shown.values().stream().filter(options::shows).flatMap(table -> foreignKeys(table, byTable)),
                        drawnLinks().map(link -> edge(link, byTable)))
                .toList();
        var hubTitles = hubs.stream().map(this::title).toList();
        return new Picture(options.title(), groups(), boxes, edges, common.rows(), hubTitles);
    }

    private Stream<Table> drawable() {
        return model.tables().stream().filter(table -> !folded.contains(table.name()));
    }

    private Stream<Table> own() {
        return drawable().filter(options::shows);
    }

    /** The tables of other modules at which an edge of a shown module ends. */
    private Collection<Table> stubs() {
        var names = new TreeSet<TableName>();
        own().flatMap(table -> table.foreignKeys().stream())
                .map(ForeignKey::target)
                .filter(target -> !hubs.contains(target))
                .forEach(names::add);
        shownLinks().forEach(link -> {
            names.add(link.from().target());
            if (!hubs.contains(link.to().target())) {
                names.add(link.to().target());
            }
        });
        return names.stream().flatMap(name -> model.table(name).stream()).toList();
    }

    private Set<TableName> hubs() {
        var incoming = drawable()
                .flatMap(table -> table.foreignKeys().stream()
                        .map(ForeignKey::target)
                        .filter(target -> !target.equals(table.name())))
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
        return incoming.entrySet().stream()
                .filter(entry -> entry.getValue() >= options.hubsFrom())
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private List<Group> groups() {
        var modules = shown.values().stream().map(Table::module).collect(Collectors.toCollection(TreeSet::new));
        return modules.stream().map(this::group).toList();
    }

    private Group group(String module) {
        var boxes = shown.values().stream()
                .filter(table -> table.module().equals(module))
                .count();
        var lines = shownLinks()
                .filter(link -> link.table().module().equals(module))
                .count();
        var version = options.versions().getOrDefault(module, "");
        return new Group(module, version, model.ofModule(module).tables().size(), (int) boxes, (int) lines);
    }

    private Box box(Table table) {
        var stub = !options.shows(table);
        var columns = columnRows(table);
        var rows = new ArrayList<>(stub ? ends(table, columns) : common.without(columns));
        shownLinks()
                .filter(link -> link.from().target().equals(table.name()))
                .map(this::row)
                .forEach(rows::add);
        return new Box(table.name(), table.module(), title(table.name()), stub, rows, stub ? "" : common.note(columns));
    }

    /** Of a table of another module, the rows at which edges of the shown modules end. */
    private List<Row> ends(Table table, List<Row> columns) {
        var names = own().flatMap(own -> own.foreignKeys().stream())
                .filter(key -> key.target().equals(table.name()))
                .map(key -> key.targetColumns().getFirst())
                .collect(Collectors.toSet());
        return columns.stream().filter(row -> names.contains(row.name())).toList();
    }

    private List<Row> columnRows(Table table) {
        return table.columns().stream()
                .sorted(Comparator.comparing(column -> !table.isPrimaryKey(column.name())))
                .map(column -> row(table, column))
                .toList();
    }

    private Row row(Table table, Column column) {
        var marks = EnumSet.noneOf(Mark.class);
        var key = keyOf(table, column.name());
        if (table.isPrimaryKey(column.name())) {
            marks.add(Mark.PRIMARY);
        } else if (isUnique(table, column.name())) {
            marks.add(Mark.UNIQUE);
        }
        key.ifPresent(ignored -> marks.add(Mark.FOREIGN));
        var target = key.map(ForeignKey::target)
                .filter(this::isTold)
                .map(this::title)
                .orElse("");
        return new Row(column.name(), column.type().display(), column.nullable(), marks, target);
    }

    private Row row(LinkTable link) {
        var target = link.to().target();
        return new Row(localName(link.table()), "", false, EnumSet.of(Mark.LINK), isTold(target) ? title(target) : "");
    }

    /** No line goes to hubs and to tables that are not there. */
    private boolean isTold(TableName target) {
        return hubs.contains(target) || model.table(target).isEmpty();
    }

    private static Optional<ForeignKey> keyOf(Table table, String column) {
        return table.foreignKeys().stream()
                .filter(key -> key.columns().getFirst().equals(column))
                .findFirst();
    }

    private static boolean isUnique(Table table, String column) {
        return Stream.concat(
                        table.uniques().stream().map(unique -> unique.columns()),
                        table.indexes().stream()
                                .filter(index -> index.unique() && index.where() == null)
                                .filter(index ->
                                        index.columns().size() == index.keys().size())
                                .map(index -> index.columns()))
                .anyMatch(List.of(column)::equals);
    }

    private Stream<LinkTable> shownLinks() {
        return links.stream().filter(link -> options.shows(link.table()));
    }

    private Stream<LinkTable> drawnLinks() {
        return shownLinks().filter(link -> !isTold(link.to().target()));
    }

    private Stream<Edge> foreignKeys(Table table, Map<TableName, Box> boxes) {
        return table.foreignKeys().stream().filter(key -> !isTold(key.target())).map(key -> edge(table, key, boxes));
    }

    private Edge edge(Table table, ForeignKey key, Map<TableName, Box> boxes) {
        var column = key.columns().getFirst();
        var nullable = table.column(column).map(Column::nullable).orElse(true);
        var single = isUnique(table, column) || List.of(column).equals(primaryKey(table));
        var from = end(boxes, table.name(), column, single ? Multiplicity.ZERO_OR_ONE : Multiplicity.MANY);
        var to = end(
                boxes,
                key.target(),
                key.targetColumns().getFirst(),
                nullable ? Multiplicity.ZERO_OR_ONE : Multiplicity.ONE);
        return new Edge(key.nameIn(table.name()), table.module(), from, to, false);
    }

    private static Edge edge(LinkTable link, Map<TableName, Box> boxes) {
        var from = end(boxes, link.from().target(), localName(link.table()), Multiplicity.MANY);
        var to = new End(link.to().target(), End.TITLE, Multiplicity.MANY);
        return new Edge(link.table().name().flat(), link.table().module(), from, to, true);
    }

    private static End end(Map<TableName, Box> boxes, TableName table, String row, Multiplicity multiplicity) {
        var box = Objects.requireNonNull(boxes.get(table), () -> "no box for " + table);
        return new End(table, box.row(row).orElse(End.TITLE), multiplicity);
    }

    private static List<String> primaryKey(Table table) {
        var key = table.primaryKey();
        return key == null ? List.of() : key.columns();
    }

    /** The link table's name without the module, as SQL has it: {@code artifactulabel}. */
    private static String localName(Table table) {
        var flat = table.name().flat();
        var entity = Table.impliedEntity(table.name(), table.module());
        return entity.equals(flat) ? flat.substring(flat.indexOf('_') + 1) : entity;
    }

    private String title(TableName name) {
        return model.table(name)
                .map(Table::entity)
                .filter(entity -> !entity.isEmpty())
                .orElse(name.flat());
    }
}
