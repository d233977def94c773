"""Registering on the root network."""

from __future__ import annotations

from btsdk.ops import AddStake, RootRegister
from tests.unit.btsdk.staked import ALICE, ALICE_2, BOB, BOB_1, NOBODY, Staked, tao


def test_a_seat(real: Staked) -> None:
    receipt = real.do(RootRegister(ALICE_2))
    assert "NeuronRegistered" in {event.name for event in receipt.events}
    assert real.view.uid(0, ALICE_2) is not None
    real.refuses(RootRegister(ALICE_2), "HotKeyAlreadyRegisteredInSubNet")
    new = real.draft(RootRegister(NOBODY))
    assert any("becomes the owner" in effect for effect in new.effects)
    other = real.draft(RootRegister(BOB_1), ALICE)
    assert any("another coldkey" in warning for warning in other.warnings)


def test_a_full_network(real: Staked) -> None:
    real.do(RootRegister(ALICE_2))
    real.do(AddStake(ALICE_2, 0, tao("10")))
    real.set(MaxAllowedUids=[[[0], len(real.view.neurons(0))]])
    seats = [real.view.hotkey_stake(neuron.hotkey, 0) for neuron in real.view.neurons(0)]
    if min(seats).rao == 0:
        real.set(MaxAllowedUids=[[[0], len(seats)]])
    real.refuses(RootRegister(BOB_1), "StakeTooLowForRoot", BOB)
    real.do(AddStake(BOB_1, 0, tao("20")), BOB)
    found = real.draft(RootRegister(BOB_1), BOB)
    assert found.refusals == ()
    assert any("it replaces 5" in effect for effect in found.effects)
    real.do(RootRegister(BOB_1), BOB)
    assert real.view.uid(0, BOB_1) is not None


def test_too_many_in_an_interval(real: Staked) -> None:
    real.set(RegistrationsThisInterval=[[[0], 6]], TargetRegistrationsPerInterval=[[[0], 2]])
    real.refuses(RootRegister(ALICE_2), "TooManyRegistrationsThisInterval")
