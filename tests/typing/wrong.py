"""What `mypy --strict` and `pyright` must refuse: each wrong line names its errors. Never run."""

from __future__ import annotations

from btsdk import AddStake, Alpha, AsyncClient, Client, Keypair, Tao, Transfer, View
from btsdk.apis import subnet_info, swap
from btsdk.calls import balances, subtensor
from btsdk.constants import balances as constants
from btsdk.storage import subtensor as st
from btsdk.storage import system

ADDRESS = "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY"
ALICE = Keypair.from_uri("//Alice")
TAO = Tao.parse("1")


def storage(view: View) -> None:
    view.storage(st.Owner, "text", 3, None)  # error: call-arg | reportCallIssue
    view.storage(st.Tempo)  # error: call-arg | reportCallIssue
    view.storage(st.Tempo, ADDRESS)  # error: arg-type | reportArgumentType
    view.storage(st.Uids, ADDRESS, 1)  # error: arg-type, arg-type | reportArgumentType, reportArgumentType
    view.storage(system.Account, None)  # error: arg-type | reportArgumentType
    view.storage(swap.current_alpha_price, 1)  # error: arg-type | reportArgumentType, reportCallIssue
    text: str = view.storage(st.Tempo, 1)  # error: assignment | reportAssignmentType
    number: int = view.storage(st.Uids, 1, ADDRESS)  # error: assignment | reportAssignmentType
    view.storage_map(constants.ExistentialDeposit)  # error: arg-type | reportArgumentType
    view.constant(st.Tempo)  # error: arg-type | reportArgumentType


def runtime_apis(view: View) -> None:
    view.call_api(subnet_info.get_subnet_state)  # error: call-arg | reportCallIssue
    view.call_api(subnet_info.get_subnet_state, ADDRESS)  # error: arg-type | reportArgumentType
    view.call_api(swap.current_alpha_price, 1, 2)  # error: call-arg | reportCallIssue
    view.call_api(st.Tempo, 1)  # error: arg-type | reportArgumentType, reportCallIssue
    view.call_api(subnet_info.get_subnet_state, 1)["hotkeys"]  # error: index | reportOptionalSubscript


def calls(client: Client) -> None:
    balances.TransferKeepAlive(dest=ADDRESS)  # error: call-arg | reportCallIssue
    balances.TransferKeepAlive(dest=ADDRESS, value="1")  # error: arg-type | reportArgumentType
    balances.TransferKeepAlive(dest=ALICE, value=10**9)  # error: arg-type | reportArgumentType
    balances.TransferKeepAlive(dest=5, value=TAO)  # error: arg-type | reportArgumentType
    balances.TransferKeepAlive(dest=ADDRESS, amount=TAO)  # error: call-arg | reportCallIssue, reportCallIssue
    subtensor.SetChildren(hotkey=ALICE, netuid=1, children=[ADDRESS])  # error: list-item | reportArgumentType
    client.execute(balances.TransferKeepAlive, ALICE)  # error: arg-type | reportArgumentType
    client.execute(Transfer(ADDRESS, TAO), ADDRESS)  # error: arg-type | reportArgumentType
    client.execute(Transfer(ADDRESS, TAO), ALICE, wait="soon")  # error: arg-type | reportArgumentType
    client.prepare(Transfer(ADDRESS, TAO), ALICE, priod=5)  # error: call-arg | reportCallIssue
    client.fee(Transfer(ADDRESS, TAO))  # error: call-arg | reportCallIssue
    client.fee(Transfer(ADDRESS, TAO), 5)  # error: arg-type | reportArgumentType


def operations() -> None:
    Transfer(ADDRESS, 1.5)  # error: arg-type | reportArgumentType
    AddStake(ADDRESS, 1, Alpha.from_rao(1, 1), None)  # error: arg-type | reportArgumentType
    AddStake(ADDRESS, "1", TAO, None)  # error: arg-type | reportArgumentType


def amounts(alpha: Alpha) -> None:
    TAO + alpha  # error: operator | reportOperatorIssue
    TAO * 1.5  # error: operator | reportOperatorIssue
    Tao.parse(1.5)  # error: arg-type | reportArgumentType


def reads(view: View) -> None:
    view.balance(3)  # error: arg-type | reportArgumentType
    view.metagraph("1")  # error: arg-type | reportArgumentType
    view.metagraph(1).stak  # error: attr-defined | reportAttributeAccessIssue
    view.metagraph(1, field=["stake"])  # error: call-arg | reportCallIssue
    view.find_metagraph(1).stake  # error: union-attr | reportOptionalMemberAccess
    view.epoch_schedule(1).next_epoch + 1  # error: operator | reportOptionalOperand
    view.no_such_read(1)  # error: attr-defined | reportAttributeAccessIssue


def blocking(client: Client) -> None:
    total: Tao = client.head().balance(ADDRESS)  # error: assignment | reportAssignmentType


async def awaited(client: Client) -> None:
    await client.head()  # error: misc | reportGeneralTypeIssues


async def asynchronous(client: AsyncClient) -> None:
    client.head().balance(ADDRESS)  # error: attr-defined | reportAttributeAccessIssue
    view = await client.head()
    number: int = view.storage(st.Tempo, 1)  # error: assignment | reportAssignmentType
    view.balance(ADDRESS).free  # error: attr-defined | reportAttributeAccessIssue
    await view.storage(st.Tempo, ADDRESS)  # error: arg-type | reportArgumentType
    for _header in client.blocks():  # error: attr-defined | reportGeneralTypeIssues
        pass
