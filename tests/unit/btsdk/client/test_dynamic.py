"""Items by name do what the descriptors of the same items do."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

import pytest

from btsdk import Keypair, Proxied, Sudo
from btsdk.apis import account_nonce
from btsdk.client.dynamic import Dynamic
from btsdk.constants import balances as constants
from btsdk.descriptors import StorageItem
from btsdk.errors import EncodeError, IncompatibleItem
from btsdk.ops import AddProxy, Batch
from btsdk.storage import subtensor, system
from local_node import LocalChain

ALICE = Keypair.from_uri("//Alice")
BOB = Keypair.from_uri("//Bob").ss58_address


@pytest.fixture(scope="module")
def chain() -> Iterator[LocalChain]:
    with LocalChain() as chain:
        yield chain


def test_storage(chain: LocalChain) -> None:
    view, dynamic = chain.client.head(), chain.client.dynamic
    account = dynamic.storage("System", "Account")
    for who in (BOB, ALICE, ALICE.public_key):
        assert view.storage(account, who) == view.storage(system.Account, who)
    assert view.storage_map(account) == view.storage_map(system.Account)
    owners = dynamic.storage("SubtensorModule", "SubnetOwner")
    assert view.storage_map(owners) == view.storage_map(subtensor.SubnetOwner)
    (page,) = view.storage_pages(owners)
    assert page.entries == view.storage_map(owners)


def test_an_item_of_another_shape_is_read_by_name(chain: LocalChain) -> None:
    view = chain.client.head()
    other: StorageItem[[int], tuple[int], str] = StorageItem("SubtensorModule", "Tempo", "str")
    with pytest.raises(IncompatibleItem):
        view.storage(other, 1)
    tempo = view.storage(chain.client.dynamic.storage("SubtensorModule", "Tempo"), 1)
    assert tempo == view.storage(subtensor.Tempo, 1)


def test_apis_and_constants(chain: LocalChain) -> None:
    view, dynamic = chain.client.head(), chain.client.dynamic
    nonce = dynamic.api("AccountNonceApi", "account_nonce")
    assert view.call_api(nonce, ALICE) == view.call_api(account_nonce.account_nonce, ALICE)
    deposit = dynamic.constant("Balances", "ExistentialDeposit")
    assert view.constant(deposit) == view.constant(constants.ExistentialDeposit)


def test_calls_alone_and_inside_others(chain: LocalChain) -> None:
    client = chain.client
    before = client.head().balance(BOB).free
    call = client.dynamic.call("Balances", "transfer_keep_alive", dest=BOB, value=7)
    client.execute(call, ALICE)
    client.execute(Batch([call, call]), ALICE)
    assert client.head().balance(BOB).free.rao == before.rao + 21
    client.execute(AddProxy(BOB), ALICE)
    client.execute(Proxied(call, ALICE.ss58_address), Keypair.from_uri("//Bob"))
    client.execute(Sudo(client.dynamic.call("System", "remark", remark="text")), ALICE)


def test_both_clients_and_the_programs_of_a_view(chain: LocalChain) -> None:
    async def free() -> int:
        async with chain.async_client() as client:
            view = await client.head()
            account = await view.storage(client.dynamic.storage("System", "Account"), ALICE)
            return int(account["data"]["free"])

    view = chain.client.head()
    account = chain.client.dynamic.storage("System", "Account")
    (found,) = view.gather(view.ask.storage(account, ALICE))
    assert asyncio.run(free()) == found["data"]["free"]


def test_names_and_arguments_that_the_chain_lacks(chain: LocalChain) -> None:
    client, dynamic = chain.client, Dynamic()
    view = client.head()
    with pytest.raises(IncompatibleItem, match="Sistem"):
        view.storage(dynamic.storage("Sistem", "Account"), ALICE)
    with pytest.raises(IncompatibleItem, match=r"System\.Acount"):
        view.storage(dynamic.storage("System", "Acount"), ALICE)
    with pytest.raises(IncompatibleItem, match=r"AccountNonceApi\.nonce"):
        view.call_api(dynamic.api("AccountNonceApi", "nonce"), ALICE)
    with pytest.raises(IncompatibleItem, match="NoSuch"):
        view.constant(dynamic.constant("Balances", "NoSuch"))
    with pytest.raises(IncompatibleItem, match=r"Balances\.transfer"):
        client.prepare(dynamic.call("Balances", "transfer", dest=BOB, value=1), ALICE)
    with pytest.raises(EncodeError, match="amount"):
        client.prepare(dynamic.call("Balances", "transfer_all", dest=BOB, amount=1), ALICE)
    with pytest.raises(EncodeError, match="takes 1 argument"):
        view.call_api(dynamic.api("AccountNonceApi", "account_nonce"), ALICE, 1)
