"""The runtime APIs' answers: their shapes as declared, their figures as stored."""

from __future__ import annotations

from typing import Any

import pytest

from btsdk.scale.primitives import Some
from chain_spec.apis.delegate_info import DelegateInfoRuntimeApi
from chain_spec.apis.neuron_info import NeuronInfoRuntimeApi
from chain_spec.apis.stake_info import StakeInfoRuntimeApi
from chain_spec.apis.subnet_info import SubnetInfoRuntimeApi
from chain_spec.apis.subnet_registration import SubnetRegistrationRuntimeApi
from chain_spec.declare import Method
from chain_spec.hyperparameters import HYPERPARAMETERS_V3
from chain_spec.pallets.subtensor import storage
from chain_spec.profile import Profile
from chain_spec.runtime import build
from local_node.runtime.frame import Context
from local_node.runtime.pallets.subtensor.rpc_info.apis import APIS
from local_node.runtime.pallets.subtensor.staking.stake import increase_stake
from tests.unit.local_node.runtime.pallets.subtensor.chain import (
    TAO,
    call,
    dev_context,
    key,
    rich,
    subnet,
)

OWNER, HOTKEY = key(1), key(2)
NAMESPACES = (
    DelegateInfoRuntimeApi,
    NeuronInfoRuntimeApi,
    StakeInfoRuntimeApi,
    SubnetInfoRuntimeApi,
    SubnetRegistrationRuntimeApi,
)
INTERFACE = build(Profile.FAST)
FUNCTIONS = {function.__name__: function for found in APIS.values() for function in found}
METHODS: dict[str, Method[Any]] = {
    name: method
    for namespace in NAMESPACES
    for name, method in vars(namespace).items()
    if isinstance(method, Method)
}
ARGS: dict[str, Any] = {
    "netuid": 2,
    "uid": 0,
    "mecid": 0,
    "subid": 0,
    "metagraph_indexes": list(range(80)),
    "coldkey": OWNER,
    "coldkey_account": OWNER,
    "coldkey_accounts": [OWNER, key(9)],
    "delegatee_account": OWNER,
    "hotkey": HOTKEY,
    "hotkey_account": HOTKEY,
    "delegate_account": HOTKEY,
    "netuids": None,
    "origin": None,
    "origin_coldkey_account": OWNER,
    "destination": (HOTKEY, 2),
    "destination_coldkey_account": OWNER,
    "amount": TAO,
}


@pytest.fixture
def ctx() -> Context:
    """Subnet 2 of three neurons; its owner's hotkey is a delegate with 500 alpha."""
    ctx = dev_context()
    rich(ctx, OWNER)
    call(ctx, OWNER, "register_network", hotkey=HOTKEY)
    subnet(ctx, 2, neurons=3)
    increase_stake(ctx, HOTKEY, OWNER, 2, 500)
    ctx.put(storage.Delegates, HOTKEY, 6_553)
    ctx.put(storage.ValidatorPermit, 2, [True, False, False])
    ctx.put(storage.Emission, 2, [36_000, 0, 0])
    ctx.put(storage.Weights, (2, 0), [(1, 0), (2, 65_535)])
    return ctx


def ask(ctx: Context, name: str, **changed: Any) -> Any:
    args = {**ARGS, **changed}
    return FUNCTIONS[name](ctx, **{given: args[given] for given in METHODS[name].inputs})


def test_every_method_is_answered() -> None:
    assert FUNCTIONS.keys() == METHODS.keys()


@pytest.mark.parametrize("name", sorted(METHODS))
def test_an_answer_has_the_declared_shape(ctx: Context, name: str) -> None:
    answer = ask(ctx, name)
    codec = INTERFACE.codec(METHODS[name].output)
    data = codec.encode(answer)
    assert codec.encode(codec.decode(data)) == data


@pytest.mark.parametrize(
    "name",
    [name for name, method in METHODS.items() if "netuid" in method.inputs and "get_su" in name],
)
def test_a_subnet_that_does_not_exist_has_no_answer(ctx: Context, name: str) -> None:
    assert ask(ctx, name, netuid=9) is None


def test_neurons(ctx: Context) -> None:
    neuron = ask(ctx, "get_neuron")
    assert neuron["hotkey"] == HOTKEY
    assert neuron["stake"] == [(OWNER, 500)]
    assert neuron["weights"] == [(2, 65_535)]
    assert neuron["validator_permit"] is True
    assert neuron["emission"] == 36_000
    lite = ask(ctx, "get_neuron_lite")
    assert lite == {name: neuron[name] for name in lite}
    assert [n["uid"] for n in ask(ctx, "get_neurons_lite")] == [0, 1, 2]
    assert ask(ctx, "get_neuron", uid=3) is None


