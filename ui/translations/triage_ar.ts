<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<!-- Terms: case قضية · scope نطاق · custodian حائز (السجلات) · item عنصر · hit مطابقة · tag وسم · coding تصنيف · reviewer مراجع ·
relevant ذو صلة · privileged محمي بامتياز · family عائلة · parent أصل · attachment مرفق · conversation محادثة · finding نتيجة تحقيق ·
query استعلام · term مصطلح · facet تصفية · index فهرسة · searchable قابل للبحث · coverage تغطية · export تصدير · seal ختم ·
batch دفعة · sample عيّنة · blind معمّى · conflict تعارض · propagation تعميم · sealed item عنصر مختوم.
Six plural forms: 0, 1, 2, 3 to 10, 11 to 99, hundreds. Operators of the query language stay Latin. -->
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>triage</name>
    <message>
        <source> and </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> items</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> items each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>% of scope</source>
        <translation>% من المجموعة</translation>
    </message>
    <message numerus="yes">
        <source>%n are in another open batch too</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform><numerusform></numerusform><numerusform></numerusform><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n attachment</source>
        <translation><numerusform>%n مرفق</numerusform><numerusform>مرفق واحد</numerusform><numerusform>مرفقان</numerusform><numerusform>%n مرفقات</numerusform><numerusform>%n مرفقًا</numerusform><numerusform>%n مرفق</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n batch</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform><numerusform></numerusform><numerusform></numerusform><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n bytes</source>
        <translation><numerusform>%n بايت</numerusform><numerusform>بايت واحد</numerusform><numerusform>بايتان</numerusform><numerusform>%n بايتات</numerusform><numerusform>%n بايتًا</numerusform><numerusform>%n بايت</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n cell</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform><numerusform></numerusform><numerusform></numerusform><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n column</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform><numerusform></numerusform><numerusform></numerusform><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n decision</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform><numerusform></numerusform><numerusform></numerusform><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n decisions are kept for items that this copy doesn't have yet.</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform><numerusform></numerusform><numerusform></numerusform><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n decisions could not be written in time.</source>
        <translation><numerusform>لم يُكتب في الوقت المناسب: %n قرار.</numerusform><numerusform>لم يُكتب في الوقت المناسب: قرار واحد.</numerusform><numerusform>لم يُكتب في الوقت المناسب: قراران.</numerusform><numerusform>لم يُكتب في الوقت المناسب: %n قرارات.</numerusform><numerusform>لم يُكتب في الوقت المناسب: %n قرارًا.</numerusform><numerusform>لم يُكتب في الوقت المناسب: %n قرار.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n decisions kept earlier apply now: their items have come.</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform><numerusform></numerusform><numerusform></numerusform><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n family</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform><numerusform></numerusform><numerusform></numerusform><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n files unchanged</source>
        <translation><numerusform>بلا تغيير: %n ملف</numerusform><numerusform>بلا تغيير: ملف واحد</numerusform><numerusform>بلا تغيير: ملفان</numerusform><numerusform>بلا تغيير: %n ملفات</numerusform><numerusform>بلا تغيير: %n ملفًا</numerusform><numerusform>بلا تغيير: %n ملف</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n finding</source>
        <translation><numerusform>%n نتيجة تحقيق</numerusform><numerusform>نتيجة تحقيق واحدة</numerusform><numerusform>نتيجتا تحقيق</numerusform><numerusform>%n نتائج تحقيق</numerusform><numerusform>%n نتيجة تحقيق</numerusform><numerusform>%n نتيجة تحقيق</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n folders may be read:</source>
        <translation><numerusform>تجوز قراءة %n مجلد:</numerusform><numerusform>تجوز قراءة مجلد واحد:</numerusform><numerusform>تجوز قراءة مجلدان:</numerusform><numerusform>تجوز قراءة %n مجلدات:</numerusform><numerusform>تجوز قراءة %n مجلدًا:</numerusform><numerusform>تجوز قراءة %n مجلد:</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n hit</source>
        <translation><numerusform>%n مطابقة</numerusform><numerusform>مطابقة واحدة</numerusform><numerusform>مطابقتان</numerusform><numerusform>%n مطابقات</numerusform><numerusform>%n مطابقة</numerusform><numerusform>%n مطابقة</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n item</source>
        <translation><numerusform>%n عنصر</numerusform><numerusform>عنصر واحد</numerusform><numerusform>عنصران</numerusform><numerusform>%n عناصر</numerusform><numerusform>%n عنصرًا</numerusform><numerusform>%n عنصر</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n items came in with their families</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform><numerusform></numerusform><numerusform></numerusform><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n items could not be searched.</source>
        <translation><numerusform>تعذّر البحث في: %n عنصر.</numerusform><numerusform>تعذّر البحث في: عنصر واحد.</numerusform><numerusform>تعذّر البحث في: عنصران.</numerusform><numerusform>تعذّر البحث في: %n عناصر.</numerusform><numerusform>تعذّر البحث في: %n عنصرًا.</numerusform><numerusform>تعذّر البحث في: %n عنصر.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n items dated outside these months</source>
        <translation><numerusform>خارج هذه الأشهر: %n عنصر</numerusform><numerusform>خارج هذه الأشهر: عنصر واحد</numerusform><numerusform>خارج هذه الأشهر: عنصران</numerusform><numerusform>خارج هذه الأشهر: %n عناصر</numerusform><numerusform>خارج هذه الأشهر: %n عنصرًا</numerusform><numerusform>خارج هذه الأشهر: %n عنصر</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n items found, and no words in them to mark.</source>
        <translation><numerusform>عُثر على: %n عنصر، ولا كلمات فيها لتعليمها.</numerusform><numerusform>عُثر على: عنصر واحد، ولا كلمات فيها لتعليمها.</numerusform><numerusform>عُثر على: عنصران، ولا كلمات فيها لتعليمها.</numerusform><numerusform>عُثر على: %n عناصر، ولا كلمات فيها لتعليمها.</numerusform><numerusform>عُثر على: %n عنصرًا، ولا كلمات فيها لتعليمها.</numerusform><numerusform>عُثر على: %n عنصر، ولا كلمات فيها لتعليمها.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n items read so far.</source>
        <translation><numerusform>قُرئ حتى الآن: %n عنصر.</numerusform><numerusform>قُرئ حتى الآن: عنصر واحد.</numerusform><numerusform>قُرئ حتى الآن: عنصران.</numerusform><numerusform>قُرئ حتى الآن: %n عناصر.</numerusform><numerusform>قُرئ حتى الآن: %n عنصرًا.</numerusform><numerusform>قُرئ حتى الآن: %n عنصر.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n items will be exported, with originals, text, tables and reports.</source>
        <translation><numerusform>سيُصدَّر: %n عنصر، مع الأصول والنصوص والجداول والتقارير.</numerusform><numerusform>سيُصدَّر: عنصر واحد، مع الأصول والنصوص والجداول والتقارير.</numerusform><numerusform>سيُصدَّر: عنصران، مع الأصول والنصوص والجداول والتقارير.</numerusform><numerusform>سيُصدَّر: %n عناصر، مع الأصول والنصوص والجداول والتقارير.</numerusform><numerusform>سيُصدَّر: %n عنصرًا، مع الأصول والنصوص والجداول والتقارير.</numerusform><numerusform>سيُصدَّر: %n عنصر، مع الأصول والنصوص والجداول والتقارير.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n line</source>
        <translation><numerusform>%n سطر</numerusform><numerusform>سطر واحد</numerusform><numerusform>سطران</numerusform><numerusform>%n أسطر</numerusform><numerusform>%n سطرًا</numerusform><numerusform>%n سطر</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n message</source>
        <translation><numerusform>%n رسالة</numerusform><numerusform>رسالة واحدة</numerusform><numerusform>رسالتان</numerusform><numerusform>%n رسائل</numerusform><numerusform>%n رسالة</numerusform><numerusform>%n رسالة</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n more aren't in this copy of the case</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform><numerusform></numerusform><numerusform></numerusform><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n more …</source>
        <translation><numerusform>%n أخرى …</numerusform><numerusform>%n أخرى …</numerusform><numerusform>%n أخرى …</numerusform><numerusform>%n أخرى …</numerusform><numerusform>%n أخرى …</numerusform><numerusform>%n أخرى …</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n more: triage facets lists them</source>
        <translation><numerusform>%n أخرى: يسردها الأمر triage facets</numerusform><numerusform>%n أخرى: يسردها الأمر triage facets</numerusform><numerusform>%n أخرى: يسردها الأمر triage facets</numerusform><numerusform>%n أخرى: يسردها الأمر triage facets</numerusform><numerusform>%n أخرى: يسردها الأمر triage facets</numerusform><numerusform>%n أخرى: يسردها الأمر triage facets</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n new item</source>
        <translation><numerusform>%n عنصر جديد</numerusform><numerusform>عنصر جديد واحد</numerusform><numerusform>عنصران جديدان</numerusform><numerusform>%n عناصر جديدة</numerusform><numerusform>%n عنصرًا جديدًا</numerusform><numerusform>%n عنصر جديد</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n new record</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform><numerusform></numerusform><numerusform></numerusform><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n originals could not be had; the report in the folder says which and why.</source>
        <translation><numerusform>تعذّر الحصول على: %n أصل؛ التقرير في المجلد يذكر أيها ولماذا.</numerusform><numerusform>تعذّر الحصول على: أصل واحد؛ التقرير في المجلد يذكر أيها ولماذا.</numerusform><numerusform>تعذّر الحصول على: أصلان؛ التقرير في المجلد يذكر أيها ولماذا.</numerusform><numerusform>تعذّر الحصول على: %n أصول؛ التقرير في المجلد يذكر أيها ولماذا.</numerusform><numerusform>تعذّر الحصول على: %n أصلًا؛ التقرير في المجلد يذكر أيها ولماذا.</numerusform><numerusform>تعذّر الحصول على: %n أصل؛ التقرير في المجلد يذكر أيها ولماذا.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n page</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform><numerusform></numerusform><numerusform></numerusform><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n patterns never opened:</source>
        <translation><numerusform>لا يُفتح أبدًا، %n نمط:</numerusform><numerusform>لا يُفتح أبدًا، نمط واحد:</numerusform><numerusform>لا يُفتح أبدًا، نمطان:</numerusform><numerusform>لا يُفتح أبدًا، %n أنماط:</numerusform><numerusform>لا يُفتح أبدًا، %n نمطًا:</numerusform><numerusform>لا يُفتح أبدًا، %n نمط:</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n person</source>
        <translation><numerusform>%n شخص</numerusform><numerusform>شخص واحد</numerusform><numerusform>شخصان</numerusform><numerusform>%n أشخاص</numerusform><numerusform>%n شخصًا</numerusform><numerusform>%n شخص</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n problems (see Problems)</source>
        <translation><numerusform>%n مشكلة (انظر «المشكلات»)</numerusform><numerusform>مشكلة واحدة (انظر «المشكلات»)</numerusform><numerusform>مشكلتان (انظر «المشكلات»)</numerusform><numerusform>%n مشكلات (انظر «المشكلات»)</numerusform><numerusform>%n مشكلة (انظر «المشكلات»)</numerusform><numerusform>%n مشكلة (انظر «المشكلات»)</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n quoted line</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform><numerusform></numerusform><numerusform></numerusform><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n record</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform><numerusform></numerusform><numerusform></numerusform><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n reviewer</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform><numerusform></numerusform><numerusform></numerusform><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n row</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform><numerusform></numerusform><numerusform></numerusform><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n rows of the table are shown.</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform><numerusform></numerusform><numerusform></numerusform><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n sample</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform><numerusform></numerusform><numerusform></numerusform><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n term</source>
        <translation><numerusform>%n مصطلح</numerusform><numerusform>مصطلح واحد</numerusform><numerusform>مصطلحان</numerusform><numerusform>%n مصطلحات</numerusform><numerusform>%n مصطلحًا</numerusform><numerusform>%n مصطلح</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n word</source>
        <translation><numerusform>%n كلمة</numerusform><numerusform>كلمة واحدة</numerusform><numerusform>كلمتان</numerusform><numerusform>%n كلمات</numerusform><numerusform>%n كلمة</numerusform><numerusform>%n كلمة</numerusform></translation>
    </message>
    <message>
        <source>(no name)</source>
        <translation>(بلا اسم)</translation>
    </message>
    <message>
        <source>(no subject)</source>
        <translation>(بلا موضوع)</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>(لا شيء)</translation>
    </message>
    <message>
        <source>(undated)</source>
        <translation>(بلا تاريخ)</translation>
    </message>
    <message>
        <source>(untagged)</source>
        <translation>(بلا وسم)</translation>
    </message>
    <message>
        <source>(version {version})</source>
        <translation>(الإصدار {version})</translation>
    </message>
    <message>
        <source>+ family</source>
        <translation>+ العائلة</translation>
    </message>
    <message>
        <source>, </source>
        <translation>، </translation>
    </message>
    <message>
        <source>. Stopped early; index again to go on.</source>
        <translation>. توقّف مبكرًا؛ أعد الفهرسة للمتابعة.</translation>
    </message>
    <message>
        <source>; </source>
        <translation>؛ </translation>
    </message>
    <message>
        <source>; {n_} keep an earlier decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A case is one folder. What is written here stands in its scope and in every report.</source>
        <translation>القضية مجلد واحد. ما يُكتب هنا يظهر في نطاقها وفي كل تقرير.</translation>
    </message>
    <message>
        <source>A defect of this program: {said}. The details are on the terminal.</source>
        <translation>خلل في هذا البرنامج: {said}. التفاصيل في الطرفية.</translation>
    </message>
    <message>
        <source>A folder that may be read</source>
        <translation>مجلد تجوز قراءته</translation>
    </message>
    <message>
        <source>A mail's HTML without styles, pictures and links; hidden text is shown as well</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new, empty folder for the case</source>
        <translation>مجلد جديد فارغ للقضية</translation>
    </message>
    <message>
        <source>A sample is open: R judges relevant, I not relevant, U takes it back. Close the sample to code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About</source>
        <translation>حول البرنامج</translation>
    </message>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a folder …</source>
        <translation>إضافة مجلد …</translation>
    </message>
    <message>
        <source>Add a pattern</source>
        <translation>إضافة نمط</translation>
    </message>
    <message>
        <source>All looked at: report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All terms together (not the sum)</source>
        <translation>كل المصطلحات معًا (وليس المجموع)</translation>
    </message>
    <message>
        <source>All {rest} were checked: {found} are relevant.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alt+{number} anywhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Annotation or form field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another copy's folder, or the decision file that it wrote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anywhere</source>
        <translation>في أي مكان</translation>
    </message>
    <message>
        <source>Approved by</source>
        <translation>اعتمدها</translation>
    </message>
    <message>
        <source>Approved by: {names}</source>
        <translation>اعتمدها: {names}</translation>
    </message>
    <message>
        <source>Arrow keys choose a month, Shift extends, Enter applies.</source>
        <translation>مفاتيح الأسهم تختار شهرًا، وShift يمدّ التحديد، وEnter يطبّقه.</translation>
    </message>
    <message>
        <source>As ASCII</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As entered</source>
        <translation>كما أُدخل</translation>
    </message>
    <message>
        <source>As written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked. The seal opens once another reviewer grants it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking …</source>
        <translation>جارٍ البحث …</translation>
    </message>
    <message>
        <source>Attachments, replies and copies of the selected item appear here.</source>
        <translation>تظهر هنا مرفقات العنصر المحدد والردود عليه ونسخه.</translation>
    </message>
    <message>
        <source>Back into the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Basis</source>
        <translation>الأساس</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bcc</source>
        <translation>نسخة مخفية</translation>
    </message>
    <message>
        <source>Blind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bytes of the item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV (*.csv);;Excel workbook (*.xlsx);;Web page (*.html)</source>
        <translation>CSV (*.csv);;مصنف Excel‏ (*.xlsx);;صفحة ويب (*.html)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Cancel: {name}</source>
        <translation>إلغاء: {name}</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>القضية</translation>
    </message>
    <message>
        <source>Case in {folder}</source>
        <translation>القضية في {folder}</translation>
    </message>
    <message>
        <source>Cc</source>
        <translation>نسخة</translation>
    </message>
    <message>
        <source>Cells of the sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the reviewer's name</source>
        <translation>تغيير اسم المراجع</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Charts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check</source>
        <translation>مراجعة</translation>
    </message>
    <message>
        <source>Check out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check out again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check out the next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check out the next batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a search, or two runs of one, to see what moved and why.</source>
        <translation>اختر بحثًا، أو تشغيلين منه، لترى ما الذي تغيّر ولماذا.</translation>
    </message>
    <message>
        <source>Choose the folder of the case</source>
        <translation>اختيار مجلد القضية</translation>
    </message>
    <message>
        <source>Choose the folder to write into</source>
        <translation>اختيار المجلد الذي يُكتب فيه</translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation>اختيار …</translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the case</source>
        <translation>إغلاق القضية</translation>
    </message>
    <message>
        <source>Close the sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the sample: codings are shown again, and keys code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code</source>
        <translation>التصنيف</translation>
    </message>
    <message>
        <source>Code many items</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code {items}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code: all results …</source>
        <translation>تصنيف: كل النتائج …</translation>
    </message>
    <message>
        <source>Code: conversation of this item …</source>
        <translation>تصنيف: محادثة هذا العنصر …</translation>
    </message>
    <message>
        <source>Code: family of this item …</source>
        <translation>تصنيف: عائلة هذا العنصر …</translation>
    </message>
    <message>
        <source>Code: same content elsewhere …</source>
        <translation>تصنيف: المحتوى نفسه في موضع آخر …</translation>
    </message>
    <message>
        <source>Coded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coding</source>
        <translation>التصنيف</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>الألوان</translation>
    </message>
    <message>
        <source>Colours: dark</source>
        <translation>الألوان: داكن</translation>
    </message>
    <message>
        <source>Colours: light</source>
        <translation>الألوان: فاتح</translation>
    </message>
    <message>
        <source>Colours: system</source>
        <translation>الألوان: حسب النظام</translation>
    </message>
    <message>
        <source>Columns as at the start</source>
        <translation>الأعمدة كما في البداية</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>الأوامر</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Complete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Complete anyway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Content hash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conversation of this item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conversation: {messages}</source>
        <translation>المحادثة: {messages}</translation>
    </message>
    <message>
        <source>Copied with its source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the certificate of this search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy with its source</source>
        <translation>نسخ مع ذكر المصدر</translation>
    </message>
    <message>
        <source>Count again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counting …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>التغطية</translation>
    </message>
    <message>
        <source>Custodian</source>
        <translation>الحائز</translation>
    </message>
    <message>
        <source>Custodians, types and tags of what is found appear here.</source>
        <translation>يظهر هنا حائزو ما عُثر عليه وأنواعه ووسومه.</translation>
    </message>
    <message>
        <source>Customer content: stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dashboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dashboard in a window of its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date</source>
        <translation>التاريخ</translation>
    </message>
    <message>
        <source>Decision file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decisions are recorded under this name. Click to change it.</source>
        <translation>تُسجَّل القرارات بهذا الاسم. انقر لتغييره.</translation>
    </message>
    <message>
        <source>Decisions on this item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decisions per hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deduplicated</source>
        <translation>بلا تكرار</translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details of the item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disagreement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disputed: two people's last words on the item differ.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Document properties</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>المستندات</translation>
    </message>
    <message>
        <source>Documents among the records of {name}</source>
        <translation>المستندات ضمن سجلات {name}</translation>
    </message>
    <message>
        <source>Down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw a sample to check by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>EDRM MIH</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier codings of the items are hidden while the sample is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier decisions against it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit the list</source>
        <translation>تحرير القائمة</translation>
    </message>
    <message>
        <source>Enter on a row, or a click on a bar, finds its items.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error</source>
        <translation>الخطأ</translation>
    </message>
    <message>
        <source>Every copy of this content</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every item could be read and searched.</source>
        <translation>أمكنت قراءة كل عنصر والبحث فيه.</translation>
    </message>
    <message>
        <source>Every item of the sample is judged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every one of these items could be searched in full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation>تصدير</translation>
    </message>
    <message>
        <source>Export findings</source>
        <translation>تصدير نتائج التحقيق</translation>
    </message>
    <message>
        <source>Export findings …</source>
        <translation>تصدير نتائج التحقيق …</translation>
    </message>
    <message>
        <source>Facet</source>
        <translation>الفئة</translation>
    </message>
    <message>
        <source>Facets</source>
        <translation>التصفية</translation>
    </message>
    <message>
        <source>Facets of what was found</source>
        <translation>تصفية ما عُثر عليه</translation>
    </message>
    <message>
        <source>Families</source>
        <translation>العائلات</translation>
    </message>
    <message>
        <source>Families that the documents belong to</source>
        <translation>العائلات التي تنتمي إليها المستندات</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>العائلة</translation>
    </message>
    <message>
        <source>Family of this item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Family role</source>
        <translation>الدور في العائلة</translation>
    </message>
    <message>
        <source>Family, conversation and duplicates of this item</source>
        <translation>عائلة هذا العنصر ومحادثته ونسخه</translation>
    </message>
    <message>
        <source>Field code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File name</source>
        <translation>اسم الملف</translation>
    </message>
    <message>
        <source>File …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files that became no item: show them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find</source>
        <translation>البحث والعثور</translation>
    </message>
    <message>
        <source>Find all that is disputed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find in this item</source>
        <translation>البحث في هذا العنصر</translation>
    </message>
    <message>
        <source>First</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>المجلد</translation>
    </message>
    <message>
        <source>Folder of the case</source>
        <translation>مجلد القضية</translation>
    </message>
    <message>
        <source>Folder to export into</source>
        <translation>مجلد التصدير</translation>
    </message>
    <message>
        <source>Folder to write into</source>
        <translation>المجلد الذي يُكتب فيه</translation>
    </message>
    <message>
        <source>Folder …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follows to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follows to {whom}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Footnote or endnote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found</source>
        <translation>عُثر على</translation>
    </message>
    <message>
        <source>Found by no other term of this list</source>
        <translation>لم يجدها أي مصطلح آخر في هذه القائمة</translation>
    </message>
    <message>
        <source>Found {found} in {sample}. With {confidence} confidence {low} to {high} of them are relevant: that is {least} to {most} of {rest} (Clopper-Pearson).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation>من</translation>
    </message>
    <message>
        <source>From: these results, or a query</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the batches a name first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the sample a name first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the search a name first.</source>
        <translation>سمّ البحث أولًا.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the facets</source>
        <translation>الانتقال إلى التصفية</translation>
    </message>
    <message>
        <source>Go to the list</source>
        <translation>الانتقال إلى القائمة</translation>
    </message>
    <message>
        <source>Go to the next item after coding</source>
        <translation>الانتقال إلى العنصر التالي بعد التصنيف</translation>
    </message>
    <message>
        <source>Go up: attached to, or in answer to</source>
        <translation>إلى الأعلى: مرفق بـ، أو ردّ على</translation>
    </message>
    <message>
        <source>Grant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Headers, properties, hashes, problems and every copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <translation>المساعدة</translation>
    </message>
    <message>
        <source>Here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hidden text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hit in its context</source>
        <translation>المطابقة في سياقها</translation>
    </message>
    <message>
        <source>Hits</source>
        <translation>المطابقات</translation>
    </message>
    <message>
        <source>Hits in their context</source>
        <translation>المطابقات في سياقها</translation>
    </message>
    <message>
        <source>Hits with their context</source>
        <translation>المطابقات مع سياقها</translation>
    </message>
    <message>
        <source>Hot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hour (UTC)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hours without a decision are left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far the review is appears here once a case is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the term was understood, or why it could not be asked</source>
        <translation>كيف فُهم المصطلح، أو لماذا تعذّر البحث عنه</translation>
    </message>
    <message>
        <source>Id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If you grant it, its text is back in searches, lists and exports.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In families that no other term reaches</source>
        <translation>في عائلات لا يصل إليها مصطلح آخر</translation>
    </message>
    <message>
        <source>Index the sources</source>
        <translation>فهرسة المصادر</translation>
    </message>
    <message>
        <source>Indexed {items} in {seconds} s</source>
        <translation>فُهرس {items} في {seconds} ث</translation>
    </message>
    <message>
        <source>Indexing</source>
        <translation>الفهرسة</translation>
    </message>
    <message>
        <source>Inside it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interface at 100 %</source>
        <translation>الواجهة بنسبة 100 %</translation>
    </message>
    <message>
        <source>Into the folder</source>
        <translation>إلى المجلد</translation>
    </message>
    <message>
        <source>It doesn't follow to {items} with a decision of their own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It followed from another item; opening it opens it alone, with what followed from it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It follows from a decision on another item.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It follows to {items} more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is sealed. Opening it takes two persons: Code &gt; Open a sealed item.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It replaces another tag on {items}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Item</source>
        <translation>العنصر</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>العناصر</translation>
    </message>
    <message>
        <source>Items by month</source>
        <translation>العناصر حسب الشهر</translation>
    </message>
    <message>
        <source>Items found</source>
        <translation>العناصر التي عُثر عليها</translation>
    </message>
    <message>
        <source>Items in each batch; families stay whole</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Items of the sample, in the order of drawing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Items of the searched set that no term can speak for</source>
        <translation>عناصر المجموعة المبحوثة التي لا يشملها أي مصطلح</translation>
    </message>
    <message>
        <source>Items of the searched set that the term finds</source>
        <translation>عناصر المجموعة المبحوثة التي يجدها المصطلح</translation>
    </message>
    <message>
        <source>Items that match</source>
        <translation>العناصر المطابقة</translation>
    </message>
    <message>
        <source>Items with the same content count once</source>
        <translation>العناصر ذات المحتوى نفسه تُعدّ مرة واحدة</translation>
    </message>
    <message>
        <source>Its HTML holds no words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Judged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Judged {judged} of {size}: {relevant} relevant.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>المفاتيح</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>اللغة</translation>
    </message>
    <message>
        <source>Language: English</source>
        <translation>اللغة: English</translation>
    </message>
    <message>
        <source>Language: system</source>
        <translation>اللغة: حسب النظام</translation>
    </message>
    <message>
        <source>Language: עברית</source>
        <translation>اللغة: עברית</translation>
    </message>
    <message>
        <source>Language: العربية</source>
        <translation>اللغة: العربية</translation>
    </message>
    <message>
        <source>Larger interface</source>
        <translation>واجهة أكبر</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>نص أكبر</translation>
    </message>
    <message>
        <source>Last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave out {shown} (Delete)</source>
        <translation>استبعاد {shown} (Delete)</translation>
    </message>
    <message>
        <source>Left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made {batches}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a case that says what may be read, open one made before, or look around in the sample.</source>
        <translation>أنشئ قضية تحدد ما تجوز قراءته، أو افتح قضية سابقة، أو تجوّل في المثال.</translation>
    </message>
    <message>
        <source>Make batches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the case</source>
        <translation>إنشاء القضية</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge decisions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge decisions …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge {records}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merged {records}; {items} changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merging …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message-ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name for batches of the current results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name for the current query</source>
        <translation>اسم الاستعلام الحالي</translation>
    </message>
    <message>
        <source>Name of the sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New case</source>
        <translation>قضية جديدة</translation>
    </message>
    <message>
        <source>New case …</source>
        <translation>قضية جديدة …</translation>
    </message>
    <message>
        <source>New decisions: {reviewers}. {items} are coded otherwise by them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New: {batches}, {samples}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next hit</source>
        <translation>المطابقة التالية</translation>
    </message>
    <message>
        <source>Next hit (F3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next item</source>
        <translation>العنصر التالي</translation>
    </message>
    <message>
        <source>Next kind of related item</source>
        <translation>النوع التالي من العناصر ذات الصلة</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next part of a long text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next related item</source>
        <translation>العنصر التالي ذو الصلة</translation>
    </message>
    <message>
        <source>No batches yet: search, name them above, and make them of what was found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No case is open.</source>
        <translation>لا قضية مفتوحة.</translation>
    </message>
    <message>
        <source>No decision on this item yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No item has a date.</source>
        <translation>لا عنصر له تاريخ.</translation>
    </message>
    <message>
        <source>No item matches {query}.</source>
        <translation>لا عنصر يطابق {query}.</translation>
    </message>
    <message>
        <source>No item matches.</source>
        <translation>لا عنصر مطابق.</translation>
    </message>
    <message>
        <source>No item matches; tag some first (R), or change the query.</source>
        <translation>لا عنصر مطابق؛ ضع وسومًا أولًا (R) أو غيّر الاستعلام.</translation>
    </message>
    <message>
        <source>No item was made of this file; look at it where it lies: {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No longer on offer: {tags}. Items keep them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No query finds the items of this row.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No sample is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No samples yet: search for a set, such as tag:not-relevant, name the sample, and draw.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No two people differ in them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not relevant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not relevant (I)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not searchable</source>
        <translation>غير قابلة للبحث</translation>
    </message>
    <message>
        <source>Not searchable: list them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not searched, and words searched for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note  (N), Enter saves it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note on this item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is overwritten: both copies' decisions stand, and where two people differ is listed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed yet. This is what merging would do:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number in the list</source>
        <translation>الرقم في القائمة</translation>
    </message>
    <message>
        <source>Offset</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>On %n items two people judged differently.</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform><numerusform></numerusform><numerusform></numerusform><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus="yes">
        <source>On %n points two people differ; decide again where it matters:</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform><numerusform></numerusform><numerusform></numerusform><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message>
        <source>One of the group {group}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only in the current results</source>
        <translation>في النتائج الحالية فقط</translation>
    </message>
    <message>
        <source>Only these folders are ever opened. Say of each whose records they are and on what basis they may be read. As custodian, {1} stands for the name of the first folder under it.</source>
        <translation>لا تُفتح إلا هذه المجلدات. اذكر لكل منها لمن السجلات وعلى أي أساس تجوز قراءتها. في خانة الحائز، {1} يعني اسم أول مجلد تحتها.</translation>
    </message>
    <message>
        <source>Only untagged items</source>
        <translation>العناصر غير الموسومة فقط</translation>
    </message>
    <message>
        <source>Only what no open batch has</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a case first.</source>
        <translation>افتح قضية أولًا.</translation>
    </message>
    <message>
        <source>Open a case …</source>
        <translation>فتح قضية …</translation>
    </message>
    <message>
        <source>Open a list of terms</source>
        <translation>فتح قائمة مصطلحات</translation>
    </message>
    <message>
        <source>Open a list …</source>
        <translation>فتح قائمة …</translation>
    </message>
    <message>
        <source>Open a sealed item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a sealed item …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open again: {items}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open quotations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the case {name}</source>
        <translation>فتح القضية {name}</translation>
    </message>
    <message>
        <source>Open the dashboard first: it draws the chart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the hit before in the list</source>
        <translation>فتح المطابقة السابقة في القائمة</translation>
    </message>
    <message>
        <source>Open the next hit of the list</source>
        <translation>فتح المطابقة التالية في القائمة</translation>
    </message>
    <message>
        <source>Open the rest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the sample</source>
        <translation>فتح المثال</translation>
    </message>
    <message>
        <source>Open the sample: its items are judged from then on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opened last</source>
        <translation>فُتحت أخيرًا</translation>
    </message>
    <message>
        <source>Opening takes two persons. You ask and say why; another reviewer grants it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening the original …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other mail headers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other mail headers, in their order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other version of the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Others refer to this message and the case doesn't have it. Ctrl+C copies its Message-ID.</source>
        <translation>تشير رسائل أخرى إلى هذه الرسالة وليست في القضية. ‏Ctrl+C ينسخ معرّفها Message-ID.</translation>
    </message>
    <message>
        <source>Own window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page header or footer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page of the item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page {number} of {pages}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part {number} of {parts}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part {number} of {parts} of a long text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste search terms, one a line, or open a list: .txt, or .csv and .xlsx by the column “Term”.</source>
        <translation>الصق مصطلحات البحث، واحدًا في كل سطر، أو افتح قائمة: ‎.txt، أو ‎.csv و‎.xlsx حسب العمود «Term».</translation>
    </message>
    <message>
        <source>Path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pattern</source>
        <translation>النمط</translation>
    </message>
    <message>
        <source>Places in the text that the term marks</source>
        <translation>المواضع في النص التي يعلّمها المصطلح</translation>
    </message>
    <message>
        <source>Previous hit</source>
        <translation>المطابقة السابقة</translation>
    </message>
    <message>
        <source>Previous hit (Shift+F3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous item</source>
        <translation>العنصر السابق</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous part of a long text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous related item</source>
        <translation>العنصر السابق ذو الصلة</translation>
    </message>
    <message>
        <source>Privileged?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>المشكلة</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>المشكلات</translation>
    </message>
    <message>
        <source>Problems by kind</source>
        <translation>المشكلات حسب النوع</translation>
    </message>
    <message>
        <source>Progress by custodian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress by saved search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Properties</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>الغرض</translation>
    </message>
    <message>
        <source>Purpose: {purpose}</source>
        <translation>الغرض: {purpose}</translation>
    </message>
    <message>
        <source>Quality samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Query</source>
        <translation>الاستعلام</translation>
    </message>
    <message>
        <source>Query for the items to export</source>
        <translation>استعلام العناصر المراد تصديرها</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>إنهاء</translation>
    </message>
    <message>
        <source>Quotations are folded; Q opens them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quotations are open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ran “{name}”: run {run} finds {items}.</source>
        <translation>شُغّل «{name}»: التشغيل {run} يجد {items}.</translation>
    </message>
    <message>
        <source>Rate {rate}: between {low} and {high} with {confidence} confidence (Clopper-Pearson).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read as</source>
        <translation>فُهم على أنه</translation>
    </message>
    <message>
        <source>Reading hits …</source>
        <translation>جارٍ قراءة المطابقات …</translation>
    </message>
    <message>
        <source>Reading the item …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>Reason, items</source>
        <translation>السبب، العناصر</translation>
    </message>
    <message>
        <source>Recognised in an image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refers to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Related</source>
        <translation>ذات صلة</translation>
    </message>
    <message>
        <source>Related items</source>
        <translation>العناصر ذات الصلة</translation>
    </message>
    <message>
        <source>Relevant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Relevant (R)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Relevant elsewhere, such as tag:relevant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the line</source>
        <translation>إزالة السطر</translation>
    </message>
    <message>
        <source>Repeat the last coding</source>
        <translation>تكرار آخر تصنيف</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>النتائج</translation>
    </message>
    <message>
        <source>Reviewer</source>
        <translation>المراجع</translation>
    </message>
    <message>
        <source>Reviewer's name</source>
        <translation>اسم المراجع</translation>
    </message>
    <message>
        <source>Reviewers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rich text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rich text of the item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Root</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run</source>
        <translation>تشغيل</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same content elsewhere</source>
        <translation>المحتوى نفسه في موضع آخر</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample of {size} out of {rest} that were not fully searched and not found: look at each, tick the relevant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sampling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as a new version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the chart …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the query</source>
        <translation>حفظ الاستعلام</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>حفظ التقرير</translation>
    </message>
    <message>
        <source>Save the report …</source>
        <translation>حفظ التقرير …</translation>
    </message>
    <message>
        <source>Save the search …</source>
        <translation>حفظ البحث …</translation>
    </message>
    <message>
        <source>Save this chart as a picture …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved searches</source>
        <translation>عمليات البحث المحفوظة</translation>
    </message>
    <message>
        <source>Saved searches and their runs</source>
        <translation>عمليات البحث المحفوظة وتشغيلاتها</translation>
    </message>
    <message>
        <source>Saved “{name}”: run {run} finds {items}.</source>
        <translation>حُفظ «{name}»: التشغيل {run} يجد {items}.</translation>
    </message>
    <message>
        <source>Scroll back</source>
        <translation>التمرير إلى الخلف</translation>
    </message>
    <message>
        <source>Scroll on</source>
        <translation>التمرير إلى الأمام</translation>
    </message>
    <message>
        <source>Seal (keep it apart from the folder; it proves that nothing was changed):</source>
        <translation>الختم (احفظه بعيدًا عن المجلد؛ فهو يثبت أن شيئًا لم يُغيَّر):</translation>
    </message>
    <message>
        <source>Seal (tell it by another way than the file; merging checks it):</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sealed along, as they lie inside or are copies: {items}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sealed by {who}, {time} UTC: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sealed: {items}, {more} of them inside or copies. Opening takes two persons.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seals: the text leaves searches, lists and exports. Opening takes two persons.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation>البحث</translation>
    </message>
    <message>
        <source>Search again</source>
        <translation>البحث من جديد</translation>
    </message>
    <message>
        <source>Search for something, give it a name above and save it. It can be run again later, and says what moved.</source>
        <translation>ابحث عن شيء وسمّه أعلاه واحفظه. يمكن تشغيله لاحقًا مرة أخرى، فيذكر ما الذي تغيّر.</translation>
    </message>
    <message>
        <source>Search for words, and every place where they stand is listed here with the text around it.</source>
        <translation>ابحث عن كلمات، فيُسرد هنا كل موضع ترد فيه مع النص المحيط به.</translation>
    </message>
    <message>
        <source>Search terms, one a line</source>
        <translation>مصطلحات البحث، واحد في كل سطر</translation>
    </message>
    <message>
        <source>Search, run</source>
        <translation>البحث، التشغيل</translation>
    </message>
    <message>
        <source>Searchable in part: list them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed: the same one draws the same items</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed: the same one draws the same sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a sealed item first; is:sealed finds them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select an item first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select an item in the list to read it here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select the words to copy first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sender domain</source>
        <translation>نطاق المرسل</translation>
    </message>
    <message>
        <source>Share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the searched set</source>
        <translation>النسبة من المجموعة المبحوثة</translation>
    </message>
    <message>
        <source>Sheets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sheets as rows and columns, with the values that the file stores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show every item</source>
        <translation>عرض كل العناصر</translation>
    </message>
    <message>
        <source>Show pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show rich text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>عرضها</translation>
    </message>
    <message>
        <source>Show what is not searchable</source>
        <translation>عرض ما لا يمكن البحث فيه</translation>
    </message>
    <message>
        <source>Since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Single letters work while the list or the text has the focus.</source>
        <translation>تعمل الأحرف المفردة عندما تكون القائمة أو النص في موضع التركيز.</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>الحجم</translation>
    </message>
    <message>
        <source>Size of the sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller interface</source>
        <translation>واجهة أصغر</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>نص أصغر</translation>
    </message>
    <message>
        <source>Sort hits by</source>
        <translation>ترتيب المطابقات حسب</translation>
    </message>
    <message>
        <source>Sorted by: item</source>
        <translation>الترتيب حسب: العنصر</translation>
    </message>
    <message>
        <source>Sorted by: words after</source>
        <translation>الترتيب حسب: الكلمات اللاحقة</translation>
    </message>
    <message>
        <source>Sorted by: words before</source>
        <translation>الترتيب حسب: الكلمات السابقة</translation>
    </message>
    <message>
        <source>Sorting …</source>
        <translation>جارٍ الترتيب …</translation>
    </message>
    <message>
        <source>Speaker notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>إيقاف</translation>
    </message>
    <message>
        <source>Stop reading hits</source>
        <translation>إيقاف قراءة المطابقات</translation>
    </message>
    <message>
        <source>Stopping …</source>
        <translation>جارٍ الإيقاف …</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>الموضوع</translation>
    </message>
    <message>
        <source>Suspected sale of designs, 2022 to 2023</source>
        <translation>اشتباه في بيع تصاميم، من 2022 إلى 2023</translation>
    </message>
    <message>
        <source>Table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>الوسم</translation>
    </message>
    <message>
        <source>Tag to put on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tagged so already: {items}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>الوسوم</translation>
    </message>
    <message>
        <source>Tags on offer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags on offer …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take all filters away</source>
        <translation>إزالة كل المرشّحات</translation>
    </message>
    <message>
        <source>Take away the filter {shown}</source>
        <translation>إزالة المرشّح {shown}</translation>
    </message>
    <message>
        <source>Take back (U)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back your last decision (Ctrl+Z)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken as the null set of {query} ({found} found): implied recall between {low} and {high}, {point} at the rate seen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken back on {items}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Term</source>
        <translation>المصطلح</translation>
    </message>
    <message>
        <source>Term lists</source>
        <translation>قوائم المصطلحات</translation>
    </message>
    <message>
        <source>Term lists (*.txt *.csv *.tsv *.xlsx *.xlsm);;Every file (*)</source>
        <translation>قوائم مصطلحات (*.txt *.csv *.tsv *.xlsx *.xlsm);;كل الملفات (*)</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>المصطلحات</translation>
    </message>
    <message>
        <source>Terms asked</source>
        <translation>المصطلحات التي بُحث عنها</translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text at its usual size</source>
        <translation>النص بحجمه المعتاد</translation>
    </message>
    <message>
        <source>Text box</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text of the item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is {least} to {most} relevant ones in the set of {population}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The case</source>
        <translation>القضية</translation>
    </message>
    <message>
        <source>The case doesn't have this message: {id}</source>
        <translation>هذه الرسالة ليست في القضية: {id}</translation>
    </message>
    <message>
        <source>The certificate is made where it is shown: What was not searched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate was copied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chart can't be written to {path}. Choose another place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chart is in {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The export was cancelled; nothing was left behind.</source>
        <translation>أُلغي التصدير؛ ولم يُترك شيء.</translation>
    </message>
    <message>
        <source>The file's seal, as its sender told it (not needed)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The link's address is copied; it isn't opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list is empty. Paste the terms, one a line.</source>
        <translation>القائمة فارغة. الصق المصطلحات، واحدًا في كل سطر.</translation>
    </message>
    <message>
        <source>The original's bytes, as they are on disk or in what it came in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pages as they look; drawn in the reader process, shown as pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The query has no filter.</source>
        <translation>لا مرشّح في الاستعلام.</translation>
    </message>
    <message>
        <source>The query has no words for this part, so it can't be taken in or left out.</source>
        <translation>لا كلمات في الاستعلام لهذا الجزء، فلا يمكن ضمّه أو استبعاده.</translation>
    </message>
    <message>
        <source>The query has this already.</source>
        <translation>هذا في الاستعلام من قبل.</translation>
    </message>
    <message numerus="yes">
        <source>The rate speaks of the first %n drawn: after them one isn't judged yet.</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform><numerusform></numerusform><numerusform></numerusform><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message>
        <source>The report is in {path}.</source>
        <translation>التقرير في {path}.</translation>
    </message>
    <message>
        <source>The report was copied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same numbers stand in the table beside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text as it was read, with every hit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Their text leaves searches, lists and exports; opening takes two persons.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to count here yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These with the whole of their families</source>
        <translation>هذه مع عائلاتها كاملة</translation>
    </message>
    <message>
        <source>This case holds no items yet: its sources have not been read.</source>
        <translation>لا عناصر في هذه القضية بعد: لم تُقرأ مصادرها.</translation>
    </message>
    <message>
        <source>This is the first hit.</source>
        <translation>هذه أول مطابقة.</translation>
    </message>
    <message>
        <source>This is the first item.</source>
        <translation>هذا أول عنصر.</translation>
    </message>
    <message>
        <source>This is the last hit listed.</source>
        <translation>هذه آخر مطابقة في القائمة.</translation>
    </message>
    <message>
        <source>This is the last item.</source>
        <translation>هذا آخر عنصر.</translation>
    </message>
    <message>
        <source>This is written to scope.toml in the case. Nothing is read before you start indexing.</source>
        <translation>يُكتب هذا في scope.toml داخل القضية. لا يُقرأ شيء قبل أن تبدأ الفهرسة.</translation>
    </message>
    <message>
        <source>This item has no attachments, replies or copies.</source>
        <translation>ليس لهذا العنصر مرفقات ولا ردود ولا نسخ.</translation>
    </message>
    <message>
        <source>This item has no view “{view}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This item is attached to nothing, and answers nothing that the case has.</source>
        <translation>هذا العنصر ليس مرفقًا بشيء ولا ردًّا على شيء في القضية.</translation>
    </message>
    <message>
        <source>This item is not among the results; the list keeps its place.</source>
        <translation>ليس هذا العنصر ضمن النتائج؛ تبقى القائمة في موضعها.</translation>
    </message>
    <message>
        <source>This item is sealed and stays closed: its text is in no search, list or export. Go on with Ctrl+Right. If it was a slip, two persons can open it: Code &gt; Open a sealed item.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This item isn't sealed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To</source>
        <translation>إلى</translation>
    </message>
    <message>
        <source>To check the folder:</source>
        <translation>للتحقق من المجلد:</translation>
    </message>
    <message>
        <source>Tracked change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Triage {version}, GPL-3.0-or-later. It fetches nothing from anywhere.</source>
        <translation>‏Triage {version}، GPL-3.0-or-later. لا يجلب البرنامج شيئًا من أي مكان.</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>النوع</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo your last decision</source>
        <translation>التراجع عن قرارك الأخير</translation>
    </message>
    <message>
        <source>Unique</source>
        <translation>الفريدة</translation>
    </message>
    <message>
        <source>Unique + family</source>
        <translation>الفريدة + العائلة</translation>
    </message>
    <message>
        <source>Unsure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Untick to strike the word out of the query (Space)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use  {query}</source>
        <translation>استخدام  {query}</translation>
    </message>
    <message>
        <source>Use the mended query</source>
        <translation>استخدام الاستعلام المصحَّح</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View</source>
        <translation>العرض</translation>
    </message>
    <message>
        <source>What a search could not be asked of, and the words that its open terms stand for, are listed here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>ماذا تريد أن تفعل؟</translation>
    </message>
    <message>
        <source>What each term finds</source>
        <translation>ما يجده كل مصطلح</translation>
    </message>
    <message>
        <source>What is known to be relevant elsewhere; with it a null set tells of recall (Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What matches is not opened, listed or counted one by one, whatever the folders above allow. Write customer-data/** for a folder, *.pst for a kind of file. Give the reason.</source>
        <translation>ما يطابق النمط لا يُفتح ولا يُسرد ولا يُعدّ واحدًا واحدًا، مهما سمحت به المجلدات أعلاه. اكتب customer-data/** لمجلد، و*.pst لنوع ملفات، واذكر السبب.</translation>
    </message>
    <message>
        <source>What may be read</source>
        <translation>ما تجوز قراءته</translation>
    </message>
    <message>
        <source>What moved</source>
        <translation>ما الذي تغيّر</translation>
    </message>
    <message>
        <source>What moved between two runs</source>
        <translation>ما الذي تغيّر بين تشغيلين</translation>
    </message>
    <message>
        <source>What must never be opened</source>
        <translation>ما لا يجوز فتحه أبدًا</translation>
    </message>
    <message>
        <source>What the sample says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was not searched</source>
        <translation>ما لم يُبحث فيه</translation>
    </message>
    <message>
        <source>What was not searched, and the words searched for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was not searched, by reason</source>
        <translation>ما لم يُبحث فيه، حسب السبب</translation>
    </message>
    <message>
        <source>What went wrong</source>
        <translation>ما الخطأ الذي حدث</translation>
    </message>
    <message>
        <source>When, by whom</source>
        <translation>متى ومن</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>الموضع</translation>
    </message>
    <message>
        <source>Where it comes from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where two people differ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which items</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why a term could not be asked</source>
        <translation>لماذا تعذّر البحث عن مصطلح</translation>
    </message>
    <message>
        <source>Why it is to be opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without styles; nothing is loaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words of the command</source>
        <translation>كلمات الأمر</translation>
    </message>
    <message>
        <source>Words, "a phrase", AND OR NOT, from: subject: date: …  (Ctrl+L)</source>
        <translation>كلمات، "عبارة"، AND OR NOT، from: subject: date: …  (Ctrl+L)</translation>
    </message>
    <message>
        <source>Work is running; this takes effect at the next start.</source>
        <translation>هناك عمل جارٍ؛ يسري هذا عند التشغيل التالي.</translation>
    </message>
    <message>
        <source>Works council and general counsel, 3 May 2026</source>
        <translation>مجلس العمال والمستشار القانوني العام، 3 مايو 2026</translation>
    </message>
    <message>
        <source>Write a decision file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a decision file …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>كتابة ملاحظة</translation>
    </message>
    <message>
        <source>You asked yourself, so another reviewer has to grant it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your decisions are recorded under this name:</source>
        <translation>تُسجَّل قراراتك بهذا الاسم:</translation>
    </message>
    <message>
        <source>all in one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all items</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>amber</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and {more} more</source>
        <translation>و{more} أخرى</translation>
    </message>
    <message>
        <source>and {more} more: triage problems lists them</source>
        <translation>و{more} أخرى: يسردها الأمر triage problems</translation>
    </message>
    <message>
        <source>as of {time} UTC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>attachment</source>
        <translation>مرفق</translation>
    </message>
    <message>
        <source>blue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>brown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bulk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cell {number} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>checked out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>checked out in two copies at the same time: agree who goes on, the other gives it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>coded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>coded, undisputed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>complete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>deeply nested tables are shown flat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>disputed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>empty</source>
        <translation>فارغ</translation>
    </message>
    <message>
        <source>files that became no item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>finding hits …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for ±5 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fully searchable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>given back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>green</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>grey</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hit {number} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hit {number} of {total} here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hits on {pages}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>icon</source>
        <translation>أيقونة</translation>
    </message>
    <message>
        <source>inside another item, see Related</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is replaced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>items</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>made by {author}, {time} UTC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mail</source>
        <translation>بريد</translation>
    </message>
    <message>
        <source>missing  {message}</source>
        <translation>مفقودة  {message}</translation>
    </message>
    <message>
        <source>modified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no date</source>
        <translation>بلا تاريخ</translation>
    </message>
    <message>
        <source>no hit to show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no word of the index</source>
        <translation>لا كلمة في الفهرس</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not readable, written as {raw}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not relevant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not searchable</source>
        <translation>غير قابل للبحث</translation>
    </message>
    <message>
        <source>of the item it came with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>parent</source>
        <translation>أصل</translation>
    </message>
    <message>
        <source>pictures aren't loaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pink</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>program</source>
        <translation>برنامج</translation>
    </message>
    <message>
        <source>propagated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read as  {reading}</source>
        <translation>فُهم على أنه  {reading}</translation>
    </message>
    <message>
        <source>red</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>relevant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>run {run}</source>
        <translation>التشغيل {run}</translation>
    </message>
    <message>
        <source>run {run} found {items}</source>
        <translation>التشغيل {run} وجد {items}</translation>
    </message>
    <message>
        <source>saved {time}</source>
        <translation>حُفظ {time}</translation>
    </message>
    <message>
        <source>saving …</source>
        <translation>جارٍ الحفظ …</translation>
    </message>
    <message>
        <source>searchable</source>
        <translation>قابل للبحث</translation>
    </message>
    <message>
        <source>searchable in part</source>
        <translation>قابل للبحث جزئيًا</translation>
    </message>
    <message>
        <source>seed {seed}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>single</source>
        <translation>منفرد</translation>
    </message>
    <message>
        <source>stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped: the rest was not asked</source>
        <translation>توقّف: لم يُبحث عن الباقي</translation>
    </message>
    <message>
        <source>struck out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>teal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>text</source>
        <translation>نص</translation>
    </message>
    <message>
        <source>the conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the family</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file's own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the rest is only in the view Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the same content</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>غير معروف</translation>
    </message>
    <message>
        <source>violet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what is inside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{batch} is {state}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{batch}: {coded} of {items} coded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{blind} not searchable, {partly} in part</source>
        <translation>{blind} غير قابلة للبحث، {partly} جزئيًا</translation>
    </message>
    <message>
        <source>{bytes} bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{cells} with hits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{coded} of {items} coded ({share})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{counts} are in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {batches} complete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} من {total}</translation>
    </message>
    <message>
        <source>{field}: all {people}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file}: no item was made of this file.</source>
        <translation>{file}: لم يُنشأ عنصر من هذا الملف.</translation>
    </message>
    <message>
        <source>{findings}, {size}, are in</source>
        <translation>{findings}، {size}، في:</translation>
    </message>
    <message>
        <source>{first} to {last}: {items}</source>
        <translation>من {first} إلى {last}: {items}</translation>
    </message>
    <message>
        <source>{folder} exists and is not empty. Choose another folder; nothing is overwritten.</source>
        <translation>‏{folder} موجود وليس فارغًا. اختر مجلدًا آخر؛ لا شيء يُستبدل.</translation>
    </message>
    <message>
        <source>{found} of {items}</source>
        <translation>{found} من {items}</translation>
    </message>
    <message>
        <source>{found}; stopped after {lines}</source>
        <translation>{found}؛ توقّف بعد {lines}</translation>
    </message>
    <message>
        <source>{found}; the first {lines} are listed</source>
        <translation>{found}؛ تُعرض أول {lines}</translation>
    </message>
    <message numerus="yes">
        <source>{group}, %n missing</source>
        <translation><numerusform>{group}، المفقود منها: %n</numerusform><numerusform>{group}، المفقود منها: %n</numerusform><numerusform>{group}، المفقود منها: %n</numerusform><numerusform>{group}، المفقود منها: %n</numerusform><numerusform>{group}، المفقود منها: %n</numerusform><numerusform>{group}، المفقود منها: %n</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{group}, %n of them here</source>
        <translation><numerusform>{group}، منها هنا: %n</numerusform><numerusform>{group}، منها هنا: %n</numerusform><numerusform>{group}، منها هنا: %n</numerusform><numerusform>{group}، منها هنا: %n</numerusform><numerusform>{group}، منها هنا: %n</numerusform><numerusform>{group}، منها هنا: %n</numerusform></translation>
    </message>
    <message>
        <source>{hits} here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{hits} in {items}</source>
        <translation>{hits} في {items}</translation>
    </message>
    <message>
        <source>{items} coded</source>
        <translation>{items} مصنّفة</translation>
    </message>
    <message>
        <source>{items} disputed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{items} found</source>
        <translation>{items} عُثر عليها</translation>
    </message>
    <message>
        <source>{items} in {families}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{items} not searchable</source>
        <translation>{items} غير قابلة للبحث</translation>
    </message>
    <message>
        <source>{items} of {batch} have no tag.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{items} searched in part</source>
        <translation>{items} بُحث فيها جزئيًا</translation>
    </message>
    <message>
        <source>{items} to save …</source>
        <translation>{items} بانتظار الحفظ …</translation>
    </message>
    <message>
        <source>{judged} of {size}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{line}, the %n most frequent</source>
        <translation type="unfinished"><numerusform></numerusform><numerusform></numerusform><numerusform></numerusform><numerusform></numerusform><numerusform></numerusform><numerusform></numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{message}  (%n copies)</source>
        <translation><numerusform>{message}  (%n نسخة)</numerusform><numerusform>{message}  (نسخة واحدة)</numerusform><numerusform>{message}  (نسختان)</numerusform><numerusform>{message}  (%n نسخ)</numerusform><numerusform>{message}  (%n نسخة)</numerusform><numerusform>{message}  (%n نسخة)</numerusform></translation>
    </message>
    <message>
        <source>{minutes} min left</source>
        <translation>تبقّى {minutes} د</translation>
    </message>
    <message>
        <source>{moment} UTC ({kind})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{moment} UTC ({kind}, written as {raw})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{month}: {items}</source>
        <translation>{month}: {items}</translation>
    </message>
    <message>
        <source>{more} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} (hidden)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} hidden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is already running; see the status bar.</source>
        <translation>‏{name}: العمل جارٍ بالفعل؛ انظر شريط الحالة.</translation>
    </message>
    <message>
        <source>{name}: progress</source>
        <translation>{name}: التقدّم</translation>
    </message>
    <message>
        <source>{name}: stopping …</source>
        <translation>{name}: جارٍ الإيقاف …</translation>
    </message>
    <message>
        <source>{name}: {done} of {total}</source>
        <translation>{name}: {done} من {total}</translation>
    </message>
    <message>
        <source>{number}: built in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number}: {who}, {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{other} didn't begin as this case; its decisions are on items that both have.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{other}: {offered}, {known} known here, {added} new.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path}: Enter shows it, Space ticks it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{quoted}, {hits}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rate} items/s</source>
        <translation>{rate} عنصر/ث</translation>
    </message>
    <message>
        <source>{reason} The text is in the view Text (Ctrl+1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{search}: {runs}.</source>
        <translation>{search}: {runs}.</translation>
    </message>
    <message>
        <source>{search}: {runs}: the same items.</source>
        <translation>{search}: {runs}: العناصر نفسها.</translation>
    </message>
    <message>
        <source>{seconds} s left</source>
        <translation>تبقّى {seconds} ث</translation>
    </message>
    <message>
        <source>{size} bytes, SHA-256 {digest}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size} of {population} that {query} found; seed {seed}; {author}, {time} UTC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{some} and {more} more, listed under the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{tag} is put on {items}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{tag}, from anywhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{tag}, key {key}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{tag}: {items}, {more} of them followed{kept}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{terms} could not be asked</source>
        <translation>تعذّر البحث عن {terms}</translation>
    </message>
    <message>
        <source>{terms} in {items}</source>
        <translation>{terms} في {items}</translation>
    </message>
    <message>
        <source>{terms} in {items} of {set}</source>
        <translation>{terms} في {items} من {set}</translation>
    </message>
    <message>
        <source>{term} isn't written so in the query; strike the word out there with !({word}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{term} stands for {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who} asked to open the seal: {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who} asks to open it: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who} noted {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who} opened the seal: {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who} sealed it: {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who} tagged {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who} took off {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who}: {n_} earlier decisions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{words} and {more} more</source>
        <translation>{words} و{more} أخرى</translation>
    </message>
    <message>
        <source>“{sought}” isn't in this item's text.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
