"""Which runtime a chain has: the bundled one, or a compiled one from its genesis or its state.

A chain that began with compiled code goes on with it: what lies under `:code` says so, whatever
the spec is called. Only such a chain loads the room that runs WebAssembly.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

from btsdk.errors import ChainSpecError, UsageError
from local_node.chain.genesis import Spec, expect_code
from local_node.chain.host import CODE
from local_node.chain.modes import Instant, Interval, Mode
from local_node.runtime.boundary import Runtime, is_compiled
from local_node.state.store import Store

if TYPE_CHECKING:
    from chain_spec.chains import ChainSpec


class Chosen(NamedTuple):
    """A runtime, the mode that the spec asks for, and the code to begin with, if it is compiled."""

    runtime: Runtime
    mode: Mode
    code: bytes | None = None


def choose(spec: Spec, store: Store) -> Chosen:
    """The runtime of a chain; raises `UsageError` where nothing says which."""
    # The bundled runtime declares and implements the whole chain; hosts of other runtimes, and
    # whoever only wants these types, need not load it.
    from chain_spec.chains import ChainSpec  # noqa: PLC0415

    if not isinstance(spec, ChainSpec):
        raise UsageError(f"chain spec {spec.id} names no profile, so a runtime has to be given")
    code = spec.code
    if code is not None and not store.is_empty:
        expect_code(code, spec, store)
    if code is not None or runs_compiled(store):
        return Chosen(_compiled(spec, code), _mode(spec), code)
    if "raw" in spec.genesis:
        hint = "Name a runtime, or a spec whose raw genesis has one under 0x3a636f6465."
        raise ChainSpecError(spec.id, "its raw genesis has no runtime", hint=hint)
    with _collector_at_rest():
        from local_node.runtime.bundled import runtime  # noqa: PLC0415

        return Chosen(runtime(spec.interface), _mode(spec))


@contextmanager
def _collector_at_rest() -> Iterator[None]:
    """What a runtime is made of stays: looking through it for garbage would be a tenth of the time
    that loading it takes."""
    was_at_work = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_at_work:
            gc.enable()


def runs_compiled(store: Store) -> bool:
    """Whether the best state of a store has compiled code."""
    root = None if store.is_empty else store.state_root(store.head)
    return root is not None and is_compiled(store.get(root, CODE))


def _compiled(spec: Spec, code: bytes | None) -> Runtime:
    try:
        from local_node.runtime.wasm.executor import WasmRuntime  # noqa: PLC0415 - an extra
    except ModuleNotFoundError as error:
        raise UsageError(
            f"chain {spec.id} has a compiled runtime, and {error.name} is not installed",
            hint="pip install 'btsdk[wasm]'",
        ) from error
    return WasmRuntime(code)


def _mode(spec: ChainSpec) -> Mode:
    if spec.blocks.mode == "timed":
        return Interval(spec.slot_duration / 1000)
    return Instant(spec.blocks.heartbeat)
