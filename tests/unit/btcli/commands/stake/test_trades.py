"""A trade against its price limit: what fits is foreseen, what is certain to fail is not signed,
and what was traded is told."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from btsdk import Client, Keypair
from btsdk.ops import Sudo, Transfer
from btsdk.units import Tao
from btsdk.wallet import Wallet, encryption
from btsdk.wallet.passwords import Given
from tests.cli.running import Cli, Done

YES = ("-y", "--json")


HOTKEY = Keypair.from_uri("//trades//hot").ss58_address


CLOSE = Decimal("0.000001")


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Cli:
    """Alice, with a hotkey on subnet 1 of a dev chain; `locked` is she with a password."""
    made = Cli(tmp_path_factory.mktemp("trades"), {"BTSDK_WALLET_NAME": "alice"})
    cold = Keypair.from_uri("//Alice")
    hot = Keypair.from_uri("//trades//hot")
    alice = Wallet("alice", path=made.wallets)
    alice.regenerate_coldkey(cold, None)
    alice.regenerate_hotkey(hot)
    locked = Wallet("locked", path=made.wallets, kdf=encryption.TESTING)
    locked.regenerate_coldkey(cold, Given("open sesame"))
    locked.regenerate_hotkey(hot)
    made.inside("subnets", "register", "--netuid", "1", *YES).data()
    poor = Wallet("poor", path=made.wallets)
    poor.regenerate_coldkey(Keypair.from_uri("//trades//poor"), None)
    poor.regenerate_hotkey(hot)
    made.inside("wallet", "transfer", "--dest", "poor", "--amount", "1", *YES).data()
    return made


def pool_tao(world: Cli) -> Decimal:
    subnets = world.inside("subnets", "list", "--json").data()["subnets"]
    return next(Decimal(one["tao_in_tao"]) for one in subnets if one["netuid"] == 1)


def much(world: Cli) -> str:
    """TAO of which about a tenth fits into 5 % of the pool of subnet 1, however deep that is."""
    return str((pool_tao(world) / 4).quantize(Decimal("0.001")))


def staked_alpha(world: Cli) -> str:
    """Alice's stake on her own hotkey on subnet 1: the chain begins with other ones of hers."""
    stakes = world.inside("stake", "list", "--json").data()["stakes"]
    wanted = (HOTKEY, 1)
    amounts = [one["stake_alpha"] for one in stakes if (one["hotkey"], one["netuid"]) == wanted]
    return str(amounts[0])


def free(world: Cli) -> Decimal:
    return Decimal(world.inside("wallet", "balance", "--json").data()["balances"][0]["free_tao"])


def head(world: Cli) -> int:
    number: int = world.inside("subnets", "burn-cost", "--json").data()["block"]
    return number


def first_amount(effect: str) -> Decimal:
    return Decimal(effect.split()[0].lstrip("τα").replace(",", ""))


def close(one: Any, other: Any) -> bool:
    return abs(Decimal(one) - Decimal(other)) <= CLOSE


def near(one: Any, other: Any) -> bool:
    """What is foreseen at the head and done one block later: the pool moves with each block."""
    return abs(Decimal(one) / Decimal(other) - 1) <= Decimal("0.0001")


def test_a_partial_stake_says_what_fits_and_what_stayed(world: Cli) -> None:
    amount = much(world)
    before = free(world)
    data = world.inside("stake", "add", "--netuid", "1", "--amount", amount, "--partial", *YES)
    found = data.data()
    staked, stays = found["preview"]["effects"][:2]
    assert "is staked on" in staked
    assert "stays in the coldkey" in stays
    assert first_amount(staked) < Decimal(amount) / 5
    assert close(first_amount(staked) + first_amount(stays), amount)
    assert near(found["traded_tao"], first_amount(staked))
    assert close(Decimal(found["traded_tao"]) + Decimal(found["left_tao"]), amount)
    assert found["traded_alpha"] == found["stake_alpha"]
    assert found["left_alpha"] is None
    assert found["parts"][0]["traded_tao"] == found["traded_tao"]
    paid = Decimal(found["traded_tao"]) + Decimal(found["receipt"]["fee_tao"])
    assert close(before - free(world), paid)


def test_a_partial_unstake_says_what_fits_and_what_stayed(world: Cli) -> None:
    world.inside("stake", "add", "--netuid", "1", "--amount", much(world), "--unsafe", *YES).data()
    held = staked_alpha(world)
    words = ("stake", "remove", "--netuid", "1", "--amount", held, "--partial")
    shown = world.inside(*words, "--dry-run").err
    assert "stays staked: the price limit lets no more through" in shown
    found = world.inside(*words, *YES).data()
    unstaked = first_amount(found["preview"]["effects"][0])
    assert unstaked < Decimal(held) / 2
    assert near(found["traded_alpha"], unstaked)
    assert close(Decimal(found["traded_alpha"]) + Decimal(found["left_alpha"]), held)
    assert found["left_tao"] is None
    assert Decimal(found["traded_tao"]) > 0


