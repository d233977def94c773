"""The chain goes back, or to another branch: who follows it hears so as from Substrate's node.

Finality is instant here, so whatever is taken back was final: `chainHead` stops, as its
specification has it for a node that cannot go on, and watches of extrinsics have ended.
"""

from __future__ import annotations

from typing import Any

from btsdk.keys import Keypair
from local_node.process.node import Node
from tests.conformance.node.conftest import Connect
from tests.wire import Composer, Wire

ALICE = Keypair.from_uri("//Alice")
BOB = Keypair.from_uri("//Bob")
TAO = 1_000_000_000


def made(node: Node, blocks: int) -> list[str]:
    return ["0x" + node.chain.author_block().hash.hex() for _ in range(blocks)]


def transfer(composer: Composer, nonce: int = 0) -> str:
    return composer.signed(ALICE, composer.transfer(BOB, TAO), nonce)


def other_branch(node: Node, blocks: int) -> list[Any]:
    """Blocks that somebody else made on the head; the wall's time tells them from ours."""
    copy = node.chain.copy()
    copy.travel_to((copy.timestamp_ms or 0) + 60_000)
    refs = [copy.author_block() for _ in range(blocks)]
    found = [copy.block(ref.hash) for ref in refs]
    copy.close()
    return found


def test_heads_tell_of_the_new_best_and_of_what_comes_on_it(still: Node, link: Wire) -> None:
    first, second, third = made(still, 3)
    best = link.call("chain_subscribeNewHeads")
    every = link.call("chain_subscribeAllHeads")
    final = link.call("chain_subscribeFinalizedHeads")
    for subscription in (best, every, final):
        assert link.next(subscription) == link.call("chain_getHeader", third)
    assert link.call("dev_setHead", first) == first
    assert link.next(best) == link.call("chain_getHeader", first)
    [fourth] = made(still, 1)
    header = link.call("chain_getHeader", fourth)
    assert header["parentHash"] == first
    assert link.next(best) == link.next(every) == link.next(final) == header
    assert link.call("chain_getBlockHash", int(header["number"], 16)) == fourth != second
    assert link.call("chain_getHeader", third) is not None
    assert link.quiet()


def test_a_branch_that_takes_over_is_told_block_by_block(still: Node, link: Wire) -> None:
    [base] = made(still, 1)
    branch = other_branch(still, 3)
    ours = made(still, 2)
    subscription = link.call("chain_subscribeNewHeads")
    assert link.next(subscription) == link.call("chain_getHeader", ours[-1])
    for block in branch:
        still.chain.import_block(block)
    told = [link.next(subscription) for _ in branch]
    assert told[0]["parentHash"] == base
    assert told == [link.call("chain_getHeader", "0x" + block.hash.hex()) for block in branch]
    assert link.call("chain_getBlockHash") == "0x" + branch[-1].hash.hex()


def test_who_follows_is_told_to_begin_again(still: Node, connect: Connect) -> None:
    first, _ = made(still, 2)
    one, other = connect(), connect()
    followed = [wire.call("chainHead_v1_follow", True) for wire in (one, other)]
    for wire, subscription in zip((one, other), followed, strict=True):
        assert wire.next(subscription)["event"] == "initialized"
        while wire.next(subscription)["event"] != "bestBlockChanged":
            pass
    one.call("dev_setHead", first)
    for wire, subscription in zip((one, other), followed, strict=True):
        assert wire.next(subscription) == {"event": "stop"}
        again = wire.call("chainHead_v1_follow", False)
        assert wire.next(again)["finalizedBlockHashes"][-1] == first
    made(still, 1)
    assert one.next(again_of(one))["event"] == "initialized"


def again_of(link: Wire) -> str:
    subscription: str = link.call("chainHead_v1_follow", False)
    return subscription


def test_storage_that_goes_back_is_told(still: Node, link: Wire, composer: Composer) -> None:
    account = composer.metadata.storage("System", "Account")
    key = "0x" + account.key(BOB.public_key).hex()
    [before] = made(still, 1)
    subscription = link.call("state_subscribeStorage", [key])
    [[_, rich_before]] = link.next(subscription)["changes"]
    link.call("author_submitExtrinsic", transfer(composer))
    [after] = made(still, 1)
    assert link.next(subscription)["block"] == after
    link.call("dev_setHead", before)
    assert link.next(subscription) == {"block": before, "changes": [[key, rich_before]]}


def test_what_was_in_a_block_that_is_gone_comes_again(
    still: Node, link: Wire, composer: Composer
) -> None:
    extrinsic = transfer(composer)
    branch = other_branch(still, 1)
    before = composer.free(BOB)
    watch = link.call("author_submitAndWatchExtrinsic", extrinsic)
    [ours] = made(still, 1)
    assert [link.next(watch) for _ in range(3)] == ["ready", {"inBlock": ours}, {"finalized": ours}]
    still.chain.import_block(branch[0])
    assert composer.free(BOB) == before
    assert extrinsic in link.call("author_pendingExtrinsics")
    assert link.quiet()
    [again] = made(still, 1)
    assert composer.free(BOB) == before + TAO
    assert extrinsic in link.call("chain_getBlock", again)["block"]["extrinsics"]


def test_a_watch_of_what_comes_again_begins_anew(
    still: Node, link: Wire, composer: Composer
) -> None:
    """Without resubmission, as `dev_setHead` goes back, the same extrinsic may be sent again."""
    extrinsic = transfer(composer)
    [before] = made(still, 1)
    link.call("author_submitExtrinsic", extrinsic)
    made(still, 1)
    link.call("dev_setHead", before)
    assert extrinsic not in link.call("author_pendingExtrinsics")
    watch = link.call("author_submitAndWatchExtrinsic", extrinsic)
    assert link.next(watch) == "ready"
    [again] = made(still, 1)
    assert [link.next(watch) for _ in range(2)] == [{"inBlock": again}, {"finalized": again}]
