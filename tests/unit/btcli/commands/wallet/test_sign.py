"""`btcli wallet sign`."""

from __future__ import annotations

import pytest

from btsdk.keys import Keypair, verify
from btsdk.keys.messages import wrapped
from tests.cli.running import Cli

SIGN = ("wallet", "sign", "-w", "alice", "--json-output")


@pytest.mark.parametrize(("options", "uri"), [((), "//Alice"), (("--use-hotkey",), "//alice//hot")])
def test_the_message_is_wrapped(alice: Cli, options: tuple[str, ...], uri: str) -> None:
    data = alice.inside(*SIGN, "-m", "hello", *options).data()
    key = Keypair.from_uri(uri)
    assert (data["ss58"], data["form"]) == (key.ss58_address, "wrapped")
    signature = bytes.fromhex(data["signature"][2:])
    assert verify(signature, wrapped(b"hello"), key.public_key)
    assert not verify(signature, b"hello", key.public_key)


def test_bare_bytes_of_a_hotkey(alice: Cli) -> None:
    data = alice.inside(*SIGN, "-m", "hello", "--raw", "--use-hotkey").data()
    key = Keypair.from_uri("//alice//hot").public_key
    assert data["form"] == "raw"
    assert verify(bytes.fromhex(data["signature"][2:]), b"hello", key)


def test_bare_bytes_of_a_coldkey_are_asked_about(alice: Cli) -> None:
    error = alice.inside(*SIGN, "-m", "hello", "--raw").error()
    assert error["code"] == "needs_confirmation"
