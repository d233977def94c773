"""What a node tells by itself: heads, storage, versions, and the life of an extrinsic."""

from __future__ import annotations

import pytest

from btsdk.keys import Keypair
from local_node.process.node import Node
from tests.conformance.node.conftest import Connect
from tests.runtimes import RUNTIMES, Ground
from tests.wire import Composer, Wire

pytestmark = pytest.mark.parametrize("ground", RUNTIMES)

ALICE = Keypair.from_uri("//Alice")
BOB = Keypair.from_uri("//Bob")
TAO = 1_000_000_000


def watched(composer: Composer, extrinsic: str) -> str:
    subscription: str = composer.node.call("author_submitAndWatchExtrinsic", extrinsic)
    return subscription


def transfer(composer: Composer, nonce: int = 0) -> str:
    return composer.signed(ALICE, composer.transfer(BOB, TAO), nonce)


def usurper(composer: Composer, nonce: int = 0) -> str:
    """An operational call goes before every normal one."""
    call = composer.call("System", "kill_storage", keys=[])
    return composer.signed(ALICE, call, nonce)


def test_an_extrinsic_from_the_pool_to_finality(still: Node, composer: Composer) -> None:
    subscription = watched(composer, transfer(composer))
    assert composer.node.next(subscription) == "ready"
    block = "0x" + still.chain.author_block().hash.hex()
    assert composer.node.next(subscription) == {"inBlock": block}
    assert composer.node.next(subscription) == {"finalized": block}
    assert composer.node.quiet()
    assert composer.node.call("author_unwatchExtrinsic", subscription) is True
    assert composer.node.call("author_unwatchExtrinsic", subscription) is False


def test_on_demand_the_block_comes_with_the_extrinsic(node: Node, composer: Composer) -> None:
    subscription = watched(composer, transfer(composer))
    assert composer.node.next(subscription) == "ready"
    included = composer.node.next(subscription)["inBlock"]
    assert composer.node.next(subscription) == {"finalized": included}
    block = composer.node.call("chain_getBlock", included)["block"]
    assert transfer(composer)[-64:] == block["extrinsics"][-1][-64:]


def test_the_future_comes(still: Node, composer: Composer) -> None:
    later = watched(composer, transfer(composer, nonce=1))
    assert composer.node.next(later) == "future"
    watched(composer, transfer(composer, nonce=0))
    assert composer.node.next(later) == "ready"
    assert len(composer.node.call("author_pendingExtrinsics")) == 2


def test_one_takes_the_place_of_another(still: Node, composer: Composer, ground: Ground) -> None:
    if ground.is_compiled:
        pytest.skip("218 gives every extrinsic the highest priority there is")
    first = watched(composer, transfer(composer))
    assert composer.node.next(first) == "ready"
    second = watched(composer, usurper(composer))
    usurped = composer.node.next(first)
    pending = composer.node.call("author_pendingExtrinsics")
    assert pending == [usurper(composer)] or len(pending) == 1
    assert composer.node.next(second) == "ready"
    assert set(usurped) == {"usurped"}
    removed = composer.node.call("author_removeExtrinsic", [{"hash": usurped["usurped"]}])
    assert removed == [usurped["usurped"]]
    assert composer.node.next(second) == "invalid"


def test_what_a_block_makes_impossible_is_invalid(still: Node, composer: Composer) -> None:
    waiting = watched(composer, transfer(composer))
    assert composer.node.next(waiting) == "ready"
    rival = bytes.fromhex(usurper(composer)[2:])
    still.chain.author_block([rival], only=True)
    assert composer.node.next(waiting) == "invalid"


