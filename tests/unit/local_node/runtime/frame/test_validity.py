"""What two checks say together, and refusals as SCALE has them."""

from __future__ import annotations

from local_node.runtime.frame.validity import (
    NO_TAGS,
    U64_MAX,
    ValidTransaction,
    custom,
    invalid,
    unknown,
)
from tests.unit.local_node.runtime.support import Node


def test_priorities_add_up_and_the_shorter_longevity_holds() -> None:
    one = ValidTransaction(5, (b"a",), (b"b",), 10)
    other = ValidTransaction(7, (b"c",), (b"d",), 4, propagate=False)
    assert one.combine(other) == ValidTransaction(12, (b"a", b"c"), (b"b", b"d"), 4, False)
    assert one.combine(NO_TAGS) == one
    assert ValidTransaction(U64_MAX).combine(one).priority == U64_MAX


def test_values_have_the_declared_shape() -> None:
    interface = Node().interface
    shape = interface.apis["TaggedTransactionQueue"].methods["validate_transaction"].output
    codec = interface.codec(shape)
    valid = ("Ok", ValidTransaction(1, (b"x",), (), 9, False).value())
    assert codec.decode(codec.encode(valid)) == valid
    for refusal in (invalid("Stale"), custom(23), unknown("CannotLookup")):
        answer = ("Err", refusal.value())
        assert codec.decode(codec.encode(answer)) == answer
    # InvalidTransaction is variant 0 of the error, Custom its variant 7
    assert codec.encode(("Err", custom(23).value())) == b"\x01\x00\x07\x17"
    assert codec.encode(("Err", unknown("CannotLookup").value())) == b"\x01\x01\x00"
