"""What is asked of a call before it runs, whoever it comes through.

The same checks stand at two doors: before the pool admits a transaction (there the error becomes a
custom code, `transaction_codes`), and before every dispatch, nested ones included (there it is the
pallet's own error).

Layers, top to bottom:

    dispatch            all guards in their order
    transaction_codes   pallet errors as the custom codes of an invalid transaction
    coldkey_swap, weights, rate_limits, delegate_take, serving, evm_key, pow_registration
                        one guard each: `check(ctx, who, name, args)` for the calls it applies to
"""
