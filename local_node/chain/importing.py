"""Import of blocks made elsewhere: seal, parent, execution, roots."""

from __future__ import annotations

from typing import Final

from btsdk.errors import BtError
from btsdk.keys.verifying import verify
from local_node.chain.authoring import slot_author
from local_node.chain.block import AURA, Block, Header, encode_body
from local_node.chain.history import History
from local_node.chain.host import ANY_SIGNATURE, Amended, Host
from local_node.chain.inherents import Moment, inherent_data
from local_node.chain.moments import is_in_time
from local_node.chain.patch import Patch, patch_of
from local_node.runtime.boundary import RuntimePanic, UnknownEntry
from local_node.runtime.version import AURA_API, RuntimeVersion
from local_node.state.store import State
from local_node.state.trie import Update, ordered_root

_ORDINARY_SLOT: Final = 2**40
"""Up to this slot every block is in time, whatever the slot duration."""


class BadBlock(BtError):
    """A block that no honest author could have made on its parent."""

    def __init__(self, block: Block, reason: str) -> None:
        super().__init__(f"block #{block.number} (0x{block.hash.hex()}): {reason}")
        self.block_hash = block.hash
        self.reason = reason


class Importer:
    """Executes blocks; nothing is kept until the caller commits it."""

    def __init__(self, host: Host, history: History) -> None:
        self._host = host
        self._history = history

    def execute(self, block: Block) -> tuple[Update, dict[bytes, bytes | None]]:
        """The trie and the changes of a block on its parent.

        Raises `UnknownBlock` or `StateDiscarded` for its parent, `BadBlock` for an invalid block.
        """
        parent = self._history.known_header(block.header.parent_hash)
        state = self._history.state(parent.hash)
        patch = patch_of(block.header)
        if block.number != parent.number + 1 and not (patch and block.number > parent.number):
            raise BadBlock(block, f"its number does not follow its parent's, {parent.number}")
        base = Amended(state, patch.changes) if patch is not None and patch.mends else state
        version = RuntimeVersion.decode(self._host.call("Core_version", b"", base))
        root = ordered_root(block.extrinsics, version.extrinsics_layout)
        if block.header.extrinsics_root != root:
            raise BadBlock(block, "the extrinsics root is not that of its body")
        if version.declares(AURA_API):
            self._check_seal(block, parent, base)
        if self._host.mocks_seals:
            self._check_inherents(block, base, version)
        return self._run(block, base, patch)

    def _check_inherents(
        self, block: Block, state: State | Amended, version: RuntimeVersion
    ) -> None:
        """A compiled runtime checks the inherents in a call of its own, before the block is
        executed."""
        moment = block_moment(self._host, block.header, state)
        if moment is None:
            return
        args = block.header.unsealed().encode() + encode_body(block.extrinsics)
        try:
            answer = self._host.call(
                "BlockBuilder_check_inherents", args + inherent_data(moment, version), state
            )
        except UnknownEntry:
            return  # this runtime does not check them
        except RuntimePanic as panic:
            raise BadBlock(block, panic.reason) from panic
        if answer[:1] != b"\x01":
            raise BadBlock(block, f"the runtime refuses its inherents: 0x{answer.hex()}")

    def _run(
        self, block: Block, state: State | Amended, patch: Patch | None
    ) -> tuple[Update, dict[bytes, bytes | None]]:
        ext = self._host.externalities(state)
        header = block.header.unsealed()
        if patch is not None:
            header = patch.off(header)
        args = header.encode() + encode_body(block.extrinsics)
        try:
            self._host.run("Core_execute_block", args, ext)
        except RuntimePanic as panic:
            raise BadBlock(block, panic.reason) from panic
        if patch is not None and not patch.mends:
            ext.write(patch.changes)
        if ext.root() != block.header.state_root:
            raise BadBlock(block, f"executing it leads to state root 0x{ext.root().hex()}")
        return ext.update(), ext.changes()

    def _check_seal(self, block: Block, parent: Header, state: State | Amended) -> None:
        slot, seal = block.header.slot, block.header.seal
        if slot is None or seal is None or seal.engine != AURA:
            raise BadBlock(block, "it has no slot or no seal")
        if parent.slot is not None and slot <= parent.slot:
            raise BadBlock(block, f"slot {slot} is not later than its parent's, {parent.slot}")
        if slot > _ORDINARY_SLOT and not is_in_time(slot, slot_duration(self._host, state)):
            raise BadBlock(block, f"slot {slot} is beyond 64 bits of milliseconds")
        author = slot_author(self._host, state, slot)
        if self._host.mocks_seals and seal.data == ANY_SIGNATURE:
            return
        if not verify(seal.data, block.header.unsealed().hash, author):
            raise BadBlock(block, f"its seal is not by 0x{author.hex()}, whose slot it is")


def block_moment(host: Host, header: Header, state: State | Amended) -> Moment | None:
    """The time of a block, None if it has no slot."""
    slot = header.slot
    if slot is None:
        return None
    return Moment(slot * slot_duration(host, state), slot)


def slot_duration(host: Host, state: State | Amended) -> int:
    """The duration of a slot, in milliseconds."""
    return int.from_bytes(host.call("AuraApi_slot_duration", b"", state), "little")
