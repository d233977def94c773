"""A subnet's life: its cost, its start, its settings by owner and by root, emission, its end."""

from __future__ import annotations

from typing import Any

from bittensor import Balance
from bittensor.core.chain_data import SubnetIdentity
from stage import TAO, Stage, play

NETUID = 2
HYPERPARAMETERS = {
    "sudo_set_kappa": ("kappa", 30_000),
    "sudo_set_rho": ("rho", 12),
    "sudo_set_immunity_period": ("immunity_period", 77),
    "sudo_set_min_allowed_weights": ("min_allowed_weights", 3),
    "sudo_set_tempo": ("tempo", 21),
    "sudo_set_weights_version_key": ("weights_version_key", 9),
    "sudo_set_weights_set_rate_limit": ("weights_set_rate_limit", 5),
    "sudo_set_network_registration_allowed": ("registration_allowed", True),
    "sudo_set_target_registrations_per_interval": ("target_registrations_per_interval", 4),
    "sudo_set_min_burn": ("min_burn", 1_000_000),
    "sudo_set_max_burn": ("max_burn", 2 * TAO),
    "sudo_set_bonds_moving_average": ("bonds_moving_average", 800_000),
    "sudo_set_max_registrations_per_block": ("max_registrations_per_block", 2),
    "sudo_set_serving_rate_limit": ("serving_rate_limit", 11),
    "sudo_set_max_allowed_validators": ("max_allowed_validators", 60),
    "sudo_set_commit_reveal_weights_interval": ("interval", 2),
    "sudo_set_commit_reveal_weights_enabled": ("enabled", False),
    "sudo_set_liquid_alpha_enabled": ("enabled", True),
    "sudo_set_alpha_sigmoid_steepness": ("steepness", 500),
    "sudo_set_yuma3_enabled": ("enabled", True),
    "sudo_set_toggle_transfer": ("toggle", False),
    "sudo_set_bonds_reset_enabled": ("enabled", True),
    "sudo_set_burn_half_life": ("burn_half_life", 99),
}


def _reserves(stage: Stage, block: int) -> dict[str, Any]:
    subnet = stage.chain.subnet(NETUID, block=block)
    return {
        "tao_in": subnet.tao_in,
        "alpha_in": subnet.alpha_in,
        "alpha_out": subnet.alpha_out,
        "tao_in_emission": subnet.tao_in_emission,
        "alpha_in_emission": subnet.alpha_in_emission,
        "alpha_out_emission": subnet.alpha_out_emission,
        "price": subnet.price,
        "moving_price": subnet.moving_price,
        "tao": stage.read("SubnetTAO", NETUID, block=block),
        "issuance": stage.read("TotalIssuance", block=block),
        "balances_issuance": stage.chain.query_module("Balances", "TotalIssuance", [], block),
        "excess": stage.read("SubnetExcessTao", NETUID, block=block),
    }


def create(stage: Stage) -> dict[str, Any]:
    founder = stage.wallet("//Founder")
    stage.fund(founder, 9_000)
    chain, before = stage.chain, stage.free(founder)
    cost = chain.get_subnet_burn_cost()
    told = stage.told(chain.register_subnet(founder))
    block = told["block"]
    subnet = chain.subnet(NETUID, block=block)
    return {
        **told,
        "cost": cost,
        "paid": before - stage.free(founder),
        "founder": [founder.coldkeypub.ss58_address, founder.hotkey.ss58_address],
        "owner": [subnet.owner_coldkey, subnet.owner_hotkey],
        "symbol": subnet.symbol,
        "registered_at": subnet.network_registered_at,
        "reserves": _reserves(stage, block),
        "locked": stage.read("SubnetLocked", NETUID, block=block),
        "next_cost": [chain.get_subnet_burn_cost(block=number) for number in (block, block + 1)],
        "reduction_interval": stage.read("NetworkLockReductionInterval"),
        "uids": stage.chain.subnetwork_n(NETUID),
        "active": chain.is_subnet_active(NETUID),
        "total": chain.get_total_subnets(),
    }


