"""The decorator that makes a Typer command of a module's `run`.

A command's module has a docstring (its help) and a `run` that takes a `Context` and the command's
own options and returns a `Result`. `command` adds the shared options to the signature, and as
hidden options those that older versions accept on every command: wallet, network, prompts.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import fields, replace
from typing import Annotated, Any, get_args

import typer

from btcli import options, trade
from btcli.accounts import proxy_account
from btcli.context import Context, SharedOptions
from btcli.failures import Interrupted
from btcli.output import Output, Result
from btsdk.errors import KeyFileMissing
from btsdk.units import Tao

Run = Callable[..., "Result | None"]

_EVERYWHERE = (
    options.wallet_name, options.wallet_path, options.hotkey, options.chain, options.prompts,
)  # fmt: skip
"""Options that older versions accept on every command."""

_CHOICES = frozenset(one.name for one in fields(SharedOptions))


def command(
    *sets: Callable[..., None], data: type[Any] | None
) -> Callable[[Run], Callable[..., None]]:
    """Make a command of `run`.

    `sets` are functions of `options`, whose signatures are added to that of `run`. `data` is the
    `TypedDict` of the JSON result, None for a command that only asks; the docs and a test read it.
    """

    def decorate(run: Run) -> Callable[..., None]:
        parameters = _parameters(run, sets)
        own = inspect.signature(run).parameters
        shared = {one.name for one in parameters[1:]} - set(own)

        def invoke(ctx: typer.Context, **values: Any) -> None:
            given = {name: values.pop(name) for name in shared & _CHOICES}
            for name in shared - _CHOICES:
                del values[name]  # its callback has checked it
            _perform(run, _context(ctx.obj, SharedOptions(**given)), values)

        invoke.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
        invoke.__annotations__ = {one.name: one.annotation for one in parameters}
        invoke.__doc__ = inspect.getmodule(run).__doc__
        invoke.data = data  # type: ignore[attr-defined]
        return invoke

    return decorate


def _context(root: Output | None, choices: SharedOptions) -> Context:
    output = root or Output()
    # `main` looks for `--json` before parsing, so that errors in options are JSON, too.
    output.as_json = output.as_json or choices.json_output
    output.quiet = output.quiet or choices.quiet
    if output.network is not None and choices.network is None:
        choices = replace(choices, network=output.network)
    return Context(choices, output)


def _perform(run: Run, context: Context, values: dict[str, Any]) -> None:
    try:
        _check(context)
        result = run(context, **values)
    except (KeyboardInterrupt, EOFError) as error:
        raise Interrupted from error
    except KeyFileMissing as error:
        error.hint = _other_wallets(context) or error.hint
        raise
    if result is not None:
        context.output.result(result)
        if result.failure is not None:
            raise typer.Exit(result.failure.exit_code)


def _other_wallets(context: Context) -> str | None:
    """The hint for a missing wallet; None if the wallet exists and only a key is missing."""
    from btsdk.wallet import list_wallets  # noqa: PLC0415  # only where something is wrong

    names = [wallet.name for wallet in list_wallets(context.wallet_path)]
    if context.wallet.name in names:
        return None
    if not names:
        return f"There is no wallet in {context.wallet_path}. Create one: `btcli wallet create`."
    return f"Wallets: {', '.join(names)}. Choose one with --wallet-name."


def _check(context: Context) -> None:
    """Check the shared options before anything is opened."""
    choices = context.choices
    if choices.tip != "0":
        Tao.parse(choices.tip)
    if choices.tolerance is not None:
        trade.tolerance(choices.tolerance)
    if choices.wallet_name is not None:
        context.wallet  # noqa: B018  # raises for an invalid name
    proxy_account.check(context)


def _parameters(run: Run, sets: tuple[Callable[..., None], ...]) -> list[inspect.Parameter]:
    own = list(inspect.signature(run, eval_str=True).parameters.values())[1:]
    named = [*own, *(one for declared in sets for one in _declared(declared))]
    # Older versions have no `node` commands.
    elsewhere = () if ".node." in run.__module__ else _EVERYWHERE
    hidden = [one for declared in elsewhere if declared not in sets for one in _declared(declared)]
    ctx = inspect.Parameter("ctx", inspect.Parameter.KEYWORD_ONLY, annotation=typer.Context)
    keyword = inspect.Parameter.KEYWORD_ONLY
    found = [*named, *_as_hidden(hidden, named)]
    return [ctx, *(parameter.replace(kind=keyword) for parameter in found)]


def _declared(declared: Callable[..., None]) -> Iterable[inspect.Parameter]:
    return inspect.signature(declared, eval_str=True).parameters.values()


def _as_hidden(
    parameters: list[inspect.Parameter], named: list[inspect.Parameter]
) -> Iterator[inspect.Parameter]:
    """Hidden options, without the spellings that the command's own options use."""
    names = {parameter.name for parameter in named}
    taken = {spelling for one in named for spelling in _spellings(one)}
    for parameter in parameters:
        left = [spelling for spelling in _spellings(parameter) if spelling not in taken]
        if parameter.name in names or not left:
            continue
        kind = get_args(parameter.annotation)[0]
        yield parameter.replace(annotation=Annotated[kind, typer.Option(*left, hidden=True)])


def _spellings(parameter: inspect.Parameter) -> Sequence[str]:
    """The declared spellings, such as `--yes` or `--safe/--unsafe`."""
    for declared in get_args(parameter.annotation)[1:]:
        if isinstance(declared, typer.models.OptionInfo):
            # Until Typer reads the annotation, the first spelling is in `default`.
            return (str(declared.default), *(declared.param_decls or ()))
    return ()
