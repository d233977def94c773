"""All extensions of an interface, in their order.

The signed payload is the call, then the data of every extension, then their implicit data. A
payload over 256 bytes is replaced by its blake2-256 hash.
"""

from __future__ import annotations

from typing import Any

from btsdk.keys.hashing import blake2_256
from btsdk.keys.signer import Crypto
from chain_spec.runtime import Interface
from local_node.runtime.extensions.extension import Dispatched, Extension, Transaction
from local_node.runtime.extensions.table import EXTENSIONS
from local_node.runtime.frame.context import Context
from local_node.runtime.frame.origin import CallValue
from local_node.runtime.frame.validity import NO_TAGS, ValidTransaction, invalid
from local_node.runtime.frame.weight import Weight
from local_node.runtime.weights.extensions import IMMORTAL, MORTAL
from local_node.runtime.weights.guards import guards_weight
from local_node.state.cache import Cache

MAX_PLAIN_PAYLOAD = 256
_REMEMBERED = 256

Extra = tuple[Any, ...]
"""The extensions' data in an extrinsic, one value each."""

SCHEMES: dict[str, Crypto] = {"Sr25519": "sr25519", "Ed25519": "ed25519", "Ecdsa": "ecdsa"}


class Pipeline:
    """The extensions of one interface, with the codecs of the signed payload.

    Each step runs only the extensions that implement it.
    """

    def __init__(self, interface: Interface) -> None:
        declared = interface.extensions
        extensions = [EXTENSIONS[extension.identifier] for extension in declared]
        codecs = [interface.codec(extension.additional) for extension in declared]
        plain = Extension()
        implied = [n for n, e in enumerate(extensions) if e.implicit is not plain.implicit]
        self._implied = [(n, extensions[n].implicit) for n in implied]
        self._implied_codecs = [codecs[n] for n in implied]
        self._encoded: Cache[tuple[Any, ...], bytes] = Cache(_REMEMBERED)
        self._validated = [
            (n, extension.validate)
            for n, extension in enumerate(extensions)
            if extension.validate is not plain.validate
        ]
        self._prepared = [
            (n, extension.prepare, extension.after)
            for n, extension in enumerate(extensions)
            if extension.prepare is not plain.prepare or extension.after is not plain.after
        ]
        self._mortality = [e.identifier for e in declared].index("CheckMortality")

    def weight(self, call: CallValue, extra: Extra) -> Weight:
        """The weight of the extensions for a call: their own checks, and the call's guards."""
        pallet, inner = call
        name = inner if isinstance(inner, str) else inner[0]
        fixed = IMMORTAL if extra[self._mortality] == "Immortal" else MORTAL
        return fixed.plus(guards_weight(pallet, name))

    def check_signature(
        self,
        ctx: Context,
        transaction: Transaction,
        extra: Extra,
        covered: bytes,
        signature: tuple[str, bytes],
    ) -> None:
        """Refuse with `BadProof` unless the signature is over `covered` and the implicit data."""
        implied = tuple([implicit(ctx, transaction, extra[n]) for n, implicit in self._implied])
        signed = covered + (self._encoded.get(implied) or self._encode(implied))
        payload = signed if len(signed) <= MAX_PLAIN_PAYLOAD else blake2_256(signed)
        scheme, proof = signature
        if not ctx.ext.verify(proof, payload, transaction.signer, SCHEMES[scheme]):
            raise invalid("BadProof")

    def _encode(self, implied: tuple[Any, ...]) -> bytes:
        """The implicit data as signed; all transactions of one era share it."""
        parts = zip(self._implied_codecs, implied, strict=True)
        encoded = b"".join([codec.encode(value) for codec, value in parts])
        self._encoded.put(implied, encoded)
        return encoded

    def validate(self, ctx: Context, transaction: Transaction, extra: Extra) -> ValidTransaction:
        """The validity for the pool; the first extension that refuses decides."""
        valid = NO_TAGS
        for n, validate in self._validated:
            said = validate(ctx, transaction, extra[n])
            if said is not NO_TAGS:
                valid = said if valid is NO_TAGS else valid.combine(said)
        return valid

    def check(self, ctx: Context, transaction: Transaction, extra: Extra) -> None:
        """`validate` in a block, where the pool's result is not needed."""
        for n, validate in self._validated:
            validate(ctx, transaction, extra[n])

    def prepare(self, ctx: Context, transaction: Transaction, extra: Extra) -> list[Any]:
        """Use the nonce, and charge weight and fee, before the call."""
        return [prepare(ctx, transaction, extra[n]) for n, prepare, _ in self._prepared]

    def after(
        self, ctx: Context, transaction: Transaction, prepared: list[Any], done: Dispatched
    ) -> None:
        """Settle weight and fee after the call."""
        for (_, _, after), pre in zip(self._prepared, prepared, strict=True):
            after(ctx, transaction, pre, done)
