package lamin.entities;

import org.hibernate.dialect.PostgreSQLDialect;

/**
 * PostgreSQL, whatever database the entities will be stored in: type codes depend on the dialect. It claims to know no
 * checks, so that those that Hibernate would invent stay away; what authors wrote is kept all the same.
 */
final class ReadingDialect extends PostgreSQLDialect {
    @Override
    public boolean supportsColumnCheck() {
        return false;
    }

    @Override
    public boolean supportsTableCheck() {
        return false;
    }
}
