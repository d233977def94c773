"""`GenesisBuilder`: block 0 from the JSON of a chain spec.

The JSON is an object of the pallets' configurations under their names in camel case, as Substrate
writes them: `{"balances": {"balances": […]}, "subtensorModule": {…}}`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from btsdk.errors import BtError
from btsdk.keys.hashing import twox_128
from btsdk.well_known_keys import CODE
from local_node.runtime.assembly import Assembly
from local_node.runtime.executive.core import Core
from local_node.runtime.frame.context import Context

_STORAGE_VERSION = b":__STORAGE_VERSION__:"


class Genesis:
    """`GenesisBuilder` over the pallets' own genesis functions."""

    def __init__(self, assembly: Assembly, core: Core) -> None:
        self._assembly = assembly
        self._core = core

    def build_state(self, ctx: Context, json: bytes) -> tuple[str, Any]:
        """Write block 0; on an error in the JSON, write nothing and return its description."""
        try:
            config = _parse(json)
            with ctx.transaction():
                self._build(ctx, config)
        except (ValueError, TypeError, KeyError, BtError) as error:
            return ("Err", f"Invalid JSON blob: {error}")
        return ("Ok", ())

    def get_preset(self, ctx: Context, id: str | None) -> None:
        """None: this project's chain specs are files, and the runtime has no presets."""

    def preset_names(self, ctx: Context) -> list[str]:
        """An empty list; see `get_preset`."""
        return []

    def _build(self, ctx: Context, config: Mapping[str, Any]) -> None:
        ctx.ext.set(CODE, self._core.code_marker())
        known = {genesis_key(pallet.name): pallet for pallet in self._assembly.pallets}
        strangers = sorted(set(config) - set(known))
        if strangers:
            raise ValueError(f"unknown field {strangers[0]!r}, expected one of {sorted(known)}")
        for key, pallet in known.items():
            if pallet.genesis is not None:
                pallet.genesis()(ctx, config.get(key, {}))
        for pallet in known.values():
            version = pallet.storage_version.to_bytes(2, "little")
            ctx.ext.set(twox_128(pallet.name.encode()) + twox_128(_STORAGE_VERSION), version)


def genesis_key(pallet: str) -> str:
    """The name of a pallet in a chain spec: `subtensorModule` for `SubtensorModule`, `evm` for
    `EVM`."""
    words = re.findall(r"[A-Z]+(?![a-z])|[A-Z][a-z0-9]*", pallet)
    return "".join(word.lower() if n == 0 else word.capitalize() for n, word in enumerate(words))


def _parse(text: bytes) -> Mapping[str, Any]:
    config = json.loads(text)
    if not isinstance(config, dict):
        raise ValueError("not an object")
    return config
