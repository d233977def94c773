"""A chain as one JSON document: its blocks, clock and pool; and the import of one.

A dump is not trusted: the import executes every block again and refuses an invalid one. So a dump
may come from any source, and loading it takes as long as making the blocks did.
"""

from __future__ import annotations

from typing import Any, Final

from btsdk.errors import ScaleError, UsageError
from btsdk.hexadecimal import from_hex
from btsdk.well_known_keys import CODE
from local_node.chain.block import Block, BlockRef
from local_node.chain.chain import Chain
from local_node.chain.errors import PoolError
from local_node.chain.genesis import began_compiled, genesis_code

FORMAT: Final = 1
"""Version of the document; a reader refuses a newer one."""

PART_BLOCKS: Final = 1000
PART_BYTES: Final = 4 * 1024 * 1024
"""The size of one part: so many blocks, or as many as fit in so many bytes, but at least one. A
part must fit in an answer, whose hex is twice as long.
"""


def dump(chain: Chain, first: int | None = None) -> dict[str, Any]:
    """The best chain from its first block on, its clock and its pool, as JSON values.

    With `first` only a part of its blocks: those with that number and later, as many as fit in
    `PART_BYTES`, and under `next` the number of the next part, or None. The genesis (`spec`, and
    `code` if it is a compiled runtime) is in the first part alone, and the pool in the last.
    """
    if chain.store.origin is not None:
        raise UsageError(
            f"the chain is a fork of {chain.store.origin.url}, whose state is not part of a dump",
            hint="Stop the node, and copy the chain file itself.",
        )
    with chain.held():
        begins = first is None or first <= 1
        code = _code(chain) if begins else None
        blocks, following = _blocks(chain, first, beside=len(code or b""))
        ends = following is None
        return {
            "format": FORMAT,
            "chain": chain.spec.id,
            "spec": getattr(chain.spec, "text", None) if begins else None,
            "code": None if code is None else "0x" + code.hex(),
            "genesis": "0x" + chain.genesis_hash.hex(),
            "compiled": chain.is_compiled,
            "head": "0x" + chain.best.hash.hex(),
            "height": chain.best.number,
            "clockOffsetMs": chain.clock.offset_ms,
            "impersonated": ["0x" + account.hex() for account in sorted(chain.impersonation.ever)],
            "pool": ["0x" + entry.extrinsic.hex() for entry in chain.pool.entries() if ends],
            "blocks": ["0x" + block.hex() for block in blocks],
        } | ({} if first is None else {"next": following})


def _code(chain: Chain) -> bytes | None:
    """The compiled runtime with which the chain began, unless its spec has it."""
    if not began_compiled(chain.store):
        return None
    code = genesis_code(chain.spec, chain.store)
    if code is None:
        raise UsageError(
            "the compiled runtime with which the chain began is no longer in its file",
            hint="Stop the node, and copy the chain file itself.",
        )
    raw = chain.spec.genesis.get("raw", {}).get("top", {})
    return None if raw.get("0x" + CODE.hex()) == "0x" + code.hex() else code


def _blocks(chain: Chain, first: int | None, beside: int) -> tuple[list[bytes], int | None]:
    """Encoded blocks, and the number of the first that did not fit with `beside` other bytes."""
    blocks: list[bytes] = []
    size, whole = beside, first is None
    for number in chain.numbers(max(first or 0, 1), -1 if whole else PART_BLOCKS + 1):
        name = chain.hash_at(number)
        block = None if name is None else chain.block(name)
        if block is None:
            continue
        encoded = block.encode()
        size += len(encoded)
        is_full = size > PART_BYTES or len(blocks) == PART_BLOCKS
        if not whole and is_full and (blocks or beside):
            return blocks, number
        blocks.append(encoded)
    return blocks, None


def load(chain: Chain, document: Any) -> BlockRef:
    """Bring a chain of the same genesis to the head of a dump; returns the head.

    All or nothing: for an invalid block `BadBlock` is raised and the chain is unchanged. Extrinsics
    of the dump's pool are submitted if they are still valid.
    """
    _expect(chain, document)
    with chain.held():
        before = chain.snapshot()
        try:
            _enter(chain, document)
        except (KeyError, TypeError, ValueError, ScaleError) as error:
            chain.revert(before)
            raise UsageError(f"the dump is damaged: {error}") from error
        except BaseException:
            chain.revert(before)
            raise
        return chain.best


def _enter(chain: Chain, document: dict[str, Any]) -> None:
    chain.impersonation.note([from_hex(account) for account in document["impersonated"]])
    for text in document["blocks"]:
        chain.import_block(Block.decode(from_hex(text)))
    chain.revert_to(from_hex(document["head"]), resubmit=False)
    chain.set_clock_offset(document["clockOffsetMs"])
    for text in document["pool"]:
        _submit(chain, from_hex(text))


def _submit(chain: Chain, extrinsic: bytes) -> None:
    try:
        chain.submit(extrinsic, produce=False)
    except PoolError:
        return  # the pool refuses it, as from any sender


def _expect(chain: Chain, document: Any) -> None:
    if not isinstance(document, dict) or type(document.get("format")) is not int:
        raise UsageError("this is not a dump of a chain")
    if document["format"] > FORMAT:
        raise UsageError(
            f"the dump has format {document['format']}, and this release knows {FORMAT}",
            hint="Upgrade btsdk.",
        )
    if document.get("genesis") != "0x" + chain.genesis_hash.hex():
        raise UsageError(
            f"the dump is of chain {document.get('chain')!r} with genesis "
            f"{document.get('genesis')}, and this one begins with 0x{chain.genesis_hash.hex()}",
            hint="Load it into a chain of the same spec.",
        )
