"""Typed calls, items and events on metadata of our own, and on chains that differ from it."""

from __future__ import annotations

from typing import Any

import pytest

from btsdk import apis, calls, constants, events, storage
from btsdk.descriptors.compatibility import call_shape
from btsdk.errors import IncompatibleItem
from btsdk.frozen import replace
from btsdk.keys import ss58
from btsdk.metadata import EventRecord, Metadata
from btsdk.scale import Registry
from btsdk.scale import types as t
from btsdk.units import Alpha, Tao
from chain_spec.metadata import metadata
from chain_spec.profile import Profile
from chain_spec.runtime import build

ALICE, BOB = b"a" * 32, b"b" * 32


@pytest.fixture(scope="module")
def chain() -> Metadata:
    return metadata(build(Profile.FAST))


def changed(chain: Metadata, type_id: int, change: Any) -> Metadata:
    """The chain with another definition for one type."""
    types = dict(chain.registry.types)
    types[type_id] = types[type_id]._replace(definition=change(types[type_id].definition))
    registry = Registry(types.values())
    pallets = {
        name: replace(
            pallet,
            registry=registry,
            storage={n: replace(s, registry=registry) for n, s in pallet.storage.items()},
        )
        for name, pallet in chain.pallets.items()
    }
    return replace(chain, registry=registry, pallets=pallets)


def test_a_call_is_encoded_from_its_typed_fields(chain: Metadata) -> None:
    call = calls.balances.TransferKeepAlive(dest=BOB, value=Tao(rao=5))
    assert (call.pallet, call.name) == ("Balances", "transfer_keep_alive")
    assert call.encode(chain) == b"\x05\x03\x00" + BOB + b"\x14"
    positional = calls.balances.TransferKeepAlive(BOB, Tao(rao=5))
    assert positional == call
    assert hash(positional) == hash(call)


def test_alpha_and_netuid_go_in_as_they_are(chain: Metadata) -> None:
    call = calls.subtensor.RemoveStake(hotkey=BOB, netuid=1, amount_unstaked=Alpha(rao=7, netuid=1))
    assert call.encode(chain) == b"\x07\x03" + BOB + b"\x01\x00" + (7).to_bytes(8, "little")


def test_calls_inside_calls(chain: Metadata) -> None:
    inner = calls.system.Remark(remark=b"x")
    whole = calls.utility.BatchAll(calls=[inner, calls.proxy.RemoveProxies()])
    assert whole.encode(chain) == bytes([11, 2, 2 << 2]) + inner.encode(chain) + bytes([16, 3])
    sudo = calls.sudo.Sudo(call=inner)
    assert sudo.encode(chain) == bytes([12, 0]) + inner.encode(chain)


def test_a_call_is_immutable_and_shows_itself() -> None:
    call = calls.system.Remark(remark=b"x")
    with pytest.raises(AttributeError, match="immutable"):
        call.remark = b"y"  # type: ignore[misc]
    with pytest.raises(AttributeError, match="immutable"):
        del call.remark
    assert repr(call) == "Remark(remark=b'x')"
    assert call != calls.system.RemarkWithEvent(remark=b"x")


@pytest.mark.parametrize("arguments", [{}, {"remark": b"", "more": 1}, {"mark": b""}])
def test_wrong_arguments_are_named(arguments: dict[str, Any]) -> None:
    with pytest.raises(TypeError, match="Remark"):
        calls.system.Remark(**arguments)
    with pytest.raises(TypeError, match="each of remark once"):
        calls.system.Remark(b"", b"")  # type: ignore[call-arg]


def test_a_clashing_field_has_an_underscore(chain: Metadata) -> None:
    call = calls.subtensor.SetIdentity(b"n", b"u", b"g", b"i", b"d", b"s", b"a")
    assert (call.name, call.name_) == ("set_identity", b"n")
    decoded = chain.decode_call(call.encode(chain))
    assert decoded.args["name"] == b"n"


def test_indices_are_the_chains_own(chain: Metadata) -> None:
    """A chain that moved the pallet, the call and every type takes the same typed call."""

    def moved(definition: t.Variant) -> t.Variant:
        return t.Variant(tuple(case._replace(index=case.index + 1) for case in definition.variants))

    other = changed(changed(chain, chain.outer_call, moved), _call_type(chain, "Balances"), moved)
    call = calls.balances.TransferKeepAlive(dest=BOB, value=Tao(rao=5))
    assert call.encode(other) == b"\x06\x04\x00" + BOB + b"\x14"


