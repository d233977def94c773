"""Limit orders: signed as the chain verifies them, carried out and cancelled."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

import pytest

from btsdk import Client, Keypair, PolicyViolation, SigningPolicy
from btsdk.errors import AmountError, UsageError
from btsdk.keys import Crypto, ss58
from btsdk.keys.hashing import blake2_256
from btsdk.keys.verifying import verify
from btsdk.ops import CancelLimitOrder, ExecuteLimitOrders, LimitOrder, SignedLimitOrder
from btsdk.reads.limit_orders import LimitOrderStatus
from btsdk.units import Alpha, Tao
from local_node import LocalChain
from tests.unit.btsdk.chain import METADATA, Chain, draft

ALICE = Keypair.from_uri("//Alice")
BOB = Keypair.from_uri("//Bob").ss58_address
EXPIRES = 1_900_000_000_000
BUY = LimitOrder("LimitBuy", BOB, 1, Tao.parse("2"), Tao.parse("0.5"), EXPIRES)


@pytest.fixture(scope="module")
def chain() -> Iterator[LocalChain]:
    with LocalChain() as chain:
        yield chain


class Other:
    """A signer of another scheme."""

    public_key = bytes(32)
    crypto: Crypto = "ed25519"

    def sign(self, payload: bytes) -> bytes:
        raise AssertionError("nothing is signed")


@pytest.fixture(scope="module")
def signed(chain: LocalChain) -> SignedLimitOrder:
    return chain.client.sign_order(BUY, ALICE)


def test_the_signature_is_over_the_encoded_order(signed: SignedLimitOrder) -> None:
    data = signed.encoded(METADATA)
    assert data[:1] == b"\0"  # V1
    assert data[1:33] == ALICE.public_key
    assert verify(signed.signature, data, ALICE.public_key)
    assert signed.order_id(METADATA) == blake2_256(data)
    (field,) = METADATA.call("LimitOrders", "cancel_order").fields
    version, order = METADATA.registry.decode(field.type, data)
    assert version == "V1"
    wanted = {"amount": 2 * 10**9, "limit_price": 5 * 10**8, "expiry": EXPIRES, "max_slippage": 0}
    assert {name: order[name] for name in wanted} == wanted
    assert order["fee_recipient"] == order["signer"] == ALICE.public_key
    assert order["relayer"] is None
    assert order["chain_id"] == signed.chain_id


def test_kinds_and_terms() -> None:
    alpha = Alpha.parse("3", 1)
    stop = LimitOrder("StopLoss", BOB, 1, alpha, Tao.parse("0.5"), EXPIRES)
    assert stop.max_slippage == 1
    take = LimitOrder(
        "TakeProfit",
        BOB,
        1,
        alpha,
        Tao.parse("0.5"),
        EXPIRES,
        max_slippage="2.5%",
        relayers=[ALICE],
        partial_fills=True,
        fee="1%",
        fee_recipient=BOB,
    )
    _, value = take.value(ALICE.ss58_address, 7)
    assert value["max_slippage"] == 25_000_000
    assert value["fee_rate"] == 10_000_000
    assert value["relayer"] == [ALICE.public_key]
    assert (value["amount"], value["chain_id"]) == (3 * 10**9, 7)


@pytest.mark.parametrize(
    ("change", "error"),
    [
        ({"kind": "Buy"}, UsageError),
        ({"netuid": 0}, UsageError),
        ({"amount": Alpha.parse("1", 1)}, AmountError),
        ({"kind": "StopLoss"}, AmountError),
        ({"price": Tao.zero()}, AmountError),
        ({"fee": "1%"}, UsageError),
        ({"partial_fills": True}, UsageError),
        ({"relayers": [BOB] * 11}, UsageError),
        ({"max_slippage": "101%"}, UsageError),
        ({"max_slippage": 0.1}, UsageError),
        ({"expires": 0}, UsageError),
    ],
)
def test_orders_that_make_no_sense(change: dict[str, Any], error: type[Exception]) -> None:
    given = {"kind": "LimitBuy", "hotkey": BOB, "netuid": 1, "amount": Tao.parse("2")}
    terms = {"price": Tao.parse("0.5"), "expires": EXPIRES}
    with pytest.raises(error):
        LimitOrder(**{**given, **terms, **change})


def test_as_text(signed: SignedLimitOrder) -> None:
    assert SignedLimitOrder.from_json(signed.to_json()) == signed
    odd = LimitOrder("LimitBuy", BOB, 1, Tao.parse("2"), Tao.parse("1"), EXPIRES, Fraction(1, 3))
    other = SignedLimitOrder(odd, BOB, 1, bytes(64))
    assert SignedLimitOrder.from_json(other.to_json()) == other
    for wrong in ("", "[]", "{}", signed.to_json().replace('"format": 1', '"format": 2')):
        with pytest.raises(UsageError):
            SignedLimitOrder.from_json(wrong)


def test_carrying_out(chain: LocalChain, signed: SignedLimitOrder) -> None:
    found = draft(ExecuteLimitOrders([signed]), Chain(LimitOrdersEnabled=True), BOB)
    call = METADATA.decode_call(found.call.encode(METADATA))
    assert (call.name, call.args["should_fail"]) == ("execute_orders", False)
    assert call.args["orders"][0]["signature"] == ("Sr25519", signed.signature)
    assert "buys for τ2.000000000 on subnet 1 if the price is at or below" in found.effects[0]
    assert (found.refusals, found.warnings) == ((), ())
    view = chain.client.head()
    assert view.limit_orders_enabled() is False
    plan = chain.client.prepare(ExecuteLimitOrders([signed]), ALICE)
    assert plan.preview.refusals[0].code == "LimitOrders.LimitOrdersDisabled"
    with pytest.raises(UsageError):
        ExecuteLimitOrders([])


def test_relayers_are_named_in_a_warning(signed: SignedLimitOrder) -> None:
    bound = LimitOrder("LimitBuy", BOB, 1, Tao.parse("2"), Tao.parse("1"), EXPIRES, relayers=[BOB])
    order = SignedLimitOrder(bound, BOB, 1, bytes(64))
    state = Chain(LimitOrdersEnabled=True)
    assert draft(ExecuteLimitOrders([order]), state).warnings == ("order 0 is for other relayers",)
    assert draft(ExecuteLimitOrders([order]), state, BOB).warnings == ()


def test_cancelling(chain: LocalChain, signed: SignedLimitOrder) -> None:
    found = draft(CancelLimitOrder(signed))
    assert METADATA.decode_call(found.call.encode(METADATA)).name == "cancel_order"
    assert found.refusals == ()
    other = draft(CancelLimitOrder(signed), origin=BOB)
    assert other.refusals[0].code == "LimitOrders.Unauthorized"
    done = draft(CancelLimitOrder(signed), Chain(Orders=("PartiallyFilled", 5)))
    assert done.refusals[0].reason == "the order is partly filled already"
    order_id = signed.order_id(METADATA)
    assert chain.client.head().order_status(order_id) is None
    assert chain.client.head().order_status("0x" + order_id.hex()) is None
    assert LimitOrderStatus("Cancelled").words == "cancelled"


def test_only_sr25519_and_only_what_the_policy_permits(chain: LocalChain) -> None:
    with pytest.raises(UsageError, match="sr25519"):
        chain.client.sign_order(BUY, Other())
    for calls, allowed in ((["*"], False), (["LimitOrders.execute_orders"], True)):
        policy = SigningPolicy(calls=calls)
        with Client("local", transport=chain.connect, signing_policy=policy) as client:
            if allowed:
                assert ss58.decode(client.sign_order(BUY, ALICE).signer) == ALICE.public_key
            else:
                with pytest.raises(PolicyViolation):
                    client.sign_order(BUY, ALICE)
