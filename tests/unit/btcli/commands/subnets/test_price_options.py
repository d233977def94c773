"""Which subnets `subnets price` shows."""

from __future__ import annotations

import pytest

from btcli.commands.subnets.price_options import wanted
from btsdk.errors import UsageError


def test_netuids() -> None:
    assert wanted(None, all_netuids=False) is None
    assert wanted(None, all_netuids=True) is None
    assert wanted(["1,2", "2 3"], all_netuids=False) == [1, 2, 3]


@pytest.mark.parametrize(
    ("netuids", "everything", "reason"),
    [(["x"], False, "'x'"), (["70000"], False, "from 0 to 65535"), (["1"], True, "not both")],
)
def test_what_is_no_netuid(netuids: list[str], everything: bool, reason: str) -> None:
    with pytest.raises(UsageError, match=reason):
        wanted(netuids, all_netuids=everything)
