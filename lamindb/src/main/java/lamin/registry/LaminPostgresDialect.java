package lamin.registry;

import org.hibernate.dialect.PostgreSQLDialect;

/** PostgreSQL as Hibernate knows it. It has a name of its own because Hibernate warns of naming one of its own. */
public final class LaminPostgresDialect extends PostgreSQLDialect {}
