"""Timelocked weights open with the pulse of their round, in their epoch, and for their sender."""

from __future__ import annotations

from typing import Any

import pytest

from btsdk.scale.primitives import compact_encode
from btsdk.timelock.encryption import encrypt
from chain_spec.pallets import drand
from chain_spec.pallets.subtensor import storage
from local_node.embedded.drand_beacon import DevelopmentBeacon
from local_node.runtime.frame import Context
from local_node.runtime.pallets.subtensor.coinbase.reveal_commits import reveal_matured_commits
from tests.unit.local_node.runtime.pallets.subtensor.chain import dev_context, go_to, subnet
from tests.unit.local_node.runtime.support import decoded_events

BEACON = DevelopmentBeacon()
ROUND = 100
VALIDATOR = 1
COMMITTED_IN = 5
UIDS, VALUES = [0, 2], [7, 14]


@pytest.fixture
def ctx() -> Context:
    """Four neurons on subnet 1, of which uid 1 holds a permit; the epoch of the reveal."""
    ctx = dev_context()
    subnet(ctx, 1, neurons=4)
    ctx.put(storage.ValidatorPermit, 1, [False, True, False, False])
    ctx.put(storage.CommitRevealWeightsEnabled, 1, True)
    ctx.put(storage.RevealPeriodEpochs, 1, 1)
    ctx.put(storage.SubnetEpochIndex, 1, COMMITTED_IN + 1)
    go_to(ctx, 50)
    ctx.put(storage.LastEpochBlock, 1, 50)
    return ctx


def numbers(values: list[int]) -> bytes:
    return compact_encode(len(values)) + b"".join(v.to_bytes(2, "little") for v in values)


def weights_bytes() -> bytes:
    return numbers(UIDS) + numbers(VALUES) + (0).to_bytes(8, "little")


def hotkey(ctx: Context, uid: int = VALIDATOR) -> bytes:
    return subnet(ctx)[uid]


def store(ctx: Context, message: bytes, *, uid: int = VALIDATOR, epoch: int = COMMITTED_IN) -> None:
    sealed = encrypt(message, ROUND, BEACON.public_key)
    entry: Any = (hotkey(ctx, uid), 40, sealed, ROUND)
    ctx.put(storage.TimelockedWeightCommits, (1, epoch), [entry])


def post_pulse(ctx: Context) -> None:
    ctx.put(drand.storage.Pulses, ROUND, BEACON.pulse(ROUND))


def own(ctx: Context, uid: int = VALIDATOR) -> bytes:
    return compact_encode(32) + hotkey(ctx, uid) + weights_bytes()


def revealed(ctx: Context) -> Any:
    return ctx.get(storage.Weights, (1, VALIDATOR))


def test_waits_for_its_pulse_and_opens_with_it(ctx: Context) -> None:
    store(ctx, own(ctx))
    reveal_matured_commits(ctx)
    assert revealed(ctx) == []
    assert ctx.contains(storage.TimelockedWeightCommits, (1, COMMITTED_IN))

    post_pulse(ctx)
    reveal_matured_commits(ctx)
    # 7 : 14, the greatest made full: 32,767.5 rounds up
    assert revealed(ctx) == [(0, 32_768), (2, 65_535)]
    assert not ctx.contains(storage.TimelockedWeightCommits, (1, COMMITTED_IN))
    assert decoded_events(ctx)[-1][1:] == ("TimelockedWeightsRevealed", (1, hotkey(ctx)))


def test_the_older_form_names_no_hotkey(ctx: Context) -> None:
    store(ctx, weights_bytes())
    post_pulse(ctx)
    reveal_matured_commits(ctx)
    assert revealed(ctx) == [(0, 32_768), (2, 65_535)]


@pytest.mark.parametrize("spoil", ["stranger", "garbage", "truncated", "uids"])
def test_what_does_not_hold_is_gone_without_effect(ctx: Context, spoil: str) -> None:
    messages = {
        "stranger": own(ctx, uid=2),
        "garbage": b"\xff" * 60,
        "truncated": own(ctx)[:-3],
        "uids": numbers([0, 9]) + numbers(VALUES) + bytes(8),
    }
    store(ctx, messages[spoil])
    post_pulse(ctx)
    before = len(decoded_events(ctx))
    reveal_matured_commits(ctx)
    assert revealed(ctx) == []
    assert not ctx.contains(storage.TimelockedWeightCommits, (1, COMMITTED_IN))
    assert len(decoded_events(ctx)) == before


@pytest.mark.parametrize(("epoch", "stays"), [(COMMITTED_IN - 1, False), (COMMITTED_IN + 1, True)])
def test_another_epochs_commit_is_not_opened(ctx: Context, epoch: int, stays: bool) -> None:
    store(ctx, own(ctx), epoch=epoch)
    post_pulse(ctx)
    reveal_matured_commits(ctx)
    assert revealed(ctx) == []
    assert ctx.contains(storage.TimelockedWeightCommits, (1, epoch)) is stays


def test_what_is_no_ciphertext_is_dropped(ctx: Context) -> None:
    ctx.put(
        storage.TimelockedWeightCommits, (1, COMMITTED_IN), [(hotkey(ctx), 40, b"sealed", ROUND)]
    )
    post_pulse(ctx)
    reveal_matured_commits(ctx)
    assert not ctx.contains(storage.TimelockedWeightCommits, (1, COMMITTED_IN))
