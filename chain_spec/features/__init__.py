"""The features that a chain may add to the base.

- `faucet`: Subtensor's `pow-faucet`, with which the localnet is built: a call, and no rate limit
  on new subnets by default
- `pow`: `pow_register`, registration by a domain-separated proof of work, added after 425
- `governance`: council and senate, removed from Subtensor before 343

A feature adds pallets, or items to a pallet of the base. It never changes the shape of an item; a
default may depend on it (`profile.if_feature`), as it does in Subtensor. It raises the
`spec_version` by an amount of its own, so that each set of features has a version of its own.
"""

from __future__ import annotations

from enum import Enum
from typing import Final


class Feature(Enum):
    """A feature, by the name that chain specs use."""

    FAUCET = "faucet"
    POW = "pow"
    GOVERNANCE = "governance"


RAISES: Final = {Feature.FAUCET: 10_000, Feature.POW: 20_000, Feature.GOVERNANCE: 40_000}
"""The amount by which each feature raises the `spec_version`."""
