"""The terminal wallet. Everything that it knows of chain and keys comes from `btsdk`.

From top to bottom:

    main           the console script: fast paths, exit codes, errors as text or JSON
    app            the tree of commands for Typer; a command's module is imported when it is used
    commands/      <group>/<verb>.py: parse, plan, confirm, submit, render
    command        what every command shares: options in, a context made, a result out
    transaction    the way of anything that is signed: shown, confirmed, unlocked, submitted
    acting         for whom: the wallet's coldkey, or an account that made it its proxy
    staking        stakes that are added, and what became of each; `unstaking`, `choosing`
    targets        the hotkeys and subnets that a stake command means; `trade`: at which price
    watching       what is drawn anew at each block
    selection      hotkeys, destinations and addresses as they are named on the command line
    context        one run: options, environment and config file resolved
    options        the options that several commands take, with all their spellings; those of some
                   commands are in `trade_options`, `config_options`, `node_options`, and in
                   `habits` those that are only taken, or refused with the reason
    documents      the shapes of JSON results
    render/        results on a screen; the only place that loads Rich
    output         which channel gets what
    failures       errors as code, message, hint and exit code
    config         the user's config file
    help           help texts, without Typer where that is quicker
    catalogue      the names of all commands: standard library only
"""
