"""Open calls in full."""

from __future__ import annotations

from btcli.commands.multisig.open_calls import OpenCall
from btsdk.units import Tao
from tests.unit.btcli.samples import ALICE, BOB

CALL = OpenCall(b"\x01" * 32, None, None, 5, 2, ALICE, Tao.parse("0.2"), (ALICE, BOB), 3)


def test_a_call_of_which_only_the_hash_is_known() -> None:
    rows = CALL.facts({BOB: "bobby"}).rows
    assert ("call", "unknown here: only its hash is known") in rows
    assert ("approvals", "2 of 3") in rows
    assert rows[-1] == ("", f"{BOB} (bobby)")
    assert CALL.missing == CALL.document()["missing"] == 1
    assert CALL.document()["call"] is CALL.document()["call_data"] is None
