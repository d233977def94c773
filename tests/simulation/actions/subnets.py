"""Keys swapped; subnets created, started, set up and dissolved."""

from __future__ import annotations

from chain_spec.pallets.subtensor import storage
from tests.simulation.actions.choices import (
    SIGNERS,
    SPARE_COLDKEYS,
    SPARE_HOTKEYS,
    Choices,
    Signed,
    as_root,
)
from tests.simulation.world import COLDKEYS, HOTKEYS, TAO, call


def swap_hotkey(on: Choices) -> Signed | None:
    pair = on.owned_pair()
    unused = [who for who in (*HOTKEYS, *SPARE_HOTKEYS) if on.owner(who.public_key) is None]
    if pair is None or not unused:
        return None
    new = on.chance.choice(unused).public_key
    netuid = on.chance.choice((None, on.netuid()))
    args = {"hotkey": pair[1], "new_hotkey": new, "netuid": netuid}
    if on.chance.random() < 0.5:
        return pair[0], call("SubtensorModule", "swap_hotkey", **args)
    keep = on.chance.random() < 0.5
    return pair[0], call("SubtensorModule", "swap_hotkey_v2", **args, keep_stake=keep)


def swap_coldkey(on: Choices) -> Signed:
    """As root, which needs no announcement; to and fro between two of the poorer ones."""
    old = on.chance.choice((*COLDKEYS[3:6], *SPARE_COLDKEYS[3:]))
    new = on.chance.choice((*COLDKEYS[3:6], *SPARE_COLDKEYS[3:]))
    return as_root(
        call(
            "SubtensorModule",
            "swap_coldkey",
            old_coldkey=old.public_key,
            new_coldkey=new.public_key,
            swap_cost=on.chance.choice((0, TAO // 10)),
        )
    )


def create_subnet(on: Choices) -> Signed:
    hotkey = on.chance.choice(HOTKEYS)
    owner = on.owner(hotkey.public_key) or COLDKEYS[on.chance.randrange(3)]
    return owner, call("SubtensorModule", "register_network", hotkey=hotkey.public_key)


def start_subnet(on: Choices) -> Signed | None:
    waiting = [n for n in on.netuids if not on.ctx.get(storage.SubtokenEnabled, n)]
    if not waiting:
        return None
    owner = SIGNERS.get(on.ctx.get(storage.SubnetOwner, waiting[0]))
    return owner and (owner, call("SubtensorModule", "start_call", netuid=waiting[0]))


def dissolve_subnet(on: Choices) -> Signed | None:
    if len(on.netuids) < 8:
        return None
    netuid = on.chance.choice(on.netuids)
    return as_root(call("SubtensorModule", "root_dissolve_network", netuid=netuid))


def hyperparameter(on: Choices) -> Signed:
    netuid, chance = on.netuid(), on.chance
    name, args = chance.choice(
        (
            ("sudo_set_kappa", {"kappa": chance.randrange(65536)}),
            ("sudo_set_tempo", {"tempo": chance.randrange(1, 20)}),
            ("sudo_set_max_allowed_validators", {"max_allowed_validators": 3}),
            ("sudo_set_commit_reveal_weights_enabled", {"enabled": chance.random() < 0.3}),
            ("sudo_set_liquid_alpha_enabled", {"enabled": chance.random() < 0.5}),
            ("sudo_set_yuma3_enabled", {"enabled": chance.random() < 0.5}),
            ("sudo_set_bonds_moving_average", {"bonds_moving_average": 900_000}),
            (
                "sudo_set_recycle_or_burn",
                {"recycle_or_burn": chance.choice(("Burn", "Recycle"))},
            ),
            ("sudo_set_owner_cut_enabled", {"enabled": chance.random() < 0.7}),
            ("sudo_set_subnet_emission_enabled", {"enabled": chance.random() < 0.8}),
            ("sudo_set_weights_set_rate_limit", {"weights_set_rate_limit": 0}),
            ("sudo_set_immunity_period", {"immunity_period": chance.randrange(30)}),
            ("sudo_set_min_difficulty", {"min_difficulty": 1}),
            ("sudo_set_difficulty", {"difficulty": chance.randrange(1, 200)}),
            ("sudo_set_mechanism_count", {"mechanism_count": chance.choice((1, 2))}),
        )
    )
    return as_root(call("AdminUtils", name, netuid=netuid, **args))
