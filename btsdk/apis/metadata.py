"""The methods of Metadata.

Written by `chain_spec.codegen`: change the declarations instead.
"""

from __future__ import annotations

from btsdk.descriptors.items import ApiMethod

metadata: ApiMethod[[], bytes] = ApiMethod("Metadata", "metadata", "a93387f05b338a36")
metadata_at_version: ApiMethod[[int], bytes | None] = ApiMethod(
    "Metadata", "metadata_at_version", "4dd729501b97b362"
)
metadata_versions: ApiMethod[[], list[int]] = ApiMethod(
    "Metadata", "metadata_versions", "d45a2de59d1aba9d"
)
