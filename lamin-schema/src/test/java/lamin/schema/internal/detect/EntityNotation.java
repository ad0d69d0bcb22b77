package lamin.schema.internal.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import lamin.schema.internal.sql.OrderedKey;
import lamin.schema.internal.sql.SqlTokens;
import lamin.schema.model.Constraint.CheckConstraint;
import lamin.schema.model.Constraint.UniqueConstraint;
import lamin.schema.model.Index;
import lamin.schema.model.TableName;
import org.jspecify.annotations.Nullable;

/** An entity as the case files write it: fields by name, and what is said of the whole with {@code @}. */
record EntityNotation(String module, String name, List<FieldNotation> fields, Map<String, Object> settings) {
    private static final Set<String> SETTINGS =
            Set.of("@table", "@unique", "@index", "@check", "@pk", "@comment", "@extends", "@unmanaged", "@was");

    static EntityNotation parse(String module, String name, Map<String, Object> notation) {
        var settings = Yaml.map(notation);
        var fields = new ArrayList<FieldNotation>();
        notation.forEach((key, value) -> {
            if (!key.startsWith("@")) {
                fields.add(FieldNotation.parse(key, Yaml.text(value)));
                settings.remove(key);
            } else if (!SETTINGS.contains(key)) {
                throw new IllegalArgumentException("unknown setting " + key + " of " + name);
            }
        });
        return new EntityNotation(module, name, fields, settings);
    }

    TableName table() {
        var given = settings.get("@table");
        return given == null ? TableName.of(module + "_" + name.toLowerCase(Locale.ROOT)) : tableName(Yaml.text(given));
    }

    private static TableName tableName(String name) {
        int dot = name.indexOf('.');
        return dot < 0 ? TableName.of(name) : TableName.of(name.substring(0, dot), name.substring(dot + 1));
    }

    boolean isManaged() {
        return !Yaml.isYes(settings.get("@unmanaged"));
    }

    Optional<String> text(String setting) {
        return Optional.ofNullable(settings.get(setting)).map(Yaml::text);
    }

    /** The columns of the key: those of {@code @pk}, else those flagged so, else {@code id}. */
    List<String> key() {
        if (settings.containsKey("@pk")) {
            return Yaml.texts(settings.get("@pk")).stream().map(this::column).toList();
        }
        var flagged = fields.stream()
                .filter(field -> field.has("pk"))
                .map(FieldNotation::column)
                .toList();
        return flagged.isEmpty() ? List.of("id") : flagged;
    }

    /** Whether the key is the {@code id} that no field says. */
    boolean hasImpliedId() {
        return key().contains("id")
                && fields.stream().noneMatch(field -> field.column().equals("id"));
    }

    /** {@code [name, content, option...]}; without a name where that is empty. */
    private record Entry(@Nullable String name, @Nullable Object content, List<Object> options) {
        static Entry read(@Nullable Object notation) {
            var parts = Yaml.list(notation);
            return new Entry(
                    parts.get(0) instanceof String name && !name.isEmpty() ? name : null,
                    parts.get(1),
                    parts.stream().skip(2).filter(Objects::nonNull).toList());
        }
    }

    /** Uniques with options are indexes. */
    List<UniqueConstraint> uniques() {
        return entries("@unique").stream()
                .filter(entry -> entry.options().isEmpty())
                .map(entry -> new UniqueConstraint(entry.name(), columns(entry.content())))
                .toList();
    }

    List<CheckConstraint> checks() {
        return entries("@check").stream()
                .map(entry -> new CheckConstraint(entry.name(), Yaml.text(entry.content())))
                .toList();
    }

    List<Index> indexes() {
        var uniques = entries("@unique").stream()
                .filter(entry -> !entry.options().isEmpty())
                .map(entry -> index(entry, true));
        return Stream.concat(uniques, entries("@index").stream().map(entry -> index(entry, false)))
                .toList();
    }

    private Index index(Entry entry, boolean unique) {
        var options = options(entry.options());
        var keys = Yaml.texts(entry.content()).stream().map(this::key).toList();
        return new Index(entry.name(), keys, unique || options.containsKey("unique"), null).where(options.get("where"));
    }

    /** Options are a map {@code {unique: true, where: ...}} or words {@code unique where ...}. */
    private static Map<String, String> options(List<Object> entries) {
        var options = new TreeMap<String, String>();
        for (var entry : entries) {
            if (entry instanceof List<?>) {
                options.putAll(options(
                        Yaml.list(entry).stream().filter(Objects::nonNull).toList()));
            } else if (entry instanceof Map<?, ?>) {
                Yaml.map(entry).forEach((option, value) -> {
                    if (!option.equals("unique") || Yaml.isYes(value)) {
                        options.put(option, Yaml.text(value));
                    }
                });
            } else {
                var text = Yaml.text(entry).strip();
                int where = text.toLowerCase(Locale.ROOT).indexOf("where ");
                if (where >= 0) {
                    options.put(
                            "where", text.substring(where + "where ".length()).strip());
                    text = text.substring(0, where);
                }
                Notation.words(text).forEach(word -> options.put(word, ""));
            }
        }
        if (!Set.of("unique", "where").containsAll(options.keySet())) {
            throw new IllegalArgumentException("unknown options of an index: " + options);
        }
        return options;
    }

    private Index.Key key(String text) {
        var key = OrderedKey.parse(text);
        return key.text().matches("\\w+")
                ? new Index.Key.OnColumn(column(key.text()), key.descending())
                : Index.Key.expression(SqlTokens.unwrap(key.text()), key.descending());
    }

    private List<String> columns(@Nullable Object names) {
        return Yaml.texts(names).stream().map(this::column).toList();
    }

    /** The column of that name or, if there is none, of the field of that name. */
    private String column(String name) {
        return fields.stream()
                .filter(field -> field.name().equals(name))
                .map(FieldNotation::column)
                .findFirst()
                .orElse(name);
    }

    private List<Entry> entries(String setting) {
        return settings.containsKey(setting)
                ? Yaml.list(settings.get(setting)).stream().map(Entry::read).toList()
                : List.of();
    }
}
