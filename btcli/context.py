"""One run of a command: options, environment and config file.

Options take precedence over the environment, the environment over the config file, and that over
defaults. Wallets, files and connections are opened on demand.
"""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from btcli import config
from btcli.failures import Declined, NeedsConfirmation
from btcli.output import ChainIdentity, Output
from btsdk.errors import UsageError, WalletError

if TYPE_CHECKING:
    from btsdk.client import Client
    from btsdk.wallet import Wallet
    from btsdk.wallet.passwords import PasswordSource

_VARIABLES = {
    "network": "BTSDK_NETWORK",
    "wallet_name": "BTSDK_WALLET_NAME",
    "hotkey": "BTSDK_HOTKEY",
    "wallet_path": "BTSDK_WALLET_PATH",
    "chain_file": "BTSDK_CHAIN_FILE",
}

_ANSWERS = 3
"""How often a yes/no question is asked before it counts as declined."""

DEFAULTS: dict[str, Any] = {
    "network": "local",
    "wallet_name": "default",
    "hotkey": "default",
    "wallet_path": "~/.bittensor/wallets",
    "tolerance": "0.05",
    "safe_staking": True,
    "allow_partial_stake": False,
    "cache": True,
    "network_proxy": True,
    "keyring": False,
}


@dataclass(frozen=True)
class SharedOptions:
    """The shared options; None or a default for those that were not given."""

    json_output: bool = False
    quiet: bool = False
    verbose: int = 0
    debug: bool = False
    no_prompt: bool | None = None
    decline: bool = False
    wallet_name: str | None = None
    wallet_path: str | None = None
    hotkey: str | None = None
    password_file: str | None = None
    password_fd: int | None = None
    keyring: bool | None = None
    network: str | None = None
    chain_file: str | None = None
    network_proxy: bool | None = None
    dry_run: bool = False
    unsigned: str | None = None
    force: bool = False
    period: int = 128
    tip: str = "0"
    wait_for_inclusion: bool = True
    wait_for_finalization: bool = False
    proxy: str | None = None
    force_proxy_type: str | None = None
    announce_only: bool = False
    multisig: str | None = None
    mev_protection: bool = False
    check_metadata: bool = True
    accept_differences: bool = False
    tolerance: str | None = None
    safe_staking: bool | None = None
    allow_partial_stake: bool | None = None
    netuids: Sequence[str] | None = None
    all_netuids: bool = False
    include_hotkeys: Sequence[str] | None = None
    exclude_hotkeys: Sequence[str] | None = None
    all_hotkeys: bool = False