def test_stakes(ctx: Context) -> None:
    (stake,) = ask(ctx, "get_stake_info_for_coldkey")
    assert (stake["netuid"], stake["hotkey"], stake["stake"]) == (2, HOTKEY, 500)
    assert stake["is_registered"] is True
    availability = dict(ask(ctx, "get_stake_availability_for_coldkeys"))
    assert availability[OWNER] == [(2, {"total": 500, "locked": 0, "available": 500})]
    assert availability[key(9)] == []
    more_than_there_are = [1, 2, 3, 4]
    asked = dict(ask(ctx, "get_stake_availability_for_coldkeys", netuids=more_than_there_are))
    assert asked[OWNER] == []


def test_delegates(ctx: Context) -> None:
    increase_stake(ctx, HOTKEY, key(7), 0, 2_000 * TAO)
    ctx.put(storage.Tempo, 2, 360)
    delegate = ask(ctx, "get_delegate")
    assert delegate["registrations"] == delegate["validator_permits"] == [2]
    assert dict(delegate["nominators"])[key(7)] == [(0, 2_000 * TAO)]
    # 20 epochs a day; of that nine tenths, for each thousand of two thousand TAO.
    assert delegate["total_daily_return"] == 36_000 * 20
    assert delegate["return_per_1000"] == 36_000 * 20 * (65_535 - 6_553) // 65_535 // 2
    assert ask(ctx, "get_delegate", delegate_account=key(8)) is None
    ((delegated, place),) = ask(ctx, "get_delegated")
    assert place == (2, 500)
    assert delegated["nominators"] == []


def test_hyperparameters_agree_in_all_forms(ctx: Context) -> None:
    first, second = ask(ctx, "get_subnet_hyperparams"), ask(ctx, "get_subnet_hyperparams_v2")
    third = {
        entry["name"].decode(): entry["value"] for entry in ask(ctx, "get_subnet_hyperparams_v3")
    }
    assert {name: second[name] for name in first} == first
    assert [(name, case) for name, (case, _) in third.items()] == list(HYPERPARAMETERS_V3)
    for name, (_, value) in third.items():
        assert second.get(name, value) == value
    # 13.889 tempos of the 10 blocks that a fast build begins with.
    assert first["activity_cutoff"] == 13_889 * ctx.get(storage.Tempo, 2) // 1_000
    assert second["yuma_version"] == 3


def test_metagraph(ctx: Context) -> None:
    answer = ask(ctx, "get_metagraph")
    assert answer["hotkeys"] == subnet(ctx, 2)
    assert answer["alpha_stake"] == [500, 0, 0]
    assert bytes(answer["symbol"]).decode() == "β"
    assert bytes(answer["name"]) == b"omron"
    assert answer["max_weights_limit"] == 65_535
    assert answer["owner_coldkey"] == OWNER


def test_a_selective_metagraph_says_what_was_asked(ctx: Context) -> None:
    whole = ask(ctx, "get_metagraph")
    answer = ask(ctx, "get_selective_metagraph", metagraph_indexes=[5, 52, 3, 72, 400])
    assert answer["owner_hotkey"] == HOTKEY
    assert answer["hotkeys"] == whole["hotkeys"]
    assert answer["identity"] == Some(None)
    assert answer["validators"] == [0]
    assert answer["tempo"] is None
    # Nobody asked for the netuid.
    assert answer["netuid"] == 0
    every = ask(ctx, "get_selective_metagraph")
    assert {name: every[name] for name in whole if name != "identity"} == {
        name: whole[name] for name in whole if name != "identity"
    }


def test_a_mechanism_has_its_own_updates(ctx: Context) -> None:
    ctx.put(storage.MechanismCountCurrent, 2, 2)
    ctx.put(storage.Incentive, 4_098, [1, 2, 3])
    answer = ask(ctx, "get_mechagraph", mecid=1)
    assert (answer["netuid"], answer["incentives"]) == (4_098, [1, 2, 3])
    assert ask(ctx, "get_mechagraph", mecid=2) is None
    selected = ask(ctx, "get_selective_mechagraph", subid=1, metagraph_indexes=[62])
    assert (selected["netuid"], selected["incentives"]) == (2, [1, 2, 3])


def test_the_next_epoch_is_by_tempo_or_by_trigger(ctx: Context) -> None:
    ctx.put(storage.LastEpochBlock, 2, 100)
    ctx.put(storage.Tempo, 2, 360)
    assert ask(ctx, "get_next_epoch_start_block") == 460
    ctx.put(storage.PendingEpochAt, 2, 120)
    assert ask(ctx, "get_next_epoch_start_block") == 120
    ctx.put(storage.Tempo, 2, 0)
    assert ask(ctx, "get_next_epoch_start_block") is None
