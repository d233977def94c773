"""What people type: every command with every spelling that older versions taught, as a table.

A row names an option as our help shows it, with a value where it takes one, and its other
spellings. `BASE` is what each command needs beside the option that is looked at.
"""

from __future__ import annotations

ALICE = "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY"
BOB = "5FHneW46xGXgs5mUiveU4sbTyGBzmstUspZC92UhjJM694ty"
ED25519 = "5FA9nQDVg267DEd8m1ZypXLBnvN7SFxYwV7ndqSYGiN9TTpu"
"""The address of an ed25519 key: //Alice of that type."""

NOWHERE = "ws://127.0.0.1:9"
"""Nobody listens there: a command that gets as far as connecting has understood its words."""

SIGNATURE = "0x" + "00" * 64
KEY = "0x" + "11" * 32
MOTION = "0x" + "22" * 32

BASE: dict[str, str] = {
    "wallet create": "-w made --no-use-password",
    "wallet list": "",
    "wallet check": "",
    "wallet balance": "",
    "wallet transfer": f"-d {BOB} --amount 1",
    "wallet new-coldkey": "-w made --no-use-password",
    "wallet new-hotkey": "-w made",
    "wallet regen-coldkey": f"-w made --no-use-password --seed {KEY}",
    "wallet regen-coldkeypub": f"-w made --ss58 {ALICE}",
    "wallet regen-hotkey": f"-w made --seed {KEY}",
    "wallet regen-hotkeypub": f"-w made --ss58 {ALICE}",
    "wallet change-password": "--remove-password",
    "wallet sign": "-m hello",
    "wallet verify": f"-m hello -s {SIGNATURE} -a {ALICE}",
    "wallet faucet": "",
    "wallet overview": "",
    "wallet swap-hotkey": "second",
    "wallet swap-coldkey": f"announce --new-coldkey {BOB}",
    "wallet swap-check": "",
    "wallet associate-hotkey": "",
    "wallet set-identity": "--id-name Alice",
    "wallet get-identity": "",
    "wallet show": "",
    "wallet encrypt": f"--to {ED25519} -m hello",
    "wallet decrypt": "-w ed -c CIPHERTEXT",
    "wallet import": "-w made --file KEYFILE --no-use-password",
    "stake add": "--netuid 1 --amount 1",
    "stake remove": "--netuid 1 --amount 1",
    "stake move": f"--origin-netuid 1 --dest {BOB} --amount 1",
    "stake swap": "--origin-netuid 1 --dest-netuid 2 --amount 1",
    "stake transfer": f"--origin-netuid 1 --dest {BOB} --amount 1",
    "stake list": "",
    "stake child get": "--netuid 1",
    "stake child set": f"--netuid 1 --children {BOB} --proportions 0.25",
    "stake child revoke": "--netuid 1",
    "stake child take": "--netuid 1 --take 0.09",
    "stake wizard": "",
    "stake auto": "",
    "stake set-auto": "--netuid 1",
    "stake set-claim": "keep",
    "stake process-claim": "--netuids 1",
    "stake burn": "--netuid 1 --amount 1",
    "stake recycle": "--netuid 1 --amount 1",
    "lock list": "",
    "lock show": "--netuid 1",
    "lock add": "--netuid 1 --amount 1",
    "lock mode": "--netuid 1 --mode perpetual",
    "lock move": f"--netuid 1 --destination-hotkey {BOB}",
    "weights show": "--netuid 1",
    "weights set": "--netuid 1 --uids 0,1 --weights 1,0.5",
    "weights commit": "--netuid 1 --uids 0,1 --weights 1,0.5",
    "weights reveal": "--netuid 1",
    "subnets list": "",
    "subnets show": "--netuid 1",
    "subnets burn-cost": "",
    "subnets create": "",
    "subnets start": "--netuid 1",
    "subnets register": "--netuid 1",
    "pow benchmark": "--seconds 0.01 --threads 1",
    "call": "System.remark remark=x",
    "tx build": "System.remark remark=x",
    "tx decode": "0x000000",
    "subnets hyperparameters": "--netuid 1",
    "subnets price": "",
    "subnets check-start": "--netuid 1",
    "subnets get-identity": "--netuid 1",
    "subnets set-identity": "--netuid 1 --subnet-name Demo",
    "subnets set-symbol": "--netuid 1 α",
    "subnets metagraph": "--netuid 1",
    "subnets conviction": "--netuid 1",
    "subnets pow-register": "--netuid 1",
    "subnets mechanisms count": "--netuid 1",
    "subnets mechanisms set": "--netuid 1 --count 2",
    "subnets mechanisms emissions": "--netuid 1",
    "subnets mechanisms split-emissions": "--netuid 1 --split 70,30",
    "sudo get": "--netuid 1",
    "sudo set": "--netuid 1 --param rho --value 12",
    "sudo set-take": "--take 9%",
    "sudo get-take": "",
    "sudo trim": "--netuid 1 --max 64",
    "sudo trigger-epoch": "--netuid 1",
    "sudo stake-burn": "--netuid 1 --amount 1",
    "sudo senate": "",
    "sudo proposals": "",
    "sudo propose": "--call System.remark --threshold 2",
    "sudo vote": f"--proposal {MOTION} --vote-aye",
    "sudo close": f"--proposal {MOTION}",
    "axon set": "--netuid 1 --ip 203.0.113.7 --port 8091",
    "axon reset": "--netuid 1",
    "addr add": f"bobby {BOB}",
    "addr list": "",
    "addr remove": "saved-name",
    "addr rename": "saved-name other",
    "config add-proxy": f"--name staker --address {BOB}",
    "config proxies": "",
    "config remove-proxy": "--name saved-name",
    "config update-proxy": "--name saved-name",
    "config clear-proxies": "",
    "query": "SubtensorModule.Tempo 1",
    "block": "",
    "extrinsics": "",
    "events": "",
    "config set": "--tolerance 0.1",
    "config get": "",
    "config clear": "--all",
}

