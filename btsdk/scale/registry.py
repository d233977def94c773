"""A registry of types, and its codecs, each compiled on first use."""

from __future__ import annotations

import struct
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import Any

from btsdk import forks
from btsdk.errors import DecodeError, EncodeError, UsageError
from btsdk.scale.encode_path import encode_error
from btsdk.scale.graph import Cycles
from btsdk.scale.layout import Layouts
from btsdk.scale.linker import Function
from btsdk.scale.plan import Plan, Planner
from btsdk.scale.reader import Reader
from btsdk.scale.rows import Column, Rows, rows_of_columns, rows_of_type
from btsdk.scale.shape import Shapes
from btsdk.scale.targets import Target, target_of
from btsdk.scale.types import Type
from btsdk.scale.writer import Writer

# The exceptions that generated code may raise, for bytes and for values.
READ_FAULTS = (struct.error, IndexError, UnicodeDecodeError, RecursionError, OverflowError)
_WRITE_FAULTS = (
    struct.error,
    TypeError,
    ValueError,
    LookupError,
    AttributeError,
    ArithmeticError,
    RecursionError,
)


class Codec:
    """Encodes and decodes the values of one type; safe to share between threads."""

    __slots__ = ("_read", "_registry", "_target", "_write", "type_id")

    def __init__(self, registry: Registry, type_id: int, target: Target) -> None:
        self.type_id = type_id
        self._registry = registry
        self._target = target
        self._read: Function = self._first_read
        self._write: Function = self._first_write

    def __repr__(self) -> str:
        return f"<Codec of type {self.type_id}>"

    @property
    def fixed_size(self) -> int | None:
        """The size in bytes of every value, or None where it varies."""
        return self._registry.fixed_size(self.type_id)

    def decode(self, data: bytes | bytearray | memoryview) -> Any:
        """Decode a value; raises `DecodeError`, also if bytes are left."""
        if type(data) is not bytes:
            data = _plain_bytes(data)
        try:
            value, end = self._read(data, 0)
        except READ_FAULTS as error:
            raise _decode_error(data, error) from None
        if end != len(data):
            raise DecodeError(f"{len(data) - end} bytes are left after the value", offset=end)
        return value

    def prefix(self, data: bytes) -> Any:
        """Decode the value at the start of `data`; trailing bytes are ignored, as in Substrate's
        storage.

        Raises `DecodeError` if `data` does not begin with one.
        """
        try:
            return self._read(data, 0)[0]
        except READ_FAULTS as error:
            raise _decode_error(data, error) from None

    def read(self, data: bytes | bytearray | memoryview, offset: int = 0) -> tuple[Any, int]:
        """The value that starts at `offset`, and the offset behind it."""
        if type(data) is not bytes:
            data = _plain_bytes(data)
        if offset < 0:
            raise UsageError(f"{offset} is not an offset")
        try:
            value, end = self._read(data, offset)
        except READ_FAULTS as error:
            raise _decode_error(data, error) from None
        return value, end

    def bare_reader(self) -> Function:
        """What `read` calls, for loops over many values: `(data, offset) -> (value, end)` of bytes.

        Its errors are Python's own, those of `READ_FAULTS`; `read` says what they mean.
        """
        if self._read == self._first_read:
            self._read = self._registry.reader.function(self.type_id, self._target)
        return self._read

    def encode(self, value: Any) -> bytes:
        """The bytes of a value; raises `EncodeError` with the path of the wrong part."""
        out = bytearray()
        try:
            self._write(value, out)
        except _WRITE_FAULTS as error:
            raise self._registry.encode_error(self.type_id, value, error) from None
        return bytes(out)

    def write(self, value: Any, out: bytearray) -> None:
        """Append the bytes of a value to `out`; raises as `encode` does, with `out` unfinished."""
        try:
            self._write(value, out)
        except _WRITE_FAULTS as error:
            raise self._registry.encode_error(self.type_id, value, error) from None

    def _first_read(self, data: bytes, offset: int) -> Any:
        self._read = self._registry.reader.function(self.type_id, self._target)
        return self._read(data, offset)

    def _first_write(self, value: Any, out: bytearray) -> None:
        self._write = self._registry.writer.function(self.type_id)
        self._write(value, out)


