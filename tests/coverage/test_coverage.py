"""Every row of the coverage table names what serves it, and that thing exists.

`served.txt` has the rows. Whoever adds what a row asks for names it there, and lowers `NOT_YET`.
"""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from btsdk import AsyncClient, AsyncView, Client, View
from tests.architecture.sources import ROOT

SERVED = Path(__file__).parent / "served.txt"
NOT_YET = 5
"""How many rows nothing serves. The number may only become smaller."""

Rows = dict[tuple[str, str], str]

_PAIRS = {"Client": (Client, AsyncClient), "View": (View, AsyncView)}
_ROW = re.compile(r"\| (?P<name>[^|]+?) \|")


def table() -> Rows:
    """What serves each row, by section and name."""
    rows: Rows = {}
    section = ""
    for line in SERVED.read_text().splitlines():
        if line.startswith("["):
            section = line.strip("[]")
        elif line and not line.startswith("#"):
            name, _, names = line.partition(" = ")
            assert (section, name) not in rows, f"{name} is there twice"
            rows[section, name] = names
    return rows


def wanted(text: str) -> list[tuple[str, str]]:
    """The rows of coverage.md, by section and name."""
    rows = []
    section = ""
    for line in text.splitlines():
        if line.startswith("#"):
            section = line.strip("# ")
        elif line.startswith("| ") and (match := _ROW.match(line)):
            rows.append((section, match["name"]))
    return [row for row in rows if row[1] not in ("feature", "capability")]


TABLE = table()


@pytest.fixture(scope="module")
def coverage(shared_data: Path) -> str:
    path = shared_data.parent / "coverage.md"
    if not path.is_file():
        pytest.skip(f"{path} is not there (not part of the project)")
    return path.read_text()


def test_the_rows_are_those_of_the_coverage(coverage: str) -> None:
    rows = wanted(coverage)
    assert len(rows) == len(set(rows)) > 150
    assert rows == list(TABLE)


def exists(name: str) -> bool:
    """Whether there is such a thing."""
    if name.startswith("btcli "):
        path = ROOT / "btcli" / "commands" / name[6:].replace(" ", "/").replace("-", "_")
        return path.with_suffix(".py").is_file()
    first, *rest = name.split(".")
    if first in _PAIRS:
        return all(hasattr(cls, part) for cls in _PAIRS[first] for part in rest)
    path = name if first == "local_node" else f"btsdk.{name}"
    return found(path) is not None


def found(path: str) -> Any:
    """The module, or the attribute of one, under a dotted path; None if there is none."""
    parts = path.split(".")
    for count in range(len(parts), 0, -1):
        try:
            value = import_module(".".join(parts[:count]))
        except ModuleNotFoundError:
            continue
        for part in parts[count:]:
            if not hasattr(value, part):
                return None
            value = getattr(value, part)
        return value
    return None


@pytest.mark.parametrize("section", sorted({section for section, _ in TABLE}))
def test_what_serves_a_row_exists(section: str) -> None:
    missing = [
        f"{row}: there is no {name}"
        for (part, row), names in TABLE.items()
        if part == section and names != "not yet"
        for name in names.split(", ")
        if not exists(name)
    ]
    assert missing == []


def test_what_does_not_exist_is_found_out() -> None:
    for name in ("View.no", "Client.no", "ops.No", "calls.balances.No", "No", "btcli wallet no"):
        assert not exists(name), name


def test_fewer_and_fewer_rows_are_left() -> None:
    left = [row for row, names in TABLE.items() if names == "not yet"]
    print(f"{len(TABLE) - len(left)} of {len(TABLE)} rows are served")
    assert len(left) <= NOT_YET, "a row lost what served it"
    assert len(left) == NOT_YET, f"lower NOT_YET to {len(left)}"
