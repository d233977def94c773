"""`sudo_set_network_pow_registration_allowed`: refused at 425, enabled by the *pow* feature."""

from __future__ import annotations

from chain_spec.pallets import admin_utils
from chain_spec.pallets.subtensor import events, storage
from local_node.runtime.frame import Context, Origin, fail
from local_node.runtime.pallets.admin_utils.setters import SubnetSetter
from local_node.runtime.pallets.subtensor.features import has_pow
from local_node.runtime.pallets.subtensor.rate_limits import hyperparameter_update

_set_allowed = SubnetSetter(
    "sudo_set_network_pow_registration_allowed",
    "registration_allowed",
    storage.NetworkPowRegistrationAllowed,
    hyperparameter_update("PowRegistrationAllowed"),
    events.PowRegistrationAllowed,
).dispatchable()


def sudo_set_network_pow_registration_allowed(
    ctx: Context, origin: Origin, netuid: int, registration_allowed: bool
) -> None:
    """Set the switch, by the owner or root, on chains with the *pow* feature."""
    if not has_pow(ctx):
        raise fail(admin_utils.errors.POWRegistrationDisabled)
    _set_allowed(ctx, origin, netuid, registration_allowed=registration_allowed)
