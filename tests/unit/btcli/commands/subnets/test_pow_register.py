"""`subnets pow-register`."""

from __future__ import annotations

from tests.cli.running import Cli


def test_a_hotkey_is_registered(owner: Cli) -> None:
    words = ("--netuid", "1", "--processors", "1", "-w", "bob", "-y", "--json")
    data = owner.inside("subnets", "pow_register", *words).data()
    assert data["uid"] is not None
    assert "pow_register" in data["preview"]["call"]
