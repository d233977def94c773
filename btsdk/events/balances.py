"""The events of Balances.

Written by `chain_spec.codegen`: change the declarations instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from btsdk.descriptors.records import TypedEvent

if TYPE_CHECKING:
    from btsdk.descriptors import values as v
    from btsdk.units import Tao


class Endowed(TypedEvent, pallet="Balances", name="Endowed", shape="892bdb514e1a3707"):
    account: str
    free_balance: Tao


class DustLost(TypedEvent, pallet="Balances", name="DustLost", shape="d55b50c3afd558e2"):
    account: str
    amount: Tao


class Transfer(TypedEvent, pallet="Balances", name="Transfer", shape="66a9d5f90e1fc697"):
    from_: str
    to: str
    amount: Tao


class BalanceSet(TypedEvent, pallet="Balances", name="BalanceSet", shape="84eca187f058e41e"):
    who: str
    free: Tao


class Reserved(TypedEvent, pallet="Balances", name="Reserved", shape="0ca2294fa120e6e9"):
    who: str
    amount: Tao


class Unreserved(TypedEvent, pallet="Balances", name="Unreserved", shape="0ca2294fa120e6e9"):
    who: str
    amount: Tao


class ReserveRepatriated(
    TypedEvent, pallet="Balances", name="ReserveRepatriated", shape="677500133c392eee"
):
    from_: str
    to: str
    amount: Tao
    destination_status: v.BalanceStatus


class Deposit(TypedEvent, pallet="Balances", name="Deposit", shape="0ca2294fa120e6e9"):
    who: str
    amount: Tao


class Withdraw(TypedEvent, pallet="Balances", name="Withdraw", shape="0ca2294fa120e6e9"):
    who: str
    amount: Tao


class Slashed(TypedEvent, pallet="Balances", name="Slashed", shape="0ca2294fa120e6e9"):
    who: str
    amount: Tao


class Minted(TypedEvent, pallet="Balances", name="Minted", shape="0ca2294fa120e6e9"):
    who: str
    amount: Tao


class Burned(TypedEvent, pallet="Balances", name="Burned", shape="0ca2294fa120e6e9"):
    who: str
    amount: Tao


class Suspended(TypedEvent, pallet="Balances", name="Suspended", shape="0ca2294fa120e6e9"):
    who: str
    amount: Tao


class Restored(TypedEvent, pallet="Balances", name="Restored", shape="0ca2294fa120e6e9"):
    who: str
    amount: Tao


class Upgraded(TypedEvent, pallet="Balances", name="Upgraded", shape="cfd772437a3291ab"):
    who: str


class Issued(TypedEvent, pallet="Balances", name="Issued", shape="b4a72b28cd2b9472"):
    amount: Tao


class Rescinded(TypedEvent, pallet="Balances", name="Rescinded", shape="b4a72b28cd2b9472"):
    amount: Tao


class Locked(TypedEvent, pallet="Balances", name="Locked", shape="0ca2294fa120e6e9"):
    who: str
    amount: Tao


class Unlocked(TypedEvent, pallet="Balances", name="Unlocked", shape="0ca2294fa120e6e9"):
    who: str
    amount: Tao


class Frozen(TypedEvent, pallet="Balances", name="Frozen", shape="0ca2294fa120e6e9"):
    who: str
    amount: Tao


class Thawed(TypedEvent, pallet="Balances", name="Thawed", shape="0ca2294fa120e6e9"):
    who: str
    amount: Tao


class TotalIssuanceForced(
    TypedEvent, pallet="Balances", name="TotalIssuanceForced", shape="fe962b2c8e4141ea"
):
    old: Tao
    new: Tao
