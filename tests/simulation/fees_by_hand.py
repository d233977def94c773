"""Fees reckoned from the published table of weights, by its own formula and nothing of ours.

The table says for every call a base, reads and writes of the database, and what each unit of its
arguments adds; which guards stand before it; and how a fee is made of weight and length.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Table:
    """`weights-425.json`."""

    data: dict[str, Any]

    @classmethod
    def read(cls, folder: Path) -> Table:
        return cls(json.loads((folder / "weights-425.json").read_text(encoding="utf-8")))

    def is_exact(self, call: str) -> bool:
        """Whether the call's own weight is that of the source; the table marks the others."""
        return "source" not in self.data["calls"][call]

    def pays(self, call: str) -> str:
        said: str = self.data["calls"][call]["pays"]
        return said

    def own(self, call: str, units: int = 0, variant: str | None = None) -> int:
        """The `ref_time` of a call without calls inside it; `units` of its one measure."""
        weight = self.data["calls"][call]["weight"]
        if variant is not None:
            weight = weight[variant]
        database = self.data["runtime"]["db"]
        total: int = weight["base"][0]
        total += weight["reads"] * database["read"] + weight["writes"] * database["write"]
        for base, _, reads, writes in weight.get("per", {}).values():
            total += units * (base + reads * database["read"] + writes * database["write"])
        return total

    def guards(self, call: str) -> int:
        found: int = self.data["calls"][call]["guards"]
        return found

    def fee(
        self, call_ref_time: int, guards: int, length: int, *, mortal: bool, in_call: bool = True
    ) -> int:
        """The inclusion fee. A weight that was reported afterwards has no guards of its own in it
        (`in_call` false); the extensions' weight always has."""
        fixed = self.data["extensions"]["fixed_ref_time"]["mortal" if mortal else "immortal"]
        total = call_ref_time + (guards if in_call else 0) + fixed + guards
        total = min(total, self.data["runtime"]["max_block"]["ref_time"])
        base: int = self.data["runtime"]["extrinsic_base"]["ref_time"]
        per_byte: int = self.data["runtime"]["length_fee_per_byte"]
        return self._rao(base) + length * per_byte + self._rao(total)

    def _rao(self, ref_time: int) -> int:
        """`Perbill` times a weight: to the nearest, an exact half down."""
        parts = self.data["runtime"]["weight_to_fee"]["fraction_parts_per_billion"]
        whole, rest = divmod(ref_time, 10**9)
        quotient, remainder = divmod(rest * parts, 10**9)
        return int(whole * parts + quotient + (remainder > 500_000_000))
