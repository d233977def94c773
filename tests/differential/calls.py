"""Random sequences of calls: the same seed gives the same ones.

An account made on the way, a height or the hash of a call differs from chain to chain: it stands
here as a `Later`, which each side looks up when its turn comes.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import combinations
from typing import Any, Final

from btsdk.keys.hashing import blake2_256
from btsdk.keys.keypair import Keypair
from btsdk.scale.primitives import compact_encode

PEOPLE: Final = ("Alice", "Bob", "Carl")
KEYS: Final = {name: Keypair.from_uri(f"//{name}").public_key for name in PEOPLE}
SUDO: Final = PEOPLE[0]

_ENTROPY: Final = b"modlpy/utilisuba"


def multisig(signatories: Iterable[bytes], threshold: int) -> bytes:
    """The account of so many of these."""
    known = sorted(signatories)
    count = compact_encode(len(known))
    return blake2_256(_ENTROPY + count + b"".join(known) + threshold.to_bytes(2, "little"))


DERIVED: Final = (
    *(
        blake2_256(_ENTROPY + key + index.to_bytes(2, "little"))
        for key in KEYS.values()
        for index in range(2)
    ),
    *(multisig(KEYS.values(), threshold) for threshold in (2, 3)),
    *(multisig(pair, 1) for pair in combinations(KEYS.values(), 2)),
)
"""The accounts that `as_derivative` and Multisig act for."""

AMOUNTS: Final = (0, 1, 499, 500, 10**9, 5 * 10**11, 10**12, 5 * 10**12)
"""Less than there is on the smaller chain: of more than that, Substrate says something else."""

PROXY_TYPES: Final = ("Any", "Any", "NonTransfer", "Staking")
WEIGHT: Final = {"ref_time": 10**11, "proof_size": 10**6}
STORED: Final = b"differential:"

Call = tuple[str, Any]
"""Pallet, then the name of the call with its arguments, as the codec takes it."""


@dataclass(frozen=True)
class Later:
    """Something of one chain's own: `Side` has a method for each `what`."""

    what: str
    about: tuple[Any, ...] = ()


@dataclass(frozen=True)
class Step:
    """One extrinsic; `signer` is one of `PEOPLE`."""

    signer: str
    call: Call

    def __str__(self) -> str:
        return f"{self.signer}: {self.call}"

    def mentions(self, name: str) -> bool:
        """Whether a call of this name is anywhere inside."""
        return f"'{name}'" in str(self.call)


def call(pallet: str, name: str, **args: Any) -> Call:
    """A call as the codec takes it."""
    return pallet, ((name, args) if args else name)


