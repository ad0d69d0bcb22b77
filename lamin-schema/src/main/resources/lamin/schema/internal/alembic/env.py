"""How Alembic works on schema module @MODULE@.

The module keeps its revision in a table of its own, migration_@MODULE@. Which database is meant is said by, in this
order: `alembic -x url=...`, the variable LAMIN_DB_URL, sqlalchemy.url in alembic.ini.
"""

import os
from importlib.util import find_spec
from logging.config import fileConfig
from pathlib import Path

import sqlalchemy as sa
from alembic import context
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from lamin_steps import dangling_rows, refuse_more_dangling_rows, rows

MODULE = "@MODULE@"
MODULES = Path(__file__).resolve().parent.parent


def database_url() -> sa.URL:
    given = context.get_x_argument(as_dictionary=True).get("url")
    text = given or os.environ.get("LAMIN_DB_URL") or context.config.get_main_option("sqlalchemy.url")
    if not text:
        raise CommandError("Which database? Say -x url=sqlite:///lamin.db, set LAMIN_DB_URL or fill in alembic.ini.")
    url = sa.make_url(text)
    if url.drivername == "postgresql":
        return url.set(drivername="postgresql+" + ("psycopg2" if find_spec("psycopg2") else "psycopg"))
    return url


def sqlite_engine(url: sa.URL, begin: str) -> sa.Engine:
    """Its transactions hold DDL too, and its foreign keys are off: a rebuilt table must not take its children along.

    Python's driver would commit before DDL; so it is told nothing of transactions, and `begin` starts them.
    """
    engine = sa.create_engine(url, poolclass=sa.pool.NullPool, connect_args={"timeout": 30})

    @sa.event.listens_for(engine, "connect")
    def prepare(connection, record) -> None:
        connection.isolation_level = None
        connection.execute("PRAGMA foreign_keys = OFF")

    @sa.event.listens_for(engine, "begin")
    def start(connection) -> None:
        connection.exec_driver_sql(begin)

    return engine


def heads_of(module: str, connection: sa.Connection) -> tuple[str, ...]:
    table = f"migration_{module}"
    if not sa.inspect(connection).has_table(table):
        return ()
    return tuple(revision for (revision,) in rows(connection, f'SELECT version_num FROM "{table}"'))


def revisions_of(module: str, connection: sa.Connection) -> set[str]:
    """The revisions of another module that the database has."""
    heads = heads_of(module, connection)
    folder = MODULES / module
    if not heads or not folder.is_dir():
        return set(heads)
    try:
        scripts = ScriptDirectory(str(folder)).iterate_revisions(heads, "base")
        return {script.revision for script in scripts}
    except CommandError as unknown:
        raise CommandError(
            f"The database is at revision {', '.join(heads)} of module {module}, which {folder} does not have."
            " Export that module again, from the version that the database was migrated with."
        ) from unknown


def needs(script) -> tuple[tuple[str, str], ...]:
    """The revisions of other modules that a migration was written against."""
    return getattr(script.module, "requires", ())


def refuse_unprepared(script, connection: sa.Connection) -> None:
    for module, revision in needs(script):
        if revision not in revisions_of(module, connection):
            raise CommandError(
                f"Revision {script.revision} of module {MODULE} needs module {module} at revision {revision} or after."
                f" Upgrade that first: alembic -c {MODULES / module / 'alembic.ini'} upgrade head"
            )


def refuse_needed(script, connection: sa.Connection) -> None:
    for folder in sorted(path.parent for path in MODULES.glob("*/env.py") if path.parent.name != MODULE):
        present = revisions_of(folder.name, connection)
        for other in ScriptDirectory(str(folder)).walk_revisions():
            if other.revision in present and (MODULE, script.revision) in needs(other):
                raise CommandError(
                    f"Revision {script.revision} of module {MODULE} is needed by revision {other.revision} of module"
                    f" {folder.name}. Downgrade that first: alembic -c {folder / 'alembic.ini'} downgrade -1"
                )


def guarded(migrations):
    """The same migrations, refused before the first runs where another module is not as they need it."""

    def steps(heads, migration_context):
        planned = list(migrations(heads, migration_context))
        for step in planned:
            if hasattr(step, "revision"):
                refuse = refuse_unprepared if step.is_upgrade else refuse_needed
                refuse(step.revision, migration_context.connection)
        return planned

    return steps


def configure(url: sa.URL, **more) -> dict:
    """On SQLite all migrations are one transaction, on PostgreSQL each is one."""
    context.configure(
        url=url,
        version_table=f"migration_{MODULE}",
        transactional_ddl=True,
        transaction_per_migration=url.get_backend_name() != "sqlite",
        **more,
    )
    return context.get_context().opts


def migrate(connection: sa.Connection, changes: bool) -> None:
    with context.begin_transaction():
        before = dangling_rows(connection) if changes else {}
        context.run_migrations()
        if changes:
            refuse_more_dangling_rows(dangling_rows(connection), before)


def main() -> None:
    if context.is_offline_mode():
        raise CommandError("These migrations look at the database as they go: run them without --sql.")
    url = database_url()
    command = configure(url)
    is_sqlite = url.get_backend_name() == "sqlite"
    changes = not command.get("dont_mutate", False)
    begin = "BEGIN IMMEDIATE" if changes else "BEGIN"
    engine = sqlite_engine(url, begin) if is_sqlite else sa.create_engine(url, poolclass=sa.pool.NullPool)
    with engine.connect() as connection:
        configure(url, connection=connection, fn=guarded(command["fn"]))
        migrate(connection, changes and is_sqlite)


if context.config.config_file_name:
    fileConfig(context.config.config_file_name, disable_existing_loggers=False)
main()
