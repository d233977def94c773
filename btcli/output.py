"""Which channel gets what: standard output the result alone, standard error all that is said.

With JSON there is exactly one document on standard output, whatever happens. A result is told
here what chain it speaks of, and says so in either form. All text passes through `visible`: what a
node or a chain says can neither move the cursor nor begin a line.
"""

from __future__ import annotations

import getpass
import sys
import textwrap
import traceback
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TextIO

from btcli.failures import Failure, NeedsConfirmation, after_submission
from btcli.terminal.block import Block
from btcli.terminal.streams import OutputNotWritten, columns, is_lost
from btcli.terminal.visible import clipped, json_text, shortened, visible, visible_lines, wrapped

_CHAIN_NAME_CHARACTERS = 64
"""Of a chain's own name, which a node makes up: a long one would push a preview off the screen."""

_INDENT = "  "
"""Before what goes on in a second line, so that no text of others begins one."""


@dataclass(frozen=True)
class Result:
    """What a command found or did: `data` is ready for JSON, `blocks` are for people.

    With a `failure` some of what was to be done was not; the rest of it stands, and is told.
    """

    data: Mapping[str, Any]
    blocks: tuple[Block, ...] = ()
    failure: Failure | None = None


@dataclass(frozen=True)
class ChainIdentity:
    """The chain that a result speaks of."""

    network: str
    chain: str
    genesis_hash: str

    def __str__(self) -> str:
        # The chains in the box are called "Bittensor dev" among others; here they are at home.
        chain = shortened(self.chain.removeprefix("Bittensor "), _CHAIN_NAME_CHARACTERS)
        return visible(f"network {self.network} (chain {chain}, genesis {self.genesis_hash[:10]}…)")


@dataclass(frozen=True)
class Submission:
    """A transaction that has left this machine; `block` is where it is done, None if unknown."""

    extrinsic_hash: str
    block: int | None = None
    block_hash: str | None = None

    def __str__(self) -> str:
        if self.block is None:
            return "sent"
        return f"done in block {self.block}"

    @property
    def hint(self) -> str:
        """What to do where something failed after it."""
        if self.block is None:
            return f"Look for transaction {self.extrinsic_hash} before you send it again."
        return f"Do not send it again; the transaction is {self.extrinsic_hash}."

    def document(self) -> dict[str, Any]:
        """Fields of an error that came after it."""
        return {
            "extrinsic_hash": self.extrinsic_hash,
            "block_hash": self.block_hash,
            "block_number": self.block,
        }


