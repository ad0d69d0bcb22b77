"""The two databases, emptied for each use, and what their catalogs say of the tables."""

import atexit
import os
import re
import shutil
import socket
import sqlite3
import subprocess
import tempfile
from pathlib import Path

TABLE = "bench_%"


class Sqlite:
    name, title, collation = "sqlite", "SQLite", "NOCASE"

    def __init__(self, folder):
        self.file = Path(folder) / "changes.db"
        self.jdbc, self.sqlalchemy = f"jdbc:sqlite:{self.file}", f"sqlite:///{self.file}"
        self.django = {"ENGINE": "django.db.backends.sqlite3", "NAME": str(self.file)}

    def empty(self):
        self.file.unlink(missing_ok=True)

    def query(self, sql, parameters=()):
        connection = sqlite3.connect(self.file)
        try:
            with connection:
                return connection.execute(sql, parameters).fetchall()
        finally:
            connection.close()

    def version(self):
        return f"SQLite {sqlite3.sqlite_version} (that of Python; Lamin4j brings its own)"

    def catalog(self, names):
        """A line for each thing that the tables have."""
        lines = []
        for table, sql in self.query("SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND name LIKE ?", (TABLE,)):
            lines.append(f"table {table}")
            lines.extend(self.columns(table, sql))
            for _, _, target, own, its, update, delete, _ in self.query(f'PRAGMA foreign_key_list("{table}")'):
                lines.append(f"{table}: foreign key {own} to {target}.{its or 'id'} {update} {delete}")
            lines.extend(self.indexes(table, names))
            lines.extend(f"{table}: {part}" for part in parts(sql, names))
        return sorted(lines)

    def columns(self, table, sql):
        for _, name, kind, required, default, key, hidden in self.query(f'PRAGMA table_xinfo("{table}")'):
            number = f" key {key}" if key else ""
            required = required or key  # a key is required however it is written
            numbered = " autoincrement" if key and "AUTOINCREMENT" in sql.upper() else ""
            default = None if default == "NULL" else default
            yield f"{table}.{name} {kind.lower()} required={bool(required)} default={plain(default)} hidden={hidden}{number}{numbered}"

    def indexes(self, table, names):
        for _, name, unique, origin, _ in self.query(f'PRAGMA index_list("{table}")'):
            if origin == "pk":
                continue
            ((sql,),) = self.query("SELECT sql FROM sqlite_schema WHERE name = ?", (name,))
            keys = self.query(f'PRAGMA index_xinfo("{name}")')
            columns = [f"{key[2]} desc={key[3]} {key[4]}" for key in keys if key[5]]
            text = plain(sql).partition(" on ")[2].partition("(")[2] if sql else ""
            special = text if re.search(r"\bwhere\b|\(", text) else ""
            yield f"{table}: index {name if names and sql else ''} unique={unique} {columns} {special}"


def parts(sql, names):
    """What only the text of a table knows: checks, collations, generated columns, when foreign keys are checked."""
    text = plain(sql)
    for match in re.finditer(r"check ?\(", text):
        yield "check " + balanced(text, match.end() - 1)
    for match in re.finditer(r"(\w+) [^,]*?as (?=\()", text):
        yield f"generated {match[1]} " + balanced(text, match.end())
    yield from (f"collation {match[1]}" for match in re.finditer(r"(\w+ [^,]*?collate \w+)", text))
    yield from (f"deferrable {match[1] or ''}" for match in re.finditer(r"(?<!not )deferrable( initially \w+)?", text))
    if names:
        yield from (f"name {match[1]}" for match in re.finditer(r"constraint (\w+) unique", text))


def balanced(text, start):
    depth = 0
    for end in range(start, len(text)):
        depth += {"(": 1, ")": -1}.get(text[end], 0)
        if depth == 0:
            return text[start : end + 1]
    return text[start:]


def plain(sql):
    """Without quotes around names and without the white space that means nothing."""
    if sql is None:
        return None
    text = re.sub(r'["`\[\]]', "", re.sub(r"\s+", " ", str(sql)))
    return re.sub(r" ?([(),=<>*]) ?", r"\1", text.lower()).replace(" as(", " as (")


class Postgres:
    name, title, collation = "postgresql", "PostgreSQL", "C"
    DATABASE = "lamin_changes"

    def __init__(self, server):
        self.server = server
        login = f"{server.user}:{server.password}" if server.password else server.user
        place = f"{server.host}:{server.port}/{self.DATABASE}"
        self.sqlalchemy = f"postgresql+psycopg2://{login}@{place}"
        self.jdbc = f"jdbc:postgresql://{place}?user={server.user}" + (
            f"&password={server.password}" if server.password else ""
        )
        self.django = {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": self.DATABASE,
            "USER": server.user,
            "PASSWORD": server.password or "",
            "HOST": server.host,
            "PORT": server.port,
        }
        self.administer(f"DROP DATABASE IF EXISTS {self.DATABASE}", f"CREATE DATABASE {self.DATABASE} TEMPLATE template0")

    def administer(self, *statements):
        connection = self.server.connect("postgres")
        for statement in statements:
            connection.cursor().execute(statement)
        connection.close()

    def close(self):
        self.administer(f"DROP DATABASE IF EXISTS {self.DATABASE} WITH (FORCE)")

    def empty(self):
        self.query("DROP SCHEMA public CASCADE; CREATE SCHEMA public")

    def query(self, sql, parameters=()):
        connection = self.server.connect(self.DATABASE)
        try:
            cursor = connection.cursor()
            cursor.execute(sql, parameters)
            return cursor.fetchall() if cursor.description else []
        finally:
            connection.close()

    def version(self):
        return "PostgreSQL " + self.query("SHOW server_version")[0][0].split()[0]

    def catalog(self, names):
        lines = [line for sql in (COLUMNS, COMMENTS) for (line,) in self.query(sql, (TABLE,))]
        for table, name, kind, text in self.query(CONSTRAINTS, (TABLE,)):
            lines.append(f"{table}: {name if names and kind != 'p' else ''} {text}")
        for table, name, text in self.query(INDEXES, (TABLE,)):
            lines.append(f"{table}: index {name if names else ''} {text.replace(' ' + name + ' ', ' ')}")
        return sorted(lines)


