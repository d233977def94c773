from __future__ import annotations

from typing import Any

import pytest

from chain_spec.pallets import preimage
from chain_spec.pallets import scheduler as declared
from tests.unit.local_node.runtime.pallets.acting import REMARK, as_root, module_error
from tests.unit.local_node.runtime.pallets.scheduler.scheduler_calls import (
    LONG,
    NAME,
    agenda,
    call,
    dispatched,
    do,
    errors,
    give,
    named,
    schedule,
    wait,
)
from tests.unit.local_node.runtime.support import TAO, Node


def test_after_so_many_blocks_between():
    node = Node()
    later = call("schedule_after", after=2, maybe_periodic=None, priority=0, call=give(TAO))
    do(node, later)
    assert wait(node, 4) == [dispatched(4)]
    at_once = call("schedule_named_after", id=NAME, **{**later[1][1], "after": 0})
    do(node, at_once)
    assert wait(node, 6) == [dispatched(6, id=NAME)]


def test_not_in_the_past():
    node = Node()
    past = ("Err", module_error(errors.TargetBlockNumberInPast))
    assert as_root(node, schedule(1, REMARK)) == past
    assert as_root(node, schedule(2, LONG)) == past  # that block is being made
    assert list(node.context().keys(preimage.storage.RequestStatusFor)) == []


def test_a_name_is_there_once():
    node = Node()
    do(node, named(9, give(TAO)))
    assert node.context().get(declared.storage.Lookup, NAME) == (9, 0)
    taken = ("Err", module_error(errors.FailedToSchedule))
    assert as_root(node, named(10, REMARK)) == taken
    assert wait(node, 9) == [dispatched(9, id=NAME)]
    assert node.context().get(declared.storage.Lookup, NAME) is None
    do(node, named(12, REMARK))


@pytest.mark.parametrize("periodic", [(0, 5), (5, 1), (5, 0)])
def test_once_is_not_periodic(periodic: tuple[int, int]):
    node = Node()
    do(node, schedule(9, REMARK, periodic=periodic))
    assert agenda(node, 9)[0]["maybe_periodic"] is None


def status_of(node: Node, task: Any) -> Any:
    return node.context().get(preimage.storage.RequestStatusFor, task["call"][1]["hash"])


def test_a_long_call_lies_in_a_preimage():
    node = Node()
    do(node, schedule(9, LONG))
    (task,) = agenda(node, 9)
    assert (task["call"][0], task["call"][1]["len"]) == ("Lookup", 204)
    # storing it was a request, and the agenda's own is the second
    requested = {"maybe_ticket": None, "count": 2, "maybe_len": 204}
    assert status_of(node, task) == ("Requested", requested)
    assert wait(node, 9) == [dispatched(9)]
    assert status_of(node, task) == ("Requested", {**requested, "count": 1})
