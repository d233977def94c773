// Addresses of multisigs, as `@polkadot/util-crypto` derives them: one document of addresses.
import { createKeyMulti, encodeAddress } from '@polkadot/util-crypto';

const sets = JSON.parse(process.argv[2]);
console.log(JSON.stringify({
  addresses: sets.map(([members, threshold]) => encodeAddress(createKeyMulti(members, threshold), 42)),
}));
