"""A local drand beacon, so that timelocked data is revealed without the Internet.

It follows the chain's clock and puts a pulse of each round that has begun into the pool, as the
offchain worker of Subtensor's node does with those of the real beacon. Its key is public: its
pulses prove nothing, and it serves a chain only if the spec names it (`dev` does). Period and
genesis time are those of drand's quicknet, so that a round has the same number in both.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Final

from btsdk.errors import DecodeError
from btsdk.keys import Keypair
from btsdk.scale.primitives import compact_encode
from btsdk.timelock import bls
from btsdk.timelock.encryption import round_message
from chain_spec.declare import Map, Value
from chain_spec.pallets import commitments, drand, subtensor
from chain_spec.runtime import OUTER_CALL, Interface
from chain_spec.types.subtensor import PulsesPayload
from local_node.chain.errors import PoolError
from local_node.runtime.pallets.commitments.fields import reveal_round

if TYPE_CHECKING:
    from local_node.chain.chain import Chain
    from local_node.chain.events import Event
    from local_node.chain.listeners import Cancel

PERIOD: Final = 3
GENESIS_TIME: Final = 1_692_803_367
"""The time of the first round, in seconds since 1970: quicknet's."""

MOST_AT_ONCE: Final = 20
"""Rounds put into the pool after one block. A longer gap (the chain paused or travelled in time) is
not filled: then only awaited rounds get a pulse.
"""

_SECRET: Final = int.from_bytes(sha256(b"btsdk development beacon").digest(), "big") % bls.ORDER
_GROUP_HASH: Final = sha256(b"btsdk development beacon group").digest()
_BEACON_ID: Final = "development"
_SIGNER_URI: Final = "//Drand"
_BARE: Final = b"\x04"

Pulse = dict[str, Any]


class DevelopmentBeacon:
    """Signs the number of any round, past or future."""

    def __init__(self, secret: int = _SECRET) -> None:
        self._secret = secret
        self.public_key: Final = bls.public_key(secret)

    def info(self) -> dict[str, Any]:
        """The beacon in drand's description format; `drand.beacon` of a chain spec."""
        seed = PERIOD.to_bytes(4, "big") + GENESIS_TIME.to_bytes(8, "big")
        chain_hash = sha256(seed + self.public_key + _GROUP_HASH + _BEACON_ID.encode())
        return {
            "public_key": self.public_key.hex(),
            "period": PERIOD,
            "genesis_time": GENESIS_TIME,
            "hash": chain_hash.hexdigest(),
            "groupHash": _GROUP_HASH.hex(),
            "schemeID": "bls-unchained-g1-rfc9380",
            "metadata": {"beaconID": _BEACON_ID},
        }

    def pulse(self, number: int) -> Pulse:
        """The pulse of a round, in the chain's form."""
        signature = bls.sign(self._secret, round_message(number))
        randomness = sha256(signature).digest()
        return {"round": number, "randomness": randomness, "signature": signature}


def round_at(timestamp_ms: int) -> int:
    """The current round at a time; 0 before the first."""
    return max((timestamp_ms - GENESIS_TIME * 1000) // (PERIOD * 1000) + 1, 0)


def attach(chain: Chain) -> Cancel | None:
    """Serve a chain from now on, if its beacon is this one; returns a function that stops, or None.

    For the bundled runtime alone: the interface of others is not known here.
    """
    from local_node.chain.events import Imported  # noqa: PLC0415 - the module alone needs no host

    chain.has_beacon = False
    interface = getattr(chain.spec, "interface", None)
    if interface is None or chain.is_compiled:
        return None
    worker = _Worker(chain, interface)
    if not worker.is_wanted():
        return None

    def hear(event: Event) -> None:
        if isinstance(event, Imported):
            # Root may have set another beacon, or a compiled runtime.
            chain.has_beacon = not chain.is_compiled and worker.is_wanted()
            if chain.has_beacon:
                worker.catch_up()

    stop = chain.listen(hear)

    def cancel() -> None:
        chain.has_beacon = False
        stop()

    chain.has_beacon = True
    worker.catch_up()
    return cancel


class _Worker:
    """Puts the pulses that the best block lacks into the pool."""

    def __init__(self, chain: Chain, interface: Interface) -> None:
        self._chain = chain
        self._interface = interface
        self._beacon = DevelopmentBeacon()
        self._signer = Keypair.from_uri(_SIGNER_URI)
        self._offered: dict[int, bytes] = {}

    def is_wanted(self) -> bool:
        """Whether the chain's beacon is this one."""
        config = self._read(drand.storage.BeaconConfig)
        return bool(config["public_key"] == self._beacon.public_key)

    def catch_up(self) -> None:
        """Submit the missing pulses; those that the pool refuses are submitted again after a
        block."""
        timestamp = self._chain.timestamp_ms
        if timestamp is None:
            return
        current = round_at(timestamp)
        last = self._read(drand.storage.LastStoredRound) or current - 1
        rounds = self._rounds(last, current)
        self._offered = {number: self._offered[number] for number in rounds & set(self._offered)}
        for number in sorted(rounds):
            offered = self._offered.get(number)
            if offered is None or offered not in self._chain.pool:
                with suppress(PoolError):
                    extrinsic = self._extrinsic(number)
                    self._offered[number] = self._chain.submit(extrinsic, produce=False)

    def _rounds(self, last: int, current: int) -> set[int]:
        """All rounds since the last one; after a long gap, the awaited ones only."""
        if current - last <= MOST_AT_ONCE:
            return set(range(last + 1, current + 1))
        waited = sorted(number for number in self._awaited() if last < number <= current)
        return {*waited[: MOST_AT_ONCE - 1], current}

    def _awaited(self) -> Iterator[int]:
        """The rounds of all timelocked weights and commitments."""
        for commits in self._values(subtensor.storage.TimelockedWeightCommits):
            yield from (commit[3] for commit in commits)
        if self._read(commitments.storage.TimelockedIndex):
            for registration in self._values(commitments.storage.CommitmentOf):
                numbers = map(reveal_round, registration["info"]["fields"])
                yield from (number for number in numbers if number is not None)

    def _extrinsic(self, number: int) -> bytes:
        codec = self._interface.codec
        payload = {
            "block_number": self._chain.best.number,
            "pulses": [self._beacon.pulse(number)],
            "public": ("Sr25519", self._signer.public_key),
        }
        proof = self._signer.sign(codec(PulsesPayload).encode(payload))
        args = {"pulses_payload": payload, "signature": ("Sr25519", proof)}
        content = _BARE + codec(OUTER_CALL).encode(("Drand", ("write_pulse", args)))
        return compact_encode(len(content)) + content

    def _read(self, item: Value[Any]) -> Any:
        raw = self._chain.state().get(item.prefix)
        if raw is not None:
            with suppress(DecodeError):  # the runtime does not see undecodable values either
                return self._interface.codec(item.value).prefix(raw)
        return item.default(self._interface.profile, self._interface.features)

    def _values(self, item: Map[Any, Any]) -> Iterator[Any]:
        decode = self._interface.codec(item.value).prefix
        for _, raw in self._chain.state().items(item.prefix):
            with suppress(DecodeError):
                yield decode(raw)
