"""The chain as its users meet it, on a runtime that the host has never heard of."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from btsdk.errors import ChainFileError, UsageError
from btsdk.frozen import replace
from btsdk.keys.keypair import Keypair
from btsdk.keys.verifying import verify
from local_node.chain.authoring import AuthoringError, extrinsic_hash
from local_node.chain.block import ZERO_HASH, Block
from local_node.chain.chain import Chain
from local_node.chain.errors import PoolError, StateDiscarded, UnknownBlock
from local_node.chain.events import (
    Event,
    ExtrinsicStatus,
    Finalized,
    HeadMoved,
    Imported,
    Status,
    StorageChanged,
)
from local_node.chain.importing import BadBlock
from local_node.chain.modes import Instant, Interval, Manual
from local_node.runtime.boundary import Externalities, UnknownEntry
from local_node.state.store import Store
from local_node.state.trie import EMPTY_ROOT, ordered_root
from tests.unit.local_node.chain.conftest import START_MS, Open, Wall
from tests.unit.local_node.chain.counter import (
    FAILS_IN_DISPATCH,
    ONE,
    PANICS,
    ROOM,
    SLOT_MS,
    TOO_MUCH,
    CounterRuntime,
    Spec,
    add,
    read_u32,
    set_time,
    with_length,
)
from tests.unit.local_node.state import reference


def total(chain: Chain, at: bytes | None = None) -> int:
    return read_u32(chain.state(at).get(b"sum"))


def refusal(chain: Chain, extrinsic: bytes) -> tuple[int, str, str | None]:
    with pytest.raises(PoolError) as caught:
        chain.submit(extrinsic)
    return caught.value.code, caught.value.text, caught.value.data


def kinds(events: list[Event], name: bytes) -> list[str]:
    return [e.status.kind for e in events if isinstance(e, ExtrinsicStatus) and e.hash == name]


# Genesis


def test_genesis_depends_on_the_spec_alone(open_chain: Open) -> None:
    first, again = open_chain(spec=Spec(sum=5)), open_chain(spec=Spec(sum=5))
    other = open_chain(spec=Spec(sum=6))
    assert first.genesis_hash == again.genesis_hash != other.genesis_hash
    header = first.header(first.genesis_hash)
    assert header is not None
    assert (header.number, header.parent_hash, header.digest) == (0, ZERO_HASH, ())
    assert header.extrinsics_root == EMPTY_ROOT
    assert header.state_root == reference.root(dict(first.state().items()))
    assert total(first) == 5


def test_a_spec_that_the_runtime_refuses_is_the_users_error(open_chain: Open) -> None:
    with pytest.raises(UsageError, match="the sum cannot be negative"):
        open_chain(spec=Spec(sum=-1))


# Blocks


def test_a_submission_is_in_a_sealed_block_at_once(chain: Chain) -> None:
    chain.submit(add(1, 0, 10))
    assert (chain.best.number, total(chain)) == (1, 10)
    block = chain.block(chain.best.hash)
    assert block is not None
    assert block.extrinsics == (set_time(START_MS), add(1, 0, 10))
    assert block.header.state_root == reference.root(dict(chain.state().items()))
    assert block.header.extrinsics_root == reference.ordered(block.extrinsics)
    assert block.header.slot == START_MS // SLOT_MS
    assert block.header.parent_hash == chain.genesis_hash == chain.hash_at(0)
    seal = block.header.seal
    assert seal is not None
    assert seal.engine == b"aura"
    assert verify(seal.data, block.header.unsealed().hash, ONE)


def test_every_block_has_a_later_slot_and_the_wall_catches_up(chain: Chain, wall: Wall) -> None:
    for _ in range(4):
        chain.author_block()
    assert chain.ahead_ms == 3 * SLOT_MS
    wall.ms += 2 * SLOT_MS
    chain.author_block()
    assert chain.ahead_ms == 2 * SLOT_MS
    wall.ms += 60_000
    chain.author_block()
    assert chain.ahead_ms == 0
    assert chain.timestamp_ms == wall.ms


def test_time_travels_forward_only(chain: Chain) -> None:
    chain.travel_to(START_MS + 3_600_000)
    chain.author_block()
    assert chain.timestamp_ms == START_MS + 3_600_000
    assert chain.ahead_ms == 3_600_000
    with pytest.raises(UsageError, match="before it"):
        chain.travel_to(START_MS)


def test_a_failed_dispatch_is_in_the_block_all_the_same(chain: Chain) -> None:
    chain.submit(add(1, 0, FAILS_IN_DISPATCH))
    assert (chain.best.number, total(chain)) == (1, 0)
    chain.submit(add(1, 1, 5))
    assert total(chain) == 5


def test_what_makes_the_runtime_panic_leaves_nothing_behind(chain: Chain) -> None:
    heard: list[Status] = []
    chain.mode = Manual()
    chain.submit_and_watch(add(1, 0, PANICS), heard.append)
    chain.submit(add(2, 0, 7))
    chain.author_block()
    assert [status.kind for status in heard] == ["ready", "invalid"]
    assert total(chain) == 7
    assert chain.state().get(b"nonce \x01") is None
    assert chain.check(execute=True) == []


def test_a_full_block_leaves_the_rest_for_the_next(chain: Chain) -> None:
    chain.mode = Manual()
    for nonce in range(ROOM + 20):
        chain.submit(add(1, nonce, 1))
    chain.author_block()
    assert total(chain) == ROOM
    assert len(chain.pool) == 20
    chain.author_block()
    assert (total(chain), len(chain.pool)) == (ROOM + 20, 0)


def test_forced_extrinsics_come_first_and_alone_if_asked(chain: Chain) -> None:
    chain.mode = Manual()
    chain.submit(add(1, 0, 1))
    chain.author_block([add(2, 0, 2)], only=True)
    assert (total(chain), len(chain.pool)) == (2, 1)
    with pytest.raises(PoolError) as caught:
        chain.author_block([add(2, 0, 2)])
    assert caught.value.data == "Transaction is outdated"
    assert chain.best.number == 1


def test_a_runtime_without_slots_has_neither_slot_nor_seal(open_chain: Open) -> None:
    chain = open_chain(runtime=CounterRuntime(aura=False))
    chain.submit(add(1, 0, 3))
    header = chain.header(chain.best.hash)
    assert header is not None
    assert (header.digest, total(chain)) == ((), 3)


def test_an_authority_without_a_key_is_said_so(open_chain: Open) -> None:
    chain = open_chain(authorities=[])
    with pytest.raises(AuthoringError, match="not in the node's keyring"):
        chain.author_block()
    assert chain.best.number == 0


def test_a_header_that_the_runtime_gets_wrong_is_caught(open_chain: Open) -> None:
    class Forgetful(CounterRuntime):
        def noted(self, ext: object) -> list[bytes]:
            return []

    with pytest.raises(AuthoringError, match="extrinsics root"):
        open_chain(runtime=Forgetful()).author_block()


# The pool's answers


def test_refusals_have_substrates_codes_and_words(chain: Chain) -> None:
    chain.submit(add(1, 0, 1))
    invalid = (1010, "Invalid Transaction")
    assert refusal(chain, add(1, 0, 2)) == (*invalid, "Transaction is outdated")
    assert refusal(chain, add(1, 1, TOO_MUCH + 1)) == (
        *invalid,
        "Inability to pay some fees (e.g. account balance too low)",
    )
    assert refusal(chain, with_length(b"\x07")) == (*invalid, "Transaction call is not expected")
    code, text, data = refusal(chain, b"\xff\xff")
    assert code == 1002
    reason = "Execution failed: Runtime panicked: "
    assert text.startswith(f"Verification Error: Runtime error: {reason}")
    assert str(data).startswith(f'RuntimeApi("{reason}')
    assert refusal(chain, b"\xff\xff")[0] == 1002  # it is not banned
    assert refusal(chain, add(255, 0, 1)) == (
        1011,
        "Unknown Transaction Validity",
        "CannotLookup",
    )
    assert refusal(chain, add(1, 0, 1))[0] == 1012
    assert refusal(chain, add(1, 0, 2)) == (1012, "Transaction is temporarily banned", None)
    waiting = chain.submit(add(1, 5, 1))
    assert refusal(chain, add(1, 5, 1)) == (
        1013,
        "Transaction Already Imported",
        f"0x{waiting.hex()}",
    )
    assert chain.best.number == 1


def test_a_nonce_gap_waits_and_all_go_together(chain: Chain) -> None:
    chain.submit(add(1, 1, 10))
    assert (chain.best.number, len(chain.pool)) == (0, 1)
    chain.submit(add(1, 0, 1))
    assert (chain.best.number, total(chain), len(chain.pool)) == (1, 11, 0)


def test_a_block_from_elsewhere_promotes_who_waited_for_it(chain: Chain) -> None:
    chain.mode = Manual()
    chain.submit(add(1, 1, 10))
    chain.author_block([add(1, 0, 1)], only=True)
    chain.author_block()
    assert total(chain) == 11


def test_a_watch_hears_the_whole_life(chain: Chain) -> None:
    heard: list[Status] = []
    chain.submit(add(1, 0, 1))
    name, _ = chain.submit_and_watch(add(1, 2, 1), heard.append)
    chain.submit(add(1, 1, 1))
    assert name == extrinsic_hash(add(1, 2, 1))
    best = chain.best.hash
    assert heard == [
        Status("future"),
        Status("ready"),
        Status("inBlock", best, 2),
        Status("finalized", best, 2),
    ]
    cancelled: list[Status] = []
    _, cancel = chain.submit_and_watch(add(1, 4, 1), cancelled.append)
    cancel()
    chain.submit(add(1, 3, 1))
    assert cancelled == [Status("future")]


def test_a_refused_watch_hears_nothing(chain: Chain) -> None:
    heard: list[Status] = []
    with pytest.raises(PoolError):
        chain.submit_and_watch(add(1, 0, TOO_MUCH + 1), heard.append)
    assert heard == []


def test_the_pool_can_be_read_in_order_and_emptied(chain: Chain) -> None:
    chain.mode = Manual()
    first, second = chain.submit(add(1, 0, 1)), chain.submit(add(1, 1, 1, priority=9))
    other = chain.submit(add(2, 0, 1, priority=5))
    assert [entry.hash for entry in chain.pending()] == [other, first, second]
    assert set(chain.remove([first])) == {first, second}
    assert [entry.extrinsic for entry in chain.pending()] == [add(2, 0, 1, priority=5)]


def test_replacement_usurps(chain: Chain) -> None:
    chain.mode = Manual()
    heard: list[Status] = []
    chain.submit_and_watch(add(1, 0, 1, priority=2), heard.append)
    assert refusal(chain, add(1, 0, 9, priority=1))[0] == 1014
    new = chain.submit(add(1, 0, 9, priority=3))
    chain.author_block()
    assert heard == [Status("ready"), Status("usurped", new)]
    assert total(chain) == 9


def test_mortal_extrinsics_die_and_stale_ones_are_found(chain: Chain) -> None:
    chain.mode = Manual()
    events: list[Event] = []
    chain.listen(events.append)
    mortal = chain.submit(add(1, 3, 1, lifetime=2))
    stale = chain.submit(add(2, 0, 1))
    chain.author_block([add(2, 0, 50)], only=True)
    chain.author_block(only=True)
    chain.author_block(only=True)
    assert kinds(events, mortal) == ["future", "invalid"]
    assert kinds(events, stale) == ["ready", "invalid"]
    assert len(chain.pool) == 0


def test_each_extrinsic_is_validated_once_on_its_way(open_chain: Open) -> None:
    runtime = CounterRuntime()
    chain = open_chain(runtime=runtime)
    for nonce in range(5):
        chain.submit(add(1, nonce, 1))
    assert runtime.calls["TaggedTransactionQueue_validate_transaction"] == 5
    assert len(runtime.applied) == 5


# Events


def test_events_come_in_order_and_after_the_fact(chain: Chain) -> None:
    events: list[Event] = []

    def listener(event: Event) -> None:
        if isinstance(event, Imported):
            assert chain.best == event.block.ref
        events.append(event)

    cancel = chain.listen(listener)
    chain.submit(add(1, 0, 4))
    kinds_heard = [type(event) for event in events]
    assert kinds_heard[:3] == [ExtrinsicStatus, Imported, StorageChanged]
    assert Finalized in kinds_heard
    changed = next(event for event in events if isinstance(event, StorageChanged))
    assert changed.changes[b"sum"] == b"\x04\x00\x00\x00"
    assert b":code" not in changed.keys
    cancel()
    chain.author_block()
    assert [type(event) for event in events] == kinds_heard


def test_a_listener_may_submit(chain: Chain) -> None:
    seen: list[int] = []

    def listener(event: Event) -> None:
        if isinstance(event, Imported):
            seen.append(event.block.number)
            if event.block.number < 3:
                chain.submit(add(1, event.block.number, 1))

    chain.listen(listener)
    chain.submit(add(1, 0, 1))
    assert (seen, total(chain)) == ([1, 2, 3], 3)


# Modes


def test_an_interval_makes_blocks_on_its_beat(open_chain: Open, wall: Wall) -> None:
    chain = open_chain(mode=Interval(12))
    chain.submit(add(1, 0, 1))
    assert chain.best.number == 0
    due = chain.next_tick_ms()
    assert due is not None
    assert 0 < due <= 12_000
    assert chain.tick() is None
    wall.ms += due
    assert chain.tick() == chain.best
    assert (chain.best.number, total(chain), chain.tick()) == (1, 1, None)
    assert chain.next_tick_ms() == 12_000


def test_a_heartbeat_fills_the_silence(open_chain: Open, wall: Wall) -> None:
    chain = open_chain(mode=Instant(heartbeat=1.0))
    assert (chain.tick(), chain.next_tick_ms()) == (None, 1000)
    wall.ms += 600
    chain.submit(add(1, 0, 1))
    assert chain.next_tick_ms() == 1000
    wall.ms += 1000
    assert chain.tick() is not None
    assert chain.best.number == 2


def test_a_timed_block_stops_taking_in_when_its_time_is_over(open_chain: Open, wall: Wall) -> None:
    class Slow(CounterRuntime):
        def apply(self, args: bytes, ext: Externalities) -> bytes:
            wall.ms += 1000
            return super().apply(args, ext)

    chain = open_chain(runtime=Slow(), mode=Interval(6))
    for nonce in range(10):
        chain.submit(add(1, nonce, 1))
    wall.ms += chain.next_tick_ms() or 0
    assert chain.tick() is not None
    assert (total(chain), len(chain.pool)) == (3, 7)


def test_modes_change_while_running(chain: Chain) -> None:
    chain.mode = Manual()
    chain.submit(add(1, 0, 1))
    assert (chain.best.number, chain.next_tick_ms()) == (0, None)
    chain.mode = Instant()
    assert (chain.best.number, total(chain)) == (1, 1)


def test_many_submissions_may_share_a_block(chain: Chain) -> None:
    for nonce in range(10):
        chain.submit(add(1, nonce, 1), produce=False)
    chain.produce()
    assert (chain.best.number, total(chain)) == (1, 10)


# Branches


def test_a_revert_takes_blocks_back_and_states_stay(chain: Chain) -> None:
    for nonce in range(4):
        chain.submit(add(1, nonce, 1))
    left = chain.best
    target = chain.hash_at(2)
    assert target is not None
    events: list[Event] = []
    chain.listen(events.append)
    chain.revert_to(target)
    assert (chain.best.number, total(chain), chain.hash_at(3)) == (2, 2, None)
    moved = events[0]
    assert isinstance(moved, HeadMoved)
    assert [ref.number for ref in moved.retracted] == [4, 3]
    changed = events[1]
    assert isinstance(changed, StorageChanged)
    assert changed.changes[b"sum"] == b"\x02\x00\x00\x00"
    assert total(chain, left.hash) == 4
    chain.submit(add(9, 0, 100))
    assert (chain.best.number, total(chain)) == (3, 102)
    chain.revert_to(left.hash)
    assert (chain.best, total(chain)) == (left, 4)
    assert chain.check(execute=True) == []


def test_the_same_block_made_again_is_gone_back_to(open_chain: Open) -> None:
    """Where a block has no seal of its own, nothing tells two of them apart."""
    chain = open_chain(runtime=CounterRuntime(aura=False), mode=Manual())
    made = chain.author_block([add(1, 0, 5)])
    chain.revert_to(chain.genesis_hash)
    events: list[Event] = []
    chain.listen(events.append)
    assert chain.author_block([add(1, 0, 5)]) == made == chain.best
    assert isinstance(events[0], HeadMoved)
    assert total(chain) == 5
    chain.author_block()
    assert chain.check(execute=True) == []


def test_a_reorganisation_brings_extrinsics_back(open_chain: Open) -> None:
    chain, other = open_chain(), open_chain()
    chain.mode = Manual()
    chain.set_finality_lag(2)
    events: list[Event] = []
    chain.listen(events.append)
    lost = chain.submit(add(1, 0, 5))
    chain.author_block()
    for nonce in range(2):
        other.submit(add(2, nonce, 1))
    for number in (1, 2):
        block = other.block(other.hash_at(number) or b"")
        assert block is not None
        chain.import_block(block)
    assert chain.best == other.best
    assert kinds(events, lost) == ["ready", "inBlock", "retracted", "ready"]
    imported = [event for event in events if isinstance(event, Imported)]
    assert [len(event.retracted) for event in imported] == [0, 1, 0]
    chain.author_block()
    assert total(chain) == 7
    assert chain.check(execute=True) == []


def test_an_imported_block_must_hold(open_chain: Open) -> None:
    chain, other = open_chain(), open_chain()
    other.submit(add(1, 0, 5))
    block = other.block(other.best.hash)
    assert block is not None
    header = block.header
    stranger = Keypair.from_uri("//Stranger")
    seal = header.seal
    assert seal is not None
    unsealed = header.unsealed()
    forged = unsealed.sealed(seal._replace(data=stranger.sign(unsealed.hash)))
    more = (*block.extrinsics, add(1, 1, 1))
    resealed = _reseal(block, more)
    for bad, reason in (
        (Block(forged, block.extrinsics), "its seal is not by"),
        (Block(header.unsealed(), block.extrinsics), "no slot or no seal"),
        (Block(header, more), "extrinsics root"),
        (resealed, "the header does not hold"),
    ):
        with pytest.raises(BadBlock, match=reason):
            chain.import_block(bad)
    with pytest.raises(UnknownBlock):
        chain.import_block(Block(replace(header, parent_hash=b"\x05" * 32), block.extrinsics))
    assert chain.best.number == 0
    assert chain.import_block(block) == other.best == chain.import_block(block)


def _reseal(block: Block, extrinsics: tuple[bytes, ...]) -> Block:
    seal = block.header.seal
    assert seal is not None
    header = replace(block.header.unsealed(), extrinsics_root=ordered_root(extrinsics))
    signature = Keypair.from_uri("//One").sign(header.hash)
    return Block(header.sealed(seal._replace(data=signature)), extrinsics)


# Reading


def test_views_stay_what_they_were(chain: Chain) -> None:
    before = chain.state()
    for nonce in range(3):
        chain.submit(add(1, nonce, 1))
    assert read_u32(before.get(b"sum")) == 0
    assert before.keys(b"nonce ") == []
    assert chain.state().keys(b"nonce ") == [b"nonce \x01"]
    assert before.block.number == 0
    middle = chain.state(chain.hash_at(2))
    proof = middle.proof([b"sum", b"absent"])
    assert reference.prove(middle.root, proof, b"sum") == b"\x02\x00\x00\x00"
    assert reference.prove(middle.root, proof, b"absent") is None


def test_calls_change_nothing(chain: Chain) -> None:
    root = chain.state().root
    chain.dry_run(add(1, 0, 5))
    chain.validate(add(1, 0, 5))
    chain.call("GenesisBuilder_build_state", with_length(b'{"sum":9}'))
    assert (chain.state().root, chain.best.number, len(chain.pool)) == (root, 0, 0)
    assert chain.dry_run(add(1, 0, 5)) == b"\x00\x00"
    assert chain.dry_run(add(1, 0, FAILS_IN_DISPATCH)) == b"\x00\x01\x02"
    with pytest.raises(UnknownEntry):
        chain.call("Nonsense_entry")


def test_version_and_metadata_are_asked_once_per_code(open_chain: Open) -> None:
    runtime = CounterRuntime()
    chain = open_chain(runtime=runtime)
    for nonce in range(3):
        chain.submit(add(1, nonce, 1))
        assert chain.metadata() == b"meta of counter 1"
        assert chain.version(chain.genesis_hash).spec_version == 7
    assert runtime.calls["Core_version"] == runtime.calls["Metadata_metadata"] == 1


def test_unknown_blocks_are_named(chain: Chain) -> None:
    assert chain.header(b"\x01" * 32) is None
    assert chain.block(b"\x01" * 32) is None
    with pytest.raises(UnknownBlock, match="0x0101"):
        chain.state(b"\x01" * 32)
    with pytest.raises(UnknownBlock):
        chain.revert_to(b"\x01" * 32)


def test_a_pruned_state_is_refused_and_its_block_is_not(open_chain: Open) -> None:
    chain = open_chain(Store(keep=2))
    for nonce in range(5):
        chain.submit(add(1, nonce, 1))
    old = chain.hash_at(2)
    assert old is not None
    with pytest.raises(StateDiscarded):
        chain.state(old)
    with pytest.raises(StateDiscarded):
        chain.revert_to(old)
    assert chain.block(old) is not None
    assert (total(chain), total(chain, chain.hash_at(4))) == (5, 4)
    assert chain.check(execute=True) == []


# Files


def test_a_chain_goes_on_where_it_stopped(open_chain: Open, tmp_path: Path) -> None:
    chain = open_chain(Store(tmp_path / "c"))
    chain.submit(add(1, 0, 5))
    chain.travel_to(START_MS + 1_000_000)
    best, genesis = chain.best, chain.genesis_hash
    chain.close()
    again = open_chain(Store(tmp_path / "c"))
    assert (again.best, again.genesis_hash, total(again)) == (best, genesis, 5)
    assert again.clock.offset_ms == 1_000_000
    again.submit(add(1, 1, 5))
    assert again.check(execute=True) == []


def test_a_file_of_another_chain_is_refused(open_chain: Open, tmp_path: Path) -> None:
    open_chain(Store(tmp_path / "c"), spec=Spec("one", sum=1)).close()
    with (
        closing(Store(tmp_path / "c")) as store,
        pytest.raises(ChainFileError, match="chain 'one', not chain 'two'"),
    ):
        open_chain(store, spec=Spec("two", sum=1))


def test_a_changed_spec_is_refused(open_chain: Open, tmp_path: Path) -> None:
    open_chain(Store(tmp_path / "c"), spec=Spec("one", sum=1)).close()
    with (
        closing(Store(tmp_path / "c")) as store,
        pytest.raises(ChainFileError, match="another version of chain 'one'"),
    ):
        open_chain(store, spec=Spec("one", sum=2))


def test_threads_may_share_a_chain(chain: Chain) -> None:
    def use(account: int) -> None:
        for nonce in range(10):
            chain.submit(add(account, nonce, 1))
            assert chain.state().get(b"nonce " + bytes([account])) is not None
            chain.call("Core_version")

    with ThreadPoolExecutor(4) as threads:
        list(threads.map(use, range(1, 5)))
    assert total(chain) == 40
    assert chain.check(execute=True) == []
