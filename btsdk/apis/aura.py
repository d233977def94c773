"""The methods of AuraApi.

Written by `chain_spec.codegen`: change the declarations instead.
"""

from __future__ import annotations

from btsdk.descriptors.items import ApiMethod

slot_duration: ApiMethod[[], int] = ApiMethod("AuraApi", "slot_duration", "0d045e309ef185f9")
authorities: ApiMethod[[], list[bytes]] = ApiMethod("AuraApi", "authorities", "920f5b5d809efaea")
