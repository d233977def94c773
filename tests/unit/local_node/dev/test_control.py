"""Balances, storage, impersonation, epochs, dry runs: each through a block."""

from __future__ import annotations

from typing import Any

import pytest

from btsdk.errors import UsageError
from btsdk.keys import Keypair
from local_node.chain.block import Block
from local_node.chain.errors import PoolError
from local_node.chain.importing import BadBlock
from local_node.chain.patch import patch_of
from local_node.dev.control import Control
from local_node.dev.impersonation import Impersonated
from local_node.dev.settings import described
from local_node.embedded.local_chain import LocalChain
from tests.unit.local_node.dev.signing import ALICE, BOB, ZOE, call, signed, transfer

TAO = 10**9
INHERENTS = 2


def read(control: Control, pallet: str, item: str, *keys: object) -> Any:
    declared = control.metadata.storage(pallet, item)
    return declared.decode(control.chain.state().get(declared.key(*keys)))


def issuances(control: Control) -> list[int]:
    return [read(control, pallet, "TotalIssuance") for pallet in ("Balances", "SubtensorModule")]


def test_a_patched_block_says_so_and_can_be_executed_again(control: Control) -> None:
    plain = control.new_blocks()
    patched = control.patch({b"mine": b"1", b":code": control.chain.state().get(b":code")})
    header = control.chain.header(patched.hash)
    assert header is not None
    patch = patch_of(header)
    assert patch is not None
    assert patch.changes[b"mine"] == b"1"
    assert patch.executed_root != header.state_root == control.chain.state().root
    assert control.chain.is_patched(patched.hash)
    assert not control.chain.is_patched(plain.hash)
    control.new_blocks(2)
    assert control.chain.state().get(b"mine") == b"1"
    assert control.chain.check(execute=True) == []


def test_a_patch_that_its_header_does_not_tell_of_is_no_block(local: LocalChain) -> None:
    other = local.chain.copy()
    patched = local.control.patch({b"mine": b"1"})
    block = local.chain.block(patched.hash)
    assert block is not None
    patch = patch_of(block.header)
    assert patch is not None
    with pytest.raises(BadBlock):
        other.import_block(Block(patch.off(block.header.unsealed()), block.extrinsics))
    other.import_block(block)
    assert other.state().get(b"mine") == b"1"


def test_numbers_may_be_skipped(control: Control) -> None:
    control.new_blocks()
    skipped = control.new_blocks(height=1_000)
    assert (skipped.number, control.new_blocks().number) == (1_000, 1_001)
    assert read(control, "System", "Number") == 1_001
    assert control.chain.hash_at(500) is None
    assert control.chain.numbers() == [0, 1, 1_000, 1_001]
    assert control.chain.check(execute=True) == []
    control.set_head(1)
    assert control.new_blocks(5).number == 6
    assert control.chain.numbers() == list(range(7))
    with pytest.raises(UsageError, match="cannot follow"):
        control.new_blocks(height=6)


def test_blocks_of_these_transactions_alone(control: Control) -> None:
    waiting = signed(control, ALICE, transfer(control, ZOE.public_key, TAO))
    control.chain.submit(waiting)
    given = signed(control, BOB, transfer(control, ZOE.public_key, TAO))
    best = control.new_blocks(transactions=[given])
    block = control.chain.block(best.hash)
    assert block is not None
    assert block.extrinsics[INHERENTS:] == (given,)
    assert len(control.chain.pending()) == 1
    with pytest.raises(PoolError):
        control.new_blocks(transactions=[given])


def test_balances_and_issuance_agree(control: Control) -> None:
    before = issuances(control)
    control.set_balance(ZOE.public_key, 5 * TAO)
    assert control.faucet(ZOE.public_key, 2 * TAO) == control.free(ZOE.public_key) == 7 * TAO
    after = issuances(control)
    assert [now - then for now, then in zip(after, before, strict=True)] == [7 * TAO] * 2
    control.chain.author_block([signed(control, ZOE, transfer(control, BOB.public_key, TAO))])
    assert control.free(ZOE.public_key) < 6 * TAO
    control.set_balance(BOB.public_key, 0)
    assert control.free(BOB.public_key) == 0
    with pytest.raises(UsageError, match="at least 500 rao"):
        control.set_balance(ZOE.public_key, 499)


