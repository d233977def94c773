"""`btcli stake remove` from several hotkeys and subnets."""

from __future__ import annotations

import pytest

from btsdk.keys import Keypair
from tests.cli.running import Cli
from tests.unit.btcli.commands.stake.hotkeys import ADDRESSES, YES, parts, stakes, with_hotkeys


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Cli:
    """A stake of each hotkey on each of the two subnets."""
    cli = with_hotkeys(tmp_path_factory.mktemp("many"))
    words = ("stake", "add", "--all-hotkeys", "--netuids", "2,3", "--amount", "0.5")
    cli.inside(*words, "--tolerance", "0.2", *YES).data()
    return cli


def test_removing_from_all_hotkeys_and_subnets(world: Cli) -> None:
    before = stakes(world)
    words = ("stake", "remove", "--all-hotkeys", "--all-netuids", "-a", "0.1", "--tolerance", "0.2")
    data = world.inside(*words, *YES).data()
    assert set(before) <= set(parts(data))
    assert data["preview"]["call"].count("remove_stake_limit") == len(data["parts"])
    after = stakes(world)
    assert all(after[pair] == pytest.approx(before[pair] - 0.1) for pair in before)


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        (("--all", "-H", "second"), "remove_stake_full_limit"),
        (("--unstake-all", "-H", "second", "--netuids", "2,3"), "remove_stake_full_limit"),
        (("--amount", "all", "-H", "second", "--all-netuids", "--unsafe"), "limit_price=None"),
        (("--all", "-H", "second", "--unsafe"), "SubtensorModule.unstake_all("),
        (("--all-alpha", "-H", "second"), "SubtensorModule.unstake_all_alpha("),
        (("--all-alpha", "--all-hotkeys"), "force_batch(calls=[SubtensorModule.unstake_all_alpha("),
    ],
)
def test_which_call_takes_all(world: Cli, words: tuple[str, ...], wanted: str) -> None:
    call = world.inside("stake", "remove", *words, "--dry-run", "--json").data()["preview"]["call"]
    assert wanted in call


def test_a_hotkey_without_stake_is_left_out_of_several(world: Cli) -> None:
    stranger = Keypair.from_uri("//many//stranger").ss58_address
    words = ("stake", "remove", "-in", f"second,{stranger}", "-n", "2", "-a", "0.01", "--dry-run")
    done = world.inside(*words)
    assert "1 of 2 have no stake and are skipped." in done.err
    nothing = world.inside("stake", "remove", "-in", stranger, "-n", "2", "--all", *YES)
    assert nothing.exit_code == 2
    assert "has no stake on" in nothing.error()["message"]


def test_choosing_from_what_there_is(world: Cli) -> None:
    before = stakes(world)
    pairs = sorted(before, key=lambda pair: (pair[1], pair[0]))
    with world.terminal("stake", "remove", "--interactive", "--tolerance", "0.2") as terminal:
        shown = terminal.until("or all): ")
        first = next(
            line.split()[0]
            for line in shown.split("\n")
            if line.split()[1:3] == [str(pairs[0][1]), pairs[0][0]]
        )
        terminal.press(f"{first}\n")
        terminal.until("(or all): ")
        terminal.press("0.05\n")
        terminal.until("Sign and submit? [y/N]")
        terminal.press("y\n")
        exit_code, shown = terminal.end()
    assert exit_code == 0, shown
    assert stakes(world)[pairs[0]] == pytest.approx(before[pairs[0]] - 0.05)


def test_a_choice_that_is_none_is_asked_for_again(world: Cli) -> None:
    answers = ("99", "1", "abc", "0", "0.001", "n")
    done = world.inside("stake", "remove", "-i", stdin="\n".join(answers) + "\n")
    assert done.exit_code == 1
    assert done.err.count("Stakes to remove") == 2
    assert done.err.count("Amount of") == 3
    assert "α0.001000000 is unstaked" in done.err
    assert "declined" in done.err


def test_choosing_what_there_is_not(world: Cli) -> None:
    done = world.inside("stake", "remove", "-i", stdin="99\n")
    assert done.exit_code == 2
    assert "invalid choice: '99'" in done.err
    refused = world.inside("stake", "remove", "-i", "--json")
    assert (refused.exit_code, refused.error()["code"]) == (2, "needs_confirmation")


def test_all_alpha_of_a_hotkey_is_sold(world: Cli) -> None:
    words = ("stake", "remove", "-H", "third", "--all", "--unsafe", *YES)
    data = world.inside(*words).data()
    (part,) = data["parts"]
    assert (part["hotkey"], part["netuid"], part["done"]) == (ADDRESSES[2], None, True)
    assert not [pair for pair in stakes(world) if pair[0] == ADDRESSES[2]]
