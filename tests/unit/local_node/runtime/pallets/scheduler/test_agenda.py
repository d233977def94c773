from __future__ import annotations

from tests.unit.local_node.runtime.pallets.acting import REMARK, as_root, events_of
from tests.unit.local_node.runtime.pallets.scheduler.scheduler_calls import call, do, schedule, wait
from tests.unit.local_node.runtime.support import Node


def test_an_agenda_has_fifty_slots():
    node = Node()
    batch = ("Utility", ("batch_all", {"calls": [schedule(9, REMARK)] * 50}))
    do(node, batch)
    assert as_root(node, schedule(9, REMARK)) == ("Err", "Exhausted")
    do(node, call("cancel", when=9, index=17))
    do(node, schedule(9, REMARK))
    assert events_of(node, "Scheduler") == [("Scheduled", {"when": 9, "index": 17})]
    assert as_root(node, schedule(9, REMARK)) == ("Err", "Exhausted")
    assert len(wait(node, 9)) == 50
