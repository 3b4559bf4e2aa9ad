<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<!-- What Qt says in its own dialogs and Qt's own translations (qtbase) leave in English. -->
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>QFileDialog</name>
    <message><source>&amp;Look in:</source><translation>ان&amp;ظر في:</translation></message>
    <message><source>Look in:</source><translation>انظر في:</translation></message>
    <message><source>File name:</source><translation>اسم الملف:</translation></message>
    <message><source>&amp;File name:</source><translation>ا&amp;سم الملف:</translation></message>
    <message><source>Files of type:</source><translation>ملفات من النوع:</translation></message>
    <message><source>Files of &amp;type:</source><translation>ملفات من ال&amp;نوع:</translation></message>
</context>
<context>
    <name>QShortcut</name>
    <message><source>+</source><extracomment>with U+202A, as in Qt's Hebrew, so that Alt+= is not turned round</extracomment><translation>+‪</translation></message>
</context>
<context>
    <name>QAbstractFileIconProvider</name>
    <message><source>Folder</source><translation>مجلد</translation></message>
    <message><source>File</source><translation>ملف</translation></message>
    <message><source>Drive</source><translation>قرص</translation></message>
    <message><source>%1 File</source><extracomment>%1 is a file name suffix, for example txt</extracomment><translation>ملف %1</translation></message>
</context>
</TS>
