"""Shielded extrinsics through a chain: keys announced, extrinsics held back, opened, dropped."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from btsdk.keys import Keypair
from btsdk.shield import key_hash, seal
from chain_spec.chains import load
from local_node.chain.block import BlockRef
from local_node.chain.chain import Chain
from local_node.chain.clock import Clock
from local_node.chain.events import Status
from local_node.chain.modes import Instant, Manual
from local_node.chain.shield import ShieldKeys
from local_node.dev.control import Control
from local_node.embedded.local_chain import LocalChain
from local_node.runtime.boundary import Externalities
from local_node.runtime.bundled import runtime
from local_node.runtime.version import SHIELD_API, RuntimeVersion
from local_node.state.store import Store
from tests.unit.local_node.dev.signing import ALICE, BOB, call, signed, transfer

TAO = 10**9
ZOE = Keypair.from_uri("//Zoe")
START_MS = 1_700_000_000_000


@pytest.fixture
def control() -> Iterator[Control]:
    """A chain of four blocks: every stage of the rotation holds a key."""
    with LocalChain(clock=Clock(lambda: START_MS), mode=Manual(), beacon=False) as local:
        local.control.new_blocks(4)
        yield local.control


def stored(control: Control, item: str, pallet: str = "MevShield", *keys: object) -> Any:
    declared = control.metadata.storage(pallet, item)
    return declared.decode(control.chain.state().get(declared.key(*keys)))


def free(control: Control, account: Keypair) -> int:
    return int(stored(control, "Account", "System", account.public_key)["data"]["free"])


def envelope(control: Control, inner: bytes, key: bytes, nonce: int = 0) -> bytes:
    """The extrinsic that carries a sealed one, signed by Alice."""
    shielded = call(control, "MevShield", "submit_encrypted", ciphertext=seal(inner, key))
    return signed(control, ALICE, shielded, nonce, period=8)


def gift(control: Control, nonce: int = 1) -> bytes:
    """What is sealed: a TAO for Zoe from Alice."""
    return signed(control, ALICE, transfer(control, ZOE.public_key, TAO), nonce, period=8)


def body(control: Control, block: BlockRef) -> tuple[bytes, ...]:
    """The block's extrinsics behind the inherents."""
    found = control.chain.block(block.hash)
    assert found is not None
    return found.extrinsics[2:]


def test_each_block_announces_a_key_that_moves_towards_its_turn(control: Control) -> None:
    seen = []
    for _ in range(4):
        stages = [stored(control, name) for name in ("NextKey", "PendingKey", "CurrentKey")]
        assert len({*stages, None}) == 4
        seen.append(stages)
        control.new_blocks()
    for earlier, later in pairwise(seen):
        assert later[1:] == earlier[:-1]
    number = control.chain.best.number
    assert stored(control, "NextKeyExpiresAt") == number + 3
    assert stored(control, "PendingKeyExpiresAt") == number + 2


def test_it_waits_for_its_block_and_is_opened_there(control: Control) -> None:
    inner = gift(control)
    outer = envelope(control, inner, stored(control, "NextKey"))
    heard: list[Status] = []
    control.chain.submit_and_watch(outer, heard.append)
    assert body(control, control.chain.author_block()) == ()
    assert [entry.extrinsic for entry in control.chain.pending()] == [outer]
    assert body(control, control.chain.author_block()) == (outer, inner)
    assert free(control, ZOE) == TAO
    assert len(control.chain.pool) == 0
    assert [status.kind for status in heard] == ["ready", "inBlock", "finalized"]
    assert control.chain.check(execute=True) == []


def test_what_depends_on_it_waits_with_it(control: Control) -> None:
    outer = envelope(control, gift(control), stored(control, "NextKey"))
    later = signed(control, ALICE, transfer(control, BOB.public_key, TAO), 2)
    control.chain.submit(outer)
    control.chain.submit(later)
    assert body(control, control.chain.author_block()) == ()
    assert len(control.chain.pool) == 2
    control.chain.author_block()
    assert later in body(control, control.chain.author_block())
    assert len(control.chain.pool) == 0


def test_on_demand_blocks_are_made_until_it_is_in(control: Control) -> None:
    chain = control.chain
    chain.mode = Instant()
    before = chain.best.number
    inner = gift(control)
    chain.submit(envelope(control, inner, stored(control, "NextKey")))
    assert chain.best.number == before + 2
    assert body(control, chain.best)[1:] == (inner,)
    assert free(control, ZOE) == TAO


