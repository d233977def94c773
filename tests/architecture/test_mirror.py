"""A module with behaviour has a test of its name, or a line that says which file tests it.

`mirror.txt` holds those lines, `module  test file`; they can only become fewer. The file that a
line names was found by measurement: among the test files that run the module's functions, the
nearest one that runs most of them. What counts as behaviour, and where a test belongs, is said in
`mirror.py`.
"""

from __future__ import annotations

import pytest

from tests.architecture.mirror import (
    has_own_test,
    has_tests,
    listed,
    mirror_of,
    modules_with_behaviour,
)
from tests.architecture.sources import PACKAGES, ROOT, sources

MOST_LINES = {
    "btcli": 0,
    "btsdk": 0,
    "chain_spec": 0,
    "local_node": 0,
}
"""How many lines `mirror.txt` may have for each package. A number may only become smaller."""

MODULES = modules_with_behaviour(sources())
LISTED = listed()


def test_a_module_with_behaviour_has_its_test_or_a_line() -> None:
    lines = {line.module for line in LISTED}
    untested = [
        f"{module}: no {mirror_of(path).relative_to(ROOT)}"
        for module, path in MODULES.items()
        if module not in lines and not has_own_test(path)
    ]
    assert untested == []


def test_a_line_is_of_a_module_that_needs_it() -> None:
    stale = [
        f"{line.module}: remove the line"
        for line in LISTED
        if line.module not in MODULES or has_own_test(MODULES[line.module])
    ]
    assert stale == []


def test_a_line_names_a_file_of_tests() -> None:
    missing = [line for line in LISTED if not has_tests(ROOT / line.test)]
    assert missing == []


def test_the_list_is_sorted_and_names_a_module_once() -> None:
    modules = [line.module for line in LISTED]
    assert modules == sorted(set(modules))


@pytest.mark.parametrize("package", PACKAGES)
def test_the_list_only_becomes_shorter(package: str) -> None:
    lines = sum(line.module.split(".")[0] == package for line in LISTED)
    modules = sum(module.split(".")[0] == package for module in MODULES)
    share = 100 * (modules - lines) // modules
    print(f"{package}: {share} % of {modules} modules with behaviour have a test of their own")
    most = MOST_LINES[package]
    assert lines <= most, "write a test for the new module instead of a line"
    assert lines == most, f"lower MOST_LINES[{package!r}] to {lines}"
