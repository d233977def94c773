"""Every read that the SDK has, and the owner's hold on time: tempo, epochs called for, buybacks."""

from __future__ import annotations

import inspect
from typing import Any

from bittensor import Balance
from stage import Stage, play

NETUID = 2
ADDRESS = "5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty"
NOT_READS = {
    "close",
    "compose_call",
    "get_extrinsic_fee",
    "get_vote_data",
    "sign_and_send_extrinsic",
    "state_call",
    "validate_extrinsic_params",
    "wait_for_block",
}


def prepare(stage: Stage) -> dict[str, Any]:
    stage.found_subnet(stage.alice)
    bob = stage.wallet("//Bob")
    stage.must(stage.chain.burned_register(bob, NETUID))
    hotkey = bob.hotkey.ss58_address
    stage.must(stage.chain.add_stake(bob, NETUID, hotkey, Balance.from_tao(5)))
    # A schedule begins staggered, before its subnet does: only an epoch that ran tells the time.
    while not stage.read("SubnetEpochIndex", NETUID):
        stage.chain.wait_for_block()
    return {"coldkey": bob.coldkeypub.ss58_address, "hotkey": hotkey}


def _arguments(stage: Stage) -> dict[str, Any]:
    """A value for each name that a parameter of a read has."""
    bob = stage.wallet("//Bob")
    coldkey, hotkey = bob.coldkeypub.ss58_address, bob.hotkey.ss58_address
    return {
        "netuid": NETUID,
        "uid": 1,
        "hotkey_ss58": hotkey,
        "coldkey_ss58": coldkey,
        "coldkey_ss58s": [coldkey],
        "address": coldkey,
        "real_account_ss58": coldkey,
        "delegate_account_ss58": coldkey,
        "destination_ss58": stage.alice.coldkeypub.ss58_address,
        "wallet": bob,
        "amount": Balance.from_tao(1),
        "origin_netuid": NETUID,
        "destination_netuid": 0,
        "crowdloan_id": 0,
        "param_name": "Tempo",
        "module": "SubtensorModule",
        "module_name": "Balances",
        "constant_name": "ExistentialDeposit",
        "runtime_api": "SwapRuntimeApi",
        "method": "current_alpha_price_all",
        "block": stage.chain.block,
        "all_netuids": [0, 1, NETUID],
        "filter_for_netuids": [],
        "all_hotkeys": [bob],
    }


def _is_read(chain: Any, name: str) -> bool:
    """Reads come before the extrinsics in the class, which begin with `add_stake`."""
    method = vars(type(chain)).get(name)
    if name.startswith("_") or name in NOT_READS or not inspect.isfunction(method):
        return False
    if not method.__qualname__.startswith("Subtensor."):
        return False
    first_extrinsic = type(chain).add_stake.__code__.co_firstlineno
    return method.__code__.co_firstlineno < first_extrinsic


def everything(stage: Stage) -> dict[str, Any]:
    """Which reads answered, and what stopped the others."""
    chain, values = stage.chain, _arguments(stage)
    answered, stopped = [], {}
    for name in filter(lambda name: _is_read(chain, name), dir(chain)):
        parameters = inspect.signature(getattr(chain, name)).parameters.values()
        wanted = [p for p in parameters if p.default is p.empty and p.kind != p.VAR_POSITIONAL]
        arguments = {p.name: values.get(p.name) for p in wanted}
        if name.startswith("query_") and "name" in arguments:
            arguments["name"] = "Tempo"
        if name in ("query_module", "query_subtensor"):
            arguments["params"] = [NETUID]
        try:
            getattr(chain, name)(**arguments)
        except Exception as error:  # noqa: BLE001 - whatever it is, the test wants to see it
            stopped[name] = f"{type(error).__name__}: {error}"
        else:
            answered.append(name)
    return {"answered": answered, "stopped": stopped}


def schedule(stage: Stage) -> dict[str, Any]:
    """What is said of time agrees with itself, at one block."""
    chain = stage.chain
    block = chain.block
    state = chain.get_epoch_schedule_state(NETUID, block=block)
    info = chain.get_block_info(block=block)
    return {
        "block": block,
        "state": vars(state),
        "next_epoch": chain.get_next_epoch_start_block(NETUID, block=block),
        "until": chain.blocks_until_next_epoch(NETUID, block=block),
        "since": chain.blocks_since_last_step(NETUID, block=block),
        "info": [info.number, info.hash, info.timestamp, len(info.extrinsics)],
        "hash": chain.get_block_hash(block),
        "stamps": [chain.get_timestamp(block=n).timestamp() for n in (block - 1, block)],
        "limits": [chain.get_min_tempo(), chain.get_max_tempo()],
    }


