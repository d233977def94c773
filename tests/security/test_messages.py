"""A signature over a message must not be worth anything to a chain."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from btsdk import Batch, Tao, Transfer
from btsdk.client import Client
from btsdk.errors import TransactionRefused, UsageError
from btsdk.keys import Keypair
from btsdk.keys.messages import payload_like, sign_message
from btsdk.tx.prepare import Plan
from btsdk.wallet import Wallet
from local_node import LocalChain
from tests.cli.running import Cli, Done

ALICE = Keypair.from_uri("//Alice")
BOB = Keypair.from_uri("//Bob").ss58_address
RAW_CONFIRMATION = "sign raw bytes\n"


def _theft(client: Client, parts: int) -> Plan:
    """A payload that takes Alice's TAO: over 256 bytes for many parts, and signed as its hash."""
    transfers = [Transfer(BOB, Tao.parse("1000")) for _ in range(parts)]
    return client.prepare(Batch(tuple(transfers)), ALICE)


@pytest.mark.parametrize("parts", [1, 8])
def test_a_signed_message_moves_nothing(parts: int) -> None:
    with LocalChain() as chain:
        client = chain.client
        plan = _theft(client, parts)
        assert (len(plan.payload.payload) == 32) == (parts == 8)
        before = client.head().balance(BOB).free
        with pytest.raises(UsageError, match="the signature is not by"):
            plan.signed(sign_message(ALICE, plan.payload.payload))
        forged = plan.signed(ALICE.sign(plan.payload.payload))
        forged = type(forged)(
            forged.unsigned, sign_message(ALICE, plan.payload.payload), forged.crypto
        )
        with pytest.raises(TransactionRefused, match="BadProof"):
            client.submit(forged)
        assert client.head().balance(BOB).free == before
        # What is attacked is real: signed as bare bytes, the same "message" is the transaction.
        client.submit(plan.signed(ALICE.sign(plan.payload.payload)))
        assert client.head().balance(BOB).free > before


@pytest.mark.parametrize("period", [None, 4, 64, 65_536])
@pytest.mark.parametrize("check_metadata", [False, True])
def test_every_payload_is_known_as_one(period: int | None, check_metadata: bool) -> None:
    with LocalChain() as chain:
        client = chain.client
        for parts in (1, 2, 8):
            plan = client.prepare(
                Batch(tuple(Transfer(BOB, Tao.parse("1")) for _ in range(parts))),
                ALICE,
                period=period,
                check_metadata=check_metadata,
                tip=Tao.parse("123456.789"),
            )
            assert payload_like(plan.payload.payload)


@pytest.fixture
def cli(tmp_path: Path) -> Cli:
    made = Cli(tmp_path)
    wallet = Wallet(path=made.wallets)
    wallet.regenerate_coldkey(ALICE, None)
    wallet.regenerate_hotkey(ALICE)
    return made


def _sign(cli: Cli, message: bytes, *words: str, stdin: str = "") -> Done:
    return cli("wallet", "sign", "-m", os.fsdecode(message), *words, stdin=stdin)


@pytest.mark.parametrize("key", [(), ("--use-hotkey",)])
def test_raw_refuses_payloads_for_every_key(cli: Cli, key: tuple[str, ...]) -> None:
    with LocalChain() as chain:
        hashed = _theft(chain.client, 8).payload.payload.replace(
            b"\0", b"\1"
        )  # no NUL fits in argv
    for message in (hashed, b"login at 2026-11-29T12:00:00.000"):
        done = _sign(cli, message, "--raw", "--json", *key, stdin=RAW_CONFIRMATION)
        assert (done.exit_code, done.error()["code"]) == (2, "usage_error")
        assert "0x" not in done.out


def test_raw_with_a_coldkey_must_be_typed(cli: Cli) -> None:
    for words in (("--json",), ("-y",), ("--no-prompt", "--json")):
        assert _sign(cli, b"hello", "--raw", *words, stdin=RAW_CONFIRMATION).exit_code == 2
    for answer in ("y\n", "yes\n", "\n", ""):
        done = _sign(cli, b"hello", "--raw", stdin=answer)
        assert done.exit_code != 0
        assert "signature" not in done.out
    done = _sign(cli, b"hel\x1b[2Jlo", "--raw", stdin=RAW_CONFIRMATION)
    assert done.exit_code == 0
    assert "hel\\x1b[2Jlo" in done.err  # what is signed is shown, and repaints nothing
    assert "\x1b" not in done.err
    shown = done.err.splitlines()
    assert "    hex   0x" + b"hel\x1b[2Jlo".hex() in shown
    signature = done.out.split()[-1]
    assert ALICE.verify(bytes.fromhex(signature[2:]), b"hel\x1b[2Jlo")


def test_verify_says_which_form_was_signed(cli: Cli) -> None:
    signed = _sign(cli, b"hello", "--json").data()
    raw = _sign(cli, b"hello", "--raw", "--use-hotkey", "--json").data()
    assert (signed["form"], raw["form"]) == ("wrapped", "raw")
    assert not ALICE.verify(bytes.fromhex(signed["signature"][2:]), b"hello")
    for made in (signed, raw):
        words = ("wallet", "verify", "-m", "hello", "-s", made["signature"], "-a", made["ss58"])
        assert cli(*words, "--json").data()["form"] == made["form"]
    assert "raw bytes" in cli(*words).out
