"""Extrinsics and events of blocks: as JSON, and as rows."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from btcli import block_contents
from btsdk import Client, Keypair, Tao, Transfer
from btsdk.errors import UsageError
from local_node.embedded.local_chain import LocalChain
from tests.cli import reference
from tests.unit.btcli.samples import ALICE, BOB, context


@pytest.fixture(scope="module")
def client() -> Iterator[Client]:
    """A transfer in block 1."""
    with LocalChain() as chain:
        operation = Transfer(BOB, Tao.parse("2"))
        chain.client.execute(operation, Keypair.from_uri("//Alice"), tip=Tao.parse("0.5"))
        yield chain.client


def test_a_signed_extrinsic(client: Client) -> None:
    block = client.head().block()
    found = [block_contents.extrinsic_document(block, one) for one in block.extrinsics]
    for one in found:
        kind = block_contents.ExtrinsicInBlockDocument
        assert reference.problems(one, kind) == []
    inherent, transfer = found[0], found[-1]
    assert (inherent["signer"], inherent["fee_tao"]) == (None, None)
    assert (transfer["signer"], transfer["tip_tao"]) == (ALICE, "0.500000000")
    assert transfer["call"]["args"] == {"dest": BOB, "value": 2 * 10**9}
    rows = dict(block_contents.extrinsic_rows(transfer, {ALICE: "alice"}))
    assert (rows["signer"], rows["result"]) == (f"{ALICE} (alice)", "done")
    shown = block_contents.extrinsics_table(found, {ALICE: "alice"}).plain()
    assert "alice" in shown
    assert ALICE not in shown


def test_amounts_in_events_have_their_unit(client: Client) -> None:
    block = client.head().block()
    events = block_contents.events(block)
    for one in events:
        assert reference.problems(one.document, block_contents.EventDocument) == []
    transfer = next(one for one in events if one.document["name"] == "Balances.Transfer")
    assert transfer.document["fields"]["amount"] == 2 * 10**9
    shown = block_contents.events_table([transfer]).plain()
    assert f"from={ALICE}, to={BOB}, amount=τ2.000000000" in shown


def test_the_newest_blocks(client: Client, tmp_path: Path) -> None:
    run = context(tmp_path)
    read = [one.number for one in block_contents.blocks(run, client, client.head(), 5)]
    assert read == [0, 1]
    with pytest.raises(UsageError, match="--blocks"):
        list(block_contents.blocks(run, client, client.head(), 20_000))
