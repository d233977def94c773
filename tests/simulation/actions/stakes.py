"""Stake in, out and about; alpha destroyed, locked and claimed."""

from __future__ import annotations

from chain_spec.pallets.subtensor import storage
from tests.simulation.actions.choices import SIGNERS, Choices, Signed
from tests.simulation.world import TAO, call


def add_stake(on: Choices) -> Signed:
    args = {"hotkey": on.hotkey(), "netuid": on.netuid(root=True)}
    amount = on.amount()
    if on.chance.random() < 0.5:
        made = call("SubtensorModule", "add_stake", **args, amount_staked=amount)
    else:
        made = call(
            "SubtensorModule",
            "add_stake_limit",
            **args,
            amount_staked=amount,
            limit_price=on.chance.randrange(1, 2 * TAO),
            allow_partial=on.chance.random() < 0.5,
        )
    return on.coldkey(), made


def remove_stake(on: Choices) -> Signed | None:
    stake = on.stake()
    if stake is None:
        return None
    coldkey, hotkey, netuid, alpha = stake
    kind = on.chance.randrange(3)
    args = {"hotkey": hotkey, "netuid": netuid}
    if kind == 0:
        made = call("SubtensorModule", "remove_stake", **args, amount_unstaked=on.part(alpha))
    elif kind == 1:
        made = call(
            "SubtensorModule",
            "remove_stake_limit",
            **args,
            amount_unstaked=on.part(alpha),
            limit_price=on.chance.randrange(1, TAO // 10),
            allow_partial=on.chance.random() < 0.5,
        )
    else:
        limit = on.chance.choice((None, 1, TAO // 1000))
        made = call("SubtensorModule", "remove_stake_full_limit", **args, limit_price=limit)
    return coldkey, made


def unstake_all(on: Choices) -> Signed | None:
    stake = on.stake()
    name = on.chance.choice(("unstake_all", "unstake_all_alpha"))
    return stake and (stake[0], call("SubtensorModule", name, hotkey=stake[1]))


def move_stake(on: Choices) -> Signed | None:
    stake = on.stake()
    if stake is None:
        return None
    coldkey, hotkey, netuid, alpha = stake
    to = {
        "origin_netuid": netuid,
        "destination_netuid": on.chance.choice((netuid, on.netuid(root=True))),
        "alpha_amount": on.part(alpha),
    }
    kind = on.chance.randrange(4)
    if kind == 0:
        return coldkey, call(
            "SubtensorModule",
            "move_stake",
            origin_hotkey=hotkey,
            destination_hotkey=on.hotkey(),
            **to,
        )
    if kind == 1:
        dest = on.coldkey().public_key
        return coldkey, call(
            "SubtensorModule", "transfer_stake", destination_coldkey=dest, hotkey=hotkey, **to
        )
    if kind == 2:
        return coldkey, call("SubtensorModule", "swap_stake", hotkey=hotkey, **to)
    return coldkey, call(
        "SubtensorModule",
        "swap_stake_limit",
        hotkey=hotkey,
        **to,
        limit_price=on.chance.randrange(1, TAO),
        allow_partial=True,
    )


def destroy_alpha(on: Choices) -> Signed | None:
    stake = on.stake(root=False)
    if stake is None:
        return None
    coldkey, hotkey, netuid, alpha = stake
    name = on.chance.choice(("recycle_alpha", "burn_alpha"))
    amount = alpha // 10
    return coldkey, call("SubtensorModule", name, hotkey=hotkey, amount=amount, netuid=netuid)


def buy_and_burn(on: Choices) -> Signed | None:
    """`add_stake_burn`, which a subnet's owner may do."""
    netuid = on.netuid()
    owner = SIGNERS.get(on.ctx.get(storage.SubnetOwner, netuid))
    return owner and (
        owner,
        call(
            "SubtensorModule",
            "add_stake_burn",
            hotkey=on.hotkey(),
            netuid=netuid,
            amount=on.amount(),
            limit=None,
        ),
    )


def lock(on: Choices) -> Signed | None:
    stake = on.stake(root=False)
    if stake is None:
        return None
    coldkey, hotkey, netuid, alpha = stake
    return coldkey, call(
        "SubtensorModule", "lock_stake", hotkey=hotkey, netuid=netuid, amount=alpha // 20 + 1
    )


def move_lock(on: Choices) -> Signed | None:
    """To another hotkey; or say whether what is locked stays so for ever, or may be sent on."""
    locks = [key for key in on.ctx.keys(storage.Lock) if on.signer(key[0]) is not None]
    if not locks:
        return None
    coldkey, netuid, _ = on.chance.choice(locks)
    signer, enabled = SIGNERS[coldkey], on.chance.random() < 0.5
    drawn = on.chance.random()
    if drawn < 0.6:
        args = {"destination_hotkey": on.hotkey(), "netuid": netuid}
        return signer, call("SubtensorModule", "move_lock", **args)
    if drawn < 0.8:
        return signer, call("SubtensorModule", "set_perpetual_lock", netuid=netuid, enabled=enabled)
    return on.coldkey(), call("SubtensorModule", "set_reject_locked_alpha", enabled=enabled)


def claim(on: Choices) -> Signed:
    if on.chance.random() < 0.5:
        subnets = sorted({on.netuid() for _ in range(3)})
        return on.coldkey(), call("SubtensorModule", "claim_root", subnets=subnets)
    keep = ("KeepSubnets", {"subnets": sorted({on.netuid(), on.netuid()})})
    claim_type = on.chance.choice(("Swap", "Keep", keep))
    return on.coldkey(), call(
        "SubtensorModule", "set_root_claim_type", new_root_claim_type=claim_type
    )
