"""The table of methods: every module is found by the words that its methods begin with."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest

from local_node import rpc
from local_node.rpc.methods import Namespace
from local_node.rpc.table import FAMILIES, LISTING, Table

MODULES = sorted(path.stem for path in Path(rpc.__path__[0]).iterdir() if path.stem[0] != "_")


def namespaces() -> dict[str, Namespace]:
    """Every module of the package that serves methods."""
    found = {name: import_module(f"local_node.rpc.{name}") for name in MODULES}
    return {name: module.METHODS for name, module in found.items() if hasattr(module, "METHODS")}


def test_every_method_is_found_by_its_first_word():
    table = Table()
    for module, namespace in namespaces().items():
        for name, method in namespace.methods.items():
            assert module in FAMILIES[name.partition("_")[0]], name
            assert table.find(name) is method
        for name in namespace.unsubscribe:
            assert module in FAMILIES[name.partition("_")[0]], name
            assert table.ends(name)


def test_no_family_names_a_module_for_nothing():
    serving = {
        (name.partition("_")[0], module)
        for module, namespace in namespaces().items()
        for name in (*namespace.methods, *namespace.unsubscribe)
    }
    assert serving == {(family, module) for family in FAMILIES for module in FAMILIES[family]}


def test_names_are_all_there_are_in_order():
    names = Table().names()
    assert names == sorted(set(names))
    served = {n for each in namespaces().values() for n in (*each.methods, *each.unsubscribe)}
    assert set(names) == served | {LISTING}


@pytest.mark.parametrize("name", ["chain_getHeadr", "chains_getHeader", "", "_", "rpc_method"])
def test_what_there_is_not(name: str):
    table = Table()
    assert table.find(name) is None
    assert not table.ends(name)
    assert name not in table


def test_all_that_is_served_is_in_it():
    table = Table()
    assert all(name in table for name in (LISTING, "chain_getHeader", "chain_unsubscribeNewHeads"))


def test_extra_namespaces_come_first():
    mine = Namespace()

    @mine.method("chain_getHeader", "mine_ask")
    def ask(node: object, what: str = "") -> str:
        return what

    table = Table((mine,))
    found = table.find("mine_ask")
    assert found is table.find("chain_getHeader") is not None
    assert found.handler is ask
    assert table.find("chain_getBlock") is not None
    assert {"mine_ask", "chain_getHeader"} <= set(table.names())
