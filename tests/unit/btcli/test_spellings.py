"""Every spelling of the table is understood at the command's own door, or refused with a reason.

Each option is run in the spelling that help shows; the command's parser then holds that every other
spelling says the same, which is quicker than running them all.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from typer.core import TyperCommand

from btcli import app
from btcli.catalogue import find_group, find_verb
from btsdk.keys import Keypair
from btsdk.keys.sealed_messages import seal_message
from btsdk.wallet import Wallet
from tests.cli.running import Cli
from tests.unit.btcli.spellings import (
    BASE,
    BOB,
    CHAIN,
    EVERY_TRANSACTION,
    EVERYWHERE,
    INSTEAD,
    NOWHERE,
    OWN,
    REFUSED,
    TRANSACTIONS,
    Row,
    line,
    spelled,
    words,
)

MNEMONIC = "bottom drive obey lake curtain smoke basket hold race lonely fit walk"
BELONGS_TO_THE_COMMAND = {
    # Here these options say what to remember or to forget, or whose signature it is.
    "config set": {"--network"},
    "config clear": {"--wallet-name", "--hotkey", "--wallet-path", "--network"},
    "config add-proxy": {"--wallet-name"},  # its --name is the proxy's
    "config remove-proxy": {"--wallet-name"},
    "config update-proxy": {"--wallet-name"},
}


def rows(command: str) -> list[Row]:
    """All rows of a command."""
    elsewhere = BELONGS_TO_THE_COMMAND.get(command, set())
    everywhere = [row for row in EVERYWHERE if row[0].split()[0] not in elsewhere]
    if command == "wallet verify":
        everywhere = [(shown, others.replace("-p ", "")) for shown, others in everywhere]
    transactions = EVERY_TRANSACTION if command in TRANSACTIONS else ()
    return [*everywhere, *transactions, *OWN.get(command, ())]


def together(command: str) -> Iterator[str]:
    """Options that may stand beside one another, in one line; then those that may not."""
    alone = ("--prompt", "--no", "-v", "--dry-run", "--no-wait", "--announce-only", "--no-mev")
    kept = [row[0] for row in rows(command) if row not in OWN.get(command, ())]
    first: dict[str, str] = {}
    for shown in kept:
        if not shown.startswith(alone) and shown.split()[0] not in first:
            first[shown.split()[0]] = shown
    yield " ".join(first.values())
    yield from (shown for shown in kept if shown not in first.values())
    yield from (row[0] for row in OWN.get(command, ()))


SPELLINGS = [(command, said) for command in BASE for said in together(command)]
WAYS = [
    (command, spelling)
    for command, ways in INSTEAD.items()
    for way in ways
    for spelling in spelled(way)
]
SAME = [
    (command, row[0], spelling)
    for command in BASE
    for row in rows(command)
    for spelling in spelled(row)[1:]
]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Cli:
    """One wallet with two hotkeys, and one with an ed25519 key."""
    made = Cli(tmp_path_factory.mktemp("spellings"))
    Wallet("alice", path=made.wallets).regenerate_coldkey(Keypair.from_uri("//Alice"), None)
    for name in ("default", "second"):
        wallet = Wallet("alice", name, made.wallets)
        wallet.regenerate_hotkey(Keypair.from_uri(f"//Alice//{name}"))
    ed = Wallet("ed", path=made.wallets)
    ed.regenerate_coldkey(Keypair.from_uri("//Ed", crypto="ed25519"), None)
    return Cli(made.home, {"BTSDK_WALLET_NAME": "alice", "BTSDK_NETWORK": NOWHERE})


def understood(home: Cli, command: str, said: str) -> None:
    """Run it: a chain's command gets as far as connecting, another one to its end."""
    for leftover in (home.wallets / "made", home.home / "config.json"):
        shutil.rmtree(leftover, ignore_errors=True)
        Path(leftover).unlink(missing_ok=True)
    saved = {"addresses": {"saved-name": {"address": BOB}}}
    (home.home / "addresses.json").write_text(json.dumps(saved))
    other = "ed" if command == "wallet decrypt" else "alice"
    makes_keys = command.startswith(("wallet new", "wallet regen", "wallet import"))
    given = {
        "WALLETS": str(home.wallets),
        "WORDS": MNEMONIC,
        "KEYFILE": str(home.wallets / "alice" / "coldkey"),
        "CIPHERTEXT": seal_message(
            b"hello", Keypair.from_uri("//Ed", crypto="ed25519").public_key
        ).hex(),
        "alice": "made" if makes_keys else other,
    }
    done = home.inside(*command.split(), *(given.get(word, word) for word in words(said)))
    expected = {0}
    if command == "stake wizard":
        expected = {2, 3}  # it only asks: not with --no-prompt
    elif command in CHAIN:
        expected = {3}
    elif command == "wallet verify":
        expected = {1}  # the signature is of nobody
    elif command == "wallet change-password":
        expected = {0, 1, 2}  # declined by --no; nobody answers --prompt
    assert done.exit_code in expected, done
    assert "No such option" not in done.err


