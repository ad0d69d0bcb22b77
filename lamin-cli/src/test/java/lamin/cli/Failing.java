package lamin.cli;

import static org.assertj.core.api.Assertions.assertThat;

/** How commands fail: an exit code, one to four lines on stderr, and nothing left behind. */
final class Failing {
    private Failing() {}

    static void assertFails(Cli cli, int exitCode, String message, String... arguments) {
        var before = cli.files();
        var result = cli.run(arguments);
        assertThat(result.err()).contains(message).doesNotContain("\tat ");
        assertThat(result.err().lines().count()).isBetween(1L, 4L);
        assertThat(result.exitCode()).as(result.err()).isEqualTo(exitCode);
        assertThat(result.out()).isEmpty();
        assertThat(cli.files()).isEqualTo(before);
    }
}