def start(stage: Stage) -> dict[str, Any]:
    """Not before its time, not by another, not twice."""
    founder, chain = stage.wallet("//Founder"), stage.chain
    delay = chain.get_start_call_delay()
    stage.must_sudo("sudo_set_start_call_delay", delay=30)
    early = chain.start_call(founder, NETUID)
    chain.wait_for_block(stage.read("NetworkRegisteredAt", NETUID) + 30)
    foreign = chain.start_call(stage.wallet("//Bob"), NETUID)
    told = stage.told(chain.start_call(founder, NETUID))
    return {
        **told,
        "delay": delay,
        "early": stage.told(early),
        "foreign": stage.told(foreign),
        "again": stage.told(chain.start_call(founder, NETUID)),
        "active": chain.is_subnet_active(NETUID),
        "first_emission": stage.read("FirstEmissionBlockNumber", NETUID),
    }


def name(stage: Stage) -> dict[str, Any]:
    founder, chain = stage.wallet("//Founder"), stage.chain
    identity = SubnetIdentity(
        subnet_name="Night school",
        github_repo="https://github.com/night/school",
        subnet_contact="bell@night.school",
        subnet_url="https://night.school",
        logo_url="https://night.school/owl.png",
        discord="owl",
        description="Learns while others sleep: ünïcödé",
        additional="-",
    )
    told = stage.told(chain.set_subnet_identity(founder, NETUID, identity))
    foreign = chain.set_subnet_identity(stage.wallet("//Bob"), NETUID, identity)
    symbol = stage.send(
        founder, "SubtensorModule", "update_symbol", netuid=NETUID, symbol="ω".encode()
    )
    subnet = chain.subnet(NETUID)
    return {
        **told,
        "foreign": stage.told(foreign),
        "symbol_set": stage.told(symbol),
        "symbol": subnet.symbol,
        "name": subnet.subnet_name,
        "identity": vars(subnet.subnet_identity),
        "in_metagraph": chain.get_metagraph_info(NETUID).identity,
    }


def by_owner(stage: Stage) -> dict[str, Any]:
    """One setting an owner may change, when, and how often; and one that is root's."""
    founder, chain = stage.wallet("//Founder"), stage.chain
    stage.must_sudo("sudo_set_admin_freeze_window", window=100)
    told = {
        "frozen": stage.told(
            stage.own(founder, "sudo_set_serving_rate_limit", netuid=NETUID, serving_rate_limit=8)
        )
    }
    stage.must_sudo("sudo_set_admin_freeze_window", window=0)
    told["first"] = stage.told(
        stage.own(founder, "sudo_set_serving_rate_limit", netuid=NETUID, serving_rate_limit=8)
    )
    told["second"] = stage.told(
        stage.own(founder, "sudo_set_serving_rate_limit", netuid=NETUID, serving_rate_limit=9)
    )
    told["other"] = stage.told(
        stage.own(founder, "sudo_set_immunity_period", netuid=NETUID, immunity_period=55)
    )
    told["not_owner"] = stage.told(
        stage.own(stage.wallet("//Bob"), "sudo_set_rho", netuid=NETUID, rho=5)
    )
    told["roots"] = stage.told(stage.own(founder, "sudo_set_kappa", netuid=NETUID, kappa=5))
    values = chain.get_subnet_hyperparameters(NETUID)
    return {
        **told,
        "freeze_window": chain.get_admin_freeze_window(),
        "values": [values.serving_rate_limit, values.immunity_period],
    }


