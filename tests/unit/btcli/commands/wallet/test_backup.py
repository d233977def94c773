"""`btcli wallet backup`."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.running import Cli
from tests.unit.btcli.samples import ALICE

PASSWORD = "a password of the backup"


@pytest.fixture
def backup(alice: Cli) -> tuple[str, ...]:
    (alice.home / "password").write_text(PASSWORD + "\n")
    password = str(alice.home / "password")
    file = str(alice.home / "backup")
    return ("wallet", "backup", "--file", file, "--password-file", password)


@pytest.mark.slow
def test_it_holds_all_keys_encrypted(alice: Cli, backup: tuple[str, ...]) -> None:
    done = alice.inside(*backup, "--json-output")
    data = done.data()
    assert data["file"] == str(alice.home / "backup")
    assert [(key["kind"], key["name"], key["encrypted"]) for key in data["keys"]] == [
        ("coldkey", "alice", False),
        ("hotkey", "default", False),
    ]
    assert data["keys"][0]["ss58"] == ALICE
    content = Path(data["file"]).read_bytes()
    assert content.startswith(b"$BTSDK-BACKUP$\x01\x01")
    assert ALICE.encode() not in content
    assert PASSWORD not in done.out + done.err


def test_it_replaces_no_file(alice: Cli, backup: tuple[str, ...]) -> None:
    (alice.home / "backup").write_text("x")
    done = alice.inside(*backup, "--json-output")
    assert done.error()["code"] == "key_file_exists"
    assert (alice.home / "backup").read_text() == "x"


def test_what_cannot_be_backed_up(alice: Cli, backup: tuple[str, ...]) -> None:
    assert alice.inside(*backup, "-w", "bob").exit_code == 4
    assert alice.inside(*backup, "--wallets", "../alice").exit_code == 2
    assert alice.inside(*backup[:-2], "--json-output").error()["code"] == "wallet_error"
    (alice.wallets / "alice" / "coldkey").write_text("{")
    assert alice.inside(*backup).exit_code == 4
    assert not (alice.home / "backup").exists()
