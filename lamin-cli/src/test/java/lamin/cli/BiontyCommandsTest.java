package lamin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A registry of terms from the command line. */
class BiontyCommandsTest {
    private static final String TERMS = """
            format-version: 1.2

            [Term]
            id: CL:0000542
            name: lymphocyte

            [Term]
            id: CL:0000084
            name: T cell
            synonym: "T-cell" EXACT []
            is_a: CL:0000542 ! lymphocyte

            [Term]
            id: CL:0000236
            name: %s
            is_a: CL:0000542
            """;

    @Test
    void a_registry_is_filled_asked_and_updated(@TempDir Path folder) throws IOException {
        var cli = Cli.in(folder.toRealPath());
        succeeds(cli, "init", "--storage", "lab", "--schema", "bionty");
        Files.writeString(folder.resolve("old.obo"), TERMS.formatted("B cell"));
        Files.writeString(folder.resolve("new.obo"), TERMS.formatted("B lymphocyte"));
        Files.writeString(folder.resolve("cells.csv"), "sample,cell_type\ns1,T-cell\ns2,b cell\ns3,\"x, y\"\n");

        var missing = cli.run("bionty", "import", "CellType");
        assertThat(missing.exitCode()).isEqualTo(4);
        assertThat(missing.err()).contains("df_all__cl__2026-06-08__CellType.parquet");

        assertThat(succeeds(cli, "bionty", "import", "CellType", "T-cell", "--from", "old.obo"))
                .isEqualTo("added T cell (CL:0000084)\n");
        assertThat(succeeds(cli, "bionty", "import", "CellType", "--source", "cl@1", "--from", "old.obo"))
                .isEqualTo("""
                        imported 1 term of bionty.CellType from cl 1, with 1 link to parents
                        2 were in the registry before
                        """);
        assertThat(succeeds(cli, "bionty", "sources", "CellType")).contains("cl      1 ", "yes");

        var validated = cli.run("bionty", "validate", "CellType", "--table", "cells.csv", "--column", "cell_type");
        assertThat(validated.exitCode()).isEqualTo(4);
        assertThat(validated.out()).isEqualTo("""
                        T-cell: a synonym of T cell
                        b cell: in other letter case: B cell
                        x, y: unknown
                        0 of 3 values are valid
                        """);
        succeeds(
                cli,
                "bionty",
                "standardize",
                "CellType",
                "--table",
                "cells.csv",
                "--column",
                "cell_type",
                "-o",
                "clean.csv");
        assertThat(folder.resolve("clean.csv")).hasContent("sample,cell_type\ns1,T cell\ns2,B cell\ns3,\"x, y\"\n");
        Failing.assertFails(
                cli,
                2,
                "the table has no column type",
                "bionty",
                "validate",
                "CellType",
                "--table",
                "cells.csv",
                "--column",
                "type");

        var update = new String[] {"bionty", "update", "CellType", "--source", "cl@2", "--from", "new.obo"};
        var refused = cli.run(update);
        assertThat(refused.exitCode()).isEqualTo(4);
        assertThat(refused.err()).contains("the update was not confirmed");
        assertThat(refused.out()).contains("0 new, 1 renamed, 0 retired, 0 with other parents");
        assertThat(cli.runAnswering(List.of("y"), update).out()).endsWith("updated bionty.CellType\n");
        assertThat(succeeds(cli, "bionty", "view", "CellType", "B lymphocyte"))
                .startsWith("B lymphocyte (CL:0000236)\n  parents: lymphocyte (CL:0000542)\n");
        assertThat(succeeds(cli, "bionty", "search", "CellType", "lymphocyte")).contains("B lymphocyte");
        succeeds(cli, "bionty", "view", "CellType", "T cell", "-o", "t.svg");
        assertThat(folder.resolve("t.svg")).content().contains("lymphocyte");
    }

    private static String succeeds(Cli cli, String... arguments) {
        var result = cli.run(arguments);
        assertThat(result.exitCode()).as(result.err()).isZero();
        return result.out();
    }
}
