"""Reads of the SDK against `substrate-interface`, which decodes the same node's answers itself.

Both ask about one block of a chain with subnets, neurons, weights, stakes and commitments.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator
from importlib import import_module
from types import ModuleType
from typing import Any

import pytest
import substrateinterface

from btsdk import Client, Keypair, Tao, Transfer, View
from btsdk import constants as constant_modules
from btsdk import storage as storage_modules
from btsdk.apis import account_nonce, core, transaction_payment
from btsdk.calls import proxy as proxy_calls
from btsdk.descriptors import Constant, StorageItem
from chain_spec import later
from local_node import LocalChain
from tests.conformance.substrate.values import same
from tests.unit.btsdk.reads.metagraph.conftest import NETUID, furnish, scaffold

ALICE = Keypair.from_uri("//Alice")
BOB = Keypair.from_uri("//Bob")
LEAST_FILLED = 100
"""So many storage items have a value on the chain, so that the comparison is worth something."""


class Pair:
    """Both libraries at one block."""

    def __init__(self, client: Client) -> None:
        self.client = client
        self.view: View = client.head()
        self.theirs: Any = client.substrate
        self.theirs.init_runtime(block_hash=self.view.hash)

    def query(self, pallet: str, name: str, *keys: Any) -> Any:
        return self.theirs.query(pallet, name, list(keys), block_hash=self.view.hash).value


@pytest.fixture(scope="module")
def pair() -> Iterator[Pair]:
    with LocalChain(scaffold=scaffold()) as chain:
        client = chain.client
        furnish(client)
        proxy = proxy_calls.AddProxy(delegate=BOB, proxy_type="Staking", delay=3)
        client.execute(proxy, ALICE)
        chain.advance_to_epoch(NETUID)
        client.execute(Transfer(BOB.ss58_address, Tao.parse("1")), ALICE)
        chain.serve()
        yield Pair(client)


def descriptors(package: ModuleType, kind: type) -> list[Any]:
    names = [f"{package.__name__}.{found.name}" for found in pkgutil.iter_modules(package.__path__)]
    modules = [import_module(name) for name in names]
    return [item for module in modules for item in vars(module).values() if isinstance(item, kind)]


LATER = later.names()
"""Items of newer chains, which this one has not."""
ITEMS: list[StorageItem[Any, Any, Any]] = [
    item for item in descriptors(storage_modules, StorageItem) if item.full_name not in LATER
]
CONSTANTS: list[Constant[Any]] = descriptors(constant_modules, Constant)
PALLETS = sorted({item.pallet for item in ITEMS})


def unwrapped(key: Any) -> tuple[Any, ...]:
    keys = key if isinstance(key, tuple) else (key,)
    return tuple(getattr(part, "value", part) for part in keys)


def differences(pair: Pair, item: StorageItem[Any, Any, Any]) -> tuple[int, list[str]]:
    """How many entries both have, and what differs."""
    on = item.on(pair.view.metadata)
    if not on.keys:
        ours, theirs = pair.view.storage(item), pair.query(item.pallet, item.name)
        stored = ours not in (None, [], 0, b"")
        return int(stored), [] if same(ours, theirs) else [f"{item.full_name}: {ours!r} {theirs!r}"]
    entries = pair.view.storage_map(item)
    found = pair.theirs.query_map(item.pallet, item.name, block_hash=pair.view.hash)
    listed = [(unwrapped(key), value.value) for key, value in found]
    if len(entries) != len(listed):
        return 0, [f"{item.full_name}: {len(entries)} entries, and {len(listed)}"]
    return len(entries), [
        f"{item.full_name}{key}: {value!r}, and {other_key}: {other!r}"
        for (key, value), (other_key, other) in zip(entries, listed, strict=True)
        if not (_same_key(key, other_key) and same(value, other))
    ]


def _same_key(ours: tuple[Any, ...], theirs: tuple[Any, ...]) -> bool:
    """`substrate-interface` leaves out the third key of a map that has three."""
    if len(ours) == 3 and len(theirs) == 2:
        ours = ours[:2]
    return same(ours, theirs)


@pytest.mark.parametrize("pallet", PALLETS)
def test_every_storage_item(pair: Pair, pallet: str) -> None:
    found = [differences(pair, item) for item in ITEMS if item.pallet == pallet]
    assert [text for _, texts in found for text in texts] == []


def test_the_chain_has_something_to_compare(pair: Pair) -> None:
    filled = [item.full_name for item in ITEMS if differences(pair, item)[0]]
    assert len(filled) > LEAST_FILLED, filled


def test_every_constant(pair: Pair) -> None:
    assert len(CONSTANTS) > 100
    wrong = [
        (item.full_name, ours, theirs)
        for item in CONSTANTS
        for ours in [pair.view.constant(item)]
        for theirs in [pair.theirs.get_constant(item.pallet, item.name).value]
        if not same(ours, theirs)
    ]
    assert wrong == []


def test_runtime_apis_that_it_knows(pair: Pair) -> None:
    """Its types of runtime APIs are its own; the chain's newer ones are unknown to it."""
    view, at = pair.view, pair.view.hash

    def theirs(api: str, method: str, *arguments: Any) -> Any:
        return pair.theirs.runtime_call(api, method, list(arguments), block_hash=at).value

    nonce = view.call_api(account_nonce.account_nonce, ALICE)
    assert nonce == theirs("AccountNonceApi", "account_nonce", ALICE.ss58_address) > 0
    ours, version = view.call_api(core.version), theirs("Core", "version")
    for name in ("spec_version", "impl_version", "transaction_version", "spec_name", "apis"):
        assert same(ours[name], version[name]), name  # type: ignore[literal-required]
    plan = pair.client.prepare(Transfer(BOB.ss58_address, Tao.parse("1")), ALICE)
    data = plan.sign().extrinsic(view.metadata).data
    info = view.call_api(transaction_payment.query_info, data[2:], len(data))
    assert plan.preview.fee is not None
    assert info["partial_fee"] == plan.preview.fee.rao


