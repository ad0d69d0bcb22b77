package lamin.project;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The position of the first element with a path in a text.
 *
 * @param start the start of its content
 * @param end the end of its content
 * @param line the line on which its content begins
 */
record XmlElement(int start, int end, int line) {
    private static final XMLInputFactory READERS = readers();

    private static XMLInputFactory readers() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    /** Finds an element by a path such as {@code project/version}. */
    static Optional<XmlElement> find(String text, String path) throws XMLStreamException {
        var reader = READERS.createXMLStreamReader(new StringReader(text));
        try {
            return find(reader, text, path);
        } finally {
            reader.close();
        }
    }

    private static Optional<XmlElement> find(XMLStreamReader reader, String text, String path)
            throws XMLStreamException {
        var open = new ArrayDeque<String>();
        int start = 0;
        int line = 0;
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                open.addLast(reader.getLocalName());
                if (String.join("/", open).equals(path)) {
                    start = reader.getLocation().getCharacterOffset();
                    line = reader.getLocation().getLineNumber();
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                if (String.join("/", open).equals(path)) {
                    int behind = reader.getLocation().getCharacterOffset();
                    int end = Math.max(start, text.lastIndexOf("</", behind - 1));
                    return Optional.of(new XmlElement(start, end, line));
                }
                open.removeLast();
            }
        }
        return Optional.empty();
    }
}
