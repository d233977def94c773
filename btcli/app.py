"""The tree of commands for Typer. A command's module is imported on use.

Typer bundles Click under a private name; this module reaches it through Typer's public names.
"""

from __future__ import annotations

import importlib
import os
import re
from collections import Counter
from collections.abc import Iterator
from typing import Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup

from btcli import catalogue, help, suggestions, unexpected_words
from btcli.output import Output
from btsdk.errors import UsageError

_RANGE = re.compile(r"is not in the range (-?\d+)<=x<=(-?\d+)")
_NUMBER = re.compile(r"-\d[\d.]*")

CommandLineError: type[Exception] = typer.BadParameter.__mro__[1]
"""The parser's error for invalid options and arguments."""


class Command(TyperCommand):
    """One command; its help shows one spelling of each option."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        ctx.allow_extra_args = True
        args = _file_of_json(self, args)
        _refuse_repeated(self, ctx, args)
        left = super().parse_args(ctx, args)
        if left and not ctx.resilient_parsing:
            shown = (param for param in self.params if not getattr(param, "hidden", False))
            options = {name for param in shown for name in param.opts}
            message, hint = unexpected_words.explain(left, options)
            raise UsageError(message, hint=f"{hint} See `{ctx.command_path} --help`.")
        return left

    def format_help(self, ctx: Any, formatter: Any) -> None:
        shown = [param for param in self.params if not getattr(param, "hidden", False)]
        pieces = " ".join(
            ["[OPTIONS]", *(w for param in shown for w in param.get_usage_pieces(ctx))]
        )
        sections = _sections(self.get_params(ctx), ctx)
        text = (self.help or "").strip()
        _show_help(help.of_command(ctx.command_path, pieces, text, sections))


class CatalogueGroup(TyperGroup):
    """A group of the catalogue: resolves aliases to full names, loads commands on demand."""

    group: catalogue.Group

    def list_commands(self, ctx: Any) -> list[str]:
        return [*self.group.groups, *self.group.verbs]

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        inner = catalogue.find_inner(self.group, cmd_name)
        if inner is not None:
            return InnerGroup(inner)
        found = catalogue.find_command(self.group, cmd_name)
        return None if found is None else load(*found)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        self.suggest_commands = False  # `suggestions` replaces Click's own
        try:
            name, command, rest = super().resolve_command(ctx, args)
        except CommandLineError as error:
            if args and not args[0].startswith("-"):
                known = self.list_commands(ctx)
                error.message = suggestions.no_command(args[0], known)  # type: ignore[attr-defined]
            raise
        return (name if command is None else command.name), command, rest


def _refuse_repeated(command: Any, ctx: Any, args: list[str]) -> None:
    """Raise for an option of one value that is given twice: the parser would take the last."""
    if ctx.resilient_parsing:
        return
    _, _, order = command.make_parser(ctx).parse_args(args=list(args))
    for param, times in Counter(order).items():
        one_value = param.param_type_name == "option" and not (
            param.multiple or param.is_flag or param.count
        )
        if one_value and times > 1:
            # The values may be secrets.
            raise UsageError(
                f"{param.opts[0]} is given {times} times and takes one value",
                hint=f"Give it once. See `{ctx.command_path} --help`.",
            )


class InnerGroup(CatalogueGroup):
    """A group below `btcli`."""

    def __init__(self, group: catalogue.Group) -> None:
        # Names only, for completion; `get_command` loads the commands.
        names: Any = dict.fromkeys((*group.groups, *group.verbs))
        super().__init__(name=group.word, commands=names, help=group.help, rich_markup_mode=None)
        self.group = group

    def format_help(self, ctx: Any, formatter: Any) -> None:
        _show_help(help.of_group(self.group))


class Root(CatalogueGroup):
    """`btcli` itself."""

    group = catalogue.ROOT

    def __init__(self, **named: Any) -> None:
        super().__init__(**named)
        self.commands.update(dict.fromkeys(self.list_commands(None), self))  # for completion

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        _refuse_repeated(self, ctx, args)
        return list(super().parse_args(ctx, args))

    def format_help(self, ctx: Any, formatter: Any) -> None:
        _show_help(help.root())


def load(group: catalogue.Group, verb: str) -> TyperCommand:
    """Load a command from its module."""
    module = importlib.import_module(group.module(verb))
    app = typer.Typer(add_completion=False, rich_markup_mode=None)
    app.command(name=verb, cls=Command, help=module.__doc__)(module.run)
    made = typer.main.get_command(app)
    assert isinstance(made, TyperCommand)
    if "_BTCLI_COMPLETE" in os.environ:
        from btcli import completion  # noqa: PLC0415  # only where a shell asks

        completion.attach(made.params)
    return made


def run(args: list[str], output: Output) -> int:
    """Run the command of `args`. Raises the error that ended it."""
    answer = _root().main(args, prog_name="btcli", standalone_mode=False, obj=output)
    return answer if isinstance(answer, int) else 0


def explain(error: Exception) -> tuple[str, str | None]:
    """The message and the hint of a `CommandLineError`."""
    path = getattr(getattr(error, "ctx", None), "command_path", None)
    message = " ".join(str(getattr(error, "format_message", error.__str__)()).split())
    if getattr(getattr(error, "param", None), "name", None) == "password_fd":
        message = "Invalid value for '--password-fd': it takes a number."  # not the password itself
    message = message.replace("is not a valid integer range", "is not a whole number")
    message = _RANGE.sub(r"is not between \1 and \2", message)
    shows = f"See `{path} --help`." if path else None
    if _NUMBER.fullmatch(str(getattr(error, "option_name", ""))):
        shows = f"Pass a number with an option, such as --amount 1.5. {shows or ''}".rstrip()
    return message, shows


def _show_help(text: str) -> None:
    """Print a help text with `print`: Click writes UTF-8 whatever the terminal's encoding."""
    print(text, flush=True)  # noqa: T201
    raise typer.Exit


