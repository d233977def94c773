"""The shapes of JSON results (`docs/cli.md` shows them all).

Amounts are decimal text, and the field's name says the unit: `free_tao`, `stake_alpha`. Addresses
are ss58. Nothing secret is in any of them, unless a command was told so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from btcli.accounts.portfolio import Holding, Valuation
    from btcli.commands.stake.trade_report import TradeResult
    from btcli.commands.stake.trades import TradePart
    from btcli.commands.wallet.key_creation import KeyFile
    from btsdk.reads.balances import Balance
    from btsdk.reads.neurons import MetagraphNeuron
    from btsdk.reads.registration import Registration
    from btsdk.reads.subnets import Subnet
    from btsdk.tx.operation import Announcement
    from btsdk.tx.prepare import Preview
    from btsdk.tx.receipt import Receipt
    from btsdk.units import Alpha
    from btsdk.wallet import Finding, KeyEntry, WalletEntry


def wallet_document(wallet: WalletEntry, coldkeys_only: bool = False) -> dict[str, Any]:
    """A wallet with its keys."""
    coldkey = key_document(wallet.coldkey)
    document = {"name": wallet.name, "ss58": coldkey["ss58"], "coldkey": coldkey}
    if not coldkeys_only:
        document["hotkeys"] = [key_document(hotkey) for hotkey in wallet.hotkeys]
    return document


def key_document(key: KeyEntry) -> dict[str, Any]:
    """A key as it lies on disk."""
    return {
        "name": key.name,
        "ss58": key.public.ss58_address if key.public else None,
        "private": key.exists,
        "encrypted": key.encrypted,
        "problem": key.problem,
    }


def finding_document(found: Finding) -> dict[str, Any]:
    """Something that is wrong with a key file."""
    return {
        "problem": found.problem.value,
        "path": str(found.path),
        "message": found.message,
        "remedy": found.remedy,
    }


def made_document(key: KeyFile, reveal: bool) -> dict[str, Any]:
    """A key that was made, restored, or there already."""
    document = {
        "wallet": key.wallet,
        "kind": key.kind,
        "name": key.name,
        "ss58": key.address,
        "file": str(key.file),
        "encrypted": key.encrypted,
        "created": key.created,
    }
    return document | {"mnemonic": key.mnemonic} if reveal else document


def preview_document(preview: Preview) -> dict[str, Any]:
    """What is, or was, to be signed."""
    return {
        "signer": preview.signer,
        "call": preview.call,
        "effects": list(preview.effects),
        "warnings": list(preview.warnings),
        "refusals": [{"code": one.code, "reason": one.reason} for one in preview.refusals],
        "fee_tao": None if preview.fee is None else preview.fee.decimal(),
        "tip_tao": preview.tip.decimal(),
        "nonce": preview.nonce,
        "last_block": preview.last_block,
        "differences": list(preview.differences),
    }


def receipt_document(receipt: Receipt | None, extrinsic_hash: str | None) -> dict[str, Any] | None:
    """Where an extrinsic is; the hash alone where nobody waited, None after a dry run."""
    if receipt is None:
        return None if extrinsic_hash is None else {"extrinsic_hash": extrinsic_hash}
    return {
        "extrinsic_hash": receipt.extrinsic_hash,
        "extrinsic_index": receipt.index,
        "block_hash": receipt.block_hash,
        "block_number": receipt.block_number,
        "finalized": receipt.finalized,
        "fee_tao": None if receipt.fee is None else receipt.fee.decimal(),
        "tip_tao": receipt.tip.decimal(),
        "events": [f"{event.pallet}.{event.name}" for event in receipt.events],
    }


def announcement_document(announced: Announcement) -> dict[str, str]:
    """A call that is announced: whoever does it later needs all of `call_data`."""
    return {
        "real": announced.real,
        "call_hash": "0x" + announced.call_hash.hex(),
        "call_data": "0x" + announced.call.hex(),
    }


def part_document(part: TradePart, stake: Alpha | None) -> dict[str, Any]:
    """One of several trades: `done` is null where nobody knows, `netuid` for every subnet."""
    return {
        "netuid": part.target.netuid,
        "hotkey": part.target.hotkey,
        "done": part.done,
        "error": None if part.failure is None else part.failure.document(),
        "stake_alpha": None if stake is None else stake.decimal(),
        **traded_document(part.traded),
        "events": list(part.events),
    }


TRADED = ("traded_tao", "traded_alpha", "left_tao", "left_alpha")
"""What a trade came to; `left_…` is what of the ordered amount was not traded."""


def traded_document(traded: TradeResult | None) -> dict[str, Any]:
    """All of `TRADED`: null where nothing was done, and `left_…` in the ordered unit alone."""
    if traded is None:
        return dict.fromkeys(TRADED)
    left = "0.000000000" if traded.left is None else traded.left.decimal()
    return {
        "traded_tao": traded.tao.decimal(),
        "traded_alpha": None if traded.alpha is None else traded.alpha.decimal(),
        "left_tao": left if traded.buying else None,
        "left_alpha": None if traded.buying else left,
    }


def balance_document(
    name: str | None, address: str, held: Balance, staked: Valuation
) -> dict[str, Any]:
    """The TAO of one account; stakes at spot prices, and what a sale of them would bring."""
    return {
        "name": name,
        "ss58": address,
        "free_tao": held.free.decimal(),
        "transferable_tao": held.transferable.decimal(),
        "reserved_tao": held.reserved.decimal(),
        "frozen_tao": held.frozen.decimal(),
        "staked_value_tao": staked.value.decimal(),
        "staked_sale_tao": None if staked.sale is None else staked.sale.decimal(),
        "total_tao": (held.total + staked.value).decimal(),
    }


def stake_document(held: Holding) -> dict[str, Any]:
    """One stake, its value at the spot price, and what a sale of it would bring."""
    stake, sale = held.stake, held.worth.sale
    return {
        "netuid": stake.netuid,
        "hotkey": stake.hotkey,
        "coldkey": stake.coldkey,
        "stake_alpha": stake.amount.decimal(),
        "price_tao": held.price.decimal(),
        "value_tao": held.worth.value.decimal(),
        "sale_tao": None if sale is None else sale.decimal(),
        "emission_alpha": stake.emission.decimal(),
        "registered": stake.registered,
    }


def subnet_document(subnet: Subnet) -> dict[str, Any]:
    """One subnet."""
    return {
        "netuid": subnet.netuid,
        "name": subnet.name,
        "symbol": subnet.symbol,
        "owner_coldkey": subnet.owner_coldkey,
        "owner_hotkey": subnet.owner_hotkey,
        "price_tao": subnet.price.decimal(),
        "tao_in_tao": subnet.tao_in.decimal(),
        "alpha_in_alpha": subnet.alpha_in.decimal(),
        "alpha_out_alpha": subnet.alpha_out.decimal(),
        "emission_tao": subnet.tao_in_emission.decimal(),
        "tempo": subnet.tempo,
        "blocks_since_last_step": subnet.blocks_since_last_step,
        "registered_at": subnet.registered_at,
    }


def registration_document(offer: Registration) -> dict[str, Any]:
    """What it takes to register on a subnet."""
    return {
        "price_tao": offer.price.decimal(),
        "difficulty": offer.difficulty,
        "allowed": offer.allowed,
        "pow_allowed": offer.pow_allowed,
        "pow_form": offer.pow_form,
    }


def neuron_document(neuron: MetagraphNeuron) -> dict[str, Any]:
    """One neuron of a subnet. Scores are the chain's, of 65,535."""
    return {
        "uid": neuron.uid,
        "hotkey": neuron.hotkey,
        "coldkey": neuron.coldkey,
        "active": neuron.active,
        "validator_permit": neuron.validator_permit,
        "stake_alpha": neuron.alpha_stake.decimal(),
        "stake_weight_tao": neuron.total_stake.decimal(),
        "emission_alpha": neuron.emission.decimal(),
        "incentive": neuron.incentive,
        "dividends": neuron.dividends,
        "last_update": neuron.last_update,
        "registered_at": neuron.registered_at,
        "axon": None if neuron.axon is None else f"{neuron.axon.ip}:{neuron.axon.port}",
    }
