"""What never goes through the pool."""

from __future__ import annotations

import pytest

from tests.unit.local_node.runtime.extensions.sending import REMARK, invalid
from tests.unit.local_node.runtime.support import Node


@pytest.fixture
def node() -> Node:
    return Node()


def test_inherents_do_not_go_through_the_pool(node: Node):
    node.slot = 1
    (inherent,) = node.inherents()
    assert node.validate(inherent) == invalid("MandatoryValidation")


def test_unsigned_calls_are_unknown(node: Node):
    call = node.executive.assembly.encode_call(REMARK)
    assert node.validate(b"\x04" + call) == ("Err", ("Unknown", "NoUnsignedValidator"))
    assert node.validate(b"\x05" + call) == ("Err", ("Unknown", "NoUnsignedValidator"))
