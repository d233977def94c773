"""`sudo vote`."""

from __future__ import annotations

from btsdk.keys import Keypair
from tests.cli.running import Cli
from tests.unit.btcli.commands.sudo.motion import proposals, propose, vote

DAVE = Keypair.from_uri("//Dave").ss58_address


def test_a_member_votes_and_changes_its_vote(owner: Cli) -> None:
    digest = propose(owner, "vote")
    assert vote(owner, digest, "dave")["voter"] == DAVE
    assert vote(owner, digest, "dave", "--vote-nay")["approve"] is False
    (found,) = [one for one in proposals(owner) if one["hash"] == digest]
    assert (found["ayes"], found["nays"]) == ([], [DAVE])


def test_others_vote_for_their_hotkey(owner: Cli) -> None:
    digest = propose(owner, "hotkey")
    words = ("--proposal", digest, "--vote-aye", "-w", "bob", "-y", "--json")
    error = owner.inside("sudo", "senate-vote", *words).error()
    hotkey = Keypair.from_uri("//Bob//hot").ss58_address
    assert hotkey in error["message"]


def test_a_vote_is_needed(owner: Cli) -> None:
    words = ("--proposal", "0x" + "11" * 32, "-w", "dave", "-y", "--json")
    error = owner.inside("sudo", "vote", *words).error()
    assert error["hint"] == "Use --vote-aye or --vote-nay."
    typed = owner.inside("sudo", "vote", *words[:4], stdin="y\n")
    assert "votes for the motion" in typed.err
