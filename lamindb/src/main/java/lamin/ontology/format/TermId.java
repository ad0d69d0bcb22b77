package lamin.ontology.format;

/** The ids of terms in one form, whatever a file calls them. */
enum TermId {
    /** Ids of an ontology: {@code CL:0000084} also for {@code CL_0000084}, as bionty has them. */
    OF_ONTOLOGY {
        @Override
        String of(String text) {
            var id = text.strip();
            return isIri(id) ? ofIri(id) : id.indexOf(':') < 0 ? shortened(id, id, id.indexOf('_')) : id;
        }
    },
    /** Ids of a table, which are as they are: {@code CVCL_0001}. Only an IRI is shortened. */
    OF_TABLE {
        @Override
        String of(String text) {
            var id = text.strip();
            return isIri(id) ? ofIri(id) : id;
        }
    };

    private static final String OBO = "http://purl.obolibrary.org/obo/";

    /** {@code CL:0000084} for {@code http://purl.obolibrary.org/obo/CL_0000084}; other IRIs without a number as they are. */
    abstract String of(String text);

    private static boolean isIri(String id) {
        return id.startsWith("http://") || id.startsWith("https://");
    }

    private static String ofIri(String iri) {
        var local = iri.substring(Math.max(iri.lastIndexOf('/'), iri.lastIndexOf('#')) + 1);
        var last = local.lastIndexOf('_');
        if (isNumber(local, last + 1)) {
            return shortened(iri, local, last);
        }
        return iri.startsWith(OBO) ? shortened(iri, local, local.indexOf('_')) : iri;
    }

    private static String shortened(String id, String local, int underscore) {
        return underscore > 0 && underscore < local.length() - 1 && isPrefix(local, underscore)
                ? local.substring(0, underscore) + ":" + local.substring(underscore + 1)
                : id;
    }

    private static boolean isPrefix(String local, int end) {
        for (var i = 0; i < end; i++) {
            var c = local.charAt(i);
            var isLetter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            if (!isLetter && (i == 0 || (c != '_' && !isDigit(c)))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isNumber(String local, int start) {
        for (var i = start; i < local.length(); i++) {
            if (!isDigit(local.charAt(i))) {
                return false;
            }
        }
        return start < local.length();
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
