from __future__ import annotations

from btsdk.scale.primitives import Some
from local_node.runtime.frame import Context
from tests.unit.local_node.runtime.pallets.subtensor.rpc_info.asking import HOTKEY, ask


def test_a_selective_metagraph_says_what_was_asked(ctx: Context) -> None:
    whole = ask(ctx, "get_metagraph")
    answer = ask(ctx, "get_selective_metagraph", metagraph_indexes=[5, 52, 3, 72, 400])
    assert answer["owner_hotkey"] == HOTKEY
    assert answer["hotkeys"] == whole["hotkeys"]
    assert answer["identity"] == Some(None)
    assert answer["validators"] == [0]
    assert answer["tempo"] is None
    # Nobody asked for the netuid.
    assert answer["netuid"] == 0
    every = ask(ctx, "get_selective_metagraph")
    assert {name: every[name] for name in whole if name != "identity"} == {
        name: whole[name] for name in whole if name != "identity"
    }
