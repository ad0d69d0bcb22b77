package lamin.project;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;

/** A SHA-256 over texts and files, each with its length, so that different lists never produce the same bytes. */
final class ContentHash {
    private final MessageDigest digest = sha256();

    static String of(Path file) {
        var hash = new ContentHash();
        hash.add(file);
        return hash.hex();
    }

    void add(String text) {
        add(text.getBytes(StandardCharsets.UTF_8));
    }

    void add(Path file) {
        try {
            add(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new LaminException(ErrorCode.FAILURE, "cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    /** The path, size and modification time of a file or folder. */
    void addState(Path file) {
        try {
            add(file + " " + Files.size(file) + " "
                    + Files.getLastModifiedTime(file).toMillis());
        } catch (IOException e) {
            throw new LaminException(ErrorCode.FAILURE, "cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    private void add(byte[] bytes) {
        digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(bytes);
    }

    /** Twenty hex digits. */
    String hex() {
        return HexFormat.of().formatHex(digest.digest()).substring(0, 20);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }
}
