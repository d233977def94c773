"""The constants of Grandpa.

Written by `chain_spec.codegen`: change the declarations instead.
"""

from __future__ import annotations

from btsdk.descriptors.items import Constant

MaxAuthorities: Constant[int] = Constant("Grandpa", "MaxAuthorities", "14b7429f83a073c5")
MaxNominators: Constant[int] = Constant("Grandpa", "MaxNominators", "14b7429f83a073c5")
MaxSetIdSessionEntries: Constant[int] = Constant(
    "Grandpa", "MaxSetIdSessionEntries", "67909149a73f10c6"
)
