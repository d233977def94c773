"""Limit orders: signed off the chain, and carried out by others when the price is right.

Rules of `pallet-limit-orders` at spec version 425: the signature is sr25519, over the encoded
`VersionedOrder`, whose blake2-256 hash is the order's id; an order is for one EVM chain id.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Literal, get_args

from btsdk.calls import limit_orders as calls
from btsdk.descriptors.inputs import Account
from btsdk.errors import UsageError
from btsdk.events.limit_orders import OrderCancelled
from btsdk.integers import NETUID_MAX, settle
from btsdk.keys import Signer, ss58
from btsdk.keys.hashing import blake2_256
from btsdk.metadata import Metadata
from btsdk.ops.checks import ROOT, check_alpha, check_tao, settle_account
from btsdk.ops.shares import Share, parts_of, share_of
from btsdk.reads.accounts import address_of
from btsdk.reads.limit_orders import limit_orders_enabled, order_status
from btsdk.rpc.effects import Program
from btsdk.state.block_context import BlockContext
from btsdk.state.query import storage
from btsdk.storage.evm_chain_id import ChainId
from btsdk.tx.operation import Draft, Refusal
from btsdk.tx.outcome import expected
from btsdk.units import Alpha, Tao

__all__ = ["CancelLimitOrder", "ExecuteLimitOrders", "LimitOrder", "SignedLimitOrder"]

OrderKind = Literal["LimitBuy", "TakeProfit", "StopLoss"]
_BILLION = 1_000_000_000
_MOST_RELAYERS, _MOST_ORDERS = 10, 100
_FORMAT = 1


@dataclass(frozen=True)
class LimitOrder:
    """An order to trade once the price of a subnet's alpha (TAO for one alpha) is right.

    `LimitBuy` buys for an amount of TAO at or below `price`, `TakeProfit` sells alpha at or above,
    `StopLoss` sells at or below. `expires` is a time in milliseconds since 1970. The trade itself
    may be worse than `price` by `max_slippage`, a share of it: by default nothing for `LimitBuy`
    and `TakeProfit`, anything for `StopLoss`. `fee` is a share of the TAO, for `fee_recipient`.
    Only `relayers` may carry it out, by default anybody; `partial_fills` needs them.
    """

    kind: OrderKind
    hotkey: Account
    netuid: int
    amount: Tao | Alpha
    price: Tao
    expires: int
    max_slippage: Share | None = None
    relayers: Sequence[Account] = ()
    partial_fills: bool = False
    fee: Share = Fraction(0)
    fee_recipient: Account | None = None

    def __post_init__(self) -> None:
        if self.kind not in get_args(OrderKind):
            raise UsageError(f"{self.kind!r} is none of {', '.join(get_args(OrderKind))}")
        settle_account(self, "hotkey")
        settle(self, "netuid", ROOT + 1, NETUID_MAX)
        settle(self, "expires", 1, (1 << 64) - 1)
        check_tao(self.price, "the price")
        if self.kind == "LimitBuy":
            check_tao(self.amount)
        else:
            check_alpha(self.amount, self.netuid)
        self._settle_terms()

    def _settle_terms(self) -> None:
        given = self.max_slippage
        if given is None:
            given = Fraction(1 if self.kind == "StopLoss" else 0)
        object.__setattr__(self, "max_slippage", share_of(given, "max_slippage"))
        object.__setattr__(self, "fee", share_of(self.fee, "the fee"))
        if self.fee_recipient is not None:
            settle_account(self, "fee_recipient")
        elif self.fee:
            raise UsageError("a fee needs a fee_recipient")
        if isinstance(self.relayers, (str, bytes)) or len(self.relayers) > _MOST_RELAYERS:
            raise UsageError(f"relayers are a list of at most {_MOST_RELAYERS} accounts")
        if self.partial_fills and not self.relayers:
            raise UsageError("an order that is filled in parts must name its relayers")
        named = tuple(address_of(one, "a relayer") for one in self.relayers)
        object.__setattr__(self, "relayers", named)

    def value(self, signer: str, chain_id: int) -> tuple[str, dict[str, Any]]:
        """The order in the codec's shape."""
        account = ss58.decode(signer)
        recipient = account if self.fee_recipient is None else _account(self.fee_recipient)
        slippage, fee = Fraction(self.max_slippage or 0), Fraction(self.fee)
        return "V1", {
            "signer": account,
            "hotkey": _account(self.hotkey),
            "netuid": self.netuid,
            "order_type": self.kind,
            "amount": self.amount.rao,
            "limit_price": self.price.rao,
            "expiry": self.expires,
            "fee_rate": parts_of(fee, _BILLION),
            "fee_recipient": recipient,
            "relayer": [_account(one) for one in self.relayers] or None,
            "max_slippage": parts_of(slippage, _BILLION),
            "chain_id": chain_id,
            "partial_fills_enabled": self.partial_fills,
        }


