"""What the migrations in versions/ are made of where Alembic's own operations are not enough; the same for every module."""

import re
from collections.abc import Mapping, Sequence

import sqlalchemy as sa
from alembic import op
from alembic.util import CommandError

# A comment, a text, a name in one of three kinds of quotes, a word, or any other sign.
TOKEN = re.compile(
    r"""--[^\n]* | /\*.*?\*/ | (?P<text>'(?:[^']|'')*') | "(?P<name>(?:[^"]|"")*)" | `(?P<tick>(?:[^`]|``)*)`
        | \[(?P<bracket>[^\]]*)\] | (?P<word>\w+) | (?P<sign>[^\s])""",
    re.VERBOSE | re.DOTALL,
)


def is_sqlite() -> bool:
    return op.get_context().dialect.name == "sqlite"


def execute(statement: str) -> None:
    """Runs SQL as it is: no colon and no percent sign in it is taken for a parameter."""
    run(op.get_bind(), statement)


def create_index_concurrently(name: str, statement: str) -> None:
    """Builds an index of PostgreSQL without blocking writers; half of one, from a build that failed, is dropped first."""
    with op.get_context().autocommit_block():
        half = f"SELECT 1 FROM pg_index WHERE NOT indisvalid AND indexrelid = to_regclass({literal(name)})"
        if rows(op.get_bind(), half):
            execute(f"DROP INDEX {name}")
        execute(statement)


def refuse_mentions(table: str) -> None:
    """Before a table is dropped. SQLite drops it also while others mention it, and fails at their next use."""
    if not is_sqlite():
        return
    mentions = [f"{kind} {name}" for kind, name, on, _ in dependents(table) if on.lower() != table.lower()]
    mentions += [f"a foreign key of {child}" for child in children(table) if child.lower() != table.lower()]
    if mentions:
        raise CommandError(f"Table {table} cannot be dropped: {', '.join(mentions)} would be left without it.")


def rebuild(
    table: str,
    *,
    create: str,
    aside: str,
    sources: Mapping[str, str],
    mandatory: Sequence[str],
    conversions: Mapping[str, tuple[str, str]],
    columns: Sequence[str],
    foreign_keys: int,
    checks: int,
    indexes_before: Sequence[str],
    indexes: Sequence[str],
    numbered: bool,
) -> None:
    """Makes a SQLite table anew where ALTER TABLE cannot change it: a second table, the rows copied, the first dropped,
    the second renamed.

    Triggers, views, indexes that no migration made and the AUTOINCREMENT mark are kept. Rows, converted values and
    foreign keys are compared before anything is committed.

    create, aside -- the statement that makes the second table, and what that is called
    sources -- by column that is written, SQL over the old row
    mandatory -- columns among them that must not come to be NULL
    conversions -- by column whose type changes, the type and what a value that is none of it meets
    columns, foreign_keys, checks, indexes_before -- what the migrations know of the table; more is not taken apart
    """
    refuse_unknown_parts(table, columns, foreign_keys, checks)
    views_and_triggers = dependents(table)
    refuse_use_of_dropped(table, views_and_triggers, set(columns) - set(sources))
    known = {normal(statement) for statement in indexes_before}
    kept = [statement for statement in live_indexes(table) if normal(statement) not in known]
    before = dangling_rows(op.get_bind(), {table, *children(table)})

    for kind, name, _, _ in views_and_triggers:
        execute(f"DROP {kind} IF EXISTS {quote(name)}")
    refuse_nulls(table, {column: sources.get(column, "NULL") for column in mandatory})
    highest = highest_number(table)
    execute(create + options(table))
    names = ", ".join(quote(column) for column in sources)
    execute(f"INSERT INTO {quote(aside)} ({names}) SELECT {', '.join(sources.values())} FROM {quote(table)}")
    refuse_lost_rows(table, aside)
    refuse_misfits(table, aside, conversions)
    execute(f"DROP TABLE {quote(table)}")
    execute(f"ALTER TABLE {quote(aside)} RENAME TO {quote(table)}")
    if numbered and highest is not None:
        execute(f"DELETE FROM sqlite_sequence WHERE name = {literal(table)}")
        execute(f"INSERT INTO sqlite_sequence (name, seq) VALUES ({literal(table)}, {highest})")

    for statement in (*indexes, *kept):
        execute(statement)
    for _, _, _, statement in sorted(views_and_triggers, key=lambda dependent: dependent[0] != "view"):
        execute(statement)
    refuse_more_dangling_rows(dangling_rows(op.get_bind(), {table, *children(table)}), before)


def refuse_unknown_parts(table: str, columns: Sequence[str], foreign_keys: int, checks: int) -> None:
    if not query(f"SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = {literal(table)}"):
        raise CommandError(f"The database has no table {table}: somebody dropped or renamed it without a migration.")
    live = {name.lower() for (name,) in query(f"SELECT name FROM pragma_table_xinfo({literal(table)})")}
    keys = query(f"SELECT count(DISTINCT id) FROM pragma_foreign_key_list({literal(table)})")[0][0]
    ((statement,),) = query(f"SELECT sql FROM sqlite_master WHERE type = 'table' AND name = {literal(table)}")
    unknown = sorted(live - {column.lower() for column in columns})
    if keys > foreign_keys:
        unknown.append("a foreign key")
    if words(statement).count("check") > checks:
        unknown.append("a check")
    if unknown:
        raise CommandError(
            f"Table {table} has what no migration made: {', '.join(unknown)}. Alembic would lose it;"
            " a deploy by Lamin4j keeps it."
        )


