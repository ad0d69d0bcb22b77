"""The same 500 migrations as a chain of lamin, as SQL statements and as Django's: 50 tables, then columns and indexes."""

from entities import DJANGO_MANAGE, DJANGO_SETTINGS, POM
from machine import fresh

COUNT = 500
TABLES = 50

SCRIPT = """package lnschema_bench.migrations.versions;

import static lamin.schema.model.ColumnTypes.*;

import lamin.schema.Migration;
import lamin.schema.Revision;
import lamin.schema.operation.Operations;

@Revision(id = "{id}"{down}, release = "v0.1.0")
public final class V2026_01_01_{id}_v0_1_0 implements Migration {{
    @Override
    public void upgrade(Operations op) {{
        {up};
    }}

    @Override
    public void downgrade(Operations op) {{
        {back};
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


STEPS = [Step(number) for number in range(COUNT)]


class Chain:
    """A module project whose chain has the first `count` migrations."""

    def __init__(self, folder):
        self.folder = fresh(folder)
        self.package = folder / "src" / "main" / "java" / "lnschema_bench"
        self.versions = self.package / "migrations" / "versions"
        self.versions.mkdir(parents=True)
        (folder / "pom.xml").write_text(POM)
        self.head(None)

    def head(self, number):
        migration = "" if number is None else f', migration = "{self.id(number)}"'
        text = f'@SchemaModule(version = "0.1.0"{migration})\npackage lnschema_bench;\n\nimport lamin.schema.SchemaModule;\n'
        (self.package / "package-info.java").write_text(text)

    def write_scripts(self):
        for step in STEPS:
            up, back = step.java()
            down = f', down = "{self.id(step.number - 1)}"' if step.number else ""
            script = SCRIPT.format(id=self.id(step.number), down=down, up=up, back=back)
            (self.versions / f"V2026_01_01_{self.id(step.number)}_v0_1_0.java").write_text(script)
        self.head(COUNT - 1)

    @staticmethod
    def id(number):
        return f"{number:012x}"


def write_sql(file):
    ledger = "CREATE TABLE raw_ledger (revision VARCHAR(32) NOT NULL)"
    rows = [f"INSERT INTO raw_ledger (revision) VALUES ('{Chain.id(step.number)}')" for step in STEPS]
    statements = [ledger, *(statement for pair in zip((step.sql() for step in STEPS), rows) for statement in pair)]
    file.write_text("\n".join(statements) + "\n")


def write_django(folder):
    migrations = fresh(folder) / "bench" / "migrations"
    migrations.mkdir(parents=True)
    (folder / "settings.py").write_text(DJANGO_SETTINGS)
    (folder / "manage.py").write_text(DJANGO_MANAGE)
    for package in (migrations, migrations.parent):
        (package / "__init__.py").touch()
    (migrations.parent / "models.py").write_text("")
    for step in STEPS:
        needed = f'("bench", "m{step.number - 1:04}")' if step.number else ""
        text = (
            "from django.db import migrations, models\n\n\nclass Migration(migrations.Migration):\n"
            f"    dependencies = [{needed}]\n    operations = [{step.django()}]\n"
        )
        (migrations / f"m{step.number:04}.py").write_text(text)
