"""Office Open XML behind a password or rights management (floor 2): a compound file that holds the package encrypted.

MS-OFFCRYPTO through msoffcrypto-tool. Each password of the context is tried, and the one that Excel itself uses for
workbooks that only look protected; what opens is read in place, by its own format.
"""

from __future__ import annotations

import contextlib
import io

from triage.model import Extract
from triage.parsers.contract import Context, Data, Format, Probe, as_file
from triage.parsers.docx import FORMAT as DOCX
from triage.parsers.pptx import FORMAT as PPTX
from triage.parsers.texts import Texts
from triage.parsers.xlsb import FORMAT as XLSB
from triage.parsers.xlsx import FORMAT as XLSX

TYPE = "application/x-ole-storage"
DEFAULT_PASSWORD = "VelvetSweatshop"  # noqa: S105  # MS-OFFCRYPTO 2.3.4: what Excel uses where no one chose a password

_FORMATS = (DOCX, XLSB, XLSX, PPTX)


def claims(probe: Probe) -> bool:
    """Whether the compound file holds an encrypted package (MS-OFFCRYPTO 2.1)."""
    return any(name.lower() in ("encryptedpackage", "encryptioninfo") for name in probe.ole_names)


def parse(untrusted_data: Data, context: Context) -> Extract:
    """Decrypt and read the package; where nothing opens it, the extract holds the trouble only."""
    texts = Texts(context.limits)
    package = _decrypted(untrusted_data, context, texts)
    if package is None:
        return Extract(_declared(context), troubles=texts.troubles)
    probe = Probe(package, context.name)
    for form in _FORMATS:
        if form.claims(probe):
            return form.parse(package, context)
    texts.trouble("damaged", "It was decrypted, but what came out is no Office document.")
    return Extract(TYPE, troubles=texts.troubles)


def _declared(context: Context) -> str:
    """Return the type that the name's ending promises; the content can't be asked."""
    ending = context.name.rpartition(".")[2].lower()
    return next((f.types[0] for f in _FORMATS if ending in f.extensions), TYPE)


def _decrypted(untrusted_data: Data, context: Context, texts: Texts) -> bytes | None:
    import msoffcrypto

    try:
        office = msoffcrypto.OfficeFile(as_file(untrusted_data))
    except Exception as error:  # msoffcrypto raises many kinds for broken headers
        if b"D\0R\0M\0E\0n\0c\0r\0y\0p\0t\0e\0d" in untrusted_data[: 8 << 20]:
            texts.trouble("rights-protected", "Its content is held back by rights management.")
        texts.trouble("encrypted", f"It is encrypted in a way that can't be opened ({error}).")
        return None
    for password in (DEFAULT_PASSWORD, *context.passwords):
        with contextlib.suppress(Exception):  # a wrong password and a broken file look alike here
            office.load_key(password=password, verify_password=True)
            target = io.BytesIO()
            office.decrypt(target)
            return target.getvalue()
    texts.trouble("encrypted", "It needs a password to open; none of those given fits.")
    return None


FORMAT = Format(
    label="Encrypted Office document",
    types=(TYPE, "application/encrypted"),
    extensions=(),
    level="everything that the document's own format reads, where a password of the list opens it",
    claims=claims,
    parse=parse,
)
