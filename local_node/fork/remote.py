"""A remote: requests to it, and its answers as bytes, or typed errors.

A request takes a bounded time, and a lost connection is re-established for a while. Answers that
have a hash are checked by it; the callers of the others say that they are unchecked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Any, Final, NamedTuple, TypeVar

from btsdk.drivers.blocking import BlockingDriver, WebSocket
from btsdk.drivers.transport import Dial
from btsdk.errors import ProtocolError, RpcError
from btsdk.hexadecimal import from_hex
from btsdk.rpc.effects import Json, RpcBatch, RpcCall, ask
from btsdk.rpc.error_codes import is_pruned
from btsdk.rpc.reconnect import Endpoints, Policy
from btsdk.rpc.session import Session
from local_node.chain.block import Block, BlockRef, DigestItem, Header
from local_node.fork.errors import BadProof, StatePruned
from local_node.fork.http import SCHEMES, reached
from local_node.state.children import DEFAULT_CHILD_PREFIX
from local_node.state.trie import ordered_root

TIMEOUT_S: Final = 30.0
"""The limit for one answer: a page of proofs is some megabytes."""
_CONNECT_S: Final = 10.0
_AGAIN: Final = Policy(rounds=3, budget=10.0)

T = TypeVar("T")


class Facts(NamedTuple):
    """The name and properties of the remote's chain."""

    name: str
    properties: dict[str, Any]


