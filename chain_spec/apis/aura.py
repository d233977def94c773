"""Slot duration and authorities."""

from __future__ import annotations

from chain_spec.declare import Api, Method
from chain_spec.types import Vec
from chain_spec.types.consensus import AuraId, SlotDuration


class AuraApi:
    slot_duration = Method(SlotDuration)
    authorities = Method(Vec(AuraId))


api = Api(AuraApi, version=1)
