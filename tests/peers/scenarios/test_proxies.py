"""Proxies of every kind that the SDK knows, with their deposits to the rao."""

from __future__ import annotations

from hashlib import blake2b
from typing import Any

import pytest

from btsdk.keys import ss58
from tests.peers.scenarios.conftest import Play
from tests.peers.scenarios.reckoning import TAO, events, refused, succeeded

pytestmark = [pytest.mark.peer, pytest.mark.slow]

ITEM, BYTE = 20_000_000, 1_000_000
"""Deposits for what is stored: for an item and for each of its bytes, in rao."""
PROXY = ITEM + 40 * BYTE + 33 * BYTE
ANNOUNCEMENT = ITEM + 16 * BYTE + 68 * BYTE
FILTERED = {"Err": {"Module": {"index": 0, "error": "0x05000000"}}}
DONE: dict[str, list[Any]] = {"Ok": []}


def test_proxies(play: Play) -> None:
    seen = play("proxies")
    bob, charlie = seen["transfer_only"]["keys"]
    _transfers_only(seen["transfer_only"], bob, charlie)
    _waits(seen["delayed"], bob)
    _is_nobodys(seen["pure"], bob)
    _explains(seen["reference"])


def _executed(told: dict[str, Any]) -> Any:
    [outcome] = events(succeeded(told), "ProxyExecuted")
    return outcome["result"]


def _transfers_only(told: dict[str, Any], bob: str, charlie: str) -> None:
    [said] = events(succeeded(told["added"]), "ProxyAdded")
    assert said == {"delegator": bob, "delegatee": charlie, "proxy_type": "Transfer", "delay": 0}
    assert told["listed"] == [[[charlie, "Transfer", 0]], PROXY]
    assert told["all"] == {bob: 1}
    assert told["reserved"] == [PROXY, 0]
    refused(told["again"], "Duplicate")
    assert _executed(told["acted"]) == DONE
    # The real account gives, the proxy pays the fee.
    assert told["moved"] == [-2 * TAO, -told["acted"]["fee"], 2 * TAO]
    assert _executed(told["filtered"]) == FILTERED
    refused(told["stranger"], "NotProxy")
    assert events(succeeded(told["removed"]), "Unreserved") == [{"who": bob, "amount": PROXY}]
    assert told["left"] == [[], 0]


def _waits(told: dict[str, Any], bob: str) -> None:
    refused(told["direct"], "Unannounced")
    announced = succeeded(told["announced"])
    assert told["pending"] == [[bob, told["call_hash"], announced["block"]]]
    assert told["reserved"] == [ANNOUNCEMENT, 0]
    refused(told["early"], "Unannounced")
    assert _executed(told["made"]) == DONE
    assert told["made"]["block"] >= announced["block"] + 3
    assert told["received"] == TAO
    [back] = events(succeeded(told["rejected"]), "Unreserved")
    assert back["amount"] == ANNOUNCEMENT
    assert (told["left"], told["proxies"]) == (0, [[], 0])


def _is_nobodys(told: dict[str, Any], bob: str) -> None:
    succeeded(told["made"])
    data = told["data"]
    numbers = data["height"].to_bytes(4, "little") + data["ext_index"].to_bytes(4, "little")
    kind, index = b"\0", b"\0\0"
    entropy = b"modlpy/proxy____" + ss58.decode(bob) + numbers + kind + index
    account = ss58.encode(blake2b(entropy, digest_size=32).digest())
    assert data["pure_account"] == account
    assert _executed(told["acted"]) == DONE
    assert (told["received"], told["left"]) == (TAO, 3 * TAO)
    assert _executed(told["killed"]) == DONE
    assert events(told["killed"], "Unreserved") == [{"who": bob, "amount": PROXY}]
    assert told["proxies"] == [[], 0]


def _explains(told: dict[str, Any]) -> None:
    assert told["constants"] == {
        "ProxyDepositBase": ITEM + 40 * BYTE,
        "ProxyDepositFactor": 33 * BYTE,
        "AnnouncementDepositBase": ITEM + 16 * BYTE,
        "AnnouncementDepositFactor": 68 * BYTE,
        "MaxProxies": 20,
        "MaxPending": 75,
    }
    names = [name for name, _, _ in told["types"]]
    assert [index for _, index, _ in told["types"]] == list(range(18))
    assert sorted(names) == told["filters"]
    deprecated = {name for name, _, is_deprecated in told["types"] if is_deprecated}
    assert deprecated == {"Senate", "Triumvirate", "Governance", "RootWeights"}
    assert set(told["transfer"]) == {
        "transfer_keep_alive",
        "transfer_allow_death",
        "transfer_all",
        "transfer_stake",
    }
