// Each status that `signAndSend` of `@polkadot/api` reports, of several transfers one after the
// other, and how long after `isInBlock` each `isFinalized` came, in ms.

import { ApiPromise, Keyring, WsProvider } from '@polkadot/api';

const [endpoint, count] = process.argv.slice(2);
const api = await ApiPromise.create({ provider: new WsProvider(endpoint, 1000), throwOnConnect: true });
const [alice, bob] = ['//Alice', '//Bob'].map((uri) =>
  new Keyring({ type: 'sr25519', ss58Format: 42 }).addFromUri(uri),
);

const reported = [];
const apart = [];
for (let number = 0; number < Number(count); number += 1) {
  reported.push(
    await new Promise((resolve, reject) => {
      const heard = [];
      let included = 0;
      api.tx.balances
        .transferKeepAlive(bob.address, 1000000n)
        .signAndSend(alice, ({ status }) => {
          heard.push(status.type);
          if (status.isInBlock) included = performance.now();
          if (status.isFinalized) {
            apart.push(performance.now() - included);
            resolve(heard);
          }
        })
        .catch(reject);
    }),
  );
}
console.log(JSON.stringify({ reported, apart }));
await api.disconnect();
