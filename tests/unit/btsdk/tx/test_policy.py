"""Limits that a client keeps before it signs, on a real chain."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from btsdk import (
    AddStake,
    AsyncClient,
    Batch,
    Client,
    ForceBatch,
    Keypair,
    PolicyViolation,
    Proxied,
    RecycleRegister,
    SetCommitment,
    SigningPolicy,
    Tao,
    Transfer,
    TransferAll,
)
from btsdk.calls import balances, subtensor, utility
from btsdk.errors import AddressError, AmountError, DispatchError, TransactionRefused, UsageError
from btsdk.ops import AddProxy, AnnounceColdkeySwap, ApproveMultisig, RawCall
from btsdk.tx.policy import names_of
from btsdk.units import Alpha
from local_node import LocalChain

ALICE = Keypair.from_uri("//Alice")
BOB = Keypair.from_uri("//Bob").ss58_address
CHARLIE = Keypair.from_uri("//Charlie").ss58_address
TAO = Tao.parse("1")
Under = Callable[..., Client]


@pytest.fixture(scope="module")
def chain() -> Iterator[LocalChain]:
    with LocalChain() as chain:
        yield chain


@pytest.fixture
def under(chain: LocalChain) -> Iterator[Under]:
    """A client under a policy of these limits."""
    clients = []

    def client(**limits: Any) -> Client:
        policy = limits.pop("policy", None) or SigningPolicy(**limits)
        clients.append(Client("local", transport=chain.connect, signing_policy=policy))
        return clients[-1]

    yield client
    for one in clients:
        one.close()


def refused(client: Client, operation: Any, **options: Any) -> PolicyViolation:
    """The refusal; nothing was signed and no nonce used."""
    nonce = client.next_nonce(ALICE.ss58_address)
    with pytest.raises(PolicyViolation) as caught:
        client.execute(operation, ALICE, **options)
    assert client.next_nonce(ALICE.ss58_address) == nonce
    return caught.value


def test_calls(under: Under) -> None:
    client = under(calls=["Balances.transfer_*", "Utility.as_derivative"])
    client.execute(Transfer(BOB, TAO), ALICE)
    client.execute(Batch([Transfer(BOB, TAO), Transfer(CHARLIE, TAO)]), ALICE)
    error = refused(client, Batch([Transfer(BOB, TAO), SetCommitment(1, "text")]))
    assert (error.rule, error.reason) == (
        "calls",
        "Commitments.set_commitment is not one of its calls",
    )
    for other in (
        balances.Burn(value=TAO, keep_alive=True),
        RawCall("System", "remark", {"remark": b""}),
        Proxied(Transfer(BOB, TAO), CHARLIE, force_type="Any"),
        utility.AsDerivative(index=1, call=subtensor.StartCall(netuid=1)),
    ):
        assert refused(client, other).rule == "calls"


def test_an_amount_of_one_extrinsic(under: Under) -> None:
    client = under(max_per_call=Tao.parse("3"))
    client.execute(Transfer(BOB, Tao.parse("3")), ALICE)
    error = refused(client, Transfer(BOB, Tao.parse("3.1")))
    assert (error.rule, error.reason) == (
        "max_per_call",
        "it takes τ3.100000000 of at most τ3.000000000",
    )
    assert refused(client, Batch([Transfer(BOB, Tao.parse("1.6"))] * 2)).rule == "max_per_call"
    assert refused(client, Transfer(BOB, TAO), tip=Tao.parse("2.5")).rule == "max_per_call"
    assert refused(client, TransferAll(BOB)).rule == "max_per_call"
    assert refused(client, AddStake(ALICE.ss58_address, 1, Tao.parse("4"))).rule == "max_per_call"
    raw = RawCall("Balances", "transfer_keep_alive", {"dest": BOB, "value": 4 * 10**9})
    assert refused(client, raw).rule == "max_per_call"


def test_what_is_recycled_and_alpha_count(chain: LocalChain, under: Under) -> None:
    view = chain.client.head()
    cheap = under(max_per_call=view.registration(1).price - Tao.from_rao(1))
    assert refused(cheap, RecycleRegister(1, BOB)).rule == "max_per_call"
    assert refused(cheap, subtensor.RegisterNetwork(hotkey=BOB)).rule == "max_per_call"
    alpha = Alpha.parse("5", 1)
    gift = subtensor.TransferStake(
        destination_coldkey=BOB,
        hotkey=BOB,
        origin_netuid=1,
        destination_netuid=1,
        alpha_amount=alpha,
    )
    value = alpha.at(view.price(1))
    client = under(max_per_call=value)
    assert client.prepare(gift, ALICE).permit is not None
    assert refused(under(max_per_call=value - Tao.from_rao(2)), gift).rule == "max_per_call"
    kept = subtensor.RemoveStake(hotkey=BOB, netuid=1, amount_unstaked=Alpha.parse("1000", 1))
    assert client.prepare(kept, ALICE).permit is not None


def test_destinations(under: Under) -> None:
    client = under(destinations=[BOB])
    client.execute(Transfer(BOB, TAO), ALICE)
    client.execute(Transfer(ALICE.ss58_address, TAO), ALICE)  # its own account
    error = refused(client, Batch([Transfer(BOB, TAO), Transfer(CHARLIE, TAO)]))
    assert (error.rule, CHARLIE in error.reason) == ("destinations", True)
    move = subtensor.TransferStake(
        destination_coldkey=CHARLIE,
        hotkey=BOB,
        origin_netuid=1,
        destination_netuid=1,
        alpha_amount=Alpha.parse("1", 1),
    )
    assert refused(client, move).rule == "destinations"


def test_what_hands_the_account_over_must_be_named_in_full(under: Under) -> None:
    """Such calls have no amount, and would break any limit afterwards."""
    for limits in ({"max_per_call": TAO}, {"max_per_day": TAO}, {"destinations": [BOB]}):
        client = under(**limits)
        for other in (
            AddProxy(BOB),
            AnnounceColdkeySwap(BOB),
            ApproveMultisig(b"\0" * 32, [ALICE.ss58_address, BOB], 2),
        ):
            assert "it cannot be told what" in str(refused(client, other))
        assert "cannot be told" in str(refused(under(calls=["Proxy.*"], **limits), AddProxy(BOB)))
        assert under(calls=["Proxy.add_proxy"], **limits).prepare(AddProxy(BOB), ALICE)


def test_subnets_and_networks(under: Under) -> None:
    client = under(netuids=[2, 3])
    assert refused(client, SetCommitment(1, "text")).rule == "netuids"
    stake = Alpha.parse("1", 2)
    move = subtensor.MoveStake(
        origin_hotkey=BOB,
        destination_hotkey=BOB,
        origin_netuid=2,
        destination_netuid=1,
        alpha_amount=stake,
    )
    assert refused(client, move).reason.endswith("names subnet 1")
    client.execute(Transfer(BOB, TAO), ALICE)
    assert refused(under(networks=["finney"]), Transfer(BOB, TAO)).rule == "networks"
    under(networks=["finney", "local"]).execute(Transfer(BOB, TAO), ALICE)


def test_names_of_networks_are_those_of_the_chain() -> None:
    assert names_of("wss://any.example", "finney") == ("finney",)
    assert names_of("finney", None) == ()  # an endpoint that serves another chain under the name
    assert names_of("local", None) == ("local",)
    assert names_of("ws://own.example", None) == ("ws://own.example",)


def test_a_day(under: Under, tmp_path: Path) -> None:
    now = [1000.0]
    policy = SigningPolicy(max_per_day=Tao.parse("5"), clock=lambda: now[0])
    client = under(policy=policy)
    client.execute(Transfer(BOB, Tao.parse("3")), ALICE)
    plan = client.prepare(Transfer(BOB, Tao.parse("2")), ALICE)
    assert policy.spent == Tao.parse("3")  # what is only prepared does not count
    error = refused(client, Transfer(BOB, Tao.parse("2.1")))
    assert error.rule == "max_per_day"
    assert "τ3.000000000 of τ5.000000000 are spent" in error.reason
    plan.sign()
    client.submit(plan)
    assert policy.spent == Tao.parse("5")  # signed twice, counted once
    assert refused(client, Transfer(BOB, Tao.from_rao(10**6))).rule == "max_per_day"
    now[0] += 86_400
    client.execute(Transfer(BOB, Tao.parse("4")), ALICE)


def test_what_took_nothing_does_not_count(under: Under) -> None:
    policy = SigningPolicy(max_per_day=Tao.parse("5"))
    client = under(policy=policy)
    with pytest.raises(TransactionRefused):
        client.execute(Transfer(BOB, TAO), ALICE, nonce=0)
    poor = RawCall(
        "SubtensorModule", "add_stake", {"hotkey": BOB, "netuid": 99, "amount_staked": 10**9}
    )
    with pytest.raises(DispatchError):
        client.execute(poor, ALICE)
    assert policy.spent == Tao.zero()
    client.execute(ForceBatch([Transfer(BOB, TAO), poor]), ALICE)  # one part succeeds
    assert policy.spent == Tao.parse("2")


def test_the_fee_and_a_plan_for_elsewhere(under: Under) -> None:
    client = under(max_per_call=TAO, max_per_day=TAO)
    assert client.fee(Transfer(BOB, Tao.parse("7")), ALICE).rao > 0  # nothing is signed
    with pytest.raises(PolicyViolation):
        client.prepare(Transfer(BOB, Tao.parse("7")), ALICE.ss58_address)
    client.prepare(Transfer(BOB, TAO), ALICE.ss58_address).unsigned()
    with pytest.raises(PolicyViolation):
        client.prepare(Transfer(BOB, TAO), ALICE.ss58_address).unsigned()


def test_the_async_client_keeps_it_too(chain: LocalChain) -> None:
    async def run() -> None:
        policy = SigningPolicy(max_per_call=TAO)
        async with AsyncClient("local", transport=chain.connect, signing_policy=policy) as client:
            await client.execute(Transfer(BOB, TAO), ALICE)
            with pytest.raises(PolicyViolation):
                await client.execute(Transfer(BOB, Tao.parse("2")), ALICE)

    asyncio.run(run())


def test_limits_that_are_none() -> None:
    with pytest.raises(AmountError):
        SigningPolicy(max_per_day=5)  # type: ignore[arg-type]
    with pytest.raises(AddressError):
        SigningPolicy(destinations=["me"])
    with pytest.raises(UsageError):
        SigningPolicy(calls="Balances.*")
