"""A class name means one thing in a package."""

from __future__ import annotations

import ast
from collections import defaultdict

import pytest

from tests.architecture.sources import PACKAGES, ROOT, sources

GENERATED = ("calls", "storage", "apis", "events", "constants")
"""Rooms of btsdk that are written from the declaration, whose names are the chain's."""

SECTIONS = {"calls", "constants", "errors", "events", "storage"}
"""What a pallet's declaration is made of."""

SAME_THING = {
    # The chain's record, and what the SDK makes of it.
    "Announcement", "Block", "Header", "Metadata", "Metagraph", "Multisig", "Registration",
    # A decoded event, as a type for readers and as a tuple.
    "EventRecord",
    # The blocking and the asyncio side of one connection.
    "WebSocket",
}  # fmt: skip


def classes(package: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for path in sources(package):
        place = path.relative_to(ROOT)
        if place.parts[0] == "btsdk" and place.parts[1] in GENERATED:
            continue
        for node in ast.parse(path.read_text()).body:
            if isinstance(node, ast.ClassDef):
                found[node.name.lstrip("_")].append(str(place))
    return found


@pytest.mark.parametrize("package", PACKAGES)
def test_a_class_name_means_one_thing(package: str) -> None:
    twice = {
        name: places
        for name, places in classes(package).items()
        if len(places) > 1 and name not in SECTIONS | SAME_THING
    }
    assert twice == {}


def test_nothing_is_excepted_in_vain() -> None:
    twice = {
        name for package in PACKAGES for name, places in classes(package).items() if len(places) > 1
    }
    assert twice == SECTIONS | SAME_THING
