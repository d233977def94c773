"""Every operation says what the chain reports when it is done, also inside of others."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from btsdk import ops
from btsdk.keys import ss58
from btsdk.ops import (
    AddStake,
    AddStakes,
    Announced,
    Batch,
    CreateSubnet,
    ExecuteAnnounced,
    Faucet,
    ForceBatch,
    PowRegister,
    Proxied,
    RawCall,
    RecycleRegister,
    RemoveStake,
    RemoveStakes,
    StartSubnet,
    SubnetIdentity,
    Sudo,
    Transfer,
    TransferAll,
)
from btsdk.tx.operation import Operation
from btsdk.tx.outcome import Expectation, Expected, Parts
from btsdk.units import Alpha
from tests.unit.btsdk.chain import ALICE, BOB, METADATA, POOL, TAO, Chain, draft

REMARK = RawCall("System", "remark", {"remark": b"x"})
IDENTITY = SubnetIdentity(subnet_name="Demo")
HELD = {
    "get_stake_info_for_hotkey_coldkey_netuid": {
        "hotkey": ss58.decode(BOB),
        "coldkey": ss58.decode(ALICE),
        "netuid": 1,
        "stake": 10**10,
        "locked": 0,
        "emission": 0,
        "tao_emission": 0,
        "drain": 0,
        "is_registered": True,
    }
}


def flat(expects: tuple[Expectation, ...]) -> Iterator[Expected]:
    for one in expects:
        if isinstance(one, Parts):
            for part in one.parts:
                yield from flat(part)
        else:
            yield one


def names(operation: Operation, chain: Chain | None = None) -> list[str]:
    return [one.kind.name for one in flat(draft(operation, chain).expects)]


@pytest.mark.parametrize(
    ("operation", "events"),
    [
        (Transfer(BOB, TAO), ["Transfer"]),
        (Transfer(ALICE, TAO), []),
        (TransferAll(BOB), ["Transfer"]),
        (TransferAll(ALICE), []),
        (AddStake(BOB, 1, TAO), ["StakeAdded"]),
        (AddStake(BOB, 1, TAO, limit_price=TAO), ["StakeAdded"]),
        (AddStakes([AddStake(BOB, 1, TAO), AddStake(BOB, 0, TAO)]), ["StakeAdded"] * 2),
        (RemoveStake(BOB, 1, Alpha.parse("1", 1)), ["StakeRemoved"]),
        (RemoveStakes([RemoveStake(BOB, 1, Alpha.parse("1", 1))]), ["StakeRemoved"]),
        (StartSubnet(1), ["FirstEmissionBlockNumberSet"]),
        (CreateSubnet(BOB), ["NetworkAdded"]),
        (CreateSubnet(BOB, IDENTITY), ["NetworkAdded", "SubnetIdentitySet"]),
        (Faucet(), ["Faucet"]),
        (RecycleRegister(1, BOB), ["NeuronRegistered"]),
        (PowRegister(1, BOB), ["NeuronRegistered"]),
        (Sudo(Transfer(BOB, TAO)), ["Transfer", "Sudid"]),
        (Sudo(REMARK), ["Sudid"]),
        (Batch([Transfer(BOB, TAO), REMARK]), ["Transfer"]),
        (ForceBatch([Transfer(BOB, TAO)]), ["Transfer"]),
        (Proxied(Transfer(BOB, TAO), BOB), ["ProxyExecuted"]),
        (Proxied(Transfer(ALICE, TAO), BOB), ["Transfer", "ProxyExecuted"]),
        (Announced(Transfer(BOB, TAO), BOB), ["Announced"]),
        (ExecuteAnnounced(ALICE, BOB, REMARK.encode(METADATA)), ["ProxyExecuted"]),
        (REMARK, []),
    ],
)
def test_what_reports_success(operation: Operation, events: list[str]) -> None:
    facts = {"SubnetOwner": ss58.decode(ALICE), "get_network_registration_cost": 10**9}
    chain = Chain(free=10**13, **facts, **POOL, **HELD)
    assert names(operation, chain) == events


def test_an_operation_for_another_account_expects_what_is_done_to_that_one() -> None:
    (moved, _) = flat(draft(Proxied(Transfer(ALICE, TAO), BOB)).expects)
    assert moved.fields["from_"] == ss58.decode(BOB)
    assert moved.fields["to"] == ss58.decode(ALICE)


def test_no_operation_is_forgotten() -> None:
    """Weights, `UnstakeAll`, the operations on stake and the names below are executed on a chain in
    their own tests."""
    here = {
        operation.__class__.__name__
        for mark in test_what_reports_success.pytestmark
        for operation, _ in mark.args[1]
    }
    elsewhere = {
        "AnnounceColdkeySwap",
        "AssociateHotkey",
        "ClearColdkeySwap",
        "CommitTimelockedWeights",
        "CommitWeights",
        "DisableVotingPowerTracking",
        "DisputeColdkeySwap",
        "DissolveNetwork",
        "EnableVotingPowerTracking",
        "RegisterLeasedNetwork",
        "ResetAxon",
        "RevealWeights",
        "ServeAxon",
        "ServePrometheus",
        "SetActivityCutoffFactor",
        "SetHyperparameter",
        "SetIdentity",
        "SetMechanismCount",
        "SetMechanismEmissionSplit",
        "SetSubnetEmissionEnabled",
        "SetSubnetIdentity",
        "SetSymbol",
        "SetTempo",
        "SetVotingPowerEmaAlpha",
        "SetWeights",
        "SwapColdkey",
        "SwapHotkey",
        "TerminateLease",
        "TriggerEpoch",
        "TrimSubnet",
        "UnstakeAll",
        "AddProxy",
        "ApproveMultisig",
        "AsDerivative",
        "AssociateEvmKey",
        "BatchCommitWeights",
        "BatchRevealWeights",
        "BatchSetWeights",
        "CancelMultisig",
        "CloseProposal",
        "ContributeCrowdloan",
        "CreateCrowdloan",
        "CreatePureProxy",
        "DispatchAs",
        "DissolveCrowdloan",
        "EvmWithdraw",
        "FinalizeCrowdloan",
        "FundEvmKey",
        "IfElse",
        "KillPureProxy",
        "Multisig",
        "PokeMultisigDeposit",
        "PokeProxyDeposit",
        "Propose",
        "RefundCrowdloan",
        "RejectAnnouncement",
        "RemoveAnnouncement",
        "RemoveProxies",
        "RemoveProxy",
        "SetCommitment",
        "SetCrowdloanMaxContribution",
        "SetRealPaysFee",
        "SudoAs",
        "SudoUncheckedWeight",
        "UpdateCrowdloanCap",
        "UpdateCrowdloanEnd",
        "UpdateCrowdloanMinContribution",
        "VoteProposal",
        "WithdrawCrowdloan",
        "WithWeight",
    }
    elsewhere |= {
        "BurnAlpha",
        "ClaimRoot",
        "LockStake",
        "MoveLock",
        "MoveStake",
        "RecycleAlpha",
        "RootRegister",
        "SetAutoParentDelegation",
        "SetAutoStake",
        "SetChildkeyTake",
        "SetChildren",
        "SetPerpetualLock",
        "SetRejectLockedAlpha",
        "SetRootClaimType",
        "SetTake",
        "StakeBurn",
        "SwapStake",
        "TransferStake",
    }
    # Of later spec versions the shapes of events are not declared.
    later = {"AddCollateral", "ClaimBasket", "SetMinCollateral", "StakeIntoBasket", "SwapBasket"}
    # Orders may be skipped; the other two are no operations.
    orders = {"CancelLimitOrder", "ExecuteLimitOrders", "LimitOrder", "SignedLimitOrder"}
    others = {"Identity", "PureProxy", "SubnetIdentity", *later, *orders}
    others |= {name for name in ops.__all__ if name.islower()}
    assert here | elsewhere | others == set(ops.__all__)
