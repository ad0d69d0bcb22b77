"""The same generated entities as a schema module of lamin, as a Django app and as SQLAlchemy models for Alembic.

Each has nine columns and a foreign key to the one before it. `edit` adds a field to the last one, a new one each time.
"""

from machine import fresh

POM = """<?xml version="1.0" encoding="UTF-8"?>
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>com.example.bench</groupId>
  <artifactId>lnschema-bench</artifactId>
  <version>0.1.0-SNAPSHOT</version>
  <properties>
    <maven.compiler.release>21</maven.compiler.release>
  </properties>
</project>
"""

PACKAGE_INFO = """@SchemaModule(version = "0.1.0")
package lnschema_bench;

import lamin.schema.SchemaModule;
"""

ENTITY = """package lnschema_bench;

import jakarta.persistence.*;
import java.time.Instant;
import org.hibernate.Length;

@Entity
@Table(indexes = @Index(columnList = "name"))
public class Entity{number} {{
    @Id @GeneratedValue(strategy = GenerationType.IDENTITY) private Long id;
    @Column(length = 20, nullable = false, unique = true) private String uid;
    @Column(length = 150, nullable = false) private String name;
    @Column(length = Length.LONG32) private String description;
    @Column(nullable = false) private Instant createdAt;
    @Column(nullable = false) private boolean active;
    private Integer amount;
    private Double fraction;
{parent}{extra}
}}
"""

DJANGO_SETTINGS = """SECRET_KEY = "benchmark"
INSTALLED_APPS = ["bench"]
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": "bench.db"}}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
USE_TZ = True
"""

DJANGO_MANAGE = """import os, sys
os.environ["DJANGO_SETTINGS_MODULE"] = "settings"
from django.core.management import execute_from_command_line
execute_from_command_line(sys.argv)
"""

DJANGO_MODEL = """
class Entity{number}(models.Model):
    uid = models.CharField(max_length=20, unique=True)
    name = models.CharField(max_length=150, db_index=True)
    description = models.TextField(null=True)
    created_at = models.DateTimeField()
    active = models.BooleanField()
    amount = models.IntegerField(null=True)
    fraction = models.FloatField(null=True)
{parent}{extra}
"""

ALEMBIC_INI = "[alembic]\nscript_location = migrations\nprepend_sys_path = .\n"

ALEMBIC_ENV = """from alembic import context
from sqlalchemy import create_engine
from models import Base

with create_engine("sqlite:///bench.db").connect() as connection:
    context.configure(connection=connection, target_metadata=Base.metadata)
    with context.begin_transaction():
        context.run_migrations()
"""

ALEMBIC_SCRIPT = '''"""${message}"""
from alembic import op
import sqlalchemy as sa

revision = ${repr(up_revision)}
down_revision = ${repr(down_revision)}
branch_labels = None
depends_on = None


def upgrade():
    ${upgrades}


def downgrade():
    ${downgrades}
'''

ALEMBIC_MODEL = """
class Entity{number}(Base):
    __tablename__ = "bench_entity{number}"
    id = Column(BigInteger, primary_key=True)
    uid = Column(String(20), unique=True, nullable=False)
    name = Column(String(150), nullable=False, index=True)
    description = Column(Text)
    created_at = Column(DateTime, nullable=False)
    active = Column(Boolean, nullable=False)
    amount = Column(Integer)
    fraction = Column(Double)
{parent}{extra}
"""


class Module:
    """A module project; its first migration is written by `lamin migrate create`."""

    def __init__(self, folder, count):
        self.folder, self.count, self.edits = fresh(folder), count, 0
        self.package = folder / "src" / "main" / "java" / "lnschema_bench"
        self.package.mkdir(parents=True)
        (folder / "pom.xml").write_text(POM)
        (self.package / "package-info.java").write_text(PACKAGE_INFO)
        for number in range(count):
            self.write(number)

    def write(self, number, extra=""):
        parent = f"    @ManyToOne(fetch = FetchType.LAZY) private Entity{number - 1:03} parent;\n" if number else ""
        source = ENTITY.format(number=f"{number:03}", parent=parent, extra=extra)
        (self.package / f"Entity{number:03}.java").write_text(source)

    def edit(self):
        self.edits += 1
        self.write(self.count - 1, f"    @Column(length = 50) private String added{self.edits};")


class DjangoApp:
    def __init__(self, folder, count):
        self.folder, self.count, self.edits = fresh(folder), count, 0
        (folder / "bench" / "migrations").mkdir(parents=True)
        (folder / "bench" / "__init__.py").touch()
        (folder / "bench" / "migrations" / "__init__.py").touch()
        (folder / "settings.py").write_text(DJANGO_SETTINGS)
        (folder / "manage.py").write_text(DJANGO_MANAGE)
        self.write()

    def write(self, extra=""):
        models = [DJANGO_MODEL.format(number=f"{n:03}", parent=self.parent(n), extra="") for n in range(self.count)]
        text = "from django.db import models\n\n" + "\n".join(models) + extra
        (self.folder / "bench" / "models.py").write_text(text)

    @staticmethod
    def parent(number):
        return f'    parent = models.ForeignKey("Entity{number - 1:03}", models.PROTECT, null=True)\n' if number else ""

    def edit(self):
        self.edits += 1
        self.write(f"    added{self.edits} = models.CharField(max_length=50, null=True)\n")


class AlembicProject:
    def __init__(self, folder, count):
        self.folder, self.count, self.edits = fresh(folder), count, 0
        (folder / "migrations" / "versions").mkdir(parents=True)
        (folder / "alembic.ini").write_text(ALEMBIC_INI)
        (folder / "migrations" / "env.py").write_text(ALEMBIC_ENV)
        (folder / "migrations" / "script.py.mako").write_text(ALEMBIC_SCRIPT)
        self.write()

    def write(self, extra=""):
        models = [ALEMBIC_MODEL.format(number=f"{n:03}", parent=self.parent(n), extra="") for n in range(self.count)]
        head = "from sqlalchemy import *\nfrom sqlalchemy.orm import declarative_base\n\nBase = declarative_base()\n"
        (self.folder / "models.py").write_text(head + "\n".join(models) + extra)

    @staticmethod
    def parent(number):
        if not number:
            return ""
        return f'    parent_id = Column(BigInteger, ForeignKey("bench_entity{number - 1:03}.id"), index=True)\n'

    def edit(self):
        self.edits += 1
        self.write(f"    added{self.edits} = Column(String(50))\n")
