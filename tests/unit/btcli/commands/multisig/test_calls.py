"""Who has approved a call."""

from __future__ import annotations

from btcli.accounts.address_book import SignerSet
from btcli.accounts.kept_calls import GivenCall
from btcli.commands.multisig import calls
from btcli.commands.multisig.signers import ChosenSet
from btsdk import Client
from tests.cli.running import Cli
from tests.unit.btcli.commands.multisig.team import ALICE, MEMBERS, TEAM, opened


def test_nobody_has_approved_a_call_that_is_not_open(world: Cli) -> None:
    given = opened(world, "2.1")
    team = ChosenSet("team", TEAM, SignerSet(3, tuple(MEMBERS)))
    with Client("local", chain_file=world.chain_file) as client:
        view = client.head()
        digest = bytes.fromhex(given[2:])
        assert calls.approvals(view, team, GivenCall(digest, None)) == (ALICE,)
        assert calls.approvals(view, team, GivenCall(bytes(32), None)) == ()