def test_reads_of_accounts_and_blocks(pair: Pair) -> None:
    view = pair.view
    for key in (ALICE, BOB):
        account = pair.query("System", "Account", key.ss58_address)
        balance = view.balance(key.ss58_address)
        for name in ("free", "reserved", "frozen"):
            assert getattr(balance, name).rao == account["data"][name]
        assert view.nonce(key.ss58_address) == account["nonce"]
        asked = pair.theirs.rpc_request("system_accountNextIndex", [key.ss58_address])
        assert pair.client.next_nonce(key.ss58_address) == asked["result"]
    assert view.hash == pair.theirs.get_block_hash(view.number)
    assert pair.client.finalized().hash == pair.theirs.get_chain_finalised_head()
    assert view.existential_deposit().rao == (
        pair.theirs.get_constant("Balances", "ExistentialDeposit").value
    )
    supply = view.supply()
    assert supply.issuance.rao == pair.query("SubtensorModule", "TotalIssuance")
    assert supply.block_emission.rao == pair.query("SubtensorModule", "BlockEmission")


def test_the_fee(pair: Pair) -> None:
    call = pair.theirs.compose_call(
        "Balances", "transfer_keep_alive", {"dest": BOB.ss58_address, "value": 10**9}
    )
    key = substrateinterface.Keypair.create_from_uri("//Alice")
    theirs = pair.theirs.get_payment_info(call, key)["partialFee"]
    ours = pair.client.fee(Transfer(BOB.ss58_address, Tao.parse("1")), ALICE, period=None)
    assert ours.rao == theirs


def test_reads_of_subnets_and_neurons(pair: Pair) -> None:
    view = pair.view
    for subnet in view.subnets():
        assert subnet.tempo == pair.query("SubtensorModule", "Tempo", subnet.netuid)
        assert subnet.owner_coldkey == pair.query("SubtensorModule", "SubnetOwner", subnet.netuid)
        assert subnet.tao_in.rao == pair.query("SubtensorModule", "SubnetTAO", subnet.netuid)
    graph = view.metagraph(NETUID, weights=True, bonds=True)
    for name, stored in (
        ("dividends", "Dividends"), ("incentive", "Incentive"), ("consensus", "Consensus"),
        ("emission", "Emission"), ("last_update", "LastUpdate"), ("active", "Active"),
        ("validator_permit", "ValidatorPermit"), ("validator_trust", "ValidatorTrust"),
    ):  # fmt: skip
        assert getattr(graph, name).tolist() == pair.query("SubtensorModule", stored, NETUID), name
    for neuron in graph:
        hotkey = pair.query("SubtensorModule", "Keys", NETUID, neuron.uid)
        assert neuron.hotkey == hotkey
        owner = pair.query("SubtensorModule", "Owner", hotkey)
        assert neuron.coldkey == owner == view.owner(hotkey)
        assert view.uid(NETUID, hotkey) == neuron.uid
        assert neuron.registered_at == (
            pair.query("SubtensorModule", "BlockAtRegistration", NETUID, neuron.uid)
        )
        for matrix, item in ((graph.weights, "Weights"), (graph.bonds, "Bonds")):
            row = pair.query("SubtensorModule", item, NETUID, neuron.uid)
            assert matrix[neuron.uid] == dict(row)
    schedule = view.epoch_schedule(NETUID)
    assert schedule.last_epoch == pair.query("SubtensorModule", "LastEpochBlock", NETUID)
    assert schedule.index == pair.query("SubtensorModule", "SubnetEpochIndex", NETUID)
