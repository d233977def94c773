"""Measure how fast this machine searches for proofs of work.

Each code path is measured on its own, with messages of 40 bytes (registration before spec 425, and
the faucet) and of 131 bytes (pow_register). Nothing is registered.
"""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated, TypedDict

from typer import Option

from btcli import options
from btcli.command import command
from btcli.context import Context
from btcli.output import Result
from btcli.render.blocks import Table


class PathRateDocument(TypedDict):
    """The rate of one code path."""

    name: Annotated[str, "`plain`, `batch`, or a compiled one such as `avx2`"]
    threads: int
    message_bytes: int
    seals_per_second: int
    ratio_to_plain: Annotated[float, "to the plain search on one thread, in the same run"]


class PowBenchmarkData(TypedDict):
    """The result of `pow benchmark`."""

    paths: list[PathRateDocument]


@command(options.output, data=PowBenchmarkData)
def run(
    context: Context,
    seconds: Annotated[
        float, Option("--seconds", min=0.01, max=60, help="Time to measure each code path.")
    ] = 0.5,
    threads: Annotated[
        list[int] | None,
        Option(
            "--threads", min=1, max=1024, metavar="N",
            help="Number of threads; may be repeated. By default 1 and one per core.",
        ),
    ] = None,
) -> Result:  # fmt: skip
    from btsdk.pow import benchmark, workers  # noqa: PLC0415  # NumPy: 0.1 s

    counts = sorted(set(threads or (1, workers.usable_cores())))
    rates = []
    for rate in benchmark.measure(counts, seconds):
        context.output.progress(f"Measured {rate.name} on {rate.threads} threads.")
        rates.append(rate)
    context.output.progress("")
    if not workers.is_compiled():
        context.output.say(workers.HINT)
    table = Table(
        ("path", "threads", "message", "seals/s", "to plain"),
        [
            (
                rate.name,
                str(rate.threads),
                f"{rate.message_bytes} bytes",
                f"{rate.seals_per_second:,.0f}",
                f"{rate.ratio_to_plain:,.1f} x",
            )
            for rate in rates
        ],
        right=frozenset({"threads", "message", "seals/s", "to plain"}),
    )
    documents = [
        asdict(rate)
        | {
            "seals_per_second": round(rate.seals_per_second),
            "ratio_to_plain": round(rate.ratio_to_plain, 2),
        }
        for rate in rates
    ]
    return Result({"paths": documents}, (table,))
