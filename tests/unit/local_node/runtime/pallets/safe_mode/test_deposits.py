from __future__ import annotations

import pytest

from chain_spec.pallets import balances
from chain_spec.pallets import safe_mode as declared
from local_node.runtime.frame.origin import root, signed
from local_node.runtime.pallets.balances import currency
from local_node.runtime.pallets.safe_mode import deposits
from tests.unit.local_node.runtime.pallets.acting import as_root, failed, module_error, run
from tests.unit.local_node.runtime.pallets.calling import refused
from tests.unit.local_node.runtime.pallets.safe_mode.safe_mode_calls import call, errors
from tests.unit.local_node.runtime.support import BOB, TAO, Node, decoded_events, fresh_context


@pytest.mark.parametrize("name", ["force_slash_deposit", "force_release_deposit"])
def test_only_root_may_force_deposits(name: str):
    node = Node()
    forced = call(name, account=BOB.public_key, block=1)
    assert run(node, forced) == failed("BadOrigin")
    assert as_root(node, forced) == ("Err", module_error(errors.NoDeposit))


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
