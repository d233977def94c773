"""Transactions: prepare, show, confirm, unlock, submit, follow.

Nothing is signed before its effect, fee, network and chain are shown and confirmed. The password
prompt comes after the confirmation.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from btcli import transaction_file
from btcli.accounts import kept_calls, known_names, proxy_account
from btcli.confirmation import confirm_submission
from btcli.context import Context
from btcli.documents import announcement_document, preview_document, receipt_document
from btcli.failures import Declined, Interrupted, NeedsConfirmation
from btcli.key_file_signer import KeyFileSigner
from btcli.output import Result
from btcli.progress import SubmissionProgress
from btcli.render.transactions import announcement_facts, preview_facts, receipt_facts
from btcli.terminal.block import Block
from btsdk.errors import UsageError
from btsdk.units import Tao

if TYPE_CHECKING:
    from btsdk.client import Client
    from btsdk.keys import Signer
    from btsdk.tx.operation import Operation
    from btsdk.tx.prepare import Plan
    from btsdk.tx.receipt import Receipt
    from btsdk.tx.signed import SignedPayload

Role = Literal["coldkey", "hotkey"]

_WORD = "differs"
"""The word to type to accept that the network declares a call differently."""


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
    """Submit an operation; with `--dry-run` show it only, with `--unsigned` write it to a file."""
    for option in ("proxy", "multisig"):
        if role == "hotkey" and getattr(context.choices, option) is not None:
            raise UsageError(f"--{option} cannot be used: the hotkey has to sign this itself")
    choices = context.choices
    if choices.unsigned is not None and not choices.dry_run:
        plan = unsigned(context, client, operation, address_of(context, role))
        transaction_file.write_new(context, plan, Path(choices.unsigned))
        return Outcome(plan)
    signer = KeyFileSigner(context, getattr(context.wallet, role))
    plan = _prepared(context, client, operation, signer)
    if choices.dry_run:
        context.output.say("Dry run: nothing was signed.")
        return Outcome(plan)
    try:
        plan = _accepted(context, plan)
        confirm_submission(context, plan.preview)
        signer.unlock()
    except KeyboardInterrupt as error:
        raise Interrupted("nothing was signed") from error
    for announced in plan.draft.announced:  # before it is sent: later the call could be lost
        file = kept_calls.keep(context, announced)
        context.output.say(f"Call data: {file}. Those who approve or execute the call need it.")
    return _submit(context, client, plan)


def unsigned(
    context: Context, client: Client, operation: Operation, signer: str, nonce: int | None = None
) -> Plan:
    """The plan of an operation that the account `signer` signs elsewhere; it is shown."""
    return _accepted(context, _prepared(context, client, operation, signer, nonce))


def address_of(context: Context, role: Role) -> str:
    """The address of the wallet's coldkey or hotkey, whose private key need not be here."""
    wallet = context.wallet
    return (wallet.coldkeypub if role == "coldkey" else wallet.hotkeypub).ss58_address


def _prepared(
    context: Context,
    client: Client,
    operation: Operation,
    signer: Signer | str,
    nonce: int | None = None,
) -> Plan:
    choices = context.choices
    plan = client.prepare(
        proxy_account.wrapped(context, operation),
        signer,
        tip=Tao.parse(choices.tip),
        period=choices.period,
        nonce=nonce,
        mev_protection=choices.mev_protection,
        check_metadata=choices.check_metadata,
        accept_differences=choices.accept_differences,
    )
    _show(context, plan)
    return plan


def _show(context: Context, plan: Plan) -> None:
    """Print the preview to standard error."""
    if context.output.as_json:
        return
    if context.may_prompt or context.choices.dry_run or not context.output.quiet:
        names = known_names.of_addresses(context)
        context.output.show(preview_facts(plan.preview, names), to_stderr=True)


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
    waits = choices.wait_for_inclusion or choices.wait_for_finalization
    if plan.draft.finish is not None and not waits:
        raise UsageError("--no-wait-for-inclusion cannot be used with a proof of work")
    return Outcome(plan, *followed(context, client, plan))


def followed(
    context: Context, client: Client, wanted: Plan | SignedPayload
) -> tuple[Receipt | None, str]:
    """Submit, and wait as the options say: the receipt, None without waiting, and the extrinsic's
    hash."""
    choices = context.choices
    follow = SubmissionProgress(context.output, bool(choices.verbose))
    try:
        if not (choices.wait_for_inclusion or choices.wait_for_finalization):
            sent = client.send(wanted)
            context.output.say(f"Submitted: {sent}")
            return None, sent
        wait: Literal["included", "finalized"] = (
            "finalized" if choices.wait_for_finalization else "included"
        )
        receipt = client.submit(wanted, wait=wait, on_progress=follow)
        return receipt, receipt.extrinsic_hash
    finally:
        follow.end()
