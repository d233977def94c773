"""An open chain file: the chain that it keeps to, and the blocks that come by themselves."""

from __future__ import annotations

import json
import threading
from pathlib import Path

import pytest

from btsdk.errors import ChainFileError
from btsdk.keys import Keypair
from chain_spec import chains
from local_node.chain.block import BlockRef
from local_node.chain.events import Event, Imported
from local_node.chain.modes import Instant, Interval
from local_node.embedded import open_chain
from local_node.embedded.chain_file import holder_of, lock_chain_file
from local_node.embedded.open_chain import OpenChain, identity_of
from tests.wire import Composer, wire


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "some.chain"


def test_a_file_keeps_to_its_chain(path: Path) -> None:
    first = OpenChain(lock_chain_file(path), chains.load("fast"))
    genesis = first.chain.genesis_hash
    first.close()
    again = OpenChain(lock_chain_file(path))
    assert again.spec.chain == "fast"
    assert again.chain.genesis_hash == genesis
    again.close()
    held = lock_chain_file(path)
    with pytest.raises(ChainFileError):
        OpenChain(held, chains.load("dev"))
    held.release()


def test_a_chain_that_an_older_release_began_goes_on_with_its_genesis(path: Path) -> None:
    document = json.loads(chains.load("dev").text)
    document["genesis"]["runtimeGenesis"]["patch"]["subtensorModule"].pop("rootValidators")
    older = chains.parse(json.dumps(document), "an older release")
    first = OpenChain(lock_chain_file(path), older)
    head = first.chain.author_block().hash
    first.close()
    again = OpenChain(lock_chain_file(path), chains.load("dev"))
    assert again.chain.best.hash == head
    assert again.spec.text == older.text
    again.close()
    # A spec that somebody wrote is another matter: the file must have been made from it.
    document["genesis"]["runtimeGenesis"]["patch"]["sudo"] = {"key": None}
    held = lock_chain_file(path)
    with pytest.raises(ChainFileError, match="another version of"):
        OpenChain(held, chains.parse(json.dumps(document), "a spec file"))
    held.release()


def test_who_has_it_open_is_said_beside_it(path: Path) -> None:
    opened = OpenChain(lock_chain_file(path))
    found = holder_of(path)
    assert found is not None
    assert (found.chain, found.endpoint, found.is_node) == ("dev", "", False)
    assert found.genesis == "0x" + opened.chain.genesis_hash.hex()
    server = opened.serve()
    assert opened.serve() is server
    found = holder_of(path)
    assert found is not None
    assert found.endpoint == server.endpoint
    opened.close()
    assert holder_of(path) is None


@pytest.mark.parametrize(("chain", "heartbeat"), [("dev", True), ("fast", False)])
def test_blocks_come_by_themselves(chain: str, heartbeat: bool) -> None:
    seen: list[int] = []
    enough = threading.Event()

    def hear(event: Event) -> None:
        if isinstance(event, Imported):
            seen.append(event.block.number)
            if len(seen) == 2:
                enough.set()

    opened = OpenChain(None, chains.load(chain), heartbeat=heartbeat, on_event=hear)
    assert isinstance(opened.chain.mode, Instant if heartbeat else Interval)
    assert enough.wait(60)
    opened.close()
    assert seen[:2] == [1, 2]


def test_without_a_heartbeat_dev_waits() -> None:
    opened = OpenChain(None)
    assert opened.chain.next_tick_ms() is None
    opened.close()


def test_where_finality_lags_something_becomes_final(path: Path) -> None:
    """Also in a process that is no node: who waits for finality would wait for ever."""
    first = OpenChain(lock_chain_file(path))
    first.chain.set_finality_lag(2)
    made = first.chain.author_block()
    first.close()
    again = OpenChain(lock_chain_file(path))
    is_final = threading.Event()
    again.chain.listen(lambda event: is_final.set() if made == again.chain.finalized else None)
    assert is_final.wait(60)
    again.close()


def test_what_the_node_says_of_itself() -> None:
    spec = chains.load("local")
    identity = identity_of(spec)
    assert (identity.chain_name, identity.chain_type) == (spec.name, spec.chain_type)
    assert identity.properties["tokenSymbol"] == "TAO"


def test_a_block_that_could_not_be_made_is_tried_again(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """A disk that was full for a while must not end the chain; and the log says why it stood."""
    monkeypatch.setattr(open_chain, "_AGAIN_S", 0.01)
    enough = threading.Event()
    opened = OpenChain(None, chains.load("fast"))
    tick, failures = opened.chain.tick, [ChainFileError("x.chain", "the disk is full")] * 2

    def failing() -> BlockRef | None:
        if failures:
            raise failures.pop()
        made = tick()
        enough.set()
        return made

    monkeypatch.setattr(opened.chain, "tick", failing)
    assert enough.wait(60)
    opened.close()
    assert failures == []
    assert "the disk is full" in caplog.text


def test_closing_does_not_wait_for_the_next_try(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(open_chain, "_AGAIN_S", 3600.0)
    opened = OpenChain(None, chains.load("fast"))
    tried = threading.Event()

    def failing() -> BlockRef | None:
        tried.set()
        raise ChainFileError("x.chain", "the disk is full")

    monkeypatch.setattr(opened.chain, "tick", failing)
    assert tried.wait(60)
    opened.close()


def test_doors_tell_of_finality_in_one_order(path: Path) -> None:
    """A client that fetches what it hears of has the time to do so; the block is final before."""
    opened = OpenChain(lock_chain_file(path))
    try:
        with wire(opened.serve().endpoint) as link:
            composer = Composer(link)
            transfer = composer.transfer(Keypair.from_uri("//Bob"), 1_000_000)
            signed = composer.signed(Keypair.from_uri("//Alice"), transfer, 0)
            heads = link.call("chain_subscribeNewHeads")
            finals = link.call("chain_subscribeFinalizedHeads")
            assert link.next(heads)["number"] == link.next(finals)["number"] == "0x0"
            watch = link.call("author_submitAndWatchExtrinsic", signed)
            order: list[str] = []
            while order.count(watch) < 3:
                name, _ = link.notified()
                order.append(name)
                assert link.call("chain_getFinalizedHead") == link.call("chain_getBlockHash")
        assert order.index(heads) < order.index(finals)
        assert order[-2:] == [finals, watch]
    finally:
        opened.close()
