"""Office Open XML behind a password or rights management: a compound file that holds the package encrypted.

MS-OFFCRYPTO through msoffcrypto-tool. Each password of the context is tried, and the one that Excel itself uses for
workbooks that only look protected; what opens is read in place, by its own format.
"""

from __future__ import annotations

from triage.model.items import Extract
from triage.parsers.kit.contract import Context, Data, Probe
from triage.parsers.kit.passwords import decrypted
from triage.parsers.kit.texts import Texts
from triage.parsers.office.ooxml import docx, pptx, xlsb, xlsx

TYPE = "application/x-ole-storage"

# What a document is by its name's ending, where its content can't be asked.
_PROMISED = {
    **dict.fromkeys(("docx", "docm", "dotx", "dotm"), docx.TYPE),
    **dict.fromkeys(("xlsx", "xlsm", "xltx", "xltm", "xlam"), xlsx.TYPE),
    **dict.fromkeys(("pptx", "pptm", "ppsx", "ppsm", "potx", "potm"), pptx.TYPE),
    "xlsb": xlsb.TYPE,
}


def claims(probe: Probe) -> bool:
    return any(name.lower() in ("encryptedpackage", "encryptioninfo") for name in probe.ole_names)


def parse(untrusted_data: Data, context: Context) -> Extract:
    """Decrypt and read the package; where nothing opens it, the extract holds the trouble only."""
    texts = Texts(context.limits)
    package = decrypted(untrusted_data, context, texts)
    if package is None:
        promised = _PROMISED.get(context.name.rpartition(".")[2].lower(), TYPE)
        return Extract(promised, troubles=texts.troubles)
    probe = Probe(package, context.name)
    for form in (docx, xlsb, xlsx, pptx):
        if form.claims(probe):
            extract: Extract = form.parse(package, context)
            return extract
    texts.trouble("damaged", "decrypted-no-office")
    return Extract(TYPE, troubles=texts.troubles)
