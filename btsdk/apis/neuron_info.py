"""The methods of NeuronInfoRuntimeApi.

Written by `chain_spec.codegen`: change the declarations instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from btsdk.descriptors.items import ApiMethod

if TYPE_CHECKING:
    from btsdk.descriptors import values as v

get_neurons: ApiMethod[[v.NetUid], list[v.NeuronInfo]] = ApiMethod(
    "NeuronInfoRuntimeApi", "get_neurons", "5c4debebc3af3d00"
)
get_neuron: ApiMethod[[v.NetUid, int], v.NeuronInfo | None] = ApiMethod(
    "NeuronInfoRuntimeApi", "get_neuron", "8884596404ccfd1f"
)
get_neurons_lite: ApiMethod[[v.NetUid], list[v.NeuronInfoLite]] = ApiMethod(
    "NeuronInfoRuntimeApi", "get_neurons_lite", "6aeb80e547bc2242"
)
get_neuron_lite: ApiMethod[[v.NetUid, int], v.NeuronInfoLite | None] = ApiMethod(
    "NeuronInfoRuntimeApi", "get_neuron_lite", "9d27f70a2eb7e8ab"
)
