"""The choice of a chain's runtime: the bundled one, or a compiled one from its genesis or state.

A chain that began with compiled code keeps running it, whatever its spec is called. Only such a
chain loads the room that runs WebAssembly.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from btsdk.errors import ChainSpecError, UsageError
from btsdk.well_known_keys import CODE
from local_node.chain.gc_pause import gc_pause
from local_node.chain.genesis import Spec, began_compiled, expect_code
from local_node.chain.modes import Mode, mode_of
from local_node.runtime.boundary import Runtime, WasmExternalities, is_compiled
from local_node.state.store import Store

if TYPE_CHECKING:
    from chain_spec.chains import ChainSpec


class Chosen(NamedTuple):
    """A runtime, the mode that the spec asks for, and the genesis code if the runtime is
    compiled."""

    runtime: Runtime
    mode: Mode
    code: bytes | None = None


def choose(spec: Spec, store: Store) -> Chosen:
    """The runtime of a chain; raises `UsageError` if neither spec nor store determines it."""
    # The bundled runtime declares and implements the whole chain; hosts of other runtimes, and
    # users of these types alone, need not load it.
    from chain_spec.chains import ChainSpec  # noqa: PLC0415

    if not isinstance(spec, ChainSpec):
        raise UsageError(f"chain spec {spec.id} names no profile, so a runtime is required")
    code = spec.code
    if code is not None and not store.is_empty:
        expect_code(code, spec, store)
    if code is not None or runs_compiled(store):
        return Chosen(compiled(spec.id, code), mode_of(spec, heartbeat=True), code)
    if "raw" in spec.genesis:
        hint = "Give a runtime, or a spec whose raw genesis has one under 0x3a636f6465."
        raise ChainSpecError(spec.id, "its raw genesis has no runtime", hint=hint)
    return Chosen(Bundled(spec), mode_of(spec, heartbeat=True))


class Bundled:
    """The bundled runtime of a chain, loaded with the first call: reading blocks and state does not
    need it."""

    def __init__(self, spec: ChainSpec) -> None:
        self._spec = spec

    def call(self, entry: str, args: bytes, ext: WasmExternalities) -> bytes:
        """Call one entry point."""
        return self._loaded.call(entry, args, ext)

    @cached_property
    def _loaded(self) -> Runtime:
        with gc_pause():
            from local_node.runtime.bundled import runtime  # noqa: PLC0415

            return runtime(self._spec.interface)


def runs_compiled(store: Store) -> bool:
    """Whether the chain in a store runs compiled code: it began with some, or is a fork that has
    some.

    A write of root under `:code` cannot exchange a compiled runtime for the bundled one, or the
    other way round: code that nothing can run would end the chain.
    """
    if store.is_empty:
        return False
    if store.origin is None:
        return began_compiled(store)
    root = store.state_root(store.head)
    return root is not None and is_compiled(store.get(root, CODE))


def compiled(chain: str, code: bytes | None = None) -> Runtime:
    """A runtime for compiled code; `code` is used if the state has none yet. Raises `UsageError`
    without the extra that runs it."""
    try:
        from local_node.runtime.wasm.executor import WasmRuntime  # noqa: PLC0415 - an extra
    except ModuleNotFoundError as error:
        raise UsageError(
            f"chain {chain} has a compiled runtime, and {error.name} is not installed",
            hint="pip install 'btsdk[wasm]'",
        ) from error
    return WasmRuntime(code)
