"""The frame of generated modules: docstring, imports, classes, and packages that load lazily."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Mapping, Sequence

from btsdk.codegen.layout import WIDTH, call, declaration, docstring

Imports = Iterable[tuple[str, str]]
"""Names that type checkers need, by module; a relative module is in the written package."""


def class_text(name: str, base: str, head: Mapping[str, str], fields: Mapping[str, str]) -> str:
    """A class whose annotations are the fields, with class arguments."""
    return documented_class(name, base, head, fields, "")


def documented_class(
    name: str, base: str, head: Mapping[str, str], fields: Mapping[str, str], docs: str
) -> str:
    """The same, with a docstring."""
    args = [base, *(f'{key}="{value}"' for key, value in head.items())]
    lines = [declaration(f"{field}: {kind}", "    ") for field, kind in fields.items()]
    told = docstring(docs, "    ")
    if told and lines:
        told += "\n"
    body = [told] if told else []
    body += lines or ([] if told else ["    pass"])
    return "\n".join((call(f"class {name}", args, ":"), *body)) + "\n"


def module_text(doc: str, note: str, head: str, imports: Imports, body: str) -> str:
    """A module: what it holds, by whom it is written, what it imports, and its items."""
    first = "from typing import TYPE_CHECKING\n\n" if imports else ""
    block = "\nif TYPE_CHECKING:\n" + _typing(imports) + "\n" if imports else ""
    return (
        f'"""{doc}\n\n{note}\n"""\n\n'
        f"from __future__ import annotations\n\n{first}{head}\n{block}\n{body}"
    )


def _typing(imports: Imports) -> str:
    """The imports for type checkers, sorted; those of the written package come last."""
    by_module: dict[str, list[str]] = {}
    for module, name in sorted(imports):
        by_module.setdefault(module, []).append(name)
    groups: tuple[list[str], list[str]] = ([], [])
    for module, names in by_module.items():
        renamed = [name for name in names if " as " in name]
        plain = [name for name in names if " as " not in name]
        group = groups[module.startswith(".")]
        group += [f"    from {module} import {name}" for name in renamed]
        if plain:
            group.append(f"    from {module} import {', '.join(plain)}")
    return "\n\n".join("\n".join(group) for group in groups if group)


def package_text(purpose: str, note: str, parent: str, names: Sequence[str]) -> str:
    """The `__init__` of a package whose modules are loaded on first use."""
    quoted = "".join(f'    "{name}",\n' for name in names)
    typing = "\n".join(f"    from {parent} import {name} as {name}" for name in names)
    told = textwrap.fill(
        f"The modules are loaded on first use. {note}", WIDTH, break_on_hyphens=False
    )
    return f'''"""{purpose}

{told}
"""

from __future__ import annotations

from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
{typing}

__all__ = [
{quoted}]


def __getattr__(name: str) -> ModuleType:
    if name in __all__:
        return import_module(f"{{__name__}}.{{name}}")
    raise AttributeError(f"module {{__name__!r}} has no attribute {{name!r}}")
'''
