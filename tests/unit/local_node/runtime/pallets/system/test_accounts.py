from __future__ import annotations

import pytest

from chain_spec.pallets import system
from local_node.runtime.frame import Context, DispatchFailure
from local_node.runtime.pallets.system import accounts
from tests.unit.local_node.runtime.support import fresh_context

WHO = bytes([9]) * 32


@pytest.fixture
def ctx() -> Context:
    return fresh_context()


def test_references(ctx: Context):
    with pytest.raises(DispatchFailure, match="NoProviders"):
        accounts.inc_consumers(ctx, WHO)
    accounts.inc_providers(ctx, WHO)
    for _ in range(accounts.MAX_CONSUMERS):
        accounts.inc_consumers(ctx, WHO)
    with pytest.raises(DispatchFailure, match="TooManyConsumers"):
        accounts.inc_consumers(ctx, WHO)
    with pytest.raises(DispatchFailure, match="ConsumerRemaining"):
        accounts.dec_providers(ctx, WHO)
    for _ in range(accounts.MAX_CONSUMERS):
        accounts.dec_consumers(ctx, WHO)
    accounts.inc_sufficients(ctx, WHO)
    accounts.dec_providers(ctx, WHO)
    assert ctx.contains(system.storage.Account, WHO)
    accounts.dec_sufficients(ctx, WHO)
    assert not ctx.contains(system.storage.Account, WHO)
