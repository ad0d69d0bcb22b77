package lamin.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The public API of the engine, type by type and member by member, is the one that was written down. */
class PublicApiTest {
    private static final Set<String> OF_EVERY_OBJECT = Set.of("equals", "hashCode", "toString");
    private static final Path WRITTEN = Path.of("src/test/resources/public-api.txt");

    @Test
    void the_api_is_the_one_written_down() throws Exception {
        var api = types().flatMap(PublicApiTest::lines).toList();
        var now = Path.of("target/public-api.txt");
        Files.write(now, api);
        var written = Files.readAllLines(WRITTEN);

        assertThat(Stream.concat(
                        api.stream().filter(line -> !written.contains(line)).map(line -> "new: " + line),
                        written.stream().filter(line -> !api.contains(line)).map(line -> "missing: " + line)))
                .as("changes of the public API; if they are meant, copy %s over %s", now, WRITTEN)
                .isEmpty();
    }

    /** About as many as somebody can know. */
    @Test
    void the_api_stays_small() throws Exception {
        assertThat(types().filter(type -> !type.isMemberClass()))
                .as("public top-level types outside internal packages")
                .hasSizeLessThanOrEqualTo(50);
    }

    private static Stream<Class<?>> types() throws IOException, URISyntaxException {
        var classes = Path.of(Migration.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        try (var files = Files.walk(classes.resolve("lamin/schema"))) {
            return files
                    .map(file -> classes.relativize(file).toString().replace('\\', '/'))
                    .filter(file -> file.endsWith(".class") && !file.contains("/internal/") && !file.contains("-info"))
                    .map(file ->
                            file.substring(0, file.length() - ".class".length()).replace('/', '.'))
                    .sorted()
                    .<Class<?>>map(PublicApiTest::load)
                    .filter(PublicApiTest::isVisible)
                    .toList()
                    .stream();
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, Migration.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isVisible(Class<?> type) {
        return (Modifier.isPublic(type.getModifiers()) || Modifier.isProtected(type.getModifiers()))
                && (type.getDeclaringClass() == null || isVisible(type.getDeclaringClass()));
    }

    private static Stream<String> lines(Class<?> type) {
        var members = Stream.of(type.getDeclaredFields(), type.getDeclaredConstructors(), type.getDeclaredMethods())
                .flatMap(Arrays::stream)
                .filter(PublicApiTest::isVisibleMember)
                .map(member -> type.getTypeName() + " " + words(member))
                .sorted();
        return Stream.concat(Stream.of(type.getTypeName()), members);
    }

    private static boolean isVisibleMember(AccessibleObject member) {
        var m = (Member) member;
        return !m.isSynthetic()
                && !OF_EVERY_OBJECT.contains(m.getName())
                && (Modifier.isPublic(m.getModifiers()) || Modifier.isProtected(m.getModifiers()));
    }

    private static String words(AccessibleObject member) {
        return switch (member) {
            case Field field -> field.getName() + ": " + name(field.getGenericType());
            case Constructor<?> constructor -> "new" + parameters(constructor);
            case Method method ->
                (Modifier.isStatic(method.getModifiers()) ? "static " : "") + method.getName() + parameters(method)
                        + ": " + name(method.getGenericReturnType());
            default -> throw new IllegalStateException(member.toString());
        };
    }

    private static String parameters(Executable executable) {
        return Stream.of(executable.getGenericParameterTypes())
                .map(PublicApiTest::name)
                .collect(Collectors.joining(", ", "(", ")"));
    }

    /** Short, but of internal types whole: they stand out. */
    private static String name(Type type) {
        var name = type.getTypeName();
        for (var prefix : List.of("java.lang.", "java.util.", "java.util.stream.", "java.util.function.")) {
            name = name.replaceAll("(?<![\\w.])" + prefix.replace(".", "\\.") + "(?=[A-Z])", "");
        }
        return name;
    }
}
