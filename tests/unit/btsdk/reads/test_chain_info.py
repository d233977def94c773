"""What a node says of its chain and of itself."""

from __future__ import annotations

from typing import Any

import pytest

from btsdk.errors import ProtocolError
from btsdk.reads.chain_info import ChainInfo, chain_info
from tests.unit.btsdk.script import Script, dev_at


def info(properties: Any) -> ChainInfo:
    script = Script(
        {
            "system_chain": "Bittensor",
            "system_name": "subtensor",
            "system_version": "4.0",
            "system_properties": properties,
        }
    )
    return script.play(chain_info(dev_at(), "test", "ws://x", "0xab"))


def test_everything_is_told() -> None:
    found = info({"ss58Format": 13116, "tokenSymbol": "TAO", "tokenDecimals": 9})
    assert (found.network, found.endpoint, found.genesis_hash) == ("test", "ws://x", "0xab")
    assert (found.chain, found.node, found.block) == ("Bittensor", "subtensor 4.0", 1000)
    assert (found.spec_name, found.spec_version) == ("node-subtensor", 1)
    assert (found.ss58_prefix, found.token, found.decimals) == (13116, "TAO", 9)


@pytest.mark.parametrize("properties", [{}, None, [], {"tokenSymbol": None, "ss58Format": []}])
def test_what_is_missing_has_the_value_of_bittensor(properties: Any) -> None:
    found = info(properties)
    assert (found.ss58_prefix, found.token, found.decimals) == (42, "TAO", 9)


def test_a_list_is_read_by_its_first_entry() -> None:
    found = info({"tokenSymbol": ["A", "B"], "tokenDecimals": [12, 3]})
    assert (found.token, found.decimals) == ("A", 12)


@pytest.mark.parametrize("wrong", ["nine", -1, "9" * 11, 1.5, True, "²"])
def test_what_is_no_number_is_the_peers_mistake(wrong: Any) -> None:
    with pytest.raises(ProtocolError, match="tokenDecimals"):
        info({"tokenDecimals": wrong})
