"""The order and delays of connection attempts.

Invariant: the attempts to make one connection are bounded, and the final error names every endpoint
with its failure. Attempts start with the first endpoint of the list, after a loss with the one that
worked last.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from btsdk.errors import ConnectError, TransportError


class Attempt(NamedTuple):
    """Wait `delay` seconds, then try `endpoint`."""

    endpoint: str
    delay: float


class Policy(NamedTuple):
    """The retry policy: `rounds` over the whole list, delays that double up to `longest`, and no
    new attempt after `budget` seconds."""

    rounds: int = 6
    first_delay: float = 0.25
    longest: float = 5.0
    budget: float = 30.0

    def delay(self, round_number: int) -> float:
        """Seconds to wait before a round; the first one starts at once."""
        if round_number == 0:
            return 0.0
        return min(self.first_delay * 2.0 ** (round_number - 1), self.longest)


ONCE = Policy(rounds=1)
"""The policy of the first connection: a wrong endpoint should be reported quickly."""


@dataclass
class Endpoints:
    """The endpoints of one network, and the last failure of each."""

    names: tuple[str, ...]
    current: int = 0
    said: dict[str, str] = field(default_factory=dict)

    def attempts(self, policy: Policy) -> Iterator[Attempt]:
        """The attempts of one connection, in order."""
        self.said.clear()
        for round_number in range(policy.rounds):
            for step in range(len(self.names)):
                index = (self.current + step) % len(self.names)
                yield Attempt(self.names[index], policy.delay(round_number) if step == 0 else 0.0)

    def succeeded(self, endpoint: str) -> None:
        """Remember the endpoint that worked: it is tried first after a loss."""
        self.current = self.names.index(endpoint)

    def avoid(self) -> None:
        """Start the next connection with the endpoint after the one that worked last."""
        self.current = (self.current + 1) % len(self.names)

    def failed(self, endpoint: str, error: TransportError) -> None:
        """Record an endpoint's failure."""
        self.said[endpoint] = error.reason

    def exhausted(self) -> ConnectError:
        """The error after all attempts have failed."""
        if len(self.names) == 1:
            name = self.names[0]
            return ConnectError(name, self.said.get(name, "no connection"), hint=_hint(name))
        reasons = "; ".join(f"{name}: {self.said.get(name, 'not tried')}" for name in self.names)
        hint = _hint(self.names[0])
        return ConnectError("no endpoint could be reached", reasons, hint=hint)


def _hint(endpoint: str) -> str:
    """`wss` is a remote node; `ws` is usually the user's own."""
    if endpoint.startswith("wss://"):
        return "Is this machine online, and is the endpoint spelled correctly?"
    return "Is the node running, and is the endpoint spelled correctly?"
