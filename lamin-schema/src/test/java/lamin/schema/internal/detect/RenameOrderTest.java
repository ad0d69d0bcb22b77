package lamin.schema.internal.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RenameOrderTest {
    @Test
    void a_name_is_free_before_another_takes_it() {
        assertThat(ordered("a", "b", "b", "c", "c", "d")).containsExactly("c d", "b c", "a b");
        assertThat(ordered("c", "d", "b", "c", "a", "b")).containsExactly("c d", "b c", "a b");
    }

    @Test
    void a_swap_goes_through_a_name_in_between() {
        assertThat(ordered("a", "b", "b", "a")).containsExactly("a a*", "b a", "a* b");
    }

    @Test
    void a_circle_needs_one_name_in_between() {
        assertThat(ordered("a", "b", "b", "c", "c", "a", "x", "y"))
                .containsExactly("a a*", "c a", "b c", "a* b", "x y");
    }

    private static List<String> ordered(String... fromTo) {
        Map<String, String> renames = new LinkedHashMap<>();
        for (int i = 0; i < fromTo.length; i += 2) {
            renames.put(fromTo[i], fromTo[i + 1]);
        }
        var found = new ArrayList<String>();
        RenameOrder.apply(renames, name -> name + "*", (from, to) -> found.add(from + " " + to));
        return found;
    }
}
