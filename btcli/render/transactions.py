"""Facts about a transaction before and after it is signed."""

from __future__ import annotations

from btcli.documents import AnnouncementDocument
from btcli.output import ChainIdentity
from btcli.render.blocks import Facts
from btsdk.tx.prepare import Preview
from btsdk.tx.receipt import Receipt
from btsdk.units import Tao


def preview_facts(preview: Preview) -> Facts:
    """The preview of the transaction that is signed."""
    rows = [("effect", effect) for effect in preview.effects[:1]]
    rows += [("", effect) for effect in preview.effects[1:]]
    rows.append(("fee", fee_text(preview.fee)))
    if preview.tip:
        rows.append(("tip", f"{preview.tip:,}"))
    rows.append(("signer", preview.signer))
    rows.append(("call", preview.call))
    if preview.last_block is not None:
        rows.append(("valid until", f"block {preview.last_block}"))
    rows.append(("nonce", str(preview.nonce)))
    rows.append(("on", str(ChainIdentity(preview.network, preview.chain, preview.genesis_hash))))
    refused = {refusal.reason for refusal in preview.refusals}
    rows += [("will fail", f"{one.code}: {one.reason}") for one in preview.refusals]
    rows += [("warning", warning) for warning in preview.warnings if warning not in refused]
    rows += [("differs", difference) for difference in preview.differences]
    return Facts(rows, title="About to sign")


def announcement_facts(announcement: AnnouncementDocument) -> Facts:
    """An announced call, with the data to execute it later."""
    return Facts(
        (
            ("announced for", announcement["real"]),
            ("call hash", announcement["call_hash"]),
            ("call", announcement["call_data"]),
        )
    )


def fee_text(fee: Tao | None) -> str:
    """A fee, none or unknown."""
    if fee is None:
        return "unknown: the node does not tell"
    return f"{fee:,}" if fee else "none"


def receipt_facts(receipt: Receipt, shown: Tao | None = None) -> Facts:
    """The block and the fee of a transaction; `shown` is the fee in the preview."""
    final = " (final)" if receipt.finalized else ""
    rows = [
        ("done in block", f"{receipt.block_number}{final}, extrinsic {receipt.index}"),
        ("block hash", receipt.block_hash),
        ("extrinsic", receipt.extrinsic_hash),
    ]
    if receipt.fee is not None:
        rows.append(("fee paid", fee_text(receipt.fee)))
        if shown is not None and receipt.fee > shown + receipt.tip:
            rows.append(("", f"the preview showed {fee_text(shown)}"))
    return Facts(rows)
