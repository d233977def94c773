"""The codec's door: the Python shape and the bytes of every kind of type."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from typing import Any, NamedTuple

import pytest

from btsdk.errors import DecodeError, UsageError
from btsdk.scale import Registry, Some
from btsdk.scale.types import Primitive, Type
from tests.unit.btsdk.scale.samples import Sample, sample

ACCOUNT = bytes(range(32))


@pytest.fixture(scope="module")
def types() -> Sample:
    return sample()


@pytest.mark.parametrize(
    ("kind", "value", "encoded"),
    [
        ("bool", True, "01"),
        ("char", "τ", "c4030000"),
        ("str", "τao", "10cf84616f"),
        ("u8", 255, "ff"),
        ("u16", 258, "0201"),
        ("i16", -2, "feff"),
        ("u64", 1 << 63, "0000000000000080"),
        ("u128", 1 << 127, "00" * 15 + "80"),
        ("i128", -1, "ff" * 16),
        ("u256", 1 << 255, "00" * 31 + "80"),
        ("i256", -2, "fe" + "ff" * 31),
        ("unit", (), ""),
        ("empty", (), ""),
        ("bytes", b"tao", "0c74616f"),
        ("hash", ACCOUNT, ACCOUNT.hex()),
        ("AccountId32", ACCOUNT, ACCOUNT.hex()),
        ("vec u16", [1, 65535], "080100ffff"),
        ("vec pair", [(1, 2), (3, 4)], "080100020003000400"),
        ("map", [(1, 2)], "0401000200"),
        ("vec hash", [ACCOUNT, bytes(32)], "08" + ACCOUNT.hex() + "00" * 32),
        ("vec str", ["a", ""], "08046100"),
        ("vec unit", [(), ()], "08"),
        ("vec bool", [True, False], "080100"),
        ("three u64", (1, 2, 3), "010000000000000002000000000000000300000000000000"),
        ("many u32", tuple(range(40)), "".join(f"{n:02x}000000" for n in range(40))),
        ("two str", ("a", "b"), "04610462"),
        ("compact u128", 1 << 64, "17000000000000000001"),
        ("compact unit", (), ""),
        ("option u32", None, "00"),
        ("option u32", 7, "0107000000"),
        ("option unit", (), "01"),
        ("option option u32", None, "00"),
        ("option option u32", Some(None), "0100"),
        ("option option u32", Some(7), "010107000000"),
        ("U256", 1 << 64, "0000000000000000010000000000000000000000000000000000000000000000"),
        ("FixedU128", 3 << 64, "00" * 8 + "03" + "00" * 7),
        ("bits u8 Lsb0", (True, False, True), "0c05"),
        ("bits u8 Msb0", (True, False, True), "0ca0"),
        ("Era", "Immortal", "00"),
        ("Era", ("Mortal", (64, 42)), "a502"),
        ("Colour", "Green", "07"),
        ("vec Colour", ["Red", "Green"], "080007"),
        ("Shape", "Empty", "00"),
        ("Shape", ("Circle", 5), "0105000000"),
        ("Shape", ("Line", (1, 2)), "0401000200"),
        ("Shape", ("Label", {"text": "x", "colour": "Red"}), "09047800"),
        ("Tree", ("Node", ["Leaf", ("Node", [])]), "0108000100"),
        ("Chain", {"value": 1, "next": {"value": 2, "next": None}}, "01010200"),
    ],
)
def test_each_kind_has_one_shape(types: Sample, kind: str, value: Any, encoded: str) -> None:
    codec = types.codec(kind)
    assert codec.encode(value).hex() == encoded
    decoded = codec.decode(bytes.fromhex(encoded))
    assert decoded == value
    assert type(decoded) is type(value)


def test_structs_are_dicts_in_field_order(types: Sample) -> None:
    value = {"nonce": 1, "name": "x", "data": {"free": 2, "reserved": 3, "flags": 4}, "tip": 5}
    encoded = types.codec("Info").encode(value)
    assert (
        encoded.hex()
        == "010000000478" + "02" + "00" * 7 + "03" + "00" * 7 + "04" + "00" * 15 + "14"
    )
    assert list(types.codec("Info").decode(encoded)) == ["nonce", "name", "data", "tip"]


class PairOfInts(NamedTuple):
    first: int
    second: int


@dataclass
class Data:
    free: int
    reserved: int
    flags: int


@pytest.mark.parametrize(
    ("kind", "given", "plain"),
    [
        ("bytes", bytearray(b"tao"), b"tao"),
        ("hash", memoryview(ACCOUNT), ACCOUNT),
        ("pair", [1, 2], (1, 2)),
        ("pair", PairOfInts(1, 2), (1, 2)),
        ("vec u16", (1, 2), [1, 2]),
        ("map", {1: 2}, [(1, 2)]),
        ("Data", Data(1, 2, 3), {"free": 1, "reserved": 2, "flags": 3}),
        ("option u32", Some(7), 7),
        ("unit", None, ()),
        ("empty", {}, ()),
        ("Shape", ["Circle", 5], ("Circle", 5)),
        ("Shape", ("Empty", ()), "Empty"),
        ("Colour", ("Red", None), "Red"),
    ],
)
def test_what_leaves_no_doubt_is_taken(types: Sample, kind: str, given: Any, plain: Any) -> None:
    assert types.codec(kind).encode(given) == types.codec(kind).encode(plain)


def test_read_starts_anywhere_and_says_where_it_ends(types: Sample) -> None:
    assert types.codec("vec u16").read(b"\xff\x04\x01\x00\xff", 1) == ([1], 4)
    assert types.codec("unit").read(b"", 0) == ((), 0)
    with pytest.raises(UsageError):
        types.codec("u8").read(b"\x00", -1)


def test_decode_takes_the_whole_input(types: Sample) -> None:
    assert types.codec("u16").decode(memoryview(b"\x01\x00")) == 1
    with pytest.raises(DecodeError, match="1 bytes are left"):
        types.codec("u16").decode(b"\x01\x00\x00")
    with pytest.raises(UsageError, match="expected bytes"):
        types.codec("u16").decode("0100")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("kind", "size"),
    [("Data", 32), ("hash", 32), ("unit", 0), ("Colour", 1), ("many u32", 160)]
    + [(kind, None) for kind in ("Info", "bytes", "option u32", "Shape", "compact u8", "Tree")],
)
def test_fixed_sizes(types: Sample, kind: str, size: int | None) -> None:
    assert types.codec(kind).fixed_size == size


def test_types_are_found_by_path(types: Sample) -> None:
    registry = types.registry()
    assert registry.find("sp_core::crypto::AccountId32") == types.id("AccountId32")
    assert registry.find("AccountId32") == types.id("AccountId32")
    with pytest.raises(UsageError, match="0 types"):
        registry.find("Nothing")
    with pytest.raises(UsageError, match="4 types"):
        registry.find("Option")


def test_a_type_that_is_missing_is_a_decode_error() -> None:
    registry = Registry([Type(0, (), (), Primitive("u8")), Type(1, (), (), Primitive("u7"))])
    with pytest.raises(DecodeError, match="no type 5"):
        registry.codec(5)
    with pytest.raises(DecodeError, match="u7"):
        registry.decode(1, b"\x00")


def test_many_threads_may_use_a_fresh_registry() -> None:
    types = sample()
    results: list[Any] = []
    value: Any = ("Node", ["Leaf", ("Node", [])])

    def work() -> None:
        for _ in range(20):
            results.append(types.codec("Tree").decode(types.codec("Tree").encode(value)))

    threads = [threading.Thread(target=work) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert results == [value] * 160
