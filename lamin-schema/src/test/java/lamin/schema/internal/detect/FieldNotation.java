package lamin.schema.internal.detect;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lamin.schema.model.ColumnType;
import lamin.schema.model.ColumnTypes;
import lamin.schema.model.Names;

/**
 * A field as the case files write it: {@code string(200) notnull dbdefault='Ada'}, {@code fk core.Author ondelete=cascade}.
 *
 * @param type the first word
 * @param target of a relation, {@code module.Entity}; empty for others
 * @param flags what follows, by name; flags without a value have an empty one
 */
record FieldNotation(String name, String type, String target, Map<String, String> flags) {
    private static final Set<String> FLAGS = Set.of(
            "pk",
            "notnull",
            "null",
            "default",
            "dbdefault",
            "unique",
            "col",
            "ondelete",
            "deferrable",
            "collate",
            "comment",
            "was",
            "through",
            "gen");
    private static final Set<String> RELATIONS = Set.of("fk", "o2o", "m2m");

    static FieldNotation parse(String name, String notation) {
        var words = Notation.words(notation);
        var type = words.getFirst();
        boolean isRelation = RELATIONS.contains(type);
        var flags = flags(words.subList(isRelation ? 2 : 1, words.size()));
        if (Notation.name(type).equals("gen")) {
            flags.put("gen", Notation.argument(type));
            type = "int";
        }
        return new FieldNotation(name, type, isRelation ? words.get(1) : "", flags);
    }

    private static Map<String, String> flags(List<String> words) {
        var flags = new LinkedHashMap<String, String>();
        for (int i = 0; i < words.size(); i++) {
            var word = words.get(i);
            int equals = word.indexOf('=');
            var flag = Notation.name(equals < 0 ? word : word.substring(0, equals));
            if (!FLAGS.contains(flag)) {
                throw new IllegalArgumentException("unknown flag " + word);
            }
            var value = equals >= 0
                    ? word.substring(equals + 1)
                    : flag.equals("through") ? words.get(++i) : Notation.argument(word);
            flags.put(flag, value);
        }
        return flags;
    }

    boolean has(String flag) {
        return flags.containsKey(flag);
    }

    Optional<String> flag(String flag) {
        return Optional.ofNullable(flags.get(flag)).map(Notation::unquoted);
    }

    /** As written, quotes included. */
    Optional<String> sql(String flag) {
        return Optional.ofNullable(flags.get(flag));
    }

    boolean isToMany() {
        return type.equals("m2m");
    }

    boolean isToOne() {
        return type.equals("fk") || type.equals("o2o");
    }

    boolean isUnique() {
        return has("unique") || type.equals("o2o");
    }

    boolean isNullable() {
        return !has("notnull") && !has("pk");
    }

    /** The column that the naming convention gives the property. */
    String property() {
        return property(name);
    }

    Optional<String> formerProperty() {
        return flag("was").map(this::property);
    }

    private String property(String property) {
        return Names.snakeCase(property) + (isToOne() ? "_id" : "");
    }

    String column() {
        return flag("col").orElseGet(this::property);
    }

    List<String> constants() {
        return Notation.name(type).equals("enum")
                ? Arrays.stream(Notation.argument(type).split(","))
                        .map(String::strip)
                        .toList()
                : List.of();
    }

    ColumnType columnType() {
        return switch (Notation.name(type)) {
            case "int" -> ColumnTypes.int32();
            case "long" -> ColumnTypes.int64();
            case "short" -> ColumnTypes.int16();
            case "float" -> ColumnTypes.float32();
            case "double" -> ColumnTypes.float64();
            case "string" -> ColumnTypes.string(length());
            case "enum" -> ColumnTypes.string(255);
            case "text" -> ColumnTypes.text();
            case "bytes" -> ColumnTypes.bytes();
            case "bool" -> ColumnTypes.bool();
            case "decimal" -> decimal();
            case "date" -> ColumnTypes.date();
            case "time" -> ColumnTypes.time();
            case "timestamp" -> ColumnTypes.timestamp();
            case "timestamptz" -> ColumnTypes.timestamptz();
            case "uuid" -> ColumnTypes.uuid();
            case "json" -> ColumnTypes.json();
            default -> throw new IllegalArgumentException("unknown type " + type);
        };
    }

    private int length() {
        var length = Notation.argument(type);
        return length.isEmpty() ? 255 : Integer.parseInt(length);
    }

    private ColumnType decimal() {
        var digits = Notation.argument(type).split(",", 2);
        return ColumnTypes.decimal(Integer.parseInt(digits[0].strip()), Integer.parseInt(digits[1].strip()));
    }
}
