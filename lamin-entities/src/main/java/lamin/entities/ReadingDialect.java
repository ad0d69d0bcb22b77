package lamin.entities;

import org.hibernate.dialect.PostgreSQLDialect;

/**
 * PostgreSQL's dialect, whatever database the entities will be stored in, because type codes depend on the dialect. It
 * claims not to support checks, so that Hibernate generates none; checks written by authors are kept anyway.
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