def test_a_call_of_another_shape_is_refused_with_both_shapes(chain: Metadata) -> None:
    def longer(definition: t.Variant) -> t.Variant:
        return t.Variant(
            tuple(
                case._replace(fields=(*case.fields, t.Field("memo", case.fields[0].type)))
                if case.name == "transfer_keep_alive"
                else case
                for case in definition.variants
            )
        )

    other = changed(chain, _call_type(chain, "Balances"), longer)
    call = calls.balances.TransferKeepAlive(dest=BOB, value=Tao(rao=5))
    with pytest.raises(IncompatibleItem) as caught:
        call.encode(other)
    error = caught.value
    assert error.item == "Balances.transfer_keep_alive"
    assert error.expected == call_shape(chain, chain.call(call.pallet, call.name)).words
    assert error.found == call_shape(other, other.call(call.pallet, call.name)).words
    assert "memo:" in (error.found or "")
    # Its neighbour, and a batch, are as they were; the batch with this call inside is not.
    calls.balances.TransferAll(dest=BOB, keep_alive=True).encode(other)
    calls.utility.Batch(calls=[calls.system.Remark(b"")]).encode(other)
    with pytest.raises(IncompatibleItem):
        calls.utility.Batch(calls=[call]).encode(other)


def test_what_a_chain_lacks_is_refused_by_name(chain: Metadata) -> None:
    with pytest.raises(IncompatibleItem, match=r"SubtensorModule\.faucet does not exist"):
        calls.subtensor.Faucet(block_number=1, nonce=2, work=b"").encode(chain)
    with pytest.raises(IncompatibleItem, match="Triumvirate"):
        storage.triumvirate.Proposals.on(chain)
    with pytest.raises(IncompatibleItem, match="Triumvirate"):
        events.triumvirate.Voted.require(chain)


def test_storage_items_know_their_keys_and_values(chain: Metadata) -> None:
    item = storage.system.Account.on(chain)
    raw = item.key(ALICE)
    assert raw.startswith(item.prefix)
    assert storage.system.Account.decode_key(chain, raw) == (ALICE,)
    info = storage.system.Account.decode(chain, None)
    assert info["data"]["free"] == 0
    assert storage.subtensor.Tempo.decode(chain, None) == 10
    assert storage.subtensor.Lock.decode(chain, None) is None
    assert repr(storage.system.Account) == "<StorageItem System.Account>"


def test_a_storage_item_of_another_shape_is_refused(chain: Metadata) -> None:
    value = chain.storage("System", "Account").value

    def shorter(definition: t.Composite) -> t.Composite:
        return t.Composite(definition.fields[:-1])

    other = changed(chain, value, shorter)
    with pytest.raises(IncompatibleItem, match=r"System\.Account has another shape"):
        storage.system.Account.on(other)
    storage.balances.TotalIssuance.on(other)


def test_api_methods(chain: Metadata) -> None:
    method = apis.stake_info.get_stake_info_for_hotkey_coldkey_netuid
    assert method.entry == "StakeInfoRuntimeApi_get_stake_info_for_hotkey_coldkey_netuid"
    assert method.encode(chain, ALICE, BOB, 3) == ALICE + BOB + b"\x03\x00"
    assert method.decode(chain, b"\x00") is None
    with pytest.raises(TypeError, match="by position"):
        apis.account_nonce.account_nonce.encode(chain, account=ALICE)  # type: ignore[call-arg]


def test_constants(chain: Metadata) -> None:
    assert constants.balances.ExistentialDeposit.of(chain) == 500
    assert constants.system.Version.of(chain)["spec_version"] == 425


def test_events_are_read_from_records(chain: Metadata) -> None:
    fields = {"from": ALICE, "to": BOB, "amount": 9}
    record = EventRecord("Finalization", "Balances", "Transfer", fields, [])
    assert events.balances.Transfer.matches(record)
    assert not events.balances.Deposit.matches(record)
    transfer = events.balances.Transfer.read(record, chain)
    assert (transfer.from_, transfer.to) == (ss58.encode(ALICE), ss58.encode(BOB))
    assert transfer.amount == Tao.from_rao(9)
    added = EventRecord("Finalization", "SubtensorModule", "NetworkAdded", (2, 1), [])
    assert events.subtensor.NetworkAdded.read(added, chain).netuid == 2
    removed = EventRecord("Finalization", "SubtensorModule", "NetworkRemoved", 2, [])
    assert events.subtensor.NetworkRemoved.read(removed, chain).netuid == 2
    updated = EventRecord("Finalization", "System", "CodeUpdated", None, [])
    assert events.system.CodeUpdated.read(updated, chain) == events.system.CodeUpdated()


def test_modules_load_when_they_are_named() -> None:
    assert "balances" in calls.__all__
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        calls.nothing  # noqa: B018


def _call_type(chain: Metadata, pallet: str) -> int:
    found = chain.pallets[pallet].call_type
    assert found is not None
    return found
