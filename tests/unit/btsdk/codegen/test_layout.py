"""Long statements are broken as `ruff format` breaks them."""

from __future__ import annotations

import ast
import subprocess
import sys

from hypothesis import given
from hypothesis import strategies as st

from btsdk.codegen.layout import assignment, call, declaration, docstring, plain

LONG = "SubmitReportEquivocationUnsignedExtrinsic"
KEYS = "list[tuple[i.Account, v.NetUid, i.Account, v.NetUid]]"


def texts() -> list[str]:
    """Each shape of statement: short, a little long, very long."""
    found = []
    for name in ("X", LONG, LONG * 2):
        for kind in ("Constant[int]", f"StorageItem[[{KEYS}], tuple[{KEYS}], v.{LONG} | None]"):
            for args in (['"a"', '"b"'], [f'"{LONG}"', f'"{LONG}"', '"0123456789abcdef"']):
                found.append(assignment(name, kind, "StorageItem", args) + "\n")
                found.append(call(f"class {name}", args, ":") + "\n    pass\n")
        cases = ", ".join(f'"{LONG}{number}"' for number in range(4))
        found.append(declaration(f"{name[:60]}: TypeAlias = Literal[{cases}]") + "\n")
        found.append(plain(f"{name}: Final", f'"{LONG}"') + "\n")
    return found


def test_what_is_broken_stays_so_under_ruff() -> None:
    text = "\n\n".join(f"def f{n}() -> None: ...\n\n\n{one}" for n, one in enumerate(texts()))
    command = [sys.executable, "-m", "ruff", "format", "--isolated", "--line-length=100"]
    done = subprocess.run(
        [*command, "--diff", "-"], input=text, capture_output=True, text=True, check=False
    )
    assert done.stdout == "", done.stdout


@given(st.text())
def test_a_docstring_holds_any_text_and_no_code(text: str) -> None:
    written = docstring(text, "    ")
    body = ast.parse(f"class X:\n{written}\n    pass\n").body
    assert len(body) == 1
    (cls,) = body
    assert isinstance(cls, ast.ClassDef)
    assert len(cls.body) == (2 if written else 1)
    assert all(len(line) <= 100 or " " not in line.strip() for line in written.splitlines())
