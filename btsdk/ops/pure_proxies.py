"""Accounts without a key, for which only their proxies act."""

from __future__ import annotations

from dataclasses import dataclass

from btsdk.calls import proxy as calls
from btsdk.descriptors.inputs import Account
from btsdk.descriptors.values import ProxyType
from btsdk.events import proxy as events
from btsdk.integers import settle
from btsdk.keys import ss58
from btsdk.ops.checks import deposit_refusals, settle_account
from btsdk.ops.derived import U16_MAX, U32_MAX, pure_proxy_address
from btsdk.reads.accounts import address_of
from btsdk.reads.proxies import proxies, proxy_constants, proxy_type_of
from btsdk.rpc.effects import Program
from btsdk.state.block_context import BlockContext
from btsdk.tx.operation import Draft, Refusal
from btsdk.tx.outcome import expected
from btsdk.tx.receipt import Receipt

__all__ = ["CreatePureProxy", "KillPureProxy", "PureProxy"]


@dataclass(frozen=True)
class PureProxy:
    """A pure proxy account, with everything that its removal must name."""

    address: str
    spawner: str
    proxy_type: str
    index: int
    height: int
    ext_index: int

    @classmethod
    def created(cls, receipt: Receipt) -> tuple[PureProxy, ...]:
        """The accounts that were made by an extrinsic, a batch or a proxy's call included."""
        return tuple(
            cls(
                event.pure,
                event.who,
                event.proxy_type,
                event.disambiguation_index,
                receipt.block_number,
                receipt.index,
            )
            for event in receipt.find(events.PureCreated)
        )

    def kill(self) -> KillPureProxy:
        """The operation that removes the account, for `Proxied(…, real=address)`."""
        return KillPureProxy(self.spawner, self.proxy_type, self.index, self.height, self.ext_index)


@dataclass(frozen=True)
class CreatePureProxy:
    """Make a new account without a key; the signer is its only proxy.

    `PureProxy.created(receipt)` gives its address. `index` tells several accounts of one extrinsic
    apart.
    """

    proxy_type: ProxyType = "Any"
    delay: int = 0
    index: int = 0

    def __post_init__(self) -> None:
        proxy_type_of(self.proxy_type)
        settle(self, "delay", 0, U32_MAX)
        settle(self, "index", 0, U16_MAX)

    def draft(self, at: BlockContext, origin: str) -> Program[Draft]:
        """`create_pure`."""
        limits = yield from proxy_constants(at)
        deposit = limits.deposit(1)
        refusals = yield from deposit_refusals(at, origin, deposit)
        effects = (
            f"a new account is made, and {origin} is its proxy of type {self.proxy_type}",
            f"{deposit:,} is reserved as the deposit; the receipt has the address",
        )
        warnings: tuple[str, ...] = ()
        if self.proxy_type != "Any":
            warnings = (
                f"only a proxy of type Any can remove the account: {self.proxy_type} never can",
            )
        expects = (
            expected(
                events.PureCreated,
                who=ss58.decode(origin),
                proxy_type=self.proxy_type,
                disambiguation_index=self.index,
            ),
        )
        call = calls.CreatePure(proxy_type=self.proxy_type, delay=self.delay, index=self.index)
        return Draft(call, effects, warnings, expects=expects, refusals=refusals)


@dataclass(frozen=True)
class KillPureProxy:
    """Remove a pure proxy account; what it holds is lost.

    Signed by the account itself: `Proxied(KillPureProxy(…), real=address)`. The fields name its
    creation: the signer, the arguments, the block and the number of the extrinsic in it
    (`PureProxy.created(receipt)` has them).
    """

    spawner: Account
    proxy_type: str = "Any"
    index: int = 0
    height: int = 0
    ext_index: int = 0

    def __post_init__(self) -> None:
        settle_account(self, "spawner")
        proxy_type_of(self.proxy_type)
        settle(self, "index", 0, U16_MAX)
        settle(self, "height", 0, U32_MAX)
        settle(self, "ext_index", 0, U32_MAX)

    @property
    def address(self) -> str:
        """The address of the account."""
        return pure_proxy_address(
            self.spawner, self.proxy_type, self.index, self.height, self.ext_index
        )

    def draft(self, at: BlockContext, origin: str) -> Program[Draft]:
        """`kill_pure`."""
        spawner = address_of(self.spawner, "spawner")
        held = yield from proxies(at, origin)
        refusals: tuple[Refusal, ...] = ()
        if origin != self.address:
            reason = f"these arguments name the account {self.address}, which must sign this"
            refusals = (Refusal("Proxy.NoPermission", reason),)
        effects = (
            f"the account {self.address} is removed: nobody can act for it again",
            f"{spawner} gets the deposit of {held.deposit:,} back",
        )
        warnings = ("all TAO and stake of the account are lost: move them away first",)
        expects = (
            expected(events.PureKilled, pure=ss58.decode(origin), spawner=ss58.decode(spawner)),
        )
        call = calls.KillPure(
            spawner=spawner,
            proxy_type=self.proxy_type,  # type: ignore[arg-type]  # a name of `ProxyType`
            index=self.index,
            height=self.height,
            ext_index=self.ext_index,
        )
        return Draft(call, effects, warnings, expects=expects, refusals=refusals)
