"""The limits of the whole chain."""

from __future__ import annotations

import pytest

from btsdk.calls import admin_utils as calls
from btsdk.ops import Sudo
from local_node import LocalChain
from tests.unit.btsdk.ops.stage import SUDO


@pytest.mark.slow
def test_the_limits_of_a_chain() -> None:
    with LocalChain("local") as chain:
        found = chain.client.head().limits()
        assert (found.min_tempo, found.max_tempo) == (360, 50_400)
        assert (found.min_activity_cutoff_factor, found.max_activity_cutoff_factor) == (
            1_000,
            50_000,
        )
        assert (found.admin_freeze_window, found.owner_rate_limit) == (10, 2)
        assert (found.tx_rate_limit, found.max_mechanisms, found.max_subnets) == (1_000, 2, 128)
        chain.client.execute(Sudo(calls.SudoSetTxRateLimit(tx_rate_limit=7)), SUDO)
        chain.client.execute(Sudo(calls.SudoSetSubnetLimit(max_subnets=9)), SUDO)
        changed = chain.client.head().limits()
        assert (changed.tx_rate_limit, changed.max_subnets) == (7, 9)
