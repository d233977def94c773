"""The health of a node: whether it works, or needs attention.

It is unhealthy if its file cannot be written, if its author fails to make blocks, or if a scheduled
block is long overdue. Nothing here waits for a block under construction.
"""

from __future__ import annotations

from typing import Any, Final, NamedTuple

from btsdk.errors import ChainFileError
from local_node.chain.chain import Chain
from local_node.chain.modes import Instant, Interval
from local_node.server.metrics.blocks import BlockMetrics

LATE_S: Final = 60.0
"""A block may be late by this, or by ten times the interval, before it is a problem."""

_LATE_TIMES: Final = 10


class Health(NamedTuple):
    """`problems` are in words, and empty for a healthy node. `facts` are ready for JSON."""

    problems: tuple[str, ...]
    facts: dict[str, Any]

    @property
    def document(self) -> dict[str, Any]:
        """The answer of `/health`: Substrate's three fields, and this node's."""
        return {
            "status": "failing" if self.problems else "ok",
            "problems": list(self.problems),
            **self.facts,
            "peers": 0,
            "isSyncing": False,
            "shouldHavePeers": False,
        }


def examine(chain: Chain, blocks: BlockMetrics) -> Health:
    """Examine the chain now; writes to its file as a test."""
    problems = []
    writable = _write(chain)
    if writable is not None:
        problems.append(writable)
    trouble = chain.trouble
    if trouble is not None:
        problems.append(f"block {trouble.number} cannot be made: {trouble.reason}")
    late = _late(chain, blocks.age_s)
    if late is not None:
        problems.append(late)
    best, finalized, pool = chain.best, chain.finalized, chain.pool
    waiting = len(pool.future())
    facts = {
        "chain": chain.spec.id,
        "genesis": "0x" + chain.genesis_hash.hex(),
        "height": best.number,
        "best": "0x" + best.hash.hex(),
        "finalized": finalized.number,
        "lastBlockAgeS": round(blocks.age_s, 3),
        "blocksFailed": chain.failed_blocks,
        "pool": {"ready": max(0, len(pool) - waiting), "future": waiting},
        "writable": writable is None,
    }
    return Health(tuple(problems), facts)


def _write(chain: Chain) -> str | None:
    try:
        chain.store.probe()
    except ChainFileError as error:
        return str(error)
    return None


def _late(chain: Chain, age_s: float) -> str | None:
    mode = chain.mode
    every = mode.heartbeat if isinstance(mode, Instant) else None
    if isinstance(mode, Interval):
        every = mode.seconds
    if every is None or age_s <= every + max(LATE_S, _LATE_TIMES * every):
        return None
    return f"no block was made for {age_s:.0f} s, and one is due every {every:g} s"