COLUMNS = """
SELECT c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || ' required=' || a.attnotnull
    || ' default=' || CASE WHEN pg_get_expr(d.adbin, d.adrelid) LIKE 'nextval%%' THEN 'numbered'
                           ELSE coalesce(pg_get_expr(d.adbin, d.adrelid), '') END
    || ' identity=' || a.attidentity::text || ' generated=' || a.attgenerated::text || ' collation=' || coalesce(l.collname, '')
FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
LEFT JOIN pg_collation l ON l.oid = a.attcollation
WHERE c.relkind = 'r' AND c.relname LIKE %s AND a.attnum > 0 AND NOT a.attisdropped"""

COMMENTS = """
SELECT 'comment ' || c.relname || ' ' || coalesce(a.attname, '') || ' ' || d.description
FROM pg_description d JOIN pg_class c ON c.oid = d.objoid AND d.classoid = 'pg_class'::regclass
LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = d.objsubid AND d.objsubid > 0
WHERE c.relkind = 'r' AND c.relname LIKE %s"""

CONSTRAINTS = """
SELECT c.relname, k.conname, k.contype, pg_get_constraintdef(k.oid)
FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid WHERE c.relname LIKE %s AND k.contype <> 'n'"""

INDEXES = """
SELECT c.relname, i.relname, pg_get_indexdef(x.indexrelid)
FROM pg_index x JOIN pg_class c ON c.oid = x.indrelid JOIN pg_class i ON i.oid = x.indexrelid
WHERE c.relname LIKE %s AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = i.oid)"""


class Server:
    """The server that LAMIN_TEST_POSTGRES names, else an installed one on a folder of its own until the end."""

    def __init__(self):
        given = re.fullmatch(
            r"postgresql://([^:@]+)(?::([^@]+))?@([^:/]+):?(\d+)?.*", os.environ.get("LAMIN_TEST_POSTGRES", "")
        )
        if given:
            self.user, self.password, self.host, self.port = given[1], given[2], given[3], int(given[4] or 5432)
        else:
            self.user, self.password, self.host, self.port = "postgres", None, "localhost", free_port()
            self.start()

    def start(self):
        self.binaries = installed()
        self.folder = Path(tempfile.mkdtemp(prefix="lamin-changes"))
        self.prefix = []
        if os.geteuid() == 0:  # which PostgreSQL refuses
            shutil.chown(self.folder, "nobody")
            self.prefix = ["runuser", "-u", "nobody", "--"]
        atexit.register(self.close)
        self.run("initdb", "-U", "postgres", "-A", "trust", "-E", "UTF-8", "--locale=C", "--no-sync")
        options = f"-p {self.port} -c listen_addresses=localhost -c unix_socket_directories='' -c fsync=off"
        self.run("pg_ctl", "-l", str(self.folder / "log"), "-w", "-o", options, "start")

    def run(self, program, *arguments):
        command = [*self.prefix, str(self.binaries / program), "-D", str(self.folder / "data"), *arguments]
        subprocess.run(command, check=True, cwd=self.folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def connect(self, database):
        import psycopg2  # of the peers, which not every user of this file needs

        connection = psycopg2.connect(
            host=self.host, port=self.port, user=self.user, password=self.password, dbname=database
        )
        connection.autocommit = True
        return connection

    def created(self, name):
        """The JDBC URL of a new database."""
        place = ["-h", self.host, "-p", str(self.port), "-U", self.user, name]
        subprocess.run([shutil.which("createdb") or str(installed() / "createdb"), *place], check=True, env={**os.environ, "PGPASSWORD": self.password or ""})
        return f"jdbc:postgresql://{self.host}:{self.port}/{name}?user={self.user}&password={self.password or ''}"

    def close(self):
        self.run("pg_ctl", "-m", "immediate", "stop")
        shutil.rmtree(self.folder, ignore_errors=True)


def installed():
    on_path = shutil.which("initdb")
    folders = [Path(on_path).parent] if on_path else sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    if not folders:
        raise SystemExit("no PostgreSQL: install one, or set LAMIN_TEST_POSTGRES=postgresql://user:password@host:port/database")
    return folders[0]


def free_port():
    with socket.socket() as any_port:
        any_port.bind(("localhost", 0))
        return any_port.getsockname()[1]
