"""Commitments in the clear and timelocked, and their space."""

from __future__ import annotations

import pytest

from tests.peers.scenarios.conftest import Play
from tests.peers.scenarios.reckoning import events, succeeded

pytestmark = [pytest.mark.peer, pytest.mark.slow]

NETUID = 2
LEAST = 100
"""The space that a commitment takes however short it is, in bytes."""


def test_commitments(play: Play) -> None:
    seen = play("commitments")
    hotkey = seen["prepare"]["hotkey"]

    plain = succeeded(seen["plain_text"], free=True)
    assert events(plain, "Commitment") == [{"netuid": NETUID, "who": hotkey}]
    assert plain["commitment"] == plain["text"]
    assert plain["all"] == {hotkey: plain["text"]}
    assert (plain["committed_at"], plain["deposit"]) == (plain["block"], 0)
    assert plain["space"]["used_space"] == LEAST
    assert not plain["stranger"]["success"]
    assert "AccountNotAllowedCommit" in plain["stranger"]["message"]

    # 250 bytes are two commitments of the least size, and not three.
    outcomes = seen["too_much"]["outcomes"]
    used = seen["too_much"]["used"]
    expected = [(used + (each + 1) * LEAST) <= 250 for each in range(3)]
    assert [success for success, _ in outcomes] == expected
    assert not outcomes[-1][0]
    assert "SpaceLimitExceeded" in outcomes[-1][1]
    assert seen["too_much"]["commitment"] == "x" * seen["too_much"]["lengths"][sum(expected) - 1]

    locked = succeeded(seen["timelocked"], free=True)
    [said] = events(locked, "TimelockCommitment")
    assert said == {"netuid": NETUID, "who": hotkey, "reveal_round": locked["round"]}
    assert locked["stored"] == [
        {
            "TimelockEncrypted": {
                "encrypted": locked["encrypted"],
                "reveal_round": locked["round"],
            }
        }
    ]
    assert (locked["revealed"], locked["all_revealed"]) == (None, {})
