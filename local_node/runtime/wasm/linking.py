"""The linking of a module with its imports: checked once, instantiated for each call."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, NamedTuple, TypeVar

from wasmtime import FuncType, ImportType, MemoryType, Module, Store, ValType

from local_node.runtime.wasm.allocator import FAIL, AllocationFailed
from local_node.runtime.wasm.binding import I32, Function, HostLinker, Instance, Memory, Words
from local_node.runtime.wasm.call import LOG, Call
from local_node.runtime.wasm.code import BadCode
from local_node.runtime.wasm.engine import engine
from local_node.runtime.wasm.environment import BEGIN, HEAP, HOST, SCRATCH, environment
from local_node.runtime.wasm.host.function import HostError, HostFunction
from local_node.runtime.wasm.host.table import FUNCTIONS

T = TypeVar("T")

ENVIRONMENT: Final = "env"
MALLOC: Final = "ext_allocator_malloc_version_1"
FREE: Final = "ext_allocator_free_version_1"
_HEAP_BASE: Final = "__heap_base"
_ENTRY: Final = (("i32", "i32"), ("i64",))
_MOST_PAGES: Final = 4096
"""The limit of a module's own memory beside its heap: 256 MiB."""


class Linked(NamedTuple):
    """One instance, with its memories."""

    instance: Instance
    memory: Memory
    scratch: Memory
    malloc: Function

    def function(self, entry: str) -> Function:
        """An entry point of the instance."""
        return _there(self.instance.function(entry))

    def allocate(self, data: bytes) -> int:
        """Copy an argument into the runtime's memory; return its address."""
        pointer = self.malloc(len(data)) & I32
        self.memory.write(pointer, data)
        return pointer


class Program:
    """A module with its imports.

    `current` is the call of the host functions, and `failed` receives their exceptions.
    """

    def __init__(
        self,
        module: Module,
        current: Callable[[], Call],
        failed: Callable[[BaseException], None],
    ) -> None:
        self._module = module
        self._current = current
        self._linker = HostLinker(engine(), failed)
        self._pages = 0
        self._functions: list[HostFunction] = []
        self._environments: dict[int, Module] = {}
        self.entries = frozenset(
            export.name for export in module.exports if _signature(export.type) == _ENTRY
        )
        self.unknown = tuple(filter(None, map(self._provide, module.imports)))
        if not self._pages:
            raise BadCode(
                "the runtime defines its own memory, but this host provides it",
                hint="Substrate's wasm-builder links runtimes with an imported memory.",
            )
        self._linker.define(*allocation_failed())

    def most_pages(self, heap_pages: int) -> int:
        """The page limit of the memory, for a heap of this many pages."""
        return self._pages + heap_pages

    def instantiate(self, store: Store, most: int) -> Linked:
        """A fresh instance whose memory may grow to `most` pages."""
        around = self._linker.instantiate(store, self._environment(most))
        self._linker.define_instance(store, ENVIRONMENT, around)
        instance = self._linker.instantiate(store, self._module)
        heap_base = instance.number(_HEAP_BASE)
        if heap_base is None:
            raise BadCode(f"the runtime does not export the start of its heap ({_HEAP_BASE})")
        _there(around.function(BEGIN))(heap_base, most)
        heap, scratch = _there(around.memory(HEAP)), _there(around.memory(SCRATCH))
        return Linked(instance, heap, scratch, _there(around.function(MALLOC)))

    def _environment(self, most: int) -> Module:
        module = self._environments.get(most)
        if module is None:
            wasm = environment(self._functions, self._pages, most)
            module = self._environments[most] = Module(engine(), wasm)
        return module

    def _provide(self, wanted: ImportType) -> str | None:
        """Define one import in the linker; return its name if it is unknown."""
        name, kind = wanted.name or "", wanted.type
        if isinstance(kind, MemoryType) and (wanted.module, name) == (ENVIRONMENT, HEAP):
            self._pages = kind.limits.min
            if self._pages > _MOST_PAGES:
                raise BadCode(f"the runtime requires {self._pages} initial pages of memory")
            return None
        if not isinstance(kind, FuncType):
            raise BadCode(f"the runtime imports {wanted.module}.{name}, which is not a function")
        if wanted.module == ENVIRONMENT and name in (MALLOC, FREE):
            return None
        function = FUNCTIONS.get(name) if wanted.module == ENVIRONMENT else None
        if function is None:
            LOG.warning("the runtime imports %s, which this host does not have", name)
            self._linker.define(wanted.module, name, kind, _missing(name))
            return name
        if _signature(kind) != _signature(function.type):
            raise BadCode(f"the runtime imports {name} with another signature than Substrate's")
        if function.in_wasm:
            return None
        self._functions.append(function)
        place = HOST if function.allocates else ENVIRONMENT
        self._linker.define(place, name, function.host_type, self._bound(function))
        return None

    def _bound(self, function: HostFunction) -> Callable[[Words], None]:
        current, body, returns = self._current, function.body, function.returns
        reads = [(2 * index, kind.read) for index, kind in enumerate(function.arguments)]
        if returns is None:

            def act(words: Words) -> None:
                call = current()
                body(call, *[read(call, words[place]) for place, read in reads])

            return act
        write = returns.write

        def answer(words: Words) -> None:
            call = current()
            words[0] = write(call, body(call, *[read(call, words[at]) for at, read in reads]))

        return answer


def _there(found: T | None) -> T:
    """The imports that this package's own modules export."""
    assert found is not None
    return found


def allocation_failed() -> tuple[str, str, FuncType, Callable[[Words], None]]:
    """The import through which the allocator reports why it traps."""

    def fail(words: Words) -> None:
        raise AllocationFailed(words[0] & I32)

    return (*FAIL, FuncType([ValType.i32()], []), fail)


def _missing(name: str) -> Callable[[Words], None]:
    def refuse(_words: Words) -> None:
        raise HostError(f"the runtime called {name}, which this host does not have")

    return refuse


def _signature(kind: object) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    if not isinstance(kind, FuncType):
        return None
    return tuple(str(p) for p in kind.params), tuple(str(r) for r in kind.results)
