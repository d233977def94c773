from __future__ import annotations

from typing import Any

from chain_spec.pallets import scheduler as declared
from chain_spec.pallets import system
from tests.unit.local_node.runtime.pallets.acting import REMARK
from tests.unit.local_node.runtime.pallets.scheduler.scheduler_calls import (
    agenda,
    dispatched,
    do,
    schedule,
    wait,
)
from tests.unit.local_node.runtime.support import Node

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
