"""Eras: the validity period of a signed extrinsic, in blocks.

A mortal extrinsic signs the hash of its birth block and is valid from there for `period` blocks.
The chain stores period and phase in two bytes, so periods are powers of two from 4 to 65,536 and
the phases of long ones are rounded down (`sp_runtime::generic::Era`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from btsdk.errors import DecodeError, UsageError
from btsdk.integers import settle, whole
from btsdk.scale.era import IMMORTAL, LONGEST_PERIOD, encode_era, quantize_factor, read_era

NEVER = (1 << 64) - 1
"""The death block of an immortal era."""


@dataclass(frozen=True)
class Era:
    """An era; `period` is None for an immortal one. Made by `immortal()`, `mortal(…)` or
    `from_scale(…)`."""

    period: int | None = None
    phase: int = 0

    def __post_init__(self) -> None:
        if self.period is not None:
            settle(self, "period")
        settle(self, "phase")

    @classmethod
    def immortal(cls) -> Era:
        return cls()

    @classmethod
    def mortal(cls, period: int, current: int) -> Era:
        """An era that is alive at block `current` and lives for at least `period` blocks.

        The period is rounded up to a power of two, at most the longest one.
        """
        period, current = whole(period, "period"), whole(current, "current")
        if period < 1 or current < 0:
            raise UsageError(f"no era has a period of {period} at block {current}")
        period = min(max(1 << (period - 1).bit_length(), 4), LONGEST_PERIOD)
        factor = quantize_factor(period)
        return cls(period, current % period // factor * factor)

    @classmethod
    def from_scale(cls, value: Any) -> Era:
        """The era of a decoded value."""
        return cls() if value == IMMORTAL else cls(*value[1])

    def to_scale(self) -> Any:
        """The value that the codec encodes."""
        return IMMORTAL if self.period is None else ("Mortal", (self.period, self.phase))

    @classmethod
    def decode(cls, data: bytes) -> Era:
        """The era of one byte 0 or of two bytes; raises `DecodeError` for anything else."""
        if len(data) == (1 if data[:1] == b"\0" else 2):
            return cls.from_scale(read_era(data, 0)[0])
        raise DecodeError(f"{len(data)} bytes are not an era")

    def encode(self) -> bytes:
        return encode_era(self.to_scale())

    def birth(self, current: int) -> int:
        """The block whose hash is signed, for an extrinsic that is checked in block `current`."""
        current = whole(current, "current")
        if self.period is None:
            return 0
        return (max(current, self.phase) - self.phase) // self.period * self.period + self.phase

    def death(self, current: int) -> int:
        """The first block in which the extrinsic has expired."""
        return NEVER if self.period is None else self.birth(current) + self.period
