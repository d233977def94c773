"""What the options of `stake remove` ask for, and which of them contradict each other."""

from __future__ import annotations

from typing import Any

import pytest

from btcli.commands.stake.targets import TargetOptions
from btcli.commands.stake.unstake import UnstakeRequest, asked
from btcli.failures import NeedsConfirmation
from btsdk.errors import AmountError, UsageError
from btsdk.keys import Keypair
from tests.cli.running import Cli
from tests.unit.btcli.samples import BOB, context

HOT = Keypair.from_uri("//alice//hot").ss58_address
ONE = TargetOptions((HOT,), frozenset(), (1,))
EVERYWHERE = TargetOptions((HOT,), frozenset(), None)


def ask(
    cli: Cli,
    amount: str | None = None,
    *,
    everything: bool = False,
    to_root: bool = False,
    interactive: bool = False,
    **choices: Any,
) -> UnstakeRequest:
    run = context(cli.wallets, wallet_name="alice", **choices)
    return asked(run, amount, everything, to_root, interactive)


def test_an_amount_of_one_stake(alice: Cli) -> None:
    assert ask(alice, "1.5", netuids=["1"]) == UnstakeRequest("1.5", ONE)
    assert ask(alice, "all", netuids=["1"]) == UnstakeRequest("all", ONE)
    assert ask(alice, everything=True, netuids=["1"]) == UnstakeRequest("all", ONE)


def test_the_call_without_a_limit_is_used_only_where_no_subnet_is_named(alice: Cli) -> None:
    everywhere = UnstakeRequest("all", EVERYWHERE, at_any_price=True)
    assert ask(alice, everything=True, safe_staking=False) == everywhere
    assert ask(alice, everything=True) == UnstakeRequest("all", EVERYWHERE)
    assert not ask(alice, everything=True, safe_staking=False, netuids=["1"]).at_any_price
    assert not ask(alice, everything=True, safe_staking=False, all_netuids=True).at_any_price
    assert not ask(alice, "all", safe_staking=False, netuids=["1"]).at_any_price


def test_everything_to_root_needs_no_subnet(alice: Cli) -> None:
    to_root = UnstakeRequest("all", EVERYWHERE, to_root=True)
    assert ask(alice, to_root=True) == to_root
    named = ask(alice, to_root=True, include_hotkeys=[BOB]).requested
    assert named == TargetOptions((BOB,), frozenset(), None)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"amount": "1", "to_root": True}, "cannot be combined with --amount"),
        ({"everything": True, "to_root": True}, "cannot be combined with --amount"),
        ({"netuids": ["1"], "to_root": True}, "sells on every subnet"),
        ({"safe_staking": True, "to_root": True}, "has no price limit"),
        ({"tolerance": "0.1", "to_root": True}, "has no price limit"),
        ({"allow_partial_stake": True, "to_root": True}, "has no price limit"),
        ({"amount": "1", "interactive": True}, "omit their options"),
        ({"everything": True, "interactive": True}, "omit their options"),
        ({"netuids": ["1"], "interactive": True}, "omit their options"),
        ({"all_hotkeys": True, "interactive": True}, "omit their options"),
        ({"amount": "1"}, "no subnet given"),
        ({"amount": "1", "everything": True, "netuids": ["1"]}, "either"),
    ],
)
def test_what_contradicts_itself(alice: Cli, options: dict[str, Any], message: str) -> None:
    with pytest.raises(UsageError, match=message):
        ask(alice, **options)


@pytest.mark.parametrize("amount", ["0", "-1", "1e3", "", "much"])
def test_an_amount_is_checked_before_anything_is_opened(alice: Cli, amount: str) -> None:
    with pytest.raises((AmountError, UsageError)):
        ask(alice, amount, netuids=["1"])


def test_a_choice_needs_somebody_to_ask(alice: Cli) -> None:
    assert ask(alice, interactive=True) == UnstakeRequest("all", None)
    with pytest.raises(NeedsConfirmation):
        ask(alice, interactive=True, no_prompt=True)
