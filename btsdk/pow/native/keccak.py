"""Keccak-256 of 32 bytes as a function in LLVM IR: only the last lane of the digest."""

from __future__ import annotations

from itertools import count

from btsdk.pow.keccak_constants import ROTATIONS, ROUND_CONSTANTS
from btsdk.pow.native.words import spread

_STATE = 25
_END, _RATE_END = 4, 16
"""The lanes that hold the padding's first and last bit."""


def function(lanes: int) -> str:
    """`@keccak_top`: lane 3 of the digests of `lanes` messages of four 64-bit lanes."""
    return _RoundWriter(lanes).function()


class _RoundWriter:
    """Writes the function: 23 rounds in a loop, and the part of the last one that is needed."""

    def __init__(self, lanes: int) -> None:
        self._kind = f"<{lanes} x i64>"
        self._suffix = f"v{lanes}i64"
        self._numbers = count()
        self._lines: list[str] = []

    def function(self) -> str:
        kind = self._kind
        arguments = ", ".join(f"{kind} %m{n}" for n in range(4))
        start = [f"%m{n}" for n in range(4)] + ["zeroinitializer"] * (_STATE - 4)
        start[_END] = "splat (i64 1)"
        start[_RATE_END] = f"splat (i64 {-(1 << 63)})"
        state = [f"%s{n}" for n in range(_STATE)]
        constant = self._constant("%round")
        after = self._round(state, constant)
        rounds = len(ROUND_CONSTANTS)
        body = self._taken()
        last = self._last_lane(after)
        tail = self._taken()
        phis = [
            f"{name} = phi {kind} [ {begin}, %entry ], [ {end}, %loop ]"
            for name, begin, end in zip(state, start, after, strict=True)
        ]
        listed = ", ".join(f"i64 {_signed(value)}" for value in ROUND_CONSTANTS)
        return "\n".join(
            [
                f"@rounds = internal constant [{rounds} x i64] [{listed}], align 64",
                f"define internal {kind} @keccak_top({arguments}) #0 {{",
                "entry:",
                "br label %loop",
                "loop:",
                "%round = phi i64 [ 0, %entry ], [ %next, %loop ]",
                *phis,
                *body,
                "%next = add i64 %round, 1",
                f"%done = icmp eq i64 %next, {rounds - 1}",
                "br i1 %done, label %end, label %loop",
                "end:",
                *tail,
                f"ret {kind} {last}",
                "}",
            ]
        )

    def _round(self, state: list[str], constant: str) -> list[str]:
        moved = self._moved(state)
        after = [
            self._chi(moved[5 * y + x], moved[5 * y + (x + 1) % 5], moved[5 * y + (x + 2) % 5])
            for y in range(5)
            for x in range(5)
        ]
        after[0] = self._op("xor", after[0], constant)
        return after

    def _last_lane(self, state: list[str]) -> str:
        """Lane 3 after the last round; the optimiser drops what it does not need."""
        moved = self._moved(state)
        return self._chi(moved[3], moved[4], moved[0])

    def _moved(self, state: list[str]) -> list[str]:
        """θ, ρ and π."""
        parity = [self._xor(*(state[x + 5 * y] for y in range(5))) for x in range(5)]
        spread = [
            self._op("xor", parity[(x + 4) % 5], self._rotated(parity[(x + 1) % 5], 1))
            for x in range(5)
        ]
        moved = [""] * _STATE
        for y in range(5):
            for x in range(5):
                lane = self._op("xor", state[x + 5 * y], spread[x])
                target = y + 5 * ((2 * x + 3 * y) % 5)
                moved[target] = self._rotated(lane, ROTATIONS[x + 5 * y])
        return moved

    def _chi(self, one: str, negated: str, other: str) -> str:
        inverse = self._op("xor", negated, "splat (i64 -1)")
        return self._op("xor", one, self._op("and", inverse, other))

    def _constant(self, index: str) -> str:
        """The round constant in every lane."""
        pointer, value, everywhere = (self._fresh() for _ in range(3))
        self._lines += [
            f"{pointer} = getelementptr inbounds i64, ptr @rounds, i64 {index}",
            f"{value} = load i64, ptr {pointer}, align 8",
            *spread(everywhere, self._kind, f"i64 {value}"),
        ]
        return everywhere

    def _xor(self, first: str, *others: str) -> str:
        for other in others:
            first = self._op("xor", first, other)
        return first

    def _rotated(self, lane: str, bits: int) -> str:
        if not bits:
            return lane
        kind = self._kind
        name = self._fresh()
        self._lines.append(
            f"{name} = call {kind} @llvm.fshl.{self._suffix}"
            f"({kind} {lane}, {kind} {lane}, {kind} splat (i64 {bits}))"
        )
        return name

    def _op(self, operation: str, one: str, other: str) -> str:
        name = self._fresh()
        self._lines.append(f"{name} = {operation} {self._kind} {one}, {other}")
        return name

    def _fresh(self) -> str:
        return f"%k{next(self._numbers)}"

    def _taken(self) -> list[str]:
        lines, self._lines = self._lines, []
        return lines


def _signed(value: int) -> int:
    return value - (1 << 64) if value >> 63 else value
