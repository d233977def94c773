"""Rows of fixed width: they are what a loop over the codec reads."""

from __future__ import annotations

import random
from typing import Any

import pytest

from btsdk.scale import Codec, Registry
from btsdk.scale.rows import Column, Rows
from tests.unit.btsdk.scale.plain import outcome
from tests.unit.btsdk.scale.samples import Sample, sample
from tests.unit.btsdk.script import dev_at

REGISTRIES = [sample().registry(), dev_at().metadata.registry]


@pytest.fixture(scope="module")
def types() -> Sample:
    return sample()


@pytest.mark.parametrize("registry", REGISTRIES)
def test_every_type_reads_as_its_codec(registry: Registry) -> None:
    chance = random.Random(5)
    found = {type_id: rows for type_id in registry.types if (rows := registry.rows(type_id))}
    assert len(found) >= 20
    for type_id, rows in found.items():
        assert rows.size == registry.fixed_size(type_id)
        high = chance.choice((1, 255))
        check(
            registry.codec(type_id),
            rows,
            bytes(chance.randint(0, high) for _ in range(rows.size * 3)),
        )


def check(codec: Codec, rows: Rows, data: bytes) -> None:
    def one_by_one() -> list[Any]:
        return [codec.read(data, start)[0] for start in range(0, len(data), rows.size)]

    found, expected = outcome(lambda: rows.read(data)), outcome(one_by_one)
    assert repr(found) == repr(expected)


@pytest.mark.parametrize(
    "kind", ["unit", "bytes", "option u32", "Shape", "compact u8", "Tree", "Info", "Era"]
)
def test_types_with_decisions_have_no_rows(types: Sample, kind: str) -> None:
    assert types.registry().rows(types.id(kind)) is None
    assert types.registry().rows_of_columns([Column(0, types.id(kind))]) is None


def test_columns_and_their_gaps(types: Sample) -> None:
    registry = types.registry()
    columns = [Column(3, types.id("u16")), Column(0, types.id("bool")), Column(1, types.id("u128"))]
    rows = registry.rows_of_columns(columns)
    assert rows is not None
    assert rows.size == 3 + 2 + 1 + 1 + 16
    row = b"\xff" * 3 + b"\x05\0" + b"\x01" + b"\xff" + b"\0" * 15 + b"\x80"
    expected: Any = (5, True, 1 << 127)
    assert rows.read(row * 2) == [expected] * 2
    assert rows.read(b"") == []
    hashes = registry.rows_of_columns([Column(16, types.id("hash"))])
    assert hashes is not None
    assert hashes.read(bytes(16) + b"a" * 32) == [(b"a" * 32,)]
