"""The frame of generated modules."""

from __future__ import annotations

import ast

from btsdk.codegen.modules import class_text, documented_class, module_text, package_text


def test_a_class_has_its_arguments_fields_and_docstring() -> None:
    head = {"pallet": "System", "name": "remark"}
    assert class_text("Remark", "TypedCall", head, {"remark": "i.Text"}) == (
        'class Remark(TypedCall, pallet="System", name="remark"):\n    remark: i.Text\n'
    )
    assert class_text("Nothing", "TypedCall", head, {}).endswith(":\n    pass\n")
    told = documented_class("Remark", "TypedCall", head, {"remark": "i.Text"}, "Make a remark.")
    assert told.endswith('):\n    """Make a remark."""\n\n    remark: i.Text\n')
    assert documented_class("Nothing", "A", head, {}, "No.").endswith('    """No."""\n')


def test_imports_of_the_package_come_last() -> None:
    imports = {("..", "values as v"), ("btsdk.units", "Tao"), ("btsdk.units", "Alpha")}
    text = module_text("Doc.", "Note.", "from a import b", imports, "x = 1\n")
    ours = "    from btsdk.units import Alpha, Tao\n\n    from .. import values as v\n"
    assert f"if TYPE_CHECKING:\n{ours}" in text
    assert "TYPE_CHECKING" not in module_text("Doc.", "Note.", "from a import b", (), "x = 1\n")
    ast.parse(text)


def test_a_package_names_its_modules() -> None:
    text = package_text("Doc.", "Note.", ".", ["one", "two"])
    assert '__all__ = [\n    "one",\n    "two",\n]' in text
    assert "    from . import one as one\n" in text
    ast.parse(text)
