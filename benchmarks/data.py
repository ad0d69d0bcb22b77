"""What is measured of the data of an instance: labels, files, lineage and searches, beside Python's lamindb and raw JDBC."""

import uuid
from pathlib import Path

from machine import WORK, environment, fresh
from measure import Budget, Contender, Race, last_number

NAMES = ["save", "list", "get", "labels", "files", "large", "chain", "closure", "filter"]

SCRIPT = Path(__file__).resolve().parent / "lamindb_data.py"
LARGE = 5 << 30
PIECE = bytes(range(256)) * 4096


class DataRaces:
    """Each contender has an instance, and a home folder, of its own."""

    def __init__(self, races):
        self.races, self.lamin, self.peers = races, races.lamin, races.peers

    def save(self):
        return self.process("save", "lamin save of a file of 1 KB", lambda file: ["save", file, "--key", file])

    def list(self):
        return self.process("list", "lamin list artifact, 100 artifacts", lambda file: ["list", "artifact"])

    def get(self):
        return self.process("get", "lamin get of an artifact", lambda file: ["get", "files/file-0.txt"])

    def process(self, name, what, command):
        """Whole processes. Python's own command needs a network for some of these, so a script with lamindb stands in."""
        ours, theirs = fresh(WORK / f"{name}-ours"), fresh(WORK / f"{name}-theirs")
        here = self.ours(*command("new.txt"), folder=ours, before=lambda: another(ours / "new.txt"))
        self.races.run(self.ours("init", "--storage", "instance", folder=ours))
        for number in range(100):
            another(ours / "files" / f"file-{number}.txt")
        self.races.run(self.ours("save", "files", "--each", "--key", "files", folder=ours))
        python = self.theirs(name, "100", "new.txt", folder=theirs, before=lambda: another(theirs / "new.txt"))
        self.python_instance(theirs)
        self.races.run(self.theirs("fill", "100", folder=theirs))
        budgets = [Budget("<= 0.5 s", seconds=0.5), Budget("<= Python", 1, python.name)]
        return Race(what, here, [python], budgets)

    def labels(self):
        raw = self.in_process("raw JDBC, in batches", "raw-labels", 10_000)
        bulk = self.timed_python("Python bulk_create", "bulk-labels", 10_000)
        python = self.timed_python("Python save()", "labels", 10_000, sample=500)
        budgets = [
            Budget("<= 2 raw JDBC", 2, raw.name),
            Budget("<= bulk_create / 3", 1 / 3, bulk.name),
            Budget("<= Python / 50", 1 / 50, python.name),
        ]
        ours = self.in_process("lamin4j", "labels", 10_000)
        return Race("10,000 labels saved, in-process", ours, [raw, bulk, python], budgets)

    def files(self):
        python = self.timed_python("Python save()", "files", 10_000, sample=200)
        ours = self.in_process("lamin4j", "files", 10_000)
        return Race(
            "10,000 files of 1 KB registered, in-process", ours, [python], [Budget("<= Python / 50", 1 / 50, python.name)]
        )

    def large(self):
        file = WORK / "large.bin"
        if not file.exists() or file.stat().st_size != LARGE:
            with file.open("wb") as out:
                for number in range(LARGE // len(PIECE)):
                    out.write(number.to_bytes(8, "big") + PIECE[8:])
        digest = self.in_process("SHA-256 of the file", "sha256", 1, file)
        copy = self.in_process("copied and flushed", "copy", 1, file)
        ours = self.in_process("lamin4j", "large", 1, file)
        budgets = [Budget("<= SHA-256 / 0.9", 1 / 0.9, digest.name)]
        return Race("a file of 5 GB saved, 512 MiB of memory", ours, [digest, copy], budgets, rounds=1)

    def chain(self):
        raw = self.in_process("the same rows without the check", "raw-chain", 100_000)
        ours = self.in_process("lamin4j, checked for cycles", "chain", 100_000)
        return Race("a chain of 100,000 runs written and followed, in-process", ours, [raw], rounds=1)

    def closure(self):
        query = self.in_process("recursive query", "raw-closure", 1_000_000)
        ours = self.in_process("lamin4j", "closure", 1_000_000)
        return Race("everything made from a file, 1,000,000 nodes, in-process", ours, [query], [Budget("<= 1 s", seconds=1)])

    def filter(self):
        raw = self.in_process("raw JDBC", "raw-filter", 100_000)
        python = self.timed_python("Python filter()", "filter", 100_000)
        ours = self.in_process("lamin4j", "filter", 100_000)
        return Race("filter by a label, 100,000 artifacts, in-process", ours, [raw, python])

    def ours(self, *arguments, folder, **more):
        return Contender("lamin4j", [self.lamin.command, *arguments], folder, environment(folder / "home"), **more)

    def theirs(self, *arguments, folder, name="Python", **more):
        command = [self.peers.program("python"), str(SCRIPT), *arguments]
        return Contender(name, command, folder, environment(folder / "home"), **more)

    def python_instance(self, folder):
        command = [self.peers.program("lamin"), "init", "--storage", "instance"]
        self.races.run(Contender("Python", command, folder, environment(folder / "home")))

    def in_process(self, name, kind, count, *arguments):
        folder = WORK / f"data-{kind}"
        command = self.lamin.java(
            "DataBench", kind, str(count), str(folder), *map(str, arguments),
            options=["-Xmx512m"],
            class_path=self.races.class_path,
        )
        return Contender(
            name, command, WORK, environment(WORK / "home"), before=lambda: fresh(folder), seconds=last_number, patience=1800
        )

    def timed_python(self, name, kind, count, sample=None):
        """Of a sample that is a part of the work, the time is multiplied."""
        folder = fresh(WORK / f"data-python-{kind}")
        self.python_instance(folder)
        times = count // (sample or count)
        return self.theirs(
            kind, str(sample or count),
            folder=folder,
            name=f"{name}, {sample} of them, x {times}" if sample else name,
            seconds=lambda output: last_number(output) * times,
        )


def another(file):
    """A file of 1 KB with a content that no other has."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(uuid.uuid4().hex * 32)