TRANSACTIONS = (
    "wallet transfer", "wallet faucet", "stake add", "stake remove", "stake move",
    "stake swap", "stake transfer", "subnets create",
    "subnets start", "subnets register",
    "call",
    "wallet swap-hotkey", "wallet swap-coldkey", "wallet associate-hotkey", "wallet set-identity",
    "weights set", "weights commit", "weights reveal",
    "stake wizard",
    "lock add", "lock mode", "lock move",
    "stake child set", "stake child revoke", "stake child take",
    "stake set-auto", "stake set-claim", "stake process-claim", "stake burn", "stake recycle",
    "subnets set-identity", "subnets set-symbol", "subnets pow-register",
    "subnets mechanisms set", "subnets mechanisms split-emissions",
    "axon set", "axon reset",
    "sudo set", "sudo set-take", "sudo trim", "sudo trigger-epoch", "sudo stake-burn",
    "sudo propose", "sudo vote", "sudo close",
)  # fmt: skip
CHAIN = (
    *TRANSACTIONS, "wallet balance", "stake list", "subnets list", "subnets show",
    "subnets burn-cost",
    "tx build", "tx decode",
    "wallet overview",
    "wallet swap-check", "wallet get-identity",
    "stake child get",
    "weights show",
    "lock list", "lock show",
    "stake child get", "stake auto",
    "subnets hyperparameters", "subnets price", "subnets check-start", "subnets get-identity",
    "subnets metagraph", "subnets conviction", "subnets mechanisms count",
    "subnets mechanisms emissions",
    "sudo get", "sudo get-take", "sudo senate", "sudo proposals",
    "query", "block", "extrinsics", "events",
)  # fmt: skip
"""The commands that ask a chain."""

Row = tuple[str, str]
"""An option as help shows it, with its value; and its other spellings."""

EVERYWHERE: tuple[Row, ...] = (
    ("--wallet-name alice", "--name --wallet_name --wallet.name --wallet -w"),
    ("--hotkey default", "-H --wallet_hotkey --wallet-hotkey --wallet.hotkey"),
    ("--wallet-path WALLETS", "-p --wallet_path --wallet.path"),
    (f"--network {NOWHERE}", "--subtensor.network --chain --subtensor.chain_endpoint"),
    ("--json-output", "--json-out --json"),
    ("--no-prompt", "--yes -y --no_prompt"),
    ("--prompt", ""),
    ("--no", ""),
    ("--quiet", "-q"),
    ("--verbose", "-v"),
    ("-vv", ""),
    ("-vvv", ""),
)

