"""Publish the endpoint of a neuron's axon.

The hotkey signs; it must be registered on the subnet.
"""

from __future__ import annotations

from btcli import options
from btcli.accounts import selection
from btcli.command import command
from btcli.commands.axon import axon_options, endpoint, served
from btcli.context import Context
from btcli.output import Result
from btcli.transaction import transact
from btsdk.ops import ServeAxon


@command(options.hotkey, *options.TRANSACTING, data=served.AxonData)
def run(
    context: Context,
    netuid: options.NetuidOption,
    ip: axon_options.IpOption = None,
    port: axon_options.PortOption = None,
    ip_type: axon_options.IpTypeOption = None,
    protocol: axon_options.ProtocolOption = 4,
    certificate: axon_options.CertificateOption = None,
    tls: axon_options.TlsOption = False,
) -> Result:
    ip, port = endpoint.endpoint(context, ip, port)
    axon_options.check_ip_type(ip, ip_type)
    key = axon_options.certificate_of(certificate, tls=tls)
    operation = ServeAxon(netuid, ip, port, protocol, certificate=key)
    with context.client() as client:
        outcome = transact(context, client, operation, "hotkey")
        return served.axon_result(client, outcome, netuid, selection.hotkey(context))
