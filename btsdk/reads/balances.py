"""Balances of accounts: `System.Account`, with what of it may move."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from btsdk.constants import balances as constants
from btsdk.keys import ss58
from btsdk.rpc.effects import Program, RpcCall, ask
from btsdk.state.block_context import BlockContext
from btsdk.state.query import constant, storage, storage_many
from btsdk.storage.system import Account
from btsdk.units import Tao

if TYPE_CHECKING:
    from btsdk.descriptors import values as v


@dataclass(frozen=True)
class Balance:
    """TAO of one account. `free` includes what is frozen; `reserved` lies beside it."""

    free: Tao
    reserved: Tao
    frozen: Tao

    @property
    def transferable(self) -> Tao:
        """What may leave: free, less what is frozen beyond what is reserved anyway.

        An account that shall live on also keeps the existential deposit.
        """
        held = max(self.frozen.rao - self.reserved.rao, 0)
        return Tao.from_rao(max(self.free.rao - held, 0))

    @property
    def total(self) -> Tao:
        """Free and reserved."""
        return self.free + self.reserved


def balance(at: BlockContext, address: str) -> Program[Balance]:
    """The balance of one account; zeros where it does not exist."""
    return _balance((yield from storage(at, Account, ss58.decode(address))))


def balances(at: BlockContext, addresses: Iterable[str]) -> Program[dict[str, Balance]]:
    """Several balances in one call, by address."""
    names = list(addresses)
    infos = yield from storage_many(at, [(Account, (ss58.decode(name),)) for name in names])
    return {name: _balance(info) for name, info in zip(names, infos, strict=True)}


def nonce(at: BlockContext, address: str) -> Program[int]:
    """How many transactions of the account are in blocks up to this one."""
    info = yield from storage(at, Account, ss58.decode(address))
    return int(info["nonce"])


def next_nonce(address: str) -> Program[int]:
    """The nonce that the next transaction needs, those waiting in the pool counted."""
    return int((yield from ask(RpcCall("system_accountNextIndex", (address,)))))


def existential_deposit(at: BlockContext) -> Tao:
    """Below this much an account is removed."""
    return Tao.from_rao(constant(at, constants.ExistentialDeposit))


def _balance(info: v.AccountInfo) -> Balance:
    data = info["data"]
    return Balance(
        Tao.from_rao(data["free"]), Tao.from_rao(data["reserved"]), Tao.from_rao(data["frozen"])
    )
