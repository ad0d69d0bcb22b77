package lamin.entities;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * The file {@code META-INF/orm.xml} beside the entities of a module, which JPA reads without being asked to. It may change any
 * table, and it is not read here, so it is refused if it does more than name listeners and queries.
 */
final class MappingFiles {
    private static final String FILE = "META-INF/orm.xml";

    /** Elements that describe no table. */
    private static final Set<String> HARMLESS = Set.of(
            "description",
            "entity-listeners",
            "named-query",
            "named-native-query",
            "named-stored-procedure-query",
            "sql-result-set-mapping",
            "package");

    private static final Set<String> CONTAINERS =
            Set.of("entity-mappings", "persistence-unit-metadata", "persistence-unit-defaults");

    private MappingFiles() {}

    static void check(ModuleEntities module, Problems problems) {
        module.entities().stream()
                .map(MappingFiles::beside)
                .flatMap(Optional::stream)
                .distinct()
                .forEach(file -> check(file, problems));
    }

    /** Only there: the one of a library describes the library's entities. */
    private static Optional<String> beside(Class<?> entity) {
        var file = entity.getName().replace('.', '/') + ".class";
        var loader = entity.getClassLoader();
        var url = loader == null ? null : loader.getResource(file);
        return Optional.ofNullable(url)
                .map(URL::toString)
                .map(place -> place.substring(0, place.length() - file.length()) + FILE);
    }

    private static void check(String file, Problems problems) {
        try (var in = URI.create(file).toURL().openStream()) {
            tableElement(parse(in).getDocumentElement())
                    .ifPresent(element -> problems.add(
                            FILE,
                            "<" + element
                                    + "> may change tables, and mapping files are not read; write it as an annotation of"
                                    + " the class"));
        } catch (IOException none) {
            // there is no such file
        }
    }

    private static org.w3c.dom.Document parse(InputStream in) throws IOException {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setNamespaceAware(true);
            return factory.newDocumentBuilder().parse(in);
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(e);
        }
    }

    private static Optional<String> tableElement(Element element) {
        var name = element.getLocalName();
        if (HARMLESS.contains(name)) {
            return Optional.empty();
        }
        if (!CONTAINERS.contains(name)) {
            return Optional.of(name);
        }
        var children = element.getChildNodes();
        return IntStream.range(0, children.getLength())
                .<Node>mapToObj(children::item)
                .filter(Element.class::isInstance)
                .map(child -> tableElement((Element) child))
                .flatMap(Optional::stream)
                .findFirst();
    }
}
