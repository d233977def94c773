"""Malicious and damaged input: a typed error, quickly, and nothing large on the way."""

from __future__ import annotations

import time
import tracemalloc

import pytest

from btsdk.errors import DecodeError
from btsdk.scale import Registry
from btsdk.scale.decode_errors import DEPTH_MAX
from btsdk.scale.source import UNITS_MAX
from btsdk.scale.types import Array, Composite, Field, Primitive, Sequence, Tuple, Type
from tests.unit.btsdk.scale.samples import Sample, sample

BILLION = bytes.fromhex("0300000040")  # the compact form of 2^30


@pytest.fixture(scope="module")
def types() -> Sample:
    return sample()


def refuse(types: Sample, kind: str, data: bytes) -> DecodeError:
    """The error of a refusal that takes neither time nor memory."""
    codec = types.codec(kind)
    with pytest.raises(DecodeError):  # compiled now, so that only reading is measured
        codec.decode(data)
    tracemalloc.start()
    started = time.process_time()
    with pytest.raises(DecodeError) as caught:
        codec.decode(data)
    took = time.process_time() - started
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert took < 0.2
    assert peak < 2_000_000
    return caught.value


@pytest.mark.parametrize(
    "kind",
    ["bytes", "str", "vec u16", "vec pair", "vec hash", "vec str", "vec unit", "vec bool",
     "vec Shape", "vec Colour", "vec Tree", "map"],
)  # fmt: skip
def test_a_length_prefix_of_two_to_the_thirty(types: Sample, kind: str) -> None:
    refuse(types, kind, BILLION + bytes(64))


def test_a_length_beyond_32_bits(types: Sample) -> None:
    assert "above" in str(refuse(types, "vec u16", bytes.fromhex("070000000001")))


def test_bits_without_their_stores(types: Sample) -> None:
    refuse(types, "bits u64 Msb0", bytes.fromhex("fe7f0000") + bytes(64))
    refuse(types, "bits u8 Lsb0", BILLION + bytes(64))


@pytest.mark.parametrize(
    ("kind", "bomb"),
    [("Tree", b"\x01\x04" * 100_000), ("Chain", b"\x00\x01" * 100_000)],
)
def test_depth_bombs(types: Sample, kind: str, bomb: bytes) -> None:
    assert f"more than {DEPTH_MAX} deep" in str(refuse(types, kind, bomb))


def test_depth_below_the_limit_is_read(types: Sample) -> None:
    value = types.codec("Chain").decode(b"\x07\x01" * 100 + b"\x07\x00")
    for _ in range(100):
        value = value["next"]
    assert value == {"value": 7, "next": None}


def test_a_deep_caller_gets_the_same_error(types: Sample) -> None:
    def deeper(levels: int) -> None:
        if levels:
            deeper(levels - 1)
        else:
            types.codec("Tree").decode(b"\x01\x04" * 1000)

    with pytest.raises(DecodeError, match="nested"):
        deeper(600)


def test_values_without_bytes_are_counted(types: Sample) -> None:
    assert types.codec("vec unit").decode(bytes.fromhex("0104")) == [()] * UNITS_MAX
    assert "not plausible" in str(refuse(types, "vec unit", bytes.fromhex("0504")))


@pytest.mark.parametrize(
    ("kind", "data", "words"),
    [
        ("bool", "02", "2 is not the index of any bool"),
        ("vec bool", "080102", "2 is not the index of any bool"),
        ("option u32", "02", "neither 0 nor 1"),
        ("Colour", "01", "1 is not the index of any case of Colour"),
        ("Shape", "02", "2 is not the index of any case of Shape"),
        ("void", "00", "0 is not the index"),
        ("str", "08c328", "not valid UTF-8"),
        ("char", "00d80000", "not a Unicode scalar value"),
        ("char", "00001100", "not a Unicode scalar value"),
        ("compact u8", "0104", "above 255"),
        ("compact u64", "1700000000000000000f", "above"),
        ("vec u16", "0100", "shortest"),
        ("Era", "5100", "period 4 cannot have phase 5"),
        ("Era", "f0ff", "period 2 cannot have phase"),
    ],
)
def test_bytes_that_are_no_value(types: Sample, kind: str, data: str, words: str) -> None:
    with pytest.raises(DecodeError, match=words):
        types.codec(kind).decode(bytes.fromhex(data))


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        ("Info", "01000000047802000000000000000300000000000000" + "04" + "00" * 15 + "14"),
        ("vec pair", "080100020003000400"),
        ("Shape", "09047800"),
        ("option option u32", "010107000000"),
        ("many u32", "00" * 160),
        ("two str", "04610462"),
        ("Era", "a502"),
        ("bits u16 Lsb0", "440000" + "0000"),
    ],
)
def test_every_truncation_is_noticed(types: Sample, kind: str, data: str) -> None:
    whole = bytes.fromhex(data)
    types.codec(kind).decode(whole)
    for length in range(len(whole)):
        with pytest.raises(DecodeError):
            types.codec(kind).decode(whole[:length])


def registry_of(*definitions: object) -> Registry:
    return Registry(Type(i, (), (), d) for i, d in enumerate(definitions))  # type: ignore[arg-type]


@pytest.mark.parametrize("size", [17, 1 << 20, (1 << 32) - 1])
@pytest.mark.parametrize("item", [Primitive("u64"), Primitive("str"), Tuple(()), Sequence(2)])
def test_arrays_of_any_declared_length(size: int, item: object) -> None:
    registry = registry_of(Array(size, 1), item, Tuple(()))
    if item == Tuple(()) and size <= UNITS_MAX:
        assert registry.decode(0, b"") == ((),) * size
        return
    with pytest.raises(DecodeError):
        registry.decode(0, bytes(16))


def test_sequences_of_empty_arrays() -> None:
    registry = registry_of(Sequence(1), Array(0, 2), Primitive("u8"))
    assert registry.decode(0, bytes.fromhex("0c")) == [b""] * 3
    with pytest.raises(DecodeError, match="not plausible"):
        registry.decode(0, BILLION)


def test_arrays_of_arrays_of_arrays_cost_nothing_to_declare() -> None:
    levels = 400
    arrays = [Array((1 << 32) - 1, place + 1) for place in range(levels)]
    registry = registry_of(*arrays, Primitive("u64"))
    started = time.process_time()
    assert registry.codec(0).fixed_size is None
    with pytest.raises(DecodeError):
        registry.decode(0, bytes(1000))
    assert time.process_time() - started < 1


def test_types_that_never_end() -> None:
    itself = registry_of(Composite((Field("a", 0),)))
    newtype = registry_of(Composite((Field(None, 0),)))
    sequence = registry_of(Sequence(0))
    for registry in (itself, newtype):
        with pytest.raises(DecodeError):
            registry.decode(0, bytes(100))
    assert sequence.decode(0, b"\x08\x00\x00") == [[], []]
    with pytest.raises(DecodeError, match="nested"):
        sequence.decode(0, b"\x04" * 1000)


def test_a_chain_of_many_different_types() -> None:
    count = 5000
    vecs = registry_of(*(Sequence(place + 1) for place in range(count)), Primitive("u8"))
    with pytest.raises(DecodeError, match="nested"):
        vecs.decode(0, b"\x04" * (count + 2))
    assert vecs.decode(count - 30, b"\x00") == []
