"""The console script: help and version without Typer, then commands; all errors are handled here.

Standard library only until a command is run, so that `btcli --help` is fast.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from btcli import help
from btcli.terminal import streams

JSON_OPTIONS = frozenset({"--json-output", "--json-out", "--json", "--json_output", "--json_out"})


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code (see `failures`)."""
    streams.prepare()
    args = list(sys.argv[1:] if argv is None else argv)
    try:
        return _answer(args)
    except streams.OutputNotWritten as error:
        return _explain(error, args)


def _answer(args: list[str]) -> int:
    """Answer without loading a command if possible, otherwise run the command."""
    if args[:1] in (["--version"], ["-V"]) or args == ["-v"]:
        print(version(), flush=True)  # noqa: T201
        return 0
    answer = help.quick(args)
    if answer is not None:
        print(answer, flush=True)  # noqa: T201
        return 0
    return _run(args)


def version() -> str:
    """The name and version of the program."""
    from importlib.metadata import version as installed  # noqa: PLC0415  # start-up: 30 ms

    return f"btcli {installed('btsdk')}"


def _run(args: list[str]) -> int:
    """Run a command and show an error."""
    from btcli import failures  # noqa: PLC0415  # start-up: see the module's docstring
    from btcli.output import Output  # noqa: PLC0415

    if not args and "_BTCLI_COMPLETE" not in os.environ:
        print(help.root(), file=sys.stderr)  # noqa: T201
        return failures.USAGE
    output = Output(as_json=_wants_json(args))
    try:
        from btcli import app  # noqa: PLC0415  # inside `try`: loading may be interrupted

        try:
            return app.run(args, output)
        except app.CommandLineError as error:
            failure = failures.usage_failure(*app.explain(error))
    except BaseException as error:  # no error may end as a traceback
        if isinstance(error, SystemExit):
            raise
        if "--debug" in args:
            output.traceback(error)
        failure = failures.failure_of(error)
    return output.failure(failure)


def _explain(error: Exception, args: list[str]) -> int:
    """Show an error of a quick answer."""
    from btcli import failures  # noqa: PLC0415  # start-up: see the module's docstring
    from btcli.output import Output  # noqa: PLC0415

    return Output(as_json=_wants_json(args)).failure(failures.failure_of(error))


def _wants_json(args: Sequence[str]) -> bool:
    """Whether JSON is asked for, before options are parsed: errors in them are JSON, too.

    `--json FILE` of the `regen` commands names a key file.
    """
    words = list(args[: args.index("--")] if "--" in args else args)
    for index, word in enumerate(words):
        if word not in JSON_OPTIONS:
            continue
        following = words[index + 1] if index + 1 < len(words) else "-"
        names_a_file = word == "--json" and not following.startswith("-")
        if not (names_a_file and any(part.startswith("regen") for part in words[:3])):
            return True
    return False
