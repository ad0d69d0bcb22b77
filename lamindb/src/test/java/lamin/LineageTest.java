package lamin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lamin.lineage.EdgeKind;
import lamin.lineage.LineageEdge;
import lamin.lineage.LineageNode;
import lamin.lineage.LineageNode.ArtifactNode;
import lamin.lineage.LineageNode.RunNode;
import lamin.lineage.NodeId;
import lamin.lineage.RunState;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.testing.databases.TestDatabase.Kind;
import lamin.testing.databases.TestPostgres;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LineageTest {
    @TempDir
    Path folder;

    private @Nullable TestPostgres postgres;

    private Instance init(Kind kind) throws IOException {
        var home = Home.in(folder.toRealPath());
        var options = InitOptions.storage("lab");
        if (kind == Kind.POSTGRESQL) {
            postgres = CopiedInstance.create(home, options);
            options = options.db(postgres.url());
        }
        return home.lamin().init(options).instance();
    }

    @AfterEach
    void drop() throws Exception {
        if (postgres != null) {
            postgres.close();
        }
    }

    private static List<String> names(InstanceLineage lineage) {
        return lineage.nodes().stream().map(LineageNode::name).toList();
    }

    /** raw.csv and genes.csv -> clean.py -> clean.csv and log.txt; clean.csv -> plot.py -> plot.png; log.txt -> scan.py. */
    static void story(LineageRows rows) {
        long raw = rows.artifact("raw.csv", null);
        long genes = rows.artifact("genes.csv", null);
        long clean = rows.run("clean.py");
        rows.input(clean, raw);
        rows.input(clean, genes);
        long cleaned = rows.artifact("clean.csv", clean);
        long log = rows.artifact("log.txt", clean);
        long plot = rows.run("plot.py");
        rows.input(plot, cleaned);
        rows.artifact("plot.png", plot);
        long scan = rows.run("scan.py", 1);
        rows.input(scan, log);
    }

    @ParameterizedTest
    @EnumSource
    void upstream_is_what_it_was_made_from_the_nearest_first(Kind kind) throws IOException {
        try (var instance = init(kind)) {
            story(new LineageRows(instance));
            assertThat(names(instance.lineage("plot.png").upstream()))
                    .startsWith("plot.png", "plot.py", "clean.csv", "clean.py")
                    .containsExactlyInAnyOrder("plot.png", "plot.py", "clean.csv", "clean.py", "raw.csv", "genes.csv");
        }
    }

    @ParameterizedTest
    @EnumSource
    void downstream_is_what_was_made_from_it(Kind kind) throws IOException {
        try (var instance = init(kind)) {
            story(new LineageRows(instance));
            assertThat(names(instance.lineage("raw.csv").downstream()))
                    .startsWith("raw.csv", "clean.py")
                    .containsExactlyInAnyOrder(
                            "raw.csv", "clean.py", "clean.csv", "log.txt", "plot.py", "plot.png", "scan.py");
        }
    }

    /** The outputs of the run that made it, and what was made from them; the other inputs of runs after it. */
    @ParameterizedTest
    @EnumSource
    void around_it_is_what_the_runs_read_and_made_besides(Kind kind) throws IOException {
        try (var instance = init(kind)) {
            story(new LineageRows(instance));
            assertThat(names(instance.lineage("clean.csv")))
                    .containsExactlyInAnyOrder(
                            "clean.csv",
                            "clean.py",
                            "raw.csv",
                            "genes.csv",
                            "plot.py",
                            "plot.png",
                            "log.txt",
                            "scan.py");
            assertThat(names(instance.lineage("raw.csv"))).contains("genes.csv");
            assertThat(names(instance.lineage("clean.csv").withoutSiblings()))
                    .containsExactlyInAnyOrder("clean.csv", "clean.py", "raw.csv", "genes.csv", "plot.py", "plot.png");
        }
    }

    @ParameterizedTest
    @EnumSource
    void depth_counts_runs(Kind kind) throws IOException {
        try (var instance = init(kind)) {
            story(new LineageRows(instance));
            assertThat(names(instance.lineage("plot.png").upstream().depth(1)))
                    .containsExactly("plot.png", "plot.py", "clean.csv");
            assertThat(names(instance.lineage("raw.csv").downstream().depth(1)))
                    .containsExactlyInAnyOrder("raw.csv", "clean.py", "clean.csv", "log.txt");
        }
    }

    @ParameterizedTest
    @EnumSource
    void edges_are_inputs_outputs_and_what_was_made_again(Kind kind) throws IOException {
        try (var instance = init(kind)) {
            var rows = new LineageRows(instance);
            long raw = rows.artifact("raw.csv", null);
            long first = rows.run("clean.py");
            rows.input(first, raw);
            long clean = rows.artifact("clean.csv", first);
            long second = rows.run("clean.py");
            rows.input(second, raw);
            rows.output(second, clean);
            assertThat(instance.lineage("clean.csv").upstream().edges())
                    .containsExactlyInAnyOrder(
                            new LineageEdge(NodeId.run(first), NodeId.artifact(clean), EdgeKind.OUTPUT),
                            new LineageEdge(NodeId.run(second), NodeId.artifact(clean), EdgeKind.RECREATED),
                            new LineageEdge(NodeId.artifact(raw), NodeId.run(first), EdgeKind.INPUT),
                            new LineageEdge(NodeId.artifact(raw), NodeId.run(second), EdgeKind.INPUT));
        }
    }

    @ParameterizedTest
    @EnumSource
    void collections_and_runs_have_a_lineage_too(Kind kind) throws IOException {
        try (var instance = init(kind)) {
            var rows = new LineageRows(instance);
            long raw = rows.artifact("raw.csv", null);
            long collect = rows.run("collect.py");
            rows.input(collect, raw);
            long collection = rows.collection("training", collect);
            long train = rows.run("train.py");
            rows.collectionInput(train, collection);
            rows.artifact("model.pt", train);
            assertThat(names(instance.lineage("model.pt").upstream()))
                    .containsExactly("model.pt", "train.py", "training", "collect.py", "raw.csv");
            assertThat(names(instance.lineage("training").downstream()))
                    .containsExactly("training", "train.py", "model.pt");
            assertThat(names(instance.lineage(rows.runUid(train)).upstream()))
                    .containsExactly("train.py", "training", "collect.py", "raw.csv");
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_is_in_the_trash_is_left_out(Kind kind) throws IOException {
        try (var instance = init(kind)) {
            var rows = new LineageRows(instance);
            long raw = rows.artifact("raw.csv", null, -1);
            long run = rows.run("clean.py");
            rows.input(run, raw);
            rows.artifact("clean.csv", run);
            assertThat(names(instance.lineage("clean.csv"))).containsExactly("clean.csv", "clean.py");
        }
    }

    @ParameterizedTest
    @EnumSource
    void nodes_say_when_and_how_runs_ended(Kind kind) throws IOException {
        try (var instance = init(kind)) {
            story(new LineageRows(instance));
            var nodes = instance.lineage("log.txt").downstream().nodes();
            assertThat(nodes.getFirst())
                    .isInstanceOfSatisfying(
                            ArtifactNode.class, log -> assertThat(log.size()).isEqualTo(1_234_567));
            assertThat(nodes.getLast()).isInstanceOfSatisfying(RunNode.class, scan -> {
                assertThat(scan.state()).isEqualTo(RunState.ERRORED);
                assertThat(String.valueOf(scan.startedAt())).endsWith(".123456Z");
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void cycles_of_another_program_end(Kind kind) throws IOException {
        try (var instance = init(kind)) {
            var rows = new LineageRows(instance);
            long first = rows.run("a.py");
            long second = rows.run("b.py");
            long a = rows.artifact("a.csv", first);
            long b = rows.artifact("b.csv", second);
            rows.uncheckedInput(first, b);
            rows.uncheckedInput(second, a);
            rows.uncheckedInput(first, a);
            var lineage = instance.lineage("a.csv");
            assertThat(names(lineage)).containsExactlyInAnyOrder("a.csv", "a.py", "b.csv", "b.py");
            assertThat(lineage.edges()).hasSize(4);
            assertThat(lineage.toString()).contains("(see above)");
            assertThat(lineage.graph().svg()).contains("b.py");
        }
    }

    /** So long that all edges are loaded at once; the result is that of a short one. */
    @ParameterizedTest
    @EnumSource
    void a_long_chain_is_walked_to_its_end(Kind kind) throws IOException {
        try (var instance = init(kind)) {
            var rows = new LineageRows(instance);
            rows.artifact("trash", null, -1);
            int length = 200;
            rows.chain(length);
            var expected = Stream.concat(
                            Stream.of("step 0"),
                            IntStream.rangeClosed(1, length).boxed().flatMap(i -> Stream.of("step.py", "step " + i)))
                    .toList();
            assertThat(names(instance.lineage("step 0").downstream())).isEqualTo(expected);
            assertThat(names(instance.lineage("step " + length).upstream())).isEqualTo(expected.reversed());
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_text_is_a_tree_that_says_what_it_leaves_out(Kind kind) throws IOException {
        try (var instance = init(kind)) {
            var rows = new LineageRows(instance);
            story(rows);
            assertThat(instance.lineage("clean.csv").toString().replaceAll(" {2}(\\w{16,20}) {2}", "  UID  "))
                    .isEqualTo("""
                            clean.csv  UID  1.2 MB

                            upstream: 2 artifacts and 1 run
                            └─ clean.py  UID  2026-03-01 09:32 UTC
                               ├─ raw.csv  UID  1.2 MB
                               └─ genes.csv  UID  1.2 MB

                            downstream: 1 artifact and 1 run
                            └─ plot.py  UID  2026-03-01 09:36 UTC
                               └─ plot.png  UID  1.2 MB""");

            long merge = rows.run("merge.py");
            for (int i = 0; i < 60; i++) {
                rows.input(merge, rows.artifact("plate " + i, null));
            }
            rows.artifact("merged.csv", merge);
            assertThat(instance.lineage("merged.csv").toString())
                    .contains("upstream: 60 artifacts and 1 run", "… 21 more");
        }
    }

    @ParameterizedTest
    @EnumSource(names = "SQLITE")
    void an_unknown_name_is_refused(Kind kind) throws IOException {
        try (var instance = init(kind)) {
            assertThatThrownBy(() -> instance.lineage("nothing.csv"))
                    .isInstanceOfSatisfying(
                            LaminException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.USAGE))
                    .hasMessage("there is no artifact, collection or run with the key or uid nothing.csv");
        }
    }

    @ParameterizedTest
    @EnumSource(names = "SQLITE")
    void it_is_drawn_with_the_ids_of_python(Kind kind) throws IOException {
        try (var instance = init(kind)) {
            var rows = new LineageRows(instance);
            story(rows);
            var graph = instance.lineage("clean.csv").graph();
            var artifact = instance.artifacts().get("clean.csv");
            assertThat(graph.properties().nodes().getFirst().id()).isEqualTo("artifact_" + artifact.uid());
            assertThat(graph.properties().nodes()).hasSize(8);
            assertThat(graph.properties().edges()).hasSize(7);
            assertThat(graph.svg()).contains("Lineage of clean.csv", "run that failed", "09:32 UTC", "errored");
        }
    }
}
