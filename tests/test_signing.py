"""Keys and signatures: the numbers of RFC 8032 in Node and in Chromium, key files, fingerprints."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.learner_case import visit
from tests.node_case import run_node
from tests.quiz_case import WEB
from tests.record_case import NACL

VECTORS = (
    (
        "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
        "",
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555"
        "fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
    ),
    (
        "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
        "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
        "72",
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
        "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
    ),
    (
        "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
        "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
        "af82",
        "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac"
        "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a",
    ),
    (
        "833fe62409237b9d62ec77587520911e9a759cec1d19755b7da901b96dca3d42",
        "ec172b93ad5e563bf4932c70e1245034c35467ef2efd4d64ebf819683467e2bf",
        "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
        "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f",
        "dc2a4459e7369633a52b1bf277839a00201009a3efbf3ecb69bea2186c26b589"
        "09351fc9ac90b3ecfdfbc7c66431e0303dca179c138ac17ad9bef1177331a704",
    ),
)
"""Seed, public key, message and signature of RFC 8032, section 7.1."""
CHECK = """(vectors) => {
    const { bytes, signing } = globalThis.tot;
    const changed = (hex, place) => {
        const data = bytes.fromHex(hex);
        data[place] ^= 1;
        return bytes.hex(data);
    };
    const places = (hex) => Array.from({ length: hex.length / 2 }, (_, place) => place);
    return vectors.map(([seed, known, message, signature]) => {
        const data = bytes.fromHex(message);
        const refused = (text, signed, key) => !signing.verify(bytes.fromHex(text), signed, key);
        return {
            signature: signing.sign(data, seed),
            right: signing.verify(data, signature, known),
            refused: places(message).every((p) => refused(changed(message, p), signature, known))
                && places(signature).every((p) => refused(message, changed(signature, p), known))
                && places(known).every((p) => refused(message, signature, changed(known, p)))
                && refused(message + "00", signature, known),
        };
    });
}"""
READY = f"""
globalThis.nacl = require({json.dumps(str(NACL))});
for (const name of ["bytes", "signing"]) require({json.dumps(str(WEB))} + "/learn/" + name + ".js");
globalThis.crypto = globalThis.crypto || require("crypto").webcrypto;
const given = JSON.parse(require("fs").readFileSync(0, "utf8"));
"""


def node(function: str, given: Any) -> Any:
    """What the function gives back for this in Node, where the scripts of keys are loaded."""
    script = f"{READY}process.stdout.write(JSON.stringify(({function})(given)));"
    return json.loads(run_node(script, json.dumps(given)))


def expect_vectors(told: list[dict[str, Any]]) -> None:
    """Nothing; every signature is that of the RFC, and a changed byte anywhere is refused."""
    assert [one["signature"] for one in told] == [signature for *_, signature in VECTORS]
    assert [(one["right"], one["refused"]) for one in told] == [(True, True)] * len(VECTORS)


def test_the_numbers_of_the_rfc_in_node() -> None:
    expect_vectors(node(CHECK, VECTORS))


def test_the_numbers_of_the_rfc_in_a_browser(new_page: Callable[..., Page], anywhere: str) -> None:
    page = new_page()
    visit(page, anywhere, "trainer/verify")
    page.wait_for_function("tot.signing")
    assert page.evaluate("isSecureContext") is ("pi.test" not in anywhere)
    expect_vectors(page.evaluate(CHECK, VECTORS))
    made = page.evaluate("tot.signing.readKey(JSON.stringify(tot.signing.newKey('ຫ້ອງການ')))")
    assert made["office"] == "ຫ້ອງການ" and len(made["secret"]) == 64


def test_a_new_key_is_new_and_comes_back_from_its_file() -> None:
    made, again, read = node(
        """() => {
            const { newKey, readKey } = globalThis.tot.signing;
            const [one, other] = [newKey("Office"), newKey("Office")];
            return [one, other, readKey("\\ufeff" + JSON.stringify(one, null, 1) + "\\n")];
        }""",
        None,
    )
    assert made == read and made["secret"] != again["secret"] and made["public"] != again["public"]
    assert list(made) == ["kind", "schema", "office", "made", "public", "secret"]


SEED, PUBLIC = VECTORS[0][:2]
KEY = {"kind": "tot-key", "schema": 1, "office": "Office", "made": "2026-11-22T09:00:00Z",
       "public": PUBLIC, "secret": SEED}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", "not-a-key"),
        ("{}", "not-a-key"),
        ("[1]", "not-a-key"),
        (json.dumps(KEY)[:-9], "not-a-key"),
        (json.dumps({**KEY, "kind": "tot-result"}), "not-a-key"),
        (json.dumps({**KEY, "secret": SEED[:-2]}), "not-a-key"),
        (json.dumps({**KEY, "office": " "}), "not-a-key"),
        (json.dumps({**KEY, "office": "a" * 61}), "not-a-key"),
        (json.dumps({**KEY, "schema": 2}), "newer"),
        (json.dumps({**KEY, "public": VECTORS[1][1]}), "changed"),
    ],
)
def test_what_is_no_key_is_refused(text: str, fault: str) -> None:
    assert node("(text) => globalThis.tot.signing.readKey(text)", text) == {"fault": fault}


def test_a_fingerprint_is_read_as_people_write_it() -> None:
    shown = node("(known) => globalThis.tot.signing.fingerprint(known)", PUBLIC)
    assert len(shown) == 19 and shown.count("-") == 3
    public_half = {name: value for name, value in KEY.items() if name != "secret"}
    ways = [
        shown, shown.lower(), shown.replace("-", ""), f" {shown.replace('-', ' ')}\n",
        shown.replace("0", "o").replace("1", "l"), shown.replace("-", "\u2013"),
        PUBLIC, PUBLIC.upper(), json.dumps(KEY), json.dumps(public_half),
    ]  # fmt: skip
    wrong = ["", shown[:-1], f"{shown}A", "U" * 16, PUBLIC[:-1], "{}"]
    read = "(texts) => texts.map((text) => globalThis.tot.signing.readFingerprint(text))"
    assert node(read, ways) == [shown] * len(ways)
    assert node(read, wrong) == [None] * len(wrong)
