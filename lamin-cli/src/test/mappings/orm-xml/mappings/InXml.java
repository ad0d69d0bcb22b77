package mappings;

import jakarta.persistence.Entity;

@Entity
class InXml extends Row {
    String value;
}
