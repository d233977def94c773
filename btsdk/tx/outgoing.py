"""How much a call takes out of the account that signs it, and where it goes.

Stake that stays the account's own, under whatever hotkey, is not outgoing. Alpha that leaves the
account counts at the price of its subnet. A call whose amount is not in its arguments, or that
hands the account or its later calls to somebody else, has no known amount.
"""

from __future__ import annotations

from typing import NamedTuple

from btsdk.apis import subnet_registration, swap
from btsdk.descriptors.inputs import account_of
from btsdk.descriptors.outputs import money_of
from btsdk.keys import ss58
from btsdk.metadata import Metadata
from btsdk.metadata.model import Call
from btsdk.rpc.effects import Program
from btsdk.state.block_context import BlockContext
from btsdk.state.query import call_api, storage
from btsdk.storage import subtensor
from btsdk.storage.system import Account
from btsdk.units import RAO

_TAO = {
    "Balances.transfer_allow_death": "value",
    "Balances.transfer_keep_alive": "value",
    "Balances.burn": "value",
    "SubtensorModule.add_stake": "amount_staked",
    "SubtensorModule.add_stake_limit": "amount_staked",
    "SubtensorModule.add_stake_burn": "amount",
    "SubtensorModule.stake_into_basket": "amount_staked",
    "SubtensorModule.register_limit": "limit_price",
    "Crowdloan.create": "deposit",
    "Crowdloan.contribute": "amount",
}
"""The argument that is the TAO that leaves the free balance, at most."""

_ALPHA = {
    "SubtensorModule.transfer_stake": ("alpha_amount", "origin_netuid"),
    "SubtensorModule.transfer_stake_and_hotkey": ("alpha_amount", "origin_netuid"),
    "SubtensorModule.recycle_alpha": ("amount", "netuid"),
    "SubtensorModule.burn_alpha": ("amount", "netuid"),
}
"""The argument that is the alpha that leaves the account, and that of its subnet."""

_KEPT = frozenset(
    f"SubtensorModule.{name}"
    for name in (
        "remove_stake",
        "remove_stake_limit",
        "remove_stake_full_limit",
        "move_stake",
        "move_stake_limit",
        "swap_stake",
        "swap_stake_limit",
        "lock_stake",
        "add_collateral",
        "set_min_collateral",
        "swap_basket",
    )
) | {
    "Crowdloan.update_min_contribution",
    "Crowdloan.update_cap",
    "Crowdloan.set_max_contribution",
}
"""Calls with amounts that stay the account's own, or are limits."""

_HANDS_OVER = frozenset(
    {
        "SubtensorModule.announce_coldkey_swap",
        "SubtensorModule.swap_coldkey",
        "SubtensorModule.swap_coldkey_announced",
        "SubtensorModule.schedule_swap_coldkey",
        "SubtensorModule.register_leased_network",
        "Proxy.add_proxy",
        "Proxy.announce",
        "Multisig.approve_as_multi",
        "MevShield.submit_encrypted",
        "MevShield.store_encrypted",
    }
)
"""Calls that give others power over the account, or whose content is hidden."""

_FOREIGN = frozenset({"Contracts", "EVM", "Ethereum", "Preimage", "Scheduler", "Sudo"})
"""Pallets whose calls run code of others, or calls that are not in their arguments."""

_NETWORKS = frozenset(
    {"SubtensorModule.register_network", "SubtensorModule.register_network_with_identity"}
)
_RECIPIENTS = ("dest", "destination_coldkey", "new_coldkey", "target_address")
_ALL = (1 << 64) - 1
"""As an amount of alpha it means all there is, since spec version 469."""


class Outgoing(NamedTuple):
    """What one call takes: rao of TAO at most, None if that is not known; the accounts that get
    it, and the subnets that the call names."""

    rao: int | None
    recipients: tuple[str, ...]
    netuids: tuple[int, ...]


def outgoing(at: BlockContext, call: Call, origin: str) -> Program[Outgoing]:
    """What a call takes from the account that signs it, without the calls in its arguments."""
    rao = yield from _amount(at, call, origin)
    return Outgoing(rao, _recipients(call), tuple(_netuids(call)))


def _amount(at: BlockContext, call: Call, origin: str) -> Program[int | None]:
    name = f"{call.pallet}.{call.name}"
    if name in _TAO:
        return int(call.args[_TAO[name]])
    if name in _ALPHA:
        amount, netuid = (int(call.args[part]) for part in _ALPHA[name])
        return None if amount == _ALL else (yield from _value(at, amount, netuid))
    if name == "Balances.transfer_all":
        return int((yield from storage(at, Account, account_of(origin)))["data"]["free"])
    if name == "SubtensorModule.burned_register":
        return (yield from storage(at, subtensor.Burn, int(call.args["netuid"])))
    if name in _NETWORKS:
        return (yield from call_api(at, subnet_registration.get_network_registration_cost))
    known = name in _KEPT or not _names_money(at.metadata, call)
    return 0 if known and name not in _HANDS_OVER and call.pallet not in _FOREIGN else None


def _value(at: BlockContext, alpha: int, netuid: int) -> Program[int]:
    if netuid == 0:
        return alpha
    price = yield from call_api(at, swap.current_alpha_price, netuid)
    return -(-alpha * price // RAO)


def _names_money(metadata: Metadata, call: Call) -> bool:
    fields = metadata.call(call.pallet, call.name).fields
    return any(money_of(field.type_name) is not None for field in fields)


def _recipients(call: Call) -> tuple[str, ...]:
    names = (*_RECIPIENTS, "delegate") if call.name == "add_proxy" else _RECIPIENTS
    values = [call.args[name] for name in names if call.args.get(name) is not None]
    return tuple(_address(value) for value in values)


def _address(value: object) -> str:
    match value:
        case ("Id", bytes(account)):
            return ss58.encode(account)
        case bytes() as account if len(account) == 32:
            return ss58.encode(account)
    return str(value)


def _netuids(call: Call) -> list[int]:
    found: list[int] = []
    for name, value in call.args.items():
        if name == "legs":
            found += [int(netuid) for leg in value for netuid in leg[:2]]
        elif "netuid" in name or name == "subnets":
            found += [int(one) for one in (value if isinstance(value, (list, tuple)) else (value,))]
    return found
