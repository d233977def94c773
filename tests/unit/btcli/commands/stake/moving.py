"""A wallet with stake to move."""

from __future__ import annotations

from btsdk.keys import Keypair
from btsdk.units import Tao
from tests.cli.running import Cli

BOB = Keypair.from_uri("//Bob").ss58_address
SECOND = Keypair.from_uri("//Alice//second")
YES = ("-w", "alice", "-y", "--json")


def stakes(cli: Cli, coldkey: str = "alice") -> dict[tuple[str, int], Tao]:
    words = ("-w", "alice") if coldkey == "alice" else ("--ss58", coldkey)
    found = cli.inside("stake", "list", *words, "--json").data()["stakes"]
    return {(row["hotkey"], row["netuid"]): Tao.parse(row["stake_alpha"]) for row in found}
