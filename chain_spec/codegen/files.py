"""The generated files and their text."""

from __future__ import annotations

import pkgutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from functools import cache
from importlib import import_module
from pathlib import Path

from btsdk.codegen.modules import package_text
from chain_spec import apis, chains, later, pallets
from chain_spec.codegen.operations import operations
from chain_spec.codegen.render import Renderer
from chain_spec.features import Feature
from chain_spec.identity import computed_hash, computed_signed_hash
from chain_spec.later import extended
from chain_spec.metadata import metadata
from chain_spec.profile import Profile
from chain_spec.runtime import Interface, build
from chain_spec.spec_version import spec_version

ROOT = Path(__file__).resolve().parent.parent.parent
KINDS = ("calls", "storage", "events", "constants")
FOLDERS = (*KINDS, "apis")

_PURPOSE = {
    "calls": "Typed calls, one module a pallet.",
    "storage": "Typed storage items, one module a pallet.",
    "events": "Typed events, one module a pallet.",
    "constants": "Typed constants, one module a pallet.",
    "apis": "Typed methods of runtime APIs, one module an API.",
}
_VALUES_HEAD = '''"""The Python types of decoded values, for type checkers.

Money is in rao, fixed-point numbers are their raw bits, accounts and hashes are bytes. An enum
whose cases carry something is the bare name of a case, or a pair of name and content.

Written by `chain_spec.codegen`: change the declarations instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, TypeAlias, TypedDict

if TYPE_CHECKING:
    from btsdk.scale import Some

AccountId: TypeAlias = bytes
NetUid: TypeAlias = int
NetUidStorageIndex: TypeAlias = int
MechId: TypeAlias = int
VariantValue: TypeAlias = "str | tuple[str, Any]"

'''
_FINGERPRINTS_HEAD = '''"""Metadata hashes of the project's own chains, by profile and spec version.

Precomputed, because making the metadata takes longer than opening a chain. `BY_VERSION` is
blake2-256 of version 15, `SIGNED` what signatures commit to (RFC-0078).
Written by `chain_spec.codegen`: change the declarations instead.
"""

from __future__ import annotations

'''
_DECLARED_HEAD = '''"""Every declared call: its two index bytes, its shape, its arguments in order.

Calls are encoded by the live metadata; the SDK compares these for known networks.
Written by `chain_spec.codegen`: change the declarations instead.
"""

from __future__ import annotations

# ruff: noqa: E501 - one call a line
# fmt: off

'''
_LATER_HEAD = '''"""Items of later spec versions, found by name where a chain has them.

Of a call its shape and its arguments, of every other item its name.
Written by `chain_spec.codegen`: change the declarations instead.
"""

from __future__ import annotations

# ruff: noqa: E501 - one call a line
# fmt: off

'''
_LABELS_HEAD = '''"""Fields of events that the chain declares by position, and its shape.

Written by `chain_spec.codegen`: change the declarations instead.
"""

from __future__ import annotations

# ruff: noqa: E501 - one event a line
# fmt: off

'''


def generated() -> dict[Path, str]:
    """Every generated file by its path in the project, formatted."""
    interface = extended(build(Profile.SLOW, frozenset(Feature)))
    renderer = Renderer(metadata(interface))
    files: dict[str, str] = {}
    for kind in KINDS:
        files.update(_package(kind, _pallet_modules(renderer, kind, interface)))
    names = {**_declared_in(apis.__name__, "api"), later.api.name: "beta_basket"}
    methods = {names[name]: renderer.api(api) for name, api in interface.apis.items()}
    files.update(_package("apis", methods))
    files["btsdk/ops/__init__.py"] = operations(ROOT / "btsdk/ops")
    files["btsdk/descriptors/values.py"] = _VALUES_HEAD + renderer.values.definitions()
    files["btsdk/descriptors/shapes.txt"] = _shapes(renderer.shapes)
    files["btsdk/descriptors/declared.py"] = _DECLARED_HEAD + renderer.declared(interface)
    files["btsdk/descriptors/later.py"] = _LATER_HEAD + renderer.later(interface)
    files["btsdk/descriptors/labels.py"] = _LABELS_HEAD + renderer.labels(interface)
    files["chain_spec/fingerprints.py"] = _FINGERPRINTS_HEAD + _fingerprints()
    return {ROOT / name: text for name, text in _formatted(files).items()}


def _fingerprints() -> str:
    specs = [chains.load(name) for name in chains.NAMES]
    known = {
        (spec.profile.value, spec_version(spec.features)): computed_hash(
            spec.profile, spec.features
        ).hex()
        for spec in specs
    }
    signed = {
        (spec.profile.value, spec_version(spec.features)): computed_signed_hash(
            spec.interface
        ).hex()
        for spec in specs
    }
    return (
        f"BY_VERSION: dict[tuple[str, int], str] = {known!r}\n\n"
        f"SIGNED: dict[tuple[str, int], str] = {signed!r}\n"
    )


def _pallet_modules(renderer: Renderer, kind: str, interface: Interface) -> dict[str, str]:
    names = _declared_in(pallets.__name__, "pallet")
    return {
        names[name]: getattr(renderer, kind)(pallet)
        for name, pallet in interface.pallets.items()
        if getattr(pallet, kind)
    }


@cache
def _declared_in(package: str, attribute: str) -> dict[str, str]:
    """The modules that declare pallets or APIs, by the name of what they declare."""
    names = {}
    for info in pkgutil.iter_modules(import_module(package).__path__):
        declared = getattr(import_module(f"{package}.{info.name}"), attribute, None)
        if declared is not None:
            names[declared.name] = info.name
    return names


def _package(folder: str, modules: Mapping[str, str]) -> dict[str, str]:
    files = {f"btsdk/{folder}/{name}.py": text for name, text in modules.items()}
    files[f"btsdk/{folder}/__init__.py"] = package_text(
        _PURPOSE[folder], "Written by `chain_spec.codegen`.", f"btsdk.{folder}", sorted(modules)
    )
    return files


def _shapes(shapes: Mapping[str, str]) -> str:
    return "".join(f"{hash} {words}\n" for hash, words in sorted(shapes.items()))


def _formatted(files: Mapping[str, str]) -> dict[str, str]:
    """The texts as `ruff` formats them with the project's settings."""
    with tempfile.TemporaryDirectory() as folder:
        for name, text in files.items():
            path = Path(folder, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)
        for step in (("check", "--quiet", "--fix", "--select", "I"), ("format", "--quiet")):
            config = str(ROOT / "pyproject.toml")
            command = [sys.executable, "-m", "ruff", *step, "--config", config, folder]
            subprocess.run(command, check=True)
        return {name: Path(folder, name).read_text() for name in files}
