"""What each interface tells of blocks that are not final, and of a reorganisation among them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from local_node.chain.block import BlockRef
from local_node.chain.chain import Chain
from local_node.chain.finality import LONGEST_LAG
from local_node.chain.modes import Manual
from local_node.rpc.chain_head import follow as following
from local_node.rpc.context import NodeIdentity
from local_node.rpc.dispatch import Dispatcher
from local_node.state.store import Store
from tests.unit.local_node.chain.counter import CounterRuntime, Spec, add
from tests.unit.local_node.rpc.line import Line

VALIDATED = {"event": "validated"}


@pytest.fixture
def line() -> Iterator[Line]:
    """Five blocks, the last three of them not final; more come on request."""
    chain = Chain.open(Spec(), Store(), runtime=CounterRuntime(), mode=Manual())
    line = Line(Dispatcher(chain, NodeIdentity()))
    line.call("dev_setFinalityLag", 3)
    for _ in range(5):
        chain.author_block()
    yield line
    chain.close()


def hex_of(data: bytes) -> str:
    return "0x" + data.hex()


def at(line: Line, number: int) -> str:
    return str(line.call("chain_getBlockHash", number))


def made(line: Line) -> str:
    return hex_of(line.chain.author_block().hash)


def numbers(headers: list[Any]) -> list[int]:
    return [int(header["number"], 16) for header in headers]


# Control


def test_finality_is_what_was_asked_for(line: Line) -> None:
    assert line.call("chain_getFinalizedHead") == at(line, 2)
    assert line.call("dev_setFinalityLag", 2) == at(line, 3)
    assert line.call("dev_setFinalityLag", 5) == at(line, 3)
    assert line.call("dev_finalize", -1) == line.call("dev_finalize", at(line, 2)) == at(line, 4)
    assert line.call("dev_finalize") == at(line, 5)
    info, status = line.call("dev_nodeInfo"), line.call("dev_status")
    assert info["finalized"] == status["finalized"] == {"hash": at(line, 5), "number": 5}
    assert info["finalityLag"] == status["finalityLag"] == 5


@pytest.mark.parametrize("lag", [None, -1, 0.5, "3", True, LONGEST_LAG + 1])
def test_a_lag_that_cannot_be(line: Line, lag: Any) -> None:
    assert line.code("dev_setFinalityLag", lag) == -32602


def test_what_cannot_be_made_final(line: Line) -> None:
    fork = at(line, 5)
    line.call("dev_setHead", 4)
    assert line.code("dev_finalize", fork) == -32602
    assert line.code("dev_finalize", 99) == -32602
    assert line.code("dev_finalize", "5") == -32602
    assert line.code("dev_finalize", "0x" + "ab" * 32) == -32000


# Following an extrinsic


def test_an_extrinsic_is_retracted_and_comes_again(line: Line) -> None:
    watch = line.call("author_submitAndWatchExtrinsic", hex_of(add(1, 0, 5)))
    lost = made(line)
    line.call("dev_setHead", -1)
    again = made(line)
    line.call("dev_newBlock", 3)
    assert line.events(watch) == [
        "ready",
        {"inBlock": lost},
        {"retracted": lost},
        "ready",
        {"inBlock": again},
        {"finalized": again},
    ]


def test_the_new_interface_says_so_in_its_words(line: Line) -> None:
    extrinsic = hex_of(add(1, 0, 5))
    watch = line.call("transactionWatch_v1_submitAndWatch", extrinsic)
    lost = {"hash": made(line), "index": 1}
    line.call("dev_setHead", -1)
    again = {"hash": made(line), "index": 1}
    assert line.events(watch) == [
        VALIDATED,
        {"event": "bestChainBlockIncluded", "block": lost},
        {"event": "bestChainBlockIncluded", "block": None},
        VALIDATED,
        {"event": "bestChainBlockIncluded", "block": again},
    ]
    line.call("dev_finalize")
    assert line.events(watch) == [{"event": "finalized", "block": again}]


def test_a_rewind_behind_what_is_final_ends_it(line: Line) -> None:
    watch = line.call("transactionWatch_v1_submitAndWatch", hex_of(add(1, 0, 5)))
    made(line)
    line.call("dev_setHead", 1)
    *_, retracted, last = line.events(watch)
    assert retracted == {"event": "bestChainBlockIncluded", "block": None}
    assert last["event"] == "dropped"
    assert line.call("author_pendingExtrinsics") == []


def test_a_broadcast_goes_on_until_one_of_several_blocks_is_final(line: Line) -> None:
    operation = line.call("transaction_v1_broadcast", hex_of(add(1, 0, 5)))
    made(line)
    line.call("dev_setHead", -1)
    made(line)
    line.call("dev_newBlock", 2)
    line.call("dev_finalize")
    assert line.code("transaction_v1_stop", operation) == -32602


# Following heads


def test_heads_of_the_new_branch(line: Line) -> None:
    new, final = line.call("chain_subscribeNewHeads"), line.call("chain_subscribeFinalizedHeads")
    assert (numbers(line.events(new)), numbers(line.events(final))) == ([5], [2])
    line.call("dev_setHead", 3)
    line.call("dev_newBlock", 4)
    assert numbers(line.events(new)) == [3, 4, 5, 6, 7]
    assert numbers(line.events(final)) == [3, 4]
    line.call("dev_finalize")
    assert numbers(line.events(final)) == [5, 6, 7], "one by one, also where several are"


def test_a_follower_hears_of_both_branches_and_of_what_is_pruned(line: Line) -> None:
    subscription = line.call("chainHead_v1_follow", False)
    initialized, *blocks, best = line.events(subscription)
    assert initialized["finalizedBlockHashes"][-1] == at(line, 2)
    assert [it["blockHash"] for it in blocks] == [at(line, n) for n in (3, 4, 5)]
    assert best == {"event": "bestBlockChanged", "bestBlockHash": at(line, 5)}

    lost = at(line, 4), at(line, 5)
    line.call("dev_setHead", 3)
    assert line.events(subscription) == [
        {"event": "bestBlockChanged", "bestBlockHash": at(line, 3)}
    ]
    line.chain.submit(add(1, 0, 5))  # or the block would be the one that was
    four = made(line)
    new = {"event": "newBlock", "blockHash": four, "parentBlockHash": at(line, 3)}
    assert line.events(subscription) == [new, {"event": "bestBlockChanged", "bestBlockHash": four}]
    assert line.call("chainHead_v1_header", subscription, lost[1]) is not None
    line.call("dev_newBlock", 3)
    told = [it for it in line.events(subscription) if it["event"] == "finalized"]
    assert told == [
        {
            "event": "finalized",
            "finalizedBlockHashes": [at(line, 3)],
            "prunedBlockHashes": [],
        },
        {
            "event": "finalized",
            "finalizedBlockHashes": [four],
            "prunedBlockHashes": list(lost),
        },
    ]
    line.call("dev_finalize")
    (told_at_once,) = line.events(subscription)
    assert told_at_once["finalizedBlockHashes"] == [at(line, n) for n in (5, 6, 7)]


def test_who_comes_later_hears_of_other_branches_too(line: Line) -> None:
    lost = at(line, 5)
    line.call("dev_setHead", 4)
    line.chain.submit(add(1, 0, 5))
    best = made(line)
    _, *blocks, last = line.events(line.call("chainHead_v1_follow", False))
    assert [it["blockHash"] for it in blocks] == [at(line, 3), at(line, 4), lost, best]
    assert [it["parentBlockHash"] for it in blocks[2:]] == [at(line, 4)] * 2
    assert last["bestBlockHash"] == best


def test_too_far_behind_to_follow(line: Line, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(following, "MAX_PINNED", 5)
    subscription = line.call("chainHead_v1_follow", False)
    assert line.events(subscription)[-1] == {"event": "stop"}
    assert line.call("chainHead_v1_header", subscription, at(line, 2)) is None


# The archive


def test_a_height_has_a_block_of_each_branch(line: Line) -> None:
    lost = at(line, 4), at(line, 5)
    line.call("dev_setHead", 3)
    line.chain.submit(add(1, 0, 5))
    line.call("dev_newBlock", 1)
    assert line.call("archive_v1_finalizedHeight") == 2
    heights = {n: line.call("archive_v1_hashByHeight", n) for n in range(6)}
    assert heights[2] == [at(line, 2)]
    assert heights[3] == [at(line, 3)]
    assert sorted(heights[4]) == sorted([lost[0], at(line, 4)])
    assert heights[5] == []
    line.call("dev_newBlock", 1)
    assert lost[1] in line.call("archive_v1_hashByHeight", 5)
    line.call("dev_finalize")
    assert line.call("archive_v1_hashByHeight", 5) == [at(line, 5)]
    assert line.call("archive_v1_header", lost[1]) is not None


def test_the_explorer_says_what_is_not_final(desk: Any) -> None:
    desk.ask("dev_setFinalityLag", 1)
    try:
        desk.ask("dev_newBlock", 2)
        best: BlockRef = desk.chain.best
        seen = [desk.ask("explorer_block", best.number - n)["finalized"] for n in (0, 1)]
        assert seen == [False, True]
    finally:
        desk.ask("dev_setFinalityLag", 0)
