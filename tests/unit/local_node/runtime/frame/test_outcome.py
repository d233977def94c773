"""Inner calls: how they went, what is left of them, and what they are charged with."""

from __future__ import annotations

import pytest

from local_node.runtime.frame.errors import DispatchFailure
from local_node.runtime.frame.origin import root, signed
from local_node.runtime.frame.outcome import attempt
from tests.unit.local_node.runtime.pallets.acting import REMARK, transfer
from tests.unit.local_node.runtime.pallets.calling import key, rich, state
from tests.unit.local_node.runtime.support import TAO, fresh_context


def test_a_call_that_goes_well() -> None:
    ctx = fresh_context()
    who = rich(ctx, key(1))
    outcome = attempt(ctx, transfer(TAO, key(2)), signed(who))
    assert (outcome.failure, outcome.error, outcome.result) == (None, None, ("Ok", ()))
    assert outcome.weight == ctx.runtime.dispatch_info(transfer(TAO, key(2))).call_weight


def test_a_call_that_fails_leaves_nothing() -> None:
    ctx = fresh_context()
    who = rich(ctx, key(1), tao=1)
    both = ("Utility", ("batch_all", {"calls": [transfer(1_000, key(2)), transfer(2 * TAO)]}))
    before = state(ctx)
    outcome = attempt(ctx, both, signed(who))
    assert isinstance(outcome.failure, DispatchFailure)
    assert outcome.result == ("Err", ("Token", "FundsUnavailable"))
    assert state(ctx) == before
    # of the two calls both were tried, so the weight is no less than theirs
    assert outcome.weight.ref_time >= ctx.runtime.dispatch_info(transfer(1)).call_weight.ref_time


def test_less_is_charged_where_less_was_done() -> None:
    ctx = fresh_context()
    who = rich(ctx, key(1), tao=1)
    stops = ("Utility", ("batch", {"calls": [transfer(2 * TAO), transfer(1), transfer(1)]}))
    declared = ctx.runtime.dispatch_info(stops).call_weight
    assert attempt(ctx, stops, signed(who)).weight.ref_time < declared.ref_time


@pytest.mark.parametrize("bypass", [False, True])
def test_filters_may_be_passed_by(bypass: bool) -> None:
    ctx = fresh_context()
    origin = signed(key(1)).with_filter(lambda call: False)
    failure = attempt(ctx, REMARK, origin, bypass=bypass).failure
    assert (failure is None) is bypass
    assert attempt(ctx, REMARK, root).failure is None
