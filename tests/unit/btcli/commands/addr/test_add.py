"""`btcli addr add`."""

from __future__ import annotations

import json

import pytest

from tests.cli.running import Cli
from tests.unit.btcli.samples import ALICE, BOB


def test_a_name_is_saved_and_understood(alice: Cli) -> None:
    data = alice.inside("addr", "add", "bobby", BOB, "--note", "a friend", "--json").data()
    file = alice.home / "addresses.json"
    assert data["address"] == {
        "name": "bobby",
        "ss58": BOB,
        "note": "a friend",
        "proxy": None,
        "multisig": None,
        "file": str(file),
    }
    assert json.loads(file.read_text())["addresses"]["bobby"]["address"] == BOB
    signature = "0x" + "00" * 64
    done = alice.inside("wallet", "verify", "-m", "x", "-s", signature, "-a", "bobby")
    assert f"bobby is {BOB}" in done.err


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("alice", BOB), "usage_error"),
        (("default", BOB), "usage_error"),
        (("bobby", BOB[:-1] + "1"), "address_error"),
        (("bobby", "alice"), "address_error"),
        (("two words", BOB), "usage_error"),
    ],
)
def test_what_is_refused(alice: Cli, words: tuple[str, ...], code: str) -> None:
    done = alice.inside("addr", "add", *words, "--json")
    assert (done.exit_code, done.error()["code"]) == (2, code)
    assert not (alice.home / "addresses.json").exists()


def test_a_secret_in_the_wrong_place_is_not_repeated(alice: Cli) -> None:
    secret = "zoo wagon zebra youth yard wolf violin vivid vault unveil tuition vacuum"
    for words in ((secret, BOB), ("bobby", secret), tuple(secret.split())):
        done = alice.inside("addr", "add", *words)
        assert done.exit_code == 2
        assert "wagon" not in done.out + done.err


def test_it_is_replaced_only_with_overwrite(alice: Cli) -> None:
    alice.inside("addr", "add", "bobby", BOB, "--json").data()
    error = alice.inside("addr", "add", "bobby", ALICE, "--json").error()
    assert BOB in error["message"]
    assert "--overwrite" in error["hint"]
    data = alice.inside("addr", "add", "bobby", ALICE, "--overwrite", "--json").data()
    assert data["address"]["ss58"] == ALICE
