"""`btcli wallet change-password`."""

from __future__ import annotations

from pathlib import Path

import pytest

from btsdk.keys import Keypair
from btsdk.wallet import Wallet, encryption
from btsdk.wallet.passwords import FromFile
from tests.cli.running import Cli
from tests.unit.btcli.samples import ALICE

CHANGE = ("wallet", "change-password", "-w", "alice", "--json-output")


def password(cli: Cli, text: str) -> Path:
    file = cli.home / f"{text}.password"
    file.write_text(f"{text}\n")
    return file


def locked(cli: Cli, text: str) -> Wallet:
    wallet = Wallet("alice", path=cli.wallets, kdf=encryption.TESTING)
    wallet.regenerate_coldkey(Keypair.from_uri("//Alice"), FromFile(password(cli, text)))
    return wallet


@pytest.mark.slow  # a new password takes the whole of Argon2
def test_the_key_stays_and_the_password_changes(cli: Cli) -> None:
    wallet = locked(cli, "old one")
    new = password(cli, "new one")
    old = ("--password-file", str(password(cli, "old one")))
    (made,) = cli.inside(*CHANGE, *old, "--new-password-file", str(new)).data()["keys"]
    assert (made["ss58"], made["encrypted"], made["created"]) == (ALICE, True, False)
    assert wallet.coldkey.unlock(FromFile(new)).ss58_address == ALICE
    again = cli.inside(*CHANGE, *old, "--new-password-file", str(new))
    assert (again.exit_code, again.error()["code"]) == (4, "wrong_password")


def test_a_readable_key_has_to_be_confirmed(cli: Cli) -> None:
    wallet = locked(cli, "old one")
    words = (*CHANGE, "--password-file", str(password(cli, "old one")), "--remove-password")
    assert cli.inside(*words).error()["code"] == "needs_confirmation"
    assert wallet.coldkey.encrypted
    (made,) = cli.inside(*words, "--no-prompt").data()["keys"]
    assert made["encrypted"] is False
    assert Wallet("alice", path=cli.wallets).unlock_coldkey().ss58_address == ALICE


def test_a_new_password_has_to_come_from_somewhere(cli: Cli) -> None:
    locked(cli, "old one")
    error = cli.inside(*CHANGE, "--password-file", str(password(cli, "old one"))).error()
    assert error["hint"] == "Use --new-password-file."
