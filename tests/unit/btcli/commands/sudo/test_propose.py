"""`sudo propose`, `vote`, `close`, `proposals`: a motion from its beginning to its end."""

from __future__ import annotations

import pytest

from tests.cli.running import Cli
from tests.unit.btcli.commands.sudo.motion import proposals, propose


def test_a_motion_is_opened(owner: Cli) -> None:
    digest = propose(owner, "a")
    assert digest in {one["hash"] for one in proposals(owner)}
    again = owner.inside(
        "sudo", "propose", "--call", "System.remark", "--args", '{"remark": "0x61"}',
        "--threshold", "2", "-w", "alice", "-y", "--json",
    )  # fmt: skip
    assert again.error()["code"] == "Triumvirate.DuplicateProposal"


def test_only_the_council_proposes(owner: Cli) -> None:
    with pytest.raises(AssertionError, match="NotMember"):
        propose(owner, "b", "dave")
