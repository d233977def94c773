"""The operation that publishes data of a neuron, plain or sealed until a round of the beacon."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from btsdk.calls import commitments as calls
from btsdk.constants import commitments as constants
from btsdk.descriptors.inputs import Text
from btsdk.errors import UsageError
from btsdk.events.commitments import Commitment, TimelockCommitment
from btsdk.integers import settle
from btsdk.keys import ss58
from btsdk.ops.checks import deposit_refusals, settle_netuid
from btsdk.ops.commit_timelocked_weights import no_pulses, node_has_beacon
from btsdk.reads.beacon import opening_in_blocks, opening_in_rounds
from btsdk.reads.neurons import uid
from btsdk.reads.weights import Opening
from btsdk.rpc.effects import Program
from btsdk.scale.primitives import compact_encode
from btsdk.state.block_context import BlockContext
from btsdk.state.query import constant, storage_many
from btsdk.storage import commitments, subtensor
from btsdk.tx.operation import Draft, Refusal
from btsdk.tx.outcome import expected
from btsdk.units import Tao

__all__ = ["SetCommitment"]

_RAW_BYTES = 128
_BIG_BYTES = 512
_SEALED_BYTES = 1_024
_LEAST_SPACE = 100
"""The bytes that the chain counts for a commitment at least."""


@dataclass(frozen=True)
class SetCommitment:
    """Publish data of up to 512 bytes on a subnet, signed by a neuron's hotkey; it replaces the
    hotkey's last commitment.

    With `reveal_in_blocks` or `reveal_in_rounds` (of the drand beacon) it stays encrypted until
    then, and the chain reveals it. `reset_bonds` also resets the bonds to this neuron, if the
    subnet's owner allows that.
    """

    netuid: int
    data: Text
    reveal_in_blocks: int | None = None
    reveal_in_rounds: int | None = None
    reset_bonds: bool = False

    def __post_init__(self) -> None:
        settle_netuid(self)
        if not isinstance(self.data, (str, bytes)):
            raise UsageError(f"data is text or bytes, not {type(self.data).__name__}")
        if self.reveal_in_blocks is not None and self.reveal_in_rounds is not None:
            raise UsageError("data is revealed in a number of blocks or of rounds, not both")
        for name in ("reveal_in_blocks", "reveal_in_rounds"):
            if getattr(self, name) is not None:
                settle(self, name, 1)
        if not self._sealed and len(self._bytes) > _BIG_BYTES:
            size = len(self._bytes)
            raise UsageError(f"a commitment holds {_BIG_BYTES} bytes, and this has {size}")

    @property
    def _bytes(self) -> bytes:
        return self.data.encode() if isinstance(self.data, str) else self.data

    @property
    def _sealed(self) -> bool:
        return self.reveal_in_blocks is not None or self.reveal_in_rounds is not None

    def draft(self, at: BlockContext, origin: str) -> Program[Draft]:
        """`set_commitment`."""
        when = yield from self._opening(at)
        field, size = self._field(when)
        fields: list[Any] = [field, "ResetBondsFlag"] if self.reset_bonds else [field]
        effects = [f"{size} bytes of {origin} are published on subnet {self.netuid}"]
        warnings: tuple[str, ...] = ()
        if when is not None:
            effects.append(
                f"nobody can read them before round {when.round} of the beacon, near block "
                f"{when.block}; then the chain reveals them"
            )
            if not when.pulses_come and not (yield from node_has_beacon()):
                warnings += (no_pulses(when),)
        if self.reset_bonds:
            effects.append(f"the bonds to {origin} are reset, if the subnet allows it")
        refusals = yield from self._refusals(at, origin, size, len(fields))
        who = ss58.decode(origin)
        done = expected(Commitment, netuid=self.netuid, who=who)
        if when is not None:
            done = expected(
                TimelockCommitment, netuid=self.netuid, who=who, reveal_round=when.round
            )
        call = calls.SetCommitment(netuid=self.netuid, info={"fields": fields})
        return Draft(call, tuple(effects), warnings, expects=(done,), refusals=refusals)

    def _opening(self, at: BlockContext) -> Program[Opening | None]:
        if self.reveal_in_blocks is not None:
            return (yield from opening_in_blocks(at, self.reveal_in_blocks))
        if self.reveal_in_rounds is not None:
            return (yield from opening_in_rounds(at, self.reveal_in_rounds))
        return None

    def _field(self, when: Opening | None) -> tuple[Any, int]:
        """The field as the codec takes it, and its size in bytes."""
        data = self._bytes
        if when is None:
            kind = "BigRaw" if len(data) > _RAW_BYTES else f"Raw{len(data)}"
            return (kind, data), len(data)
        from btsdk.timelock import encryption  # noqa: PLC0415  # loads a curve

        # Bittensor's clients expect the length in front of what is revealed.
        sealed = encryption.encrypt(compact_encode(len(data)) + data, when.round, when.public_key)
        if len(sealed) > _SEALED_BYTES:
            raise UsageError(
                f"a sealed commitment holds {_SEALED_BYTES} bytes, and this has {len(sealed)}",
                hint=f"The data of {len(data)} bytes is too long.",
            )
        content = {"encrypted": sealed, "reveal_round": when.round}
        return ("TimelockEncrypted", content), len(sealed)

    def _refusals(
        self, at: BlockContext, origin: str, size: int, fields: int
    ) -> Program[tuple[Refusal, ...]]:
        if (yield from uid(at, self.netuid, origin)) is None:
            reason = f"{origin} is not registered on subnet {self.netuid}"
            return (Refusal("Commitments.AccountNotAllowedCommit", reason),)
        who, netuid = ss58.decode(origin), self.netuid
        most, usage, old, epoch, last, tempo = yield from storage_many(
            at,
            [
                (commitments.MaxSpace, ()),
                (commitments.UsedSpaceOf, (netuid, who)),
                (commitments.CommitmentOf, (netuid, who)),
                (subtensor.SubnetEpochIndex, (netuid,)),
                (subtensor.LastEpochBlock, (netuid,)),
                (subtensor.Tempo, (netuid,)),
            ],
        )
        used = usage["used_space"] if usage and usage["last_epoch"] == epoch else 0
        if used + max(size, _LEAST_SPACE) > most:
            reason = (
                f"{used:,} of {most:,} bytes of this epoch are used; the next one begins near "
                f"block {last + tempo}"
            )
            return (Refusal("Commitments.SpaceLimitExceeded", reason),)
        due = constant(at, constants.InitialDeposit) + constant(at, constants.FieldDeposit) * fields
        more = max(due - (old["deposit"] if old else 0), 0)
        return (yield from deposit_refusals(at, origin, Tao.from_rao(more)))
