"""The functions of the pallet's runtime APIs."""

from __future__ import annotations

from chain_spec.apis.account_nonce import api as account_nonce_api
from local_node.runtime.frame.pallet import Apis
from local_node.runtime.pallets.system.nonce import account_nonce

APIS: Apis = {account_nonce_api: (account_nonce,)}
