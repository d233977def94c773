"""What who follows the head is told."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from chain_spec.chains import load
from local_node.chain.chain import Chain
from local_node.chain.modes import Manual
from local_node.embedded.open_chain import OpenChain
from local_node.rpc.chain_head import follow as following
from local_node.rpc.context import NodeIdentity
from local_node.rpc.dispatch import Dispatcher
from local_node.runtime.boundary import Externalities
from local_node.state.store import Store
from tests.unit.local_node.chain.counter import CounterRuntime, Spec, add, u32
from tests.unit.local_node.rpc.chain_head.followed import best, hex_of
from tests.unit.local_node.rpc.line import Line


@pytest.fixture(scope="module")
def opened() -> Iterator[OpenChain]:
    hosted = OpenChain(None)
    hosted.chain.mode = Manual()
    yield hosted
    hosted.close()


@pytest.fixture
def hosted(opened: OpenChain) -> OpenChain:
    """A chain of 20 blocks or more; no more come unless a test makes them."""
    while opened.chain.best.number < 20:
        opened.chain.author_block()
    return opened


@pytest.fixture
def line(hosted: OpenChain) -> Iterator[Line]:
    line = Line(hosted.dispatcher)
    yield line
    line.peer.close()


@pytest.fixture
def followed(line: Line) -> tuple[str, str]:
    """A subscription with the runtime, and the best block, which is pinned."""
    subscription = line.call("chainHead_v1_follow", True)
    line.events(subscription)
    return subscription, best(line)


def test_first_the_finalized_blocks_and_the_runtime(line: Line) -> None:
    events = line.events(line.call("chainHead_v1_follow", True))
    assert [event["event"] for event in events] == ["initialized", "bestBlockChanged"]
    hashes = [line.chain.hash_at(n) for n in range(line.chain.best.number + 1)]
    recent = ["0x" + it.hex() for it in hashes[-following.RECENT :] if it is not None]
    assert events[0]["finalizedBlockHashes"] == recent
    assert events[1]["bestBlockHash"] == best(line)
    runtime = events[0]["finalizedBlockRuntime"]
    interface = load("dev").interface
    assert runtime["type"] == "valid"
    assert runtime["spec"]["specVersion"] == interface.spec_version
    assert runtime["spec"]["specName"] == "node-subtensor"
    assert set(runtime["spec"]) == {
        "specName",
        "implName",
        "specVersion",
        "implVersion",
        "transactionVersion",
        "apis",
    }
    legacy = line.call("state_getRuntimeVersion")
    assert runtime["spec"]["apis"] == dict(legacy["apis"])
    assert runtime["spec"]["transactionVersion"] == legacy["transactionVersion"]


def test_then_each_block_new_best_and_final(line: Line) -> None:
    with_runtime = line.call("chainHead_v1_follow", True)
    without = line.named("chainHead_v1_follow", withRuntime=False)
    line.events(with_runtime)
    assert "finalizedBlockRuntime" not in line.events(without)[0]
    parent = best(line)
    for _ in range(3):
        block = hex_of(line.chain.author_block())
        new = {"event": "newBlock", "blockHash": block, "parentBlockHash": parent}
        rest = [
            {"event": "bestBlockChanged", "bestBlockHash": block},
            {"event": "finalized", "finalizedBlockHashes": [block], "prunedBlockHashes": []},
        ]
        assert line.events(with_runtime) == [{**new, "newRuntime": None}, *rest]
        assert line.events(without) == [new, *rest]
        parent = block


class Upgrading(CounterRuntime):
    """Its version is the sum of its counter, and its code changes with it."""

    def version(self, args: bytes, ext: Externalities) -> bytes:
        return super().version(args, ext).replace(u32(7), ext.get(b"sum") or u32(0))

    def apply(self, args: bytes, ext: Externalities) -> bytes:
        answer = super().apply(args, ext)
        ext.set(b":code", b"counter of " + (ext.get(b"sum") or b""))
        return answer


def test_a_change_of_the_runtime_is_told() -> None:
    chain = Chain.open(Spec(sum=5), Store(), runtime=Upgrading(), mode=Manual())
    line = Line(Dispatcher(chain, NodeIdentity()))
    with_runtime = line.call("chainHead_v1_follow", True)
    without = line.call("chainHead_v1_follow", False)
    initialized = line.events(with_runtime)[0]
    assert initialized["finalizedBlockRuntime"]["spec"]["specVersion"] == 5
    chain.author_block()
    chain.author_block([add(1, 0, 3)])
    chain.author_block()
    told = [it["newRuntime"] for it in line.events(with_runtime) if it["event"] == "newBlock"]
    assert told[0] is told[2] is None
    assert told[1]["spec"]["specVersion"] == 8
    assert all("newRuntime" not in event for event in line.events(without))
    chain.close()


def test_going_back_behind_a_final_block_stops_it(line: Line) -> None:
    subscription = line.call("chainHead_v1_follow", False)
    line.events(subscription)
    before = line.chain.best
    line.chain.author_block()
    line.events(subscription)
    line.chain.revert_to(before.hash)
    assert line.events(subscription) == [{"event": "stop"}]
    line.chain.author_block()
    assert line.events(subscription) == []
    assert line.call("chainHead_v1_header", subscription, hex_of(before)) is None
    assert line.call("chainHead_v1_body", subscription, hex_of(before)) == {
        "result": "limitReached"
    }
    assert line.events(line.call("chainHead_v1_follow", False))[-1]["bestBlockHash"] == best(line)


def test_unfollowing_ends_it(line: Line, followed: tuple[str, str]) -> None:
    subscription, block = followed
    assert line.call("chainHead_v1_unfollow", subscription) is None
    line.chain.author_block()
    assert line.events(subscription) == []
    assert line.call("chainHead_v1_unfollow", subscription) is None
    assert line.call("chainHead_v1_unpin", subscription, block) is None
    assert line.call("chainHead_v1_storage", subscription, block, [], None) == {
        "result": "limitReached"
    }


def test_so_many_and_no_more(line: Line) -> None:
    opened = [line.call("chainHead_v1_follow", False) for _ in range(following.MAX_FOLLOWS)]
    assert line.code("chainHead_v1_follow", False) == -32800
    line.call("chainHead_v1_unfollow", opened[0])
    assert line.call("chainHead_v1_follow", False)


def test_whoever_goes_is_forgotten(line: Line, followed: tuple[str, str]) -> None:
    line.peer.close()
    line.chain.author_block()
    assert line.order() == []


def test_unpinning_one_or_several(line: Line) -> None:
    subscription = line.call("chainHead_v1_follow", False)
    first, second, third, *_ = line.events(subscription)[0]["finalizedBlockHashes"]
    assert line.call("chainHead_v1_unpin", subscription, first) is None
    assert line.code("chainHead_v1_header", subscription, first) == -32801
    assert line.code("chainHead_v1_unpin", subscription, [second, first]) == -32801
    assert line.code("chainHead_v1_unpin", subscription, [second, second]) == -32804
    assert line.call("chainHead_v1_header", subscription, second) is not None
    assert line.call("chainHead_v1_unpin", subscription, [second, third]) is None
    assert line.code("chainHead_v1_header", subscription, third) == -32801
    assert line.code("chainHead_v1_unpin", subscription, [1]) == -32602
    assert line.code("chainHead_v1_unpin", subscription, "0x12") == -32602


def test_who_pins_too_many_is_stopped(line: Line, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(following, "MAX_PINNED", following.RECENT + 2)
    subscription = line.call("chainHead_v1_follow", False)
    for _ in range(2):
        line.chain.author_block()
    assert "stop" not in [event["event"] for event in line.events(subscription)]
    line.chain.author_block()
    assert line.events(subscription) == [{"event": "stop"}]
