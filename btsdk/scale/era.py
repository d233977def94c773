"""The wire form of an extrinsic's era, which metadata describes as an enum of 256 variants.

Its Python value is `"Immortal"` or `("Mortal", (period, phase))`, in blocks. One byte 0 is
immortal; otherwise two bytes hold the logarithm of the period and the quantised phase
(`sp_runtime::generic::Era`).
"""

from __future__ import annotations

from typing import Any

from btsdk.errors import DecodeError, EncodeError
from btsdk.integers import index
from btsdk.scale.values import shown

IMMORTAL = "Immortal"
LONGEST_PERIOD = 1 << 16


def quantize_factor(period: int) -> int:
    """The step between the phases that an era of this period can express."""
    return max(period >> 12, 1)


def encode_era(value: Any) -> bytes:
    """Encode an era: one byte for an immortal era, two for a mortal one."""
    if value == IMMORTAL:
        return b"\0"
    period, phase = _mortal_parts(value)
    power_of_two = 4 <= period <= LONGEST_PERIOD and period & (period - 1) == 0
    if not power_of_two:
        raise EncodeError(f"the period {period} is not a power of two from 4 to {LONGEST_PERIOD}")
    factor = quantize_factor(period)
    if not 0 <= phase < period or phase % factor:
        raise EncodeError(f"the phase {phase} is not a multiple of {factor} below {period}")
    return (period.bit_length() - 2 | phase // factor << 4).to_bytes(2, "little")


def _mortal_parts(value: Any) -> tuple[int, int]:
    match value:
        case ("Mortal", (period, phase)):
            numbers = index(period), index(phase)
            if None not in numbers:
                return numbers  # type: ignore[return-value]
    raise EncodeError(f"{shown(value)} is not 'Immortal' or ('Mortal', (period, phase))")


def read_era(data: bytes, offset: int) -> tuple[Any, int]:
    """The era at `offset` and the offset behind it."""
    if data[offset] == 0:
        return IMMORTAL, offset + 1
    encoded = data[offset] | data[offset + 1] << 8
    period = 2 << (encoded & 15)
    phase = (encoded >> 4) * quantize_factor(period)
    if period < 4 or phase >= period:
        raise DecodeError(f"an era of period {period} cannot have phase {phase}", offset=offset)
    return ("Mortal", (period, phase)), offset + 2
