"""What an extrinsic costs, before it is sent."""

from __future__ import annotations

from tests.unit.local_node.rpc.desk import Desk
from tests.unit.local_node.rpc.namespaces import raw, signed


def test_what_it_costs_is_known_before(desk: Desk) -> None:
    extrinsic = signed(desk)
    info = desk.ask("payment_queryInfo", extrinsic)
    details = desk.ask("payment_queryFeeDetails", extrinsic)["inclusionFee"]
    assert info["class"] == "normal"
    assert set(info["weight"]) == {"ref_time", "proof_size"}
    assert int(info["partialFee"]) == sum(int(part, 16) for part in details.values())
    assert int(details["lenFee"], 16) == len(raw(extrinsic))
    timestamp = desk.ask("chain_getBlock")["block"]["extrinsics"][0]
    assert desk.ask("payment_queryFeeDetails", timestamp) == {"inclusionFee": None}


def test_fees_of_a_block_that_is_not_there(desk: Desk) -> None:
    nowhere = "0x" + "ee" * 32
    for method, message in (
        ("payment_queryInfo", "Unable to query dispatch info."),
        ("payment_queryFeeDetails", "Unable to query fee details."),
        ("system_dryRun", "Unable to dry run extrinsic."),
    ):
        code, text, reason = desk.error(method, signed(desk), nowhere)
        assert (code, text) == (1, message)
        assert nowhere in str(reason)
