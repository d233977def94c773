"""The options that several commands take, each with every spelling that older versions taught.

The first long spelling is the one that help shows. Underscores and points in an option's name are
read as hyphens, so that `--wallet_name` and `--wallet.name` need no mention here. A set of options
is the signature of one of the functions below; `command.command` adds it to a command's own.
Those of the stake commands are in `trade_options`, those of `config` in `config_options`, and those
that are taken without effect, or refused with the reason, in `habits`.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from typer import Option

WALLET, NETWORK, SIGNING, OUTPUT = "Wallet", "Network", "Transaction", "Output"
"""Headings of the help."""

NetuidOption = Annotated[
    int, Option("--netuid", "--netuids", "-n", min=0, max=65_535, help="Number of the subnet.")
]
MechanismOption = Annotated[
    int,
    Option(
        "--mechid", "--mech-id", "--mechanism-id", min=0, max=255, metavar="N",
        help="One of several mechanisms of the subnet; the first is 0.",
    ),
]  # fmt: skip
OverwriteOption = Annotated[
    bool, Option("--overwrite/--no-overwrite", help="Replace the key file that is there.")
]
WordsOption = Annotated[
    int, Option("--n-words", help="Words of the mnemonic: 12, 15, 18, 21 or 24.")
]
UriOption = Annotated[
    str | None,
    Option("--uri", help="Derive the key from a secret URI, such as PHRASE//PATH."),
]
InsecureOption = Annotated[
    bool, Option("--insecure", help="Accept a --uri that everybody knows, such as //Alice.")
]
UsePasswordOption = Annotated[
    bool,
    Option("--use-password/--no-use-password", " /--no-password", help="Encrypt the key file."),
]
RevealOption = Annotated[
    bool, Option("--reveal-mnemonic", help="Put the mnemonic into the JSON result.")
]
MnemonicOption = Annotated[
    str | None,
    Option("--mnemonic", help="The mnemonic; without it you are asked for it, which is safer."),
]
SeedOption = Annotated[
    str | None,
    Option(
        "--seed", "--private-key", metavar="HEX",
        help="A seed of 32 bytes, or a private key of 64 bytes, in hex.",
    ),
]  # fmt: skip
JsonFileOption = Annotated[
    str | None,
    Option(
        "--json-file", "-j", metavar="FILE", help="Keystore of another wallet; also --json FILE."
    ),
]
JsonPasswordOption = Annotated[
    str | None,
    Option("--json-password", help="Password of the keystore; without it you are asked."),
]
PublicKeyOption = Annotated[str | None, Option("--public-key-hex", help="The public key, in hex.")]
AddressOption = Annotated[
    str | None,
    Option(
        "--ss58", "--ss58-address", "--coldkey-ss58", "--coldkey", "--address", "--key", "-k",
        help="Look at this address (or wallet name) instead.",
    ),
]  # fmt: skip
TransferAmountOption = Annotated[
    str | None, Option("--amount", "--amount-tao", "-a", metavar="TAO", help="In TAO; or all.")
]
ProcessesOption = Annotated[
    int | None,
    Option(
        "--processes",
        "--num-processes",
        min=1,
        help="Number of processes that search; all cores by default.",
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
        help="Who signed: ss58 or hex.",
    ),
]
UseHotkeyOption = Annotated[
    bool, Option("--use-hotkey/--no-use-hotkey", help="The hotkey, not the coldkey.")
]
DestinationOption = Annotated[
    str, Option("--destination", "--dest", "-d", help="An address, or the name of a wallet.")
]
NewPasswordOption = Annotated[
    str | None,
    Option(
        "--new-password-file",
        metavar="FILE",
        help="Take the new password from the first line of this file.",
    ),
]
NetworkProxyOption = Annotated[
    bool | None,
    Option(
        "--network-proxy/--no-network-proxy",
        " /--no-proxy",
        help="Connect through the HTTP or SOCKS proxy that the environment names, if any.",
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
        help="How far the price may move against you; 0.05 is 5 %.",
    ),
]
SafeRegisterOption = Annotated[
    bool,
    Option(
        "--safe-register/--no-safe-register", "--safe/--unsafe", " /--unsafe-register",
        help="Limit the price.",
    ),
]  # fmt: skip
ChainOption = Annotated[
    str | None,
    Option("--chain", metavar="NAME|FILE", help="dev, fast, local, or a chain spec in JSON."),
]
SubnetNameOption = Annotated[str, Option("--subnet-name", "--sn-name", help="Name of the subnet.")]
GithubRepoOption = Annotated[
    str, Option("--github-repo", "--repo", help="Repository of the subnet.")
]
SubnetContactOption = Annotated[
    str, Option("--subnet-contact", "--contact", "--email", help="Contact of the subnet.")
]
SubnetUrlOption = Annotated[str, Option("--subnet-url", "--url", help="Web page of the subnet.")]
DiscordOption = Annotated[
    str, Option("--discord-handle", "--discord", help="Discord handle of the subnet.")
]
DescriptionOption = Annotated[str, Option("--description", help="Description of the subnet.")]
LogoUrlOption = Annotated[str, Option("--logo-url", help="URL of the subnet's logo.")]
AdditionalOption = Annotated[str, Option("--additional-info", help="Additional information.")]
ChainFileOption = Annotated[
    str | None, Option("--chain-file", metavar="FILE", help="File that holds the chain.")
]
LiveOption = Annotated[bool, Option("--live", help="Redraw at each block, until Ctrl-C.")]
ScaffoldOption = Annotated[
    Path | None,
    Option("--scaffold", metavar="FILE", help="TOML: accounts and subnets to begin with."),
]


def output(
    json_output: Annotated[
        bool,
        Option(
            "--json-output",
            "--json-out",
            "--json",
            help="One JSON document on standard output; asks nothing.",
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
        bool, Option("--debug", help="Show where an error came from.", rich_help_panel=OUTPUT)
    ] = False,
) -> None:
    """What every command takes."""


def prompts(
    no_prompt: Annotated[
        bool | None,
        Option(
            "--no-prompt/--prompt",
            "--yes",
            "-y",
            help="Answer yes to every confirmation; a password is still asked for.",
            rich_help_panel=OUTPUT,
        ),
    ] = None,
    decline: Annotated[
        bool, Option("--no", help="Answer no to every confirmation.", rich_help_panel=OUTPUT)
    ] = False,
) -> None:
    """What commands take that ask before they act."""


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
    """Where wallets are."""


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
    """Which wallet."""


def hotkey(
    hotkey: Annotated[
        str | None,
        Option(
            "--hotkey",
            "--wallet-hotkey",
            "-H",
            metavar="NAME|SS58",
            help="The hotkey: its name in the wallet or, where it need not sign, an address.",
            rich_help_panel=WALLET,
        ),
    ] = None,
) -> None:
    """Which hotkey."""


def password(
    password_file: Annotated[
        str | None,
        Option(
            "--password-file",
            metavar="FILE",
            help="The password is the first line of this file.",
            rich_help_panel=WALLET,
        ),
    ] = None,
    password_fd: Annotated[
        int | None,
        Option(
            "--password-fd",
            metavar="N",
            min=0,
            help="The password comes from this file descriptor; 0 is standard input.",
            rich_help_panel=WALLET,
        ),
    ] = None,
    keyring: Annotated[
        bool,
        Option(
            "--keyring", help="The password is in the system's keyring.", rich_help_panel=WALLET
        ),
    ] = False,
) -> None:
    """Where a password comes from; never the command line, which others can read."""


def chain(
    network: Annotated[
        str | None,
        Option(
            "--network",
            "--subtensor-network",
            "--chain",
            "--subtensor-chain-endpoint",
            metavar="NAME|URL",
            help="local, finney, test, archive, or an endpoint such as ws://127.0.0.1:9944.",
            rich_help_panel=NETWORK,
        ),
    ] = None,
    chain_file: Annotated[
        str | None,
        Option(
            "--chain-file", metavar="FILE", help="File of the local chain.", rich_help_panel=NETWORK
        ),
    ] = None,
    network_proxy: NetworkProxyOption = None,
) -> None:
    """Where to connect, and how."""


def transaction(
    dry_run: Annotated[
        bool,
        Option("--dry-run", help="Show what would be signed, and stop.", rich_help_panel=SIGNING),
    ] = False,
    force: Annotated[
        bool,
        Option(
            "--force",
            help="With -y: submit even what the chain is certain to refuse.",
            rich_help_panel=SIGNING,
        ),
    ] = False,
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
        Option("--tip", metavar="TAO", help="TAO for the block's author.", rich_help_panel=SIGNING),
    ] = "0",
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
            help="Wait until that block is final.",
            rich_help_panel=SIGNING,
        ),
    ] = False,
) -> None:
    """How something is signed and followed."""


def proxy(
    proxy: Annotated[
        str | None,
        Option(
            "--proxy",
            "--proxy-for",
            metavar="NAME|SS58",
            help="Act for this account, which has made the signer its proxy.",
            rich_help_panel=SIGNING,
        ),
    ] = None,
    force_proxy_type: Annotated[
        str | None,
        Option(
            "--force-proxy-type",
            metavar="TYPE",
            help="As a proxy of this type alone: Any, Transfer, Staking …",
            rich_help_panel=SIGNING,
        ),
    ] = None,
    announce_only: Annotated[
        bool,
        Option(
            "--announce-only",
            help="Only announce the call, for a proxy with a delay.",
            rich_help_panel=SIGNING,
        ),
    ] = False,
) -> None:
    """For whom something is signed."""


def shielding(
    mev_protection: Annotated[
        bool,
        Option(
            "--mev-protection/--no-mev-protection",
            "--mev-shield/--no-mev-shield",
            help="Send it encrypted to the block author; costs a second fee.",
            rich_help_panel=SIGNING,
        ),
    ] = False,
) -> None:
    """Who may see what is about to be done."""


def verification(
    check_metadata: Annotated[
        bool,
        Option(
            "--check-metadata/--no-check-metadata",
            help="Sign the hash of the chain's metadata, so that the chain verifies the preview.",
            rich_help_panel=SIGNING,
        ),
    ] = True,
    accept_differences: Annotated[
        bool,
        Option(
            "--accept-differences",
            help="Sign calls that a known network declares differently.",
            rich_help_panel=SIGNING,
        ),
    ] = False,
) -> None:
    """How far the endpoint is trusted."""


READING = (chain, output)
"""A look at a chain."""

KEYS = (wallet_name, wallet_path, password, prompts, output)
"""Work on key files."""

TRANSACTING = (
    wallet_name, wallet_path, password, transaction, proxy, shielding, verification, chain, prompts,
    output,
)  # fmt: skip
"""Something signed by the coldkey."""
