"""The operation that claims TAO from a chain's faucet with a proof of work."""

from __future__ import annotations

from dataclasses import dataclass

from btsdk.calls import subtensor as calls
from btsdk.errors import IncompatibleItem
from btsdk.events.subtensor import Faucet as Paid
from btsdk.integers import settle
from btsdk.keys import ss58
from btsdk.ops.search import search
from btsdk.pow.seal import ClassicForm
from btsdk.rpc.effects import Program
from btsdk.state.block_context import BlockContext
from btsdk.tx.operation import Draft, Encodable
from btsdk.tx.outcome import expected
from btsdk.units import Tao

__all__ = ["Faucet"]

AMOUNT = Tao.from_rao(1_000_000_000_000)
"""The amount that the faucet pays; no storage item holds it."""

DIFFICULTY = 1_000_000
"""Written into Subtensor's localnet build (`do_faucet`); no storage item holds it."""

EASY_DIFFICULTY = 10_000
"""The difficulty of a local chain that checks proofs of work (it has `pow_register`)."""


@dataclass(frozen=True)
class Faucet:
    """Claim 1,000 TAO for the signing coldkey with a proof of work."""

    difficulty: int | None = None
    processes: int | None = None

    def __post_init__(self) -> None:
        for name in ("difficulty", "processes"):
            if getattr(self, name) is not None:
                settle(self, name, 1)

    def draft(self, at: BlockContext, origin: str) -> Program[Draft]:
        """The call with an empty seal, and the program that searches for the real one."""
        yield from ()
        declared = at.metadata.pallet("SubtensorModule").calls
        if "faucet" not in declared:
            raise IncompatibleItem("SubtensorModule.faucet", "a call", None)
        usual = EASY_DIFFICULTY if "pow_register" in declared else DIFFICULTY
        difficulty = self.difficulty or usual

        def finish() -> Program[Encodable]:
            form = ClassicForm(ss58.decode(origin))
            found = yield from search(form, difficulty, self.processes)
            return calls.Faucet(block_number=found.block_number, nonce=found.nonce, work=found.seal)

        effects = (
            f"a proof of work of difficulty {difficulty:,} is searched for",
            f"the faucet pays {AMOUNT:,} to {origin}",
        )
        empty = calls.Faucet(block_number=0, nonce=0, work=bytes(32))
        expects = (expected(Paid, coldkey=ss58.decode(origin)),)
        return Draft(empty, effects, (), finish, expects=expects)
