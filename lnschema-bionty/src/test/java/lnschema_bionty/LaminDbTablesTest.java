package lnschema_bionty;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.persistence.Entity;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import lamin.entities.EntityModelReader;
import lamin.entities.ModuleEntities;
import lamin.schema.model.Column;
import lamin.schema.model.Constraint.ForeignKey;
import lamin.schema.model.Constraint.OnDelete;
import lamin.schema.model.Index;
import lamin.schema.model.SchemaModel;
import lamin.schema.model.Table;
import lamin.schema.model.TableName;
import lnschema_core.Artifact;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The tables of core and bionty are those of LaminDB 2.12.1, whose facts stand in a resource. */
class LaminDbTablesTest {
    private static SchemaModel schema = SchemaModel.EMPTY;

    @BeforeAll
    static void readEntities() throws IOException, URISyntaxException {
        schema = EntityModelReader.read(List.of(
                        new ModuleEntities("core", "lamindb", entitiesBeside(Artifact.class)),
                        new ModuleEntities("bionty", "bionty", entitiesBeside(CellType.class))))
                .schema();
    }

    @Test
    void there_are_all_tables_and_no_others() throws IOException {
        assertThat(schema.byName().keySet())
                .containsExactlyInAnyOrderElementsOf(
                        facts().map(facts -> TableName.of(facts.table())).toList());
    }

    @ParameterizedTest
    @MethodSource("facts")
    void a_table_has_the_columns_keys_and_indexes_of_lamindb(Facts facts) {
        assertThat(lines(schema.table(TableName.of(facts.table())).orElseThrow()))
                .containsExactlyInAnyOrderElementsOf(facts.lines());
    }

    @Test
    void foreign_keys_are_checked_at_the_end_of_a_transaction_and_delete_nothing() {
        assertThat(schema.tables()).flatExtracting(Table::foreignKeys).allSatisfy(key -> {
            assertThat(key.deferrable()).isTrue();
            assertThat(key.onDelete()).isEqualTo(OnDelete.NO_ACTION);
        });
    }

    static Stream<Facts> facts() throws IOException {
        try (var resource = LaminDbTablesTest.class.getResourceAsStream("/lamindb-2.12.1.json")) {
            return elements(new ObjectMapper().readTree(resource)).map(Facts::of);
        }
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static List<String> lines(Table table) {
        var lines = new ArrayList<String>();
        table.columns().forEach(column -> lines.add(line(column)));
        table.uniques().forEach(unique -> lines.add("unique " + unique.name() + unique.columns()));
        table.checks()
                .forEach(check -> lines.add("check " + check.name() + " "
                        + check.expression().text().toLowerCase(Locale.ROOT)));
        table.foreignKeys().forEach(key -> lines.add(line(key)));
        table.indexes().forEach(index -> lines.add(line(index)));
        return lines;
    }

    private static String line(Column column) {
        var value = column.defaultValue();
        return "column %s %s %s default %s"
                .formatted(
                        column.name(),
                        column.type().display(),
                        column.nullable() ? "null" : "not null",
                        value == null ? null : value.display());
    }

    private static String line(ForeignKey key) {
        return "foreign key " + key.columns() + " to " + key.target() + key.targetColumns();
    }

    private static String line(Index index) {
        var keys = index.keys().stream().map(Index.Key::text).toList();
        return (index.unique() ? "unique " : "") + "index " + index.name() + keys + " where " + index.where();
    }

    /** A table as the resource has it, in the lines of a {@link Table}. */
    record Facts(String table, List<String> lines) {
        static Facts of(JsonNode table) {
            var lines = new ArrayList<String>();
            elements(table.get("columns")).forEach(column -> lines.add(column(column)));
            elements(table.get("uniques"))
                    .filter(columns -> elements(table.get("namedUniques"))
                            .noneMatch(named -> named.get("columns").equals(columns)))
                    .forEach(columns -> lines.add("unique null" + texts(columns)));
            elements(table.get("namedUniques"))
                    .forEach(unique -> lines.add("unique " + text(unique, "name") + texts(unique.get("columns"))));
            elements(table.get("checks"))
                    .forEach(check -> lines.add("check " + text(check, "name") + " "
                            + text(check, "expression").toLowerCase(Locale.ROOT)));
            elements(table.get("foreignKeys"))
                    .forEach(key ->
                            lines.add("foreign key [" + text(key, "column") + "] to " + text(key, "target") + "[id]"));
            elements(table.get("indexes")).forEach(columns -> lines.add("index null" + texts(columns) + " where null"));
            elements(table.get("partialUniques"))
                    .forEach(unique -> lines.add("unique index " + text(unique, "name") + texts(unique.get("columns"))
                            + " where " + text(unique, "where")));
            return new Facts(text(table, "table"), lines);
        }

        private static String column(JsonNode column) {
            return "column %s %s %s default %s"
                    .formatted(
                            text(column, "name"),
                            text(column, "type"),
                            column.get("nullable").booleanValue() ? "null" : "not null",
                            text(column, "default"));
        }

        private static String text(JsonNode object, String field) {
            return object.get(field).asText();
        }

        private static List<String> texts(JsonNode array) {
            return elements(array).map(JsonNode::asText).toList();
        }

        @Override
        public String toString() {
            return table;
        }
    }

    private static List<Class<?>> entitiesBeside(Class<?> one) throws IOException, URISyntaxException {
        var uri = one.getResource(one.getSimpleName() + ".class").toURI();
        if (!uri.getScheme().equals("jar")) {
            return entitiesIn(Path.of(uri.resolve(".")), one.getPackageName());
        }
        try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
            return entitiesIn(jar.getPath(one.getPackageName()), one.getPackageName());
        }
    }

    private static List<Class<?>> entitiesIn(Path folder, String packageName) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".class") && !file.equals("package-info.class"))
                    .<Class<?>>map(
                            file -> load(packageName + "." + file.substring(0, file.length() - ".class".length())))
                    .filter(type -> type.isAnnotationPresent(Entity.class))
                    .toList();
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, LaminDbTablesTest.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
