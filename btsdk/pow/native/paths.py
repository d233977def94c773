"""The code paths of the kernel: vector widths, and the processors that have them.

The code of a path depends on the path alone, not on the machine, so that every machine that has it
runs the same instructions.
"""

from __future__ import annotations

from typing import NamedTuple


class CodePath(NamedTuple):
    """Vectors of `lanes` nonces. `cpu` is LLVM's name for the least processor, and `features` what
    the processor must report."""

    name: str
    lanes: int
    cpu: str
    features: frozenset[str]

    @property
    def slice(self) -> int:
        """Nonces between two looks for new work: less than a tenth of a second on one core."""
        return self.lanes << 15


_AVX2 = frozenset({"avx2", "bmi", "bmi2", "f16c", "fma", "lzcnt", "movbe"})
_AVX512 = _AVX2 | {"avx512f", "avx512bw", "avx512cd", "avx512dq", "avx512vl"}

PATHS = (
    CodePath("avx512", 16, "x86-64-v4", _AVX512),
    CodePath("avx2", 8, "x86-64-v3", _AVX2),
    CodePath("sse2", 4, "x86-64", frozenset({"sse2"})),
    CodePath("neon", 4, "generic", frozenset({"neon"})),
)
"""The widest first."""


def among(features: set[str]) -> list[CodePath]:
    """The paths of a processor with these features, the best first."""
    return [path for path in PATHS if path.features <= features]
