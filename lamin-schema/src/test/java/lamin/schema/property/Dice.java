package lamin.schema.property;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Chance that a seed decides. */
final class Dice {
    private final Random random;

    Dice(long seed) {
        this.random = new Random(seed * 0x9E3779B97F4A7C15L + 1);
    }

    /** From 0 to {@code bound - 1}. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    int between(int least, int most) {
        return least + below(most - least + 1);
    }

    boolean chance(int percent) {
        return below(100) < percent;
    }

    @SafeVarargs
    final <T> T oneOf(T... choices) {
        return choices[below(choices.length)];
    }

    <T> Optional<T> oneOf(Collection<T> choices) {
        var list = List.copyOf(choices);
        return list.isEmpty() ? Optional.empty() : Optional.of(list.get(below(list.size())));
    }

    /** At most that many, none twice, in any order. */
    <T> List<T> some(Collection<T> choices, int most) {
        var list = new ArrayList<>(choices);
        Collections.shuffle(list, random);
        return List.copyOf(list.subList(0, Math.min(most, list.size())));
    }
}
