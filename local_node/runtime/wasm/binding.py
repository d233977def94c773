"""wasmtime's C API, for calls where the Python package's overhead exceeds the work itself.

A block crosses between Python and WebAssembly tens of thousands of times. A crossing costs 15 to 40
µs through the package's `Func`, and 1 to 3 µs through the unchecked calls of the same C API. So
frequent calls use this module: host functions, entry points, memory. Types are checked once, when a
module is linked. Everything else uses the package's objects.

Values cross as `wasmtime_val_raw_t`: 16 bytes each, little-endian, where an i32 fills the first
four and an i64 the first eight. In an array of u64 they are at every second index.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Sequence
from typing import Any, Final

import wasmtime._bindings as c
from wasmtime import Engine, FuncType, Linker, Module, Store

from btsdk.errors import BtError

Words = ctypes.Array[ctypes.c_uint64]
"""The arguments, then the result; values are at every second index."""

HostFunction = Callable[[Words], None]
"""A function that reads its arguments from the words and writes its result to the first."""

_CALLBACK: Final = ctypes.CFUNCTYPE(
    ctypes.c_size_t,
    ctypes.c_void_p,
    ctypes.c_void_p,
    ctypes.POINTER(ctypes.c_uint64),
    ctypes.c_size_t,
)
_NO_FINALIZER: Final = ctypes.CFUNCTYPE(None, ctypes.c_void_p)()
_MOST_WORDS: Final = 16

PAGE_BYTES: Final = 65536
_EXTERN_FUNCTION: Final = 0
_EXTERN_GLOBAL: Final = 1
_EXTERN_MEMORY: Final = 3

I32: Final = 0xFFFF_FFFF


class Trapped(BtError):
    """Raised when WebAssembly trapped, by itself or in a host function; `reason` is wasmtime's."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class HostLinker:
    """The importable names of one engine, with their host functions.

    `on_error` receives exceptions of host functions; the calling WebAssembly then traps.
    """

    def __init__(self, engine: Engine, on_error: Callable[[BaseException], None]) -> None:
        self._linker = Linker(engine)
        self._linker.allow_shadowing = True
        self._on_error = on_error
        self._kept: list[Any] = []

    def define(self, module: str, name: str, kind: FuncType, function: HostFunction) -> None:
        """Define `module.name` as a host function of this type."""
        on_error = self._on_error

        def call(_env: int, _caller: int, words: Words, _count: int) -> int:
            try:
                function(words)
            except BaseException as error:  # noqa: BLE001 - none may pass through foreign frames
                on_error(error)
                return _new_trap()
            return 0

        callback = ctypes.cast(_CALLBACK(call), c.wasmtime_func_unchecked_callback_t)
        self._kept.append(callback)
        where, what = module.encode(), name.encode()
        error = c.wasmtime_linker_define_func_unchecked(
            self._linker.ptr(),
            ctypes.create_string_buffer(where, len(where)),
            len(where),
            ctypes.create_string_buffer(what, len(what)),
            len(what),
            kind.ptr(),
            callback,
            None,
            _NO_FINALIZER,
        )
        _expect_none(error)

    def define_instance(self, store: Store, module: str, instance: Instance) -> None:
        """Define `module` as the exports of an instance, until another store's instance replaces
        it."""
        where = module.encode()
        error = c.wasmtime_linker_define_instance(
            self._linker.ptr(),
            c.wasmtime_store_context(store.ptr()),
            ctypes.create_string_buffer(where, len(where)),
            len(where),
            ctypes.byref(instance.raw),
        )
        _expect_none(error)

    def instantiate(self, store: Store, module: Module) -> Instance:
        """A fresh instance; raises `Trapped` if an import is missing or has another type."""
        return Instance(store, self._linker, module)


class OutOfBounds(BtError):
    """Raised when a pointer and length are outside the memory."""

    def __init__(self, pointer: int, length: int, size: int) -> None:
        super().__init__(f"{length} bytes at {pointer:#x} are outside a memory of {size} bytes")


class Memory:
    """One memory of an instance. It never moves while it grows: `Config.memory_may_move` is off."""

    def __init__(self, context: Any, memory: Any) -> None:
        self._context = context
        self._memory = memory
        base = c.wasmtime_memory_data(self._context, ctypes.byref(self._memory))
        self._base = ctypes.cast(base, ctypes.c_void_p).value or 0
        self._size = self._size_now()

    def reserve(self, size: int) -> None:
        """Grow the memory to at least `size` bytes."""
        if size <= self._size:
            return
        pages = (size - self._size + PAGE_BYTES - 1) // PAGE_BYTES
        before = ctypes.c_uint64()
        grown = c.wasmtime_memory_grow(
            self._context, ctypes.byref(self._memory), pages, ctypes.byref(before)
        )
        _expect_none(grown)
        self._size = self._size_now()

    def read(self, pointer: int, length: int) -> bytes:
        """Read bytes; raise `OutOfBounds`."""
        if pointer + length > self._size:
            self._expect_room(pointer, length)
        return ctypes.string_at(self._base + pointer, length)

    def write(self, pointer: int, data: bytes) -> None:
        """Overwrite bytes; raise `OutOfBounds`."""
        if pointer + len(data) > self._size:
            self._expect_room(pointer, len(data))
        ctypes.memmove(self._base + pointer, data, len(data))

    def expect(self, pointer: int, length: int) -> None:
        """Raise `OutOfBounds` unless these bytes are within the memory."""
        if pointer + length > self._size:
            self._expect_room(pointer, length)

    def _expect_room(self, pointer: int, length: int) -> None:
        self._size = self._size_now()
        if pointer + length > self._size:
            raise OutOfBounds(pointer, length, self._size)

    def _size_now(self) -> int:
        return int(c.wasmtime_memory_data_size(self._context, ctypes.byref(self._memory)))


