package lamin.feature;

import java.util.Optional;
import java.util.regex.Pattern;
import lamin.label.RegistryName;
import lamin.schema.ErrorCode;
import lamin.schema.LaminException;
import org.jspecify.annotations.Nullable;

/**
 * A registry whose records are values: {@code ULabel}, {@code ULabel[TYPE]} or {@code bionty.Gene.ensembl_gene_id}.
 *
 * @param scope the text in brackets: the uid of a type of labels or, with an equals sign, a filter; null if there is none
 * @param field the field by which values are written; null for the name
 * @param notation how it was written
 */
public record Category(
        RegistryName registry,
        @Nullable String scope,
        @Nullable String field,
        String notation) {
    private static final Pattern FORM = Pattern.compile(
            "((?:[a-z][a-z0-9_]*\\.)?[A-Z][A-Za-z0-9]*)(?:\\.([a-z_][a-z0-9_]*))?(?:\\[(.+)\\])?(?:\\.([a-z_][a-z0-9_]*))?");

    static Category parse(String text) {
        var matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new LaminException(
                    ErrorCode.USAGE, text + " is not a registry; expected for example ULabel or bionty.CellType");
        }
        return new Category(
                RegistryName.parse(matcher.group(1)).orElseThrow(),
                matcher.group(3),
                matcher.group(2) != null ? matcher.group(2) : matcher.group(4),
                text);
    }

    /** The uid of the type of labels that values must belong to. */
    public Optional<String> type() {
        return isFiltered() ? Optional.empty() : Optional.ofNullable(scope);
    }

    /** Whether values are restricted by more than a type. */
    public boolean isFiltered() {
        return scope != null && scope.contains("=");
    }

    /** The same with the uid of a type instead of its name. */
    Category withType(String uid) {
        return parse(notation.replace("[" + scope + "]", "[" + uid + "]"));
    }

    @Override
    public String toString() {
        return notation;
    }
}
