"""Random calls on a state that is thrown away afterwards, each looked at by itself.

An episode executes extrinsics through the runtime's entry points on top of one state of a chain,
and compares what was written before and after each one: so it sees what a failed call leaves.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from random import Random
from typing import Any

from btsdk.errors import DecodeError
from btsdk.keys import Keypair
from btsdk.scale.primitives import compact_encode
from chain_spec.pallets import system
from chain_spec.runtime import OUTER_CALL, PALLETS
from local_node.chain.block import (
    AURA,
    PRE_RUNTIME,
    ZERO_HASH,
    BlockRef,
    DigestItem,
    Header,
    decode_body,
)
from local_node.chain.inherents import Moment, inherent_data
from local_node.runtime.boundary import RuntimePanic
from local_node.runtime.frame import Context
from local_node.runtime.frame.bounds import Bounds
from local_node.runtime.pallets.aura.slot import author as block_author
from tests.simulation.actions.aiming import aim
from tests.simulation.actions.chain_wide import pulse
from tests.simulation.actions.choices import Choices
from tests.simulation.envelopes import private_keys, public_key
from tests.simulation.random_values import RandomValues
from tests.simulation.signing import SHORT_PERIOD
from tests.simulation.world import COLDKEYS, HOTKEYS, World, call, key

Writes = dict[bytes, bytes | None]

CALLS_IN_A_BLOCK = 20
AIMED = 0.6
"""How many calls are made for the state that they meet; the others are drawn blindly."""
PULSES = 0.01
CIRCLE = (*COLDKEYS[:3], *HOTKEYS[:3])
"""Accounts that are drawn more often: they own and have stake on one another."""

_BOOKS = (
    system.storage.Events,
    system.storage.EventCount,
    system.storage.EventTopics,
    system.storage.ExtrinsicCount,
    system.storage.ExtrinsicData,
    system.storage.AllExtrinsicsLen,
    system.storage.BlockWeight,
    system.storage.ExecutionPhase,
    system.storage.InherentsApplied,
    system.storage.ExtrinsicWeightReclaimed,
)
BOOKKEEPING = (*tuple(item.prefix for item in _BOOKS), b":extrinsic_index")
"""Prefixes of what any extrinsic writes into the block that it stands in."""

OVER_EVERYTHING = {"set_storage", "kill_storage", "kill_prefix", "set_code_without_checks"}
"""Calls of root that overwrite storage raw: what comes after them proves nothing."""
OUSTING = {"Sudo.set_key", "Sudo.remove_key"}
"""Without a known root a third of what follows would be refused."""
DECLARED_PANICS = {"Timestamp must be updated only once in the block"}
"""What ends a block in Substrate too: only its author could do that."""
SHIELDED = "MevShield.submit_encrypted"
AUTHORS_KEYS = 4
"""The author announces them in turn; with more than three each stage of the rotation is another."""
UNINHABITED = {"report_equivocation", "report_equivocation_unsigned"}
"""Calls with an argument of a type without values: no bytes are one."""


@dataclass
class Tally:
    """How the calls of an episode went, kind by kind, and what was wrong with them.

    A call inside `Sudo.sudo` counts as what it is.
    """

    succeeded: Counter[str] = field(default_factory=Counter)
    failed: Counter[str] = field(default_factory=Counter)
    refused: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)

    def add(self, other: Tally) -> None:
        """What another episode came to, too."""
        self.succeeded += other.succeeded
        self.failed += other.failed
        self.refused += other.refused
        self.wrong += other.wrong

    @property
    def calls(self) -> int:
        """How many were offered."""
        return self.succeeded.total() + self.failed.total() + self.refused.total()


class Episode:
    """One stretch of random calls, from the head of a world's chain."""

    def __init__(self, world: World, seed: str) -> None:
        self.world = world
        self.seed = seed
        self.tally = Tally()
        self._chance = Random(seed)
        accounts = [who.public_key for who in (*CIRCLE * 4, *COLDKEYS, *HOTKEYS)]
        self._values = RandomValues(
            world.interface.registry, self._chance, accounts, lambda _, name: is_drawn(name)
        )
        self._ext = world.host.externalities(world.chain.state())
        self._parent = world.chain.best
        slot = world.chain.header(self._parent.hash)
        assert slot is not None
        self._slot = slot.slot or 0
        self._call = world.interface.codec(OUTER_CALL)
        self._bounds = Bounds(world.interface)

    def run(self, calls: int) -> Tally:
        """So many calls, in blocks; fewer, once nobody is root."""
        for _ in range(0, calls, CALLS_IN_A_BLOCK):
            self._begin()
            for _ in range(CALLS_IN_A_BLOCK):
                self._one_call()
            self._end()
            if OUSTING & set(self.tally.succeeded):
                break
        return self.tally

    # -- blocks -----------------------------------------------------------------------------------

    def _begin(self) -> None:
        self._slot += 1
        digest = (DigestItem(PRE_RUNTIME, AURA, self._slot.to_bytes(8, "little")),)
        header = Header(self._parent.hash, self._parent.number + 1, ZERO_HASH, ZERO_HASH, digest)
        self._run("Core_initialize_block", header.encode())
        key = public_key(self._slot % AUTHORS_KEYS)
        moment = Moment(self._slot * self.world.spec.slot_duration, self._slot, key)
        data = inherent_data(moment, self.world.chain.version())
        for inherent in decode_body(self._run("BlockBuilder_inherent_extrinsics", data)):
            answer = self._run("BlockBuilder_apply_extrinsic", inherent)
            # the shield's inherent is no mandatory call: in safe mode it is filtered, and fails
            assert answer[0] == 0, (inherent.hex(), answer.hex())

    def _end(self) -> None:
        header = Header.decode(self._run("BlockBuilder_finalize_block", b""))
        self._parent = BlockRef(header.hash, header.number)

    def _run(self, entry: str, args: bytes) -> bytes:
        return self.world.host.run(entry, args, self._ext)

    def _context(self) -> Context:
        return self.world.runtime.executive.context(self._ext)

    # -- calls ------------------------------------------------------------------------------------

    def _one_call(self) -> None:
        signer, value = self._drawn()
        extrinsic = self._extrinsic(signer, value)
        before, author = self._ext.changes(), block_author(self._context())
        try:
            answer = self._run("BlockBuilder_apply_extrinsic", extrinsic)
        except RuntimePanic as panic:
            if panic.reason not in DECLARED_PANICS:
                self._complain(value, panic.reason)
            return
        payers = {author, None if signer is None else signer.public_key}
        self._judge(value, payers, answer, before)
        if answer[0] == 0 and call_name(value) == SHIELDED:
            self._unseal(value, extrinsic)

    def _unseal(self, value: Any, extrinsic: bytes) -> None:
        """Ask what an author asks of an envelope, and open it where its key is one of ours."""
        try:
            answer = self._run("ShieldApi_try_decode_shielded_tx", extrinsic)
            present, parts, name = answer[0], answer[1:], answer[1:17]
            private = private_keys(AUTHORS_KEYS).get(name)
            if present and private is not None:
                self._run("ShieldApi_is_shielded_using_current_key", name)
                key = compact_encode(len(private)) + private
                self._run("ShieldApi_try_unshield_tx", key + parts)
        except RuntimePanic as panic:
            self._complain(value, panic.reason)

    def _drawn(self) -> tuple[Keypair | None, Any]:
        """A call, and who signs it: anybody, root or nobody."""
        drawn = self._chance.random()
        if drawn < PULSES:
            return None, pulse(Choices(self._context(), self._chance))
        if drawn < AIMED:
            return aim(self._context(), self._chance)
        value, drawn = self._any_call(), self._chance.random()
        if drawn < 0.05:
            return None, value
        if drawn < 0.35:
            return key("Alice"), call("Sudo", "sudo", call=value)
        return self._chance.choice((*CIRCLE * 4, *COLDKEYS, *HOTKEYS[:8])), value

    def _any_call(self) -> Any:
        """A call that keeps the bounds of its types, which the drawing does not know."""
        while True:
            value = self._call.decode(self._values.call())
            try:
                self._bounds.check(value)
            except DecodeError:
                continue
            return value

    def _extrinsic(self, signer: Keypair | None, value: Any) -> bytes:
        if signer is None:
            return self.world.signing.bare(value)
        nonce = self._context().get(system.storage.Account, signer.public_key)["nonce"]
        if (value[0], value[1][0]) != ("MevShield", "submit_encrypted"):
            return self.world.signing.signed(signer, value, nonce)
        parent = self._parent
        return self.world.signing.signed(signer, value, nonce, born=parent, period=SHORT_PERIOD)

    def _judge(self, value: Any, payers: set[bytes | None], answer: bytes, before: Writes) -> None:
        after = self._ext.changes()
        changed = [key for key in {**before, **after} if before.get(key) != after.get(key)]
        name = call_name(value)
        if answer[0] == 1:
            self.tally.refused[name] += 1
            if changed:
                self._complain(value, f"a refused extrinsic changed {_names(changed)}")
        elif answer[1] == 0 and not self._failed_inside():
            self.tally.succeeded[name] += 1
        else:
            self.tally.failed[name] += 1
            self._judge_failure(value, payers, changed)

    def _judge_failure(self, value: Any, payers: set[bytes | None], changed: list[bytes]) -> None:
        """Nothing may have changed but the books of the block, and who paid the fee to whom."""
        if self._last_event("SubtensorModule", "TransactionFeePaidWithAlpha"):
            return
        fee = self._last_event("TransactionPayment", "TransactionFeePaid")
        if fee is not None:
            payers.add(fee["who"])
        view = self._context().schema.storage(system.storage.Account)
        accounts = {view.key(who) for who in payers if who is not None}
        rest = [key for key in changed if not key.startswith(BOOKKEEPING) and key not in accounts]
        if rest:
            self._complain(value, f"a failed call changed {_names(rest)}")

    def _failed_inside(self) -> bool:
        sudid = self._last_event("Sudo", "Sudid")
        return sudid is not None and sudid["sudo_result"][0] == "Err"

    def _last_event(self, pallet: str, name: str) -> Any:
        """The fields of an event of the extrinsic before this moment."""
        ctx = self._context()
        records = ctx.get(system.storage.Events)
        done = int.from_bytes(self._ext.get(b":extrinsic_index") or b"", "little") - 1
        for record in reversed(records):
            if record["phase"] != ("ApplyExtrinsic", done):
                break
            found, inner = record["event"]
            if found == pallet and inner[0] == name:
                return inner[1]
        return None

    def _complain(self, value: Any, what: str) -> None:
        self.tally.wrong.append(f"[{self.seed}] {str(value)[:600]}: {what}")


def call_name(value: Any) -> str:
    """Pallet and call, of what is inside where root is asked for, or a pure account ends."""
    pallet, inner = value
    if pallet == "Sudo" and inner[0] == "sudo":
        pallet, inner = inner[1]["call"]
    if (pallet, inner[0]) == ("Proxy", "proxy") and inner[1]["call"][1][0] == "kill_pure":
        pallet, inner = inner[1]["call"]
    return f"{pallet}.{inner if isinstance(inner, str) else inner[0]}"


def is_drawn(name: str) -> bool:
    return name not in OVER_EVERYTHING and name not in UNINHABITED


def _names(keys: list[bytes]) -> str:
    """Keys by their prefixes, in words where a declared item has it."""
    return ", ".join(sorted({_name(key) for key in keys}))


def _name(raw: bytes) -> str:
    for pallet in PALLETS:
        for item in pallet.storage.values():
            if raw.startswith(item.prefix):
                return item.full_name
    return raw.hex()
