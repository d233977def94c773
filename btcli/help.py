"""Help texts. Those of the root and of groups come from the catalogue, without Typer."""

from __future__ import annotations

import sys
import textwrap
from collections.abc import Iterable, Sequence

from btcli.catalogue import ROOT, Group, every_command, find_group
from btcli.terminal.streams import columns

HELP_OPTIONS = ("--help", "-h")

_WIDEST = 100

_ROOT_OPTIONS = (
    ("--network, -n NAME|URL", "Network to connect to."),
    ("--commands", "List all commands."),
    ("--version", "Show the version."),
    ("--install-completion", "Install completion for the current shell."),
    ("--show-completion", "Print the completion script."),
    ("--help, -h", "Show help."),
)

_LATER = "See `btcli [GROUP] COMMAND --help` for the options of a command; most take --json-output."


def quick(args: Sequence[str]) -> str | None:
    """The help of the root or of a group, without loading a command; None for other arguments."""
    if args in (["--help"], ["-h"], ["help"]):
        return root()
    if args == ["--commands"]:
        return listing()
    words = args[:-1] if args[1:] and args[-1] in (*HELP_OPTIONS, "help") else args
    group = find_group(" ".join(words))
    return of_group(group) if group and group.name else None


def root() -> str:
    """The help of `btcli`."""
    groups = [
        (", ".join((group.name, *group.aliases)), group.help) for group in ROOT.groups.values()
    ]
    sections = (
        ("Groups", groups),
        ("Commands", list(ROOT.verbs.items())),
        ("Options", _ROOT_OPTIONS),
    )
    return _page("btcli [OPTIONS] [GROUP] COMMAND [OPTIONS]", ROOT.help, sections, _LATER)


def of_group(group: Group) -> str:
    """The help of one group."""
    groups = {name: inner.help for name, inner in group.groups.items()}
    commands = list({**groups, **group.verbs}.items())
    sections = (("Commands", commands), ("Options", _ROOT_OPTIONS[-1:]))
    names = f"\n\nAliases: {', '.join(group.aliases)}" if group.aliases else ""
    return _page(f"btcli {group.name} COMMAND [OPTIONS]", group.help + names, sections, _LATER)


def listing() -> str:
    """All commands in one list."""
    return _listing(
        [(f"btcli {group.path(verb)}", group.verbs[verb]) for group, verb in every_command()]
    )


def of_command(
    path: str, usage: str, text: str, sections: Iterable[tuple[str, Sequence[tuple[str, str]]]]
) -> str:
    """The help of a command."""
    return _page(f"{path} {usage}".strip(), text, sections, "")


def _page(
    usage: str,
    text: str,
    sections: Iterable[tuple[str, Sequence[tuple[str, str]]]],
    closing: str,
) -> str:
    parts = [_prose(f"Usage: {usage}", "  "), *map(_prose, _paragraphs(text))]
    parts += [f"{title}:\n{_listing(rows, '  ')}" for title, rows in sections if rows]
    return "\n\n".join(part for part in (*parts, _prose(closing)) if part)


def _paragraphs(text: str) -> list[str]:
    return [" ".join(part.split()) for part in text.split("\n\n")]


def _listing(rows: Sequence[tuple[str, str]], indent: str = "") -> str:
    """Two columns. A text goes below a name that is too long."""
    width = _width()
    column = min(max(len(name) for name, _ in rows), 34, width // 2 - 4) + len(indent) + 2
    lines = []
    for name, text in rows:
        wrapped = _wrapped(text, width - column) or [""]
        first, *more = _wrapped(indent + name, width, indent + "  ")
        if not more and len(first) + 2 <= column:
            first = f"{first:<{column}}{wrapped.pop(0)}".rstrip()
        lines += [first, *more]
        lines += [" " * column + line for line in wrapped if line]
    return "\n".join(lines)


def _prose(text: str, indent: str = "") -> str:
    return "\n".join(_wrapped(text, _width(), indent))


def _wrapped(text: str, width: int, indent: str = "") -> list[str]:
    """Lines that break between words, not at hyphens."""
    return textwrap.wrap(
        text,
        max(width, 16),
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _width() -> int:
    """The width of the terminal, at most `_WIDEST`."""
    return min(columns(sys.stdout), _WIDEST)
