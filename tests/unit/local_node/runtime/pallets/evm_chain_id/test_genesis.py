"""The number of the chain in block 0."""

from __future__ import annotations

import pytest

from chain_spec.pallets import evm_chain_id
from tests.unit.local_node.runtime.support import default_genesis, fresh_context


@pytest.mark.parametrize(("config", "number"), [({"chainId": 945}, 945), ({}, 0)])
def test_the_number_is_that_of_the_spec(config: dict[str, int], number: int) -> None:
    ctx = fresh_context(genesis={**default_genesis(), "evmChainId": config})
    assert ctx.get(evm_chain_id.storage.ChainId) == number
