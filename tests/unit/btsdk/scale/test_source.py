"""Lines of generated source."""

from __future__ import annotations

import threading

import pytest

from btsdk.scale.linker import Linker
from btsdk.scale.plan import Int
from btsdk.scale.source import Body, struct_code


def body(parent: Body | None = None) -> Body:
    return Body(Linker({}, threading.RLock()), parent)


@pytest.mark.parametrize(
    ("size", "signed", "code"),
    [(1, False, "B"), (2, False, "H"), (4, True, "i"), (8, True, "q"), (16, False, None)],
)
def test_integers_of_a_struct(size: int, signed: bool, code: str | None) -> None:
    assert struct_code(Int(size, signed)) == code


def test_lines_are_indented_under_their_head() -> None:
    made = body()
    with made.block("if x:"):
        made.line("y = 1")
        with made.block("while y:"):
            made.line("y -= 1")
    made.line("return y")
    namespace: dict[str, int] = {}
    text = made.text("def f(x):").replace("return y", "return 7")
    exec(text, namespace)
    assert text.splitlines()[1:4] == ["    if x:", "        y = 1", "        while y:"]
    assert namespace["f"](1) == 7  # type: ignore[operator]
    assert body().text("def g():") == "def g():\n    pass"


def test_names_are_fresh_also_in_a_body_inside() -> None:
    outer = body()
    inner = body(outer)
    assert len({outer.fresh(), inner.fresh(), outer.fresh("w"), inner.fresh()}) == 4
    assert outer.fresh("w").startswith("w")


def test_a_body_is_put_into_another_at_its_depth() -> None:
    outer, inner = body(), body()
    inner.line("x = 1")
    with outer.block("if True:"):
        outer.embed(inner)
    assert outer.lines == ["if True:", "    x = 1"]


def test_neighbours_of_fixed_width_are_taken_together() -> None:
    made = body()
    assert [made.leaf("B", "a"), made.leaf("q", "b")] == ["a", "b"]
    shape, codes, names = made.take_run()
    assert (codes, names, shape.size) == ("<Bq", ["a", "b"], 9)
    assert made.run == []
