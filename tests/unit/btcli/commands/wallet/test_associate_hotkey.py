"""`btcli wallet associate-hotkey`."""

from __future__ import annotations

from btsdk.keys import Keypair
from tests.cli.running import Cli
from tests.unit.btcli.samples import BOB

ASSOCIATE = ("wallet", "associate-hotkey", "-w", "bob", "--json")
HOTKEY = Keypair.from_uri("//Bob//hot").ss58_address


def test_the_coldkey_owns_the_hotkey(world: Cli) -> None:
    shown = world.inside(*ASSOCIATE, "--dry-run").data()
    assert (shown["submitted"], shown["owner"]) == (False, None)
    data = world.inside(*ASSOCIATE, "-y").data()
    assert (data["hotkey"], data["owner"]) == (HOTKEY, BOB)
    again = world.inside(*ASSOCIATE, "--dry-run").data()
    assert again["preview"]["warnings"] == [f"the hotkey belongs to {BOB}"]
