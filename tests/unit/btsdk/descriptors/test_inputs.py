"""Arguments and keys in every form that people write, and names that are mistyped."""

from __future__ import annotations

from typing import Any

import pytest

from btsdk import apis, calls, storage
from btsdk.calls import balances
from btsdk.errors import EncodeError, IncompatibleItem, UsageError
from btsdk.keys import Keypair, ss58
from btsdk.ops import Batch, Proxied, RawCall, Sudo
from btsdk.units import Alpha, Tao
from tests.unit.btsdk.chain import Chain, draft
from tests.unit.btsdk.script import dev_at

METADATA = dev_at().metadata
BOB = Keypair.from_uri("//Bob").ss58_address
KEY = ss58.decode(BOB)
BOBS_KEY = Keypair.from_uri("//Bob")
ACCOUNTS = [BOB, KEY, BOBS_KEY, BOBS_KEY.public]
WANTED = balances.TransferKeepAlive(dest=KEY, value=Tao.from_rao(5)).encode(METADATA)


@pytest.mark.parametrize(
    "dest", [BOB, KEY, ("Id", BOB), ("Id", KEY), {"Id": BOB}, {"Id": KEY}], ids=str
)
def test_an_account_in_every_form(dest: Any) -> None:
    call = RawCall("Balances", "transfer_keep_alive", {"dest": dest, "value": 5})
    assert call.encode(METADATA) == WANTED
    (effect,) = draft(call).effects
    assert effect == f"Balances.transfer_keep_alive(dest={BOB}, value=5)"
    assert draft(Batch([call])).call.encode(METADATA).endswith(WANTED)
    assert draft(Sudo(call)).call.encode(METADATA).endswith(WANTED)
    assert BOB in draft(Proxied(call, BOB), Chain()).effects[1]


def test_accounts_that_are_no_multi_address_and_lists_of_them() -> None:
    register = {"netuid": 1, "hotkey": BOB}
    by_text = RawCall("SubtensorModule", "burned_register", register).encode(METADATA)
    by_bytes = RawCall("SubtensorModule", "burned_register", {**register, "hotkey": KEY})
    assert by_text == by_bytes.encode(METADATA)
    args = {"threshold": 2, "other_signatories": [BOB], "maybe_timepoint": None}
    inner = ("Balances", ("transfer_keep_alive", {"dest": BOB, "value": 5}))
    weight = {"ref_time": 0, "proof_size": 0}
    multisig = {**args, "call": inner, "max_weight": weight}
    encoded = RawCall("Multisig", "as_multi", multisig).encode(METADATA)
    assert KEY in encoded
    assert WANTED in encoded


@pytest.mark.parametrize(
    ("pallet", "name", "args", "message", "hint"),
    [
        ("Balances", "transfer_keep_alive", {"to": BOB, "value": 5}, "no argument 'to'",
         "dest, value"),
        ("Balances", "transfer_keep_alive", {"dst": BOB, "value": 5}, "no argument 'dst'",
         "Did you mean 'dest'?"),
        ("Balances", "transfer_keep_alive", {"value": 5}, "'dest' is missing", "dest, value"),
        ("Balances", "transfer_keep_alive", {"dest": BOB[:-1] + "x", "value": 5},
         "Balances.transfer_keep_alive(dest): ", None),
    ],
)  # fmt: skip
def test_arguments_that_do_not_fit(
    pallet: str, name: str, args: dict[str, Any], message: str, hint: str | None
) -> None:
    with pytest.raises(EncodeError) as caught:
        RawCall(pallet, name, args).encode(METADATA)
    assert message in str(caught.value)
    assert "Balances.transfer_keep_alive" in str(caught.value)
    if hint is not None:
        assert hint in (caught.value.hint or "")


def test_a_case_that_an_argument_does_not_have_is_no_call() -> None:
    call = RawCall("Balances", "transfer_keep_alive", {"dest": ("Foo", BOB), "value": 5})
    assert "dest=('Foo', " in draft(call).effects[0]
    with pytest.raises(EncodeError, match="there is no case Foo"):
        call.encode(METADATA)


