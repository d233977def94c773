"""Transactions in a file, to be signed on a machine without a network.

The file has everything that is signed, and the metadata to decode it. Reading it checks that both
agree: the signed bytes are made again from the call and the values beside it, the metadata has the
hash that the signature commits to, and the call in words is the call in bytes. The fee, the effects
and the warnings are those of the machine that built it; no signature covers them.
"""

from __future__ import annotations

import base64
import json
import zlib
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any, cast, get_args

from btsdk.descriptors.json_writing import call_to_json
from btsdk.errors import BtError, OfflineTransactionError, UsageError
from btsdk.hexadecimal import from_hex
from btsdk.keys import Crypto, Signer
from btsdk.metadata import Call, Metadata, decode_metadata, encode_metadata
from btsdk.networks import NETWORKS, named
from btsdk.state.runtimes import Runtime, computed_hash
from btsdk.tx.signed import SignedPayload, UnsignedPayload, unsigned_payload
from btsdk.units import Tao

if TYPE_CHECKING:
    from btsdk.tx.prepare import Plan

KIND, FORMAT = "btsdk transaction", 1
METADATA_MAX = 32 << 20
"""Bytes: more than any runtime's metadata has, so that a small file cannot fill the memory."""


@dataclass(frozen=True)
class OfflineTransaction:
    """A transaction, signed or not, with what is needed to check it without a chain.

    `expires` is when its era will end on a known network, estimated from the time of a block; None
    if it never does, and on other chains, which may make their blocks on demand. `fee`, `effects`
    and `warnings` are what the plan's preview showed.
    """

    payload: UnsignedPayload
    metadata: Metadata = field(repr=False)
    network: str
    chain: str
    fee: Tao | None
    effects: tuple[str, ...]
    warnings: tuple[str, ...]
    built: datetime
    expires: datetime | None
    signature: bytes | None = None
    crypto: Crypto = "sr25519"

    @classmethod
    def of(cls, plan: Plan) -> OfflineTransaction:
        """The unsigned transaction of a plan."""
        payload, preview = plan.unsigned(), plan.preview
        now = datetime.now(timezone.utc).replace(microsecond=0)
        return cls(
            payload=payload,
            metadata=plan.at.metadata,
            network=preview.network,
            chain=preview.chain,
            fee=preview.fee,
            effects=preview.effects,
            warnings=preview.warnings,
            built=now,
            expires=_expiry(plan, now),
        )

    @property
    def call(self) -> Call:
        """The call, decoded; its arguments have the codec's shapes."""
        return self.metadata.decode_call(self.payload.call)

    @property
    def genesis_hash(self) -> str:
        """The genesis hash of the chain that it is for."""
        return "0x" + self.payload.signing.genesis_hash.hex()

    def check_network(self, name: str) -> None:
        """Raise unless it is for the network of this name; one without a known genesis passes."""
        known = NETWORKS.get(name)
        if known is None or known.genesis in (None, self.genesis_hash):
            return
        raise OfflineTransactionError(
            f"the transaction is for the chain with genesis {self.genesis_hash}"
            f"{_which(self.genesis_hash)}, not for {name} ({known.genesis})",
            hint="Build it again on the network that you mean.",
        )

    def check_time(self, now: datetime | None = None) -> None:
        """Raise if its era has ended, by the clock and the time of a block."""
        now = now or datetime.now(timezone.utc)
        if self.expires is not None and now > self.expires:
            raise OfflineTransactionError(
                f"the transaction has expired: it was valid until block {self.payload.last_block}, "
                f"about {self.expires:%Y-%m-%d %H:%M} UTC",
                hint="Build it again, with a longer era if signing takes time (--period).",
            )

    def sign(self, signer: Signer) -> OfflineTransaction:
        """The same transaction with the signature of `signer`, the account that it names."""
        signed = self.payload.sign(signer)
        return replace(self, signature=signed.signature, crypto=signed.crypto)

    def signed(self) -> SignedPayload:
        """The signed payload, for `Client.submit`; the signature is verified."""
        if self.signature is None:
            raise OfflineTransactionError(
                "the transaction is not signed", hint="Sign it: `btcli tx sign FILE`."
            )
        return self.payload.signed(self.signature, self.crypto)

    def to_json(self) -> dict[str, Any]:
        """The content of the file."""
        return {
            "kind": KIND,
            "format": FORMAT,
            "network": self.network,
            "chain": self.chain,
            "signer": self.payload.address,
            "call": call_to_json(self.metadata, self.call),
            "fee_tao": None if self.fee is None else self.fee.decimal(),
            "effects": list(self.effects),
            "warnings": list(self.warnings),
            "built": self.built.isoformat(),
            "expires": None if self.expires is None else self.expires.isoformat(),
            "payload": json.loads(self.payload.to_json()),
            "signature": None
            if self.signature is None
            else {"crypto": self.crypto, "signature": "0x" + self.signature.hex()},
            "metadata": _packed(self.metadata),
        }

    @classmethod
    def from_json(cls, text: str | bytes) -> OfflineTransaction:
        """The transaction of a file's content; raises `OfflineTransactionError` for one that is
        damaged, was changed, or contradicts itself."""
        try:
            found = cls._from_fields(json.loads(text))
            _check_runtime(found)
            _check_payload(found)
            found.check_network(found.network)
            if found.signature is not None:
                found.signed()
        except OfflineTransactionError:
            raise
        except (LookupError, TypeError, ValueError, RecursionError, zlib.error, BtError) as error:
            raise OfflineTransactionError(f"the file is no transaction: {error}") from error
        return found

    @classmethod
    def _from_fields(cls, fields: dict[str, Any]) -> OfflineTransaction:
        if (fields["kind"], fields["format"]) != (KIND, FORMAT):
            raise ValueError(f"it is of kind {fields['kind']!r}, format {fields['format']!r}")
        payload = UnsignedPayload.from_json(json.dumps(fields["payload"]))
        signed = None if fields["signature"] is None else dict(fields["signature"])
        metadata = _unpacked(fields["metadata"])
        found = cls(
            payload=payload,
            metadata=metadata,
            network=str(fields["network"]),
            chain=str(fields["chain"]),
            fee=None if fields["fee_tao"] is None else Tao.parse(fields["fee_tao"]),
            effects=tuple(str(one) for one in fields["effects"]),
            warnings=tuple(str(one) for one in fields["warnings"]),
            built=_time(fields["built"]),
            expires=None if fields["expires"] is None else _time(fields["expires"]),
            signature=None if signed is None else from_hex(signed["signature"]),
            crypto="sr25519" if signed is None else _crypto(signed["crypto"]),
        )
        _check_words(found, fields)
        return found


