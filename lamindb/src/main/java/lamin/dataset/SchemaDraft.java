package lamin.dataset;

import java.util.ArrayList;
import java.util.List;
import lamin.dataset.StoredSchema.Member;
import lamin.dataset.StoredSchema.Rules;
import lamin.feature.StoredFeature;
import org.jspecify.annotations.Nullable;

/** A schema to be created. */
public record SchemaDraft(@Nullable String name, List<Member> members, Rules rules) {
    public SchemaDraft {
        members = List.copyOf(members);
    }

    /** All columns are required, in any order, and others are allowed. */
    public static SchemaDraft of(String name, List<StoredFeature> features) {
        return new SchemaDraft(
                name,
                features.stream().map(feature -> new Member(feature, false)).toList(),
                Rules.USUAL);
    }

    /** With one more feature, whose column may be missing. */
    public SchemaDraft optional(StoredFeature feature) {
        var more = new ArrayList<>(members);
        more.add(new Member(feature, true));
        return new SchemaDraft(name, more, rules);
    }

    public SchemaDraft rules(Rules newRules) {
        return new SchemaDraft(name, members, newRules);
    }
}
