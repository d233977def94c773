"""The text of generated modules."""

from __future__ import annotations

import ast

import pytest

from chain_spec.codegen.render import Renderer
from chain_spec.metadata import metadata
from chain_spec.pallets import balances, swap
from chain_spec.profile import Profile
from chain_spec.runtime import build

INTERFACE = build(Profile.SLOW)


@pytest.fixture
def renderer() -> Renderer:
    return Renderer(metadata(INTERFACE))


def test_a_call_is_a_class_with_its_arguments(renderer: Renderer) -> None:
    text = renderer.calls(balances.pallet)
    tree = ast.parse(text)
    classes = {node.name: node for node in tree.body if isinstance(node, ast.ClassDef)}
    assert list(classes) == [
        "TransferAllowDeath",
        "ForceTransfer",
        "TransferKeepAlive",
        "TransferAll",
        "ForceUnreserve",
        "UpgradeAccounts",
        "ForceSetBalance",
        "ForceAdjustTotalIssuance",
        "Burn",
    ]
    fields = [ast.unparse(node) for node in classes["TransferKeepAlive"].body]
    assert fields == ["dest: i.Account", "value: Tao"]


def test_names_that_are_used_are_imported_for_type_checkers(renderer: Renderer) -> None:
    text = renderer.calls(balances.pallet)
    assert "    from btsdk.units import Tao\n" in text
    assert text.count("import TypedCall") == 1


def test_storage_says_keys_values_and_whether_it_may_be_missing(renderer: Renderer) -> None:
    text = renderer.storage(swap.pallet)
    assert (
        'FeeRate: StorageItem[[v.NetUid], tuple[v.NetUid], int] = StorageItem("Swap", "FeeRate", '
        in text
    )
    issued = renderer.storage(balances.pallet)
    assert "TotalIssuance: StorageItem[[], tuple[()], int]" in issued


@pytest.mark.parametrize("kind", ["calls", "storage", "events", "constants"])
def test_every_item_of_a_pallet_is_there_once(renderer: Renderer, kind: str) -> None:
    text = getattr(renderer, kind)(balances.pallet)
    for name in getattr(balances.pallet, kind):
        assert text.count(f'"{name}"') == 1


def test_every_shape_that_is_named_is_noted_in_words(renderer: Renderer) -> None:
    text = renderer.events(balances.pallet)
    assert renderer.shapes
    assert all(shape in text for shape in renderer.shapes)


def test_declared_calls_have_the_two_bytes_that_they_begin_with(renderer: Renderer) -> None:
    space: dict[str, dict[str, tuple[int, int, str, tuple[str, ...]]]] = {}
    exec(renderer.declared(INTERFACE), space)
    pallet, call, _, names = space["CALLS"]["Balances.transfer_keep_alive"]
    assert (pallet, call, names) == (5, 3, ("dest", "value"))


def test_an_api_has_a_name_for_each_method(renderer: Renderer) -> None:
    text = renderer.api(INTERFACE.apis["SwapRuntimeApi"])
    assert "current_alpha_price: ApiMethod[[v.NetUid], int] = " in text
