from __future__ import annotations

from typing import Any

import pytest

from chain_spec.pallets import preimage, system
from chain_spec.pallets import scheduler as declared
from tests.unit.local_node.runtime.pallets.acting import (
    REMARK,
    as_root,
    events_of,
    failed,
    module_error,
    run,
)
from tests.unit.local_node.runtime.support import DAVE, TAO, Node

errors = declared.errors
NAME = b"a task".ljust(32, b"\0")
OK = ("Ok", ())


def give(amount: int) -> Any:
    """A call that only root may make, and whose outcome shows."""
    who = ("Id", DAVE.public_key)
    return ("Balances", ("force_set_balance", {"who": who, "new_free": amount}))


# root is nobody who could transfer
FAILING = ("Balances", ("transfer_all", {"dest": ("Id", bytes(32)), "keep_alive": True}))
LONG = ("System", ("remark", {"remark": bytes(200)}))


def call(name: str, **args: Any) -> Any:
    return ("Scheduler", (name, args))


def schedule(when: int, inner: Any, priority: int = 0, periodic: Any = None) -> Any:
    return call("schedule", when=when, maybe_periodic=periodic, priority=priority, call=inner)


def named(when: int, inner: Any, id: bytes = NAME, periodic: Any = None) -> Any:
    return call("schedule_named", id=id, when=when, maybe_periodic=periodic, priority=0, call=inner)


def do(node: Node, each: Any) -> None:
    assert as_root(node, each) == OK


def agenda(node: Node, when: int) -> list[Any]:
    return node.context().get(declared.storage.Agenda, when)


def wait(node: Node, number: int) -> list[tuple[str, Any]]:
    """Empty blocks until `number` is made; what the scheduler says in the last one."""
    while node.best[0] < number:
        node.block()
    return events_of(node, "Scheduler")


def dispatched(when: int, index: int = 0, result: Any = OK, id: bytes | None = None) -> Any:
    return ("Dispatched", {"task": (when, index), "id": id, "result": result})


# -- scheduling and cancelling ---------------------------------------------------------------------


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


def test_after_so_many_blocks_between():
    node = Node()
    later = call("schedule_after", after=2, maybe_periodic=None, priority=0, call=give(TAO))
    do(node, later)
    assert wait(node, 4) == [dispatched(4)]
    at_once = call("schedule_named_after", id=NAME, **{**later[1][1], "after": 0})
    do(node, at_once)
    assert wait(node, 6) == [dispatched(6, id=NAME)]


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


def test_low_numbers_go_first():
    node = Node()
    for priority, amount in ((200, 1), (0, 2), (63, 3), (0, 4)):
        do(node, schedule(9, give(amount * TAO), priority))
    assert wait(node, 9) == [dispatched(9, index) for index in (1, 3, 2, 0)]
    assert node.free(DAVE) == 1 * TAO


# -- again and again -------------------------------------------------------------------------------


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


@pytest.mark.parametrize("periodic", [(0, 5), (5, 1), (5, 0)])
def test_once_is_not_periodic(periodic: tuple[int, int]):
    node = Node()
    do(node, schedule(9, REMARK, periodic=periodic))
    assert agenda(node, 9)[0]["maybe_periodic"] is None


def test_no_room_for_the_next_time():
    node = Node()
    do(node, schedule(3, REMARK, periodic=(7, 2)))
    do(node, ("Utility", ("batch_all", {"calls": [schedule(10, REMARK)] * 50})))
    assert wait(node, 3) == [
        dispatched(3),
        ("PeriodicFailed", {"task": (3, 0), "id": None}),
    ]


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


# -- long calls ------------------------------------------------------------------------------------


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


# -- too much for a block --------------------------------------------------------------------------

MOST = 3_200_000_000_000


def heavy(part: float) -> Any:
    """A call that weighs so much of what the scheduler may use; root's own word for it."""
    weight = {"ref_time": int(MOST * part), "proof_size": 0}
    return ("Utility", ("with_weight", {"call": REMARK, "weight": weight}))


def test_what_does_not_fit_waits_for_the_next_block():
    node = Node()
    for part in (0.6, 0.6, 0.3):
        do(node, schedule(9, heavy(part)))
    do(node, schedule(10, REMARK))
    # the second has no room, and the third, lighter one has
    assert wait(node, 9) == [
        dispatched(9, 0),
        dispatched(9, 2),
        ("AgendaIncomplete", {"when": 9}),
    ]
    assert node.context().get(declared.storage.IncompleteSince) == 9
    assert [task is None for task in agenda(node, 9)] == [True, False, True]
    assert wait(node, 10) == [dispatched(9, 1), dispatched(10, 0)]
    assert node.context().get(declared.storage.IncompleteSince) == 11
    assert agenda(node, 9) == []


def test_what_never_fits_is_given_up():
    node = Node()
    do(node, schedule(9, heavy(1.1)))
    do(node, schedule(9, REMARK, priority=1))
    # tried first and alone; the one after it is still the first to be carried out
    assert wait(node, 9) == [
        ("PermanentlyOverweight", {"task": (9, 0), "id": None}),
        dispatched(9, 1),
    ]
    assert [task is None for task in agenda(node, 9)] == [False, True]
    assert wait(node, 10) == []


def test_what_it_uses_is_counted_into_the_block():
    def mandatory(node: Node) -> int:
        (success,) = [f for _, name, f in node.events() if name == "ExtrinsicSuccess"]
        assert success["dispatch_info"]["class"] == "Mandatory"
        used: int = node.context().get(system.storage.BlockWeight)["mandatory"]["ref_time"]
        return used

    node = Node()
    do(node, schedule(9, heavy(0.5)))
    wait(node, 8)
    before = mandatory(node)
    wait(node, 9)
    assert mandatory(node) - before > MOST // 2


def test_the_base_filter_does_not_hold_root():
    node = Node()
    batch = ("Utility", ("batch", {"calls": [("Utility", ("batch", {"calls": [give(TAO)]}))]}))
    do(node, schedule(9, batch))
    assert wait(node, 9) == [dispatched(9)]
    assert node.free(DAVE) == TAO
