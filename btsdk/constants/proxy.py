"""The constants of Proxy.

Written by `chain_spec.codegen`: change the declarations instead.
"""

from __future__ import annotations

from btsdk.descriptors.items import Constant

ProxyDepositBase: Constant[int] = Constant("Proxy", "ProxyDepositBase", "67909149a73f10c6")
ProxyDepositFactor: Constant[int] = Constant("Proxy", "ProxyDepositFactor", "67909149a73f10c6")
MaxProxies: Constant[int] = Constant("Proxy", "MaxProxies", "14b7429f83a073c5")
MaxPending: Constant[int] = Constant("Proxy", "MaxPending", "14b7429f83a073c5")
AnnouncementDepositBase: Constant[int] = Constant(
    "Proxy", "AnnouncementDepositBase", "67909149a73f10c6"
)
AnnouncementDepositFactor: Constant[int] = Constant(
    "Proxy", "AnnouncementDepositFactor", "67909149a73f10c6"
)
