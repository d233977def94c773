"""The constants of System.

Written by `chain_spec.codegen`: change the declarations instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from btsdk.descriptors.items import Constant

if TYPE_CHECKING:
    from btsdk.descriptors import values as v

BlockWeights: Constant[v.BlockWeights] = Constant("System", "BlockWeights", "446dbb8f95b07404")
BlockLength: Constant[v.BlockLength] = Constant("System", "BlockLength", "56dea86e44da0613")
BlockHashCount: Constant[int] = Constant("System", "BlockHashCount", "14b7429f83a073c5")
DbWeight: Constant[v.RuntimeDbWeight] = Constant("System", "DbWeight", "0eba72617c9795e5")
Version: Constant[v.RuntimeVersion] = Constant("System", "Version", "389696ac83861199")
SS58Prefix: Constant[int] = Constant("System", "SS58Prefix", "424bb468a633b87b")
