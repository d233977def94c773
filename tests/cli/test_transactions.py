"""The mission by command line, on a local chain in its file: every step a signed extrinsic."""

from __future__ import annotations

from typing import Any

import pytest

from btsdk.units import Tao
from tests.cli.running import Cli, Done

YES = ("--no-prompt", "--json")


@pytest.fixture(scope="module")
def subnet(world: Cli) -> int:
    """A started subnet of alice's."""
    said = ("--subnet-name", "Demo", "--repo", "https://bob.example/demo")
    made = world.inside("subnets", "create", "-w", "alice", *said, *YES).data()
    netuid: int = made["netuid"]
    (listed,) = (
        found
        for found in world.inside("subnets", "list", "--json").data()["subnets"]
        if found["netuid"] == netuid
    )
    assert listed["name"] == "Demo"
    world.inside("subnets", "start", "-w", "alice", "--netuid", str(netuid), *YES).data()
    return netuid


def free(world: Cli, name: str) -> float:
    found = world.inside("wallet", "balance", "-w", name, "--json").data()["balances"]
    return float(found[0]["free_tao"])


def test_every_answer_says_which_chain(world: Cli) -> None:
    document = world.inside("wallet", "balance", "-w", "alice", "--json").json()
    assert document["network"] == "local"
    assert document["genesis_hash"].startswith("0x")
    assert len(document["genesis_hash"]) == 66
    shown = world.inside("wallet", "balance", "-w", "alice").out
    assert f"network local (chain dev, genesis {document['genesis_hash'][:10]}…)" in shown


def test_a_transfer(world: Cli) -> None:
    before = free(world, "bob")
    words = ("wallet", "transfer", "-w", "alice", "--dest", "bob", "--amount", "12.5")
    data = world.inside(*words, *YES).data()
    assert data["submitted"] is True
    assert data["receipt"]["block_number"] >= 1
    assert "Balances.Transfer" in data["receipt"]["events"]
    assert data["receipt"]["fee_tao"] == data["preview"]["fee_tao"]
    assert free(world, "bob") - before == pytest.approx(12.5)


def test_nothing_is_sent_without_a_yes(world: Cli) -> None:
    before = free(world, "alice")
    words = ("wallet", "transfer", "-w", "alice", "--dest", "bob", "--amount", "1")
    assert world.inside(*words, "--json").error()["code"] == "needs_confirmation"
    assert world.inside(*words, "--json").exit_code == 2
    assert world.inside(*words, stdin="n\n").exit_code == 1
    assert world.inside(*words, stdin="").exit_code == 2
    assert world.inside(*words, "--no").exit_code == 1
    assert world.inside(*words, "--no", "--no-prompt").exit_code == 1
    dry = world.inside(*words, "--dry-run", "--json").data()
    assert dry["submitted"] is False
    assert dry["receipt"] is None
    assert dry["preview"]["effects"]
    assert free(world, "alice") == before


def test_a_yes_on_standard_input(world: Cli) -> None:
    words = ("wallet", "transfer", "-w", "alice", "--dest", "bob", "--amount", "1")
    done = world.inside(*words, stdin="y\n")
    assert done.exit_code == 0
    assert "done in block" in done.out
    assert "About to sign" in done.err
    assert "About to sign" not in done.out


def test_failing_on_the_chain_is_one_and_says_where(world: Cli) -> None:
    words = ("wallet", "transfer", "-w", "bob", "--dest", "alice", "--amount", "20000000")
    done = world.inside(*words, "--force", *YES)
    assert done.exit_code == 1
    error = done.error()
    assert error["block_hash"].startswith("0x")
    assert done.json()["genesis_hash"].startswith("0x")


def test_not_waiting(world: Cli) -> None:
    words = ("wallet", "transfer", "-w", "alice", "--dest", "bob", "--amount", "1")
    data = world.inside(*words, "--no-wait-for-inclusion", *YES).data()
    assert data["submitted"] is True
    assert set(data["receipt"]) == {"extrinsic_hash"}


def test_all_that_can_be_sent(world: Cli) -> None:
    words = ("wallet", "transfer", "-w", "bob", "--dest", "alice", "--all", "--dry-run", "--json")
    preview = world.inside(*words).data()["preview"]
    assert "Balances.transfer_all" in preview["call"]
    assert "keep_alive=True" in preview["call"]


def test_the_faucet(world: Cli) -> None:
    before = free(world, "bob")
    world.inside("wallet", "faucet", "-w", "bob", "--processes", "1", *YES).data()
    assert free(world, "bob") - before == pytest.approx(1000)


def test_burn_cost_and_list(world: Cli, subnet: int) -> None:
    cost = world.inside("subnets", "burn-cost", "--json").data()["cost_tao"]
    assert float(cost) > 0
    found = world.inside("subnets", "list", "--json").data()["subnets"]
    assert subnet in [one["netuid"] for one in found]


