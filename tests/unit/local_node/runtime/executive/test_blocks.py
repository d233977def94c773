from __future__ import annotations

from typing import Any

import pytest

from btsdk.frozen import replace
from btsdk.keys import Keypair
from chain_spec.pallets import system
from local_node.runtime.boundary import RuntimePanic
from local_node.runtime.bundled import PALLETS
from local_node.runtime.frame import Context, Hooks, Origin, Weight
from tests.unit.local_node.runtime.executive.blocks import REMARK
from tests.unit.local_node.runtime.support import ALICE, BOB, TAO, MemoryExternalities, Node


def transfer(value: int, dest: Keypair = BOB) -> Any:
    return ("Balances", ("transfer_keep_alive", {"dest": ("Id", dest.public_key), "value": value}))


def test_a_transfer_in_a_block():
    node = Node()
    before = node.free(BOB)
    assert node.block(node.sign(ALICE, transfer(TAO))) == [("Ok", ("Ok", ()))]
    assert node.free(BOB) == before + TAO
    names = [f"{pallet}.{name}" for pallet, name, _ in node.events()]
    start = names.index("Balances.Withdraw")
    assert names[start:] == [
        "Balances.Withdraw",
        "Balances.Transfer",
        "Balances.Deposit",  # the refund, of nothing
        "System.NewAccount",
        "Balances.Endowed",
        "Balances.Deposit",  # the author
        "TransactionPayment.TransactionFeePaid",
        "System.ExtrinsicSuccess",
    ]


def test_the_bookkeeping_of_a_block():
    node = Node()
    node.block()
    node.begin()
    context = node.context()
    assert context.block_number == 2
    assert context.get(system.storage.ParentHash) == node.best[1]
    assert context.get(system.storage.BlockHash, 1) == node.best[1]
    assert context.get(system.storage.BlockHash, 0) == node.genesis_hash
    node.apply(node.sign(ALICE, REMARK))
    assert node.context().get(system.storage.ExecutionPhase) == ("ApplyExtrinsic", 2)
    header = node.end()
    context = node.context()
    assert header["number"] == 2
    assert header["digest"]["logs"] == [("PreRuntime", (b"aura", (2).to_bytes(8, "little")))]
    for item in (
        system.storage.ExecutionPhase,
        system.storage.AllExtrinsicsLen,
        system.storage.InherentsApplied,
        system.storage.ExtrinsicCount,
    ):
        assert not context.contains(item), item
    assert list(context.keys(system.storage.ExtrinsicData)) == []
    assert header["state_root"] == node.ext.root()


def test_block_hashes_are_forgotten_but_that_of_genesis():
    node = Node()
    context = node.context()
    for number in range(1, 4):
        context.put(system.storage.BlockHash, number, bytes([number]) * 32)
    context.set(system.storage.Number, 2400 + 2)
    node.best = (2400 + 2, bytes(32))
    node.block()
    known = {number for number, _ in node.context().iter(system.storage.BlockHash)}
    assert 0 in known
    assert 2 not in known
    assert 3 in known


def test_a_block_replays_to_the_same_state():
    node = Node()
    before = node.ext.state()
    node.begin(inherents=False)
    extrinsics = [*node.inherents(), node.sign(ALICE, transfer(TAO)), node.sign(BOB, transfer(5))]
    for extrinsic in extrinsics:
        assert node.apply(extrinsic)[0] == "Ok"
    header = node.end()
    after = node.ext.state()

    node.ext = MemoryExternalities(before)
    node.call("Core_execute_block", {"header": header, "extrinsics": extrinsics})
    assert node.ext.state() == after

    for spoiled, message in (
        ({"state_root": bytes(32)}, "Storage root"),
        ({"extrinsics_root": bytes(32)}, "trie root"),
        ({"parent_hash": bytes(32)}, "BadProof"),
    ):
        node.ext = MemoryExternalities(before)
        block = {"header": {**header, **spoiled}, "extrinsics": extrinsics}
        with pytest.raises(RuntimePanic, match=message):
            node.call("Core_execute_block", block)
        assert node.ext.state() == before


def test_a_block_that_tells_no_time_is_no_block():
    node = Node()
    node.begin(inherents=False)
    with pytest.raises(RuntimePanic, match="Timestamp must be updated once"):
        node.end()


def test_a_slot_must_be_later():
    node = Node()
    node.block()
    node.slot -= 1
    with pytest.raises(RuntimePanic, match="Slot must increase"):
        node.begin()


def test_hooks_run_in_the_order_of_the_pallets_and_their_weight_counts():
    seen: list[str] = []

    def hooked(pallet: Any, name: str) -> Any:
        def on_initialize(ctx: Context) -> Weight:
            seen.append(f"{name} initialize")
            return Weight(1_000)

        def on_idle(ctx: Context, remaining: Weight) -> Weight:
            seen.append(f"{name} idle")
            return Weight(10)

        hooks = replace(
            pallet.hooks(),
            on_initialize=on_initialize,
            on_idle=on_idle,
            on_finalize=lambda ctx: seen.append(f"{name} finalize"),
        )
        return replace(pallet, hooks=lambda: hooks)

    plain = [pallet for pallet in PALLETS if pallet.name not in ("Sudo", "Utility")]
    chosen = [hooked(p, p.name) for p in PALLETS if p.name in ("Sudo", "Utility")]
    quiet, loud = Node(pallets=PALLETS), Node(pallets=[*reversed(chosen), *plain])
    quiet.block()
    loud.block()
    assert seen == [
        "Utility initialize",
        "Sudo initialize",
        "Utility idle",
        "Sudo idle",
        "Utility finalize",
        "Sudo finalize",
    ]
    used = [n.context().get(system.storage.BlockWeight)["mandatory"] for n in (quiet, loud)]
    assert used[1]["ref_time"] - used[0]["ref_time"] == 2_020


def test_a_migration_runs_once_where_another_version_made_the_state():
    ran: list[int] = []
    sudo = next(pallet for pallet in PALLETS if pallet.name == "Sudo")
    hooks = Hooks(on_runtime_upgrade=lambda ctx: ran.append(ctx.block_number))
    others = [pallet for pallet in PALLETS if pallet is not sudo]
    node = Node(pallets=[*others, replace(sudo, hooks=lambda: hooks)])
    node.block()
    assert ran == []
    node.context().set(
        system.storage.LastRuntimeUpgrade, {"spec_version": 1, "spec_name": "node-subtensor"}
    )
    node.block()
    node.block()
    assert len(ran) == 1


def test_a_bug_in_a_pallet_is_a_panic_and_leaves_nothing():
    def broken(ctx: Context, origin: Origin) -> None:
        ctx.set(system.storage.Number, 77)
        raise ZeroDivisionError("a bug")

    broken.__name__ = "remove_key"
    sudo = next(pallet for pallet in PALLETS if pallet.name == "Sudo")
    others = [pallet for pallet in PALLETS if pallet is not sudo]
    node = Node(pallets=[*others, replace(sudo, calls=lambda: (broken,))])
    node.begin()
    before = node.ext.state()
    with pytest.raises(RuntimePanic, match="ZeroDivisionError"):
        node.apply(node.sign(ALICE, ("Sudo", "remove_key")))
    assert node.ext.state() == before
    assert node.ext.depth == 0
