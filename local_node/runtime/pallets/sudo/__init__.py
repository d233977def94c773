"""Pallet `Sudo` (index 12): one key that may act as root."""

from __future__ import annotations

from chain_spec.pallets import sudo as declared
from local_node.runtime.frame.pallet import RuntimePallet
from local_node.runtime.pallets.sudo.genesis import genesis
from local_node.runtime.pallets.sudo.key import remove_key, set_key
from local_node.runtime.pallets.sudo.sudo import sudo, sudo_unchecked_weight
from local_node.runtime.pallets.sudo.sudo_as import sudo_as

PALLET = RuntimePallet(
    declared.pallet,
    calls=(sudo, sudo_unchecked_weight, set_key, sudo_as, remove_key),
    genesis=genesis,
)
