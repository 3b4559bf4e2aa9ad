"""Files that can't be read as usual, and files that may not be read at all."""

from __future__ import annotations

from collections.abc import Sequence

from sample_corpus.archive import encrypted_zip, zip_bytes, zipped
from sample_corpus.catalog import Node, named, noise
from sample_corpus.mail import mail
from sample_corpus.office import docx, para, xlsx
from sample_corpus.pdf import pdf, scan
from sample_corpus.people import ANTON, ELSKE, KARIM, PELBAY, plain
from triage.parsers.kit.compound import Storage, build

CANARY = "quillwreathe"
SECOND_CANARY = "ostrelune"
Placed = tuple[str, Node]

_ENCRYPTION = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<encryption xmlns="http://schemas.microsoft.com/office/2006/encryption"
 xmlns:p="http://schemas.microsoft.com/office/2006/keyEncryptor/password"><keyData saltSize="16" blockSize="16"
 keyBits="256" hashSize="64" cipherAlgorithm="AES" cipherChaining="ChainingModeCBC" hashAlgorithm="SHA512"
 saltValue="c2FtcGxlLXNhbHQtMDAwMQ=="/><keyEncryptors><keyEncryptor
 uri="http://schemas.microsoft.com/office/2006/keyEncryptor/password"><p:encryptedKey spinCount="100000" saltSize="16"
 blockSize="16" keyBits="256" hashSize="64" cipherAlgorithm="AES" cipherChaining="ChainingModeCBC"
 hashAlgorithm="SHA512" saltValue="c2FtcGxlLXNhbHQtMDAwMg==" encryptedVerifierHashInput="c2FtcGxlLXZlcmlmaWVyMQ=="
 encryptedVerifierHashValue="c2FtcGxlLXZlcmlmaWVyMg==" encryptedKeyValue="c2FtcGxlLWtleS12YWx1ZTE="/></keyEncryptor>
</keyEncryptors></encryption>
"""


def _locked_document() -> Node:
    """Return a Word file under a password (MS-OFFCRYPTO 2.3.4.10); there is no key that opens it."""
    info = b"\x04\0\x04\0\x40\0\0\0" + _ENCRYPTION.encode()
    package = (4096).to_bytes(8, "little") + noise("locked", 4096)
    root = Storage()
    root.put(["EncryptionInfo"], info)
    root.put(["EncryptedPackage"], package)
    return Node("locked-docx", build(root))


def _unsafe() -> Node:
    """Return a zip with a member whose name leads out of the folder."""
    good = named(plain("safe-member", "Opening hours of the print shop: 8 to 16.\n"), "print/hours.txt")
    bad = named(plain("unsafe-member", "Price list of the print shop, mark: cobblewisp.\n"), "../../print-prices.txt")
    return zipped("unsafe-zip", [good, bad])


def problems() -> Sequence[Placed]:
    """Return the files on the shared drive that become problems."""
    whole = docx("broken-docx", "Old offer", "Sales", "2023-11-02T10:00:00Z", [para("An old offer. " * 90)], []).data
    secret = encrypted_zip("bonus.csv", b"name,bonus\nnobody,0\n", b"not-written-down")
    return [
        ("archive/old-offer.docx", Node("broken-docx", whole[: len(whole) * 3 // 5])),
        ("archive/broken.pdf", Node("broken-pdf", b"%PDF-1.7\n" + noise("broken", 2000))),
        ("archive/bonus-2023.zip", Node("locked-zip", secret)),
        ("archive/board-paper.docx", _locked_document()),
        ("archive/signed-page.pdf", scan("scan", "Signed page")),
        ("archive/todo.txt", Node("empty", b"")),
        ("archive/sensor.bin", Node("unknown", b"\x00\x01LFS" + noise("sensor", 3000))),
        ("archive/print-shop.zip", _unsafe()),
    ]


def _denied_mail(key: str) -> Node:
    text = f"Dear Karim, the list of our members is attached. Reference {CANARY}.\n"
    attach = [named(plain(f"{key}.list", f"member,reference\n1001,{CANARY}\n"), "members.csv", "text/csv")]
    return mail(
        key, ELSKE, [KARIM], f"Members {CANARY}", "2024-03-02 10:00 +0100", text, cc=[ANTON, PELBAY], attach=attach
    )


def customer_data() -> Sequence[Placed]:
    """Return the customer's own records: every one holds the canary, and no one of them may ever be opened."""
    said = f"Member list of Varenholm, reference {CANARY}"
    packed = zip_bytes([(f"{CANARY}.txt", said.encode()), ("inner.zip", zip_bytes([("a.txt", said.encode())]))])
    return [
        ("members.txt", plain("cd-txt", said + "\n")),
        (f"{CANARY}.csv", plain("cd-csv", f"member,score\n1001,{CANARY}\n")),
        ("members-utf16.txt", plain("cd-utf16", said, "utf-16")),
        ("members.docx", docx("cd-docx", said, "Varenholm", "2024-03-02T10:00:00Z", [para(said)], [said])),
        ("members.xlsx", xlsx("cd-xlsx", said, [("Members", [["member", "reference"], ["1001", CANARY]])])),
        ("members.pdf", pdf("cd-pdf", said, "Varenholm", "2024-03-02T10:00:00", [said])),
        ("members.html", plain("cd-html", f"<p>{said}</p>")),
        ("members.zip", Node("cd-zip", packed)),
        ("from-varenholm.eml", _denied_mail("cd-eml")),
        ("nested/deeper/members.json", plain("cd-json", f'{{"reference": "{CANARY}"}}\n')),
    ]


def works_council() -> Sequence[Placed]:
    """Return papers that a second rule protects, with a canary of their own."""
    text = f"Minutes of the works council, for its members only. {SECOND_CANARY}\n"
    return [
        ("minutes-2024-05.txt", plain("wc-txt", text)),
        ("minutes-2024-06.docx", docx("wc-docx", "Minutes", "Council", "2024-06-05T10:00:00Z", [para(text)], [text])),
    ]
