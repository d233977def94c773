"""The hyperparameters of a subnet that `get_subnet_hyperparams_v3` lists, in its order.

Each has the case of `HyperparamValue` for its value.
"""

from __future__ import annotations

HYPERPARAMETERS_V3 = (
    ("kappa", "U16"),
    ("immunity_period", "U16"),
    ("min_allowed_weights", "U16"),
    ("max_weights_limit", "U16"),
    ("tempo", "U16"),
    ("weights_version", "U64"),
    ("weights_rate_limit", "U64"),
    ("activity_cutoff", "U64"),
    ("activity_cutoff_factor", "U32"),
    ("registration_allowed", "Bool"),
    ("target_regs_per_interval", "U16"),
    ("min_burn", "TaoBalance"),
    ("max_burn", "TaoBalance"),
    ("burn_half_life", "U16"),
    ("burn_increase_mult", "U64F64"),
    ("bonds_moving_avg", "U64"),
    ("max_regs_per_block", "U16"),
    ("serving_rate_limit", "U64"),
    ("max_validators", "U16"),
    ("commit_reveal_period", "U64"),
    ("commit_reveal_weights_enabled", "Bool"),
    ("alpha_high", "U16"),
    ("alpha_low", "U16"),
    ("liquid_alpha_enabled", "Bool"),
    ("alpha_sigmoid_steepness", "I32F32"),
    ("yuma_version", "U16"),
    ("subnet_is_active", "Bool"),
    ("transfers_enabled", "Bool"),
    ("bonds_reset_enabled", "Bool"),
    ("user_liquidity_enabled", "Bool"),
    ("owner_cut_enabled", "Bool"),
    ("owner_cut_auto_lock_enabled", "Bool"),
    ("min_childkey_take", "U16"),
)
