"""Axons and their certificates."""

from __future__ import annotations

import pytest

from chain_spec.pallets.subtensor import errors, storage
from local_node.runtime.frame import Context
from tests.unit.local_node.runtime.pallets.subtensor.chain import refused, subnet
from tests.unit.local_node.runtime.pallets.subtensor.subnets.serving.neurons import AXON, serve


def test_an_axon_is_stored_with_its_block(ctx: Context) -> None:
    serve(ctx)
    stored = ctx.get(storage.Axons, (1, subnet(ctx)[1]))
    assert stored == {"block": 100, **{name: AXON[name] for name in AXON if name != "netuid"}}


def test_a_certificate_is_split_into_algorithm_and_key(ctx: Context) -> None:
    serve(ctx, "serve_axon_tls", certificate=b"\x07" + b"k" * 64)
    stored = ctx.get(storage.NeuronCertificates, (1, subnet(ctx)[1]))
    assert stored == {"public_key": b"k" * 64, "algorithm": 7}


@pytest.mark.parametrize("certificate", [b"", b"\x07" + b"k" * 65])
def test_a_malformed_certificate_is_left_out(ctx: Context, certificate: bytes) -> None:
    serve(ctx, "serve_axon_tls", certificate=certificate)
    assert ctx.get(storage.NeuronCertificates, (1, subnet(ctx)[1])) is None
    assert ctx.get(storage.Axons, (1, subnet(ctx)[1])) is not None


def test_zero_says_not_reachable_for_an_axon_only(ctx: Context) -> None:
    serve(ctx, ip=0)
    with refused(errors.InvalidIpAddress):
        serve(ctx, "serve_prometheus", ip=0)
