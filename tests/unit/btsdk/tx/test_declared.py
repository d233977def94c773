"""Calls against the declared interface: where they are, what is in them, and what was added."""

from __future__ import annotations

from typing import Any

import pytest

from btsdk.descriptors.declared import CALLS
from btsdk.frozen import replace
from btsdk.metadata import Metadata
from btsdk.scale import Registry
from btsdk.scale.types import Case, Primitive, Variant
from btsdk.state.runtimes import Runtime
from btsdk.tx.declared import differences
from tests.unit.btsdk.script import dev_at, later_at

METADATA = dev_at().metadata
STAKE = ("SubtensorModule", ("add_stake", {"hotkey": bytes(32), "netuid": 1, "amount_staked": 5}))
REMARK = ("System", ("remark", {"remark": b"x"}))


def runtime(metadata: Metadata) -> Runtime:
    return Runtime(metadata, "0x01", "node-subtensor", 425, 1)


def found(metadata: Metadata, call: Any, *, verified: bool = True) -> tuple[str, ...]:
    data = metadata.registry.encode(metadata.outer_call, call)
    return differences(runtime(metadata), data, verified=verified)


def changed(pallet: str, **names: Any) -> Metadata:
    """The metadata with some cases of a pallet's calls changed, by name."""
    types = dict(METADATA.registry.types)
    type_id = METADATA.pallet(pallet).call_type
    assert type_id is not None
    entry = types[type_id]
    assert isinstance(entry.definition, Variant)
    cases = (
        names[case.name](case) if case.name in names else case for case in entry.definition.variants
    )
    types[type_id] = entry._replace(definition=Variant(tuple(cases)))
    registry = Registry(types.values())
    pallets = {name: replace(p, registry=registry) for name, p in METADATA.pallets.items()}
    return replace(METADATA, registry=registry, pallets=pallets)


def test_every_declared_call_is_where_it_is_declared() -> None:
    for label, (pallet_index, call_index, _, names) in CALLS.items():
        pallet, _, name = label.partition(".")
        if name in METADATA.pallets[pallet].calls if pallet in METADATA.pallets else ():
            case = METADATA.call(pallet, name)
            assert (METADATA.pallets[pallet].index, case.index) == (pallet_index, call_index)
            assert tuple(field.name for field in case.fields) == names
    assert len(CALLS) > 300


@pytest.mark.parametrize(
    "wrap",
    [
        lambda call: call,
        lambda call: ("Utility", ("batch_all", {"calls": [REMARK, call]})),
        lambda call: ("Sudo", ("sudo", {"call": call})),
        lambda call: (
            "Proxy",
            ("proxy", {"real": ("Id", bytes(32)), "force_proxy_type": None, "call": call}),
        ),
        lambda call: (
            "Multisig",
            ("as_multi_threshold_1", {"other_signatories": [], "call": call}),
        ),
        lambda call: (
            "Utility",
            (
                "batch",
                {
                    "calls": [
                        ("Sudo", ("sudo", {"call": ("Utility", ("batch", {"calls": [call]}))}))
                    ]
                },
            ),
        ),
        lambda call: (
            "Scheduler",
            ("schedule", {"when": 5, "maybe_periodic": None, "priority": 0, "call": call}),
        ),
    ],
    ids=["alone", "batch", "sudo", "proxy", "multisig", "deep", "scheduler"],
)
def test_a_call_that_has_moved_is_found_wherever_it_is(wrap: Any) -> None:
    assert found(METADATA, wrap(STAKE)) == ()
    assert found(METADATA, wrap(STAKE), verified=False) == ()
    moved = changed("SubtensorModule", add_stake=lambda case: case._replace(index=200))
    assert found(moved, wrap(STAKE)) == (
        "SubtensorModule.add_stake is declared as call 7.2 and is 7.200",
    )


def test_arguments_in_another_order() -> None:
    def turned(case: Case) -> Case:
        return case._replace(fields=tuple(reversed(case.fields)))

    (words,) = found(changed("SubtensorModule", add_stake=turned), STAKE)
    assert "declared with (hotkey, netuid, amount_staked)" in words
    assert "has (amount_staked, netuid, hotkey)" in words


def test_other_types_matter_where_the_chain_does_not_verify_them() -> None:
    wide = next(
        id for id, e in METADATA.registry.types.items() if e.definition == Primitive("u128")
    )

    def widened(case: Case) -> Case:
        hotkey, netuid, amount = case.fields
        return case._replace(fields=(hotkey, netuid, amount._replace(type=wide)))

    other = changed("SubtensorModule", add_stake=widened)
    assert found(other, STAKE, verified=True) == ()
    assert found(other, STAKE, verified=False) == (
        "SubtensorModule.add_stake is declared with other types",
    )


def test_what_was_added_since_matters_only_where_it_is_signed() -> None:
    def more(case: Case) -> Case:
        return case._replace(name="brand_new")

    newer = changed("System", remark_with_event=more)
    assert found(newer, STAKE) == ()
    assert found(newer, ("System", ("brand_new", {"remark": b""}))) == (
        "System.brand_new is not declared",
    )


def test_a_missing_check_is_a_difference() -> None:
    extrinsic = METADATA.extrinsic
    kept = tuple(e for e in extrinsic.extensions if e.identifier != "CheckMetadataHash")
    bare = replace(METADATA, extrinsic=extrinsic._replace(extensions=kept))
    assert found(bare, STAKE) == ("its runtime lacks the extension CheckMetadataHash",)


def test_a_call_that_came_later_has_no_declared_index() -> None:
    newer = later_at().metadata
    call = ("SubtensorModule", ("claim_root_with_hotkey", {"hotkey": bytes(32)}))
    assert found(newer, call) == ()  # the chain verifies the metadata
    (difference,) = found(newer, call, verified=False)
    assert difference.startswith("SubtensorModule.claim_root_with_hotkey came after this release")
