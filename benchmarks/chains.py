"""The same migrations as a chain of lamin, as SQL statements, and as Flyway, Django and Alembic have them.

`steps(count)` are migrations of one operation each: 50 tables, then columns and indexes in turns. `linked_tables(count)` are
new tables, each with a foreign key to the one before, fifty in a migration.
"""

from entities import ALEMBIC_INI, DJANGO_MANAGE, DJANGO_SETTINGS, POM
from machine import fresh

TABLES = 50
ALEMBIC_ENV = """from alembic import context
from sqlalchemy import create_engine

with create_engine("sqlite:///bench.db").connect() as connection:
    context.configure(connection=connection, target_metadata=None)
    with context.begin_transaction():
        context.run_migrations()
"""

SCRIPT = """package lnschema_bench.migrations.versions;

import static lamin.schema.model.ColumnTypes.*;

import lamin.schema.Migration;
import lamin.schema.Revision;
import lamin.schema.operation.Operations;

@Revision(id = "{id}"{down}, release = "vX.X.X")
public final class V2026_01_01_{id}_vx_x_x implements Migration {{
    @Override
    public void upgrade(Operations op) {{
{up}
    }}

    @Override
    public void downgrade(Operations op) {{
{back}
    }}
}}
"""


class Step:
    """One migration: a table, a column or an index."""

    def __init__(self, number):
        self.table, self.number = f"bench_t{number % TABLES:03}", number
        self.turn = number // TABLES

    def java(self):
        if self.turn == 0:
            columns = '.column("id", int64()).identity().column("name", string(150)).notNull().column("amount", int32())'
            return f'op.createTable("{self.table}"){columns}.primaryKey("id")', f'op.dropTable("{self.table}")'
        if self.turn % 2:
            column = f'"{self.table}", "c{self.turn}"'
            return f"op.addColumn({column}, string(50))", f"op.dropColumn({column})"
        index = f'"{self.table}_c{self.turn - 1}_ix"'
        create = f'op.createIndex("{self.table}", "c{self.turn - 1}").name({index})'
        return create, f'op.dropIndex("{self.table}", {index})'

    def sql(self):
        if self.turn == 0:
            columns = '"id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "name" varchar(150) NOT NULL, "amount" integer'
            return f'CREATE TABLE "{self.table}" ({columns})'
        if self.turn % 2:
            return f'ALTER TABLE "{self.table}" ADD COLUMN "c{self.turn}" varchar(50)'
        column = f"c{self.turn - 1}"
        return f'CREATE INDEX "{self.table}_{column}_ix" ON "{self.table}" ("{column}")'

    def django(self):
        model = f"t{self.number % TABLES:03}"
        if self.turn == 0:
            fields = (
                '("id", models.BigAutoField(primary_key=True)), ("name", models.CharField(max_length=150)), '
                '("amount", models.IntegerField(null=True))'
            )
            return f'migrations.CreateModel("{model}", [{fields}])'
        if self.turn % 2:
            return f'migrations.AddField("{model}", "c{self.turn}", models.CharField(max_length=50, null=True))'
        column = f"c{self.turn - 1}"
        return f'migrations.AddIndex("{model}", models.Index(fields=["{column}"], name="{model}_{column}_ix"))'



    def alembic(self):
        table = f'"{self.table}"'
        if self.turn == 0:
            columns = (
                'sa.Column("id", sa.Integer, primary_key=True), sa.Column("name", sa.String(150), nullable=False), '
                'sa.Column("amount", sa.Integer)'
            )
            return f"op.create_table({table}, {columns})"
        if self.turn % 2:
            return f'op.add_column({table}, sa.Column("c{self.turn}", sa.String(50)))'
        column = f"c{self.turn - 1}"
        return f'op.create_index("{self.table}_{column}_ix", {table}, ["{column}"])'


class LinkedTable:
    """A new table with a foreign key to the one before it."""

    def __init__(self, number):
        self.number, self.table, self.target = number, f"bench_e{number:04}", f"bench_e{number - 1:04}"

    def java(self):
        columns = '.column("id", int64()).identity().column("name", string(150)).notNull()'
        link = '.column("parent_id", int64())', f'.foreignKey("parent_id").references("{self.target}").index("parent_id")'
        before, after = link if self.number else ("", "")
        return f'op.createTable("{self.table}"){columns}{before}.primaryKey("id"){after}', f'op.dropTable("{self.table}")'

    def sql(self):
        columns = '"id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "name" varchar(150) NOT NULL'
        if not self.number:
            return f'CREATE TABLE "{self.table}" ({columns})'
        link = f', "parent_id" bigint REFERENCES "{self.target}" ("id")'
        index = f'CREATE INDEX "{self.table}_parent_id_ix" ON "{self.table}" ("parent_id")'
        return f'CREATE TABLE "{self.table}" ({columns}{link});\n{index}'

    def django(self):
        fields = '("id", models.BigAutoField(primary_key=True)), ("name", models.CharField(max_length=150))'
        if self.number:
            fields += f', ("parent", models.ForeignKey("bench.e{self.number - 1:04}", models.PROTECT, null=True))'
        return f'migrations.CreateModel("e{self.number:04}", [{fields}])'

    def alembic(self):
        columns = 'sa.Column("id", sa.Integer, primary_key=True), sa.Column("name", sa.String(150), nullable=False)'
        if self.number:
            columns += f', sa.Column("parent_id", sa.BigInteger, sa.ForeignKey("{self.target}.id"), index=True)'
        return f'op.create_table("{self.table}", {columns})'


