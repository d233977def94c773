"""The constants of Triumvirate.

Written by `chain_spec.codegen`: change the declarations instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from btsdk.descriptors.items import Constant

if TYPE_CHECKING:
    from btsdk.descriptors import values as v

MaxProposedWeight: Constant[v.Weight] = Constant(
    "Triumvirate", "MaxProposedWeight", "1d81b71d278d1e57"
)
