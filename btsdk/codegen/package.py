"""The files of a package of descriptors and their text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from btsdk.codegen.modules import package_text
from btsdk.codegen.names import checked, snake_case
from btsdk.codegen.render import Renderer
from btsdk.errors import IncompatibleItem
from btsdk.metadata import Metadata, PalletMetadata

MARK = "Written by `python -m btsdk codegen`"
"""What the docstring of each file says. A folder whose `__init__` says so may be replaced."""

KINDS = {
    "calls": "Typed calls, one module a pallet.",
    "storage": "Typed storage items, one module a pallet.",
    "events": "Typed events, one module a pallet.",
    "constants": "Typed constants, one module a pallet.",
    "errors": "The names of errors, one module a pallet.",
}
_LONGEST = 64
_APIS = "Typed methods of runtime APIs, one module an API."
_SUFFIX = re.compile(r"(?<=.)(Module|(Runtime)?(RPC)?Api)$")


class Named(NamedTuple):
    """The runtime that a package is of; a runtime that does not name itself is `runtime`."""

    name: str
    version: int | None

    @property
    def words(self) -> str:
        return self.name if self.version is None else f"{self.name}, spec version {self.version}"


def runtime_of(metadata: Metadata) -> Named:
    """The name and the version in the constant `System.Version`."""
    try:
        found: Any = metadata.pallet("System").constant("Version")
        name = re.sub(r"[^\w.-]", "_", str(found["spec_name"]))[:_LONGEST]
        return Named(name, int(found["spec_version"]))
    except (IncompatibleItem, KeyError, TypeError, ValueError):
        return Named("runtime", None)


def descriptors(metadata: Metadata) -> dict[str, str]:
    """The text of each file by its path in the package.

    Raises `DecodeError` for metadata that names types which it does not describe.
    """
    note = f"{MARK} from the metadata of {runtime_of(metadata).words}."
    renderer = Renderer(metadata, note)
    files: dict[str, str] = {"py.typed": ""}
    rooms = []
    for kind, purpose in KINDS.items():
        pallets = [_checked(one) for one in metadata.pallets.values() if getattr(one, kind)]
        render: Callable[[PalletMetadata], str] = getattr(renderer, kind)
        modules = dict(zip(_modules(one.name for one in pallets), pallets, strict=True))
        texts = {name: render(pallet) for name, pallet in modules.items()}
        rooms += _room(files, kind, purpose, note, texts)
    apis = [api for api in metadata.apis.values() if checked(api.name)]
    modules_of = _modules(api.name for api in apis)
    methods = {name: renderer.api(api) for name, api in zip(modules_of, apis, strict=True)}
    rooms += _room(files, "apis", _APIS, note, methods)
    files["values.py"] = _values(renderer, note)
    doc = f"Typed descriptors of {runtime_of(metadata).words}."
    files["__init__.py"] = package_text(doc, f"{note}", ".", sorted((*rooms, "values")))
    return files


def _checked(pallet: PalletMetadata) -> PalletMetadata:
    checked(pallet.name)
    return pallet


def _room(
    files: dict[str, str], kind: str, purpose: str, note: str, texts: dict[str, str]
) -> list[str]:
    """Add the modules of one kind and their `__init__`; the kind, if there are any."""
    if not texts:
        return []
    files.update({f"{kind}/{name}.py": text for name, text in texts.items()})
    files[f"{kind}/__init__.py"] = package_text(purpose, note, ".", sorted(texts))
    return [kind]


def _modules(names: Iterable[str]) -> list[str]:
    """The names of modules: without `Module` and `RuntimeApi`, unless two would be the same."""
    taken: list[str] = []
    for name in names:
        short, whole = snake_case(_SUFFIX.sub("", name)), snake_case(name)
        found = whole if short in taken else short
        while found in taken:
            found += "_"
        taken.append(found)
    return taken


def _values(renderer: Renderer, note: str) -> str:
    body = renderer.values.definitions()
    typing = ["Any", *(one for one in ("Literal", "TypeAlias", "TypedDict") if one in body)]
    if "TypeAlias" not in typing:
        typing.insert(-1, "TypeAlias")
    some = ("btsdk.scale", "Some") in renderer.values.imports
    checked = "\nif TYPE_CHECKING:\n    from btsdk.scale import Some\n" if some else ""
    names = sorted((*typing, *(("TYPE_CHECKING",) if some else ())), key=_isort)
    return (
        f'''"""The Python types of decoded values, for type checkers.

Amounts are integers of the smallest unit, fixed-point numbers are their raw bits, accounts and
hashes are bytes. An enum whose cases carry something is the bare name of a case, or a pair of name
and content.

{note}
"""

from __future__ import annotations

from typing import {", ".join(names)}
{checked}
AccountId: TypeAlias = bytes
VariantValue: TypeAlias = "str | tuple[str, Any]"


{body}'''.rstrip()
        + "\n"
    )


def _isort(name: str) -> tuple[bool, str]:
    """Constants come before classes."""
    return not name.isupper(), name
