"""Calls as rows: every argument has one, also of calls inside."""

from __future__ import annotations

from typing import Any

from btcli.render.calls import call_rows
from tests.unit.btcli.samples import ALICE, BOB, declared

NAMES = {BOB: "bob"}


def rows(named: str, **args: Any) -> list[tuple[str, str]]:
    return list(call_rows(declared(), {"call": named, "args": args}, NAMES))


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
