// A transfer that is retracted and included again, as `polkadot-api` hears of it: the endpoint is the
// argument, a JSON document the output.

import { Keyring } from '@polkadot/keyring';
import { cryptoWaitReady } from '@polkadot/util-crypto';
import { getPolkadotSigner } from 'polkadot-api/signer';
import { createWsClient } from 'polkadot-api/ws';
import WebSocket from 'ws';

await cryptoWaitReady();
const keyring = new Keyring({ type: 'sr25519', ss58Format: 42 });
const [alice, bob] = ['//Alice', '//Bob'].map((uri) => keyring.addFromUri(uri));
const signer = getPolkadotSigner(alice.publicKey, 'Sr25519', (data) => alice.sign(data));

const client = createWsClient(process.argv[2], { websocketClass: WebSocket });
const api = client.getUnsafeApi();
await client._request('dev_setBlockBuildMode', ['Manual']);
await client._request('dev_setFinalityLag', [100]);
await client._request('dev_newBlock', [4]);

// Where the transfer was, as it is told: a block, or null.
const places = [];
const dest = { type: 'Id', value: bob.address };
const transaction = api.tx.Balances.transfer_keep_alive({ dest, value: 10n ** 9n });
const final = await new Promise((resolve, reject) => {
  transaction.signSubmitAndWatch(signer).subscribe({
    next(event) {
      if (event.type === 'finalized') resolve(event);
      if (event.type === 'broadcasted') included().catch(reject);
      if (event.type !== 'txBestBlocksState') return;
      const place = event.found ? event.block.hash : null;
      if (places.length && places.at(-1) === place) return;
      if (!places.length && !place) return; // it is on its way
      places.push(place);
      if (places.length === 1) ask('dev_setHead', [event.block.number - 1]);
      if (places.length === 2) ask('dev_newBlock', []);
      if (places.length === 3) ask('dev_finalize', []);
    },
    error: reject,
  });
  // The client says that it has broadcast before it does so.
  const included = async () => {
    while (!places.length) {
      await client._request('dev_newBlock', []);
      await new Promise((wait) => setTimeout(wait, 100));
    }
  };
  const ask = (method, params) => client._request(method, params).catch(reject);
});
const { block } = final;
const number = await api.query.System.Number.getValue({ at: block.hash });
console.log(
  JSON.stringify({
    places,
    ok: final.ok,
    block: [number, block.hash],
    canonical: await client._request('chain_getBlockHash', [number]),
    finalized: (await client.getFinalizedBlock()).number,
  }),
);
client.destroy();