class Steps:
    """The steps of one sequence. Most calls suit the origin that they are made from."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)
        self._pick = self._random.choice
        self._some = self._random.randrange
        self._me = SUDO
        self._granted: list[tuple[Any, str]] = []
        self._begun: tuple[int, Call] | None = None
        self._signed: tuple[Callable[[], Call], ...] = (
            *(self._remark, self._transfer, self._transfer, self._money, self._preimage),
            *(self._proxies, self._pure, self._announcement, self._multisig),
        )
        self._rooted = (self._storage, self._forced, self._requests, self._tasks)

    def step(self) -> Step:
        if self._random.random() < 0.3:
            self._me = SUDO if self._some(20) else self._pick(PEOPLE)
            return Step(self._me, self._sudo())
        self._me = self._pick(PEOPLE)
        if self._granted and self._some(4) == 0:
            real, self._me = self._pick(self._granted)
            act = self._pick((self._as_proxy, self._announcement))
            return Step(self._me, act(2, real))
        if self._begun and self._some(3) == 0:
            return Step(self._me, self._multisig())
        return Step(self._me, self._call(2, is_root=self._some(12) == 0))

    def _call(self, depth: int, *, is_root: bool) -> Call:
        if depth == 0 or self._random.random() < 0.6:
            return self._pick(self._rooted if is_root else self._signed)()
        if self._some(2):
            return self._batch(depth, is_root=is_root)
        if is_root:
            return self._pick((self._later, self._dispatched))(depth)
        return self._pick((self._derived, self._as_proxy, self._as_multi))(depth)

    def _inner(self, depth: int, *, is_root: bool = False) -> Call:
        """A call inside another: rarely one with calls inside, which 425 mostly forbids."""
        return self._call(depth - 1 if self._some(6) == 0 else 0, is_root=is_root)

    def _who(self) -> Any:
        """Mostly one of the people, otherwise an account made on the way or derived from them."""
        chance = self._some(10)
        if chance == 0:
            return Later("pure", (self._some(2),))
        return self._pick(DERIVED) if chance == 1 else self._person()

    def _person(self) -> bytes:
        return KEYS[self._pick(PEOPLE)]

    def _id(self) -> tuple[str, Any]:
        return "Id", self._who()

    def _yes(self) -> bool:
        return self._pick((True, False))

    # Calls that do something by themselves

    def _remark(self) -> Call:
        name = self._pick(("remark", "remark_with_event"))
        return call("System", name, remark=b"x" * self._some(40))

    def _storage(self) -> Call:
        key = STORED + bytes((self._some(3),))
        return self._pick(
            (
                call("System", "set_storage", items=[(key, b"")]),
                call("System", "set_storage", items=[(key, bytes(self._some(40)))]),
                call("System", "kill_storage", keys=[key]),
                call("System", "kill_prefix", prefix=STORED, subkeys=self._some(4)),
            )
        )

    def _transfer(self) -> Call:
        name = self._pick(("transfer_keep_alive", "transfer_allow_death"))
        return call("Balances", name, dest=self._id(), value=self._pick(AMOUNTS))

    def _money(self) -> Call:
        amount, who = self._pick(AMOUNTS), self._id()
        return self._pick(
            (
                call("Balances", "transfer_all", dest=who, keep_alive=self._yes()),
                call("Balances", "burn", value=amount, keep_alive=self._yes()),
                call("Balances", "burn", value=amount, keep_alive=self._yes()),
                call("Balances", "upgrade_accounts", who=[self._person(), self._who()]),
            )
        )

    def _forced(self) -> Call:
        amount, who = self._pick(AMOUNTS), self._id()
        direction = self._pick(("Increase", "Decrease"))
        return self._pick(
            (
                call("Balances", "force_transfer", source=who, dest=self._id(), value=amount),
                call("Balances", "force_unreserve", who=who, amount=amount),
                call("Balances", "force_set_balance", who=who, new_free=amount),
                call(
                    "Balances",
                    "force_adjust_total_issuance",
                    direction=direction,
                    delta=self._some(1000),
                ),
            )
        )

    def _preimage(self) -> Call:
        content = bytes((self._some(3),)) * 8
        name = blake2_256(content)
        return self._pick(
            (
                call("Preimage", "note_preimage", bytes=content),
                call("Preimage", "note_preimage", bytes=content),
                call("Preimage", "unnote_preimage", hash=name),
                call("Preimage", "ensure_updated", hashes=[name] * (1 + self._some(2))),
            )
        )

    def _requests(self) -> Call:
        content = bytes((self._some(3),)) * 8
        name = blake2_256(content)
        return self._pick(
            (
                call("Preimage", "request_preimage", hash=name),
                call("Preimage", "unrequest_preimage", hash=name),
                call("Preimage", "note_preimage", bytes=content),
                call("Preimage", "unnote_preimage", hash=name),
            )
        )

    def _proxies(self) -> Call:
        if self._some(8) == 0:
            return call("Proxy", "remove_proxies")
        name = self._pick(("add_proxy", "add_proxy", "remove_proxy"))
        kind, delay = self._pick(PROXY_TYPES), self._pick((0, 0, 1))
        who = self._pick(PEOPLE)
        if name == "add_proxy":
            self._granted.append((KEYS[self._me], who))
        return call("Proxy", name, delegate=("Id", KEYS[who]), proxy_type=kind, delay=delay)

    def _pure(self) -> Call:
        kind, about = self._pick(PROXY_TYPES), (self._some(2),)
        if self._some(3):
            self._granted.append((Later("pure", about), self._me))
            return call("Proxy", "create_pure", proxy_type=kind, delay=0, index=self._some(2))
        return call(
            "Proxy",
            "kill_pure",
            spawner=("Id", self._person()),
            proxy_type=kind,
            index=self._some(2),
            height=Later("pure_height", about),
            ext_index=Later("pure_place", about),
        )

    def _announcement(self, _depth: int = 0, real: Any = None) -> Call:
        known = self._known()
        named, whose = Later("hash", (known,)), ("Id", self._who() if real is None else real)
        about = {"call_hash": named}
        return self._pick(
            (
                call("Proxy", "announce", real=whose, **about),
                call("Proxy", "announce", real=whose, **about),
                call("Proxy", "remove_announcement", real=whose, **about),
                call("Proxy", "reject_announcement", delegate=self._id(), **about),
                call(
                    "Proxy",
                    "proxy_announced",
                    delegate=("Id", KEYS[self._me]),
                    real=whose,
                    force_proxy_type=None,
                    call=known,
                ),
            )
        )

    def _known(self) -> Call:
        """One of two calls, so that hashes meet."""
        dest = ("Id", KEYS[PEOPLE[1]])
        return self._pick(
            (
                call("System", "remark_with_event", remark=b"known"),
                call("Balances", "transfer_keep_alive", dest=dest, value=10**9),
            )
        )

    def _multisig(self) -> Call:
        goes_on = self._begun is not None and self._some(4) > 0
        if self._begun is None or not goes_on:
            self._begun = self._pick((2, 2, 3)), self._known()
        threshold, known = self._begun
        whose = self._me if self._some(8) else self._pick(PEOPLE)
        others = sorted(key for name, key in KEYS.items() if name != whose)
        about = (threshold, known)
        point = Later("timepoint", about) if goes_on else None
        named = Later("hash", (known,))
        base = {"threshold": threshold, "other_signatories": others}
        first = {**base, "maybe_timepoint": point}
        last = {**base, "timepoint": Later("timepoint", about), "call_hash": named}
        return self._pick(
            (
                call("Multisig", "as_multi", **first, call=known, max_weight=WEIGHT),
                call("Multisig", "as_multi", **first, call=known, max_weight=WEIGHT),
                call("Multisig", "as_multi", **first, call=known, max_weight=WEIGHT),
                call("Multisig", "as_multi", **first, call=known, max_weight=WEIGHT),
                call("Multisig", "approve_as_multi", **first, call_hash=named, max_weight=WEIGHT),
                call("Multisig", "cancel_as_multi", **last),
            )
        )

    def _tasks(self) -> Call:
        task, name = (Later("height", (self._some(3),)), 0), bytes((self._some(2),)) * 32
        retries = {"retries": self._some(3), "period": 1 + self._some(2)}
        return self._pick(
            (
                call("Scheduler", "cancel", when=task[0], index=0),
                call("Scheduler", "cancel_named", id=name),
                call("Scheduler", "set_retry", task=task, **retries),
                call("Scheduler", "set_retry_named", id=name, **retries),
                call("Scheduler", "cancel_retry", task=task),
                call("Scheduler", "cancel_retry_named", id=name),
            )
        )

    # Calls with calls inside

    def _batch(self, depth: int, *, is_root: bool) -> Call:
        calls = [self._inner(depth, is_root=is_root) for _ in range(self._some(4))]
        return call("Utility", self._pick(("batch", "batch_all", "force_batch")), calls=calls)

    def _derived(self, depth: int) -> Call:
        inner = self._inner(depth)
        return call("Utility", "as_derivative", index=self._some(2), call=inner)

    def _dispatched(self, depth: int) -> Call:
        origin = self._pick((("Signed", self._person()), ("Signed", self._who()), "Root", "None"))
        inner = self._inner(depth, is_root=origin == "Root")
        return self._pick(
            (
                call("Utility", "dispatch_as", as_origin=("system", origin), call=inner),
                call("Utility", "with_weight", call=inner, weight=WEIGHT),
            )
        )

    def _as_proxy(self, depth: int, real: Any = None) -> Call:
        kind = self._pick((None, None, None, *PROXY_TYPES))
        inner, who = self._inner(depth), self._who() if real is None else real
        return call("Proxy", "proxy", real=("Id", who), force_proxy_type=kind, call=inner)

    def _as_multi(self, depth: int) -> Call:
        others = [self._person()]
        inner = self._inner(depth)
        return call("Multisig", "as_multi_threshold_1", other_signatories=others, call=inner)

    def _later(self, depth: int) -> Call:
        common = {
            "maybe_periodic": self._pick((None, None, (1, 2))),
            "priority": self._some(256),
            "call": self._inner(depth, is_root=self._some(8) > 0),
        }
        soon, name = Later("height", (1 + self._some(2),)), bytes((self._some(2),)) * 32
        after = self._some(3)
        return self._pick(
            (
                call("Scheduler", "schedule", when=soon, **common),
                call("Scheduler", "schedule_named", id=name, when=soon, **common),
                call("Scheduler", "schedule_after", after=after, **common),
                call("Scheduler", "schedule_named_after", id=name, after=after, **common),
            )
        )

    def _sudo(self) -> Call:
        if self._some(15) == 0:
            return call("Sudo", "set_key", new=("Id", KEYS[SUDO]))
        if self._some(60) == 0:
            return call("Sudo", "remove_key")
        if self._some(6) == 0:
            inner = self._call(2, is_root=False)
            return call("Sudo", "sudo_as", who=self._id(), call=inner)
        inner = self._call(2, is_root=self._some(12) > 0)
        if self._some(4) == 0:
            return call("Sudo", "sudo_unchecked_weight", call=inner, weight=WEIGHT)
        return call("Sudo", "sudo", call=inner)
