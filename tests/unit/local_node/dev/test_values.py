"""JSON and dynamic SCALE values, as types say."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from btsdk.errors import UsageError
from btsdk.keys import ss58
from btsdk.scale.declare import Declaration
from btsdk.scale.primitives import Some
from btsdk.scale.registry import Registry
from local_node.dev.values import from_json, to_json, zero

_DECLARED = Declaration()
_U8 = _DECLARED.primitive("u8")
_BYTES = _DECLARED.sequence(_U8)
_ACCOUNT = _DECLARED.array(32, _U8)
_U64 = _DECLARED.primitive("u64")
_TEXT = _DECLARED.primitive("str")
_PAIR = _DECLARED.pair(_U64, _ACCOUNT)
_OPTION = _DECLARED.option(_U64)
_NESTED = _DECLARED.option(_OPTION)
_RECORD = _DECLARED.struct("Info", free_balance=_U64, owner=_ACCOUNT, note=_BYTES, limit=_OPTION)
_ENUM = _DECLARED.enum("Kind", None_=None, Amount=_U64, Info=_RECORD, Both=_PAIR)
_LIST = _DECLARED.sequence(_PAIR)
REGISTRY: Registry = _DECLARED.registry()

ACCOUNT = bytes(range(32))
ADDRESS = ss58.encode(ACCOUNT)


@pytest.mark.parametrize(
    ("type_id", "json", "value"),
    [
        (_U64, 7, 7),
        (_U64, "1,000", 1000),
        (_U64, "0x10", 16),
        (_ACCOUNT, ADDRESS, ACCOUNT),
        (_ACCOUNT, "0x" + ACCOUNT.hex(), ACCOUNT),
        (_BYTES, "0x0102", b"\x01\x02"),
        (_BYTES, "hello", b"hello"),
        (_TEXT, "0x0102", "0x0102"),
        (_PAIR, [1, ADDRESS], (1, ACCOUNT)),
        (_LIST, [[1, ADDRESS]], [(1, ACCOUNT)]),
        (_OPTION, None, None),
        (_OPTION, 3, 3),
        (_NESTED, {"some": None}, Some(None)),
        (_NESTED, {"some": 3}, Some(3)),
        (_NESTED, None, None),
        (_ENUM, "None_", "None_"),
        (_ENUM, "none_", "None_"),
        (_ENUM, {"Amount": 5}, ("Amount", 5)),
        (_ENUM, ["Amount", 5], ("Amount", 5)),
        (
            _RECORD,
            {"freeBalance": 1, "owner": ADDRESS},
            {"free_balance": 1, "owner": ACCOUNT, "note": b"", "limit": None},
        ),
    ],
)
def test_read(type_id: int, json: Any, value: Any) -> None:
    read = from_json(REGISTRY, type_id, json, "it")
    assert read == value
    assert REGISTRY.decode(type_id, REGISTRY.encode(type_id, read)) == read


@pytest.mark.parametrize(
    ("type_id", "json", "said"),
    [
        (_U64, True, "not a whole number"),
        (_U64, 1.5, "not a whole number"),
        (_ACCOUNT, "0x00", "32 bytes expected"),
        (_ACCOUNT, 5, "expected bytes"),
        (_PAIR, [1], "2 values"),
        (_LIST, {}, "expected a list"),
        (_LIST, [[1, ADDRESS], [2]], r"it\[1\]: 2 values"),
        (_RECORD, [], "expected an object with free_balance"),
        (_RECORD, {"free": 1}, "no field 'free'"),
        (_ENUM, "Other", "no case 'Other'"),
        (_ENUM, {"Amount": "x"}, "it.Amount"),
        (_ENUM, 7, "the name of a case"),
    ],
)
def test_refused(type_id: int, json: Any, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        from_json(REGISTRY, type_id, json, "it")


VALUES = st.fixed_dictionaries(
    {
        "free_balance": st.integers(0, 2**64 - 1),
        "owner": st.binary(min_size=32, max_size=32),
        "note": st.binary(),
        "limit": st.none() | st.integers(0, 2**64 - 1),
    }
)


@given(VALUES)
def test_what_is_written_is_read_again(value: dict[str, Any]) -> None:
    assert from_json(REGISTRY, _RECORD, to_json(value), "it") == value


@pytest.mark.parametrize("type_id", [_U64, _ACCOUNT, _BYTES, _PAIR, _NESTED, _RECORD, _ENUM, _LIST])
def test_every_type_has_a_zero(type_id: int) -> None:
    value = zero(REGISTRY, type_id)
    assert not any(REGISTRY.encode(type_id, value))
