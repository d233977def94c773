"""What the TAO of a new crowdloan is for."""

from __future__ import annotations

import json
from typing import Any

from btsdk.errors import UsageError
from btsdk.ops import RawCall, RegisterLeasedNetwork

Purpose = RegisterLeasedNetwork | RawCall


def lease(wanted: bool, share: int | None, end: int | None) -> RegisterLeasedNetwork | None:
    """The lease of a new subnet; None without `--subnet-lease`."""
    if wanted and share is None:
        raise UsageError("--subnet-lease needs --emissions-share")
    if not wanted and (share, end) != (None, None):
        raise UsageError("--emissions-share and --lease-end-block need --subnet-lease")
    return RegisterLeasedNetwork(share or 0, end) if wanted else None


def call(pallet: str | None, method: str | None, arguments: str | None) -> RawCall | None:
    """Any other call; None without the options of one."""
    if pallet is None and method is None and arguments is None:
        return None
    if pallet is None or method is None:
        raise UsageError("a call needs --custom-call-pallet and --custom-call-method")
    try:
        found: Any = json.loads(arguments or "{}")
    except ValueError as error:
        raise UsageError(f"--custom-call-args is not JSON: {error}") from None
    if not isinstance(found, dict):
        raise UsageError('--custom-call-args is a JSON object, such as {"value": 1}')
    return RawCall(pallet, method, found)


def only(target: str | None, *operations: Purpose | None) -> Purpose | None:
    """The operation of a crowdloan that has no target; raises `UsageError` unless there is one
    purpose."""
    found = [operation for operation in operations if operation is not None]
    if len(found) + (target is not None) != 1:
        raise UsageError(
            "give one purpose: --target-address, --subnet-lease or --custom-call-pallet"
        )
    return found[0] if found else None
