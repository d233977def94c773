"""The base of the declared interface equals Subtensor's at 425, item by item."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from chain_spec.extensions import EXTENSIONS
from chain_spec.hyperparameters import HYPERPARAMETERS_V3
from chain_spec.metadata import metadata
from chain_spec.profile import Profile
from chain_spec.runtime import Interface, build
from chain_spec.transaction_errors import CustomTransactionError
from chain_spec.types.expression import FieldOf, Struct, Type
from tests.unit.chain_spec.notation import Notation, bounds

ARGUMENTS_NOT_GIVEN = {"Ethereum", "EVM", "Contracts"}
"""The table gives the names and indices of these pallets' calls and nothing else of them."""


@pytest.fixture(scope="module")
def table(shared_data: Path) -> dict[str, Any]:
    text = (shared_data / "interface-425.json").read_text()
    table: dict[str, Any] = json.loads(text)
    return table


@pytest.fixture(scope="module")
def notation(table: dict[str, Any]) -> Notation:
    return Notation(table["types"])


@pytest.fixture(scope="module")
def slow() -> Interface:
    return build(Profile.SLOW)


@pytest.fixture(scope="module")
def fast() -> Interface:
    return build(Profile.FAST)


def both_pallets(table: dict[str, Any], interface: Interface) -> Iterator[tuple[Any, Any]]:
    return zip(table["pallets"], interface.pallets.values(), strict=True)


def test_pallets_are_the_same_in_the_same_order(table: dict[str, Any], slow: Interface) -> None:
    assert [(p["name"], p["index"]) for p in table["pallets"]] == [
        (p.name, p.index) for p in slow.pallets.values()
    ]


def test_calls(table: dict[str, Any], slow: Interface, notation: Notation) -> None:
    differences = []
    for theirs, ours in both_pallets(table, slow):
        assert [(c["index"], c["name"]) for c in theirs["calls"]] == [
            (c.index, c.name) for c in ours.calls.values()
        ]
        if theirs["name"] in ARGUMENTS_NOT_GIVEN:
            continue
        for call in theirs["calls"]:
            declared = ours.calls[call["name"]]
            fields = tuple(FieldOf(name, kind) for name, kind in declared.args.items())
            if found := notation.fields(call["args"], fields):
                differences.append(f"{declared.full_name}: {found}")
    assert differences == []


def test_events(table: dict[str, Any], slow: Interface, notation: Notation) -> None:
    differences = []
    for theirs, ours in both_pallets(table, slow):
        listed = theirs.get("events", [])
        assert [(e["index"], e["name"]) for e in listed] == [
            (e.index, e.name) for e in ours.events.values()
        ]
        for event in listed:
            declared = ours.events[event["name"]]
            if found := notation.fields(event["fields"], declared.fields):
                differences.append(f"{declared.full_name}: {found}")
    assert differences == []


def test_errors(table: dict[str, Any], slow: Interface) -> None:
    for theirs, ours in both_pallets(table, slow):
        assert [(e["index"], e["name"]) for e in theirs.get("errors", [])] == [
            (e.index, e.name) for e in ours.errors.values()
        ]


def test_storage(table: dict[str, Any], slow: Interface, notation: Notation) -> None:
    differences = []
    for theirs, ours in both_pallets(table, slow):
        listed = theirs.get("storage", [])
        assert [s["name"] for s in listed] == list(ours.storage)
        for item in listed:
            declared = ours.storage[item["name"]]
            assert (item["kind"] == "map") is bool(declared.keys), declared
            assert item["hashers"] == [key.hasher for key in declared.keys], declared
            assert (item["modifier"] == "Optional") is declared.optional, declared
            kinds = (*(key.type for key in declared.keys), declared.value)
            for text, kind in zip((*item["keys"], item["value"]), kinds, strict=True):
                if found := notation.differs(text, kind):
                    differences.append(f"{declared.full_name}: {found}")
    assert differences == []


@pytest.mark.parametrize("profile", Profile)
def test_defaults_are_the_same_bytes(table: dict[str, Any], profile: Profile) -> None:
    differences = []
    model = metadata(build(profile))
    for theirs in table["pallets"]:
        for item in theirs.get("storage", []):
            made = model.storage(theirs["name"], item["name"]).default.hex()
            wanted = _of_profile(item, "default_hex", profile) or "0x00"
            if f"0x{made}" != wanted:
                differences.append((theirs["name"], item["name"], made, wanted))
    assert differences == []


