"""Prometheus' text format, version 0.0.4: families of samples, each with its labels.

It is our own because it is short, and every node would load `prometheus-client` at its start; the
tests parse the text with that package.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Final, Literal, NamedTuple

CONTENT_TYPE: Final = "text/plain; version=0.0.4; charset=utf-8"

Kind = Literal["counter", "gauge", "histogram", "summary"]
Labels = Mapping[str, str]

_NONE: Final[Labels] = MappingProxyType({})

SECONDS: Final = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)
"""The bucket bounds of time histograms: those of Prometheus' own libraries, as in Substrate."""


class Sample(NamedTuple):
    """One number; `suffix` follows the family's name (`_sum`)."""

    value: float
    labels: Labels = _NONE
    suffix: str = ""


class MetricFamily(NamedTuple):
    """All samples of one name."""

    name: str
    kind: Kind
    help: str
    samples: Sequence[Sample]


class Histogram:
    """Counts observations by size; the caller serialises the observations."""

    def __init__(self, bounds: Sequence[float] = SECONDS) -> None:
        self._bounds = bounds
        self._counts = [0] * len(bounds)
        self._sum = 0.0
        self._count = 0

    def observe(self, value: float) -> None:
        self._sum += value
        self._count += 1
        for index, bound in enumerate(self._bounds):
            if value <= bound:
                self._counts[index] += 1

    def samples(self) -> list[Sample]:
        """The cumulative counts, as the format requires."""
        bounded = zip(self._bounds, self._counts, strict=True)
        return [
            *(Sample(count, {"le": repr(bound)}, "_bucket") for bound, count in bounded),
            Sample(self._count, {"le": "+Inf"}, "_bucket"),
            Sample(self._sum, suffix="_sum"),
            Sample(self._count, suffix="_count"),
        ]


def render(families: Iterable[MetricFamily], common: Labels) -> str:
    """The text of all families; each sample also carries the `common` labels."""
    lines = []
    for family in families:
        lines.append(f"# HELP {family.name} {_escaped(family.help)}")
        lines.append(f"# TYPE {family.name} {family.kind}")
        for sample in family.samples:
            labels = _labels({**common, **sample.labels})
            lines.append(f"{family.name}{sample.suffix}{labels} {_number(sample.value)}")
    return "\n".join(lines) + "\n"


def _labels(labels: Labels) -> str:
    if not labels:
        return ""
    pairs = (
        f'{name}="{_escaped(value).replace(chr(34), chr(92) + chr(34))}"'
        for name, value in labels.items()
    )
    return "{" + ",".join(pairs) + "}"


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("\n", "\\n")


def _number(value: float) -> str:
    return str(int(value)) if value == int(value) else repr(value)
