package lamin.schema.property;

import java.util.List;

/** A model by chance: a few tables of one to three modules, with foreign keys in circles too. */
final class RandomModel {
    private RandomModel() {}

    static Draft draft(Dice dice) {
        var draft = new Draft(dice.chance(55) ? List.of("assay") : List.of("zoo", "core", "assay"));
        var parts = new RandomParts(draft, dice);
        int count = dice.between(1, 5);
        for (int i = 0; i < count; i++) {
            parts.addTable();
        }
        for (int i = dice.below(3); i > 0; i--) {
            dice.oneOf(draft.tables).ifPresent(parts::addReference);
        }
        for (int i = dice.below(3); i > 0; i--) {
            parts.addSequence();
        }
        return draft;
    }

    /** From here on tables hold rows. */
    static void fill(Draft draft) {
        for (var table : draft.tables) {
            table.hasRows = true;
            for (var column : table.columns) {
                column.hasRows = true;
                column.mayLackValue = column.nullable && column.isPlain();
                column.isUniform = !column.constants.isEmpty();
            }
        }
        draft.remember();
    }
}
