package lamin.ontology.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import lamin.ontology.Synonym.Scope;
import lamin.ontology.Term;
import lamin.ontology.Terms;
import org.jspecify.annotations.Nullable;

/**
 * The terms of a file in the OBO format, 1.0 to 1.4. Tags that say nothing about a {@link Term} are not looked at, whatever
 * their value: real files have cross-references that break the grammar.
 */
final class OboTerms implements Terms {
    private static final String TERM = "[Term]";

    private final Path path;
    private final InputStream in;
    private final Lines lines;
    private @Nullable String stanza;
    private long stanzaLine;

    OboTerms(Path path, InputStream in) {
        this.path = path;
        this.in = in;
        this.lines = new Lines(in);
    }

    @Override
    public @Nullable Term next() {
        try {
            while (stanza == null || !stanza.equals(TERM)) {
                if (!skipStanza()) {
                    return null;
                }
            }
            return term();
        } catch (TermFailure e) {
            throw new TermFailure("line " + lines.number() + ": " + e.getMessage(), e.getCause()).in(path);
        } catch (IOException e) {
            throw TermFailure.unreadable(path, "after line " + lines.number() + ": " + e.getMessage(), e);
        }
    }

    /** False at the end of the file. */
    private boolean skipStanza() throws IOException {
        for (var line = line(); line != null; line = line()) {
            if (isStanza(line)) {
                return true;
            }
            tag(line);
        }
        stanza = null;
        return false;
    }

    private Term term() throws IOException {
        var began = stanzaLine;
        var term = new TermBuilder(TermId.OF_ONTOLOGY);
        stanza = null;
        for (var line = line(); line != null && !isStanza(line); line = line()) {
            var colon = tag(line);
            read(term, line.substring(0, colon), line.substring(colon + 1).strip());
        }
        var id = term.id();
        if (id == null) {
            throw new TermFailure("expected an id in the [Term] of line " + began + ", found none");
        }
        return term.build(id);
    }

    private boolean isStanza(String line) {
        if (line.charAt(0) != '[') {
            return false;
        }
        var close = line.indexOf(']');
        if (close < 0 || !isCommentOrNothing(line.substring(close + 1))) {
            throw new TermFailure("expected a stanza such as [Term], found " + TermFailure.excerpt(line));
        }
        stanza = line.substring(0, close + 1);
        stanzaLine = lines.number();
        return true;
    }

    private static boolean isCommentOrNothing(String rest) {
        return rest.isBlank() || rest.strip().startsWith("!");
    }

    /** The position of the colon after the tag. */
    private static int tag(String line) {
        var colon = line.indexOf(':');
        if (colon <= 0) {
            throw new TermFailure("expected 'tag: value', found " + TermFailure.excerpt(line));
        }
        return colon;
    }

    /** The next line that is neither blank nor a comment, with the lines that continue it; null at the end. */
    private @Nullable String line() throws IOException {
        for (var line = lines.next(); line != null; line = lines.next()) {
            var text = continued(line).strip();
            if (!text.isEmpty() && text.charAt(0) != '!') {
                return text;
            }
        }
        return null;
    }

    private String continued(String line) throws IOException {
        if (!endsInBackslash(line)) {
            return line;
        }
        var whole = new StringBuilder();
        var last = line;
        while (endsInBackslash(last)) {
            whole.append(last, 0, last.length() - 1);
            if (whole.length() > Lines.MAX_BYTES) {
                throw new TermFailure(
                        "expected lines of at most " + (Lines.MAX_BYTES >> 20) + " MiB, found a longer one");
            }
            var next = lines.next();
            if (next == null) {
                throw new TermFailure("expected another line after the backslash, found the end of the file");
            }
            last = next;
        }
        return whole.append(last).toString();
    }

    private static boolean endsInBackslash(String line) {
        var count = 0;
        while (count < line.length() && line.charAt(line.length() - 1 - count) == '\\') {
            count++;
        }
        return count % 2 == 1;
    }

    private static void read(TermBuilder term, String tag, String value) {
        switch (tag) {
            case "id" -> readId(term, value);
            case "name" -> readName(term, value);
            case "def" -> readDefinition(term, value);
            case "synonym" -> readSynonym(term, value, null);
            case "exact_synonym" -> readSynonym(term, value, Scope.EXACT);
            case "narrow_synonym" -> readSynonym(term, value, Scope.NARROW);
            case "broad_synonym" -> readSynonym(term, value, Scope.BROAD);
            case "related_synonym" -> readSynonym(term, value, Scope.RELATED);
            case "is_a" -> term.isA(OboValue.of(value).id());
            case "relationship" -> readRelationship(term, value);
            case "alt_id" -> term.alternativeId(OboValue.of(value).id());
            case "is_obsolete" -> term.obsolete(OboValue.of(value).bool());
            case "replaced_by" -> term.replacedBy(OboValue.of(value).id());
            case "consider", "use_term" -> term.consider(OboValue.of(value).id());
            default -> {
                // says nothing about a term as we keep it
            }
        }
    }

    private static void readId(TermBuilder term, String value) {
        var known = term.id();
        var id = OboValue.of(value).id();
        term.id(id);
        if (known != null && !known.equals(term.id())) {
            throw new TermFailure("expected one id in a term, found " + id + " after " + known);
        }
    }

    private static void readName(TermBuilder term, String value) {
        var known = term.name();
        var name = OboValue.of(value).text();
        term.name(name);
        if (known != null && !known.equals(term.name())) {
            throw new TermFailure("expected one name in a term, found " + TermFailure.excerpt(name) + " after "
                    + TermFailure.excerpt(known));
        }
    }

    private static void readDefinition(TermBuilder term, String value) {
        var known = term.definition();
        var definition = OboValue.of(value).quoted();
        term.definition(definition);
        if (known != null && !known.equals(term.definition())) {
            throw new TermFailure("expected one definition in a term, found " + TermFailure.excerpt(definition)
                    + " after " + TermFailure.excerpt(known));
        }
    }

    private static void readSynonym(TermBuilder term, String text, @Nullable Scope scope) {
        var value = OboValue.of(text);
        var synonym = value.quoted();
        term.synonym(synonym, scope == null ? scope(value.word()) : scope);
    }

    private static Scope scope(String word) {
        for (var scope : Scope.values()) {
            if (scope.name().equalsIgnoreCase(word)) {
                return scope;
            }
        }
        return Scope.RELATED;
    }

    /** Only what every individual of the term is part of: "only part of" and "part of at most" say something else. */
    private static void readRelationship(TermBuilder term, String text) {
        var value = OboValue.of(text);
        var relation = value.id();
        var object = value.id();
        if (Relations.isPartOf(relation) && !value.restrictsOtherwise()) {
            term.partOf(object);
        }
    }

    @Override
    public void close() {
        Closing.close(in);
    }
}