def by_root(stage: Stage) -> dict[str, Any]:
    before = dict(stage.chain.get_subnet_hyperparameters(NETUID).items())
    for call, (argument, value) in HYPERPARAMETERS.items():
        stage.must_sudo(call, **{"netuid": NETUID, argument: value})
    stage.must_sudo("sudo_set_alpha_values", netuid=NETUID, alpha_low=12_000, alpha_high=50_000)
    after = dict(stage.chain.get_subnet_hyperparameters(NETUID).items())
    info = stage.chain.get_metagraph_info(NETUID)
    fields = ("rho", "kappa", "tempo", "immunity_period", "min_burn", "max_burn", "max_validators")
    return {
        "before": before,
        "after": after,
        "metagraph": {field: getattr(info, field) for field in fields},
        "info": vars(stage.chain.get_subnet_info(NETUID)),
        "unknown": stage.told(stage.sudo("sudo_set_rho", netuid=77, rho=5)),
    }


def emit(stage: Stage) -> dict[str, Any]:
    """TAO for the subnet, once root lets it in and its moving price is above zero."""
    chain = stage.chain
    stage.must_sudo("sudo_set_subnet_emission_enabled", netuid=NETUID, enabled=True)
    chain.wait_for_block(chain.block + 3)
    block = chain.block
    return {
        "blocks": [_reserves(stage, number) for number in range(block - 2, block + 1)],
        "other_started": chain.is_subnet_active(1),
    }


def mechanisms(stage: Stage) -> dict[str, Any]:
    """Two mechanisms instead of one, with three quarters for the first."""
    chain = stage.chain
    before = chain.get_mechanism_count(NETUID), chain.get_mechanism_emission_split(NETUID)
    stage.must_sudo("sudo_set_max_allowed_uids", netuid=NETUID, max_allowed_uids=128)
    stage.must_sudo("sudo_set_mechanism_count", netuid=NETUID, mechanism_count=2)
    split = [49_151, 16_384]
    stage.must_sudo("sudo_set_mechanism_emission_split", netuid=NETUID, maybe_split=split)
    second = chain.get_metagraph_info(NETUID, mechid=1)
    return {
        "before": before,
        "count": chain.get_mechanism_count(NETUID),
        "split": chain.get_mechanism_emission_split(NETUID),
        "second": [second.netuid, second.mechid, second.num_uids],
        "all": [[each.netuid, each.mechid] for each in chain.get_all_metagraphs_info(True)],
    }


def dissolve(stage: Stage) -> dict[str, Any]:
    """Root ends the subnet; those who have alpha are paid from its pool."""
    chain, bob, founder = stage.chain, stage.wallet("//Bob"), stage.wallet("//Founder")
    stage.must_sudo("sudo_set_tempo", netuid=NETUID, tempo=5_000)
    stage.must_sudo("sudo_set_subnet_emission_enabled", netuid=NETUID, enabled=False)
    hotkey = founder.hotkey.ss58_address
    stage.must(chain.add_stake(bob, NETUID, hotkey, Balance.from_tao(10)))
    foreign = stage.send(
        founder,
        "SubtensorModule",
        "dissolve_network",
        coldkey=founder.coldkeypub.ss58_address,
        netuid=NETUID,
    )
    response = stage.sudo("root_dissolve_network", "SubtensorModule", netuid=NETUID)
    told = stage.told(response)
    block = told["block"]
    return {
        **told,
        "foreign": stage.told(foreign),
        "reserves": _reserves(stage, block - 1),
        "protocol_alpha": stage.read("SubnetProtocolAlpha", NETUID, block=block - 1),
        "bob": [stage.free(bob, number) for number in (block - 1, block)],
        "founder": [stage.free(founder, number) for number in (block - 1, block)],
        "stake": chain.get_stake(bob.coldkeypub.ss58_address, hotkey, NETUID, block=block - 1),
        "owner_stake": chain.get_stake(
            founder.coldkeypub.ss58_address, hotkey, NETUID, block=block - 1
        ),
        "left": [
            info.netuid for info in chain.get_stake_info_for_coldkey(bob.coldkeypub.ss58_address)
        ],
        "exists": chain.subnet_exists(NETUID),
        "subnet": chain.subnet(NETUID) is None,
        "netuids": [int(netuid) for netuid in chain.get_all_subnets_netuid()],
        "total": chain.get_total_subnets(),
    }


play(create, start, name, by_owner, by_root, emit, mechanisms, dissolve)
