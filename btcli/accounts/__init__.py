"""The accounts that a command names, and what is known of them.

selection   accounts from the names and addresses of the command line
acting      the account that a transaction acts for: the coldkey, or the one behind a proxy
portfolio   the stakes of a coldkey with their values
cautions    warnings about secrets that others may see
"""
