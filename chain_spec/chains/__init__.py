"""The specs of the local chains, `dev`, `fast` and `local`, and of chains in spec files.

A spec is a JSON file in Substrate's format: name, id, properties, and under `genesis` the
configurations of the pallets. The settings that a compiled runtime would determine are under
`btsdk`:

- `chain`: the short name, as in "chain dev"
- `profile`: the build, `slow` (12 s) or `fast` (250 ms)
- `features`: the additions to the base
- `blocks`: `mode` is `timed` or `on-demand`; with the latter, `heartbeat` is the seconds between
  blocks while a node process runs; `keepStates` is the number of states to keep, null for all

The spec of another chain may have its state under `genesis.raw` instead, including compiled code.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from btsdk.errors import ChainSpecError
from btsdk.frozen import Frozen, replace
from btsdk.hexadecimal import from_hex
from btsdk.well_known_keys import CODE
from chain_spec.chains.section import Section
from chain_spec.features import Feature
from chain_spec.profile import Profile

if TYPE_CHECKING:
    from chain_spec.runtime import Interface

NAMES = ("dev", "fast", "local")
DEFAULT = "dev"

_FOLDER = Path(__file__).parent

FORK = "fork"
"""The id of every forked chain, and the name of its default chain file."""
_CODE_KEY = "0x" + CODE.hex()
_OF_RAW: Mapping[str, Any] = {
    "profile": "slow",
    "blocks": {"mode": "on-demand", "heartbeat": 1},
}
"""The settings of a spec without `btsdk`: blocks as on `dev`."""


class Blocks(NamedTuple):
    """The block production of a chain, and the number of states to keep (None: all)."""

    mode: Literal["timed", "on-demand"]
    heartbeat: float | None
    keep_states: int | None


class ChainSpec(Frozen, hidden=("text", "code"), uncompared=("text",)):
    """A chain's spec: its names, its build, and its genesis.

    `chain` is the short name for users; the node reports `name` and `id` to clients. `genesis`
    holds the pallets' configurations by their names in camel case, as JSON values; `text` is the
    original text of the spec, for `parse`. `code` is the compiled runtime at genesis, None for the
    bundled one. A raw genesis has `{"raw": {"top": …}}` under `genesis`; profile and features do
    not apply to it.
    """

    chain: str
    name: str
    id: str
    chain_type: str
    properties: Mapping[str, Any]
    profile: Profile
    features: frozenset[Feature]
    blocks: Blocks
    genesis: Mapping[str, Any]
    text: str
    code: bytes | None = None

    @cached_property
    def interface(self) -> Interface:
        """The interface of the chain under the bundled runtime."""
        # Lazy: reading a chain needs none of these hundreds of declarations.
        from chain_spec.runtime import build  # noqa: PLC0415

        return build(self.profile, self.features)

    @property
    def slot_duration(self) -> int:
        """Milliseconds between two slots."""
        return self.profile.slot_duration


def load(name_or_path: str | Path) -> ChainSpec:
    """The spec of one of the project's chains by name, or of a file; raises `ChainSpecError`."""
    if name_or_path in NAMES:
        path = _FOLDER / f"{name_or_path}.json"
    else:
        path = Path(name_or_path)
        if path.suffix != ".json":
            known = ", ".join(NAMES)
            raise ChainSpecError(
                str(name_or_path), "no such chain", hint=f"Give one of {known}, or a .json file."
            )
    return parse(_text(path), str(name_or_path))


