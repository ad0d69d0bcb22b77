package lamin.ontology.source;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import lamin.ontology.format.TermFile;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import org.jspecify.annotations.Nullable;

/**
 * A file that was fetched from the url of a source. Its SHA-256 is kept beside it, in the format of {@code sha256sum}.
 *
 * @param sha256 in hexadecimal, like {@code md5}
 */
public record Download(PublicSource source, Path path, long size, String sha256, String md5) {
    private static final long MAX_SIZE = 8L << 30;
    private static final String HASH = ".sha256";
    private static final String BUCKET = "s3://";

    static Download of(PublicSource source, Path cache) {
        var uri = uri(source);
        try {
            Files.createDirectories(cache);
            var file = cache.resolve(uri.getPath().endsWith(".parquet") ? source.tableName() : source.ontologyName());
            var written = fetch(uri, file);
            requireTerms(file);
            Files.writeString(hashOf(file), written.sha256() + "  " + file.getFileName() + "\n");
            return new Download(source, file, written.size(), written.sha256(), written.md5());
        } catch (IOException e) {
            throw failed(uri, e.getMessage() == null ? e.toString() : e.getMessage(), e);
        }
    }

    /** The public address of a bucket of S3 can be read without credentials. */
    private static URI uri(PublicSource source) {
        var url = source.url();
        if (url == null) {
            throw new LaminException(ErrorCode.REFUSED, source + " has no url from which it could be downloaded");
        }
        var slash = url.indexOf('/', BUCKET.length());
        var uri = URI.create(
                url.startsWith(BUCKET) && slash > 0
                        ? "https://" + url.substring(BUCKET.length(), slash) + ".s3.amazonaws.com"
                                + url.substring(slash)
                        : url);
        if (!"https".equals(uri.getScheme()) && !"http".equals(uri.getScheme())) {
            throw new LaminException(ErrorCode.REFUSED, "expected an http or https url, found " + url);
        }
        return uri;
    }

    private static NewFile fetch(URI uri, Path file) throws IOException {
        try (var client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(Duration.ofSeconds(30))
                .build()) {
            var request =
                    HttpRequest.newBuilder(uri).timeout(Duration.ofMinutes(2)).build();
            var response = client.send(request, BodyHandlers.ofInputStream());
            try (var body = response.body()) {
                if (response.statusCode() != 200) {
                    throw failed(uri, "the server answered " + response.statusCode(), null);
                }
                var length = response.headers().firstValueAsLong("Content-Length");
                var written = NewFile.write(file, body, MAX_SIZE);
                if (length.isPresent() && length.getAsLong() != written.size()) {
                    Files.deleteIfExists(file);
                    throw failed(uri, "expected " + length.getAsLong() + " bytes, received " + written.size(), null);
                }
                return written;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed(uri, "it was interrupted", e);
        }
    }

    /** A server may answer with a page that says what is wrong. */
    private static void requireTerms(Path file) throws IOException {
        try (var terms = new TermFile(file).open()) {
            var unused = terms.next();
        } catch (LaminException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    /** Fails if a downloaded file is not as it was. */
    static void requireUnchanged(Path file) {
        var hash = hashOf(file);
        if (!Files.exists(hash)) {
            return;
        }
        try {
            var expected = Files.readString(hash).strip().split("\\s+", 2)[0];
            var found = NewFile.sha256(file);
            if (!found.equals(expected)) {
                throw new LaminException(
                        ErrorCode.FAILURE,
                        file + " has changed since it was downloaded: expected the SHA-256 " + expected + ", found "
                                + found);
            }
        } catch (IOException e) {
            throw new LaminException(ErrorCode.FAILURE, "cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    private static Path hashOf(Path file) {
        return file.resolveSibling(file.getFileName() + HASH);
    }

    private static LaminException failed(URI uri, String reason, @Nullable Throwable cause) {
        return new LaminException(ErrorCode.FAILURE, "cannot download " + uri + ": " + reason, cause);
    }
}
