"""The metadata that is made from the declarations, against referees and against mainnet's own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import scalecodec
from scalecodec.base import RuntimeConfigurationObject, ScaleBytes
from scalecodec.type_registry import load_type_registry_preset

from btsdk.metadata import Metadata, decode_metadata
from btsdk.scale import types as t
from chain_spec.features import Feature
from chain_spec.metadata import metadata, metadata_bytes
from chain_spec.profile import Profile
from chain_spec.runtime import Interface, build

EVERYTHING = frozenset(Feature)

# Text and the list of APIs are `Cow`s in Rust, which metadata shows as a struct of one field.
OTHER_PATHS = {("", "Cow")}
RENAMED = {"TaoCurrency": "TaoBalance", "AlphaCurrency": "AlphaBalance"}


@pytest.fixture(scope="module")
def mainnet(shared_data: Path) -> Metadata:
    return decode_metadata((shared_data / "mainnet-343-v15.scale").read_bytes())


@pytest.fixture(scope="module")
def base() -> Interface:
    return build(Profile.SLOW)


@pytest.mark.parametrize("profile", Profile)
@pytest.mark.parametrize("version", [14, 15])
def test_what_is_encoded_decodes_to_the_same(profile: Profile, version: int) -> None:
    interface = build(profile, EVERYTHING)
    decoded = decode_metadata(metadata_bytes(interface, version))
    model = metadata(interface)
    assert decoded.pallets == model.pallets
    assert decoded.extrinsic == model.extrinsic
    assert decoded.registry.types == model.registry.types
    assert decoded.apis == (model.apis if version == 15 else {})


def test_builds_differ_in_what_the_builds_fix() -> None:
    slow, fast = metadata(build(Profile.SLOW)), metadata(build(Profile.FAST))
    assert slow.pallet("Aura").constant("SlotDuration") == 12_000
    assert fast.pallet("Aura").constant("SlotDuration") == 250
    assert slow.storage("SubtensorModule", "Tempo").decode(None) == 360
    assert fast.storage("SubtensorModule", "Tempo").decode(None) == 10


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_scalecodec_reads_version_14() -> None:
    assert scalecodec.base.__file__.endswith("base.py"), "the referee is the pure Python package"
    config = RuntimeConfigurationObject()
    config.update_type_registry(load_type_registry_preset("core"))
    data = metadata_bytes(build(Profile.FAST, EVERYTHING), 14)
    read = config.create_scale_object("MetadataVersioned", data=ScaleBytes(data))
    read.decode()
    config.add_portable_registry(read)
    found = {pallet.value["name"]: pallet for pallet in read.pallets}
    assert {name: pallet.value["index"] for name, pallet in found.items()} == {
        name: pallet.index for name, pallet in build(Profile.FAST, EVERYTHING).pallets.items()
    }
    call = config.create_scale_object("Call", metadata=read)
    made = call.encode(
        {
            "call_module": "Balances",
            "call_function": "transfer_keep_alive",
            "call_args": {"dest": f"0x{'11' * 32}", "value": 10**9},
        }
    )
    assert made.data.hex() == "050300" + "11" * 32 + "02286bee"


def test_account_is_the_first_type(base: Interface) -> None:
    # Clients of the async-substrate-interface family take type 0 for the account.
    assert base.registry.type(0).path == ("sp_core", "crypto", "AccountId32")


def test_types_that_look_the_same_are_one(base: Interface) -> None:
    seen = set()
    for entry in base.registry.types.values():
        key = (entry.path, entry.params, entry.definition)
        assert key not in seen, entry
        seen.add(key)


def test_the_extrinsic_names_its_parts(base: Interface) -> None:
    model = metadata(base)
    assert model.extrinsic.type is not None
    entry = base.registry.type(model.extrinsic.type)
    parts = {parameter.name: parameter.type for parameter in entry.params}
    assert parts == {
        "Address": model.extrinsic.address,
        "Call": model.outer_call,
        "Signature": model.extrinsic.signature,
        "Extension": model.extrinsic.extra,
    }


def test_paths_are_mainnets(base: Interface, mainnet: Metadata) -> None:
    differences = set()
    for ours, theirs in _pairs(metadata(base), mainnet):
        mine, other = base.registry.type(ours), mainnet.registry.type(theirs)
        if mine.path != other.path:
            differences.add((".".join(mine.path[-1:]), ".".join(other.path[-1:])))
    assert differences == OTHER_PATHS


def test_named_parameters_are_mainnets(base: Interface, mainnet: Metadata) -> None:
    differences = set()
    for ours, theirs in _pairs(metadata(base), mainnet):
        mine, other = base.registry.type(ours), mainnet.registry.type(theirs)
        names = [p.name for p in mine.params], [p.name for p in other.params]
        if mine.path == other.path and len(mine.path) > 1 and names[0] != names[1]:
            differences.add(mine.path[-1])
    assert differences == set()


def test_simple_type_names_of_call_arguments_are_mainnets(
    base: Interface, mainnet: Metadata
) -> None:
    """Names made of one word; long generic ones differ in what stands between the brackets."""
    compared, differences = 0, []
    for name, pallet in metadata(base).pallets.items():
        known = mainnet.pallets[name].calls if name in mainnet.pallets else {}
        for call, case in pallet.calls.items():
            theirs = known[call].fields if call in known else ()
            for mine, other in zip(case.fields, theirs, strict=False):
                wanted = RENAMED.get(other.type_name or "", other.type_name)
                if mine.name != other.name or not (wanted or "").isidentifier():
                    continue
                compared += 1
                if mine.type_name != wanted:
                    differences.append((f"{name}.{call}.{mine.name}", mine.type_name, wanted))
    assert compared > 250
    # `Key` is what System calls the bytes of a storage key.
    assert [found for found in differences if found[2] != "Key"] == []


def _pairs(ours: Metadata, theirs: Metadata) -> Iterator[tuple[int, int]]:
    """Types that stand at the same place in both and have the same shape, and all inside them."""
    seen: set[tuple[int, int]] = set()
    todo = list(_places(ours, theirs))
    while todo:
        pair = todo.pop()
        if pair in seen or ours.shape_hash(pair[0]) != theirs.shape_hash(pair[1]):
            continue
        seen.add(pair)
        yield pair
        mine, other = (
            ours.registry.type(pair[0]).definition,
            theirs.registry.type(pair[1]).definition,
        )
        todo += (
            zip(_inside(mine), _inside(other), strict=False) if type(mine) is type(other) else ()
        )


def _inside(definition: t.Definition) -> list[int]:
    if isinstance(definition, t.Composite):
        return [field.type for field in definition.fields]
    if isinstance(definition, t.Variant):
        cases = sorted(definition.variants, key=lambda case: case.name)
        return [field.type for case in cases for field in case.fields]
    if isinstance(definition, t.Tuple):
        return list(definition.types)
    if isinstance(definition, (t.Sequence, t.Array, t.Compact)):
        return [definition.type]
    return []


def _places(ours: Metadata, theirs: Metadata) -> Iterator[tuple[int, int]]:
    for name, pallet in ours.pallets.items():
        other = theirs.pallets.get(name)
        if other is None:
            continue
        for kind in ("calls", "events"):
            known = getattr(other, kind)
            for item, case in getattr(pallet, kind).items():
                if item in known and len(case.fields) == len(known[item].fields):
                    for mine, field in zip(case.fields, known[item].fields, strict=True):
                        yield mine.type, field.type
        for item, entry in pallet.storage.items():
            if item in other.storage:
                yield entry.value, other.storage[item].value
                yield from zip(entry.keys, other.storage[item].keys, strict=False)
        for item, constant in pallet.constants.items():
            if item in other.constants:
                yield constant.type, other.constants[item].type
    for name, api in ours.apis.items():
        methods = theirs.apis[name].methods if name in theirs.apis else {}
        for item, method in api.methods.items():
            if item in methods:
                yield method.output, methods[item].output
                for mine, part in zip(method.inputs, methods[item].inputs, strict=False):
                    yield mine.type, part.type
