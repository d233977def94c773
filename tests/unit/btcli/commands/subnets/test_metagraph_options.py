"""Options of `subnets metagraph`."""

from __future__ import annotations

import pytest

from btcli.commands.subnets.metagraph_options import descending
from btsdk.errors import UsageError


def test_the_order() -> None:
    orders = [descending("uid", word) for word in (None, "asc", "Descending")]
    assert orders == [None, False, True]
    with pytest.raises(UsageError, match="asc or desc"):
        descending("uid", "up")
    with pytest.raises(UsageError, match="not 'size'"):
        descending("size", None)
