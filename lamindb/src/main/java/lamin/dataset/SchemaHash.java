package lamin.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import lamin.dataset.StoredSchema.Member;
import lamin.dataset.StoredSchema.Rules;
import lnschema_core.Md5;

/** The hash by which LaminDB recognises an equal schema. Its parts are numbered with letters that never change. */
final class SchemaHash {
    private SchemaHash() {}

    /** @param memberCount the number of members, which may be recorded without the members */
    static String of(List<Member> members, long memberCount, Rules rules) {
        var parts = new ArrayList<String>();
        if (rules.itype() != null) {
            parts.add("b=" + rules.itype());
        }
        parts.add("c=" + python(rules.isMinimalSet()));
        parts.add("d=" + python(rules.isOrderedSet()));
        parts.add("e=" + python(rules.isMaximalSet()));
        if (rules.isFlexible()) {
            parts.add("f=True");
        }
        if (rules.isCoerced()) {
            parts.add("g=True");
        }
        parts.add("h=" + memberCount);
        if (!members.isEmpty()) {
            parts.add("j=" + members(members, rules));
        }
        return Md5.base64(parts.stream().sorted().collect(Collectors.joining(":")));
    }

    private static String members(List<Member> members, Rules rules) {
        var uids = members.stream().map(member -> member.feature().uid() + (member.isOptional() ? "(i)" : ""));
        return Md5.base64((rules.isOrderedSet() ? uids : uids.sorted()).collect(Collectors.joining(":")));
    }

    private static String python(boolean value) {
        return value ? "True" : "False";
    }
}
