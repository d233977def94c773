from __future__ import annotations

from tests.unit.local_node.runtime.pallets.sudo.sudo_calls import DONE, call, run
from tests.unit.local_node.runtime.support import ALICE, BOB, TAO, Node


def test_sudo_as():
    node = Node()
    before = node.free(ALICE)
    inner = (
        "Balances",
        ("transfer_keep_alive", {"dest": ("Id", ALICE.public_key), "value": TAO}),
    )
    assert run(node, call("sudo_as", who=("Id", BOB.public_key), call=inner)) == DONE
    assert node.free(ALICE) == before + TAO
    assert ("Sudo", "SudoAsDone", {"sudo_result": ("Ok", ())}) in node.events()
