package lamin.ontology.source;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import org.jspecify.annotations.Nullable;

/** Reads a file {@code sources.csv}. Of the sources of a registry and an organism, the first is used by default. */
record CatalogFile(String name) {
    private static final Set<String> REQUIRED = Set.of("entity", "source", "organism", "version");
    private static final Set<String> OPTIONAL =
            Set.of("older_versions", "prefixes", "part_of", "id_columns", "description", "url", "website");

    List<CatalogEntry> read(InputStream stream) {
        var entries = new ArrayList<CatalogEntry>();
        var used = new HashSet<List<String>>();
        var known = new HashSet<List<String>>();
        try (var rows = CsvReader.builder()
                .skipEmptyLines(true)
                .allowUnclosedQuote(false)
                .ofNamedCsvRecord(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (var row : rows) {
                var line = new Line(row);
                var entry = line.entry(used);
                if (!known.add(line.key())) {
                    throw line.wrong("expected each source once, found " + String.join(" ", line.key()) + " again");
                }
                entries.add(entry);
            }
        } catch (CsvParseException | UncheckedIOException e) {
            throw new LaminException(ErrorCode.FAILURE, "cannot read " + name + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return entries;
    }

    private final class Line {
        private final NamedCsvRecord row;

        Line(NamedCsvRecord row) {
            this.row = row;
            for (var column : row.getHeader()) {
                if (!REQUIRED.contains(column) && !OPTIONAL.contains(column)) {
                    throw wrong("expected no column '" + column + "'");
                }
            }
        }

        List<String> key() {
            return List.of(required("entity"), required("organism"), required("source"));
        }

        CatalogEntry entry(Set<List<String>> used) {
            var entity = required("entity");
            var organism = required("organism");
            var version = required("version");
            var url = optional("url");
            var newest = new PublicSource(
                    entity,
                    organism,
                    required("source"),
                    version,
                    used.add(List.of(entity, organism)),
                    optional("description"),
                    url == null ? null : url.replace(CatalogEntry.VERSION, version),
                    optional("website"),
                    parts("prefixes"),
                    isTrue("part_of"),
                    parts("id_columns"));
            return new CatalogEntry(newest, parts("older_versions"), url);
        }

        private String required(String column) {
            var value = optional(column);
            if (value == null) {
                throw wrong("expected a value in the column " + column + ", found none");
            }
            return value;
        }

        private @Nullable String optional(String column) {
            var value = row.findField(column).orElse("").strip();
            return value.isEmpty() ? null : value;
        }

        private List<String> parts(String column) {
            var value = optional(column);
            return value == null ? List.of() : List.of(value.split("\\|"));
        }

        private boolean isTrue(String column) {
            return switch (row.findField(column).orElse("").strip()) {
                case "true" -> true;
                case "false", "" -> false;
                default -> throw wrong("expected true or false in the column " + column);
            };
        }

        LaminException wrong(String message) {
            return new LaminException(
                    ErrorCode.FAILURE,
                    "cannot read " + name + ": line " + row.getStartingLineNumber() + ": " + message);
        }
    }
}
