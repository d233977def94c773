"""The next nonce of an account."""

from __future__ import annotations

from chain_spec.declare import Api, Method
from chain_spec.types import u32
from chain_spec.types.substrate import AccountId32


class AccountNonceApi:
    account_nonce = Method(u32, account=AccountId32)


api = Api(AccountNonceApi, version=1)
