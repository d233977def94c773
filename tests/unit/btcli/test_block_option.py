"""The block that an option names."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from btcli.block_option import view_at
from btsdk import Client
from btsdk.errors import UsageError
from local_node.embedded.local_chain import LocalChain


@pytest.fixture(scope="module")
def client() -> Iterator[Client]:
    with LocalChain() as chain:
        chain.advance(2)
        yield chain.client


def test_by_number_by_hash_finalized_and_newest(client: Client) -> None:
    newest = client.head()
    assert view_at(client, None).hash == newest.hash
    assert view_at(client, newest.hash).number == newest.number
    assert view_at(client, "1").number == 1
    assert view_at(client, "finalized").hash == client.finalized().hash


@pytest.mark.parametrize("block", ["99999", "0x12", "latest", "-1", ""])
def test_what_names_no_block(client: Client, block: str) -> None:
    with pytest.raises(UsageError):
        view_at(client, block)
