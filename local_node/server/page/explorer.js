// The node's explorer. One script, no libraries, nothing from elsewhere.
//
//   elements    DOM from plain descriptions, and the change from one such tree to the next
//   words       amounts, numbers, times, short forms of long names
//   link        JSON-RPC over the WebSocket of whoever served this page; it comes back by itself
//   values      decoded SCALE values, in the forms that `explorer_*` answers
//   views       one for each route: what to ask, and what to show
//   heat map    weights on a canvas, a pixel each
//   routing     from the address to a view, again with each new head
//
// Whatever the chain says (names, remarks, identities) is anybody's text. It reaches the document
// through `textContent` and a few attributes that run nothing, and in no other way.
"use strict";

// Elements ---------------------------------------------------------------------------------------

/** An element. Attributes that are false or null are left out; children are nodes, text or lists. */
function h(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value === false || value === null || value === undefined) continue;
    if (name === "level") element.style.setProperty("--level", value);
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  append(element, children);
  return element;
}

function append(element, children) {
  for (const child of children.flat(Infinity)) {
    if (child === null || child === undefined || child === false) continue;
    element.append(child instanceof Node ? child : document.createTextNode(String(child)));
  }
}

/** An element whose children are made when they are needed: never, where `mark` is what it was. */
function late(element, mark, fill) {
  return Object.assign(element, { mark, fill });
}

function settle(node) {
  if (node.fill) {
    append(node, [node.fill()]);
    node.fill = null;
  }
  for (const child of node.children ?? []) settle(child);
  return node;
}

/** Let `old` look like `fresh`, touching only what differs: focus, scroll and opened parts stay. */
function morph(old, fresh) {
  if (old.nodeType === Node.TEXT_NODE) {
    if (old.data !== fresh.data) old.data = fresh.data;
    return;
  }
  if ("own" in old.dataset) return; // the script paints it by itself
  if (fresh.fill) {
    if (old.mark === fresh.mark) return;
    old.mark = fresh.mark;
    settle(fresh);
  }
  for (const { name } of [...old.attributes]) {
    if (name !== "open" && name !== "style" && !fresh.hasAttribute(name)) old.removeAttribute(name);
  }
  for (const { name, value } of fresh.attributes) {
    if (name !== "open" && name !== "style" && old.getAttribute(name) !== value) {
      old.setAttribute(name, value);
    }
  }
  const level = fresh.style.getPropertyValue("--level");
  if (level !== old.style.getPropertyValue("--level")) old.style.setProperty("--level", level);
  morphChildren(old, fresh);
}

function morphChildren(old, fresh) {
  const keyed = new Map();
  for (const child of old.children) if (child.dataset.key) keyed.set(child.dataset.key, child);
  let at = old.firstChild;
  for (const wanted of [...fresh.childNodes]) {
    const match = counterpart(wanted, at, keyed);
    if (!match) {
      old.insertBefore(settle(wanted), at);
      continue;
    }
    if (match === at) at = at.nextSibling;
    else old.insertBefore(match, at);
    morph(match, wanted);
  }
  while (at) {
    const next = at.nextSibling;
    at.remove();
    at = next;
  }
}

/** What of the old children stands for `wanted`: the one of its key, or the next if neither has one. */
function counterpart(wanted, at, keyed) {
  const key = wanted.dataset?.key;
  const found = key ? keyed.get(key) : at && !at.dataset?.key ? at : null;
  return found && found.nodeName === wanted.nodeName ? found : null;
}

// Words ------------------------------------------------------------------------------------------

const RAO_DIGITS = 9;

function grouped(digits) {
  return String(digits).replace(/\B(?=(\d{3})+$)/g, ",");
}

/** Rao as a decimal number with all its places: no float ever touches it. */
function decimal(rao) {
  const negative = rao.startsWith("-");
  const digits = (negative ? rao.slice(1) : rao).padStart(RAO_DIGITS + 1, "0");
  const whole = grouped(digits.slice(0, -RAO_DIGITS));
  const places = digits.slice(-RAO_DIGITS).replace(/0+$/, "");
  return (negative ? "-" : "") + (places ? `${whole}.${places}` : whole);
}

/** An amount: at most so many places in sight, all of them on request. */
function amount(rao, symbol = "τ", places = 4) {
  const exact = decimal(String(rao));
  const [whole, rest = ""] = exact.split(".");
  const short = rest.slice(0, places).replace(/0+$/, "");
  const cut = rest.length > places && !short && whole === "0";
  const shown = cut ? `<0.${"0".repeat(places - 1)}1` : short ? `${whole}.${short}` : whole;
  return h("span", { class: "amount", title: `${symbol}${exact}` }, h("i", {}, symbol), shown);
}

function shortened(text, head = 8, tail = 6) {
  return text.length <= head + tail + 1 ? text : `${text.slice(0, head)}…${text.slice(-tail)}`;
}

function time(ms) {
  if (ms === null || ms === undefined) return h("span", { class: "faint" }, "no time");
  const moment = new Date(ms);
  const iso = moment.toISOString();
  return h("time", { datetime: iso, title: iso }, moment.toLocaleTimeString([], { hour12: false }));
}

function day(ms) {
  return ms === null || ms === undefined ? null : h("span", {}, new Date(ms).toLocaleDateString(), " ", time(ms));
}

/** A span of time in its two largest units. */
function duration(seconds) {
  const units = [["day", 86400], ["hour", 3600], ["minute", 60], ["second", 1]];
  const first = units.findIndex(([, length]) => seconds >= length);
  if (first < 0) return plural(0, "second");
  const [[word, length], smaller] = units.slice(first, first + 2);
  const rest = smaller ? Math.floor((seconds % length) / smaller[1]) : 0;
  const most = plural(Math.floor(seconds / length), word);
  return rest ? `${most} ${plural(rest, smaller[0])}` : most;
}

function plural(count, word) {
  return `${grouped(count)} ${word}${count === 1 ? "" : "s"}`;
}

