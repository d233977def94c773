"""Set defaults of commands."""

from __future__ import annotations

from btcli import config, legacy_options, options, trade_options
from btcli.command import command
from btcli.commands.config import value_options
from btcli.commands.config.values import SettingsData, checked, result
from btcli.context import Context
from btcli.output import Result
from btsdk.errors import UsageError


@command(
    options.wallet_name,
    options.wallet_path,
    options.hotkey,
    trade_options.slippage,
    options.output,
    data=SettingsData,
)
def run(
    context: Context,
    network: value_options.NetworkOption = None,
    cache: value_options.CacheOption = None,
    network_proxy: value_options.NetworkProxyOption = None,
    keyring: value_options.KeyringOption = None,
    dashboard_path: legacy_options.DashboardPathOption = None,
) -> Result:
    given = {"network": network, "cache": cache, "network_proxy": network_proxy}
    given["keyring"] = keyring
    for key in config.KEYS:
        given.setdefault(key, getattr(context.choices, key, None))
    chosen = {key: value for key, value in given.items() if value is not None}
    if not chosen:
        raise UsageError(
            "no setting was named",
            hint="Example: `btcli config set --network finney`.",
        )
    config.save(config.load() | checked(chosen))
    return result(context)
