"""What an extrinsic would do to the state, were it the next one."""

from __future__ import annotations

from dataclasses import dataclass, field

from local_node.chain.chain import Chain
from local_node.state.store import Changes


@dataclass(frozen=True)
class ControlDryRun:
    """`outcome` is the encoded `ApplyExtrinsicResult`; `changes` are those of the extrinsic alone,
    without what the beginning of the block does."""

    outcome: bytes
    changes: Changes = field(repr=False)


def dry_run(chain: Chain, extrinsic: bytes, at: bytes | None = None) -> ControlDryRun:
    """Apply an extrinsic in a block on `at` (by default the best), and keep nothing."""
    return ControlDryRun(*chain.rehearse(extrinsic, at))
