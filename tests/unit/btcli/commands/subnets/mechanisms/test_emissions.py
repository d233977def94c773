"""`subnets mechanisms emissions`."""

from __future__ import annotations

from tests.cli.running import Cli


def test_equal_shares(owner: Cli) -> None:
    data = owner.inside("subnets", "mech", "emissions", "--netuid", "1", "--json").data()
    assert data["equal"] is True
    assert data["mechanisms"] == [{"mechanism": 0, "parts": 65_535, "percent": "100"}]
