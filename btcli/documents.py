"""The objects of JSON results. `docs/cli.md` lists them, written from these declarations.

Amounts are decimal text, and a field's name ends in its unit: `free_tao`, `stake_alpha`. Addresses
are ss58. No object holds a secret unless an option asked for it. A string in `Annotated` is the
remark that the docs show.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal, TypedDict, cast

if TYPE_CHECKING:
    from btcli.accounts.portfolio import Holding, Valuation
    from btcli.commands.stake.trade_report import TradeResult
    from btcli.commands.stake.trades import TradePart
    from btcli.commands.wallet.key_creation import KeyFile
    from btsdk.reads.balances import Balance
    from btsdk.reads.metagraph import MetagraphNeuron
    from btsdk.reads.registration import Registration
    from btsdk.reads.subnets import Subnet
    from btsdk.tx.operation import Announcement
    from btsdk.tx.prepare import Preview
    from btsdk.tx.receipt import Receipt
    from btsdk.units import Alpha
    from btsdk.wallet import Finding, KeyEntry, WalletEntry


class KeyDocument(TypedDict):
    """A key on disk."""

    name: str
    ss58: Annotated[str | None, "null without a public file"]
    private: Annotated[bool, "whether the private key is there"]
    encrypted: bool
    problem: str | None


class _WalletFields(TypedDict):
    name: str
    ss58: str | None
    coldkey: KeyDocument


class WalletDocument(_WalletFields, total=False):
    """A wallet with its keys."""

    hotkeys: Annotated[list[KeyDocument], "absent with `--coldkeys-only`"]


class FindingDocument(TypedDict):
    """A problem of a key file."""

    problem: str
    path: str
    message: str
    remedy: Annotated[str | None, "a shell command"]


class _KeyFileFields(TypedDict):
    wallet: str
    kind: Literal["coldkey", "hotkey"]
    name: str
    ss58: str
    file: str
    encrypted: bool
    created: Annotated[bool, "false if the key existed already"]
    crypto: Annotated[str, "`sr25519` or `ed25519`"]


class KeyFileDocument(_KeyFileFields, total=False):
    """A key that was created or restored, or that existed already."""

    mnemonic: Annotated[str | None, "only with `--reveal-mnemonic`"]


class KeysData(TypedDict):
    """The result of a command that writes key files."""

    keys: list[KeyFileDocument]


class RefusalDocument(TypedDict):
    """A reason why the chain would refuse a transaction."""

    code: str
    reason: str


class PreviewDocument(TypedDict):
    """A transaction before it is signed."""

    signer: str
    call: str
    effects: list[str]
    warnings: list[str]
    refusals: list[RefusalDocument]
    fee_tao: Annotated[str | None, "null if the node does not say"]
    tip_tao: str
    nonce: int
    last_block: int | None
    differences: Annotated[list[str], "see [What is verified](#what-is-verified)"]


class SentDocument(TypedDict):
    """A transaction that was sent and not waited for."""

    extrinsic_hash: str


class ReceiptDocument(SentDocument):
    """A transaction in a block."""

    extrinsic_index: int
    block_hash: str
    block_number: int
    finalized: bool
    fee_tao: Annotated[str | None, "what was paid"]
    tip_tao: str
    events: Annotated[list[str], "names"]


class AnnouncementDocument(TypedDict):
    """An announced call. Executing it takes the whole of `call_data`."""

    real: str
    call_hash: str
    call_data: str


class _TransactionFields(TypedDict):
    submitted: bool
    preview: PreviewDocument
    receipt: Annotated[
        ReceiptDocument | SentDocument | None,
        "null after a dry run; `extrinsic_hash` alone with `--no-wait-for-inclusion`",
    ]


class TransactionData(_TransactionFields, total=False):
    """The result of a command that signs a transaction."""

    announcement: Annotated[
        AnnouncementDocument, "only with `--announce-only` or `--multisig`, if it is executed later"
    ]


class TradedDocument(TypedDict):
    """The amounts of a trade; all null if nothing was traded."""

    traded_tao: Annotated[str | None, "what was traded, swap fee included"]
    traded_alpha: Annotated[str | None, "likewise"]
    left_tao: Annotated[str | None, "of a purchase: what the price limit left untraded"]
    left_alpha: Annotated[str | None, "of a sale: likewise"]


class _ErrorFields(TypedDict):
    code: str
    message: str
    hint: str | None


class ErrorDocument(_ErrorFields, total=False):
    """An error."""

    extrinsic_hash: Annotated[str, "of a transaction in a block"]
    block_hash: Annotated[str, "likewise"]


class PartDocument(TradedDocument):
    """One of several trades in a transaction."""

    netuid: Annotated[int | None, "null if one call empties every subnet"]
    hotkey: str
    done: Annotated[bool | None, "null if nothing was sent, or without waiting for the block"]
    error: ErrorDocument | None
    stake_alpha: Annotated[str | None, "the stake after the trade; null if it was not read"]
    events: Annotated[list[str], "those of the first part begin with the payment of the fee"]


class BalanceDocument(TypedDict):
    """The TAO of an account."""

    name: str | None
    ss58: str
    free_tao: str
    transferable_tao: str
    reserved_tao: str
    frozen_tao: str
    staked_value_tao: str
    staked_sale_tao: str | None
    total_tao: str


class StakeDocument(TypedDict):
    """A stake."""

    netuid: int
    hotkey: str
    coldkey: str
    stake_alpha: str
    price_tao: str
    value_tao: Annotated[str, "at the spot price"]
    sale_tao: Annotated[str | None, "if sold at this block"]
    emission_alpha: str
    registered: bool


class SubnetDocument(TypedDict):
    """A subnet."""

    netuid: int
    name: str
    symbol: str
    owner_coldkey: str
    owner_hotkey: str
    price_tao: str
    tao_in_tao: Annotated[str, "TAO in the pool"]
    alpha_in_alpha: Annotated[str, "alpha in the pool"]
    alpha_out_alpha: Annotated[str, "alpha staked"]
    emission_tao: str
    tempo: int
    blocks_since_last_step: int
    registered_at: int


class RegistrationDocument(TypedDict):
    """The terms of registration on a subnet."""

    price_tao: str
    difficulty: int
    allowed: bool
    pow_allowed: bool
    pow_form: Annotated[str | None, "`register` or `pow_register`; null if closed"]


class NeuronDocument(TypedDict):
    """A neuron. Scores are the chain's, from 0 to 65,535."""

    uid: int
    hotkey: str
    coldkey: str
    active: bool
    validator_permit: bool
    stake_alpha: str
    stake_weight_tao: str
    emission_alpha: str
    incentive: int
    dividends: int
    last_update: int
    registered_at: int
    axon: Annotated[str | None, "`IP:PORT`"]


