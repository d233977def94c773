"""Random sealed extrinsics through the pool and the author: opened in their turn, or never.

What is sealed to a key on its way comes into the block of that key, with what it carried right
behind it if that is valid; what is sealed to any other key waits until its era ends. Nothing of it
ends in a panic, and a replay from genesis agrees.
"""

from __future__ import annotations

from collections import Counter
from random import Random
from typing import Any, NamedTuple

import pytest

from btsdk.keys import Keypair
from btsdk.shield import seal
from chain_spec.pallets import mev_shield
from chain_spec.transaction_errors import CustomTransactionError
from local_node.chain.errors import PoolError
from tests.simulation.envelopes import STRANGER, fragment, lookalike, public_key
from tests.simulation.signing import SHORT_PERIOD
from tests.simulation.test_simulation import replay
from tests.simulation.world import COLDKEYS, TAO, World, call, key

INHERENTS = 2
KEYS = ("NextKey", "PendingKey", "CurrentKey", "stranger")
BLOCKS_TO_TURN = {"NextKey": 2, "PendingKey": 1}
"""From the block whose state shows a key under a name to the one that is made with it."""
CONTENTS = ("transfer", "batch", "envelope", "stale", "poor", "noise", "nothing")
COMES_OUT = {"transfer", "batch", "envelope"}
"""Contents that are valid extrinsics by the time they are opened."""


class Sent(NamedTuple):
    """An envelope on its way: what the block that it is due in must hold, and when that is."""

    outer: bytes
    inner: bytes
    comes_out: bool
    due: int | None
    ends: int
    """The last block of its era."""


