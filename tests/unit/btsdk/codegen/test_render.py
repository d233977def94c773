"""The text of the modules of a pallet and of a runtime API."""

from __future__ import annotations

import ast

import pytest

from btsdk.calls import balances
from btsdk.codegen.render import Renderer
from btsdk.storage import subtensor
from tests.unit.btsdk.script import dev_at

METADATA = dev_at().metadata
KINDS = ("calls", "storage", "events", "constants", "errors")


@pytest.fixture
def renderer() -> Renderer:
    return Renderer(METADATA, "Note.")


def test_shapes_are_those_of_the_descriptors_of_the_release(renderer: Renderer) -> None:
    text = renderer.calls(METADATA.pallet("Balances"))
    assert f'name="transfer_keep_alive", shape="{balances.TransferKeepAlive.shape}"' in text
    stored = renderer.storage(METADATA.pallet("SubtensorModule"))
    assert f'"Uids", "{subtensor.Uids.shape}"' in stored


@pytest.mark.parametrize("kind", KINDS)
def test_every_item_of_every_pallet_is_there_once(renderer: Renderer, kind: str) -> None:
    for pallet in METADATA.pallets.values():
        items = getattr(pallet, kind)
        text = getattr(renderer, kind)(pallet)
        assert text.startswith(f'"""The {kind} of {pallet.name}')
        tree = ast.parse(text).body
        found = [node for node in tree if isinstance(node, (ast.ClassDef, ast.AnnAssign))]
        assert len(found) == len(items), pallet.name


def test_errors_are_the_names_that_receipts_have(renderer: Renderer) -> None:
    text = renderer.errors(METADATA.pallet("SubtensorModule"))
    line = 'SubnetNotExists: Final = "SubtensorModule.SubnetNotExists"\n"""'
    assert line in text


def test_methods_of_an_api(renderer: Renderer) -> None:
    text = renderer.api(METADATA.apis["SwapRuntimeApi"])
    assert "current_alpha_price: ApiMethod[[int], int] = ApiMethod(" in text
