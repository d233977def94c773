"""Python types of what goes into calls and of what comes out of the chain."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from chain_spec.codegen.annotations import Annotations, Values
from chain_spec.codegen.files import FOLDERS, ROOT, generated
from chain_spec.codegen.names import class_name, field_name
from chain_spec.codegen.operations import exported, operations
from chain_spec.types import AsCompact, BTreeMap, Compact, Option, Unit, Vec, alias, u16
from chain_spec.types.expression import Type
from chain_spec.types.frame import AccountInfo, Bounded
from chain_spec.types.labels import AccountId, AccountIdLookup, Balance, BoxedCall
from chain_spec.types.substrate import AccountId32, DispatchClass, Pays
from chain_spec.types.units import U64F64, AlphaBalance, NetUid


def test_generated_files_are_fresh() -> None:
    stale = [path for path, text in generated().items() if not holds(path, text)]
    assert stale == [], "run python -m chain_spec.codegen"


def holds(path: Path, text: str) -> bool:
    return path.is_file() and path.read_text() == text


def test_no_generated_file_is_left_over() -> None:
    wanted = set(generated())
    present = {path for folder in FOLDERS for path in (ROOT / "btsdk" / folder).glob("*.py")}
    assert present - wanted == set()


def test_an_operation_is_declared_by_its_module(tmp_path: Path) -> None:
    (tmp_path / "one.py").write_text('import ast\n\n__all__ = ["Another", "One"]\n')
    (tmp_path / "shared.py").write_text("def help() -> None: ...\n")
    text = operations(tmp_path)
    assert "    from btsdk.ops.one import Another, One\n" in text
    assert '    "Another": "one",\n    "One": "one",\n' in text
    assert "shared" not in text


def test_no_operation_is_left_undeclared() -> None:
    for path in (ROOT / "btsdk" / "ops").glob("[!_]*.py"):
        drafting = [
            node.name
            for node in ast.parse(path.read_text()).body
            if isinstance(node, ast.ClassDef)
            and any(
                isinstance(part, ast.FunctionDef) and part.name == "draft" for part in node.body
            )
        ]
        assert set(drafting) <= set(exported(path)), path


def test_names() -> None:
    assert class_name("transfer_keep_alive") == "TransferKeepAlive"
    assert class_name("NetworkAdded") == "NetworkAdded"
    assert (field_name("from"), field_name("name"), field_name("value")) == (
        "from_",
        "name_",
        "value",
    )


@pytest.mark.parametrize(
    ("expression", "argument", "decoded"),
    [
        (AccountId, "v.AccountId", "v.AccountId"),
        (AccountIdLookup, "v.AccountId", "v.VariantValue"),
        (AsCompact(Balance), "Tao", "int"),
        (Option(AlphaBalance), "Alpha | None", "int | None"),
        (Vec(Compact(NetUid)), "list[v.NetUid]", "list[v.NetUid]"),
        (alias("NetUid", u16), "int", "int"),
        (BoxedCall, "TypedCall", "v.VariantValue"),
        (U64F64, "int", "int"),
        (BTreeMap(NetUid, AccountId32), *["list[tuple[v.NetUid, v.AccountId]]"] * 2),
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
    assert own.imports == {("btsdk.units", "Tao"), ("btsdk.descriptors", "values as v")}
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
