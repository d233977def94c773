"""Key files that are deleted: only what was named, and after its name was typed."""

from __future__ import annotations

import pytest

from btsdk.keys import Keypair
from btsdk.wallet import Wallet
from tests.cli.running import Cli

WALLET = ("wallet", "remove", "-w", "alice")
HOTKEY = (*WALLET, "-H", "default", "--use-hotkey")


@pytest.mark.parametrize("words", [WALLET, HOTKEY])
def test_nothing_goes_without_the_name(alice: Cli, words: tuple[str, ...]) -> None:
    for stdin, more in (("other\n", ()), ("", ()), ("alice\n", ("--no",)), ("", ("--json",))):
        assert alice.inside(*words, *more, stdin=stdin).exit_code in (1, 2)
    assert (alice.wallets / "alice" / "hotkeys" / "default").exists()
    assert (alice.wallets / "alice" / "coldkey").exists()


def test_a_hotkey_goes_alone(alice: Cli) -> None:
    done = alice.inside(*HOTKEY, stdin="default\n")
    assert (done.exit_code, done.out) == (0, "Deleted alice/default.\n")
    assert "permanently lost" in done.err
    assert not (alice.wallets / "alice" / "hotkeys" / "default").exists()
    assert (alice.wallets / "alice" / "coldkey").exists()
    assert alice.inside(*HOTKEY, "-y").exit_code == 4


def test_a_wallet_goes_with_all_its_keys(alice: Cli) -> None:
    done = alice.inside(*WALLET, stdin="alice\n")
    assert done.exit_code == 0
    assert "This deletes the coldkey and 1 hotkey in" in done.err
    assert not (alice.wallets / "alice").exists()
    assert alice.inside(*WALLET, "-y").exit_code == 4


@pytest.mark.parametrize("words", [("wallet", "remove"), ("wallet", "remove", "--use-hotkey")])
def test_a_default_is_never_deleted(alice: Cli, words: tuple[str, ...]) -> None:
    (alice.wallets / "alice").rename(alice.wallets / "default")
    assert alice.inside(*words, "-y").exit_code == 2
    assert (alice.wallets / "default" / "coldkey").exists()


def test_what_would_be_lost_is_shown_first(world: Cli) -> None:
    done = world.inside(*WALLET, stdin="x\n")
    assert done.exit_code == 1
    assert "These keys have on network local\n" in done.err
    assert "registered on subnet 1" in done.err
    assert done.err.index("balance") < done.err.index("This deletes the coldkey")
    offline = world.inside(*WALLET, "--offline", stdin="x\n")
    assert "These keys have" not in offline.err


def test_a_network_that_does_not_answer_prevents_nothing(alice: Cli) -> None:
    done = alice.inside(*WALLET, "--network", "ws://127.0.0.1:9", "-y", "--json")
    assert done.data()["lost"] is None
    assert "were not read: " in done.err
    assert "may have funds there" in done.err


def test_copies_and_watched_keys_are_named(alice: Cli) -> None:
    wallet = Wallet("watched", path=alice.wallets)
    wallet.regenerate_coldkeypub(Keypair.from_uri("//Alice").public)
    done = alice.inside("wallet", "remove", "-w", "watched", stdin="x\n")
    assert "no private coldkey" in done.err
    assert "The same coldkey is in: alice." in done.err
    assert "This deletes the public file of the coldkey in" in done.err
