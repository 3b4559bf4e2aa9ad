"""Queries in the languages of other programs, what is suggested for each, and what the suggestion finds in RECORDS.

Data alone: the table of docs/other-programs.md, and the test of it.
"""

from __future__ import annotations

from typing import NamedTuple

from tests.records import mail


class ForeignQuery(NamedTuple):
    """A query as typed, what is offered instead, what that finds, and the RECORDS that it finds, by name."""

    typed: str
    suggestion: str
    meaning: str
    items: str


_JONAS, _MIRA = "Jonas Smith <jonas@wren.example>", "Mira Hale <mira@wren.example>"
_FIGURES = (
    'Content-Type: multipart/mixed; boundary="x"\n\n--x\nContent-Type: text/plain\n\nThe harvester is late.\n'
    '--x\nContent-Type: text/csv; name="figures.csv"\nContent-Disposition: attachment; filename="figures.csv"\n\n'
    "tons\n18\n--x--\n"
)

RECORDS: dict[str, bytes | str] = {
    "jonas/plan.eml": mail(
        "Harvest plan",
        "Harvest comes right before lunch.",
        sender=_JONAS,
        to=_MIRA,
        date="Wed, 10 Jan 2001 10:00:00 +0000",
    ),
    "jonas/notes.eml": mail(
        "Notes",
        f"The lunch was good. {'So it was. ' * 10}Then came the harvest.",
        sender=_MIRA,
        to=_JONAS,
        date="Sun, 13 May 2001 10:00:00 +0000",
    ),
    "jonas/lunch.eml": mail(
        "Lunch",
        "Only lunch, no work.",
        sender="Omar Reed <omar@wren.example>",
        to=_JONAS,
        more=f"Cc: {_MIRA}\n",
        date="Wed, 20 Jun 2001 10:00:00 +0000",
    ),
    "mira/heron.eml": mail(
        "Blue heron",
        "A blue and very grey heron applied for leave.",
        sender="Dana Levi <dana@other.example>",
        to=_MIRA,
        date="Sat, 02 Feb 2002 10:00:00 +0000",
    ),
    "mira/report.eml": (
        f"From: {_JONAS}\nTo: {_MIRA}\nSubject: Report\nDate: Sun, 03 Mar 2002 10:00:00 +0000\nMIME-Version: 1.0\n"
        + _FIGURES
    ),
    "mira/typo.txt": "The harvast, says Smyth, applies.",
    "mira/split.txt": "A har vest, and p1234 of 1999.",
    "mira/budget.txt": "The quick budget: fast and cheap.",
    "mira/big.txt": "filler " * 160_000,
}
"""A small case: five messages, one of them with a table, and four texts of 1 January 2003. ``lunch`` is tagged hot."""

_MAIL = "plan notes lunch heron report"
_TEXTS = "typo split budget big"
_EARLY = "plan notes"