/** A long name, short, with all of it one click away. */
function name(text, href, head, tail) {
  const short = shortened(text, head, tail);
  return h("span", { class: "name" },
    href ? h("a", { href, title: text }, short) : h("span", { title: text }, short),
    h("button", { type: "button", class: "copy", "data-action": "copy", "data-copy": text, "aria-label": `Copy ${text}` }));
}

const account = (address, head = 6, tail = 6) => name(address, `#/account/${address}`, head, tail);
const blockName = (hash) => name(hash, `#/block/${hash}`);
const subnetLink = (netuid, label) => h("a", { href: `#/subnet/${netuid}` }, label ?? `subnet ${netuid}`);

// Link -------------------------------------------------------------------------------------------

class Unanswered extends Error {}
class Refused extends Error {
  constructor({ code, message, data }) {
    super(data ? `${message}: ${data}` : message);
    this.mistake = code === -32602; // what was asked for is no such thing
    this.reason = this.mistake && data ? data : this.message;
  }
}

class Link {
  constructor(url, heard) {
    this.url = url;
    this.heard = heard;
    this.delay = 250;
    this.asked = new Map();
    this.last = 0;
    this.open();
  }

  open() {
    clearTimeout(this.timer);
    const socket = new WebSocket(this.url);
    this.socket = socket;
    socket.onopen = () => {
      this.delay = 250;
      this.heard.open();
    };
    socket.onmessage = (message) => this.receive(JSON.parse(message.data));
    socket.onclose = () => this.closed();
  }

  closed() {
    const waiting = [...this.asked.values()];
    this.asked.clear();
    for (const { fail, timer } of waiting) {
      clearTimeout(timer);
      fail(new Unanswered());
    }
    this.heard.lost();
    this.timer = setTimeout(() => this.open(), this.delay);
    this.delay = Math.min(this.delay * 1.6, 4000);
  }

  /** The result of a method; `Refused` with the node's reason, `Unanswered` where the link broke. */
  ask(method, ...params) {
    return new Promise((done, fail) => {
      if (this.socket.readyState !== WebSocket.OPEN) {
        fail(new Unanswered());
        return;
      }
      const id = ++this.last;
      const timer = setTimeout(() => this.socket.close(), 30000);
      this.asked.set(id, { done, fail, timer });
      this.socket.send(JSON.stringify({ jsonrpc: "2.0", id, method, params }));
    });
  }

  receive(message) {
    if (message.method) {
      this.heard.news(message.params);
      return;
    }
    const waiting = this.asked.get(message.id);
    if (!waiting) return;
    this.asked.delete(message.id);
    clearTimeout(waiting.timer);
    const { error } = message;
    if (error) waiting.fail(new Refused(error));
    else waiting.done(message.result);
  }
}

// Values -----------------------------------------------------------------------------------------

/** A decoded value, by the form that it has; see the node's `rendering`. */
function value(it) {
  if (it === null) return h("span", { class: "faint" }, "none");
  if (Array.isArray(it)) return list(it);
  if (typeof it === "string") return h("q", {}, it);
  if (typeof it === "number") return grouped(it);
  if (typeof it !== "object") return String(it);
  if ("account" in it) return account(it.account);
  if ("tao" in it) return amount(it.tao, "τ", 9);
  if ("alpha" in it) return amount(it.alpha, "α", 9);
  if ("int" in it) return grouped(it.int);
  if ("bytes" in it) return bytes(it);
  if ("struct" in it) return fields(it.struct);
  if ("call" in it) return h("div", { class: "nested" }, callName(it.call), fields(it.call.args));
  if ("error" in it) return h("span", { class: "bad", title: it.docs }, it.error);
  if ("variant" in it) return variant(it);
  return h("span", { class: "faint" }, `… ${grouped(it.more)} more`);
}

function list(items) {
  if (!items.length) return h("span", { class: "faint" }, "empty");
  if (items.every((item) => typeof item === "number")) return h("span", { class: "numbers" }, items.join(", "));
  return h("ol", { class: "items", start: 0 }, items.map((item) => h("li", {}, value(item))));
}

function bytes(it) {
  const cut = it.bytes.length < 2 + 2 * it.length;
  return h("span", { class: "bytes" },
    it.text ? h("q", {}, it.text) : null,
    name(it.bytes, null, 18, 6),
    it.length !== 32 || cut ? h("span", { class: "faint" }, plural(it.length, "byte")) : null);
}

function variant(it) {
  const label = h("span", { class: "variant" }, it.variant);
  return "value" in it ? h("span", {}, label, " ", value(it.value)) : label;
}

function fields(pairs) {
  if (!pairs.length) return null;
  return h("dl", { class: "fields" }, pairs.map(([label, it]) => [h("dt", {}, label), h("dd", {}, value(it))]));
}

function callName(call) {
  return h("span", { class: "call" }, h("span", { class: "pallet" }, call.pallet), ".", h("wbr"), h("b", {}, call.name));
}

function event(it) {
  return h("li", {}, callName(it), fields(it.fields));
}

// Views: blocks ----------------------------------------------------------------------------------

const PAGE = 25;

const blocksView = {
  section: "blocks",
  every: 250,
  title: () => "Blocks",
  async load([before]) {
    const [blocks, info] = await Promise.all([
      link.ask("explorer_blocks", before ?? null, PAGE),
      link.ask("dev_nodeInfo").catch(unlessRefused),
    ]);
    return { blocks, info, before };
  },
  draw({ blocks, info, before }, state) {
    const last = blocks.at(-1);
    return [
      before || !info ? null : nodeCards(info),
      h("div", { class: "head" },
        h("h1", {}, before ? "Older blocks" : "Blocks"),
        h("p", { class: "note", role: "status" }, before ? null : retracted(blocks, state)),
        automaticSwitch()),
      h("ol", { class: "rows" }, blocks.map((block) => blockRow(block, info?.finalized))),
      h("p", { class: "pager" },
        before ? h("a", { href: "#/" }, "← newest") : null,
        last && last.number > 0 ? h("a", { href: `#/before/${last.hash}` }, "older →") : null),
    ];
  },
};

