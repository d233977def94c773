"""The typed surface on the metadata that mainnet served at 343, item by item."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from random import Random
from typing import Any

import pytest
import scalecodec.base
from scalecodec.base import RuntimeConfigurationObject, ScaleBytes
from scalecodec.type_registry import load_type_registry_preset

from btsdk import apis, calls, constants, events, storage
from btsdk.codegen.names import field_name
from btsdk.descriptors import ApiMethod, Constant, StorageItem, TypedCall, TypedEvent
from btsdk.descriptors.compatibility import call_shape, require
from btsdk.errors import IncompatibleItem
from btsdk.metadata import Metadata, decode_metadata
from chain_spec.features import Feature
from chain_spec.later import extended
from chain_spec.profile import Profile
from chain_spec.runtime import build
from tests.unit.btsdk.descriptors.samples import Sampler

CHANGED = {
    "AdminUtils.PrecompileEnable",
    "AdminUtils.PrecompileUpdated",
    "AdminUtils.sudo_toggle_evm_precompile",
    "Balances.Holds",
    "SubnetInfoRuntimeApi.get_all_mechagraphs",
    "SubnetInfoRuntimeApi.get_all_metagraphs",
    "SubnetInfoRuntimeApi.get_mechagraph",
    "SubnetInfoRuntimeApi.get_metagraph",
    "SubnetInfoRuntimeApi.get_selective_mechagraph",
    "SubnetInfoRuntimeApi.get_selective_metagraph",
    "SubnetInfoRuntimeApi.get_subnet_hyperparams",
    "SubnetInfoRuntimeApi.get_subnet_hyperparams_v2",
    "SubtensorModule.BatchWeightItemFailed",
    "SubtensorModule.ColdkeySwapped",
    "SubtensorModule.LastRateLimitedBlock",
    "SubtensorModule.RootClaimType",
    "SubtensorModule.RootClaimTypeSet",
    "SubtensorModule.set_root_claim_type",
    "SwapRuntimeApi.sim_swap_alpha_for_tao",
    "SwapRuntimeApi.sim_swap_tao_for_alpha",
}
"""Every item that 343 has under the same name in another shape."""

FITTING = {"calls": 241, "events": 205, "storage": 248, "constants": 106, "apis": 82}
"""How many items of each kind work on 343 as they are."""

WITHOUT_VALUES = {"Grandpa.report_equivocation", "Grandpa.report_equivocation_unsigned"}
"""Calls that nobody can make: the type of their key ownership proof has no value."""

Check = Callable[[Metadata], object]


@pytest.fixture(scope="module")
def mainnet(shared_data: Path) -> Metadata:
    return decode_metadata((shared_data / "mainnet-343-v15.scale").read_bytes())


def items(package: Any) -> Iterator[Check]:
    for name in package.__all__:
        for item in vars(getattr(package, name)).values():
            if isinstance(item, (StorageItem, ApiMethod)):
                yield item.on
            elif isinstance(item, Constant):
                yield item.of
            elif _is_own(item, TypedEvent):
                yield item.require
            elif _is_own(item, TypedCall):
                yield partial(_require_call, item)


def _is_own(item: object, base: type) -> bool:
    return isinstance(item, type) and issubclass(item, base) and item is not base


def _require_call(kind: type[TypedCall], metadata: Metadata) -> None:
    shape = call_shape(metadata, metadata.call(kind.pallet, kind.name))
    require(f"{kind.pallet}.{kind.name}", kind.shape, shape, metadata.registry)


def test_only_what_differs_is_refused(mainnet: Metadata) -> None:
    fitting, changed = {}, set()
    for package in (calls, events, storage, constants, apis):
        kind = package.__name__.rpartition(".")[2]
        fitting[kind] = 0
        for check in items(package):
            try:
                check(mainnet)
            except IncompatibleItem as error:
                if error.found is not None and error.found != error.expected:
                    changed.add(error.item)
            else:
                fitting[kind] += 1
    assert changed == CHANGED
    assert fitting == FITTING


@pytest.fixture(scope="module")
def referee(shared_data: Path) -> tuple[RuntimeConfigurationObject, Any]:
    assert scalecodec.base.__file__.endswith("base.py"), "the referee is the pure Python package"
    config = RuntimeConfigurationObject()
    config.update_type_registry(load_type_registry_preset("core"))
    data = (shared_data / "mainnet-343-v14.scale").read_bytes()
    read = config.create_scale_object("MetadataVersioned", data=ScaleBytes(data))
    read.decode()
    config.add_portable_registry(read)
    return config, read


def test_calls_encode_as_scalecodec_composes_them(
    shared_data: Path, referee: tuple[RuntimeConfigurationObject, Any]
) -> None:
    metadata = decode_metadata((shared_data / "mainnet-343-v14.scale").read_bytes())
    config, read = referee
    compared, differences = 0, []
    interface = extended(build(Profile.SLOW, frozenset(Feature)))
    for kind in _call_classes():
        declared = interface.pallets[kind.pallet].calls[kind.name]
        if declared.full_name in WITHOUT_VALUES:
            continue
        sampler = Sampler(Random(f"{kind.pallet}.{kind.name}"))
        drawn = {name: sampler.draw(argument) for name, argument in declared.args.items()}
        call = kind(**{field_name(name): sample.ours for name, sample in drawn.items()})
        try:
            ours = call.encode(metadata)
        except IncompatibleItem:
            continue
        composed = config.create_scale_object("Call", metadata=read).encode(
            {
                "call_module": kind.pallet,
                "call_function": kind.name,
                "call_args": {name: sample.theirs for name, sample in drawn.items()},
            }
        )
        compared += 1
        if ours != bytes(composed.data):
            differences.append((call.full_name, ours.hex(), composed.data.hex()))
    assert differences == []
    assert compared == FITTING["calls"] - len(WITHOUT_VALUES)


def _call_classes() -> Iterator[type[TypedCall]]:
    for name in calls.__all__:
        for item in vars(getattr(calls, name)).values():
            if _is_own(item, TypedCall):
                yield item
