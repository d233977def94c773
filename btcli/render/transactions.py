"""Facts about a transaction before and after it is signed."""

from __future__ import annotations

import re
from collections.abc import Mapping

from btcli.documents import AnnouncementDocument
from btcli.output import ChainIdentity
from btcli.render.blocks import Facts
from btsdk.tx.prepare import Preview
from btsdk.tx.receipt import Receipt
from btsdk.units import Tao

_BASE58 = re.compile(r"\b[1-9A-HJ-NP-Za-km-z]{46,50}\b")


def preview_facts(preview: Preview, names: Mapping[str, str] | None = None) -> Facts:
    """The preview of the transaction that is signed, with the `names` of known addresses."""
    effects = [with_names(effect, names or {}) for effect in preview.effects]
    rows = [("effect" if not number else "", effect) for number, effect in enumerate(effects)]
    rows.append(("fee", fee_text(preview.fee)))
    if preview.tip:
        rows.append(("tip", f"{preview.tip:,}"))
    rows.append(("signer", with_names(preview.signer, names or {})))
    rows.append(("call", preview.call))
    if preview.last_block is not None:
        rows.append(("valid until", f"block {preview.last_block}"))
    rows.append(("nonce", str(preview.nonce)))
    rows.append(("on", str(ChainIdentity(preview.network, preview.chain, preview.genesis_hash))))
    refused = {refusal.reason for refusal in preview.refusals}
    failures = (f"{one.code}: {one.reason}" for one in preview.refusals)
    warnings = (warning for warning in preview.warnings if warning not in refused)
    rows += [("will fail", with_names(failure, names or {})) for failure in failures]
    rows += [("warning", with_names(warning, names or {})) for warning in warnings]
    rows += [("differs", difference) for difference in preview.differences]
    return Facts(rows, title="About to sign")


def with_names(text: str, names: Mapping[str, str]) -> str:
    """The text with the name of each known address behind it."""

    def named(found: re.Match[str]) -> str:
        name = names.get(found[0])
        return found[0] if name is None else f"{found[0]} ({name})"

    return _BASE58.sub(named, text)


def announcement_facts(announcement: AnnouncementDocument) -> Facts:
    """A call that is executed later, with the data that this takes."""
    return Facts(
        (
            ("account", announcement["real"]),
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
