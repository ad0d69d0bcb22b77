package lamin.ontology.format;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The format of a file of terms, by its first bytes. */
enum TermFormat {
    OBO,
    XML,
    JSON,
    CSV,
    TSV,
    PARQUET;

    private static final String EXPECTED = "expected OBO, RDF/XML, JSON, Parquet, CSV or TSV";

    static TermFormat of(BufferedInputStream in) throws IOException {
        var head = Contents.head(in, 1 << 15);
        if (Contents.startsWith(head, "PAR1")) {
            return PARQUET;
        }
        refuseOthers(head);
        var text = new String(head, StandardCharsets.UTF_8);
        var start = firstCharacter(text);
        if (start == text.length()) {
            throw new TermFailure(EXPECTED + ", found " + (head.length == 0 ? "an empty file" : "nothing but spaces"));
        }
        return switch (text.charAt(start)) {
            case '<' -> XML;
            case '{' -> JSON;
            default -> ofLines(text.substring(start));
        };
    }

    private static void refuseOthers(byte[] head) {
        if (Contents.startsWith(head, "PK")) {
            throw new TermFailure(EXPECTED + ", found a zip archive: unpack it first");
        }
        if (Contents.startsWith(head, 0xff, 0xfe) || Contents.startsWith(head, 0xfe, 0xff)) {
            throw new TermFailure("expected UTF-8, found UTF-16");
        }
        for (var b : head) {
            if (b == 0) {
                throw new TermFailure(EXPECTED + ", found binary data");
            }
        }
    }

    private static int firstCharacter(String text) {
        var i = 0;
        while (i < text.length() && (Character.isWhitespace(text.charAt(i)) || text.charAt(i) == '\uFEFF')) {
            i++;
        }
        return i;
    }

    private static TermFormat ofLines(String text) {
        if (text.startsWith("[Term]")
                || text.startsWith("format-version:")
                || text.contains("\nformat-version:")
                || text.contains("\n[Term]")) {
            return OBO;
        }
        var first = text.lines().findFirst().orElse("");
        if (first.startsWith("Prefix(") || first.startsWith("Ontology(") || first.startsWith("@prefix")) {
            throw new TermFailure(EXPECTED + ", found OWL or RDF in another syntax: save it as RDF/XML or OBO");
        }
        if (first.indexOf('\t') >= 0) {
            return TSV;
        }
        if (first.indexOf(',') >= 0) {
            return CSV;
        }
        throw new TermFailure(EXPECTED + ", found a file that begins with " + TermFailure.excerpt(first));
    }
}
