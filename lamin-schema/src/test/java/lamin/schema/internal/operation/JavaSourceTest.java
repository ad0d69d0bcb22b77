package lamin.schema.internal.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import lamin.schema.Migration;
import lamin.schema.model.Column;
import lamin.schema.model.ColumnTypes;
import lamin.schema.model.Owner;
import lamin.schema.model.Table;
import lamin.schema.model.TableName;
import lamin.schema.operation.Operations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JavaSourceTest {
    @Test
    void what_is_printed_compiles_and_says_the_same(@TempDir Path folder) throws Exception {
        var operations = Stream.of(
                        Examples.ofTables(),
                        Examples.ofLaterVersions(),
                        Examples.ofSequences(),
                        Examples.ofState(),
                        Examples.ofAuthors())
                .flatMap(List::stream)
                .toList();

        var migration = compile(operations, folder);

        assertThat(Operations.upgradeOf(migration, Examples.CORE)).containsExactlyElementsOf(operations);
        assertThat(operations).extracting(Object::getClass).containsAll(kinds(Operation.class));
        assertThat(Operations.downgradeOf(migration, Examples.CORE)).isEmpty();
    }

    @Test
    void the_schema_of_a_table_comes_last() {
        var rename = new Operation.RenameColumn(TableName.of("core", "notebook"), "v", "version", null);

        assertThat(JavaSource.of(rename, Owner.of("core")))
                .isEqualTo("op.alterColumn(\"notebook\", \"v\").newName(\"version\").schema(\"core\");");
    }

    @Test
    void a_table_has_a_line_for_each_part() {
        var table = Table.of(
                TableName.of("core", "dog"),
                "core",
                Column.identity("id"),
                Column.of("name", ColumnTypes.string(20)).withNullable(false));

        assertThat(JavaSource.of(new Operation.CreateTable(table.withEntity("Animal")), Owner.of("core")))
                .isEqualTo("""
                        op.createTable("dog").entity("Animal").schema("core")
                                .column("id", int64()).identity()
                                .column("name", string(20)).notNull();""");
    }

    private static List<Class<?>> kinds(Class<?> sealed) {
        return sealed.isSealed()
                ? Stream.of(sealed.getPermittedSubclasses())
                        .<Class<?>>flatMap(kind -> kinds(kind).stream())
                        .toList()
                : List.of(sealed);
    }

    private static Migration compile(List<Operation> operations, Path folder) throws Exception {
        var source = operations.stream()
                .map(operation -> JavaSource.of(operation, Examples.CORE))
                .collect(Collectors.joining("\n", """
                        package lamin.schema.operation;
                        import static lamin.schema.model.ColumnTypes.*;
                        import static lamin.schema.sql.DatabaseSql.sql;
                        import lamin.schema.Migration;
                        import lamin.schema.model.Constraint.OnDelete;
                        public final class Script implements Migration {
                            @Override public void upgrade(Operations op) {
                        """, "\n}\n@Override public void downgrade(Operations op) {}\n}"));
        javac(source, folder);
        try (var loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, JavaSourceTest.class.getClassLoader())) {
            return (Migration) loader.loadClass("lamin.schema.operation.Script")
                    .getDeclaredConstructor()
                    .newInstance();
        }
    }

    private static void javac(String source, Path folder) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var messages = new StringWriter();
        var file = new SimpleJavaFileObject(URI.create("string:///Script.java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public String getCharContent(boolean ignoreErrors) {
                return source;
            }
        };
        var options =
                List.of("-d", folder.toString(), "-proc:none", "-classpath", System.getProperty("java.class.path"));
        boolean compiled = compiler.getTask(messages, null, null, options, null, List.of(file))
                .call();
        assertThat(compiled).as(messages + source).isTrue();
    }
}
