"""Fields of events and arguments of calls, as people read them."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import btsdk
from btsdk import calls
from btsdk.descriptors.calls import TypedCall
from btsdk.descriptors.labels import LABELS
from btsdk.descriptors.outputs import event_fields, labels, money_of, readable, readable_call
from btsdk.keys import Keypair, ss58
from btsdk.metadata import EventRecord, Metadata, decode_metadata, encode_metadata
from btsdk.metadata.model import Call
from btsdk.units import Alpha, Tao
from tests.unit.btsdk.script import dev_at

ALICE, BOB = Keypair.from_uri("//Alice"), Keypair.from_uri("//Bob")
METADATA = dev_at().metadata


def fields(pallet: str, name: str, content: object) -> dict[str, object]:
    record = EventRecord(("ApplyExtrinsic", 1), pallet, name, content, [])
    return event_fields(METADATA, record)


def test_a_tuple_event_has_the_names_of_the_release() -> None:
    content = (ALICE.public_key, BOB.public_key, 5, 7, 3, 1)
    assert fields("SubtensorModule", "StakeAdded", content) == {
        "coldkey": ALICE.ss58_address,
        "hotkey": BOB.ss58_address,
        "tao": Tao.from_rao(5),
        "alpha": Alpha.from_rao(7, 3),
        "netuid": 3,
        "fee": 1,
    }
    assert fields("SubtensorModule", "NetworkRemoved", 4) == {"netuid": 4}


def test_named_fields_keep_their_names() -> None:
    content = {"from": ALICE.public_key, "to": BOB.public_key, "amount": 9}
    found = fields("Balances", "Transfer", content)
    assert found == {"from": ALICE.ss58_address, "to": BOB.ss58_address, "amount": Tao.from_rao(9)}
    assert content["amount"] == 9  # what the codec made is not changed
    assert fields("System", "CodeUpdated", None) == {}


def test_alpha_of_an_unknown_subnet_stays_a_number() -> None:
    content = {"lease_id": 1, "contributor": ALICE.public_key, "alpha": 8}
    assert fields("SubtensorModule", "SubnetLeaseDividendsDistributed", content)["alpha"] == 8


def test_a_tuple_event_of_another_shape_has_no_names() -> None:
    case = METADATA.pallet("SubtensorModule").events["StakeAdded"]
    assert labels(METADATA, "SubtensorModule", case)[0] == "coldkey"
    shorter = case._replace(fields=case.fields[:2])
    assert labels(METADATA, "SubtensorModule", shorter) == ("field_0", "field_1")


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("TaoBalance", Tao),
        ("T::Balance", Tao),
        ("BalanceOf<T>", Tao),
        ("Option<TaoBalance>", Tao),
        ("Compact<T::Balance>", Tao),
        ("Option<<BalanceOf<T> as codec::HasCompact>::Type>", Tao),
        ("TaoCurrency", Tao),
        ("AlphaCurrency", Alpha),
        ("AlphaBalance", Alpha),
        ("Vec<AlphaBalance>", None),
        ("Vec<(NetUid, TaoBalance)>", None),
        ("BalanceStatus", None),
        ("u64", None),
        (None, None),
    ],
)
def test_money_is_what_the_metadata_names_so(name: str | None, kind: type | None) -> None:
    assert money_of(name) is kind


def _annotated() -> dict[str, dict[str, str]]:
    """The annotations of all generated events, by the event's full name."""
    found = {}
    for path in (Path(btsdk.__file__).parent / "events").glob("[!_]*.py"):
        for node in ast.parse(path.read_text()).body:
            if isinstance(node, ast.ClassDef):
                given = {word.arg: ast.literal_eval(word.value) for word in node.keywords}
                found[f"{given['pallet']}.{given['name']}"] = {
                    field.target.id: ast.unparse(field.annotation)
                    for field in node.body
                    if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name)
                }
    return found


def test_the_types_of_events_say_what_is_read() -> None:
    """Each field that is annotated as money is read as money on the chain, and no other."""
    annotated = _annotated()
    assert len(annotated) > 250
    for pallet in METADATA.pallets.values():
        for case in pallet.events.values():
            kinds = annotated[f"{pallet.name}.{case.name}"]
            names = labels(METADATA, pallet.name, case)
            for (field, kind), declared in zip(kinds.items(), case.fields, strict=True):
                money = money_of(declared.type_name)
                known = money is Tao or {"netuid", "origin_netuid"} & set(names)
                expected = None if money is None or not known else money.__name__
                said = kind.removesuffix(" | None")
                assert said == expected or (expected is None and said not in ("Tao", "Alpha")), (
                    f"{pallet.name}.{case.name}.{field}"
                )


def test_every_label_is_of_an_event_without_names() -> None:
    events = {
        f"{pallet.name}.{case.name}": case
        for pallet in METADATA.pallets.values()
        for case in pallet.events.values()
    }
    found = {name for name in LABELS if name in events}
    assert len(found) > 90
    for name in found:
        assert all(field.name is None for field in events[name].fields)
        assert len(set(LABELS[name][1])) == len(events[name].fields)


def test_calls_are_read_with_the_calls_inside_them() -> None:
    def of(call: TypedCall) -> Call:
        return readable_call(METADATA, METADATA.decode_call(call.encode(METADATA)))

    sent = calls.balances.TransferKeepAlive(dest=BOB, value=Tao.from_rao(5))
    bought = calls.subtensor.RemoveStake(hotkey=BOB, netuid=2, amount_unstaked=Alpha.from_rao(6, 2))
    batch = calls.utility.Batch(calls=[sent, bought])
    asked = calls.proxy.Proxy(real=ALICE, force_proxy_type=None, call=batch)
    found = of(asked)
    assert found.args["real"] == ALICE.ss58_address
    inner = found.args["call"]
    assert inner.args["calls"] == [
        Call("Balances", "transfer_keep_alive", {"dest": BOB.ss58_address, "value": sent.value}),
        Call(
            "SubtensorModule",
            "remove_stake",
            {"hotkey": BOB.ss58_address, "netuid": 2, "amount_unstaked": bought.amount_unstaked},
        ),
    ]


def test_accounts_are_found_inside_other_values() -> None:
    children = METADATA.call("SubtensorModule", "set_children").fields[2].type
    value = [(5, ALICE.public_key)]
    assert readable(METADATA, children, value) == [(5, ALICE.ss58_address)]
    assert readable(METADATA, METADATA.call("Timestamp", "set").fields[0].type, 3) == 3


def test_nothing_keeps_the_metadata() -> None:
    import gc
    import weakref

    other: Metadata | None = decode_metadata(encode_metadata(METADATA, 15))
    assert other is not None
    content = (ALICE.public_key, ALICE.public_key, 5, 7, 3, 1)
    event_fields(other, EventRecord(None, "SubtensorModule", "StakeAdded", content, []))
    sent = calls.balances.TransferKeepAlive(dest=BOB, value=Tao.from_rao(5))
    readable_call(other, other.decode_call(sent.encode(other)))
    kept = weakref.ref(other.registry)
    other = None
    gc.collect()
    assert kept() is None
    assert ss58.is_valid(ALICE.ss58_address)
