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
    TooBig = Error(0, "The preimage is too large to be kept.")
    AlreadyNoted = Error(1, "The preimage is noted already.")
    NotAuthorized = Error(2, "Only who noted the preimage, or root, may remove it.")
    NotNoted = Error(3, "No preimage with this hash is noted.")
    Requested = Error(4, "The preimage is requested, so it must stay.")
    NotRequested = Error(5, "The preimage is not requested.")
    TooMany = Error(6, "Too many hashes at once; give fewer.")
    TooFew = Error(7, "No hash is given; give at least one.")


pallet = Pallet(
    "Preimage",
    14,
    crate="pallet_preimage",
    storage=storage,
    calls=calls,
    events=events,
    errors=errors,
)
