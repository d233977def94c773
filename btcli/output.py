"""Output: results on standard output, everything else on standard error.

With JSON, standard output is exactly one document, also for errors. Results name the chain that
they are about. All text passes through `visible`, so that text from nodes and chains can neither
move the cursor nor begin a line.
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
"""The longest chain name shown: the node chooses it, and it must not push a preview off screen."""

_INDENT = "  "
"""The indent of continuation lines, so that foreign text never begins a line."""


@dataclass(frozen=True)
class Result:
    """The result of a command: `data` for JSON, `blocks` for the terminal.

    With a `failure`, the command failed in part; the result shows the rest.
    """

    data: Mapping[str, Any]
    blocks: tuple[Block, ...] = ()
    failure: Failure | None = None


@dataclass(frozen=True)
class ChainIdentity:
    """The chain that a result is about."""

    network: str
    chain: str
    genesis_hash: str

    def __str__(self) -> str:
        # Local chains are called "Bittensor dev" and the like; "dev" is enough here.
        chain = shortened(self.chain.removeprefix("Bittensor "), _CHAIN_NAME_CHARACTERS)
        return visible(f"network {self.network} (chain {chain}, genesis {self.genesis_hash[:10]}…)")


@dataclass(frozen=True)
class Submission:
    """A transaction that was sent; `block` is the number of its block, None if unknown."""

    extrinsic_hash: str
    block: int | None = None
    block_hash: str | None = None

    def __str__(self) -> str:
        if self.block is None:
            return "sent"
        return f"done in block {self.block}"

    @property
    def hint(self) -> str:
        """The hint for a failure after the transaction was sent."""
        if self.block is None:
            return f"Look for transaction {self.extrinsic_hash} before you send it again."
        return f"Do not send it again. Transaction: {self.extrinsic_hash}."

    def document(self) -> dict[str, Any]:
        """The fields that it adds to an error document."""
        return {
            "extrinsic_hash": self.extrinsic_hash,
            "block_hash": self.block_hash,
            "block_number": self.block,
        }


@dataclass
class Output:
    """The output of one run. `network` is the option before the command's name; `chain` is set once
    a chain has answered, `submission` once a transaction was sent."""

    as_json: bool = False
    quiet: bool = False
    network: str | None = None
    chain: ChainIdentity | None = None
    submission: Submission | None = None
    _said: set[str] = field(default_factory=set)

    def say(self, *lines: str) -> None:
        """Print progress to standard error, unless `quiet`."""
        if not self.quiet:
            self.warn(*lines)

    def say_once(self, text: str) -> None:
        """`say`, but the same text only once."""
        if text not in self._said:
            self._said.add(text)
            self.say(text)

    def warn(self, *lines: str) -> None:
        """Print lines to standard error, also if `quiet`."""
        _print(lines, sys.stderr)

    def progress(self, text: str) -> None:
        """Replace the progress line, on a terminal only."""
        if not self.quiet and sys.stderr.isatty():
            shown = clipped(visible(text), columns(sys.stderr) - 1)
            sys.stderr.write(f"\r\x1b[2K{shown}")
            sys.stderr.flush()

    def question(self, text: str) -> str:
        """The line typed or piped after a question, with its line end; empty at the end of input.

        Raises `NeedsConfirmation` if the question cannot be shown.
        """
        *before, last = _laid_out(text, sys.stderr)
        _print(before, sys.stderr)
        sys.stderr.write(f"{last} " if text.endswith(" ") and not last.endswith(" ") else last)
        sys.stderr.flush()
        if is_lost(sys.stderr):
            raise NeedsConfirmation(
                "this needs a prompt, and standard error cannot be written",
                hint="Confirm with --no-prompt.",
            )
        answer = sys.stdin.readline()
        if not (answer.endswith("\n") and sys.stdin.isatty()):
            sys.stderr.write("\n")  # no terminal echoed the line end
        return answer

    def hidden(self, question: str) -> str:
        """Prompt for a line without echo."""
        return getpass.getpass(visible(question))

    def result(self, result: Result) -> None:
        """Print the result of the command. Raises `OutputNotWritten`."""
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
        sys.stdout.flush()  # so that a write error is raised here

    def line(self, text: str) -> None:
        """Print one line of a continuous result, such as a node's log; never wrapped."""
        print(visible(text), flush=True)  # noqa: T201

    def document(self, document: Mapping[str, Any]) -> None:
        """Print a JSON document that is the whole result, also without `--json-output`."""
        print(json_text(dict(document), indent=2), flush=True)  # noqa: T201

    def show(self, *blocks: Block, to_stderr: bool = False) -> None:
        """Print blocks, with Rich on a terminal and plain elsewhere."""
        stream = sys.stderr if to_stderr else sys.stdout
        if stream.isatty():
            from btcli.terminal import rich_screen  # noqa: PLC0415  # Rich costs 0.1 s

            rich_screen.show(blocks, stream)
        else:
            text = "\n\n".join(block.plain() for block in blocks)
            print(visible_lines(text), file=stream)

    def failure(self, failure: Failure) -> int:
        """Print a failure as a document or on standard error, and return its exit code.

        A failure after a transaction was sent has its own exit code.
        """
        if self.submission is not None:
            failure = after_submission(failure, self.submission)
        if not (self.as_json and self._wrote_document(failure)):
            self._explain(failure)
            if self.chain is not None and not failure.is_silent:
                _print((str(self.chain),), sys.stderr)
        return failure.exit_code

    def traceback(self, error: BaseException) -> None:
        """Print a traceback, for `--debug`."""
        text = "".join(traceback.format_exception(error)).rstrip("\n")
        # Indented, so that no line of the error's text can pass for ours.
        print(textwrap.indent(visible_lines(text), _INDENT), file=sys.stderr)  # noqa: T201

    def _wrote_document(self, failure: Failure) -> bool:
        """Write the error document; False if standard output cannot be written."""
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
            sys.stderr.write("\n")  # after a question, or the terminal's ^C
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
    """The lines of a text: escaped, and on a terminal wrapped between words."""
    shown = visible(text)
    return wrapped(shown, columns(stream), indent) if stream.isatty() else [shown]


def _submission_of(data: Mapping[str, Any]) -> Submission | None:
    """The transaction in a result."""
    receipt = data.get("receipt")
    if not (data.get("submitted") and receipt):
        return None
    return Submission(
        receipt["extrinsic_hash"], receipt.get("block_number"), receipt.get("block_hash")
    )
