"""Creation and restoration of key files. Overwriting a key requires typing its name.

Files are staged, then the mnemonics of new keys are shown, then all files get their names in one
step: if a mnemonic cannot be shown, no key is created. A mnemonic is shown once, on standard error;
with `--reveal-mnemonic` it is in the JSON result instead.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TextIO

import typer

from btcli.accounts import key_warnings
from btcli.commands.wallet import mnemonic_output, secret_files
from btcli.context import Context
from btcli.documents import made_document
from btcli.failures import failure_of
from btcli.output import Result
from btcli.render.wallets import key_facts
from btsdk.errors import BtError, KeyFileExists, SecretError, UsageError, WalletError
from btsdk.keys import Crypto, Keypair, PublicKey, uri
from btsdk.keys.published import is_published, is_published_uri
from btsdk.wallet.changes import Change
from btsdk.wallet.stored import StoredKey

Kind = Literal["coldkey", "hotkey"]


@dataclass(frozen=True)
class KeyFile:
    """A key file; `created` is False if it existed already."""

    kind: Kind
    wallet: str
    name: str
    address: str
    file: Path
    encrypted: bool
    created: bool
    mnemonic: str | None = None
    crypto: Crypto = "sr25519"


@dataclass(frozen=True)
class KeyOptions:
    """The options of commands that create keys."""

    uri: str | None = None
    insecure: bool = False
    n_words: int = 12
    overwrite: bool = False
    reveal: bool = False
    keep: bool = False
    """Keep existing keys instead of failing."""
    crypto: Crypto = "sr25519"
    hotkey_crypto: Crypto | None = None
    """That of the hotkey, if it is another one."""

    def crypto_of(self, kind: Kind) -> Crypto:
        """The type of a new key."""
        return (self.hotkey_crypto if kind == "hotkey" else None) or self.crypto


def make(context: Context, kinds: Mapping[Kind, bool], key_options: KeyOptions) -> Result | None:
    """Create keys, random or from a secret URI; `kinds` says which are encrypted.

    Returns None if the result was written already, together with the mnemonic.
    """
    _check_uri(context, key_options)
    kept = _existing_keys(context, kinds) if key_options.keep and not key_options.overwrite else {}
    new = {kind: _keypair(key_options, kind) for kind in kinds if kind not in kept}
    for kind, keypair in new.items():
        _check_overwrite(context, kind, keypair.public, key_options.overwrite)
    if key_options.uri is not None or not new:
        made = [kept.get(kind) or _made(context, kind, new[kind], kinds[kind]) for kind in kinds]
        _write(context, new, kinds, key_options.overwrite)
        return result(context, *made)
    made = [kept.get(kind) or _made(context, kind, new[kind], kinds[kind], True) for kind in kinds]
    in_result = key_options.reveal and context.output.as_json
    stream = mnemonic_output.stream(in_result, any(kinds[kind] for kind in new))
    with context.wallet.change() as change:
        _stage(context, change, new, kinds, key_options.overwrite)
        if in_result:
            _write_result(stream, result(context, *made, reveal=True), change)
            return None
        words = {f"{one.kind} {one.name!r}": one.mnemonic for one in made if one.mnemonic}
        mnemonic_output.show(context, stream, words)
        _apply(change)
    return result(context, *made)


def restore(
    context: Context,
    kind: Kind,
    *,
    mnemonic: str | None,
    seed: str | None,
    json_file: str | None,
    json_password: str | None,
    use_password: bool,
    overwrite: bool,
    crypto: Crypto = "sr25519",
) -> Result:
    """Restore a key from a mnemonic, seed, private key or keystore; prompts if none is given."""
    key_warnings.of_secret(context, mnemonic=mnemonic, seed=seed, json_password=json_password)
    if sum(given is not None for given in (mnemonic, seed, json_file)) > 1:
        raise UsageError("give only one of --mnemonic, --seed and --json")
    check_free(context, kind, overwrite=overwrite)
    if json_file is not None:
        keypair = secret_files.keystore_key(context, Path(json_file).expanduser(), json_password)
    else:
        given = mnemonic if mnemonic is not None else seed
        if given is None:
            given = context.ask_secret(f"Mnemonic, seed or private key of the {kind}: ")
        if not given.strip():
            raise SecretError(
                f"no mnemonic, seed or private key of the {kind} was given",
                hint="Type it at the prompt, or pipe it to standard input.",
            )
        keypair = Keypair.from_secret(given, crypto=crypto)
    return install(context, kind, keypair, use_password=use_password, overwrite=overwrite)


def check_free(context: Context, kind: Kind, *, overwrite: bool) -> None:
    """Raise `KeyFileExists` for an existing key, before a secret is asked for."""
    if not overwrite and stored_key(context, kind).exists:
        _refuse(stored_key(context, kind), kind)


def install(
    context: Context, kind: Kind, keypair: Keypair, *, use_password: bool, overwrite: bool
) -> Result:
    """Write a key whose secret the user has; warns if it is published."""
    if is_published(keypair):
        context.output.warn("Warning: this key is public: anyone can take its funds.")
    _check_overwrite(context, kind, keypair.public, overwrite)
    encrypted: Mapping[Kind, bool] = {kind: use_password}
    _write(context, {kind: keypair}, encrypted, overwrite)
    return result(context, _made(context, kind, keypair, use_password))


def write_public(context: Context, kind: Kind, key: PublicKey | None, overwrite: bool) -> Result:
    """Write the public file of the private key in the wallet, otherwise of `key`."""
    stored = stored_key(context, kind)
    if stored.exists:
        key = stored.restore_public(context.passwords, key, overwrite=overwrite)
    elif key is None:
        raise UsageError(
            f"the wallet has no private {kind} to take the public key from",
            hint="Give an address (--ss58) or a public key in hex (--public-key-hex).",
        )
    else:
        if overwrite and stored.watched:
            context.confirm_by_name(f"This replaces {stored.public}.", _name(context, kind))
        stored.save_public(key, overwrite=overwrite)
    name = _name(context, kind)
    made = KeyFile(
        kind,
        context.wallet.name,
        name,
        key.ss58_address,
        stored.public,
        encrypted=False,
        created=True,
        crypto=key.crypto,
    )
    return result(context, made)


def existing(context: Context, kind: Kind) -> KeyFile | None:
    """The key if it exists."""
    stored = stored_key(context, kind)
    if not stored.exists:
        return None
    key = stored.public_key
    return KeyFile(
        kind,
        context.wallet.name,
        _name(context, kind),
        key.ss58_address,
        stored.private,
        stored.encrypted,
        created=False,
        crypto=key.crypto,
    )


def result(context: Context, *made: KeyFile, reveal: bool = False) -> Result:
    """The result of a command that writes key files."""
    data = {"keys": [made_document(key, reveal) for key in made]}
    return Result(data, tuple(key_facts(key) for key in made))


def stored_key(context: Context, kind: Kind) -> StoredKey:
    """The key files of the coldkey or hotkey."""
    return context.wallet.coldkey if kind == "coldkey" else context.wallet.hotkey


def _check_uri(context: Context, key_options: KeyOptions) -> None:
    if key_options.uri is None:
        return
    parts = uri.parse(key_options.uri)
    published = is_published_uri(key_options.uri)
    if not uri.is_public(key_options.uri) or parts.password:
        key_warnings.of_secret(context, uri=key_options.uri)
    if published and not key_options.insecure:
        what = "it is empty" if not key_options.uri.strip() else "it is well known"
        raise UsageError(
            f"--uri: {what}, so anyone can derive its key",
            hint="For a test chain, add --insecure. Without --uri the key is random.",
        )


def _keypair(key_options: KeyOptions, kind: Kind) -> Keypair:
    crypto = key_options.crypto_of(kind)
    if key_options.uri is None:
        return Keypair.generate(key_options.n_words, crypto=crypto)
    return Keypair.from_uri(key_options.uri, crypto=crypto)


def _existing_keys(context: Context, kinds: Mapping[Kind, bool]) -> dict[Kind, KeyFile]:
    found = {kind: existing(context, kind) for kind in kinds}
    return {kind: made for kind, made in found.items() if made is not None}


def _made(
    context: Context, kind: Kind, keypair: Keypair, encrypted: bool, shown: bool = False
) -> KeyFile:
    return KeyFile(
        kind=kind,
        wallet=context.wallet.name,
        name=_name(context, kind),
        address=keypair.ss58_address,
        file=stored_key(context, kind).private,
        encrypted=encrypted,
        created=True,
        mnemonic=keypair.reveal().mnemonic if shown else None,
        crypto=keypair.crypto,
    )


def _check_overwrite(context: Context, kind: Kind, key: PublicKey, overwrite: bool) -> None:
    """Raise `KeyFileExists`, or with `--overwrite` ask before an existing key is destroyed."""
    stored = stored_key(context, kind)
    if overwrite and stored.exists:
        context.confirm_by_name(
            f"This destroys the {kind} in {stored.private}. Without its mnemonic the key and its "
            "funds are permanently lost.",
            _name(context, kind),
        )
    if overwrite:
        return
    if stored.exists:
        _refuse(stored, kind)
    try:
        stored.check_free(key)
    except KeyFileExists as error:
        raise KeyFileExists(
            error.path,
            f"the public file of another {kind} exists already",
            hint="Nothing was changed. Choose another name, or replace it with --overwrite.",
        ) from None


def _refuse(stored: StoredKey, kind: Kind) -> None:
    raise KeyFileExists(
        str(stored.private),
        f"the {kind} exists already",
        hint="Nothing was changed. Choose another name, or replace it with --overwrite.",
    )


def _write(
    context: Context, keys: Mapping[Kind, Keypair], kinds: Mapping[Kind, bool], overwrite: bool
) -> None:
    """Write keys whose secret the user has."""
    with context.wallet.change() as change:
        if keys:
            _stage(context, change, keys, kinds, overwrite)
            change.apply()


def _stage(
    context: Context,
    change: Change,
    keys: Mapping[Kind, Keypair],
    kinds: Mapping[Kind, bool],
    overwrite: bool,
) -> None:
    for kind, keypair in keys.items():
        password = context.passwords if kinds[kind] else None
        stored_key(context, kind).stage(change, keypair, password, overwrite=overwrite)


def _apply(change: Change) -> None:
    """Put the keys in place; a failure says that the mnemonics shown belong to no key."""
    try:
        change.apply()
    except BtError as error:
        if not change.applied:
            error.hint = "No key was created. The mnemonic shown above belongs to no key."
        raise


def _write_result(stream: TextIO, made: Result, change: Change) -> None:
    """Write the JSON result with the mnemonic. `success` is its last field, because the keys are
    put in place after the mnemonic was written.
    """
    document = json.dumps({"data": made.data}, indent=2).removesuffix("\n}")
    mnemonic_output.write(stream, f"{document},\n")
    try:
        _apply(change)
    except BtError as error:
        failure = failure_of(error)
        told = json.dumps({"success": False, "error": failure.document()}, indent=2)
        try:
            mnemonic_output.put(stream, told.removeprefix("{\n") + "\n")
        except (OSError, ValueError):
            raise error from None
        raise typer.Exit(failure.exit_code) from error
    try:
        mnemonic_output.put(stream, '  "success": true\n}\n')
    except (OSError, ValueError) as error:
        raise WalletError(
            "standard output",
            f"the end of the result could not be written: {error}",
            hint="The keys were created, and their mnemonics were written.",
        ) from error


def _name(context: Context, kind: Kind) -> str:
    return context.wallet.name if kind == "coldkey" else context.wallet.hotkey_name
