"""The error tree of the project (standard library only).

    BtError
    ├── UsageError                 an invalid argument
    │   ├── AddressError           not an ss58 address of this network
    │   ├── AmountError            not an amount, or more digits than the unit has
    │   ├── SecretError            not a mnemonic, seed, key or derivation URI (it is never shown)
    │   ├── UnitMismatch           amounts of different units were combined
    │   ├── ChainSpecError         no chain of that name, or an invalid spec file
    │   ├── OfflineTransactionError   a transaction in a file that must not be signed or sent
    │   ├── MetadataFileError      a file that holds no metadata of a runtime
    │   ├── OutputFolderError      a folder in which nothing can be written
    │   └── NetworkProxyError      a proxy for network connections that cannot be used
    ├── ScaleError                 bytes or values that do not fit their type
    │   ├── DecodeError            the bytes are truncated, oversized, too deep or trailing
    │   └── EncodeError            the value is not one of the type (a UsageError, too)
    ├── IncompatibleItem           the live chain declares an item in another shape
    ├── NotFound                   the chain has no such thing
    │   ├── SubnetNotFound
    │   └── MechanismNotFound
    ├── InterfaceDiffers           a known network's calls differ from the declarations
    ├── TransportError             the endpoint cannot be reached, or was lost
    │   ├── ConnectError
    │   ├── ConnectionLost
    │   └── DeadlineExceeded
    ├── ProtocolError              the endpoint broke the protocol
    │   └── RpcError               a JSON-RPC error object, with its code
    ├── TransactionError           an extrinsic that was not executed as intended
    │   ├── TransactionRefused     the pool refused it (1010, 1012, 1014 …)
    │   ├── TransactionDropped     it left the pool without a block
    │   │   └── TransactionExpired its era ended first: sign it again
    │   ├── ShieldKeyMissing       the chain announces no key for MEV protection
    │   ├── ShieldedNotOpened      the author did not include the extrinsic from the envelope
    │   ├── DispatchError          it failed in its block
    │   ├── UnexpectedOutcome      it succeeded without the expected events
    │   └── PolicyViolation        the client's signing policy forbids it: nothing was signed
    ├── WalletError                key files and passwords
    │   ├── KeyFileExists
    │   ├── KeyFileMissing
    │   ├── KeyFileCorrupt
    │   └── WrongPassword
    ├── InteropError               `substrateinterface` cannot be used here
    ├── ChainFileError             the local chain's file: held, foreign, or damaged
    ├── ForkedProcess              an object of the parent process was used in its child
    └── SearchStopped              a proof-of-work search ended without a seal

The local node defines further leaves of `BtError` beside the code that raises them: they are about
blocks, tries and runtimes, and reach clients as JSON-RPC errors.

The message is made from the fields, and no field holds a secret. A `hint` says what to do next;
`retryable` says whether the same call may succeed later.
"""

from __future__ import annotations

from collections.abc import Iterable


