// What `@polkadot/api` does against a node: the endpoint is the argument, a JSON document the output.

import { ApiPromise, Keyring, WsProvider } from '@polkadot/api';

const TAO = 10n ** 9n;

const provider = new WsProvider(process.argv[2], 1000);
const api = await ApiPromise.create({ provider, throwOnConnect: true });
const keyring = new Keyring({ type: 'sr25519', ss58Format: 42 });
const [alice, bob] = ['//Alice', '//Bob'].map((uri) => keyring.addFromUri(uri));

const seen = {
  says: await says(),
  metadata: await metadata(),
  constants: constants(),
  maps: await maps(),
  several: await several(),
  calls: await calls(),
  subscriptions: await subscriptions(),
  transfer: await transfer(),
  statuses: await statuses(),
  failure: await failure(),
  refusal: await refusal(),
  proof: await proof(),
};
console.log(JSON.stringify(seen, (_, value) => (typeof value === 'bigint' ? value.toString() : value)));
await api.disconnect();

async function says() {
  const [chain, properties, health] = await Promise.all([
    api.rpc.system.chain(),
    api.rpc.system.properties(),
    api.rpc.system.health(),
  ]);
  return {
    chain: chain.toString(),
    spec: api.runtimeVersion.specVersion.toNumber(),
    genesis: api.genesisHash.toHex(),
    token: properties.toHuman(),
    syncing: health.isSyncing.isTrue,
  };
}

async function metadata() {
  const latest = api.runtimeMetadata.asLatest;
  return {
    pallets: latest.pallets.map((pallet) => pallet.name.toString()),
    extensions: api.registry.signedExtensions,
    version: (await api.rpc.state.getMetadata()).version,
    calls: Object.keys(api.tx.subtensorModule).length,
    errors: Object.keys(api.errors.subtensorModule).length,
  };
}

function constants() {
  return {
    deposit: api.consts.balances.existentialDeposit.toString(),
    prefix: api.consts.system.ss58Prefix.toNumber(),
    hashes: api.consts.system.blockHashCount.toNumber(),
  };
}

async function maps() {
  const paged = [];
  let startKey = undefined;
  for (;;) {
    const page = await api.query.system.account.entriesPaged({ args: [], pageSize: 3, startKey });
    if (page.length === 0) break;
    paged.push(page.map(([key, value]) => [key.args[0].toString(), value.data.free.toString()]));
    startKey = page.at(-1)[0].toHex();
  }
  const whole = await api.query.system.account.entries();
  const tempo = await api.query.subtensorModule.tempo.entries();
  return {
    paged,
    whole: whole.map(([key, value]) => [key.args[0].toString(), value.data.free.toString()]),
    tempo: tempo.map(([key, value]) => [key.args[0].toNumber(), value.toNumber()]),
    size: (await api.query.system.account.size(alice.address)).toNumber(),
  };
}

async function several() {
  const [one, other, number, tempo] = await api.queryMulti([
    [api.query.system.account, alice.address],
    [api.query.system.account, '5C4hrfjw9DjXZTzV3MwzrrAr9P1MJhSrvWGWqi1eSuyUpnhM'],
    api.query.system.number,
    [api.query.subtensorModule.tempo, 1],
  ]);
  const both = await api.query.subtensorModule.tempo.multi([0, 1]);
  return {
    alice: one.data.free.toString(),
    nobody: other.data.free.toString(),
    number: number.toNumber(),
    tempo: tempo.toNumber(),
    both: both.map((value) => value.toNumber()),
  };
}

async function calls() {
  const nonce = await api.call.accountNonceApi.accountNonce(alice.address);
  return { nonce: nonce.toNumber(), apis: Object.keys(api.call).sort() };
}

async function subscriptions() {
  const counted = (subscribe, pick) =>
    new Promise((resolve, reject) => {
      const values = [];
      const stop = subscribe((value) => {
        if (values.push(pick(value)) === 4) stop.then((end) => end()).then(() => resolve(values));
      });
      stop.catch(reject);
    });
  const number = (header) => header.number.toNumber();
  const [heads, finalized, stored, derived] = await Promise.all([
    counted((hear) => api.rpc.chain.subscribeNewHeads(hear), number),
    counted((hear) => api.rpc.chain.subscribeFinalizedHeads(hear), number),
    counted((hear) => api.query.system.number(hear), (value) => value.toNumber()),
    counted((hear) => api.derive.chain.subscribeNewHeads(hear), number),
  ]);
  return { heads, finalized, stored, derived };
}

async function submitted(extrinsic) {
  return new Promise((resolve, reject) => {
    extrinsic
      .signAndSend(alice, (result) => {
        if (result.status.isFinalized) resolve(result);
        if (result.isError) reject(new Error(result.status.type));
      })
      .catch(reject);
  });
}

async function transfer() {
  const before = await api.query.system.account(bob.address);
  const extrinsic = api.tx.balances.transferKeepAlive(bob.address, TAO);
  const { partialFee } = await extrinsic.paymentInfo(alice);
  const result = await submitted(extrinsic);
  const block = await api.rpc.chain.getBlock(result.status.asFinalized);
  const after = await api.query.system.account(bob.address);
  const paid = result.events.find(({ event }) => event.method === 'TransactionFeePaid').event;
  return {
    fee: partialFee.toString(),
    paid: paid.data.actualFee.toString(),
    received: (after.data.free.toBigInt() - before.data.free.toBigInt()).toString(),
    events: result.events.map(({ event }) => `${event.section}.${event.method}`),
    index: result.txIndex,
    calls: block.block.extrinsics.map(({ method }) => `${method.section}.${method.method}`),
    signer: block.block.extrinsics[result.txIndex].signer.toString(),
    error: result.dispatchError ?? null,
  };
}

async function statuses() {
  const extrinsic = await api.tx.system.remark('0x1234').signAsync(alice);
  return new Promise((resolve, reject) => {
    const heard = [];
    api.rpc.author
      .submitAndWatchExtrinsic(extrinsic, (status) => {
        heard.push(status.type);
        if (status.isFinalized) resolve(heard);
      })
      .catch(reject);
  });
}

async function failure() {
  const { dispatchError } = await submitted(api.tx.subtensorModule.addStake(bob.address, 999, TAO));
  const { section, name } = api.registry.findMetaError(dispatchError.asModule);
  return `${section}.${name}`;
}

async function refusal() {
  const poor = keyring.addFromUri('//Nobody at all');
  try {
    await api.tx.balances.transferKeepAlive(bob.address, TAO).signAndSend(poor);
  } catch (error) {
    return error.message;
  }
  return null;
}

async function proof() {
  const at = await api.rpc.chain.getFinalizedHead();
  const keys = [
    api.query.system.account.key(alice.address),
    api.query.system.number.key(),
    api.query.subtensorModule.tempo.key(77),
  ];
  const { stateRoot } = await api.rpc.chain.getHeader(at);
  const [values, read] = await Promise.all([
    Promise.all(keys.map((key) => provider.send('state_getStorage', [key, at.toHex()]))),
    api.rpc.state.getReadProof(keys, at),
  ]);
  return {
    keys,
    values,
    root: stateRoot.toHex(),
    nodes: read.proof.map((node) => node.toHex()),
    at: [at.toHex(), read.at.toHex()],
  };
}
