package lamin.ontology.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import lamin.Home;
import lamin.module.ModuleDeployment;
import lamin.ontology.Term;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.Notices;
import lamin.schema.Remedy.ProvideSource;
import lamin.schema.deploy.Author;
import lamin.schema.internal.module.ModuleCatalog;
import lamin.settings.Environment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where files of sources are found, and which of their terms are the source's own. */
class SourceFilesTest {
    private static final String OBO = """
            format-version: 1.2

            [Term]
            id: CL:0000084
            name: T cell
            is_a: CL:1
            is_a: GO:1
            relationship: part_of UBERON:1

            [Term]
            id: CL:5

            [Term]
            id: GO:1
            name: process
            """;

    private static final String TABLE = "ontology_all__cl__1__CellType";

    @TempDir
    Path folder;

    private static PublicSource source(String name, String url, String... prefixes) {
        return new PublicSource(
                "bionty.CellType", "all", name, "1", true, "Cells", url, null, List.of(prefixes), true, List.of());
    }

    private SourceFiles files(String... variables) {
        return SourceFiles.of(environment(variables), Home.deployment(), new TreeSet<>(List.of("bionty")));
    }

    private Environment environment(String... variables) {
        return new Environment(
                folder.resolve("home"), folder, variables.length == 0 ? Map.of() : Map.of(variables[0], variables[1]));
    }

    private Path write(Path below, String name, String content) throws IOException {
        Files.createDirectories(below);
        return Files.writeString(below.resolve(name), content);
    }

    @Test
    void the_folder_that_the_user_names_comes_before_the_caches() throws IOException {
        var cl = source("cl", "https://example.org/cl.owl", "CL:");
        assertThat(files().find(cl)).isEmpty();

        var cached = write(folder.resolve("home/.lamin/ontologies"), TABLE, OBO);
        assertThat(files().require(cl).path()).isEqualTo(cached);

        var python = write(folder.resolve("bionty/_dynamic"), TABLE, OBO);
        assertThat(files("BIONTY_ROOT_DIR", "bionty").require(cl).path()).isEqualTo(python);

        var own = write(folder.resolve("own"), TABLE + ".obo.gz", OBO);
        assertThat(files("BIONTY_ROOT_DIR", "bionty")
                        .with(folder.resolve("own"))
                        .require(cl)
                        .path())
                .isEqualTo(own);
        var table = write(folder.resolve("own"), "df_all__cl__1__CellType.csv", "ontology_id,name\nCL:1,cell\n");
        Files.delete(own);
        assertThat(files().with(folder.resolve("own")).require(cl).path()).isEqualTo(table);
    }

    @Test
    void a_missing_file_is_named_with_its_origin() {
        assertThatThrownBy(() -> files().require(source("cl", "https://example.org/cl.owl")))
                .isInstanceOfSatisfying(LaminException.class, e -> {
                    assertThat(e.code()).isEqualTo(ErrorCode.REFUSED);
                    assertThat(e.remedies())
                            .containsExactly(new ProvideSource(
                                    "df_all__cl__1__CellType.parquet",
                                    folder.resolve("home/.lamin/ontologies").toString(),
                                    "https://example.org/cl.owl"));
                })
                .hasMessageContaining("the terms of bionty.CellType from cl 1 are not here: expected"
                        + " df_all__cl__1__CellType.parquet or ontology_all__cl__1__CellType in ");
        assertThat(folder.resolve("home")).doesNotExist();
    }

