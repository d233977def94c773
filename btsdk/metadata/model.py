"""The metadata model of a runtime, one for all versions.

The model is immutable; its items are found by name, and by index if the wire has indices. Parts
that a version lacks are empty or None.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Any, NamedTuple

from btsdk.errors import DecodeError, IncompatibleItem
from btsdk.frozen import Frozen
from btsdk.metadata.storage import StorageMetadata
from btsdk.scale.plan import Record
from btsdk.scale.registry import Codec, Registry
from btsdk.scale.shape import Shapes
from btsdk.scale.types import Case, Variant


class ConstantMetadata(NamedTuple):
    """A constant of a pallet; `value` is encoded."""

    name: str
    type: int
    value: bytes
    docs: tuple[str, ...] = ()


class PalletMetadata(Frozen, hidden=("registry",), uncompared=("registry",)):
    """A pallet. Without storage, calls, events or errors the corresponding field is None."""

    registry: Registry
    name: str
    index: int
    storage_prefix: str | None = None
    storage: Mapping[str, StorageMetadata] = {}
    call_type: int | None = None
    event_type: int | None = None
    error_type: int | None = None
    constants: Mapping[str, ConstantMetadata] = {}
    docs: tuple[str, ...] = ()

    @cached_property
    def calls(self) -> dict[str, Case]:
        return self._cases(self.call_type)

    @cached_property
    def events(self) -> dict[str, Case]:
        return self._cases(self.event_type)

    @cached_property
    def errors(self) -> dict[str, Case]:
        return self._cases(self.error_type)

    def constant(self, name: str) -> Any:
        """The decoded value of a constant."""
        found = self.constants.get(name)
        if found is None:
            raise IncompatibleItem(f"{self.name}.{name}", "a constant", None)
        return self.registry.decode(found.type, found.value)

    def _cases(self, type_id: int | None) -> dict[str, Case]:
        if type_id is None:
            return {}
        definition = self.registry.type(type_id).definition
        if not isinstance(definition, Variant):
            raise DecodeError(f"type {type_id} of the pallet {self.name} is not an enum")
        return {case.name: case for case in definition.variants}


class MethodInput(NamedTuple):
    """An argument of a runtime API method."""

    name: str
    type: int


class MethodMetadata(NamedTuple):
    """A method of a runtime API; its wire name is `<api>_<method>`."""

    name: str
    inputs: tuple[MethodInput, ...]
    output: int
    docs: tuple[str, ...] = ()


class ApiMetadata(NamedTuple):
    """A runtime API (version 15 only)."""

    name: str
    methods: Mapping[str, MethodMetadata]
    docs: tuple[str, ...] = ()


class ExtensionMetadata(NamedTuple):
    """A transaction extension: the type in the extrinsic, and the type that is only signed."""

    identifier: str
    extra: int
    additional: int


class ExtrinsicMetadata(NamedTuple):
    """The extrinsic format and the types of its parts; `type` is that of the whole."""

    version: int
    address: int
    call: int
    signature: int
    extra: int
    extensions: tuple[ExtensionMetadata, ...]
    type: int | None = None


class CustomMetadata(NamedTuple):
    """A value that a runtime adds to its metadata (version 15 only)."""

    type: int
    value: bytes


class Call(NamedTuple):
    """A decoded call."""

    pallet: str
    name: str
    args: dict[str, Any]


class PalletError(NamedTuple):
    """An error that a pallet declares."""

    pallet: str
    name: str
    docs: str


class EventRecord(NamedTuple):
    """An event with the phase that deposited it: ("ApplyExtrinsic", index), "Finalization" …

    `fields` is a dict of named fields, a single unnamed value, a tuple of them, or None.
    """

    phase: Any
    pallet: str
    name: str
    fields: Any
    topics: list[bytes]


class Metadata(Frozen, hidden=("registry",), uncompared=("registry",)):
    """The metadata of a runtime: types, pallets, runtime APIs and extrinsic format."""

    registry: Registry
    pallets: Mapping[str, PalletMetadata]
    extrinsic: ExtrinsicMetadata
    runtime: int
    outer_call: int
    outer_event: int | None
    outer_error: int | None = None
    apis: Mapping[str, ApiMetadata] = {}
    custom: Mapping[str, CustomMetadata] = {}

    def pallet(self, name: str) -> PalletMetadata:
        """A pallet by name; raises `IncompatibleItem` if this chain has none of that name."""
        found = self.pallets.get(name)
        if found is None:
            raise IncompatibleItem(name, "a pallet", None, known=self.pallets)
        return found

    def pallet_at(self, index: int) -> PalletMetadata:
        """A pallet by its index on the wire."""
        found = self._by_index.get(index)
        if found is None:
            raise IncompatibleItem(f"pallet {index}", "a pallet", None)
        return found

    def storage(self, pallet: str, item: str) -> StorageMetadata:
        """A storage item by name."""
        declared = self.pallet(pallet).storage
        found = declared.get(item)
        if found is None:
            raise IncompatibleItem(f"{pallet}.{item}", "a storage item", None, known=declared)
        return found

    def call(self, pallet: str, name: str) -> Case:
        """The declaration of a call."""
        declared = self.pallet(pallet).calls
        found = declared.get(name)
        if found is None:
            raise IncompatibleItem(f"{pallet}.{name}", "a call", None, known=declared)
        return found

    def encode_call(self, pallet: str, call: str, args: Mapping[str, Any] | None = None) -> bytes:
        """The bytes of a call; raises `EncodeError` with the path of the wrong value."""
        self.call(pallet, call)
        return self.registry.encode(self.outer_call, (pallet, (call, dict(args or {}))))

    def decode_call(self, data: bytes) -> Call:
        """Decode a call; the input must hold nothing else."""
        return as_call(self.registry.decode(self.outer_call, data))

    def error(self, pallet: int, error: int | bytes) -> PalletError:
        """The error of a `DispatchError::Module`; of its four bytes the first is the index."""
        index = error if isinstance(error, int) else error[0]
        declared = self.pallet_at(pallet)
        for case in declared.errors.values():
            if case.index == index:
                return PalletError(declared.name, case.name, " ".join(case.docs).strip())
        raise IncompatibleItem(f"error {index} of {declared.name}", "an error", None)

    def decode_events(self, data: bytes) -> list[EventRecord]:
        """Decode the records in `System.Events`."""
        records = self.storage("System", "Events").decode(data)
        return [as_event(record) for record in records]

    def api(self, api: str, method: str) -> MethodMetadata:
        """A method of a runtime API; metadata before version 15 has none."""
        declared = self.apis.get(api)
        found = declared.methods.get(method) if declared else None
        if found is None:
            raise IncompatibleItem(f"{api}.{method}", "a runtime API method", None)
        return found

    def encode_api_args(self, api: str, method: str, *args: Any) -> bytes:
        """The arguments of a runtime API method, one after another."""
        inputs = self.api(api, method).inputs
        if len(args) != len(inputs):
            raise IncompatibleItem(f"{api}.{method}", f"{len(args)} arguments", f"{len(inputs)}")
        return b"".join(
            self.registry.encode(part.type, arg) for part, arg in zip(inputs, args, strict=True)
        )

    def decode_api_output(self, api: str, method: str, data: bytes) -> Any:
        """Decode the result of a runtime API method."""
        return self.registry.decode(self.api(api, method).output, data)

    def shape(self, type_id: int) -> str:
        """The structure of a type in words; the runtime's outer enums stand as their role."""
        return self._shapes.words(type_id)

    def shape_hash(self, type_id: int) -> bytes:
        """The hash of a type's structure, in which the outer enums count as their role alone.

        So items that take any call (`Utility.batch`) keep their shape when a pallet gains a call.
        """
        return self._shapes.hash(type_id)

    @cached_property
    def extrinsic_codecs(self) -> tuple[Codec, Codec, Codec]:
        """The codecs of an extrinsic's address, signature and call."""
        codec, parts = self.registry.codec, self.extrinsic
        return codec(parts.address), codec(parts.signature), codec(self.outer_call)

    @cached_property
    def extension_codecs(self) -> list[tuple[str, Codec, str | None]]:
        """The codecs of the extensions that take bytes in an extrinsic, by identifier; of a struct
        with one field also its name, because the extension's value is that field's."""
        found = []
        for extension in self.extrinsic.extensions:
            codec, plan = self.registry.codec(extension.extra), self.registry.plan(extension.extra)
            only = plan.names[0] if isinstance(plan, Record) and len(plan.names) == 1 else None
            if codec.fixed_size != 0:
                found.append((extension.identifier, codec, only))
        return found

    @cached_property
    def _shapes(self) -> Shapes:
        roles = {self.outer_call: "RuntimeCall"}
        if self.outer_event is not None:
            roles[self.outer_event] = "RuntimeEvent"
        if self.outer_error is not None:
            roles[self.outer_error] = "RuntimeError"
        return self.registry.shapes(roles)

    @cached_property
    def _by_index(self) -> dict[int, PalletMetadata]:
        return {pallet.index: pallet for pallet in self.pallets.values()}


def as_call(value: Any) -> Call:
    """The decoded value of an outer call as a `Call`."""
    pallet, inner = value
    if isinstance(inner, str):
        return Call(pallet, inner, {})
    return Call(pallet, *inner)


def as_event(record: dict[str, Any]) -> EventRecord:
    """A decoded record of the chain as an `EventRecord`."""
    pallet, inner = record["event"]
    name, fields = (inner, None) if isinstance(inner, str) else inner
    # The call inside the constructor of a named tuple, which is slow Python.
    values = (record["phase"], pallet, name, fields, record["topics"])
    return tuple.__new__(EventRecord, values)
