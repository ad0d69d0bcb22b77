package lamin.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import lamin.TestInstance;
import lamin.artifact.SavedArtifact.Outcome;
import lamin.testing.databases.TestDatabase.Kind;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Files so large that the hash that Python computes leaves out their middle. */
@Tag("hashing")
class LargeFilesTest {
    private static final int LARGE = 120 << 20;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void large_files_that_are_equal_at_both_ends_are_two_artifacts(Kind kind) throws IOException {
        try (var lab = TestInstance.create(kind, folder)) {
            var artifacts = lab.instance().artifacts();
            var file = lab.home().folder().resolve("large.bin");
            try (var large = new RandomAccessFile(file.toFile(), "rw")) {
                large.setLength(LARGE);
            }
            var first = artifacts.save(file, SaveOptions.NONE);
            try (var large = new RandomAccessFile(file.toFile(), "rw")) {
                large.seek(LARGE / 2);
                large.write(1);
            }
            var second = artifacts.save(file, SaveOptions.NONE);
            assertThat(first.artifact().hashType()).isEqualTo("sha1-fl");
            assertThat(second.outcome()).isEqualTo(Outcome.NEW);
            assertThat(second.artifact().hashType()).isEqualTo("md5");
            assertThat(artifacts.save(file, SaveOptions.NONE))
                    .isEqualTo(new SavedArtifact(second.artifact(), Outcome.EXISTING));
        }
    }

    @ParameterizedTest
    @EnumSource
    void large_files_that_differ_inside_are_two_artifacts_with_one_key_and_beside_pythons(Kind kind) throws Exception {
        try (var lab = TestInstance.create(kind, folder)) {
            var artifacts = lab.instance().artifacts();
            var large = lab.home().folder().resolve("large.bin");
            try (var file = new RandomAccessFile(large.toFile(), "rw")) {
                file.setLength(LARGE);
            }
            var first = artifacts.save(large, SaveOptions.key("large.bin")).artifact();
            // Python records no hash of all bytes
            lab.sql("delete from lamin_content");
            try (var file = new RandomAccessFile(large.toFile(), "rw")) {
                file.seek(LARGE / 2);
                file.write(1);
            }
            var second = artifacts.save(large, SaveOptions.key("large.bin"));
            assertThat(second.outcome()).isEqualTo(Outcome.NEW_VERSION);
            assertThat(second.artifact().size()).isEqualTo(first.size());
            assertThat(second.artifact().hash()).isNotEqualTo(first.hash());
            assertThat(artifacts.save(large, SaveOptions.key("large.bin")).outcome())
                    .isEqualTo(Outcome.EXISTING);
            assertThat(lab.instance().doctor().examine(true, bytes -> {})).isEmpty();
        }
    }
}
