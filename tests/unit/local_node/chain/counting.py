"""What the tests of a counter chain ask."""

from __future__ import annotations

import pytest

from local_node.chain.chain import Chain
from local_node.chain.errors import PoolError
from local_node.chain.events import Event, ExtrinsicStatus
from tests.unit.local_node.chain.counter import read_u32


def total(chain: Chain, at: bytes | None = None) -> int:
    return read_u32(chain.state(at).get(b"sum"))


def refusal(chain: Chain, extrinsic: bytes) -> tuple[int, str, str | None]:
    with pytest.raises(PoolError) as caught:
        chain.submit(extrinsic)
    return caught.value.code, caught.value.text, caught.value.data


def kinds(events: list[Event], name: bytes) -> list[str]:
    return [e.status.kind for e in events if isinstance(e, ExtrinsicStatus) and e.hash == name]
