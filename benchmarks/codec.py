"""The codec against `scalecodec`: `python -m benchmarks.codec`, one line and one ratio a figure.

Both decode the same bytes in the same run, in turns, and the best turn of each counts, in CPU time.
The bytes come from mainnet's own metadata at version 343; without the referee data there is nothing
to measure.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from scalecodec.base import RuntimeConfigurationObject, ScaleBytes
from scalecodec.type_registry import load_type_registry_preset

from btsdk.metadata import Metadata, decode_metadata

_BESIDE = Path(__file__).resolve().parents[2] / "shared" / "data"
DATA = Path(os.environ.get("BTSDK_SHARED_DATA", _BESIDE))


class Figure(NamedTuple):
    """The seconds of one decoding by each codec; `target` is the intended ratio."""

    name: str
    ours: float
    theirs: float
    target: int

    @property
    def ratio(self) -> float:
        return self.theirs / self.ours

    def __str__(self) -> str:
        verdict = "reached" if self.ratio >= self.target else "MISSED"
        ours, theirs = f"{self.ours * 1e6:,.1f} µs", f"{self.theirs * 1e6:,.1f} µs"
        return (
            f"{self.name:<20} {ours:>15}   scalecodec {theirs:>16}   "
            f"{self.ratio:>5.0f} times   (target {self.target}: {verdict})"
        )


class Bench:
    """Both codecs over the same metadata."""

    def __init__(self, raw: bytes) -> None:
        self.raw = raw
        self.metadata: Metadata = decode_metadata(raw)
        self._bare = _configuration()
        self._theirs = self.their_metadata()
        self._config = _configuration()
        self._config.add_portable_registry(self._theirs)

    def their_metadata(self) -> Any:
        """The metadata decoded by `scalecodec`, in a configuration of its own, which is faster."""
        found = self._bare.create_scale_object("MetadataVersioned", ScaleBytes(self.raw))
        found.decode()
        return found

    def compare_value(self, name: str, type_id: int, data: bytes, target: int) -> Figure:
        """Compare the repeated decoding of one value with codecs that are ready."""
        codec = self.metadata.registry.codec(type_id)

        def theirs() -> Any:
            return self._config.create_scale_object(
                f"scale_info::{type_id}", ScaleBytes(data), metadata=self._theirs
            ).decode()

        return compare(name, lambda: codec.decode(data), theirs, target, (2000, 20))


def _configuration() -> RuntimeConfigurationObject:
    found = RuntimeConfigurationObject(implements_scale_info=True)
    found.update_type_registry(load_type_registry_preset("core"))
    return found


def compare(
    name: str,
    ours: Callable[[], Any],
    theirs: Callable[[], Any],
    target: int,
    times: tuple[int, int],
    turns: int = 5,
) -> Figure:
    """The best of several alternating turns of both codecs."""
    best = [float("inf"), float("inf")]
    for _ in range(turns):
        for place, (work, count) in enumerate(zip((ours, theirs), times, strict=True)):
            started = time.process_time()
            for _ in range(count):
                work()
            best[place] = min(best[place], (time.process_time() - started) / count)
    return Figure(name, best[0], best[1], target)


def account_info(bench: Bench) -> Figure:
    """`System.Account`: eight fixed-width fields in two structs."""
    item = bench.metadata.storage("System", "Account")
    return bench.compare_value("AccountInfo", item.value, item.encode(item.decode(None)), 40)


def weights_row(bench: Bench) -> Figure:
    """`SubtensorModule.Weights`: 256 pairs of u16."""
    item = bench.metadata.storage("SubtensorModule", "Weights")
    row = item.encode([(uid, 65535 - uid) for uid in range(256)])
    return bench.compare_value("weights row of 256", item.value, row, 200)


def metadata_14(bench: Bench) -> Figure:
    """The decoding of metadata to the model."""
    return compare(
        "metadata V14",
        lambda: decode_metadata(bench.raw),
        bench.their_metadata,
        80,
        (3, 1),
        turns=3,
    )


def figures(bench: Bench) -> list[Figure]:
    return [figure(bench) for figure in (account_info, weights_row, metadata_14)]


def main() -> int:
    file = DATA / "mainnet-343-v14.scale"
    if not file.exists():
        print(f"nothing measured: {file} is not there (referee data, not part of the project)")
        return 0
    found = figures(Bench(file.read_bytes()))
    for figure in found:
        print(figure)
    return 0 if all(figure.ratio >= figure.target for figure in found) else 1


if __name__ == "__main__":
    sys.exit(main())
