package lamin.ontology.format;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import lamin.ontology.Term;
import lamin.ontology.Terms;
import lamin.schema.LaminException;
import org.jspecify.annotations.Nullable;

/**
 * The classes of an ontology in RDF/XML, as ROBOT and the OWL API write them: one element for each class. Document type
 * declarations are refused, so that there are no entities to expand or to fetch.
 */
final class RdfTerms implements Terms {
    private static final String RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    private static final String OWL = "http://www.w3.org/2002/07/owl#";
    private static final String XML = "http://www.w3.org/XML/1998/namespace";

    private static final Pattern ENCODING = Pattern.compile("\\s*<\\?xml[^>]*encoding\\s*=\\s*[\"']([^\"'>]*)");
    private static final int MAX_NODES = 10_000_000;

    private final Path path;
    private final Contents contents;
    private final BoundedInput in;
    private final XMLStreamReader xml;
    private final String base;
    private @Nullable Map<String, String> wholesByNode;

    private RdfTerms(Path path, Contents contents, BoundedInput in) throws XMLStreamException {
        this.path = path;
        this.contents = contents;
        this.in = in;
        this.xml = factory().createXMLStreamReader(in);
        this.base = root();
    }

    static RdfTerms open(Path path, BufferedInputStream in, Contents contents) throws IOException {
        var bounded = new BoundedInput(isUtf8(in) ? new Utf8Input(in) : in);
        try {
            return new RdfTerms(path, contents, bounded);
        } catch (XMLStreamException e) {
            throw invalid(e, null).in(path);
        }
    }

    /** The parser of the JDK says on stderr, and without a line, where a text is not UTF-8. */
    private static boolean isUtf8(BufferedInputStream in) throws IOException {
        var declaration = ENCODING.matcher(new String(Contents.head(in, 200), StandardCharsets.ISO_8859_1));
        return !declaration.lookingAt() || declaration.group(1).equalsIgnoreCase("UTF-8");
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty("http://java.sun.com/xml/stream/properties/ignore-external-dtd", true);
        factory.setXMLResolver((publicId, systemId, baseUri, namespace) -> {
            throw new XMLStreamException("expected no external entities, found " + systemId);
        });
        return factory;
    }

    /** Reads up to the root element; returns the base of relative names. */
    private String root() throws XMLStreamException {
        while (event() != XMLStreamConstants.START_ELEMENT) {
            if (xml.getEventType() == XMLStreamConstants.END_DOCUMENT) {
                throw new TermFailure("expected rdf:RDF, found no element");
            }
        }
        if (!is(RDF, "RDF")) {
            throw new TermFailure("line " + xml.getLocation().getLineNumber() + ": expected rdf:RDF, found "
                    + xml.getLocalName()
                    + (xml.getLocalName().equals("Ontology") ? ", which is OWL/XML: save it as RDF/XML or OBO" : ""));
        }
        var base = xml.getAttributeValue(XML, "base");
        return base == null ? "" : base;
    }

    @Override
    public @Nullable Term next() {
        return guarded(() -> {
            for (var event = event(); event != XMLStreamConstants.END_DOCUMENT; event = event()) {
                if (event == XMLStreamConstants.START_ELEMENT) {
                    var term = isClass() ? term() : skipped();
                    if (term != null) {
                        return term;
                    }
                }
            }
            return null;
        });
    }

    private interface Reading<T extends @Nullable Object> {
        T read() throws XMLStreamException;
    }

    private <T extends @Nullable Object> T guarded(Reading<T> reading) {
        try {
            return reading.read();
        } catch (XMLStreamException e) {
            throw invalid(e, xml).in(path);
        } catch (TermFailure e) {
            throw new TermFailure("line " + xml.getLocation().getLineNumber() + ": " + e.getMessage(), e.getCause())
                    .in(path);
        } catch (LaminException e) {
            throw e;
        } catch (RuntimeException e) {
            // the parser of the JDK has such failures for some malformed names and encodings
            throw TermFailure.unreadable(
                    path, "line " + xml.getLocation().getLineNumber() + ": expected well-formed XML: " + e, e);
        }
    }

    /**
     * What the restriction with this name, which stands elsewhere in the file, says that things are part of; null for other
     * restrictions. The OWL API writes restrictions like that if an annotation refers to them too.
     */
    private @Nullable String whole(String node) {
        if (wholesByNode == null) {
            wholesByNode = wholesByNode();
        }
        return wholesByNode.get(node);
    }

    private Map<String, String> wholesByNode() {
        try (var again = open(path, contents.open(path), contents)) {
            return again.restrictions();
        } catch (IOException e) {
            throw TermFailure.unreadable(path, String.valueOf(e.getMessage()), e);
        }
    }

    private Map<String, String> restrictions() {
        return guarded(() -> {
            var wholes = new HashMap<String, String>();
            for (var event = event(); event != XMLStreamConstants.END_DOCUMENT; event = event()) {
                var node = event == XMLStreamConstants.START_ELEMENT && is(OWL, "Restriction") ? node() : null;
                var whole = node == null ? null : restriction();
                if (whole != null) {
                    wholes.put(node, whole);
                }
                if (wholes.size() > MAX_NODES) {
                    throw new TermFailure("expected at most " + MAX_NODES + " named restrictions, found more");
                }
            }
            return wholes;
        });
    }

    private boolean isClass() {
        return is(OWL, "Class") || is(RDF, "Description");
    }

    private @Nullable Term skipped() throws XMLStreamException {
        skip();
        return null;
    }

