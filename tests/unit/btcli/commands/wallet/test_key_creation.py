"""Keys that are made and restored: never over an old one without its name typed."""

from __future__ import annotations

from typing import Any

import pytest

from btsdk.keys import Keypair
from btsdk.wallet import Wallet
from tests.cli.running import Cli
from tests.unit.btcli.samples import ALICE, BOB

WORDS = "bottom drive obey lake curtain smoke basket hold race lonely fit walk"
PLAIN = ("--no-use-password", "--json-output")


def keys(cli: Cli, *words: str, stdin: str = "") -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = cli.inside("wallet", *words, stdin=stdin).data()["keys"]
    return found


def test_words_are_in_the_result_only_when_asked_for(cli: Cli) -> None:
    done = cli.inside("wallet", "new-coldkey", "-w", "a", *PLAIN, "--reveal-mnemonic")
    (made,) = done.data()["keys"]
    assert Keypair.from_mnemonic(made["mnemonic"]).ss58_address == made["ss58"]
    assert made["mnemonic"] not in done.err
    assert Wallet("a", path=cli.wallets).unlock_coldkey().ss58_address == made["ss58"]


@pytest.mark.parametrize("words", [12, 24])
def test_as_many_words_as_asked_for(cli: Cli, words: int) -> None:
    more = ("--n-words", str(words), "--reveal-mnemonic")
    (made,) = keys(cli, "new-hotkey", "-w", "a", *PLAIN, *more)
    assert len(made["mnemonic"].split()) == words


def test_keys_that_are_there_are_kept_by_create_alone(alice: Cli) -> None:
    coldkey, hotkey = keys(alice, "create", "-w", "alice", *PLAIN)
    assert (coldkey["ss58"], coldkey["created"], hotkey["created"]) == (ALICE, False, False)
    for verb in ("new-coldkey", "new-hotkey"):
        done = alice.inside("wallet", verb, "-w", "alice", *PLAIN)
        assert (done.exit_code, done.error()["code"]) == (4, "key_file_exists")


def test_overwriting_takes_the_name(alice: Cli) -> None:
    words = ("wallet", "regen-coldkey", "-w", "alice", "--mnemonic", WORDS, "--no-use-password")
    assert alice.inside(*words).exit_code == 4
    assert alice.inside(*words, "--overwrite", stdin="bob\n").exit_code == 1
    wallet = Wallet("alice", path=alice.wallets)
    assert wallet.unlock_coldkey().ss58_address == ALICE
    assert alice.inside(*words, "--overwrite", stdin="alice\n").exit_code == 0
    again = Wallet("alice", path=alice.wallets).unlock_coldkey()
    assert again.ss58_address == Keypair.from_mnemonic(WORDS).ss58_address


def test_a_secret_on_the_command_line_is_warned_of_and_a_typed_one_is_not(cli: Cli) -> None:
    typed = cli.inside("wallet", "regen-coldkey", "-w", "a", *PLAIN, stdin=f"{WORDS}\n")
    assert typed.data()["keys"][0]["ss58"] == Keypair.from_mnemonic(WORDS).ss58_address
    assert "command line" not in typed.err
    given = cli.inside("wallet", "regen-hotkey", "-w", "a", *PLAIN, "--mnemonic", WORDS)
    assert "--mnemonic: a secret on the command line" in given.err
    assert WORDS not in given.err


def test_one_secret_at_a_time(cli: Cli) -> None:
    words = ("wallet", "regen-coldkey", "-w", "a", *PLAIN, "--mnemonic", WORDS)
    assert cli.inside(*words, "--seed", "0x" + "11" * 32).exit_code == 2
    assert cli.inside("wallet", "regen-coldkey", "-w", "a", *PLAIN, stdin="\n").exit_code != 0
    assert not (cli.wallets / "a" / "coldkey").exists()


def test_a_well_known_uri_has_to_be_meant(cli: Cli) -> None:
    words = ("wallet", "new-coldkey", "-w", "a", *PLAIN, "--uri", "//Alice")
    error = cli.inside(*words).error()
    assert "anyone can derive its key" in error["message"]
    (made,) = cli.inside(*words, "--insecure").data()["keys"]
    assert made["ss58"] == ALICE


def test_a_public_file_alone_watches(cli: Cli) -> None:
    words = ("wallet", "regen-coldkeypub", "-w", "w", "--json-output")
    assert cli.inside(*words).exit_code == 2
    (made,) = cli.inside(*words, "--ss58", BOB).data()["keys"]
    assert (made["ss58"], made["file"]) == (BOB, str(cli.wallets / "w" / "coldkeypub.txt"))
    assert not (cli.wallets / "w" / "coldkey").exists()
    other = cli.inside(*words, "--ss58", ALICE)
    assert other.exit_code == 4
    assert Wallet("w", path=cli.wallets).coldkeypub.ss58_address == BOB
    hot = cli.inside("wallet", "regen-hotkeypub", "-w", "w", "--json-output", "--ss58", ALICE)
    assert hot.data()["keys"][0]["kind"] == "hotkey"
