package lamin.ontology.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import lamin.content.Digests;
import lamin.instance.WholeFile;

/** A large file that appears complete or not at all, with its hashes. */
record NewFile(Path path, long size, String sha256, String md5) {
    static NewFile write(Path path, InputStream content, long maxSize) throws IOException {
        var temporary = Files.createTempFile(path.toAbsolutePath().getParent(), "." + path.getFileName(), ".tmp");
        try {
            var sha256 = Digests.sha256();
            var md5 = Digests.md5();
            var size = 0L;
            try (var out = Files.newOutputStream(temporary)) {
                var buffer = new byte[1 << 16];
                for (var read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                    size += read;
                    if (size > maxSize) {
                        throw new IOException("expected at most " + maxSize + " bytes, found more");
                    }
                    sha256.update(buffer, 0, read);
                    md5.update(buffer, 0, read);
                    out.write(buffer, 0, read);
                }
            }
            WholeFile.replace(temporary, path);
            return new NewFile(path, size, hex(sha256), hex(md5));
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    static String sha256(Path path) throws IOException {
        var digest = Digests.sha256();
        try (var in = Files.newInputStream(path)) {
            var buffer = new byte[1 << 16];
            for (var read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return hex(digest);
    }

    private static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }
}
