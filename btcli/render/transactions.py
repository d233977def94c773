"""What is about to be signed, and what came of it, on a screen."""

from __future__ import annotations

from btcli.documents import AnnouncementDocument
from btcli.output import ChainIdentity
from btcli.render.blocks import Facts
from btsdk.tx.prepare import Preview
from btsdk.tx.receipt import Receipt
from btsdk.units import Tao


def preview_facts(preview: Preview) -> Facts:
    """Everything that a person should see before signing, of the plan that is signed."""
    rows = [("effect", effect) for effect in preview.effects[:1]]
    rows += [("", effect) for effect in preview.effects[1:]]
    rows.append(("fee", fee_text(preview.fee)))
    if preview.tip:
        rows.append(("tip", f"{preview.tip:,}"))
    rows.append(("signer", preview.signer))
    rows.append(("call", preview.call))
    if preview.last_block is not None:
        rows.append(("good until", f"block {preview.last_block}"))
    rows.append(("nonce", str(preview.nonce)))
    rows.append(("on", str(ChainIdentity(preview.network, preview.chain, preview.genesis_hash))))
    refused = {refusal.reason for refusal in preview.refusals}
    rows += [("will fail", f"{one.code}: {one.reason}") for one in preview.refusals]
    rows += [("warning", warning) for warning in preview.warnings if warning not in refused]
    rows += [("differs", difference) for difference in preview.differences]
    return Facts(rows, title="About to sign")


def announcement_facts(announcement: AnnouncementDocument) -> Facts:
    """What was announced, and what it takes to do it later."""
    return Facts(
        (
            ("announced for", announcement["real"]),
            ("call hash", announcement["call_hash"]),
            ("call", announcement["call_data"]),
        )
    )


def fee_text(fee: Tao | None) -> str:
    """A fee, also where there is none or nobody knows."""
    if fee is None:
        return "unknown: the node does not say"
    return f"{fee:,}" if fee else "none"


def receipt_facts(receipt: Receipt, shown: Tao | None = None) -> Facts:
    """Where it is, and what it cost; `shown` is the fee that the preview said."""
    final = " (final)" if receipt.finalized else ""
    rows = [
        ("done in block", f"{receipt.block_number}{final}, extrinsic {receipt.index}"),
        ("block hash", receipt.block_hash),
        ("extrinsic", receipt.extrinsic_hash),
    ]
    if receipt.fee is not None:
        rows.append(("fee paid", fee_text(receipt.fee)))
        if shown is not None and receipt.fee > shown + receipt.tip:
            rows.append(("", f"the endpoint said {fee_text(shown)} before"))
    return Facts(rows)
