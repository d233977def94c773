"""The node's session keys."""

from __future__ import annotations

from chain_spec.declare import Api, Method
from chain_spec.types import Bytes, Option, Tuple, Vec
from chain_spec.types.substrate import KeyTypeId


class SessionKeys:
    generate_session_keys = Method(Bytes, seed=Option(Bytes))
    decode_session_keys = Method(Option(Vec(Tuple(Bytes, KeyTypeId))), encoded=Bytes)


api = Api(SessionKeys, version=1)
