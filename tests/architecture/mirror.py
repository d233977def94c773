"""Which modules have behaviour, and where the test of each belongs."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from tests.architecture.sources import ROOT, module_of

GENERATED = "Written by `chain_spec.codegen`"
"""What the docstring of a generated module says."""

CALL_PARAMETERS = ["ctx", "origin"]
"""The first parameters of a call of the node's runtime, and of nothing else."""

Function = ast.FunctionDef | ast.AsyncFunctionDef


class Line(NamedTuple):
    """One line of `mirror.txt`."""

    module: str
    test: str


def listed() -> list[Line]:
    text = (ROOT / "tests" / "architecture" / "mirror.txt").read_text()
    return [Line(*line.split()) for line in text.splitlines()]


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text())


def has_behaviour(path: Path) -> bool:
    """A function that does something, in a module that is not generated.

    Declarations have none: constants, dataclasses, protocols, enumerations, re-exports.
    """
    tree = tree_of(path)
    if GENERATED in (ast.get_docstring(tree) or ""):
        return False
    return any(_does_something(node) for node in ast.walk(tree) if isinstance(node, Function))


def _does_something(function: Function) -> bool:
    return any(not _states(statement) for statement in function.body)


def _states(statement: ast.stmt) -> bool:
    """A docstring, `...`, `pass`, a bare `return`, or a constant that is returned."""
    if isinstance(statement, ast.Return):
        return statement.value is None or isinstance(statement.value, ast.Constant)
    return isinstance(statement, ast.Pass) or (
        isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)
    )


def mirror_of(path: Path) -> Path:
    """`btsdk/keys/uri.py` has `tests/unit/btsdk/keys/test_uri.py`.

    A package's own code has the package's name, `chain_spec/chains/__init__.py`
    `tests/unit/chain_spec/chains/test_chains.py`; underscores around a name fall away, as in
    `__main__.py` and `import_.py`.
    """
    place = path.relative_to(ROOT)
    name = place.parent.name if place.stem == "__init__" else place.stem.strip("_")
    return ROOT / "tests" / "unit" / place.parent / f"test_{name}.py"


def has_own_test(path: Path) -> bool:
    return has_tests(mirror_of(path)) or _is_tested_with_the_calls_beside_it(path)


def has_tests(path: Path) -> bool:
    """A file whose name says that it holds tests, and that holds one."""
    return (
        path.name.startswith("test_")
        and path.is_file()
        and any(
            isinstance(node, Function) and node.name.startswith("test_")
            for node in ast.walk(tree_of(path))
        )
    )


def _is_tested_with_the_calls_beside_it(path: Path) -> bool:
    """The calls of one folder of a pallet may share one file of tests.

    That is `test_calls.py` or `test_<folder>.py` in the folder's mirror. It counts for a module
    that defines calls, if it names every one of them.
    """
    calls = {
        node.name
        for node in tree_of(path).body
        if isinstance(node, ast.FunctionDef)
        and [argument.arg for argument in node.args.args[:2]] == CALL_PARAMETERS
    }
    folder = mirror_of(path).parent
    shared = (folder / "test_calls.py", folder / f"test_{folder.name}.py")
    return bool(calls) and any(has_tests(test) and calls <= names_in(test) for test in shared)


@cache
def names_in(test: Path) -> set[str]:
    """Every name, attribute and whole string of a file."""
    return set(_names(tree_of(test)))


def _names(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Name):
            yield node.id
        elif isinstance(node, ast.Attribute):
            yield node.attr
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def modules_with_behaviour(paths: list[Path]) -> dict[str, Path]:
    return {module_of(path): path for path in paths if has_behaviour(path)}
