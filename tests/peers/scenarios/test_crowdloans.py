"""Crowdloans that reach their cap, miss it, and end in a leased subnet."""

from __future__ import annotations

from typing import Any

import pytest

from tests.peers.scenarios.conftest import Play
from tests.peers.scenarios.reckoning import TAO, events, refused, succeeded

pytestmark = [pytest.mark.peer, pytest.mark.slow]

DEPOSIT = 10 * TAO
PROXY_DEPOSIT = 93_000_000


def test_crowdloans(play: Play) -> None:
    seen = play("crowdloans")
    keys = seen["reached"]["keys"]
    _reaches_its_cap(seen["reached"], *keys)
    _misses_its_cap(seen["missed"])
    _leases(seen["leased"], keys[0])


def _reaches_its_cap(told: dict[str, Any], creator: str, giver: str, latecomer: str) -> None:
    created = succeeded(told["created"])
    assert told["next_id"] == [0, 1]
    assert told["paid"] == DEPOSIT + created["fee"]
    target, received = told["target"]
    [said] = events(created, "Created")
    terms = {"creator": creator, "end": said["end"], "cap": 15 * TAO}
    assert said == {"crowdloan_id": 0, **terms}
    unchanging = {
        "id": 0,
        **terms,
        "deposit": DEPOSIT,
        "min_contribution": TAO,
        "funds_account": told["started"]["funds_account"],
        "target_address": target,
        "call": None,
    }
    started = {"raised": DEPOSIT, "finalized": False, "contributors_count": 1}
    assert told["started"] == {**unchanging, **started}
    refused(told["little"], "ContributionTooLow")
    assert told["given_paid"] == 3 * TAO + succeeded(told["given"])["fee"]
    refused(told["too_soon"], "CapNotRaised")
    [taken] = events(succeeded(told["taken"]), "Withdrew")
    assert taken == {"crowdloan_id": 0, "contributor": giver, "amount": 3 * TAO}
    assert told["raised_then"] == DEPOSIT
    # Nine were offered, five fit.
    assert told["filled_paid"] == 5 * TAO + succeeded(told["filled"])["fee"]
    refused(told["full"], "CapRaised")
    assert told["contributions"] == {creator: DEPOSIT, latecomer: 5 * TAO}
    refused(told["foreign"], "InvalidOrigin")
    assert events(succeeded(told["finalized"]), "Finalized") == [{"crowdloan_id": 0}]
    finished = {"raised": 15 * TAO, "finalized": True, "contributors_count": 2}
    assert told["loan"] == {**unchanging, **finished}
    assert received == 15 * TAO


def _misses_its_cap(told: dict[str, Any]) -> None:
    refused(told["aimless"], "InvalidFinalizationConfig")
    succeeded(told["created"])
    for each in told["changed"]:
        succeeded(each)
    loan = told["loan"]
    assert (loan["cap"], loan["min_contribution"]) == (40 * TAO, 2 * TAO)
    assert (loan["raised"], loan["contributors_count"]) == (14 * TAO, 2)
    # Given back to those who gave; the creator's deposit stays until the end.
    assert events(succeeded(told["refunded"]), "AllRefunded") == [{"crowdloan_id": 1}]
    assert told["back"] == [-told["refunded"]["fee"], 4 * TAO]
    assert told["raised"] == DEPOSIT
    assert told["at_the_end"] == DEPOSIT - succeeded(told["dissolved"])["fee"]
    assert told["left"] == [0]
    assert told["constants"] == {
        "AbsoluteMinimumContribution": TAO // 10,
        "MaxContributors": 500,
        "MaximumBlockDuration": 20_000,
        "MinimumDeposit": DEPOSIT,
        "MinimumBlockDuration": 50,
        "RefundContributorsLimit": 50,
    }


def _leases(told: dict[str, Any], creator: str) -> None:
    finalized = succeeded(told["finalized"])
    call = told["call"]
    assert (call["call_module"], call["call_function"]) == (
        "SubtensorModule",
        "register_leased_network",
    )
    assert [each["value"] for each in call["call_args"]] == [30, told["end"]]
    lease = told["lease"]
    cost = told["cost"] + PROXY_DEPOSIT
    assert lease["cost"] == cost
    assert lease["beneficiary"] == creator
    assert (lease["netuid"], lease["emissions_share"], lease["end_block"]) == (2, 30, told["end"])
    assert told["owner"] == lease["coldkey"]
    assert told["proxies"] == [[creator, "SubnetLeaseBeneficiary"]]
    # What the subnet did not cost goes back by contribution: 100 and 1,100 TAO of 1,200.
    left = 1_200 * TAO - cost
    given = left * 1_100 // 1_200
    assert told["back"][1] == pytest.approx(given, abs=1)
    assert told["back"][0] + finalized["fee"] == pytest.approx(left - given, abs=1)
    assert told["shares"]["bits"] == pytest.approx((1_100 << 64) // 1_200, rel=1e-15)
