// What `polkadot-api` does against a node, over the new JSON-RPC interface alone: the endpoint and
// the number of blocks to follow are the arguments, a JSON document the output.

import { Keyring } from '@polkadot/keyring';
import { cryptoWaitReady } from '@polkadot/util-crypto';
import { getPolkadotSigner } from 'polkadot-api/signer';
import { createWsClient } from 'polkadot-api/ws';
import WebSocket from 'ws';

const TAO = 10n ** 9n;
const [endpoint, blocks] = [process.argv[2], Number(process.argv[3])];

await cryptoWaitReady();
const keyring = new Keyring({ type: 'sr25519', ss58Format: 42 });
const [alice, bob] = ['//Alice', '//Bob'].map((uri) => keyring.addFromUri(uri));
const signer = getPolkadotSigner(alice.publicKey, 'Sr25519', (data) => alice.sign(data));

const asked = new Set();
const logger = (event) => {
  if (event.type === 'OUT') asked.add(JSON.parse(event.msg).method);
};
const client = createWsClient(endpoint, { websocketClass: WebSocket, logger });
const api = client.getUnsafeApi();

const seen = {
  says: await client.getChainSpecData(),
  constants: {
    deposit: await api.constants.Balances.ExistentialDeposit(),
    prefix: await api.constants.System.SS58Prefix(),
  },
  maps: await maps(),
  several: await several(),
  calls: await calls(),
  transfer: await transfer(),
  failure: await failure(),
  watched: await watched(),
  followed: await followed(),
};
await settled();
seen.methods = [...asked].sort();
console.log(JSON.stringify(seen, (_, value) => (typeof value === 'bigint' ? value.toString() : value)));
client.destroy();

// The newest block is final: what `destroy` would interrupt, an unhandled error in the library, is
// over.
async function settled() {
  const [best] = await client.getBestBlocks();
  await new Promise((resolve) => {
    const heard = client.finalizedBlock$.subscribe(({ number }) => {
      if (number < best.number) return;
      setTimeout(() => heard?.unsubscribe());
      setTimeout(resolve, 250);
    });
  });
}

async function maps() {
  const accounts = await api.query.System.Account.getEntries();
  const tempo = await api.query.SubtensorModule.Tempo.getEntries();
  return {
    accounts: accounts.map(({ keyArgs, value }) => [keyArgs[0], value.data.free]),
    tempo: tempo.map(({ keyArgs, value }) => [keyArgs[0], value]),
  };
}

async function several() {
  const values = await api.query.System.Account.getValues([[alice.address], [bob.address]]);
  return values.map(({ data }) => data.free);
}

async function calls() {
  const subnets = await api.apis.SubnetInfoRuntimeApi.get_subnets_info();
  return {
    nonce: await api.apis.AccountNonceApi.account_nonce(alice.address),
    subnets: subnets.length,
  };
}

function submitted(transaction) {
  return new Promise((resolve, reject) => {
    const events = [];
    transaction.signSubmitAndWatch(signer).subscribe({
      next: (event) => events.push(event),
      error: reject,
      complete: () => resolve(events),
    });
  });
}

async function transfer() {
  const dest = { type: 'Id', value: bob.address };
  const transaction = api.tx.Balances.transfer_keep_alive({ dest, value: TAO });
  const fee = await transaction.getEstimatedFees(alice.address);
  const before = await api.query.System.Account.getValue(bob.address);
  const events = await submitted(transaction);
  const last = events.at(-1);
  const after = await api.query.System.Account.getValue(bob.address, { at: last.block.hash });
  const body = await client.getBlockBody(last.block.hash);
  return {
    fee,
    statuses: events.map(({ type }) => type),
    ok: last.ok,
    events: last.events.map(({ type, value }) => `${type}.${value.type}`),
    received: after.data.free - before.data.free,
    index: last.block.index,
    body: body.length,
  };
}

async function failure() {
  const call = { hotkey: bob.address, netuid: 999, amount_staked: TAO };
  const events = await submitted(api.tx.SubtensorModule.add_stake(call));
  const { ok, dispatchError } = events.at(-1);
  return { ok, error: dispatchError };
}

// The value of a storage item at each of three best blocks.
function watched() {
  return new Promise((resolve, reject) => {
    const values = [];
    const heard = api.query.System.Number.watchValue({ at: 'best' }).subscribe({
      next: (seen) => {
        values.push(seen.value ?? seen);
        if (values.length === 3) {
          heard.unsubscribe();
          resolve(values);
        }
      },
      error: reject,
    });
  });
}

// Each finalized block: who it is, and what its header and its state say.
async function followed() {
  const found = [];
  let last;
  const done = new Promise((resolve, reject) => {
    last = client.finalizedBlock$.subscribe({
      next: (block) => {
        found.push(look(block));
        if (found.length === blocks) resolve();
      },
      error: reject,
    });
  });
  while (found.length < blocks) {
    await client._request('dev_newBlock', []);
  }
  await done;
  const all = await Promise.all(found);
  last.unsubscribe();
  return all;
}

async function look({ hash, number, parent }) {
  const [header, state, body] = await Promise.all([
    client.getBlockHeader(hash),
    api.query.System.Number.getValue({ at: hash }),
    client.getBlockBody(hash),
  ]);
  return { hash, number, parent, header: header.number, state, body: body.length };
}