class Instance:
    """One instance of a module, and its exports by name."""

    def __init__(self, store: Store, linker: Linker, module: Module) -> None:
        self._store = store
        self._context = c.wasmtime_store_context(store.ptr())
        self.raw = c.wasmtime_instance_t()
        trap = ctypes.POINTER(c.wasm_trap_t)()
        error = c.wasmtime_linker_instantiate(
            linker.ptr(),
            self._context,
            module.ptr(),
            ctypes.byref(self.raw),
            ctypes.byref(trap),
        )
        _expect_none(error, trap)

    def function(self, name: str) -> Function | None:
        """The exported function, or None."""
        item = self._item(name)
        is_function = item is not None and item.kind == _EXTERN_FUNCTION
        return Function(self._context, item.of.func) if is_function else None

    def memory(self, name: str) -> Memory | None:
        """The exported memory, or None."""
        item = self._item(name)
        is_memory = item is not None and item.kind == _EXTERN_MEMORY
        return Memory(self._context, item.of.memory) if is_memory else None

    def number(self, name: str) -> int | None:
        """The value of an exported i32 global."""
        item = self._item(name)
        if item is None or item.kind != _EXTERN_GLOBAL:
            return None
        value = c.wasmtime_val_t()
        of = ctypes.byref(item.of.global_)
        c.wasmtime_global_get(self._context, of, ctypes.byref(value))
        return int(value.of.i32) & I32

    def _item(self, name: str) -> Any:
        item = c.wasmtime_extern_t()
        what = name.encode()
        is_there = c.wasmtime_instance_export_get(
            self._context,
            ctypes.byref(self.raw),
            ctypes.create_string_buffer(what, len(what)),
            len(what),
            ctypes.byref(item),
        )
        return item if is_there else None


class Function:
    """A WebAssembly function with numbers as arguments and at most one number as result."""

    def __init__(self, context: Any, function: Any) -> None:
        words = (c.wasmtime_val_raw_t * _MOST_WORDS)()
        self._words = ctypes.cast(words, ctypes.POINTER(ctypes.c_uint64))
        self._trap = ctypes.POINTER(c.wasm_trap_t)()
        # The references are made once for all calls: making them takes as long as a call. They keep
        # their targets alive.
        self._places = (
            context,
            ctypes.byref(function),
            words,
            _MOST_WORDS,
            ctypes.byref(self._trap),
        )

    def __call__(self, *arguments: int) -> int:
        """Call the function; raise `Trapped`. Without a result the returned number is undefined."""
        words = self._words
        place = 0
        for argument in arguments:
            words[place] = argument
            place += 2
        error = c.wasmtime_func_call_unchecked(*self._places)
        if error or self._trap:
            trap = ctypes.cast(self._trap, ctypes.POINTER(c.wasm_trap_t))
            ctypes.memset(ctypes.byref(self._trap), 0, ctypes.sizeof(self._trap))
            _expect_none(error, trap)
        return int(words[0])


def _new_trap() -> int:
    text = b"a host function failed"
    trap = c.wasmtime_trap_new(ctypes.create_string_buffer(text, len(text)), len(text))
    return ctypes.cast(trap, ctypes.c_void_p).value or 0


def _expect_none(error: Any, trap: Any = None) -> None:
    """Free an error or a trap, and raise `Trapped` with wasmtime's message."""
    if error:
        text = _said(c.wasmtime_error_message, error)
        c.wasmtime_error_delete(error)
        raise Trapped(text)
    if trap:
        text = _said(c.wasm_trap_message, trap)
        c.wasm_trap_delete(trap)
        raise Trapped(text)


def _said(message_of: Callable[[Any, Any], None], it: Any) -> str:
    message = c.wasm_byte_vec_t()
    message_of(it, ctypes.byref(message))
    text = ctypes.string_at(message.data, message.size).decode(errors="replace")
    c.wasm_byte_vec_delete(ctypes.byref(message))
    return _short(text.rstrip("\0"))


def _short(text: str) -> str:
    """The cause at the end of a report that starts with the stack frames."""
    lines: Sequence[str] = [line.strip() for line in text.splitlines() if line.strip()]
    if "Caused by:" in lines:
        return ": ".join(lines[lines.index("Caused by:") + 1 :])
    return " ".join(line for line in lines if line)
