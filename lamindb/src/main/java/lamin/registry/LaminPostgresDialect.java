package lamin.registry;

import org.hibernate.dialect.PostgreSQLDialect;

/**
 * Hibernate's PostgreSQL dialect. It is a separate class because Hibernate warns if one of its own dialects is named.
 */
public final class LaminPostgresDialect extends PostgreSQLDialect {}
