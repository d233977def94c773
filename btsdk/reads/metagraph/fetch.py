"""The programs that fetch metagraphs, weights and bonds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from btsdk.apis import subnet_info
from btsdk.errors import MechanismNotFound, SubnetNotFound
from btsdk.integers import netuid_of, whole
from btsdk.reads.metagraph.fields import NAMES, VALIDATOR_TRUST, sources
from btsdk.reads.metagraph.graph import ATTRIBUTES, Metagraph
from btsdk.reads.metagraph.matrix import Matrix
from btsdk.reads.weights import storage_index
from btsdk.rpc.effects import Program
from btsdk.rpc.parallel import gather
from btsdk.state.block_context import BlockContext
from btsdk.state.query import call_api, has_api, storage, storage_map
from btsdk.storage import commitments, subtensor


def metagraph(
    at: BlockContext,
    netuid: int,
    mechanism: int = 0,
    *,
    fields: Iterable[str] | None = None,
    weights: bool = False,
    bonds: bool = False,
) -> Program[Metagraph]:
    """The metagraph of a subnet; raises `SubnetNotFound` or `MechanismNotFound`.

    `fields` are the attributes to fetch, such as `["hotkeys", "incentive"]`; all of them if None.
    `weights` and `bonds` fetch these matrices, too. Incentive and last updates are those of one
    mechanism; most subnets have only mechanism 0.
    """
    found = yield from find_metagraph(
        at, netuid, mechanism, fields=fields, weights=weights, bonds=bonds
    )
    if found is not None:
        return found
    if (yield from storage(at, subtensor.NetworksAdded, netuid)):
        raise MechanismNotFound(netuid, mechanism)
    raise SubnetNotFound(netuid)


def find_metagraph(
    at: BlockContext,
    netuid: int,
    mechanism: int = 0,
    *,
    fields: Iterable[str] | None = None,
    weights: bool = False,
    bonds: bool = False,
) -> Program[Metagraph | None]:
    """`metagraph`, or None if there is no such subnet or mechanism."""
    netuid = netuid_of(netuid)
    mechanism = whole(mechanism, "mechanism", 0, 255)
    wanted = sources(ATTRIBUTES, fields)
    trusted = VALIDATOR_TRUST in wanted
    reads: list[Program[Any]] = [
        _info(at, netuid, mechanism, wanted),
        storage(at, subtensor.MechanismCountCurrent, netuid) if mechanism else _value(1),
        storage(at, subtensor.ValidatorTrust, netuid) if trusted else _value(None),
        _rows(at, subtensor.Weights, netuid, mechanism) if weights else _value(None),
        _rows(at, subtensor.Bonds, netuid, mechanism) if bonds else _value(None),
    ]
    info, mechanisms, trust, weighted, bonded = yield from gather(reads)
    if info is None or mechanism >= mechanisms:
        return None
    if trust is not None:
        info[VALIDATOR_TRUST] = trust
    size = info["num_uids"]
    return Metagraph(
        netuid,
        mechanism,
        info,
        None if weighted is None else Matrix(size, weighted),
        None if bonded is None else Matrix(size, bonded),
    )


def metagraphs(
    at: BlockContext, netuids: Iterable[int] | None = None, *, fields: Iterable[str] | None = None
) -> Program[dict[int, Metagraph]]:
    """The metagraphs of all subnets, or of these, by netuid; `SubnetNotFound` for one that is not
    there.

    They share round trips. All columns of all subnets of a live network are many megabytes;
    `fields` are the attributes to fetch, as of `metagraph`.
    """
    if netuids is None:
        found = yield from storage_map(at, subtensor.NetworksAdded)
        wanted = sorted(netuid for (netuid,), exists in found if exists)
    else:
        wanted = list(dict.fromkeys(netuid_of(netuid) for netuid in netuids))
    names = None if fields is None else list(fields)
    graphs = yield from gather([metagraph(at, netuid, fields=names) for netuid in wanted])
    return dict(zip(wanted, graphs, strict=True))


def weights(at: BlockContext, netuid: int, mechanism: int = 0) -> Program[Matrix]:
    """The weights that a subnet's neurons have set on one another, of 65,535."""
    return (yield from _matrix(at, subtensor.Weights, netuid, mechanism))


def bonds(at: BlockContext, netuid: int, mechanism: int = 0) -> Program[Matrix]:
    """The bonds of a subnet's validators in its neurons."""
    return (yield from _matrix(at, subtensor.Bonds, netuid, mechanism))


def _matrix(at: BlockContext, item: Any, netuid: int, mechanism: int) -> Program[Matrix]:
    netuid = netuid_of(netuid)
    mechanism = whole(mechanism, "mechanism", 0, 255)
    reads: list[Program[Any]] = [
        storage(at, subtensor.NetworksAdded, netuid),
        storage(at, subtensor.SubnetworkN, netuid),
        _rows(at, item, netuid, mechanism),
    ]
    exists, size, rows = yield from gather(reads)
    if not exists:
        raise SubnetNotFound(netuid)
    return Matrix(size, rows)


def _rows(
    at: BlockContext, item: Any, netuid: int, mechanism: int
) -> Program[dict[int, dict[int, int]]]:
    found = yield from storage_map(at, item, storage_index(netuid, mechanism))
    return {uid: dict(row) for (_, uid), row in sorted(found)}


def _value(value: Any) -> Program[Any]:
    """A program that asks nothing."""
    yield from ()
    return value


def _info(
    at: BlockContext, netuid: int, mechanism: int, wanted: frozenset[str]
) -> Program[dict[str, Any] | None]:
    """The wanted fields, by the chain's names; all that there are from an older runtime."""
    numbers = [number for number, name in enumerate(NAMES) if name in wanted]
    info: Mapping[str, Any] | None
    if has_api(at, subnet_info.get_selective_mechagraph):
        method = subnet_info.get_selective_mechagraph
        info = yield from call_api(at, method, netuid, mechanism, numbers)
    elif mechanism:
        info = yield from call_api(at, subnet_info.get_mechagraph, netuid, mechanism)
    else:
        info = yield from call_api(at, subnet_info.get_metagraph, netuid)
    return None if info is None else _plain(at, info, wanted)


def _plain(at: BlockContext, info: Mapping[str, Any], wanted: frozenset[str]) -> dict[str, Any]:
    """The answer without unrequested fields, with commitments decoded by this block's runtime."""
    found = {name: info[name] for name in NAMES if name in wanted and name in info}
    if "identity" in found:
        found["identity"] = getattr(found["identity"], "value", found["identity"])
    if "commitments" in found:
        found["commitments"] = [
            (account, _content(at, bytes(data))) for account, data in found["commitments"] or ()
        ]
    return found


def _content(at: BlockContext, data: bytes) -> bytes:
    """The raw fields of a commitment, joined; sealed and hashed ones are left out."""
    commitment: Any = commitments.CommitmentOf.decode(at.metadata, data)
    fields = commitment["info"]["fields"]
    return b"".join(
        bytes(value)
        for kind, value in (field for field in fields if isinstance(field, tuple))
        if kind.startswith("Raw") or kind == "BigRaw"
    )
