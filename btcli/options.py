"""Options of several commands, with the spellings of older versions.

Help shows the first long spelling. Underscores and points in an option's name are read as hyphens
(`--wallet_name`, `--wallet.name`). A set of options is the signature of one of the functions below;
`command.command` adds it to a command's own. Options of the stake commands are in `trade_options`,
options of older versions without an effect in `legacy_options`.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from typer import Option

from btcli.multisig_options import multisig

WALLET, NETWORK, SIGNING, OUTPUT = "Wallet", "Network", "Transaction", "Output"
"""Headings of the help."""

NetuidOption = Annotated[
    int, Option("--netuid", "--netuids", "-n", min=0, max=65_535, help="Netuid of the subnet.")
]
MechanismOption = Annotated[
    int,
    Option(
        "--mechid", "--mech-id", "--mechanism-id", min=0, max=255, metavar="N",
        help="Mechanism of the subnet, from 0.",
    ),
]  # fmt: skip
OverwriteOption = Annotated[
    bool, Option("--overwrite/--no-overwrite", help="Replace an existing key file.")
]
WordsOption = Annotated[
    int, Option("--n-words", help="Number of words in the mnemonic: 12, 15, 18, 21 or 24.")
]
UriOption = Annotated[
    str | None,
    Option("--uri", help="Derive the key from this secret URI, such as PHRASE//PATH."),
]
InsecureOption = Annotated[
    bool, Option("--insecure", help="Accept a publicly known --uri, such as //Alice.")
]
UsePasswordOption = Annotated[
    bool,
    Option("--use-password/--no-use-password", " /--no-password", help="Encrypt the key file."),
]
RevealOption = Annotated[
    bool, Option("--reveal-mnemonic", help="Include the mnemonic in the JSON result.")
]
MnemonicOption = Annotated[
    str | None,
    Option("--mnemonic", help="Mnemonic of the key; omit it to be prompted, which is safer."),
]
SeedOption = Annotated[
    str | None,
    Option(
        "--seed", "--private-key", metavar="HEX",
        help="Seed (32 bytes) or private key (64 bytes), in hex.",
    ),
]  # fmt: skip
JsonFileOption = Annotated[
    str | None,
    Option(
        "--json-file", "-j", metavar="FILE", help="Keystore file of polkadot-js; also --json FILE."
    ),
]
JsonPasswordOption = Annotated[
    str | None,
    Option("--json-password", help="Password of the keystore; omit it to be prompted."),
]
PublicKeyOption = Annotated[str | None, Option("--public-key-hex", help="Public key in hex.")]
AddressOption = Annotated[
    str | None,
    Option(
        "--ss58", "--ss58-address", "--coldkey-ss58", "--coldkey", "--address", "--key", "-k",
        help="Address, wallet or saved name to use instead of the wallet.",
    ),
]  # fmt: skip
TransferAmountOption = Annotated[
    str | None,
    Option("--amount", "--amount-tao", "-a", metavar="TAO", help="Amount in TAO, or all."),
]
ProcessesOption = Annotated[
    int | None,
    Option(
        "--processes",
        "--num-processes",
        min=1,
        help="Number of search processes; by default one per core.",
    ),
]
SignerOption = Annotated[
    str,
    Option(
        "--address",
        "--public-key",
        "--ss58",
        "-a",
        "-p",
        help="Signer: an address, a name or a public key in hex.",
    ),
]
UseHotkeyOption = Annotated[
    bool, Option("--use-hotkey/--no-use-hotkey", help="Use the hotkey instead of the coldkey.")
]
DestinationOption = Annotated[
    str,
    Option(
        "--destination", "--dest", "-d", help="Recipient: an address, a wallet or a saved name."
    ),
]
NewPasswordOption = Annotated[
    str | None,
    Option(
        "--new-password-file",
        metavar="FILE",
        help="File whose first line is the new password.",
    ),
]
NetworkProxyOption = Annotated[
    bool | None,
    Option(
        "--network-proxy/--no-network-proxy",
        " /--no-proxy",
        help="Connect through the HTTP or SOCKS proxy of the environment.",
        rich_help_panel=NETWORK,
    ),
]
ToleranceOption = Annotated[
    str | None,
    Option(
        "--tolerance",
        "--rate-tolerance",
        "--limit",
        metavar="PART",
        help="Price tolerance, from 0 to 1; 0.05 is 5 %.",
    ),
]
SafeRegisterOption = Annotated[
    bool,
    Option(
        "--safe-register/--no-safe-register", "--safe/--unsafe", " /--unsafe-register",
        help="Register with a price limit.",
    ),
]  # fmt: skip
ChainOption = Annotated[
    str | None,
    Option(
        "--chain", metavar="NAME|FILE", help="Chain: dev, fast, local or a chain spec file in JSON."
    ),
]
ChainFileOption = Annotated[str | None, Option("--chain-file", metavar="FILE", help="Chain file.")]
LiveOption = Annotated[bool, Option("--live", help="Redraw at each block, until Ctrl-C or q.")]
ScaffoldOption = Annotated[
    Path | None,
    Option("--scaffold", metavar="FILE", help="TOML file with accounts and subnets to create."),
]


def output(
    json_output: Annotated[
        bool,
        Option(
            "--json-output",
            "--json-out",
            "--json",
            help="Print one JSON document; disables prompts.",
            rich_help_panel=OUTPUT,
        ),
    ] = False,
    quiet: Annotated[
        bool, Option("--quiet", "-q", help="Print only the result.", rich_help_panel=OUTPUT)
    ] = False,
    verbose: Annotated[
        int,
        Option("--verbose", "-v", count=True, help="Print more details.", rich_help_panel=OUTPUT),
    ] = 0,
    debug: Annotated[
        bool, Option("--debug", help="Print the traceback of an error.", rich_help_panel=OUTPUT)
    ] = False,
) -> None:
    """The options of every command."""


def prompts(
    no_prompt: Annotated[
        bool | None,
        Option(
            "--no-prompt/--prompt",
            "--yes",
            "-y",
            help="Answer yes to every confirmation; password prompts remain.",
            rich_help_panel=OUTPUT,
        ),
    ] = None,
    decline: Annotated[
        bool, Option("--no", help="Answer no to every confirmation.", rich_help_panel=OUTPUT)
    ] = False,
) -> None:
    """The options of commands that ask for confirmation."""


def wallet_path(
    wallet_path: Annotated[
        str | None,
        Option(
            "--wallet-path",
            "-p",
            metavar="DIR",
            help="Directory of the wallets.",
            rich_help_panel=WALLET,
        ),
    ] = None,
) -> None:
    """The directory of the wallets."""


def wallet_name(
    wallet_name: Annotated[
        str | None,
        Option(
            "--wallet-name",
            "--wallet",
            "--name",
            "-w",
            metavar="NAME",
            help="Name of the wallet.",
            rich_help_panel=WALLET,
        ),
    ] = None,
) -> None:
    """The wallet."""


def hotkey(
    hotkey: Annotated[
        str | None,
        Option(
            "--hotkey",
            "--wallet-hotkey",
            "-H",
            metavar="NAME|SS58",
            help="Name of the hotkey, or its address if it need not sign.",
            rich_help_panel=WALLET,
        ),
    ] = None,
) -> None:
    """The hotkey."""


def password(
    password_file: Annotated[
        str | None,
        Option(
            "--password-file",
            metavar="FILE",
            help="File whose first line is the password.",
            rich_help_panel=WALLET,
        ),
    ] = None,
    password_fd: Annotated[
        int | None,
        Option(
            "--password-fd",
            metavar="N",
            min=0,
            help="File descriptor to read the password from; 0 is standard input.",
            rich_help_panel=WALLET,
        ),
    ] = None,
    keyring: Annotated[
        bool | None,
        Option(
            "--keyring/--no-keyring",
            help="Read the password from the system keyring.",
            rich_help_panel=WALLET,
        ),
    ] = None,
) -> None:
    """The sources of a password. It is never an option: other users can read command lines."""


def chain(
    network: Annotated[
        str | None,
        Option(
            "--network",
            "--subtensor-network",
            "--chain",
            "--subtensor-chain-endpoint",
            metavar="NAME|URL",
            help="Network: local, finney, test, archive or an endpoint such as ws://127.0.0.1:9944.",
            rich_help_panel=NETWORK,
        ),
    ] = None,
    chain_file: Annotated[
        str | None,
        Option(
            "--chain-file",
            metavar="FILE",
            help="Chain file of the local chain.",
            rich_help_panel=NETWORK,
        ),
    ] = None,
    network_proxy: NetworkProxyOption = None,
) -> None:
    """The network and its proxy."""


def transaction(
    dry_run: Annotated[
        bool,
        Option(
            "--dry-run", help="Show the transaction without signing it.", rich_help_panel=SIGNING
        ),
    ] = False,
    unsigned: Annotated[
        str | None,
        Option(
            "--unsigned",
            metavar="FILE",
            help="Write the transaction to a new file, to be signed elsewhere (`btcli tx sign`).",
            rich_help_panel=SIGNING,
        ),
    ] = None,
    force: Annotated[
        bool,
        Option(
            "--force",
            help="With -y: submit even if the chain is certain to refuse.",
            rich_help_panel=SIGNING,
        ),
    ] = False,
) -> None:
    """The options of what is done with a transaction."""


def validity(
    period: Annotated[
        int,
        Option(
            "--period",
            "--era",
            min=4,
            max=65_536,
            help="Number of blocks that the signature is valid for.",
            rich_help_panel=SIGNING,
        ),
    ] = 128,
    tip: Annotated[
        str,
        Option(
            "--tip",
            metavar="TAO",
            help="Tip for the block author, in TAO.",
            rich_help_panel=SIGNING,
        ),
    ] = "0",
) -> None:
    """The era and the tip of a transaction."""


def waiting(
    wait_for_inclusion: Annotated[
        bool,
        Option(
            "--wait-for-inclusion/--no-wait-for-inclusion",
            help="Wait until the transaction is in a block.",
            rich_help_panel=SIGNING,
        ),
    ] = True,
    wait_for_finalization: Annotated[
        bool,
        Option(
            "--wait-for-finalization/--no-wait-for-finalization",
            help="Wait until the block is final.",
            rich_help_panel=SIGNING,
        ),
    ] = False,
) -> None:
    """The options of submission."""


def proxy(
    proxy: Annotated[
        str | None,
        Option(
            "--proxy",
            "--proxy-for",
            metavar="NAME|SS58",
            help="Act for this account as its proxy.",
            rich_help_panel=SIGNING,
        ),
    ] = None,
    force_proxy_type: Annotated[
        str | None,
        Option(
            "--force-proxy-type",
            metavar="TYPE",
            help="Proxy type to use: Any, Transfer, Staking …",
            rich_help_panel=SIGNING,
        ),
    ] = None,
    announce_only: Annotated[
        bool,
        Option(
            "--announce-only",
            help="Announce the call only, for a proxy with a delay.",
            rich_help_panel=SIGNING,
        ),
    ] = False,
) -> None:
    """The options of proxies."""


def shielding(
    mev_protection: Annotated[
        bool,
        Option(
            "--mev-protection/--no-mev-protection",
            "--mev-shield/--no-mev-shield",
            help="Encrypt the transaction to the block author; costs a second fee.",
            rich_help_panel=SIGNING,
        ),
    ] = False,
) -> None:
    """The option that hides a transaction until it is executed."""


def verification(
    check_metadata: Annotated[
        bool,
        Option(
            "--check-metadata/--no-check-metadata",
            help="Sign the metadata hash, so that the chain verifies the preview.",
            rich_help_panel=SIGNING,
        ),
    ] = True,
    accept_differences: Annotated[
        bool,
        Option(
            "--accept-differences",
            help="Sign calls that the network declares differently from this release.",
            rich_help_panel=SIGNING,
        ),
    ] = False,
) -> None:
    """The options of metadata verification."""


READING = (chain, output)
"""The options of commands that read a chain."""

KEYS = (wallet_name, wallet_path, password, prompts, output)
"""The options of commands that work on key files."""

TRANSACTING = (
    wallet_name, wallet_path, password, transaction, validity, waiting, proxy, multisig,
    shielding, verification, chain, prompts, output,
)  # fmt: skip
"""The options of commands that sign a transaction."""
