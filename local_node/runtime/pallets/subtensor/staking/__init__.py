"""Staking: alpha bought, held, moved and sold; takes, children, locks, root dividends.

Layers, top to bottom:

- one call a file (``add_stake``, ``remove_stake`` …) or a few small ones of a kind
  (``root_claim_settings``, ``childkey_settings``, ``lock_settings``);
- ``transition``, ``nominations``, ``alpha_removal``, ``dissolve_stakes``: what several calls share;
- ``validation``, ``price_limits``: the checks before; ``settlement``: what follows them;
- ``children``, ``root_claims``, ``claim_index``, ``locks``, ``lock_transfer``, ``subnet_king``;
- ``stake_weight``, ``prices``, ``reserves``, ``stake``, ``hotkeys``;
- ``share_pool``, ``conviction``: the books and the arithmetic below.
"""
