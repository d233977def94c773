"""Weights in the three schemes, with what an epoch makes of them."""

from __future__ import annotations

from hashlib import blake2b
from typing import Any

import pytest

from tests.peers.scenarios.conftest import Play
from tests.peers.scenarios.reckoning import events, refused, succeeded

pytestmark = [pytest.mark.peer, pytest.mark.slow]

NETUID, VERSION = 2, 7
MAX = 65_535


def test_weights(play: Play) -> None:
    seen = play("weights")
    prepared = seen["prepare"]
    assert prepared["permits"] == [True, True, False]
    assert (prepared["uid"], len(prepared["hotkeys"])) == (1, 3)
    _set_openly(seen["openly"])
    _refuses(seen["refusals"])
    _commits_and_reveals(seen["committed"], prepared["hotkey"])
    _commits_to_a_round(seen["timelocked"], prepared["address"])


def _set_openly(told: dict[str, Any]) -> None:
    assert events(succeeded(told, free=True), "WeightsSet") == [[NETUID, 1]]
    # 0.2, 0.3 and 0.5, scaled until the largest is the largest u16.
    weights = [26_214, 39_321, MAX]
    assert told["weights"] == [[1, [[uid, weight] for uid, weight in enumerate(weights)]]]
    assert told["neuron"] == told["weights"][0][1]
    assert told["metagraph"] == pytest.approx([0.2, 0.3, 0.5], abs=1e-6)
    assert told["last_update"][1] == told["block"]
    # One validator decides alone; what it gives itself does not count.
    others = weights[0] + weights[2]
    incentives = [weights[0] * MAX // others, 0, weights[2] * MAX // others]
    assert told["incentive_storage"] == pytest.approx(incentives, abs=1)
    assert told["incentives"] == pytest.approx([value / MAX for value in incentives], abs=1e-4)
    assert told["dividends"] == [0, MAX, 0]
    # A bond grows by a tenth of what it will be (the moving average keeps nine tenths).
    bonds = [[uid, incentives[uid] // 10] for uid in (0, 2)]
    assert [uid for uid, _ in told["bonds"]] == [0, 1, 2]
    assert told["bonds"][1][1] == [[uid, pytest.approx(bond, abs=1)] for uid, bond in bonds]
    assert told["active"] == [True, True, True]


def _refuses(told: dict[str, Any]) -> None:
    for name, error in {
        "no_permit": "NeuronNoValidatorPermit",
        "old_version": "IncorrectWeightVersionKey",
        "unknown_uid": "UidVecContainInvalidOne",
    }.items():
        success, message = told[name]
        assert not success
        assert error in message
    refused(told["commits_off"], "CommitRevealDisabled")


def _commits_and_reveals(told: dict[str, Any], hotkey: str) -> None:
    expected = _weight_hash(hotkey, [0, 1, 2], [MAX, 16_384, 32_768], [9, 8, 7, 6])
    [[_, netuid, commit_hash]] = events(succeeded(told["commit"], free=True), "WeightsCommitted")
    assert (netuid, commit_hash) == (NETUID, expected)
    [[stored_hash, commit_epoch, block, _]] = told["stored"]
    assert (stored_hash, block) == (expected, told["commit"]["block"])
    assert told["epoch"] == commit_epoch + told["period"]
    # Refused before they reach a block, with Subtensor's codes of its own.
    for name, code in (("early", 17), ("wrong", 16)):
        assert not told[name]["success"]
        assert f"Custom error: {code}" in told[name]["message"]
    reveal = succeeded(told["reveal"], free=True)
    assert events(reveal, "WeightsSet") == [[NETUID, 1]]
    assert [each[2] for each in events(reveal, "WeightsRevealed")] == [expected]
    assert told["weights"] == [[1, [[0, MAX], [1, 16_384], [2, 32_768]]]]
    assert told["left"] is None


def _weight_hash(hotkey: str, uids: list[int], values: list[int], salt: list[int]) -> str:
    """Blake2 of the SCALE of key, index, UIDs, values, salt and version."""

    def short_vector(numbers: list[int]) -> bytes:
        items = b"".join(number.to_bytes(2, "little") for number in numbers)
        return bytes([len(numbers) << 2]) + items

    parts = [bytes.fromhex(hotkey[2:]), NETUID.to_bytes(2, "little")]
    parts += [short_vector(numbers) for numbers in (uids, values, salt)]
    parts.append(VERSION.to_bytes(8, "little"))
    return "0x" + blake2b(b"".join(parts), digest_size=32).hexdigest()


def _commits_to_a_round(told: dict[str, Any], address: str) -> None:
    [sent] = told["sent"]
    commit_hash = "0x" + blake2b(bytes.fromhex(sent[2:]), digest_size=32).hexdigest()
    said = events(succeeded(told, free=True), "TimelockedWeightsCommitted")
    assert said == [[address, NETUID, commit_hash, told["round"]]]
    assert told["commits"] == [[address, told["block"], sent, told["round"]]]
    assert told["version"] == 4
    assert told["unchanged"]
