"""Detection of recursive types in a registry.

Types are followed by id through every definition. Two types are in one cycle when each can be
reached from the other; only such types can nest without bound, so only they count their depth.
"""

from __future__ import annotations

from collections.abc import Iterator

from btsdk.errors import DecodeError
from btsdk.scale.types import (
    Array,
    BitSequence,
    Compact,
    Composite,
    Definition,
    Sequence,
    Tuple,
    Type,
    Variant,
)


def children(definition: Definition) -> tuple[int, ...]:
    """The ids of the types that a definition names directly, in order."""
    if isinstance(definition, Composite):
        return tuple(field.type for field in definition.fields)
    if isinstance(definition, Variant):
        return tuple(field.type for case in definition.variants for field in case.fields)
    if isinstance(definition, (Sequence, Array, Compact)):
        return (definition.type,)
    if isinstance(definition, Tuple):
        return definition.types
    if isinstance(definition, BitSequence):
        return (definition.store, definition.order)
    return ()


class Cycles:
    """Tarjan's strongly connected components, found from the types that are asked for."""

    def __init__(self, types: dict[int, Type]) -> None:
        self._types = types
        self._component: dict[int, int] = {}
        self._members: dict[int, tuple[int, ...]] = {}
        self._index: dict[int, int] = {}

    def of(self, type_id: int) -> int | None:
        """The name of the type's cycle, or None if the type is not recursive."""
        if type_id not in self._component:
            self._search(type_id)
        component = self._component[type_id]
        return component if component in self._members else None

    def members(self, cycle: int) -> tuple[int, ...]:
        """The ids of the types in a cycle."""
        return self._members[cycle]

    def _below(self, type_id: int) -> tuple[int, ...]:
        entry = self._types.get(type_id)
        if entry is None:
            raise DecodeError(f"the registry has no type {type_id}")
        return children(entry.definition)

    def _search(self, root: int) -> None:
        """Tarjan's search without recursion: registries are untrusted and may be deep."""
        index, low = self._index, {}
        stack: list[int] = []
        open_types: set[int] = set()
        work: list[tuple[int, Iterator[int]]] = []

        def enter(type_id: int) -> None:
            index[type_id] = low[type_id] = len(index)
            stack.append(type_id)
            open_types.add(type_id)
            work.append((type_id, iter(self._below(type_id))))

        enter(root)
        while work:
            current, rest = work[-1]
            for child in rest:
                if child not in index:
                    enter(child)
                    break
                if child in open_types:
                    low[current] = min(low[current], index[child])
            else:
                work.pop()
                if work:
                    parent = work[-1][0]
                    low[parent] = min(low[parent], low[current])
                if low[current] == index[current]:
                    self._close(current, stack, open_types)

    def _close(self, root: int, stack: list[int], open_types: set[int]) -> None:
        found: list[int] = []
        while not found or found[-1] != root:
            found.append(stack.pop())
        open_types.difference_update(found)
        for type_id in found:
            self._component[type_id] = root
        if len(found) > 1 or root in self._below(root):
            self._members[root] = tuple(sorted(found))
