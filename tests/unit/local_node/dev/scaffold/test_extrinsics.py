"""The extrinsics of a scaffold: real ones, or none at all."""

from __future__ import annotations

import pytest

from local_node.dev.scaffold import build, parse_scaffold
from local_node.dev.scaffold.extrinsics import ScaffoldError
from local_node.embedded.local_chain import LocalChain


def test_what_fails_leaves_nothing(local: LocalChain) -> None:
    local.advance()
    best = local.chain.best
    scaffold = parse_scaffold(
        {
            "subnets": [
                {
                    "netuid": 1,
                    "owner": "//Alice",
                    "neurons": [
                        {"coldkey": "//Miner", "hotkey": "0x" + "22" * 32, "stake": "1"},
                        {"coldkey": "//Other", "hotkey": "0x" + "22" * 32, "stake": "1"},
                    ],
                }
            ]
        }
    )
    with pytest.raises(ScaffoldError, match="registering a neuron: SubtensorModule"):
        build(local.control, scaffold)
    assert local.chain.best == best
