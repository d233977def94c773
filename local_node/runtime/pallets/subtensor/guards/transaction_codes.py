"""The custom codes of pallet errors in a refused transaction.

The number is in `InvalidTransaction::Custom`; clients show it as "Custom error: N".
"""

from __future__ import annotations

from chain_spec.pallets import subtensor
from chain_spec.transaction_errors import CustomTransactionError as Code

_CODES = {
    "AmountTooLow": Code.StakeAmountTooLow,
    "NotEnoughStakeToSetWeights": Code.StakeAmountTooLow,
    "SubnetNotExists": Code.SubnetNotExists,
    "NotEnoughBalanceToStake": Code.BalanceTooLow,
    "HotKeyAccountNotExists": Code.HotkeyAccountDoesntExist,
    "NotEnoughStakeToWithdraw": Code.NotEnoughStakeToWithdraw,
    "InsufficientLiquidity": Code.InsufficientLiquidity,
    "SlippageTooHigh": Code.SlippageTooHigh,
    "TransferDisallowed": Code.TransferDisallowed,
    "HotKeyNotRegisteredInNetwork": Code.HotKeyNotRegisteredInNetwork,
    "InvalidIpAddress": Code.InvalidIpAddress,
    "ServingRateLimitExceeded": Code.ServingRateLimitExceeded,
    "InvalidPort": Code.InvalidPort,
    "NonAssociatedColdKey": Code.NonAssociatedColdKey,
    "DelegateTakeTooLow": Code.DelegateTakeTooLow,
    "DelegateTakeTooHigh": Code.DelegateTakeTooHigh,
    "InputLengthsUnequal": Code.InputLengthsUnequal,
    "NoWeightsCommitFound": Code.CommitNotFound,
    "RevealTooEarly": Code.CommitBlockNotInRevealRange,
    "InvalidRevealRound": Code.InvalidRevealRound,
    "CommittingWeightsTooFast": Code.RateLimitExceeded,
    "SettingWeightsTooFast": Code.RateLimitExceeded,
    "NetworkTxRateLimitExceeded": Code.RateLimitExceeded,
    "HotKeyNotRegisteredInSubNet": Code.UidNotFound,
    "EvmKeyAssociateRateLimitExceeded": Code.EvmKeyAssociateRateLimitExceeded,
    "ColdkeySwapAnnounced": Code.ColdkeyInSwapSchedule,
    "ColdkeySwapDisputed": Code.ColdkeySwapDisputed,
}

REFUSAL_CODES = {
    f"{subtensor.pallet.name}.{name}": int(_CODES.get(name, Code.BadRequest))
    for name in subtensor.pallet.errors
}
"""The codes by an error's full name; errors without a code are a bad request."""
