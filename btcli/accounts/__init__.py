"""The accounts that a command names.

selection       accounts from names and addresses on the command line
proxy_account   the account that a transaction acts for: the coldkey, or that of `--proxy`
portfolio       the stakes of a coldkey with their values
key_warnings    warnings about exposed secrets
"""
