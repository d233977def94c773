"""What must pass `mypy --strict` and `pyright`, with the types that they must find. Never run."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator

from typing_extensions import assert_type

from btsdk import Alpha, AsyncClient, Batch, Client, Keypair, Sudo, Tao, Transfer, View
from btsdk.apis import subnet_info, swap
from btsdk.calls import admin_utils, balances, subtensor
from btsdk.constants import balances as balance_constants
from btsdk.descriptors import values as v
from btsdk.events import balances as balance_events
from btsdk.reads.balances import Balance
from btsdk.reads.blocks import Header
from btsdk.reads.epochs import EpochSchedule
from btsdk.reads.metagraph import Matrix, Metagraph, MetagraphNeuron
from btsdk.reads.subnets import Subnet
from btsdk.storage import subtensor as st
from btsdk.storage import system
from btsdk.tx.prepare import Plan
from btsdk.tx.receipt import Receipt

ADDRESS = "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY"
ALICE = Keypair.from_uri("//Alice")
TAO = Tao.parse("1")


def storage(view: View) -> None:
    assert_type(view.storage(st.Tempo, 1), int)
    assert_type(view.storage(st.Uids, 1, ADDRESS), int | None)
    assert_type(view.storage(st.Owner, ADDRESS), bytes)
    view.storage(st.Owner, ALICE)
    view.storage(st.Owner, ALICE.public_key)
    assert_type(view.storage(system.Account, ADDRESS), v.AccountInfo)
    assert_type(view.storage_map(st.Tempo), list[tuple[tuple[int], int]])
    assert_type(view.constant(balance_constants.ExistentialDeposit), int)


def runtime_apis(view: View) -> None:
    assert_type(view.call_api(swap.current_alpha_price, 1), int)
    state = view.call_api(subnet_info.get_subnet_state, 1)
    if state is not None:
        assert_type(state["hotkeys"], list[bytes])


def calls(client: Client) -> None:
    transfer = balances.TransferKeepAlive(dest=ADDRESS, value=TAO)
    assert_type(client.execute(transfer, ALICE), Receipt)
    balances.TransferKeepAlive(dest=ALICE.public_key, value=TAO)
    subtensor.SetChildren(hotkey=ALICE, netuid=1, children=[(1, ADDRESS), (2, ALICE)])
    tempo = admin_utils.SudoSetTempo(netuid=1, tempo=360)
    client.execute(Sudo(tempo), ALICE)
    plan = client.prepare(Batch([transfer, Transfer(ADDRESS, TAO)]), ADDRESS, period=None, tip=TAO)
    assert_type(plan, Plan)
    assert_type(plan.preview.fee, Tao | None)
    assert_type(client.fee(transfer, ALICE), Tao)
    for event in client.submit(plan).find(balance_events.Transfer):
        assert_type(event.amount, Tao)


def reads(view: View) -> None:
    assert_type(view.balance(ADDRESS), Balance)
    assert_type(view.balances([ADDRESS]), dict[str, Balance])
    assert_type(view.subnets(), list[Subnet])
    assert_type(view.stake(ADDRESS, ADDRESS, 1), Alpha)
    assert_type(view.epoch_schedule(1), EpochSchedule)
    assert_type(view.epoch_schedule(1).next_epoch, int | None)
    assert_type(view.supply().issuance + TAO, Tao)


def metagraphs(view: View) -> None:
    graph = view.metagraph(1, fields=["hotkeys", "stake"], weights=True)
    assert_type(graph, Metagraph)
    assert_type(graph.hotkeys, tuple[str, ...])
    assert_type(graph.tempo, int)
    assert_type(graph.burn, Tao)
    assert_type(graph.alpha_in, Alpha)
    assert_type(graph[0], MetagraphNeuron)
    assert_type(graph.weights, Matrix)
    assert_type(view.find_metagraph(1), Metagraph | None)
    total: int = graph.stake[graph.validator_permit].sum().item()
    assert_type(Tao.from_rao(total), Tao)
    assert_type(Metagraph.load("graph.npz").diff(graph).joined, dict[int, str])


def blocks(client: Client) -> None:
    assert_type(client.blocks(finalized=True), Iterator[Header])


async def asynchronous(client: AsyncClient) -> None:
    view = await client.head()
    assert_type(await view.balance(ADDRESS), Balance)
    assert_type(await view.storage(st.Tempo, 1), int)
    assert_type(await view.metagraph(1), Metagraph)
    assert_type(await view.call_api(swap.current_alpha_price, 1), int)
    assert_type(await client.fee(Transfer(ADDRESS, TAO), ADDRESS), Tao)
    assert_type(await client.execute(Transfer(ADDRESS, TAO), ALICE), Receipt)
    assert_type(client.blocks(), AsyncIterator[Header])
