<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="he" sourcelanguage="en">
<context>
    <name>triage</name>
    <message>
        <source>% of scope</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n attachment</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n bytes</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n decisions could not be written in time.</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n files unchanged</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n finding</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n folders may be read:</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n hit</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n item</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n items could not be searched.</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n items dated outside these months</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n items found, and no words in them to mark.</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n items read so far.</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n items will be exported, with originals, text, tables and reports.</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n line</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n message</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n more …</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n more: triage facets lists them</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n new item</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n originals could not be had; the report in the folder says which and why.</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n patterns never opened:</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n person</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n problems (see Problems)</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n term</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n word</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message>
        <source>(no name)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(no subject)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(none)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(undated)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(untagged)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(version {version})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>+ family</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>. Stopped early; index again to go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A case is one folder. What is written here stands in its scope and in every report.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A defect of this program: {said}. The details are on the terminal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A folder that may be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new, empty folder for the case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a folder …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a pattern</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All terms together (not the sum)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anywhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approved by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approved by: {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrow keys choose a month, Shift extends, Enter applies.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As entered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attachments, replies and copies of the selected item appear here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Basis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bcc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV (*.csv);;Excel workbook (*.xlsx);;Web page (*.html)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Case in {folder}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the reviewer's name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a search, or two runs of one, to see what moved and why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the folder of the case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the folder to write into</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code: all results …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code: conversation of this item …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code: family of this item …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code: same content elsewhere …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours: dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours: light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours: system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns as at the start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conversation: {messages}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy with its source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Custodian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Custodians, types and tags of what is found appear here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decisions are recorded under this name. Click to change it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decisions are recorded under {reviewer}; a click changes the name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deduplicated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Documents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Documents among the records of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every item could be read and searched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export findings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export findings …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Facet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Facets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Facets of what was found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Families</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Families that the documents belong to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Family</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Family role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Family, conversation and duplicates of this item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find in this item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder of the case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder to export into</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder to write into</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found by no other term of this list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the search a name first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the facets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the next item after coding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go up: attached to, or in answer to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hit in its context</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hits in their context</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hits with their context</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the term was understood, or why it could not be asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In families that no other term reaches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Index the sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Indexed {items} in {seconds} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Indexing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interface at 100 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Into the folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Items</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Items by month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Items found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Items of the searched set that no term can speak for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Items of the searched set that the term finds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Items that match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Items with the same content count once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language: English</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language: system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language: עברית</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language: العربية</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger interface</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave out {shown} (Delete)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a case that says what may be read, open one made before, or look around in the sample.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name for the current query</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New case …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next hit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next kind of related item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next related item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No case is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No item has a date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No item matches {query}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No item matches.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No item matches; tag some first (R), or change the query.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not searchable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number in the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only in the current results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only these folders are ever opened. Say of each whose records they are and on what basis they may be read. As custodian, {1} stands for the name of the first folder under it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only untagged items</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a case first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a case …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a list of terms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a list …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the case {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the hit before in the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the next hit of the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opened last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Others refer to this message and the case doesn't have it. Ctrl+C copies its Message-ID.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste search terms, one a line, or open a list: .txt, or .csv and .xlsx by the column “Term”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pattern</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Places in the text that the term marks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous hit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous related item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problems by kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Purpose: {purpose}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Query</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Query for the items to export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ran “{name}”: run {run} finds {items}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading hits …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason, items</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Related</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Related items</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repeat the last coding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reviewer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reviewer's name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same content elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the query</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the report …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the search …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved searches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved searches and their runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved “{name}”: run {run} finds {items}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scroll back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scroll on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seal (keep it apart from the folder; it proves that nothing was changed):</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search for something, give it a name above and save it. It can be run again later, and says what moved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search for words, and every place where they stand is listed here with the text around it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search terms, one a line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search, run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sender domain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the searched set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show every item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show what is not searchable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Single letters work while the list or the text has the focus.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller interface</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sort hits by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sorted by: item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sorted by: words after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sorted by: words before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sorting …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop reading hits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Subject</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suspected sale of designs, 2022 to 2023</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take all filters away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take away the filter {shown}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Term</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Term lists</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Term lists (*.txt *.csv *.tsv *.xlsx *.xlsm);;Every file (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Terms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Terms asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text at its usual size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The case doesn't have this message: {id}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The export was cancelled; nothing was left behind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list is empty. Paste the terms, one a line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The query has no filter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The query has no words for this part, so it can't be taken in or left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The query has this already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report is in {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These with the whole of their families</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This case holds no items yet: its sources have not been read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the first hit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the first item.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the last hit listed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the last item.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is written to scope.toml in the case. Nothing is read before you start indexing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This item has no attachments, replies or copies.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This item is attached to nothing, and answers nothing that the case has.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This item is not among the results; the list keeps its place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To check the folder:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Triage {version}, GPL-3.0-or-later. It fetches nothing from anywhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo your last decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unique</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unique + family</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use  {query}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the mended query</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View/Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What each term finds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What matches is not opened, listed or counted one by one, whatever the folders above allow. Write customer-data/** for a folder, *.pst for a kind of file. Give the reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What may be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What moved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What moved between two runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What must never be opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was not searched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was not searched, by reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What went wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When, by whom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why a term could not be asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words of the command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words, "a phrase", AND OR NOT, from: subject: date: …  (Ctrl+L)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Work is running; this takes effect at the next start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Works council and general counsel, 3 May 2026</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your decisions are recorded under this name:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and {more} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and {more} more: triage problems lists them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>attachment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>icon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>missing  {message}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no word of the index</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not searchable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>parent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read as  {reading}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>run {run}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>run {run} found {items}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>saved {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>saving …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>searchable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>searchable in part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>single</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped: the rest was not asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{blind} not searchable, {partly} in part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file}: no item was made of this file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{findings}, {size}, are in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{first} to {last}: {items}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder} exists and is not empty. Choose another folder; nothing is overwritten.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{found} of {items}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{found}; stopped after {lines}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{found}; the first {lines} are listed</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{group}, %n missing</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{group}, %n of them here</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message>
        <source>{hits} in {items}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{items} coded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{items} found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{items} not searchable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{items} searched in part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{items} to save …</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{message}  (%n copies)</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message>
        <source>{minutes} min left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{month}: {items}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is already running; see the status bar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: stopping …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: {done} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rate} items/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{search}: {runs}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{search}: {runs}: the same items.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{seconds} s left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{terms} could not be asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{terms} in {items}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{terms} in {items} of {set}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{words} and {more} more</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
