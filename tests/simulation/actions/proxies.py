"""Proxies: made, used at once or after an announcement, paid for, and taken away; pure accounts."""

from __future__ import annotations

from itertools import product
from typing import Any

from btsdk.keys import Keypair
from btsdk.keys.hashing import blake2_256
from chain_spec.pallets import proxy as declared
from local_node.runtime.pallets.proxy.pure import pure_account
from tests.simulation.actions.choices import Choices, Signed
from tests.simulation.actions.money import transfer
from tests.simulation.actions.stakes import add_stake
from tests.simulation.world import COLDKEYS, TAO, call

TYPES = ("Any", "Staking", "Transfer", "NonTransfer", "Registration")
_DELAYS = (0, 0, 0, 1)
_REMARK = call("System", "remark", remark=b"announced")


def proxy(on: Choices) -> Signed | None:
    """Make or remove one, or act through one."""
    drawn = on.chance.random()
    if drawn < 0.3:
        args = {"delegate": _to(on.coldkey()), "proxy_type": on.chance.choice(TYPES)}
        delay = on.chance.choice(_DELAYS)
        return on.coldkey(), call("Proxy", "add_proxy", **args, delay=delay)
    if drawn < 0.4:
        kind = on.chance.choice(TYPES)
        return on.coldkey(), call("Proxy", "create_pure", proxy_type=kind, delay=0, index=0)
    found = _entry(on)
    if found is None:
        return None
    real, delegate, entry = found
    if drawn < 0.5:
        return real, call("Proxy", "remove_proxy", **{**entry, "delegate": _to(delegate)})
    if drawn < 0.6:
        pays = on.chance.random() < 0.5
        return real, call("Proxy", "set_real_pays_fee", delegate=_to(delegate), pays_fee=pays)
    if entry["delay"]:
        return _announced(on, real, delegate)
    inner = on.chance.choice((transfer, add_stake))(on)[1]
    return delegate, call("Proxy", "proxy", real=_to(real), force_proxy_type=None, call=inner)


def pure(on: Choices) -> Signed | None:
    """Give a pure account TAO, or act as one: stake, or pass it on."""
    mine = [
        (account, delegate)
        for account, (entries, _) in on.ctx.iter(declared.storage.Proxies)
        if on.signer(account) is None and (delegate := on.signer(entries[0]["delegate"]))
    ]
    if not mine:
        return None
    account, delegate = on.chance.choice(mine)
    if on.chance.random() < 0.5:
        dest = ("Id", account)
        return delegate, call("Balances", "transfer_keep_alive", dest=dest, value=TAO)
    if on.chance.random() < 0.3:
        args = {"amount_staked": TAO // 2, "netuid": on.netuid(), "hotkey": on.hotkey()}
        inner = call("SubtensorModule", "add_stake", **args)
    else:
        dest = _to(on.chance.choice(COLDKEYS))
        inner = call("Balances", "transfer_all", dest=dest, keep_alive=on.chance.random() < 0.5)
    args = {"real": ("Id", account), "force_proxy_type": None, "call": inner}
    return delegate, call("Proxy", "proxy", **args)


def kill_pure(on: Choices) -> Signed | None:
    """End a pure account that was made a few blocks ago, as it alone can say when."""
    now = on.ctx.block_number
    for account, (entries, _) in on.ctx.iter(declared.storage.Proxies):
        who = on.signer(entries[0]["delegate"])
        kind = entries[0]["proxy_type"]
        if who is None or on.signer(account) is not None or kind != "Any":
            continue
        for height, index in product(range(max(now - 20, 1), now + 1), range(30)):
            if pure_account(who.public_key, kind, 0, height, index) == account:
                where = {"index": 0, "height": height, "ext_index": index}
                spawner = {"spawner": _to(who), "proxy_type": kind}
                inner = call("Proxy", "kill_pure", **spawner, **where)
                args = {"real": ("Id", account), "force_proxy_type": None, "call": inner}
                return who, call("Proxy", "proxy", **args)
    return None


def _announced(on: Choices, real: Keypair, delegate: Keypair) -> Signed:
    """Say beforehand, take back, forbid or carry out a remark."""
    hashed = blake2_256(on.encode(_REMARK))
    waiting, _ = on.ctx.get(declared.storage.Announcements, delegate.public_key)
    if not any(entry["real"] == real.public_key for entry in waiting):
        return delegate, call("Proxy", "announce", real=_to(real), call_hash=hashed)
    kind = on.chance.randrange(3)
    if kind == 0:
        return delegate, call("Proxy", "remove_announcement", real=_to(real), call_hash=hashed)
    if kind == 1:
        args = {"delegate": _to(delegate), "call_hash": hashed}
        return real, call("Proxy", "reject_announcement", **args)
    who = {"delegate": _to(delegate), "real": _to(real), "force_proxy_type": None}
    return on.coldkey(), call("Proxy", "proxy_announced", **who, call=_REMARK)


def _entry(on: Choices) -> tuple[Keypair, Keypair, dict[str, Any]] | None:
    """An account with a proxy, both of which can sign, and the entry."""
    found = []
    for account, (entries, _) in on.ctx.iter(declared.storage.Proxies):
        real = on.signer(account)
        for entry in entries:
            delegate = on.signer(entry["delegate"])
            if real is not None and delegate is not None:
                found.append((real, delegate, entry))
    return on.chance.choice(found) if found else None


def _to(who: Keypair) -> tuple[str, bytes]:
    return ("Id", who.public_key)