class Remote:
    """One endpoint, WebSocket or HTTP; connects with the first request. Thread-safe.

    `genesis` is the hash of its first block, if that is known: a remote with another chain is
    refused. `proxy` is as in `btsdk.drivers.proxies.proxy_for`.
    """

    def __init__(
        self,
        url: str,
        genesis: bytes | None = None,
        *,
        timeout: float = TIMEOUT_S,
        proxy: str | None = "environment",
    ) -> None:
        self.url = url
        dial: Dial = partial(reached if url.startswith(SCHEMES) else WebSocket, proxy=proxy)
        self._driver = BlockingDriver(
            Session(None if genesis is None else _hex(genesis)),
            Endpoints((url,)),
            dial,
            timeout=timeout,
            connect_timeout=_CONNECT_S,
            policy=_AGAIN,
        )

    def close(self) -> None:
        self._driver.close()

    def ask(self, method: str, *params: Json) -> Json:
        """The answer; raises `TransportError`, or `RpcError` for an error from the remote."""
        return self._driver.run(ask(RpcCall(method, params)))

    # Blocks

    def finalized(self) -> bytes:
        return self._bytes(self.ask("chain_getFinalizedHead"))

    def hash_at(self, number: int) -> bytes | None:
        """The hash of the block of its chain with this number."""
        found = self.ask("chain_getBlockHash", number)
        return None if found is None else self._bytes(found)

    def header(self, block_hash: bytes) -> Header | None:
        """A header, checked by its hash."""
        found = self.ask("chain_getHeader", _hex(block_hash))
        return None if found is None else self._header(found, block_hash)

    def block(self, block_hash: bytes) -> Block | None:
        """A block, checked by its hash."""
        found = self.ask("chain_getBlock", _hex(block_hash))
        if found is None:
            return None
        with_body = self._read(lambda: (found["block"]["header"], found["block"]["extrinsics"]))
        header = self._header(with_body[0], block_hash)
        extrinsics = tuple(self._all(with_body[1]))
        if header.extrinsics_root not in (ordered_root(extrinsics, layout) for layout in (0, 1)):
            raise BadProof(
                self.url, f"block {header.number} has a body that does not match its header"
            )
        return Block(header, extrinsics)

    # The state of a block

    def proof(self, keys: Iterable[bytes], at: BlockRef, child: bytes | None = None) -> list[bytes]:
        """The nodes and long values of its proof for these keys, unchecked."""
        wanted = [_hex(key) for key in keys]
        if child is None:
            answer = self._of_state(at, "state_getReadProof", wanted, _hex(at.hash))
        else:
            name = _hex(DEFAULT_CHILD_PREFIX + child)
            answer = self._of_state(at, "state_getChildReadProof", name, wanted, _hex(at.hash))
        return self._all(self._read(lambda: answer["proof"]))

    def value(self, key: bytes, at: BlockRef) -> bytes | None:
        """The value of a key, unchecked."""
        found = self._of_state(at, "state_getStorage", _hex(key), _hex(at.hash))
        return None if found is None else self._bytes(found)

    def values(self, keys: Sequence[bytes], at: BlockRef) -> dict[bytes, bytes | None]:
        """The values of several keys, unchecked."""
        wanted = [_hex(key) for key in keys]
        answer = self._of_state(at, "state_queryStorageAt", wanted, _hex(at.hash))
        changes = self._read(lambda: dict(answer[0]["changes"]))
        held = {self._bytes(key): value for key, value in changes.items()}
        return {key: None if held.get(key) is None else self._bytes(held[key]) for key in keys}

    def keys(
        self, prefix: bytes, after: bytes | None, count: int, at: BlockRef,
        child: bytes | None = None,
    ) -> list[bytes]:  # fmt: skip
        """The keys with a prefix after `after`, in order, at most `count`."""
        begin = _hex(prefix), count, None if after is None else _hex(after), _hex(at.hash)
        if child is None:
            found = self._of_state(at, "state_getKeysPaged", *begin)
        else:
            name = _hex(DEFAULT_CHILD_PREFIX + child)
            found = self._of_state(at, "childstate_getKeysPaged", name, *begin)
        return self._all(found)

    def first_keys(
        self, begins: Sequence[tuple[bytes, bytes | None]], count: int, at: BlockRef
    ) -> list[list[bytes]]:
        """The result of `keys` for each prefix and start key: in one batch, unless the remote takes
        none."""
        calls = [
            RpcCall(
                "state_getKeysPaged",
                (_hex(prefix), count, None if after is None else _hex(after), _hex(at.hash)),
            )
            for prefix, after in begins
        ]
        try:
            answers = self._driver.run(ask(RpcBatch(tuple(calls))))
        except ProtocolError:
            return [self.keys(prefix, after, count, at) for prefix, after in begins]
        return [self._all(found) for found in answers]

    def metadata(self, at: BlockRef) -> bytes:
        return self._bytes(self._of_state(at, "state_getMetadata", _hex(at.hash)))

    def spec_version(self, at: BlockRef) -> int:
        found = self._of_state(at, "state_getRuntimeVersion", _hex(at.hash))
        return self._read(lambda: int(found["specVersion"]))

    # The chain

    def facts(self) -> Facts:
        properties = self.ask("system_properties")
        return Facts(str(self.ask("system_chain")), dict(properties or {}))

    # Internals

    def _of_state(self, at: BlockRef, method: str, *params: Json) -> Json:
        try:
            return self.ask(method, *params)
        except RpcError as error:
            if is_pruned(error.rpc_message, error.data):
                raise StatePruned(self.url, at) from error
            raise

    def _header(self, found: Json, block_hash: bytes) -> Header:
        header = self._read(
            lambda: Header(
                self._bytes(found["parentHash"]),
                int(found["number"], 16),
                self._bytes(found["stateRoot"]),
                self._bytes(found["extrinsicsRoot"]),
                tuple(DigestItem.read(self._bytes(item), 0)[0] for item in found["digest"]["logs"]),
            )
        )
        if header.hash != block_hash:
            raise BadProof(self.url, f"the header of block {header.number} has a different hash")
        return header

    def _all(self, texts: Json) -> list[bytes]:
        return self._read(lambda: [self._bytes(text) for text in texts])

    def _bytes(self, text: Json) -> bytes:
        return self._read(lambda: from_hex(text))

    def _read(self, read: Callable[[], T]) -> T:
        try:
            return read()
        except (KeyError, IndexError, TypeError, ValueError, AttributeError) as error:
            raise ProtocolError(f"{self.url} sent an invalid answer") from error


def _hex(data: bytes) -> str:
    return "0x" + data.hex()
