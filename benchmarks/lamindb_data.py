"""The work of java/DataBench.java with Python's lamindb: KIND COUNT [FILE]. Prints the seconds that it took.

The instance is the one in ./instance. Without a network, saving an artifact asks for the instance on the hub and fails; the
script says that there is none.
"""

import sys
import time
import uuid
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path

with redirect_stdout(StringIO()), redirect_stderr(StringIO()):
    import lamindb as ln

    ln.connect("anonymous/instance")
    ln.setup.settings.instance._is_on_hub = False
    ln.settings.verbosity = "error"


def text():
    return uuid.uuid4().hex * 32


def name():
    return uuid.uuid4().hex


def labels(count):
    for _ in range(count):
        ln.ULabel(name=name()).save()


def bulk_labels(count):
    ln.ULabel.objects.bulk_create([ln.ULabel(name=name(), _skip_validation=True) for _ in range(count)], batch_size=1000)


def files(count):
    folder = Path(name())
    folder.mkdir()
    for number in range(count):
        file = folder / f"{number}.txt"
        file.write_text(text())
    start = time.perf_counter()
    for file in folder.iterdir():
        ln.Artifact(file, key=str(file)).save()
    return time.perf_counter() - start


def fill(count):
    for number in range(count):
        file = Path(f"file-{number}.txt")
        file.write_text(text())
        ln.Artifact(file, key=file.name).save()


def filtered(count):
    """The rows are those that DataBench makes, by the database itself."""
    from django.db import connection

    with connection.cursor() as cursor:
        series = f"with recursive series (n) as (select 1 union all select n + 1 from series where n < {count})"
        if not ln.Artifact.filter().exists():
            ln.ULabel.objects.bulk_create([ln.ULabel(name=f"label {n}", _skip_validation=True) for n in range(1, 101)])
            copy = ln.Artifact(write_once(), key="first.txt").save()
            columns = [field.column for field in ln.Artifact._meta.concrete_fields if field.column not in ("id", "uid", "hash", "key")]
            names = ", ".join(columns)
            cursor.execute(
                f"insert into lamindb_artifact (id, uid, {names}) {series} select n + 1, printf('a%019d', n), {names}"
                f" from series, lamindb_artifact a where a.id = {copy.id}"
            )
            cursor.execute(
                f"insert into lamindb_artifactulabel (artifact_id, ulabel_id, created_by_id, created_at) {series}"
                " select n + 1, (select min(id) from lamindb_ulabel) + n % 100, 1, '2026-01-01 00:00:00' from series"
            )
    for _ in range(4):
        start = time.perf_counter()
        found = ln.Artifact.filter(ulabels__name="label 8").count()
        seconds = time.perf_counter() - start
    if found != count / 100:
        sys.exit(f"found {found}")
    return seconds


def write_once():
    file = Path("first.txt")
    file.write_text(text())
    return file


def save(_, file):
    ln.Artifact(file, key=name() + ".txt").save()


def list_(_, __):
    print(ln.Artifact.to_dataframe(limit=20))


def get(_, __):
    print(ln.Artifact.get(key="file-0.txt").path)


KINDS = {
    "labels": labels,
    "bulk-labels": bulk_labels,
    "files": files,
    "fill": fill,
    "filter": filtered,
    "save": save,
    "list": list_,
    "get": get,
}

begin = time.perf_counter()
seconds = KINDS[sys.argv[1]](int(sys.argv[2]), *sys.argv[3:])
print(time.perf_counter() - begin if seconds is None else seconds)
