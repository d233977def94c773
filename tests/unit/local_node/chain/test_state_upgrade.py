"""A file that an older release's runtime made: followed by an upgrade, or refused untouched."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from btsdk.errors import ChainFileError
from btsdk.keys.hashing import blake2_256
from btsdk.well_known_keys import CODE
from chain_spec.pallets import balances, system
from local_node.chain import state_upgrade
from local_node.chain.chain import Chain
from local_node.embedded.chain_file import lock_chain_file
from local_node.embedded.open_chain import OpenChain
from local_node.rpc.peer import Peer
from local_node.rpc.request import Request
from local_node.state.store import Store

OLD = b"btsdk bundled runtime " + b"\x01" * 32
QUESTION = b"Metadata_metadata:"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "dev.chain"


@pytest.fixture
def opened(path: Path) -> Iterator[list[OpenChain]]:
    """What was opened, closed with the test."""
    every: list[OpenChain] = []
    yield every
    for hosted in every:
        hosted.close()


def make_old(path: Path, **patch: bytes | None) -> tuple[Chain, bytes]:
    """A chain of two blocks, whose head names an older release; what names this one."""
    hosted = OpenChain(lock_chain_file(path))
    marker = hosted.chain.state().get(CODE)
    assert marker is not None
    hosted.chain.author_block()
    changes = {bytes.fromhex(key): value for key, value in patch.items()}
    hosted.chain.author_block(only=True, patch={CODE: OLD, **changes})
    hosted.close()
    return hosted.chain, marker


def test_the_chain_goes_on_with_this_releases_runtime(path: Path, opened: list[OpenChain]) -> None:
    _, marker = make_old(path)
    hosted = OpenChain(lock_chain_file(path))
    opened.append(hosted)
    chain = hosted.chain
    assert hosted.upgraded == chain.best
    assert chain.best.number == 3
    assert chain.state().get(CODE) == marker
    block = chain.block(chain.best.hash)
    assert block is not None
    assert state_upgrade.is_upgrade(block)
    assert chain.is_patched(chain.best.hash)
    chain.author_block()
    assert chain.check(execute=True) == []


def test_it_is_done_once(path: Path, opened: list[OpenChain]) -> None:
    make_old(path)
    OpenChain(lock_chain_file(path)).close()
    again = OpenChain(lock_chain_file(path))
    opened.append(again)
    assert again.upgraded is None
    assert again.chain.best.number == 3


def test_older_blocks_keep_their_metadata(path: Path, opened: list[OpenChain]) -> None:
    make_old(path)
    store = Store(path)
    store.keep_runtime_answer(blake2_256(OLD), QUESTION, b"\x0cold")
    store.close()
    hosted = OpenChain(lock_chain_file(path))
    opened.append(hosted)
    chain = hosted.chain
    before, now = chain.hash_at(2), chain.best.hash
    assert chain.metadata(before) == b"old"
    assert chain.call("Metadata_metadata", b"", before) == b"\x0cold"
    assert chain.metadata(now)[:4] == b"meta"
    assert chain.metadata(chain.hash_at(1)) == chain.metadata(now)


def test_what_a_runtime_says_is_kept_for_the_next_one(path: Path) -> None:
    hosted = OpenChain(lock_chain_file(path))
    metadata, version = hosted.chain.metadata(), hosted.chain.call("Core_version")
    marker = hosted.chain.state().get(CODE)
    assert marker is not None
    hosted.close()
    store = Store(path)
    kept = store.runtime_answer(blake2_256(marker), QUESTION)
    assert kept is not None
    assert kept.endswith(metadata)
    assert store.runtime_answer(blake2_256(marker), b"Core_version:") == version
    store.close()


def test_whoever_subscribes_hears_of_the_new_runtime(path: Path, opened: list[OpenChain]) -> None:
    hosted = OpenChain(lock_chain_file(path))
    opened.append(hosted)
    hosted.chain.author_block(only=True, patch={CODE: OLD})
    said: list[dict[str, Any]] = []
    peer = Peer(lambda text: said.append(json.loads(text)))
    hosted.dispatcher.handle(
        Request('{"jsonrpc":"2.0","id":1,"method":"state_subscribeRuntimeVersion"}'), peer
    )
    assert len(said) == 2, "the answer, and the version as it is"
    assert state_upgrade.follow(hosted.chain, hosted.spec, path) is not None
    peer.close()
    version = said[2]["params"]["result"]
    assert version["specVersion"] == hosted.spec.interface.spec_version


@pytest.mark.parametrize(
    ("prefix", "value", "name"),
    [
        (balances.storage.TotalIssuance.prefix, b"\x01", "Balances.TotalIssuance"),
        (system.storage.Account.prefix + b"\x05", bytes(80), "System.Account"),
    ],
    ids=["value", "key"],
)
def test_a_state_that_cannot_be_read_is_refused_and_left_alone(
    path: Path, prefix: bytes, value: bytes, name: str
) -> None:
    make_old(path, **{prefix.hex(): value})
    held = lock_chain_file(path)
    with pytest.raises(ChainFileError, match=name) as caught:
        OpenChain(held)
    held.release()
    assert "another release" in str(caught.value)
    assert "node reset" in str(caught.value.hint)
    store = Store(path)
    assert store.numbers() == [0, 1, 2]
    assert store.state(store.state_root(store.head) or b"").get(CODE) == OLD
    store.close()


def test_code_that_a_developer_put_there_is_left_alone(path: Path, opened: list[OpenChain]) -> None:
    hosted = OpenChain(lock_chain_file(path))
    hosted.chain.author_block(only=True, patch={CODE: b"\0asm something"})
    hosted.close()
    again = OpenChain(lock_chain_file(path))
    opened.append(again)
    assert again.upgraded is None
    assert again.chain.state().get(CODE) == b"\0asm something"
