"""NumPy's integers are integers, everywhere; what is none is refused by name."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from btsdk import Client
from btsdk.calls.subtensor import SetWeights as SetWeightsCall
from btsdk.client import View
from btsdk.errors import BtError, EncodeError, UnitMismatch, UsageError
from btsdk.extrinsic import Era
from btsdk.integers import index, whole
from btsdk.keys import Keypair, ss58
from btsdk.ops import (
    AddStake,
    CommitTimelockedWeights,
    CommitWeights,
    Faucet,
    PowRegister,
    RawCall,
    RecycleRegister,
    RemoveStake,
    ServeAxon,
    SetHyperparameter,
    SetMechanismEmissionSplit,
    SetTempo,
    SetWeights,
    StartSubnet,
    SwapHotkey,
    Transfer,
)
from btsdk.pow.seal import ClassicForm, DomainSeparatedForm
from btsdk.pow.solver import Solver
from btsdk.scale.declare import Declaration
from btsdk.scale.primitives import compact_encode
from btsdk.storage.subtensor import Tempo, Uids
from btsdk.timelock.encryption import round_message
from btsdk.units import Alpha, Tao
from local_node import LocalChain

ALICE, BOB = Keypair.from_uri("//Alice"), Keypair.from_uri("//Bob").ss58_address
TAO = Tao.from_rao(10**9)
KINDS = (np.int8, np.uint8, np.int16, np.uint16, np.int32, np.uint32, np.int64, np.uint64, np.intp)
NONE = (1.0, "1", Decimal(1), None, True, np.float64(1), np.bool_(True), b"1", [1])


@pytest.fixture(scope="module")
def client() -> Iterator[Client]:
    with LocalChain() as chain:
        yield chain.client


@pytest.fixture
def head(client: Client) -> View:
    return client.head()


@given(st.sampled_from(KINDS), st.integers(0, 127))
def test_every_kind_stands_for_its_integer(kind: Any, number: int) -> None:
    found = whole(kind(number), "number")
    assert type(found) is int
    assert found == number
    assert compact_encode(kind(number)) == compact_encode(number)
    assert Tao.from_rao(kind(number)) == Tao.from_rao(number)
    assert type(Tao.from_rao(kind(number)).rao) is int


@pytest.mark.parametrize("value", NONE)
def test_what_is_no_integer(value: object) -> None:
    assert index(value) is None
    with pytest.raises(UsageError, match="netuid must be a whole number from 0 to 9, not"):
        whole(value, "netuid", 0, 9)


def test_bounds() -> None:
    for value in (-1, 10, np.int64(-1), np.uint8(10)):
        with pytest.raises(UsageError, match="netuid must be a whole number from 0 to 9, not"):
            whole(value, "netuid", 0, 9)


@given(st.integers(0, 2**64 - 1))
def test_compact_and_fixed_integers(number: int) -> None:
    declared = Declaration()
    types = {name: declared.primitive(name) for name in ("u64", "u128")}
    types["compact"] = declared.compact("u64")
    types["list"] = declared.sequence(types["u64"])
    registry = declared.registry()
    big = np.uint64(number)
    for name in ("u64", "u128", "compact"):
        codec = registry.codec(types[name])
        assert codec.encode(big) == codec.encode(number)
    codec = registry.codec(types["list"])
    assert codec.encode(np.array([number, 1], dtype=np.uint64)) == codec.encode([number, 1])
    assert codec.encode([big, 1]) == codec.encode((number, 1))
    for wrong in (np.array([1.0]), np.array(1), np.array([[1]])):
        with pytest.raises(UsageError):
            codec.encode(wrong)


def test_amounts() -> None:
    two, one = np.int64(2), np.uint16(1)
    assert Alpha.from_rao(two, one) == Alpha.from_rao(2, 1)
    assert type(Alpha.from_rao(two, one).netuid) is int
    assert repr(Alpha.parse("1", one)) == repr(Alpha.parse("1", 1))
    assert TAO * two == two * TAO == TAO * 2
    assert TAO // two == TAO // 2
    assert TAO.decimal(two) == TAO.decimal(2)
    for wrong in NONE:
        with pytest.raises(UsageError, match="rao"):
            Tao.from_rao(wrong)  # type: ignore[arg-type]
        with pytest.raises(UsageError, match="netuid"):
            Alpha.from_rao(1, wrong)  # type: ignore[arg-type]
        with pytest.raises(UnitMismatch):
            TAO * wrong  # type: ignore[operator]


def test_eras_prefixes_rounds_and_words() -> None:
    assert Era.mortal(np.int64(64), np.uint32(10)) == Era.mortal(64, 10)
    era = Era(np.int64(64), np.int64(10))
    assert (era, era.encode()) == (Era(64, 10), Era(64, 10).encode())
    assert (era.birth(np.int64(80)), era.death(np.int64(80))) == (era.birth(80), era.death(80))
    assert ss58.encode(bytes(32), np.uint16(7)) == ss58.encode(bytes(32), 7)
    assert round_message(np.int64(5)) == round_message(5)
    assert Keypair.generate(np.int64(12)).public_key
    for call in (lambda: Era.mortal(64.0, 1), lambda: round_message("5"), lambda: Era("64")):  # type: ignore[arg-type]
        with pytest.raises(UsageError, match="whole number"):
            call()


def test_searches() -> None:
    form = ClassicForm(bytes(32))
    solver = Solver(form, np.int64(3), start=np.uint64(7))
    solver.update(np.int64(4), bytes(32))
    found = solver.run()
    assert type(found.nonce) is type(found.block_number) is int
    again = DomainSeparatedForm(np.uint16(1), bytes(32), bytes(32)).puzzle(bytes(32))
    assert again == DomainSeparatedForm(1, bytes(32), bytes(32)).puzzle(bytes(32))
    assert again.seal(np.int64(9)) == again.seal(9)
    with pytest.raises(UsageError, match="difficulty must be a whole number of at least 1"):
        Solver(form, 1.5)  # type: ignore[arg-type]


ONE, ZERO = np.uint16(1), np.int64(0)
READS: dict[str, tuple[Callable[[View, Any], object], object]] = {
    "subnet": (lambda v, n: v.subnet(n), 1),
    "exists": (lambda v, n: v.subnet_exists(n), 1),
    "hyperparameters": (lambda v, n: v.hyperparameters(n), 1),
    "hyperparameter_bounds": (lambda v, n: v.hyperparameter_bounds(n), 1),
    "neurons": (lambda v, n: v.neurons(n), 1),
    "neuron": (lambda v, n: v.neuron(n, n), 1),
    "metagraph": (lambda v, n: v.metagraph(n), 1),
    "find_subnet": (lambda v, n: v.find_subnet(n), 1),
    "find_metagraph": (lambda v, n: v.find_metagraph(n), 1),
    "subnet_owner": (lambda v, n: v.subnet_owner(n), 1),
    "start_schedule": (lambda v, n: v.start_schedule(n), 1),
    "freeze_window": (lambda v, n: v.freeze_window(n), 1),
    "mechanisms": (lambda v, n: v.mechanisms(n), 1),
    "lease_of_subnet": (lambda v, n: v.lease_of_subnet(n), 1),
    "subnet_identity": (lambda v, n: v.subnet_identity(n), 1),
    "emission_enabled": (lambda v, n: v.emission_enabled(n), 1),
    "tao_flow": (lambda v, n: v.tao_flow(n), 1),
    "axon": (lambda v, n: v.axon(n, BOB), 1),
    "prometheus": (lambda v, n: v.prometheus(n, BOB), 1),
    "certificates": (lambda v, n: v.certificates(n), 1),
    "evm_key": (lambda v, n: v.evm_key(n, 0), 1),
    "uid": (lambda v, n: v.uid(n, BOB), 1),
    "price": (lambda v, n: v.price(n), 1),
    "registration": (lambda v, n: v.registration(n), 1),
    "stake": (lambda v, n: v.stake(BOB, BOB, n), 1),
    "quote": (lambda v, n: v.quote_stake(n, TAO), 1),
    "staking_open": (lambda v, n: v.staking_open(n), 1),
}


@pytest.mark.parametrize("name", READS)
def test_reads(head: View, name: str) -> None:
    read, plain = READS[name]
    assert repr(read(head, ONE)) == repr(read(head, plain))
    for wrong in NONE:
        with pytest.raises(UsageError, match="netuid must be a whole number"):
            read(head, wrong)


def test_storage_heights_and_any_method(client: Client, head: View) -> None:
    assert head.storage(Tempo, ONE) == head.storage(Tempo, 1)
    assert head.storage(Uids, ONE, bytes(32)) == head.storage(Uids, 1, bytes(32))
    assert client.at(ZERO).hash == client.at(0).hash == client.call("chain_getBlockHash", ZERO)
    for wrong in (0.0, True, None, Decimal(0)):
        with pytest.raises(UsageError, match="block must be a whole number"):
            client.at(wrong)  # type: ignore[arg-type]


OPERATIONS: dict[str, Callable[[Any, Any], Any]] = {
    "AddStake": lambda one, zero: AddStake(BOB, one, TAO, limit_price=None),
    "RemoveStake": lambda one, zero: RemoveStake(BOB, one, Alpha.from_rao(10**9, one), None, False),
    "RecycleRegister": lambda one, zero: RecycleRegister(one, BOB, limit_price=None),
    "PowRegister": lambda one, zero: PowRegister(one, BOB, processes=one),
    "StartSubnet": lambda one, zero: StartSubnet(one),
    "SetHyperparameter": lambda one, zero: SetHyperparameter(one, "rho", one),
    "SetTempo": lambda one, zero: SetTempo(one, one),
    "SetMechanismEmissionSplit": lambda one, zero: SetMechanismEmissionSplit(one, [one, zero]),
    "ServeAxon": lambda one, zero: ServeAxon(one, "8.8.8.8", one, one, one),
    "SwapHotkey": lambda one, zero: SwapHotkey(BOB, BOB, one),
    "Faucet": lambda one, zero: Faucet(difficulty=one, processes=one),
    "SetWeights": lambda one, zero: SetWeights(one, [one, zero], [one, one], one, zero),
    "CommitWeights": lambda one, zero: CommitWeights(one, [zero], [one], one, (one,), zero),
    "CommitTimelockedWeights": lambda one, zero: CommitTimelockedWeights(one, [zero], [one], one),
}


@pytest.mark.parametrize("name", OPERATIONS)
def test_operations(client: Client, name: str) -> None:
    made, plain = OPERATIONS[name](ONE, ZERO), OPERATIONS[name](1, 0)
    assert made == plain
    assert repr(made) == repr(plain)
    if name not in ("SetWeights", "CommitTimelockedWeights"):  # which are sealed at random
        both = [client.prepare(each, ALICE).payload.call for each in (made, plain)]
        assert both[0] == both[1]
    for wrong in (1.5, "1", Decimal(1), True):
        with pytest.raises(UsageError):
            OPERATIONS[name](wrong, 0)


def test_a_row_may_be_an_array(client: Client) -> None:
    plain = SetWeights(1, [0, 1, 2], [0.5, 1, 2])
    array = SetWeights(ONE, np.arange(3), np.array([0.5, 1, 2], dtype=np.float32))  # type: ignore[arg-type]
    assert array == plain
    assert hash(array) == hash(plain)
    for uids, weights, named in (
        ([0.0], [1], "uid"),
        ([True], [1], "uid"),
        ([0], ["1"], "weight"),
        ([0], [float("nan")], "weight"),
        ([0], [None], "weight"),
    ):
        with pytest.raises(UsageError, match=named):
            SetWeights(1, uids, weights)  # type: ignore[arg-type]
    typed = [
        SetWeightsCall(netuid=n, dests=d, weights=d, version_key=n).encode(client.head().metadata)
        for n, d in ((1, [0, 1]), (ONE, np.arange(2)))
    ]
    assert typed[0] == typed[1]


def test_raw_calls_and_choices(client: Client) -> None:
    args = {"netuid": 1, "dests": [0, 1], "weights": [2, 3], "version_key": 0}
    theirs = {
        "netuid": ONE, "dests": np.array([0, 1]), "weights": np.array([2, 3], dtype=np.uint16),
        "version_key": ZERO,
    }  # fmt: skip
    calls = [
        client.prepare(RawCall("SubtensorModule", "set_weights", each), ALICE).payload.call
        for each in (args, theirs)
    ]
    assert calls[0] == calls[1]
    transfer = Transfer(BOB, Tao.from_rao(np.int64(10**9)))
    nonce = np.uint32(client.next_nonce(ALICE.ss58_address))
    receipt = client.execute(
        transfer, ALICE, nonce=nonce, period=np.int64(64), tip=Tao.from_rao(np.uint8(1))
    )
    assert receipt.block_hash
    for choice, wrong in (
        ("nonce", 1.0), ("nonce", "1"), ("nonce", True), ("period", 64.0), ("period", Decimal(64)),
        ("tip", 5), ("tip", 1.0),
    ):  # fmt: skip
        with pytest.raises(UsageError, match=choice):
            client.prepare(transfer, ALICE, **{choice: wrong})  # type: ignore[arg-type]
    for value in (5.0, "5", Decimal(5), True):
        raw = RawCall("Balances", "transfer_keep_alive", {"dest": BOB, "value": value})
        with pytest.raises(EncodeError, match="value") as caught:
            client.prepare(raw, ALICE)
        assert isinstance(caught.value, UsageError)
        assert isinstance(caught.value, BtError)


def test_the_sdk_loads_no_numpy() -> None:
    code = (
        "import sys, btsdk.client.blocking, btsdk.client.asyncio, btsdk.ops, btsdk.units; "
        "from btsdk.ops import SetWeights; SetWeights(1, [0], [1]); "
        "assert 'numpy' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
