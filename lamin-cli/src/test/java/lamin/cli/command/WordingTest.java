package lamin.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lamin.schema.Remedy;
import lamin.schema.Remedy.Advice;
import lamin.schema.Remedy.AllowDrop;
import lamin.schema.Remedy.AllowInput;
import lamin.schema.Remedy.CheckDatabase;
import lamin.schema.Remedy.CheckModule;
import lamin.schema.Remedy.ChooseName;
import lamin.schema.Remedy.ChooseStorage;
import lamin.schema.Remedy.Confirm;
import lamin.schema.Remedy.CreateDatabase;
import lamin.schema.Remedy.CreateInstance;
import lamin.schema.Remedy.Decide;
import lamin.schema.Remedy.DeleteInstance;
import lamin.schema.Remedy.DeleteRecord;
import lamin.schema.Remedy.Deploy;
import lamin.schema.Remedy.DeployTo;
import lamin.schema.Remedy.Downgrade;
import lamin.schema.Remedy.Drop;
import lamin.schema.Remedy.DropModule;
import lamin.schema.Remedy.Fill;
import lamin.schema.Remedy.GenerateMigration;
import lamin.schema.Remedy.GoLast;
import lamin.schema.Remedy.InstallModule;
import lamin.schema.Remedy.InstallRelease;
import lamin.schema.Remedy.KeepTables;
import lamin.schema.Remedy.LoadInstance;
import lamin.schema.Remedy.MergeHeads;
import lamin.schema.Remedy.MountModule;
import lamin.schema.Remedy.OfInstance;
import lamin.schema.Remedy.ProtectFile;
import lamin.schema.Remedy.ProvideSource;
import lamin.schema.Remedy.ReadStatus;
import lamin.schema.Remedy.RemoveModule;
import lamin.schema.Remedy.Rename;
import lamin.schema.Remedy.RestoreFile;
import lamin.schema.Remedy.RestoreRecord;
import lamin.schema.Remedy.Retry;
import lamin.schema.Remedy.SaveFile;
import lamin.schema.Remedy.SkipComparison;
import lamin.schema.Remedy.Stamp;
import lamin.schema.Remedy.Steps;
import org.junit.jupiter.api.Test;

class WordingTest {
    private static final Wording CURRENT = new Wording(null, Caller.COMMAND_LINE);
    private static final Wording NAMED = new Wording("lab", Caller.COMMAND_LINE);
    private static final Path REFERENCE = Path.of("../docs/reference/errors.md");

    /** One of each record, with what is typed for it. */
    private static final Map<Remedy, String> TYPED = typed();

    private static Map<Remedy, String> typed() {
        var typed = new LinkedHashMap<Remedy, String>();
        typed.put(new Advice("make room on the disk"), "make room on the disk");
        typed.put(
                Steps.of(new Downgrade("dd2b"), new Deploy()),
                "first: lamin migrate downgrade dd2b, then: lamin migrate deploy");
        typed.put(new OfInstance("ann/lab", new Deploy()), "lamin migrate deploy --instance ann/lab");
        typed.put(new Confirm(new Downgrade("assay@base")), "lamin migrate downgrade assay@base --yes");
        typed.put(new Retry(), "run the command again");
        typed.put(new Decide("drop assay_x?", List.of(new Drop("assay_x"))), "drop assay_x?");
        typed.put(new Rename("assay_x.v", "version"), "--rename assay_x.v=version");
        typed.put(new Drop("assay_x.v"), "--drop assay_x.v");
        typed.put(new Fill("assay_x.v"), "--fill assay_x.v=SQL");
        typed.put(new GoLast("dd2b"), "--last dd2b");
        typed.put(new Deploy(), "lamin migrate deploy");
        typed.put(new DeployTo("dd2b"), "lamin migrate deploy --to dd2b");
        typed.put(new Downgrade("dd2b"), "lamin migrate downgrade dd2b");
        typed.put(
                new AllowDrop(new DeployTo("dd2b"), List.of("assay_x", "assay_y.v")),
                "lamin migrate deploy --to dd2b --allow-drop assay_x --allow-drop assay_y.v");
        typed.put(new ReadStatus(), "lamin migrate status");
        typed.put(new CheckModule(), "lamin migrate check");
        typed.put(new CheckDatabase(), "lamin migrate check --database");
        typed.put(new Stamp(false), "lamin migrate stamp --verify");
        typed.put(new Stamp(true), "lamin migrate stamp --accept-differences");
        typed.put(new MergeHeads(), "lamin migrate merge");
        typed.put(new GenerateMigration(), "lamin migrate generate");
        typed.put(InstallModule.named("assay"), "lamin module add WHERE");
        typed.put(
                new InstallModule("assay", "0.2.0", "com.example:lnschema-assay", true),
                "lamin module add com.example:lnschema-assay:0.2.0 --replace");
        typed.put(new InstallModule("assay", "0.2.0", "lnschema-assay", false), "lamin module add WHERE");
        typed.put(new InstallRelease("bionty", "2.5.2"), "install the Lamin4j that brings bionty 2.5.2 or later");
        typed.put(
                new InstallRelease("bionty", null),
                "install the Lamin4j that brings the build of lnschema-bionty that was deployed");
        typed.put(new MountModule("assay"), "lamin module add assay --mount");
        typed.put(new RemoveModule("assay"), "lamin module remove assay");
        typed.put(new DropModule("assay", List.of("assay_x")), "lamin module remove assay --drop --allow-drop assay_x");
        typed.put(new CreateInstance(), "lamin init --storage FOLDER");
        typed.put(new LoadInstance(), "lamin load NAME");
        typed.put(new DeleteInstance("ann/lab", true), "lamin delete ann/lab --force");
        typed.put(new DeleteInstance(null, false), "lamin delete NAME");
        typed.put(new ChooseName(), "--name NAME");
        typed.put(new ChooseStorage(), "--storage FOLDER");
        typed.put(new KeepTables(), "--existing");
        typed.put(new CreateDatabase(), "to create one, repeat the command without --existing");
        typed.put(new ProtectFile("my settings.env"), "forbid it: chmod 600 'my settings.env'");
        typed.put(new RestoreFile("lamin.db", List.of()), "put a copy in its place: cp COPY lamin.db");
        typed.put(
                new RestoreFile("a b.db", List.of("a b.db-wal", "a b.db-shm")),
                "put a copy in its place: mv 'a b.db-wal' 'a b.db-wal.old' && mv 'a b.db-shm' 'a b.db-shm.old'"
                        + " && cp COPY 'a b.db'");
        typed.put(
                new SkipComparison("the other modules"),
                "until then lamin info and lamin schema work, with LAMIN_SKIP_MIGRATION=1 also the other modules");
        typed.put(new RestoreRecord("artifact", "abc"), "lamin restore artifact abc");
        typed.put(new DeleteRecord("artifact", "abc"), "lamin delete artifact abc --permanent");
        typed.put(new AllowInput("artifact", "abc"), "lamin delete artifact abc --permanent --allow-input abc");
        typed.put(
                new ProvideSource("df_all__cl__2026-06-08__CellType.parquet", "/cache", "https://example.org/cl.owl"),
                "save https://example.org/cl.owl in /cache, a table as df_all__cl__2026-06-08__CellType.parquet");
        typed.put(new SaveFile("a.txt"), "lamin save a.txt");
        return typed;
    }