/** Null in place of what the node does not tell everybody: one that others can reach refuses `dev_*`. */
function unlessRefused(error) {
  if (error instanceof Refused) return null;
  throw error;
}

/** What to say of blocks that were in the list and are no longer on the chain. */
function retracted(blocks, state) {
  const here = new Set(blocks.map((block) => block.hash));
  const lowest = blocks.at(-1)?.number ?? 0;
  const gone = (state.seen ?? []).filter((block) => block.number >= lowest && !here.has(block.hash));
  state.seen = blocks;
  if (gone.length) {
    state.note = `${plural(gone.length, "block")} retracted`;
    state.noted = Date.now();
  }
  return Date.now() - (state.noted ?? 0) < 20000 ? state.note : null;
}

function nodeCards(info) {
  const { best, finalized, pool } = info;
  const mode = info.interval ? `${info.mode} · ${info.interval} s` : info.mode;
  const ahead = Math.round(info.aheadMs / 1000);
  const card = (label, ...content) => h("div", {}, h("dt", {}, label), h("dd", {}, content));
  return h("dl", { class: "cards" },
    card("Best block", h("a", { href: `#/block/${best.hash}` }, `#${grouped(best.number)}`),
      finalized.number < best.number ? h("small", {}, `final up to #${grouped(finalized.number)}`) : null),
    card("Block building", mode),
    card("Pool", plural(pool.ready, "transaction"), pool.future ? h("small", {}, `${pool.future} in the future`) : null),
    card("Chain time", info.timestampMs === null ? "not begun" : day(info.timestampMs),
      ahead > 1 ? h("small", { title: `${grouped(ahead)} s` }, `${duration(ahead)} ahead of the clock`) : null),
    card("Runtime", `${info.specName} ${info.specVersion}`),
    info.impersonated.length ? card("Impersonated", plural(info.impersonated.length, "account")) : null);
}

/** What nodes put into blocks by themselves, inherents and pulses, is in every block: it is hidden. */
function automaticSwitch() {
  return h("button", { type: "button", class: "switch", "data-action": "automatic", "aria-pressed": String(known.automatic),
    title: "What nodes put into blocks by themselves: inherents, and pulses of the beacon" },
    known.automatic ? "Hide inherents" : "Show inherents");
}

function blockRow(block, finalized) {
  const calls = block.calls.filter((call) => known.automatic || !call.automatic);
  const signed = calls.filter((call) => call.signed);
  const own = calls.filter((call) => !call.signed);
  const count = known.automatic ? block.extrinsics : block.extrinsics - block.automatic;
  return h("li", { "data-key": block.hash },
    h("a", { class: "number", href: `#/block/${block.hash}` }, `#${grouped(block.number)}`),
    h("span", { class: "when" }, time(block.timestampMs)),
    h("span", { class: "chips" },
      finalized && block.number > finalized.number ? h("span", { class: "chip own", title: "A reorganisation may still take it back" }, "not final") : null,
      block.patched ? h("span", { class: "chip patched", title: "The state was written over; the header tells" }, "patched") : null,
      signed.map((call) => chip(call)),
      own.map((call) => chip(call, "own"))),
    h("span", { class: "counts" },
      count ? plural(count, "extrinsic") : "empty",
      block.events === null ? null : ` · ${plural(block.events, "event")}`),
    h("span", { class: "hash" }, shortened(block.hash)));
}

function chip(call, kind = "") {
  const label = call.call.split(".").at(-1);
  return h("span", { class: `chip ${kind}`, title: call.call }, label, call.count > 1 ? h("b", {}, ` ×${call.count}`) : null);
}

const blockView = {
  section: "blocks",
  every: 1000,
  title: (data) => (data ? `Block ${data.number}` : "Block"),
  mistake: "No such block",
  async load([id, index, from]) {
    const wanted = Number(index === "from" ? from : (index ?? 0));
    const start = index === "from" ? wanted : wanted - (wanted % PAGE);
    const block = await link.ask("explorer_block", id, start, PAGE);
    return block && { ...block, start, wanted: index === undefined || index === "from" ? null : wanted };
  },
  draw(block) {
    if (!block) return missing("There is no such block", "It may have been on a chain that is gone, or it is yet to come.");
    return [
      h("div", { class: "head" },
        h("h1", {}, "Block ", h("span", { class: "tabular" }, `#${grouped(block.number)}`)),
        block.patched ? h("span", { class: "chip patched" }, "patched") : null,
        h("p", { class: "pager" },
          block.number > 0 ? h("a", { href: `#/block/${block.parentHash}`, rel: "prev" }, "← parent") : null,
          h("a", { href: `#/block/${block.number + 1}`, rel: "next" }, "next →"))),
      block.canonical && !block.finalized ? h("p", { class: "note" }, "Not final yet: a reorganisation may still take it back.") : null,
      block.canonical ? null : h("p", { class: "warning" },
        "This block was retracted: it is not on the best chain. ",
        h("a", { href: `#/block/${block.number}` }, `The chain's block #${grouped(block.number)}`)),
      facts([
        ["Hash", name(block.hash, null, 10, 8)],
        ["Parent", block.number ? blockName(block.parentHash) : "none: this is the genesis"],
        ["Time", day(block.timestampMs) ?? "none"],
        ["State root", name(block.stateRoot)],
        ["Extrinsics root", name(block.extrinsicsRoot)],
        ["Slot", block.slot === null ? null : grouped(block.slot)],
      ]),
      h("div", { class: "head" },
        h("h2", {}, plural(block.extrinsics, "extrinsic")),
        block.transactions.some((it) => it.automatic) ? automaticSwitch() : null),
      shownIn(block).map((extrinsic) => extrinsicCard(extrinsic, opened(block, extrinsic), block.wanted === extrinsic.index)),
      extrinsicPager(block),
      ownEvents(block),
    ];
  },
  drawn(block) {
    if (block?.wanted !== null) document.querySelector("details[data-wanted]")?.scrollIntoView({ block: "start" });
  },
};

/** The extrinsics of a block that are in sight: those that nodes add only where they are wanted. */
function shownIn(block) {
  return block.transactions.filter((it) => known.automatic || !it.automatic || it.index === block.wanted);
}

