"""What a neuron commits to for all to read: plain, and locked to a drand round."""

from __future__ import annotations

from typing import Any

from stage import Stage, play

NETUID = 2


def prepare(stage: Stage) -> dict[str, Any]:
    stage.found_subnet(stage.alice)
    bob = stage.wallet("//Bob")
    stage.must(stage.chain.burned_register(bob, NETUID))
    # Long enough for all of this to be in one epoch, since space is given anew in each.
    stage.must_sudo("sudo_set_tempo", netuid=NETUID, tempo=5_000)
    return {"hotkey": bob.hotkey.ss58_address}


def plain_text(stage: Stage) -> dict[str, Any]:
    bob, chain = stage.wallet("//Bob"), stage.chain
    hotkey, text = bob.hotkey.ss58_address, "model v1 of the night shift"
    told = stage.told(chain.set_commitment(bob, NETUID, text))
    stranger = stage.told(chain.set_commitment(stage.wallet("//Charlie"), NETUID, text))
    metadata = chain.get_commitment_metadata(NETUID, hotkey)
    return {
        **told,
        "text": text,
        "stranger": stranger,
        "commitment": chain.get_commitment(NETUID, 1),
        "committed_at": metadata["block"],
        "deposit": metadata["deposit"],
        "all": chain.get_all_commitments(NETUID),
        "space": _space(stage, hotkey),
    }


def _space(stage: Stage, hotkey: str) -> Any:
    """How many bytes the hotkey has used in this epoch."""
    return stage.chain.query_module("Commitments", "UsedSpaceOf", params=[NETUID, hotkey])


def too_much(stage: Stage) -> dict[str, Any]:
    """An epoch's space is 3,100 bytes, and no commitment counts for less than 100."""
    bob, chain = stage.wallet("//Bob"), stage.chain
    stage.must_sudo("set_max_space", "Commitments", new_limit=250)
    used = _space(stage, bob.hotkey.ss58_address).value["used_space"]
    lengths = [10, 60, 70]
    outcomes = [stage.told(chain.set_commitment(bob, NETUID, "x" * length)) for length in lengths]
    return {
        "used": used,
        "lengths": lengths,
        "outcomes": [[each["success"], each["message"]] for each in outcomes],
        "commitment": chain.get_commitment(NETUID, 1),
    }


def timelocked(stage: Stage) -> dict[str, Any]:
    """Encrypted to the real beacon, whose pulses do not come here."""
    bob, chain = stage.wallet("//Bob"), stage.chain
    hotkey = bob.hotkey.ss58_address
    stage.must_sudo("set_max_space", "Commitments", new_limit=3_100)
    response = chain.set_reveal_commitment(bob, NETUID, "secret", 5, block_time=0.25)
    stored = chain.query_module("Commitments", "CommitmentOf", params=[NETUID, hotkey]).value
    return {
        **stage.told(response),
        "round": response.data["reveal_round"],
        "encrypted": bytes(response.data["encrypted"]),
        "stored": stored["info"]["fields"],
        "revealed": chain.get_revealed_commitment(NETUID, 1),
        "all_revealed": chain.get_all_revealed_commitments(NETUID),
    }


play(prepare, plain_text, too_much, timelocked)