def test_one_that_nobody_can_open_stays_until_its_era_ends(control: Control) -> None:
    chain = control.chain
    chain.mode = Instant()
    foreign = ShieldKeys(Store(), None).announced_on(bytes(32))  # type: ignore[arg-type]
    number = chain.best.number
    chain.submit(envelope(control, gift(control), foreign))
    assert chain.best.number == number + 1
    for _ in range(8):
        chain.author_block()
    assert len(chain.pool) == 0
    assert stored(control, "Account", "System", ALICE.public_key)["nonce"] == 0


@pytest.mark.parametrize(
    "inside",
    [b"no extrinsic", b"\x10abcd", b""],
)
def test_the_envelope_pays_for_junk(control: Control, inside: bytes) -> None:
    outer = envelope(control, inside, stored(control, "PendingKey"))
    before = free(control, ALICE)
    control.chain.submit(outer)
    assert body(control, control.chain.author_block()) == (outer,)
    assert free(control, ALICE) < before


def test_an_invalid_extrinsic_inside_is_left_out(control: Control) -> None:
    outer = envelope(control, gift(control, nonce=5), stored(control, "PendingKey"))
    control.chain.submit(outer)
    assert body(control, control.chain.author_block()) == (outer,)
    assert free(control, ZOE) == 0


def test_the_keys_survive_a_restart_and_a_revert(tmp_path: Path) -> None:
    path, spec = tmp_path / "dev.chain", load("dev")
    chain = Chain.open(spec, Store(path), mode=Manual())
    for _ in range(4):
        chain.author_block()
    key = (
        Control(chain)
        .metadata.storage("MevShield", "NextKey")
        .decode(chain.state().get(mev_key(chain)))
    )
    chain.close()
    again = Chain.open(spec, Store(path), mode=Manual())
    control = Control(again)
    assert stored(control, "NextKey") == key
    inner = gift(control)
    again.submit(envelope(control, inner, key))
    again.author_block()
    assert inner in body(control, again.author_block())
    # The same block made anew announces the same key.
    announced = stored(control, "AuthorKeys", "MevShield", author(control))
    parent = again.header(again.best.hash)
    assert parent is not None
    again.revert_to(parent.parent_hash)
    again.author_block()
    assert stored(control, "AuthorKeys", "MevShield", author(control)) == announced
    again.close()


def mev_key(chain: Chain) -> bytes:
    return Control(chain).metadata.storage("MevShield", "NextKey").key()


def author(control: Control) -> bytes:
    found: bytes = stored(control, "Authorities", "Aura")[0]
    return found


def test_another_chains_secret_gives_other_keys(control: Control) -> None:
    other = ShieldKeys(Store(), None)  # type: ignore[arg-type]
    parent = bytes(32)
    assert other.announced_on(parent) == other.announced_on(parent)
    assert ShieldKeys(Store(), None).announced_on(parent) != other.announced_on(parent)  # type: ignore[arg-type]
    assert key_hash(stored(control, "NextKey")) != key_hash(other.announced_on(parent))


class LaterShield:
    """The bundled runtime with `ShieldApi` in its second version, as releases after 425 have it:
    answers are results, with an error where something sealed cannot be taken apart or opened."""

    def __init__(self) -> None:
        self._executive = runtime(load("dev").interface)

    def call(self, entry: str, args: bytes, ext: Externalities) -> bytes:
        answer = self._executive.call(entry, args, ext)
        if entry == "Core_version":
            version = RuntimeVersion.decode(answer)
            apis = tuple((api, 2 if api == SHIELD_API else number) for api, number in version.apis)
            return version._replace(apis=apis).encode()
        if entry == "ShieldApi_try_decode_shielded_tx" and answer[0] == 1:
            return b"\x01\x00" + answer[1:]
        return answer


def test_under_another_version_of_the_api_an_envelope_is_an_extrinsic_like_any_other() -> None:
    later = Chain.open(load("dev"), Store(None), Clock(lambda: START_MS), LaterShield())
    later.mode = Manual()
    control = Control(later)
    control.new_blocks(4)
    outer = envelope(control, gift(control), stored(control, "NextKey"))
    later.submit(outer)
    assert body(control, later.author_block()) == (outer,)
    assert free(control, ZOE) == 0
    later.close()
