"""The two pages of a served chain: `/metrics` and `/health`."""

from __future__ import annotations

from local_node.embedded.open_chain import OpenChain
from local_node.server.metrics.watch import Watch
from tests.unit.local_node.server.metrics.watched import one


def test_what_the_chain_is_like(hosted: OpenChain, watch: Watch) -> None:
    for _ in range(3):
        hosted.chain.author_block()
    assert one(watch, "substrate_block_height", status="best") == 3
    assert one(watch, "substrate_block_height", status="finalized") == 3
    assert one(watch, "substrate_ready_transactions_number") == 0
    assert one(watch, "btsdk_future_transactions") == 0
    assert one(watch, "btsdk_blocks_total") == 3
    assert one(watch, "btsdk_store_bytes") > 100_000
    assert one(watch, "btsdk_last_block_age_seconds") >= 0
    assert one(watch, "process_resident_memory_bytes") > 1 << 20
    assert one(watch, "process_open_fds") > 3
    assert one(watch, "process_cpu_seconds_total") > 0
