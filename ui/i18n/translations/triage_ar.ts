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
        <translation> و </translation>
    </message>
    <message>
        <source> items</source>
        <translation> عنصر</translation>
    </message>
    <message>
        <source> items each</source>
        <translation> عنصر في كل منها</translation>
    </message>
    <message>
        <source>! in {typed} isn't searched; for any ending write {again}*</source>
        <translation>لا يُبحث عن ! في {typed}؛ ولأي نهاية اكتب ⁦{again}*⁩</translation>
    </message>
    <message>
        <source>% of scope</source>
        <translation>% من المجموعة</translation>
    </message>
    <message numerus="yes">
        <source>%n Outlook items could not be converted to mail messages; the report says which and why.</source>
        <translation><numerusform>تعذّر التحويل إلى رسائل بريد: %n عنصر من Outlook؛ التقرير يذكر أيها ولماذا.</numerusform><numerusform>تعذّر التحويل إلى رسائل بريد: عنصر واحد من Outlook؛ التقرير يذكر أيها ولماذا.</numerusform><numerusform>تعذّر التحويل إلى رسائل بريد: عنصران من Outlook؛ التقرير يذكر أيها ولماذا.</numerusform><numerusform>تعذّر التحويل إلى رسائل بريد: %n عناصر من Outlook؛ التقرير يذكر أيها ولماذا.</numerusform><numerusform>تعذّر التحويل إلى رسائل بريد: %n عنصرًا من Outlook؛ التقرير يذكر أيها ولماذا.</numerusform><numerusform>تعذّر التحويل إلى رسائل بريد: %n عنصر من Outlook؛ التقرير يذكر أيها ولماذا.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n are also in another open batch</source>
        <translation><numerusform>منها في دفعة مفتوحة أخرى أيضًا: %n</numerusform><numerusform>منها في دفعة مفتوحة أخرى أيضًا: %n</numerusform><numerusform>منها في دفعة مفتوحة أخرى أيضًا: %n</numerusform><numerusform>منها في دفعة مفتوحة أخرى أيضًا: %n</numerusform><numerusform>منها في دفعة مفتوحة أخرى أيضًا: %n</numerusform><numerusform>منها في دفعة مفتوحة أخرى أيضًا: %n</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n attachment</source>
        <translation><numerusform>%n مرفق</numerusform><numerusform>مرفق واحد</numerusform><numerusform>مرفقان</numerusform><numerusform>%n مرفقات</numerusform><numerusform>%n مرفقًا</numerusform><numerusform>%n مرفق</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n batch</source>
        <translation><numerusform>%n دفعة</numerusform><numerusform>دفعة واحدة</numerusform><numerusform>دفعتان</numerusform><numerusform>%n دفعات</numerusform><numerusform>%n دفعة</numerusform><numerusform>%n دفعة</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n bytes</source>
        <translation><numerusform>%n بايت</numerusform><numerusform>بايت واحد</numerusform><numerusform>بايتان</numerusform><numerusform>%n بايتات</numerusform><numerusform>%n بايتًا</numerusform><numerusform>%n بايت</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n cell</source>
        <translation><numerusform>%n خلية</numerusform><numerusform>خلية واحدة</numerusform><numerusform>خليتان</numerusform><numerusform>%n خلايا</numerusform><numerusform>%n خلية</numerusform><numerusform>%n خلية</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n column</source>
        <translation><numerusform>%n عمود</numerusform><numerusform>عمود واحد</numerusform><numerusform>عمودان</numerusform><numerusform>%n أعمدة</numerusform><numerusform>%n عمودًا</numerusform><numerusform>%n عمود</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n decision</source>
        <translation><numerusform>%n قرار</numerusform><numerusform>قرار واحد</numerusform><numerusform>قراران</numerusform><numerusform>%n قرارات</numerusform><numerusform>%n قرارًا</numerusform><numerusform>%n قرار</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n decisions are stored for items that this copy doesn't have yet.</source>
        <translation><numerusform>حُفظ %n قرار لعناصر ليست في هذه النسخة بعد.</numerusform><numerusform>حُفظ قرار واحد لعناصر ليست في هذه النسخة بعد.</numerusform><numerusform>حُفظ قراران لعناصر ليست في هذه النسخة بعد.</numerusform><numerusform>حُفظ %n قرارات لعناصر ليست في هذه النسخة بعد.</numerusform><numerusform>حُفظ %n قرارًا لعناصر ليست في هذه النسخة بعد.</numerusform><numerusform>حُفظ %n قرار لعناصر ليست في هذه النسخة بعد.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n decisions could not be written in time.</source>
        <translation><numerusform>لم يُكتب في الوقت المناسب: %n قرار.</numerusform><numerusform>لم يُكتب في الوقت المناسب: قرار واحد.</numerusform><numerusform>لم يُكتب في الوقت المناسب: قراران.</numerusform><numerusform>لم يُكتب في الوقت المناسب: %n قرارات.</numerusform><numerusform>لم يُكتب في الوقت المناسب: %n قرارًا.</numerusform><numerusform>لم يُكتب في الوقت المناسب: %n قرار.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n decisions stored earlier apply now: their items have been indexed.</source>
        <translation><numerusform>%n قرار مما حُفظ سابقًا يسري الآن: وصلت العناصر.</numerusform><numerusform>قرار واحد مما حُفظ سابقًا يسري الآن: وصلت العناصر.</numerusform><numerusform>قراران مما حُفظ سابقًا يسري الآن: وصلت العناصر.</numerusform><numerusform>%n قرارات مما حُفظ سابقًا يسري الآن: وصلت العناصر.</numerusform><numerusform>%n قرارًا مما حُفظ سابقًا يسري الآن: وصلت العناصر.</numerusform><numerusform>%n قرار مما حُفظ سابقًا يسري الآن: وصلت العناصر.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n family</source>
        <translation><numerusform>%n عائلة</numerusform><numerusform>عائلة واحدة</numerusform><numerusform>عائلتان</numerusform><numerusform>%n عائلات</numerusform><numerusform>%n عائلة</numerusform><numerusform>%n عائلة</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n files could not be processed</source>
        <translation><numerusform>%n ملف لم يصبح عنصرًا</numerusform><numerusform>ملف واحد لم يصبح عنصرًا</numerusform><numerusform>ملفان لم يصبحا عنصرين</numerusform><numerusform>%n ملفات لم تصبح عناصر</numerusform><numerusform>%n ملفًا لم تصبح عناصر</numerusform><numerusform>%n ملف لم تصبح عناصر</numerusform></translation>
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
        <source>%n items could not be searched.</source>
        <translation><numerusform>تعذّر البحث في: %n عنصر.</numerusform><numerusform>تعذّر البحث في: عنصر واحد.</numerusform><numerusform>تعذّر البحث في: عنصران.</numerusform><numerusform>تعذّر البحث في: %n عناصر.</numerusform><numerusform>تعذّر البحث في: %n عنصرًا.</numerusform><numerusform>تعذّر البحث في: %n عنصر.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n items dated outside these months</source>
        <translation><numerusform>خارج هذه الأشهر: %n عنصر</numerusform><numerusform>خارج هذه الأشهر: عنصر واحد</numerusform><numerusform>خارج هذه الأشهر: عنصران</numerusform><numerusform>خارج هذه الأشهر: %n عناصر</numerusform><numerusform>خارج هذه الأشهر: %n عنصرًا</numerusform><numerusform>خارج هذه الأشهر: %n عنصر</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n items found, with no words in them to highlight.</source>
        <translation><numerusform>عُثر على: %n عنصر، ولا كلمات فيها لتعليمها.</numerusform><numerusform>عُثر على: عنصر واحد، ولا كلمات فيها لتعليمها.</numerusform><numerusform>عُثر على: عنصران، ولا كلمات فيها لتعليمها.</numerusform><numerusform>عُثر على: %n عناصر، ولا كلمات فيها لتعليمها.</numerusform><numerusform>عُثر على: %n عنصرًا، ولا كلمات فيها لتعليمها.</numerusform><numerusform>عُثر على: %n عنصر، ولا كلمات فيها لتعليمها.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n items read so far.</source>
        <translation><numerusform>قُرئ حتى الآن: %n عنصر.</numerusform><numerusform>قُرئ حتى الآن: عنصر واحد.</numerusform><numerusform>قُرئ حتى الآن: عنصران.</numerusform><numerusform>قُرئ حتى الآن: %n عناصر.</numerusform><numerusform>قُرئ حتى الآن: %n عنصرًا.</numerusform><numerusform>قُرئ حتى الآن: %n عنصر.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n items were added with their families</source>
        <translation><numerusform>أُضيف مع عائلاته: %n عنصر</numerusform><numerusform>أُضيف مع عائلاته: عنصر واحد</numerusform><numerusform>أُضيف مع عائلاته: عنصران</numerusform><numerusform>أُضيف مع عائلاته: %n عناصر</numerusform><numerusform>أُضيف مع عائلاته: %n عنصرًا</numerusform><numerusform>أُضيف مع عائلاته: %n عنصر</numerusform></translation>
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
        <translation><numerusform>%n أخرى ليست في هذه النسخة من القضية</numerusform><numerusform>%n أخرى ليست في هذه النسخة من القضية</numerusform><numerusform>%n أخرى ليست في هذه النسخة من القضية</numerusform><numerusform>%n أخرى ليست في هذه النسخة من القضية</numerusform><numerusform>%n أخرى ليست في هذه النسخة من القضية</numerusform><numerusform>%n أخرى ليست في هذه النسخة من القضية</numerusform></translation>
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
        <translation><numerusform>%n سجل جديد</numerusform><numerusform>سجل جديد واحد</numerusform><numerusform>سجلان جديدان</numerusform><numerusform>%n سجلات جديدة</numerusform><numerusform>%n سجلًا جديدًا</numerusform><numerusform>%n سجل جديد</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n originals could not be exported; the report in the folder says which and why.</source>
        <translation><numerusform>تعذّر الحصول على: %n أصل؛ التقرير في المجلد يذكر أيها ولماذا.</numerusform><numerusform>تعذّر الحصول على: أصل واحد؛ التقرير في المجلد يذكر أيها ولماذا.</numerusform><numerusform>تعذّر الحصول على: أصلان؛ التقرير في المجلد يذكر أيها ولماذا.</numerusform><numerusform>تعذّر الحصول على: %n أصول؛ التقرير في المجلد يذكر أيها ولماذا.</numerusform><numerusform>تعذّر الحصول على: %n أصلًا؛ التقرير في المجلد يذكر أيها ولماذا.</numerusform><numerusform>تعذّر الحصول على: %n أصل؛ التقرير في المجلد يذكر أيها ولماذا.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n page</source>
        <translation><numerusform>%n صفحة</numerusform><numerusform>صفحة واحدة</numerusform><numerusform>صفحتان</numerusform><numerusform>%n صفحات</numerusform><numerusform>%n صفحة</numerusform><numerusform>%n صفحة</numerusform></translation>
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
        <translation><numerusform>%n سطر مقتبس</numerusform><numerusform>سطر مقتبس واحد</numerusform><numerusform>سطران مقتبسان</numerusform><numerusform>%n أسطر مقتبسة</numerusform><numerusform>%n سطرًا مقتبسًا</numerusform><numerusform>%n سطر مقتبس</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n record</source>
        <translation><numerusform>%n سجل</numerusform><numerusform>سجل واحد</numerusform><numerusform>سجلان</numerusform><numerusform>%n سجلات</numerusform><numerusform>%n سجلًا</numerusform><numerusform>%n سجل</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n reviewer</source>
        <translation><numerusform>%n مراجع</numerusform><numerusform>مراجع واحد</numerusform><numerusform>مراجعان</numerusform><numerusform>%n مراجعين</numerusform><numerusform>%n مراجعًا</numerusform><numerusform>%n مراجع</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n row</source>
        <translation><numerusform>%n صف</numerusform><numerusform>صف واحد</numerusform><numerusform>صفان</numerusform><numerusform>%n صفوف</numerusform><numerusform>%n صفًا</numerusform><numerusform>%n صف</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n rows of the table are shown.</source>
        <translation><numerusform>المعروض من الجدول: %n صف.</numerusform><numerusform>المعروض من الجدول: صف واحد.</numerusform><numerusform>المعروض من الجدول: صفان.</numerusform><numerusform>المعروض من الجدول: %n صفوف.</numerusform><numerusform>المعروض من الجدول: %n صفًا.</numerusform><numerusform>المعروض من الجدول: %n صف.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n sample</source>
        <translation><numerusform>%n عيّنة</numerusform><numerusform>عيّنة واحدة</numerusform><numerusform>عيّنتان</numerusform><numerusform>%n عيّنات</numerusform><numerusform>%n عيّنة</numerusform><numerusform>%n عيّنة</numerusform></translation>
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
        <source>'{id}' isn't an item id: those are up to 20 digits and letters a to f.</source>
        <translation>'{id}' ليس معرّف عنصر: المعرّف حتى 20 رقمًا وحرفًا من a إلى f.</translation>
    </message>
    <message>
        <source>'{name}' can't be a tag: it takes 1 to 80 characters, without " * and ?.</source>
        <translation>لا يصلح '{name}' وسمًا: يأخذ من 1 إلى 80 محرفًا من دون " و* و?.</translation>
    </message>
    <message>
        <source>'{name}' can't be the name of a saved search: it takes 1 to 80 characters.</source>
        <translation>لا يصلح '{name}' اسمًا لبحث محفوظ: يأخذ من 1 إلى 80 محرفًا.</translation>
    </message>
    <message>
        <source>'{name}' can't have the key '{key}': a key is one letter or digit, or none.</source>
        <translation>لا يمكن أن يكون للوسم '{name}' المفتاح '{key}': المفتاح حرف واحد أو رقم واحد أو فارغ.</translation>
    </message>
    <message>
        <source>'{name}' can't have the key {key}: that is {use}. Choose another.</source>
        <translation>لا يمكن أن يكون للوسم '{name}' المفتاح {key}: فهو {use}. اختر غيره.</translation>
    </message>
    <message>
        <source>'{name}' can't name a {what}: it takes 1 to {most} characters, without " * ? and \.</source>
        <translation>لا يصلح '{name}' اسمًا: يأخذ من 1 إلى {most} محرفًا من دون " و* و? و\ ({what}).</translation>
    </message>
    <message>
        <source>'{name}' has no item in common with this case. Nothing was merged.</source>
        <translation>ليس لـ '{name}' عنصر مشترك مع هذه القضية. لم يُدمج شيء.</translation>
    </message>
    <message>
        <source>'{name}' has no run {number}. Its runs are 1 to {most}.</source>
        <translation>ليس لـ '{name}' تشغيل {number}. تشغيلاته من 1 إلى {most}.</translation>
    </message>
    <message>
        <source>'{name}' has run {count} times; a difference needs two runs.</source>
        <translation>شُغّل '{name}' {count} مرة؛ وتحتاج المقارنة إلى تشغيلين.</translation>
    </message>
    <message>
        <source>'{name}' is {state}: nobody has it. Take it first.</source>
        <translation>'{name}' ليست عند أحد ({state}). خذها أولًا.</translation>
    </message>
    <message>
        <source>'{name}' seals: it stands in no group, and what follows is set (what is inside, identical copies).</source>
        <translation>'{name}' يختم: لا ينتمي إلى مجموعة، وما يُعمَّم عليه محدد (ما بداخله والنسخ المطابقة).</translation>
    </message>
    <message>
        <source>'{name}' was completed by {who}. Say that you take it again (--again) to reopen it.</source>
        <translation>أكمل {who} الدفعة '{name}'. لفتحها من جديد اختر أخذها من جديد.</translation>
    </message>
    <message>
        <source>'{root}' has no custodian. Say whose records these are.</source>
        <translation>ليس لـ '{root}' أمين حفظ. اذكر لمن هذه السجلات.</translation>
    </message>
    <message>
        <source>'{typed}' can't stand between characters that are words by themselves: write {meant}.</source>
        <translation>لا يصلح '{typed}' بين محارف كل منها كلمة بذاته: اكتب {meant}.</translation>
    </message>
    <message>
        <source>'{typed}' can't stand here.</source>
        <translation>لا يصلح '{typed}' هنا.</translation>
    </message>
    <message>
        <source>'{typed}' has two meanings: write {first} or {second}.</source>
        <translation>لـ '{typed}' معنيان: اكتب {first} أو {second}.</translation>
    </message>
    <message>
        <source>'{typed}' holds no letter or digit to look it up by.</source>
        <translation>ليس في '{typed}' حرف أو رقم يُبحث به.</translation>
    </message>
    <message>
        <source>'{typed}' holds no letter or digit, and only those are searched.</source>
        <translation>ليس في '{typed}' حرف أو رقم، ولا يُبحث إلا عنهما.</translation>
    </message>
    <message>
        <source>'{typed}' is too short for ~{distance}: every word of its length would fit.</source>
        <translation>'{typed}' أقصر من أن يأخذ ~{distance}: فكل كلمة بطوله تناسبه.</translation>
    </message>
    <message>
        <source>'{typed}' isn't a date: write 2023, 2023-05, 2023-05-02 or, for an hour, 2023-05-02T10.</source>
        <translation>'{typed}' ليس تاريخًا: اكتب 2023 أو 2023-05 أو 2023-05-02 أو، للساعة، 2023-05-02T10.</translation>
    </message>
    <message>
        <source>'{typed}' isn't a size: write 500, 10kb, 1.5mb or 2gb.</source>
        <translation>'{typed}' ليس حجمًا: اكتب 500 أو 10kb أو 1.5mb أو 2gb.</translation>
    </message>
    <message>
        <source>'{typed}' isn't an id or a hash: those are at least 4 digits and letters a to f.</source>
        <translation>'{typed}' ليس معرّفًا ولا بصمة: هما 4 على الأقل من الأرقام والحروف من a إلى f.</translation>
    </message>
    <message>
        <source>'{typed}' isn't known: {field} takes {known}.</source>
        <translation>'{typed}' غير معروف: {field} يأخذ {known}.</translation>
    </message>
    <message>
        <source>'{typed}' needs at least one letter or digit beside it in its word.</source>
        <translation>يحتاج '{typed}' إلى حرف أو رقم واحد على الأقل بجانبه في كلمته.</translation>
    </message>
    <message>
        <source>(no item)</source>
        <translation>(بلا عنصر)</translation>
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
        <source>(not searchable)</source>
        <translation>(غير قابلة للبحث)</translation>
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
        <source>. Stopped early; index again to resume.</source>
        <translation>. توقّف مبكرًا؛ أعد الفهرسة للمتابعة.</translation>
    </message>
    <message>
        <source>; </source>
        <translation>؛ </translation>
    </message>
    <message numerus="yes">
        <source>; %n keep an earlier decision</source>
        <translation><numerusform>؛ و%n تحتفظ بقرار سابق</numerusform><numerusform>؛ وعنصر واحد يحتفظ بقرار سابق</numerusform><numerusform>؛ وعنصران يحتفظان بقرار سابق</numerusform><numerusform>؛ و%n تحتفظ بقرار سابق</numerusform><numerusform>؛ و%n تحتفظ بقرار سابق</numerusform><numerusform>؛ و%n تحتفظ بقرار سابق</numerusform></translation>
    </message>
    <message>
        <source>; joins nothing and parts nothing: a blank means AND</source>
        <translation>لا تربط ; شيئًا ولا تفصله: الفراغ معناه AND</translation>
    </message>
    <message>
        <source>? in {typed} stands for exactly one more letter</source>
        <translation>تمثّل ? في {typed} حرفًا واحدًا إضافيًّا بالضبط</translation>
    </message>
    <message>
        <source>A batch has 1 to {most} items, not {size}; 0 makes one of all.</source>
        <translation>في الدفعة من 1 إلى {most} عنصرًا، لا {size}؛ و0 يصنع واحدة من الكل.</translation>
    </message>
    <message>
        <source>A blind sample is open, and this would reveal decisions. Close the sample first.</source>
        <translation>عيّنة معمّاة مفتوحة، وهذا يكشف ما تقرّر. أغلق العيّنة أولًا.</translation>
    </message>
    <message>
        <source>A case is one folder. This appears in the scope and in every report.</source>
        <translation>القضية مجلد واحد. ما يُكتب هنا يظهر في نطاقها وفي كل تقرير.</translation>
    </message>
    <message>
        <source>A certificate in {part} can't be read ({error}).</source>
        <translation>لا يمكن قراءة شهادة في {part} ({error}).</translation>
    </message>
    <message>
        <source>A comment's record is damaged and was passed over.</source>
        <translation>سجل أحد التعليقات تالف وتُجووز.</translation>
    </message>
    <message>
        <source>A date is missing: write 2023, 2023-05, 2023-05-02 or, for an hour, 2023-05-02T10.</source>
        <translation>ينقص تاريخ: اكتب 2023 أو 2023-05 أو 2023-05-02 أو، للساعة، 2023-05-02T10.</translation>
    </message>
    <message>
        <source>A decision needs a reviewer's name of 1 to {most} characters. Give it with --reviewer, or set it in the window.</source>
        <translation>يحتاج القرار إلى اسم مراجع من 1 إلى {most} محرفًا. انقر الاسم أسفل النافذة.</translation>
    </message>
    <message>
        <source>A distance is 1 to {most} words, not {digits}.</source>
        <translation>المسافة من 1 إلى {most} كلمة، لا {digits}.</translation>
    </message>
    <message>
        <source>A distance is written {meant}; for the words themselves write "{typed}".</source>
        <translation>تُكتب المسافة {meant}؛ وللكلمات نفسها اكتب "{typed}".</translation>
    </message>
    <message>
        <source>A distance joins words, phrases and groups of them by OR, nothing else.</source>
        <translation>المسافة تربط كلمات وعبارات ومجموعات منها بـ OR لا غير.</translation>
    </message>
    <message>
        <source>A folder that may be read</source>
        <translation>مجلد تجوز قراءته</translation>
    </message>
    <message>
        <source>A folder's list of items can't be read; its items are read.</source>
        <translation>لا يمكن قراءة قائمة عناصر أحد المجلدات؛ وعناصره تُقرأ.</translation>
    </message>
    <message>
        <source>A folder's name and count can't be read; its items are read.</source>
        <translation>لا يمكن قراءة اسم أحد المجلدات وعدده؛ وعناصره تُقرأ.</translation>
    </message>
    <message>
        <source>A header field holds letters of no stated character set; they were guessed.</source>
        <translation>في حقل ترويسة أحرف من دون مجموعة محارف مذكورة؛ خُمّنت.</translation>
    </message>
    <message>
        <source>A list of the OneNote file breaks off ({what}).</source>
        <translation>تنقطع قائمة في ملف OneNote ({what}).</translation>
    </message>
    <message>
        <source>A mail's HTML without styles, pictures and links; hidden text is shown as well</source>
        <translation>‏HTML الرسالة بلا أنماط وصور وروابط؛ ويُعرض النص المخفي أيضًا</translation>
    </message>
    <message>
        <source>A member is named {name}; it was read, and nothing was written.</source>
        <translation>اسم أحد الأعضاء {name}؛ قُرئ ولم يُكتب شيء.</translation>
    </message>
    <message>
        <source>A message of {size} bytes is over limit_item_mb; it was not read.</source>
        <translation>رسالة من {size} بايت تتجاوز limit_item_mb؛ ولم تُقرأ.</translation>
    </message>
    <message>
        <source>A name is missing.</source>
        <translation>ينقص اسم.</translation>
    </message>
    <message>
        <source>A new, empty folder for the case</source>
        <translation>مجلد جديد فارغ للقضية</translation>
    </message>
    <message>
        <source>A page holds a {kind}; what is said or shown in it was not read.</source>
        <translation>في إحدى الصفحات {kind}؛ ولم يُقرأ ما يُقال أو يُعرض فيه.</translation>
    </message>
    <message>
        <source>A page that the OneNote section lists can't be found in it.</source>
        <translation>صفحة يسردها قسم OneNote لا يُعثر عليها فيه.</translation>
    </message>
    <message>
        <source>A palette has 1 to {most} tags, not {count}.</source>
        <translation>في اللوحة من 1 إلى {most} وسمًا، لا {count}.</translation>
    </message>
    <message>
        <source>A part of the OneNote file is missing from it.</source>
        <translation>جزء من ملف OneNote مفقود منه.</translation>
    </message>
    <message>
        <source>A part of the OneNote file is stored in fragments, which were not put together.</source>
        <translation>جزء من ملف OneNote محفوظ في مقاطع لم تُجمَع معًا.</translation>
    </message>
    <message>
        <source>A part of the mail lies elsewhere and was not fetched: {place}</source>
        <translation>جزء من البريد موجود في مكان آخر ولم يُجلب: {place}</translation>
    </message>
    <message>
        <source>A query may have {most} characters; this one has {size}.</source>
        <translation>يمكن أن يكون في الاستعلام {most} محرفًا؛ وفي هذا {size}.</translation>
    </message>
    <message>
        <source>A range needs at least one end.</source>
        <translation>يحتاج المدى إلى طرف واحد على الأقل.</translation>
    </message>
    <message>
        <source>A record of the type {type} is over limit_item_mb; its start was read.</source>
        <translation>سجل من النوع {type} يتجاوز limit_item_mb؛ وقُرئت بدايته.</translation>
    </message>
    <message>
        <source>A record of {name} is damaged and was passed over.</source>
        <translation>سجل من {name} تالف وتُجووز.</translation>
    </message>
    <message>
        <source>A sample has 0 to {most} items, not {size}.</source>
        <translation>في العيّنة من 0 إلى {most} عنصرًا، لا {size}.</translation>
    </message>
    <message>
        <source>A sample has 1 to {most} items, not {size}. Draw fewer.</source>
        <translation>في العيّنة من 1 إلى {most} عنصرًا، لا {size}. اسحب أقل.</translation>
    </message>
    <message>
        <source>A sample is open: R assesses as relevant, I as not relevant, U clears. Close the sample to code.</source>
        <translation>عيّنة مفتوحة: R للحكم بأنه ذو صلة، وI بأنه غير ذي صلة، وU للتراجع. أغلق العيّنة لتصنّف.</translation>
    </message>
    <message>
        <source>A seed has at most {most} characters, not {size}. Give a shorter one.</source>
        <translation>في البذرة {most} محرفًا على الأكثر، لا {size}. أعط أقصر منها.</translation>
    </message>
    <message>
        <source>A uuencoded file breaks off in a line that can't be decoded.</source>
        <translation>ينقطع ملف uuencode عند سطر لا يمكن فكّ ترميزه.</translation>
    </message>
    <message>
        <source>A uuencoded file ends without its last line.</source>
        <translation>ينتهي ملف uuencode من دون سطره الأخير.</translation>
    </message>
    <message>
        <source>AND beside {operator} has two meanings.</source>
        <translation>لـ AND بجانب {operator} معنيان.</translation>
    </message>
    <message>
        <source>AND beside {operator} has two meanings: write {one} for each of them, or {two} for all together.</source>
        <translation>لـ AND بجانب {operator} معنيان: اكتب {one} لكل منها، أو {two} لها كلها معًا.</translation>
    </message>
    <message>
        <source>AND can't stand beside {operator}: write {one}.</source>
        <translation>لا يصلح AND بجانب {operator}: اكتب {one}.</translation>
    </message>
    <message>
        <source>AND was read before OR, as the parentheses show</source>
        <translation>قُرئ AND قبل OR كما تُظهر الأقواس</translation>
    </message>
    <message>
        <source>About</source>
        <translation>حول البرنامج</translation>
    </message>
    <message>
        <source>About what</source>
        <translation>بخصوص</translation>
    </message>
    <message>
        <source>Actual size</source>
        <translation>النص بحجمه المعتاد</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>إضافة</translation>
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
        <source>Advance after coding</source>
        <translation>الانتقال إلى العنصر التالي بعد التصنيف</translation>
    </message>
    <message>
        <source>All results</source>
        <translation>كل النتائج</translation>
    </message>
    <message>
        <source>All terms combined (not the sum)</source>
        <translation>كل المصطلحات معًا (وليس المجموع)</translation>
    </message>
    <message>
        <source>All {rest} were checked: {found} are relevant.</source>
        <translation>فُحصت كلها وعددها {rest}: منها {found} ذات صلة.</translation>
    </message>
    <message>
        <source>Already tagged: {items}.</source>
        <translation>موسومة بهذا من قبل: {items}.</translation>
    </message>
    <message>
        <source>Also applied to {whom}</source>
        <translation>يُعمَّم على {whom}</translation>
    </message>
    <message>
        <source>Also sealed, as attachments or duplicates: {items}.</source>
        <translation>تُختم معه لأنها داخله أو نسخ منه: {items}.</translation>
    </message>
    <message>
        <source>Alt+{number} anywhere</source>
        <translation>‏Alt+{number} في أي مكان</translation>
    </message>
    <message>
        <source>Alternative version of the text</source>
        <translation>صيغة أخرى للنص</translation>
    </message>
    <message>
        <source>An attachment isn't sound base64; it was not read.</source>
        <translation>أحد المرفقات ليس base64 سليمًا؛ ولم يُقرأ.</translation>
    </message>
    <message>
        <source>An embedded object can't be read ({error}).</source>
        <translation>لا يمكن قراءة كائن مضمّن ({error}).</translation>
    </message>
    <message>
        <source>An embedded object's base64 is broken.</source>
        <translation>ترميز base64 لكائن مضمّن تالف.</translation>
    </message>
    <message>
        <source>An embedded {kind} isn't sound base64; it was not read.</source>
        <translation>{kind} مضمّن ليس base64 سليمًا؛ ولم يُقرأ.</translation>
    </message>
    <message>
        <source>An exact text can't stand beside {operator}: take the phrase.</source>
        <translation>لا يصلح نص حرفي بجانب {operator}: خذ العبارة.</translation>
    </message>
    <message>
        <source>An hour</source>
        <translation>في الساعة</translation>
    </message>
    <message>
        <source>An internal error: {said}. The details are on the terminal.</source>
        <translation>خلل في هذا البرنامج: {said}. التفاصيل في الطرفية.</translation>
    </message>
    <message>
        <source>An item in {folder} can't be read ({error}).</source>
        <translation>لا يمكن قراءة عنصر في {folder} ({error}).</translation>
    </message>
    <message>
        <source>An item inside the item can't be read ({error}).</source>
        <translation>لا يمكن قراءة عنصر داخل العنصر ({error}).</translation>
    </message>
    <message>
        <source>An item that several custodians hold counts for each of them.</source>
        <translation>العنصر الموجود لدى عدة حائزين يُعدّ لدى كلٍّ منهم.</translation>
    </message>
    <message>
        <source>Annotation or form field</source>
        <translation>تعليق توضيحي أو حقل نموذج</translation>
    </message>
    <message>
        <source>Annotations draw words on {count} pages; those on the first {most} of them were read.</source>
        <translation>ترسم تعليقات كلمات في {count} صفحة؛ وقُرئت التي في أول {most} منها.</translation>
    </message>
    <message>
        <source>Another copy's folder, or the decision file that it wrote</source>
        <translation>مجلد نسخة أخرى، أو ملف القرارات الذي كتبته</translation>
    </message>
    <message>
        <source>Another process is writing this case. Wait until it has ended, and try again.</source>
        <translation>عملية أخرى تكتب في هذه القضية. انتظر حتى تنتهي وأعد المحاولة.</translation>
    </message>
    <message>
        <source>Another run is indexing or exporting this case. Wait until it has ended, or stop it.</source>
        <translation>عملية أخرى تفهرس هذه القضية أو تصدّرها. انتظر حتى تنتهي أو أوقفها.</translation>
    </message>
    <message>
        <source>Anywhere</source>
        <translation>في أي مكان</translation>
    </message>
    <message>
        <source>Apple Mail keeps this mail's attachments in files beside it.</source>
        <translation>يحفظ Apple Mail مرفقات هذا البريد في ملفات بجانبه.</translation>
    </message>
    <message>
        <source>Applies</source>
        <translation>الساري</translation>
    </message>
    <message>
        <source>Apply also to</source>
        <translation>يُعمَّم على</translation>
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
        <translation>بصيغة ASCII</translation>
    </message>
    <message>
        <source>As entered</source>
        <translation>كما أُدخل</translation>
    </message>
    <message>
        <source>As written</source>
        <translation>كما كُتب</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>طلب</translation>
    </message>
    <message>
        <source>Assessed</source>
        <translation>حُكم عليها</translation>
    </message>
    <message>
        <source>Assessed blind: its source and the recall are shown once the sample is closed.</source>
        <translation>حكم معمّى: يُعرض مصدر العيّنة ونسبة الاسترجاع بعد إغلاقها.</translation>
    </message>
    <message>
        <source>Assessed {judged} of {size}: {relevant} relevant.</source>
        <translation>حُكم على {judged} من {size}: منها {relevant} ذات صلة.</translation>
    </message>
    <message>
        <source>Attachment {name} has no content in the item, or it can't be read.</source>
        <translation>ليس للمرفق {name} محتوى في العنصر، أو لا يمكن قراءته.</translation>
    </message>
    <message>
        <source>Attachment {name} has {stated} bytes by its message, but {actual} in the archive.</source>
        <translation>حجم المرفق {name} بحسب رسالته {stated} بايت، وفي الأرشيف {actual}.</translation>
    </message>
    <message>
        <source>Attachment {name} is too large to stand in its message; it stands beside it in the archive.</source>
        <translation>المرفق {name} أكبر من أن يوضع في رسالته؛ وهو بجانبها في الأرشيف.</translation>
    </message>
    <message>
        <source>Attachment {name} lies elsewhere and was not fetched: {place}</source>
        <translation>المرفق {name} موجود في مكان آخر ولم يُجلب: {place}</translation>
    </message>
    <message>
        <source>Attachment {name} of the message's source is too large; it was not read.</source>
        <translation>المرفق {name} في مصدر الرسالة كبير جدًا؛ ولم يُقرأ.</translation>
    </message>
    <message>
        <source>Attachment {name}: {trouble}</source>
        <translation>المرفق {name}: {trouble}</translation>
    </message>
    <message>
        <source>Attachments, replies and copies of the selected item appear here.</source>
        <translation>تظهر هنا مرفقات العنصر المحدد والردود عليه ونسخه.</translation>
    </message>
    <message>
        <source>Basis</source>
        <translation>الأساس</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>الدفعة</translation>
    </message>
    <message>
        <source>Batches</source>
        <translation>الدفعات</translation>
    </message>
    <message>
        <source>Bcc</source>
        <translation>نسخة مخفية</translation>
    </message>
    <message>
        <source>Blind</source>
        <translation>معمّى</translation>
    </message>
    <message>
        <source>By its name it is a later part of a split archive, and can't be read alone. Join all parts into one file, in the order of their numbers, and read that.</source>
        <translation>يدلّ اسمه على أنه جزء لاحق من أرشيف مقسّم ولا يمكن قراءته وحده. اجمع الأجزاء كلها في ملف واحد بترتيب أرقامها واقرأه.</translation>
    </message>
    <message>
        <source>By its name it is a part of a split archive; {count} members were found in it. Join all parts into one file, in the order of their numbers, and read that.</source>
        <translation>يدلّ اسمه على أنه جزء من أرشيف مقسّم؛ وعُثر فيه على {count} من الأعضاء. اجمع الأجزاء كلها في ملف واحد بترتيب أرقامها واقرأه.</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>البايتات</translation>
    </message>
    <message>
        <source>Bytes of the item</source>
        <translation>بايتات العنصر</translation>
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
        <translation>خلايا الورقة</translation>
    </message>
    <message>
        <source>Cells of the table {name} that hold bytes ({count}) were read as loose strings.</source>
        <translation>خلايا الجدول {name} التي تحوي بايتات ({count}) قُرئت كسلاسل نصية متفرقة.</translation>
    </message>
    <message>
        <source>Change the reviewer's name</source>
        <translation>تغيير اسم المراجع</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>المخطط</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>المخططات</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>مراجعة</translation>
    </message>
    <message>
        <source>Check out</source>
        <translation>أخذ</translation>
    </message>
    <message>
        <source>Check out again</source>
        <translation>أخذها من جديد</translation>
    </message>
    <message>
        <source>Check out next</source>
        <translation>أخذ التالية</translation>
    </message>
    <message>
        <source>Check out the next batch</source>
        <translation>أخذ الدفعة التالية</translation>
    </message>
    <message>
        <source>Checking …</source>
        <translation>جارٍ النظر …</translation>
    </message>
    <message>
        <source>Checksum (keep it separate from the folder; it proves that nothing was changed):</source>
        <translation>الختم (احفظه بعيدًا عن المجلد؛ فهو يثبت أن شيئًا لم يُغيَّر):</translation>
    </message>
    <message>
        <source>Checksum (send it through a different channel; merging checks it):</source>
        <translation>الختم (أبلغه بطريق غير طريق الملف؛ فالدمج يتحقق منه):</translation>
    </message>
    <message>
        <source>Choose a search, or two runs of one, to see what changed and why.</source>
        <translation>اختر بحثًا، أو تشغيلين منه، لترى ما الذي تغيّر ولماذا.</translation>
    </message>
    <message>
        <source>Choose the folder of the case</source>
        <translation>اختيار مجلد القضية</translation>
    </message>
    <message>
        <source>Choose the target folder</source>
        <translation>اختيار المجلد الذي يُكتب فيه</translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation>اختيار …</translation>
    </message>
    <message>
        <source>Clear (U)</source>
        <translation>تراجع (U)</translation>
    </message>
    <message>
        <source>Clear all filters</source>
        <translation>إزالة كل المرشّحات</translation>
    </message>
    <message>
        <source>Clear the box to exclude the word from the query (Space)</source>
        <translation>أزل العلامة لشطب الكلمة من الاستعلام (مسافة)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Close the case</source>
        <translation>إغلاق القضية</translation>
    </message>
    <message>
        <source>Close the sample</source>
        <translation>إغلاق العيّنة</translation>
    </message>
    <message>
        <source>Close the sample: coding is shown again, and keys code items</source>
        <translation>إغلاق العيّنة: تُعرض التصنيفات من جديد وتعود المفاتيح للتصنيف</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>التصنيف</translation>
    </message>
    <message>
        <source>Code all results …</source>
        <translation>تصنيف: كل النتائج …</translation>
    </message>
    <message>
        <source>Code duplicates …</source>
        <translation>تصنيف: المحتوى نفسه في موضع آخر …</translation>
    </message>
    <message>
        <source>Code many items</source>
        <translation>تصنيف عناصر كثيرة</translation>
    </message>
    <message>
        <source>Code this item's conversation …</source>
        <translation>تصنيف: محادثة هذا العنصر …</translation>
    </message>
    <message>
        <source>Code this item's family …</source>
        <translation>تصنيف: عائلة هذا العنصر …</translation>
    </message>
    <message>
        <source>Code {items}</source>
        <translation>تصنيف {items}</translation>
    </message>
    <message>
        <source>Coded</source>
        <translation>المصنّفة</translation>
    </message>
    <message>
        <source>Coding</source>
        <translation>التصنيف</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>اللون</translation>
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
        <source>Commands</source>
        <translation>الأوامر</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>تعليق</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>إكمال</translation>
    </message>
    <message>
        <source>Complete anyway</source>
        <translation>إكمال على أي حال</translation>
    </message>
    <message>
        <source>Conflicting decisions</source>
        <translation>قرارات سابقة تخالفه</translation>
    </message>
    <message>
        <source>Content hash</source>
        <translation>بصمة المحتوى</translation>
    </message>
    <message>
        <source>Content linked as {kind} lies at {place} and was not fetched.</source>
        <translation>محتوى مرتبط بصفة {kind} موجود في {place} ولم يُجلب.</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>متابعة</translation>
    </message>
    <message>
        <source>Conversation of this item</source>
        <translation>محادثة هذا العنصر</translation>
    </message>
    <message>
        <source>Conversation: {messages}</source>
        <translation>المحادثة: {messages}</translation>
    </message>
    <message>
        <source>Copied with citation.</source>
        <translation>نُسخ مع ذكر المصدر.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>نسخ</translation>
    </message>
    <message>
        <source>Copy the certificate</source>
        <translation>نسخ الشهادة</translation>
    </message>
    <message>
        <source>Copy the certificate of this search</source>
        <translation>نسخ شهادة هذا البحث</translation>
    </message>
    <message>
        <source>Copy with citation</source>
        <translation>نسخ مع ذكر المصدر</translation>
    </message>
    <message>
        <source>Counting …</source>
        <translation>جارٍ العدّ …</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>التغطية</translation>
    </message>
    <message>
        <source>Coverage of {case}, {time}</source>
        <translation>تغطية {case}، {time}</translation>
    </message>
    <message>
        <source>Create a case that states what may be read, open an existing one, or look around in the sample.</source>
        <translation>أنشئ قضية تحدد ما تجوز قراءته، أو افتح قضية سابقة، أو تجوّل في المثال.</translation>
    </message>
    <message>
        <source>Create batches</source>
        <translation>إنشاء دفعات</translation>
    </message>
    <message>
        <source>Create case</source>
        <translation>إنشاء القضية</translation>
    </message>
    <message>
        <source>Created {batches}</source>
        <translation>أُنشئ {batches}</translation>
    </message>
    <message>
        <source>Custodian</source>
        <translation>الحائز</translation>
    </message>
    <message>
        <source>Custodians, types and tags of the results appear here.</source>
        <translation>يظهر هنا حائزو ما عُثر عليه وأنواعه ووسومه.</translation>
    </message>
    <message>
        <source>Customer content: stop</source>
        <translation>محتوى عملاء: توقّف</translation>
    </message>
    <message>
        <source>Dashboard</source>
        <translation>لوحة المتابعة</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>التاريخ</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>الأيام</translation>
    </message>
    <message>
        <source>Decision file</source>
        <translation>ملف القرارات</translation>
    </message>
    <message>
        <source>Decision files (*.decisions);;Every file (*)</source>
        <translation>ملفات القرارات (*.decisions);;كل الملفات (*)</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>القرارات</translation>
    </message>
    <message>
        <source>Decisions are recorded under this name. Click to change it.</source>
        <translation>تُسجَّل القرارات بهذا الاسم. انقر لتغييره.</translation>
    </message>
    <message>
        <source>Decisions on this item</source>
        <translation>القرارات على هذا العنصر</translation>
    </message>
    <message>
        <source>Decisions per hour</source>
        <translation>القرارات في الساعة</translation>
    </message>
    <message>
        <source>Dedup.</source>
        <translation>بلا تكرار</translation>
    </message>
    <message>
        <source>Deduplicated: items with the same content count once</source>
        <translation>بلا تكرار: العناصر ذات المحتوى نفسه تُعدّ مرة واحدة</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>التفاصيل</translation>
    </message>
    <message>
        <source>Details of the item</source>
        <translation>تفاصيل العنصر</translation>
    </message>
    <message>
        <source>Disagreement</source>
        <translation>الاختلاف</translation>
    </message>
    <message>
        <source>Disputed: the latest decisions of two people differ.</source>
        <translation>متنازع فيه: آخر قول لشخصين في العنصر مختلف.</translation>
    </message>
    <message>
        <source>Dock</source>
        <translation>العودة إلى النافذة</translation>
    </message>
    <message>
        <source>Document properties</source>
        <translation>خصائص المستند</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>أسفل</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>سحب</translation>
    </message>
    <message>
        <source>Draw a sample for manual review</source>
        <translation>سحب عيّنة لفحصها يدويًا</translation>
    </message>
    <message>
        <source>Drawing it took longer than {seconds} s.</source>
        <translation>استغرق رسمه أكثر من {seconds} ثانية.</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>المحتوى نفسه في موضع آخر</translation>
    </message>
    <message>
        <source>EDRM MIH</source>
        <translation>EDRM MIH</translation>
    </message>
    <message>
        <source>Each of {count} pages ({pages}) is damaged and can't be read.</source>
        <translation>كل من {count} صفحة ({pages}) تالفة ولا يمكن قراءتها.</translation>
    </message>
    <message>
        <source>Each of {count} pages ({pages}) shows a picture in which no text was recognised.</source>
        <translation>تعرض كل من {count} صفحة ({pages}) صورة لم يُتعرّف فيها على نص.</translation>
    </message>
    <message>
        <source>Each of {count} pages ({pages}) shows pictures of text, which the optional extra 'ocr' reads.</source>
        <translation>تعرض كل من {count} صفحة ({pages}) صورًا لنص تقرؤه الإضافة الاختيارية 'ocr'.</translation>
    </message>
    <message>
        <source>Each of {count} pages ({pages}) shows pictures of text, which was not read.</source>
        <translation>تعرض كل من {count} صفحة ({pages}) صورًا لنص لم يُقرأ.</translation>
    </message>
    <message>
        <source>Each of {count} pages ({pages}) shows pictures of text, which was not read; the time for it was over.</source>
        <translation>تعرض كل من {count} صفحة ({pages}) صورًا لنص لم يُقرأ؛ إذ انتهى وقته.</translation>
    </message>
    <message>
        <source>Each of {count} pages ({pages}) shows text that was read by a machine that is unsure of it.</source>
        <translation>تعرض كل من {count} صفحة ({pages}) نصًّا قرأته آلة غير واثقة منه.</translation>
    </message>
    <message>
        <source>Earlier codings of the items are hidden while the sample is open</source>
        <translation>تُخفى التصنيفات السابقة للعناصر ما دامت العيّنة مفتوحة</translation>
    </message>
    <message>
        <source>Edit the list</source>
        <translation>تحرير القائمة</translation>
    </message>
    <message>
        <source>Elusion test: this set taken as not relevant beside {query} ({found} found): implied recall between {low} and {high}, {point} at the observed rate.</source>
        <translation>باعتبارها المجموعة الصفرية لـ {query} (عُثر على {found}): نسبة الاسترجاع الضمنية بين {low} و{high}، و{point} بالمعدل المشاهد.</translation>
    </message>
    <message>
        <source>Enter on a row, or a click on a bar, finds its items.</source>
        <translation>‏Enter على صف، أو نقرة على عمود، يجد عناصره.</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>الخطأ</translation>
    </message>
    <message>
        <source>Every copy of this item</source>
        <translation>كل نسخة من هذا المحتوى</translation>
    </message>
    <message>
        <source>Every item could be read and searched.</source>
        <translation>أمكنت قراءة كل عنصر والبحث فيه.</translation>
    </message>
    <message>
        <source>Every item of the sample has been assessed.</source>
        <translation>حُكم على كل عناصر العيّنة.</translation>
    </message>
    <message>
        <source>Every one of these items could be searched in full.</source>
        <translation>أمكن البحث في كل من هذه العناصر كاملًا.</translation>
    </message>
    <message>
        <source>Exclude items in open batches</source>
        <translation>ما ليس في أي دفعة مفتوحة فقط</translation>
    </message>
    <message>
        <source>Exclude {shown} (Delete)</source>
        <translation>استبعاد {shown} (Delete)</translation>
    </message>
    <message>
        <source>Expand quoted text</source>
        <translation>فتح الاقتباسات</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>تصدير</translation>
    </message>
    <message>
        <source>Export decisions</source>
        <translation>كتابة ملف قرارات</translation>
    </message>
    <message>
        <source>Export decisions …</source>
        <translation>كتابة ملف قرارات …</translation>
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
        <source>Facets of the results</source>
        <translation>تصفية ما عُثر عليه</translation>
    </message>
    <message>
        <source>Families</source>
        <translation>العائلات</translation>
    </message>
    <message>
        <source>Families that the items belong to</source>
        <translation>العائلات التي تنتمي إليها المستندات</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>العائلة</translation>
    </message>
    <message>
        <source>Family of this item</source>
        <translation>عائلة هذا العنصر</translation>
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
        <translation>رمز حقل</translation>
    </message>
    <message>
        <source>File</source>
        <translation>الملف</translation>
    </message>
    <message>
        <source>File name</source>
        <translation>اسم الملف</translation>
    </message>
    <message>
        <source>File …</source>
        <translation>ملف …</translation>
    </message>
    <message>
        <source>Files in the notes are cut; what is there of them was kept.</source>
        <translation>ملفات في الملاحظات مبتورة؛ وحُفظ ما هو موجود منها.</translation>
    </message>
    <message>
        <source>Files of these notes can't be found in them ({count}).</source>
        <translation>ملفات من هذه الملاحظات لا يُعثر عليها فيها ({count}).</translation>
    </message>
    <message>
        <source>Files of these notes lie in a folder beside them and were not read ({count}).</source>
        <translation>ملفات من هذه الملاحظات موجودة في مجلد بجانبها ولم تُقرأ ({count}).</translation>
    </message>
    <message>
        <source>Files that could not be processed: show them</source>
        <translation>ملفات لم تصبح عناصر: عرضها</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>البحث والعثور</translation>
    </message>
    <message>
        <source>Find disputed items</source>
        <translation>العثور على كل المتنازع فيه</translation>
    </message>
    <message>
        <source>Find in this item</source>
        <translation>البحث في هذا العنصر</translation>
    </message>
    <message>
        <source>Finish and report</source>
        <translation>نُظر فيها كلها: التقرير</translation>
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
        <source>Folder {folder} counts {expected} items, but {found} are in the file.</source>
        <translation>يعدّ المجلد {folder} {expected} عنصرًا، وفي الملف {found}.</translation>
    </message>
    <message>
        <source>Folder …</source>
        <translation>مجلد …</translation>
    </message>
    <message>
        <source>Footnote or endnote</source>
        <translation>حاشية سفلية أو ختامية</translation>
    </message>
    <message>
        <source>Forms, reports, macros and modules of the Access database were read as loose strings.</source>
        <translation>قُرئت نماذج قاعدة بيانات Access وتقاريرها ووحدات الماكرو والوحدات النمطية فيها كسلاسل متفرقة.</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>عُثر على</translation>
    </message>
    <message>
        <source>Found by no other term in this list</source>
        <translation>لم يجدها أي مصطلح آخر في هذه القائمة</translation>
    </message>
    <message>
        <source>Found {found} in {sample}. With {confidence} confidence {low} to {high} of them are relevant: that is {least} to {most} of {rest} (Clopper-Pearson).</source>
        <translation>عُثر على {found} من {sample}. بدرجة ثقة {confidence} يكون ما بين {low} و{high} منها ذا صلة: أي من {least} إلى {most} من {rest} (Clopper-Pearson).</translation>
    </message>
    <message>
        <source>From</source>
        <translation>من</translation>
    </message>
    <message>
        <source>From: these results, or a query</source>
        <translation>من: هذه النتائج، أو استعلام</translation>
    </message>
    <message>
        <source>Give the batches a name first.</source>
        <translation>سمّ الدفعات أولًا.</translation>
    </message>
    <message>
        <source>Give the sample a name first.</source>
        <translation>سمّ العيّنة أولًا.</translation>
    </message>
    <message>
        <source>Give the search a name first.</source>
        <translation>سمّ البحث أولًا.</translation>
    </message>
    <message>
        <source>Go to parent or replied-to message</source>
        <translation>إلى الأعلى: مرفق بـ، أو ردّ على</translation>
    </message>
    <message>
        <source>Go to the facets</source>
        <translation>الانتقال إلى التصفية</translation>
    </message>
    <message>
        <source>Go to the item</source>
        <translation>الانتقال إلى العنصر</translation>
    </message>
    <message>
        <source>Go to the list</source>
        <translation>الانتقال إلى القائمة</translation>
    </message>
    <message>
        <source>Grant</source>
        <translation>منح الإذن</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>المجموعة</translation>
    </message>
    <message>
        <source>Headers, properties, hashes, problems and every copy</source>
        <translation>الترويسات والخصائص وبصمات التجزئة والمشكلات وكل نسخة</translation>
    </message>
    <message>
        <source>Hebrew stored in visual order was turned into reading order.</source>
        <translation>حُوّلت العبرية المحفوظة بترتيب مرئي إلى ترتيب القراءة.</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>المساعدة</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>هنا</translation>
    </message>
    <message>
        <source>Hidden text</source>
        <translation>نص مخفي</translation>
    </message>
    <message>
        <source>Hidden while a blind sample is open: these numbers would reveal decisions.</source>
        <translation>مخفي ما دامت عيّنة معمّاة مفتوحة: فهذه الأرقام تكشف ما تقرّر.</translation>
    </message>
    <message>
        <source>Hidden while its sample is open.</source>
        <translation>مخفي ما دامت عيّنته مفتوحة.</translation>
    </message>
    <message>
        <source>Hit in context</source>
        <translation>المطابقة في سياقها</translation>
    </message>
    <message>
        <source>Hits</source>
        <translation>المطابقات</translation>
    </message>
    <message>
        <source>Hits in context</source>
        <translation>المطابقات في سياقها</translation>
    </message>
    <message>
        <source>Hits of the term in the text</source>
        <translation>المواضع في النص التي يعلّمها المصطلح</translation>
    </message>
    <message>
        <source>Hits with context</source>
        <translation>المطابقات مع سياقها</translation>
    </message>
    <message>
        <source>Hot</source>
        <translation>مهم جدًا</translation>
    </message>
    <message>
        <source>Hour (UTC)</source>
        <translation>الساعة (UTC)</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>الساعات</translation>
    </message>
    <message>
        <source>Hours without a decision are left out; an item may have several decisions.</source>
        <translation>تُستبعد الساعات التي بلا قرار؛ وقد تكون للعنصر الواحد عدة قرارات.</translation>
    </message>
    <message>
        <source>How the term was interpreted, or why it could not be run</source>
        <translation>كيف فُهم المصطلح، أو لماذا تعذّر البحث عنه</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>المعرّف</translation>
    </message>
    <message>
        <source>If you grant it, the text returns to searches, lists and exports.</source>
        <translation>إذا منحت الإذن عاد نصه إلى عمليات البحث والقوائم والتصدير.</translation>
    </message>
    <message>
        <source>In families that no other term finds</source>
        <translation>في عائلات لا يصل إليها مصطلح آخر</translation>
    </message>
    <message>
        <source>In this case more than one item's id begins with '{id}'. Ids stand in the first column of triage search.</source>
        <translation>يبدأ أكثر من معرّف عنصر في هذه القضية بـ '{id}'.</translation>
    </message>
    <message>
        <source>In this case no item's id begins with '{id}'. Ids stand in the first column of triage search.</source>
        <translation>لا يبدأ معرّف أي عنصر في هذه القضية بـ '{id}'.</translation>
    </message>
    <message>
        <source>Including whole families</source>
        <translation>هذه مع عائلاتها كاملة</translation>
    </message>
    <message>
        <source>Index the sources</source>
        <translation>فهرسة المصادر</translation>
    </message>
    <message>
        <source>Index: {index}, triage {program}</source>
        <translation>الفهرس: {index}، ‏triage {program}</translation>
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
        <source>Indexing ended before it was done. Index again: it goes on where it was.</source>
        <translation>انتهت الفهرسة قبل أن تكتمل. أعد الفهرسة: ستُتابع من حيث توقفت.</translation>
    </message>
    <message>
        <source>Inside it</source>
        <translation>بداخله</translation>
    </message>
    <message>
        <source>Interface at 100 %</source>
        <translation>الواجهة بنسبة ⁦100 %⁩</translation>
    </message>
    <message>
        <source>Interpreted as</source>
        <translation>فُهم على أنه</translation>
    </message>
    <message>
        <source>Interpreted as  {reading}</source>
        <translation>فُهم على أنه  {reading}</translation>
    </message>
    <message>
        <source>Into the folder</source>
        <translation>إلى المجلد</translation>
    </message>
    <message>
        <source>It can't be read: {error}</source>
        <translation>لا يمكن قراءته: {error}</translation>
    </message>
    <message>
        <source>It can't be shown.</source>
        <translation>لا يمكن عرضه.</translation>
    </message>
    <message>
        <source>It can't be shown: {error}</source>
        <translation>لا يمكن عرضه: {error}</translation>
    </message>
    <message>
        <source>It could not be read: {why}.</source>
        <translation>تعذّرت قراءته: {why}.</translation>
    </message>
    <message>
        <source>It ends before its end mark; the objects that could be found were read.</source>
        <translation>ينتهي قبل علامة نهايته؛ وقُرئت الكائنات التي عُثر عليها.</translation>
    </message>
    <message>
        <source>It ends inside a group; what came before was read.</source>
        <translation>ينتهي داخل مجموعة؛ وقُرئ ما قبلها.</translation>
    </message>
    <message>
        <source>It ends inside a sheet; what came before was read.</source>
        <translation>ينتهي داخل ورقة؛ وقُرئ ما قبلها.</translation>
    </message>
    <message>
        <source>It has more than {count} attachments; the others stand beside it in the archive.</source>
        <translation>له أكثر من {count} مرفق؛ والبقية بجانبه في الأرشيف.</translation>
    </message>
    <message>
        <source>It has more than {count} recipients; the others stand among its properties.</source>
        <translation>له أكثر من {count} مستلم؛ والبقية بين خصائصه.</translation>
    </message>
    <message>
        <source>It has more than {most} form fields; the others were not read.</source>
        <translation>فيه أكثر من {most} حقل نموذج؛ ولم تُقرأ البقية.</translation>
    </message>
    <message>
        <source>It holds embedded files ({count}) to which nothing leads; they are encrypted.</source>
        <translation>فيه ملفات مضمّنة ({count}) لا يؤدي إليها شيء؛ وهي مشفّرة.</translation>
    </message>
    <message>
        <source>It holds more actions or objects than were looked at; scripts in it may lack.</source>
        <translation>فيه إجراءات أو كائنات أكثر مما فُحص؛ وقد تنقص نصوص برمجية فيه.</translation>
    </message>
    <message>
        <source>It holds more elements with descriptions than were read.</source>
        <translation>فيه عناصر ذات أوصاف أكثر مما قُرئ.</translation>
    </message>
    <message>
        <source>It holds more objects than were looked at; files that no list names may lack.</source>
        <translation>فيه كائنات أكثر مما فُحص؛ وقد تنقص ملفات لا تذكرها قائمة.</translation>
    </message>
    <message>
        <source>It holds more tables than can be kept; of some, only strings were read.</source>
        <translation>فيه جداول أكثر مما يمكن حفظه؛ ولم تُقرأ من بعضها إلا السلاسل.</translation>
    </message>
    <message>
        <source>It holds more text than limit_text_mb; the rest was left out.</source>
        <translation>فيه نص أكثر من limit_text_mb؛ وتُرك الباقي.</translation>
    </message>
    <message>
        <source>It holds more text than the limit; the rest was left out of the search.</source>
        <translation>فيه نص أكثر من الحد؛ وتُرك الباقي خارج البحث.</translation>
    </message>
    <message>
        <source>It holds no text.</source>
        <translation>لا نص فيه.</translation>
    </message>
    <message>
        <source>It holds pictures and shows no other text; text in the pictures was not read.</source>
        <translation>فيه صور ولا يعرض نصًّا آخر؛ ولم يُقرأ النص الذي في الصور.</translation>
    </message>
    <message>
        <source>It is a camera's raw picture; only its preview was looked at.</source>
        <translation>هي صورة خام من كاميرا؛ ولم تُفحص إلا معاينتها.</translation>
    </message>
    <message>
        <source>It is a later part of a split archive; it can't be read alone.</source>
        <translation>هو جزء لاحق من أرشيف مقسّم؛ ولا يمكن قراءته وحده.</translation>
    </message>
    <message>
        <source>It is a picture, in which no text was recognised.</source>
        <translation>هي صورة لم يُتعرّف فيها على نص.</translation>
    </message>
    <message>
        <source>It is a picture; text that it shows is read by the optional extra 'ocr'.</source>
        <translation>هي صورة؛ والنص الذي تعرضه تقرؤه الإضافة الاختيارية 'ocr'.</translation>
    </message>
    <message>
        <source>It is a picture; text that it shows was not read.</source>
        <translation>هي صورة؛ ولم يُقرأ النص الذي تعرضه.</translation>
    </message>
    <message>
        <source>It is a picture; text that it shows was read by a machine that is unsure of it.</source>
        <translation>هي صورة؛ والنص الذي تعرضه قرأته آلة غير واثقة منه.</translation>
    </message>
    <message>
        <source>It is a recording; what is said or shown in it was not read.</source>
        <translation>هو تسجيل؛ ولم يُقرأ ما يُقال أو يُعرض فيه.</translation>
    </message>
    <message>
        <source>It is an XFA form whose content can't be read; its pages are a placeholder.</source>
        <translation>هو نموذج XFA لا يمكن قراءة محتواه؛ وصفحاته بديل فحسب.</translation>
    </message>
    <message>
        <source>It is encrypted and large; embedded files that no list names were not looked for.</source>
        <translation>مشفّر وكبير؛ ولم يُبحث عن ملفات مضمّنة لا تذكرها قائمة.</translation>
    </message>
    <message>
        <source>It is encrypted and large; scripts in it were not looked for.</source>
        <translation>هو مشفّر وكبير؛ ولم يُبحث عن نصوص برمجية فيه.</translation>
    </message>
    <message>
        <source>It is encrypted in a way that can't be opened ({error}).</source>
        <translation>مشفّر بطريقة لا يمكن فتحها ({error}).</translation>
    </message>
    <message>
        <source>It is larger than limit_item_mb, so it isn't turned into pages.</source>
        <translation>هو أكبر من limit_item_mb فلا يُحوَّل إلى صفحات.</translation>
    </message>
    <message>
        <source>It is locked with a WordPerfect password, which can't be opened here.</source>
        <translation>مقفل بكلمة مرور WordPerfect التي لا يمكن فتحها هنا.</translation>
    </message>
    <message>
        <source>It is not propagated to {items} with decisions of their own.</source>
        <translation>ولا يُعمَّم على {items} لها قرار خاص بها.</translation>
    </message>
    <message>
        <source>It is propagated to {items} more.</source>
        <translation>ويُعمَّم على {items} أخرى.</translation>
    </message>
    <message>
        <source>It is protected by a security handler that needs a key or a server.</source>
        <translation>محمي بآلية أمان تحتاج إلى مفتاح أو خادم.</translation>
    </message>
    <message>
        <source>It is sealed.</source>
        <translation>هو مختوم.</translation>
    </message>
    <message>
        <source>It is the first part of a split archive, and can't be read alone. Join all parts into one file, in the order of their numbers, and read that.</source>
        <translation>هو الجزء الأول من أرشيف مقسّم ولا يمكن قراءته وحده. اجمع الأجزاء كلها في ملف واحد بترتيب أرقامها واقرأه.</translation>
    </message>
    <message>
        <source>It is the last of {parts} parts of a split archive; {count} members aren't in it ({names}). Join all parts into one file, in the order of their numbers, and read that.</source>
        <translation>هو الأخير من {parts} أجزاء من أرشيف مقسّم؛ و{count} من الأعضاء ليست فيه ({names}). اجمع الأجزاء كلها في ملف واحد بترتيب أرقامها واقرأه.</translation>
    </message>
    <message>
        <source>It is the last of {parts} parts of a split archive; {count} members were found in it. Join all parts into one file, in the order of their numbers, and read that.</source>
        <translation>هو الأخير من {parts} أجزاء من أرشيف مقسّم؛ وعُثر فيه على {count} من الأعضاء. اجمع الأجزاء كلها في ملف واحد بترتيب أرقامها واقرأه.</translation>
    </message>
    <message>
        <source>It is the log of a SQLite database; what stands in it was read as loose strings.</source>
        <translation>هذا سجلّ لقاعدة بيانات SQLite؛ قُرئ ما فيه كسلاسل نصية متفرقة.</translation>
    </message>
    <message>
        <source>It is {kind}, for which there is no reader; readable strings in it were kept.</source>
        <translation>نوعه: {kind}؛ ولا قارئ له؛ وحُفظت السلاسل النصية المقروءة فيه.</translation>
    </message>
    <message>
        <source>It is {kind}, which can't be unpacked ({error}); its content was not read.</source>
        <translation>نوعه: {kind}؛ ولا يمكن فك ضغطه ({error})؛ ولم يُقرأ محتواه.</translation>
    </message>
    <message>
        <source>It is {kind}, which can't be unpacked ({error}); readable strings in it were kept.</source>
        <translation>نوعه: {kind}؛ ولا يمكن فك ضغطه ({error})؛ وحُفظت السلاسل النصية المقروءة فيه.</translation>
    </message>
    <message>
        <source>It is {kind}, which the optional extra 'archives' reads; its content was not read.</source>
        <translation>نوعه: {kind}؛ وتقرؤه الإضافة الاختيارية 'archives'؛ ولم يُقرأ محتواه.</translation>
    </message>
    <message>
        <source>It is {kind}, which the optional extra 'archives' reads; readable strings in it were kept.</source>
        <translation>نوعه: {kind}؛ وتقرؤه الإضافة الاختيارية 'archives'؛ وحُفظت السلاسل النصية المقروءة فيه.</translation>
    </message>
    <message>
        <source>It is {kind}; its content was not read.</source>
        <translation>نوعه: {kind}؛ ولم يُقرأ محتواه.</translation>
    </message>
    <message>
        <source>It isn't wanted any more.</source>
        <translation>لم يعد مطلوبًا.</translation>
    </message>
    <message>
        <source>It isn't well-formed XML ({error}); it was kept whole, as plain text.</source>
        <translation>ليس XML سليم البنية ({error})؛ فحُفظ كله نصًّا عاديًّا.</translation>
    </message>
    <message>
        <source>It lies deeper than {most} levels (limit_depth); it was not read.</source>
        <translation>يقع أعمق من {most} مستوى (limit_depth)؛ ولم يُقرأ.</translation>
    </message>
    <message>
        <source>It names more than {most} persons or controls; the others were left out.</source>
        <translation>يذكر أكثر من {most} شخصًا أو عنصر تحكم؛ وتُركت البقية.</translation>
    </message>
    <message>
        <source>It needs a password to open, and this form can't be opened here.</source>
        <translation>يحتاج إلى كلمة مرور لفتحه، ولا يمكن فتح هذا النوع هنا.</translation>
    </message>
    <message>
        <source>It needs a password to open; none of those given fits.</source>
        <translation>يحتاج إلى كلمة مرور لفتحه؛ ولا تناسبه أي من المعطاة.</translation>
    </message>
    <message>
        <source>It needs a password to open; none of those tried fits.</source>
        <translation>يحتاج إلى كلمة مرور لفتحه؛ ولا تناسبه أي من المجرّبة.</translation>
    </message>
    <message>
        <source>It replaces another tag on {items}.</source>
        <translation>ويحلّ محل وسم آخر على {items}.</translation>
    </message>
    <message>
        <source>It was changed {count} times; what it said before was read of the last {most} revisions only.</source>
        <translation>غُيّر {count} مرة؛ وقُرئ ما قاله سابقًا من آخر {most} مراجعة فقط.</translation>
    </message>
    <message>
        <source>It was decrypted, but what came out is no Office document.</source>
        <translation>فُكّ تشفيره، لكن الناتج ليس مستند Office.</translation>
    </message>
    <message>
        <source>It was opened with the password on line {line} of the list.</source>
        <translation>فُتح بكلمة المرور في السطر {line} من القائمة.</translation>
    </message>
    <message>
        <source>It was written by PowerPoint 95 or before; its text was read as loose strings.</source>
        <translation>كُتب بـ PowerPoint 95 أو ما قبله؛ وقُرئ نصه سلاسل متفرقة.</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>العنصر</translation>
    </message>
    <message>
        <source>Item number {number} isn't in the sample '{name}'. Nothing was judged.</source>
        <translation>العنصر رقم {number} ليس في العيّنة '{name}'. لم يُحكم على شيء.</translation>
    </message>
    <message>
        <source>Item {id} isn't sealed, so there is nothing to open.</source>
        <translation>العنصر {id} ليس مختومًا، فلا شيء يُفتح.</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>العناصر</translation>
    </message>
    <message>
        <source>Items among the records of {name}</source>
        <translation>المستندات ضمن سجلات {name}</translation>
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
        <translation>العناصر في كل دفعة؛ تبقى العائلات كاملة</translation>
    </message>
    <message>
        <source>Items known to be relevant elsewhere; an elusion test then estimates recall (Enter)</source>
        <translation>ما عُرف أنه ذو صلة في موضع آخر؛ وبه تدلّ المجموعة الصفرية على نسبة الاسترجاع (Enter)</translation>
    </message>
    <message>
        <source>Items of the sample, in the order of drawing</source>
        <translation>عناصر العيّنة بترتيب السحب</translation>
    </message>
    <message>
        <source>Items of the searched set that no term can speak for</source>
        <translation>عناصر المجموعة المبحوثة التي لا يشملها أي مصطلح</translation>
    </message>
    <message>
        <source>Items of the searched set that the term finds</source>
        <translation>المستندات: عناصر المجموعة المبحوثة التي يجدها المصطلح</translation>
    </message>
    <message>
        <source>Items that a search could not cover, and the words that its wildcards expand to, are listed here.</source>
        <translation>يُسرد هنا ما تعذّر البحث فيه، والكلمات التي تمثّلها المصطلحات المفتوحة.</translation>
    </message>
    <message>
        <source>Items that match</source>
        <translation>العناصر المطابقة</translation>
    </message>
    <message>
        <source>Its HTML contains no words.</source>
        <translation>لا كلمات في HTML الخاص به.</translation>
    </message>
    <message>
        <source>Its Word stream doesn't begin as one; its loose strings were kept.</source>
        <translation>لا يبدأ دفق Word فيه كما ينبغي؛ وحُفظت سلاسله المتفرقة.</translation>
    </message>
    <message>
        <source>Its catalogue is lost or broken; the pages that could be found were read.</source>
        <translation>فهرسه الرئيسي مفقود أو تالف؛ وقُرئت الصفحات التي عُثر عليها.</translation>
    </message>
    <message>
        <source>Its content is encrypted by rights management and can't be opened here.</source>
        <translation>محتواه مشفّر بإدارة الحقوق ولا يمكن فتحه هنا.</translation>
    </message>
    <message>
        <source>Its content is held back by rights management.</source>
        <translation>محتواه محجوب بإدارة الحقوق.</translation>
    </message>
    <message>
        <source>Its content is held back by rights management; it shows a placeholder.</source>
        <translation>محتواه محجوب بإدارة الحقوق؛ ويعرض بديلًا.</translation>
    </message>
    <message>
        <source>Its cross-reference table is broken; the objects that could be found were read.</source>
        <translation>جدول إحالاته تالف؛ وقُرئت الكائنات التي عُثر عليها.</translation>
    </message>
    <message>
        <source>Its date can't be read: {date}</source>
        <translation>لا يمكن قراءة تاريخه: {date}</translation>
    </message>
    <message>
        <source>Its document record is missing; the slides that could be found were read.</source>
        <translation>سجل المستند ناقص؛ وقُرئت الشرائح التي عُثر عليها.</translation>
    </message>
    <message>
        <source>Its document stream is empty or can't be read; the file's loose strings were kept.</source>
        <translation>دفق المستند فارغ أو لا يمكن قراءته؛ وحُفظت سلاسل الملف المتفرقة.</translation>
    </message>
    <message>
        <source>Its encrypted properties can't be read ({error}).</source>
        <translation>لا يمكن قراءة خصائصه المشفّرة ({error}).</translation>
    </message>
    <message>
        <source>Its groups are nested more than {most} deep; it was not read on.</source>
        <translation>مجموعاته متداخلة أكثر من {most} مستوى؛ ولم تُتابع القراءة.</translation>
    </message>
    <message>
        <source>Its name promises a {ending} file, but it holds text; that was read.</source>
        <translation>يعد اسمه بملف {ending}، لكن فيه نصًّا؛ وقد قُرئ.</translation>
    </message>
    <message>
        <source>Its outline can't be read.</source>
        <translation>لا يمكن قراءة مخطّطه.</translation>
    </message>
    <message>
        <source>Its outline has more entries than were read.</source>
        <translation>في مخطّطه مداخل أكثر مما قُرئ.</translation>
    </message>
    <message>
        <source>Its parts are nested too deeply to read.</source>
        <translation>أجزاؤه متداخلة أعمق من أن تُقرأ.</translation>
    </message>
    <message>
        <source>Its shapes don't state the character set of their text; it was read as {charset}.</source>
        <translation>لا تذكر أشكاله مجموعة محارف نصها؛ فقُرئ على أنه {charset}.</translation>
    </message>
    <message>
        <source>Its source can't be read any more: {why}.</source>
        <translation>لم يعد بالإمكان قراءة مصدره: {why}.</translation>
    </message>
    <message>
        <source>Its source is denied by scope.toml now.</source>
        <translation>مصدره ممنوع الآن بموجب scope.toml.</translation>
    </message>
    <message>
        <source>Its source no longer holds it.</source>
        <translation>لم يعد مصدره يحويه.</translation>
    </message>
    <message>
        <source>Its streams break off or lead nowhere; what could be reached was read.</source>
        <translation>تنقطع دفوقه أو لا تؤدي إلى شيء؛ وقُرئ ما أمكن بلوغه.</translation>
    </message>
    <message>
        <source>Its tables are damaged ({error}); its text was read as it stands.</source>
        <translation>جداوله تالفة ({error})؛ وقُرئ نصه كما هو.</translation>
    </message>
    <message>
        <source>Its text runs over the end of its stream; what is there was read.</source>
        <translation>يتجاوز نصه نهاية الدفق؛ وقُرئ الموجود.</translation>
    </message>
    <message>
        <source>Its workbook stream is empty or can't be read; the file's loose strings were kept.</source>
        <translation>دفق المصنّف فارغ أو لا يمكن قراءته؛ وحُفظت سلاسل الملف المتفرقة.</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>المفتاح</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>المفاتيح</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>الكلمات</translation>
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
        <source>Leave it</source>
        <translation>تركها</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>المتبقية</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>نظرة</translation>
    </message>
    <message>
        <source>Loose strings were looked for in the first {most} MiB of a stream only.</source>
        <translation>بُحث عن السلاسل المتفرقة في أول {most} MiB فقط من الدفق.</translation>
    </message>
    <message>
        <source>Manage tags</source>
        <translation>الوسوم المتاحة</translation>
    </message>
    <message>
        <source>Manage tags …</source>
        <translation>الوسوم المتاحة …</translation>
    </message>
    <message>
        <source>Members share the same bytes many times over; {count} of them were not read.</source>
        <translation>تتشارك الأعضاء البايتات نفسها مرات كثيرة؛ ولم يُقرأ {count} منها.</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>دمج</translation>
    </message>
    <message>
        <source>Merge decisions</source>
        <translation>دمج القرارات</translation>
    </message>
    <message>
        <source>Merge decisions …</source>
        <translation>دمج القرارات …</translation>
    </message>
    <message>
        <source>Merge {records}</source>
        <translation>دمج {records}</translation>
    </message>
    <message>
        <source>Merged {records}; {items} changed.</source>
        <translation>دُمج {records}؛ وتغيّر {items}.</translation>
    </message>
    <message>
        <source>Merging …</source>
        <translation>جارٍ الدمج …</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>الرسالة</translation>
    </message>
    <message>
        <source>Message-ID</source>
        <translation>Message-ID</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>الشهر</translation>
    </message>
    <message>
        <source>Months without an item are left out.</source>
        <translation>تُستبعد الشهور التي بلا عناصر.</translation>
    </message>
    <message>
        <source>NOT binds tighter than {operator}: for what isn't near write a NOT w/5 b or NOT (a w/5 b).</source>
        <translation>يربط NOT أوثق من {operator}: لما ليس قريبًا اكتب a NOT w/5 b أو NOT (a w/5 b).</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Name for batches of the current results</source>
        <translation>اسم دفعات النتائج الحالية</translation>
    </message>
    <message>
        <source>Name for the current query</source>
        <translation>اسم الاستعلام الحالي</translation>
    </message>
    <message>
        <source>Name of the sample</source>
        <translation>اسم العيّنة</translation>
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
        <source>New decisions: {reviewers}. They change the coding of {items}.</source>
        <translation>قرارات جديدة: {reviewers}. ويختلف بها تصنيف {items}.</translation>
    </message>
    <message>
        <source>New window</source>
        <translation>نافذة مستقلة</translation>
    </message>
    <message>
        <source>New: {batches}, {samples}.</source>
        <translation>الجديد: {batches}، {samples}.</translation>
    </message>
    <message>
        <source>Next hit</source>
        <translation>المطابقة التالية</translation>
    </message>
    <message>
        <source>Next hit (F3)</source>
        <translation>المطابقة التالية (F3)</translation>
    </message>
    <message>
        <source>Next hit in list</source>
        <translation>فتح المطابقة التالية في القائمة</translation>
    </message>
    <message>
        <source>Next item</source>
        <translation>العنصر التالي</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>الصفحة التالية</translation>
    </message>
    <message>
        <source>Next part</source>
        <translation>الجزء التالي</translation>
    </message>
    <message>
        <source>Next part of a long text</source>
        <translation>الجزء التالي من نص طويل</translation>
    </message>
    <message>
        <source>Next related group</source>
        <translation>النوع التالي من العناصر ذات الصلة</translation>
    </message>
    <message>
        <source>Next related item</source>
        <translation>العنصر التالي ذو الصلة</translation>
    </message>
    <message>
        <source>No Problem has the code '{typed}': {known}.</source>
        <translation>لا توجد مشكلة رمزها '{typed}': {known}.</translation>
    </message>
    <message>
        <source>No batch is free: all are checked out or completed. Make one with: triage batch CASE new</source>
        <translation>لا دفعة متاحة: كلها مأخوذة أو مكتملة. أنشئ واحدة.</translation>
    </message>
    <message>
        <source>No batches yet: search, enter a name above, and create batches from the results.</source>
        <translation>لا دفعات بعد: ابحث وسمّها أعلاه وأنشئها مما عُثر عليه.</translation>
    </message>
    <message>
        <source>No case is open.</source>
        <translation>لا قضية مفتوحة.</translation>
    </message>
    <message>
        <source>No decision on this item yet.</source>
        <translation>لا قرار على هذا العنصر بعد.</translation>
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
        <source>No longer available: {tags}. Items keep them.</source>
        <translation>لم تعد متاحة: {tags}. تحتفظ بها العناصر.</translation>
    </message>
    <message>
        <source>No query can select this part, so it can't be included or excluded.</source>
        <translation>لا كلمات في الاستعلام لهذا الجزء، فلا يمكن ضمّه أو استبعاده.</translation>
    </message>
    <message>
        <source>No query finds the items of this row.</source>
        <translation>لا استعلام يجد عناصر هذا الصف.</translation>
    </message>
    <message>
        <source>No reader knows this format.</source>
        <translation>لا يعرف أي قارئ هذه الصيغة.</translation>
    </message>
    <message>
        <source>No sample is open.</source>
        <translation>لا عيّنة مفتوحة.</translation>
    </message>
    <message>
        <source>No samples yet: search for a set, such as tag:not-relevant, enter a name, and draw.</source>
        <translation>لا عيّنات بعد: ابحث عن مجموعة، مثل tag:not-⁠relevant، وسمّ العيّنة واسحب.</translation>
    </message>
    <message>
        <source>No text was found on its pages.</source>
        <translation>لم يُعثر على نص في صفحاته.</translation>
    </message>
    <message>
        <source>No two people disagree on them.</source>
        <translation>لا خلاف فيها بين شخصين.</translation>
    </message>
    <message>
        <source>Nobody has asked to open item {id} yet. It takes two persons: one asks, and says why; another one grants it.</source>
        <translation>لم يطلب أحد فتح العنصر {id} بعد. يتطلب ذلك شخصين: أحدهما يطلب ويذكر السبب، والآخر يوافق.</translation>
    </message>
    <message>
        <source>Not relevant</source>
        <translation>غير ذي صلة</translation>
    </message>
    <message>
        <source>Not relevant (I)</source>
        <translation>غير ذي صلة (I)</translation>
    </message>
    <message>
        <source>Not searchable</source>
        <translation>غير قابلة للبحث</translation>
    </message>
    <message>
        <source>Not searchable: list them</source>
        <translation>غير قابلة للبحث: سردها</translation>
    </message>
    <message>
        <source>Not searched, and words searched</source>
        <translation>ما لم يُبحث فيه والكلمات المبحوث عنها</translation>
    </message>
    <message>
        <source>Note  (N), Enter saves it</source>
        <translation>ملاحظة  (N)، ‏Enter يحفظها</translation>
    </message>
    <message>
        <source>Note on this item</source>
        <translation>ملاحظة على هذا العنصر</translation>
    </message>
    <message>
        <source>Nothing follows {operator}: add what it should join, or take it away.</source>
        <translation>لا شيء بعد {operator}: أضف ما يربطه أو احذفه.</translation>
    </message>
    <message>
        <source>Nothing has been changed yet. Merging would do this:</source>
        <translation>لم يتغيّر شيء بعد. هذا ما سيفعله الدمج:</translation>
    </message>
    <message>
        <source>Nothing in it could be read as text, and no reason is known.</source>
        <translation>لم يمكن قراءة شيء منه نصًّا، والسبب غير معروف.</translation>
    </message>
    <message>
        <source>Nothing is overwritten: the decisions of both copies are kept, and disagreements are listed.</source>
        <translation>لا شيء يُستبدل: تبقى قرارات النسختين، ويُسرد ما اختلف فيه شخصان.</translation>
    </message>
    <message>
        <source>Nothing stands before {operator}: take it away; for the word itself write "{typed}".</source>
        <translation>لا شيء قبل {operator}: احذفه؛ وللكلمة نفسها اكتب "{typed}".</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>العدد</translation>
    </message>
    <message>
        <source>Number in the list</source>
        <translation>الرقم في القائمة</translation>
    </message>
    <message>
        <source>Objects of the OneNote file overlap; some of them were not read.</source>
        <translation>كائنات في ملف OneNote متداخلة؛ ولم يُقرأ بعضها.</translation>
    </message>
    <message>
        <source>Of this Publisher document the text and loose strings were read; its pictures were not.</source>
        <translation>قُرئ من مستند Publisher هذا النص والسلاسل المتفرقة، دون صوره.</translation>
    </message>
    <message>
        <source>Of this Visio drawing the text of shapes and loose strings were read; pictures and fields were not.</source>
        <translation>قُرئ من رسم Visio هذا نص الأشكال والسلاسل المتفرقة، دون الصور والحقول.</translation>
    </message>
    <message>
        <source>Of {wanted} shared strings only {count} can be read.</source>
        <translation>من {wanted} سلسلة مشتركة لا يمكن قراءة إلا {count}.</translation>
    </message>
    <message>
        <source>Offset</source>
        <translation>الإزاحة</translation>
    </message>
    <message numerus="yes">
        <source>On %n items two people disagree.</source>
        <translation><numerusform>اختلف حكم شخصين على: %n عنصر.</numerusform><numerusform>اختلف حكم شخصين على: عنصر واحد.</numerusform><numerusform>اختلف حكم شخصين على: عنصران.</numerusform><numerusform>اختلف حكم شخصين على: %n عناصر.</numerusform><numerusform>اختلف حكم شخصين على: %n عنصرًا.</numerusform><numerusform>اختلف حكم شخصين على: %n عنصر.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>On %n points two people disagree; decide again where it matters:</source>
        <translation><numerusform>نقاط اختلف فيها شخصان: %n؛ قرّر ثانيةً حيث يهم الأمر:</numerusform><numerusform>نقاط اختلف فيها شخصان: %n؛ قرّر ثانيةً حيث يهم الأمر:</numerusform><numerusform>نقاط اختلف فيها شخصان: %n؛ قرّر ثانيةً حيث يهم الأمر:</numerusform><numerusform>نقاط اختلف فيها شخصان: %n؛ قرّر ثانيةً حيث يهم الأمر:</numerusform><numerusform>نقاط اختلف فيها شخصان: %n؛ قرّر ثانيةً حيث يهم الأمر:</numerusform><numerusform>نقاط اختلف فيها شخصان: %n؛ قرّر ثانيةً حيث يهم الأمر:</numerusform></translation>
    </message>
    <message>
        <source>One of the group {group}</source>
        <translation>واحد من المجموعة {group}</translation>
    </message>
    <message>
        <source>OneNote wrote this file in a form that isn't known; its loose strings were kept.</source>
        <translation>كتب OneNote هذا الملف ببنية غير معروفة؛ وحُفظت سلاسله المتفرقة.</translation>
    </message>
    <message>
        <source>Only in the current results</source>
        <translation>في النتائج الحالية فقط</translation>
    </message>
    <message>
        <source>Only the first {most} places that may hold stray text were read.</source>
        <translation>لم تُقرأ إلا أول {most} موضعًا قد تحوي نصًّا شاردًا.</translation>
    </message>
    <message>
        <source>Only these folders are ever opened. State for each whose records it holds and on what basis they may be read. As custodian, {1} stands for the name of the first folder below it.</source>
        <translation>لا تُفتح إلا هذه المجلدات. اذكر لكل منها لمن السجلات وعلى أي أساس تجوز قراءتها. في خانة الحائز، {1} يعني اسم أول مجلد تحتها.</translation>
    </message>
    <message>
        <source>Only untagged items</source>
        <translation>العناصر غير الموسومة فقط</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>فتح</translation>
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
        <translation>فتح عنصر مختوم</translation>
    </message>
    <message>
        <source>Open a sealed item …</source>
        <translation>فتح عنصر مختوم …</translation>
    </message>
    <message>
        <source>Open dashboard in new window</source>
        <translation>لوحة المتابعة في نافذة مستقلة</translation>
    </message>
    <message>
        <source>Open the case {name}</source>
        <translation>فتح القضية {name}</translation>
    </message>
    <message>
        <source>Open the dashboard first: it draws the chart.</source>
        <translation>افتح لوحة المتابعة أولًا: فهي ترسم المخطط.</translation>
    </message>
    <message>
        <source>Open the sample</source>
        <translation>فتح المثال</translation>
    </message>
    <message>
        <source>Open the sample and assess its items</source>
        <translation>فتح العيّنة: يُحكم على عناصرها من الآن</translation>
    </message>
    <message>
        <source>Open uncoded</source>
        <translation>فتح الباقي</translation>
    </message>
    <message>
        <source>Opening takes two people. You ask and give a reason; another reviewer grants it.</source>
        <translation>يتطلب الفتح شخصين. أنت تطلب وتذكر السبب، ومراجع آخر يمنح الإذن.</translation>
    </message>
    <message>
        <source>Opening the original …</source>
        <translation>جارٍ فتح الأصل …</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>من أين جاء</translation>
    </message>
    <message>
        <source>Other mail headers</source>
        <translation>ترويسات بريد أخرى</translation>
    </message>
    <message>
        <source>Other mail headers, in their order</source>
        <translation>ترويسات بريد أخرى بترتيبها</translation>
    </message>
    <message>
        <source>Other messages refer to this one, but it is not in the case. Ctrl+C copies its Message-ID.</source>
        <translation>تشير رسائل أخرى إلى هذه الرسالة وليست في القضية. ‏Ctrl+C ينسخ معرّفها Message-ID.</translation>
    </message>
    <message>
        <source>PNG (*.png)</source>
        <translation>PNG (*.png)</translation>
    </message>
    <message>
        <source>Page header or footer</source>
        <translation>رأس الصفحة أو تذييلها</translation>
    </message>
    <message>
        <source>Page images of documents are off. To have an installed LibreOffice draw them, put 'office_pages = 1' into {file} and open the case again.</source>
        <translation>صور صفحات المستندات متوقفة. لكي يرسمها LibreOffice المثبّت ضع 'office_pages = 1' في {file} وافتح القضية من جديد.</translation>
    </message>
    <message>
        <source>Page of the item</source>
        <translation>صفحة العنصر</translation>
    </message>
    <message>
        <source>Page {number} of {pages}</source>
        <translation>الصفحة {number} من {pages}</translation>
    </message>
    <message>
        <source>Page {page} is damaged and can't be read.</source>
        <translation>الصفحة {page} تالفة ولا يمكن قراءتها.</translation>
    </message>
    <message>
        <source>Page {page} shows a picture in which no text was recognised.</source>
        <translation>تعرض الصفحة {page} صورة لم يُتعرّف فيها على نص.</translation>
    </message>
    <message>
        <source>Page {page} shows pictures of text, which the optional extra 'ocr' reads.</source>
        <translation>تعرض الصفحة {page} صورًا لنص تقرؤه الإضافة الاختيارية 'ocr'.</translation>
    </message>
    <message>
        <source>Page {page} shows pictures of text, which was not read.</source>
        <translation>تعرض الصفحة {page} صورًا لنص لم يُقرأ.</translation>
    </message>
    <message>
        <source>Page {page} shows pictures of text, which was not read; the time for it was over.</source>
        <translation>تعرض الصفحة {page} صورًا لنص لم يُقرأ؛ إذ انتهى وقته.</translation>
    </message>
    <message>
        <source>Page {page} shows text that was read by a machine that is unsure of it.</source>
        <translation>تعرض الصفحة {page} نصًّا قرأته آلة غير واثقة منه.</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>الصفحات</translation>
    </message>
    <message>
        <source>Part of it can't be told apart from its formatting and was passed over.</source>
        <translation>جزء منه لا يُميّز عن تنسيقه وتُجووز.</translation>
    </message>
    <message>
        <source>Part of its text lies outside of the file, or its tables are cut.</source>
        <translation>يقع جزء من نصه خارج الملف، أو أن جداوله مبتورة.</translation>
    </message>
    <message>
        <source>Part {number} of {parts}</source>
        <translation>الجزء {number} من {parts}</translation>
    </message>
    <message>
        <source>Part {number} of {parts} of a long text</source>
        <translation>الجزء {number} من {parts} من نص طويل</translation>
    </message>
    <message>
        <source>Partly searchable: list them</source>
        <translation>قابلة للبحث جزئيًا: سردها</translation>
    </message>
    <message>
        <source>Parts of the OneNote file are torn; their loose strings were kept.</source>
        <translation>أجزاء من ملف OneNote تالفة؛ وحُفظت سلاسلها المتفرقة.</translation>
    </message>
    <message>
        <source>Parts of the file's index can't be read; items may be missing.</source>
        <translation>لا يمكن قراءة أجزاء من فهرس الملف؛ وقد تنقص عناصر.</translation>
    </message>
    <message>
        <source>Paste search terms, one per line, or open a list: .txt, or .csv and .xlsx with a column “Term”.</source>
        <translation>الصق مصطلحات البحث، واحدًا في كل سطر، أو افتح قائمة: ‎.txt، أو ‎.csv و‎.xlsx حسب العمود «Term».</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>المسار</translation>
    </message>
    <message>
        <source>Pattern</source>
        <translation>النمط</translation>
    </message>
    <message>
        <source>Previous hit</source>
        <translation>المطابقة السابقة</translation>
    </message>
    <message>
        <source>Previous hit (Shift+F3)</source>
        <translation>المطابقة السابقة (Shift+F3)</translation>
    </message>
    <message>
        <source>Previous hit in list</source>
        <translation>فتح المطابقة السابقة في القائمة</translation>
    </message>
    <message>
        <source>Previous item</source>
        <translation>العنصر السابق</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>الصفحة السابقة</translation>
    </message>
    <message>
        <source>Previous part</source>
        <translation>الجزء السابق</translation>
    </message>
    <message>
        <source>Previous part of a long text</source>
        <translation>الجزء السابق من نص طويل</translation>
    </message>
    <message>
        <source>Previous related item</source>
        <translation>العنصر السابق ذو الصلة</translation>
    </message>
    <message>
        <source>Privileged?</source>
        <translation>محمي بامتياز؟</translation>
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
        <translation>التقدّم حسب الحائز</translation>
    </message>
    <message>
        <source>Progress by saved search</source>
        <translation>التقدّم حسب البحث المحفوظ</translation>
    </message>
    <message>
        <source>Propagated from another item.</source>
        <translation>ناتج عن قرار على عنصر آخر.</translation>
    </message>
    <message>
        <source>Properties</source>
        <translation>الخصائص</translation>
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
        <translation>عيّنات الجودة</translation>
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
        <source>Quoted text is collapsed; Q expands it.</source>
        <translation>الاقتباسات مطوية؛ Q يفتحها.</translation>
    </message>
    <message>
        <source>Quoted text is expanded.</source>
        <translation>الاقتباسات مفتوحة.</translation>
    </message>
    <message>
        <source>Ran “{name}”: run {run} found {items}.</source>
        <translation>شُغّل «{name}»: التشغيل {run} يجد {items}.</translation>
    </message>
    <message>
        <source>Rate {rate}: between {low} and {high} with {confidence} confidence (Clopper-Pearson).</source>
        <translation>المعدل {rate}: بين {low} و{high} بدرجة ثقة {confidence} (Clopper-Pearson).</translation>
    </message>
    <message>
        <source>Reader processes died on it {count} times; what follows the last member was not read.</source>
        <translation>تعطّلت عمليات القراءة عنده {count} مرة؛ ولم يُقرأ ما بعد العضو الأخير.</translation>
    </message>
    <message>
        <source>Reading hits …</source>
        <translation>جارٍ قراءة المطابقات …</translation>
    </message>
    <message>
        <source>Reading it needs more memory than limit_memory_mb allows.</source>
        <translation>تحتاج قراءته إلى ذاكرة أكثر مما يسمح به limit_memory_mb.</translation>
    </message>
    <message>
        <source>Reading it took longer than {seconds} s.</source>
        <translation>استغرقت قراءته أكثر من {seconds} ثانية.</translation>
    </message>
    <message>
        <source>Reading the item …</source>
        <translation>جارٍ قراءة العنصر …</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>جارٍ القراءة …</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>Reason for opening</source>
        <translation>لماذا ينبغي فتحه</translation>
    </message>
    <message>
        <source>Reason, items</source>
        <translation>السبب، العناصر</translation>
    </message>
    <message>
        <source>Recent cases</source>
        <translation>فُتحت أخيرًا</translation>
    </message>
    <message>
        <source>Recognised in an image</source>
        <translation>تُعرِّف عليه في صورة</translation>
    </message>
    <message>
        <source>Records claim more bytes than are there; text was looked for around them, too.</source>
        <translation>تدّعي سجلات بايتات أكثر من الموجود؛ وبُحث عن النص حولها أيضًا.</translation>
    </message>
    <message>
        <source>Refers to</source>
        <translation>يشير إلى</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>العدّ من جديد</translation>
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
        <translation>ذو صلة</translation>
    </message>
    <message>
        <source>Relevant (R)</source>
        <translation>ذو صلة (R)</translation>
    </message>
    <message>
        <source>Relevant elsewhere, such as tag:relevant</source>
        <translation>ذات صلة في موضع آخر، مثل tag:relevant</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>إزالة</translation>
    </message>
    <message>
        <source>Remove filter {shown}</source>
        <translation>إزالة المرشّح {shown}</translation>
    </message>
    <message>
        <source>Remove row</source>
        <translation>إزالة السطر</translation>
    </message>
    <message>
        <source>Repeat the last coding</source>
        <translation>تكرار آخر تصنيف</translation>
    </message>
    <message>
        <source>Requested. The item opens once another reviewer grants it.</source>
        <translation>سُجّل الطلب. يُفتح الختم متى منح مراجع آخر الإذن.</translation>
    </message>
    <message>
        <source>Requesting …</source>
        <translation>جارٍ البحث …</translation>
    </message>
    <message>
        <source>Reset columns</source>
        <translation>الأعمدة كما في البداية</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>النتائج</translation>
    </message>
    <message>
        <source>Return batch</source>
        <translation>إعادة</translation>
    </message>
    <message>
        <source>Review progress appears here once a case is open.</source>
        <translation>يظهر هنا مدى تقدّم المراجعة متى فُتحت قضية.</translation>
    </message>
    <message>
        <source>Reviewer</source>
        <translation>المراجع</translation>
    </message>
    <message>
        <source>Reviewer's name …</source>
        <translation>اسم المراجع …</translation>
    </message>
    <message>
        <source>Reviewers</source>
        <translation>المراجعون</translation>
    </message>
    <message>
        <source>Rich text</source>
        <translation>نص منسّق</translation>
    </message>
    <message>
        <source>Rich text of the item</source>
        <translation>النص المنسّق للعنصر</translation>
    </message>
    <message>
        <source>Root</source>
        <translation>الجذر</translation>
    </message>
    <message>
        <source>Rows of the database can't be taken apart ({count}); of some loose strings were kept.</source>
        <translation>تتعذّر تجزئة صفوف من قاعدة البيانات ({count})؛ وحُفظت سلاسل متفرقة من بعضها.</translation>
    </message>
    <message>
        <source>Rows of the database can't be taken apart ({count}); their loose strings were kept.</source>
        <translation>تتعذّر تجزئة صفوف من قاعدة البيانات ({count})؛ وحُفظت سلاسلها المتفرقة.</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>تشغيل</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>العيّنة</translation>
    </message>
    <message>
        <source>Sample of {size} out of {rest} that were not fully searched and not found: look at each, tick the relevant</source>
        <translation>عيّنة من {size} من أصل {rest} لم يُبحث فيها كاملة ولم يُعثر عليها: انظر في كل منها وعلّم ذات الصلة</translation>
    </message>
    <message>
        <source>Sample of {size} out of {rest}, seed {seed}</source>
        <translation>عيّنة من {size} من أصل {rest}، البذرة {seed}</translation>
    </message>
    <message>
        <source>Sample report</source>
        <translation>ما تقوله العيّنة</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>العيّنات المسحوبة</translation>
    </message>
    <message>
        <source>Sampling</source>
        <translation>العيّنات</translation>
    </message>
    <message>
        <source>Save as new version</source>
        <translation>حفظ كإصدار جديد</translation>
    </message>
    <message>
        <source>Save the chart</source>
        <translation>حفظ المخطط</translation>
    </message>
    <message>
        <source>Save the chart …</source>
        <translation>حفظ المخطط …</translation>
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
        <translation>حفظ هذا المخطط كصورة …</translation>
    </message>
    <message>
        <source>Saved search</source>
        <translation>البحث المحفوظ</translation>
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
        <source>Saved “{name}”: run {run} found {items}.</source>
        <translation>حُفظ «{name}»: التشغيل {run} يجد {items}.</translation>
    </message>
    <message>
        <source>Say why, in 1 to {most} characters: the reason stays with the item.</source>
        <translation>اذكر السبب في 1 إلى {most} محرفًا: يبقى السبب مع العنصر.</translation>
    </message>
    <message>
        <source>Scroll down</source>
        <translation>التمرير إلى الأمام</translation>
    </message>
    <message>
        <source>Scroll up</source>
        <translation>التمرير إلى الخلف</translation>
    </message>
    <message>
        <source>Sealed by propagation from another item; unsealing opens this item and what was propagated from it.</source>
        <translation>عُمّم الختم من عنصر آخر؛ وفتحه يفتحه وحده مع ما نتج عنه.</translation>
    </message>
    <message>
        <source>Sealed by {who}, {time} UTC: {why}</source>
        <translation>ختمه {who}، ⁦{time} UTC⁩: ‏{why}</translation>
    </message>
    <message>
        <source>Sealed: {items}, {more} of them attachments or duplicates. Opening takes two people.</source>
        <translation>خُتم: {items}، منها {more} داخله أو نسخ منه. ويتطلب الفتح شخصين.</translation>
    </message>
    <message>
        <source>Seals</source>
        <translation>يختم</translation>
    </message>
    <message>
        <source>Seals: the text leaves searches, lists and exports. Opening takes two people.</source>
        <translation>يختم: يخرج النص من عمليات البحث والقوائم والتصدير. ويتطلب الفتح شخصين.</translation>
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
        <source>Search for words: every hit is listed here with the text around it.</source>
        <translation>ابحث عن كلمات، فيُسرد هنا كل موضع ترد فيه مع النص المحيط به.</translation>
    </message>
    <message>
        <source>Search terms, one per line</source>
        <translation>مصطلحات البحث، واحد في كل سطر</translation>
    </message>
    <message>
        <source>Search, enter a name above and save. A saved search can be run again later and shows what changed.</source>
        <translation>ابحث عن شيء وسمّه أعلاه واحفظه. يمكن تشغيله لاحقًا مرة أخرى، فيذكر ما الذي تغيّر.</translation>
    </message>
    <message>
        <source>Search, run</source>
        <translation>البحث، التشغيل</translation>
    </message>
    <message>
        <source>Searched: {reading}</source>
        <translation>بُحث في: {reading}</translation>
    </message>
    <message>
        <source>Searching …</source>
        <translation>جارٍ البحث …</translation>
    </message>
    <message>
        <source>Seed: the same seed draws the same items</source>
        <translation>البذرة: البذرة نفسها تسحب العناصر نفسها</translation>
    </message>
    <message>
        <source>Seed: the same seed draws the same sample</source>
        <translation>البذرة: البذرة نفسها تسحب العيّنة نفسها</translation>
    </message>
    <message>
        <source>Select a sealed item first; is:sealed finds them.</source>
        <translation>اختر عنصرًا مختومًا أولًا؛ يجدها is:sealed.</translation>
    </message>
    <message>
        <source>Select an item first.</source>
        <translation>اختر عنصرًا أولًا.</translation>
    </message>
    <message>
        <source>Select an item in the list to read it here.</source>
        <translation>اختر عنصرًا من القائمة لتقرأه هنا.</translation>
    </message>
    <message>
        <source>Select the words to copy first.</source>
        <translation>حدّد الكلمات المراد نسخها أولًا.</translation>
    </message>
    <message>
        <source>Sender domain</source>
        <translation>نطاق المرسل</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>النسبة</translation>
    </message>
    <message>
        <source>Share of the searched set</source>
        <translation>النسبة من المجموعة المبحوثة</translation>
    </message>
    <message>
        <source>Sheets</source>
        <translation>الأوراق</translation>
    </message>
    <message>
        <source>Sheets as rows and columns, with the values that the file stores</source>
        <translation>الأوراق صفوفًا وأعمدة بالقيم التي يخزنها الملف</translation>
    </message>
    <message>
        <source>Show bytes</source>
        <translation>عرض البايتات</translation>
    </message>
    <message>
        <source>Show details</source>
        <translation>عرض التفاصيل</translation>
    </message>
    <message>
        <source>Show every item</source>
        <translation>عرض كل العناصر</translation>
    </message>
    <message>
        <source>Show pages</source>
        <translation>عرض الصفحات</translation>
    </message>
    <message>
        <source>Show rich text</source>
        <translation>عرض النص المنسّق</translation>
    </message>
    <message>
        <source>Show table</source>
        <translation>عرض الجدول</translation>
    </message>
    <message>
        <source>Show text</source>
        <translation>عرض النص</translation>
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
        <source>Showing it needs more memory than limit_memory_mb allows.</source>
        <translation>يحتاج عرضه إلى ذاكرة أكثر مما يسمح به limit_memory_mb.</translation>
    </message>
    <message>
        <source>Simplified view; remote content blocked</source>
        <translation>بلا أنماط؛ لا يُحمَّل شيء</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>منذ</translation>
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
        <translation>حجم العيّنة</translation>
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
        <source>Some lines break the rules of iCalendar; they were kept as text.</source>
        <translation>تخالف بعض الأسطر قواعد iCalendar؛ وحُفظت نصًّا.</translation>
    </message>
    <message>
        <source>Some lines break the rules of vCard; they were kept as text.</source>
        <translation>تخالف بعض الأسطر قواعد vCard؛ وحُفظت نصًّا.</translation>
    </message>
    <message>
        <source>Some of its fonts don't state their letters; they were read as western ones.</source>
        <translation>بعض خطوطه لا يذكر حروفه؛ فقُرئت على أنها غربية.</translation>
    </message>
    <message>
        <source>Some of its signs are of sets that aren't known here; they show as �.</source>
        <translation>بعض رموزه من مجموعات غير معروفة هنا؛ وتظهر �.</translation>
    </message>
    <message>
        <source>Some of its tables are damaged; what could be read of them was kept.</source>
        <translation>بعض جداوله تالف؛ وحُفظ ما أمكنت قراءته منها.</translation>
    </message>
    <message>
        <source>Someone else is opening an original of this case just now. Try again in a moment.</source>
        <translation>شخص آخر يفتح الآن أصلًا من هذه القضية. أعد المحاولة بعد لحظة.</translation>
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
        <source>Source</source>
        <translation>أُنشئت من</translation>
    </message>
    <message>
        <source>Speaker notes</source>
        <translation>ملاحظات المتحدث</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
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
        <translation>الجدول</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>الوسم</translation>
    </message>
    <message>
        <source>Tag to apply</source>
        <translation>الوسم المراد وضعه</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>الوسوم</translation>
    </message>
    <message>
        <source>Target folder</source>
        <translation>المجلد الذي يُكتب فيه</translation>
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
        <source>Term: {term}</source>
        <translation>المصطلح: {term}</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>المصطلحات</translation>
    </message>
    <message>
        <source>Terms run</source>
        <translation>المصطلحات التي بُحث عنها</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>النص</translation>
    </message>
    <message>
        <source>Text box</source>
        <translation>مربع نص</translation>
    </message>
    <message>
        <source>Text of the item</source>
        <translation>نص العنصر</translation>
    </message>
    <message>
        <source>That is {least} to {most} relevant ones in the set of {population}.</source>
        <translation>أي من {least} إلى {most} ذات صلة في مجموعة من {population}.</translation>
    </message>
    <message>
        <source>The BinHex file ends without its closing colon.</source>
        <translation>ينتهي ملف BinHex من دون نقطتيه الختاميتين.</translation>
    </message>
    <message>
        <source>The BinHex file holds less than it says.</source>
        <translation>في ملف BinHex أقل مما يذكره.</translation>
    </message>
    <message>
        <source>The BinHex file is too short to hold a file.</source>
        <translation>ملف BinHex أقصر من أن يحوي ملفًّا.</translation>
    </message>
    <message>
        <source>The OneNote file is cut; what is there was read.</source>
        <translation>ملف OneNote مبتور؛ وقُرئ ما هو موجود منه.</translation>
    </message>
    <message>
        <source>The OneNote file's revisions are too many; of some loose strings were kept.</source>
        <translation>إصدارات ملف OneNote كثيرة جدًا؛ وحُفظت من بعضها سلاسل متفرقة.</translation>
    </message>
    <message>
        <source>The OneNote section is encrypted; its pages were not read, and no password is tried on it.</source>
        <translation>قسم OneNote مشفّر؛ ولم تُقرأ صفحاته، ولا تُجرَّب عليه كلمة مرور.</translation>
    </message>
    <message>
        <source>The TNEF file ends in the middle of an attribute.</source>
        <translation>ينتهي ملف TNEF في منتصف إحدى السمات.</translation>
    </message>
    <message>
        <source>The TNEF file holds bytes that are no attribute; what follows them was not read.</source>
        <translation>في ملف TNEF بايتات ليست سمة؛ ولم يُقرأ ما بعدها.</translation>
    </message>
    <message>
        <source>The allowed root '{root}' can't be opened: {path} ({error}).</source>
        <translation>لا يمكن فتح الجذر المسموح '{root}': {path} ({error}).</translation>
    </message>
    <message>
        <source>The archive broke off ({error}); the rest was not read.</source>
        <translation>انقطع الأرشيف ({error})؛ ولم يُقرأ الباقي.</translation>
    </message>
    <message>
        <source>The archive can't be unpacked further ({error}).</source>
        <translation>لا يمكن متابعة فكّ الأرشيف ({error}).</translation>
    </message>
    <message>
        <source>The archive doesn't say where its list of files stands; it was found at its end.</source>
        <translation>لا يذكر الأرشيف موضع قائمة ملفاته؛ وعُثر عليها في آخره.</translation>
    </message>
    <message>
        <source>The archive is cut off: it ends before its list of files, without which none is read.</source>
        <translation>الأرشيف مبتور: ينتهي قبل قائمة ملفاته التي لا يُقرأ شيء من دونها.</translation>
    </message>
    <message>
        <source>The archive is damaged beyond the last file that was read.</source>
        <translation>الأرشيف تالف بعد آخر ملف قُرئ.</translation>
    </message>
    <message>
        <source>The archive unpacks to far more than its size; the rest was not read.</source>
        <translation>ينفكّ الأرشيف إلى أكثر بكثير من حجمه؛ ولم يُقرأ الباقي.</translation>
    </message>
    <message>
        <source>The archive unpacks to more than it states; files beyond that were not read.</source>
        <translation>ينفكّ الأرشيف إلى أكثر مما يعلن؛ ولم تُقرأ الملفات بعد ذلك.</translation>
    </message>
    <message>
        <source>The archive's directory is damaged ({error}); {count} members were found by their own headers.</source>
        <translation>دليل الأرشيف تالف ({error})؛ وعُثر على {count} من الأعضاء بترويساتها.</translation>
    </message>
    <message>
        <source>The archive's list of files is encrypted, and no password that was tried opens it.</source>
        <translation>قائمة ملفات الأرشيف مشفّرة ولم تفتحها أي كلمة مرور مجرّبة.</translation>
    </message>
    <message>
        <source>The archive's list of files is encrypted.</source>
        <translation>قائمة ملفات الأرشيف مشفّرة.</translation>
    </message>
    <message>
        <source>The attached file {name} can't be read, or isn't in the document.</source>
        <translation>لا يمكن قراءة الملف المرفق {name}، أو ليس في المستند.</translation>
    </message>
    <message>
        <source>The attached file {name} is larger than the limit; it was not read.</source>
        <translation>الملف المرفق {name} أكبر من الحد؛ ولم يُقرأ.</translation>
    </message>
    <message>
        <source>The attribute {number} of the TNEF file breaks its rules; the others were read.</source>
        <translation>السمة {number} في ملف TNEF تخالف قواعدها؛ وقُرئت السمات الأخرى.</translation>
    </message>
    <message>
        <source>The base64 data ends in the middle; what was there is read.</source>
        <translation>تنتهي بيانات base64 في منتصفها؛ وقُرئ الموجود.</translation>
    </message>
    <message>
        <source>The book is protected by rights management; its pages can't be read.</source>
        <translation>الكتاب محمي بإدارة الحقوق؛ ولا يمكن قراءة صفحاته.</translation>
    </message>
    <message>
        <source>The case</source>
        <translation>القضية</translation>
    </message>
    <message>
        <source>The case can't be made in {path}: {error}. Choose another place.</source>
        <translation>لا يمكن إنشاء القضية في {path}: {error}. اختر مكانًا آخر.</translation>
    </message>
    <message>
        <source>The case can't be written ({error}). Nothing of this step was saved.</source>
        <translation>لا يمكن الكتابة في القضية ({error}). لم يُحفظ شيء من هذه الخطوة.</translation>
    </message>
    <message>
        <source>The case can't lie inside what it reads ({folder}). Choose another place for it.</source>
        <translation>لا يمكن أن تقع القضية داخل ما تقرؤه ({folder}). اختر لها مكانًا آخر.</translation>
    </message>
    <message>
        <source>The case has no item number {number}.</source>
        <translation>لا يوجد في القضية عنصر رقم {number}.</translation>
    </message>
    <message>
        <source>The case has no item number {number}. Nothing was changed.</source>
        <translation>لا يوجد في القضية عنصر رقم {number}. لم يُغيَّر شيء.</translation>
    </message>
    <message>
        <source>The case's database can't be opened: {path} ({error}).</source>
        <translation>لا يمكن فتح قاعدة بيانات القضية: {path} ({error}).</translation>
    </message>
    <message>
        <source>The certificate is in the panel What was not searched.</source>
        <translation>تُنشأ الشهادة حيث تُعرض: ما لم يُبحث فيه.</translation>
    </message>
    <message>
        <source>The certificate was copied.</source>
        <translation>نُسخت الشهادة.</translation>
    </message>
    <message>
        <source>The character set isn't stated; it was read as {charset}.</source>
        <translation>مجموعة المحارف غير مذكورة؛ قُرئ على أنه {charset}.</translation>
    </message>
    <message>
        <source>The chart can't be written to {path}. Choose another place.</source>
        <translation>تتعذّر كتابة المخطط في {path}. اختر مكانًا آخر.</translation>
    </message>
    <message numerus="yes">
        <source>The chart has room for the %n largest.</source>
        <translation><numerusform>لا يتسع المخطط إلا لعدد %n.</numerusform><numerusform>لا يتسع المخطط إلا للأكبر.</numerusform><numerusform>لا يتسع المخطط إلا للأكبرين.</numerusform><numerusform>لا يتسع المخطط إلا لأكبر %n.</numerusform><numerusform>لا يتسع المخطط إلا لأكبر %n.</numerusform><numerusform>لا يتسع المخطط إلا لأكبر %n.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>The chart has room for the %n latest.</source>
        <translation><numerusform>لا يتسع المخطط إلا لعدد %n.</numerusform><numerusform>لا يتسع المخطط إلا للأحدث.</numerusform><numerusform>لا يتسع المخطط إلا للأحدثين.</numerusform><numerusform>لا يتسع المخطط إلا لأحدث %n.</numerusform><numerusform>لا يتسع المخطط إلا لأحدث %n.</numerusform><numerusform>لا يتسع المخطط إلا لأحدث %n.</numerusform></translation>
    </message>
    <message>
        <source>The chart is by year: it has no room for every month.</source>
        <translation>المخطط حسب السنوات: لا يتسع لكل شهر.</translation>
    </message>
    <message>
        <source>The chart is in {path}.</source>
        <translation>المخطط في {path}.</translation>
    </message>
    <message>
        <source>The compound file breaks its rules ({error}).</source>
        <translation>يخالف الملف المركّب قواعد صيغته ({error}).</translation>
    </message>
    <message>
        <source>The compound file breaks its rules ({error}); what could be read was kept.</source>
        <translation>يخالف الملف المركّب قواعد صيغته ({error})؛ وحُفظ ما أمكنت قراءته.</translation>
    </message>
    <message>
        <source>The compound file can't be opened ({error}); its loose strings were kept.</source>
        <translation>لا يمكن فتح الملف المركّب ({error})؛ وحُفظت سلاسله المتفرقة.</translation>
    </message>
    <message>
        <source>The compound file ends too early; the rest was read.</source>
        <translation>ينتهي الملف المركّب مبكرًا؛ وقُرئ الباقي.</translation>
    </message>
    <message>
        <source>The content is encrypted or packed with PGP and was not read; it needs the recipient's key.</source>
        <translation>المحتوى مشفّر أو مضغوط بـ PGP ولم يُقرأ؛ يلزم مفتاح المستلم.</translation>
    </message>
    <message>
        <source>The content is encrypted {how} and was not read; it needs the recipient's key.</source>
        <translation>المحتوى مشفّر ({how}) ولم يُقرأ؛ يلزم مفتاح المستلم.</translation>
    </message>
    <message>
        <source>The content of {name} is linked, lies elsewhere and was not fetched.</source>
        <translation>محتوى {name} مرتبط وموجود في مكان آخر ولم يُجلب.</translation>
    </message>
    <message>
        <source>The cryptographic message breaks its rules and was not read.</source>
        <translation>تخالف الرسالة المشفّرة قواعد صيغتها ولم تُقرأ.</translation>
    </message>
    <message>
        <source>The database can't be read further ({error}).</source>
        <translation>تتعذّر مواصلة قراءة قاعدة البيانات ({error}).</translation>
    </message>
    <message>
        <source>The database is encrypted; it was not read, and no password is tried on it.</source>
        <translation>قاعدة البيانات مشفّرة؛ لم تُقرأ ولا تُجرَّب عليها كلمات مرور.</translation>
    </message>
    <message>
        <source>The disk is full: nothing of this step was saved. Make room and try again.</source>
        <translation>القرص ممتلئ: لم يُحفظ شيء من هذه الخطوة. أفسح مكانًا وأعد المحاولة.</translation>
    </message>
    <message>
        <source>The document holds no text.</source>
        <translation>لا نص في المستند.</translation>
    </message>
    <message>
        <source>The document type declares entities; they were not expanded, and stand as hidden text.</source>
        <translation>يعلن نوع المستند كيانات؛ لم تُوسّع وهي نص مخفي.</translation>
    </message>
    <message>
        <source>The document type refers to a file or address elsewhere; it was not fetched.</source>
        <translation>يحيل نوع المستند إلى ملف أو عنوان في مكان آخر؛ ولم يُجلب.</translation>
    </message>
    <message>
        <source>The drawing unpacks to more than the limit; the rest was not read.</source>
        <translation>ينفكّ الرسم إلى أكثر من الحد؛ ولم يُقرأ الباقي.</translation>
    </message>
    <message>
        <source>The embedded object {name} can't be read as a compound file ({error}).</source>
        <translation>لا يمكن قراءة الكائن المضمّن {name} بوصفه ملفًّا مركّبًا ({error}).</translation>
    </message>
    <message>
        <source>The embedded object {name} can't be unpacked ({error}).</source>
        <translation>لا يمكن فكّ الكائن المضمّن {name} ({error}).</translation>
    </message>
    <message>
        <source>The embedded object {number} is larger than the limit; it was not read.</source>
        <translation>الكائن المضمّن {number} أكبر من الحد؛ ولم يُقرأ.</translation>
    </message>
    <message>
        <source>The embedded {name} breaks its format's rules.</source>
        <translation>{name} المضمّن يخالف قواعد صيغته.</translation>
    </message>
    <message>
        <source>The export to {path} ended before it was done. Delete what it left there, and export again.</source>
        <translation>انتهى التصدير إلى {path} قبل أن يكتمل. احذف ما تركه هناك وصدّر من جديد.</translation>
    </message>
    <message>
        <source>The export to {path} failed: {error}. Nothing was left there; mend it and export again.</source>
        <translation>فشل التصدير إلى {path}: {error}. لم يبق شيء هناك؛ أصلح السبب وصدّر من جديد.</translation>
    </message>
    <message>
        <source>The export was cancelled; nothing was left behind.</source>
        <translation>أُلغي التصدير؛ ولم يُترك شيء.</translation>
    </message>
    <message>
        <source>The file changed while it was read; what was read may be a mixture.</source>
        <translation>تغيّر الملف أثناء قراءته؛ وقد يكون ما قُرئ خليطًا.</translation>
    </message>
    <message>
        <source>The file ends too early; what could be read was kept.</source>
        <translation>ينتهي الملف مبكرًا؛ وحُفظ ما أمكنت قراءته.</translation>
    </message>
    <message>
        <source>The file has other content than in an earlier run; the items of both are kept.</source>
        <translation>محتوى الملف غير ما كان في تشغيل سابق؛ وتُحفظ عناصر كليهما.</translation>
    </message>
    <message>
        <source>The file holds blanks or control characters only.</source>
        <translation>ليس في الملف إلا فراغات أو محارف تحكم.</translation>
    </message>
    <message>
        <source>The file holds no bytes.</source>
        <translation>لا بايت في الملف.</translation>
    </message>
    <message>
        <source>The file's checksum, as stated by the sender (optional)</source>
        <translation>ختم الملف كما أبلغه المرسل (غير لازم)</translation>
    </message>
    <message>
        <source>The files of the archive are encrypted, and no password that was tried opens it.</source>
        <translation>ملفات الأرشيف مشفّرة ولم تفتحها أي كلمة مرور مجرّبة.</translation>
    </message>
    <message>
        <source>The files of the archive are encrypted.</source>
        <translation>ملفات الأرشيف مشفّرة.</translation>
    </message>
    <message>
        <source>The folder could not be listed: {why}.</source>
        <translation>تعذّر سرد محتوى المجلد: {why}.</translation>
    </message>
    <message>
        <source>The folder {path} doesn't exist. Make it, or export to another place.</source>
        <translation>المجلد {path} غير موجود. أنشئه أو صدّر إلى مكان آخر.</translation>
    </message>
    <message>
        <source>The folder {path} isn't empty. Name a new folder; an export never overwrites anything.</source>
        <translation>المجلد {path} ليس فارغًا. سمّ مجلدًا جديدًا؛ فالتصدير لا يستبدل شيئًا أبدًا.</translation>
    </message>
    <message>
        <source>The formula {name} was not read; what it says can't be searched.</source>
        <translation>لم تُقرأ المعادلة {name}؛ ولا يمكن البحث فيما تقوله.</translation>
    </message>
    <message>
        <source>The glob of '{rule}' is empty. Write what it denies, such as customer-data/**.</source>
        <translation>نمط '{rule}' فارغ. اكتب ما يمنعه، مثل ⁦customer-data/**⁩.</translation>
    </message>
    <message>
        <source>The hits were not counted: that takes more than {seconds} seconds.</source>
        <translation>لم تُعدّ المطابقات: يستغرق عدّها أكثر من {seconds} ثانية.</translation>
    </message>
    <message>
        <source>The item's RTF body can't be unpacked: {error}.</source>
        <translation>لا يمكن فكّ ضغط نص RTF للعنصر: {error}.</translation>
    </message>
    <message>
        <source>The item's content is in an S/MIME attachment; see there.</source>
        <translation>محتوى العنصر في مرفق S/MIME؛ انظر هناك.</translation>
    </message>
    <message>
        <source>The key {key} is that of '{first}' and '{second}'; give one of them another.</source>
        <translation>المفتاح {key} لكل من '{first}' و'{second}'؛ أعطِ أحدهما مفتاحًا آخر.</translation>
    </message>
    <message>
        <source>The link's address is copied; it isn't opened.</source>
        <translation>نُسخ عنوان الرابط؛ ولا يُفتح.</translation>
    </message>
    <message>
        <source>The linked object {name} lies elsewhere and was not fetched.</source>
        <translation>الكائن المرتبط {name} موجود في مكان آخر ولم يُجلب.</translation>
    </message>
    <message>
        <source>The list is empty. Paste the terms, one per line.</source>
        <translation>القائمة فارغة. الصق المصطلحات، واحدًا في كل سطر.</translation>
    </message>
    <message>
        <source>The log of the OneNote file's transactions can't be read to its end.</source>
        <translation>تتعذّر قراءة سجل معاملات ملف OneNote حتى نهايته.</translation>
    </message>
    <message>
        <source>The macros can't be read ({error}).</source>
        <translation>لا يمكن قراءة وحدات الماكرو ({error}).</translation>
    </message>
    <message>
        <source>The macros can't be unpacked ({error}).</source>
        <translation>لا يمكن فكّ وحدات الماكرو ({error}).</translation>
    </message>
    <message>
        <source>The mail is held back by rights management; its text here is only a placeholder.</source>
        <translation>البريد محجوب بإدارة الحقوق؛ والنص هنا بديل فحسب.</translation>
    </message>
    <message>
        <source>The mail is shorter than its file says.</source>
        <translation>البريد أقصر مما يذكره ملفه.</translation>
    </message>
    <message>
        <source>The mail's content is encrypted and was not read.</source>
        <translation>محتوى البريد مشفّر ولم يُقرأ.</translation>
    </message>
    <message>
        <source>The mail's content is encrypted with PGP and was not read.</source>
        <translation>محتوى البريد مشفّر بـ PGP ولم يُقرأ.</translation>
    </message>
    <message>
        <source>The mail's content is encrypted with S/MIME and was not read.</source>
        <translation>محتوى البريد مشفّر بـ S/MIME ولم يُقرأ.</translation>
    </message>
    <message>
        <source>The message breaks off; what there is of its content was read.</source>
        <translation>تنقطع الرسالة؛ وقُرئ الموجود من محتواها.</translation>
    </message>
    <message>
        <source>The message ends without its closing boundary; what came after may be missing.</source>
        <translation>تنتهي الرسالة من دون حدّها الختامي؛ وقد ينقص ما بعدها.</translation>
    </message>
    <message>
        <source>The message says that it has parts, but none was found; it was read as one text.</source>
        <translation>تذكر الرسالة أن لها أجزاء ولم يُعثر على أي منها؛ فقُرئت نصًّا واحدًا.</translation>
    </message>
    <message>
        <source>The note has {size} characters; at most {most} are kept. Shorten it.</source>
        <translation>في الملاحظة {size} محرفًا؛ ويُحفظ {most} على الأكثر. اختصرها.</translation>
    </message>
    <message>
        <source>The original of {name} can't be shown. {why}</source>
        <translation>لا يمكن عرض أصل {name}. {why}</translation>
    </message>
    <message>
        <source>The original of {name} has changed since it was indexed, so it isn't shown. Index again.</source>
        <translation>تغيّر أصل {name} منذ فهرسته فلا يُعرض. أعد الفهرسة.</translation>
    </message>
    <message>
        <source>The original's bytes, as they are on disk or in their container</source>
        <translation>بايتات الأصل كما هي على القرص أو فيما جاء فيه</translation>
    </message>
    <message>
        <source>The package lost its directory ({error}); its parts were read one by one.</source>
        <translation>فقدت الحزمة دليلها ({error})؛ وقُرئت أجزاؤها واحدًا واحدًا.</translation>
    </message>
    <message>
        <source>The package names the part {name} and doesn't hold it.</source>
        <translation>تذكر الحزمة الجزء {name} ولا تحويه.</translation>
    </message>
    <message>
        <source>The package unpacks to more than the limit; the rest was not read.</source>
        <translation>تنفكّ الحزمة إلى أكثر من الحد؛ ولم يُقرأ الباقي.</translation>
    </message>
    <message>
        <source>The package unpacks to more than the limit; {name} was not read.</source>
        <translation>تنفكّ الحزمة إلى أكثر من الحد؛ ولم يُقرأ {name}.</translation>
    </message>
    <message>
        <source>The page holds no text.</source>
        <translation>لا نص في الصفحة.</translation>
    </message>
    <message>
        <source>The pages as they look, drawn in the reader process</source>
        <translation>الصفحات كما تبدو؛ تُرسم في عملية القراءة وتُعرض صورًا</translation>
    </message>
    <message>
        <source>The part {name} can't be decrypted ({error}).</source>
        <translation>لا يمكن فكّ تشفير الجزء {name} ({error}).</translation>
    </message>
    <message>
        <source>The part {name} can't be read as XML.</source>
        <translation>لا يمكن قراءة الجزء {name} بوصفه XML.</translation>
    </message>
    <message>
        <source>The part {name} can't be unpacked ({error}).</source>
        <translation>لا يمكن فكّ الجزء {name} ({error}).</translation>
    </message>
    <message>
        <source>The part {name} can't be unpacked further ({error}).</source>
        <translation>لا يمكن متابعة فكّ الجزء {name} ({error}).</translation>
    </message>
    <message>
        <source>The part {name} can't be unpacked; the rest was read.</source>
        <translation>لا يمكن فكّ الجزء {name}؛ وقُرئ الباقي.</translation>
    </message>
    <message>
        <source>The part {name} declares entities of its own; they were not expanded.</source>
        <translation>يعلن الجزء {name} كيانات خاصة به؛ ولم تُوسّع.</translation>
    </message>
    <message>
        <source>The part {name} declares entities that unpack without end; they were left out, the rest was read.</source>
        <translation>يعلن الجزء {name} كيانات تنفكّ بلا نهاية؛ فتُركت وقُرئ الباقي.</translation>
    </message>
    <message>
        <source>The part {name} is damaged ({error}); some of the rest may be missing.</source>
        <translation>الجزء {name} تالف ({error})؛ وقد ينقص بعض الباقي.</translation>
    </message>
    <message>
        <source>The part {name} is damaged ({error}); what stands before the damage was read.</source>
        <translation>الجزء {name} تالف ({error})؛ وقُرئ ما قبل التلف.</translation>
    </message>
    <message>
        <source>The part {name} is damaged; what stands before the damage was read.</source>
        <translation>الجزء {name} تالف؛ وقُرئ ما قبل التلف.</translation>
    </message>
    <message>
        <source>The part {name} is too large; its start was read.</source>
        <translation>الجزء {name} كبير جدًّا؛ وقُرئت بدايته.</translation>
    </message>
    <message>
        <source>The part {name} unpacks to far more than its size; its start was read.</source>
        <translation>ينفكّ الجزء {name} إلى أكثر بكثير من حجمه؛ وقُرئت بدايته.</translation>
    </message>
    <message>
        <source>The part {part} is damaged ({error}); the rest of it was read.</source>
        <translation>الجزء {part} تالف ({error})؛ وقُرئ باقيه.</translation>
    </message>
    <message>
        <source>The path of '{root}' must be absolute and without '..': {path}</source>
        <translation>يجب أن يكون مسار '{root}' مطلقًا ومن دون '..': {path}</translation>
    </message>
    <message>
        <source>The phrase is empty.</source>
        <translation>العبارة فارغة.</translation>
    </message>
    <message>
        <source>The picture's metadata can't be read ({error}).</source>
        <translation>لا يمكن قراءة بيانات الصورة الوصفية ({error}).</translation>
    </message>
    <message>
        <source>The query already contains this.</source>
        <translation>هذا في الاستعلام من قبل.</translation>
    </message>
    <message>
        <source>The query has no filter.</source>
        <translation>لا مرشّح في الاستعلام.</translation>
    </message>
    <message>
        <source>The range ends before it begins: write {range}.</source>
        <translation>ينتهي المدى قبل أن يبدأ: اكتب {range}.</translation>
    </message>
    <message numerus="yes">
        <source>The rate is based on the first %n drawn: the next one has not been assessed yet.</source>
        <translation><numerusform>يخص المعدل أول %n مما سُحب: فبعدها عنصر لم يُحكم عليه بعد.</numerusform><numerusform>يخص المعدل أول %n مما سُحب: فبعدها عنصر لم يُحكم عليه بعد.</numerusform><numerusform>يخص المعدل أول %n مما سُحب: فبعدها عنصر لم يُحكم عليه بعد.</numerusform><numerusform>يخص المعدل أول %n مما سُحب: فبعدها عنصر لم يُحكم عليه بعد.</numerusform><numerusform>يخص المعدل أول %n مما سُحب: فبعدها عنصر لم يُحكم عليه بعد.</numerusform><numerusform>يخص المعدل أول %n مما سُحب: فبعدها عنصر لم يُحكم عليه بعد.</numerusform></translation>
    </message>
    <message>
        <source>The reader process answered with something else than was asked ({size} bytes).</source>
        <translation>أجابت عملية القراءة بغير ما طُلب ({size} بايت).</translation>
    </message>
    <message>
        <source>The reader process died on it.</source>
        <translation>تعطّلت عملية القراءة عنده.</translation>
    </message>
    <message>
        <source>The reader process died while it drew this.</source>
        <translation>تعطّلت عملية القراءة أثناء الرسم.</translation>
    </message>
    <message>
        <source>The reader process gave no answer.</source>
        <translation>لم تُجب عملية القراءة.</translation>
    </message>
    <message>
        <source>The reader process took too long on it.</source>
        <translation>استغرقت عملية القراءة عنده وقتًا أطول من اللازم.</translation>
    </message>
    <message>
        <source>The reader process took too long while it drew this.</source>
        <translation>استغرقت عملية القراءة وقتًا أطول من اللازم أثناء الرسم.</translation>
    </message>
    <message>
        <source>The reader processes can't start. Run triage doctor; TRIAGE_DEBUG=1 shows their words.</source>
        <translation>لا يمكن بدء عمليات القراءة. شغّل triage doctor؛ والقيمة TRIAGE_DEBUG=1 تعرض أقوالها.</translation>
    </message>
    <message>
        <source>The record that says where the workbook was saved is damaged.</source>
        <translation>السجل الذي يذكر موضع حفظ المصنّف تالف.</translation>
    </message>
    <message>
        <source>The report can't be written to {path}: {error}. Choose another place.</source>
        <translation>لا يمكن كتابة التقرير في {path}: {error}. اختر مكانًا آخر.</translation>
    </message>
    <message>
        <source>The report is in {path}.</source>
        <translation>التقرير في {path}.</translation>
    </message>
    <message>
        <source>The report was copied.</source>
        <translation>نُسخ التقرير.</translation>
    </message>
    <message>
        <source>The rest can't be unpacked: {error}</source>
        <translation>لا يمكن فكّ الباقي: {error}</translation>
    </message>
    <message>
        <source>The run can't go on: {error}. What was read so far is kept; mend it and run again.</source>
        <translation>لا يمكن أن يستمر التشغيل: {error}. ما قُرئ حتى الآن محفوظ؛ أصلح السبب وأعد التشغيل.</translation>
    </message>
    <message>
        <source>The scope allows nothing: it needs at least one [[allow]] with a path and a custodian.</source>
        <translation>النطاق لا يسمح بشيء: يحتاج إلى [[allow]] واحد على الأقل بمسار وأمين حفظ.</translation>
    </message>
    <message>
        <source>The seal of '{name}' is {seal}, not the one that was told. Nothing was merged.</source>
        <translation>ختم '{name}' هو {seal}، لا الذي أُبلغ به. لم يُدمج شيء.</translation>
    </message>
    <message>
        <source>The search was stopped after {seconds} seconds, without an answer. Make it narrower: fewer wildcards, shorter distances, or one field.</source>
        <translation>أُوقف البحث بعد {seconds} ثانية بلا جواب. ضيّقه: أحرف بدل أقل أو مسافات أقصر أو حقل واحد.</translation>
    </message>
    <message>
        <source>The signed content breaks off.</source>
        <translation>ينقطع المحتوى الموقّع.</translation>
    </message>
    <message>
        <source>The stream {name} can't be read ({error}).</source>
        <translation>لا يمكن قراءة الدفق {name} ({error}).</translation>
    </message>
    <message>
        <source>The stream {name} ends too early; what there is of it was read.</source>
        <translation>ينتهي الدفق {name} مبكرًا؛ وقُرئ الموجود منه.</translation>
    </message>
    <message>
        <source>The stream {name} is cut: only {count} of its {size} bytes are there.</source>
        <translation>الدفق {name} مبتور: {count} فقط من بايتاته الـ {size} موجودة.</translation>
    </message>
    <message>
        <source>The table beside it shows the same numbers.</source>
        <translation>الأرقام نفسها في الجدول المجاور.</translation>
    </message>
    <message>
        <source>The table {name} breaks off ({error}); {count} of its rows were read.</source>
        <translation>ينقطع الجدول {name} ({error})؛ قُرئ من صفوفه {count}.</translation>
    </message>
    <message>
        <source>The text as it was read, with every hit</source>
        <translation>النص كما قُرئ مع كل مطابقة</translation>
    </message>
    <message>
        <source>The text can't be read as the declared {declared}; it was read as {charset}.</source>
        <translation>لا يمكن قراءة النص على أنه {declared} المعلن؛ قُرئ على أنه {charset}.</translation>
    </message>
    <message>
        <source>The text holds a file coded as yEnc; it was not decoded.</source>
        <translation>يحتوي النص على ملف مرمّز بترميز yEnc؛ ولم يُفكّ ترميزه.</translation>
    </message>
    <message>
        <source>The text is declared as {declared} but is UTF-8, and was read so.</source>
        <translation>النص معلن على أنه {declared} لكنه UTF-8 وقُرئ كذلك.</translation>
    </message>
    <message>
        <source>The text is in the view Text (Ctrl+1).</source>
        <translation>النص في العرض «النص» (Ctrl+1).</translation>
    </message>
    <message>
        <source>The text is {charset} with some bytes of windows-1252 in it.</source>
        <translation>النص {charset} وفيه بايتات من windows-1252.</translation>
    </message>
    <message>
        <source>The text of sealed item number {number} can't be unlocked: {file} is gone, or isn't the key that it was sealed with. Put the file back from a copy of the case's folder; without it the item stays sealed.</source>
        <translation>لا يمكن فتح قفل نص العنصر المختوم رقم {number}: الملف {file} مفقود أو ليس المفتاح الذي خُتم به. أعد الملف من نسخة من مجلد القضية؛ فمن دونه يبقى العنصر مختومًا.</translation>
    </message>
    <message>
        <source>The time for trying passwords was over; the last {left} of {all} were not tried.</source>
        <translation>انتهى وقت تجربة كلمات المرور؛ ولم تُجرّب آخر {left} من {all}.</translation>
    </message>
    <message>
        <source>The whole unpacks to over {limit} MiB; {name} was not read.</source>
        <translation>ينفكّ الكل إلى أكثر من {limit} MiB؛ ولم يُقرأ {name}.</translation>
    </message>
    <message>
        <source>The words beside a distance stand at more than {most} places. Make it narrower: fewer wildcards, or one field.</source>
        <translation>ترد الكلمات التي بجانب المسافة في أكثر من {most} موضعًا. ضيّق: أحرف بدل أقل أو حقل واحد.</translation>
    </message>
    <message>
        <source>The words of '{name}' have {count} characters; a button takes {most}.</source>
        <translation>كلمات '{name}' من {count} حرفًا؛ والزر يتسع لـ {most}.</translation>
    </message>
    <message>
        <source>The workbook doesn't say where its sheet {name} lies; it was not read.</source>
        <translation>لا يذكر المصنّف موضع الورقة {name}؛ ولم تُقرأ.</translation>
    </message>
    <message>
        <source>The workbook names the sheet {name}, which isn't there or can't be unpacked.</source>
        <translation>يذكر المصنّف الورقة {name} وهي غير موجودة أو لا يمكن فكّها.</translation>
    </message>
    <message>
        <source>Their text leaves searches, lists and exports; opening takes two people.</source>
        <translation>يخرج نصها من عمليات البحث والقوائم والتصدير؛ ويتطلب الفتح شخصين.</translation>
    </message>
    <message>
        <source>There</source>
        <translation>هناك</translation>
    </message>
    <message>
        <source>There is a batch named '{name}' already. Choose another name.</source>
        <translation>توجد دفعة باسم '{name}' من قبل. اختر اسمًا آخر.</translation>
    </message>
    <message>
        <source>There is a sample named '{name}' already. Choose another name.</source>
        <translation>توجد عيّنة باسم '{name}' من قبل. اختر اسمًا آخر.</translation>
    </message>
    <message>
        <source>There is no batch named '{name}'. There are: {known}.</source>
        <translation>لا توجد دفعة باسم '{name}'. الموجود: {known}.</translation>
    </message>
    <message>
        <source>There is no day '{typed}' in the calendar.</source>
        <translation>لا يوجد يوم '{typed}' في التقويم.</translation>
    </message>
    <message>
        <source>There is no field '{field}:'; for the words themselves write a phrase.</source>
        <translation>لا يوجد حقل '{field}:'؛ وللكلمات نفسها اكتب عبارة.</translation>
    </message>
    <message>
        <source>There is no field '{field}:'; {near}: is the nearest.</source>
        <translation>لا يوجد حقل '{field}:'؛ وأقربها {near}:.</translation>
    </message>
    <message>
        <source>There is no item number {number}.</source>
        <translation>لا يوجد عنصر رقم {number}.</translation>
    </message>
    <message>
        <source>There is no reader for this kind of file; properties and loose strings were kept.</source>
        <translation>لا قارئ لهذا النوع من الملفات؛ وحُفظت الخصائص والسلاسل المتفرقة.</translation>
    </message>
    <message>
        <source>There is no sample named '{name}'. There are: {known}.</source>
        <translation>لا توجد عيّنة باسم '{name}'. الموجود: {known}.</translation>
    </message>
    <message>
        <source>There is no saved search '{name}'. Save one with: triage saved CASE add '{again}' QUERY</source>
        <translation>لا يوجد بحث محفوظ '{name}'. احفظه من لوحة عمليات البحث المحفوظة ({again}).</translation>
    </message>
    <message>
        <source>There is nothing to count here yet.</source>
        <translation>لا شيء يُعدّ هنا بعد.</translation>
    </message>
    <message>
        <source>There is nothing to draw from: the query finds no item.</source>
        <translation>لا شيء يُسحب منه: لا يجد الاستعلام أي عنصر.</translation>
    </message>
    <message>
        <source>There is nothing to put into a batch: the query finds no item that may go into it.</source>
        <translation>لا شيء يوضع في دفعة: لا يجد الاستعلام عنصرًا يمكن أن يدخلها.</translation>
    </message>
    <message>
        <source>There is nothing to undo: {who} has taken no decision that still stands.</source>
        <translation>لا شيء للتراجع عنه: ليس لـ {who} قرار ما زال قائمًا.</translation>
    </message>
    <message>
        <source>These parentheses are empty.</source>
        <translation>هذان القوسان فارغان.</translation>
    </message>
    <message>
        <source>This case holds no items yet: its sources have not been read.</source>
        <translation>لا عناصر في هذه القضية بعد: لم تُقرأ مصادرها.</translation>
    </message>
    <message>
        <source>This file could not be processed; look at it where it is: {path}</source>
        <translation>لم يُنشأ عنصر من هذا الملف؛ انظر فيه حيث هو: {path}</translation>
    </message>
    <message>
        <source>This is nested more than {most} deep: split it into several searches.</source>
        <translation>التداخل أعمق من {most}: قسّمه إلى عدة عمليات بحث.</translation>
    </message>
    <message>
        <source>This is no regular expression: {error}.</source>
        <translation>ليس هذا تعبيرًا نمطيًّا: {error}.</translation>
    </message>
    <message>
        <source>This is piece {number} of {total} of a mail sent in pieces; look for the others.</source>
        <translation>هذه القطعة {number} من {total} من بريد أُرسل مجزّأً؛ ابحث عن القطع الأخرى.</translation>
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
        <source>This item has no parent and replies to no message in the case.</source>
        <translation>هذا العنصر ليس مرفقًا بشيء ولا ردًّا على شيء في القضية.</translation>
    </message>
    <message>
        <source>This item has no view “{view}”.</source>
        <translation>ليس لهذا العنصر عرض «{view}».</translation>
    </message>
    <message>
        <source>This item is not among the results; the list keeps its place.</source>
        <translation>ليس هذا العنصر ضمن النتائج؛ تبقى القائمة في موضعها.</translation>
    </message>
    <message>
        <source>This item is related to one in the sample and could be coded with it. Close the sample to code it.</source>
        <translation>هذا العنصر مرتبط بعنصر من العيّنة وقد يُصنّف معه. أغلق العيّنة لتصنّفه.</translation>
    </message>
    <message>
        <source>This item is sealed, or something inside it is; its original stays closed.</source>
        <translation>هذا العنصر مختوم أو بداخله مختوم؛ فيبقى أصله مغلقًا.</translation>
    </message>
    <message>
        <source>This item is sealed. Opening it takes two people: Code &gt; Open a sealed item.</source>
        <translation>إنه مختوم. ويتطلب فتحه شخصين: التصنيف &gt; فتح عنصر مختوم.</translation>
    </message>
    <message>
        <source>This item is sealed: its text is in no search, list or export. Continue with Ctrl+Right. If this was a mistake, two people can open it: Code &gt; Open a sealed item.</source>
        <translation>هذا العنصر مختوم ويبقى مغلقًا: ليس نصه في أي بحث أو قائمة أو تصدير. تابع بـ ⁦Ctrl+اليمين⁩. إن كان ذلك سهوًا فيمكن لشخصين فتحه: التصنيف &gt; فتح عنصر مختوم.</translation>
    </message>
    <message>
        <source>This item isn't sealed.</source>
        <translation>هذا العنصر غير مختوم.</translation>
    </message>
    <message>
        <source>This line holds nothing to search for.</source>
        <translation>ليس في هذا السطر ما يُبحث عنه.</translation>
    </message>
    <message>
        <source>This message is not in the case: {id}</source>
        <translation>هذه الرسالة ليست في القضية: {id}</translation>
    </message>
    <message>
        <source>This parenthesis closes nothing: take it away.</source>
        <translation>هذا القوس لا يغلق شيئًا: احذفه.</translation>
    </message>
    <message>
        <source>This parenthesis isn't closed.</source>
        <translation>هذا القوس غير مغلق.</translation>
    </message>
    <message>
        <source>This quotation mark has no partner: add one at the end of the phrase.</source>
        <translation>علامة الاقتباس هذه بلا نظير: أضف واحدة في آخر العبارة.</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>الخط الزمني</translation>
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
        <translation>تغيير متعقَّب</translation>
    </message>
    <message>
        <source>Triage {version}, GPL-3.0-or-later. It fetches nothing from anywhere.</source>
        <translation>‏Triage {version}، GPL-3.0-or-later. لا يجلب البرنامج شيئًا من أي مكان.</translation>
    </message>
    <message>
        <source>Two rules of the scope have the id '{rule}'. Give each its own.</source>
        <translation>لقاعدتين في النطاق المعرّف نفسه '{rule}'. أعط كلًّا منهما معرّفًا.</translation>
    </message>
    <message>
        <source>Two tags are named '{name}'; give one of them another name.</source>
        <translation>وسمان باسم '{name}'؛ أعطِ أحدهما اسمًا آخر.</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>النوع</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>Undo your last decision</source>
        <translation>التراجع عن قرارك الأخير</translation>
    </message>
    <message>
        <source>Undo your last decision (Ctrl+Z)</source>
        <translation>التراجع عن قرارك الأخير (Ctrl+Z)</translation>
    </message>
    <message>
        <source>Undone on {items}.</source>
        <translation>أُلغي على {items}.</translation>
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
        <source>Unpacking needs more memory than limit_memory_mb allows.</source>
        <translation>يحتاج فكّ الضغط إلى ذاكرة أكثر مما يسمح به limit_memory_mb.</translation>
    </message>
    <message>
        <source>Unpacking took too long; the members after the last were not read.</source>
        <translation>استغرق فكّ الضغط وقتًا طويلًا؛ ولم تُقرأ الأعضاء بعد الأخير.</translation>
    </message>
    <message>
        <source>Unsealed: {items}.</source>
        <translation>فُتح من جديد: {items}.</translation>
    </message>
    <message>
        <source>Unsure</source>
        <translation>غير متأكد</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>أعلى</translation>
    </message>
    <message>
        <source>Use  {query}</source>
        <translation>استخدام  {query}</translation>
    </message>
    <message>
        <source>Use the corrected query</source>
        <translation>استخدام الاستعلام المصحَّح</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>الإصدارات</translation>
    </message>
    <message>
        <source>View</source>
        <translation>العرض</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>ما الذي تغيّر</translation>
    </message>
    <message>
        <source>What changed between two runs</source>
        <translation>ما الذي تغيّر بين تشغيلين</translation>
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
        <source>What may be read</source>
        <translation>ما تجوز قراءته</translation>
    </message>
    <message>
        <source>What must never be opened</source>
        <translation>ما لا يجوز فتحه أبدًا</translation>
    </message>
    <message>
        <source>What was chosen or ticked in a form field can't be read.</source>
        <translation>لا يمكن قراءة ما اختير أو عُلّم في حقل نموذج.</translation>
    </message>
    <message>
        <source>What was not searched</source>
        <translation>ما لم يُبحث فيه</translation>
    </message>
    <message>
        <source>What was not searched, and the words searched</source>
        <translation>ما لم يُبحث فيه، والكلمات المبحوث عنها</translation>
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
        <source>Whatever matches is never opened, listed or counted individually, whatever the folders above allow. Write customer-data/** for a folder, *.pst for a type of file. Give the reason.</source>
        <translation>ما يطابق النمط لا يُفتح ولا يُسرد ولا يُعدّ واحدًا واحدًا، مهما سمحت به المجلدات أعلاه. اكتب ⁦customer-⁠data/**⁩ لمجلد، و⁦*.pst⁩ لنوع ملفات، واذكر السبب.</translation>
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
        <source>Where the term's items are</source>
        <translation>أين تقع مستندات المصطلح</translation>
    </message>
    <message>
        <source>Where two people disagree</source>
        <translation>حيث اختلف شخصان</translation>
    </message>
    <message>
        <source>Which items</source>
        <translation>أي العناصر</translation>
    </message>
    <message>
        <source>Why a term could not be run</source>
        <translation>لماذا تعذّر البحث عن مصطلح</translation>
    </message>
    <message>
        <source>Words can be struck out only of a term that stands for several, as in atlas*!(atlases).</source>
        <translation>لا تُشطب كلمات إلا من مصطلح يمثّل عدة كلمات، مثل atlas*!(atlases).</translation>
    </message>
    <message>
        <source>Words of the command</source>
        <translation>كلمات الأمر</translation>
    </message>
    <message>
        <source>Words, "a phrase", AND OR NOT, from: subject: date: …  (Ctrl+L)</source>
        <translation>كلمات، "عبارة"، ⁦AND OR NOT, from: subject: date: …⁩  (Ctrl+L)</translation>
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
        <source>Write a note</source>
        <translation>كتابة ملاحظة</translation>
    </message>
    <message>
        <source>You made the request, so another reviewer has to grant it.</source>
        <translation>أنت من طلب، فعلى مراجع آخر أن يمنح الإذن.</translation>
    </message>
    <message>
        <source>Your decisions are recorded under this name:</source>
        <translation>تُسجَّل قراراتك بهذا الاسم:</translation>
    </message>
    <message>
        <source>[sealed]</source>
        <translation>[مختوم]</translation>
    </message>
    <message>
        <source>a member's name points outside the archive</source>
        <translation>اسم أحد الملفات يشير إلى خارج أرشيفه</translation>
    </message>
    <message>
        <source>all in one</source>
        <translation>الكل في واحدة</translation>
    </message>
    <message>
        <source>all items</source>
        <translation>كل العناصر</translation>
    </message>
    <message>
        <source>all items of the case</source>
        <translation>كل عناصر القضية</translation>
    </message>
    <message>
        <source>amber</source>
        <translation>كهرماني</translation>
    </message>
    <message>
        <source>an internal error</source>
        <translation>خلل في هذا البرنامج</translation>
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
        <translation>حتى ⁦{time} UTC⁩</translation>
    </message>
    <message>
        <source>attachment</source>
        <translation>مرفق</translation>
    </message>
    <message>
        <source>attachment (see Related)</source>
        <translation>داخل عنصر آخر، انظر «ذات صلة»</translation>
    </message>
    <message>
        <source>attachments</source>
        <translation>ما بداخله</translation>
    </message>
    <message>
        <source>blue</source>
        <translation>أزرق</translation>
    </message>
    <message>
        <source>brown</source>
        <translation>بني</translation>
    </message>
    <message>
        <source>bulk</source>
        <translation>جماعي</translation>
    </message>
    <message>
        <source>cell {number} of {total}</source>
        <translation>الخلية {number} من {total}</translation>
    </message>
    <message>
        <source>checked out</source>
        <translation>مأخوذة</translation>
    </message>
    <message>
        <source>checked out in two copies at the same time: agree who continues; the other returns it</source>
        <translation>مأخوذة في نسختين في الوقت نفسه: اتفقا على من يتابع، ويعيدها الآخر</translation>
    </message>
    <message>
        <source>coded</source>
        <translation>مصنّفة</translation>
    </message>
    <message>
        <source>coded, undisputed</source>
        <translation>مصنّفة بلا نزاع</translation>
    </message>
    <message>
        <source>command</source>
        <translation>أمر</translation>
    </message>
    <message>
        <source>complete</source>
        <translation>مكتملة</translation>
    </message>
    <message>
        <source>content is protected by rights management</source>
        <translation>المحتوى محجوب بإدارة الحقوق</translation>
    </message>
    <message>
        <source>deeply nested tables are shown flat</source>
        <translation>تُعرض الجداول المتداخلة بعمق مسطّحة</translation>
    </message>
    <message>
        <source>disputed</source>
        <translation>متنازع فيها</translation>
    </message>
    <message>
        <source>distances were read from left to right, as the parentheses show</source>
        <translation>قُرئت المسافات من اليسار إلى اليمين كما تُظهر الأقواس</translation>
    </message>
    <message>
        <source>duplicates</source>
        <translation>المحتوى نفسه</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>فارغ</translation>
    </message>
    <message>
        <source>excluded</source>
        <translation>مشطوبة</translation>
    </message>
    <message>
        <source>expands to far more than its size</source>
        <translation>يُفك إلى ما يفوق حجمه بكثير</translation>
    </message>
    <message>
        <source>files that could not be processed</source>
        <translation>ملفات لم تصبح عناصر</translation>
    </message>
    <message>
        <source>finding hits …</source>
        <translation>جارٍ العثور على المطابقات …</translation>
    </message>
    <message>
        <source>for ±5 %</source>
        <translation>لدقة ⁦±5 %⁩</translation>
    </message>
    <message>
        <source>free</source>
        <translation>متاحة</translation>
    </message>
    <message>
        <source>from its parent item</source>
        <translation>تاريخ العنصر الذي جاء معه</translation>
    </message>
    <message>
        <source>fully searchable</source>
        <translation>قابل للبحث كاملًا</translation>
    </message>
    <message>
        <source>green</source>
        <translation>أخضر</translation>
    </message>
    <message>
        <source>grey</source>
        <translation>رمادي</translation>
    </message>
    <message>
        <source>hit {number} of {total}</source>
        <translation>المطابقة {number} من {total}</translation>
    </message>
    <message>
        <source>hit {number} of {total} here</source>
        <translation>المطابقة {number} من {total} هنا</translation>
    </message>
    <message>
        <source>hits on {pages}</source>
        <translation>مطابقات في {pages}</translation>
    </message>
    <message>
        <source>holds images of text only</source>
        <translation>لا يحوي إلا صورًا لنص</translation>
    </message>
    <message>
        <source>holds no text</source>
        <translation>لا يحوي نصًا</translation>
    </message>
    <message>
        <source>holds too many parts</source>
        <translation>يحوي أجزاء أكثر مما ينبغي</translation>
    </message>
    <message>
        <source>icon</source>
        <translation>أيقونة</translation>
    </message>
    <message>
        <source>is empty</source>
        <translation>لا يحوي أي بايت</translation>
    </message>
    <message>
        <source>is replaced</source>
        <translation>يُستبدل</translation>
    </message>
    <message>
        <source>it changed while or since it was read</source>
        <translation>تغيّر أثناء قراءته أو بعدها</translation>
    </message>
    <message>
        <source>it was listed but missing when it was opened</source>
        <translation>كان في القائمة واختفى عند فتحه</translation>
    </message>
    <message>
        <source>items</source>
        <translation>عناصر</translation>
    </message>
    <message>
        <source>key</source>
        <translation>مفتاح</translation>
    </message>
    <message>
        <source>larger than the limit</source>
        <translation>أكبر من الحد</translation>
    </message>
    <message>
        <source>left</source>
        <translation>المتبقية</translation>
    </message>
    <message>
        <source>less readable: its file could be searched further at the earlier run</source>
        <translation>أقل قراءة: كان البحث في ملفه أوسع عند التشغيل الأسبق</translation>
    </message>
    <message>
        <source>made by {author}, {time} UTC</source>
        <translation>أنشأها {author}، ⁦{time} UTC⁩</translation>
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
        <translation>عُدّل</translation>
    </message>
    <message>
        <source>needs a password or a key</source>
        <translation>يحتاج إلى كلمة مرور أو مفتاح</translation>
    </message>
    <message>
        <source>needs more memory than the limit</source>
        <translation>يحتاج إلى ذاكرة أكثر من الحد</translation>
    </message>
    <message>
        <source>nested too deeply</source>
        <translation>متداخل أعمق مما ينبغي</translation>
    </message>
    <message>
        <source>new seed</source>
        <translation>بذرة جديدة</translation>
    </message>
    <message>
        <source>new source: its file was first read after the earlier run</source>
        <translation>مصدر جديد: قُرئ ملفه أول مرة بعد التشغيل الأسبق</translation>
    </message>
    <message>
        <source>newly readable: its file was known and could not be read, or not in full, at the earlier run</source>
        <translation>صار مقروءًا: كان ملفه معروفًا وتعذّرت قراءته كلها أو بعضها عند التشغيل الأسبق</translation>
    </message>
    <message>
        <source>no code</source>
        <translation>بلا رمز</translation>
    </message>
    <message>
        <source>no date</source>
        <translation>بلا تاريخ</translation>
    </message>
    <message>
        <source>no hit to show</source>
        <translation>لا مطابقة للعرض</translation>
    </message>
    <message>
        <source>no longer in the case</source>
        <translation>لم يعد في القضية</translation>
    </message>
    <message>
        <source>no reader for this format</source>
        <translation>لا قارئ لهذه الصيغة</translation>
    </message>
    <message>
        <source>no word of the index</source>
        <translation>لا كلمة في الفهرس</translation>
    </message>
    <message>
        <source>not explained by anything on record: run triage verify</source>
        <translation>لا يفسّره شيء في السجل: شغّل triage verify</translation>
    </message>
    <message>
        <source>not readable, original: {raw}</source>
        <translation>غير مقروء، مكتوب هكذا: {raw}</translation>
    </message>
    <message>
        <source>not relevant</source>
        <translation>غير ذي صلة</translation>
    </message>
    <message>
        <source>not searchable</source>
        <translation>غير قابل للبحث</translation>
    </message>
    <message>
        <source>note</source>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>لا أحد</translation>
    </message>
    <message>
        <source>now excluded, or no longer: it was sealed, or its seal was opened</source>
        <translation>استُبعد أو أُعيد: خُتم العنصر أو فُتح ختمه</translation>
    </message>
    <message>
        <source>other engine or engine version</source>
        <translation>محرّك آخر أو نسخة أخرى منه</translation>
    </message>
    <message>
        <source>others</source>
        <translation>أخرى</translation>
    </message>
    <message>
        <source>parent</source>
        <translation>أصل</translation>
    </message>
    <message>
        <source>part of the content is stored elsewhere and was not fetched</source>
        <translation>جزء من المحتوى في مكان آخر ولم يُجلب</translation>
    </message>
    <message>
        <source>partly searchable</source>
        <translation>قابل للبحث جزئيًا</translation>
    </message>
    <message>
        <source>pictures aren't loaded</source>
        <translation>لا تُحمَّل الصور</translation>
    </message>
    <message>
        <source>pink</source>
        <translation>وردي</translation>
    </message>
    <message>
        <source>program</source>
        <translation>برنامج</translation>
    </message>
    <message>
        <source>propagated</source>
        <translation>بالتعميم</translation>
    </message>
    <message>
        <source>query edited</source>
        <translation>عُدّل الاستعلام</translation>
    </message>
    <message>
        <source>red</source>
        <translation>أحمر</translation>
    </message>
    <message>
        <source>relevant</source>
        <translation>ذو صلة</translation>
    </message>
    <message>
        <source>returned</source>
        <translation>مُعادة</translation>
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
        <source>sealed by a reviewer: its text is in no index, preview or export</source>
        <translation>ختمه مراجع: ليس نصه في أي فهرس أو معاينة أو تصدير</translation>
    </message>
    <message>
        <source>searchable</source>
        <translation>قابل للبحث</translation>
    </message>
    <message>
        <source>seed {seed}</source>
        <translation>البذرة {seed}</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>أُرسل</translation>
    </message>
    <message>
        <source>single</source>
        <translation>منفرد</translation>
    </message>
    <message>
        <source>source changed: its file has other content than at the earlier run</source>
        <translation>تغيّر المصدر: محتوى ملفه غير ما كان عند التشغيل الأسبق</translation>
    </message>
    <message>
        <source>stays</source>
        <translation>يبقى</translation>
    </message>
    <message>
        <source>stopped: the remaining terms were not run</source>
        <translation>توقّف: لم يُبحث عن الباقي</translation>
    </message>
    <message>
        <source>tag or note changed</source>
        <translation>تغيّر وسم أو ملاحظة</translation>
    </message>
    <message>
        <source>teal</source>
        <translation>أزرق مخضر</translation>
    </message>
    <message>
        <source>text</source>
        <translation>نص</translation>
    </message>
    <message>
        <source>the character set isn't declared; it was guessed</source>
        <translation>ترميز الأحرف غير مذكور؛ وقد خُمّن</translation>
    </message>
    <message>
        <source>the conversation</source>
        <translation>المحادثة</translation>
    </message>
    <message>
        <source>the date can't be read</source>
        <translation>تتعذّر قراءة التاريخ</translation>
    </message>
    <message>
        <source>the family</source>
        <translation>العائلة</translation>
    </message>
    <message>
        <source>the file breaks its format's rules; what could be read was kept</source>
        <translation>يخالف الملف قواعد صيغته؛ وحُفظ ما أمكنت قراءته</translation>
    </message>
    <message>
        <source>the file ends too early</source>
        <translation>ينتهي الملف قبل أوانه</translation>
    </message>
    <message>
        <source>the file's own date</source>
        <translation>تاريخ الملف نفسه</translation>
    </message>
    <message>
        <source>the operating system refused access</source>
        <translation>رفض نظام التشغيل قراءته</translation>
    </message>
    <message>
        <source>the reader process crashed</source>
        <translation>انهارت عملية القراءة عنده</translation>
    </message>
    <message>
        <source>the rest is only in the Text view</source>
        <translation>الباقي في العرض «النص» فقط</translation>
    </message>
    <message>
        <source>the same query is read differently by another version of the program</source>
        <translation>تقرأ نسخة أخرى من البرنامج الاستعلام نفسه قراءة أخرى</translation>
    </message>
    <message>
        <source>the text of this format is read, but not everything else</source>
        <translation>يُقرأ من هذه الصيغة النص، لا كل ما سواه</translation>
    </message>
    <message>
        <source>took longer than the limit</source>
        <translation>استغرق أطول من الحد</translation>
    </message>
    <message>
        <source>undo</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>غير معروف</translation>
    </message>
    <message>
        <source>violet</source>
        <translation>بنفسجي</translation>
    </message>
    <message>
        <source>was encrypted, and opened with a password from the list that was given</source>
        <translation>كان مشفّرًا، وفُتح بكلمة مرور من القائمة المعطاة</translation>
    </message>
    <message>
        <source>what is known of it changed (duplicates, thread, problems)</source>
        <translation>تغيّر المعروف عنه (نسخ، محادثة، مشكلات)</translation>
    </message>
    <message>
        <source>{batch} is {state}.</source>
        <translation>{batch}: {state}.</translation>
    </message>
    <message>
        <source>{batch}: {coded} of {items} coded.</source>
        <translation>{batch}: صُنّف {coded} من {items}.</translation>
    </message>
    <message>
        <source>{blind} not searchable, {partly} partly</source>
        <translation>{blind} غير قابلة للبحث، {partly} جزئيًا</translation>
    </message>
    <message>
        <source>{bytes} bytes</source>
        <translation>{bytes} بايت</translation>
    </message>
    <message>
        <source>{case} - Triage</source>
        <translation>{case} - Triage</translation>
    </message>
    <message>
        <source>{cells} with hits</source>
        <translation>{cells} فيها مطابقات</translation>
    </message>
    <message>
        <source>{coded} of {items} coded ({share})</source>
        <translation>صُنّف {coded} من {items} ({share})</translation>
    </message>
    <message>
        <source>{counts} are in</source>
        <translation>‏{counts} في:</translation>
    </message>
    <message>
        <source>{count} blocks of the archive aren't headers where they should be.</source>
        <translation>{count} من كتل الأرشيف ليست ترويسات حيث يجب أن تكون.</translation>
    </message>
    <message>
        <source>{count} bytes that stand after the archive's end were not read.</source>
        <translation>لم يُقرأ {count} بايت بعد نهاية الأرشيف.</translation>
    </message>
    <message>
        <source>{count} cells name a text that the workbook doesn't hold.</source>
        <translation>تذكر {count} خلية نصًّا لا يحويه المصنّف.</translation>
    </message>
    <message>
        <source>{count} characters couldn't be read as {charset}, which it is declared; they show as �.</source>
        <translation>تعذّرت قراءة {count} محرفًا بـ {charset} المعلنة؛ تظهر �.</translation>
    </message>
    <message>
        <source>{count} characters couldn't be read as {charset}, which it looks as if; they show as �.</source>
        <translation>تعذّرت قراءة {count} محرفًا بـ {charset} التي يبدو النص بها؛ تظهر �.</translation>
    </message>
    <message>
        <source>{count} members are encrypted by a method that can't be read: {names}.</source>
        <translation>{count} من الأعضاء مشفّرة بطريقة لا يمكن قراءتها: {names}.</translation>
    </message>
    <message>
        <source>{count} members are encrypted, and no password that was tried opens it: {names}.</source>
        <translation>{count} من الأعضاء مشفّرة ولم تفتحها أي كلمة مرور مجرّبة: {names}.</translation>
    </message>
    <message>
        <source>{count} members are encrypted: {names}.</source>
        <translation>{count} من الأعضاء مشفّرة: {names}.</translation>
    </message>
    <message>
        <source>{count} members are listed but aren't there: {names}.</source>
        <translation>{count} من الأعضاء مدرجة وغير موجودة: {names}.</translation>
    </message>
    <message>
        <source>{count} members are packed and can't be unpacked here: {names}.</source>
        <translation>{count} من الأعضاء مضغوطة ولا يمكن فكّها هنا: {names}.</translation>
    </message>
    <message>
        <source>{count} members aren't in the archive's directory ({names}); they were read too.</source>
        <translation>{count} من الأعضاء ليست في دليل الأرشيف ({names})؛ وقُرئت أيضًا.</translation>
    </message>
    <message>
        <source>{count} of the known items lie in the sampled set itself: the sample speaks for them, and they don't count as known.</source>
        <translation>{count} من العناصر المعروفة تقع في المجموعة المسحوب منها: تتحدث العيّنة عنها فلا تُعدّ معروفة.</translation>
    </message>
    <message>
        <source>{count} of {whole} pages of the section {name} can't be unpacked; the rest was read.</source>
        <translation>لا يمكن فك {count} من {whole} صفحات في المقطع {name}؛ وقُرئ الباقي.</translation>
    </message>
    <message>
        <source>{count} parts aren't where the package's directory says; {found} of them were found by their own names.</source>
        <translation>{count} أجزاء ليست حيث يذكر دليل الحزمة؛ وعُثر على {found} منها بأسمائها.</translation>
    </message>
    <message>
        <source>{damaged} of its {count} records are damaged and were passed over.</source>
        <translation>{damaged} من سجلاته الـ {count} تالفة وتُجووزت.</translation>
    </message>
    <message>
        <source>{done} of {batches} complete</source>
        <translation>اكتمل {done} من {batches}</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} من {total}</translation>
    </message>
    <message>
        <source>{error} Perhaps: {query}</source>
        <translation>{error} ربما: {query}</translation>
    </message>
    <message>
        <source>{field} needs a value: write {again}word or take it away.</source>
        <translation>يحتاج {field} إلى قيمة: اكتب {again}word أو احذفه.</translation>
    </message>
    <message>
        <source>{field} needs a value; for the word itself write {again}"{typed}".</source>
        <translation>يحتاج {field} إلى قيمة؛ وللكلمة نفسها اكتب {again}"{typed}".</translation>
    </message>
    <message>
        <source>{field} would tell what was decided, and a blind sample is open. Close the sample, then search.</source>
        <translation>يكشف {field} ما تقرّر، وعيّنة معمّاة مفتوحة. أغلق العيّنة ثم ابحث.</translation>
    </message>
    <message>
        <source>{field}: all {people}</source>
        <translation>{field}: كل {people}</translation>
    </message>
    <message>
        <source>{field}: can't stand inside {outer}:.</source>
        <translation>لا يصلح {field}: داخل {outer}:.</translation>
    </message>
    <message>
        <source>{field}: takes a word or "a phrase".</source>
        <translation>{field}: يأخذ كلمة أو "عبارة".</translation>
    </message>
    <message>
        <source>{file}: this file could not be processed.</source>
        <translation>{file}: لم يُنشأ عنصر من هذا الملف.</translation>
    </message>
    <message>
        <source>{findings}, {size}, are in</source>
        <translation>{findings}، {size}، في:</translation>
    </message>
    <message>
        <source>{first} to {last} UTC</source>
        <translation>من {first} إلى {last} UTC</translation>
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
        <source>{found} of {items} found</source>
        <translation>عُثر على {found} من {items}</translation>
    </message>
    <message>
        <source>{found}; stopped after {lines}</source>
        <translation>{found}؛ توقّف بعد {lines}</translation>
    </message>
    <message>
        <source>{found}; the first {lines} are listed</source>
        <translation>{found}؛ تُعرض أول {lines}</translation>
    </message>
    <message>
        <source>{fully} fully searched, {partly} partly, {blind} not</source>
        <translation>بُحث في {fully} كاملة وفي {partly} جزئيًا ولم يُبحث في {blind}</translation>
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
        <translation>{hits} هنا</translation>
    </message>
    <message>
        <source>{hits} in {items}</source>
        <translation>{hits} في {items}</translation>
    </message>
    <message>
        <source>{holder} holds more than {most} signatures or certificates; the others weren't read.</source>
        <translation>في {holder} أكثر من {most} توقيعًا أو شهادة؛ ولم تُقرأ البقية.</translation>
    </message>
    <message>
        <source>{items} coded</source>
        <translation>{items} مصنّفة</translation>
    </message>
    <message>
        <source>{items} disputed</source>
        <translation>{items} متنازع فيها</translation>
    </message>
    <message>
        <source>{items} found</source>
        <translation>{items} عُثر عليها</translation>
    </message>
    <message>
        <source>{items} in {families}</source>
        <translation>{items} في {families}</translation>
    </message>
    <message>
        <source>{items} not searchable</source>
        <translation>{items} غير قابلة للبحث</translation>
    </message>
    <message>
        <source>{items} of {batch} have no tag.</source>
        <translation>{items} من {batch} بلا وسم.</translation>
    </message>
    <message>
        <source>{items} partly searched</source>
        <translation>{items} بُحث فيها جزئيًا</translation>
    </message>
    <message>
        <source>{items} to save …</source>
        <translation>{items} بانتظار الحفظ …</translation>
    </message>
    <message>
        <source>{judged} of {size}</source>
        <translation>{judged} من {size}</translation>
    </message>
    <message>
        <source>{kind}(...) takes one word, without wildcards.</source>
        <translation>{kind}(...) يأخذ كلمة واحدة من دون أحرف بدل.</translation>
    </message>
    <message>
        <source>{left} of {items} items of '{name}' have no tag: {query} finds them. Code them, give the batch back, or complete it anyway (--anyway).</source>
        <translation>{left} من {items} عنصرًا في '{name}' بلا وسم: يجدها {query}. صنّفها أو أرجع الدفعة أو أكملها على أي حال.</translation>
    </message>
    <message numerus="yes">
        <source>{line}, the %n most frequent</source>
        <translation><numerusform>{line}، الأكثر تكرارًا: %n</numerusform><numerusform>{line}، الأكثر تكرارًا: %n</numerusform><numerusform>{line}، الأكثر تكرارًا: %n</numerusform><numerusform>{line}، الأكثر تكرارًا: %n</numerusform><numerusform>{line}، الأكثر تكرارًا: %n</numerusform><numerusform>{line}، الأكثر تكرارًا: %n</numerusform></translation>
    </message>
    <message>
        <source>{many} batches are named '{name}', from copies that were merged. Name its id: {ids}</source>
        <translation>{many} دفعات اسمها '{name}' من نسخ دُمجت. اذكر معرّفها: {ids}</translation>
    </message>
    <message>
        <source>{many} samples are named '{name}', from copies that were merged. Name its id: {ids}</source>
        <translation>{many} عيّنات اسمها '{name}' من نسخ دُمجت. اذكر معرّفها: {ids}</translation>
    </message>
    <message>
        <source>{many} sealed. Opening takes two persons: one asks, and says why; another one grants it (Code menu, or triage unseal).</source>
        <translation>مختوم: {many}. يتطلب الفتح شخصين: أحدهما يطلب ويذكر السبب، والآخر يوافق (قائمة التصنيف).</translation>
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
        <translation>⁦{moment} UTC⁩ ({kind})</translation>
    </message>
    <message>
        <source>{moment} UTC ({kind}, original: {raw})</source>
        <translation>⁦{moment} UTC⁩ ({kind}، مكتوب هكذا: {raw})</translation>
    </message>
    <message>
        <source>{month}: {items}</source>
        <translation>{month}: {items}</translation>
    </message>
    <message>
        <source>{more} more</source>
        <translation>{more} أخرى</translation>
    </message>
    <message>
        <source>{name} (hidden)</source>
        <translation>{name} (مخفي)</translation>
    </message>
    <message>
        <source>{name} and the whole unpack to far more than their size.</source>
        <translation>ينفكّ {name} والكل إلى أكثر بكثير من حجمهما.</translation>
    </message>
    <message>
        <source>{name} broke off after {size} bytes, which were kept ({error}).</source>
        <translation>انقطع {name} بعد {size} بايت حُفظت ({error}).</translation>
    </message>
    <message>
        <source>{name} can't be unpacked ({error}).</source>
        <translation>لا يمكن فكّ ضغط {name} ({error}).</translation>
    </message>
    <message>
        <source>{name} can't be unpacked whole ({error}).</source>
        <translation>لا يمكن فكّ ضغط {name} كاملًا ({error}).</translation>
    </message>
    <message>
        <source>{name} can't be unpacked; the rest was read.</source>
        <translation>لا يمكن فكّ {name}؛ وقُرئ الباقي.</translation>
    </message>
    <message>
        <source>{name} has a wrong checksum; it was read all the same.</source>
        <translation>مجموع التحقق لـ {name} خاطئ؛ وقُرئ مع ذلك.</translation>
    </message>
    <message>
        <source>{name} hidden</source>
        <translation>{name} مخفي</translation>
    </message>
    <message>
        <source>{name} is already running; see the status bar.</source>
        <translation>‏{name}: العمل جارٍ بالفعل؛ انظر شريط الحالة.</translation>
    </message>
    <message>
        <source>{name} is cut short; what there is was kept.</source>
        <translation>{name} مبتور؛ وحُفظ الموجود منه.</translation>
    </message>
    <message>
        <source>{name} is packed by method {method}, which can't be unpacked.</source>
        <translation>{name} مضغوط بالطريقة {method} التي لا يمكن فكّها.</translation>
    </message>
    <message>
        <source>{name} is packed by method {method}, which the optional extra 'archives' unpacks.</source>
        <translation>{name} مضغوط بالطريقة {method} التي تفكّها الإضافة الاختيارية 'archives'.</translation>
    </message>
    <message>
        <source>{name} is shorter than the archive says; what came was kept.</source>
        <translation>{name} أقصر مما يذكره الأرشيف؛ وحُفظ ما جاء.</translation>
    </message>
    <message>
        <source>{name} needs more than {most} MiB of memory to unpack; it was not read.</source>
        <translation>يحتاج فكّ {name} إلى أكثر من {most} MiB من الذاكرة؛ ولم يُقرأ.</translation>
    </message>
    <message>
        <source>{name} unpacks to over {limit} MiB; it was not read.</source>
        <translation>ينفكّ {name} إلى أكثر من {limit} MiB؛ ولم يُقرأ.</translation>
    </message>
    <message>
        <source>{name} unpacks to over {ratio} times its size; it was not read.</source>
        <translation>ينفكّ {name} إلى أكثر من {ratio} ضعف حجمه؛ ولم يُقرأ.</translation>
    </message>
    <message>
        <source>{name}: a report is written as {known}. Give it such an ending.</source>
        <translation>{name}: يُكتب التقرير بصيغة {known}. أعطه هذا الامتداد.</translation>
    </message>
    <message>
        <source>{name}: over limit_total_mb together; not read.</source>
        <translation>{name}: تتجاوز معًا limit_total_mb؛ لم يُقرأ.</translation>
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
        <source>{name}: the file holds more items than limit_children; not read.</source>
        <translation>{name}: في الملف عناصر أكثر من limit_children؛ لم يُقرأ.</translation>
    </message>
    <message>
        <source>{name}: the whole file unpacks to over {ratio} times its size; not read.</source>
        <translation>{name}: ينفكّ الملف كله إلى أكثر من {ratio} ضعف حجمه؛ لم يُقرأ.</translation>
    </message>
    <message>
        <source>{name}: {done} of {total}</source>
        <translation>{name}: {done} من {total}</translation>
    </message>
    <message>
        <source>{number}: built in</source>
        <translation>{number}: مضمّن</translation>
    </message>
    <message>
        <source>{number}: {who}, {time}</source>
        <translation>{number}: {who}، {time}</translation>
    </message>
    <message>
        <source>{operator} joins words of the text, not values of {field}:.</source>
        <translation>{operator} يربط كلمات النص، لا قيم {field}:.</translation>
    </message>
    <message>
        <source>{other} did not start as a copy of this case; its decisions concern items that both have.</source>
        <translation>لم تبدأ {other} كهذه القضية؛ قراراتها على عناصر لدى الاثنتين.</translation>
    </message>
    <message>
        <source>{other}: {offered}, {known} known here, {added} new.</source>
        <translation>{other}: {offered}، المعروف هنا {known}، والجديد {added}.</translation>
    </message>
    <message>
        <source>{path} can't be merged: {why}. Nothing was taken over; ask for the copy again.</source>
        <translation>لا يمكن دمج {path}: {why}. لم يؤخذ شيء؛ اطلب النسخة من جديد.</translation>
    </message>
    <message>
        <source>{path} can't be read: {error}.</source>
        <translation>لا يمكن قراءة {path}: {error}.</translation>
    </message>
    <message>
        <source>{path} can't be read: {error}. Mend it or delete it to use the defaults.</source>
        <translation>لا يمكن قراءة {path}: {error}. أصلحه، أو احذفه لتُستعمل القيم المبدئية.</translation>
    </message>
    <message>
        <source>{path} can't be read: {error}. Mend it; without a scope nothing may be opened.</source>
        <translation>لا يمكن قراءة {path}: {error}. أصلحه؛ فلا يُفتح شيء من دون نطاق.</translation>
    </message>
    <message>
        <source>{path} can't be written: {error}. Choose another place.</source>
        <translation>لا يمكن كتابة {path}: {error}. اختر مكانًا آخر.</translation>
    </message>
    <message>
        <source>{path} can't be written: {error}. Export to another place.</source>
        <translation>لا يمكن كتابة {path}: {error}. صدّر إلى مكان آخر.</translation>
    </message>
    <message>
        <source>{path} exists and isn't an empty folder. Choose another place for the case.</source>
        <translation>{path} موجود وليس مجلدًا فارغًا. اختر مكانًا آخر للقضية.</translation>
    </message>
    <message>
        <source>{path} exists. Name another file: nothing is overwritten.</source>
        <translation>{path} موجود. سمّ ملفًا آخر: لا يُستبدل شيء.</translation>
    </message>
    <message>
        <source>{path} has format {version}; this program reads {known}. Use the version that wrote it.</source>
        <translation>صيغة {path} هي {version}؛ وهذا البرنامج يقرأ {known}. استعمل النسخة التي كتبته.</translation>
    </message>
    <message>
        <source>{path} is left from an export that was killed, or belongs to one that runs. Delete it if none does.</source>
        <translation>{path} بقي من تصدير قُطع، أو هو لتصدير جارٍ. احذفه إن لم يكن ثمة تصدير.</translation>
    </message>
    <message>
        <source>{path} is of an earlier version. Open it once, as with triage status, and retry.</source>
        <translation>{path} من نسخة سابقة. افتحه مرة، مثلًا بالأمر triage status، ثم أعد المحاولة.</translation>
    </message>
    <message>
        <source>{path} is there already and is no folder. Name a new folder for the export.</source>
        <translation>{path} موجود وليس مجلدًا. سمّ مجلدًا جديدًا للتصدير.</translation>
    </message>
    <message>
        <source>{path} is there already, and a report never replaces one. Choose another name.</source>
        <translation>{path} موجود، والتقرير لا يحلّ محل غيره أبدًا. اختر اسمًا آخر.</translation>
    </message>
    <message>
        <source>{path} isn't a case: it has no {file}. Make one with: triage new CASE --allow DIR ...</source>
        <translation>{path} ليس قضية: لا يحوي {file}. أنشئ قضية من قائمة القضية أو بالأمر triage new.</translation>
    </message>
    <message>
        <source>{path} lies inside {root}, whose files are evidence. Export to a folder outside.</source>
        <translation>يقع {path} داخل {root} وملفاته أدلّة. صدّر إلى مجلد خارجه.</translation>
    </message>
    <message>
        <source>{path}, line {line}: {why}. Nothing was taken over; ask for the file again.</source>
        <translation>{path}، السطر {line}: {why}. لم يؤخذ شيء؛ اطلب الملف من جديد.</translation>
    </message>
    <message>
        <source>{path}: '{key}' takes a whole number from 0 up, not {value}.</source>
        <translation>{path}: يأخذ '{key}' عددًا صحيحًا من 0 فأكثر، لا {value}.</translation>
    </message>
    <message>
        <source>{path}: Enter opens it, Space ticks it</source>
        <translation>{path}: ‏Enter يعرضه، والمسافة تعلّمه</translation>
    </message>
    <message>
        <source>{path}: there is no setting '{key}'. The settings are: {known}.</source>
        <translation>{path}: لا يوجد إعداد '{key}'. الإعدادات هي: {known}.</translation>
    </message>
    <message>
        <source>{quoted}, {hits}</source>
        <translation>{quoted}، {hits}</translation>
    </message>
    <message>
        <source>{rate} items/s</source>
        <translation>{rate} عنصر/ث</translation>
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
        <source>{signs} in {typed} isn't searched; for the signs too write ="{again}"</source>
        <translation>لا يُبحث عن {signs} في {typed}؛ وللبحث عن العلامات أيضًا اكتب ="{again}"</translation>
    </message>
    <message>
        <source>{sign} isn't read as NOT: write NOT {typed}, or {again} to search for it.</source>
        <translation>لا تُقرأ {sign} بمعنى NOT: اكتب NOT {typed}، أو {again} للبحث عنه.</translation>
    </message>
    <message>
        <source>{size} bytes, SHA-256 {digest}</source>
        <translation>{size} بايت، SHA-256 {digest}</translation>
    </message>
    <message>
        <source>{size} of {population} that {query} found; seed {seed}; {author}, {time} UTC</source>
        <translation>‏{size} من {population} وجدها {query}؛ البذرة {seed}؛ {author}، ⁦{time} UTC⁩</translation>
    </message>
    <message>
        <source>{some} and {more} more, listed under the text</source>
        <translation>{some} و{more} آخرون، مسرودون تحت النص</translation>
    </message>
    <message>
        <source>{tag} applied to {items}.</source>
        <translation>يوضع الوسم {tag} على {items}.</translation>
    </message>
    <message>
        <source>{tag}, from anywhere</source>
        <translation>{tag}، من أي مكان</translation>
    </message>
    <message>
        <source>{tag}, key {key}</source>
        <translation>{tag}، المفتاح {key}</translation>
    </message>
    <message>
        <source>{tag}: {items}, {more} of them propagated{kept}.</source>
        <translation>{tag}: {items}، منها {more} بالتعميم{kept}.</translation>
    </message>
    <message>
        <source>{terms} could not be run</source>
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
        <source>{term} expands to {words}</source>
        <translation>‏{term} يمثّل {words}</translation>
    </message>
    <message>
        <source>{term} isn't written like this in the query; exclude the word there with !({word}).</source>
        <translation>لم يُكتب {term} هكذا في الاستعلام؛ اشطب الكلمة هناك بكتابة !({word}).</translation>
    </message>
    <message>
        <source>{typed} isn't text: {operator} joins words.</source>
        <translation>{typed} ليس نصًّا: {operator} يربط كلمات.</translation>
    </message>
    <message>
        <source>{typed}: there is no distance by sentence or paragraph; write w/20 or another number of words.</source>
        <translation>{typed}: لا توجد مسافة بالجملة أو الفقرة؛ اكتب w/20 أو عددًا آخر من الكلمات.</translation>
    </message>
    <message>
        <source>{who} asked to open item {id}, so another person has to grant it.</source>
        <translation>طلب {who} فتح العنصر {id}، فعلى شخص آخر أن يوافق.</translation>
    </message>
    <message>
        <source>{who} asked to open the seal: {value}</source>
        <translation>{who} – طلب فتح الختم: {value}</translation>
    </message>
    <message>
        <source>{who} asks to open it: {why}</source>
        <translation>يطلب {who} فتحه: {why}</translation>
    </message>
    <message>
        <source>{who} has '{name}'. Only who has a batch completes it; it can be given back.</source>
        <translation>'{name}' عند {who}. لا يكمل الدفعة إلا من هي عنده؛ ويمكن إرجاعها.</translation>
    </message>
    <message>
        <source>{who} has asked already to open item {id}; another person has to grant it.</source>
        <translation>طلب {who} من قبل فتح العنصر {id}؛ وعلى شخص آخر أن يوافق.</translation>
    </message>
    <message>
        <source>{who} has had '{name}' since {time}. Take another, or ask for this one.</source>
        <translation>الدفعة '{name}' عند {who} منذ {time}. خذ غيرها أو اطلب هذه.</translation>
    </message>
    <message>
        <source>{who} opened the seal: {value}</source>
        <translation>{who} – فتح الختم: {value}</translation>
    </message>
    <message>
        <source>{who} removed {value}</source>
        <translation>{who} – نزع الوسم {value}</translation>
    </message>
    <message>
        <source>{who} sealed it: {value}</source>
        <translation>{who} – ختم: {value}</translation>
    </message>
    <message>
        <source>{who} tagged {value}</source>
        <translation>{who} – وضع الوسم {value}</translation>
    </message>
    <message>
        <source>{who} wrote the note {value}</source>
        <translation>{who} – ملاحظة: {value}</translation>
    </message>
    <message numerus="yes">
        <source>{who}: %n earlier decisions</source>
        <translation><numerusform>{who}: %n قرار سابق</numerusform><numerusform>{who}: قرار سابق واحد</numerusform><numerusform>{who}: قراران سابقان</numerusform><numerusform>{who}: %n قرارات سابقة</numerusform><numerusform>{who}: %n قرارًا سابقًا</numerusform><numerusform>{who}: %n قرار سابق</numerusform></translation>
    </message>
    <message>
        <source>{words} and {more} more</source>
        <translation>{words} و{more} أخرى</translation>
    </message>
    <message>
        <source>~ follows one word, without wildcards.</source>
        <translation>تأتي ~ بعد كلمة واحدة من دون أحرف بدل.</translation>
    </message>
    <message>
        <source>~ takes 1 or 2, the number of letters that may differ.</source>
        <translation>تأخذ ~ القيمة 1 أو 2، وهي عدد الأحرف التي يجوز أن تختلف.</translation>
    </message>
    <message>
        <source>“{sought}” isn't in this item's text.</source>
        <translation>«{sought}» ليس في نص هذا العنصر.</translation>
    </message>
</context>
</TS>
