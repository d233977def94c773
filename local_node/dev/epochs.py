"""Blocks until a subnet's epoch has run."""

from __future__ import annotations

from btsdk.errors import UsageError
from btsdk.metadata import Metadata
from local_node.chain.block import BlockRef
from local_node.chain.chain import Chain

_PALLET = "SubtensorModule"


def advance_to_epoch(chain: Chain, metadata: Metadata, netuid: int) -> BlockRef:
    """Make blocks up to the one in which the subnet's next epoch runs.

    Raises `UsageError` if there is no such subnet, or its epoch does not run.
    """
    if not _read(chain, metadata, "NetworksAdded", netuid):
        raise UsageError(f"the chain has no subnet {netuid}")
    before = _read(chain, metadata, "LastEpochBlock", netuid)
    networks = metadata.storage(_PALLET, "TotalNetworks")
    # The tempo, and one block more for each subnet: the epochs of one block are limited.
    patience = _read(chain, metadata, "Tempo", netuid) + 1
    patience += networks.as_the_chain_reads(chain.state().get(networks.key()))
    for _ in range(patience):
        block = chain.author_block()
        if _read(chain, metadata, "LastEpochBlock", netuid) != before:
            return block
    raise UsageError(f"no epoch of subnet {netuid} ran within {patience} blocks")


def _read(chain: Chain, metadata: Metadata, item: str, netuid: int) -> int:
    declared = metadata.storage(_PALLET, item)
    return int(declared.as_the_chain_reads(chain.state().get(declared.key(netuid))))
