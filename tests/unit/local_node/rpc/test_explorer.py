"""`explorer_*` over a WebSocket: what the node's page asks, and what nobody should."""

from __future__ import annotations

from typing import Any

import pytest

from local_node.rpc.errors import INVALID_PARAMS, METHOD_NOT_FOUND, STATE_ERROR
from tests.unit.local_node.rpc.explored import ALICE, NETUID, code
from tests.wire import Wire

UNKNOWN = "0x" + "ab" * 32


def test_what_is_not_there_is_null(node: Wire) -> None:
    assert node.call("explorer_block", UNKNOWN) is None
    assert node.call("explorer_block", 4_000_000_000) is None
    assert node.call("explorer_subnet", 4000) is None
    assert node.call("explorer_metagraph", 4000) is None
    assert node.call("explorer_weights", 4000) is None
    assert node.call("explorer_weights", NETUID, 1) is None
    assert node.call("explorer_blocks", UNKNOWN) == []


@pytest.mark.parametrize(
    ("method", "params"),
    [
        ("explorer_blocks", ["0x12"]),
        ("explorer_blocks", [None, 0]),
        ("explorer_blocks", [None, 101]),
        ("explorer_blocks", [None, True]),
        ("explorer_block", []),
        ("explorer_block", ["nonsense"]),
        ("explorer_block", [-1]),
        ("explorer_block", [1.5]),
        ("explorer_block", [1 << 32]),
        ("explorer_block", [1, -1]),
        ("explorer_block", [1, 0, 1000]),
        ("explorer_account", []),
        ("explorer_account", [7]),
        ("explorer_account", ["5Grw"]),
        ("explorer_account", ["0x12"]),
        ("explorer_account", [ALICE.ss58_address, "0x12"]),
        ("explorer_activity", [ALICE.ss58_address, None, 51]),
        ("explorer_subnet", ["1"]),
        ("explorer_subnet", [65_536]),
        ("explorer_metagraph", [None]),
        ("explorer_weights", [1, 256]),
        ("explorer_weights", [1, -1]),
        ("explorer_search", [12]),
        ("explorer_search", ["x" * 201]),
    ],
)
def test_parameters_that_are_none(node: Wire, method: str, params: list[Any]) -> None:
    assert code(node, method, *params) == INVALID_PARAMS


@pytest.mark.parametrize(
    ("method", "params"),
    [
        ("explorer_account", [ALICE.ss58_address, UNKNOWN]),
        ("explorer_subnets", [UNKNOWN]),
        ("explorer_subnet", [1, UNKNOWN]),
        ("explorer_metagraph", [1, UNKNOWN]),
        ("explorer_weights", [1, 0, UNKNOWN]),
    ],
)
def test_a_state_that_nobody_has(node: Wire, method: str, params: list[Any]) -> None:
    assert code(node, method, *params) == STATE_ERROR


def test_all_of_it_is_announced(node: Wire) -> None:
    names = {name for name in node.call("rpc_methods")["methods"] if name.startswith("explorer_")}
    kinds = "block blocks account activity subnet subnets metagraph weights search"
    assert names == {f"explorer_{kind}" for kind in kinds.split()}
    assert code(node, "explorer_nothing") == METHOD_NOT_FOUND
