from __future__ import annotations

import pytest

from chain_spec.pallets import aura, timestamp
from local_node.runtime.boundary import RuntimePanic
from tests.unit.local_node.runtime.pallets.timestamp.clock import SLOT, set_time
from tests.unit.local_node.runtime.support import ALICE, Node


def test_the_time_belongs_to_the_slot():
    node = Node()
    node.begin(inherents=False)
    with pytest.raises(RuntimePanic, match="must match `CurrentSlot`"):
        node.apply(set_time(node, 2 * SLOT))
    assert node.apply(set_time(node, 2 * SLOT - 1)) == ("Ok", ("Ok", ()))
    assert node.context().get(timestamp.storage.Now) == 2 * SLOT - 1
    assert node.context().get(aura.storage.CurrentSlot) == 1


def test_once_a_block_and_never_too_early():
    node = Node()
    node.begin()
    with pytest.raises(RuntimePanic, match="only once"):
        node.apply(set_time(node, SLOT + 1))
    node.end()
    node.begin(inherents=False)
    with pytest.raises(RuntimePanic, match="increment by at least"):
        node.apply(set_time(node, SLOT + SLOT // 2 - 1))


def test_nobody_signs_it():
    node = Node()
    node.begin()
    signed = node.sign(ALICE, ("Timestamp", ("set", {"now": SLOT})))
    assert node.validate(signed) == ("Err", ("Invalid", "MandatoryValidation"))
    assert node.apply(signed) == ("Err", ("Invalid", "BadMandatory"))
    assert node.nonce(ALICE) == 0
