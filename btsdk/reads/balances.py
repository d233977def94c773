"""Balances and nonces of accounts (`System.Account`)."""

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
    """TAO of one account. `free` includes the frozen amount; `reserved` is separate."""

    free: Tao
    reserved: Tao
    frozen: Tao

    @property
    def transferable(self) -> Tao:
        """The transferable amount: free, less the part of frozen that exceeds reserved.

        To stay alive, an account must also keep the existential deposit.
        """
        held = max(self.frozen.rao - self.reserved.rao, 0)
        return Tao.from_rao(max(self.free.rao - held, 0))

    @property
    def total(self) -> Tao:
        """Free plus reserved."""
        return self.free + self.reserved


def balance(at: BlockContext, address: str) -> Program[Balance]:
    """The balance of one account; zeros if it does not exist."""
    return _balance((yield from storage(at, Account, ss58.decode(address))))


def balances(at: BlockContext, addresses: Iterable[str]) -> Program[dict[str, Balance]]:
    """The balances of several accounts by address, in one call."""
    names = list(addresses)
    infos = yield from storage_many(at, [(Account, (ss58.decode(name),)) for name in names])
    return {name: _balance(info) for name, info in zip(names, infos, strict=True)}


def nonce(at: BlockContext, address: str) -> Program[int]:
    """The number of transactions that the account has sent up to this block."""
    info = yield from storage(at, Account, ss58.decode(address))
    return int(info["nonce"])


def next_nonce(address: str) -> Program[int]:
    """The nonce of the account's next transaction, the pool included."""
    return int((yield from ask(RpcCall("system_accountNextIndex", (address,)))))


def existential_deposit(at: BlockContext) -> Tao:
    """The existential deposit: the least balance of an account that exists."""
    return Tao.from_rao(constant(at, constants.ExistentialDeposit))


def _balance(info: v.AccountInfo) -> Balance:
    data = info["data"]
    return Balance(
        Tao.from_rao(data["free"]), Tao.from_rao(data["reserved"]), Tao.from_rao(data["frozen"])
    )
