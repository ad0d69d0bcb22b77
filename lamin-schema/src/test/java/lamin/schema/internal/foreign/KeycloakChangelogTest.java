package lamin.schema.internal.foreign;

import static lamin.schema.internal.foreign.ForeignShop.grave;
import static lamin.schema.internal.foreign.ForeignShop.stamp;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import lamin.schema.fixture.Database;
import lamin.schema.fixture.TestModule;
import lamin.schema.internal.detect.Decisions;
import lamin.schema.internal.detect.Detector;
import lamin.schema.internal.detect.Hints;
import lamin.schema.internal.operation.Operation;
import lamin.schema.model.Owner;
import lamin.schema.model.SchemaModel;
import lamin.testing.databases.RowHash;
import liquibase.resource.AbstractResource;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.resource.Resource;
import org.junit.jupiter.api.Test;

/** The changelog of a public project, from its first version to a present one, read out of its jar. */
class KeycloakChangelogTest {
    private static final Owner OWNER = new Owner("keycloak", "");

    private static final Path JAR = Path.of("target/keycloak/keycloak-model-jpa.jar");

    /** Changes in Java, which need Keycloak itself: they change rows, of which there are none. */
    private static final Pattern CHANGES_IN_JAVA =
            Pattern.compile("<customChange\\b[^>]*?(/>|>.*?</customChange>)", Pattern.DOTALL);

    @Test
    void what_liquibase_made_is_taken_over_and_made_by_us_without_a_difference() throws IOException {
        try (var database = Database.postgres();
                var own = Database.postgres();
                var jar = new URLClassLoader(
                        new URL[] {JAR.toUri().toURL()}, getClass().getClassLoader())) {
            var liquibase = new LiquibaseRun(database, new PlainChangelog(jar), "META-INF/jpa-changelog-master.xml");
            liquibase.update();
            var before = RowHash.of(database.database());
            var model = model(database);
            assertThat(model.tables()).hasSizeGreaterThan(80);

            var module = new TestModule(OWNER, "1.0.0", List.of()).then("aaaaaaaaaaaa", operations(model));
            var stamped = stamp(database, module);

            assertThat(grave(stamped)).isEmpty();
            assertThat(stamped.harmless()).isEmpty();
            assertThat(stamped.written()).isTrue();
            assertThat(stamped.histories())
                    .singleElement()
                    .satisfies(history -> assertThat(history.applied()).isGreaterThan(160));
            assertThat(before.again(database.database())).isEqualTo(before);
            assertThat(liquibase.pending()).isEmpty();

            own.deploy(module);
            assertThat(own.differencesTo(module)).isEmpty();
            assertThat(model(own)).isEqualTo(model);
        }
    }

    private static SchemaModel model(Database database) {
        return database.schema()
                .where(table -> MigrationTool.owner(table).isEmpty())
                .withTables(table -> table.withModule(OWNER.module()));
    }

    private static List<Operation> operations(SchemaModel model) {
        return Detector.detect(SchemaModel.EMPTY, model, Map.of(OWNER.module(), OWNER), Hints.NONE, Decisions.NONE)
                .of(OWNER.module());
    }

    /** Resources, with the changes in Java left out of changelogs. */
    @SuppressWarnings("try") // declares that closing may fail in any way
    private static final class PlainChangelog extends ClassLoaderResourceAccessor {
        PlainChangelog(ClassLoader resources) {
            super(resources);
        }

        @Override
        public List<Resource> getAll(String path) throws IOException {
            var found = super.getAll(path);
            return found != null && path.endsWith(".xml") && path.contains("jpa-changelog")
                    ? found.stream()
                            .map(PlainFile::new)
                            .map(Resource.class::cast)
                            .toList()
                    : found;
        }
    }

    private static final class PlainFile extends AbstractResource {
        private final Resource file;

        PlainFile(Resource file) {
            super(file.getPath(), file.getUri());
            this.file = file;
        }

        @Override
        public InputStream openInputStream() throws IOException {
            try (var content = file.openInputStream()) {
                var xml = new String(content.readAllBytes(), StandardCharsets.UTF_8);
                var plain = CHANGES_IN_JAVA.matcher(xml).replaceAll("");
                return new ByteArrayInputStream(plain.getBytes(StandardCharsets.UTF_8));
            }
        }

        @Override
        public boolean exists() {
            return file.exists();
        }

        @Override
        public Resource resolve(String other) {
            return file.resolve(other);
        }

        @Override
        public Resource resolveSibling(String other) {
            return file.resolveSibling(other);
        }
    }
}
