"""A transaction in a file, as facts."""

from __future__ import annotations

from btcli.render.offline import offline_facts, own_warnings
from btsdk.keys import Keypair
from tests.unit.btcli.offline_sample import transaction
from tests.unit.btcli.samples import ALICE, BOB


def test_everything_signed_is_there() -> None:
    made = transaction("Balances", "transfer_keep_alive", {"dest": ("Id", b"\7" * 32), "value": 2})
    rows = dict(offline_facts(made, {ALICE: "alice"}).rows)
    assert rows["call data"] == "0x" + made.payload.call.hex()
    assert rows["signer"] == f"{ALICE} (alice)"
    assert (rows["nonce"], rows["tip"]) == ("3", "τ0.000000005")
    assert rows["era"] == "64 blocks from block 100, until block 163"
    assert rows["era block"] == "0x" + "02" * 32
    assert rows["genesis"] == "0x" + "01" * 32
    assert rows["metadata hash"] == "0x" + (made.payload.signing.metadata_hash or b"").hex()
    assert rows["effect, as built"] == "an effect"
    assert rows["signature"] == "none yet"
    assert own_warnings(made) == []


def test_a_signature_is_shown_with_its_hash() -> None:
    made = transaction("System", "remark", {"remark": b"x"}).sign(Keypair.from_uri("//Alice"))
    rows = dict(offline_facts(made, {}).rows)
    assert rows["signature"] == f"0x{(made.signature or b'').hex()} (sr25519)"
    assert rows["extrinsic"] == made.signed().extrinsic(made.metadata).hash


def test_what_a_signature_may_give_away_is_said() -> None:
    add = {
        "delegate": ("Id", Keypair.from_uri("//Bob").public_key),
        "proxy_type": "Any",
        "delay": 0,
    }
    inner = ("Proxy", ("add_proxy", add))
    batch = transaction("Utility", "batch", {"calls": [inner]}, immortal=True, checked=False)
    assert BOB in str(offline_facts(batch, {}).rows)
    assert own_warnings(batch) == [
        "Proxy.add_proxy: a proxy can act for the account",
        "it never expires: it can be submitted as long as its nonce is unused",
        "the chain will not verify the metadata, so that the call may mean something else there",
    ]
    sudo = transaction("Sudo", "sudo", {"call": ("System", ("remark", {"remark": b""}))})
    assert own_warnings(sudo) == ["Sudo.sudo: a sudo call acts with the rights of the chain's root"]
