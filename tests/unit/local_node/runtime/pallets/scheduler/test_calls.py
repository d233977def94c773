from __future__ import annotations

from chain_spec.pallets import scheduler as declared
from tests.unit.local_node.runtime.pallets.acting import REMARK, failed, run
from tests.unit.local_node.runtime.pallets.scheduler.scheduler_calls import (
    NAME,
    call,
    named,
    schedule,
)
from tests.unit.local_node.runtime.support import Node


def test_only_root_schedules():
    node = Node()
    address = (9, 0)
    calls = [
        schedule(9, REMARK),
        named(9, REMARK),
        call("schedule_after", after=1, maybe_periodic=None, priority=0, call=REMARK),
        call(
            "schedule_named_after", id=NAME, after=1, maybe_periodic=None, priority=0, call=REMARK
        ),
        call("cancel", when=9, index=0),
        call("cancel_named", id=NAME),
        call("set_retry", task=address, retries=1, period=1),
        call("set_retry_named", id=NAME, retries=1, period=1),
        call("cancel_retry", task=address),
        call("cancel_retry_named", id=NAME),
    ]
    assert {each[1][0] for each in calls} == set(node.interface.pallets["Scheduler"].calls)
    for each in calls:
        assert run(node, each) == failed("BadOrigin")
    assert list(node.context().keys(declared.storage.Agenda)) == []
