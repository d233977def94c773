"""The constants of Aura.

Written by `chain_spec.codegen`: change the declarations instead.
"""

from __future__ import annotations

from btsdk.descriptors.items import Constant

SlotDuration: Constant[int] = Constant("Aura", "SlotDuration", "67909149a73f10c6")