/** Few extrinsics need no folding; what nobody signed is seldom what one came for. */
function opened(block, extrinsic) {
  return block.wanted === null ? extrinsic.signed && block.extrinsics <= 6 : block.wanted === extrinsic.index;
}

function extrinsicPager(block) {
  const next = block.start + block.transactions.length;
  const turn = (from, label) => h("a", { href: `#/block/${block.hash}/from/${from}` }, label);
  return h("p", { class: "pager" },
    block.start > 0 ? turn(Math.max(0, block.start - PAGE), "← earlier") : null,
    next < block.extrinsics ? turn(next, `later (${grouped(block.extrinsics - next)}) →`) : null);
}

function ownEvents(block) {
  if (block.ownEvents === null) return h("p", { class: "faint" }, "The state of this block was pruned, and its events with it.");
  if (!block.ownEvents.length) return null;
  return h("details", { class: "card", "data-key": "own" },
    h("summary", {}, h("span", { class: "what" }, "The block itself"), h("span", { class: "faint" }, plural(block.ownEvents.length, "event"))),
    h("ol", { class: "events" }, block.ownEvents.map(event)));
}

/** One extrinsic, folded: its call, who signed, how it went. */
function extrinsicCard(it, open, wanted, place) {
  const undecodable = "undecodable" in it;
  return h("details", { class: "card", "data-key": it.hash, open, "data-wanted": wanted },
    h("summary", {},
      place ?? h("span", { class: "index" }, it.index),
      h("span", { class: "what" }, undecodable ? h("i", {}, "not decodable") : callName(it)),
      it.signer ? h("span", { class: "who" }, shortened(it.signer, 6, 6)) : h("span", { class: "who faint" }, "unsigned"),
      outcome(it)),
    h("div", { class: "inside" },
      it.error?.docs ? h("p", { class: "bad" }, it.error.docs) : null,
      undecodable ? h("p", {}, it.undecodable) : fields(it.args),
      facts([
        ["Hash", name(it.hash)],
        ["Signer", it.signer ? account(it.signer) : null],
        ["Nonce", it.nonce ?? null],
        ["Fee", it.fee ? amount(it.fee, "τ", 9) : null],
        ["Tip", it.tip && it.tip !== "0" ? amount(it.tip, "τ", 9) : null],
        ["Length", plural(it.length, "byte")],
      ]),
      it.events?.length ? [h("h3", {}, plural(it.events.length, "event")), h("ol", { class: "events" }, it.events.map(event))] : null));
}

function outcome(it) {
  if (it.success === true) return h("span", { class: "good" }, "ok");
  if (it.success === false) return h("span", { class: "bad" }, it.error.error);
  return h("span", { class: "faint" }, "outcome unknown");
}

function facts(pairs) {
  const there = pairs.filter(([, content]) => content !== null && content !== undefined);
  return h("dl", { class: "facts" }, there.map(([label, content]) => h("div", {}, h("dt", {}, label), h("dd", {}, content))));
}

function missing(title, text) {
  return [h("h1", {}, title), h("p", { class: "faint" }, text)];
}

// Views: accounts --------------------------------------------------------------------------------

const accountView = {
  section: "",
  every: 1000,
  title: (data, [address]) => `Account ${shortened(address)}`,
  mistake: "No such address",
  async load([address, , before]) {
    const [it, activity] = await Promise.all([
      link.ask("explorer_account", address),
      link.ask("explorer_activity", address, before ?? null, PAGE),
    ]);
    return { ...it, activity, before };
  },
  draw(it) {
    return [
      h("div", { class: "head" }, h("h1", {}, it.identity?.name || "Account"), accountRoles(it)),
      h("p", { class: "full" }, name(it.address, null, 99)),
      h("dl", { class: "cards" }, [
        ["Transferable", "transferable"], ["Free", "free"], ["Reserved", "reserved"], ["Frozen", "frozen"],
      ].map(([label, key]) => h("div", {}, h("dt", {}, label), h("dd", {}, amount(it.balance[key], "τ", 9))))),
      identity(it.identity),
      facts([
        ["Public key", name(it.publicKey)],
        ["Nonce", grouped(it.nonce)],
        ["Owned by", it.owner ? account(it.owner) : null],
      ]),
      registrations(it.registrations),
      stakes(it.stakes),
      it.hotkeys.length ? [h("h2", {}, plural(it.hotkeys.length, "hotkey")), h("ul", { class: "plain" }, it.hotkeys.map((key) => h("li", {}, account(key, 12, 8))))] : null,
      activity(it),
    ];
  },
};

function accountRoles(it) {
  return h("span", { class: "chips" },
    it.owner ? h("span", { class: "chip" }, "hotkey") : null,
    it.hotkeys.length || it.stakes.length ? h("span", { class: "chip" }, "coldkey") : null);
}

/** What somebody says of themselves: text, links not followed. */
function identity(it) {
  if (!it) return null;
  return facts(Object.entries(it).filter(([label, text]) => text && label !== "name" && label !== "subnetName")
    .map(([label, text]) => [label.replace(/([A-Z])/g, " $1").toLowerCase(), h("span", { class: "said" }, text)]));
}

function registrations(rows) {
  if (!rows.length) return null;
  return [h("h2", {}, plural(rows.length, "registration")), table("registrations", [
    { label: "Subnet", cell: (row) => subnetLink(row.netuid) },
    { label: "uid", number: true, cell: (row) => row.uid },
    { label: "Stake from everybody", number: true, cell: (row) => amount(row.alpha, "α") },
  ], rows, (row) => row.netuid)];
}

function stakes(rows) {
  if (!rows.length) return null;
  return [h("h2", {}, plural(rows.length, "stake")), table("stakes", [
    { label: "Subnet", cell: (row) => subnetLink(row.netuid) },
    { label: "Hotkey", cell: (row) => account(row.hotkey) },
    { label: "Stake", number: true, cell: (row) => amount(row.amount, "α") },
    { label: "At its price", number: true, cell: (row) => amount(row.tao) },
  ], rows, (row) => `${row.netuid}/${row.hotkey}`)];
}

