"""Compiling kernels with LLVM, and loading them.

The object code of each kernel is cached in a private directory: compiling takes a second or more.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from functools import cache
from hashlib import blake2b
from typing import Any

import llvmlite
import llvmlite.binding as llvm

from btsdk.pow.native import kernel
from btsdk.pow.native.kernel import MessageLayout
from btsdk.pow.native.paths import CodePath, among
from btsdk.private_cache import PrivateCache

Kernel = Callable[[Any, int, int, int, Any], int]
"""A loaded kernel: see `kernel`. It releases the interpreter's lock while it runs."""

_PROTOTYPE = ctypes.CFUNCTYPE(
    ctypes.c_uint64,
    ctypes.c_void_p,
    ctypes.c_uint32,
    ctypes.c_uint64,
    ctypes.c_uint64,
    ctypes.c_void_p,
)
_SPEED = 3


@cache
def available() -> tuple[CodePath, ...]:
    """The code paths of this machine's processor, the best first."""
    _initialize()
    features = llvm.get_host_cpu_features()
    return tuple(among({name for name, present in features.items() if present}))


class LoadedKernel:
    """A kernel in memory, for messages of one layout."""

    def __init__(self, layout: MessageLayout, path: CodePath, cache: PrivateCache) -> None:
        _initialize()
        machine = _machine(path)
        source = kernel.source(layout, path.lanes)
        key = _key(source, path)
        code = cache.load(key)
        if code is None:
            code = _compiled(source, machine)
            cache.save(key, code)
        # The engine owns the memory of the code.
        self._engine = llvm.create_mcjit_compiler(llvm.parse_assembly(""), machine)
        self._engine.add_object_file(llvm.ObjectFileRef.from_data(code))
        self._engine.finalize_object()
        self.search: Kernel = _PROTOTYPE(self._engine.get_function_address(kernel.NAME))


def _key(source: str, path: CodePath) -> bytes:
    """The key of a kernel's code: everything that decides about it."""
    version = (llvmlite.__version__, llvm.llvm_version_info, llvm.get_process_triple(), path.cpu)
    return blake2b(repr((version, source)).encode(), digest_size=32).digest()


def _compiled(source: str, machine: llvm.TargetMachine) -> bytes:
    module = llvm.parse_assembly(source)
    module.verify()
    options = llvm.create_pipeline_tuning_options(speed_level=_SPEED)
    builder = llvm.create_pass_builder(machine, options)
    builder.getModulePassManager().run(module, builder)
    code: bytes = machine.emit_object(module)
    return code


def _machine(path: CodePath) -> llvm.TargetMachine:
    target = llvm.Target.from_triple(llvm.get_process_triple())
    return target.create_target_machine(cpu=path.cpu, opt=_SPEED, jit=True)


@cache
def _initialize() -> None:
    llvm.initialize_native_target()
    llvm.initialize_native_asmprinter()
