"""Scripts: what TOML says, and what is wrong with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from btsdk.errors import UsageError
from btsdk.keys.keypair import Keypair
from local_node.runtime_diff.script import parse_script, read_script, value_of

BOB = Keypair.from_uri("//Bob")
TEXT = """
sudo = "//Alice"
[[accounts]]
secret = "//Bob"
balance = "1.5"
[[steps]]
signer = "//Bob"
call = "Balances.transfer_keep_alive"
args = { dest = { Id = "//Bob" }, value = 7 }
[[steps]]
signer = "//Bob"
call = "Proxy.remove_proxies"
"""


def test_a_script_is_read() -> None:
    script = parse_script(TEXT)
    assert script.sudo == "//Alice"
    assert script.balances == {"//Bob": 1_500_000_000}
    transfer, bare = script.steps
    assert transfer.args == {"dest": ("Id", BOB.public_key), "value": 7}
    assert str(transfer) == "Balances.transfer_keep_alive by //Bob"
    assert (bare.pallet, bare.name, bare.args) == ("Proxy", "remove_proxies", {})


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (7, 7),
        (True, True),
        ("Any", "Any"),
        ("0x00ff", b"\x00\xff"),
        (BOB.ss58_address, BOB.public_key),
        (["//Bob", 1], [BOB.public_key, 1]),
        ({"Signed": "//Bob"}, ("Signed", BOB.public_key)),
        ({"ref_time": 1, "proof_size": 2}, {"ref_time": 1, "proof_size": 2}),
        (
            {"call": "System.remark", "args": {"remark": "0x01"}},
            ("System", ("remark", {"remark": b"\1"})),
        ),
        ({"call": "Proxy.remove_proxies"}, ("Proxy", "remove_proxies")),
    ],
)
def test_values(value: object, expected: object) -> None:
    assert value_of(value) == expected


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("steps = [", "is not TOML"),
        ("", "steps is missing"),
        ('[[steps]]\ncall = "A.b"', "signer is missing"),
        ('[[steps]]\nsigner = "//Bob"\ncall = "transfer"', "not a call"),
        ('steps = []\n[[accounts]]\nsecret = "//Bob"\nbalance = "much"', "mine.toml"),
        ("steps = 7", "mine.toml"),
    ],
)
def test_what_is_wrong_is_said(text: str, reason: str) -> None:
    with pytest.raises(UsageError, match=reason):
        parse_script(text, "mine.toml")


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be read"):
        read_script(tmp_path / "missing.toml")