def plain(command: str, spelling: str) -> bool:
    """Whether the command would ask, which nobody answers here."""
    return command == "wallet change-password" and "--no-prompt" not in spelling


@pytest.mark.parametrize(("command", "spelling"), SPELLINGS)
def test_a_spelling_is_understood(home: Cli, command: str, spelling: str) -> None:
    yes = " -y" if plain(command, spelling) else ""
    understood(home, command, line(command, spelling) + yes)


@pytest.mark.parametrize(("command", "said"), WAYS)
def test_a_way_to_say_it_is_understood(home: Cli, command: str, said: str) -> None:
    understood(home, command, said)


@pytest.mark.parametrize(("command", "shown", "spelling"), SAME)
def test_all_spellings_mean_the_same(command: str, shown: str, spelling: str) -> None:
    assert parsed(command, spelling) == parsed(command, shown)


@pytest.mark.parametrize(("command", "said", "reason"), REFUSED)
def test_what_cannot_be_is_refused_with_the_reason(
    home: Cli, command: str, said: str, reason: str
) -> None:
    done = home.inside(*command.split(), *words(said), "--json-output", "--no-prompt")
    assert done.exit_code == 2, done
    error = done.error()
    assert error["code"] in {"usage_error", "address_error", "needs_confirmation"}
    assert reason in error["message"]
    assert "No such option" not in error["message"]
    assert error["message"]


@pytest.mark.parametrize("command", BASE)
def test_help_is_silent_of_what_is_only_taken(home: Cli, command: str) -> None:
    shown = home.inside(*command.split(), "--help").out
    assert "--dashboard" not in shown
    assert ("--network" in shown) is (command in CHAIN or command in ("config set", "config clear"))


@pytest.mark.parametrize("said", ["--netuids 1,2", "-n 1,2", "--netuids=1,2", "-n 1 -n 2"])
def test_lists_are_written_with_commas_or_spaces(said: str) -> None:
    assert _netuids(words(said)) == "1 2"


def test_a_list_with_spaces_is_one_word_of_the_shell() -> None:
    assert _netuids(["--netuids", "1 2"]) == "1 2"


def _netuids(said: list[str]) -> str:
    found = values("stake add", [*said, "--amount", "1"])["netuids"]
    return " ".join(word for text in found for word in text.replace(",", " ").split())


def parsed(command: str, spelling: str) -> dict[str, Any]:
    """What the command's own parser makes of a spelling."""
    return values(command, words(line(command, spelling)))


def values(command: str, said: list[str]) -> dict[str, Any]:
    """The values of all parameters."""
    context = loaded(command).make_context(command, said, token_normalize_func=_plain)
    with context:
        return dict(context.params)


def _plain(name: str) -> str:
    return name.replace("_", "-").replace(".", "-")


@cache
def loaded(command: str) -> TyperCommand:
    """The command as Typer has it."""
    group_name, _, verb = command.rpartition(" ")
    group = find_group(group_name)
    assert group is not None
    found = find_verb(group, verb)
    assert found is not None
    return app.load(group, found)
