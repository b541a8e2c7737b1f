// tot.certificate: a certificate made from a result record, its code, its signature.
// Needs nacl.js, bytes.js, record-code.js and signing.js before it; `make` also record.js.
// Body: schema (1 byte), course (3), curriculum (3), name, owner (3), minutes (2), score before and
// after (2 each, per mille), date (4), digest of the record (16); countersigned also: office, public
// key (32), and the Ed25519 signature (64) of the prefix and all that stands before it.
(function () {
  "use strict";
  const { bytes, code: format, signing } = globalThis.tot;
  const PREFIX = "TOTC1";
  const OTHER = "TOTR1";
  const SCHEMA = 1;
  const NONE = 0xffff;
  const SIGNATURE = 64;
  const FULL = 1000;
  const LONGEST = { name: 80, office: 60 };

  const perMille = (score) => (score === null ? NONE : Math.round(score * FULL));
  const score = (number) => (number === NONE ? null : number / FULL);

  /** The certificate of a record; null before its post-test has ended, or if the bank lacks it. */
  function make(record, bank) {
    const { post, pre } = globalThis.tot.record.scores(record, bank);
    const owner = bank.owners[record.of];
    if (!post || !owner) return null;
    const ended = Object.values(record.tests).map((test) => test.ended).sort();
    return {
      schema: SCHEMA, course: record.course, curriculum: record.curriculum, name: record.name,
      of: record.of, minutes: owner.minutes, pre: pre ? score(perMille(pre.all)) : null,
      post: score(perMille(post.all)), date: ended[ended.length - 1], digest: record.digest,
    };
  }

  function write(certificate) {
    const to = new bytes.Writer();
    to.number(certificate.schema, 1);
    to.id(certificate.course, 3);
    const [year, month, patch] = certificate.curriculum.split(".").map(Number);
    [year - 2000, month, patch].forEach((part) => to.number(part, 1));
    to.text(certificate.name);
    to.id(certificate.of, 3);
    to.number(certificate.minutes, 2);
    to.number(perMille(certificate.pre), 2);
    to.number(perMille(certificate.post), 2);
    to.time(certificate.date);
    to.raw(bytes.fromHex(certificate.digest));
    if (certificate.public) {
      to.text(certificate.office);
      to.raw(bytes.fromHex(certificate.public));
    }
    if (certificate.signature) to.raw(bytes.fromHex(certificate.signature));
    return to.bytes();
  }

  /** The certificate in these bytes; throws RangeError or TypeError where they are none. */
  function parsed(data, bank) {
    const from = new bytes.Reader(data.slice(4));
    const [year, month, patch] = [from.number(1), from.number(1), from.number(1)];
    const read = {
      schema: SCHEMA, course: bank.course,
      curriculum: [2000 + year, String(month).padStart(2, "0"), patch].join("."),
      name: from.text(), of: from.id(format.names(bank).owner, 3), minutes: from.number(2),
      pre: score(from.number(2)), post: score(from.number(2)), date: from.time(),
      digest: bytes.hex(from.raw(16)),
    };
    if (from.isAtEnd()) return read;
    const signed = { ...read, office: from.text(), public: bytes.hex(from.raw(32)) };
    signed.signature = bytes.hex(from.raw(SIGNATURE));
    if (!from.isAtEnd()) throw new RangeError("there are bytes left");
    return signed;
  }

  const message = (data) => Uint8Array.from([...bytes.utf8(PREFIX), ...data]);

  /** The certificate with the name, the public key and the signature of an office. */
  function sign(certificate, key) {
    const { signature, ...bare } = certificate;
    const named = { ...bare, office: key.office, public: key.public };
    return { ...named, signature: signing.sign(message(write(named)), key.secret) };
  }

  const code = (certificate) => format.sealed(PREFIX, write(certificate));

  /** True for a certificate that a page here would make: its texts are short, its scores shares. */
  function isSound({ name, office = "", pre, post }) {
    const isShort = (text, longest) => Array.from(text).length <= longest;
    return isShort(name, LONGEST.name) && isShort(office, LONGEST.office)
      && [pre, post].every((one) => one === null || one <= 1);
  }

  function fromCode(text, bank) {
    const { data, fault } = format.unsealed(text);
    if (fault) return { fault };
    if (data.length < 4 || data[0] < 1) return { fault: "misread" };
    if (data[0] > SCHEMA) return { fault: "newer" };
    if (bytes.hex(data.slice(1, 4)) !== bytes.hex(bytes.idHash(bank.course, 3))) {
      return { fault: "other-course" };
    }
    try {
      const certificate = parsed(data, bank);
      if (!isSound(certificate)) return { fault: "misread" };
      const signed = certificate.signature !== undefined;
      const valid = signed ? isValid(data, certificate) : null;
      return { certificate, signed, valid };
    } catch (error) {
      if (error instanceof RangeError || error instanceof TypeError) return { fault: "misread" };
      throw error;
    }
  }

  const isValid = (data, { signature, public: known }) =>
    signing.verify(message(data.slice(0, data.length - SIGNATURE)), signature, known);

  /** Every certificate of a text, as {certificate, signed, valid} or {fault}. */
  function readAll(text, bank) {
    const found = format.codes(text, PREFIX);
    if (found.length) return found.map((one) => fromCode(one, bank));
    return [{ fault: format.codes(text, OTHER).length ? "a-result" : "not-a-certificate" }];
  }

  const read = (text, bank) => readAll(text, bank)[0];

  globalThis.tot.certificate = { make, sign, code, read, readAll };
  if (typeof module === "object") module.exports = globalThis.tot.certificate;
})();
