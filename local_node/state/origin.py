"""The origin of a fork, as the chain file keeps it."""

from __future__ import annotations

import json
from typing import Any, NamedTuple

from btsdk.hexadecimal import from_hex


class ForkOrigin(NamedTuple):
    """The base of the fork: a block of the remote; `state_root` is the one in its header.

    With `proofs` the state comes with proofs, and the roots in the fork's headers equal those that
    the remote would compute. Otherwise they are the fork's own.
    """

    url: str
    number: int
    hash: bytes
    genesis: bytes
    state_root: bytes
    proofs: bool

    def encode(self) -> bytes:
        return json.dumps(self.document() | {"stateRoot": self.state_root.hex()}).encode()

    @classmethod
    def decode(cls, data: bytes) -> ForkOrigin:
        found = json.loads(data)
        return cls(
            found["url"],
            found["block"]["number"],
            from_hex(found["block"]["hash"]),
            from_hex(found["genesis"]),
            from_hex(found["stateRoot"]),
            found["roots"] == "remote",
        )

    def document(self) -> dict[str, Any]:
        """The origin as JSON, for `dev_nodeInfo`."""
        return {
            "url": self.url,
            "block": {"hash": "0x" + self.hash.hex(), "number": self.number},
            "genesis": "0x" + self.genesis.hex(),
            "roots": "remote" if self.proofs else "local",
        }