class Registry:
    """The types of one runtime by id. Ids that do not exist raise `DecodeError` when met."""

    def __init__(self, types: Iterable[Type]) -> None:
        self.types: dict[int, Type] = {}
        self.add(types)
        self.planner = Planner(self.types)
        self.cycles = Cycles(self.types)
        self.layouts = Layouts(self.planner, self.cycles)
        # Results about types are kept in plain dicts: one thread at a time adds to them.
        self._lock = forks.rlock()
        self.reader = Reader(self.planner, self.cycles, self.layouts, self._lock)
        self.writer = Writer(self.planner, self.cycles, self.layouts, self._lock)
        self._codecs: dict[tuple[int, Any], Codec] = {}

    def add(self, types: Iterable[Type]) -> None:
        """Add types to a registry that is in use.

        All types that they name must be among them or here already, and no existing type may
        change.
        """
        self.types.update((entry.id, entry) for entry in types)
        for known in ("_shapes", "_by_path"):
            self.__dict__.pop(known, None)

    def __len__(self) -> int:
        return len(self.types)

    def codec(self, type_id: int, target: Any = None) -> Codec:
        """The codec of a type; decoded values are built as `target`, a class or type hint.

        See `btsdk.scale.targets` for the hints. Encoding always accepts such objects.
        """
        key = (type_id, target)
        codec = self._codecs.get(key)
        if codec is None:
            self.type(type_id)
            codec = self._codecs[key] = Codec(self, type_id, target_of(target))
        return codec

    def encode(self, type_id: int, value: Any) -> bytes:
        """The bytes of a value of a type."""
        return self.codec(type_id).encode(value)

    def decode(self, type_id: int, data: bytes | bytearray | memoryview) -> Any:
        """Decode a value of a type; the input must hold nothing else."""
        return self.codec(type_id).decode(data)

    def type(self, type_id: int) -> Type:
        """The description of a type."""
        return self.planner.type(type_id)

    def plan(self, type_id: int) -> Plan:
        """The plan of a type, with newtypes unwrapped."""
        return self.planner.plan(type_id)

    def find(self, path: str) -> int:
        """The id of the type with this path (`sp_core::crypto::AccountId32`), or ending in it.

        Raises `UsageError` if no type or more than one has it; a generic type often has several.
        """
        ids = self._by_path.get(path)
        if ids is None:
            ids = [
                i
                for known, found in self._by_path.items()
                for i in found
                if known.endswith(f"::{path}")
            ]
        if len(ids) != 1:
            raise UsageError(f"{len(ids)} types of this registry are named {path}")
        return ids[0]

    def fixed_size(self, type_id: int) -> int | None:
        """The size in bytes of every value of the type, or None if it varies."""
        with self._lock:
            layout = self.layouts.of(type_id)
        return layout.least if layout.fixed else None

    def rows(self, type_id: int) -> Rows | None:
        """The reader of adjacent values of a type; None if it has no fixed width, or decisions."""
        with self._lock:
            return rows_of_type(self.reader, type_id)

    def rows_of_columns(self, columns: Sequence[Column]) -> Rows | None:
        """The reader of adjacent tuples of several values with gaps between them, likewise."""
        with self._lock:
            return rows_of_columns(self.reader, columns)

    def shapes(self, roles: Mapping[int, str] | None = None) -> Shapes:
        """The shapes of the types; those in `roles` count as their role alone."""
        return Shapes(self.types, roles or {})

    def shape(self, type_id: int) -> str:
        """The structure of a type in words, shortened if it is long."""
        return self._shapes.words(type_id)

    def shape_hash(self, type_id: int) -> bytes:
        """32 bytes that are equal for types of equal structure, whatever their registries."""
        return self._shapes.hash(type_id)

    def encode_error(self, type_id: int, value: Any, error: Exception) -> EncodeError:
        """The error of a value that a write function refused, with its path."""
        return encode_error(self.planner, self._attempt, type_id, value, error)

    def _attempt(self, type_id: int, value: Any) -> Exception | None:
        try:
            self.writer.function(type_id)(value, bytearray())
        except _WRITE_FAULTS as error:
            return error
        return None

    @cached_property
    def _shapes(self) -> Shapes:
        return self.shapes()

    @cached_property
    def _by_path(self) -> dict[str, list[int]]:
        ids: dict[str, list[int]] = {}
        for entry in self.types.values():
            if entry.path:
                ids.setdefault("::".join(entry.path), []).append(entry.id)
        return ids


def _plain_bytes(data: Any) -> bytes:
    if isinstance(data, (bytes, bytearray, memoryview)):
        return bytes(data)
    raise UsageError(f"expected bytes, not {type(data).__name__}")


def _decode_error(data: bytes, error: Exception) -> DecodeError:
    if isinstance(error, UnicodeDecodeError):
        return DecodeError("a string is not valid UTF-8")
    if isinstance(error, RecursionError):
        return DecodeError("values are nested too deeply")
    return DecodeError("the input ends inside a value", offset=len(data))
