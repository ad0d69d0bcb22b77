package mappings;

import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;

/** The usual key. */
@MappedSuperclass
abstract class Row {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;
}
