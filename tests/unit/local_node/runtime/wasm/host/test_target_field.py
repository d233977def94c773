"""The target field of BLS12-381's pairing: its laws."""

from __future__ import annotations

from local_node.runtime.wasm.host import target_field as field
from local_node.runtime.wasm.host.target_field import ONE, P

A, B, C = (tuple(range(start, start + 12)) for start in (2, 31, 700))
W = (0, 1) + (0,) * 10


def plus(left: field.Element, right: field.Element) -> field.Element:
    return tuple((x + y) % P for x, y in zip(left, right, strict=True))


def test_multiplication_is_that_of_a_field() -> None:
    assert field.multiply(A, ONE) == A
    assert field.multiply(A, B) == field.multiply(B, A)
    assert field.multiply(field.multiply(A, B), C) == field.multiply(A, field.multiply(B, C))
    both = plus(field.multiply(A, C), field.multiply(B, C))
    assert field.multiply(plus(A, B), C) == both


def test_w_to_the_twelfth_is_reduced() -> None:
    twelfth = (P - 2, 0, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0)
    assert field.power(W, 12) == twelfth
    assert field.power(A, 0) == ONE
    assert field.power(A, 5) == field.multiply(field.power(A, 2), field.power(A, 3))


def test_conjugation_maps_w_to_its_negative() -> None:
    assert field.conjugate(field.conjugate(A)) == A
    assert field.conjugate(W) == (0, P - 1) + (0,) * 10
    product = field.multiply(field.conjugate(A), field.conjugate(B))
    assert product == field.conjugate(field.multiply(A, B))


def test_elements_are_written_as_twelve_numbers() -> None:
    for element in (ONE, A, tuple(P - 1 - n for n in range(12))):
        data = field.encode(element)
        assert len(data) == field.ENCODED_BYTES
        assert field.decode(data) == element
    assert field.encode(ONE) == b"\1" + bytes(field.ENCODED_BYTES - 1)


def test_what_is_no_element() -> None:
    for data in (b"", bytes(field.ENCODED_BYTES - 1), bytes(field.ENCODED_BYTES + 1)):
        assert field.decode(data) is None
    too_large = P.to_bytes(48, "little") + bytes(field.ENCODED_BYTES - 48)
    assert field.decode(too_large) is None
    assert field.final_exponentiation((0,) * 12) is None
