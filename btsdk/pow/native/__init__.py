"""The search compiled for this machine's vector instructions; it needs the extra `pow` (llvmlite).

From top to bottom:

    search      the search over nonces, with the kernel of a message's layout
    compiler    kernels from LLVM IR to loaded code, cached in private files
    kernel      the kernel in LLVM IR
    sha256      its SHA-256, on words
    keccak      its Keccak-256, on 64-bit lanes
    words       the instructions on 32-bit words
    paths       vector widths and the processors that have them
"""
