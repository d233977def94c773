"""Extrinsics of format 4, encoded by the chain's metadata.

Layers, top to bottom:

    format       Extrinsic, encode_signed, encode_unsigned, signing_payload, extrinsic_hash
    extensions   Signing: values of the chain's transaction extensions
    multi        MultiAddress and MultiSignature
    era          Era: the validity period of a signed extrinsic
"""

from __future__ import annotations

from btsdk.extrinsic.era import Era
from btsdk.extrinsic.extensions import Signing
from btsdk.extrinsic.format import (
    Extrinsic,
    encode_signed,
    encode_unsigned,
    extrinsic_hash,
    signing_payload,
)
from btsdk.extrinsic.multi import account_of, address_value, scheme_of, signature_value

__all__ = [
    "Era",
    "Extrinsic",
    "Signing",
    "account_of",
    "address_value",
    "encode_signed",
    "encode_unsigned",
    "extrinsic_hash",
    "scheme_of",
    "signature_value",
    "signing_payload",
]
