"""Key files that are deleted: only what was named, and after its name was typed."""

from __future__ import annotations

import pytest

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