class Post:
    """Sends envelopes, one a signer at a time, and looks whether they arrive."""

    def __init__(self, world: World, seed: str) -> None:
        self.world = world
        self.seen: Counter[str] = Counter()
        self._chance = Random(seed)
        self._waiting: dict[Keypair, Sent] = {}

    def send(self) -> None:
        """One more, if somebody has none on the way."""
        free = [who for who in COLDKEYS if who not in self._waiting]
        if free:
            draw = self._chance.choices((self._sealed, self._lookalike, self._fragment), (8, 1, 1))
            draw[0](self._chance.choice(free))

    def block(self) -> None:
        """The next block; everybody whose envelope arrived, or grew too old, may send again."""
        chain = self.world.chain
        chain.author_block()
        now, block = chain.best.number, chain.block(chain.best.hash)
        assert block is not None
        body = list(block.extrinsics[INHERENTS:])
        for sent in self._waiting.values():
            if sent.due == now:
                at = body.index(sent.outer)
                assert body[at : at + 1 + sent.comes_out][1:] == [sent.inner] * sent.comes_out
                del body[at : at + 1 + sent.comes_out]
        assert not body, "nobody sent this, or it was not its turn"
        kept = {
            who: sent for who, sent in self._waiting.items() if now not in (sent.due, sent.ends)
        }
        self._waiting = kept
        assert {entry.extrinsic for entry in chain.pending()} == {s.outer for s in kept.values()}
        assert not self.world.runtime.panics, self.world.runtime.panics

    def _sealed(self, who: Keypair) -> None:
        name, content = self._chance.choice(KEYS), self._chance.choice(CONTENTS)
        inner = getattr(self, f"_{content}")(who, self.world.nonce(who) + 1)
        self._post(who, seal(inner, self._key(name)), name, content, inner)

    def _lookalike(self, who: Keypair) -> None:
        """Under the hash of a key that is due, nothing that it would open; or under no key's."""
        name = self._chance.choice(KEYS)
        ciphertext = lookalike(self._chance, seal(b"", self._key(name))[:16])
        self._post(who, ciphertext, name, "lookalike", b"")

    def _fragment(self, who: Keypair) -> None:
        shielded = call("MevShield", "submit_encrypted", ciphertext=fragment(self._chance))
        extrinsic = self._signed(who, shielded, self.world.nonce(who))
        with pytest.raises(PoolError) as refused:
            self.world.chain.submit(extrinsic, produce=False)
        code = CustomTransactionError.FailedShieldedTxParsing.value
        assert refused.value.data == f"Custom error: {code}"
        self.seen["refused"] += 1

    def _post(self, who: Keypair, ciphertext: bytes, name: str, content: str, inner: bytes) -> None:
        shielded = call("MevShield", "submit_encrypted", ciphertext=ciphertext)
        head, wait = self.world.chain.best.number, BLOCKS_TO_TURN.get(name)
        outer = self._signed(who, shielded, self.world.nonce(who))
        self.world.chain.submit(outer, produce=False)
        due = None if wait is None else head + wait
        comes_out = due is not None and content in COMES_OUT
        self._waiting[who] = Sent(outer, inner, comes_out, due, head + SHORT_PERIOD - 1)
        self.seen[f"{content} to {name}"] += 1

    def _key(self, name: str) -> bytes:
        if name == "stranger":
            return public_key(STRANGER)
        found: bytes | None = self.world.context().get(getattr(mev_shield.storage, name))
        assert found is not None, f"the chain shows no {name}"
        return found

    def _signed(self, who: Keypair, value: Any, nonce: int) -> bytes:
        born = self.world.chain.best
        return self.world.signing.signed(who, value, nonce, born=born, period=SHORT_PERIOD)

    # -- what is inside ---------------------------------------------------------------------------

    def _transfer(self, who: Keypair, nonce: int) -> bytes:
        return self._signed(who, _gift(), nonce)

    def _batch(self, who: Keypair, nonce: int) -> bytes:
        """Of which one fails: the extrinsic is valid all the same."""
        calls = [_gift(), _gift(10**9 * TAO)]
        return self._signed(who, call("Utility", "batch", calls=calls), nonce)

    def _envelope(self, who: Keypair, nonce: int) -> bytes:
        """Sealed to a key that has had its turn when it comes out: nobody opens it."""
        ciphertext = seal(self._transfer(who, nonce + 1), self._key("NextKey"))
        shielded = call("MevShield", "submit_encrypted", ciphertext=ciphertext)
        return self._signed(who, shielded, nonce)

    def _stale(self, who: Keypair, nonce: int) -> bytes:
        return self._signed(who, _gift(), nonce - 1)

    def _poor(self, who: Keypair, nonce: int) -> bytes:
        """By somebody who cannot pay for it."""
        return self._signed(key("nobody at all"), _gift(), 0)

    def _noise(self, who: Keypair, nonce: int) -> bytes:
        return self._chance.randbytes(self._chance.randrange(1, 400))

    def _nothing(self, who: Keypair, nonce: int) -> bytes:
        return b""


def _gift(value: int = TAO) -> Any:
    dest = ("Id", COLDKEYS[0].public_key)
    return call("Balances", "transfer_allow_death", dest=dest, value=value)


def run(seed: str, blocks: int) -> Post:
    """So many blocks with up to three envelopes each, and then until all are gone."""
    world = World()
    post = Post(world, seed)
    for _ in range(4):
        post.block()
    chance = Random(seed)
    for _ in range(blocks):
        for _ in range(chance.randrange(4)):
            post.send()
        post.block()
    for _ in range(SHORT_PERIOD):
        post.block()
    assert not world.chain.pending()
    assert world.chain.check(execute=True) == []
    assert replay(world).best == world.chain.best
    return post


def test_what_is_sealed_comes_out_in_its_turn_or_never() -> None:
    post = run("a few", 12)
    assert post.seen.total() > 12


@pytest.mark.slow
def test_many_sealed_extrinsics() -> None:
    post = run("many", 150)
    contents = {f"{content} to {name}" for content in CONTENTS for name in KEYS}
    assert post.seen.keys() >= {*contents, "refused"}, post.seen