@dataclass(frozen=True)
class SignedLimitOrder:
    """An order with the signature of the coldkey that trades, to be given to a relayer."""

    order: LimitOrder
    signer: str
    chain_id: int
    signature: bytes

    def encoded(self, metadata: Metadata) -> bytes:
        """The bytes that are signed."""
        return _encoded(metadata, self.order, self.signer, self.chain_id)

    def order_id(self, metadata: Metadata) -> bytes:
        """The id under which the chain keeps its state: 32 bytes."""
        return blake2_256(self.encoded(metadata))

    def value(self, partial_fill: int | None = None) -> dict[str, Any]:
        """The order as `execute_orders` takes it."""
        order = self.order.value(self.signer, self.chain_id)
        signature = ("Sr25519", self.signature)
        return {"order": order, "signature": signature, "partial_fill": partial_fill}

    def to_json(self) -> str:
        """The order as text; it holds no secret, but whoever has it may have it carried out."""
        order = self.order
        fields = {
            "format": _FORMAT,
            "signer": self.signer,
            "chain_id": self.chain_id,
            "signature": "0x" + self.signature.hex(),
            "kind": order.kind,
            "hotkey": str(order.hotkey),
            "netuid": order.netuid,
            "amount_rao": order.amount.rao,
            "price_rao": order.price.rao,
            "expires": order.expires,
            "max_slippage": str(order.max_slippage),
            "relayers": list(order.relayers),
            "partial_fills": order.partial_fills,
            "fee": str(order.fee),
            "fee_recipient": order.fee_recipient,
        }
        return json.dumps(fields, indent=2)

    @classmethod
    def from_json(cls, text: str) -> SignedLimitOrder:
        """The order of a text of `to_json`; raises `UsageError`."""
        try:
            found = json.loads(text)
            if found["format"] != _FORMAT:
                raise UsageError(f"a limit order of format {found['format']}, not {_FORMAT}")
            netuid, rao = found["netuid"], found["amount_rao"]
            is_buy = found["kind"] == "LimitBuy"
            order = LimitOrder(
                found["kind"],
                found["hotkey"],
                netuid,
                Tao.from_rao(rao) if is_buy else Alpha.from_rao(rao, netuid),
                Tao.from_rao(found["price_rao"]),
                found["expires"],
                Fraction(found["max_slippage"]),
                found["relayers"],
                found["partial_fills"],
                Fraction(found["fee"]),
                found["fee_recipient"],
            )
            signature = bytes.fromhex(found["signature"].removeprefix("0x"))
            ss58.decode(found["signer"])
            return cls(order, found["signer"], int(found["chain_id"]), signature)
        except (AttributeError, KeyError, TypeError, ValueError) as error:
            if isinstance(error, UsageError):
                raise
            raise UsageError(f"not a signed limit order: {error}") from error


def sign_order(at: BlockContext, order: LimitOrder, signer: Signer) -> Program[SignedLimitOrder]:
    """Sign an order for this chain. The chain accepts sr25519 alone."""
    if signer.crypto != "sr25519":
        raise UsageError(f"limit orders are signed with sr25519, not {signer.crypto}")
    chain_id = yield from storage(at, ChainId)
    address = ss58.encode(signer.public_key)
    signature = signer.sign(_encoded(at.metadata, order, address, chain_id))
    return SignedLimitOrder(order, address, chain_id, signature)


@dataclass(frozen=True)
class ExecuteLimitOrders:
    """Carry out signed orders, as their relayer. One that the chain refuses is skipped, or with
    `all_or_nothing` undoes all of them."""

    orders: Sequence[SignedLimitOrder]
    all_or_nothing: bool = False

    def __post_init__(self) -> None:
        object.__setattr__(self, "orders", tuple(self.orders))
        if not 0 < len(self.orders) <= _MOST_ORDERS:
            raise UsageError(f"1 to {_MOST_ORDERS} orders are carried out, not {len(self.orders)}")

    def draft(self, at: BlockContext, origin: str) -> Program[Draft]:
        """`execute_orders`."""
        refusals: tuple[Refusal, ...] = ()
        if not (yield from limit_orders_enabled(at)):
            reason = "limit orders are switched off on this chain"
            refusals = (Refusal("LimitOrders.LimitOrdersDisabled", reason),)
        values: list[Any] = [signed.value() for signed in self.orders]
        call = calls.ExecuteOrders(orders=values, should_fail=self.all_or_nothing)
        effects = [_effect(signed) for signed in self.orders]
        warnings = [
            f"order {number} is for other relayers"
            for number, signed in enumerate(self.orders)
            if signed.order.relayers and origin not in signed.order.relayers
        ]
        return Draft(call, tuple(effects), tuple(warnings), refusals=refusals)


@dataclass(frozen=True)
class CancelLimitOrder:
    """Cancel an own order: nobody can carry it out any more."""

    order: SignedLimitOrder

    def draft(self, at: BlockContext, origin: str) -> Program[Draft]:
        """`cancel_order`."""
        signed = self.order
        order_id = signed.order_id(at.metadata)
        status = yield from order_status(at, order_id)
        refusals: tuple[Refusal, ...] = ()
        if origin != signed.signer:
            reason = f"the order is of {signed.signer}"
            refusals = (Refusal("LimitOrders.Unauthorized", reason),)
        elif status is not None:
            reason = f"the order is {status.words} already"
            refusals = (Refusal("LimitOrders.OrderAlreadyProcessed", reason),)
        value = signed.order.value(signed.signer, signed.chain_id)
        effects = (f"the order 0x{order_id.hex()} is cancelled", f"it was: {_effect(signed)}")
        done = expected(OrderCancelled, order_id=order_id, signer=ss58.decode(origin))
        return Draft(calls.CancelOrder(order=value), effects, expects=(done,), refusals=refusals)


def _effect(signed: SignedLimitOrder) -> str:
    order = signed.order
    verb = "buys for" if order.kind == "LimitBuy" else "sells"
    side = "above" if order.kind == "TakeProfit" else "below"
    return (
        f"{signed.signer} {verb} {order.amount:,} on subnet {order.netuid} if the price is at or "
        f"{side} {order.price:,}"
    )


def _encoded(metadata: Metadata, order: LimitOrder, signer: str, chain_id: int) -> bytes:
    (field,) = metadata.call("LimitOrders", "cancel_order").fields
    return metadata.registry.encode(field.type, order.value(signer, chain_id))


def _account(account: Account) -> bytes:
    return ss58.decode(address_of(account))
