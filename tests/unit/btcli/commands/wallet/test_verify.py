"""`btcli wallet verify`."""

from __future__ import annotations

import pytest

from btsdk.keys import Keypair
from btsdk.keys.messages import wrapped
from tests.cli.running import Cli

KEY = Keypair.from_uri("//Alice")
VERIFY = ("wallet", "verify", "-m", "hello", "--json-output")


def signature(data: bytes) -> str:
    return "0x" + KEY.sign(data).hex()


@pytest.mark.parametrize("signer", [KEY.ss58_address, "0x" + KEY.public_key.hex()])
@pytest.mark.parametrize(("data", "form"), [(wrapped(b"hello"), "wrapped"), (b"hello", "raw")])
def test_both_forms_are_checked(cli: Cli, signer: str, data: bytes, form: str) -> None:
    found = cli.inside(*VERIFY, "-s", signature(data), "-a", signer).data()
    assert (found["ss58"], found["valid"], found["form"]) == (KEY.ss58_address, True, form)


@pytest.mark.parametrize(
    ("signed", "exit_code", "code"),
    [
        (signature(b"hullo"), 1, "bad_signature"),
        ("0x00", 1, "bad_signature"),
        ("zz", 2, "usage_error"),
    ],
)
def test_what_is_no_signature(cli: Cli, signed: str, exit_code: int, code: str) -> None:
    done = cli.inside(*VERIFY, "-s", signed, "-a", KEY.ss58_address)
    assert (done.exit_code, done.error()["code"]) == (exit_code, code)
