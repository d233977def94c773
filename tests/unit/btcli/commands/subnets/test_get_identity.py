"""`subnets get-identity`."""

from __future__ import annotations

from tests.cli.running import Cli


def test_a_subnet_without_an_identity(owner: Cli) -> None:
    data = owner.inside("subnets", "get-identity", "--netuid", "1", "--json").data()
    assert data["identity"] is None
    assert "has no identity" in owner.inside("subnets", "get-identity", "--netuid", "1").out
    error = owner.inside("subnets", "get-identity", "--netuid", "99", "--json").error()
    assert error["code"] == "subnet_not_found"
