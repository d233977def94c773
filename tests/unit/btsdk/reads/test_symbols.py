"""Names and symbols of subnets, against the runtime's own table."""

from __future__ import annotations

from btsdk.token_symbols import TOKEN_SYMBOLS
from local_node import LocalChain
from local_node.runtime.pallets.subtensor.subnets.identity.symbol_table import SYMBOLS


def test_names_and_symbols() -> None:
    with LocalChain() as chain:
        head = chain.client.head()
        assert head.subnet_names() == {one.netuid: one.name for one in head.subnets()}
        assert head.symbols()[1] == head.subnet(1).symbol
        free = head.free_symbols()
        assert head.symbols()[1] not in free
        assert TOKEN_SYMBOLS[0] not in free
        assert [one.encode() for one in free] == [
            one for one in SYMBOLS[1:] if one.decode() != head.symbols()[1]
        ]
