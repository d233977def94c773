"""A subnet of three neurons, and the runtime APIs that tell of it."""

from __future__ import annotations

from typing import Any

from chain_spec.apis.delegate_info import DelegateInfoRuntimeApi
from chain_spec.apis.neuron_info import NeuronInfoRuntimeApi
from chain_spec.apis.stake_info import StakeInfoRuntimeApi
from chain_spec.apis.subnet_info import SubnetInfoRuntimeApi
from chain_spec.apis.subnet_registration import SubnetRegistrationRuntimeApi
from chain_spec.declare import Method
from local_node.runtime.frame import Context
from local_node.runtime.pallets.subtensor.rpc_info.apis import APIS
from tests.unit.local_node.runtime.pallets.subtensor.chain import TAO, key

OWNER, HOTKEY = key(1), key(2)


NAMESPACES = (
    DelegateInfoRuntimeApi,
    NeuronInfoRuntimeApi,
    StakeInfoRuntimeApi,
    SubnetInfoRuntimeApi,
    SubnetRegistrationRuntimeApi,
)


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


def ask(ctx: Context, name: str, **changed: Any) -> Any:
    args = {**ARGS, **changed}
    return FUNCTIONS[name](ctx, **{given: args[given] for given in METHODS[name].inputs})
