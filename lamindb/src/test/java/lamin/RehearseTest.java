package lamin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import lamin.rehearsal.Copy;
import lamin.rehearsal.TableComparison;
import lamin.schema.internal.sql.Jdbc;
import lamin.schema.model.TableName;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RehearseTest {
    private Home home = Home.in(Path.of(""));

    @BeforeEach
    void makeInstance(@TempDir Path folder) throws IOException {
        home = Home.in(Files.createDirectory(folder.toRealPath().resolve("u")));
        home.lamin().init(InitOptions.storage("lab")).instance().close();
    }

    @Test
    void with_nothing_pending_there_is_nothing_to_tell() {
        var before = home.files();
        assertThat(home.lamin().rehearse("lab")).isEmpty();
        assertThat(home.files()).isEqualTo(before);
    }

    @Test
    void a_module_that_was_mounted_is_deployed_on_a_copy() {
        var lamin = home.lamin();
        lamin.database(lamin.current().settings().orElseThrow()).write(connection -> Jdbc.update(connection, """
            INSERT INTO lamin_module (name, coordinates, version, mounted_at)
            SELECT 'bionty', '', '0', mounted_at FROM lamin_module\
            """));
        var before = home.files();

        var rehearsal = lamin.rehearse("lab").orElseThrow();

        assertThat(rehearsal.copy().way()).isEqualTo(Copy.Way.BACKUP);
        assertThat(rehearsal.deployed().applied())
                .extracting(applied -> applied.script().owner().module())
                .containsOnly("bionty");
        assertThat(rehearsal.losses()).isEmpty();
        assertThat(rehearsal.changedTables())
                .extracting(TableComparison::after)
                .contains(TableName.of("bionty_gene"))
                .doesNotContain(TableName.of("lamindb_artifact"));
        assertThat(home.files()).isEqualTo(before);
    }
}
