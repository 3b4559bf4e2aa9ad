"""Binary forms (builders): Office's old forms, OneNote and Outlook's archives."""

from __future__ import annotations

from tests.selftest.plant import Builder
from tests.writers import office97, olm, onenote, pst, xlsb

BUILDERS = (
    Builder("pst", "archive.pst", "Outlook data file", pst.outlook_archive),
    Builder("olm", "archive.olm", "Outlook for Mac archive", olm.archive),
    Builder("doc", "report.doc", "Word 97-2003 document", office97.word),
    Builder("xlsb", "figures.xlsb", "Excel binary workbook", xlsb.workbook),
    Builder("xls", "figures.xls", "Excel 97-2003 workbook", office97.excel),
    Builder("ppt", "talk.ppt", "PowerPoint 97-2003 presentation", office97.powerpoint),
    Builder("vsd", "plan.vsd", "Compound file", office97.visio),
    Builder("one", "notes.one", "OneNote section", lambda plant: onenote.stored(*onenote.notes(plant))),
    Builder("one package", "cloud.one", "OneNote section", lambda plant: onenote.packaged(*onenote.notes(plant))),
    Builder("onetoc2", "notes.onetoc2", "OneNote section", onenote.contents),
)