function activity(it) {
  const { extrinsics, next } = it.activity;
  const place = (row) => h("a", { class: "number", href: `#/block/${row.block}/${row.index}` }, `#${grouped(row.number)}`);
  return [
    h("h2", {}, it.before ? "Older activity" : "Activity"),
    extrinsics.map((row) => extrinsicCard(row, false, false, place(row))),
    extrinsics.length ? null : h("p", { class: "faint" }, next ? "No extrinsic of these 256 blocks names this account." : "No extrinsic names this account."),
    h("p", { class: "pager" },
      it.before ? h("a", { href: `#/account/${it.address}` }, "← newest") : null,
      next ? h("a", { href: `#/account/${it.address}/before/${next}` }, "look further back →") : null),
  ];
}

// Views: subnets ---------------------------------------------------------------------------------

const subnetsView = {
  section: "subnets",
  every: 1500,
  title: () => "Subnets",
  load: () => link.ask("explorer_subnets"),
  draw(subnets) {
    return [
      h("div", { class: "head" }, h("h1", {}, plural(subnets.length, "subnet"))),
      table("subnets", [
        { label: "Subnet", cell: (it) => subnetLink(it.netuid, [h("span", { class: "netuid" }, it.netuid), " ", h("b", {}, it.name || "unnamed"), " ", h("span", { class: "faint" }, it.symbol)]) },
        { label: "Price", number: true, cell: (it) => amount(it.price) },
        { label: "TAO in pool", number: true, cell: (it) => amount(it.taoIn) },
        { label: "Alpha in pool", number: true, cell: (it) => amount(it.alphaIn, "α") },
        { label: "Alpha out", number: true, cell: (it) => amount(it.alphaOut, "α") },
        { label: "Neurons", number: true, cell: (it) => grouped(it.neurons) },
        { label: "Epoch", number: true, level: (it) => (it.epoch ? it.epoch.since / it.epoch.tempo : 0), full: 1, cell: (it) => epochWords(it) },
        { label: "Owner", cell: (it) => account(it.ownerColdkey) },
      ], subnets, (it) => it.netuid),
    ];
  },
};

/** How far a subnet is in its epoch. The root network has none, nor has a subnet with a tempo of 0. */
function epochWords({ epoch }) {
  if (!epoch) return h("span", { class: "faint" }, "none");
  return h("span", { title: `The next epoch begins with block #${grouped(epoch.next)}` }, `${grouped(epoch.since)} / ${grouped(epoch.tempo)}`);
}

const SCORE = 65535;
const share = (score) => (score ? (score / SCORE).toFixed(4) : h("span", { class: "faint" }, "0"));

const METAGRAPH = [
  { label: "uid", number: true, sort: (it) => it.uid, cell: (it) => h("b", {}, it.uid) },
  { label: "Hotkey", sort: (it) => it.hotkey, cell: (it) => account(it.hotkey, 5, 4) },
  { label: "Coldkey", sort: (it) => it.coldkey, cell: (it) => account(it.coldkey, 5, 4) },
  { label: "Role", sort: (it) => Number(it.validatorPermit), cell: (it) => [it.validatorPermit ? "validator" : "miner", it.active ? null : h("small", {}, "inactive")] },
  { label: "Stake", number: true, sort: (it) => BigInt(it.totalStake), cell: (it) => amount(it.totalStake, "τ", 2) },
  { label: "Alpha", number: true, sort: (it) => BigInt(it.alphaStake), cell: (it) => amount(it.alphaStake, "α", 2) },
  { label: "TAO", number: true, sort: (it) => BigInt(it.taoStake), cell: (it) => amount(it.taoStake, "τ", 2) },
  { label: "Incentive", number: true, sort: (it) => it.incentive, level: (it) => it.incentive, cell: (it) => share(it.incentive) },
  { label: "Dividends", number: true, sort: (it) => it.dividends, level: (it) => it.dividends, cell: (it) => share(it.dividends) },
  { label: "Consensus", number: true, sort: (it) => it.consensus, level: (it) => it.consensus, cell: (it) => share(it.consensus) },
  { label: "Emission", number: true, sort: (it) => BigInt(it.emission), cell: (it) => amount(it.emission, "α") },
  { label: "Updated", number: true, sort: (it) => it.lastUpdate, cell: (it) => `#${grouped(it.lastUpdate)}` },
  { label: "Axon", sort: (it) => it.axon?.ip ?? "", cell: (it) => (it.axon ? h("span", { class: "axon" }, it.axon.ip, h("wbr"), `:${it.axon.port}`) : h("span", { class: "faint" }, "none")) },
];

const subnetView = {
  section: "subnets",
  every: 2000,
  mistake: "No such subnet",
  title: (data, [netuid]) => (data ? `${data.subnet.name || "Subnet"} (${netuid})` : `Subnet ${netuid}`),
  async load([netuid, mechanism = "0"]) {
    const number = Number(netuid);
    const subnet = await link.ask("explorer_subnet", number);
    if (!subnet) return null;
    const [metagraph, weights] = await Promise.all([
      link.ask("explorer_metagraph", number),
      link.ask("explorer_weights", number, Number(mechanism)),
    ]);
    return metagraph && { subnet, metagraph, weights, mechanism: Number(mechanism) };
  },
  draw(data, state) {
    if (!data) return missing("There is no such subnet", "It may have been dissolved, or is yet to be made.");
    const { subnet, metagraph } = data;
    return [
      h("div", { class: "head" },
        h("h1", {}, subnet.identity?.subnetName || subnet.name || "Subnet", " ", h("span", { class: "faint" }, subnet.symbol)),
        h("span", { class: "chips" },
          h("span", { class: "chip" }, `netuid ${subnet.netuid}`),
          subnet.started ? null : h("span", { class: "chip patched" }, "not started"))),
      subnetCards(subnet),
      identity(subnet.identity),
      facts([
        ["Owner", account(subnet.ownerColdkey)],
        ["Owner's hotkey", account(subnet.ownerHotkey)],
        ["Registered at", h("a", { href: `#/block/${subnet.registeredAt}` }, `#${grouped(subnet.registeredAt)}`)],
        ["Registration", amount(metagraph.burn)],
        ["Moving price", amount(subnet.movingPrice, "τ", 9)],
        ["Volume", amount(subnet.volume)],
      ]),
      weightsSection(data),
      h("h2", {}, "Metagraph"),
      metagraph.neurons.length
        ? table("metagraph", METAGRAPH, sorted(metagraph.neurons, state.sort), (it) => it.uid, state.sort)
        : h("p", { class: "faint" }, "Nobody is registered yet."),
      hyperparameters(subnet),
    ];
  },
  drawn(data) {
    if (data?.weights?.rows.length) heat.show(data.weights);
  },
};

