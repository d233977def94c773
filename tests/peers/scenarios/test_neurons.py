"""A neuron's axon, identity, take, root, children, claims and locks, through the SDK."""

from __future__ import annotations

import math
from typing import Any

import pytest

from tests.peers.scenarios.conftest import Play
from tests.peers.scenarios.reckoning import TAO, events, refused, succeeded

pytestmark = [pytest.mark.peer, pytest.mark.slow]

NETUID = 2
U16, U64 = 65_535, (1 << 64) - 1
MATURITY = 934_866
"""In how many blocks a lock's conviction comes to 1 - 1/e of the lock (`MaturityRate`)."""


def test_neurons(play: Play) -> None:
    seen = play("neurons")
    keys = seen["prepare"]
    _serves(seen["serve"], keys["//Bob"][1])
    _is_known(seen["identify"], keys["//Bob"][0])
    _takes(seen["takes"], keys["//Bob"])
    _is_on_root(seen["root"], keys)
    _has_a_child(seen["children"], keys["//Bob"][1], keys["//Charlie"][1])
    _claims(seen["claims"], keys)
    _locks(seen["lock"], keys["//Bob"])


def _not_admitted(told: dict[str, Any], code: int) -> None:
    """Refused before a block, with one of Subtensor's own codes."""
    assert not told["success"]
    assert f"Custom error: {code} " in told["message"]


def _serves(told: dict[str, Any], hotkey: str) -> None:
    for name in ("plain", "secured"):
        assert events(succeeded(told[name], free=True), "AxonServed") == [[NETUID, hotkey]]
    _not_admitted(told["local"], 11)
    assert told["first"] == {"ip": "11.22.33.44", "port": 8_091, "protocol": 4, "ip_type": 4}
    assert told["second"] == {"ip": "2a01:4f8::7", "port": 8_443, "protocol": 4, "ip_type": 6}
    assert told["metagraph"] == ["2a01:4f8::7", 8_443, hotkey]
    assert not told["unserved"]
    certificate = "\x07" * 33
    assert told["certificate"] == certificate
    assert told["certificates"] == {hotkey: certificate}


def _is_known(told: dict[str, Any], coldkey: str) -> None:
    assert events(succeeded(told), "ChainIdentitySet") == [coldkey]
    sent = told["sent"]
    renamed = {"github" if key == "github_repo" else key: value for key, value in sent.items()}
    assert told["identity"] == renamed
    assert told["all"] == {coldkey: renamed}
    assert told["in_metagraph"] == [None, sent]
    assert told["nobodys"] is None


def _takes(told: dict[str, Any], keys: list[str]) -> None:
    assert told["before"] == pytest.approx(0.18, abs=1 / U16)
    lower, higher = int(0.09 * U16), int(0.12 * U16)
    assert events(succeeded(told["lower"], free=True), "TakeDecreased") == [[*keys, lower]]
    assert told["middle"] == lower / U16
    refused(told["soon"], "DelegateTxRateLimitExceeded")
    assert events(succeeded(told["higher"], free=True), "TakeIncreased") == [[*keys, higher]]
    assert (told["stored"], told["after"]) == (higher, higher / U16)
    _not_admitted(told["much"], 27)
    _not_admitted(told["foreign"], 25)


def _is_on_root(told: dict[str, Any], keys: dict[str, Any]) -> None:
    alice, (bob, hotkey) = keys["//Alice"][0], keys["//Bob"]
    assert events(succeeded(told["registered"]), "NeuronRegistered") == [[0, 0, hotkey]]
    assert (told["uid"], told["netuids"]) == (0, [0, NETUID])
    # On root a TAO is a TAO, with no fee but the extrinsic's.
    staked, removed = succeeded(told["staked"]), succeeded(told["removed"])
    assert events(staked, "StakeAdded") == [[alice, hotkey, 7 * TAO, 7 * TAO, 0, 0]]
    assert told["paid"] == 7 * TAO + staked["fee"]
    assert events(removed, "StakeRemoved") == [[alice, hotkey, 2 * TAO, 2 * TAO, 0, 0]]
    assert told["gained"] == 2 * TAO - removed["fee"]
    assert told["stake"] == 5 * TAO
    delegate = told["delegate"]
    assert delegate["owner"] == bob
    assert delegate["take"] == int(0.12 * U16) / U16
    assert delegate["registrations"] == [0, NETUID]
    assert delegate["nominators"] == {bob: {"2": told["alpha"]}, alice: {"0": 5 * TAO}}
    assert told["is_delegate"]
    assert told["delegates"] == [hotkey]
    assert told["delegated"] == [[hotkey, 0, 5 * TAO]]
    assert told["tao_stake"] == 5 * TAO * 18 // 100  # the SDK's own weight for TAO
    assert hotkey in told["staking_hotkeys"]
    assert told["owned_hotkeys"] == [hotkey]
    assert told["total_stake"][1] == told["alpha"]


def _has_a_child(told: dict[str, Any], hotkey: str, child: str) -> None:
    refused(told["foreign"], "NonAssociatedColdKey")
    refused(told["own"], "InvalidChild")
    refused(told["twice"], "DuplicateChild")
    [[parent, netuid, due, [[proportion, named]]]] = events(succeeded(told), "SetChildrenScheduled")
    assert (parent, netuid, named) == (hotkey, NETUID, child)
    assert proportion == pytest.approx(U64 // 4, abs=1)
    assert due == told["block"] + told["cooldown"]
    refused(told["soon"], "TxRateLimitExceeded")
    assert told["pending"] == [[[0.25, child]], due]
    assert told["not_yet"] == [True, [], ""]
    assert told["effective_at"] >= due
    assert told["children"] == [True, [[0.25, child]], ""]
    assert told["parents"] == [[0.25, hotkey]]
    assert told["still_pending"] == [[], 0]


def _claims(told: dict[str, Any], keys: dict[str, Any]) -> None:
    assert (told["before"], told["kept"]) == ("Swap", "Keep")
    some = {"KeepSubnets": {"subnets": [NETUID]}}
    assert told["after"] == some
    for name, kind in (("keep", "Keep"), ("some", some)):
        [said] = events(succeeded(told[name]), "RootClaimTypeSet")
        assert said == {"coldkey": keys["//Bob"][0], "root_claim_type": kind}
    succeeded(told["auto"])
    assert told["auto_stakes"] == {str(NETUID): keys["//Charlie"][1]}
    assert (told["claimable"], told["claimed"]) == (0, 0)


def _locks(told: dict[str, Any], keys: list[str]) -> None:
    coldkey, hotkey = keys
    amount = 10 * TAO
    [said] = events(succeeded(told), "StakeLocked")
    assert said == {"coldkey": coldkey, "hotkey": hotkey, "netuid": NETUID, "amount": amount}
    state = {"locked_mass": amount, "conviction": 0.0, "last_update": told["block"]}
    assert told["state"] == state
    assert told["locks"] == [[hotkey, state]]
    refused(told["much"], "StakeUnavailable")
    # Read one or more blocks after the lock.
    ages = told["conviction"] / (amount * (1 - math.exp(-1 / MATURITY)))
    assert ages == pytest.approx(round(ages), rel=1e-3)
    assert 1 <= round(ages) <= 20
    assert told["most"] == hotkey
