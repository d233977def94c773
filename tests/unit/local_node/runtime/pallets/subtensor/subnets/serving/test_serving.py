"""Endpoints, identities and symbols: what neurons and owners say of themselves."""

from __future__ import annotations

from typing import Any

import pytest

from chain_spec.pallets.subtensor import errors, storage
from local_node.runtime.frame import Context
from tests.unit.local_node.runtime.pallets.subtensor.chain import (
    call,
    dev_context,
    go_to,
    key,
    refused,
    subnet,
)

AXON = {
    "netuid": 1,
    "version": 2,
    "ip": 0x0808_0808,
    "port": 8091,
    "ip_type": 4,
    "protocol": 4,
    "placeholder1": 0,
    "placeholder2": 0,
}
PROMETHEUS = {name: AXON[name] for name in ("netuid", "version", "ip", "port", "ip_type")}


@pytest.fixture
def ctx() -> Context:
    ctx = dev_context()
    subnet(ctx, 1, neurons=2)
    go_to(ctx, 100)
    return ctx


def serve(ctx: Context, name: str = "serve_axon", **changed: Any) -> None:
    args = PROMETHEUS if name == "serve_prometheus" else AXON
    call(ctx, changed.pop("signer", subnet(ctx)[1]), name, **{**args, **changed})


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


@pytest.mark.parametrize(
    ("ip_type", "ip"),
    [(4, 0x7F00_0001), (4, 0xFFFF_FFFF), (4, 2**32), (6, 1), (6, 2**128 - 1)],
)
@pytest.mark.parametrize("name", ["serve_axon", "serve_prometheus"])
def test_addresses_that_nobody_can_reach(ctx: Context, name: str, ip_type: int, ip: int) -> None:
    with refused(errors.InvalidIpAddress):
        serve(ctx, name, ip_type=ip_type, ip=ip)


def test_zero_says_not_reachable_for_an_axon_only(ctx: Context) -> None:
    serve(ctx, ip=0)
    with refused(errors.InvalidIpAddress):
        serve(ctx, "serve_prometheus", ip=0)


@pytest.mark.parametrize("name", ["serve_axon", "serve_prometheus"])
def test_other_refusals(ctx: Context, name: str) -> None:
    with refused(errors.HotKeyNotRegisteredInNetwork):
        serve(ctx, name, signer=key(50))
    with refused(errors.InvalidIpType):
        serve(ctx, name, ip_type=5)
    with refused(errors.InvalidPort):
        serve(ctx, name, port=0)
    serve(ctx, name)
    go_to(ctx, 149)
    with refused(errors.ServingRateLimitExceeded):
        serve(ctx, name)
    go_to(ctx, 150)
    serve(ctx, name)


IDENTITY = dict.fromkeys(
    ("name", "url", "github_repo", "image", "discord", "description", "additional"), b"x"
)


def test_an_identity_belongs_to_a_coldkey_with_a_registered_hotkey(ctx: Context) -> None:
    coldkey = key(60)
    with refused(errors.HotKeyNotRegisteredInNetwork):
        call(ctx, coldkey, "set_identity", **IDENTITY)
    ctx.put(storage.OwnedHotkeys, coldkey, [subnet(ctx)[1]])
    with refused(errors.InvalidIdentity):
        call(ctx, coldkey, "set_identity", **{**IDENTITY, "url": b"x" * 257})
    call(ctx, coldkey, "set_identity", **{**IDENTITY, "url": b"x" * 256})
    assert (ctx.get(storage.IdentitiesV2, coldkey) or {})["url"] == b"x" * 256


def test_a_symbol_must_exist_and_be_free(ctx: Context) -> None:
    owner = ctx.get(storage.SubnetOwner, 1)
    with refused("BadOrigin"):
        call(ctx, key(60), "update_symbol", netuid=1, symbol="γ".encode())
    for symbol in ("Τ", "@"):
        with refused(errors.SymbolDoesNotExist):
            call(ctx, owner, "update_symbol", netuid=1, symbol=symbol.encode())
    with refused(errors.SymbolAlreadyInUse):
        call(ctx, owner, "update_symbol", netuid=1, symbol="α".encode())
    call(ctx, owner, "update_symbol", netuid=1, symbol="γ".encode())
    assert ctx.get(storage.TokenSymbol, 1) == "γ".encode()
