"""What is measured beside what, and the budgets of it."""

import shutil
import subprocess
import sys
from dataclasses import replace
from functools import cached_property

import chains
import data
from changes import databases
from entities import AlembicProject, DjangoApp, Module
from machine import WORK, Flyway, environment, fresh
from measure import Budget, Contender, Race, last_number

NAMES = [
    *("help", "init", "check-50", "check-200", "edit-50", "edit-200", "detect-1000"),
    *("deploy-500", "deploy-1000", "deploy-in-process", "fresh-200", "fresh-1000", "nothing", "nothing-in-process", "status"),
    *("start-sqlite", "start-postgresql"),
    *data.NAMES,
]


def prepared(lamin, peers, names, quick):
    """The races of those names, each prepared when it is its turn."""
    races = Races(lamin, peers, quick)
    of_data = data.DataRaces(races)
    makers = {
        "help": races.help,
        "init": races.init,
        "check-50": lambda: races.check(50),
        "check-200": lambda: races.check(200),
        "edit-50": lambda: races.check_after_edit(50),
        "edit-200": lambda: races.check_after_edit(200),
        "detect-1000": races.detect,
        "deploy-500": lambda: races.deploy(500),
        "deploy-1000": lambda: races.deploy(1000),
        "deploy-in-process": races.deploy_in_process,
        "fresh-200": lambda: races.deploy_fresh(200),
        "fresh-1000": lambda: races.deploy_fresh(1000),
        "nothing": races.deploy_nothing,
        "nothing-in-process": races.deploy_nothing_in_process,
        "status": races.status,
        "start-sqlite": lambda: races.service_start("SQLite"),
        "start-postgresql": lambda: races.service_start("PostgreSQL"),
        **{name: getattr(of_data, name) for name in data.NAMES},
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
        return Race("lamin --help", self.ours("--help"), [python], [Budget("<= 0.6 Python", 0.6, python.name)])

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

    def deploy(self, count):
        peers, budgets = self.deployments(f"deploy-{count}", chains.steps(count))
        return Race(f"deploy of {count:,} migrations, SQLite", *peers, budgets if count == 500 else [])

    def deploy_fresh(self, count):
        """A chain of foreign keys; Django takes a time that grows with the square of it."""
        peers, _ = self.deployments(f"fresh-{count}", chains.linked_tables(count))
        return Race(f"deploy of {count:,} new tables with a chain of foreign keys, SQLite", *peers, [])

    def deployments(self, name, migrations):
        ours = self.our_deploy(name, migrations)
        raw = self.raw_deploy(name, migrations)
        flyway = self.flyway_deploy(name, migrations)
        budgets = [Budget("<= 3 raw JDBC", 3, raw.name), Budget("<= Flyway / 4", 1 / 4, flyway.name)]
        if self.quick:
            return (ours, [raw, flyway]), budgets
        django, alembic = self.django_deploy(name, migrations), self.alembic_deploy(name, migrations)
        return (ours, [raw, flyway, django, alembic]), [*budgets, Budget("<= Django / 12", 1 / 12, django.name)]

    def our_deploy(self, name, migrations, again=False):
        """An instance with the module mounted, before it has migrations; put back each time."""
        chain = chains.Chain(WORK / f"chain-{name}", migrations)
        fresh(WORK / "home")
        self.run(self.ours("init", "--storage", "instance", folder=chain.folder))
        kept, database = WORK / f"before-{name}.db", chain.folder / "instance" / ".lamindb" / "lamin.db"
        shutil.copy(database, kept)
        chain.write_scripts()
        self.run(self.ours("migrate", "deploy", folder=chain.folder))
        if again:
            return self.ours("migrate", "deploy", folder=chain.folder)
        return self.ours("migrate", "deploy", folder=chain.folder, before=lambda: shutil.copy(kept, database))

    def raw_deploy(self, name, migrations):
        kept, database, sql = WORK / f"before-{name}.db", WORK / "raw.db", WORK / f"{name}.sql"
        chains.write_sql(sql, migrations)
        command = self.lamin.java("RawDeploy", str(database), str(sql), class_path=self.class_path)
        before = lambda: shutil.copy(kept, database)
        return Contender("raw JDBC, one transaction", command, WORK, self.environment, before=before)

    def flyway_deploy(self, name, migrations, *way, **more):
        database, folder = WORK / f"flyway-{name}.db", WORK / f"flyway-{name}"
        chains.write_flyway(folder, migrations)
        command = self.lamin.java(
            "FlywayDeploy", str(database), str(folder), *way, class_path=self.flyway.class_path
        )
        before = lambda: database.unlink(missing_ok=True)
        return Contender("Flyway migrate", command, WORK, self.environment, **{"before": before, **more})

    def django_deploy(self, name, migrations, **more):
        folder = WORK / f"django-{name}"
        chains.write_django(folder, migrations)
        before = lambda: (folder / "bench.db").unlink(missing_ok=True)
        return self.theirs(
            "Django migrate", "python", "manage.py", "migrate", folder=folder, **{"before": before, **more}
        )

    def alembic_deploy(self, name, migrations, **more):
        folder = WORK / f"alembic-{name}"
        chains.write_alembic(folder, migrations)
        before = lambda: (folder / "bench.db").unlink(missing_ok=True)
        return self.theirs("alembic upgrade head", "alembic", "upgrade", "head", folder=folder, **{"before": before, **more})

    def deploy_nothing(self):
        migrations, stay = chains.steps(1000), {"before": lambda: None}
        peers = [
            self.flyway_deploy("nothing", migrations, **stay),
            self.django_deploy("nothing", migrations, **stay),
            self.alembic_deploy("nothing", migrations, **stay),
        ]
        (WORK / "flyway-nothing.db").unlink(missing_ok=True)
        for peer in peers:
            self.run(peer)
        ours, budgets = self.our_deploy("nothing", migrations, again=True), [Budget("<= 0.8 Django", 0.8, peers[1].name)]
        return Race("nothing to deploy, 1,000 applied", ours, peers, budgets)

    def status(self):
        """The state of an instance and its modules, with everything applied."""
        migrations = chains.steps(1000)
        self.our_deploy("status", migrations)
        folder = WORK / "chain-status"
        for deploy in (self.flyway_deploy, self.django_deploy, self.alembic_deploy):
            peer = deploy("status", migrations)
            peer.before()
            self.run(peer)
        django = self.theirs(
            "Django showmigrations", "python", "manage.py", "showmigrations", "bench", folder=WORK / "django-status"
        )
        peers = [
            django,
            replace(self.flyway_deploy("status", migrations, "info", before=lambda: None), name="Flyway info"),
            self.theirs("alembic current", "alembic", "current", folder=WORK / "alembic-status"),
        ]
        ours = self.ours("migrate", "status", folder=folder)
        return Race("migrate status, 1,000 applied", ours, peers, [Budget("<= Django", 1, django.name)])

    def deploy_nothing_in_process(self):
        migrations = chains.steps(1000)
        flyway = self.flyway_deploy("again", migrations, "again", seconds=last_number)
        ours = self.in_process("lamin4j", "again", migrations)
        return Race("nothing to deploy, 1,000 applied, in-process", ours, [flyway], [Budget("<= 0.02 s", seconds=0.02)])

    def service_start(self, database):
        """The first call in a new JVM with its usual options; class paths of a service: all jars, the migrations in one of them."""
        migrations, is_postgres = chains.steps(500), database == "PostgreSQL"
        scripts = fresh(WORK / "flyway-start")
        chains.write_flyway(scripts / "db" / "migration", migrations, is_postgres)
        module = shutil.copytree(self.compiled(migrations), fresh(WORK / "module-start"), dirs_exist_ok=True)
        (module / "META-INF" / "lamin").mkdir(parents=True, exist_ok=True)
        (module / "META-INF" / "lamin" / "modules").write_text("lnschema_bench\n")
        server = databases.Server() if is_postgres else None
        contenders = [
            self.started(f"lamin4j, {database}", "lamin", jar(module), server, len(migrations)),
            self.started(f"Flyway migrate, {database}", "flyway", jar(scripts), server, len(migrations)),
        ]
        budgets = [Budget("<= Flyway", 1, contenders[1].name)]
        return Race(f"start of a service, {len(migrations)} applied, {database}", contenders[0], contenders[1:], budgets)

    def started(self, name, tool, migrations, server, count):
        """A service whose database has all migrations already."""
        file = WORK / f"start-{tool}.db"
        file.unlink(missing_ok=True)
        url = server.created(f"bench_{tool}") if server else f"jdbc:sqlite:{file}"
        java = [str(self.lamin.java_home / "bin" / "java"), "-cp", f"{migrations}:{self.flyway.class_path}", "ServiceStart"]
        self.run(Contender(name, [*java, tool, url, str(count)], WORK, self.environment))
        return Contender(name, [*java, tool, url, "0"], WORK, self.environment, seconds=last_number)

    def deploy_in_process(self):
        migrations = chains.steps(500)
        raw = self.in_process("raw JDBC, one transaction", "raw", migrations)
        flyway = self.flyway_deploy("in-process", migrations, "in-process", seconds=last_number)
        budgets = [Budget("<= 1.3 raw JDBC", 1.3, raw.name), Budget("<= Flyway / 4", 1 / 4, flyway.name)]
        ours = self.in_process("lamin4j", "deploy", migrations)
        return Race("deploy of 500 migrations, in-process", ours, [raw, flyway], budgets)

    def in_process(self, name, kind, migrations):
        sql, databases = WORK / "in-process.sql", WORK / "databases"
        chains.write_sql(sql, migrations)
        arguments = [kind, str(databases), str(self.compiled(migrations)), str(sql)]
        command = self.lamin.java("InProcessDeploy", *arguments, class_path=self.class_path)
        before = lambda: shutil.rmtree(databases, ignore_errors=True)
        return Contender(name, command, WORK, self.environment, before=before, seconds=last_number)

    def compiled(self, migrations):
        """The classes of a module with these migrations, made by lamin itself."""
        chain = chains.Chain(WORK / "chain-in-process", migrations)
        chain.write_scripts()
        self.run(self.ours("migrate", "check", folder=chain.folder, exit_code=3))
        return next((chain.folder / "target" / "lamin").glob("classes-*"))

    def detect(self):
        """Ours is the detector alone, in a program that runs already; theirs are whole processes."""
        classes = shutil.copytree(self.compiled(chains.linked_tables(1000)), fresh(WORK / "detect"), dirs_exist_ok=True)
        command = self.lamin.java("InProcessDetect", str(classes), class_path=self.class_path)
        ours = Contender("lamin4j, the detector in-process", command, WORK, self.environment, seconds=last_number)
        django, alembic = DjangoApp(WORK / "django-1000", 1000), AlembicProject(WORK / "alembic-1000", 1000)
        peers = [
            self.theirs(
                "Django makemigrations --dry-run",
                *("python", "manage.py", "makemigrations", "--dry-run", "-v", "0"),
                folder=django.folder,
            ),
            self.theirs("alembic check", "alembic", "check", folder=alembic.folder, exit_code=255),
        ]
        return Race("detector, 1,000 tables", ours, peers, [Budget("<= 0.3 s", seconds=0.3)])

    @cached_property
    def class_path(self):
        return f"{self.lamin.compiled_helpers()}:{self.lamin.class_path}"

    @cached_property
    def flyway(self):
        return Flyway.made(self.lamin)


def jar(folder):
    return shutil.make_archive(str(folder), "zip", folder)
