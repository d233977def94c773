"""The custom codes with which Subtensor's extensions refuse a transaction.

The pool reports them as `InvalidTransaction::Custom(code)`: clients see only the number.
"""

from __future__ import annotations

from enum import IntEnum


class CustomTransactionError(IntEnum):
    """The reasons for which an extension refuses a transaction, by code."""

    ColdkeyInSwapSchedule = 0
    StakeAmountTooLow = 1
    BalanceTooLow = 2
    SubnetNotExists = 3
    HotkeyAccountDoesntExist = 4
    NotEnoughStakeToWithdraw = 5
    RateLimitExceeded = 6
    InsufficientLiquidity = 7
    SlippageTooHigh = 8
    TransferDisallowed = 9
    HotKeyNotRegisteredInNetwork = 10
    InvalidIpAddress = 11
    ServingRateLimitExceeded = 12
    InvalidPort = 13
    ZeroMaxAmount = 14
    InvalidRevealRound = 15
    CommitNotFound = 16
    CommitBlockNotInRevealRange = 17
    InputLengthsUnequal = 18
    UidNotFound = 19
    EvmKeyAssociateRateLimitExceeded = 20
    ColdkeySwapDisputed = 21
    InvalidRealAccount = 22
    FailedShieldedTxParsing = 23
    InvalidShieldedTxPubKeyHash = 24
    NonAssociatedColdKey = 25
    DelegateTakeTooLow = 26
    DelegateTakeTooHigh = 27
    BadRequest = 255
