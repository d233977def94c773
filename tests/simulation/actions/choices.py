"""Whom an action concerns, and how much: choices on one state from one source of chance."""

from __future__ import annotations

from random import Random
from typing import Any

from btsdk.keys import Keypair
from btsdk.pow import ClassicForm, Form
from btsdk.pow.reference import search
from chain_spec.pallets import system
from chain_spec.pallets.subtensor import storage
from local_node.runtime.frame import Context
from local_node.runtime.pallets.subtensor.staking.stake import stake_of
from tests.simulation.world import COLDKEYS, HOTKEYS, call, key

Signed = tuple[Keypair, Any]

SPARE_COLDKEYS = tuple(key(f"coldkey/{number}") for number in range(6))
SPARE_HOTKEYS = tuple(key(f"hotkey/{number}") for number in range(len(HOTKEYS), 2 * len(HOTKEYS)))
"""Hotkeys that others are swapped for."""
SIGNERS = {who.public_key: who for who in (*COLDKEYS, *HOTKEYS, *SPARE_COLDKEYS, *SPARE_HOTKEYS)}


def as_root(inner: Any) -> Signed:
    """A call of root, by the sudo key."""
    return key("Alice"), call("Sudo", "sudo", call=inner)


class Choices:
    """What the accounts may choose from on a state."""

    def __init__(self, ctx: Context, chance: Random) -> None:
        self.ctx = ctx
        self.chance = chance
        self.netuids = [n for n, added in ctx.iter(storage.NetworksAdded) if added and n]

    def signer(self, account: bytes) -> Keypair | None:
        """Who signs for an account, if anybody here can."""
        return SIGNERS.get(account)

    def encode(self, value: Any) -> bytes:
        """The SCALE of a call."""
        return self.ctx.runtime.encode_call(value)

    def coldkey(self) -> Keypair:
        return self.chance.choice(COLDKEYS)

    def netuid(self, *, root: bool = False) -> int:
        return self.chance.choice([0, *self.netuids] if root else self.netuids)

    def amount(self) -> int:
        return self.chance.randrange(10**6, 10 ** self.chance.choice((7, 9, 10, 11, 12)))

    def hotkey(self) -> bytes:
        """One that somebody owns."""
        known = (who.public_key for who in (*HOTKEYS, *SPARE_HOTKEYS))
        return self.chance.choice([account for account in known if self.owner(account)])

    def owner(self, hotkey: bytes) -> Keypair | None:
        if not self.ctx.contains(storage.Owner, hotkey):
            return None
        return SIGNERS.get(self.ctx.get(storage.Owner, hotkey))

    def neuron(self, netuid: int) -> Keypair | None:
        """A hotkey that holds a uid."""
        hotkeys = list(self.ctx.values(storage.Keys, netuid))
        return SIGNERS.get(self.chance.choice(hotkeys)) if hotkeys else None

    def owned_pair(self) -> tuple[Keypair, bytes] | None:
        hotkey = self.hotkey()
        owner = self.owner(hotkey)
        return None if owner is None else (owner, hotkey)

    def stake(self, *, root: bool = True) -> tuple[Keypair, bytes, int, int] | None:
        """Coldkey, hotkey, netuid and alpha of a stake that is there."""
        coldkey, netuid = self.coldkey(), self.netuid(root=root)
        stakes = [
            (coldkey, hotkey, netuid, alpha)
            for hotkey in self.ctx.get(storage.StakingHotkeys, coldkey.public_key)
            if (alpha := stake_of(self.ctx, hotkey, coldkey.public_key, netuid))
        ]
        return self.chance.choice(stakes) if stakes else None

    def part(self, amount: int) -> int:
        return self.chance.choice((amount, amount // 2, amount // 3 + 1, amount + 1))

    def classic_proof(self, account: bytes, difficulty: int) -> dict[str, Any] | None:
        return self.proof(ClassicForm(account), difficulty)

    def proof(self, form: Form, difficulty: int) -> dict[str, Any] | None:
        """A proof on the newest block whose hash the runtime knows, by the plain search."""
        number = self.ctx.block_number - 1
        block_hash = self.ctx.get(system.storage.BlockHash, number)
        puzzle = form.puzzle(block_hash)
        nonce = search(puzzle, difficulty, 0, 4 * difficulty) if difficulty <= 20_000 else None
        if nonce is None:
            return None
        return {"block_number": number, "nonce": nonce, "work": puzzle.seal(nonce)}
