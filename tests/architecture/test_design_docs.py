"""The pages of `docs/design` name what exists."""

from __future__ import annotations

import importlib
import re

import pytest

from tests.architecture.sources import ROOT

DESIGN = ROOT / "docs" / "design"


def rows(page: str) -> list[list[str]]:
    """The cells of each row of a page's tables, without their headings."""
    lines = (DESIGN / page).read_text().split("\n")
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if "|" in line]
    return [row for row in cells if not set(row[0]) <= set("-") and "`" in "".join(row)]


def resolves(dotted: str) -> bool:
    """Whether it is a module, or a name in one."""
    try:
        importlib.import_module(dotted)
    except ModuleNotFoundError:
        module, _, name = dotted.rpartition(".")
        return bool(module) and hasattr(importlib.import_module(module), name)
    return True


@pytest.mark.parametrize(("room", "names"), [row[:2] for row in rows("doors.md")])
def test_every_name_on_a_door_exists(room: str, names: str) -> None:
    found = re.findall(r"`([\w.]+)`", names)
    assert found
    assert [name for name in found if not resolves(f"{room.strip('`')}.{name}")] == []


def test_every_room_has_a_door() -> None:
    rooms = {row[0].strip("`") for row in rows("doors.md")}
    there = {
        f"local_node.{path.name}"
        for path in (ROOT / "local_node").iterdir()
        if (path / "__init__.py").exists()
    }
    assert there <= rooms


@pytest.mark.parametrize(("term", "room"), [(row[0], row[-1]) for row in rows("glossary.md")])
def test_every_term_lives_in_a_room(term: str, room: str) -> None:
    assert resolves(room.strip("`")), term


def test_the_glossary_is_in_order() -> None:
    terms = [row[0].lower() for row in rows("glossary.md")]
    assert terms == sorted(terms)


@pytest.mark.parametrize("page", ["house.md", "submission.md"])
def test_every_file_that_is_named_is_there(page: str) -> None:
    text = (DESIGN / page).read_text()
    named = re.findall(r"`((?:btsdk|btcli|chain_spec|local_node|tests)/[\w./*]*)`", text)
    assert named
    assert [name for name in named if "*" not in name and not (ROOT / name).exists()] == []
