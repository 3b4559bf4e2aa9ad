<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<!-- Terms: case תיק · scope תחום הבדיקה · custodian משמורן · item פריט · hit התאמה · tag תגית · coding קידוד · reviewer בודק ·
relevant רלוונטי · privileged חסוי · family משפחה · parent הורה · attachment צרופה · conversation שרשור · finding ממצא ·
query שאילתה · term מונח · facet חתך · index אינדוקס · searchable ניתן לחיפוש · coverage כיסוי · export ייצוא · seal חותם ·
batch אצווה · sample מדגם · blind סמוי · conflict סתירה · propagation החלה · sealed item פריט חתום.
Infinitives and nouns rather than commands in one gender. Operators of the query language stay Latin. -->
<TS version="2.1" language="he" sourcelanguage="en">
<context>
    <name>triage</name>
    <message>
        <source> and </source>
        <translation> וגם </translation>
    </message>
    <message>
        <source> items</source>
        <translation> פריטים</translation>
    </message>
    <message>
        <source> items each</source>
        <translation> פריטים בכל אחת</translation>
    </message>
    <message>
        <source>! in {typed} isn't searched; for any ending write {again}*</source>
        <translation>! ב־{typed} אינו נכלל בחיפוש; לכל סיומת יש לכתוב ⁦{again}*⁩</translation>
    </message>
    <message>
        <source>% of scope</source>
        <translation>% מהקבוצה</translation>
    </message>
    <message numerus="yes">
        <source>%n Outlook items could not be converted to mail messages; the report says which and why.</source>
        <translation><numerusform>פריט Outlook אחד לא ניתן היה להמיר להודעת דואר; הדוח מציין איזה ומדוע.</numerusform><numerusform>%n פריטי Outlook לא ניתן היה להמיר להודעות דואר; הדוח מציין אילו ומדוע.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n are also in another open batch</source>
        <translation><numerusform>אחד נמצא גם באצווה פתוחה אחרת</numerusform><numerusform>%n נמצאים גם באצווה פתוחה אחרת</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n attachment</source>
        <translation><numerusform>צרופה אחת</numerusform><numerusform>%n צרופות</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n batch</source>
        <translation><numerusform>אצווה אחת</numerusform><numerusform>%n אצוות</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n bytes</source>
        <translation><numerusform>בית אחד</numerusform><numerusform>%n בתים</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n cell</source>
        <translation><numerusform>תא אחד</numerusform><numerusform>%n תאים</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n column</source>
        <translation><numerusform>עמודה אחת</numerusform><numerusform>%n עמודות</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n decision</source>
        <translation><numerusform>החלטה אחת</numerusform><numerusform>%n החלטות</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n decisions are stored for items that this copy doesn't have yet.</source>
        <translation><numerusform>נשמרה החלטה אחת על פריט שעדיין אינו בעותק זה.</numerusform><numerusform>נשמרו %n החלטות על פריטים שעדיין אינם בעותק זה.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n decisions could not be written in time.</source>
        <translation><numerusform>החלטה אחת לא נכתבה בזמן.</numerusform><numerusform>%n החלטות לא נכתבו בזמן.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n decisions stored earlier apply now: their items have been indexed.</source>
        <translation><numerusform>החלטה אחת שנשמרה קודם חלה כעת: הפריט שלה הגיע.</numerusform><numerusform>%n החלטות שנשמרו קודם חלות כעת: הפריטים הגיעו.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n family</source>
        <translation><numerusform>משפחה אחת</numerusform><numerusform>%n משפחות</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n files could not be processed</source>
        <translation><numerusform>קובץ אחד לא הפך לפריט</numerusform><numerusform>%n קבצים לא הפכו לפריטים</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n files unchanged</source>
        <translation><numerusform>ללא שינוי: קובץ אחד</numerusform><numerusform>ללא שינוי: %n קבצים</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n finding</source>
        <translation><numerusform>ממצא אחד</numerusform><numerusform>%n ממצאים</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n folders may be read:</source>
        <translation><numerusform>מותר לקרוא תיקייה אחת:</numerusform><numerusform>מותר לקרוא %n תיקיות:</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n hit</source>
        <translation><numerusform>התאמה אחת</numerusform><numerusform>%n התאמות</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n item</source>
        <translation><numerusform>פריט אחד</numerusform><numerusform>%n פריטים</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n items could not be searched.</source>
        <translation><numerusform>פריט אחד לא ניתן היה לבדוק בחיפוש.</numerusform><numerusform>%n פריטים לא ניתן היה לבדוק בחיפוש.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n items dated outside these months</source>
        <translation><numerusform>מחוץ לחודשים אלה: פריט אחד</numerusform><numerusform>מחוץ לחודשים אלה: %n פריטים</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n items found, with no words in them to highlight.</source>
        <translation><numerusform>נמצא פריט אחד, ואין בו מילים לסימון.</numerusform><numerusform>נמצאו %n פריטים, ואין בהם מילים לסימון.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n items read so far.</source>
        <translation><numerusform>נקרא עד כה פריט אחד.</numerusform><numerusform>נקראו עד כה %n פריטים.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n items were added with their families</source>
        <translation><numerusform>פריט אחד נוסף עם משפחתו</numerusform><numerusform>%n פריטים נוספו עם משפחותיהם</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n items will be exported, with originals, text, tables and reports.</source>
        <translation><numerusform>ייוצא פריט אחד, עם המקור, הטקסט, הטבלאות והדוחות.</numerusform><numerusform>ייוצאו %n פריטים, עם המקורות, הטקסט, הטבלאות והדוחות.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n line</source>
        <translation><numerusform>שורה אחת</numerusform><numerusform>%n שורות</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n message</source>
        <translation><numerusform>הודעה אחת</numerusform><numerusform>%n הודעות</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n more aren't in this copy of the case</source>
        <translation><numerusform>עוד אחד אינו בעותק זה של התיק</numerusform><numerusform>עוד %n אינם בעותק זה של התיק</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n more …</source>
        <translation><numerusform>עוד %n …</numerusform><numerusform>עוד %n …</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n more: triage facets lists them</source>
        <translation><numerusform>עוד %n: הפקודה triage facets מפרטת אותם</numerusform><numerusform>עוד %n: הפקודה triage facets מפרטת אותם</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n new item</source>
        <translation><numerusform>פריט חדש אחד</numerusform><numerusform>%n פריטים חדשים</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n new record</source>
        <translation><numerusform>רשומה חדשה אחת</numerusform><numerusform>%n רשומות חדשות</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n originals could not be exported; the report in the folder says which and why.</source>
        <translation><numerusform>מקור אחד לא ניתן היה להשיג; הדוח בתיקייה מציין איזה ומדוע.</numerusform><numerusform>%n מקורות לא ניתן היה להשיג; הדוח בתיקייה מציין אילו ומדוע.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n page</source>
        <translation><numerusform>עמוד אחד</numerusform><numerusform>%n עמודים</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n patterns never opened:</source>
        <translation><numerusform>לא ייפתחו לעולם, תבנית אחת:</numerusform><numerusform>לא ייפתחו לעולם, %n תבניות:</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n person</source>
        <translation><numerusform>אדם אחד</numerusform><numerusform>%n אנשים</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n problems (see Problems)</source>
        <translation><numerusform>בעיה אחת (ראו ”בעיות“)</numerusform><numerusform>%n בעיות (ראו ”בעיות“)</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n quoted line</source>
        <translation><numerusform>שורה מצוטטת אחת</numerusform><numerusform>%n שורות מצוטטות</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n record</source>
        <translation><numerusform>רשומה אחת</numerusform><numerusform>%n רשומות</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n reviewer</source>
        <translation><numerusform>בודק אחד</numerusform><numerusform>%n בודקים</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n row</source>
        <translation><numerusform>שורה אחת</numerusform><numerusform>%n שורות</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n rows of the table are shown.</source>
        <translation><numerusform>מוצגת בטבלה שורה אחת.</numerusform><numerusform>מוצגות בטבלה %n שורות.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n sample</source>
        <translation><numerusform>מדגם אחד</numerusform><numerusform>%n מדגמים</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n term</source>
        <translation><numerusform>מונח אחד</numerusform><numerusform>%n מונחים</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n word</source>
        <translation><numerusform>מילה אחת</numerusform><numerusform>%n מילים</numerusform></translation>
    </message>
    <message>
        <source>'{id}' isn't an item id: those are up to 20 digits and letters a to f.</source>
        <translation>'{id}' אינו מזהה פריט: מזהה הוא עד 20 ספרות ואותיות a עד f.</translation>
    </message>
    <message>
        <source>'{name}' can't be a tag: it takes 1 to 80 characters, without " * and ?.</source>
        <translation>'{name}' אינו יכול להיות תגית: דרושים 1 עד 80 תווים, ללא " * ו־?.</translation>
    </message>
    <message>
        <source>'{name}' can't be the name of a saved search: it takes 1 to 80 characters.</source>
        <translation>'{name}' אינו יכול להיות שם של חיפוש שמור: דרושים 1 עד 80 תווים.</translation>
    </message>
    <message>
        <source>'{name}' can't have the key '{key}': a key is one letter or digit, or none.</source>
        <translation>התגית '{name}' אינה יכולה לקבל את המקש '{key}': מקש הוא אות אחת או ספרה אחת, או ריק.</translation>
    </message>
    <message>
        <source>'{name}' can't have the key {key}: that is {use}. Choose another.</source>
        <translation>התגית '{name}' אינה יכולה לקבל את המקש {key}: הוא {use}. יש לבחור מקש אחר.</translation>
    </message>
    <message>
        <source>'{name}' can't name a {what}: it takes 1 to {most} characters, without " * ? and \.</source>
        <translation>'{name}' אינו יכול לשמש שם: דרושים 1 עד {most} תווים, ללא " * ? ו־\ ({what}).</translation>
    </message>
    <message>
        <source>'{name}' has no item in common with this case. Nothing was merged.</source>
        <translation>ל־'{name}' אין פריט משותף עם תיק זה. דבר לא מוזג.</translation>
    </message>
    <message>
        <source>'{name}' has no run {number}. Its runs are 1 to {most}.</source>
        <translation>ל־'{name}' אין הרצה {number}. ההרצות הן 1 עד {most}.</translation>
    </message>
    <message>
        <source>'{name}' has run {count} times; a difference needs two runs.</source>
        <translation>'{name}' הורץ {count} פעמים; להשוואה דרושות שתי הרצות.</translation>
    </message>
    <message>
        <source>'{name}' is {state}: nobody has it. Take it first.</source>
        <translation>'{name}' אינה אצל איש ({state}). יש לקחת אותה תחילה.</translation>
    </message>
    <message>
        <source>'{name}' seals: it stands in no group, and what follows is set (what is inside, identical copies).</source>
        <translation>'{name}' חותמת: היא אינה שייכת לקבוצה, ומה שהיא מוחלת עליו קבוע (מה שבפנים, עותקים זהים).</translation>
    </message>
    <message>
        <source>'{name}' was completed by {who}. Say that you take it again (--again) to reopen it.</source>
        <translation>'{name}' הושלמה על ידי {who}. כדי לפתוח אותה מחדש יש לבחור לקיחה מחדש.</translation>
    </message>
    <message>
        <source>'{root}' has no custodian. Say whose records these are.</source>
        <translation>ל־'{root}' אין משמורן. יש לציין של מי הרשומות.</translation>
    </message>
    <message>
        <source>'{typed}' can't stand between characters that are words by themselves: write {meant}.</source>
        <translation>'{typed}' אינו יכול לעמוד בין תווים שכל אחד מהם הוא מילה: יש לכתוב {meant}.</translation>
    </message>
    <message>
        <source>'{typed}' can't stand here.</source>
        <translation>'{typed}' אינו יכול לעמוד כאן.</translation>
    </message>
    <message>
        <source>'{typed}' has two meanings: write {first} or {second}.</source>
        <translation>ל־'{typed}' שתי משמעויות: יש לכתוב {first} או {second}.</translation>
    </message>
    <message>
        <source>'{typed}' holds no letter or digit to look it up by.</source>
        <translation>אין ב־'{typed}' אות או ספרה לחפש לפיהן.</translation>
    </message>
    <message>
        <source>'{typed}' holds no letter or digit, and only those are searched.</source>
        <translation>אין ב־'{typed}' אות או ספרה, והחיפוש נעשה רק לפיהן.</translation>
    </message>
    <message>
        <source>'{typed}' is too short for ~{distance}: every word of its length would fit.</source>
        <translation>'{typed}' קצר מדי ל־~{distance}: כל מילה באורכו הייתה מתאימה.</translation>
    </message>
    <message>
        <source>'{typed}' isn't a date: write 2023, 2023-05, 2023-05-02 or, for an hour, 2023-05-02T10.</source>
        <translation>'{typed}' אינו תאריך: יש לכתוב 2023, 2023-05, 2023-05-02 או, לשעה, 2023-05-02T10.</translation>
    </message>
    <message>
        <source>'{typed}' isn't a size: write 500, 10kb, 1.5mb or 2gb.</source>
        <translation>'{typed}' אינו גודל: יש לכתוב 500, 10kb, 1.5mb או 2gb.</translation>
    </message>
    <message>
        <source>'{typed}' isn't an id or a hash: those are at least 4 digits and letters a to f.</source>
        <translation>'{typed}' אינו מזהה או גיבוב: אלה לפחות 4 ספרות ואותיות a עד f.</translation>
    </message>
    <message>
        <source>'{typed}' isn't known: {field} takes {known}.</source>
        <translation>'{typed}' אינו מוכר: {field} מקבל {known}.</translation>
    </message>
    <message>
        <source>'{typed}' needs at least one letter or digit beside it in its word.</source>
        <translation>ליד '{typed}' דרושה לפחות אות או ספרה אחת במילה.</translation>
    </message>
    <message>
        <source>(no item)</source>
        <translation>(אין פריט)</translation>
    </message>
    <message>
        <source>(no name)</source>
        <translation>(ללא שם)</translation>
    </message>
    <message>
        <source>(no subject)</source>
        <translation>(ללא נושא)</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>(אין)</translation>
    </message>
    <message>
        <source>(not searchable)</source>
        <translation>(לא ניתנים לחיפוש)</translation>
    </message>
    <message>
        <source>(undated)</source>
        <translation>(ללא תאריך)</translation>
    </message>
    <message>
        <source>(untagged)</source>
        <translation>(ללא תגית)</translation>
    </message>
    <message>
        <source>(version {version})</source>
        <translation>(גרסה {version})</translation>
    </message>
    <message>
        <source>+ family</source>
        <translation>+ משפחה</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>. Stopped early; index again to resume.</source>
        <translation>. נעצר לפני הסוף; אינדוקס נוסף ימשיך.</translation>
    </message>
    <message>
        <source>; </source>
        <translation>; </translation>
    </message>
    <message numerus="yes">
        <source>; %n keep an earlier decision</source>
        <translation><numerusform>; פריט אחד שומר החלטה קודמת</numerusform><numerusform>; %n שומרים החלטה קודמת</numerusform></translation>
    </message>
    <message>
        <source>; joins nothing and parts nothing: a blank means AND</source>
        <translation>; אינו מחבר ואינו מפריד: רווח פירושו AND</translation>
    </message>
    <message>
        <source>? in {typed} stands for exactly one more letter</source>
        <translation>? ב־{typed} מייצג בדיוק אות אחת נוספת</translation>
    </message>
    <message>
        <source>A batch has 1 to {most} items, not {size}; 0 makes one of all.</source>
        <translation>באצווה יש 1 עד {most} פריטים, לא {size}; 0 יוצר אחת מכולם.</translation>
    </message>
    <message>
        <source>A blind sample is open, and this would reveal decisions. Close the sample first.</source>
        <translation>מדגם סמוי פתוח, ופעולה זו הייתה מגלה מה הוחלט. יש לסגור תחילה את המדגם.</translation>
    </message>
    <message>
        <source>A case is one folder. This appears in the scope and in every report.</source>
        <translation>תיק הוא תיקייה אחת. מה שנכתב כאן מופיע בתחום הבדיקה שלו ובכל דוח.</translation>
    </message>
    <message>
        <source>A certificate in {part} can't be read ({error}).</source>
        <translation>לא ניתן לקרוא אישור ב־{part} ({error}).</translation>
    </message>
    <message>
        <source>A comment's record is damaged and was passed over.</source>
        <translation>רשומת הערה פגומה ודולגה.</translation>
    </message>
    <message>
        <source>A date is missing: write 2023, 2023-05, 2023-05-02 or, for an hour, 2023-05-02T10.</source>
        <translation>חסר תאריך: יש לכתוב 2023, 2023-05, 2023-05-02 או, לשעה, 2023-05-02T10.</translation>
    </message>
    <message>
        <source>A decision needs a reviewer's name of 1 to {most} characters. Give it with --reviewer, or set it in the window.</source>
        <translation>להחלטה דרוש שם בודק באורך 1 עד {most} תווים. לחצו על השם שבתחתית החלון.</translation>
    </message>
    <message>
        <source>A distance is 1 to {most} words, not {digits}.</source>
        <translation>מרחק הוא 1 עד {most} מילים, לא {digits}.</translation>
    </message>
    <message>
        <source>A distance is written {meant}; for the words themselves write "{typed}".</source>
        <translation>מרחק נכתב {meant}; למילים עצמן יש לכתוב "{typed}".</translation>
    </message>
    <message>
        <source>A distance joins words, phrases and groups of them by OR, nothing else.</source>
        <translation>מרחק מחבר מילים, צירופים וקבוצות שלהם ב־OR, ולא דבר אחר.</translation>
    </message>
    <message>
        <source>A folder that may be read</source>
        <translation>תיקייה שמותר לקרוא</translation>
    </message>
    <message>
        <source>A folder's list of items can't be read; its items are read.</source>
        <translation>לא ניתן לקרוא את רשימת הפריטים של תיקייה; הפריטים שלה נקראים.</translation>
    </message>
    <message>
        <source>A folder's name and count can't be read; its items are read.</source>
        <translation>לא ניתן לקרוא את שמה ומניינה של תיקייה; הפריטים שלה נקראים.</translation>
    </message>
    <message>
        <source>A header field holds letters of no stated character set; they were guessed.</source>
        <translation>בשדה כותרת אותיות ללא ערכת תווים מצוינת; היא נוחשה.</translation>
    </message>
    <message>
        <source>A list of the OneNote file breaks off ({what}).</source>
        <translation>רשימה בקובץ ה־OneNote נקטעת ({what}).</translation>
    </message>
    <message>
        <source>A mail's HTML without styles, pictures and links; hidden text is shown as well</source>
        <translation>ה־HTML של הודעה ללא סגנונות, תמונות וקישורים; גם טקסט מוסתר מוצג</translation>
    </message>
    <message>
        <source>A member is named {name}; it was read, and nothing was written.</source>
        <translation>שמו של קובץ בארכיון הוא {name}; הוא נקרא, ודבר לא נכתב.</translation>
    </message>
    <message>
        <source>A message of {size} bytes is over limit_item_mb; it was not read.</source>
        <translation>הודעה בת {size} בתים חורגת מ־limit_item_mb; היא לא נקראה.</translation>
    </message>
    <message>
        <source>A name is missing.</source>
        <translation>חסר שם.</translation>
    </message>
    <message>
        <source>A new, empty folder for the case</source>
        <translation>תיקייה חדשה וריקה לתיק</translation>
    </message>
    <message>
        <source>A page holds a {kind}; what is said or shown in it was not read.</source>
        <translation>בעמוד יש {kind}; מה שנאמר או מוצג בו לא נקרא.</translation>
    </message>
    <message>
        <source>A page that the OneNote section lists can't be found in it.</source>
        <translation>דף שמקטע ה־OneNote מונה אינו נמצא בו.</translation>
    </message>
    <message>
        <source>A palette has 1 to {most} tags, not {count}.</source>
        <translation>ניתן להציע 1 עד {most} תגיות, לא {count}.</translation>
    </message>
    <message>
        <source>A part of the OneNote file is missing from it.</source>
        <translation>חלק מקובץ ה־OneNote חסר בו.</translation>
    </message>
    <message>
        <source>A part of the OneNote file is stored in fragments, which were not put together.</source>
        <translation>חלק מקובץ ה־OneNote שמור במקטעים, והם לא חוברו יחד.</translation>
    </message>
    <message>
        <source>A part of the mail lies elsewhere and was not fetched: {place}</source>
        <translation>חלק מהדואר נמצא במקום אחר ולא הובא: {place}</translation>
    </message>
    <message>
        <source>A query may have {most} characters; this one has {size}.</source>
        <translation>בשאילתה יכולים להיות {most} תווים; בזו יש {size}.</translation>
    </message>
    <message>
        <source>A range needs at least one end.</source>
        <translation>לטווח דרוש לפחות קצה אחד.</translation>
    </message>
    <message>
        <source>A record of the type {type} is over limit_item_mb; its start was read.</source>
        <translation>רשומה מסוג {type} חורגת מ־limit_item_mb; תחילתה נקראה.</translation>
    </message>
    <message>
        <source>A record of {name} is damaged and was passed over.</source>
        <translation>רשומה של {name} פגומה ודולגה.</translation>
    </message>
    <message>
        <source>A sample has 0 to {most} items, not {size}.</source>
        <translation>במדגם יש 0 עד {most} פריטים, לא {size}.</translation>
    </message>
    <message>
        <source>A sample has 1 to {most} items, not {size}. Draw fewer.</source>
        <translation>במדגם יש 1 עד {most} פריטים, לא {size}. יש לדגום פחות.</translation>
    </message>
    <message>
        <source>A sample is open: R assesses as relevant, I as not relevant, U clears. Close the sample to code.</source>
        <translation>מדגם פתוח: R שופט כרלוונטי, I כלא רלוונטי, U מבטל. יש לסגור את המדגם כדי לקודד.</translation>
    </message>
    <message>
        <source>A seed has at most {most} characters, not {size}. Give a shorter one.</source>
        <translation>בגרעין יש לכל היותר {most} תווים, לא {size}. יש לתת קצר יותר.</translation>
    </message>
    <message>
        <source>A uuencoded file breaks off in a line that can't be decoded.</source>
        <translation>קובץ uuencode נקטע בשורה שלא ניתן לפענח.</translation>
    </message>
    <message>
        <source>A uuencoded file ends without its last line.</source>
        <translation>קובץ uuencode מסתיים ללא שורתו האחרונה.</translation>
    </message>
    <message>
        <source>AND beside {operator} has two meanings.</source>
        <translation>ל־AND ליד {operator} שתי משמעויות.</translation>
    </message>
    <message>
        <source>AND beside {operator} has two meanings: write {one} for each of them, or {two} for all together.</source>
        <translation>ל־AND ליד {operator} שתי משמעויות: יש לכתוב {one} לכל אחד מהם, או {two} לכולם יחד.</translation>
    </message>
    <message>
        <source>AND can't stand beside {operator}: write {one}.</source>
        <translation>AND אינו יכול לעמוד ליד {operator}: יש לכתוב {one}.</translation>
    </message>
    <message>
        <source>AND was read before OR, as the parentheses show</source>
        <translation>AND נקרא לפני OR, כפי שהסוגריים מראים</translation>
    </message>
    <message>
        <source>About</source>
        <translation>אודות</translation>
    </message>
    <message>
        <source>About what</source>
        <translation>במה מדובר</translation>
    </message>
    <message>
        <source>Actual size</source>
        <translation>טקסט בגודלו הרגיל</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>הוספה</translation>
    </message>
    <message>
        <source>Add a folder …</source>
        <translation>הוספת תיקייה …</translation>
    </message>
    <message>
        <source>Add a pattern</source>
        <translation>הוספת תבנית</translation>
    </message>
    <message>
        <source>Advance after coding</source>
        <translation>מעבר לפריט הבא לאחר קידוד</translation>
    </message>
    <message>
        <source>All results</source>
        <translation>כל התוצאות</translation>
    </message>
    <message>
        <source>All terms combined (not the sum)</source>
        <translation>כל המונחים יחד (לא הסכום)</translation>
    </message>
    <message>
        <source>All {rest} were checked: {found} are relevant.</source>
        <translation>כל ה־{rest} נבדקו; רלוונטיים: {found}.</translation>
    </message>
    <message>
        <source>Already tagged: {items}.</source>
        <translation>כבר תויגו כך: {items}.</translation>
    </message>
    <message>
        <source>Also applied to {whom}</source>
        <translation>מוחלת על {whom}</translation>
    </message>
    <message>
        <source>Also sealed, as attachments or duplicates: {items}.</source>
        <translation>נחתמים יחד, כי הם בתוך הפריט או עותקים שלו: {items}.</translation>
    </message>
    <message>
        <source>Alt+{number} anywhere</source>
        <translation>Alt+{number} בכל מקום</translation>
    </message>
    <message>
        <source>Alternative version of the text</source>
        <translation>גרסה אחרת של הטקסט</translation>
    </message>
    <message>
        <source>An attachment isn't sound base64; it was not read.</source>
        <translation>צרופה אינה base64 תקין; היא לא נקראה.</translation>
    </message>
    <message>
        <source>An embedded object can't be read ({error}).</source>
        <translation>לא ניתן לקרוא אובייקט מוטבע ({error}).</translation>
    </message>
    <message>
        <source>An embedded object's base64 is broken.</source>
        <translation>ה־base64 של אובייקט מוטבע פגום.</translation>
    </message>
    <message>
        <source>An embedded {kind} isn't sound base64; it was not read.</source>
        <translation>{kind} מוטבע אינו base64 תקין; הוא לא נקרא.</translation>
    </message>
    <message>
        <source>An exact text can't stand beside {operator}: take the phrase.</source>
        <translation>טקסט מדויק אינו יכול לעמוד ליד {operator}: יש לקחת את הצירוף.</translation>
    </message>
    <message>
        <source>An hour</source>
        <translation>לשעה</translation>
    </message>
    <message>
        <source>An internal error: {said}. The details are on the terminal.</source>
        <translation>תקלה בתוכנה זו: {said}. הפרטים נמצאים במסוף.</translation>
    </message>
    <message>
        <source>An item in {folder} can't be read ({error}).</source>
        <translation>לא ניתן לקרוא פריט בתיקייה {folder} ({error}).</translation>
    </message>
    <message>
        <source>An item inside the item can't be read ({error}).</source>
        <translation>לא ניתן לקרוא פריט שבתוך הפריט ({error}).</translation>
    </message>
    <message>
        <source>An item that several custodians hold counts for each of them.</source>
        <translation>פריט שנמצא אצל כמה משמורנים נספר אצל כל אחד מהם.</translation>
    </message>
    <message>
        <source>Annotation or form field</source>
        <translation>ביאור או שדה טופס</translation>
    </message>
    <message>
        <source>Annotations draw words on {count} pages; those on the first {most} of them were read.</source>
        <translation>הערות מציירות מילים ב־{count} עמודים; נקראו אלה שב־{most} הראשונים.</translation>
    </message>
    <message>
        <source>Another copy's folder, or the decision file that it wrote</source>
        <translation>תיקייה של עותק אחר, או קובץ ההחלטות שהוא כתב</translation>
    </message>
    <message>
        <source>Another process is writing this case. Wait until it has ended, and try again.</source>
        <translation>תהליך אחר כותב לתיק זה. יש להמתין לסיומו ולנסות שוב.</translation>
    </message>
    <message>
        <source>Another run is indexing or exporting this case. Wait until it has ended, or stop it.</source>
        <translation>תהליך אחר מאנדקס או מייצא תיק זה. יש להמתין לסיומו או לעצור אותו.</translation>
    </message>
    <message>
        <source>Anywhere</source>
        <translation>בכל מקום</translation>
    </message>
    <message>
        <source>Apple Mail keeps this mail's attachments in files beside it.</source>
        <translation>Apple Mail שומרת את הצרופות של דואר זה בקבצים שלצדו.</translation>
    </message>
    <message>
        <source>Applies</source>
        <translation>בתוקף</translation>
    </message>
    <message>
        <source>Apply also to</source>
        <translation>מוחלת על</translation>
    </message>
    <message>
        <source>Approved by</source>
        <translation>אושר על ידי</translation>
    </message>
    <message>
        <source>Approved by: {names}</source>
        <translation>אושר על ידי: {names}</translation>
    </message>
    <message>
        <source>Arrow keys choose a month, Shift extends, Enter applies.</source>
        <translation>מקשי החצים בוחרים חודש, Shift מרחיב, Enter מחיל.</translation>
    </message>
    <message>
        <source>As ASCII</source>
        <translation>כ־ASCII</translation>
    </message>
    <message>
        <source>As entered</source>
        <translation>כפי שהוזן</translation>
    </message>
    <message>
        <source>As written</source>
        <translation>כפי שנכתב</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>בקשה</translation>
    </message>
    <message>
        <source>Assessed</source>
        <translation>נשפטו</translation>
    </message>
    <message>
        <source>Assessed blind: its source and the recall are shown once the sample is closed.</source>
        <translation>שיפוט סמוי: ממה נדגם ומהו היקף האחזור, יוצג לאחר סגירת המדגם.</translation>
    </message>
    <message>
        <source>Assessed {judged} of {size}: {relevant} relevant.</source>
        <translation>נשפטו {judged} מתוך {size}; רלוונטיים: {relevant}.</translation>
    </message>
    <message>
        <source>Attachment {name} has no content in the item, or it can't be read.</source>
        <translation>לצרופה {name} אין תוכן בפריט, או שלא ניתן לקרוא אותו.</translation>
    </message>
    <message>
        <source>Attachment {name} has {stated} bytes by its message, but {actual} in the archive.</source>
        <translation>לצרופה {name} יש {stated} בתים לפי ההודעה שלה, אך {actual} בארכיון.</translation>
    </message>
    <message>
        <source>Attachment {name} is too large to stand in its message; it stands beside it in the archive.</source>
        <translation>הצרופה {name} גדולה מכדי לעמוד בתוך ההודעה שלה; היא עומדת לצידה בארכיון.</translation>
    </message>
    <message>
        <source>Attachment {name} lies elsewhere and was not fetched: {place}</source>
        <translation>הצרופה {name} נמצאת במקום אחר ולא הובאה: {place}</translation>
    </message>
    <message>
        <source>Attachment {name} of the message's source is too large; it was not read.</source>
        <translation>הצרופה {name} שבמקור ההודעה גדולה מדי; היא לא נקראה.</translation>
    </message>
    <message>
        <source>Attachment {name}: {trouble}</source>
        <translation>הצרופה {name}: {trouble}</translation>
    </message>
    <message>
        <source>Attachments, replies and copies of the selected item appear here.</source>
        <translation>כאן מופיעים צרופות, תשובות ועותקים של הפריט הנבחר.</translation>
    </message>
    <message>
        <source>Basis</source>
        <translation>בסיס</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>אצווה</translation>
    </message>
    <message>
        <source>Batches</source>
        <translation>אצוות</translation>
    </message>
    <message>
        <source>Bcc</source>
        <translation>עותק מוסתר</translation>
    </message>
    <message>
        <source>Blind</source>
        <translation>סמוי</translation>
    </message>
    <message>
        <source>By its name it is a later part of a split archive, and can't be read alone. Join all parts into one file, in the order of their numbers, and read that.</source>
        <translation>לפי שמו זהו חלק מאוחר של ארכיון מפוצל, ולא ניתן לקרוא אותו לבדו. יש לאחד את כל החלקים לקובץ אחד לפי סדר מספריהם ולקרוא אותו.</translation>
    </message>
    <message>
        <source>By its name it is a part of a split archive; {count} members were found in it. Join all parts into one file, in the order of their numbers, and read that.</source>
        <translation>לפי שמו זהו חלק של ארכיון מפוצל; נמצאו בו {count} קבצים. יש לאחד את כל החלקים לקובץ אחד לפי סדר מספריהם ולקרוא אותו.</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>בתים</translation>
    </message>
    <message>
        <source>Bytes of the item</source>
        <translation>הבתים של הפריט</translation>
    </message>
    <message>
        <source>CSV (*.csv);;Excel workbook (*.xlsx);;Web page (*.html)</source>
        <translation>CSV (*.csv);;חוברת Excel‏ (*.xlsx);;דף אינטרנט (*.html)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>ביטול</translation>
    </message>
    <message>
        <source>Cancel: {name}</source>
        <translation>ביטול: {name}</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>תיק</translation>
    </message>
    <message>
        <source>Case in {folder}</source>
        <translation>התיק נמצא ב־{folder}</translation>
    </message>
    <message>
        <source>Cc</source>
        <translation>עותק</translation>
    </message>
    <message>
        <source>Cells of the sheet</source>
        <translation>תאי הגיליון</translation>
    </message>
    <message>
        <source>Cells of the table {name} that hold bytes ({count}) were read as loose strings.</source>
        <translation>תאים בטבלה {name} שמכילים בתים ({count}) נקראו כמחרוזות בודדות.</translation>
    </message>
    <message>
        <source>Change the reviewer's name</source>
        <translation>שינוי שם הבודק</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>תרשים</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>תרשימים</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>בדיקה</translation>
    </message>
    <message>
        <source>Check out</source>
        <translation>לקיחה</translation>
    </message>
    <message>
        <source>Check out again</source>
        <translation>לקיחה מחדש</translation>
    </message>
    <message>
        <source>Check out next</source>
        <translation>לקיחת הבאה</translation>
    </message>
    <message>
        <source>Check out the next batch</source>
        <translation>לקיחת האצווה הבאה</translation>
    </message>
    <message>
        <source>Checking …</source>
        <translation>מעיין …</translation>
    </message>
    <message>
        <source>Checksum (keep it separate from the folder; it proves that nothing was changed):</source>
        <translation>חותם (יש לשמור אותו בנפרד מהתיקייה; הוא מוכיח שדבר לא שונה):</translation>
    </message>
    <message>
        <source>Checksum (send it through a different channel; merging checks it):</source>
        <translation>חותם (יש למסור אותו בדרך אחרת מהקובץ; המיזוג בודק אותו):</translation>
    </message>
    <message>
        <source>Choose a search, or two runs of one, to see what changed and why.</source>
        <translation>בחרו חיפוש, או שתי הרצות שלו, כדי לראות מה השתנה ומדוע.</translation>
    </message>
    <message>
        <source>Choose the folder of the case</source>
        <translation>בחירת תיקיית התיק</translation>
    </message>
    <message>
        <source>Choose the target folder</source>
        <translation>בחירת התיקייה לכתיבה</translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation>בחירה …</translation>
    </message>
    <message>
        <source>Clear (U)</source>
        <translation>ביטול (U)</translation>
    </message>
    <message>
        <source>Clear all filters</source>
        <translation>הסרת כל המסננים</translation>
    </message>
    <message>
        <source>Clear the box to exclude the word from the query (Space)</source>
        <translation>הסרת הסימון מוחקת את המילה מהשאילתה (רווח)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>סגירה</translation>
    </message>
    <message>
        <source>Close the case</source>
        <translation>סגירת התיק</translation>
    </message>
    <message>
        <source>Close the sample</source>
        <translation>סגירת המדגם</translation>
    </message>
    <message>
        <source>Close the sample: coding is shown again, and keys code items</source>
        <translation>סגירת המדגם: הקידודים מוצגים שוב, והמקשים מקודדים</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>קידוד</translation>
    </message>
    <message>
        <source>Code all results …</source>
        <translation>קידוד: כל התוצאות …</translation>
    </message>
    <message>
        <source>Code duplicates …</source>
        <translation>קידוד: אותו תוכן במקום אחר …</translation>
    </message>
    <message>
        <source>Code many items</source>
        <translation>קידוד פריטים רבים</translation>
    </message>
    <message>
        <source>Code this item's conversation …</source>
        <translation>קידוד: השרשור של פריט זה …</translation>
    </message>
    <message>
        <source>Code this item's family …</source>
        <translation>קידוד: המשפחה של פריט זה …</translation>
    </message>
    <message>
        <source>Code {items}</source>
        <translation>קידוד {items}</translation>
    </message>
    <message>
        <source>Coded</source>
        <translation>קודדו</translation>
    </message>
    <message>
        <source>Coding</source>
        <translation>קידוד</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>צבע</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>צבעים</translation>
    </message>
    <message>
        <source>Colours: dark</source>
        <translation>צבעים: כהה</translation>
    </message>
    <message>
        <source>Colours: light</source>
        <translation>צבעים: בהיר</translation>
    </message>
    <message>
        <source>Colours: system</source>
        <translation>צבעים: לפי המערכת</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>פקודות</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>הערה בשוליים</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>השלמה</translation>
    </message>
    <message>
        <source>Complete anyway</source>
        <translation>השלמה בכל זאת</translation>
    </message>
    <message>
        <source>Conflicting decisions</source>
        <translation>החלטות קודמות הסותרות זאת</translation>
    </message>
    <message>
        <source>Content hash</source>
        <translation>גיבוב התוכן</translation>
    </message>
    <message>
        <source>Content linked as {kind} lies at {place} and was not fetched.</source>
        <translation>תוכן המקושר כ־{kind} נמצא ב־{place} ולא הובא.</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>המשך</translation>
    </message>
    <message>
        <source>Conversation of this item</source>
        <translation>השרשור של פריט זה</translation>
    </message>
    <message>
        <source>Conversation: {messages}</source>
        <translation>שרשור: {messages}</translation>
    </message>
    <message>
        <source>Copied with citation.</source>
        <translation>הועתק עם ציון המקור.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>העתקה</translation>
    </message>
    <message>
        <source>Copy the certificate</source>
        <translation>העתקת האישור</translation>
    </message>
    <message>
        <source>Copy the certificate of this search</source>
        <translation>העתקת האישור של חיפוש זה</translation>
    </message>
    <message>
        <source>Copy with citation</source>
        <translation>העתקה עם ציון המקור</translation>
    </message>
    <message>
        <source>Counting …</source>
        <translation>סופר …</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>כיסוי</translation>
    </message>
    <message>
        <source>Coverage of {case}, {time}</source>
        <translation>כיסוי של {case}, {time}</translation>
    </message>
    <message>
        <source>Create a case that states what may be read, open an existing one, or look around in the sample.</source>
        <translation>צרו תיק שקובע מה מותר לקרוא, פתחו תיק קיים, או הביטו סביב בדוגמה.</translation>
    </message>
    <message>
        <source>Create batches</source>
        <translation>יצירת אצוות</translation>
    </message>
    <message>
        <source>Create case</source>
        <translation>יצירת התיק</translation>
    </message>
    <message>
        <source>Created {batches}</source>
        <translation>נוצרו {batches}</translation>
    </message>
    <message>
        <source>Custodian</source>
        <translation>משמורן</translation>
    </message>
    <message>
        <source>Custodians, types and tags of the results appear here.</source>
        <translation>כאן מופיעים המשמורנים, הסוגים והתגיות של מה שנמצא.</translation>
    </message>
    <message>
        <source>Customer content: stop</source>
        <translation>תוכן לקוחות: עצירה</translation>
    </message>
    <message>
        <source>Dashboard</source>
        <translation>לוח בקרה</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>תאריך</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>ימים</translation>
    </message>
    <message>
        <source>Decision file</source>
        <translation>קובץ החלטות</translation>
    </message>
    <message>
        <source>Decision files (*.decisions);;Every file (*)</source>
        <translation>קובצי החלטות (*.decisions);;כל הקבצים (*)</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>החלטות</translation>
    </message>
    <message>
        <source>Decisions are recorded under this name. Click to change it.</source>
        <translation>ההחלטות נרשמות על שם זה. לחיצה משנה אותו.</translation>
    </message>
    <message>
        <source>Decisions on this item</source>
        <translation>החלטות על פריט זה</translation>
    </message>
    <message>
        <source>Decisions per hour</source>
        <translation>החלטות לשעה</translation>
    </message>
    <message>
        <source>Dedup.</source>
        <translation>ללא כפילויות</translation>
    </message>
    <message>
        <source>Deduplicated: items with the same content count once</source>
        <translation>ללא כפילויות: פריטים בעלי אותו תוכן נספרים פעם אחת</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>פרטים</translation>
    </message>
    <message>
        <source>Details of the item</source>
        <translation>פרטי הפריט</translation>
    </message>
    <message>
        <source>Disagreement</source>
        <translation>אי־הסכמה</translation>
    </message>
    <message>
        <source>Disputed: the latest decisions of two people differ.</source>
        <translation>במחלוקת: המילה האחרונה של שני אנשים על הפריט שונה.</translation>
    </message>
    <message>
        <source>Dock</source>
        <translation>חזרה אל החלון</translation>
    </message>
    <message>
        <source>Document properties</source>
        <translation>מאפייני המסמך</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>למטה</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>דגימה כעת</translation>
    </message>
    <message>
        <source>Draw a sample for manual review</source>
        <translation>דגימה לבדיקה ידנית</translation>
    </message>
    <message>
        <source>Drawing it took longer than {seconds} s.</source>
        <translation>ציורו ארך יותר מ־{seconds} שניות.</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>אותו תוכן במקום אחר</translation>
    </message>
    <message>
        <source>EDRM MIH</source>
        <translation>EDRM MIH</translation>
    </message>
    <message>
        <source>Each of {count} pages ({pages}) is damaged and can't be read.</source>
        <translation>כל אחד מ־{count} עמודים ({pages}) פגום ולא ניתן לקרוא אותו.</translation>
    </message>
    <message>
        <source>Each of {count} pages ({pages}) shows a picture in which no text was recognised.</source>
        <translation>כל אחד מ־{count} עמודים ({pages}) מציג תמונה שלא זוהה בה טקסט.</translation>
    </message>
    <message>
        <source>Each of {count} pages ({pages}) shows pictures of text, which the optional extra 'ocr' reads.</source>
        <translation>כל אחד מ־{count} עמודים ({pages}) מציג תמונות של טקסט; התוספת האופציונלית 'ocr' קוראת אותו.</translation>
    </message>
    <message>
        <source>Each of {count} pages ({pages}) shows pictures of text, which was not read.</source>
        <translation>כל אחד מ־{count} עמודים ({pages}) מציג תמונות של טקסט, והוא לא נקרא.</translation>
    </message>
    <message>
        <source>Each of {count} pages ({pages}) shows pictures of text, which was not read; the time for it was over.</source>
        <translation>כל אחד מ־{count} עמודים ({pages}) מציג תמונות של טקסט, והוא לא נקרא; הזמן לכך תם.</translation>
    </message>
    <message>
        <source>Each of {count} pages ({pages}) shows text that was read by a machine that is unsure of it.</source>
        <translation>כל אחד מ־{count} עמודים ({pages}) מציג טקסט שנקרא במכונה, והיא אינה בטוחה בו.</translation>
    </message>
    <message>
        <source>Earlier codings of the items are hidden while the sample is open</source>
        <translation>קידודים קודמים של הפריטים מוסתרים כל עוד המדגם פתוח</translation>
    </message>
    <message>
        <source>Edit the list</source>
        <translation>עריכת הרשימה</translation>
    </message>
    <message>
        <source>Elusion test: this set taken as not relevant beside {query} ({found} found): implied recall between {low} and {high}, {point} at the observed rate.</source>
        <translation>כקבוצת האפס של {query} ({found} נמצאו): היקף אחזור משתמע בין {low} ל־{high}, {point} לפי השיעור שנצפה.</translation>
    </message>
    <message>
        <source>Enter on a row, or a click on a bar, finds its items.</source>
        <translation>Enter על שורה, או לחיצה על עמודה בתרשים, מאתרים את הפריטים שלה.</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>שגיאה</translation>
    </message>
    <message>
        <source>Every copy of this item</source>
        <translation>כל עותק של תוכן זה</translation>
    </message>
    <message>
        <source>Every item could be read and searched.</source>
        <translation>ניתן היה לקרוא ולחפש בכל פריט.</translation>
    </message>
    <message>
        <source>Every item of the sample has been assessed.</source>
        <translation>כל פריטי המדגם נשפטו.</translation>
    </message>
    <message>
        <source>Every one of these items could be searched in full.</source>
        <translation>ניתן היה לחפש בכל אחד מפריטים אלה במלואו.</translation>
    </message>
    <message>
        <source>Exclude items in open batches</source>
        <translation>רק מה שאינו באף אצווה פתוחה</translation>
    </message>
    <message>
        <source>Exclude {shown} (Delete)</source>
        <translation>ללא {shown} (Delete)</translation>
    </message>
    <message>
        <source>Expand quoted text</source>
        <translation>פתיחת ציטוטים</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>ייצוא</translation>
    </message>
    <message>
        <source>Export decisions</source>
        <translation>כתיבת קובץ החלטות</translation>
    </message>
    <message>
        <source>Export decisions …</source>
        <translation>כתיבת קובץ החלטות …</translation>
    </message>
    <message>
        <source>Export findings</source>
        <translation>ייצוא ממצאים</translation>
    </message>
    <message>
        <source>Export findings …</source>
        <translation>ייצוא ממצאים …</translation>
    </message>
    <message>
        <source>Facet</source>
        <translation>חתך</translation>
    </message>
    <message>
        <source>Facets</source>
        <translation>חתכים</translation>
    </message>
    <message>
        <source>Facets of the results</source>
        <translation>חתכים של מה שנמצא</translation>
    </message>
    <message>
        <source>Families</source>
        <translation>משפחות</translation>
    </message>
    <message>
        <source>Families that the items belong to</source>
        <translation>משפחות שהמסמכים שייכים להן</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>משפחה</translation>
    </message>
    <message>
        <source>Family of this item</source>
        <translation>המשפחה של פריט זה</translation>
    </message>
    <message>
        <source>Family role</source>
        <translation>תפקיד במשפחה</translation>
    </message>
    <message>
        <source>Family, conversation and duplicates of this item</source>
        <translation>משפחה, שרשור וכפילויות של פריט זה</translation>
    </message>
    <message>
        <source>Field code</source>
        <translation>קוד שדה</translation>
    </message>
    <message>
        <source>File</source>
        <translation>קובץ</translation>
    </message>
    <message>
        <source>File name</source>
        <translation>שם קובץ</translation>
    </message>
    <message>
        <source>File …</source>
        <translation>קובץ …</translation>
    </message>
    <message>
        <source>Files in the notes are cut; what is there of them was kept.</source>
        <translation>קבצים שבפנקס קטועים; מה שקיים מהם נשמר.</translation>
    </message>
    <message>
        <source>Files of these notes can't be found in them ({count}).</source>
        <translation>קבצים של הפנקס אינם נמצאים בו ({count}).</translation>
    </message>
    <message>
        <source>Files of these notes lie in a folder beside them and were not read ({count}).</source>
        <translation>קבצים של הפנקס מונחים בתיקייה שלצידו ולא נקראו ({count}).</translation>
    </message>
    <message>
        <source>Files that could not be processed: show them</source>
        <translation>קבצים שלא הפכו לפריט: הצגתם</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>איתור</translation>
    </message>
    <message>
        <source>Find disputed items</source>
        <translation>איתור כל מה ששנוי במחלוקת</translation>
    </message>
    <message>
        <source>Find in this item</source>
        <translation>חיפוש בפריט זה</translation>
    </message>
    <message>
        <source>Finish and report</source>
        <translation>הכול נבדק: דוח</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>תיקייה</translation>
    </message>
    <message>
        <source>Folder of the case</source>
        <translation>תיקיית התיק</translation>
    </message>
    <message>
        <source>Folder to export into</source>
        <translation>תיקייה לייצוא</translation>
    </message>
    <message>
        <source>Folder {folder} counts {expected} items, but {found} are in the file.</source>
        <translation>התיקייה {folder} מונה {expected} פריטים, אך בקובץ יש {found}.</translation>
    </message>
    <message>
        <source>Folder …</source>
        <translation>תיקייה …</translation>
    </message>
    <message>
        <source>Footnote or endnote</source>
        <translation>הערת שוליים או הערת סיום</translation>
    </message>
    <message>
        <source>Forms, reports, macros and modules of the Access database were read as loose strings.</source>
        <translation>טפסים, דוחות, פקודות מאקרו ומודולים של מסד הנתונים של Access נקראו כמחרוזות בודדות.</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>נמצאו</translation>
    </message>
    <message>
        <source>Found by no other term in this list</source>
        <translation>לא נמצאו על ידי שום מונח אחר ברשימה</translation>
    </message>
    <message>
        <source>Found {found} in {sample}. With {confidence} confidence {low} to {high} of them are relevant: that is {least} to {most} of {rest} (Clopper-Pearson).</source>
        <translation>נמצאו {found} מתוך {sample}. ברמת ביטחון {confidence}, בין {low} ל־{high} מהם רלוונטיים: כלומר {least} עד {most} מתוך {rest} (Clopper-Pearson).</translation>
    </message>
    <message>
        <source>From</source>
        <translation>מאת</translation>
    </message>
    <message>
        <source>From: these results, or a query</source>
        <translation>מתוך: תוצאות אלה, או שאילתה</translation>
    </message>
    <message>
        <source>Give the batches a name first.</source>
        <translation>יש לתת לאצוות שם תחילה.</translation>
    </message>
    <message>
        <source>Give the sample a name first.</source>
        <translation>יש לתת למדגם שם תחילה.</translation>
    </message>
    <message>
        <source>Give the search a name first.</source>
        <translation>יש לתת לחיפוש שם תחילה.</translation>
    </message>
    <message>
        <source>Go to parent or replied-to message</source>
        <translation>מעלה: מצורף אל, או בתשובה אל</translation>
    </message>
    <message>
        <source>Go to the facets</source>
        <translation>מעבר לחתכים</translation>
    </message>
    <message>
        <source>Go to the item</source>
        <translation>מעבר לפריט</translation>
    </message>
    <message>
        <source>Go to the list</source>
        <translation>מעבר לרשימה</translation>
    </message>
    <message>
        <source>Grant</source>
        <translation>אישור</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>קבוצה</translation>
    </message>
    <message>
        <source>Headers, properties, hashes, problems and every copy</source>
        <translation>כותרות, מאפיינים, גיבובים, בעיות וכל עותק</translation>
    </message>
    <message>
        <source>Hebrew stored in visual order was turned into reading order.</source>
        <translation>עברית שנשמרה בסדר חזותי הומרה לסדר קריאה.</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>עזרה</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>בתיק זה</translation>
    </message>
    <message>
        <source>Hidden text</source>
        <translation>טקסט מוסתר</translation>
    </message>
    <message>
        <source>Hidden while a blind sample is open: these numbers would reveal decisions.</source>
        <translation>מוסתר כל עוד מדגם סמוי פתוח: המספרים היו מגלים מה הוחלט.</translation>
    </message>
    <message>
        <source>Hidden while its sample is open.</source>
        <translation>מוסתר כל עוד המדגם שלו פתוח.</translation>
    </message>
    <message>
        <source>Hit in context</source>
        <translation>התאמה בהקשרה</translation>
    </message>
    <message>
        <source>Hits</source>
        <translation>התאמות</translation>
    </message>
    <message>
        <source>Hits in context</source>
        <translation>התאמות בהקשרן</translation>
    </message>
    <message>
        <source>Hits of the term in the text</source>
        <translation>מקומות בטקסט שהמונח מסמן</translation>
    </message>
    <message>
        <source>Hits with context</source>
        <translation>התאמות עם הקשרן</translation>
    </message>
    <message>
        <source>Hot</source>
        <translation>חם</translation>
    </message>
    <message>
        <source>Hour (UTC)</source>
        <translation>שעה (UTC)</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>שעות</translation>
    </message>
    <message>
        <source>Hours without a decision are left out; an item may have several decisions.</source>
        <translation>שעות ללא החלטה אינן נכללות; לפריט יכולות להיות כמה החלטות.</translation>
    </message>
    <message>
        <source>How the term was interpreted, or why it could not be run</source>
        <translation>כיצד הובן המונח, או מדוע לא ניתן היה לחפשו</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>מזהה</translation>
    </message>
    <message>
        <source>If you grant it, the text returns to searches, lists and exports.</source>
        <translation>אם תאשרו, הטקסט יחזור לחיפושים, לרשימות ולייצוא.</translation>
    </message>
    <message>
        <source>In families that no other term finds</source>
        <translation>במשפחות ששום מונח אחר אינו מגיע אליהן</translation>
    </message>
    <message>
        <source>In this case more than one item's id begins with '{id}'. Ids stand in the first column of triage search.</source>
        <translation>בתיק זה יותר ממזהה פריט אחד מתחיל ב־'{id}'.</translation>
    </message>
    <message>
        <source>In this case no item's id begins with '{id}'. Ids stand in the first column of triage search.</source>
        <translation>בתיק זה אין מזהה פריט שמתחיל ב־'{id}'.</translation>
    </message>
    <message>
        <source>Including whole families</source>
        <translation>אלה עם משפחותיהם בשלמותן</translation>
    </message>
    <message>
        <source>Index the sources</source>
        <translation>אינדוקס המקורות</translation>
    </message>
    <message>
        <source>Index: {index}, triage {program}</source>
        <translation>אינדקס: {index}, triage {program}</translation>
    </message>
    <message>
        <source>Indexed {items} in {seconds} s</source>
        <translation>אונדקסו {items} ב־{seconds} שנ׳</translation>
    </message>
    <message>
        <source>Indexing</source>
        <translation>אינדוקס</translation>
    </message>
    <message>
        <source>Indexing ended before it was done. Index again: it goes on where it was.</source>
        <translation>האינדוקס הסתיים לפני שהושלם. יש לאנדקס שוב: הוא ימשיך מהמקום שבו נעצר.</translation>
    </message>
    <message>
        <source>Inside it</source>
        <translation>בתוכו</translation>
    </message>
    <message>
        <source>Interface at 100 %</source>
        <translation>ממשק ב־⁦100 %⁩</translation>
    </message>
    <message>
        <source>Interpreted as</source>
        <translation>נקרא כך</translation>
    </message>
    <message>
        <source>Interpreted as  {reading}</source>
        <translation>נקרא כך  {reading}</translation>
    </message>
    <message>
        <source>Into the folder</source>
        <translation>אל התיקייה</translation>
    </message>
    <message>
        <source>It can't be read: {error}</source>
        <translation>לא ניתן לקרוא אותו: {error}</translation>
    </message>
    <message>
        <source>It can't be shown.</source>
        <translation>לא ניתן להציג אותו.</translation>
    </message>
    <message>
        <source>It can't be shown: {error}</source>
        <translation>לא ניתן להציג אותו: {error}</translation>
    </message>
    <message>
        <source>It could not be read: {why}.</source>
        <translation>לא ניתן היה לקרוא אותו: {why}.</translation>
    </message>
    <message>
        <source>It ends before its end mark; the objects that could be found were read.</source>
        <translation>הוא מסתיים לפני סימן הסוף; האובייקטים שנמצאו נקראו.</translation>
    </message>
    <message>
        <source>It ends inside a group; what came before was read.</source>
        <translation>הוא מסתיים בתוך קבוצה; מה שלפני כן נקרא.</translation>
    </message>
    <message>
        <source>It ends inside a sheet; what came before was read.</source>
        <translation>הוא מסתיים בתוך גיליון; מה שלפני כן נקרא.</translation>
    </message>
    <message>
        <source>It has more than {count} attachments; the others stand beside it in the archive.</source>
        <translation>יש לו יותר מ־{count} צרופות; האחרות עומדות לצידו בארכיון.</translation>
    </message>
    <message>
        <source>It has more than {count} recipients; the others stand among its properties.</source>
        <translation>יש לו יותר מ־{count} נמענים; האחרים מופיעים בין המאפיינים שלו.</translation>
    </message>
    <message>
        <source>It has more than {most} form fields; the others were not read.</source>
        <translation>יש בו יותר מ־{most} שדות טופס; האחרים לא נקראו.</translation>
    </message>
    <message>
        <source>It holds embedded files ({count}) to which nothing leads; they are encrypted.</source>
        <translation>יש בו קבצים מוטבעים ({count}) שדבר אינו מוביל אליהם; הם מוצפנים.</translation>
    </message>
    <message>
        <source>It holds more actions or objects than were looked at; scripts in it may lack.</source>
        <translation>יש בו יותר פעולות או אובייקטים מכפי שנבדקו; ייתכן שחסרים סקריפטים שבו.</translation>
    </message>
    <message>
        <source>It holds more elements with descriptions than were read.</source>
        <translation>יש בו יותר רכיבים עם תיאורים מכפי שנקראו.</translation>
    </message>
    <message>
        <source>It holds more objects than were looked at; files that no list names may lack.</source>
        <translation>יש בו יותר אובייקטים מכפי שנבדקו; ייתכן שחסרים קבצים שאינם ברשימה.</translation>
    </message>
    <message>
        <source>It holds more tables than can be kept; of some, only strings were read.</source>
        <translation>יש בו יותר טבלאות מכפי שניתן לשמור; מכמה מהן נקראו מחרוזות בלבד.</translation>
    </message>
    <message>
        <source>It holds more text than limit_text_mb; the rest was left out.</source>
        <translation>יש בו יותר טקסט מ־limit_text_mb; השאר הושמט.</translation>
    </message>
    <message>
        <source>It holds more text than the limit; the rest was left out of the search.</source>
        <translation>יש בו יותר טקסט מהמגבלה; השאר הושמט מהחיפוש.</translation>
    </message>
    <message>
        <source>It holds no text.</source>
        <translation>אין בו טקסט.</translation>
    </message>
    <message>
        <source>It holds pictures and shows no other text; text in the pictures was not read.</source>
        <translation>יש בו תמונות ואינו מציג טקסט אחר; הטקסט שבתמונות לא נקרא.</translation>
    </message>
    <message>
        <source>It is a camera's raw picture; only its preview was looked at.</source>
        <translation>זו תמונת גלם של מצלמה; נבדקה רק התצוגה המקדימה שלה.</translation>
    </message>
    <message>
        <source>It is a later part of a split archive; it can't be read alone.</source>
        <translation>זהו חלק מאוחר של ארכיון מפוצל; לא ניתן לקרוא אותו לבדו.</translation>
    </message>
    <message>
        <source>It is a picture, in which no text was recognised.</source>
        <translation>זו תמונה, ולא זוהה בה טקסט.</translation>
    </message>
    <message>
        <source>It is a picture; text that it shows is read by the optional extra 'ocr'.</source>
        <translation>זו תמונה; את הטקסט שהיא מציגה קוראת התוספת האופציונלית 'ocr'.</translation>
    </message>
    <message>
        <source>It is a picture; text that it shows was not read.</source>
        <translation>זו תמונה; הטקסט שהיא מציגה לא נקרא.</translation>
    </message>
    <message>
        <source>It is a picture; text that it shows was read by a machine that is unsure of it.</source>
        <translation>זו תמונה; הטקסט שהיא מציגה נקרא במכונה, והיא אינה בטוחה בו.</translation>
    </message>
    <message>
        <source>It is a recording; what is said or shown in it was not read.</source>
        <translation>זו הקלטה; מה שנאמר או מוצג בה לא נקרא.</translation>
    </message>
    <message>
        <source>It is an XFA form whose content can't be read; its pages are a placeholder.</source>
        <translation>זהו טופס XFA שלא ניתן לקרוא את תוכנו; עמודיו הם מציין מקום.</translation>
    </message>
    <message>
        <source>It is encrypted and large; embedded files that no list names were not looked for.</source>
        <translation>הוא מוצפן וגדול; לא נבדקו קבצים מוטבעים שאינם ברשימה.</translation>
    </message>
    <message>
        <source>It is encrypted and large; scripts in it were not looked for.</source>
        <translation>הוא מוצפן וגדול; לא נבדקו סקריפטים שבו.</translation>
    </message>
    <message>
        <source>It is encrypted in a way that can't be opened ({error}).</source>
        <translation>הוא מוצפן באופן שאינו ניתן לפתיחה ({error}).</translation>
    </message>
    <message>
        <source>It is larger than limit_item_mb, so it isn't turned into pages.</source>
        <translation>הוא גדול מ־limit_item_mb ולכן אינו הופך לעמודים.</translation>
    </message>
    <message>
        <source>It is locked with a WordPerfect password, which can't be opened here.</source>
        <translation>הוא נעול בסיסמת WordPerfect, שאינה ניתנת לפתיחה כאן.</translation>
    </message>
    <message>
        <source>It is not propagated to {items} with decisions of their own.</source>
        <translation>היא אינה מוחלת על {items} שיש להם החלטה משלהם.</translation>
    </message>
    <message>
        <source>It is propagated to {items} more.</source>
        <translation>היא מוחלת על עוד {items}.</translation>
    </message>
    <message>
        <source>It is protected by a security handler that needs a key or a server.</source>
        <translation>הוא מוגן במנגנון אבטחה הדורש מפתח או שרת.</translation>
    </message>
    <message>
        <source>It is sealed.</source>
        <translation>הוא חתום.</translation>
    </message>
    <message>
        <source>It is the first part of a split archive, and can't be read alone. Join all parts into one file, in the order of their numbers, and read that.</source>
        <translation>זהו החלק הראשון של ארכיון מפוצל, ולא ניתן לקרוא אותו לבדו. יש לאחד את כל החלקים לקובץ אחד לפי סדר מספריהם ולקרוא אותו.</translation>
    </message>
    <message>
        <source>It is the last of {parts} parts of a split archive; {count} members aren't in it ({names}). Join all parts into one file, in the order of their numbers, and read that.</source>
        <translation>זהו האחרון מ־{parts} חלקים של ארכיון מפוצל; {count} קבצים אינם בו ({names}). יש לאחד את כל החלקים לקובץ אחד לפי סדר מספריהם ולקרוא אותו.</translation>
    </message>
    <message>
        <source>It is the last of {parts} parts of a split archive; {count} members were found in it. Join all parts into one file, in the order of their numbers, and read that.</source>
        <translation>זהו האחרון מ־{parts} חלקים של ארכיון מפוצל; נמצאו בו {count} קבצים. יש לאחד את כל החלקים לקובץ אחד לפי סדר מספריהם ולקרוא אותו.</translation>
    </message>
    <message>
        <source>It is the log of a SQLite database; what stands in it was read as loose strings.</source>
        <translation>זהו יומן של מסד נתונים SQLite; תוכנו נקרא כמחרוזות בודדות.</translation>
    </message>
    <message>
        <source>It is {kind}, for which there is no reader; readable strings in it were kept.</source>
        <translation>סוג הקובץ: {kind}; אין לו קורא, ומחרוזות קריאות שבו נשמרו.</translation>
    </message>
    <message>
        <source>It is {kind}, which can't be unpacked ({error}); its content was not read.</source>
        <translation>סוג הקובץ: {kind}; לא ניתן לפרוק אותו ({error}). תוכנו לא נקרא.</translation>
    </message>
    <message>
        <source>It is {kind}, which can't be unpacked ({error}); readable strings in it were kept.</source>
        <translation>סוג הקובץ: {kind}; לא ניתן לפרוק אותו ({error}). מחרוזות קריאות שבו נשמרו.</translation>
    </message>
    <message>
        <source>It is {kind}, which the optional extra 'archives' reads; its content was not read.</source>
        <translation>סוג הקובץ: {kind}; התוספת האופציונלית 'archives' קוראת אותו. תוכנו לא נקרא.</translation>
    </message>
    <message>
        <source>It is {kind}, which the optional extra 'archives' reads; readable strings in it were kept.</source>
        <translation>סוג הקובץ: {kind}; התוספת האופציונלית 'archives' קוראת אותו. מחרוזות קריאות שבו נשמרו.</translation>
    </message>
    <message>
        <source>It is {kind}; its content was not read.</source>
        <translation>סוג הקובץ: {kind}; תוכנו לא נקרא.</translation>
    </message>
    <message>
        <source>It isn't wanted any more.</source>
        <translation>הוא אינו מבוקש עוד.</translation>
    </message>
    <message>
        <source>It isn't well-formed XML ({error}); it was kept whole, as plain text.</source>
        <translation>זה אינו XML תקין ({error}); הוא נשמר כולו כטקסט פשוט.</translation>
    </message>
    <message>
        <source>It lies deeper than {most} levels (limit_depth); it was not read.</source>
        <translation>הוא נמצא עמוק יותר מ־{most} רמות (limit_depth); הוא לא נקרא.</translation>
    </message>
    <message>
        <source>It names more than {most} persons or controls; the others were left out.</source>
        <translation>הוא נוקב ביותר מ־{most} אנשים או פקדים; האחרים הושמטו.</translation>
    </message>
    <message>
        <source>It needs a password to open, and this form can't be opened here.</source>
        <translation>נדרשת סיסמה לפתיחה, וצורה זו אינה ניתנת לפתיחה כאן.</translation>
    </message>
    <message>
        <source>It needs a password to open; none of those given fits.</source>
        <translation>נדרשת סיסמה לפתיחה; אף אחת מאלה שניתנו אינה מתאימה.</translation>
    </message>
    <message>
        <source>It needs a password to open; none of those tried fits.</source>
        <translation>נדרשת סיסמה לפתיחה; אף אחת מאלה שנוסו אינה מתאימה.</translation>
    </message>
    <message>
        <source>It replaces another tag on {items}.</source>
        <translation>היא מחליפה תגית אחרת ב־{items}.</translation>
    </message>
    <message>
        <source>It was changed {count} times; what it said before was read of the last {most} revisions only.</source>
        <translation>הוא שונה {count} פעמים; מה שאמר קודם נקרא רק מ־{most} הגרסאות האחרונות.</translation>
    </message>
    <message>
        <source>It was decrypted, but what came out is no Office document.</source>
        <translation>הוא פוענח, אך התוצאה אינה מסמך Office.</translation>
    </message>
    <message>
        <source>It was opened with the password on line {line} of the list.</source>
        <translation>הוא נפתח בסיסמה שבשורה {line} של הרשימה.</translation>
    </message>
    <message>
        <source>It was written by PowerPoint 95 or before; its text was read as loose strings.</source>
        <translation>הוא נכתב ב־PowerPoint 95 או לפניו; הטקסט נקרא כמחרוזות בודדות.</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>פריט</translation>
    </message>
    <message>
        <source>Item number {number} isn't in the sample '{name}'. Nothing was judged.</source>
        <translation>פריט מספר {number} אינו במדגם '{name}'. דבר לא נשפט.</translation>
    </message>
    <message>
        <source>Item {id} isn't sealed, so there is nothing to open.</source>
        <translation>הפריט {id} אינו חתום, ולכן אין מה לפתוח.</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>פריטים</translation>
    </message>
    <message>
        <source>Items among the records of {name}</source>
        <translation>מסמכים ברשומות של {name}</translation>
    </message>
    <message>
        <source>Items by month</source>
        <translation>פריטים לפי חודש</translation>
    </message>
    <message>
        <source>Items found</source>
        <translation>פריטים שנמצאו</translation>
    </message>
    <message>
        <source>Items in each batch; families stay whole</source>
        <translation>פריטים בכל אצווה; משפחות נשארות שלמות</translation>
    </message>
    <message>
        <source>Items known to be relevant elsewhere; an elusion test then estimates recall (Enter)</source>
        <translation>מה שידוע כרלוונטי במקום אחר; עמו קבוצת אפס מעידה על היקף האחזור (Enter)</translation>
    </message>
    <message>
        <source>Items of the sample, in the order of drawing</source>
        <translation>פריטי המדגם, לפי סדר הדגימה</translation>
    </message>
    <message>
        <source>Items of the searched set that no term can speak for</source>
        <translation>פריטים בקבוצה הנבדקת ששום מונח אינו יכול להעיד עליהם</translation>
    </message>
    <message>
        <source>Items of the searched set that the term finds</source>
        <translation>מסמכים: פריטים בקבוצה הנבדקת שהמונח מוצא</translation>
    </message>
    <message>
        <source>Items that a search could not cover, and the words that its wildcards expand to, are listed here.</source>
        <translation>כאן מפורט במה לא ניתן היה לחפש, ואילו מילים מייצגים המונחים הפתוחים.</translation>
    </message>
    <message>
        <source>Items that match</source>
        <translation>פריטים מתאימים</translation>
    </message>
    <message>
        <source>Its HTML contains no words.</source>
        <translation>אין מילים ב־HTML שלו.</translation>
    </message>
    <message>
        <source>Its Word stream doesn't begin as one; its loose strings were kept.</source>
        <translation>זרם ה־Word שלו אינו מתחיל כזרם כזה; המחרוזות הבודדות שבו נשמרו.</translation>
    </message>
    <message>
        <source>Its catalogue is lost or broken; the pages that could be found were read.</source>
        <translation>הקטלוג שלו אבד או פגום; העמודים שנמצאו נקראו.</translation>
    </message>
    <message>
        <source>Its content is encrypted by rights management and can't be opened here.</source>
        <translation>תוכנו מוצפן בידי ניהול זכויות ואינו ניתן לפתיחה כאן.</translation>
    </message>
    <message>
        <source>Its content is held back by rights management.</source>
        <translation>תוכנו חסום בידי ניהול זכויות.</translation>
    </message>
    <message>
        <source>Its content is held back by rights management; it shows a placeholder.</source>
        <translation>תוכנו חסום בידי ניהול זכויות; מוצג מציין מקום.</translation>
    </message>
    <message>
        <source>Its cross-reference table is broken; the objects that could be found were read.</source>
        <translation>טבלת ההפניות שלו פגומה; האובייקטים שנמצאו נקראו.</translation>
    </message>
    <message>
        <source>Its date can't be read: {date}</source>
        <translation>לא ניתן לקרוא את התאריך שלו: {date}</translation>
    </message>
    <message>
        <source>Its document record is missing; the slides that could be found were read.</source>
        <translation>רשומת המסמך חסרה; השקופיות שנמצאו נקראו.</translation>
    </message>
    <message>
        <source>Its document stream is empty or can't be read; the file's loose strings were kept.</source>
        <translation>זרם המסמך ריק או שלא ניתן לקריאה; המחרוזות הבודדות של הקובץ נשמרו.</translation>
    </message>
    <message>
        <source>Its encrypted properties can't be read ({error}).</source>
        <translation>לא ניתן לקרוא את המאפיינים המוצפנים שלו ({error}).</translation>
    </message>
    <message>
        <source>Its groups are nested more than {most} deep; it was not read on.</source>
        <translation>הקבוצות שלו מקוננות יותר מ־{most} רמות; הקריאה נפסקה.</translation>
    </message>
    <message>
        <source>Its name promises a {ending} file, but it holds text; that was read.</source>
        <translation>שמו מבטיח קובץ {ending}, אך יש בו טקסט; הוא נקרא.</translation>
    </message>
    <message>
        <source>Its outline can't be read.</source>
        <translation>לא ניתן לקרוא את תוכן העניינים שלו.</translation>
    </message>
    <message>
        <source>Its outline has more entries than were read.</source>
        <translation>בתוכן העניינים שלו יותר ערכים מכפי שנקראו.</translation>
    </message>
    <message>
        <source>Its parts are nested too deeply to read.</source>
        <translation>חלקיו מקוננים עמוק מכדי לקרוא.</translation>
    </message>
    <message>
        <source>Its shapes don't state the character set of their text; it was read as {charset}.</source>
        <translation>הצורות אינן מציינות את ערכת התווים של הטקסט; הוא נקרא כ־{charset}.</translation>
    </message>
    <message>
        <source>Its source can't be read any more: {why}.</source>
        <translation>לא ניתן עוד לקרוא את המקור שלו: {why}.</translation>
    </message>
    <message>
        <source>Its source is denied by scope.toml now.</source>
        <translation>המקור שלו אסור עתה לפי scope.toml.</translation>
    </message>
    <message>
        <source>Its source no longer holds it.</source>
        <translation>המקור שלו אינו מכיל אותו עוד.</translation>
    </message>
    <message>
        <source>Its streams break off or lead nowhere; what could be reached was read.</source>
        <translation>הזרמים נקטעים או אינם מובילים לשום מקום; מה שהיה בהישג יד נקרא.</translation>
    </message>
    <message>
        <source>Its tables are damaged ({error}); its text was read as it stands.</source>
        <translation>הטבלאות שלו פגומות ({error}); הטקסט נקרא כפי שהוא.</translation>
    </message>
    <message>
        <source>Its text runs over the end of its stream; what is there was read.</source>
        <translation>הטקסט חורג מסוף הזרם; מה שיש נקרא.</translation>
    </message>
    <message>
        <source>Its workbook stream is empty or can't be read; the file's loose strings were kept.</source>
        <translation>זרם החוברת ריק או שלא ניתן לקריאה; המחרוזות הבודדות של הקובץ נשמרו.</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>מקש</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>מקשים</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>מילים</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>שפה</translation>
    </message>
    <message>
        <source>Language: English</source>
        <translation>שפה: English</translation>
    </message>
    <message>
        <source>Language: system</source>
        <translation>שפה: לפי המערכת</translation>
    </message>
    <message>
        <source>Language: עברית</source>
        <translation>שפה: עברית</translation>
    </message>
    <message>
        <source>Language: العربية</source>
        <translation>שפה: العربية</translation>
    </message>
    <message>
        <source>Larger interface</source>
        <translation>ממשק גדול יותר</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>טקסט גדול יותר</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>עזיבה</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>נותרו</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>עיון</translation>
    </message>
    <message>
        <source>Loose strings were looked for in the first {most} MiB of a stream only.</source>
        <translation>מחרוזות בודדות נבדקו רק ב־{most} MiB הראשונים של זרם.</translation>
    </message>
    <message>
        <source>Manage tags</source>
        <translation>התגיות המוצעות</translation>
    </message>
    <message>
        <source>Manage tags …</source>
        <translation>התגיות המוצעות …</translation>
    </message>
    <message>
        <source>Members share the same bytes many times over; {count} of them were not read.</source>
        <translation>קבצים בארכיון חולקים אותם בתים פעמים רבות; {count} מהם לא נקראו.</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>מיזוג</translation>
    </message>
    <message>
        <source>Merge decisions</source>
        <translation>מיזוג החלטות</translation>
    </message>
    <message>
        <source>Merge decisions …</source>
        <translation>מיזוג החלטות …</translation>
    </message>
    <message>
        <source>Merge {records}</source>
        <translation>מיזוג {records}</translation>
    </message>
    <message>
        <source>Merged {records}; {items} changed.</source>
        <translation>מוזגו {records}; השתנו {items}.</translation>
    </message>
    <message>
        <source>Merging …</source>
        <translation>ממזג …</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>הודעה</translation>
    </message>
    <message>
        <source>Message-ID</source>
        <translation>Message-ID</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>חודש</translation>
    </message>
    <message>
        <source>Months without an item are left out.</source>
        <translation>חודשים ללא פריטים אינם נכללים.</translation>
    </message>
    <message>
        <source>NOT binds tighter than {operator}: for what isn't near write a NOT w/5 b or NOT (a w/5 b).</source>
        <translation>NOT קושר חזק מ־{operator}: למה שאינו קרוב יש לכתוב a NOT w/5 b או NOT (a w/5 b).</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>שם</translation>
    </message>
    <message>
        <source>Name for batches of the current results</source>
        <translation>שם לאצוות מהתוצאות הנוכחיות</translation>
    </message>
    <message>
        <source>Name for the current query</source>
        <translation>שם לשאילתה הנוכחית</translation>
    </message>
    <message>
        <source>Name of the sample</source>
        <translation>שם המדגם</translation>
    </message>
    <message>
        <source>New case</source>
        <translation>תיק חדש</translation>
    </message>
    <message>
        <source>New case …</source>
        <translation>תיק חדש …</translation>
    </message>
    <message>
        <source>New decisions: {reviewers}. They change the coding of {items}.</source>
        <translation>החלטות חדשות: {reviewers}. בעקבותיהן קידודם של {items} שונה.</translation>
    </message>
    <message>
        <source>New window</source>
        <translation>חלון נפרד</translation>
    </message>
    <message>
        <source>New: {batches}, {samples}.</source>
        <translation>חדשים: {batches}, {samples}.</translation>
    </message>
    <message>
        <source>Next hit</source>
        <translation>ההתאמה הבאה</translation>
    </message>
    <message>
        <source>Next hit (F3)</source>
        <translation>ההתאמה הבאה (F3)</translation>
    </message>
    <message>
        <source>Next hit in list</source>
        <translation>פתיחת ההתאמה הבאה ברשימה</translation>
    </message>
    <message>
        <source>Next item</source>
        <translation>הפריט הבא</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>העמוד הבא</translation>
    </message>
    <message>
        <source>Next part</source>
        <translation>החלק הבא</translation>
    </message>
    <message>
        <source>Next part of a long text</source>
        <translation>החלק הבא של טקסט ארוך</translation>
    </message>
    <message>
        <source>Next related group</source>
        <translation>סוג הפריטים הקשורים הבא</translation>
    </message>
    <message>
        <source>Next related item</source>
        <translation>הפריט הקשור הבא</translation>
    </message>
    <message>
        <source>No Problem has the code '{typed}': {known}.</source>
        <translation>לאף בעיה אין הקוד '{typed}': {known}.</translation>
    </message>
    <message>
        <source>No batch is free: all are checked out or completed. Make one with: triage batch CASE new</source>
        <translation>אין אצווה פנויה: כולן נלקחו או הושלמו. יש ליצור חדשה.</translation>
    </message>
    <message>
        <source>No batches yet: search, enter a name above, and create batches from the results.</source>
        <translation>אין עדיין אצוות: חפשו, תנו להן שם למעלה, וצרו אותן ממה שנמצא.</translation>
    </message>
    <message>
        <source>No case is open.</source>
        <translation>אין תיק פתוח.</translation>
    </message>
    <message>
        <source>No decision on this item yet.</source>
        <translation>אין עדיין החלטה על פריט זה.</translation>
    </message>
    <message>
        <source>No item has a date.</source>
        <translation>לאף פריט אין תאריך.</translation>
    </message>
    <message>
        <source>No item matches {query}.</source>
        <translation>אין פריט המתאים ל־{query}.</translation>
    </message>
    <message>
        <source>No item matches.</source>
        <translation>אין פריט מתאים.</translation>
    </message>
    <message>
        <source>No item matches; tag some first (R), or change the query.</source>
        <translation>אין פריט מתאים; יש לתייג תחילה (R) או לשנות את השאילתה.</translation>
    </message>
    <message>
        <source>No longer available: {tags}. Items keep them.</source>
        <translation>אינן מוצעות עוד: {tags}. הפריטים שומרים אותן.</translation>
    </message>
    <message>
        <source>No query can select this part, so it can't be included or excluded.</source>
        <translation>אין לשאילתה מילים לחלק זה, ולכן לא ניתן לכלול או להשמיט אותו.</translation>
    </message>
    <message>
        <source>No query finds the items of this row.</source>
        <translation>אין שאילתה המוצאת את הפריטים של שורה זו.</translation>
    </message>
    <message>
        <source>No reader knows this format.</source>
        <translation>אין קורא לפורמט זה.</translation>
    </message>
    <message>
        <source>No sample is open.</source>
        <translation>אין מדגם פתוח.</translation>
    </message>
    <message>
        <source>No samples yet: search for a set, such as tag:not-relevant, enter a name, and draw.</source>
        <translation>אין עדיין מדגמים: חפשו קבוצה, למשל tag:not-⁠relevant, תנו למדגם שם ודגמו.</translation>
    </message>
    <message>
        <source>No text was found on its pages.</source>
        <translation>לא נמצא טקסט בעמודיו.</translation>
    </message>
    <message>
        <source>No two people disagree on them.</source>
        <translation>אין בהן מחלוקת בין שני אנשים.</translation>
    </message>
    <message>
        <source>Nobody has asked to open item {id} yet. It takes two persons: one asks, and says why; another one grants it.</source>
        <translation>איש עדיין לא ביקש לפתוח את הפריט {id}. דרושים שני אנשים: האחד מבקש ומנמק, והאחר מאשר.</translation>
    </message>
    <message>
        <source>Not relevant</source>
        <translation>לא רלוונטי</translation>
    </message>
    <message>
        <source>Not relevant (I)</source>
        <translation>לא רלוונטי (I)</translation>
    </message>
    <message>
        <source>Not searchable</source>
        <translation>לא ניתנים לחיפוש</translation>
    </message>
    <message>
        <source>Not searchable: list them</source>
        <translation>לא ניתנים לחיפוש: הצגתם ברשימה</translation>
    </message>
    <message>
        <source>Not searched, and words searched</source>
        <translation>לא נבדק בחיפוש, ומילים שחיפשו</translation>
    </message>
    <message>
        <source>Note  (N), Enter saves it</source>
        <translation>הערה  (N), ‏Enter שומר אותה</translation>
    </message>
    <message>
        <source>Note on this item</source>
        <translation>הערה על פריט זה</translation>
    </message>
    <message>
        <source>Nothing follows {operator}: add what it should join, or take it away.</source>
        <translation>אין דבר אחרי {operator}: יש להוסיף מה יחבר או להסיר אותו.</translation>
    </message>
    <message>
        <source>Nothing has been changed yet. Merging would do this:</source>
        <translation>דבר לא שונה עדיין. זה מה שהמיזוג יעשה:</translation>
    </message>
    <message>
        <source>Nothing in it could be read as text, and no reason is known.</source>
        <translation>דבר ממנו לא ניתן לקריאה כטקסט, והסיבה אינה ידועה.</translation>
    </message>
    <message>
        <source>Nothing is overwritten: the decisions of both copies are kept, and disagreements are listed.</source>
        <translation>דבר אינו נדרס: ההחלטות של שני העותקים עומדות בעינן, ומפורט היכן שני אנשים חלוקים.</translation>
    </message>
    <message>
        <source>Nothing stands before {operator}: take it away; for the word itself write "{typed}".</source>
        <translation>אין דבר לפני {operator}: יש להסיר אותו; למילה עצמה יש לכתוב "{typed}".</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>כמות</translation>
    </message>
    <message>
        <source>Number in the list</source>
        <translation>מספר ברשימה</translation>
    </message>
    <message>
        <source>Objects of the OneNote file overlap; some of them were not read.</source>
        <translation>אובייקטים בקובץ ה־OneNote חופפים זה את זה; חלקם לא נקראו.</translation>
    </message>
    <message>
        <source>Of this Publisher document the text and loose strings were read; its pictures were not.</source>
        <translation>ממסמך Publisher זה נקראו הטקסט ומחרוזות בודדות; התמונות לא נקראו.</translation>
    </message>
    <message>
        <source>Of this Visio drawing the text of shapes and loose strings were read; pictures and fields were not.</source>
        <translation>משרטוט Visio זה נקראו הטקסט של הצורות ומחרוזות בודדות; תמונות ושדות לא נקראו.</translation>
    </message>
    <message>
        <source>Of {wanted} shared strings only {count} can be read.</source>
        <translation>מתוך {wanted} מחרוזות משותפות ניתן לקרוא רק {count}.</translation>
    </message>
    <message>
        <source>Offset</source>
        <translation>היסט</translation>
    </message>
    <message numerus="yes">
        <source>On %n items two people disagree.</source>
        <translation><numerusform>על פריט אחד שני אנשים שפטו אחרת.</numerusform><numerusform>על %n פריטים שני אנשים שפטו אחרת.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>On %n points two people disagree; decide again where it matters:</source>
        <translation><numerusform>בנקודה אחת שני אנשים חלוקים; יש להחליט שוב אם זה חשוב:</numerusform><numerusform>ב־%n נקודות שני אנשים חלוקים; יש להחליט שוב היכן שזה חשוב:</numerusform></translation>
    </message>
    <message>
        <source>One of the group {group}</source>
        <translation>אחת מהקבוצה {group}</translation>
    </message>
    <message>
        <source>OneNote wrote this file in a form that isn't known; its loose strings were kept.</source>
        <translation>OneNote כתב את הקובץ הזה במבנה שאינו מוכר; המחרוזות הבודדות שבו נשמרו.</translation>
    </message>
    <message>
        <source>Only in the current results</source>
        <translation>רק בתוצאות הנוכחיות</translation>
    </message>
    <message>
        <source>Only the first {most} places that may hold stray text were read.</source>
        <translation>נקראו רק {most} המקומות הראשונים שעשוי להיות בהם טקסט תועה.</translation>
    </message>
    <message>
        <source>Only these folders are ever opened. State for each whose records it holds and on what basis they may be read. As custodian, {1} stands for the name of the first folder below it.</source>
        <translation>רק תיקיות אלה ייפתחו אי פעם. יש לציין לכל אחת של מי הרשומות ועל איזה בסיס מותר לקרוא אותן. כמשמורן, {1} מציין את שם התיקייה הראשונה שתחתיה.</translation>
    </message>
    <message>
        <source>Only untagged items</source>
        <translation>רק פריטים ללא תגית</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>פתיחה</translation>
    </message>
    <message>
        <source>Open a case first.</source>
        <translation>יש לפתוח תיק תחילה.</translation>
    </message>
    <message>
        <source>Open a case …</source>
        <translation>פתיחת תיק …</translation>
    </message>
    <message>
        <source>Open a list of terms</source>
        <translation>פתיחת רשימת מונחים</translation>
    </message>
    <message>
        <source>Open a list …</source>
        <translation>פתיחת רשימה …</translation>
    </message>
    <message>
        <source>Open a sealed item</source>
        <translation>פתיחת פריט חתום</translation>
    </message>
    <message>
        <source>Open a sealed item …</source>
        <translation>פתיחת פריט חתום …</translation>
    </message>
    <message>
        <source>Open dashboard in new window</source>
        <translation>לוח הבקרה בחלון נפרד</translation>
    </message>
    <message>
        <source>Open the case {name}</source>
        <translation>פתיחת התיק {name}</translation>
    </message>
    <message>
        <source>Open the dashboard first: it draws the chart.</source>
        <translation>יש לפתוח תחילה את לוח הבקרה: הוא מצייר את התרשים.</translation>
    </message>
    <message>
        <source>Open the sample</source>
        <translation>פתיחת הדוגמה</translation>
    </message>
    <message>
        <source>Open the sample and assess its items</source>
        <translation>פתיחת המדגם: מכאן ואילך פריטיו נשפטים</translation>
    </message>
    <message>
        <source>Open uncoded</source>
        <translation>פתיחת היתר</translation>
    </message>
    <message>
        <source>Opening takes two people. You ask and give a reason; another reviewer grants it.</source>
        <translation>לפתיחה דרושים שני אנשים. הבקשה והנימוק שלך; האישור של בודק אחר.</translation>
    </message>
    <message>
        <source>Opening the original …</source>
        <translation>פותח את המקור …</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>מניין הגיע</translation>
    </message>
    <message>
        <source>Other mail headers</source>
        <translation>כותרות דואר אחרות</translation>
    </message>
    <message>
        <source>Other mail headers, in their order</source>
        <translation>כותרות דואר אחרות, לפי סדרן</translation>
    </message>
    <message>
        <source>Other messages refer to this one, but it is not in the case. Ctrl+C copies its Message-ID.</source>
        <translation>הודעות אחרות מפנות להודעה זו והיא אינה בתיק. Ctrl+C מעתיק את ה־Message-ID שלה.</translation>
    </message>
    <message>
        <source>PNG (*.png)</source>
        <translation>PNG (*.png)</translation>
    </message>
    <message>
        <source>Page header or footer</source>
        <translation>כותרת עליונה או תחתונה</translation>
    </message>
    <message>
        <source>Page images of documents are off. To have an installed LibreOffice draw them, put 'office_pages = 1' into {file} and open the case again.</source>
        <translation>תמונות עמודים של מסמכים כבויות. כדי ש־LibreOffice מותקן יצייר אותן יש לכתוב 'office_pages = 1' בקובץ {file} ולפתוח את התיק מחדש.</translation>
    </message>
    <message>
        <source>Page of the item</source>
        <translation>עמוד של הפריט</translation>
    </message>
    <message>
        <source>Page {number} of {pages}</source>
        <translation>עמוד {number} מתוך {pages}</translation>
    </message>
    <message>
        <source>Page {page} is damaged and can't be read.</source>
        <translation>עמוד {page} פגום ולא ניתן לקרוא אותו.</translation>
    </message>
    <message>
        <source>Page {page} shows a picture in which no text was recognised.</source>
        <translation>עמוד {page} מציג תמונה שלא זוהה בה טקסט.</translation>
    </message>
    <message>
        <source>Page {page} shows pictures of text, which the optional extra 'ocr' reads.</source>
        <translation>עמוד {page} מציג תמונות של טקסט; התוספת האופציונלית 'ocr' קוראת אותו.</translation>
    </message>
    <message>
        <source>Page {page} shows pictures of text, which was not read.</source>
        <translation>עמוד {page} מציג תמונות של טקסט, והוא לא נקרא.</translation>
    </message>
    <message>
        <source>Page {page} shows pictures of text, which was not read; the time for it was over.</source>
        <translation>עמוד {page} מציג תמונות של טקסט, והוא לא נקרא; הזמן לכך תם.</translation>
    </message>
    <message>
        <source>Page {page} shows text that was read by a machine that is unsure of it.</source>
        <translation>עמוד {page} מציג טקסט שנקרא במכונה, והיא אינה בטוחה בו.</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>עמודים</translation>
    </message>
    <message>
        <source>Part of it can't be told apart from its formatting and was passed over.</source>
        <translation>חלק ממנו אינו ניתן להבחנה מהעיצוב ודולג.</translation>
    </message>
    <message>
        <source>Part of its text lies outside of the file, or its tables are cut.</source>
        <translation>חלק מהטקסט נמצא מחוץ לקובץ, או שהטבלאות קטועות.</translation>
    </message>
    <message>
        <source>Part {number} of {parts}</source>
        <translation>חלק {number} מתוך {parts}</translation>
    </message>
    <message>
        <source>Part {number} of {parts} of a long text</source>
        <translation>חלק {number} מתוך {parts} של טקסט ארוך</translation>
    </message>
    <message>
        <source>Partly searchable: list them</source>
        <translation>ניתנים לחיפוש בחלקם: הצגתם ברשימה</translation>
    </message>
    <message>
        <source>Parts of the OneNote file are torn; their loose strings were kept.</source>
        <translation>חלקים מקובץ ה־OneNote פגומים; המחרוזות הבודדות שבהם נשמרו.</translation>
    </message>
    <message>
        <source>Parts of the file's index can't be read; items may be missing.</source>
        <translation>לא ניתן לקרוא חלקים מהמפתח של הקובץ; ייתכן שחסרים פריטים.</translation>
    </message>
    <message>
        <source>Paste search terms, one per line, or open a list: .txt, or .csv and .xlsx with a column “Term”.</source>
        <translation>הדביקו מונחי חיפוש, אחד בשורה, או פתחו רשימה: ‎.txt, או ‎.csv ו־‎.xlsx לפי העמודה ”Term“.</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>נתיב</translation>
    </message>
    <message>
        <source>Pattern</source>
        <translation>תבנית</translation>
    </message>
    <message>
        <source>Previous hit</source>
        <translation>ההתאמה הקודמת</translation>
    </message>
    <message>
        <source>Previous hit (Shift+F3)</source>
        <translation>ההתאמה הקודמת (Shift+F3)</translation>
    </message>
    <message>
        <source>Previous hit in list</source>
        <translation>פתיחת ההתאמה הקודמת ברשימה</translation>
    </message>
    <message>
        <source>Previous item</source>
        <translation>הפריט הקודם</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>העמוד הקודם</translation>
    </message>
    <message>
        <source>Previous part</source>
        <translation>החלק הקודם</translation>
    </message>
    <message>
        <source>Previous part of a long text</source>
        <translation>החלק הקודם של טקסט ארוך</translation>
    </message>
    <message>
        <source>Previous related item</source>
        <translation>הפריט הקשור הקודם</translation>
    </message>
    <message>
        <source>Privileged?</source>
        <translation>חסוי?</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>בעיה</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>בעיות</translation>
    </message>
    <message>
        <source>Problems by kind</source>
        <translation>בעיות לפי סוג</translation>
    </message>
    <message>
        <source>Progress by custodian</source>
        <translation>התקדמות לפי משמורן</translation>
    </message>
    <message>
        <source>Progress by saved search</source>
        <translation>התקדמות לפי חיפוש שמור</translation>
    </message>
    <message>
        <source>Propagated from another item.</source>
        <translation>נובעת מהחלטה על פריט אחר.</translation>
    </message>
    <message>
        <source>Properties</source>
        <translation>מאפיינים</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>מטרה</translation>
    </message>
    <message>
        <source>Purpose: {purpose}</source>
        <translation>מטרה: {purpose}</translation>
    </message>
    <message>
        <source>Quality samples</source>
        <translation>מדגמי איכות</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>שאילתה</translation>
    </message>
    <message>
        <source>Query for the items to export</source>
        <translation>שאילתה לפריטים לייצוא</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>יציאה</translation>
    </message>
    <message>
        <source>Quoted text is collapsed; Q expands it.</source>
        <translation>הציטוטים מקופלים; Q פותח אותם.</translation>
    </message>
    <message>
        <source>Quoted text is expanded.</source>
        <translation>הציטוטים פתוחים.</translation>
    </message>
    <message>
        <source>Ran “{name}”: run {run} found {items}.</source>
        <translation>החיפוש ”{name}“ הורץ: הרצה {run} מצאה {items}.</translation>
    </message>
    <message>
        <source>Rate {rate}: between {low} and {high} with {confidence} confidence (Clopper-Pearson).</source>
        <translation>שיעור {rate}: בין {low} ל־{high} ברמת ביטחון {confidence} (Clopper-Pearson).</translation>
    </message>
    <message>
        <source>Reader processes died on it {count} times; what follows the last member was not read.</source>
        <translation>תהליכי קריאה קרסו עליו {count} פעמים; מה שאחרי הקובץ האחרון לא נקרא.</translation>
    </message>
    <message>
        <source>Reading hits …</source>
        <translation>קורא התאמות …</translation>
    </message>
    <message>
        <source>Reading it needs more memory than limit_memory_mb allows.</source>
        <translation>קריאתו דורשת יותר זיכרון מכפי ש־limit_memory_mb מתיר.</translation>
    </message>
    <message>
        <source>Reading it took longer than {seconds} s.</source>
        <translation>קריאתו ארכה יותר מ־{seconds} שניות.</translation>
    </message>
    <message>
        <source>Reading the item …</source>
        <translation>קורא את הפריט …</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>קורא …</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>סיבה</translation>
    </message>
    <message>
        <source>Reason for opening</source>
        <translation>מדוע יש לפתוח אותו</translation>
    </message>
    <message>
        <source>Reason, items</source>
        <translation>סיבה, פריטים</translation>
    </message>
    <message>
        <source>Recent cases</source>
        <translation>נפתחו לאחרונה</translation>
    </message>
    <message>
        <source>Recognised in an image</source>
        <translation>זוהה בתמונה</translation>
    </message>
    <message>
        <source>Records claim more bytes than are there; text was looked for around them, too.</source>
        <translation>רשומות טוענות ליותר בתים מכפי שיש; טקסט נבדק גם סביבן.</translation>
    </message>
    <message>
        <source>Refers to</source>
        <translation>מפנה אל</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>ספירה מחדש</translation>
    </message>
    <message>
        <source>Related</source>
        <translation>קשורים</translation>
    </message>
    <message>
        <source>Related items</source>
        <translation>פריטים קשורים</translation>
    </message>
    <message>
        <source>Relevant</source>
        <translation>רלוונטי</translation>
    </message>
    <message>
        <source>Relevant (R)</source>
        <translation>רלוונטי (R)</translation>
    </message>
    <message>
        <source>Relevant elsewhere, such as tag:relevant</source>
        <translation>רלוונטיים במקום אחר, למשל tag:relevant</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>הסרה</translation>
    </message>
    <message>
        <source>Remove filter {shown}</source>
        <translation>הסרת המסנן {shown}</translation>
    </message>
    <message>
        <source>Remove row</source>
        <translation>הסרת השורה</translation>
    </message>
    <message>
        <source>Repeat the last coding</source>
        <translation>חזרה על הקידוד האחרון</translation>
    </message>
    <message>
        <source>Requested. The item opens once another reviewer grants it.</source>
        <translation>הבקשה נרשמה. החותם ייפתח כשבודק אחר יאשר.</translation>
    </message>
    <message>
        <source>Requesting …</source>
        <translation>מחפש …</translation>
    </message>
    <message>
        <source>Reset columns</source>
        <translation>העמודות כמו בהתחלה</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>תוצאות</translation>
    </message>
    <message>
        <source>Return batch</source>
        <translation>החזרה</translation>
    </message>
    <message>
        <source>Review progress appears here once a case is open.</source>
        <translation>התקדמות הבדיקה מופיעה כאן כשתיק פתוח.</translation>
    </message>
    <message>
        <source>Reviewer</source>
        <translation>בודק</translation>
    </message>
    <message>
        <source>Reviewer's name …</source>
        <translation>שם הבודק …</translation>
    </message>
    <message>
        <source>Reviewers</source>
        <translation>בודקים</translation>
    </message>
    <message>
        <source>Rich text</source>
        <translation>טקסט מעוצב</translation>
    </message>
    <message>
        <source>Rich text of the item</source>
        <translation>טקסט מעוצב של הפריט</translation>
    </message>
    <message>
        <source>Root</source>
        <translation>שורש</translation>
    </message>
    <message>
        <source>Rows of the database can't be taken apart ({count}); of some loose strings were kept.</source>
        <translation>לא ניתן לפרק שורות של מסד הנתונים ({count}); מחלקן נשמרו מחרוזות בודדות.</translation>
    </message>
    <message>
        <source>Rows of the database can't be taken apart ({count}); their loose strings were kept.</source>
        <translation>לא ניתן לפרק שורות של מסד הנתונים ({count}); נשמרו המחרוזות הבודדות שלהן.</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>הרצה</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>מדגם</translation>
    </message>
    <message>
        <source>Sample of {size} out of {rest} that were not fully searched and not found: look at each, tick the relevant</source>
        <translation>מדגם של {size} מתוך {rest} שלא נבדקו במלואם ולא נמצאו: יש לעיין בכל אחד ולסמן את הרלוונטיים</translation>
    </message>
    <message>
        <source>Sample of {size} out of {rest}, seed {seed}</source>
        <translation>מדגם של {size} מתוך {rest}, גרעין {seed}</translation>
    </message>
    <message>
        <source>Sample report</source>
        <translation>מה המדגם אומר</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>מדגמים</translation>
    </message>
    <message>
        <source>Sampling</source>
        <translation>דגימה</translation>
    </message>
    <message>
        <source>Save as new version</source>
        <translation>שמירה כגרסה חדשה</translation>
    </message>
    <message>
        <source>Save the chart</source>
        <translation>שמירת התרשים</translation>
    </message>
    <message>
        <source>Save the chart …</source>
        <translation>שמירת התרשים …</translation>
    </message>
    <message>
        <source>Save the query</source>
        <translation>שמירת השאילתה</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>שמירת הדוח</translation>
    </message>
    <message>
        <source>Save the report …</source>
        <translation>שמירת הדוח …</translation>
    </message>
    <message>
        <source>Save the search …</source>
        <translation>שמירת החיפוש …</translation>
    </message>
    <message>
        <source>Save this chart as a picture …</source>
        <translation>שמירת תרשים זה כתמונה …</translation>
    </message>
    <message>
        <source>Saved search</source>
        <translation>חיפוש שמור</translation>
    </message>
    <message>
        <source>Saved searches</source>
        <translation>חיפושים שמורים</translation>
    </message>
    <message>
        <source>Saved searches and their runs</source>
        <translation>חיפושים שמורים והרצותיהם</translation>
    </message>
    <message>
        <source>Saved “{name}”: run {run} found {items}.</source>
        <translation>החיפוש ”{name}“ נשמר: הרצה {run} מצאה {items}.</translation>
    </message>
    <message>
        <source>Say why, in 1 to {most} characters: the reason stays with the item.</source>
        <translation>יש לציין מדוע, ב־1 עד {most} תווים: הנימוק נשאר עם הפריט.</translation>
    </message>
    <message>
        <source>Scroll down</source>
        <translation>גלילה קדימה</translation>
    </message>
    <message>
        <source>Scroll up</source>
        <translation>גלילה אחורה</translation>
    </message>
    <message>
        <source>Sealed by propagation from another item; unsealing opens this item and what was propagated from it.</source>
        <translation>החתימה הוחלה מפריט אחר; הפתיחה פותחת אותו לבדו, עם מה שנבע ממנו.</translation>
    </message>
    <message>
        <source>Sealed by {who}, {time} UTC: {why}</source>
        <translation>נחתם על ידי {who}, ⁦{time} UTC⁩: {why}</translation>
    </message>
    <message>
        <source>Sealed: {items}, {more} of them attachments or duplicates. Opening takes two people.</source>
        <translation>נחתמו: {items}, מהם {more} בתוך פריט חתום או עותקים שלו. לפתיחה דרושים שני אנשים.</translation>
    </message>
    <message>
        <source>Seals</source>
        <translation>חותמת</translation>
    </message>
    <message>
        <source>Seals: the text leaves searches, lists and exports. Opening takes two people.</source>
        <translation>חותמת: הטקסט יוצא מחיפושים, רשימות וייצוא. לפתיחה דרושים שני אנשים.</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>חיפוש</translation>
    </message>
    <message>
        <source>Search again</source>
        <translation>חיפוש מחדש</translation>
    </message>
    <message>
        <source>Search for words: every hit is listed here with the text around it.</source>
        <translation>חיפוש מילים מציג כאן כל מקום שבו הן מופיעות, עם הטקסט שסביבן.</translation>
    </message>
    <message>
        <source>Search terms, one per line</source>
        <translation>מונחי חיפוש, אחד בשורה</translation>
    </message>
    <message>
        <source>Search, enter a name above and save. A saved search can be run again later and shows what changed.</source>
        <translation>חפשו דבר מה, תנו לו שם למעלה ושמרו. ניתן להריצו שוב מאוחר יותר, והוא מציין מה השתנה.</translation>
    </message>
    <message>
        <source>Search, run</source>
        <translation>חיפוש, הרצה</translation>
    </message>
    <message>
        <source>Searched: {reading}</source>
        <translation>נבדק: {reading}</translation>
    </message>
    <message>
        <source>Searching …</source>
        <translation>מחפש …</translation>
    </message>
    <message>
        <source>Seed: the same seed draws the same items</source>
        <translation>גרעין: אותו גרעין דוגם אותם פריטים</translation>
    </message>
    <message>
        <source>Seed: the same seed draws the same sample</source>
        <translation>גרעין: אותו גרעין דוגם אותו מדגם</translation>
    </message>
    <message>
        <source>Select a sealed item first; is:sealed finds them.</source>
        <translation>יש לבחור תחילה פריט חתום; is:sealed מוצא אותם.</translation>
    </message>
    <message>
        <source>Select an item first.</source>
        <translation>יש לבחור פריט תחילה.</translation>
    </message>
    <message>
        <source>Select an item in the list to read it here.</source>
        <translation>בחרו פריט ברשימה כדי לקרוא אותו כאן.</translation>
    </message>
    <message>
        <source>Select the words to copy first.</source>
        <translation>יש לבחור תחילה את המילים להעתקה.</translation>
    </message>
    <message>
        <source>Sender domain</source>
        <translation>דומיין השולח</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>חלק</translation>
    </message>
    <message>
        <source>Share of the searched set</source>
        <translation>חלק מהקבוצה הנבדקת</translation>
    </message>
    <message>
        <source>Sheets</source>
        <translation>גיליונות</translation>
    </message>
    <message>
        <source>Sheets as rows and columns, with the values that the file stores</source>
        <translation>גיליונות כשורות ועמודות, עם הערכים שהקובץ שומר</translation>
    </message>
    <message>
        <source>Show bytes</source>
        <translation>הצגת בתים</translation>
    </message>
    <message>
        <source>Show details</source>
        <translation>הצגת פרטים</translation>
    </message>
    <message>
        <source>Show every item</source>
        <translation>הצגת כל הפריטים</translation>
    </message>
    <message>
        <source>Show pages</source>
        <translation>הצגת העמודים</translation>
    </message>
    <message>
        <source>Show rich text</source>
        <translation>הצגת טקסט מעוצב</translation>
    </message>
    <message>
        <source>Show table</source>
        <translation>הצגת הטבלה</translation>
    </message>
    <message>
        <source>Show text</source>
        <translation>הצגת הטקסט</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>הצגתם</translation>
    </message>
    <message>
        <source>Show what is not searchable</source>
        <translation>הצגת מה שלא ניתן לחיפוש</translation>
    </message>
    <message>
        <source>Showing it needs more memory than limit_memory_mb allows.</source>
        <translation>הצגתו דורשת יותר זיכרון מכפי ש־limit_memory_mb מתיר.</translation>
    </message>
    <message>
        <source>Simplified view; remote content blocked</source>
        <translation>ללא סגנונות; דבר אינו נטען</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>מאז</translation>
    </message>
    <message>
        <source>Single letters work while the list or the text has the focus.</source>
        <translation>אותיות בודדות פועלות כשהרשימה או הטקסט במיקוד.</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>גודל</translation>
    </message>
    <message>
        <source>Size of the sample</source>
        <translation>גודל המדגם</translation>
    </message>
    <message>
        <source>Smaller interface</source>
        <translation>ממשק קטן יותר</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>טקסט קטן יותר</translation>
    </message>
    <message>
        <source>Some lines break the rules of iCalendar; they were kept as text.</source>
        <translation>כמה שורות מפרות את כללי iCalendar; הן נשמרו כטקסט.</translation>
    </message>
    <message>
        <source>Some lines break the rules of vCard; they were kept as text.</source>
        <translation>כמה שורות מפרות את כללי vCard; הן נשמרו כטקסט.</translation>
    </message>
    <message>
        <source>Some of its fonts don't state their letters; they were read as western ones.</source>
        <translation>כמה מהגופנים אינם מציינים את אותיותיהם; הן נקראו כאותיות מערביות.</translation>
    </message>
    <message>
        <source>Some of its signs are of sets that aren't known here; they show as �.</source>
        <translation>כמה מהסימנים הם מערכות שאינן מוכרות כאן; הם מוצגים כ־�.</translation>
    </message>
    <message>
        <source>Some of its tables are damaged; what could be read of them was kept.</source>
        <translation>כמה מהטבלאות שלו פגומות; מה שניתן לקריאה מהן נשמר.</translation>
    </message>
    <message>
        <source>Someone else is opening an original of this case just now. Try again in a moment.</source>
        <translation>אדם אחר פותח כעת מקור של תיק זה. נסו שוב בעוד רגע.</translation>
    </message>
    <message>
        <source>Sort hits by</source>
        <translation>מיון התאמות לפי</translation>
    </message>
    <message>
        <source>Sorted by: item</source>
        <translation>מיון לפי: פריט</translation>
    </message>
    <message>
        <source>Sorted by: words after</source>
        <translation>מיון לפי: המילים שאחרי</translation>
    </message>
    <message>
        <source>Sorted by: words before</source>
        <translation>מיון לפי: המילים שלפני</translation>
    </message>
    <message>
        <source>Sorting …</source>
        <translation>ממיין …</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>נוצרה מ־</translation>
    </message>
    <message>
        <source>Speaker notes</source>
        <translation>הערות דובר</translation>
    </message>
    <message>
        <source>State</source>
        <translation>מצב</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>עצירה</translation>
    </message>
    <message>
        <source>Stop reading hits</source>
        <translation>עצירת קריאת ההתאמות</translation>
    </message>
    <message>
        <source>Stopping …</source>
        <translation>עוצר …</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>נושא</translation>
    </message>
    <message>
        <source>Suspected sale of designs, 2022 to 2023</source>
        <translation>חשד למכירת תכנונים, 2022 עד 2023</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>טבלה</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>תגית</translation>
    </message>
    <message>
        <source>Tag to apply</source>
        <translation>תגית להוספה</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>תגיות</translation>
    </message>
    <message>
        <source>Target folder</source>
        <translation>תיקייה לכתיבה</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>מונח</translation>
    </message>
    <message>
        <source>Term lists</source>
        <translation>רשימות מונחים</translation>
    </message>
    <message>
        <source>Term lists (*.txt *.csv *.tsv *.xlsx *.xlsm);;Every file (*)</source>
        <translation>רשימות מונחים (*.txt *.csv *.tsv *.xlsx *.xlsm);;כל הקבצים (*)</translation>
    </message>
    <message>
        <source>Term: {term}</source>
        <translation>מונח: {term}</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>מונחים</translation>
    </message>
    <message>
        <source>Terms run</source>
        <translation>מונחים שנבדקו</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>טקסט</translation>
    </message>
    <message>
        <source>Text box</source>
        <translation>תיבת טקסט</translation>
    </message>
    <message>
        <source>Text of the item</source>
        <translation>טקסט הפריט</translation>
    </message>
    <message>
        <source>That is {least} to {most} relevant ones in the set of {population}.</source>
        <translation>כלומר {least} עד {most} רלוונטיים בקבוצה של {population}.</translation>
    </message>
    <message>
        <source>The BinHex file ends without its closing colon.</source>
        <translation>קובץ ה־BinHex מסתיים ללא הנקודתיים הסוגרות.</translation>
    </message>
    <message>
        <source>The BinHex file holds less than it says.</source>
        <translation>בקובץ ה־BinHex פחות מכפי שהוא מציין.</translation>
    </message>
    <message>
        <source>The BinHex file is too short to hold a file.</source>
        <translation>קובץ ה־BinHex קצר מכדי להכיל קובץ.</translation>
    </message>
    <message>
        <source>The OneNote file is cut; what is there was read.</source>
        <translation>קובץ ה־OneNote קטוע; מה שקיים בו נקרא.</translation>
    </message>
    <message>
        <source>The OneNote file's revisions are too many; of some loose strings were kept.</source>
        <translation>בקובץ ה־OneNote גרסאות רבות מדי; מחלקן נשמרו מחרוזות בודדות.</translation>
    </message>
    <message>
        <source>The OneNote section is encrypted; its pages were not read, and no password is tried on it.</source>
        <translation>מקטע ה־OneNote מוצפן; דפיו לא נקראו, ולא מנסים עליו סיסמה.</translation>
    </message>
    <message>
        <source>The TNEF file ends in the middle of an attribute.</source>
        <translation>קובץ ה־TNEF מסתיים באמצע תכונה.</translation>
    </message>
    <message>
        <source>The TNEF file holds bytes that are no attribute; what follows them was not read.</source>
        <translation>בקובץ ה־TNEF בתים שאינם תכונה; מה שאחריהם לא נקרא.</translation>
    </message>
    <message>
        <source>The allowed root '{root}' can't be opened: {path} ({error}).</source>
        <translation>לא ניתן לפתוח את השורש המותר '{root}': {path} ({error}).</translation>
    </message>
    <message>
        <source>The archive broke off ({error}); the rest was not read.</source>
        <translation>הארכיון נקטע ({error}); השאר לא נקרא.</translation>
    </message>
    <message>
        <source>The archive can't be unpacked further ({error}).</source>
        <translation>לא ניתן להמשיך ולפרוס את הארכיון ({error}).</translation>
    </message>
    <message>
        <source>The archive doesn't say where its list of files stands; it was found at its end.</source>
        <translation>הארכיון אינו מציין היכן רשימת הקבצים שלו; היא נמצאה בסופו.</translation>
    </message>
    <message>
        <source>The archive is cut off: it ends before its list of files, without which none is read.</source>
        <translation>הארכיון קטוע: הוא מסתיים לפני רשימת הקבצים שלו, ובלעדיה אף קובץ אינו נקרא.</translation>
    </message>
    <message>
        <source>The archive is damaged beyond the last file that was read.</source>
        <translation>הארכיון פגום אחרי הקובץ האחרון שנקרא.</translation>
    </message>
    <message>
        <source>The archive unpacks to far more than its size; the rest was not read.</source>
        <translation>הארכיון נפרס להרבה יותר מגודלו; השאר לא נקרא.</translation>
    </message>
    <message>
        <source>The archive unpacks to more than it states; files beyond that were not read.</source>
        <translation>הארכיון נפרס ליותר מכפי שהוא מצהיר; קבצים מעבר לכך לא נקראו.</translation>
    </message>
    <message>
        <source>The archive's directory is damaged ({error}); {count} members were found by their own headers.</source>
        <translation>ספריית הארכיון פגומה ({error}); {count} קבצים נמצאו לפי הכותרות שלהם.</translation>
    </message>
    <message>
        <source>The archive's list of files is encrypted, and no password that was tried opens it.</source>
        <translation>רשימת הקבצים של הארכיון מוצפנת, ואף סיסמה שנוסתה אינה פותחת אותה.</translation>
    </message>
    <message>
        <source>The archive's list of files is encrypted.</source>
        <translation>רשימת הקבצים של הארכיון מוצפנת.</translation>
    </message>
    <message>
        <source>The attached file {name} can't be read, or isn't in the document.</source>
        <translation>לא ניתן לקרוא את הקובץ המצורף {name}, או שאינו במסמך.</translation>
    </message>
    <message>
        <source>The attached file {name} is larger than the limit; it was not read.</source>
        <translation>הקובץ המצורף {name} גדול מהמגבלה; הוא לא נקרא.</translation>
    </message>
    <message>
        <source>The attribute {number} of the TNEF file breaks its rules; the others were read.</source>
        <translation>התכונה {number} של קובץ ה־TNEF מפרה את הכללים; האחרות נקראו.</translation>
    </message>
    <message>
        <source>The base64 data ends in the middle; what was there is read.</source>
        <translation>נתוני base64 מסתיימים באמצע; מה שהיה נקרא.</translation>
    </message>
    <message>
        <source>The book is protected by rights management; its pages can't be read.</source>
        <translation>הספר מוגן בניהול זכויות; לא ניתן לקרוא את דפיו.</translation>
    </message>
    <message>
        <source>The case</source>
        <translation>התיק</translation>
    </message>
    <message>
        <source>The case can't be made in {path}: {error}. Choose another place.</source>
        <translation>לא ניתן ליצור את התיק ב־{path}: {error}. יש לבחור מקום אחר.</translation>
    </message>
    <message>
        <source>The case can't be written ({error}). Nothing of this step was saved.</source>
        <translation>לא ניתן לכתוב לתיק ({error}). דבר מצעד זה לא נשמר.</translation>
    </message>
    <message>
        <source>The case can't lie inside what it reads ({folder}). Choose another place for it.</source>
        <translation>התיק אינו יכול להימצא בתוך מה שהוא קורא ({folder}). יש לבחור לו מקום אחר.</translation>
    </message>
    <message>
        <source>The case has no item number {number}.</source>
        <translation>אין בתיק פריט מספר {number}.</translation>
    </message>
    <message>
        <source>The case has no item number {number}. Nothing was changed.</source>
        <translation>אין בתיק פריט מספר {number}. דבר לא שונה.</translation>
    </message>
    <message>
        <source>The case's database can't be opened: {path} ({error}).</source>
        <translation>לא ניתן לפתוח את מסד הנתונים של התיק: {path} ({error}).</translation>
    </message>
    <message>
        <source>The certificate is in the panel What was not searched.</source>
        <translation>האישור נוצר במקום שבו הוא מוצג: מה לא נבדק בחיפוש.</translation>
    </message>
    <message>
        <source>The certificate was copied.</source>
        <translation>האישור הועתק.</translation>
    </message>
    <message>
        <source>The character set isn't stated; it was read as {charset}.</source>
        <translation>ערכת התווים אינה מצוינת; הוא נקרא כ־{charset}.</translation>
    </message>
    <message>
        <source>The chart can't be written to {path}. Choose another place.</source>
        <translation>לא ניתן לכתוב את התרשים אל {path}. יש לבחור מקום אחר.</translation>
    </message>
    <message numerus="yes">
        <source>The chart has room for the %n largest.</source>
        <translation><numerusform>בתרשים יש מקום לגדול ביותר בלבד.</numerusform><numerusform>בתרשים יש מקום ל־%n הגדולים ביותר.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>The chart has room for the %n latest.</source>
        <translation><numerusform>בתרשים יש מקום לאחרון בלבד.</numerusform><numerusform>בתרשים יש מקום ל־%n האחרונים.</numerusform></translation>
    </message>
    <message>
        <source>The chart is by year: it has no room for every month.</source>
        <translation>התרשים הוא לפי שנים: אין בו מקום לכל חודש.</translation>
    </message>
    <message>
        <source>The chart is in {path}.</source>
        <translation>התרשים נמצא ב־{path}.</translation>
    </message>
    <message>
        <source>The compound file breaks its rules ({error}).</source>
        <translation>הקובץ המורכב מפר את כללי הפורמט ({error}).</translation>
    </message>
    <message>
        <source>The compound file breaks its rules ({error}); what could be read was kept.</source>
        <translation>הקובץ המורכב מפר את כללי הפורמט ({error}); מה שניתן לקריאה נשמר.</translation>
    </message>
    <message>
        <source>The compound file can't be opened ({error}); its loose strings were kept.</source>
        <translation>לא ניתן לפתוח את הקובץ המורכב ({error}); המחרוזות הבודדות שבו נשמרו.</translation>
    </message>
    <message>
        <source>The compound file ends too early; the rest was read.</source>
        <translation>הקובץ המורכב מסתיים מוקדם מדי; השאר נקרא.</translation>
    </message>
    <message>
        <source>The content is encrypted or packed with PGP and was not read; it needs the recipient's key.</source>
        <translation>התוכן מוצפן או דחוס ב־PGP ולא נקרא; דרוש המפתח של הנמען.</translation>
    </message>
    <message>
        <source>The content is encrypted {how} and was not read; it needs the recipient's key.</source>
        <translation>התוכן מוצפן ({how}) ולא נקרא; דרוש המפתח של הנמען.</translation>
    </message>
    <message>
        <source>The content of {name} is linked, lies elsewhere and was not fetched.</source>
        <translation>התוכן של {name} מקושר, נמצא במקום אחר ולא הובא.</translation>
    </message>
    <message>
        <source>The cryptographic message breaks its rules and was not read.</source>
        <translation>ההודעה הקריפטוגרפית מפרה את כללי הפורמט ולא נקראה.</translation>
    </message>
    <message>
        <source>The database can't be read further ({error}).</source>
        <translation>לא ניתן להמשיך לקרוא את מסד הנתונים ({error}).</translation>
    </message>
    <message>
        <source>The database is encrypted; it was not read, and no password is tried on it.</source>
        <translation>מסד הנתונים מוצפן; הוא לא נקרא, ואין מנסים עליו סיסמאות.</translation>
    </message>
    <message>
        <source>The disk is full: nothing of this step was saved. Make room and try again.</source>
        <translation>הדיסק מלא: דבר מצעד זה לא נשמר. יש לפנות מקום ולנסות שוב.</translation>
    </message>
    <message>
        <source>The document holds no text.</source>
        <translation>אין במסמך טקסט.</translation>
    </message>
    <message>
        <source>The document type declares entities; they were not expanded, and stand as hidden text.</source>
        <translation>סוג המסמך מצהיר על ישויות; הן לא הורחבו ועומדות כטקסט נסתר.</translation>
    </message>
    <message>
        <source>The document type refers to a file or address elsewhere; it was not fetched.</source>
        <translation>סוג המסמך מפנה לקובץ או לכתובת במקום אחר; הם לא הובאו.</translation>
    </message>
    <message>
        <source>The drawing unpacks to more than the limit; the rest was not read.</source>
        <translation>השרטוט נפרס מעבר למגבלה; השאר לא נקרא.</translation>
    </message>
    <message>
        <source>The embedded object {name} can't be read as a compound file ({error}).</source>
        <translation>לא ניתן לקרוא את האובייקט המוטבע {name} כקובץ מורכב ({error}).</translation>
    </message>
    <message>
        <source>The embedded object {name} can't be unpacked ({error}).</source>
        <translation>לא ניתן לפרוס את האובייקט המוטבע {name} ({error}).</translation>
    </message>
    <message>
        <source>The embedded object {number} is larger than the limit; it was not read.</source>
        <translation>האובייקט המוטבע {number} גדול מהמגבלה; הוא לא נקרא.</translation>
    </message>
    <message>
        <source>The embedded {name} breaks its format's rules.</source>
        <translation>{name} המוטבע מפר את כללי הפורמט שלו.</translation>
    </message>
    <message>
        <source>The export to {path} ended before it was done. Delete what it left there, and export again.</source>
        <translation>הייצוא אל {path} הסתיים לפני שהושלם. יש למחוק את מה שהשאיר שם ולייצא שוב.</translation>
    </message>
    <message>
        <source>The export to {path} failed: {error}. Nothing was left there; mend it and export again.</source>
        <translation>הייצוא אל {path} נכשל: {error}. לא נותר שם דבר; יש לתקן ולייצא שוב.</translation>
    </message>
    <message>
        <source>The export was cancelled; nothing was left behind.</source>
        <translation>הייצוא בוטל; דבר לא נותר.</translation>
    </message>
    <message>
        <source>The file changed while it was read; what was read may be a mixture.</source>
        <translation>הקובץ השתנה בזמן הקריאה; ייתכן שמה שנקרא הוא תערובת.</translation>
    </message>
    <message>
        <source>The file ends too early; what could be read was kept.</source>
        <translation>הקובץ מסתיים מוקדם מדי; מה שניתן לקריאה נשמר.</translation>
    </message>
    <message>
        <source>The file has other content than in an earlier run; the items of both are kept.</source>
        <translation>תוכן הקובץ שונה מכפי שהיה בהרצה קודמת; הפריטים של שתיהן נשמרים.</translation>
    </message>
    <message>
        <source>The file holds blanks or control characters only.</source>
        <translation>בקובץ יש רווחים או תווי בקרה בלבד.</translation>
    </message>
    <message>
        <source>The file holds no bytes.</source>
        <translation>בקובץ אין בתים.</translation>
    </message>
    <message>
        <source>The file's checksum, as stated by the sender (optional)</source>
        <translation>חותם הקובץ, כפי שמסר השולח (לא חובה)</translation>
    </message>
    <message>
        <source>The files of the archive are encrypted, and no password that was tried opens it.</source>
        <translation>קובצי הארכיון מוצפנים, ואף סיסמה שנוסתה אינה פותחת אותם.</translation>
    </message>
    <message>
        <source>The files of the archive are encrypted.</source>
        <translation>קובצי הארכיון מוצפנים.</translation>
    </message>
    <message>
        <source>The folder could not be listed: {why}.</source>
        <translation>לא ניתן היה להציג את תוכן התיקייה: {why}.</translation>
    </message>
    <message>
        <source>The folder {path} doesn't exist. Make it, or export to another place.</source>
        <translation>התיקייה {path} אינה קיימת. יש ליצור אותה או לייצא למקום אחר.</translation>
    </message>
    <message>
        <source>The folder {path} isn't empty. Name a new folder; an export never overwrites anything.</source>
        <translation>התיקייה {path} אינה ריקה. יש לנקוב בתיקייה חדשה; ייצוא לעולם אינו דורס דבר.</translation>
    </message>
    <message>
        <source>The formula {name} was not read; what it says can't be searched.</source>
        <translation>הנוסחה {name} לא נקראה; לא ניתן לחפש במה שהיא אומרת.</translation>
    </message>
    <message>
        <source>The glob of '{rule}' is empty. Write what it denies, such as customer-data/**.</source>
        <translation>התבנית של '{rule}' ריקה. יש לכתוב מה היא אוסרת, למשל ⁦customer-data/**⁩.</translation>
    </message>
    <message>
        <source>The hits were not counted: that takes more than {seconds} seconds.</source>
        <translation>ההתאמות לא נספרו: הספירה אורכת יותר מ־{seconds} שניות.</translation>
    </message>
    <message>
        <source>The item's RTF body can't be unpacked: {error}.</source>
        <translation>לא ניתן לפרוס את גוף ה־RTF של הפריט: {error}.</translation>
    </message>
    <message>
        <source>The item's content is in an S/MIME attachment; see there.</source>
        <translation>תוכן הפריט נמצא בצרופת S/MIME; ראו שם.</translation>
    </message>
    <message>
        <source>The key {key} is that of '{first}' and '{second}'; give one of them another.</source>
        <translation>המקש {key} שייך גם ל־'{first}' וגם ל־'{second}'; יש לתת לאחת מהן מקש אחר.</translation>
    </message>
    <message>
        <source>The link's address is copied; it isn't opened.</source>
        <translation>כתובת הקישור הועתקה; הקישור אינו נפתח.</translation>
    </message>
    <message>
        <source>The linked object {name} lies elsewhere and was not fetched.</source>
        <translation>האובייקט המקושר {name} נמצא במקום אחר ולא הובא.</translation>
    </message>
    <message>
        <source>The list is empty. Paste the terms, one per line.</source>
        <translation>הרשימה ריקה. הדביקו את המונחים, אחד בשורה.</translation>
    </message>
    <message>
        <source>The log of the OneNote file's transactions can't be read to its end.</source>
        <translation>אי אפשר לקרוא עד סופו את יומן הטרנזקציות של קובץ ה־OneNote.</translation>
    </message>
    <message>
        <source>The macros can't be read ({error}).</source>
        <translation>לא ניתן לקרוא את המאקרו ({error}).</translation>
    </message>
    <message>
        <source>The macros can't be unpacked ({error}).</source>
        <translation>לא ניתן לפרוס את המאקרו ({error}).</translation>
    </message>
    <message>
        <source>The mail is held back by rights management; its text here is only a placeholder.</source>
        <translation>הדואר חסום בידי ניהול זכויות; הטקסט שלו כאן הוא מציין מקום בלבד.</translation>
    </message>
    <message>
        <source>The mail is shorter than its file says.</source>
        <translation>הדואר קצר מכפי שהקובץ שלו מציין.</translation>
    </message>
    <message>
        <source>The mail's content is encrypted and was not read.</source>
        <translation>תוכן הדואר מוצפן ולא נקרא.</translation>
    </message>
    <message>
        <source>The mail's content is encrypted with PGP and was not read.</source>
        <translation>תוכן הדואר מוצפן ב־PGP ולא נקרא.</translation>
    </message>
    <message>
        <source>The mail's content is encrypted with S/MIME and was not read.</source>
        <translation>תוכן הדואר מוצפן ב־S/MIME ולא נקרא.</translation>
    </message>
    <message>
        <source>The message breaks off; what there is of its content was read.</source>
        <translation>ההודעה נקטעת; מה שיש מתוכנה נקרא.</translation>
    </message>
    <message>
        <source>The message ends without its closing boundary; what came after may be missing.</source>
        <translation>ההודעה מסתיימת ללא תו הגבול הסוגר; ייתכן שחסר מה שבא אחריה.</translation>
    </message>
    <message>
        <source>The message says that it has parts, but none was found; it was read as one text.</source>
        <translation>ההודעה מצהירה על חלקים, אך לא נמצא אף אחד; היא נקראה כטקסט אחד.</translation>
    </message>
    <message>
        <source>The note has {size} characters; at most {most} are kept. Shorten it.</source>
        <translation>בהערה {size} תווים; נשמרים לכל היותר {most}. יש לקצר אותה.</translation>
    </message>
    <message>
        <source>The original of {name} can't be shown. {why}</source>
        <translation>לא ניתן להציג את המקור של {name}. {why}</translation>
    </message>
    <message>
        <source>The original of {name} has changed since it was indexed, so it isn't shown. Index again.</source>
        <translation>המקור של {name} השתנה מאז שאונדקס ולכן אינו מוצג. יש לאנדקס שוב.</translation>
    </message>
    <message>
        <source>The original's bytes, as they are on disk or in their container</source>
        <translation>הבתים של המקור, כפי שהם בדיסק או במה שבו הגיע</translation>
    </message>
    <message>
        <source>The package lost its directory ({error}); its parts were read one by one.</source>
        <translation>לחבילה אבדה הספרייה ({error}); חלקיה נקראו אחד אחד.</translation>
    </message>
    <message>
        <source>The package names the part {name} and doesn't hold it.</source>
        <translation>החבילה נוקבת בחלק {name} ואינה מכילה אותו.</translation>
    </message>
    <message>
        <source>The package unpacks to more than the limit; the rest was not read.</source>
        <translation>החבילה נפרסת מעבר למגבלה; השאר לא נקרא.</translation>
    </message>
    <message>
        <source>The package unpacks to more than the limit; {name} was not read.</source>
        <translation>החבילה נפרסת מעבר למגבלה; {name} לא נקרא.</translation>
    </message>
    <message>
        <source>The page holds no text.</source>
        <translation>אין בעמוד טקסט.</translation>
    </message>
    <message>
        <source>The pages as they look, drawn in the reader process</source>
        <translation>העמודים כפי שהם נראים; מצוירים בתהליך הקורא ומוצגים כתמונות</translation>
    </message>
    <message>
        <source>The part {name} can't be decrypted ({error}).</source>
        <translation>לא ניתן לפענח את החלק {name} ({error}).</translation>
    </message>
    <message>
        <source>The part {name} can't be read as XML.</source>
        <translation>לא ניתן לקרוא את החלק {name} כ־XML.</translation>
    </message>
    <message>
        <source>The part {name} can't be unpacked ({error}).</source>
        <translation>לא ניתן לפרוס את החלק {name} ({error}).</translation>
    </message>
    <message>
        <source>The part {name} can't be unpacked further ({error}).</source>
        <translation>לא ניתן להמשיך ולפרוס את החלק {name} ({error}).</translation>
    </message>
    <message>
        <source>The part {name} can't be unpacked; the rest was read.</source>
        <translation>לא ניתן לפרוס את החלק {name}; השאר נקרא.</translation>
    </message>
    <message>
        <source>The part {name} declares entities of its own; they were not expanded.</source>
        <translation>החלק {name} מצהיר על ישויות משלו; הן לא הורחבו.</translation>
    </message>
    <message>
        <source>The part {name} declares entities that unpack without end; they were left out, the rest was read.</source>
        <translation>החלק {name} מצהיר על ישויות הנפרסות ללא סוף; הן הושמטו, השאר נקרא.</translation>
    </message>
    <message>
        <source>The part {name} is damaged ({error}); some of the rest may be missing.</source>
        <translation>החלק {name} פגום ({error}); ייתכן שחלק מהשאר חסר.</translation>
    </message>
    <message>
        <source>The part {name} is damaged ({error}); what stands before the damage was read.</source>
        <translation>החלק {name} פגום ({error}); מה שלפני הפגם נקרא.</translation>
    </message>
    <message>
        <source>The part {name} is damaged; what stands before the damage was read.</source>
        <translation>החלק {name} פגום; מה שלפני הפגם נקרא.</translation>
    </message>
    <message>
        <source>The part {name} is too large; its start was read.</source>
        <translation>החלק {name} גדול מדי; תחילתו נקראה.</translation>
    </message>
    <message>
        <source>The part {name} unpacks to far more than its size; its start was read.</source>
        <translation>החלק {name} נפרס להרבה יותר מגודלו; תחילתו נקראה.</translation>
    </message>
    <message>
        <source>The part {part} is damaged ({error}); the rest of it was read.</source>
        <translation>החלק {part} פגום ({error}); השאר נקרא.</translation>
    </message>
    <message>
        <source>The path of '{root}' must be absolute and without '..': {path}</source>
        <translation>הנתיב של '{root}' חייב להיות מוחלט וללא '..': {path}</translation>
    </message>
    <message>
        <source>The phrase is empty.</source>
        <translation>הצירוף ריק.</translation>
    </message>
    <message>
        <source>The picture's metadata can't be read ({error}).</source>
        <translation>לא ניתן לקרוא את נתוני התיאור של התמונה ({error}).</translation>
    </message>
    <message>
        <source>The query already contains this.</source>
        <translation>זה כבר בשאילתה.</translation>
    </message>
    <message>
        <source>The query has no filter.</source>
        <translation>אין מסנן בשאילתה.</translation>
    </message>
    <message>
        <source>The range ends before it begins: write {range}.</source>
        <translation>הטווח נגמר לפני שהוא מתחיל: יש לכתוב {range}.</translation>
    </message>
    <message numerus="yes">
        <source>The rate is based on the first %n drawn: the next one has not been assessed yet.</source>
        <translation><numerusform>השיעור מתייחס ל־%n הראשונים שנדגמו: אחריהם יש פריט שטרם נשפט.</numerusform><numerusform>השיעור מתייחס ל־%n הראשונים שנדגמו: אחריהם יש פריט שטרם נשפט.</numerusform></translation>
    </message>
    <message>
        <source>The reader process answered with something else than was asked ({size} bytes).</source>
        <translation>תהליך הקריאה ענה בדבר אחר ממה שהתבקש ({size} בתים).</translation>
    </message>
    <message>
        <source>The reader process died on it.</source>
        <translation>תהליך הקריאה קרס עליו.</translation>
    </message>
    <message>
        <source>The reader process died while it drew this.</source>
        <translation>תהליך הקריאה קרס בזמן הציור.</translation>
    </message>
    <message>
        <source>The reader process gave no answer.</source>
        <translation>תהליך הקריאה לא ענה.</translation>
    </message>
    <message>
        <source>The reader process took too long on it.</source>
        <translation>תהליך הקריאה השתהה עליו יותר מדי.</translation>
    </message>
    <message>
        <source>The reader process took too long while it drew this.</source>
        <translation>תהליך הקריאה השתהה יותר מדי בזמן הציור.</translation>
    </message>
    <message>
        <source>The reader processes can't start. Run triage doctor; TRIAGE_DEBUG=1 shows their words.</source>
        <translation>תהליכי הקריאה אינם יכולים להתחיל. הריצו triage doctor; הערך TRIAGE_DEBUG=1 מציג את דבריהם.</translation>
    </message>
    <message>
        <source>The record that says where the workbook was saved is damaged.</source>
        <translation>הרשומה המציינת היכן נשמרה החוברת פגומה.</translation>
    </message>
    <message>
        <source>The report can't be written to {path}: {error}. Choose another place.</source>
        <translation>לא ניתן לכתוב את הדוח אל {path}: {error}. יש לבחור מקום אחר.</translation>
    </message>
    <message>
        <source>The report is in {path}.</source>
        <translation>הדוח נמצא ב־{path}.</translation>
    </message>
    <message>
        <source>The report was copied.</source>
        <translation>הדוח הועתק.</translation>
    </message>
    <message>
        <source>The rest can't be unpacked: {error}</source>
        <translation>לא ניתן לפרוס את השאר: {error}</translation>
    </message>
    <message>
        <source>The run can't go on: {error}. What was read so far is kept; mend it and run again.</source>
        <translation>ההרצה אינה יכולה להימשך: {error}. מה שנקרא עד כה נשמר; יש לתקן ולהריץ שוב.</translation>
    </message>
    <message>
        <source>The scope allows nothing: it needs at least one [[allow]] with a path and a custodian.</source>
        <translation>התחום אינו מתיר דבר: דרוש בו לפחות [[allow]] אחד עם נתיב ומשמורן.</translation>
    </message>
    <message>
        <source>The seal of '{name}' is {seal}, not the one that was told. Nothing was merged.</source>
        <translation>החותם של '{name}' הוא {seal}, ולא זה שנמסר. דבר לא מוזג.</translation>
    </message>
    <message>
        <source>The search was stopped after {seconds} seconds, without an answer. Make it narrower: fewer wildcards, shorter distances, or one field.</source>
        <translation>החיפוש נעצר אחרי {seconds} שניות ללא תשובה. יש לצמצם אותו: פחות תווים כלליים, מרחקים קצרים יותר או שדה אחד.</translation>
    </message>
    <message>
        <source>The signed content breaks off.</source>
        <translation>התוכן החתום נקטע.</translation>
    </message>
    <message>
        <source>The stream {name} can't be read ({error}).</source>
        <translation>לא ניתן לקרוא את הזרם {name} ({error}).</translation>
    </message>
    <message>
        <source>The stream {name} ends too early; what there is of it was read.</source>
        <translation>הזרם {name} מסתיים מוקדם מדי; מה שיש ממנו נקרא.</translation>
    </message>
    <message>
        <source>The stream {name} is cut: only {count} of its {size} bytes are there.</source>
        <translation>הזרם {name} קטוע: רק {count} מ־{size} הבתים שלו קיימים.</translation>
    </message>
    <message>
        <source>The table beside it shows the same numbers.</source>
        <translation>אותם מספרים מופיעים בטבלה שלצדו.</translation>
    </message>
    <message>
        <source>The table {name} breaks off ({error}); {count} of its rows were read.</source>
        <translation>הטבלה {name} נקטעת ({error}); נקראו {count} משורותיה.</translation>
    </message>
    <message>
        <source>The text as it was read, with every hit</source>
        <translation>הטקסט כפי שנקרא, עם כל התאמה</translation>
    </message>
    <message>
        <source>The text can't be read as the declared {declared}; it was read as {charset}.</source>
        <translation>לא ניתן לקרוא את הטקסט כ־{declared} המוצהר; הוא נקרא כ־{charset}.</translation>
    </message>
    <message>
        <source>The text holds a file coded as yEnc; it was not decoded.</source>
        <translation>הטקסט מכיל קובץ בקידוד yEnc; הוא לא פוענח.</translation>
    </message>
    <message>
        <source>The text is declared as {declared} but is UTF-8, and was read so.</source>
        <translation>הטקסט מוצהר כ־{declared} אך הוא UTF-8, וכך נקרא.</translation>
    </message>
    <message>
        <source>The text is in the view Text (Ctrl+1).</source>
        <translation>הטקסט נמצא בתצוגה ”טקסט“ (Ctrl+1).</translation>
    </message>
    <message>
        <source>The text is {charset} with some bytes of windows-1252 in it.</source>
        <translation>הטקסט הוא {charset} ובו כמה בתים של windows-1252.</translation>
    </message>
    <message>
        <source>The text of sealed item number {number} can't be unlocked: {file} is gone, or isn't the key that it was sealed with. Put the file back from a copy of the case's folder; without it the item stays sealed.</source>
        <translation>לא ניתן לפתוח את נעילת הטקסט של פריט חתום מספר {number}: הקובץ {file} חסר, או שאינו המפתח שבו נחתם. יש להחזיר את הקובץ מעותק של תיקיית התיק; בלעדיו הפריט נשאר חתום.</translation>
    </message>
    <message>
        <source>The time for trying passwords was over; the last {left} of {all} were not tried.</source>
        <translation>הזמן לניסוי סיסמאות תם; {left} האחרונות מתוך {all} לא נוסו.</translation>
    </message>
    <message>
        <source>The whole unpacks to over {limit} MiB; {name} was not read.</source>
        <translation>הכול נפרס ליותר מ־{limit} MiB; {name} לא נקרא.</translation>
    </message>
    <message>
        <source>The words beside a distance stand at more than {most} places. Make it narrower: fewer wildcards, or one field.</source>
        <translation>המילים שליד המרחק מופיעות ביותר מ־{most} מקומות. יש לצמצם: פחות תווים כלליים או שדה אחד.</translation>
    </message>
    <message>
        <source>The words of '{name}' have {count} characters; a button takes {most}.</source>
        <translation>במילים של '{name}' יש {count} תווים; כפתור מכיל {most}.</translation>
    </message>
    <message>
        <source>The workbook doesn't say where its sheet {name} lies; it was not read.</source>
        <translation>החוברת אינה מציינת היכן הגיליון {name}; הוא לא נקרא.</translation>
    </message>
    <message>
        <source>The workbook names the sheet {name}, which isn't there or can't be unpacked.</source>
        <translation>החוברת נוקבת בגיליון {name}, שאינו שם או שלא ניתן לפרוס אותו.</translation>
    </message>
    <message>
        <source>Their text leaves searches, lists and exports; opening takes two people.</source>
        <translation>הטקסט שלהם יוצא מחיפושים, רשימות וייצוא; לפתיחה דרושים שני אנשים.</translation>
    </message>
    <message>
        <source>There</source>
        <translation>בעותק האחר</translation>
    </message>
    <message>
        <source>There is a batch named '{name}' already. Choose another name.</source>
        <translation>כבר יש אצווה בשם '{name}'. יש לבחור שם אחר.</translation>
    </message>
    <message>
        <source>There is a sample named '{name}' already. Choose another name.</source>
        <translation>כבר יש מדגם בשם '{name}'. יש לבחור שם אחר.</translation>
    </message>
    <message>
        <source>There is no batch named '{name}'. There are: {known}.</source>
        <translation>אין אצווה בשם '{name}'. יש: {known}.</translation>
    </message>
    <message>
        <source>There is no day '{typed}' in the calendar.</source>
        <translation>אין יום '{typed}' בלוח השנה.</translation>
    </message>
    <message>
        <source>There is no field '{field}:'; for the words themselves write a phrase.</source>
        <translation>אין שדה '{field}:'; למילים עצמן יש לכתוב צירוף במירכאות.</translation>
    </message>
    <message>
        <source>There is no field '{field}:'; {near}: is the nearest.</source>
        <translation>אין שדה '{field}:'; הקרוב ביותר הוא {near}:.</translation>
    </message>
    <message>
        <source>There is no item number {number}.</source>
        <translation>אין פריט מספר {number}.</translation>
    </message>
    <message>
        <source>There is no reader for this kind of file; properties and loose strings were kept.</source>
        <translation>אין קורא לקובץ מסוג זה; המאפיינים ומחרוזות בודדות נשמרו.</translation>
    </message>
    <message>
        <source>There is no sample named '{name}'. There are: {known}.</source>
        <translation>אין מדגם בשם '{name}'. יש: {known}.</translation>
    </message>
    <message>
        <source>There is no saved search '{name}'. Save one with: triage saved CASE add '{again}' QUERY</source>
        <translation>אין חיפוש שמור '{name}'. שומרים בלוח חיפושים שמורים ({again}).</translation>
    </message>
    <message>
        <source>There is nothing to count here yet.</source>
        <translation>אין עדיין מה לספור כאן.</translation>
    </message>
    <message>
        <source>There is nothing to draw from: the query finds no item.</source>
        <translation>אין ממה לדגום: השאילתה אינה מוצאת פריט.</translation>
    </message>
    <message>
        <source>There is nothing to put into a batch: the query finds no item that may go into it.</source>
        <translation>אין מה להכניס לאצווה: השאילתה אינה מוצאת פריט שיכול להיכנס אליה.</translation>
    </message>
    <message>
        <source>There is nothing to undo: {who} has taken no decision that still stands.</source>
        <translation>אין מה לבטל: ל־{who} אין החלטה שעודנה עומדת.</translation>
    </message>
    <message>
        <source>These parentheses are empty.</source>
        <translation>סוגריים אלה ריקים.</translation>
    </message>
    <message>
        <source>This case holds no items yet: its sources have not been read.</source>
        <translation>עדיין אין פריטים בתיק זה: מקורותיו טרם נקראו.</translation>
    </message>
    <message>
        <source>This file could not be processed; look at it where it is: {path}</source>
        <translation>לא נוצר פריט מקובץ זה; ניתן לעיין בו במקומו: {path}</translation>
    </message>
    <message>
        <source>This is nested more than {most} deep: split it into several searches.</source>
        <translation>הקינון עמוק מ־{most}: יש לפצל לכמה חיפושים.</translation>
    </message>
    <message>
        <source>This is no regular expression: {error}.</source>
        <translation>זה אינו ביטוי רגולרי: {error}.</translation>
    </message>
    <message>
        <source>This is piece {number} of {total} of a mail sent in pieces; look for the others.</source>
        <translation>זהו קטע {number} מתוך {total} של דואר שנשלח בקטעים; יש לחפש את האחרים.</translation>
    </message>
    <message>
        <source>This is the first hit.</source>
        <translation>זוהי ההתאמה הראשונה.</translation>
    </message>
    <message>
        <source>This is the first item.</source>
        <translation>זהו הפריט הראשון.</translation>
    </message>
    <message>
        <source>This is the last hit listed.</source>
        <translation>זוהי ההתאמה האחרונה ברשימה.</translation>
    </message>
    <message>
        <source>This is the last item.</source>
        <translation>זהו הפריט האחרון.</translation>
    </message>
    <message>
        <source>This is written to scope.toml in the case. Nothing is read before you start indexing.</source>
        <translation>זה נכתב אל scope.toml בתיק. דבר אינו נקרא לפני תחילת האינדוקס.</translation>
    </message>
    <message>
        <source>This item has no attachments, replies or copies.</source>
        <translation>לפריט זה אין צרופות, תשובות או עותקים.</translation>
    </message>
    <message>
        <source>This item has no parent and replies to no message in the case.</source>
        <translation>פריט זה אינו מצורף לדבר ואינו תשובה לדבר שבתיק.</translation>
    </message>
    <message>
        <source>This item has no view “{view}”.</source>
        <translation>לפריט זה אין תצוגה ”{view}“.</translation>
    </message>
    <message>
        <source>This item is not among the results; the list keeps its place.</source>
        <translation>פריט זה אינו בין התוצאות; הרשימה נשארת במקומה.</translation>
    </message>
    <message>
        <source>This item is related to one in the sample and could be coded with it. Close the sample to code it.</source>
        <translation>פריט זה קשור לפריט במדגם וייתכן שהוא מקודד יחד איתו. יש לסגור את המדגם כדי לקודד אותו.</translation>
    </message>
    <message>
        <source>This item is sealed, or something inside it is; its original stays closed.</source>
        <translation>פריט זה חתום, או שמשהו בתוכו חתום; המקור שלו נשאר סגור.</translation>
    </message>
    <message>
        <source>This item is sealed. Opening it takes two people: Code &gt; Open a sealed item.</source>
        <translation>הפריט חתום. לפתיחתו דרושים שני אנשים: קידוד &gt; פתיחת פריט חתום.</translation>
    </message>
    <message>
        <source>This item is sealed: its text is in no search, list or export. Continue with Ctrl+Right. If this was a mistake, two people can open it: Code &gt; Open a sealed item.</source>
        <translation>פריט זה חתום ונשאר סגור: הטקסט שלו אינו בשום חיפוש, רשימה או ייצוא. אפשר להמשיך עם ⁦Ctrl+ימינה⁩. אם זו טעות, שני אנשים יכולים לפתוח אותו: קידוד &gt; פתיחת פריט חתום.</translation>
    </message>
    <message>
        <source>This item isn't sealed.</source>
        <translation>פריט זה אינו חתום.</translation>
    </message>
    <message>
        <source>This line holds nothing to search for.</source>
        <translation>אין בשורה זו מה לחפש.</translation>
    </message>
    <message>
        <source>This message is not in the case: {id}</source>
        <translation>הודעה זו אינה בתיק: {id}</translation>
    </message>
    <message>
        <source>This parenthesis closes nothing: take it away.</source>
        <translation>סוגר זה אינו סוגר דבר: יש להסיר אותו.</translation>
    </message>
    <message>
        <source>This parenthesis isn't closed.</source>
        <translation>סוגר זה אינו סגור.</translation>
    </message>
    <message>
        <source>This quotation mark has no partner: add one at the end of the phrase.</source>
        <translation>המירכאות לא נסגרו: יש לסגור אותן בסוף הצירוף.</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>ציר זמן</translation>
    </message>
    <message>
        <source>To</source>
        <translation>אל</translation>
    </message>
    <message>
        <source>To check the folder:</source>
        <translation>לבדיקת התיקייה:</translation>
    </message>
    <message>
        <source>Tracked change</source>
        <translation>שינוי במעקב</translation>
    </message>
    <message>
        <source>Triage {version}, GPL-3.0-or-later. It fetches nothing from anywhere.</source>
        <translation>Triage {version}, GPL-3.0-or-later. התוכנה אינה מושכת דבר משום מקום.</translation>
    </message>
    <message>
        <source>Two rules of the scope have the id '{rule}'. Give each its own.</source>
        <translation>לשני כללים של התחום אותו מזהה '{rule}'. יש לתת לכל אחד מזהה משלו.</translation>
    </message>
    <message>
        <source>Two tags are named '{name}'; give one of them another name.</source>
        <translation>לשתי תגיות השם '{name}'; יש לתת לאחת מהן שם אחר.</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>סוג</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>ביטול הפעולה</translation>
    </message>
    <message>
        <source>Undo your last decision</source>
        <translation>ביטול ההחלטה האחרונה שלך</translation>
    </message>
    <message>
        <source>Undo your last decision (Ctrl+Z)</source>
        <translation>ביטול ההחלטה האחרונה שלך (Ctrl+Z)</translation>
    </message>
    <message>
        <source>Undone on {items}.</source>
        <translation>בוטל ב־{items}.</translation>
    </message>
    <message>
        <source>Unique</source>
        <translation>ייחודיים</translation>
    </message>
    <message>
        <source>Unique + family</source>
        <translation>ייחודיים + משפחה</translation>
    </message>
    <message>
        <source>Unpacking needs more memory than limit_memory_mb allows.</source>
        <translation>הפריסה דורשת יותר זיכרון מכפי ש־limit_memory_mb מתיר.</translation>
    </message>
    <message>
        <source>Unpacking took too long; the members after the last were not read.</source>
        <translation>הפריסה ארכה זמן רב מדי; הקבצים שאחרי האחרון לא נקראו.</translation>
    </message>
    <message>
        <source>Unsealed: {items}.</source>
        <translation>נפתחו מחדש: {items}.</translation>
    </message>
    <message>
        <source>Unsure</source>
        <translation>לא בטוח</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>למעלה</translation>
    </message>
    <message>
        <source>Use  {query}</source>
        <translation>שימוש ב־  {query}</translation>
    </message>
    <message>
        <source>Use the corrected query</source>
        <translation>שימוש בשאילתה המתוקנת</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>גרסאות</translation>
    </message>
    <message>
        <source>View</source>
        <translation>תצוגה</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>מה השתנה</translation>
    </message>
    <message>
        <source>What changed between two runs</source>
        <translation>מה השתנה בין שתי הרצות</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>מה ברצונך לעשות?</translation>
    </message>
    <message>
        <source>What each term finds</source>
        <translation>מה כל מונח מוצא</translation>
    </message>
    <message>
        <source>What may be read</source>
        <translation>מה מותר לקרוא</translation>
    </message>
    <message>
        <source>What must never be opened</source>
        <translation>מה אסור לפתוח לעולם</translation>
    </message>
    <message>
        <source>What was chosen or ticked in a form field can't be read.</source>
        <translation>לא ניתן לקרוא מה נבחר או סומן בשדה טופס.</translation>
    </message>
    <message>
        <source>What was not searched</source>
        <translation>מה לא נבדק בחיפוש</translation>
    </message>
    <message>
        <source>What was not searched, and the words searched</source>
        <translation>מה לא נבדק בחיפוש, והמילים שחיפשו</translation>
    </message>
    <message>
        <source>What was not searched, by reason</source>
        <translation>מה לא נבדק בחיפוש, לפי סיבה</translation>
    </message>
    <message>
        <source>What went wrong</source>
        <translation>מה השתבש</translation>
    </message>
    <message>
        <source>Whatever matches is never opened, listed or counted individually, whatever the folders above allow. Write customer-data/** for a folder, *.pst for a type of file. Give the reason.</source>
        <translation>מה שמתאים לתבנית אינו נפתח, אינו מפורט ואינו נספר פריט אחר פריט, גם אם התיקיות שלמעלה מתירות זאת. יש לכתוב ⁦customer-⁠data/**⁩ לתיקייה, ⁦*.pst⁩ לסוג קובץ, ולציין את הסיבה.</translation>
    </message>
    <message>
        <source>When, by whom</source>
        <translation>מתי, על ידי מי</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>היכן</translation>
    </message>
    <message>
        <source>Where the term's items are</source>
        <translation>היכן נמצאים המסמכים של המונח</translation>
    </message>
    <message>
        <source>Where two people disagree</source>
        <translation>היכן שני אנשים חלוקים</translation>
    </message>
    <message>
        <source>Which items</source>
        <translation>אילו פריטים</translation>
    </message>
    <message>
        <source>Why a term could not be run</source>
        <translation>מדוע לא ניתן היה לחפש מונח</translation>
    </message>
    <message>
        <source>Words can be struck out only of a term that stands for several, as in atlas*!(atlases).</source>
        <translation>אפשר להחריג מילים רק ממונח שמייצג כמה מילים, כמו atlas*!(atlases).</translation>
    </message>
    <message>
        <source>Words of the command</source>
        <translation>מילות הפקודה</translation>
    </message>
    <message>
        <source>Words, "a phrase", AND OR NOT, from: subject: date: …  (Ctrl+L)</source>
        <translation>מילים, "צירוף מילים", ⁦AND OR NOT, from: subject: date: …⁩  (Ctrl+L)</translation>
    </message>
    <message>
        <source>Work is running; this takes effect at the next start.</source>
        <translation>עבודה מתבצעת כעת; השינוי ייכנס לתוקף בהפעלה הבאה.</translation>
    </message>
    <message>
        <source>Works council and general counsel, 3 May 2026</source>
        <translation>ועד העובדים והיועץ המשפטי, 3 במאי 2026</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>כתיבת הערה</translation>
    </message>
    <message>
        <source>You made the request, so another reviewer has to grant it.</source>
        <translation>הבקשה שלך, ולכן בודק אחר צריך לאשר.</translation>
    </message>
    <message>
        <source>Your decisions are recorded under this name:</source>
        <translation>ההחלטות שלך נרשמות על שם זה:</translation>
    </message>
    <message>
        <source>[sealed]</source>
        <translation>[חתום]</translation>
    </message>
    <message>
        <source>a member's name points outside the archive</source>
        <translation>שמו של קובץ בארכיון מצביע אל מחוץ לארכיון</translation>
    </message>
    <message>
        <source>all in one</source>
        <translation>הכול באחת</translation>
    </message>
    <message>
        <source>all items</source>
        <translation>כל הפריטים</translation>
    </message>
    <message>
        <source>all items of the case</source>
        <translation>כל הפריטים בתיק</translation>
    </message>
    <message>
        <source>amber</source>
        <translation>ענבר</translation>
    </message>
    <message>
        <source>an internal error</source>
        <translation>תקלה בתוכנה זו</translation>
    </message>
    <message>
        <source>and {more} more</source>
        <translation>ועוד {more}</translation>
    </message>
    <message>
        <source>and {more} more: triage problems lists them</source>
        <translation>ועוד {more}: הפקודה triage problems מפרטת אותן</translation>
    </message>
    <message>
        <source>as of {time} UTC</source>
        <translation>נכון ל־⁦{time} UTC⁩</translation>
    </message>
    <message>
        <source>attachment</source>
        <translation>צרופה</translation>
    </message>
    <message>
        <source>attachment (see Related)</source>
        <translation>בתוך פריט אחר, ראו ”קשורים“</translation>
    </message>
    <message>
        <source>attachments</source>
        <translation>מה שבפנים</translation>
    </message>
    <message>
        <source>blue</source>
        <translation>כחול</translation>
    </message>
    <message>
        <source>brown</source>
        <translation>חום</translation>
    </message>
    <message>
        <source>bulk</source>
        <translation>מרוכז</translation>
    </message>
    <message>
        <source>cell {number} of {total}</source>
        <translation>תא {number} מתוך {total}</translation>
    </message>
    <message>
        <source>checked out</source>
        <translation>נלקחה</translation>
    </message>
    <message>
        <source>checked out in two copies at the same time: agree who continues; the other returns it</source>
        <translation>נלקחה בשני עותקים בו בזמן: הסכימו מי ימשיך, והאחר יחזיר אותה</translation>
    </message>
    <message>
        <source>coded</source>
        <translation>קודדו</translation>
    </message>
    <message>
        <source>coded, undisputed</source>
        <translation>קודדו, ללא מחלוקת</translation>
    </message>
    <message>
        <source>command</source>
        <translation>פקודה</translation>
    </message>
    <message>
        <source>complete</source>
        <translation>הושלמה</translation>
    </message>
    <message>
        <source>content is protected by rights management</source>
        <translation>התוכן חסום בניהול זכויות</translation>
    </message>
    <message>
        <source>deeply nested tables are shown flat</source>
        <translation>טבלאות מקוננות עמוק מוצגות שטוחות</translation>
    </message>
    <message>
        <source>disputed</source>
        <translation>במחלוקת</translation>
    </message>
    <message>
        <source>distances were read from left to right, as the parentheses show</source>
        <translation>המרחקים נקראו משמאל לימין, כפי שהסוגריים מראים</translation>
    </message>
    <message>
        <source>duplicates</source>
        <translation>אותו תוכן</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>ריק</translation>
    </message>
    <message>
        <source>excluded</source>
        <translation>נמחקה</translation>
    </message>
    <message>
        <source>expands to far more than its size</source>
        <translation>נפרש לגודל העולה בהרבה על גודלו</translation>
    </message>
    <message>
        <source>files that could not be processed</source>
        <translation>קבצים שלא הפכו לפריט</translation>
    </message>
    <message>
        <source>finding hits …</source>
        <translation>מאתר התאמות …</translation>
    </message>
    <message>
        <source>for ±5 %</source>
        <translation>ל־⁦±5 %⁩</translation>
    </message>
    <message>
        <source>free</source>
        <translation>פנויה</translation>
    </message>
    <message>
        <source>from its parent item</source>
        <translation>של הפריט שאיתו הגיע</translation>
    </message>
    <message>
        <source>fully searchable</source>
        <translation>ניתן לחיפוש במלואו</translation>
    </message>
    <message>
        <source>green</source>
        <translation>ירוק</translation>
    </message>
    <message>
        <source>grey</source>
        <translation>אפור</translation>
    </message>
    <message>
        <source>hit {number} of {total}</source>
        <translation>התאמה {number} מתוך {total}</translation>
    </message>
    <message>
        <source>hit {number} of {total} here</source>
        <translation>התאמה {number} מתוך {total} כאן</translation>
    </message>
    <message>
        <source>hits on {pages}</source>
        <translation>התאמות ב־{pages}</translation>
    </message>
    <message>
        <source>holds images of text only</source>
        <translation>מכיל רק תמונות של טקסט</translation>
    </message>
    <message>
        <source>holds no text</source>
        <translation>אינו מכיל טקסט</translation>
    </message>
    <message>
        <source>holds too many parts</source>
        <translation>מכיל חלקים רבים מדי</translation>
    </message>
    <message>
        <source>icon</source>
        <translation>סמל</translation>
    </message>
    <message>
        <source>is empty</source>
        <translation>אינו מכיל בתים</translation>
    </message>
    <message>
        <source>is replaced</source>
        <translation>מוחלפת</translation>
    </message>
    <message>
        <source>it changed while or since it was read</source>
        <translation>הוא השתנה בזמן הקריאה או מאז</translation>
    </message>
    <message>
        <source>it was listed but missing when it was opened</source>
        <translation>הוא היה ברשימה אך נעלם עד שנפתח</translation>
    </message>
    <message>
        <source>items</source>
        <translation>פריטים</translation>
    </message>
    <message>
        <source>key</source>
        <translation>מקש</translation>
    </message>
    <message>
        <source>larger than the limit</source>
        <translation>גדול מהמגבלה</translation>
    </message>
    <message>
        <source>left</source>
        <translation>נותרו</translation>
    </message>
    <message>
        <source>less readable: its file could be searched further at the earlier run</source>
        <translation>קריא פחות: בהרצה הקודמת ניתן היה לחפש בקובץ יותר</translation>
    </message>
    <message>
        <source>made by {author}, {time} UTC</source>
        <translation>נוצרה על ידי {author}, ⁦{time} UTC⁩</translation>
    </message>
    <message>
        <source>mail</source>
        <translation>דואר</translation>
    </message>
    <message>
        <source>missing  {message}</source>
        <translation>חסרה  {message}</translation>
    </message>
    <message>
        <source>modified</source>
        <translation>שונה</translation>
    </message>
    <message>
        <source>needs a password or a key</source>
        <translation>דרושים סיסמה או מפתח</translation>
    </message>
    <message>
        <source>needs more memory than the limit</source>
        <translation>דורש יותר זיכרון מהמגבלה</translation>
    </message>
    <message>
        <source>nested too deeply</source>
        <translation>מקונן עמוק מדי</translation>
    </message>
    <message>
        <source>new seed</source>
        <translation>גרעין חדש</translation>
    </message>
    <message>
        <source>new source: its file was first read after the earlier run</source>
        <translation>מקור חדש: הקובץ שלו נקרא לראשונה אחרי ההרצה הקודמת</translation>
    </message>
    <message>
        <source>newly readable: its file was known and could not be read, or not in full, at the earlier run</source>
        <translation>קריא כעת: הקובץ היה מוכר ולא ניתן היה לקרוא אותו, או לא במלואו, בהרצה הקודמת</translation>
    </message>
    <message>
        <source>no code</source>
        <translation>ללא קוד</translation>
    </message>
    <message>
        <source>no date</source>
        <translation>ללא תאריך</translation>
    </message>
    <message>
        <source>no hit to show</source>
        <translation>אין התאמה להצגה</translation>
    </message>
    <message>
        <source>no longer in the case</source>
        <translation>אינו עוד בתיק</translation>
    </message>
    <message>
        <source>no reader for this format</source>
        <translation>אין קורא לפורמט זה</translation>
    </message>
    <message>
        <source>no word of the index</source>
        <translation>אף מילה באינדקס</translation>
    </message>
    <message>
        <source>not explained by anything on record: run triage verify</source>
        <translation>אין ברשומות הסבר: הריצו triage verify</translation>
    </message>
    <message>
        <source>not readable, original: {raw}</source>
        <translation>לא קריא, נכתב כך: {raw}</translation>
    </message>
    <message>
        <source>not relevant</source>
        <translation>לא רלוונטי</translation>
    </message>
    <message>
        <source>not searchable</source>
        <translation>לא ניתן לחיפוש</translation>
    </message>
    <message>
        <source>note</source>
        <translation>הערה</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>אף פריט</translation>
    </message>
    <message>
        <source>now excluded, or no longer: it was sealed, or its seal was opened</source>
        <translation>הוחרג או הוחזר: הפריט נחתם, או שהחותם שלו נפתח</translation>
    </message>
    <message>
        <source>other engine or engine version</source>
        <translation>מנוע אחר או גרסת מנוע אחרת</translation>
    </message>
    <message>
        <source>others</source>
        <translation>אחרים</translation>
    </message>
    <message>
        <source>parent</source>
        <translation>הורה</translation>
    </message>
    <message>
        <source>part of the content is stored elsewhere and was not fetched</source>
        <translation>חלק מהתוכן נמצא במקום אחר ולא הובא</translation>
    </message>
    <message>
        <source>partly searchable</source>
        <translation>ניתן לחיפוש בחלקו</translation>
    </message>
    <message>
        <source>pictures aren't loaded</source>
        <translation>תמונות אינן נטענות</translation>
    </message>
    <message>
        <source>pink</source>
        <translation>ורוד</translation>
    </message>
    <message>
        <source>program</source>
        <translation>תוכנה</translation>
    </message>
    <message>
        <source>propagated</source>
        <translation>בהחלה</translation>
    </message>
    <message>
        <source>query edited</source>
        <translation>השאילתה נערכה</translation>
    </message>
    <message>
        <source>red</source>
        <translation>אדום</translation>
    </message>
    <message>
        <source>relevant</source>
        <translation>רלוונטי</translation>
    </message>
    <message>
        <source>returned</source>
        <translation>הוחזרה</translation>
    </message>
    <message>
        <source>run {run}</source>
        <translation>הרצה {run}</translation>
    </message>
    <message>
        <source>run {run} found {items}</source>
        <translation>הרצה {run} מצאה {items}</translation>
    </message>
    <message>
        <source>saved {time}</source>
        <translation>נשמר ב־{time}</translation>
    </message>
    <message>
        <source>saving …</source>
        <translation>שומר …</translation>
    </message>
    <message>
        <source>sealed by a reviewer: its text is in no index, preview or export</source>
        <translation>נחתם על ידי בודק: הטקסט שלו אינו בשום אינדקס, תצוגה או ייצוא</translation>
    </message>
    <message>
        <source>searchable</source>
        <translation>ניתן לחיפוש</translation>
    </message>
    <message>
        <source>seed {seed}</source>
        <translation>גרעין {seed}</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>נשלח</translation>
    </message>
    <message>
        <source>single</source>
        <translation>בודד</translation>
    </message>
    <message>
        <source>source changed: its file has other content than at the earlier run</source>
        <translation>המקור השתנה: תוכן הקובץ שונה משהיה בהרצה הקודמת</translation>
    </message>
    <message>
        <source>stays</source>
        <translation>נשארת</translation>
    </message>
    <message>
        <source>stopped: the remaining terms were not run</source>
        <translation>נעצר: היתר לא נבדקו</translation>
    </message>
    <message>
        <source>tag or note changed</source>
        <translation>תגית או הערה השתנו</translation>
    </message>
    <message>
        <source>teal</source>
        <translation>טורקיז כהה</translation>
    </message>
    <message>
        <source>text</source>
        <translation>טקסט</translation>
    </message>
    <message>
        <source>the character set isn't declared; it was guessed</source>
        <translation>קידוד התווים לא צוין; הוא נוחש</translation>
    </message>
    <message>
        <source>the conversation</source>
        <translation>השרשור</translation>
    </message>
    <message>
        <source>the date can't be read</source>
        <translation>לא ניתן לקרוא את התאריך</translation>
    </message>
    <message>
        <source>the family</source>
        <translation>המשפחה</translation>
    </message>
    <message>
        <source>the file breaks its format's rules; what could be read was kept</source>
        <translation>הקובץ מפר את כללי הפורמט שלו; מה שניתן היה לקרוא נשמר</translation>
    </message>
    <message>
        <source>the file ends too early</source>
        <translation>הקובץ נגמר מוקדם מדי</translation>
    </message>
    <message>
        <source>the file's own date</source>
        <translation>של הקובץ עצמו</translation>
    </message>
    <message>
        <source>the operating system refused access</source>
        <translation>מערכת ההפעלה סירבה לקרוא אותו</translation>
    </message>
    <message>
        <source>the reader process crashed</source>
        <translation>תהליך הקריאה קרס עליו</translation>
    </message>
    <message>
        <source>the rest is only in the Text view</source>
        <translation>היתר נמצא רק בתצוגה ”טקסט“</translation>
    </message>
    <message>
        <source>the same query is read differently by another version of the program</source>
        <translation>אותה שאילתה נקראת אחרת בגרסה אחרת של התוכנה</translation>
    </message>
    <message>
        <source>the text of this format is read, but not everything else</source>
        <translation>מפורמט זה נקרא הטקסט, ולא כל השאר</translation>
    </message>
    <message>
        <source>took longer than the limit</source>
        <translation>ארך יותר מהמגבלה</translation>
    </message>
    <message>
        <source>undo</source>
        <translation>ביטול</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>לא ידוע</translation>
    </message>
    <message>
        <source>violet</source>
        <translation>סגול</translation>
    </message>
    <message>
        <source>was encrypted, and opened with a password from the list that was given</source>
        <translation>היה מוצפן, ונפתח בסיסמה מהרשימה שנמסרה</translation>
    </message>
    <message>
        <source>what is known of it changed (duplicates, thread, problems)</source>
        <translation>הידוע עליו השתנה (כפילויות, שרשור, בעיות)</translation>
    </message>
    <message>
        <source>{batch} is {state}.</source>
        <translation>{batch}: {state}.</translation>
    </message>
    <message>
        <source>{batch}: {coded} of {items} coded.</source>
        <translation>{batch}: קודדו {coded} מתוך {items}.</translation>
    </message>
    <message>
        <source>{blind} not searchable, {partly} partly</source>
        <translation>{blind} לא ניתנים לחיפוש, {partly} בחלקם</translation>
    </message>
    <message>
        <source>{bytes} bytes</source>
        <translation>{bytes} בתים</translation>
    </message>
    <message>
        <source>{case} - Triage</source>
        <translation>{case} - Triage</translation>
    </message>
    <message>
        <source>{cells} with hits</source>
        <translation>{cells} עם התאמות</translation>
    </message>
    <message>
        <source>{coded} of {items} coded ({share})</source>
        <translation>קודדו {coded} מתוך {items} ({share})</translation>
    </message>
    <message>
        <source>{counts} are in</source>
        <translation>{counts} נמצאים ב:</translation>
    </message>
    <message>
        <source>{count} blocks of the archive aren't headers where they should be.</source>
        <translation>{count} גושים בארכיון אינם כותרות במקום שבו היו צריכים להיות.</translation>
    </message>
    <message>
        <source>{count} bytes that stand after the archive's end were not read.</source>
        <translation>{count} בתים שאחרי סוף הארכיון לא נקראו.</translation>
    </message>
    <message>
        <source>{count} cells name a text that the workbook doesn't hold.</source>
        <translation>{count} תאים נוקבים בטקסט שאינו בחוברת.</translation>
    </message>
    <message>
        <source>{count} characters couldn't be read as {charset}, which it is declared; they show as �.</source>
        <translation>{count} תווים לא ניתנו לקריאה כ־{charset}, כפי שהוצהר; הם מוצגים כ־�.</translation>
    </message>
    <message>
        <source>{count} characters couldn't be read as {charset}, which it looks as if; they show as �.</source>
        <translation>{count} תווים לא ניתנו לקריאה כ־{charset}, שהטקסט נראה כמוה; הם מוצגים כ־�.</translation>
    </message>
    <message>
        <source>{count} members are encrypted by a method that can't be read: {names}.</source>
        <translation>קבצים מוצפנים בארכיון בשיטה שאי אפשר לקרוא ({count}): {names}.</translation>
    </message>
    <message>
        <source>{count} members are encrypted, and no password that was tried opens it: {names}.</source>
        <translation>קבצים מוצפנים בארכיון ({count}), ואף סיסמה שנוסתה אינה פותחת: {names}.</translation>
    </message>
    <message>
        <source>{count} members are encrypted: {names}.</source>
        <translation>קבצים מוצפנים בארכיון ({count}): {names}.</translation>
    </message>
    <message>
        <source>{count} members are listed but aren't there: {names}.</source>
        <translation>קבצים רשומים בארכיון ואינם שם ({count}): {names}.</translation>
    </message>
    <message>
        <source>{count} members are packed and can't be unpacked here: {names}.</source>
        <translation>קבצים דחוסים בארכיון ({count}) שלא ניתן לפרוס כאן: {names}.</translation>
    </message>
    <message>
        <source>{count} members aren't in the archive's directory ({names}); they were read too.</source>
        <translation>קבצים שאינם בספריית הארכיון ({count}: {names}); גם הם נקראו.</translation>
    </message>
    <message>
        <source>{count} of the known items lie in the sampled set itself: the sample speaks for them, and they don't count as known.</source>
        <translation>{count} מהפריטים הידועים נמצאים בקבוצה הנדגמת עצמה: המדגם מעיד עליהם, והם אינם נספרים כידועים.</translation>
    </message>
    <message>
        <source>{count} of {whole} pages of the section {name} can't be unpacked; the rest was read.</source>
        <translation>לא ניתן לפרוס {count} מתוך {whole} דפים של המקטע {name}; השאר נקרא.</translation>
    </message>
    <message>
        <source>{count} parts aren't where the package's directory says; {found} of them were found by their own names.</source>
        <translation>{count} חלקים אינם במקום שספריית החבילה מציינת; {found} מהם נמצאו לפי שמם.</translation>
    </message>
    <message>
        <source>{damaged} of its {count} records are damaged and were passed over.</source>
        <translation>{damaged} מתוך {count} הרשומות שלו פגומות ודולגו.</translation>
    </message>
    <message>
        <source>{done} of {batches} complete</source>
        <translation>הושלמו {done} מתוך {batches}</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} מתוך {total}</translation>
    </message>
    <message>
        <source>{error} Perhaps: {query}</source>
        <translation>{error} אולי: {query}</translation>
    </message>
    <message>
        <source>{field} needs a value: write {again}word or take it away.</source>
        <translation>ל־{field} דרוש ערך: יש לכתוב {again}word או להסיר אותו.</translation>
    </message>
    <message>
        <source>{field} needs a value; for the word itself write {again}"{typed}".</source>
        <translation>ל־{field} דרוש ערך; למילה עצמה יש לכתוב {again}"{typed}".</translation>
    </message>
    <message>
        <source>{field} would tell what was decided, and a blind sample is open. Close the sample, then search.</source>
        <translation>{field} היה מגלה מה הוחלט, ומדגם סמוי פתוח. יש לסגור את המדגם ואז לחפש.</translation>
    </message>
    <message>
        <source>{field}: all {people}</source>
        <translation>{field}: כל {people}</translation>
    </message>
    <message>
        <source>{field}: can't stand inside {outer}:.</source>
        <translation>{field}: אינו יכול לעמוד בתוך {outer}:.</translation>
    </message>
    <message>
        <source>{field}: takes a word or "a phrase".</source>
        <translation>{field}: מקבל מילה או "צירוף מילים".</translation>
    </message>
    <message>
        <source>{file}: this file could not be processed.</source>
        <translation>{file}: לא נוצר פריט מקובץ זה.</translation>
    </message>
    <message>
        <source>{findings}, {size}, are in</source>
        <translation>{findings}, {size}, נמצאים ב:</translation>
    </message>
    <message>
        <source>{first} to {last} UTC</source>
        <translation>מ־{first} עד {last} UTC</translation>
    </message>
    <message>
        <source>{first} to {last}: {items}</source>
        <translation>{first} עד {last}: {items}</translation>
    </message>
    <message>
        <source>{folder} exists and is not empty. Choose another folder; nothing is overwritten.</source>
        <translation>{folder} קיימת ואינה ריקה. יש לבחור תיקייה אחרת; דבר אינו נדרס.</translation>
    </message>
    <message>
        <source>{found} of {items}</source>
        <translation>{found} מתוך {items}</translation>
    </message>
    <message>
        <source>{found} of {items} found</source>
        <translation>נמצאו {found} מתוך {items}</translation>
    </message>
    <message>
        <source>{found}; stopped after {lines}</source>
        <translation>{found}; נעצר לאחר {lines}</translation>
    </message>
    <message>
        <source>{found}; the first {lines} are listed</source>
        <translation>{found}; מוצגות {lines} הראשונות</translation>
    </message>
    <message>
        <source>{fully} fully searched, {partly} partly, {blind} not</source>
        <translation>{fully} נבדקו במלואם, {partly} בחלקם, {blind} לא נבדקו</translation>
    </message>
    <message numerus="yes">
        <source>{group}, %n missing</source>
        <translation><numerusform>{group}, חסרות: %n</numerusform><numerusform>{group}, חסרות: %n</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{group}, %n of them here</source>
        <translation><numerusform>{group}, מהן כאן: %n</numerusform><numerusform>{group}, מהן כאן: %n</numerusform></translation>
    </message>
    <message>
        <source>{hits} here</source>
        <translation>{hits} כאן</translation>
    </message>
    <message>
        <source>{hits} in {items}</source>
        <translation>{hits} ב־{items}</translation>
    </message>
    <message>
        <source>{holder} holds more than {most} signatures or certificates; the others weren't read.</source>
        <translation>ב־{holder} יותר מ־{most} חתימות או אישורים; האחרים לא נקראו.</translation>
    </message>
    <message>
        <source>{items} coded</source>
        <translation>{items} קודדו</translation>
    </message>
    <message>
        <source>{items} disputed</source>
        <translation>{items} במחלוקת</translation>
    </message>
    <message>
        <source>{items} found</source>
        <translation>{items} נמצאו</translation>
    </message>
    <message>
        <source>{items} in {families}</source>
        <translation>{items} ב־{families}</translation>
    </message>
    <message>
        <source>{items} not searchable</source>
        <translation>{items} לא ניתנים לחיפוש</translation>
    </message>
    <message>
        <source>{items} of {batch} have no tag.</source>
        <translation>ללא תגית באצווה {batch}: {items}.</translation>
    </message>
    <message>
        <source>{items} partly searched</source>
        <translation>{items} נבדקו בחלקם</translation>
    </message>
    <message>
        <source>{items} to save …</source>
        <translation>{items} ממתינים לשמירה …</translation>
    </message>
    <message>
        <source>{judged} of {size}</source>
        <translation>{judged} מתוך {size}</translation>
    </message>
    <message>
        <source>{kind}(...) takes one word, without wildcards.</source>
        <translation>{kind}(...) מקבל מילה אחת, ללא תווים כלליים.</translation>
    </message>
    <message>
        <source>{left} of {items} items of '{name}' have no tag: {query} finds them. Code them, give the batch back, or complete it anyway (--anyway).</source>
        <translation>ל־{left} מתוך {items} פריטים של '{name}' אין תגית: {query} מוצאת אותם. יש לקודד אותם, להחזיר את האצווה או להשלים אותה בכל זאת.</translation>
    </message>
    <message numerus="yes">
        <source>{line}, the %n most frequent</source>
        <translation><numerusform>{line}, ה־%n השכיחות ביותר</numerusform><numerusform>{line}, ה־%n השכיחות ביותר</numerusform></translation>
    </message>
    <message>
        <source>{many} batches are named '{name}', from copies that were merged. Name its id: {ids}</source>
        <translation>{many} אצוות נקראות '{name}', מעותקים שמוזגו. יש לנקוב במזהה: {ids}</translation>
    </message>
    <message>
        <source>{many} samples are named '{name}', from copies that were merged. Name its id: {ids}</source>
        <translation>{many} מדגמים נקראים '{name}', מעותקים שמוזגו. יש לנקוב במזהה: {ids}</translation>
    </message>
    <message>
        <source>{many} sealed. Opening takes two persons: one asks, and says why; another one grants it (Code menu, or triage unseal).</source>
        <translation>חתום: {many}. לפתיחה דרושים שני אנשים: האחד מבקש ומנמק, והאחר מאשר (תפריט קידוד).</translation>
    </message>
    <message numerus="yes">
        <source>{message}  (%n copies)</source>
        <translation><numerusform>{message}  (עותק אחד)</numerusform><numerusform>{message}  (%n עותקים)</numerusform></translation>
    </message>
    <message>
        <source>{minutes} min left</source>
        <translation>נותרו {minutes} דק׳</translation>
    </message>
    <message>
        <source>{moment} UTC ({kind})</source>
        <translation>⁦{moment} UTC⁩ ({kind})</translation>
    </message>
    <message>
        <source>{moment} UTC ({kind}, original: {raw})</source>
        <translation>⁦{moment} UTC⁩ ({kind}, נכתב כך: {raw})</translation>
    </message>
    <message>
        <source>{month}: {items}</source>
        <translation>{month}: {items}</translation>
    </message>
    <message>
        <source>{more} more</source>
        <translation>עוד {more}</translation>
    </message>
    <message>
        <source>{name} (hidden)</source>
        <translation>{name} (מוסתר)</translation>
    </message>
    <message>
        <source>{name} and the whole unpack to far more than their size.</source>
        <translation>{name} והכול נפרסים להרבה יותר מגודלם.</translation>
    </message>
    <message>
        <source>{name} broke off after {size} bytes, which were kept ({error}).</source>
        <translation>{name} נקטע אחרי {size} בתים, והם נשמרו ({error}).</translation>
    </message>
    <message>
        <source>{name} can't be unpacked ({error}).</source>
        <translation>לא ניתן לפרוס את {name} ({error}).</translation>
    </message>
    <message>
        <source>{name} can't be unpacked whole ({error}).</source>
        <translation>לא ניתן לפרוס את {name} בשלמותו ({error}).</translation>
    </message>
    <message>
        <source>{name} can't be unpacked; the rest was read.</source>
        <translation>לא ניתן לפרוס את {name}; השאר נקרא.</translation>
    </message>
    <message>
        <source>{name} has a wrong checksum; it was read all the same.</source>
        <translation>סכום הביקורת של {name} שגוי; הוא נקרא בכל זאת.</translation>
    </message>
    <message>
        <source>{name} hidden</source>
        <translation>{name} מוסתר</translation>
    </message>
    <message>
        <source>{name} is already running; see the status bar.</source>
        <translation>{name} כבר מתבצע; ראו בשורת המצב.</translation>
    </message>
    <message>
        <source>{name} is cut short; what there is was kept.</source>
        <translation>{name} קטוע; מה שיש ממנו נשמר.</translation>
    </message>
    <message>
        <source>{name} is packed by method {method}, which can't be unpacked.</source>
        <translation>{name} דחוס בשיטה {method}, שלא ניתן לפרוס.</translation>
    </message>
    <message>
        <source>{name} is packed by method {method}, which the optional extra 'archives' unpacks.</source>
        <translation>{name} דחוס בשיטה {method}, שהתוספת האופציונלית 'archives' פורסת.</translation>
    </message>
    <message>
        <source>{name} is shorter than the archive says; what came was kept.</source>
        <translation>{name} קצר מכפי שהארכיון מציין; מה שהגיע נשמר.</translation>
    </message>
    <message>
        <source>{name} needs more than {most} MiB of memory to unpack; it was not read.</source>
        <translation>פריסת {name} דורשת יותר מ־{most} MiB זיכרון; הוא לא נקרא.</translation>
    </message>
    <message>
        <source>{name} unpacks to over {limit} MiB; it was not read.</source>
        <translation>{name} נפרס ליותר מ־{limit} MiB; הוא לא נקרא.</translation>
    </message>
    <message>
        <source>{name} unpacks to over {ratio} times its size; it was not read.</source>
        <translation>{name} נפרס ליותר מפי {ratio} מגודלו; הוא לא נקרא.</translation>
    </message>
    <message>
        <source>{name}: a report is written as {known}. Give it such an ending.</source>
        <translation>{name}: דוח נכתב כ־{known}. יש לתת לו סיומת כזאת.</translation>
    </message>
    <message>
        <source>{name}: over limit_total_mb together; not read.</source>
        <translation>{name}: יחד מעבר ל־limit_total_mb; לא נקרא.</translation>
    </message>
    <message>
        <source>{name}: progress</source>
        <translation>{name}: התקדמות</translation>
    </message>
    <message>
        <source>{name}: stopping …</source>
        <translation>{name}: עוצר …</translation>
    </message>
    <message>
        <source>{name}: the file holds more items than limit_children; not read.</source>
        <translation>{name}: בקובץ יותר פריטים מ־limit_children; לא נקרא.</translation>
    </message>
    <message>
        <source>{name}: the whole file unpacks to over {ratio} times its size; not read.</source>
        <translation>{name}: הקובץ כולו נפרס ליותר מפי {ratio} מגודלו; לא נקרא.</translation>
    </message>
    <message>
        <source>{name}: {done} of {total}</source>
        <translation>{name}: {done} מתוך {total}</translation>
    </message>
    <message>
        <source>{number}: built in</source>
        <translation>{number}: מובנית</translation>
    </message>
    <message>
        <source>{number}: {who}, {time}</source>
        <translation>{number}: {who}, {time}</translation>
    </message>
    <message>
        <source>{operator} joins words of the text, not values of {field}:.</source>
        <translation>{operator} מחבר מילים של הטקסט, לא ערכים של {field}:.</translation>
    </message>
    <message>
        <source>{other} did not start as a copy of this case; its decisions concern items that both have.</source>
        <translation>{other} לא התחיל כתיק זה; החלטותיו הן על פריטים שיש לשניהם.</translation>
    </message>
    <message>
        <source>{other}: {offered}, {known} known here, {added} new.</source>
        <translation>{other}: {offered}, {known} ידועות כאן, {added} חדשות.</translation>
    </message>
    <message>
        <source>{path} can't be merged: {why}. Nothing was taken over; ask for the copy again.</source>
        <translation>לא ניתן למזג את {path}: {why}. דבר לא נלקח; יש לבקש את העותק שוב.</translation>
    </message>
    <message>
        <source>{path} can't be read: {error}.</source>
        <translation>לא ניתן לקרוא את {path}: {error}.</translation>
    </message>
    <message>
        <source>{path} can't be read: {error}. Mend it or delete it to use the defaults.</source>
        <translation>לא ניתן לקרוא את {path}: {error}. יש לתקן אותו, או למחוק אותו כדי להשתמש בברירות המחדל.</translation>
    </message>
    <message>
        <source>{path} can't be read: {error}. Mend it; without a scope nothing may be opened.</source>
        <translation>לא ניתן לקרוא את {path}: {error}. יש לתקן אותו; ללא תחום אין לפתוח דבר.</translation>
    </message>
    <message>
        <source>{path} can't be written: {error}. Choose another place.</source>
        <translation>לא ניתן לכתוב את {path}: {error}. יש לבחור מקום אחר.</translation>
    </message>
    <message>
        <source>{path} can't be written: {error}. Export to another place.</source>
        <translation>לא ניתן לכתוב את {path}: {error}. יש לייצא למקום אחר.</translation>
    </message>
    <message>
        <source>{path} exists and isn't an empty folder. Choose another place for the case.</source>
        <translation>{path} קיים ואינו תיקייה ריקה. יש לבחור מקום אחר לתיק.</translation>
    </message>
    <message>
        <source>{path} exists. Name another file: nothing is overwritten.</source>
        <translation>{path} קיים. יש לנקוב בקובץ אחר: דבר אינו נדרס.</translation>
    </message>
    <message>
        <source>{path} has format {version}; this program reads {known}. Use the version that wrote it.</source>
        <translation>{path} בפורמט {version}; תוכנה זו קוראת את {known}. יש להשתמש בגרסה שכתבה אותו.</translation>
    </message>
    <message>
        <source>{path} is left from an export that was killed, or belongs to one that runs. Delete it if none does.</source>
        <translation>{path} נותר מייצוא שנקטע, או שייך לייצוא שרץ. אם אין כזה, יש למחוק אותו.</translation>
    </message>
    <message>
        <source>{path} is of an earlier version. Open it once, as with triage status, and retry.</source>
        <translation>{path} מגרסה קודמת. יש לפתוח אותו פעם אחת, למשל עם triage status, ולנסות שוב.</translation>
    </message>
    <message>
        <source>{path} is there already and is no folder. Name a new folder for the export.</source>
        <translation>{path} כבר קיים ואינו תיקייה. יש לנקוב בתיקייה חדשה לייצוא.</translation>
    </message>
    <message>
        <source>{path} is there already, and a report never replaces one. Choose another name.</source>
        <translation>{path} כבר קיים, ודוח לעולם אינו מחליף אחר. יש לבחור שם אחר.</translation>
    </message>
    <message>
        <source>{path} isn't a case: it has no {file}. Make one with: triage new CASE --allow DIR ...</source>
        <translation>{path} אינו תיק: אין בו {file}. יוצרים תיק בתפריט תיק, או עם triage new.</translation>
    </message>
    <message>
        <source>{path} lies inside {root}, whose files are evidence. Export to a folder outside.</source>
        <translation>{path} נמצא בתוך {root}, שקבציו הם ראיות. יש לייצא לתיקייה שמחוץ לו.</translation>
    </message>
    <message>
        <source>{path}, line {line}: {why}. Nothing was taken over; ask for the file again.</source>
        <translation>{path}, שורה {line}: {why}. דבר לא נלקח; יש לבקש את הקובץ שוב.</translation>
    </message>
    <message>
        <source>{path}: '{key}' takes a whole number from 0 up, not {value}.</source>
        <translation>{path}: '{key}' מקבל מספר שלם מ־0 ומעלה, לא {value}.</translation>
    </message>
    <message>
        <source>{path}: Enter opens it, Space ticks it</source>
        <translation>{path}: Enter מציג, רווח מסמן</translation>
    </message>
    <message>
        <source>{path}: there is no setting '{key}'. The settings are: {known}.</source>
        <translation>{path}: אין הגדרה '{key}'. ההגדרות הן: {known}.</translation>
    </message>
    <message>
        <source>{quoted}, {hits}</source>
        <translation>{quoted}, {hits}</translation>
    </message>
    <message>
        <source>{rate} items/s</source>
        <translation>{rate} פריטים בשנייה</translation>
    </message>
    <message>
        <source>{search}: {runs}.</source>
        <translation>{search}: {runs}.</translation>
    </message>
    <message>
        <source>{search}: {runs}: the same items.</source>
        <translation>{search}: {runs}: אותם פריטים.</translation>
    </message>
    <message>
        <source>{seconds} s left</source>
        <translation>נותרו {seconds} שנ׳</translation>
    </message>
    <message>
        <source>{signs} in {typed} isn't searched; for the signs too write ="{again}"</source>
        <translation>{signs} ב־{typed} אינו נכלל בחיפוש; כדי לחפש גם את הסימנים יש לכתוב ="{again}"</translation>
    </message>
    <message>
        <source>{sign} isn't read as NOT: write NOT {typed}, or {again} to search for it.</source>
        <translation>{sign} אינו נקרא כ־NOT: יש לכתוב NOT {typed}, או {again} כדי לחפש אותו.</translation>
    </message>
    <message>
        <source>{size} bytes, SHA-256 {digest}</source>
        <translation>{size} בתים, SHA-256 {digest}</translation>
    </message>
    <message>
        <source>{size} of {population} that {query} found; seed {seed}; {author}, {time} UTC</source>
        <translation>{size} מתוך {population} ש־{query} מצאה; גרעין {seed}; {author}, ⁦{time} UTC⁩</translation>
    </message>
    <message>
        <source>{some} and {more} more, listed under the text</source>
        <translation>{some} ועוד {more}, רשומים מתחת לטקסט</translation>
    </message>
    <message>
        <source>{tag} applied to {items}.</source>
        <translation>התגית ”{tag}“ מתווספת אל {items}.</translation>
    </message>
    <message>
        <source>{tag}, from anywhere</source>
        <translation>{tag}, מכל מקום</translation>
    </message>
    <message>
        <source>{tag}, key {key}</source>
        <translation>{tag}, מקש {key}</translation>
    </message>
    <message>
        <source>{tag}: {items}, {more} of them propagated{kept}.</source>
        <translation>{tag}: {items}, מהם {more} בהחלה{kept}.</translation>
    </message>
    <message>
        <source>{terms} could not be run</source>
        <translation>{terms} לא ניתן היה לחפש</translation>
    </message>
    <message>
        <source>{terms} in {items}</source>
        <translation>{terms} ב־{items}</translation>
    </message>
    <message>
        <source>{terms} in {items} of {set}</source>
        <translation>{terms} ב־{items} של {set}</translation>
    </message>
    <message>
        <source>{term} expands to {words}</source>
        <translation>{term} מייצג {words}</translation>
    </message>
    <message>
        <source>{term} isn't written like this in the query; exclude the word there with !({word}).</source>
        <translation>{term} אינו כתוב כך בשאילתה; יש למחוק שם את המילה באמצעות !({word}).</translation>
    </message>
    <message>
        <source>{typed} isn't text: {operator} joins words.</source>
        <translation>{typed} אינו טקסט: {operator} מחבר מילים.</translation>
    </message>
    <message>
        <source>{typed}: there is no distance by sentence or paragraph; write w/20 or another number of words.</source>
        <translation>{typed}: אין מרחק לפי משפט או פסקה; יש לכתוב w/20 או מספר מילים אחר.</translation>
    </message>
    <message>
        <source>{who} asked to open item {id}, so another person has to grant it.</source>
        <translation>{who} ביקש(ה) לפתוח את הפריט {id}, ולכן אדם אחר צריך לאשר.</translation>
    </message>
    <message>
        <source>{who} asked to open the seal: {value}</source>
        <translation>{who} – בקשה לפתיחת החותם: {value}</translation>
    </message>
    <message>
        <source>{who} asks to open it: {why}</source>
        <translation>{who} מבקש(ת) לפתוח: {why}</translation>
    </message>
    <message>
        <source>{who} has '{name}'. Only who has a batch completes it; it can be given back.</source>
        <translation>'{name}' אצל {who}. רק מי שמחזיק באצווה משלים אותה; אפשר להחזיר אותה.</translation>
    </message>
    <message>
        <source>{who} has asked already to open item {id}; another person has to grant it.</source>
        <translation>{who} כבר ביקש(ה) לפתוח את הפריט {id}; אדם אחר צריך לאשר.</translation>
    </message>
    <message>
        <source>{who} has had '{name}' since {time}. Take another, or ask for this one.</source>
        <translation>{name} אצל {who} מאז {time}. יש לקחת אחרת או לבקש את זו.</translation>
    </message>
    <message>
        <source>{who} opened the seal: {value}</source>
        <translation>{who} – פתיחת החותם: {value}</translation>
    </message>
    <message>
        <source>{who} removed {value}</source>
        <translation>{who} – הסרת התגית {value}</translation>
    </message>
    <message>
        <source>{who} sealed it: {value}</source>
        <translation>{who} – חתימה: {value}</translation>
    </message>
    <message>
        <source>{who} tagged {value}</source>
        <translation>{who} – הוספת התגית {value}</translation>
    </message>
    <message>
        <source>{who} wrote the note {value}</source>
        <translation>{who} – הערה: {value}</translation>
    </message>
    <message numerus="yes">
        <source>{who}: %n earlier decisions</source>
        <translation><numerusform>{who}: החלטה קודמת אחת</numerusform><numerusform>{who}: %n החלטות קודמות</numerusform></translation>
    </message>
    <message>
        <source>{words} and {more} more</source>
        <translation>{words} ועוד {more}</translation>
    </message>
    <message>
        <source>~ follows one word, without wildcards.</source>
        <translation>~ בא אחרי מילה אחת, ללא תווים כלליים.</translation>
    </message>
    <message>
        <source>~ takes 1 or 2, the number of letters that may differ.</source>
        <translation>~ מקבל 1 או 2, מספר האותיות שמותר שיהיו שונות.</translation>
    </message>
    <message>
        <source>“{sought}” isn't in this item's text.</source>
        <translation>”{sought}“ אינו בטקסט של פריט זה.</translation>
    </message>
</context>
</TS>