class BtError(Exception):
    """Root of the tree. `str(error)` says what was tried and what came back."""

    retryable: bool = False

    def __init__(self, message: str, *, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return self.message


class UsageError(BtError, ValueError):
    """An invalid argument."""


class AddressError(UsageError):
    """A string that is not an ss58 address, or is an address of another network."""

    def __init__(self, address: str, reason: str, *, hint: str | None = None) -> None:
        super().__init__(f"{address!r} is not a valid address: {reason}", hint=hint)
        self.address = address
        self.reason = reason


class AmountError(UsageError):
    """A string or number that is not an exact amount of its unit."""


class SecretError(UsageError):
    """A string that is not a mnemonic, seed, private key or derivation URI; the message never
    repeats it."""


class UnitMismatch(UsageError, TypeError):
    """Amounts of different units were added, compared or passed for one another."""


class ChainSpecError(UsageError):
    """An unknown chain, or a file that is not a chain spec; `place` is the position in the file."""

    def __init__(self, spec: str, reason: str, *, place: str = "", hint: str | None = None) -> None:
        where = f"{spec}, {place}" if place else spec
        super().__init__(f"{where}: {reason}", hint=hint)
        self.spec = spec
        self.reason = reason
        self.place = place


class OfflineTransactionError(UsageError):
    """A transaction in a file that is damaged or was changed, has expired, or is for another chain
    or runtime."""


class NetworkProxyError(UsageError):
    """A proxy for network connections that cannot be used; nothing was connected.

    `variable` is the environment variable that names it. The message never shows its value, which
    may contain a password.
    """

    def __init__(self, variable: str, reason: str, *, install: str | None = None) -> None:
        first = f"Install {install}, or set" if install else "Set"
        super().__init__(
            f"{variable} {reason}",
            hint=f"{first} it to a URL such as http://proxy.example:3128, or unset it. To connect "
            "directly, name the host of the endpoint in NO_PROXY, or use no proxy at all: "
            "proxy=None of a client, --no-network-proxy of btcli.",
        )
        self.variable = variable
        self.reason = reason


class MetadataFileError(UsageError):
    """A file that holds no metadata, or metadata of a version that is not decoded."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(
            f"{path}: {reason}",
            hint="It takes metadata of version 14 or 15 as `state_getMetadata` returns it: raw "
            "bytes, 0x-hex, or the whole JSON-RPC answer.",
        )
        self.path = path
        self.reason = reason


class OutputFolderError(UsageError):
    """A folder that cannot be written, or holds other files; nothing was changed."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}", hint="Name another folder with --out DIR.")
        self.path = path
        self.reason = reason


class ScaleError(BtError, ValueError):
    """Bytes and values that do not fit a SCALE type."""


class DecodeError(ScaleError):
    """Bytes that are not a value of the type; `offset` is where reading stopped."""

    def __init__(self, message: str, *, offset: int | None = None, hint: str | None = None) -> None:
        super().__init__(message if offset is None else f"{message} (at byte {offset})", hint=hint)
        self.offset = offset


class EncodeError(ScaleError, UsageError):
    """A value that the type cannot hold; `path` names the place inside the value."""

    def __init__(self, message: str, *, path: str = "", hint: str | None = None) -> None:
        super().__init__(f"{path}: {message}" if path else message, hint=hint)
        self.path = path


class IncompatibleItem(BtError):
    """An item of the live chain has another shape than the compiled one, or does not exist: `known`
    are the names that do."""

    def __init__(
        self, item: str, expected: str, found: str | None, *, known: Iterable[str] = ()
    ) -> None:
        if found is None:
            message = f"{item} does not exist on this chain"
        else:
            message = f"{item} has another shape on this chain: expected {expected}, found {found}"
        likely = _close(item.rpartition(".")[2], known)
        meant = f"Did you mean {' or '.join(likely)}?" if likely else None
        super().__init__(message, hint=meant or "Use a release made for this runtime.")
        self.item = item
        self.expected = expected
        self.found = found


def _close(name: str, known: Iterable[str]) -> list[str]:
    names = list(known)
    if not names:
        return []
    from difflib import get_close_matches  # noqa: PLC0415  # only where something is wrong

    return get_close_matches(name, names, 3)


class NotFound(BtError, LookupError):
    """The chain has no such thing at the block that was read."""


class SubnetNotFound(NotFound):
    """There is no subnet of this netuid."""

    def __init__(self, netuid: int) -> None:
        super().__init__(f"there is no subnet {netuid}", hint="`View.subnets` lists the subnets.")
        self.netuid = netuid


class MechanismNotFound(NotFound):
    """The subnet has no mechanism of this number; the first one is 0."""

    def __init__(self, netuid: int, mechanism: int) -> None:
        super().__init__(
            f"subnet {netuid} has no mechanism {mechanism}",
            hint="`View.mechanisms` tells how many it has.",
        )
        self.netuid = netuid
        self.mechanism = mechanism


class InterfaceDiffers(BtError):
    """A call to be signed for a known network differs from this release's declaration.

    Nothing was signed. Either the network was upgraded, or the endpoint describes its calls
    wrongly, and a call other than the shown one would be signed.
    """

    def __init__(self, network: str, differences: tuple[str, ...]) -> None:
        super().__init__(
            f"{network} is not as this release declares it: {'; '.join(differences)}",
            hint="Use another endpoint, or a newer release. If you know why it differs, accept it: "
            "Plan.accepting_differences(), or accept_differences=True.",
        )
        self.network = network
        self.differences = differences


