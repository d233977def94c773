from __future__ import annotations

from typing import Any

import pytest

from chain_spec.pallets import preimage as declared
from local_node.runtime.frame.origin import signed
from local_node.runtime.pallets.balances import currency
from tests.unit.local_node.runtime.pallets.acting import failed, run
from tests.unit.local_node.runtime.pallets.preimage.preimage_calls import (
    HASH,
    call,
    errors,
    requested,
)
from tests.unit.local_node.runtime.support import ALICE, BOB, Node, fresh_context


def test_old_entries_get_a_ticket():
    ctx = fresh_context()
    who = BOB.public_key
    currency.reserve(ctx, who, 7_000)
    old = ("Unrequested", {"deposit": (who, 7_000), "len": 3})
    ctx.put(declared.storage.StatusFor, HASH, old)
    other = ("Requested", {"deposit": None, "count": 2, "len": None})
    ctx.put(declared.storage.StatusFor, bytes(32), other)
    update = call("ensure_updated", hashes=[HASH, bytes(32)])
    assert ctx.dispatch(update, signed(who)).pays is False
    amount = 104_000_000 + 3 * 1_000_000
    status = ctx.get(declared.storage.RequestStatusFor, HASH)
    assert status == ("Unrequested", {"ticket": (who, amount), "len": 3})
    assert ctx.get(declared.storage.RequestStatusFor, bytes(32)) == requested(None, 2, None)
    assert currency.reserved(ctx, who) == currency.held(ctx, ("Preimage", "Preimage"), who)
    assert list(ctx.keys(declared.storage.StatusFor)) == []
    assert ctx.dispatch(update, signed(who)).pays is True


@pytest.mark.parametrize(("count", "error"), [(0, errors.TooFew), (1025, errors.TooMany)])
def test_how_many_may_be_updated_at_once(count: int, error: Any):
    node = Node()
    update = call("ensure_updated", hashes=[HASH] * count)
    assert run(node, update, ALICE) == failed(error)
