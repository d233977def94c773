"""Questions to a remote, and what is no answer."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from btsdk.errors import ProtocolError
from local_node import Fork, LocalChain
from local_node.fork.errors import RemoteRefuses
from local_node.fork.open import begin
from local_node.fork.source import Source
from tests.unit.local_node.fork.proxy import Proxy, Refused
from tests.unit.local_node.fork.remotes import origin_of


@pytest.mark.parametrize(
    ("method", "ask"),
    [
        ("state_getStorage", lambda node, at: node.value(b"key", at)),
        ("state_queryStorageAt", lambda node, at: node.values([b"key"], at)),
        ("state_getReadProof", lambda node, at: node.proof([b"key"], at)),
        ("state_getKeysPaged", lambda node, at: node.keys(b"", None, 3, at)),
        ("chain_getBlock", lambda node, at: node.block(at.hash)),
        ("chain_getHeader", lambda node, at: node.header(at.hash)),
        ("state_getRuntimeVersion", lambda node, at: node.spec_version(at)),
    ],
)
def test_what_is_no_answer_is_a_typed_error(
    remote: LocalChain, method: str, ask: Callable[..., Any]
) -> None:
    for nonsense in (7, ["0xzz"], {"block": 3}):
        answers: dict[str, Any] = {method: lambda *_, said=nonsense: said}
        with Proxy(remote.endpoint, **answers) as proxy:
            source = Source(origin_of(remote.chain, proxy.endpoint))
            with pytest.raises(RemoteRefuses, match="sent an invalid answer"):
                source.ask(ask)
            source.close()


def test_a_method_that_is_refused_is_told(remote: LocalChain) -> None:
    def refuse(params: list[Any], answer: Any) -> Any:
        raise Refused(-32000, "too many requests")

    with Proxy(remote.endpoint, state_getMetadata=refuse) as proxy:
        with pytest.raises(ProtocolError, match="too many requests"):
            begin(None, Fork(proxy.endpoint))
        source = Source(origin_of(remote.chain, proxy.endpoint))
        with pytest.raises(RemoteRefuses, match="too many requests"):
            source.ask(lambda node, at: node.metadata(at))
        source.close()
