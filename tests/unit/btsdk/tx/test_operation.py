"""Operations and calls, and their drafts; no node is needed."""

from __future__ import annotations

from typing import Any

import pytest

from btsdk.calls import system
from btsdk.errors import IncompatibleItem
from btsdk.ops import RawCall, Transfer
from btsdk.rpc.effects import Program
from btsdk.state.block_context import BlockContext
from btsdk.tx.operation import Draft, Refusal, describe, drafted, drafted_as_root, enclosed
from btsdk.units import Tao
from tests.unit.btsdk.chain import ALICE, BOB, METADATA, Chain, draft
from tests.unit.btsdk.script import dev_at

REMARK = system.Remark(remark=b"x")
LOW = Refusal("Token.FundsUnavailable", "there is too little")


class Refused:
    """An operation that the chain refuses, to root as well if `to_root`."""

    def draft(self, at: BlockContext, origin: str) -> Program[Draft]:
        return Draft(REMARK, ("nothing",), refusals=(LOW,))
        yield


class RefusedToAll(Refused):
    def draft_as_root(self, at: BlockContext, origin: str) -> Program[Draft]:
        return (yield from self.draft(at, origin))


def test_refusals_are_the_first_warnings_and_each_is_there_once() -> None:
    found = Draft(REMARK, (), warnings=("beware", LOW.reason), refusals=(LOW, LOW))
    assert found.warnings == (LOW.reason, "beware")


def test_a_call_is_its_own_draft() -> None:
    found = draft(REMARK)
    assert found == Draft(REMARK, ("System.remark(remark='x')",))


def test_root_is_not_told_what_an_account_is_refused() -> None:
    def as_root(operation: Any) -> Draft:
        return Chain().script().play(drafted_as_root(operation, dev_at(), ALICE))

    assert Chain().script().play(drafted(Refused(), dev_at(), ALICE)).refusals == (LOW,)
    assert as_root(Refused()).refusals == ()
    assert as_root(Refused()).warnings == (LOW.reason,)
    assert as_root(RefusedToAll()).refusals == (LOW,)
    assert as_root(REMARK).call == REMARK


def test_a_call_inside_another_is_checked_like_one_alone() -> None:
    assert enclosed(REMARK, METADATA) == ("System", ("remark", {"remark": b"x"}))
    with pytest.raises(IncompatibleItem):
        enclosed(RawCall("System", "no_such_call", {}), METADATA)


def test_a_call_in_one_line() -> None:
    call = draft(Transfer(BOB, Tao.parse("1.5"))).call
    shown = describe(call, METADATA)
    assert shown == f"Balances.transfer_keep_alive(dest={BOB}, value=τ1.500000000)"
