"""Warnings where secrets may be seen by others."""

from __future__ import annotations

from pathlib import Path

import pytest

from btcli.accounts import key_warnings
from btsdk.wallet import Finding, Wallet
from btsdk.wallet.checking import Problem
from tests.cli.running import Cli
from tests.unit.btcli.samples import context

Captured = pytest.CaptureFixture[str]


def test_secrets_on_the_command_line_are_named(tmp_path: Path, capsys: Captured) -> None:
    run = context(tmp_path, quiet=True)
    key_warnings.of_secret(run, mnemonic=None, seed=None)
    assert capsys.readouterr().err == ""
    key_warnings.of_secret(run, mnemonic="a b c", json_password="x", seed=None)
    said = capsys.readouterr().err
    assert said.startswith("Warning: --mnemonic and --json-password: a secret")
    assert "a b c" not in said


def test_each_finding_is_a_line(tmp_path: Path, capsys: Captured) -> None:
    found = [Finding(Problem.OPEN_FOLDER, tmp_path, message) for message in ("one", "two")]
    key_warnings.of_findings(context(tmp_path), found)
    assert capsys.readouterr().err.splitlines() == [
        f"Warning: {tmp_path}: one",
        f"Warning: {tmp_path}: two",
    ]


def test_a_key_that_others_can_read(alice: Cli, capsys: Captured) -> None:
    stored = Wallet("alice", path=alice.wallets).coldkey
    key_warnings.of_modes(context(alice.wallets), stored)
    assert capsys.readouterr().err == ""
    stored.private.chmod(0o644)
    key_warnings.of_modes(context(alice.wallets), stored)
    assert str(stored.private) in capsys.readouterr().err