EVERY_TRANSACTION: tuple[Row, ...] = (
    ("--period 64", "--era"),
    ("--wait-for-inclusion", ""),
    ("--no-wait-for-inclusion", ""),
    ("--wait-for-finalization", ""),
    ("--no-wait-for-finalization", ""),
    ("--dry-run", ""),
    ("--mev-protection", "--mev-shield"),
    ("--no-mev-protection", "--no-mev-shield"),
    (f"--proxy {BOB}", "--proxy-for"),
    (f"--proxy {BOB} --announce-only", ""),
    (f"--proxy {BOB} --force-proxy-type Transfer", ""),
)

_PRICE: tuple[Row, ...] = (
    ("--tolerance 0.1", "--rate-tolerance --limit"),
    ("--safe-staking", "--safe --slippage-protection"),
    ("--unsafe", "--no-safe-staking --no-slippage-protection"),
    ("--allow-partial-stake", "--partial --allow --allow-partial"),
    ("--no-allow-partial-stake", "--no-partial --not-allow --not-partial"),
)
_MADE: tuple[Row, ...] = (
    ("--n-words 24", ""),
    ("--uri //Made --insecure", ""),
    ("--overwrite", ""),
)
_PROXY: tuple[Row, ...] = (
    (f"--spawner {ALICE}", "--delegator"),
    ("--proxy-type Staking", "--proxy_type"),
    ("--delay 3", ""),
    ("--note x", ""),
)
_RESTORED: tuple[Row, ...] = (("--overwrite", ""), ("--no-overwrite", ""))

_MECHANISM: Row = ("--mechid 0", "--mech-id --mech_id --mechanism-id --mechanism_id")

