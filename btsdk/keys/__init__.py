"""Keys, signatures and addresses, independent of networks, files and the chain.

From top to bottom:

    sealed_messages  messages that are encrypted to an ed25519 key
    published   keys whose secret is public
    keypair     keypairs from every kind of secret; signing
    schemes     sr25519 and ed25519: keys from seeds, derivation, signing
    messages    signed messages that cannot serve as transactions
    verifying   verification of all three schemes; secp256k1 recovers ecdsa keys
    uri         secret URIs (`//Alice`, `<mnemonic>//0///password`)
    mnemonic    BIP-39 phrases
    ss58        addresses
    signer      the interface of signers
    hashing     the chain's hash functions
"""

from __future__ import annotations

from btsdk.keys.keypair import Keypair, PublicKey, verify
from btsdk.keys.signer import Crypto, Signer

__all__ = ["Crypto", "Keypair", "PublicKey", "Signer", "verify"]
