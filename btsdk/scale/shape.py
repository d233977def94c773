"""The structure of a type apart from its registry: as a hash, and as words.

Two types have the same shape if the same Python values give the same bytes: field names, case names
and indices, and primitives count; type ids, paths and docs do not, and newtypes are unwrapped.
Types that a caller gives a role (a runtime's outer call) count as that role alone.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping

from btsdk import forks
from btsdk.errors import DecodeError
from btsdk.scale import plan as p
from btsdk.scale.graph import Cycles
from btsdk.scale.types import Tuple, Type

_ROUNDS = 16
"""The depth to which recursive types are unrolled; deeper differences are not detected."""
_WORDS_DEEP = 6
_WORDS_MANY = 24

Below = Callable[[int], str]
"""The representation of a type inside another one."""


class Shapes:
    """The shapes of one registry's types, some of which have roles."""

    def __init__(self, types: Mapping[int, Type], roles: Mapping[int, str]) -> None:
        self._planner = p.Planner(dict(types))
        self._roles = dict(roles)
        # A role cuts the graph, so that a pallet's calls do not contain the whole runtime.
        cut = {type_id: types[type_id]._replace(definition=Tuple(())) for type_id in roles}
        self._cycles = Cycles({**types, **cut})
        self._hashes: dict[int, str] = {}
        self._lock = forks.rlock()

    def hash(self, type_id: int) -> bytes:
        """32 bytes that are equal if the shapes are equal."""
        try:
            with self._lock:
                return bytes.fromhex(self._hash(type_id))
        except RecursionError:
            raise DecodeError(f"type {type_id} is nested too deeply") from None

    def words(self, type_id: int) -> str:
        """The shape in words; long or deep parts are shortened to `…`."""
        return self._words(type_id, _WORDS_DEEP)

    def _words(self, type_id: int, depth: int) -> str:
        type_id = self._planner.inner(type_id)
        if type_id in self._roles:
            return self._roles[type_id]
        plan = self._planner.plan(type_id)
        if depth == 0 and isinstance(plan, (p.Row, p.Record, p.Enum)):
            path = self._planner.type(type_id).path
            return path[-1] if path else "…"
        return describe(plan, lambda child: self._words(child, max(depth - 1, 0)), _WORDS_MANY)

    def _hash(self, type_id: int) -> str:
        type_id = self._planner.inner(type_id)
        known = self._hashes.get(type_id)
        if known is None:
            if type_id in self._roles:
                self._hashes[type_id] = _digest(f"role {self._roles[type_id]}")
            elif (cycle := self._cycles.of(type_id)) is None:
                self._hashes[type_id] = _digest(describe(self._planner.plan(type_id), self._hash))
            else:
                self._unroll(cycle)
            known = self._hashes[type_id]
        return known

    def _unroll(self, cycle: int) -> None:
        """Types in a cycle: each starts unknown, and learns of the others round by round."""
        members = {self._planner.inner(member) for member in self._cycles.members(cycle)}
        hashes = dict.fromkeys(members, "")

        def below(type_id: int) -> str:
            inner = self._planner.inner(type_id)
            return hashes[inner] if inner in members else self._hash(inner)

        for _ in range(_ROUNDS):
            plans = {member: self._planner.plan(member) for member in members}
            hashes = {member: _digest(describe(plan, below)) for member, plan in plans.items()}
        self._hashes.update(hashes)


def _digest(text: str) -> str:
    return hashlib.blake2b(text.encode(), digest_size=32).hexdigest()


def describe(plan: p.Plan, below: Below, many: int | None = None) -> str:
    """A plan in words, with `below` for the types in it; at most `many` fields or cases."""
    if isinstance(plan, p.Int):
        return plan.name
    if isinstance(plan, p.Bytes):
        return "Vec<u8>" if plan.size is None else f"[u8; {plan.size}]"
    if isinstance(plan, p.CompactInt):
        return f"Compact<{'()' if plan.most is None else f'u{plan.most.bit_length()}'}>"
    if isinstance(plan, p.Bits):
        return f"BitVec<u{plan.store * 8}, {'Msb0' if plan.highest_first else 'Lsb0'}>"
    if isinstance(plan, p.Items):
        item = below(plan.type)
        return f"Vec<{item}>" if plan.size is None else f"[{item}; {plan.size}]"
    if isinstance(plan, p.Option):
        return f"Option<{below(plan.type)}>"
    if isinstance(plan, p.Enum):
        cases = sorted(plan.cases, key=lambda case: case.index)
        shown = [_case(case, below, many) for case in cases[:many]]
        return f"enum {{{_listed(shown, len(cases))}}}"
    if isinstance(plan, (p.Row, p.Record)):
        return _fields(plan, below, many)
    return {p.Bool: "bool", p.Char: "char", p.Text: "str", p.EraByte: "Era"}[type(plan)]


def _case(case: p.Choice, below: Below, many: int | None) -> str:
    return f"{case.name}={case.index}{'' if case.bare else _fields(case.payload, below, many)}"


def _fields(payload: p.Row | p.Record, below: Below, many: int | None) -> str:
    types = [below(type_id) for type_id in payload.types[:many]]
    if isinstance(payload, p.Row):
        return f"({_listed(types, len(payload.types))})"
    named = [f"{name}: {shape}" for name, shape in zip(payload.names, types, strict=False)]
    return f"{{{_listed(named, len(payload.types))}}}"


def _listed(parts: list[str], count: int) -> str:
    return ", ".join([*parts, *([f"… {count - len(parts)} more"] if count > len(parts) else [])])
