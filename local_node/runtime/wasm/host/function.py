"""The declaration of a host function: its argument and result types.

WebAssembly passes numbers. A byte string is an i64, with the pointer in its lower and the length in
its upper half; a value of fixed length is an i32 pointer. A function is declared with the kinds of
its arguments and its result, and uses Python values:

    @STORAGE.function(1, DATA, returns=OPTIONAL_DATA)
    def get(call: Call, key: bytes) -> bytes | None: ...
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

from wasmtime import FuncType, ValType

from btsdk.scale.primitives import compact_encode, compact_read
from local_node.runtime.wasm.binding import I32
from local_node.runtime.wasm.call import Call, HostError

__all__ = ["Call", "Family", "HostError", "HostFunction", "Kind", "Span"]

MOST_DATA: Final = 32 * 1024 * 1024
"""The longest byte string accepted, as no allocation is larger."""


class Span(NamedTuple):
    """A byte string in the runtime's memory."""

    pointer: int
    length: int

    @classmethod
    def of(cls, word: int) -> Span:
        return cls(word & I32, word >> 32)

    @property
    def word(self) -> int:
        return self.length << 32 | self.pointer


@dataclass(frozen=True)
class Kind:
    """One type of argument or result: an i32 or i64, with its conversions.

    A kind that `allocates` writes its bytes to the scratch memory and returns their length;
    `environment.py` gives them to the runtime.
    """

    is_wide: bool
    read: Callable[[Call, int], Any]
    write: Callable[[Call, Any], int]
    allocates: bool = False

    @property
    def type(self) -> ValType:
        return ValType.i64() if self.is_wide else ValType.i32()


@dataclass(frozen=True)
class HostFunction:
    """One import: its name, its types, and its Python function.

    A function that is `in_wasm` has none: it is part of the module in `environment.py`.
    """

    name: str
    arguments: tuple[Kind, ...]
    returns: Kind | None
    body: Callable[..., Any]
    in_wasm: bool = False

    @property
    def allocates(self) -> bool:
        """Whether its result is bytes."""
        return self.returns is not None and self.returns.allocates

    @property
    def host_type(self) -> FuncType:
        """The type of the Python function, whose result of bytes is their length."""
        if not self.allocates:
            return self.type
        return FuncType([kind.type for kind in self.arguments], [ValType.i32()])

    @property
    def type(self) -> FuncType:
        """The type of the import."""
        results = [] if self.returns is None else [self.returns.type]
        return FuncType([kind.type for kind in self.arguments], results)


class Family:
    """Host functions with the same name prefix."""

    def __init__(self, name: str) -> None:
        self._name = name
        self.functions: dict[str, HostFunction] = {}

    def function(
        self, version: int, *arguments: Kind, returns: Kind | None = None, name: str = ""
    ) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
        """Declare one version of a function; its default name is that of the decorated function."""

        def declare(body: Callable[..., Any]) -> Callable[..., Any]:
            imported = f"ext_{self._name}_{name or body.__name__}_version_{version}"
            self.functions[imported] = HostFunction(imported, arguments, returns, body)
            return body

        return declare

    def in_wasm(self, version: int, name: str, *arguments: Kind, returns: Kind) -> None:
        """Declare one version of a function that is implemented in WebAssembly."""
        imported = f"ext_{self._name}_{name}_version_{version}"
        self.functions[imported] = HostFunction(imported, arguments, returns, _elsewhere, True)


def _elsewhere(*_arguments: Any) -> Any:
    """The placeholder of a function in WebAssembly."""
    raise AssertionError("this function is implemented in WebAssembly")


def _no_argument(_call: Call, _word: int) -> Any:
    raise AssertionError("this kind is for results only")


def _no_result(_call: Call, _value: Any) -> int:
    raise AssertionError("this kind is for arguments only")


def _read_data(call: Call, word: int) -> bytes:
    length = word >> 32
    if length > MOST_DATA:
        call.memory.expect(word & I32, length)
        raise HostError(f"an argument of {length} bytes is more than {MOST_DATA}")
    return call.memory.read(word & I32, length)


def _write_data(call: Call, data: bytes) -> int:
    return call.leave(data)


def _read_optional_number(call: Call, word: int) -> int | None:
    data = _read_data(call, word)
    if data == b"\0":
        return None
    if len(data) != 5 or data[0] != 1:
        raise HostError(f"0x{data.hex()} is not an optional number")
    return int.from_bytes(data[1:], "little")


def _read_optional_data(call: Call, word: int) -> bytes | None:
    data = _read_data(call, word)
    if data == b"\0":
        return None
    length, at = compact_read(data, 1) if data[:1] == b"\1" else (-1, 0)
    if at + length != len(data):
        raise HostError("the argument is not an optional byte string")
    return data[at:]


def _write_optional_data(call: Call, data: bytes | None) -> int:
    return _write_data(call, b"\0" if data is None else b"\1" + compact_encode(len(data)) + data)


def _write_optional_number(call: Call, number: int | None) -> int:
    some = b"\0" if number is None else b"\1" + number.to_bytes(4, "little")
    return _write_data(call, some)


def _write_boolean(_call: Call, value: bool) -> int:
    return int(value)


def _number(bits: int) -> Kind:
    mask = (1 << bits) - 1
    return Kind(bits > 32, lambda _call, word: word & mask, lambda _call, value: value & mask)


U32: Final = _number(32)
U64: Final = _number(64)
BOOLEAN: Final = Kind(False, _no_argument, _write_boolean)

DATA: Final = Kind(True, _read_data, _write_data, allocates=True)
"""A byte string of any length."""

SPAN: Final = Kind(True, lambda _call, word: Span.of(word), _no_result)
"""A buffer to which the host writes."""

OPTIONAL_DATA: Final = Kind(True, _read_optional_data, _write_optional_data, allocates=True)
"""The encoding of an `Option<Vec<u8>>`."""

OPTIONAL_NUMBER: Final = Kind(True, _read_optional_number, _write_optional_number, allocates=True)
"""The encoding of an `Option<u32>`."""


def fixed(length: int) -> Kind:
    """A fixed number of bytes at a pointer."""
    return Kind(
        False,
        lambda call, word: call.memory.read(word & I32, length),
        _write_data,
        allocates=True,
    )


BYTES_4: Final = fixed(4)
BYTES_8: Final = fixed(8)
BYTES_16: Final = fixed(16)
BYTES_32: Final = fixed(32)
BYTES_33: Final = fixed(33)
BYTES_64: Final = fixed(64)
BYTES_65: Final = fixed(65)
