<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<!-- Terms: case תיק · scope תחום הבדיקה · custodian משמורן · item פריט · hit התאמה · tag תגית · coding קידוד · reviewer בודק ·
relevant רלוונטי · privileged חסוי · family משפחה · parent הורה · attachment צרופה · conversation שרשור · finding ממצא ·
query שאילתה · term מונח · facet חתך · index אינדוקס · searchable ניתן לחיפוש · coverage כיסוי · export ייצוא · seal חותם ·
checksum סכום ביקורת · ledger פנקס · batch אצווה · sample מדגם · blind סמוי · conflict סתירה · propagation החלה · sealed item פריט חתום.
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
        <source>% of scope</source>
        <translation>% מהקבוצה</translation>
    </message>
    <message numerus="yes">
        <source>%n Outlook items could not be converted to mail messages; the report says which and why.</source>
        <translation><numerusform>פריט Outlook אחד לא ניתן היה להמיר להודעת דואר; הדוח מציין איזה ומדוע.</numerusform><numerusform>%n פריטי Outlook לא ניתן היה להמיר להודעות דואר; הדוח מציין אילו ומדוע.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n accepted merge</source>
        <translation><numerusform>מיזוג אחד שהתקבל</numerusform><numerusform>%n מיזוגים שהתקבלו</numerusform></translation>
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
        <source>%n copy</source>
        <translation><numerusform>עותק אחד</numerusform><numerusform>%n עותקים</numerusform></translation>
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
        <source>%n documents of the replaced production are clawed back; see replaced.xlsx.</source>
        <translation><numerusform>מסמך אחד מההפקה שהוחלפה נדרש בחזרה; ראו replaced.xlsx.</numerusform><numerusform>%n מסמכים מההפקה שהוחלפה נדרשים בחזרה; ראו replaced.xlsx.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n family</source>
        <translation><numerusform>משפחה אחת</numerusform><numerusform>%n משפחות</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n file</source>
        <translation><numerusform>קובץ אחד</numerusform><numerusform>%n קבצים</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n files could not be processed</source>
        <translation><numerusform>קובץ אחד לא הפך לפריט</numerusform><numerusform>%n קבצים לא הפכו לפריטים</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n files moved</source>
        <translation><numerusform>קובץ אחד עבר מקום</numerusform><numerusform>%n קבצים עברו מקום</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n files outdated</source>
        <translation><numerusform>קובץ אחד לא מעודכן</numerusform><numerusform>%n קבצים לא מעודכנים</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n files unchanged</source>
        <translation><numerusform>ללא שינוי: קובץ אחד</numerusform><numerusform>ללא שינוי: %n קבצים</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n files vanished</source>
        <translation><numerusform>קובץ אחד נעלם</numerusform><numerusform>%n קבצים נעלמו</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n finding</source>
        <translation><numerusform>ממצא אחד</numerusform><numerusform>%n ממצאים</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n findings leave without what is redacted, and without their originals.</source>
        <translation><numerusform>ממצא אחד יוצא בלי מה שהושחר ובלי המקור שלו.</numerusform><numerusform>%n ממצאים יוצאים בלי מה שהושחר ובלי המקורות שלהם.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n folders may be read:</source>
        <translation><numerusform>מותר לקרוא תיקייה אחת:</numerusform><numerusform>מותר לקרוא %n תיקיות:</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n gap</source>
        <translation><numerusform>חוסר אחד</numerusform><numerusform>%n חוסרים</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n hit</source>
        <translation><numerusform>התאמה אחת</numerusform><numerusform>%n התאמות</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n id</source>
        <translation><numerusform>מזהה אחד</numerusform><numerusform>%n מזהים</numerusform></translation>
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
        <source>%n items inside files left out (denied by the scope)</source>
        <translation><numerusform>פריט אחד בתוך קבצים הושמט (התחום אוסר עליו)</numerusform><numerusform>%n פריטים בתוך קבצים הושמטו (התחום אוסר עליהם)</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n items of mailboxes that grew not read again</source>
        <translation><numerusform>פריט אחד של תיבות דואר שגדלו לא נקרא שוב</numerusform><numerusform>%n פריטים של תיבות דואר שגדלו לא נקראו שוב</numerusform></translation>
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
        <source>%n mail</source>
        <translation><numerusform>הודעה אחת</numerusform><numerusform>%n הודעות</numerusform></translation>
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
        <source>%n more item</source>
        <translation><numerusform>עוד פריט אחד</numerusform><numerusform>עוד %n פריטים</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n more messages of this conversation aren't shown here.</source>
        <translation><numerusform>הודעה נוספת אחת בשרשור זו אינה מוצגת כאן.</numerusform><numerusform>%n הודעות נוספות בשרשור זו אינן מוצגות כאן.</numerusform></translation>
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
        <source>%n name</source>
        <translation><numerusform>שם אחד</numerusform><numerusform>%n שמות</numerusform></translation>
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
        <source>%n of them aren't coded</source>
        <translation><numerusform>אחד מהם לא קודד</numerusform><numerusform>%n מהם לא קודדו</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n of these are superseded or vanished.</source>
        <translation><numerusform>אחד מהם הוחלף או נעלם.</numerusform><numerusform>%n מהם הוחלפו או נעלמו.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n of these don't match themselves, but belong to items that do.</source>
        <translation><numerusform>אחד מהם אינו תואם בעצמו, אבל שייך לפריט תואם.</numerusform><numerusform>%n מהם אינם תואמים בעצמם, אבל שייכים לפריטים תואמים.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n originals could not be exported; the report in the folder says which and why.</source>
        <translation><numerusform>מקור אחד לא ניתן היה להשיג; הדוח בתיקייה מציין איזה ומדוע.</numerusform><numerusform>%n מקורות לא ניתן היה להשיג; הדוח בתיקייה מציין אילו ומדוע.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n originals or pages are missing; their slip sheets state why.</source>
        <translation><numerusform>מקור או עמוד אחד חסר; דף המידע שלו מציין מדוע.</numerusform><numerusform>%n מקורות או עמודים חסרים; דפי המידע שלהם מציינים מדוע.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n other item</source>
        <translation><numerusform>פריט אחר אחד</numerusform><numerusform>%n פריטים אחרים</numerusform></translation>
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
        <source>%n people are shown; the list has all.</source>
        <translation><numerusform>מוצג אדם אחד; ברשימה נמצאים כולם.</numerusform><numerusform>מוצגים %n אנשים; ברשימה נמצאים כולם.</numerusform></translation>
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
        <source>%n rejected name</source>
        <translation><numerusform>שם אחד שנדחה</numerusform><numerusform>%n שמות שנדחו</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n relevant item</source>
        <translation><numerusform>פריט רלוונטי אחד</numerusform><numerusform>%n פריטים רלוונטיים</numerusform></translation>
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
        <source>%n searched word</source>
        <translation><numerusform>מילת חיפוש אחת</numerusform><numerusform>%n מילות חיפוש</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n selected item</source>
        <translation><numerusform>פריט מסומן אחד</numerusform><numerusform>%n פריטים מסומנים</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n strings are nearly redacted words. Nothing leaves before you decide.</source>
        <translation><numerusform>מחרוזת אחת היא כמעט מילה שהושחרה. דבר לא יוצא לפני שתחליטו.</numerusform><numerusform>%n מחרוזות הן כמעט מילים שהושחרו. דבר לא יוצא לפני שתחליטו.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n superseded or vanished items have decisions</source>
        <translation><numerusform>לפריט אחד שהוחלף או נעלם יש החלטות</numerusform><numerusform>ל־%n פריטים שהוחלפו או נעלמו יש החלטות</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n term</source>
        <translation><numerusform>מונח אחד</numerusform><numerusform>%n מונחים</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n undated items</source>
        <translation><numerusform>פריט אחד ללא תאריך</numerusform><numerusform>%n פריטים ללא תאריך</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n word</source>
        <translation><numerusform>מילה אחת</numerusform><numerusform>%n מילים</numerusform></translation>
    </message>
    <message>
        <source>(no date of its own)</source>
        <translation>(אין תאריך משלו)</translation>
    </message>
    <message>
        <source>(no date)</source>
        <translation>(ללא תאריך)</translation>
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
        <source>A backup is a copy of the case as it is at one moment, which is then verified. Sources aren't copied.</source>
        <translation>גיבוי הוא עותק של התיק כפי שהוא ברגע אחד, ולאחר מכן הוא מאומת. המקורות אינם מועתקים.</translation>
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
        <source>A click, or Enter, runs an example. Operators and names of fields are English in every language.</source>
        <translation>לחיצה, או Enter, מריצה דוגמה. אופרטורים ושמות שדות הם באנגלית בכל שפה.</translation>
    </message>
    <message>
        <source>A denied folder counts as one name. Names alone were looked at; nothing was opened.</source>
        <translation>תיקייה אסורה נספרת כשם אחד. נבדקו שמות בלבד; דבר לא נפתח.</translation>
    </message>
    <message>
        <source>A folder that may be read</source>
        <translation>תיקייה שמותר לקרוא</translation>
    </message>
    <message>
        <source>A mail's HTML without styles, pictures and links; hidden text is shown as well</source>
        <translation>ה־HTML של הודעה ללא סגנונות, תמונות וקישורים; גם טקסט מוסתר מוצג</translation>
    </message>
    <message>
        <source>A message is missing here: {id}</source>
        <translation>כאן חסרה הודעה: {id}</translation>
    </message>
    <message>
        <source>A new, empty folder for the case</source>
        <translation>תיקייה חדשה וריקה לתיק</translation>
    </message>
    <message>
        <source>A note is not saved</source>
        <translation>הערה לא נשמרה</translation>
    </message>
    <message>
        <source>A region of page {number}</source>
        <translation>אזור בעמוד {number}</translation>
    </message>
    <message>
        <source>A sample is open: R assesses as relevant, I as not relevant, U clears. Close the sample to code.</source>
        <translation>מדגם פתוח: R שופט כרלוונטי, I כלא רלוונטי, U מבטל. יש לסגור את המדגם כדי לקודד.</translation>
    </message>
    <message>
        <source>A sealed item can't be compared.</source>
        <translation>אי אפשר להשוות פריט חתום.</translation>
    </message>
    <message>
        <source>A text for the beginning of the report; a blank line ends a paragraph.</source>
        <translation>טקסט לפתיחת הדוח; שורה ריקה מסיימת פסקה.</translation>
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
        <source>Accept</source>
        <translation>לקבל</translation>
    </message>
    <message>
        <source>Accept selected strings</source>
        <translation>לאשר את המחרוזות שנבחרו</translation>
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
        <source>Add a folder to the scope …</source>
        <translation>הוספת תיקייה לתחום …</translation>
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
        <source>Add a pattern …</source>
        <translation>הוספת תבנית …</translation>
    </message>
    <message>
        <source>Add a row</source>
        <translation>הוספת שורה</translation>
    </message>
    <message>
        <source>Add at least one folder that may be read, with its custodian.</source>
        <translation>יש להוסיף לפחות תיקייה אחת שמותר לקרוא, עם המשמורן שלה.</translation>
    </message>
    <message>
        <source>Addresses and names that may be one person's</source>
        <translation>כתובות ושמות שאולי שייכים לאותו אדם</translation>
    </message>
    <message>
        <source>Addresses and names that may be one person's are suggested from headers, with the evidence for each.</source>
        <translation>כתובות ושמות שאולי שייכים לאותו אדם מוצעים לפי כותרות, עם הראיות לכל הצעה.</translation>
    </message>
    <message>
        <source>Advance after coding</source>
        <translation>מעבר לפריט הבא לאחר קידוד</translation>
    </message>
    <message>
        <source>After the change: {sums}.</source>
        <translation>אחרי השינוי: {sums}.</translation>
    </message>
    <message>
        <source>All attachments (see Related)</source>
        <translation>כל הצרופות (ראו פריטים קשורים)</translation>
    </message>
    <message>
        <source>All messages of the conversation in order</source>
        <translation>כל ההודעות בשרשור לפי הסדר</translation>
    </message>
    <message>
        <source>All of them are left out, so there is nothing to export.</source>
        <translation>כולם נשארים בחוץ, ולכן אין מה לייצא.</translation>
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
        <source>Already read and no longer in scope: {files}, {items}, with decisions on {decided}. They stay in the case.</source>
        <translation>נקראו ואינם עוד בתחום: {files}, {items}, ועל {decided} מהם יש החלטות. הם נשארים בתיק.</translation>
    </message>
    <message>
        <source>Already redacted</source>
        <translation>כבר הושחר</translation>
    </message>
    <message>
        <source>Already tagged: {items}.</source>
        <translation>כבר תויגו כך: {items}.</translation>
    </message>
    <message numerus="yes">
        <source>Also applied to %n copies.</source>
        <translation><numerusform>מתווספת גם אל עותק אחד.</numerusform><numerusform>מתווספת גם אל %n עותקים.</numerusform></translation>
    </message>
    <message>
        <source>Also applied to {whom}</source>
        <translation>מוחלת על {whom}</translation>
    </message>
    <message>
        <source>Also export</source>
        <translation>לייצא גם</translation>
    </message>
    <message numerus="yes">
        <source>Also in %n other families</source>
        <translation><numerusform>גם במשפחה אחת נוספת</numerusform><numerusform>גם ב־%n משפחות נוספות</numerusform></translation>
    </message>
    <message>
        <source>Also in this family</source>
        <translation>גם במשפחה זו</translation>
    </message>
    <message numerus="yes">
        <source>Also removed from %n copies.</source>
        <translation><numerusform>מוסרת גם מעותק אחד.</numerusform><numerusform>מוסרת גם מ־%n עותקים.</numerusform></translation>
    </message>
    <message>
        <source>Also removed from {items} that it was propagated to.</source>
        <translation>מוסרת גם מן {items} שקיבלו אותה בעקבות פריטים אלה.</translation>
    </message>
    <message>
        <source>Also sealed, as attachments or duplicates: {items}.</source>
        <translation>נחתמים יחד, כי הם בתוך הפריט או עותקים שלו: {items}.</translation>
    </message>
    <message>
        <source>Also written {ways} ({items})</source>
        <translation>נכתב גם {ways} ({items})</translation>
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
        <source>An hour</source>
        <translation>לשעה</translation>
    </message>
    <message>
        <source>An internal error: {said}. The details are on the terminal.</source>
        <translation>תקלה בתוכנה זו: {said}. הפרטים נמצאים במסוף.</translation>
    </message>
    <message>
        <source>An undo wasn't shown yet, so this key was ignored. Press it again.</source>
        <translation>הביטול עדיין לא הוצג, ולכן המקש הזה לא נקלט. יש ללחוץ עליו שוב.</translation>
    </message>
    <message>
        <source>Annotation or form field</source>
        <translation>ביאור או שדה טופס</translation>
    </message>
    <message>
        <source>Another copy's folder, or the decision file that it wrote</source>
        <translation>תיקייה של עותק אחר, או קובץ ההחלטות שהוא כתב</translation>
    </message>
    <message>
        <source>Anywhere</source>
        <translation>בכל מקום</translation>
    </message>
    <message>
        <source>Applies</source>
        <translation>בתוקף</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>הוספה</translation>
    </message>
    <message>
        <source>Apply also to</source>
        <translation>מוחלת על</translation>
    </message>
    <message>
        <source>Apply or remove the tag</source>
        <translation>הוספת התגית או הסרתה</translation>
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
        <source>Arrange columns …</source>
        <translation>סידור העמודות …</translation>
    </message>
    <message>
        <source>Arrange the report</source>
        <translation>עריכת הדוח</translation>
    </message>
    <message>
        <source>Arrange …</source>
        <translation>עריכה …</translation>
    </message>
    <message>
        <source>Arrow keys choose a month, Shift extends, Enter applies, + and - zoom.</source>
        <translation>מקשי החצים בוחרים חודש, Shift מרחיב, Enter מחיל, + ו־- משנים את התצוגה.</translation>
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
        <source>As tabs beside the item</source>
        <translation>ככרטיסיות לצד הפריט</translation>
    </message>
    <message>
        <source>As text  {query}</source>
        <translation>כטקסט  {query}</translation>
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
        <source>Attachments</source>
        <translation>צרופות</translation>
    </message>
    <message>
        <source>Attachments, replies and copies of the selected item appear here.</source>
        <translation>כאן מופיעים צרופות, תשובות ועותקים של הפריט הנבחר.</translation>
    </message>
    <message>
        <source>Back up the case …</source>
        <translation>גיבוי התיק …</translation>
    </message>
    <message>
        <source>Back up …</source>
        <translation>גיבוי …</translation>
    </message>
    <message>
        <source>Backing up</source>
        <translation>גיבוי</translation>
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
        <source>Batch {items}</source>
        <translation>אצווה של {items}</translation>
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
        <source>Below the list</source>
        <translation>מתחת לרשימה</translation>
    </message>
    <message>
        <source>Beside the list</source>
        <translation>לצד הרשימה</translation>
    </message>
    <message>
        <source>Blind</source>
        <translation>סמוי</translation>
    </message>
    <message>
        <source>Bottom panels</source>
        <translation>לוחות תחתונים</translation>
    </message>
    <message>
        <source>Build a query</source>
        <translation>בניית שאילתה</translation>
    </message>
    <message>
        <source>Build a query …</source>
        <translation>בניית שאילתה …</translation>
    </message>
    <message>
        <source>By date, with everything</source>
        <translation>לפי תאריך, עם הכול</translation>
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
        <source>Can't be opened: {folders}. If a folder was moved, relink it.</source>
        <translation>לא ניתן לפתוח: {folders}. אם תיקייה הועברה, יש לקשר אותה מחדש.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>ביטול</translation>
    </message>
    <message>
        <source>Cancel sealing</source>
        <translation>ביטול החתימה</translation>
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
        <source>Case page</source>
        <translation>דף התיק</translation>
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
        <source>Change the reviewer's name</source>
        <translation>שינוי שם הבודק</translation>
    </message>
    <message>
        <source>Change the scope</source>
        <translation>שינוי התחום</translation>
    </message>
    <message>
        <source>Change …</source>
        <translation>שינוי …</translation>
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
        <translation>סכום ביקורת (יש לשמור אותו בנפרד מהתיקייה; הוא מוכיח שדבר לא שונה):</translation>
    </message>
    <message>
        <source>Checksum (send it through a different channel; merging checks it):</source>
        <translation>סכום ביקורת (יש למסור אותו בדרך אחרת מהקובץ; המיזוג בודק אותו):</translation>
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
        <source>Choose the folder that may be read</source>
        <translation>בחירת התיקייה שמותר לקרוא</translation>
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
        <source>Click to sort.</source>
        <translation>לחיצה ממיינת.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>סגירה</translation>
    </message>
    <message>
        <source>Close and lose the note</source>
        <translation>לסגור ולאבד את ההערה</translation>
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
        <source>Closing the case stops indexing. What was read is kept, and indexing resumes where it stopped.</source>
        <translation>סגירת התיק עוצרת את האינדוקס. מה שנקרא נשמר, והאינדוקס יימשך מהמקום שבו נעצר.</translation>
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
        <source>Code selected items …</source>
        <translation>קידוד: הפריטים המסומנים …</translation>
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
        <source>Coded differently (is:disputed)</source>
        <translation>קודדו באופן שונה (is:disputed)</translation>
    </message>
    <message>
        <source>Coded items that their reviewer had been shown before: {read} of {coded}.</source>
        <translation>פריטים מקודדים שהוצגו לסוקר שלהם לפני הקידוד: {read} מתוך {coded}.</translation>
    </message>
    <message>
        <source>Coded: {coded} more, which had not been shown to the reviewer before and don't count as read.</source>
        <translation>קודדו: עוד {coded}, שלא הוצגו לסוקר לפני כן ואינם נחשבים כנקראים.</translation>
    </message>
    <message>
        <source>Codes {items}, after asking.</source>
        <translation>קידוד של {items}, לאחר אישור.</translation>
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
        <source>Column {name}</source>
        <translation>העמודה {name}</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>עמודות</translation>
    </message>
    <message>
        <source>Columns in their order</source>
        <translation>העמודות לפי סדרן</translation>
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
        <source>Compact</source>
        <translation>דחיסה</translation>
    </message>
    <message>
        <source>Compact the case</source>
        <translation>דחיסת התיק</translation>
    </message>
    <message>
        <source>Compacting</source>
        <translation>דחיסה</translation>
    </message>
    <message>
        <source>Compacting merges the index and gives unused room back to the disk. The case holds the same as before.</source>
        <translation>הדחיסה ממזגת את האינדקס ומחזירה לכונן מקום שאינו בשימוש. תוכן התיק אינו משתנה.</translation>
    </message>
    <message>
        <source>Compare both</source>
        <translation>להשוות ביניהן</translation>
    </message>
    <message>
        <source>Compare two items</source>
        <translation>השוואת שני פריטים</translation>
    </message>
    <message>
        <source>Comparing …</source>
        <translation>משווה …</translation>
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
        <source>Completions</source>
        <translation>השלמות</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>תנאי</translation>
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
        <source>Continue</source>
        <translation>המשך</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>שרשור</translation>
    </message>
    <message>
        <source>Conversation of this item (by headers)</source>
        <translation>השרשור של פריט זה (לפי הכותרות)</translation>
    </message>
    <message>
        <source>Conversation size</source>
        <translation>גודל ההתכתבות</translation>
    </message>
    <message>
        <source>Conversation, with a heading for each</source>
        <translation>שרשור, עם כותרת לכל אחד</translation>
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
        <source>Copied: {ids}.</source>
        <translation>הועתקו: {ids}.</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>עותקים</translation>
    </message>
    <message>
        <source>Copies count once</source>
        <translation>עותקים נספרים פעם אחת</translation>
    </message>
    <message>
        <source>Copies included</source>
        <translation>כולל עותקים</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>העתקה</translation>
    </message>
    <message>
        <source>Copy ids</source>
        <translation>העתקת המזהים</translation>
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
        <source>Count</source>
        <translation>מספר</translation>
    </message>
    <message>
        <source>Count again</source>
        <translation>ספירה מחדש</translation>
    </message>
    <message>
        <source>Count both as one person</source>
        <translation>לספור את שניהם כאדם אחד</translation>
    </message>
    <message>
        <source>Counting files by their names: {number} so far …</source>
        <translation>סופר קבצים לפי שמותיהם: {number} עד כה …</translation>
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
        <source>Decide what to do with families of withheld items …</source>
        <translation>החליטו מה לעשות במשפחות של פריטים שנמנעה מסירתם …</translation>
    </message>
    <message>
        <source>Decide what to do with privileged items …</source>
        <translation>החליטו מה לעשות בפריטים החסויים …</translation>
    </message>
    <message>
        <source>Decide what to do with redacted items …</source>
        <translation>החליטו מה לעשות בפריטים שהושחרו …</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>הוחלט</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>החלטה</translation>
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
        <source>Difference {number} of {total}</source>
        <translation>הבדל {number} מתוך {total}</translation>
    </message>
    <message>
        <source>Disagreement</source>
        <translation>אי־הסכמה</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>ביטול מה שהוזן</translation>
    </message>
    <message>
        <source>Discard note</source>
        <translation>השלכת ההערה</translation>
    </message>
    <message>
        <source>Discard what was entered for the new case?</source>
        <translation>לבטל את מה שהוזן לתיק החדש?</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>סגירה</translation>
    </message>
    <message>
        <source>Disputed: the latest decisions of two people differ.</source>
        <translation>במחלוקת: המילה האחרונה של שני אנשים על הפריט שונה.</translation>
    </message>
    <message>
        <source>Distinct</source>
        <translation>ייחודיים</translation>
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
        <source>Documents: {treatments}.</source>
        <translation>מסמכים: {treatments}.</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>למטה</translation>
    </message>
    <message>
        <source>Drag over the region, or move it with the arrows (Shift: size) and press Enter.</source>
        <translation>יש לגרור על פני האזור, או להזיז אותו במקשי החצים (Shift: גודל) וללחוץ Enter.</translation>
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
        <source>Duplicate</source>
        <translation>עותק</translation>
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
        <source>Enter a value in a row.</source>
        <translation>יש להזין ערך בשורה.</translation>
    </message>
    <message>
        <source>Enter on a row, or a click on a bar, finds its items.</source>
        <translation>Enter על שורה, או לחיצה על עמודה בתרשים, מאתרים את הפריטים שלה.</translation>
    </message>
    <message>
        <source>Enter records your decision under this name, Tab changes the name first.</source>
        <translation>Enter רושם את ההחלטה בשם הזה; Tab מאפשר לשנות את השם תחילה.</translation>
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
        <source>Every item of the sample has been assessed.</source>
        <translation>כל פריטי המדגם נשפטו.</translation>
    </message>
    <message>
        <source>Every item that was read could be searched.</source>
        <translation>אפשר היה לחפש בכל פריט שנקרא.</translation>
    </message>
    <message>
        <source>Every one of these items could be searched in full.</source>
        <translation>ניתן היה לחפש בכל אחד מפריטים אלה במלואו.</translation>
    </message>
    <message>
        <source>Everything holds. Checks: {number}.</source>
        <translation>הכול תקין. בדיקות: {number}.</translation>
    </message>
    <message>
        <source>Everything that was read holds; that is not the whole case. Checks: {number}.</source>
        <translation>כל מה שנקרא תקין; זה אינו כל התיק. בדיקות: {number}.</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>ראיות</translation>
    </message>
    <message>
        <source>Examples of queries</source>
        <translation>דוגמאות לשאילתות</translation>
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
        <source>Export privileged items all the same</source>
        <translation>לייצא את הפריטים החסויים בכל זאת</translation>
    </message>
    <message>
        <source>Export redacted items as they are</source>
        <translation>לייצא את הפריטים שהושחרו כמות שהם</translation>
    </message>
    <message>
        <source>Export without what is redacted</source>
        <translation>לייצא בלי מה שהושחר</translation>
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
        <source>Field</source>
        <translation>שדה</translation>
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
        <source>Files that are named</source>
        <translation>קבצים ששמם נזכר</translation>
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
        <source>Find contained mails</source>
        <translation>לאתר הודעות מוכלות</translation>
    </message>
    <message>
        <source>Find disputed items</source>
        <translation>איתור כל מה ששנוי במחלוקת</translation>
    </message>
    <message>
        <source>Find gaps</source>
        <translation>לאתר חוסרים</translation>
    </message>
    <message>
        <source>Find in this item</source>
        <translation>חיפוש בפריט זה</translation>
    </message>
    <message>
        <source>Find names</source>
        <translation>לחפש שמות</translation>
    </message>
    <message>
        <source>Find names again</source>
        <translation>לחפש שמות שוב</translation>
    </message>
    <message>
        <source>Find near-duplicates</source>
        <translation>איתור תוכן כמעט זהה</translation>
    </message>
    <message>
        <source>Find what is like it</source>
        <translation>למצוא מה שדומה לו</translation>
    </message>
    <message>
        <source>Find what is no longer in the sources</source>
        <translation>לחיפוש מה שאינו עוד במקורות</translation>
    </message>
    <message>
        <source>Find who may be one person</source>
        <translation>לבדוק מי אולי אותו אדם</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>ממצא</translation>
    </message>
    <message>
        <source>Finding contained mails</source>
        <translation>איתור הודעות מוכלות</translation>
    </message>
    <message>
        <source>Finding gaps</source>
        <translation>איתור חוסרים</translation>
    </message>
    <message>
        <source>Finding names</source>
        <translation>חיפוש שמות</translation>
    </message>
    <message>
        <source>Finding near-duplicates</source>
        <translation>איתור תוכן כמעט זהה</translation>
    </message>
    <message>
        <source>Finding people</source>
        <translation>איתור אנשים</translation>
    </message>
    <message>
        <source>Finding who is one person</source>
        <translation>בדיקה מי הוא אותו אדם</translation>
    </message>
    <message>
        <source>Finding words used alike</source>
        <translation>חיפוש מילים בשימוש דומה</translation>
    </message>
    <message>
        <source>Finds</source>
        <translation>מוצאת</translation>
    </message>
    <message>
        <source>Finish and report</source>
        <translation>הכול נבדק: דוח</translation>
    </message>
    <message>
        <source>Fit page</source>
        <translation>התאמת העמוד</translation>
    </message>
    <message>
        <source>Fit the page to the view (Ctrl+9)</source>
        <translation>התאמת העמוד לתצוגה (Ctrl+9)</translation>
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
        <source>Folder or pattern</source>
        <translation>תיקייה או תבנית</translation>
    </message>
    <message>
        <source>Folder to export into</source>
        <translation>תיקייה לייצוא</translation>
    </message>
    <message>
        <source>Folder to produce into</source>
        <translation>תיקייה להפקה</translation>
    </message>
    <message>
        <source>Folder to put the backup into</source>
        <translation>התיקייה שבה יישמר הגיבוי</translation>
    </message>
    <message>
        <source>Folder …</source>
        <translation>תיקייה …</translation>
    </message>
    <message>
        <source>Folders that couldn't be listed: {number}.</source>
        <translation>תיקיות שלא ניתן היה לפרט: {number}.</translation>
    </message>
    <message>
        <source>Footnote or endnote</source>
        <translation>הערת שוליים או הערת סיום</translation>
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
        <source>Found under the allowed folders: {files}. Became items: {read}. Could not be read: {failed}. Denied, and not opened: {denied}.</source>
        <translation>נמצאו בתיקיות המותרות: {files}. הפכו לפריטים: {read}. לא ניתנו לקריאה: {failed}. נאסרו ולא נפתחו: {denied}.</translation>
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
        <source>Gaps</source>
        <translation>חוסרים</translation>
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
        <source>Go to first attachment</source>
        <translation>מעבר לצרופה הראשונה</translation>
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
        <source>Go to the later mail</source>
        <translation>להודעה המאוחרת</translation>
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
        <source>Graph of who wrote to whom</source>
        <translation>גרף של מי כתב למי</translation>
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
        <source>Hide the legend (menu View)</source>
        <translation>הסתרת המקרא (תפריט תצוגה)</translation>
    </message>
    <message>
        <source>Highlight</source>
        <translation>הדגשה</translation>
    </message>
    <message>
        <source>Highlighted terms in this item</source>
        <translation>מונחים מודגשים בפריט הזה</translation>
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
        <source>Holds a redacted item</source>
        <translation>מכיל פריט שהושחר</translation>
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
        <source>How</source>
        <translation>איך</translation>
    </message>
    <message>
        <source>How far the review has come</source>
        <translation>עד כמה התקדמה הסקירה</translation>
    </message>
    <message>
        <source>How much of the case is read</source>
        <translation>כמה מן התיק נקרא</translation>
    </message>
    <message>
        <source>How the term was interpreted, or why it could not be run</source>
        <translation>כיצד הובן המונח, או מדוע לא ניתן היה לחפשו</translation>
    </message>
    <message>
        <source>How this row is joined</source>
        <translation>איך השורה מצטרפת</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>מזהה</translation>
    </message>
    <message>
        <source>If this was a mistake, press Esc now.</source>
        <translation>אם זו טעות, לחצו Esc עכשיו.</translation>
    </message>
    <message>
        <source>If this was a mistake, two people can open it: Code &gt; Open a sealed item.</source>
        <translation>אם זו טעות, שני אנשים יכולים לפתוח אותו: קידוד &gt; פתיחת פריט חתום.</translation>
    </message>
    <message>
        <source>If you close now, the text is lost. Save the note, or copy it elsewhere.</source>
        <translation>אם תסגרו כעת, הטקסט יאבד. שמרו את ההערה או העתיקו אותה למקום אחר.</translation>
    </message>
    <message>
        <source>If you grant it, the text returns to searches, lists and exports.</source>
        <translation>אם תאשרו, הטקסט יחזור לחיפושים, לרשימות ולייצוא.</translation>
    </message>
    <message>
        <source>In a family with a withheld item: {many} of {items}. Nothing is produced before you decide.</source>
        <translation>במשפחה עם פריט שנמנעה מסירתו: {many} מתוך {items}. דבר לא יופק לפני שתחליטו.</translation>
    </message>
    <message>
        <source>In an earlier session you began notes that you did not save, on {items}.</source>
        <translation>בהפעלה קודמת התחלתם הערות ולא שמרתם אותן, על {items}.</translation>
    </message>
    <message>
        <source>In families that no other term finds</source>
        <translation>במשפחות ששום מונח אחר אינו מגיע אליהן</translation>
    </message>
    <message>
        <source>In windows of their own</source>
        <translation>בחלונות נפרדים</translation>
    </message>
    <message>
        <source>Includes or excludes</source>
        <translation>כולל או מוציא</translation>
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
        <source>Indexing is not finished</source>
        <translation>האינדוקס לא הסתיים</translation>
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
        <source>Is in one of</source>
        <translation>מוכלת בהודעה מ־</translation>
    </message>
    <message>
        <source>It is filled by Case &gt; Find near-duplicates.</source>
        <translation>העמודה מתמלאת דרך תיק &gt; איתור תוכן כמעט זהה.</translation>
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
        <source>It replaces another tag on {items}.</source>
        <translation>היא מחליפה תגית אחרת ב־{items}.</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>פריט</translation>
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
        <source>Items keep what a person decided on this tag, or on another tag of its group.</source>
        <translation>פריטים שומרים על מה שאדם החליט לגבי תגית זו או לגבי תגית אחרת בקבוצה שלה.</translation>
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
        <source>Items shown to each: {people}.</source>
        <translation>פריטים שהוצגו לכל אחד: {people}.</translation>
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
        <source>Items to decide on</source>
        <translation>פריטים הממתינים להחלטה</translation>
    </message>
    <message>
        <source>Items without a date of their own, which have no bar; a click finds them</source>
        <translation>פריטים בלי תאריך משלהם, שאין להם עמודה; לחיצה מוצאת אותם</translation>
    </message>
    <message>
        <source>Its HTML contains no words.</source>
        <translation>אין מילים ב־HTML שלו.</translation>
    </message>
    <message>
        <source>Keep editing</source>
        <translation>המשך עריכה</translation>
    </message>
    <message>
        <source>Keep it open</source>
        <translation>להשאיר פתוח</translation>
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
        <source>Keys and buttons code {items}.</source>
        <translation>המקשים והכפתורים מקודדים {items}.</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>סוג</translation>
    </message>
    <message>
        <source>Kind of gap</source>
        <translation>סוג החוסר</translation>
    </message>
    <message>
        <source>Kinds of suggestion</source>
        <translation>סוגי הצעות</translation>
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
        <source>Leave decided items alone</source>
        <translation>לא לגעת בפריטים שכבר הוחלט לגביהם</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>עזיבה</translation>
    </message>
    <message>
        <source>Leave privileged items out</source>
        <translation>להשאיר את הפריטים החסויים בחוץ</translation>
    </message>
    <message>
        <source>Leave redacted items out</source>
        <translation>להשאיר בחוץ את הפריטים שהושחרו</translation>
    </message>
    <message>
        <source>Ledger and exposure</source>
        <translation>פנקס וחשיפה</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>נותרו</translation>
    </message>
    <message>
        <source>Left alone, as a person decided: {items}.</source>
        <translation>לא ישתנו, כי אדם כבר החליט: {items}.</translation>
    </message>
    <message>
        <source>Legend of highlights</source>
        <translation>מקרא ההדגשות</translation>
    </message>
    <message>
        <source>Like it</source>
        <translation>דומה לו</translation>
    </message>
    <message>
        <source>Likeness</source>
        <translation>דמיון</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>שורה</translation>
    </message>
    <message>
        <source>Lines in which the name is used</source>
        <translation>שורות שבהן השם מופיע</translation>
    </message>
    <message>
        <source>Links and special files, which are passed over: {number}.</source>
        <translation>קישורים וקבצים מיוחדים, שמדלגים עליהם: {number}.</translation>
    </message>
    <message>
        <source>List as found</source>
        <translation>להציג כפי שנמצא</translation>
    </message>
    <message>
        <source>List rejected names too</source>
        <translation>להציג גם שמות שנדחו</translation>
    </message>
    <message>
        <source>List them</source>
        <translation>להציג אותן</translation>
    </message>
    <message>
        <source>Listed higher for: {words}</source>
        <translation>גבוה יותר בגלל: {words}</translation>
    </message>
    <message>
        <source>Listed lower for: {words}</source>
        <translation>נמוך יותר בגלל: {words}</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>חשבון</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>עיון</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>לבדוק שוב</translation>
    </message>
    <message>
        <source>Mails that a later one of their conversation quotes in full, with every attachment, are listed here beside it. None is hidden.</source>
        <translation>כאן מופיעות הודעות שהודעה מאוחרת יותר באותו שרשור מצטטת במלואן, עם כל הקבצים המצורפים, לצד אותה הודעה. אף אחת אינה מוסתרת.</translation>
    </message>
    <message>
        <source>Mails that a later one quotes in full</source>
        <translation>הודעות שהודעה מאוחרת מצטטת במלואן</translation>
    </message>
    <message>
        <source>Maintenance</source>
        <translation>תחזוקה</translation>
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
        <source>Mark removed.</source>
        <translation>הסימון הוסר.</translation>
    </message>
    <message>
        <source>Mark the passage</source>
        <translation>סימון הקטע</translation>
    </message>
    <message>
        <source>Menu for the selected items</source>
        <translation>תפריט לפריטים המסומנים</translation>
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
        <source>Message-ID and references</source>
        <translation>מזהה הודעה והפניות</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>הודעות</translation>
    </message>
    <message>
        <source>Messages by month</source>
        <translation>הודעות לפי חודש</translation>
    </message>
    <message>
        <source>Messages that others refer to</source>
        <translation>הודעות שאחרות מפנות אליהן</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>חודש</translation>
    </message>
    <message>
        <source>Months</source>
        <translation>חודשים</translation>
    </message>
    <message>
        <source>Months without an item are left out.</source>
        <translation>חודשים ללא פריטים אינם נכללים.</translation>
    </message>
    <message numerus="yes">
        <source>More than %n items are selected. Put them into a batch and export that.</source>
        <translation><numerusform>נבחר יותר מפריט אחד. שימו את הפריטים באצווה וייצאו אותה.</numerusform><numerusform>נבחרו יותר מ־%n פריטים. שימו אותם באצווה וייצאו אותה.</numerusform></translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>הזזה למטה</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>הזזה למעלה</translation>
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
        <source>Name of the profile</source>
        <translation>שם הפרופיל</translation>
    </message>
    <message>
        <source>Name of the sample</source>
        <translation>שם המדגם</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>שמות</translation>
    </message>
    <message>
        <source>Near-duplicates</source>
        <translation>תוכן כמעט זהה</translation>
    </message>
    <message>
        <source>Near-duplicates: {near} of {texts} texts, in {groups} groups.</source>
        <translation>תוכן כמעט זהה: {near} מתוך {texts} טקסטים, ב-{groups} קבוצות.</translation>
    </message>
    <message>
        <source>Nearly a redacted word</source>
        <translation>כמעט מילה שהושחרה</translation>
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
        <source>New since that version: {files}, {size}.</source>
        <translation>חדש מאז אותה גרסה: {files}, {size}.</translation>
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
        <source>Next difference</source>
        <translation>ההבדל הבא</translation>
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
        <source>No file has been read yet</source>
        <translation>עדיין לא נקרא אף קובץ</translation>
    </message>
    <message>
        <source>No item has a date.</source>
        <translation>לאף פריט אין תאריך.</translation>
    </message>
    <message>
        <source>No item has “{word}”. Did you mean:</source>
        <translation>אין פריט שבו „{word}”. האם התכוונת ל:</translation>
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
        <source>No sample is open.</source>
        <translation>אין מדגם פתוח.</translation>
    </message>
    <message>
        <source>No samples yet: search for a set, such as tag:not-relevant, enter a name, and draw.</source>
        <translation>אין עדיין מדגמים: חפשו קבוצה, למשל tag:not-⁠relevant, תנו למדגם שם ודגמו.</translation>
    </message>
    <message>
        <source>No short query finds exactly these items.</source>
        <translation>אין שאילתה קצרה שמוצאת בדיוק את הפריטים האלה.</translation>
    </message>
    <message>
        <source>No short query finds exactly these messages.</source>
        <translation>אין שאילתה קצרה שמוצאת בדיוק את ההודעות האלה.</translation>
    </message>
    <message>
        <source>No two people disagree on them.</source>
        <translation>אין בהן מחלוקת בין שני אנשים.</translation>
    </message>
    <message>
        <source>Not everything holds. Checks that failed: {bad} of {number}.</source>
        <translation>לא הכול תקין. בדיקות שנכשלו: {bad} מתוך {number}.</translation>
    </message>
    <message>
        <source>Not finished.</source>
        <translation>לא הסתיים.</translation>
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
        <source>Not responsive</source>
        <translation>לא רלוונטי לבקשה</translation>
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
        <source>Not tagged: {items}.</source>
        <translation>ללא התגית: {items}.</translation>
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
        <source>Note on {items}, Enter saves it</source>
        <translation>הערה על {items}, Enter שומר</translation>
    </message>
    <message>
        <source>Note written on {items}.</source>
        <translation>ההערה נכתבה על {items}.</translation>
    </message>
    <message>
        <source>Nothing can be said about recall before 20 relevant items and 200 others in a row, all read in the suggested order.</source>
        <translation>אי אפשר לומר דבר על היקף האחזור לפני 20 פריטים רלוונטיים ו־200 אחרים ברצף, שכולם נקראו בסדר המוצע.</translation>
    </message>
    <message>
        <source>Nothing else</source>
        <translation>שום דבר נוסף</translation>
    </message>
    <message>
        <source>Nothing has been changed yet.</source>
        <translation>עדיין לא שונה דבר.</translation>
    </message>
    <message>
        <source>Nothing has been changed yet. Merging would do this:</source>
        <translation>דבר לא שונה עדיין. זה מה שהמיזוג יעשה:</translation>
    </message>
    <message>
        <source>Nothing is known of this item's words.</source>
        <translation>דבר אינו ידוע על מילות הפריט הזה.</translation>
    </message>
    <message>
        <source>Nothing is opened under this scope until somebody approves it.</source>
        <translation>דבר לא ייפתח לפי תחום זה עד שמישהו יאשר אותו.</translation>
    </message>
    <message>
        <source>Nothing is overwritten: the decisions of both copies are kept, and disagreements are listed.</source>
        <translation>דבר אינו נדרס: ההחלטות של שני העותקים עומדות בעינן, ומפורט היכן שני אנשים חלוקים.</translation>
    </message>
    <message>
        <source>Now: {sums}.</source>
        <translation>כעת: {sums}.</translation>
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
        <source>Of each finding</source>
        <translation>מכל ממצא</translation>
    </message>
    <message>
        <source>Of the files that were read under this folder, {there} of {read} are there.</source>
        <translation>מבין הקבצים שנקראו תחת תיקייה זו, {there} מתוך {read} נמצאים שם.</translation>
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
        <source>One</source>
        <translation>אחד</translation>
    </message>
    <message>
        <source>One of the group {group}</source>
        <translation>אחת מהקבוצה {group}</translation>
    </message>
    <message>
        <source>One password per line. They are tried on the encrypted files in the run that starts now, and are not stored anywhere.</source>
        <translation>סיסמה אחת בכל שורה. הסיסמאות ינוסו על הקבצים המוצפנים בהרצה שמתחילה כעת, ואינן נשמרות בשום מקום.</translation>
    </message>
    <message>
        <source>Only in the current results</source>
        <translation>רק בתוצאות הנוכחיות</translation>
    </message>
    <message>
        <source>Only pages can be rotated (Ctrl+2).</source>
        <translation>אפשר לסובב רק עמודים (Ctrl+2).</translation>
    </message>
    <message numerus="yes">
        <source>Only the %n selected items</source>
        <translation><numerusform>רק הפריט שנבחר</numerusform><numerusform>רק %n הפריטים שנבחרו</numerusform></translation>
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
        <source>Open a protocol</source>
        <translation>פתיחת פרוטוקול</translation>
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
        <source>Open …</source>
        <translation>פתיחה …</translation>
    </message>
    <message>
        <source>Opening takes two people. You ask and give a reason; another reviewer grants it.</source>
        <translation>לפתיחה דרושים שני אנשים. הבקשה והנימוק שלך; האישור של בודק אחר.</translation>
    </message>
    <message>
        <source>Opening the case …</source>
        <translation>התיק נפתח …</translation>
    </message>
    <message>
        <source>Opening the original …</source>
        <translation>פותח את המקור …</translation>
    </message>
    <message>
        <source>Order the findings by</source>
        <translation>סידור הממצאים לפי</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>מניין הגיע</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>אחר</translation>
    </message>
    <message>
        <source>Other mail headers</source>
        <translation>כותרות דואר אחרות</translation>
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
        <source>Page of the item</source>
        <translation>עמוד של הפריט</translation>
    </message>
    <message>
        <source>Page {number} of {pages}</source>
        <translation>עמוד {number} מתוך {pages}</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>עמודים</translation>
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
        <source>Passage marked. Reports will show it.</source>
        <translation>הקטע סומן. הדוחות יציגו אותו.</translation>
    </message>
    <message>
        <source>Passwords</source>
        <translation>סיסמאות</translation>
    </message>
    <message>
        <source>Passwords …</source>
        <translation>סיסמאות …</translation>
    </message>
    <message>
        <source>Passwords, one per line</source>
        <translation>סיסמאות, אחת בכל שורה</translation>
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
        <source>People</source>
        <translation>אנשים</translation>
    </message>
    <message>
        <source>People were shown {items} of {all}, {share} of the text. Searches: {searches}. Lists of hits: {lists}.</source>
        <translation>הוצגו לאנשים {items} מתוך {all}, {share} מן הטקסט. חיפושים: {searches}. רשימות של מופעים: {lists}.</translation>
    </message>
    <message>
        <source>People, dates and custodians</source>
        <translation>אנשים, תאריכים ומחזיקים</translation>
    </message>
    <message>
        <source>People, those with most messages first</source>
        <translation>אנשים, בעלי מרב ההודעות תחילה</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>אדם</translation>
    </message>
    <message>
        <source>Person, with a heading for each</source>
        <translation>אדם, עם כותרת לכל אחד</translation>
    </message>
    <message>
        <source>Personal data</source>
        <translation>מידע אישי</translation>
    </message>
    <message>
        <source>Place, hash and files</source>
        <translation>מקום, גיבוב וקבצים</translation>
    </message>
    <message>
        <source>Preview of the report</source>
        <translation>תצוגה מקדימה של הדוח</translation>
    </message>
    <message>
        <source>Previous difference</source>
        <translation>ההבדל הקודם</translation>
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
        <source>Privilege</source>
        <translation>חיסיון</translation>
    </message>
    <message>
        <source>Privileged: {many} of {items} (tagged {tagged}, duplicates {duplicates}, families {family}). Nothing is exported before you decide.</source>
        <translation>חסויים: {many} מתוך {items} (מתויגים {tagged}, עותקים {duplicates}, משפחות {family}). שום דבר לא ייוצא לפני שתחליטו.</translation>
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
        <source>Produce</source>
        <translation>הפקה</translation>
    </message>
    <message>
        <source>Produce documents</source>
        <translation>הפקת מסמכים</translation>
    </message>
    <message>
        <source>Produce documents …</source>
        <translation>הפקת מסמכים …</translation>
    </message>
    <message>
        <source>Produce families of withheld items all the same</source>
        <translation>להפיק בכל זאת את המשפחות של פריטים שנמנעה מסירתם</translation>
    </message>
    <message>
        <source>Production</source>
        <translation>הפקה</translation>
    </message>
    <message>
        <source>Productions redact these words wherever they occur in this item and its exact copies.</source>
        <translation>הפקות מוציאות את המילים האלה מכל מקום שבו הן מופיעות בפריט זה ובעותקיו הזהים.</translation>
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
        <source>Protocol of the production</source>
        <translation>פרוטוקול ההפקה</translation>
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
        <source>Put the selected items into a batch</source>
        <translation>הכנסת הפריטים המסומנים לאצווה</translation>
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
        <source>Query history</source>
        <translation>היסטוריית שאילתות</translation>
    </message>
    <message>
        <source>Query language</source>
        <translation>שפת השאילתות</translation>
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
        <source>Read again</source>
        <translation>קריאה חוזרת</translation>
    </message>
    <message>
        <source>Read again. What leaves something unsearchable: {before} problems before, {now} now.</source>
        <translation>הקריאה החוזרת הסתיימה. בעיות שבגללן משהו אינו ניתן לחיפוש: {before} קודם, {now} כעת.</translation>
    </message>
    <message>
        <source>Read problems again</source>
        <translation>קריאה חוזרת של הבעיות</translation>
    </message>
    <message>
        <source>Read-only</source>
        <translation>לקריאה בלבד</translation>
    </message>
    <message>
        <source>Read-only sessions of this login, which aren't counted: {number}.</source>
        <translation>פעילויות לקריאה בלבד של חשבון זה, שאינן נספרות: {number}.</translation>
    </message>
    <message>
        <source>Read-only: this case can't be written here. You can search and read; decisions can't be saved.</source>
        <translation>לקריאה בלבד: אי אפשר לכתוב בתיק הזה במקום שבו הוא נמצא. אפשר לחפש ולקרוא; החלטות לא יישמרו.</translation>
    </message>
    <message>
        <source>Read: {read} of {items}, copies counted once; {in_order} of them in the suggested order: {relevant} relevant, the last {misses} in a row not.</source>
        <translation>נקראו: {read} מתוך {items}, עותקים נספרים פעם אחת; {in_order} מהם בסדר המוצע: {relevant} רלוונטיים, {misses} האחרונים ברצף אינם רלוונטיים.</translation>
    </message>
    <message>
        <source>Reading hits …</source>
        <translation>קורא התאמות …</translation>
    </message>
    <message>
        <source>Reading order</source>
        <translation>סדר קריאה</translation>
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
        <source>Reason for the change</source>
        <translation>סיבת השינוי</translation>
    </message>
    <message>
        <source>Reason for the redaction</source>
        <translation>סיבת ההשחרה</translation>
    </message>
    <message>
        <source>Reason for the rule</source>
        <translation>סיבת הכלל</translation>
    </message>
    <message>
        <source>Reason, items</source>
        <translation>סיבה, פריטים</translation>
    </message>
    <message>
        <source>Recall {recall} is most likely reached (p = {p}).</source>
        <translation>היקף אחזור {recall} הושג קרוב לוודאי (p = {p}).</translation>
    </message>
    <message>
        <source>Recall {recall} is not shown to be reached (p = {p}).</source>
        <translation>לא הוכח שהיקף אחזור {recall} הושג (p = {p}).</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>התקבלו</translation>
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
        <source>Redact</source>
        <translation>השחרה</translation>
    </message>
    <message>
        <source>Redact for productions</source>
        <translation>השחרה לצורך הפקות</translation>
    </message>
    <message>
        <source>Redact selected strings</source>
        <translation>להשחיר את המחרוזות שנבחרו</translation>
    </message>
    <message>
        <source>Redact …</source>
        <translation>השחרה …</translation>
    </message>
    <message>
        <source>Redacted</source>
        <translation>הושחר</translation>
    </message>
    <message>
        <source>Redacted for productions.</source>
        <translation>הושחר לצורך הפקות.</translation>
    </message>
    <message>
        <source>Redacted words</source>
        <translation>מילים שהושחרו</translation>
    </message>
    <message>
        <source>Redacted: {many} of {items} (redacted {redacted}, holding a redacted item {holders}). Nothing is exported before you decide.</source>
        <translation>מושחרים: {many} מתוך {items} (הושחרו {redacted}, מכילים פריט שהושחר {holders}). דבר לא ייוצא לפני שתחליטו.</translation>
    </message>
    <message>
        <source>Redaction removed.</source>
        <translation>ההשחרה הוסרה.</translation>
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
        <source>Region of the page</source>
        <translation>אזור בעמוד</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>לדחות</translation>
    </message>
    <message>
        <source>Rejected: {name}</source>
        <translation>נדחה: {name}</translation>
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
        <source>Relink a moved folder …</source>
        <translation>קישור תיקייה שהועברה …</translation>
    </message>
    <message>
        <source>Remember that they are two people; also takes a merge back</source>
        <translation>לזכור שאלה שני אנשים; גם מבטל מיזוג</translation>
    </message>
    <message>
        <source>Remember that this is no name that is looked for</source>
        <translation>לזכור שזה אינו שם שמחפשים</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>הסרה</translation>
    </message>
    <message>
        <source>Remove a rule of the scope</source>
        <translation>הסרת כלל מן התחום</translation>
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
        <source>Remove tag</source>
        <translation>הסרת תגית</translation>
    </message>
    <message>
        <source>Remove the profile</source>
        <translation>הסרת הפרופיל</translation>
    </message>
    <message>
        <source>Remove {name} from the list</source>
        <translation>הסרת {name} מהרשימה</translation>
    </message>
    <message>
        <source>Remove {tag}</source>
        <translation>הסרת {tag}</translation>
    </message>
    <message>
        <source>Remove …</source>
        <translation>הסרה …</translation>
    </message>
    <message>
        <source>Repeat the last coding</source>
        <translation>חזרה על הקידוד האחרון</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>דוח</translation>
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
        <source>Resume</source>
        <translation>המשך</translation>
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
        <source>Rotate</source>
        <translation>סיבוב</translation>
    </message>
    <message>
        <source>Rotate page</source>
        <translation>סיבוב העמוד</translation>
    </message>
    <message>
        <source>Rotate the page (Ctrl+R)</source>
        <translation>סיבוב העמוד (Ctrl+R)</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>כלל</translation>
    </message>
    <message>
        <source>Rules of the scope</source>
        <translation>כללי התחום</translation>
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
        <source>Same person</source>
        <translation>אותו אדם</translation>
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
        <source>Save a search for this name</source>
        <translation>לשמור חיפוש של השם הזה</translation>
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
        <source>Save the profile</source>
        <translation>שמירת הפרופיל</translation>
    </message>
    <message>
        <source>Save the protocol</source>
        <translation>שמירת הפרוטוקול</translation>
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
        <source>Save …</source>
        <translation>שמירה …</translation>
    </message>
    <message>
        <source>Saved as a search: {name}</source>
        <translation>נשמר כחיפוש: {name}</translation>
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
        <source>Saving who is one person</source>
        <translation>שמירה מי הוא אותו אדם</translation>
    </message>
    <message>
        <source>Scope</source>
        <translation>תחום הבדיקה</translation>
    </message>
    <message>
        <source>Scope history</source>
        <translation>תולדות התחום</translation>
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
        <source>Sealing cancelled: {items}.</source>
        <translation>החתימה בוטלה: {items}.</translation>
    </message>
    <message>
        <source>Sealing {items}, {more} of them attachments or duplicates. Esc to cancel.</source>
        <translation>נחתמים: {items}, מהם {more} קבצים מצורפים או עותקים. Esc מבטל.</translation>
    </message>
    <message>
        <source>Sealing {items}. Esc to cancel.</source>
        <translation>נחתמים: {items}. Esc מבטל.</translation>
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
        <source>Search for it</source>
        <translation>לחפש אותו</translation>
    </message>
    <message>
        <source>Search for the other ways to write it as well</source>
        <translation>לחפש גם את צורות הכתיבה האחרות</translation>
    </message>
    <message>
        <source>Search for the text itself</source>
        <translation>חיפוש הטקסט עצמו</translation>
    </message>
    <message>
        <source>Search for words: every hit is listed here with the text around it.</source>
        <translation>חיפוש מילים מציג כאן כל מקום שבו הן מופיעות, עם הטקסט שסביבן.</translation>
    </message>
    <message>
        <source>Search for {word} instead</source>
        <translation>חיפוש {word} במקום זאת</translation>
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
        <source>Sections</source>
        <translation>מדורים</translation>
    </message>
    <message>
        <source>See {item}</source>
        <translation>ראו {item}</translation>
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
        <source>Select all results</source>
        <translation>סימון כל התוצאות</translation>
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
        <source>Select another item, then give the command Compare two items again.</source>
        <translation>בחרו פריט נוסף והפעילו שוב את הפקודה השוואת שני פריטים.</translation>
    </message>
    <message>
        <source>Select several items first.</source>
        <translation>יש לסמן כמה פריטים תחילה.</translation>
    </message>
    <message>
        <source>Select the words to copy first.</source>
        <translation>יש לבחור תחילה את המילים להעתקה.</translation>
    </message>
    <message>
        <source>Select words in the text (Ctrl+1), or a region of a page (Ctrl+2), to redact them.</source>
        <translation>יש לבחור מילים בטקסט (Ctrl+1) או אזור בעמוד (Ctrl+2) כדי להשחיר אותם.</translation>
    </message>
    <message>
        <source>Select words in the text first (Ctrl+1 shows it).</source>
        <translation>יש לבחור תחילה מילים בטקסט (‎Ctrl+1 מציג אותו).</translation>
    </message>
    <message>
        <source>Selected items</source>
        <translation>הפריטים המסומנים</translation>
    </message>
    <message>
        <source>Sender domain</source>
        <translation>דומיין השולח</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>נשלחו</translation>
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
        <source>Show</source>
        <translation>הצגה</translation>
    </message>
    <message>
        <source>Show all copies</source>
        <translation>הצגת כל העותקים</translation>
    </message>
    <message>
        <source>Show bytes</source>
        <translation>הצגת בתים</translation>
    </message>
    <message>
        <source>Show conversation</source>
        <translation>הצגת השרשור</translation>
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
        <source>Similar word</source>
        <translation>מילה דומה</translation>
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
        <source>Sort hits by</source>
        <translation>מיון התאמות לפי</translation>
    </message>
    <message>
        <source>Sorted by: date</source>
        <translation>מיון לפי: תאריך</translation>
    </message>
    <message>
        <source>Sorted by: item</source>
        <translation>מיון לפי: פריט</translation>
    </message>
    <message>
        <source>Sorted by: result list</source>
        <translation>מיון לפי: רשימת התוצאות</translation>
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
        <source>Stop and close</source>
        <translation>עצירה וסגירה</translation>
    </message>
    <message>
        <source>Stop counting</source>
        <translation>עצירת הספירה</translation>
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
        <source>Strings that are nearly redacted words</source>
        <translation>מחרוזות שהן כמעט מילים שהושחרו</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>נושא</translation>
    </message>
    <message>
        <source>Suggested order</source>
        <translation>סדר מוצע</translation>
    </message>
    <message>
        <source>Suggested order, learned from {known}</source>
        <translation>סדר מוצע, נלמד מתוך {known}</translation>
    </message>
    <message>
        <source>Suggesting an order</source>
        <translation>הצעת סדר</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>הצעות</translation>
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
        <source>Tag, with a heading for each</source>
        <translation>תגית, עם כותרת לכל אחת</translation>
    </message>
    <message>
        <source>Tagged items that are left out: {tags}.</source>
        <translation>פריטים מתויגים שנשארים בחוץ: {tags}.</translation>
    </message>
    <message>
        <source>Tagged privileged</source>
        <translation>מתויג כחסוי</translation>
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
        <source>Term lists whose words are always highlighted in this case</source>
        <translation>רשימות מונחים שמילותיהן מודגשות תמיד בתיק הזה</translation>
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
        <source>Text at the beginning</source>
        <translation>טקסט בפתיחה</translation>
    </message>
    <message>
        <source>Text box</source>
        <translation>תיבת טקסט</translation>
    </message>
    <message>
        <source>Text of the conversation</source>
        <translation>טקסט השרשור</translation>
    </message>
    <message>
        <source>Text of the first item</source>
        <translation>טקסט הפריט הראשון</translation>
    </message>
    <message>
        <source>Text of the item</source>
        <translation>טקסט הפריט</translation>
    </message>
    <message>
        <source>Text of the second item</source>
        <translation>טקסט הפריט השני</translation>
    </message>
    <message>
        <source>That is {least} to {most} relevant ones in the set of {population}.</source>
        <translation>כלומר {least} עד {most} רלוונטיים בקבוצה של {population}.</translation>
    </message>
    <message>
        <source>The agreed protocol: which items, numbering, load files, and what is withheld.</source>
        <translation>מה שהוסכם בין הצדדים: אילו פריטים, מספרים, קובצי טעינה, ומה מעוכב.</translation>
    </message>
    <message>
        <source>The case</source>
        <translation>התיק</translation>
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
        <source>The database had {before} and has {after} now.</source>
        <translation>גודל מסד הנתונים היה {before} וכעת הוא {after}.</translation>
    </message>
    <message>
        <source>The draft of a note can't be kept on disk: {error}. Save it.</source>
        <translation>אי אפשר לשמור בדיסק את הטיוטה של הערה: {error}. שמרו את ההערה.</translation>
    </message>
    <message>
        <source>The export was cancelled; nothing was left behind.</source>
        <translation>הייצוא בוטל; דבר לא נותר.</translation>
    </message>
    <message>
        <source>The file's checksum, as stated by the sender (optional)</source>
        <translation>סכום הביקורת של הקובץ, כפי שמסר השולח (לא חובה)</translation>
    </message>
    <message>
        <source>The first {most} terms are highlighted.</source>
        <translation>מודגשים {most} המונחים הראשונים.</translation>
    </message>
    <message>
        <source>The focus has just moved, so this key was ignored. Press it again.</source>
        <translation>המיקוד עבר זה עתה, ולכן המקש לא נקלט. הקישו עליו שוב.</translation>
    </message>
    <message>
        <source>The item alone</source>
        <translation>הפריט בלבד</translation>
    </message>
    <message>
        <source>The item that you read last is sealed, or your last query doesn't find it any more.</source>
        <translation>הפריט שקראת לאחרונה חתום, או שהשאילתה האחרונה שלך כבר אינה מוצאת אותו.</translation>
    </message>
    <message>
        <source>The keys of the case are in it: keep it as safe as the case.</source>
        <translation>מפתחות התיק כלולים בו: יש לשמור עליו כמו על התיק עצמו.</translation>
    </message>
    <message>
        <source>The keys with which this login signs are not; they are in {folder}.</source>
        <translation>המפתחות שבהם חשבון זה חותם אינם כלולים; הם נמצאים ב־{folder}.</translation>
    </message>
    <message>
        <source>The ledger has {lines} lines: every decision is in it before a file is opened. Another {views} lines record the originals that reviewers opened.</source>
        <translation>בפנקס {lines} שורות: כל החלטה נרשמת בו לפני שקובץ נפתח. עוד {views} שורות מתעדות את קובצי המקור שסוקרים פתחו.</translation>
    </message>
    <message>
        <source>The link's address is copied; it isn't opened.</source>
        <translation>כתובת הקישור הועתקה; הקישור אינו נפתח.</translation>
    </message>
    <message>
        <source>The list can't be sorted by this column.</source>
        <translation>אי אפשר למיין את הרשימה לפי עמודה זו.</translation>
    </message>
    <message>
        <source>The list has changed: {items} are no longer selected.</source>
        <translation>הרשימה השתנתה: {items} אינם מסומנים עוד.</translation>
    </message>
    <message>
        <source>The list is empty. Paste the terms, one per line.</source>
        <translation>הרשימה ריקה. הדביקו את המונחים, אחד בשורה.</translation>
    </message>
    <message>
        <source>The note was not saved; its text is kept as a draft. {why}</source>
        <translation>ההערה לא נשמרה; הטקסט שלה נשמר כטיוטה. {why}</translation>
    </message>
    <message>
        <source>The original's bytes, as they are on disk or in their container</source>
        <translation>הבתים של המקור, כפי שהם בדיסק או במה שבו הגיע</translation>
    </message>
    <message>
        <source>The pages as they look, drawn in the reader process</source>
        <translation>העמודים כפי שהם נראים; מצוירים בתהליך הקורא ומוצגים כתמונות</translation>
    </message>
    <message>
        <source>The preview shows how the first findings would look.</source>
        <translation>התצוגה המקדימה מראה כיצד ייראו הממצאים הראשונים.</translation>
    </message>
    <message>
        <source>The production was stopped; its numbers stay reserved.</source>
        <translation>ההפקה נעצרה; המספרים שלה נשארים שמורים.</translation>
    </message>
    <message>
        <source>The query already contains this.</source>
        <translation>זה כבר בשאילתה.</translation>
    </message>
    <message>
        <source>The query finds nothing that hasn't been produced already.</source>
        <translation>השאילתה אינה מוצאת דבר שלא הופק כבר.</translation>
    </message>
    <message>
        <source>The query has no filter.</source>
        <translation>אין מסנן בשאילתה.</translation>
    </message>
    <message numerus="yes">
        <source>The rate is based on the first %n drawn: the next one has not been assessed yet.</source>
        <translation><numerusform>השיעור מתייחס ל־%n הראשונים שנדגמו: אחריהם יש פריט שטרם נשפט.</numerusform><numerusform>השיעור מתייחס ל־%n הראשונים שנדגמו: אחריהם יש פריט שטרם נשפט.</numerusform></translation>
    </message>
    <message>
        <source>The record of what people were shown was changed; verify the case to see where.</source>
        <translation>הרישום של מה שהוצג לאנשים שונה; אימות התיק יראה היכן.</translation>
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
        <source>The rest of their families</source>
        <translation>את יתר המשפחות שלהם</translation>
    </message>
    <message>
        <source>The selected row isn't the item shown. Click its row, or add this one with Ctrl+Space.</source>
        <translation>השורה המסומנת אינה הפריט המוצג. אפשר ללחוץ על שורתו, או להוסיף אותו עם Ctrl+Space.</translation>
    </message>
    <message>
        <source>The suggested order lists first what is likely relevant. It is learned from people's decisions and the words of saved searches, and hides nothing.</source>
        <translation>הסדר המוצע מציג תחילה את מה שסביר שהוא רלוונטי. הוא נלמד מהחלטות של אנשים וממילים של חיפושים שמורים, ואינו מסתיר דבר.</translation>
    </message>
    <message>
        <source>The table beside it shows the same numbers.</source>
        <translation>אותם מספרים מופיעים בטבלה שלצדו.</translation>
    </message>
    <message>
        <source>The text as it was read, with every hit</source>
        <translation>הטקסט כפי שנקרא, עם כל התאמה</translation>
    </message>
    <message>
        <source>The text is in the view Text (Ctrl+1).</source>
        <translation>הטקסט נמצא בתצוגה ”טקסט“ (Ctrl+1).</translation>
    </message>
    <message>
        <source>The two texts are the same.</source>
        <translation>שני הטקסטים זהים.</translation>
    </message>
    <message>
        <source>Their conversations and families</source>
        <translation>את השרשורים והמשפחות שלהם</translation>
    </message>
    <message>
        <source>Their exact copies and families</source>
        <translation>את העותקים הזהים והמשפחות שלהם</translation>
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
        <source>There is nothing to count here yet.</source>
        <translation>אין עדיין מה לספור כאן.</translation>
    </message>
    <message>
        <source>These documents quote what is withheld or redacted in others:</source>
        <translation>המסמכים האלה אומרים מה שהוצא ממסמכים אחרים:</translation>
    </message>
    <message>
        <source>These items or searches say words that are redacted in others:</source>
        <translation>הפריטים או החיפושים האלה כוללים מילים שהושחרו בפריטים אחרים:</translation>
    </message>
    <message>
        <source>These pages lack pale marks of what they were drawn from; compare the two:</source>
        <translation>בעמודים אלה חסרים סימנים בהירים ממה שלפיו צוירו; יש להשוות בין השניים:</translation>
    </message>
    <message>
        <source>They were to be read again by a run that was stopped: click to read them now.</source>
        <translation>הרצה שנעצרה הייתה אמורה לקרוא אותם שוב: יש ללחוץ כדי לקרוא אותם כעת.</translation>
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
        <source>This item has no attachments.</source>
        <translation>לפריט זה אין צרופות.</translation>
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
        <source>This item is sealed. Opening it takes two people: Code &gt; Open a sealed item.</source>
        <translation>הפריט חתום. לפתיחתו דרושים שני אנשים: קידוד &gt; פתיחת פריט חתום.</translation>
    </message>
    <message>
        <source>This item is sealed: its text is in no search, list or export. Continue with Ctrl+Right.</source>
        <translation>פריט זה חתום ונשאר סגור: הטקסט שלו אינו בשום חיפוש, רשימה או ייצוא. אפשר להמשיך עם ⁦Ctrl+ימינה⁩.</translation>
    </message>
    <message>
        <source>This item isn't sealed.</source>
        <translation>פריט זה אינו חתום.</translation>
    </message>
    <message>
        <source>This message is not in the case: {id}</source>
        <translation>הודעה זו אינה בתיק: {id}</translation>
    </message>
    <message>
        <source>Thread-Index</source>
        <translation>Thread-Index</translation>
    </message>
    <message>
        <source>Time (UTC)</source>
        <translation>זמן (UTC)</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>ציר זמן</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>פעמים</translation>
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
        <source>To go on, add a folder that may be read.</source>
        <translation>כדי להמשיך, יש להוסיף תיקייה שמותר לקרוא.</translation>
    </message>
    <message>
        <source>To go on, fill in: {field}</source>
        <translation>כדי להמשיך, יש למלא: {field}</translation>
    </message>
    <message>
        <source>To go on, give the reason for the change.</source>
        <translation>כדי להמשיך יש לתת את סיבת השינוי.</translation>
    </message>
    <message>
        <source>To go on, give the whole path of this folder: {folder}</source>
        <translation>כדי להמשיך, יש לתת את הנתיב המלא של התיקייה: {folder}</translation>
    </message>
    <message>
        <source>To go on, name the custodian of {folder}.</source>
        <translation>כדי להמשיך, יש לציין את המשמורן של {folder}.</translation>
    </message>
    <message>
        <source>To go on, write a pattern in each row, or remove the row.</source>
        <translation>כדי להמשיך, יש לכתוב תבנית בכל שורה, או להסיר את השורה.</translation>
    </message>
    <message>
        <source>To redact words, close this dialog and select them in the text first.</source>
        <translation>כדי להשחיר מילים, סגרו את החלון הזה וסמנו אותן תחילה בטקסט.</translation>
    </message>
    <message>
        <source>Tracked change</source>
        <translation>שינוי במעקב</translation>
    </message>
    <message>
        <source>Transport headers</source>
        <translation>כותרות העברה</translation>
    </message>
    <message>
        <source>Transport headers, signatures among them, are searched by name only (transport:): {items}</source>
        <translation>כותרות תעבורה, וביניהן חתימות, נבדקות בחיפוש רק לפי שמן (transport:): {items}</translation>
    </message>
    <message>
        <source>Triage {version}, GPL-3.0-or-later. It fetches nothing from anywhere.</source>
        <translation>Triage {version}, GPL-3.0-or-later. התוכנה אינה מושכת דבר משום מקום.</translation>
    </message>
    <message>
        <source>Try them</source>
        <translation>ניסיון</translation>
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
        <source>Undo it</source>
        <translation>ביטול הצעד</translation>
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
        <source>Use this name</source>
        <translation>שימוש בשם זה</translation>
    </message>
    <message>
        <source>Used by {people}</source>
        <translation>בשימוש אצל {people}</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>ערך</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>אימות</translation>
    </message>
    <message>
        <source>Verify the case</source>
        <translation>אימות התיק</translation>
    </message>
    <message>
        <source>Verifying</source>
        <translation>אימות</translation>
    </message>
    <message>
        <source>Version {number} of the scope is in force. Index the sources to read what is new.</source>
        <translation>גרסה {number} של התחום בתוקף. יש לאנדקס את המקורות כדי לקרוא את החדש.</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>גרסאות</translation>
    </message>
    <message>
        <source>Versions of the scope</source>
        <translation>גרסאות התחום</translation>
    </message>
    <message>
        <source>View</source>
        <translation>תצוגה</translation>
    </message>
    <message>
        <source>What</source>
        <translation>מה</translation>
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
        <source>What could not be read, or only in part. Its files can be read again under the scope as it is now, such as after OCR was installed or with their passwords.</source>
        <translation>מה שלא ניתן היה לקרוא, או נקרא רק בחלקו. אפשר לקרוא שוב את הקבצים לפי התחום כפי שהוא כעת, למשל לאחר התקנת OCR או עם הסיסמאות שלהם.</translation>
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
        <source>What is like the name</source>
        <translation>מה שדומה לשם</translation>
    </message>
    <message>
        <source>What is missing on this page</source>
        <translation>מה חסר בעמוד זה</translation>
    </message>
    <message>
        <source>What it means</source>
        <translation>משמעות</translation>
    </message>
    <message>
        <source>What may be missing</source>
        <translation>מה שאולי חסר</translation>
    </message>
    <message>
        <source>What may be missing is listed here: messages that others refer to, and files that messages name. It may have an innocent reason. Nothing of it is kept.</source>
        <translation>כאן מופיע מה שאולי חסר: הודעות שאחרות מפנות אליהן וקבצים שהודעות נוקבות בשמם. ייתכן שיש לכך סיבה תמימה. דבר מזה אינו נשמר.</translation>
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
        <source>What the version changed</source>
        <translation>מה שהגרסה שינתה</translation>
    </message>
    <message>
        <source>What to do with privileged items</source>
        <translation>מה לעשות בפריטים חסויים</translation>
    </message>
    <message>
        <source>What to do with redacted items</source>
        <translation>מה לעשות בפריטים שהושחרו</translation>
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
        <source>What was read from them is kept: click to find it.</source>
        <translation>מה שנקרא מהם נשמר: יש ללחוץ כדי למצוא אותו.</translation>
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
        <source>Who decided what</source>
        <translation>מי החליט מה</translation>
    </message>
    <message>
        <source>Who wrote to whom</source>
        <translation>מי כתב למי</translation>
    </message>
    <message>
        <source>Who wrote to whom, and when, is worked out from the headers of all messages. Nothing of it is kept.</source>
        <translation>מי כתב למי ומתי – נקבע לפי הכותרות של כל ההודעות. דבר מזה אינו נשמר.</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>סיבה</translation>
    </message>
    <message>
        <source>Why a term could not be run</source>
        <translation>מדוע לא ניתן היה לחפש מונח</translation>
    </message>
    <message>
        <source>Why it is a finding</source>
        <translation>למה זה ממצא</translation>
    </message>
    <message>
        <source>Why the item is where it is</source>
        <translation>למה הפריט נמצא במקומו</translation>
    </message>
    <message>
        <source>With copies</source>
        <translation>עם עותקים</translation>
    </message>
    <message>
        <source>With {confidence} confidence it is at least {low}, if no decision is wrong. Whether to go on is for people to decide.</source>
        <translation>ברמת ביטחון {confidence} הוא לפחות {low}, אם אף החלטה אינה שגויה. אם להמשיך – זו החלטה של אנשים.</translation>
    </message>
    <message>
        <source>Withhold families of withheld items, too</source>
        <translation>למנוע גם את מסירת המשפחות של פריטים שנמנעה מסירתם</translation>
    </message>
    <message>
        <source>Words of the command</source>
        <translation>מילות הפקודה</translation>
    </message>
    <message>
        <source>Words that may be code names</source>
        <translation>מילים שעשויות להיות שמות קוד</translation>
    </message>
    <message>
        <source>Words that may be code names are listed here, with who uses them, when, and three lines. All texts of the case are read for it.</source>
        <translation>כאן מופיעות מילים שעשויות להיות שמות קוד, עם מי שמשתמש בהן, מתי, ושלוש שורות. לשם כך נקראים כל הטקסטים שבתיק.</translation>
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
        <source>Work it out again</source>
        <translation>לקבוע שוב</translation>
    </message>
    <message>
        <source>Work out who wrote to whom</source>
        <translation>לקבוע מי כתב למי</translation>
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
        <source>Write note</source>
        <translation>כתיבת ההערה</translation>
    </message>
    <message>
        <source>Write this note on {items}? It takes the place of earlier notes on them.</source>
        <translation>לכתוב הערה זו על {items}? היא תבוא במקום הערות קודמות עליהם.</translation>
    </message>
    <message>
        <source>You began a note that isn't saved, and its text can't be kept on disk: {error}.</source>
        <translation>התחלתם הערה שלא נשמרה, ואי אפשר לשמור את הטקסט שלה בדיסק: {error}.</translation>
    </message>
    <message>
        <source>You began this note in an earlier session and did not save it. Enter saves it.</source>
        <translation>התחלתם את ההערה הזאת בהפעלה קודמת ולא שמרתם אותה. Enter שומר אותה.</translation>
    </message>
    <message>
        <source>You haven't searched this case yet.</source>
        <translation>עדיין לא חיפשת בתיק הזה.</translation>
    </message>
    <message>
        <source>Your decisions are recorded under this name:</source>
        <translation>ההחלטות שלך נרשמות על שם זה:</translation>
    </message>
    <message>
        <source>Your last query can't be run any more, so all items are listed. {why}</source>
        <translation>אי אפשר עוד להריץ את השאילתה האחרונה שלך, ולכן מוצגים כל הפריטים. {why}</translation>
    </message>
    <message>
        <source>Your last step changed nothing, so nothing was undone. Ctrl+Z undoes the one before it.</source>
        <translation>הפעולה האחרונה שלך לא שינתה דבר, ולכן דבר לא בוטל. Ctrl+Z יבטל את הפעולה שלפניה.</translation>
    </message>
    <message>
        <source>Your last step is from an earlier session or from elsewhere: {what} ({items}, {time} UTC).</source>
        <translation>הצעד האחרון שלכם נעשה בהפעלה קודמת או במקום אחר: {what} ({items}, {time} UTC).</translation>
    </message>
    <message>
        <source>[purged]</source>
        <translation>[הוסר]</translation>
    </message>
    <message>
        <source>[sealed]</source>
        <translation>[חתום]</translation>
    </message>
    <message>
        <source>[superseded]</source>
        <translation>[הוחלף]</translation>
    </message>
    <message>
        <source>[vanished]</source>
        <translation>[נעלם]</translation>
    </message>
    <message>
        <source>a limit of time or memory ended its reading; what was read until then was kept</source>
        <translation>מגבלת זמן או זיכרון סיימה את קריאתו; מה שנקרא עד אז נשמר</translation>
    </message>
    <message>
        <source>a member's name points outside the archive</source>
        <translation>שמו של קובץ בארכיון מצביע אל מחוץ לארכיון</translation>
    </message>
    <message>
        <source>accept</source>
        <translation>לאשר</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>התקבל</translation>
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
        <source>all items read so far</source>
        <translation>כל הפריטים שנקראו עד כה</translation>
    </message>
    <message>
        <source>all of these words</source>
        <translation>כל המילים האלה</translation>
    </message>
    <message>
        <source>all problems</source>
        <translation>כל הבעיות</translation>
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
        <source>and</source>
        <translation>וגם</translation>
    </message>
    <message>
        <source>and not</source>
        <translation>ולא</translation>
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
        <source>any field</source>
        <translation>כל שדה</translation>
    </message>
    <message>
        <source>any of these words</source>
        <translation>אחת המילים האלה</translation>
    </message>
    <message>
        <source>approved</source>
        <translation>אושר</translation>
    </message>
    <message>
        <source>as initials</source>
        <translation>כראשי תיבות</translation>
    </message>
    <message>
        <source>as of {time} UTC</source>
        <translation>נכון ל־⁦{time} UTC⁩</translation>
    </message>
    <message>
        <source>as one word</source>
        <translation>כמילה אחת</translation>
    </message>
    <message>
        <source>as several words</source>
        <translation>כמה מילים</translation>
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
        <source>broken at a line's end</source>
        <translation>שבור בסוף שורה</translation>
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
        <source>can't be opened</source>
        <translation>לא ניתן לפתוח</translation>
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
        <source>couldn't be extracted from its container: it is damaged there, or over a limit</source>
        <translation>לא ניתן היה לחלצו ממה שמכיל אותו: הוא פגום שם, או חורג ממגבלה</translation>
    </message>
    <message>
        <source>created with the case</source>
        <translation>נוצר עם התיק</translation>
    </message>
    <message>
        <source>current</source>
        <translation>נוכחי</translation>
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
        <source>duplicates</source>
        <translation>אותו תוכן</translation>
    </message>
    <message>
        <source>edited in scope.toml</source>
        <translation>נערך ב־scope.toml</translation>
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
        <source>file changed</source>
        <translation>הקובץ שונה</translation>
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
        <source>goes on record with the new version</source>
        <translation>נרשמת עם הגרסה החדשה</translation>
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
        <source>holds something that the scope denies, which was not extracted</source>
        <translation>מכיל דבר שהתחום אוסר, ולכן לא חולץ</translation>
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
        <source>in another script</source>
        <translation>בכתב אחר</translation>
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
        <source>it is also linked from outside the scope, so it was not opened</source>
        <translation>הוא מקושר גם מחוץ לתחום, ולכן לא נפתח</translation>
    </message>
    <message>
        <source>it is no longer where it was</source>
        <translation>הוא אינו עוד היכן שהיה</translation>
    </message>
    <message>
        <source>items</source>
        <translation>פריטים</translation>
    </message>
    <message>
        <source>items have changed since</source>
        <translation>פריטים השתנו מאז</translation>
    </message>
    <message>
        <source>items with</source>
        <translation>פריטים עם</translation>
    </message>
    <message>
        <source>items without</source>
        <translation>פריטים בלי</translation>
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
        <source>made by {author}, {time} UTC</source>
        <translation>נוצרה על ידי {author}, ⁦{time} UTC⁩</translation>
    </message>
    <message>
        <source>mail</source>
        <translation>דואר</translation>
    </message>
    <message>
        <source>may be read</source>
        <translation>מותר לקרוא</translation>
    </message>
    <message>
        <source>message:absent-but-opened</source>
        <extracomment>Something at or below {path} was opened, so a proof can't state that nothing was: {name} is on record.</extracomment>
        <translation>נפתח משהו ב־{path} או מתחתיו, ולכן הוכחה אינה יכולה לקבוע שלא נפתח דבר: {name} רשום בפנקס.</translation>
    </message>
    <message>
        <source>message:absent-put-aside</source>
        <extracomment>What was opened before the record was begun anew is in {path}, which is broken. So nobody can prove what wasn't opened then.</extracomment>
        <translation>מה שנפתח לפני שהרישום הותחל מחדש נמצא ב־{path}, שהוא פגום. לכן איש אינו יכול להוכיח מה לא נפתח אז.</translation>
    </message>
    <message>
        <source>message:absent-through-link</source>
        <extracomment>{path} goes through a link and is really {real}. Write that path instead.</extracomment>
        <translation>הנתיב {path} עובר דרך קישור, והוא למעשה {real}. יש לכתוב את הנתיב הזה במקומו.</translation>
    </message>
    <message>
        <source>message:access-database</source>
        <extracomment>an Access database</extracomment>
        <translation>מסד נתונים של Access</translation>
    </message>
    <message>
        <source>message:action-unknown</source>
        <extracomment>a decision has an action that this program doesn't know ({action})</extracomment>
        <translation>להחלטה פעולה שתוכנה זו אינה מכירה ({action})</translation>
    </message>
    <message>
        <source>message:actions-over-count</source>
        <extracomment>It has more actions or objects than were looked at; scripts in it may be missing.</extracomment>
        <translation>יש בו יותר פעולות או אובייקטים מכפי שנבדקו; ייתכן שחסרים סקריפטים שבו.</translation>
    </message>
    <message>
        <source>message:allow-no-folder</source>
        <extracomment>{path} isn't a folder. --allow takes a folder that may be read.</extracomment>
        <translation>{path} אינו תיקייה. ⁦--allow⁩ מקבל תיקייה שמותר לקרוא.</translation>
    </message>
    <message>
        <source>message:allow-without-custodian</source>
        <extracomment>There are {allows} --allow and {custodians} --custodian: give one for each, or just one.</extracomment>
        <translation>יש {allows} של ⁦--allow⁩ ו־{custodians} של ⁦--custodian⁩: יש לתת אחד לכל אחד, או אחד לכולם.</translation>
    </message>
    <message>
        <source>message:and-before-or</source>
        <extracomment>AND was read before OR, as the parentheses show</extracomment>
        <translation>AND נקרא לפני OR, כפי שהסוגריים מראים</translation>
    </message>
    <message>
        <source>message:and-beside-distance</source>
        <extracomment>AND can't be combined with {operator}: write {one}.</extracomment>
        <translation>AND אינו יכול לעמוד ליד {operator}: יש לכתוב {one}.</translation>
    </message>
    <message>
        <source>message:and-beside-distance-ambiguous</source>
        <extracomment>AND combined with {operator} has two meanings.</extracomment>
        <translation>ל־AND ליד {operator} שתי משמעויות.</translation>
    </message>
    <message>
        <source>message:and-beside-distance-two-readings</source>
        <extracomment>AND combined with {operator} has two meanings: write {one} for each, or {two} for all together.</extracomment>
        <translation>ל־AND ליד {operator} שתי משמעויות: יש לכתוב {one} לכל אחד מהם, או {two} לכולם יחד.</translation>
    </message>
    <message>
        <source>message:and-more</source>
        <extracomment>and {count} more</extracomment>
        <translation>ועוד {count}</translation>
    </message>
    <message>
        <source>message:and-what-follows</source>
        <extracomment>{name} and what follows</extracomment>
        <translation>{name} ומה שבא אחריו</translation>
    </message>
    <message>
        <source>message:annex-read</source>
        <extracomment>it has {count} names, for the decisions in ledger and views</extracomment>
        <translation>יש בו {count} שמות, עבור ההחלטות שב־ledger וב־views</translation>
    </message>
    <message>
        <source>message:answer-absent</source>
        <extracomment>Nothing at or below {path} was opened.</extracomment>
        <translation>לא נפתח דבר ב־{path} או מתחתיו.</translation>
    </message>
    <message>
        <source>message:answer-absent-no-such</source>
        <extracomment>Nothing at or below {path} was opened. There was no such file or folder when this was signed: check the name.</extracomment>
        <translation>לא נפתח דבר ב־{path} או מתחתיו. בעת החתימה לא היו קובץ או תיקייה כאלה: יש לבדוק את השם.</translation>
    </message>
    <message>
        <source>message:answer-against</source>
        <extracomment>{matches} of the {hashes} hashes in the list with the SHA-256 {sha256} are among those of the {contents} contents that were read.</extracomment>
        <translation>{matches} מתוך {hashes} הגיבובים ברשימה שה־SHA-256 שלה הוא {sha256} הם בין הגיבובים של {contents} התכנים שנקראו.</translation>
    </message>
    <message>
        <source>message:answer-counted</source>
        <extracomment>They were counted again.</extracomment>
        <translation>הם נספרו מחדש.</translation>
    </message>
    <message>
        <source>message:answer-gap</source>
        <extracomment>The ids leave a gap there; only the signature vouches for what they are ids of.</extracomment>
        <translation>המזהים משאירים שם רווח; רק החתימה ערבה למה שהם מזהים.</translation>
    </message>
    <message>
        <source>message:answer-gap-by-annex</source>
        <extracomment>The ids and their tree were worked out again from the names in the annex.</extracomment>
        <translation>המזהים והעץ שלהם חושבו מחדש מן השמות שבנספח.</translation>
    </message>
    <message>
        <source>message:answer-gap-by-key</source>
        <extracomment>The ids leave a gap there, and the id of this path was worked out again with the disclosed key.</extracomment>
        <translation>המזהים משאירים שם רווח, והמזהה של הנתיב הזה חושב מחדש במפתח שנמסר.</translation>
    </message>
    <message>
        <source>message:answer-items-root</source>
        <extracomment>The root over the {count} items that are there now is {root}.</extracomment>
        <translation>השורש של {count} הפריטים שיש כעת הוא {root}.</translation>
    </message>
    <message>
        <source>message:answer-miscounted</source>
        <extracomment>it states {stated} matches, and there are {count}</extracomment>
        <translation>הוא מציין {stated} התאמות, ויש {count}</translation>
    </message>
    <message>
        <source>message:answer-neighbour-not-in-tree</source>
        <extracomment>a neighbour isn't in the tree of ids</extracomment>
        <translation>שכן אינו בעץ המזהים</translation>
    </message>
    <message>
        <source>message:answer-of-another-path</source>
        <extracomment>the id is that of another path</extracomment>
        <translation>המזהה הוא של נתיב אחר</translation>
    </message>
    <message>
        <source>message:answer-only-signed</source>
        <extracomment>Only the signature vouches for that.</extracomment>
        <translation>רק החתימה ערבה לכך.</translation>
    </message>
    <message>
        <source>message:answer-other-hashes</source>
        <extracomment>{file} isn't the list that it names</extracomment>
        <translation>{file} אינו הרשימה שהוא מציין</translation>
    </message>
    <message>
        <source>message:answer-tree-not-of-annex</source>
        <extracomment>the tree isn't that of the names in the annex</extracomment>
        <translation>העץ אינו של השמות שבנספח</translation>
    </message>
    <message>
        <source>message:answer-without-gap</source>
        <extracomment>the neighbours leave no gap where the folder would be</extracomment>
        <translation>השכנים אינם משאירים רווח במקום שבו הייתה התיקייה</translation>
    </message>
    <message>
        <source>message:answers</source>
        <extracomment>answers: {count}</extracomment>
        <translation>תשובות: {count}</translation>
    </message>
    <message>
        <source>message:answers-about-other-hashes</source>
        <extracomment>none is about the list of hashes that you gave</extracomment>
        <translation>אף אחת אינה על רשימת הגיבובים שנמסרה</translation>
    </message>
    <message>
        <source>message:ar-archive</source>
        <extracomment>a Unix archive (ar)</extracomment>
        <translation>ארכיון Unix‏ (ar)</translation>
    </message>
    <message>
        <source>message:archive-bad-blocks</source>
        <extracomment>{count} blocks of the archive aren't headers where they should be.</extracomment>
        <translation>{count} גושים בארכיון אינם כותרות במקום שבו היו צריכים להיות.</translation>
    </message>
    <message>
        <source>message:archive-broken</source>
        <extracomment>The archive can't be unpacked further ({error}).</extracomment>
        <translation>לא ניתן להמשיך ולפרוס את הארכיון ({error}).</translation>
    </message>
    <message>
        <source>message:archive-broken-off</source>
        <extracomment>The archive is truncated ({error}); the rest was not read.</extracomment>
        <translation>הארכיון נקטע ({error}); השאר לא נקרא.</translation>
    </message>
    <message>
        <source>message:archive-cut-before-list</source>
        <extracomment>The archive is truncated: it ends before its list of files, so none can be read.</extracomment>
        <translation>הארכיון קטוע: הוא מסתיים לפני רשימת הקבצים שלו, ובלעדיה אף קובץ אינו נקרא.</translation>
    </message>
    <message>
        <source>message:archive-damaged-at-end</source>
        <extracomment>The archive is damaged beyond the last file that was read.</extracomment>
        <translation>הארכיון פגום אחרי הקובץ האחרון שנקרא.</translation>
    </message>
    <message>
        <source>message:archive-files-encrypted</source>
        <extracomment>The files of the archive are encrypted.</extracomment>
        <translation>קובצי הארכיון מוצפנים.</translation>
    </message>
    <message>
        <source>message:archive-files-encrypted-no-password</source>
        <extracomment>The files of the archive are encrypted, and no password tried opens them.</extracomment>
        <translation>קובצי הארכיון מוצפנים, ואף סיסמה שנוסתה אינה פותחת אותם.</translation>
    </message>
    <message>
        <source>message:archive-list-encrypted</source>
        <extracomment>The archive's list of files is encrypted.</extracomment>
        <translation>רשימת הקבצים של הארכיון מוצפנת.</translation>
    </message>
    <message>
        <source>message:archive-list-encrypted-no-password</source>
        <extracomment>The archive's list of files is encrypted, and no password tried opens it.</extracomment>
        <translation>רשימת הקבצים של הארכיון מוצפנת, ואף סיסמה שנוסתה אינה פותחת אותה.</translation>
    </message>
    <message>
        <source>message:archive-list-unplaced</source>
        <extracomment>The archive doesn't say where its list of files is; the list was found at the end.</extracomment>
        <translation>הארכיון אינו מציין היכן רשימת הקבצים שלו; היא נמצאה בסופו.</translation>
    </message>
    <message>
        <source>message:archive-over-ratio</source>
        <extracomment>The archive unpacks to far more than its size; the rest was not read.</extracomment>
        <translation>הארכיון נפרס להרבה יותר מגודלו; השאר לא נקרא.</translation>
    </message>
    <message>
        <source>message:archive-over-stated-size</source>
        <extracomment>The archive unpacks to more than it states; files beyond that were not read.</extracomment>
        <translation>הארכיון נפרס ליותר מכפי שהוא מצהיר; קבצים מעבר לכך לא נקראו.</translation>
    </message>
    <message>
        <source>message:archive-stray-bytes</source>
        <extracomment>{count} bytes after the archive's end were not read.</extracomment>
        <translation>{count} בתים שאחרי סוף הארכיון לא נקראו.</translation>
    </message>
    <message>
        <source>message:argument-not-utf8</source>
        <extracomment>'{typed}' isn't text in UTF-8. Type it again, or write it into a file in that encoding.</extracomment>
        <translation>'{typed}' אינו טקסט ב־UTF-8. יש להקליד אותו שוב, או לכתוב אותו בקובץ בקידוד הזה.</translation>
    </message>
    <message>
        <source>message:arj-archive</source>
        <extracomment>an ARJ archive</extracomment>
        <translation>ארכיון ARJ</translation>
    </message>
    <message>
        <source>message:attached-file-missing</source>
        <extracomment>The attached file {name} can't be read, or isn't in the document.</extracomment>
        <translation>לא ניתן לקרוא את הקובץ המצורף {name}, או שאינו במסמך.</translation>
    </message>
    <message>
        <source>message:attached-files-encrypted</source>
        <extracomment>Files attached to it need a password; none of those given works.</extracomment>
        <translation>לקבצים המצורפים אליו נדרשת סיסמה; אף אחת מאלה שניתנו אינה מתאימה.</translation>
    </message>
    <message>
        <source>message:attachment-base64-broken</source>
        <extracomment>An attachment isn't valid base64; it was not read.</extracomment>
        <translation>צרופה אינה base64 תקין; היא לא נקראה.</translation>
    </message>
    <message>
        <source>message:attachment-external</source>
        <extracomment>Attachment {name} is stored elsewhere and was not fetched: {place}</extracomment>
        <translation>הצרופה {name} נמצאת במקום אחר ולא הובאה: {place}</translation>
    </message>
    <message>
        <source>message:attachment-trouble</source>
        <extracomment>Attachment {name}: {trouble}</extracomment>
        <translation>הצרופה {name}: {trouble}</translation>
    </message>
    <message>
        <source>message:attachment-without-content</source>
        <extracomment>Attachment {name} has no content in the item, or it can't be read.</extracomment>
        <translation>לצרופה {name} אין תוכן בפריט, או שלא ניתן לקרוא אותו.</translation>
    </message>
    <message>
        <source>message:attribute-takes-word</source>
        <extracomment>{field}: takes a word or "a phrase".</extracomment>
        <translation>{field}: מקבל מילה או "צירוף מילים".</translation>
    </message>
    <message>
        <source>message:attribute-unresolved</source>
        <extracomment>{field}: must be looked up in the store before an engine is asked.</extracomment>
        <translation>{field}: יש לאתר את הערך במאגר לפני שפונים למנוע חיפוש.</translation>
    </message>
    <message>
        <source>message:audit-cut-off</source>
        <extracomment>the audit had {known} rows and now has {rows}: its end was cut off</extracomment>
        <translation>ביומן הביקורת היו {known} שורות וכעת יש {rows}: סופו נקטע</translation>
    </message>
    <message>
        <source>message:audit-end-unknown</source>
        <extracomment>the audit's last row, {rows}, isn't the one that the case knows: it knows none</extracomment>
        <translation>השורה האחרונה ביומן הביקורת, {rows}, אינה זו שהתיק מכיר: הוא אינו מכיר אף אחת</translation>
    </message>
    <message>
        <source>message:audit-row-changed</source>
        <extracomment>row {row} of the audit was changed, or the one before it was</extracomment>
        <translation>שורה {row} ביומן הביקורת שונתה, או זו שלפניה</translation>
    </message>
    <message>
        <source>message:audit-row-missing</source>
        <extracomment>row {row} of the audit is missing</extracomment>
        <translation>שורה {row} ביומן הביקורת חסרה</translation>
    </message>
    <message>
        <source>message:audit-rows-follow</source>
        <extracomment>each row follows from the one before (rows: {count})</extracomment>
        <translation>כל שורה ממשיכה את קודמתה (שורות: {count})</translation>
    </message>
    <message>
        <source>message:autocad-drawing</source>
        <extracomment>an AutoCAD drawing</extracomment>
        <translation>שרטוט AutoCAD</translation>
    </message>
    <message>
        <source>message:autocad-dxf-drawing</source>
        <extracomment>an AutoCAD drawing (DXF)</extracomment>
        <translation>שרטוט AutoCAD‏ (DXF)</translation>
    </message>
    <message>
        <source>message:backup-inside</source>
        <extracomment>{path} is inside the case or a folder that it may read. Choose another place for the backup.</extracomment>
        <translation>{path} נמצא בתוך התיק, או בתוך תיקייה שמותר לו לקרוא. יש לבחור מקום אחר לגיבוי.</translation>
    </message>
    <message>
        <source>message:bad-judgement</source>
        <extracomment>An item is judged relevant or not relevant, not '{value}'.</extracomment>
        <translation>פריט נשפט כרלוונטי או כלא רלוונטי, לא '{value}'.</translation>
    </message>
    <message>
        <source>message:bad-profile-name</source>
        <extracomment>'{name}' can't be the name of a profile: it needs 1 to {most} characters, without *, ?, quotation marks and backslashes.</extracomment>
        <translation>‏'{name}' אינו יכול להיות שם של פרופיל: נדרשים 1 עד {most} תווים, ללא *, ?, מירכאות ולוכסנים הפוכים.</translation>
    </message>
    <message>
        <source>message:bad-tag-name</source>
        <extracomment>'{name}' can't be a tag: a tag has 1 to 80 characters, without " * and ?.</extracomment>
        <translation>'{name}' אינו יכול להיות תגית: דרושים 1 עד 80 תווים, ללא " * ו־?.</translation>
    </message>
    <message>
        <source>message:base64-cut</source>
        <extracomment>The base64 data is truncated; what is there was read.</extracomment>
        <translation>נתוני base64 מסתיימים באמצע; מה שהיה נקרא.</translation>
    </message>
    <message>
        <source>message:batch-ambiguous</source>
        <extracomment>{many} batches are named '{name}', from copies that were merged. Use an id instead: {ids}</extracomment>
        <translation>{many} אצוות נקראות '{name}', מעותקים שמוזגו. יש לנקוב במזהה: {ids}</translation>
    </message>
    <message>
        <source>message:batch-bad-name</source>
        <extracomment>'{name}' can't name a batch: a name has 1 to {most} characters, without " * ? and \.</extracomment>
        <translation>'{name}' אינו יכול להיות שם אצווה: דרושים 1 עד {most} תווים, ללא " * ? ו־\.</translation>
    </message>
    <message>
        <source>message:batch-completed</source>
        <extracomment>'{name}' was completed by {who}. Say that you take it again (--again) to reopen it.</extracomment>
        <translation>'{name}' הושלמה על ידי {who}. כדי לפתוח אותה מחדש יש לבחור לקיחה מחדש.</translation>
    </message>
    <message>
        <source>message:batch-has-untagged</source>
        <extracomment>{left} of {items} items of '{name}' have no tag: {query} finds them. Code them, return the batch, or complete it anyway (--anyway).</extracomment>
        <translation>ל־{left} מתוך {items} פריטים של '{name}' אין תגית: {query} מוצאת אותם. יש לקודד אותם, להחזיר את האצווה או להשלים אותה בכל זאת.</translation>
    </message>
    <message>
        <source>message:batch-name-taken</source>
        <extracomment>There is already a batch named '{name}'. Choose another name.</extracomment>
        <translation>כבר יש אצווה בשם '{name}'. יש לבחור שם אחר.</translation>
    </message>
    <message>
        <source>message:batch-not-checked-out</source>
        <extracomment>'{name}' is {state}: nobody has it. Take it first.</extracomment>
        <translation>'{name}' אינה אצל איש ({state}). יש לקחת אותה תחילה.</translation>
    </message>
    <message>
        <source>message:batch-of-another</source>
        <extracomment>{who} has '{name}'. Only the person who has a batch can complete it; anyone can return it.</extracomment>
        <translation>'{name}' אצל {who}. רק מי שמחזיק באצווה משלים אותה; אפשר להחזיר אותה.</translation>
    </message>
    <message>
        <source>message:batch-of-nothing</source>
        <extracomment>There is nothing to put into a batch: the query finds no item that can go into one.</extracomment>
        <translation>אין מה להכניס לאצווה: השאילתה אינה מוצאת פריט שיכול להיכנס אליה.</translation>
    </message>
    <message>
        <source>message:batch-of-selected</source>
        <extracomment>{count} selected items of: {query}</extracomment>
        <translation>{count} פריטים מסומנים מתוך: {query}</translation>
    </message>
    <message>
        <source>message:batch-size</source>
        <extracomment>A batch has 1 to {most} items, not {size}; 0 makes one of all.</extracomment>
        <translation>באצווה יש 1 עד {most} פריטים, לא {size}; 0 יוצר אחת מכולם.</translation>
    </message>
    <message>
        <source>message:batch-taken</source>
        <extracomment>{who} has had '{name}' since {time}. Take another, or ask for this one.</extracomment>
        <translation>{name} אצל {who} מאז {time}. יש לקחת אחרת או לבקש את זו.</translation>
    </message>
    <message>
        <source>message:binhex-file</source>
        <extracomment>a BinHex file</extracomment>
        <translation>קובץ BinHex</translation>
    </message>
    <message>
        <source>message:blanks-made-plain</source>
        <extracomment>unusual spaces were replaced by plain ones ({count})</extracomment>
        <translation>רווחים חריגים הוחלפו ברווחים רגילים ({count})</translation>
    </message>
    <message>
        <source>message:blender-drawing</source>
        <extracomment>a Blender drawing</extracomment>
        <translation>שרטוט</translation>
    </message>
    <message>
        <source>message:book-part-not-unpacked</source>
        <extracomment>{name} can't be unpacked; the rest was read.</extracomment>
        <translation>לא ניתן לפרוס את {name}; השאר נקרא.</translation>
    </message>
    <message>
        <source>message:book-rights-managed</source>
        <extracomment>The book is protected by rights management; its pages can't be read.</extracomment>
        <translation>הספר מוגן בניהול זכויות; לא ניתן לקרוא את דפיו.</translation>
    </message>
    <message>
        <source>message:boundary-unclosed</source>
        <extracomment>The message ends without its closing boundary; what came after may be missing.</extracomment>
        <translation>ההודעה מסתיימת ללא תו הגבול הסוגר; ייתכן שחסר מה שבא אחריה.</translation>
    </message>
    <message>
        <source>message:broker-died</source>
        <extracomment>The process that opens the sources ended, and ended again when it was restarted. What has been read is kept, and the ledger says what was opened. Try again.</extracomment>
        <translation>התהליך שפותח את קובצי המקור הסתיים, גם לאחר שהופעל מחדש. מה שנקרא נשמר, ובפנקס רשום מה נפתח; יש להריץ שוב.</translation>
    </message>
    <message>
        <source>message:broker-not-confined</source>
        <extracomment>The process that opens the sources could open {path}, which is outside the scope, although Linux's Landlock should prevent it. No source was opened. Run 'triage doctor', and have the system repaired.</extracomment>
        <translation>התהליך שפותח את קובצי המקור הצליח לפתוח את {path}, שנמצא מחוץ לתחום, אף ש־Landlock של לינוקס אמור למנוע זאת. שום קובץ מקור לא נפתח. יש להריץ 'triage doctor' ולתקן את המערכת.</translation>
    </message>
    <message>
        <source>message:broker-silent</source>
        <extracomment>The process that opens the sources stopped responding and was ended. What has been read is kept. Check the disk or network drive that they are on, and try again.</extracomment>
        <translation>התהליך שפותח את קובצי המקור אינו עונה, והופסק. יש לבדוק את הדיסק או את כונן הרשת שבו הם נמצאים ולהריץ שוב. מה שנקרא נשמר.</translation>
    </message>
    <message>
        <source>message:broker-unconfined</source>
        <extracomment>Sources were opened by a process that the system doesn't confine to the scope's folders, as Linux's Landlock is missing or switched off; only Triage's own checks apply.</extracomment>
        <translation>קובצי מקור נפתחו בידי תהליך שהמערכת אינה מגבילה לתיקיות שבתחום, כי Landlock של לינוקס חסר או כבוי; רק הבדיקות של Triage עצמה חלות שם.</translation>
    </message>
    <message>
        <source>message:bytes-not-in-base64</source>
        <extracomment>{text} isn't {size} bytes in base64</extracomment>
        <translation>{text} אינו {size} בתים ב־base64</translation>
    </message>
    <message>
        <source>message:canaries-found</source>
        <extracomment>{found} of {count} canaries found, no forbidden one turned up</extracomment>
        <translation>נמצאו {found} מתוך {count} מחרוזות הבדיקה, ואף מחרוזת אסורה לא הופיעה</translation>
    </message>
    <message>
        <source>message:canaries-found-and-leaked</source>
        <extracomment>{found} of {count} canaries found; forbidden ones that turned up: {leaks}</extracomment>
        <translation>נמצאו {found} מתוך {count} מחרוזות הבדיקה; מחרוזות אסורות שהופיעו: {leaks}</translation>
    </message>
    <message>
        <source>message:case-among-sources</source>
        <extracomment>The case can't be inside a folder that it reads ({folder}). Choose another place for it.</extracomment>
        <translation>התיק אינו יכול להימצא בתוך מה שהוא קורא ({folder}). יש לבחור לו מקום אחר.</translation>
    </message>
    <message>
        <source>message:case-being-written</source>
        <extracomment>Another process is writing to this case. Wait until it has finished, and try again.</extracomment>
        <translation>תהליך אחר כותב לתיק זה. יש להמתין לסיומו ולנסות שוב.</translation>
    </message>
    <message>
        <source>message:case-changed-meanwhile</source>
        <extracomment>{path} was changed by another process while it was read. Try again once that has ended.</extracomment>
        <translation>תהליך אחר שינה את {path} בזמן הקריאה. יש לנסות שוב כשהוא יסתיים.</translation>
    </message>
    <message>
        <source>message:case-folder-missing</source>
        <extracomment>{path} isn't there. If it is on another drive or a network, connect that and try again; if the case was moved, open it where it is now. To make a new one: triage new</extracomment>
        <translation>{path} אינו קיים כעת. אם הוא נמצא בכונן אחר או ברשת, יש לחבר אותם ולנסות שוב; אם התיק הועבר, יש לפתוח אותו במקומו החדש. ליצירת תיק חדש: triage new</translation>
    </message>
    <message>
        <source>message:case-folder-not-empty</source>
        <extracomment>{path} exists and isn't an empty folder. Choose another place for the case.</extracomment>
        <translation>{path} קיים ואינו תיקייה ריקה. יש לבחור מקום אחר לתיק.</translation>
    </message>
    <message>
        <source>message:case-folder-unreadable</source>
        <extracomment>The case {path} can't be read: {error}. Ask its owner for access, or for a copy.</extracomment>
        <translation>לא ניתן לקרוא את התיק {path}: {error}. יש לבקש גישה או עותק מבעליו.</translation>
    </message>
    <message>
        <source>message:case-half-made</source>
        <extracomment>{path} is only half of a case: making it was stopped before its end, or goes on now. If nobody makes it now, delete it, and make it again.</extracomment>
        <translation>{path} הוא רק חצי תיק: יצירתו נעצרה לפני סופה, או שהיא נמשכת עכשיו. אם איש אינו יוצר אותו עכשיו, יש למחוק אותו וליצור אותו מחדש.</translation>
    </message>
    <message>
        <source>message:case-newer-format</source>
        <extracomment>{path} was made by {program}, which is newer than this version: it has format {format}, and this version reads {known}. Install that version to open it. Nothing was changed.</extracomment>
        <translation>התיק {path} נוצר על ידי {program}, שהיא חדשה מגרסה זו: הפורמט שלו הוא {format}, וגרסה זו קוראת את {known}. התקינו את אותה גרסה כדי לפתוח אותו. דבר לא שונה.</translation>
    </message>
    <message>
        <source>message:case-not-made</source>
        <extracomment>The case can't be created in {path}: {error}. Choose another place.</extracomment>
        <translation>לא ניתן ליצור את התיק ב־{path}: {error}. יש לבחור מקום אחר.</translation>
    </message>
    <message>
        <source>message:case-older-format</source>
        <extracomment>{path} was made by an earlier version of Triage: it has format {format}, and this version reads {known}. Make the case again with triage new and triage index, over the same files. Nothing was changed.</extracomment>
        <translation>התיק {path} נוצר על ידי גרסה קודמת של Triage: הפורמט שלו הוא {format}, וגרסה זו קוראת את {known}. צרו את התיק מחדש עם triage new ו-triage index, על אותם הקבצים. דבר לא שונה.</translation>
    </message>
    <message>
        <source>message:case-on-share</source>
        <extracomment>{path} is on a network share ({kind}), where a case can be damaged without warning. Nothing was written. Keep the case on a local disk; on a share it can only be read.</extracomment>
        <translation>{path} נמצא בכונן רשת ({kind}), שבו תיק עלול להיפגם בלי התראה. דבר לא נכתב. יש לשמור את התיק בדיסק מקומי; במקום הנוכחי אפשר רק לקרוא אותו.</translation>
    </message>
    <message>
        <source>message:case-read-by-others</source>
        <extracomment>{path} was read by other versions ({versions}), which this matrix doesn't cover. Use those versions, or create the case again with these.</extracomment>
        <translation>{path} נקרא בגרסאות אחרות ({versions}), שמטריצה זו אינה מעידה עליהן. יש להשתמש בגרסאות ההן, או ליצור את התיק מחדש באלה.</translation>
    </message>
    <message>
        <source>message:case-read-only</source>
        <extracomment>{path} is open for reading only, and this would change it. Nothing was written.</extracomment>
        <translation>{path} פתוח לקריאה בלבד, ופעולה זו הייתה משנה אותו. לא נכתב דבר.</translation>
    </message>
    <message>
        <source>message:case-rolled-back</source>
        <extracomment>the case was rolled back, or a copy of it went on elsewhere: {why}. The latest head that this login signed is {path}. If the case was restored from a backup, put that on record: triage record head CASE --restored WHY</extracomment>
        <translation>התיק הוחזר למצב קודם, או שעותק שלו המשיך במקום אחר: {why}. הראש האחרון שחתם משתמש זה הוא {path}. אם התיק שוחזר מגיבוי, יש לרשום זאת: ⁦triage record head CASE --restored WHY⁩</translation>
    </message>
    <message>
        <source>message:case-special-file</source>
        <extracomment>{path} is a link, a pipe or a device. A case has files and folders alone. Nothing was read: delete it, or put a copy of what a link stands for in its place.</extracomment>
        <translation>{path} הוא קישור, צינור או התקן. בתיק יש רק קבצים ותיקיות. דבר לא נקרא: יש למחוק אותו, או לשים במקומו עותק של מה שהקישור מצביע עליו.</translation>
    </message>
    <message>
        <source>message:case-unread</source>
        <extracomment>Nothing in {path} has been read yet. Read it first: triage index {path}</extracomment>
        <translation>דבר מ־{path} עדיין לא נקרא. יש לקרוא אותו תחילה: ⁦triage index {path}⁩</translation>
    </message>
    <message>
        <source>message:case-unwritable</source>
        <extracomment>The case can't be written ({error}). This step isn't finished; what was saved before it is kept.</extracomment>
        <translation>לא ניתן לכתוב לתיק ({error}). צעד זה לא הושלם; מה שנשמר לפניו נשאר שמור.</translation>
    </message>
    <message>
        <source>message:catalogue-lost</source>
        <extracomment>Its catalogue is lost or broken; the pages that could be found were read.</extracomment>
        <translation>הקטלוג שלו אבד או פגום; העמודים שנמצאו נקראו.</translation>
    </message>
    <message>
        <source>message:cells-without-text</source>
        <extracomment>{count} cells name a text that the workbook doesn't contain.</extracomment>
        <translation>{count} תאים נוקבים בטקסט שאינו בחוברת.</translation>
    </message>
    <message>
        <source>message:certificate-unreadable</source>
        <extracomment>A certificate in {part} can't be read ({error}).</extracomment>
        <translation>לא ניתן לקרוא אישור ב־{part} ({error}).</translation>
    </message>
    <message>
        <source>message:character-misplaced</source>
        <extracomment>'{typed}' doesn't belong here.</extracomment>
        <translation>'{typed}' אינו יכול לעמוד כאן.</translation>
    </message>
    <message>
        <source>message:characters-lost-by-zeros</source>
        <extracomment>{count} characters couldn't be read as {charset} (by its zero bytes); they show as �.</extracomment>
        <translation>{count} תווים לא ניתנו לקריאה כ־{charset}, שעליו מצביע דפוס בתי האפס; הם מוצגים כ־�.</translation>
    </message>
    <message>
        <source>message:characters-lost-declared</source>
        <extracomment>{count} characters couldn't be read as the declared {charset}; they show as �.</extracomment>
        <translation>{count} תווים לא ניתנו לקריאה כ־{charset}, כפי שהוצהר; הם מוצגים כ־�.</translation>
    </message>
    <message>
        <source>message:characters-lost-guessed</source>
        <extracomment>{count} characters couldn't be read as {charset} (a guess); they show as �.</extracomment>
        <translation>{count} תווים לא ניתנו לקריאה כ־{charset}, שהטקסט נראה כמוה; הם מוצגים כ־�.</translation>
    </message>
    <message>
        <source>message:characters-lost-marked</source>
        <extracomment>{count} characters couldn't be read as {charset} (by its byte order mark); they show as �.</extracomment>
        <translation>{count} תווים לא ניתנו לקריאה כ־{charset}, שעליו מצביע סימן סדר הבתים; הם מוצגים כ־�.</translation>
    </message>
    <message>
        <source>message:charset-is-utf-8</source>
        <extracomment>The text is declared as {declared} but is UTF-8, and was read as that.</extracomment>
        <translation>הטקסט מוצהר כ־{declared} אך הוא UTF-8, וכך נקרא.</translation>
    </message>
    <message>
        <source>message:charset-misdeclared</source>
        <extracomment>The text can't be read as the declared {declared}; it was read as {charset}.</extracomment>
        <translation>לא ניתן לקרוא את הטקסט כ־{declared} המוצהר; הוא נקרא כ־{charset}.</translation>
    </message>
    <message>
        <source>message:charset-mixed</source>
        <extracomment>The text is {charset} with some bytes of windows-1252 in it.</extracomment>
        <translation>הטקסט הוא {charset} ובו כמה בתים של windows-1252.</translation>
    </message>
    <message>
        <source>message:charset-unstated</source>
        <extracomment>The character set isn't stated; it was read as {charset}.</extracomment>
        <translation>ערכת התווים אינה מצוינת; הוא נקרא כ־{charset}.</translation>
    </message>
    <message>
        <source>message:check-unreadable</source>
        <extracomment>can't be read: {error}</extracomment>
        <translation>לא ניתן לקריאה: {error}</translation>
    </message>
    <message>
        <source>message:clock-never-went-back</source>
        <extracomment>no row of the audit is earlier than the one before it</extracomment>
        <translation>אין ביומן הביקורת שורה מוקדמת מקודמתה</translation>
    </message>
    <message>
        <source>message:clock-went-back</source>
        <extracomment>row {row} of the audit is of {time}, after row {before} of {earlier}: the machine's clock was set back, so times from there on can't be relied on</extracomment>
        <translation>שורה {row} ביומן הביקורת היא מ־{time}, אחרי שורה {before} מ־{earlier}: שעון המחשב הוחזר לאחור, ולכן אי אפשר להסתמך על הזמנים משם והלאה</translation>
    </message>
    <message>
        <source>message:cluster-busy</source>
        <extracomment>The search cluster is too busy to take {count} items. Nothing is lost: run triage index again when it is less busy.</extracomment>
        <translation>אשכול החיפוש עמוס מכדי לקבל {count} פריטים. דבר לא אבד: יש להריץ שוב triage index כשהוא עמוס פחות.</translation>
    </message>
    <message>
        <source>message:cluster-denies</source>
        <extracomment>The search cluster at {hosts} refused the user or the key. Check cluster.user in settings.toml, and the secret in {variable} or in your keyring.</extracomment>
        <translation>אשכול החיפוש שבכתובת {hosts} דחה את המשתמש או את המפתח. יש לבדוק את cluster.user שב־settings.toml, ואת הסיסמה שב־{variable} או במחזיק המפתחות.</translation>
    </message>
    <message>
        <source>message:cluster-failed</source>
        <extracomment>The search cluster couldn't answer in full, so there is no answer: {what}. Search again, or ask whoever runs the cluster.</extracomment>
        <translation>אשכול החיפוש לא הצליח לענות במלואו, ולכן אין תשובה: {what}. יש לחפש שוב, או לפנות למי שמפעיל את האשכול.</translation>
    </message>
    <message>
        <source>message:cluster-host-wrong</source>
        <extracomment>{path} names a search cluster at '{host}', which isn't an address such as https://search-1.example:9200. Correct cluster.hosts.</extracomment>
        <translation>{path} מציין אשכול חיפוש בכתובת '{host}', שאינה כתובת כמו https://search-1.example:9200. יש לתקן את cluster.hosts.</translation>
    </message>
    <message>
        <source>message:cluster-index-differs</source>
        <extracomment>The index {index} on the search cluster isn't what this case sent there: {sent} items were sent, and what it holds is something else. Another copy of the case may have written to it. Delete opensearch.db in the case's folder and run triage index, and all is sent again.</extracomment>
        <translation>האינדקס {index} שבאשכול החיפוש אינו מה שתיק זה שלח אליו: נשלחו {sent} פריטים, ומה שיש בו הוא משהו אחר. ייתכן שעותק אחר של התיק כתב אליו. יש למחוק את opensearch.db שבתיקיית התיק ולהריץ triage index, והכול יישלח מחדש.</translation>
    </message>
    <message>
        <source>message:cluster-index-foreign</source>
        <extracomment>An index with this case's name, {index}, is on the search cluster, but Triage didn't make it. Ask whoever runs the cluster to rename or delete it.</extracomment>
        <translation>באשכול החיפוש יש אינדקס בשם של תיק זה, {index}, אך Triage לא יצר אותו. יש לבקש ממי שמפעיל את האשכול לשנות את שמו או למחוק אותו.</translation>
    </message>
    <message>
        <source>message:cluster-index-gone</source>
        <extracomment>The index {index} isn't on the search cluster any more. Run triage index, and it is made again from the case's text.</extracomment>
        <translation>האינדקס {index} אינו עוד באשכול החיפוש. יש להריץ triage index, והוא ייווצר מחדש מהטקסט שבתיק.</translation>
    </message>
    <message>
        <source>message:cluster-not-installed</source>
        <extracomment>The engine opensearch needs the package opensearch-py. Install Triage with its extra: pip install 'triage[cluster]'.</extracomment>
        <translation>המנוע opensearch זקוק לחבילה opensearch-py. יש להתקין את Triage עם התוספת: pip install 'triage[cluster]'.</translation>
    </message>
    <message>
        <source>message:cluster-not-named</source>
        <extracomment>This case's index belongs on a search cluster, but {path} names none. Add a table [cluster] with hosts = ["https://search-1.example:9200"].</extracomment>
        <translation>האינדקס של תיק זה שייך לאשכול חיפוש, אך {path} אינו מציין אשכול. יש להוסיף טבלה [cluster] עם hosts = ["https://search-1.example:9200"].</translation>
    </message>
    <message>
        <source>message:cluster-not-own</source>
        <extracomment>{path} names the search cluster {host}, which you haven't confirmed, so nothing was sent to it: a case that comes from somebody else may name anything. If it is your own, add the line {host} to {file}.</extracomment>
        <translation>{path} מציין את אשכול החיפוש {host}, שלא אישרת, ולכן דבר לא נשלח אליו: תיק שמגיע ממישהו אחר יכול לציין כל כתובת. אם הוא שלך, יש להוסיף את השורה {host} ל־{file}.</translation>
    </message>
    <message>
        <source>message:cluster-not-sent</source>
        <extracomment>Nothing of the case in {path} was sent to its search cluster yet, and the case can't be written. Run triage index where it can.</extracomment>
        <translation>דבר מן התיק שב־{path} עדיין לא נשלח לאשכול החיפוש שלו, ולא ניתן לכתוב לתיק. יש להריץ triage index במקום שבו ניתן.</translation>
    </message>
    <message>
        <source>message:cluster-out-of-time</source>
        <extracomment>The search cluster took longer than {seconds} seconds, and the search was stopped without an answer. Search again, narrow it, or set cluster.search_seconds in the case's settings.toml.</extracomment>
        <translation>אשכול החיפוש נדרש ליותר מ־{seconds} שניות, והחיפוש נעצר ללא תשובה. יש לחפש שוב, לצמצם את החיפוש או לשנות את cluster.search_seconds בקובץ settings.toml של התיק.</translation>
    </message>
    <message>
        <source>message:cluster-records-damaged</source>
        <extracomment>{path} can't be read: {error}. Delete it and run triage index: all is sent to the search cluster again.</extracomment>
        <translation>לא ניתן לקרוא את {path}: {error}. יש למחוק אותו ולהריץ triage index: הכול יישלח שוב לאשכול החיפוש.</translation>
    </message>
    <message>
        <source>message:cluster-silent</source>
        <extracomment>The search cluster at {hosts} didn't answer within {seconds} seconds. Search again, or ask whoever runs it.</extracomment>
        <translation>אשכול החיפוש שבכתובת {hosts} לא ענה בתוך {seconds} שניות. יש לחפש שוב, או לפנות למי שמפעיל אותו.</translation>
    </message>
    <message>
        <source>message:cluster-too-busy</source>
        <extracomment>The search cluster has too much to do. Search again in a moment.</extracomment>
        <translation>לאשכול החיפוש יש יותר מדי עבודה. יש לחפש שוב בעוד רגע.</translation>
    </message>
    <message>
        <source>message:cluster-unreachable</source>
        <extracomment>The search cluster at {hosts} can't be reached: {error}. Check cluster.hosts in settings.toml, and that the cluster is running.</extracomment>
        <translation>לא ניתן להגיע לאשכול החיפוש שבכתובת {hosts}: {error}. יש לבדוק את cluster.hosts שב־settings.toml, ושהאשכול פועל.</translation>
    </message>
    <message>
        <source>message:cluster-without-tls</source>
        <extracomment>{path} names a search cluster at {host}, without TLS. Use https, except for a node on this computer.</extracomment>
        <translation>{path} מציין אשכול חיפוש בכתובת {host}, ללא TLS. יש להשתמש ב־https, מלבד לצומת במחשב זה.</translation>
    </message>
    <message>
        <source>message:comment-damaged</source>
        <extracomment>A comment's record is damaged and was skipped.</extracomment>
        <translation>רשומת הערה פגומה ודולגה.</translation>
    </message>
    <message>
        <source>message:commitments-differ</source>
        <extracomment>what row {row} of the audit committed to was changed or removed</extracomment>
        <translation>מה ששורה {row} ביומן הביקורת התחייבה לו שונה או הוסר</translation>
    </message>
    <message>
        <source>message:compound-breaks-rules</source>
        <extracomment>The compound file is malformed ({error}).</extracomment>
        <translation>הקובץ המורכב מפר את כללי הפורמט ({error}).</translation>
    </message>
    <message>
        <source>message:compound-cut</source>
        <extracomment>The compound file ends too early; the rest was read.</extracomment>
        <translation>הקובץ המורכב מסתיים מוקדם מדי; השאר נקרא.</translation>
    </message>
    <message>
        <source>message:compound-not-opened</source>
        <extracomment>The compound file can't be opened ({error}); its loose strings were kept.</extracomment>
        <translation>לא ניתן לפתוח את הקובץ המורכב ({error}); המחרוזות הבודדות שבו נשמרו.</translation>
    </message>
    <message>
        <source>message:compound-without-reader</source>
        <extracomment>There is no reader for this kind of file; properties and loose strings were kept.</extracomment>
        <translation>אין קורא לקובץ מסוג זה; המאפיינים ומחרוזות בודדות נשמרו.</translation>
    </message>
    <message>
        <source>message:compress-file</source>
        <extracomment>a file compressed with compress</extracomment>
        <translation>קובץ דחוס ב־compress</translation>
    </message>
    <message>
        <source>message:confidence-out-of-range</source>
        <extracomment>A confidence is between 0 and 1, such as 0.95, not {confidence}.</extracomment>
        <translation>רמת ביטחון היא בין 0 ל־1, למשל 0.95, ולא {confidence}.</translation>
    </message>
    <message>
        <source>message:contained-not-as-made</source>
        <extracomment>the case's file of contained mails isn't the one on record, and isn't used: is:contained finds nothing, and lists mark none (triage near makes --contained it anew)</extracomment>
        <translation>קובץ ההודעות המוכלות של התיק אינו זה שבתיעוד, ואינו בשימוש: is:contained אינו מוצא דבר, והרשימות אינן מסמנות אף הודעה (triage near יוצר --contained אותו מחדש)</translation>
    </message>
    <message>
        <source>message:contained-not-looked-for</source>
        <extracomment>is:contained finds nothing yet: no mails were compared (triage near does --contained)</extracomment>
        <translation>is:contained עדיין לא מוצא דבר: לא הושוו הודעות (triage near משווה --contained אותן)</translation>
    </message>
    <message>
        <source>message:contained-outdated</source>
        <extracomment>is:contained: items were read or changed since mails were compared (triage near compares --contained them again)</extracomment>
        <translation>is:contained: פריטים נקראו או השתנו מאז שהושוו ההודעות (triage near משווה --contained אותן שוב)</translation>
    </message>
    <message>
        <source>message:content-added</source>
        <extracomment>{row} isn't on record: it was added</extracomment>
        <translation>{row} אינו ברישום: הוא נוסף</translation>
    </message>
    <message>
        <source>message:content-agrees</source>
        <extracomment>each row is as the audit committed to it (rows: {count})</extracomment>
        <translation>כל שורה היא כפי שיומן הביקורת התחייב לה (שורות: {count})</translation>
    </message>
    <message>
        <source>message:content-changed</source>
        <extracomment>{row} isn't what was recorded</extracomment>
        <translation>{row} אינו מה שנרשם</translation>
    </message>
    <message>
        <source>message:content-in-smime-attachment</source>
        <extracomment>The item's content is in an S/MIME attachment; see there.</extracomment>
        <translation>תוכן הפריט נמצא בצרופת S/MIME; ראו שם.</translation>
    </message>
    <message>
        <source>message:content-missing</source>
        <extracomment>{row} is missing</extracomment>
        <translation>{row} חסר</translation>
    </message>
    <message>
        <source>message:copy-no-case</source>
        <extracomment>its tables aren't those of a case</extracomment>
        <translation>הטבלאות שלו אינן של תיק</translation>
    </message>
    <message>
        <source>message:copy-unproved</source>
        <extracomment>{path} doesn't prove its decisions ({check}: {why}). Not merged.</extracomment>
        <translation>{path} אינו מוכיח את החלטותיו ({check}: {why}). לא מוזג.</translation>
    </message>
    <message>
        <source>message:copy-wrong</source>
        <extracomment>{path} can't be merged: {why}. Nothing was imported; ask for the copy again.</extracomment>
        <translation>לא ניתן למזג את {path}: {why}. דבר לא נלקח; יש לבקש את העותק שוב.</translation>
    </message>
    <message>
        <source>message:countersign-where</source>
        <extracomment>Where should the countersigned head go? Name a new file with -o, or the case with --case.</extracomment>
        <translation>לאן ייכתב הראש החתום? יש לציין קובץ חדש ב־⁦-o⁩, או את התיק ב־⁦--case⁩.</translation>
    </message>
    <message>
        <source>message:coverage-sample-size</source>
        <extracomment>A sample has 0 to {most} items, not {size}.</extracomment>
        <translation>במדגם יש 0 עד {most} פריטים, לא {size}.</translation>
    </message>
    <message>
        <source>message:cpio-archive</source>
        <extracomment>a Unix archive (cpio)</extracomment>
        <translation>ארכיון Unix‏ (cpio)</translation>
    </message>
    <message>
        <source>message:cross-reference-broken</source>
        <extracomment>Its cross-reference table is broken; the objects that could be found were read.</extracomment>
        <translation>טבלת ההפניות שלו פגומה; האובייקטים שנמצאו נקראו.</translation>
    </message>
    <message>
        <source>message:custodian-braces</source>
        <extracomment>'{custodian}' can't be the custodian of {root}: braces are only for {alone} and the like, and stand alone. Write a name, or {alone} for the name of the first folder below.</extracomment>
        <translation>'{custodian}' אינו יכול להיות המשמורן של {root}: סוגריים מסולסלים מיועדים רק ל-{alone} ודומיו, ועומדים לבדם. יש לכתוב שם, או {alone} לשם התיקייה הראשונה שמתחת.</translation>
    </message>
    <message>
        <source>message:data-file</source>
        <extracomment>a data file</extracomment>
        <translation>קובץ נתונים</translation>
    </message>
    <message>
        <source>message:database-broken-off</source>
        <extracomment>The database can't be read further ({error}).</extracomment>
        <translation>לא ניתן להמשיך לקרוא את מסד הנתונים ({error}).</translation>
    </message>
    <message>
        <source>message:database-damaged</source>
        <extracomment>SQLite says: {error}</extracomment>
        <translation>SQLite מדווח: {error}</translation>
    </message>
    <message>
        <source>message:database-foreign</source>
        <extracomment>{path} has a {kind} '{name}' that Triage didn't make. It could run by itself, or change what is found, so nothing in the case was opened. Restore the case from a copy.</extracomment>
        <translation>ב־{path} יש {kind} '{name}' ש־Triage לא יצר. הוא היה יכול לפעול מעצמו או לשנות את מה שנמצא, ולכן לא נפתח דבר בתיק. יש לשחזר את התיק מעותק.</translation>
    </message>
    <message>
        <source>message:database-lacks</source>
        <extracomment>'{name}', which every case's database has, isn't there. Restore the case from a copy</extracomment>
        <translation>'{name}', שיש במסד הנתונים של כל תיק, חסר. יש לשחזר את התיק מעותק</translation>
    </message>
    <message>
        <source>message:database-sound</source>
        <extracomment>SQLite finds no damage, its indexes have what its tables have, and all statements are Triage's own</extracomment>
        <translation>SQLite אינו מוצא פגם, האינדקסים שלו תואמים לטבלאות, וכל ההצהרות הן של Triage</translation>
    </message>
    <message>
        <source>message:database-unopened</source>
        <extracomment>The case's database is damaged: {path} ({error}). What is still whole, triage verify tells; restore the case from a backup.</extracomment>
        <translation>מסד הנתונים של התיק פגום: {path} ({error}). מה עדיין שלם מראה ⁦triage verify⁩; יש לשחזר את התיק מגיבוי.</translation>
    </message>
    <message>
        <source>message:database-unreached</source>
        <extracomment>{path} can't be read or written ({error}). Check that its drive is connected and works, and that you may write there; then try again.</extracomment>
        <translation>לא ניתן לקרוא את {path} או לכתוב בו ({error}). יש לבדוק שהכונן שלו מחובר ותקין ושיש הרשאה לכתוב שם; ואז לנסות שוב.</translation>
    </message>
    <message>
        <source>message:date-after-file</source>
        <extracomment>Its date is more than a year after its file was last changed ({changed} UTC): {date}</extracomment>
        <translation>התאריך מאוחר ביותר משנה מן השינוי האחרון של הקובץ ({changed} UTC): {date}</translation>
    </message>
    <message>
        <source>message:date-ambiguous</source>
        <extracomment>'{typed}' has two meanings: write {first} or {second}.</extracomment>
        <translation>ל־'{typed}' שתי משמעויות: יש לכתוב {first} או {second}.</translation>
    </message>
    <message>
        <source>message:date-before-1970</source>
        <extracomment>Its date is before 1970: {date}</extracomment>
        <translation>התאריך קודם לשנת 1970: {date}</translation>
    </message>
    <message>
        <source>message:date-missing</source>
        <extracomment>A date is missing: write 2023, 2023-05, 2023-05-02 or, for an hour, 2023-05-02T10.</extracomment>
        <translation>חסר תאריך: יש לכתוב 2023, 2023-05, 2023-05-02 או, לשעה, 2023-05-02T10.</translation>
    </message>
    <message>
        <source>message:date-unreadable</source>
        <extracomment>Its date can't be read: {date}</extracomment>
        <translation>לא ניתן לקרוא את התאריך שלו: {date}</translation>
    </message>
    <message>
        <source>message:dates-outside</source>
        <extracomment>items without a date of their own, or with a doubtful one, outside {range}: {count}; to see them, search for {query}</extracomment>
        <translation>פריטים ללא תאריך משלהם, או עם תאריך מפוקפק, מחוץ ל־{range}: {count}; כדי לראות אותם יש לחפש {query}</translation>
    </message>
    <message>
        <source>message:decided-again</source>
        <extracomment>{opens} openings and {denied} refusals, decided again from the paths by the version of the scope then in force, each file once for each version</extracomment>
        <translation>{opens} פתיחות ו־{denied} סירובים הוחלטו מחדש מן הנתיבים לפי גרסת התחום שהייתה אז בתוקף, כל קובץ פעם אחת לכל גרסה</translation>
    </message>
    <message>
        <source>message:decision-file-ends-early</source>
        <extracomment>it ends too early</extracomment>
        <translation>הוא מסתיים מוקדם מדי</translation>
    </message>
    <message>
        <source>message:decision-file-long-line</source>
        <extracomment>the line is too long</extracomment>
        <translation>השורה ארוכה מדי</translation>
    </message>
    <message>
        <source>message:decision-file-seal</source>
        <extracomment>its checksum doesn't match its lines: some were changed, lost or added</extracomment>
        <translation>סכום הביקורת שלו אינו תואם את שורותיו: חלקן שונו, אבדו או נוספו</translation>
    </message>
    <message>
        <source>message:decision-file-unsigned</source>
        <extracomment>The file isn't signed, so it can only be merged with --unsigned, without its seals: {why}</extracomment>
        <translation>על הקובץ אין חתימה, ולכן אפשר למזג אותו רק עם ⁦--unsigned⁩, בלי החותמות שבו: {why}</translation>
    </message>
    <message>
        <source>message:decision-file-version</source>
        <extracomment>it is from another version of this program</extracomment>
        <translation>הוא של גרסה אחרת של תוכנה זו</translation>
    </message>
    <message>
        <source>message:decision-file-wrong</source>
        <extracomment>{path}, line {line}: {why}. Nothing was imported; ask for the file again.</extracomment>
        <translation>{path}, שורה {line}: {why}. דבר לא נלקח; יש לבקש את הקובץ שוב.</translation>
    </message>
    <message>
        <source>message:decision-unknown</source>
        <extracomment>Line {line} of {path} has the decision '{decision}'. Write one of these: {known}; or leave it blank.</extracomment>
        <translation>בשורה {line} של {path} רשומה ההחלטה '{decision}'. כתבו אחת מאלה: {known}; או השאירו ריק.</translation>
    </message>
    <message>
        <source>message:decision-unsigned</source>
        <extracomment>Saved, but not signed: {why}</extracomment>
        <translation>נשמר, אך לא נחתם: {why}</translation>
    </message>
    <message>
        <source>message:decisions-audited</source>
        <extracomment>each step of decisions is in the audit (decisions: {decisions}, steps: {steps})</extracomment>
        <translation>כל צעד של החלטות רשום ביומן הביקורת (החלטות: {decisions}, צעדים: {steps})</translation>
    </message>
    <message>
        <source>message:decisions-differ</source>
        <extracomment>{path} has different decisions on items of one kind: {decisions}. Decide on all of them alike.</extracomment>
        <translation>ב-{path} יש החלטות שונות על פריטים מסוג אחד: {decisions}. החליטו על כולם באותו אופן.</translation>
    </message>
    <message>
        <source>message:decisions-unreadable</source>
        <extracomment>{path} isn't a list of decisions: it lacks the column {column}. Write one with --dry-run --csv FILE.</extracomment>
        <translation>{path} אינו רשימת החלטות: חסרה בו העמודה {column}. צרו רשימה כזו בעזרת ⁦--dry-run --csv FILE⁩.</translation>
    </message>
    <message>
        <source>message:decrypted-no-office</source>
        <extracomment>It was decrypted, but the result isn't an Office document.</extracomment>
        <translation>הוא פוענח, אך התוצאה אינה מסמך Office.</translation>
    </message>
    <message>
        <source>message:derived-changed</source>
        <extracomment>the case's file {file} isn't the one on record, and isn't used: another program changed it. Make it anew with: {command}</extracomment>
        <translation>קובץ התיק {file} אינו זה שבתיעוד, ואינו בשימוש: תוכנה אחרת שינתה אותו. כדי ליצור אותו מחדש: {command}</translation>
    </message>
    <message>
        <source>message:derived-held</source>
        <extracomment>files that were worked out from the items, as they are on record: {files}; of {count} items that they find, {again} were compared again by their texts</extracomment>
        <translation>קבצים שהופקו מהפריטים, כפי שהם בתיעוד: {files}; מתוך {count} פריטים שהם מוצאים, {again} הושוו שוב לפי הטקסט שלהם</translation>
    </message>
    <message>
        <source>message:derived-item-wrong</source>
        <extracomment>the case's file {file} finds item {id}, which isn't so by its text. Make it anew with: {command}</extracomment>
        <translation>קובץ התיק {file} מוצא את הפריט {id}, אך לפי הטקסט שלו אין זה כך. כדי ליצור אותו מחדש: {command}</translation>
    </message>
    <message>
        <source>message:derived-unused</source>
        <extracomment>the case's file {file} is gone, and isn't used. Make it anew with: {command}</extracomment>
        <translation>הקובץ {file} של התיק איננו, ואינו בשימוש. צרו אותו מחדש עם: {command}</translation>
    </message>
    <message>
        <source>message:descriptions-over-count</source>
        <extracomment>It has more elements with descriptions than were read.</extracomment>
        <translation>יש בו יותר רכיבים עם תיאורים מכפי שנקראו.</translation>
    </message>
    <message>
        <source>message:directory-damaged</source>
        <extracomment>The archive's directory is damaged ({error}); {count} members were found by their headers.</extracomment>
        <translation>ספריית הארכיון פגומה ({error}); {count} קבצים נמצאו לפי הכותרות שלהם.</translation>
    </message>
    <message>
        <source>message:disc-image</source>
        <extracomment>a disc image</extracomment>
        <translation>תמונת דיסק</translation>
    </message>
    <message>
        <source>message:disk-full</source>
        <extracomment>The disk is full: {path} can't be written. This step isn't finished; what was saved before it is kept. Free some space and try again.</extracomment>
        <translation>הדיסק מלא: לא ניתן לכתוב את {path}. צעד זה לא הושלם; מה שנשמר לפניו נשאר שמור. יש לפנות מקום ולנסות שוב.</translation>
    </message>
    <message>
        <source>message:distance-by-sentence</source>
        <extracomment>{typed}: there is no distance by sentence or paragraph; write {meant} or the like.</extracomment>
        <translation>{typed}: אין מרחק לפי משפט או פסקה; יש לכתוב {meant} או מספר מילים אחר.</translation>
    </message>
    <message>
        <source>message:distance-in-attribute</source>
        <extracomment>{operator} joins words of the text, not values of {field}:.</extracomment>
        <translation>{operator} מחבר מילים של הטקסט, לא ערכים של {field}:.</translation>
    </message>
    <message>
        <source>message:distance-joins-words</source>
        <extracomment>A distance joins words, phrases and groups of them joined by OR, nothing else.</extracomment>
        <translation>מרחק מחבר מילים, צירופים וקבוצות שלהם ב־OR, ולא דבר אחר.</translation>
    </message>
    <message>
        <source>message:distance-out-of-range</source>
        <extracomment>A distance is from 1 to {most} words, not {digits}.</extracomment>
        <translation>מרחק הוא 1 עד {most} מילים, לא {digits}.</translation>
    </message>
    <message>
        <source>message:distance-too-wide</source>
        <extracomment>The words of the distance stand at too many places of one text to try all of them together. Use a shorter distance, fewer wildcards, or one field.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>message:distances-left-to-right</source>
        <extracomment>distances were read from left to right, as the parentheses show</extracomment>
        <translation>המרחקים נקראו משמאל לימין, כפי שהסוגריים מראים</translation>
    </message>
    <message>
        <source>message:drawing-reader-died</source>
        <extracomment>The reader process died while drawing this.</extracomment>
        <translation>תהליך הקריאה קרס בזמן הציור.</translation>
    </message>
    <message>
        <source>message:drawing-reader-malformed</source>
        <extracomment>The reader process gave a malformed answer while drawing this and was ended.</extracomment>
        <translation>תהליך הקריאה נתן תשובה פגומה בזמן שצייר את זה והופסק.</translation>
    </message>
    <message>
        <source>message:drawing-reader-slow</source>
        <extracomment>The reader process took too long to draw this.</extracomment>
        <translation>תהליך הקריאה השתהה יותר מדי בזמן הציור.</translation>
    </message>
    <message>
        <source>message:drawn-words-over-count</source>
        <extracomment>Annotations draw words on {count} pages; those on the first {most} of them were read.</extracomment>
        <translation>הערות מציירות מילים ב־{count} עמודים; נקראו אלה שב־{most} הראשונים.</translation>
    </message>
    <message>
        <source>message:embedded-base64-broken</source>
        <extracomment>An embedded object's base64 is invalid.</extracomment>
        <translation>ה־base64 של אובייקט מוטבע פגום.</translation>
    </message>
    <message>
        <source>message:embedded-breaks-rules</source>
        <extracomment>The embedded {name} is malformed.</extracomment>
        <translation>{name} המוטבע מפר את כללי הפורמט שלו.</translation>
    </message>
    <message>
        <source>message:embedded-not-compound</source>
        <extracomment>The embedded object {name} can't be read as a compound file ({error}).</extracomment>
        <translation>לא ניתן לקרוא את האובייקט המוטבע {name} כקובץ מורכב ({error}).</translation>
    </message>
    <message>
        <source>message:embedded-not-unpacked</source>
        <extracomment>The embedded object {name} can't be unpacked ({error}).</extracomment>
        <translation>לא ניתן לפרוס את האובייקט המוטבע {name} ({error}).</translation>
    </message>
    <message>
        <source>message:embedded-too-large</source>
        <extracomment>The embedded object {number} is larger than the limit; it was not read.</extracomment>
        <translation>האובייקט המוטבע {number} גדול מהמגבלה; הוא לא נקרא.</translation>
    </message>
    <message>
        <source>message:emlx-attachments-beside</source>
        <extracomment>Apple Mail keeps this mail's attachments in separate files beside it.</extracomment>
        <translation>Apple Mail שומרת את הצרופות של דואר זה בקבצים שלצדו.</translation>
    </message>
    <message>
        <source>message:emlx-cut</source>
        <extracomment>The mail is shorter than its file states.</extracomment>
        <translation>הדואר קצר מכפי שהקובץ שלו מציין.</translation>
    </message>
    <message>
        <source>message:encryption-unknown</source>
        <extracomment>It is encrypted in a way that can't be opened ({error}).</extracomment>
        <translation>הוא מוצפן באופן שאינו ניתן לפתיחה ({error}).</translation>
    </message>
    <message>
        <source>message:ends-in-question-mark</source>
        <extracomment>? in {typed} stands for exactly one more letter</extracomment>
        <translation>? ב־{typed} מייצג בדיוק אות אחת נוספת</translation>
    </message>
    <message>
        <source>message:engine-unknown</source>
        <extracomment>There is no search engine '{name}'. The engines are: {known}.</extracomment>
        <translation>אין מנוע חיפוש '{name}'. המנועים הם: {known}.</translation>
    </message>
    <message>
        <source>message:entries-left-out</source>
        <extracomment>{count} more persons, references or properties of it were left out.</extracomment>
        <translation>{count} נמענים, הפניות או מאפיינים נוספים שלו הושמטו.</translation>
    </message>
    <message>
        <source>message:error-and-mend</source>
        <extracomment>{error} Perhaps: {query}</extracomment>
        <translation>{error} אולי: {query}</translation>
    </message>
    <message>
        <source>message:exact-text-beside-distance</source>
        <extracomment>An exact text can't be combined with {operator}: use the phrase.</extracomment>
        <translation>טקסט מדויק אינו יכול לעמוד ליד {operator}: יש לקחת את הצירוף.</translation>
    </message>
    <message>
        <source>message:excel-2003-xml</source>
        <extracomment>an Excel 2003 XML workbook</extracomment>
        <translation>חוברת XML של Excel 2003</translation>
    </message>
    <message>
        <source>message:exclamation-mark-not-negation</source>
        <extracomment>An exclamation mark isn't NOT: write NOT {typed}, or {typed} to search for it.</extracomment>
        <translation>סימן קריאה אינו נקרא כ־NOT: יש לכתוב ⁦NOT {typed}⁩, או {typed} כדי לחפש אותו.</translation>
    </message>
    <message>
        <source>message:export-among-evidence</source>
        <extracomment>{path} is inside {root}, whose files are evidence. Export to a folder outside it.</extracomment>
        <translation>{path} נמצא בתוך {root}, שקבציו הם ראיות. יש לייצא לתיקייה שמחוץ לו.</translation>
    </message>
    <message>
        <source>message:export-ended-early</source>
        <extracomment>The export to {path} ended too early. Delete what it left there, and export again.</extracomment>
        <translation>הייצוא אל {path} הסתיים לפני שהושלם. יש למחוק את מה שהותיר שם ולייצא שוב.</translation>
    </message>
    <message>
        <source>message:export-failed</source>
        <extracomment>The export to {path} failed: {error}. Nothing was left there; fix the cause and export again.</extracomment>
        <translation>הייצוא אל {path} נכשל: {error}. לא נותר שם דבר; יש לתקן ולייצא שוב.</translation>
    </message>
    <message>
        <source>message:export-folder-not-empty</source>
        <extracomment>The folder {path} isn't empty. Choose a new folder; an export overwrites nothing.</extracomment>
        <translation>התיקייה {path} אינה ריקה. יש לנקוב בתיקייה חדשה; ייצוא לעולם אינו דורס דבר.</translation>
    </message>
    <message>
        <source>message:export-left-over</source>
        <extracomment>{path} is left over from a killed export, or belongs to a running one. Delete it if none runs.</extracomment>
        <translation>{path} נותר מייצוא שנקטע, או שייך לייצוא שרץ. אם אין כזה, יש למחוק אותו.</translation>
    </message>
    <message>
        <source>message:export-no-findings</source>
        <extracomment>No tag of this case marks a finding. Say with --query what to export, or mark a tag in Manage tags.</extracomment>
        <translation>אף תגית בתיק זה אינה מסמנת ממצא. יש לציין בעזרת --query מה לייצא, או לסמן תגית בניהול התגיות.</translation>
    </message>
    <message>
        <source>message:export-no-folder</source>
        <extracomment>{path} already exists and isn't a folder. Choose a new folder for the export.</extracomment>
        <translation>{path} כבר קיים ואינו תיקייה. יש לנקוב בתיקייה חדשה לייצוא.</translation>
    </message>
    <message>
        <source>message:export-not-signed</source>
        <extracomment>What was exported isn't signed by your key: {why}</extracomment>
        <translation>מה שיוצא אינו חתום במפתח שלך: {why}</translation>
    </message>
    <message>
        <source>message:export-nowhere</source>
        <extracomment>Name the folder to export into, or add --dry-run.</extracomment>
        <translation>ציינו את התיקייה שאליה לייצא, או הוסיפו ⁦--dry-run⁩.</translation>
    </message>
    <message>
        <source>message:export-other-format</source>
        <extracomment>its format is {format}, not {known}</extracomment>
        <translation>הפורמט שלו הוא {format}, לא {known}</translation>
    </message>
    <message>
        <source>message:export-parent-missing</source>
        <extracomment>The folder {path} doesn't exist. Create it, or export to another place.</extracomment>
        <translation>התיקייה {path} אינה קיימת. יש ליצור אותה או לייצא למקום אחר.</translation>
    </message>
    <message>
        <source>message:export-privileged</source>
        <extracomment>Nothing was exported, as {count} of the items are privileged or belong to what is: {tagged} tagged so, {duplicates} with the content of one, {family} in a family with one. The first are: {first}. Decide what to do with them: in the window, export again; on the command line, add --privileged leave-out or --privileged include.</extracomment>
        <translation>שום דבר לא יוצא: {count} מהפריטים חסויים או שייכים לפריט חסוי: {tagged} מתויגים כך, {duplicates} עם אותו תוכן, {family} במשפחה של פריט כזה. הראשונים: {first}. החליטו מה לעשות בהם: בחלון, ייצאו שוב; בשורת הפקודה, הוסיפו ⁦--privileged leave-out⁩ או ⁦--privileged include⁩.</translation>
    </message>
    <message>
        <source>message:export-redacted</source>
        <extracomment>Nothing was exported. To decide on: {count} (redacted: {redacted}; with an original that holds a redacted item: {holders}). The first: {first}. Decide what to do with them: in the window, export again; on the command line, add --redactions redact (they leave without what is redacted), --redactions leave-out or --redactions include.</extracomment>
        <translation>שום דבר לא יוצא: {count} מהפריטים הושחרו או מכילים פריט כזה: {redacted} הושחרו, והמקורות של {holders} מכילים פריט שהושחר. הראשונים: {first}. החליטו מה לעשות בהם: בחלון, ייצאו שוב; בשורת הפקודה, הוסיפו ⁦--redactions redact⁩ (הם יוצאים בלי מה שהושחר), ⁦--redactions leave-out⁩ או ⁦--redactions include⁩.</translation>
    </message>
    <message>
        <source>message:export-signature-wrong</source>
        <extracomment>{file} isn't a signature of this manifest: {why}. The folder was changed, or made again by somebody else: ask the sender for it.</extracomment>
        <translation>{file} אינו חתימה על המניפסט הזה: {why}. התיקייה שונתה, או שמישהו אחר יצר אותה מחדש: יש לבקש אותה שוב מהשולח.</translation>
    </message>
    <message>
        <source>message:export-signed</source>
        <extracomment>signed by {key}, for the case {case}. Compare this key with the one that the sender gave you through a different channel.</extracomment>
        <translation>חתום במפתח {key}, עבור התיק {case}. יש להשוות את המפתח הזה למפתח שמסר השולח בדרך אחרת.</translation>
    </message>
    <message>
        <source>message:export-unrecorded</source>
        <extracomment>The export in {path} is complete and signed, but not on record: the case couldn't be written ({error}), and the folder couldn't be deleted either ({why}). Delete it, or keep it: the next change of the case records that it was left there.</extracomment>
        <translation>הייצוא ב־{path} שלם וחתום אך אינו רשום: לא היה אפשר לכתוב בתיק ({error}), וגם לא היה אפשר למחוק את התיקייה ({why}). אפשר למחוק אותה או לשמור אותה: השינוי הבא בתיק ירשום שהיא נשארה שם.</translation>
    </message>
    <message>
        <source>message:export-unsigned</source>
        <extracomment>unsigned: there is no {file}. Anyone could have made this folder again: compare the checksum of SHA256SUMS with the one that the sender gave you through a different channel.</extracomment>
        <translation>לא חתום: {file} חסר. כל אחד יכול היה ליצור את התיקייה הזאת מחדש: יש להשוות את סכום הביקורת של SHA256SUMS לסכום שמסר השולח בדרך אחרת.</translation>
    </message>
    <message>
        <source>message:export-unwritable</source>
        <extracomment>{path} can't be written: {error}. Export to another place.</extracomment>
        <translation>לא ניתן לכתוב את {path}: {error}. יש לייצא למקום אחר.</translation>
    </message>
    <message>
        <source>message:export-withdrawn</source>
        <extracomment>The export to {path} was complete, but the case couldn't record it ({error}), so it was deleted. Fix the cause and export again.</extracomment>
        <translation>הייצוא אל {path} הושלם, אך לא היה אפשר לרשום אותו בתיק ({error}), ולכן הוא נמחק. יש לתקן את הסיבה ולייצא שוב.</translation>
    </message>
    <message>
        <source>message:exported-file-changed</source>
        <extracomment>{path} isn't what was exported: its sha256 is {sha256}.</extracomment>
        <translation>{path} אינו מה שיוצא: ה־sha256 שלו הוא {sha256}.</translation>
    </message>
    <message>
        <source>message:exported-files-unchanged</source>
        <extracomment>Every file is there, unchanged, and no other (files: {count}).</extracomment>
        <translation>כל הקבצים נמצאים, ללא שינוי, ואין אחרים (קבצים: {count}).</translation>
    </message>
    <message>
        <source>message:exported-original-changed</source>
        <extracomment>It has changed since it was indexed: its sha256 was {before} and is now {now}.</extracomment>
        <translation>הוא השתנה מאז שאונדקס: ה־sha256 שלו היה {before} וכעת הוא {now}.</translation>
    </message>
    <message>
        <source>message:extent-at-least</source>
        <extracomment>Not the whole case: {read} of at least {files} files in scope were read. Not all of them have been counted.</extracomment>
        <translation>לא כל התיק: נקראו {read} מתוך {files} קבצים לפחות שבתחום הבדיקה. לא כולם נספרו.</translation>
    </message>
    <message>
        <source>message:extent-none</source>
        <extracomment>Not the whole case: no run has read the files in scope yet.</extracomment>
        <translation>לא כל התיק: עדיין לא נקרא אף קובץ שבתחום הבדיקה.</translation>
    </message>
    <message>
        <source>message:extent-part</source>
        <extracomment>Not the whole case: {read} of {files} files in scope were read; {pending} are still to be read.</extracomment>
        <translation>לא כל התיק: נקראו {read} מתוך {files} קבצים שבתחום הבדיקה; {pending} טרם נקראו.</translation>
    </message>
    <message>
        <source>message:extent-unfinished</source>
        <extracomment>Not the whole case: {read} files were read. The last run was stopped, so what was added, changed or removed before it may be missing.</extracomment>
        <translation>לא כל התיק: נקראו {read} קבצים. הקריאה האחרונה נעצרה, ולכן ייתכן שחסר מה שנוסף, שונה או הוסר לפניה.</translation>
    </message>
    <message>
        <source>message:field-bad-blanks</source>
        <extracomment>a reviewer's name has extra spaces</extracomment>
        <translation>בשם בודק יש רווחים מיותרים</translation>
    </message>
    <message>
        <source>message:field-bad-characters</source>
        <extracomment>the field '{field}' has characters that it can't have</extracomment>
        <translation>בשדה '{field}' תווים שאינם יכולים להיות בו</translation>
    </message>
    <message>
        <source>message:field-bad-form</source>
        <extracomment>the field '{field}' is malformed</extracomment>
        <translation>מבנה השדה '{field}' אינו כפי שצריך להיות</translation>
    </message>
    <message>
        <source>message:field-bad-length</source>
        <extracomment>the field '{field}' is empty, too long or not a text</extracomment>
        <translation>השדה '{field}' ריק או ארוך מדי, או אינו טקסט</translation>
    </message>
    <message>
        <source>message:field-before-space</source>
        <extracomment>{field} was read as the name of a field; for the words themselves use quotation marks</extracomment>
        <translation>{field} נקרא כשם של שדה; לחיפוש המילים עצמן יש להשתמש במירכאות</translation>
    </message>
    <message>
        <source>message:field-inside-field</source>
        <extracomment>{field}: can't be used inside {outer}:.</extracomment>
        <translation>{field}: אינו יכול לעמוד בתוך {outer}:.</translation>
    </message>
    <message>
        <source>message:field-unknown</source>
        <extracomment>There is no field '{field}:'; for the words themselves write a phrase.</extracomment>
        <translation>אין שדה '{field}:'; למילים עצמן יש לכתוב צירוף במירכאות.</translation>
    </message>
    <message>
        <source>message:field-unknown-nearest</source>
        <extracomment>There is no field '{field}:'; {near}: is the nearest.</extracomment>
        <translation>אין שדה '{field}:'; הקרוב ביותר הוא {near}:.</translation>
    </message>
    <message>
        <source>message:field-without-value</source>
        <extracomment>{field} needs a value: write {again}word or remove it.</extracomment>
        <translation>ל־{field} דרוש ערך: יש לכתוב {again}word או להסיר אותו.</translation>
    </message>
    <message>
        <source>message:field-wrong</source>
        <extracomment>a field is wrong</extracomment>
        <translation>אחד השדות שגוי</translation>
    </message>
    <message>
        <source>message:file-empty</source>
        <extracomment>The file is empty.</extracomment>
        <translation>בקובץ אין בתים.</translation>
    </message>
    <message>
        <source>message:file-ends-early</source>
        <extracomment>the file ends too early</extracomment>
        <translation>הקובץ נגמר מוקדם מדי</translation>
    </message>
    <message>
        <source>message:file-exists</source>
        <extracomment>{path} already exists. Choose another name: nothing is overwritten.</extracomment>
        <translation>{path} קיים. יש לנקוב בקובץ אחר: דבר אינו נדרס.</translation>
    </message>
    <message>
        <source>message:file-failed</source>
        <extracomment>{path} can't be read or written ({error}). This step isn't finished; what was saved before it is kept. Once that is mended, try again.</extracomment>
        <translation>לא ניתן לקרוא את {path} או לכתוב בו ({error}). צעד זה לא הושלם; מה שנשמר לפניו נשאר שמור. לאחר תיקון הסיבה יש לנסות שוב.</translation>
    </message>
    <message>
        <source>message:file-too-large</source>
        <extracomment>{path} has more than {most} bytes</extracomment>
        <translation>ב־{path} יש יותר מ־{most} בתים</translation>
    </message>
    <message>
        <source>message:file-unreadable</source>
        <extracomment>{path} can't be read: {error}.</extracomment>
        <translation>לא ניתן לקרוא את {path}: {error}.</translation>
    </message>
    <message>
        <source>message:file-unwritable</source>
        <extracomment>{path} can't be written: {error}. Choose another place.</extracomment>
        <translation>לא ניתן לכתוב את {path}: {error}. יש לבחור מקום אחר.</translation>
    </message>
    <message>
        <source>message:files-not-looked-for</source>
        <extracomment>Its objects can't be read; files in it were not looked for.</extracomment>
        <translation>לא ניתן לקרוא את האובייקטים שלו; קבצים שבתוכו לא אותרו.</translation>
    </message>
    <message>
        <source>message:files-over-count</source>
        <extracomment>It has more objects than were looked at; files in it may be missing.</extracomment>
        <translation>יש בו יותר אובייקטים מכפי שנבדקו; ייתכן שחסרים קבצים שבו.</translation>
    </message>
    <message>
        <source>message:findings-agree</source>
        <extracomment>findings.csv lists the same items with the same hashes (items: {count}).</extracomment>
        <translation>findings.csv מונה את אותם פריטים עם אותם גיבובים (פריטים: {count}).</translation>
    </message>
    <message>
        <source>message:findings-disagree</source>
        <extracomment>findings.csv doesn't list the items of manifest.json with their hashes.</extracomment>
        <translation>findings.csv אינו מונה את הפריטים של manifest.json עם הגיבובים שלהם.</translation>
    </message>
    <message>
        <source>message:findings-miscounted</source>
        <extracomment>the manifest counts other findings than it has</extracomment>
        <translation>המניפסט סופר ממצאים אחרים מאלה שיש בו</translation>
    </message>
    <message>
        <source>message:folder-counts-more</source>
        <extracomment>Folder {folder} counts {expected} items, but {found} are in the file.</extracomment>
        <translation>התיקייה {folder} מונה {expected} פריטים, אך בקובץ יש {found}.</translation>
    </message>
    <message>
        <source>message:folder-list-unreadable</source>
        <extracomment>A folder's list of items can't be read; its items were read anyway.</extracomment>
        <translation>לא ניתן לקרוא את רשימת הפריטים של תיקייה; הפריטים שלה נקראים.</translation>
    </message>
    <message>
        <source>message:folder-name-unreadable</source>
        <extracomment>A folder's name and count can't be read; its items were read anyway.</extracomment>
        <translation>לא ניתן לקרוא את שמה ומניינה של תיקייה; הפריטים שלה נקראים.</translation>
    </message>
    <message>
        <source>message:folder-not-listed</source>
        <extracomment>The folder couldn't be listed: {why}.</extracomment>
        <translation>לא ניתן היה להציג את תוכן התיקייה: {why}.</translation>
    </message>
    <message>
        <source>message:folder-of-too-many-files</source>
        <extracomment>there are more than {most} files in the folder</extracomment>
        <translation>יש בתיקייה יותר מ־{most} קבצים</translation>
    </message>
    <message>
        <source>message:folder-unreadable</source>
        <extracomment>unreadable</extracomment>
        <translation>לא ניתנת לקריאה</translation>
    </message>
    <message>
        <source>message:font-file</source>
        <extracomment>a font</extracomment>
        <translation>גופן</translation>
    </message>
    <message>
        <source>message:foreign-nearest</source>
        <extracomment>{typed} has no equivalent here; {meant} comes nearest. For the words themselves use quotation marks.</extracomment>
        <translation>ל־{typed} אין מקבילה כאן; הקרוב ביותר הוא {meant}. לחיפוש המילים עצמן יש להשתמש במירכאות.</translation>
    </message>
    <message>
        <source>message:foreign-syntax</source>
        <extracomment>{typed} is written {meant} here. For the words themselves use quotation marks.</extracomment>
        <translation>{typed} נכתב כאן {meant}. לחיפוש המילים עצמן יש להשתמש במירכאות.</translation>
    </message>
    <message>
        <source>message:foreign-without-meaning</source>
        <extracomment>{typed} is syntax of another program and has no equivalent here.</extracomment>
        <translation>{typed} שייך לשפה של תוכנה אחרת, ואין לו מקבילה כאן.</translation>
    </message>
    <message>
        <source>message:form-field-unreadable</source>
        <extracomment>What was chosen or ticked in a form field can't be read.</extracomment>
        <translation>לא ניתן לקרוא מה נבחר או סומן בשדה טופס.</translation>
    </message>
    <message>
        <source>message:format-unknown</source>
        <extracomment>No reader knows this format.</extracomment>
        <translation>אין קורא לפורמט זה.</translation>
    </message>
    <message>
        <source>message:formula-not-read</source>
        <extracomment>The formula {name} was not read; what it says can't be searched.</extracomment>
        <translation>הנוסחה {name} לא נקראה; לא ניתן לחפש במה שהיא אומרת.</translation>
    </message>
    <message>
        <source>message:found-more-than-sample</source>
        <extracomment>{count} can't have been found in a sample of {size}.</extracomment>
        <translation>לא ייתכן שנמצאו {count} במדגם של {size}.</translation>
    </message>
    <message>
        <source>message:found-of-nothing</source>
        <extracomment>What was found can't be counted: there is nothing to draw from.</extracomment>
        <translation>לא ניתן לספור את מה שנמצא: אין ממה לדגום.</translation>
    </message>
    <message>
        <source>message:found-without-sample</source>
        <extracomment>What was found can't be counted: no sample was drawn. Give its size.</extracomment>
        <translation>לא ניתן לספור את מה שנמצא: לא נדגם מדגם. יש לציין את גודלו.</translation>
    </message>
    <message>
        <source>message:function-takes-word</source>
        <extracomment>{kind}(...) takes one word, without wildcards.</extracomment>
        <translation>{kind}(...) מקבל מילה אחת, ללא תווים כלליים.</translation>
    </message>
    <message>
        <source>message:fuzzy-distance</source>
        <extracomment>~ takes 1 or 2, the number of letters that may differ.</extracomment>
        <translation>~ מקבל 1 או 2, מספר האותיות שמותר שיהיו שונות.</translation>
    </message>
    <message>
        <source>message:fuzzy-follows-word</source>
        <extracomment>~ follows one word, without wildcards.</extracomment>
        <translation>~ בא אחרי מילה אחת, ללא תווים כלליים.</translation>
    </message>
    <message>
        <source>message:fuzzy-word-too-short</source>
        <extracomment>'{typed}' is too short for ~{distance}: every word of its length would match.</extracomment>
        <translation>'{typed}' קצר מדי ל־~{distance}: כל מילה באורכו הייתה מתאימה.</translation>
    </message>
    <message>
        <source>message:gap-absent</source>
        <extracomment>Items that refer to this message: {count}. The case doesn't have it.</extracomment>
        <translation>פריטים המפנים להודעה זו: {count}. היא אינה בתיק.</translation>
    </message>
    <message>
        <source>message:gap-file</source>
        <extracomment>Items that name this file: {count}. The case has no file of that name.</extracomment>
        <translation>פריטים המזכירים קובץ זה: {count}. אין בתיק קובץ בשם זה.</translation>
    </message>
    <message>
        <source>message:given-head-holds</source>
        <extracomment>the case still has all that the head covers, unchanged: {ledger} entries of the ledger, {views} of the views, {audit} of the audit; signed by {keys}</extracomment>
        <translation>בתיק יש עדיין כל מה שהראש מכסה, ללא שינוי: {ledger} רשומות בפנקס, {views} בפנקס הצפיות, {audit} ביומן הביקורת; חתומים: {keys}</translation>
    </message>
    <message>
        <source>message:glob-backslash</source>
        <extracomment>folders are separated by /, not by a backslash (? stands for one in a name)</extracomment>
        <translation>תיקיות מופרדות ב־/, לא בלוכסן הפוך (? עומד במקום אחד בתוך שם)</translation>
    </message>
    <message>
        <source>message:glob-blank</source>
        <extracomment>a name in it begins or ends with a blank (? stands for one that is really there)</extracomment>
        <translation>שם בתוכה מתחיל או מסתיים ברווח (? עומד במקום רווח שאכן קיים)</translation>
    </message>
    <message>
        <source>message:glob-empty</source>
        <extracomment>The glob of '{rule}' is empty. Write what it denies, such as customer-data/**.</extracomment>
        <translation>התבנית של '{rule}' ריקה. יש לכתוב מה היא אוסרת, למשל ⁦customer-data/**⁩.</translation>
    </message>
    <message>
        <source>message:glob-matches-nothing</source>
        <extracomment>The glob of '{rule}', '{glob}', can't match anything: {why}. Nothing was read.</extracomment>
        <translation>התבנית של '{rule}', '{glob}', אינה יכולה להתאים לשום דבר: {why}. דבר לא נקרא.</translation>
    </message>
    <message>
        <source>message:glob-odd-name</source>
        <extracomment>no file or folder is called '.', '..' or nothing at all</extracomment>
        <translation>אין קובץ או תיקייה ששמם '.' או '..' או שאין להם שם</translation>
    </message>
    <message>
        <source>message:glob-outside</source>
        <extracomment>it begins with /, and so counts from the top of the file system, where no [[allow]] lies</extracomment>
        <translation>היא מתחילה ב־/, ולכן נספרת מראש מערכת הקבצים, ושם אין שום [[allow]]</translation>
    </message>
    <message>
        <source>message:glob-through-link</source>
        <extracomment>The glob of '{rule}' goes through a link, so it would match nothing: {path} is really {real}. Write that path.</extracomment>
        <translation>התבנית של '{rule}' עוברת דרך קישור, ולכן לא תתאים לדבר: {path} הוא למעשה {real}. יש לכתוב את הנתיב הזה.</translation>
    </message>
    <message>
        <source>message:hard-links-outside</source>
        <extracomment>it has {links} hard links, of which only {known} are where the scope lets files be read; to have such files read all the same, set allow-hard-links = true for their root in scope.toml</extracomment>
        <translation>יש לו {links} קישורים קשיחים, ומהם רק {known} נמצאים במקום שהתחום מתיר לקרוא בו; כדי שקבצים כאלה ייקראו בכל זאת, יש לכתוב allow-hard-links = true לשורש שלהם ב־scope.toml</translation>
    </message>
    <message>
        <source>message:hashes-odd-line</source>
        <extracomment>Line {line} of {path} isn't a SHA-256, which has 64 hexadecimal digits. Write one on each line and nothing else.</extracomment>
        <translation>שורה {line} בקובץ {path} אינה SHA-256, שיש בו 64 ספרות הקסדצימליות. יש לכתוב ערך אחד בכל שורה ולא שום דבר אחר.</translation>
    </message>
    <message>
        <source>message:hashes-unreadable</source>
        <extracomment>{path} can't be read as a list of hashes: {error}. Give a regular file with one SHA-256 on each line.</extracomment>
        <translation>לא ניתן לקרוא את {path} כרשימת ערכי גיבוב: {error}. יש לתת קובץ רגיל עם SHA-256 אחד בכל שורה.</translation>
    </message>
    <message>
        <source>message:head-by-others</source>
        <extracomment>{path} isn't signed by your key, {line}. Name a head that you have countersigned.</extracomment>
        <translation>{path} אינו חתום במפתח שלך, {line}. יש לציין ראש שחתמת עליו.</translation>
    </message>
    <message>
        <source>message:head-covers-more</source>
        <extracomment>{file} covers more lines of {log} than it has</extracomment>
        <translation>{file} מכסה יותר שורות של {log} משיש בו</translation>
    </message>
    <message>
        <source>message:head-extension-wrong</source>
        <extracomment>the proof in {file} that the {log} log was only appended to is wrong</extracomment>
        <translation>ההוכחה שב־{file} שליומן {log} רק נוספו שורות שגויה</translation>
    </message>
    <message>
        <source>message:head-file-changed</source>
        <extracomment>{file} in the folder heads isn't the file that the audit names</extracomment>
        <translation>{file} שבתיקייה ⁦heads⁩ אינו הקובץ שיומן הביקורת מציין</translation>
    </message>
    <message>
        <source>message:head-file-missing</source>
        <extracomment>{file}, signed at {time}, is missing in the folder heads</extracomment>
        <translation>{file}, שנחתם ב־{time}, חסר בתיקייה ⁦heads⁩</translation>
    </message>
    <message>
        <source>message:head-file-wrong</source>
        <extracomment>{file} in the folder heads: {why}</extracomment>
        <translation>{file} שבתיקייה ⁦heads⁩: {why}</translation>
    </message>
    <message>
        <source>message:head-log-rewritten</source>
        <extracomment>the first {known} entries of the {log} aren't those that the head was made of</extracomment>
        <translation>{known} הרשומות הראשונות של {log} אינן אלה שמהן נעשה הראש</translation>
    </message>
    <message>
        <source>message:head-log-shorter</source>
        <extracomment>the {log} had {known} entries and now has {count}: its end was cut off</extracomment>
        <translation>ב־{log} היו {known} רשומות וכעת יש {count}: סופו נקטע</translation>
    </message>
    <message>
        <source>message:head-not-countersigned</source>
        <extracomment>{path} wasn't countersigned: {why}. Ask for the reason before you sign anything.</extracomment>
        <translation>{path} לא נחתם: {why}. יש לברר את הסיבה לפני שחותמים על דבר.</translation>
    </message>
    <message>
        <source>message:head-not-in-folder</source>
        <extracomment>that head isn't in the case's folder heads</extracomment>
        <translation>ראש זה אינו בתיקייה ⁦heads⁩ של התיק</translation>
    </message>
    <message>
        <source>message:head-not-of-folder</source>
        <extracomment>No head in {folder} states the same. Countersign one that triage record head CASE wrote.</extracomment>
        <translation>אין ב־{folder} ראש שאומר אותו דבר. יש לחתום על ראש ש־⁦triage record head CASE⁩ כתב.</translation>
    </message>
    <message>
        <source>message:head-not-remembered</source>
        <extracomment>The record of this case was signed, but your login couldn't keep the head beside its keys ({error}). The next one is kept there again.</extracomment>
        <translation>רישום התיק נחתם, אך לא ניתן היה לשמור את הראש ליד המפתחות של משתמש זה ({error}). הבא אחריו יישמר שם שוב.</translation>
    </message>
    <message>
        <source>message:head-not-signed</source>
        <extracomment>not all of the head is signed by the keys that it names</extracomment>
        <translation>לא כל הראש חתום במפתחות שהוא מציין</translation>
    </message>
    <message>
        <source>message:head-not-written</source>
        <extracomment>{path} can't be written: {why}</extracomment>
        <translation>לא ניתן לכתוב את {path}: {why}</translation>
    </message>
    <message>
        <source>message:head-of-another-case</source>
        <extracomment>the head is of another case</extracomment>
        <translation>הראש הוא של תיק אחר</translation>
    </message>
    <message>
        <source>message:head-of-another-log</source>
        <extracomment>{file} was signed over another {log} log than the one in this folder</extracomment>
        <translation>{file} נחתם על יומן {log} אחר מזה שבתיקייה</translation>
    </message>
    <message>
        <source>message:head-of-no-export</source>
        <extracomment>{path} is an export or a production. A head is compared with a case or a proof.</extracomment>
        <translation>{path} הוא ייצוא או הפקה. ראש מושווה לתיק או להוכחה.</translation>
    </message>
    <message>
        <source>message:head-of-row-missing</source>
        <extracomment>{file}, which a row of the audit names, is missing or was changed</extracomment>
        <translation>{file}, ששורה ביומן הביקורת מציינת, חסר או שונה</translation>
    </message>
    <message>
        <source>message:head-or-log-unread</source>
        <extracomment>a head or a log could not be read</extracomment>
        <translation>לא היה אפשר לקרוא ראש או יומן</translation>
    </message>
    <message>
        <source>message:head-parts-differ</source>
        <extracomment>its parts are of different cases, or it names a key twice</extracomment>
        <translation>חלקיו הם של תיקים שונים, או שהוא מציין מפתח פעמיים</translation>
    </message>
    <message>
        <source>message:head-proof-wrong</source>
        <extracomment>the proof that comes with it, for the {log}, is wrong: it was changed</extracomment>
        <translation>ההוכחה המצורפת, עבור {log}, שגויה: היא שונתה</translation>
    </message>
    <message>
        <source>message:head-target-exists</source>
        <extracomment>there is a file of this name already; nothing is overwritten</extracomment>
        <translation>כבר יש קובץ בשם זה; דבר אינו נדרס</translation>
    </message>
    <message>
        <source>message:head-unreadable</source>
        <extracomment>{path} can't be used: {why}</extracomment>
        <translation>לא ניתן להשתמש ב־{path}: {why}</translation>
    </message>
    <message>
        <source>message:head-unsigned</source>
        <extracomment>The record of this case was not signed: {why}</extracomment>
        <translation>הרישום של תיק זה לא נחתם: {why}</translation>
    </message>
    <message>
        <source>message:head-without-earlier</source>
        <extracomment>There is nothing to compare {path} with: this login has signed no head of this case. Name the one that you signed elsewhere with --since, the case's folder with --case, or sign a first head with --first.</extracomment>
        <translation>אין למה להשוות את {path}: משתמש זה לא חתם על שום ראש של התיק. יש לציין ב־⁦--since⁩ ראש שנחתם במקום אחר, ב־⁦--case⁩ את תיקיית התיק, או לחתום על ראש ראשון עם ⁦--first⁩.</translation>
    </message>
    <message>
        <source>message:head-without-proof</source>
        <extracomment>The head comes without the proof that it extends the earlier one, of which the {log} had {known} entries. Ask for one that is made with: triage record head CASE --since EARLIER</extracomment>
        <translation>הראש מגיע ללא הוכחה שהוא ממשיך את הקודם, שבו היו ל־{log} {known} רשומות. יש לבקש ראש שנוצר כך: ⁦triage record head CASE --since EARLIER⁩</translation>
    </message>
    <message>
        <source>message:header-charset-guessed</source>
        <extracomment>A header field has letters in an unstated character set; they were guessed.</extracomment>
        <translation>בשדה כותרת אותיות ללא ערכת תווים מצוינת; היא נוחשה.</translation>
    </message>
    <message>
        <source>message:heads-before-begun-anew</source>
        <extracomment>heads of the record before it was begun anew, which its logs no longer have: {count}</extracomment>
        <translation>ראשים של הרישום מלפני שהוחל מחדש, שהיומנים כבר אינם מכילים: {count}</translation>
    </message>
    <message>
        <source>message:heads-cover-logs</source>
        <extracomment>each head states what the logs come to, and the last one covers them to their ends</extracomment>
        <translation>כל ראש מציין את מה שיוצא מן היומנים, והאחרון מכסה אותם עד סופם</translation>
    </message>
    <message>
        <source>message:heads-hold</source>
        <extracomment>{count} heads, all signatures right and everything that they cover unchanged; {stamps} time stamps; unsigned until {time}; keys: {keys}</extracomment>
        <translation>{count} ראשים, כל החתימות נכונות וכל מה שהם מכסים לא השתנה; {stamps} חותמות זמן; לא חתום עד {time}; מפתחות: {keys}</translation>
    </message>
    <message>
        <source>message:heads-missing</source>
        <extracomment>there is none: nobody signed anything</extracomment>
        <translation>אין אף אחד: איש לא חתם על דבר</translation>
    </message>
    <message>
        <source>message:heads-none</source>
        <extracomment>unsigned: no head was signed yet</extracomment>
        <translation>לא חתום: עדיין לא נחתם שום ראש</translation>
    </message>
    <message>
        <source>message:heads-of-another-case</source>
        <extracomment>the heads are of another case</extracomment>
        <translation>הראשים הם של תיק אחר</translation>
    </message>
    <message>
        <source>message:heads-of-broken-record</source>
        <extracomment>{heads}; {count} of the heads are of the record before it was begun anew</extracomment>
        <translation>{heads}; {count} מהראשים שייכים לרישום שקדם להתחלה מחדש</translation>
    </message>
    <message>
        <source>message:heads-of-different-cases</source>
        <extracomment>they are of different cases</extracomment>
        <translation>הם של תיקים שונים</translation>
    </message>
    <message>
        <source>message:heads-state-differs</source>
        <extracomment>what the case notes of its last head doesn't lead to what the {log} comes to: somebody changed that note, and the next head would be wrong. Restore the case from a copy</extracomment>
        <translation>מה שהתיק רשם על הראש האחרון שלו אינו מוביל למה שיש ב-{log}: מישהו שינה את הרישום, והראש הבא היה שגוי. שחזרו את התיק מעותק</translation>
    </message>
    <message>
        <source>message:heads-too-many-signatures</source>
        <extracomment>there are more than {most} signatures</extracomment>
        <translation>יש יותר מ־{most} חתימות</translation>
    </message>
    <message>
        <source>message:hebrew-turned</source>
        <extracomment>Hebrew stored in visual order was put into reading order.</extracomment>
        <translation>עברית שנשמרה בסדר חזותי הומרה לסדר קריאה.</translation>
    </message>
    <message>
        <source>message:help-file</source>
        <extracomment>a compiled help file</extracomment>
        <translation>קובץ עזרה מהודר</translation>
    </message>
    <message>
        <source>message:hits-not-counted</source>
        <extracomment>The hits were not counted: that would take more than {seconds} seconds.</extracomment>
        <translation>ההתאמות לא נספרו: הספירה אורכת יותר מ־{seconds} שניות.</translation>
    </message>
    <message>
        <source>message:hits-order-unknown</source>
        <extracomment>Hits can't be sorted by '{order}'. They can be by: {known}.</extracomment>
        <translation>לא ניתן למיין התאמות לפי '{order}'. אפשר לפי: {known}.</translation>
    </message>
    <message>
        <source>message:hits-out-of-range</source>
        <extracomment>A hit list has 1 to {most} lines with 1 to {widest} characters on each side.</extracomment>
        <translation>ברשימת התאמות יש 1 עד {most} שורות, עם 1 עד {widest} תווים מכל צד.</translation>
    </message>
    <message>
        <source>message:holds-no-text</source>
        <extracomment>It contains no text.</extracomment>
        <translation>אין בו טקסט.</translation>
    </message>
    <message>
        <source>message:html-embedded-broken</source>
        <extracomment>An embedded {kind} isn't valid base64; it was not read.</extracomment>
        <translation>{kind} מוטבע אינו base64 תקין; הוא לא נקרא.</translation>
    </message>
    <message>
        <source>message:html-without-text</source>
        <extracomment>The page contains no text.</extracomment>
        <translation>אין בעמוד טקסט.</translation>
    </message>
    <message>
        <source>message:ics-lines-broken</source>
        <extracomment>Some lines aren't valid iCalendar; they were kept as text.</extracomment>
        <translation>כמה שורות מפרות את כללי iCalendar; הן נשמרו כטקסט.</translation>
    </message>
    <message>
        <source>message:idle-star-left-out</source>
        <extracomment>* beside {typed} was left out: such text is found by any part of it</extracomment>
        <translation>הכוכבית שליד {typed} הושמטה: טקסט כזה נמצא לפי כל חלק ממנו</translation>
    </message>
    <message>
        <source>message:image-line-unwritable</source>
        <extracomment>The line of image {number} can't be written, as its path holds a comma or a letter that isn't ASCII.</extracomment>
        <translation>אי אפשר לכתוב את השורה של התמונה {number}, משום שבנתיב שלה יש פסיק או אות שאינה ASCII.</translation>
    </message>
    <message>
        <source>message:index-complete</source>
        <extracomment>every word of every item is in the index at its place, and no other (items: {count})</extracomment>
        <translation>כל מילה של כל פריט נמצאת באינדקס במקומה, ואין אחרת (פריטים: {count})</translation>
    </message>
    <message>
        <source>message:index-differs</source>
        <extracomment>items and index differ</extracomment>
        <translation>הפריטים והאינדקס אינם תואמים</translation>
    </message>
    <message>
        <source>message:index-key-unreadable</source>
        <extracomment>The key of your login's indexes, {path}, can't be read or made ({error}). TRIAGE_KEYS can name another folder.</extracomment>
        <translation>לא ניתן לקרוא או ליצור את המפתח של האינדקסים של שם המשתמש הזה, {path} ‏({error}). אפשר לציין תיקייה אחרת ב־TRIAGE_KEYS.</translation>
    </message>
    <message>
        <source>message:index-left-alone</source>
        <extracomment>{path} isn't complete, or wasn't written by your login on this machine, so searches read the stored text instead. Delete that folder and open the case without --read-only: the index is made again.</extracomment>
        <translation>{path} אינו שלם, או לא נכתב על ידי שם המשתמש הזה במחשב זה, ולכן החיפושים קוראים את הטקסט השמור. יש למחוק תיקייה זו ולפתוח את התיק בלי ‎--read-only: האינדקס ייווצר מחדש.</translation>
    </message>
    <message>
        <source>message:index-letter-differs</source>
        <extracomment>the index of first letters isn't right for '{letter}': a search for all words that begin with it misses items, or finds them wrongly. Run triage index with --rebuild, and the index is made again from the text</extracomment>
        <translation>אינדקס האותיות הראשונות שגוי עבור '{letter}': חיפוש של כל המילים שמתחילות בה מחמיץ פריטים או מוצא אותם בטעות. יש להריץ triage index עם ‎--rebuild‎, והאינדקס ייבנה מחדש מהטקסט</translation>
    </message>
    <message>
        <source>message:index-locked</source>
        <extracomment>Another run is indexing or exporting this case. Wait until it has ended, or stop it.</extracomment>
        <translation>תהליך אחר מאנדקס או מייצא תיק זה. יש להמתין לסיומו או לעצור אותו.</translation>
    </message>
    <message>
        <source>message:index-of-another-unicode</source>
        <extracomment>not compared: {count} items with characters that Unicode {there}, by which the index was made, and Unicode {here}, by which this check reads, judge differently ({characters}). To make the index anew by the one here, run triage index {path} --rebuild</extracomment>
        <translation>לא הושוו {count} פריטים שיש בהם תווים ש-Unicode {there}, שלפיה נבנה האינדקס, ו-Unicode {here}, שלפיה נעשית הבדיקה, מתייחסות אליהם אחרת ({characters}). כדי לבנות את האינדקס מחדש לפי הגרסה שכאן, הריצו triage index {path} --rebuild</translation>
    </message>
    <message>
        <source>message:index-sampled</source>
        <extracomment>every item is in the index; of {count} items drawn at random every word that was looked for was found at its place. Words that an item doesn't hold were not looked for</extracomment>
        <translation>כל הפריטים באינדקס; מתוך {count} פריטים שהוגרלו, כל מילה שחופשה נמצאה במקומה. מילים שאינן בפריט לא חופשו</translation>
    </message>
    <message>
        <source>message:index-setting-differs</source>
        <extracomment>the index has another setting '{name}' than Triage gives it. Run triage index with --rebuild, and the index is made again from the text</extracomment>
        <translation>לאינדקס הגדרה '{name}' שונה מזו ש־Triage נותן לו. יש להריץ triage index עם ‎--rebuild‎, והאינדקס ייבנה מחדש מהטקסט</translation>
    </message>
    <message>
        <source>message:index-words-differ</source>
        <extracomment>in {count} items the index has other words than the text ({items}): searches miss them, or find them wrongly. Nothing in the record is lost: run triage index {path} --rebuild, and the index is made again from the text</extracomment>
        <translation>ב־{count} פריטים יש באינדקס מילים אחרות מאשר בטקסט ({items}): חיפושים מחמיצים אותם או מוצאים אותם בטעות. דבר מהתיעוד לא אבד: יש להריץ triage index {path} --rebuild, והאינדקס ייבנה מחדש מהטקסט</translation>
    </message>
    <message>
        <source>message:indexing-ended-early</source>
        <extracomment>Indexing ended before it was finished. Index again: it resumes where it stopped.</extracomment>
        <translation>האינדוקס הסתיים לפני שהושלם. אינדוקס נוסף ימשיך מהמקום שבו נעצר.</translation>
    </message>
    <message>
        <source>message:inner-item-unreadable</source>
        <extracomment>An item inside the item can't be read ({error}).</extracomment>
        <translation>לא ניתן לקרוא פריט שבתוך הפריט ({error}).</translation>
    </message>
    <message>
        <source>message:invisible-dropped</source>
        <extracomment>invisible characters were removed ({count})</extracomment>
        <translation>תווים בלתי נראים הוסרו ({count})</translation>
    </message>
    <message>
        <source>message:iptc-broken</source>
        <extracomment>its IPTC captions are damaged or truncated</extracomment>
        <translation>כיתובי ה־IPTC שלו פגומים או קטועים</translation>
    </message>
    <message>
        <source>message:item-has-undecided-tag</source>
        <extracomment>item number {number} has the tag '{tag}' that its decisions don't give it</extracomment>
        <translation>לפריט מספר {number} יש התגית '{tag}', שהחלטותיו אינן נותנות לו</translation>
    </message>
    <message>
        <source>message:item-id-ambiguous</source>
        <extracomment>More than one item id begins with '{id}'. Ids are in the first column of triage search.</extracomment>
        <translation>בתיק זה יותר ממזהה פריט אחד מתחיל ב־'{id}'.</translation>
    </message>
    <message>
        <source>message:item-id-unknown</source>
        <extracomment>No item id of this case begins with '{id}'. Ids are in the first column of triage search.</extracomment>
        <translation>בתיק זה אין מזהה פריט שמתחיל ב־'{id}'.</translation>
    </message>
    <message>
        <source>message:item-in-folder-unreadable</source>
        <extracomment>An item in {folder} can't be read ({error}).</extracomment>
        <translation>לא ניתן לקרוא פריט בתיקייה {folder} ({error}).</translation>
    </message>
    <message>
        <source>message:item-is-sealed</source>
        <extracomment>It is sealed: its text is in no index, list or export. Its decisions say by whom, when and why.</extracomment>
        <translation>הוא חתום: הטקסט שלו אינו בשום אינדקס, רשימה או ייצוא. החלטותיו מציינות מי חתם אותו, מתי ומדוע.</translation>
    </message>
    <message>
        <source>message:item-lacks-tag</source>
        <extracomment>item number {number} lacks the tag '{tag}' that its decisions give it</extracomment>
        <translation>לפריט מספר {number} חסרה התגית '{tag}', שהחלטותיו נותנות לו</translation>
    </message>
    <message>
        <source>message:item-not-in-sample</source>
        <extracomment>Item number {number} isn't in the sample '{name}'. Nothing was judged.</extracomment>
        <translation>פריט מספר {number} אינו במדגם '{name}'. דבר לא נשפט.</translation>
    </message>
    <message>
        <source>message:item-not-sealed</source>
        <extracomment>Item {id} isn't sealed, so there is nothing to open.</extracomment>
        <translation>הפריט {id} אינו חתום, ולכן אין מה לפתוח.</translation>
    </message>
    <message>
        <source>message:item-sealed</source>
        <extracomment>Item {id} is sealed. Opening it takes two people: one asks and gives a reason, another grants it (Code menu, or triage seal open).</extracomment>
        <translation>הפריט {id} חתום. לפתיחתו דרושים שני אנשים: האחד מבקש ומנמק, והאחר מאשר (תפריט קידוד, או triage seal open).</translation>
    </message>
    <message>
        <source>message:item-unknown</source>
        <extracomment>There is no item number {number}.</extracomment>
        <translation>אין פריט מספר {number}.</translation>
    </message>
    <message>
        <source>message:item-without-source</source>
        <extracomment>item number {number} has no source or no family</extracomment>
        <translation>לפריט מספר {number} אין מקור או אין משפחה</translation>
    </message>
    <message>
        <source>message:items-have-sources</source>
        <extracomment>all have one</extracomment>
        <translation>לכולם יש</translation>
    </message>
    <message>
        <source>message:items-have-sources-some-half-read</source>
        <extracomment>all have one; sources half read, from a stopped run: {count}. Run triage index again</extracomment>
        <translation>לכולם יש; מקורות שנקראו בחלקם, מהרצה שנעצרה: {count}. יש להריץ שוב triage index</translation>
    </message>
    <message>
        <source>message:items-missing</source>
        <extracomment>Which items? Give their ids, or --query.</extracomment>
        <translation>אילו פריטים? יש לתת את המזהים שלהם, או ⁦--query⁩.</translation>
    </message>
    <message>
        <source>message:items-nested-too-deeply</source>
        <extracomment>items are nested too deeply</extracomment>
        <translation>הפריטים מקוננים עמוק מדי</translation>
    </message>
    <message>
        <source>message:items-over-ratio</source>
        <extracomment>{name}: the whole file unpacks to over {ratio} times its size; not read.</extracomment>
        <translation>{name}: הקובץ כולו נפרס ליותר מפי {ratio} מגודלו; לא נקרא.</translation>
    </message>
    <message>
        <source>message:items-over-total</source>
        <extracomment>{name}: over limit_total_mb altogether; not read.</extracomment>
        <translation>{name}: יחד מעבר ל־limit_total_mb; לא נקרא.</translation>
    </message>
    <message>
        <source>message:items-sealed</source>
        <extracomment>{count} items are sealed. Opening them takes two people: one asks and gives a reason, another grants it (Code menu, or triage seal open).</extracomment>
        <translation>{count} פריטים חתומים. לפתיחתם דרושים שני אנשים: האחד מבקש ומנמק, והאחר מאשר (תפריט קידוד, או triage seal open).</translation>
    </message>
    <message>
        <source>message:items-were-opened</source>
        <extracomment>each source was opened and closed with its SHA-256 (items: {items}, sources: {sources})</extracomment>
        <translation>כל מקור נפתח ונסגר עם ה־SHA-256 שלו (פריטים: {items}, מקורות: {sources})</translation>
    </message>
    <message>
        <source>message:iwork-document</source>
        <extracomment>an iWork document (Pages, Numbers or Keynote)</extracomment>
        <translation>מסמך iWork ‏(Pages, Numbers או Keynote)</translation>
    </message>
    <message>
        <source>message:iwork-part</source>
        <extracomment>a part of an iWork document</extracomment>
        <translation>חלק של מסמך iWork</translation>
    </message>
    <message>
        <source>message:java-class-or-program</source>
        <extracomment>a Java class or a program</extracomment>
        <translation>מחלקת Java או תוכנה</translation>
    </message>
    <message>
        <source>message:json-no-object</source>
        <extracomment>{text} isn't a JSON object</extracomment>
        <translation>{text} אינו אובייקט JSON</translation>
    </message>
    <message>
        <source>message:json-unreadable</source>
        <extracomment>{text} can't be read</extracomment>
        <translation>לא ניתן לקרוא את {text}</translation>
    </message>
    <message>
        <source>message:judgement-unknown</source>
        <extracomment>a judgement isn't one that this program knows</extracomment>
        <translation>אחד השיפוטים אינו מוכר לתוכנה זו</translation>
    </message>
    <message>
        <source>message:kept-log-changed</source>
        <extracomment>{name}, which was kept then, was changed or removed</extracomment>
        <translation>{name}, שנשמר אז, שונה או הוסר</translation>
    </message>
    <message>
        <source>message:kernel-agrees</source>
        <extracomment>{files} openings of files below the allowed folders, each in ledger or views; {folders} of folders, none of them denied</extracomment>
        <translation>{files} פתיחות של קבצים מתחת לתיקיות המותרות, כולן ב־ledger או ב־views; {folders} של תיקיות, ואף אחת מהן אינה אסורה</translation>
    </message>
    <message>
        <source>message:kernel-lacks</source>
        <extracomment>openings of ledger and views that it doesn't have, as it covers a part, or they failed: {count}</extracomment>
        <translation>פתיחות של ledger ו־views שאין בו, כי הוא מכסה חלק או שהן נכשלו: {count}</translation>
    </message>
    <message>
        <source>message:kernel-log-without-paths</source>
        <extracomment>it doesn't name what was opened in full: strace needs -y</extracomment>
        <translation>הוא אינו מציין במלואו מה נפתח: strace צריך את ‎-y</translation>
    </message>
    <message>
        <source>message:kernel-opened-denied</source>
        <extracomment>the folder {name} was opened, which is denied</extracomment>
        <translation>התיקייה {name} נפתחה, והיא אסורה</translation>
    </message>
    <message>
        <source>message:kernel-opened-more-often</source>
        <extracomment>{name} was opened more often than ledger and views say, which have it {count} times</extracomment>
        <translation>{name} נפתח יותר פעמים משאומרים ledger ו־views, שבהם הוא {count} פעמים</translation>
    </message>
    <message>
        <source>message:kernel-opened-nothing</source>
        <extracomment>it has no opening of a file below an allowed folder</extracomment>
        <translation>אין בו פתיחה של קובץ מתחת לתיקייה מותרת</translation>
    </message>
    <message>
        <source>message:key-damaged</source>
        <extracomment>{path} isn't a key that can be used. Restore it from a backup, or move it elsewhere: the next signature makes a new key, whose public line others then need. What the old one signed stays valid.</extracomment>
        <translation>{path} אינו מפתח שאפשר להשתמש בו. יש לשחזר אותו מגיבוי, או להעביר אותו למקום אחר: החתימה הבאה תיצור מפתח חדש, ולאחרים תידרש השורה הציבורית שלו. מה שנחתם בישן נשאר תקף.</translation>
    </message>
    <message>
        <source>message:key-file-damaged</source>
        <extracomment>{path} doesn't contain a complete key. Restore the file from a copy of the case's folder. If there is no copy, move it away: a new key is made, and what was locked or signed with the old one can no longer be checked.</extracomment>
        <translation>אין ב־{path} מפתח שלם. יש להחזיר את הקובץ מעותק של תיקיית התיק. בהיעדר עותק יש להעביר אותו למקום אחר: ייווצר מפתח חדש, ולא יהיה עוד ניתן לבדוק את מה שננעל או נחתם בישן.</translation>
    </message>
    <message>
        <source>message:key-locked-keyring</source>
        <extracomment>The passphrase of {path} is in this login's keyring, which is locked, not installed, or doesn't have it. Log in to the desktop, or install Triage's extra 'keyring'. {lost}</extracomment>
        <translation>הסיסמה של {path} נמצאת במחזיק המפתחות של משתמש זה, והוא נעול, לא מותקן, או שאינה בו. יש להיכנס לשולחן העבודה, או להתקין את התוספת ⁦keyring⁩ של ⁦Triage⁩. {lost}</translation>
    </message>
    <message>
        <source>message:key-locked-passphrase</source>
        <extracomment>{path} needs its passphrase: give --passphrase-file FILE, or set TRIAGE_PASSPHRASE. {lost}</extracomment>
        <translation>ל־{path} נדרשת סיסמה: יש לציין ⁦--passphrase-file FILE⁩, או להגדיר את ⁦TRIAGE_PASSPHRASE⁩. {lost}</translation>
    </message>
    <message>
        <source>message:key-lost</source>
        <extracomment>If it is lost, move the file elsewhere: the next signature makes a new key, whose public line others then need. What {line} signed stays valid. If it is on the roster of a case, the approver replaces it with the new one: triage record roster replace CASE NAME KEY. If it is the approver's, two people on the roster appoint another approver: triage record roster appoint CASE KEY</extracomment>
        <translation>אם היא אבדה, יש להעביר את הקובץ למקום אחר: החתימה הבאה תיצור מפתח חדש, ולאחרים תידרש השורה הציבורית שלו. מה ש־{line} חתם נשאר תקף. אם המפתח נמצא ברשימת המורשים של תיק, המאשר של התיק שם את החדש במקומו: ⁦triage record roster replace CASE NAME KEY⁩. אם זה המפתח של המאשר, שני אנשים מרשימת המורשים ממנים אחר: ⁦triage record roster appoint CASE KEY⁩</translation>
    </message>
    <message>
        <source>message:key-name-bad</source>
        <extracomment>'{name}' can't be the name of a key: give one without blanks, '+', '|' and control characters.</extracomment>
        <translation>'{name}' אינו יכול להיות שם של מפתח: יש לבחור שם ללא רווחים, '+',‏ '|' ותווי בקרה.</translation>
    </message>
    <message>
        <source>message:key-of-keys</source>
        <extracomment>the list of keys</extracomment>
        <translation>רשימת המקשים</translation>
    </message>
    <message>
        <source>message:key-of-marking</source>
        <extracomment>marking a passage</extracomment>
        <translation>סימון קטע</translation>
    </message>
    <message>
        <source>message:key-of-note</source>
        <extracomment>the note</extracomment>
        <translation>ההערה</translation>
    </message>
    <message>
        <source>message:key-of-quotations</source>
        <extracomment>opening quotations</extracomment>
        <translation>פתיחת ציטוטים</translation>
    </message>
    <message>
        <source>message:key-of-repeating</source>
        <extracomment>repeating the last coding</extracomment>
        <translation>חזרה על הקידוד האחרון</translation>
    </message>
    <message>
        <source>message:key-passphrase-wrong</source>
        <extracomment>The passphrase doesn't open {path}. Give the right one by --passphrase-file FILE or TRIAGE_PASSPHRASE. {lost}</extracomment>
        <translation>הסיסמה אינה פותחת את {path}. יש לציין את הנכונה ב־⁦--passphrase-file FILE⁩ או ב־⁦TRIAGE_PASSPHRASE⁩. {lost}</translation>
    </message>
    <message>
        <source>message:key-unreadable</source>
        <extracomment>The key {path} can't be read or made ({error}). TRIAGE_KEYS can name another folder for keys.</extracomment>
        <translation>לא ניתן לקרוא או ליצור את המפתח {path} ({error}). ⁦TRIAGE_KEYS⁩ יכול לציין תיקייה אחרת למפתחות.</translation>
    </message>
    <message>
        <source>message:keys-unreadable</source>
        <extracomment>The keys that are given with --key can't be read: {error}</extracomment>
        <translation>לא ניתן לקרוא את המפתחות שניתנו עם ‎--key‎: {error}</translation>
    </message>
    <message>
        <source>message:kind-needs-archives</source>
        <extracomment>It is {kind}, which the optional extra 'archives' reads; its content was not read.</extracomment>
        <translation>סוג הקובץ: {kind}; התוספת האופציונלית 'archives' קוראת אותו. תוכנו לא נקרא.</translation>
    </message>
    <message>
        <source>message:kind-needs-archives-strings</source>
        <extracomment>It is {kind}, which the optional extra 'archives' reads; readable strings in it were kept.</extracomment>
        <translation>סוג הקובץ: {kind}; התוספת האופציונלית 'archives' קוראת אותו. מחרוזות קריאות שבו נשמרו.</translation>
    </message>
    <message>
        <source>message:kind-not-read</source>
        <extracomment>It is {kind}; its content was not read.</extracomment>
        <translation>סוג הקובץ: {kind}; תוכנו לא נקרא.</translation>
    </message>
    <message>
        <source>message:kind-not-unpacked</source>
        <extracomment>It is {kind}, which can't be unpacked ({error}); its content was not read.</extracomment>
        <translation>סוג הקובץ: {kind}; לא ניתן לפרוק אותו ({error}). תוכנו לא נקרא.</translation>
    </message>
    <message>
        <source>message:kind-not-unpacked-strings</source>
        <extracomment>It is {kind}, which can't be unpacked ({error}); readable strings in it were kept.</extracomment>
        <translation>סוג הקובץ: {kind}; לא ניתן לפרוק אותו ({error}). מחרוזות קריאות שבו נשמרו.</translation>
    </message>
    <message>
        <source>message:kind-without-reader</source>
        <extracomment>It is {kind}, for which there is no reader; its content was not read.</extracomment>
        <translation>סוג הקובץ: {kind}; אין לו קורא. תוכנו לא נקרא.</translation>
    </message>
    <message>
        <source>message:kind-without-reader-parts</source>
        <extracomment>It is {kind}, for which there is no reader; its parts were read as those of a ZIP archive.</extracomment>
        <translation>סוג הקובץ: {kind}; אין לו קורא, וחלקיו נקראו כחלקים של ארכיון ZIP.</translation>
    </message>
    <message>
        <source>message:kind-without-reader-strings</source>
        <extracomment>It is {kind}, for which there is no reader; readable strings in it were kept.</extracomment>
        <translation>סוג הקובץ: {kind}; אין לו קורא, ומחרוזות קריאות שבו נשמרו.</translation>
    </message>
    <message>
        <source>message:kind-without-reader-xml</source>
        <extracomment>It is {kind}, for which there is no reader; its text was read as that of any XML. What is hidden or deleted isn't told apart; files in it weren't read.</extracomment>
        <translation>סוג הקובץ: {kind}; אין לו קורא, והטקסט שבו נקרא כמו של כל XML. מה שמוסתר או נמחק אינו מובחן; הקבצים שבו לא נקראו.</translation>
    </message>
    <message>
        <source>message:known-items-in-set</source>
        <extracomment>{count} known items are in the sampled set itself: the sample covers them, so they don't count.</extracomment>
        <translation>{count} מהפריטים הידועים נמצאים בקבוצה הנדגמת עצמה: המדגם מעיד עליהם, והם אינם נספרים כידועים.</translation>
    </message>
    <message>
        <source>message:ledger-anchored</source>
        <extracomment>line {line} is the one that the store knows</extracomment>
        <translation>שורה {line} היא זו שהמאגר מכיר</translation>
    </message>
    <message>
        <source>message:ledger-beyond</source>
        <extracomment>more follows line {line} of {name}, the last one that the case knows, than a run that was killed can leave: what follows isn't the program's, and isn't read</extracomment>
        <translation>אחרי שורה {line} של {name}, האחרונה שהתיק מכיר, בא יותר ממה שהרצה שנקטעה יכולה להשאיר: מה שבא אחריה אינו של התוכנה ואינו נקרא</translation>
    </message>
    <message>
        <source>message:ledger-clock-back</source>
        <extracomment>times earlier than the one before, as the clock was set back: {count}</extracomment>
        <translation>שעות מוקדמות מזו שלפניהן, כי השעון הוחזר לאחור: {count}</translation>
    </message>
    <message>
        <source>message:ledger-cut-off</source>
        <extracomment>the store knows {known} lines, the ledger has {lines}: its end was cut off</extracomment>
        <translation>המאגר מכיר {known} שורות, ובפנקס יש {lines}: סופו נקטע</translation>
    </message>
    <message>
        <source>message:ledger-end-lost</source>
        <extracomment>line {line} of {name}, the last one that the case knows, isn't there or was changed</extracomment>
        <translation>שורה {line} של {name}, האחרונה שהתיק מכיר, אינה שם או ששונתה</translation>
    </message>
    <message>
        <source>message:ledger-key-differs</source>
        <extracomment>{name} is missing, or isn't the key under which denied paths were recorded</extracomment>
        <translation>{name} חסר, או שאינו המפתח שלפיו נרשמו הנתיבים שנדחו</translation>
    </message>
    <message>
        <source>message:ledger-key-holds</source>
        <extracomment>it is the key under which denied paths were recorded</extracomment>
        <translation>זהו המפתח שלפיו נרשמו הנתיבים שנדחו</translation>
    </message>
    <message>
        <source>message:ledger-line-changed</source>
        <extracomment>line {line} of {name} was changed, or a line before it was</extracomment>
        <translation>שורה {line} של {name} שונתה, או שורה שלפניה</translation>
    </message>
    <message>
        <source>message:ledger-line-out-of-order</source>
        <extracomment>line {line} of {name} says it is number {number}, but follows {before}</extracomment>
        <translation>שורה {line} של {name} מציינת שמספרה {number}, אך היא באה אחרי {before}</translation>
    </message>
    <message>
        <source>message:ledger-line-unreadable</source>
        <extracomment>line {line} of {name} can't be read</extracomment>
        <translation>לא ניתן לקרוא את שורה {line} של {name}</translation>
    </message>
    <message>
        <source>message:ledger-names-changed</source>
        <extracomment>the names in line {line} of {name} were changed: they aren't those that it commits to</extracomment>
        <translation>השמות בשורה {line} של {name} שונו: אלה אינם השמות שהשורה מתחייבת להם</translation>
    </message>
    <message>
        <source>message:ledger-names-lost-row</source>
        <extracomment>line {line} names a row of the audit that isn't there: the audit was rewritten</extracomment>
        <translation>שורה {line} מציינת שורה ביומן הביקורת שאינה שם: יומן הביקורת שוכתב</translation>
    </message>
    <message>
        <source>message:ledger-names-rows</source>
        <extracomment>the audit has each row that the ledger names (rows: {count})</extracomment>
        <translation>ביומן הביקורת נמצאת כל שורה שהפנקס מציין (שורות: {count})</translation>
    </message>
    <message>
        <source>message:ledger-not-audited</source>
        <extracomment>line {line} isn't the one that row {row} of the audit names: it was cut off or rewritten</extracomment>
        <translation>שורה {line} אינה זו ששורה {row} ביומן הביקורת מציינת: הפנקס נקטע או שוכתב</translation>
    </message>
    <message>
        <source>message:ledger-rewritten</source>
        <extracomment>line {line} isn't the one that the store knows: the ledger was rewritten</extracomment>
        <translation>שורה {line} אינה זו שהמאגר מכיר: הפנקס נכתב מחדש</translation>
    </message>
    <message>
        <source>message:ledger-torn</source>
        <extracomment>the last line of {name} is incomplete; the next run will close it</extracomment>
        <translation>השורה האחרונה של {name} נקטעה באמצע; ההרצה הבאה תסגור אותה</translation>
    </message>
    <message>
        <source>message:ledger-unconfined</source>
        <extracomment>times that Linux didn't confine what opened files, so that only this program's checks held: {count}</extracomment>
        <translation>פעמים שבהן לינוקס לא הגביל את מה שפתח קבצים, כך שחלו רק הבדיקות של התוכנה הזאת: {count}</translation>
    </message>
    <message>
        <source>message:ledger-unended</source>
        <extracomment>openings with no end, as the program was stopped there: {count}</extracomment>
        <translation>פתיחות בלי סוף, כי התוכנה נעצרה שם: {count}</translation>
    </message>
    <message>
        <source>message:ledger-without-line</source>
        <extracomment>{path} has no whole line in its last mebibyte. Restore it from a copy.</extracomment>
        <translation>ב־{path} אין שורה שלמה במביבייט האחרון. יש לשחזר אותו מעותק.</translation>
    </message>
    <message>
        <source>message:lha-archive</source>
        <extracomment>an LHA archive</extracomment>
        <translation>ארכיון LHA</translation>
    </message>
    <message>
        <source>message:library-missing</source>
        <extracomment>This needs the package {package}, which isn't installed or can't be loaded ({error}). Install it with: pip install {again}</extracomment>
        <translation>לשם כך נחוצה החבילה {package}, שאינה מותקנת או שאי אפשר לטעון אותה ({error}). יש להתקין אותה באמצעות: pip install {again}</translation>
    </message>
    <message>
        <source>message:libreoffice-failed</source>
        <extracomment>LibreOffice couldn't turn it into pages.</extracomment>
        <translation>LibreOffice לא הצליח להפוך אותו לעמודים.</translation>
    </message>
    <message>
        <source>message:libreoffice-missing</source>
        <extracomment>Page images of office documents need LibreOffice, which isn't installed here.</extracomment>
        <translation>לתמונות עמודים של מסמכי Office נדרש LibreOffice, שאינו מותקן כאן.</translation>
    </message>
    <message>
        <source>message:libreoffice-slow</source>
        <extracomment>LibreOffice needed more than {seconds} s for it and was stopped.</extracomment>
        <translation>ל־LibreOffice נדרשו לכך יותר מ־{seconds} שניות, והוא נעצר.</translation>
    </message>
    <message>
        <source>message:libreoffice-stopped</source>
        <extracomment>LibreOffice was stopped, as its pages are no longer wanted.</extracomment>
        <translation>LibreOffice נעצר, כי העמודים אינם מבוקשים עוד.</translation>
    </message>
    <message>
        <source>message:limit-findings</source>
        <extracomment>What the query doesn't find, and what else was read: triage record prove makes a proof of that.</extracomment>
        <translation>מה שהשאילתה אינה מוצאת, ומה עוד נקרא: triage record prove מפיק הוכחה לכך.</translation>
    </message>
    <message>
        <source>message:limit-other-programs</source>
        <extracomment>What other programs did, or administrators of the machine, who could have run a changed program: it is about this program (Triage), this machine and this period, as the logs have it.</extracomment>
        <translation>מה שעשו תוכנות אחרות, או מנהלי המחשב, שיכלו להריץ תוכנה ששונתה: מדובר בתוכנה הזאת (Triage), במחשב הזה ובתקופה הזאת, כפי שהם ביומנים.</translation>
    </message>
    <message>
        <source>message:limit-signer</source>
        <extracomment>Who a signer is: whoever has the key can sign. Compare the key with the one that you were given through a different channel, or give that with --key.</extracomment>
        <translation>מיהו החותם: כל מי שהמפתח בידו יכול לחתום. יש להשוות את המפתח למפתח שנמסר בדרך אחרת, או לתת אותו עם ‎--key‎.</translation>
    </message>
    <message>
        <source>message:limit-stamps</source>
        <extracomment>Whether a time stamp is genuine: that takes its authority's certificate, and openssl ts -verify -data heads/X.head -in stamps/X.head.tsr -CAfile AUTHORITY.pem</extracomment>
        <translation>אם חותמת זמן אמיתית: לשם כך דרושים אישור הרשות ו־openssl ts -verify -data heads/X.head -in stamps/X.head.tsr -CAfile AUTHORITY.pem</translation>
    </message>
    <message>
        <source>message:line-after-incomplete</source>
        <extracomment>the line before it is incomplete, and this one doesn't say so</extracomment>
        <translation>השורה שלפניה אינה שלמה, והשורה הזאת אינה אומרת זאת</translation>
    </message>
    <message>
        <source>message:line-before-scope</source>
        <extracomment>it is before the ledger names a version of the scope</extracomment>
        <translation>היא קודמת לשורה שבה היומן נוקב בגרסה של ההיקף</translation>
    </message>
    <message>
        <source>message:line-closes-too-many</source>
        <extracomment>a file is closed that wasn't opened</extracomment>
        <translation>קובץ נסגר שלא נפתח</translation>
    </message>
    <message>
        <source>message:line-closes-unopened</source>
        <extracomment>line {line} closes {name}, which was not opened</extracomment>
        <translation>שורה {line} סוגרת את {name}, שלא נפתח</translation>
    </message>
    <message>
        <source>message:line-counts-differ</source>
        <extracomment>it doesn't name as many sizes and contents as files</extracomment>
        <translation>היא אינה מציינת גדלים ותכנים כמספר הקבצים</translation>
    </message>
    <message>
        <source>message:line-incomplete</source>
        <extracomment>a line is longer than {most} bytes, or the last one isn't complete</extracomment>
        <translation>שורה ארוכה מ־{most} בתים, או שהאחרונה אינה שלמה</translation>
    </message>
    <message>
        <source>message:line-misnumbered</source>
        <extracomment>it says that it is number {stated}, and is {number}</extracomment>
        <translation>היא אומרת שמספרה {stated}, והוא {number}</translation>
    </message>
    <message>
        <source>message:line-names-unknown-scope</source>
        <extracomment>line {line} of {name} names version {number} of the scope, which isn't on record so</extracomment>
        <translation>שורה {line} של {name} נוקבת בגרסה {number} של התחום, שאינה רשומה כך</translation>
    </message>
    <message>
        <source>message:line-not-as-audited</source>
        <extracomment>it isn't the line that the audit names</extracomment>
        <translation>היא אינה השורה שיומן הביקורת מציין</translation>
    </message>
    <message>
        <source>message:line-not-json</source>
        <extracomment>it isn't JSON</extracomment>
        <translation>זה אינו JSON</translation>
    </message>
    <message>
        <source>message:line-not-record</source>
        <extracomment>it isn't a record</extracomment>
        <translation>זו אינה רשומה</translation>
    </message>
    <message>
        <source>message:line-odd</source>
        <extracomment>it isn't in the form of a ledger's line</extracomment>
        <translation>היא אינה בצורה של שורת פנקס</translation>
    </message>
    <message>
        <source>message:line-opens-before-scope</source>
        <extracomment>line {line} opens {name} before the ledger names a version of the scope</extracomment>
        <translation>שורה {line} פותחת את {name} לפני שהיומן נוקב בגרסה של ההיקף</translation>
    </message>
    <message>
        <source>message:line-opens-denied</source>
        <extracomment>line {line} opens {name}, which the rule '{rule}' of the scope then in force denies</extracomment>
        <translation>שורה {line} פותחת את {name}, שהכלל '{rule}' של התחום שהיה אז בתוקף אוסר</translation>
    </message>
    <message>
        <source>message:line-opens-undecided</source>
        <extracomment>line {line} opens {name} without an allow before it</extracomment>
        <translation>שורה {line} פותחת את {name} ללא היתר לפניה</translation>
    </message>
    <message>
        <source>message:line-opens-unknown-root</source>
        <extracomment>line {line} opens {name}, whose [[allow]] the scope then in force doesn't have</extracomment>
        <translation>שורה {line} פותחת את {name}, שה־[[allow]] שלו אינו בתחום שהיה אז בתוקף</translation>
    </message>
    <message>
        <source>message:line-unknown-folder</source>
        <extracomment>{rule} isn't a folder that version {version} of the scope allows</extracomment>
        <translation>{rule} אינה תיקייה שגרסה {version} של התחום מתירה</translation>
    </message>
    <message>
        <source>message:line-unknown-rule</source>
        <extracomment>{rule} isn't a rule of version {version} of the scope</extracomment>
        <translation>{rule} אינו כלל של גרסה {version} של התחום</translation>
    </message>
    <message>
        <source>message:line-unknown-version</source>
        <extracomment>it names a version {version} of the scope that isn't in this folder</extracomment>
        <translation>היא מציינת גרסה {version} של התחום שאינה בתיקייה</translation>
    </message>
    <message>
        <source>message:lines-follow</source>
        <extracomment>each line follows from the one before (lines: {count})</extracomment>
        <translation>כל שורה ממשיכה את קודמתה (שורות: {count})</translation>
    </message>
    <message>
        <source>message:link-or-no-file</source>
        <extracomment>it is a link or not a regular file</extracomment>
        <translation>הוא קישור, או שאינו קובץ רגיל</translation>
    </message>
    <message>
        <source>message:linked-content</source>
        <extracomment>The content of {name} is linked, is stored elsewhere and was not fetched.</extracomment>
        <translation>התוכן של {name} מקושר, נמצא במקום אחר ולא הובא.</translation>
    </message>
    <message>
        <source>message:linked-object</source>
        <extracomment>The linked object {name} is stored elsewhere and was not fetched.</extracomment>
        <translation>האובייקט המקושר {name} נמצא במקום אחר ולא הובא.</translation>
    </message>
    <message>
        <source>message:linked-part</source>
        <extracomment>Content linked as {kind} is stored at {place} and was not fetched.</extracomment>
        <translation>תוכן המקושר כ־{kind} נמצא ב־{place} ולא הובא.</translation>
    </message>
    <message>
        <source>message:list-bad-items</source>
        <extracomment>a list has no items, or one of them twice</extracomment>
        <translation>ברשימה אין פריט, או שפריט מופיע בה פעמיים</translation>
    </message>
    <message>
        <source>message:list-kind-unknown</source>
        <extracomment>a list is neither a batch nor a sample</extracomment>
        <translation>רשימה אינה אצווה ואינה מדגם</translation>
    </message>
    <message>
        <source>message:list-order-unknown</source>
        <extracomment>A list can't be sorted by '{order}'. It can be by: {known}.</extracomment>
        <translation>לא ניתן למיין רשימה לפי '{order}'. אפשר לפי: {known}.</translation>
    </message>
    <message>
        <source>message:listed-file-missing</source>
        <extracomment>{path} is listed but missing.</extracomment>
        <translation>{path} רשום ואינו שם.</translation>
    </message>
    <message>
        <source>message:load-file-damaged</source>
        <extracomment>Line {line} of the load file is damaged.</extracomment>
        <translation>השורה {line} בקובץ הטעינה פגומה.</translation>
    </message>
    <message>
        <source>message:log-cut-off</source>
        <extracomment>it has {count} lines, and the audit names line {line}</extracomment>
        <translation>יש בו {count} שורות, ויומן הביקורת מציין את שורה {line}</translation>
    </message>
    <message>
        <source>message:log-end-incomplete</source>
        <extracomment>the last line isn't complete</extracomment>
        <translation>השורה האחרונה אינה שלמה</translation>
    </message>
    <message>
        <source>message:log-ends-elsewhere</source>
        <extracomment>the {log} doesn't continue where the last head ended: run triage verify</extracomment>
        <translation>{log} אינו ממשיך במקום שבו הסתיים הראש האחרון: יש להריץ ⁦triage verify⁩</translation>
    </message>
    <message>
        <source>message:log-ends-unsigned</source>
        <extracomment>the logs go on after what the last head covers: their ends are signed by nobody</extracomment>
        <translation>היומנים ממשיכים אחרי מה שהראש האחרון מכסה: איש לא חתם על סופם</translation>
    </message>
    <message>
        <source>message:log-line</source>
        <extracomment>line {line}: {why}</extracomment>
        <translation>שורה {line}: {why}</translation>
    </message>
    <message>
        <source>message:log-line-changed</source>
        <extracomment>line {line} was changed, or a line before it was put in or taken out</extracomment>
        <translation>שורה {line} שונתה, או ששורה לפניה הוכנסה או הוצאה</translation>
    </message>
    <message>
        <source>message:log-without-lines</source>
        <extracomment>no line can be read</extracomment>
        <translation>לא ניתן לקרוא שום שורה</translation>
    </message>
    <message>
        <source>message:lotus-spreadsheet</source>
        <extracomment>a Lotus spreadsheet</extracomment>
        <translation>גיליון אלקטרוני של Lotus</translation>
    </message>
    <message>
        <source>message:lz4-file</source>
        <extracomment>an LZ4-compressed file</extracomment>
        <translation>קובץ דחוס ב־LZ4</translation>
    </message>
    <message>
        <source>message:lzma-properties-out-of-range</source>
        <extracomment>LZMA properties out of range</extracomment>
        <translation>מאפייני LZMA מחוץ לטווח</translation>
    </message>
    <message>
        <source>message:lzw-first-code</source>
        <extracomment>the first code isn't a byte</extracomment>
        <translation>הקוד הראשון אינו בית</translation>
    </message>
    <message>
        <source>message:lzw-unknown-code</source>
        <extracomment>a code that isn't defined yet</extracomment>
        <translation>קוד שעדיין אינו מוכר</translation>
    </message>
    <message>
        <source>message:lzw-width-out-of-range</source>
        <extracomment>code width out of range</extracomment>
        <translation>רוחב הקוד מחוץ לטווח</translation>
    </message>
    <message>
        <source>message:mac-folder-view</source>
        <extracomment>a Mac folder view</extracomment>
        <translation>קובץ תצוגת תיקייה של Mac</translation>
    </message>
    <message>
        <source>message:mac-resource-fork</source>
        <extracomment>a Mac resource fork</extracomment>
        <translation>מזלג משאבים של Mac</translation>
    </message>
    <message>
        <source>message:macros-not-unpacked</source>
        <extracomment>The macros can't be unpacked ({error}).</extracomment>
        <translation>לא ניתן לפרוס את המאקרו ({error}).</translation>
    </message>
    <message>
        <source>message:macros-unreadable</source>
        <extracomment>The macros can't be read ({error}).</extracomment>
        <translation>לא ניתן לקרוא את המאקרו ({error}).</translation>
    </message>
    <message>
        <source>message:mail-encrypted</source>
        <extracomment>The mail's content is encrypted and was not read.</extracomment>
        <translation>תוכן הדואר מוצפן ולא נקרא.</translation>
    </message>
    <message>
        <source>message:mail-encrypted-pgp</source>
        <extracomment>The mail's content is encrypted with PGP and was not read.</extracomment>
        <translation>תוכן הדואר מוצפן ב־PGP ולא נקרא.</translation>
    </message>
    <message>
        <source>message:mail-encrypted-smime</source>
        <extracomment>The mail's content is encrypted with S/MIME and was not read.</extracomment>
        <translation>תוכן הדואר מוצפן ב־S/MIME ולא נקרא.</translation>
    </message>
    <message>
        <source>message:mail-rights-managed</source>
        <extracomment>The mail is protected by rights management; its text here is only a placeholder.</extracomment>
        <translation>הדואר חסום בידי ניהול זכויות; הטקסט שלו כאן הוא מציין מקום בלבד.</translation>
    </message>
    <message>
        <source>message:manifest-lists</source>
        <extracomment>{file} lists each file once and in order (files: {files}).</extracomment>
        <translation>{file} מונה כל קובץ פעם אחת ולפי הסדר (קבצים: {files}).</translation>
    </message>
    <message>
        <source>message:manifest-missing</source>
        <extracomment>{file} is missing, so nothing else can be checked: the folder isn't whole, or Triage didn't make it. Ask the sender for it.</extracomment>
        <translation>{file} חסר, ולכן אי אפשר לבדוק דבר נוסף: התיקייה אינה שלמה, או ש-Triage לא יצרה אותה. בקשו אותה מהשולח.</translation>
    </message>
    <message>
        <source>message:manifest-odd-file</source>
        <extracomment>{file} states a path, a size or a sha256 of another kind</extracomment>
        <translation>{file} מציין נתיב, גודל או sha256 מסוג אחר</translation>
    </message>
    <message>
        <source>message:manifest-out-of-order</source>
        <extracomment>{file} doesn't list each file once and in order, as an export does; it was changed.</extracomment>
        <translation>{file} אינו מונה כל קובץ פעם אחת ולפי הסדר, כפי שייצוא עושה; הוא שונה.</translation>
    </message>
    <message>
        <source>message:manifest-unreadable</source>
        <extracomment>{file} can't be read, so nothing else can be checked: {error}.</extracomment>
        <translation>לא ניתן לקרוא את {file}, ולכן לא ניתן לבדוק דבר נוסף: {error}.</translation>
    </message>
    <message>
        <source>message:margin-out-of-range</source>
        <extracomment>Margin and confidence must be between 0 and 1: {margin} and {confidence} aren't.</extracomment>
        <translation>מרווח הטעות ורמת הביטחון הם בין 0 ל־1, למשל 0.05 ו־0.95; לא כן {margin} ו־{confidence}.</translation>
    </message>
    <message>
        <source>message:matrix-found</source>
        <extracomment>versions {versions}: {summary}</extracomment>
        <translation>גרסאות {versions}: {summary}</translation>
    </message>
    <message>
        <source>message:matrix-missing</source>
        <extracomment>versions {versions}: no matrix stored; make it with: triage selftest --case {path}</extracomment>
        <translation>גרסאות {versions}: לא נשמרה מטריצה; יוצרים אותה עם: ⁦triage selftest --case {path}⁩</translation>
    </message>
    <message>
        <source>message:mbox-message-too-large</source>
        <extracomment>A message of {size} bytes is over limit_item_mb; it was not read.</extracomment>
        <translation>הודעה בת {size} בתים חורגת מ־limit_item_mb; היא לא נקראה.</translation>
    </message>
    <message>
        <source>message:means-in-force</source>
        <extracomment>In force: {means}.</extracomment>
        <translation>בתוקף: {means}.</translation>
    </message>
    <message>
        <source>message:means-none</source>
        <extracomment>This system offers nothing.</extracomment>
        <translation>מערכת זו אינה מציעה דבר.</translation>
    </message>
    <message>
        <source>message:member-and-whole-over-ratio</source>
        <extracomment>{name} and the file as a whole unpack to far more than their size.</extracomment>
        <translation>{name} והכול נפרסים להרבה יותר מגודלם.</translation>
    </message>
    <message>
        <source>message:member-broken</source>
        <extracomment>{name} can't be unpacked ({error}).</extracomment>
        <translation>לא ניתן לפרוס את {name} ({error}).</translation>
    </message>
    <message>
        <source>message:member-broken-off</source>
        <extracomment>{name} is truncated after {size} bytes, which were kept ({error}).</extracomment>
        <translation>{name} נקטע אחרי {size} בתים, והם נשמרו ({error}).</translation>
    </message>
    <message>
        <source>message:member-cut-short</source>
        <extracomment>{name} is cut short; what is there was kept.</extracomment>
        <translation>{name} קטוע; מה שיש ממנו נשמר.</translation>
    </message>
    <message>
        <source>message:member-denied-now</source>
        <extracomment>It is denied by the rule '{rule}' of scope.toml now.</extracomment>
        <translation>הוא אסור כעת לפי הכלל '{rule}' של scope.toml.</translation>
    </message>
    <message>
        <source>message:member-lost</source>
        <extracomment>It couldn't be extracted; the problems of its container say why.</extracomment>
        <translation>לא ניתן היה לחלץ אותו; הבעיות של מה שמכיל אותו אומרות מדוע.</translation>
    </message>
    <message>
        <source>message:member-method-needs-archives</source>
        <extracomment>{name} is compressed with {method}, which the optional extra 'archives' unpacks.</extracomment>
        <translation>{name} דחוס בשיטה {method}, שהתוספת האופציונלית 'archives' פורסת.</translation>
    </message>
    <message>
        <source>message:member-name-outside</source>
        <extracomment>A member is named {name}; it was read, and nothing was written to disk.</extracomment>
        <translation>שמו של קובץ בארכיון הוא {name}; הוא נקרא, ודבר לא נכתב.</translation>
    </message>
    <message>
        <source>message:member-not-whole</source>
        <extracomment>{name} can't be unpacked completely ({error}).</extracomment>
        <translation>לא ניתן לפרוס את {name} בשלמותו ({error}).</translation>
    </message>
    <message>
        <source>message:member-over-memory</source>
        <extracomment>Unpacking {name} needs more memory than limit_memory_mb allows; it was not read.</extracomment>
        <translation>פריקת {name} דורשת יותר זיכרון ממה ש־limit_memory_mb מתיר; הוא לא נקרא.</translation>
    </message>
    <message>
        <source>message:member-over-ratio</source>
        <extracomment>{name} unpacks to over {ratio} times its size; it was not read.</extracomment>
        <translation>{name} נפרס ליותר מפי {ratio} מגודלו; הוא לא נקרא.</translation>
    </message>
    <message>
        <source>message:member-over-size</source>
        <extracomment>{name} unpacks to over {limit} MiB; it was not read.</extracomment>
        <translation>{name} נפרס ליותר מ־{limit} MiB; הוא לא נקרא.</translation>
    </message>
    <message>
        <source>message:member-shorter-than-stated</source>
        <extracomment>{name} is shorter than the archive says; what could be unpacked was kept.</extracomment>
        <translation>{name} קצר מכפי שהארכיון מציין; מה שהגיע נשמר.</translation>
    </message>
    <message>
        <source>message:member-size-stated-over</source>
        <extracomment>{name} unpacks to {size} MiB, over the limit; it was not read.</extracomment>
        <translation>{name} נפרס ל־{size} MiB, מעבר למגבלה; הוא לא נקרא.</translation>
    </message>
    <message>
        <source>message:member-unknown-method</source>
        <extracomment>{name} is compressed with method {method}, which can't be unpacked.</extracomment>
        <translation>{name} דחוס בשיטה {method}, שלא ניתן לפרוס.</translation>
    </message>
    <message>
        <source>message:member-wrong-checksum</source>
        <extracomment>{name} has a wrong checksum; it was read anyway.</extracomment>
        <translation>סכום הביקורת של {name} שגוי; הוא נקרא בכל זאת.</translation>
    </message>
    <message>
        <source>message:members-are-links</source>
        <extracomment>Symbolic links, whose targets were not read: {names}</extracomment>
        <translation>קישורים סמליים, שיעדיהם לא נקראו: {names}</translation>
    </message>
    <message>
        <source>message:members-denied</source>
        <extracomment>The scope denies {count} of the items inside; they were not extracted.</extracomment>
        <translation>התחום אוסר {count} מהפריטים שבתוכו; הם לא חולצו.</translation>
    </message>
    <message>
        <source>message:members-encrypted</source>
        <extracomment>{count} members are encrypted: {names}.</extracomment>
        <translation>קבצים מוצפנים בארכיון ({count}): {names}.</translation>
    </message>
    <message>
        <source>message:members-encrypted-no-password</source>
        <extracomment>{count} members are encrypted, and no password given opens them: {names}.</extracomment>
        <translation>קבצים מוצפנים בארכיון ({count}), ואף סיסמה שניתנה אינה פותחת אותם: {names}.</translation>
    </message>
    <message>
        <source>message:members-encrypted-unread-method</source>
        <extracomment>{count} members are encrypted by a method that can't be read: {names}.</extracomment>
        <translation>קבצים מוצפנים בארכיון בשיטה שאי אפשר לקרוא ({count}): {names}.</translation>
    </message>
    <message>
        <source>message:members-missing</source>
        <extracomment>{count} members are listed but missing: {names}.</extracomment>
        <translation>קבצים רשומים בארכיון ואינם שם ({count}): {names}.</translation>
    </message>
    <message>
        <source>message:members-not-unpacked</source>
        <extracomment>{count} members are compressed and can't be unpacked here: {names}.</extracomment>
        <translation>קבצים דחוסים בארכיון ({count}) שלא ניתן לפרוס כאן: {names}.</translation>
    </message>
    <message>
        <source>message:members-overlap</source>
        <extracomment>Members share the same bytes many times over; {count} of them were not read.</extracomment>
        <translation>קבצים בארכיון חולקים אותם בתים פעמים רבות; {count} מהם לא נקראו.</translation>
    </message>
    <message>
        <source>message:members-unlisted</source>
        <extracomment>{count} members aren't in the archive's directory ({names}); they were read too.</extracomment>
        <translation>קבצים שאינם בספריית הארכיון ({count}: {names}); גם הם נקראו.</translation>
    </message>
    <message>
        <source>message:memory-full</source>
        <extracomment>There isn't enough memory for this. This step isn't finished; what was saved before it is kept. End other programs and try again.</extracomment>
        <translation>אין די זיכרון לכך. צעד זה לא הושלם; מה שנשמר לפניו נשאר שמור. יש לסגור תוכניות אחרות ולנסות שוב.</translation>
    </message>
    <message>
        <source>message:merge-batch-contested</source>
        <extracomment>The batch '{name}' is checked out by {reviewers} at the same time.</extracomment>
        <translation>האצווה '{name}' נלקחה בו בזמן על ידי {reviewers}.</translation>
    </message>
    <message>
        <source>message:merge-decision-differs</source>
        <extracomment>The decision {event} on item {id} is recorded differently there than here, or twice: one of the two records was changed. Nothing was merged; run triage verify on both.</extracomment>
        <translation>ההחלטה {event} על הפריט {id} כתובה שם אחרת מכאן, או פעמיים: אחת משתי הרשומות שונתה. דבר לא מוזג; יש להריץ triage verify על שתיהן.</translation>
    </message>
    <message>
        <source>message:merge-file-signature-wrong</source>
        <extracomment>The signature on the file of '{name}' doesn't match its content, or isn't by {key}. Nothing was merged.</extracomment>
        <translation>החתימה על הקובץ של '{name}' אינה על תוכנו, או אינה של {key}. דבר לא מוזג.</translation>
    </message>
    <message>
        <source>message:merge-file-unsigned</source>
        <extracomment>The file of '{name}' isn't signed. Nothing was merged. Ask for it to be written again with a key that can be used; or take over what it has, marked as unsigned and without seals: triage merge --unsigned</extracomment>
        <translation>הקובץ של '{name}' אינו חתום. דבר לא מוזג. יש לבקש שייכתב שוב עם מפתח שאפשר להשתמש בו; או לקלוט את תוכנו, מסומן כלא חתום וללא חותמות: ⁦triage merge --unsigned⁩</translation>
    </message>
    <message>
        <source>message:merge-name-of-another</source>
        <extracomment>The decision {event} on item {id} is in the name of {who}, and signed with {key}, which the roster doesn't have as a key of {who}. Nothing was merged: ask who sent it. If the key is or was {who}'s, the approver adds it first: triage record roster add CASE KEY --name NAME</extracomment>
        <translation>ההחלטה {event} על הפריט {id} רשומה על שם {who} וחתומה במפתח {key}, שאינו מופיע ברשימת המורשים כמפתח של {who}. דבר לא מוזג: יש לשאול את השולח. אם המפתח שייך או היה שייך ל־{who}, המאשר מוסיף אותו קודם: ⁦triage record roster add CASE KEY --name NAME⁩</translation>
    </message>
    <message>
        <source>message:merge-no-common-item</source>
        <extracomment>'{name}' has no item in common with this case. Nothing was merged.</extracomment>
        <translation>ל־'{name}' אין פריט משותף עם תיק זה. דבר לא מוזג.</translation>
    </message>
    <message>
        <source>message:merge-notes-hidden</source>
        <extracomment>{count} notes and passages weren't taken over: their items are sealed there. The signatures of their steps were checked by their digests.</extracomment>
        <translation>{count} הערות וקטעים לא נלקחו: הפריטים שלהם חתומים שם. החתימות של הצעדים שלהם נבדקו לפי תמציותיהם.</translation>
    </message>
    <message>
        <source>message:merge-opens-seal-alone</source>
        <extracomment>The decision {event} by {who} on item {id} opens a seal that no other person had asked to open. Nothing was merged: ask who sent it.</extracomment>
        <translation>ההחלטה {event} של {who} על הפריט {id} פותחת חותם שאיש אחר לא ביקש לפתוח. דבר לא מוזג: יש לברר עם מי ששלח אותה.</translation>
    </message>
    <message>
        <source>message:merge-other-seal</source>
        <extracomment>The checksum of '{name}' is {seal}, not the one that was stated. Nothing was merged.</extracomment>
        <translation>סכום הביקורת של '{name}' הוא {seal}, ולא זה שנמסר. דבר לא מוזג.</translation>
    </message>
    <message>
        <source>message:merge-roster-differs</source>
        <extracomment>The roster there and the roster here were changed independently. The one here stays; the approver has to repeat here the changes that it lacks.</extracomment>
        <translation>רשימת המורשים שם ורשימת המורשים כאן שונו בנפרד זו מזו. זו שכאן נשארת; המאשר מבצע כאן שוב את השינויים שחסרים בה.</translation>
    </message>
    <message>
        <source>message:merge-roster-of-other-approver</source>
        <extracomment>The roster there wasn't taken over, since nothing here says that its first approver, {key}, is yours. Compare the key with that person; then: triage merge --approver KEY</extracomment>
        <translation>רשימת המורשים שם לא נקלטה, כי דבר כאן אינו מעיד שהמאשר הראשון שלה, {key}, הוא המאשר שלך. יש להשוות את המפתח עם אותו אדם; ואז: ⁦triage merge --approver KEY⁩</translation>
    </message>
    <message>
        <source>message:merge-roster-wrong</source>
        <extracomment>Its roster isn't what was signed: {why}. Nothing was merged; ask who sent it.</extracomment>
        <translation>רשימת המורשים שלו אינה מה שנחתם: {why}. דבר לא מוזג; יש לשאול את השולח.</translation>
    </message>
    <message>
        <source>message:merge-same-name</source>
        <extracomment>{count} batches or samples are now named '{name}'; each keeps its id.</extracomment>
        <translation>{count} אצוות או מדגמים נקראים כעת '{name}'; לכל אחד נשאר המזהה שלו.</translation>
    </message>
    <message>
        <source>message:merge-seals-left-out</source>
        <extracomment>{count} decisions were left out: those that seal something and aren't signed, and those that ask to open a seal, or open one, and aren't signed by people on the roster here. Seal or open the items here.</extracomment>
        <translation>{count} החלטות לא נקלטו: אלה שמטילות חותם ואין עליהן חתימה, ואלה שמבקשות לפתוח חותם או פותחות אותו ואין עליהן חתימה של אנשים שברשימת המורשים כאן. יש להטיל את החותמות או לפתוח אותן כאן.</translation>
    </message>
    <message>
        <source>message:merge-signature-wrong</source>
        <extracomment>The decision {event} by {who} on item {id} isn't what was signed. Nothing was merged: ask who sent it.</extracomment>
        <translation>ההחלטה {event} מאת {who} על הפריט {id} אינה מה שנחתם. דבר לא מוזג: יש לשאול את השולח.</translation>
    </message>
    <message>
        <source>message:merge-steps-left-out</source>
        <extracomment>{count} steps belong to batches or samples that neither copy has, and were left out.</extracomment>
        <translation>{count} צעדים שייכים לאצוות או למדגמים שאינם באף אחד משני העותקים, והם הושמטו.</translation>
    </message>
    <message>
        <source>message:merge-tag-differs</source>
        <extracomment>The tag '{name}' differs: {differences}. It stays as it is here.</extracomment>
        <translation>התגית '{name}' שונה: {differences}. היא נשארת כפי שהיא כאן.</translation>
    </message>
    <message>
        <source>message:merge-tag-stays-off</source>
        <extracomment>The tag '{name}' is offered there; here it was removed, and stays removed.</extracomment>
        <translation>התגית '{name}' מוצעת שם; כאן היא הוסרה מהרשימה ואינה חוזרת אליה.</translation>
    </message>
    <message>
        <source>message:merge-tag-without-key</source>
        <extracomment>The tag '{name}' has no key here: {key} belongs to '{other}'.</extracomment>
        <translation>לתגית '{name}' אין מקש כאן: {key} שייך ל־'{other}'.</translation>
    </message>
    <message>
        <source>message:merge-tags-added</source>
        <extracomment>Tags offered only there are now offered here too: {tags}.</extracomment>
        <translation>תגיות שהוצעו רק שם מוצעות מעתה גם כאן: {tags}.</translation>
    </message>
    <message>
        <source>message:merge-tags-of-other</source>
        <extracomment>The tags offered are now those of the other copy, by {who}: {tags}.</extracomment>
        <translation>התגיות המוצעות הן מעתה אלה של העותק האחר, מאת {who}: {tags}.</translation>
    </message>
    <message>
        <source>message:merge-tags-too-many</source>
        <extracomment>{tags} aren't offered: there can be at most {most} tags.</extracomment>
        <translation>{tags} אינן מוצעות: ניתן להציע {most} תגיות לכל היותר.</translation>
    </message>
    <message>
        <source>message:merge-undoes-others-step</source>
        <extracomment>The decision {event} by {who} on item {id} undoes what somebody else decided. Nothing was merged: ask who sent it.</extracomment>
        <translation>ההחלטה {event} של {who} על הפריט {id} מבטלת את מה שאדם אחר החליט. דבר לא מוזג: יש לברר עם מי ששלח אותה.</translation>
    </message>
    <message>
        <source>message:merge-undoes-seal</source>
        <extracomment>The decision {event} by {who} on item {id} undoes a seal, which takes two people. Nothing was merged: ask who sent it.</extracomment>
        <translation>ההחלטה {event} של {who} על הפריט {id} מבטלת חותם, ולכך דרושים שני אנשים. דבר לא מוזג: יש לברר עם מי ששלח אותה.</translation>
    </message>
    <message>
        <source>message:merge-unsigned</source>
        <extracomment>{count} new decisions of '{name}', by {who}, aren't signed. Nothing was merged. To take them over all the same, marked as unsigned and without seals: triage merge --unsigned</extracomment>
        <translation>{count} החלטות חדשות של '{name}', מאת {who}, אינן חתומות. דבר לא מוזג. כדי לקלוט אותן בכל זאת, מסומנות כלא חתומות וללא חותמות: ⁦triage merge --unsigned⁩</translation>
    </message>
    <message>
        <source>message:message-lacks-part</source>
        <extracomment>A withheld attachment can't be removed from it.</extracomment>
        <translation>לא ניתן להוציא ממנו קובץ מצורף שמעוכב.</translation>
    </message>
    <message>
        <source>message:microsoft-cabinet</source>
        <extracomment>a Microsoft cabinet</extracomment>
        <translation>ארכיון Cabinet של Microsoft</translation>
    </message>
    <message>
        <source>message:minus-not-negation</source>
        <extracomment>A minus isn't read as NOT: write NOT {typed}, or {typed} to search for it.</extracomment>
        <translation>סימן מינוס אינו נקרא כ־NOT: יש לכתוב ⁦NOT {typed}⁩, או {typed} כדי לחפש אותו.</translation>
    </message>
    <message>
        <source>message:module-macros-unreadable</source>
        <extracomment>The macros of {name} can't be read.</extracomment>
        <translation>לא ניתן לקרוא את המאקרו של {name}.</translation>
    </message>
    <message>
        <source>message:mounted-from-outside</source>
        <extracomment>it is mounted from {path}, which is outside the scope; to have it read, add that folder to scope.toml</extracomment>
        <translation>הוא מעוגן מתוך {path}, שמחוץ לתחום; כדי שייקרא, יש להוסיף את התיקייה ההיא ל־scope.toml</translation>
    </message>
    <message>
        <source>message:mounts-unreadable</source>
        <extracomment>The system doesn't tell what is mounted ({error}), so no source may be opened. Mount /proc; in a chroot, make its root a mount of its own (mount --bind).</extracomment>
        <translation>המערכת אינה מגלה מה מעוגן בה ({error}), ולכן אסור לפתוח שום מקור. יש לעגן את ‎/proc; בסביבת chroot יש להפוך את השורש לנקודת עיגון בפני עצמה (mount --bind).</translation>
    </message>
    <message>
        <source>message:moved-coding-changed</source>
        <extracomment>tag or note changed</extracomment>
        <translation>תגית או הערה השתנו</translation>
    </message>
    <message>
        <source>message:moved-engine-changed</source>
        <extracomment>other engine or engine version</extracomment>
        <translation>מנוע אחר או גרסת מנוע אחרת</translation>
    </message>
    <message>
        <source>message:moved-facts-changed</source>
        <extracomment>what is known about it changed (duplicates, thread, problems)</extracomment>
        <translation>הידוע עליו השתנה (כפילויות, שרשור, בעיות)</translation>
    </message>
    <message>
        <source>message:moved-item-gone</source>
        <extracomment>no longer in the case</extracomment>
        <translation>אינו עוד בתיק</translation>
    </message>
    <message>
        <source>message:moved-less-readable</source>
        <extracomment>less readable: its file could be searched further at the earlier run</extracomment>
        <translation>קריא פחות: בהרצה הקודמת ניתן היה לחפש בקובץ יותר</translation>
    </message>
    <message>
        <source>message:moved-new-source</source>
        <extracomment>new source: its file was first read after the earlier run</extracomment>
        <translation>מקור חדש: הקובץ שלו נקרא לראשונה אחרי ההרצה הקודמת</translation>
    </message>
    <message>
        <source>message:moved-newly-readable</source>
        <extracomment>newly readable: its file was known and couldn't be read, or not in full, at the earlier run</extracomment>
        <translation>קריא כעת: הקובץ היה מוכר ולא ניתן היה לקרוא אותו, או לא במלואו, בהרצה הקודמת</translation>
    </message>
    <message>
        <source>message:moved-program-changed</source>
        <extracomment>other version of Triage, in which a field of the query may mean something else</extracomment>
        <translation>גרסה אחרת של Triage, שבה ייתכן ששדה בשאילתה מציין דבר אחר</translation>
    </message>
    <message>
        <source>message:moved-purged</source>
        <extracomment>purged: no longer in scope</extracomment>
        <translation>הוסר: אינו עוד בתחום</translation>
    </message>
    <message>
        <source>message:moved-query-edited</source>
        <extracomment>query edited</extracomment>
        <translation>השאילתה נערכה</translation>
    </message>
    <message>
        <source>message:moved-query-read-differently</source>
        <extracomment>the same query is read differently by another version of the program</extracomment>
        <translation>אותה שאילתה נקראת אחרת בגרסה אחרת של התוכנה</translation>
    </message>
    <message>
        <source>message:moved-seal-changed</source>
        <extracomment>now excluded, or no longer excluded: it was sealed, or its seal was opened</extracomment>
        <translation>הוחרג או הוחזר: הפריט נחתם, או שהחותם שלו נפתח</translation>
    </message>
    <message>
        <source>message:moved-source-changed</source>
        <extracomment>source changed: its file has different content than at the earlier run</extracomment>
        <translation>המקור השתנה: תוכן הקובץ שונה משהיה בהרצה הקודמת</translation>
    </message>
    <message>
        <source>message:moved-superseded</source>
        <extracomment>superseded: its source has a later version of it</extracomment>
        <translation>הוחלף: במקור שלו יש גרסה מאוחרת שלו</translation>
    </message>
    <message>
        <source>message:moved-unexplained</source>
        <extracomment>not explained by anything on record: run triage verify</extracomment>
        <translation>אין ברשומות הסבר: הריצו triage verify</translation>
    </message>
    <message>
        <source>message:moved-vanished</source>
        <extracomment>vanished: no longer in its source</extracomment>
        <translation>נעלם: אינו עוד במקור שלו</translation>
    </message>
    <message>
        <source>message:msg-breaks-rules</source>
        <extracomment>The compound file is malformed ({error}); what could be read was kept.</extracomment>
        <translation>הקובץ המורכב מפר את כללי הפורמט ({error}); מה שניתן לקריאה נשמר.</translation>
    </message>
    <message>
        <source>message:msg-cut</source>
        <extracomment>The file ends too early; what could be read was kept.</extracomment>
        <translation>הקובץ מסתיים מוקדם מדי; מה שניתן לקריאה נשמר.</translation>
    </message>
    <message>
        <source>message:msg-stream-cut</source>
        <extracomment>The stream {name} ends too early; what is there was read.</extracomment>
        <translation>הזרם {name} מסתיים מוקדם מדי; מה שיש ממנו נקרא.</translation>
    </message>
    <message>
        <source>message:name-and-trouble</source>
        <extracomment>{name}: {trouble}</extracomment>
        <translation>{name}: {trouble}</translation>
    </message>
    <message>
        <source>message:name-missing</source>
        <extracomment>A name is missing.</extracomment>
        <translation>חסר שם.</translation>
    </message>
    <message>
        <source>message:name-not-field</source>
        <extracomment>{typed} isn't the name of a field here: it was read as a word</extracomment>
        <translation>{typed} אינו שם של שדה כאן: הוא נקרא כמילה</translation>
    </message>
    <message>
        <source>message:names-and-more</source>
        <extracomment>{names} and {count} more</extracomment>
        <translation>{names} ועוד {count}</translation>
    </message>
    <message>
        <source>message:names-too-new</source>
        <extracomment>names with letters that are newer than this Python, which may compare them otherwise: {count}</extracomment>
        <translation>שמות עם אותיות חדשות מ־Python הזה, שאולי משווה אותן אחרת: {count}</translation>
    </message>
    <message>
        <source>message:near-misses-undecided</source>
        <extracomment>Nothing has left. {count} strings are nearly redacted words, and aren't cut with them: {first}. Decide on each: in the window, begin again; on the command line, write them into a file with --dry-run --csv FILE, write redact or accept into its first column, and give it with --decisions FILE.</extracomment>
        <translation>דבר לא יצא. {count} מחרוזות הן כמעט מילים שהושחרו, ואינן מושחרות עמן: {first}. החליטו על כל אחת: בחלון, התחילו שוב; בשורת הפקודה, כתבו אותן לקובץ בעזרת ⁦--dry-run --csv FILE⁩, כתבו ⁦redact⁩ או ⁦accept⁩ בעמודה הראשונה, ומסרו אותו בעזרת ⁦--decisions FILE⁩.</translation>
    </message>
    <message>
        <source>message:near-not-as-made</source>
        <extracomment>the case's file of near-duplicates isn't the one on record, and isn't used: is:near-duplicate finds nothing, and lists count none (triage near makes it anew)</extracomment>
        <translation>קובץ הפריטים הכמעט זהים של התיק אינו זה שבתיעוד, ואינו בשימוש: is:near-duplicate אינו מוצא דבר, והרשימות אינן סופרות אף פריט (triage near יוצר אותו מחדש)</translation>
    </message>
    <message>
        <source>message:near-not-looked-for</source>
        <extracomment>is:near-duplicate finds nothing yet: no texts were compared (triage near does)</extracomment>
        <translation>is:near-duplicate עדיין לא מוצא דבר: לא הושוו טקסטים (triage near משווה אותם)</translation>
    </message>
    <message>
        <source>message:needs-annex-and-ledgers</source>
        <extracomment>it takes the annex, and both ledgers</extracomment>
        <translation>דרושים הנספח ושני הפנקסים</translation>
    </message>
    <message>
        <source>message:nested-too-deeply</source>
        <extracomment>Its parts are nested too deeply to read.</extracomment>
        <translation>חלקיו מקוננים עמוק מכדי לקרוא.</translation>
    </message>
    <message>
        <source>message:newer-program-unnamed</source>
        <extracomment>a version of Triage that it doesn't name</extracomment>
        <translation>גרסה של Triage שאינה נקובה בו</translation>
    </message>
    <message>
        <source>message:no-batch-free</source>
        <extracomment>No batch is free: all are checked out or completed. Create one with: triage batch new CASE</extracomment>
        <translation>אין אצווה פנויה: כולן נלקחו או הושלמו. יש ליצור חדשה.</translation>
    </message>
    <message>
        <source>message:no-bytes-came</source>
        <extracomment>no data came out</extracomment>
        <translation>לא הגיעו בתים</translation>
    </message>
    <message>
        <source>message:no-case</source>
        <extracomment>{path} isn't a case: it has no {file}. Create one with: triage new CASE --allow DIR ...</extracomment>
        <translation>{path} אינו תיק: אין בו {file}. יוצרים תיק עם: ⁦triage new CASE --allow DIR ...⁩</translation>
    </message>
    <message>
        <source>message:no-date</source>
        <extracomment>'{typed}' isn't a date: write 2023, 2023-05, 2023-05-02 or, for an hour, 2023-05-02T10.</extracomment>
        <translation>'{typed}' אינו תאריך: יש לכתוב 2023, 2023-05, 2023-05-02 או, לשעה, 2023-05-02T10.</translation>
    </message>
    <message>
        <source>message:no-decision-file</source>
        <extracomment>it isn't a decision file: triage merge CASE --write FILE writes one</extracomment>
        <translation>זה אינו קובץ החלטות: יוצרים קובץ כזה עם ⁦triage merge CASE --write FILE⁩</translation>
    </message>
    <message>
        <source>message:no-export</source>
        <extracomment>{path} contains neither {manifest} nor {sums}: it isn't an export. Name an export's folder.</extracomment>
        <translation>ב־{path} אין {manifest} ואין {sums}: זה אינו ייצוא. יש לנקוב בתיקייה של ייצוא.</translation>
    </message>
    <message>
        <source>message:no-file</source>
        <extracomment>it isn't a file</extracomment>
        <translation>זה אינו קובץ</translation>
    </message>
    <message>
        <source>message:no-head-remembered</source>
        <extracomment>this login has signed no head of this case</extracomment>
        <translation>משתמש זה לא חתם על שום ראש של התיק</translation>
    </message>
    <message>
        <source>message:no-id-or-hash</source>
        <extracomment>'{typed}' isn't an id or a hash: those are at least 4 digits and letters a to f.</extracomment>
        <translation>'{typed}' אינו מזהה או גיבוב: אלה לפחות 4 ספרות ואותיות a עד f.</translation>
    </message>
    <message>
        <source>message:no-item-id</source>
        <extracomment>'{id}' isn't an item id: ids are up to 20 digits and letters a to f.</extracomment>
        <translation>'{id}' אינו מזהה פריט: מזהה הוא עד 20 ספרות ואותיות a עד f.</translation>
    </message>
    <message>
        <source>message:no-letter-to-look-up</source>
        <extracomment>'{typed}' has no letter or digit to look it up by.</extracomment>
        <translation>אין ב־'{typed}' אות או ספרה לחפש לפיהן.</translation>
    </message>
    <message>
        <source>message:no-letter-to-search</source>
        <extracomment>'{typed}' has no letter or digit, and only those are searched.</extracomment>
        <translation>אין ב־'{typed}' אות או ספרה, והחיפוש נעשה רק לפיהן.</translation>
    </message>
    <message>
        <source>message:no-longer-a-file</source>
        <extracomment>it is no longer a regular file</extracomment>
        <translation>הוא אינו עוד קובץ רגיל</translation>
    </message>
    <message>
        <source>message:no-near-duplicates</source>
        <extracomment>Nothing near {id} is known. Compare all texts first, with triage near CASE, or name a second item.</extracomment>
        <translation>לא ידוע על פריט דומה ל־{id}. תחילה יש להשוות את כל הטקסטים עם triage near CASE, או לציין פריט שני.</translation>
    </message>
    <message>
        <source>message:no-regular-expression</source>
        <extracomment>This isn't a regular expression: {error}.</extracomment>
        <translation>זה אינו ביטוי רגולרי: {error}.</translation>
    </message>
    <message>
        <source>message:no-regular-file</source>
        <extracomment>{path} is a link, pipe, socket or device in place of a file. It wasn't opened.</extracomment>
        <translation>{path} הוא קישור, צינור, שקע או התקן במקום קובץ. הוא לא נפתח.</translation>
    </message>
    <message>
        <source>message:no-room-for-copy</source>
        <extracomment>its {size} bytes have to be copied to {folder} before they are read, and the disk there is full</extracomment>
        <translation>לפני קריאתו יש להעתיק את {size} הבתים שלו אל {folder}, והדיסק שם מלא</translation>
    </message>
    <message>
        <source>message:no-run-yet</source>
        <extracomment>no run yet</extracomment>
        <translation>טרם הורץ</translation>
    </message>
    <message>
        <source>message:no-saved-search</source>
        <extracomment>There is no saved search '{name}'. Save one with: triage saved add CASE '{again}' QUERY</extracomment>
        <translation>אין חיפוש שמור '{name}'. שומרים בלוח חיפושים שמורים ({again}).</translation>
    </message>
    <message>
        <source>message:no-seal-tag</source>
        <extracomment>No tag in the palette seals. Add one with: triage tag palette CASE, or in the window.</extracomment>
        <translation>אף תגית מוצעת אינה חותמת. יש להוסיף תגית חותמת עם ⁦triage tag palette CASE⁩ או בחלון.</translation>
    </message>
    <message>
        <source>message:no-size</source>
        <extracomment>'{typed}' isn't a size: write 500, 10kb, 1.5mb or 2gb.</extracomment>
        <translation>'{typed}' אינו גודל: יש לכתוב 500, 10kb, 1.5mb או 2gb.</translation>
    </message>
    <message>
        <source>message:no-such-batch</source>
        <extracomment>There is no batch named '{name}'. There are: {known}.</extracomment>
        <translation>אין אצווה בשם '{name}'. יש: {known}.</translation>
    </message>
    <message>
        <source>message:no-such-day</source>
        <extracomment>There is no day '{typed}' in the calendar.</extracomment>
        <translation>אין יום '{typed}' בלוח השנה.</translation>
    </message>
    <message>
        <source>message:no-such-engine</source>
        <extracomment>There is no engine '{name}'. There are: {known}.</extracomment>
        <translation>אין מנוע '{name}'. יש: {known}.</translation>
    </message>
    <message>
        <source>message:no-such-item</source>
        <extracomment>The case has no item number {number}.</extracomment>
        <translation>אין בתיק פריט מספר {number}.</translation>
    </message>
    <message>
        <source>message:no-such-item-nothing-changed</source>
        <extracomment>The case has no item number {number}. Nothing was changed.</extracomment>
        <translation>אין בתיק פריט מספר {number}. דבר לא שונה.</translation>
    </message>
    <message>
        <source>message:no-such-load-profile</source>
        <extracomment>There is no load file profile named '{name}'. There are: {known}.</extracomment>
        <translation>אין פרופיל של קובצי טעינה בשם '{name}'. קיימים: {known}.</translation>
    </message>
    <message>
        <source>message:no-such-name</source>
        <extracomment>'{name}' isn't among the candidates. See them with: triage names CASE; or save a search: triage saved add CASE '{again}' QUERY</extracomment>
        <translation>'{name}' אינו בין המועמדים. לרשימה: triage names CASE; או לשמירת חיפוש: triage saved add CASE '{again}' QUERY</translation>
    </message>
    <message>
        <source>message:no-such-period</source>
        <extracomment>'{period}' is no month and no week. Write a month as 2023-05, a week as the day on which it begins: 2023-05-01.</extracomment>
        <translation>'{period}' אינו חודש ואינו שבוע. כתבו חודש כך: 2023-05, ושבוע לפי היום שבו הוא מתחיל: 2023-05-01.</translation>
    </message>
    <message>
        <source>message:no-such-person</source>
        <extracomment>No message is from or to '{name}'. See who is with: triage people CASE</extracomment>
        <translation>אין הודעה מ-'{name}' או אליו. כדי לראות מי יש: triage people CASE</translation>
    </message>
    <message>
        <source>message:no-such-production</source>
        <extracomment>The protocol says that this production replaces '{name}', but there is no production of that name.</extracomment>
        <translation>לא רשומה הפקה בשם '{name}', שהפקה זו אמורה להחליף.</translation>
    </message>
    <message>
        <source>message:no-such-profile</source>
        <extracomment>There is no profile of reports named '{name}'. There are: {known}.</extracomment>
        <translation>אין פרופיל דוחות בשם '{name}'. קיימים: {known}.</translation>
    </message>
    <message>
        <source>message:no-such-root</source>
        <extracomment>The scope has no [[allow]] with id '{root}'. Put it back into scope.toml.</extracomment>
        <translation>אין בתחום [[allow]] עם המזהה '{root}'. יש להחזיר אותו אל scope.toml.</translation>
    </message>
    <message>
        <source>message:no-such-run</source>
        <extracomment>'{name}' has no run {number}. List its runs with: triage saved list CASE '{name}'</extracomment>
        <translation>ל־'{name}' אין הרצה {number}. את הרצותיו מציגים עם: ⁦triage saved list CASE '{name}'⁩</translation>
    </message>
    <message>
        <source>message:no-such-sample</source>
        <extracomment>There is no sample named '{name}'. There are: {known}.</extracomment>
        <translation>אין מדגם בשם '{name}'. יש: {known}.</translation>
    </message>
    <message>
        <source>message:no-such-scope-version</source>
        <extracomment>The scope has no version {number}. There are: {known}.</extracomment>
        <translation>לתחום אין גרסה {number}. אלה הגרסאות: {known}.</translation>
    </message>
    <message>
        <source>message:no-such-seal-tag</source>
        <extracomment>No tag '{name}' in the palette seals. Add one with: triage tag palette CASE, or in the window.</extracomment>
        <translation>אין בין התגיות המוצעות תגית '{name}' שחותמת. יש להוסיף תגית חותמת עם ⁦triage tag palette CASE⁩ או בחלון.</translation>
    </message>
    <message>
        <source>message:no-such-setting</source>
        <extracomment>{path}: there is no setting '{key}'. The settings are: {known}.</extracomment>
        <translation>{path}: אין הגדרה '{key}'. ההגדרות הן: {known}.</translation>
    </message>
    <message>
        <source>message:no-such-suggestion</source>
        <extracomment>No suggestion has the id '{id}'. See them with: triage people CASE --suggestions</extracomment>
        <translation>לאף הצעה אין המזהה '{id}'. כדי לראות אותן: triage people CASE --suggestions</translation>
    </message>
    <message>
        <source>message:no-text-beside-distance</source>
        <extracomment>{typed} isn't text: {operator} joins words.</extracomment>
        <translation>{typed} אינו טקסט: {operator} מחבר מילים.</translation>
    </message>
    <message>
        <source>message:no-value</source>
        <extracomment>none</extracomment>
        <translation>אין</translation>
    </message>
    <message>
        <source>message:no-wildcard-struck-out</source>
        <extracomment>Only whole words can be struck out of a term, as in atlas*!(atlases), not {typed}.</extracomment>
        <translation>אפשר להחריג ממונח רק מילים שלמות, כמו atlas*!(atlases), ולא {typed}.</translation>
    </message>
    <message>
        <source>message:none-yet</source>
        <extracomment>none yet</extracomment>
        <translation>עדיין אין</translation>
    </message>
    <message>
        <source>message:not-a-checkpoint</source>
        <extracomment>it contains something else where a checkpoint should be</extracomment>
        <translation>במקום נקודת ביקורת יש בו דבר אחר</translation>
    </message>
    <message>
        <source>message:not-a-head</source>
        <extracomment>it isn't a head, or was changed</extracomment>
        <translation>זה אינו ראש, או שהוא שונה</translation>
    </message>
    <message>
        <source>message:not-a-public-key</source>
        <extracomment>this isn't the public line of an Ed25519 key: {line}</extracomment>
        <translation>זו אינה השורה הציבורית של מפתח ⁦Ed25519⁩: {line}</translation>
    </message>
    <message>
        <source>message:not-a-signed-note</source>
        <extracomment>it contains something else where a signed note should be</extracomment>
        <translation>במקום הודעה חתומה יש בו דבר אחר</translation>
    </message>
    <message>
        <source>message:not-beside-distance</source>
        <extracomment>NOT binds tighter than {operator}: for what isn't near write a NOT w/5 b or NOT (a w/5 b).</extracomment>
        <translation>NOT קושר חזק מ־{operator}: למה שאינו קרוב יש לכתוב a NOT w/5 b או NOT (a w/5 b).</translation>
    </message>
    <message>
        <source>message:not-protected</source>
        <extracomment>Not protected: {trial}.</extracomment>
        <translation>לא מוגן: {trial}.</translation>
    </message>
    <message>
        <source>message:not-shown</source>
        <extracomment>It can't be shown.</extracomment>
        <translation>לא ניתן להציג אותו.</translation>
    </message>
    <message>
        <source>message:note-too-long</source>
        <extracomment>The note has {size} characters; at most {most} are kept. Shorten it.</extracomment>
        <translation>בהערה {size} תווים; נשמרים לכל היותר {most}. יש לקצר אותה.</translation>
    </message>
    <message>
        <source>message:notes-database</source>
        <extracomment>a Notes database</extracomment>
        <translation>מסד נתונים של Notes</translation>
    </message>
    <message>
        <source>message:nothing-read</source>
        <extracomment>Nothing in it could be read as text, and no reason is known.</extracomment>
        <translation>דבר ממנו לא ניתן לקריאה כטקסט, והסיבה אינה ידועה.</translation>
    </message>
    <message>
        <source>message:nothing-read-yet</source>
        <extracomment>no run has come to its end yet</extracomment>
        <translation>אף הרצה עדיין לא הגיעה לסופה</translation>
    </message>
    <message>
        <source>message:nothing-to-produce</source>
        <extracomment>The query {query} finds nothing that hasn't been produced already. Nothing was recorded.</extracomment>
        <translation>השאילתה {query} אינה מוצאת דבר שלא הופק כבר, ולכן לא נרשם דבר.</translation>
    </message>
    <message>
        <source>message:nothing-to-strike-out</source>
        <extracomment>Words can be struck out only of a term that stands for several, as in atlas*!(atlases).</extracomment>
        <translation>אפשר להחריג מילים רק ממונח שמייצג כמה מילים, כמו atlas*!(atlases).</translation>
    </message>
    <message>
        <source>message:nothing-to-undo</source>
        <extracomment>There is nothing to undo: {who} has made no decision that still applies.</extracomment>
        <translation>אין מה לבטל: ל־{who} אין החלטה שעודנה עומדת.</translation>
    </message>
    <message>
        <source>message:numbers-used-up</source>
        <extracomment>The numbers with the prefix {prefix} and {digits} digits don't suffice for these documents. Agree on more digits, or on another prefix.</extracomment>
        <translation>יש יותר מסמכים ממספרים עם הקידומת {prefix} ו-{digits} ספרות. יש להסכים על יותר ספרות או על קידומת אחרת.</translation>
    </message>
    <message>
        <source>message:office-pages-off</source>
        <extracomment>Page images of documents are off. To have an installed LibreOffice draw them, put 'office_pages = 1' into {file} and open the case again.</extracomment>
        <translation>תמונות עמודים של מסמכים כבויות. כדי ש־LibreOffice מותקן יצייר אותן יש לכתוב 'office_pages = 1' בקובץ {file} ולפתוח את התיק מחדש.</translation>
    </message>
    <message>
        <source>message:old-excel-workbook</source>
        <extracomment>a workbook of Excel 2 to 4</extracomment>
        <translation>חוברת של Excel 2 עד 4</translation>
    </message>
    <message>
        <source>message:ole-file</source>
        <extracomment>an OLE file</extracomment>
        <translation>קובץ OLE</translation>
    </message>
    <message>
        <source>message:olm-attachment-shorter</source>
        <extracomment>Attachment {name} should have {stated} bytes, but has {actual} in the archive.</extracomment>
        <translation>לצרופה {name} יש {stated} בתים לפי ההודעה שלה, אך {actual} בארכיון.</translation>
    </message>
    <message>
        <source>message:olm-attachment-too-large</source>
        <extracomment>Attachment {name} is too large for its message; it is beside it in the archive.</extracomment>
        <translation>הצרופה {name} גדולה מכדי לעמוד בתוך ההודעה שלה; היא עומדת לצידה בארכיון.</translation>
    </message>
    <message>
        <source>message:olm-source-attachment-too-large</source>
        <extracomment>Attachment {name} of the message's source is too large; it was not read.</extracomment>
        <translation>הצרופה {name} שבמקור ההודעה גדולה מדי; היא לא נקראה.</translation>
    </message>
    <message>
        <source>message:olm-too-many-attachments</source>
        <extracomment>It has more than {count} attachments; the others are beside it in the archive.</extracomment>
        <translation>יש לו יותר מ־{count} צרופות; האחרות עומדות לצידו בארכיון.</translation>
    </message>
    <message>
        <source>message:olm-too-many-recipients</source>
        <extracomment>It has more than {count} recipients; the others are among its properties.</extracomment>
        <translation>יש לו יותר מ־{count} נמענים; האחרים מופיעים בין המאפיינים שלו.</translation>
    </message>
    <message>
        <source>message:onenote-cut</source>
        <extracomment>The OneNote file is truncated; what is there was read.</extracomment>
        <translation>קובץ ה־OneNote קטוע; מה שקיים בו נקרא.</translation>
    </message>
    <message>
        <source>message:onenote-encrypted</source>
        <extracomment>The OneNote section is encrypted; its pages were not read, and no password was tried.</extracomment>
        <translation>מקטע ה־OneNote מוצפן; דפיו לא נקראו, ולא מנסים עליו סיסמה.</translation>
    </message>
    <message>
        <source>message:onenote-entry-cut</source>
        <extracomment>an entry is truncated</extracomment>
        <translation>ערך קטוע</translation>
    </message>
    <message>
        <source>message:onenote-entry-size</source>
        <extracomment>the size of an entry is out of bounds</extracomment>
        <translation>גודלו של ערך חורג מהטווח</translation>
    </message>
    <message>
        <source>message:onenote-file-bytes</source>
        <extracomment>a file's bytes aren't where they should be</extracomment>
        <translation>בתים של קובץ אינם במקומם</translation>
    </message>
    <message>
        <source>message:onenote-files-beside</source>
        <extracomment>Files of these notes are in a folder beside them and were not read ({count}).</extracomment>
        <translation>קבצים של הפנקס מונחים בתיקייה שלצידו ולא נקראו ({count}).</translation>
    </message>
    <message>
        <source>message:onenote-files-cut</source>
        <extracomment>Files in the notes are truncated; what is there was kept.</extracomment>
        <translation>קבצים שבפנקס קטועים; מה שקיים מהם נשמר.</translation>
    </message>
    <message>
        <source>message:onenote-files-missing</source>
        <extracomment>Files of these notes can't be found ({count}).</extracomment>
        <translation>קבצים של הפנקס אינם נמצאים בו ({count}).</translation>
    </message>
    <message>
        <source>message:onenote-form-unknown</source>
        <extracomment>OneNote wrote this file in an unknown form; its loose strings were kept.</extracomment>
        <translation>OneNote כתב את הקובץ הזה במבנה שאינו מוכר; המחרוזות הבודדות שבו נשמרו.</translation>
    </message>
    <message>
        <source>message:onenote-fragments</source>
        <extracomment>A part of the OneNote file is stored in fragments, which were not reassembled.</extracomment>
        <translation>חלק מקובץ ה־OneNote שמור במקטעים, והם לא חוברו יחד.</translation>
    </message>
    <message>
        <source>message:onenote-list-broken</source>
        <extracomment>A list in the OneNote file is truncated ({what}).</extracomment>
        <translation>רשימה בקובץ ה־OneNote נקטעת ({what}).</translation>
    </message>
    <message>
        <source>message:onenote-log-unreadable</source>
        <extracomment>The log of the OneNote file's transactions can't be read to its end.</extracomment>
        <translation>אי אפשר לקרוא עד סופו את יומן הטרנזקציות של קובץ ה־OneNote.</translation>
    </message>
    <message>
        <source>message:onenote-next-piece</source>
        <extracomment>the next piece isn't where it should be</extracomment>
        <translation>הקטע הבא אינו במקומו</translation>
    </message>
    <message>
        <source>message:onenote-overlap</source>
        <extracomment>Objects of the OneNote file overlap; some of them were not read.</extracomment>
        <translation>אובייקטים בקובץ ה־OneNote חופפים זה את זה; חלקם לא נקראו.</translation>
    </message>
    <message>
        <source>message:onenote-page-missing</source>
        <extracomment>A page that the OneNote section lists can't be found in it.</extracomment>
        <translation>דף שמקטע ה־OneNote מונה אינו נמצא בו.</translation>
    </message>
    <message>
        <source>message:onenote-part-missing</source>
        <extracomment>A part of the OneNote file is missing.</extracomment>
        <translation>חלק מקובץ ה־OneNote חסר בו.</translation>
    </message>
    <message>
        <source>message:onenote-revision-missing</source>
        <extracomment>a revision is missing</extracomment>
        <translation>חסרה גרסה</translation>
    </message>
    <message>
        <source>message:onenote-too-many-revisions</source>
        <extracomment>The OneNote file has too many revisions; for some, loose strings were kept.</extracomment>
        <translation>בקובץ ה־OneNote גרסאות רבות מדי; מחלקן נשמרו מחרוזות בודדות.</translation>
    </message>
    <message>
        <source>message:onenote-torn</source>
        <extracomment>Parts of the OneNote file are damaged; their loose strings were kept.</extracomment>
        <translation>חלקים מקובץ ה־OneNote פגומים; המחרוזות הבודדות שבהם נשמרו.</translation>
    </message>
    <message>
        <source>message:opened-denied</source>
        <extracomment>it opens {name}, which {rule} denies in version {version} of the scope</extracomment>
        <translation>היא פותחת את {name}, ש־{rule} אוסר בגרסה {version} של התחום</translation>
    </message>
    <message>
        <source>message:opened-name-not-in-annex</source>
        <extracomment>it opens a file whose name isn't in the annex</extracomment>
        <translation>היא פותחת קובץ ששמו אינו בנספח</translation>
    </message>
    <message>
        <source>message:opened-outside-folder</source>
        <extracomment>it says that {rule} allows {name}, which isn't in that folder</extracomment>
        <translation>היא אומרת ש־{rule} מתיר את {name}, שאינו בתיקייה ההיא</translation>
    </message>
    <message>
        <source>message:opened-with-password</source>
        <extracomment>It was opened with the password on line {line} of the list.</extracomment>
        <translation>הוא נפתח בסיסמה שבשורה {line} של הרשימה.</translation>
    </message>
    <message>
        <source>message:operator-as-value</source>
        <extracomment>{field} needs a value; for the word itself write {again}"{typed}".</extracomment>
        <translation>ל־{field} דרוש ערך; למילה עצמה יש לכתוב {again}"{typed}".</translation>
    </message>
    <message>
        <source>message:operator-as-word</source>
        <extracomment>{typed} was read as a word: in another program it may be an operator</extracomment>
        <translation>{typed} נקרא כמילה: בתוכנה אחרת ייתכן שזהו אופרטור</translation>
    </message>
    <message>
        <source>message:operator-without-left-side</source>
        <extracomment>Nothing comes before {operator}: remove it; for the word itself write "{typed}".</extracomment>
        <translation>אין דבר לפני {operator}: יש להסיר אותו; למילה עצמה יש לכתוב "{typed}".</translation>
    </message>
    <message>
        <source>message:operator-without-right-side</source>
        <extracomment>Nothing follows {operator}: add what it should join, or remove it.</extracomment>
        <translation>אין דבר אחרי {operator}: יש להוסיף מה יחבר או להסיר אותו.</translation>
    </message>
    <message>
        <source>message:order-blind</source>
        <extracomment>A suggested order would reveal what was decided, and a blind sample is open. Close the sample, then order.</extracomment>
        <translation>סדר מוצע היה חושף מה הוחלט, ומדגם עיוור פתוח. סגרו את המדגם, ואז סדרו.</translation>
    </message>
    <message>
        <source>message:order-nothing-known</source>
        <extracomment>There is nothing to learn from: no item is tagged {tags} by a person's own decision, and no word was given that several items have. Tag a relevant item, or give words.</extracomment>
        <translation>אין ממה ללמוד: אף פריט אינו מתויג {tags} בהחלטה של אדם עצמו, ולא ניתנה מילה שיש בכמה פריטים. תייגו פריט רלוונטי, או תנו מילים.</translation>
    </message>
    <message>
        <source>message:order-tag-twice</source>
        <extracomment>The tag {tag} can't make an item both relevant and not relevant. Name it once.</extracomment>
        <translation>התג {tag} אינו יכול לעשות פריט גם רלוונטי וגם לא רלוונטי. ציינו אותו פעם אחת.</translation>
    </message>
    <message>
        <source>message:original-changed</source>
        <extracomment>The original of {name} has changed since it was indexed, so it isn't shown. Index again.</extracomment>
        <translation>המקור של {name} השתנה מאז שאונדקס ולכן אינו מוצג. יש לאנדקס שוב.</translation>
    </message>
    <message>
        <source>message:original-holds-denied</source>
        <extracomment>It holds something that the scope denies. If the scope no longer does, run triage index --retry denied-member.</extracomment>
        <translation>הוא מכיל דבר שהתחום אוסר. אם התחום אינו אוסר אותו עוד, יש להריץ triage index --retry denied-member.</translation>
    </message>
    <message>
        <source>message:original-holds-redacted</source>
        <extracomment>it holds an item that is redacted</extracomment>
        <translation>הוא מכיל פריט שהושחר</translation>
    </message>
    <message>
        <source>message:original-not-shown</source>
        <extracomment>The original of {name} can't be shown. {why}</extracomment>
        <translation>לא ניתן להציג את המקור של {name}. {why}</translation>
    </message>
    <message>
        <source>message:original-of-another-item</source>
        <extracomment>{path} isn't the file that was indexed as {id}.</extracomment>
        <translation>{path} אינו הקובץ שאונדקס כ־{id}.</translation>
    </message>
    <message>
        <source>message:original-redacted</source>
        <extracomment>it is redacted ({reasons})</extracomment>
        <translation>הוא הושחר ({reasons})</translation>
    </message>
    <message>
        <source>message:original-sealed</source>
        <extracomment>It is sealed.</extracomment>
        <translation>הוא חתום.</translation>
    </message>
    <message>
        <source>message:original-stays-sealed</source>
        <extracomment>This item is sealed, or something inside it is; its original stays closed.</extracomment>
        <translation>פריט זה חתום, או שמשהו בתוכו חתום; המקור שלו נשאר סגור.</translation>
    </message>
    <message>
        <source>message:originals-agree</source>
        <extracomment>Each original has the sha256 of its item (originals: {count}).</extracomment>
        <translation>לכל מקור ה־sha256 של הפריט שלו (מקורות: {count}).</translation>
    </message>
    <message>
        <source>message:originals-left-out</source>
        <extracomment>originals that are left out, with a reason: {count}</extracomment>
        <translation>מקורות שהושמטו, עם סיבה: {count}</translation>
    </message>
    <message>
        <source>message:originals-locked</source>
        <extracomment>Someone else is opening an original of this case just now. Try again in a moment.</extracomment>
        <translation>אדם אחר פותח כעת מקור של תיק זה. נסו שוב בעוד רגע.</translation>
    </message>
    <message>
        <source>message:orphan-possible</source>
        <extracomment>Not protected: a reader could outlive the program; it ends once its socket closes.</extracomment>
        <translation>לא מוגן: תהליך קריאה יכול להמשיך אחרי שהתוכנה הסתיימה; הוא מסתיים כשה־socket שלו נסגר.</translation>
    </message>
    <message>
        <source>message:other-bytes-follow</source>
        <extracomment>{count} bytes of something else follow</extracomment>
        <translation>אחריו באים {count} בתים של דבר אחר</translation>
    </message>
    <message>
        <source>message:other-program</source>
        <extracomment>a program</extracomment>
        <translation>תוכנה</translation>
    </message>
    <message>
        <source>message:outline-broken</source>
        <extracomment>Its outline can't be read.</extracomment>
        <translation>לא ניתן לקרוא את תוכן העניינים שלו.</translation>
    </message>
    <message>
        <source>message:outline-over-count</source>
        <extracomment>Its outline has more entries than were read.</extracomment>
        <translation>בתוכן העניינים שלו יותר ערכים מכפי שנקראו.</translation>
    </message>
    <message>
        <source>message:outlook-express-store</source>
        <extracomment>an Outlook Express store</extracomment>
        <translation>מאגר של Outlook Express</translation>
    </message>
    <message>
        <source>message:over-max-file</source>
        <extracomment>{size} bytes; max_file_mb is lower</extracomment>
        <translation>{size} בתים; max_file_mb נמוך מכך</translation>
    </message>
    <message>
        <source>message:pack200-archive</source>
        <extracomment>a Pack200 archive</extracomment>
        <translation>ארכיון Pack200</translation>
    </message>
    <message>
        <source>message:package-part-over-limit</source>
        <extracomment>The package unpacks to more than the limit; {name} was not read.</extracomment>
        <translation>החבילה נפרסת מעבר למגבלה; {name} לא נקרא.</translation>
    </message>
    <message>
        <source>message:package-parts-misplaced</source>
        <extracomment>{count} parts aren't where the directory says; {found} of them were found by name.</extracomment>
        <translation>{count} חלקים אינם במקום שספריית החבילה מציינת; {found} מהם נמצאו לפי שמם.</translation>
    </message>
    <message>
        <source>message:package-without-directory</source>
        <extracomment>The package has lost its directory ({error}); its parts were read one by one.</extracomment>
        <translation>לחבילה אבדה הספרייה ({error}); חלקיה נקראו אחד אחד.</translation>
    </message>
    <message>
        <source>message:package-without-parts</source>
        <extracomment>The package contains no parts.</extracomment>
        <translation>אין בחבילה אף חלק.</translation>
    </message>
    <message>
        <source>message:packed-ends-early</source>
        <extracomment>the compressed data ends too early</extracomment>
        <translation>הנתונים הדחוסים מסתיימים מוקדם מדי</translation>
    </message>
    <message>
        <source>message:page-as-stated</source>
        <extracomment>{file} is what {stated} and the scope come to, made again</extracomment>
        <translation>{file} הוא מה שיוצא מ־{stated} ומן התחום, שהופק מחדש</translation>
    </message>
    <message>
        <source>message:page-characters-lost</source>
        <extracomment>Characters that page {page} shows and that couldn't be read: {characters}.</extracomment>
        <translation>תווים שעמוד {page} מציג ולא ניתן היה לקרוא: {characters}.</translation>
    </message>
    <message>
        <source>message:page-content-damaged</source>
        <extracomment>Content of page {page} is damaged or missing: the text read of it may be incomplete.</extracomment>
        <translation>תוכן של עמוד {page} פגום או חסר: ייתכן שהטקסט שנקרא ממנו אינו מלא.</translation>
    </message>
    <message>
        <source>message:page-damaged</source>
        <extracomment>Page {page} is damaged and can't be read.</extracomment>
        <translation>עמוד {page} פגום ולא ניתן לקרוא אותו.</translation>
    </message>
    <message>
        <source>message:page-holds-film</source>
        <extracomment>A page contains a video; what is said or shown in it was not read.</extracomment>
        <translation>בעמוד יש סרטון; מה שנאמר או מוצג בו לא נקרא.</translation>
    </message>
    <message>
        <source>message:page-holds-recording</source>
        <extracomment>A page contains a recording; what is said or shown in it was not read.</extracomment>
        <translation>בעמוד יש הקלטה; מה שנאמר או מוצג בה לא נקרא.</translation>
    </message>
    <message>
        <source>message:page-holds-scene</source>
        <extracomment>A page contains a 3D scene; what is shown in it was not read.</extracomment>
        <translation>בעמוד יש תצוגה תלת־ממדית; מה שנאמר או מוצג בה לא נקרא.</translation>
    </message>
    <message>
        <source>message:page-holds-sound</source>
        <extracomment>A page contains a sound; what is said in it was not read.</extracomment>
        <translation>בעמוד יש קטע קול; מה שנאמר או מוצג בו לא נקרא.</translation>
    </message>
    <message>
        <source>message:page-needs-ocr</source>
        <extracomment>Page {page} shows pictures of text, which the optional extra 'ocr' reads.</extracomment>
        <translation>עמוד {page} מציג תמונות של טקסט; התוספת האופציונלית 'ocr' קוראת אותו.</translation>
    </message>
    <message>
        <source>message:page-not-recognised</source>
        <extracomment>Page {page} shows pictures of text, which was not read.</extracomment>
        <translation>עמוד {page} מציג תמונות של טקסט, והוא לא נקרא.</translation>
    </message>
    <message>
        <source>message:page-of-another-version</source>
        <extracomment>{file} is of another version of Triage and wasn't made again: use the verify.py of the folder</extracomment>
        <translation>{file} הוא של גרסה אחרת של Triage ולא הופק מחדש: יש להשתמש ב־verify.py שבתיקייה</translation>
    </message>
    <message>
        <source>message:page-out-of-time</source>
        <extracomment>Page {page} shows pictures of text, not read as the time for it ran out.</extracomment>
        <translation>עמוד {page} מציג תמונות של טקסט, והוא לא נקרא; הזמן לכך תם.</translation>
    </message>
    <message>
        <source>message:page-states-otherwise</source>
        <extracomment>{file} isn't the page that {stated} and the scope come to</extracomment>
        <translation>{file} אינו הדף שיוצא מ־{stated} ומן התחום</translation>
    </message>
    <message>
        <source>message:page-uncounted</source>
        <extracomment>What page {page} shows couldn't be counted: whether text is missing from it isn't known.</extracomment>
        <translation>לא ניתן היה לספור את מה שעמוד {page} מציג: לא ידוע אם חסר ממנו טקסט.</translation>
    </message>
    <message>
        <source>message:page-unsure</source>
        <extracomment>Page {page} shows text that was recognised with low confidence.</extracomment>
        <translation>עמוד {page} מציג טקסט שנקרא במכונה, והיא אינה בטוחה בו.</translation>
    </message>
    <message>
        <source>message:page-without-words</source>
        <extracomment>Page {page} shows a picture in which no text was recognised.</extracomment>
        <translation>עמוד {page} מציג תמונה שלא זוהה בה טקסט.</translation>
    </message>
    <message>
        <source>message:pages-characters-lost</source>
        <extracomment>Characters that {count} pages ({pages}) show and that couldn't be read: {characters}.</extracomment>
        <translation>תווים ש־{count} עמודים ({pages}) מציגים ולא ניתן היה לקרוא: {characters}.</translation>
    </message>
    <message>
        <source>message:pages-content-damaged</source>
        <extracomment>Content of {count} pages ({pages}) is damaged or missing: their text may be incomplete.</extracomment>
        <translation>תוכן של {count} עמודים ({pages}) פגום או חסר: ייתכן שהטקסט שלהם אינו מלא.</translation>
    </message>
    <message>
        <source>message:pages-damaged</source>
        <extracomment>Each of {count} pages ({pages}) is damaged and can't be read.</extracomment>
        <translation>כל אחד מ־{count} עמודים ({pages}) פגום ולא ניתן לקרוא אותו.</translation>
    </message>
    <message>
        <source>message:pages-need-ocr</source>
        <extracomment>Each of {count} pages ({pages}) shows pictures of text, which the optional extra 'ocr' reads.</extracomment>
        <translation>כל אחד מ־{count} עמודים ({pages}) מציג תמונות של טקסט; התוספת האופציונלית 'ocr' קוראת אותו.</translation>
    </message>
    <message>
        <source>message:pages-not-recognised</source>
        <extracomment>Each of {count} pages ({pages}) shows pictures of text, which was not read.</extracomment>
        <translation>כל אחד מ־{count} עמודים ({pages}) מציג תמונות של טקסט, והוא לא נקרא.</translation>
    </message>
    <message>
        <source>message:pages-out-of-time</source>
        <extracomment>Each of {count} pages ({pages}) shows pictures of text, not read as the time for it ran out.</extracomment>
        <translation>כל אחד מ־{count} עמודים ({pages}) מציג תמונות של טקסט, והוא לא נקרא; הזמן לכך תם.</translation>
    </message>
    <message>
        <source>message:pages-uncounted</source>
        <extracomment>What {count} pages ({pages}) show couldn't be counted: whether text is missing isn't known.</extracomment>
        <translation>לא ניתן היה לספור את מה ש־{count} עמודים ({pages}) מציגים: לא ידוע אם חסר טקסט.</translation>
    </message>
    <message>
        <source>message:pages-unsure</source>
        <extracomment>Each of {count} pages ({pages}) shows text that was recognised with low confidence.</extracomment>
        <translation>כל אחד מ־{count} עמודים ({pages}) מציג טקסט שנקרא במכונה, והיא אינה בטוחה בו.</translation>
    </message>
    <message>
        <source>message:pages-without-text</source>
        <extracomment>No text was found on its pages.</extracomment>
        <translation>לא נמצא טקסט בעמודיו.</translation>
    </message>
    <message>
        <source>message:pages-without-words</source>
        <extracomment>Each of {count} pages ({pages}) shows a picture in which no text was recognised.</extracomment>
        <translation>כל אחד מ־{count} עמודים ({pages}) מציג תמונה שלא זוהה בה טקסט.</translation>
    </message>
    <message>
        <source>message:palette-not-toml</source>
        <extracomment>{path} can't be read as TOML: {error}.</extracomment>
        <translation>לא ניתן לקרוא את {path} כ־TOML: {error}.</translation>
    </message>
    <message>
        <source>message:palette-size</source>
        <extracomment>A palette has 1 to {most} tags, not {count}.</extracomment>
        <translation>ניתן להציע 1 עד {most} תגיות, לא {count}.</translation>
    </message>
    <message>
        <source>message:palette-without-number</source>
        <extracomment>a version of the tags has no number</extracomment>
        <translation>לגרסה של התגיות המוצעות אין מספר</translation>
    </message>
    <message>
        <source>message:palette-without-tables</source>
        <extracomment>{path} has no [[tag]] tables. See one with: triage tag palette CASE --toml</extracomment>
        <translation>ב־{path} אין טבלאות [[tag]]. דוגמה מוצגת עם: ⁦triage tag palette CASE --toml⁩</translation>
    </message>
    <message>
        <source>message:parentheses-empty</source>
        <extracomment>These parentheses are empty.</extracomment>
        <translation>סוגריים אלה ריקים.</translation>
    </message>
    <message>
        <source>message:parenthesis-unclosed</source>
        <extracomment>This parenthesis isn't closed.</extracomment>
        <translation>סוגר זה אינו סגור.</translation>
    </message>
    <message>
        <source>message:parenthesis-unopened</source>
        <extracomment>This parenthesis closes nothing: remove it.</extracomment>
        <translation>סוגר זה אינו סוגר דבר: יש להסיר אותו.</translation>
    </message>
    <message>
        <source>message:part-broken</source>
        <extracomment>The part {name} can't be unpacked ({error}).</extracomment>
        <translation>לא ניתן לפרוס את החלק {name} ({error}).</translation>
    </message>
    <message>
        <source>message:part-broken-off</source>
        <extracomment>The part {name} can't be unpacked further ({error}).</extracomment>
        <translation>לא ניתן להמשיך ולפרוס את החלק {name} ({error}).</translation>
    </message>
    <message>
        <source>message:part-external</source>
        <extracomment>A part of the mail is stored elsewhere and was not fetched: {place}</extracomment>
        <translation>חלק מהדואר נמצא במקום אחר ולא הובא: {place}</translation>
    </message>
    <message>
        <source>message:part-not-decrypted</source>
        <extracomment>The part {name} can't be decrypted ({error}).</extracomment>
        <translation>לא ניתן לפענח את החלק {name} ({error}).</translation>
    </message>
    <message>
        <source>message:part-over-ratio</source>
        <extracomment>The part {name} unpacks to far more than its size; its start was read.</extracomment>
        <translation>החלק {name} נפרס להרבה יותר מגודלו; תחילתו נקראה.</translation>
    </message>
    <message>
        <source>message:part-too-large</source>
        <extracomment>The part {name} is too large; its start was read.</extracomment>
        <translation>החלק {name} גדול מדי; תחילתו נקראה.</translation>
    </message>
    <message>
        <source>message:parts-not-there</source>
        <extracomment>The message says that it has parts, but none was found; it was read as one text.</extracomment>
        <translation>ההודעה מצהירה על חלקים, אך לא נמצא אף אחד; היא נקראה כטקסט אחד.</translation>
    </message>
    <message>
        <source>message:passage-not-there</source>
        <extracomment>The passage isn't at this position in the item's text, so it wasn't marked. Open the item again and select the words anew.</extracomment>
        <translation>הקטע אינו נמצא במקום הזה בטקסט של הפריט, ולכן לא סומן. יש לפתוח את הפריט שוב ולבחור את המילים מחדש.</translation>
    </message>
    <message>
        <source>message:passage-too-long</source>
        <extracomment>The passage has {size} characters; at most {most} can be marked. Select less, or mark it in pieces.</extracomment>
        <translation>בקטע {size} תווים; אפשר לסמן לכל היותר {most}. יש לבחור פחות, או לסמן בחלקים.</translation>
    </message>
    <message>
        <source>message:passphrase-unreadable</source>
        <extracomment>The passphrase file {path} can't be used: {error}.</extracomment>
        <translation>לא ניתן להשתמש בקובץ הסיסמה {path}: {error}.</translation>
    </message>
    <message>
        <source>message:password-needed-given</source>
        <extracomment>It needs a password to open; none of those given works.</extracomment>
        <translation>נדרשת סיסמה לפתיחה; אף אחת מאלה שניתנו אינה מתאימה.</translation>
    </message>
    <message>
        <source>message:password-needed-tried</source>
        <extracomment>It needs a password to open; none of those tried works.</extracomment>
        <translation>נדרשת סיסמה לפתיחה; אף אחת מאלה שנוסו אינה מתאימה.</translation>
    </message>
    <message>
        <source>message:passwords-out-of-time</source>
        <extracomment>The time for trying passwords ran out; the last {left} of {all} were not tried.</extracomment>
        <translation>הזמן לניסוי סיסמאות תם; {left} האחרונות מתוך {all} לא נוסו.</translation>
    </message>
    <message>
        <source>message:passwords-unreadable</source>
        <extracomment>The passwords can't be read from {path}: {error}. It takes text in UTF-8, one a line.</extracomment>
        <translation>לא ניתן לקרוא את הסיסמאות מ־{path}: {error}. נדרש טקסט UTF-8, סיסמה אחת בשורה.</translation>
    </message>
    <message>
        <source>message:past-items-left-out</source>
        <extracomment>superseded or vanished items that also match: {count}; to see them, add AND (is:superseded OR is:vanished)</extracomment>
        <translation>עוד {count} פריטים שהוחלפו או נעלמו מתאימים; כדי לראות אותם יש להוסיף AND (is:superseded OR is:vanished)</translation>
    </message>
    <message>
        <source>message:path-denied</source>
        <extracomment>{path} is denied by the rule '{rule}' of scope.toml and was not opened.</extracomment>
        <translation>{path} אסור לפי הכלל '{rule}' של scope.toml ולא נפתח.</translation>
    </message>
    <message>
        <source>message:path-leads-out</source>
        <extracomment>{folder}/{path} leads out of the allowed root '{root}' and was not opened.</extracomment>
        <translation>⁦{folder}/{path}⁩ מוביל אל מחוץ לשורש המותר '{root}' ולא נפתח.</translation>
    </message>
    <message>
        <source>message:path-outside-scope</source>
        <extracomment>{path} is outside the scope and was not opened. To read it, scope.toml needs an [[allow]] whose path is {folder} or a folder above it, with its custodian and its basis.</extracomment>
        <translation>{path} מחוץ לתחום ולא נפתח. כדי לקרוא אותו דרוש ב־scope.toml‏ [[allow]] שהנתיב שלו הוא {folder} או תיקייה שמעליה, עם המשמורן והבסיס שלו.</translation>
    </message>
    <message>
        <source>message:path-unopened</source>
        <extracomment>{folder}/{path} can't be opened ({error}).</extracomment>
        <translation>לא ניתן לפתוח את ⁦{folder}/{path}⁩ ({error}).</translation>
    </message>
    <message>
        <source>message:pdf-ends-early</source>
        <extracomment>It ends before its end mark; the objects that could be found were read.</extracomment>
        <translation>הוא מסתיים לפני סימן הסוף; האובייקטים שנמצאו נקראו.</translation>
    </message>
    <message>
        <source>message:pdf-security-handler</source>
        <extracomment>It is protected by a security handler that needs a key or a server.</extracomment>
        <translation>הוא מוגן במנגנון אבטחה הדורש מפתח או שרת.</translation>
    </message>
    <message>
        <source>message:pdf-stream-unreadable</source>
        <extracomment>{name} can't be read.</extracomment>
        <translation>לא ניתן לקרוא את {name}.</translation>
    </message>
    <message>
        <source>message:pdf-unreadable</source>
        <extracomment>PDFium can't read it, and no page can be found in it.</extracomment>
        <translation>PDFium אינו יכול לקרוא אותו, ולא נמצא בו אף עמוד.</translation>
    </message>
    <message>
        <source>message:pgp-encrypted</source>
        <extracomment>The content is encrypted or compressed with PGP and was not read; it needs the recipient's key.</extracomment>
        <translation>התוכן מוצפן או דחוס ב־PGP ולא נקרא; דרוש המפתח של הנמען.</translation>
    </message>
    <message>
        <source>message:pgp-message</source>
        <extracomment>a PGP message</extracomment>
        <translation>הודעת PGP</translation>
    </message>
    <message>
        <source>message:phrase-empty</source>
        <extracomment>The phrase is empty.</extracomment>
        <translation>הצירוף ריק.</translation>
    </message>
    <message>
        <source>message:picture-metadata-unreadable</source>
        <extracomment>The picture's metadata can't be read ({error}).</extracomment>
        <translation>לא ניתן לקרוא את נתוני התיאור של התמונה ({error}).</translation>
    </message>
    <message>
        <source>message:picture-needs-ocr</source>
        <extracomment>It is a picture; the optional extra 'ocr' reads the text that it shows.</extracomment>
        <translation>זו תמונה; את הטקסט שהיא מציגה קוראת התוספת האופציונלית 'ocr'.</translation>
    </message>
    <message>
        <source>message:picture-not-recognised</source>
        <extracomment>It is a picture; any text that it shows was not read.</extracomment>
        <translation>זו תמונה; הטקסט שהיא מציגה לא נקרא.</translation>
    </message>
    <message>
        <source>message:picture-unsure</source>
        <extracomment>It is a picture; the text that it shows was recognised with low confidence.</extracomment>
        <translation>זו תמונה; הטקסט שהיא מציגה נקרא במכונה, והיא אינה בטוחה בו.</translation>
    </message>
    <message>
        <source>message:picture-without-words</source>
        <extracomment>It is a picture, in which no text was recognised.</extracomment>
        <translation>זו תמונה, ולא זוהה בה טקסט.</translation>
    </message>
    <message>
        <source>message:pictures-only</source>
        <extracomment>It contains pictures and no other text; text in the pictures was not read.</extracomment>
        <translation>יש בו תמונות ואינו מציג טקסט אחר; הטקסט שבתמונות לא נקרא.</translation>
    </message>
    <message>
        <source>message:piece-of-mail</source>
        <extracomment>This is piece {number} of {total} of a mail that was sent in pieces; look for the others.</extracomment>
        <translation>זהו קטע {number} מתוך {total} של דואר שנשלח בקטעים; יש לחפש את האחרים.</translation>
    </message>
    <message>
        <source>message:place-byte</source>
        <extracomment>byte {byte} of {size}</extracomment>
        <translation>בית {byte} מתוך {size}</translation>
    </message>
    <message>
        <source>message:place-character</source>
        <extracomment>character {count} of its text</extracomment>
        <translation>תו {count} של הטקסט שלו</translation>
    </message>
    <message>
        <source>message:place-member</source>
        <extracomment>member {count} of its list</extracomment>
        <translation>קובץ {count} ברשימה שלו</translation>
    </message>
    <message>
        <source>message:place-not-given</source>
        <extracomment>a place that isn't stated</extracomment>
        <translation>מקום שאינו מצוין</translation>
    </message>
    <message>
        <source>message:place-page</source>
        <extracomment>page {page} of {pages}</extracomment>
        <translation>עמוד {page} מתוך {pages}</translation>
    </message>
    <message>
        <source>message:place-row</source>
        <extracomment>row {row} of sheet {sheet}, empty ones apart</extracomment>
        <translation>שורה {row} בגיליון {sheet}, ללא הריקים</translation>
    </message>
    <message>
        <source>message:powerpoint-document-missing</source>
        <extracomment>Its document record is missing; the slides that could be found were read.</extracomment>
        <translation>רשומת המסמך חסרה; השקופיות שנמצאו נקראו.</translation>
    </message>
    <message>
        <source>message:powerpoint-old</source>
        <extracomment>It was written by PowerPoint 95 or earlier; its text was read without the layout of its slides.</extracomment>
        <translation>הוא נכתב ב־PowerPoint 95 או לפניו; הטקסט נקרא ללא פריסת השקופיות.</translation>
    </message>
    <message>
        <source>message:powerpoint-records-too-long</source>
        <extracomment>Records claim more bytes than there are; text was looked for around them as well.</extracomment>
        <translation>רשומות טוענות ליותר בתים מכפי שיש; טקסט נבדק גם סביבן.</translation>
    </message>
    <message>
        <source>message:powerpoint-stray-text</source>
        <extracomment>Only the first {most} places that may contain stray text were read.</extracomment>
        <translation>נקראו רק {most} המקומות הראשונים שעשוי להיות בהם טקסט תועה.</translation>
    </message>
    <message>
        <source>message:powerpoint-stream-unreadable</source>
        <extracomment>Its document stream is empty or unreadable; the file's loose strings were kept.</extracomment>
        <translation>זרם המסמך ריק או שלא ניתן לקריאה; המחרוזות הבודדות של הקובץ נשמרו.</translation>
    </message>
    <message>
        <source>message:problem-code-bad</source>
        <extracomment>There is no Problem code '{code}'. The codes are: {known}.</extracomment>
        <translation>אין קוד בעיה '{code}'. הקודים הם: {known}.</translation>
    </message>
    <message>
        <source>message:problems-left-out</source>
        <extracomment>{count} more problems of this kind.</extracomment>
        <translation>עוד {count} בעיות מסוג זה.</translation>
    </message>
    <message>
        <source>message:production-decisions-changed</source>
        <extracomment>{count} documents of the production '{name}' have been withheld, redacted or released since it was recorded, or contain one that has. Nothing was produced. Choose another name.</extracomment>
        <translation>{count} מסמכים של ההפקה '{name}' עוכבו, הושחרו או שוחררו מאז שנרשמה, או מכילים מסמך כזה. דבר לא הופק. יש לבחור שם אחר.</translation>
    </message>
    <message>
        <source>message:production-families</source>
        <extracomment>Nothing was produced. {count} of the items are in a family with an item that is withheld as privileged. The first: {first}. Decide what to do with them: in the window, produce again; on the command line, add --privileged withhold or --privileged include.</extracomment>
        <translation>שום דבר לא הופק. {count} מהפריטים נמצאים במשפחה עם פריט שמסירתו נמנעת בשל חיסיון. הראשונים: {first}. החליטו מה לעשות בהם: בחלון, הפיקו שוב; בשורת הפקודה, הוסיפו ⁦--privileged withhold⁩ או ⁦--privileged include⁩.</translation>
    </message>
    <message>
        <source>message:production-file-of-row-missing</source>
        <extracomment>The load file names {path} for {number}, and there is no such file in the volume.</extracomment>
        <translation>קובץ הטעינה מציין את {path} עבור {number}, ואין קובץ כזה בכרך.</translation>
    </message>
    <message>
        <source>message:production-file-unnamed</source>
        <extracomment>{path} isn't named in any load file.</extracomment>
        <translation>אף קובץ טעינה אינו מציין את {path}.</translation>
    </message>
    <message>
        <source>message:production-image-lines-differ</source>
        <extracomment>The image file doesn't have a line for each document in the order of the load file; the first one it lacks is {number}.</extracomment>
        <translation>בקובץ התמונות אין שורה לכל מסמך לפי סדר קובץ הטעינה; הראשון שחסר הוא {number}.</translation>
    </message>
    <message>
        <source>message:production-load-files-match</source>
        <extracomment>{documents} documents have consecutive numbers, a line in both load files, and the files that these name.</extracomment>
        <translation>ל-{documents} מסמכים יש מספרים רצופים, שורה בשני קובצי הטעינה, והקבצים שהם מציינים.</translation>
    </message>
    <message>
        <source>message:production-name-taken</source>
        <extracomment>There is a production named '{name}' already. Choose another name; to resume an unfinished one, use exactly the same protocol.</extracomment>
        <translation>הפקה בשם '{name}' כבר רשומה. יש לתת להפקה זו שם אחר; כדי להמשיך בהפקה שלא הושלמה יש להשתמש באותו פרוטוקול, מילה במילה.</translation>
    </message>
    <message>
        <source>message:production-no-pages</source>
        <extracomment>Items of the type {media} have no pages.</extracomment>
        <translation>לסוג שלו, {media}, אין עמודים.</translation>
    </message>
    <message>
        <source>message:production-not-on-record</source>
        <extracomment>the case has no production on record whose checksum is {sha256}: this one was changed, made again, or is of another case</extracomment>
        <translation>אין בתיק הפקה רשומה שסכום הביקורת שלה הוא {sha256}: ההפקה הזאת שונתה, הופקה מחדש, או שהיא של תיק אחר</translation>
    </message>
    <message>
        <source>message:production-number-gap</source>
        <extracomment>The number {number} doesn't follow the one before it.</extracomment>
        <translation>המספר {number} אינו עוקב למספר שלפניו.</translation>
    </message>
    <message>
        <source>message:production-number-odd</source>
        <extracomment>{number} isn't a document's number.</extracomment>
        <translation>‏{number} אינו מספר של מסמך.</translation>
    </message>
    <message>
        <source>message:production-number-twice</source>
        <extracomment>The number {number} occurs twice.</extracomment>
        <translation>המספר {number} מופיע פעמיים.</translation>
    </message>
    <message>
        <source>message:production-of-no-case</source>
        <extracomment>{path} isn't a case. A production is compared with the case that it left: name the case's folder.</extracomment>
        <translation>{path} אינו תיק. הפקה מושווית לתיק שממנו יצאה: יש לציין את תיקיית התיק.</translation>
    </message>
    <message>
        <source>message:production-on-record</source>
        <extracomment>it is the production '{name}', as the case has it on record</extracomment>
        <translation>זו ההפקה '{name}', כפי שהיא רשומה בתיק</translation>
    </message>
    <message>
        <source>message:production-pages-changed</source>
        <extracomment>It had {before} pages when numbers were reserved and has {now} now.</extracomment>
        <translation>היו לו {before} עמודים כשהמספרים נשמרו, ועכשיו יש לו {now}.</translation>
    </message>
    <message>
        <source>message:production-privileged</source>
        <extracomment>{count} of the items to produce are tagged {tags}, have the content of such an item or contain one, and the protocol doesn't withhold them. Nothing was produced. Add the tag to [withhold], with the basis, or remove it from the items.</extracomment>
        <translation>{count} מהפריטים להפקה מתויגים {tags}, זהים בתוכנם לפריט כזה או מכילים פריט כזה, והפרוטוקול אינו מעכב אותם. דבר לא הופק. יש להוסיף את התגית ל-[withhold], עם העילה, או להסיר אותה מהפריטים.</translation>
    </message>
    <message>
        <source>message:production-sheet-undrawn</source>
        <extracomment>A slip sheet couldn't be rendered: {why} Nothing was produced. Try again; the numbers stay reserved.</extracomment>
        <translation>לא ניתן היה לצייר דף מידע: {why} דבר לא הופק. יש לנסות שוב; המספרים נשארים שמורים.</translation>
    </message>
    <message>
        <source>message:production-without-volume</source>
        <extracomment>there is no volume with a load file</extracomment>
        <translation>אין כרך עם קובץ טעינה</translation>
    </message>
    <message>
        <source>message:proof-audit</source>
        <extracomment>{rows} rows, {given} of which can be read here</extracomment>
        <translation>{rows} שורות, ומהן {given} ניתנות לקריאה כאן</translation>
    </message>
    <message>
        <source>message:proof-counts</source>
        <extracomment>as {file} states them; it also says, unchecked: made by {program}; it covers {covers}</extracomment>
        <translation>כפי ש־{file} מציין; הוא גם אומר, ללא בדיקה: הופק בידי {program}; הוא מכסה {covers}</translation>
    </message>
    <message>
        <source>message:proof-does-not-hold</source>
        <extracomment>The proof doesn't hold: {why}. It was deleted. Verify the case, and try again.</extracomment>
        <translation>ההוכחה אינה תקפה: {why}. היא נמחקה. יש לאמת את התיק ולנסות שוב.</translation>
    </message>
    <message>
        <source>message:proof-first-head</source>
        <extracomment>unsigned until the last head</extracomment>
        <translation>לא חתום עד הראש האחרון</translation>
    </message>
    <message>
        <source>message:proof-head-wrong</source>
        <extracomment>{file}: {why}</extracomment>
        <translation>{file}: {why}</translation>
    </message>
    <message>
        <source>message:proof-heads</source>
        <extracomment>{heads} heads with {signatures} signatures, by {keys}</extracomment>
        <translation>{heads} ראשים עם {signatures} חתימות, בידי {keys}</translation>
    </message>
    <message>
        <source>message:proof-hides-rows</source>
        <extracomment>{file} states other rows of the audit that can be read here than there are: one is hidden, or was put in</extracomment>
        <translation>{file} מציין שורות אחרות של יומן הביקורת שניתנות לקריאה כאן מאלה שיש: אחת הוסתרה או הוכנסה</translation>
    </message>
    <message>
        <source>message:proof-ledger</source>
        <extracomment>{lines} lines, each follows from the one before; runs: {runs}; files opened, each as it was allowed: {opens}; bytes read: {bytes}; unreadable: {failed}; refused: {denied}; from {first} to {last}</extracomment>
        <translation>{lines} שורות, כל אחת נובעת מזו שלפניה; הרצות: {runs}; קבצים שנפתחו, כל אחד כפי שהותר: {opens}; בתים שנקראו: {bytes}; לא קריאים: {failed}; סירובים: {denied}; מ־{first} עד {last}</translation>
    </message>
    <message>
        <source>message:proof-names-another-case</source>
        <extracomment>{file} names another case than the heads</extracomment>
        <translation>{file} מציין תיק אחר מן הראשים</translation>
    </message>
    <message>
        <source>message:proof-not-written</source>
        <extracomment>{path} exists, or its folder doesn't. Choose a new name in a folder that exists.</extracomment>
        <translation>{path} כבר קיים, או שהתיקייה שלו אינה קיימת. יש לבחור שם חדש בתיקייה קיימת.</translation>
    </message>
    <message>
        <source>message:proof-seen</source>
        <extracomment>heads that others have signed or time-stamped: {heads}, the first one of {time} by the record's own clock; the record could have been made anew before that. Whether these keys are other people's, and the stamps genuine, can't be told from this folder: ask them for the head that they kept, and give it with --head</extracomment>
        <translation>ראשים שאחרים חתמו עליהם או הטביעו בהם חותמת זמן: {heads}, הראשון ב־{time} לפי שעון הרישום עצמו; לפני כן היה אפשר ליצור את הרישום מחדש. אם המפתחות האלה הם של אנשים אחרים והחותמות אמיתיות אי אפשר לדעת מהתיקייה הזאת: בקשו מהם את הראש ששמרו, וציינו אותו עם --head</translation>
    </message>
    <message>
        <source>message:proof-signed-by-another</source>
        <extracomment>it is signed by {key}, which signed no head of this case</extracomment>
        <translation>הוא חתום במפתח {key}, שלא חתם על שום ראש של התיק הזה</translation>
    </message>
    <message>
        <source>message:proof-states-other-counts</source>
        <extracomment>{file} states other counts than the logs come to</extracomment>
        <translation>{file} מציין מספרים אחרים ממה שיוצא מן היומנים</translation>
    </message>
    <message>
        <source>message:proof-states-other-history</source>
        <extracomment>{file} states other heads that others hold, or another beginning of the record, than the logs come to</extracomment>
        <translation>{file} מציין ראשים אחרים שבידי אחרים, או התחלה אחרת של הרישום, ממה שיוצא מן היומנים</translation>
    </message>
    <message>
        <source>message:proof-unseen</source>
        <extracomment>nobody else has seen this record: whoever signed it could have made all of it anew</extracomment>
        <translation>איש אחר לא ראה את הרישום הזה: מי שחתם עליו היה יכול ליצור את כולו מחדש</translation>
    </message>
    <message>
        <source>message:proof-unsigned-until</source>
        <extracomment>unsigned until {time}</extracomment>
        <translation>לא חתום עד {time}</translation>
    </message>
    <message>
        <source>message:properties-not-decrypted</source>
        <extracomment>Its encrypted properties can't be read ({error}).</extracomment>
        <translation>לא ניתן לקרוא את המאפיינים המוצפנים שלו ({error}).</translation>
    </message>
    <message>
        <source>message:protected-environment</source>
        <extracomment>None of the program's environment is visible.</extracomment>
        <translation>דבר מסביבת התוכנה אינו נותר.</translation>
    </message>
    <message>
        <source>message:protected-files</source>
        <extracomment>No file outside the program's own folders can be opened.</extracomment>
        <translation>לא ניתן לפתוח קובץ מחוץ לתיקיות של התוכנה עצמה.</translation>
    </message>
    <message>
        <source>message:protected-libraries</source>
        <extracomment>The libraries that read files still load.</extracomment>
        <translation>הספריות שקוראות קבצים נטענות בכל זאת.</translation>
    </message>
    <message>
        <source>message:protected-memory</source>
        <extracomment>Memory above the limit is refused.</extracomment>
        <translation>זיכרון מעבר למגבלה נדחה.</translation>
    </message>
    <message>
        <source>message:protected-network</source>
        <extracomment>No connection can be made or accepted, on this machine or beyond.</extracomment>
        <translation>לא ניתן ליצור או לקבל חיבור, במחשב זה או מחוצה לו.</translation>
    </message>
    <message>
        <source>message:protected-open-files</source>
        <extracomment>Only a few files can be open at once.</extracomment>
        <translation>ניתן להחזיק רק מעט קבצים פתוחים בו בזמן.</translation>
    </message>
    <message>
        <source>message:protected-orphans</source>
        <extracomment>A reader ends with the program that started it, even when that is killed.</extracomment>
        <translation>תהליך קריאה מסתיים עם התוכנה שהפעילה אותו, גם כשזו נקטעת.</translation>
    </message>
    <message>
        <source>message:protected-processes</source>
        <extracomment>No process can be started.</extracomment>
        <translation>לא ניתן להפעיל תהליך.</translation>
    </message>
    <message>
        <source>message:protected-programs</source>
        <extracomment>The process can't turn into another program.</extracomment>
        <translation>התהליך אינו יכול להפוך לתוכנה אחרת.</translation>
    </message>
    <message>
        <source>message:protected-signals</source>
        <extracomment>The process that started it can't be signalled.</extracomment>
        <translation>לא ניתן לשלוח אות לתהליך שהפעיל אותו.</translation>
    </message>
    <message>
        <source>message:protected-writing</source>
        <extracomment>Nothing can be written, renamed, deleted or given other permissions.</extracomment>
        <translation>לא ניתן לכתוב דבר, לשנות שם, למחוק או לשנות הרשאות.</translation>
    </message>
    <message>
        <source>message:protocol-bad-value</source>
        <extracomment>The protocol's value of {key} can't be used. See docs/production.md for what it can be.</extracomment>
        <translation>אי אפשר להשתמש בערך של {key} שבפרוטוקול. ראו docs/production.md לערכים האפשריים.</translation>
    </message>
    <message>
        <source>message:protocol-lacks</source>
        <extracomment>The protocol lacks the key {key}.</extracomment>
        <translation>הפרוטוקול אינו אומר מהו {key}.</translation>
    </message>
    <message>
        <source>message:protocol-not-toml</source>
        <extracomment>The protocol can't be read as TOML: {error}.</extracomment>
        <translation>אי אפשר לקרוא את הפרוטוקול כ-TOML: {error}.</translation>
    </message>
    <message>
        <source>message:protocol-unknown-key</source>
        <extracomment>The protocol has an unknown key, {key}. The keys are: {known}.</extracomment>
        <translation>בפרוטוקול יש {key}, שאינו מוכר. המוכרים: {known}.</translation>
    </message>
    <message>
        <source>message:pst-block-outside</source>
        <extracomment>a block is beyond the end of the file</extracomment>
        <translation>גוש נמצא מעבר לסוף הקובץ</translation>
    </message>
    <message>
        <source>message:pst-heap-tree-damaged</source>
        <extracomment>a tree on a heap is malformed</extracomment>
        <translation>עץ בערימה מפר את כללי הפורמט</translation>
    </message>
    <message>
        <source>message:pst-index-damaged</source>
        <extracomment>Parts of the file's index can't be read; items may be missing.</extracomment>
        <translation>לא ניתן לקרוא חלקים מהמפתח של הקובץ; ייתכן שחסרים פריטים.</translation>
    </message>
    <message>
        <source>message:pst-index-too-deep</source>
        <extracomment>the file's index is nested too deeply</extracomment>
        <translation>המפתח של הקובץ מקונן עמוק מדי</translation>
    </message>
    <message>
        <source>message:pst-no-heap</source>
        <extracomment>a node that should contain a heap has none</extracomment>
        <translation>בצומת שאמורה להיות בו ערימה אין ערימה</translation>
    </message>
    <message>
        <source>message:pst-no-properties</source>
        <extracomment>a node that should contain properties has none</extracomment>
        <translation>בצומת שאמורים להיות בו מאפיינים אין מאפיינים</translation>
    </message>
    <message>
        <source>message:pst-no-table</source>
        <extracomment>a node that should contain a table has none</extracomment>
        <translation>בצומת שאמורה להיות בו טבלה אין טבלה</translation>
    </message>
    <message>
        <source>message:pst-node-blocks-damaged</source>
        <extracomment>a node's list of blocks is malformed</extracomment>
        <translation>רשימת הגושים של צומת מפרה את כללי הפורמט</translation>
    </message>
    <message>
        <source>message:pst-node-too-many-blocks</source>
        <extracomment>a node's data is spread over too many blocks</extracomment>
        <translation>הנתונים של צומת מפוזרים על פני גושים רבים מדי</translation>
    </message>
    <message>
        <source>message:pst-page-damaged</source>
        <extracomment>a page of the file's index is malformed</extracomment>
        <translation>דף במפתח של הקובץ מפר את כללי הפורמט</translation>
    </message>
    <message>
        <source>message:pst-page-outside</source>
        <extracomment>a page is beyond the end of the file</extracomment>
        <translation>דף נמצא מעבר לסוף הקובץ</translation>
    </message>
    <message>
        <source>message:pst-subnodes-damaged</source>
        <extracomment>a node's list of subnodes is malformed</extracomment>
        <translation>רשימת צומתי המשנה של צומת מפרה את כללי הפורמט</translation>
    </message>
    <message>
        <source>message:publisher-partly-read</source>
        <extracomment>The text and loose strings of this Publisher document were read; its pictures were not.</extracomment>
        <translation>ממסמך Publisher זה נקראו הטקסט ומחרוזות בודדות; התמונות לא נקראו.</translation>
    </message>
    <message>
        <source>message:publisher-text-cut</source>
        <extracomment>Its text runs past the end of its stream; what is there was read.</extracomment>
        <translation>הטקסט חורג מסוף הזרם; מה שיש נקרא.</translation>
    </message>
    <message>
        <source>message:purge-due</source>
        <extracomment>a purge was begun and hasn't come to its end: run triage scope apply again</extracomment>
        <translation>הסרה התחילה ולא הגיעה לסופה: יש להריץ שוב ⁦triage scope apply⁩</translation>
    </message>
    <message>
        <source>message:purge-incomplete</source>
        <extracomment>Something that was to be removed from {path} is still there. Run triage verify and report it.</extracomment>
        <translation>משהו ממה שהיה להסיר מ־{path} עדיין שם. יש להריץ triage verify ולדווח על כך.</translation>
    </message>
    <message>
        <source>message:purge-leaves-text</source>
        <extracomment>item number {number} is no longer in scope and was removed, but text of it is in the case</extracomment>
        <translation>פריט מספר {number} אינו עוד בתחום והוסר, אך טקסט שלו נמצא בתיק</translation>
    </message>
    <message>
        <source>message:purge-receipt</source>
        <extracomment>Removed from the case '{case}', as its scope no longer covers it

Scope      version {version}, SHA-256 {scope_sha256}
Begun      {begun} by the login '{login}'
Ended      {ended}
Reason     {reason}
Sources    {sources}, {bytes} bytes
Items      {items}: their text, subject, people, dates and names, in the database and in the index
Decisions  {decisions} on {decided} of these items; they stay on record
Search     {words_searched} words of the removed text were searched for in these items; none was found
Ledger     {ledger}

What stays: ids, sizes and digests of the items; the names of the sources, in the ledger and in the case, as the record of what was opened; decisions and notes; the same content where it lies elsewhere in scope. Exports and copies of the case that were made before aren't reached. No source was opened or changed.</extracomment>
        <translation>הוסר מהתיק '{case}', מפני שהתחום שלו אינו כולל זאת עוד

התחום      גרסה {version}, SHA-256 {scope_sha256}
התחלה      {begun}, בשם הכניסה '{login}'
סיום       {ended}
נימוק      {reason}
מקורות     {sources}, {bytes} בתים
פריטים     {items}: הטקסט, הנושא, האנשים, התאריכים והשמות שלהם, במסד הנתונים ובאינדקס
החלטות     {decisions} על {decided} מפריטים אלה; הן נשארות רשומות
חיפוש      {words_searched} מילים של הטקסט שהוסר חופשו בפריטים אלה; אף אחת לא נמצאה
פנקס       {ledger}

מה שנשאר: מזהים, גדלים וערכי גיבוב של הפריטים; שמות המקורות, בפנקס ובתיק, כרישום של מה שנפתח; החלטות והערות; אותו תוכן במקום אחר שבתחום. ייצואים ועותקים של התיק שנוצרו קודם אינם מושפעים. שום מקור לא נפתח ולא שונה.</translation>
    </message>
    <message>
        <source>message:purge-receipt-changed</source>
        <extracomment>{name} isn't the receipt that was recorded, or is missing</extracomment>
        <translation>{name} אינו הקבלה שנרשמה, או שהוא חסר</translation>
    </message>
    <message>
        <source>message:purge-unfinished</source>
        <extracomment>Not everything was removed from {path}: it was stopped, or another process has the case open. Close it there, and run the same command again: it goes on.</extracomment>
        <translation>לא הכול הוסר מ־{path}: ההסרה נעצרה, או שהתיק פתוח בתהליך אחר. יש לסגור אותו שם ולהריץ שוב את אותה פקודה: היא תמשיך.</translation>
    </message>
    <message>
        <source>message:ql-all-custodians</source>
        <extracomment>in whose records this copy or another exact copy was found</extracomment>
        <translation>ברשומות של מי נמצא העותק הזה או עותק זהה אחר</translation>
    </message>
    <message>
        <source>message:ql-all-paths</source>
        <extracomment>by the path of the file or of any exact copy</extracomment>
        <translation>לפי נתיב הקובץ או של כל עותק זהה</translation>
    </message>
    <message>
        <source>message:ql-alternative</source>
        <extracomment>the other rendering alone: the HTML beside the plain text</extracomment>
        <translation>הגרסה האחרת בלבד: ה־HTML שלצד הטקסט הפשוט</translation>
    </message>
    <message>
        <source>message:ql-and</source>
        <extracomment>both; a blank is AND</extracomment>
        <translation>שתיהן; רווח הוא AND</translation>
    </message>
    <message>
        <source>message:ql-annotation</source>
        <extracomment>PDF annotations and forms, document properties, recognised text</extracomment>
        <translation>הערות וטפסים ב־PDF, מאפייני מסמך, טקסט מזוהה</translation>
    </message>
    <message>
        <source>message:ql-asides</source>
        <extracomment>review comments, tracked changes and what a PDF said before its later saves, footnotes and endnotes, page headers and footers, text boxes</extracomment>
        <translation>הערות סקירה, שינויים במעקב ומה שנאמר ב־PDF לפני שמירותיו המאוחרות, הערות שוליים והערות סיום, כותרות עליונות ותחתונות, תיבות טקסט</translation>
    </message>
    <message>
        <source>message:ql-batch</source>
        <extracomment>in this batch, in this sample</extracomment>
        <translation>במנה הזאת, במדגם הזה</translation>
    </message>
    <message>
        <source>message:ql-before</source>
        <extracomment>the same, the first one first</extracomment>
        <translation>כנ״ל, הראשונה תחילה</translation>
    </message>
    <message>
        <source>message:ql-body</source>
        <extracomment>what a reader sees first, and the other rendering of a mail</extracomment>
        <translation>מה שהקורא רואה תחילה, וגם הגרסה האחרת של הודעה</translation>
    </message>
    <message>
        <source>message:ql-custodian</source>
        <extracomment>in whose records this copy of the item was found</extracomment>
        <translation>ברשומות של מי נמצא העותק הזה של הפריט</translation>
    </message>
    <message>
        <source>message:ql-date</source>
        <extracomment>by date or hour, in UTC; a range includes both ends</extracomment>
        <translation>לפי תאריך או שעה, ב־UTC; טווח כולל את שני קצותיו</translation>
    </message>
    <message>
        <source>message:ql-date-kinds</source>
        <extracomment>by this kind of date alone</extracomment>
        <translation>לפי סוג התאריך הזה בלבד</translation>
    </message>
    <message>
        <source>message:ql-decided</source>
        <extracomment>decided then, written as with `date:`, by whoever or by this person; what was undone doesn't count</extracomment>
        <translation>הוחלט אז, בכתיב של `date:`, בידי מישהו או בידי אדם זה; מה שבוטל אינו נחשב</translation>
    </message>
    <message>
        <source>message:ql-domain</source>
        <extracomment>sent from this domain, and from no other that only holds its name</extracomment>
        <translation>נשלח ממתחם זה, ולא מאחר שרק מכיל את שמו</translation>
    </message>
    <message>
        <source>message:ql-everything</source>
        <extracomment>every item</extracomment>
        <translation>כל הפריטים</translation>
    </message>
    <message>
        <source>message:ql-exact</source>
        <extracomment>exactly so: capitals, accents and signs count here, and only here; any run of blanks, line breaks and the `&gt;` of quoted lines counts as one blank, and invisible characters (soft hyphens, those without a width) don't count</extracomment>
        <translation>בדיוק כך: כאן, ורק כאן, אותיות גדולות, סימני הטעמה וסימנים אחרים נחשבים; רצף של רווחים, מעברי שורה ו־`&gt;` של שורות מצוטטות נחשב לרווח אחד, ותווים בלתי נראים (מקפים רכים ותווים ללא רוחב) אינם נחשבים</translation>
    </message>
    <message>
        <source>message:ql-fact-fields</source>
        <extracomment>Fields of facts</extracomment>
        <translation>שדות עובדות</translation>
    </message>
    <message>
        <source>message:ql-file</source>
        <extracomment>the name of the file or attachment</extracomment>
        <translation>שם הקובץ או הקובץ המצורף</translation>
    </message>
    <message>
        <source>message:ql-fuzzy</source>
        <extracomment>words that differ by one letter (`~2`: by two)</extracomment>
        <translation>מילים השונות באות אחת (`~2`: בשתיים)</translation>
    </message>
    <message>
        <source>message:ql-groups</source>
        <extracomment>parentheses group</extracomment>
        <translation>סוגריים מקבצים</translation>
    </message>
    <message>
        <source>message:ql-has</source>
        <extracomment>that have this</extracomment>
        <translation>שיש להם זאת</translation>
    </message>
    <message>
        <source>message:ql-headers</source>
        <extracomment>all headers of a mail without a field of their own, those of the next two lines and others</extracomment>
        <translation>כל כותרות ההודעה שאין להן שדה משלהן, אלה שבשתי השורות הבאות ואחרות</translation>
    </message>
    <message>
        <source>message:ql-heads</source>
        <extracomment>these headers, also by a part of the address</extracomment>
        <translation>כותרות אלה, גם לפי חלק מהכתובת</translation>
    </message>
    <message>
        <source>message:ql-hidden</source>
        <extracomment>text that isn't shown, instructions of fields, speaker notes</extracomment>
        <translation>טקסט שאינו מוצג, הוראות של שדות, הערות דובר</translation>
    </message>
    <message>
        <source>message:ql-id</source>
        <extracomment>by the beginning of an id or a hash (SHA-256 or EDRM MIH); all of a family or a conversation, with the messages that are in it by inference</extracomment>
        <translation>לפי תחילת מזהה או גיבוב (SHA-256 או EDRM MIH); כל המשפחה או השיחה, עם ההודעות שנמצאות בה לפי היסק</translation>
    </message>
    <message>
        <source>message:ql-in-field</source>
        <extracomment>in one field</extracomment>
        <translation>בשדה אחד</translation>
    </message>
    <message>
        <source>message:ql-is-contained</source>
        <extracomment>mails that a later mail of their conversation quotes in full, items of which others have nearly the same words; once `triage near --contained` and `triage near` have looked for them</extracomment>
        <translation>הודעות שהודעה מאוחרת יותר בשרשור שלהן מצטטת במלואן; פריטים שלאחרים יש כמעט אותן המילים; לאחר ש־`triage near --contained` ו־`triage near` חיפשו אותם</translation>
    </message>
    <message>
        <source>message:ql-is-family</source>
        <extracomment>inside another item, with a parent or attachments, with the same content as another</extracomment>
        <translation>בתוך פריט אחר, עם פריט אב או קבצים מצורפים, בעלי תוכן זהה לאחר</translation>
    </message>
    <message>
        <source>message:ql-is-other</source>
        <extracomment>sealed; without a date of their own: what has none, or shows the time of its file for want of one; in their conversation by inference</extracomment>
        <translation>חתומים; ללא תאריך משלהם: אין להם תאריך, או שהם מציגים את זמן הקובץ בהיעדרו; בשיחה שלהם לפי היסק</translation>
    </message>
    <message>
        <source>message:ql-is-past</source>
        <extracomment>no longer in the sources, with a later version in its place or without one; no longer in scope and removed; found only where a query names the state</extracomment>
        <translation>אינם עוד במקורות, עם גרסה מאוחרת במקומם או בלעדיה; אינם עוד בהיקף והוסרו; נמצאים רק כששאילתה נוקבת במצב</translation>
    </message>
    <message>
        <source>message:ql-is-problem</source>
        <extracomment>with a problem, searchable only in part, not searchable</extracomment>
        <translation>עם בעיה, ניתנים לחיפוש רק בחלקם, אינם ניתנים לחיפוש</translation>
    </message>
    <message>
        <source>message:ql-is-tagged</source>
        <extracomment>that have a tag, that have none, on which two reviewers differ or whose copies are coded differently</extracomment>
        <translation>שיש להם תג, שאין להם, ששני סוקרים חלוקים עליהם או שעותקיהם מקודדים אחרת</translation>
    </message>
    <message>
        <source>message:ql-judged</source>
        <extracomment>judged in this sample</extracomment>
        <translation>הוערכו במדגם הזה</translation>
    </message>
    <message>
        <source>message:ql-lang</source>
        <extracomment>whose text is in this language; a guess from its first words by script and, for Latin script, small words, `unknown` where they don't tell</extracomment>
        <translation>שהטקסט שלהם בשפה זו; ניחוש ממילותיו הראשונות לפי הכתב, ובכתב לטיני לפי מילים קטנות; `unknown` כשאין הן מעידות</translation>
    </message>
    <message>
        <source>message:ql-message-id</source>
        <extracomment>Message-ID, In-Reply-To and References. A phrase without a field is looked for there too, a single word isn't</extracomment>
        <translation>Message-ID, In-Reply-To ו־References. גם ביטוי ללא שדה מחופש שם; מילה בודדת לא</translation>
    </message>
    <message>
        <source>message:ql-near</source>
        <extracomment>at most two words between, in either order</extracomment>
        <translation>לכל היותר שתי מילים ביניהן, בכל סדר</translation>
    </message>
    <message>
        <source>message:ql-not</source>
        <extracomment>the first and not the second</extracomment>
        <translation>הראשונה ולא השנייה</translation>
    </message>
    <message>
        <source>message:ql-not-near</source>
        <extracomment>a first one without the second one near it</extracomment>
        <translation>הראשונה בלי שהשנייה לידה</translation>
    </message>
    <message>
        <source>message:ql-note</source>
        <extracomment>whose note holds this</extracomment>
        <translation>שההערה עליהם מכילה זאת</translation>
    </message>
    <message>
        <source>message:ql-or</source>
        <extracomment>either</extracomment>
        <translation>אחת מהן</translation>
    </message>
    <message>
        <source>message:ql-origin</source>
        <extracomment>with any text of this origin</extracomment>
        <translation>עם טקסט כלשהו ממקור זה</translation>
    </message>
    <message>
        <source>message:ql-participants</source>
        <extracomment>from, to, cc and bcc together</extracomment>
        <translation>from, to, cc ו־bcc יחד</translation>
    </message>
    <message>
        <source>message:ql-path</source>
        <extracomment>by the path of the file</extracomment>
        <translation>לפי נתיב הקובץ</translation>
    </message>
    <message>
        <source>message:ql-phrase</source>
        <extracomment>the words side by side, in this order</extracomment>
        <translation>המילים זו לצד זו, בסדר הזה</translation>
    </message>
    <message>
        <source>message:ql-prefixes</source>
        <extracomment>with or without the Hebrew and Arabic one-letter prefixes; like `stem()` also inside of a phrase</extracomment>
        <translation>עם אותיות השימוש בעברית ובערבית או בלעדיהן; כמו `stem()` גם בתוך ביטוי</translation>
    </message>
    <message>
        <source>message:ql-problem</source>
        <extracomment>with a problem of this code</extracomment>
        <translation>עם בעיה בקוד הזה</translation>
    </message>
    <message>
        <source>message:ql-regex</source>
        <extracomment>words that a regular expression covers</extracomment>
        <translation>מילים שביטוי רגולרי מכסה</translation>
    </message>
    <message>
        <source>message:ql-reviewer</source>
        <extracomment>decided by this person</extracomment>
        <translation>הוחלט בידי אדם זה</translation>
    </message>
    <message>
        <source>message:ql-size</source>
        <extracomment>by size</extracomment>
        <translation>לפי גודל</translation>
    </message>
    <message>
        <source>message:ql-stem</source>
        <extracomment>words with the same English stem: applies, applied</extracomment>
        <translation>מילים בעלות אותו גזע באנגלית: applies, applied</translation>
    </message>
    <message>
        <source>message:ql-struck</source>
        <extracomment>without the words struck out</extracomment>
        <translation>בלי המילים שנמחקו</translation>
    </message>
    <message>
        <source>message:ql-tag</source>
        <extracomment>that have the tag now</extracomment>
        <translation>שיש להם התג עכשיו</translation>
    </message>
    <message>
        <source>message:ql-text-fields</source>
        <extracomment>Fields of text</extracomment>
        <translation>שדות טקסט</translation>
    </message>
    <message>
        <source>message:ql-transport</source>
        <extracomment>Received, Date, how a mail and its parts are packed (Content-Type, MIME-Version ...), and what servers sign (DKIM-Signature, DomainKey-Signature, X-Google-DKIM-Signature, ARC-Seal, ARC-Message-Signature, ARC-Authentication-Results). Nothing without a field is looked for there: the name of a mail server would find every mail, and short words happen in signatures. `triage coverage` counts the items that have such fields. The name of an attached file is found by `file:`</extracomment>
        <translation>Received, Date, האופן שבו ההודעה וחלקיה ארוזים (Content-Type, MIME-Version ...), ומה ששרתים חותמים (DKIM-Signature, DomainKey-Signature, X-Google-DKIM-Signature, ARC-Seal, ARC-Message-Signature, ARC-Authentication-Results). דבר שאין לו שדה אינו מחופש שם: שם של שרת דואר היה מוצא כל הודעה. שם של קובץ מצורף נמצא בעזרת `file:`</translation>
    </message>
    <message>
        <source>message:ql-type</source>
        <extracomment>by type, as the window calls it, or by ending; `mail`, `word`, `excel`, `powerpoint`, `opendocument`, `picture`, `sound`, `film`, `calendar`, `contact` stand for several</extracomment>
        <translation>לפי סוג, כפי שהחלון קורא לו, או לפי סיומת; `mail`, `word`, `excel`, `powerpoint`, `opendocument`, `picture`, `sound`, `film`, `calendar`, `contact` מייצגים כמה סוגים</translation>
    </message>
    <message>
        <source>message:ql-wildcards</source>
        <extracomment>`*` any run of letters, `?` one letter, anywhere in a word</extracomment>
        <translation>`*` רצף אותיות כלשהו, `?` אות אחת, בכל מקום במילה</translation>
    </message>
    <message>
        <source>message:ql-word</source>
        <extracomment>the word, in any field</extracomment>
        <translation>המילה, בכל שדה</translation>
    </message>
    <message>
        <source>message:ql-words</source>
        <extracomment>Words</extracomment>
        <translation>מילים</translation>
    </message>
    <message>
        <source>message:query-blank</source>
        <extracomment>The query is blank. Write * for all items.</extracomment>
        <translation>השאילתה ריקה. כדי למצוא את כל הפריטים יש לכתוב *.</translation>
    </message>
    <message>
        <source>message:query-blind</source>
        <extracomment>{field} would reveal what was decided, and a blind sample is open. Close the sample, then search.</extracomment>
        <translation>{field} היה מגלה מה הוחלט, ומדגם סמוי פתוח. יש לסגור את המדגם ואז לחפש.</translation>
    </message>
    <message>
        <source>message:query-file-unreadable</source>
        <extracomment>The query can't be read from {path}: {error}.</extracomment>
        <translation>אי אפשר לקרוא את השאילתה מ־{path}: {error}.</translation>
    </message>
    <message>
        <source>message:query-missing</source>
        <extracomment>A query is missing: write it in quotation marks, or name its file with --query-file.</extracomment>
        <translation>חסרה שאילתה: יש לכתוב אותה במירכאות, או לציין את הקובץ שלה עם --query-file.</translation>
    </message>
    <message>
        <source>message:query-not-on-input</source>
        <extracomment>There is no query on standard input, where it was to be one line.</extracomment>
        <translation>אין שאילתה בקלט הרגיל, שבו היא הייתה אמורה להיות שורה אחת.</translation>
    </message>
    <message>
        <source>message:query-not-utf8</source>
        <extracomment>The query isn't text in UTF-8. Save it in that encoding.</extracomment>
        <translation>השאילתה אינה טקסט ב־UTF-8. יש לשמור אותה בקידוד הזה.</translation>
    </message>
    <message>
        <source>message:query-too-deep</source>
        <extracomment>This is nested more than {most} deep: split it into several searches.</extracomment>
        <translation>הקינון עמוק מ־{most}: יש לפצל לכמה חיפושים.</translation>
    </message>
    <message>
        <source>message:query-too-long</source>
        <extracomment>A query may have {most} characters; this one has {size}.</extracomment>
        <translation>בשאילתה יכולים להיות {most} תווים; בזו יש {size}.</translation>
    </message>
    <message>
        <source>message:query-twice</source>
        <extracomment>There are two queries: one on the command line and one in the file. Leave out one of them.</extracomment>
        <translation>יש שתי שאילתות: אחת בשורת הפקודה ואחת בקובץ. יש להשמיט אחת מהן.</translation>
    </message>
    <message>
        <source>message:query-unquoted</source>
        <extracomment>{rest} isn't part of the query. Put the whole query in quotation marks, and write NOT for a minus: 'a NOT b'.</extracomment>
        <translation>{rest} אינו חלק מהשאילתה. יש לשים את כל השאילתה במירכאות, ולכתוב NOT במקום מינוס: ⁦'a NOT b'⁩.</translation>
    </message>
    <message>
        <source>message:quotation-mark-unclosed</source>
        <extracomment>This quotation mark has no partner: add one at the end of the phrase.</extracomment>
        <translation>המירכאות לא נסגרו: יש לסגור אותן בסוף הצירוף.</translation>
    </message>
    <message>
        <source>message:quotes-straightened</source>
        <extracomment>curly quotes were made straight ({count})</extracomment>
        <translation>מירכאות מעוגלות הוחלפו בישרות ({count})</translation>
    </message>
    <message>
        <source>message:range-backward</source>
        <extracomment>The range ends before it begins: write {range}.</extracomment>
        <translation>הטווח נגמר לפני שהוא מתחיל: יש לכתוב {range}.</translation>
    </message>
    <message>
        <source>message:range-without-end</source>
        <extracomment>A range needs at least one end.</extracomment>
        <translation>לטווח דרוש לפחות קצה אחד.</translation>
    </message>
    <message>
        <source>message:ranking-differs</source>
        <extracomment>The ranking {digest} isn't the one that the decisions it was made of lead to. Make it again with: triage order</extracomment>
        <translation>הדירוג {digest} אינו מה שנובע מההחלטות שמהן נעשה. עשו אותו שוב בפקודה: triage order</translation>
    </message>
    <message>
        <source>message:rankings-replayed</source>
        <extracomment>rankings repeated from the same decisions, and equal: {count}; not compared, as they are of earlier items or by another version: {outdated}</extracomment>
        <translation>{count} דירוגים נעשו שוב מאותן החלטות והם זהים; {outdated} הם של פריטים קודמים או של גרסה אחרת ולא הושוו.</translation>
    </message>
    <message>
        <source>message:rar-archive</source>
        <extracomment>a RAR archive</extracomment>
        <translation>ארכיון RAR</translation>
    </message>
    <message>
        <source>message:raw-picture</source>
        <extracomment>It is a camera's raw picture; only its preview was read.</extracomment>
        <translation>זו תמונת גלם של מצלמה; נבדקה רק התצוגה המקדימה שלה.</translation>
    </message>
    <message>
        <source>message:read-failed</source>
        <extracomment>It can't be read: {error}</extracomment>
        <translation>לא ניתן לקרוא אותו: {error}</translation>
    </message>
    <message>
        <source>message:read-over-clock</source>
        <extracomment>Reading it took longer than {seconds} s by the clock, with other programs at work.</extracomment>
        <translation>קריאתו ארכה יותר מ־{seconds} שניות לפי השעון, בזמן שתוכניות אחרות פעלו.</translation>
    </message>
    <message>
        <source>message:read-over-memory</source>
        <extracomment>Reading it needs more memory than limit_memory_mb allows.</extracomment>
        <translation>קריאתו דורשת יותר זיכרון מכפי ש־limit_memory_mb מתיר.</translation>
    </message>
    <message>
        <source>message:read-over-time</source>
        <extracomment>Reading it took more than {seconds} s of processor time.</extracomment>
        <translation>קריאתו דרשה יותר מ־{seconds} שניות של זמן מעבד.</translation>
    </message>
    <message>
        <source>message:read-up-to</source>
        <extracomment>{reason} What can be searched of it ends at {place}.</extracomment>
        <translation>{reason} מה שניתן לחפש בו מסתיים ב{place}.</translation>
    </message>
    <message>
        <source>message:reader-answered-otherwise</source>
        <extracomment>The reader process answered something other than what was asked ({size} bytes).</extracomment>
        <translation>תהליך הקריאה ענה בדבר אחר ממה שהתבקש ({size} בתים).</translation>
    </message>
    <message>
        <source>message:reader-died</source>
        <extracomment>The reader process died on it.</extracomment>
        <translation>תהליך הקריאה קרס עליו.</translation>
    </message>
    <message>
        <source>message:reader-gave-no-answer</source>
        <extracomment>The reader process gave no answer.</extracomment>
        <translation>תהליך הקריאה לא ענה.</translation>
    </message>
    <message>
        <source>message:reader-malformed</source>
        <extracomment>The reader process gave a malformed answer on it and was ended.</extracomment>
        <translation>תהליך הקריאה נתן עליו תשובה פגומה והופסק.</translation>
    </message>
    <message>
        <source>message:reader-slow</source>
        <extracomment>The reader process took too long on it.</extracomment>
        <translation>תהליך הקריאה השתהה עליו יותר מדי.</translation>
    </message>
    <message>
        <source>message:reader-slow-altogether</source>
        <extracomment>The reader process took too long altogether; what follows the last member was not read.</extracomment>
        <translation>תהליך הקריאה נמשך זמן רב מדי בסך הכול; מה שאחרי הקובץ האחרון לא נקרא.</translation>
    </message>
    <message>
        <source>message:readers-died-often</source>
        <extracomment>Reader processes died on it {count} times; what follows the last member was not read.</extracomment>
        <translation>תהליכי קריאה קרסו עליו {count} פעמים; מה שאחרי הקובץ האחרון לא נקרא.</translation>
    </message>
    <message>
        <source>message:readers-not-started</source>
        <extracomment>The reader processes can't start. Run triage doctor; TRIAGE_DEBUG=1 shows their output.</extracomment>
        <translation>תהליכי הקריאה אינם יכולים להתחיל. הריצו triage doctor; הערך TRIAGE_DEBUG=1 מציג את דבריהם.</translation>
    </message>
    <message>
        <source>message:rebuild-reads-nothing</source>
        <extracomment>--rebuild makes the search index anew from what was read, and reads nothing. Run triage index once with it, and once for the files.</extracomment>
        <translation>‎--rebuild‎ בונה מחדש את אינדקס החיפוש ממה שנקרא, ואינו קורא דבר. יש להריץ triage index פעם אחת איתו ופעם אחת עבור הקבצים.</translation>
    </message>
    <message>
        <source>message:recall-out-of-range</source>
        <extracomment>A recall is between 0 and 1, such as 0.95, not {recall}.</extracomment>
        <translation>כיסוי (recall) הוא בין 0 ל-1, למשל 0.95, ולא {recall}.</translation>
    </message>
    <message>
        <source>message:record-bad-name</source>
        <extracomment>a name has characters that no name can have</extracomment>
        <translation>בשם יש תווים שאינם יכולים להיות בשם</translation>
    </message>
    <message>
        <source>message:record-bad-passage</source>
        <extracomment>a marked passage doesn't say where it is</extracomment>
        <translation>קטע מסומן אינו אומר היכן הוא נמצא</translation>
    </message>
    <message>
        <source>message:record-bad-tag</source>
        <extracomment>a tag's name has characters that no tag can have</extracomment>
        <translation>בשם תגית יש תווים שאינם יכולים להיות בתגית</translation>
    </message>
    <message>
        <source>message:record-begun-anew</source>
        <extracomment>the record was broken and begun anew on {time} by {login} with row {row} of the audit ({why}); what was before that isn't proved. What was broken: {broken}</extracomment>
        <translation>הרישום נשבר, והוחל מחדש ב־{time} בידי {login} בשורה {row} ביומן הביקורת ({why}); מה שקדם לכך אינו מוכח. מה שנשבר: {broken}</translation>
    </message>
    <message>
        <source>message:record-broken</source>
        <extracomment>The record of {path} doesn't end as Triage left it: {why}. Nothing was written. The case can still be searched and shown, and its decisions exported. Restore it from a copy, or begin a new record, which names the break and keeps the old one: triage record recover {path} --reason TEXT</extracomment>
        <translation>הרישום של {path} אינו מסתיים כפי ש־Triage השאירה אותו: {why}. דבר לא נכתב. עדיין אפשר לחפש בתיק ולהציג אותו, ולייצא את ההחלטות. יש לשחזר אותו מעותק, או להתחיל רישום חדש, המציין את השבר ושומר את הישן: triage record recover {path} --reason TEXT</translation>
    </message>
    <message>
        <source>message:record-damaged</source>
        <extracomment>A record of {name} is damaged and was skipped.</extracomment>
        <translation>רשומה של {name} פגומה ודולגה.</translation>
    </message>
    <message>
        <source>message:record-gone-on-from</source>
        <extracomment>on {time} a broken or older record was gone on from; reason: {reason}</extracomment>
        <translation>ב־{time} המשיכו מרישום שבור או ישן יותר; הסיבה: {reason}</translation>
    </message>
    <message>
        <source>message:record-unbroken</source>
        <extracomment>it was never begun anew</extracomment>
        <translation>הוא מעולם לא הוחל מחדש</translation>
    </message>
    <message>
        <source>message:record-unknown</source>
        <extracomment>it has a record of a kind that this program doesn't know</extracomment>
        <translation>יש בו סוג רשומה שתוכנה זו אינה מכירה</translation>
    </message>
    <message>
        <source>message:record-whole</source>
        <extracomment>The record of {path} is whole: there is nothing to recover. See: triage verify {path}</extracomment>
        <translation>הרישום של {path} שלם: אין מה לשחזר. ראו: ⁦triage verify⁩ {path}</translation>
    </message>
    <message>
        <source>message:record-wrong-fields</source>
        <extracomment>a record lacks a field, or has one too many</extracomment>
        <translation>ברשומה חסר שדה, או שיש בה שדה מיותר</translation>
    </message>
    <message>
        <source>message:recording</source>
        <extracomment>It is a recording; what is said or shown in it was not read.</extracomment>
        <translation>זו הקלטה; מה שנאמר או מוצג בה לא נקרא.</translation>
    </message>
    <message>
        <source>message:recover-without-reason</source>
        <extracomment>Give a reason of at most {most} characters, which stays on record: --reason TEXT</extracomment>
        <translation>יש לתת סיבה של {most} תווים לכל היותר, שתישאר ברישום: ⁦--reason TEXT⁩</translation>
    </message>
    <message>
        <source>message:redaction-not-there</source>
        <extracomment>These words aren't at this position in the item's text, so they weren't redacted. Open the item again and reselect them.</extracomment>
        <translation>המילים האלה אינן נמצאות במקום זה בטקסט של הפריט, ולכן לא הושחרו. יש לפתוח את הפריט שוב ולבחור אותן מחדש.</translation>
    </message>
    <message>
        <source>message:redaction-odd</source>
        <extracomment>A redaction needs a reason of 1 to 80 characters without '|', and a passage, a field or a region of a page.</extracomment>
        <translation>השחרה דורשת סיבה של 1 עד 80 תווים ללא '|', וכן קטע, שדה או אזור בעמוד.</translation>
    </message>
    <message>
        <source>message:redaction-remains</source>
        <extracomment>Redacted words would remain in the text or the load file's row of {number}. Nothing was produced.</extracomment>
        <translation>מילים שהושחרו היו יוצאות בטקסט או בשורה של {number}. דבר לא הופק.</translation>
    </message>
    <message>
        <source>message:redaction-unplaced</source>
        <extracomment>Redacted words can't be located on its pages.</extracomment>
        <translation>מילים שהושחרו לא נמצאו בעמודים שלו.</translation>
    </message>
    <message>
        <source>message:redaction-without-pages</source>
        <extracomment>Pages of this item are made of its text, so regions of them can't be redacted. Redact words of the text.</extracomment>
        <translation>העמודים של פריט זה נוצרים מהטקסט שלו, ולכן לא ניתן להשחיר אזורים בהם. יש להשחיר מילים בטקסט.</translation>
    </message>
    <message>
        <source>message:redactions-unconfirmed</source>
        <extracomment>Redactions in {count} documents need a second reviewer, as the protocol requires. Nothing was produced.</extracomment>
        <translation>השחרות ב-{count} מסמכים ממתינות לאדם שני, כפי שהפרוטוקול דורש. דבר לא הופק.</translation>
    </message>
    <message>
        <source>message:refused-unexplained</source>
        <extracomment>refusals that the rule doesn't explain by this name, perhaps by one through a mount: {count}</extracomment>
        <translation>סירובים שהכלל אינו מסביר לפי השם הזה, אולי לפי שם דרך עיגון: {count}</translation>
    </message>
    <message>
        <source>message:refused-without-name</source>
        <extracomment>refusals with no name in the annex, of which only the rule was checked: {count}</extracomment>
        <translation>סירובים ששמם אינו בנספח, ורק הכלל שלהם נבדק: {count}</translation>
    </message>
    <message>
        <source>message:relative-date</source>
        <extracomment>{typed} changes its meaning every day: write a date, as in date:&gt;=2024-05-01.</extracomment>
        <translation>המשמעות של {typed} משתנה מדי יום: יש לכתוב תאריך, כמו date:&gt;=2024-05-01.</translation>
    </message>
    <message>
        <source>message:remembered-head-holds</source>
        <extracomment>the case has everything that the latest head by this login covers</extracomment>
        <translation>בתיק יש כל מה שמכסה הראש האחרון שחתם משתמש זה</translation>
    </message>
    <message>
        <source>message:report-bad-ending</source>
        <extracomment>{name}: a report can be written as {known}. Give it one of these endings.</extracomment>
        <translation>{name}: דוח נכתב כ־{known}. יש לתת לו סיומת כזאת.</translation>
    </message>
    <message>
        <source>message:report-exists</source>
        <extracomment>{path} already exists, and a report never replaces a file. Choose another name.</extracomment>
        <translation>{path} כבר קיים, ודוח לעולם אינו מחליף אחר. יש לבחור שם אחר.</translation>
    </message>
    <message>
        <source>message:report-unwritable</source>
        <extracomment>The report can't be written to {path}: {error}. Choose another place.</extracomment>
        <translation>לא ניתן לכתוב את הדוח אל {path}: {error}. יש לבחור מקום אחר.</translation>
    </message>
    <message>
        <source>message:rest-not-unpacked</source>
        <extracomment>The rest can't be unpacked: {error}</extracomment>
        <translation>לא ניתן לפרוס את השאר: {error}</translation>
    </message>
    <message>
        <source>message:reviewer-missing</source>
        <extracomment>A decision needs a reviewer's name of 1 to {most} characters: --reviewer, or in the window.</extracomment>
        <translation>להחלטה דרוש שם בודק באורך 1 עד {most} תווים. לחצו על השם שבתחתית החלון.</translation>
    </message>
    <message>
        <source>message:reviewer-not-given</source>
        <extracomment>Nothing was recorded, because no reviewer's name was given. Decide again, and give a name.</extracomment>
        <translation>דבר לא נרשם, כי לא ניתן שם בודק. החליטו שוב ותנו שם.</translation>
    </message>
    <message>
        <source>message:reviewer-odd</source>
        <extracomment>'{name}' can't be the name of a reviewer, since it contains '|' or a control character, which would make the audit ambiguous. Nothing was changed. Choose another name: --reviewer, or in the window.</extracomment>
        <translation>'{name}' אינו יכול לשמש שם של בודק, משום שיש בו '|' או תו בקרה, ויומן הביקורת היה נעשה דו־משמעי. דבר לא השתנה. לחצו על השם שבתחתית החלון ובחרו שם אחר.</translation>
    </message>
    <message>
        <source>message:revisions-over-count</source>
        <extracomment>It was changed {count} times; earlier text was read from the last {most} revisions only.</extracomment>
        <translation>הוא שונה {count} פעמים; מה שאמר קודם נקרא רק מ־{most} הגרסאות האחרונות.</translation>
    </message>
    <message>
        <source>message:rights-managed</source>
        <extracomment>Its content is protected by rights management.</extracomment>
        <translation>תוכנו חסום בידי ניהול זכויות.</translation>
    </message>
    <message>
        <source>message:rights-managed-encrypted</source>
        <extracomment>Its content is encrypted by rights management and can't be opened here.</extracomment>
        <translation>תוכנו מוצפן בידי ניהול זכויות ואינו ניתן לפתיחה כאן.</translation>
    </message>
    <message>
        <source>message:rights-managed-placeholder</source>
        <extracomment>Its content is protected by rights management; it shows a placeholder.</extracomment>
        <translation>תוכנו חסום בידי ניהול זכויות; מוצג מציין מקום.</translation>
    </message>
    <message>
        <source>message:root-denied</source>
        <extracomment>The allowed root '{root}' lies in what the rule '{rule}' denies, and a deny rule always wins: {path}. Remove one of the two from scope.toml, or narrow the rule.</extracomment>
        <translation>השורש המותר '{root}' נמצא בתוך מה שאוסר הכלל '{rule}', וכלל איסור גובר תמיד: {path}. יש להסיר אחד מהם מ־scope.toml, או לצמצם את הכלל.</translation>
    </message>
    <message>
        <source>message:root-path-relative</source>
        <extracomment>The path of '{root}' must be absolute and without '..': {path}</extracomment>
        <translation>הנתיב של '{root}' חייב להיות מוחלט וללא '..': {path}</translation>
    </message>
    <message>
        <source>message:root-through-link</source>
        <extracomment>The path of the allowed root '{root}' goes through a link: {path} is really {real}. Write that path instead.</extracomment>
        <translation>הנתיב של השורש המותר '{root}' עובר דרך קישור: {path} הוא למעשה {real}. יש לכתוב את הנתיב הזה במקומו.</translation>
    </message>
    <message>
        <source>message:root-unopened</source>
        <extracomment>The allowed root '{root}' can't be opened: {path} ({error}).</extracomment>
        <translation>לא ניתן לפתוח את השורש המותר '{root}': {path} ({error}).</translation>
    </message>
    <message>
        <source>message:root-without-custodian</source>
        <extracomment>'{root}' has no custodian. Say whose records these are.</extracomment>
        <translation>ל־'{root}' אין משמורן. יש לציין של מי הרשומות.</translation>
    </message>
    <message>
        <source>message:roster-change-by-others</source>
        <extracomment>change {number} of the roster is signed by {key}, not by the approver, {approver}</extracomment>
        <translation>שינוי {number} ברשימת המורשים חתום בידי {key}, ולא בידי המאשר, {approver}</translation>
    </message>
    <message>
        <source>message:roster-changes-differ</source>
        <extracomment>change {number} of the roster doesn't follow from the one before it</extracomment>
        <translation>שינוי {number} ברשימת המורשים אינו המשך של השינוי שלפניו</translation>
    </message>
    <message>
        <source>message:roster-has-key</source>
        <extracomment>{key} is on the roster already, as the key of {who}. Remove it first.</extracomment>
        <translation>{key} כבר נמצא ברשימת המורשים, כמפתח של {who}. יש להסיר אותו קודם.</translation>
    </message>
    <message>
        <source>message:roster-holds</source>
        <extracomment>each change is signed by somebody who may make it (changes: {count}); approver: {approver}; on the roster: {members}</extracomment>
        <translation>כל שינוי חתום בידי מי שרשאי לבצעו (שינויים: {count}); המאשר: {approver}; ברשימת המורשים: {members}</translation>
    </message>
    <message>
        <source>message:roster-name-of-another</source>
        <extracomment>The roster has '{who}' with another key than {key}. Give your own name; or, if this is {who}'s new key, have the approver replace the old one: triage record roster replace CASE '{who}' KEY</extracomment>
        <translation>ברשימת המורשים '{who}' מופיע עם מפתח אחר, לא {key}. יש לתת את השם שלך; ואם זה המפתח החדש של {who}, המאשר ישים אותו במקום הקודם: ⁦triage record roster replace CASE '{who}' KEY⁩</translation>
    </message>
    <message>
        <source>message:roster-no-such-member</source>
        <extracomment>'{who}' doesn't name one key of the roster. It has: {known}.</extracomment>
        <translation>'{who}' אינו מציין מפתח אחד ברשימת המורשים. יש בה: {known}.</translation>
    </message>
    <message>
        <source>message:roster-none</source>
        <extracomment>no roster yet, and without one nobody can open a seal</extracomment>
        <translation>עדיין אין רשימת מורשים, ובלעדיה איש אינו יכול לפתוח חותם</translation>
    </message>
    <message>
        <source>message:roster-not-approver</source>
        <extracomment>Only the approver, {approver}, can change the roster of this case; your key is {key}. Tell them what to change. If the approver's key is lost, two people on the roster appoint another approver, each with triage record roster appoint CASE KEY; while there is no roster, approve the scope again: triage scope approve CASE --name NAME</extracomment>
        <translation>רק המאשר, {approver}, משנה את רשימת המורשים של תיק זה; המפתח שלך הוא {key}. יש לשלוח למאשר את מה שיש לשנות. אם המפתח ההוא אבד, שני אנשים מרשימת המורשים ממנים מאשר אחר, כל אחד עם ⁦triage record roster appoint CASE KEY⁩; כל עוד אין רשימה, יש לאשר את התחום מחדש: ⁦triage scope approve CASE --name NAME⁩</translation>
    </message>
    <message>
        <source>message:roster-other-names</source>
        <extracomment>{roster}; decided in a name that the roster has with another key: {rows}</extracomment>
        <translation>{roster}; הוחלט על שם שברשימת המורשים מופיע עם מפתח אחר: {rows}</translation>
    </message>
    <message>
        <source>message:roster-row-of-other-name</source>
        <extracomment>row {row} of the audit, as {who}, with {key}</extracomment>
        <translation>שורה {row} ביומן הביקורת, על שם {who}, עם {key}</translation>
    </message>
    <message>
        <source>message:roster-signature-wrong</source>
        <extracomment>change {number} of the roster isn't what {key} signed, or is of another case</extracomment>
        <translation>שינוי {number} ברשימת המורשים אינו מה ש־{key} חתם, או שהוא של תיק אחר</translation>
    </message>
    <message>
        <source>message:row-names-another-line</source>
        <extracomment>row {row} names another line {line} than a row before it</extracomment>
        <translation>שורה {row} מציינת שורה {line} אחרת משורה שלפניה</translation>
    </message>
    <message>
        <source>message:row-odd</source>
        <extracomment>line {row} isn't row {row} of the audit</extracomment>
        <translation>שורה {row} אינה שורה {row} של יומן הביקורת</translation>
    </message>
    <message>
        <source>message:row-of-decision</source>
        <extracomment>decision {number} on item {id}</extracomment>
        <translation>החלטה {number} על פריט {id}</translation>
    </message>
    <message>
        <source>message:row-of-inferred</source>
        <extracomment>the inferred parent of item {id}</extracomment>
        <translation>ההודעה הקודמת המשוערת של פריט {id}</translation>
    </message>
    <message>
        <source>message:row-of-item</source>
        <extracomment>item {id}</extracomment>
        <translation>פריט {id}</translation>
    </message>
    <message>
        <source>message:row-of-past</source>
        <extracomment>that item {id} is no longer in the sources</extracomment>
        <translation>שפריט {id} אינו עוד במקורות</translation>
    </message>
    <message>
        <source>message:row-of-problem</source>
        <extracomment>Problem {number} ({path})</extracomment>
        <translation>בעיה {number} ({path})</translation>
    </message>
    <message>
        <source>message:row-of-sealed</source>
        <extracomment>the seal of item {id}</extracomment>
        <translation>החותם של פריט {id}</translation>
    </message>
    <message>
        <source>message:row-of-segment</source>
        <extracomment>the text of item {id}</extracomment>
        <translation>הטקסט של פריט {id}</translation>
    </message>
    <message>
        <source>message:row-of-source</source>
        <extracomment>source {number} ({path})</extracomment>
        <translation>מקור {number} ({path})</translation>
    </message>
    <message>
        <source>message:row-of-successor</source>
        <extracomment>the later version of item {id}</extracomment>
        <translation>הגרסה המאוחרת של פריט {id}</translation>
    </message>
    <message>
        <source>message:row-of-table</source>
        <extracomment>row {key} of the table '{table}'</extracomment>
        <translation>שורה {key} בטבלה '{table}'</translation>
    </message>
    <message>
        <source>message:rpm-package</source>
        <extracomment>an RPM package</extracomment>
        <translation>חבילת RPM</translation>
    </message>
    <message>
        <source>message:rtf-body-broken</source>
        <extracomment>The item's RTF body can't be unpacked: {error}.</extracomment>
        <translation>לא ניתן לפרוס את גוף ה־RTF של הפריט: {error}.</translation>
    </message>
    <message>
        <source>message:rtf-document</source>
        <extracomment>an RTF document</extracomment>
        <translation>מסמך RTF</translation>
    </message>
    <message>
        <source>message:rtf-group-cut</source>
        <extracomment>It ends inside a group; what came before was read.</extracomment>
        <translation>הוא מסתיים בתוך קבוצה; מה שלפני כן נקרא.</translation>
    </message>
    <message>
        <source>message:rtf-nested-too-deeply</source>
        <extracomment>Its groups are nested more than {most} deep; the rest was not read.</extracomment>
        <translation>הקבוצות שלו מקוננות יותר מ־{most} רמות; הקריאה נפסקה.</translation>
    </message>
    <message>
        <source>message:rtf-without-header</source>
        <extracomment>compressed RTF is shorter than its header</extracomment>
        <translation>ה־RTF הדחוס קצר מהכותרת שלו</translation>
    </message>
    <message>
        <source>message:rtf-without-signature</source>
        <extracomment>compressed RTF without its signature</extracomment>
        <translation>RTF דחוס ללא החתימה שלו</translation>
    </message>
    <message>
        <source>message:rule-id-odd</source>
        <extracomment>'{rule}' can't be the id of a rule: write letters, digits, hyphens.</extracomment>
        <translation>'{rule}' אינו יכול להיות מזהה של כלל: יש לכתוב אותיות לטיניות, ספרות ומקפים.</translation>
    </message>
    <message>
        <source>message:rule-id-twice</source>
        <extracomment>Two rules of the scope have the id '{rule}'. Give each its own.</extracomment>
        <translation>לשני כללים של התחום אותו מזהה '{rule}'. יש לתת לכל אחד מזהה משלו.</translation>
    </message>
    <message>
        <source>message:rule-lacks-flag</source>
        <extracomment>{path}: write {key} = true or {key} = false in '{rule}'.</extracomment>
        <translation>{path}: יש לכתוב {key} = true או {key} = false ב־'{rule}'.</translation>
    </message>
    <message>
        <source>message:rule-lacks-text</source>
        <extracomment>{path}: '{rule}' needs {key} = "...".</extracomment>
        <translation>{path}: ל־'{rule}' דרוש ⁦{key} = "..."⁩.</translation>
    </message>
    <message>
        <source>message:rules-not-tables</source>
        <extracomment>{path}: write each rule as a table headed [[{kind}]].</extracomment>
        <translation>{path}: יש לכתוב כל כלל כטבלה שכותרתה [[{kind}]].</translation>
    </message>
    <message>
        <source>message:runs-missing</source>
        <extracomment>Give the numbers of two runs, or none for the last two.</extracomment>
        <translation>יש לתת את המספרים של שתי הרצות, או לא לתת דבר כדי להשוות את שתי האחרונות.</translation>
    </message>
    <message>
        <source>message:said-streams</source>
        <extracomment>it claims to have {count} streams</extracomment>
        <translation>לפי הרשום יש בו {count} זרמים</translation>
    </message>
    <message>
        <source>message:same-person-address</source>
        <extracomment>{address} spells the name {name}.</extracomment>
        <translation>{address} היא כתיב של השם {name}.</translation>
    </message>
    <message>
        <source>message:same-person-headers</source>
        <extracomment>Times that the headers of a message name somebody in both ways: {count}.</extracomment>
        <translation>מספר הפעמים שבהן כותרות הודעה מציינות אדם בשתי הדרכים: {count}.</translation>
    </message>
    <message>
        <source>message:same-person-initials</source>
        <extracomment>{short} abbreviates {name}, and no other name of the case.</extracomment>
        <translation>{short} הוא קיצור של {name}, ושל שום שם אחר בתיק.</translation>
    </message>
    <message>
        <source>message:same-person-name</source>
        <extracomment>Both are named {name}.</extracomment>
        <translation>שתיהן נושאות את השם {name}.</translation>
    </message>
    <message>
        <source>message:same-person-once</source>
        <extracomment>'{name}' was given twice. Name two different addresses or names.</extracomment>
        <translation>'{name}' ניתן פעמיים. ציינו שתי כתובות או שני שמות שונים.</translation>
    </message>
    <message>
        <source>message:same-person-script</source>
        <extracomment>{name} and {other} are probably one name in two scripts.</extracomment>
        <translation>{name} ו-{other} הם כנראה אותו שם בשני כתבים.</translation>
    </message>
    <message>
        <source>message:sample-ambiguous</source>
        <extracomment>{many} samples are named '{name}', from copies that were merged. Use an id instead: {ids}</extracomment>
        <translation>{many} מדגמים נקראים '{name}', מעותקים שמוזגו. יש לנקוב במזהה: {ids}</translation>
    </message>
    <message>
        <source>message:sample-bad-name</source>
        <extracomment>'{name}' can't name a sample: a name has 1 to {most} characters, without " * ? and \.</extracomment>
        <translation>'{name}' אינו יכול להיות שם מדגם: דרושים 1 עד {most} תווים, ללא " * ? ו־\.</translation>
    </message>
    <message>
        <source>message:sample-drawn-elsewhere</source>
        <extracomment>It was drawn in another copy of the case: known items in its set count as known.</extracomment>
        <translation>הוא נדגם בעותק אחר של התיק: לא ניתן להבחין בפריטים ידועים שבקבוצה שלו, והם נספרים כידועים.</translation>
    </message>
    <message>
        <source>message:sample-larger-than-set</source>
        <extracomment>a sample is larger than its set</extracomment>
        <translation>מדגם גדול מהקבוצה שלו</translation>
    </message>
    <message>
        <source>message:sample-name-taken</source>
        <extracomment>There is already a sample named '{name}'. Choose another name.</extracomment>
        <translation>כבר יש מדגם בשם '{name}'. יש לבחור שם אחר.</translation>
    </message>
    <message>
        <source>message:sample-of-nothing</source>
        <extracomment>There is nothing to draw from: the query finds no item.</extracomment>
        <translation>אין ממה לדגום: השאילתה אינה מוצאת פריט.</translation>
    </message>
    <message>
        <source>message:sample-records-missing</source>
        <extracomment>The sample records aren't part of this installation. Run it from the project's folder.</extracomment>
        <translation>רשומות הדוגמה אינן חלק מהתקנה זו. יש להריץ מתיקיית הפרויקט עצמה.</translation>
    </message>
    <message>
        <source>message:sample-size</source>
        <extracomment>A sample has 1 to {most} items, not {size}. Draw fewer.</extracomment>
        <translation>במדגם יש 1 עד {most} פריטים, לא {size}. יש לדגום פחות.</translation>
    </message>
    <message>
        <source>message:sample-without-seed</source>
        <extracomment>Which sample was checked? Give the seed it was drawn with; it is stated beside it.</extracomment>
        <translation>איזה מדגם נבדק? יש לתת את הגרעין שבו נדגם; הוא כתוב לצידו.</translation>
    </message>
    <message>
        <source>message:saved-search-bad-name</source>
        <extracomment>'{name}' can't be the name of a saved search: a name has 1 to 80 characters.</extracomment>
        <translation>'{name}' אינו יכול להיות שם של חיפוש שמור: דרושים 1 עד 80 תווים.</translation>
    </message>
    <message>
        <source>message:saved-search-no-such-run</source>
        <extracomment>'{name}' has no run {number}. Its runs are 1 to {most}.</extracomment>
        <translation>ל־'{name}' אין הרצה {number}. ההרצות הן 1 עד {most}.</translation>
    </message>
    <message>
        <source>message:saved-search-nobody</source>
        <extracomment>Who saves or runs this search? Give a name with --reviewer.</extracomment>
        <translation>מי שומר או מריץ חיפוש זה? יש לציין שם עם ⁦--reviewer⁩ או ללחוץ על השם שבתחתית החלון.</translation>
    </message>
    <message>
        <source>message:saved-search-too-few-runs</source>
        <extracomment>'{name}' has run {count} times; a difference needs two runs.</extracomment>
        <translation>'{name}' הורץ {count} פעמים; להשוואה דרושות שתי הרצות.</translation>
    </message>
    <message>
        <source>message:scheduler-lost</source>
        <extracomment>The scheduler at {scheduler} has ended or can't be reached any more. What was read is stored: start it again and run triage index, or leave --scheduler out.</extracomment>
        <translation>המתזמן שבכתובת {scheduler} הסתיים או שלא ניתן עוד להגיע אליו. מה שנקרא נשמר: יש להפעיל אותו שוב ולהריץ triage index, או להשמיט את ‎--scheduler.</translation>
    </message>
    <message>
        <source>message:scheduler-unreachable</source>
        <extracomment>The scheduler at {scheduler} can't be reached: {error}. Check the address, that it runs, and the certificates in Dask's configuration.</extracomment>
        <translation>לא ניתן להגיע למתזמן שבכתובת {scheduler}: {error}. יש לבדוק את הכתובת, שהוא פועל, ואת האישורים שבתצורה של Dask.</translation>
    </message>
    <message>
        <source>message:scheduler-without-tls</source>
        <extracomment>{scheduler} would send sources over the network without TLS. Use tls://, except for a scheduler on this computer.</extracomment>
        <translation>{scheduler} היה שולח מקורות ברשת ללא TLS. יש להשתמש ב־tls://, מלבד למתזמן במחשב זה.</translation>
    </message>
    <message>
        <source>message:scheduler-without-workers</source>
        <extracomment>The scheduler at {scheduler} has no worker. Start some: dask worker {scheduler}</extracomment>
        <translation>למתזמן שבכתובת {scheduler} אין תהליכי עבודה. יש להפעיל כאלה: dask worker {scheduler}</translation>
    </message>
    <message>
        <source>message:scheduler-wrong</source>
        <extracomment>'{scheduler}' isn't the address of a scheduler, such as tls://host:8786.</extracomment>
        <translation>'{scheduler}' אינה כתובת של מתזמן, כמו tls://host:8786.</translation>
    </message>
    <message>
        <source>message:scope-allows-nothing</source>
        <extracomment>The scope allows nothing: it needs at least one [[allow]] with a path and a custodian.</extracomment>
        <translation>התחום אינו מתיר דבר: דרוש בו לפחות [[allow]] אחד עם נתיב ומשמורן.</translation>
    </message>
    <message>
        <source>message:scope-approval-unsigned</source>
        <extracomment>version {version} isn't signed, though {who} is said to have approved it</extracomment>
        <translation>גרסה {version} אינה חתומה, אף שנאמר כי {who} אישר אותה</translation>
    </message>
    <message>
        <source>message:scope-approval-wrong</source>
        <extracomment>the signature of version {version}, which {who} is said to have approved, isn't of {line}</extracomment>
        <translation>החתימה על גרסה {version}, שנאמר כי {who} אישר אותה, אינה של ⁦{line}⁩</translation>
    </message>
    <message>
        <source>message:scope-as-audited</source>
        <extracomment>{count} versions, as the audit names them</extracomment>
        <translation>{count} גרסאות, כפי שיומן הביקורת מציין אותן</translation>
    </message>
    <message>
        <source>message:scope-count-stopped</source>
        <extracomment>The files of the scope were not counted to the end: the count was stopped.</extracomment>
        <translation>קובצי התחום לא נספרו עד הסוף: הספירה נעצרה.</translation>
    </message>
    <message>
        <source>message:scope-differs</source>
        <extracomment>scope.toml isn't the version that was last used; `triage scope plan` shows what it would change, `triage index` or `triage scope approve` records it</extracomment>
        <translation>⁦scope.toml⁩ אינו הגרסה שנעשה בה שימוש לאחרונה; ⁦triage scope plan⁩ מראה מה הוא ישנה, ו־⁦triage index⁩ או ⁦triage scope approve⁩ ירשום אותו</translation>
    </message>
    <message>
        <source>message:scope-line-needs-newer-python</source>
        <extracomment>{line} in a scope.toml can only be read by Python 3.11 or newer</extracomment>
        <translation>את {line} שב־scope.toml יכול לקרוא רק Python 3.11 או חדש ממנו</translation>
    </message>
    <message>
        <source>message:scope-narrowed-unexplained</source>
        <extracomment>line {line} of {name} opened {path} under version {version} of the scope, and the version in force doesn't cover it. Nothing on record says why: `triage scope history` shows the versions; give the reason with `triage scope approve --reason`, or remove what was read with `triage scope apply`</extracomment>
        <translation>שורה {line} של {name} פתחה את {path} לפי גרסה {version} של התחום, והגרסה שבתוקף אינה כוללת אותו. שום רישום אינו אומר מדוע: ⁦triage scope history⁩ מראה את הגרסאות; יש לציין את הנימוק ב־⁦triage scope approve --reason⁩, או להסיר את מה שנקרא ב־⁦triage scope apply⁩</translation>
    </message>
    <message>
        <source>message:scope-not-as-audited</source>
        <extracomment>{file} isn't a version that the audit names</extracomment>
        <translation>{file} אינו גרסה שיומן הביקורת מציין</translation>
    </message>
    <message>
        <source>message:scope-root-moved</source>
        <extracomment>The path of '{root}' was {before} in the last whole run, and is {now} now. Run triage index first, so that what is read there isn't removed. Nothing was removed.</extracomment>
        <translation>הנתיב של '{root}' היה {before} בהרצה המלאה האחרונה, וכעת הוא {now}. יש להריץ קודם triage index, כדי שמה שייקרא שם לא יוסר. דבר לא הוסר.</translation>
    </message>
    <message>
        <source>message:scope-unapproved</source>
        <extracomment>Nobody has approved scope.toml as it is, and this case opens nothing under a scope that isn't approved. See what it includes with triage scope plan, and approve it with triage scope approve. Nothing was opened.</extracomment>
        <translation>איש לא אישר את ⁦scope.toml⁩ כפי שהוא, ותיק זה אינו פותח דבר לפי תחום שלא אושר. ⁦triage scope plan⁩ מראה מה הוא כולל, ו־⁦triage scope approve⁩ מאשר אותו. דבר לא נפתח.</translation>
    </message>
    <message>
        <source>message:scope-unknown-key</source>
        <extracomment>{path}: '{where}' has the key '{key}', which means nothing there. The nearest is '{near}'; there are: {known}. Nothing was read.</extracomment>
        <translation>{path}: ב־'{where}' יש המפתח '{key}', שאין לו שם משמעות. הקרוב ביותר הוא '{near}'; אלה המפתחות: ⁦{known}⁩. דבר לא נקרא.</translation>
    </message>
    <message>
        <source>message:scope-unreadable</source>
        <extracomment>{path} can't be read: {error}. Fix it; without a scope nothing may be opened.</extracomment>
        <translation>לא ניתן לקרוא את {path}: {error}. יש לתקן אותו; ללא תחום אין לפתוח דבר.</translation>
    </message>
    <message>
        <source>message:scope-used-unapproved</source>
        <extracomment>version {version} was used without approval: line {line} of {name}</extracomment>
        <translation>נעשה שימוש בגרסה {version} בלי אישור: שורה {line} של {name}</translation>
    </message>
    <message>
        <source>message:scope-version-changed</source>
        <extracomment>the text of version {version} isn't what was recorded</extracomment>
        <translation>הטקסט של גרסה {version} אינו מה שנרשם</translation>
    </message>
    <message>
        <source>message:scope-version-unaudited</source>
        <extracomment>version {version} isn't what the audit says of it</extracomment>
        <translation>גרסה {version} אינה מה שיומן הביקורת אומר עליה</translation>
    </message>
    <message>
        <source>message:scope-versions-hold</source>
        <extracomment>version {last} has been in force since {time} (versions: {count}); sources opened earlier that are no longer in scope, each by a rule or for a reason on record: {left}</extracomment>
        <translation>גרסה {last} בתוקף מאז {time} (גרסאות: {count}); מקורות שנפתחו קודם ואינם עוד בתחום, כל אחד לפי כלל או מנימוק רשום: {left}</translation>
    </message>
    <message>
        <source>message:scope-without-reason</source>
        <extracomment>The scope was not changed: give the reason for the change, which goes on record.</extracomment>
        <translation>תחום הבדיקה לא שונה: יש לתת סיבה לשינוי, והיא תירשם.</translation>
    </message>
    <message>
        <source>message:scripts-not-looked-for</source>
        <extracomment>Its objects can't be read; scripts in it were not looked for.</extracomment>
        <translation>לא ניתן לקרוא את האובייקטים שלו; סקריפטים שבתוכו לא אותרו.</translation>
    </message>
    <message>
        <source>message:seal-key-lost</source>
        <extracomment>The text of sealed item number {number} can't be unlocked: {file} is missing, or isn't the key that it was sealed with. Restore the file from a copy of the case's folder; without it the item stays sealed.</extracomment>
        <translation>לא ניתן לפתוח את נעילת הטקסט של פריט חתום מספר {number}: הקובץ {file} חסר, או שאינו המפתח שבו נחתם. יש להחזיר את הקובץ מעותק של תיקיית התיק; בלעדיו הפריט נשאר חתום.</translation>
    </message>
    <message>
        <source>message:seal-leaves-text</source>
        <extracomment>item number {number} is sealed, but text of it is still in the case</extracomment>
        <translation>פריט מספר {number} חתום, וטקסט שלו עדיין נמצא בתיק</translation>
    </message>
    <message>
        <source>message:seal-not-pending</source>
        <extracomment>This seal can no longer be withdrawn. Opening it takes two people: one asks and gives a reason, another grants it (Code menu, or triage seal open).</extracomment>
        <translation>כבר אי אפשר לבטל את החתימה הזאת. לפתיחתה דרושים שני אנשים: האחד מבקש ומנמק, והאחר מאשר (תפריט קידוד, או triage seal open).</translation>
    </message>
    <message>
        <source>message:seal-opened-alone</source>
        <extracomment>item number {number} was opened without an earlier request by another person, with keys and logins of two people on the roster</extracomment>
        <translation>פריט מספר {number} נפתח ללא בקשה קודמת של אדם אחר, במפתחות ובחשבונות של שני אנשים שברשימת המורשים</translation>
    </message>
    <message>
        <source>message:seal-reason-missing</source>
        <extracomment>Give a reason of 1 to {most} characters: it stays with the item.</extracomment>
        <translation>יש לציין מדוע, ב־1 עד {most} תווים: הנימוק נשאר עם הפריט.</translation>
    </message>
    <message>
        <source>message:seal-without-why</source>
        <extracomment>Why are they sealed? Give the reason with --reason; it stays with the items.</extracomment>
        <translation>מדוע הם חתומים? יש לנמק עם ⁦--reason⁩; הנימוק נשאר עם הפריטים.</translation>
    </message>
    <message>
        <source>message:sealed-item-copied</source>
        <extracomment>item number {number} is a copy of a sealed item, or inside one, and isn't sealed: run triage index to seal it</extracomment>
        <translation>פריט מספר {number} הוא עותק של פריט חתום, או נמצא בתוך פריט כזה, ואינו חתום: יש להריץ triage index כדי לחתום אותו</translation>
    </message>
    <message>
        <source>message:sealed-item-found</source>
        <extracomment>item number {number} is sealed, but a search by its text finds it</extracomment>
        <translation>פריט מספר {number} חתום, וחיפוש לפי הטקסט שלו מוצא אותו</translation>
    </message>
    <message>
        <source>message:seals-hold</source>
        <extracomment>no sealed item is found by its text (sealed items: {count}, words tried: {words})</extracomment>
        <translation>אף פריט חתום אינו נמצא לפי הטקסט שלו (פריטים חתומים: {count}, מילים שנוסו: {words})</translation>
    </message>
    <message>
        <source>message:seals-hold-traces-left</source>
        <extracomment>no sealed item is found by its text (sealed items: {count}, words tried: {words}); traces of them are still to be cleared from the files: run triage seal</extracomment>
        <translation>אף פריט חתום אינו נמצא לפי הטקסט שלו (פריטים חתומים: {count}, מילים שנוסו: {words}); עקבות שלהם טרם נוקו מהקבצים: יש להריץ triage seal</translation>
    </message>
    <message>
        <source>message:search-out-of-time</source>
        <extracomment>The search was stopped after {seconds} seconds of processor time, without an answer. Narrow it: use fewer wildcards, shorter distances, or one field.</extracomment>
        <translation>החיפוש נעצר אחרי {seconds} שניות של זמן מעבד, ללא תשובה. יש לצמצם אותו: פחות תווים כלליים, מרחקים קצרים יותר או שדה אחד.</translation>
    </message>
    <message>
        <source>message:search-stopped</source>
        <extracomment>The search was stopped before it had an answer. Search again.</extracomment>
        <translation>החיפוש נעצר לפני שהייתה לו תשובה. יש לחפש שוב.</translation>
    </message>
    <message>
        <source>message:seed-too-long</source>
        <extracomment>A seed has at most {most} characters, not {size}. Give a shorter one.</extracomment>
        <translation>בגרעין יש לכל היותר {most} תווים, לא {size}. יש לתת קצר יותר.</translation>
    </message>
    <message>
        <source>message:selftest-folder-not-empty</source>
        <extracomment>{path} exists and isn't an empty folder. Choose another one for --folder.</extracomment>
        <translation>{path} קיים ואינו תיקייה ריקה. יש לבחור תיקייה אחרת עבור ⁦--folder⁩.</translation>
    </message>
    <message>
        <source>message:setting-default</source>
        <extracomment>the default</extracomment>
        <translation>ברירת המחדל</translation>
    </message>
    <message>
        <source>message:setting-not-a-number</source>
        <extracomment>{path}: '{key}' takes a whole number from 0 up, not {value}.</extracomment>
        <translation>{path}: '{key}' מקבל מספר שלם מ־0 ומעלה, לא {value}.</translation>
    </message>
    <message>
        <source>message:setting-not-a-table</source>
        <extracomment>{path}: '{key}' is a table: write [{key}] on a line of its own, and its settings below.</extracomment>
        <translation>{path}: '{key}' היא טבלה: יש לכתוב [{key}] בשורה נפרדת, ואת ההגדרות שלה מתחתיה.</translation>
    </message>
    <message>
        <source>message:setting-of-wrong-kind</source>
        <extracomment>{path}: '{key}' is given as {wanted}.</extracomment>
        <translation>{path}: '{key}' נכתב כך: {wanted}.</translation>
    </message>
    <message>
        <source>message:settings-differ</source>
        <extracomment>settings.toml says {key} = {now}, but it was {before} when last used; `triage index` records the change</extracomment>
        <translation>⁦settings.toml⁩ אומר ⁦{key} = {now}⁩, אך בשימוש האחרון זה היה {before}; ⁦triage index⁩ ירשום את השינוי</translation>
    </message>
    <message>
        <source>message:settings-hold</source>
        <extracomment>as when they were last used</extracomment>
        <translation>כפי שהיו בשימוש האחרון</translation>
    </message>
    <message>
        <source>message:settings-not-recorded-yet</source>
        <extracomment>not on record yet</extracomment>
        <translation>טרם נרשמו</translation>
    </message>
    <message>
        <source>message:settings-unreadable</source>
        <extracomment>{path} can't be read: {error}. Fix it, or delete it to use the defaults.</extracomment>
        <translation>לא ניתן לקרוא את {path}: {error}. יש לתקן אותו, או למחוק אותו כדי להשתמש בברירות המחדל.</translation>
    </message>
    <message>
        <source>message:shared-strings-missing</source>
        <extracomment>Only {count} of {wanted} shared strings can be read.</extracomment>
        <translation>מתוך {wanted} מחרוזות משותפות ניתן לקרוא רק {count}.</translation>
    </message>
    <message>
        <source>message:sheet-cut</source>
        <extracomment>It ends inside a sheet; what came before was read.</extracomment>
        <translation>הוא מסתיים בתוך גיליון; מה שלפני כן נקרא.</translation>
    </message>
    <message>
        <source>message:sheet-left-out</source>
        <extracomment>{count} cells of the sheet {name} were not read: write Term above its terms, or save it alone.</extracomment>
        <translation>{count} התאים של הגיליון {name} לא נקראו: יש לכתוב Term מעל המונחים שבו, או לשמור אותו בנפרד.</translation>
    </message>
    <message>
        <source>message:sheet-missing</source>
        <extracomment>The workbook names the sheet {name}, which isn't there or can't be unpacked.</extracomment>
        <translation>החוברת נוקבת בגיליון {name}, שאינו שם או שלא ניתן לפרוס אותו.</translation>
    </message>
    <message>
        <source>message:sheet-unplaced</source>
        <extracomment>The workbook doesn't say where its sheet {name} is; it was not read.</extracomment>
        <translation>החוברת אינה מציינת היכן הגיליון {name}; הוא לא נקרא.</translation>
    </message>
    <message>
        <source>message:shown-elsewhere</source>
        <extracomment>What is shown can't be put on record in {log} ({error}). Until the case is closed it is recorded in {own} instead.</extracomment>
        <translation>אי אפשר לרשום ב־{log} את מה שמוצג ({error}). עד שהתיק ייסגר זה נרשם במקום זאת ב־{own}.</translation>
    </message>
    <message>
        <source>message:shown-unrecorded</source>
        <extracomment>What is shown can't be put on record, neither in the case nor in {own} ({error}). It is recorded once one of them can be written again, and lost if that isn't before the case is closed.</extracomment>
        <translation>אי אפשר לרשום את מה שמוצג, לא בתיק ולא ב־{own} ({error}). הוא יירשם ברגע שאפשר יהיה שוב לכתוב באחד מהם, ויאבד אם זה לא יקרה לפני סגירת התיק.</translation>
    </message>
    <message>
        <source>message:sign-joins-nothing</source>
        <extracomment>{sign} neither joins nor separates: a space means AND</extracomment>
        <translation>{sign} אינו מחבר ואינו מפריד: רווח פירושו AND</translation>
    </message>
    <message>
        <source>message:signature-decisions-changed</source>
        <extracomment>decisions taken over at row {row} of the audit aren't those that were signed</extracomment>
        <translation>החלטות שנקלטו בשורה {row} ביומן הביקורת אינן אלה שנחתמו</translation>
    </message>
    <message>
        <source>message:signature-missing</source>
        <extracomment>row {row} of the audit, {action} by {who}, lacks the signature of {key}</extracomment>
        <translation>בשורה {row} ביומן הביקורת, {action} מאת {who}, חסרה החתימה של {key}</translation>
    </message>
    <message>
        <source>message:signature-of-row-wrong</source>
        <extracomment>the signature of row {row} of the audit, {action} by {who}, isn't of {key}</extracomment>
        <translation>החתימה על שורה {row} ביומן הביקורת, {action} מאת {who}, אינה של {key}</translation>
    </message>
    <message>
        <source>message:signature-of-something-else</source>
        <extracomment>{file} isn't about this manifest.json</extracomment>
        <translation>{file} אינו על manifest.json הזה</translation>
    </message>
    <message>
        <source>message:signature-unstated</source>
        <extracomment>row {row} of the audit, {action} by {who}, is neither signed nor states why it isn't</extracomment>
        <translation>שורה {row} ביומן הביקורת, {action} מאת {who}, אינה חתומה ואינה מציינת מדוע</translation>
    </message>
    <message>
        <source>message:signature-wrong</source>
        <extracomment>the signature by {name} is wrong: it, or what was signed, was changed</extracomment>
        <translation>החתימה של {name} שגויה: היא, או מה שנחתם, שונו</translation>
    </message>
    <message>
        <source>message:signatures-hold</source>
        <extracomment>each signature is right (signatures: {count}); keys: {keys}</extracomment>
        <translation>כל החתימות תקינות (חתימות: {count}); מפתחות: {keys}</translation>
    </message>
    <message>
        <source>message:signatures-lack</source>
        <extracomment>{signatures}; unsigned: {rows}</extracomment>
        <translation>{signatures}; לא חתומות: {rows}</translation>
    </message>
    <message>
        <source>message:signatures-none</source>
        <extracomment>unsigned: no decisions to sign yet</extracomment>
        <translation>אין חתימות: עדיין אין החלטות לחתום עליהן</translation>
    </message>
    <message>
        <source>message:signatures-row</source>
        <extracomment>row {row} ({action} by {who}, {time})</extracomment>
        <translation>שורה {row} ({action} מאת {who}, {time})</translation>
    </message>
    <message>
        <source>message:signer-another</source>
        <extracomment>signed by {key}, which isn't one of the keys that you gave: somebody else made this folder, or made it again</extracomment>
        <translation>חתום במפתח {key}, שאינו אחד המפתחות שניתנו: מישהו אחר יצר את התיקייה הזאת, או יצר אותה מחדש</translation>
    </message>
    <message>
        <source>message:signer-known</source>
        <extracomment>signed by {key}, which is one of the keys that you gave</extracomment>
        <translation>חתום במפתח {key}, שהוא אחד המפתחות שניתנו</translation>
    </message>
    <message>
        <source>message:signer-none</source>
        <extracomment>This folder agrees with itself, but nobody signed it: anyone could have made it again.</extracomment>
        <translation>התיקייה הזאת עקבית עם עצמה, אבל איש לא חתם עליה: כל אחד היה יכול ליצור אותה מחדש.</translation>
    </message>
    <message>
        <source>message:signer-unknown</source>
        <extracomment>This folder agrees with itself; the signer is unknown to this check. Give the key that you got through a different channel with --key.</extracomment>
        <translation>התיקייה הזאת עקבית עם עצמה; החותם אינו ידוע לבדיקה הזאת. יש לתת עם ‎--key‎ את המפתח שנמסר בדרך אחרת.</translation>
    </message>
    <message>
        <source>message:signs-not-searched</source>
        <extracomment>{signs} in {typed} isn't searched; to include it write ="{again}"</extracomment>
        <translation>{signs} ב־{typed} אינו נכלל בחיפוש; כדי לחפש גם את הסימנים יש לכתוב ="{again}"</translation>
    </message>
    <message>
        <source>message:single-quotes</source>
        <extracomment>single quotes don't make a phrase: write "{phrase}"</extracomment>
        <translation>גרשיים בודדים אינם יוצרים צירוף: לצירוף יש לכתוב "{phrase}"</translation>
    </message>
    <message>
        <source>message:size-disagrees</source>
        <extracomment>{file} states another size for {path}, which has {size} bytes.</extracomment>
        <translation>{file} מציין גודל אחר עבור {path}, שיש בו {size} בתים.</translation>
    </message>
    <message>
        <source>message:smime-cut</source>
        <extracomment>The signed or compressed message is truncated; what is there of its content was read.</extracomment>
        <translation>ההודעה החתומה או הדחוסה נקטעת; מה שיש מתוכנה נקרא.</translation>
    </message>
    <message>
        <source>message:smime-damaged</source>
        <extracomment>The cryptographic message is malformed and was not read.</extracomment>
        <translation>ההודעה הקריפטוגרפית מפרה את כללי הפורמט ולא נקראה.</translation>
    </message>
    <message>
        <source>message:smime-encrypted</source>
        <extracomment>The content is encrypted with S/MIME and was not read; it needs the recipient's key.</extracomment>
        <translation>התוכן מוצפן ב־S/MIME ולא נקרא; דרוש המפתח של הנמען.</translation>
    </message>
    <message>
        <source>message:smime-over-size</source>
        <extracomment>The compressed message unpacks to over {limit} MiB; the rest was not read.</extracomment>
        <translation>ההודעה הדחוסה נפרסת ליותר מ־{limit} MiB; השאר לא נקרא.</translation>
    </message>
    <message>
        <source>message:snappy-file</source>
        <extracomment>a snappy-compressed file</extracomment>
        <translation>קובץ דחוס ב־snappy</translation>
    </message>
    <message>
        <source>message:source-changed-while-read</source>
        <extracomment>The file changed while it was read; what was read may be a mixture.</extracomment>
        <translation>הקובץ השתנה בזמן הקריאה; ייתכן שמה שנקרא הוא תערובת.</translation>
    </message>
    <message>
        <source>message:source-denied-now</source>
        <extracomment>Its source is denied by scope.toml now.</extracomment>
        <translation>המקור שלו אסור עתה לפי scope.toml.</translation>
    </message>
    <message>
        <source>message:source-has-other-content</source>
        <extracomment>The file has other content than in an earlier run; is:superseded finds that.</extracomment>
        <translation>לקובץ יש תוכן שונה מבהרצה קודמת; is:superseded מוצא את מה שהיה בו.</translation>
    </message>
    <message>
        <source>message:source-lacks-member</source>
        <extracomment>Its source no longer contains it, or it can't be extracted.</extracomment>
        <translation>המקור שלו אינו מכיל אותו עוד, או שלא ניתן לחלצו.</translation>
    </message>
    <message>
        <source>message:source-not-opened</source>
        <extracomment>{name} has items, but the ledger has no open and close with its SHA-256 {sha256}</extracomment>
        <translation>ל־{name} יש פריטים, אך בפנקס אין פתיחה וסגירה עם ה־SHA-256 שלו {sha256}</translation>
    </message>
    <message>
        <source>message:source-not-what-was-hashed</source>
        <extracomment>The file was changed while it was read, so it counts as not read; what was read before the change is kept. The next run reads it again.</extracomment>
        <translation>הקובץ שונה בזמן שנקרא, ולכן הוא נחשב כלא נקרא; מה שנקרא לפני השינוי נשמר. הריצה הבאה תקרא אותו שוב.</translation>
    </message>
    <message>
        <source>message:source-unreadable</source>
        <extracomment>It couldn't be read: {why}.</extracomment>
        <translation>לא ניתן היה לקרוא אותו: {why}.</translation>
    </message>
    <message>
        <source>message:source-unreadable-now</source>
        <extracomment>Its source can no longer be read: {why}.</extracomment>
        <translation>לא ניתן עוד לקרוא את המקור שלו: {why}.</translation>
    </message>
    <message>
        <source>message:source-vanished</source>
        <extracomment>It is no longer there. What was read of it is kept; is:vanished finds it.</extracomment>
        <translation>הקובץ אינו עוד במקומו. מה שנקרא ממנו נשמר; is:vanished מוצא אותו.</translation>
    </message>
    <message>
        <source>message:sources-not-read</source>
        <extracomment>files that items come from and that the ledger doesn't say were read: {count}</extracomment>
        <translation>קבצים שפריטים נוצרו מהם והפנקס אינו אומר שנקראו: {count}</translation>
    </message>
    <message>
        <source>message:sources-odd</source>
        <extracomment>{file} isn't a list of files</extracomment>
        <translation>{file} אינו רשימה של קבצים</translation>
    </message>
    <message>
        <source>message:sources-opened-in-scope</source>
        <extracomment>each source was opened after its decision and in scope (sources: {count}, denials: {denied})</extracomment>
        <translation>כל מקור נפתח אחרי ההחלטה עליו ובתוך התחום (מקורות: {count}, נאסרו: {denied})</translation>
    </message>
    <message>
        <source>message:sources-read</source>
        <extracomment>{count} files that items, and so all exports, come from; each was opened and had this content</extracomment>
        <translation>{count} קבצים שמהם נוצרו פריטים, ולכן כל ייצוא; כל אחד נפתח והיה לו התוכן הזה</translation>
    </message>
    <message>
        <source>message:split-first-part</source>
        <extracomment>It is the first part of a split archive, and can't be read on its own. Join all parts, in the order of their numbers, into one file and read that.</extracomment>
        <translation>זהו החלק הראשון של ארכיון מפוצל, ולא ניתן לקרוא אותו לבדו. יש לאחד את כל החלקים לקובץ אחד לפי סדר מספריהם ולקרוא אותו.</translation>
    </message>
    <message>
        <source>message:split-first-part-members</source>
        <extracomment>It is the first part of a split archive; {count} members were found in it. Join all parts, in the order of their numbers, into one file and read that.</extracomment>
        <translation>זהו החלק הראשון של ארכיון מפוצל; נמצאו בו {count} קבצים. יש לאחד את כל החלקים לקובץ אחד לפי סדר מספריהם ולקרוא אותו.</translation>
    </message>
    <message>
        <source>message:split-last-part</source>
        <extracomment>It is the last of {parts} parts of a split archive; {count} members were found in it. Join all parts, in the order of their numbers, into one file and read that.</extracomment>
        <translation>זהו האחרון מ־{parts} חלקים של ארכיון מפוצל; נמצאו בו {count} קבצים. יש לאחד את כל החלקים לקובץ אחד לפי סדר מספריהם ולקרוא אותו.</translation>
    </message>
    <message>
        <source>message:split-last-part-missing</source>
        <extracomment>It is the last of {parts} parts of a split archive; {count} members aren't in it ({names}). Join all parts, in the order of their numbers, into one file and read that.</extracomment>
        <translation>זהו האחרון מ־{parts} חלקים של ארכיון מפוצל; {count} קבצים אינם בו ({names}). יש לאחד את כל החלקים לקובץ אחד לפי סדר מספריהם ולקרוא אותו.</translation>
    </message>
    <message>
        <source>message:split-later-part</source>
        <extracomment>By its name it is a later part of a split archive; it can't be read on its own. Join all parts, in the order of their numbers, into one file and read that.</extracomment>
        <translation>לפי שמו זהו חלק מאוחר של ארכיון מפוצל, ולא ניתן לקרוא אותו לבדו. יש לאחד את כל החלקים לקובץ אחד לפי סדר מספריהם ולקרוא אותו.</translation>
    </message>
    <message>
        <source>message:split-part-by-name</source>
        <extracomment>By its name it is part of a split archive; {count} members were found in it. Join all parts, in the order of their numbers, into one file and read that.</extracomment>
        <translation>לפי שמו זהו חלק של ארכיון מפוצל; נמצאו בו {count} קבצים. יש לאחד את כל החלקים לקובץ אחד לפי סדר מספריהם ולקרוא אותו.</translation>
    </message>
    <message>
        <source>message:sqlite-cells-as-strings</source>
        <extracomment>Cells of the table {name} that contain bytes ({count}) were read as loose strings.</extracomment>
        <translation>תאים בטבלה {name} שמכילים בתים ({count}) נקראו כמחרוזות בודדות.</translation>
    </message>
    <message>
        <source>message:sqlite-log</source>
        <extracomment>It is the log of an SQLite database; its content was read as loose strings.</extracomment>
        <translation>זהו יומן של מסד נתונים SQLite; תוכנו נקרא כמחרוזות בודדות.</translation>
    </message>
    <message>
        <source>message:sqlite-table-broken-off</source>
        <extracomment>The table {name} is truncated ({error}); {count} of its rows were read.</extracomment>
        <translation>הטבלה {name} נקטעת ({error}); נקראו {count} משורותיה.</translation>
    </message>
    <message>
        <source>message:stamp-authority-unreadable</source>
        <extracomment>The certificates of the authority can't be read: give a file in PEM form.</extracomment>
        <translation>לא ניתן לקרוא את האישורים של הרשות: יש לתת קובץ בתבנית ⁦PEM⁩.</translation>
    </message>
    <message>
        <source>message:stamp-not-imported</source>
        <extracomment>{path} wasn't imported: {why}</extracomment>
        <translation>{path} לא יובא: {why}</translation>
    </message>
    <message>
        <source>message:stamp-of-something-else</source>
        <extracomment>{file} is about something else than its head</extracomment>
        <translation>{file} הוא על משהו אחר מן הראש שלו</translation>
    </message>
    <message>
        <source>message:stamp-without-authority</source>
        <extracomment>Name the authority's root certificate with --authority FILE, from a source that you trust: the answer is checked by it.</extracomment>
        <translation>יש לציין את אישור השורש של הרשות ב־⁦--authority FILE⁩, ממקור מהימן: לפיו נבדקת התשובה.</translation>
    </message>
    <message>
        <source>message:stamp-wrong</source>
        <extracomment>The answer isn't a time stamp of this head by this authority: {error}</extracomment>
        <translation>התשובה אינה חותמת זמן של ראש זה מאת רשות זו: {error}</translation>
    </message>
    <message>
        <source>message:stamps-unchecked</source>
        <extracomment>{count} time stamps, about the heads here; the signatures of time stamps are not checked</extracomment>
        <translation>{count} חותמות זמן, על הראשים שכאן; החתימות של חותמות זמן אינן נבדקות</translation>
    </message>
    <message>
        <source>message:step-decisions-differ</source>
        <extracomment>the decisions of step {step} number {count}; the audit says {audited}</extracomment>
        <translation>מספר ההחלטות בצעד {step} הוא {count}; לפי יומן הביקורת {audited}</translation>
    </message>
    <message>
        <source>message:step-elsewhere</source>
        <extracomment>Your last step, of {time}, was taken elsewhere or in an earlier session. Nothing was undone.</extracomment>
        <translation>הצעד האחרון שלכם, מ-{time}, נעשה במקום אחר או בהפעלה קודמת. דבר לא בוטל.</translation>
    </message>
    <message>
        <source>message:stopped-before-unpacking</source>
        <extracomment>{reason} Files embedded in it, if any, were not unpacked.</extracomment>
        <translation>{reason} הקבצים המוטבעים בו, אם יש כאלה, לא נפרקו.</translation>
    </message>
    <message>
        <source>message:stream-cut</source>
        <extracomment>The stream {name} is truncated: only {count} of its {size} bytes are there.</extracomment>
        <translation>הזרם {name} קטוע: רק {count} מ־{size} הבתים שלו קיימים.</translation>
    </message>
    <message>
        <source>message:stream-unreadable</source>
        <extracomment>The stream {name} can't be read ({error}).</extracomment>
        <translation>לא ניתן לקרוא את הזרם {name} ({error}).</translation>
    </message>
    <message>
        <source>message:strings-in-first-part-only</source>
        <extracomment>Loose strings were looked for in the first {most} MiB of a stream only.</extracomment>
        <translation>מחרוזות בודדות נבדקו רק ב־{most} MiB הראשונים של זרם.</translation>
    </message>
    <message>
        <source>message:subject-as-phrase</source>
        <extracomment>the subject of an answer was read as a phrase; for the words alone leave out Re: and the like</extracomment>
        <translation>הנושא של תשובה נקרא כצירוף; לחיפוש המילים לבדן יש להשמיט את Re: וכדומה</translation>
    </message>
    <message>
        <source>message:sums-agree</source>
        <extracomment>{file} agrees; its own sha256 is {sha256}: compare it with the sender's.</extracomment>
        <translation>{file} תואם; ה־sha256 שלו עצמו הוא {sha256}: יש להשוות אותו לזה של השולח.</translation>
    </message>
    <message>
        <source>message:sums-disagree</source>
        <extracomment>{file} disagrees about {path}.</extracomment>
        <translation>{file} אינו תואם לגבי {path}.</translation>
    </message>
    <message>
        <source>message:sums-not-literal</source>
        <extracomment>{file} isn't as it was written, from line {line} on: a line was moved, doubled or cut.</extracomment>
        <translation>{file} אינו כפי שנכתב, החל משורה {line}: שורה הוזזה, הוכפלה או נחתכה.</translation>
    </message>
    <message>
        <source>message:tag-bad-colour</source>
        <extracomment>'{name}' can't have the colour '{colour}'. There are: {known}.</extracomment>
        <translation>התגית '{name}' אינה יכולה לקבל את הצבע '{colour}'. יש: {known}.</translation>
    </message>
    <message>
        <source>message:tag-bad-key</source>
        <extracomment>'{name}' can't have the key '{key}': a key is one letter or digit, or none.</extracomment>
        <translation>התגית '{name}' אינה יכולה לקבל את המקש '{key}': מקש הוא אות אחת או ספרה אחת, או ריק.</translation>
    </message>
    <message>
        <source>message:tag-bad-rule</source>
        <extracomment>'{name}' can't propagate by '{rule}'. The rules are: {known}.</extracomment>
        <translation>התגית '{name}' אינה יכולה להיות מוחלת לפי '{rule}'. אפשר לפי: {known}.</translation>
    </message>
    <message>
        <source>message:tag-bad-seals</source>
        <extracomment>a tag doesn't say whether it seals</extracomment>
        <translation>לא ניתן לדעת אם תגית חותמת</translation>
    </message>
    <message>
        <source>message:tag-field-differs</source>
        <extracomment>{field} is {here} here and {there} there</extracomment>
        <translation>{field} כאן {here} ושם {there}</translation>
    </message>
    <message>
        <source>message:tag-is-item-id</source>
        <extracomment>'{name}' is the id of an item and can't be a tag. Nothing was changed. Write the tag before the ids: triage tag CASE relevant ID</extracomment>
        <translation>'{name}' הוא מזהה של פריט ואינו יכול להיות תג. דבר לא שונה. יש לכתוב את התג לפני המזהים: triage tag CASE relevant ID</translation>
    </message>
    <message>
        <source>message:tag-key-reserved</source>
        <extracomment>'{name}' can't have the key {key}: that is {use}. Choose another.</extracomment>
        <translation>התגית '{name}' אינה יכולה לקבל את המקש {key}: הוא {use}. יש לבחור מקש אחר.</translation>
    </message>
    <message>
        <source>message:tag-key-taken</source>
        <extracomment>The key {key} belongs to both '{first}' and '{second}'; give one of them another.</extracomment>
        <translation>המקש {key} שייך גם ל־'{first}' וגם ל־'{second}'; יש לתת לאחת מהן מקש אחר.</translation>
    </message>
    <message>
        <source>message:tag-missing</source>
        <extracomment>Which tag? For example: triage tag CASE relevant --query heron</extracomment>
        <translation>איזו תגית? לדוגמה: ⁦triage tag CASE relevant --query heron⁩</translation>
    </message>
    <message>
        <source>message:tag-named-twice</source>
        <extracomment>Two tags are named '{name}'; give one of them another name.</extracomment>
        <translation>לשתי תגיות השם '{name}'; יש לתת לאחת מהן שם אחר.</translation>
    </message>
    <message>
        <source>message:tag-seals-alone</source>
        <extracomment>'{name}' seals: it can't be in a group, and it always propagates to attachments and copies.</extracomment>
        <translation>'{name}' חותמת: היא אינה שייכת לקבוצה, ומה שהיא מוחלת עליו קבוע (מה שבפנים, עותקים זהים).</translation>
    </message>
    <message>
        <source>message:tag-table-bad-value</source>
        <extracomment>A [[tag]] of {path} has a wrong '{key}'. Its lines: {known} (text; seals: true or false).</extracomment>
        <translation>ב־[[tag]] של {path} ערך שגוי ל־'{key}'. השורות בו הן: {known} (טקסט; seals: ‏true או false).</translation>
    </message>
    <message>
        <source>message:tag-table-unknown-key</source>
        <extracomment>A [[tag]] of {path} knows no '{key}'. Its lines: {known} (text; seals: true or false).</extracomment>
        <translation>ב־[[tag]] של {path} אין '{key}'. השורות בו הן: {known} (טקסט; seals: ‏true או false).</translation>
    </message>
    <message>
        <source>message:tag-table-without-name</source>
        <extracomment>A [[tag]] of {path} has no name. Its lines: {known} (text; seals: true or false).</extracomment>
        <translation>ל־[[tag]] של {path} אין שם. השורות בו הן: {known} (טקסט; seals: ‏true או false).</translation>
    </message>
    <message>
        <source>message:tag-unknown</source>
        <extracomment>There is no tag '{name}'. The tags are: {known}. Nothing was changed. To make a new tag, add --new-tag.</extracomment>
        <translation>אין תג '{name}'. התגים הם: {known}. דבר לא שונה. ליצירת תג חדש יש להוסיף --new-tag.</translation>
    </message>
    <message>
        <source>message:tag-unknown-nearest</source>
        <extracomment>There is no tag '{name}': did you mean {near}? Nothing was changed. To make a new tag, add --new-tag.</extracomment>
        <translation>אין תג '{name}': האם הכוונה ל־{near}? דבר לא שונה. ליצירת תג חדש יש להוסיף --new-tag.</translation>
    </message>
    <message>
        <source>message:tag-words-too-long</source>
        <extracomment>The label of '{name}' has {count} characters; a button takes {most}.</extracomment>
        <translation>במילים של '{name}' יש {count} תווים; כפתור מכיל {most}.</translation>
    </message>
    <message>
        <source>message:term-line-not-csv</source>
        <extracomment>Line {line} isn't CSV: {error}. Double the quotation marks inside a quoted cell.</extracomment>
        <translation>שורה {line} אינה CSV: {error}. יש להכפיל את המירכאות שבתוך תא במירכאות.</translation>
    </message>
    <message>
        <source>message:term-line-not-utf8</source>
        <extracomment>Line {line} isn't UTF-8 text. Save the list as UTF-8, so that no letter has to be guessed.</extracomment>
        <translation>שורה {line} אינה טקסט UTF-8. יש לשמור את הרשימה כ־UTF-8, כדי שלא יהיה צורך לנחש אף אות.</translation>
    </message>
    <message>
        <source>message:term-list-too-large</source>
        <extracomment>{path} is larger than {most} MiB: that isn't a list of terms.</extracomment>
        <translation>{path} גדול מ־{most} MiB: זו אינה רשימת מונחים.</translation>
    </message>
    <message>
        <source>message:term-list-unpacks-too-large</source>
        <extracomment>{path} unpacks to more than {most} MiB: that isn't a list of terms.</extracomment>
        <translation>{path} נפרס ליותר מ־{most} MiB: זו אינה רשימת מונחים.</translation>
    </message>
    <message>
        <source>message:term-list-unreadable</source>
        <extracomment>The list {path} can't be read: {error}. Give the path of a text file.</extracomment>
        <translation>לא ניתן לקרוא את הרשימה {path}: {error}. יש לתת נתיב של קובץ טקסט.</translation>
    </message>
    <message>
        <source>message:text-blank</source>
        <extracomment>The file contains only blanks or control characters.</extracomment>
        <translation>בקובץ יש רווחים או תווי בקרה בלבד.</translation>
    </message>
    <message>
        <source>message:text-damaged</source>
        <extracomment>A text in the case's database is damaged ({error}). Nothing of it can be shown or compared. triage verify says whose text it is; restore the case from a backup.</extracomment>
        <translation>טקסט במסד הנתונים של התיק פגום ({error}). לא ניתן להציג דבר ממנו או להשוות אליו. של איזה פריט הטקסט אומר ⁦triage verify⁩; יש לשחזר את התיק מגיבוי.</translation>
    </message>
    <message>
        <source>message:text-first-part-only</source>
        <extracomment>Only the first {read} of {size} MiB of text were read.</extracomment>
        <translation>נקראו רק {read} הראשונים מתוך {size} MiB של טקסט.</translation>
    </message>
    <message>
        <source>message:text-holds-escapes</source>
        <extracomment>The text holds escape sequences, such as those that switch character sets; words beside them may not be found.</extracomment>
        <translation>הטקסט מכיל רצפי בריחה, כגון אלה שמחליפים מערכת תווים; ייתכן שמילים הסמוכות להם לא יימצאו.</translation>
    </message>
    <message>
        <source>message:text-over-limit</source>
        <extracomment>It contains more text than the limit; the rest was left out of the search.</extracomment>
        <translation>יש בו יותר טקסט מהמגבלה; השאר הושמט מהחיפוש.</translation>
    </message>
    <message>
        <source>message:text-over-limit-mb</source>
        <extracomment>It contains more text than limit_text_mb; the rest was left out.</extracomment>
        <translation>יש בו יותר טקסט מ־limit_text_mb; השאר הושמט.</translation>
    </message>
    <message>
        <source>message:text-under-wrong-name</source>
        <extracomment>Its name suggests a {ending} file, but it contains text, which was read.</extracomment>
        <translation>שמו מבטיח קובץ {ending}, אך יש בו טקסט; הוא נקרא.</translation>
    </message>
    <message>
        <source>message:text-without-meaning</source>
        <extracomment>{count} characters of the text are replacement or private-use characters; what they stood for can't be found.</extracomment>
        <translation>{count} מתווי הטקסט הם תווי החלפה או תווים לשימוש פרטי; אי אפשר למצוא את מה שהם ייצגו.</translation>
    </message>
    <message>
        <source>message:the-package</source>
        <extracomment>The package</extracomment>
        <translation>החבילה</translation>
    </message>
    <message>
        <source>message:the-part</source>
        <extracomment>The part {name}</extracomment>
        <translation>החלק {name}</translation>
    </message>
    <message>
        <source>message:the-rest</source>
        <extracomment>The rest</extracomment>
        <translation>השאר</translation>
    </message>
    <message>
        <source>message:thread-includes-inferred</source>
        <extracomment>thread: also finds messages that are in a conversation by inference (is:inferred)</extracomment>
        <translation>thread: מוצא גם הודעות ששויכו לשרשור בהיסק (is:inferred)</translation>
    </message>
    <message>
        <source>message:tilde-two-meanings</source>
        <extracomment>{typed} has two meanings: write stem({word}) for its forms, or {word}~1 for similar words.</extracomment>
        <translation>ל־{typed} שתי משמעויות: יש לכתוב stem({word}) לצורות המילה, או {word}~1 למילים דומות.</translation>
    </message>
    <message>
        <source>message:time-ahead</source>
        <extracomment>the time {time} is more than a day ahead of this computer's clock: set the clocks right</extracomment>
        <translation>המועד {time} מקדים ביותר מיממה את שעון מחשב זה: יש לכוון את השעונים</translation>
    </message>
    <message>
        <source>message:tnef-attribute-damaged</source>
        <extracomment>The attribute {number} of the TNEF file is malformed; the others were read.</extracomment>
        <translation>התכונה {number} של קובץ ה־TNEF מפרה את הכללים; האחרות נקראו.</translation>
    </message>
    <message>
        <source>message:tnef-cut</source>
        <extracomment>The TNEF file ends in the middle of an attribute.</extracomment>
        <translation>קובץ ה־TNEF מסתיים באמצע תכונה.</translation>
    </message>
    <message>
        <source>message:tnef-other-bytes</source>
        <extracomment>The TNEF file contains bytes that aren't an attribute; what follows them was not read.</extracomment>
        <translation>בקובץ ה־TNEF בתים שאינם תכונה; מה שאחריהם לא נקרא.</translation>
    </message>
    <message>
        <source>message:too-deep</source>
        <extracomment>It is nested deeper than {most} levels (limit_depth); it was not read.</extracomment>
        <translation>הוא נמצא עמוק יותר מ־{most} רמות (limit_depth); הוא לא נקרא.</translation>
    </message>
    <message>
        <source>message:too-large-for-pages</source>
        <extracomment>It is larger than limit_item_mb, so it isn't turned into pages.</extracomment>
        <translation>הוא גדול מ־limit_item_mb ולכן אינו הופך לעמודים.</translation>
    </message>
    <message>
        <source>message:too-many-form-fields</source>
        <extracomment>It has more than {most} form fields; the others were not read.</extracomment>
        <translation>יש בו יותר מ־{most} שדות טופס; האחרים לא נקראו.</translation>
    </message>
    <message>
        <source>message:too-many-items</source>
        <extracomment>{name}: the file contains more items than limit_children; not read.</extracomment>
        <translation>{name}: בקובץ יותר פריטים מ־limit_children; לא נקרא.</translation>
    </message>
    <message>
        <source>message:too-many-persons-or-controls</source>
        <extracomment>It names more than {most} people or controls; the others were left out.</extracomment>
        <translation>הוא נוקב ביותר מ־{most} אנשים או פקדים; האחרים הושמטו.</translation>
    </message>
    <message>
        <source>message:too-many-records</source>
        <extracomment>it has more than {most} records</extracomment>
        <translation>יש בו יותר מ־{most} רשומות</translation>
    </message>
    <message>
        <source>message:too-many-signatures</source>
        <extracomment>{holder} contains more than {most} signatures or certificates; the others weren't read.</extracomment>
        <translation>ב־{holder} יותר מ־{most} חתימות או אישורים; האחרים לא נקראו.</translation>
    </message>
    <message>
        <source>message:traces-left</source>
        <extracomment>Traces of what was sealed or removed are still in the case's files, and can be read there ({error}). Clear them once that is mended: triage seal {path}</extracomment>
        <translation>עקבות של מה שנחתם או הוסר עדיין נמצאים בקובצי התיק ואפשר לקרוא אותם שם ({error}). לאחר שהסיבה תתוקן, יש לנקות אותם: triage seal {path}</translation>
    </message>
    <message>
        <source>message:trial-delete</source>
        <extracomment>a reader could delete a file</extracomment>
        <translation>תהליך קריאה יכול למחוק קובץ</translation>
    </message>
    <message>
        <source>message:trial-ended</source>
        <extracomment>The trial process ended before it could try this.</extracomment>
        <translation>תהליך הניסוי הסתיים לפני שהספיק לנסות זאת.</translation>
    </message>
    <message>
        <source>message:trial-environment</source>
        <extracomment>a reader could see the environment of the program</extracomment>
        <translation>תהליך קריאה יכול לראות את סביבת התוכנה</translation>
    </message>
    <message>
        <source>message:trial-exec</source>
        <extracomment>a reader could turn into another program</extracomment>
        <translation>תהליך קריאה יכול להפוך לתוכנה אחרת</translation>
    </message>
    <message>
        <source>message:trial-file-signal</source>
        <extracomment>a reader could have the system signal other processes</extracomment>
        <translation>תהליך קריאה יכול לגרום למערכת לשלוח אותות לתהליכים אחרים</translation>
    </message>
    <message>
        <source>message:trial-fork</source>
        <extracomment>a reader could start a process</extracomment>
        <translation>תהליך קריאה יכול להפעיל תהליך</translation>
    </message>
    <message>
        <source>message:trial-libraries</source>
        <extracomment>a confined reader can't load {names}, so the files that need it can't be read</extracomment>
        <translation>תהליך קריאה מוגבל אינו יכול לטעון את {names}, ולכן לא ניתן לקרוא את הקבצים הזקוקים לכך</translation>
    </message>
    <message>
        <source>message:trial-list-home</source>
        <extracomment>a reader could list the home folder</extracomment>
        <translation>תהליך קריאה יכול להציג את תוכן תיקיית הבית</translation>
    </message>
    <message>
        <source>message:trial-listen</source>
        <extracomment>a reader could listen on a port</extracomment>
        <translation>תהליך קריאה יכול להאזין ביציאה</translation>
    </message>
    <message>
        <source>message:trial-local-socket</source>
        <extracomment>a reader could reach a local socket</extracomment>
        <translation>תהליך קריאה יכול להגיע ל־socket מקומי</translation>
    </message>
    <message>
        <source>message:trial-many-files</source>
        <extracomment>a reader could open files without limit</extracomment>
        <translation>תהליך קריאה יכול לפתוח קבצים ללא הגבלה</translation>
    </message>
    <message>
        <source>message:trial-memory</source>
        <extracomment>a reader could take more than {most} MiB</extracomment>
        <translation>תהליך קריאה יכול לקחת יותר מ־{most} MiB</translation>
    </message>
    <message>
        <source>message:trial-new-file</source>
        <extracomment>a reader could write a new file</extracomment>
        <translation>תהליך קריאה יכול לכתוב קובץ חדש</translation>
    </message>
    <message>
        <source>message:trial-open-passwd</source>
        <extracomment>a reader could open /etc/passwd</extracomment>
        <translation>תהליך קריאה יכול לפתוח את ⁦/etc/passwd⁩</translation>
    </message>
    <message>
        <source>message:trial-open-temporary</source>
        <extracomment>a reader could open a file in a temporary folder</extracomment>
        <translation>תהליך קריאה יכול לפתוח קובץ בתיקייה זמנית</translation>
    </message>
    <message>
        <source>message:trial-open-to-write</source>
        <extracomment>a reader could open a file for writing</extracomment>
        <translation>תהליך קריאה יכול לפתוח קובץ לכתיבה</translation>
    </message>
    <message>
        <source>message:trial-permissions</source>
        <extracomment>a reader could change a file's permissions</extracomment>
        <translation>תהליך קריאה יכול לשנות הרשאות של קובץ</translation>
    </message>
    <message>
        <source>message:trial-rename</source>
        <extracomment>a reader could rename a file</extracomment>
        <translation>תהליך קריאה יכול לשנות שם של קובץ</translation>
    </message>
    <message>
        <source>message:trial-shared-memory</source>
        <extracomment>a reader could take shared memory, which no limit counts</extracomment>
        <translation>תהליך קריאה יכול לתפוס זיכרון משותף, ששום מגבלה אינה סופרת</translation>
    </message>
    <message>
        <source>message:trial-signal</source>
        <extracomment>a reader could signal the process that started it</extracomment>
        <translation>תהליך קריאה יכול לשלוח אות לתהליך שהפעיל אותו</translation>
    </message>
    <message>
        <source>message:trial-spawn</source>
        <extracomment>a reader could spawn a program</extracomment>
        <translation>תהליך קריאה יכול להפעיל תוכנה</translation>
    </message>
    <message>
        <source>message:trial-tcp</source>
        <extracomment>a reader could connect by TCP</extracomment>
        <translation>תהליך קריאה יכול להתחבר ב־TCP</translation>
    </message>
    <message>
        <source>message:trial-times</source>
        <extracomment>a reader could change a file's times</extracomment>
        <translation>תהליך קריאה יכול לשנות את המועדים של קובץ</translation>
    </message>
    <message>
        <source>message:trial-udp</source>
        <extracomment>a reader could send by UDP</extracomment>
        <translation>תהליך קריאה יכול לשלוח ב־UDP</translation>
    </message>
    <message>
        <source>message:two-clauses</source>
        <extracomment>{first}; {second}</extracomment>
        <translation>{first}; {second}</translation>
    </message>
    <message>
        <source>message:two-listed</source>
        <extracomment>{first}, {second}</extracomment>
        <translation>{first}, {second}</translation>
    </message>
    <message>
        <source>message:two-named</source>
        <extracomment>{first} and {second}</extracomment>
        <translation>{first} ו־{second}</translation>
    </message>
    <message>
        <source>message:two-sentences</source>
        <extracomment>{first} {second}</extracomment>
        <translation>{first} {second}</translation>
    </message>
    <message>
        <source>message:unknown-kind</source>
        <extracomment>a file of unknown kind</extracomment>
        <translation>קובץ מסוג לא ידוע</translation>
    </message>
    <message>
        <source>message:unlisted-file</source>
        <extracomment>{path} is there but isn't listed; it was added later.</extracomment>
        <translation>{path} נמצא שם ואינו רשום; הוא נוסף מאוחר יותר.</translation>
    </message>
    <message>
        <source>message:unnamed</source>
        <extracomment>(unnamed)</extracomment>
        <translation>(ללא שם)</translation>
    </message>
    <message>
        <source>message:unnamed-and-what-follows</source>
        <extracomment>A part without a name and what follows</extracomment>
        <translation>חלק ללא שם ומה שבא אחריו</translation>
    </message>
    <message>
        <source>message:unnamed-attachment</source>
        <extracomment>an unnamed attachment</extracomment>
        <translation>צרופה ללא שם</translation>
    </message>
    <message>
        <source>message:unpacking-needs-memory</source>
        <extracomment>{name} needs more than {most} MiB of memory to unpack; it was not read.</extracomment>
        <translation>פריסת {name} דורשת יותר מ־{most} MiB זיכרון; הוא לא נקרא.</translation>
    </message>
    <message>
        <source>message:unpacking-over-memory</source>
        <extracomment>Unpacking needs more memory than limit_memory_mb allows.</extracomment>
        <translation>הפריסה דורשת יותר זיכרון מכפי ש־limit_memory_mb מתיר.</translation>
    </message>
    <message>
        <source>message:unpacking-over-time</source>
        <extracomment>Unpacking took too long; what comes after member {count} was not read.</extracomment>
        <translation>הפריסה ארכה זמן רב מדי; מה שבא אחרי קובץ {count} לא נקרא.</translation>
    </message>
    <message>
        <source>message:unpacks-over-limit</source>
        <extracomment>it unpacks to more than the limit</extracomment>
        <translation>הוא נפרס מעבר למגבלה</translation>
    </message>
    <message>
        <source>message:unsealing-asked</source>
        <extracomment>{who} has already asked to open item {id}; another person has to grant it.</extracomment>
        <translation>{who} כבר ביקש(ה) לפתוח את הפריט {id}; אדם אחר צריך לאשר.</translation>
    </message>
    <message>
        <source>message:unsealing-not-asked</source>
        <extracomment>Nobody has asked to open item {id} yet. One person asks and says why, another grants it.</extracomment>
        <translation>איש עדיין לא ביקש לפתוח את הפריט {id}. דרושים שני אנשים: האחד מבקש ומנמק, והאחר מאשר.</translation>
    </message>
    <message>
        <source>message:unsealing-not-on-roster</source>
        <extracomment>Opening a seal takes two people whose keys are on the roster, and yours isn't. The approver, {approver}, adds it: triage record roster add CASE '{key}' --name NAME; or replaces your lost one with it: triage record roster replace CASE NAME '{key}'</extracomment>
        <translation>לפתיחת חותם דרושים שני אנשים שמפתחותיהם ברשימת המורשים, והמפתח שלך אינו בה. המאשר, {approver}, מוסיף אותו: ⁦triage record roster add CASE '{key}' --name NAME⁩; או שם אותו במקום המפתח שאבד לך: ⁦triage record roster replace CASE NAME '{key}'⁩</translation>
    </message>
    <message>
        <source>message:unsealing-one-person</source>
        <extracomment>{who} asked to open item {id}, so another person has to grant it: one with another key and name on the roster and another login. {key} has the same name, or belongs to the same login.</extracomment>
        <translation>{who} ביקש(ה) לפתוח את הפריט {id}, ולכן אדם אחר צריך לאשר: עם מפתח אחר ושם אחר ברשימת המורשים, ומחשבון אחר. ל־{key} אותו שם, או אותו חשבון.</translation>
    </message>
    <message>
        <source>message:unsealing-other-name</source>
        <extracomment>The roster has your key under the name {name}, but you gave {who}. Use the name on the roster.</extracomment>
        <translation>המפתח שלך רשום ברשימת המורשים בשם {name}, אך נתת את השם {who}. יש להשתמש בשם שברשימה.</translation>
    </message>
    <message>
        <source>message:unsealing-own-request</source>
        <extracomment>{who} asked to open item {id}, so another person has to grant it, with a key and a login of their own.</extracomment>
        <translation>{who} ביקש(ה) לפתוח את הפריט {id}, ולכן אדם אחר צריך לאשר, עם מפתח וחשבון משלו.</translation>
    </message>
    <message>
        <source>message:unsealing-without-roster</source>
        <extracomment>Opening a seal takes two people, each with a login and a key of their own, and this case has no roster of them yet. To begin it, and become its approver: triage record roster add CASE --name NAME. The second person, under their own login on this or another machine, finds their key with triage record roster list CASE; then you add it: triage record roster add CASE KEY --name NAME</extracomment>
        <translation>לפתיחת חותם דרושים שני אנשים, לכל אחד חשבון ומפתח משלו, ולתיק זה עדיין אין רשימת מורשים. כדי להתחיל אותה, ולהיות המאשר שלה: ⁦triage record roster add CASE --name NAME⁩. האדם השני, בחשבון שלו במחשב זה או אחר, מוצא את המפתח שלו עם ⁦triage record roster list CASE⁩; ואז יש להוסיף אותו: ⁦triage record roster add CASE KEY --name NAME⁩</translation>
    </message>
    <message>
        <source>message:uuencoded-broken</source>
        <extracomment>A uuencoded file ends at a line that can't be decoded.</extracomment>
        <translation>קובץ uuencode נקטע בשורה שלא ניתן לפענח.</translation>
    </message>
    <message>
        <source>message:uuencoded-cut</source>
        <extracomment>A uuencoded file ends without its last line.</extracomment>
        <translation>קובץ uuencode מסתיים ללא שורתו האחרונה.</translation>
    </message>
    <message>
        <source>message:value-unknown</source>
        <extracomment>'{typed}' isn't known: {field} takes {known}.</extracomment>
        <translation>'{typed}' אינו מוכר: {field} מקבל {known}.</translation>
    </message>
    <message>
        <source>message:value-unknown-nearest</source>
        <extracomment>'{typed}' isn't known: did you mean {near}?</extracomment>
        <translation>'{typed}' אינו מוכר: אולי הכוונה ל־{near}?</translation>
    </message>
    <message>
        <source>message:vcf-lines-broken</source>
        <extracomment>Some lines aren't valid vCard; they were kept as text.</extracomment>
        <translation>כמה שורות מפרות את כללי vCard; הן נשמרו כטקסט.</translation>
    </message>
    <message>
        <source>message:version-differs</source>
        <extracomment>{name} {before} then, {now} now</extracomment>
        <translation>{name} אז {before}, כעת {now}</translation>
    </message>
    <message>
        <source>message:versions-differ</source>
        <extracomment>made with other versions than are installed here, which are in brackets: {versions}</extracomment>
        <translation>הופק עם גרסאות אחרות מאלה המותקנות כאן, שבסוגריים: {versions}</translation>
    </message>
    <message>
        <source>message:versions-equal</source>
        <extracomment>made with the versions that are installed here</extracomment>
        <translation>הופק עם הגרסאות המותקנות כאן</translation>
    </message>
    <message>
        <source>message:versions-stated</source>
        <extracomment>versions of the program and of what it reads, indexes and signs with: {versions}</extracomment>
        <translation>גרסאות התוכנה ומה שהיא קוראת, מאנדקסת וחותמת באמצעותו: {versions}</translation>
    </message>
    <message>
        <source>message:view-cancelled</source>
        <extracomment>It is no longer wanted.</extracomment>
        <translation>הוא אינו מבוקש עוד.</translation>
    </message>
    <message>
        <source>message:view-failed</source>
        <extracomment>It can't be shown: {error}</extracomment>
        <translation>לא ניתן להציג אותו: {error}</translation>
    </message>
    <message>
        <source>message:view-no-html</source>
        <extracomment>It has no HTML text.</extracomment>
        <translation>אין בו טקסט HTML.</translation>
    </message>
    <message>
        <source>message:view-no-picture</source>
        <extracomment>It ({media}) can't be drawn: it isn't a picture of a known kind.</extracomment>
        <translation>לא ניתן לצייר אותו ({media}): זו אינה תמונה מסוג מוכר.</translation>
    </message>
    <message>
        <source>message:view-no-such-page</source>
        <extracomment>It has {pages} pages; there is no page {number}.</extracomment>
        <translation>יש בו {pages} עמודים; אין עמוד {number}.</translation>
    </message>
    <message>
        <source>message:view-no-such-sheet</source>
        <extracomment>It has {sheets} sheets; there is no sheet {number}.</extracomment>
        <translation>יש בו {sheets} גיליונות; אין גיליון {number}.</translation>
    </message>
    <message>
        <source>message:view-over-memory</source>
        <extracomment>Showing it needs more memory than limit_memory_mb allows.</extracomment>
        <translation>הצגתו דורשת יותר זיכרון מכפי ש־limit_memory_mb מתיר.</translation>
    </message>
    <message>
        <source>message:view-over-time</source>
        <extracomment>Drawing it took longer than {seconds} s.</extracomment>
        <translation>ציורו ארך יותר מ־{seconds} שניות.</translation>
    </message>
    <message>
        <source>message:view-page-without-size</source>
        <extracomment>The page has no size.</extracomment>
        <translation>לעמוד אין גודל.</translation>
    </message>
    <message>
        <source>message:view-password</source>
        <extracomment>It needs a password to open.</extracomment>
        <translation>נדרשת סיסמה לפתיחה.</translation>
    </message>
    <message>
        <source>message:view-pdfium-failed</source>
        <extracomment>PDFium can't draw it: {error}.</extracomment>
        <translation>PDFium אינו יכול לצייר אותו: {error}.</translation>
    </message>
    <message>
        <source>message:view-picture-failed</source>
        <extracomment>A picture of this kind ({media}) can't be drawn: {error}</extracomment>
        <translation>לא ניתן לצייר תמונה מסוג זה ({media}): {error}</translation>
    </message>
    <message>
        <source>message:view-sheets-failed</source>
        <extracomment>Its sheets can't be read as a table: {error}</extracomment>
        <translation>לא ניתן לקרוא את הגיליונות שלו כטבלה: {error}</translation>
    </message>
    <message>
        <source>message:web-archive</source>
        <extracomment>a web archive (WARC)</extracomment>
        <translation>ארכיון אינטרנט (WARC)</translation>
    </message>
    <message>
        <source>message:whole-over-size</source>
        <extracomment>Altogether the file unpacks to over {limit} MiB; {name} was not read.</extracomment>
        <translation>הכול נפרס ליותר מ־{limit} MiB; {name} לא נקרא.</translation>
    </message>
    <message>
        <source>message:whoosh-being-written</source>
        <extracomment>Another process is writing the Whoosh index. Wait until it has finished.</extracomment>
        <translation>תהליך אחר כותב כעת את אינדקס Whoosh. יש להמתין לסיומו.</translation>
    </message>
    <message>
        <source>message:whoosh-foreign</source>
        <extracomment>The index in {path} wasn't opened: it wasn't written by your login on this machine, or was changed since ({file}). Delete that folder; the index is made again from the case's text.</extracomment>
        <translation>האינדקס שב־{path} לא נפתח: הוא לא נכתב על ידי שם המשתמש הזה במחשב זה, או שונה מאז ({file}). יש למחוק תיקייה זו; האינדקס ייווצר מחדש מהטקסט שבתיק.</translation>
    </message>
    <message>
        <source>message:whoosh-unreadable</source>
        <extracomment>The index in {path} can't be read: {error}. Delete that folder; it will be made again.</extracomment>
        <translation>לא ניתן לקרוא את האינדקס שב־{path}: {error}. יש למחוק תיקייה זו; היא תיווצר מחדש.</translation>
    </message>
    <message>
        <source>message:wide-signs-made-plain</source>
        <extracomment>full-width characters were replaced by plain ones ({count})</extracomment>
        <translation>סימנים רחבים הוחלפו ברגילים ({count})</translation>
    </message>
    <message>
        <source>message:wildcard-alone</source>
        <extracomment>'{typed}' needs at least one letter or digit next to it in its word.</extracomment>
        <translation>ליד '{typed}' דרושה לפחות אות או ספרה אחת במילה.</translation>
    </message>
    <message>
        <source>message:wildcard-between-words</source>
        <extracomment>'{typed}' can't be used between characters that are words by themselves: write {meant}.</extracomment>
        <translation>'{typed}' אינו יכול לעמוד בין תווים שכל אחד מהם הוא מילה: יש לכתוב {meant}.</translation>
    </message>
    <message>
        <source>message:windows-program</source>
        <extracomment>a Windows program</extracomment>
        <translation>תוכנת Windows</translation>
    </message>
    <message>
        <source>message:withheld-holds-sealed</source>
        <extracomment>Withheld: item {id} inside it is sealed, by {who} at {time}: {why}.</extracomment>
        <translation>לא נמסר: הפריט {id} שבתוכו נחתם על ידי {who} ב־{time}: {why}.</translation>
    </message>
    <message>
        <source>message:withheld-sealed</source>
        <extracomment>Withheld: it is sealed, by {who} at {time}: {why}.</extracomment>
        <translation>לא נמסר: הוא נחתם על ידי {who} ב־{time}: {why}.</translation>
    </message>
    <message>
        <source>message:word-2003-xml</source>
        <extracomment>a Word 2003 XML document</extracomment>
        <translation>מסמך XML של Word 2003</translation>
    </message>
    <message>
        <source>message:word-fonts-guessed</source>
        <extracomment>Some of its fonts don't state their character set; they were read as Western.</extracomment>
        <translation>כמה מהגופנים אינם מציינים את אותיותיהם; הן נקראו כאותיות מערביות.</translation>
    </message>
    <message>
        <source>message:word-stream-unlike</source>
        <extracomment>Its Word stream doesn't begin like one; its loose strings were kept.</extracomment>
        <translation>זרם ה־Word שלו אינו מתחיל כזרם כזה; המחרוזות הבודדות שבו נשמרו.</translation>
    </message>
    <message>
        <source>message:word-tables-damaged</source>
        <extracomment>Its tables are damaged ({error}); its text was read as it is.</extracomment>
        <translation>הטבלאות שלו פגומות ({error}); הטקסט נקרא כפי שהוא.</translation>
    </message>
    <message>
        <source>message:word-text-outside</source>
        <extracomment>Part of its text is outside the file, or its tables are truncated.</extracomment>
        <translation>חלק מהטקסט נמצא מחוץ לקובץ, או שהטבלאות קטועות.</translation>
    </message>
    <message>
        <source>message:word-without-piece-table</source>
        <extracomment>no piece table</extracomment>
        <translation>אין טבלת קטעים</translation>
    </message>
    <message>
        <source>message:wordperfect-document</source>
        <extracomment>a WordPerfect document</extracomment>
        <translation>מסמך WordPerfect</translation>
    </message>
    <message>
        <source>message:work-unknown</source>
        <extracomment>a step of work is of a kind that this program doesn't know</extracomment>
        <translation>הפעולה שנעשתה ברשימה אינה מוכרת לתוכנה זו</translation>
    </message>
    <message>
        <source>message:workbook-place-damaged</source>
        <extracomment>The record that says where the workbook was saved is damaged.</extracomment>
        <translation>הרשומה המציינת היכן נשמרה החוברת פגומה.</translation>
    </message>
    <message>
        <source>message:workbook-records-damaged</source>
        <extracomment>{damaged} of its {count} records are damaged and were skipped.</extracomment>
        <translation>{damaged} מתוך {count} הרשומות שלו פגומות ודולגו.</translation>
    </message>
    <message>
        <source>message:workbook-stream-unreadable</source>
        <extracomment>Its workbook stream is empty or unreadable; the file's loose strings were kept.</extracomment>
        <translation>זרם החוברת ריק או שלא ניתן לקריאה; המחרוזות הבודדות של הקובץ נשמרו.</translation>
    </message>
    <message>
        <source>message:workbook-unreadable</source>
        <extracomment>{path} can't be read as a workbook: {error}. Save the terms as a text file.</extracomment>
        <translation>לא ניתן לקרוא את {path} כחוברת: {error}. יש לשמור את המונחים כקובץ טקסט.</translation>
    </message>
    <message>
        <source>message:workbook-without-records</source>
        <extracomment>It contains no records.</extracomment>
        <translation>אין בה רשומות.</translation>
    </message>
    <message>
        <source>message:worker-has-other-version</source>
        <extracomment>A worker has version {version} of Triage, and this is {ours}. Install the same version on all machines.</extracomment>
        <translation>באחד מתהליכי העבודה מותקנת גרסה {version} של Triage, וכאן {ours}. יש להתקין אותה גרסה בכל המחשבים.</translation>
    </message>
    <message>
        <source>message:workers-not-installed</source>
        <extracomment>Workers on other machines need the package distributed. Install Triage with its extra: pip install 'triage[cluster]'.</extracomment>
        <translation>קריאה במחשבים אחרים זקוקה לחבילה distributed. יש להתקין את Triage עם התוספת: pip install 'triage[cluster]'.</translation>
    </message>
    <message>
        <source>message:write-document</source>
        <extracomment>a Write document</extracomment>
        <translation>מסמך Write</translation>
    </message>
    <message>
        <source>message:xar-archive</source>
        <extracomment>a XAR archive</extracomment>
        <translation>ארכיון XAR</translation>
    </message>
    <message>
        <source>message:xfa-unreadable</source>
        <extracomment>It is an XFA form whose content can't be read; its pages are a placeholder.</extracomment>
        <translation>זהו טופס XFA שלא ניתן לקרוא את תוכנו; עמודיו הם מציין מקום.</translation>
    </message>
    <message>
        <source>message:xml-entities</source>
        <extracomment>The part {name} declares entities of its own; they were not expanded.</extracomment>
        <translation>החלק {name} מצהיר על ישויות משלו; הן לא הורחבו.</translation>
    </message>
    <message>
        <source>message:xml-entities-declared</source>
        <extracomment>The document type declares entities; they were not expanded, but kept as hidden text.</extracomment>
        <translation>סוג המסמך מצהיר על ישויות; הן לא הורחבו ועומדות כטקסט נסתר.</translation>
    </message>
    <message>
        <source>message:xml-entities-without-end</source>
        <extracomment>The part {name} declares entities that expand without end; they were left out.</extracomment>
        <translation>החלק {name} מצהיר על ישויות הנפרסות ללא סוף; הן הושמטו, השאר נקרא.</translation>
    </message>
    <message>
        <source>message:xml-not-well-formed</source>
        <extracomment>It isn't well-formed XML ({error}); it was kept whole, as plain text.</extracomment>
        <translation>זה אינו XML תקין ({error}); הוא נשמר כולו כטקסט פשוט.</translation>
    </message>
    <message>
        <source>message:xml-part-mended</source>
        <extracomment>The part {part} is damaged ({error}); the rest of it was read.</extracomment>
        <translation>החלק {part} פגום ({error}); השאר נקרא.</translation>
    </message>
    <message>
        <source>message:xml-part-perhaps-cut</source>
        <extracomment>The part {name} is damaged ({error}); some of the rest may be missing.</extracomment>
        <translation>החלק {name} פגום ({error}); ייתכן שחלק מהשאר חסר.</translation>
    </message>
    <message>
        <source>message:xml-part-stopped</source>
        <extracomment>The part {name} is damaged ({error}); what comes before the damage was read.</extracomment>
        <translation>החלק {name} פגום ({error}); מה שלפני הפגם נקרא.</translation>
    </message>
    <message>
        <source>message:xml-part-unreadable</source>
        <extracomment>The part {name} can't be read as XML.</extracomment>
        <translation>לא ניתן לקרוא את החלק {name} כ־XML.</translation>
    </message>
    <message>
        <source>message:xml-refers-elsewhere</source>
        <extracomment>The document type refers to a file or address elsewhere; it was not fetched.</extracomment>
        <translation>סוג המסמך מפנה לקובץ או לכתובת במקום אחר; הם לא הובאו.</translation>
    </message>
    <message>
        <source>message:xml-without-text</source>
        <extracomment>The document contains no text.</extracomment>
        <translation>אין במסמך טקסט.</translation>
    </message>
    <message>
        <source>message:xps-document</source>
        <extracomment>an XPS document</extracomment>
        <translation>מסמך XPS</translation>
    </message>
    <message>
        <source>message:yenc-not-decoded</source>
        <extracomment>The text contains a yEnc-encoded file; it was not decoded.</extracomment>
        <translation>הטקסט מכיל קובץ בקידוד yEnc; הוא לא פוענח.</translation>
    </message>
    <message>
        <source>missing  {message}</source>
        <translation>חסרה  {message}</translation>
    </message>
    <message>
        <source>misspelled</source>
        <translation>בשגיאת כתיב</translation>
    </message>
    <message>
        <source>modified</source>
        <translation>שונה</translation>
    </message>
    <message>
        <source>modified, doubtful</source>
        <translation>שונה, מפוקפק</translation>
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
        <source>never opened</source>
        <translation>לעולם אינו נפתח</translation>
    </message>
    <message>
        <source>new seed</source>
        <translation>גרעין חדש</translation>
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
        <source>no reader for this format</source>
        <translation>אין קורא לפורמט זה</translation>
    </message>
    <message>
        <source>no word of the index</source>
        <translation>אף מילה באינדקס</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>לא נמצא</translation>
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
        <source>optional; signed with the key of your login</source>
        <translation>רשות; נחתם במפתח של החשבון שלך</translation>
    </message>
    <message>
        <source>or</source>
        <translation>או</translation>
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
        <source>part of the text is in characters that couldn't be read as letters</source>
        <translation>חלק מהטקסט כתוב בתווים שלא ניתן היה לקרוא כאותיות</translation>
    </message>
    <message>
        <source>participants and time</source>
        <translation>משתתפים ומועד</translation>
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
        <source>purged</source>
        <translation>הוסר</translation>
    </message>
    <message>
        <source>purged: no longer in scope</source>
        <translation>הוסר: אינו עוד בתחום</translation>
    </message>
    <message>
        <source>quoted text</source>
        <translation>טקסט מצוטט</translation>
    </message>
    <message>
        <source>red</source>
        <translation>אדום</translation>
    </message>
    <message>
        <source>redact</source>
        <translation>להשחיר</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>נדחה</translation>
    </message>
    <message>
        <source>relevant</source>
        <translation>רלוונטי</translation>
    </message>
    <message>
        <source>removed what it leaves out</source>
        <translation>הוסר מה שאינו בתחום</translation>
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
        <source>same message</source>
        <translation>אותה הודעה</translation>
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
        <source>scope.toml was edited after version {number}, the last one on record.</source>
        <translation>scope.toml נערך אחרי גרסה {number}, האחרונה הרשומה.</translation>
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
        <source>sent {sent}, received {received}</source>
        <translation>נשלחו {sent}, התקבלו {received}</translation>
    </message>
    <message>
        <source>sent, doubtful</source>
        <translation>נשלח, מפוקפק</translation>
    </message>
    <message>
        <source>single</source>
        <translation>בודד</translation>
    </message>
    <message>
        <source>spaced out</source>
        <translation>ברווחים בין האותיות</translation>
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
        <source>such as: for counsel</source>
        <translation>למשל: ליועצים המשפטיים</translation>
    </message>
    <message>
        <source>suggested order</source>
        <translation>סדר מוצע</translation>
    </message>
    <message>
        <source>superseded</source>
        <translation>הוחלף</translation>
    </message>
    <message>
        <source>superseded by {id}: the source has a later version</source>
        <translation>הוחלף בידי {id}: במקור יש גרסה מאוחרת</translation>
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
        <source>the date is before 1970, or more than a year after that of the file</source>
        <translation>התאריך קודם לשנת 1970, או מאוחר ביותר משנה מתאריך הקובץ</translation>
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
        <source>the first {shown} are listed</source>
        <translation>מוצגים {shown} הראשונים</translation>
    </message>
    <message>
        <source>the item has not been read yet</source>
        <translation>הפריט עדיין לא נקרא</translation>
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
        <source>the text of this format is read, but not everything else</source>
        <translation>מפורמט זה נקרא הטקסט, ולא כל השאר</translation>
    </message>
    <message>
        <source>this phrase</source>
        <translation>הביטוי הזה</translation>
    </message>
    <message>
        <source>to decide</source>
        <translation>ממתין להחלטה</translation>
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
        <source>used alike</source>
        <translation>בשימוש דומה</translation>
    </message>
    <message>
        <source>vanished</source>
        <translation>נעלם</translation>
    </message>
    <message>
        <source>vanished: no longer in the sources</source>
        <translation>נעלם: אינו עוד במקורות</translation>
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
        <source>window</source>
        <translation>חלון</translation>
    </message>
    <message>
        <source>with letters that look the same</source>
        <translation>באותיות שנראות זהות</translation>
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
        <source>{case} (read-only) - Triage</source>
        <translation>{case} (לקריאה בלבד) - ⁦Triage⁩</translation>
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
        <source>{contained} of {mails} compared</source>
        <translation>{contained} מתוך {mails} שהושוו</translation>
    </message>
    <message>
        <source>{counts} are in</source>
        <translation>{counts} נמצאים ב:</translation>
    </message>
    <message>
        <source>{count} selected</source>
        <translation>{count} מסומנים</translation>
    </message>
    <message>
        <source>{date} (UTC), a doubtful date: see Problems</source>
        <translation>{date} (UTC), תאריך מפוקפק: ראו בעיות</translation>
    </message>
    <message>
        <source>{date} (UTC): when the file was changed; it has no date of its own</source>
        <translation>{date} (UTC): מועד שינוי הקובץ; אין לו תאריך משלו</translation>
    </message>
    <message>
        <source>{distinct} ({total} with copies)</source>
        <translation>{distinct} ({total} עם עותקים)</translation>
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
        <source>{field}: all {people}</source>
        <translation>{field}: כל {people}</translation>
    </message>
    <message>
        <source>{files} ({size}) may be read, {names} excluded</source>
        <translation>מותר לקרוא {files} ({size}), ומוצאים מן התחום {names}</translation>
    </message>
    <message>
        <source>{files}, {size}, are in {folder}.</source>
        <translation>{files}, {size}, נמצאים ב־{folder}.</translation>
    </message>
    <message>
        <source>{file} can't be read: {error}</source>
        <translation>לא ניתן לקרוא את {file}: {error}</translation>
    </message>
    <message>
        <source>{file} can't be written: {error}</source>
        <translation>לא ניתן לכתוב את {file}: {error}</translation>
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
        <source>{group}, %n inferred</source>
        <translation><numerusform>{group}, שהוסקו: %n</numerusform><numerusform>{group}, שהוסקו: %n</numerusform></translation>
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
        <source>{how}, unsigned</source>
        <translation>{how}, לא חתום</translation>
    </message>
    <message>
        <source>{items} ({total} with copies)</source>
        <translation>{items} ({total} עם עותקים)</translation>
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
    <message numerus="yes">
        <source>{items}, %n of them copies</source>
        <translation><numerusform>{items}, מהם עותק אחד</numerusform><numerusform>{items}, מהם %n עותקים</numerusform></translation>
    </message>
    <message>
        <source>{judged} of {size}</source>
        <translation>{judged} מתוך {size}</translation>
    </message>
    <message>
        <source>{judged} of {size} items are assessed. Close the sample?</source>
        <translation>נשפטו {judged} מתוך {size} פריטים. לסגור את המדגם?</translation>
    </message>
    <message numerus="yes">
        <source>{line}, the %n most frequent</source>
        <translation><numerusform>{line}, ה־%n השכיחות ביותר</numerusform><numerusform>{line}, ה־%n השכיחות ביותר</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{message}  (%n copies)</source>
        <translation><numerusform>{message}  (עותק אחד)</numerusform><numerusform>{message}  (%n עותקים)</numerusform></translation>
    </message>
    <message>
        <source>{message}  (inferred: {evidence})</source>
        <translation>{message}  (הוסק לפי: {evidence})</translation>
    </message>
    <message>
        <source>{minutes} min left</source>
        <translation>נותרו {minutes} דק׳</translation>
    </message>
    <message>
        <source>{moment} (file)</source>
        <translation>{moment} (קובץ)</translation>
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
        <source>{name} hidden</source>
        <translation>{name} מוסתר</translation>
    </message>
    <message>
        <source>{name} is already running; see the status bar.</source>
        <translation>{name} כבר מתבצע; ראו בשורת המצב.</translation>
    </message>
    <message>
        <source>{name}: linking conversations …</source>
        <translation>{name}: קישור שרשורים …</translation>
    </message>
    <message>
        <source>{name}: merging the index …</source>
        <translation>{name}: מיזוג האינדקס …</translation>
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
        <source>{name}: {done} of {total}</source>
        <translation>{name}: {done} מתוך {total}</translation>
    </message>
    <message>
        <source>{name}: {first} to {last}, in</source>
        <translation>{name}: {first} עד {last}, בתיקייה</translation>
    </message>
    <message>
        <source>{number} as messages without withheld attachments</source>
        <translation>{number} כהודעות ללא מה שהוצא</translation>
    </message>
    <message>
        <source>{number} as pages</source>
        <translation>{number} כעמודים</translation>
    </message>
    <message>
        <source>{number} as text only</source>
        <translation>{number} כטקסט בלבד</translation>
    </message>
    <message>
        <source>{number} as their originals</source>
        <translation>{number} במקור</translation>
    </message>
    <message>
        <source>{number} of these read</source>
        <translation>{number} מהם נקראו</translation>
    </message>
    <message>
        <source>{number} withheld</source>
        <translation>{number} מעוכבים</translation>
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
        <source>{other} did not start as a copy of this case; its decisions concern items that both have.</source>
        <translation>{other} לא התחיל כתיק זה; החלטותיו הן על פריטים שיש לשניהם.</translation>
    </message>
    <message>
        <source>{other}: {offered}, {known} known here, {added} new.</source>
        <translation>{other}: {offered}, {known} ידועות כאן, {added} חדשות.</translation>
    </message>
    <message>
        <source>{path}: Enter opens it, Space ticks it</source>
        <translation>{path}: Enter מציג, רווח מסמן</translation>
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
        <source>{read} files read; the last run was stopped, and what changed before it may be missing</source>
        <translation>נקראו {read} קבצים; הקריאה האחרונה נעצרה, וייתכן שחסר מה שהשתנה לפניה</translation>
    </message>
    <message>
        <source>{read} of at least {files} files read</source>
        <translation>נקראו {read} מתוך {files} קבצים לפחות</translation>
    </message>
    <message>
        <source>{read} of {files} files read</source>
        <translation>נקראו {read} מתוך {files} קבצים</translation>
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
        <source>{tag} removed from {items}.</source>
        <translation>התגית ”{tag}“ מוסרת מן {items}.</translation>
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
        <source>{who} asked to open the seal: {value}</source>
        <translation>{who} – בקשה לפתיחת החותם: {value}</translation>
    </message>
    <message>
        <source>{who} asks to open it: {why}</source>
        <translation>{who} מבקש(ת) לפתוח: {why}</translation>
    </message>
    <message>
        <source>{who} marked the passage “{value}”</source>
        <translation>{who} – סימון הקטע “{value}”</translation>
    </message>
    <message>
        <source>{who} opened the seal: {value}</source>
        <translation>{who} – פתיחת החותם: {value}</translation>
    </message>
    <message>
        <source>{who} redacted “{value}”</source>
        <translation>{who} – השחרת “{value}”</translation>
    </message>
    <message>
        <source>{who} removed the mark from “{value}”</source>
        <translation>{who} – הסרת הסימון מהקטע “{value}”</translation>
    </message>
    <message>
        <source>{who} removed the redaction of “{value}”</source>
        <translation>{who} – הסרת ההשחרה של “{value}”</translation>
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
        <source>{who} withdrew the seal: {value}</source>
        <translation>{who} – ביטול החתימה: {value}</translation>
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
        <source>“{sought}” isn't in this item's text.</source>
        <translation>”{sought}“ אינו בטקסט של פריט זה.</translation>
    </message>
</context>
</TS>