def _root() -> Any:
    app = typer.Typer(
        cls=Root,
        rich_markup_mode=None,
        context_settings={
            "help_option_names": list(help.HELP_OPTIONS),
            "token_normalize_func": _plain,
        },
    )

    @app.callback()
    def btcli(
        ctx: typer.Context,
        network: Annotated[str | None, typer.Option("--network", "-n")] = None,
        quiet: Annotated[bool, typer.Option("--quiet", "-q")] = False,
        json_output: Annotated[bool, typer.Option("--json-output", "--json-out", "--json")] = False,
        debug: Annotated[bool, typer.Option("--debug")] = False,
    ) -> None:
        output: Output = ctx.obj
        output.network = network
        output.quiet = quiet

    return typer.main.get_command(app)


def _plain(name: str) -> str:
    """Normalize `wallet.name` and `wallet_name` to `wallet-name`."""
    return name.replace("_", "-").replace(".", "-")


def _file_of_json(command: TyperCommand, args: list[str]) -> list[str]:
    """Read `--json FILE` as `--json-file FILE` for commands with that option."""
    if not any("--json-file" in param.opts for param in command.params):
        return args
    read = list(args)
    for index, word in enumerate(args):
        if word == "--":
            break
        following = args[index + 1] if index + 1 < len(args) else "-"
        if word.startswith("--json=") or (word == "--json" and not following.startswith("-")):
            read[index] = word.replace("--json", "--json-file", 1)
    return read


def _sections(params: list[Any], ctx: Any) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """Arguments, the command's own options, then shared options under their headings."""
    found: dict[str, list[tuple[str, str]]] = {"Arguments": [], "Options": []}
    for param in params:
        if getattr(param, "hidden", False):
            continue
        if param.param_type_name == "argument":
            name = param.make_metavar(ctx).replace("[", "").replace("]", "")
            found["Arguments"].append((name, param.help or ""))
        else:
            heading = getattr(param, "rich_help_panel", None) or "Options"
            found.setdefault(heading, []).append((_names(param, ctx), _text(param)))
    yield from found.items()


def _names(param: Any, ctx: Any) -> str:
    long = [name for name in param.opts if name.startswith("--")][:1]
    short = [name for name in param.opts if len(name) == 2]
    names = ", ".join([*long, *short])
    if param.secondary_opts:
        names += f" / {param.secondary_opts[0]}"
    takes_value = not (param.is_flag or getattr(param, "count", False))
    return f"{names} {_value(param, ctx)}" if takes_value else names


def _value(param: Any, ctx: Any) -> str:
    """The metavar of the value; `N` for numbers by default."""
    metavar = str(param.make_metavar(ctx))
    return "N" if metavar.startswith("INTEGER") else metavar


def _text(param: Any) -> str:
    """The help text with the default, unless the default is empty or false."""
    text = param.help or ""
    if param.required:
        return f"{text} [required]"
    if param.default in (None, False, 0, "", "0", ()) or callable(param.default):
        return str(text)
    if param.secondary_opts:
        return f"{text} [default: on]"
    return f"{text} [default: {param.default}]"
