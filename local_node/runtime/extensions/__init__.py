"""The transaction extensions: what an extrinsic must satisfy before its call is dispatched.

pipeline        all extensions of the interface, in order: validate, prepare, after the call
table           which functions stand behind which identifier
check_…, charge_…, one module for each extension that does something
extension       what an extension is made of, and the transaction that it sees
"""
