"""Leased subnets: a crowdloan pays for a subnet, and its contributors share the owner's cut.

The lease has a coldkey and a hotkey without private keys. The creator of the crowdloan runs the
subnet through a proxy, and may take it over after the end of a lease that has one.
"""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from btsdk.keys.hashing import blake2_256
from btsdk.scale.primitives import compact_encode
from chain_spec.pallets import crowdloan
from chain_spec.pallets.subtensor import errors, events, storage
from local_node.runtime.arithmetic.fixed import U64F64
from local_node.runtime.frame import (
    Context,
    DispatchFailure,
    Origin,
    PostDispatch,
    ensure,
    ensure_signed,
    fail,
)
from local_node.runtime.pallets.balances import currency
from local_node.runtime.pallets.proxy import definitions
from local_node.runtime.pallets.subtensor.staking.account.hotkeys import owns
from local_node.runtime.pallets.subtensor.subnets.lifecycle.network_creation import create_network
from local_node.runtime.pallets.subtensor.subnets.subnet import set_owner_hotkey
from local_node.runtime.pallets.system.accounts import dec_providers, inc_providers
from local_node.runtime.weights.reported import lease_register, lease_terminate

_U32_MAX = (1 << 32) - 1


def register_leased_network(
    ctx: Context, origin: Origin, emissions_share: int, end_block: int | None
) -> PostDispatch | None:
    """Register a leased subnet; dispatched by a crowdloan at its finalization, signed by its
    creator.

    `emissions_share` is the contributors' part of the owner's cut in percent.
    """
    who = ensure_signed(origin)
    loan_id, loan = _crowdloan_being_finalized(ctx)
    ensure(who == loan["creator"], errors.InvalidLeaseBeneficiary)
    if end_block is not None:
        ensure(end_block > ctx.block_number, errors.LeaseCannotEndInThePast)

    lease_id = _next_lease_id(ctx)
    coldkey, hotkey = lease_key("coldkey", lease_id), lease_key("hotkey", lease_id)
    inc_providers(ctx, coldkey)
    inc_providers(ctx, hotkey)
    currency.transfer(ctx, loan["funds_account"], coldkey, loan["raised"], keep_alive=False)
    netuid = create_network(ctx, coldkey, hotkey, identity=None)
    definitions.add(ctx, coldkey, _beneficiary_proxy(who))
    left = currency.free(ctx, coldkey)
    lease = {
        "beneficiary": who,
        "coldkey": coldkey,
        "hotkey": hotkey,
        "emissions_share": emissions_share,
        "end_block": end_block,
        "netuid": netuid,
        "cost": max(loan["raised"] - left, 0),
    }
    ctx.put(storage.SubnetLeases, lease_id, lease)
    ctx.put(storage.SubnetUidToLeaseId, netuid, lease_id)
    ctx.put(storage.Delegates, hotkey, 0)
    _share_out(ctx, lease_id, lease, loan_id, loan["raised"], left)
    ctx.emit(
        events.SubnetLeaseCreated,
        beneficiary=who,
        lease_id=lease_id,
        netuid=netuid,
        end_block=end_block,
    )
    contributors = loan["contributors_count"]
    if contributors < ctx.constant(crowdloan.constants.MaxContributors):
        return PostDispatch(weight=lease_register(contributors))
    return None


def terminate_lease(
    ctx: Context, origin: Origin, lease_id: int, hotkey: bytes
) -> PostDispatch | None:
    """Transfer the subnet to the beneficiary, with a hotkey of its own, after the lease's end."""
    who = ensure_signed(origin)
    lease = ctx.get(storage.SubnetLeases, lease_id)
    if lease is None:
        raise fail(errors.LeaseDoesNotExist)
    ensure(lease["beneficiary"] == who, errors.ExpectedBeneficiaryOrigin)
    if lease["end_block"] is None:
        raise fail(errors.LeaseHasNoEndBlock)
    ensure(ctx.block_number >= lease["end_block"], errors.LeaseHasNotEnded)
    ensure(owns(ctx, who, hotkey), errors.BeneficiaryDoesNotOwnHotkey)

    netuid = lease["netuid"]
    ctx.put(storage.SubnetOwner, netuid, who)
    set_owner_hotkey(ctx, netuid, hotkey)
    for account in (lease["coldkey"], lease["hotkey"]):
        # A deposit may keep the coldkey's reference; the chain ignores the error.
        with suppress(DispatchFailure), ctx.transaction():
            dec_providers(ctx, account)
    shareholders = ctx.clear_prefix(storage.SubnetLeaseShares, lease_id)
    ctx.remove(storage.AccumulatedLeaseDividends, lease_id)
    ctx.remove(storage.SubnetLeases, lease_id)
    definitions.remove(ctx, lease["coldkey"], _beneficiary_proxy(who))
    ctx.emit(events.SubnetLeaseTerminated, beneficiary=who, netuid=netuid)
    if shareholders < ctx.constant(crowdloan.constants.MaxContributors):
        return PostDispatch(weight=lease_terminate(shareholders))
    return None


def lease_key(kind: str, lease_id: int) -> bytes:
    """The account "coldkey" or "hotkey" of a lease: a hash, so it has no private key."""
    text = f"leasing/{kind}".encode()
    return blake2_256(compact_encode(len(text)) + text + lease_id.to_bytes(4, "little"))


def _share_out(
    ctx: Context, lease_id: int, lease: dict[str, Any], loan_id: int, raised: int, left: int
) -> None:
    """Store every contributor's share, and refund the TAO that the subnet did not cost."""
    beneficiary, coldkey = lease["beneficiary"], lease["coldkey"]
    refunded = 0
    for contributor, amount in list(ctx.iter(crowdloan.storage.Contributions, loan_id)):
        if contributor == beneficiary:
            continue
        share = U64F64.div(U64F64.from_int(amount or 0), U64F64.from_int(raised))
        ctx.put(storage.SubnetLeaseShares, (lease_id, contributor), share)
        refund = U64F64.to_u64(U64F64.mul(share, U64F64.from_int(left)))
        currency.transfer(ctx, coldkey, contributor, refund, keep_alive=False)
        refunded += refund
    currency.transfer(ctx, coldkey, beneficiary, max(left - refunded, 0), keep_alive=False)


def _crowdloan_being_finalized(ctx: Context) -> tuple[int, dict[str, Any]]:
    loan_id = ctx.get(crowdloan.storage.CurrentCrowdloanId)
    if loan_id is None:
        raise fail(crowdloan.errors.InvalidCrowdloanId)
    loan = ctx.get(crowdloan.storage.Crowdloans, loan_id)
    if loan is None:
        raise fail(crowdloan.errors.InvalidCrowdloanId)
    return loan_id, loan


def _next_lease_id(ctx: Context) -> int:
    lease_id = ctx.get(storage.NextSubnetLeaseId)
    ensure(lease_id < _U32_MAX, errors.Overflow)
    ctx.set(storage.NextSubnetLeaseId, min(lease_id + 1, 2**32 - 1))
    return lease_id


def _beneficiary_proxy(who: bytes) -> definitions.Definition:
    """The proxy with which the beneficiary runs the subnet for the lease."""
    return definitions.define(who, "SubnetLeaseBeneficiary", delay=0)
