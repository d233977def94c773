"""The limits that a client keeps before it signs: calls, amounts, recipients, subnets, networks."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from pathlib import Path

from btsdk.errors import AmountError, PolicyViolation, UsageError
from btsdk.keys import ss58
from btsdk.metadata.model import Call
from btsdk.networks import NETWORKS
from btsdk.rpc.effects import Program
from btsdk.state.block_context import BlockContext
from btsdk.tx.nested import calls_in
from btsdk.tx.outgoing import outgoing
from btsdk.tx.spending_log import SpendingLog, Spent
from btsdk.units import Tao

_GROUPS = frozenset({"Utility.batch", "Utility.batch_all", "Utility.force_batch"})
"""Calls that do nothing but their inner calls."""


@dataclass(frozen=True)
class SigningPolicy:
    """Limits of what a client signs; None is no limit. What breaks one is never signed.

    `calls` are the permitted calls as `Pallet.call`, with `*` for any part of a name, calls inside
    others included (`Proxy.proxy` as well as what it carries out; a batch needs no permission of
    its own). `max_per_call` and `max_per_day` bound the TAO that one extrinsic, and those of the
    last 24 hours together, take from the signing account: amounts and tips, without fees; alpha
    that leaves the account counts at its price. `destinations` are the accounts that may get it,
    `netuids` the subnets that a call may name, `networks` the networks to sign for.

    With a limit of amounts or destinations, calls whose effect is not in their arguments are
    refused (adding a proxy, a swap of the coldkey, an approval by hash, calls of contracts), unless
    `calls` names them in full. `log` is a file that keeps what was spent, for restarts and for
    several processes; without one each policy counts for itself.
    """

    calls: Collection[str] | None = None
    max_per_call: Tao | None = None
    max_per_day: Tao | None = None
    destinations: Collection[str] | None = None
    netuids: Collection[int] | None = None
    networks: Collection[str] | None = None
    log: Path | None = None
    clock: Callable[[], float] = field(default=time.time, repr=False, compare=False)
    _log: SpendingLog = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        for name in ("calls", "destinations", "networks"):
            if isinstance(getattr(self, name), str):
                raise UsageError(f"{name} is a list of texts, not one text")
        for name in ("max_per_call", "max_per_day"):
            if not isinstance(getattr(self, name), (Tao, type(None))):
                raise AmountError(f"{name} is in TAO", hint="Use Tao.parse('1.5').")
        for address in self.destinations or ():
            ss58.decode(address)
        object.__setattr__(self, "_log", SpendingLog(self.log, self.clock))

    @property
    def spent(self) -> Tao:
        """What was spent in the last 24 hours."""
        return Tao.from_rao(max(self._log.spent(), 0))

    def permit(
        self, at: BlockContext, networks: Collection[str], origin: str, data: bytes, tip: Tao
    ) -> Program[Permit]:
        """The permit for a call of `origin`; raises `PolicyViolation`.

        `networks` are the names of the chain. The limit of a day is checked when it is signed.
        """
        if self.networks is not None and self.networks_missing(networks):
            raise _violation("networks", f"{' or '.join(networks)} is not one of its networks")
        total = tip.rao
        for call in calls_in(at.metadata, data):
            total += yield from self._checked(at, call, origin)
        if self.max_per_call is not None and total > self.max_per_call.rao:
            spent = f"it takes {Tao.from_rao(total):,} of at most {self.max_per_call:,}"
            raise _violation("max_per_call", spent)
        return Permit(self, total)

    def networks_missing(self, names: Collection[str]) -> bool:
        """Whether none of a chain's names is permitted."""
        return set(self.networks or ()).isdisjoint(names)

    def _checked(self, at: BlockContext, call: Call, origin: str) -> Program[int]:
        """The rao that one call takes."""
        name = f"{call.pallet}.{call.name}"
        if self.calls is not None and name not in _GROUPS and not self._permits(name):
            raise _violation("calls", f"{name} is not one of its calls")
        found = yield from outgoing(at, call, origin)
        if self.netuids is not None and (others := set(found.netuids) - set(self.netuids)):
            raise _violation("netuids", f"{name} names subnet {min(others)}")
        if self.destinations is not None:
            known = {*map(_plain, self.destinations), _plain(origin)}
            for recipient in found.recipients:
                if _plain(recipient) not in known:
                    raise _violation("destinations", f"{name} goes to {recipient}")
        bound = (self.max_per_call, self.max_per_day, self.destinations)
        if found.rao is None and any(bound) and name not in (self.calls or ()):
            rule = "destinations" if not any(bound[:2]) else "max_per_call or max_per_day"
            raise _violation(rule, f"it cannot be told what {name} takes from the account")
        return found.rao or 0

    def _permits(self, name: str) -> bool:
        return any(fnmatchcase(name, pattern) for pattern in self.calls or ())


@dataclass
class Permit:
    """The permission to sign one plan, which counts once, however often the plan is signed."""

    policy: SigningPolicy
    rao: int
    _entry: Spent | None = None

    def claim(self) -> None:
        """Count the amount; raises `PolicyViolation` if it is too much for the day."""
        if self._entry is not None:
            return
        most = self.policy.max_per_day
        self._entry = self.policy._log.spend(self.rao, None if most is None else most.rao)
        if self._entry is None:
            spent = f"{self.policy.spent:,} of {most:,} are spent"
            raise _violation("max_per_day", f"it takes {Tao.from_rao(self.rao):,}, and {spent}")

    def give_back(self) -> None:
        """The extrinsic took nothing: it was refused, dropped, or undone."""
        entry, self._entry = self._entry, None
        if entry is not None:
            self.policy._log.give_back(entry)


def names_of(network: str, known: str | None) -> tuple[str, ...]:
    """The names of a chain: that of a named network by its genesis, otherwise as it was given."""
    if known is not None:
        return (known,)
    return () if network in NETWORKS and NETWORKS[network].genesis else (network,)


def _plain(address: str) -> bytes:
    try:
        return ss58.decode(address)
    except UsageError:
        return address.encode()


def _violation(rule: str, reason: str) -> PolicyViolation:
    return PolicyViolation(rule, reason)
