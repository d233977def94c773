"""The tables of proxies."""

from __future__ import annotations

from btcli.commands.proxy import listing
from btcli.commands.proxy.listing import AccountProxies, AnnouncedCall, Right
from btsdk.units import Tao
from tests.unit.btcli.samples import ALICE, BOB

RIGHT = Right(BOB, ALICE, "Any", 1)
CALL = AnnouncedCall(BOB, ALICE, "0x01", 3, None, None)


def test_only_what_there_is_has_a_table() -> None:
    nothing = AccountProxies(ALICE, 1, Tao.from_rao(0), (), (), None)
    (only,) = listing.tables(nothing, {ALICE: "alice"})
    assert only.plain() == f"{ALICE} (alice) has no proxies."
    assert listing.document(nothing)["announcements"] == []
    full = AccountProxies(ALICE, 1, Tao.parse("1"), (RIGHT,), (CALL,), ())
    rights, deposit, calls, others = (block.plain() for block in listing.tables(full, {}))
    assert "1 block" in rights
    assert "τ1.000000000" in deposit
    assert calls.endswith("?  unknown here")  # neither the delay nor the call is known
    assert others.endswith("may act for no other account.")
    assert listing.document(full)["acts_for"] == []
