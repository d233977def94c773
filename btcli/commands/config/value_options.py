"""The options of `config set` and `config clear`: one for each setting."""

from __future__ import annotations

from typing import Annotated

from typer import Option

from btcli.config import KEYS

NetworkOption = Annotated[
    str | None,
    Option(
        "--network", "--chain", "--subtensor-network", "--subtensor-chain-endpoint",
        metavar="NAME|URL", help=KEYS["network"],
    ),
]  # fmt: skip
CacheOption = Annotated[
    bool | None,
    Option("--cache/--no-cache", "--disk-cache/--no-disk-cache", help=KEYS["cache"]),
]
NetworkProxyOption = Annotated[
    bool | None,
    Option(
        "--network-proxy/--no-network-proxy", " /--no-proxy", help=KEYS["network_proxy"],
    ),
]  # fmt: skip
KeyringOption = Annotated[bool | None, Option("--keyring/--no-keyring", help=KEYS["keyring"])]
ClearAllOption = Annotated[bool, Option("--all", help="Remove all settings.")]
ClearNetworkOption = Annotated[
    bool,
    Option(
        "--network", "--chain", "--subtensor-network", "--subtensor-chain-endpoint",
        help=KEYS["network"],
    ),
]  # fmt: skip
ClearWalletOption = Annotated[
    bool, Option("--wallet-name", "--wallet", "--name", "-w", help=KEYS["wallet_name"])
]
ClearHotkeyOption = Annotated[
    bool, Option("--hotkey", "--wallet-hotkey", "-H", help=KEYS["hotkey"])
]
ClearPathOption = Annotated[bool, Option("--wallet-path", "-p", help=KEYS["wallet_path"])]
ClearToleranceOption = Annotated[
    bool, Option("--tolerance", "--rate-tolerance", "--limit", help=KEYS["tolerance"])
]
ClearSafeOption = Annotated[
    bool,
    Option(
        "--safe-staking/--no-safe-staking", "--safe/--unsafe", "--slippage-protection",
        help=KEYS["safe_staking"],
    ),
]  # fmt: skip
ClearPartialOption = Annotated[
    bool,
    Option(
        "--allow-partial-stake/--no-allow-partial-stake", "--partial/--no-partial",
        "--allow/--not-allow", "--allow-partial", help=KEYS["allow_partial_stake"],
    ),
]  # fmt: skip
ClearCacheOption = Annotated[bool, Option("--cache", "--disk-cache", help=KEYS["cache"])]
ClearNetworkProxyOption = Annotated[bool, Option("--network-proxy", help=KEYS["network_proxy"])]
ClearKeyringOption = Annotated[bool, Option("--keyring", help=KEYS["keyring"])]
