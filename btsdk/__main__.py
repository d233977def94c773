"""`python -m btsdk codegen`: typed descriptors of any chain."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from btsdk.errors import BtError


def main(arguments: Sequence[str] | None = None) -> int:
    """The command; returns its exit status."""
    given = _parser().parse_args(arguments)
    from btsdk.client.descriptor_files import write_descriptors  # noqa: PLC0415  # help needs none

    try:
        folder = write_descriptors(given.source, given.out)
    except BtError as error:
        hint = f"\n{error.hint}" if error.hint else ""
        sys.stderr.write(f"Error: {error}{hint}\n")
        return 1
    except KeyboardInterrupt:
        return 130
    sys.stdout.write(f"{folder}\n")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m btsdk")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    codegen = commands.add_parser(
        "codegen",
        help="write typed descriptors of a chain from its metadata",
        description="Write a package of typed calls, storage items, constants, events, errors and "
        "runtime API methods from the metadata of a chain.",
    )
    codegen.add_argument(
        "source",
        metavar="URL|FILE",
        help="a ws:// or wss:// endpoint, a network's name, or a file of metadata: raw, 0x-hex, or "
        "a JSON-RPC answer",
    )
    codegen.add_argument(
        "--out",
        metavar="DIR",
        help="folder of the package (default: the runtime's name, in the working directory)",
    )
    return parser


if __name__ == "__main__":
    sys.exit(main())
