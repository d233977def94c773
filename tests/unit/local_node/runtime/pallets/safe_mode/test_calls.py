from __future__ import annotations

from typing import Any

import pytest

from chain_spec.pallets import balances
from chain_spec.pallets import safe_mode as declared
from local_node.runtime.frame.origin import root, signed
from local_node.runtime.pallets.balances import currency
from local_node.runtime.pallets.safe_mode import deposits
from tests.unit.local_node.runtime.pallets.acting import (
    DONE,
    REMARK,
    as_root,
    events_of,
    failed,
    module_error,
    run,
    transfer,
)
from tests.unit.local_node.runtime.pallets.calling import refused
from tests.unit.local_node.runtime.support import (
    BOB,
    TAO,
    Node,
    decoded_events,
    default_genesis,
    fresh_context,
)

errors = declared.errors
FILTERED = ("Module", {"index": 0, "error": b"\x05\0\0\0"})


def call(name: str, **args: Any) -> Any:
    return ("SafeMode", (name, args) if args else name)


def entered_until(node: Node) -> int | None:
    return node.context().get(declared.storage.EnteredUntil)


def test_root_enters_and_extends():
    node = Node()
    assert as_root(node, call("force_extend")) == ("Err", module_error(errors.Exited))
    assert as_root(node, call("force_enter")) == ("Ok", ())
    until = node.best[0] + 7_200
    assert events_of(node, "SafeMode") == [("Entered", {"until": until})]
    assert entered_until(node) == until
    assert as_root(node, call("force_enter")) == ("Err", module_error(errors.Entered))
    assert as_root(node, call("force_extend")) == ("Ok", ())
    assert events_of(node, "SafeMode") == [("Extended", {"until": until + 3_600})]
    assert entered_until(node) == until + 3_600


def test_few_calls_pass():
    node = Node()
    as_root(node, call("force_enter"))
    before = node.free(BOB)
    batch = ("Utility", ("batch", {"calls": [REMARK]}))
    for kept_out in (transfer(TAO), batch):
        assert run(node, kept_out) == failed(FILTERED)
    assert before - node.free(BOB) < TAO  # fees only
    # what passes is carried out, or fails for reasons of its own
    assert run(node, REMARK) == DONE
    assert run(node, call("enter")) == failed(errors.Entered)
    # calls inside calls are held to it too
    others = [bytes(32)]
    inside = ("Multisig", ("as_multi_threshold_1", {"other_signatories": others, "call": batch}))
    assert run(node, inside) == failed(FILTERED)
    set_weights = (
        "SubtensorModule",
        ("set_weights", {"netuid": 9, "dests": [], "weights": [], "version_key": 0}),
    )
    assert run(node, set_weights) != failed(FILTERED)
    # root is kept from nothing
    assert as_root(node, batch) == ("Ok", ())


def test_root_ends_it():
    node = Node()
    assert as_root(node, call("force_exit")) == ("Err", module_error(errors.Exited))
    as_root(node, call("force_enter"))
    assert as_root(node, call("force_exit")) == ("Ok", ())
    assert events_of(node, "SafeMode") == [("Exited", {"reason": "Force"})]
    assert run(node, transfer(TAO)) == DONE


def test_it_ends_by_itself_after_the_last_block():
    node = Node(genesis={**default_genesis(), "safeMode": {"enteredUntil": 2}})
    assert run(node, transfer(TAO)) == failed(FILTERED)
    assert run(node, transfer(TAO)) == failed(FILTERED)
    assert run(node, transfer(TAO)) == DONE
    assert events_of(node, "SafeMode") == [("Exited", {"reason": "Timeout"})]
    assert entered_until(node) is None


@pytest.mark.parametrize("name", ["force_enter", "force_extend", "force_exit"])
def test_only_root_may_force(name: str):
    node = Node()
    assert run(node, call(name)) == failed("BadOrigin")


@pytest.mark.parametrize("name", ["force_slash_deposit", "force_release_deposit"])
def test_only_root_may_force_deposits(name: str):
    node = Node()
    forced = call(name, account=BOB.public_key, block=1)
    assert run(node, forced) == failed("BadOrigin")
    assert as_root(node, forced) == ("Err", module_error(errors.NoDeposit))


def test_nobody_enters_for_a_deposit():
    node = Node()
    assert run(node, call("enter")) == failed(errors.NotConfigured)
    assert run(node, call("extend")) == failed(errors.Exited)
    as_root(node, call("force_enter"))
    assert run(node, call("extend")) == failed(errors.NotConfigured)


# -- deposits: as on a chain that names an amount --------------------------------------------------


def test_a_deposit_is_held_once():
    ctx = fresh_context(block=5)
    who = BOB.public_key
    deposits.place(ctx, who, 3 * TAO)
    holds = ctx.get(balances.storage.Holds, who)
    assert holds == [{"id": ("SafeMode", "EnterOrExtend"), "amount": 3 * TAO}]
    assert ctx.get(declared.storage.Deposits, (who, 5)) == 3 * TAO
    placed = {"account": who, "amount": 3 * TAO}
    assert ("SafeMode", "DepositPlaced", placed) in decoded_events(ctx)
    with refused(ctx, errors.AlreadyDeposited):
        deposits.place(ctx, who, 1)
    with refused(ctx, errors.CurrencyError):
        deposits.place(ctx, bytes(32), TAO)


def test_a_deposit_is_released_by_root_alone():
    ctx = fresh_context(block=5)
    who = BOB.public_key
    deposits.place(ctx, who, 3 * TAO)
    free = currency.free(ctx, who)
    release = call("release_deposit", account=who, block=5)
    with refused(ctx, errors.NotConfigured):
        ctx.dispatch(release, signed(who))
    with refused(ctx, errors.NoDeposit):
        ctx.dispatch(call("release_deposit", account=who, block=4), signed(who))
    ctx.dispatch(call("force_enter"), root)
    with refused(ctx, errors.Entered):
        ctx.dispatch(release, signed(who))
    assert ctx.get(declared.storage.Deposits, (who, 5)) == 3 * TAO
    ctx.dispatch(call("force_release_deposit", account=who, block=5), root)
    assert currency.free(ctx, who) == free + 3 * TAO
    assert not ctx.contains(declared.storage.Deposits, (who, 5))
    released = {"account": who, "amount": 3 * TAO}
    assert decoded_events(ctx)[-1] == ("SafeMode", "DepositReleased", released)


def test_a_slashed_deposit_is_burned():
    ctx = fresh_context(block=5)
    who = BOB.public_key
    deposits.place(ctx, who, 3 * TAO)
    issuance, total = currency.total_issuance(ctx), currency.total(ctx, who)
    ctx.dispatch(call("force_slash_deposit", account=who, block=5), root)
    assert currency.total_issuance(ctx) == issuance - 3 * TAO
    assert currency.total(ctx, who) == total - 3 * TAO
    slashed = {"account": who, "amount": 3 * TAO}
    assert decoded_events(ctx)[-1] == ("SafeMode", "DepositSlashed", slashed)