    @Test
    void a_module_brings_terms_in_its_jar() throws IOException {
        var jar = folder.resolve("terms.jar");
        try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new JarEntry("lnschema_bionty/terms/" + TABLE + ".obo"));
            out.write(OBO.getBytes(StandardCharsets.UTF_8));
        }
        var cl = source("cl", "https://example.org/cl.owl", "CL:");
        try (var loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, SourceFilesTest.class.getClassLoader())) {
            var deployment =
                    new ModuleDeployment(ModuleCatalog.visibleTo(loader), new Author("tester", "test"), Notices.NONE);
            var files = SourceFiles.of(environment(), deployment, new TreeSet<>(List.of("bionty")));
            assertThat(names(cl, files)).containsExactly("T cell");
            assertThat(names(cl, files)).containsExactly("T cell");
        }
    }

    private static List<String> names(PublicSource source, SourceFiles files) {
        try (var terms = new SourceTerms(source, files.require(source)).open().stream()) {
            return terms.map(Term::name).toList();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"CL:", ""})
    void terms_and_parents_of_other_ontologies_are_left_out(String prefix) throws IOException {
        write(folder.resolve("own"), TABLE, OBO);
        var cl = prefix.isEmpty() ? source("cl", "x") : source("cl", "x", prefix);
        try (var terms = new SourceTerms(cl, files().with(folder.resolve("own")).require(cl)).open().stream()) {
            assertThat(terms.toList())
                    .singleElement()
                    .returns("CL:0000084", Term::id)
                    .returns(List.of("CL:1"), term -> term.parents(true));
        }
    }

    @Test
    void a_source_whose_ids_begin_otherwise_has_all_terms() throws IOException {
        write(folder.resolve("own"), "ontology_all__other__1__CellType", OBO);
        assertThat(names(source("other", "x"), files().with(folder.resolve("own"))))
                .containsExactly("T cell", "process");
    }

    @Test
    void the_file_of_another_source_is_refused() throws IOException {
        write(folder.resolve("own"), TABLE, OBO);
        assertThatThrownBy(() -> names(source("cl", "x", "MONDO:"), files().with(folder.resolve("own"))))
                .isInstanceOf(LaminException.class)
                .hasMessageContaining(
                        "expected terms of bionty.CellType from cl 1, whose ids begin with MONDO:; found none");
    }

    /** A server that answers each path with a text, and others with 404. */
    private static HttpServer server(Map<String, String> answers) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            var path = exchange.getRequestURI().getPath();
            var answer = answers.getOrDefault(path, "not here").getBytes(StandardCharsets.UTF_8);
            if (path.equals("/moved")) {
                exchange.getResponseHeaders().add("Location", "/cl.obo");
                exchange.sendResponseHeaders(302, -1);
            } else {
                exchange.sendResponseHeaders(answers.containsKey(path) ? 200 : 404, answer.length);
                exchange.getResponseBody().write(answer);
            }
            exchange.close();
        });
        server.start();
        return server;
    }

    @Test
    void a_download_is_kept_with_its_hash() throws IOException {
        var server = server(Map.of("/cl.obo", OBO, "/page", "<html><body>sorry</body></html>"));
        try {
            var url = "http://127.0.0.1:" + server.getAddress().getPort();
            var cl = source("cl", url + "/moved", "CL:");
            var download = files().download(cl);

            assertThat(download.path()).hasContent(OBO);
            assertThat(download.sha256()).hasSize(64);
            assertThat(download.md5()).hasSize(32);
            assertThat(names(cl, files())).containsExactly("T cell");

            Files.writeString(download.path(), OBO + "\n");
            assertThatThrownBy(() -> files().require(cl))
                    .isInstanceOf(LaminException.class)
                    .hasMessageContaining(
                            "has changed since it was downloaded: expected the SHA-256 " + download.sha256());

            assertFails(source("go", url + "/none"), "the server answered 404");
            assertFails(source("go", url + "/page"), "expected rdf:RDF, found html");
            assertFails(source("go", "ftp://example.org/x"), "expected an http or https url");
            try (var left = Files.list(folder.resolve("home/.lamin/ontologies"))) {
                assertThat(left.map(path -> path.getFileName().toString()))
                        .containsExactlyInAnyOrder(TABLE, TABLE + ".sha256");
            }
        } finally {
            server.stop(0);
        }
    }

    private void assertFails(PublicSource source, String message) {
        assertThatThrownBy(() -> files().download(source))
                .isInstanceOf(LaminException.class)
                .hasMessageContaining(message);
    }
}
