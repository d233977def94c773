"""Every import with its signature, written down apart from where it is declared."""

from __future__ import annotations

import pytest

from local_node.runtime.wasm.host.table import FUNCTIONS

SIGNATURES = """
storage_set_1 ll            storage_get_1 l-l           storage_read_1 lli-l
storage_clear_1 l           storage_exists_1 l-i        storage_clear_prefix_1 l
storage_clear_prefix_2 ll-l storage_clear_prefix_3 lll-l storage_append_1 ll
storage_root_1 -l           storage_root_2 i-l          storage_changes_root_1 l-l
storage_next_key_1 l-l      storage_start_transaction_1 storage_rollback_transaction_1
storage_commit_transaction_1
default_child_storage_get_1 ll-l            default_child_storage_read_1 llli-l
default_child_storage_set_1 lll             default_child_storage_clear_1 ll
default_child_storage_storage_kill_1 l      default_child_storage_storage_kill_2 ll-i
default_child_storage_storage_kill_3 ll-l   default_child_storage_storage_kill_4 lll-l
default_child_storage_exists_1 ll-i         default_child_storage_clear_prefix_1 ll
default_child_storage_clear_prefix_2 lll-l  default_child_storage_clear_prefix_3 llll-l
default_child_storage_root_1 l-l            default_child_storage_root_2 li-l
default_child_storage_next_key_1 ll-l
trie_blake2_256_root_1 l-i           trie_blake2_256_root_2 li-i
trie_blake2_256_ordered_root_1 l-i   trie_blake2_256_ordered_root_2 li-i
trie_blake2_256_verify_proof_1 illl-i trie_blake2_256_verify_proof_2 illli-i
trie_keccak_256_root_1 l-i           trie_keccak_256_root_2 li-i
trie_keccak_256_ordered_root_1 l-i   trie_keccak_256_ordered_root_2 li-i
trie_keccak_256_verify_proof_1 illl-i trie_keccak_256_verify_proof_2 illli-i
hashing_keccak_256_1 l-i  hashing_keccak_512_1 l-i  hashing_sha2_256_1 l-i
hashing_blake2_128_1 l-i  hashing_blake2_256_1 l-i  hashing_twox_256_1 l-i
hashing_twox_128_1 l-i    hashing_twox_64_1 l-i
crypto_ed25519_public_keys_1 i-l  crypto_ed25519_generate_1 il-i  crypto_ed25519_sign_1 iil-l
crypto_ed25519_verify_1 ili-i     crypto_ed25519_batch_verify_1 ili-i
crypto_sr25519_public_keys_1 i-l  crypto_sr25519_generate_1 il-i  crypto_sr25519_sign_1 iil-l
crypto_sr25519_verify_1 ili-i     crypto_sr25519_verify_2 ili-i
crypto_sr25519_batch_verify_1 ili-i
crypto_ecdsa_public_keys_1 i-l    crypto_ecdsa_generate_1 il-i    crypto_ecdsa_sign_1 iil-l
crypto_ecdsa_sign_prehashed_1 iii-l crypto_ecdsa_verify_1 ili-i   crypto_ecdsa_verify_2 ili-i
crypto_ecdsa_verify_prehashed_1 iii-i crypto_ecdsa_batch_verify_1 ili-i
crypto_start_batch_verify_1       crypto_finish_batch_verify_1 -i
crypto_secp256k1_ecdsa_recover_1 ii-l crypto_secp256k1_ecdsa_recover_2 ii-l
crypto_secp256k1_ecdsa_recover_compressed_1 ii-l
crypto_secp256k1_ecdsa_recover_compressed_2 ii-l
logging_log_1 ill  logging_max_level_1 -i  panic_handler_abort_on_panic_1 l
misc_print_num_1 l misc_print_utf8_1 l misc_print_hex_1 l misc_runtime_version_1 l-l
wasm_tracing_enabled_1 l-i wasm_tracing_enter_span_1 l-l wasm_tracing_event_1 l
wasm_tracing_exit_1 l
transaction_index_index_1 iii transaction_index_renew_1 ii
storage_proof_size_storage_proof_size_1 -l
offchain_index_set_1 ll offchain_index_clear_1 l
offchain_is_validator_1 -i offchain_timestamp_1 -l offchain_random_seed_1 -i
offchain_local_storage_set_1 ill offchain_local_storage_clear_1 il
offchain_local_storage_compare_and_set_1 illl-i offchain_local_storage_get_1 il-l
offchain_submit_transaction_1 l-l offchain_network_state_1 -l offchain_sleep_until_1 l
offchain_set_authorized_nodes_1 li
offchain_http_request_start_1 lll-l       offchain_http_request_add_header_1 ill-l
offchain_http_request_write_body_1 ill-l  offchain_http_response_wait_1 ll-l
offchain_http_response_headers_1 i-l      offchain_http_response_read_body_1 ill-l
host_calls_bls12_381_multi_miller_loop_1 ll-l
host_calls_bls12_381_final_exponentiation_1 l-l
host_calls_bls12_381_msm_g1_1 ll-l            host_calls_bls12_381_msm_g2_1 ll-l
host_calls_bls12_381_mul_affine_g1_1 ll-l     host_calls_bls12_381_mul_affine_g2_1 ll-l
host_calls_bls12_381_mul_projective_g1_1 ll-l host_calls_bls12_381_mul_projective_g2_1 ll-l
"""


def expected() -> dict[str, str]:
    found, words = {}, SIGNATURES.split()
    for word, following in zip(words, [*words[1:], ""], strict=True):
        if not set(word) <= set("il-"):
            name, version = word.rsplit("_", 1)
            signature = following if following and set(following) <= set("il-") else ""
            found[f"ext_{name}_version_{version}"] = signature.rstrip("-")
    return found


def declared(name: str) -> str:
    letters = {"i32": "i", "i64": "l"}
    kind = FUNCTIONS[name].type
    params = "".join(letters[str(p)] for p in kind.params)
    results = "".join(letters[str(r)] for r in kind.results)
    return f"{params}-{results}" if results else params


@pytest.mark.parametrize("name", sorted(expected()))
def test_the_signature_is_substrates(name: str) -> None:
    assert declared(name) == expected()[name]


def test_nothing_else_is_declared() -> None:
    assert set(FUNCTIONS) == set(expected())


def test_every_function_says_what_it_does() -> None:
    silent = [
        name
        for name, function in FUNCTIONS.items()
        if not function.body.__doc__ and function.body.__name__ != "digest"
    ]
    assert silent == []
