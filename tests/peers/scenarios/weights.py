"""Weights in three schemes: set in the open, committed and revealed, locked to a drand round."""

from __future__ import annotations

from typing import Any

from bittensor import Balance
from stage import Stage, play

NETUID = 2
UIDS = [0, 1, 2]
VERSION = 7
WAIT = {"wait_for_inclusion": True, "wait_for_finalization": True, "raise_error": False}


def _validator(stage: Stage) -> Any:
    return stage.wallet("//Bob")


def _epoch(stage: Stage) -> int:
    """Wait for the next epoch of the subnet; its block."""
    last = stage.chain.get_last_epoch_block(NETUID)
    while stage.chain.get_last_epoch_block(NETUID) == last:
        stage.chain.wait_for_block()
    return int(stage.chain.get_last_epoch_block(NETUID))


def prepare(stage: Stage) -> dict[str, Any]:
    """Bob has stake and, with the next epoch, a permit; Charlie has neither."""
    stage.found_subnet(stage.alice)
    bob, charlie = _validator(stage), stage.wallet("//Charlie")
    for wallet in (bob, charlie):
        stage.must(stage.chain.burned_register(wallet, NETUID))
    amount = Balance.from_tao(300)
    stage.must(stage.chain.add_stake(bob, NETUID, bob.hotkey.ss58_address, amount))
    for call, params in {
        "sudo_set_weights_set_rate_limit": {"weights_set_rate_limit": 0},
        "sudo_set_commit_reveal_weights_enabled": {"enabled": False},
        "sudo_set_weights_version_key": {"weights_version_key": VERSION},
        "sudo_set_tempo": {"tempo": 30},
    }.items():
        stage.must_sudo(call, netuid=NETUID, **params)
    stage.must_sudo("sudo_set_max_allowed_validators", netuid=NETUID, max_allowed_validators=2)
    _epoch(stage)
    return {
        "permits": stage.chain.get_subnet_validator_permits(NETUID),
        "hotkeys": stage.chain.metagraph(NETUID).hotkeys,
        "uid": stage.chain.get_uid_for_hotkey_on_subnet(bob.hotkey.ss58_address, NETUID),
        "hotkey": "0x" + bob.hotkey.public_key.hex(),
        "address": bob.hotkey.ss58_address,
    }


def openly(stage: Stage) -> dict[str, Any]:
    bob, chain = _validator(stage), stage.chain
    response = chain.set_weights(bob, NETUID, UIDS, [0.2, 0.3, 0.5], version_key=VERSION)
    told = stage.told(response)
    _epoch(stage)
    graph = chain.metagraph(NETUID, lite=False)
    neurons = chain.neurons(NETUID)
    return {
        **told,
        "weights": chain.weights(NETUID),
        "last_update": stage.read("LastUpdate", NETUID, block=told["block"]),
        "neuron": [list(pair) for pair in neurons[1].weights],
        "metagraph": graph.W.tolist()[1],
        "incentives": [neuron.incentive for neuron in chain.neurons_lite(NETUID)],
        "incentive_storage": stage.read("Incentive", NETUID),
        "dividends": stage.read("Dividends", NETUID),
        "bonds": chain.bonds(NETUID),
        "active": [neuron.active for neuron in neurons],
    }


def refusals(stage: Stage) -> dict[str, Any]:
    bob, charlie, chain = _validator(stage), stage.wallet("//Charlie"), stage.chain

    def told(*args: Any, **options: Any) -> list[Any]:
        answer = chain.set_weights(*args, max_attempts=1, **options)
        return [answer.success, answer.message]

    return {
        "no_permit": told(charlie, NETUID, [0, 1], [0.5, 0.5], version_key=VERSION),
        "old_version": told(bob, NETUID, UIDS, [0.2, 0.3, 0.5], version_key=VERSION - 1),
        "unknown_uid": told(bob, NETUID, [0, 9], [0.5, 0.5], version_key=VERSION),
        "commits_off": stage.told(
            chain.commit_weights(bob, NETUID, [1, 2], UIDS, [1, 2, 3], max_attempts=1, **WAIT)
        ),
    }


def committed(stage: Stage) -> dict[str, Any]:
    """A salted hash first; the weights in the epoch after the next."""
    stage.must_sudo("sudo_set_commit_reveal_weights_enabled", netuid=NETUID, enabled=True)
    bob, chain = _validator(stage), stage.chain
    weights, salt = [65_535, 16_384, 32_768], [9, 8, 7, 6]
    # Right after an epoch, so that the reveal that follows at once is in the same one.
    _epoch(stage)
    commit = stage.told(
        chain.commit_weights(bob, NETUID, salt, UIDS, weights, version_key=VERSION, **WAIT)
    )
    stored = stage.read("WeightCommits", NETUID, bob.hotkey.ss58_address)

    def reveal(values: list[int]) -> dict[str, Any]:
        return stage.told(
            chain.reveal_weights(
                bob, NETUID, UIDS, values, salt, max_attempts=1, version_key=VERSION
            )
        )

    early = reveal(weights)
    _epoch(stage)
    wrong = reveal([65_535, 16_385, 32_768])
    return {
        "commit": commit,
        "stored": stored,
        "early": early,
        "wrong": wrong,
        "reveal": reveal(weights),
        "weights": chain.weights(NETUID),
        "left": stage.read("WeightCommits", NETUID, bob.hotkey.ss58_address),
        "period": chain.get_subnet_reveal_period_epochs(NETUID),
        "epoch": chain.get_subnet_epoch_index(NETUID),
    }


def timelocked(stage: Stage) -> dict[str, Any]:
    """Encrypted to a round of the real beacon, which does not come here: stored, not revealed."""
    bob, chain = _validator(stage), stage.chain
    before = chain.weights(NETUID)
    response = chain.set_weights(
        bob, NETUID, UIDS, [0.9, 0.05, 0.05], block_time=0.25, version_key=VERSION
    )
    return {
        **stage.told(response),
        "sent": ["0x" + bytes(response.data["commit_for_reveal"]).hex()],
        "round": response.data["reveal_round"],
        "commits": chain.get_timelocked_weight_commits(NETUID),
        "version": stage.read("CommitRevealWeightsVersion"),
        "unchanged": chain.weights(NETUID) == before,
    }


play(prepare, openly, refusals, committed, timelocked)
