"""What is measured beside what, and the budgets of it."""

import shutil
import subprocess
import sys

import chains
from entities import AlembicProject, DjangoApp, Module
from machine import WORK, environment, fresh
from measure import Budget, Contender, Race

NAMES = ["help", "init", "check-50", "check-200", "edit-50", "edit-200", "deploy", "deploy-in-process"]


def prepared(lamin, peers, names, quick):
    """The races of those names, each prepared when it is its turn."""
    races = Races(lamin, peers, quick)
    makers = {
        "help": races.help,
        "init": races.init,
        "check-50": lambda: races.check(50),
        "check-200": lambda: races.check(200),
        "edit-50": lambda: races.check_after_edit(50),
        "edit-200": lambda: races.check_after_edit(200),
        "deploy": races.deploy,
        "deploy-in-process": races.deploy_in_process,
    }
    for name in names:
        yield makers[name]()


class Races:
    def __init__(self, lamin, peers, quick):
        self.lamin, self.peers, self.quick = lamin, peers, quick
        self.environment = environment(fresh(WORK / "home"))
        self.made = {}

    def ours(self, *arguments, folder=WORK, name="lamin4j", **more):
        return Contender(name, [self.lamin.command, *arguments], folder, self.environment, **more)

    def theirs(self, name, program, *arguments, folder=WORK, **more):
        return Contender(name, [self.peers.program(program), *arguments], folder, self.environment, **more)

    def run(self, contender):
        told = subprocess.run(
            contender.command,
            cwd=contender.folder,
            env=contender.environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        if told.returncode != contender.exit_code:
            sys.exit(f"{contender.name} {contender.command[1:]} ended with {told.returncode}:\n{told.stdout}")

    def help(self):
        python = self.theirs("Python lamin --help", "lamin", "--help")
        return Race("lamin --help", self.ours("--help"), [python], [Budget("<= Python", 1, python.name)])

    def init(self):
        ours, theirs = WORK / "init-ours", WORK / "init-theirs"
        here = self.ours(
            "init", "--storage", "instance", "--schema", "bionty", folder=fresh(ours), before=lambda: self.forget(ours)
        )
        python = self.theirs(
            "Python lamin init (copies a template)",
            "lamin",
            *("init", "--storage", "instance", "--modules", "bionty"),
            folder=fresh(theirs),
            before=lambda: self.forget(theirs),
        )
        return Race("lamin init, SQLite, core + bionty", here, [python], [Budget("<= 0.5 Python", 0.5, python.name)])

    def forget(self, folder):
        """No instance, no settings: as on the first day."""
        fresh(folder)
        fresh(WORK / "home")

    def projects(self, count):
        if count not in self.made:
            module = Module(WORK / f"module-{count}", count)
            self.run(self.ours("migrate", "create", folder=module.folder))
            django = DjangoApp(WORK / f"django-{count}", count)
            self.run(self.theirs("", "python", "manage.py", "makemigrations", "bench", folder=django.folder))
            alembic = AlembicProject(WORK / f"alembic-{count}", count)
            for arguments in (["revision", "--autogenerate", "-m", "first"], ["upgrade", "head"]):
                self.run(self.theirs("", "alembic", *arguments, folder=alembic.folder))
            self.made[count] = module, django, alembic
        return self.made[count]

    def check(self, count):
        module, django, alembic = self.projects(count)
        peers = [
            self.theirs(
                "Django makemigrations --check", "python", "manage.py", "makemigrations", "--check", folder=django.folder
            ),
            self.theirs("alembic check", "alembic", "check", folder=alembic.folder),
        ]
        ours = self.ours("migrate", "check", folder=module.folder)
        budgets = [Budget("<= Django", 1, peers[0].name)] if count == 200 else []
        return Race(f"migrate check, {count} entities, unchanged", ours, peers, budgets)

    def check_after_edit(self, count):
        module, django, alembic = self.projects(count)
        peers = [
            self.theirs(
                "Django makemigrations --check",
                *("python", "manage.py", "makemigrations", "--check"),
                folder=django.folder,
                exit_code=1,
                before=django.edit,
            ),
            self.theirs("alembic check", "alembic", "check", folder=alembic.folder, exit_code=255, before=alembic.edit),
        ]
        ours = self.ours("migrate", "check", folder=module.folder, exit_code=3, before=module.edit)
        budgets = [Budget("<= 3 s", seconds=3)] if count == 50 else []
        return Race(f"migrate check, {count} entities, after an edit", ours, peers, budgets)

    def deploy(self):
        """An instance with the module mounted, before it has migrations; put back each time."""
        chain = chains.Chain(WORK / "chain")
        fresh(WORK / "home")
        self.run(self.ours("init", "--storage", "instance", folder=chain.folder))
        kept, database = WORK / "before-deploy.db", chain.folder / "instance" / ".lamindb" / "lamin.db"
        shutil.copy(database, kept)
        chain.write_scripts()
        self.run(self.ours("migrate", "deploy", folder=chain.folder))
        ours = self.ours("migrate", "deploy", folder=chain.folder, before=lambda: shutil.copy(kept, database))
        raw = self.raw_deploy(kept)
        django = self.django_deploy()
        budgets = [Budget("<= 3 raw JDBC", 3, raw.name)]
        if self.quick:
            return Race("deploy of 500 migrations, SQLite", ours, [raw], budgets)
        return Race("deploy of 500 migrations, SQLite", ours, [raw, django], [*budgets, Budget("<= Django / 12", 1 / 12, django.name)])

    def raw_deploy(self, kept):
        database, sql = WORK / "raw.db", WORK / "statements.sql"
        chains.write_sql(sql)
        classes = self.lamin.compiled_helpers()
        command = self.lamin.java("RawDeploy", str(database), str(sql), class_path=self.class_path(classes))
        before = lambda: shutil.copy(kept, database)
        return Contender("raw JDBC, one transaction", command, WORK, self.environment, before=before)

    def django_deploy(self):
        folder = WORK / "django-chain"
        chains.write_django(folder)
        before = lambda: (folder / "bench.db").unlink(missing_ok=True)
        return self.theirs("Django migrate", "python", "manage.py", "migrate", folder=folder, before=before)

    def deploy_in_process(self):
        chain = chains.Chain(WORK / "chain-in-process")
        chain.write_scripts()
        self.run(self.ours("migrate", "check", folder=chain.folder, exit_code=3))
        compiled = next((chain.folder / "target" / "lamin").glob("classes-*"))
        sql, databases = WORK / "statements.sql", WORK / "databases"
        chains.write_sql(sql)
        class_path = self.class_path(self.lamin.compiled_helpers())

        def contender(name, kind):
            command = self.lamin.java(
                "InProcessDeploy", kind, str(databases), str(compiled), str(sql), class_path=class_path
            )
            before = lambda: shutil.rmtree(databases, ignore_errors=True)
            return Contender(name, command, WORK, self.environment, before=before, seconds=last_number)

        raw = contender("raw JDBC, one transaction", "raw")
        budget = Budget("<= 3 raw JDBC", 3, raw.name)
        return Race("deploy of 500 migrations, in-process", contender("lamin4j", "deploy"), [raw], [budget])

    def class_path(self, classes):
        return f"{classes}:{self.lamin.class_path}"


def last_number(output):
    return float(output.split()[-1])
