"""Weights that calls report, by what they did."""

from __future__ import annotations

from local_node.runtime.frame.weight import Weight
from local_node.runtime.weights import reported


def test_each_refund_weighs_the_same() -> None:
    base = 110_703_000 + 2 * 25_000_000
    each = 39_503_253 + 2 * 25_000_000 + 2 * 100_000_000
    found = [reported.crowdloan_refund(count).ref_time for count in (0, 1, 7)]
    assert found == [base, base + each, base + 7 * each]


def test_a_multisig_weighs_by_signatories_and_bytes() -> None:
    for weigh, signatory, byte in (
        (reported.multisig_create, 144_320, 1_819),
        (reported.multisig_approve, 127_874, 1_968),
        (reported.multisig_complete, 193_313, 2_057),
    ):
        assert weigh(3, 0).minus(weigh(0, 0)) == Weight(3 * signatory)
        assert weigh(0, 50).minus(weigh(0, 0)) == Weight(50 * byte)
