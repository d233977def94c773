"""Calls by their names, and calls of root."""

from __future__ import annotations

import pytest

from btsdk.calls import balances
from btsdk.errors import IncompatibleItem
from btsdk.keys import ss58
from btsdk.ops import Batch, Faucet, Proxied, RawCall, Sudo, Transfer
from btsdk.tx.operation import Operation, describe
from tests.unit.btsdk.chain import ALICE, BOB, METADATA, POOL, TAO, Chain, called, draft


@pytest.mark.parametrize(
    ("operation", "name"),
    [
        (Sudo(Transfer(BOB, TAO)), "Sudo.sudo"),
    ],
)
def test_the_call(operation: Operation, name: str) -> None:
    assert called(operation, Chain(SubnetOwner=ss58.decode(ALICE), **POOL)) == name


def test_a_generated_call_is_sent_as_it_stands() -> None:
    call = balances.TransferKeepAlive(dest=ss58.decode(BOB), value=TAO)
    encoded = call.encode(METADATA)
    shown = f"Balances.transfer_keep_alive(dest={BOB}, value={TAO})"
    alone = draft(call)
    assert (alone.call, alone.effects) == (call, (shown,))
    assert draft(Batch([call, Transfer(BOB, TAO)])).call.encode(METADATA).count(encoded) >= 1
    assert draft(Sudo(call)).call.encode(METADATA).endswith(encoded)
    assert draft(Sudo(call)).effects == (f"as root: {shown}",)
    assert draft(Proxied(call, BOB)).call.encode(METADATA).endswith(encoded)


def test_what_the_chain_lacks_is_said_by_name() -> None:
    call = draft(RawCall("System", "remark", {"remark": b"hi"})).call
    assert describe(call, METADATA) == "System.remark(remark='hi')"
    with pytest.raises(IncompatibleItem, match="no_such_call"):
        draft(RawCall("System", "no_such_call"))


def test_a_call_is_the_same_alone_and_inside_another() -> None:
    remark = RawCall("System", "remark", {"remark": b"hi"})
    assert remark.nested() == ("System", ("remark", {"remark": b"hi"}))
    assert RawCall("System", "remark").nested() == ("System", "remark")
    assert draft(Sudo(remark)).call.encode(METADATA).endswith(remark.encode(METADATA))


def test_what_an_account_is_refused_may_be_granted_to_root() -> None:
    poor = Chain(free=10**6, Key=ss58.decode(ALICE))
    assert draft(Transfer(BOB, TAO), poor).refusals != ()
    assert draft(Sudo(Transfer(BOB, TAO)), poor).refusals == ()


def test_a_proof_of_work_as_root_is_made_last() -> None:
    assert draft(Sudo(Faucet())).finish is not None
    assert draft(Sudo(Transfer(BOB, TAO))).finish is None
