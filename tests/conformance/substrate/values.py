"""Whether a value of the SDK and one of `substrate-interface` are the same.

Both decode the same bytes to different shapes: accounts to 32 bytes or an ss58 address, bytes to
bytes, hex or text, enums to `(name, value)` or `{name: value}`, newtypes and fixed-point numbers to
their content or a struct of it, events to nested enums or a flat record.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from btsdk.keys import ss58
from btsdk.scale import Some


def same(ours: Any, theirs: Any) -> bool:
    """Whether both are the same value, whatever its shape."""
    if isinstance(ours, Some):
        return same(ours.value, theirs)
    if isinstance(theirs, Mapping) and {"module_id", "event_id"} <= theirs.keys():
        return _event(ours, theirs)
    if isinstance(ours, bytes):
        return _bytes(ours, theirs)
    if ours is None or isinstance(ours, bool):
        return ours is theirs
    if isinstance(ours, int):
        content = theirs["bits"] if isinstance(theirs, Mapping) and len(theirs) == 1 else theirs
        return type(content) is int and content == ours
    if isinstance(ours, Mapping):
        return _struct(ours, theirs)
    if isinstance(ours, str):
        return bool(ours == theirs) or theirs == {ours: None}
    return _sequence(ours, theirs) or _variant(ours, theirs)


def _bytes(ours: bytes, theirs: Any) -> bool:
    if isinstance(theirs, str):
        return theirs in ("0x" + ours.hex(), ours.decode("utf-8", "replace")) or (
            len(ours) == 32 and theirs == ss58.encode(ours)
        )
    return (
        isinstance(theirs, Sequence)
        and all(type(b) is int for b in theirs)
        and (bytes(theirs) == ours)
    )


def _struct(ours: Mapping[str, Any], theirs: Any) -> bool:
    if not isinstance(theirs, Mapping) or ours.keys() - theirs.keys():
        return False
    # An event record has its parts a second time.
    if theirs.keys() - ours.keys() and "event_index" not in theirs:
        return False
    if "phase" in ours and "event" in ours:
        own = {name: value for name, value in ours.items() if name != "phase"}
        return _phase(ours["phase"], theirs) and all(same(own[n], theirs[n]) for n in own)
    return all(same(value, theirs[name]) for name, value in ours.items())


def _phase(ours: Any, theirs: Mapping[str, Any]) -> bool:
    name, index = (ours, None) if isinstance(ours, str) else ours
    return (name, index) == (theirs["phase"], theirs["extrinsic_idx"])


def _event(ours: Any, theirs: Mapping[str, Any]) -> bool:
    if isinstance(ours, Mapping):
        return _struct(ours, theirs)
    pallet, event = ours
    name, fields = (event, None) if isinstance(event, str) else event
    return (pallet, name) == (theirs["module_id"], theirs["event_id"]) and (
        same(fields, theirs["attributes"])
    )


def _sequence(ours: Any, theirs: Any) -> bool:
    if not ours and not theirs:
        return True
    if isinstance(theirs, str):
        return all(type(b) is int and b < 256 for b in ours) and _bytes(bytes(ours), theirs)
    return (
        isinstance(theirs, Sequence)
        and len(ours) == len(theirs)
        and all(same(one, other) for one, other in zip(ours, theirs, strict=True))
    )


def _variant(ours: Any, theirs: Any) -> bool:
    if not isinstance(ours, tuple) or len(ours) != 2 or not isinstance(ours[0], str):
        return False
    return (
        isinstance(theirs, Mapping)
        and list(theirs) == [ours[0]]
        and (same(ours[1], theirs[ours[0]]))
    )
