"""Bytes that nobody should send: noise, and well-formed things with something wrong in them."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from btsdk.scale.primitives import compact_encode
from tests.simulation.random_values import RandomValues
from tests.simulation.signing import Signing, with_length
from tests.simulation.world import COLDKEYS


class Noise:
    """Random input of every kind, from one source of chance."""

    def __init__(self, chance: Random, values: RandomValues, signing: Signing) -> None:
        self._chance = chance
        self._values = values
        self._signing = signing

    def extrinsic(self) -> bytes:
        """What stands where an extrinsic should."""
        kinds: tuple[Callable[[], bytes], ...] = (
            self.octets,
            lambda: with_length(self.octets()),
            lambda: with_length(
                self._chance.choice((b"\x84", b"\x04", b"\x45\x00")) + self.octets()
            ),
            self._broken,
            lambda: self.bent(self._signing.bare(self._values.call())),
            lambda: self._signing.signed(COLDKEYS[0], self.bent(self._values.call()), 0),
            lambda: compact_encode(2**30 - 1) + self.octets(),
        )
        return self._chance.choice(kinds)()

    def _broken(self) -> bytes:
        """A signed extrinsic with one thing wrong; to be followed by other bytes is not wrong."""
        whole = self._signed()
        while (data := self.bent(whole)).startswith(whole):
            pass
        return data

    def octets(self) -> bytes:
        """Any bytes, also none."""
        return self._chance.randbytes(self._chance.choice((0, 1, 2, 3, 8, 33, 120, 2000)))

    def bent(self, data: bytes) -> bytes:
        """The same bytes with one thing wrong: cut, lengthened, or changed in a place."""
        kind = self._chance.randrange(3)
        if kind == 0:
            return data[: self._chance.randrange(len(data))]
        if kind == 1:
            return data + self._chance.randbytes(self._chance.randrange(1, 9))
        at = self._chance.randrange(len(data))
        return data[:at] + bytes((data[at] ^ (1 + self._chance.randrange(255)),)) + data[at + 1 :]

    def _signed(self) -> bytes:
        signer = self._chance.choice(COLDKEYS)
        return self._signing.signed(signer, self._values.call(), self._chance.randrange(3))
