"""What every command shares: its module's `run` with the shared options becomes a Typer command.

A command's module has a docstring (the first line is its help), and a `run` that takes a `Context`
and options of its own, and returns a `Result`. `command` adds the shared options to its signature.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import typer

from btcli.context import Choices, Context
from btcli.failures import Interrupted
from btcli.output import Output, Result

Run = Callable[..., "Result | None"]


def command(*sets: Callable[..., None]) -> Callable[[Run], Callable[..., None]]:
    """Make a command of `run`; `sets` are functions of `options`, whose signatures it takes on."""

    def decorate(run: Run) -> Callable[..., None]:
        shared = {name for declared in sets for name in inspect.signature(declared).parameters}

        def invoke(ctx: typer.Context, **values: Any) -> None:
            given = {name: values.pop(name) for name in shared}
            _perform(run, _context(ctx.obj, Choices(**given)), values)

        parameters = _parameters(run, sets)
        invoke.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
        invoke.__annotations__ = {one.name: one.annotation for one in parameters}
        invoke.__doc__ = inspect.getmodule(run).__doc__
        return invoke

    return decorate


def _context(root: Output | None, choices: Choices) -> Context:
    output = root or Output()
    # `--json` was seen before the options were parsed, so that errors in them are JSON, too.
    output.as_json = output.as_json or choices.json_output
    output.quiet = output.quiet or choices.quiet
    if output.network is not None and choices.network is None:
        choices = replace(choices, network=output.network)
    return Context(choices, output)


def _perform(run: Run, context: Context, values: dict[str, Any]) -> None:
    try:
        result = run(context, **values)
    except (KeyboardInterrupt, EOFError) as error:
        raise Interrupted from error
    if result is not None:
        context.output.result(result)


def _parameters(run: Run, sets: tuple[Callable[..., None], ...]) -> list[inspect.Parameter]:
    own = list(inspect.signature(run, eval_str=True).parameters.values())[1:]
    shared = [
        parameter
        for declared in sets
        for parameter in inspect.signature(declared, eval_str=True).parameters.values()
    ]
    ctx = inspect.Parameter("ctx", inspect.Parameter.KEYWORD_ONLY, annotation=typer.Context)
    keyword = inspect.Parameter.KEYWORD_ONLY
    return [ctx, *(parameter.replace(kind=keyword) for parameter in (*own, *shared))]
