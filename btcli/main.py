"""The console script. Quick answers are given before Typer is loaded; every error ends here.

Standard library only until a command is wanted: `btcli --help` costs hardly more than Python.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from btcli import help
from btcli.terminal import streams

JSON_OPTIONS = frozenset({"--json-output", "--json-out", "--json", "--json_output", "--json_out"})


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; gives its exit code (see `failures`)."""
    streams.prepare()
    args = list(sys.argv[1:] if argv is None else argv)
    try:
        return _answer(args)
    except streams.OutputNotWritten as error:
        return _explain(error, args)


def _answer(args: list[str]) -> int:
    """The quick way where there is one."""
    if args[:1] in (["--version"], ["-V"]) or args == ["-v"]:
        print(version(), flush=True)  # noqa: T201
        return 0
    answer = help.quick(args)
    if answer is not None:
        print(answer, flush=True)  # noqa: T201
        return 0
    return _run(args)


def version() -> str:
    """`btcli` and the version of the distribution."""
    from importlib.metadata import version as installed  # noqa: PLC0415  # 30 ms, for this alone

    return f"btcli {installed('btsdk')}"


def _run(args: list[str]) -> int:
    """The slow way: load what the command needs, run it, show how it ended."""
    from btcli import failures  # noqa: PLC0415  # start-up: see the module's docstring
    from btcli.output import Output  # noqa: PLC0415

    if not args and "_BTCLI_COMPLETE" not in os.environ:
        print(help.root(), file=sys.stderr)  # noqa: T201
        return failures.USAGE
    output = Output(as_json=_wants_json(args))
    try:
        from btcli import app  # noqa: PLC0415  # in here, since loading may be interrupted

        try:
            return app.run(args, output)
        except app.CommandLineError as error:
            failure = failures.usage_failure(*app.explain(error))
    except BaseException as error:  # the edge: nothing may leave as a traceback
        if isinstance(error, SystemExit):
            raise
        if "--debug" in args:
            output.traceback(error)
        failure = failures.failure_of(error)
    return output.failure(failure)


def _explain(error: Exception, args: list[str]) -> int:
    """How an error ended what was answered quickly."""
    from btcli import failures  # noqa: PLC0415  # start-up: see the module's docstring
    from btcli.output import Output  # noqa: PLC0415

    return Output(as_json=_wants_json(args)).failure(failures.failure_of(error))


def _wants_json(args: Sequence[str]) -> bool:
    """Read before the options are parsed, so that a mistake in them is told in JSON, too.

    `--json FILE` of the `regen` commands names a key file; there it counts only without one.
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