@dataclass
class Output:
    """The channels of one run. `network` is what stood before the command's name; `scene` is set
    once a chain has answered, `submission` once a transaction was sent."""

    as_json: bool = False
    quiet: bool = False
    network: str | None = None
    chain: ChainIdentity | None = None
    submission: Submission | None = None
    _said: set[str] = field(default_factory=set)

    def say(self, *lines: str) -> None:
        """Something about the way there; silent when quiet."""
        if not self.quiet:
            self.warn(*lines)

    def say_once(self, text: str) -> None:
        """The same, a second time left away."""
        if text not in self._said:
            self._said.add(text)
            self.say(text)

    def warn(self, *lines: str) -> None:
        """Something that must be seen, quiet or not: each argument is a line."""
        _print(lines, sys.stderr)

    def progress(self, text: str) -> None:
        """A line that replaces itself, on a terminal only."""
        if not self.quiet and sys.stderr.isatty():
            shown = clipped(visible(text), columns(sys.stderr) - 1)
            sys.stderr.write(f"\r\x1b[2K{shown}")
            sys.stderr.flush()

    def question(self, text: str) -> str:
        """What is typed or piped after a question, with its line end; empty at the end of input.

        Raises `NeedsConfirmation` where the question cannot be shown.
        """
        *before, last = _laid_out(text, sys.stderr)
        _print(before, sys.stderr)
        sys.stderr.write(f"{last} " if text.endswith(" ") and not last.endswith(" ") else last)
        sys.stderr.flush()
        if is_lost(sys.stderr):
            raise NeedsConfirmation(
                "this has to be asked, and standard error cannot be written",
                hint="--no-prompt confirms without a question.",
            )
        answer = sys.stdin.readline()
        if not (answer.endswith("\n") and sys.stdin.isatty()):
            sys.stderr.write("\n")  # no terminal has ended the line
        return answer

    def hidden(self, question: str) -> str:
        """What is typed on the terminal without being shown."""
        return getpass.getpass(visible(question))

    def result(self, result: Result) -> None:
        """The result of the command, to standard output. Raises `OutputNotWritten`."""
        try:
            self._result(result)
        except OutputNotWritten:
            self.submission = self.submission or _submission_of(result.data)
            raise

    def _result(self, result: Result) -> None:
        failure = result.failure
        if self.as_json:
            error = {} if failure is None else {"error": failure.document()}
            self._document({"success": failure is None, **error, "data": result.data})
        else:
            if result.blocks:
                self.show(*result.blocks)
            if self.chain is not None and result.blocks:
                _print((str(self.chain),), sys.stdout)
            if failure is not None:
                self._explain(failure)
        sys.stdout.flush()  # a result that is not taken is an error here, not later

    def line(self, text: str) -> None:
        """One more line of a result that goes on, as a node's does; never wrapped."""
        print(visible(text), flush=True)  # noqa: T201

    def show(self, *blocks: Block, to_stderr: bool = False) -> None:
        """Blocks for people: with Rich on a terminal, plain elsewhere."""
        stream = sys.stderr if to_stderr else sys.stdout
        if stream.isatty():
            from btcli.terminal import rich_screen  # noqa: PLC0415  # Rich costs 0.1 s

            rich_screen.show(blocks, stream)
        else:
            text = "\n\n".join(block.plain() for block in blocks)
            print(visible_lines(text), file=stream)

    def failure(self, failure: Failure) -> int:
        """Why there is no result: a document, or lines on standard error. Gives the exit code.

        What fails after a transaction was sent says so, with an exit code of its own.
        """
        if self.submission is not None:
            failure = after_submission(failure, self.submission)
        if not (self.as_json and self._wrote_document(failure)):
            self._explain(failure)
            if self.chain is not None and not failure.is_silent:
                _print((str(self.chain),), sys.stderr)
        return failure.exit_code

    def traceback(self, error: BaseException) -> None:
        """Where an error happened, for `--debug`."""
        text = "".join(traceback.format_exception(error)).rstrip("\n")
        # Indented, so that no line of the error's own text can pass for one of ours.
        print(textwrap.indent(visible_lines(text), _INDENT), file=sys.stderr)  # noqa: T201

    def _wrote_document(self, failure: Failure) -> bool:
        """Not where standard output is lost; then standard error has to do."""
        if is_lost(sys.stdout):
            return False
        try:
            self._document({"success": False, "error": failure.document()})
        except OutputNotWritten:
            return False
        return True

    def _explain(self, failure: Failure) -> None:
        if failure.is_silent:
            return
        if failure.code == "interrupted" and sys.stderr.isatty():
            sys.stderr.write("\n")  # after the question, or the ^C of the terminal
        message, *hint = failure.lines()
        indent = " " * len("Error: ")
        for text, further in ((message, indent), *((line, _INDENT) for line in hint)):
            _print(_laid_out(text, sys.stderr, further), sys.stderr)

    def _document(self, document: dict[str, Any]) -> None:
        if self.chain is not None:
            document["network"] = self.chain.network
            document["genesis_hash"] = self.chain.genesis_hash
        print(json_text(document, indent=2), flush=True)  # noqa: T201


def _print(lines: Sequence[str], stream: TextIO) -> None:
    for line in lines:
        print("\n".join(_laid_out(line, stream)), file=stream)


def _laid_out(text: str, stream: TextIO, indent: str = _INDENT) -> list[str]:
    """One line as it is shown; on a terminal, where it is too long, wrapped between words."""
    shown = visible(text)
    return wrapped(shown, columns(stream), indent) if stream.isatty() else [shown]


def _submission_of(data: Mapping[str, Any]) -> Submission | None:
    """The transaction that a result tells of."""
    receipt = data.get("receipt")
    if not (data.get("submitted") and receipt):
        return None
    return Submission(
        receipt["extrinsic_hash"], receipt.get("block_number"), receipt.get("block_hash")
    )
