"""Reads the changes: a model before and after in the notations of three tools. `{{a -> b}}` is `a` before, `b` after.

A block begins with `== kind: change`. What follows before the first `-- notation` is about all tools: the row that is in the
table before (`row`), the query that must find its value after (`kept`), decisions of a person (`rename`, `fill`), and
whether names of constraints and indexes count (`names`). A section without a class of its own is the inside of Notebook.
"""

import re
from dataclasses import dataclass, field
from pathlib import Path

FILES = ["tables", "columns", "keys", "indexes", "mappings"]
CHOICE = re.compile(r"\{\{(.*?) ?-> ?(.*?)\}\}", re.DOTALL)
ROW = "INSERT INTO bench_notebook (id, name) VALUES (1, 'kept')"
KEPT = "SELECT name FROM bench_notebook"

NOTEBOOKS = {
    "entities": "@Entity class Notebook {\n    @Id @GeneratedValue(strategy = IDENTITY) Long id;\n"
    "    @Column(length = 50) String name;\n%s\n}\n",
    "sqlalchemy": 'class Notebook(Base):\n    __tablename__ = "bench_notebook"\n'
    "    id = Column(Integer, primary_key=True)\n    name = Column(String(50))\n%s\n",
    "django": "class Notebook(models.Model):\n    name = models.CharField(max_length=50, null=True)\n%s\n",
}


@dataclass
class Change:
    title: str
    row: str = ROW
    kept: str = KEPT
    names: bool = False
    decisions: list[str] = field(default_factory=list)
    sections: dict[str, str] = field(default_factory=dict)

    @property
    def is_rename(self):
        return any(decision.startswith("rename") for decision in self.decisions)

    def can_be_said(self, notation):
        return notation in self.sections

    def model(self, notation, state, collation):
        """The text of a model, and that of another module where there is one."""
        return {
            name.removeprefix(notation).strip(): self.text(name, notation, state).replace("$collation", collation)
            for name in self.sections
            if name.split()[0] == notation
        }

    def text(self, name, notation, state):
        chosen = CHOICE.sub(lambda choice: choice[state + 1], self.sections[name])
        own_class = re.search(r"\bclass \w+.*\{" if notation == "entities" else r"^(class |\$)", chosen, re.MULTILINE)
        if own_class or "$notebook" in chosen:
            return chosen.replace("$notebook", NOTEBOOKS[notation] % "")
        return NOTEBOOKS[notation] % chosen


def changes():
    folder = Path(__file__).parent
    return [change for name in FILES for change in parse((folder / f"{name}.txt").read_text())]


def parse(text):
    for block in text.split("== ")[1:]:
        title, *lines = block.rstrip().split("\n")
        change, section = Change(title), None
        for line in lines:
            if line.startswith("-- "):
                section = line.removeprefix("-- ")
                change.sections[section] = ""
            elif section:
                change.sections[section] += line + "\n"
            else:
                about(change, line)
        yield change


def about(change, line):
    word, _, rest = line.partition(" ")
    if word in ("rename", "fill"):
        change.decisions.append(line)
    elif word == "names":
        change.names = True
    else:
        setattr(change, word, rest)
