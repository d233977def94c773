from __future__ import annotations

from local_node.runtime.pallets.multisig.signatories import multi_account
from tests.unit.local_node.runtime.pallets.acting import DONE, balance, failed, run, transfer
from tests.unit.local_node.runtime.pallets.multisig.multisig_calls import ALL, call, errors, others
from tests.unit.local_node.runtime.support import BOB, DAVE, TAO, Node


def test_one_signature_is_enough():
    node = Node()
    account = multi_account(ALL, 1)
    run(node, transfer(10 * TAO, account))
    inner = transfer(TAO, DAVE.public_key)
    before = node.free(DAVE)
    one = call("as_multi_threshold_1", other_signatories=others(BOB), call=inner)
    assert run(node, one) == DONE
    assert node.free(DAVE) == before + TAO
    assert balance(node, account)["free"] == 9 * TAO
    too_much = call("as_multi_threshold_1", other_signatories=others(BOB), call=transfer(100 * TAO))
    assert run(node, too_much) == failed(("Token", "FundsUnavailable"))
    alone = call("as_multi_threshold_1", other_signatories=[], call=inner)
    assert run(node, alone) == failed(errors.TooFewSignatories)
