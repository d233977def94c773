"""Leases that are not there; those of a real chain are tested with their operations."""

from __future__ import annotations

import pytest

from btsdk.errors import UsageError
from btsdk.reads.leases import lease, lease_dividends, lease_of_subnet
from tests.unit.btsdk.chain import Chain
from tests.unit.btsdk.script import dev_at


def test_no_lease() -> None:
    script = Chain().script()
    for read in (lease, lease_of_subnet, lease_dividends):
        assert script.play(read(dev_at(), 1)) is None
    with pytest.raises(UsageError):
        script.play(lease(dev_at(), -1))
