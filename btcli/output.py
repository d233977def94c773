"""Which channel gets what: standard output the result alone, standard error all that is said.

With JSON there is exactly one document on standard output, whatever happens. A result is told
here what chain it speaks of, and says so in either form.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Protocol

from btcli.failures import Failure


class Block(Protocol):
    """A part of a screen, such as a table; it can always be shown as plain text."""

    def plain(self) -> str:
        """The block as text without colour, never wrapped."""
        ...

    def rich(self, fits: Callable[[Any], bool]) -> Any:
        """The block as something that Rich renders, narrow enough that it `fits`."""
        ...


@dataclass(frozen=True)
class Result:
    """What a command found or did: `data` is ready for JSON, `blocks` are for people.

    With a `failure` some of what was to be done was not; the rest of it stands, and is told.
    """

    data: dict[str, Any]
    blocks: tuple[Block, ...] = ()
    failure: Failure | None = None


@dataclass(frozen=True)
class Scene:
    """The chain that a result speaks of."""

    network: str
    chain: str
    genesis_hash: str

    def __str__(self) -> str:
        # The chains in the box are called "Bittensor dev" among others; here they are at home.
        chain = self.chain.removeprefix("Bittensor ")
        return f"network {self.network} (chain {chain}, genesis {self.genesis_hash[:10]}…)"


@dataclass
class Output:
    """The channels of one run. `network` is what stood before the command's
    name; `scene` is set once a chain has answered."""

    as_json: bool = False
    quiet: bool = False
    network: str | None = None
    scene: Scene | None = None
    _said: set[str] = field(default_factory=set)

    def say(self, text: str) -> None:
        """Something about the way there; silent when quiet."""
        if not self.quiet:
            print(text, file=sys.stderr)  # noqa: T201

    def say_once(self, text: str) -> None:
        """The same, a second time left away."""
        if text not in self._said:
            self._said.add(text)
            self.say(text)

    def warn(self, text: str) -> None:
        """Something that must be seen, quiet or not."""
        print(text, file=sys.stderr)  # noqa: T201

    def progress(self, text: str) -> None:
        """A line that replaces itself, on a terminal only."""
        if not self.quiet and sys.stderr.isatty():
            sys.stderr.write(f"\r\x1b[2K{text}")
            sys.stderr.flush()

    def result(self, result: Result) -> None:
        """The result of the command, to standard output."""
        failure = result.failure
        if self.as_json:
            error = {} if failure is None else {"error": failure.document()}
            self._document({"success": failure is None, **error, "data": result.data})
        else:
            if result.blocks:
                self.show(*result.blocks)
            if self.scene is not None and result.blocks:
                print(str(self.scene))  # noqa: T201
            if failure is not None:
                print(failure.text(), file=sys.stderr)  # noqa: T201
        sys.stdout.flush()  # a result that is not taken is an error here, not later

    def line(self, text: str) -> None:
        """One more line of a result that goes on, as a node's does."""
        print(text, flush=True)  # noqa: T201

    def show(self, *blocks: Block, to_stderr: bool = False) -> None:
        """Blocks for people: with Rich on a terminal, plain elsewhere."""
        stream = sys.stderr if to_stderr else sys.stdout
        if stream.isatty():
            from btcli.render import terminal  # noqa: PLC0415  # Rich costs 0.1 s

            terminal.show(blocks, stream)
        else:
            print("\n\n".join(block.plain() for block in blocks), file=stream)

    def failure(self, failure: Failure) -> None:
        """Why there is no result: a document, or lines on standard error."""
        if self.as_json:
            self._document({"success": False, "error": failure.document()})
        else:
            print(failure.text(), file=sys.stderr)  # noqa: T201
            if self.scene is not None:
                print(str(self.scene), file=sys.stderr)  # noqa: T201

    def _document(self, document: dict[str, Any]) -> None:
        if self.scene is not None:
            document["network"] = self.scene.network
            document["genesis_hash"] = self.scene.genesis_hash
        print(json.dumps(document, indent=2))  # noqa: T201
