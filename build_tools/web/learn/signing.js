// tot.signing: keys of offices and Ed25519 signatures. Needs nacl.js and bytes.js before it.
// Browsers sign nothing themselves on plain http, and old ones know no Ed25519 at all.
(function () {
  "use strict";
  const { base32, bytes } = globalThis.tot;
  const { hex, fromHex } = bytes;
  const KIND = "tot-key";
  const SCHEMA = 1;
  const LONGEST_OFFICE = 60;
  const SHOWN = 10;
  const HEX = /^[0-9a-f]{64}$/;
  const ALIKE = { O: "0", I: "1", L: "1" };

  const pair = (secret) => globalThis.nacl.sign.keyPair.fromSeed(fromHex(secret));
  const isOffice = (value) => typeof value === "string" && value.trim() !== ""
    && Array.from(value).length <= LONGEST_OFFICE;

  /** A new key of this office; `secret` is the seed that RFC 8032 calls the private key. */
  function newKey(office) {
    const secret = hex(globalThis.crypto.getRandomValues(new Uint8Array(32)));
    const made = new Date().toISOString().slice(0, 19) + "Z";
    return { kind: KIND, schema: SCHEMA, office, made, public: hex(pair(secret).publicKey), secret };
  }

  /** The object of a key file, with or without its secret half; null where it is none. */
  function parse(text) {
    let key = null;
    try { key = JSON.parse(text.replace(/^\ufeff/, "")); } catch (error) { return null; }
    const isKey = key !== null && typeof key === "object" && key.kind === KIND
      && Number.isInteger(key.schema) && HEX.test(key.public);
    return isKey ? key : null;
  }

  /** The key of a key file, which can sign, or {fault}: not-a-key, newer, or changed. */
  function readKey(text) {
    const key = parse(text);
    if (key && key.schema > SCHEMA) return { fault: "newer" };
    if (!key || !HEX.test(key.secret) || !isOffice(key.office)) return { fault: "not-a-key" };
    if (hex(pair(key.secret).publicKey) !== key.public) return { fault: "changed" };
    const { office, made, public: known, secret } = key;
    return { kind: KIND, schema: SCHEMA, office, made: String(made), public: known, secret };
  }

  /** What people compare: 80 bits of the digest of a public key, "ABCD-EFGH-JKMN-PQRS". */
  function fingerprint(known) {
    const digest = bytes.hash(fromHex(known)).slice(0, SHOWN);
    return base32.encode(digest).match(/.{4}/g).join("-");
  }

  /** The fingerprint in a typed text, a public key or a key file; null where there is none. */
  function readFingerprint(text) {
    const key = parse(text);
    if (key) return fingerprint(key.public);
    const typed = text.replace(/[\s\u2010-\u2015-]+/g, "");
    if (HEX.test(typed.toLowerCase())) return fingerprint(typed.toLowerCase());
    const symbols = typed.toUpperCase().replace(/[OIL]/g, (one) => ALIKE[one]);
    return /^[0-9A-HJKMNP-TV-Z]{16}$/.test(symbols) ? symbols.match(/.{4}/g).join("-") : null;
  }

  const sign = (message, secret) =>
    hex(globalThis.nacl.sign.detached(message, pair(secret).secretKey));

  const verify = (message, signature, known) =>
    globalThis.nacl.sign.detached.verify(message, fromHex(signature), fromHex(known));

  globalThis.tot.signing = { newKey, readKey, readFingerprint, fingerprint, sign, verify };
  if (typeof module === "object") module.exports = globalThis.tot.signing;
})();