function subnetCards(it) {
  const card = (label, content) => h("div", {}, h("dt", {}, label), h("dd", {}, content));
  return h("dl", { class: "cards" },
    card("Price", amount(it.price, "τ", 6)),
    card("TAO in pool", amount(it.taoIn)),
    card("Alpha in pool", amount(it.alphaIn, "α")),
    card("Alpha out", amount(it.alphaOut, "α")),
    card("Neurons", grouped(it.neurons)),
    card("Epoch", [epochWords(it), it.epoch ? h("small", {}, `next at #${grouped(it.epoch.next)}`) : null]));
}

/** The commitments to weights that nobody can read yet, and when that changes. */
function pendingCommits({ commits, pulsesCome }) {
  if (!commits.length) return null;
  const sealed = commits.filter((it) => it.sealed);
  return h("div", { class: "pending" },
    h("p", {}, `${plural(commits.length, "commit")} of weights ${commits.length === 1 ? "is" : "are"} pending:`),
    h("ul", { class: "plain" }, commits.slice(0, PENDING).map((it) => h("li", {}, account(it.hotkey), " ", revealWords(it)))),
    commits.length > PENDING ? h("p", { class: "faint" }, `… ${grouped(commits.length - PENDING)} more`) : null,
    sealed.length && !pulsesCome ? h("p", { class: "warning" }, "No recent pulse of the beacon is on this chain. Sealed weights are revealed only when the pulse of their round is.") : null);
}

const PENDING = 10;

function revealWords({ sealed, round, block }) {
  if (block === null) return "never: the subnet has no epochs";
  const from = h("a", { href: `#/block/${block}` }, `#${grouped(block)}`);
  return sealed
    ? ["the chain reveals it from block ", from, ` on, with the beacon's round ${grouped(round)}`]
    : ["its hotkey may reveal it from block ", from, " on"];
}

function weightsSection({ subnet, weights, mechanism }) {
  const tabs = subnet.mechanisms < 2 ? null : h("nav", { class: "chips", "aria-label": "Mechanisms" },
    Array.from({ length: subnet.mechanisms }, (_, at) => h("a", { class: "chip", href: `#/subnet/${subnet.netuid}/${at}`, "aria-current": at === mechanism ? "page" : null }, `mechanism ${at}`)));
  const head = h("div", { class: "head" }, h("h2", {}, "Weights"), tabs);
  if (!weights) return [head, h("p", { class: "faint" }, "There is no such mechanism.")];
  const pending = pendingCommits(weights.pending);
  if (!weights.rows.length) return [head, pending ?? h("p", { class: "faint" }, "Nobody has set weights yet.")];
  return [head, pending, h("figure", { class: "heat", "data-key": "heat" },
    h("div", { class: "plane", "data-own": true },
      h("canvas", { tabindex: 0, role: "img", "aria-describedby": "cell", "aria-label": `Weights of ${plural(weights.rows.length, "neuron")}, a row each, on ${weights.size}` }),
      h("i", { class: "cell", hidden: true })),
    h("figcaption", {},
      h("p", {}, "A row for who sets weights, a column for who gets them; the colour is the share of the row. Point at a cell, or walk with the arrow keys."),
      h("p", { id: "cell", class: "readout", role: "status", "data-own": true }, " "),
      h("p", { class: "legend", "data-own": true }, h("span", { id: "least" }, "0"), h("i", {}), h("span", { id: "most" }))))];
}

function hyperparameters(subnet) {
  const rows = Object.entries(subnet.hyperparameters);
  return h("details", { class: "card", "data-key": "rules" },
    h("summary", {}, h("span", { class: "what" }, "Hyperparameters"), h("span", { class: "faint" }, grouped(rows.length))),
    h("dl", { class: "facts inside" }, rows.map(([label, it]) => h("div", {}, h("dt", {}, label), h("dd", {}, String(it))))));
}

function sorted(rows, order) {
  if (!order) return rows;
  const { sort } = METAGRAPH[order.column];
  const sign = order.down ? -1 : 1;
  return [...rows].sort((a, b) => {
    const [x, y] = [sort(a), sort(b)];
    return x < y ? -sign : x > y ? sign : a.uid - b.uid;
  });
}

/** A table that scrolls by itself. Columns with `sort` have buttons for heads; `level` draws a bar, whose
 * full length is `full` or the most of the column. */
function table(label, columns, rows, key, order) {
  const head = columns.map((column, at) => {
    const direction = order?.column === at ? (order.down ? "descending" : "ascending") : null;
    return h("th", { scope: "col", class: column.number && "number", "aria-sort": direction },
      column.sort ? h("button", { type: "button", "data-action": "sort", "data-column": at }, column.label) : column.label);
  });
  const full = columns.map((column) => column.level && (column.full ?? Math.max(...rows.map(column.level))));
  const cells = (it) => columns.map((column, at) => {
    const level = column.level && (full[at] ? Math.min(column.level(it) / full[at], 1) : 0).toFixed(4);
    const kinds = [column.number && "number", column.level && "level"].filter(Boolean).join(" ");
    return h("td", { class: kinds || null, level }, column.cell(it));
  });
  const row = (it) => late(h("tr", { "data-key": key(it) }), JSON.stringify([it, full]), () => cells(it));
  return h("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": label },
    h("table", {}, h("thead", {}, h("tr", {}, head)), h("tbody", {}, rows.map(row))));
}

