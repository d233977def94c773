"""Calls as rows: every argument has one, also of calls inside."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from btcli.render.calls import call_rows
from btsdk.descriptors.json_writing import call_to_json
from btsdk.units import Tao
from tests.unit.btcli.samples import ALICE, BOB, declared
from tests.unit.btsdk.scale.drawing import NONE, Drawer

NAMES = {BOB: "bob"}


def rows(named: str, **args: Any) -> list[tuple[str, str]]:
    return list(call_rows(declared(), {"call": named, "args": args}, NAMES))


def leaves(value: Any) -> Iterator[Any]:
    """Everything in a JSON value that is not an object or a list."""
    for inner in value.values() if isinstance(value, dict) else value:
        if isinstance(inner, (dict, list)):
            yield from leaves(inner)
        else:
            yield inner


def test_nothing_of_any_call_is_left_out() -> None:
    metadata = declared()
    drawer = Drawer(metadata.registry)
    calls = [
        (pallet.name, case)
        for pallet in metadata.pallets.values()
        for case in pallet.calls.values()
        if all(drawer.height(field.type) < NONE for field in case.fields)
    ]
    drawn = st.sampled_from(calls).flatmap(
        lambda call: st.tuples(
            st.just(call[0]),
            st.just(call[1].name),
            st.fixed_dictionaries({str(f.name): drawer.values(f.type) for f in call[1].fields}),
        )
    )

    @settings(max_examples=60, deadline=None)
    @given(drawn)
    def some(call: tuple[str, str, dict[str, Any]]) -> None:
        decoded = metadata.decode_call(metadata.encode_call(*call))
        document = call_to_json(metadata, decoded)
        shown = "\n".join(" ".join(row) for row in call_rows(metadata, document, {}))
        for leaf in leaves(document):
            texts = [json.dumps(leaf, ensure_ascii=False), repr(leaf), str(leaf)]
            if isinstance(leaf, int) or str(leaf).isdecimal():
                texts.append(f"{Tao.from_rao(int(leaf)):,}")
            assert any(text in shown for text in texts), (leaf, shown)

    some()


def test_amounts_and_names() -> None:
    assert rows("Balances.transfer_keep_alive", dest=BOB, value="9007199254740993") == [
        ("call", "Balances.transfer_keep_alive"),
        ("  dest", f"{BOB} (bob)"),
        ("  value", "τ9,007,199.254740993"),
    ]


def test_calls_inside_are_indented() -> None:
    inner = {"call": "System.remark", "args": {"remark": "a"}}
    batch = {"call": "Utility.batch", "args": {"calls": [inner, inner]}}
    assert rows("Proxy.proxy", real=ALICE, force_proxy_type=None, call=batch) == [
        ("call", "Proxy.proxy"),
        ("  real", ALICE),
        ("  force_proxy_type", "null"),
        ("  call", "Utility.batch"),
        ("    calls[0]", "System.remark"),
        ("      remark", "a"),
        ("    calls[1]", "System.remark"),
        ("      remark", "a"),
    ]


def test_text_that_a_reader_cannot_see_is_quoted() -> None:
    assert [value for _, value in rows("System.remark", remark=" ")] == ["System.remark", "' '"]
    assert rows("System.remark", remark="")[1][1] == "''"


def test_a_list_is_whole() -> None:
    given = {"netuid": 1, "dests": list(range(300)), "weights": [1] * 300, "version_key": 0}
    shown = dict(rows("SubtensorModule.set_weights", **given))
    assert shown["  dests"] == str(list(range(300)))
