from __future__ import annotations

from chain_spec.pallets import transaction_payment
from tests.unit.local_node.runtime.support import Node


def test_the_multiplier_is_always_one():
    node = Node()
    for _ in range(2):
        assert node.context().get(transaction_payment.storage.NextFeeMultiplier) == 10**18
        node.block()
    assert node.context().get(transaction_payment.storage.StorageVersion) == "V2"
