"""Impersonation: a signer without a key, and extrinsics of any account.

`Impersonated` is a `Signer`, so it can replace a keypair; the chain accepts its signature only
while it impersonates the account.
"""

from __future__ import annotations

from btsdk.extrinsic import Era, Signing, address_value, encode_signed, signature_value
from btsdk.keys import ss58
from btsdk.keys.signer import Crypto
from btsdk.metadata import Metadata
from local_node.chain.chain import Chain
from local_node.chain.host import ANY_SIGNATURE


class Impersonated:
    """Signs for an account, given by ss58 address or 32 bytes, without its key."""

    crypto: Crypto = "sr25519"

    def __init__(self, account: str | bytes) -> None:
        self.public_key = account if isinstance(account, bytes) else ss58.decode(account, None)

    @property
    def ss58_address(self) -> str:
        return ss58.encode(self.public_key)

    def sign(self, payload: bytes) -> bytes:
        """The same for every payload: the signature that the chain accepts for impersonated
        accounts."""
        return ANY_SIGNATURE


def extrinsic_for(
    chain: Chain, metadata: Metadata, account: bytes, call: bytes, *, nonce: int | None = None
) -> bytes:
    """An immortal extrinsic of `account`, with the development signature."""
    version = chain.version()
    signing = Signing(
        nonce=nonce_of(chain, account) if nonce is None else nonce,
        spec_version=version.spec_version,
        transaction_version=version.transaction_version,
        genesis_hash=chain.genesis_hash,
        era_block_hash=chain.genesis_hash,
        era=Era.immortal(),
    )
    return encode_signed(
        metadata,
        call,
        address_value(metadata, account),
        signature_value(metadata, "sr25519", ANY_SIGNATURE),
        signing.extra(metadata),
    )


def nonce_of(chain: Chain, account: bytes) -> int:
    """The next nonce of an account in the best state, without its extrinsics in the pool."""
    return int.from_bytes(chain.call("AccountNonceApi_account_nonce", account), "little")
