"""Keys of both schemes. The ed25519 addresses are those that bittensor-wallet 4.1.1 makes."""

from __future__ import annotations

import pytest

from btsdk.errors import SecretError, UsageError
from btsdk.keys import Crypto, Keypair, verify
from btsdk.keys.schemes import scheme_of
from btsdk.keys.uri import DEV_PHRASE

CRYPTOS: tuple[Crypto, ...] = ("sr25519", "ed25519")
RFC_8032_SEED = "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"
RFC_8032_PUBLIC = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"
RFC_8032_SIGNATURE = (
    "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b4"
    "6bd25bf5f0595bbe24655141438e7a100b"
)


@pytest.mark.parametrize(
    ("uri", "address"),
    [
        (DEV_PHRASE, "5DFJF7tY4bpbpcKPJcBTQaKuCDEPCpiz8TRjpmLeTtweqmXL"),
        ("//Alice", "5FA9nQDVg267DEd8m1ZypXLBnvN7SFxYwV7ndqSYGiN9TTpu"),
        (f"{DEV_PHRASE}//0//x///pw", "5HAW7vRzpGfDsg8vEigzLeRhxqtReNjm5WPtUhjZNFq9NXoY"),
    ],
)
def test_ed25519_keys_are_those_of_other_tools(uri: str, address: str) -> None:
    assert Keypair.from_uri(uri, crypto="ed25519").ss58_address == address


def test_the_first_vector_of_rfc_8032() -> None:
    key = Keypair.from_seed(RFC_8032_SEED, crypto="ed25519")
    assert key.public_key.hex() == RFC_8032_PUBLIC
    assert key.sign(b"").hex() == RFC_8032_SIGNATURE


@pytest.mark.parametrize("crypto", CRYPTOS)
@pytest.mark.parametrize("size", [0, 32, 300])
def test_signatures_verify_under_their_own_scheme(crypto: Crypto, size: int) -> None:
    key = Keypair.from_uri("//Alice", crypto=crypto)
    signature = key.sign(bytes(size))
    assert len(signature) == 64
    assert verify(signature, bytes(size), key.public_key, crypto)
    assert not verify(signature, bytes(size) + b"x", key.public_key, crypto)


@pytest.mark.parametrize("crypto", CRYPTOS)
def test_a_private_key_is_the_key(crypto: Crypto) -> None:
    key = Keypair.from_uri("//Alice", crypto=crypto)
    private = key.reveal().private_key
    assert Keypair.from_private_key(private, crypto=crypto) == key


def test_an_ed25519_private_key_may_have_its_public_key() -> None:
    key = Keypair.from_uri("//Alice", crypto="ed25519")
    whole = key.reveal().private_key + key.public_key
    assert Keypair.from_secret(whole.hex(), crypto="ed25519") == key
    with pytest.raises(SecretError, match="its public half"):
        Keypair.from_private_key(whole[:-1] + b"x", crypto="ed25519")


def test_one_secret_is_two_keys() -> None:
    one, other = (Keypair.from_mnemonic(DEV_PHRASE, crypto=crypto) for crypto in CRYPTOS)
    assert one != other
    assert one.reveal().seed == other.reveal().seed


def test_soft_junctions_are_of_sr25519_alone() -> None:
    with pytest.raises(SecretError, match="no soft junctions"):
        Keypair.from_uri("//Alice/soft", crypto="ed25519")


def test_ecdsa_keys_are_not_made() -> None:
    with pytest.raises(UsageError, match="cannot be made"):
        scheme_of("ecdsa")


@pytest.mark.parametrize("crypto", CRYPTOS)
def test_a_pair_shows_no_secret(crypto: Crypto) -> None:
    pair = scheme_of(crypto).from_seed(bytes(range(32)))
    for text in (repr(pair), str(pair)):
        assert repr(pair.private)[2:20] not in text
        assert repr(pair.seed)[2:20] not in text
