"""The weights that calls report after they ran, where they did less than the maximum."""

from __future__ import annotations

from local_node.runtime.frame.weight import Weight
from local_node.runtime.weights.cost import Weights


def lease_register(contributors: int) -> Weight:
    """The registration of a leased subnet with this many contributors."""
    base = Weights(301_560_714, proof_size=10_079, reads=41, writes=55)
    each = Weights(26_884_006, proof_size=2_579, reads=2, writes=2)
    return base.times(1).plus(each.times(contributors))


def lease_terminate(shareholders: int) -> Weight:
    """The end of a lease with this many shareholders."""
    base = Weights(56_635_122, proof_size=6_148, reads=4, writes=6)
    each = Weights(912_993, proof_size=2_529, reads=1, writes=1)
    return base.times(1).plus(each.times(shareholders))


def crowdloan_refund(refunded: int) -> Weight:
    """The refund of this many contributors."""
    base = Weights(110_703_000, proof_size=3_747, reads=2)
    each = Weights(39_503_253, proof_size=2_579, reads=2, writes=2)
    return base.times(1).plus(each.times(refunded))


def claim_root(hotkeys: int, subnets: int) -> Weight:
    """A claim with this many staking hotkeys, over this many subnets in all."""
    base = Weights(0, reads=1)
    hotkey = Weights(0, reads=3)
    subnet = Weights(60_000_000, proof_size=6_987, reads=7, writes=5)
    return base.times(1).plus(hotkey.times(hotkeys)).plus(subnet.times(subnets))


def multisig_threshold_1(length: int) -> Weight:
    """A multisig of threshold one, with a call of this many bytes."""
    return Weights(20_470_382, proof_size=3_997, reads=2).times(1).plus(Weights(397).times(length))


def multisig_create(signatories: int, length: int) -> Weight:
    """The first approval, with this many other signatories and a call of this many bytes."""
    base = Weights(29_976_762, proof_size=6_811, reads=1, writes=1)
    return _multisig(base, 144_320, signatories, 1_819, length)


def multisig_approve(signatories: int, length: int) -> Weight:
    """A further approval."""
    base = Weights(14_821_348, proof_size=6_811, reads=1, writes=1)
    return _multisig(base, 127_874, signatories, 1_968, length)


def multisig_complete(signatories: int, length: int) -> Weight:
    """The last approval, without the weight of the call."""
    base = Weights(34_745_418, proof_size=6_811, reads=4, writes=2)
    return _multisig(base, 193_313, signatories, 2_057, length)


def _multisig(base: Weights, signatory: int, signatories: int, byte: int, length: int) -> Weight:
    weight = base.times(1).plus(Weights(signatory).times(signatories))
    return weight.plus(Weights(byte).times(length))
