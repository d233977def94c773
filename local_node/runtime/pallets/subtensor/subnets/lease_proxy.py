"""The proxy through which a lease's beneficiary runs the subnet in the lease's own name.

Written as the proxy pallet writes its entries: sorted, with a deposit that the lease pays.
"""

from __future__ import annotations

from typing import Any

from chain_spec.pallets import proxy
from local_node.runtime.frame import Context, ensure, fail
from local_node.runtime.pallets.balances.reserves import reserve, unreserve

_TYPE = "SubnetLeaseBeneficiary"
_DELAY = 0


def add_beneficiary_proxy(ctx: Context, lease: bytes, beneficiary: bytes) -> None:
    ensure(lease != beneficiary, proxy.errors.NoSelfProxy)
    definitions, deposit = ctx.get(proxy.storage.Proxies, lease)
    added = _definition(beneficiary)
    ensure(added not in definitions, proxy.errors.Duplicate)
    ensure(len(definitions) < ctx.constant(proxy.constants.MaxProxies), proxy.errors.TooMany)
    _store(ctx, lease, [*definitions, added], deposit)
    _emit(ctx, proxy.events.ProxyAdded, lease, beneficiary)


def remove_beneficiary_proxy(ctx: Context, lease: bytes, beneficiary: bytes) -> None:
    definitions, deposit = ctx.get(proxy.storage.Proxies, lease)
    removed = _definition(beneficiary)
    if removed not in definitions:
        raise fail(proxy.errors.NotFound)
    _store(ctx, lease, [other for other in definitions if other != removed], deposit)
    ctx.remove(proxy.storage.RealPaysFee, (lease, beneficiary))
    _emit(ctx, proxy.events.ProxyRemoved, lease, beneficiary)


def _definition(beneficiary: bytes) -> dict[str, Any]:
    return {"delegate": beneficiary, "proxy_type": _TYPE, "delay": _DELAY}


def _store(ctx: Context, lease: bytes, definitions: list[Any], held: int) -> None:
    """Reserve or give back what the deposit changes by; without proxies there is no entry."""
    deposit = 0
    if definitions:
        deposit = ctx.constant(proxy.constants.ProxyDepositBase)
        deposit += len(definitions) * ctx.constant(proxy.constants.ProxyDepositFactor)
    if deposit > held:
        reserve(ctx, lease, deposit - held)
    elif deposit < held:
        unreserve(ctx, lease, held - deposit)
    if definitions:
        # Types are compared within one delegate only, and this delegate has one here.
        definitions.sort(key=lambda definition: definition["delegate"])
        ctx.put(proxy.storage.Proxies, lease, (definitions, deposit))
    else:
        ctx.remove(proxy.storage.Proxies, lease)


def _emit(ctx: Context, event: Any, lease: bytes, beneficiary: bytes) -> None:
    ctx.emit(event, delegator=lease, delegatee=beneficiary, proxy_type=_TYPE, delay=_DELAY)
