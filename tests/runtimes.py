"""The runtimes that tests of the host run on: the bundled one, and one of Subtensor's, compiled.

`BTSDK_RAW_SPEC` names the raw chain spec with the latter (spec version 218), which is no part of
this project; without it the tests named `compiled` skip. A test takes a `ground`:

    @pytest.mark.parametrize("ground", RUNTIMES)
    def test_something(ground: Ground, ...): ...
"""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, cast

import pytest

from btsdk.keys import Keypair, ss58
from btsdk.keys.hashing import twox_128
from chain_spec import chains
from tests.node_process import NodeProcess
from tests.wire import Asks, wire

RAW_SPEC: Final = os.environ.get("BTSDK_RAW_SPEC", "")
NEEDS_RAW_SPEC: Final = (
    pytest.mark.slow,
    pytest.mark.skipif(
        not RAW_SPEC, reason="BTSDK_RAW_SPEC names no raw chain spec (none is part of this project)"
    ),
)
"""Marks of a test that only a compiled runtime can pass."""

UNVERIFIED: Final = {"check_metadata": False}
"""How to sign for it: it was built without the hash of its metadata."""

PEOPLE: Final = tuple(Keypair.from_uri(f"//{name}") for name in ("Alice", "Bob"))
RICH: Final = 10**15
_PREFIX: Final = 32


@dataclass(frozen=True)
class Ground:
    """A chain to test on. `chain` is what `--chain` takes, `name` what the node says of it.

    `fee` is that of a mortal `transfer_keep_alive` of 1 TAO, in rao.
    """

    chain: str
    name: str
    fee: int
    is_compiled: bool = False

    @property
    def spec_version(self) -> int:
        return 218 if self.is_compiled else chains.load(self.chain).interface.spec_version

    def endow(self, node: Asks) -> None:
        """Make Alice and Bob rich, where the genesis does not: a raw spec's keys are unknown."""
        if self.is_compiled:
            for keypair in PEOPLE:
                node.call("dev_setBalance", keypair.ss58_address, RICH)

    def ready(self, node: NodeProcess) -> NodeProcess:
        """A node that was just started on this ground, once Alice and Bob are rich."""
        with wire(node.endpoint) as link:
            self.endow(link)
        return node

    def accounts(self) -> dict[str, int]:
        """The free balances of the genesis, in rao by address."""
        if not self.is_compiled:
            return dict(chains.load(self.chain).genesis["balances"]["balances"])
        found = self._raw("System", "Account")
        return {ss58.encode(key[-32:]): _number(found[key][16:24]) for key in found}

    def tempos(self) -> dict[int, int]:
        """Each subnet of the genesis with its tempo."""
        if not self.is_compiled:
            return {0: 100, 1: 10}
        found = self._raw("SubtensorModule", "Tempo").items()
        return {_number(key[-2:]): _number(value) for key, value in found}

    def root_keys(self) -> list[str]:
        """The hotkeys of the genesis that are registered on root, by uid."""
        if self.is_compiled:
            return []
        genesis = chains.load(self.chain).genesis["subtensorModule"]
        return [validator["hotkey"] for validator in genesis["rootValidators"]]

    def _raw(self, pallet: str, item: str) -> dict[bytes, bytes]:
        document = cast("dict[str, Any]", json.loads(Path(self.chain).read_text(encoding="utf-8")))
        prefix = (twox_128(pallet.encode()) + twox_128(item.encode())).hex()
        assert len(prefix) == 2 * _PREFIX
        top = document["genesis"]["raw"]["top"].items()
        return {_bytes(key): _bytes(value) for key, value in top if key[2:].startswith(prefix)}


def _number(data: bytes) -> int:
    return int.from_bytes(data, "little")


def _bytes(text: str) -> bytes:
    return bytes.fromhex(text.removeprefix("0x"))


BUNDLED: Final = Ground("dev", "Bittensor dev", 367_191)
COMPILED: Final = Ground(RAW_SPEC, "Bittensor", 135_261, is_compiled=True)
RUNTIMES: Final = (
    pytest.param(BUNDLED, id="bundled"),
    pytest.param(COMPILED, id="compiled", marks=NEEDS_RAW_SPEC),
)
