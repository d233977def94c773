"""Options of a proof-of-work search, with those of older versions."""

from __future__ import annotations

from typing import Annotated

from typer import Option

from btsdk.errors import UsageError

ProcessesOption = Annotated[
    int | None,
    Option(
        "--processes", "--num-processes", "--processors", "--pow-workers", min=1, metavar="N",
        help="Number of search processes; by default one per core.",
    ),
]  # fmt: skip


def _no_cuda(value: bool) -> bool:
    if value:
        raise UsageError(
            "the search runs on processor cores only", hint="Omit --cuda; see --processes."
        )
    return value


def older(
    update_interval: Annotated[int | None, Option("--update-interval", "-u", hidden=True)] = None,
    output_in_place: Annotated[
        bool, Option("--output-in-place/--no-output-in-place", hidden=True)
    ] = True,
    cuda: Annotated[
        bool, Option("--use-cuda/--no-use-cuda", "--cuda/--no-cuda", hidden=True, callback=_no_cuda)
    ] = False,
    dev_id: Annotated[str | None, Option("--dev-id", "-d", hidden=True)] = None,
    threads: Annotated[
        int | None, Option("--threads-per-block", "-tbp", "-tpb", hidden=True)
    ] = None,
) -> None:
    """Options of older versions: CUDA is refused, the others have no effect."""
