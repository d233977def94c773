"""Calls kept for later: preimages, scheduled tasks, operations that several accounts sign."""

from __future__ import annotations

from typing import Any

from btsdk.keys.hashing import blake2_256
from chain_spec.pallets import multisig as signed_by_many
from chain_spec.pallets import preimage as kept
from chain_spec.pallets import scheduler as agenda
from tests.simulation.actions.choices import Choices, Signed, as_root
from tests.simulation.world import COLDKEYS, call

_NOTES = tuple(bytes((number,)) * 40 for number in range(3))
_REMARK = call("System", "remark", remark=b"later")
_NAMES = tuple(bytes((number,)) * 32 for number in range(3))
_SIGNERS = COLDKEYS[:3]
_NO_LIMIT = {"ref_time": 10**12, "proof_size": 10**6}


def preimage(on: Choices) -> Signed:
    """Note one, or take it back, by whoever noted it or by root; ask for one as root."""
    note = on.chance.choice(_NOTES)
    hashed, name = blake2_256(note), on.chance.choice(("note", "unnote", "request", "unrequest"))
    if name == "note":
        return on.coldkey(), call("Preimage", "note_preimage", bytes=note)
    if name != "unnote":
        return as_root(call("Preimage", f"{name}_preimage", hash=hashed))
    status = on.ctx.get(kept.storage.RequestStatusFor, hashed)
    owners = [who for who in COLDKEYS if who.public_key in str(status).encode()]
    if status is not None and status[0] == "Unrequested":
        owners = [who for who in COLDKEYS if who.public_key == status[1]["ticket"][0]]
    signer = owners[0] if owners else on.coldkey()
    return signer, call("Preimage", "unnote_preimage", hash=hashed)


def schedule(on: Choices) -> Signed:
    """As root: plan a remark, name it, plan it anew, or take it off the agenda."""
    soon, priority = on.chance.randrange(3, 9), on.chance.randrange(256)
    args: dict[str, Any] = {"maybe_periodic": None, "priority": priority, "call": _REMARK}
    kind, named = on.chance.randrange(4), on.chance.choice(_NAMES)
    if kind == 0:
        return as_root(call("Scheduler", "schedule_after", after=soon, **args))
    if kind == 1:
        return as_root(call("Scheduler", "schedule_named_after", id=named, after=soon, **args))
    return as_root(_planned(on, named) or call("Scheduler", "schedule", **args, when=_later(on)))


def _planned(on: Choices, named: bytes) -> Any:
    """Something to do with a task that is planned."""
    agendas = on.ctx.iter(agenda.storage.Agenda)
    tasks = [(at, n) for at, slots in agendas for n, task in enumerate(slots) if task is not None]
    names = list(on.ctx.keys(agenda.storage.Lookup))
    if names and on.chance.random() < 0.5:
        name = on.chance.choice(("cancel_named", "set_retry_named", "cancel_retry_named"))
        retry = {"retries": 2, "period": 3} if name == "set_retry_named" else {}
        return call("Scheduler", name, id=on.chance.choice((*names, named)), **retry)
    if not tasks:
        return None
    task = on.chance.choice(tasks)
    name = on.chance.choice(("cancel", "set_retry", "cancel_retry"))
    if name == "cancel":
        return call("Scheduler", name, when=task[0], index=task[1])
    retry = {"retries": 2, "period": 3} if name == "set_retry" else {}
    return call("Scheduler", name, task=task, **retry)


def _later(on: Choices) -> int:
    return on.ctx.block_number + on.chance.randrange(2, 9)


def multisig(on: Choices) -> Signed:
    """A remark by two of three: begun, approved, carried out, or called off."""
    hashed = blake2_256(on.encode(_REMARK))
    waiting = [
        (account, operation)
        for (account, found), operation in on.ctx.iter(signed_by_many.storage.Multisigs)
        if found == hashed and on.signer(operation["depositor"]) in _SIGNERS
    ]
    signer = on.chance.choice(_SIGNERS)
    if not waiting:
        args = {"maybe_timepoint": None, "call_hash": hashed, "max_weight": _NO_LIMIT}
        return signer, call("Multisig", "approve_as_multi", **_with(signer), **args)
    operation = waiting[0][1]
    when, owner = operation["when"], on.signer(operation["depositor"]) or signer
    kind = on.chance.randrange(4)
    if kind == 0:
        args = {"timepoint": when, "call_hash": hashed}
        return owner, call("Multisig", "cancel_as_multi", **_with(owner), **args)
    if kind == 1:
        args = {"call_hash": hashed}
        return owner, call("Multisig", "poke_deposit", **_with(owner), **args)
    args = {"maybe_timepoint": when, "max_weight": _NO_LIMIT, "call": _REMARK}
    return signer, call("Multisig", "as_multi", **_with(signer), **args)


def _with(signer: Any) -> dict[str, Any]:
    others = sorted(who.public_key for who in _SIGNERS if who != signer)
    return {"threshold": 2, "other_signatories": others}
