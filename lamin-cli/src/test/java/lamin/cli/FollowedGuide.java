package lamin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;
import lamin.docs.Snippet;
import lamin.docs.Snippet.Language;

/** A guide about a service of the reader, followed snippet by snippet: the test is the service, and knows what comes when. */
final class FollowedGuide {
    private static final Path FOLDER = Path.of("../docs/guide");
    private static final Pattern SQL = Pattern.compile("```sql\\n(.*?)```", Pattern.DOTALL);

    /** The database of the reader, as the guides name it. */
    private static final String DATABASE = "'jdbc:postgresql://localhost/shop?user=me'";

    private final String text;
    private final Deque<Snippet> snippets;
    private final String jdbcUrl;
    private Cli cli;

    private FollowedGuide(String text, Cli cli, String jdbcUrl) {
        this.text = text;
        this.snippets = new ArrayDeque<>(Snippet.of(text.lines().toList()));
        this.cli = cli;
        this.jdbcUrl = jdbcUrl;
    }

    static FollowedGuide of(String name, Cli cli, String jdbcUrl) throws IOException {
        return new FollowedGuide(Files.readString(FOLDER.resolve(name)), cli, jdbcUrl);
    }

    /** The next snippet, a source file. */
    String source() {
        var snippet = snippets.remove();
        assertThat(snippet.language()).isEqualTo(Language.JAVA);
        return snippet.text();
    }

    /** Runs the commands of the next snippet, the last of which ends with this code; they print what the guide says. */
    Cli.Result run(int exitCode) {
        var snippet = snippets.remove();
        assertThat(snippet.language()).isEqualTo(Language.SH);
        var result = new Cli.Result(0, "", "");
        for (var line : snippet.code()) {
            assertThat(result.exitCode()).as(result.err()).isZero();
            result = run(line);
        }
        assertThat(result.exitCode()).as(result.out() + result.err()).isEqualTo(exitCode);
        assertThat(result)
                .as("line %d of the guide", snippet.line())
                .matches(found -> snippet.expects(found.outLines()), String.join("\n", snippet.expected()));
        return result;
    }

    private Cli.Result run(String line) {
        var words = List.of(line.replace(DATABASE, jdbcUrl).split(" "));
        if (words.getFirst().equals("cd")) {
            cli = cli.at(cli.workingDirectory().resolve(words.getLast()));
            return new Cli.Result(0, "", "");
        }
        assertThat(words.getFirst()).isEqualTo("lamin");
        return cli.run(words.subList(1, words.size()).toArray(String[]::new));
    }

    /** The SQL in the guide. */
    String sql() {
        var sql = SQL.matcher(text);
        assertThat(sql.find()).isTrue();
        return sql.group(1);
    }

    void isFollowedToTheEnd() {
        assertThat(snippets).isEmpty();
    }
}
