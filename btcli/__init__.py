"""The terminal wallet. It reaches chains and keys through `btsdk` only.

From top to bottom:

    main           the console script: fast paths, exit codes, errors as text or JSON
    app            the tree of commands for Typer; imports a command's module on use
    commands/      <group>/<verb>.py: parse, plan, confirm, submit, render
    command        the decorator of a command: shared options, context, result
    transaction_file, call_options, block_option
                   transactions in files; calls by name; the block to read
    block_contents, chain_items, chain_listing, chain_query
                   what blocks hold; names of the metadata; values by name
    explanations, diagnosis, endpoints, json_schema
                   what names mean; checks of the installation; schemas of results
    key_file_signer  the key file that signs
    transaction    prepare, show, confirm, unlock, submit and follow a transaction
    confirmation   the question before a signature
    progress       the progress of a submission or of a proof-of-work search
    accounts/      the accounts that a command names, their stakes, proxies, key warnings
    trade          amounts and price limits of stake trades
    live_view      the `--live` screens
    context        one run: options, environment and config file resolved
    options        options of several commands; also `trade_options` and `legacy_options`
    documents      the objects of JSON results
    render/        results as tables and text; loads Rich on a terminal only
    output         standard output, standard error, JSON
    failures       errors as code, message, hint and exit code
    config         the user's config file
    terminal/      streams, escaping of foreign text, blocks
    help           help texts, without Typer for the root and groups
    suggestions    "did you mean" for commands and options
    catalogue      names and help lines of all commands: standard library only
"""
