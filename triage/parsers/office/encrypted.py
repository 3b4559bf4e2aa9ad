"""Office Open XML behind a password or rights management: a compound file that holds the package encrypted.

MS-OFFCRYPTO through msoffcrypto-tool. Each password of the context is tried, and the one that Excel itself uses for
workbooks that only look protected; what opens is read in place, by its own format.
"""

from __future__ import annotations

from triage.model.items import Extract
from triage.parsers.kit.contract import Context, Data, Format, Probe
from triage.parsers.kit.passwords import decrypted
from triage.parsers.kit.texts import Texts
from triage.parsers.office.ooxml.docx import FORMAT as DOCX
from triage.parsers.office.ooxml.pptx import FORMAT as PPTX
from triage.parsers.office.ooxml.xlsb import FORMAT as XLSB
from triage.parsers.office.ooxml.xlsx import FORMAT as XLSX

TYPE = "application/x-ole-storage"

_FORMATS = (DOCX, XLSB, XLSX, PPTX)


def claims(probe: Probe) -> bool:
    """Whether the compound file holds an encrypted package (MS-OFFCRYPTO 2.1)."""
    return any(name.lower() in ("encryptedpackage", "encryptioninfo") for name in probe.ole_names)


def parse(untrusted_data: Data, context: Context) -> Extract:
    """Decrypt and read the package; where nothing opens it, the extract holds the trouble only."""
    texts = Texts(context.limits)
    package = decrypted(untrusted_data, context, texts)
    if package is None:
        ending = context.name.rpartition(".")[2].lower()  # what it promises, as the content can't be asked
        declared = next((form.types[0] for form in _FORMATS if ending in form.extensions), TYPE)
        return Extract(declared, troubles=texts.troubles)
    probe = Probe(package, context.name)
    for form in _FORMATS:
        if form.claims(probe):
            return form.parse(package, context)
    texts.trouble("damaged", "decrypted-no-office")
    return Extract(TYPE, troubles=texts.troubles)


FORMAT = Format(
    label="Encrypted Office document",
    types=(TYPE, "application/encrypted"),
    extensions=(),
    level="everything that the document's own format reads, where a password of the list opens it",
    claims=claims,
    parse=parse,
)
