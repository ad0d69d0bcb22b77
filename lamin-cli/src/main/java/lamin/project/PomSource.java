package lamin.project;

import java.io.StringReader;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import lamin.schema.Remedy.Advice;

/** The text of a {@code pom.xml}, in which the project's version is edited and everything else stays unchanged. */
public record PomSource(String text) {
    private static final Pattern PROPERTY = Pattern.compile("\\$\\{([^${}]+)}");
    private static final Pattern PLAIN = Pattern.compile("[^\\s<>&${}]+");
    private static final XMLInputFactory READERS = readers();
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private static XMLInputFactory readers() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    /**
     * With another version, set where the pom states it or in the property that defines it.
     *
     * @throws LaminException if the version is inherited or composed of several parts
     */
    public PomSource withVersion(String version) {
        if (text.startsWith(BYTE_ORDER_MARK)) {
            return new PomSource(BYTE_ORDER_MARK
                    + new PomSource(text.substring(1)).withVersion(version).text());
        }
        requireXml();
        return replace(version);
    }

    /** Whether the version is that of the parent. */
    public boolean isVersionInherited() {
        return XmlElement.find(text, "project/version").isEmpty()
                && XmlElement.find(text, "project/parent/version").isPresent();
    }

    private void requireXml() {
        try {
            var reader = READERS.createXMLStreamReader(new StringReader(text));
            while (reader.hasNext()) {
                reader.next();
            }
            reader.close();
        } catch (XMLStreamException e) {
            throw new LaminException(ErrorCode.FAILURE, "pom.xml is not well-formed XML: " + e.getMessage(), e);
        }
    }

    private PomSource replace(String version) {
        var declared = XmlElement.find(text, "project/version");
        if (declared.isEmpty()) {
            throw new LaminException(
                    ErrorCode.REFUSED,
                    "pom.xml" + parentLine() + ": the project's version is that of its parent",
                    new Advice("a module has a version of its own: write <version>" + version
                            + "</version> below <artifactId>"));
        }
        var property = PROPERTY.matcher(content(declared.get()));
        return property.matches()
                ? replaceProperty(property.group(1), declared.get(), version)
                : replace(declared.get(), version);
    }

    private String parentLine() {
        return XmlElement.find(text, "project/parent/version")
                .map(parent -> ":" + parent.line())
                .orElse("");
    }

    private PomSource replaceProperty(String name, XmlElement declared, String version) {
        var property = XmlElement.find(text, "project/properties/" + name);
        if (property.isEmpty()) {
            throw new LaminException(
                    ErrorCode.REFUSED,
                    "pom.xml:" + declared.line() + ": the version is ${" + name + "}, which this pom does not set",
                    new Advice("write: <version>" + version + "</version>"));
        }
        return replace(property.get(), version);
    }

    private PomSource replace(XmlElement element, String version) {
        var content = content(element);
        if (!PLAIN.matcher(content).matches()) {
            throw new LaminException(
                    ErrorCode.REFUSED,
                    "pom.xml:" + element.line() + ": the version is " + content + ", which cannot be edited",
                    new Advice("write: <version>" + version + "</version>"));
        }
        int start = text.indexOf(content, element.start());
        return new PomSource(text.substring(0, start) + version + text.substring(start + content.length()));
    }

    private String content(XmlElement element) {
        return text.substring(element.start(), element.end()).strip();
    }
}
