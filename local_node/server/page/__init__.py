"""The explorer page: plain HTML, CSS and one script, no third-party resources.

serving       the files with their headers, for the node's port
index.html, style.css, explorer.js, icon.svg
              the page; it calls JSON-RPC (`explorer_*`, `dev_nodeInfo`,
              `chain_subscribeNewHeads`) on its own server
"""
