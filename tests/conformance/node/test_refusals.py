"""What the node answers to extrinsics that it does not want: Substrate's codes, word for word."""

from __future__ import annotations

from typing import Any

import pytest

from btsdk.extrinsic import Era, encode_unsigned
from btsdk.keys import Keypair
from local_node.process.node import Node
from tests.runtimes import RUNTIMES, Ground
from tests.wire import Composer, Wire, WireError

pytestmark = pytest.mark.parametrize("ground", RUNTIMES)

ALICE = Keypair.from_uri("//Alice")
BOB = Keypair.from_uri("//Bob")
NOBODY = Keypair.from_uri("//Nobody//of//them")
TAO = 1_000_000_000
INVALID = "Invalid Transaction"
BAD_SIGNATURE = "Transaction has a bad signature"


def refused(link: Wire, extrinsic: str) -> tuple[int, str, Any]:
    with pytest.raises(WireError) as error:
        link.call("author_submitExtrinsic", extrinsic)
    return error.value.code, error.value.message, error.value.data


def transfer(composer: Composer, nonce: int = 0, **different: Any) -> str:
    return composer.signed(ALICE, composer.transfer(BOB, TAO), nonce, **different)


@pytest.mark.parametrize(
    "different",
    [
        {"genesis_hash": bytes(32)},
        {"era_block_hash": bytes(32)},
        {"spec_version": 1},
        {"transaction_version": 2},
        {"signature": bytes(64)},
        {"signature": b"\xff" * 64},
    ],
    ids=lambda different: next(iter(different)),
)
def test_what_was_signed_for_elsewhere_is_badly_signed(
    link: Wire, composer: Composer, different: dict[str, Any]
) -> None:
    """The chain fills in its own genesis and versions, so what differs there breaks the proof."""
    assert refused(link, transfer(composer, **different)) == (1010, INVALID, BAD_SIGNATURE)
    assert composer.nonce(ALICE) == 0


def test_somebody_elses_signature_is_bad(link: Wire, composer: Composer) -> None:
    signature = BOB.sign(b"something else")
    answer = refused(link, transfer(composer, signature=signature))
    assert answer == (1010, INVALID, BAD_SIGNATURE)


def test_a_nonce_that_is_spent_is_outdated(link: Wire, composer: Composer) -> None:
    link.call("author_submitExtrinsic", transfer(composer))
    again = composer.signed(ALICE, composer.transfer(BOB, 2 * TAO), 0)
    assert refused(link, again) == (1010, INVALID, "Transaction is outdated")


def test_a_later_nonce_waits_for_those_before_it(link: Wire, composer: Composer) -> None:
    before = composer.free(BOB)
    second = link.call("author_submitExtrinsic", transfer(composer, nonce=1))
    assert link.call("author_pendingExtrinsics") == []
    assert composer.free(BOB) == before
    first = link.call("author_submitExtrinsic", transfer(composer, nonce=0))
    assert first != second
    assert composer.free(BOB) == before + 2 * TAO
    assert composer.nonce(ALICE) == 2


def test_an_era_that_begins_with_a_block_not_yet_made(still: Node, composer: Composer) -> None:
    for _ in range(6):
        still.chain.author_block()
    best = still.chain.best
    era = Era.mortal(64, best.number + 1)
    extrinsic = transfer(composer, era=era, era_block_hash=best.hash)
    answer = refused(composer.node, extrinsic)
    assert answer == (1010, INVALID, "Transaction has an ancient birth block")


def test_an_era_that_has_ended(still: Node, composer: Composer) -> None:
    """The chain takes the next era with the same phase, and the signature names another block."""
    while still.chain.best.number < 9:
        still.chain.author_block()
    born = still.chain.hash_at(4)
    assert born is not None
    extrinsic = transfer(composer, era=Era.mortal(4, 4), era_block_hash=born)
    assert refused(composer.node, extrinsic) == (1010, INVALID, BAD_SIGNATURE)


def test_an_era_ends_while_the_extrinsic_waits(still: Node, composer: Composer) -> None:
    best = still.chain.author_block()
    era = Era.mortal(4, best.number)
    extrinsic = transfer(composer, nonce=1, era=era, era_block_hash=best.hash)
    subscription = composer.node.call("author_submitAndWatchExtrinsic", extrinsic)
    assert composer.node.next(subscription) == "future"
    for _ in range(5):
        still.chain.author_block()
    assert composer.node.next(subscription) == "invalid"


def test_who_cannot_pay_the_fee(link: Wire, composer: Composer) -> None:
    poor = composer.signed(NOBODY, composer.transfer(BOB, 1), 0)
    answer = refused(link, poor)
    assert answer == (
        1010,
        INVALID,
        "Inability to pay some fees (e.g. account balance too low)",
    )
    assert refused(link, poor)[:2] == (1012, "Transaction is temporarily banned")


def test_the_same_again(still: Node, composer: Composer) -> None:
    extrinsic = transfer(composer)
    name = composer.node.call("author_submitExtrinsic", extrinsic)
    answer = refused(composer.node, extrinsic)
    assert answer == (1013, "Transaction Already Imported", name)
    still.chain.author_block()
    assert refused(composer.node, extrinsic)[:2] == (1012, "Transaction is temporarily banned")


def test_a_rival_with_no_more_priority(still: Node, composer: Composer, ground: Ground) -> None:
    """A tip buys no priority on this chain; 218 gives all of it to everybody."""
    priority = 2**64 - 1 if ground.is_compiled else 1
    composer.node.call("author_submitExtrinsic", transfer(composer))
    rival = composer.signed(ALICE, composer.transfer(BOB, 2 * TAO), 0, tip=TAO)
    assert refused(composer.node, rival) == (
        1014,
        f"Priority is too low: ({priority} vs {priority})",
        "The transaction has too low priority to replace another transaction already in the pool.",
    )


def test_an_unsigned_call_that_needs_a_signature(link: Wire, composer: Composer) -> None:
    extrinsic = "0x" + encode_unsigned(composer.transfer(BOB, TAO)).hex()
    answer = refused(link, extrinsic)
    assert answer == (1011, "Unknown Transaction Validity", "NoUnsignedValidator")


@pytest.mark.parametrize(
    "extrinsic", ["0x", "0x00", "0x04", "0x0400", "0x1004ffffff", "0x" + "ff" * 64, "0xfeffffffff"]
)
def test_bytes_that_are_no_extrinsic(link: Wire, extrinsic: str) -> None:
    code, message, data = refused(link, extrinsic)
    if code == 1040:
        assert message.startswith("Client error: Could not decode `OpaqueExtrinsic.0`:\n\t")
        assert data is None
    else:
        reason = "Execution failed: "
        assert code == 1002
        assert message.startswith(f"Verification Error: Runtime error: {reason}")
        assert data.startswith(f'RuntimeApi("{reason}')
    assert link.call("author_pendingExtrinsics") == []


def test_an_extrinsic_with_one_byte_changed(link: Wire, composer: Composer) -> None:
    """Every byte matters: none of them may be changed without being found out."""
    good = bytes.fromhex(transfer(composer)[2:])
    nonce = composer.nonce(ALICE)
    for at in range(len(good)):
        bad = bytearray(good)
        bad[at] ^= 0x55
        assert refused(link, "0x" + bad.hex())[0] in (1002, 1010, 1011, 1040), at
    assert composer.nonce(ALICE) == nonce
