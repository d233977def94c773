"""The import of a key whose form is guessed."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

from typer import Option

from btcli.commands.wallet import secret_files
from btcli.commands.wallet.key_creation import Kind, install
from btcli.context import Context
from btcli.documents import KeysData
from btcli.output import Result
from btcli.unexpected_words import looks_secret
from btsdk.errors import SecretError, UsageError
from btsdk.keys import Crypto, Keypair
from btsdk.wallet.secret_forms import Form, open_secret

EncryptOption = Annotated[
    bool | None,
    Option(
        "--use-password/--no-use-password",
        " /--no-password",
        help="Encrypt the key file; the default for coldkeys.",
    ),
]


class KeyImportData(KeysData):
    """The result of `wallet import`."""

    form: Annotated[
        Form,
        "`mnemonic`, `seed`, `private key`, `derivation URI`, `keystore`, `key file` or "
        "`encrypted key file`",
    ]


def read(
    context: Context, kind: Kind, file: Path | None, password: str | None, crypto: Crypto
) -> tuple[Form, Keypair]:
    """The key in a file, or of a secret that is asked for; and the form in which it was found.

    `crypto` is the type of a key whose form does not tell it.
    """
    if file is None:
        typed = context.ask_secret(f"Secret of the {kind}, in any form: ")
        if not typed.strip():
            raise SecretError(
                f"no secret of the {kind} was given",
                hint="Type it at the prompt, pipe it to standard input, or use --file.",
            )
        content, path = typed.encode(errors="surrogateescape"), "the secret"
    else:
        file = file.expanduser()
        _check_name(file)
        content, path = secret_files.content_of(file), str(file)
    form, keypair = open_secret(
        content,
        lambda: secret_files.file_password(context, path, password),
        path,
        crypto=crypto,
    )
    context.output.say(f"Found: {form} of {keypair.public}")
    return form, keypair


def _check_name(file: Path) -> None:
    """Raise `UsageError` for a secret in the place of a name, which an error would repeat."""
    if looks_secret([file.name]) and not os.path.exists(file):
        raise UsageError(
            "--file takes the name of a file, and this looks like a secret",
            hint="Omit --file to be asked for the secret.",
        )


def result(
    context: Context,
    kind: Kind,
    found: tuple[Form, Keypair],
    *,
    encrypted: bool,
    overwrite: bool,
) -> Result:
    """Write the key; its result says in which form it was found."""
    form, keypair = found
    made = install(context, kind, keypair, use_password=encrypted, overwrite=overwrite)
    return Result({**made.data, "form": form}, made.blocks)