def steps(count):
    return [[Step(number)] for number in range(count)]


def linked_tables(count):
    tables = [LinkedTable(number) for number in range(count)]
    return [tables[start : start + TABLES] for start in range(0, count, TABLES)]


class Chain:
    """A module project; at first without migrations, so that it can be mounted before they are."""

    def __init__(self, folder, migrations):
        self.folder, self.migrations = fresh(folder), migrations
        self.package = folder / "src" / "main" / "java" / "lnschema_bench"
        self.versions = self.package / "migrations" / "versions"
        self.versions.mkdir(parents=True)
        (folder / "pom.xml").write_text(POM)
        self.head("")

    def head(self, migration):
        text = f'@SchemaModule(version = "0.1.0"{migration})\npackage lnschema_bench;\n\nimport lamin.schema.SchemaModule;\n'
        (self.package / "package-info.java").write_text(text)

    def write_scripts(self):
        for number, migration in enumerate(self.migrations):
            ways = [step.java() for step in migration]
            script = SCRIPT.format(
                id=revision(number),
                down=f', down = "{revision(number - 1)}"' if number else "",
                up=lines(f"{up};" for up, _ in ways),
                back=lines(f"{back};" for _, back in reversed(ways)),
            )
            (self.versions / f"V2026_01_01_{revision(number)}_vx_x_x.java").write_text(script)
        self.head(f', migration = "{revision(len(self.migrations) - 1)}"')


def revision(number):
    return f"{number:012x}"


def lines(statements, indentation=8):
    return "\n".join(" " * indentation + statement for statement in statements)


def write_sql(file, migrations):
    """A statement a line; a row for each migration stands for what a tool records."""
    statements = ["CREATE TABLE raw_ledger (revision VARCHAR(32) NOT NULL)"]
    for number, migration in enumerate(migrations):
        statements.extend(statement for step in migration for statement in step.sql().split(";\n"))
        statements.append(f"INSERT INTO raw_ledger (revision) VALUES ('{revision(number)}')")
    file.write_text("\n".join(statements) + "\n")


def write_flyway(folder, migrations, postgres=False):
    fresh(folder)
    for number, migration in enumerate(migrations):
        text = "".join(f"{step.sql()};\n" for step in migration)
        if postgres:
            text = text.replace("integer NOT NULL PRIMARY KEY AUTOINCREMENT", "bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY")
        (folder / f"V{number + 1}__step.sql").write_text(text)


def write_django(folder, all_migrations):
    migrations = fresh(folder) / "bench" / "migrations"
    migrations.mkdir(parents=True)
    (folder / "settings.py").write_text(DJANGO_SETTINGS)
    (folder / "manage.py").write_text(DJANGO_MANAGE)
    for package in (migrations, migrations.parent):
        (package / "__init__.py").touch()
    (migrations.parent / "models.py").write_text("")
    for number, migration in enumerate(all_migrations):
        needed = f'("bench", "m{number - 1:04}")' if number else ""
        text = (
            "from django.db import migrations, models\n\n\nclass Migration(migrations.Migration):\n"
            f"    dependencies = [{needed}]\n    operations = [\n"
            f"{lines((step.django() + ',' for step in migration))}\n    ]\n"
        )
        (migrations / f"m{number:04}.py").write_text(text)


def write_alembic(folder, migrations):
    versions = fresh(folder) / "migrations" / "versions"
    versions.mkdir(parents=True)
    (folder / "alembic.ini").write_text(ALEMBIC_INI)
    (versions.parent / "env.py").write_text(ALEMBIC_ENV)
    for number, migration in enumerate(migrations):
        down = f'"{revision(number - 1)}"' if number else None
        text = (
            "from alembic import op\nimport sqlalchemy as sa\n\n"
            f'revision = "{revision(number)}"\ndown_revision = {down}\n\n\n'
            f"def upgrade():\n{lines((step.alembic() for step in migration), 4)}\n"
        )
        (versions / f"{revision(number)}.py").write_text(text)
