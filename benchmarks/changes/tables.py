"""The results as the table in docs/migrations.md, and what each tool said as files beside this one."""

import sys
from pathlib import Path

BEGIN, END = "<!-- written by benchmarks/changes/run -->", "<!-- end -->"
TOOLS, DATABASES = ["Lamin4j", "Alembic", "Django"], ["SQLite", "PostgreSQL"]
RAW = Path(__file__).parent / "raw"


def write(results, titles, versions, root, file_name):
    """Rows of changes that were not asked about stay as they are."""
    RAW.mkdir(exist_ok=True)
    for change, cells in results:
        (RAW / f"{file_name(change.title)}.txt").write_text(raw(change, cells) + "\n")
    document = root / "docs" / "migrations.md"
    before, _, rest = document.read_text().partition(BEGIN)
    old, _, after = rest.partition(END)
    rows = {row.split(" | ")[0].removeprefix("| "): row for row in old.splitlines() if row.startswith("| ")}
    rows |= {change.title: row(change, cells) for change, cells in results}
    kept = [rows[title] for title in titles if title in rows]
    document.write_text(f"{before}{BEGIN}\n{markdown(kept, versions)}{END}{after}")


def raw(change, cells):
    sections = [change.title]
    for (tool, database), cell in cells.items():
        sections.append(f"--- {tool}, {database}: {cell.text.replace('*', '')}\n{cell.raw}".rstrip())
    return "\n\n".join(sections)


def row(change, cells):
    told = [cells[tool, database].text for tool in TOOLS for database in DATABASES]
    return f"| {change.title} | " + " | ".join(told) + " |"


def markdown(rows, versions):
    columns = [row.strip("| ").split(" | ")[1:] for row in rows]
    counts = [f"{sum(cell == 'detected' for cell in column)} of {len(rows)}" for column in zip(*columns)]
    lines = [
        f"{len(rows)} changes; {', '.join(versions)}.",
        "",
        "| change | " + " | ".join(f"{tool}, {database}" for tool in TOOLS for database in DATABASES) + " |",
        "|---" * (1 + len(TOOLS) * len(DATABASES)) + "|",
        *rows,
        "| **detected** | " + " | ".join(counts) + " |",
    ]
    return "\n".join(lines) + "\n"


def report(results):
    """Says which of our cells are not detected; the exit code of the program."""
    failed = 0
    for change, cells in results:
        for (tool, database), cell in cells.items():
            if tool == TOOLS[0] and not cell.is_detected:
                failed = 1
                print(f"not detected: {change.title}, {database}: {cell.verdict}\n{cell.raw}", file=sys.stderr)
    return failed
