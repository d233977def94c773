"""Pinning a block: what is asked, and what is not asked twice."""

from __future__ import annotations

from pathlib import Path

import pytest

from btsdk.errors import ProtocolError, RpcError, UsageError
from btsdk.metadata import encode_metadata
from btsdk.metadata.cache import MetadataCache
from btsdk.state.block_context import at, finalized, head, unhex
from btsdk.state.runtimes import Kept, Runtimes
from tests.unit.btsdk.script import HASH, Script, dev_at

VERSION = {"specName": "node-subtensor", "specVersion": 7, "transactionVersion": 1}


def script() -> Script:
    data = encode_metadata(dev_at().metadata, 15)
    return Script(
        {
            "chain_getBlockHash": HASH,
            "chain_getFinalizedHead": HASH,
            "chain_getHeader": {"number": "0x10"},
            "state_getRuntimeVersion": VERSION,
            "state_getStorageHash": "0x" + "cd" * 32,
            "state_call": "0x" + data.hex(),
        }
    )


def count(script: Script, method: str) -> int:
    return sum(call.method == method for call in script.asked)


def test_a_runtime_is_fetched_once_and_known_by_its_code() -> None:
    node, runtimes = script(), Runtimes()
    first = node.play(head(runtimes))
    second = node.play(at(runtimes, 16))
    assert (first.hash, first.number, first.runtime.spec_version) == (HASH, 16, 7)
    assert second.metadata is first.metadata
    assert count(node, "state_call") == 1
    node.answers["state_getStorageHash"] = "0x" + "ce" * 32
    node.play(finalized(runtimes))
    assert count(node, "state_call") == 2


def test_the_next_process_asks_for_nothing(tmp_path: Path) -> None:
    node = script()
    node.play(head(Runtimes(Kept(MetadataCache(tmp_path)))))
    node.play(head(Runtimes(Kept(MetadataCache(tmp_path)))))
    assert count(node, "state_call") == 1


def test_an_old_runtime_gives_its_metadata_another_way() -> None:
    node = script()
    node.answers["state_getMetadata"] = "0x" + encode_metadata(dev_at().metadata, 14).hex()
    for refusal in ("0x00", RpcError("state_call", 4003, "no such method")):
        node.answers["state_call"] = refusal
        assert "System" in node.play(head(Runtimes())).metadata.pallets
    assert count(node, "state_getMetadata") == 2


def test_a_missing_block_is_the_callers_mistake() -> None:
    node = script()
    node.answers["chain_getBlockHash"] = None
    with pytest.raises(UsageError, match="no block 99"):
        node.play(at(Runtimes(), 99))
    node.answers["chain_getHeader"] = None
    node.answers["state_getRuntimeVersion"] = RpcError("state_getRuntimeVersion", 4003, "unknown")
    with pytest.raises(UsageError, match="no block 0x"):
        node.play(at(Runtimes(), HASH))


def test_a_pruned_state_stays_the_nodes_error() -> None:
    node = script()
    node.answers["state_getRuntimeVersion"] = RpcError(
        "state_getRuntimeVersion", 4003, "State already discarded", hint="archive"
    )
    with pytest.raises(RpcError) as raised:
        node.play(at(Runtimes(), HASH))
    assert raised.value.hint == "archive"


@pytest.mark.parametrize("text", [None, 5, "12", "0x1", "0xzz", ""])
def test_what_is_not_hex_is_the_peers_mistake(text: object) -> None:
    with pytest.raises(ProtocolError):
        unhex(text)
