"""Motions that tests open."""

from __future__ import annotations

import json
from typing import Any

from tests.cli.running import Cli


def propose(owner: Cli, text: str, wallet: str = "alice") -> str:
    """Propose a remark; the hash of the motion."""
    args = json.dumps({"remark": "0x" + text.encode().hex()})
    words = ("--call", "System.remark", "--args", args, "--threshold", "2")
    done = owner.inside("sudo", "propose", *words, "-w", wallet, "-y", "--json")
    return str(done.data()["proposal_hash"])


def vote(owner: Cli, digest: str, wallet: str, side: str = "--vote-aye") -> dict[str, Any]:
    words = ("--proposal", digest, side, "-w", wallet, "-y", "--json")
    return owner.inside("sudo", "vote", *words).data()


def proposals(owner: Cli) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = owner.inside("sudo", "proposals", "--json").data()["proposals"]
    return found
