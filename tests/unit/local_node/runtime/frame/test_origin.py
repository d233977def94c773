"""Origins: which check lets which caller pass, and filters that stay with it."""

from __future__ import annotations

import pytest

from local_node.runtime.frame import DispatchFailure, Origin
from local_node.runtime.frame.origin import (
    ensure_none,
    ensure_root,
    ensure_signed,
    ensure_signed_or_root,
    from_caller,
    from_pallet,
    none,
    root,
    signed,
)
from tests.unit.local_node.runtime.pallets.acting import REMARK, transfer
from tests.unit.local_node.runtime.support import ALICE, fresh_context

WHO = ALICE.public_key
MEMBERS = from_pallet("Triumvirate", ("Members", (3, 4)))


@pytest.mark.parametrize(
    ("check", "passes"),
    [
        (ensure_signed, {"signed": WHO}),
        (ensure_root, {"root": None}),
        (ensure_none, {"none": None}),
        (ensure_signed_or_root, {"signed": WHO, "root": None}),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_who_passes(check: object, passes: dict[str, bytes | None]) -> None:
    assert callable(check)
    origins = {"signed": signed(WHO), "root": root, "none": none, "members": MEMBERS}
    for name, origin in origins.items():
        if name in passes:
            assert check(origin) == passes[name]
        else:
            with pytest.raises(DispatchFailure, match="BadOrigin"):
                check(origin)


def test_a_decoded_caller_begins_anew() -> None:
    assert from_caller(root.caller) == root
    assert from_caller(signed(WHO).caller) == signed(WHO)
    assert not from_caller(("Triumvirate", ("Members", (3, 4)))).unfiltered


def test_filters_add_up_and_go_along_with_another_caller() -> None:
    ctx = fresh_context()

    def only(pallet: str) -> Origin:
        return signed(WHO).with_filter(lambda call: call[0] == pallet)

    with pytest.raises(DispatchFailure, match="CallFiltered"):
        ctx.dispatch(transfer(1), only("System"))
    ctx.dispatch(REMARK, only("System"))
    batch = ("Utility", ("batch_all", {"calls": [REMARK]}))
    with pytest.raises(DispatchFailure, match="CallFiltered"):
        ctx.dispatch(batch, only("Utility"))  # it holds for calls inside, too
    nothing = only("System").with_filter(lambda call: False)
    with pytest.raises(DispatchFailure, match="CallFiltered"):
        ctx.dispatch(REMARK, nothing)
    with pytest.raises(DispatchFailure, match="CallFiltered"):
        ctx.dispatch(REMARK, nothing.with_caller(signed(bytes(32)).caller))
