"""TAO of EVM addresses, and the EVM address of a neuron."""

from __future__ import annotations

from dataclasses import dataclass, field

from btsdk.calls import evm as calls
from btsdk.calls import subtensor
from btsdk.errors import UsageError
from btsdk.events.balances import Transfer as Moved
from btsdk.events.subtensor import EvmKeyAssociated
from btsdk.hexadecimal import from_hex
from btsdk.keys import ss58
from btsdk.keys.hashing import keccak_256
from btsdk.ops.checks import check_tao, settle_netuid
from btsdk.ops.derived import evm_address_of, evm_mirror_address
from btsdk.ops.transfer import Transfer
from btsdk.reads.balances import balance
from btsdk.reads.neurons import owner, uid
from btsdk.rpc.effects import Program
from btsdk.state.block_context import BlockContext
from btsdk.tx.operation import Draft, Refusal
from btsdk.tx.outcome import expected
from btsdk.units import Tao

__all__ = ["AssociateEvmKey", "EvmWithdraw", "FundEvmKey"]

_KEY_BYTES = 32
_ADDRESS_BYTES = 20
_MESSAGE_PREFIX = b"\x19Ethereum Signed Message:\n"


@dataclass(frozen=True)
class FundEvmKey:
    """Send TAO to an EVM address (20 bytes, or 0x text): to the account under which the chain
    keeps its TAO (`evm_mirror_address`)."""

    evm_address: str | bytes
    amount: Tao

    def __post_init__(self) -> None:
        object.__setattr__(self, "evm_address", "0x" + evm_address_of(self.evm_address).hex())
        check_tao(self.amount)

    def draft(self, at: BlockContext, origin: str) -> Program[Draft]:
        """`transfer_keep_alive` to the mirror account."""
        mirror = evm_mirror_address(self.evm_address)
        inner = yield from Transfer(mirror, self.amount).draft(at, origin)
        shown = f"{mirror} holds the TAO of the EVM address {self.evm_address!s}"
        return Draft(
            inner.call,
            (*inner.effects, shown),
            inner.warnings,
            spends=inner.spends,
            expects=inner.expects,
            refusals=inner.refusals,
        )


@dataclass(frozen=True)
class EvmWithdraw:
    """Take TAO out of the EVM to the signer: from the EVM address that is the first 20 bytes of
    the signer's public key (`evm_address`); the chain lets no other account withdraw from it."""

    amount: Tao

    def __post_init__(self) -> None:
        check_tao(self.amount)

    @staticmethod
    def evm_address(account: str) -> str:
        """The EVM address from which an account withdraws; send TAO to it inside the EVM."""
        return "0x" + ss58.decode(account)[:_ADDRESS_BYTES].hex()

    def draft(self, at: BlockContext, origin: str) -> Program[Draft]:
        """`EVM.withdraw`."""
        address = self.evm_address(origin)
        mirror = evm_mirror_address(address)
        held = yield from balance(at, mirror)
        refusals: tuple[Refusal, ...] = ()
        if held.transferable < self.amount:
            reason = f"the EVM address {address} can move {held.transferable:,}"
            refusals = (Refusal("Token.FundsUnavailable", reason),)
        effects = (f"{self.amount:,} moves from the EVM address {address} to {origin}",)
        call = calls.Withdraw(address=evm_address_of(address), value=self.amount)
        who = ss58.decode(origin)
        moved = expected(Moved, from_=ss58.decode(mirror), to=who, amount=self.amount.rao)
        return Draft(call, effects, expects=(moved,), refusals=refusals)


@dataclass(frozen=True)
class AssociateEvmKey:
    """Associate an EVM address with the signing hotkey's neuron.

    `private_key` is the EVM account's secp256k1 key (32 bytes, or 0x text), which signs the hotkey
    and the present block; it is neither sent nor shown.
    """

    netuid: int
    private_key: str | bytes = field(repr=False)

    def __post_init__(self) -> None:
        settle_netuid(self)
        object.__setattr__(self, "private_key", _secret(self.private_key))

    def draft(self, at: BlockContext, origin: str) -> Program[Draft]:
        """`associate_evm_key`."""
        import coincurve  # noqa: PLC0415  # 25 ms of start-up, and few operations sign so

        key = coincurve.PrivateKey(_secret(self.private_key))
        address = keccak_256(key.public_key.format(compressed=False)[1:])[-_ADDRESS_BYTES:]
        hotkey = ss58.decode(origin)
        message = hotkey + keccak_256(at.number.to_bytes(8, "little"))
        signature = key.sign_recoverable(_eip191(message), hasher=None)
        refusals: tuple[Refusal, ...] = ()
        if (yield from owner(at, origin)) is None:
            reason = f"no coldkey has registered the hotkey {origin}"
            refusals = (Refusal("SubtensorModule.NonAssociatedColdKey", reason),)
        elif (yield from uid(at, self.netuid, origin)) is None:
            reason = f"the hotkey is not registered on subnet {self.netuid}"
            refusals = (Refusal("SubtensorModule.HotKeyNotRegisteredInSubNet", reason),)
        shown = f"0x{address.hex()}"
        effects = (f"the EVM address {shown} is that of {origin} on subnet {self.netuid}",)
        call = subtensor.AssociateEvmKey(
            netuid=self.netuid, evm_key=address, block_number=at.number, signature=signature
        )
        done = expected(EvmKeyAssociated, netuid=self.netuid, hotkey=hotkey, evm_key=address)
        return Draft(call, effects, expects=(done,), refusals=refusals)


def _secret(value: str | bytes) -> bytes:
    try:
        data = value if isinstance(value, bytes) else from_hex(value)
    except ValueError:
        data = b""
    if len(data) != _KEY_BYTES:
        raise UsageError("the private key of an EVM account is 32 bytes, or hex text of 64 digits")
    return data


def _eip191(message: bytes) -> bytes:
    """The hash that Ethereum's wallets sign for a message."""
    return keccak_256(_MESSAGE_PREFIX + str(len(message)).encode() + message)