def refuse_use_of_dropped(table: str, views_and_triggers: Sequence[tuple], dropped: set[str]) -> None:
    for kind, name, _, statement in views_and_triggers:
        used = sorted({column.lower() for column in dropped} & set(words(statement)))
        if used:
            raise CommandError(f"{kind} {name} mentions {table}.{used[0]}, which is to be dropped. Change it first.")


def refuse_nulls(table: str, sources: Mapping[str, str]) -> None:
    for column, source in sources.items():
        nulls = count(table, f"({source}) IS NULL")
        if nulls:
            raise CommandError(f"{nulls} rows of {table} have no value for column {column}, which is NOT NULL.")


def refuse_lost_rows(table: str, copy: str) -> None:
    if count(table) != count(copy):
        raise CommandError(f"Table {table} has {count(table)} rows, its copy has {count(copy)}.")


def refuse_misfits(table: str, copy: str, conversions: Mapping[str, tuple[str, str]]) -> None:
    for column, (type_name, misfit) in conversions.items():
        misfits = count(copy, f"{quote(column)} IS NOT NULL AND {misfit}")
        if misfits:
            raise CommandError(f"{misfits} rows of {table}.{column} hold values that are no {type_name}.")


def dangling_rows(connection: sa.Connection, tables: set[str] | None = None) -> dict[tuple[str, str], int]:
    """By table and target, the rows of a SQLite database whose foreign keys lead nowhere."""
    checks = ["pragma_foreign_key_check"]
    if tables is not None:
        checks = [f"pragma_foreign_key_check({literal(table)})" for table in tables]
    found = {}
    for check in checks:
        for table, parent, number in rows(connection, f'SELECT "table", parent, count(*) FROM {check} GROUP BY 1, 2'):
            found[table, parent] = number
    return found


def refuse_more_dangling_rows(found: Mapping[tuple[str, str], int], before: Mapping[tuple[str, str], int]) -> None:
    for (table, parent), number in found.items():
        added = number - before.get((table, parent), 0)
        if added > 0:
            raise CommandError(f"{added} rows of {table} would point to rows of {parent} that are not there.")


def dependents(table: str) -> list[tuple[str, str, str, str]]:
    """Triggers and views, anywhere, that mention the table or each other: kind, name, what it is on, statement."""
    others = query(
        "SELECT type, name, tbl_name, sql FROM sqlite_master WHERE type IN ('trigger', 'view') ORDER BY rowid"
    )
    mentioned, found = {table.lower()}, []
    while True:
        more = [other for other in others if mentioned & set(words(other[3]))]
        if not more:
            return found
        found += more
        others = [other for other in others if other not in more]
        mentioned |= {name.lower() for kind, name, _, _ in more if kind == "view"}


def children(table: str) -> set[str]:
    """The tables with a foreign key to this one."""
    return {
        name
        for (name,) in query(
            "SELECT m.name FROM sqlite_master m JOIN pragma_foreign_key_list(m.name) k"
            f" WHERE m.type = 'table' AND k.\"table\" = {literal(table)} COLLATE NOCASE"
        )
    }


def live_indexes(table: str) -> list[str]:
    """The statements of the indexes that a statement of their own made."""
    found = query(
        "SELECT sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
        f" AND tbl_name = {literal(table)} COLLATE NOCASE ORDER BY rowid"
    )
    return [statement for (statement,) in found]


def options(table: str) -> str:
    """What follows the closing parenthesis of CREATE TABLE."""
    found = query(f"SELECT wr, strict FROM pragma_table_list WHERE schema = 'main' AND name = {literal(table)}")
    without_rowid, strict = found[0]
    return ", ".join([" WITHOUT ROWID"] * without_rowid + [" STRICT"] * strict)


def highest_number(table: str) -> int | None:
    """The largest id that AUTOINCREMENT ever gave."""
    if not query("SELECT 1 FROM sqlite_master WHERE name = 'sqlite_sequence'"):
        return None
    found = query(f"SELECT seq FROM sqlite_sequence WHERE name = {literal(table)}")
    return found[0][0] if found else None


def count(table: str, condition: str = "1") -> int:
    return query(f"SELECT count(*) FROM {quote(table)} WHERE {condition}")[0][0]


def words(sql: str) -> list[str]:
    """The names and words in a statement, in lower case; not those in texts and comments."""
    matches = TOKEN.finditer(sql)
    found = (match["name"] or match["tick"] or match["bracket"] or match["word"] for match in matches)
    return [word.lower() for word in found if word]


def normal(create_index: str) -> tuple[str, ...]:
    """An index in one spelling and without its own name."""
    matches = TOKEN.finditer(create_index)
    tokens = [match[match.lastgroup].lower() for match in matches if match.lastgroup]
    at = tokens.index("on")
    return tuple(token for token in tokens[: at - 1] + tokens[at:] if token not in ("if", "not", "exists", ";"))


def query(sql: str) -> list[tuple]:
    return rows(op.get_bind(), sql)


def rows(connection: sa.Connection, sql: str) -> list[tuple]:
    return [tuple(row) for row in run(connection, sql)]


def run(connection: sa.Connection, sql: str) -> sa.CursorResult:
    return connection.exec_driver_sql(sql, execution_options={"no_parameters": True})


def quote(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def literal(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
