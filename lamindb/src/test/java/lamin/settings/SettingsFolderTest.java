package lamin.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lamin.instance.GivenUrl;
import lamin.instance.Slug;
import lamin.instance.StorageRoot;
import lamin.instance.UserIdentity;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.settings.ModuleSource.Artifact;
import lamin.settings.ModuleSource.Folder;
import lamin.settings.ModuleSource.Jar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsFolderTest {
    private static final Slug SLUG = new Slug("me", "x");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void settings_are_read_as_they_were_written() {
        for (var root :
                List.of("/data/x", "/with space/x", "/with #hash/x", "/it's/back\\slash #/x", "'/quoted'", "/täst/x")) {
            var settings = InstanceSettings.of(SLUG, new StorageRoot(Path.of(root)), null, List.of("lamin1", "bionty"));

            settingsFolder().save(settings);

            assertThat(settingsFolder().get(SLUG)).isEqualTo(settings);
            assertThat(settings.pythonModules()).containsExactly("bionty");
        }
    }

    @Test
    void a_password_is_not_written() {
        var given = GivenUrl.parse("postgresql://me:secret@localhost:1/db");

        settingsFolder().save(InstanceSettings.of(SLUG, new StorageRoot(folder), given, List.of()));

        assertThat(settingsFolder().file(SLUG))
                .content()
                .contains("lamindb_instance_db=postgresql://me@localhost:1/db\n")
                .contains("lamindb_instance_schema_str=null\n")
                .doesNotContain("secret");
    }

    @Test
    void a_file_of_python_is_read() throws IOException {
        write("instance--me--x.env", """
                lamindb_instance_owner=me
                lamindb_instance_name=x
                lamindb_instance_storage_root=/data/x
                lamindb_instance_storage_region=null
                lamindb_instance_db=null
                lamindb_instance_schema_str=bionty,pertdb
                lamindb_instance_id=d886313b1c165961b47d8a9ffe661c29
                lamindb_instance_git_repo=null
                lamindb_instance_keep_artifacts_local=False
                lamindb_instance_api_url=null
                lamindb_instance_schema_id=null
                lamindb_instance_fine_grained_access=False
                lamindb_instance_db_permissions=null
                lamindb_instance_is_clone=False
                """);

        var settings = settingsFolder().get(SLUG);

        assertThat(settings.pythonModules()).containsExactly("bionty", "pertdb");
        assertThat(settings.id().uid()).isEqualTo("4H4wKL6yAuhf");
        assertThat(settings.database()).hasToString("/data/x/.lamindb/lamin.db");
    }

    @Test
    void a_file_with_missing_lines_is_named_with_them() throws IOException {
        write("instance--me--x.env", "lamindb_instance_owner=me\n");
        assertThatThrownBy(() -> settingsFolder().get(SLUG))
                .isInstanceOf(LaminException.class)
                .hasMessageContaining("instance--me--x.env")
                .hasMessageContaining("lamindb_instance_storage_root");
    }

    @Test
    void a_password_that_others_may_read_is_refused() throws IOException {
        var settings = InstanceSettings.of(
                SLUG, new StorageRoot(folder), GivenUrl.parse("postgresql://me@localhost:1/db"), List.of());
        settingsFolder().save(settings);
        var file = settingsFolder().file(SLUG);
        Files.writeString(file, Files.readString(file).replace("me@", "me:secret@"));
        assertThat(settingsFolder().get(SLUG).db())
                .extracting(GivenUrl::password)
                .isNotNull();

        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        assertThatThrownBy(() -> settingsFolder().get(SLUG))
                .isInstanceOfSatisfying(
                        LaminException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.REFUSED))
                .hasMessageContaining("others may read the password")
                .hasMessageNotContaining("secret");
    }

    @Test
    void an_unknown_name_is_refused_with_the_known_ones() {
        save("b");
        save("a");
        assertThatThrownBy(() -> settingsFolder().get(new Slug("me", "c")))
                .isInstanceOfSatisfying(
                        LaminException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.USAGE))
                .hasMessageContaining("known are: me/a, me/b");
    }

    @Test
    void the_user_is_anonymous_until_somebody_logs_in() throws IOException {
        assertThat(settingsFolder().user()).isEqualTo(UserIdentity.ANONYMOUS);
        write("current_user.env", """
                lamin_user_email=a@b.c
                lamin_user_uid=abcdefgh
                lamin_user_handle=ada
                lamin_user_name=null
                """);
        assertThat(settingsFolder().user()).isEqualTo(new UserIdentity("abcdefgh", "ada", null));
    }

    @Test
    void the_current_instance_is_that_of_the_variable_then_of_the_folder_then_the_last_loaded() throws IOException {
        List.of("global", "local", "variable").forEach(this::save);
        var work = Files.createDirectories(folder.resolve("work/sub"));
        assertThat(current(work, Map.of()).settings()).isEmpty();

        current(work, Map.of()).set(new Slug("me", "global"));
        assertThat(name(current(work, Map.of()))).isEqualTo("global");

        var marker = Files.createDirectory(folder.resolve("work/.lamin")).resolve("current_instance");
        Files.writeString(marker, "me/local");
        assertThat(name(current(work, Map.of()))).isEqualTo("local");

        assertThat(name(current(work, Map.of("LAMIN_CURRENT_INSTANCE", "me/variable"))))
                .isEqualTo("variable");
        assertThatThrownBy(() -> current(work, Map.of("LAMIN_CURRENT_INSTANCE", "me/typo"))
                        .settings())
                .hasMessageContaining("LAMIN_CURRENT_INSTANCE names the instance me/typo");

        current(work, Map.of()).clear();
        assertThat(marker).doesNotExist();
        assertThat(current(work, Map.of()).settings()).isEmpty();
    }

    @Test
    void the_folder_may_be_elsewhere() {
        var variables = Map.of("LAMIN_SETTINGS_DIR", folder.resolve("other").toString());
        assertThat(new Environment(folder, folder, variables).settings().path())
                .isEqualTo(folder.resolve("other/.lamin"));
    }

    @Test
    void added_modules_are_remembered() {
        var modules = new RegisteredModules(settingsFolder());
        modules.add("lamin1", new Folder(folder));
        modules.add("assay", new Jar(folder.resolve("assay.jar")));
        modules.add("wetlab", new Artifact("org.example", "lnschema-wetlab", "1.0.0"));
        modules.add("gone", new Folder(folder));

        assertThat(modules.remove("gone")).isTrue();
        assertThat(modules.remove("gone")).isFalse();

        assertThat(new RegisteredModules(settingsFolder()).all())
                .isEqualTo(new TreeMap<>(Map.of(
                        "assay", new Jar(folder.resolve("assay.jar")),
                        "lamin1", new Folder(folder),
                        "wetlab", new Artifact("org.example", "lnschema-wetlab", "1.0.0"))));
    }

    @Test
    void damaged_modules_json_is_named() throws IOException {
        Files.createDirectories(settingsFolder().path().resolve("lamin4j"));
        write("lamin4j/modules.json", "{\"a\": ");
        assertThatThrownBy(() -> new RegisteredModules(settingsFolder()).all())
                .isInstanceOf(LaminException.class)
                .hasMessageContaining("modules.json");
    }

    private void save(String name) {
        settingsFolder()
                .save(InstanceSettings.of(
                        new Slug("me", name), new StorageRoot(folder.resolve(name)), null, List.of()));
    }

    private CurrentInstance current(Path work, Map<String, String> variables) {
        return new CurrentInstance(new Environment(folder, work, variables));
    }

    private static String name(CurrentInstance current) {
        return current.settings().orElseThrow().slug().name();
    }

    private SettingsFolder settingsFolder() {
        return new Environment(folder, folder, Map.of()).settings();
    }

    private void write(String name, String text) throws IOException {
        var file = settingsFolder().path().resolve(name);
        Files.createDirectories(settingsFolder().path());
        Files.writeString(file, text);
    }
}
