"""The weights of the transaction extensions, in the order of the extrinsic, without guards."""

from __future__ import annotations

from local_node.runtime.frame.weight import Weight
from local_node.runtime.weights.cost import Weights

_FIXED = {
    "CheckNonZeroSender": Weights(570_000),
    "CheckSpecVersion": Weights(430_000),
    "CheckTxVersion": Weights(455_000),
    "CheckGenesis": Weights(3_577_000, reads=1),
    "CheckNonce": Weights(0),
    "CheckWeight": Weights(3_006_000),
    # the wrapper looks up another payer three times
    "ChargeTransactionPayment": Weights(35_979_000, proof_size=3_593, reads=4, writes=1),
    "SudoTransactionExtension": Weights(0),
    "CheckShieldedTxValidity": Weights(1_000_000, reads=1),
    "DrandPriority": Weights(0),
    "CheckMetadataHash": Weights(0),
}

_MORTAL = Weights(6_703_000, proof_size=3_509, reads=1)
_IMMORTAL = Weights(6_605_000, reads=1)


def _total(mortality: Weights) -> Weight:
    total = mortality.times(1)
    for weights in _FIXED.values():
        total = total.plus(weights.times(1))
    return total


MORTAL = _total(_MORTAL)
IMMORTAL = _total(_IMMORTAL)
