from __future__ import annotations

from chain_spec.pallets import proxy as declared
from tests.unit.local_node.runtime.pallets.acting import DONE, REMARK, events_of, reserved, run
from tests.unit.local_node.runtime.pallets.proxy.proxy_calls import add, announce, call
from tests.unit.local_node.runtime.support import BOB, DAVE, Node


def test_poke_deposit_settles_both_lists():
    node = Node()
    run(node, add(DAVE, delay=1))
    run(node, add(BOB, delay=1), DAVE)
    run(node, announce(node, DAVE, REMARK))
    ctx = node.context()
    for item, due in ((declared.storage.Proxies, 93), (declared.storage.Announcements, 104)):
        entries, held = ctx.get(item, BOB.public_key)
        assert held == due * 1_000_000
        ctx.put(item, BOB.public_key, (entries, held - 1_000_000))
    assert run(node, call("poke_deposit")) == DONE
    assert reserved(node, BOB) == 199_000_000  # what lay there, and a million for each list
    assert events_of(node, "Proxy") == [
        (
            "DepositPoked",
            {
                "who": BOB.public_key,
                "kind": kind,
                "old_deposit": due - 1_000_000,
                "new_deposit": due,
            },
        )
        for kind, due in (("Proxies", 93_000_000), ("Announcements", 104_000_000))
    ]
    (success,) = [f for _, name, f in node.events() if name == "ExtrinsicSuccess"][1:]
    assert success["dispatch_info"]["pays_fee"] == "No"
    assert run(node, call("poke_deposit")) == DONE
    (success,) = [f for _, name, f in node.events() if name == "ExtrinsicSuccess"][1:]
    assert success["dispatch_info"]["pays_fee"] == "Yes"
    assert events_of(node, "Proxy") == []
