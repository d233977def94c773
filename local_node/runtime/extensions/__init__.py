"""The transaction extensions: the checks before an extrinsic's call is dispatched.

pipeline        all extensions of the interface, in order: validate, prepare, after the call
table           the functions of each extension identifier
check_…, charge_…, one module for each extension with checks of its own
extension       the parts of an extension, and its view of the transaction
"""
