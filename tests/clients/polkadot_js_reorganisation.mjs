// A transfer that is retracted and included again, as `@polkadot/api` hears of it: the endpoint is
// the argument, a JSON document the output.

import { ApiPromise, Keyring, WsProvider } from '@polkadot/api';

const provider = new WsProvider(process.argv[2], 1000);
const api = await ApiPromise.create({ provider, throwOnConnect: true });
const keyring = new Keyring({ type: 'sr25519', ss58Format: 42 });
const [alice, bob] = ['//Alice', '//Bob'].map((uri) => keyring.addFromUri(uri));

await provider.send('dev_setBlockBuildMode', ['Manual']);
await provider.send('dev_setFinalityLag', [3]);
await provider.send('dev_newBlock', [4]);

const [heads, finalized] = [[], []];
const seen = (list) => (header) => list.push([header.number.toNumber(), header.hash.toHex()]);
await api.rpc.chain.subscribeNewHeads(seen(heads));
await api.rpc.chain.subscribeFinalizedHeads(seen(finalized));

// What is done at the first status of a kind, and at the second.
const deeds = {
  Ready: [['dev_newBlock', []], ['dev_newBlock', []]],
  InBlock: [['dev_setHead', [-1]], ['dev_newBlock', [{ count: 3 }]]],
};
const statuses = [];
const result = await new Promise((resolve, reject) => {
  api.tx.balances
    .transferKeepAlive(bob.address, 10n ** 9n)
    .signAndSend(alice, (result) => {
      const { status } = result;
      statuses.push([status.type, status.isReady ? null : status.value.toHex()]);
      if (status.isFinalized) resolve(result);
      if (result.isError) reject(new Error(status.type));
      const deed = deeds[status.type]?.shift();
      if (deed) provider.send(...deed).catch(reject);
    })
    .catch(reject);
});
const block = await api.rpc.chain.getBlock(result.status.asFinalized);
const number = block.block.header.number.toNumber();
while (finalized.at(-1)[0] < number) await new Promise((wait) => setTimeout(wait, 20));
const seenHere = {
  statuses,
  events: result.events.map(({ event }) => `${event.section}.${event.method}`),
  block: [number, block.block.header.hash.toHex()],
  canonical: (await api.rpc.chain.getBlockHash(number)).toHex(),
  heads,
  finalized,
};
console.log(JSON.stringify(seenHere));
await api.disconnect();
