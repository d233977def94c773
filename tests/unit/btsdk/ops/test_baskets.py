"""Operations on baskets: drafted where the chain has the calls, refused by name elsewhere."""

from __future__ import annotations

import pytest

from btsdk.errors import IncompatibleItem, UsageError
from btsdk.keys import ss58
from btsdk.ops import ClaimBasket, StakeIntoBasket, SwapBasket
from btsdk.units import Alpha, Tao
from tests.unit.btsdk.chain import ALICE, BOB, NewerChain, draft
from tests.unit.btsdk.script import later_at

METADATA = later_at().metadata
SWAP = SwapBasket(BOB, 1, 2, Alpha.parse("3", 1), Alpha.parse("2", 2))
STATUS = {"enabled": True, "frozen": False, "refill_blocks": 1, "tao_available": 3, "budget_tao": 4}


def test_paying_in() -> None:
    chain = NewerChain(free=5 * 10**9, Owner=ss58.decode(BOB))
    found = chain.draft(StakeIntoBasket(BOB, Tao.parse("2")))
    call = METADATA.decode_call(found.call.encode(METADATA))
    assert (call.name, call.args["amount_staked"]) == ("stake_into_basket", 2 * 10**9)
    assert found.spends == Tao.parse("2")
    poor = chain.draft(StakeIntoBasket(BOB, Tao.parse("6")))
    assert poor.refusals[0].code == "SubtensorModule.NotEnoughBalanceToStake"
    nobody = NewerChain().draft(StakeIntoBasket(BOB, Tao.parse("1")))
    assert nobody.refusals[0].code == "SubtensorModule.HotKeyAccountNotExists"


def test_claiming() -> None:
    chain = NewerChain(get_root_basket_positions=[(ss58.decode(BOB), 5_000, 9)])
    found = chain.draft(ClaimBasket(BOB))
    assert found.effects[0] == f"5,000 shares of the basket of {BOB} are redeemed"
    assert METADATA.decode_call(found.call.encode(METADATA)).name == "claim_root_with_hotkey"
    none = chain.draft(ClaimBasket(ALICE))
    assert none.warnings == (f"{ALICE} has no shares of it",)


def test_trading() -> None:
    mine = NewerChain(Owner=ss58.decode(ALICE), get_basket_trading_status=STATUS).draft(SWAP)
    call = METADATA.decode_call(mine.call.encode(METADATA))
    assert (call.name, call.args["min_amount_out"]) == ("swap_basket", 2 * 10**9)
    assert mine.refusals == ()
    for change, code in (({"enabled": False}, "Disabled"), ({"frozen": True}, "Frozen")):
        status = {**STATUS, **change}
        found = NewerChain(Owner=ss58.decode(ALICE), get_basket_trading_status=status).draft(SWAP)
        assert found.refusals[0].code == f"SubtensorModule.BasketTrading{code}"
    with pytest.raises(UsageError):
        SwapBasket(BOB, 1, 1, Alpha.parse("3", 1), Alpha.parse("2", 1))


@pytest.mark.parametrize(
    "operation", [SWAP, ClaimBasket(BOB), StakeIntoBasket(BOB, Tao.parse("1"))]
)
def test_a_chain_without_them_refuses_by_name(operation: StakeIntoBasket) -> None:
    with pytest.raises(IncompatibleItem, match="does not exist on this chain") as caught:
        draft(operation)
    assert "after spec version 425" in str(caught.value.hint)
