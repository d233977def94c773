"""Keys change: a hotkey on one subnet and on all, a coldkey after its announcement."""

from __future__ import annotations

from typing import Any

from bittensor import Balance
from bittensor.core.extrinsics.sudo import reset_coldkey_swap_extrinsic
from stage import Stage, play

NETUID, OTHER = 2, 3


def _stakes(stage: Stage, coldkey: str) -> list[list[Any]]:
    infos = stage.chain.get_stake_info_for_coldkey(coldkey)
    return [[info.hotkey_ss58, info.netuid, info.stake.rao] for info in infos]


def prepare(stage: Stage) -> dict[str, Any]:
    for _ in range(2):
        netuid = stage.found_subnet(stage.alice)
        stage.must_sudo("sudo_set_tempo", netuid=netuid, tempo=5_000)
    bob = stage.wallet("//Bob")
    for netuid in (NETUID, OTHER):
        stage.must(stage.chain.burned_register(bob, netuid))
        hotkey = bob.hotkey.ss58_address
        stage.must(stage.chain.add_stake(bob, netuid, hotkey, Balance.from_tao(10)))
    stage.must_sudo("sudo_set_tx_rate_limit", tx_rate_limit=0)
    return {"coldkey": bob.coldkeypub.ss58_address, "hotkey": bob.hotkey.ss58_address}


def _swap_hotkey(stage: Stage, old: str, new: str, netuid: int | None) -> dict[str, Any]:
    bob, chain = stage.wallet("//Bob"), stage.chain
    coldkey = bob.coldkeypub.ss58_address
    before, stakes = stage.free(bob), _stakes(stage, coldkey)
    response = stage.send(
        bob, "SubtensorModule", "swap_hotkey", hotkey=old, new_hotkey=new, netuid=netuid
    )
    return {
        **stage.told(response),
        "paid": before - stage.free(bob),
        "before": stakes,
        "after": _stakes(stage, coldkey),
        "uids": {
            key: [chain.get_uid_for_hotkey_on_subnet(key, n) for n in (NETUID, OTHER)]
            for key in (old, new)
        },
        "owned": chain.get_owned_hotkeys(coldkey),
        "owner": chain.get_hotkey_owner(new),
    }


def on_one(stage: Stage) -> dict[str, Any]:
    old, new = stage.wallet("//Bob"), stage.wallet("//Bob//second")
    pair = old.hotkey.ss58_address, new.hotkey.ss58_address
    return {"new": pair[1], **_swap_hotkey(stage, *pair, NETUID)}


def on_all(stage: Stage) -> dict[str, Any]:
    old, new = stage.wallet("//Bob"), stage.wallet("//Bob//third")
    stage.chain.wait_for_block(stage.chain.block + 3)
    pair = old.hotkey.ss58_address, new.hotkey.ss58_address
    return {"new": pair[1], **_swap_hotkey(stage, *pair, None)}


def coldkey(stage: Stage) -> dict[str, Any]:
    """Announced, waited for, done: everything is the new coldkey's."""
    bob, new, chain = stage.wallet("//Bob"), stage.wallet("//Bob//new"), stage.chain
    old_address, new_address = bob.coldkeypub.ss58_address, new.coldkeypub.ss58_address
    before = stage.free(bob)
    announced = stage.told(chain.announce_coldkey_swap(bob, new_address))
    paid = before - stage.free(bob)
    found = chain.get_coldkey_swap_announcement(old_address)
    blocked = stage.told(
        chain.transfer(bob, stage.alice.coldkeypub.ss58_address, Balance.from_tao(1))
    )
    early = stage.told(
        stage.send(bob, "SubtensorModule", "swap_coldkey_announced", new_coldkey=new_address)
    )
    delay = chain.get_coldkey_swap_announcement_delay()
    chain.wait_for_block(found.execution_block)
    before, stakes = stage.free(bob), _stakes(stage, old_address)
    swapped = stage.told(chain.swap_coldkey_announced(bob, new_address))
    return {
        "announced": announced,
        "paid": paid,
        "announcement": vars(found),
        "new_key": new.coldkeypub.public_key,
        "blocked": blocked,
        "early": early,
        "delay": delay,
        "swapped": swapped,
        "balances": [before, stage.free(bob), stage.free(new)],
        "stakes": [stakes, _stakes(stage, old_address), _stakes(stage, new_address)],
        "owned": [chain.get_owned_hotkeys(old_address), chain.get_owned_hotkeys(new_address)],
        "announcements": len(chain.get_coldkey_swap_announcements()),
        "constants": chain.get_coldkey_swap_constants(as_dict=True),
    }


def dispute(stage: Stage) -> dict[str, Any]:
    """A disputed swap stands still until root resets it."""
    charlie, chain = stage.wallet("//Charlie"), stage.chain
    address = charlie.coldkeypub.ss58_address
    stage.must(
        chain.announce_coldkey_swap(charlie, stage.wallet("//Thief").coldkeypub.ss58_address)
    )
    disputed = stage.told(chain.dispute_coldkey_swap(charlie))
    found = chain.get_coldkey_swap_dispute(address)
    stuck = stage.told(
        chain.transfer(charlie, stage.alice.coldkeypub.ss58_address, Balance.from_tao(1))
    )
    reset = stage.told(reset_coldkey_swap_extrinsic(chain, stage.alice, address))
    freed = stage.told(
        chain.transfer(charlie, stage.alice.coldkeypub.ss58_address, Balance.from_tao(1))
    )
    return {
        "address": address,
        "disputed": disputed,
        "dispute": vars(found),
        "stuck": stuck,
        "reset": reset,
        "freed": freed,
        "left": [
            len(chain.get_coldkey_swap_disputes()),
            len(chain.get_coldkey_swap_announcements()),
        ],
    }


play(prepare, on_one, on_all, coldkey, dispute)
