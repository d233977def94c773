"""Remove settings."""

from __future__ import annotations

from btcli import config, legacy_options, options
from btcli.command import command
from btcli.commands.config import value_options
from btcli.commands.config.values import SettingsData, result
from btcli.context import Context
from btcli.output import Result
from btsdk.errors import UsageError


@command(options.output, data=SettingsData)
def run(
    context: Context,
    everything: value_options.ClearAllOption = False,
    network: value_options.ClearNetworkOption = False,
    wallet_name: value_options.ClearWalletOption = False,
    hotkey: value_options.ClearHotkeyOption = False,
    wallet_path: value_options.ClearPathOption = False,
    tolerance: value_options.ClearToleranceOption = False,
    safe_staking: value_options.ClearSafeOption = False,
    partial: value_options.ClearPartialOption = False,
    cache: value_options.ClearCacheOption = False,
    network_proxy: value_options.ClearNetworkProxyOption = False,
    keyring: value_options.ClearKeyringOption = False,
    dashboard_path: legacy_options.ClearDashboardPathOption = False,
) -> Result:
    named = (
        network, wallet_name, hotkey, wallet_path, tolerance, safe_staking, partial, cache,
        network_proxy, keyring,
    )  # fmt: skip
    forgotten = {key for key, chosen in zip(config.KEYS, named, strict=True) if chosen}
    if not (forgotten or everything):
        hint = "Name settings to remove, such as --network, or use --all."
        raise UsageError("no setting was named", hint=hint)
    kept = config.load().items()
    config.save({} if everything else {key: value for key, value in kept if key not in forgotten})
    return result(context)
