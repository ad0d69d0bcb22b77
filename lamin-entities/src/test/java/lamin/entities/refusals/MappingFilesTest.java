package lamin.entities.refusals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import lamin.entities.Lab;
import lamin.schema.internal.entities.EntityMappingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A project whose classes are beside a {@code META-INF/orm.xml}. */
class MappingFilesTest {
    @TempDir
    Path classes;

    @Test
    void a_file_that_may_change_tables_is_refused() throws Exception {
        write("""
                <persistence-unit-metadata><persistence-unit-defaults><schema>shop</schema>
                </persistence-unit-defaults></persistence-unit-metadata>""");

        try (var loader = loader()) {
            var entity = loader.loadClass(InProject.class.getName());
            assertThatThrownBy(() -> Lab.read(entity))
                    .isInstanceOf(EntityMappingException.class)
                    .hasMessageContaining("META-INF/orm.xml: <schema> may change tables")
                    .hasMessageContaining("annotation");
        }
    }

    @Test
    void listeners_and_queries_are_accepted() throws Exception {
        write("""
                <persistence-unit-metadata><persistence-unit-defaults><entity-listeners>
                <entity-listener class="com.example.Audit"/></entity-listeners>
                </persistence-unit-defaults></persistence-unit-metadata>
                <named-query name="all"><query>from InProject</query></named-query>""");

        try (var loader = loader()) {
            var entity = loader.loadClass(InProject.class.getName());
            assertThat(Lab.read(entity).schema().tables()).hasSize(1);
        }
    }

    private void write(String content) throws IOException {
        Files.createDirectories(classes.resolve("META-INF"));
        Files.writeString(
                classes.resolve("META-INF/orm.xml"),
                "<entity-mappings xmlns=\"https://jakarta.ee/xml/ns/persistence/orm\" version=\"3.0\">" + content
                        + "</entity-mappings>");
        var file = InProject.class.getName().replace('.', '/') + ".class";
        Files.createDirectories(classes.resolve(file).resolveSibling(""));
        try (var in = Objects.requireNonNull(InProject.class.getClassLoader().getResourceAsStream(file))) {
            Files.copy(in, classes.resolve(file));
        }
    }

    private URLClassLoader loader() throws IOException {
        return new URLClassLoader(new URL[] {classes.toUri().toURL()}, InProject.class.getClassLoader()) {
            @Override
            protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
                return name.equals(InProject.class.getName()) ? findClass(name) : super.loadClass(name, resolve);
            }

            @Override
            public URL getResource(String name) {
                var own = findResource(name);
                return own == null ? super.getResource(name) : own;
            }
        };
    }
}

@Entity
class InProject {
    @Id
    long id;
}
