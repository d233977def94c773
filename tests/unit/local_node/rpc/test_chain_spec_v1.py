"""`chainSpec_v1_*`."""

from __future__ import annotations

from tests.unit.local_node.rpc.desk import Desk


def test_what_a_chain_says_of_itself(desk: Desk) -> None:
    assert desk.ask("chainSpec_v1_chainName") == desk.ask("system_chain") == "Bittensor dev"
    assert desk.ask("chainSpec_v1_genesisHash") == desk.ask("chain_getBlockHash", 0)
    properties = desk.ask("chainSpec_v1_properties")
    assert properties == {"ss58Format": 42, "tokenDecimals": 9, "tokenSymbol": "TAO"}


def test_what_needs_a_connection_is_refused_over_http(desk: Desk) -> None:
    """And listed all the same."""
    for method, *params in (
        ("chainHead_v1_follow", True),
        ("transactionWatch_v1_submitAndWatch", "0x"),
        ("transaction_v1_broadcast", "0x"),
        ("archive_v1_storage", "0x" + "00" * 32, [], None),
    ):
        assert desk.error(method, *params)[0] == -32601
        assert method in desk.ask("rpc_methods")["methods"]
    assert desk.ask("chainHead_v1_body", "x", "0x" + "00" * 32) == {"result": "limitReached"}
