"""The names of the package, and what importing it loads."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import btsdk
from tests.unit.btsdk.loading import loaded_by


def test_every_public_name_is_there() -> None:
    for name in btsdk.__all__:
        assert getattr(btsdk, name).__name__ == name
    with pytest.raises(AttributeError):
        btsdk.no_such_name  # noqa: B018


def test_type_checkers_see_the_names_that_are_there() -> None:
    source = ast.parse(Path(btsdk.__file__).read_text())
    (typed,) = (node for node in source.body if ast.unparse(node).startswith("if TYPE_CHECKING:"))
    assert isinstance(typed, ast.If)
    seen = set()
    for node in typed.body:
        assert isinstance(node, ast.ImportFrom)
        for alias in node.names:
            seen |= {alias.name} if alias.asname else set(btsdk.ops.__all__)
    assert seen == set(btsdk.__all__)
    assert seen <= set(dir(btsdk))


def test_importing_the_package_loads_next_to_nothing() -> None:
    loaded = loaded_by("import btsdk")
    assert not {"asyncio", "socket", "websockets", "btsdk.client", "json"} & loaded
