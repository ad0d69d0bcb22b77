package lamin.schema.internal.deploy;

import static lamin.schema.model.ColumnTypes.int64;
import static lamin.schema.model.ColumnTypes.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import lamin.schema.deploy.LastStep;
import lamin.schema.fixture.Database;
import lamin.schema.fixture.TestModule;
import lamin.schema.internal.introspect.Difference;
import lamin.schema.internal.operation.Reversal;
import lamin.schema.internal.plan.Planner;
import lamin.schema.internal.stamp.Stamp;
import lamin.schema.internal.stamp.StampResult;
import lamin.schema.operation.Operations;
import lamin.testing.databases.TestDatabase.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A sequence never returns a number that a row already has, whatever a migration does to it. */
class SequencesTest {
    private static final TestModule SHOP = TestModule.named("shop").then("aaaaaaaaaaaa", op -> {
        op.createTable("shop_order").column("id", int64()).notNull().primaryKey("id");
        op.createTable("shop_item")
                .column("id", int64())
                .identity()
                .column("name", text())
                .primaryKey("id");
        op.createSequence("shop_order_seq").incrementBy(50).numbers("shop_order", "id");
    });

    @ParameterizedTest
    @EnumSource
    void a_new_sequence_returns_its_start_and_then_the_next_block(Kind kind) {
        try (var database = Database.of(kind)) {
            database.deploy(SHOP);

            assertThat(List.of(next(database, "shop_order_seq", 50), next(database, "shop_order_seq", 50)))
                    .containsExactly(1L, 51L);
            assertThat(database.differencesTo(SHOP)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void one_for_a_table_with_rows_begins_after_them(Kind kind) {
        try (var database = Database.of(kind)) {
            database.deploy(SHOP);
            database.execute("INSERT INTO shop_item (name) VALUES ('a'), ('b'), ('c')");

            var numbered = undoable(SHOP, "bbbbbbbbbbbb", op -> {
                op.alterColumn("shop_item", "id").identity(false);
                op.createSequence("shop_item_seq").incrementBy(10).numbers("shop_item", "id");
            });
            database.deploy(numbered);

            assertThat(next(database, "shop_item_seq", 10)).isEqualTo(13); // the block 4 to 13
            assertThat(database.differencesTo(numbered)).isEmpty();
            database.downgrade("aaaaaaaaaaaa", numbered);
            database.execute("INSERT INTO shop_item (name) VALUES ('d')");
            assertThat(database.rows("SELECT id FROM shop_item ORDER BY id")).containsExactly("1", "2", "3", "4");
        }
    }

    @ParameterizedTest
    @CsvSource({"SQLITE, 1", "SQLITE, 100", "POSTGRESQL, 1", "POSTGRESQL, 100"})
    void another_increment_begins_after_the_blocks_that_were_given_away(Kind kind, int increment) {
        try (var database = Database.of(kind)) {
            database.deploy(SHOP);
            next(database, "shop_order_seq", 50);
            next(database, "shop_order_seq", 50);
            assertThat(next(database, "shop_order_seq", 50)).isEqualTo(101); // the last of its block

            var changed = undoable(
                    SHOP,
                    "bbbbbbbbbbbb",
                    op -> op.alterSequence("shop_order_seq").incrementBy(increment));
            database.deploy(changed);

            assertThat(next(database, "shop_order_seq", increment)).isEqualTo(101 + increment);
            assertThat(database.differencesTo(changed)).isEmpty();
            database.downgrade("aaaaaaaaaaaa", changed);
            assertThat(next(database, "shop_order_seq", 50)).isEqualTo(101 + increment + 50);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_renamed_sequence_goes_on_counting(Kind kind) {
        try (var database = Database.of(kind)) {
            database.deploy(SHOP);
            next(database, "shop_order_seq", 50);
            var renamed = undoable(SHOP, "bbbbbbbbbbbb", op -> {
                op.renameTable("shop_order", "shop_purchase");
                op.renameSequence("shop_order_seq", "shop_purchase_seq");
            });

            database.deploy(renamed);

            assertThat(next(database, "shop_purchase_seq", 50)).isEqualTo(51);
            assertThat(database.differencesTo(renamed)).isEmpty();
            database.downgrade("aaaaaaaaaaaa", renamed);
            assertThat(next(database, "shop_order_seq", 50)).isEqualTo(101);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_sequence_that_numbers_one_more_table_moves_beyond_its_rows(Kind kind) {
        try (var database = Database.of(kind)) {
            database.deploy(SHOP);
            database.execute("INSERT INTO shop_item (id, name) VALUES (7000, 'a')");
            var shared = undoable(
                    SHOP,
                    "bbbbbbbbbbbb",
                    op -> op.alterSequence("shop_order_seq")
                            .numbers("shop_order", "id")
                            .numbers("shop_item", "id"));

            database.deploy(shared);

            assertThat(next(database, "shop_order_seq", 50)).isEqualTo(7050);
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_way_back_from_a_drop_begins_after_the_rows(Kind kind) {
        try (var database = Database.of(kind)) {
            database.deploy(SHOP);
            database.execute("INSERT INTO shop_order (id) VALUES (1), (2)");
            var dropped = undoable(SHOP, "bbbbbbbbbbbb", op -> op.dropSequence("shop_order_seq"));

            database.deploy(dropped);
            assertThat(database.schema().sequences()).isEmpty();
            database.downgrade("aaaaaaaaaaaa", dropped);

            assertThat(next(database, "shop_order_seq", 50)).isEqualTo(52); // the block 3 to 52
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_live_sequence_with_another_increment_or_none_comes_with_its_repair(Kind kind) {
        try (var database = Database.of(kind)) {
            database.deploy(SHOP);
            database.execute("INSERT INTO shop_order (id) VALUES (1), (2)");
            database.execute("DROP TABLE migration_shop", "DROP TABLE lamin_migration", "DROP TABLE lamin_module");
            database.execute(
                    kind == Kind.SQLITE ? "DROP TABLE shop_order_seq" : "ALTER SEQUENCE shop_order_seq INCREMENT BY 1");
            var expected = kind == Kind.SQLITE
                    ? "sequence shop_order_seq is missing"
                    : "sequence shop_order_seq is incremented by 1, expected incremented by 50";

            var refused = stamp(database);
            assertThat(refused.written()).isFalse();
            assertThat(refused.grave()).extracting(Difference::inDatabase).containsExactly(expected);
            database.execute(refused.modules().getFirst().repair().stream()
                    .filter(line -> !line.startsWith("--"))
                    .toArray(String[]::new));

            assertThat(stamp(database).written()).isTrue();
            assertThat(next(database, "shop_order_seq", 50)).isGreaterThan(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void sequences_that_no_migration_creates_are_left_alone(Kind kind) {
        try (var database = Database.of(kind)) {
            database.deploy(SHOP);
            database.execute(
                    kind == Kind.SQLITE ? "CREATE TABLE shop_x_seq (next_val bigint)" : "CREATE SEQUENCE shop_x_seq");
            database.execute("DROP TABLE migration_shop", "DROP TABLE lamin_migration", "DROP TABLE lamin_module");

            assertThat(stamp(database).written()).isTrue();
        }
    }

    private static StampResult stamp(Database database) {
        return Stamp.of(database.deployer(SHOP), List.of()).write(Set.of(), LastStep.NONE);
    }

    /** With the way back that {@code migrate create} writes. */
    private static TestModule undoable(TestModule before, String revision, Consumer<Operations> upgrade) {
        var after = before.then(revision, upgrade);
        var state = new Planner(List.of(before.chain())).target();
        var written = new ArrayList<>(after.scripts().getLast().upgrade());
        return after.undoneBy(Reversal.of(state, after.owner(), written));
    }

    /** As Hibernate asks for it. */
    private static long next(Database database, String sequence, int increment) {
        if (database.schema().sequences().stream()
                .noneMatch(found -> found.name().name().equals(sequence))) {
            throw new IllegalStateException("no sequence " + sequence);
        }
        if (database.database().kind() == Kind.POSTGRESQL) {
            return Long.parseLong(database.value("SELECT nextval('" + sequence + "')"));
        }
        var value = database.value("SELECT next_val FROM " + sequence);
        database.execute("UPDATE " + sequence + " SET next_val = next_val + " + increment);
        return Long.parseLong(value);
    }
}
