"""The effects of an extrinsic on the state, if it were the next one."""

from __future__ import annotations

from dataclasses import dataclass, field

from local_node.chain.chain import Chain
from local_node.state.store import Changes


@dataclass(frozen=True)
class ControlDryRun:
    """`outcome` is the encoded `ApplyExtrinsicResult`; `changes` are those of the extrinsic alone,
    without those of the block's initialisation."""

    outcome: bytes
    changes: Changes = field(repr=False)


def dry_run(chain: Chain, extrinsic: bytes, at: bytes | None = None) -> ControlDryRun:
    """Apply an extrinsic in a block on `at` (by default the best); nothing is kept."""
    return ControlDryRun(*chain.rehearse(extrinsic, at))