def _check_words(found: OfflineTransaction, fields: dict[str, Any]) -> None:
    """Raise unless the parts for readers say what the signed parts say."""
    if fields["signer"] != found.payload.address:
        raise _changed("the signer is not the account of the payload")
    if fields["call"] != call_to_json(found.metadata, found.call):
        raise _changed("the call in words is not the call in bytes")


def _check_payload(found: OfflineTransaction) -> None:
    """Raise unless the bytes to sign are those of the call and the values beside it."""
    given = found.payload
    signing, birth = given.signing, given.birth
    made = unsigned_payload(found.metadata, given.address, given.call, signing, birth)
    if made.payload != given.payload:
        raise _changed("the bytes to sign are not those of the call and of the values beside it")
    era = signing.era
    is_born = era.period is None if birth is None else birth >= 0 and era.birth(birth) == birth
    if not is_born:
        raise _changed(f"no era of this form begins at block {birth}")


def _check_runtime(found: OfflineTransaction) -> None:
    """Raise unless the metadata is that of the runtime which the signature names."""
    signing = found.payload.signing
    version = found.metadata.pallet("System").constant("Version")
    for name in ("spec_version", "transaction_version"):
        wanted, said = getattr(signing, name), version[name]
        if wanted != said:
            raise OfflineTransactionError(
                f"the transaction is for {name} {wanted}, and the metadata in the file is of "
                f"{name} {said}",
                hint="Build it again.",
            )
    if signing.metadata_hash is None:
        return
    runtime = Runtime(
        found.metadata, "", version["spec_name"], signing.spec_version, signing.transaction_version
    )
    if computed_hash(runtime) != signing.metadata_hash:
        raise _changed("the metadata in the file is not that which the signature commits to")


def _changed(what: str) -> OfflineTransactionError:
    return OfflineTransactionError(
        f"the file was changed: {what}", hint="Do not sign it. Build the transaction again."
    )


def _expiry(plan: Plan, now: datetime) -> datetime | None:
    """None for a chain that is not known: it may make its blocks on demand."""
    last_block = plan.payload.last_block
    if last_block is None or plan.chain.known is None:
        return None
    slot_ms = int(plan.at.metadata.pallet("Aura").constant("SlotDuration"))
    return now + timedelta(milliseconds=max(last_block - plan.at.number, 0) * slot_ms)


def _crypto(name: Any) -> Crypto:
    for known in get_args(Crypto):
        if name == known:
            return cast("Crypto", known)
    raise ValueError(f"{name!r} is no kind of signature")


def _time(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError(f"{text!r} has no time zone")
    return moment


def _which(genesis: str) -> str:
    name = named(genesis)
    return "" if name is None else f" ({name})"


def _packed(metadata: Metadata) -> str:
    try:
        data = encode_metadata(metadata, 15)
    except UsageError:  # a runtime that offers version 14 alone
        data = encode_metadata(metadata, 14)
    return base64.b64encode(zlib.compress(data, 9)).decode()


def _unpacked(text: str) -> Metadata:
    unpacking = zlib.decompressobj()
    data = unpacking.decompress(base64.b64decode(text, validate=True), METADATA_MAX)
    if unpacking.unconsumed_tail or not unpacking.eof:
        raise ValueError("its metadata is too long or cut off")
    return decode_metadata(data)
