package lamin.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FingerprintTest {
    private record Cell(long row, @Nullable Object value) {}

    @Test
    void the_order_of_rows_does_not_count() {
        assertThat(of(new Cell(1, "x"), new Cell(2, "y"))).isEqualTo(of(new Cell(2, "y"), new Cell(1, "x")));
    }

    @Test
    void values_that_changed_their_rows_are_others() {
        assertThat(of(new Cell(1, "x"), new Cell(2, "y"))).isNotEqualTo(of(new Cell(1, "y"), new Cell(2, "x")));
    }

    @Test
    void nothing_empty_and_zero_are_not_the_same() {
        var values = List.of(of(new Cell(1, null)), of(new Cell(1, "")), of(new Cell(1, 0)), of(new Cell(1, "null")));
        assertThat(values).doesNotHaveDuplicates();
    }

    @Test
    void one_value_of_many_counts() {
        var cells =
                IntStream.range(0, 10_000).mapToObj(i -> new Cell(i, "v" + i)).toArray(Cell[]::new);
        long before = of(cells);
        cells[777] = new Cell(777, "v778");
        assertThat(of(cells)).isNotEqualTo(before);
    }

    private static long of(Cell... cells) {
        var fingerprint = new Fingerprint();
        for (var cell : cells) {
            fingerprint.add(cell.row(), cell.value());
        }
        return fingerprint.value();
    }
}
