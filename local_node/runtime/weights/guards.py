"""The weights of the checks before a dispatch.

They are Subtensor's dispatch extensions. Their weight counts twice: in the weight of the guarded
call, and in that of the transaction extension that runs them for the pool.
"""

from __future__ import annotations

from local_node.runtime.frame.weight import Weight
from local_node.runtime.weights.cost import Weights

CHECK_COLDKEY_SWAP = Weights(17_583_000, proof_size=4_198, reads=2)
"""The guard before every call."""

CHECK_WEIGHTS = Weights(52_958_000, proof_size=7_671, reads=11)
CHECK_RATE_LIMITS = Weights(35_376_000, proof_size=4_484, reads=7)
CHECK_DELEGATE_TAKE = Weights(15_378_000, proof_size=4_186, reads=3)
CHECK_SERVING_ENDPOINTS = Weights(19_035_000, proof_size=4_112, reads=3)
CHECK_EVM_KEY_ASSOCIATION = Weights(15_448_000, proof_size=4_117, reads=2)

_BY_CALL: dict[str, tuple[Weights, ...]] = {
    "batch_commit_weights": (CHECK_WEIGHTS,),
    "batch_reveal_weights": (CHECK_WEIGHTS,),
    "batch_set_weights": (CHECK_WEIGHTS,),
    "commit_weights": (CHECK_WEIGHTS, CHECK_RATE_LIMITS),
    "commit_mechanism_weights": (CHECK_WEIGHTS, CHECK_RATE_LIMITS),
    "reveal_weights": (CHECK_WEIGHTS,),
    "reveal_mechanism_weights": (CHECK_WEIGHTS,),
    "set_weights": (CHECK_WEIGHTS, CHECK_RATE_LIMITS),
    "set_mechanism_weights": (CHECK_WEIGHTS, CHECK_RATE_LIMITS),
    "commit_timelocked_weights": (CHECK_WEIGHTS,),
    "commit_timelocked_mechanism_weights": (CHECK_WEIGHTS,),
    "commit_crv3_mechanism_weights": (CHECK_WEIGHTS,),
    "register_network": (CHECK_RATE_LIMITS,),
    "increase_take": (CHECK_DELEGATE_TAKE,),
    "decrease_take": (CHECK_DELEGATE_TAKE,),
    "serve_axon": (CHECK_SERVING_ENDPOINTS,),
    "serve_axon_tls": (CHECK_SERVING_ENDPOINTS,),
    "serve_prometheus": (CHECK_SERVING_ENDPOINTS,),
    "associate_evm_key": (CHECK_EVM_KEY_ASSOCIATION,),
}

_ALWAYS = CHECK_COLDKEY_SWAP.times(1)


def guards_weight(pallet: str, call: str) -> Weight:
    """The weight of all guards of a call."""
    total = _ALWAYS
    if pallet == "SubtensorModule":
        for weights in _BY_CALL.get(call, ()):
            total = total.plus(weights.times(1))
    return total
