"""Runtimes: whose word is kept for whom, and what a signature commits to."""

from __future__ import annotations

from pathlib import Path

import pytest

from btsdk.metadata import decode_metadata, encode_metadata
from btsdk.metadata.cache import MetadataCache
from btsdk.metadata.digest import metadata_hash
from btsdk.state.block_context import head, pin
from btsdk.state.runtimes import Kept, Origin, Runtime, Runtimes
from tests.unit.btsdk.script import HASH, dev_at
from tests.unit.btsdk.state.test_block_context import count, script

FINNEY = Origin("0x2f", "finney")


def runtimes(kept: Kept, origin: Origin) -> Runtimes:
    return Runtimes(kept, lambda: origin)


@pytest.mark.parametrize(
    "other",
    [Origin("0x2f", "ws://liar"), Origin("0x2f", "archive"), Origin("0x30", "finney"), Origin()],
)
def test_nothing_is_shared_between_networks_or_chains(tmp_path: Path, other: Origin) -> None:
    node = script()
    node.play(head(runtimes(Kept(MetadataCache(tmp_path)), other)))
    shared = Kept(MetadataCache(tmp_path))
    node.play(head(runtimes(shared, other)))
    assert count(node, "state_call") == 1
    for asked_for, kept in ((2, shared), (2, Kept(MetadataCache(tmp_path)))):
        node.play(head(runtimes(kept, FINNEY)))
        assert count(node, "state_call") == asked_for


def test_equal_bytes_are_decoded_once() -> None:
    node, kept = script(), Kept()
    first = node.play(head(runtimes(kept, FINNEY)))
    second = node.play(head(runtimes(kept, Origin("0x2f", "ws://honest"))))
    assert count(node, "state_call") == 2
    assert second.metadata is first.metadata


def test_fresh_metadata_is_asked_for_whatever_is_kept() -> None:
    node, mine = script(), Runtimes()
    assert node.play(pin(mine, HASH)).runtime.fresh
    assert not node.play(pin(mine, HASH)).runtime.fresh
    assert node.play(pin(mine, HASH, fresh=True)).runtime.fresh
    assert count(node, "state_call") == 2


def test_an_answer_from_nobody_knows_whom_is_not_kept() -> None:
    node = script()
    endpoints = iter(["ws://one", "ws://other", "ws://other"])
    mine = Runtimes(Kept(), lambda: Origin("0x2f", next(endpoints)))
    mine.find("0x01")
    mine.add("0x01", encode_metadata(dev_at().metadata, 15), Origin("0x2f", "ws://one"))
    assert mine.find("0x01") is None
    assert not node.asked


def test_what_the_chain_refused_is_forgotten(tmp_path: Path) -> None:
    node, mine = script(), runtimes(Kept(MetadataCache(tmp_path)), FINNEY)
    mine.forget(node.play(head(mine)).runtime)
    node.play(head(mine))
    assert count(node, "state_call") == 2


def test_damaged_bytes_in_the_cache_are_asked_for_again(tmp_path: Path) -> None:
    node, cache = script(), MetadataCache(tmp_path)
    node.play(head(runtimes(Kept(cache), FINNEY)))
    (file,) = tmp_path.glob("*.metadata")
    cache.save(bytes.fromhex(file.stem), b"no metadata")
    node.play(head(runtimes(Kept(cache), FINNEY)))
    assert count(node, "state_call") == 2


def test_the_hash_of_a_runtime_is_the_chains_and_computed_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    runtime = script().play(head(Runtimes())).runtime
    wanted = metadata_hash(
        runtime.metadata,
        spec_version=7,
        spec_name="node-subtensor",
        base58_prefix=42,
        decimals=9,
        token_symbol="TAO",
    )
    assert Runtimes(Kept(MetadataCache(tmp_path))).metadata_hash(runtime) == wanted
    monkeypatch.setattr("btsdk.metadata.digest.metadata_hash", None)
    assert Runtimes(Kept(MetadataCache(tmp_path))).metadata_hash(runtime) == wanted


def test_each_fact_of_a_runtime_has_a_hash_of_its_own(tmp_path: Path) -> None:
    data = encode_metadata(dev_at().metadata, 15)
    kept = Kept(MetadataCache(tmp_path))
    facts = [("node-subtensor", 7, b"a"), ("node-subtensor", 8, b"a"), ("other", 7, b"a")]
    hashes = {
        Runtimes(kept).metadata_hash(
            Runtime(decode_metadata(data), "0x01", name, version, 1, content)
        )
        for name, version, content in facts
    }
    assert len(hashes) == 3
