from __future__ import annotations

from chain_spec.pallets import preimage
from chain_spec.pallets import scheduler as declared
from tests.unit.local_node.runtime.pallets.acting import REMARK, events_of
from tests.unit.local_node.runtime.pallets.scheduler.scheduler_calls import (
    LONG,
    NAME,
    agenda,
    dispatched,
    do,
    give,
    named,
    schedule,
    wait,
)
from tests.unit.local_node.runtime.support import DAVE, TAO, Node


def test_a_call_is_carried_out_in_its_block():
    node = Node()
    do(node, schedule(4, give(7 * TAO)))
    assert events_of(node, "Scheduler") == [("Scheduled", {"when": 4, "index": 0})]
    (task,) = agenda(node, 4)
    assert (task["maybe_id"], task["maybe_periodic"]) == (None, None)
    assert (task["call"][0], task["origin"]) == ("Inline", ("system", "Root"))
    wait(node, 3)
    assert node.free(DAVE) == 2_000 * TAO
    assert wait(node, 4) == [dispatched(4)]
    assert node.free(DAVE) == 7 * TAO
    assert agenda(node, 4) == []
    assert node.context().get(declared.storage.IncompleteSince) == 5


def test_low_numbers_go_first():
    node = Node()
    for priority, amount in ((200, 1), (0, 2), (63, 3), (0, 4)):
        do(node, schedule(9, give(amount * TAO), priority))
    assert wait(node, 9) == [dispatched(9, index) for index in (1, 3, 2, 0)]
    assert node.free(DAVE) == 1 * TAO


def test_periodic():
    node = Node()
    do(node, named(3, give(TAO), periodic=(2, 3)))
    for when, left in ((3, (2, 1)), (5, None)):
        assert wait(node, when) == [
            dispatched(when, id=NAME),
            ("Scheduled", {"when": when + 2, "index": 0}),
        ]
        assert agenda(node, when + 2)[0]["maybe_periodic"] == left
        assert node.context().get(declared.storage.Lookup, NAME) == (when + 2, 0)
    assert wait(node, 7) == [dispatched(7, id=NAME)]
    assert node.context().get(declared.storage.Lookup, NAME) is None
    assert wait(node, 9) == []


def test_no_room_for_the_next_time():
    node = Node()
    do(node, schedule(3, REMARK, periodic=(7, 2)))
    do(node, ("Utility", ("batch_all", {"calls": [schedule(10, REMARK)] * 50})))
    assert wait(node, 3) == [
        dispatched(3),
        ("PeriodicFailed", {"task": (3, 0), "id": None}),
    ]


def test_a_call_that_is_not_to_be_had_is_given_up():
    node = Node()
    do(node, named(9, LONG))
    (task,) = agenda(node, 9)
    key = (task["call"][1]["hash"], task["call"][1]["len"])
    node.context().remove(preimage.storage.PreimageFor, key)
    said = {"task": (9, 0), "id": NAME}
    assert wait(node, 9) == [("CallUnavailable", said)]
    assert agenda(node, 9) == [task]  # for everybody to see, but never tried again
    assert node.context().get(declared.storage.Lookup, NAME) is None
    assert node.context().get(declared.storage.IncompleteSince) == 10
    assert wait(node, 10) == []


def test_a_call_that_cannot_be_read_is_reported_before_its_bytes_go():
    """`service_task` in FRAME's `scheduler/src/lib.rs` deposits `CallUnavailable` and then drops
    the preimage; for a task that is too heavy it is the other way round.
    """
    node = Node()
    do(node, schedule(9, LONG))
    (task,) = agenda(node, 9)
    key, length = task["call"][1]["hash"], task["call"][1]["len"]
    do(node, ("Preimage", ("unrequest_preimage", {"hash": key})))
    node.context().put(preimage.storage.PreimageFor, (key, length), b"\xff" * length)
    wait(node, 9)
    said = [("CallUnavailable", {"task": (9, 0), "id": None}), ("Cleared", {"hash": key})]
    assert events_of(node, "Scheduler", "Preimage") == said


def test_the_base_filter_does_not_hold_root():
    node = Node()
    batch = ("Utility", ("batch", {"calls": [("Utility", ("batch", {"calls": [give(TAO)]}))]}))
    do(node, schedule(9, batch))
    assert wait(node, 9) == [dispatched(9)]
    assert node.free(DAVE) == TAO
