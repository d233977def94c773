"""Runs in the environment of `bittensor-core` or `cyscale`: decodes values, and prints the CPU
seconds that each takes, the best of some turns.

usage: foreign_scale.py FILE

FILE is JSON: `metadata` in hex, `spec_version`, `turns`, `accounts` (hex, to write as addresses);
`values` by name, each a `type` id, `data` in hex and `times`; `page`, the changes of a map, as
pairs of hex, with its `pallet`, `item`, `key_type` and `value_type`; `key_offset` bytes of a key
come before the key itself.
"""

import json
import sys
import time
from pathlib import Path

TASK = json.loads(Path(sys.argv[1]).read_text())
METADATA = bytes.fromhex(TASK["metadata"])


def best(work, times):
    work()
    found = float("inf")
    for _ in range(TASK["turns"]):
        start = time.process_time()
        for _ in range(times):
            work()
        found = min(found, (time.process_time() - start) / times)
    return found


def rust():
    import bittensor_core

    def load():
        return bittensor_core.Runtime(METADATA, TASK["spec_version"], 1)

    runtime, page = load(), TASK["page"]
    changes = [tuple(pair) for pair in page["changes"]]

    def decode(type_id, data):
        return lambda: runtime.decode(f"scale_info::{type_id}", data)

    accounts = [bytes.fromhex(account) for account in TASK["accounts"]]
    return {
        **{
            name: best(decode(value["type"], bytes.fromhex(value["data"])), value["times"])
            for name, value in TASK["values"].items()
        },
        "page": best(lambda: runtime.decode_map_changes(page["pallet"], page["item"], changes), 3),
        "metadata": best(load, 1),
        "ss58": best(lambda: [bittensor_core.ss58_encode(a) for a in accounts], 3) / len(accounts),
    }


def cython():
    from scalecodec.base import RuntimeConfigurationObject, ScaleBytes
    from scalecodec.type_registry import load_type_registry_preset
    from scalecodec.utils.ss58 import ss58_encode

    def configuration():
        found = RuntimeConfigurationObject(implements_scale_info=True)
        found.update_type_registry(load_type_registry_preset("core"))
        return found

    bare = configuration()

    def load():
        found = bare.create_scale_object("MetadataVersioned", ScaleBytes(METADATA))
        found.decode()
        return found

    config, page = configuration(), TASK["page"]
    config.add_portable_registry(load())
    of_key, of_value = (f"scale_info::{page[name]}" for name in ("key_type", "value_type"))

    def decode(type_id, data):
        # As `async-substrate-interface` decodes: in a batch, here of one.
        return lambda: config.batch_decode([f"scale_info::{type_id}"], [data])

    def decode_page():
        skipped = 2 + 2 * page["key_offset"]
        keys = [bytes.fromhex(key[skipped:]) for key, _ in page["changes"]]
        values = [bytes.fromhex(value[2:]) for _, value in page["changes"]]
        types = [of_key] * len(keys) + [of_value] * len(values)
        found = config.batch_decode(types, keys + values)
        return list(zip(found, found[len(keys) :], strict=False))

    accounts = [bytes.fromhex(account) for account in TASK["accounts"]]
    return {
        **{
            name: best(decode(value["type"], bytes.fromhex(value["data"])), value["times"])
            for name, value in TASK["values"].items()
        },
        "page": best(decode_page, 3),
        "metadata": best(load, 1),
        "ss58": best(lambda: [ss58_encode(a, 42) for a in accounts], 3) / len(accounts),
    }


try:
    import bittensor_core  # noqa: F401

    found = rust()
except ImportError:
    found = cython()
print(json.dumps(found))
