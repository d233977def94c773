"""The cost of a new subnet."""

from __future__ import annotations

from chain_spec.declare import Api, Method
from chain_spec.types.units import TaoBalance


class SubnetRegistrationRuntimeApi:
    get_network_registration_cost = Method(TaoBalance)


api = Api(SubnetRegistrationRuntimeApi, version=1)
