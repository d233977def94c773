"""Python types of what goes into calls and of what comes out of the chain."""

from __future__ import annotations

import pytest

from chain_spec.codegen.annotations import Annotations, Values, is_newtype
from chain_spec.types import (
    AsCompact,
    BTreeMap,
    Compact,
    Option,
    Unit,
    Vec,
    alias,
    newtype,
    struct,
    u16,
)
from chain_spec.types.expression import Type
from chain_spec.types.frame import AccountInfo, Bounded
from chain_spec.types.labels import AccountId, AccountIdLookup, Balance, BoxedCall
from chain_spec.types.substrate import AccountId32, DispatchClass, Pays
from chain_spec.types.units import U64F64, AlphaBalance, NetUid


@pytest.mark.parametrize(
    ("expression", "argument", "decoded"),
    [
        (AccountId, "i.Account", "v.AccountId"),
        (AccountIdLookup, "i.Account", "v.VariantValue"),
        (AsCompact(Balance), "Tao", "int"),
        (Option(AlphaBalance), "Alpha | None", "int | None"),
        (Vec(Compact(NetUid)), "list[v.NetUid]", "list[v.NetUid]"),
        (alias("NetUid", u16), "int", "int"),
        (BoxedCall, "TypedCall", "v.VariantValue"),
        (U64F64, "int", "int"),
        (
            BTreeMap(NetUid, AccountId32),
            "list[tuple[v.NetUid, i.Account]]",
            "list[tuple[v.NetUid, v.AccountId]]",
        ),
        (Unit, "tuple[()]", "tuple[()]"),
        (Option(Option(u16)), "Some | None", "Some | None"),
        (AccountInfo, "v.AccountInfo", "v.AccountInfo"),
        (Bounded, "v.VariantValue", "v.VariantValue"),
        (Pays, "v.Pays", "v.Pays"),
    ],
)
def test_annotations(expression: Type[object], argument: str, decoded: str) -> None:
    own = Annotations(Values())
    assert (own.argument(expression), own.decoded(expression)) == (argument, decoded)


def test_values_are_typed_dicts_and_literals() -> None:
    values = Values()
    own = Annotations(values)
    own.decoded(AccountInfo)
    own.decoded(DispatchClass)
    text = values.definitions()
    assert "class AccountInfo(TypedDict):\n    nonce: int\n" in text
    assert "    data: AccountData\n" in text
    assert 'DispatchClass: TypeAlias = Literal["Normal", "Operational", "Mandatory"]' in text


def test_what_is_named_is_imported() -> None:
    own = Annotations(Values())
    own.argument(AsCompact(Balance))
    own.decoded(AccountId)
    own.argument(AccountId)
    assert own.imports == {
        ("btsdk.units", "Tao"),
        ("btsdk.descriptors", "values as v"),
        ("btsdk.descriptors", "inputs as i"),
    }
    inside = Annotations(Values(), inside=True)
    assert inside.decoded(AccountId) == "AccountId"
    assert inside.imports == set()


def test_two_types_of_one_name_are_told_apart() -> None:
    values = Values()
    first = values.name_of(struct("a::Info", x=u16))
    assert values.name_of(struct("a::Info", x=u16)) == first == "Info"
    assert values.name_of(struct("b::Info", y=u16)) == "BInfo"
    assert "class BInfo(TypedDict):\n    y: int\n" in values.definitions()


def test_a_field_with_the_name_of_a_keyword() -> None:
    values = Values()
    values.name_of(struct("a::Move", from_=u16))
    assert values.definitions() == 'Move = TypedDict("Move", {"from": "int"})\n'


def test_a_struct_of_one_unnamed_field_is_that_field() -> None:
    assert is_newtype(newtype("a::Id", u16))
    assert is_newtype(struct("a::Fixed", bits=u16))
    assert not is_newtype(struct("a::Info", x=u16))
