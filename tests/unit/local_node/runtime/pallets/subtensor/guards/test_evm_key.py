from __future__ import annotations

from chain_spec.pallets.subtensor import errors, storage
from local_node.runtime.frame import Context
from tests.unit.local_node.runtime.pallets.subtensor.chain import refused, subnet
from tests.unit.local_node.runtime.pallets.subtensor.guards.checking import check


def test_an_evm_key_needs_a_neuron(ctx: Context) -> None:
    args = {"netuid": 1, "evm_key": bytes(20), "block_number": 1, "signature": bytes(65)}
    with refused(errors.HotKeyNotRegisteredInSubNet):
        check(ctx, "associate_evm_key", **args)
    ctx.put(storage.AssociatedEvmAddress, (1, 1), (bytes(20), 50))
    with refused(errors.EvmKeyAssociateRateLimitExceeded):
        check(ctx, "associate_evm_key", who=subnet(ctx)[1], **args)
