"""`btcli stake add` on several hotkeys and subnets: one transaction, and each part told."""

from __future__ import annotations

import pytest

from btsdk.units import Tao
from tests.cli.running import Cli
from tests.unit.btcli.commands.stake.hotkeys import ADDRESSES, YES, parts, stakes, with_hotkeys


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Cli:
    return with_hotkeys(tmp_path_factory.mktemp("many"))


def test_all_hotkeys_on_several_subnets_in_one_transaction(world: Cli) -> None:
    before = stakes(world)
    words = ("stake", "add", "--all-hotkeys", "--netuids", "2,3", "--amount", "0.5")
    data = world.inside(*words, "--tolerance", "0.2", *YES).data()
    wanted = [(hotkey, netuid) for hotkey in ADDRESSES for netuid in (2, 3)]
    assert parts(data) == wanted
    assert all(part["done"] and part["error"] is None for part in data["parts"])
    assert "Utility.force_batch(calls=[" in data["preview"]["call"]
    assert data["preview"]["call"].count("add_stake_limit") == 6
    assert data["receipt"]["events"].count("Utility.ItemCompleted") == 6
    assert data["netuid"] is data["hotkey"] is data["stake_alpha"] is None
    after = stakes(world)
    assert len(after) == 4
    assert all(after[pair] > before.get(pair, 0) + 0.4 for pair in after)
    told = {(part["hotkey"], part["netuid"]): part["stake_alpha"] for part in data["parts"]}
    assert {pair: float(told[pair]) for pair in after} == after


def test_one_preview_one_question_one_password(world: Cli) -> None:
    words = ("stake", "add", "-w", "locked", "-in", f"second,{ADDRESSES[2]}", "-n", "2")
    with world.terminal(*words, "--amount", "0.25", "--tolerance", "0.2") as terminal:
        before = terminal.until("Sign and submit? [y/N]")
        assert "1. τ0.250000000 is staked on " in before
        assert "2. τ0.250000000 is staked on " in before
        assert before.count("fee ") == 1
        assert "Password" not in before
        terminal.press("y\n")
        terminal.until("Password for")
        terminal.press("open sesame\n")
        exit_code, shown = terminal.end()
    assert exit_code == 0, shown
    assert shown.count("Password for") == 1
    assert shown.count("Sign and submit?") == 1
    assert shown.count("done in block") == 1


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        (("-in", "second,third", "-n", "2"), [(1, 2), (2, 2)]),
        (("-in", "second third", "-n", "2"), [(1, 2), (2, 2)]),
        (("-in", "second", "-in", ADDRESSES[1], "-n", "2,3"), [(1, 2), (1, 3)]),
        (("-ex", "default", "-n", "3"), [(1, 3), (2, 3)]),
        (("--all-hotkeys", "-ex", f"default,{ADDRESSES[2]}", "-n", "3"), [(1, 3)]),
        (("-H", "third", "--netuid", "2", "--netuid", "3"), [(2, 2), (2, 3)]),
        (("--all-netuids",), [(0, 0), (0, 1), (0, 2), (0, 3)]),
    ],
)
def test_who_is_meant(world: Cli, words: tuple[str, ...], wanted: list[tuple[int, int]]) -> None:
    data = world.inside("stake", "add", *words, "--amount", "1", "--dry-run", "--json").data()
    assert parts(data) == [(ADDRESSES[place], netuid) for place, netuid in wanted]
    assert all(part["done"] is None for part in data["parts"])


def test_all_is_shared_evenly(world: Cli) -> None:
    words = ("stake", "add", "--all-hotkeys", "--netuids", "2,3", "--all", "--dry-run", "--json")
    call = world.inside(*words).data()["preview"]["call"]
    amounts = {piece.split(", ")[0] for piece in call.split("amount_staked=")[1:]}
    assert len(amounts) == 1
    free = world.inside("wallet", "balance", "--json").data()["balances"][0]["free_tao"]
    each = Tao.parse(amounts.pop().removeprefix("τ").replace(",", ""))
    assert 0 < Tao.parse(free).rao - 6 * each.rao < 0.04 * 10**9


def test_what_fails_is_told_and_the_rest_is_done(world: Cli) -> None:
    before = stakes(world)
    words = ("stake", "add", "-H", "second", "-n", "2,9", "--amount", "0.1", "--tolerance", "0.2")
    done = world.inside(*words, *YES)
    assert done.exit_code == 1
    document = done.json()
    assert document["success"] is False
    assert document["error"]["code"] == "parts_failed"
    assert "1 of 2 failed" in document["error"]["message"]
    assert document["error"]["block_hash"] == document["data"]["receipt"]["block_hash"]
    good, bad = document["data"]["parts"]
    assert (good["netuid"], good["done"], good["error"]) == (2, True, None)
    assert (bad["netuid"], bad["done"]) == (9, False)
    assert bad["error"]["code"] == "SubtensorModule.SubnetNotExists"
    assert stakes(world)[ADDRESSES[1], 2] > before[ADDRESSES[1], 2]
    shown = world.inside(*words, "-y")
    assert shown.exit_code == 1
    assert "SubtensorModule.SubnetNotExists" in shown.out
    assert "1 of 2 failed; the others succeeded" in shown.err


def test_more_than_there_is_is_foreseen(world: Cli) -> None:
    words = ("stake", "add", "--all-hotkeys", "-n", "2", "--amount", "400000", "--dry-run")
    warnings = world.inside(*words, "--json").data()["preview"]["warnings"]
    assert any(
        warning.startswith("together they take τ1,200,000.000000000") for warning in warnings
    )
    assert any("at the price before the others on subnet 2" in warning for warning in warnings)
