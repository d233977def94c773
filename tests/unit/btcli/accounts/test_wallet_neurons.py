"""Which hotkeys of a wallet are chosen. `test_overview.py` reads them from a chain."""

from __future__ import annotations

import pytest

from btcli.accounts.wallet_neurons import HotkeyChoice, OwnedKey, chosen_wallets, hotkey_choice
from btsdk.errors import UsageError, WalletError
from btsdk.wallet import list_wallets
from tests.cli.running import Cli
from tests.unit.btcli.samples import ALICE, BOB, context

NAMED, UNNAMED = OwnedKey("alice", "default", ALICE), OwnedKey("alice", None, BOB)


@pytest.mark.parametrize(
    ("only", "but", "chosen"),
    [
        (None, (), [NAMED, UNNAMED]),
        (("default",), (), [NAMED]),
        ((BOB,), (), [UNNAMED]),
        (None, ("default",), [UNNAMED]),
        (None, (ALICE, BOB), []),
    ],
)
def test_hotkeys_are_chosen_by_name_or_address(
    only: tuple[str, ...] | None, but: tuple[str, ...], chosen: list[OwnedKey]
) -> None:
    choice = HotkeyChoice(None if only is None else frozenset(only), frozenset(but))
    assert [key for key in (NAMED, UNNAMED) if key in choice] == chosen


def test_a_name_has_to_exist(alice: Cli) -> None:
    wallets = list_wallets(alice.wallets)
    given = context(alice.wallets, include_hotkeys=[f"default {BOB}"])
    assert hotkey_choice(given, wallets).only == {"default", BOB}
    with pytest.raises(UsageError, match="no hotkey 'second'"):
        hotkey_choice(context(alice.wallets, exclude_hotkeys=["second"]), wallets)


def test_the_wallet_or_all_wallets(alice: Cli) -> None:
    one = chosen_wallets(context(alice.wallets, wallet_name="alice"), every=False)
    assert [wallet.name for wallet in one] == ["alice"]
    assert chosen_wallets(context(alice.wallets), every=True) == one
    with pytest.raises(WalletError):
        chosen_wallets(context(alice.wallets, wallet_name="bob"), every=False)
