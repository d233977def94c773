"""Transactions: prepare, show, confirm, unlock, submit, follow.

Nothing is signed before its effect, fee, network and chain are shown and confirmed. The password
prompt comes after the confirmation.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from btcli.accounts import key_warnings, proxy_account
from btcli.confirmation import confirm_submission
from btcli.context import Context
from btcli.documents import announcement_document, preview_document, receipt_document
from btcli.failures import Declined, NeedsConfirmation
from btcli.output import Result
from btcli.progress import SubmissionProgress
from btcli.render.transactions import announcement_facts, preview_facts, receipt_facts
from btcli.terminal.block import Block
from btsdk.errors import UsageError
from btsdk.units import Tao

if TYPE_CHECKING:
    from btsdk.client import Client
    from btsdk.keys import Crypto, Keypair
    from btsdk.tx.operation import Operation
    from btsdk.tx.prepare import Plan
    from btsdk.tx.receipt import Receipt
    from btsdk.wallet.stored import StoredKey

Role = Literal["coldkey", "hotkey"]

_WORD = "differs"
"""The word to type to accept that the network declares a call differently."""


class KeyFileSigner:
    """A `Signer` with a key file that is unlocked on demand; its address needs no password."""

    crypto: Crypto = "sr25519"

    def __init__(self, context: Context, role: Role) -> None:
        self._context = context
        self._stored: StoredKey = getattr(context.wallet, role)
        self._passwords = context.passwords
        self._keypair: Keypair | None = None
        if not self._stored.exists:
            self.unlock()  # raises and names the missing file

    @property
    def public_key(self) -> bytes:
        return self._stored.public_key.public_key

    def unlock(self) -> Keypair:
        """Open the key file; prompts for the password of an encrypted one."""
        if self._keypair is None:
            key_warnings.of_modes(self._context, self._stored)
            self._keypair = self._stored.unlock(self._passwords)
        return self._keypair

    def sign(self, payload: bytes) -> bytes:
        return self.unlock().sign(payload)


@dataclass(frozen=True)
class Outcome:
    """The outcome of a transaction. `receipt` is None after a dry run or without waiting."""

    plan: Plan
    receipt: Receipt | None = None
    extrinsic_hash: str | None = None

    @property
    def done(self) -> Receipt | None:
        """The receipt if the operation itself was executed; None if it was announced."""
        return None if self.plan.draft.announced else self.receipt

    def result(self, *blocks: Block, **further: Any) -> Result:
        """The result of a command, with the command's own `blocks` and `further` fields."""
        data: dict[str, Any] = {
            "submitted": self.extrinsic_hash is not None,
            "preview": preview_document(self.plan.preview),
            "receipt": receipt_document(self.receipt, self.extrinsic_hash),
        }
        shown: tuple[Block, ...] = ()
        if self.receipt is not None:
            shown = (receipt_facts(self.receipt, self.plan.preview.fee),)
        for (
            announced
        ) in self.plan.draft.announced:  # at most one: a command announces a single call
            announcement = announcement_document(announced)
            data["announcement"] = announcement
            shown += (announcement_facts(announcement),)
        return Result(data | further, (*shown, *blocks))


def transact(
    context: Context, client: Client, operation: Operation, role: Role = "coldkey"
) -> Outcome:
    """Submit an operation; with `--dry-run`, show it only."""
    if role == "hotkey" and context.choices.proxy is not None:
        raise UsageError("--proxy cannot be used: the hotkey has to sign this itself")
    operation = proxy_account.wrapped(context, operation)
    signer = KeyFileSigner(context, role)
    choices = context.choices
    plan = client.prepare(
        operation,
        signer,
        tip=Tao.parse(choices.tip),
        period=choices.period,
        mev_protection=choices.mev_protection,
        check_metadata=choices.check_metadata,
        accept_differences=choices.accept_differences,
    )
    _show(context, plan)
    if choices.dry_run:
        context.output.say("Dry run: nothing was signed.")
        return Outcome(plan)
    plan = _accepted(context, plan)
    confirm_submission(context, plan.preview)
    signer.unlock()
    return _submit(context, client, plan)


def _show(context: Context, plan: Plan) -> None:
    """Print the preview to standard error."""
    if context.output.as_json:
        return
    if context.may_prompt or context.choices.dry_run or not context.output.quiet:
        context.output.show(preview_facts(plan.preview), to_stderr=True)


def _accepted(context: Context, plan: Plan) -> Plan:
    """The plan with its differences accepted; `--no-prompt` does not accept them."""
    if not plan.preview.differences or context.choices.accept_differences:
        return plan
    listed = "; ".join(plan.preview.differences)
    if context.choices.decline:
        raise Declined("declined by --no; nothing was done")
    if not context.may_prompt:
        raise NeedsConfirmation(
            f"{plan.preview.network} differs from what this release declares: {listed}",
            hint="Use another endpoint or a newer release. If the difference is expected, add "
            "--accept-differences.",
        )
    context.output.say(f"This release declares {plan.preview.network} differently: {listed}.")
    question = f"The signed call may not be the one shown. Type {_WORD!r} to accept that: "
    if context.ask(question) != _WORD:
        raise Declined("declined; nothing was done")
    return plan.accepting_differences()


def _submit(context: Context, client: Client, plan: Plan) -> Outcome:
    choices = context.choices
    follow = SubmissionProgress(context.output, bool(choices.verbose))
    try:
        if not (choices.wait_for_inclusion or choices.wait_for_finalization):
            if plan.draft.finish is not None:
                raise UsageError("--no-wait-for-inclusion cannot be used with a proof of work")
            sent = client.send(plan)
            context.output.say(f"Submitted: {sent}")
            return Outcome(plan, None, sent)
        wait: Literal["included", "finalized"] = (
            "finalized" if choices.wait_for_finalization else "included"
        )
        receipt = client.submit(plan, wait=wait, on_progress=follow)
        return Outcome(plan, receipt, receipt.extrinsic_hash)
    finally:
        follow.end()
