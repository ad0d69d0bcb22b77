package lamin.dataset;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import lamin.dataset.StoredSchema.Member;
import lamin.feature.Dtype.Simple;
import lamin.feature.SimpleText;
import org.jspecify.annotations.Nullable;

/** Which members of a schema are optional, as LaminDB keeps it: by uid in {@code _aux}, under {@code af} and {@code 1}. */
final class OptionalMembers {
    private static final String FEATURES = "af";
    private static final String OPTIONAL = "1";

    private OptionalMembers() {}

    /** Null if none is optional. */
    static @Nullable String json(List<Member> members) {
        var uids = members.stream()
                .filter(Member::isOptional)
                .map(member -> "\"" + member.feature().uid() + "\"")
                .collect(Collectors.joining(", "));
        return uids.isEmpty() ? null : "{\"" + FEATURES + "\": {\"" + OPTIONAL + "\": [" + uids + "]}}";
    }

    static Set<String> read(String json) {
        var uids = new HashSet<String>();
        var document = SimpleText.parse(Simple.DICT, json).orElse(Map.of());
        if (document instanceof Map<?, ?> map
                && map.get(FEATURES) instanceof Map<?, ?> features
                && features.get(OPTIONAL) instanceof List<?> list) {
            list.forEach(uid -> uids.add(String.valueOf(uid)));
        }
        return uids;
    }
}
