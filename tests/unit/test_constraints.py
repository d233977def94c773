"""The dependencies of `pyproject.toml`, and the hash-locked versions in `.ci/constraints.txt`."""

from __future__ import annotations

import re
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent.parent
_PINNED = re.compile(
    r"^([A-Za-z0-9._-]+)==(\S+)(?: ; [^\n]*?)?((?: \\\n +--hash=sha256:[0-9a-f]{64})+)$", re.M
)
_ENVIRONMENT = {"python_version": "3.11", "python_full_version": "3.11.7"}


def declared() -> list[Requirement]:
    text = (ROOT / "pyproject.toml").read_text()
    project = text[text.index("\ndependencies = [") : text.index("\n[project.scripts]")]
    lines = re.findall(r'^    "([^"]+)",$', project, re.M)
    return [one for one in map(Requirement, lines) if one.name != "btsdk"]


def test_every_dependency_has_an_upper_bound() -> None:
    assert len(declared()) > 25
    for requirement in declared():
        assert any(one.operator in ("<", "==") for one in requirement.specifier), requirement


def test_every_dependency_is_locked_within_its_bounds() -> None:
    text = (ROOT / ".ci" / "constraints.txt").read_text()
    locked = {canonicalize_name(name): version for name, version, _ in _PINNED.findall(text)}
    assert len(locked) == len(re.findall(r"^[A-Za-z]", text, re.M))  # each line has its hashes
    for requirement in declared():
        if requirement.marker is None or requirement.marker.evaluate(_ENVIRONMENT):
            version = locked[canonicalize_name(requirement.name)]
            assert requirement.specifier.contains(version), requirement
