package lamin.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import lamin.dataset.StoredSchema.Member;
import lamin.dataset.StoredSchema.Rules;
import lamin.feature.Dtype.Simple;
import lamin.feature.StoredFeature;
import org.junit.jupiter.api.Test;

/** The expected hashes were computed by Python's lamindb. */
class SchemaHashTest {
    private static final String ONE = "ms9I2yfdmzmu";
    private static final String TWO = "rcJT2iYDGEiV";
    private static final String THREE = "dEk60fLbiFmP";

    private static Member member(String uid, boolean isOptional) {
        return new Member(new StoredFeature(1, uid, uid, Simple.STR, null, null, true, false), isOptional);
    }

    private static String hash(Rules rules) {
        return SchemaHash.of(
                Stream.of(ONE, TWO, THREE).map(uid -> member(uid, false)).toList(), 3, rules);
    }

    @Test
    void a_hash_is_of_the_members_whatever_their_order() {
        assertThat(SchemaHash.of(List.of(member("V8GX7MGsomNH", false), member("wenDHpLO5hlG", false)), 2, Rules.USUAL))
                .isEqualTo("g7ynTMP8NgjcztPaNU8X5g");
    }

    @Test
    void a_hash_is_of_the_rules() {
        assertThat(hash(Rules.USUAL)).isEqualTo("kR8GAnD4ZSOXH2LJz2CjJA");
        assertThat(hash(Rules.USUAL.ordered())).isEqualTo("X2wh6f1FuLW-2CbemnZMeQ");
        assertThat(hash(Rules.USUAL.maximal())).isEqualTo("_YS6OuDnRR_ZTgA_dCAocw");
        assertThat(hash(Rules.USUAL.notMinimal())).isEqualTo("pd5qbdbvFVHm_hXuHkiURQ");
        assertThat(hash(Rules.USUAL.flexible())).isEqualTo("iMUdw-Ve_KwQOacyvdoL2g");
        assertThat(hash(Rules.USUAL.coerced())).isEqualTo("TVyHQYCy33amm_cEhkHMZg");
    }

    @Test
    void a_hash_is_of_which_members_are_optional() {
        assertThat(SchemaHash.of(List.of(member(TWO, false), member(ONE, false), member(THREE, true)), 3, Rules.USUAL))
                .isEqualTo("YkrTs-QTdkNznS8xr9c1BA");
    }

    @Test
    void with_ordered_members_a_hash_is_of_their_order() {
        assertThat(SchemaHash.of(
                        List.of(member(THREE, false), member(ONE, false), member(TWO, true)),
                        3,
                        Rules.USUAL.ordered().maximal()))
                .isEqualTo("7RLtcuOrXy2hwjIRrfZkRw");
    }
}
