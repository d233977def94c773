"""Bytes that are no extrinsic, and bytes behind one."""

from __future__ import annotations

import pytest

from btsdk.extrinsic import extrinsic_hash
from tests.unit.local_node.rpc.desk import Desk
from tests.unit.local_node.rpc.namespaces import raw, signed, watch_error

NO_EXTRINSICS = {
    "0x": "Not enough data to fill buffer",
    "0x01": "Not enough data to fill buffer",
    "0x03ffffff": "Not enough data to fill buffer",
    "0x04": "Not enough data to decode vector",
    "0x0c0102": "Not enough data to decode vector",
    "0x0100": "out of range decoding Compact<u32>",
    "0x02000000": "out of range decoding Compact<u32>",
    "0xff": "unexpected prefix decoding Compact<u32>",
}
"""Bytes that no length fits, and what Substrate's codec says of them."""


@pytest.mark.parametrize("data", NO_EXTRINSICS)
def test_bytes_that_are_no_extrinsic_are_refused_in_substrates_words(desk: Desk, data: str) -> None:
    cause, what = NO_EXTRINSICS[data], "Could not decode `OpaqueExtrinsic.0`"
    shown = f"{what}:\n\t{cause}\n"
    debug = f'Error {{ cause: Some(Error {{ cause: None, desc: "{cause}" }}), desc: "{what}" }}'
    info, details = "Unable to query dispatch info.", "Unable to query fee details."
    assert desk.error("payment_queryInfo", data) == (2, info, debug)
    assert desk.error("payment_queryFeeDetails", data) == (2, details, debug)
    assert desk.error("system_dryRun", data) == (2, "Unable to dry run extrinsic", shown)
    assert desk.error("author_submitExtrinsic", data) == (1040, f"Client error: {shown}", None)
    watched = watch_error(desk, data)
    assert watched == (1001, f"Extrinsic has invalid format: {shown}", None)
    removed = desk.error("author_removeExtrinsic", [{"extrinsic": data}])
    assert removed == (1001, f"Extrinsic has invalid format: {shown}", None)


def test_what_follows_an_extrinsic_is_left(desk: Desk) -> None:
    extrinsic = signed(desk)
    assert desk.ask("system_dryRun", extrinsic + "ffff") == "0x0000"
    longer = desk.ask("payment_queryFeeDetails", extrinsic + "ffff")["inclusionFee"]
    assert int(longer["lenFee"], 16) == len(raw(extrinsic)) + 2
    name = desk.ask("author_submitExtrinsic", extrinsic + "ffff")
    assert name == "0x" + extrinsic_hash(raw(extrinsic)).hex()
    assert desk.ask("author_pendingExtrinsics") == [extrinsic]