// Heat map ---------------------------------------------------------------------------------------

/** Who gets which share of somebody's weights. */
function sharesOf(row) {
  const all = row.reduce((sum, [, weight]) => sum + weight, 0);
  return new Map(row.map(([target, weight]) => [target, { weight, share: all ? weight / all : 0 }]));
}

const percent = (share) => `${(100 * share).toFixed(2)} %`;

/** How dark weights are that do not differ: there is nothing to compare them with. */
const EQUAL = 0.4;
/** Up to so many neurons there are lines between the cells. */
const GRID = 64;

const heat = {
  weights: null,
  most: 1,
  x: 0,
  y: 0,

  show(weights) {
    this.weights = weights;
    this.rows = new Map(weights.rows.map(([uid, row]) => [uid, sharesOf(row)]));
    this.most = 0;
    this.least = 1;
    for (const row of this.rows.values()) {
      for (const { share } of row.values()) {
        this.most = Math.max(this.most, share);
        if (share) this.least = Math.min(this.least, share);
      }
    }
    // Shares are rounded by the chain: those of equal weights may differ by 1 of 65,535.
    this.equal = this.most > 0 && this.most - this.least < 2 / SCORE;
    document.getElementById("least").textContent = this.equal ? "all equal" : "0";
    document.getElementById("most").textContent = percent(this.most);
    this.canvas.closest(".plane").style.setProperty("--cells", weights.size > GRID ? 1 : weights.size);
    this.canvas.closest(".heat").toggleAttribute("data-equal", this.equal);
    this.paint();
    if (!this.mark.hidden) this.point(this.x, this.y);
  },

  get canvas() {
    return document.querySelector(".heat canvas");
  },

  get mark() {
    return document.querySelector(".heat .cell");
  },

  /** A pixel for each pair; the style makes cells of them. */
  paint() {
    const { canvas } = this;
    if (!canvas) return;
    const { size } = this.weights;
    if (canvas.width !== size) canvas.width = canvas.height = size;
    const [red, green, blue] = getComputedStyle(canvas).getPropertyValue("--heat").split(/\s+/).filter(Boolean).map(Number);
    const image = new ImageData(size, size);
    for (const [uid, row] of this.rows) {
      for (const [target, { share }] of row) {
        if (uid >= size || target >= size || !share) continue;
        const strength = this.equal ? EQUAL : share / this.most;
        image.data.set([red, green, blue, 24 + Math.round(231 * strength)], 4 * (uid * size + target));
      }
    }
    canvas.getContext("2d").putImageData(image, 0, 0);
  },

  point(x, y) {
    const { size } = this.weights;
    this.x = Math.max(0, Math.min(size - 1, x));
    this.y = Math.max(0, Math.min(size - 1, y));
    const { mark } = this;
    mark.hidden = false;
    mark.style.left = `${(100 * this.x) / size}%`;
    mark.style.top = `${(100 * this.y) / size}%`;
    mark.style.width = mark.style.height = `${100 / size}%`;
    document.getElementById("cell").textContent = this.words();
  },

  words() {
    const cell = this.rows.get(this.y)?.get(this.x);
    const given = cell ? `${percent(cell.share)} of its weights (${grouped(cell.weight)})` : "nothing";
    return `uid ${this.y} gives uid ${this.x} ${given}`;
  },

  pointer(event) {
    const box = this.canvas.getBoundingClientRect();
    const { size } = this.weights;
    this.point(Math.floor(((event.clientX - box.left) / box.width) * size), Math.floor(((event.clientY - box.top) / box.height) * size));
  },

  key(event) {
    const step = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
    if (!step) return;
    event.preventDefault();
    if (this.mark.hidden) this.point(0, 0);
    else this.point(this.x + step[0], this.y + step[1]);
  },
};

// Views: search ----------------------------------------------------------------------------------

const searchView = {
  section: "",
  every: null,
  title: () => "Search",
  async load([text]) {
    const found = await link.ask("explorer_search", text);
    return { text, found, mistake: found.length || !ADDRESS_LIKE.test(text) ? null : await mistakeIn(text) };
  },
  draw({ text, found, mistake }) {
    if (mistake) return missing("No such address", mistake);
    if (!found.length) return missing("Nothing found", `“${text}” is no block, extrinsic, account or subnet of this chain.`);
    return [h("h1", {}, plural(found.length, "result")), h("ul", { class: "results" }, found.map((it) => h("li", {}, h("a", { href: addressOf(it) }, wordsOf(it)))))];
  },
};

/** Long enough for an address, and of nothing but letters and digits: probably one with a slip. */
const ADDRESS_LIKE = /^\s*[A-Za-z0-9]{40,60}\s*$/;

async function mistakeIn(address) {
  try {
    await link.ask("explorer_account", address.trim());
    return null;
  } catch (error) {
    if (error instanceof Refused && error.mistake) return error.reason;
    throw error;
  }
}

function addressOf(it) {
  if (it.kind === "account") return `#/account/${it.address}`;
  if (it.kind === "subnet") return `#/subnet/${it.netuid}`;
  return it.kind === "extrinsic" ? `#/block/${it.hash}/${it.index}` : `#/block/${it.hash}`;
}

function wordsOf(it) {
  if (it.kind === "account") return `Account ${it.address}`;
  if (it.kind === "subnet") return `Subnet ${it.netuid}: ${it.name}`;
  return it.kind === "extrinsic" ? `Extrinsic ${it.index} of block #${grouped(it.number)}` : `Block #${grouped(it.number)}`;
}

// Routing ----------------------------------------------------------------------------------------

const ROUTES = { "": blocksView, before: blocksView, block: blockView, account: accountView, subnets: subnetsView, subnet: subnetView, search: searchView };

const view = document.getElementById("view");
const page = { view: null, args: [], state: {}, data: undefined, turn: 0, busy: false, stale: false, loaded: 0 };

