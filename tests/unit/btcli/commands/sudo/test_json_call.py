"""Calls from the command line."""

from __future__ import annotations

import pytest

from btcli.commands.sudo.json_call import call_of
from btsdk.errors import UsageError


def test_a_call() -> None:
    call = call_of("System.remark", '{"remark": "0x61", "list": ["0x6", {"a": "0x"}], "n": 1}')
    assert (call.pallet, call.name) == ("System", "remark")
    assert call.args == {"remark": b"a", "list": ["0x6", {"a": b""}], "n": 1}


@pytest.mark.parametrize(
    ("named", "arguments", "reason"),
    [
        ("remark", "{}", "PALLET.NAME"),
        ("System.remark", "{", "not JSON"),
        ("System.remark", "[]", "arguments by name"),
    ],
)
def test_what_is_no_call(named: str, arguments: str, reason: str) -> None:
    with pytest.raises(UsageError, match=reason):
        call_of(named, arguments)
