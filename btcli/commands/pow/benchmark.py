"""Measure how fast this machine searches for proofs of work.

Each code path is measured on its own, with messages of 40 bytes (registration before spec 425, and
the faucet) and of 131 bytes (pow_register). Nothing is registered.
"""

from __future__ import annotations

from typing import Annotated, TypedDict

from typer import Option

from btcli import options
from btcli.command import command
from btcli.commands.pow.rates import PathRateDocument, rate_document, rate_table
from btcli.context import Context
from btcli.output import Result


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
    documents = [rate_document(rate) for rate in rates]
    return Result({"paths": documents}, (rate_table(rates),))
