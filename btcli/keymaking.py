"""New key files: made, restored, and never over an old one without its name typed.

A mnemonic is shown once, on standard error, with a caution. It is in a JSON result only where
`--reveal-mnemonic` says so, and then nowhere else.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from btcli.context import Context
from btcli.documents import made_document
from btcli.output import Result
from btcli.render.wallets import key_facts
from btsdk.errors import KeyFileExists, UsageError, WalletError
from btsdk.keys import Keypair, PublicKey
from btsdk.wallet.keystore import open_keystore
from btsdk.wallet.stored import StoredKey

Kind = Literal["coldkey", "hotkey"]

_CAUTION = (
    "Write these words down and keep them where nobody else finds them: whoever has them has "
    "the key, and without them it is lost with its file. They are not shown again."
)


@dataclass(frozen=True)
class Made:
    """A key file as it lies there now; `created` is False where it was there already."""

    kind: Kind
    wallet: str
    name: str
    address: str
    file: Path
    encrypted: bool
    created: bool
    mnemonic: str | None = None


def make(
    context: Context,
    kind: Kind,
    *,
    uri: str | None = None,
    n_words: int = 12,
    use_password: bool,
    overwrite: bool,
) -> Made:
    """A new key: random, or of a derivation URI."""
    if uri is not None:
        keypair = Keypair.from_uri(uri)
        return write(context, kind, keypair, use_password=use_password, overwrite=overwrite)
    keypair = Keypair.generate(n_words)
    made = write(context, kind, keypair, use_password=use_password, overwrite=overwrite)
    return replace(made, mnemonic=keypair.reveal().mnemonic)


def write(
    context: Context, kind: Kind, keypair: Keypair, *, use_password: bool, overwrite: bool
) -> Made:
    """Write a key's files, over old ones only where somebody said so."""
    stored = stored_key(context, kind)
    _allow_overwriting(context, kind, stored, overwrite)
    stored.save(keypair, context.passwords if use_password else None, overwrite=overwrite)
    return Made(
        kind=kind,
        wallet=context.wallet.name,
        name=_name(context, kind),
        address=keypair.ss58_address,
        file=stored.private,
        encrypted=use_password,
        created=True,
    )


def write_public(context: Context, kind: Kind, key: PublicKey, overwrite: bool) -> Result:
    """Write the public file alone."""
    stored = stored_key(context, kind)
    if stored.exists:
        raise KeyFileExists(
            str(stored.private),
            "the private key is here, and its public file goes with it",
            hint="A public file alone is for machines that must not sign.",
        )
    if overwrite and stored.public.exists():
        context.confirm_by_name(f"{stored.public} is replaced.", _name(context, kind))
    stored.save_public(key, overwrite=overwrite)
    made = Made(
        kind,
        context.wallet.name,
        _name(context, kind),
        key.ss58_address,
        stored.public,
        False,
        True,
    )
    return result(context, made)


def existing(context: Context, kind: Kind) -> Made | None:
    """The key where it is there already, left as it is."""
    stored = stored_key(context, kind)
    if not stored.exists:
        return None
    address = stored.public_key.ss58_address
    name, encrypted = _name(context, kind), stored.encrypted
    return Made(kind, context.wallet.name, name, address, stored.private, encrypted, False)


def result(context: Context, *made: Made, reveal: bool = False) -> Result:
    """What was made, for a person or for JSON; new mnemonics are shown on the way."""
    for key in made:
        if key.mnemonic is not None and not (reveal and context.output.as_json):
            heading = f"Mnemonic of the {key.kind} {key.name!r}:"
            context.output.reveal(heading, "", f"    {key.mnemonic}", "", _CAUTION)
    data = {"keys": [made_document(key, reveal) for key in made]}
    return Result(data, tuple(key_facts(key) for key in made))


def stored_key(context: Context, kind: Kind) -> StoredKey:
    """The files of the wallet's coldkey or chosen hotkey."""
    return context.wallet.coldkey if kind == "coldkey" else context.wallet.hotkey


def restored(
    context: Context,
    kind: Kind,
    mnemonic: str | None,
    seed: str | None,
    json_file: str | None,
    json_password: str | None,
) -> Keypair:
    """The keypair of a mnemonic, seed or key file; asked for where none is given."""
    if sum(given is not None for given in (mnemonic, seed, json_file)) > 1:
        raise UsageError("give one of --mnemonic, --seed and --json, not several")
    if json_file is not None:
        return _from_file(context, Path(json_file).expanduser(), json_password)
    if mnemonic or seed:
        context.output.warn(
            "A secret on the command line stays in the shell's history and is seen by every "
            "process. Left away, it is asked for."
        )
    if seed is not None:
        return Keypair.from_seed(seed)
    return Keypair.from_mnemonic(mnemonic or context.ask_secret(f"Mnemonic of the {kind}: "))


def _from_file(context: Context, file: Path, password: str | None) -> Keypair:
    try:
        content = file.read_bytes()
    except OSError as error:
        raise WalletError(str(file), f"cannot be read: {error.strerror}") from error
    if password is None:
        password = context.ask_secret(f"Password of {file}: ")
    return open_keystore(content, password, str(file))


def _allow_overwriting(context: Context, kind: Kind, stored: StoredKey, overwrite: bool) -> None:
    if overwrite and stored.exists:
        context.confirm_by_name(
            f"The {kind} in {stored.private} is destroyed. Without its mnemonic it is lost for "
            "ever, and what it owns with it.",
            _name(context, kind),
        )
    if not overwrite and stored.exists:
        raise KeyFileExists(
            str(stored.private),
            f"there is a {kind} already",
            hint="Nothing was changed. Choose another name, or destroy it with --overwrite.",
        )


def _name(context: Context, kind: Kind) -> str:
    return context.wallet.name if kind == "coldkey" else context.wallet.hotkey_name
