<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<!-- What Qt says in its own dialogs and Qt's own translations (qtbase) leave in English. -->
<TS version="2.1" language="he" sourcelanguage="en">
<context>
    <name>QFileDialog</name>
    <message><source>&amp;Look in:</source><translation>ח&amp;יפוש בתוך:</translation></message>
    <message><source>Look in:</source><translation>חיפוש בתוך:</translation></message>
    <message><source>File name:</source><translation>שם קובץ:</translation></message>
    <message><source>&amp;File name:</source><translation>&amp;שם קובץ:</translation></message>
    <message><source>Files of type:</source><translation>קבצים מסוג:</translation></message>
    <message><source>Files of &amp;type:</source><translation>קבצים מ&amp;סוג:</translation></message>
</context>
<context>
    <name>QAbstractFileIconProvider</name>
    <message><source>Folder</source><translation>תיקייה</translation></message>
    <message><source>File</source><translation>קובץ</translation></message>
    <message><source>Drive</source><translation>כונן</translation></message>
    <message><source>%1 File</source><extracomment>%1 is a file name suffix, for example txt</extracomment><translation>קובץ %1</translation></message>
</context>
</TS>
