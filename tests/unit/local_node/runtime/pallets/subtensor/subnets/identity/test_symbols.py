"""Symbols and names of subnets."""

from __future__ import annotations

from chain_spec.pallets.subtensor import storage
from local_node.runtime.pallets.subtensor.subnets.identity.symbol_table import NAMES, SYMBOLS
from local_node.runtime.pallets.subtensor.subnets.identity.symbols import (
    name_of,
    next_available_symbol,
    symbol_of,
)
from tests.unit.local_node.runtime.pallets.subtensor.chain import dev_context


def test_the_tables_are_whole() -> None:
    assert len(SYMBOLS) == len(NAMES) == len(set(SYMBOLS)) == 439
    # Places that the chain is known by, at both ends and at the odd one between.
    assert [symbol.decode() for symbol in SYMBOLS[:3]] == ["Τ", "α", "β"]
    assert (SYMBOLS[19], SYMBOLS[90].decode(), SYMBOLS[438].decode()) == (b"t", "\u1680", "ධ")
    assert (NAMES[0], NAMES[61], NAMES[438]) == (b"root", b"red team", b"ra")


def test_a_number_takes_its_own_symbol_or_the_first_free_one() -> None:
    ctx = dev_context()
    assert next_available_symbol(ctx, 5) == SYMBOLS[5]
    ctx.put(storage.TokenSymbol, 9, SYMBOLS[5])
    assert next_available_symbol(ctx, 5) == SYMBOLS[2]
    assert symbol_of(439) == SYMBOLS[0]


def test_an_identity_gives_the_name_unless_it_is_empty() -> None:
    ctx = dev_context()
    assert name_of(ctx, 2) == b"omron"
    assert name_of(ctx, 5_000) == b"unknown"
    fields = ("github_repo", "subnet_contact", "subnet_url", "discord", "description")
    identity = dict.fromkeys((*fields, "logo_url", "additional"), b"")
    ctx.put(storage.SubnetIdentitiesV3, 2, {**identity, "subnet_name": b""})
    assert name_of(ctx, 2) == b"omron"
    ctx.put(storage.SubnetIdentitiesV3, 2, {**identity, "subnet_name": b"ours"})
    assert name_of(ctx, 2) == b"ours"
