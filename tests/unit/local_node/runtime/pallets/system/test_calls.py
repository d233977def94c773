from __future__ import annotations

from tests.unit.local_node.runtime.pallets.system.system_calls import as_root, call, error
from tests.unit.local_node.runtime.support import ALICE, BOB, Node

BAD_ORIGIN = ("Ok", ("Err", "BadOrigin"))


def test_root_calls_want_root():
    node = Node()
    for inner in (
        call("set_heap_pages", pages=1),
        call("set_code", code=b"x"),
        call("set_code_without_checks", code=b"x"),
        call("set_storage", items=[(b"key", b"value")]),
        call("kill_storage", keys=[b"key"]),
        call("kill_prefix", prefix=b"key", subkeys=1),
        call("authorize_upgrade", code_hash=bytes(32)),
        call("authorize_upgrade_without_checks", code_hash=bytes(32)),
    ):
        assert node.block(node.sign(BOB, inner)) == [BAD_ORIGIN]


def test_calls_without_code_are_filtered():
    node = Node()
    refused = ("LimitOrders", ("set_pallet_status", {"enabled": True}))
    assert node.block(node.sign(ALICE, refused)) == [("Ok", error(5))]
    assert as_root(node, refused) == error(5)
