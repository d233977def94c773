"""How long an endpoint takes to answer."""

from __future__ import annotations

from dataclasses import dataclass

from btsdk.integers import whole
from btsdk.rpc.effects import Now, Program, RpcCall, ask

MOST = 1_000


@dataclass(frozen=True)
class Latency:
    """The seconds that each of some requests took, one after another, on an open connection."""

    endpoint: str
    times: tuple[float, ...]

    @property
    def best(self) -> float:
        """The shortest time."""
        return min(self.times)

    @property
    def median(self) -> float:
        """The time in the middle; of an even number of requests the longer one."""
        return sorted(self.times)[len(self.times) // 2]


def latency(endpoint: str, requests: int = 5) -> Program[Latency]:
    """The latency of the connected endpoint, in so many requests (`system_chain`).

    One more goes before them, which connects.
    """
    count = whole(requests, "requests", 1, MOST)
    request = RpcCall("system_chain")
    yield from ask(request)
    times = []
    for _ in range(count):
        begin = yield from ask(Now())
        yield from ask(request)
        times.append((yield from ask(Now())) - begin)
    return Latency(endpoint, tuple(times))
