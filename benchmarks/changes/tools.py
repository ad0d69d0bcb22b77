"""The three tools, alike: each makes the tables of a model, and migrates them to those of another one."""

import contextlib
import io
import os
import pickle
import re
import subprocess
import sys
import traceback
import types
import warnings
from dataclasses import dataclass
from pathlib import Path

import alembic
import django
import django.core.management.commands.makemigrations  # loaded once, not in every child
import django.core.management.commands.migrate
import django.db.backends.postgresql.base
import django.db.backends.sqlite3.base
import sqlalchemy
from alembic import autogenerate
from alembic.migration import MigrationContext
from alembic.operations import Operations

from machine import fresh

JAVA = """import static jakarta.persistence.GenerationType.IDENTITY;

import jakarta.persistence.*;
import java.math.BigDecimal;
import java.util.Set;
import org.hibernate.annotations.Collate;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.GeneratedColumn;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;

"""

SQLALCHEMY = """from dataclasses import dataclass
from sqlalchemy import *
from sqlalchemy.orm import composite, declarative_base

Base = declarative_base(metadata=MetaData(naming_convention={
    "ix": "ix_%(column_0_label)s", "uq": "uq_%(table_name)s_%(column_0_name)s", "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s", "pk": "pk_%(table_name)s"}))
"""

DJANGO = "from django.db import models\nfrom django.db.models.functions import Lower, Upper\n\n\n"


@dataclass
class Told:
    """What a tool wrote as migration, and why it or its migration failed."""

    script: str = ""
    failure: str = ""
    left: tuple[str, ...] = ()
    note: str = ""


class Ours:
    name, notation = "Lamin4j", "entities"

    def __init__(self, lamin, folder):
        self.folder = folder
        command = lamin.java("Changes", class_path=f"{lamin.compiled_helpers('changes')}:{lamin.class_path}")
        self.java = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)

    def version(self):
        return "Lamin4j"

    def ask(self, *request):
        self.java.stdin.write("\t".join(request) + "\n")
        self.java.stdin.flush()
        return list(iter(lambda: self.java.stdout.readline().rstrip("\n") or "", "."))

    def model(self, change, state, database):
        folder = self.folder / f"{file_name(change.title)}-{database.name}-{state}"
        if not folder.exists():
            folder.mkdir(parents=True)
            for module, text in change.model(self.notation, state, database.collation).items():
                package = f"lnschema_{module or 'bench'}"
                (folder / f"{'Tracked' if module else 'Model'}.java").write_text(f"package {package};\n\n{JAVA}{text}")
        return str(folder)

    def make(self, change, state, database):
        answer = self.ask("make", self.model(change, state, database), database.jdbc)
        if answer:
            raise RuntimeError("\n".join(answer))

    def migrate(self, change, database):
        models = [self.model(change, state, database) for state in (0, 1)]
        answer = self.ask("migrate", *models, database.jdbc, *change.decisions)
        marked = {mark: [line.removeprefix(mark) for line in answer if line.startswith(mark)] for mark in ("failed: ", "left: ")}
        script = [line for line in answer if not line.startswith(tuple(marked))]
        if marked["failed: "]:  # a message may have several lines
            return Told(failure="\n".join(answer).removeprefix("failed: "))
        return Told("\n".join(script), left=tuple(marked["left: "]))