def test_what_was_traded_is_told_to_a_person(world: Cli) -> None:
    done = world.inside("stake", "add", "--netuid", "1", "--amount", much(world), "--partial", "-y")
    assert done.exit_code == 0
    assert "not staked" in done.out
    assert "price limit reached" in done.out
    whole = world.inside("stake", "add", "--netuid", "1", "--amount", "0.01", "-y")
    assert "staked " in whole.out
    assert "not staked" not in whole.out


@pytest.mark.parametrize("verb", ["add", "remove"])
def test_a_trade_past_its_limit_is_not_signed(world: Cli, verb: str) -> None:
    amount = much(world)
    if verb == "remove":
        world.inside("stake", "add", "--netuid", "1", "--amount", amount, "--unsafe", *YES).data()
        amount = staked_alpha(world)
    before = (free(world), head(world))
    words = ("stake", verb, "--netuid", "1", "--amount", amount)
    done = world.inside(*words, *YES)
    assert done.exit_code == 1
    error = done.error()
    assert error["code"] == "SubtensorModule.SlippageTooHigh"
    assert "fits within the price limit" in error["message"]
    assert "--partial" in error["hint"]
    assert "--force" in error["hint"]
    assert "extrinsic_hash" not in error
    assert (free(world), head(world)) == before
    shown = world.inside(*words, "--dry-run")
    assert shown.exit_code == 0
    assert "will fail" in shown.err
    assert "it gives about" not in shown.err


def test_force_submits_it_and_the_chain_refuses(world: Cli) -> None:
    words = ("stake", "add", "--netuid", "1", "--amount", much(world))
    error = world.inside(*words, "--force", *YES).error()
    assert error["code"] == "SubtensorModule.SlippageTooHigh"
    assert error["extrinsic_hash"].startswith("0x")


def test_a_person_is_asked_another_question_before_any_password(world: Cli) -> None:
    words = ("stake", "add", "-w", "locked", "--netuid", "1", "--amount", much(world))
    for answer, code in (("n\n", 1), ("\n", 1)):
        with world.terminal(*words) as terminal:
            terminal.until("The chain will refuse this. Sign and submit it anyway? [y/N]")
            terminal.press(answer)
            exit_code, shown = terminal.end()
        assert exit_code == code
        assert "Password for" not in shown
        assert "declined" in shown
    with world.terminal(*words) as terminal:
        terminal.until("Sign and submit it anyway? [y/N]")
        terminal.press("y\n")
        terminal.until("Password for")
        terminal.press("open sesame\n")
        exit_code, shown = terminal.end()
    assert exit_code == 1
    assert "the chain answered SubtensorModule.SlippageTooHigh" in shown


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("wallet", "transfer", "--dest", HOTKEY, "--amount", "3000000"), "Token.FundsUnavailable"),
        (("wallet", "transfer", "--dest", HOTKEY, "--amount", "0.0000001"), "Token.BelowMinimum"),
        (("stake", "add", "--netuid", "9", "--amount", "1"), "SubtensorModule.SubnetNotExists"),
        (
            ("stake", "add", "--netuid", "1", "--amount", "99999999", "--unsafe"),
            "SubtensorModule.NotEnoughBalanceToStake",
        ),
        (("stake", "add", "-w", "poor", "--netuid", "1", "--amount", "5", "--unsafe"),
         "SubtensorModule.NotEnoughBalanceToStake"),
        (("stake", "add", "--netuid", "1", "--amount", "0.000001"), "SubtensorModule.AmountTooLow"),
        (
            ("stake", "add", "--netuid", "1", "--amount", "0.01", "--unsafe", "--hotkey",
             Keypair.from_uri("//nobody").ss58_address),
            "SubtensorModule.HotKeyAccountNotExists",
        ),
        (
            ("stake", "add", "--netuid", "1", "--amount", "0.01", "--tolerance", "0"),
            "Swap.PriceLimitExceeded",
        ),
        (
            ("subnets", "register", "--netuid", "1"),
            "SubtensorModule.HotKeyAlreadyRegisteredInSubNet",
        ),
        (
            ("subnets", "register", "--netuid", "1", "--pow"),
            "SubtensorModule.HotKeyAlreadyRegisteredInSubNet",
        ),
        (
            ("subnets", "start", "--netuid", "1"),
            "SubtensorModule.FirstEmissionBlockNumberAlreadySet",
        ),
        (("subnets", "start", "-w", "poor", "--netuid", "1"), "BadOrigin"),
    ],
)  # fmt: skip
def test_what_is_foreseen_is_what_the_chain_answers(
    world: Cli, words: tuple[str, ...], code: str
) -> None:
    foreseen = world.inside(*words, *YES)
    assert (foreseen.exit_code, foreseen.error()["code"]) == (1, code)
    assert "extrinsic_hash" not in foreseen.error()
    if "--pow" in words:
        return  # the pool refuses it by a number alone
    answered = world.inside(*words, "--force", *YES)
    assert (answered.exit_code, answered.error()["code"]) == (1, code)
    assert answered.error()["block_hash"].startswith("0x")


