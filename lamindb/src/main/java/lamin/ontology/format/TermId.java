package lamin.ontology.format;

/** The ids of terms in one form, whatever a file calls them. */
final class TermId {
    private TermId() {}

    /** {@code CL:0000084} for {@code http://purl.obolibrary.org/obo/CL_0000084} and {@code CL_0000084}; others as they are. */
    static String of(String text) {
        var id = text.strip();
        var isIri = id.startsWith("http://") || id.startsWith("https://");
        var local = isIri ? local(id) : id;
        var underscore = local.lastIndexOf('_');
        return underscore > 0 && isPrefix(local, underscore) && isNumber(local, underscore + 1)
                ? local.substring(0, underscore) + ":" + local.substring(underscore + 1)
                : id;
    }

    private static String local(String iri) {
        return iri.substring(Math.max(iri.lastIndexOf('/'), iri.lastIndexOf('#')) + 1);
    }

    private static boolean isPrefix(String local, int end) {
        for (var i = 0; i < end; i++) {
            var c = local.charAt(i);
            if (!(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || i > 0 && (c == '_' || c >= '0' && c <= '9'))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isNumber(String local, int start) {
        if (start == local.length()) {
            return false;
        }
        for (var i = start; i < local.length(); i++) {
            if (local.charAt(i) < '0' || local.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }
}
