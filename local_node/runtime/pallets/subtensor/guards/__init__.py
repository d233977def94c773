"""The checks before a call, for every way of dispatching it.

The same checks run twice: before the pool admits a transaction (the error becomes a custom code,
`transaction_codes`), and before every dispatch, nested ones included (the error is the pallet's
own).

Layers, top to bottom:

  dispatch            all guards in their order
  transaction_codes   pallet errors as the custom codes of an invalid transaction
  coldkey_swap, weights, rate_limits, delegate_take, serving, evm_key, pow_registration
                      one guard each: `check(ctx, who, name, args)` for its calls
"""