def parse(text: str, source: str) -> ChainSpec:
    """Parse a spec from JSON text; errors name its source."""
    try:
        spec = Section(source, "", json.loads(text))
    except ValueError as error:
        raise ChainSpecError(source, f"not JSON: {error}") from None
    is_raw = "raw" in spec.part("genesis").value
    ours = spec.part(
        "btsdk",
        _OF_RAW if is_raw else None,
        hint="Say at least the chain's profile there: slow or fast.",
    )
    identifier = spec.text("id")
    return ChainSpec(
        chain=ours.text("chain", identifier),
        name=spec.text("name"),
        id=identifier,
        chain_type=spec.text("chainType", "Local"),
        properties=spec.part("properties").value,
        profile=ours.choice("profile", Profile),
        features=frozenset(ours.choices("features", Feature)),
        blocks=_blocks(ours.part("blocks", {"mode": "timed"})),
        genesis=_genesis(spec),
        text=text,
        code=_raw_code(spec) if is_raw else None,
    )


def is_ours(spec: ChainSpec) -> bool:
    """Whether a spec equals one of this release's own chains, with or without beacon."""
    if spec.code is not None or spec.chain not in NAMES:
        return False
    named = load(spec.chain)
    return spec.text in (named.text, with_beacon(named).text)


def has_beacon(spec: ChainSpec) -> bool:
    """Whether the genesis has the key of the development beacon."""
    return bool(spec.genesis.get("drand", {}).get("beacon") == _development_beacon())


def with_beacon(spec: ChainSpec) -> ChainSpec:
    """The same chain with the key of the development beacon in its genesis; raises
    `ChainSpecError`."""
    if has_beacon(spec):
        return spec
    if not _takes_beacon(spec):
        raise ChainSpecError(
            spec.id,
            "the development beacon needs the bundled runtime and a genesis that is not raw",
        )
    document = json.loads(spec.text)
    runtime = document["genesis"]["runtimeGenesis"]
    config = runtime["config" if "config" in runtime else "patch"]
    config["drand"] = {**config.get("drand", {}), "beacon": _development_beacon()}
    return replace(parse(json.dumps(document), spec.id), chain=spec.chain)


def differ_by_beacon(one: ChainSpec, other: ChainSpec) -> bool:
    """Whether two specs differ only in the development beacon."""
    if has_beacon(one) == has_beacon(other) or not (_takes_beacon(one) and _takes_beacon(other)):
        return False
    return with_beacon(one).text == with_beacon(other).text


def _takes_beacon(spec: ChainSpec) -> bool:
    return spec.code is None and "raw" not in spec.genesis


@cache
def _development_beacon() -> Any:
    return load(DEFAULT).genesis["drand"]["beacon"]


def with_runtime(spec: ChainSpec, path: Path) -> ChainSpec:
    """The same chain with the compiled runtime of a file at genesis; raises `ChainSpecError`."""
    try:
        return replace(spec, code=path.read_bytes())
    except OSError as error:
        raise ChainSpecError(str(path), f"cannot be read: {error.strerror}") from error


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "not a text file"
        raise ChainSpecError(str(path), f"cannot be read: {reason}") from error


def _blocks(part: Section) -> Blocks:
    mode = part.text("mode")
    if mode == "timed":
        return Blocks("timed", None, part.count("keepStates"))
    if mode == "on-demand":
        return Blocks("on-demand", part.seconds("heartbeat"), part.count("keepStates"))
    raise part.error("mode", f"{mode!r} is neither timed nor on-demand")


def _genesis(spec: Section) -> Mapping[str, Any]:
    genesis = spec.part("genesis")
    if "raw" in genesis.value:
        raw = genesis.part("raw")
        return {"raw": {kind: raw.part(kind, {}).value for kind in ("top", "childrenDefault")}}
    runtime = genesis.part("runtimeGenesis")
    return runtime.part("config" if "config" in runtime.value else "patch").value


def _raw_code(spec: Section) -> bytes:
    top = spec.part("genesis").part("raw").part("top")
    hint = "The runtime's code belongs there; it may also be named apart."
    if _CODE_KEY not in top.value:
        raise top.error(_CODE_KEY, "is missing", hint=hint)
    try:
        return from_hex(top.text(_CODE_KEY))
    except ValueError:
        raise top.error(_CODE_KEY, "is no hex text") from None