function parts() {
  const [route = "", ...args] = location.hash.replace(/^#\/?/, "").split("/").map(unescaped);
  return ROUTES[route] ? [ROUTES[route], args] : [searchView, [[route, ...args].join("/")]];
}

function unescaped(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The address changed: another view, or the same about something else. */
function navigate() {
  [page.view, page.args] = parts();
  Object.assign(page, { state: {}, data: undefined, busy: false, stale: false, loaded: 0 });
  page.turn += 1;
  for (const link of document.querySelectorAll("[data-section]")) {
    const here = link.dataset.section === page.view.section;
    if (here) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  view.setAttribute("aria-busy", "true");
  refresh();
}

/** Ask again and show what differs; what comes too late for its view is dropped. */
async function refresh() {
  if (page.busy) {
    page.stale = true;
    return;
  }
  const { turn } = page;
  const first = page.data === undefined;
  Object.assign(page, { busy: true, stale: false });
  try {
    const data = await page.view.load(page.args);
    if (turn !== page.turn) return;
    page.data = data;
    draw(first);
  } catch (error) {
    if (turn !== page.turn || error instanceof Unanswered) return;
    if (!(error instanceof Refused)) throw error;
    if (error.mistake) show(missing(page.view.mistake ?? "There is nothing of this name", error.reason));
    else show(missing("The node does not answer this", error.message));
  } finally {
    if (turn === page.turn) {
      Object.assign(page, { busy: false, loaded: performance.now() });
      if (page.stale) later();
    }
  }
}

function draw(first) {
  show(page.view.draw(page.data, page.state));
  document.title = `${page.view.title(page.data, page.args)} · ${document.getElementById("chain").textContent}`;
  if (first) {
    scrollTo(0, 0);
    if (document.activeElement !== document.getElementById("query")) view.focus({ preventScroll: true });
  }
  if (first || page.view === subnetView) page.view.drawn?.(page.data);
}

function show(content) {
  const fresh = document.createElement("main");
  append(fresh, [content]);
  if (page.shown === page.turn) morphChildren(view, fresh);
  else view.replaceChildren(...settle(fresh).childNodes);
  page.shown = page.turn;
  view.removeAttribute("aria-busy");
}

/** There is news: refresh, but no more often than the view wants, and never unseen. */
function later() {
  if (page.view === null || page.view.every === null || page.timer) return;
  if (page.busy || document.hidden) {
    page.stale = true;
    return;
  }
  const wait = Math.max(0, page.loaded + page.view.every - performance.now());
  page.timer = setTimeout(() => {
    page.timer = null;
    refresh();
  }, wait);
}

// The link's news

const known = { genesis: null, automatic: false };

function standing(state, words) {
  const place = document.getElementById("link");
  place.dataset.state = state;
  place.textContent = words;
}

function banner(text) {
  const place = document.getElementById("banner");
  place.hidden = !text;
  place.textContent = text ?? "";
}

async function greet() {
  try {
    const [chain, software, version, genesis] = await Promise.all([
      link.ask("system_chain"), link.ask("system_name"), link.ask("system_version"), link.ask("chain_getBlockHash", 0),
      link.ask("chain_subscribeNewHeads"), link.ask("chain_subscribeFinalizedHeads"),
    ]);
    document.getElementById("chain").textContent = chain;
    document.getElementById("foot").replaceChildren(h("p", {}, `${software} ${version} · ${link.url} · genesis `, name(genesis)));
    const another = known.genesis !== null && known.genesis !== genesis;
    known.genesis = genesis;
    standing("live", "live");
    banner(another ? "Another chain answers here now: its genesis is not the one from before." : null);
    if (page.view === null || another) navigate();
    else refresh();
  } catch (error) {
    if (!(error instanceof Unanswered)) throw error;
  }
}

const socketUrl = new URL("./", location.href);
socketUrl.protocol = location.protocol === "https:" ? "wss:" : "ws:";
socketUrl.hash = socketUrl.search = "";

const link = new Link(socketUrl.href, {
  open: greet,
  news: later,
  lost() {
    standing("lost", "reconnecting");
    banner("The node does not answer. What you see is from before; this page tries again by itself.");
  },
});

// What people do

const ACTIONS = {
  async copy(button) {
    try {
      await navigator.clipboard.writeText(button.dataset.copy);
      button.classList.add("done");
    } catch {
      button.classList.add("failed"); // the clipboard is for secure pages, and may be forbidden
    }
    setTimeout(() => button.classList.remove("done", "failed"), 1200);
  },
  sort(button) {
    const column = Number(button.dataset.column);
    const { sort } = page.state;
    const numeric = METAGRAPH[column].number && column !== 0;
    page.state.sort = { column, down: sort?.column === column ? !sort.down : numeric };
    draw(false);
  },
  automatic() {
    known.automatic = !known.automatic;
    draw(false);
  },
  skip() {
    view.focus();
  },
};

document.addEventListener("click", (event) => {
  const place = event.target.closest("[data-action]");
  if (!place) return;
  event.preventDefault();
  ACTIONS[place.dataset.action](place);
});

document.addEventListener("pointermove", (event) => {
  if (event.target.matches?.(".heat canvas")) heat.pointer(event);
});

document.addEventListener("pointerdown", (event) => {
  if (event.target.matches?.(".heat canvas")) heat.pointer(event);
});

document.addEventListener("keydown", (event) => {
  const typing = event.target.matches?.("input");
  if (event.target.matches?.(".heat canvas")) heat.key(event);
  else if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    document.getElementById("query").select();
  } else if (event.key === "Escape" && typing) view.focus({ preventScroll: true });
});

document.getElementById("search").addEventListener("submit", async (event) => {
  event.preventDefault();
  const text = document.getElementById("query").value.trim();
  if (!text) return;
  const found = await link.ask("explorer_search", text).catch(() => []);
  view.focus({ preventScroll: true });
  location.hash = found.length === 1 ? addressOf(found[0]) : `#/search/${encodeURIComponent(text)}`;
});

addEventListener("hashchange", navigate);
addEventListener("online", () => link.socket.readyState === WebSocket.CLOSED && link.open());
document.addEventListener("visibilitychange", () => !document.hidden && page.stale && later());
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => heat.weights && heat.paint());
