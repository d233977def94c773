"""The report of `btcli node inspect` on a compiled runtime."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from btcli.output import Result
from btcli.render.blocks import Facts, Table
from btsdk.errors import UsageError

if TYPE_CHECKING:
    from local_node.runtime.wasm.inspecting import Description


def inspect(path: Path) -> Result:
    """Describe the runtime in a file, or in a raw chain spec."""
    try:
        from local_node.runtime.wasm.inspecting import describe  # noqa: PLC0415  # an extra
    except ModuleNotFoundError as error:
        raise UsageError(
            f"compiled runtimes need {error.name}, which is not installed",
            hint="Install it: pip install 'btsdk[wasm]'",
        ) from error
    found = describe(_code(path))
    return Result(_document(path, found), (_facts(path, found), *_tables(found)))


def _code(path: Path) -> bytes:
    if path.suffix == ".json":
        from chain_spec import chains  # noqa: PLC0415  # 0.1 s, for spec files alone

        code = chains.load(path).code
        if code is None:
            raise UsageError(f"{path} has no compiled runtime")
        return code
    try:
        return path.read_bytes()
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror}") from error


def _document(path: Path, found: Description) -> dict[str, Any]:
    version = found.version
    return {
        "file": str(path),
        "spec_name": version.spec_name,
        "impl_name": version.impl_name,
        "spec_version": version.spec_version,
        "transaction_version": version.transaction_version,
        "state_version": version.system_version,
        "apis": dict(found.apis),
        "entry_points": list(found.entries),
        "imports": list(found.imports),
        "unknown_imports": list(found.unknown),
        "code_bytes": found.code_bytes,
        "wasm_bytes": found.wasm_bytes,
    }


def _facts(path: Path, found: Description) -> Facts:
    version = found.version
    return Facts(
        (
            ("runtime", f"{version.spec_name} {version.spec_version}"),
            ("implementation", f"{version.impl_name} {version.impl_version}"),
            ("transactions", f"version {version.transaction_version}"),
            ("state", f"version {version.system_version}"),
            ("size", f"{found.code_bytes:,} bytes, {found.wasm_bytes:,} as WebAssembly"),
            ("entry points", str(len(found.entries))),
            ("file", str(path)),
        )
    )


def _tables(found: Description) -> tuple[Table, Table]:
    unknown = frozenset(found.unknown)
    imports = [(name, "no" if name in unknown else "yes") for name in found.imports]
    return (
        Table(("runtime API", "version"), [(name, str(n)) for name, n in found.apis]),
        Table(("host function", "supported"), imports),
    )
