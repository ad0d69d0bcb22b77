package lamin.graph.schema;

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
import lamin.graph.picture.Box;
import lamin.graph.picture.Edge;
import lamin.graph.picture.Edge.End;
import lamin.graph.picture.Edge.Ending;
import lamin.graph.picture.Group;
import lamin.graph.picture.Picture;
import lamin.graph.picture.Picture.Notation;
import lamin.graph.picture.Row;
import lamin.graph.picture.Row.Mark;
import lamin.schema.model.Column;
import lamin.schema.model.Constraint.ForeignKey;
import lamin.schema.model.SchemaModel;
import lamin.schema.model.Table;
import lamin.schema.model.TableName;

/**
 * Selects the parts of a model that a picture shows. Hubs and common columns are determined in the whole model, so they
 * are the same in the picture of one module.
 */
public final class SchemaPicture {
    private static final String SIGNS =
            "PK primary key · FK foreign key · UQ unique · n:m link table, drawn as a line · type? may be null";

    private final SchemaModel model;
    private final PictureOptions options;
    private final List<LinkTable> links;
    private final Set<TableName> folded;
    private final Set<TableName> hubs;
    private final Map<TableName, Table> shown = new TreeMap<>();
    private final CommonColumns common;

    public static Picture of(SchemaModel model, PictureOptions options) {
        return new SchemaPicture(model, options).build();
    }

    private SchemaPicture(SchemaModel model, PictureOptions options) {
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

    private Picture build() {
        var boxes = shown.values().stream().map(this::box).toList();
        var byTable = boxes.stream().collect(Collectors.toMap(Box::id, Function.identity()));
        var edges = Stream.concat(
                        shown.values().stream().filter(options::shows).flatMap(table -> foreignKeys(table, byTable)),
                        drawnLinks().map(link -> edge(link, byTable)))
                .toList();
        var title = options.title().isEmpty() ? "Schema" : options.title();
        return new Picture("schema", title, Notation.ENTITY_RELATIONSHIP, groups(), boxes, edges, legend());
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

    private List<String> legend() {
        var texts = new ArrayList<String>();
        texts.add(SIGNS);
        if (!hubs.isEmpty()) {
            texts.add("→ names the target where no line is drawn: so much points to "
                    + hubs.stream().map(this::title).collect(Collectors.joining(", "))
                    + " that lines would hide the rest.");
        }
        if (!common.rows().isEmpty()) {
            texts.add("Common columns, of most tables: "
                    + common.rows().stream().map(SchemaPicture::text).collect(Collectors.joining(" · ")));
        }
        return texts;
    }

    private static String text(Row row) {
        return (row.name() + " " + row.typeText() + " " + row.targetText()).strip();
    }

    /** Core has the first colour; the other modules follow in order of their names. */
    private List<Group> groups() {
        var modules = shown.values().stream().map(Table::module).collect(Collectors.toCollection(TreeSet::new));
        var groups = new ArrayList<Group>();
        int next = 1;
        for (var module : modules) {
            var colour = module.equals("core") ? 0 : module.isEmpty() ? Group.GREY : next++;
            var title = (module + " " + options.versions().getOrDefault(module, "")).strip();
            groups.add(new Group(module, module.isEmpty() ? "no module" : title, count(module), colour));
        }
        return groups;
    }

    /** The number of the module's tables in the picture. */
    private String count(String module) {
        var boxes = shown.values().stream()
                .filter(table -> table.module().equals(module))
                .count();
        var lines = shownLinks()
                .filter(link -> link.table().module().equals(module))
                .count();
        var tables = model.ofModule(module).tables().size();
        var all = tables == 1 ? "1 table" : tables + " tables";
        if (boxes + lines < tables) {
            return boxes + " of " + all;
        }
        return lines == 0 ? all : all + ", " + lines + " as lines";
    }

    private Box box(Table table) {
        var stub = !options.shows(table);
        var columns = columnRows(table);
        var rows = new ArrayList<>(stub ? ends(table, columns) : common.without(columns));
        shownLinks()
                .filter(link -> link.from().target().equals(table.name()))
                .map(this::row)
                .forEach(rows::add);
        var name = table.name().toString();
        var note = stub ? "" : common.note(columns);
        return new Box(name, table.module(), title(table.name()), name, stub, rows, note);
    }

    /** The rows of a table of another module at which edges of the shown modules end. */
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

    /** No line is drawn to hubs and to tables that are not in the picture. */
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

    private Stream<Edge> foreignKeys(Table table, Map<String, Box> boxes) {
        return table.foreignKeys().stream().filter(key -> !isTold(key.target())).map(key -> edge(table, key, boxes));
    }

    private Edge edge(Table table, ForeignKey key, Map<String, Box> boxes) {
        var column = key.columns().getFirst();
        var nullable = table.column(column).map(Column::nullable).orElse(true);
        var single = isUnique(table, column) || List.of(column).equals(primaryKey(table));
        var from = end(boxes, table.name(), column, single ? Ending.ZERO_OR_ONE : Ending.MANY);
        var to = end(boxes, key.target(), key.targetColumns().getFirst(), nullable ? Ending.ZERO_OR_ONE : Ending.ONE);
        return new Edge(key.nameIn(table.name()), table.module(), from, to, false);
    }

    private static Edge edge(LinkTable link, Map<String, Box> boxes) {
        var from = end(boxes, link.from().target(), localName(link.table()), Ending.MANY);
        var to = new End(link.to().target().toString(), End.TITLE, Ending.MANY);
        return new Edge(link.table().name().flat(), link.table().module(), from, to, true);
    }

    private static End end(Map<String, Box> boxes, TableName table, String row, Ending ending) {
        var box = Objects.requireNonNull(boxes.get(table.toString()), () -> "no box for " + table);
        return new End(box.id(), box.row(row).orElse(End.TITLE), ending);
    }

    private static List<String> primaryKey(Table table) {
        var key = table.primaryKey();
        return key == null ? List.of() : key.columns();
    }

    /** The link table's name without the module, as in SQL: {@code artifactulabel}. */
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
