"""The calls that a proxy of each type may make."""

from __future__ import annotations

from chain_spec.declare import Api, Method
from chain_spec.types import Option, Vec, u8
from chain_spec.types.rpc_info import ProxyFilterInfo, ProxyTypeInfo


class ProxyFilterRuntimeApi:
    get_proxy_types = Method(Vec(ProxyTypeInfo))
    get_proxy_filter = Method(Vec(ProxyFilterInfo), proxy_type=Option(u8))


api = Api(ProxyFilterRuntimeApi, version=1)
