"""What the tests of the multisig commands type."""

from __future__ import annotations

from typing import Any

from btsdk.keys import Keypair
from btsdk.ops import multisig_address
from btsdk.ops.derived import members_of
from tests.cli.running import Cli

ALICE, BOB, CHARLIE, DAVE = (
    Keypair.from_uri(f"//{name}").ss58_address for name in ("Alice", "Bob", "Charlie", "Dave")
)
MEMBERS = list(members_of((ALICE, BOB, CHARLIE)))
TEAM = multisig_address(MEMBERS, 3)
YES = ("-y", "--json")
THREE = ("--signatories", "alice,bob,charlie", "--threshold", "3")


def opened(cli: Cli, amount: str) -> str:
    """Alice opens a transfer from the multisig; the hash of the call."""
    words = ("wallet", "transfer", "-w", "alice", "--multisig", "team", "--dest", DAVE)
    data = cli.inside(*words, "--amount", amount, *YES).data()
    found: str = data["announcement"]["call_hash"]
    return found


def typed(cli: Cli, verb: str, who: str, call_hash: str, *words: str) -> Any:
    given = words or ("--multisig", "team")
    return cli.inside("multisig", verb, "-w", who, *given, "--call-hash", call_hash, *YES)


def pending(cli: Cli) -> dict[str, dict[str, Any]]:
    data = cli.inside("multisig", "pending", "--multisig", "team", "--json").data()
    return {call["call_hash"]: call for call in data["calls"]}