    @Test
    void every_remedy_is_put_into_a_command_or_words() {
        assertThat(TYPED.keySet()).extracting(Object::getClass).containsAll(records(Remedy.class));
        TYPED.forEach((remedy, command) -> assertThat(CURRENT.command(remedy)).isEqualTo(command));
    }

    private static List<Class<?>> records(Class<?> type) {
        return type.isRecord()
                ? List.of(type)
                : Arrays.stream(type.getPermittedSubclasses())
                        .flatMap(below -> records(below).stream())
                        .<Class<?>>map(below -> below)
                        .toList();
    }

    @Test
    void what_works_on_an_instance_names_the_one_it_is_for_or_that_the_user_named() {
        assertThat(NAMED.command(new AllowDrop(new Deploy(), List.of("assay_x"))))
                .isEqualTo("lamin migrate deploy --allow-drop assay_x --instance lab");
        assertThat(NAMED.command(new OfInstance("ann/lab", new MountModule("assay"))))
                .isEqualTo("lamin module add assay --mount --instance ann/lab");
        assertThat(NAMED.command(Steps.of(new MergeHeads(), new Deploy())))
                .isEqualTo("first: lamin migrate merge, then: lamin migrate deploy --instance lab");
        assertThat(NAMED.command(new DeleteInstance(null, false))).isEqualTo("lamin delete lab");
        assertThat(NAMED.command(InstallModule.named("assay"))).isEqualTo("lamin module add WHERE");
    }

    @Test
    void words_of_a_command_are_quoted_for_a_shell_where_they_need_it() {
        assertThat(CURRENT.command(new AllowDrop(new Deploy(), List.of("lab.order items", "o'clock"))))
                .isEqualTo("lamin migrate deploy --allow-drop 'lab.order items' --allow-drop 'o'\\''clock'");
        assertThat(new Wording("my lab", Caller.COMMAND_LINE).command(new Deploy()))
                .isEqualTo("lamin migrate deploy --instance 'my lab'");
    }

    @Test
    void decisions_have_a_line_for_each_question_and_answer() {
        var rename = new Decide("renamed or dropped?", List.of(new Rename("assay_x.v", "w"), new Drop("assay_x.v")));
        var fill = new Decide("which value?", List.of(new Fill("assay_x.w")));

        assertThat(CURRENT.lines(Steps.of(rename, fill)))
                .containsExactly(
                        "renamed or dropped?",
                        "  --rename assay_x.v=w",
                        "  --drop assay_x.v",
                        "which value?",
                        "  --fill assay_x.w=SQL");
    }

    @Test
    void programs_read_the_parts_and_the_command() {
        assertThat(CURRENT.json(List.of(new OfInstance(
                        "ann/lab", new Confirm(new AllowDrop(new Downgrade("dd2b"), List.of("assay_x")))))))
                .containsExactly(Map.of(
                        "kind",
                        "allow-drop",
                        "target",
                        "dd2b",
                        "run",
                        "downgrade",
                        "names",
                        List.of("assay_x"),
                        "confirm",
                        true,
                        "instance",
                        "ann/lab",
                        "text",
                        "to drop it anyway",
                        "command",
                        "lamin migrate downgrade dd2b --allow-drop assay_x --yes --instance ann/lab"));
    }

    @Test
    void the_reference_lists_every_kind() throws Exception {
        var kinds = CURRENT.json(List.copyOf(TYPED.keySet())).stream()
                .map(json -> "`" + json.get("kind") + "`")
                .distinct();

        try (var lines = Files.lines(REFERENCE)) {
            assertThat(lines.filter(line -> line.startsWith("| `"))
                            .flatMap(line -> Stream.of(line.split("\\|", -1)[1].split(",", -1)))
                            .map(String::strip))
                    .containsAll(kinds.toList());
        }
    }
}
