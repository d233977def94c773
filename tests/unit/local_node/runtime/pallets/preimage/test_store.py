from __future__ import annotations

import pytest

from chain_spec.pallets import preimage as declared
from local_node.runtime.frame import DispatchFailure
from local_node.runtime.pallets.balances import currency
from local_node.runtime.pallets.preimage import store
from tests.unit.local_node.runtime.pallets.preimage.preimage_calls import HASH, requested
from tests.unit.local_node.runtime.support import BOB, fresh_context


def test_four_mebibytes_at_most():
    ctx = fresh_context()
    with pytest.raises(DispatchFailure, match=r"Preimage\.TooBig"):
        store.note(ctx, bytes(store.MAX_SIZE + 1), None)
    _, key = store.note(ctx, bytes(store.MAX_SIZE), None)
    assert store.fetch(ctx, key, None) == bytes(store.MAX_SIZE)


def test_an_old_entry_is_brought_up_to_date_by_any_use():
    ctx = fresh_context()
    who = BOB.public_key
    currency.reserve(ctx, who, 7_000)
    old = ("Requested", {"deposit": (who, 7_000), "count": 1, "len": 3})
    ctx.put(declared.storage.StatusFor, HASH, old)
    store.request(ctx, HASH)
    ticket = (who, 107_000_000)
    assert ctx.get(declared.storage.RequestStatusFor, HASH) == requested(ticket, 2, 3)
