"""The independent judge of the codec: the pure-Python `scalecodec` package.

It decodes what we encoded; its answer is then compared with our value, place by place. What it is
known to get wrong is named in `test_referee.py`.
"""

from __future__ import annotations

import contextlib
import inspect
from importlib import metadata
from typing import Any

from scalecodec.base import RuntimeConfigurationObject, ScaleBytes
from scalecodec.type_registry import load_type_registry_preset

from btsdk.keys import ss58
from btsdk.scale import Registry, Some
from btsdk.scale import plan as p


class Referee:
    """`scalecodec` over the types of one V14 metadata."""

    def __init__(self, metadata: bytes) -> None:
        self._config = RuntimeConfigurationObject(implements_scale_info=True)
        self._config.update_type_registry(load_type_registry_preset("core"))
        self._metadata = self._config.create_scale_object("MetadataVersioned", ScaleBytes(metadata))
        self._metadata.decode()
        self._config.add_portable_registry(self._metadata)

    def decode(self, type_id: int, data: bytes) -> Any:
        """What the referee reads; raises `ValueError` when it leaves bytes."""
        name = f"scale_info::{type_id}"
        found = self._config.create_scale_object(name, ScaleBytes(data), metadata=self._metadata)
        value = found.decode()
        if found.data.get_remaining_length():
            raise ValueError(f"the referee leaves {found.data.get_remaining_length()} bytes")
        return value

    def cannot_read(self, registry: Registry, type_id: int, value: Any) -> bool:
        """Its one known fault: it expects a byte for `Compact<()>`, which has none.

        Mainnet's account index is `()`, so that is what `MultiAddress::Index` holds.
        """
        plan = registry.plan(type_id)
        is_compact_unit = isinstance(plan, p.CompactInt) and plan.most is None
        return is_compact_unit or "('Index', ())" in repr(value)


def is_the_pure_package() -> bool:
    """Whether `scalecodec` is Python source of the distribution of that name, and nothing else."""
    files = metadata.distribution("scalecodec").files or []
    owned = any(str(file) == "scalecodec/base.py" for file in files)
    source = inspect.getsourcefile(RuntimeConfigurationObject) or ""
    return owned and source.endswith("scalecodec/base.py") and not _installed("cyscale")


def _installed(name: str) -> bool:
    try:
        metadata.distribution(name)
    except metadata.PackageNotFoundError:
        return False
    return True


def agree(registry: Registry, type_id: int, ours: Any, theirs: Any) -> bool:
    """Whether our value and the referee's are the same one in two dresses."""
    plan = registry.plan(type_id)
    if isinstance(plan, p.Bytes):
        return ours in _bytes_of(theirs)
    if isinstance(plan, p.Record):
        return _payload_agrees(registry, plan, ours, theirs)
    if isinstance(plan, p.Row):
        return _payload_agrees(registry, plan, ours, theirs)
    if isinstance(plan, p.Items):
        return _items_agree(registry, plan, ours, theirs)
    if isinstance(plan, p.Option):
        content = ours.value if isinstance(ours, Some) else ours
        return theirs is None if ours is None else agree(registry, plan.type, content, theirs)
    if isinstance(plan, p.Enum):
        return _case_agrees(registry, plan, ours, theirs)
    if isinstance(plan, p.EraByte):
        return (ours == "Immortal" and theirs == "00") or theirs == ours[1]
    return bool(ours == (theirs["bits"] if isinstance(theirs, dict) else theirs))


def _bytes_of(theirs: Any) -> list[bytes]:
    """All bytes that the referee may have meant: it shows them as hex, as text or as an address."""
    if not isinstance(theirs, str):
        return [bytes(theirs)] if isinstance(theirs, (bytes, list)) else []
    readings = [theirs.encode()]
    with contextlib.suppress(ValueError):
        readings.append(bytes.fromhex(theirs.removeprefix("0x")))
    with contextlib.suppress(ValueError):
        readings.append(ss58.decode(theirs))
    return readings


def _items_agree(registry: Registry, plan: p.Items, ours: Any, theirs: Any) -> bool:
    theirs = [] if theirs is None else list(theirs)
    return len(ours) == len(theirs) and all(
        agree(registry, plan.type, a, b) for a, b in zip(ours, theirs, strict=True)
    )


def _payload_agrees(registry: Registry, payload: p.Row | p.Record, ours: Any, theirs: Any) -> bool:
    if not payload.types:
        return theirs in (None, (), {}, [])
    if isinstance(payload, p.Record) and "event" in payload.names:
        return _record_agrees(registry, payload, ours, theirs)
    if isinstance(payload, p.Record):
        ours = [ours[name] for name in payload.names]
        theirs = [theirs[name] for name in payload.names]
    elif len(payload.types) == 1:
        theirs = [theirs]
    return len(ours) == len(theirs) and all(
        agree(registry, type_id, a, b)
        for type_id, a, b in zip(payload.types, ours, theirs, strict=True)
    )


def _case_agrees(registry: Registry, plan: p.Enum, ours: Any, theirs: Any) -> bool:
    name, content = (ours, ()) if isinstance(ours, str) else ours
    case = next(case for case in plan.cases if case.name == name)
    single = isinstance(case.payload, p.Row) and len(case.payload.types) == 1
    if isinstance(theirs, str):
        # An address of the common kind is shown as the account alone.
        return agree(registry, case.payload.types[0], content, theirs) if single else theirs == name
    if "call_function" in theirs or "event_id" in theirs:
        return _outer_agrees(registry, case, content, theirs)
    ((their_name, their_content),) = theirs.items()
    return their_name == name and _payload_agrees(
        registry, case.payload, (content,) if single else content, their_content
    )


def _outer_agrees(registry: Registry, pallet: p.Choice, ours: Any, theirs: dict[str, Any]) -> bool:
    """The referee has a flat form for the calls and events of the whole runtime."""
    if "event_id" in theirs:
        module, name, content = theirs["module_id"], theirs["event_id"], theirs["attributes"]
    else:
        module, name = theirs["call_module"], theirs["call_function"]
        content = {arg["name"]: arg["value"] for arg in theirs["call_args"]}
    (type_id,) = pallet.payload.types
    inner = {name: content} if content not in (None, {}) else name
    return bool(module == pallet.name) and agree(registry, type_id, ours, inner)


def _record_agrees(registry: Registry, record: p.Record, ours: Any, theirs: Any) -> bool:
    """An event record: the referee spreads the phase over two places."""
    types = dict(zip(record.names, record.types, strict=True))
    phase = theirs["phase"]
    if theirs["extrinsic_idx"] is not None:
        phase = {phase: theirs["extrinsic_idx"]}
    return (
        agree(registry, types["phase"], ours["phase"], phase)
        and agree(registry, types["event"], ours["event"], theirs["event"])
        and agree(registry, types["topics"], ours["topics"], theirs["topics"])
    )
