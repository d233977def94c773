"""The genesis state from a JSON configuration."""

from __future__ import annotations

from chain_spec.declare import Api, Method
from chain_spec.types import Bytes, Option, Result, Unit, Vec, string


class GenesisBuilder:
    build_state = Method(Result(Unit, string), json=Bytes)
    get_preset = Method(Option(Bytes), id=Option(string))
    preset_names = Method(Vec(string))


api = Api(GenesisBuilder, version=1)
