"""What became of a change in the hands of a tool, judged by the catalogs of the database and not by the tool."""

from dataclasses import dataclass

DETECTED, NOTHING, MISSED = "detected", "nothing to do", "**missed**"
LOST, WRONG, FAILS, REFUSED, UNSAYABLE = "**values lost**", "**wrong**", "**fails when run**", "refused", "cannot be said"


@dataclass
class Cell:
    verdict: str
    raw: str = ""
    note: str = ""

    @property
    def is_detected(self):
        return self.verdict == DETECTED

    @property
    def text(self):
        return f"{self.verdict}, {self.note}" if self.note else self.verdict


def judge(tool, change, database):
    if not change.can_be_said(tool.notation):
        return Cell(UNSAYABLE)
    try:
        expected = made(tool, change, 1, database)
        before = made(tool, change, 0, database)
    except Exception as failure:
        return Cell(UNSAYABLE, f"the model is refused:\n{failure}")
    cell = migrated(tool, tool.migrate, change, database, before, expected)
    if cell.verdict == LOST and hasattr(tool, "migrate_as_person"):
        before = made(tool, change, 0, database)
        asked = migrated(tool, tool.migrate_as_person, change, database, before, expected)
        cell.raw += f"\n\non a terminal, with yes: {asked.verdict}\n{asked.raw}"
        cell.note = f"but it asks on a terminal, and with yes: {asked.verdict}"
    return cell


def made(tool, change, state, database):
    database.empty()
    tool.make(change, state, database)
    return database.catalog(change.names)


def migrated(tool, migrate, change, database, before, expected):
    database.query(change.row)
    told = migrate(change, database)
    raw = "\n".join(part for part in (told.script, told.failure and f"failed: {told.failure}") if part) or "(nothing)"
    if told.failure:
        return Cell(FAILS if told.script else REFUSED, raw)
    if not told.script:
        return Cell(NOTHING, raw) if before == expected else Cell(MISSED, raw, told.note)
    found = database.catalog(change.names)
    if found != expected or told.left:
        return Cell(WRONG, raw + "\n" + "\n".join([*differences(expected, found), *told.left]), told.note)
    return Cell(DETECTED if is_kept(change, database) else LOST, raw, told.note)


def differences(expected, found):
    yield from (f"- {line}" for line in expected if line not in found)
    yield from (f"+ {line}" for line in found if line not in expected)


def is_kept(change, database):
    return database.query(change.kept) == [("kept",)]
