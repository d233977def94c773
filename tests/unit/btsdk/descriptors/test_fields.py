"""The fields of typed calls."""

from __future__ import annotations

from typing import Any

import pytest

from btsdk import calls
from btsdk.metadata import Metadata


def test_a_call_is_immutable_and_shows_itself() -> None:
    call = calls.system.Remark(remark=b"x")
    with pytest.raises(AttributeError, match="immutable"):
        call.remark = b"y"  # type: ignore[misc]
    with pytest.raises(AttributeError, match="immutable"):
        del call.remark
    assert repr(call) == "Remark(remark=b'x')"
    assert call != calls.system.RemarkWithEvent(remark=b"x")


@pytest.mark.parametrize("arguments", [{}, {"remark": b"", "more": 1}, {"mark": b""}])
def test_wrong_arguments_are_named(arguments: dict[str, Any]) -> None:
    with pytest.raises(TypeError, match="Remark"):
        calls.system.Remark(**arguments)
    with pytest.raises(TypeError, match="each of remark once"):
        calls.system.Remark(b"", b"")  # type: ignore[call-arg]


def test_a_clashing_field_has_an_underscore(chain: Metadata) -> None:
    call = calls.subtensor.SetIdentity(b"n", b"u", b"g", b"i", b"d", b"s", b"a")
    assert (call.name, call.name_) == ("set_identity", b"n")
    decoded = chain.decode_call(call.encode(chain))
    assert decoded.args["name"] == b"n"
