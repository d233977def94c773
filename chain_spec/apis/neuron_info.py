"""Neurons of a subnet."""

from __future__ import annotations

from chain_spec.declare import Api, Method
from chain_spec.types import Option, Vec, u16
from chain_spec.types.rpc_info import NeuronInfo, NeuronInfoLite
from chain_spec.types.units import NetUid


class NeuronInfoRuntimeApi:
    get_neurons = Method(Vec(NeuronInfo), netuid=NetUid)
    get_neuron = Method(Option(NeuronInfo), netuid=NetUid, uid=u16)
    get_neurons_lite = Method(Vec(NeuronInfoLite), netuid=NetUid)
    get_neuron_lite = Method(Option(NeuronInfoLite), netuid=NetUid, uid=u16)


api = Api(NeuronInfoRuntimeApi, version=1)
