"""Runs functions in LLVM IR."""

from __future__ import annotations

import ctypes
from typing import Any

import llvmlite.binding as llvm

from btsdk.pow.native.compiler import available


class Program:
    """A module with one function that takes pointers and returns nothing."""

    def __init__(self, source: str, name: str, arguments: int) -> None:
        path = available()[0]
        target = llvm.Target.from_triple(llvm.get_process_triple())
        machine = target.create_target_machine(cpu=path.cpu, opt=1, jit=True)
        self._engine = llvm.create_mcjit_compiler(llvm.parse_assembly(source), machine)
        self._engine.finalize_object()
        kind = ctypes.CFUNCTYPE(None, *[ctypes.c_void_p] * arguments)
        self._function = kind(self._engine.get_function_address(name))

    def __call__(self, *arguments: Any) -> None:
        self._function(*arguments)
