"""Keys and what is done with them; knows nothing of networks, files or the chain.

From top to bottom:

    keypair     sr25519 keypairs from every kind of secret; signing
    messages    messages that are signed as such, and cannot serve as transactions
    verifying   signatures of all three schemes; secp256k1 recovers ecdsa keys for it
    uri         secret URIs (`//Alice`, `<mnemonic>//0///password`)
    mnemonic    BIP-39 phrases
    ss58        addresses
    signer      what a signer is
    hashing     the chain's hash functions
"""

from __future__ import annotations

from btsdk.keys.keypair import Keypair, PublicKey, verify
from btsdk.keys.signer import Crypto, Signer

__all__ = ["Crypto", "Keypair", "PublicKey", "Signer", "verify"]
