"""Crowdloans as they are read."""

from __future__ import annotations

import pytest

from btsdk.errors import UsageError
from btsdk.ops import Batch, ContributeCrowdloan
from btsdk.units import Tao
from local_node import LocalChain
from tests.unit.btsdk.ops.crowdloans import ONE, TEN, opened
from tests.unit.btsdk.ops.local import ALICE, BOB, CHARLIE, SENT, done


def test_all_of_them_with_their_contributions() -> None:
    with LocalChain() as chain:
        client = chain.client
        assert client.head().crowdloans() == ()
        assert client.head().crowdloan_contributions(0) == {}
        opened(client)
        opened(client, operation=Batch([SENT] * 6))
        done(client, ContributeCrowdloan(1, ONE), BOB)
        first, second = client.head().crowdloans()
        assert (first.id, second.id) == (0, 1)
        assert (first.call, first.call_hash) == (None, None)
        assert second.call is not None
        assert second.call_hash is not None
        assert second.target is None
        assert client.head().crowdloan_contributions(1) == {
            ALICE.ss58_address: TEN,
            BOB.ss58_address: ONE,
        }
        assert client.head().crowdloan_contribution(1, BOB) == ONE
        assert client.head().crowdloan_contribution(1, CHARLIE) == Tao.from_rao(0)
        limits = client.head().crowdloan_constants()
        assert (limits.min_duration, limits.max_duration) == (50, 20_000)
        assert (limits.refunds_per_call, limits.max_contributors) == (50, 500)
        with pytest.raises(UsageError, match="crowdloan_id"):
            client.head().crowdloan(-1)
