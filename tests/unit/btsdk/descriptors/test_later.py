"""Items of later spec versions: used where a chain has them, refused by name where it has not."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from btsdk import Keypair
from btsdk.apis import beta_basket
from btsdk.calls import subtensor as calls
from btsdk.descriptors import later
from btsdk.descriptors.declared import CALLS
from btsdk.errors import IncompatibleItem
from btsdk.storage import subtensor
from btsdk.units import Alpha, Tao
from local_node import LocalChain
from tests.unit.btsdk.script import later_at

ALICE = Keypair.from_uri("//Alice")
NEWER = later_at().metadata
COLLATERAL = calls.AddCollateral(
    netuid=1, hotkey=ALICE, alpha=Alpha.parse("1", 1), limit_price=Tao.parse("0.5")
)


@pytest.fixture(scope="module")
def chain() -> Iterator[LocalChain]:
    with LocalChain() as chain:
        yield chain


def test_a_chain_that_has_them() -> None:
    call = NEWER.decode_call(COLLATERAL.encode(NEWER))
    assert (call.pallet, call.name) == ("SubtensorModule", "add_collateral")
    assert call.args["alpha"] == 10**9
    item = subtensor.MinerCollateral.on(NEWER)
    assert len(item.keys) == 3
    assert beta_basket.get_root_basket_owed.encode(NEWER, ALICE) == ALICE.public_key


def test_a_chain_that_has_them_in_another_shape() -> None:
    other = type("Other", (calls.AddCollateral,), {})
    other.shape = "0000000000000000"
    with pytest.raises(IncompatibleItem, match="has another shape"):
        other(*COLLATERAL.arguments().values()).encode(NEWER)


def test_a_chain_without_them_refuses_them_by_name(chain: LocalChain) -> None:
    client = chain.client
    view = client.head()
    for use in (
        lambda: client.execute(COLLATERAL, ALICE),
        lambda: view.storage(subtensor.MinerCollateral, 1, ALICE, ALICE),
        lambda: view.storage_map(subtensor.BasketShares),
        lambda: view.call_api(beta_basket.get_root_basket_owed, ALICE),
    ):
        with pytest.raises(IncompatibleItem, match="does not exist on this chain") as caught:
            use()
        assert caught.value.hint is not None
        assert "after spec version 425" in caught.value.hint


def test_no_item_is_declared_twice() -> None:
    assert later.CALLS.keys().isdisjoint(CALLS)
    assert later.OTHERS.isdisjoint(CALLS)
    assert len(later.CALLS) == 25
