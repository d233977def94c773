"""The generated files: fresh, and named as promised."""

from __future__ import annotations

from pathlib import Path

import pytest

from chain_spec.codegen.annotations import Annotations, Values
from chain_spec.codegen.files import FOLDERS, ROOT, generated
from chain_spec.codegen.names import class_name, field_name
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
