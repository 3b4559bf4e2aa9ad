<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<!-- English is in the source; here are its plurals: the form for one, and for any other number. -->
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>triage</name>
    <message numerus="yes">
        <source>%n Outlook items could not be converted to mail messages; the report says which and why.</source>
        <translation><numerusform>%n Outlook item could not be converted to a mail message; the report says which and why.</numerusform><numerusform>%n Outlook items could not be converted to mail messages; the report says which and why.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n are also in another open batch</source>
        <translation><numerusform>%n is in another open batch too</numerusform><numerusform>%n are in another open batch too</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n bytes</source>
        <translation><numerusform>%n byte</numerusform><numerusform>%n bytes</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n decisions are stored for items that this copy doesn't have yet.</source>
        <translation><numerusform>%n decision is kept for an item that this copy doesn't have yet.</numerusform><numerusform>%n decisions are kept for items that this copy doesn't have yet.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n decisions could not be written in time.</source>
        <translation><numerusform>%n decision could not be written in time.</numerusform><numerusform>%n decisions could not be written in time.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n decisions stored earlier apply now: their items have been indexed.</source>
        <translation><numerusform>%n decision kept earlier applies now: its item has come.</numerusform><numerusform>%n decisions kept earlier apply now: their items have come.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n documents of the replaced production are clawed back; see replaced.xlsx.</source>
        <translation><numerusform>%n document of the replaced production is clawed back; see replaced.xlsx.</numerusform><numerusform>%n documents of the replaced production are clawed back; see replaced.xlsx.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n files could not be processed</source>
        <translation><numerusform>%n file became no item</numerusform><numerusform>%n files became no item</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n files moved</source>
        <translation><numerusform>%n file moved</numerusform><numerusform>%n files moved</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n files outdated</source>
        <translation><numerusform>%n file outdated</numerusform><numerusform>%n files outdated</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n files unchanged</source>
        <translation><numerusform>%n file unchanged</numerusform><numerusform>%n files unchanged</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n files vanished</source>
        <translation><numerusform>%n file vanished</numerusform><numerusform>%n files vanished</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n findings leave without what is redacted, and without their originals.</source>
        <translation><numerusform>%n finding leaves without what is redacted, and without its original.</numerusform><numerusform>%n findings leave without what is redacted, and without their originals.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n folders may be read:</source>
        <translation><numerusform>%n folder may be read:</numerusform><numerusform>%n folders may be read:</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n items could not be searched.</source>
        <translation><numerusform>%n item could not be searched.</numerusform><numerusform>%n items could not be searched.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n items dated outside these months</source>
        <translation><numerusform>%n item dated outside these months</numerusform><numerusform>%n items dated outside these months</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n items found, with no words in them to highlight.</source>
        <translation><numerusform>%n item found, and no words in it to mark.</numerusform><numerusform>%n items found, and no words in them to mark.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n items inside files left out (denied by the scope)</source>
        <translation><numerusform>%n item inside files left out (denied by the scope)</numerusform><numerusform>%n items inside files left out (denied by the scope)</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n items of mailboxes that grew not read again</source>
        <translation><numerusform>%n item of mailboxes that grew not read again</numerusform><numerusform>%n items of mailboxes that grew not read again</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n items read so far.</source>
        <translation><numerusform>%n item read so far.</numerusform><numerusform>%n items read so far.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n items were added with their families</source>
        <translation><numerusform>%n item came in with its family</numerusform><numerusform>%n items came in with their families</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n items will be exported, with originals, text, tables and reports.</source>
        <translation><numerusform>%n item will be exported, with original, text, tables and reports.</numerusform><numerusform>%n items will be exported, with originals, text, tables and reports.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n more aren't in this copy of the case</source>
        <translation><numerusform>%n more isn't in this copy of the case</numerusform><numerusform>%n more aren't in this copy of the case</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n more messages of this conversation aren't shown here.</source>
        <translation><numerusform>%n more message of this conversation isn't shown here.</numerusform><numerusform>%n more messages of this conversation aren't shown here.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n more …</source>
        <translation><numerusform>%n more …</numerusform><numerusform>%n more …</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n more: triage facets lists them</source>
        <translation><numerusform>%n more: triage facets lists it</numerusform><numerusform>%n more: triage facets lists them</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n of them aren't coded</source>
        <translation><numerusform>%n of them isn't coded</numerusform><numerusform>%n of them aren't coded</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n of these are superseded or vanished.</source>
        <translation><numerusform>%n of these is superseded or vanished.</numerusform><numerusform>%n of these are superseded or vanished.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n of these don't match themselves, but belong to items that do.</source>
        <translation><numerusform>%n of these doesn't match itself, but belongs to one that does.</numerusform><numerusform>%n of these don't match themselves, but belong to items that do.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n originals could not be exported; the report in the folder says which and why.</source>
        <translation><numerusform>%n original could not be had; the report in the folder says which and why.</numerusform><numerusform>%n originals could not be had; the report in the folder says which and why.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n originals or pages are missing; their slip sheets state why.</source>
        <translation><numerusform>%n original or page is missing; its slip sheet states why.</numerusform><numerusform>%n originals or pages are missing; their slip sheets state why.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n patterns never opened:</source>
        <translation><numerusform>%n pattern never opened:</numerusform><numerusform>%n patterns never opened:</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n people are shown; the list has all.</source>
        <translation><numerusform>One person is shown; the list has all.</numerusform><numerusform>%n people are shown; the list has all.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n problems (see Problems)</source>
        <translation><numerusform>%n problem (see Problems)</numerusform><numerusform>%n problems (see Problems)</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n rows of the table are shown.</source>
        <translation><numerusform>%n row of the table is shown.</numerusform><numerusform>%n rows of the table are shown.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n strings are nearly redacted words. Nothing leaves before you decide.</source>
        <translation><numerusform>%n string is nearly a redacted word. Nothing leaves before you decide.</numerusform><numerusform>%n strings are nearly redacted words. Nothing leaves before you decide.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n superseded or vanished items have decisions</source>
        <translation><numerusform>%n superseded or vanished item has decisions</numerusform><numerusform>%n superseded or vanished items have decisions</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n undated items</source>
        <translation><numerusform>%n undated item</numerusform><numerusform>%n undated items</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>; %n keep an earlier decision</source>
        <translation><numerusform>; %n keeps an earlier decision</numerusform><numerusform>; %n keep an earlier decision</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Also applied to %n copies.</source>
        <translation><numerusform>Also applied to %n copy.</numerusform><numerusform>Also applied to %n copies.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Also in %n other families</source>
        <translation><numerusform>Also in %n other family</numerusform><numerusform>Also in %n other families</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Also removed from %n copies.</source>
        <translation><numerusform>Also removed from %n copy.</numerusform><numerusform>Also removed from %n copies.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>More than %n items are selected. Put them into a batch and export that.</source>
        <translation><numerusform>More than one item is selected. Put them into a batch and export that.</numerusform><numerusform>More than %n items are selected. Put them into a batch and export that.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>On %n items two people disagree.</source>
        <translation><numerusform>On %n item two people judged differently.</numerusform><numerusform>On %n items two people judged differently.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>On %n points two people disagree; decide again where it matters:</source>
        <translation><numerusform>On %n point two people differ; decide again if it matters:</numerusform><numerusform>On %n points two people differ; decide again where it matters:</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Only the %n selected items</source>
        <translation><numerusform>Only the selected item</numerusform><numerusform>Only the %n selected items</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>The chart has room for the %n largest.</source>
        <translation><numerusform>The chart has room for the largest alone.</numerusform><numerusform>The chart has room for the %n largest.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>The chart has room for the %n latest.</source>
        <translation><numerusform>The chart has room for the latest alone.</numerusform><numerusform>The chart has room for the %n latest.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>The rate is based on the first %n drawn: the next one has not been assessed yet.</source>
        <translation><numerusform>The rate speaks of the first one drawn: after it one isn't judged yet.</numerusform><numerusform>The rate speaks of the first %n drawn: after them one isn't judged yet.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{group}, %n inferred</source>
        <translation><numerusform>{group}, %n inferred</numerusform><numerusform>{group}, %n inferred</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{group}, %n missing</source>
        <translation><numerusform>{group}, %n missing</numerusform><numerusform>{group}, %n missing</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{group}, %n of them here</source>
        <translation><numerusform>{group}, %n of them here</numerusform><numerusform>{group}, %n of them here</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{items}, %n of them copies</source>
        <translation><numerusform>{items}, %n of them a copy</numerusform><numerusform>{items}, %n of them copies</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{line}, the %n most frequent</source>
        <translation><numerusform>{line}, the %n most frequent</numerusform><numerusform>{line}, the %n most frequent</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{message}  (%n copies)</source>
        <translation><numerusform>{message}  (%n copy)</numerusform><numerusform>{message}  (%n copies)</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{who}: %n earlier decisions</source>
        <translation><numerusform>{who}: %n earlier decision</numerusform><numerusform>{who}: %n earlier decisions</numerusform></translation>
    </message>
</context>
</TS>
