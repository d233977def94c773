"""A call from the command line: its name, and its arguments in JSON."""

from __future__ import annotations

import json
import re
from typing import Any

from btsdk.errors import UsageError
from btsdk.ops import RawCall

_HEX = re.compile(r"0x(?:[0-9a-fA-F]{2})*")


def call_of(named: str, arguments: str) -> RawCall:
    """The call `PALLET.NAME`. Text that begins with `0x` stands for bytes; amounts are in rao."""
    pallet, point, name = named.partition(".")
    if not point:
        raise UsageError(f"a call is PALLET.NAME, not {named!r}", hint="Write System.remark.")
    try:
        given = json.loads(arguments)
    except ValueError as error:
        raise UsageError(
            f"--args is not JSON: {error}", hint="""Write --args '{"remark": "0x61"}'."""
        ) from None
    if not isinstance(given, dict):
        raise UsageError("--args is a JSON object: the arguments by name")
    return RawCall(pallet, name, _with_bytes(given))


def _with_bytes(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _with_bytes(part) for name, part in value.items()}
    if isinstance(value, list):
        return [_with_bytes(part) for part in value]
    if isinstance(value, str) and _HEX.fullmatch(value):
        return bytes.fromhex(value[2:])
    return value