@pytest.mark.parametrize("profile", Profile)
def test_constants_are_the_same_bytes(
    table: dict[str, Any], notation: Notation, profile: Profile
) -> None:
    differences = []
    interface = build(profile)
    model = metadata(interface)
    for theirs, ours in both_pallets(table, interface):
        listed = theirs.get("constants", [])
        assert [c["name"] for c in listed] == list(ours.constants)
        for item in listed:
            declared = ours.constants[item["name"]]
            made = model.pallet(ours.name).constants[item["name"]].value.hex()
            found = notation.differs(item["type"], declared.type)
            if found or f"0x{made}" != _of_profile(item, "value_hex", profile):
                differences.append((declared.full_name, found, made))
    assert differences == []


def _of_profile(item: dict[str, Any], key: str, profile: Profile) -> str | None:
    if profile is Profile.FAST and f"{key}_fast" in item:
        return str(item[f"{key}_fast"])
    return item.get(key)


def test_runtime_apis(table: dict[str, Any], slow: Interface, notation: Notation) -> None:
    differences = []
    for theirs, ours in zip(table["runtime_apis"], slow.apis.values(), strict=True):
        assert (theirs["name"], theirs["version"]) == (ours.name, ours.version)
        assert theirs["id"] == f"0x{ours.id.hex()}"
        assert [m["name"] for m in theirs["methods"]] == list(ours.methods)
        for method in theirs["methods"]:
            declared = ours.methods[method["name"]]
            inputs = tuple(FieldOf(name, kind) for name, kind in declared.inputs.items())
            found = notation.fields(method["inputs"], inputs)
            found = found or notation.differs(method["output"], declared.output)
            if found:
                differences.append(f"{declared!r}: {found}")
    assert differences == []


def test_extensions(table: dict[str, Any], notation: Notation) -> None:
    assert [e["name"] for e in table["extensions"]] == [e.identifier for e in EXTENSIONS]
    for theirs, ours in zip(table["extensions"], EXTENSIONS, strict=True):
        assert notation.differs(theirs["additional"], ours.additional) is None
        assert isinstance(ours.extra, Struct)
        content = [field.type for field in ours.extra.fields]
        if theirs["extra"] == "()":
            assert content == []
        else:
            assert notation.differs(theirs["extra"], content[0]) is None


def test_every_type_of_the_table_was_compared(
    table: dict[str, Any], slow: Interface, notation: Notation
) -> None:
    test_calls(table, slow, notation)
    test_events(table, slow, notation)
    test_storage(table, slow, notation)
    test_constants_are_the_same_bytes(table, notation, Profile.SLOW)
    test_runtime_apis(table, slow, notation)
    test_extensions(table, notation)
    assert set(table["types"]) - set(notation.met) == set()


def test_bounds(table: dict[str, Any], slow: Interface, notation: Notation) -> None:
    test_every_type_of_the_table_was_compared(table, slow, notation)
    differences = []
    for place, theirs in table["bounds"].items():
        wanted = theirs if isinstance(theirs, list) else [theirs]
        if (ours := sorted(set(_bounds_at(slow, notation, place)))) != sorted(set(wanted)):
            differences.append((place, ours, wanted))
    assert differences == []


def _bounds_at(interface: Interface, notation: Notation, place: str) -> list[int]:
    owner, *rest = place.split(".")
    kinds: list[Type[Any]]
    if owner == "types":
        target = notation.met[rest[0]]
        fields = target.fields if isinstance(target, Struct) else ()
        kinds = [field.type for field in fields]
    elif rest[0] == "calls":
        kinds = list(interface.pallets[owner].calls[rest[1]].args.values())
    else:
        item = interface.pallets[owner].storage[rest[1]]
        kinds = [*(key.type for key in item.keys), item.value]
    return [bound for kind in kinds for bound in bounds(kind)]


def test_custom_transaction_errors(table: dict[str, Any]) -> None:
    theirs = table["custom_transaction_errors"]
    assert {str(error.value): error.name for error in CustomTransactionError} == theirs


def test_hyperparameters(table: dict[str, Any]) -> None:
    assert [list(entry) for entry in HYPERPARAMETERS_V3] == table["hyperparams_v3"]


def test_spec_version_and_extrinsic(table: dict[str, Any], slow: Interface) -> None:
    assert slow.spec_version == table["spec_version"]
    extrinsic = metadata(slow).extrinsic
    assert extrinsic.version == table["extrinsic"]["version"]
    for part in ("address", "call", "signature"):
        entry = slow.registry.type(getattr(extrinsic, part))
        assert entry.path[-1] == table["extrinsic"][part]
