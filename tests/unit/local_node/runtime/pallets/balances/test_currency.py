"""Where TAO moves: errors in Substrate's order, accounts that come and go, and nothing lost."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from btsdk.keys import Keypair
from chain_spec.pallets import system
from local_node.runtime.bundled import PALLETS
from local_node.runtime.frame import Context, DispatchFailure
from local_node.runtime.pallets.balances import currency
from tests.unit.local_node.runtime.pallets.balances.accounts import (
    ED,
    NEW,
    PREIMAGE,
    A,
    B,
    D,
    account,
    fails,
    names,
)
from tests.unit.local_node.runtime.support import TAO, MemoryExternalities, fresh_context


def test_a_transfer_to_a_new_account_brings_it_into_being(ctx: Context):
    currency.transfer(ctx, A, NEW, TAO, keep_alive=True)
    assert currency.free(ctx, NEW) == TAO
    assert account(ctx, NEW)["providers"] == 1
    assert names(ctx) == ["System.NewAccount", "Balances.Endowed", "Balances.Transfer"]


def test_transfers_that_cannot_be(ctx: Context):
    with fails("FundsUnavailable"):
        currency.transfer(ctx, D, B, 2_001 * TAO, keep_alive=False)
    with fails("NotExpendable"):
        currency.transfer(ctx, D, B, 2_000 * TAO - 499, keep_alive=True)
    with fails("BelowMinimum"):
        currency.transfer(ctx, D, NEW, ED - 1, keep_alive=True)
    with fails("Underflow"):
        currency.transfer(ctx, D, B, 2**63, keep_alive=False)
    assert names(ctx) == []


def test_nothing_can_be_transferred_to_oneself_with_an_event_less(ctx: Context):
    before = account(ctx, A)
    currency.transfer(ctx, A, A, 5, keep_alive=True)
    assert account(ctx, A) == before
    assert names(ctx) == []


def test_a_transfer_of_nothing_is_one(ctx: Context):
    currency.transfer(ctx, A, NEW, 0, keep_alive=True)
    assert account(ctx, NEW)["providers"] == 0
    assert names(ctx) == ["Balances.Transfer"]


def test_credits(ctx: Context):
    issuance = currency.total_issuance(ctx)
    credit = currency.issue(ctx, 7 * TAO)
    assert currency.total_issuance(ctx) == issuance + credit
    assert currency.resolve(ctx, NEW, TAO)
    assert not currency.resolve(ctx, bytes([8]) * 32, ED - 1)
    currency.rescind(ctx, 6 * TAO)
    assert currency.total_issuance(ctx) == issuance + TAO
    assert names(ctx) == [
        "Balances.Issued",
        "System.NewAccount",
        "Balances.Endowed",
        "Balances.Deposit",
    ]


def test_minting_and_burning(ctx: Context):
    issuance = currency.total_issuance(ctx)
    currency.mint(ctx, NEW, TAO)
    with fails("BelowMinimum"):
        currency.mint(ctx, bytes([8]) * 32, ED - 1)
    with fails("FundsUnavailable"):
        currency.burn(ctx, NEW, TAO, keep_alive=True)
    currency.burn(ctx, NEW, TAO, keep_alive=False)
    assert currency.total_issuance(ctx) == issuance
    assert not ctx.contains(system.storage.Account, NEW)


CORE = [pallet for pallet in PALLETS if pallet.name in ("System", "Balances")]


EMPTY = fresh_context(genesis={"balances": {"balances": []}}, pallets=CORE)


EMPTY_STATE = EMPTY.ext.state()


PEOPLE = [Keypair.from_uri(f"//P{n}").public_key for n in range(4)]


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["transfer", "reserve", "unreserve", "hold", "release", "burn", "mint"]),
        st.sampled_from(PEOPLE),
        st.sampled_from(PEOPLE),
        st.integers(0, 3_000),
        st.booleans(),
    ),
    max_size=25,
)


@given(STEPS)
@settings(max_examples=60, deadline=None)
def test_the_issuance_is_always_the_sum_of_all_balances(steps: list[Any]):
    ctx = Context(EMPTY.runtime, MemoryExternalities(EMPTY_STATE))
    for kind, who, other, amount, keep_alive in steps:
        try:
            with ctx.transaction():
                _step(ctx, kind, who, other, amount, keep_alive)
        except DispatchFailure:
            pass
        _check(ctx)


def _step(ctx: Context, kind: str, who: bytes, other: bytes, amount: int, keep_alive: bool) -> None:
    if kind == "transfer":
        currency.transfer(ctx, who, other, amount, keep_alive)
    elif kind == "reserve":
        currency.reserve(ctx, who, amount)
    elif kind == "unreserve":
        held = currency.held(ctx, PREIMAGE, who)
        currency.unreserve(ctx, who, min(amount, currency.reserved(ctx, who) - held))
    elif kind == "hold":
        currency.hold(ctx, PREIMAGE, who, amount)
    elif kind == "release":
        currency.release(ctx, PREIMAGE, who, amount)
    elif kind == "burn":
        currency.burn(ctx, who, amount, keep_alive)
    else:
        currency.mint(ctx, who, amount)


def _check(ctx: Context) -> None:
    total = 0
    for who, info in ctx.iter(system.storage.Account):
        balance = info["data"]
        total += balance["free"] + balance["reserved"]
        assert info["providers"] == (balance["free"] >= ED)
        assert info["consumers"] == (balance["reserved"] > 0)
        assert currency.held(ctx, PREIMAGE, who) <= balance["reserved"]
        assert 0 <= currency.reducible(ctx, who, keep_alive=False) <= balance["free"]
    assert currency.total_issuance(ctx) == total
