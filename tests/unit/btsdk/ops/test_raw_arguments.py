"""Accounts in raw calls, in every form that people write, and names that are mistyped."""

from __future__ import annotations

from typing import Any

import pytest

from btsdk.calls import balances
from btsdk.errors import EncodeError, IncompatibleItem
from btsdk.keys import Keypair, ss58
from btsdk.ops import Batch, Proxied, RawCall, Sudo
from btsdk.units import Tao
from tests.unit.btsdk.chain import Chain, draft
from tests.unit.btsdk.script import dev_at

METADATA = dev_at().metadata
BOB = Keypair.from_uri("//Bob").ss58_address
KEY = ss58.decode(BOB)
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