OWN: dict[str, tuple[Row, ...]] = {
    "wallet create": (
        *_MADE,
        ("--no-use-password", "--no-password"),
        ("--coldkey-crypto-type ed25519", ""),
        ("--hotkey-crypto-type ed25519", ""),
    ),
    "wallet new-coldkey": (
        *_MADE,
        ("--no-use-password", "--no-password"),
        _KIND := ("--crypto-type ed25519", "--crypto_type"),
    ),
    "wallet new-hotkey": (*_MADE, ("--no-use-password", "--no-password"), _KIND),
    "wallet regen-coldkey": (*_RESTORED, ("--no-use-password", "--no-password"), _KIND),
    "wallet regen-coldkeypub": (*_RESTORED, _KIND),
    "wallet regen-hotkey": (*_RESTORED, ("--no-use-password", "--no-password"), _KIND),
    "wallet regen-hotkeypub": (*_RESTORED, _KIND),
    "wallet list": (("--coldkeys-only", ""),),
    "wallet balance": (
        (f"--ss58 {ALICE}", "--ss58-address --coldkey-ss58 --coldkey_ss58 --coldkey --key -k"),
        ("--all", "-a"),
        *((f"--sort {order}", "") for order in ("name", "free", "staked", "total")),
    ),
    "wallet transfer": (("--allow-death", ""),),
    "wallet overview": (
        ("--all", "-a"),
        ("--sort-by emission", "--sort_by"),
        ("--sort-order desc", "--sort_order"),
        ("--include-hotkeys default", "-in --include_hotkeys"),
        ("--exclude-hotkeys default", "-ex --exclude_hotkeys"),
        ("--netuids 1,2", "--netuid -n"),
    ),
    "wallet swap-hotkey": (
        ("--netuid 1", ""),
        ("--all-netuids", "--all_netuids"),
        ("--keep-stake", "--keep_stake"),
    ),
    "wallet swap-check": (
        (f"--ss58 {ALICE}", "--ss58-address --coldkey-ss58 --coldkey --address --key -k"),
        ("--all", "-a"),
    ),
    "wallet set-identity": (
        ("--web-url x", "--web --web_url"),
        ("--image-url x", "--image --image_url"),
        ("--discord x", ""),
        ("--description x", ""),
        ("--additional x", ""),
        ("--github x", "--github-repo --github_repo"),
    ),
    "wallet get-identity": (
        (f"--ss58 {ALICE}", "--ss58-address --coldkey-ss58 --coldkey_ss58 --coldkey --key -k"),
    ),
    "wallet import": (
        *_RESTORED,
        ("--no-use-password", "--no-password"),
        ("--use-hotkey", ""),
        _KIND,
    ),
    "wallet sign": (("--use-hotkey", ""), ("--no-use-hotkey", "")),
    "wallet verify": (("--crypto-type ed25519", ""), ("--crypto-type sr25519", "")),
    "stake add": (
        ("--all-hotkeys", ""),
        ("--include-hotkeys default", "-in --hotkey-ss58-address --include_hotkeys"),
        (f"--include-hotkeys {ALICE},default", "-in --hotkey-ss58-address"),
        ("--exclude-hotkeys second", "-ex --exclude_hotkeys"),
        ("--all-hotkeys --exclude-hotkeys second", ""),
        *_PRICE,
    ),
    "stake remove": (
        ("--all-hotkeys", ""),
        ("--include-hotkeys default", "-in --hotkey-ss58-address --include_hotkeys"),
        ("--exclude-hotkeys second", "-ex"),
        *_PRICE,
    ),
    "stake move": (("--dest-netuid 2", ""), *_PRICE[:3]),
    "stake swap": _PRICE,
    "stake transfer": (("--dest-netuid 2", ""), *_PRICE[:3]),
    "stake list": (
        (f"--ss58 {ALICE}", "--ss58-address --coldkey-ss58 --coldkey_ss58 --coldkey --key -k"),
    ),
    "weights show": (("--uid 0", ""), _MECHANISM),
    "weights set": (("--version-key 1", "--version_key"), _MECHANISM),
    "weights commit": (
        ("--version-key 1", ""),
        ("--salt 1,2,3", "-s"),
        ("--salt-file FILE", ""),
        _MECHANISM,
    ),
    "weights reveal": (("--version-key 1", ""), ("--salt-file FILE", ""), _MECHANISM),
    "stake wizard": _PRICE,
    "stake auto": (
        (f"--ss58 {ALICE}", "--ss58-address --coldkey-ss58 --coldkey_ss58 --coldkey --key -k"),
    ),
    "lock list": (
        (f"--ss58 {ALICE}", "--ss58-address --coldkey-ss58 --coldkey_ss58 --coldkey --key -k"),
        ("--netuid 1", "-n"),
    ),
    "lock show": (
        (f"--ss58 {ALICE}", "--ss58-address --coldkey-ss58 --coldkey_ss58 --coldkey --key -k"),
        ("--graph", ""),
    ),
    "lock add": (
        (f"--hotkey {BOB}", "--hotkey-ss58 --hotkey_ss58 --hotkey-ss58-address"),
        ("--mode perpetual", ""),
        ("--mode decaying --graph", ""),
    ),
    "stake child take": ((f"--child-hotkey-ss58 {ALICE}", "--child_hotkey_ss58"),),
    "subnets show": (
        ("--mechid 0", "--mech-id --mech_id --mechanism-id --mechanism_id"),
        ("--sort", ""),
    ),
    "call": (("--use-hotkey", ""), ("--sudo", ""), ("--unsigned /nowhere/tx.json", "")),
    "tx build": (
        ("--use-hotkey", ""),
        ("--sudo", ""),
        ("--file /nowhere/tx.json", "-f"),
        (f"--signer {BOB}", ""),
        ("--nonce 3", ""),
    ),
    "tx decode": (("--at 1", "--block --block-hash"),),
    "query": (("--at 1", "--block --block-hash"), ("--limit 5", "")),
    "extrinsics": (
        ("--blocks 2", ""),
        ("--index 1", ""),
        (f"--hash {KEY}", ""),
        (f"--signer {BOB}", ""),
        ("--call System", ""),
    ),
    "events": (
        ("--blocks 2", ""),
        ("--event System", ""),
        (f"--account {BOB}", ""),
        ("--extrinsic 1", ""),
    ),
    "subnets create": (
        _IDENTITY := (
            ("--subnet-name Demo", "--subnet_name --sn-name"),
            ("--github-repo x", "--repo --github_repo"),
            ("--subnet-contact x", "--contact --email"),
            ("--subnet-url x", "--url"),
            ("--discord-handle x", "--discord"),
            ("--description x", ""),
            ("--logo-url x", "--logo_url"),
            ("--additional-info x", ""),
        )
    ),
    "subnets set-identity": _IDENTITY[1:],
    "axon set": (("--ip-type 4", "--ip_type"), ("--protocol 4", "")),
    "subnets price": (
        ("--netuids 1,2", "--netuid -n"),
        ("--all-netuids", "--all --all_netuids"),
        ("--interval-hours 2", "--interval --interval_hours"),
        ("--current", ""),
        ("--log-scale", "--log --log_scale"),
    ),
    "subnets conviction": (("--limit 3", ""),),
    "subnets metagraph": (
        ("--mechid 0", "--mech-id --mech_id --mechanism-id --mechanism_id"),
        ("--sort-by stake", "--sort --sort_by"),
        ("--sort-order desc", "--sort_order"),
    ),
    "subnets pow-register": (
        ("--processes 1", "--processors --num-processes"),
        ("--update-interval 50", "--update_interval -u"),
        ("--no-use-cuda", "--no-cuda"),
        ("--dev-id 0", "--dev_id -d"),
        ("--threads-per-block 256", "--threads_per_block -tbp"),
        ("--output-in-place", ""),
    ),
    "subnets register": (
        ("--safe-register", "--safe"),
        ("--no-safe-register", "--unsafe --unsafe-register"),
        ("--tolerance 0.1", "--rate-tolerance --limit"),
    ),
    "sudo get": (("--param rho", "--parameter"),),
    "sudo set": (("--normalize", ""), ("--no-normalize", "")),
    "sudo stake-burn": _PRICE[:3],
    "sudo propose": (("--args {}", "--call-args --call_args"),),
    "addr add": (("--note x", ""), ("--overwrite", "")),
    "config add-proxy": _PROXY,
    "config update-proxy": _PROXY,
    "config set": (
        ("--network finney", "--subtensor.network --chain --subtensor.chain_endpoint"),
        ("--cache", "--disk-cache"),
        ("--no-cache", "--no-disk-cache --no_cache"),
        *_PRICE[1:],
    ),
    "config clear": (
        ("--all", ""),
        ("--network", "--chain --subtensor.network --subtensor.chain_endpoint"),
        ("--wallet-name", "--name --wallet_name --wallet.name --wallet -w"),
        ("--wallet-path", "-p --wallet_path --wallet.path"),
        ("--hotkey", "-H --wallet_hotkey --wallet-hotkey --wallet.hotkey"),
        ("--cache", ""),
        ("--tolerance", "--rate-tolerance --limit"),
        ("--safe-staking", "--safe"),
        ("--allow-partial-stake", "--partial --allow"),
    ),
}

