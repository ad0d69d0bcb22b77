package mappings;

import jakarta.persistence.*;
import org.hibernate.annotations.*;

/** What Hibernate 7 has removed. */
final class Until6 implements FeatureGroup {
    @Override
    public void addTo(Features features) {
        features.group("Removed in Hibernate 7");
        features.value("`@Where`", SixWhere.class, "a", "b");
        features.value("`@GenericGenerator(strategy = \"uuid2\")`", SixGeneric.class, "a", "b");
        features.value("`@Proxy(lazy = false)`", SixProxy.class, "a", "b");
    }
}

@Entity
@Where(clause = "value <> 'hidden'")
class SixWhere extends Row {
    String value;
}

@Entity
class SixGeneric {
    @Id
    @GeneratedValue(generator = "six")
    @GenericGenerator(name = "six", strategy = "uuid2")
    String id;

    String value;
}

@Entity
@Proxy(lazy = false)
class SixProxy extends Row {
    String value;
}