class TransportError(BtError, ConnectionError):
    """The endpoint could not be reached, or was lost; the result of pending requests is unknown."""

    retryable = True

    def __init__(self, endpoint: str, reason: str, *, hint: str | None = None) -> None:
        super().__init__(f"{endpoint}: {reason}", hint=hint)
        self.endpoint = endpoint
        self.reason = reason


class ConnectError(TransportError):
    """No connection could be made."""


class ConnectionLost(TransportError):
    """The connection broke and could not be restored in time."""


class DeadlineExceeded(TransportError, TimeoutError):
    """The endpoint did not answer in time."""


class ProtocolError(BtError):
    """The peer broke the protocol: not JSON, not JSON-RPC, or an answer of the wrong shape."""


class RpcError(ProtocolError):
    """The peer answered with a JSON-RPC error object."""

    def __init__(
        self, method: str, code: int, message: str, data: object = None, *, hint: str | None = None
    ) -> None:
        detail = f": {data}" if isinstance(data, str) and data and data != message else ""
        super().__init__(f"{method} failed with {code}: {message}{detail}", hint=hint)
        self.method = method
        self.code = code
        self.rpc_message = message
        self.data = data


class TransactionError(BtError):
    """An extrinsic was not executed as intended."""


class TransactionRefused(TransactionError):
    """The pool refused the extrinsic; it is in no block and cost nothing.

    `code` is the node's JSON-RPC code (1010 invalid, 1011 unknown validity, 1012 temporarily
    banned, 1013 already imported, 1014 priority too low), `reason` the name that Substrate gives
    the refusal (`Payment`, `Stale`, `BadProof`, `Custom(…)`; behind a custom code stands the
    chain's name for it). `meaning` is what a custom code means, in words.
    """

    def __init__(
        self, code: int, reason: str, meaning: str | None = None, *, hint: str | None = None
    ) -> None:
        custom, _, name = reason.partition(") ")
        said, codes = (name, f"{code}, {custom})") if name else (reason, str(code))
        said = said if meaning is None else f"{said}: {meaning}"
        super().__init__(f"the node refused the transaction: {said} (code {codes})", hint=hint)
        self.code = code
        self.reason = reason
        self.meaning = meaning


class TransactionDropped(TransactionError):
    """The extrinsic left the pool (dropped, usurped, invalid, expired) without reaching a block."""

    def __init__(self, status: str, extrinsic_hash: str, *, hint: str | None = None) -> None:
        super().__init__(f"transaction {extrinsic_hash} left the pool: {status}", hint=hint)
        self.status = status
        self.extrinsic_hash = extrinsic_hash


class TransactionExpired(TransactionDropped):
    """The era of the signature ended before a block took the extrinsic; no block ever can.

    It is safe to prepare and sign the same operation again.
    """

    retryable = True

    def __init__(self, extrinsic_hash: str, last_block: int | None = None) -> None:
        ended = "its era has ended" + ("" if last_block is None else f" with block {last_block}")
        super().__init__(ended, extrinsic_hash, hint="Prepare the operation again and sign it.")
        self.last_block = last_block


class ShieldKeyMissing(TransactionError):
    """No author has announced a key for MEV protection; nothing was sent."""

    retryable = True

    def __init__(self) -> None:
        super().__init__(
            "the chain announces no key for MEV protection (MevShield.NextKey is empty)",
            hint="A chain has its first key two blocks after its genesis: try again after a block "
            "or two (`btcli node advance 2` makes them on a local chain), or send it without MEV "
            "protection.",
        )


class ShieldedNotOpened(TransactionError):
    """The envelope is in a block, its fee and nonce are spent, but the extrinsic in it was not
    executed.

    The author lost its key, found no room, or found the sealed extrinsic invalid.
    """

    def __init__(self, extrinsic_hash: str, envelope_hash: str, block_hash: str) -> None:
        super().__init__(
            f"the envelope {envelope_hash} is in block {block_hash}, and the transaction "
            f"{extrinsic_hash} that it sealed is not",
            hint="Nothing but the envelope's fee is gone: look at the account, and prepare the "
            "operation again.",
        )
        self.extrinsic_hash = extrinsic_hash
        self.envelope_hash = envelope_hash
        self.block_hash = block_hash


