from __future__ import annotations

from chain_spec.pallets import scheduler as declared
from tests.unit.local_node.runtime.pallets.acting import REMARK, as_root, events_of, module_error
from tests.unit.local_node.runtime.pallets.scheduler.scheduler_calls import (
    NAME,
    agenda,
    call,
    do,
    errors,
    give,
    named,
    schedule,
    wait,
)
from tests.unit.local_node.runtime.support import TAO, Node


def test_cancelled_by_address_or_name():
    node = Node()
    for amount in (1, 2, 3):
        do(node, schedule(20, give(amount * TAO)))
    do(node, named(20, give(4 * TAO)))
    do(node, call("set_retry", task=(20, 1), retries=3, period=1))
    do(node, call("cancel", when=20, index=1))
    assert events_of(node, "Scheduler") == [("Canceled", {"when": 20, "index": 1})]
    assert [task is None for task in agenda(node, 20)] == [False, True, False, False]
    assert node.context().get(declared.storage.Retries, (20, 1)) is None
    not_found = ("Err", module_error(errors.NotFound))
    for gone in ((20, 1), (20, 4), (21, 0)):
        assert as_root(node, call("cancel", when=gone[0], index=gone[1])) == not_found
    do(node, call("cancel_named", id=NAME))
    assert len(agenda(node, 20)) == 3  # what is empty at the end goes
    assert as_root(node, call("cancel_named", id=NAME)) == not_found
    do(node, call("cancel", when=20, index=2))
    assert len(agenda(node, 20)) == 1
    do(node, call("cancel", when=20, index=0))
    assert list(node.context().keys(declared.storage.Agenda)) == []
    assert wait(node, 20) == []


def test_a_task_with_a_name_is_cancelled_by_address_too():
    node = Node()
    do(node, named(20, REMARK))
    do(node, call("cancel", when=20, index=0))
    assert node.context().get(declared.storage.Lookup, NAME) is None
