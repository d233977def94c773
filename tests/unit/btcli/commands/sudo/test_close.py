"""`sudo close`."""

from __future__ import annotations

from tests.cli.running import Cli
from tests.unit.btcli.commands.sudo.motion import proposals, propose, vote


def test_a_motion_that_has_passed_is_carried_out(owner: Cli) -> None:
    digest = propose(owner, "close")
    words = ("sudo", "close", "--proposal", digest, "-w", "alice", "-y", "--json")
    assert owner.inside(*words).error()["code"] == "Triumvirate.TooEarly"
    for name in ("dave", "eve"):
        vote(owner, digest, name)
    assert owner.inside(*words, "--dry-run").data()["passed"] is None
    assert owner.inside(*words).data()["passed"] is True
    assert digest not in {one["hash"] for one in proposals(owner)}