INSTEAD: dict[str, tuple[Row, ...]] = {
    "wallet transfer": (
        (f"--destination {BOB} --amount 1", ""),
        (f"--dest {BOB} --amount-tao 1.5", ""),
        (f"-d {BOB} -a 1", ""),
        (f"-d {BOB} --all", ""),
        (f"-d {BOB} --amount all", ""),
    ),
    "wallet regen-coldkey": (
        (f"-w made --no-use-password --seed {KEY}", ""),
        ("-w made --no-use-password --mnemonic WORDS", ""),
    ),
    "wallet regen-coldkeypub": (
        (f"-w made --ss58-address {ALICE}", ""),
        (f"-w made --public-key-hex {KEY}", ""),
    ),
    "wallet regen-hotkeypub": (
        (f"-w made --ss58-address {ALICE}", ""),
        (f"-w made --public-key-hex {KEY}", ""),
    ),
    "wallet swap-coldkey": (
        (f"--new-coldkey {BOB} announce", "--new-coldkey-ss58 --new_coldkey --new-wallet --new"),
        (f"execute --new-coldkey {BOB}", ""),
        ("dispute", ""),
        ("clear", ""),
        ("check", ""),
    ),
    "wallet import": (("-w made -f KEYFILE --no-use-password", ""),),
    "wallet encrypt": (
        (f"--to {ED25519} --message hello", "--to-ss58 --to_ss58 -t"),
        (f"--message hello --to {ED25519}", "-m"),
    ),
    "wallet decrypt": (("--ciphertext CIPHERTEXT -w ed", "-c"),),
    "wallet sign": (("--message hello", ""),),
    "wallet verify": (
        (f"--message hello --signature {SIGNATURE} --address {ALICE}", ""),
        (f"-m hello -s {SIGNATURE} --public-key {KEY}", ""),
        (f"-m hello -s {SIGNATURE} -p {KEY}", ""),
    ),
    "stake add": (
        ("--netuids 1,2 --amount 1", ""),
        ("-n 1,2 --amount-tao 1", ""),
        ("--netuid 1 --netuid 2 --amount 1", ""),
        ("--all-netuids --amount 1", "--all_netuids"),
        ("--netuid 1 --all", ""),
        ("--netuid 1 --all-tokens", ""),
        ("--netuid 1 -a", ""),
        ("--netuid 1 --amount all", ""),
    ),
    "stake remove": (
        ("--netuid 1 -a 1", ""),
        ("--netuid 1 --amount-alpha 1", ""),
        ("--all-netuids --amount 1", ""),
        ("--netuids 1,2 --amount 1 --all-hotkeys", ""),
        ("--unstake-all", "--all"),
        ("--unstake-all --netuid 1", ""),
        ("--unstake-all --all-hotkeys", ""),
        ("--unstake-all-alpha", "--all-alpha"),
        ("--unstake-all-alpha --all-hotkeys --exclude-hotkeys second", ""),
        (f"--netuid 1 --amount 1 --hotkey-ss58-address {ALICE}", ""),
    ),
    "weights set": (
        ("-n 1 -u 0,1 --weights 1,0.5", ""),
        ("--netuid 1 --uids 0 --uids 1 --weights 1 --weights 2", ""),
    ),
    "weights reveal": (
        ("--netuid 1 --uids 0,1 --weights 1,0.5 --salt 163,241", ""),
        ("-n 1 -u 0,1 --weights 1,2 -s 163,241", ""),
        ("-n 1 -u 0,1 --weights 1,2 --reveal-using-salt 163,241", ""),
    ),
    "lock show": (("--netuid 1", "-n"),),
    "lock add": (
        ("-n 1 -a 1", ""),
        ("--netuid 1 --amount-alpha 1", ""),
        ("--netuid 1 --all", ""),
        ("--netuid 1 --amount all", ""),
    ),
    "lock mode": (("-n 1 --mode Decaying", ""),),
    "lock move": ((f"-n 1 --dest {BOB}", ""), (f"-n 1 -d {BOB}", "")),
    "stake set-auto": (("--netuid 1", "-n"),),
    "stake set-claim": (
        ("swap", ""),
        ("Keep --netuids 1-5,10", ""),
        ("keep -n 1,2", ""),
        ("KeepSubnets -n 3", ""),
    ),
    "stake process-claim": (("--netuids 1,2", "--netuid -n"), ("", "")),
    "stake burn": (
        ("-n 1 -a 1", ""),
        ("--netuid 1 --amount-alpha 1", ""),
        ("--netuid 1 --all", ""),
        ("--netuid 1 --amount all", ""),
    ),
    "stake child get": (("--netuid 1", "--netuids -n"), ("--all-netuids", "--all --allnetuids")),
    "stake child set": (
        (f"--netuid 1 --children {BOB},second --proportions 0.25,0.5", ""),
        (f"-n 1 -c {BOB} --prop 25%", ""),
        (f"--all-netuids -c {BOB} -c second --proportions 0.1 --proportions 0.2", ""),
    ),
    "stake child revoke": (("--all-netuids", "--all --allnetuids"),),
    "stake child take": (("--netuid 1", ""), ("--all -t 9%", ""), ("-n 1 -t 0.09", "")),
    "subnets show": (("-n 1", ""), ("--netuids 1", "")),
    "subnets register": (("-n 1", ""), ("--netuid 1 --pow", "")),
    "subnets start": (("-n 1", ""),),
    "subnets check-start": (("-n 1", ""),),
    "subnets mechanisms set": (("-n 1 --mech-count 2", ""),),
    "subnets mechanisms split-emissions": (
        ("-n 1 --split 0.7,0.3", ""),
        ("-n 1 --split 70%,30%", ""),
        ("-n 1 --split equal", ""),
    ),
    "sudo set": (
        ("--netuid 1 --parameter rho --value 12", ""),
        ("-n 1 --param rho --value 12", ""),
    ),
    "sudo set-take": (("-t 0.09", ""),),
    "sudo trim": (("--netuid 1 --max-uids 64", ""), ("--netuid 1 --max_uids 64", "")),
    "sudo stake-burn": (("-n 1 -a 1", ""), ("--netuid 1 --amount-tao 1", "")),
    "sudo vote": (
        (f"--proposal-hash {MOTION} --vote-nay", ""),
        (f"--proposal_hash {MOTION} --vote_aye", ""),
        (f"--proposal {MOTION} --aye", ""),
        (f"--proposal {MOTION} --nay", ""),
    ),
    "sudo close": ((f"--proposal-hash {MOTION}", ""),),
}
"""Whole ways to say what a command is to do, in the place of `BASE`."""

