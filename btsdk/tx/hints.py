"""Hints by error name, for users of the terminal.

The chain's metadata describes the error. A hint adds the option to change, or the command that
shows more.
"""

from __future__ import annotations

_WEIGHTS_RATE = "Wait `weights_rate_limit` blocks (`View.hyperparameters`) after the last weights."

_SUBTENSOR: dict[str, str] = {
    "NotEnoughBalanceToStake": "Lower `--amount`; `btcli wallet balance` shows the free TAO.",
    "NotEnoughStakeToWithdraw": "`btcli stake list` shows what is there; `--amount all` takes it.",
    "NotEnoughStake": "`btcli stake add` adds to it.",
    "BalanceWithdrawalError": "`btcli wallet balance` shows what is free and what is frozen.",
    "ZeroBalanceAfterWithdrawn": "Lower the amount.",
    "AmountTooLow": "Raise `--amount`.",
    "StakeUnavailable": "Lower `--amount`.",
    "SlippageTooHigh": "Lower `--amount`, widen `--tolerance`, or trade what fits with "
    "`--partial`; `--unsafe` sets no limit.",
    "InsufficientLiquidity": "Lower `--amount`, or trade in several steps.",
    "SubtokenDisabled": "`btcli subnets start` is for the subnet's owner.",
    "SubnetNotExists": "`btcli subnets list` shows the subnets.",
    "MechanismDoesNotExist": "`btcli subnets list` shows the subnets.",
    "HotKeyAccountNotExists": "`btcli subnets register` registers a hotkey of your own.",
    "HotKeyNotRegisteredInSubNet": "`btcli subnets register --netuid N` registers it.",
    "HotKeyNotRegisteredInNetwork": "`btcli subnets register --netuid N` registers it.",
    "HotKeyAlreadyRegisteredInSubNet": "`btcli subnets show --netuid N` shows its uid; another "
    "hotkey is named by `--hotkey`.",
    "NonAssociatedColdKey": "Name a hotkey of your own with `--hotkey`.",
    "TooManyRegistrationsThisInterval": "Try again after the next tempo.",
    "SubNetRegistrationDisabled": "Try the other way: by recycling TAO or, with `--pow`, by proof "
    "of work.",
    "RegistrationPriceLimitExceeded": "Widen `--tolerance`; `--unsafe` sets no limit.",
    "NoNeuronIdAvailable": "A neuron can be replaced once its immunity period is over.",
    "InvalidWorkBlock": "Run the command again.",
    "InvalidDifficulty": "The difficulty may have changed: run the command again.",
    "CannotAffordLockCost": "`btcli subnets burn-cost` shows the cost, which falls with every "
    "block.",
    "SubnetLimitReached": "A subnet is replaced once its immunity period is over.",
    "NotSubnetOwner": "`btcli subnets list --json` shows who owns it.",
    "SettingWeightsTooFast": _WEIGHTS_RATE,
    "CommittingWeightsTooFast": _WEIGHTS_RATE,
    "AdminActionProhibitedDuringWeightsWindow": "Try again after the epoch.",
    "DisabledTemporarily": "Try again later.",
    "Deprecated": "See the release notes of the chain for what replaces it.",
}

_OTHERS: dict[str, str] = {
    "Balances.InsufficientBalance": "The fee is needed, too: `btcli wallet balance` shows what is "
    "free.",
    "Balances.ExistentialDeposit": "Send at least the existential deposit.",
    "Balances.Expendability": "`--allow-death` lets the sending account be emptied.",
    "Balances.LiquidityRestrictions": "`btcli wallet balance` shows how much is frozen.",
    "Swap.PriceLimitExceeded": "Widen `--tolerance`; `--unsafe` sets no limit.",
    "Arithmetic.Underflow": "Lower the amount.",
    "Arithmetic.Overflow": "Lower the amount: it exceeds the chain's range.",
    "Token.FundsUnavailable": "Lower the amount, or add TAO to the account: `btcli wallet balance` "
    "shows what is free.",
    "Token.NotExpendable": "Send less, or let the sending account be emptied with `--allow-death`.",
    "Token.BelowMinimum": "Send at least the existential deposit.",
    "Token.Frozen": "`btcli wallet balance` shows how much is frozen.",
    "BadOrigin": "Sign with another key: the owner's, the hotkey or sudo.",
    "Proxy.NotProxy": "The account adds a proxy with `Proxy.add_proxy`; its type must fit.",
    "Proxy.Unannounced": "`--announce-only` announces the call.",
}


def hint_for(code: str) -> str | None:
    """The hint for an error by its full name, such as `Balances.InsufficientBalance`."""
    pallet, _, name = code.partition(".")
    return _SUBTENSOR.get(name) if pallet == "SubtensorModule" else _OTHERS.get(code)


def known() -> tuple[str, ...]:
    """The full names of the errors that have a hint."""
    return (*(f"SubtensorModule.{name}" for name in _SUBTENSOR), *_OTHERS)
