"""Calls stored by their hash."""

from __future__ import annotations

from chain_spec.declare import Call, Error, Event, Map, Pallet, identity
from chain_spec.types import BoundedBytes, Bytes, Tuple, Vec, u32
from chain_spec.types.frame import OldRequestStatus, RequestStatus
from chain_spec.types.labels import Hash
from chain_spec.types.substrate import H256


class storage:
    StatusFor = Map(identity(H256), OldRequestStatus, optional=True)
    RequestStatusFor = Map(identity(H256), RequestStatus, optional=True)
    PreimageFor = Map(identity(Tuple(H256, u32)), BoundedBytes(), optional=True)


class calls:
    note_preimage = Call(0, bytes=Bytes)
    unnote_preimage = Call(1, hash=Hash)
    request_preimage = Call(2, hash=Hash)
    unrequest_preimage = Call(3, hash=Hash)
    ensure_updated = Call(4, hashes=Vec(Hash))


class events:
    Noted = Event(0, hash=Hash)
    Requested = Event(1, hash=Hash)
    Cleared = Event(2, hash=Hash)


class errors:
    TooBig = Error(0)
    AlreadyNoted = Error(1)
    NotAuthorized = Error(2)
    NotNoted = Error(3)
    Requested = Error(4)
    NotRequested = Error(5)
    TooMany = Error(6)
    TooFew = Error(7)


pallet = Pallet(
    "Preimage",
    14,
    crate="pallet_preimage",
    storage=storage,
    calls=calls,
    events=events,
    errors=errors,
)