REFUSED: tuple[tuple[str, str, str], ...] = (
    *((command, f"{BASE[command]} {option} {kind}", "sr25519")
      for command, option in (
          ("wallet create", "--coldkey-crypto-type"), ("wallet create", "--hotkey-crypto-type"),
          ("wallet new-coldkey", "--crypto-type"), ("wallet new-hotkey", "--crypto-type"),
          ("wallet regen-coldkey", "--crypto-type"), ("wallet regen-coldkeypub", "--crypto-type"),
          ("wallet regen-hotkey", "--crypto-type"), ("wallet regen-hotkeypub", "--crypto-type"),
      ) for kind in ("ecdsa", "2")),
    ("wallet verify", f"{BASE['wallet verify']} --crypto-type rsa", "unknown key type"),
    ("config set", "--dashboard-path /tmp", "no dashboard"),
    ("config set", "--dashboard_path /tmp", "no dashboard"),
    ("config set", "--dash.path /tmp", "no dashboard"),
    ("config clear", "--dashboard-path", "no dashboard"),
    ("stake list", "--live", "with JSON output"),
    ("subnets list", "--live", "with JSON output"),
    ("stake add", "--netuid 1 -a 5", "-a means"),
    ("stake add", "--netuid 1 --all-hotkeys -a 5", "-a means"),
    ("stake add", "--netuids 1 2 --amount 1", "unexpected argument"),
    ("stake add", "--netuid 1 --all-netuids --amount 1", "not both"),
    ("stake add", "--netuids 1,70000 --amount 1", "from 0 to 65535"),
    ("stake add", "--netuid 1 --amount 1 --all", "either"),
    ("stake add", "--netuid 1 --amount 1 --all-hotkeys --include-hotkeys default", "-hotkeys"),
    ("stake add", "--netuid 1 --amount 1 -in default -ex second", "--include-hotkeys"),
    ("stake add", "--netuid 1 --amount 1 --all-hotkeys -H default", "--hotkey default"),
    ("stake remove", "--netuid 1 --amount 1 --unstake-all-alpha", "--amount or"),
    ("stake remove", "--unstake-all --unstake-all-alpha", "or --unstake-all"),
    ("stake remove", "--unstake-all-alpha --netuid 1", "limited to some"),
    ("stake remove", "--unstake-all-alpha --safe", "no price limit"),
    ("stake remove", "--interactive", "prompt"),
    ("stake remove", "-i", "prompt"),
    ("stake remove", "-i --netuid 1", "omit"),
    ("lock add", "--netuid 1", "no amount given"),
    ("lock add", "--netuid 1 --amount 1 --mode slow", "no mode 'slow'"),
    ("lock mode", "--netuid 1 --mode slow", "no mode 'slow'"),
    ("weights set", "--netuid 1", "missing --uids and --weights"),
    ("weights set", "--netuid 1 --uids 0", "missing --weights"),
    ("weights set", "--netuid 1 --uids a --weights 1", "a uid is a whole number"),
    ("weights set", "--netuid 1 --uids 0 --weights x", "a weight is a number"),
    ("weights set", "--netuid 1 --uids 0,1 --weights 1", "one weight a uid"),
    ("weights set", "--netuid 0 --uids 0 --weights 1", "root network takes no weights"),
    ("weights commit", "-n 1 -u 0,1 -w 0.5,0.5", "looks like weights"),
    ("weights commit", "-n 1 -u 0,1 --weights 0.5,0.5 -s x", "a salt number"),
    ("weights reveal", "--netuid 1 --uids 0 --weights 1", "missing --salt"),
    ("weights reveal", "-n 1 -u 0 --weights 1 -s 1 --salt-file FILE", "either --salt-file"),
    ("stake wizard", "", "the wizard only asks"),
    ("stake set-claim", "", "no claim type given"),
    ("stake set-claim", "sell", "no claim type 'sell'"),
    ("stake set-claim", "keep -n 5-1", "the range '5-1' is empty"),
    ("stake set-claim", "keep -n 1-x", "from 0 to 65535"),
    ("stake burn", "--netuid 1", "no amount given"),
    ("stake child set", f"-n 1 -c {BOB} --prop 0.5,0.5", "each child needs a proportion"),
    ("stake child set", f"-n 1 -c {BOB},second --prop 0.9,0.2", "110 % together"),
    ("stake child set", f"-n 1 -c {BOB} --prop much", "'much'"),
    ("stake child set", f"-c {BOB} --prop 1", "no subnet given"),
    ("stake child take", "-n 1 --take 9", "between 0 and 100 %"),
    ("wallet transfer", f"-d {BOB} --amount 1 --announce-only", "--announce-only"),
    ("wallet transfer", f"-d {BOB} --amount 1 --force-proxy-type Any", "--force-proxy-type"),
    ("wallet transfer", f"-d {BOB} --amount 1 --proxy saved", "nor a wallet"),
    ("wallet transfer", f"-d {BOB} --amount 1 --proxy {BOB} --force-proxy-type X", "proxy type"),
    ("wallet balance", "--all --sort size", "sorted by"),
    ("wallet overview", "--live", "with JSON output"),
    ("wallet encrypt", "--to alice -m hello", "cannot read messages"),
    ("wallet decrypt", "-c 0x00", "sr25519"),
    ("wallet decrypt", "-y", "is not encrypted"),
    ("wallet swap-hotkey", "", "NEW_HOTKEY is missing"),
    ("wallet swap-hotkey", "second --netuid 1 --all-netuids", "not both"),
    ("wallet swap-coldkey", "", "ACTION is missing"),
    ("wallet swap-coldkey", "undo", "unknown action"),
    ("wallet swap-coldkey", "announce", "--new-coldkey is missing"),
    ("wallet swap-coldkey", f"clear --new-coldkey {BOB}", "no effect"),
    ("wallet overview", "--sort-by size", "sorted by"),
    ("subnets price", "--html", "no HTML page"),
    ("subnets price", "--netuid 1 --all", "not both"),
    ("subnets metagraph", "--netuid 1 --html", "no HTML page"),
    ("subnets metagraph", "--netuid 1 --sort-by size", "sorted by"),
    ("subnets pow-register", "--netuid 1 --cuda", "processor cores"),
    ("subnets set-identity", "--netuid 1", "no field"),
)  # fmt: skip
"""What cannot be had here, or must not be guessed: the command, its words, what the error says."""


def words(text: str) -> list[str]:
    """The words of a row."""
    return text.split()


def line(command: str, spelling: str) -> str:
    """What the command needs, then a spelling. One that names the wallet names it alone."""
    needed = BASE[command]
    if "alice" in words(spelling):
        needed = needed.replace("-w made", "").replace("-w ed", "")
    return f"{needed} {spelling}"


def spelled(row: Row) -> list[str]:
    """The row once for each of its spellings, its own first."""
    shown, others = row
    _, *rest = shown.split(" ")
    return [shown, *(" ".join([other, *rest]) for other in others.split())]
