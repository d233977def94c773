"""Check this installation: versions, file modes, keyring, and the endpoints of the network.

Nothing is changed. The exit code is 1 if there are problems.
"""

from __future__ import annotations

from typing import Annotated, TypedDict

from btcli import config, diagnosis, endpoints, options
from btcli.command import command
from btcli.commands.wallet import metadata_check
from btcli.context import Context
from btcli.documents import FindingDocument, finding_document
from btcli.failures import findings_failure
from btcli.output import Result
from btcli.render.blocks import Facts, Line
from btcli.render.wallets import findings_table
from btsdk.wallet import Finding, check_wallets
from btsdk.wallet.checking import Problem


class DoctorData(TypedDict):
    """The result of `doctor`; with problems the error is `problems_found`."""

    versions: Annotated[dict[str, str], "by package"]
    wallet_path: str
    config_file: str
    findings: list[FindingDocument]
    keyring: diagnosis.KeyringDocument
    network: str
    endpoints: list[endpoints.EndpointDocument]


@command(options.wallet_path, *options.READING, data=DoctorData)
def run(context: Context) -> Result:
    findings = [*check_wallets(context.wallet_path), *metadata_check.findings()]
    for path, remedy in diagnosis.open_files(config.path()):
        message = "other users can write to this file"
        findings.append(Finding(Problem.OPEN_FILE, path, message, remedy))
    keyring, versions = diagnosis.keyring(), diagnosis.versions()
    context.settle_network_proxy()
    answered = endpoints.measure(endpoints.places([context.network]), context.chain_file)
    missing = [name for name, version in versions.items() if version == "missing"]
    silent = [one for one in answered if one["error"]]
    data = {
        "versions": versions,
        "wallet_path": str(context.wallet_path),
        "config_file": str(config.path()),
        "findings": [finding_document(one) for one in findings],
        "keyring": keyring,
        "network": context.network,
        "endpoints": answered,
    }
    told = [*versions.items(), ("wallets", data["wallet_path"]), ("config", data["config_file"])]
    told.append(("keyring", keyring["backend"] or str(keyring["problem"])))
    shown = findings_table(findings) if findings else Line("No problems of files.")
    blocks = (Facts([(k, str(v)) for k, v in told]), shown, endpoints.endpoints_table(answered))
    count = len(findings) + len(missing) + (len(silent) if len(silent) == len(answered) else 0)
    return Result(data, blocks, findings_failure(count) if count else None)
