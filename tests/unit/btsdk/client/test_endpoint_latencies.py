"""The latency of several endpoints, some of which cannot be reached."""

from __future__ import annotations

import pytest

from btsdk import endpoint_latencies
from btsdk.errors import ConnectError, UsageError
from local_node import LocalChain


def test_the_fastest_comes_first_and_the_unreachable_last() -> None:
    with LocalChain() as chain:
        endpoint = chain.serve()
        found = endpoint_latencies(["ws://127.0.0.1:9", endpoint], requests=2)
    assert [one.endpoint for one in found] == [endpoint, "ws://127.0.0.1:9"]
    assert found[0].latency is not None
    assert len(found[0].latency.times) == 2
    assert isinstance(found[1].error, ConnectError)


def test_what_is_no_list_of_endpoints() -> None:
    for wrong in ("ws://127.0.0.1:9", ["http://127.0.0.1:9"]):
        with pytest.raises(UsageError):
            endpoint_latencies(wrong)
