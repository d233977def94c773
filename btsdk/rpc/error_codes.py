"""JSON-RPC error objects as typed errors.

A submission that the pool refuses is a `TransactionRefused` with Substrate's reason and a hint; all
other errors are `RpcError`. The codes are those of `sc-rpc-api` (author errors start at 1000, state
errors at 4000).
"""

from __future__ import annotations

import re
from typing import NamedTuple

from btsdk.errors import BtError, RpcError, TransactionRefused
from btsdk.rpc.messages import ErrorObject

REFUSALS = frozenset({1001, 1002, *range(1010, 1020)})
"""The `author_submit…` codes that are about the extrinsic, not about the RPC server."""


class CustomCode(NamedTuple):
    """A code of Subtensor's pool: the chain's name for it, what it means, and what to do."""

    name: str
    meaning: str
    remedy: str


CUSTOM: dict[int, CustomCode] = {
    0: CustomCode(
        "ColdkeyInSwapSchedule",
        "a swap of this coldkey is announced",
        "Until the swap is done or cleared, the coldkey may do little else.",
    ),
    1: CustomCode(
        "StakeAmountTooLow",
        "the amount or the stake is below the chain's minimum",
        "Stake more: the chain has a minimum for stake operations and for setting weights.",
    ),
    2: CustomCode(
        "BalanceTooLow",
        "the coldkey's free balance is too low",
        "Send TAO to the coldkey, or use a smaller amount.",
    ),
    3: CustomCode(
        "SubnetNotExists",
        "there is no such subnet",
        "Check the netuid: `btcli subnets list` shows all subnets.",
    ),
    4: CustomCode(
        "HotkeyAccountDoesntExist",
        "the chain does not know this hotkey",
        "Register the hotkey first.",
    ),
    5: CustomCode(
        "NotEnoughStakeToWithdraw",
        "there is less stake on that hotkey and subnet",
        "Use a smaller amount: `btcli stake list` shows your stakes.",
    ),
    6: CustomCode(
        "RateLimitExceeded",
        "the rate limit of this operation has not passed",
        "Wait some blocks and try again.",
    ),
    7: CustomCode(
        "InsufficientLiquidity",
        "the subnet's pool is too small for this amount",
        "Try a smaller amount.",
    ),
    8: CustomCode(
        "SlippageTooHigh",
        "the price would pass the limit",
        "Use a smaller amount, a wider price limit, or partial filling.",
    ),
    9: CustomCode(
        "TransferDisallowed",
        "the subnet's owner has disabled transfers of its alpha",
        "Unstake it instead: alpha of this subnet cannot be transferred.",
    ),
    10: CustomCode(
        "HotKeyNotRegisteredInNetwork",
        "the hotkey is registered on no subnet",
        "Register the hotkey on a subnet first.",
    ),
    11: CustomCode(
        "InvalidIpAddress",
        "the chain does not accept this IP address",
        "Give a public IP address: private, loopback and unspecified ones are refused.",
    ),
    12: CustomCode(
        "ServingRateLimitExceeded",
        "the endpoint was served a short time ago",
        "Wait some blocks and try again.",
    ),
    13: CustomCode(
        "InvalidPort",
        "the port is 0",
        "Give a port from 1 to 65535.",
    ),
    14: CustomCode(
        "ZeroMaxAmount",
        "the price is past the limit already, so nothing can be traded",
        "Use a wider price limit.",
    ),
    15: CustomCode(
        "InvalidRevealRound",
        "the reveal round of the commit is in the past",
        "Encrypt the weights to a later round of the beacon.",
    ),
    16: CustomCode(
        "CommitNotFound",
        "this hotkey has no such commit",
        "Check weights, salt and version key: they have to be those of the commit.",
    ),
    17: CustomCode(
        "CommitBlockNotInRevealRange",
        "the commit cannot be revealed in this epoch",
        "Reveal in the epoch in which the commit is due.",
    ),
    18: CustomCode(
        "InputLengthsUnequal",
        "the lists differ in length",
        "Give as many values as uids.",
    ),
    19: CustomCode(
        "UidNotFound",
        "the hotkey has no uid on this subnet",
        "Register the hotkey on the subnet first.",
    ),
    20: CustomCode(
        "EvmKeyAssociateRateLimitExceeded",
        "an EVM key was associated with this uid a short time ago",
        "Wait some blocks and try again.",
    ),
    21: CustomCode(
        "ColdkeySwapDisputed",
        "the swap of this coldkey is disputed",
        "The coldkey is blocked until the chain's administrators settle the dispute.",
    ),
    22: CustomCode(
        "InvalidRealAccount",
        "the account that pays the fee is not valid here",
        "Prepare the operation again, with the account that made the signer its proxy.",
    ),
    23: CustomCode(
        "FailedShieldedTxParsing",
        "the encrypted transaction cannot be read",
        "Prepare the operation again, so that it is encrypted anew.",
    ),
    24: CustomCode(
        "InvalidShieldedTxPubKeyHash",
        "it is encrypted to a key that is no longer in use",
        "Send it again: it is then encrypted to the current key.",
    ),
    25: CustomCode(
        "NonAssociatedColdKey",
        "another coldkey owns this hotkey",
        "Sign with the coldkey that owns the hotkey.",
    ),
    26: CustomCode(
        "DelegateTakeTooLow",
        "the take is too low",
        "Give a take that is not below the chain's minimum.",
    ),
    27: CustomCode(
        "DelegateTakeTooHigh",
        "the take is too high",
        "Give a take that is not above the chain's maximum.",
    ),
    255: CustomCode(
        "BadRequest",
        "the chain gives no reason",
        "Prepare the operation again: its warnings may say why.",
    ),
}
"""`InvalidTransaction::Custom(code)` of Subtensor (`CustomTransactionError`)."""

