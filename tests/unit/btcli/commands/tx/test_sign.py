"""`tx sign`: without a network, and never what does not fit."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from btsdk.keys import Keypair
from btsdk.networks import FINNEY_GENESIS
from btsdk.wallet import Wallet
from btsdk.wallet.passwords import FromFile
from tests.cli.running import Cli

_NO_SOCKET = (
    "import os, sys\n"
    "def refuse(event, arguments):\n"
    "    if event.startswith('socket.') and event != 'socket.gethostname': os._exit(77)\n"
    "sys.addaudithook(refuse)\n"
    "from btcli.main import main\n"
    "sys.exit(main(sys.argv[1:]))\n"
)


def rewritten(file: str, place: str, value: Any) -> str:
    """The file with another value."""
    document = json.loads(Path(file).read_text())
    *outer, last = place.split(".")
    inner = document
    for name in outer:
        inner = inner[name]
    inner[last] = value
    Path(file).write_text(json.dumps(document))
    return file


def test_it_opens_no_socket(world: Cli, built: str) -> None:
    def run(*words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-c", _NO_SOCKET, *words],
            capture_output=True,
            text=True,
            env={**world.variables, "BTSDK_NETWORK": "finney"},
            check=False,
        )

    assert run("wallet", "balance", "-w", "alice").returncode == 77  # the hook works
    done = run("tx", "sign", built, "-y")
    assert done.returncode == 0, done.stderr
    shown = run("tx", "show", built, "--json")
    assert json.loads(shown.stdout)["data"]["signature"] is not None


def test_the_key_is_found_by_the_address(world: Cli, built: str, tmp_path: Path) -> None:
    signed = tmp_path / "signed.json"
    data = world.inside("tx", "sign", built, "-y", "--file", str(signed), "--json").data()
    assert data["signature"] is not None
    assert json.loads(signed.read_text())["signature"]["crypto"] == "sr25519"
    assert json.loads(Path(built).read_text())["signature"] is None


def test_it_is_shown_and_asked_for(world: Cli, built: str) -> None:
    before = Path(built).read_text()
    declined = world.inside("tx", "sign", built, stdin="n\n")
    assert (declined.exit_code, Path(built).read_text()) == (1, before)
    assert "τ1.500000000" in declined.err
    assert world.inside("tx", "sign", built, "--json").error()["code"] == "needs_confirmation"
    assert world.inside("tx", "sign", built, stdin="y\n").exit_code == 0


@pytest.mark.parametrize(
    ("place", "value", "reason"),
    [
        ("payload.nonce", 7, "was changed"),
        ("payload.spec_version", 1, "spec_version 1"),
        ("payload.genesis_hash", FINNEY_GENESIS, "was changed"),
        ("network", "finney", "not for finney"),
        ("expires", "2020-01-01T00:00:00+00:00", "has expired"),
    ],
)
def test_what_does_not_fit_is_refused(
    world: Cli, built: str, place: str, value: Any, reason: str
) -> None:
    done = world.inside("tx", "sign", rewritten(built, place, value), "-y", "--json")
    assert (done.exit_code, done.error()["code"]) == (2, "offline_transaction_error")
    assert reason in done.error()["message"]
    assert json.loads(Path(built).read_text())["signature"] is None


def test_a_wrong_clock_and_the_network_that_is_meant(world: Cli, built: str) -> None:
    rewritten(built, "expires", "2020-01-01T00:00:00+00:00")
    assert world.inside("tx", "sign", built, "-y", "--ignore-clock").exit_code == 0
    for words in (
        ("tx", "sign", built, "--network", "finney"),
        ("-n", "test", "tx", "sign", built),
    ):
        done = world.inside(*words, "-y", "--ignore-clock", "--json")
        assert "not for" in done.error()["message"]


def test_another_wallet_cannot_sign(world: Cli, built: str, tmp_path: Path) -> None:
    done = world.inside("tx", "sign", built, "-w", "bob", "-y", "--json")
    assert "cannot sign" in done.error()["message"]
    nowhere = world.inside("tx", "sign", built, "-p", str(tmp_path / "none"), "-y", "--json")
    assert "no wallet in" in nowhere.error()["message"]


def test_a_hotkey_signs_what_is_built_for_it(world: Cli, tmp_path: Path) -> None:
    file = str(tmp_path / "hot.json")
    words = ("System.remark", "remark=x", "-w", "alice", "--use-hotkey", "--file", file)
    assert world.inside("tx", "build", *words).exit_code == 0
    assert world.inside("tx", "sign", file, "-y").exit_code == 0
    assert world.inside("tx", "sign", file, "-w", "alice", "--use-hotkey", "-y").exit_code == 0


def test_the_password_is_asked_for_after_the_confirmation(world: Cli, tmp_path: Path) -> None:
    locked = Wallet("locked", path=world.wallets)
    file, password = str(tmp_path / "tx.json"), tmp_path / "password"
    password.write_text("a password\n")
    locked.regenerate_coldkey(Keypair.from_uri("//Locked"), FromFile(password))
    words = ("System.remark", "remark=x", "-w", "locked", "--file", file)
    assert world.inside("tx", "build", *words).exit_code == 0  # needs no password
    password.write_text("wrong\n")
    wrong = world.inside("tx", "sign", file, "-y", "--password-file", str(password), "--json")
    assert (wrong.exit_code, wrong.error()["code"]) == (4, "wrong_password")
    password.write_text("a password\n")
    assert world.inside("tx", "sign", file, "-y", "--password-file", str(password)).exit_code == 0
