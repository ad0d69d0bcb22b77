package lamin.entities.twin;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** Has the simple name of another module's entity. */
@Entity
public class CellType {
    @Id
    long id;
}