    /** The class of the current element; null if it has no name or is not a class. */
    private @Nullable Term term() throws XMLStreamException {
        var iri = iri(xml);
        if (iri == null) {
            return skipped();
        }
        var element = new RdfClass(is(OWL, "Class"));
        element.term().id(iri);
        while (event() != XMLStreamConstants.END_ELEMENT) {
            if (xml.getEventType() == XMLStreamConstants.START_ELEMENT) {
                property(element);
            }
        }
        return element.build();
    }

    /** One property of a class, up to its end. */
    private void property(RdfClass element) throws XMLStreamException {
        var namespace = String.valueOf(xml.getNamespaceURI());
        var name = xml.getLocalName();
        var resource = resource("resource");
        if (name.equals("subClassOf")) {
            var node = node();
            if (node != null) {
                partOf(element, whole(node));
                skip();
            } else if (resource == null) {
                superclass(element);
            } else {
                element.superclass(resource);
                skip();
            }
        } else if (RdfClass.isRead(namespace + name)) {
            var language = xml.getAttributeValue(XML, "lang");
            element.property(namespace, name, resource, language, text());
        } else {
            if (namespace.equals(RDF) && name.equals("type") && resource != null) {
                element.type(resource);
            }
            skip();
        }
    }

    /** A superclass that is written as an element: a class, or what its members are related to. */
    private void superclass(RdfClass element) throws XMLStreamException {
        while (event() != XMLStreamConstants.END_ELEMENT) {
            if (xml.getEventType() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            if (is(OWL, "Restriction")) {
                partOf(element, restriction());
            } else {
                var iri = iri(xml);
                if (iri != null && isClass()) {
                    element.superclass(iri);
                }
                skip();
            }
        }
    }

    private static void partOf(RdfClass element, @Nullable String whole) {
        if (whole != null) {
            element.term().partOf(whole);
        }
    }

    /** What the current restriction says that things are part of; null if it says something else. */
    private @Nullable String restriction() throws XMLStreamException {
        String property = null;
        String filler = null;
        while (event() != XMLStreamConstants.END_ELEMENT) {
            if (xml.getEventType() == XMLStreamConstants.START_ELEMENT) {
                if (is(OWL, "onProperty")) {
                    property = named();
                } else if (is(OWL, "someValuesFrom")) {
                    filler = named();
                } else {
                    skip();
                }
            }
        }
        return property != null && Relations.isPartOf(property) ? filler : null;
    }

    /** What the current element refers to, by an attribute or by the element in it; null for an expression. */
    private @Nullable String named() throws XMLStreamException {
        var named = resource("resource");
        while (event() != XMLStreamConstants.END_ELEMENT) {
            if (xml.getEventType() == XMLStreamConstants.START_ELEMENT) {
                named = iri(xml);
                skip();
            }
        }
        return named;
    }

    /** The name that the current element has only within the file. */
    private @Nullable String node() {
        return xml.getAttributeValue(RDF, "nodeID");
    }

    private @Nullable String iri(XMLStreamReader reader) {
        var id = reader.getAttributeValue(RDF, "ID");
        return id == null ? resource("about") : base + "#" + id;
    }

    private @Nullable String resource(String attribute) {
        var value = xml.getAttributeValue(RDF, attribute);
        return value != null && value.startsWith("#") ? base + value : value;
    }

    /** The text of the current element, up to its end. */
    private String text() throws XMLStreamException {
        var text = new StringBuilder();
        var depth = 1;
        while (depth > 0) {
            switch (event()) {
                case XMLStreamConstants.START_ELEMENT -> depth++;
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    append(text, xml.getText());
                default -> {
                    // comments and processing instructions
                }
            }
        }
        return text.toString();
    }

    private static void append(StringBuilder text, String more) {
        if (text.length() + more.length() > BoundedInput.MAX) {
            throw new TermFailure("expected texts of at most " + (BoundedInput.MAX >> 20) + " MiB, found a longer one");
        }
        text.append(more);
    }

    /** Skips the rest of the current element. */
    private void skip() throws XMLStreamException {
        for (var depth = 1; depth > 0; ) {
            var event = event();
            depth += event == XMLStreamConstants.START_ELEMENT ? 1 : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
        }
    }

    private int event() throws XMLStreamException {
        in.progress();
        var event = xml.next();
        if (event == XMLStreamConstants.DTD) {
            throw new TermFailure("expected no document type declaration, found one: save the file without entities");
        }
        if (event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw new TermFailure("expected no entities of the file's own, found &" + xml.getLocalName() + ";");
        }
        if (event == XMLStreamConstants.START_ELEMENT) {
            in.enter();
        } else if (event == XMLStreamConstants.END_ELEMENT) {
            in.leave();
        }
        return event;
    }

    private boolean is(String namespace, String name) {
        return xml.getLocalName().equals(name) && namespace.equals(xml.getNamespaceURI());
    }

    private static TermFailure invalid(XMLStreamException e, @Nullable XMLStreamReader xml) {
        var location = e.getLocation() != null ? e.getLocation() : xml == null ? null : xml.getLocation();
        var line = location == null ? "" : "line " + location.getLineNumber() + ": ";
        var nested = e.getNestedException();
        if (nested instanceof LimitException limit) {
            return new TermFailure((limit.isLocated() ? "" : line) + limit.getMessage(), e);
        }
        var message = String.valueOf(e.getMessage());
        var reason = message.substring(message.lastIndexOf("\nMessage: ") + 1).replace("Message: ", "");
        return new TermFailure(line + "expected well-formed XML: " + reason, e);
    }

    @Override
    public void close() {
        Closing.close(in);
    }
}
