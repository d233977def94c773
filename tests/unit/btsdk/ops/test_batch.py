"""Batches whose parts stand for themselves, and stakes in them."""

from __future__ import annotations

import pytest

from btsdk.errors import UsageError
from btsdk.keys import ss58
from btsdk.ops import (
    AddStake,
    AddStakes,
    Batch,
    Faucet,
    ForceBatch,
    PowRegister,
    RawCall,
    RemoveStake,
    RemoveStakes,
    Transfer,
)
from btsdk.tx.operation import Operation
from btsdk.units import Alpha, Tao
from tests.unit.btsdk.chain import (
    ALICE,
    BOB,
    METADATA,
    POOL,
    TAO,
    Chain,
    called,
    draft,
)

CAROL = ss58.encode(b"\x07" * 32)


def test_effects_are_numbered_and_warnings_say_of_which() -> None:
    chain = Chain(free=10**13, **POOL)
    found = draft(ForceBatch([AddStake(BOB, 1, TAO, TAO), AddStake(BOB, 1, TAO)]), chain)
    assert found.effects[0] == f"1. {TAO} is staked on {BOB} on subnet 1"
    assert sum(effect.startswith("2. ") for effect in found.effects) == 1
    (unlimited,) = (warning for warning in found.warnings if "no price limit" in warning)
    assert unlimited.startswith("2. ")


def test_a_warning_of_all_stands_once() -> None:
    found = draft(ForceBatch([AddStake(BOB, 4, TAO), AddStake(CAROL, 4, TAO)]))
    assert found.warnings == ("there is no subnet 4",)


def test_what_all_spend_is_added_up() -> None:
    parts = [Transfer(BOB, Tao.parse("600")), Transfer(CAROL, Tao.parse("600"))]
    found = draft(ForceBatch(parts), Chain(free=10**12))
    assert found.spends == Tao.parse("1200")
    assert any(warning.startswith("together they take τ1,200") for warning in found.warnings)
    assert draft(ForceBatch(parts), Chain(free=2 * 10**12)).warnings == ()


def test_all_tao_is_shared_evenly() -> None:
    chain = Chain(free=10**12, **POOL)
    stakes = [AddStake(hotkey, 1, "all") for hotkey in (ALICE, BOB, CAROL)]
    call = METADATA.decode_call(draft(AddStakes(stakes), chain).call.encode(METADATA))
    amounts = [inner[1][1]["amount_staked"] for inner in call.args["calls"]]
    assert len(set(amounts)) == 1
    assert 10**12 - 3 * 5_000_000 - 503 <= sum(amounts) <= 10**12 - 3 * 5_000_000 - 500
    with pytest.raises(UsageError, match="too little"):
        draft(AddStakes(stakes), Chain(free=15_000_000, **POOL))


def test_all_beside_an_amount_is_refused() -> None:
    with pytest.raises(UsageError, match="cannot be combined"):
        AddStakes([AddStake(BOB, 1, "all"), AddStake(BOB, 2, TAO)])


def test_trades_that_meet_in_one_pool_are_warned_of() -> None:
    chain = Chain(free=10**13, **POOL)
    apart = draft(AddStakes([AddStake(BOB, 1, TAO, TAO), AddStake(BOB, 2, TAO, TAO)]), chain)
    assert not any("before the others" in warning for warning in apart.warnings)
    same = draft(AddStakes([AddStake(BOB, 1, TAO, TAO), AddStake(CAROL, 1, TAO, TAO)]), chain)
    assert any("at the price before the others on subnet 1" in warning for warning in same.warnings)
    root = draft(AddStakes([AddStake(BOB, 0, TAO), AddStake(CAROL, 0, TAO)]), chain)
    assert not any("before the others" in warning for warning in root.warnings)
    sold = [RemoveStake(hotkey, 1, Alpha.parse("1", 1), TAO) for hotkey in (BOB, CAROL)]
    chain = Chain(get_stake_info_for_hotkey_coldkey_netuid=None, **POOL)
    assert any(
        "before the others" in warning for warning in draft(RemoveStakes(sold), chain).warnings
    )


def test_parts_may_be_any_operation() -> None:
    operations = [Transfer(BOB, TAO), RawCall("System", "remark", {"remark": b""})]
    assert draft(ForceBatch(operations)).call.name == "force_batch"
    with pytest.raises(UsageError, match="by itself"):
        draft(ForceBatch([Faucet()]))
    with pytest.raises(UsageError):
        PowRegister(70_000, BOB)


@pytest.mark.parametrize(
    ("operation", "name"),
    [
        (
            Batch([Transfer(BOB, TAO), RawCall("System", "remark", {"remark": b""})]),
            "Utility.batch_all",
        ),
        (Batch([Transfer(BOB, TAO)], atomic=False), "Utility.batch"),
        (ForceBatch([Transfer(BOB, TAO)]), "Utility.force_batch"),
    ],
)
def test_the_call(operation: Operation, name: str) -> None:
    assert called(operation, Chain()) == name


def test_a_batch_of_nothing_is_refused() -> None:
    with pytest.raises(UsageError, match="at least one"):
        draft(Batch([]))
