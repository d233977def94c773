"""Stakes on several hotkeys and subnets by one command: one transaction, and each part told."""

from __future__ import annotations

from typing import Any

import pytest

from btsdk.keys import Keypair
from btsdk.units import Tao
from btsdk.wallet import Wallet, encryption
from btsdk.wallet.passwords import Given
from tests.cli.running import Cli

YES = ("--no-prompt", "--json")
HOTKEYS = ("default", "second", "third")
ADDRESSES = [Keypair.from_uri(f"//many//{name}").ss58_address for name in HOTKEYS]


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Cli:
    """Alice with three hotkeys, on a chain with two subnets of hers that take stakes."""
    made = Cli(tmp_path_factory.mktemp("many"))
    cold = Keypair.from_uri("//Alice")
    Wallet("alice", path=made.wallets).regenerate_coldkey(cold, None)
    locked = Wallet("locked", path=made.wallets, kdf=encryption.TESTING)
    locked.regenerate_coldkey(cold, Given("open sesame"))
    for wallet in ("alice", "locked"):
        for name in HOTKEYS:
            key = Keypair.from_uri(f"//many//{name}")
            Wallet(wallet, name, made.wallets).regenerate_hotkey(key)
    cli = Cli(made.home, {"BTSDK_WALLET_NAME": "alice"})
    for netuid in (2, 3):
        assert cli.inside("subnets", "create", *YES).data()["netuid"] == netuid
        cli.inside("subnets", "start", "--netuid", str(netuid), *YES).data()
    for name in HOTKEYS[1:]:
        cli.inside("subnets", "register", "-H", name, "--netuid", "1", *YES).data()
    return cli


def stakes(world: Cli) -> dict[tuple[str, int], float]:
    """What lies on the hotkeys without a neuron, which no epoch adds to, and where."""
    found = world.inside("stake", "list", "--json").data()["stakes"]
    return {
        (one["hotkey"], one["netuid"]): float(one["stake_alpha"])
        for one in found
        if one["netuid"] > 1 and one["hotkey"] in ADDRESSES[1:]
    }


def parts(data: dict[str, Any]) -> list[tuple[str, int]]:
    return [(part["hotkey"], part["netuid"]) for part in data["parts"]]


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
