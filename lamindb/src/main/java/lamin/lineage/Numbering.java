package lamin.lineage;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Numbers nodes from zero in the order in which they become known, so that everything about them fits in arrays. Ids that
 * are near each other are near each other in memory as well: with a plain hash table, the closure of a million nodes took
 * four times as long, most of it waiting for memory.
 */
final class Numbering {
    private static final int PAGE_BITS = 9;
    private static final int PAGE = 1 << PAGE_BITS;

    private long[] codes = new long[16];
    private int size;

    /** Numbers plus one, by code; zero is free. */
    private final Map<Long, int[]> pages = new HashMap<>();

    /** The page that was used last for each kind of node: most often it is the one that is needed next. */
    private final long[] lastPages = new long[NodeKind.values().length];

    private final int[][] last = new int[NodeKind.values().length][0];

    Numbering() {
        Arrays.fill(lastPages, -1);
    }

    int size() {
        return size;
    }

    /** The code of the node with this number. */
    long code(int number) {
        return codes[number];
    }

    /** The number of a node; -1 if it has none. */
    int find(long code) {
        var page = pages.get(code >> PAGE_BITS);
        return page == null ? -1 : page[place(code)] - 1;
    }

    /** The number of a node, which gets the next one unless it has one. */
    int number(long code) {
        var page = page(code);
        int place = place(code);
        if (page[place] == 0) {
            add(code);
            page[place] = size;
        }
        return page[place] - 1;
    }

    private int[] page(long code) {
        long page = code >> PAGE_BITS;
        int kind = NodeId.kind(code).code();
        if (page != lastPages[kind]) {
            last[kind] = pages.computeIfAbsent(page, absent -> new int[PAGE]);
            lastPages[kind] = page;
        }
        return last[kind];
    }

    private static int place(long code) {
        return (int) code & (PAGE - 1);
    }

    private void add(long code) {
        if (size == codes.length) {
            codes = Arrays.copyOf(codes, size * 2);
        }
        codes[size++] = code;
    }
}
