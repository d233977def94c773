"""JSON-RPC by hand: raw texts to a node over WebSocket or HTTP, and extrinsics made piece by piece.

Nothing of the SDK's client is in the way, so that the tests see what is on the wire and can send
what no client would.
"""

from __future__ import annotations

import contextlib
import itertools
import json
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from typing import Any, Protocol

from websockets.sync.client import ClientConnection, connect

from btsdk.extrinsic import (
    Era,
    Signing,
    address_value,
    encode_signed,
    signature_value,
    signing_payload,
)
from btsdk.keys import Keypair
from btsdk.metadata import Metadata, decode_metadata

PATIENCE_S = 60.0


class WireError(Exception):
    """An error object that the node answered."""

    def __init__(self, error: dict[str, Any]) -> None:
        super().__init__(json.dumps(error))
        self.code: int = error["code"]
        self.message: str = error["message"]
        self.data: Any = error.get("data")


class Wire:
    """A WebSocket connection; notifications that arrive between replies are kept for `next`."""

    def __init__(self, endpoint: str) -> None:
        self._open = contextlib.ExitStack()
        self._socket: ClientConnection = self._open.enter_context(connect(endpoint, max_size=None))
        self._ids = itertools.count(1)
        self._notified: list[dict[str, Any]] = []

    def raw(self, text: str | bytes) -> Any:
        """Send a text as it is; the next message that is no notification."""
        self.send(text)
        while True:
            message = self._receive()
            if isinstance(message, list) or "params" not in message:
                return message
            self._notified.append(message)

    def send(self, text: str | bytes) -> None:
        self._socket.send(text)

    def call(self, method: str, *params: Any) -> Any:
        """A method's result; raises `WireError`."""
        request = {"jsonrpc": "2.0", "id": next(self._ids), "method": method, "params": params}
        answer = self.raw(json.dumps(request))
        assert answer["id"] == request["id"]
        if "error" in answer:
            raise WireError(answer["error"])
        return answer["result"]

    def next(self, subscription: str) -> Any:
        """The next result of a subscription."""
        while True:
            for at, message in enumerate(self._notified):
                if message["params"]["subscription"] == subscription:
                    del self._notified[at]
                    return message["params"]["result"]
            self._notified.append(self._receive())

    def notified(self) -> tuple[str, Any]:
        """The next notification of any subscription: its id, and the result."""
        params = (self._notified.pop(0) if self._notified else self._receive())["params"]
        return params["subscription"], params["result"]

    def quiet(self, seconds: float = 0.2) -> bool:
        """Whether nothing comes for a while, and nothing is left that came."""
        with contextlib.suppress(TimeoutError):
            self._notified.append(self._receive(seconds))
        return not self._notified

    def close(self) -> None:
        self._open.close()

    def _receive(self, timeout: float = PATIENCE_S) -> Any:
        return json.loads(self._socket.recv(timeout=timeout))


@contextlib.contextmanager
def wire(endpoint: str) -> Iterator[Wire]:
    """A connection for as long as the block runs."""
    connection = Wire(endpoint)
    try:
        yield connection
    finally:
        connection.close()


def post(endpoint: str, body: bytes, *, method: str = "POST", **headers: str) -> tuple[int, bytes]:
    """An HTTP request to the same port; status and body of the answer."""
    url = "http" + endpoint.removeprefix("ws")
    request = urllib.request.Request(url, data=body, method=method, headers=headers)
    request.add_header("Content-Type", "application/json")
    try:
        with urllib.request.urlopen(request, timeout=PATIENCE_S) as answer:
            return answer.status, answer.read()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read()


class Asks(Protocol):
    """Whatever answers methods: a `Wire`, or a dispatcher without one."""

    def call(self, method: str, *params: Any) -> Any: ...


class Composer:
    """Makes signed extrinsics for the chain behind a wire; what the arguments say goes in."""

    def __init__(self, node: Asks) -> None:
        self.node: Any = node
        self.metadata: Metadata = decode_metadata(_bytes(node.call("state_getMetadata")))
        self.genesis = _bytes(node.call("chain_getBlockHash", 0))
        version = node.call("state_getRuntimeVersion")
        self.spec_version: int = version["specVersion"]
        self.transaction_version: int = version["transactionVersion"]

    def call(self, pallet: str, name: str, **arguments: Any) -> bytes:
        """An encoded call."""
        return self.metadata.encode_call(pallet, name, arguments)

    def transfer(self, dest: Keypair, rao: int) -> bytes:
        return self.call("Balances", "transfer_keep_alive", dest=("Id", dest.public_key), value=rao)

    def signed(self, signer: Keypair, call: bytes, nonce: int, **different: Any) -> str:
        """An immortal extrinsic in hex, with whatever of its `Signing` shall be different.

        `signature` takes the place of the right one.
        """
        signature: bytes | None = different.pop("signature", None)
        facts: dict[str, Any] = {
            "spec_version": self.spec_version,
            "transaction_version": self.transaction_version,
            "genesis_hash": self.genesis,
            "era_block_hash": self.genesis,
            "era": Era.immortal(),
        }
        signing = Signing(nonce=nonce, **{**facts, **different})
        extra = signing.extra(self.metadata)
        payload = signing_payload(self.metadata, call, extra, signing.additional(self.metadata))
        raw = signer.sign(payload) if signature is None else signature
        address = address_value(self.metadata, signer.public_key)
        value = signature_value(self.metadata, signer.crypto, raw)
        return "0x" + encode_signed(self.metadata, call, address, value, extra).hex()

    def nonce(self, signer: Keypair) -> int:
        nonce: int = self.node.call("system_accountNextIndex", signer.ss58_address)
        return nonce

    def free(self, account: bytes | Keypair, at: str | None = None) -> int:
        """What an account has, read from raw storage."""
        item = self.metadata.storage("System", "Account")
        public = account.public_key if isinstance(account, Keypair) else account
        raw = self.node.call("state_getStorage", "0x" + item.key(public).hex(), at)
        return 0 if raw is None else int(item.decode(_bytes(raw))["data"]["free"])


def eventually(ask: Any, patience_s: float = PATIENCE_S) -> Any:
    """The first true answer of `ask`."""
    deadline = time.monotonic() + patience_s
    while True:
        answer = ask()
        if answer or time.monotonic() > deadline:
            assert answer
            return answer
        time.sleep(0.02)


def _bytes(text: str) -> bytes:
    return bytes.fromhex(text.removeprefix("0x"))
