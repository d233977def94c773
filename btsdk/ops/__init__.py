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
    from btsdk.ops.batch import Batch, ForceBatch
    from btsdk.ops.batch_weights import BatchCommitWeights, BatchRevealWeights, BatchSetWeights
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
    from btsdk.ops.manage_crowdloan import (
        DissolveCrowdloan,
        FinalizeCrowdloan,
        RefundCrowdloan,
        SetCrowdloanMaxContribution,
        UpdateCrowdloanCap,
        UpdateCrowdloanEnd,
        UpdateCrowdloanMinContribution,
    )
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
    from btsdk.ops.set_commitment import SetCommitment
    from btsdk.ops.set_weights import SetWeights
    from btsdk.ops.start_subnet import StartSubnet
    from btsdk.ops.transfer import Transfer, TransferAll
    from btsdk.ops.unstake_all import UnstakeAll
    from btsdk.ops.wrapped import (
        AsDerivative,
        DispatchAs,
        IfElse,
        SudoAs,
        SudoUncheckedWeight,
        WithWeight,
    )

_MODULES = {
    "AddProxy": "proxies",
    "AddStake": "add_stake",
    "AddStakes": "add_stakes",
    "Announced": "proxied",
    "ApproveMultisig": "multisigs",
    "AsDerivative": "wrapped",
    "AssociateEvmKey": "evm",
    "Batch": "batch",
    "BatchCommitWeights": "batch_weights",
    "BatchRevealWeights": "batch_weights",
    "BatchSetWeights": "batch_weights",
    "CancelMultisig": "multisigs",
    "CloseProposal": "governance",
    "CommitTimelockedWeights": "commit_timelocked_weights",
    "CommitWeights": "commit_weights",
    "ContributeCrowdloan": "contribute_crowdloan",
    "CreateCrowdloan": "create_crowdloan",
    "CreatePureProxy": "pure_proxies",
    "CreateSubnet": "create_subnet",
    "DispatchAs": "wrapped",
    "DissolveCrowdloan": "manage_crowdloan",
    "EvmWithdraw": "evm",
    "ExecuteAnnounced": "proxied",
    "Faucet": "faucet",
    "FinalizeCrowdloan": "manage_crowdloan",
    "ForceBatch": "batch",
    "FundEvmKey": "evm",
    "IfElse": "wrapped",
    "KillPureProxy": "pure_proxies",
    "Multisig": "multisigs",
    "PokeMultisigDeposit": "multisigs",
    "PokeProxyDeposit": "proxies",
    "PowRegister": "pow_register",
    "Propose": "governance",
    "Proxied": "proxied",
    "PureProxy": "pure_proxies",
    "RawCall": "raw",
    "RecycleRegister": "recycle_register",
    "RefundCrowdloan": "manage_crowdloan",
    "RejectAnnouncement": "announcements",
    "RemoveAnnouncement": "announcements",
    "RemoveProxies": "proxies",
    "RemoveProxy": "proxies",
    "RemoveStake": "remove_stake",
    "RemoveStakes": "remove_stakes",
    "RevealWeights": "commit_weights",
    "SetCommitment": "set_commitment",
    "SetCrowdloanMaxContribution": "manage_crowdloan",
    "SetRealPaysFee": "proxies",
    "SetWeights": "set_weights",
    "StartSubnet": "start_subnet",
    "SubnetIdentity": "create_subnet",
    "Sudo": "raw",
    "SudoAs": "wrapped",
    "SudoUncheckedWeight": "wrapped",
    "Transfer": "transfer",
    "TransferAll": "transfer",
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
    "AddProxy",
    "AddStake",
    "AddStakes",
    "Announced",
    "ApproveMultisig",
    "AsDerivative",
    "AssociateEvmKey",
    "Batch",
    "BatchCommitWeights",
    "BatchRevealWeights",
    "BatchSetWeights",
    "CancelMultisig",
    "CloseProposal",
    "CommitTimelockedWeights",
    "CommitWeights",
    "ContributeCrowdloan",
    "CreateCrowdloan",
    "CreatePureProxy",
    "CreateSubnet",
    "DispatchAs",
    "DissolveCrowdloan",
    "EvmWithdraw",
    "ExecuteAnnounced",
    "Faucet",
    "FinalizeCrowdloan",
    "ForceBatch",
    "FundEvmKey",
    "IfElse",
    "KillPureProxy",
    "Multisig",
    "PokeMultisigDeposit",
    "PokeProxyDeposit",
    "PowRegister",
    "Propose",
    "Proxied",
    "PureProxy",
    "RawCall",
    "RecycleRegister",
    "RefundCrowdloan",
    "RejectAnnouncement",
    "RemoveAnnouncement",
    "RemoveProxies",
    "RemoveProxy",
    "RemoveStake",
    "RemoveStakes",
    "RevealWeights",
    "SetCommitment",
    "SetCrowdloanMaxContribution",
    "SetRealPaysFee",
    "SetWeights",
    "StartSubnet",
    "SubnetIdentity",
    "Sudo",
    "SudoAs",
    "SudoUncheckedWeight",
    "Transfer",
    "TransferAll",
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
