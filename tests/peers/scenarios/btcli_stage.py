"""Prepares the chain for `btcli`: a started subnet with a long epoch, Bob on it, and wallets."""

from __future__ import annotations

from typing import Any

from stage import Stage, play


def prepare(stage: Stage) -> dict[str, Any]:
    netuid = stage.found_subnet(stage.alice)
    stage.must_sudo("sudo_set_tempo", netuid=netuid, tempo=5_000)
    bob, charlie = stage.wallet("//Bob"), stage.wallet("//Charlie")
    stage.must(stage.chain.burned_register(bob, netuid))
    return {
        "netuid": netuid,
        "bob": [bob.coldkeypub.ss58_address, bob.hotkey.ss58_address],
        "charlie": [charlie.coldkeypub.ss58_address, charlie.hotkey.ss58_address],
    }


play(prepare)
