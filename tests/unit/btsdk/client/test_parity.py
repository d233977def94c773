"""The two clients have the same methods with the same parameters, and importing them is quiet."""

from __future__ import annotations

import ast
import inspect
import subprocess
import sys
from pathlib import Path

import pytest

import btsdk
from btsdk import AsyncClient, AsyncView, Client, View
from btsdk.errors import InteropError
from btsdk.interop import substrate
from btsdk.reads import balances


def _public(cls: type) -> dict[str, object]:
    names = (name for name in dir(cls) if not name.startswith("_"))
    return {name: inspect.getattr_static(cls, name) for name in names}


@pytest.mark.parametrize(("one", "other"), [(Client, AsyncClient), (View, AsyncView)])
def test_both_kinds_have_the_same_methods(one: type, other: type) -> None:
    ours, theirs = _public(one), _public(other)
    assert ours.keys() == theirs.keys()
    for name, value in ours.items():
        if inspect.isfunction(value):
            twin = theirs[name]
            assert inspect.isfunction(twin)
            assert list(inspect.signature(value).parameters) == list(
                inspect.signature(twin).parameters
            ), name
            assert value.__doc__, name


def test_a_shared_method_looks_like_its_program() -> None:
    for cls in (View, AsyncView):
        assert cls.balance.__doc__ == balances.balance.__doc__
        bound = inspect.signature(cls.balance.__get__(object()))
        assert list(bound.parameters) == ["address"]


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


def _loaded_by(statement: str) -> set[str]:
    code = f"import sys; {statement}; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_importing_the_package_loads_next_to_nothing() -> None:
    loaded = _loaded_by("import btsdk")
    assert not {"asyncio", "socket", "websockets", "btsdk.client", "json"} & loaded


def test_importing_the_client_loads_no_library_of_others() -> None:
    loaded = _loaded_by("from btsdk import Client, Transfer; Client('ws://127.0.0.1:1')")
    assert not {"substrateinterface", "scalecodec", "websockets", "local_node", "numpy"} & loaded


def test_without_an_endpoint_no_substrate_interface() -> None:
    with pytest.raises(InteropError) as raised:
        substrate("/home/somebody/chain.db")
    assert "node start" in (raised.value.hint or "")