class Alembic:
    name, notation = "Alembic", "sqlalchemy"

    def version(self):
        return f"Alembic {alembic.__version__} with SQLAlchemy {sqlalchemy.__version__}"

    def metadata(self, change, state, database):
        texts = change.model(self.notation, state, database.collation)
        for name in ("other", ""):
            module = types.ModuleType(name or "models")
            sys.modules[module.__name__] = module  # where the second finds the first
            exec(SQLALCHEMY + texts.get(name, ""), module.__dict__)
        del sys.modules["other"], sys.modules["models"]
        return module.Base.metadata

    def make(self, change, state, database):
        engine = sqlalchemy.create_engine(database.sqlalchemy)
        self.metadata(change, state, database).create_all(engine)
        engine.dispose()

    def migrate(self, change, database):
        told = self.attempt(change, database, {})
        if told.script or told.failure:
            return told
        other = self.attempt(change, database, {"compare_server_default": True}, run=False)
        return Told(note="but found with `compare_server_default=True`") if other.script else told

    def attempt(self, change, database, options, run=True):
        metadata = self.metadata(change, 1, database)
        batch = database.name == "sqlite"
        engine = sqlalchemy.create_engine(database.sqlalchemy)
        script, heard = "", io.StringIO()
        try:
            with engine.begin() as connection, contextlib.redirect_stderr(heard):
                context = MigrationContext.configure(connection, opts={"target_metadata": metadata, **options})
                found = autogenerate.produce_migrations(context, metadata).upgrade_ops
                if found.is_empty():
                    return Told()
                script = autogenerate.render_python_code(found, render_as_batch=batch)
                if run:
                    self.run(script, context)
            return Told(script)
        except Exception as failure:
            return Told(script, one_line(failure))
        finally:
            engine.dispose()

    @staticmethod
    def run(script, context):
        with Operations.context(context) as op:
            names = {"op": op, "sa": sqlalchemy}
            exec("from sqlalchemy import Text\nfrom sqlalchemy.dialects import postgresql, sqlite\n", names)
            exec(f"def upgrade():\n    {script}\n    pass\nupgrade()", names)  # its lines but the first are indented


class Django:
    name, notation = "Django", "django"

    def __init__(self, folder):
        self.folder = folder

    def version(self):
        return f"Django {django.__version__}"

    def write(self, change, state, database):
        (self.folder / "bench" / "migrations").mkdir(parents=True, exist_ok=True)
        for package in ("bench", "bench/migrations"):
            (self.folder / package / "__init__.py").touch()
        for module, text in change.model(self.notation, state, database.collation).items():
            file = self.folder / f"{module}.py" if module else self.folder / "bench" / "models.py"
            file.write_text(DJANGO + text)

    def make(self, change, state, database):
        fresh(self.folder)
        self.write(change, state, database)
        told = in_child(lambda: self.commands(database, answers=None))
        if told.failure:
            raise RuntimeError(told.failure)

    def migrate(self, change, database):
        return self.migrate_with(change, database, None)

    def migrate_as_person(self, change, database):
        """On a terminal, by somebody who says yes to everything."""
        return self.migrate_with(change, database, "y\n" * 9)

    def migrate_with(self, change, database, answers):
        self.write(change, 1, database)
        told = in_child(lambda: self.commands(database, answers))
        written = sorted((self.folder / "bench" / "migrations").glob("0002*.py"))
        told.failure = told.failure.replace(f"{self.folder}/", "")
        told.script = operations(written[0].read_text()) if written else ""
        return told

    def commands(self, database, answers):
        from django.conf import settings
        from django.core.management import call_command

        sys.path.insert(0, str(self.folder))
        sys.stdin = io.StringIO(answers or "")
        sys.dont_write_bytecode = True
        settings.configure(
            INSTALLED_APPS=["bench"],
            DATABASES={"default": database.django},
            DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
            SILENCED_SYSTEM_CHECKS=["fields.E900", "models.W046", "fields.W163"],
            USE_TZ=True,
        )
        django.setup()
        call_command("makemigrations", "bench", interactive=answers is not None, verbosity=1)
        call_command("migrate", interactive=False, verbosity=0)


def in_child(work):
    """Django knows one set of models in a process: each call gets a process of its own."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        heard = io.StringIO()
        try:
            warnings.simplefilter("ignore")
            with contextlib.redirect_stdout(heard), contextlib.redirect_stderr(heard):
                work()
            told = Told()
        except BaseException as failure:
            told = Told(failure=heard.getvalue()[-800:] + one_line(failure))
        with os.fdopen(writer, "wb") as pipe:
            pickle.dump(told, pipe)
        os._exit(0)
    os.close(writer)
    with os.fdopen(reader, "rb") as pipe:
        told = pickle.load(pipe)
    os.waitpid(child, 0)
    return told


def operations(migration):
    return migration[migration.index("    operations = [") :].rstrip()


def one_line(failure):
    return traceback.format_exception_only(failure)[-1].strip().splitlines()[0]


def file_name(title):
    return re.sub(r"[^a-z0-9]+", "-", title.lower())