def wallet_document(wallet: WalletEntry, coldkeys_only: bool = False) -> WalletDocument:
    """A wallet with its keys."""
    coldkey = key_document(wallet.coldkey)
    document: WalletDocument = {
        "name": wallet.name,
        "ss58": coldkey["ss58"],
        "coldkey": coldkey,
    }
    if not coldkeys_only:
        document["hotkeys"] = [key_document(hotkey) for hotkey in wallet.hotkeys]
    return document


def key_document(key: KeyEntry) -> KeyDocument:
    """A key on disk."""
    return {
        "name": key.name,
        "ss58": key.public.ss58_address if key.public else None,
        "private": key.exists,
        "encrypted": key.encrypted,
        "problem": key.problem,
    }


def finding_document(found: Finding) -> FindingDocument:
    """A problem of a key file."""
    return {
        "problem": found.problem.value,
        "path": str(found.path),
        "message": found.message,
        "remedy": found.remedy,
    }


def made_document(key: KeyFile, reveal: bool) -> KeyFileDocument:
    """A key that was created or restored, or that existed already."""
    document: KeyFileDocument = {
        "wallet": key.wallet,
        "kind": key.kind,
        "name": key.name,
        "ss58": key.address,
        "file": str(key.file),
        "encrypted": key.encrypted,
        "created": key.created,
        "crypto": key.crypto,
    }
    if reveal:
        document["mnemonic"] = key.mnemonic
    return document


def preview_document(preview: Preview) -> PreviewDocument:
    """A transaction before it is signed."""
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


def receipt_document(
    receipt: Receipt | None, extrinsic_hash: str | None
) -> ReceiptDocument | SentDocument | None:
    """The receipt; the hash alone without waiting, None after a dry run."""
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


def announcement_document(announced: Announcement) -> AnnouncementDocument:
    """An announced call. Executing it takes the whole of `call_data`."""
    return {
        "real": announced.real,
        "call_hash": "0x" + announced.call_hash.hex(),
        "call_data": "0x" + announced.call.hex(),
    }


def part_document(part: TradePart, stake: Alpha | None) -> PartDocument:
    """One of several trades in a transaction."""
    return {
        "netuid": part.target.netuid,
        "hotkey": part.target.hotkey,
        "done": part.done,
        "error": cast("ErrorDocument | None", part.failure and part.failure.document()),
        "stake_alpha": None if stake is None else stake.decimal(),
        **traded_document(part.traded),
        "events": list(part.events),
    }


def traded_document(traded: TradeResult | None) -> TradedDocument:
    """The amounts of a trade; `left_…` is set in the unit of the order only."""
    if traded is None:
        return {
            "traded_tao": None,
            "traded_alpha": None,
            "left_tao": None,
            "left_alpha": None,
        }
    left = "0.000000000" if traded.left is None else traded.left.decimal()
    return {
        "traded_tao": traded.tao.decimal(),
        "traded_alpha": None if traded.alpha is None else traded.alpha.decimal(),
        "left_tao": left if traded.buying else None,
        "left_alpha": None if traded.buying else left,
    }


def balance_document(
    name: str | None, address: str, held: Balance, staked: Valuation
) -> BalanceDocument:
    """The TAO of an account; stakes at spot prices, and if sold."""
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


def stake_document(held: Holding) -> StakeDocument:
    """One stake with its values at the spot price and if sold."""
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


def subnet_document(subnet: Subnet) -> SubnetDocument:
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


def registration_document(offer: Registration) -> RegistrationDocument:
    """The terms of registration on a subnet."""
    return {
        "price_tao": offer.price.decimal(),
        "difficulty": offer.difficulty,
        "allowed": offer.allowed,
        "pow_allowed": offer.pow_allowed,
        "pow_form": offer.pow_form,
    }


def neuron_document(neuron: MetagraphNeuron) -> NeuronDocument:
    """One neuron of a subnet."""
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
