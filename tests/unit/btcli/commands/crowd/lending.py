"""What the tests of the crowdloan commands type."""

from __future__ import annotations

from typing import Any

from btsdk.keys import Keypair
from tests.cli.running import Cli

ALICE, BOB, CHARLIE = (
    Keypair.from_uri(f"//{name}").ss58_address for name in ("Alice", "Bob", "Charlie")
)
YES = ("-y", "--json")
TERMS = ("--deposit", "10", "--cap", "50", "--duration", "100")
ALICES = ("crowd", "create", "-w", "alice", *TERMS)


def opened(cli: Cli) -> str:
    """Alice opens a crowdloan for Charlie; its number."""
    return str(cli.inside(*ALICES, "--target", CHARLIE, *YES).data()["crowdloan_id"])


def typed(cli: Cli, verb: str, who: str, number: str, *words: str) -> Any:
    return cli.inside("crowd", verb, "-w", who, "--id", number, *words, *YES)


def info(cli: Cli, number: str, *words: str) -> dict[str, Any]:
    return cli.inside("crowd", "info", "--id", number, *words, "--json").data()
