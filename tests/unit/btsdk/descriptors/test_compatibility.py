"""Calls and items on chains that declare them in another shape."""

from __future__ import annotations

from typing import Any

import pytest

from btsdk import calls, events, storage
from btsdk.descriptors.compatibility import call_shape
from btsdk.errors import IncompatibleItem
from btsdk.frozen import replace
from btsdk.metadata import Metadata
from btsdk.scale import Registry
from btsdk.scale import types as t
from btsdk.units import Tao

BOB = b"b" * 32


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


def test_a_storage_item_of_another_shape_is_refused(chain: Metadata) -> None:
    value = chain.storage("System", "Account").value

    def shorter(definition: t.Composite) -> t.Composite:
        return t.Composite(definition.fields[:-1])

    other = changed(chain, value, shorter)
    with pytest.raises(IncompatibleItem, match=r"System\.Account has another shape"):
        storage.system.Account.on(other)
    storage.balances.TotalIssuance.on(other)


def _call_type(chain: Metadata, pallet: str) -> int:
    found = chain.pallets[pallet].call_type
    assert found is not None
    return found
