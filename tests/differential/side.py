"""One of the two chains: it carries out steps, and says what happened in words that both share.

Errors go by name instead of by index, accounts made on the way by their number, and the place of an
extrinsic in its block is counted without the inherents, of which releases have different ones.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Final

from btsdk.keys.hashing import blake2_256, twox_128
from btsdk.metadata import EventRecord, Metadata, decode_metadata
from local_node.chain.errors import PoolError
from local_node.chain.modes import Manual
from local_node.dev.impersonation import extrinsic_for
from local_node.embedded.local_chain import LocalChain
from tests.differential.calls import DERIVED, KEYS, STORED, SUDO, Call, Later, Step, multisig

START: Final = 3
"""Height of both chains before the first step."""

BALANCE: Final = 10**13
_SUDO_KEY: Final = twox_128(b"Sudo") + twox_128(b"Key")
_PAYMENT: Final = "TransactionPayment"
_RESULTS: Final = ("ExtrinsicSuccess", "ExtrinsicFailed")


@dataclass(frozen=True)
class Account:
    """What a chain keeps of an account, but for its nonce."""

    free: int
    rest: dict[str, Any]


@dataclass(frozen=True)
class Seen:
    """What a step did. `fees` are rao by account; `refused` where the step came into no block."""

    refused: str | None
    events: list[tuple[str, Any]]
    fees: dict[bytes, int]
    most_fee: int
    accounts: dict[str, Account] = field(repr=False)

    @property
    def error(self) -> str:
        """Why the step failed; empty where it did not."""
        if self.refused is not None:
            return self.refused
        failed = [fields for name, fields in self.events if name == "System.ExtrinsicFailed"]
        return str(failed[0]["dispatch_error"]) if failed else ""


class Side:
    """A chain that begins each sequence anew."""

    def __init__(self, local: LocalChain) -> None:
        self.local = local
        self._chain = local.chain
        self._chain.mode = Manual()
        control = local.control
        control.set_balances(dict.fromkeys(KEYS.values(), BALANCE))
        control.patch({_SUDO_KEY: KEYS[SUDO]})
        for account in KEYS.values():
            control.impersonate(account)
        while self._chain.best.number < START:
            local.advance()
        assert self._chain.best.number == START
        self._start = local.snapshot()
        self._pures: list[tuple[bytes, int, int]] = []
        self._inherents = self._count_inherents()

    def begin(self) -> None:
        """Back to where every sequence starts."""
        self.local.revert(self._start)
        self._pures = []

    def act(self, step: Step | None) -> Seen:
        """Carry out a step in a block of its own; without one, make an empty block."""
        refused = None
        extrinsics = [] if step is None else [self._extrinsic(step)]
        try:
            self._chain.author_block(extrinsics, only=True)
        except PoolError as error:
            refused = f"refused: {error}"
            self._chain.author_block((), only=True)
        return self._seen(refused)

    def stored(self) -> dict[str, int]:
        """How many entries the items of the pallets in question have."""
        state = self._chain.state()
        names = ("Proxy", "Multisig", "Preimage", "Scheduler", "Sudo")
        items = {
            f"{name}.{item}": len(state.keys(self.metadata.storage(name, item).key()))
            for name in names
            for item in self.metadata.pallet(name).storage
            if item != "IncompleteSince"  # 425 always keeps it, 218 where something is left
        }
        return {**items, "stored": len(state.keys(STORED))}

    @cached_property
    def metadata(self) -> Metadata:
        return decode_metadata(self._chain.metadata())

    # What a step says

    def _extrinsic(self, step: Step) -> bytes:
        account = KEYS[step.signer]
        nonce = self._account(account)["nonce"]
        data = self._encoded(step.call)
        return extrinsic_for(self._chain, self.metadata, account, data, nonce=nonce)

    def _encoded(self, call: Call) -> bytes:
        return self.metadata.registry.encode(self.metadata.outer_call, self._resolved(call))

    def _resolved(self, value: Any) -> Any:
        if isinstance(value, Later):
            return getattr(self, value.what)(*value.about)
        if isinstance(value, dict):
            return {name: self._resolved(item) for name, item in value.items()}
        if isinstance(value, (list, tuple)):
            return type(value)(self._resolved(item) for item in value)
        return value

    def pure(self, number: int) -> bytes:
        """A pure account of this sequence, or an account that nobody ever heard of."""
        return self._pure(number)[0]

    def pure_height(self, number: int) -> int:
        return self._pure(number)[1]

    def pure_place(self, number: int) -> int:
        return self._pure(number)[2]

    def _pure(self, number: int) -> tuple[bytes, int, int]:
        known = number < len(self._pures)
        return self._pures[number] if known else (bytes((number,)) * 32, 1, self._inherents)

    def height(self, blocks: int) -> int:
        """So many blocks after the one that is made now."""
        return self._chain.best.number + 1 + blocks

    def hash(self, call: Call) -> bytes:
        return blake2_256(self._encoded(call))

    def timepoint(self, threshold: int, call: Call) -> Any:
        """Where all three began a call together; somewhere else where they did not."""
        account = multisig(KEYS.values(), threshold)
        item = self.metadata.storage("Multisig", "Multisigs")
        found = item.decode(self._chain.state().get(item.key(account, self.hash(call))))
        return {"height": 1, "index": self._inherents} if found is None else found["when"]

    # What came of it

    def _seen(self, refused: str | None) -> Seen:
        item = self.metadata.storage("System", "Events")
        events = self.metadata.decode_events(self._chain.state().get(item.key()) or b"\0")
        self._note_pures(events)
        mine = [event for event in events if event.phase == ("ApplyExtrinsic", self._inherents)]
        paid = [event.fields for event in mine if event.pallet == _PAYMENT]
        before = [event for event in events if event.phase == "Initialization"]
        return Seen(
            refused,
            [self._told(event) for event in _of_tasks(before) + _without_fee(mine)],
            {each["who"]: each["actual_fee"] for each in paid},
            mine[0].fields["amount"] if paid and mine[0].name == "Withdraw" else 0,
            self._accounts(),
        )

    def _note_pures(self, events: list[EventRecord]) -> None:
        for event in events:
            if event.name == "PureCreated":
                at = event.phase[1] if isinstance(event.phase, tuple) else 0
                self._pures.append((event.fields["pure"], self._chain.best.number, at))

    def _told(self, event: EventRecord) -> tuple[str, Any]:
        fields = self._shared(event.fields)
        if event.name in _RESULTS:
            info = fields.pop("dispatch_info")
            fields = {**fields, "class": info["class"], "pays_fee": info["pays_fee"]}
        if event.name == "TotalIssuanceForced":
            fields = {"by": fields["new"] - fields["old"]}
        return f"{event.pallet}.{event.name}", fields

    def _shared(self, value: Any) -> Any:
        """The value in words that both sides share."""
        if isinstance(value, bytes):
            known = [n for n, (account, *_) in enumerate(self._pures) if account == value]
            return f"pure {known[0]}" if known else value
        if isinstance(value, tuple) and len(value) == 2 and value[0] == "Module":
            error = self.metadata.error(value[1]["index"], value[1]["error"])
            return f"{error.pallet}.{error.name}"
        if isinstance(value, dict):
            if value.keys() == {"height", "index"}:
                return value["height"], value["index"] - self._inherents
            return {name: self._shared(item) for name, item in value.items()}
        if isinstance(value, (list, tuple)):
            return [self._shared(item) for item in value]
        return value

    def _accounts(self) -> dict[str, Account]:
        found = {}
        for name, account in self._watched().items():
            record = self._account(account)
            data = record["data"]
            rest = {key: record[key] for key in ("consumers", "providers", "sufficients")}
            found[name] = Account(data["free"], {**rest, "reserved": data["reserved"]})
        return found

    def _watched(self) -> dict[str, bytes]:
        derived = {f"derived {n}": account for n, account in enumerate(DERIVED)}
        pures = {f"pure {n}": account for n, (account, *_) in enumerate(self._pures)}
        return {**KEYS, **derived, **pures}

    def _account(self, account: bytes) -> Any:
        item = self.metadata.storage("System", "Account")
        return item.decode(self._chain.state().get(item.key(account)))

    def _count_inherents(self) -> int:
        self._chain.author_block((), only=True)
        block = self._chain.block(self._chain.best.hash)
        assert block is not None
        return len(block.extrinsics)


def _of_tasks(events: list[EventRecord]) -> list[EventRecord]:
    """What scheduled calls did. Before them comes what 425 emits, and nothing of 218's."""
    if events and (events[0].pallet, events[0].name) == ("Balances", "Issued"):
        events = [event for event in events[1:] if event.pallet != "SubtensorModule"]
    places = [n for n, event in enumerate(events) if event.pallet == "Scheduler"]
    return events[: places[-1] + 1] if places else []


def _without_fee(events: list[EventRecord]) -> list[EventRecord]:
    """Without what tells of the fee alone: taken first, given back and paid out last."""
    if not any(event.pallet == _PAYMENT for event in events):
        return events
    kept = [event for event in events[:-1] if event.pallet != _PAYMENT]
    while kept and (kept[-1].pallet, kept[-1].name) == ("Balances", "Deposit"):
        kept.pop()
    first = (kept[0].pallet, kept[0].name) if kept else None
    return [*(kept[1:] if first == ("Balances", "Withdraw") else kept), events[-1]]