FOREIGN: dict[str, tuple[ForeignQuery, ...]] = {
    "Gmail and Google": (
        ForeignQuery("harvest -plan", "harvest NOT plan", "harvest without plan", "notes"),
        ForeignQuery("-from:jonas lunch", "NOT from:jonas lunch", "lunch, not from Jonas", "notes lunch"),
        ForeignQuery('-"blue heron" (heron OR plan)', 'NOT "blue heron" (heron OR plan)', "without the phrase", "plan"),
        ForeignQuery("-(plan OR notes) lunch", "NOT (plan OR notes) lunch", "lunch without plan and notes", "lunch"),
        ForeignQuery("+harvest lunch", "harvest lunch", "both words", "plan notes"),
        ForeignQuery("{plan notes}", "(plan OR notes)", "either word", "plan notes"),
        ForeignQuery("subject:{plan notes}", "subject:(plan OR notes)", "either word in the subject", "plan notes"),
        ForeignQuery("harvest | heron", "harvest OR heron", "either word", "plan notes heron"),
        ForeignQuery("harvest AROUND 5 lunch", "harvest w/5 lunch", "at most four words between", "plan"),
        ForeignQuery("harvest AROUND(5) lunch", "harvest w/5 lunch", "at most four words between", "plan"),
        ForeignQuery(
            "after:2001/05/01",
            "date:>=2001-05-01",
            "of that day or later",
            f"notes lunch heron report figures {_TEXTS}",
        ),
        ForeignQuery("before:2001/05/13", "date:<2001-05-13", "earlier than that day", "plan"),
        ForeignQuery("newer:2002/03/03", "date:>=2002-03-03", "of that day or later", f"report figures {_TEXTS}"),
        ForeignQuery("older:5/13/2001 harvest", "date:<2001-05-13 harvest", "earlier, with the word", "plan"),
        ForeignQuery("larger:1M", "size:>1mb", "larger than 1 mb", "big"),
        ForeignQuery("smaller:100", "size:<100", "smaller than 100 bytes", "typo split budget figures"),
        ForeignQuery("filename:budget", "file:budget", "files whose name has the word", "budget"),
        ForeignQuery("filename:csv", "file:csv", "files whose name has the word", "figures"),
        ForeignQuery("label:hot", "tag:hot", "tagged hot", "lunch"),
        ForeignQuery("in:mira harvest*", "path:*mira* harvest*", "in a folder of this name, with the words", "report"),
    ),
    "Outlook, Exchange and SharePoint (KQL)": (
        ForeignQuery(
            "received>=01/01/2001 AND received<=01/31/2001",
            "sent:>=2001-01-01 AND sent:<=2001-01-31",
            "sent in that time",
            "plan",
        ),
        ForeignQuery("received:2001-05-13", "sent:2001-05-13", "sent on that day", "notes"),
        ForeignQuery('received:"10 Jan 2001"', "sent:2001-01-10", "sent on that day", "plan"),
        ForeignQuery("sent<2001-06-01", "sent:<2001-06-01", "sent earlier than that day", _EARLY),
        ForeignQuery(
            "sent>=5/13/2001 lunch", "sent:>=2001-05-13 lunch", "sent then or later, with the word", "notes lunch"
        ),
        ForeignQuery("date=2001-01-10", "date:2001-01-10", "of that day", "plan"),
        ForeignQuery("lastmodifiedtime>=2003-01-01", "date:>=2003-01-01", "of that day or later", _TEXTS),
        ForeignQuery("size>1MB", "size:>1mb", "larger than 1 mb", "big"),
        ForeignQuery("subject=plan", "subject:plan", "the word in the subject", "plan"),
        ForeignQuery(
            "subject<>plan harvest", "NOT subject:plan harvest", "harvest, but no plan in the subject", "notes"
        ),
        ForeignQuery('from="Jonas Smith"', 'from:"Jonas Smith"', "from this name", "plan report"),
        ForeignQuery(
            "author:smith", "(from:smith OR properties:smith)", "from this name, or a document by it", "plan report"
        ),
        ForeignQuery("title:plan", "(subject:plan OR properties:plan)", "the word in a subject or title", "plan"),
        ForeignQuery(
            "recipients:mira lunch",
            "(to:mira OR cc:mira OR bcc:mira) lunch",
            "to Mira in any way, with the word",
            "plan lunch",
        ),
        ForeignQuery("attachmentnames:figures", "file:figures", "files whose name has the word", "figures"),
        ForeignQuery("attachment:figures", "(file:figures AND is:attachment)", "attachments of this name", "figures"),
        ForeignQuery("filetype:csv", "type:csv", "files of this type or ending", "figures"),
        ForeignQuery("kind:email", "type:mail", "messages", _MAIL),
        ForeignQuery("hasattachment:true", "has:attachment", "with attachments", "report"),
        ForeignQuery(
            "hasattachment=false type:mail",
            "NOT has:attachment type:mail",
            "messages without attachments",
            "plan notes lunch heron",
        ),
        ForeignQuery("harvest NEAR lunch", "harvest w/9 lunch", "at most eight words between", "plan"),
        ForeignQuery("harvest NEAR(n=3) lunch", "harvest w/4 lunch", "at most three words between", "plan"),
        ForeignQuery(
            "harvest ONEAR(n=3) lunch", "harvest pre/4 lunch", "at most three words between, in this order", "plan"
        ),
        ForeignQuery(
            "harvest NOT NEAR(3) lunch", "harvest NOT w/4 lunch", "a harvest without lunch so near", "plan notes"
        ),
        ForeignQuery("WORDS(plan, notes)", "(plan OR notes)", "any of the words", "plan notes"),
        ForeignQuery("ALL(harvest plan)", "(harvest AND plan)", "all of the words", "plan"),
        ForeignQuery("NONE(plan notes) lunch", "NOT (plan OR notes) lunch", "lunch without these words", "lunch"),
        ForeignQuery(
            "harvest XRANK(cb=100) plan", "harvest", "harvest; plan would only change the order", "plan notes"
        ),
        ForeignQuery("contents:lunch", "body:lunch", "the word in the body", "plan notes lunch"),
    ),
    "dtSearch and Relativity": (
        ForeignQuery("ha%rvest", "harvest~1", "words that differ by one letter", "plan notes typo"),
        ForeignQuery("har%%st", "harst~2", "words that differ by up to two letters", "plan notes typo budget split"),
        ForeignQuery("~apply", "stem(apply)", "words with the same stem", "heron typo"),
        ForeignQuery(
            "#smith",
            "smith~1",
            "words that differ by one letter, as nothing is searched by sound",
            "plan notes lunch report typo",
        ),
        ForeignQuery("fast&", "fast", "the word itself, as there are no synonyms", "budget"),
        ForeignQuery("16~~20", "(16 OR 17 OR 18 OR 19 OR 20)", "any of the numbers", "figures"),
        ForeignQuery("p12==", "/p12[0-9][0-9]/", "the word with any two digits at the end", "split"),
        ForeignQuery('"##199[0-9]"', "/199[0-9]/", "words that the expression covers", "split"),
        ForeignQuery("subject contains plan", "subject:plan", "the word in the subject", "plan"),
        ForeignQuery(
            "subject contains (plan or notes)", "subject:(plan or notes)", "either word in the subject", "plan notes"
        ),
        ForeignQuery('filename contains "budget"', 'file:"budget"', "files whose name has the word", "budget"),
        ForeignQuery(
            "custodian contains jon", 'custodian:"*jon*"', "with these letters in the custodian", "plan notes lunch"
        ),
        ForeignQuery("[custodian] = jonas", "custodian:jonas", "of this custodian", "plan notes lunch"),
        ForeignQuery(
            "subject like '%arves%'", "subject:*arves*", "with these letters in a word of the subject", "plan"
        ),
        ForeignQuery(
            "sent between 2001-01-01 and 2001-05-31",
            "sent:2001-01-01..2001-05-31",
            "sent in that time, both days included",
            _EARLY,
        ),
        ForeignQuery("date(jan 10 2001)", "date:2001-01-10", "of that day", "plan"),
        ForeignQuery("date(jan 1 2001 to may 31 2001)", "date:2001-01-01..2001-05-31", "of that time", _EARLY),
        ForeignQuery(
            "mail(jonas@wren.example)",
            "participants:jonas@wren.example",
            "from or to the address",
            "plan notes lunch report",
        ),
        ForeignQuery("harvest w/5 xfirstword", "harvest", "the word anywhere", "plan notes"),
        ForeignQuery(
            "lunch andany harvest", "lunch", "the first word; the others would only be marked", "plan notes lunch"
        ),
        ForeignQuery("harvest w/ 5 lunch", "harvest w/5 lunch", "at most four words between", "plan"),
        ForeignQuery(
            "harvest*!(harvester*)",
            "/(?!(?:harvester\\w*)$)harvest\\w*/",
            "the words that begin so, without those",
            "plan notes",
        ),
        ForeignQuery("FORMSOF(INFLECTIONAL, apply)", "stem(apply)", "words with the same stem", "heron typo"),
        ForeignQuery("NEAR((harvest, lunch), 4)", "(harvest w/5 lunch)", "at most four words between", "plan"),
    ),
    "Lucene, Elasticsearch and Nuix": (
        ForeignQuery('"blue heron"~3', "(blue w/4 heron)", "at most three words between", "heron"),
        ForeignQuery("harvest^2 lunch", "harvest lunch", "both words; nothing is weighted", "plan notes"),
        ForeignQuery("*:*", "*", "every item", f"{_MAIL} figures {_TEXTS}"),
        ForeignQuery("harvest && lunch", "harvest AND lunch", "both words", "plan notes"),
        ForeignQuery("harvest || heron", "harvest OR heron", "either word", "plan notes heron"),
        ForeignQuery("harvest||heron", "harvest OR heron", "either word", "plan notes heron"),
        ForeignQuery("harvest !plan", "harvest NOT plan", "the first without the second", "notes"),
        ForeignQuery(
            "lunch !(plan notes)",
            "lunch NOT (plan notes)",
            "lunch, but not with both of the others",
            "plan notes lunch",
        ),
        ForeignQuery("date:[2001-01-01 TO 2001-05-31]", "date:2001-01-01..2001-05-31", "of that time", _EARLY),
        ForeignQuery("size:[1mb TO *]", "size:1mb..", "of 1 mb and more", "big"),
        ForeignQuery("/har vest/", '"har vest"', "the phrase", "split"),
        ForeignQuery("mime-type:csv", "type:csv", "files of this type or ending", "figures"),
    ),
    "Lexis, Westlaw and others": (
        ForeignQuery("harvest /5 lunch", "harvest w/5 lunch", "at most four words between", "plan"),
        ForeignQuery("harvest /s lunch", "harvest w/20 lunch", "at most 19 words between", "plan"),
        ForeignQuery("harvest w/p lunch", "harvest w/75 lunch", "at most 74 words between", "plan notes"),
        ForeignQuery("harvest +s lunch", "harvest pre/20 lunch", "at most 19 words between, harvest first", "plan"),
        ForeignQuery("harvest BUT NOT plan", "harvest NOT plan", "the first without the second", "notes"),
        ForeignQuery("harvest ANDNOT plan", "harvest NOT plan", "the first without the second", "notes"),
        ForeignQuery("harvest % plan", "harvest NOT plan", "the first without the second", "notes"),
        ForeignQuery("harvest!", "harvest*", "words that begin so", "plan notes report"),
        ForeignQuery("harvest within 3 words of right", "harvest w/3 right", "at most two words between", "plan"),
        ForeignQuery("harvest within five words of lunch", "harvest w/5 lunch", "at most four words between", "plan"),
        ForeignQuery("ATLEAST2(lunch)", "(lunch)", "the word, however often", "plan notes lunch"),
        ForeignQuery("harvest near/5 lunch", "harvest w/5 lunch", "at most four words between", "plan"),
        ForeignQuery("harvest <near/5> lunch", "harvest w/5 lunch", "at most four words between", "plan"),
        ForeignQuery("harvest <and> lunch", "harvest AND lunch", "both words", "plan notes"),
        ForeignQuery("harvest ADJ3 right", "harvest w/3 right", "at most two words between", "plan"),
    ),
}
