"""The constants of Drand.

Written by `chain_spec.codegen`: change the declarations instead.
"""

from __future__ import annotations

from btsdk.descriptors.items import Constant

UnsignedPriority: Constant[int] = Constant("Drand", "UnsignedPriority", "67909149a73f10c6")
HttpFetchTimeout: Constant[int] = Constant("Drand", "HttpFetchTimeout", "67909149a73f10c6")
