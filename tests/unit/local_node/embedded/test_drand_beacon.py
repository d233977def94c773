"""The development beacon on a real chain: pulses come by themselves and open what was locked."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256

import pytest

from btsdk.timelock import bls
from btsdk.timelock.encryption import round_message
from chain_spec.chains import load
from chain_spec.declare import Value
from chain_spec.pallets import drand
from local_node.chain.chain import Chain
from local_node.chain.clock import Clock
from local_node.chain.modes import Manual
from local_node.embedded import drand_beacon
from local_node.state.store import Store

NOON = (drand_beacon.GENESIS_TIME + 100_000 * drand_beacon.PERIOD) * 1000


@pytest.fixture
def chain() -> Iterator[Chain]:
    # The wall stands still at the start of a round, so that the rounds that pass are counted.
    clock = Clock(lambda: NOON)
    chain = Chain.open(load("dev"), Store(), clock, mode=Manual())
    yield chain
    chain.close()


def number(chain: Chain, item: Value[int]) -> int:
    return int.from_bytes(chain.state().get(item.prefix) or b"", "little")


def pulses(chain: Chain) -> int:
    return len(list(chain.state().items(drand.storage.Pulses.prefix)))


def test_a_pulse_is_a_signature_of_its_round() -> None:
    own = drand_beacon.DevelopmentBeacon()
    pulse = own.pulse(77)
    assert bls.verify(own.public_key, round_message(77), pulse["signature"])
    assert pulse["randomness"] == sha256(pulse["signature"]).digest()
    assert own.pulse(77) == pulse
    assert drand_beacon.DevelopmentBeacon(secret=7).pulse(77) != pulse


def test_rounds_are_those_of_quicknet() -> None:
    assert drand_beacon.round_at(1_692_803_367_000) == 1
    assert drand_beacon.round_at(1_692_803_369_999) == 1
    assert drand_beacon.round_at(1_692_803_370_000) == 2
    assert drand_beacon.round_at(0) == 0


def test_the_spec_names_this_beacon() -> None:
    assert load("dev").genesis["drand"]["beacon"] == drand_beacon.DevelopmentBeacon().info()


def test_each_round_has_its_pulse(chain: Chain) -> None:
    cancel = drand_beacon.attach(chain)
    assert cancel is not None
    for _ in range(26):
        chain.author_block()
    timestamp = chain.timestamp_ms
    assert timestamp is not None
    # what came with the last block waits in the pool
    assert number(chain, drand.storage.LastStoredRound) >= drand_beacon.round_at(timestamp) - 1
    assert pulses(chain) in (2, 3)
    cancel()
    chain.author_block()
    count = pulses(chain)
    for _ in range(13):
        chain.author_block()
    assert pulses(chain) == count


def test_a_long_silence_is_not_made_up_for(chain: Chain) -> None:
    drand_beacon.attach(chain)
    for _ in range(3):
        chain.author_block()
    assert pulses(chain) == 1
    before = chain.timestamp_ms
    assert before is not None
    chain.travel_to(before + 3_600_000)
    for _ in range(3):
        chain.author_block()
    assert pulses(chain) == 2
    now = chain.timestamp_ms
    assert now is not None
    assert number(chain, drand.storage.LastStoredRound) == drand_beacon.round_at(now)


def test_a_short_one_is(chain: Chain) -> None:
    drand_beacon.attach(chain)
    for _ in range(3):
        chain.author_block()
    before = chain.timestamp_ms
    assert before is not None
    chain.travel_to(before + 30_000)
    for _ in range(3):
        chain.author_block()
    assert pulses(chain) == 11


@pytest.mark.parametrize("name", ["local", "fast"])
def test_a_chain_that_goes_by_another_beacon_is_left_alone(name: str) -> None:
    chain = Chain.open(load(name), Store(), mode=Manual())
    assert drand_beacon.attach(chain) is None
    chain.author_block()
    assert len(chain.pool) == 0
    chain.close()