class DispatchError(TransactionError):
    """The extrinsic failed in its block: its fee is paid, its effects are undone.

    `pallet` is empty for errors that no pallet owns (`BadOrigin`, `Token.FundsUnavailable` …).
    `receipt` is the extrinsic's receipt (`btsdk.tx.receipt.Receipt`) if it is in a block.
    """

    def __init__(
        self,
        pallet: str,
        name: str,
        docs: str = "",
        *,
        block_hash: str | None = None,
        receipt: object | None = None,
        hint: str | None = None,
    ) -> None:
        label = f"{pallet}.{name}" if pallet else name
        # With a hint, the advice in the docs would be doubled.
        fact, _, advice = docs.partition("; ") if hint else (docs, "", "")
        said = f": {fact}." if advice else f": {docs}" if docs else ""
        super().__init__(f"the chain answered {label}{said}", hint=hint)
        self.pallet = pallet
        self.name = name
        self.docs = docs
        self.block_hash = block_hash
        self.receipt = receipt

    @property
    def code(self) -> str:
        """The stable name, such as `SubtensorModule.NotEnoughBalanceToStake`."""
        return f"{self.pallet}.{self.name}" if self.pallet else self.name


class UnexpectedOutcome(TransactionError):
    """The extrinsic succeeded without the events that the preview implies.

    The signed call was executed, whatever it was. `receipt` (`btsdk.tx.receipt.Receipt`) has its
    events, `missing` says which were expected.
    """

    def __init__(self, receipt: object, missing: tuple[str, ...], found: tuple[str, ...]) -> None:
        super().__init__(
            "THE CHAIN DID SOMETHING ELSE THAN WAS SHOWN: "
            f"it reported success, but not {'; '.join(missing)}. "
            f"It reported {', '.join(found) or 'nothing else'}",
            hint="Send nothing more through this endpoint. Check the account through another one, "
            "and move what is left through an endpoint that you trust.",
        )
        self.receipt = receipt
        self.missing = missing
        self.found = found


class PolicyViolation(TransactionError):
    """The client's signing policy forbids it; nothing was signed. `rule` is the limit's name."""

    def __init__(self, rule: str, reason: str) -> None:
        super().__init__(
            f"the signing policy forbids it: {reason}",
            hint=f"`{rule}` of the SigningPolicy decides.",
        )
        self.rule = rule
        self.reason = reason


class WalletError(BtError):
    """A problem with a key file or a password; the message names the file, never its content."""

    def __init__(self, path: str, reason: str, *, hint: str | None = None) -> None:
        super().__init__(f"{path}: {reason}", hint=hint)
        self.path = path
        self.reason = reason


class KeyFileExists(WalletError):
    """A file exists already, and overwriting was not requested."""


class KeyFileMissing(WalletError):
    """No such key file."""


class KeyFileCorrupt(WalletError):
    """The file is not a key file in any known format."""


class WrongPassword(WalletError):
    """The password is wrong, or none was given for an encrypted file."""


class InteropError(BtError):
    """`substrateinterface` was requested, but is missing, replaced, or cannot connect."""


class ChainFileError(BtError):
    """The local chain's file is held by another process, foreign, or damaged."""

    def __init__(self, path: str, reason: str, *, hint: str | None = None) -> None:
        super().__init__(f"{path}: {reason}", hint=hint)
        self.path = path
        self.reason = reason


class ForkedProcess(BtError):
    """An object of the parent process, such as a subscription, was used in its child after
    `fork()`.

    The parent's object is unchanged; `what` names it.
    """

    def __init__(self, what: str, *, hint: str) -> None:
        super().__init__(f"{what} belongs to the parent process of this one", hint=hint)
        self.what = what


class SearchStopped(BtError):
    """A proof-of-work search ended before it found a seal."""
