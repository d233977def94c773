"""The node's own page, a small explorer: plain HTML, CSS and one script, nothing from elsewhere.

serving       the files with their headers, for the node's port
index.html, style.css, explorer.js, icon.svg
              the page; it speaks JSON-RPC (`explorer_*`, `dev_nodeInfo`, `chain_subscribeNewHeads`)
              to whoever served it
"""