def test_registering_by_price(world: Cli) -> None:
    words = ("subnets", "register", "-w", "alice", "--netuid", "1")
    data = world.inside(*words, *YES).data()
    assert data["uid"] >= 1
    assert "register_limit" in data["preview"]["call"]
    again = world.inside(*words, *YES)
    assert again.exit_code == 1
    assert again.error()["code"] == "SubtensorModule.HotKeyAlreadyRegisteredInSubNet"
    shown = world.inside("subnets", "show", "--netuid", "1", "--json").data()
    assert [one["uid"] for one in shown["neurons"]] == list(range(len(shown["neurons"])))


def test_registering_by_work(world: Cli) -> None:
    words = ("subnets", "register", "-w", "bob", "--netuid", "1", "--pow")
    data = world.inside(*words, *YES).data()
    assert data["uid"] >= 1
    assert data["receipt"]["fee_tao"] == "0.000000000"


def test_stake_is_added_with_a_limit_and_removed(world: Cli, subnet: int) -> None:
    netuid = str(subnet)
    words = ("stake", "add", "-w", "alice", "--netuid", netuid, "--amount", "2")
    done = world.inside(*words, *YES)
    added = done.data()
    assert "limit_price=" in added["preview"]["call"]
    assert "may rise by 5 %" in done.err
    listed = world.inside("stake", "list", "-w", "alice", "--json").data()
    held = next(s for s in listed["stakes"] if s["netuid"] == subnet)
    assert float(held["stake_alpha"]) >= float(added["stake_alpha"]) > 1.9
    words = ("stake", "remove", "-w", "alice", "--netuid", netuid, "--amount", "0.5", *YES)
    removed = world.inside(*words).data()
    assert "remove_stake_limit" in removed["preview"]["call"]


def _call(world: Cli, subnet: int, *words: str) -> Done:
    named = ("-w", "alice", "--netuid", str(subnet), "--dry-run", "--json")
    return world.inside("stake", *words, *named)


@pytest.mark.parametrize(
    ("words", "wanted", "unwanted"),
    [
        (("add", "--amount", "1"), "allow_partial=False", ""),
        (("add", "--amount", "1", "--partial"), "allow_partial=True", ""),
        (("add", "--amount", "1", "--unsafe"), "SubtensorModule.add_stake(", "limit"),
        (("add", "--all"), "add_stake_limit(", ""),
        (("remove", "--amount", "0.1", "--unsafe"), "SubtensorModule.remove_stake(", "limit"),
        (("remove", "--all"), "remove_stake_full_limit(", "limit_price=None"),
        (("remove", "--all", "--unsafe"), "limit_price=None", ""),
    ],
)
def test_which_call_a_trade_makes(
    world: Cli, subnet: int, words: tuple[str, ...], wanted: str, unwanted: str
) -> None:
    call = _call(world, subnet, *words).data()["preview"]["call"]
    assert wanted in call
    assert not unwanted or unwanted not in call


def test_a_limit_is_the_price_and_the_tolerance(world: Cli, subnet: int) -> None:
    found = world.inside("subnets", "show", "--netuid", str(subnet), "--json").data()
    price = int(found["subnet"]["price_tao"].replace(".", ""))
    data = _call(world, subnet, "add", "--amount", "1", "--tolerance", "0.2").data()
    assert f"limit_price={Tao.from_rao(price * 12 // 10)}" in data["preview"]["call"]


def test_too_much_for_the_tolerance_is_refused_by_the_chain(world: Cli, subnet: int) -> None:
    words = ("stake", "add", "-w", "alice", "--netuid", str(subnet), "--amount", "5000", *YES)
    done = world.inside(*words)
    assert done.exit_code == 1
    assert done.error()["code"] == "SubtensorModule.SlippageTooHigh"
    assert "partial" in done.error()["hint"]


def test_no_such_subnet(world: Cli) -> None:
    done = world.inside("subnets", "show", "--netuid", "999", "--json")
    assert (done.exit_code, done.error()["code"]) == (1, "not_found")


def test_a_balance_is_looked_up_by_address_and_name(world: Cli) -> None:
    by_name = world.inside("wallet", "balance", "--ss58", "bob", "--json").data()["balances"]
    address = by_name[0]["ss58"]
    by_address: list[dict[str, Any]] = world.inside(
        "wallet", "balance", "-k", address, "--json"
    ).data()["balances"]
    assert by_address[0]["free_tao"] == by_name[0]["free_tao"]
    everyone = world.inside("wallet", "balance", "--all", "--json").data()["balances"]
    assert [one["name"] for one in everyone] == ["alice", "bob"]
