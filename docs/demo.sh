#!/usr/bin/env bash
# The main job, from nothing to a stake on a subnet, with real commands on a real local chain.
# Wallets and chain live in a temporary folder; nothing of yours is touched, nothing is left behind.
set -euo pipefail

home=$(mktemp -d)
export BTSDK_CHAIN_FILE="$home/dev.chain"
export BTSDK_WALLET_PATH="$home/wallets"
export BTSDK_CONFIG_FILE="$home/config.json"
export BTSDK_NETWORK=local
[ -t 1 ] || export COLUMNS=110

finish() {
    status=$?
    btcli node stop --quiet >/dev/null 2>&1 || true
    rm -rf "$home"
    exit $status
}
trap finish EXIT

bold='' dim='' plain=''
if [ -t 1 ]; then bold=$'\033[1m' dim=$'\033[2m' plain=$'\033[0m'; fi

chapter() { printf '\n%s── %s%s\n' "$bold" "$*" "$plain"; }
run() {
    printf '\n%s$%s btcli' "$dim" "$plain"
    printf ' %q' "$@"
    printf '\n'
    btcli "$@"
}

chapter "A chain: a development node of its own, blocks on demand and one a second"
run node start --chain dev --port 0 --daemon
run node status

chapter "Keys: a coldkey that holds TAO, and two hotkeys that will work for it"
# No password here, so that nobody has to type one; leave --no-use-password away and it is encrypted.
run wallet create --wallet-name miner --hotkey first --no-use-password
run wallet new-hotkey --wallet-name miner --hotkey second
run wallet new-coldkey --wallet-name friend --no-use-password
run wallet new-coldkey --wallet-name alice --uri //Alice --insecure --no-use-password
run wallet list

chapter "TAO: received from Alice and from the faucet, and sent on"
run wallet transfer --wallet-name alice --destination miner --amount 5000 --no-prompt
run wallet faucet --wallet-name miner --no-prompt
run wallet transfer --wallet-name miner --destination friend --amount 12.5 --no-prompt
run wallet balance --all

chapter "A subnet: its price, created, started"
run subnets burn-cost
run subnets create --wallet-name miner --hotkey first --subnet-name demo --no-prompt
run subnets start --wallet-name miner --netuid 2 --no-prompt
run subnets list

chapter "Registration on subnet 1: one hotkey by recycling TAO, one by proof of work"
run subnets register --wallet-name miner --hotkey first --netuid 1 --no-prompt
run subnets register --wallet-name miner --hotkey second --netuid 1 --pow --no-prompt
run subnets show --netuid 1

chapter "Stake: added, looked at, removed in part"
run stake add --wallet-name miner --hotkey first --netuid 2 --amount 2 --no-prompt
run stake list --wallet-name miner
run stake remove --wallet-name miner --hotkey first --netuid 2 --amount 0.5 --no-prompt

chapter "The result"
run stake list --wallet-name miner
run wallet balance --all
