"""`tx build`."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.running import Cli
from tests.unit.btcli.commands.tx.conftest import TRANSFER
from tests.unit.btcli.spellings import ALICE, BOB


def test_to_standard_output_and_to_a_file(world: Cli, tmp_path: Path) -> None:
    piped = world.inside("tx", "build", *TRANSFER, "-w", "alice")
    assert piped.exit_code == 0
    document = json.loads(piped.out)
    assert document["signer"] == ALICE
    assert document["call"]["args"] == {"dest": BOB, "value": 1_500_000_000}
    assert document["signature"] is None
    assert "About to sign" in piped.err

    file = tmp_path / "tx.json"
    words = ("tx", "build", *TRANSFER, "-w", "alice", "-f", str(file), "--json")
    data = world.inside(*words).data()
    assert data["file"] == str(file)
    assert data["transaction"] == json.loads(file.read_text())
    again = world.inside(*words)
    assert (again.exit_code, again.error()["code"]) == (2, "usage_error")


def test_the_signer_needs_no_private_key(world: Cli) -> None:
    words = ("tx", "build", *TRANSFER, "--json")
    assert world.inside(*words, "--signer", BOB).data()["transaction"]["signer"] == BOB
    assert world.inside(*words, "--signer", "bob").data()["transaction"]["signer"] == BOB
    world.inside("wallet", "regen-coldkeypub", "-w", "watched", "--ss58", BOB)
    assert world.inside(*words, "-w", "watched").data()["transaction"]["signer"] == BOB


def test_nonce_tip_era_and_json_arguments(world: Cli) -> None:
    given = json.dumps({"dest": BOB, "value": 5})
    words = ("--nonce", "9", "--tip", "0.5", "--period", "64", "-w", "alice", "--json")
    built = world.inside("tx", "build", TRANSFER[0], "--args", given, *words)
    payload = built.data()["transaction"]["payload"]
    assert (payload["nonce"], payload["tip"]) == (9, 500_000_000)
    assert built.data()["preview"]["last_block"] == payload["birth"] + 63


def test_each_command_writes_its_transaction_to_a_file(world: Cli, tmp_path: Path) -> None:
    file = tmp_path / "stake.json"
    words = ("--dest", "bob", "--amount", "2", "-w", "alice")
    data = world.inside("wallet", "transfer", *words, "--unsigned", str(file), "--json").data()
    assert (data["submitted"], data["receipt"]) == (False, None)
    shown = world.inside("tx", "show", str(file), "--json").data()
    assert shown["effects"][0].endswith(f"sends τ2.000000000 to {BOB}")
    assert world.inside("wallet", "transfer", *words, "--unsigned", str(file)).exit_code == 2


def test_a_terminal_is_asked_for_a_file(world: Cli) -> None:
    with world.terminal("tx", "build", *TRANSFER, "-w", "alice") as terminal:
        exit_code, shown = terminal.end()
    assert exit_code == 2
    assert "--file" in shown


def test_what_does_not_fit_the_call(world: Cli) -> None:
    for words, reason in (
        (("Balances.transfer_keep_alive", "dest=bob"), "'value' is missing"),
        (("Balances.transfer_keep_alive", "dest=bob", "value=x"), "value"),
        (("Balances.transfer", "dest=bob", "value=1"), "does not exist"),
        (("Balances", "dest=bob"), "no pallet"),
        (("Balances.transfer_keep_alive", "bob"), "NAME=VALUE"),
        (("Balances.transfer_keep_alive", "dest=bob", "dest=bob"), "twice"),
        (("System.remark", "--args", "[]"), "not a JSON object"),
        (("System.remark", "--args", "{"), "not JSON"),
    ):
        done = world.inside("tx", "build", *words, "-w", "alice", "--json")
        assert done.exit_code in (1, 2)
        assert reason in done.error()["message"]
