// The main job by `@polkadot/api`: the endpoint is the argument, a JSON document the output. Alice
// is sudo; the seal is that of a runtime which reads it from its big end.

import { ApiPromise, Keyring, WsProvider } from '@polkadot/api';
import { bnToU8a, u8aConcat, u8aToHex } from '@polkadot/util';
import { keccakAsU8a, sha256AsU8a } from '@polkadot/util-crypto';

const TAO = 10n ** 9n;
const SUBNET = 1;
const DIFFICULTY = 500n;

const provider = new WsProvider(process.argv[2], 1000);
const api = await ApiPromise.create({ provider, throwOnConnect: true });
const keyring = new Keyring({ type: 'sr25519', ss58Format: 42 });
const [alice, bob, hot, other] = ['Alice', 'Bob', 'Hot', 'X'].map((name) => keyring.addFromUri(`//${name}`));
const { adminUtils, balances, subtensorModule, sudo } = api.tx;

for (const setting of [
  adminUtils.sudoSetNetworkRegistrationAllowed(SUBNET, true),
  adminUtils.sudoSetNetworkPowRegistrationAllowed(SUBNET, true),
  adminUtils.sudoSetDifficulty(SUBNET, DIFFICULTY),
  adminUtils.sudoSetNetworkRateLimit(0),
]) {
  await executed(sudo.sudo(setting), alice);
}
await executed(balances.transferKeepAlive(other.address, TAO), alice);
await executed(subtensorModule.burnedRegister(SUBNET, hot.address), bob);
await executed(await proofOfWork(), other);
await executed(subtensorModule.addStake(hot.address, SUBNET, 5n * TAO), bob);
const before = await api.query.subtensorModule.totalNetworks();
await executed(subtensorModule.registerNetwork(alice.address, 1), alice);
const [after, owner, free] = await Promise.all([
  api.query.subtensorModule.totalNetworks(),
  api.query.subtensorModule.owner(other.address),
  api.query.system.account(other.address),
]);
console.log(
  JSON.stringify({
    networks: after.toNumber() - before.toNumber(),
    owner: owner.toString(),
    free: free.data.free.toString(),
  }),
);
await api.disconnect();

async function proofOfWork() {
  const head = await api.rpc.chain.getHeader();
  const inner = keccakAsU8a(u8aConcat(head.hash, other.publicKey));
  for (let nonce = 0; ; nonce += 1) {
    const seal = keccakAsU8a(sha256AsU8a(u8aConcat(bnToU8a(nonce, { bitLength: 64, isLe: true }), inner)));
    if (BigInt(u8aToHex(seal)) * DIFFICULTY < 2n ** 256n) {
      const number = head.number.toNumber();
      return subtensorModule.register(SUBNET, number, nonce, u8aToHex(seal), other.address, bob.address);
    }
  }
}

// Resolves once the extrinsic is final and did what it should.
async function executed(extrinsic, signer) {
  const { method } = extrinsic;
  return new Promise((resolve, reject) => {
    extrinsic
      .signAndSend(signer, ({ status, dispatchError, isError, events }) => {
        const refused = events.find(({ event }) => event.method === 'Sudid' && event.data[0].isErr);
        if (isError || dispatchError || refused) {
          reject(new Error(`${method.section}.${method.method}: ${dispatchError ?? refused?.event ?? status.type}`));
        } else if (status.isFinalized) resolve();
      })
      .catch(reject);
  });
}