_UNREADABLE = "The runtime cannot decode it: prepare it again with the chain's current metadata."
_CANNOT_LOOKUP = "The runtime lacks the information to validate this transaction."
_REASONS = (
    ("inability to pay", "Payment", "The account cannot pay the fee: send it some TAO first."),
    ("outdated", "Stale", "The nonce was used already: prepare the operation again."),
    ("will be valid in the future", "Future", "An earlier transaction of this account is missing."),
    ("bad signature", "BadProof", "Signed with another key, for another chain or runtime version."),
    ("ancient birth block", "AncientBirthBlock", "Its era has ended: prepare and sign it again."),
    ("exhaust the block", "ExhaustsResources", "The block is full: try again in a few blocks."),
    (
        "call is not expected",
        "Call",
        "The runtime does not accept this call from an account.",
    ),
    ("bad mandatory", "BadMandatory", None),
    ("could not lookup information", "CannotLookup", _CANNOT_LOOKUP),
    ("cannotlookup", "CannotLookup", _CANNOT_LOOKUP),
    ("invalid signing address", "BadSigner", "This account may not sign transactions."),
    ("bad input data provided", "BadFormat", _UNREADABLE),
)
"""(part of Substrate's sentence, the variant of `InvalidTransaction`, what to do)."""

_UNACTIONABLE = 1018

_BY_CODE: dict[int, tuple[str, str]] = {
    1001: ("BadFormat", _UNREADABLE),
    1002: ("VerificationError", "The runtime failed while validating this transaction."),
    1011: ("UnknownValidity", "The node could not validate the transaction; try another node."),
    1012: (
        "TemporarilyBanned",
        "The node rejected this exact transaction as invalid a moment ago.",
    ),
    1013: (
        "AlreadyImported",
        "This exact transaction is in the pool already: search for its hash.",
    ),
    1014: (
        "TooLowPriority",
        "A transaction with this nonce is in the pool; pay a higher tip to replace it.",
    ),
    1015: ("CycleDetected", "The transaction depends on itself: prepare it again."),
    1016: ("ImmediatelyDropped", "The node's pool is full: try again, or pay a tip."),
    1018: ("Unactionable", "The node makes no block with this transaction; nothing was sent on."),
}


def error_for(method: str, error: ErrorObject) -> BtError:
    """The typed error for an error object that answered `method`."""
    if method.startswith("author_") and error.code in REFUSALS:
        code = _custom_code(error)
        if code in CUSTOM:
            known = CUSTOM[code]
            reason = f"Custom({code}) {known.name}"
            return TransactionRefused(error.code, reason, known.meaning, hint=known.remedy)
        reason, hint = explain(error) if code is None else (f"Custom({code})", None)
        return TransactionRefused(error.code, reason, hint=hint)
    return RpcError(method, error.code, error.message, error.data, hint=_hint(error))


def explain(error: ErrorObject) -> tuple[str, str | None]:
    """Substrate's name for the refusal, and a hint."""
    text = error.data if isinstance(error.data, str) else ""
    for part, name, hint in _REASONS:
        if part in text.lower():
            return name, hint
    if error.code == _UNACTIONABLE and text:  # the text is why the node makes no blocks
        return f"Unactionable: {text}", _BY_CODE[error.code][1]
    if error.code in _BY_CODE:
        return _BY_CODE[error.code]
    return (text or error.message), None


def _custom_code(error: ErrorObject) -> int | None:
    """The number of `InvalidTransaction::Custom`, which the node has in its sentence."""
    text = error.data if isinstance(error.data, str) else ""
    found = re.search(r"custom error:?\s*(\d+)", text, re.IGNORECASE)
    return int(found.group(1)) if found else None


def _hint(error: ErrorObject) -> str | None:
    if error.code == -32601:
        return (
            "This node does not serve the method; `rpc_methods` lists the methods that it serves."
        )
    if is_pruned(error.message, error.data):
        return "The node has pruned that block's state: ask an archive node (network `archive`)."
    return None


def is_pruned(message: str, data: object = None) -> bool:
    """Whether an error means that the block's state is pruned (Substrate has no code for it)."""
    text = f"{message} {data}".lower()
    return "state already discarded" in text or "unknown block: state" in text
