package lamin.graph.property;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The value of a property. Formats that support only flat values write its {@link #text()}. */
public sealed interface Property {
    static Property of(String text) {
        return new Text(text);
    }

    static Property of(long number) {
        return new Whole(number);
    }

    static Property of(boolean flag) {
        return new Flag(flag);
    }

    /** A list of texts. */
    static Property of(List<String> texts) {
        return new Items(texts.stream().map(Property::of).toList());
    }

    /** The value on one line. */
    String text();

    record Text(String text) implements Property {}

    record Whole(long value) implements Property {
        @Override
        public String text() {
            return Long.toString(value);
        }
    }

    record Flag(boolean value) implements Property {
        @Override
        public String text() {
            return Boolean.toString(value);
        }
    }

    /** Several values in order; on one line they are separated by commas. */
    record Items(List<Property> values) implements Property {
        public Items {
            values = List.copyOf(values);
        }

        @Override
        public String text() {
            return values.stream().map(Property::text).collect(Collectors.joining(", "));
        }
    }

    /** Named values in order; on one line they are separated by spaces, and a flag that is set is shown by its name. */
    record Fields(Map<String, Property> values) implements Property {
        public Fields {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }

        @Override
        public String text() {
            return values.entrySet().stream()
                    .map(field -> text(field.getKey(), field.getValue()))
                    .filter(text -> !text.isEmpty())
                    .collect(Collectors.joining(" "));
        }

        private static String text(String name, Property value) {
            return switch (value) {
                case Flag(var isSet) -> isSet ? name : "";
                case Text text -> text.text();
                case Whole number -> name + "=" + number.text();
                case Items items -> items.text();
                case Fields fields -> fields.text();
            };
        }
    }
}
