"""What the extensions of a signed extrinsic weigh."""

from __future__ import annotations

from local_node.runtime.weights.extensions import IMMORTAL
from local_node.runtime.weights.guards import guards_weight
from tests.unit.local_node.runtime.pallets.acting import REMARK
from tests.unit.local_node.runtime.support import ALICE, Node


def test_it_is_what_an_extrinsic_weighs_beside_its_call() -> None:
    node = Node()
    extrinsic = node.sign(ALICE, REMARK)
    weighed = node.call("TransactionPaymentApi_query_info", extrinsic, len(extrinsic))["weight"]
    alone = node.call("TransactionPaymentCallApi_query_call_info", REMARK, 0)["weight"]
    beside = IMMORTAL.plus(guards_weight("System", "remark"))
    assert weighed["ref_time"] - alone["ref_time"] == beside.ref_time
    assert weighed["proof_size"] - alone["proof_size"] == beside.proof_size
