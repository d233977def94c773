"""The hotkeys and subnets that a stake command means."""

from __future__ import annotations

from typing import Any

import pytest

from btcli.commands.stake.targets import (
    Target,
    TargetOptions,
    netuids,
    own_hotkeys,
    staked_hotkeys,
    target_options,
    to_stake_on,
    to_unstake_from,
)
from btcli.context import Context
from btsdk.errors import UsageError
from btsdk.keys import Keypair
from btsdk.units import Alpha
from tests.cli.running import Cli
from tests.unit.btcli.samples import ALICE, BOB, context

HOT = Keypair.from_uri("//alice//hot").ss58_address
HELD = {
    (ALICE, 1): Alpha.parse("1", 1),
    (BOB, 1): Alpha.parse("1", 1),
    (BOB, 3): Alpha.parse("2", 3),
}


def run(cli: Cli, **choices: Any) -> Context:
    return context(cli.wallets, wallet_name="alice", **choices)


def test_without_a_word_it_is_the_chosen_hotkey_alone(alice: Cli) -> None:
    wish = target_options(run(alice, netuids=["1,2", "2"]))
    assert wish == TargetOptions((HOT,), frozenset(), (1, 2))
    assert target_options(run(alice, hotkey=BOB, all_netuids=True)).hotkeys == (BOB,)


def test_named_hotkeys_and_all_but_some(alice: Cli) -> None:
    named = target_options(run(alice, netuids=["1"], include_hotkeys=[f"{BOB} default,{BOB}"]))
    assert named.hotkeys == (BOB, HOT)
    but = target_options(run(alice, netuids=["1"], exclude_hotkeys=[BOB]))
    assert (but.hotkeys, but.but) == (None, frozenset({BOB}))
    assert own_hotkeys(run(alice)) == [HOT]


@pytest.mark.parametrize(
    "choices",
    [
        {},
        {"netuids": ["1"], "all_netuids": True},
        {"netuids": ["70000"]},
        {"netuids": ["-1"]},
        {"netuids": ["one"]},
        {"netuids": ["²"]},
        {"netuids": ["1"], "include_hotkeys": [BOB], "all_hotkeys": True},
        {"netuids": ["1"], "include_hotkeys": [BOB], "exclude_hotkeys": [ALICE]},
        {"netuids": ["1"], "all_hotkeys": True, "hotkey": "default"},
    ],
)
def test_what_contradicts_itself_or_says_nothing(alice: Cli, choices: dict[str, Any]) -> None:
    with pytest.raises(UsageError):
        target_options(run(alice, **choices))


def test_a_subnet_is_not_always_needed(alice: Cli) -> None:
    assert netuids(run(alice), needed=False) is None
    assert netuids(run(alice, netuids=["0"]), needed=True) == (0,)


def test_each_hotkey_on_each_subnet(alice: Cli) -> None:
    wish = TargetOptions((ALICE, BOB), frozenset(), (1, 2))
    assert to_stake_on(run(alice), wish, [7]) == [
        Target(ALICE, 1),
        Target(ALICE, 2),
        Target(BOB, 1),
        Target(BOB, 2),
    ]
    everywhere = TargetOptions(None, frozenset(), None)
    assert to_stake_on(run(alice), everywhere, [7, 8]) == [Target(HOT, 7), Target(HOT, 8)]
    with pytest.raises(UsageError, match="no hotkey of the wallet"):
        to_stake_on(run(alice), TargetOptions(None, frozenset({HOT}), None), [7])


def test_only_where_there_is_stake(alice: Cli, capsys: pytest.CaptureFixture[str]) -> None:
    wish = TargetOptions((ALICE, BOB), frozenset(), (1, 3))
    found = to_unstake_from(run(alice), wish, HELD)
    assert found == [Target(ALICE, 1), Target(BOB, 1), Target(BOB, 3)]
    assert capsys.readouterr().err == "1 of 4 have no stake and are skipped.\n"
    alone = TargetOptions((ALICE,), frozenset(), (9,))
    assert to_unstake_from(run(alice), alone, HELD) == [Target(ALICE, 9)]
    with pytest.raises(UsageError, match="no stake on any"):
        to_unstake_from(run(alice), TargetOptions((ALICE,), frozenset(), (8, 9)), HELD)


def test_all_hotkeys_are_those_with_stake() -> None:
    assert staked_hotkeys(TargetOptions(None, frozenset(), None), HELD) == [ALICE, BOB]
    assert staked_hotkeys(TargetOptions(None, frozenset({BOB}), None), HELD) == [ALICE]
    with pytest.raises(UsageError, match="no hotkey with stake"):
        staked_hotkeys(TargetOptions(None, frozenset({ALICE, BOB}), None), HELD)
