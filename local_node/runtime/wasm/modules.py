"""The cache of compiled modules, in memory and in a private folder.

Compiling a runtime takes seconds, loading a compiled one milliseconds. wasmtime trusts the files
that it loads, so the folder must belong to the user and be closed to others. Otherwise, or if the
disk fails, every process compiles for itself.
"""

from __future__ import annotations

import contextlib
import os
from importlib.metadata import version
from pathlib import Path
from typing import Final

from wasmtime import Module, WasmtimeError

from btsdk.atomic_file import replacing
from btsdk.keys.hashing import blake2_256
from local_node.runtime.stopping import is_stopping
from local_node.runtime.wasm.code import BadCode, wasm_of
from local_node.runtime.wasm.compiling import compiled
from local_node.runtime.wasm.engine import SETTINGS, engine

KEEP: Final = 4
"""The number of compiled modules kept in the folder; the least recently used are deleted."""

_SUFFIX: Final = ".module"


def default_folder() -> Path:
    """The default folder of compiled modules."""
    from platformdirs import user_cache_path  # noqa: PLC0415 - only to compile code

    return user_cache_path("btsdk", appauthor=False) / "runtimes"


class Modules:
    """Compiled modules by the hash of their code."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        self._modules: dict[bytes, Module] = {}
        self._last: tuple[bytes, Module] | None = None
        self._bad: dict[bytes, BadCode] = {}

    def of(self, code: bytes) -> Module:
        """The module of a runtime's code; raises `BadCode`."""
        if self._last is not None and self._last[0] is code:
            return self._last[1]
        name = blake2_256(code)
        module = self._modules.get(name)
        if module is None:
            if name in self._bad:
                raise self._bad[name]
            module = self._modules[name] = self._load(name) or self._compile(name, code)
        self._last = code, module
        return module

    def _compile(self, name: bytes, code: bytes) -> Module:
        try:
            data = compiled(wasm_of(code), _serialized)
            module = Module.deserialize(engine(), data)
        except (WasmtimeError, BadCode) as error:
            problem = error if isinstance(error, BadCode) else BadCode(f"not a module: {error}")
            if not is_stopping():
                self._bad[name] = problem  # cached, as it may have taken minutes to fail
            raise problem from error
        with contextlib.suppress(OSError):
            self._save(name, data)
        return module

    def _load(self, name: bytes) -> Module | None:
        path = self._path(name)
        if not path.is_file() or not _is_private(path.parent) or not _is_private(path):
            return None
        try:
            module = Module.deserialize_file(engine(), str(path))
            os.utime(path)
        except (WasmtimeError, OSError):
            return None
        return module

    def _save(self, name: bytes, data: bytes) -> None:
        path = self._path(name)
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not _is_private(path.parent):
            return
        with replacing(path) as file:
            file.write(data)
        files = sorted(path.parent.glob(f"*{_SUFFIX}"), key=lambda file: file.stat().st_mtime_ns)
        for old in files[:-KEEP]:
            old.unlink(missing_ok=True)

    def _path(self, name: bytes) -> Path:
        folder = self._folder or default_folder()
        return folder / f"{name.hex()}-{version('wasmtime')}-{SETTINGS}{_SUFFIX}"


def _serialized(wasm: bytes) -> bytes:
    try:
        return bytes(Module(engine(), wasm).serialize())
    except WasmtimeError as error:
        raise BadCode(f"the runtime's code does not compile: {error}") from error


def _is_private(path: Path) -> bool:
    found = path.stat()
    return found.st_uid == os.getuid() and found.st_mode & 0o077 == 0
