"""A subnet from its creation to its end, through the SDK."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise
from typing import Any

import pytest

from tests.peers.scenarios.conftest import Play
from tests.peers.scenarios.reckoning import TAO, events, refused, succeeded

pytestmark = [pytest.mark.peer, pytest.mark.slow]

LOCK = 1_000 * TAO
DEPOSIT = 500
"""What stays on the account of a subnet that is no more: the existential deposit, in rao."""
NETUID = 2
CHANGED = {
    "kappa": 30_000,
    "immunity_period": 77,
    "min_allowed_weights": 3,
    "tempo": 21,
    "weights_version": 9,
    "weights_rate_limit": 5,
    "target_regs_per_interval": 4,
    "min_burn": 1_000_000,
    "max_burn": 2 * TAO,
    "bonds_moving_avg": 800_000,
    "max_regs_per_block": 2,
    "serving_rate_limit": 11,
    "max_validators": 60,
    "commit_reveal_period": 2,
    "commit_reveal_weights_enabled": False,
    "liquid_alpha_enabled": True,
    "alpha_sigmoid_steepness": 500.0,
    "transfers_enabled": False,
    "bonds_reset_enabled": True,
    "burn_half_life": 99,
    "alpha_low": 12_000,
    "alpha_high": 50_000,
    # 13,889 thousandths of a tempo.
    "activity_cutoff": 21 * 13_889 // 1_000,
}


def test_subnets(play: Play) -> None:
    seen = play("subnets")
    _created(seen["create"])
    _started(seen["start"])
    _named(seen["name"])
    _set_by_owner(seen["by_owner"])
    _set_by_root(seen["by_root"])
    _emits(seen["emit"]["blocks"])
    _has_mechanisms(seen["mechanisms"])
    _dissolved(seen["dissolve"])


def _created(told: dict[str, Any]) -> None:
    succeeded(told)
    assert (told["cost"], told["paid"]) == (LOCK, LOCK + told["fee"])
    assert told["locked"] == LOCK
    assert told["owner"] == told["founder"]
    assert told["registered_at"] == told["block"]
    assert (told["uids"], told["total"], told["active"]) == (1, 3, False)
    reserves = told["reserves"]
    assert reserves["tao_in"] == reserves["alpha_in"] == LOCK
    assert (reserves["alpha_out"], reserves["price"]) == (0, TAO)
    # Twice the last lock, less as long as nobody creates another.
    assert told["next_cost"][0] == 2 * LOCK


def _started(told: dict[str, Any]) -> None:
    assert told["delay"] == 0
    refused(told["early"], "NeedWaitingMoreBlocksToStarCall")
    assert "BadOrigin" in told["foreign"]["message"]
    succeeded(told)
    assert events(told, "FirstEmissionBlockNumberSet") == [[NETUID, told["block"] + 1]]
    assert told["first_emission"] == told["block"] + 1
    refused(told["again"], "FirstEmissionBlockNumberAlreadySet")
    assert told["active"]


def _named(told: dict[str, Any]) -> None:
    assert events(succeeded(told), "SubnetIdentitySet") == [NETUID]
    refused(told["foreign"], "NotSubnetOwner")
    assert told["name"] == told["identity"]["subnet_name"] == "Night school"
    assert told["identity"] == told["in_metagraph"]
    assert told["identity"]["description"].endswith("ünïcödé")
    succeeded(told["symbol_set"])
    assert told["symbol"] == "ω"


def _set_by_owner(told: dict[str, Any]) -> None:
    refused(told["frozen"], "AdminActionProhibitedDuringWeightsWindow")
    succeeded(told["first"])
    refused(told["second"], "TxRateLimitExceeded")
    succeeded(told["other"])
    for name in ("not_owner", "roots"):
        assert "BadOrigin" in told[name]["message"]
    assert told["freeze_window"] == 0
    assert told["values"] == [8, 55]


def _set_by_root(told: dict[str, Any]) -> None:
    before, after = told["before"], told["after"]
    changed = {name: value for name, value in after.items() if value != before[name]}
    assert changed == CHANGED
    for name, value in told["metagraph"].items():
        assert value == {**CHANGED, "rho": 12}[name]
    info = told["info"]
    assert (info["netuid"], info["tempo"], info["max_n"]) == (NETUID, 21, 256)
    [outcome] = events(succeeded(told["unknown"], free=True), "Sudid")
    assert outcome["sudo_result"] == {"Err": {"Module": {"index": 19, "error": "0x00000000"}}}


def _emits(blocks: list[dict[str, Any]]) -> None:
    """The block's one TAO goes to the only subnet that takes some; it buys what it cannot add."""
    for before, after in pairwise(blocks):
        for issuance in ("issuance", "balances_issuance"):
            assert after[issuance] - before[issuance] == TAO
        assert after["tao_in_emission"] + after["excess"] == TAO
        assert after["tao_in"] - before["tao_in"] == TAO
        # No stake on root: alpha enters the pool in no proportion, all TAO buys, without a fee.
        assert after["alpha_in_emission"] == 0
        alpha = before["alpha_in"] - after["alpha_in"]
        exact = before["alpha_in"] * Fraction(TAO, before["tao_in"] + TAO)
        assert alpha == pytest.approx(int(exact), abs=2)
        assert after["alpha_out"] - before["alpha_out"] == alpha + after["alpha_out_emission"]
        assert after["alpha_out_emission"] == TAO
        assert after["moving_price"] > before["moving_price"] > 0


def _has_mechanisms(told: dict[str, Any]) -> None:
    assert told["before"] == [1, None]
    assert (told["count"], told["split"]) == (2, [75, 25])
    # The selective form names the subnet, the whole one the mechanism's index in storage.
    assert told["second"] == [NETUID, 0, 1]
    assert told["all"] == [[0, 0], [1, 0], [2, 0], [2, 1]]


def _dissolved(told: dict[str, Any]) -> None:
    succeeded(told, free=True)
    assert events(told, "NetworkRemoved") == [NETUID]
    assert "BadOrigin" in told["foreign"]["message"]
    reserves = told["reserves"]
    weights = {
        "bob": told["stake"],
        "founder": told["owner_stake"],
        "pool": reserves["alpha_in"] + told["protocol_alpha"],
    }
    whole = sum(weights.values())
    shares = {name: reserves["tao_in"] * weight // whole for name, weight in weights.items()}
    for name in ("bob", "founder"):
        before, after = told[name]
        assert after - before == pytest.approx(shares[name], abs=1)  # the remainder goes by size
    [burnt] = [each["amount"] for each in events(told, "Withdraw")[1:]]
    assert burnt == pytest.approx(shares["pool"] - DEPOSIT, abs=2)
    paid = sum(told[name][1] - told[name][0] for name in ("bob", "founder"))
    assert paid + burnt + DEPOSIT == reserves["tao_in"]
    assert told["left"] == []
    assert (told["exists"], told["subnet"]) == (False, True)
    assert (told["netuids"], told["total"]) == ([0, 1], 2)
