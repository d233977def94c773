from __future__ import annotations

from typing import Any

import pytest

from local_node.runtime.frame import DispatchFailure
from local_node.runtime.pallets.preimage import bounded
from tests.unit.local_node.runtime.pallets.acting import REMARK
from tests.unit.local_node.runtime.pallets.preimage.preimage_calls import HASH
from tests.unit.local_node.runtime.support import fresh_context


def remark(length: int) -> Any:
    return ("System", ("remark", {"remark": bytes(length)}))


def test_short_calls_are_kept_in_line():
    ctx = fresh_context()
    longest = remark(128 - 4)  # two indices, and a length of two bytes
    assert bounded.bound(ctx, longest)[0] == "Inline"
    kind, value = bounded.bound(ctx, remark(128 - 3))
    assert (kind, value["len"]) == ("Lookup", 129)
    for kept in (longest, remark(500), REMARK):
        call, length = bounded.peek(ctx, bounded.bound(ctx, kept))
        assert call == kept
        assert length == (504 if kept == remark(500) else None)


def test_what_cannot_be_read_is_no_call():
    ctx = fresh_context()
    with pytest.raises(DispatchFailure, match="Corruption"):
        bounded.peek(ctx, ("Inline", b"\xff\xff"))
    with pytest.raises(DispatchFailure, match="Unavailable"):
        bounded.peek(ctx, ("Legacy", {"hash": HASH}))
    with pytest.raises(DispatchFailure, match="Unavailable"):
        bounded.peek(ctx, ("Lookup", {"hash": HASH, "len": 4}))
