"""`delegateInfo_*`, `neuronInfo_*`, `subnetInfo_*`, `stakeInfo_*`, `swap_*`: Subtensor's methods.

Each calls one runtime API and, except for a few plain numbers, returns the SCALE bytes of its
result as a list of numbers, as Subtensor's node does. This module holds names and parameters only;
on a chain whose runtime lacks the API the methods fail with the runtime's error.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from btsdk.frozen import Frozen
from btsdk.scale.primitives import compact_encode, compact_read
from local_node.rpc.context import Rpc
from local_node.rpc.errors import invalid_params
from local_node.rpc.methods import Method, Namespace
from local_node.rpc.state import runtime_call
from local_node.rpc.wire import read_account, read_optional_hash

METHODS = Namespace()

Encoder = Callable[[Any, str], bytes]
Answer = Callable[[bytes], Any]

_U64 = 8


def _unsigned(size: int) -> Encoder:
    def encode(value: Any, name: str) -> bytes:
        fits = type(value) is int and 0 <= value < 1 << 8 * size
        if not fits:
            raise invalid_params(f"{name}: expected a number below 2^{8 * size}")
        return int(value).to_bytes(size, "little")

    return encode


def _raw_account(value: Any, name: str) -> bytes:
    """An account as the list of its 32 bytes."""
    try:
        account = bytes(value) if isinstance(value, list) else b""
    except (TypeError, ValueError):
        account = b""
    if len(account) != 32:
        raise invalid_params(f"{name}: expected a list of 32 bytes")
    return account


def _indices(value: Any, name: str) -> bytes:
    if not isinstance(value, list):
        raise invalid_params(f"{name}: expected a list of numbers")
    return compact_encode(len(value)) + b"".join(_u16(item, name) for item in value)


_u8, _u16, _u64 = _unsigned(1), _unsigned(2), _unsigned(_U64)


def _number(answer: bytes) -> int:
    return int.from_bytes(answer, "little")


def _optional_number(answer: bytes) -> int | None:
    return _number(answer[1:]) if answer[0] else None


def _prices(answer: bytes) -> list[dict[str, int]]:
    """`Vec<SubnetPrice>`: pairs of a two-byte netuid and an eight-byte price."""
    count, start = compact_read(answer, 0)
    width = 2 + _U64
    rows = (answer[at : at + width] for at in range(start, start + count * width, width))
    return [{"netuid": _number(row[:2]), "price": _number(row[2:])} for row in rows]


class _ApiRead(Frozen):
    """One method: the entry point, its parameters in order, and the form of the result."""

    entry: str
    parameters: tuple[tuple[str, Encoder], ...]
    answer: Answer = list

    def __call__(self, rpc: Rpc, *values: Any) -> Any:
        given, rest = values[: len(self.parameters)], values[len(self.parameters) :]
        pairs = zip(self.parameters, given, strict=True)
        args = b"".join(encode(value, name) for (name, encode), value in pairs)
        at = read_optional_hash(rest[0] if rest else None, "at")
        return self.answer(runtime_call(rpc, self.entry, args, at))


_NETUID = ("netuid", _u16)
_UID = ("uid", _u16)
_MECID = ("mecid", _u8)
_COLDKEY = ("coldkey", read_account)
_FIELDS = ("metagraph_index", _indices)

_QUERIES = {
    "delegateInfo_getDelegates": _ApiRead("DelegateInfoRuntimeApi_get_delegates", ()),
    "delegateInfo_getDelegate": _ApiRead(
        "DelegateInfoRuntimeApi_get_delegate", (("delegate_account_vec", _raw_account),)
    ),
    "delegateInfo_getDelegated": _ApiRead(
        "DelegateInfoRuntimeApi_get_delegated", (("delegatee_account_vec", _raw_account),)
    ),
    "neuronInfo_getNeuronsLite": _ApiRead("NeuronInfoRuntimeApi_get_neurons_lite", (_NETUID,)),
    "neuronInfo_getNeuronLite": _ApiRead("NeuronInfoRuntimeApi_get_neuron_lite", (_NETUID, _UID)),
    "neuronInfo_getNeurons": _ApiRead("NeuronInfoRuntimeApi_get_neurons", (_NETUID,)),
    "neuronInfo_getNeuron": _ApiRead("NeuronInfoRuntimeApi_get_neuron", (_NETUID, _UID)),
    "subnetInfo_getSubnetInfo": _ApiRead("SubnetInfoRuntimeApi_get_subnet_info", (_NETUID,)),
    "subnetInfo_getSubnetsInfo": _ApiRead("SubnetInfoRuntimeApi_get_subnets_info", ()),
    "subnetInfo_getSubnetInfo_v2": _ApiRead("SubnetInfoRuntimeApi_get_subnet_info_v2", (_NETUID,)),
    "subnetInfo_getSubnetsInfo_v2": _ApiRead("SubnetInfoRuntimeApi_get_subnets_info_v2", ()),
    "subnetInfo_getSubnetHyperparams": _ApiRead(
        "SubnetInfoRuntimeApi_get_subnet_hyperparams", (_NETUID,)
    ),
    "subnetInfo_getSubnetHyperparamsV2": _ApiRead(
        "SubnetInfoRuntimeApi_get_subnet_hyperparams_v2", (_NETUID,)
    ),
    "subnetInfo_getAllDynamicInfo": _ApiRead("SubnetInfoRuntimeApi_get_all_dynamic_info", ()),
    "subnetInfo_getDynamicInfo": _ApiRead("SubnetInfoRuntimeApi_get_dynamic_info", (_NETUID,)),
    "subnetInfo_getAllMetagraphs": _ApiRead("SubnetInfoRuntimeApi_get_all_metagraphs", ()),
    "subnetInfo_getMetagraph": _ApiRead("SubnetInfoRuntimeApi_get_metagraph", (_NETUID,)),
    "subnetInfo_getAllMechagraphs": _ApiRead("SubnetInfoRuntimeApi_get_all_mechagraphs", ()),
    "subnetInfo_getMechagraph": _ApiRead("SubnetInfoRuntimeApi_get_mechagraph", (_NETUID, _MECID)),
    "subnetInfo_getSubnetState": _ApiRead("SubnetInfoRuntimeApi_get_subnet_state", (_NETUID,)),
    "subnetInfo_getLockCost": _ApiRead(
        "SubnetRegistrationRuntimeApi_get_network_registration_cost", (), _number
    ),
    "subnetInfo_getSelectiveMetagraph": _ApiRead(
        "SubnetInfoRuntimeApi_get_selective_metagraph", (_NETUID, _FIELDS)
    ),
    "subnetInfo_getSelectiveMechagraph": _ApiRead(
        "SubnetInfoRuntimeApi_get_selective_mechagraph", (_NETUID, _MECID, _FIELDS)
    ),
    "subnetInfo_getColdkeyAutoStakeHotkey": _ApiRead(
        "SubnetInfoRuntimeApi_get_coldkey_auto_stake_hotkey", (_COLDKEY, _NETUID)
    ),
    "subnetInfo_getSubnetToPrune": _ApiRead(
        "SubnetInfoRuntimeApi_get_subnet_to_prune", (), _optional_number
    ),
    "subnetInfo_getSubnetAccountId": _ApiRead(
        "SubnetInfoRuntimeApi_get_subnet_account_id", (_NETUID,)
    ),
    "stakeInfo_getColdkeyLock": _ApiRead(
        "StakeInfoRuntimeApi_get_coldkey_lock", (_COLDKEY, _NETUID)
    ),
    "swap_currentAlphaPrice": _ApiRead("SwapRuntimeApi_current_alpha_price", (_NETUID,), _number),
    "swap_currentAlphaPriceAll": _ApiRead("SwapRuntimeApi_current_alpha_price_all", (), _prices),
    "swap_simSwapTaoForAlpha": _ApiRead(
        "SwapRuntimeApi_sim_swap_tao_for_alpha", (_NETUID, ("tao", _u64))
    ),
    "swap_simSwapAlphaForTao": _ApiRead(
        "SwapRuntimeApi_sim_swap_alpha_for_tao", (_NETUID, ("alpha", _u64))
    ),
}

METHODS.methods.update(
    (name, Method(query, (*(name for name, _ in query.parameters), "at"), len(query.parameters)))
    for name, query in _QUERIES.items()
)
