"""What the tests of the proxy commands type."""

from __future__ import annotations

from typing import Any

from btsdk.keys import Keypair
from tests.cli.running import Cli

ALICE, BOB, CHARLIE, DAVE = (
    Keypair.from_uri(f"//{name}").ss58_address for name in ("Alice", "Bob", "Charlie", "Dave")
)
YES = ("-y", "--json")
FOR_ALICE = ("-w", "charlie", "--proxy", "alice", "--announce-only")


def proxies(cli: Cli, name: str, *words: str) -> dict[str, Any]:
    return cli.inside("proxy", "list", "--ss58", name, *words, "--json").data()


def entries(cli: Cli, name: str) -> list[tuple[str, str, int]]:
    found = proxies(cli, name)["proxies"]
    return [(one["delegate"], one["proxy_type"], one["delay"]) for one in found]


def call(cli: Cli, amount: str) -> dict[str, str]:
    """A transfer from Alice that Charlie would announce; nothing is sent."""
    words = ("wallet", "transfer", "--dest", DAVE, "--amount", amount, *FOR_ALICE)
    found: dict[str, str] = cli.inside(*words, "--dry-run", "--json").data()["announcement"]
    return found


def announced(cli: Cli, amount: str) -> str:
    """Charlie announces a transfer from Alice; the hash of the call."""
    words = ("wallet", "transfer", "--dest", DAVE, "--amount", amount, *FOR_ALICE)
    found: str = cli.inside(*words, *YES).data()["announcement"]["call_hash"]
    return found


def hashes(cli: Cli, name: str) -> set[str]:
    """The hashes of the announced calls of an account."""
    return {one["call_hash"] for one in proxies(cli, name)["announcements"]}
