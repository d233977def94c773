"""A transaction in a file: everything that is signed, then what the building machine said of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from btcli.render.blocks import Facts
from btcli.render.calls import Names, call_rows
from btcli.render.transactions import fee_text
from btsdk.descriptors.json_writing import call_to_json
from btsdk.networks import named
from btsdk.units import Tao

if TYPE_CHECKING:
    from btsdk.tx.offline import OfflineTransaction

_RISKY = {
    "Sudo": "a sudo call acts with the rights of the chain's root",
    "Proxy.add_proxy": "a proxy can act for the account",
    "Proxy.create_pure": "the account of a pure proxy has no key of its own",
    "SubtensorModule.announce_coldkey_swap": "the other coldkey will get all TAO and stake",
    "SubtensorModule.swap_coldkey": "the other coldkey gets all TAO and stake",
    "SubtensorModule.swap_hotkey": "the other hotkey takes over the registrations",
    "Balances.transfer_all": "it empties the account",
    "Balances.transfer_allow_death": "it may end the account",
}
"""What a call may do that its name does not say, by pallet or call."""


def offline_facts(transaction: OfflineTransaction, names: Names) -> Facts:
    """The whole transaction."""
    return Facts(list(_rows(transaction, names)), title="Transaction")


def own_warnings(transaction: OfflineTransaction) -> list[str]:
    """Warnings from what is signed, whatever the building machine said."""
    signing = transaction.payload.signing
    found = [
        f"{name}: {_RISKY[risk]}"
        for name in _calls(call_to_json(transaction.metadata, transaction.call))
        for risk in (name, name.partition(".")[0])
        if risk in _RISKY
    ]
    if transaction.payload.birth is None:
        found.append("it never expires: it can be submitted as long as its nonce is unused")
    if signing.metadata_hash is None:
        found.append(
            "the chain will not verify the metadata, so that the call may mean something else there"
        )
    return list(dict.fromkeys(found))


def _rows(transaction: OfflineTransaction, names: Names) -> Iterator[tuple[str, str]]:
    payload, signing = transaction.payload, transaction.payload.signing
    shown = call_to_json(transaction.metadata, transaction.call)
    yield from call_rows(transaction.metadata, shown, names)
    yield "call data", "0x" + payload.call.hex()
    name = names.get(payload.address)
    yield "signer", f"{payload.address} ({name})" if name else payload.address
    yield "nonce", str(signing.nonce)
    yield "tip", fee_text(Tao.from_rao(signing.tip))
    yield "era", _era(transaction)
    yield "era block", "0x" + signing.era_block_hash.hex()
    if transaction.expires is not None:
        yield "expires", f"about {transaction.expires:%Y-%m-%d %H:%M} UTC"
    known = named(transaction.genesis_hash)
    yield "genesis", transaction.genesis_hash + (f" ({known})" if known else "")
    yield "runtime", f"{signing.spec_version}, transactions {signing.transaction_version}"
    hashed = signing.metadata_hash
    yield "metadata hash", "none" if hashed is None else "0x" + hashed.hex()
    yield from _said(transaction)
    yield from (("warning", warning) for warning in own_warnings(transaction))
    if transaction.signature is not None:
        yield "signature", f"0x{transaction.signature.hex()} ({transaction.crypto})"
        extrinsic = transaction.signed().extrinsic(transaction.metadata)
        yield "extrinsic", extrinsic.hash
    else:
        yield "signature", "none yet"


def _said(transaction: OfflineTransaction) -> Iterator[tuple[str, str]]:
    """What the building machine said, which no signature covers."""
    built = f"{transaction.built:%Y-%m-%d %H:%M} UTC, on {transaction.network}"
    yield "built", built
    yield "fee, as built", fee_text(transaction.fee)
    yield from (("effect, as built", effect) for effect in transaction.effects)
    yield from (("warning, as built", warning) for warning in transaction.warnings)


def _era(transaction: OfflineTransaction) -> str:
    payload = transaction.payload
    if payload.birth is None:
        return "none"
    return (
        f"{payload.signing.era.period} blocks from block {payload.birth}, "
        f"until block {payload.last_block}"
    )


def _calls(value: Any) -> Iterator[str]:
    """The names of a call and of all calls inside it."""
    if isinstance(value, dict):
        if set(value) == {"call", "args"}:
            yield value["call"]
        for inner in value.values():
            yield from _calls(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _calls(inner)
