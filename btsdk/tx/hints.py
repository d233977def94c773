"""What to do next, by the name of the error. Written for who sits before a terminal."""

from __future__ import annotations

_SUBTENSOR: dict[str, str] = {
    "NotEnoughBalanceToStake": "The coldkey has too little free TAO: stake less, or add TAO to it.",
    "NotEnoughStakeToWithdraw": "There is less stake on that hotkey and subnet: check the stakes.",
    "NotEnoughStake": "The hotkey has too little stake for this.",
    "BalanceWithdrawalError": "The coldkey's free balance does not cover it.",
    "ZeroBalanceAfterWithdrawn": "It would empty the account: leave a little TAO in it.",
    "AmountTooLow": "The chain has a minimum for stake operations: use a larger amount.",
    "StakeUnavailable": "Part of the stake is locked: unstake less.",
    "SlippageTooHigh": "The price passes the limit: use less, a wider limit, or partial filling.",
    "InsufficientLiquidity": "The subnet's pool cannot fill this: use a smaller amount.",
    "SubtokenDisabled": "Staking on this subnet opens with its owner's start call.",
    "SubnetNotExists": "No subnet has this netuid: list the subnets.",
    "MechanismDoesNotExist": "No subnet or mechanism of this number: list the subnets.",
    "HotKeyAccountNotExists": "The chain does not know this hotkey: register it first.",
    "HotKeyNotRegisteredInSubNet": "Register the hotkey on this subnet first.",
    "HotKeyNotRegisteredInNetwork": "Register the hotkey on a subnet first.",
    "HotKeyAlreadyRegisteredInSubNet": "The hotkey is registered on this subnet already.",
    "NonAssociatedColdKey": "The hotkey belongs to another coldkey: use a hotkey of your own.",
    "TransactorAccountShouldBeHotKey": "This call is signed by the hotkey, not by the coldkey.",
    "TooManyRegistrationsThisBlock": "The block is full of registrations: try in the next one.",
    "TooManyRegistrationsThisInterval": "Too many registrations of late: try again later.",
    "SubNetRegistrationDisabled": "The subnet's owner has closed this way of registering.",
    "RegistrationNotPermittedOnRootSubnet": "The root network has a registration of its own.",
    "RegistrationPriceLimitExceeded": "The price rose above your limit: raise it, or wait.",
    "NoNeuronIdAvailable": "The subnet is full and nobody can be replaced yet: try later.",
    "InvalidWorkBlock": "The proof is for a block that is too old: search again.",
    "InvalidDifficulty": "The proof does not meet the difficulty, which may have changed.",
    "InvalidSeal": "The proof does not belong to this block, key and nonce.",
    "FaucetDisabled": "This chain has no faucet.",
    "CannotAffordLockCost": "The coldkey cannot pay the subnet's cost: see `subnets burn-cost`.",
    "SubnetLimitReached": "No more subnets fit, and none can be replaced yet.",
    "NetworkTxRateLimitExceeded": "Subnets may be made only so often: try again later.",
    "FirstEmissionBlockNumberAlreadySet": "The subnet was started already.",
    "NeedWaitingMoreBlocksToStarCall": "A new subnet may be started only after some blocks.",
    "NotSubnetOwner": "Only the coldkey that owns the subnet may do this.",
    "TxRateLimitExceeded": "Done too often: wait some blocks and try again.",
    "StakingRateLimitExceeded": "Staking on this hotkey too often: wait for the next block.",
    "TransferDisallowed": "The subnet's owner has forbidden transfers of its stake.",
    "AdminActionProhibitedDuringWeightsWindow": "Not so near to the epoch: try after it.",
    "ColdkeySwapAnnounced": "A swap of this coldkey is announced; it may do little until then.",
    "CommitRevealEnabled": "This subnet takes weights by commit and reveal only.",
    "DisabledTemporarily": "The chain refuses this call for now.",
    "Deprecated": "The chain no longer takes this call.",
    "CallDisabled": "The chain no longer takes this call.",
}

_OTHERS: dict[str, str] = {
    "Balances.InsufficientBalance": "The free balance does not cover amount and fee.",
    "Balances.ExistentialDeposit": "The receiving account would hold less than the chain allows.",
    "Balances.Expendability": "It would remove the sending account: send less, or allow that.",
    "Balances.LiquidityRestrictions": "Part of the balance is frozen: send less.",
    "Arithmetic.Underflow": "There is less than this takes.",
    "Arithmetic.Overflow": "The amount is beyond what the chain can hold.",
    "Token.FundsUnavailable": "The free balance does not cover the amount.",
    "Token.NotExpendable": "It would remove the sending account: send less, or allow that.",
    "Token.BelowMinimum": "The receiving account would hold less than the chain allows.",
    "Token.Frozen": "Part of the balance is frozen: use less.",
    "System.CallFiltered": "This chain does not take this call from anyone.",
    "BadOrigin": "This account may not do that: it takes another key, or sudo.",
    "Sudo.RequireSudo": "Only the chain's sudo key may do this.",
    "Proxy.NotProxy": "The signer is no proxy of that account, or of another type.",
    "Utility.TooManyCalls": "Split the batch.",
}


def hint_for(code: str) -> str | None:
    """The hint for an error by its full name, as in `Balances.InsufficientBalance`."""
    pallet, _, name = code.partition(".")
    return _SUBTENSOR.get(name) if pallet == "SubtensorModule" else _OTHERS.get(code)


def known() -> tuple[str, ...]:
    """The full names of the errors that have a hint."""
    return (*(f"SubtensorModule.{name}" for name in _SUBTENSOR), *_OTHERS)