@dataclass
class Context:
    """The options, settings, wallet and client of one command."""

    choices: SharedOptions
    output: Output
    _config: dict[str, Any] | None = field(default=None, repr=False)

    def setting(self, name: str) -> Any:
        """The value of a setting."""
        return self.setting_with_source(name)[0]

    def setting_with_source(self, name: str) -> tuple[Any, str]:
        """The value of a setting and its source."""
        given = getattr(self.choices, name, None)
        if given is not None:
            return given, "option"
        variable = _VARIABLES.get(name)
        if variable and os.environ.get(variable):
            return os.environ[variable], f"${variable}"
        if self._config is None:
            self._config = config.load()
        if name in self._config:
            return self._config[name], str(config.path())
        if name == "network" and (older := config.legacy_network()):
            return older[0], str(older[1])
        return DEFAULTS.get(name), "default"

    @cached_property
    def network(self) -> str:
        """The network's name or endpoint."""
        name, source = self.setting_with_source("network")
        if source.endswith((".yml", "/.bittensor/btcli.json")):
            self.output.say_once(
                f"Using network {name} from {source} of an older btcli. To set it: "
                "`btcli config set --network …`."
            )
        return str(name)

    @property
    def chain_file(self) -> Path | None:
        """The file of the local chain; None for the user's own."""
        chain_file = self.setting("chain_file")
        return Path(chain_file).expanduser() if chain_file else None

    @property
    def wallet_path(self) -> Path:
        """The directory of the wallets."""
        return Path(self.setting("wallet_path")).expanduser()

    @cached_property
    def wallet(self) -> Wallet:
        """The wallet, with its hotkey if that was given by name."""
        from btsdk.keys import ss58  # noqa: PLC0415  # start-up: not for commands without a wallet
        from btsdk.wallet import Wallet  # noqa: PLC0415

        hotkey = str(self.setting("hotkey"))
        return Wallet(
            str(self.setting("wallet_name")),
            "default" if ss58.is_valid(hotkey) else hotkey,
            self.wallet_path,
        )

    @cached_property
    def passwords(self) -> PasswordSource:
        """The password sources in order: options, environment, prompt."""
        from btsdk.wallet import passwords  # noqa: PLC0415  # start-up, as above

        named: list[PasswordSource] = []
        if self.choices.password_file is not None:
            named.append(passwords.FromFile(Path(self.choices.password_file).expanduser()))
        if self.choices.password_fd is not None:
            named.append(passwords.FromDescriptor(self.choices.password_fd))
        if self.setting("keyring"):
            from btsdk.wallet.system_keyring import FromKeyring  # noqa: PLC0415  # on request only

            named.append(FromKeyring())
        named.append(passwords.from_environment())
        if self._can_prompt_for_password:
            named.append(passwords.Prompt(self.output.hidden, self.output.warn))
        named.append(_NoPassword())
        return passwords.FirstOf(*named, say=self.output.warn)

    def new_password(self, file: str | None) -> PasswordSource:
        """The source of a new password: a file, or a prompt."""
        from btsdk.wallet import passwords  # noqa: PLC0415  # start-up, as above

        if file is not None:
            return passwords.FromFile(Path(file).expanduser())
        if not self._can_prompt_for_password:
            raise UsageError("no new password given", hint="Use --new-password-file.")
        return passwords.Prompt(self.output.hidden, self.output.warn)

    @property
    def _can_prompt_for_password(self) -> bool:
        """Whether a password can be typed; `--no-prompt` does not skip passwords."""
        return not self.output.as_json and _has_terminal()

    @property
    def may_prompt(self) -> bool:
        """Whether questions may be asked."""
        return not (self.output.as_json or self.choices.no_prompt)

    def require_prompt(self) -> None:
        """Raise `NeedsConfirmation` if questions may not be asked."""
        if not self.may_prompt:
            raise NeedsConfirmation(
                "this needs a prompt, which JSON output and --no-prompt disable",
                hint="Use options instead.",
            )

    def ask(self, question: str) -> str:
        """The answer to a question; raises `NeedsConfirmation` without one."""
        self.require_prompt()
        return self._answer(question)

    def answer(self, question: str, missing: UsageError) -> str:
        """The answer to a question about a missing value; raises `missing` without one."""
        if not self.may_prompt:
            raise missing
        try:
            return self._answer(question)
        except NeedsConfirmation:
            raise missing from None

    def confirm(self, question: str) -> None:
        """Ask a yes/no question; raises `Declined`, or `NeedsConfirmation` without an answer."""
        if self.choices.decline:
            raise Declined("declined by --no; nothing was done")
        if self.choices.no_prompt:
            return
        if self.output.as_json:
            raise NeedsConfirmation(
                "this needs a confirmation, and JSON output disables prompts",
                hint="Add --no-prompt to confirm.",
            )
        for _ in range(_ANSWERS):
            answer = self._answer(f"{question} [y/N] ").lower()
            if answer in ("y", "yes"):
                return
            if answer in ("", "n", "no"):
                raise Declined("declined; nothing was done")
            self.output.warn(f"Answer y or n, not {answer!r}.")
        raise Declined("neither y nor n was typed; nothing was done")

    def confirm_by_name(self, question: str, name: str) -> None:
        """Confirm the destruction of a key by typing its name, or with `--no-prompt`."""
        if self.choices.no_prompt and not self.choices.decline:
            return
        if self.choices.decline or self.output.as_json:
            self.confirm(question)
        if self._answer(f"{question} Type {name!r} to confirm: ") != name:
            raise Declined("the name does not match; nothing was done")

    def ask_secret(self, question: str) -> str:
        """A secret, typed without echo, or read from standard input without a terminal."""
        if not _has_terminal():
            return "" if sys.stdin is None else sys.stdin.readline().rstrip("\r\n")
        if self.output.as_json:
            raise UsageError(
                "this needs a secret, and JSON output disables prompts",
                hint="Pipe it to standard input.",
            )
        return self.output.hidden(question)

    def _answer(self, question: str) -> str:
        answer = self.output.question(question)
        if not answer:
            raise NeedsConfirmation(
                "the question was not answered",
                hint="Without a terminal, confirm with --no-prompt.",
            )
        return answer.strip()

    @contextlib.contextmanager
    def client(self) -> Iterator[Client]:
        """A client of the network. From then on, output names the chain."""
        with self._client(self.network, self.chain_file) as it:
            yield it

    @contextlib.contextmanager
    def local_client(self, chain_file: Path) -> Iterator[Client]:
        """A client of the chain in a file."""
        with self._client("local", chain_file) as client:
            yield client

    @contextlib.contextmanager
    def _client(self, network: str, chain_file: Path | None) -> Iterator[Client]:
        from btsdk.client import Client  # noqa: PLC0415  # start-up: only to read a chain

        cache = bool(self.setting("cache"))
        self.settle_network_proxy()
        with Client(network, chain_file=chain_file, cache=cache) as client:
            info = client.info()
            self.output.chain = ChainIdentity(info.network, info.chain, info.genesis_hash)
            if self.choices.verbose:
                self.output.say(f"{info.endpoint}: {info.node}, runtime {info.spec_version}")
            yield client

    def settle_network_proxy(self, given: bool | None = None) -> None:
        """Disable network proxies for this process if that is set or given.

        This changes the environment, because a fork connects later and on its own.
        """
        if not (self.setting("network_proxy") if given is None else given):
            os.environ["no_proxy"] = "*"


def _has_terminal() -> bool:
    """Whether standard input is a terminal."""
    return sys.stdin is not None and sys.stdin.isatty()


class _NoPassword:
    """The last source: for a new key, an error that lists the ways to give a password."""

    def password(self, keyfile: Path, *, new: bool) -> str | None:
        if not new:
            return None
        raise WalletError(
            str(keyfile),
            "no password to encrypt it with, and no terminal to ask on",
            hint="Use --password-file, --password-fd or $BTSDK_WALLET_PASSWORD, or store the key "
            "unencrypted with --no-use-password.",
        )
