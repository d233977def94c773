"""Values by name, at a view."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from btcli.chain_items import READABLE, find_one
from btcli.chain_query import Answer, QueryData, answer, answer_data
from btsdk import Client
from btsdk.errors import UsageError
from local_node.embedded.local_chain import LocalChain
from tests.cli import reference


@pytest.fixture(scope="module")
def client() -> Iterator[Client]:
    with LocalChain() as chain:
        yield chain.client


def asked(client: Client, name: str, *keys: str, most: int = 0) -> Answer:
    view = client.head()
    item = find_one(view.at.metadata, name, READABLE)
    found = answer(view, item, keys, most, str)
    assert reference.problems(answer_data(view.number, item, found), QueryData) == []
    return found


def test_each_kind_of_item(client: Client) -> None:
    assert asked(client, "SubtensorModule.Tempo", "1").value == 10
    assert asked(client, "Balances.ExistentialDeposit").value == 500
    assert asked(client, "SubnetInfoRuntimeApi.get_subnet_hyperparams", "1").value["tempo"] == 10


def test_most_entries(client: Client) -> None:
    every = asked(client, "System.Account").entries or ()
    assert len(every) > 2
    some = asked(client, "System.Account", most=2)
    assert (some.entries, some.more) == (every[:2], True)
    exact = asked(client, "System.Account", most=len(every))
    assert (exact.entries, exact.more) == (every, False)


def test_every_item_without_keys_is_readable(client: Client) -> None:
    view = client.head()
    for pallet in view.at.metadata.pallets.values():
        for name, item in pallet.storage.items():
            if not item.keys:
                asked(client, f"{pallet.name}.{name}")
        for name in pallet.constants:
            asked(client, f"{pallet.name}.{name}")


def test_too_many_keys(client: Client) -> None:
    with pytest.raises(UsageError, match="takes 1 value, not 2"):
        asked(client, "SubtensorModule.Tempo", "1", "2")
