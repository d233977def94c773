"""Weight: computation time in picoseconds and proof size in bytes, as FRAME counts them."""

from __future__ import annotations

from typing import NamedTuple

U64_MAX = 2**64 - 1


class Weight(NamedTuple):
    """A weight; both dimensions add up separately and saturate at 64 bits."""

    ref_time: int
    proof_size: int = 0

    def plus(self, other: Weight) -> Weight:
        ref_time, proof_size = self[0] + other[0], self[1] + other[1]
        if ref_time > U64_MAX or proof_size > U64_MAX:
            return Weight(min(ref_time, U64_MAX), min(proof_size, U64_MAX))
        return Weight(ref_time, proof_size)

    def minus(self, other: Weight) -> Weight:
        return Weight(
            max(self.ref_time - other.ref_time, 0), max(self.proof_size - other.proof_size, 0)
        )

    def lowest(self, other: Weight) -> Weight:
        """The minimum in each dimension."""
        return Weight(min(self.ref_time, other.ref_time), min(self.proof_size, other.proof_size))

    def exceeds(self, limit: Weight) -> bool:
        """Whether it exceeds the limit in at least one dimension."""
        return self.ref_time > limit.ref_time or self.proof_size > limit.proof_size

    def value(self) -> dict[str, int]:
        """The SCALE value."""
        return {"ref_time": self.ref_time, "proof_size": self.proof_size}


ZERO = Weight(0, 0)
READ = 25_000_000
"""The weight of a RocksDB read, in ref_time."""
WRITE = 100_000_000
"""The weight of a RocksDB write, in ref_time."""


def db(reads: int = 0, writes: int = 0) -> Weight:
    """The weight of this many database reads and writes."""
    return Weight(reads * READ + writes * WRITE, 0)


class PostDispatch(NamedTuple):
    """What a call corrects after it ran: None keeps what was reckoned before."""

    weight: Weight | None = None
    pays: bool | None = None
