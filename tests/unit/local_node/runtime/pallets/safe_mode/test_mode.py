from __future__ import annotations

from tests.unit.local_node.runtime.pallets.acting import (
    DONE,
    REMARK,
    as_root,
    events_of,
    failed,
    run,
    transfer,
)
from tests.unit.local_node.runtime.pallets.safe_mode.safe_mode_calls import (
    call,
    entered_until,
    errors,
)
from tests.unit.local_node.runtime.support import BOB, TAO, Node, default_genesis

FILTERED = ("Module", {"index": 0, "error": b"\x05\0\0\0"})


def test_few_calls_pass():
    node = Node()
    as_root(node, call("force_enter"))
    before = node.free(BOB)
    batch = ("Utility", ("batch", {"calls": [REMARK]}))
    for kept_out in (transfer(TAO), batch):
        assert run(node, kept_out) == failed(FILTERED)
    assert before - node.free(BOB) < TAO  # fees only
    # what passes is carried out, or fails for reasons of its own
    assert run(node, REMARK) == DONE
    assert run(node, call("enter")) == failed(errors.Entered)
    # calls inside calls are held to it too
    others = [bytes(32)]
    inside = ("Multisig", ("as_multi_threshold_1", {"other_signatories": others, "call": batch}))
    assert run(node, inside) == failed(FILTERED)
    set_weights = (
        "SubtensorModule",
        ("set_weights", {"netuid": 9, "dests": [], "weights": [], "version_key": 0}),
    )
    assert run(node, set_weights) != failed(FILTERED)
    # root is kept from nothing
    assert as_root(node, batch) == ("Ok", ())


def test_it_ends_by_itself_after_the_last_block():
    node = Node(genesis={**default_genesis(), "safeMode": {"enteredUntil": 2}})
    assert run(node, transfer(TAO)) == failed(FILTERED)
    assert run(node, transfer(TAO)) == failed(FILTERED)
    assert run(node, transfer(TAO)) == DONE
    assert events_of(node, "SafeMode") == [("Exited", {"reason": "Timeout"})]
    assert entered_until(node) is None