def test_storage_by_names(control: Control) -> None:
    control.set_storage(
        {
            "System": {
                "account": [[[ZOE.ss58_address], {"providers": 1, "data": {"free": "1000000"}}]]
            },
            "SubtensorModule": {
                "Tempo": [[[1], 77], [2, 5]],
                "NetworkRateLimit": 9,
                "BurnHalfLife": [[[1], "0x10"]],
            },
        }
    )
    assert control.free(ZOE.public_key) == 1_000_000
    assert read(control, "SubtensorModule", "Tempo", 1) == 77
    assert read(control, "SubtensorModule", "NetworkRateLimit") == 9
    assert read(control, "SubtensorModule", "BurnHalfLife", 1) == 16
    control.set_storage({"SubtensorModule": {"$removePrefix": ["Tempo"], "NetworkRateLimit": None}})
    assert read(control, "SubtensorModule", "Tempo", 1) == 10
    assert read(control, "SubtensorModule", "NetworkRateLimit") != 9
    control.set_storage([["0x6d696e65", "0x01"], ["0x6d696e6501", None]])
    assert control.chain.state().get(b"mine") == b"\x01"


@pytest.mark.parametrize(
    ("values", "text"),
    [
        (7, "a list of raw pairs"),
        ([["0x00"]], "not a pair"),
        ([["zz", "0x"]], "not a hex string"),
        ({"Sistem": {}}, "no pallet 'Sistem'"),
        ({"System": {"Acount": []}}, "no storage item 'Acount'"),
        ({"System": {"Account": {}}}, "since it is a map"),
        ({"System": {"Account": [[[], {}]]}}, "1 keys expected"),
        ({"System": {"Account": [[["0x00"], {}]]}}, "32 bytes expected"),
        ({"System": {"Account": [[["0x" + "00" * 32], {"fre": 1}]]}}, "no field 'fre'"),
        ({"System": {"Number": "many"}}, "not a whole number"),
        ({"System": {"ExecutionPhase": "Later"}}, "no case 'Later'"),
    ],
)
def test_storage_that_does_not_exist(control: Control, values: object, text: str) -> None:
    best = control.chain.best
    with pytest.raises(UsageError, match=text):
        control.set_storage(values)
    assert control.chain.best == best


def test_impersonation_ends_where_it_was_not_asked_for(control: Control) -> None:
    stranger = bytes(range(32))
    control.set_balance(stranger, 5 * TAO)
    call_ = transfer(control, ZOE.public_key, TAO)
    extrinsic = control.extrinsic_for(stranger, call_)
    with pytest.raises(PoolError):
        control.chain.submit(extrinsic)
    control.impersonate(stranger)
    with pytest.raises(PoolError):
        control.chain.submit(control.extrinsic_for(ALICE.public_key, call_))
    control.chain.author_block([signed(control, Impersonated(stranger), call_)])
    assert control.free(ZOE.public_key) == TAO
    control.stop_impersonating()
    with pytest.raises(PoolError):
        control.chain.author_block([control.extrinsic_for(stranger, call_)])
    assert control.chain.check(execute=True) == []


def test_the_next_epoch(control: Control) -> None:
    first = control.advance_to_epoch(1)
    assert read(control, "SubtensorModule", "LastEpochBlock", 1) == first.number
    assert control.advance_to_epoch(1).number == first.number + 10
    with pytest.raises(UsageError, match="no subnet 9"):
        control.advance_to_epoch(9)


def test_a_dry_run_says_what_would_change(control: Control) -> None:
    root = control.chain.state().root
    extrinsic = signed(control, ALICE, transfer(control, ZOE.public_key, TAO))
    result = control.dry_run(extrinsic)
    assert result.outcome == b"\x00\x00"
    named = [
        change["value"]["data"]["free"]
        for change in described(control.metadata, result.changes)
        if change.get("item") == "Account" and change["keys"] == ["0x" + ZOE.public_key.hex()]
    ]
    assert named == [TAO]
    assert control.chain.state().root == root
    rootly = call(control, "System", "set_heap_pages", pages=1)
    refused = control.dry_run_as(ALICE.public_key, rootly)
    assert refused.outcome[:2] == b"\x00\x01"
    assert control.chain.impersonation.accounts == frozenset()
    assert control.chain.impersonation.ever == frozenset()


def test_heads_by_number_and_hash(control: Control) -> None:
    blocks = [control.new_blocks() for _ in range(4)]
    assert control.set_head(-1) == blocks[2]
    assert control.set_head(1) == blocks[0]
    assert control.set_head(blocks[3].hash) == blocks[3]
    with pytest.raises(UsageError, match="no block 9"):
        control.set_head(9)


def test_a_key_that_nobody_has_signs_nothing_elsewhere() -> None:
    signer = Impersonated(Keypair.from_uri("//Alice").ss58_address)
    assert signer.sign(b"one") == signer.sign(b"two")
    assert not ALICE.verify(signer.sign(b"one"), b"one")