def _first_epoch(stage: Stage) -> int:
    """The block of the subnet's first epoch; later ones came at its tempo."""
    state = stage.chain.get_epoch_schedule_state(NETUID)
    return int(state.last_epoch_block - (state.subnet_epoch_index - 1) * state.tempo)


def holdings(stage: Stage) -> dict[str, Any]:
    """The same stake through every door, at the first epoch: it has paid nobody yet."""
    chain, values = stage.chain, _arguments(stage)
    coldkey, hotkey, block = values["coldkey_ss58"], values["hotkey_ss58"], _first_epoch(stage)
    where = {"netuid": NETUID, "block": block}
    info = chain.get_stake_for_coldkey_and_hotkey(coldkey, hotkey, [NETUID], block=block)
    return {
        "stake": chain.get_stake(coldkey, hotkey, **where),
        "hotkey_stake": chain.get_stake_for_hotkey(hotkey, **where),
        "info": info[NETUID].stake,
        "infos": [each.stake for each in chain.get_stake_info_for_coldkey(coldkey, block=block)],
        "availability": chain.get_stake_availability_for_coldkeys([coldkey], block=block),
        "prices": chain.get_subnet_prices(block=block),
        "price": chain.get_subnet_price(**where),
        "reserves": [
            stage.read("SubnetTAO", NETUID, block=block),
            stage.read("SubnetAlphaIn", NETUID, block=block),
        ],
        "shares": chain.get_stake_weight(**where),
        "balances": chain.get_balances(coldkey, hotkey, block=block),
        "total_alpha": stage.read("TotalHotkeyAlpha", hotkey, NETUID, block=block),
    }


def owners_time(stage: Stage) -> dict[str, Any]:
    """A tempo of the owner's within limits, and an epoch before its time."""
    chain, owner = stage.chain, stage.alice
    stage.must_sudo("sudo_set_commit_reveal_weights_enabled", netuid=NETUID, enabled=False)
    short = stage.told(chain.set_tempo(owner, NETUID, 100))
    foreign = stage.told(chain.set_tempo(stage.wallet("//Bob"), NETUID, 400))
    told = stage.told(chain.set_tempo(owner, NETUID, 400))
    tempo = chain.tempo(NETUID)
    stage.must_sudo("sudo_set_admin_freeze_window", window=4)
    triggered = stage.told(chain.trigger_epoch(owner, NETUID))
    pending = stage.read("PendingEpochAt", NETUID, block=triggered["block"])
    while chain.get_last_epoch_block(NETUID) < pending:
        chain.wait_for_block()
    factor = stage.told(chain.set_activity_cutoff_factor(owner, NETUID, 2_000))
    return {
        "short": short,
        "foreign": foreign,
        "told": told,
        "tempo": tempo,
        "triggered": triggered,
        "pending": pending,
        "last_epoch": chain.get_last_epoch_block(NETUID),
        "factor": factor,
        "factor_now": chain.get_activity_cutoff_factor_milli(NETUID),
    }


def buyback(stage: Stage) -> dict[str, Any]:
    """The owner buys alpha and burns it at once."""
    chain, owner = stage.chain, stage.alice
    hotkey = owner.hotkey.ss58_address
    before = stage.free(owner)
    response = chain.add_stake_burn(owner, NETUID, hotkey, Balance.from_tao(3))
    told = stage.told(response)
    block = told["block"]
    items = {"tao": "SubnetTAO", "alpha_in": "SubnetAlphaIn", "alpha_out": "SubnetAlphaOut"}
    return {
        **told,
        "paid": before - stage.free(owner),
        "pools": [
            {key: stage.read(item, NETUID, block=n) for key, item in items.items()}
            for n in (block - 1, block)
        ],
        "stakes": [stage.staked(owner, NETUID, n) for n in (block - 1, block)],
    }


play(prepare, everything, schedule, holdings, owners_time, buyback)
