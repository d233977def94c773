"""`doctor`."""

from __future__ import annotations

from tests.cli.running import Cli
from tests.unit.btcli.spellings import NOWHERE


def test_a_sound_installation(world: Cli) -> None:
    data = world.inside("doctor", "--json").data()
    assert data["findings"] == []
    assert data["endpoints"][0]["error"] is None
    assert data["wallet_path"] == str(world.wallets)
    assert "btsdk" in data["versions"]
    assert "No problems of files." in world.inside("doctor").out


def test_problems_are_counted(world: Cli) -> None:
    key, config = world.wallets / "bob" / "coldkey", world.home / "config.json"
    key.chmod(0o644)
    config.write_text("{}")
    config.chmod(0o666)
    try:
        done = world.inside("doctor", "--network", NOWHERE, "--json")
    finally:
        key.chmod(0o600)
        config.unlink()
    document = done.json()
    assert (done.exit_code, document["error"]["message"]) == (1, "3 problems found")
    found = document["data"]["findings"]
    assert [one["path"] for one in found] == [str(key), str(config)]
    assert found[1]["remedy"] == f"chmod go-w {config}"
