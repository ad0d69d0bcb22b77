"""The results as the table in docs/migrations.md, and what each tool said as files beside this one."""

import sys
from pathlib import Path

BEGIN, END = "<!-- written by benchmarks/changes/run -->", "<!-- end -->"
TOOLS, DATABASES = ["Lamin4j", "Alembic", "Django"], ["SQLite", "PostgreSQL"]
RAW = Path(__file__).parent / "raw"


def write(results, versions, root, file_name):
    RAW.mkdir(exist_ok=True)
    for old in RAW.glob("*.txt"):
        old.unlink()
    for change, cells in results:
        (RAW / f"{file_name(change)}.txt").write_text(raw(change, cells) + "\n")
    document = root / "docs" / "migrations.md"
    before, _, rest = document.read_text().partition(BEGIN)
    after = rest.partition(END)[2]
    document.write_text(f"{before}{BEGIN}\n{markdown(results, versions)}{END}{after}")


def raw(change, cells):
    sections = [f"{change.title}"]
    for (tool, database), cell in cells.items():
        sections.append(f"--- {tool}, {database}: {cell.verdict.strip('*')}\n{cell.raw}".rstrip())
    return "\n\n".join(sections)


def markdown(results, versions):
    notes = []
    lines = [
        f"{len(results)} changes; {', '.join(versions)}.",
        "",
        "| change | " + " | ".join(f"{tool}, {database}" for tool in TOOLS for database in DATABASES) + " |",
        "|---" * (1 + len(TOOLS) * len(DATABASES)) + "|",
    ]
    for change, cells in results:
        told = [text(cells[tool, database], notes) for tool in TOOLS for database in DATABASES]
        lines.append(f"| {change.title} | " + " | ".join(told) + " |")
    lines.append(totals(results))
    lines.extend(["", *(f"{number}. {note}" for number, note in enumerate(notes, 1))])
    return "\n".join(lines) + "\n"


def text(cell, notes):
    if not cell.note:
        return cell.verdict
    if cell.note not in notes:
        notes.append(cell.note)
    return f"{cell.verdict} [{notes.index(cell.note) + 1}]"


def totals(results):
    counts = [
        f"{sum(cells[tool, database].is_detected for _, cells in results)} of {len(results)}"
        for tool in TOOLS
        for database in DATABASES
    ]
    return "| **detected, values kept** | " + " | ".join(counts) + " |"


def report(results):
    """Says which of our cells are not detected; the exit code of the program."""
    failed = 0
    for change, cells in results:
        for (tool, database), cell in cells.items():
            if tool == TOOLS[0] and not cell.is_detected:
                failed = 1
                print(f"not detected: {change.title}, {database}: {cell.verdict}\n{cell.raw}", file=sys.stderr)
    return failed
