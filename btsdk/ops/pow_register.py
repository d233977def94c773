"""The operation that registers a hotkey by proof of work."""

from __future__ import annotations

from dataclasses import dataclass

from btsdk.calls import subtensor as calls
from btsdk.errors import IncompatibleItem, UsageError
from btsdk.integers import settle
from btsdk.keys import ss58
from btsdk.ops.checks import check_address, registered_event, settle_netuid
from btsdk.ops.recycle_register import registration_closed, registration_refusals
from btsdk.ops.search import search
from btsdk.pow.seal import ClassicForm, DomainSeparatedForm
from btsdk.pow.solver import Solution
from btsdk.reads.registration import Registration, registration
from btsdk.rpc.effects import Program
from btsdk.state.block_context import BlockContext
from btsdk.tx.operation import Draft, Encodable

__all__ = ["PowRegister"]

_NOTHING = Solution(0, 0, bytes(32))
"""A placeholder of the seal's size, for the fee estimate."""


@dataclass(frozen=True)
class PowRegister:
    """Register a hotkey by proof of work instead of TAO.

    If the chain has `pow_register`, the coldkey signs. Otherwise the hotkey signs the classic
    `register`, which needs `coldkey`. The search and the signature happen when the plan is
    submitted, because a seal expires within a few blocks. `processes` is the number of worker
    processes, by default one a core.
    """

    netuid: int
    hotkey: str
    coldkey: str | None = None
    processes: int | None = None

    def __post_init__(self) -> None:
        settle_netuid(self)
        if self.processes is not None:
            settle(self, "processes", 1)
        check_address(self.hotkey, "hotkey")
        if self.coldkey is not None:
            check_address(self.coldkey, "coldkey")

    def draft(self, at: BlockContext, origin: str) -> Program[Draft]:
        """The call with an empty seal, and the program that searches for the real one."""
        offer = yield from registration(at, self.netuid)
        coldkey = self._coldkey(offer, origin)
        refusals = yield from registration_refusals(at, self.netuid, self.hotkey, coldkey)
        if not (refusals or (offer.allowed and offer.pow_allowed)):
            refusals = (registration_closed(" by proof of work"),)
        warnings: tuple[str, ...] = ()
        if offer.pow_form == "register":
            warnings = ("newer chains ignore the proof and charge the registration price",)

        def finish() -> Program[Encodable]:
            form = self._form(offer, coldkey)
            found = yield from search(form, max(offer.difficulty, 1), self.processes)
            return self._call(offer, coldkey, found)

        effects = (
            f"a proof of work of difficulty {offer.difficulty:,} is searched for",
            f"{self.hotkey} is registered on subnet {self.netuid} for {coldkey}",
        )
        expects = (registered_event(self.netuid, self.hotkey),)
        call = self._call(offer, coldkey, _NOTHING)
        return Draft(call, effects, warnings, finish, expects=expects, refusals=refusals)

    def _coldkey(self, offer: Registration, origin: str) -> str:
        """The coldkey of the pair; raises `UsageError` if the wrong key signs."""
        if offer.pow_form is None:
            raise IncompatibleItem("SubtensorModule.pow_register", "a call", None)
        if offer.pow_form == "pow_register":
            if self.coldkey not in (None, origin):
                raise UsageError(f"on this chain the coldkey {self.coldkey} must sign")
            return origin
        if origin != self.hotkey:
            raise UsageError(f"on this chain the hotkey {self.hotkey} must sign")
        if self.coldkey is None:
            raise UsageError("this chain needs the coldkey: pass `coldkey` to PowRegister")
        return self.coldkey

    def _form(self, offer: Registration, coldkey: str) -> ClassicForm | DomainSeparatedForm:
        hotkey = ss58.decode(self.hotkey)
        if offer.pow_form == "register":
            return ClassicForm(hotkey)
        return DomainSeparatedForm(self.netuid, hotkey, ss58.decode(coldkey))

    def _call(self, offer: Registration, coldkey: str, found: Solution) -> Encodable:
        hotkey = ss58.decode(self.hotkey)
        if offer.pow_form == "register":
            return calls.Register(
                netuid=self.netuid,
                block_number=found.block_number,
                nonce=found.nonce,
                work=found.seal,
                hotkey=hotkey,
                coldkey=ss58.decode(coldkey),
            )
        return calls.PowRegister(
            netuid=self.netuid,
            work_block=found.block_number,
            nonce=found.nonce,
            work=found.seal,
            hotkey=hotkey,
        )
