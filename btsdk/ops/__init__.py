"""Operations: frozen values that describe one change to the chain. One module each.

Each builds a call for the one door (`btsdk.tx`), and says in words what it will do and what may
surprise. None of them sends anything. The modules without an operation are what several share.

An operation loads when it is first named. Written by `chain_spec.codegen` from the `__all__` of
each module.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from btsdk.ops.add_stake import AddStake
    from btsdk.ops.add_stakes import AddStakes
    from btsdk.ops.announcements import RejectAnnouncement, RemoveAnnouncement
    from btsdk.ops.associate_hotkey import AssociateHotkey
    from btsdk.ops.baskets import ClaimBasket, StakeIntoBasket, SwapBasket
    from btsdk.ops.batch import Batch, ForceBatch
    from btsdk.ops.batch_weights import BatchCommitWeights, BatchRevealWeights, BatchSetWeights
    from btsdk.ops.burn_alpha import BurnAlpha, RecycleAlpha
    from btsdk.ops.claim_root import ClaimRoot, SetRootClaimType
    from btsdk.ops.coldkey_swap import (
        AnnounceColdkeySwap,
        ClearColdkeySwap,
        DisputeColdkeySwap,
        SwapColdkey,
    )
    from btsdk.ops.collateral import AddCollateral, SetMinCollateral
    from btsdk.ops.commit_timelocked_weights import CommitTimelockedWeights
    from btsdk.ops.commit_weights import CommitWeights, RevealWeights
    from btsdk.ops.contribute_crowdloan import ContributeCrowdloan, WithdrawCrowdloan
    from btsdk.ops.create_crowdloan import CreateCrowdloan
    from btsdk.ops.create_subnet import CreateSubnet, SubnetIdentity
    from btsdk.ops.derived import (
        derivative_address,
        evm_mirror_address,
        multisig_address,
        pure_proxy_address,
    )
    from btsdk.ops.evm import AssociateEvmKey, EvmWithdraw, FundEvmKey
    from btsdk.ops.faucet import Faucet
    from btsdk.ops.governance import CloseProposal, Propose, VoteProposal
    from btsdk.ops.leases import RegisterLeasedNetwork, TerminateLease
    from btsdk.ops.limit_orders import (
        CancelLimitOrder,
        ExecuteLimitOrders,
        LimitOrder,
        SignedLimitOrder,
    )
    from btsdk.ops.lock_stake import LockStake, MoveLock, SetPerpetualLock
    from btsdk.ops.manage_crowdloan import (
        DissolveCrowdloan,
        FinalizeCrowdloan,
        RefundCrowdloan,
        SetCrowdloanMaxContribution,
        UpdateCrowdloanCap,
        UpdateCrowdloanEnd,
        UpdateCrowdloanMinContribution,
    )
    from btsdk.ops.move_stake import MoveStake
    from btsdk.ops.multisigs import ApproveMultisig, CancelMultisig, Multisig, PokeMultisigDeposit
    from btsdk.ops.pow_register import PowRegister
    from btsdk.ops.proxied import Announced, ExecuteAnnounced, Proxied
    from btsdk.ops.proxies import (
        AddProxy,
        PokeProxyDeposit,
        RemoveProxies,
        RemoveProxy,
        SetRealPaysFee,
    )
    from btsdk.ops.pure_proxies import CreatePureProxy, KillPureProxy, PureProxy
    from btsdk.ops.raw import RawCall, Sudo
    from btsdk.ops.recycle_register import RecycleRegister
    from btsdk.ops.remove_stake import RemoveStake
    from btsdk.ops.remove_stakes import RemoveStakes
    from btsdk.ops.root_of_subnet import DissolveNetwork, SetSubnetEmissionEnabled
    from btsdk.ops.root_register import RootRegister
    from btsdk.ops.serving import ResetAxon, ServeAxon, ServePrometheus
    from btsdk.ops.set_auto_parent_delegation import SetAutoParentDelegation
    from btsdk.ops.set_auto_stake import SetAutoStake
    from btsdk.ops.set_children import SetChildren
    from btsdk.ops.set_commitment import SetCommitment
    from btsdk.ops.set_hyperparameter import SetHyperparameter
    from btsdk.ops.set_identity import Identity, SetIdentity, SetSubnetIdentity
    from btsdk.ops.set_mechanisms import SetMechanismCount, SetMechanismEmissionSplit, TrimSubnet
    from btsdk.ops.set_reject_locked_alpha import SetRejectLockedAlpha
    from btsdk.ops.set_symbol import SetSymbol
    from btsdk.ops.set_take import SetChildkeyTake, SetTake
    from btsdk.ops.set_weights import SetWeights
    from btsdk.ops.stake_burn import StakeBurn
    from btsdk.ops.start_subnet import StartSubnet
    from btsdk.ops.swap_hotkey import SwapHotkey
    from btsdk.ops.swap_stake import SwapStake
    from btsdk.ops.tempo_control import SetActivityCutoffFactor, SetTempo, TriggerEpoch
    from btsdk.ops.transfer import Transfer, TransferAll
    from btsdk.ops.transfer_stake import TransferStake
    from btsdk.ops.unstake_all import UnstakeAll
    from btsdk.ops.voting_power import (
        DisableVotingPowerTracking,
        EnableVotingPowerTracking,
        SetVotingPowerEmaAlpha,
    )
    from btsdk.ops.wrapped import (
        AsDerivative,
        DispatchAs,
        IfElse,
        SudoAs,
        SudoUncheckedWeight,
        WithWeight,
    )

_MODULES = {
    "AddCollateral": "collateral",
    "AddProxy": "proxies",
    "AddStake": "add_stake",
    "AddStakes": "add_stakes",
    "AnnounceColdkeySwap": "coldkey_swap",
    "Announced": "proxied",
    "ApproveMultisig": "multisigs",
    "AsDerivative": "wrapped",
    "AssociateEvmKey": "evm",
    "AssociateHotkey": "associate_hotkey",
    "Batch": "batch",
    "BatchCommitWeights": "batch_weights",
    "BatchRevealWeights": "batch_weights",
    "BatchSetWeights": "batch_weights",
    "BurnAlpha": "burn_alpha",
    "CancelLimitOrder": "limit_orders",
    "CancelMultisig": "multisigs",
    "ClaimBasket": "baskets",
    "ClaimRoot": "claim_root",
    "ClearColdkeySwap": "coldkey_swap",
    "CloseProposal": "governance",
    "CommitTimelockedWeights": "commit_timelocked_weights",
    "CommitWeights": "commit_weights",
    "ContributeCrowdloan": "contribute_crowdloan",
    "CreateCrowdloan": "create_crowdloan",
    "CreatePureProxy": "pure_proxies",
    "CreateSubnet": "create_subnet",
    "DisableVotingPowerTracking": "voting_power",
    "DispatchAs": "wrapped",
    "DisputeColdkeySwap": "coldkey_swap",
    "DissolveCrowdloan": "manage_crowdloan",
    "DissolveNetwork": "root_of_subnet",
    "EnableVotingPowerTracking": "voting_power",
    "EvmWithdraw": "evm",
    "ExecuteAnnounced": "proxied",
    "ExecuteLimitOrders": "limit_orders",
    "Faucet": "faucet",
    "FinalizeCrowdloan": "manage_crowdloan",
    "ForceBatch": "batch",
    "FundEvmKey": "evm",
    "Identity": "set_identity",
    "IfElse": "wrapped",
    "KillPureProxy": "pure_proxies",
    "LimitOrder": "limit_orders",
    "LockStake": "lock_stake",
    "MoveLock": "lock_stake",
    "MoveStake": "move_stake",
    "Multisig": "multisigs",
    "PokeMultisigDeposit": "multisigs",
    "PokeProxyDeposit": "proxies",
    "PowRegister": "pow_register",
    "Propose": "governance",
    "Proxied": "proxied",
    "PureProxy": "pure_proxies",
    "RawCall": "raw",
    "RecycleAlpha": "burn_alpha",
    "RecycleRegister": "recycle_register",
    "RefundCrowdloan": "manage_crowdloan",
    "RegisterLeasedNetwork": "leases",
    "RejectAnnouncement": "announcements",
    "RemoveAnnouncement": "announcements",
    "RemoveProxies": "proxies",
    "RemoveProxy": "proxies",
    "RemoveStake": "remove_stake",
    "RemoveStakes": "remove_stakes",
    "ResetAxon": "serving",
    "RevealWeights": "commit_weights",
    "RootRegister": "root_register",
    "ServeAxon": "serving",
    "ServePrometheus": "serving",
    "SetActivityCutoffFactor": "tempo_control",
    "SetAutoParentDelegation": "set_auto_parent_delegation",
    "SetAutoStake": "set_auto_stake",
    "SetChildkeyTake": "set_take",
    "SetChildren": "set_children",
    "SetCommitment": "set_commitment",
    "SetCrowdloanMaxContribution": "manage_crowdloan",
    "SetHyperparameter": "set_hyperparameter",
    "SetIdentity": "set_identity",
    "SetMechanismCount": "set_mechanisms",
    "SetMechanismEmissionSplit": "set_mechanisms",
    "SetMinCollateral": "collateral",
    "SetPerpetualLock": "lock_stake",
    "SetRealPaysFee": "proxies",
    "SetRejectLockedAlpha": "set_reject_locked_alpha",
    "SetRootClaimType": "claim_root",
    "SetSubnetEmissionEnabled": "root_of_subnet",
    "SetSubnetIdentity": "set_identity",
    "SetSymbol": "set_symbol",
    "SetTake": "set_take",
    "SetTempo": "tempo_control",
    "SetVotingPowerEmaAlpha": "voting_power",
    "SetWeights": "set_weights",
    "SignedLimitOrder": "limit_orders",
    "StakeBurn": "stake_burn",
    "StakeIntoBasket": "baskets",
    "StartSubnet": "start_subnet",
    "SubnetIdentity": "create_subnet",
    "Sudo": "raw",
    "SudoAs": "wrapped",
    "SudoUncheckedWeight": "wrapped",
    "SwapBasket": "baskets",
    "SwapColdkey": "coldkey_swap",
    "SwapHotkey": "swap_hotkey",
    "SwapStake": "swap_stake",
    "TerminateLease": "leases",
    "Transfer": "transfer",
    "TransferAll": "transfer",
    "TransferStake": "transfer_stake",
    "TriggerEpoch": "tempo_control",
    "TrimSubnet": "set_mechanisms",
    "UnstakeAll": "unstake_all",
    "UpdateCrowdloanCap": "manage_crowdloan",
    "UpdateCrowdloanEnd": "manage_crowdloan",
    "UpdateCrowdloanMinContribution": "manage_crowdloan",
    "VoteProposal": "governance",
    "WithWeight": "wrapped",
    "WithdrawCrowdloan": "contribute_crowdloan",
    "derivative_address": "derived",
    "evm_mirror_address": "derived",
    "multisig_address": "derived",
    "pure_proxy_address": "derived",
}

__all__ = [
    "AddCollateral",
    "AddProxy",
    "AddStake",
    "AddStakes",
    "AnnounceColdkeySwap",
    "Announced",
    "ApproveMultisig",
    "AsDerivative",
    "AssociateEvmKey",
    "AssociateHotkey",
    "Batch",
    "BatchCommitWeights",
    "BatchRevealWeights",
    "BatchSetWeights",
    "BurnAlpha",
    "CancelLimitOrder",
    "CancelMultisig",
    "ClaimBasket",
    "ClaimRoot",
    "ClearColdkeySwap",
    "CloseProposal",
    "CommitTimelockedWeights",
    "CommitWeights",
    "ContributeCrowdloan",
    "CreateCrowdloan",
    "CreatePureProxy",
    "CreateSubnet",
    "DisableVotingPowerTracking",
    "DispatchAs",
    "DisputeColdkeySwap",
    "DissolveCrowdloan",
    "DissolveNetwork",
    "EnableVotingPowerTracking",
    "EvmWithdraw",
    "ExecuteAnnounced",
    "ExecuteLimitOrders",
    "Faucet",
    "FinalizeCrowdloan",
    "ForceBatch",
    "FundEvmKey",
    "Identity",
    "IfElse",
    "KillPureProxy",
    "LimitOrder",
    "LockStake",
    "MoveLock",
    "MoveStake",
    "Multisig",
    "PokeMultisigDeposit",
    "PokeProxyDeposit",
    "PowRegister",
    "Propose",
    "Proxied",
    "PureProxy",
    "RawCall",
    "RecycleAlpha",
    "RecycleRegister",
    "RefundCrowdloan",
    "RegisterLeasedNetwork",
    "RejectAnnouncement",
    "RemoveAnnouncement",
    "RemoveProxies",
    "RemoveProxy",
    "RemoveStake",
    "RemoveStakes",
    "ResetAxon",
    "RevealWeights",
    "RootRegister",
    "ServeAxon",
    "ServePrometheus",
    "SetActivityCutoffFactor",
    "SetAutoParentDelegation",
    "SetAutoStake",
    "SetChildkeyTake",
    "SetChildren",
    "SetCommitment",
    "SetCrowdloanMaxContribution",
    "SetHyperparameter",
    "SetIdentity",
    "SetMechanismCount",
    "SetMechanismEmissionSplit",
    "SetMinCollateral",
    "SetPerpetualLock",
    "SetRealPaysFee",
    "SetRejectLockedAlpha",
    "SetRootClaimType",
    "SetSubnetEmissionEnabled",
    "SetSubnetIdentity",
    "SetSymbol",
    "SetTake",
    "SetTempo",
    "SetVotingPowerEmaAlpha",
    "SetWeights",
    "SignedLimitOrder",
    "StakeBurn",
    "StakeIntoBasket",
    "StartSubnet",
    "SubnetIdentity",
    "Sudo",
    "SudoAs",
    "SudoUncheckedWeight",
    "SwapBasket",
    "SwapColdkey",
    "SwapHotkey",
    "SwapStake",
    "TerminateLease",
    "Transfer",
    "TransferAll",
    "TransferStake",
    "TriggerEpoch",
    "TrimSubnet",
    "UnstakeAll",
    "UpdateCrowdloanCap",
    "UpdateCrowdloanEnd",
    "UpdateCrowdloanMinContribution",
    "VoteProposal",
    "WithWeight",
    "WithdrawCrowdloan",
    "derivative_address",
    "evm_mirror_address",
    "multisig_address",
    "pure_proxy_address",
]

if not TYPE_CHECKING:

    def __getattr__(name: str) -> Any:
        if name in _MODULES:
            return getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
