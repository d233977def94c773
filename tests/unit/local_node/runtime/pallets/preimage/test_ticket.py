"""Tickets: what is held for a preimage, and given back."""

from __future__ import annotations

import pytest

from local_node.runtime.frame import DispatchFailure
from local_node.runtime.pallets.balances import currency
from local_node.runtime.pallets.preimage import ticket
from tests.unit.local_node.runtime.pallets.calling import key, rich, state
from tests.unit.local_node.runtime.support import TAO, fresh_context


def test_a_ticket_is_held_and_given_back() -> None:
    ctx = fresh_context()
    who = rich(ctx, key(1), tao=1)
    before = state(ctx)
    taken = ticket.take(ctx, who, 100)
    # two items and 64 bytes, and a hundred more
    assert taken == (who, 204_000_000)
    assert currency.held(ctx, ticket.REASON, who) == 204_000_000
    assert currency.free(ctx, who) == TAO - 204_000_000
    ticket.give_back(ctx, taken)
    assert state(ctx) == before


def test_who_cannot_pay_holds_nothing() -> None:
    ctx = fresh_context()
    who = rich(ctx, key(1), tao=1)
    with pytest.raises(DispatchFailure, match="FundsUnavailable"):
        ticket.take(ctx, who, 1_000)
    assert currency.held(ctx, ticket.REASON, who) == 0
