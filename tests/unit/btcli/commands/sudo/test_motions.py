"""Motions as documents and on the screen, and a chain that has none."""

from __future__ import annotations

import pytest

from btcli.commands.sudo.motions import (
    governance,
    member_table,
    motion_blocks,
    motion_document,
    votes_itself,
)
from btcli.failures import NotFound
from btsdk import Client
from btsdk.errors import IncompatibleItem
from btsdk.keys import Keypair
from btsdk.reads.governance import Proposal
from chain_spec import chains
from local_node import LocalChain
from tests.cli.running import Cli
from tests.unit.btcli.samples import ALICE, BOB


def test_a_motion() -> None:
    call = ("System", "remark", {"remark": b"a", "list": [1, {"b": b""}]})
    document = motion_document(Proposal(b"\1" * 32, 3, 2, (ALICE,), (BOB,), 1_100, call))
    assert document["hash"] == "0x" + "01" * 32
    assert document["call"] == "System.remark"
    assert document["arguments"] == "remark: 0x61, list: [1, b: 0x]"
    (block,) = motion_blocks([document], 1_000)
    shown = block.plain()
    assert "System.remark(remark: 0x61, list: [1, b: 0x])" in shown
    assert "1 of 2 needed" in shown
    assert "block 1,100" in shown
    (nothing,) = motion_blocks([], 1_000)
    assert nothing.plain() == "There are no open motions at block 1,000."


def test_members() -> None:
    table = member_table({ALICE: "Alice & Co", BOB: None}, "Senate", "none")
    assert [list(row) for row in table.rows] == [[ALICE, "Alice & Co"], [BOB, ""]]


def test_who_votes_itself(owner: Cli) -> None:
    with Client("local", chain_file=owner.chain_file) as client:
        view = client.head()
        assert votes_itself(view, Keypair.from_uri("//Dave").ss58_address)
        assert not votes_itself(view, ALICE)


def test_a_chain_without_a_senate() -> None:
    with (
        LocalChain(chains.load("fast")) as chain,
        pytest.raises(NotFound, match="no senate and no proposals") as caught,
        governance(),
    ):
        chain.client.head().council()
    assert "btcli sudo set" in str(caught.value.hint)


def test_other_errors_pass() -> None:
    with pytest.raises(IncompatibleItem), governance():
        raise IncompatibleItem("System.Nothing", "", None)