@pytest.mark.parametrize(
    ("pallet", "name", "meant"),
    [
        ("Balances", "transfer_keepalive", "transfer_keep_alive"),
        ("Balance", "transfer", "Balances"),
    ],
)
def test_names_that_are_mistyped(pallet: str, name: str, meant: str) -> None:
    with pytest.raises(IncompatibleItem) as caught:
        RawCall(pallet, name, {}).encode(METADATA)
    assert f"Did you mean {meant}" in (caught.value.hint or "")


@pytest.mark.parametrize("account", ACCOUNTS, ids=lambda value: type(value).__name__)
def test_one_dialect_for_typed_calls_raw_calls_keys_and_apis(account: Any) -> None:
    typed = balances.TransferKeepAlive(dest=account, value=Tao.from_rao(5))
    assert typed.encode(METADATA) == WANTED
    raw = RawCall("Balances", "transfer_keep_alive", {"dest": account, "value": Tao.from_rao(5)})
    assert raw.encode(METADATA) == WANTED
    shown = f"Balances.transfer_keep_alive(dest={BOB}, value=τ0.000000005)"
    assert draft(typed).effects == draft(raw).effects == (shown,)
    hotkey = calls.subtensor.AddStake(hotkey=account, netuid=1, amount_staked=Tao.from_rao(5))
    assert KEY in hotkey.encode(METADATA)
    key = storage.system.Account.key(METADATA, account)
    assert key == METADATA.storage("System", "Account").key(KEY)
    several = storage.subtensor.Alpha.key(METADATA, account, account, 1)
    assert several == METADATA.storage("SubtensorModule", "Alpha").key(KEY, KEY, 1)
    method = apis.stake_info.get_stake_info_for_coldkeys
    assert method.encode(METADATA, [account, KEY]) == b"\x08" + KEY + KEY


def test_text_and_hex() -> None:
    text = calls.system.Remark(remark="τ and α").encode(METADATA)
    assert text == calls.system.Remark(remark="τ and α".encode()).encode(METADATA)
    by_hex = RawCall("Proxy", "announce", {"real": BOB, "call_hash": "0x" + "ab" * 32})
    by_bytes = calls.proxy.Announce(real=BOBS_KEY, call_hash=b"\xab" * 32)
    assert by_hex.encode(METADATA) == by_bytes.encode(METADATA)
    (effect,) = draft(calls.system.Remark(remark=b"hello")).effects
    assert effect == "System.remark(remark='hello')"
    (effect,) = draft(calls.system.Remark(remark=b"\xff\x00")).effects
    assert effect == "System.remark(remark=0xff00)"


def test_inputs_inside_lists_options_structs_and_calls() -> None:
    sale = calls.subtensor.RemoveStake(
        hotkey=BOB, netuid=1, amount_unstaked=Alpha.from_rao(7, netuid=1)
    )
    batch = calls.utility.Batch(calls=[sale, balances.TransferAll(dest=BOB, keep_alive=True)])
    (effect,) = draft(batch).effects
    assert effect == (
        "Utility.batch(calls=[SubtensorModule.remove_stake("
        f"hotkey={BOB}, netuid=1, amount_unstaked=α0.000000007), "
        f"Balances.transfer_all(dest={BOB}, keep_alive=True)])"
    )
    assert sale.encode(METADATA) in batch.encode(METADATA)
    children = RawCall(
        "SubtensorModule",
        "set_children",
        {"hotkey": BOB, "netuid": 1, "children": [(5, BOB), (6, BOBS_KEY)]},
    )
    assert children.encode(METADATA).count(KEY) == 3
    assert f"children=[(5, {BOB}), (6, {BOB})]" in draft(children).effects[0]
    identity = calls.subtensor.SetIdentity(
        name_="Bob", url="", github_repo="", image="", discord="", description="", additional=b""
    )
    assert b"\x0cBob" in identity.encode(METADATA)
    assert "name='Bob', url=''" in draft(identity).effects[0]


def test_keys_that_do_not_fit() -> None:
    with pytest.raises(EncodeError, match=r"System\.Account: '5x' is no address"):
        storage.system.Account.key(METADATA, "5x")
    with pytest.raises(UsageError, match=r"System\.Account has 1 keys, not 2"):
        storage.system.Account.key(METADATA, BOB, BOB)
    with pytest.raises(EncodeError, match="takes 1 arguments, not 0"):
        apis.stake_info.get_stake_info_for_coldkeys.encode(METADATA)  # type: ignore[call-arg]