@pytest.mark.parametrize(
    ("subscribe", "unsubscribe"),
    [
        ("chain_subscribeNewHeads", "chain_unsubscribeNewHeads"),
        ("chain_subscribeNewHead", "chain_unsubscribeNewHead"),
        ("chain_subscribeAllHeads", "chain_unsubscribeAllHeads"),
        ("chain_subscribeFinalizedHeads", "chain_unsubscribeFinalizedHeads"),
        ("chain_subscribeFinalisedHeads", "chain_unsubscribeFinalisedHeads"),
    ],
)
def test_heads(still: Node, link: Wire, subscribe: str, unsubscribe: str) -> None:
    best = still.chain.best.number
    subscription = link.call(subscribe)
    assert link.next(subscription) == link.call("chain_getHeader")
    made = [still.chain.author_block() for _ in range(3)]
    heads = [link.next(subscription) for _ in range(3)]
    assert [int(head["number"], 16) for head in heads] == [best + 1, best + 2, best + 3]
    assert heads == [link.call("chain_getHeader", "0x" + block.hash.hex()) for block in made]
    assert heads[1]["parentHash"] == "0x" + made[0].hash.hex()
    assert link.call(unsubscribe, subscription) is True
    still.chain.author_block()
    assert link.quiet()


def test_storage(still: Node, link: Wire, composer: Composer) -> None:
    account = composer.metadata.storage("System", "Account")
    bob, nobody = account.key(BOB.public_key), account.key(bytes(32))
    subscription = link.call("state_subscribeStorage", ["0x" + bob.hex(), "0x" + nobody.hex()])
    first = link.next(subscription)
    values = dict(first["changes"])
    assert values["0x" + nobody.hex()] is None
    before = account.decode(bytes.fromhex(values["0x" + bob.hex()][2:]))["data"]["free"]
    still.chain.author_block()
    assert link.quiet()
    link.call("author_submitExtrinsic", transfer(composer))
    made = still.chain.author_block()
    change = link.next(subscription)
    assert change["block"] == "0x" + made.hash.hex()
    [(key, value)] = change["changes"]
    assert key == "0x" + bob.hex()
    assert account.decode(bytes.fromhex(value[2:]))["data"]["free"] == before + TAO


def test_all_storage(still: Node, link: Wire, composer: Composer) -> None:
    subscription = link.call("state_subscribeStorage")
    still.chain.author_block()
    changed = dict(link.next(subscription)["changes"])
    number = composer.metadata.storage("System", "Number")
    assert number.decode(bytes.fromhex(changed["0x" + number.key().hex()][2:])) == (
        still.chain.best.number
    )


def test_the_version(still: Node, link: Wire) -> None:
    subscription = link.call("state_subscribeRuntimeVersion")
    assert link.next(subscription) == link.call("state_getRuntimeVersion")
    still.chain.author_block()
    assert link.quiet()


def test_each_connection_has_its_own(still: Node, connect: Connect) -> None:
    one, other = connect(), connect()
    first, second = (wire.call("chain_subscribeNewHeads") for wire in (one, other))
    assert one.next(first) == other.next(second)
    assert one.call("chain_unsubscribeNewHeads", second) is False
    assert one.call("chain_unsubscribeNewHeads", first) is True
    made = still.chain.author_block()
    assert int(other.next(second)["number"], 16) == made.number
    assert one.quiet()


def test_a_connection_that_goes_takes_its_subscriptions(still: Node, connect: Connect) -> None:
    one, other = connect(), connect()
    for _ in range(20):
        one.call("chain_subscribeNewHeads")
        one.call("state_subscribeStorage")
    one.close()
    subscription = other.call("chain_subscribeNewHeads")
    for _ in range(3):
        still.chain.author_block()
    numbers = [int(other.next(subscription)["number"], 16) for _ in range(4)]
    assert numbers == list(range(numbers[0], numbers[0] + 4))


def test_a_connection_has_a_limit(link: Wire) -> None:
    for _ in range(1024):
        link.call("state_subscribeRuntimeVersion")
    answer = link.raw('{"jsonrpc":"2.0","id":"x","method":"chain_subscribeNewHeads"}')
    assert answer["error"]["code"] == -32006
    assert answer["id"] == "x"


def test_while_blocks_come_by_themselves_heads_are_in_order(node: Node, link: Wire) -> None:
    """Subscribing races with the block timer: nothing may be lost, doubled, or out of order."""
    subscriptions = [link.call("chain_subscribeNewHeads") for _ in range(4)]
    for subscription in subscriptions:
        numbers = [int(link.next(subscription)["number"], 16) for _ in range(3)]
        assert numbers == list(range(numbers[0], numbers[0] + 3))
