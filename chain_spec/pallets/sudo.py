"""The sudo key, which may act as root."""

from __future__ import annotations

from chain_spec.declare import Call, Error, Event, Pallet, Value
from chain_spec.types import Option
from chain_spec.types.labels import AccountId, AccountIdLookup, BoxedCall, DispatchResult
from chain_spec.types.substrate import AccountId32, Weight


class storage:
    Key = Value(AccountId32, optional=True)


class calls:
    sudo = Call(0, call=BoxedCall)
    sudo_unchecked_weight = Call(1, call=BoxedCall, weight=Weight)
    set_key = Call(2, new=AccountIdLookup)
    sudo_as = Call(3, who=AccountIdLookup, call=BoxedCall)
    remove_key = Call(4)


class events:
    Sudid = Event(0, sudo_result=DispatchResult)
    KeyChanged = Event(1, old=Option(AccountId), new=AccountId)
    KeyRemoved = Event(2)
    SudoAsDone = Event(3, sudo_result=DispatchResult)


class errors:
    RequireSudo = Error(0, "Only the sudo key may do this.")


pallet = Pallet(
    "Sudo", 12, crate="pallet_sudo", storage=storage, calls=calls, events=events, errors=errors
)
