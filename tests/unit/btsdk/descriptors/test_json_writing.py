"""Values as JSON: nothing is lost."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from btsdk.descriptors.json_reading import call_from_json, from_json
from btsdk.descriptors.json_writing import call_to_json, to_json
from btsdk.metadata import Metadata, decode_metadata
from tests.unit.btsdk.scale.drawing import NONE, Drawer
from tests.unit.btsdk.script import dev_at

METADATA = dev_at().metadata
UNINHABITED = {"report_equivocation", "report_equivocation_unsigned"}
"""Calls that need a proof of a type without values."""


def check_calls(metadata: Metadata, examples: int) -> None:
    """Each call of a chain: drawn, encoded, decoded, written as JSON, read back, encoded again."""
    drawer = Drawer(metadata.registry)
    for pallet in metadata.pallets.values():
        calls = [
            case
            for case in pallet.calls.values()
            if all(drawer.height(field.type) < NONE for field in case.fields)
        ]
        assert set(pallet.calls) - {case.name for case in calls} <= UNINHABITED
        if not calls:
            continue
        drawn = st.tuples(
            *(
                st.fixed_dictionaries({str(f.name): drawer.values(f.type) for f in case.fields})
                for case in calls
            )
        )

        @settings(max_examples=examples, deadline=None, derandomize=True, database=None)
        @given(drawn)
        def some(values: tuple[dict[str, Any], ...]) -> None:
            for case, args in zip(calls, values, strict=True):  # noqa: B023 - run at once
                data = metadata.encode_call(pallet.name, case.name, args)  # noqa: B023
                shown = json.dumps(call_to_json(metadata, metadata.decode_call(data)))
                read = call_from_json(metadata, json.loads(shown), "call")
                assert metadata.encode_call(*read) == data

        some()


def test_each_call_of_this_chain_comes_back() -> None:
    check_calls(METADATA, 2)


@pytest.mark.slow
def test_each_call_of_mainnet_comes_back(shared_data: Path) -> None:
    check_calls(decode_metadata((shared_data / "mainnet-343-v15.scale").read_bytes()), 8)


@pytest.mark.slow
def test_each_type_of_mainnet_comes_back(shared_data: Path) -> None:
    metadata = decode_metadata((shared_data / "mainnet-343-v15.scale").read_bytes())
    drawer = Drawer(metadata.registry)
    for type_id in metadata.registry.types:
        if drawer.height(type_id) >= NONE:
            continue
        value = drawer.values(type_id)

        @settings(max_examples=3, deadline=None, derandomize=True, database=None)
        @given(value)
        def some(value: Any) -> None:
            codec = metadata.registry.codec(type_id)  # noqa: B023 - run at once
            shown = json.dumps(to_json(metadata, type_id, codec.decode(codec.encode(value))))  # noqa: B023
            read = from_json(metadata, type_id, json.loads(shown), "value")  # noqa: B023
            assert codec.encode(read) == codec.encode(value)

        some()


def test_integers_that_a_double_would_round_are_text() -> None:
    number = METADATA.call("Balances", "transfer_keep_alive").fields[1].type
    assert to_json(METADATA, number, (1 << 53) - 1) == (1 << 53) - 1
    assert to_json(METADATA, number, 1 << 53) == str(1 << 53)
