"""`sudo get-take`."""

from __future__ import annotations

from tests.cli.running import Cli


def test_the_take_of_a_hotkey(owner: Cli) -> None:
    data = owner.inside("sudo", "get-take", "-w", "bob", "--json").data()
    assert data["take"] == data["most"] == {"percent": "17.9995", "parts": 11_796}
    assert data["least"]["parts"] == 0
    assert "17.9995 %" in owner.inside("sudo", "get_take", "-H", data["hotkey"]).out
