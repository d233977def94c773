"""Delegates and their nominators."""

from __future__ import annotations

from chain_spec.declare import Api, Method
from chain_spec.types import Compact, Option, Tuple, Vec
from chain_spec.types.rpc_info import DelegateInfo
from chain_spec.types.substrate import AccountId32
from chain_spec.types.units import AlphaBalance, NetUid


class DelegateInfoRuntimeApi:
    get_delegates = Method(Vec(DelegateInfo))
    get_delegate = Method(Option(DelegateInfo), delegate_account=AccountId32)
    get_delegated = Method(
        Vec(Tuple(DelegateInfo, Tuple(Compact(NetUid), Compact(AlphaBalance)))),
        delegatee_account=AccountId32,
    )


api = Api(DelegateInfoRuntimeApi, version=1)
