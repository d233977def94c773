"""The methods of SubnetRegistrationRuntimeApi.

Written by `chain_spec.codegen`: change the declarations instead.
"""

from __future__ import annotations

from btsdk.descriptors.items import ApiMethod

get_network_registration_cost: ApiMethod[[], int] = ApiMethod(
    "SubnetRegistrationRuntimeApi", "get_network_registration_cost", "0d045e309ef185f9"
)
