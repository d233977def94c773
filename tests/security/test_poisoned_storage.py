"""Root writes anything anywhere with `System.set_storage`: blocks go on, and every read answers."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from btsdk.apis import subnet_info
from btsdk.errors import DecodeError
from btsdk.scale.primitives import compact_encode
from btsdk.storage import subtensor
from chain_spec.pallets import aura, system, timestamp
from chain_spec.pallets.subtensor import storage
from local_node.chain.chain import Chain
from local_node.chain.clock import Clock
from local_node.embedded.local_chain import LocalChain
from local_node.runtime.boundary import RuntimePanic
from local_node.runtime.frame import Context
from tests.security.poison import Poison, Poisoner
from tests.simulation.random_values import RandomValues
from tests.simulation.world import (
    COLDKEYS,
    HOTKEYS,
    START_MS,
    World,
    call,
    settled_world,
    sudo,
)

BLOCKS = 12
"""More than a tempo of the development chain, so that epochs run on what was written."""

NO_READS = frozenset(
    {
        "Core_execute_block",
        "Core_initialize_block",
        "BlockBuilder_apply_extrinsic",
        "BlockBuilder_check_inherents",
        "BlockBuilder_finalize_block",
        "BlockBuilder_inherent_extrinsics",
        "GenesisBuilder_build_state",
        "SessionKeys_generate_session_keys",
    }
)
"""Entry points that make blocks and geneses, and the one that needs a keystore."""

BRICKS = frozenset({"Aura.Authorities", "Aura.CurrentSlot", "Timestamp.Now"})
"""No chain has blocks without an author whose key is here, or after the end of time: what the
author says then is held by `test_author.py` and `test_time_bounds.py`."""

LARGE = frozenset({"SubtensorModule.SubnetworkN"})
"""65,535 neurons in a subnet make slow blocks, here as in Rust."""


@pytest.fixture(scope="module")
def world() -> World:
    return settled_world()


class Poisoned:
    """A copy of a settled chain on which root has its way."""

    def __init__(self, world: World) -> None:
        self._world = world
        self.chain: Chain = world.chain.copy(Clock(wall=lambda: START_MS + 10_000_000))

    def write(self, *items: tuple[bytes, bytes]) -> None:
        """By an extrinsic of Alice's, which sudo takes for root's."""
        signer, inner = sudo(call("System", "set_storage", items=list(items)))
        nonce: int = self.context().get(system.storage.Account, signer.public_key)["nonce"]
        self.chain.submit(self._world.signing.signed(signer, inner, nonce), produce=False)
        self.chain.author_block()

    def context(self) -> Context:
        state = self.chain.state()
        return self._world.runtime.executive.context(self._world.host.externalities(state))

    def make(self, blocks: int) -> None:
        first = self.chain.best.number
        for number in range(first + 1, first + blocks + 1):
            assert self.chain.author_block().number == number

    def read_all(self, chance: Random) -> None:
        """Ask every runtime API, with likely arguments."""
        registry, apis = self._world.interface.registry, self._world.interface.apis
        accounts = [who.public_key for who in (*COLDKEYS, *HOTKEYS)]
        values = RandomValues(registry, chance, accounts)
        for entry in self._world.runtime.executive.entries():
            if entry in NO_READS:
                continue
            api, _, method = entry.partition("_")
            inputs = apis[api].methods[method].inputs.values()
            arguments = values.arguments([self._world.interface.type_id(kind) for kind in inputs])
            panic = self._panic(entry, arguments)
            assert panic is None or "Bad input data" in panic, (entry, panic)

    def _panic(self, entry: str, arguments: bytes) -> str | None:
        """Why a call panicked, None where it did not."""
        try:
            self.chain.call(entry, arguments)
        except RuntimePanic as panic:
            return panic.reason
        return None


def expect_alive(world: World, chance: Random, writes: list[Poison]) -> None:
    poisoned = Poisoned(world)
    poisoned.write(*((one.key, one.value) for one in writes))
    poisoned.make(BLOCKS)
    assert poisoned.chain.failed_blocks == 0
    poisoned.read_all(chance)
    poisoned.chain.close()


def drawn(world: World, seed: int, skipped: frozenset[str]) -> tuple[Random, list[Poison]]:
    chance = Random(seed)
    poisoner, state = Poisoner(world, chance), world.chain.state()
    return chance, [poisoner.one(state, skipped) for _ in range(chance.choice((1, 2, 4, 8)))]


@settings(
    max_examples=12,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(st.integers(0, 2**64 - 1))
def test_no_bytes_under_any_item_stop_the_chain(world: World, seed: int) -> None:
    expect_alive(world, *drawn(world, seed, BRICKS | LARGE))


@pytest.mark.slow
@settings(
    max_examples=400,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(st.integers(0, 2**64 - 1))
def test_no_bytes_under_any_item_stop_the_chain_for_long(world: World, seed: int) -> None:
    expect_alive(world, *drawn(world, seed, BRICKS))


# One by one


def test_a_value_that_is_longer_than_its_type_reads_as_what_it_begins_with(world: World) -> None:
    """What the root-claim tests of the official SDK do: 32 bytes where the type takes 16."""
    poisoned = Poisoned(world)
    before = poisoned.context().get(storage.SubnetMovingPrice, 2)
    item = world.runtime.executive.assembly.schema.storage(storage.SubnetMovingPrice)
    raw = item.key(2)
    price = (3 << 32).to_bytes(16, "little")
    poisoned.write((raw, price + bytes(15) + b"\x01"))
    assert poisoned.chain.state().get(raw) is not None
    poisoned.make(BLOCKS)
    assert before is not None
    poisoned.read_all(Random(0))


@pytest.mark.parametrize("value", [b"", b"\xff", compact_encode(2**30 - 1), b"\xff" * 40])
def test_what_cannot_be_decoded_reads_as_missing(world: World, value: bytes) -> None:
    poisoned = Poisoned(world)
    view = world.runtime.executive.assembly.schema.storage(storage.ValidatorPermit)
    poisoned.write((view.key(2), value))
    poisoned.make(1)
    assert poisoned.context().get(storage.ValidatorPermit, 60_000) == []


@pytest.mark.parametrize(
    ("item", "value"),
    [
        (system.storage.Events, b"\xff" * 9),
        (system.storage.EventCount, b"\xff" * 4),
        (system.storage.ExecutionPhase, b"\x07"),
        (system.storage.BlockWeight, b"\xff" * 6),
        (system.storage.AllExtrinsicsLen, b"\xff" * 4),
        (system.storage.LastRuntimeUpgrade, b"\xff" * 3),
        (system.storage.Digest, b"\x04\x09"),
        (system.storage.ParentHash, b"\x01"),
        (system.storage.Number, b"\xff\xff\xff\xff"),
        (system.storage.ExtrinsicCount, b"\xff" * 4),
        (timestamp.storage.Now, (2**62).to_bytes(8, "little")),
        (timestamp.storage.DidUpdate, b"\x00"),
        (aura.storage.CurrentSlot, (2**40).to_bytes(8, "little")),
    ],
)
def test_blocks_go_on_whatever_the_frame_finds(world: World, item: Any, value: bytes) -> None:
    """A write that spoils its own block is left out of it; another block is made without it."""
    poisoned = Poisoned(world)
    poisoned.write((item.prefix, value))
    poisoned.make(2)
    poisoned.read_all(Random(0))
    assert not poisoned.chain.pool.entries()


@pytest.mark.parametrize("name", [b":extrinsic_index", b":intrablock_entropy", b":heappages"])
@pytest.mark.parametrize("value", [b"", b"\xff" * 4, b"\xff" * 40])
def test_blocks_go_on_whatever_lies_under_well_known_keys(
    world: World, name: bytes, value: bytes
) -> None:
    poisoned = Poisoned(world)
    poisoned.write((name, value))
    poisoned.make(2)


@pytest.mark.parametrize("code", [b"", b"garbage", b"\0asm garbage", b"\xff" * 300])
def test_the_bundled_runtime_goes_on_whatever_lies_under_code(world: World, code: bytes) -> None:
    poisoned = Poisoned(world)
    poisoned.write((b":code", code))
    poisoned.make(2)
    assert poisoned.chain.metadata()


def test_a_client_is_told_which_item_is_not_of_its_type() -> None:
    with LocalChain() as local:
        head = local.client.head
        item = local.control.metadata.storage("SubtensorModule", "SubnetMovingPrice")
        local.control.patch({item.key(1): bytes(15) + b"\x01" + bytes(16)})
        with pytest.raises(DecodeError, match=r"SubtensorModule\.SubnetMovingPrice"):
            head().storage(subtensor.SubnetMovingPrice, 1)
        assert head().call_api(subnet_info.get_all_dynamic_info)
        assert head().call_api(subnet_info.get_metagraph, 1) is not None
