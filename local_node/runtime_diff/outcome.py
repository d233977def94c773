"""The outcome of a step on one chain."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from btsdk.errors import BtError, DispatchError, IncompatibleItem, ScaleError, TransactionRefused
from btsdk.keys.hashing import twox_128
from btsdk.keys.keypair import Keypair
from btsdk.ops import RawCall
from btsdk.tx.receipt import Receipt
from local_node.embedded.local_chain import LocalChain
from local_node.runtime_diff.script import Script, ScriptStep

if TYPE_CHECKING:
    from btsdk.metadata import Metadata

_SUDO_KEY = twox_128(b"Sudo") + twox_128(b"Key")


@dataclass(frozen=True)
class StepOutcome:
    """`error` is None if the call succeeded; `fee` (rao) is None if it is in no block.

    `storage` has the changes of the extrinsic alone: the number of keys by item name; `values` has
    the new values under their raw keys.
    """

    error: str | None
    fee: int | None = None
    events: tuple[tuple[str, Any], ...] = ()
    storage: dict[str, int] = field(default_factory=dict)
    values: dict[bytes, bytes | None] = field(default_factory=dict, repr=False)


def prepare(chain: LocalChain, script: Script) -> None:
    """Set up the accounts and the sudo key of a script on a chain."""
    patch: dict[bytes, bytes | None] = {}
    if script.sudo is not None:
        patch[_SUDO_KEY] = Keypair.from_uri(script.sudo).public_key
    if patch:
        chain.control.patch(patch)
    if script.balances:
        chain.control.set_balances(
            {Keypair.from_uri(secret).public_key: rao for secret, rao in script.balances.items()}
        )


def perform(chain: LocalChain, step: ScriptStep) -> StepOutcome:
    """Run a step, in a block of its own."""
    client, signer = chain.client, Keypair.from_uri(step.signer)
    try:
        plan = client.prepare(RawCall(step.pallet, step.name, step.args), signer)
    except (ScaleError, IncompatibleItem) as error:
        return StepOutcome(f"cannot be encoded: {error}")
    signed = plan.unsigned().sign(signer)
    metadata = client.head().metadata
    changes = chain.chain.rehearse(signed.extrinsic(metadata).data)[1]
    try:
        return _outcome(client.submit(signed), None, dict(changes), metadata)
    except TransactionRefused as refused:
        return StepOutcome(f"refused: {refused}")
    except DispatchError as failed:
        name = f"{failed.pallet}.{failed.name}"
        if not isinstance(failed.receipt, Receipt):
            return StepOutcome(name)
        return _outcome(failed.receipt, name, dict(changes), metadata)
    except BtError as other:
        return StepOutcome(str(other))


def _outcome(
    receipt: Receipt, error: str | None, changes: dict[bytes, bytes | None], metadata: Metadata
) -> StepOutcome:
    names = _item_names(metadata)
    storage: dict[str, int] = {}
    for key in sorted(changes):
        name = names.get(key[:32], "0x" + key[:32].hex())
        storage[name] = storage.get(name, 0) + 1
    events = tuple((f"{event.pallet}.{event.name}", event.fields) for event in receipt.events)
    fee = None if receipt.fee is None else receipt.fee.rao
    return StepOutcome(error, fee, events, storage, changes)


def _item_names(metadata: Metadata) -> dict[bytes, str]:
    """Names of storage items by the first 32 bytes of their keys."""
    return {
        twox_128((pallet.storage_prefix or "").encode()) + twox_128(item.encode()): (
            f"{pallet.name}.{item}"
        )
        for pallet in metadata.pallets.values()
        for item in pallet.storage
    }
