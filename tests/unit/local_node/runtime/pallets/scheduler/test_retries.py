from __future__ import annotations

from chain_spec.pallets import scheduler as declared
from tests.unit.local_node.runtime.pallets.acting import REMARK, as_root, events_of, module_error
from tests.unit.local_node.runtime.pallets.scheduler.scheduler_calls import (
    NAME,
    agenda,
    call,
    dispatched,
    do,
    errors,
    named,
    schedule,
    wait,
)
from tests.unit.local_node.runtime.support import Node

# root is nobody who could transfer
FAILING = ("Balances", ("transfer_all", {"dest": ("Id", bytes(32)), "keep_alive": True}))


BAD_ORIGIN = ("Err", "BadOrigin")


def test_a_failed_task_is_tried_again():
    node = Node()
    do(node, named(4, FAILING))
    do(node, call("set_retry_named", id=NAME, retries=2, period=3))
    said = {"task": (4, 0), "id": NAME, "period": 3, "retries": 2}
    assert events_of(node, "Scheduler") == [("RetrySet", said)]
    retries = declared.storage.Retries
    assert wait(node, 4) == [
        dispatched(4, result=BAD_ORIGIN, id=NAME),
        ("Scheduled", {"when": 7, "index": 0}),
    ]
    config = {"total_retries": 2, "remaining": 1, "period": 3}
    assert node.context().get(retries, (7, 0)) == config
    assert agenda(node, 7)[0]["maybe_id"] is None
    assert wait(node, 7)[0] == dispatched(7, result=BAD_ORIGIN)
    assert wait(node, 10) == [dispatched(10, result=BAD_ORIGIN)]
    assert list(node.context().keys(retries)) == []
    assert wait(node, 13) == []


def test_a_task_that_went_well_is_not_tried_again():
    node = Node()
    do(node, schedule(4, REMARK))
    do(node, call("set_retry", task=(4, 0), retries=2, period=3))
    assert wait(node, 4) == [dispatched(4)]
    assert list(node.context().keys(declared.storage.Retries)) == []


def test_a_periodic_task_keeps_its_retries():
    node = Node()
    do(node, schedule(4, FAILING, periodic=(10, 2)))
    do(node, call("set_retry", task=(4, 0), retries=1, period=2))
    wait(node, 4)
    full = {"total_retries": 1, "remaining": 1, "period": 2}
    retries = declared.storage.Retries
    assert node.context().get(retries, (6, 0)) == {**full, "remaining": 0}
    assert node.context().get(retries, (14, 0)) == full


def test_retries_are_taken_back():
    node = Node()
    do(node, named(9, FAILING))
    not_found = ("Err", module_error(errors.NotFound))
    assert as_root(node, call("set_retry", task=(9, 1), retries=1, period=1)) == not_found
    unknown = call("set_retry_named", id=bytes(32), retries=1, period=1)
    assert as_root(node, unknown) == not_found
    for id, cancel in (
        (None, call("cancel_retry", task=(9, 0))),
        (NAME, call("cancel_retry_named", id=NAME)),
    ):
        do(node, call("set_retry", task=(9, 0), retries=1, period=1))
        do(node, cancel)
        said = {"task": (9, 0), "id": id}
        assert events_of(node, "Scheduler") == [("RetryCancelled", said)]
        assert list(node.context().keys(declared.storage.Retries)) == []
    assert as_root(node, call("cancel_retry", task=(9, 1))) == not_found
    assert as_root(node, call("cancel_retry_named", id=bytes(32))) == not_found