def test_a_fee_that_the_amount_leaves_no_room_for(world: Cli) -> None:
    held = world.inside("wallet", "balance", "-w", "poor", "--json").data()["balances"][0]
    amount = str(Decimal(held["free_tao"]) - Decimal("0.00001"))
    words = ("wallet", "transfer", "-w", "poor", "--dest", "alice", "--amount", amount)
    error = world.inside(*words, *YES).error()
    assert error["code"] == "Token.FundsUnavailable"
    assert "amount and fee need" in error["message"]


def test_as_root_nothing_is_certain(world: Cli) -> None:
    with Client("local", chain_file=world.chain_file) as client:
        alice = Keypair.from_uri("//Alice")
        plan = client.prepare(Sudo(Transfer(HOTKEY, Tao.parse("99999999"))), alice)
    assert plan.preview.refusals == ()
    assert any("can move" in warning for warning in plan.preview.warnings)


def test_of_several_one_that_is_refused_stops_no_other(world: Cli) -> None:
    words = ("stake", "add", "--netuids", "1,9", "--amount", "0.01", "--unsafe")
    document = world.inside(*words, *YES).json()
    assert document["error"]["code"] == "parts_failed"
    preview, parts = document["data"]["preview"], document["data"]["parts"]
    assert "2. there is no subnet 9" in preview["warnings"]
    assert preview["refusals"] == []
    assert [part["done"] for part in parts] == [True, False]
    assert parts[0]["left_tao"] == "0.000000000"
    assert parts[1]["traded_tao"] is None
    none = world.inside("stake", "add", "--netuids", "8,9", "--amount", "0.01", *YES)
    assert none.error()["code"] == "SubtensorModule.SubnetNotExists"
    assert "extrinsic_hash" not in none.error()


# On a new subnet, whose price is near 1


@pytest.fixture(scope="module")
def subnet(funded: Cli) -> int:
    """A started subnet of alice's."""
    netuid: int = funded.inside("subnets", "create", "-w", "alice", *YES).data()["netuid"]
    funded.inside("subnets", "start", "-w", "alice", "--netuid", str(netuid), *YES).data()
    return netuid


def test_stake_is_added_with_a_limit_and_removed(funded: Cli, subnet: int) -> None:
    netuid = str(subnet)
    words = ("stake", "add", "-w", "alice", "--netuid", netuid, "--amount", "2")
    done = funded.inside(*words, *YES)
    added = done.data()
    assert "limit_price=" in added["preview"]["call"]
    assert "may rise by 5 %" in done.err
    listed = funded.inside("stake", "list", "-w", "alice", "--json").data()
    held = next(s for s in listed["stakes"] if s["netuid"] == subnet)
    assert float(held["stake_alpha"]) >= float(added["stake_alpha"]) > 1.9
    words = ("stake", "remove", "-w", "alice", "--netuid", netuid, "--amount", "0.5", *YES)
    removed = funded.inside(*words).data()
    assert "remove_stake_limit" in removed["preview"]["call"]


def _call(funded: Cli, subnet: int, *words: str) -> Done:
    named = ("-w", "alice", "--netuid", str(subnet), "--dry-run", "--json")
    return funded.inside("stake", *words, *named)


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
    funded: Cli, subnet: int, words: tuple[str, ...], wanted: str, unwanted: str
) -> None:
    call = _call(funded, subnet, *words).data()["preview"]["call"]
    assert wanted in call
    assert not unwanted or unwanted not in call


def test_a_limit_is_the_price_and_the_tolerance(funded: Cli, subnet: int) -> None:
    found = funded.inside("subnets", "show", "--netuid", str(subnet), "--json").data()
    price = int(found["subnet"]["price_tao"].replace(".", ""))
    data = _call(funded, subnet, "add", "--amount", "1", "--tolerance", "0.2").data()
    assert f"limit_price={Tao.from_rao(price * 12 // 10)}" in data["preview"]["call"]


def test_too_much_for_the_tolerance_is_refused_by_the_chain(funded: Cli, subnet: int) -> None:
    words = ("stake", "add", "-w", "alice", "--netuid", str(subnet), "--amount", "5000", *YES)
    done = funded.inside(*words)
    assert done.exit_code == 1
    assert done.error()["code"] == "SubtensorModule.SlippageTooHigh"
    assert "partial" in done.error()["hint"]
