<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<!-- Terms: case قضية · scope نطاق · custodian حائز (السجلات) · item عنصر · hit مطابقة · tag وسم · coding تصنيف · reviewer مراجع ·
relevant ذو صلة · privileged محمي بامتياز · family عائلة · parent أصل · attachment مرفق · conversation محادثة · finding نتيجة تحقيق ·
query استعلام · term مصطلح · facet تصفية · index فهرسة · searchable قابل للبحث · coverage تغطية · export تصدير · seal ختم ·
checksum مجموع التحقق · ledger دفتر · batch دفعة · sample عيّنة · blind معمّى · conflict تعارض · propagation تعميم · sealed item عنصر مختوم.
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
        <source>% of scope</source>
        <translation>% من المجموعة</translation>
    </message>
    <message numerus="yes">
        <source>%n Outlook items could not be converted to mail messages; the report says which and why.</source>
        <translation><numerusform>تعذّر التحويل إلى رسائل بريد: %n عنصر من Outlook؛ التقرير يذكر أيها ولماذا.</numerusform><numerusform>تعذّر التحويل إلى رسائل بريد: عنصر واحد من Outlook؛ التقرير يذكر أيها ولماذا.</numerusform><numerusform>تعذّر التحويل إلى رسائل بريد: عنصران من Outlook؛ التقرير يذكر أيها ولماذا.</numerusform><numerusform>تعذّر التحويل إلى رسائل بريد: %n عناصر من Outlook؛ التقرير يذكر أيها ولماذا.</numerusform><numerusform>تعذّر التحويل إلى رسائل بريد: %n عنصرًا من Outlook؛ التقرير يذكر أيها ولماذا.</numerusform><numerusform>تعذّر التحويل إلى رسائل بريد: %n عنصر من Outlook؛ التقرير يذكر أيها ولماذا.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n accepted merge</source>
        <translation><numerusform>%n دمج مقبول</numerusform><numerusform>دمج مقبول واحد</numerusform><numerusform>دمجان مقبولان</numerusform><numerusform>%n عمليات دمج مقبولة</numerusform><numerusform>%n دمجًا مقبولًا</numerusform><numerusform>%n دمج مقبول</numerusform></translation>
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
        <source>%n copy</source>
        <translation><numerusform>%n نسخة</numerusform><numerusform>نسخة واحدة</numerusform><numerusform>نسختان</numerusform><numerusform>%n نسخ</numerusform><numerusform>%n نسخة</numerusform><numerusform>%n نسخة</numerusform></translation>
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
        <source>%n documents of the replaced production are clawed back; see replaced.xlsx.</source>
        <translation><numerusform>لا مستندات مستردّة من الإنتاج المستبدَل؛ راجع replaced.xlsx.</numerusform><numerusform>مستند واحد من الإنتاج المستبدَل مستردّ؛ راجع replaced.xlsx.</numerusform><numerusform>مستندان من الإنتاج المستبدَل مستردّان؛ راجع replaced.xlsx.</numerusform><numerusform>%n مستندات من الإنتاج المستبدَل مستردّة؛ راجع replaced.xlsx.</numerusform><numerusform>%n مستندًا من الإنتاج المستبدَل مستردّ؛ راجع replaced.xlsx.</numerusform><numerusform>%n مستند من الإنتاج المستبدَل مستردّ؛ راجع replaced.xlsx.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n family</source>
        <translation><numerusform>%n عائلة</numerusform><numerusform>عائلة واحدة</numerusform><numerusform>عائلتان</numerusform><numerusform>%n عائلات</numerusform><numerusform>%n عائلة</numerusform><numerusform>%n عائلة</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n file</source>
        <translation><numerusform>%n ملف</numerusform><numerusform>ملف واحد</numerusform><numerusform>ملفان</numerusform><numerusform>%n ملفات</numerusform><numerusform>%n ملفًا</numerusform><numerusform>%n ملف</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n files could not be processed</source>
        <translation><numerusform>%n ملف لم يصبح عنصرًا</numerusform><numerusform>ملف واحد لم يصبح عنصرًا</numerusform><numerusform>ملفان لم يصبحا عنصرين</numerusform><numerusform>%n ملفات لم تصبح عناصر</numerusform><numerusform>%n ملفًا لم تصبح عناصر</numerusform><numerusform>%n ملف لم تصبح عناصر</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n files moved</source>
        <translation><numerusform>%n ملف نُقل</numerusform><numerusform>ملف واحد نُقل</numerusform><numerusform>ملفان نُقلا</numerusform><numerusform>%n ملفات نُقلت</numerusform><numerusform>%n ملفًا نُقل</numerusform><numerusform>%n ملف نُقل</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n files outdated</source>
        <translation><numerusform>%n ملف غير محدَّث</numerusform><numerusform>ملف واحد غير محدَّث</numerusform><numerusform>ملفان غير محدَّثين</numerusform><numerusform>%n ملفات غير محدَّثة</numerusform><numerusform>%n ملفًا غير محدَّث</numerusform><numerusform>%n ملف غير محدَّث</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n files unchanged</source>
        <translation><numerusform>بلا تغيير: %n ملف</numerusform><numerusform>بلا تغيير: ملف واحد</numerusform><numerusform>بلا تغيير: ملفان</numerusform><numerusform>بلا تغيير: %n ملفات</numerusform><numerusform>بلا تغيير: %n ملفًا</numerusform><numerusform>بلا تغيير: %n ملف</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n files vanished</source>
        <translation><numerusform>%n ملف اختفى</numerusform><numerusform>ملف واحد اختفى</numerusform><numerusform>ملفان اختفيا</numerusform><numerusform>%n ملفات اختفت</numerusform><numerusform>%n ملفًا اختفى</numerusform><numerusform>%n ملف اختفى</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n finding</source>
        <translation><numerusform>%n نتيجة تحقيق</numerusform><numerusform>نتيجة تحقيق واحدة</numerusform><numerusform>نتيجتا تحقيق</numerusform><numerusform>%n نتائج تحقيق</numerusform><numerusform>%n نتيجة تحقيق</numerusform><numerusform>%n نتيجة تحقيق</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n findings leave without what is redacted, and without their originals.</source>
        <translation><numerusform>تخرج من دون ما حُجب ومن دون أصولها: %n نتيجة.</numerusform><numerusform>تخرج من دون ما حُجب ومن دون أصلها: نتيجة واحدة.</numerusform><numerusform>تخرج من دون ما حُجب ومن دون أصلها: نتيجتان.</numerusform><numerusform>تخرج من دون ما حُجب ومن دون أصولها: %n نتائج.</numerusform><numerusform>تخرج من دون ما حُجب ومن دون أصولها: %n نتيجة.</numerusform><numerusform>تخرج من دون ما حُجب ومن دون أصولها: %n نتيجة.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n folders may be read:</source>
        <translation><numerusform>تجوز قراءة %n مجلد:</numerusform><numerusform>تجوز قراءة مجلد واحد:</numerusform><numerusform>تجوز قراءة مجلدان:</numerusform><numerusform>تجوز قراءة %n مجلدات:</numerusform><numerusform>تجوز قراءة %n مجلدًا:</numerusform><numerusform>تجوز قراءة %n مجلد:</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n gap</source>
        <translation><numerusform>%n نقص</numerusform><numerusform>نقص واحد</numerusform><numerusform>نقصان</numerusform><numerusform>%n نواقص</numerusform><numerusform>%n نقصًا</numerusform><numerusform>%n نقص</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n hit</source>
        <translation><numerusform>%n مطابقة</numerusform><numerusform>مطابقة واحدة</numerusform><numerusform>مطابقتان</numerusform><numerusform>%n مطابقات</numerusform><numerusform>%n مطابقة</numerusform><numerusform>%n مطابقة</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n id</source>
        <translation><numerusform>%n معرّف</numerusform><numerusform>معرّف واحد</numerusform><numerusform>معرّفان</numerusform><numerusform>%n معرّفات</numerusform><numerusform>%n معرّفًا</numerusform><numerusform>%n معرّف</numerusform></translation>
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
        <source>%n items inside files left out (denied by the scope)</source>
        <translation><numerusform>%n عنصر داخل الملفات استُبعد (يمنعه النطاق)</numerusform><numerusform>عنصر واحد داخل الملفات استُبعد (يمنعه النطاق)</numerusform><numerusform>عنصران داخل الملفات استُبعدا (يمنعهما النطاق)</numerusform><numerusform>%n عناصر داخل الملفات استُبعدت (يمنعها النطاق)</numerusform><numerusform>%n عنصرًا داخل الملفات استُبعد (يمنعه النطاق)</numerusform><numerusform>%n عنصر داخل الملفات استُبعد (يمنعه النطاق)</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n items of mailboxes that grew not read again</source>
        <translation><numerusform>%n عنصر من صناديق بريد كبرت لم يُقرأ مجددًا</numerusform><numerusform>عنصر واحد من صناديق بريد كبرت لم يُقرأ مجددًا</numerusform><numerusform>عنصران من صناديق بريد كبرت لم يُقرآ مجددًا</numerusform><numerusform>%n عناصر من صناديق بريد كبرت لم تُقرأ مجددًا</numerusform><numerusform>%n عنصرًا من صناديق بريد كبرت لم يُقرأ مجددًا</numerusform><numerusform>%n عنصر من صناديق بريد كبرت لم يُقرأ مجددًا</numerusform></translation>
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
        <source>%n mail</source>
        <translation><numerusform>%n رسالة</numerusform><numerusform>رسالة واحدة</numerusform><numerusform>رسالتان</numerusform><numerusform>%n رسائل</numerusform><numerusform>%n رسالة</numerusform><numerusform>%n رسالة</numerusform></translation>
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
        <source>%n more item</source>
        <translation><numerusform>لا عناصر أخرى</numerusform><numerusform>عنصر واحد آخر</numerusform><numerusform>عنصران آخران</numerusform><numerusform>%n عناصر أخرى</numerusform><numerusform>%n عنصرًا آخر</numerusform><numerusform>%n عنصر آخر</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n more messages of this conversation aren't shown here.</source>
        <translation><numerusform>لا توجد رسائل أخرى في هذه المحادثة غير معروضة هنا.</numerusform><numerusform>رسالة أخرى واحدة في هذه المحادثة غير معروضة هنا.</numerusform><numerusform>رسالتان أخريان في هذه المحادثة غير معروضتين هنا.</numerusform><numerusform>%n رسائل أخرى في هذه المحادثة غير معروضة هنا.</numerusform><numerusform>%n رسالة أخرى في هذه المحادثة غير معروضة هنا.</numerusform><numerusform>%n رسالة أخرى في هذه المحادثة غير معروضة هنا.</numerusform></translation>
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
        <source>%n name</source>
        <translation><numerusform>%n اسم</numerusform><numerusform>اسم واحد</numerusform><numerusform>اسمان</numerusform><numerusform>%n أسماء</numerusform><numerusform>%n اسمًا</numerusform><numerusform>%n اسم</numerusform></translation>
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
        <source>%n of them aren't coded</source>
        <translation><numerusform>%n منها غير مصنّفة</numerusform><numerusform>واحدة منها غير مصنّفة</numerusform><numerusform>اثنتان منها غير مصنّفتين</numerusform><numerusform>%n منها غير مصنّفة</numerusform><numerusform>%n منها غير مصنّفة</numerusform><numerusform>%n منها غير مصنّفة</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n of these are superseded or vanished.</source>
        <translation><numerusform>%n منها حلّ محله غيره أو اختفى.</numerusform><numerusform>واحد منها حلّ محله غيره أو اختفى.</numerusform><numerusform>اثنان منها حلّ محلهما غيرهما أو اختفيا.</numerusform><numerusform>%n منها حلّ محلها غيرها أو اختفت.</numerusform><numerusform>%n منها حلّ محلها غيرها أو اختفت.</numerusform><numerusform>%n منها حلّ محلها غيرها أو اختفت.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n of these don't match themselves, but belong to items that do.</source>
        <translation><numerusform>لا يوجد بينها عنصر لا يطابق بذاته (%n).</numerusform><numerusform>عنصر واحد منها لا يطابق بذاته، لكنه تابع لعنصر يطابق.</numerusform><numerusform>عنصران منها لا يطابقان بذاتهما، لكنهما تابعان لعناصر تطابق.</numerusform><numerusform>%n عناصر منها لا تطابق بذاتها، لكنها تابعة لعناصر تطابق.</numerusform><numerusform>%n عنصرًا منها لا تطابق بذاتها، لكنها تابعة لعناصر تطابق.</numerusform><numerusform>%n عنصر منها لا تطابق بذاتها، لكنها تابعة لعناصر تطابق.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n originals could not be exported; the report in the folder says which and why.</source>
        <translation><numerusform>تعذّر الحصول على: %n أصل؛ التقرير في المجلد يذكر أيها ولماذا.</numerusform><numerusform>تعذّر الحصول على: أصل واحد؛ التقرير في المجلد يذكر أيها ولماذا.</numerusform><numerusform>تعذّر الحصول على: أصلان؛ التقرير في المجلد يذكر أيها ولماذا.</numerusform><numerusform>تعذّر الحصول على: %n أصول؛ التقرير في المجلد يذكر أيها ولماذا.</numerusform><numerusform>تعذّر الحصول على: %n أصلًا؛ التقرير في المجلد يذكر أيها ولماذا.</numerusform><numerusform>تعذّر الحصول على: %n أصل؛ التقرير في المجلد يذكر أيها ولماذا.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n originals or pages are missing; their slip sheets state why.</source>
        <translation><numerusform>لا أصول ولا صفحات ناقصة.</numerusform><numerusform>أصل واحد أو صفحة واحدة ناقصة؛ تذكر ورقته السبب.</numerusform><numerusform>أصلان أو صفحتان ناقصتان؛ تذكر أوراقهما السبب.</numerusform><numerusform>%n أصول أو صفحات ناقصة؛ تذكر أوراقها السبب.</numerusform><numerusform>%n أصلًا أو صفحة ناقصة؛ تذكر أوراقها السبب.</numerusform><numerusform>%n أصل أو صفحة ناقصة؛ تذكر أوراقها السبب.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n other item</source>
        <translation><numerusform>%n عنصر آخر</numerusform><numerusform>عنصر واحد آخر</numerusform><numerusform>عنصرين آخرين</numerusform><numerusform>%n عناصر أخرى</numerusform><numerusform>%n عنصرًا آخر</numerusform><numerusform>%n عنصر آخر</numerusform></translation>
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
        <source>%n people are shown; the list has all.</source>
        <translation><numerusform>لا يُعرض أحد؛ القائمة فيها الجميع.</numerusform><numerusform>يُعرض شخص واحد؛ القائمة فيها الجميع.</numerusform><numerusform>يُعرض شخصان؛ القائمة فيها الجميع.</numerusform><numerusform>يُعرض %n أشخاص؛ القائمة فيها الجميع.</numerusform><numerusform>يُعرض %n شخصًا؛ القائمة فيها الجميع.</numerusform><numerusform>يُعرض %n شخص؛ القائمة فيها الجميع.</numerusform></translation>
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
        <source>%n rejected name</source>
        <translation><numerusform>%n اسم مرفوض</numerusform><numerusform>اسم مرفوض واحد</numerusform><numerusform>اسمان مرفوضان</numerusform><numerusform>%n أسماء مرفوضة</numerusform><numerusform>%n اسمًا مرفوضًا</numerusform><numerusform>%n اسم مرفوض</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n relevant item</source>
        <translation><numerusform>%n عنصر ذي صلة</numerusform><numerusform>عنصر واحد ذي صلة</numerusform><numerusform>عنصرين ذوي صلة</numerusform><numerusform>%n عناصر ذات صلة</numerusform><numerusform>%n عنصرًا ذا صلة</numerusform><numerusform>%n عنصر ذي صلة</numerusform></translation>
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
        <source>%n searched word</source>
        <translation><numerusform>%n كلمة بحث</numerusform><numerusform>كلمة بحث واحدة</numerusform><numerusform>كلمتي بحث</numerusform><numerusform>%n كلمات بحث</numerusform><numerusform>%n كلمة بحث</numerusform><numerusform>%n كلمة بحث</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n selected item</source>
        <translation><numerusform>%n عنصر محدد</numerusform><numerusform>عنصر محدد واحد</numerusform><numerusform>عنصران محددان</numerusform><numerusform>%n عناصر محددة</numerusform><numerusform>%n عنصرًا محددًا</numerusform><numerusform>%n عنصر محدد</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n strings are nearly redacted words. Nothing leaves before you decide.</source>
        <translation><numerusform>سلاسل قريبة من كلمات محجوبة: %n. لا يخرج شيء قبل أن تقرّر.</numerusform><numerusform>سلسلة واحدة قريبة من كلمة محجوبة. لا يخرج شيء قبل أن تقرّر.</numerusform><numerusform>سلسلتان قريبتان من كلمات محجوبة. لا يخرج شيء قبل أن تقرّر.</numerusform><numerusform>%n سلاسل قريبة من كلمات محجوبة. لا يخرج شيء قبل أن تقرّر.</numerusform><numerusform>%n سلسلة قريبة من كلمات محجوبة. لا يخرج شيء قبل أن تقرّر.</numerusform><numerusform>%n سلسلة قريبة من كلمات محجوبة. لا يخرج شيء قبل أن تقرّر.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n superseded or vanished items have decisions</source>
        <translation><numerusform>%n عنصر حلّ محله غيره أو اختفى عليه قرارات</numerusform><numerusform>عنصر واحد حلّ محله غيره أو اختفى عليه قرارات</numerusform><numerusform>عنصران حلّ محلهما غيرهما أو اختفيا عليهما قرارات</numerusform><numerusform>%n عناصر حلّ محلها غيرها أو اختفت عليها قرارات</numerusform><numerusform>%n عنصرًا حلّ محلها غيرها أو اختفت عليها قرارات</numerusform><numerusform>%n عنصر حلّ محلها غيرها أو اختفت عليها قرارات</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n term</source>
        <translation><numerusform>%n مصطلح</numerusform><numerusform>مصطلح واحد</numerusform><numerusform>مصطلحان</numerusform><numerusform>%n مصطلحات</numerusform><numerusform>%n مصطلحًا</numerusform><numerusform>%n مصطلح</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n undated items</source>
        <translation><numerusform>%n عنصر بلا تاريخ</numerusform><numerusform>عنصر واحد بلا تاريخ</numerusform><numerusform>عنصران بلا تاريخ</numerusform><numerusform>%n عناصر بلا تاريخ</numerusform><numerusform>%n عنصرًا بلا تاريخ</numerusform><numerusform>%n عنصر بلا تاريخ</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n word</source>
        <translation><numerusform>%n كلمة</numerusform><numerusform>كلمة واحدة</numerusform><numerusform>كلمتان</numerusform><numerusform>%n كلمات</numerusform><numerusform>%n كلمة</numerusform><numerusform>%n كلمة</numerusform></translation>
    </message>
    <message>
        <source>(no date of its own)</source>
        <translation>(ليس له تاريخ خاص به)</translation>
    </message>
    <message>
        <source>(no date)</source>
        <translation>(بلا تاريخ)</translation>
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
        <source>A backup is a copy of the case as it is at one moment, which is then verified. Sources aren't copied.</source>
        <translation>النسخة الاحتياطية نسخة من القضية كما هي في لحظة واحدة، ثم يجري التحقق منها. لا تُنسخ المصادر.</translation>
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
        <source>A click, or Enter, runs an example. Operators and names of fields are English in every language.</source>
        <translation>نقرة أو Enter تشغّل المثال. العوامل وأسماء الحقول بالإنجليزية في كل لغة.</translation>
    </message>
    <message>
        <source>A denied folder counts as one name. Names alone were looked at; nothing was opened.</source>
        <translation>يُعد المجلد الممنوع اسمًا واحدًا. جرى النظر في الأسماء وحدها ولم يُفتح شيء.</translation>
    </message>
    <message>
        <source>A folder that may be read</source>
        <translation>مجلد تجوز قراءته</translation>
    </message>
    <message>
        <source>A mail's HTML without styles, pictures and links; hidden text is shown as well</source>
        <translation>‏HTML الرسالة بلا أنماط وصور وروابط؛ ويُعرض النص المخفي أيضًا</translation>
    </message>
    <message>
        <source>A message is missing here: {id}</source>
        <translation>توجد رسالة ناقصة هنا: {id}</translation>
    </message>
    <message>
        <source>A new, empty folder for the case</source>
        <translation>مجلد جديد فارغ للقضية</translation>
    </message>
    <message>
        <source>A note is not saved</source>
        <translation>ملاحظة لم تُحفظ</translation>
    </message>
    <message>
        <source>A region of page {number}</source>
        <translation>منطقة من الصفحة {number}</translation>
    </message>
    <message>
        <source>A sample is open: R assesses as relevant, I as not relevant, U clears. Close the sample to code.</source>
        <translation>عيّنة مفتوحة: R للحكم بأنه ذو صلة، وI بأنه غير ذي صلة، وU للتراجع. أغلق العيّنة لتصنّف.</translation>
    </message>
    <message>
        <source>A sealed item can't be compared.</source>
        <translation>لا يمكن مقارنة عنصر مختوم.</translation>
    </message>
    <message>
        <source>A text for the beginning of the report; a blank line ends a paragraph.</source>
        <translation>نص لبداية التقرير؛ السطر الفارغ ينهي الفقرة.</translation>
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
        <source>Accept</source>
        <translation>اقبل</translation>
    </message>
    <message>
        <source>Accept selected strings</source>
        <translation>قبول السلاسل المحددة</translation>
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
        <source>Add a folder to the scope …</source>
        <translation>إضافة مجلد إلى النطاق …</translation>
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
        <source>Add a pattern …</source>
        <translation>إضافة نمط …</translation>
    </message>
    <message>
        <source>Add a row</source>
        <translation>إضافة سطر</translation>
    </message>
    <message>
        <source>Add at least one folder that may be read, with its custodian.</source>
        <translation>أضف مجلدًا واحدًا على الأقل يُسمح بقراءته، مع الحائز.</translation>
    </message>
    <message>
        <source>Addresses and names that may be one person's</source>
        <translation>عناوين وأسماء قد تكون لشخص واحد</translation>
    </message>
    <message>
        <source>Addresses and names that may be one person's are suggested from headers, with the evidence for each.</source>
        <translation>تُقترح العناوين والأسماء التي قد تكون لشخص واحد من الترويسات، مع أدلة كل اقتراح.</translation>
    </message>
    <message>
        <source>Advance after coding</source>
        <translation>الانتقال إلى العنصر التالي بعد التصنيف</translation>
    </message>
    <message>
        <source>After the change: {sums}.</source>
        <translation>بعد التغيير: {sums}.</translation>
    </message>
    <message>
        <source>All attachments (see Related)</source>
        <translation>كل المرفقات (انظر ذات الصلة)</translation>
    </message>
    <message>
        <source>All messages of the conversation in order</source>
        <translation>كل رسائل المحادثة بالترتيب</translation>
    </message>
    <message>
        <source>All of them are left out, so there is nothing to export.</source>
        <translation>كلها مستبعدة، فلا شيء يُصدَّر.</translation>
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
        <source>Already read and no longer in scope: {files}, {items}, with decisions on {decided}. They stay in the case.</source>
        <translation>قُرئ ولم يعد في النطاق: {files}، {items}، وعلى {decided} منها قرارات. تبقى في القضية.</translation>
    </message>
    <message>
        <source>Already redacted</source>
        <translation>محجوب من قبل</translation>
    </message>
    <message>
        <source>Already tagged: {items}.</source>
        <translation>موسومة بهذا من قبل: {items}.</translation>
    </message>
    <message numerus="yes">
        <source>Also applied to %n copies.</source>
        <translation><numerusform>يوضع أيضًا على %n نسخة.</numerusform><numerusform>يوضع أيضًا على نسخة واحدة.</numerusform><numerusform>يوضع أيضًا على نسختين.</numerusform><numerusform>يوضع أيضًا على %n نسخ.</numerusform><numerusform>يوضع أيضًا على %n نسخة.</numerusform><numerusform>يوضع أيضًا على %n نسخة.</numerusform></translation>
    </message>
    <message>
        <source>Also applied to {whom}</source>
        <translation>يُعمَّم على {whom}</translation>
    </message>
    <message>
        <source>Also export</source>
        <translation>تصدير أيضًا</translation>
    </message>
    <message numerus="yes">
        <source>Also in %n other families</source>
        <translation><numerusform>أيضًا في %n عائلة أخرى</numerusform><numerusform>أيضًا في عائلة أخرى واحدة</numerusform><numerusform>أيضًا في عائلتين أخريين</numerusform><numerusform>أيضًا في %n عائلات أخرى</numerusform><numerusform>أيضًا في %n عائلة أخرى</numerusform><numerusform>أيضًا في %n عائلة أخرى</numerusform></translation>
    </message>
    <message>
        <source>Also in this family</source>
        <translation>أيضًا في هذه العائلة</translation>
    </message>
    <message numerus="yes">
        <source>Also removed from %n copies.</source>
        <translation><numerusform>يُزال أيضًا عن %n نسخة.</numerusform><numerusform>يُزال أيضًا عن نسخة واحدة.</numerusform><numerusform>يُزال أيضًا عن نسختين.</numerusform><numerusform>يُزال أيضًا عن %n نسخ.</numerusform><numerusform>يُزال أيضًا عن %n نسخة.</numerusform><numerusform>يُزال أيضًا عن %n نسخة.</numerusform></translation>
    </message>
    <message>
        <source>Also removed from {items} that it was propagated to.</source>
        <translation>يُزال أيضًا عن {items} انتقل إليها.</translation>
    </message>
    <message>
        <source>Also sealed, as attachments or duplicates: {items}.</source>
        <translation>تُختم معه لأنها داخله أو نسخ منه: {items}.</translation>
    </message>
    <message>
        <source>Also written {ways} ({items})</source>
        <translation>يُكتب أيضًا {ways} ({items})</translation>
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
        <source>An hour</source>
        <translation>في الساعة</translation>
    </message>
    <message>
        <source>An internal error: {said}. The details are on the terminal.</source>
        <translation>خلل في هذا البرنامج: {said}. التفاصيل في الطرفية.</translation>
    </message>
    <message>
        <source>An undo wasn't shown yet, so this key was ignored. Press it again.</source>
        <translation>لم يظهر التراجع بعد، لذلك أُهمل هذا المفتاح. اضغطه مرة أخرى.</translation>
    </message>
    <message>
        <source>Annotation or form field</source>
        <translation>تعليق توضيحي أو حقل نموذج</translation>
    </message>
    <message>
        <source>Another copy's folder, or the decision file that it wrote</source>
        <translation>مجلد نسخة أخرى، أو ملف القرارات الذي كتبته</translation>
    </message>
    <message>
        <source>Anywhere</source>
        <translation>في أي مكان</translation>
    </message>
    <message>
        <source>Applies</source>
        <translation>الساري</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>وضع</translation>
    </message>
    <message>
        <source>Apply also to</source>
        <translation>يُعمَّم على</translation>
    </message>
    <message>
        <source>Apply or remove the tag</source>
        <translation>وضع الوسم أو إزالته</translation>
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
        <source>Arrange columns …</source>
        <translation>ترتيب الأعمدة …</translation>
    </message>
    <message>
        <source>Arrange the report</source>
        <translation>ترتيب التقرير</translation>
    </message>
    <message>
        <source>Arrange …</source>
        <translation>ترتيب …</translation>
    </message>
    <message>
        <source>Arrow keys choose a month, Shift extends, Enter applies, + and - zoom.</source>
        <translation>مفاتيح الأسهم تختار شهرًا، وShift يمدّ التحديد، وEnter يطبّقه، و+ و- يكبّران ويصغّران.</translation>
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
        <source>As tabs beside the item</source>
        <translation>كعلامات تبويب بجانب العنصر</translation>
    </message>
    <message>
        <source>As text  {query}</source>
        <translation>كنص  {query}</translation>
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
        <source>Attachments</source>
        <translation>المرفقات</translation>
    </message>
    <message>
        <source>Attachments, replies and copies of the selected item appear here.</source>
        <translation>تظهر هنا مرفقات العنصر المحدد والردود عليه ونسخه.</translation>
    </message>
    <message>
        <source>Back up the case …</source>
        <translation>نسخ القضية احتياطيًا …</translation>
    </message>
    <message>
        <source>Back up …</source>
        <translation>نسخ احتياطي …</translation>
    </message>
    <message>
        <source>Backing up</source>
        <translation>النسخ الاحتياطي</translation>
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
        <source>Batch {items}</source>
        <translation>دفعة من {items}</translation>
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
        <source>Below the list</source>
        <translation>أسفل القائمة</translation>
    </message>
    <message>
        <source>Beside the list</source>
        <translation>بجانب القائمة</translation>
    </message>
    <message>
        <source>Blind</source>
        <translation>معمّى</translation>
    </message>
    <message>
        <source>Bottom panels</source>
        <translation>اللوحات السفلية</translation>
    </message>
    <message>
        <source>Build a query</source>
        <translation>بناء استعلام</translation>
    </message>
    <message>
        <source>Build a query …</source>
        <translation>بناء استعلام …</translation>
    </message>
    <message>
        <source>By date, with everything</source>
        <translation>حسب التاريخ، مع كل شيء</translation>
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
        <source>Can't be opened: {folders}. If a folder was moved, relink it.</source>
        <translation>يتعذّر فتح: {folders}. إذا نُقل مجلد فأعد ربطه.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Cancel sealing</source>
        <translation>إلغاء الختم</translation>
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
        <source>Case page</source>
        <translation>صفحة القضية</translation>
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
        <source>Change the reviewer's name</source>
        <translation>تغيير اسم المراجع</translation>
    </message>
    <message>
        <source>Change the scope</source>
        <translation>تغيير النطاق</translation>
    </message>
    <message>
        <source>Change …</source>
        <translation>تغيير …</translation>
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
        <translation>مجموع التحقق (احفظه بعيدًا عن المجلد؛ فهو يثبت أن شيئًا لم يُغيَّر):</translation>
    </message>
    <message>
        <source>Checksum (send it through a different channel; merging checks it):</source>
        <translation>مجموع التحقق (أبلغه بطريق غير طريق الملف؛ فالدمج يتحقق منه):</translation>
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
        <source>Choose the folder that may be read</source>
        <translation>اختيار المجلد الذي يجوز قراءته</translation>
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
        <source>Click to sort.</source>
        <translation>انقر للفرز.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Close and lose the note</source>
        <translation>الإغلاق وفقدان الملاحظة</translation>
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
        <source>Closing the case stops indexing. What was read is kept, and indexing resumes where it stopped.</source>
        <translation>إغلاق القضية يوقف الفهرسة. يُحتفظ بما قُرئ، وتُستأنف الفهرسة من حيث توقفت.</translation>
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
        <source>Code selected items …</source>
        <translation>تصنيف: العناصر المحددة …</translation>
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
        <source>Coded differently (is:disputed)</source>
        <translation>صُنّفت على نحو مختلف (is:disputed)</translation>
    </message>
    <message>
        <source>Coded items that their reviewer had been shown before: {read} of {coded}.</source>
        <translation>العناصر المرمَّزة التي عُرضت على مراجعها قبل ترميزها: {read} من {coded}.</translation>
    </message>
    <message>
        <source>Coded: {coded} more, which had not been shown to the reviewer before and don't count as read.</source>
        <translation>رُمِّزت: {coded} أخرى لم تُعرض على المراجع قبل ذلك ولا تُحسب مقروءة.</translation>
    </message>
    <message>
        <source>Codes {items}, after asking.</source>
        <translation>تصنيف {items} بعد التأكيد.</translation>
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
        <source>Column {name}</source>
        <translation>العمود {name}</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>الأعمدة</translation>
    </message>
    <message>
        <source>Columns in their order</source>
        <translation>الأعمدة بترتيبها</translation>
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
        <source>Compact</source>
        <translation>ضغط</translation>
    </message>
    <message>
        <source>Compact the case</source>
        <translation>ضغط القضية</translation>
    </message>
    <message>
        <source>Compacting</source>
        <translation>الضغط</translation>
    </message>
    <message>
        <source>Compacting merges the index and gives unused room back to the disk. The case holds the same as before.</source>
        <translation>يدمج الضغط الفهرس ويعيد المساحة غير المستعملة إلى القرص. ويبقى محتوى القضية كما كان.</translation>
    </message>
    <message>
        <source>Compare both</source>
        <translation>قارن بينهما</translation>
    </message>
    <message>
        <source>Compare two items</source>
        <translation>مقارنة عنصرين</translation>
    </message>
    <message>
        <source>Comparing …</source>
        <translation>جارٍ المقارنة …</translation>
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
        <source>Completions</source>
        <translation>إكمالات</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>الشرط</translation>
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
        <source>Continue</source>
        <translation>متابعة</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>المحادثة</translation>
    </message>
    <message>
        <source>Conversation of this item (by headers)</source>
        <translation>محادثة هذا العنصر (بحسب الترويسات)</translation>
    </message>
    <message>
        <source>Conversation size</source>
        <translation>حجم المراسلة</translation>
    </message>
    <message>
        <source>Conversation, with a heading for each</source>
        <translation>المحادثة، بعنوان لكل واحدة</translation>
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
        <source>Copied: {ids}.</source>
        <translation>نُسخ: {ids}.</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>النسخ</translation>
    </message>
    <message>
        <source>Copies count once</source>
        <translation>تُحسب النسخ مرة واحدة</translation>
    </message>
    <message>
        <source>Copies included</source>
        <translation>النسخ محسوبة</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>نسخ</translation>
    </message>
    <message>
        <source>Copy ids</source>
        <translation>نسخ المعرّفات</translation>
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
        <source>Count</source>
        <translation>العدد</translation>
    </message>
    <message>
        <source>Count again</source>
        <translation>إعادة العد</translation>
    </message>
    <message>
        <source>Count both as one person</source>
        <translation>احسبهما شخصًا واحدًا</translation>
    </message>
    <message>
        <source>Counting files by their names: {number} so far …</source>
        <translation>تُعد الملفات بأسمائها: {number} حتى الآن …</translation>
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
        <source>Decide what to do with families of withheld items …</source>
        <translation>قرّر ما يُفعل بعائلات العناصر المحجوزة …</translation>
    </message>
    <message>
        <source>Decide what to do with privileged items …</source>
        <translation>قرّر ما يُفعل بالعناصر المحمية بامتياز …</translation>
    </message>
    <message>
        <source>Decide what to do with redacted items …</source>
        <translation>قرّر ما يُفعل بالعناصر المحجوبة …</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>القرار</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>القرار</translation>
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
        <source>Difference {number} of {total}</source>
        <translation>الفرق {number} من {total}</translation>
    </message>
    <message>
        <source>Disagreement</source>
        <translation>الاختلاف</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>تجاهل</translation>
    </message>
    <message>
        <source>Discard note</source>
        <translation>تجاهل الملاحظة</translation>
    </message>
    <message>
        <source>Discard what was entered for the new case?</source>
        <translation>أتريد تجاهل ما أُدخل للقضية الجديدة؟</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>إخفاء</translation>
    </message>
    <message>
        <source>Disputed: the latest decisions of two people differ.</source>
        <translation>متنازع فيه: آخر قول لشخصين في العنصر مختلف.</translation>
    </message>
    <message>
        <source>Distinct</source>
        <translation>بلا تكرار</translation>
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
        <source>Documents: {treatments}.</source>
        <translation>المستندات: {treatments}.</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>أسفل</translation>
    </message>
    <message>
        <source>Drag over the region, or move it with the arrows (Shift: size) and press Enter.</source>
        <translation>اسحب فوق المنطقة، أو حرّكها بمفاتيح الأسهم (Shift: الحجم) ثم اضغط Enter.</translation>
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
        <source>Duplicate</source>
        <translation>نسخة</translation>
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
        <source>Enter a value in a row.</source>
        <translation>أدخل قيمة في سطر.</translation>
    </message>
    <message>
        <source>Enter on a row, or a click on a bar, finds its items.</source>
        <translation>‏Enter على صف، أو نقرة على عمود، يجد عناصره.</translation>
    </message>
    <message>
        <source>Enter records your decision under this name, Tab changes the name first.</source>
        <translation>يسجّل Enter قرارك بهذا الاسم، ويتيح Tab تغيير الاسم أولًا.</translation>
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
        <source>Every item of the sample has been assessed.</source>
        <translation>حُكم على كل عناصر العيّنة.</translation>
    </message>
    <message>
        <source>Every item that was read could be searched.</source>
        <translation>أمكن البحث في كل عنصر قُرئ.</translation>
    </message>
    <message>
        <source>Every one of these items could be searched in full.</source>
        <translation>أمكن البحث في كل من هذه العناصر كاملًا.</translation>
    </message>
    <message>
        <source>Everything holds. Checks: {number}.</source>
        <translation>كل شيء سليم. عدد الفحوص: {number}.</translation>
    </message>
    <message>
        <source>Everything that was read holds; that is not the whole case. Checks: {number}.</source>
        <translation>كل ما قُرئ سليم؛ وليس هذا كل القضية. عدد الفحوص: {number}.</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>الأدلة</translation>
    </message>
    <message>
        <source>Examples of queries</source>
        <translation>أمثلة على الاستعلامات</translation>
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
        <source>Export privileged items all the same</source>
        <translation>تصدير العناصر المحمية بامتياز رغم ذلك</translation>
    </message>
    <message>
        <source>Export redacted items as they are</source>
        <translation>تصدير العناصر المحجوبة كما هي</translation>
    </message>
    <message>
        <source>Export without what is redacted</source>
        <translation>التصدير من دون ما حُجب</translation>
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
        <source>Field</source>
        <translation>الحقل</translation>
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
        <source>Files that are named</source>
        <translation>ملفات مسمّاة</translation>
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
        <source>Find contained mails</source>
        <translation>ابحث عن الرسائل المتضمَّنة</translation>
    </message>
    <message>
        <source>Find disputed items</source>
        <translation>العثور على كل المتنازع فيه</translation>
    </message>
    <message>
        <source>Find gaps</source>
        <translation>ابحث عن النواقص</translation>
    </message>
    <message>
        <source>Find in this item</source>
        <translation>البحث في هذا العنصر</translation>
    </message>
    <message>
        <source>Find names</source>
        <translation>ابحث عن الأسماء</translation>
    </message>
    <message>
        <source>Find names again</source>
        <translation>ابحث عن الأسماء من جديد</translation>
    </message>
    <message>
        <source>Find near-duplicates</source>
        <translation>البحث عن المحتوى شبه المطابق</translation>
    </message>
    <message>
        <source>Find what is like it</source>
        <translation>اعثر على ما يشبهه</translation>
    </message>
    <message>
        <source>Find what is no longer in the sources</source>
        <translation>البحث عما لم يعد في المصادر</translation>
    </message>
    <message>
        <source>Find who may be one person</source>
        <translation>ابحث عمّن قد يكون الشخص نفسه</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>نتيجة</translation>
    </message>
    <message>
        <source>Finding contained mails</source>
        <translation>البحث عن الرسائل المتضمَّنة</translation>
    </message>
    <message>
        <source>Finding gaps</source>
        <translation>البحث عن النواقص</translation>
    </message>
    <message>
        <source>Finding names</source>
        <translation>البحث عن الأسماء</translation>
    </message>
    <message>
        <source>Finding near-duplicates</source>
        <translation>البحث عن المحتوى شبه المطابق</translation>
    </message>
    <message>
        <source>Finding people</source>
        <translation>البحث عن الأشخاص</translation>
    </message>
    <message>
        <source>Finding who is one person</source>
        <translation>البحث عمّن هو الشخص نفسه</translation>
    </message>
    <message>
        <source>Finding words used alike</source>
        <translation>البحث عن كلمات متشابهة الاستعمال</translation>
    </message>
    <message>
        <source>Finds</source>
        <translation>يجد</translation>
    </message>
    <message>
        <source>Finish and report</source>
        <translation>نُظر فيها كلها: التقرير</translation>
    </message>
    <message>
        <source>Fit page</source>
        <translation>ملاءمة الصفحة</translation>
    </message>
    <message>
        <source>Fit the page to the view (Ctrl+9)</source>
        <translation>ملاءمة الصفحة للعرض (Ctrl+9)</translation>
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
        <source>Folder or pattern</source>
        <translation>المجلد أو النمط</translation>
    </message>
    <message>
        <source>Folder to export into</source>
        <translation>مجلد التصدير</translation>
    </message>
    <message>
        <source>Folder to produce into</source>
        <translation>مجلد الإنتاج</translation>
    </message>
    <message>
        <source>Folder to put the backup into</source>
        <translation>المجلد الذي توضع فيه النسخة الاحتياطية</translation>
    </message>
    <message>
        <source>Folder …</source>
        <translation>مجلد …</translation>
    </message>
    <message>
        <source>Folders that couldn't be listed: {number}.</source>
        <translation>المجلدات التي تعذّر سرد محتواها: {number}.</translation>
    </message>
    <message>
        <source>Footnote or endnote</source>
        <translation>حاشية سفلية أو ختامية</translation>
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
        <source>Found under the allowed folders: {files}. Became items: {read}. Could not be read: {failed}. Denied, and not opened: {denied}.</source>
        <translation>وُجد في المجلدات المسموح بها: {files}. صار عناصر: {read}. تعذّرت قراءته: {failed}. مُنع ولم يُفتح: {denied}.</translation>
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
        <source>Gaps</source>
        <translation>نواقص</translation>
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
        <source>Go to first attachment</source>
        <translation>الانتقال إلى أول مرفق</translation>
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
        <source>Go to the later mail</source>
        <translation>انتقل إلى الرسالة اللاحقة</translation>
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
        <source>Graph of who wrote to whom</source>
        <translation>مخطط من كتب لمن</translation>
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
        <source>Hide the legend (menu View)</source>
        <translation>إخفاء مفتاح الألوان (قائمة العرض)</translation>
    </message>
    <message>
        <source>Highlight</source>
        <translation>تمييز</translation>
    </message>
    <message>
        <source>Highlighted terms in this item</source>
        <translation>المصطلحات المميَّزة في هذا العنصر</translation>
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
        <source>Holds a redacted item</source>
        <translation>يضم عنصرًا محجوبًا</translation>
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
        <source>How</source>
        <translation>كيف</translation>
    </message>
    <message>
        <source>How far the review has come</source>
        <translation>مدى تقدم المراجعة</translation>
    </message>
    <message>
        <source>How much of the case is read</source>
        <translation>كم قُرئ من القضية</translation>
    </message>
    <message>
        <source>How the term was interpreted, or why it could not be run</source>
        <translation>كيف فُهم المصطلح، أو لماذا تعذّر البحث عنه</translation>
    </message>
    <message>
        <source>How this row is joined</source>
        <translation>كيف يرتبط هذا السطر</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>المعرّف</translation>
    </message>
    <message>
        <source>If this was a mistake, press Esc now.</source>
        <translation>إن كان ذلك سهوًا فاضغط Esc الآن.</translation>
    </message>
    <message>
        <source>If this was a mistake, two people can open it: Code &gt; Open a sealed item.</source>
        <translation>إن كان ذلك سهوًا فيمكن لشخصين فتحه: التصنيف &gt; فتح عنصر مختوم.</translation>
    </message>
    <message>
        <source>If you close now, the text is lost. Save the note, or copy it elsewhere.</source>
        <translation>إذا أغلقت الآن فسيُفقد النص. احفظ الملاحظة أو انسخها إلى مكان آخر.</translation>
    </message>
    <message>
        <source>If you grant it, the text returns to searches, lists and exports.</source>
        <translation>إذا منحت الإذن عاد نصه إلى عمليات البحث والقوائم والتصدير.</translation>
    </message>
    <message>
        <source>In a family with a withheld item: {many} of {items}. Nothing is produced before you decide.</source>
        <translation>في عائلة مع عنصر محجوز: {many} من {items}. لا يُنتَج شيء قبل أن تقرّر.</translation>
    </message>
    <message>
        <source>In an earlier session you began notes that you did not save, on {items}.</source>
        <translation>بدأتَ في جلسة سابقة ملاحظات لم تحفظها، على {items}.</translation>
    </message>
    <message>
        <source>In families that no other term finds</source>
        <translation>في عائلات لا يصل إليها مصطلح آخر</translation>
    </message>
    <message>
        <source>In windows of their own</source>
        <translation>في نوافذ مستقلة</translation>
    </message>
    <message>
        <source>Includes or excludes</source>
        <translation>يشمل أو يستبعد</translation>
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
        <source>Indexing is not finished</source>
        <translation>لم تكتمل الفهرسة</translation>
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
        <source>Is in one of</source>
        <translation>متضمَّنة في رسالة بتاريخ</translation>
    </message>
    <message>
        <source>It is filled by Case &gt; Find near-duplicates.</source>
        <translation>يُملأ هذا العمود من القضية &gt; البحث عن المحتوى شبه المطابق.</translation>
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
        <source>It replaces another tag on {items}.</source>
        <translation>ويحلّ محل وسم آخر على {items}.</translation>
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
        <source>Items keep what a person decided on this tag, or on another tag of its group.</source>
        <translation>تحتفظ العناصر بما قرره شخص بشأن هذا الوسم أو بشأن وسم آخر من مجموعته.</translation>
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
        <source>Items shown to each: {people}.</source>
        <translation>العناصر المعروضة على كل شخص: {people}.</translation>
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
        <source>Items to decide on</source>
        <translation>عناصر تنتظر القرار</translation>
    </message>
    <message>
        <source>Items without a date of their own, which have no bar; a click finds them</source>
        <translation>عناصر بلا تاريخ خاص بها، وليس لها عمود؛ نقرة تعثر عليها</translation>
    </message>
    <message>
        <source>Its HTML contains no words.</source>
        <translation>لا كلمات في HTML الخاص به.</translation>
    </message>
    <message>
        <source>Keep editing</source>
        <translation>متابعة التحرير</translation>
    </message>
    <message>
        <source>Keep it open</source>
        <translation>إبقاؤها مفتوحة</translation>
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
        <source>Keys and buttons code {items}.</source>
        <translation>المفاتيح والأزرار تصنّف {items}.</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>النوع</translation>
    </message>
    <message>
        <source>Kind of gap</source>
        <translation>نوع النقص</translation>
    </message>
    <message>
        <source>Kinds of suggestion</source>
        <translation>أنواع الاقتراحات</translation>
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
        <source>Leave decided items alone</source>
        <translation>ترك العناصر التي اتُّخذ قرار بشأنها</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>تركها</translation>
    </message>
    <message>
        <source>Leave privileged items out</source>
        <translation>استبعاد العناصر المحمية بامتياز</translation>
    </message>
    <message>
        <source>Leave redacted items out</source>
        <translation>استبعاد العناصر المحجوبة</translation>
    </message>
    <message>
        <source>Ledger and exposure</source>
        <translation>الدفتر والاطلاع</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>المتبقية</translation>
    </message>
    <message>
        <source>Left alone, as a person decided: {items}.</source>
        <translation>تُترك لأن شخصًا قرر بشأنها: {items}.</translation>
    </message>
    <message>
        <source>Legend of highlights</source>
        <translation>مفتاح ألوان التمييز</translation>
    </message>
    <message>
        <source>Like it</source>
        <translation>يشبهه</translation>
    </message>
    <message>
        <source>Likeness</source>
        <translation>التشابه</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>السطر</translation>
    </message>
    <message>
        <source>Lines in which the name is used</source>
        <translation>أسطر يرد فيها الاسم</translation>
    </message>
    <message>
        <source>Links and special files, which are passed over: {number}.</source>
        <translation>الروابط والملفات الخاصة التي يجري تجاوزها: {number}.</translation>
    </message>
    <message>
        <source>List as found</source>
        <translation>أدرج كما وُجد</translation>
    </message>
    <message>
        <source>List rejected names too</source>
        <translation>أدرج الأسماء المرفوضة أيضًا</translation>
    </message>
    <message>
        <source>List them</source>
        <translation>أدرجها</translation>
    </message>
    <message>
        <source>Listed higher for: {words}</source>
        <translation>أعلى بسبب: {words}</translation>
    </message>
    <message>
        <source>Listed lower for: {words}</source>
        <translation>أدنى بسبب: {words}</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>الحساب</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>نظرة</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>ابحث من جديد</translation>
    </message>
    <message>
        <source>Mails that a later one of their conversation quotes in full, with every attachment, are listed here beside it. None is hidden.</source>
        <translation>تُدرج هنا رسائل تقتبسها رسالة لاحقة في المحادثة كاملةً مع كل مرفقاتها، بجانب تلك الرسالة. ولا يُخفى أيٌّ منها.</translation>
    </message>
    <message>
        <source>Mails that a later one quotes in full</source>
        <translation>رسائل تقتبسها رسالة لاحقة كاملةً</translation>
    </message>
    <message>
        <source>Maintenance</source>
        <translation>الصيانة</translation>
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
        <source>Mark removed.</source>
        <translation>أُزيلت العلامة.</translation>
    </message>
    <message>
        <source>Mark the passage</source>
        <translation>وضع علامة على المقطع</translation>
    </message>
    <message>
        <source>Menu for the selected items</source>
        <translation>قائمة العناصر المحددة</translation>
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
        <source>Message-ID and references</source>
        <translation>معرّف الرسالة والمراجع</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>رسائل</translation>
    </message>
    <message>
        <source>Messages by month</source>
        <translation>الرسائل حسب الشهر</translation>
    </message>
    <message>
        <source>Messages that others refer to</source>
        <translation>رسائل تشير إليها غيرها</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>الشهر</translation>
    </message>
    <message>
        <source>Months</source>
        <translation>الأشهر</translation>
    </message>
    <message>
        <source>Months without an item are left out.</source>
        <translation>تُستبعد الشهور التي بلا عناصر.</translation>
    </message>
    <message numerus="yes">
        <source>More than %n items are selected. Put them into a batch and export that.</source>
        <translation><numerusform>تم تحديد عناصر كثيرة. ضعها في دفعة وصدّرها.</numerusform><numerusform>تم تحديد أكثر من عنصر واحد. ضعها في دفعة وصدّرها.</numerusform><numerusform>تم تحديد أكثر من عنصرين. ضعها في دفعة وصدّرها.</numerusform><numerusform>تم تحديد أكثر من %n عناصر. ضعها في دفعة وصدّرها.</numerusform><numerusform>تم تحديد أكثر من %n عنصرًا. ضعها في دفعة وصدّرها.</numerusform><numerusform>تم تحديد أكثر من %n عنصر. ضعها في دفعة وصدّرها.</numerusform></translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>نقل إلى أسفل</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>نقل إلى أعلى</translation>
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
        <source>Name of the profile</source>
        <translation>اسم الملف التعريفي</translation>
    </message>
    <message>
        <source>Name of the sample</source>
        <translation>اسم العيّنة</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>أسماء</translation>
    </message>
    <message>
        <source>Near-duplicates</source>
        <translation>محتوى شبه مطابق</translation>
    </message>
    <message>
        <source>Near-duplicates: {near} of {texts} texts, in {groups} groups.</source>
        <translation>محتوى شبه مطابق: {near} من {texts} نصوص، في {groups} مجموعات.</translation>
    </message>
    <message>
        <source>Nearly a redacted word</source>
        <translation>قريب من كلمة محجوبة</translation>
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
        <source>New since that version: {files}, {size}.</source>
        <translation>الجديد منذ ذلك الإصدار: {files}، {size}.</translation>
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
        <source>Next difference</source>
        <translation>الفرق التالي</translation>
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
        <source>No file has been read yet</source>
        <translation>لم يُقرأ أي ملف بعد</translation>
    </message>
    <message>
        <source>No item has a date.</source>
        <translation>لا عنصر له تاريخ.</translation>
    </message>
    <message>
        <source>No item has “{word}”. Did you mean:</source>
        <translation>لا عنصر يحتوي على «{word}». هل تقصد:</translation>
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
        <source>No sample is open.</source>
        <translation>لا عيّنة مفتوحة.</translation>
    </message>
    <message>
        <source>No samples yet: search for a set, such as tag:not-relevant, enter a name, and draw.</source>
        <translation>لا عيّنات بعد: ابحث عن مجموعة، مثل tag:not-⁠relevant، وسمّ العيّنة واسحب.</translation>
    </message>
    <message>
        <source>No short query finds exactly these items.</source>
        <translation>لا يوجد استعلام قصير يجد هذه العناصر بالضبط.</translation>
    </message>
    <message>
        <source>No short query finds exactly these messages.</source>
        <translation>لا يوجد استعلام قصير يجد هذه الرسائل بالضبط.</translation>
    </message>
    <message>
        <source>No two people disagree on them.</source>
        <translation>لا خلاف فيها بين شخصين.</translation>
    </message>
    <message>
        <source>Not everything holds. Checks that failed: {bad} of {number}.</source>
        <translation>ليس كل شيء سليمًا. الفحوص التي أخفقت: {bad} من {number}.</translation>
    </message>
    <message>
        <source>Not finished.</source>
        <translation>لم يكتمل.</translation>
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
        <source>Not responsive</source>
        <translation>غير متصل بالطلب</translation>
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
        <source>Not tagged: {items}.</source>
        <translation>بلا هذا الوسم: {items}.</translation>
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
        <source>Note on {items}, Enter saves it</source>
        <translation>ملاحظة على {items}، تُحفظ بـ Enter</translation>
    </message>
    <message>
        <source>Note written on {items}.</source>
        <translation>كُتبت الملاحظة على {items}.</translation>
    </message>
    <message>
        <source>Nothing can be said about recall before 20 relevant items and 200 others in a row, all read in the suggested order.</source>
        <translation>لا يمكن قول شيء عن نسبة الاسترجاع قبل 20 عنصرًا ذا صلة و200 عنصر آخر على التوالي، تُقرأ كلها بالترتيب المقترح.</translation>
    </message>
    <message>
        <source>Nothing else</source>
        <translation>لا شيء آخر</translation>
    </message>
    <message>
        <source>Nothing has been changed yet.</source>
        <translation>لم يتغير شيء بعد.</translation>
    </message>
    <message>
        <source>Nothing has been changed yet. Merging would do this:</source>
        <translation>لم يتغيّر شيء بعد. هذا ما سيفعله الدمج:</translation>
    </message>
    <message>
        <source>Nothing is known of this item's words.</source>
        <translation>لا شيء معروف عن كلمات هذا العنصر.</translation>
    </message>
    <message>
        <source>Nothing is opened under this scope until somebody approves it.</source>
        <translation>لا يُفتح شيء بهذا النطاق حتى يعتمده أحد.</translation>
    </message>
    <message>
        <source>Nothing is overwritten: the decisions of both copies are kept, and disagreements are listed.</source>
        <translation>لا شيء يُستبدل: تبقى قرارات النسختين، ويُسرد ما اختلف فيه شخصان.</translation>
    </message>
    <message>
        <source>Now: {sums}.</source>
        <translation>الآن: {sums}.</translation>
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
        <source>Of each finding</source>
        <translation>من كل نتيجة</translation>
    </message>
    <message>
        <source>Of the files that were read under this folder, {there} of {read} are there.</source>
        <translation>من الملفات التي قُرئت تحت هذا المجلد يوجد هناك {there} من {read}.</translation>
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
        <source>One</source>
        <translation>الأول</translation>
    </message>
    <message>
        <source>One of the group {group}</source>
        <translation>واحد من المجموعة {group}</translation>
    </message>
    <message>
        <source>One password per line. They are tried on the encrypted files in the run that starts now, and are not stored anywhere.</source>
        <translation>كلمة مرور واحدة في كل سطر. تُجرَّب على الملفات المشفّرة في التشغيل الذي يبدأ الآن، ولا تُحفظ في أي مكان.</translation>
    </message>
    <message>
        <source>Only in the current results</source>
        <translation>في النتائج الحالية فقط</translation>
    </message>
    <message>
        <source>Only pages can be rotated (Ctrl+2).</source>
        <translation>يمكن تدوير الصفحات فقط (Ctrl+2).</translation>
    </message>
    <message numerus="yes">
        <source>Only the %n selected items</source>
        <translation><numerusform>لا عناصر محددة</numerusform><numerusform>العنصر المحدد فقط</numerusform><numerusform>العنصران المحددان فقط</numerusform><numerusform>العناصر المحددة الـ%n فقط</numerusform><numerusform>العناصر المحددة الـ%n فقط</numerusform><numerusform>العناصر المحددة الـ%n فقط</numerusform></translation>
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
        <source>Open a protocol</source>
        <translation>فتح بروتوكول</translation>
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
        <source>Open …</source>
        <translation>فتح …</translation>
    </message>
    <message>
        <source>Opening takes two people. You ask and give a reason; another reviewer grants it.</source>
        <translation>يتطلب الفتح شخصين. أنت تطلب وتذكر السبب، ومراجع آخر يمنح الإذن.</translation>
    </message>
    <message>
        <source>Opening the case …</source>
        <translation>جارٍ فتح القضية …</translation>
    </message>
    <message>
        <source>Opening the original …</source>
        <translation>جارٍ فتح الأصل …</translation>
    </message>
    <message>
        <source>Order the findings by</source>
        <translation>ترتيب النتائج حسب</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>من أين جاء</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>الآخر</translation>
    </message>
    <message>
        <source>Other mail headers</source>
        <translation>ترويسات بريد أخرى</translation>
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
        <source>Page of the item</source>
        <translation>صفحة العنصر</translation>
    </message>
    <message>
        <source>Page {number} of {pages}</source>
        <translation>الصفحة {number} من {pages}</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>الصفحات</translation>
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
        <source>Passage marked. Reports will show it.</source>
        <translation>وُضعت علامة على المقطع. ستعرضه التقارير.</translation>
    </message>
    <message>
        <source>Passwords</source>
        <translation>كلمات المرور</translation>
    </message>
    <message>
        <source>Passwords …</source>
        <translation>كلمات المرور …</translation>
    </message>
    <message>
        <source>Passwords, one per line</source>
        <translation>كلمات المرور، واحدة في كل سطر</translation>
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
        <source>People</source>
        <translation>أشخاص</translation>
    </message>
    <message>
        <source>People were shown {items} of {all}, {share} of the text. Searches: {searches}. Lists of hits: {lists}.</source>
        <translation>عُرض على الأشخاص {items} من {all}، أي {share} من النص. عمليات البحث: {searches}. قوائم النتائج: {lists}.</translation>
    </message>
    <message>
        <source>People, dates and custodians</source>
        <translation>الأشخاص والتواريخ والحائزون</translation>
    </message>
    <message>
        <source>People, those with most messages first</source>
        <translation>أشخاص، الأكثر رسائل أولًا</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>الشخص</translation>
    </message>
    <message>
        <source>Person, with a heading for each</source>
        <translation>الشخص، بعنوان لكل واحد</translation>
    </message>
    <message>
        <source>Personal data</source>
        <translation>بيانات شخصية</translation>
    </message>
    <message>
        <source>Place, hash and files</source>
        <translation>الموضع والبصمة والملفات</translation>
    </message>
    <message>
        <source>Preview of the report</source>
        <translation>معاينة التقرير</translation>
    </message>
    <message>
        <source>Previous difference</source>
        <translation>الفرق السابق</translation>
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
        <source>Privilege</source>
        <translation>سرية مهنية</translation>
    </message>
    <message>
        <source>Privileged: {many} of {items} (tagged {tagged}, duplicates {duplicates}, families {family}). Nothing is exported before you decide.</source>
        <translation>محمية بامتياز: {many} من {items} (موسومة {tagged}، نسخ {duplicates}، عائلات {family}). لن يُصدَّر شيء قبل أن تقرر.</translation>
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
        <source>Produce</source>
        <translation>إنتاج</translation>
    </message>
    <message>
        <source>Produce documents</source>
        <translation>إنتاج المستندات</translation>
    </message>
    <message>
        <source>Produce documents …</source>
        <translation>إنتاج المستندات …</translation>
    </message>
    <message>
        <source>Produce families of withheld items all the same</source>
        <translation>إنتاج عائلات العناصر المحجوزة رغم ذلك</translation>
    </message>
    <message>
        <source>Production</source>
        <translation>الإنتاج</translation>
    </message>
    <message>
        <source>Productions redact these words wherever they occur in this item and its exact copies.</source>
        <translation>تحذف عمليات الإنتاج هذه الكلمات أينما وردت في هذا العنصر ونسخه المطابقة.</translation>
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
        <source>Protocol of the production</source>
        <translation>بروتوكول الإنتاج</translation>
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
        <source>Put the selected items into a batch</source>
        <translation>وضع العناصر المحددة في دفعة</translation>
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
        <source>Query history</source>
        <translation>سجل الاستعلامات</translation>
    </message>
    <message>
        <source>Query language</source>
        <translation>لغة الاستعلام</translation>
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
        <source>Read again</source>
        <translation>إعادة القراءة</translation>
    </message>
    <message>
        <source>Read again. What leaves something unsearchable: {before} problems before, {now} now.</source>
        <translation>أُعيدت القراءة. المشكلات التي تجعل شيئًا غير قابل للبحث: {before} من قبل، و{now} الآن.</translation>
    </message>
    <message>
        <source>Read problems again</source>
        <translation>إعادة قراءة ما فيه مشكلات</translation>
    </message>
    <message>
        <source>Read-only</source>
        <translation>للقراءة فقط</translation>
    </message>
    <message>
        <source>Read-only sessions of this login, which aren't counted: {number}.</source>
        <translation>جلسات القراءة فقط لهذا الحساب، وهي غير معدودة: {number}.</translation>
    </message>
    <message>
        <source>Read-only: this case can't be written here. You can search and read; decisions can't be saved.</source>
        <translation>للقراءة فقط: لا يمكن الكتابة في هذه القضية في مكانها الحالي. يمكنك البحث والقراءة؛ ولا يمكن حفظ القرارات.</translation>
    </message>
    <message>
        <source>Read: {read} of {items}, copies counted once; {in_order} of them in the suggested order: {relevant} relevant, the last {misses} in a row not.</source>
        <translation>قُرئت: {read} من {items}، والنسخ تُحسب مرة واحدة؛ {in_order} منها بالترتيب المقترح: {relevant} ذات صلة، وآخر {misses} على التوالي ليست كذلك.</translation>
    </message>
    <message>
        <source>Reading hits …</source>
        <translation>جارٍ قراءة المطابقات …</translation>
    </message>
    <message>
        <source>Reading order</source>
        <translation>ترتيب القراءة</translation>
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
        <source>Reason for the change</source>
        <translation>سبب التغيير</translation>
    </message>
    <message>
        <source>Reason for the redaction</source>
        <translation>سبب الحجب</translation>
    </message>
    <message>
        <source>Reason for the rule</source>
        <translation>سبب القاعدة</translation>
    </message>
    <message>
        <source>Reason, items</source>
        <translation>السبب، العناصر</translation>
    </message>
    <message>
        <source>Recall {recall} is most likely reached (p = {p}).</source>
        <translation>بُلغت نسبة الاسترجاع {recall} على الأرجح (p = {p}).</translation>
    </message>
    <message>
        <source>Recall {recall} is not shown to be reached (p = {p}).</source>
        <translation>لم يثبت بلوغ نسبة الاسترجاع {recall} (p = {p}).</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>استُلم</translation>
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
        <source>Redact</source>
        <translation>حجب</translation>
    </message>
    <message>
        <source>Redact for productions</source>
        <translation>حجب أجزاء في عمليات الإنتاج</translation>
    </message>
    <message>
        <source>Redact selected strings</source>
        <translation>حجب السلاسل المحددة</translation>
    </message>
    <message>
        <source>Redact …</source>
        <translation>حجب …</translation>
    </message>
    <message>
        <source>Redacted</source>
        <translation>محجوب</translation>
    </message>
    <message>
        <source>Redacted for productions.</source>
        <translation>حُجب جزء منه في عمليات الإنتاج.</translation>
    </message>
    <message>
        <source>Redacted words</source>
        <translation>كلمات محجوبة</translation>
    </message>
    <message>
        <source>Redacted: {many} of {items} (redacted {redacted}, holding a redacted item {holders}). Nothing is exported before you decide.</source>
        <translation>محجوب: {many} من {items} (محجوبة {redacted}، تضم عنصرًا محجوبًا {holders}). لا يُصدَّر شيء قبل أن تقرّر.</translation>
    </message>
    <message>
        <source>Redaction removed.</source>
        <translation>أُزيل الحجب.</translation>
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
        <source>Region of the page</source>
        <translation>منطقة من الصفحة</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>ارفض</translation>
    </message>
    <message>
        <source>Rejected: {name}</source>
        <translation>رُفض: {name}</translation>
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
        <source>Relink a moved folder …</source>
        <translation>إعادة ربط مجلد منقول …</translation>
    </message>
    <message>
        <source>Remember that they are two people; also takes a merge back</source>
        <translation>تذكّر أنهما شخصان؛ ويلغي الدمج أيضًا</translation>
    </message>
    <message>
        <source>Remember that this is no name that is looked for</source>
        <translation>تذكّر أن هذا ليس اسمًا مطلوبًا</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>إزالة</translation>
    </message>
    <message>
        <source>Remove a rule of the scope</source>
        <translation>إزالة قاعدة من النطاق</translation>
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
        <source>Remove tag</source>
        <translation>إزالة وسم</translation>
    </message>
    <message>
        <source>Remove the profile</source>
        <translation>إزالة الملف التعريفي</translation>
    </message>
    <message>
        <source>Remove {name} from the list</source>
        <translation>إزالة {name} من القائمة</translation>
    </message>
    <message>
        <source>Remove {tag}</source>
        <translation>إزالة {tag}</translation>
    </message>
    <message>
        <source>Remove …</source>
        <translation>إزالة …</translation>
    </message>
    <message>
        <source>Repeat the last coding</source>
        <translation>تكرار آخر تصنيف</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>التقرير</translation>
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
        <source>Resume</source>
        <translation>استئناف</translation>
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
        <source>Rotate</source>
        <translation>تدوير</translation>
    </message>
    <message>
        <source>Rotate page</source>
        <translation>تدوير الصفحة</translation>
    </message>
    <message>
        <source>Rotate the page (Ctrl+R)</source>
        <translation>تدوير الصفحة (Ctrl+R)</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>القاعدة</translation>
    </message>
    <message>
        <source>Rules of the scope</source>
        <translation>قواعد النطاق</translation>
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
        <source>Same person</source>
        <translation>شخص واحد</translation>
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
        <source>Save a search for this name</source>
        <translation>احفظ بحثًا عن هذا الاسم</translation>
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
        <source>Save the profile</source>
        <translation>حفظ الملف التعريفي</translation>
    </message>
    <message>
        <source>Save the protocol</source>
        <translation>حفظ البروتوكول</translation>
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
        <source>Save …</source>
        <translation>حفظ …</translation>
    </message>
    <message>
        <source>Saved as a search: {name}</source>
        <translation>حُفظ كبحث: {name}</translation>
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
        <source>Saving who is one person</source>
        <translation>حفظ من هو الشخص نفسه</translation>
    </message>
    <message>
        <source>Scope</source>
        <translation>النطاق</translation>
    </message>
    <message>
        <source>Scope history</source>
        <translation>سجل النطاق</translation>
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
        <source>Sealing cancelled: {items}.</source>
        <translation>أُلغي الختم: {items}.</translation>
    </message>
    <message>
        <source>Sealing {items}, {more} of them attachments or duplicates. Esc to cancel.</source>
        <translation>يجري ختم: {items}، منها {more} مرفقات أو نسخ. للإلغاء: Esc.</translation>
    </message>
    <message>
        <source>Sealing {items}. Esc to cancel.</source>
        <translation>يجري ختم: {items}. للإلغاء: Esc.</translation>
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
        <source>Search for it</source>
        <translation>ابحث عنه</translation>
    </message>
    <message>
        <source>Search for the other ways to write it as well</source>
        <translation>ابحث أيضًا عن طرق الكتابة الأخرى</translation>
    </message>
    <message>
        <source>Search for the text itself</source>
        <translation>البحث عن النص نفسه</translation>
    </message>
    <message>
        <source>Search for words: every hit is listed here with the text around it.</source>
        <translation>ابحث عن كلمات، فيُسرد هنا كل موضع ترد فيه مع النص المحيط به.</translation>
    </message>
    <message>
        <source>Search for {word} instead</source>
        <translation>البحث عن {word} بدلًا منه</translation>
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
        <source>Sections</source>
        <translation>الأقسام</translation>
    </message>
    <message>
        <source>See {item}</source>
        <translation>انظر {item}</translation>
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
        <source>Select all results</source>
        <translation>تحديد كل النتائج</translation>
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
        <source>Select another item, then give the command Compare two items again.</source>
        <translation>حدد عنصرًا آخر ثم أعد تنفيذ الأمر مقارنة عنصرين.</translation>
    </message>
    <message>
        <source>Select several items first.</source>
        <translation>حدد عدة عناصر أولًا.</translation>
    </message>
    <message>
        <source>Select the words to copy first.</source>
        <translation>حدّد الكلمات المراد نسخها أولًا.</translation>
    </message>
    <message>
        <source>Select words in the text (Ctrl+1), or a region of a page (Ctrl+2), to redact them.</source>
        <translation>حدّد كلمات في النص (Ctrl+1) أو منطقة من صفحة (Ctrl+2) لحجبها.</translation>
    </message>
    <message>
        <source>Select words in the text first (Ctrl+1 shows it).</source>
        <translation>حدّد كلمات في النص أولًا (‎Ctrl+1 يعرضه).</translation>
    </message>
    <message>
        <source>Selected items</source>
        <translation>العناصر المحددة</translation>
    </message>
    <message>
        <source>Sender domain</source>
        <translation>نطاق المرسل</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>أُرسل</translation>
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
        <source>Show</source>
        <translation>عرض</translation>
    </message>
    <message>
        <source>Show all copies</source>
        <translation>إظهار كل النسخ</translation>
    </message>
    <message>
        <source>Show bytes</source>
        <translation>عرض البايتات</translation>
    </message>
    <message>
        <source>Show conversation</source>
        <translation>عرض المحادثة</translation>
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
        <source>Similar word</source>
        <translation>كلمة مشابهة</translation>
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
        <source>Sort hits by</source>
        <translation>ترتيب المطابقات حسب</translation>
    </message>
    <message>
        <source>Sorted by: date</source>
        <translation>الترتيب حسب: التاريخ</translation>
    </message>
    <message>
        <source>Sorted by: item</source>
        <translation>الترتيب حسب: العنصر</translation>
    </message>
    <message>
        <source>Sorted by: result list</source>
        <translation>الترتيب حسب: قائمة النتائج</translation>
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
        <source>Stop and close</source>
        <translation>إيقاف وإغلاق</translation>
    </message>
    <message>
        <source>Stop counting</source>
        <translation>إيقاف العد</translation>
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
        <source>Strings that are nearly redacted words</source>
        <translation>سلاسل قريبة من كلمات محجوبة</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>الموضوع</translation>
    </message>
    <message>
        <source>Suggested order</source>
        <translation>ترتيب مقترح</translation>
    </message>
    <message>
        <source>Suggested order, learned from {known}</source>
        <translation>ترتيب مقترح، تُعُلِّم من {known}</translation>
    </message>
    <message>
        <source>Suggesting an order</source>
        <translation>اقتراح ترتيب</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>اقتراحات</translation>
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
        <source>Tag, with a heading for each</source>
        <translation>الوسم، بعنوان لكل واحد</translation>
    </message>
    <message>
        <source>Tagged items that are left out: {tags}.</source>
        <translation>عناصر موسومة لا يشملها التصدير: {tags}.</translation>
    </message>
    <message>
        <source>Tagged privileged</source>
        <translation>موسوم بأنه محمي بامتياز</translation>
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
        <source>Term lists whose words are always highlighted in this case</source>
        <translation>قوائم المصطلحات التي تُميَّز كلماتها دائمًا في هذه القضية</translation>
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
        <source>Text at the beginning</source>
        <translation>نص في البداية</translation>
    </message>
    <message>
        <source>Text box</source>
        <translation>مربع نص</translation>
    </message>
    <message>
        <source>Text of the conversation</source>
        <translation>نص المحادثة</translation>
    </message>
    <message>
        <source>Text of the first item</source>
        <translation>نص العنصر الأول</translation>
    </message>
    <message>
        <source>Text of the item</source>
        <translation>نص العنصر</translation>
    </message>
    <message>
        <source>Text of the second item</source>
        <translation>نص العنصر الثاني</translation>
    </message>
    <message>
        <source>That is {least} to {most} relevant ones in the set of {population}.</source>
        <translation>أي من {least} إلى {most} ذات صلة في مجموعة من {population}.</translation>
    </message>
    <message>
        <source>The agreed protocol: which items, numbering, load files, and what is withheld.</source>
        <translation>ما اتفق عليه الطرفان: أي العناصر، والأرقام، وملفات التحميل، وما يُحجب.</translation>
    </message>
    <message>
        <source>The case</source>
        <translation>القضية</translation>
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
        <source>The database had {before} and has {after} now.</source>
        <translation>كان حجم قاعدة البيانات {before} وهو الآن {after}.</translation>
    </message>
    <message>
        <source>The draft of a note can't be kept on disk: {error}. Save it.</source>
        <translation>لا يمكن الاحتفاظ بمسودة ملاحظة على القرص: {error}. احفظ الملاحظة.</translation>
    </message>
    <message>
        <source>The export was cancelled; nothing was left behind.</source>
        <translation>أُلغي التصدير؛ ولم يُترك شيء.</translation>
    </message>
    <message>
        <source>The file's checksum, as stated by the sender (optional)</source>
        <translation>مجموع التحقق للملف كما أبلغه المرسل (غير لازم)</translation>
    </message>
    <message>
        <source>The first {most} terms are highlighted.</source>
        <translation>تُميَّز أول {most} من المصطلحات.</translation>
    </message>
    <message>
        <source>The focus has just moved, so this key was ignored. Press it again.</source>
        <translation>انتقل التركيز للتو، لذلك تم تجاهل هذا المفتاح. اضغطه مرة أخرى.</translation>
    </message>
    <message>
        <source>The item alone</source>
        <translation>العنصر وحده</translation>
    </message>
    <message>
        <source>The item that you read last is sealed, or your last query doesn't find it any more.</source>
        <translation>العنصر الذي قرأته آخر مرة مختوم، أو لم يعد استعلامك الأخير يجده.</translation>
    </message>
    <message>
        <source>The keys of the case are in it: keep it as safe as the case.</source>
        <translation>فيها مفاتيح القضية: احفظها كما تحفظ القضية نفسها.</translation>
    </message>
    <message>
        <source>The keys with which this login signs are not; they are in {folder}.</source>
        <translation>أما المفاتيح التي يوقّع بها هذا الحساب فليست فيها، وهي في {folder}.</translation>
    </message>
    <message>
        <source>The ledger has {lines} lines: every decision is in it before a file is opened. Another {views} lines record the originals that reviewers opened.</source>
        <translation>في الدفتر {lines} من الأسطر: يُدوَّن فيه كل قرار قبل فتح الملف. وتسجّل {views} من الأسطر الأخرى الأصول التي فتحها المراجعون.</translation>
    </message>
    <message>
        <source>The link's address is copied; it isn't opened.</source>
        <translation>نُسخ عنوان الرابط؛ ولا يُفتح.</translation>
    </message>
    <message>
        <source>The list can't be sorted by this column.</source>
        <translation>لا يمكن فرز القائمة بهذا العمود.</translation>
    </message>
    <message>
        <source>The list has changed: {items} are no longer selected.</source>
        <translation>تغيّرت القائمة: لم تعد محددة {items}.</translation>
    </message>
    <message>
        <source>The list is empty. Paste the terms, one per line.</source>
        <translation>القائمة فارغة. الصق المصطلحات، واحدًا في كل سطر.</translation>
    </message>
    <message>
        <source>The note was not saved; its text is kept as a draft. {why}</source>
        <translation>لم تُحفظ الملاحظة؛ نصها محفوظ كمسودة. {why}</translation>
    </message>
    <message>
        <source>The original's bytes, as they are on disk or in their container</source>
        <translation>بايتات الأصل كما هي على القرص أو فيما جاء فيه</translation>
    </message>
    <message>
        <source>The pages as they look, drawn in the reader process</source>
        <translation>الصفحات كما تبدو؛ تُرسم في عملية القراءة وتُعرض صورًا</translation>
    </message>
    <message>
        <source>The preview shows how the first findings would look.</source>
        <translation>تُظهر المعاينة كيف ستبدو النتائج الأولى.</translation>
    </message>
    <message>
        <source>The production was stopped; its numbers stay reserved.</source>
        <translation>أُوقف الإنتاج؛ وتبقى أرقامه محجوزة.</translation>
    </message>
    <message>
        <source>The query already contains this.</source>
        <translation>هذا في الاستعلام من قبل.</translation>
    </message>
    <message>
        <source>The query finds nothing that hasn't been produced already.</source>
        <translation>لا يجد الاستعلام شيئًا لم يُنتَج من قبل.</translation>
    </message>
    <message>
        <source>The query has no filter.</source>
        <translation>لا مرشّح في الاستعلام.</translation>
    </message>
    <message numerus="yes">
        <source>The rate is based on the first %n drawn: the next one has not been assessed yet.</source>
        <translation><numerusform>يخص المعدل أول %n مما سُحب: فبعدها عنصر لم يُحكم عليه بعد.</numerusform><numerusform>يخص المعدل أول %n مما سُحب: فبعدها عنصر لم يُحكم عليه بعد.</numerusform><numerusform>يخص المعدل أول %n مما سُحب: فبعدها عنصر لم يُحكم عليه بعد.</numerusform><numerusform>يخص المعدل أول %n مما سُحب: فبعدها عنصر لم يُحكم عليه بعد.</numerusform><numerusform>يخص المعدل أول %n مما سُحب: فبعدها عنصر لم يُحكم عليه بعد.</numerusform><numerusform>يخص المعدل أول %n مما سُحب: فبعدها عنصر لم يُحكم عليه بعد.</numerusform></translation>
    </message>
    <message>
        <source>The record of what people were shown was changed; verify the case to see where.</source>
        <translation>غُيّر سجل ما عُرض على الأشخاص؛ يبيّن التحقق من القضية موضع التغيير.</translation>
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
        <source>The rest of their families</source>
        <translation>بقية عائلاتها</translation>
    </message>
    <message>
        <source>The selected row isn't the item shown. Click its row, or add this one with Ctrl+Space.</source>
        <translation>السطر المحدد ليس العنصر المعروض. انقر سطره، أو أضف هذا العنصر بـ Ctrl+Space.</translation>
    </message>
    <message>
        <source>The suggested order lists first what is likely relevant. It is learned from people's decisions and the words of saved searches, and hides nothing.</source>
        <translation>يُدرج الترتيب المقترح أولًا ما يُرجَّح أنه ذو صلة. يُتعلَّم من قرارات الناس ومن كلمات عمليات البحث المحفوظة، ولا يخفي شيئًا.</translation>
    </message>
    <message>
        <source>The table beside it shows the same numbers.</source>
        <translation>الأرقام نفسها في الجدول المجاور.</translation>
    </message>
    <message>
        <source>The text as it was read, with every hit</source>
        <translation>النص كما قُرئ مع كل مطابقة</translation>
    </message>
    <message>
        <source>The text is in the view Text (Ctrl+1).</source>
        <translation>النص في العرض «النص» (Ctrl+1).</translation>
    </message>
    <message>
        <source>The two texts are the same.</source>
        <translation>النصان متطابقان.</translation>
    </message>
    <message>
        <source>Their conversations and families</source>
        <translation>محادثاتها وعائلاتها</translation>
    </message>
    <message>
        <source>Their exact copies and families</source>
        <translation>نسخها المطابقة وعائلاتها</translation>
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
        <source>There is nothing to count here yet.</source>
        <translation>لا شيء يُعدّ هنا بعد.</translation>
    </message>
    <message>
        <source>These documents quote what is withheld or redacted in others:</source>
        <translation>تقول هذه المستندات ما أُخرج من غيرها:</translation>
    </message>
    <message>
        <source>These items or searches say words that are redacted in others:</source>
        <translation>هذه العناصر أو عمليات البحث تذكر كلمات محجوبة في عناصر أخرى:</translation>
    </message>
    <message>
        <source>These pages lack pale marks of what they were drawn from; compare the two:</source>
        <translation>تنقص هذه الصفحات علامات باهتة مما رُسمت منه؛ قارن بين الاثنين:</translation>
    </message>
    <message>
        <source>They were to be read again by a run that was stopped: click to read them now.</source>
        <translation>كان من المقرر أن تعيد قراءتها عملية توقفت: انقروا لقراءتها الآن.</translation>
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
        <source>This item has no attachments.</source>
        <translation>ليس لهذا العنصر مرفقات.</translation>
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
        <source>This item is sealed. Opening it takes two people: Code &gt; Open a sealed item.</source>
        <translation>إنه مختوم. ويتطلب فتحه شخصين: التصنيف &gt; فتح عنصر مختوم.</translation>
    </message>
    <message>
        <source>This item is sealed: its text is in no search, list or export. Continue with Ctrl+Right.</source>
        <translation>هذا العنصر مختوم ويبقى مغلقًا: ليس نصه في أي بحث أو قائمة أو تصدير. تابع بـ ⁦Ctrl+اليمين⁩.</translation>
    </message>
    <message>
        <source>This item isn't sealed.</source>
        <translation>هذا العنصر غير مختوم.</translation>
    </message>
    <message>
        <source>This message is not in the case: {id}</source>
        <translation>هذه الرسالة ليست في القضية: {id}</translation>
    </message>
    <message>
        <source>Thread-Index</source>
        <translation>Thread-Index</translation>
    </message>
    <message>
        <source>Time (UTC)</source>
        <translation>الوقت (UTC)</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>الخط الزمني</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>المرات</translation>
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
        <source>To go on, add a folder that may be read.</source>
        <translation>للمتابعة أضف مجلدًا تجوز قراءته.</translation>
    </message>
    <message>
        <source>To go on, fill in: {field}</source>
        <translation>للمتابعة املأ: {field}</translation>
    </message>
    <message>
        <source>To go on, give the reason for the change.</source>
        <translation>للمتابعة، اذكر سبب التغيير.</translation>
    </message>
    <message>
        <source>To go on, give the whole path of this folder: {folder}</source>
        <translation>للمتابعة أعطِ المسار الكامل لهذا المجلد: {folder}</translation>
    </message>
    <message>
        <source>To go on, name the custodian of {folder}.</source>
        <translation>للمتابعة سمِّ حائز {folder}.</translation>
    </message>
    <message>
        <source>To go on, write a pattern in each row, or remove the row.</source>
        <translation>للمتابعة اكتب نمطًا في كل صف، أو أزل الصف.</translation>
    </message>
    <message>
        <source>To redact words, close this dialog and select them in the text first.</source>
        <translation>لحجب كلمات، أغلق مربع الحوار هذا وحدّدها في النص أولًا.</translation>
    </message>
    <message>
        <source>Tracked change</source>
        <translation>تغيير متعقَّب</translation>
    </message>
    <message>
        <source>Transport headers</source>
        <translation>ترويسات النقل</translation>
    </message>
    <message>
        <source>Transport headers, signatures among them, are searched by name only (transport:): {items}</source>
        <translation>ترويسات النقل، ومنها التوقيعات، لا يُبحث فيها إلا باسمها (transport:): {items}</translation>
    </message>
    <message>
        <source>Triage {version}, GPL-3.0-or-later. It fetches nothing from anywhere.</source>
        <translation>‏Triage {version}، GPL-3.0-or-later. لا يجلب البرنامج شيئًا من أي مكان.</translation>
    </message>
    <message>
        <source>Try them</source>
        <translation>تجربتها</translation>
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
        <source>Undo it</source>
        <translation>التراجع عنها</translation>
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
        <source>Use this name</source>
        <translation>استخدام هذا الاسم</translation>
    </message>
    <message>
        <source>Used by {people}</source>
        <translation>يستعمله {people}</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>القيمة</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>تحقق</translation>
    </message>
    <message>
        <source>Verify the case</source>
        <translation>التحقق من القضية</translation>
    </message>
    <message>
        <source>Verifying</source>
        <translation>التحقق</translation>
    </message>
    <message>
        <source>Version {number} of the scope is in force. Index the sources to read what is new.</source>
        <translation>الإصدار {number} من النطاق سارٍ. فهرس المصادر لقراءة الجديد.</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>الإصدارات</translation>
    </message>
    <message>
        <source>Versions of the scope</source>
        <translation>إصدارات النطاق</translation>
    </message>
    <message>
        <source>View</source>
        <translation>العرض</translation>
    </message>
    <message>
        <source>What</source>
        <translation>ماذا</translation>
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
        <source>What could not be read, or only in part. Its files can be read again under the scope as it is now, such as after OCR was installed or with their passwords.</source>
        <translation>ما تعذّرت قراءته أو قُرئ جزئيًا. يمكن قراءة ملفاته من جديد بالنطاق كما هو الآن، مثلًا بعد تثبيت OCR أو بكلمات مرورها.</translation>
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
        <source>What is like the name</source>
        <translation>ما يشبه الاسم</translation>
    </message>
    <message>
        <source>What is missing on this page</source>
        <translation>ما ينقص هذه الصفحة</translation>
    </message>
    <message>
        <source>What it means</source>
        <translation>المعنى</translation>
    </message>
    <message>
        <source>What may be missing</source>
        <translation>ما قد يكون ناقصًا</translation>
    </message>
    <message>
        <source>What may be missing is listed here: messages that others refer to, and files that messages name. It may have an innocent reason. Nothing of it is kept.</source>
        <translation>يُدرج هنا ما قد يكون ناقصًا: رسائل تشير إليها غيرها، وملفات تسمّيها الرسائل. وقد يكون لذلك سبب بريء. ولا يُحفظ منه شيء.</translation>
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
        <source>What the version changed</source>
        <translation>ما غيّره الإصدار</translation>
    </message>
    <message>
        <source>What to do with privileged items</source>
        <translation>ما يُفعل بالعناصر المحمية بامتياز</translation>
    </message>
    <message>
        <source>What to do with redacted items</source>
        <translation>ما يُفعل بالعناصر المحجوبة</translation>
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
        <source>What was read from them is kept: click to find it.</source>
        <translation>ما قُرئ منها محفوظ: انقر للعثور عليه.</translation>
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
        <source>Who decided what</source>
        <translation>من قرر ماذا</translation>
    </message>
    <message>
        <source>Who wrote to whom</source>
        <translation>من كتب لمن</translation>
    </message>
    <message>
        <source>Who wrote to whom, and when, is worked out from the headers of all messages. Nothing of it is kept.</source>
        <translation>يُستخرج من كتب لمن ومتى من ترويسات كل الرسائل. ولا يُحفظ منه شيء.</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>Why a term could not be run</source>
        <translation>لماذا تعذّر البحث عن مصطلح</translation>
    </message>
    <message>
        <source>Why it is a finding</source>
        <translation>لماذا هو نتيجة</translation>
    </message>
    <message>
        <source>Why the item is where it is</source>
        <translation>لماذا العنصر في موضعه</translation>
    </message>
    <message>
        <source>With copies</source>
        <translation>مع النسخ</translation>
    </message>
    <message>
        <source>With {confidence} confidence it is at least {low}, if no decision is wrong. Whether to go on is for people to decide.</source>
        <translation>بثقة {confidence} لا تقل عن {low}، إن لم يكن أي قرار خاطئًا. والاستمرار من عدمه قرار يتخذه الناس.</translation>
    </message>
    <message>
        <source>Withhold families of withheld items, too</source>
        <translation>حجز عائلات العناصر المحجوزة أيضًا</translation>
    </message>
    <message>
        <source>Words of the command</source>
        <translation>كلمات الأمر</translation>
    </message>
    <message>
        <source>Words that may be code names</source>
        <translation>كلمات قد تكون أسماء رمزية</translation>
    </message>
    <message>
        <source>Words that may be code names are listed here, with who uses them, when, and three lines. All texts of the case are read for it.</source>
        <translation>تُدرج هنا كلمات قد تكون أسماء رمزية، مع من يستعملها ومتى وثلاثة أسطر. ولأجل ذلك تُقرأ كل نصوص القضية.</translation>
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
        <source>Work it out again</source>
        <translation>استخرج من جديد</translation>
    </message>
    <message>
        <source>Work out who wrote to whom</source>
        <translation>استخرج من كتب لمن</translation>
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
        <source>Write note</source>
        <translation>كتابة الملاحظة</translation>
    </message>
    <message>
        <source>Write this note on {items}? It takes the place of earlier notes on them.</source>
        <translation>أتُكتب هذه الملاحظة على {items}؟ ستحل محل الملاحظات السابقة عليها.</translation>
    </message>
    <message>
        <source>You began a note that isn't saved, and its text can't be kept on disk: {error}.</source>
        <translation>بدأتَ ملاحظة لم تُحفظ، ولا يمكن الاحتفاظ بنصها على القرص: {error}.</translation>
    </message>
    <message>
        <source>You began this note in an earlier session and did not save it. Enter saves it.</source>
        <translation>بدأتَ هذه الملاحظة في جلسة سابقة ولم تحفظها. يحفظها المفتاح Enter.</translation>
    </message>
    <message>
        <source>You haven't searched this case yet.</source>
        <translation>لم تبحث في هذه القضية بعد.</translation>
    </message>
    <message>
        <source>Your decisions are recorded under this name:</source>
        <translation>تُسجَّل قراراتك بهذا الاسم:</translation>
    </message>
    <message>
        <source>Your last query can't be run any more, so all items are listed. {why}</source>
        <translation>لم يعد ممكنًا تشغيل استعلامك الأخير، ولذلك تُعرض كل العناصر. {why}</translation>
    </message>
    <message>
        <source>Your last step changed nothing, so nothing was undone. Ctrl+Z undoes the one before it.</source>
        <translation>لم تغيّر خطوتك الأخيرة شيئًا، لذا لم يُتراجَع عن شيء. Ctrl+Z يتراجع عن الخطوة التي قبلها.</translation>
    </message>
    <message>
        <source>Your last step is from an earlier session or from elsewhere: {what} ({items}, {time} UTC).</source>
        <translation>خطوتك الأخيرة من جلسة سابقة أو من مكان آخر: {what} ({items}، {time} UTC).</translation>
    </message>
    <message>
        <source>[purged]</source>
        <translation>[أُزيل]</translation>
    </message>
    <message>
        <source>[sealed]</source>
        <translation>[مختوم]</translation>
    </message>
    <message>
        <source>[superseded]</source>
        <translation>[حلّ محله غيره]</translation>
    </message>
    <message>
        <source>[vanished]</source>
        <translation>[اختفى]</translation>
    </message>
    <message>
        <source>a limit of time or memory ended its reading; what was read until then was kept</source>
        <translation>أنهى حدُّ الوقت أو الذاكرة قراءته؛ وحُفظ ما قُرئ حتى ذلك الحين</translation>
    </message>
    <message>
        <source>a member's name points outside the archive</source>
        <translation>اسم أحد الملفات يشير إلى خارج أرشيفه</translation>
    </message>
    <message>
        <source>accept</source>
        <translation>يُقبل</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>مقبول</translation>
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
        <source>all items read so far</source>
        <translation>كل العناصر التي قُرئت حتى الآن</translation>
    </message>
    <message>
        <source>all of these words</source>
        <translation>كل هذه الكلمات</translation>
    </message>
    <message>
        <source>all problems</source>
        <translation>كل المشكلات</translation>
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
        <source>and</source>
        <translation>و</translation>
    </message>
    <message>
        <source>and not</source>
        <translation>وليس</translation>
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
        <source>any field</source>
        <translation>أي حقل</translation>
    </message>
    <message>
        <source>any of these words</source>
        <translation>أي من هذه الكلمات</translation>
    </message>
    <message>
        <source>approved</source>
        <translation>اعتُمد</translation>
    </message>
    <message>
        <source>as initials</source>
        <translation>كأحرف أولى</translation>
    </message>
    <message>
        <source>as of {time} UTC</source>
        <translation>حتى ⁦{time} UTC⁩</translation>
    </message>
    <message>
        <source>as one word</source>
        <translation>ككلمة واحدة</translation>
    </message>
    <message>
        <source>as several words</source>
        <translation>كعدة كلمات</translation>
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
        <source>broken at a line's end</source>
        <translation>مقسوم في نهاية السطر</translation>
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
        <source>can't be opened</source>
        <translation>يتعذّر فتحه</translation>
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
        <source>couldn't be extracted from its container: it is damaged there, or over a limit</source>
        <translation>تعذّر استخراجه ممّا يحويه: فهو تالف هناك، أو يتجاوز حدًّا</translation>
    </message>
    <message>
        <source>created with the case</source>
        <translation>أُنشئ مع القضية</translation>
    </message>
    <message>
        <source>current</source>
        <translation>حالي</translation>
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
        <source>duplicates</source>
        <translation>المحتوى نفسه</translation>
    </message>
    <message>
        <source>edited in scope.toml</source>
        <translation>عُدّل في scope.toml</translation>
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
        <source>file changed</source>
        <translation>تغيير الملف</translation>
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
        <source>goes on record with the new version</source>
        <translation>يُدوَّن مع الإصدار الجديد</translation>
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
        <source>holds something that the scope denies, which was not extracted</source>
        <translation>يحتوي على شيء يمنعه النطاق، فلم يُستخرج</translation>
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
        <source>in another script</source>
        <translation>بكتابة أخرى</translation>
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
        <source>it is also linked from outside the scope, so it was not opened</source>
        <translation>له رابط من خارج النطاق أيضًا، فلم يُفتح</translation>
    </message>
    <message>
        <source>it is no longer where it was</source>
        <translation>لم يعد حيث كان</translation>
    </message>
    <message>
        <source>items</source>
        <translation>عناصر</translation>
    </message>
    <message>
        <source>items have changed since</source>
        <translation>تغيرت عناصر منذ ذلك</translation>
    </message>
    <message>
        <source>items with</source>
        <translation>عناصر مع</translation>
    </message>
    <message>
        <source>items without</source>
        <translation>عناصر بدون</translation>
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
        <source>made by {author}, {time} UTC</source>
        <translation>أنشأها {author}، ⁦{time} UTC⁩</translation>
    </message>
    <message>
        <source>mail</source>
        <translation>بريد</translation>
    </message>
    <message>
        <source>may be read</source>
        <translation>يجوز قراءته</translation>
    </message>
    <message>
        <source>message:absent-but-opened</source>
        <extracomment>Something at or below {path} was opened, so a proof can't state that nothing was: {name} is on record.</extracomment>
        <translation>فُتح شيء في {path} أو تحته، فلا يمكن لإثبات أن يقرّر أنه لم يُفتح شيء: {name} مسجَّل.</translation>
    </message>
    <message>
        <source>message:absent-put-aside</source>
        <extracomment>What was opened before the record was begun anew is in {path}, which is broken. So nobody can prove what wasn't opened then.</extracomment>
        <translation>ما فُتح قبل بدء السجل من جديد موجود في {path}، وهو تالف. لذلك لا يستطيع أحد أن يثبت ما لم يُفتح حينها.</translation>
    </message>
    <message>
        <source>message:absent-through-link</source>
        <extracomment>{path} goes through a link and is really {real}. Write that path instead.</extracomment>
        <translation>يمرّ المسار {path} عبر رابط، وهو في الحقيقة {real}. اكتب هذا المسار بدلاً منه.</translation>
    </message>
    <message>
        <source>message:access-database</source>
        <extracomment>an Access database</extracomment>
        <translation>قاعدة بيانات Access</translation>
    </message>
    <message>
        <source>message:action-unknown</source>
        <extracomment>a decision has an action that this program doesn't know ({action})</extracomment>
        <translation>في قرار إجراء لا يعرفه هذا البرنامج ({action})</translation>
    </message>
    <message>
        <source>message:actions-over-count</source>
        <extracomment>It has more actions or objects than were looked at; scripts in it may be missing.</extracomment>
        <translation>فيه إجراءات أو كائنات أكثر مما فُحص؛ وقد تنقص نصوص برمجية فيه.</translation>
    </message>
    <message>
        <source>message:allow-no-folder</source>
        <extracomment>{path} isn't a folder. --allow takes a folder that may be read.</extracomment>
        <translation>ليس {path} مجلدًا. يأخذ ⁦--allow⁩ مجلدًا تجوز قراءته.</translation>
    </message>
    <message>
        <source>message:allow-without-custodian</source>
        <extracomment>There are {allows} --allow and {custodians} --custodian: give one for each, or just one.</extracomment>
        <translation>عدد ⁦--allow⁩ هو {allows} وعدد ⁦--custodian⁩ هو {custodians}: أعط واحدًا لكل منها أو واحدًا لها كلها.</translation>
    </message>
    <message>
        <source>message:and-before-or</source>
        <extracomment>AND was read before OR, as the parentheses show</extracomment>
        <translation>قُرئ AND قبل OR كما تُظهر الأقواس</translation>
    </message>
    <message>
        <source>message:and-beside-distance</source>
        <extracomment>AND can't be combined with {operator}: write {one}.</extracomment>
        <translation>لا يصلح AND بجانب {operator}: اكتب {one}.</translation>
    </message>
    <message>
        <source>message:and-beside-distance-ambiguous</source>
        <extracomment>AND combined with {operator} has two meanings.</extracomment>
        <translation>لـ AND بجانب {operator} معنيان.</translation>
    </message>
    <message>
        <source>message:and-beside-distance-two-readings</source>
        <extracomment>AND combined with {operator} has two meanings: write {one} for each, or {two} for all together.</extracomment>
        <translation>لـ AND بجانب {operator} معنيان: اكتب {one} لكل منها، أو {two} لها كلها معًا.</translation>
    </message>
    <message>
        <source>message:and-more</source>
        <extracomment>and {count} more</extracomment>
        <translation>و{count} أخرى</translation>
    </message>
    <message>
        <source>message:and-what-follows</source>
        <extracomment>{name} and what follows</extracomment>
        <translation>{name} وما يليه</translation>
    </message>
    <message>
        <source>message:annex-read</source>
        <extracomment>it has {count} names, for the decisions in ledger and views</extracomment>
        <translation>فيه {count} اسمًا، لقرارات ledger وviews</translation>
    </message>
    <message>
        <source>message:answer-absent</source>
        <extracomment>Nothing at or below {path} was opened.</extracomment>
        <translation>لم يُفتح شيء في {path} أو تحته.</translation>
    </message>
    <message>
        <source>message:answer-absent-no-such</source>
        <extracomment>Nothing at or below {path} was opened. There was no such file or folder when this was signed: check the name.</extracomment>
        <translation>لم يُفتح شيء في {path} أو تحته. لم يكن هناك ملف أو مجلد كهذا عند التوقيع: تحقق من الاسم.</translation>
    </message>
    <message>
        <source>message:answer-against</source>
        <extracomment>{matches} of the {hashes} hashes in the list with the SHA-256 {sha256} are among those of the {contents} contents that were read.</extracomment>
        <translation>{matches} من {hashes} بصمة في القائمة التي قيمة SHA-256 لها {sha256} هي من بصمات المحتويات التي قُرئت وعددها {contents}.</translation>
    </message>
    <message>
        <source>message:answer-counted</source>
        <extracomment>They were counted again.</extracomment>
        <translation>أُعيد عدّها.</translation>
    </message>
    <message>
        <source>message:answer-gap</source>
        <extracomment>The ids leave a gap there; only the signature vouches for what they are ids of.</extracomment>
        <translation>تترك المعرّفات فجوة هناك؛ والتوقيع وحده يضمن ما تعرّفه.</translation>
    </message>
    <message>
        <source>message:answer-gap-by-annex</source>
        <extracomment>The ids and their tree were worked out again from the names in the annex.</extracomment>
        <translation>أُعيد حساب المعرّفات وشجرتها من الأسماء التي في الملحق.</translation>
    </message>
    <message>
        <source>message:answer-gap-by-key</source>
        <extracomment>The ids leave a gap there, and the id of this path was worked out again with the disclosed key.</extracomment>
        <translation>تترك المعرّفات فجوة هناك، وأُعيد حساب معرّف هذا المسار بالمفتاح المفصح عنه.</translation>
    </message>
    <message>
        <source>message:answer-items-root</source>
        <extracomment>The root over the {count} items that are there now is {root}.</extracomment>
        <translation>جذر العناصر الموجودة الآن، وعددها {count}، هو {root}.</translation>
    </message>
    <message>
        <source>message:answer-miscounted</source>
        <extracomment>it states {stated} matches, and there are {count}</extracomment>
        <translation>يذكر {stated} مطابقة، وهناك {count}</translation>
    </message>
    <message>
        <source>message:answer-neighbour-not-in-tree</source>
        <extracomment>a neighbour isn't in the tree of ids</extracomment>
        <translation>أحد الجارين ليس في شجرة المعرّفات</translation>
    </message>
    <message>
        <source>message:answer-of-another-path</source>
        <extracomment>the id is that of another path</extracomment>
        <translation>المعرّف لمسار آخر</translation>
    </message>
    <message>
        <source>message:answer-only-signed</source>
        <extracomment>Only the signature vouches for that.</extracomment>
        <translation>التوقيع وحده يضمن ذلك.</translation>
    </message>
    <message>
        <source>message:answer-other-hashes</source>
        <extracomment>{file} isn't the list that it names</extracomment>
        <translation>{file} ليس القائمة التي يسمّيها</translation>
    </message>
    <message>
        <source>message:answer-tree-not-of-annex</source>
        <extracomment>the tree isn't that of the names in the annex</extracomment>
        <translation>الشجرة ليست للأسماء التي في الملحق</translation>
    </message>
    <message>
        <source>message:answer-without-gap</source>
        <extracomment>the neighbours leave no gap where the folder would be</extracomment>
        <translation>لا يترك الجاران فجوة حيث كان سيقع المجلد</translation>
    </message>
    <message>
        <source>message:answers</source>
        <extracomment>answers: {count}</extracomment>
        <translation>الأجوبة: {count}</translation>
    </message>
    <message>
        <source>message:answers-about-other-hashes</source>
        <extracomment>none is about the list of hashes that you gave</extracomment>
        <translation>لا يتعلق أي منها بقائمة البصمات التي أعطيتها</translation>
    </message>
    <message>
        <source>message:ar-archive</source>
        <extracomment>a Unix archive (ar)</extracomment>
        <translation>أرشيف Unix‏ (ar)</translation>
    </message>
    <message>
        <source>message:archive-bad-blocks</source>
        <extracomment>{count} blocks of the archive aren't headers where they should be.</extracomment>
        <translation>{count} من كتل الأرشيف ليست ترويسات حيث يجب أن تكون.</translation>
    </message>
    <message>
        <source>message:archive-broken</source>
        <extracomment>The archive can't be unpacked further ({error}).</extracomment>
        <translation>لا يمكن متابعة فكّ الأرشيف ({error}).</translation>
    </message>
    <message>
        <source>message:archive-broken-off</source>
        <extracomment>The archive is truncated ({error}); the rest was not read.</extracomment>
        <translation>انقطع الأرشيف ({error})؛ ولم يُقرأ الباقي.</translation>
    </message>
    <message>
        <source>message:archive-cut-before-list</source>
        <extracomment>The archive is truncated: it ends before its list of files, so none can be read.</extracomment>
        <translation>الأرشيف مبتور: ينتهي قبل قائمة ملفاته التي لا يُقرأ شيء من دونها.</translation>
    </message>
    <message>
        <source>message:archive-damaged-at-end</source>
        <extracomment>The archive is damaged beyond the last file that was read.</extracomment>
        <translation>الأرشيف تالف بعد آخر ملف قُرئ.</translation>
    </message>
    <message>
        <source>message:archive-files-encrypted</source>
        <extracomment>The files of the archive are encrypted.</extracomment>
        <translation>ملفات الأرشيف مشفّرة.</translation>
    </message>
    <message>
        <source>message:archive-files-encrypted-no-password</source>
        <extracomment>The files of the archive are encrypted, and no password tried opens them.</extracomment>
        <translation>ملفات الأرشيف مشفّرة ولم تفتحها أي كلمة مرور مجرّبة.</translation>
    </message>
    <message>
        <source>message:archive-list-encrypted</source>
        <extracomment>The archive's list of files is encrypted.</extracomment>
        <translation>قائمة ملفات الأرشيف مشفّرة.</translation>
    </message>
    <message>
        <source>message:archive-list-encrypted-no-password</source>
        <extracomment>The archive's list of files is encrypted, and no password tried opens it.</extracomment>
        <translation>قائمة ملفات الأرشيف مشفّرة ولم تفتحها أي كلمة مرور مجرّبة.</translation>
    </message>
    <message>
        <source>message:archive-list-unplaced</source>
        <extracomment>The archive doesn't say where its list of files is; the list was found at the end.</extracomment>
        <translation>لا يذكر الأرشيف موضع قائمة ملفاته؛ وعُثر عليها في آخره.</translation>
    </message>
    <message>
        <source>message:archive-over-ratio</source>
        <extracomment>The archive unpacks to far more than its size; the rest was not read.</extracomment>
        <translation>ينفكّ الأرشيف إلى أكثر بكثير من حجمه؛ ولم يُقرأ الباقي.</translation>
    </message>
    <message>
        <source>message:archive-over-stated-size</source>
        <extracomment>The archive unpacks to more than it states; files beyond that were not read.</extracomment>
        <translation>ينفكّ الأرشيف إلى أكثر مما يعلن؛ ولم تُقرأ الملفات بعد ذلك.</translation>
    </message>
    <message>
        <source>message:archive-stray-bytes</source>
        <extracomment>{count} bytes after the archive's end were not read.</extracomment>
        <translation>لم يُقرأ {count} بايت بعد نهاية الأرشيف.</translation>
    </message>
    <message>
        <source>message:argument-not-utf8</source>
        <extracomment>'{typed}' isn't text in UTF-8. Type it again, or write it into a file in that encoding.</extracomment>
        <translation>'{typed}' ليس نصًّا بترميز UTF-8. اكتبه مرة أخرى، أو احفظه في ملف بهذا الترميز.</translation>
    </message>
    <message>
        <source>message:arj-archive</source>
        <extracomment>an ARJ archive</extracomment>
        <translation>أرشيف ARJ</translation>
    </message>
    <message>
        <source>message:attached-file-missing</source>
        <extracomment>The attached file {name} can't be read, or isn't in the document.</extracomment>
        <translation>لا يمكن قراءة الملف المرفق {name}، أو ليس في المستند.</translation>
    </message>
    <message>
        <source>message:attached-files-encrypted</source>
        <extracomment>Files attached to it need a password; none of those given works.</extracomment>
        <translation>تحتاج ملفات مرفقة به إلى كلمة مرور؛ ولا تناسبها أي من المعطاة.</translation>
    </message>
    <message>
        <source>message:attachment-base64-broken</source>
        <extracomment>An attachment isn't valid base64; it was not read.</extracomment>
        <translation>أحد المرفقات ليس base64 سليمًا؛ ولم يُقرأ.</translation>
    </message>
    <message>
        <source>message:attachment-external</source>
        <extracomment>Attachment {name} is stored elsewhere and was not fetched: {place}</extracomment>
        <translation>المرفق {name} موجود في مكان آخر ولم يُجلب: {place}</translation>
    </message>
    <message>
        <source>message:attachment-trouble</source>
        <extracomment>Attachment {name}: {trouble}</extracomment>
        <translation>المرفق {name}: {trouble}</translation>
    </message>
    <message>
        <source>message:attachment-without-content</source>
        <extracomment>Attachment {name} has no content in the item, or it can't be read.</extracomment>
        <translation>ليس للمرفق {name} محتوى في العنصر، أو لا يمكن قراءته.</translation>
    </message>
    <message>
        <source>message:attribute-takes-word</source>
        <extracomment>{field}: takes a word or "a phrase".</extracomment>
        <translation>{field}: يأخذ كلمة أو "عبارة".</translation>
    </message>
    <message>
        <source>message:attribute-unresolved</source>
        <extracomment>{field}: must be looked up in the store before an engine is asked.</extracomment>
        <translation>{field}: يجب البحث عن قيمته في المخزن قبل سؤال محرّك البحث.</translation>
    </message>
    <message>
        <source>message:audit-cut-off</source>
        <extracomment>the audit had {known} rows and now has {rows}: its end was cut off</extracomment>
        <translation>كان في سجل التدقيق {known} صفًّا وفيه الآن {rows}: قُطع آخره</translation>
    </message>
    <message>
        <source>message:audit-end-unknown</source>
        <extracomment>the audit's last row, {rows}, isn't the one that the case knows: it knows none</extracomment>
        <translation>الصف الأخير من سجل التدقيق، {rows}، ليس الذي تعرفه القضية: فهي لا تعرف أيًّا</translation>
    </message>
    <message>
        <source>message:audit-row-changed</source>
        <extracomment>row {row} of the audit was changed, or the one before it was</extracomment>
        <translation>غُيّر الصف {row} من سجل التدقيق أو الصف الذي قبله</translation>
    </message>
    <message>
        <source>message:audit-row-missing</source>
        <extracomment>row {row} of the audit is missing</extracomment>
        <translation>الصف {row} من سجل التدقيق مفقود</translation>
    </message>
    <message>
        <source>message:audit-rows-follow</source>
        <extracomment>each row follows from the one before (rows: {count})</extracomment>
        <translation>يتبع كل صف ما قبله (عدد الصفوف: {count})</translation>
    </message>
    <message>
        <source>message:autocad-drawing</source>
        <extracomment>an AutoCAD drawing</extracomment>
        <translation>رسم AutoCAD</translation>
    </message>
    <message>
        <source>message:autocad-dxf-drawing</source>
        <extracomment>an AutoCAD drawing (DXF)</extracomment>
        <translation>رسم AutoCAD‏ (DXF)</translation>
    </message>
    <message>
        <source>message:backup-inside</source>
        <extracomment>{path} is inside the case or a folder that it may read. Choose another place for the backup.</extracomment>
        <translation>{path} داخل القضية أو داخل مجلد يُسمح لها بقراءته. اختر مكانًا آخر للنسخة الاحتياطية.</translation>
    </message>
    <message>
        <source>message:bad-judgement</source>
        <extracomment>An item is judged relevant or not relevant, not '{value}'.</extracomment>
        <translation>يُحكم على العنصر بأنه ذو صلة أو غير ذي صلة، لا '{value}'.</translation>
    </message>
    <message>
        <source>message:bad-profile-name</source>
        <extracomment>'{name}' can't be the name of a profile: it needs 1 to {most} characters, without *, ?, quotation marks and backslashes.</extracomment>
        <translation>لا يمكن أن يكون '{name}' اسمًا لملف تعريفي: يلزم من 1 إلى {most} حرفًا، من دون * و? وعلامات اقتباس وشرطات مائلة عكسية.</translation>
    </message>
    <message>
        <source>message:bad-tag-name</source>
        <extracomment>'{name}' can't be a tag: a tag has 1 to 80 characters, without " * and ?.</extracomment>
        <translation>لا يصلح '{name}' وسمًا: يأخذ من 1 إلى 80 محرفًا من دون " و* و?.</translation>
    </message>
    <message>
        <source>message:base64-cut</source>
        <extracomment>The base64 data is truncated; what is there was read.</extracomment>
        <translation>تنتهي بيانات base64 في منتصفها؛ وقُرئ الموجود.</translation>
    </message>
    <message>
        <source>message:batch-ambiguous</source>
        <extracomment>{many} batches are named '{name}', from copies that were merged. Use an id instead: {ids}</extracomment>
        <translation>{many} دفعات اسمها '{name}' من نسخ دُمجت. اذكر معرّفها: {ids}</translation>
    </message>
    <message>
        <source>message:batch-bad-name</source>
        <extracomment>'{name}' can't name a batch: a name has 1 to {most} characters, without " * ? and \.</extracomment>
        <translation>لا يصلح '{name}' اسمًا لدفعة: يأخذ من 1 إلى {most} محرفًا من دون " و* و? و\.</translation>
    </message>
    <message>
        <source>message:batch-completed</source>
        <extracomment>'{name}' was completed by {who}. Say that you take it again (--again) to reopen it.</extracomment>
        <translation>أكمل {who} الدفعة '{name}'. لفتحها من جديد اختر أخذها من جديد.</translation>
    </message>
    <message>
        <source>message:batch-has-untagged</source>
        <extracomment>{left} of {items} items of '{name}' have no tag: {query} finds them. Code them, return the batch, or complete it anyway (--anyway).</extracomment>
        <translation>{left} من {items} عنصرًا في '{name}' بلا وسم: يجدها {query}. صنّفها أو أرجع الدفعة أو أكملها على أي حال.</translation>
    </message>
    <message>
        <source>message:batch-name-taken</source>
        <extracomment>There is already a batch named '{name}'. Choose another name.</extracomment>
        <translation>توجد دفعة باسم '{name}' من قبل. اختر اسمًا آخر.</translation>
    </message>
    <message>
        <source>message:batch-not-checked-out</source>
        <extracomment>'{name}' is {state}: nobody has it. Take it first.</extracomment>
        <translation>'{name}' ليست عند أحد ({state}). خذها أولًا.</translation>
    </message>
    <message>
        <source>message:batch-of-another</source>
        <extracomment>{who} has '{name}'. Only the person who has a batch can complete it; anyone can return it.</extracomment>
        <translation>'{name}' عند {who}. لا يكمل الدفعة إلا من هي عنده؛ ويمكن إرجاعها.</translation>
    </message>
    <message>
        <source>message:batch-of-nothing</source>
        <extracomment>There is nothing to put into a batch: the query finds no item that can go into one.</extracomment>
        <translation>لا شيء يوضع في دفعة: لا يجد الاستعلام عنصرًا يمكن أن يدخلها.</translation>
    </message>
    <message>
        <source>message:batch-of-selected</source>
        <extracomment>{count} selected items of: {query}</extracomment>
        <translation>{count} من العناصر المحددة من: {query}</translation>
    </message>
    <message>
        <source>message:batch-size</source>
        <extracomment>A batch has 1 to {most} items, not {size}; 0 makes one of all.</extracomment>
        <translation>في الدفعة من 1 إلى {most} عنصرًا، لا {size}؛ و0 يصنع واحدة من الكل.</translation>
    </message>
    <message>
        <source>message:batch-taken</source>
        <extracomment>{who} has had '{name}' since {time}. Take another, or ask for this one.</extracomment>
        <translation>الدفعة '{name}' عند {who} منذ {time}. خذ غيرها أو اطلب هذه.</translation>
    </message>
    <message>
        <source>message:binhex-file</source>
        <extracomment>a BinHex file</extracomment>
        <translation>ملف BinHex</translation>
    </message>
    <message>
        <source>message:blanks-made-plain</source>
        <extracomment>unusual spaces were replaced by plain ones ({count})</extracomment>
        <translation>استُبدلت بالفراغات غير المألوفة فراغات عادية ({count})</translation>
    </message>
    <message>
        <source>message:blender-drawing</source>
        <extracomment>a Blender drawing</extracomment>
        <translation>رسم</translation>
    </message>
    <message>
        <source>message:book-part-not-unpacked</source>
        <extracomment>{name} can't be unpacked; the rest was read.</extracomment>
        <translation>لا يمكن فكّ {name}؛ وقُرئ الباقي.</translation>
    </message>
    <message>
        <source>message:book-rights-managed</source>
        <extracomment>The book is protected by rights management; its pages can't be read.</extracomment>
        <translation>الكتاب محمي بإدارة الحقوق؛ ولا يمكن قراءة صفحاته.</translation>
    </message>
    <message>
        <source>message:boundary-unclosed</source>
        <extracomment>The message ends without its closing boundary; what came after may be missing.</extracomment>
        <translation>تنتهي الرسالة من دون حدّها الختامي؛ وقد ينقص ما بعدها.</translation>
    </message>
    <message>
        <source>message:broker-died</source>
        <extracomment>The process that opens the sources ended, and ended again when it was restarted. What has been read is kept, and the ledger says what was opened. Try again.</extracomment>
        <translation>انتهت العملية التي تفتح ملفات المصدر، حتى بعد تشغيلها من جديد. حُفظ ما قُرئ، والدفتر يذكر ما فُتح؛ شغّل من جديد.</translation>
    </message>
    <message>
        <source>message:broker-not-confined</source>
        <extracomment>The process that opens the sources could open {path}, which is outside the scope, although Linux's Landlock should prevent it. No source was opened. Run 'triage doctor', and have the system repaired.</extracomment>
        <translation>تمكّنت العملية التي تفتح ملفات المصدر من فتح {path}، وهو خارج النطاق، مع أنّ Landlock في لينكس يجب أن يمنع ذلك. لم يُفتح أي ملف مصدر. شغّل 'triage doctor' وأصلح النظام.</translation>
    </message>
    <message>
        <source>message:broker-silent</source>
        <extracomment>The process that opens the sources stopped responding and was ended. What has been read is kept. Check the disk or network drive that they are on, and try again.</extracomment>
        <translation>العملية التي تفتح ملفات المصدر لا تستجيب، وقد أُنهيت. تحقّق من القرص أو محرّك الشبكة الذي توجد عليه ثم شغّل من جديد. حُفظ ما قُرئ.</translation>
    </message>
    <message>
        <source>message:broker-unconfined</source>
        <extracomment>Sources were opened by a process that the system doesn't confine to the scope's folders, as Linux's Landlock is missing or switched off; only Triage's own checks apply.</extracomment>
        <translation>فتحت ملفاتِ المصدر عمليةٌ لا يحصرها النظام في مجلدات النطاق، لأنّ Landlock في لينكس مفقود أو معطّل؛ ولا تسري هناك إلا فحوص Triage نفسها.</translation>
    </message>
    <message>
        <source>message:bytes-not-in-base64</source>
        <extracomment>{text} isn't {size} bytes in base64</extracomment>
        <translation>{text} ليس {size} بايت بصيغة base64</translation>
    </message>
    <message>
        <source>message:canaries-found</source>
        <extracomment>{found} of {count} canaries found, no forbidden one turned up</extracomment>
        <translation>عُثر على {found} من {count} من سلاسل الاختبار، ولم تظهر أي سلسلة محظورة</translation>
    </message>
    <message>
        <source>message:canaries-found-and-leaked</source>
        <extracomment>{found} of {count} canaries found; forbidden ones that turned up: {leaks}</extracomment>
        <translation>عُثر على {found} من {count} من سلاسل الاختبار؛ وعدد السلاسل المحظورة التي ظهرت: {leaks}</translation>
    </message>
    <message>
        <source>message:case-among-sources</source>
        <extracomment>The case can't be inside a folder that it reads ({folder}). Choose another place for it.</extracomment>
        <translation>لا يجوز أن تقع القضية داخل ما تقرؤه ({folder}). اختر لها مكانًا آخر.</translation>
    </message>
    <message>
        <source>message:case-being-written</source>
        <extracomment>Another process is writing to this case. Wait until it has finished, and try again.</extracomment>
        <translation>عملية أخرى تكتب في هذه القضية. انتظر حتى تنتهي وأعد المحاولة.</translation>
    </message>
    <message>
        <source>message:case-changed-meanwhile</source>
        <extracomment>{path} was changed by another process while it was read. Try again once that has ended.</extracomment>
        <translation>غيّرت عملية أخرى {path} أثناء القراءة. حاول مرة أخرى بعد انتهائها.</translation>
    </message>
    <message>
        <source>message:case-folder-missing</source>
        <extracomment>{path} isn't there. If it is on another drive or a network, connect that and try again; if the case was moved, open it where it is now. To make a new one: triage new</extracomment>
        <translation>{path} غير موجود الآن. إن كان على قرص آخر أو على الشبكة فصِلهما وحاول مجددًا؛ وإن نُقلت القضية فافتحها حيث هي الآن. لإنشاء قضية جديدة: triage new</translation>
    </message>
    <message>
        <source>message:case-folder-not-empty</source>
        <extracomment>{path} exists and isn't an empty folder. Choose another place for the case.</extracomment>
        <translation>المسار {path} موجود وليس مجلدًا فارغًا. اختر مكانًا آخر للقضية.</translation>
    </message>
    <message>
        <source>message:case-folder-unreadable</source>
        <extracomment>The case {path} can't be read: {error}. Ask its owner for access, or for a copy.</extracomment>
        <translation>لا يمكن قراءة القضية {path}: ‏{error}. اطلب من مالكها إذنًا بالوصول أو نسخة منها.</translation>
    </message>
    <message>
        <source>message:case-half-made</source>
        <extracomment>{path} is only half of a case: making it was stopped before its end, or goes on now. If nobody makes it now, delete it, and make it again.</extracomment>
        <translation>{path} نصف قضية فقط: توقف إنشاؤها قبل نهايته، أو ما زال جاريًا الآن. إن لم يكن أحد ينشئها الآن فاحذفها وأنشئها من جديد.</translation>
    </message>
    <message>
        <source>message:case-newer-format</source>
        <extracomment>{path} was made by {program}, which is newer than this version: it has format {format}, and this version reads {known}. Install that version to open it. Nothing was changed.</extracomment>
        <translation>القضية {path} أنشأها {program}، وهو أحدث من هذا الإصدار: تنسيقها {format}، وهذا الإصدار يقرأ {known}. ثبّتوا ذلك الإصدار لفتحها. لم يتغير شيء.</translation>
    </message>
    <message>
        <source>message:case-not-made</source>
        <extracomment>The case can't be created in {path}: {error}. Choose another place.</extracomment>
        <translation>لا يمكن إنشاء القضية في {path}: {error}. اختر مكانًا آخر.</translation>
    </message>
    <message>
        <source>message:case-older-format</source>
        <extracomment>{path} was made by an earlier version of Triage: it has format {format}, and this version reads {known}. Make the case again with triage new and triage index, over the same files. Nothing was changed.</extracomment>
        <translation>القضية {path} أنشأها إصدار سابق من Triage: تنسيقها {format}، وهذا الإصدار يقرأ {known}. أنشئوا القضية من جديد بواسطة triage new و triage index من الملفات نفسها. لم يتغير شيء.</translation>
    </message>
    <message>
        <source>message:case-on-share</source>
        <extracomment>{path} is on a network share ({kind}), where a case can be damaged without warning. Nothing was written. Keep the case on a local disk; on a share it can only be read.</extracomment>
        <translation>{path} على مشاركة شبكية ({kind})، حيث قد تتلف القضية دون أي تنبيه. لم يُكتب شيء. احتفظ بالقضية على قرص محلي؛ ففي مكانها الحالي يمكن قراءتها فقط.</translation>
    </message>
    <message>
        <source>message:case-read-by-others</source>
        <extracomment>{path} was read by other versions ({versions}), which this matrix doesn't cover. Use those versions, or create the case again with these.</extracomment>
        <translation>قُرئ {path} بنسخ أخرى ({versions}) لا تتحدث عنها هذه المصفوفة. استعمل تلك النسخ، أو أنشئ القضية من جديد بهذه.</translation>
    </message>
    <message>
        <source>message:case-read-only</source>
        <extracomment>{path} is open for reading only, and this would change it. Nothing was written.</extracomment>
        <translation>{path} مفتوح للقراءة فقط، وهذا الإجراء من شأنه أن يغيّره. لم يُكتب شيء.</translation>
    </message>
    <message>
        <source>message:case-rolled-back</source>
        <extracomment>the case was rolled back, or a copy of it went on elsewhere: {why}. The latest head that this login signed is {path}. If the case was restored from a backup, put that on record: triage record head CASE --restored WHY</extracomment>
        <translation>أُعيدت القضية إلى حالة سابقة، أو استمرت نسخة منها في مكان آخر: {why}. آخر رأس وقّعه هذا المستخدم هو {path}. إن استُعيدت القضية من نسخة احتياطية فسجّل ذلك: ⁦triage record head CASE --restored WHY⁩</translation>
    </message>
    <message>
        <source>message:case-special-file</source>
        <extracomment>{path} is a link, a pipe or a device. A case has files and folders alone. Nothing was read: delete it, or put a copy of what a link stands for in its place.</extracomment>
        <translation>{path} رابط أو أنبوب أو جهاز. لا تضم القضية إلا ملفات ومجلدات. لم يُقرأ شيء: احذفه، أو ضع مكانه نسخة مما يشير إليه الرابط.</translation>
    </message>
    <message>
        <source>message:case-unread</source>
        <extracomment>Nothing in {path} has been read yet. Read it first: triage index {path}</extracomment>
        <translation>لم يُقرأ شيء من {path} بعد. اقرأه أولًا: ⁦triage index {path}⁩</translation>
    </message>
    <message>
        <source>message:case-unwritable</source>
        <extracomment>The case can't be written ({error}). This step isn't finished; what was saved before it is kept.</extracomment>
        <translation>لا يمكن الكتابة في القضية ({error}). لم تكتمل هذه الخطوة؛ وما حُفظ قبلها باقٍ.</translation>
    </message>
    <message>
        <source>message:catalogue-lost</source>
        <extracomment>Its catalogue is lost or broken; the pages that could be found were read.</extracomment>
        <translation>فهرسه الرئيسي مفقود أو تالف؛ وقُرئت الصفحات التي عُثر عليها.</translation>
    </message>
    <message>
        <source>message:cells-without-text</source>
        <extracomment>{count} cells name a text that the workbook doesn't contain.</extracomment>
        <translation>تذكر {count} خلية نصًّا لا يحويه المصنّف.</translation>
    </message>
    <message>
        <source>message:certificate-unreadable</source>
        <extracomment>A certificate in {part} can't be read ({error}).</extracomment>
        <translation>لا يمكن قراءة شهادة في {part} ({error}).</translation>
    </message>
    <message>
        <source>message:character-misplaced</source>
        <extracomment>'{typed}' doesn't belong here.</extracomment>
        <translation>لا يصلح '{typed}' هنا.</translation>
    </message>
    <message>
        <source>message:characters-lost-by-zeros</source>
        <extracomment>{count} characters couldn't be read as {charset} (by its zero bytes); they show as �.</extracomment>
        <translation>تعذّرت قراءة {count} محرفًا بـ {charset} التي يدلّ عليها نمط بايتاته الصفرية؛ تظهر �.</translation>
    </message>
    <message>
        <source>message:characters-lost-declared</source>
        <extracomment>{count} characters couldn't be read as the declared {charset}; they show as �.</extracomment>
        <translation>تعذّرت قراءة {count} محرفًا بـ {charset} المعلنة؛ تظهر �.</translation>
    </message>
    <message>
        <source>message:characters-lost-guessed</source>
        <extracomment>{count} characters couldn't be read as {charset} (a guess); they show as �.</extracomment>
        <translation>تعذّرت قراءة {count} محرفًا بـ {charset} التي يبدو النص بها؛ تظهر �.</translation>
    </message>
    <message>
        <source>message:characters-lost-marked</source>
        <extracomment>{count} characters couldn't be read as {charset} (by its byte order mark); they show as �.</extracomment>
        <translation>تعذّرت قراءة {count} محرفًا بـ {charset} التي تدلّ عليها علامة ترتيب البايتات؛ تظهر �.</translation>
    </message>
    <message>
        <source>message:charset-is-utf-8</source>
        <extracomment>The text is declared as {declared} but is UTF-8, and was read as that.</extracomment>
        <translation>النص معلن على أنه {declared} لكنه UTF-8 وقُرئ كذلك.</translation>
    </message>
    <message>
        <source>message:charset-misdeclared</source>
        <extracomment>The text can't be read as the declared {declared}; it was read as {charset}.</extracomment>
        <translation>لا يمكن قراءة النص على أنه {declared} المعلن؛ قُرئ على أنه {charset}.</translation>
    </message>
    <message>
        <source>message:charset-mixed</source>
        <extracomment>The text is {charset} with some bytes of windows-1252 in it.</extracomment>
        <translation>النص {charset} وفيه بايتات من windows-1252.</translation>
    </message>
    <message>
        <source>message:charset-unstated</source>
        <extracomment>The character set isn't stated; it was read as {charset}.</extracomment>
        <translation>مجموعة المحارف غير مذكورة؛ قُرئ على أنه {charset}.</translation>
    </message>
    <message>
        <source>message:check-unreadable</source>
        <extracomment>can't be read: {error}</extracomment>
        <translation>لا يمكن قراءته: {error}</translation>
    </message>
    <message>
        <source>message:clock-never-went-back</source>
        <extracomment>no row of the audit is earlier than the one before it</extracomment>
        <translation>لا صف في سجل التدقيق أقدم مما قبله</translation>
    </message>
    <message>
        <source>message:clock-went-back</source>
        <extracomment>row {row} of the audit is of {time}, after row {before} of {earlier}: the machine's clock was set back, so times from there on can't be relied on</extracomment>
        <translation>الصف {row} من سجل التدقيق مؤرخ {time}، بعد الصف {before} المؤرخ {earlier}: أُعيدت ساعة الجهاز إلى الوراء، فلا يُعتمد على الأوقات من هناك فصاعدًا</translation>
    </message>
    <message>
        <source>message:cluster-busy</source>
        <extracomment>The search cluster is too busy to take {count} items. Nothing is lost: run triage index again when it is less busy.</extracomment>
        <translation>عنقود البحث مشغول عن استلام {count} من العناصر. لم يضع شيء: شغّل triage index مرة أخرى حين يقل انشغاله.</translation>
    </message>
    <message>
        <source>message:cluster-denies</source>
        <extracomment>The search cluster at {hosts} refused the user or the key. Check cluster.user in settings.toml, and the secret in {variable} or in your keyring.</extracomment>
        <translation>رفض عنقود البحث في {hosts} المستخدم أو المفتاح. تحقق من cluster.user في settings.toml، ومن كلمة السر في {variable} أو في حافظة مفاتيحك.</translation>
    </message>
    <message>
        <source>message:cluster-failed</source>
        <extracomment>The search cluster couldn't answer in full, so there is no answer: {what}. Search again, or ask whoever runs the cluster.</extracomment>
        <translation>لم يستطع عنقود البحث أن يجيب كاملا، فلا جواب: {what}. ابحث مرة أخرى، أو اسأل من يدير العنقود.</translation>
    </message>
    <message>
        <source>message:cluster-host-wrong</source>
        <extracomment>{path} names a search cluster at '{host}', which isn't an address such as https://search-1.example:9200. Correct cluster.hosts.</extracomment>
        <translation>يذكر {path} عنقود بحث في '{host}'، وليس هذا عنوانا مثل https://search-1.example:9200. صحّح cluster.hosts.</translation>
    </message>
    <message>
        <source>message:cluster-index-differs</source>
        <extracomment>The index {index} on the search cluster isn't what this case sent there: {sent} items were sent, and what it holds is something else. Another copy of the case may have written to it. Delete opensearch.db in the case's folder and run triage index, and all is sent again.</extracomment>
        <translation>الفهرس {index} في عنقود البحث ليس ما أرسلته إليه هذه القضية: أُرسل {sent} من العناصر، وما فيه شيء آخر. قد تكون نسخة أخرى من القضية كتبت فيه. احذف opensearch.db من مجلد القضية وشغّل triage index، فيُرسل كل شيء من جديد.</translation>
    </message>
    <message>
        <source>message:cluster-index-foreign</source>
        <extracomment>An index with this case's name, {index}, is on the search cluster, but Triage didn't make it. Ask whoever runs the cluster to rename or delete it.</extracomment>
        <translation>في عنقود البحث فهرس باسم هذه القضية، {index}، ولكن Triage لم ينشئه. اطلب ممن يدير العنقود أن يغيّر اسمه أو يحذفه.</translation>
    </message>
    <message>
        <source>message:cluster-index-gone</source>
        <extracomment>The index {index} isn't on the search cluster any more. Run triage index, and it is made again from the case's text.</extracomment>
        <translation>لم يعد الفهرس {index} في عنقود البحث. شغّل triage index، فيُنشأ من جديد من نص القضية.</translation>
    </message>
    <message>
        <source>message:cluster-not-installed</source>
        <extracomment>The engine opensearch needs the package opensearch-py. Install Triage with its extra: pip install 'triage[cluster]'.</extracomment>
        <translation>يحتاج المحرك opensearch إلى الحزمة opensearch-py. ثبّت Triage مع إضافته: pip install 'triage[cluster]'.</translation>
    </message>
    <message>
        <source>message:cluster-not-named</source>
        <extracomment>This case's index belongs on a search cluster, but {path} names none. Add a table [cluster] with hosts = ["https://search-1.example:9200"].</extracomment>
        <translation>مكان فهرس هذه القضية عنقود بحث، ولكن {path} لا يذكر أي عنقود. أضف جدولا [cluster] فيه hosts = ["https://search-1.example:9200"].</translation>
    </message>
    <message>
        <source>message:cluster-not-own</source>
        <extracomment>{path} names the search cluster {host}, which you haven't confirmed, so nothing was sent to it: a case that comes from somebody else may name anything. If it is your own, add the line {host} to {file}.</extracomment>
        <translation>يذكر {path} عنقود البحث {host}، ولم تؤكده، فلم يُرسل إليه شيء: فالقضية الآتية من غيرك قد تذكر أي عنوان. إن كان لك فأضف السطر {host} إلى {file}.</translation>
    </message>
    <message>
        <source>message:cluster-not-sent</source>
        <extracomment>Nothing of the case in {path} was sent to its search cluster yet, and the case can't be written. Run triage index where it can.</extracomment>
        <translation>لم يُرسل بعد شيء من القضية في {path} إلى عنقود بحثها، ولا يمكن الكتابة في القضية. شغّل triage index حيث يمكن ذلك.</translation>
    </message>
    <message>
        <source>message:cluster-out-of-time</source>
        <extracomment>The search cluster took longer than {seconds} seconds, and the search was stopped without an answer. Search again, narrow it, or set cluster.search_seconds in the case's settings.toml.</extracomment>
        <translation>استغرق عنقود البحث أكثر من {seconds} ثانية، وأُوقف البحث بلا جواب. ابحث مرة أخرى، أو ضيّق البحث، أو غيّر cluster.search_seconds في ملف settings.toml الخاص بالقضية.</translation>
    </message>
    <message>
        <source>message:cluster-records-damaged</source>
        <extracomment>{path} can't be read: {error}. Delete it and run triage index: all is sent to the search cluster again.</extracomment>
        <translation>لا يمكن قراءة {path}: {error}. احذفه وشغّل triage index: فيُرسل كل شيء إلى عنقود البحث مرة أخرى.</translation>
    </message>
    <message>
        <source>message:cluster-silent</source>
        <extracomment>The search cluster at {hosts} didn't answer within {seconds} seconds. Search again, or ask whoever runs it.</extracomment>
        <translation>لم يجب عنقود البحث في {hosts} خلال {seconds} ثانية. ابحث مرة أخرى، أو اسأل من يديره.</translation>
    </message>
    <message>
        <source>message:cluster-too-busy</source>
        <extracomment>The search cluster has too much to do. Search again in a moment.</extracomment>
        <translation>لدى عنقود البحث عمل أكثر مما يطيق. ابحث مرة أخرى بعد قليل.</translation>
    </message>
    <message>
        <source>message:cluster-unreachable</source>
        <extracomment>The search cluster at {hosts} can't be reached: {error}. Check cluster.hosts in settings.toml, and that the cluster is running.</extracomment>
        <translation>لا يمكن الوصول إلى عنقود البحث في {hosts}: {error}. تحقق من cluster.hosts في settings.toml، ومن أن العنقود يعمل.</translation>
    </message>
    <message>
        <source>message:cluster-without-tls</source>
        <extracomment>{path} names a search cluster at {host}, without TLS. Use https, except for a node on this computer.</extracomment>
        <translation>يذكر {path} عنقود بحث في {host} بلا TLS. استعمل https، إلا لعقدة على هذا الجهاز.</translation>
    </message>
    <message>
        <source>message:comment-damaged</source>
        <extracomment>A comment's record is damaged and was skipped.</extracomment>
        <translation>سجل أحد التعليقات تالف وتُجووز.</translation>
    </message>
    <message>
        <source>message:commitments-differ</source>
        <extracomment>what row {row} of the audit committed to was changed or removed</extracomment>
        <translation>ما التزم به الصف {row} من سجل التدقيق غُيِّر أو حُذف</translation>
    </message>
    <message>
        <source>message:compound-breaks-rules</source>
        <extracomment>The compound file is malformed ({error}).</extracomment>
        <translation>يخالف الملف المركّب قواعد صيغته ({error}).</translation>
    </message>
    <message>
        <source>message:compound-cut</source>
        <extracomment>The compound file ends too early; the rest was read.</extracomment>
        <translation>ينتهي الملف المركّب مبكرًا؛ وقُرئ الباقي.</translation>
    </message>
    <message>
        <source>message:compound-not-opened</source>
        <extracomment>The compound file can't be opened ({error}); its loose strings were kept.</extracomment>
        <translation>لا يمكن فتح الملف المركّب ({error})؛ وحُفظت سلاسله المتفرقة.</translation>
    </message>
    <message>
        <source>message:compound-without-reader</source>
        <extracomment>There is no reader for this kind of file; properties and loose strings were kept.</extracomment>
        <translation>لا قارئ لهذا النوع من الملفات؛ وحُفظت الخصائص والسلاسل المتفرقة.</translation>
    </message>
    <message>
        <source>message:compress-file</source>
        <extracomment>a file compressed with compress</extracomment>
        <translation>ملف مضغوط بـ compress</translation>
    </message>
    <message>
        <source>message:confidence-out-of-range</source>
        <extracomment>A confidence is between 0 and 1, such as 0.95, not {confidence}.</extracomment>
        <translation>تقع درجة الثقة بين 0 و1، مثل 0.95، وليست {confidence}.</translation>
    </message>
    <message>
        <source>message:contained-not-as-made</source>
        <extracomment>the case's file of contained mails isn't the one on record, and isn't used: is:contained finds nothing, and lists mark none (triage near makes --contained it anew)</extracomment>
        <translation>ملف الرسائل المحتواة في القضية ليس هو المسجَّل، ولا يُستخدم: لا يجد is:contained شيئًا، ولا تضع القوائم علامة على أي رسالة (يُنشئه triage near من --contained جديد)</translation>
    </message>
    <message>
        <source>message:contained-not-looked-for</source>
        <extracomment>is:contained finds nothing yet: no mails were compared (triage near does --contained)</extracomment>
        <translation>is:contained لا يجد شيئًا بعد: لم تُقارَن أي رسائل (triage near يقارنها --contained)</translation>
    </message>
    <message>
        <source>message:contained-outdated</source>
        <extracomment>is:contained: items were read or changed since mails were compared (triage near compares --contained them again)</extracomment>
        <translation>is:contained: قُرئت عناصر أو تغيّرت منذ مقارنة الرسائل (triage near يقارنها --contained من جديد)</translation>
    </message>
    <message>
        <source>message:content-added</source>
        <extracomment>{row} isn't on record: it was added</extracomment>
        <translation>{row} ليس في السجل: أُضيف</translation>
    </message>
    <message>
        <source>message:content-agrees</source>
        <extracomment>each row is as the audit committed to it (rows: {count})</extracomment>
        <translation>كل صف كما التزم به سجل التدقيق (عدد الصفوف: {count})</translation>
    </message>
    <message>
        <source>message:content-changed</source>
        <extracomment>{row} isn't what was recorded</extracomment>
        <translation>{row} ليس كما سُجِّل</translation>
    </message>
    <message>
        <source>message:content-in-smime-attachment</source>
        <extracomment>The item's content is in an S/MIME attachment; see there.</extracomment>
        <translation>محتوى العنصر في مرفق S/MIME؛ انظر هناك.</translation>
    </message>
    <message>
        <source>message:content-missing</source>
        <extracomment>{row} is missing</extracomment>
        <translation>{row} مفقود</translation>
    </message>
    <message>
        <source>message:copy-no-case</source>
        <extracomment>its tables aren't those of a case</extracomment>
        <translation>ليست جداوله جداول قضية</translation>
    </message>
    <message>
        <source>message:copy-unproved</source>
        <extracomment>{path} doesn't prove its decisions ({check}: {why}). Not merged.</extracomment>
        <translation>لا يثبت {path} قراراته ({check}: {why}). لم يُدمج.</translation>
    </message>
    <message>
        <source>message:copy-wrong</source>
        <extracomment>{path} can't be merged: {why}. Nothing was imported; ask for the copy again.</extracomment>
        <translation>لا يمكن دمج {path}: {why}. لم يؤخذ شيء؛ اطلب النسخة من جديد.</translation>
    </message>
    <message>
        <source>message:countersign-where</source>
        <extracomment>Where should the countersigned head go? Name a new file with -o, or the case with --case.</extracomment>
        <translation>أين يُكتب الرأس الموقَّع؟ حدّد ملفًّا جديدًا بـ ⁦-o⁩، أو القضية بـ ⁦--case⁩.</translation>
    </message>
    <message>
        <source>message:coverage-sample-size</source>
        <extracomment>A sample has 0 to {most} items, not {size}.</extracomment>
        <translation>في العيّنة من 0 إلى {most} عنصرًا، لا {size}.</translation>
    </message>
    <message>
        <source>message:cpio-archive</source>
        <extracomment>a Unix archive (cpio)</extracomment>
        <translation>أرشيف Unix‏ (cpio)</translation>
    </message>
    <message>
        <source>message:cross-reference-broken</source>
        <extracomment>Its cross-reference table is broken; the objects that could be found were read.</extracomment>
        <translation>جدول إحالاته تالف؛ وقُرئت الكائنات التي عُثر عليها.</translation>
    </message>
    <message>
        <source>message:custodian-braces</source>
        <extracomment>'{custodian}' can't be the custodian of {root}: braces are only for {alone} and the like, and stand alone. Write a name, or {alone} for the name of the first folder below.</extracomment>
        <translation>لا يمكن أن يكون '{custodian}' حائز {root}: الأقواس المعقوفة مخصصة لـ {alone} وأمثاله وتقف وحدها. اكتب اسمًا، أو {alone} لاسم أول مجلد تحته.</translation>
    </message>
    <message>
        <source>message:data-file</source>
        <extracomment>a data file</extracomment>
        <translation>ملف بيانات</translation>
    </message>
    <message>
        <source>message:database-broken-off</source>
        <extracomment>The database can't be read further ({error}).</extracomment>
        <translation>تتعذّر مواصلة قراءة قاعدة البيانات ({error}).</translation>
    </message>
    <message>
        <source>message:database-damaged</source>
        <extracomment>SQLite says: {error}</extracomment>
        <translation>أبلغ SQLite بما يلي: {error}</translation>
    </message>
    <message>
        <source>message:database-foreign</source>
        <extracomment>{path} has a {kind} '{name}' that Triage didn't make. It could run by itself, or change what is found, so nothing in the case was opened. Restore the case from a copy.</extracomment>
        <translation>في {path} عنصر من نوع {kind} باسم '{name}' لم يُنشئه Triage. كان يمكن أن يعمل من تلقاء نفسه أو أن يغيّر ما يُعثر عليه، لذلك لم يُفتح شيء في القضية. استعد القضية من نسخة.</translation>
    </message>
    <message>
        <source>message:database-lacks</source>
        <extracomment>'{name}', which every case's database has, isn't there. Restore the case from a copy</extracomment>
        <translation>'{name}' الموجود في قاعدة بيانات كل قضية غير موجود هنا. استعد القضية من نسخة</translation>
    </message>
    <message>
        <source>message:database-sound</source>
        <extracomment>SQLite finds no damage, its indexes have what its tables have, and all statements are Triage's own</extracomment>
        <translation>لا يجد SQLite تلفًا، وفهارسه مطابقة لجداوله، وكل التعليمات من Triage نفسه</translation>
    </message>
    <message>
        <source>message:database-unopened</source>
        <extracomment>The case's database is damaged: {path} ({error}). What is still whole, triage verify tells; restore the case from a backup.</extracomment>
        <translation>قاعدة بيانات القضية تالفة: {path} ({error}). ما بقي سليمًا يبيّنه ⁦triage verify⁩؛ استعد القضية من نسخة احتياطية.</translation>
    </message>
    <message>
        <source>message:database-unreached</source>
        <extracomment>{path} can't be read or written ({error}). Check that its drive is connected and works, and that you may write there; then try again.</extracomment>
        <translation>لا يمكن قراءة {path} أو الكتابة فيه ({error}). تحقق من أن قرصه موصول وسليم وأن لك أن تكتب هناك؛ ثم أعد المحاولة.</translation>
    </message>
    <message>
        <source>message:date-after-file</source>
        <extracomment>Its date is more than a year after its file was last changed ({changed} UTC): {date}</extracomment>
        <translation>تاريخه بعد آخر تغيير لملفه ({changed} UTC) بأكثر من سنة: {date}</translation>
    </message>
    <message>
        <source>message:date-ambiguous</source>
        <extracomment>'{typed}' has two meanings: write {first} or {second}.</extracomment>
        <translation>لـ '{typed}' معنيان: اكتب {first} أو {second}.</translation>
    </message>
    <message>
        <source>message:date-before-1970</source>
        <extracomment>Its date is before 1970: {date}</extracomment>
        <translation>تاريخه قبل سنة 1970: {date}</translation>
    </message>
    <message>
        <source>message:date-missing</source>
        <extracomment>A date is missing: write 2023, 2023-05, 2023-05-02 or, for an hour, 2023-05-02T10.</extracomment>
        <translation>ينقص تاريخ: اكتب 2023 أو 2023-05 أو 2023-05-02 أو، للساعة، 2023-05-02T10.</translation>
    </message>
    <message>
        <source>message:date-unreadable</source>
        <extracomment>Its date can't be read: {date}</extracomment>
        <translation>لا يمكن قراءة تاريخه: {date}</translation>
    </message>
    <message>
        <source>message:dates-outside</source>
        <extracomment>items without a date of their own, or with a doubtful one, outside {range}: {count}; to see them, search for {query}</extracomment>
        <translation>العناصر التي لا تاريخ لها أو التي تاريخها مشكوك فيه خارج {range}: {count}؛ لرؤيتها ابحث عن {query}</translation>
    </message>
    <message>
        <source>message:decided-again</source>
        <extracomment>{opens} openings and {denied} refusals, decided again from the paths by the version of the scope then in force, each file once for each version</extracomment>
        <translation>أُعيد اتخاذ القرار من المسارات في {opens} عملية فتح و{denied} رفضًا بإصدار النطاق الساري حينها، كل ملف مرة لكل إصدار</translation>
    </message>
    <message>
        <source>message:decision-file-ends-early</source>
        <extracomment>it ends too early</extracomment>
        <translation>ينتهي مبكرًا</translation>
    </message>
    <message>
        <source>message:decision-file-long-line</source>
        <extracomment>the line is too long</extracomment>
        <translation>السطر طويل جدًّا</translation>
    </message>
    <message>
        <source>message:decision-file-seal</source>
        <extracomment>its checksum doesn't match its lines: some were changed, lost or added</extracomment>
        <translation>مجموع التحقق فيه لا يوافق أسطره: غُيّر بعضها أو فُقد أو أُضيف</translation>
    </message>
    <message>
        <source>message:decision-file-unsigned</source>
        <extracomment>The file isn't signed, so it can only be merged with --unsigned, without its seals: {why}</extracomment>
        <translation>الملف غير موقَّع، فلا يمكن دمجه إلا مع ⁦--unsigned⁩ ومن دون أختامه: {why}</translation>
    </message>
    <message>
        <source>message:decision-file-version</source>
        <extracomment>it is from another version of this program</extracomment>
        <translation>هو من نسخة أخرى من هذا البرنامج</translation>
    </message>
    <message>
        <source>message:decision-file-wrong</source>
        <extracomment>{path}, line {line}: {why}. Nothing was imported; ask for the file again.</extracomment>
        <translation>{path}، السطر {line}: {why}. لم يؤخذ شيء؛ اطلب الملف من جديد.</translation>
    </message>
    <message>
        <source>message:decision-unknown</source>
        <extracomment>Line {line} of {path} has the decision '{decision}'. Write one of these: {known}; or leave it blank.</extracomment>
        <translation>في السطر {line} من {path} القرار '{decision}'. اكتب واحدًا من هذه: {known}؛ أو اتركه فارغًا.</translation>
    </message>
    <message>
        <source>message:decision-unsigned</source>
        <extracomment>Saved, but not signed: {why}</extracomment>
        <translation>حُفظ، لكنه لم يُوقَّع: {why}</translation>
    </message>
    <message>
        <source>message:decisions-audited</source>
        <extracomment>each step of decisions is in the audit (decisions: {decisions}, steps: {steps})</extracomment>
        <translation>كل خطوة قرارات مسجّلة في سجل التدقيق (عدد القرارات: {decisions}، عدد الخطوات: {steps})</translation>
    </message>
    <message>
        <source>message:decisions-differ</source>
        <extracomment>{path} has different decisions on items of one kind: {decisions}. Decide on all of them alike.</extracomment>
        <translation>في {path} قرارات مختلفة على عناصر من نوع واحد: {decisions}. قرّر فيها كلها القرار نفسه.</translation>
    </message>
    <message>
        <source>message:decisions-unreadable</source>
        <extracomment>{path} isn't a list of decisions: it lacks the column {column}. Write one with --dry-run --csv FILE.</extracomment>
        <translation>{path} ليس قائمة قرارات: ينقصه العمود {column}. أنشئ قائمة بواسطة ⁦--dry-run --csv FILE⁩.</translation>
    </message>
    <message>
        <source>message:decrypted-no-office</source>
        <extracomment>It was decrypted, but the result isn't an Office document.</extracomment>
        <translation>فُكّ تشفيره، لكن الناتج ليس مستند Office.</translation>
    </message>
    <message>
        <source>message:derived-changed</source>
        <extracomment>the case's file {file} isn't the one on record, and isn't used: another program changed it. Make it anew with: {command}</extracomment>
        <translation>ملف القضية {file} ليس هو المسجَّل، ولا يُستخدم: غيّره برنامج آخر. لإنشائه من جديد: {command}</translation>
    </message>
    <message>
        <source>message:derived-held</source>
        <extracomment>files that were worked out from the items, as they are on record: {files}; of {count} items that they find, {again} were compared again by their texts</extracomment>
        <translation>ملفات استُخرجت من العناصر، كما هي مسجَّلة: {files}؛ من بين {count} عنصرًا تجدها، قورن {again} مرة أخرى بنصوصها</translation>
    </message>
    <message>
        <source>message:derived-item-wrong</source>
        <extracomment>the case's file {file} finds item {id}, which isn't so by its text. Make it anew with: {command}</extracomment>
        <translation>يجد ملف القضية {file} العنصر {id}، وليس الأمر كذلك بحسب نصه. لإنشائه من جديد: {command}</translation>
    </message>
    <message>
        <source>message:derived-unused</source>
        <extracomment>the case's file {file} is gone, and isn't used. Make it anew with: {command}</extracomment>
        <translation>ملف القضية {file} غير موجود، ولا يُستخدم. أنشئوه من جديد بواسطة: {command}</translation>
    </message>
    <message>
        <source>message:descriptions-over-count</source>
        <extracomment>It has more elements with descriptions than were read.</extracomment>
        <translation>فيه عناصر ذات أوصاف أكثر مما قُرئ.</translation>
    </message>
    <message>
        <source>message:directory-damaged</source>
        <extracomment>The archive's directory is damaged ({error}); {count} members were found by their headers.</extracomment>
        <translation>دليل الأرشيف تالف ({error})؛ وعُثر على {count} من الأعضاء بترويساتها.</translation>
    </message>
    <message>
        <source>message:disc-image</source>
        <extracomment>a disc image</extracomment>
        <translation>صورة قرص</translation>
    </message>
    <message>
        <source>message:disk-full</source>
        <extracomment>The disk is full: {path} can't be written. This step isn't finished; what was saved before it is kept. Free some space and try again.</extracomment>
        <translation>القرص ممتلئ: لا يمكن كتابة {path}. لم تكتمل هذه الخطوة؛ وما حُفظ قبلها باقٍ. أفسح مكانًا وأعد المحاولة.</translation>
    </message>
    <message>
        <source>message:distance-by-sentence</source>
        <extracomment>{typed}: there is no distance by sentence or paragraph; write {meant} or the like.</extracomment>
        <translation>{typed}: لا توجد مسافة بالجملة أو الفقرة؛ اكتب {meant} أو عددًا آخر من الكلمات.</translation>
    </message>
    <message>
        <source>message:distance-in-attribute</source>
        <extracomment>{operator} joins words of the text, not values of {field}:.</extracomment>
        <translation>{operator} يربط كلمات النص، لا قيم {field}:.</translation>
    </message>
    <message>
        <source>message:distance-joins-words</source>
        <extracomment>A distance joins words, phrases and groups of them joined by OR, nothing else.</extracomment>
        <translation>المسافة تربط كلمات وعبارات ومجموعات منها بـ OR لا غير.</translation>
    </message>
    <message>
        <source>message:distance-out-of-range</source>
        <extracomment>A distance is from 1 to {most} words, not {digits}.</extracomment>
        <translation>المسافة من 1 إلى {most} كلمة، لا {digits}.</translation>
    </message>
    <message>
        <source>message:distance-too-wide</source>
        <extracomment>The words of the distance stand at too many places of one text to try all of them together. Use a shorter distance, fewer wildcards, or one field.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>message:distances-left-to-right</source>
        <extracomment>distances were read from left to right, as the parentheses show</extracomment>
        <translation>قُرئت المسافات من اليسار إلى اليمين كما تُظهر الأقواس</translation>
    </message>
    <message>
        <source>message:drawing-reader-died</source>
        <extracomment>The reader process died while drawing this.</extracomment>
        <translation>تعطّلت عملية القراءة أثناء الرسم.</translation>
    </message>
    <message>
        <source>message:drawing-reader-malformed</source>
        <extracomment>The reader process gave a malformed answer while drawing this and was ended.</extracomment>
        <translation>أعطت عملية القراءة إجابة غير سليمة أثناء رسم هذا فأُنهيت.</translation>
    </message>
    <message>
        <source>message:drawing-reader-slow</source>
        <extracomment>The reader process took too long to draw this.</extracomment>
        <translation>استغرقت عملية القراءة وقتًا أطول من اللازم أثناء الرسم.</translation>
    </message>
    <message>
        <source>message:drawn-words-over-count</source>
        <extracomment>Annotations draw words on {count} pages; those on the first {most} of them were read.</extracomment>
        <translation>ترسم تعليقات كلمات في {count} صفحة؛ وقُرئت التي في أول {most} منها.</translation>
    </message>
    <message>
        <source>message:embedded-base64-broken</source>
        <extracomment>An embedded object's base64 is invalid.</extracomment>
        <translation>ترميز base64 لكائن مضمّن تالف.</translation>
    </message>
    <message>
        <source>message:embedded-breaks-rules</source>
        <extracomment>The embedded {name} is malformed.</extracomment>
        <translation>{name} المضمّن يخالف قواعد صيغته.</translation>
    </message>
    <message>
        <source>message:embedded-not-compound</source>
        <extracomment>The embedded object {name} can't be read as a compound file ({error}).</extracomment>
        <translation>لا يمكن قراءة الكائن المضمّن {name} بوصفه ملفًّا مركّبًا ({error}).</translation>
    </message>
    <message>
        <source>message:embedded-not-unpacked</source>
        <extracomment>The embedded object {name} can't be unpacked ({error}).</extracomment>
        <translation>لا يمكن فكّ الكائن المضمّن {name} ({error}).</translation>
    </message>
    <message>
        <source>message:embedded-too-large</source>
        <extracomment>The embedded object {number} is larger than the limit; it was not read.</extracomment>
        <translation>الكائن المضمّن {number} أكبر من الحد؛ ولم يُقرأ.</translation>
    </message>
    <message>
        <source>message:emlx-attachments-beside</source>
        <extracomment>Apple Mail keeps this mail's attachments in separate files beside it.</extracomment>
        <translation>يحفظ Apple Mail مرفقات هذا البريد في ملفات بجانبه.</translation>
    </message>
    <message>
        <source>message:emlx-cut</source>
        <extracomment>The mail is shorter than its file states.</extracomment>
        <translation>البريد أقصر مما يذكره ملفه.</translation>
    </message>
    <message>
        <source>message:encryption-unknown</source>
        <extracomment>It is encrypted in a way that can't be opened ({error}).</extracomment>
        <translation>مشفّر بطريقة لا يمكن فتحها ({error}).</translation>
    </message>
    <message>
        <source>message:ends-in-question-mark</source>
        <extracomment>? in {typed} stands for exactly one more letter</extracomment>
        <translation>تمثّل ? في {typed} حرفًا واحدًا إضافيًّا بالضبط</translation>
    </message>
    <message>
        <source>message:engine-unknown</source>
        <extracomment>There is no search engine '{name}'. The engines are: {known}.</extracomment>
        <translation>لا يوجد محرّك بحث '{name}'. المحرّكات هي: {known}.</translation>
    </message>
    <message>
        <source>message:entries-left-out</source>
        <extracomment>{count} more persons, references or properties of it were left out.</extracomment>
        <translation>حُذف {count} إضافي من أشخاصه أو إحالاته أو خصائصه.</translation>
    </message>
    <message>
        <source>message:error-and-mend</source>
        <extracomment>{error} Perhaps: {query}</extracomment>
        <translation>{error} ربما: {query}</translation>
    </message>
    <message>
        <source>message:exact-text-beside-distance</source>
        <extracomment>An exact text can't be combined with {operator}: use the phrase.</extracomment>
        <translation>لا يصلح نص حرفي بجانب {operator}: خذ العبارة.</translation>
    </message>
    <message>
        <source>message:excel-2003-xml</source>
        <extracomment>an Excel 2003 XML workbook</extracomment>
        <translation>مصنف XML من Excel 2003</translation>
    </message>
    <message>
        <source>message:exclamation-mark-not-negation</source>
        <extracomment>An exclamation mark isn't NOT: write NOT {typed}, or {typed} to search for it.</extracomment>
        <translation>لا تُقرأ علامة التعجب بمعنى NOT: اكتب ⁦NOT {typed}⁩، أو {typed} للبحث عنه.</translation>
    </message>
    <message>
        <source>message:export-among-evidence</source>
        <extracomment>{path} is inside {root}, whose files are evidence. Export to a folder outside it.</extracomment>
        <translation>يقع {path} داخل {root} وملفاته أدلّة. صدّر إلى مجلد خارجه.</translation>
    </message>
    <message>
        <source>message:export-ended-early</source>
        <extracomment>The export to {path} ended too early. Delete what it left there, and export again.</extracomment>
        <translation>انتهى التصدير إلى {path} قبل أن يكتمل. احذف ما تركه هناك وصدّر من جديد.</translation>
    </message>
    <message>
        <source>message:export-failed</source>
        <extracomment>The export to {path} failed: {error}. Nothing was left there; fix the cause and export again.</extracomment>
        <translation>فشل التصدير إلى {path}: {error}. لم يبق شيء هناك؛ أصلح السبب وصدّر من جديد.</translation>
    </message>
    <message>
        <source>message:export-folder-not-empty</source>
        <extracomment>The folder {path} isn't empty. Choose a new folder; an export overwrites nothing.</extracomment>
        <translation>المجلد {path} ليس فارغًا. سمّ مجلدًا جديدًا؛ فالتصدير لا يستبدل شيئًا أبدًا.</translation>
    </message>
    <message>
        <source>message:export-left-over</source>
        <extracomment>{path} is left over from a killed export, or belongs to a running one. Delete it if none runs.</extracomment>
        <translation>{path} بقي من تصدير قُطع، أو هو لتصدير جارٍ. احذفه إن لم يكن ثمة تصدير.</translation>
    </message>
    <message>
        <source>message:export-no-findings</source>
        <extracomment>No tag of this case marks a finding. Say with --query what to export, or mark a tag in Manage tags.</extracomment>
        <translation>لا يوجد في هذه القضية وسم يدل على نتيجة. حدّد بالخيار --query ما يُصدَّر، أو حدّد وسمًا في إدارة الوسوم.</translation>
    </message>
    <message>
        <source>message:export-no-folder</source>
        <extracomment>{path} already exists and isn't a folder. Choose a new folder for the export.</extracomment>
        <translation>{path} موجود وليس مجلدًا. سمّ مجلدًا جديدًا للتصدير.</translation>
    </message>
    <message>
        <source>message:export-not-signed</source>
        <extracomment>What was exported isn't signed by your key: {why}</extracomment>
        <translation>ما صُدِّر غير موقَّع بمفتاحك: {why}</translation>
    </message>
    <message>
        <source>message:export-nowhere</source>
        <extracomment>Name the folder to export into, or add --dry-run.</extracomment>
        <translation>اذكر المجلد الذي يُصدَّر إليه، أو أضف ⁦--dry-run⁩.</translation>
    </message>
    <message>
        <source>message:export-other-format</source>
        <extracomment>its format is {format}, not {known}</extracomment>
        <translation>صيغته {format}، لا {known}</translation>
    </message>
    <message>
        <source>message:export-parent-missing</source>
        <extracomment>The folder {path} doesn't exist. Create it, or export to another place.</extracomment>
        <translation>المجلد {path} غير موجود. أنشئه أو صدّر إلى مكان آخر.</translation>
    </message>
    <message>
        <source>message:export-privileged</source>
        <extracomment>Nothing was exported, as {count} of the items are privileged or belong to what is: {tagged} tagged so, {duplicates} with the content of one, {family} in a family with one. The first are: {first}. Decide what to do with them: in the window, export again; on the command line, add --privileged leave-out or --privileged include.</extracomment>
        <translation>لم يُصدَّر شيء: {count} من العناصر محمية بامتياز أو تابعة لعنصر كذلك: {tagged} موسومة بذلك، و{duplicates} لها المحتوى نفسه، و{family} في عائلة عنصر منها. أولها: {first}. قرّر ما يُفعل بها: في النافذة، صدّر مرة أخرى؛ وفي سطر الأوامر أضف ⁦--privileged leave-out⁩ أو ⁦--privileged include⁩.</translation>
    </message>
    <message>
        <source>message:export-redacted</source>
        <extracomment>Nothing was exported. To decide on: {count} (redacted: {redacted}; with an original that holds a redacted item: {holders}). The first: {first}. Decide what to do with them: in the window, export again; on the command line, add --redactions redact (they leave without what is redacted), --redactions leave-out or --redactions include.</extracomment>
        <translation>لم يُصدَّر شيء: {count} من العناصر محجوبة أو تضم محجوبًا: {redacted} محجوبة، وأصول {holders} تضم عنصرًا محجوبًا. أولها: {first}. قرّر ما يُفعل بها: في النافذة، صدّر مرة أخرى؛ وفي سطر الأوامر أضف ⁦--redactions redact⁩ (تخرج من دون ما حُجب) أو ⁦--redactions leave-out⁩ أو ⁦--redactions include⁩.</translation>
    </message>
    <message>
        <source>message:export-signature-wrong</source>
        <extracomment>{file} isn't a signature of this manifest: {why}. The folder was changed, or made again by somebody else: ask the sender for it.</extracomment>
        <translation>{file} ليس توقيعًا لهذا البيان: {why}. غُيّر المجلد أو أعاد شخص آخر إنشاءه: اطلبه من المرسل من جديد.</translation>
    </message>
    <message>
        <source>message:export-signed</source>
        <extracomment>signed by {key}, for the case {case}. Compare this key with the one that the sender gave you through a different channel.</extracomment>
        <translation>موقَّع بالمفتاح {key}، للقضية {case}. قارن هذا المفتاح بالذي أبلغك به المرسل بطريق آخر.</translation>
    </message>
    <message>
        <source>message:export-unrecorded</source>
        <extracomment>The export in {path} is complete and signed, but not on record: the case couldn't be written ({error}), and the folder couldn't be deleted either ({why}). Delete it, or keep it: the next change of the case records that it was left there.</extracomment>
        <translation>التصدير في {path} كامل وموقَّع، لكنه غير مسجَّل: تعذّرت الكتابة في القضية ({error})، وتعذّر أيضًا حذف المجلد ({why}). احذفه أو احتفظ به: سيسجّل التغيير التالي في القضية أنه بقي هناك.</translation>
    </message>
    <message>
        <source>message:export-unsigned</source>
        <extracomment>unsigned: there is no {file}. Anyone could have made this folder again: compare the checksum of SHA256SUMS with the one that the sender gave you through a different channel.</extracomment>
        <translation>غير موقَّع: {file} غير موجود. يمكن لأي شخص أن يكون قد أعاد إنشاء هذا المجلد: قارن مجموع التحقق لـ SHA256SUMS بالذي أبلغك به المرسل بطريق آخر.</translation>
    </message>
    <message>
        <source>message:export-unwritable</source>
        <extracomment>{path} can't be written: {error}. Export to another place.</extracomment>
        <translation>لا يمكن كتابة {path}: {error}. صدّر إلى مكان آخر.</translation>
    </message>
    <message>
        <source>message:export-withdrawn</source>
        <extracomment>The export to {path} was complete, but the case couldn't record it ({error}), so it was deleted. Fix the cause and export again.</extracomment>
        <translation>اكتمل التصدير إلى {path}، لكن تعذّر تسجيله في القضية ({error})، فحُذف. أصلح السبب وصدّر من جديد.</translation>
    </message>
    <message>
        <source>message:exported-file-changed</source>
        <extracomment>{path} isn't what was exported: its sha256 is {sha256}.</extracomment>
        <translation>ليس {path} ما صُدّر: فقيمة sha256 له هي {sha256}.</translation>
    </message>
    <message>
        <source>message:exported-files-unchanged</source>
        <extracomment>Every file is there, unchanged, and no other (files: {count}).</extracomment>
        <translation>كل الملفات ({count}) موجودة بلا تغيير، ولا ملف غيرها.</translation>
    </message>
    <message>
        <source>message:exported-original-changed</source>
        <extracomment>It has changed since it was indexed: its sha256 was {before} and is now {now}.</extracomment>
        <translation>تغيّر منذ فهرسته: كانت قيمة sha256 له {before} وهي الآن {now}.</translation>
    </message>
    <message>
        <source>message:extent-at-least</source>
        <extracomment>Not the whole case: {read} of at least {files} files in scope were read. Not all of them have been counted.</extracomment>
        <translation>ليست القضية كاملة: قُرئ {read} من {files} ملف على الأقل ضمن النطاق. لم تُعدّ كلها.</translation>
    </message>
    <message>
        <source>message:extent-none</source>
        <extracomment>Not the whole case: no run has read the files in scope yet.</extracomment>
        <translation>ليست القضية كاملة: لم يُقرأ بعد أي ملف ضمن النطاق.</translation>
    </message>
    <message>
        <source>message:extent-part</source>
        <extracomment>Not the whole case: {read} of {files} files in scope were read; {pending} are still to be read.</extracomment>
        <translation>ليست القضية كاملة: قُرئ {read} من {files} ملف ضمن النطاق؛ ولا يزال {pending} لم يُقرأ.</translation>
    </message>
    <message>
        <source>message:extent-unfinished</source>
        <extracomment>Not the whole case: {read} files were read. The last run was stopped, so what was added, changed or removed before it may be missing.</extracomment>
        <translation>ليست القضية كاملة: قُرئ {read} ملف. أُوقفت القراءة الأخيرة، لذا قد ينقص ما أُضيف أو غُيّر أو أُزيل قبلها.</translation>
    </message>
    <message>
        <source>message:field-bad-blanks</source>
        <extracomment>a reviewer's name has extra spaces</extracomment>
        <translation>في اسم مراجع فراغات زائدة</translation>
    </message>
    <message>
        <source>message:field-bad-characters</source>
        <extracomment>the field '{field}' has characters that it can't have</extracomment>
        <translation>في الحقل '{field}' محارف لا تجوز فيه</translation>
    </message>
    <message>
        <source>message:field-bad-form</source>
        <extracomment>the field '{field}' is malformed</extracomment>
        <translation>بنية الحقل '{field}' غير ما يجب أن تكون</translation>
    </message>
    <message>
        <source>message:field-bad-length</source>
        <extracomment>the field '{field}' is empty, too long or not a text</extracomment>
        <translation>الحقل '{field}' فارغ أو طويل جدًّا، أو ليس نصًّا</translation>
    </message>
    <message>
        <source>message:field-before-space</source>
        <extracomment>{field} was read as the name of a field; for the words themselves use quotation marks</extracomment>
        <translation>قُرئ {field} اسمًا لحقل؛ للبحث عن الكلمات نفسها استخدم علامات الاقتباس</translation>
    </message>
    <message>
        <source>message:field-inside-field</source>
        <extracomment>{field}: can't be used inside {outer}:.</extracomment>
        <translation>لا يصلح {field}: داخل {outer}:.</translation>
    </message>
    <message>
        <source>message:field-unknown</source>
        <extracomment>There is no field '{field}:'; for the words themselves write a phrase.</extracomment>
        <translation>لا يوجد حقل '{field}:'؛ وللكلمات نفسها اكتب عبارة.</translation>
    </message>
    <message>
        <source>message:field-unknown-nearest</source>
        <extracomment>There is no field '{field}:'; {near}: is the nearest.</extracomment>
        <translation>لا يوجد حقل '{field}:'؛ وأقربها {near}:.</translation>
    </message>
    <message>
        <source>message:field-without-value</source>
        <extracomment>{field} needs a value: write {again}word or remove it.</extracomment>
        <translation>يحتاج {field} إلى قيمة: اكتب {again}word أو احذفه.</translation>
    </message>
    <message>
        <source>message:field-wrong</source>
        <extracomment>a field is wrong</extracomment>
        <translation>أحد الحقول خاطئ</translation>
    </message>
    <message>
        <source>message:file-empty</source>
        <extracomment>The file is empty.</extracomment>
        <translation>لا بايت في الملف.</translation>
    </message>
    <message>
        <source>message:file-ends-early</source>
        <extracomment>the file ends too early</extracomment>
        <translation>ينتهي الملف قبل أوانه</translation>
    </message>
    <message>
        <source>message:file-exists</source>
        <extracomment>{path} already exists. Choose another name: nothing is overwritten.</extracomment>
        <translation>{path} موجود. سمّ ملفًا آخر: لا يُستبدل شيء.</translation>
    </message>
    <message>
        <source>message:file-failed</source>
        <extracomment>{path} can't be read or written ({error}). This step isn't finished; what was saved before it is kept. Once that is mended, try again.</extracomment>
        <translation>لا يمكن قراءة {path} أو الكتابة فيه ({error}). لم تكتمل هذه الخطوة؛ وما حُفظ قبلها باقٍ. أعد المحاولة بعد إصلاح السبب.</translation>
    </message>
    <message>
        <source>message:file-too-large</source>
        <extracomment>{path} has more than {most} bytes</extracomment>
        <translation>في {path} أكثر من {most} بايت</translation>
    </message>
    <message>
        <source>message:file-unreadable</source>
        <extracomment>{path} can't be read: {error}.</extracomment>
        <translation>لا يمكن قراءة {path}: {error}.</translation>
    </message>
    <message>
        <source>message:file-unwritable</source>
        <extracomment>{path} can't be written: {error}. Choose another place.</extracomment>
        <translation>لا يمكن كتابة {path}: {error}. اختر مكانًا آخر.</translation>
    </message>
    <message>
        <source>message:files-not-looked-for</source>
        <extracomment>Its objects can't be read; files in it were not looked for.</extracomment>
        <translation>لا يمكن قراءة كائناته؛ ولم يُبحث عن ملفات فيه.</translation>
    </message>
    <message>
        <source>message:files-over-count</source>
        <extracomment>It has more objects than were looked at; files in it may be missing.</extracomment>
        <translation>فيه كائنات أكثر مما فُحص؛ وقد تنقص ملفات فيه.</translation>
    </message>
    <message>
        <source>message:findings-agree</source>
        <extracomment>findings.csv lists the same items with the same hashes (items: {count}).</extracomment>
        <translation>يسرد findings.csv العناصر نفسها ({count}) بالبصمات نفسها.</translation>
    </message>
    <message>
        <source>message:findings-disagree</source>
        <extracomment>findings.csv doesn't list the items of manifest.json with their hashes.</extracomment>
        <translation>لا يسرد findings.csv عناصر manifest.json ببصماتها.</translation>
    </message>
    <message>
        <source>message:findings-miscounted</source>
        <extracomment>the manifest counts other findings than it has</extracomment>
        <translation>يعدّ البيان نتائج غير التي فيه</translation>
    </message>
    <message>
        <source>message:folder-counts-more</source>
        <extracomment>Folder {folder} counts {expected} items, but {found} are in the file.</extracomment>
        <translation>يعدّ المجلد {folder} {expected} عنصرًا، وفي الملف {found}.</translation>
    </message>
    <message>
        <source>message:folder-list-unreadable</source>
        <extracomment>A folder's list of items can't be read; its items were read anyway.</extracomment>
        <translation>لا يمكن قراءة قائمة عناصر أحد المجلدات؛ وعناصره تُقرأ.</translation>
    </message>
    <message>
        <source>message:folder-name-unreadable</source>
        <extracomment>A folder's name and count can't be read; its items were read anyway.</extracomment>
        <translation>لا يمكن قراءة اسم أحد المجلدات وعدده؛ وعناصره تُقرأ.</translation>
    </message>
    <message>
        <source>message:folder-not-listed</source>
        <extracomment>The folder couldn't be listed: {why}.</extracomment>
        <translation>تعذّر سرد محتوى المجلد: {why}.</translation>
    </message>
    <message>
        <source>message:folder-of-too-many-files</source>
        <extracomment>there are more than {most} files in the folder</extracomment>
        <translation>في المجلد أكثر من {most} ملف</translation>
    </message>
    <message>
        <source>message:folder-unreadable</source>
        <extracomment>unreadable</extracomment>
        <translation>لا يمكن قراءته</translation>
    </message>
    <message>
        <source>message:font-file</source>
        <extracomment>a font</extracomment>
        <translation>خط طباعي</translation>
    </message>
    <message>
        <source>message:foreign-nearest</source>
        <extracomment>{typed} has no equivalent here; {meant} comes nearest. For the words themselves use quotation marks.</extracomment>
        <translation>لا مقابل هنا لـ {typed}، وأقرب شيء إليه {meant}. للبحث عن الكلمات نفسها استخدم علامتي الاقتباس.</translation>
    </message>
    <message>
        <source>message:foreign-syntax</source>
        <extracomment>{typed} is written {meant} here. For the words themselves use quotation marks.</extracomment>
        <translation>{typed} يُكتب هنا {meant}. للبحث عن الكلمات نفسها استخدم علامتي الاقتباس.</translation>
    </message>
    <message>
        <source>message:foreign-without-meaning</source>
        <extracomment>{typed} is syntax of another program and has no equivalent here.</extracomment>
        <translation>{typed} من لغة برنامج آخر، ولا مقابل له هنا.</translation>
    </message>
    <message>
        <source>message:form-field-unreadable</source>
        <extracomment>What was chosen or ticked in a form field can't be read.</extracomment>
        <translation>لا يمكن قراءة ما اختير أو عُلّم في حقل نموذج.</translation>
    </message>
    <message>
        <source>message:format-unknown</source>
        <extracomment>No reader knows this format.</extracomment>
        <translation>لا يعرف أي قارئ هذه الصيغة.</translation>
    </message>
    <message>
        <source>message:formula-not-read</source>
        <extracomment>The formula {name} was not read; what it says can't be searched.</extracomment>
        <translation>لم تُقرأ المعادلة {name}؛ ولا يمكن البحث فيما تقوله.</translation>
    </message>
    <message>
        <source>message:found-more-than-sample</source>
        <extracomment>{count} can't have been found in a sample of {size}.</extracomment>
        <translation>لا يمكن أن يُعثر على {count} في عيّنة من {size}.</translation>
    </message>
    <message>
        <source>message:found-of-nothing</source>
        <extracomment>What was found can't be counted: there is nothing to draw from.</extracomment>
        <translation>لا يمكن عدّ ما عُثر عليه: لا شيء يُسحب منه.</translation>
    </message>
    <message>
        <source>message:found-without-sample</source>
        <extracomment>What was found can't be counted: no sample was drawn. Give its size.</extracomment>
        <translation>لا يمكن عدّ ما عُثر عليه: لم تُسحب عيّنة. اذكر حجمها.</translation>
    </message>
    <message>
        <source>message:function-takes-word</source>
        <extracomment>{kind}(...) takes one word, without wildcards.</extracomment>
        <translation>{kind}(...) يأخذ كلمة واحدة من دون أحرف بدل.</translation>
    </message>
    <message>
        <source>message:fuzzy-distance</source>
        <extracomment>~ takes 1 or 2, the number of letters that may differ.</extracomment>
        <translation>تأخذ ~ القيمة 1 أو 2، وهي عدد الأحرف التي يجوز أن تختلف.</translation>
    </message>
    <message>
        <source>message:fuzzy-follows-word</source>
        <extracomment>~ follows one word, without wildcards.</extracomment>
        <translation>تأتي ~ بعد كلمة واحدة من دون أحرف بدل.</translation>
    </message>
    <message>
        <source>message:fuzzy-word-too-short</source>
        <extracomment>'{typed}' is too short for ~{distance}: every word of its length would match.</extracomment>
        <translation>'{typed}' أقصر من أن يأخذ ~{distance}: فكل كلمة بطوله تناسبه.</translation>
    </message>
    <message>
        <source>message:gap-absent</source>
        <extracomment>Items that refer to this message: {count}. The case doesn't have it.</extracomment>
        <translation>العناصر التي تشير إلى هذه الرسالة: {count}. وهي غير موجودة في القضية.</translation>
    </message>
    <message>
        <source>message:gap-file</source>
        <extracomment>Items that name this file: {count}. The case has no file of that name.</extracomment>
        <translation>العناصر التي تذكر هذا الملف: {count}. وليس في القضية ملف بهذا الاسم.</translation>
    </message>
    <message>
        <source>message:given-head-holds</source>
        <extracomment>the case still has all that the head covers, unchanged: {ledger} entries of the ledger, {views} of the views, {audit} of the audit; signed by {keys}</extracomment>
        <translation>ما زال في القضية كل ما يغطيه الرأس دون تغيير: {ledger} قيدًا في الدفتر، و{views} في دفتر العرض، و{audit} في سجل التدقيق؛ وقّعه {keys}</translation>
    </message>
    <message>
        <source>message:glob-backslash</source>
        <extracomment>folders are separated by /, not by a backslash (? stands for one in a name)</extracomment>
        <translation>تُفصل المجلدات بالعلامة / لا بشرطة مائلة عكسية (تقوم ? مقام واحدة داخل اسم)</translation>
    </message>
    <message>
        <source>message:glob-blank</source>
        <extracomment>a name in it begins or ends with a blank (? stands for one that is really there)</extracomment>
        <translation>يبدأ اسم فيه أو ينتهي بمسافة (تقوم ? مقام مسافة موجودة فعلًا)</translation>
    </message>
    <message>
        <source>message:glob-empty</source>
        <extracomment>The glob of '{rule}' is empty. Write what it denies, such as customer-data/**.</extracomment>
        <translation>نمط '{rule}' فارغ. اكتب ما يمنعه، مثل ⁦customer-data/**⁩.</translation>
    </message>
    <message>
        <source>message:glob-matches-nothing</source>
        <extracomment>The glob of '{rule}', '{glob}', can't match anything: {why}. Nothing was read.</extracomment>
        <translation>لا يمكن أن يطابق نمط '{rule}'، وهو '{glob}'، أي شيء: {why}. لم يُقرأ شيء.</translation>
    </message>
    <message>
        <source>message:glob-odd-name</source>
        <extracomment>no file or folder is called '.', '..' or nothing at all</extracomment>
        <translation>لا يُسمّى ملف أو مجلد '.' أو '..' ولا يكون بلا اسم</translation>
    </message>
    <message>
        <source>message:glob-outside</source>
        <extracomment>it begins with /, and so counts from the top of the file system, where no [[allow]] lies</extracomment>
        <translation>يبدأ بالعلامة /، فيُحسب من أعلى نظام الملفات، ولا يوجد هناك أي [[allow]]</translation>
    </message>
    <message>
        <source>message:glob-through-link</source>
        <extracomment>The glob of '{rule}' goes through a link, so it would match nothing: {path} is really {real}. Write that path.</extracomment>
        <translation>يمرّ نمط '{rule}' عبر رابط، فلن يطابق شيئًا: {path} هو في الحقيقة {real}. اكتب ذلك المسار.</translation>
    </message>
    <message>
        <source>message:hard-links-outside</source>
        <extracomment>it has {links} hard links, of which only {known} are where the scope lets files be read; to have such files read all the same, set allow-hard-links = true for their root in scope.toml</extracomment>
        <translation>له {links} من الروابط الصلبة، ولا يقع منها حيث يسمح النطاق بالقراءة إلا {known}؛ لقراءة مثل هذه الملفات مع ذلك اكتب allow-hard-links = true لجذرها في scope.toml</translation>
    </message>
    <message>
        <source>message:hashes-odd-line</source>
        <extracomment>Line {line} of {path} isn't a SHA-256, which has 64 hexadecimal digits. Write one on each line and nothing else.</extracomment>
        <translation>السطر {line} من {path} ليس قيمة SHA-256، وهي 64 رقمًا ست عشريًا. اكتب قيمة واحدة في كل سطر ولا شيء غيرها.</translation>
    </message>
    <message>
        <source>message:hashes-unreadable</source>
        <extracomment>{path} can't be read as a list of hashes: {error}. Give a regular file with one SHA-256 on each line.</extracomment>
        <translation>تتعذّر قراءة {path} كقائمة قيم تجزئة: {error}. قدّم ملفًا عاديًا فيه قيمة SHA-256 واحدة في كل سطر.</translation>
    </message>
    <message>
        <source>message:head-by-others</source>
        <extracomment>{path} isn't signed by your key, {line}. Name a head that you have countersigned.</extracomment>
        <translation>{path} غير موقَّع بمفتاحك {line}. حدّد رأسًا وقّعته.</translation>
    </message>
    <message>
        <source>message:head-covers-more</source>
        <extracomment>{file} covers more lines of {log} than it has</extracomment>
        <translation>يغطي {file} أسطرًا من {log} أكثر مما فيه</translation>
    </message>
    <message>
        <source>message:head-extension-wrong</source>
        <extracomment>the proof in {file} that the {log} log was only appended to is wrong</extracomment>
        <translation>البرهان في {file} على أن السجل {log} لم يُزَد إلا في آخره خاطئ</translation>
    </message>
    <message>
        <source>message:head-file-changed</source>
        <extracomment>{file} in the folder heads isn't the file that the audit names</extracomment>
        <translation>{file} في المجلد ⁦heads⁩ ليس الملف الذي يذكره سجل التدقيق</translation>
    </message>
    <message>
        <source>message:head-file-missing</source>
        <extracomment>{file}, signed at {time}, is missing in the folder heads</extracomment>
        <translation>{file}، الموقَّع في {time}، مفقود من المجلد ⁦heads⁩</translation>
    </message>
    <message>
        <source>message:head-file-wrong</source>
        <extracomment>{file} in the folder heads: {why}</extracomment>
        <translation>{file} في المجلد ⁦heads⁩: {why}</translation>
    </message>
    <message>
        <source>message:head-log-rewritten</source>
        <extracomment>the first {known} entries of the {log} aren't those that the head was made of</extracomment>
        <translation>أول {known} قيدًا من {log} ليست التي صُنع منها الرأس</translation>
    </message>
    <message>
        <source>message:head-log-shorter</source>
        <extracomment>the {log} had {known} entries and now has {count}: its end was cut off</extracomment>
        <translation>كان في {log} {known} قيدًا وفيه الآن {count}: قُطع آخره</translation>
    </message>
    <message>
        <source>message:head-not-countersigned</source>
        <extracomment>{path} wasn't countersigned: {why}. Ask for the reason before you sign anything.</extracomment>
        <translation>لم يوقَّع {path}: {why}. اسأل عن السبب قبل أن توقّع شيئًا.</translation>
    </message>
    <message>
        <source>message:head-not-in-folder</source>
        <extracomment>that head isn't in the case's folder heads</extracomment>
        <translation>هذا الرأس ليس في مجلد القضية ⁦heads⁩</translation>
    </message>
    <message>
        <source>message:head-not-of-folder</source>
        <extracomment>No head in {folder} states the same. Countersign one that triage record head CASE wrote.</extracomment>
        <translation>ليس في {folder} رأس يقول الشيء نفسه. وقّع رأسًا كتبه ⁦triage record head CASE⁩.</translation>
    </message>
    <message>
        <source>message:head-not-remembered</source>
        <extracomment>The record of this case was signed, but your login couldn't keep the head beside its keys ({error}). The next one is kept there again.</extracomment>
        <translation>وُقِّع سجل القضية، لكن تعذّر حفظ الرأس بجانب مفاتيح حسابك ({error}). وسيُحفظ الرأس التالي هناك من جديد.</translation>
    </message>
    <message>
        <source>message:head-not-signed</source>
        <extracomment>not all of the head is signed by the keys that it names</extracomment>
        <translation>ليس الرأس كله موقَّعًا بالمفاتيح التي يذكرها</translation>
    </message>
    <message>
        <source>message:head-not-written</source>
        <extracomment>{path} can't be written: {why}</extracomment>
        <translation>لا يمكن كتابة {path}: {why}</translation>
    </message>
    <message>
        <source>message:head-of-another-case</source>
        <extracomment>the head is of another case</extracomment>
        <translation>الرأس لقضية أخرى</translation>
    </message>
    <message>
        <source>message:head-of-another-log</source>
        <extracomment>{file} was signed over another {log} log than the one in this folder</extracomment>
        <translation>وُقّع {file} على سجل {log} غير الذي في هذا المجلد</translation>
    </message>
    <message>
        <source>message:head-of-no-export</source>
        <extracomment>{path} is an export or a production. A head is compared with a case or a proof.</extracomment>
        <translation>{path} تصدير أو إنتاج. يُقارَن الرأس بقضية أو ببرهان.</translation>
    </message>
    <message>
        <source>message:head-of-row-missing</source>
        <extracomment>{file}, which a row of the audit names, is missing or was changed</extracomment>
        <translation>{file} الذي يسمّيه صف من سجل التدقيق مفقود أو غُيّر</translation>
    </message>
    <message>
        <source>message:head-or-log-unread</source>
        <extracomment>a head or a log could not be read</extracomment>
        <translation>تعذّرت قراءة رأس أو سجل</translation>
    </message>
    <message>
        <source>message:head-parts-differ</source>
        <extracomment>its parts are of different cases, or it names a key twice</extracomment>
        <translation>أجزاؤه من قضايا مختلفة، أو يسمّي مفتاحًا مرتين</translation>
    </message>
    <message>
        <source>message:head-proof-wrong</source>
        <extracomment>the proof that comes with it, for the {log}, is wrong: it was changed</extracomment>
        <translation>البرهان المرفق الخاص بـ {log} خاطئ: غُيِّر</translation>
    </message>
    <message>
        <source>message:head-target-exists</source>
        <extracomment>there is a file of this name already; nothing is overwritten</extracomment>
        <translation>يوجد ملف بهذا الاسم؛ لا يُكتب فوق شيء</translation>
    </message>
    <message>
        <source>message:head-unreadable</source>
        <extracomment>{path} can't be used: {why}</extracomment>
        <translation>لا يمكن استعمال {path}: {why}</translation>
    </message>
    <message>
        <source>message:head-unsigned</source>
        <extracomment>The record of this case was not signed: {why}</extracomment>
        <translation>لم يوقَّع سجل هذه القضية: {why}</translation>
    </message>
    <message>
        <source>message:head-without-earlier</source>
        <extracomment>There is nothing to compare {path} with: this login has signed no head of this case. Name the one that you signed elsewhere with --since, the case's folder with --case, or sign a first head with --first.</extracomment>
        <translation>لا يوجد ما يُقارَن به {path}: لم يوقّع هذا المستخدم أي رأس لهذه القضية. حدّد بـ ⁦--since⁩ الرأس الذي وقّعته في مكان آخر، أو بـ ⁦--case⁩ مجلد القضية، أو وقّع رأسًا أول بـ ⁦--first⁩.</translation>
    </message>
    <message>
        <source>message:head-without-proof</source>
        <extracomment>The head comes without the proof that it extends the earlier one, of which the {log} had {known} entries. Ask for one that is made with: triage record head CASE --since EARLIER</extracomment>
        <translation>جاء الرأس دون برهان على أنه يكمّل السابق، الذي كان لـ {log} فيه {known} قيدًا. اطلب رأسًا يُصنع هكذا: ⁦triage record head CASE --since EARLIER⁩</translation>
    </message>
    <message>
        <source>message:header-charset-guessed</source>
        <extracomment>A header field has letters in an unstated character set; they were guessed.</extracomment>
        <translation>في حقل ترويسة أحرف من دون مجموعة محارف مذكورة؛ خُمّنت.</translation>
    </message>
    <message>
        <source>message:heads-before-begun-anew</source>
        <extracomment>heads of the record before it was begun anew, which its logs no longer have: {count}</extracomment>
        <translation>رؤوس السجل قبل أن يُبدأ من جديد، ولم تعد سجلاته تحويها: {count}</translation>
    </message>
    <message>
        <source>message:heads-cover-logs</source>
        <extracomment>each head states what the logs come to, and the last one covers them to their ends</extracomment>
        <translation>يذكر كل رأس ما تؤول إليه السجلات، ويغطيها آخرها حتى نهاياتها</translation>
    </message>
    <message>
        <source>message:heads-hold</source>
        <extracomment>{count} heads, all signatures right and everything that they cover unchanged; {stamps} time stamps; unsigned until {time}; keys: {keys}</extracomment>
        <translation>{count} رأسًا، كل التواقيع صحيحة وكل ما تغطيه لم يتغيّر؛ {stamps} ختمًا زمنيًّا؛ غير موقَّع حتى {time}؛ المفاتيح: {keys}</translation>
    </message>
    <message>
        <source>message:heads-missing</source>
        <extracomment>there is none: nobody signed anything</extracomment>
        <translation>لا يوجد أي منها: لم يوقّع أحد شيئًا</translation>
    </message>
    <message>
        <source>message:heads-none</source>
        <extracomment>unsigned: no head was signed yet</extracomment>
        <translation>غير موقَّع: لم يوقَّع أي رأس بعد</translation>
    </message>
    <message>
        <source>message:heads-of-another-case</source>
        <extracomment>the heads are of another case</extracomment>
        <translation>الرؤوس لقضية أخرى</translation>
    </message>
    <message>
        <source>message:heads-of-broken-record</source>
        <extracomment>{heads}; {count} of the heads are of the record before it was begun anew</extracomment>
        <translation>{heads}؛ {count} من الرؤوس تعود إلى السجل الذي سبق البدء من جديد</translation>
    </message>
    <message>
        <source>message:heads-of-different-cases</source>
        <extracomment>they are of different cases</extracomment>
        <translation>هي من قضايا مختلفة</translation>
    </message>
    <message>
        <source>message:heads-state-differs</source>
        <extracomment>what the case notes of its last head doesn't lead to what the {log} comes to: somebody changed that note, and the next head would be wrong. Restore the case from a copy</extracomment>
        <translation>ما دوّنته القضية عن رأسها الأخير لا يؤدي إلى ما في {log}: غيّر أحدهم هذا التدوين، وكان الرأس التالي سيكون خاطئًا. استعد القضية من نسخة</translation>
    </message>
    <message>
        <source>message:heads-too-many-signatures</source>
        <extracomment>there are more than {most} signatures</extracomment>
        <translation>هناك أكثر من {most} توقيع</translation>
    </message>
    <message>
        <source>message:hebrew-turned</source>
        <extracomment>Hebrew stored in visual order was put into reading order.</extracomment>
        <translation>حُوّلت العبرية المحفوظة بترتيب مرئي إلى ترتيب القراءة.</translation>
    </message>
    <message>
        <source>message:help-file</source>
        <extracomment>a compiled help file</extracomment>
        <translation>ملف تعليمات مُصرَّف</translation>
    </message>
    <message>
        <source>message:hits-not-counted</source>
        <extracomment>The hits were not counted: that would take more than {seconds} seconds.</extracomment>
        <translation>لم تُعدّ المطابقات: يستغرق عدّها أكثر من {seconds} ثانية.</translation>
    </message>
    <message>
        <source>message:hits-order-unknown</source>
        <extracomment>Hits can't be sorted by '{order}'. They can be by: {known}.</extracomment>
        <translation>لا يمكن ترتيب المطابقات حسب '{order}'. يمكن ترتيبها حسب: {known}.</translation>
    </message>
    <message>
        <source>message:hits-out-of-range</source>
        <extracomment>A hit list has 1 to {most} lines with 1 to {widest} characters on each side.</extracomment>
        <translation>في قائمة المطابقات من 1 إلى {most} سطرًا، ومن 1 إلى {widest} محرفًا على كل جانب.</translation>
    </message>
    <message>
        <source>message:holds-no-text</source>
        <extracomment>It contains no text.</extracomment>
        <translation>لا نص فيه.</translation>
    </message>
    <message>
        <source>message:html-embedded-broken</source>
        <extracomment>An embedded {kind} isn't valid base64; it was not read.</extracomment>
        <translation>{kind} مضمّن ليس base64 سليمًا؛ ولم يُقرأ.</translation>
    </message>
    <message>
        <source>message:html-without-text</source>
        <extracomment>The page contains no text.</extracomment>
        <translation>لا نص في الصفحة.</translation>
    </message>
    <message>
        <source>message:ics-lines-broken</source>
        <extracomment>Some lines aren't valid iCalendar; they were kept as text.</extracomment>
        <translation>تخالف بعض الأسطر قواعد iCalendar؛ وحُفظت نصًّا.</translation>
    </message>
    <message>
        <source>message:idle-star-left-out</source>
        <extracomment>* beside {typed} was left out: such text is found by any part of it</extracomment>
        <translation>تُركت النجمة بجانب {typed}: فمثل هذا النص يُعثر عليه بأي جزء منه</translation>
    </message>
    <message>
        <source>message:image-line-unwritable</source>
        <extracomment>The line of image {number} can't be written, as its path holds a comma or a letter that isn't ASCII.</extracomment>
        <translation>تعذرت كتابة سطر الصورة {number}، لأن في مسارها فاصلة أو حرفًا ليس من ASCII.</translation>
    </message>
    <message>
        <source>message:index-complete</source>
        <extracomment>every word of every item is in the index at its place, and no other (items: {count})</extracomment>
        <translation>كل كلمة من كل عنصر في الفهرس في مكانها ولا شيء غيرها (العناصر: {count})</translation>
    </message>
    <message>
        <source>message:index-differs</source>
        <extracomment>items and index differ</extracomment>
        <translation>العناصر والفهرس لا يتطابقان</translation>
    </message>
    <message>
        <source>message:index-key-unreadable</source>
        <extracomment>The key of your login's indexes, {path}, can't be read or made ({error}). TRIAGE_KEYS can name another folder.</extracomment>
        <translation>لا يمكن قراءة مفتاح فهارس حسابك {path} أو إنشاؤه ({error}). يمكن تحديد مجلد آخر في TRIAGE_KEYS.</translation>
    </message>
    <message>
        <source>message:index-left-alone</source>
        <extracomment>{path} isn't complete, or wasn't written by your login on this machine, so searches read the stored text instead. Delete that folder and open the case without --read-only: the index is made again.</extracomment>
        <translation>{path} غير مكتمل، أو لم يكتبه حسابك على هذا الجهاز، لذلك تقرأ عمليات البحث النص المخزّن بدلًا منه. احذف هذا المجلد وافتح القضية من دون ‎--read-only: سيُنشأ الفهرس من جديد.</translation>
    </message>
    <message>
        <source>message:index-letter-differs</source>
        <extracomment>the index of first letters isn't right for '{letter}': a search for all words that begin with it misses items, or finds them wrongly. Run triage index with --rebuild, and the index is made again from the text</extracomment>
        <translation>فهرس الحروف الأولى غير صحيح للحرف '{letter}': البحث عن كل الكلمات التي تبدأ به يفوّت عناصر أو يجدها خطأً. شغّل triage index مع ‎--rebuild‎ فيُبنى الفهرس من جديد من النص</translation>
    </message>
    <message>
        <source>message:index-locked</source>
        <extracomment>Another run is indexing or exporting this case. Wait until it has ended, or stop it.</extracomment>
        <translation>عملية أخرى تفهرس هذه القضية أو تصدّرها. انتظر حتى تنتهي أو أوقفها.</translation>
    </message>
    <message>
        <source>message:index-of-another-unicode</source>
        <extracomment>not compared: {count} items with characters that Unicode {there}, by which the index was made, and Unicode {here}, by which this check reads, judge differently ({characters}). To make the index anew by the one here, run triage index {path} --rebuild</extracomment>
        <translation>لم تُقارن {count} عناصر فيها محارف يختلف الحكم عليها بين Unicode {there} الذي أُنشئ الفهرس وفقه و Unicode {here} الذي يجري هذا الفحص وفقه ({characters}). لإنشاء الفهرس من جديد وفق الإصدار الموجود هنا شغّل triage index {path} --rebuild</translation>
    </message>
    <message>
        <source>message:index-sampled</source>
        <extracomment>every item is in the index; of {count} items drawn at random every word that was looked for was found at its place. Words that an item doesn't hold were not looked for</extracomment>
        <translation>كل العناصر في الفهرس؛ ومن {count} عنصر سُحب عشوائيًا وُجدت كل كلمة جرى البحث عنها في مكانها. لم يُبحث عن كلمات ليست في العنصر</translation>
    </message>
    <message>
        <source>message:index-setting-differs</source>
        <extracomment>the index has another setting '{name}' than Triage gives it. Run triage index with --rebuild, and the index is made again from the text</extracomment>
        <translation>للفهرس إعداد '{name}' غير الذي يعطيه Triage. شغّل triage index مع ‎--rebuild‎ فيُبنى الفهرس من جديد من النص</translation>
    </message>
    <message>
        <source>message:index-words-differ</source>
        <extracomment>in {count} items the index has other words than the text ({items}): searches miss them, or find them wrongly. Nothing in the record is lost: run triage index {path} --rebuild, and the index is made again from the text</extracomment>
        <translation>في {count} عنصر كلمات في الفهرس غير كلمات النص ({items}): عمليات البحث تفوّتها أو تجدها خطأً. لم يُفقد شيء من السجل: شغّل triage index {path} --rebuild فيُبنى الفهرس من جديد من النص</translation>
    </message>
    <message>
        <source>message:indexing-ended-early</source>
        <extracomment>Indexing ended before it was finished. Index again: it resumes where it stopped.</extracomment>
        <translation>انتهت الفهرسة قبل أن تكتمل. أعد الفهرسة: تستمر من حيث كانت.</translation>
    </message>
    <message>
        <source>message:inner-item-unreadable</source>
        <extracomment>An item inside the item can't be read ({error}).</extracomment>
        <translation>لا يمكن قراءة عنصر داخل العنصر ({error}).</translation>
    </message>
    <message>
        <source>message:invisible-dropped</source>
        <extracomment>invisible characters were removed ({count})</extracomment>
        <translation>حُذفت محارف غير مرئية ({count})</translation>
    </message>
    <message>
        <source>message:iptc-broken</source>
        <extracomment>its IPTC captions are damaged or truncated</extracomment>
        <translation>تسميات IPTC فيه تالفة أو مبتورة</translation>
    </message>
    <message>
        <source>message:item-has-undecided-tag</source>
        <extracomment>item number {number} has the tag '{tag}' that its decisions don't give it</extracomment>
        <translation>للعنصر رقم {number} الوسم '{tag}' الذي لا تعطيه إياه قراراته</translation>
    </message>
    <message>
        <source>message:item-id-ambiguous</source>
        <extracomment>More than one item id begins with '{id}'. Ids are in the first column of triage search.</extracomment>
        <translation>يبدأ أكثر من معرّف عنصر في هذه القضية بـ '{id}'.</translation>
    </message>
    <message>
        <source>message:item-id-unknown</source>
        <extracomment>No item id of this case begins with '{id}'. Ids are in the first column of triage search.</extracomment>
        <translation>لا يبدأ معرّف أي عنصر في هذه القضية بـ '{id}'.</translation>
    </message>
    <message>
        <source>message:item-in-folder-unreadable</source>
        <extracomment>An item in {folder} can't be read ({error}).</extracomment>
        <translation>لا يمكن قراءة عنصر في {folder} ({error}).</translation>
    </message>
    <message>
        <source>message:item-is-sealed</source>
        <extracomment>It is sealed: its text is in no index, list or export. Its decisions say by whom, when and why.</extracomment>
        <translation>هو مختوم: ليس نصه في أي فهرس أو قائمة أو تصدير. تذكر قراراته من ختمه ومتى ولماذا.</translation>
    </message>
    <message>
        <source>message:item-lacks-tag</source>
        <extracomment>item number {number} lacks the tag '{tag}' that its decisions give it</extracomment>
        <translation>ينقص العنصر رقم {number} الوسم '{tag}' الذي تعطيه إياه قراراته</translation>
    </message>
    <message>
        <source>message:item-not-in-sample</source>
        <extracomment>Item number {number} isn't in the sample '{name}'. Nothing was judged.</extracomment>
        <translation>العنصر رقم {number} ليس في العيّنة '{name}'. لم يُحكم على شيء.</translation>
    </message>
    <message>
        <source>message:item-not-sealed</source>
        <extracomment>Item {id} isn't sealed, so there is nothing to open.</extracomment>
        <translation>العنصر {id} ليس مختومًا، فلا شيء يُفتح.</translation>
    </message>
    <message>
        <source>message:item-sealed</source>
        <extracomment>Item {id} is sealed. Opening it takes two people: one asks and gives a reason, another grants it (Code menu, or triage seal open).</extracomment>
        <translation>العنصر {id} مختوم. يتطلب فتحه شخصين: أحدهما يطلب ويذكر السبب، والآخر يوافق (قائمة التصنيف، أو triage seal open).</translation>
    </message>
    <message>
        <source>message:item-unknown</source>
        <extracomment>There is no item number {number}.</extracomment>
        <translation>لا يوجد عنصر رقم {number}.</translation>
    </message>
    <message>
        <source>message:item-without-source</source>
        <extracomment>item number {number} has no source or no family</extracomment>
        <translation>ليس للعنصر رقم {number} مصدر أو ليست له عائلة</translation>
    </message>
    <message>
        <source>message:items-have-sources</source>
        <extracomment>all have one</extracomment>
        <translation>لكل منها واحد</translation>
    </message>
    <message>
        <source>message:items-have-sources-some-half-read</source>
        <extracomment>all have one; sources half read, from a stopped run: {count}. Run triage index again</extracomment>
        <translation>لكل منها واحد؛ عدد المصادر المقروءة جزئيًا من تشغيل أُوقف: {count}. شغّل triage index مرة أخرى</translation>
    </message>
    <message>
        <source>message:items-missing</source>
        <extracomment>Which items? Give their ids, or --query.</extracomment>
        <translation>أي عناصر؟ أعط معرّفاتها، أو ⁦--query⁩.</translation>
    </message>
    <message>
        <source>message:items-nested-too-deeply</source>
        <extracomment>items are nested too deeply</extracomment>
        <translation>العناصر متداخلة بعمق زائد</translation>
    </message>
    <message>
        <source>message:items-over-ratio</source>
        <extracomment>{name}: the whole file unpacks to over {ratio} times its size; not read.</extracomment>
        <translation>{name}: ينفكّ الملف كله إلى أكثر من {ratio} ضعف حجمه؛ لم يُقرأ.</translation>
    </message>
    <message>
        <source>message:items-over-total</source>
        <extracomment>{name}: over limit_total_mb altogether; not read.</extracomment>
        <translation>{name}: تتجاوز معًا limit_total_mb؛ لم يُقرأ.</translation>
    </message>
    <message>
        <source>message:items-sealed</source>
        <extracomment>{count} items are sealed. Opening them takes two people: one asks and gives a reason, another grants it (Code menu, or triage seal open).</extracomment>
        <translation>{count} من العناصر مختومة. يتطلب فتحها شخصين: أحدهما يطلب ويذكر السبب، والآخر يوافق (قائمة التصنيف، أو triage seal open).</translation>
    </message>
    <message>
        <source>message:items-were-opened</source>
        <extracomment>each source was opened and closed with its SHA-256 (items: {items}, sources: {sources})</extracomment>
        <translation>فُتح كل مصدر وأُغلق مع قيمة SHA-256 له (عدد العناصر: {items}، عدد المصادر: {sources})</translation>
    </message>
    <message>
        <source>message:iwork-document</source>
        <extracomment>an iWork document (Pages, Numbers or Keynote)</extracomment>
        <translation>مستند iWork ‏(Pages أو Numbers أو Keynote)</translation>
    </message>
    <message>
        <source>message:iwork-part</source>
        <extracomment>a part of an iWork document</extracomment>
        <translation>جزء من مستند iWork</translation>
    </message>
    <message>
        <source>message:java-class-or-program</source>
        <extracomment>a Java class or a program</extracomment>
        <translation>صنف Java أو برنامج</translation>
    </message>
    <message>
        <source>message:json-no-object</source>
        <extracomment>{text} isn't a JSON object</extracomment>
        <translation>{text} ليس كائن JSON</translation>
    </message>
    <message>
        <source>message:json-unreadable</source>
        <extracomment>{text} can't be read</extracomment>
        <translation>لا يمكن قراءة {text}</translation>
    </message>
    <message>
        <source>message:judgement-unknown</source>
        <extracomment>a judgement isn't one that this program knows</extracomment>
        <translation>أحد الأحكام لا يعرفه هذا البرنامج</translation>
    </message>
    <message>
        <source>message:kept-log-changed</source>
        <extracomment>{name}, which was kept then, was changed or removed</extracomment>
        <translation>{name}، الذي حُفظ عندئذ، غُيِّر أو حُذف</translation>
    </message>
    <message>
        <source>message:kernel-agrees</source>
        <extracomment>{files} openings of files below the allowed folders, each in ledger or views; {folders} of folders, none of them denied</extracomment>
        <translation>{files} عملية فتح لملفات تحت المجلدات المسموح بها، كلها في ledger أو views؛ و{folders} لمجلدات، ليس منها ما هو ممنوع</translation>
    </message>
    <message>
        <source>message:kernel-lacks</source>
        <extracomment>openings of ledger and views that it doesn't have, as it covers a part, or they failed: {count}</extracomment>
        <translation>عمليات فتح في ledger وviews ليست فيه، لأنه يغطي جزءًا أو لأنها فشلت: {count}</translation>
    </message>
    <message>
        <source>message:kernel-log-without-paths</source>
        <extracomment>it doesn't name what was opened in full: strace needs -y</extracomment>
        <translation>لا يسمّي ما فُتح كاملًا: يحتاج strace إلى ‎-y</translation>
    </message>
    <message>
        <source>message:kernel-opened-denied</source>
        <extracomment>the folder {name} was opened, which is denied</extracomment>
        <translation>فُتح المجلد {name}، وهو ممنوع</translation>
    </message>
    <message>
        <source>message:kernel-opened-more-often</source>
        <extracomment>{name} was opened more often than ledger and views say, which have it {count} times</extracomment>
        <translation>فُتح {name} أكثر مما يذكره ledger وviews، وهو فيهما {count} مرة</translation>
    </message>
    <message>
        <source>message:kernel-opened-nothing</source>
        <extracomment>it has no opening of a file below an allowed folder</extracomment>
        <translation>ليس فيه فتح لملف تحت مجلد مسموح به</translation>
    </message>
    <message>
        <source>message:key-damaged</source>
        <extracomment>{path} isn't a key that can be used. Restore it from a backup, or move it elsewhere: the next signature makes a new key, whose public line others then need. What the old one signed stays valid.</extracomment>
        <translation>{path} ليس مفتاحًا يمكن استعماله. استعده من نسخة احتياطية، أو انقله إلى مكان آخر: يُنشئ التوقيع التالي مفتاحًا جديدًا يحتاج الآخرون إلى سطره العام. وما وُقّع بالقديم يبقى صالحًا.</translation>
    </message>
    <message>
        <source>message:key-file-damaged</source>
        <extracomment>{path} doesn't contain a complete key. Restore the file from a copy of the case's folder. If there is no copy, move it away: a new key is made, and what was locked or signed with the old one can no longer be checked.</extracomment>
        <translation>ليس في {path} مفتاح كامل. أعد الملف من نسخة من مجلد القضية. فإن لم توجد نسخة فانقله إلى مكان آخر: يُنشأ مفتاح جديد، ولا يمكن بعدها التحقق مما أُقفل أو وُقّع بالقديم.</translation>
    </message>
    <message>
        <source>message:key-locked-keyring</source>
        <extracomment>The passphrase of {path} is in this login's keyring, which is locked, not installed, or doesn't have it. Log in to the desktop, or install Triage's extra 'keyring'. {lost}</extracomment>
        <translation>عبارة مرور {path} في حافظة مفاتيح هذا المستخدم، وهي مقفلة أو غير مثبّتة أو ليست فيها. ادخل إلى سطح المكتب، أو ثبّت الإضافة ⁦keyring⁩ من ⁦Triage⁩. {lost}</translation>
    </message>
    <message>
        <source>message:key-locked-passphrase</source>
        <extracomment>{path} needs its passphrase: give --passphrase-file FILE, or set TRIAGE_PASSPHRASE. {lost}</extracomment>
        <translation>يحتاج {path} إلى عبارة مروره: حدّد ⁦--passphrase-file FILE⁩، أو اضبط ⁦TRIAGE_PASSPHRASE⁩. {lost}</translation>
    </message>
    <message>
        <source>message:key-lost</source>
        <extracomment>If it is lost, move the file elsewhere: the next signature makes a new key, whose public line others then need. What {line} signed stays valid. If it is on the roster of a case, the approver replaces it with the new one: triage record roster replace CASE NAME KEY. If it is the approver's, two people on the roster appoint another approver: triage record roster appoint CASE KEY</extracomment>
        <translation>إن ضاعت فانقل الملف إلى مكان آخر: يُنشئ التوقيع التالي مفتاحًا جديدًا يحتاج الآخرون إلى سطره العام. وما وقّعه {line} يبقى صالحًا. وإن كان في قائمة المخوَّلين لقضية فإن معتمِدها يضع الجديد مكانه: ⁦triage record roster replace CASE NAME KEY⁩. وإن كان مفتاح المعتمِد فإن شخصين من القائمة يعيّنان غيره: ⁦triage record roster appoint CASE KEY⁩</translation>
    </message>
    <message>
        <source>message:key-name-bad</source>
        <extracomment>'{name}' can't be the name of a key: give one without blanks, '+', '|' and control characters.</extracomment>
        <translation>لا يصلح '{name}' اسمًا لمفتاح: اختر اسمًا بلا فراغات ولا '+' ولا '|' ولا محارف تحكم.</translation>
    </message>
    <message>
        <source>message:key-of-keys</source>
        <extracomment>the list of keys</extracomment>
        <translation>قائمة المفاتيح</translation>
    </message>
    <message>
        <source>message:key-of-marking</source>
        <extracomment>marking a passage</extracomment>
        <translation>وضع علامة على مقطع</translation>
    </message>
    <message>
        <source>message:key-of-note</source>
        <extracomment>the note</extracomment>
        <translation>الملاحظة</translation>
    </message>
    <message>
        <source>message:key-of-quotations</source>
        <extracomment>opening quotations</extracomment>
        <translation>فتح الاقتباسات</translation>
    </message>
    <message>
        <source>message:key-of-repeating</source>
        <extracomment>repeating the last coding</extracomment>
        <translation>تكرار آخر تصنيف</translation>
    </message>
    <message>
        <source>message:key-passphrase-wrong</source>
        <extracomment>The passphrase doesn't open {path}. Give the right one by --passphrase-file FILE or TRIAGE_PASSPHRASE. {lost}</extracomment>
        <translation>عبارة المرور لا تفتح {path}. حدّد الصحيحة بـ ⁦--passphrase-file FILE⁩ أو ⁦TRIAGE_PASSPHRASE⁩. {lost}</translation>
    </message>
    <message>
        <source>message:key-unreadable</source>
        <extracomment>The key {path} can't be read or made ({error}). TRIAGE_KEYS can name another folder for keys.</extracomment>
        <translation>لا يمكن قراءة المفتاح {path} أو إنشاؤه ({error}). يمكن أن يحدّد ⁦TRIAGE_KEYS⁩ مجلدًا آخر للمفاتيح.</translation>
    </message>
    <message>
        <source>message:keys-unreadable</source>
        <extracomment>The keys that are given with --key can't be read: {error}</extracomment>
        <translation>لا يمكن قراءة المفاتيح المعطاة مع ‎--key‎: {error}</translation>
    </message>
    <message>
        <source>message:kind-needs-archives</source>
        <extracomment>It is {kind}, which the optional extra 'archives' reads; its content was not read.</extracomment>
        <translation>نوعه: {kind}؛ وتقرؤه الإضافة الاختيارية 'archives'؛ ولم يُقرأ محتواه.</translation>
    </message>
    <message>
        <source>message:kind-needs-archives-strings</source>
        <extracomment>It is {kind}, which the optional extra 'archives' reads; readable strings in it were kept.</extracomment>
        <translation>نوعه: {kind}؛ وتقرؤه الإضافة الاختيارية 'archives'؛ وحُفظت السلاسل النصية المقروءة فيه.</translation>
    </message>
    <message>
        <source>message:kind-not-read</source>
        <extracomment>It is {kind}; its content was not read.</extracomment>
        <translation>نوعه: {kind}؛ ولم يُقرأ محتواه.</translation>
    </message>
    <message>
        <source>message:kind-not-unpacked</source>
        <extracomment>It is {kind}, which can't be unpacked ({error}); its content was not read.</extracomment>
        <translation>نوعه: {kind}؛ ولا يمكن فك ضغطه ({error})؛ ولم يُقرأ محتواه.</translation>
    </message>
    <message>
        <source>message:kind-not-unpacked-strings</source>
        <extracomment>It is {kind}, which can't be unpacked ({error}); readable strings in it were kept.</extracomment>
        <translation>نوعه: {kind}؛ ولا يمكن فك ضغطه ({error})؛ وحُفظت السلاسل النصية المقروءة فيه.</translation>
    </message>
    <message>
        <source>message:kind-without-reader</source>
        <extracomment>It is {kind}, for which there is no reader; its content was not read.</extracomment>
        <translation>نوعه: {kind}؛ ولا قارئ له؛ ولم يُقرأ محتواه.</translation>
    </message>
    <message>
        <source>message:kind-without-reader-parts</source>
        <extracomment>It is {kind}, for which there is no reader; its parts were read as those of a ZIP archive.</extracomment>
        <translation>نوعه: {kind}؛ ولا قارئ له؛ وقُرئت أجزاؤه كأجزاء أرشيف ZIP.</translation>
    </message>
    <message>
        <source>message:kind-without-reader-strings</source>
        <extracomment>It is {kind}, for which there is no reader; readable strings in it were kept.</extracomment>
        <translation>نوعه: {kind}؛ ولا قارئ له؛ وحُفظت السلاسل النصية المقروءة فيه.</translation>
    </message>
    <message>
        <source>message:kind-without-reader-xml</source>
        <extracomment>It is {kind}, for which there is no reader; its text was read as that of any XML. What is hidden or deleted isn't told apart; files in it weren't read.</extracomment>
        <translation>نوعه: {kind}؛ ولا قارئ له؛ وقُرئ نصه كنص أي ملف XML. ولا يُميَّز ما هو مخفي أو محذوف؛ ولم تُقرأ الملفات التي فيه.</translation>
    </message>
    <message>
        <source>message:known-items-in-set</source>
        <extracomment>{count} known items are in the sampled set itself: the sample covers them, so they don't count.</extracomment>
        <translation>{count} من العناصر المعروفة تقع في المجموعة المسحوب منها: تتحدث العيّنة عنها فلا تُعدّ معروفة.</translation>
    </message>
    <message>
        <source>message:ledger-anchored</source>
        <extracomment>line {line} is the one that the store knows</extracomment>
        <translation>السطر {line} هو الذي يعرفه المخزن</translation>
    </message>
    <message>
        <source>message:ledger-beyond</source>
        <extracomment>more follows line {line} of {name}, the last one that the case knows, than a run that was killed can leave: what follows isn't the program's, and isn't read</extracomment>
        <translation>يلي السطر {line} من {name}، وهو آخر سطر تعرفه القضية، أكثر مما يمكن أن يتركه تشغيل أُنهي قسرًا: ما يليه ليس من البرنامج ولا يُقرأ</translation>
    </message>
    <message>
        <source>message:ledger-clock-back</source>
        <extracomment>times earlier than the one before, as the clock was set back: {count}</extracomment>
        <translation>أوقات أسبق مما قبلها، لأن الساعة أُرجعت: {count}</translation>
    </message>
    <message>
        <source>message:ledger-cut-off</source>
        <extracomment>the store knows {known} lines, the ledger has {lines}: its end was cut off</extracomment>
        <translation>يعرف المخزن {known} سطرًا، وفي الدفتر {lines}: قُطع آخره</translation>
    </message>
    <message>
        <source>message:ledger-end-lost</source>
        <extracomment>line {line} of {name}, the last one that the case knows, isn't there or was changed</extracomment>
        <translation>السطر {line} من {name}، آخر ما تعرفه القضية، غير موجود أو غُيِّر</translation>
    </message>
    <message>
        <source>message:ledger-key-differs</source>
        <extracomment>{name} is missing, or isn't the key under which denied paths were recorded</extracomment>
        <translation>{name} مفقود، أو ليس المفتاح الذي سُجّلت به المسارات المرفوضة</translation>
    </message>
    <message>
        <source>message:ledger-key-holds</source>
        <extracomment>it is the key under which denied paths were recorded</extracomment>
        <translation>هو المفتاح الذي سُجّلت به المسارات المرفوضة</translation>
    </message>
    <message>
        <source>message:ledger-line-changed</source>
        <extracomment>line {line} of {name} was changed, or a line before it was</extracomment>
        <translation>غُيّر السطر {line} من {name} أو سطر قبله</translation>
    </message>
    <message>
        <source>message:ledger-line-out-of-order</source>
        <extracomment>line {line} of {name} says it is number {number}, but follows {before}</extracomment>
        <translation>يذكر السطر {line} من {name} أن رقمه {number}، لكنه يلي {before}</translation>
    </message>
    <message>
        <source>message:ledger-line-unreadable</source>
        <extracomment>line {line} of {name} can't be read</extracomment>
        <translation>لا يمكن قراءة السطر {line} من {name}</translation>
    </message>
    <message>
        <source>message:ledger-names-changed</source>
        <extracomment>the names in line {line} of {name} were changed: they aren't those that it commits to</extracomment>
        <translation>غُيّرت الأسماء في السطر {line} من {name}: ليست هي الأسماء التي يلتزم بها السطر</translation>
    </message>
    <message>
        <source>message:ledger-names-lost-row</source>
        <extracomment>line {line} names a row of the audit that isn't there: the audit was rewritten</extracomment>
        <translation>يذكر السطر {line} صفًّا من سجل التدقيق ليس فيه: أُعيدت كتابة سجل التدقيق</translation>
    </message>
    <message>
        <source>message:ledger-names-rows</source>
        <extracomment>the audit has each row that the ledger names (rows: {count})</extracomment>
        <translation>في سجل التدقيق الصفوف التي يذكرها الدفتر، وعددها {count}</translation>
    </message>
    <message>
        <source>message:ledger-not-audited</source>
        <extracomment>line {line} isn't the one that row {row} of the audit names: it was cut off or rewritten</extracomment>
        <translation>السطر {line} ليس الذي يذكره الصف {row} من سجل التدقيق: قُطع الدفتر أو أُعيدت كتابته</translation>
    </message>
    <message>
        <source>message:ledger-rewritten</source>
        <extracomment>line {line} isn't the one that the store knows: the ledger was rewritten</extracomment>
        <translation>السطر {line} ليس الذي يعرفه المخزن: كُتب الدفتر من جديد</translation>
    </message>
    <message>
        <source>message:ledger-torn</source>
        <extracomment>the last line of {name} is incomplete; the next run will close it</extracomment>
        <translation>السطر الأخير من {name} مقطوع؛ وسيغلقه التشغيل التالي</translation>
    </message>
    <message>
        <source>message:ledger-unconfined</source>
        <extracomment>times that Linux didn't confine what opened files, so that only this program's checks held: {count}</extracomment>
        <translation>مرات لم يحصر فيها لينكس ما فتح الملفات، فلم تسرِ إلا فحوص هذا البرنامج: {count}</translation>
    </message>
    <message>
        <source>message:ledger-unended</source>
        <extracomment>openings with no end, as the program was stopped there: {count}</extracomment>
        <translation>عمليات فتح بلا نهاية، لأن البرنامج أُوقف عندها: {count}</translation>
    </message>
    <message>
        <source>message:ledger-without-line</source>
        <extracomment>{path} has no whole line in its last mebibyte. Restore it from a copy.</extracomment>
        <translation>ليس في {path} سطر كامل في آخر ميبيبايت منه. استعده من نسخة.</translation>
    </message>
    <message>
        <source>message:lha-archive</source>
        <extracomment>an LHA archive</extracomment>
        <translation>أرشيف LHA</translation>
    </message>
    <message>
        <source>message:library-missing</source>
        <extracomment>This needs the package {package}, which isn't installed or can't be loaded ({error}). Install it with: pip install {again}</extracomment>
        <translation>يتطلب هذا الحزمة {package}، وهي غير مثبّتة أو تعذّر تحميلها ({error}). ثبّتها بالأمر: pip install {again}</translation>
    </message>
    <message>
        <source>message:libreoffice-failed</source>
        <extracomment>LibreOffice couldn't turn it into pages.</extracomment>
        <translation>تعذّر على LibreOffice تحويله إلى صفحات.</translation>
    </message>
    <message>
        <source>message:libreoffice-missing</source>
        <extracomment>Page images of office documents need LibreOffice, which isn't installed here.</extracomment>
        <translation>تحتاج صور صفحات مستندات Office إلى LibreOffice، وهو غير مثبّت هنا.</translation>
    </message>
    <message>
        <source>message:libreoffice-slow</source>
        <extracomment>LibreOffice needed more than {seconds} s for it and was stopped.</extracomment>
        <translation>احتاج LibreOffice إلى أكثر من {seconds} ثانية لذلك فأُوقف.</translation>
    </message>
    <message>
        <source>message:libreoffice-stopped</source>
        <extracomment>LibreOffice was stopped, as its pages are no longer wanted.</extracomment>
        <translation>أُوقف LibreOffice لأن صفحاته لم تعد مطلوبة.</translation>
    </message>
    <message>
        <source>message:limit-findings</source>
        <extracomment>What the query doesn't find, and what else was read: triage record prove makes a proof of that.</extracomment>
        <translation>ما لا يجده الاستعلام، وما قُرئ غير ذلك: ينشئ triage record prove برهانًا عليه.</translation>
    </message>
    <message>
        <source>message:limit-other-programs</source>
        <extracomment>What other programs did, or administrators of the machine, who could have run a changed program: it is about this program (Triage), this machine and this period, as the logs have it.</extracomment>
        <translation>ما فعلته برامج أخرى أو مديرو الجهاز الذين كان بوسعهم تشغيل برنامج معدَّل: الحديث عن هذا البرنامج (Triage) وهذا الجهاز وهذه الفترة، كما في السجلات.</translation>
    </message>
    <message>
        <source>message:limit-signer</source>
        <extracomment>Who a signer is: whoever has the key can sign. Compare the key with the one that you were given through a different channel, or give that with --key.</extracomment>
        <translation>من هو الموقّع: كل من لديه المفتاح يستطيع التوقيع. قارن المفتاح بالذي أُعطيته بطريق آخر، أو أعطه مع ‎--key‎.</translation>
    </message>
    <message>
        <source>message:limit-stamps</source>
        <extracomment>Whether a time stamp is genuine: that takes its authority's certificate, and openssl ts -verify -data heads/X.head -in stamps/X.head.tsr -CAfile AUTHORITY.pem</extracomment>
        <translation>هل الختم الزمني أصلي: يتطلب ذلك شهادة الجهة و‎openssl ts -verify -data heads/X.head -in stamps/X.head.tsr -CAfile AUTHORITY.pem</translation>
    </message>
    <message>
        <source>message:line-after-incomplete</source>
        <extracomment>the line before it is incomplete, and this one doesn't say so</extracomment>
        <translation>السطر الذي قبله غير مكتمل، وهذا لا يذكر ذلك</translation>
    </message>
    <message>
        <source>message:line-before-scope</source>
        <extracomment>it is before the ledger names a version of the scope</extracomment>
        <translation>يسبق تسمية السجل لأي إصدار من النطاق</translation>
    </message>
    <message>
        <source>message:line-closes-too-many</source>
        <extracomment>a file is closed that wasn't opened</extracomment>
        <translation>أُغلق ملف لم يُفتح</translation>
    </message>
    <message>
        <source>message:line-closes-unopened</source>
        <extracomment>line {line} closes {name}, which was not opened</extracomment>
        <translation>يغلق السطر {line} المصدر {name} الذي لم يُفتح</translation>
    </message>
    <message>
        <source>message:line-counts-differ</source>
        <extracomment>it doesn't name as many sizes and contents as files</extracomment>
        <translation>لا يسمّي من الأحجام والمحتويات بعدد الملفات</translation>
    </message>
    <message>
        <source>message:line-incomplete</source>
        <extracomment>a line is longer than {most} bytes, or the last one isn't complete</extracomment>
        <translation>سطر أطول من {most} بايت، أو الأخير غير مكتمل</translation>
    </message>
    <message>
        <source>message:line-misnumbered</source>
        <extracomment>it says that it is number {stated}, and is {number}</extracomment>
        <translation>يذكر أن رقمه {stated}، وهو {number}</translation>
    </message>
    <message>
        <source>message:line-names-unknown-scope</source>
        <extracomment>line {line} of {name} names version {number} of the scope, which isn't on record so</extracomment>
        <translation>يذكر السطر {line} من {name} الإصدار {number} من النطاق، وهو غير مسجّل هكذا</translation>
    </message>
    <message>
        <source>message:line-not-as-audited</source>
        <extracomment>it isn't the line that the audit names</extracomment>
        <translation>ليس السطر الذي يسمّيه سجل التدقيق</translation>
    </message>
    <message>
        <source>message:line-not-json</source>
        <extracomment>it isn't JSON</extracomment>
        <translation>ليس JSON</translation>
    </message>
    <message>
        <source>message:line-not-record</source>
        <extracomment>it isn't a record</extracomment>
        <translation>ليس سجلًّا</translation>
    </message>
    <message>
        <source>message:line-odd</source>
        <extracomment>it isn't in the form of a ledger's line</extracomment>
        <translation>ليس على هيئة سطر من الدفتر</translation>
    </message>
    <message>
        <source>message:line-opens-before-scope</source>
        <extracomment>line {line} opens {name} before the ledger names a version of the scope</extracomment>
        <translation>يفتح السطر {line} الملف {name} قبل أن يسمي السجل أي إصدار من النطاق</translation>
    </message>
    <message>
        <source>message:line-opens-denied</source>
        <extracomment>line {line} opens {name}, which the rule '{rule}' of the scope then in force denies</extracomment>
        <translation>يفتح السطر {line} المصدر {name} الذي تمنعه القاعدة '{rule}' في النطاق الساري حينها</translation>
    </message>
    <message>
        <source>message:line-opens-undecided</source>
        <extracomment>line {line} opens {name} without an allow before it</extracomment>
        <translation>يفتح السطر {line} المصدر {name} من دون سماح قبله</translation>
    </message>
    <message>
        <source>message:line-opens-unknown-root</source>
        <extracomment>line {line} opens {name}, whose [[allow]] the scope then in force doesn't have</extracomment>
        <translation>يفتح السطر {line} المصدر {name} الذي لا يوجد [[allow]] الخاص به في النطاق الساري حينها</translation>
    </message>
    <message>
        <source>message:line-unknown-folder</source>
        <extracomment>{rule} isn't a folder that version {version} of the scope allows</extracomment>
        <translation>{rule} ليس مجلدًا يسمح به الإصدار {version} من النطاق</translation>
    </message>
    <message>
        <source>message:line-unknown-rule</source>
        <extracomment>{rule} isn't a rule of version {version} of the scope</extracomment>
        <translation>{rule} ليست قاعدة في الإصدار {version} من النطاق</translation>
    </message>
    <message>
        <source>message:line-unknown-version</source>
        <extracomment>it names a version {version} of the scope that isn't in this folder</extracomment>
        <translation>يسمّي إصدارًا {version} من النطاق ليس في هذا المجلد</translation>
    </message>
    <message>
        <source>message:lines-follow</source>
        <extracomment>each line follows from the one before (lines: {count})</extracomment>
        <translation>يتبع كل سطر ما قبله (عدد الأسطر: {count})</translation>
    </message>
    <message>
        <source>message:link-or-no-file</source>
        <extracomment>it is a link or not a regular file</extracomment>
        <translation>هو رابط أو ليس ملفًّا عاديًّا</translation>
    </message>
    <message>
        <source>message:linked-content</source>
        <extracomment>The content of {name} is linked, is stored elsewhere and was not fetched.</extracomment>
        <translation>محتوى {name} مرتبط وموجود في مكان آخر ولم يُجلب.</translation>
    </message>
    <message>
        <source>message:linked-object</source>
        <extracomment>The linked object {name} is stored elsewhere and was not fetched.</extracomment>
        <translation>الكائن المرتبط {name} موجود في مكان آخر ولم يُجلب.</translation>
    </message>
    <message>
        <source>message:linked-part</source>
        <extracomment>Content linked as {kind} is stored at {place} and was not fetched.</extracomment>
        <translation>محتوى مرتبط بصفة {kind} موجود في {place} ولم يُجلب.</translation>
    </message>
    <message>
        <source>message:list-bad-items</source>
        <extracomment>a list has no items, or one of them twice</extracomment>
        <translation>قائمة لا عنصر فيها، أو يتكرر فيها عنصر</translation>
    </message>
    <message>
        <source>message:list-kind-unknown</source>
        <extracomment>a list is neither a batch nor a sample</extracomment>
        <translation>قائمة ليست دفعة ولا عيّنة</translation>
    </message>
    <message>
        <source>message:list-order-unknown</source>
        <extracomment>A list can't be sorted by '{order}'. It can be by: {known}.</extracomment>
        <translation>لا يمكن ترتيب القائمة حسب '{order}'. يمكن ترتيبها حسب: {known}.</translation>
    </message>
    <message>
        <source>message:listed-file-missing</source>
        <extracomment>{path} is listed but missing.</extracomment>
        <translation>الملف {path} مدرج وغير موجود.</translation>
    </message>
    <message>
        <source>message:load-file-damaged</source>
        <extracomment>Line {line} of the load file is damaged.</extracomment>
        <translation>السطر {line} في ملف التحميل تالف.</translation>
    </message>
    <message>
        <source>message:log-cut-off</source>
        <extracomment>it has {count} lines, and the audit names line {line}</extracomment>
        <translation>فيه {count} سطرًا، ويسمّي سجل التدقيق السطر {line}</translation>
    </message>
    <message>
        <source>message:log-end-incomplete</source>
        <extracomment>the last line isn't complete</extracomment>
        <translation>السطر الأخير غير مكتمل</translation>
    </message>
    <message>
        <source>message:log-ends-elsewhere</source>
        <extracomment>the {log} doesn't continue where the last head ended: run triage verify</extracomment>
        <translation>لا يستمر {log} من حيث انتهى الرأس الأخير: شغّل ⁦triage verify⁩</translation>
    </message>
    <message>
        <source>message:log-ends-unsigned</source>
        <extracomment>the logs go on after what the last head covers: their ends are signed by nobody</extracomment>
        <translation>تستمر السجلات بعد ما يغطيه آخر رأس: لم يوقّع أحد نهاياتها</translation>
    </message>
    <message>
        <source>message:log-line</source>
        <extracomment>line {line}: {why}</extracomment>
        <translation>السطر {line}: {why}</translation>
    </message>
    <message>
        <source>message:log-line-changed</source>
        <extracomment>line {line} was changed, or a line before it was put in or taken out</extracomment>
        <translation>غُيّر السطر {line}، أو أُدخل سطر قبله أو أُخرج</translation>
    </message>
    <message>
        <source>message:log-without-lines</source>
        <extracomment>no line can be read</extracomment>
        <translation>لا يمكن قراءة أي سطر</translation>
    </message>
    <message>
        <source>message:lotus-spreadsheet</source>
        <extracomment>a Lotus spreadsheet</extracomment>
        <translation>جدول بيانات Lotus</translation>
    </message>
    <message>
        <source>message:lz4-file</source>
        <extracomment>an LZ4-compressed file</extracomment>
        <translation>ملف مضغوط بـ LZ4</translation>
    </message>
    <message>
        <source>message:lzma-properties-out-of-range</source>
        <extracomment>LZMA properties out of range</extracomment>
        <translation>خصائص LZMA خارج النطاق المسموح</translation>
    </message>
    <message>
        <source>message:lzw-first-code</source>
        <extracomment>the first code isn't a byte</extracomment>
        <translation>الرمز الأول ليس بايتًا</translation>
    </message>
    <message>
        <source>message:lzw-unknown-code</source>
        <extracomment>a code that isn't defined yet</extracomment>
        <translation>رمز لم يُعرف بعد</translation>
    </message>
    <message>
        <source>message:lzw-width-out-of-range</source>
        <extracomment>code width out of range</extracomment>
        <translation>عرض الرمز خارج النطاق المسموح</translation>
    </message>
    <message>
        <source>message:mac-folder-view</source>
        <extracomment>a Mac folder view</extracomment>
        <translation>ملف عرض مجلد في Mac</translation>
    </message>
    <message>
        <source>message:mac-resource-fork</source>
        <extracomment>a Mac resource fork</extracomment>
        <translation>تفرّع موارد Mac</translation>
    </message>
    <message>
        <source>message:macros-not-unpacked</source>
        <extracomment>The macros can't be unpacked ({error}).</extracomment>
        <translation>لا يمكن فكّ وحدات الماكرو ({error}).</translation>
    </message>
    <message>
        <source>message:macros-unreadable</source>
        <extracomment>The macros can't be read ({error}).</extracomment>
        <translation>لا يمكن قراءة وحدات الماكرو ({error}).</translation>
    </message>
    <message>
        <source>message:mail-encrypted</source>
        <extracomment>The mail's content is encrypted and was not read.</extracomment>
        <translation>محتوى البريد مشفّر ولم يُقرأ.</translation>
    </message>
    <message>
        <source>message:mail-encrypted-pgp</source>
        <extracomment>The mail's content is encrypted with PGP and was not read.</extracomment>
        <translation>محتوى البريد مشفّر بـ PGP ولم يُقرأ.</translation>
    </message>
    <message>
        <source>message:mail-encrypted-smime</source>
        <extracomment>The mail's content is encrypted with S/MIME and was not read.</extracomment>
        <translation>محتوى البريد مشفّر بـ S/MIME ولم يُقرأ.</translation>
    </message>
    <message>
        <source>message:mail-rights-managed</source>
        <extracomment>The mail is protected by rights management; its text here is only a placeholder.</extracomment>
        <translation>البريد محجوب بإدارة الحقوق؛ والنص هنا بديل فحسب.</translation>
    </message>
    <message>
        <source>message:manifest-lists</source>
        <extracomment>{file} lists each file once and in order (files: {files}).</extracomment>
        <translation>يسرد {file} كل ملف مرة واحدة وبالترتيب (عدد الملفات: {files}).</translation>
    </message>
    <message>
        <source>message:manifest-missing</source>
        <extracomment>{file} is missing, so nothing else can be checked: the folder isn't whole, or Triage didn't make it. Ask the sender for it.</extracomment>
        <translation>{file} مفقود، فلا يمكن التحقق من أي شيء آخر: المجلد ليس كاملاً، أو لم ينشئه Triage. اطلبوه من المرسل.</translation>
    </message>
    <message>
        <source>message:manifest-odd-file</source>
        <extracomment>{file} states a path, a size or a sha256 of another kind</extracomment>
        <translation>يذكر {file} مسارًا أو حجمًا أو sha256 من نوع آخر</translation>
    </message>
    <message>
        <source>message:manifest-out-of-order</source>
        <extracomment>{file} doesn't list each file once and in order, as an export does; it was changed.</extracomment>
        <translation>لا يسرد {file} كل ملف مرة واحدة وبالترتيب كما يفعل التصدير؛ لقد غُيّر.</translation>
    </message>
    <message>
        <source>message:manifest-unreadable</source>
        <extracomment>{file} can't be read, so nothing else can be checked: {error}.</extracomment>
        <translation>لا يمكن قراءة {file}، فلا يمكن التحقق من شيء آخر: {error}.</translation>
    </message>
    <message>
        <source>message:margin-out-of-range</source>
        <extracomment>Margin and confidence must be between 0 and 1: {margin} and {confidence} aren't.</extracomment>
        <translation>يقع هامش الخطأ ودرجة الثقة بين 0 و1، مثل 0.05 و0.95؛ وليس كذلك {margin} و{confidence}.</translation>
    </message>
    <message>
        <source>message:matrix-found</source>
        <extracomment>versions {versions}: {summary}</extracomment>
        <translation>النسخ {versions}: {summary}</translation>
    </message>
    <message>
        <source>message:matrix-missing</source>
        <extracomment>versions {versions}: no matrix stored; make it with: triage selftest --case {path}</extracomment>
        <translation>النسخ {versions}: لا مصفوفة محفوظة؛ أنشئها بالأمر: ⁦triage selftest --case {path}⁩</translation>
    </message>
    <message>
        <source>message:mbox-message-too-large</source>
        <extracomment>A message of {size} bytes is over limit_item_mb; it was not read.</extracomment>
        <translation>رسالة من {size} بايت تتجاوز limit_item_mb؛ ولم تُقرأ.</translation>
    </message>
    <message>
        <source>message:means-in-force</source>
        <extracomment>In force: {means}.</extracomment>
        <translation>سارٍ الآن: {means}.</translation>
    </message>
    <message>
        <source>message:means-none</source>
        <extracomment>This system offers nothing.</extracomment>
        <translation>لا يوفّر هذا النظام شيئًا.</translation>
    </message>
    <message>
        <source>message:member-and-whole-over-ratio</source>
        <extracomment>{name} and the file as a whole unpack to far more than their size.</extracomment>
        <translation>ينفكّ {name} والكل إلى أكثر بكثير من حجمهما.</translation>
    </message>
    <message>
        <source>message:member-broken</source>
        <extracomment>{name} can't be unpacked ({error}).</extracomment>
        <translation>لا يمكن فكّ ضغط {name} ({error}).</translation>
    </message>
    <message>
        <source>message:member-broken-off</source>
        <extracomment>{name} is truncated after {size} bytes, which were kept ({error}).</extracomment>
        <translation>انقطع {name} بعد {size} بايت حُفظت ({error}).</translation>
    </message>
    <message>
        <source>message:member-cut-short</source>
        <extracomment>{name} is cut short; what is there was kept.</extracomment>
        <translation>{name} مبتور؛ وحُفظ الموجود منه.</translation>
    </message>
    <message>
        <source>message:member-denied-now</source>
        <extracomment>It is denied by the rule '{rule}' of scope.toml now.</extracomment>
        <translation>هو ممنوع الآن بموجب القاعدة '{rule}' في scope.toml.</translation>
    </message>
    <message>
        <source>message:member-lost</source>
        <extracomment>It couldn't be extracted; the problems of its container say why.</extracomment>
        <translation>تعذّر استخراجه؛ ومشكلات ما يحويه تبيّن السبب.</translation>
    </message>
    <message>
        <source>message:member-method-needs-archives</source>
        <extracomment>{name} is compressed with {method}, which the optional extra 'archives' unpacks.</extracomment>
        <translation>{name} مضغوط بالطريقة {method} التي تفكّها الإضافة الاختيارية 'archives'.</translation>
    </message>
    <message>
        <source>message:member-name-outside</source>
        <extracomment>A member is named {name}; it was read, and nothing was written to disk.</extracomment>
        <translation>اسم أحد الأعضاء {name}؛ قُرئ ولم يُكتب شيء.</translation>
    </message>
    <message>
        <source>message:member-not-whole</source>
        <extracomment>{name} can't be unpacked completely ({error}).</extracomment>
        <translation>لا يمكن فكّ ضغط {name} كاملًا ({error}).</translation>
    </message>
    <message>
        <source>message:member-over-memory</source>
        <extracomment>Unpacking {name} needs more memory than limit_memory_mb allows; it was not read.</extracomment>
        <translation>يتطلب فك {name} ذاكرة أكثر مما يسمح به limit_memory_mb؛ ولم يُقرأ.</translation>
    </message>
    <message>
        <source>message:member-over-ratio</source>
        <extracomment>{name} unpacks to over {ratio} times its size; it was not read.</extracomment>
        <translation>ينفكّ {name} إلى أكثر من {ratio} ضعف حجمه؛ ولم يُقرأ.</translation>
    </message>
    <message>
        <source>message:member-over-size</source>
        <extracomment>{name} unpacks to over {limit} MiB; it was not read.</extracomment>
        <translation>ينفكّ {name} إلى أكثر من {limit} MiB؛ ولم يُقرأ.</translation>
    </message>
    <message>
        <source>message:member-shorter-than-stated</source>
        <extracomment>{name} is shorter than the archive says; what could be unpacked was kept.</extracomment>
        <translation>{name} أقصر مما يذكره الأرشيف؛ وحُفظ ما جاء.</translation>
    </message>
    <message>
        <source>message:member-size-stated-over</source>
        <extracomment>{name} unpacks to {size} MiB, over the limit; it was not read.</extracomment>
        <translation>ينفكّ {name} إلى {size} MiB، فوق الحد؛ ولم يُقرأ.</translation>
    </message>
    <message>
        <source>message:member-unknown-method</source>
        <extracomment>{name} is compressed with method {method}, which can't be unpacked.</extracomment>
        <translation>{name} مضغوط بالطريقة {method} التي لا يمكن فكّها.</translation>
    </message>
    <message>
        <source>message:member-wrong-checksum</source>
        <extracomment>{name} has a wrong checksum; it was read anyway.</extracomment>
        <translation>مجموع التحقق لـ {name} خاطئ؛ وقُرئ مع ذلك.</translation>
    </message>
    <message>
        <source>message:members-are-links</source>
        <extracomment>Symbolic links, whose targets were not read: {names}</extracomment>
        <translation>روابط رمزية لم تُقرأ أهدافها: {names}</translation>
    </message>
    <message>
        <source>message:members-denied</source>
        <extracomment>The scope denies {count} of the items inside; they were not extracted.</extracomment>
        <translation>يمنع النطاق {count} من العناصر التي بداخله؛ فلم تُستخرج.</translation>
    </message>
    <message>
        <source>message:members-encrypted</source>
        <extracomment>{count} members are encrypted: {names}.</extracomment>
        <translation>{count} من الأعضاء مشفّرة: {names}.</translation>
    </message>
    <message>
        <source>message:members-encrypted-no-password</source>
        <extracomment>{count} members are encrypted, and no password given opens them: {names}.</extracomment>
        <translation>{count} من الأعضاء مشفّرة ولم تفتحها أي كلمة مرور معطاة: {names}.</translation>
    </message>
    <message>
        <source>message:members-encrypted-unread-method</source>
        <extracomment>{count} members are encrypted by a method that can't be read: {names}.</extracomment>
        <translation>{count} من الأعضاء مشفّرة بطريقة لا يمكن قراءتها: {names}.</translation>
    </message>
    <message>
        <source>message:members-missing</source>
        <extracomment>{count} members are listed but missing: {names}.</extracomment>
        <translation>{count} من الأعضاء مدرجة وغير موجودة: {names}.</translation>
    </message>
    <message>
        <source>message:members-not-unpacked</source>
        <extracomment>{count} members are compressed and can't be unpacked here: {names}.</extracomment>
        <translation>{count} من الأعضاء مضغوطة ولا يمكن فكّها هنا: {names}.</translation>
    </message>
    <message>
        <source>message:members-overlap</source>
        <extracomment>Members share the same bytes many times over; {count} of them were not read.</extracomment>
        <translation>تتشارك الأعضاء البايتات نفسها مرات كثيرة؛ ولم يُقرأ {count} منها.</translation>
    </message>
    <message>
        <source>message:members-unlisted</source>
        <extracomment>{count} members aren't in the archive's directory ({names}); they were read too.</extracomment>
        <translation>{count} من الأعضاء ليست في دليل الأرشيف ({names})؛ وقُرئت أيضًا.</translation>
    </message>
    <message>
        <source>message:memory-full</source>
        <extracomment>There isn't enough memory for this. This step isn't finished; what was saved before it is kept. End other programs and try again.</extracomment>
        <translation>لا تكفي الذاكرة لهذا. لم تكتمل هذه الخطوة؛ وما حُفظ قبلها باقٍ. أغلق برامج أخرى وأعد المحاولة.</translation>
    </message>
    <message>
        <source>message:merge-batch-contested</source>
        <extracomment>The batch '{name}' is checked out by {reviewers} at the same time.</extracomment>
        <translation>الدفعة '{name}' مأخوذة في الوقت نفسه عند {reviewers}.</translation>
    </message>
    <message>
        <source>message:merge-decision-differs</source>
        <extracomment>The decision {event} on item {id} is recorded differently there than here, or twice: one of the two records was changed. Nothing was merged; run triage verify on both.</extracomment>
        <translation>القرار {event} على العنصر {id} مكتوب هناك بغير ما هو هنا، أو مرتين: غُيّر أحد السجلين. لم يُدمج شيء؛ شغّل triage verify على كليهما.</translation>
    </message>
    <message>
        <source>message:merge-file-signature-wrong</source>
        <extracomment>The signature on the file of '{name}' doesn't match its content, or isn't by {key}. Nothing was merged.</extracomment>
        <translation>توقيع ملف '{name}' ليس على محتواه، أو ليس توقيع {key}. لم يُدمج شيء.</translation>
    </message>
    <message>
        <source>message:merge-file-unsigned</source>
        <extracomment>The file of '{name}' isn't signed. Nothing was merged. Ask for it to be written again with a key that can be used; or take over what it has, marked as unsigned and without seals: triage merge --unsigned</extracomment>
        <translation>ملف '{name}' غير موقَّع. لم يُدمج شيء. اطلب كتابته من جديد بمفتاح يمكن استخدامه؛ أو خذ ما فيه، معلَّمًا بأنه غير موقَّع ومن دون أختام: ⁦triage merge --unsigned⁩</translation>
    </message>
    <message>
        <source>message:merge-name-of-another</source>
        <extracomment>The decision {event} on item {id} is in the name of {who}, and signed with {key}, which the roster doesn't have as a key of {who}. Nothing was merged: ask who sent it. If the key is or was {who}'s, the approver adds it first: triage record roster add CASE KEY --name NAME</extracomment>
        <translation>القرار {event} بشأن العنصر {id} مسجَّل باسم {who} وموقَّع بالمفتاح {key} الذي لا تذكره قائمة المخوَّلين مفتاحًا لـ{who}. لم يُدمج شيء: اسأل من أرسله. وإن كان المفتاح لـ{who} أو كان له فليُضفه المعتمِد أولًا: ⁦triage record roster add CASE KEY --name NAME⁩</translation>
    </message>
    <message>
        <source>message:merge-no-common-item</source>
        <extracomment>'{name}' has no item in common with this case. Nothing was merged.</extracomment>
        <translation>ليس لـ '{name}' عنصر مشترك مع هذه القضية. لم يُدمج شيء.</translation>
    </message>
    <message>
        <source>message:merge-notes-hidden</source>
        <extracomment>{count} notes and passages weren't taken over: their items are sealed there. The signatures of their steps were checked by their digests.</extracomment>
        <translation>لم تؤخذ {count} من الملاحظات والمقاطع: عناصرها مختومة هناك. فُحصت توقيعات خطواتها ببصماتها.</translation>
    </message>
    <message>
        <source>message:merge-opens-seal-alone</source>
        <extracomment>The decision {event} by {who} on item {id} opens a seal that no other person had asked to open. Nothing was merged: ask who sent it.</extracomment>
        <translation>القرار {event} من {who} على العنصر {id} يفتح ختمًا لم يطلب شخص آخر فتحه. لم يُدمج شيء: اسأل من أرسله.</translation>
    </message>
    <message>
        <source>message:merge-other-seal</source>
        <extracomment>The checksum of '{name}' is {seal}, not the one that was stated. Nothing was merged.</extracomment>
        <translation>مجموع التحقق لـ '{name}' هو {seal}، لا الذي أُبلغ به. لم يُدمج شيء.</translation>
    </message>
    <message>
        <source>message:merge-roster-differs</source>
        <extracomment>The roster there and the roster here were changed independently. The one here stays; the approver has to repeat here the changes that it lacks.</extracomment>
        <translation>غُيّرت قائمة المخوَّلين هناك وقائمة المخوَّلين هنا كلٌّ على حدة. تبقى التي هنا؛ ويعيد المعتمِد هنا التغييرات التي تنقصها.</translation>
    </message>
    <message>
        <source>message:merge-roster-of-other-approver</source>
        <extracomment>The roster there wasn't taken over, since nothing here says that its first approver, {key}, is yours. Compare the key with that person; then: triage merge --approver KEY</extracomment>
        <translation>لم تؤخذ قائمة المخوَّلين التي هناك، إذ لا شيء هنا يدل على أن معتمِدها الأول {key} هو معتمِدك. قارن المفتاح مع ذلك الشخص؛ ثم: ⁦triage merge --approver KEY⁩</translation>
    </message>
    <message>
        <source>message:merge-roster-wrong</source>
        <extracomment>Its roster isn't what was signed: {why}. Nothing was merged; ask who sent it.</extracomment>
        <translation>قائمة المخوَّلين التي فيه ليست ما وُقِّع: {why}. لم يُدمج شيء؛ اسأل من أرسله.</translation>
    </message>
    <message>
        <source>message:merge-same-name</source>
        <extracomment>{count} batches or samples are now named '{name}'; each keeps its id.</extracomment>
        <translation>{count} من الدفعات أو العيّنات اسمها الآن '{name}'؛ ولكل منها معرّفها.</translation>
    </message>
    <message>
        <source>message:merge-seals-left-out</source>
        <extracomment>{count} decisions were left out: those that seal something and aren't signed, and those that ask to open a seal, or open one, and aren't signed by people on the roster here. Seal or open the items here.</extracomment>
        <translation>تُركت {count} من القرارات: ما يختم شيئًا وهو غير موقَّع، وما يطلب فتح ختم أو يفتحه ولم يوقّعه أشخاص من قائمة المخوَّلين هنا. اختم العناصر أو افتحها هنا.</translation>
    </message>
    <message>
        <source>message:merge-signature-wrong</source>
        <extracomment>The decision {event} by {who} on item {id} isn't what was signed. Nothing was merged: ask who sent it.</extracomment>
        <translation>القرار {event} من {who} بشأن العنصر {id} ليس ما وُقِّع. لم يُدمج شيء: اسأل من أرسله.</translation>
    </message>
    <message>
        <source>message:merge-steps-left-out</source>
        <extracomment>{count} steps belong to batches or samples that neither copy has, and were left out.</extracomment>
        <translation>{count} من الخطوات تخصّ دفعات أو عيّنات ليست في أي من النسختين، فتُركت.</translation>
    </message>
    <message>
        <source>message:merge-tag-differs</source>
        <extracomment>The tag '{name}' differs: {differences}. It stays as it is here.</extracomment>
        <translation>يختلف الوسم '{name}': {differences}. يبقى كما هو هنا.</translation>
    </message>
    <message>
        <source>message:merge-tag-stays-off</source>
        <extracomment>The tag '{name}' is offered there; here it was removed, and stays removed.</extracomment>
        <translation>الوسم '{name}' متاح هناك؛ وقد أُزيل هنا من القائمة ويبقى خارجها.</translation>
    </message>
    <message>
        <source>message:merge-tag-without-key</source>
        <extracomment>The tag '{name}' has no key here: {key} belongs to '{other}'.</extracomment>
        <translation>ليس للوسم '{name}' مفتاح هنا: {key} هو مفتاح '{other}'.</translation>
    </message>
    <message>
        <source>message:merge-tags-added</source>
        <extracomment>Tags offered only there are now offered here too: {tags}.</extracomment>
        <translation>الوسوم التي كانت متاحة هناك فقط صارت متاحة هنا أيضًا: {tags}.</translation>
    </message>
    <message>
        <source>message:merge-tags-of-other</source>
        <extracomment>The tags offered are now those of the other copy, by {who}: {tags}.</extracomment>
        <translation>الوسوم المتاحة هي الآن وسوم النسخة الأخرى، من {who}: {tags}.</translation>
    </message>
    <message>
        <source>message:merge-tags-too-many</source>
        <extracomment>{tags} aren't offered: there can be at most {most} tags.</extracomment>
        <translation>ليست متاحة: {tags}. الحد الأقصى للوسوم {most}.</translation>
    </message>
    <message>
        <source>message:merge-undoes-others-step</source>
        <extracomment>The decision {event} by {who} on item {id} undoes what somebody else decided. Nothing was merged: ask who sent it.</extracomment>
        <translation>القرار {event} من {who} على العنصر {id} يلغي ما قرّره شخص آخر. لم يُدمج شيء: اسأل من أرسله.</translation>
    </message>
    <message>
        <source>message:merge-undoes-seal</source>
        <extracomment>The decision {event} by {who} on item {id} undoes a seal, which takes two people. Nothing was merged: ask who sent it.</extracomment>
        <translation>القرار {event} من {who} على العنصر {id} يلغي ختمًا، وذلك يتطلب شخصين. لم يُدمج شيء: اسأل من أرسله.</translation>
    </message>
    <message>
        <source>message:merge-unsigned</source>
        <extracomment>{count} new decisions of '{name}', by {who}, aren't signed. Nothing was merged. To take them over all the same, marked as unsigned and without seals: triage merge --unsigned</extracomment>
        <translation>{count} من القرارات الجديدة في '{name}'، من {who}، غير موقَّعة. لم يُدمج شيء. لأخذها رغم ذلك، معلَّمةً بأنها غير موقَّعة ومن دون أختام: ⁦triage merge --unsigned⁩</translation>
    </message>
    <message>
        <source>message:message-lacks-part</source>
        <extracomment>A withheld attachment can't be removed from it.</extracomment>
        <translation>لا يمكن إخراج مرفق محجوب منه.</translation>
    </message>
    <message>
        <source>message:microsoft-cabinet</source>
        <extracomment>a Microsoft cabinet</extracomment>
        <translation>أرشيف Cabinet من Microsoft</translation>
    </message>
    <message>
        <source>message:minus-not-negation</source>
        <extracomment>A minus isn't read as NOT: write NOT {typed}, or {typed} to search for it.</extracomment>
        <translation>لا تُقرأ علامة الناقص بمعنى NOT: اكتب ⁦NOT {typed}⁩، أو {typed} للبحث عنه.</translation>
    </message>
    <message>
        <source>message:module-macros-unreadable</source>
        <extracomment>The macros of {name} can't be read.</extracomment>
        <translation>لا يمكن قراءة وحدات ماكرو {name}.</translation>
    </message>
    <message>
        <source>message:mounted-from-outside</source>
        <extracomment>it is mounted from {path}, which is outside the scope; to have it read, add that folder to scope.toml</extracomment>
        <translation>هو موصول من {path}، وهو خارج النطاق؛ لقراءته أضف ذلك المجلد إلى scope.toml</translation>
    </message>
    <message>
        <source>message:mounts-unreadable</source>
        <extracomment>The system doesn't tell what is mounted ({error}), so no source may be opened. Mount /proc; in a chroot, make its root a mount of its own (mount --bind).</extracomment>
        <translation>لا يُظهر النظام نقاط الوصل فيه ({error})، فلا يجوز فتح أي مصدر. صِل ‎/proc؛ وفي بيئة chroot اجعل جذرها نقطة وصل قائمة بذاتها (mount --bind).</translation>
    </message>
    <message>
        <source>message:moved-coding-changed</source>
        <extracomment>tag or note changed</extracomment>
        <translation>تغيّر وسم أو ملاحظة</translation>
    </message>
    <message>
        <source>message:moved-engine-changed</source>
        <extracomment>other engine or engine version</extracomment>
        <translation>محرّك آخر أو نسخة أخرى منه</translation>
    </message>
    <message>
        <source>message:moved-facts-changed</source>
        <extracomment>what is known about it changed (duplicates, thread, problems)</extracomment>
        <translation>تغيّر المعروف عنه (نسخ، محادثة، مشكلات)</translation>
    </message>
    <message>
        <source>message:moved-item-gone</source>
        <extracomment>no longer in the case</extracomment>
        <translation>لم يعد في القضية</translation>
    </message>
    <message>
        <source>message:moved-less-readable</source>
        <extracomment>less readable: its file could be searched further at the earlier run</extracomment>
        <translation>أقل قراءة: كان البحث في ملفه أوسع عند التشغيل الأسبق</translation>
    </message>
    <message>
        <source>message:moved-new-source</source>
        <extracomment>new source: its file was first read after the earlier run</extracomment>
        <translation>مصدر جديد: قُرئ ملفه أول مرة بعد التشغيل الأسبق</translation>
    </message>
    <message>
        <source>message:moved-newly-readable</source>
        <extracomment>newly readable: its file was known and couldn't be read, or not in full, at the earlier run</extracomment>
        <translation>صار مقروءًا: كان ملفه معروفًا وتعذّرت قراءته كلها أو بعضها عند التشغيل الأسبق</translation>
    </message>
    <message>
        <source>message:moved-program-changed</source>
        <extracomment>other version of Triage, in which a field of the query may mean something else</extracomment>
        <translation>نسخة أخرى من Triage، قد يعني فيها حقل في الاستعلام شيئًا آخر</translation>
    </message>
    <message>
        <source>message:moved-purged</source>
        <extracomment>purged: no longer in scope</extracomment>
        <translation>أُزيل: لم يعد في النطاق</translation>
    </message>
    <message>
        <source>message:moved-query-edited</source>
        <extracomment>query edited</extracomment>
        <translation>عُدّل الاستعلام</translation>
    </message>
    <message>
        <source>message:moved-query-read-differently</source>
        <extracomment>the same query is read differently by another version of the program</extracomment>
        <translation>تقرأ نسخة أخرى من البرنامج الاستعلام نفسه قراءة أخرى</translation>
    </message>
    <message>
        <source>message:moved-seal-changed</source>
        <extracomment>now excluded, or no longer excluded: it was sealed, or its seal was opened</extracomment>
        <translation>استُبعد أو أُعيد: خُتم العنصر أو فُتح ختمه</translation>
    </message>
    <message>
        <source>message:moved-source-changed</source>
        <extracomment>source changed: its file has different content than at the earlier run</extracomment>
        <translation>تغيّر المصدر: محتوى ملفه غير ما كان عند التشغيل الأسبق</translation>
    </message>
    <message>
        <source>message:moved-superseded</source>
        <extracomment>superseded: its source has a later version of it</extracomment>
        <translation>حلّ محله غيره: في مصدره نسخة لاحقة منه</translation>
    </message>
    <message>
        <source>message:moved-unexplained</source>
        <extracomment>not explained by anything on record: run triage verify</extracomment>
        <translation>لا يفسّره شيء في السجل: شغّل triage verify</translation>
    </message>
    <message>
        <source>message:moved-vanished</source>
        <extracomment>vanished: no longer in its source</extracomment>
        <translation>اختفى: لم يعد في مصدره</translation>
    </message>
    <message>
        <source>message:msg-breaks-rules</source>
        <extracomment>The compound file is malformed ({error}); what could be read was kept.</extracomment>
        <translation>يخالف الملف المركّب قواعد صيغته ({error})؛ وحُفظ ما أمكنت قراءته.</translation>
    </message>
    <message>
        <source>message:msg-cut</source>
        <extracomment>The file ends too early; what could be read was kept.</extracomment>
        <translation>ينتهي الملف مبكرًا؛ وحُفظ ما أمكنت قراءته.</translation>
    </message>
    <message>
        <source>message:msg-stream-cut</source>
        <extracomment>The stream {name} ends too early; what is there was read.</extracomment>
        <translation>ينتهي الدفق {name} مبكرًا؛ وقُرئ الموجود منه.</translation>
    </message>
    <message>
        <source>message:name-and-trouble</source>
        <extracomment>{name}: {trouble}</extracomment>
        <translation>{name}: {trouble}</translation>
    </message>
    <message>
        <source>message:name-missing</source>
        <extracomment>A name is missing.</extracomment>
        <translation>ينقص اسم.</translation>
    </message>
    <message>
        <source>message:name-not-field</source>
        <extracomment>{typed} isn't the name of a field here: it was read as a word</extracomment>
        <translation>{typed} ليس اسم حقل هنا: قُرئ ككلمة</translation>
    </message>
    <message>
        <source>message:names-and-more</source>
        <extracomment>{names} and {count} more</extracomment>
        <translation>{names} و{count} أخرى</translation>
    </message>
    <message>
        <source>message:names-too-new</source>
        <extracomment>names with letters that are newer than this Python, which may compare them otherwise: {count}</extracomment>
        <translation>أسماء بأحرف أحدث من Python هذا، وقد يقارنها بطريقة أخرى: {count}</translation>
    </message>
    <message>
        <source>message:near-misses-undecided</source>
        <extracomment>Nothing has left. {count} strings are nearly redacted words, and aren't cut with them: {first}. Decide on each: in the window, begin again; on the command line, write them into a file with --dry-run --csv FILE, write redact or accept into its first column, and give it with --decisions FILE.</extracomment>
        <translation>لم يخرج شيء. {count} من السلاسل قريبة من كلمات محجوبة ولا تُحجب معها: {first}. قرّر في كل منها: في النافذة ابدأ مرة أخرى؛ وفي سطر الأوامر اكتبها في ملف بواسطة ⁦--dry-run --csv FILE⁩، واكتب ⁦redact⁩ أو ⁦accept⁩ في العمود الأول، وأعطه بواسطة ⁦--decisions FILE⁩.</translation>
    </message>
    <message>
        <source>message:near-not-as-made</source>
        <extracomment>the case's file of near-duplicates isn't the one on record, and isn't used: is:near-duplicate finds nothing, and lists count none (triage near makes it anew)</extracomment>
        <translation>ملف شبه المكررات في القضية ليس هو المسجَّل، ولا يُستخدم: لا يجد is:near-duplicate شيئًا، ولا تعدّ القوائم أيًا منها (يُنشئه triage near من جديد)</translation>
    </message>
    <message>
        <source>message:near-not-looked-for</source>
        <extracomment>is:near-duplicate finds nothing yet: no texts were compared (triage near does)</extracomment>
        <translation>is:near-duplicate لا يجد شيئًا بعد: لم تُقارَن أي نصوص (triage near يقارنها)</translation>
    </message>
    <message>
        <source>message:needs-annex-and-ledgers</source>
        <extracomment>it takes the annex, and both ledgers</extracomment>
        <translation>يتطلب الملحق والدفترين كليهما</translation>
    </message>
    <message>
        <source>message:nested-too-deeply</source>
        <extracomment>Its parts are nested too deeply to read.</extracomment>
        <translation>أجزاؤه متداخلة أعمق من أن تُقرأ.</translation>
    </message>
    <message>
        <source>message:newer-program-unnamed</source>
        <extracomment>a version of Triage that it doesn't name</extracomment>
        <translation>إصدار من Triage لا تذكره القضية</translation>
    </message>
    <message>
        <source>message:no-batch-free</source>
        <extracomment>No batch is free: all are checked out or completed. Create one with: triage batch new CASE</extracomment>
        <translation>لا دفعة متاحة: كلها مأخوذة أو مكتملة. أنشئ واحدة.</translation>
    </message>
    <message>
        <source>message:no-bytes-came</source>
        <extracomment>no data came out</extracomment>
        <translation>لم تأتِ أي بايتات</translation>
    </message>
    <message>
        <source>message:no-case</source>
        <extracomment>{path} isn't a case: it has no {file}. Create one with: triage new CASE --allow DIR ...</extracomment>
        <translation>ليس {path} قضية: ليس فيه {file}. أنشئ قضية بالأمر: ⁦triage new CASE --allow DIR ...⁩</translation>
    </message>
    <message>
        <source>message:no-date</source>
        <extracomment>'{typed}' isn't a date: write 2023, 2023-05, 2023-05-02 or, for an hour, 2023-05-02T10.</extracomment>
        <translation>'{typed}' ليس تاريخًا: اكتب 2023 أو 2023-05 أو 2023-05-02 أو، للساعة، 2023-05-02T10.</translation>
    </message>
    <message>
        <source>message:no-decision-file</source>
        <extracomment>it isn't a decision file: triage merge CASE --write FILE writes one</extracomment>
        <translation>ليس ملف قرارات: يكتبه الأمر ⁦triage merge CASE --write FILE⁩</translation>
    </message>
    <message>
        <source>message:no-export</source>
        <extracomment>{path} contains neither {manifest} nor {sums}: it isn't an export. Name an export's folder.</extracomment>
        <translation>ليس في {path} لا {manifest} ولا {sums}: فليس تصديرًا. سمّ مجلد تصدير.</translation>
    </message>
    <message>
        <source>message:no-file</source>
        <extracomment>it isn't a file</extracomment>
        <translation>ليس ملفًّا</translation>
    </message>
    <message>
        <source>message:no-head-remembered</source>
        <extracomment>this login has signed no head of this case</extracomment>
        <translation>لم يوقّع هذا المستخدم أي رأس لهذه القضية</translation>
    </message>
    <message>
        <source>message:no-id-or-hash</source>
        <extracomment>'{typed}' isn't an id or a hash: those are at least 4 digits and letters a to f.</extracomment>
        <translation>'{typed}' ليس معرّفًا ولا بصمة: هما 4 على الأقل من الأرقام والحروف من a إلى f.</translation>
    </message>
    <message>
        <source>message:no-item-id</source>
        <extracomment>'{id}' isn't an item id: ids are up to 20 digits and letters a to f.</extracomment>
        <translation>'{id}' ليس معرّف عنصر: المعرّف حتى 20 رقمًا وحرفًا من a إلى f.</translation>
    </message>
    <message>
        <source>message:no-letter-to-look-up</source>
        <extracomment>'{typed}' has no letter or digit to look it up by.</extracomment>
        <translation>ليس في '{typed}' حرف أو رقم يُبحث به.</translation>
    </message>
    <message>
        <source>message:no-letter-to-search</source>
        <extracomment>'{typed}' has no letter or digit, and only those are searched.</extracomment>
        <translation>ليس في '{typed}' حرف أو رقم، ولا يُبحث إلا عنهما.</translation>
    </message>
    <message>
        <source>message:no-longer-a-file</source>
        <extracomment>it is no longer a regular file</extracomment>
        <translation>لم يعد ملفًّا عاديًّا</translation>
    </message>
    <message>
        <source>message:no-near-duplicates</source>
        <extracomment>Nothing near {id} is known. Compare all texts first, with triage near CASE, or name a second item.</extracomment>
        <translation>لا يُعرف ما يشبه {id}. قارن أولًا كل النصوص باستخدام triage near CASE، أو اذكر عنصرًا ثانيًا.</translation>
    </message>
    <message>
        <source>message:no-regular-expression</source>
        <extracomment>This isn't a regular expression: {error}.</extracomment>
        <translation>ليس هذا تعبيرًا نمطيًّا: {error}.</translation>
    </message>
    <message>
        <source>message:no-regular-file</source>
        <extracomment>{path} is a link, pipe, socket or device in place of a file. It wasn't opened.</extracomment>
        <translation>{path} رابط أو أنبوب أو مقبس أو جهاز بدلًا من ملف. لم يُفتح.</translation>
    </message>
    <message>
        <source>message:no-room-for-copy</source>
        <extracomment>its {size} bytes have to be copied to {folder} before they are read, and the disk there is full</extracomment>
        <translation>يجب نسخ بايتاته البالغة {size} إلى {folder} قبل قراءته، والقرص هناك ممتلئ</translation>
    </message>
    <message>
        <source>message:no-run-yet</source>
        <extracomment>no run yet</extracomment>
        <translation>لا تشغيل بعد</translation>
    </message>
    <message>
        <source>message:no-saved-search</source>
        <extracomment>There is no saved search '{name}'. Save one with: triage saved add CASE '{again}' QUERY</extracomment>
        <translation>لا يوجد بحث محفوظ '{name}'. احفظه من لوحة عمليات البحث المحفوظة ({again}).</translation>
    </message>
    <message>
        <source>message:no-seal-tag</source>
        <extracomment>No tag in the palette seals. Add one with: triage tag palette CASE, or in the window.</extracomment>
        <translation>لا وسم من الوسوم المتاحة يختم. أضف وسمًا يختم بالأمر ⁦triage tag palette CASE⁩ أو في النافذة.</translation>
    </message>
    <message>
        <source>message:no-size</source>
        <extracomment>'{typed}' isn't a size: write 500, 10kb, 1.5mb or 2gb.</extracomment>
        <translation>'{typed}' ليس حجمًا: اكتب 500 أو 10kb أو 1.5mb أو 2gb.</translation>
    </message>
    <message>
        <source>message:no-such-batch</source>
        <extracomment>There is no batch named '{name}'. There are: {known}.</extracomment>
        <translation>لا توجد دفعة باسم '{name}'. الموجود: {known}.</translation>
    </message>
    <message>
        <source>message:no-such-day</source>
        <extracomment>There is no day '{typed}' in the calendar.</extracomment>
        <translation>لا يوجد يوم '{typed}' في التقويم.</translation>
    </message>
    <message>
        <source>message:no-such-engine</source>
        <extracomment>There is no engine '{name}'. There are: {known}.</extracomment>
        <translation>لا يوجد محرّك '{name}'. الموجود: {known}.</translation>
    </message>
    <message>
        <source>message:no-such-item</source>
        <extracomment>The case has no item number {number}.</extracomment>
        <translation>لا يوجد في القضية عنصر رقم {number}.</translation>
    </message>
    <message>
        <source>message:no-such-item-nothing-changed</source>
        <extracomment>The case has no item number {number}. Nothing was changed.</extracomment>
        <translation>لا يوجد في القضية عنصر رقم {number}. لم يُغيَّر شيء.</translation>
    </message>
    <message>
        <source>message:no-such-load-profile</source>
        <extracomment>There is no load file profile named '{name}'. There are: {known}.</extracomment>
        <translation>لا يوجد ملف تعريفي لملفات التحميل باسم '{name}'. الموجود: {known}.</translation>
    </message>
    <message>
        <source>message:no-such-name</source>
        <extracomment>'{name}' isn't among the candidates. See them with: triage names CASE; or save a search: triage saved add CASE '{again}' QUERY</extracomment>
        <translation>'{name}' ليس من بين المرشحين. لعرضهم: triage names CASE؛ أو لحفظ بحث: triage saved add CASE '{again}' QUERY</translation>
    </message>
    <message>
        <source>message:no-such-period</source>
        <extracomment>'{period}' is no month and no week. Write a month as 2023-05, a week as the day on which it begins: 2023-05-01.</extracomment>
        <translation>'{period}' ليس شهرًا ولا أسبوعًا. اكتب الشهر هكذا: 2023-05، والأسبوع باليوم الذي يبدأ فيه: 2023-05-01.</translation>
    </message>
    <message>
        <source>message:no-such-person</source>
        <extracomment>No message is from or to '{name}'. See who is with: triage people CASE</extracomment>
        <translation>لا توجد رسالة من '{name}' أو إليه. لمعرفة من يوجد: triage people CASE</translation>
    </message>
    <message>
        <source>message:no-such-production</source>
        <extracomment>The protocol says that this production replaces '{name}', but there is no production of that name.</extracomment>
        <translation>لا يوجد إنتاج مسجل باسم '{name}' ليحل هذا محله.</translation>
    </message>
    <message>
        <source>message:no-such-profile</source>
        <extracomment>There is no profile of reports named '{name}'. There are: {known}.</extracomment>
        <translation>لا يوجد ملف تعريفي للتقارير باسم '{name}'. الموجود: {known}.</translation>
    </message>
    <message>
        <source>message:no-such-root</source>
        <extracomment>The scope has no [[allow]] with id '{root}'. Put it back into scope.toml.</extracomment>
        <translation>ليس في النطاق [[allow]] بالمعرّف '{root}'. أعده إلى scope.toml.</translation>
    </message>
    <message>
        <source>message:no-such-run</source>
        <extracomment>'{name}' has no run {number}. List its runs with: triage saved list CASE '{name}'</extracomment>
        <translation>ليس لـ '{name}' تشغيل {number}. اسرد تشغيلاته بالأمر: ⁦triage saved list CASE '{name}'⁩</translation>
    </message>
    <message>
        <source>message:no-such-sample</source>
        <extracomment>There is no sample named '{name}'. There are: {known}.</extracomment>
        <translation>لا توجد عيّنة باسم '{name}'. الموجود: {known}.</translation>
    </message>
    <message>
        <source>message:no-such-scope-version</source>
        <extracomment>The scope has no version {number}. There are: {known}.</extracomment>
        <translation>ليس للنطاق إصدار {number}. الإصدارات هي: {known}.</translation>
    </message>
    <message>
        <source>message:no-such-seal-tag</source>
        <extracomment>No tag '{name}' in the palette seals. Add one with: triage tag palette CASE, or in the window.</extracomment>
        <translation>ليس بين الوسوم المتاحة وسم '{name}' يختم. أضف وسمًا يختم بالأمر ⁦triage tag palette CASE⁩ أو في النافذة.</translation>
    </message>
    <message>
        <source>message:no-such-setting</source>
        <extracomment>{path}: there is no setting '{key}'. The settings are: {known}.</extracomment>
        <translation>{path}: لا يوجد إعداد '{key}'. الإعدادات هي: {known}.</translation>
    </message>
    <message>
        <source>message:no-such-suggestion</source>
        <extracomment>No suggestion has the id '{id}'. See them with: triage people CASE --suggestions</extracomment>
        <translation>لا يوجد اقتراح بالمعرّف '{id}'. لعرض الاقتراحات: triage people CASE --suggestions</translation>
    </message>
    <message>
        <source>message:no-text-beside-distance</source>
        <extracomment>{typed} isn't text: {operator} joins words.</extracomment>
        <translation>{typed} ليس نصًّا: {operator} يربط كلمات.</translation>
    </message>
    <message>
        <source>message:no-value</source>
        <extracomment>none</extracomment>
        <translation>لا شيء</translation>
    </message>
    <message>
        <source>message:no-wildcard-struck-out</source>
        <extracomment>Only whole words can be struck out of a term, as in atlas*!(atlases), not {typed}.</extracomment>
        <translation>لا تُشطب من المصطلح إلا كلمات كاملة، مثل atlas*!(atlases)، لا {typed}.</translation>
    </message>
    <message>
        <source>message:none-yet</source>
        <extracomment>none yet</extracomment>
        <translation>لا شيء بعد</translation>
    </message>
    <message>
        <source>message:not-a-checkpoint</source>
        <extracomment>it contains something else where a checkpoint should be</extracomment>
        <translation>فيه شيء آخر مكان نقطة تحقق</translation>
    </message>
    <message>
        <source>message:not-a-head</source>
        <extracomment>it isn't a head, or was changed</extracomment>
        <translation>ليس رأسًا، أو غُيِّر</translation>
    </message>
    <message>
        <source>message:not-a-public-key</source>
        <extracomment>this isn't the public line of an Ed25519 key: {line}</extracomment>
        <translation>ليس هذا السطر العام لمفتاح ⁦Ed25519⁩: {line}</translation>
    </message>
    <message>
        <source>message:not-a-signed-note</source>
        <extracomment>it contains something else where a signed note should be</extracomment>
        <translation>فيه شيء آخر مكان مذكرة موقَّعة</translation>
    </message>
    <message>
        <source>message:not-beside-distance</source>
        <extracomment>NOT binds tighter than {operator}: for what isn't near write a NOT w/5 b or NOT (a w/5 b).</extracomment>
        <translation>يربط NOT أوثق من {operator}: لما ليس قريبًا اكتب a NOT w/5 b أو NOT (a w/5 b).</translation>
    </message>
    <message>
        <source>message:not-protected</source>
        <extracomment>Not protected: {trial}.</extracomment>
        <translation>غير محمي: {trial}.</translation>
    </message>
    <message>
        <source>message:not-shown</source>
        <extracomment>It can't be shown.</extracomment>
        <translation>لا يمكن عرضه.</translation>
    </message>
    <message>
        <source>message:note-too-long</source>
        <extracomment>The note has {size} characters; at most {most} are kept. Shorten it.</extracomment>
        <translation>في الملاحظة {size} محرفًا؛ ويُحفظ {most} على الأكثر. اختصرها.</translation>
    </message>
    <message>
        <source>message:notes-database</source>
        <extracomment>a Notes database</extracomment>
        <translation>قاعدة بيانات Notes</translation>
    </message>
    <message>
        <source>message:nothing-read</source>
        <extracomment>Nothing in it could be read as text, and no reason is known.</extracomment>
        <translation>لم يمكن قراءة شيء منه نصًّا، والسبب غير معروف.</translation>
    </message>
    <message>
        <source>message:nothing-read-yet</source>
        <extracomment>no run has come to its end yet</extracomment>
        <translation>لم تنتهِ أي عملية فهرسة بعد</translation>
    </message>
    <message>
        <source>message:nothing-to-produce</source>
        <extracomment>The query {query} finds nothing that hasn't been produced already. Nothing was recorded.</extracomment>
        <translation>لا يجد الاستعلام {query} شيئًا لم يُنتَج من قبل، لذلك لم يُسجَّل شيء.</translation>
    </message>
    <message>
        <source>message:nothing-to-strike-out</source>
        <extracomment>Words can be struck out only of a term that stands for several, as in atlas*!(atlases).</extracomment>
        <translation>لا تُشطب كلمات إلا من مصطلح يمثّل عدة كلمات، مثل atlas*!(atlases).</translation>
    </message>
    <message>
        <source>message:nothing-to-undo</source>
        <extracomment>There is nothing to undo: {who} has made no decision that still applies.</extracomment>
        <translation>لا شيء للتراجع عنه: ليس لـ {who} قرار ما زال قائمًا.</translation>
    </message>
    <message>
        <source>message:numbers-used-up</source>
        <extracomment>The numbers with the prefix {prefix} and {digits} digits don't suffice for these documents. Agree on more digits, or on another prefix.</extracomment>
        <translation>عدد المستندات أكبر من الأرقام ذات البادئة {prefix} و{digits} من الخانات. اتفقوا على خانات أكثر أو على بادئة أخرى.</translation>
    </message>
    <message>
        <source>message:office-pages-off</source>
        <extracomment>Page images of documents are off. To have an installed LibreOffice draw them, put 'office_pages = 1' into {file} and open the case again.</extracomment>
        <translation>صور صفحات المستندات متوقفة. لكي يرسمها LibreOffice المثبّت ضع 'office_pages = 1' في {file} وافتح القضية من جديد.</translation>
    </message>
    <message>
        <source>message:old-excel-workbook</source>
        <extracomment>a workbook of Excel 2 to 4</extracomment>
        <translation>مصنّف Excel من 2 إلى 4</translation>
    </message>
    <message>
        <source>message:ole-file</source>
        <extracomment>an OLE file</extracomment>
        <translation>ملف OLE</translation>
    </message>
    <message>
        <source>message:olm-attachment-shorter</source>
        <extracomment>Attachment {name} should have {stated} bytes, but has {actual} in the archive.</extracomment>
        <translation>حجم المرفق {name} بحسب رسالته {stated} بايت، وفي الأرشيف {actual}.</translation>
    </message>
    <message>
        <source>message:olm-attachment-too-large</source>
        <extracomment>Attachment {name} is too large for its message; it is beside it in the archive.</extracomment>
        <translation>المرفق {name} أكبر من أن يوضع في رسالته؛ وهو بجانبها في الأرشيف.</translation>
    </message>
    <message>
        <source>message:olm-source-attachment-too-large</source>
        <extracomment>Attachment {name} of the message's source is too large; it was not read.</extracomment>
        <translation>المرفق {name} في مصدر الرسالة كبير جدًا؛ ولم يُقرأ.</translation>
    </message>
    <message>
        <source>message:olm-too-many-attachments</source>
        <extracomment>It has more than {count} attachments; the others are beside it in the archive.</extracomment>
        <translation>له أكثر من {count} مرفق؛ والبقية بجانبه في الأرشيف.</translation>
    </message>
    <message>
        <source>message:olm-too-many-recipients</source>
        <extracomment>It has more than {count} recipients; the others are among its properties.</extracomment>
        <translation>له أكثر من {count} مستلم؛ والبقية بين خصائصه.</translation>
    </message>
    <message>
        <source>message:onenote-cut</source>
        <extracomment>The OneNote file is truncated; what is there was read.</extracomment>
        <translation>ملف OneNote مبتور؛ وقُرئ ما هو موجود منه.</translation>
    </message>
    <message>
        <source>message:onenote-encrypted</source>
        <extracomment>The OneNote section is encrypted; its pages were not read, and no password was tried.</extracomment>
        <translation>قسم OneNote مشفّر؛ ولم تُقرأ صفحاته، ولا تُجرَّب عليه كلمة مرور.</translation>
    </message>
    <message>
        <source>message:onenote-entry-cut</source>
        <extracomment>an entry is truncated</extracomment>
        <translation>مدخل مبتور</translation>
    </message>
    <message>
        <source>message:onenote-entry-size</source>
        <extracomment>the size of an entry is out of bounds</extracomment>
        <translation>حجم أحد المداخل خارج الحدود</translation>
    </message>
    <message>
        <source>message:onenote-file-bytes</source>
        <extracomment>a file's bytes aren't where they should be</extracomment>
        <translation>بايتات أحد الملفات ليست في موضعها</translation>
    </message>
    <message>
        <source>message:onenote-files-beside</source>
        <extracomment>Files of these notes are in a folder beside them and were not read ({count}).</extracomment>
        <translation>ملفات من هذه الملاحظات موجودة في مجلد بجانبها ولم تُقرأ ({count}).</translation>
    </message>
    <message>
        <source>message:onenote-files-cut</source>
        <extracomment>Files in the notes are truncated; what is there was kept.</extracomment>
        <translation>ملفات في الملاحظات مبتورة؛ وحُفظ ما هو موجود منها.</translation>
    </message>
    <message>
        <source>message:onenote-files-missing</source>
        <extracomment>Files of these notes can't be found ({count}).</extracomment>
        <translation>ملفات من هذه الملاحظات لا يُعثر عليها فيها ({count}).</translation>
    </message>
    <message>
        <source>message:onenote-form-unknown</source>
        <extracomment>OneNote wrote this file in an unknown form; its loose strings were kept.</extracomment>
        <translation>كتب OneNote هذا الملف ببنية غير معروفة؛ وحُفظت سلاسله المتفرقة.</translation>
    </message>
    <message>
        <source>message:onenote-fragments</source>
        <extracomment>A part of the OneNote file is stored in fragments, which were not reassembled.</extracomment>
        <translation>جزء من ملف OneNote محفوظ في مقاطع لم تُجمَع معًا.</translation>
    </message>
    <message>
        <source>message:onenote-list-broken</source>
        <extracomment>A list in the OneNote file is truncated ({what}).</extracomment>
        <translation>تنقطع قائمة في ملف OneNote ({what}).</translation>
    </message>
    <message>
        <source>message:onenote-log-unreadable</source>
        <extracomment>The log of the OneNote file's transactions can't be read to its end.</extracomment>
        <translation>تتعذّر قراءة سجل معاملات ملف OneNote حتى نهايته.</translation>
    </message>
    <message>
        <source>message:onenote-next-piece</source>
        <extracomment>the next piece isn't where it should be</extracomment>
        <translation>القطعة التالية ليست في موضعها</translation>
    </message>
    <message>
        <source>message:onenote-overlap</source>
        <extracomment>Objects of the OneNote file overlap; some of them were not read.</extracomment>
        <translation>كائنات في ملف OneNote متداخلة؛ ولم يُقرأ بعضها.</translation>
    </message>
    <message>
        <source>message:onenote-page-missing</source>
        <extracomment>A page that the OneNote section lists can't be found in it.</extracomment>
        <translation>صفحة يسردها قسم OneNote لا يُعثر عليها فيه.</translation>
    </message>
    <message>
        <source>message:onenote-part-missing</source>
        <extracomment>A part of the OneNote file is missing.</extracomment>
        <translation>جزء من ملف OneNote مفقود منه.</translation>
    </message>
    <message>
        <source>message:onenote-revision-missing</source>
        <extracomment>a revision is missing</extracomment>
        <translation>إصدار مفقود</translation>
    </message>
    <message>
        <source>message:onenote-too-many-revisions</source>
        <extracomment>The OneNote file has too many revisions; for some, loose strings were kept.</extracomment>
        <translation>إصدارات ملف OneNote كثيرة جدًا؛ وحُفظت من بعضها سلاسل متفرقة.</translation>
    </message>
    <message>
        <source>message:onenote-torn</source>
        <extracomment>Parts of the OneNote file are damaged; their loose strings were kept.</extracomment>
        <translation>أجزاء من ملف OneNote تالفة؛ وحُفظت سلاسلها المتفرقة.</translation>
    </message>
    <message>
        <source>message:opened-denied</source>
        <extracomment>it opens {name}, which {rule} denies in version {version} of the scope</extracomment>
        <translation>يفتح {name} الذي تمنعه {rule} في الإصدار {version} من النطاق</translation>
    </message>
    <message>
        <source>message:opened-name-not-in-annex</source>
        <extracomment>it opens a file whose name isn't in the annex</extracomment>
        <translation>يفتح ملفًا ليس اسمه في الملحق</translation>
    </message>
    <message>
        <source>message:opened-outside-folder</source>
        <extracomment>it says that {rule} allows {name}, which isn't in that folder</extracomment>
        <translation>يذكر أن {rule} تسمح بـ {name} الذي ليس في ذلك المجلد</translation>
    </message>
    <message>
        <source>message:opened-with-password</source>
        <extracomment>It was opened with the password on line {line} of the list.</extracomment>
        <translation>فُتح بكلمة المرور في السطر {line} من القائمة.</translation>
    </message>
    <message>
        <source>message:operator-as-value</source>
        <extracomment>{field} needs a value; for the word itself write {again}"{typed}".</extracomment>
        <translation>يحتاج {field} إلى قيمة؛ وللكلمة نفسها اكتب {again}"{typed}".</translation>
    </message>
    <message>
        <source>message:operator-as-word</source>
        <extracomment>{typed} was read as a word: in another program it may be an operator</extracomment>
        <translation>قُرئ {typed} ككلمة: قد يكون عامل ربط في برنامج آخر</translation>
    </message>
    <message>
        <source>message:operator-without-left-side</source>
        <extracomment>Nothing comes before {operator}: remove it; for the word itself write "{typed}".</extracomment>
        <translation>لا شيء قبل {operator}: احذفه؛ وللكلمة نفسها اكتب "{typed}".</translation>
    </message>
    <message>
        <source>message:operator-without-right-side</source>
        <extracomment>Nothing follows {operator}: add what it should join, or remove it.</extracomment>
        <translation>لا شيء بعد {operator}: أضف ما يربطه أو احذفه.</translation>
    </message>
    <message>
        <source>message:order-blind</source>
        <extracomment>A suggested order would reveal what was decided, and a blind sample is open. Close the sample, then order.</extracomment>
        <translation>الترتيب المقترح يكشف ما تقرَّر، وهناك عيّنة عمياء مفتوحة. أغلق العيّنة، ثم رتّب.</translation>
    </message>
    <message>
        <source>message:order-nothing-known</source>
        <extracomment>There is nothing to learn from: no item is tagged {tags} by a person's own decision, and no word was given that several items have. Tag a relevant item, or give words.</extracomment>
        <translation>لا يوجد ما يُتعلَّم منه: لا عنصر موسوم بـ {tags} بقرار شخص نفسه، ولم تُعطَ كلمة موجودة في عدة عناصر. ضع وسمًا على عنصر ذي صلة، أو أعطِ كلمات.</translation>
    </message>
    <message>
        <source>message:order-tag-twice</source>
        <extracomment>The tag {tag} can't make an item both relevant and not relevant. Name it once.</extracomment>
        <translation>لا يمكن للوسم {tag} أن يجعل العنصر ذا صلة وغير ذي صلة معًا. اذكره مرة واحدة.</translation>
    </message>
    <message>
        <source>message:original-changed</source>
        <extracomment>The original of {name} has changed since it was indexed, so it isn't shown. Index again.</extracomment>
        <translation>تغيّر أصل {name} منذ فهرسته فلا يُعرض. أعد الفهرسة.</translation>
    </message>
    <message>
        <source>message:original-holds-denied</source>
        <extracomment>It holds something that the scope denies. If the scope no longer does, run triage index --retry denied-member.</extracomment>
        <translation>يحتوي على شيء يمنعه النطاق. إذا لم يعد النطاق يمنعه فشغّل triage index --retry denied-member.</translation>
    </message>
    <message>
        <source>message:original-holds-redacted</source>
        <extracomment>it holds an item that is redacted</extracomment>
        <translation>يضم عنصرًا محجوبًا</translation>
    </message>
    <message>
        <source>message:original-not-shown</source>
        <extracomment>The original of {name} can't be shown. {why}</extracomment>
        <translation>لا يمكن عرض أصل {name}. {why}</translation>
    </message>
    <message>
        <source>message:original-of-another-item</source>
        <extracomment>{path} isn't the file that was indexed as {id}.</extracomment>
        <translation>ليس {path} الملف الذي فُهرس بالمعرّف {id}.</translation>
    </message>
    <message>
        <source>message:original-redacted</source>
        <extracomment>it is redacted ({reasons})</extracomment>
        <translation>هو محجوب ({reasons})</translation>
    </message>
    <message>
        <source>message:original-sealed</source>
        <extracomment>It is sealed.</extracomment>
        <translation>هو مختوم.</translation>
    </message>
    <message>
        <source>message:original-stays-sealed</source>
        <extracomment>This item is sealed, or something inside it is; its original stays closed.</extracomment>
        <translation>هذا العنصر مختوم، أو شيء بداخله مختوم؛ فيبقى أصله مغلقًا.</translation>
    </message>
    <message>
        <source>message:originals-agree</source>
        <extracomment>Each original has the sha256 of its item (originals: {count}).</extracomment>
        <translation>لكل الأصول ({count}) قيم sha256 لعناصرها.</translation>
    </message>
    <message>
        <source>message:originals-left-out</source>
        <extracomment>originals that are left out, with a reason: {count}</extracomment>
        <translation>أصول متروكة، مع السبب: {count}</translation>
    </message>
    <message>
        <source>message:originals-locked</source>
        <extracomment>Someone else is opening an original of this case just now. Try again in a moment.</extracomment>
        <translation>شخص آخر يفتح الآن أصلًا من هذه القضية. أعد المحاولة بعد لحظة.</translation>
    </message>
    <message>
        <source>message:orphan-possible</source>
        <extracomment>Not protected: a reader could outlive the program; it ends once its socket closes.</extracomment>
        <translation>غير محمي: يمكن لعملية قراءة أن تبقى بعد انتهاء البرنامج؛ وتنتهي عند إغلاق المقبس socket الخاص بها.</translation>
    </message>
    <message>
        <source>message:other-bytes-follow</source>
        <extracomment>{count} bytes of something else follow</extracomment>
        <translation>يليه {count} بايت من شيء آخر</translation>
    </message>
    <message>
        <source>message:other-program</source>
        <extracomment>a program</extracomment>
        <translation>برنامج</translation>
    </message>
    <message>
        <source>message:outline-broken</source>
        <extracomment>Its outline can't be read.</extracomment>
        <translation>لا يمكن قراءة مخطّطه.</translation>
    </message>
    <message>
        <source>message:outline-over-count</source>
        <extracomment>Its outline has more entries than were read.</extracomment>
        <translation>في مخطّطه مداخل أكثر مما قُرئ.</translation>
    </message>
    <message>
        <source>message:outlook-express-store</source>
        <extracomment>an Outlook Express store</extracomment>
        <translation>مخزن Outlook Express</translation>
    </message>
    <message>
        <source>message:over-max-file</source>
        <extracomment>{size} bytes; max_file_mb is lower</extracomment>
        <translation>{size} بايت؛ وقيمة max_file_mb أقل</translation>
    </message>
    <message>
        <source>message:pack200-archive</source>
        <extracomment>a Pack200 archive</extracomment>
        <translation>أرشيف Pack200</translation>
    </message>
    <message>
        <source>message:package-part-over-limit</source>
        <extracomment>The package unpacks to more than the limit; {name} was not read.</extracomment>
        <translation>تنفكّ الحزمة إلى أكثر من الحد؛ ولم يُقرأ {name}.</translation>
    </message>
    <message>
        <source>message:package-parts-misplaced</source>
        <extracomment>{count} parts aren't where the directory says; {found} of them were found by name.</extracomment>
        <translation>{count} أجزاء ليست حيث يذكر دليل الحزمة؛ وعُثر على {found} منها بأسمائها.</translation>
    </message>
    <message>
        <source>message:package-without-directory</source>
        <extracomment>The package has lost its directory ({error}); its parts were read one by one.</extracomment>
        <translation>فقدت الحزمة دليلها ({error})؛ وقُرئت أجزاؤها واحدًا واحدًا.</translation>
    </message>
    <message>
        <source>message:package-without-parts</source>
        <extracomment>The package contains no parts.</extracomment>
        <translation>لا جزء في الحزمة.</translation>
    </message>
    <message>
        <source>message:packed-ends-early</source>
        <extracomment>the compressed data ends too early</extracomment>
        <translation>تنتهي البيانات المضغوطة مبكرًا</translation>
    </message>
    <message>
        <source>message:page-as-stated</source>
        <extracomment>{file} is what {stated} and the scope come to, made again</extracomment>
        <translation>{file} هو ما يؤول إليه {stated} والنطاق، وقد أُنشئ من جديد</translation>
    </message>
    <message>
        <source>message:page-characters-lost</source>
        <extracomment>Characters that page {page} shows and that couldn't be read: {characters}.</extracomment>
        <translation>أحرف تعرضها الصفحة {page} وتعذّرت قراءتها: {characters}.</translation>
    </message>
    <message>
        <source>message:page-content-damaged</source>
        <extracomment>Content of page {page} is damaged or missing: the text read of it may be incomplete.</extracomment>
        <translation>محتوى من الصفحة {page} تالف أو مفقود: قد يكون النص المقروء منها غير كامل.</translation>
    </message>
    <message>
        <source>message:page-damaged</source>
        <extracomment>Page {page} is damaged and can't be read.</extracomment>
        <translation>الصفحة {page} تالفة ولا يمكن قراءتها.</translation>
    </message>
    <message>
        <source>message:page-holds-film</source>
        <extracomment>A page contains a video; what is said or shown in it was not read.</extracomment>
        <translation>في إحدى الصفحات مقطع مصوّر؛ ولم يُقرأ ما يُقال أو يُعرض فيه.</translation>
    </message>
    <message>
        <source>message:page-holds-recording</source>
        <extracomment>A page contains a recording; what is said or shown in it was not read.</extracomment>
        <translation>في إحدى الصفحات تسجيل؛ ولم يُقرأ ما يُقال أو يُعرض فيه.</translation>
    </message>
    <message>
        <source>message:page-holds-scene</source>
        <extracomment>A page contains a 3D scene; what is shown in it was not read.</extracomment>
        <translation>في إحدى الصفحات مشهد ثلاثي الأبعاد؛ ولم يُقرأ ما يُقال أو يُعرض فيه.</translation>
    </message>
    <message>
        <source>message:page-holds-sound</source>
        <extracomment>A page contains a sound; what is said in it was not read.</extracomment>
        <translation>في إحدى الصفحات مقطع صوتي؛ ولم يُقرأ ما يُقال أو يُعرض فيه.</translation>
    </message>
    <message>
        <source>message:page-needs-ocr</source>
        <extracomment>Page {page} shows pictures of text, which the optional extra 'ocr' reads.</extracomment>
        <translation>تعرض الصفحة {page} صورًا لنص تقرؤه الإضافة الاختيارية 'ocr'.</translation>
    </message>
    <message>
        <source>message:page-not-recognised</source>
        <extracomment>Page {page} shows pictures of text, which was not read.</extracomment>
        <translation>تعرض الصفحة {page} صورًا لنص لم يُقرأ.</translation>
    </message>
    <message>
        <source>message:page-of-another-version</source>
        <extracomment>{file} is of another version of Triage and wasn't made again: use the verify.py of the folder</extracomment>
        <translation>{file} من إصدار آخر من Triage ولم يُنشأ من جديد: استخدم verify.py الذي في المجلد</translation>
    </message>
    <message>
        <source>message:page-out-of-time</source>
        <extracomment>Page {page} shows pictures of text, not read as the time for it ran out.</extracomment>
        <translation>تعرض الصفحة {page} صورًا لنص لم يُقرأ؛ إذ انتهى وقته.</translation>
    </message>
    <message>
        <source>message:page-states-otherwise</source>
        <extracomment>{file} isn't the page that {stated} and the scope come to</extracomment>
        <translation>{file} ليس الصفحة التي يؤول إليها {stated} والنطاق</translation>
    </message>
    <message>
        <source>message:page-uncounted</source>
        <extracomment>What page {page} shows couldn't be counted: whether text is missing from it isn't known.</extracomment>
        <translation>تعذّر عدّ ما تعرضه الصفحة {page}: لا يُعرف إن كان ينقصها نص.</translation>
    </message>
    <message>
        <source>message:page-unsure</source>
        <extracomment>Page {page} shows text that was recognised with low confidence.</extracomment>
        <translation>تعرض الصفحة {page} نصًّا قرأته آلة غير واثقة منه.</translation>
    </message>
    <message>
        <source>message:page-without-words</source>
        <extracomment>Page {page} shows a picture in which no text was recognised.</extracomment>
        <translation>تعرض الصفحة {page} صورة لم يُتعرّف فيها على نص.</translation>
    </message>
    <message>
        <source>message:pages-characters-lost</source>
        <extracomment>Characters that {count} pages ({pages}) show and that couldn't be read: {characters}.</extracomment>
        <translation>أحرف تعرضها {count} من الصفحات ({pages}) وتعذّرت قراءتها: {characters}.</translation>
    </message>
    <message>
        <source>message:pages-content-damaged</source>
        <extracomment>Content of {count} pages ({pages}) is damaged or missing: their text may be incomplete.</extracomment>
        <translation>محتوى من {count} صفحة ({pages}) تالف أو مفقود: قد يكون نصها غير كامل.</translation>
    </message>
    <message>
        <source>message:pages-damaged</source>
        <extracomment>Each of {count} pages ({pages}) is damaged and can't be read.</extracomment>
        <translation>كل من {count} صفحة ({pages}) تالفة ولا يمكن قراءتها.</translation>
    </message>
    <message>
        <source>message:pages-need-ocr</source>
        <extracomment>Each of {count} pages ({pages}) shows pictures of text, which the optional extra 'ocr' reads.</extracomment>
        <translation>تعرض كل من {count} صفحة ({pages}) صورًا لنص تقرؤه الإضافة الاختيارية 'ocr'.</translation>
    </message>
    <message>
        <source>message:pages-not-recognised</source>
        <extracomment>Each of {count} pages ({pages}) shows pictures of text, which was not read.</extracomment>
        <translation>تعرض كل من {count} صفحة ({pages}) صورًا لنص لم يُقرأ.</translation>
    </message>
    <message>
        <source>message:pages-out-of-time</source>
        <extracomment>Each of {count} pages ({pages}) shows pictures of text, not read as the time for it ran out.</extracomment>
        <translation>تعرض كل من {count} صفحة ({pages}) صورًا لنص لم يُقرأ؛ إذ انتهى وقته.</translation>
    </message>
    <message>
        <source>message:pages-uncounted</source>
        <extracomment>What {count} pages ({pages}) show couldn't be counted: whether text is missing isn't known.</extracomment>
        <translation>تعذّر عدّ ما تعرضه {count} من الصفحات ({pages}): لا يُعرف إن كان هناك نص ناقص.</translation>
    </message>
    <message>
        <source>message:pages-unsure</source>
        <extracomment>Each of {count} pages ({pages}) shows text that was recognised with low confidence.</extracomment>
        <translation>تعرض كل من {count} صفحة ({pages}) نصًّا قرأته آلة غير واثقة منه.</translation>
    </message>
    <message>
        <source>message:pages-without-text</source>
        <extracomment>No text was found on its pages.</extracomment>
        <translation>لم يُعثر على نص في صفحاته.</translation>
    </message>
    <message>
        <source>message:pages-without-words</source>
        <extracomment>Each of {count} pages ({pages}) shows a picture in which no text was recognised.</extracomment>
        <translation>تعرض كل من {count} صفحة ({pages}) صورة لم يُتعرّف فيها على نص.</translation>
    </message>
    <message>
        <source>message:palette-not-toml</source>
        <extracomment>{path} can't be read as TOML: {error}.</extracomment>
        <translation>لا يمكن قراءة {path} بوصفه TOML: {error}.</translation>
    </message>
    <message>
        <source>message:palette-size</source>
        <extracomment>A palette has 1 to {most} tags, not {count}.</extracomment>
        <translation>في اللوحة من 1 إلى {most} وسمًا، لا {count}.</translation>
    </message>
    <message>
        <source>message:palette-without-number</source>
        <extracomment>a version of the tags has no number</extracomment>
        <translation>نسخة من الوسوم المتاحة بلا رقم</translation>
    </message>
    <message>
        <source>message:palette-without-tables</source>
        <extracomment>{path} has no [[tag]] tables. See one with: triage tag palette CASE --toml</extracomment>
        <translation>ليس في {path} جداول [[tag]]. يعرض مثالًا عليها الأمر: ⁦triage tag palette CASE --toml⁩</translation>
    </message>
    <message>
        <source>message:parentheses-empty</source>
        <extracomment>These parentheses are empty.</extracomment>
        <translation>هذان القوسان فارغان.</translation>
    </message>
    <message>
        <source>message:parenthesis-unclosed</source>
        <extracomment>This parenthesis isn't closed.</extracomment>
        <translation>هذا القوس غير مغلق.</translation>
    </message>
    <message>
        <source>message:parenthesis-unopened</source>
        <extracomment>This parenthesis closes nothing: remove it.</extracomment>
        <translation>هذا القوس لا يغلق شيئًا: احذفه.</translation>
    </message>
    <message>
        <source>message:part-broken</source>
        <extracomment>The part {name} can't be unpacked ({error}).</extracomment>
        <translation>لا يمكن فكّ الجزء {name} ({error}).</translation>
    </message>
    <message>
        <source>message:part-broken-off</source>
        <extracomment>The part {name} can't be unpacked further ({error}).</extracomment>
        <translation>لا يمكن متابعة فكّ الجزء {name} ({error}).</translation>
    </message>
    <message>
        <source>message:part-external</source>
        <extracomment>A part of the mail is stored elsewhere and was not fetched: {place}</extracomment>
        <translation>جزء من البريد موجود في مكان آخر ولم يُجلب: {place}</translation>
    </message>
    <message>
        <source>message:part-not-decrypted</source>
        <extracomment>The part {name} can't be decrypted ({error}).</extracomment>
        <translation>لا يمكن فكّ تشفير الجزء {name} ({error}).</translation>
    </message>
    <message>
        <source>message:part-over-ratio</source>
        <extracomment>The part {name} unpacks to far more than its size; its start was read.</extracomment>
        <translation>ينفكّ الجزء {name} إلى أكثر بكثير من حجمه؛ وقُرئت بدايته.</translation>
    </message>
    <message>
        <source>message:part-too-large</source>
        <extracomment>The part {name} is too large; its start was read.</extracomment>
        <translation>الجزء {name} كبير جدًّا؛ وقُرئت بدايته.</translation>
    </message>
    <message>
        <source>message:parts-not-there</source>
        <extracomment>The message says that it has parts, but none was found; it was read as one text.</extracomment>
        <translation>تذكر الرسالة أن لها أجزاء ولم يُعثر على أي منها؛ فقُرئت نصًّا واحدًا.</translation>
    </message>
    <message>
        <source>message:passage-not-there</source>
        <extracomment>The passage isn't at this position in the item's text, so it wasn't marked. Open the item again and select the words anew.</extracomment>
        <translation>لا يوجد المقطع في هذا الموضع من نص العنصر، لذلك لم توضع عليه علامة. افتح العنصر مجددًا وحدّد الكلمات من جديد.</translation>
    </message>
    <message>
        <source>message:passage-too-long</source>
        <extracomment>The passage has {size} characters; at most {most} can be marked. Select less, or mark it in pieces.</extracomment>
        <translation>في المقطع {size} حرفًا؛ ويمكن وضع علامة على {most} على الأكثر. حدّد أقل من ذلك، أو ضع العلامات على أجزاء.</translation>
    </message>
    <message>
        <source>message:passphrase-unreadable</source>
        <extracomment>The passphrase file {path} can't be used: {error}.</extracomment>
        <translation>لا يمكن استعمال ملف عبارة المرور {path}: {error}.</translation>
    </message>
    <message>
        <source>message:password-needed-given</source>
        <extracomment>It needs a password to open; none of those given works.</extracomment>
        <translation>يحتاج إلى كلمة مرور لفتحه؛ ولا تناسبه أي من المعطاة.</translation>
    </message>
    <message>
        <source>message:password-needed-tried</source>
        <extracomment>It needs a password to open; none of those tried works.</extracomment>
        <translation>يحتاج إلى كلمة مرور لفتحه؛ ولا تناسبه أي من المجرّبة.</translation>
    </message>
    <message>
        <source>message:passwords-out-of-time</source>
        <extracomment>The time for trying passwords ran out; the last {left} of {all} were not tried.</extracomment>
        <translation>انتهى وقت تجربة كلمات المرور؛ ولم تُجرّب آخر {left} من {all}.</translation>
    </message>
    <message>
        <source>message:passwords-unreadable</source>
        <extracomment>The passwords can't be read from {path}: {error}. It takes text in UTF-8, one a line.</extracomment>
        <translation>لا يمكن قراءة كلمات المرور من {path}: {error}. يجب أن يكون نصًّا بترميز UTF-8، كلمة مرور في كل سطر.</translation>
    </message>
    <message>
        <source>message:past-items-left-out</source>
        <extracomment>superseded or vanished items that also match: {count}; to see them, add AND (is:superseded OR is:vanished)</extracomment>
        <translation>يطابق أيضًا {count} من العناصر التي حلّ محلها غيرها أو اختفت؛ لرؤيتها أضف AND (is:superseded OR is:vanished)</translation>
    </message>
    <message>
        <source>message:path-denied</source>
        <extracomment>{path} is denied by the rule '{rule}' of scope.toml and was not opened.</extracomment>
        <translation>المسار {path} ممنوع بموجب القاعدة '{rule}' في scope.toml ولم يُفتح.</translation>
    </message>
    <message>
        <source>message:path-leads-out</source>
        <extracomment>{folder}/{path} leads out of the allowed root '{root}' and was not opened.</extracomment>
        <translation>يؤدي ⁦{folder}/{path}⁩ إلى خارج الجذر المسموح '{root}' ولم يُفتح.</translation>
    </message>
    <message>
        <source>message:path-outside-scope</source>
        <extracomment>{path} is outside the scope and was not opened. To read it, scope.toml needs an [[allow]] whose path is {folder} or a folder above it, with its custodian and its basis.</extracomment>
        <translation>يقع {path} خارج النطاق ولم يُفتح. لقراءته يحتاج scope.toml إلى [[allow]] مساره {folder} أو مجلد فوقه، مع الحائز والأساس.</translation>
    </message>
    <message>
        <source>message:path-unopened</source>
        <extracomment>{folder}/{path} can't be opened ({error}).</extracomment>
        <translation>لا يمكن فتح ⁦{folder}/{path}⁩ ({error}).</translation>
    </message>
    <message>
        <source>message:pdf-ends-early</source>
        <extracomment>It ends before its end mark; the objects that could be found were read.</extracomment>
        <translation>ينتهي قبل علامة نهايته؛ وقُرئت الكائنات التي عُثر عليها.</translation>
    </message>
    <message>
        <source>message:pdf-security-handler</source>
        <extracomment>It is protected by a security handler that needs a key or a server.</extracomment>
        <translation>محمي بآلية أمان تحتاج إلى مفتاح أو خادم.</translation>
    </message>
    <message>
        <source>message:pdf-stream-unreadable</source>
        <extracomment>{name} can't be read.</extracomment>
        <translation>لا يمكن قراءة {name}.</translation>
    </message>
    <message>
        <source>message:pdf-unreadable</source>
        <extracomment>PDFium can't read it, and no page can be found in it.</extracomment>
        <translation>لا يستطيع PDFium قراءته، ولا يُعثر فيه على أي صفحة.</translation>
    </message>
    <message>
        <source>message:pgp-encrypted</source>
        <extracomment>The content is encrypted or compressed with PGP and was not read; it needs the recipient's key.</extracomment>
        <translation>المحتوى مشفّر أو مضغوط بـ PGP ولم يُقرأ؛ يلزم مفتاح المستلم.</translation>
    </message>
    <message>
        <source>message:pgp-message</source>
        <extracomment>a PGP message</extracomment>
        <translation>رسالة PGP</translation>
    </message>
    <message>
        <source>message:phrase-empty</source>
        <extracomment>The phrase is empty.</extracomment>
        <translation>العبارة فارغة.</translation>
    </message>
    <message>
        <source>message:picture-metadata-unreadable</source>
        <extracomment>The picture's metadata can't be read ({error}).</extracomment>
        <translation>لا يمكن قراءة بيانات الصورة الوصفية ({error}).</translation>
    </message>
    <message>
        <source>message:picture-needs-ocr</source>
        <extracomment>It is a picture; the optional extra 'ocr' reads the text that it shows.</extracomment>
        <translation>هي صورة؛ والنص الذي تعرضه تقرؤه الإضافة الاختيارية 'ocr'.</translation>
    </message>
    <message>
        <source>message:picture-not-recognised</source>
        <extracomment>It is a picture; any text that it shows was not read.</extracomment>
        <translation>هي صورة؛ ولم يُقرأ النص الذي تعرضه.</translation>
    </message>
    <message>
        <source>message:picture-unsure</source>
        <extracomment>It is a picture; the text that it shows was recognised with low confidence.</extracomment>
        <translation>هي صورة؛ والنص الذي تعرضه قرأته آلة غير واثقة منه.</translation>
    </message>
    <message>
        <source>message:picture-without-words</source>
        <extracomment>It is a picture, in which no text was recognised.</extracomment>
        <translation>هي صورة لم يُتعرّف فيها على نص.</translation>
    </message>
    <message>
        <source>message:pictures-only</source>
        <extracomment>It contains pictures and no other text; text in the pictures was not read.</extracomment>
        <translation>فيه صور ولا يعرض نصًّا آخر؛ ولم يُقرأ النص الذي في الصور.</translation>
    </message>
    <message>
        <source>message:piece-of-mail</source>
        <extracomment>This is piece {number} of {total} of a mail that was sent in pieces; look for the others.</extracomment>
        <translation>هذه القطعة {number} من {total} من بريد أُرسل مجزّأً؛ ابحث عن القطع الأخرى.</translation>
    </message>
    <message>
        <source>message:place-byte</source>
        <extracomment>byte {byte} of {size}</extracomment>
        <translation>البايت {byte} من {size}</translation>
    </message>
    <message>
        <source>message:place-character</source>
        <extracomment>character {count} of its text</extracomment>
        <translation>الحرف {count} من نصه</translation>
    </message>
    <message>
        <source>message:place-member</source>
        <extracomment>member {count} of its list</extracomment>
        <translation>الملف {count} من قائمته</translation>
    </message>
    <message>
        <source>message:place-not-given</source>
        <extracomment>a place that isn't stated</extracomment>
        <translation>موضع غير مذكور</translation>
    </message>
    <message>
        <source>message:place-page</source>
        <extracomment>page {page} of {pages}</extracomment>
        <translation>الصفحة {page} من {pages}</translation>
    </message>
    <message>
        <source>message:place-row</source>
        <extracomment>row {row} of sheet {sheet}, empty ones apart</extracomment>
        <translation>الصف {row} من الورقة {sheet}، دون الفارغة</translation>
    </message>
    <message>
        <source>message:powerpoint-document-missing</source>
        <extracomment>Its document record is missing; the slides that could be found were read.</extracomment>
        <translation>سجل المستند ناقص؛ وقُرئت الشرائح التي عُثر عليها.</translation>
    </message>
    <message>
        <source>message:powerpoint-old</source>
        <extracomment>It was written by PowerPoint 95 or earlier; its text was read without the layout of its slides.</extracomment>
        <translation>كُتب بـ PowerPoint 95 أو ما قبله؛ وقُرئ نصه دون تخطيط شرائحه.</translation>
    </message>
    <message>
        <source>message:powerpoint-records-too-long</source>
        <extracomment>Records claim more bytes than there are; text was looked for around them as well.</extracomment>
        <translation>تدّعي سجلات بايتات أكثر من الموجود؛ وبُحث عن النص حولها أيضًا.</translation>
    </message>
    <message>
        <source>message:powerpoint-stray-text</source>
        <extracomment>Only the first {most} places that may contain stray text were read.</extracomment>
        <translation>لم تُقرأ إلا أول {most} موضعًا قد تحوي نصًّا شاردًا.</translation>
    </message>
    <message>
        <source>message:powerpoint-stream-unreadable</source>
        <extracomment>Its document stream is empty or unreadable; the file's loose strings were kept.</extracomment>
        <translation>دفق المستند فارغ أو لا يمكن قراءته؛ وحُفظت سلاسل الملف المتفرقة.</translation>
    </message>
    <message>
        <source>message:problem-code-bad</source>
        <extracomment>There is no Problem code '{code}'. The codes are: {known}.</extracomment>
        <translation>لا يوجد رمز مشكلة '{code}'. الرموز هي: {known}.</translation>
    </message>
    <message>
        <source>message:problems-left-out</source>
        <extracomment>{count} more problems of this kind.</extracomment>
        <translation>{count} مشكلات إضافية من هذا النوع.</translation>
    </message>
    <message>
        <source>message:production-decisions-changed</source>
        <extracomment>{count} documents of the production '{name}' have been withheld, redacted or released since it was recorded, or contain one that has. Nothing was produced. Choose another name.</extracomment>
        <translation>{count} من مستندات الإنتاج '{name}' حُجبت، أو حُجبت أجزاء منها، أو أُفرج عنها منذ تسجيله، أو تحوي مستندًا كهذا. لم يُنتَج شيء. اختر اسمًا آخر.</translation>
    </message>
    <message>
        <source>message:production-families</source>
        <extracomment>Nothing was produced. {count} of the items are in a family with an item that is withheld as privileged. The first: {first}. Decide what to do with them: in the window, produce again; on the command line, add --privileged withhold or --privileged include.</extracomment>
        <translation>لم يُنتَج شيء. {count} من العناصر في عائلة مع عنصر محجوز لأنه محمي بامتياز. أولها: {first}. قرّر ما يُفعل بها: في النافذة، أنتج مرة أخرى؛ وفي سطر الأوامر أضف ⁦--privileged withhold⁩ أو ⁦--privileged include⁩.</translation>
    </message>
    <message>
        <source>message:production-file-of-row-missing</source>
        <extracomment>The load file names {path} for {number}, and there is no such file in the volume.</extracomment>
        <translation>يذكر ملف التحميل {path} للمستند {number}، ولا يوجد ملف كهذا في المجلد.</translation>
    </message>
    <message>
        <source>message:production-file-unnamed</source>
        <extracomment>{path} isn't named in any load file.</extracomment>
        <translation>لا يذكر أي ملف تحميل {path}.</translation>
    </message>
    <message>
        <source>message:production-image-lines-differ</source>
        <extracomment>The image file doesn't have a line for each document in the order of the load file; the first one it lacks is {number}.</extracomment>
        <translation>ليس في ملف الصور سطر لكل مستند بترتيب ملف التحميل؛ وأول ما ينقصه {number}.</translation>
    </message>
    <message>
        <source>message:production-load-files-match</source>
        <extracomment>{documents} documents have consecutive numbers, a line in both load files, and the files that these name.</extracomment>
        <translation>للمستندات ({documents}) أرقام متتالية وسطر في ملفي التحميل والملفات التي يذكرانها.</translation>
    </message>
    <message>
        <source>message:production-name-taken</source>
        <extracomment>There is a production named '{name}' already. Choose another name; to resume an unfinished one, use exactly the same protocol.</extracomment>
        <translation>يوجد إنتاج مسجل باسم '{name}'. أعطِ هذا اسمًا آخر؛ ولمتابعة إنتاج لم يكتمل استخدم البروتوكول نفسه حرفيًا.</translation>
    </message>
    <message>
        <source>message:production-no-pages</source>
        <extracomment>Items of the type {media} have no pages.</extracomment>
        <translation>لا صفحات لنوعه، {media}.</translation>
    </message>
    <message>
        <source>message:production-not-on-record</source>
        <extracomment>the case has no production on record whose checksum is {sha256}: this one was changed, made again, or is of another case</extracomment>
        <translation>ليس في القضية إنتاج مسجَّل مجموع تحققه {sha256}: غُيّر هذا أو أُعيد إنشاؤه أو هو لقضية أخرى</translation>
    </message>
    <message>
        <source>message:production-number-gap</source>
        <extracomment>The number {number} doesn't follow the one before it.</extracomment>
        <translation>الرقم {number} لا يلي الرقم الذي قبله.</translation>
    </message>
    <message>
        <source>message:production-number-odd</source>
        <extracomment>{number} isn't a document's number.</extracomment>
        <translation>‏{number} ليس رقم مستند.</translation>
    </message>
    <message>
        <source>message:production-number-twice</source>
        <extracomment>The number {number} occurs twice.</extracomment>
        <translation>الرقم {number} وارد مرتين.</translation>
    </message>
    <message>
        <source>message:production-of-no-case</source>
        <extracomment>{path} isn't a case. A production is compared with the case that it left: name the case's folder.</extracomment>
        <translation>{path} ليس قضية. يُقارَن الإنتاج بالقضية التي خرج منها: حدّد مجلد القضية.</translation>
    </message>
    <message>
        <source>message:production-on-record</source>
        <extracomment>it is the production '{name}', as the case has it on record</extracomment>
        <translation>هو الإنتاج '{name}' كما هو مسجَّل في القضية</translation>
    </message>
    <message>
        <source>message:production-pages-changed</source>
        <extracomment>It had {before} pages when numbers were reserved and has {now} now.</extracomment>
        <translation>كان له {before} من الصفحات حين حُجزت الأرقام، وله الآن {now}.</translation>
    </message>
    <message>
        <source>message:production-privileged</source>
        <extracomment>{count} of the items to produce are tagged {tags}, have the content of such an item or contain one, and the protocol doesn't withhold them. Nothing was produced. Add the tag to [withhold], with the basis, or remove it from the items.</extracomment>
        <translation>{count} من العناصر المراد إنتاجها موسومة بـ{tags} أو محتواها هو محتوى عنصر كهذا أو تحوي عنصرًا كهذا، والبروتوكول لا يحجبها. لم يُنتَج شيء. أضف الوسم إلى [withhold] مع الأساس، أو أزله عن العناصر.</translation>
    </message>
    <message>
        <source>message:production-sheet-undrawn</source>
        <extracomment>A slip sheet couldn't be rendered: {why} Nothing was produced. Try again; the numbers stay reserved.</extracomment>
        <translation>تعذّر رسم ورقة: {why} لم يُنتَج شيء. حاول مرة أخرى؛ وتبقى الأرقام محجوزة.</translation>
    </message>
    <message>
        <source>message:production-without-volume</source>
        <extracomment>there is no volume with a load file</extracomment>
        <translation>لا يوجد مجلد إنتاج فيه ملف تحميل</translation>
    </message>
    <message>
        <source>message:proof-audit</source>
        <extracomment>{rows} rows, {given} of which can be read here</extracomment>
        <translation>{rows} صفًا، يمكن قراءة {given} منها هنا</translation>
    </message>
    <message>
        <source>message:proof-counts</source>
        <extracomment>as {file} states them; it also says, unchecked: made by {program}; it covers {covers}</extracomment>
        <translation>كما يذكرها {file}؛ ويقول أيضًا دون فحص: أنشأه {program}؛ ويغطي {covers}</translation>
    </message>
    <message>
        <source>message:proof-does-not-hold</source>
        <extracomment>The proof doesn't hold: {why}. It was deleted. Verify the case, and try again.</extracomment>
        <translation>الإثبات غير صحيح: {why}. وقد حُذف. تحقّق من القضية وأعد المحاولة.</translation>
    </message>
    <message>
        <source>message:proof-first-head</source>
        <extracomment>unsigned until the last head</extracomment>
        <translation>غير موقَّع حتى آخر رأس</translation>
    </message>
    <message>
        <source>message:proof-head-wrong</source>
        <extracomment>{file}: {why}</extracomment>
        <translation>{file}: {why}</translation>
    </message>
    <message>
        <source>message:proof-heads</source>
        <extracomment>{heads} heads with {signatures} signatures, by {keys}</extracomment>
        <translation>{heads} رأسًا عليها {signatures} توقيعًا، بمفاتيح {keys}</translation>
    </message>
    <message>
        <source>message:proof-hides-rows</source>
        <extracomment>{file} states other rows of the audit that can be read here than there are: one is hidden, or was put in</extracomment>
        <translation>يذكر {file} صفوفًا من سجل التدقيق يمكن قراءتها هنا غير الموجودة: أُخفي أحدها أو أُدخل</translation>
    </message>
    <message>
        <source>message:proof-ledger</source>
        <extracomment>{lines} lines, each follows from the one before; runs: {runs}; files opened, each as it was allowed: {opens}; bytes read: {bytes}; unreadable: {failed}; refused: {denied}; from {first} to {last}</extracomment>
        <translation>{lines} سطرًا، كل منها يتبع ما قبله؛ عمليات التشغيل: {runs}؛ ملفات فُتحت، كل منها كما سُمح به: {opens}؛ بايتات قُرئت: {bytes}؛ غير مقروءة: {failed}؛ مرفوضة: {denied}؛ من {first} إلى {last}</translation>
    </message>
    <message>
        <source>message:proof-names-another-case</source>
        <extracomment>{file} names another case than the heads</extracomment>
        <translation>يسمّي {file} قضية غير قضية الرؤوس</translation>
    </message>
    <message>
        <source>message:proof-not-written</source>
        <extracomment>{path} exists, or its folder doesn't. Choose a new name in a folder that exists.</extracomment>
        <translation>{path} موجود بالفعل، أو أن مجلده غير موجود. اختر اسمًا جديدًا في مجلد موجود.</translation>
    </message>
    <message>
        <source>message:proof-seen</source>
        <extracomment>heads that others have signed or time-stamped: {heads}, the first one of {time} by the record's own clock; the record could have been made anew before that. Whether these keys are other people's, and the stamps genuine, can't be told from this folder: ask them for the head that they kept, and give it with --head</extracomment>
        <translation>رؤوس وقّعها آخرون أو ختموها زمنيًّا: {heads}، أولها في {time} بحسب ساعة السجل نفسه؛ وكان يمكن إعادة إنشاء السجل قبل ذلك. لا يمكن أن يُعرف من هذا المجلد هل هذه المفاتيح لأناس آخرين وهل الأختام أصلية: اطلب منهم الرأس الذي احتفظوا به وأعطه مع --head</translation>
    </message>
    <message>
        <source>message:proof-signed-by-another</source>
        <extracomment>it is signed by {key}, which signed no head of this case</extracomment>
        <translation>موقَّع بالمفتاح {key} الذي لم يوقّع أي رأس لهذه القضية</translation>
    </message>
    <message>
        <source>message:proof-states-other-counts</source>
        <extracomment>{file} states other counts than the logs come to</extracomment>
        <translation>يذكر {file} أعدادًا غير ما تؤول إليه السجلات</translation>
    </message>
    <message>
        <source>message:proof-states-other-history</source>
        <extracomment>{file} states other heads that others hold, or another beginning of the record, than the logs come to</extracomment>
        <translation>يذكر {file} رؤوسًا أخرى لدى آخرين، أو بداية أخرى للسجل، غير ما تؤول إليه السجلات</translation>
    </message>
    <message>
        <source>message:proof-unseen</source>
        <extracomment>nobody else has seen this record: whoever signed it could have made all of it anew</extracomment>
        <translation>لم يرَ هذا السجل أحد آخر: كان بوسع من وقّعه أن يعيد إنشاءه كله</translation>
    </message>
    <message>
        <source>message:proof-unsigned-until</source>
        <extracomment>unsigned until {time}</extracomment>
        <translation>غير موقَّع حتى {time}</translation>
    </message>
    <message>
        <source>message:properties-not-decrypted</source>
        <extracomment>Its encrypted properties can't be read ({error}).</extracomment>
        <translation>لا يمكن قراءة خصائصه المشفّرة ({error}).</translation>
    </message>
    <message>
        <source>message:protected-environment</source>
        <extracomment>None of the program's environment is visible.</extracomment>
        <translation>لا يبقى شيء من بيئة البرنامج.</translation>
    </message>
    <message>
        <source>message:protected-files</source>
        <extracomment>No file outside the program's own folders can be opened.</extracomment>
        <translation>لا يمكن فتح أي ملف خارج مجلدات البرنامج نفسه.</translation>
    </message>
    <message>
        <source>message:protected-libraries</source>
        <extracomment>The libraries that read files still load.</extracomment>
        <translation>تُحمَّل المكتبات التي تقرأ الملفات مع ذلك.</translation>
    </message>
    <message>
        <source>message:protected-memory</source>
        <extracomment>Memory above the limit is refused.</extracomment>
        <translation>تُرفض الذاكرة التي تتجاوز الحد.</translation>
    </message>
    <message>
        <source>message:protected-network</source>
        <extracomment>No connection can be made or accepted, on this machine or beyond.</extracomment>
        <translation>لا يمكن إجراء اتصال أو قبوله، على هذا الجهاز أو خارجه.</translation>
    </message>
    <message>
        <source>message:protected-open-files</source>
        <extracomment>Only a few files can be open at once.</extracomment>
        <translation>لا يمكن فتح إلا ملفات قليلة في الوقت نفسه.</translation>
    </message>
    <message>
        <source>message:protected-orphans</source>
        <extracomment>A reader ends with the program that started it, even when that is killed.</extracomment>
        <translation>تنتهي عملية القراءة مع البرنامج الذي بدأها، حتى إن أُنهي قسرًا.</translation>
    </message>
    <message>
        <source>message:protected-processes</source>
        <extracomment>No process can be started.</extracomment>
        <translation>لا يمكن بدء أي عملية.</translation>
    </message>
    <message>
        <source>message:protected-programs</source>
        <extracomment>The process can't turn into another program.</extracomment>
        <translation>لا يمكن أن تتحول العملية إلى برنامج آخر.</translation>
    </message>
    <message>
        <source>message:protected-signals</source>
        <extracomment>The process that started it can't be signalled.</extracomment>
        <translation>لا يمكن إرسال إشارة إلى العملية التي بدأتها.</translation>
    </message>
    <message>
        <source>message:protected-writing</source>
        <extracomment>Nothing can be written, renamed, deleted or given other permissions.</extracomment>
        <translation>لا يمكن كتابة شيء ولا إعادة تسميته ولا حذفه ولا تغيير أذوناته.</translation>
    </message>
    <message>
        <source>message:protocol-bad-value</source>
        <extracomment>The protocol's value of {key} can't be used. See docs/production.md for what it can be.</extracomment>
        <translation>لا يمكن استخدام قيمة {key} في البروتوكول. انظر docs/production.md لمعرفة القيم الممكنة.</translation>
    </message>
    <message>
        <source>message:protocol-lacks</source>
        <extracomment>The protocol lacks the key {key}.</extracomment>
        <translation>لا يذكر البروتوكول ما هو {key}.</translation>
    </message>
    <message>
        <source>message:protocol-not-toml</source>
        <extracomment>The protocol can't be read as TOML: {error}.</extracomment>
        <translation>تعذرت قراءة البروتوكول بصيغة TOML: {error}.</translation>
    </message>
    <message>
        <source>message:protocol-unknown-key</source>
        <extracomment>The protocol has an unknown key, {key}. The keys are: {known}.</extracomment>
        <translation>في البروتوكول {key}، وهو غير معروف. المعروف: {known}.</translation>
    </message>
    <message>
        <source>message:pst-block-outside</source>
        <extracomment>a block is beyond the end of the file</extracomment>
        <translation>كتلة تقع بعد نهاية الملف</translation>
    </message>
    <message>
        <source>message:pst-heap-tree-damaged</source>
        <extracomment>a tree on a heap is malformed</extracomment>
        <translation>شجرة في كومة تخالف قواعد الصيغة</translation>
    </message>
    <message>
        <source>message:pst-index-damaged</source>
        <extracomment>Parts of the file's index can't be read; items may be missing.</extracomment>
        <translation>لا يمكن قراءة أجزاء من فهرس الملف؛ وقد تنقص عناصر.</translation>
    </message>
    <message>
        <source>message:pst-index-too-deep</source>
        <extracomment>the file's index is nested too deeply</extracomment>
        <translation>فهرس الملف متداخل بعمق زائد</translation>
    </message>
    <message>
        <source>message:pst-no-heap</source>
        <extracomment>a node that should contain a heap has none</extracomment>
        <translation>عقدة يجب أن تحوي كومة لا تحويها</translation>
    </message>
    <message>
        <source>message:pst-no-properties</source>
        <extracomment>a node that should contain properties has none</extracomment>
        <translation>عقدة يجب أن تحوي خصائص لا تحويها</translation>
    </message>
    <message>
        <source>message:pst-no-table</source>
        <extracomment>a node that should contain a table has none</extracomment>
        <translation>عقدة يجب أن تحوي جدولًا لا تحويه</translation>
    </message>
    <message>
        <source>message:pst-node-blocks-damaged</source>
        <extracomment>a node's list of blocks is malformed</extracomment>
        <translation>قائمة كتل إحدى العقد تخالف قواعد الصيغة</translation>
    </message>
    <message>
        <source>message:pst-node-too-many-blocks</source>
        <extracomment>a node's data is spread over too many blocks</extracomment>
        <translation>بيانات إحدى العقد موزّعة على كتل كثيرة جدًّا</translation>
    </message>
    <message>
        <source>message:pst-page-damaged</source>
        <extracomment>a page of the file's index is malformed</extracomment>
        <translation>صفحة من فهرس الملف تخالف قواعد الصيغة</translation>
    </message>
    <message>
        <source>message:pst-page-outside</source>
        <extracomment>a page is beyond the end of the file</extracomment>
        <translation>صفحة تقع بعد نهاية الملف</translation>
    </message>
    <message>
        <source>message:pst-subnodes-damaged</source>
        <extracomment>a node's list of subnodes is malformed</extracomment>
        <translation>قائمة العقد الفرعية لإحدى العقد تخالف قواعد الصيغة</translation>
    </message>
    <message>
        <source>message:publisher-partly-read</source>
        <extracomment>The text and loose strings of this Publisher document were read; its pictures were not.</extracomment>
        <translation>قُرئ من مستند Publisher هذا النص والسلاسل المتفرقة، دون صوره.</translation>
    </message>
    <message>
        <source>message:publisher-text-cut</source>
        <extracomment>Its text runs past the end of its stream; what is there was read.</extracomment>
        <translation>يتجاوز نصه نهاية الدفق؛ وقُرئ الموجود.</translation>
    </message>
    <message>
        <source>message:purge-due</source>
        <extracomment>a purge was begun and hasn't come to its end: run triage scope apply again</extracomment>
        <translation>بدأت إزالة ولم تنته: شغّل ⁦triage scope apply⁩ مرة أخرى</translation>
    </message>
    <message>
        <source>message:purge-incomplete</source>
        <extracomment>Something that was to be removed from {path} is still there. Run triage verify and report it.</extracomment>
        <translation>ما زال شيء مما كان يجب إزالته من {path} موجودًا. شغّل triage verify وأبلغ عنه.</translation>
    </message>
    <message>
        <source>message:purge-leaves-text</source>
        <extracomment>item number {number} is no longer in scope and was removed, but text of it is in the case</extracomment>
        <translation>العنصر رقم {number} لم يعد في النطاق وقد أُزيل، لكن نصًّا منه موجود في القضية</translation>
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
        <translation>أُزيل من القضية '{case}' لأن نطاقها لم يعد يشمله

النطاق     الإصدار {version}، SHA-256 {scope_sha256}
البداية    {begun} باسم الدخول '{login}'
النهاية    {ended}
السبب      {reason}
المصادر    {sources}، {bytes} بايت
العناصر    {items}: نصها وموضوعها والأشخاص والتواريخ والأسماء، في قاعدة البيانات والفهرس
القرارات   {decisions} على {decided} من هذه العناصر؛ تبقى مسجّلة
البحث      بُحث في هذه العناصر عن {words_searched} كلمة من النص المُزال؛ لم يُعثر على أي منها
الدفتر     {ledger}

ما يبقى: معرّفات العناصر وأحجامها وبصماتها؛ وأسماء المصادر في الدفتر والقضية سجلًّا لما فُتح؛ والقرارات والملاحظات؛ والمحتوى نفسه حيث يوجد في مكان آخر ضمن النطاق. لا تشمل الإزالة ما صُدّر أو نُسخ من القضية قبلها. لم يُفتح أي مصدر ولم يُغيَّر.</translation>
    </message>
    <message>
        <source>message:purge-receipt-changed</source>
        <extracomment>{name} isn't the receipt that was recorded, or is missing</extracomment>
        <translation>ليس {name} هو الإيصال المسجّل، أو أنه مفقود</translation>
    </message>
    <message>
        <source>message:purge-unfinished</source>
        <extracomment>Not everything was removed from {path}: it was stopped, or another process has the case open. Close it there, and run the same command again: it goes on.</extracomment>
        <translation>لم يُزل كل شيء من {path}: أُوقفت الإزالة أو أن القضية مفتوحة في عملية أخرى. أغلقها هناك وشغّل الأمر نفسه مرة أخرى: سيُكمل.</translation>
    </message>
    <message>
        <source>message:ql-all-custodians</source>
        <extracomment>in whose records this copy or another exact copy was found</extracomment>
        <translation>في سجلات من عُثر على هذه النسخة أو نسخة مطابقة أخرى</translation>
    </message>
    <message>
        <source>message:ql-all-paths</source>
        <extracomment>by the path of the file or of any exact copy</extracomment>
        <translation>بحسب مسار الملف أو مسار أي نسخة مطابقة</translation>
    </message>
    <message>
        <source>message:ql-alternative</source>
        <extracomment>the other rendering alone: the HTML beside the plain text</extracomment>
        <translation>الصيغة الأخرى وحدها: HTML بجانب النص العادي</translation>
    </message>
    <message>
        <source>message:ql-and</source>
        <extracomment>both; a blank is AND</extracomment>
        <translation>كلتاهما؛ المسافة تعني AND</translation>
    </message>
    <message>
        <source>message:ql-annotation</source>
        <extracomment>PDF annotations and forms, document properties, recognised text</extracomment>
        <translation>تعليقات PDF ونماذجه، وخصائص المستند، والنص المتعرَّف عليه</translation>
    </message>
    <message>
        <source>message:ql-asides</source>
        <extracomment>review comments, tracked changes and what a PDF said before its later saves, footnotes and endnotes, page headers and footers, text boxes</extracomment>
        <translation>تعليقات المراجعة، والتغييرات المتتبَّعة وما قاله ملف PDF قبل عمليات حفظه اللاحقة، والحواشي السفلية والختامية، ورؤوس الصفحات وتذييلاتها، ومربعات النص</translation>
    </message>
    <message>
        <source>message:ql-batch</source>
        <extracomment>in this batch, in this sample</extracomment>
        <translation>في هذه الدفعة، في هذه العينة</translation>
    </message>
    <message>
        <source>message:ql-before</source>
        <extracomment>the same, the first one first</extracomment>
        <translation>كذلك، والأولى أولًا</translation>
    </message>
    <message>
        <source>message:ql-body</source>
        <extracomment>what a reader sees first, and the other rendering of a mail</extracomment>
        <translation>ما يراه القارئ أولًا، والصيغة الأخرى للرسالة</translation>
    </message>
    <message>
        <source>message:ql-custodian</source>
        <extracomment>in whose records this copy of the item was found</extracomment>
        <translation>في سجلات من عُثر على هذه النسخة من العنصر</translation>
    </message>
    <message>
        <source>message:ql-date</source>
        <extracomment>by date or hour, in UTC; a range includes both ends</extracomment>
        <translation>بحسب التاريخ أو الساعة، بتوقيت UTC؛ والمدى يشمل طرفيه</translation>
    </message>
    <message>
        <source>message:ql-date-kinds</source>
        <extracomment>by this kind of date alone</extracomment>
        <translation>بحسب هذا النوع من التاريخ وحده</translation>
    </message>
    <message>
        <source>message:ql-decided</source>
        <extracomment>decided then, written as with `date:`, by whoever or by this person; what was undone doesn't count</extracomment>
        <translation>قُررت حينها، وتُكتب كما في `date:`، من أي شخص أو من هذا الشخص؛ وما تُراجع عنه لا يُحتسب</translation>
    </message>
    <message>
        <source>message:ql-domain</source>
        <extracomment>sent from this domain, and from no other that only holds its name</extracomment>
        <translation>أُرسل من هذا النطاق، لا من آخر يتضمن اسمه فحسب</translation>
    </message>
    <message>
        <source>message:ql-everything</source>
        <extracomment>every item</extracomment>
        <translation>كل العناصر</translation>
    </message>
    <message>
        <source>message:ql-exact</source>
        <extracomment>exactly so: capitals, accents and signs count here, and only here; any run of blanks, line breaks and the `&gt;` of quoted lines counts as one blank, and invisible characters (soft hyphens, those without a width) don't count</extracomment>
        <translation>هكذا تمامًا: هنا، وهنا فقط، تُحتسب الأحرف الكبيرة وعلامات التشكيل والرموز؛ وكل تتابع من المسافات وفواصل الأسطر و`&gt;` للأسطر المقتبسة يُحتسب مسافة واحدة، ولا تُحتسب المحارف غير المرئية (الواصلات اللينة والمحارف عديمة العرض)</translation>
    </message>
    <message>
        <source>message:ql-fact-fields</source>
        <extracomment>Fields of facts</extracomment>
        <translation>حقول الوقائع</translation>
    </message>
    <message>
        <source>message:ql-file</source>
        <extracomment>the name of the file or attachment</extracomment>
        <translation>اسم الملف أو المرفق</translation>
    </message>
    <message>
        <source>message:ql-fuzzy</source>
        <extracomment>words that differ by one letter (`~2`: by two)</extracomment>
        <translation>كلمات تختلف بحرف واحد (`~2`: بحرفين)</translation>
    </message>
    <message>
        <source>message:ql-groups</source>
        <extracomment>parentheses group</extracomment>
        <translation>الأقواس تجمع</translation>
    </message>
    <message>
        <source>message:ql-has</source>
        <extracomment>that have this</extracomment>
        <translation>التي لها هذا</translation>
    </message>
    <message>
        <source>message:ql-headers</source>
        <extracomment>all headers of a mail without a field of their own, those of the next two lines and others</extracomment>
        <translation>كل ترويسات الرسالة التي ليس لها حقل خاص، ومنها ما في السطرين التاليين وغيرها</translation>
    </message>
    <message>
        <source>message:ql-heads</source>
        <extracomment>these headers, also by a part of the address</extracomment>
        <translation>هذه الترويسات، وبجزء من العنوان أيضًا</translation>
    </message>
    <message>
        <source>message:ql-hidden</source>
        <extracomment>text that isn't shown, instructions of fields, speaker notes</extracomment>
        <translation>نص لا يُعرض، وتعليمات الحقول، وملاحظات المتحدث</translation>
    </message>
    <message>
        <source>message:ql-id</source>
        <extracomment>by the beginning of an id or a hash (SHA-256 or EDRM MIH); all of a family or a conversation, with the messages that are in it by inference</extracomment>
        <translation>ببداية معرّف أو بصمة (SHA-256 أو EDRM MIH)؛ كل العائلة أو المحادثة، مع الرسائل التي فيها استنتاجًا</translation>
    </message>
    <message>
        <source>message:ql-in-field</source>
        <extracomment>in one field</extracomment>
        <translation>في حقل واحد</translation>
    </message>
    <message>
        <source>message:ql-is-contained</source>
        <extracomment>mails that a later mail of their conversation quotes in full, items of which others have nearly the same words; once `triage near --contained` and `triage near` have looked for them</extracomment>
        <translation>رسائل تقتبسها بالكامل رسالة لاحقة في محادثتها؛ وعناصر لغيرها الكلمات نفسها تقريبًا؛ بعد أن بحث عنها `triage near --contained` و`triage near`</translation>
    </message>
    <message>
        <source>message:ql-is-family</source>
        <extracomment>inside another item, with a parent or attachments, with the same content as another</extracomment>
        <translation>داخل عنصر آخر، لها أصل أو مرفقات، لها محتوى عنصر آخر نفسه</translation>
    </message>
    <message>
        <source>message:ql-is-other</source>
        <extracomment>sealed; without a date of their own: what has none, or shows the time of its file for want of one; in their conversation by inference</extracomment>
        <translation>مختومة؛ بلا تاريخ خاص بها: ما لا تاريخ له أو يعرض وقت ملفه لعدم وجوده؛ في محادثتها استنتاجًا</translation>
    </message>
    <message>
        <source>message:ql-is-past</source>
        <extracomment>no longer in the sources, with a later version in its place or without one; no longer in scope and removed; found only where a query names the state</extracomment>
        <translation>لم تعد في المصادر، وحلت محلها نسخة لاحقة أو لم تحل؛ لم تعد في النطاق وأُزيلت؛ ولا يُعثر عليها إلا حيث يسمّي الاستعلام الحالة</translation>
    </message>
    <message>
        <source>message:ql-is-problem</source>
        <extracomment>with a problem, searchable only in part, not searchable</extracomment>
        <translation>ذات مشكلة، قابلة للبحث جزئيًا فقط، غير قابلة للبحث</translation>
    </message>
    <message>
        <source>message:ql-is-tagged</source>
        <extracomment>that have a tag, that have none, on which two reviewers differ or whose copies are coded differently</extracomment>
        <translation>التي تحمل وسمًا، التي لا تحمل وسمًا، التي يختلف عليها مراجعان أو رُمّزت نسخها ترميزًا مختلفًا</translation>
    </message>
    <message>
        <source>message:ql-judged</source>
        <extracomment>judged in this sample</extracomment>
        <translation>قُيّمت في هذه العينة</translation>
    </message>
    <message>
        <source>message:ql-lang</source>
        <extracomment>whose text is in this language; a guess from its first words by script and, for Latin script, small words, `unknown` where they don't tell</extracomment>
        <translation>التي نصها بهذه اللغة؛ تخمين من كلماته الأولى بحسب الخط، وفي الخط اللاتيني بحسب الكلمات القصيرة، و`unknown` حيث لا تدل</translation>
    </message>
    <message>
        <source>message:ql-message-id</source>
        <extracomment>Message-ID, In-Reply-To and References. A phrase without a field is looked for there too, a single word isn't</extracomment>
        <translation>Message-ID وIn-Reply-To وReferences. يُبحث هناك أيضًا عن عبارة بلا حقل، لا عن كلمة مفردة</translation>
    </message>
    <message>
        <source>message:ql-near</source>
        <extracomment>at most two words between, in either order</extracomment>
        <translation>بينهما كلمتان على الأكثر، بأي ترتيب</translation>
    </message>
    <message>
        <source>message:ql-not</source>
        <extracomment>the first and not the second</extracomment>
        <translation>الأولى دون الثانية</translation>
    </message>
    <message>
        <source>message:ql-not-near</source>
        <extracomment>a first one without the second one near it</extracomment>
        <translation>الأولى دون أن تكون الثانية قربها</translation>
    </message>
    <message>
        <source>message:ql-note</source>
        <extracomment>whose note holds this</extracomment>
        <translation>التي تتضمن ملاحظتها هذا</translation>
    </message>
    <message>
        <source>message:ql-or</source>
        <extracomment>either</extracomment>
        <translation>إحداهما</translation>
    </message>
    <message>
        <source>message:ql-origin</source>
        <extracomment>with any text of this origin</extracomment>
        <translation>التي فيها نص من هذا المنشأ</translation>
    </message>
    <message>
        <source>message:ql-participants</source>
        <extracomment>from, to, cc and bcc together</extracomment>
        <translation>from وto وcc وbcc معًا</translation>
    </message>
    <message>
        <source>message:ql-path</source>
        <extracomment>by the path of the file</extracomment>
        <translation>بحسب مسار الملف</translation>
    </message>
    <message>
        <source>message:ql-phrase</source>
        <extracomment>the words side by side, in this order</extracomment>
        <translation>الكلمات متجاورة، بهذا الترتيب</translation>
    </message>
    <message>
        <source>message:ql-prefixes</source>
        <extracomment>with or without the Hebrew and Arabic one-letter prefixes; like `stem()` also inside of a phrase</extracomment>
        <translation>مع السوابق العبرية والعربية ذات الحرف الواحد أو بدونها؛ ومثل `stem()` داخل العبارة أيضًا</translation>
    </message>
    <message>
        <source>message:ql-problem</source>
        <extracomment>with a problem of this code</extracomment>
        <translation>ذات مشكلة بهذا الرمز</translation>
    </message>
    <message>
        <source>message:ql-regex</source>
        <extracomment>words that a regular expression covers</extracomment>
        <translation>كلمات يغطيها تعبير نمطي</translation>
    </message>
    <message>
        <source>message:ql-reviewer</source>
        <extracomment>decided by this person</extracomment>
        <translation>قررها هذا الشخص</translation>
    </message>
    <message>
        <source>message:ql-size</source>
        <extracomment>by size</extracomment>
        <translation>بحسب الحجم</translation>
    </message>
    <message>
        <source>message:ql-stem</source>
        <extracomment>words with the same English stem: applies, applied</extracomment>
        <translation>كلمات لها الجذع الإنجليزي نفسه: applies وapplied</translation>
    </message>
    <message>
        <source>message:ql-struck</source>
        <extracomment>without the words struck out</extracomment>
        <translation>دون الكلمات المشطوبة</translation>
    </message>
    <message>
        <source>message:ql-tag</source>
        <extracomment>that have the tag now</extracomment>
        <translation>التي تحمل الوسم الآن</translation>
    </message>
    <message>
        <source>message:ql-text-fields</source>
        <extracomment>Fields of text</extracomment>
        <translation>حقول النص</translation>
    </message>
    <message>
        <source>message:ql-transport</source>
        <extracomment>Received, Date, how a mail and its parts are packed (Content-Type, MIME-Version ...), and what servers sign (DKIM-Signature, DomainKey-Signature, X-Google-DKIM-Signature, ARC-Seal, ARC-Message-Signature, ARC-Authentication-Results). Nothing without a field is looked for there: the name of a mail server would find every mail, and short words happen in signatures. `triage coverage` counts the items that have such fields. The name of an attached file is found by `file:`</extracomment>
        <translation>Received وDate وكيفية تغليف الرسالة وأجزائها (Content-Type وMIME-Version ...) وما توقّعه الخوادم (DKIM-Signature وDomainKey-Signature وX-Google-DKIM-Signature وARC-Seal وARC-Message-Signature وARC-Authentication-Results). لا يُبحث هناك عن شيء بلا حقل: فاسم خادم بريد سيجد كل رسالة. ويُعثر على اسم ملف مرفق بواسطة `file:`</translation>
    </message>
    <message>
        <source>message:ql-type</source>
        <extracomment>by type, as the window calls it, or by ending; `mail`, `word`, `excel`, `powerpoint`, `opendocument`, `picture`, `sound`, `film`, `calendar`, `contact` stand for several</extracomment>
        <translation>بحسب النوع كما تسميه النافذة أو بحسب اللاحقة؛ تمثل `mail` و`word` و`excel` و`powerpoint` و`opendocument` و`picture` و`sound` و`film` و`calendar` و`contact` أنواعًا عدة</translation>
    </message>
    <message>
        <source>message:ql-wildcards</source>
        <extracomment>`*` any run of letters, `?` one letter, anywhere in a word</extracomment>
        <translation>`*` أي تتابع من الحروف، و`?` حرف واحد، في أي موضع من الكلمة</translation>
    </message>
    <message>
        <source>message:ql-word</source>
        <extracomment>the word, in any field</extracomment>
        <translation>الكلمة، في أي حقل</translation>
    </message>
    <message>
        <source>message:ql-words</source>
        <extracomment>Words</extracomment>
        <translation>الكلمات</translation>
    </message>
    <message>
        <source>message:query-blank</source>
        <extracomment>The query is blank. Write * for all items.</extracomment>
        <translation>الاستعلام فارغ. اكتب * لكل العناصر.</translation>
    </message>
    <message>
        <source>message:query-blind</source>
        <extracomment>{field} would reveal what was decided, and a blind sample is open. Close the sample, then search.</extracomment>
        <translation>يكشف {field} ما تقرّر، وعيّنة معمّاة مفتوحة. أغلق العيّنة ثم ابحث.</translation>
    </message>
    <message>
        <source>message:query-file-unreadable</source>
        <extracomment>The query can't be read from {path}: {error}.</extracomment>
        <translation>تتعذّر قراءة الاستعلام من {path}: {error}.</translation>
    </message>
    <message>
        <source>message:query-missing</source>
        <extracomment>A query is missing: write it in quotation marks, or name its file with --query-file.</extracomment>
        <translation>الاستعلام ناقص: اكتبه بين علامتي اقتباس، أو سمِّ ملفه باستخدام --query-file.</translation>
    </message>
    <message>
        <source>message:query-not-on-input</source>
        <extracomment>There is no query on standard input, where it was to be one line.</extracomment>
        <translation>لا يوجد استعلام في الإدخال القياسي، حيث كان يجب أن يكون سطرًا واحدًا.</translation>
    </message>
    <message>
        <source>message:query-not-utf8</source>
        <extracomment>The query isn't text in UTF-8. Save it in that encoding.</extracomment>
        <translation>الاستعلام ليس نصًّا بترميز UTF-8. احفظه بهذا الترميز.</translation>
    </message>
    <message>
        <source>message:query-too-deep</source>
        <extracomment>This is nested more than {most} deep: split it into several searches.</extracomment>
        <translation>التداخل أعمق من {most}: قسّمه إلى عدة عمليات بحث.</translation>
    </message>
    <message>
        <source>message:query-too-long</source>
        <extracomment>A query may have {most} characters; this one has {size}.</extracomment>
        <translation>يمكن أن يكون في الاستعلام {most} محرفًا؛ وفي هذا {size}.</translation>
    </message>
    <message>
        <source>message:query-twice</source>
        <extracomment>There are two queries: one on the command line and one in the file. Leave out one of them.</extracomment>
        <translation>يوجد استعلامان: واحد في سطر الأوامر وواحد في الملف. احذف أحدهما.</translation>
    </message>
    <message>
        <source>message:query-unquoted</source>
        <extracomment>{rest} isn't part of the query. Put the whole query in quotation marks, and write NOT for a minus: 'a NOT b'.</extracomment>
        <translation>{rest} ليس جزءًا من الاستعلام. ضع الاستعلام كله بين علامتي اقتباس، واكتب NOT بدل علامة الناقص: ⁦'a NOT b'⁩.</translation>
    </message>
    <message>
        <source>message:quotation-mark-unclosed</source>
        <extracomment>This quotation mark has no partner: add one at the end of the phrase.</extracomment>
        <translation>علامة الاقتباس هذه بلا نظير: أضف واحدة في آخر العبارة.</translation>
    </message>
    <message>
        <source>message:quotes-straightened</source>
        <extracomment>curly quotes were made straight ({count})</extracomment>
        <translation>استُبدلت بعلامات الاقتباس المنحنية علامات مستقيمة ({count})</translation>
    </message>
    <message>
        <source>message:range-backward</source>
        <extracomment>The range ends before it begins: write {range}.</extracomment>
        <translation>ينتهي المدى قبل أن يبدأ: اكتب {range}.</translation>
    </message>
    <message>
        <source>message:range-without-end</source>
        <extracomment>A range needs at least one end.</extracomment>
        <translation>يحتاج المدى إلى طرف واحد على الأقل.</translation>
    </message>
    <message>
        <source>message:ranking-differs</source>
        <extracomment>The ranking {digest} isn't the one that the decisions it was made of lead to. Make it again with: triage order</extracomment>
        <translation>الترتيب {digest} ليس ما تؤدي إليه القرارات التي صُنع منها. اصنعه من جديد بالأمر: triage order</translation>
    </message>
    <message>
        <source>message:rankings-replayed</source>
        <extracomment>rankings repeated from the same decisions, and equal: {count}; not compared, as they are of earlier items or by another version: {outdated}</extracomment>
        <translation>صُنع {count} من الترتيبات من جديد من القرارات نفسها وهي مطابقة؛ و{outdated} تخص عناصر سابقة أو إصدارًا آخر ولم تُقارَن.</translation>
    </message>
    <message>
        <source>message:rar-archive</source>
        <extracomment>a RAR archive</extracomment>
        <translation>أرشيف RAR</translation>
    </message>
    <message>
        <source>message:raw-picture</source>
        <extracomment>It is a camera's raw picture; only its preview was read.</extracomment>
        <translation>هي صورة خام من كاميرا؛ ولم تُفحص إلا معاينتها.</translation>
    </message>
    <message>
        <source>message:read-failed</source>
        <extracomment>It can't be read: {error}</extracomment>
        <translation>لا يمكن قراءته: {error}</translation>
    </message>
    <message>
        <source>message:read-over-clock</source>
        <extracomment>Reading it took longer than {seconds} s by the clock, with other programs at work.</extracomment>
        <translation>استغرقت قراءته أكثر من {seconds} ثانية حسب الساعة، بينما كانت برامج أخرى تعمل.</translation>
    </message>
    <message>
        <source>message:read-over-memory</source>
        <extracomment>Reading it needs more memory than limit_memory_mb allows.</extracomment>
        <translation>تحتاج قراءته إلى ذاكرة أكثر مما يسمح به limit_memory_mb.</translation>
    </message>
    <message>
        <source>message:read-over-time</source>
        <extracomment>Reading it took more than {seconds} s of processor time.</extracomment>
        <translation>استغرقت قراءته أكثر من {seconds} ثانية من وقت المعالج.</translation>
    </message>
    <message>
        <source>message:read-up-to</source>
        <extracomment>{reason} What can be searched of it ends at {place}.</extracomment>
        <translation>{reason} ما يمكن البحث فيه منه ينتهي عند {place}.</translation>
    </message>
    <message>
        <source>message:reader-answered-otherwise</source>
        <extracomment>The reader process answered something other than what was asked ({size} bytes).</extracomment>
        <translation>أجابت عملية القراءة بغير ما طُلب ({size} بايت).</translation>
    </message>
    <message>
        <source>message:reader-died</source>
        <extracomment>The reader process died on it.</extracomment>
        <translation>تعطّلت عملية القراءة عنده.</translation>
    </message>
    <message>
        <source>message:reader-gave-no-answer</source>
        <extracomment>The reader process gave no answer.</extracomment>
        <translation>لم تُجب عملية القراءة.</translation>
    </message>
    <message>
        <source>message:reader-malformed</source>
        <extracomment>The reader process gave a malformed answer on it and was ended.</extracomment>
        <translation>أعطت عملية القراءة إجابة غير سليمة عنه فأُنهيت.</translation>
    </message>
    <message>
        <source>message:reader-slow</source>
        <extracomment>The reader process took too long on it.</extracomment>
        <translation>استغرقت عملية القراءة عنده وقتًا أطول من اللازم.</translation>
    </message>
    <message>
        <source>message:reader-slow-altogether</source>
        <extracomment>The reader process took too long altogether; what follows the last member was not read.</extracomment>
        <translation>استغرقت عملية القراءة وقتًا طويلًا جدًا إجمالًا؛ لم يُقرأ ما بعد العضو الأخير.</translation>
    </message>
    <message>
        <source>message:readers-died-often</source>
        <extracomment>Reader processes died on it {count} times; what follows the last member was not read.</extracomment>
        <translation>تعطّلت عمليات القراءة عنده {count} مرة؛ ولم يُقرأ ما بعد العضو الأخير.</translation>
    </message>
    <message>
        <source>message:readers-not-started</source>
        <extracomment>The reader processes can't start. Run triage doctor; TRIAGE_DEBUG=1 shows their output.</extracomment>
        <translation>لا يمكن بدء عمليات القراءة. شغّل triage doctor؛ والقيمة TRIAGE_DEBUG=1 تعرض أقوالها.</translation>
    </message>
    <message>
        <source>message:rebuild-reads-nothing</source>
        <extracomment>--rebuild makes the search index anew from what was read, and reads nothing. Run triage index once with it, and once for the files.</extracomment>
        <translation>‎--rebuild‎ يبني فهرس البحث من جديد مما قُرئ، ولا يقرأ شيئًا. شغّل triage index مرة معه ومرة للملفات.</translation>
    </message>
    <message>
        <source>message:recall-out-of-range</source>
        <extracomment>A recall is between 0 and 1, such as 0.95, not {recall}.</extracomment>
        <translation>الاستدعاء (recall) بين 0 و1، مثل 0.95، وليس {recall}.</translation>
    </message>
    <message>
        <source>message:record-bad-name</source>
        <extracomment>a name has characters that no name can have</extracomment>
        <translation>في اسم محارف لا تجوز في أي اسم</translation>
    </message>
    <message>
        <source>message:record-bad-passage</source>
        <extracomment>a marked passage doesn't say where it is</extracomment>
        <translation>مقطع موضوعة عليه علامة لا يذكر موضعه</translation>
    </message>
    <message>
        <source>message:record-bad-tag</source>
        <extracomment>a tag's name has characters that no tag can have</extracomment>
        <translation>في اسم وسم محارف لا تجوز في أي وسم</translation>
    </message>
    <message>
        <source>message:record-begun-anew</source>
        <extracomment>the record was broken and begun anew on {time} by {login} with row {row} of the audit ({why}); what was before that isn't proved. What was broken: {broken}</extracomment>
        <translation>انقطع السجل وبُدئ من جديد في {time} على يد {login} بالصف {row} من سجل التدقيق ({why})؛ وما قبل ذلك غير مثبت. ما انقطع: {broken}</translation>
    </message>
    <message>
        <source>message:record-broken</source>
        <extracomment>The record of {path} doesn't end as Triage left it: {why}. Nothing was written. The case can still be searched and shown, and its decisions exported. Restore it from a copy, or begin a new record, which names the break and keeps the old one: triage record recover {path} --reason TEXT</extracomment>
        <translation>سجل {path} لا ينتهي كما تركه Triage: {why}. لم يُكتب شيء. ما زال البحث في القضية وعرضها وتصدير قراراتها ممكنًا. استعدها من نسخة، أو ابدأ سجلًّا جديدًا يذكر الانقطاع ويحفظ القديم: triage record recover {path} --reason TEXT</translation>
    </message>
    <message>
        <source>message:record-damaged</source>
        <extracomment>A record of {name} is damaged and was skipped.</extracomment>
        <translation>سجل من {name} تالف وتُجووز.</translation>
    </message>
    <message>
        <source>message:record-gone-on-from</source>
        <extracomment>on {time} a broken or older record was gone on from; reason: {reason}</extracomment>
        <translation>في {time} استؤنف سجل منقطع أو أقدم؛ السبب: {reason}</translation>
    </message>
    <message>
        <source>message:record-unbroken</source>
        <extracomment>it was never begun anew</extracomment>
        <translation>لم يُبدأ من جديد قط</translation>
    </message>
    <message>
        <source>message:record-unknown</source>
        <extracomment>it has a record of a kind that this program doesn't know</extracomment>
        <translation>فيه نوع من السجلات لا يعرفه هذا البرنامج</translation>
    </message>
    <message>
        <source>message:record-whole</source>
        <extracomment>The record of {path} is whole: there is nothing to recover. See: triage verify {path}</extracomment>
        <translation>سجل {path} سليم: لا شيء يُستعاد. انظر: ⁦triage verify⁩ {path}</translation>
    </message>
    <message>
        <source>message:record-wrong-fields</source>
        <extracomment>a record lacks a field, or has one too many</extracomment>
        <translation>سجل ينقصه حقل، أو فيه حقل زائد</translation>
    </message>
    <message>
        <source>message:recording</source>
        <extracomment>It is a recording; what is said or shown in it was not read.</extracomment>
        <translation>هو تسجيل؛ ولم يُقرأ ما يُقال أو يُعرض فيه.</translation>
    </message>
    <message>
        <source>message:recover-without-reason</source>
        <extracomment>Give a reason of at most {most} characters, which stays on record: --reason TEXT</extracomment>
        <translation>اذكر سببًا لا يزيد على {most} من المحارف، يبقى في السجل: ⁦--reason TEXT⁩</translation>
    </message>
    <message>
        <source>message:redaction-not-there</source>
        <extracomment>These words aren't at this position in the item's text, so they weren't redacted. Open the item again and reselect them.</extracomment>
        <translation>لا ترد هذه الكلمات في هذا الموضع من نص العنصر، فلم تُحجب. افتح العنصر ثانية وحدّدها من جديد.</translation>
    </message>
    <message>
        <source>message:redaction-odd</source>
        <extracomment>A redaction needs a reason of 1 to 80 characters without '|', and a passage, a field or a region of a page.</extracomment>
        <translation>يحتاج الحجب إلى سبب من 1 إلى 80 حرفًا دون '|'، وإلى مقطع أو حقل أو منطقة من صفحة.</translation>
    </message>
    <message>
        <source>message:redaction-remains</source>
        <extracomment>Redacted words would remain in the text or the load file's row of {number}. Nothing was produced.</extracomment>
        <translation>كانت كلمات محجوبة ستخرج في نص {number} أو صفّه. لم يُنتَج شيء.</translation>
    </message>
    <message>
        <source>message:redaction-unplaced</source>
        <extracomment>Redacted words can't be located on its pages.</extracomment>
        <translation>لم يُعثر على كلمات محجوبة في صفحاته.</translation>
    </message>
    <message>
        <source>message:redaction-without-pages</source>
        <extracomment>Pages of this item are made of its text, so regions of them can't be redacted. Redact words of the text.</extracomment>
        <translation>صفحات هذا العنصر تُصنع من نصه، فلا يمكن حجب مناطق منها. احجب كلمات في النص.</translation>
    </message>
    <message>
        <source>message:redactions-unconfirmed</source>
        <extracomment>Redactions in {count} documents need a second reviewer, as the protocol requires. Nothing was produced.</extracomment>
        <translation>حجب أجزاء من {count} من المستندات ينتظر شخصًا ثانيًا كما يطلب البروتوكول. لم يُنتَج شيء.</translation>
    </message>
    <message>
        <source>message:refused-unexplained</source>
        <extracomment>refusals that the rule doesn't explain by this name, perhaps by one through a mount: {count}</extracomment>
        <translation>حالات رفض لا تفسرها القاعدة بهذا الاسم، وربما باسم عبر نقطة تركيب: {count}</translation>
    </message>
    <message>
        <source>message:refused-without-name</source>
        <extracomment>refusals with no name in the annex, of which only the rule was checked: {count}</extracomment>
        <translation>حالات رفض ليس لها اسم في الملحق، ولم تُفحص إلا قاعدتها: {count}</translation>
    </message>
    <message>
        <source>message:relative-date</source>
        <extracomment>{typed} changes its meaning every day: write a date, as in date:&gt;=2024-05-01.</extracomment>
        <translation>يتغيّر معنى {typed} كل يوم: اكتب تاريخًا، مثل date:&gt;=2024-05-01.</translation>
    </message>
    <message>
        <source>message:remembered-head-holds</source>
        <extracomment>the case has everything that the latest head by this login covers</extracomment>
        <translation>في القضية كل ما يغطيه آخر رأس وقّعه هذا المستخدم</translation>
    </message>
    <message>
        <source>message:report-bad-ending</source>
        <extracomment>{name}: a report can be written as {known}. Give it one of these endings.</extracomment>
        <translation>{name}: يُكتب التقرير بصيغة {known}. أعطه هذا الامتداد.</translation>
    </message>
    <message>
        <source>message:report-exists</source>
        <extracomment>{path} already exists, and a report never replaces a file. Choose another name.</extracomment>
        <translation>{path} موجود، والتقرير لا يحلّ محل غيره أبدًا. اختر اسمًا آخر.</translation>
    </message>
    <message>
        <source>message:report-unwritable</source>
        <extracomment>The report can't be written to {path}: {error}. Choose another place.</extracomment>
        <translation>لا يمكن كتابة التقرير في {path}: {error}. اختر مكانًا آخر.</translation>
    </message>
    <message>
        <source>message:rest-not-unpacked</source>
        <extracomment>The rest can't be unpacked: {error}</extracomment>
        <translation>لا يمكن فكّ الباقي: {error}</translation>
    </message>
    <message>
        <source>message:reviewer-missing</source>
        <extracomment>A decision needs a reviewer's name of 1 to {most} characters: --reviewer, or in the window.</extracomment>
        <translation>يحتاج القرار إلى اسم مراجع من 1 إلى {most} محرفًا. انقر الاسم أسفل النافذة.</translation>
    </message>
    <message>
        <source>message:reviewer-not-given</source>
        <extracomment>Nothing was recorded, because no reviewer's name was given. Decide again, and give a name.</extracomment>
        <translation>لم يُسجَّل شيء، لأنه لم يُعطَ اسم للمراجع. قرّر مجددًا وأعطِ اسمًا.</translation>
    </message>
    <message>
        <source>message:reviewer-odd</source>
        <extracomment>'{name}' can't be the name of a reviewer, since it contains '|' or a control character, which would make the audit ambiguous. Nothing was changed. Choose another name: --reviewer, or in the window.</extracomment>
        <translation>لا يصلح '{name}' اسمًا لمراجع، لأن فيه '|' أو محرف تحكم، ما يجعل سجل التدقيق ملتبسًا. لم يتغيّر شيء. انقر الاسم أسفل النافذة واختر اسمًا آخر.</translation>
    </message>
    <message>
        <source>message:revisions-over-count</source>
        <extracomment>It was changed {count} times; earlier text was read from the last {most} revisions only.</extracomment>
        <translation>غُيّر {count} مرة؛ وقُرئ ما قاله سابقًا من آخر {most} مراجعة فقط.</translation>
    </message>
    <message>
        <source>message:rights-managed</source>
        <extracomment>Its content is protected by rights management.</extracomment>
        <translation>محتواه محجوب بإدارة الحقوق.</translation>
    </message>
    <message>
        <source>message:rights-managed-encrypted</source>
        <extracomment>Its content is encrypted by rights management and can't be opened here.</extracomment>
        <translation>محتواه مشفّر بإدارة الحقوق ولا يمكن فتحه هنا.</translation>
    </message>
    <message>
        <source>message:rights-managed-placeholder</source>
        <extracomment>Its content is protected by rights management; it shows a placeholder.</extracomment>
        <translation>محتواه محجوب بإدارة الحقوق؛ ويعرض بديلًا.</translation>
    </message>
    <message>
        <source>message:root-denied</source>
        <extracomment>The allowed root '{root}' lies in what the rule '{rule}' denies, and a deny rule always wins: {path}. Remove one of the two from scope.toml, or narrow the rule.</extracomment>
        <translation>يقع الجذر المسموح '{root}' داخل ما تمنعه القاعدة '{rule}'، وقاعدة المنع تغلب دائمًا: {path}. أزل أحدهما من scope.toml، أو ضيّق القاعدة.</translation>
    </message>
    <message>
        <source>message:root-path-relative</source>
        <extracomment>The path of '{root}' must be absolute and without '..': {path}</extracomment>
        <translation>يجب أن يكون مسار '{root}' مطلقًا ومن دون '..': {path}</translation>
    </message>
    <message>
        <source>message:root-through-link</source>
        <extracomment>The path of the allowed root '{root}' goes through a link: {path} is really {real}. Write that path instead.</extracomment>
        <translation>يمرّ مسار الجذر المسموح '{root}' عبر رابط: {path} هو في الحقيقة {real}. اكتب ذلك المسار بدلًا منه.</translation>
    </message>
    <message>
        <source>message:root-unopened</source>
        <extracomment>The allowed root '{root}' can't be opened: {path} ({error}).</extracomment>
        <translation>لا يمكن فتح الجذر المسموح '{root}': {path} ({error}).</translation>
    </message>
    <message>
        <source>message:root-without-custodian</source>
        <extracomment>'{root}' has no custodian. Say whose records these are.</extracomment>
        <translation>ليس لـ '{root}' أمين حفظ. اذكر لمن هذه السجلات.</translation>
    </message>
    <message>
        <source>message:roster-change-by-others</source>
        <extracomment>change {number} of the roster is signed by {key}, not by the approver, {approver}</extracomment>
        <translation>التغيير {number} في قائمة المخوَّلين موقَّع من {key} وليس من المعتمِد {approver}</translation>
    </message>
    <message>
        <source>message:roster-changes-differ</source>
        <extracomment>change {number} of the roster doesn't follow from the one before it</extracomment>
        <translation>التغيير {number} في قائمة المخوَّلين لا يتبع ما قبله</translation>
    </message>
    <message>
        <source>message:roster-has-key</source>
        <extracomment>{key} is on the roster already, as the key of {who}. Remove it first.</extracomment>
        <translation>{key} موجود في قائمة المخوَّلين مفتاحًا لـ{who}. أزله أولًا.</translation>
    </message>
    <message>
        <source>message:roster-holds</source>
        <extracomment>each change is signed by somebody who may make it (changes: {count}); approver: {approver}; on the roster: {members}</extracomment>
        <translation>كل تغيير وقّعه من يحق له ذلك (التغييرات: {count})؛ المعتمِد: {approver}؛ في قائمة المخوَّلين: {members}</translation>
    </message>
    <message>
        <source>message:roster-name-of-another</source>
        <extracomment>The roster has '{who}' with another key than {key}. Give your own name; or, if this is {who}'s new key, have the approver replace the old one: triage record roster replace CASE '{who}' KEY</extracomment>
        <translation>في قائمة المخوَّلين '{who}' بمفتاح آخر غير {key}. اذكر اسمك أنت؛ وإن كان هذا مفتاح {who} الجديد فليضعه المعتمِد مكان القديم: ⁦triage record roster replace CASE '{who}' KEY⁩</translation>
    </message>
    <message>
        <source>message:roster-no-such-member</source>
        <extracomment>'{who}' doesn't name one key of the roster. It has: {known}.</extracomment>
        <translation>'{who}' لا يدل على مفتاح واحد في قائمة المخوَّلين. فيها: {known}.</translation>
    </message>
    <message>
        <source>message:roster-none</source>
        <extracomment>no roster yet, and without one nobody can open a seal</extracomment>
        <translation>لا توجد قائمة مخوَّلين بعد، ومن دونها لا يمكن لأحد أن يفتح ختمًا</translation>
    </message>
    <message>
        <source>message:roster-not-approver</source>
        <extracomment>Only the approver, {approver}, can change the roster of this case; your key is {key}. Tell them what to change. If the approver's key is lost, two people on the roster appoint another approver, each with triage record roster appoint CASE KEY; while there is no roster, approve the scope again: triage scope approve CASE --name NAME</extracomment>
        <translation>لا يغيّر قائمة المخوَّلين لهذه القضية إلا المعتمِد {approver}؛ ومفتاحك هو {key}. أرسل إليه ما يلزم تغييره. وإن ضاع ذلك المفتاح فإن شخصين من القائمة يعيّنان معتمِدًا آخر، كلٌّ منهما بالأمر ⁦triage record roster appoint CASE KEY⁩؛ وما دامت لا توجد قائمة فاعتمد النطاق من جديد: ⁦triage scope approve CASE --name NAME⁩</translation>
    </message>
    <message>
        <source>message:roster-other-names</source>
        <extracomment>{roster}; decided in a name that the roster has with another key: {rows}</extracomment>
        <translation>{roster}؛ قرارات باسمٍ له في قائمة المخوَّلين مفتاح آخر: {rows}</translation>
    </message>
    <message>
        <source>message:roster-row-of-other-name</source>
        <extracomment>row {row} of the audit, as {who}, with {key}</extracomment>
        <translation>الصف {row} من سجل التدقيق، باسم {who}، بالمفتاح {key}</translation>
    </message>
    <message>
        <source>message:roster-signature-wrong</source>
        <extracomment>change {number} of the roster isn't what {key} signed, or is of another case</extracomment>
        <translation>التغيير {number} في قائمة المخوَّلين ليس ما وقّعه {key}، أو هو من قضية أخرى</translation>
    </message>
    <message>
        <source>message:row-names-another-line</source>
        <extracomment>row {row} names another line {line} than a row before it</extracomment>
        <translation>يسمّي الصف {row} سطرًا {line} غير الذي يسمّيه صف قبله</translation>
    </message>
    <message>
        <source>message:row-odd</source>
        <extracomment>line {row} isn't row {row} of the audit</extracomment>
        <translation>السطر {row} ليس الصف {row} من سجل التدقيق</translation>
    </message>
    <message>
        <source>message:row-of-decision</source>
        <extracomment>decision {number} on item {id}</extracomment>
        <translation>القرار {number} على العنصر {id}</translation>
    </message>
    <message>
        <source>message:row-of-inferred</source>
        <extracomment>the inferred parent of item {id}</extracomment>
        <translation>الرسالة السابقة المستنتجة للعنصر {id}</translation>
    </message>
    <message>
        <source>message:row-of-item</source>
        <extracomment>item {id}</extracomment>
        <translation>العنصر {id}</translation>
    </message>
    <message>
        <source>message:row-of-past</source>
        <extracomment>that item {id} is no longer in the sources</extracomment>
        <translation>أن العنصر {id} لم يعد في المصادر</translation>
    </message>
    <message>
        <source>message:row-of-problem</source>
        <extracomment>Problem {number} ({path})</extracomment>
        <translation>المشكلة {number} ({path})</translation>
    </message>
    <message>
        <source>message:row-of-sealed</source>
        <extracomment>the seal of item {id}</extracomment>
        <translation>ختم العنصر {id}</translation>
    </message>
    <message>
        <source>message:row-of-segment</source>
        <extracomment>the text of item {id}</extracomment>
        <translation>نص العنصر {id}</translation>
    </message>
    <message>
        <source>message:row-of-source</source>
        <extracomment>source {number} ({path})</extracomment>
        <translation>المصدر {number} ({path})</translation>
    </message>
    <message>
        <source>message:row-of-successor</source>
        <extracomment>the later version of item {id}</extracomment>
        <translation>النسخة اللاحقة للعنصر {id}</translation>
    </message>
    <message>
        <source>message:row-of-table</source>
        <extracomment>row {key} of the table '{table}'</extracomment>
        <translation>الصف {key} من الجدول '{table}'</translation>
    </message>
    <message>
        <source>message:rpm-package</source>
        <extracomment>an RPM package</extracomment>
        <translation>حزمة RPM</translation>
    </message>
    <message>
        <source>message:rtf-body-broken</source>
        <extracomment>The item's RTF body can't be unpacked: {error}.</extracomment>
        <translation>لا يمكن فكّ ضغط نص RTF للعنصر: {error}.</translation>
    </message>
    <message>
        <source>message:rtf-document</source>
        <extracomment>an RTF document</extracomment>
        <translation>مستند RTF</translation>
    </message>
    <message>
        <source>message:rtf-group-cut</source>
        <extracomment>It ends inside a group; what came before was read.</extracomment>
        <translation>ينتهي داخل مجموعة؛ وقُرئ ما قبلها.</translation>
    </message>
    <message>
        <source>message:rtf-nested-too-deeply</source>
        <extracomment>Its groups are nested more than {most} deep; the rest was not read.</extracomment>
        <translation>مجموعاته متداخلة أكثر من {most} مستوى؛ ولم تُتابع القراءة.</translation>
    </message>
    <message>
        <source>message:rtf-without-header</source>
        <extracomment>compressed RTF is shorter than its header</extracomment>
        <translation>ملف RTF المضغوط أقصر من ترويسته</translation>
    </message>
    <message>
        <source>message:rtf-without-signature</source>
        <extracomment>compressed RTF without its signature</extracomment>
        <translation>ملف RTF مضغوط من دون توقيعه</translation>
    </message>
    <message>
        <source>message:rule-id-odd</source>
        <extracomment>'{rule}' can't be the id of a rule: write letters, digits, hyphens.</extracomment>
        <translation>لا يصلح '{rule}' معرّفًا لقاعدة: اكتب حروفًا لاتينية وأرقامًا وشرطات.</translation>
    </message>
    <message>
        <source>message:rule-id-twice</source>
        <extracomment>Two rules of the scope have the id '{rule}'. Give each its own.</extracomment>
        <translation>لقاعدتين في النطاق المعرّف نفسه '{rule}'. أعط كلًّا منهما معرّفًا.</translation>
    </message>
    <message>
        <source>message:rule-lacks-flag</source>
        <extracomment>{path}: write {key} = true or {key} = false in '{rule}'.</extracomment>
        <translation>{path}: اكتب {key} = true أو {key} = false في '{rule}'.</translation>
    </message>
    <message>
        <source>message:rule-lacks-text</source>
        <extracomment>{path}: '{rule}' needs {key} = "...".</extracomment>
        <translation>{path}: يحتاج '{rule}' إلى ⁦{key} = "..."⁩.</translation>
    </message>
    <message>
        <source>message:rules-not-tables</source>
        <extracomment>{path}: write each rule as a table headed [[{kind}]].</extracomment>
        <translation>{path}: اكتب كل قاعدة جدولًا عنوانه [[{kind}]].</translation>
    </message>
    <message>
        <source>message:runs-missing</source>
        <extracomment>Give the numbers of two runs, or none for the last two.</extracomment>
        <translation>أعط رقمي تشغيلين، أو لا تعط شيئًا لمقارنة آخر تشغيلين.</translation>
    </message>
    <message>
        <source>message:said-streams</source>
        <extracomment>it claims to have {count} streams</extracomment>
        <translation>يُذكر أن فيه {count} من الدفوق</translation>
    </message>
    <message>
        <source>message:same-person-address</source>
        <extracomment>{address} spells the name {name}.</extracomment>
        <translation>العنوان {address} هو تهجئة للاسم {name}.</translation>
    </message>
    <message>
        <source>message:same-person-headers</source>
        <extracomment>Times that the headers of a message name somebody in both ways: {count}.</extracomment>
        <translation>عدد المرات التي تسمّي فيها ترويسات الرسائل شخصًا بالطريقتين: {count}.</translation>
    </message>
    <message>
        <source>message:same-person-initials</source>
        <extracomment>{short} abbreviates {name}, and no other name of the case.</extracomment>
        <translation>{short} اختصار للاسم {name}، وليس لأي اسم آخر في القضية.</translation>
    </message>
    <message>
        <source>message:same-person-name</source>
        <extracomment>Both are named {name}.</extracomment>
        <translation>كلتاهما باسم {name}.</translation>
    </message>
    <message>
        <source>message:same-person-once</source>
        <extracomment>'{name}' was given twice. Name two different addresses or names.</extracomment>
        <translation>أُعطي '{name}' مرتين. اذكر عنوانين أو اسمين مختلفين.</translation>
    </message>
    <message>
        <source>message:same-person-script</source>
        <extracomment>{name} and {other} are probably one name in two scripts.</extracomment>
        <translation>{name} و{other} هما على الأرجح اسم واحد مكتوب بخطّين.</translation>
    </message>
    <message>
        <source>message:sample-ambiguous</source>
        <extracomment>{many} samples are named '{name}', from copies that were merged. Use an id instead: {ids}</extracomment>
        <translation>{many} عيّنات اسمها '{name}' من نسخ دُمجت. اذكر معرّفها: {ids}</translation>
    </message>
    <message>
        <source>message:sample-bad-name</source>
        <extracomment>'{name}' can't name a sample: a name has 1 to {most} characters, without " * ? and \.</extracomment>
        <translation>لا يصلح '{name}' اسمًا لعيّنة: يأخذ من 1 إلى {most} محرفًا من دون " و* و? و\.</translation>
    </message>
    <message>
        <source>message:sample-drawn-elsewhere</source>
        <extracomment>It was drawn in another copy of the case: known items in its set count as known.</extracomment>
        <translation>سُحبت في نسخة أخرى من القضية: لا يمكن تمييز العناصر المعروفة الواقعة في مجموعتها، فتُعدّ معروفة.</translation>
    </message>
    <message>
        <source>message:sample-larger-than-set</source>
        <extracomment>a sample is larger than its set</extracomment>
        <translation>عيّنة أكبر من مجموعتها</translation>
    </message>
    <message>
        <source>message:sample-name-taken</source>
        <extracomment>There is already a sample named '{name}'. Choose another name.</extracomment>
        <translation>توجد عيّنة باسم '{name}' من قبل. اختر اسمًا آخر.</translation>
    </message>
    <message>
        <source>message:sample-of-nothing</source>
        <extracomment>There is nothing to draw from: the query finds no item.</extracomment>
        <translation>لا شيء يُسحب منه: لا يجد الاستعلام أي عنصر.</translation>
    </message>
    <message>
        <source>message:sample-records-missing</source>
        <extracomment>The sample records aren't part of this installation. Run it from the project's folder.</extracomment>
        <translation>سجلات المثال ليست جزءًا من هذا التثبيت. شغّل البرنامج من مجلد المشروع نفسه.</translation>
    </message>
    <message>
        <source>message:sample-size</source>
        <extracomment>A sample has 1 to {most} items, not {size}. Draw fewer.</extracomment>
        <translation>في العيّنة من 1 إلى {most} عنصرًا، لا {size}. اسحب أقل.</translation>
    </message>
    <message>
        <source>message:sample-without-seed</source>
        <extracomment>Which sample was checked? Give the seed it was drawn with; it is stated beside it.</extracomment>
        <translation>أي عيّنة فُحصت؟ أعط البذرة التي سُحبت بها؛ وهي مكتوبة بجانبها.</translation>
    </message>
    <message>
        <source>message:saved-search-bad-name</source>
        <extracomment>'{name}' can't be the name of a saved search: a name has 1 to 80 characters.</extracomment>
        <translation>لا يصلح '{name}' اسمًا لبحث محفوظ: يأخذ من 1 إلى 80 محرفًا.</translation>
    </message>
    <message>
        <source>message:saved-search-no-such-run</source>
        <extracomment>'{name}' has no run {number}. Its runs are 1 to {most}.</extracomment>
        <translation>ليس لـ '{name}' تشغيل {number}. تشغيلاته من 1 إلى {most}.</translation>
    </message>
    <message>
        <source>message:saved-search-nobody</source>
        <extracomment>Who saves or runs this search? Give a name with --reviewer.</extracomment>
        <translation>من يحفظ هذا البحث أو يشغّله؟ اذكر اسمًا مع ⁦--reviewer⁩ أو انقر الاسم أسفل النافذة.</translation>
    </message>
    <message>
        <source>message:saved-search-too-few-runs</source>
        <extracomment>'{name}' has run {count} times; a difference needs two runs.</extracomment>
        <translation>شُغّل '{name}' {count} مرة؛ وتحتاج المقارنة إلى تشغيلين.</translation>
    </message>
    <message>
        <source>message:scheduler-lost</source>
        <extracomment>The scheduler at {scheduler} has ended or can't be reached any more. What was read is stored: start it again and run triage index, or leave --scheduler out.</extracomment>
        <translation>انتهى المجدول في {scheduler} أو لم يعد الوصول إليه ممكنا. ما قُرئ محفوظ: شغّله من جديد وشغّل triage index، أو اترك ‎--scheduler.</translation>
    </message>
    <message>
        <source>message:scheduler-unreachable</source>
        <extracomment>The scheduler at {scheduler} can't be reached: {error}. Check the address, that it runs, and the certificates in Dask's configuration.</extracomment>
        <translation>لا يمكن الوصول إلى المجدول في {scheduler}: {error}. تحقق من العنوان، ومن أنه يعمل، ومن الشهادات في إعدادات Dask.</translation>
    </message>
    <message>
        <source>message:scheduler-without-tls</source>
        <extracomment>{scheduler} would send sources over the network without TLS. Use tls://, except for a scheduler on this computer.</extracomment>
        <translation>كان {scheduler} سيرسل المصادر عبر الشبكة بلا TLS. استعمل tls://، إلا لمجدول على هذا الجهاز.</translation>
    </message>
    <message>
        <source>message:scheduler-without-workers</source>
        <extracomment>The scheduler at {scheduler} has no worker. Start some: dask worker {scheduler}</extracomment>
        <translation>ليس للمجدول في {scheduler} أي عامل. شغّل بعضها: dask worker {scheduler}</translation>
    </message>
    <message>
        <source>message:scheduler-wrong</source>
        <extracomment>'{scheduler}' isn't the address of a scheduler, such as tls://host:8786.</extracomment>
        <translation>'{scheduler}' ليس عنوان مجدول، مثل tls://host:8786.</translation>
    </message>
    <message>
        <source>message:scope-allows-nothing</source>
        <extracomment>The scope allows nothing: it needs at least one [[allow]] with a path and a custodian.</extracomment>
        <translation>النطاق لا يسمح بشيء: يحتاج إلى [[allow]] واحد على الأقل بمسار وأمين حفظ.</translation>
    </message>
    <message>
        <source>message:scope-approval-unsigned</source>
        <extracomment>version {version} isn't signed, though {who} is said to have approved it</extracomment>
        <translation>الإصدار {version} غير موقّع، مع أنه يُقال إن {who} وافق عليه</translation>
    </message>
    <message>
        <source>message:scope-approval-wrong</source>
        <extracomment>the signature of version {version}, which {who} is said to have approved, isn't of {line}</extracomment>
        <translation>توقيع الإصدار {version} الذي يُقال إن {who} وافق عليه ليس من ⁦{line}⁩</translation>
    </message>
    <message>
        <source>message:scope-as-audited</source>
        <extracomment>{count} versions, as the audit names them</extracomment>
        <translation>{count} إصدارًا، كما يسمّيها سجل التدقيق</translation>
    </message>
    <message>
        <source>message:scope-count-stopped</source>
        <extracomment>The files of the scope were not counted to the end: the count was stopped.</extracomment>
        <translation>لم تُعد ملفات النطاق إلى آخرها: أُوقف العد.</translation>
    </message>
    <message>
        <source>message:scope-differs</source>
        <extracomment>scope.toml isn't the version that was last used; `triage scope plan` shows what it would change, `triage index` or `triage scope approve` records it</extracomment>
        <translation>ليس ⁦scope.toml⁩ هو الإصدار الذي استُعمل آخر مرة؛ يبيّن ⁦triage scope plan⁩ ما سيغيّره، ويسجّله ⁦triage index⁩ أو ⁦triage scope approve⁩</translation>
    </message>
    <message>
        <source>message:scope-line-needs-newer-python</source>
        <extracomment>{line} in a scope.toml can only be read by Python 3.11 or newer</extracomment>
        <translation>لا يستطيع قراءة {line} في scope.toml إلا Python 3.11 أو أحدث</translation>
    </message>
    <message>
        <source>message:scope-narrowed-unexplained</source>
        <extracomment>line {line} of {name} opened {path} under version {version} of the scope, and the version in force doesn't cover it. Nothing on record says why: `triage scope history` shows the versions; give the reason with `triage scope approve --reason`, or remove what was read with `triage scope apply`</extracomment>
        <translation>فتح السطر {line} من {name} المسار {path} بموجب الإصدار {version} من النطاق، والإصدار الساري لا يشمله. لا شيء مسجّل يبيّن السبب: يعرض ⁦triage scope history⁩ الإصدارات؛ اذكر السبب بالأمر ⁦triage scope approve --reason⁩، أو أزل ما قُرئ بالأمر ⁦triage scope apply⁩</translation>
    </message>
    <message>
        <source>message:scope-not-as-audited</source>
        <extracomment>{file} isn't a version that the audit names</extracomment>
        <translation>{file} ليس إصدارًا يسمّيه سجل التدقيق</translation>
    </message>
    <message>
        <source>message:scope-root-moved</source>
        <extracomment>The path of '{root}' was {before} in the last whole run, and is {now} now. Run triage index first, so that what is read there isn't removed. Nothing was removed.</extracomment>
        <translation>كان مسار '{root}' هو {before} في آخر فهرسة كاملة، وهو الآن {now}. شغّل triage index أولًا كي لا يُزال ما يُقرأ هناك. لم يُزل شيء.</translation>
    </message>
    <message>
        <source>message:scope-unapproved</source>
        <extracomment>Nobody has approved scope.toml as it is, and this case opens nothing under a scope that isn't approved. See what it includes with triage scope plan, and approve it with triage scope approve. Nothing was opened.</extracomment>
        <translation>لم يوافق أحد على ⁦scope.toml⁩ بصيغته الحالية، ولا تفتح هذه القضية شيئًا بنطاق لم يُوافَق عليه. يبيّن ⁦triage scope plan⁩ ما يشمله، ويسجّل ⁦triage scope approve⁩ الموافقة. لم يُفتح شيء.</translation>
    </message>
    <message>
        <source>message:scope-unknown-key</source>
        <extracomment>{path}: '{where}' has the key '{key}', which means nothing there. The nearest is '{near}'; there are: {known}. Nothing was read.</extracomment>
        <translation>{path}: في '{where}' المفتاح '{key}' الذي لا معنى له هناك. أقرب مفتاح هو '{near}'؛ والمفاتيح هي: ⁦{known}⁩. لم يُقرأ شيء.</translation>
    </message>
    <message>
        <source>message:scope-unreadable</source>
        <extracomment>{path} can't be read: {error}. Fix it; without a scope nothing may be opened.</extracomment>
        <translation>لا يمكن قراءة {path}: {error}. أصلحه؛ فلا يُفتح شيء من دون نطاق.</translation>
    </message>
    <message>
        <source>message:scope-used-unapproved</source>
        <extracomment>version {version} was used without approval: line {line} of {name}</extracomment>
        <translation>استُعمل الإصدار {version} دون موافقة: السطر {line} من {name}</translation>
    </message>
    <message>
        <source>message:scope-version-changed</source>
        <extracomment>the text of version {version} isn't what was recorded</extracomment>
        <translation>نص الإصدار {version} ليس ما سُجّل</translation>
    </message>
    <message>
        <source>message:scope-version-unaudited</source>
        <extracomment>version {version} isn't what the audit says of it</extracomment>
        <translation>الإصدار {version} ليس ما يقوله عنه سجل التدقيق</translation>
    </message>
    <message>
        <source>message:scope-versions-hold</source>
        <extracomment>version {last} has been in force since {time} (versions: {count}); sources opened earlier that are no longer in scope, each by a rule or for a reason on record: {left}</extracomment>
        <translation>الإصدار {last} سارٍ منذ {time} (عدد الإصدارات: {count})؛ عدد المصادر المفتوحة سابقًا التي لم تعد في النطاق، كل منها بقاعدة أو لسبب مسجّل: {left}</translation>
    </message>
    <message>
        <source>message:scope-without-reason</source>
        <extracomment>The scope was not changed: give the reason for the change, which goes on record.</extracomment>
        <translation>لم يتغير النطاق: اذكر سبب التغيير، فهو يُدوَّن في السجل.</translation>
    </message>
    <message>
        <source>message:scripts-not-looked-for</source>
        <extracomment>Its objects can't be read; scripts in it were not looked for.</extracomment>
        <translation>لا يمكن قراءة كائناته؛ ولم يُبحث عن نصوص برمجية فيه.</translation>
    </message>
    <message>
        <source>message:seal-key-lost</source>
        <extracomment>The text of sealed item number {number} can't be unlocked: {file} is missing, or isn't the key that it was sealed with. Restore the file from a copy of the case's folder; without it the item stays sealed.</extracomment>
        <translation>لا يمكن فتح قفل نص العنصر المختوم رقم {number}: الملف {file} مفقود أو ليس المفتاح الذي خُتم به. أعد الملف من نسخة من مجلد القضية؛ فمن دونه يبقى العنصر مختومًا.</translation>
    </message>
    <message>
        <source>message:seal-leaves-text</source>
        <extracomment>item number {number} is sealed, but text of it is still in the case</extracomment>
        <translation>العنصر رقم {number} مختوم، وما زال نص منه في القضية</translation>
    </message>
    <message>
        <source>message:seal-not-pending</source>
        <extracomment>This seal can no longer be withdrawn. Opening it takes two people: one asks and gives a reason, another grants it (Code menu, or triage seal open).</extracomment>
        <translation>لم يعد من الممكن التراجع عن هذا الختم. يتطلب فتحه شخصين: أحدهما يطلب ويذكر السبب، والآخر يوافق (قائمة التصنيف، أو triage seal open).</translation>
    </message>
    <message>
        <source>message:seal-opened-alone</source>
        <extracomment>item number {number} was opened without an earlier request by another person, with keys and logins of two people on the roster</extracomment>
        <translation>فُتح العنصر رقم {number} من دون طلب سابق من شخص آخر، بمفتاحَي شخصين من قائمة المخوَّلين وحسابَيهما</translation>
    </message>
    <message>
        <source>message:seal-reason-missing</source>
        <extracomment>Give a reason of 1 to {most} characters: it stays with the item.</extracomment>
        <translation>اذكر السبب في 1 إلى {most} محرفًا: يبقى السبب مع العنصر.</translation>
    </message>
    <message>
        <source>message:seal-without-why</source>
        <extracomment>Why are they sealed? Give the reason with --reason; it stays with the items.</extracomment>
        <translation>لماذا تُختم؟ اذكر السبب مع ⁦--reason⁩؛ ويبقى السبب مع العناصر.</translation>
    </message>
    <message>
        <source>message:sealed-item-copied</source>
        <extracomment>item number {number} is a copy of a sealed item, or inside one, and isn't sealed: run triage index to seal it</extracomment>
        <translation>العنصر رقم {number} نسخة من عنصر مختوم أو موجود داخله، وهو غير مختوم: شغّل triage index لختمه</translation>
    </message>
    <message>
        <source>message:sealed-item-found</source>
        <extracomment>item number {number} is sealed, but a search by its text finds it</extracomment>
        <translation>العنصر رقم {number} مختوم، ويجده البحث بنصه</translation>
    </message>
    <message>
        <source>message:seals-hold</source>
        <extracomment>no sealed item is found by its text (sealed items: {count}, words tried: {words})</extracomment>
        <translation>لا يُعثر على أي عنصر مختوم بنصه (العناصر المختومة: {count}، الكلمات المجرّبة: {words})</translation>
    </message>
    <message>
        <source>message:seals-hold-traces-left</source>
        <extracomment>no sealed item is found by its text (sealed items: {count}, words tried: {words}); traces of them are still to be cleared from the files: run triage seal</extracomment>
        <translation>لا يُعثر على أي عنصر مختوم بنصه (العناصر المختومة: {count}، الكلمات المجرّبة: {words})؛ وآثار منها لم تُمحَ من الملفات بعد: شغّل triage seal</translation>
    </message>
    <message>
        <source>message:search-out-of-time</source>
        <extracomment>The search was stopped after {seconds} seconds of processor time, without an answer. Narrow it: use fewer wildcards, shorter distances, or one field.</extracomment>
        <translation>أُوقف البحث بعد {seconds} ثانية من وقت المعالج بلا جواب. ضيّقه: أحرف بدل أقل أو مسافات أقصر أو حقل واحد.</translation>
    </message>
    <message>
        <source>message:search-stopped</source>
        <extracomment>The search was stopped before it had an answer. Search again.</extracomment>
        <translation>أُوقف البحث قبل أن يجد جوابًا. ابحث مرة أخرى.</translation>
    </message>
    <message>
        <source>message:seed-too-long</source>
        <extracomment>A seed has at most {most} characters, not {size}. Give a shorter one.</extracomment>
        <translation>في البذرة {most} محرفًا على الأكثر، لا {size}. أعط أقصر منها.</translation>
    </message>
    <message>
        <source>message:selftest-folder-not-empty</source>
        <extracomment>{path} exists and isn't an empty folder. Choose another one for --folder.</extracomment>
        <translation>المسار {path} موجود وليس مجلدًا فارغًا. اختر مجلدًا آخر مع ⁦--folder⁩.</translation>
    </message>
    <message>
        <source>message:setting-default</source>
        <extracomment>the default</extracomment>
        <translation>القيمة المبدئية</translation>
    </message>
    <message>
        <source>message:setting-not-a-number</source>
        <extracomment>{path}: '{key}' takes a whole number from 0 up, not {value}.</extracomment>
        <translation>{path}: يأخذ '{key}' عددًا صحيحًا من 0 فأكثر، لا {value}.</translation>
    </message>
    <message>
        <source>message:setting-not-a-table</source>
        <extracomment>{path}: '{key}' is a table: write [{key}] on a line of its own, and its settings below.</extracomment>
        <translation>{path}: '{key}' جدول: اكتب [{key}] في سطر وحده، وإعداداته تحته.</translation>
    </message>
    <message>
        <source>message:setting-of-wrong-kind</source>
        <extracomment>{path}: '{key}' is given as {wanted}.</extracomment>
        <translation>{path}: يُكتب '{key}' هكذا: {wanted}.</translation>
    </message>
    <message>
        <source>message:settings-differ</source>
        <extracomment>settings.toml says {key} = {now}, but it was {before} when last used; `triage index` records the change</extracomment>
        <translation>يقول ⁦settings.toml⁩ ⁦{key} = {now}⁩، لكنه كان {before} عند آخر استعمال؛ يسجّل ⁦triage index⁩ التغيير</translation>
    </message>
    <message>
        <source>message:settings-hold</source>
        <extracomment>as when they were last used</extracomment>
        <translation>كما كانت عند آخر استعمال</translation>
    </message>
    <message>
        <source>message:settings-not-recorded-yet</source>
        <extracomment>not on record yet</extracomment>
        <translation>لم تُسجّل بعد</translation>
    </message>
    <message>
        <source>message:settings-unreadable</source>
        <extracomment>{path} can't be read: {error}. Fix it, or delete it to use the defaults.</extracomment>
        <translation>لا يمكن قراءة {path}: {error}. أصلحه، أو احذفه لتُستعمل القيم المبدئية.</translation>
    </message>
    <message>
        <source>message:shared-strings-missing</source>
        <extracomment>Only {count} of {wanted} shared strings can be read.</extracomment>
        <translation>من {wanted} سلسلة مشتركة لا يمكن قراءة إلا {count}.</translation>
    </message>
    <message>
        <source>message:sheet-cut</source>
        <extracomment>It ends inside a sheet; what came before was read.</extracomment>
        <translation>ينتهي داخل ورقة؛ وقُرئ ما قبلها.</translation>
    </message>
    <message>
        <source>message:sheet-left-out</source>
        <extracomment>{count} cells of the sheet {name} were not read: write Term above its terms, or save it alone.</extracomment>
        <translation>لم تُقرأ خلايا الورقة {name} وعددها {count}: اكتب Term فوق مصطلحاتها، أو احفظها وحدها.</translation>
    </message>
    <message>
        <source>message:sheet-missing</source>
        <extracomment>The workbook names the sheet {name}, which isn't there or can't be unpacked.</extracomment>
        <translation>يذكر المصنّف الورقة {name} وهي غير موجودة أو لا يمكن فكّها.</translation>
    </message>
    <message>
        <source>message:sheet-unplaced</source>
        <extracomment>The workbook doesn't say where its sheet {name} is; it was not read.</extracomment>
        <translation>لا يذكر المصنّف موضع الورقة {name}؛ ولم تُقرأ.</translation>
    </message>
    <message>
        <source>message:shown-elsewhere</source>
        <extracomment>What is shown can't be put on record in {log} ({error}). Until the case is closed it is recorded in {own} instead.</extracomment>
        <translation>تعذّر تسجيل ما يُعرض في {log} ({error}). إلى أن تُغلق القضية يُسجَّل في {own} بدلًا من ذلك.</translation>
    </message>
    <message>
        <source>message:shown-unrecorded</source>
        <extracomment>What is shown can't be put on record, neither in the case nor in {own} ({error}). It is recorded once one of them can be written again, and lost if that isn't before the case is closed.</extracomment>
        <translation>تعذّر تسجيل ما يُعرض، لا في القضية ولا في {own} ({error}). يُسجَّل حالما يمكن الكتابة في أحدهما من جديد، ويضيع إن لم يحدث ذلك قبل إغلاق القضية.</translation>
    </message>
    <message>
        <source>message:sign-joins-nothing</source>
        <extracomment>{sign} neither joins nor separates: a space means AND</extracomment>
        <translation>{sign} لا يربط ولا يفصل: المسافة تعني AND</translation>
    </message>
    <message>
        <source>message:signature-decisions-changed</source>
        <extracomment>decisions taken over at row {row} of the audit aren't those that were signed</extracomment>
        <translation>القرارات المأخوذة في الصف {row} من سجل التدقيق ليست تلك التي وُقِّعت</translation>
    </message>
    <message>
        <source>message:signature-missing</source>
        <extracomment>row {row} of the audit, {action} by {who}, lacks the signature of {key}</extracomment>
        <translation>الصف {row} من سجل التدقيق، {action} بواسطة {who}، ينقصه توقيع {key}</translation>
    </message>
    <message>
        <source>message:signature-of-row-wrong</source>
        <extracomment>the signature of row {row} of the audit, {action} by {who}, isn't of {key}</extracomment>
        <translation>توقيع الصف {row} من سجل التدقيق، {action} بواسطة {who}، ليس توقيع {key}</translation>
    </message>
    <message>
        <source>message:signature-of-something-else</source>
        <extracomment>{file} isn't about this manifest.json</extracomment>
        <translation>{file} ليس عن manifest.json هذا</translation>
    </message>
    <message>
        <source>message:signature-unstated</source>
        <extracomment>row {row} of the audit, {action} by {who}, is neither signed nor states why it isn't</extracomment>
        <translation>الصف {row} من سجل التدقيق، {action} بواسطة {who}، غير موقَّع ولا يذكر السبب</translation>
    </message>
    <message>
        <source>message:signature-wrong</source>
        <extracomment>the signature by {name} is wrong: it, or what was signed, was changed</extracomment>
        <translation>توقيع {name} خاطئ: غُيِّر هو أو ما وُقّع</translation>
    </message>
    <message>
        <source>message:signatures-hold</source>
        <extracomment>each signature is right (signatures: {count}); keys: {keys}</extracomment>
        <translation>كل التوقيعات ({count}) صحيحة؛ المفاتيح: {keys}</translation>
    </message>
    <message>
        <source>message:signatures-lack</source>
        <extracomment>{signatures}; unsigned: {rows}</extracomment>
        <translation>{signatures}؛ غير موقَّعة: {rows}</translation>
    </message>
    <message>
        <source>message:signatures-none</source>
        <extracomment>unsigned: no decisions to sign yet</extracomment>
        <translation>غير موقَّع: لم يُتخذ بعد أي قرار يُوقَّع</translation>
    </message>
    <message>
        <source>message:signatures-row</source>
        <extracomment>row {row} ({action} by {who}, {time})</extracomment>
        <translation>الصف {row} ({action} بواسطة {who}، {time})</translation>
    </message>
    <message>
        <source>message:signer-another</source>
        <extracomment>signed by {key}, which isn't one of the keys that you gave: somebody else made this folder, or made it again</extracomment>
        <translation>موقَّع بالمفتاح {key} الذي ليس من المفاتيح التي أعطيتها: أنشأ هذا المجلد شخص آخر، أو أعاد إنشاءه</translation>
    </message>
    <message>
        <source>message:signer-known</source>
        <extracomment>signed by {key}, which is one of the keys that you gave</extracomment>
        <translation>موقَّع بالمفتاح {key}، وهو من المفاتيح التي أعطيتها</translation>
    </message>
    <message>
        <source>message:signer-none</source>
        <extracomment>This folder agrees with itself, but nobody signed it: anyone could have made it again.</extracomment>
        <translation>هذا المجلد متسق مع نفسه، لكن لم يوقّعه أحد: كان يمكن لأي شخص أن يعيد إنشاءه.</translation>
    </message>
    <message>
        <source>message:signer-unknown</source>
        <extracomment>This folder agrees with itself; the signer is unknown to this check. Give the key that you got through a different channel with --key.</extracomment>
        <translation>هذا المجلد متسق مع نفسه؛ والموقّع مجهول لهذا الفحص. أعطِ مع ‎--key‎ المفتاح الذي حصلت عليه بطريق آخر.</translation>
    </message>
    <message>
        <source>message:signs-not-searched</source>
        <extracomment>{signs} in {typed} isn't searched; to include it write ="{again}"</extracomment>
        <translation>لا يُبحث عن {signs} في {typed}؛ وللبحث عن العلامات أيضًا اكتب ="{again}"</translation>
    </message>
    <message>
        <source>message:single-quotes</source>
        <extracomment>single quotes don't make a phrase: write "{phrase}"</extracomment>
        <translation>علامات الاقتباس المفردة لا تصنع عبارة: للعبارة اكتب "{phrase}"</translation>
    </message>
    <message>
        <source>message:size-disagrees</source>
        <extracomment>{file} states another size for {path}, which has {size} bytes.</extracomment>
        <translation>يذكر {file} حجمًا آخر للملف {path} الذي يبلغ {size} بايت.</translation>
    </message>
    <message>
        <source>message:smime-cut</source>
        <extracomment>The signed or compressed message is truncated; what is there of its content was read.</extracomment>
        <translation>تنقطع الرسالة الموقّعة أو المضغوطة؛ وقُرئ الموجود من محتواها.</translation>
    </message>
    <message>
        <source>message:smime-damaged</source>
        <extracomment>The cryptographic message is malformed and was not read.</extracomment>
        <translation>تخالف الرسالة المشفّرة قواعد صيغتها ولم تُقرأ.</translation>
    </message>
    <message>
        <source>message:smime-encrypted</source>
        <extracomment>The content is encrypted with S/MIME and was not read; it needs the recipient's key.</extracomment>
        <translation>المحتوى مشفّر بـ S/MIME ولم يُقرأ؛ يلزم مفتاح المستلم.</translation>
    </message>
    <message>
        <source>message:smime-over-size</source>
        <extracomment>The compressed message unpacks to over {limit} MiB; the rest was not read.</extracomment>
        <translation>تنفكّ الرسالة المضغوطة إلى أكثر من {limit} MiB؛ ولم يُقرأ الباقي.</translation>
    </message>
    <message>
        <source>message:snappy-file</source>
        <extracomment>a snappy-compressed file</extracomment>
        <translation>ملف مضغوط بـ snappy</translation>
    </message>
    <message>
        <source>message:source-changed-while-read</source>
        <extracomment>The file changed while it was read; what was read may be a mixture.</extracomment>
        <translation>تغيّر الملف أثناء قراءته؛ وقد يكون ما قُرئ خليطًا.</translation>
    </message>
    <message>
        <source>message:source-denied-now</source>
        <extracomment>Its source is denied by scope.toml now.</extracomment>
        <translation>مصدره ممنوع الآن بموجب scope.toml.</translation>
    </message>
    <message>
        <source>message:source-has-other-content</source>
        <extracomment>The file has other content than in an earlier run; is:superseded finds that.</extracomment>
        <translation>للملف محتوى غير ما كان له في تشغيل سابق؛ يجد is:superseded ما كان فيه.</translation>
    </message>
    <message>
        <source>message:source-lacks-member</source>
        <extracomment>Its source no longer contains it, or it can't be extracted.</extracomment>
        <translation>لم يعد مصدره يحويه، أو يتعذّر استخراجه.</translation>
    </message>
    <message>
        <source>message:source-not-opened</source>
        <extracomment>{name} has items, but the ledger has no open and close with its SHA-256 {sha256}</extracomment>
        <translation>لـ {name} عناصر، لكن ليس في الدفتر فتح وإغلاق بقيمة SHA-256 له {sha256}</translation>
    </message>
    <message>
        <source>message:source-not-what-was-hashed</source>
        <extracomment>The file was changed while it was read, so it counts as not read; what was read before the change is kept. The next run reads it again.</extracomment>
        <translation>تغيّر الملف أثناء قراءته، ولذلك يُعدّ غير مقروء؛ وما قُرئ منه قبل التغيير محفوظ. وسيُقرأ من جديد في التشغيل التالي.</translation>
    </message>
    <message>
        <source>message:source-unreadable</source>
        <extracomment>It couldn't be read: {why}.</extracomment>
        <translation>تعذّرت قراءته: {why}.</translation>
    </message>
    <message>
        <source>message:source-unreadable-now</source>
        <extracomment>Its source can no longer be read: {why}.</extracomment>
        <translation>لم يعد بالإمكان قراءة مصدره: {why}.</translation>
    </message>
    <message>
        <source>message:source-vanished</source>
        <extracomment>It is no longer there. What was read of it is kept; is:vanished finds it.</extracomment>
        <translation>لم يعد الملف في مكانه. ما قُرئ منه محفوظ؛ يجده is:vanished.</translation>
    </message>
    <message>
        <source>message:sources-not-read</source>
        <extracomment>files that items come from and that the ledger doesn't say were read: {count}</extracomment>
        <translation>ملفات جاءت منها عناصر ولا يذكر الدفتر أنها قُرئت: {count}</translation>
    </message>
    <message>
        <source>message:sources-odd</source>
        <extracomment>{file} isn't a list of files</extracomment>
        <translation>{file} ليس قائمة ملفات</translation>
    </message>
    <message>
        <source>message:sources-opened-in-scope</source>
        <extracomment>each source was opened after its decision and in scope (sources: {count}, denials: {denied})</extracomment>
        <translation>فُتح كل مصدر بعد قراره وداخل النطاق (عدد المصادر: {count}، الممنوعة: {denied})</translation>
    </message>
    <message>
        <source>message:sources-read</source>
        <extracomment>{count} files that items, and so all exports, come from; each was opened and had this content</extracomment>
        <translation>{count} ملفًا جاءت منها العناصر، وبالتالي كل تصدير؛ فُتح كل منها وكان له هذا المحتوى</translation>
    </message>
    <message>
        <source>message:split-first-part</source>
        <extracomment>It is the first part of a split archive, and can't be read on its own. Join all parts, in the order of their numbers, into one file and read that.</extracomment>
        <translation>هو الجزء الأول من أرشيف مقسّم ولا يمكن قراءته وحده. اجمع الأجزاء كلها في ملف واحد بترتيب أرقامها واقرأه.</translation>
    </message>
    <message>
        <source>message:split-first-part-members</source>
        <extracomment>It is the first part of a split archive; {count} members were found in it. Join all parts, in the order of their numbers, into one file and read that.</extracomment>
        <translation>هو الجزء الأول من أرشيف مقسّم؛ وعُثر فيه على {count} من الأعضاء. اجمع الأجزاء كلها في ملف واحد بترتيب أرقامها واقرأه.</translation>
    </message>
    <message>
        <source>message:split-last-part</source>
        <extracomment>It is the last of {parts} parts of a split archive; {count} members were found in it. Join all parts, in the order of their numbers, into one file and read that.</extracomment>
        <translation>هو الأخير من {parts} أجزاء من أرشيف مقسّم؛ وعُثر فيه على {count} من الأعضاء. اجمع الأجزاء كلها في ملف واحد بترتيب أرقامها واقرأه.</translation>
    </message>
    <message>
        <source>message:split-last-part-missing</source>
        <extracomment>It is the last of {parts} parts of a split archive; {count} members aren't in it ({names}). Join all parts, in the order of their numbers, into one file and read that.</extracomment>
        <translation>هو الأخير من {parts} أجزاء من أرشيف مقسّم؛ و{count} من الأعضاء ليست فيه ({names}). اجمع الأجزاء كلها في ملف واحد بترتيب أرقامها واقرأه.</translation>
    </message>
    <message>
        <source>message:split-later-part</source>
        <extracomment>By its name it is a later part of a split archive; it can't be read on its own. Join all parts, in the order of their numbers, into one file and read that.</extracomment>
        <translation>يدلّ اسمه على أنه جزء لاحق من أرشيف مقسّم ولا يمكن قراءته وحده. اجمع الأجزاء كلها في ملف واحد بترتيب أرقامها واقرأه.</translation>
    </message>
    <message>
        <source>message:split-part-by-name</source>
        <extracomment>By its name it is part of a split archive; {count} members were found in it. Join all parts, in the order of their numbers, into one file and read that.</extracomment>
        <translation>يدلّ اسمه على أنه جزء من أرشيف مقسّم؛ وعُثر فيه على {count} من الأعضاء. اجمع الأجزاء كلها في ملف واحد بترتيب أرقامها واقرأه.</translation>
    </message>
    <message>
        <source>message:sqlite-cells-as-strings</source>
        <extracomment>Cells of the table {name} that contain bytes ({count}) were read as loose strings.</extracomment>
        <translation>خلايا الجدول {name} التي تحوي بايتات ({count}) قُرئت كسلاسل نصية متفرقة.</translation>
    </message>
    <message>
        <source>message:sqlite-log</source>
        <extracomment>It is the log of an SQLite database; its content was read as loose strings.</extracomment>
        <translation>هذا سجلّ لقاعدة بيانات SQLite؛ قُرئ ما فيه كسلاسل نصية متفرقة.</translation>
    </message>
    <message>
        <source>message:sqlite-table-broken-off</source>
        <extracomment>The table {name} is truncated ({error}); {count} of its rows were read.</extracomment>
        <translation>ينقطع الجدول {name} ({error})؛ قُرئ من صفوفه {count}.</translation>
    </message>
    <message>
        <source>message:stamp-authority-unreadable</source>
        <extracomment>The certificates of the authority can't be read: give a file in PEM form.</extracomment>
        <translation>لا يمكن قراءة شهادات الجهة: أعطِ ملفًّا بصيغة ⁦PEM⁩.</translation>
    </message>
    <message>
        <source>message:stamp-not-imported</source>
        <extracomment>{path} wasn't imported: {why}</extracomment>
        <translation>لم يُستورد {path}: {why}</translation>
    </message>
    <message>
        <source>message:stamp-of-something-else</source>
        <extracomment>{file} is about something else than its head</extracomment>
        <translation>{file} عن شيء غير رأسه</translation>
    </message>
    <message>
        <source>message:stamp-without-authority</source>
        <extracomment>Name the authority's root certificate with --authority FILE, from a source that you trust: the answer is checked by it.</extracomment>
        <translation>حدّد شهادة الجذر للجهة بـ ⁦--authority FILE⁩ من مصدر تثق به: بها يُتحقق من الجواب.</translation>
    </message>
    <message>
        <source>message:stamp-wrong</source>
        <extracomment>The answer isn't a time stamp of this head by this authority: {error}</extracomment>
        <translation>الجواب ليس ختمًا زمنيًّا لهذا الرأس من هذه الجهة: {error}</translation>
    </message>
    <message>
        <source>message:stamps-unchecked</source>
        <extracomment>{count} time stamps, about the heads here; the signatures of time stamps are not checked</extracomment>
        <translation>{count} ختمًا زمنيًّا، عن الرؤوس التي هنا؛ ولا تُفحص تواقيع الأختام الزمنية</translation>
    </message>
    <message>
        <source>message:step-decisions-differ</source>
        <extracomment>the decisions of step {step} number {count}; the audit says {audited}</extracomment>
        <translation>عدد القرارات في الخطوة {step} هو {count}؛ ويذكر سجل التدقيق {audited}</translation>
    </message>
    <message>
        <source>message:step-elsewhere</source>
        <extracomment>Your last step, of {time}, was taken elsewhere or in an earlier session. Nothing was undone.</extracomment>
        <translation>خطوتك الأخيرة، بتاريخ {time}، تمت في مكان آخر أو في جلسة سابقة. لم يُتراجع عن شيء.</translation>
    </message>
    <message>
        <source>message:stopped-before-unpacking</source>
        <extracomment>{reason} Files embedded in it, if any, were not unpacked.</extracomment>
        <translation>{reason} أما الملفات المضمّنة فيه، إن وُجدت، فلم تُفكّ.</translation>
    </message>
    <message>
        <source>message:stream-cut</source>
        <extracomment>The stream {name} is truncated: only {count} of its {size} bytes are there.</extracomment>
        <translation>الدفق {name} مبتور: {count} فقط من بايتاته الـ {size} موجودة.</translation>
    </message>
    <message>
        <source>message:stream-unreadable</source>
        <extracomment>The stream {name} can't be read ({error}).</extracomment>
        <translation>لا يمكن قراءة الدفق {name} ({error}).</translation>
    </message>
    <message>
        <source>message:strings-in-first-part-only</source>
        <extracomment>Loose strings were looked for in the first {most} MiB of a stream only.</extracomment>
        <translation>بُحث عن السلاسل المتفرقة في أول {most} MiB فقط من الدفق.</translation>
    </message>
    <message>
        <source>message:subject-as-phrase</source>
        <extracomment>the subject of an answer was read as a phrase; for the words alone leave out Re: and the like</extracomment>
        <translation>قُرئ موضوع الرد كعبارة؛ للبحث عن الكلمات وحدها احذف Re: وما شابهها</translation>
    </message>
    <message>
        <source>message:sums-agree</source>
        <extracomment>{file} agrees; its own sha256 is {sha256}: compare it with the sender's.</extracomment>
        <translation>يتوافق {file}؛ وقيمة sha256 له نفسه {sha256}: قارنها بما لدى المرسل.</translation>
    </message>
    <message>
        <source>message:sums-disagree</source>
        <extracomment>{file} disagrees about {path}.</extracomment>
        <translation>لا يتوافق {file} بشأن {path}.</translation>
    </message>
    <message>
        <source>message:sums-not-literal</source>
        <extracomment>{file} isn't as it was written, from line {line} on: a line was moved, doubled or cut.</extracomment>
        <translation>{file} ليس كما كُتب بدءًا من السطر {line}: نُقل سطر أو كُرّر أو قُطع.</translation>
    </message>
    <message>
        <source>message:tag-bad-colour</source>
        <extracomment>'{name}' can't have the colour '{colour}'. There are: {known}.</extracomment>
        <translation>لا يمكن أن يكون للوسم '{name}' اللون '{colour}'. الموجود: {known}.</translation>
    </message>
    <message>
        <source>message:tag-bad-key</source>
        <extracomment>'{name}' can't have the key '{key}': a key is one letter or digit, or none.</extracomment>
        <translation>لا يمكن أن يكون للوسم '{name}' المفتاح '{key}': المفتاح حرف واحد أو رقم واحد أو فارغ.</translation>
    </message>
    <message>
        <source>message:tag-bad-rule</source>
        <extracomment>'{name}' can't propagate by '{rule}'. The rules are: {known}.</extracomment>
        <translation>لا يمكن تعميم الوسم '{name}' حسب '{rule}'. يمكن تعميمه حسب: {known}.</translation>
    </message>
    <message>
        <source>message:tag-bad-seals</source>
        <extracomment>a tag doesn't say whether it seals</extracomment>
        <translation>لا يُعرف هل يختم أحد الوسوم</translation>
    </message>
    <message>
        <source>message:tag-field-differs</source>
        <extracomment>{field} is {here} here and {there} there</extracomment>
        <translation>{field} هنا {here} وهناك {there}</translation>
    </message>
    <message>
        <source>message:tag-is-item-id</source>
        <extracomment>'{name}' is the id of an item and can't be a tag. Nothing was changed. Write the tag before the ids: triage tag CASE relevant ID</extracomment>
        <translation>'{name}' هو معرّف عنصر ولا يمكن أن يكون وسمًا. لم يتغير شيء. اكتب الوسم قبل المعرّفات: triage tag CASE relevant ID</translation>
    </message>
    <message>
        <source>message:tag-key-reserved</source>
        <extracomment>'{name}' can't have the key {key}: that is {use}. Choose another.</extracomment>
        <translation>لا يمكن أن يكون للوسم '{name}' المفتاح {key}: فهو {use}. اختر غيره.</translation>
    </message>
    <message>
        <source>message:tag-key-taken</source>
        <extracomment>The key {key} belongs to both '{first}' and '{second}'; give one of them another.</extracomment>
        <translation>المفتاح {key} لكل من '{first}' و'{second}'؛ أعطِ أحدهما مفتاحًا آخر.</translation>
    </message>
    <message>
        <source>message:tag-missing</source>
        <extracomment>Which tag? For example: triage tag CASE relevant --query heron</extracomment>
        <translation>أي وسم؟ مثلًا: ⁦triage tag CASE relevant --query heron⁩</translation>
    </message>
    <message>
        <source>message:tag-named-twice</source>
        <extracomment>Two tags are named '{name}'; give one of them another name.</extracomment>
        <translation>وسمان باسم '{name}'؛ أعطِ أحدهما اسمًا آخر.</translation>
    </message>
    <message>
        <source>message:tag-seals-alone</source>
        <extracomment>'{name}' seals: it can't be in a group, and it always propagates to attachments and copies.</extracomment>
        <translation>'{name}' يختم: لا ينتمي إلى مجموعة، وما يُعمَّم عليه محدد (ما بداخله والنسخ المطابقة).</translation>
    </message>
    <message>
        <source>message:tag-table-bad-value</source>
        <extracomment>A [[tag]] of {path} has a wrong '{key}'. Its lines: {known} (text; seals: true or false).</extracomment>
        <translation>في [[tag]] من {path} قيمة خاطئة لـ '{key}'. أسطره هي: {known} (نص؛ seals: ‏true أو false).</translation>
    </message>
    <message>
        <source>message:tag-table-unknown-key</source>
        <extracomment>A [[tag]] of {path} knows no '{key}'. Its lines: {known} (text; seals: true or false).</extracomment>
        <translation>لا يعرف [[tag]] في {path} السطر '{key}'. أسطره هي: {known} (نص؛ seals: ‏true أو false).</translation>
    </message>
    <message>
        <source>message:tag-table-without-name</source>
        <extracomment>A [[tag]] of {path} has no name. Its lines: {known} (text; seals: true or false).</extracomment>
        <translation>لا اسم لـ [[tag]] في {path}. أسطره هي: {known} (نص؛ seals: ‏true أو false).</translation>
    </message>
    <message>
        <source>message:tag-unknown</source>
        <extracomment>There is no tag '{name}'. The tags are: {known}. Nothing was changed. To make a new tag, add --new-tag.</extracomment>
        <translation>لا يوجد وسم '{name}'. الوسوم هي: {known}. لم يتغير شيء. لإنشاء وسم جديد أضف --new-tag.</translation>
    </message>
    <message>
        <source>message:tag-unknown-nearest</source>
        <extracomment>There is no tag '{name}': did you mean {near}? Nothing was changed. To make a new tag, add --new-tag.</extracomment>
        <translation>لا يوجد وسم '{name}': هل تقصد {near}؟ لم يتغير شيء. لإنشاء وسم جديد أضف --new-tag.</translation>
    </message>
    <message>
        <source>message:tag-words-too-long</source>
        <extracomment>The label of '{name}' has {count} characters; a button takes {most}.</extracomment>
        <translation>كلمات '{name}' من {count} حرفًا؛ والزر يتسع لـ {most}.</translation>
    </message>
    <message>
        <source>message:term-line-not-csv</source>
        <extracomment>Line {line} isn't CSV: {error}. Double the quotation marks inside a quoted cell.</extracomment>
        <translation>السطر {line} ليس CSV: {error}. ضاعف علامات الاقتباس داخل الخلية المقتبسة.</translation>
    </message>
    <message>
        <source>message:term-line-not-utf8</source>
        <extracomment>Line {line} isn't UTF-8 text. Save the list as UTF-8, so that no letter has to be guessed.</extracomment>
        <translation>السطر {line} ليس نصًّا بترميز UTF-8. احفظ القائمة بترميز UTF-8 كي لا يُخمَّن أي حرف.</translation>
    </message>
    <message>
        <source>message:term-list-too-large</source>
        <extracomment>{path} is larger than {most} MiB: that isn't a list of terms.</extracomment>
        <translation>الملف {path} أكبر من {most} MiB: ليست هذه قائمة مصطلحات.</translation>
    </message>
    <message>
        <source>message:term-list-unpacks-too-large</source>
        <extracomment>{path} unpacks to more than {most} MiB: that isn't a list of terms.</extracomment>
        <translation>ينفكّ {path} إلى أكثر من {most} MiB: ليست هذه قائمة مصطلحات.</translation>
    </message>
    <message>
        <source>message:term-list-unreadable</source>
        <extracomment>The list {path} can't be read: {error}. Give the path of a text file.</extracomment>
        <translation>لا يمكن قراءة القائمة {path}: {error}. أعط مسار ملف نصي.</translation>
    </message>
    <message>
        <source>message:text-blank</source>
        <extracomment>The file contains only blanks or control characters.</extracomment>
        <translation>ليس في الملف إلا فراغات أو محارف تحكم.</translation>
    </message>
    <message>
        <source>message:text-damaged</source>
        <extracomment>A text in the case's database is damaged ({error}). Nothing of it can be shown or compared. triage verify says whose text it is; restore the case from a backup.</extracomment>
        <translation>نص في قاعدة بيانات القضية تالف ({error}). لا يمكن عرض شيء منه ولا مقارنته. الأمر ⁦triage verify⁩ يبيّن لأي عنصر هذا النص؛ استعد القضية من نسخة احتياطية.</translation>
    </message>
    <message>
        <source>message:text-first-part-only</source>
        <extracomment>Only the first {read} of {size} MiB of text were read.</extracomment>
        <translation>لم يُقرأ من النص وحجمه {size} MiB إلا أول {read}.</translation>
    </message>
    <message>
        <source>message:text-holds-escapes</source>
        <extracomment>The text holds escape sequences, such as those that switch character sets; words beside them may not be found.</extracomment>
        <translation>يحتوي النص على تسلسلات إفلات، كتلك التي تبدّل مجموعة المحارف؛ وقد لا يُعثر على الكلمات المجاورة لها.</translation>
    </message>
    <message>
        <source>message:text-over-limit</source>
        <extracomment>It contains more text than the limit; the rest was left out of the search.</extracomment>
        <translation>فيه نص أكثر من الحد؛ وتُرك الباقي خارج البحث.</translation>
    </message>
    <message>
        <source>message:text-over-limit-mb</source>
        <extracomment>It contains more text than limit_text_mb; the rest was left out.</extracomment>
        <translation>فيه نص أكثر من limit_text_mb؛ وتُرك الباقي.</translation>
    </message>
    <message>
        <source>message:text-under-wrong-name</source>
        <extracomment>Its name suggests a {ending} file, but it contains text, which was read.</extracomment>
        <translation>يعد اسمه بملف {ending}، لكن فيه نصًّا؛ وقد قُرئ.</translation>
    </message>
    <message>
        <source>message:text-without-meaning</source>
        <extracomment>{count} characters of the text are replacement or private-use characters; what they stood for can't be found.</extracomment>
        <translation>{count} من محارف النص هي محارف استبدال أو محارف للاستخدام الخاص؛ ولا يمكن العثور على ما كانت تمثّله.</translation>
    </message>
    <message>
        <source>message:the-package</source>
        <extracomment>The package</extracomment>
        <translation>الحزمة</translation>
    </message>
    <message>
        <source>message:the-part</source>
        <extracomment>The part {name}</extracomment>
        <translation>الجزء {name}</translation>
    </message>
    <message>
        <source>message:the-rest</source>
        <extracomment>The rest</extracomment>
        <translation>الباقي</translation>
    </message>
    <message>
        <source>message:thread-includes-inferred</source>
        <extracomment>thread: also finds messages that are in a conversation by inference (is:inferred)</extracomment>
        <translation>thread: يجد أيضًا الرسائل التي ضُمّت إلى المحادثة استنتاجًا (is:inferred)</translation>
    </message>
    <message>
        <source>message:tilde-two-meanings</source>
        <extracomment>{typed} has two meanings: write stem({word}) for its forms, or {word}~1 for similar words.</extracomment>
        <translation>لـ {typed} معنيان: اكتب stem({word}) لصيغ الكلمة، أو {word}~1 للكلمات المشابهة.</translation>
    </message>
    <message>
        <source>message:time-ahead</source>
        <extracomment>the time {time} is more than a day ahead of this computer's clock: set the clocks right</extracomment>
        <translation>الوقت {time} يسبق ساعة هذا الحاسوب بأكثر من يوم: اضبط الساعات</translation>
    </message>
    <message>
        <source>message:tnef-attribute-damaged</source>
        <extracomment>The attribute {number} of the TNEF file is malformed; the others were read.</extracomment>
        <translation>السمة {number} في ملف TNEF تخالف قواعدها؛ وقُرئت السمات الأخرى.</translation>
    </message>
    <message>
        <source>message:tnef-cut</source>
        <extracomment>The TNEF file ends in the middle of an attribute.</extracomment>
        <translation>ينتهي ملف TNEF في منتصف إحدى السمات.</translation>
    </message>
    <message>
        <source>message:tnef-other-bytes</source>
        <extracomment>The TNEF file contains bytes that aren't an attribute; what follows them was not read.</extracomment>
        <translation>في ملف TNEF بايتات ليست سمة؛ ولم يُقرأ ما بعدها.</translation>
    </message>
    <message>
        <source>message:too-deep</source>
        <extracomment>It is nested deeper than {most} levels (limit_depth); it was not read.</extracomment>
        <translation>يقع أعمق من {most} مستوى (limit_depth)؛ ولم يُقرأ.</translation>
    </message>
    <message>
        <source>message:too-large-for-pages</source>
        <extracomment>It is larger than limit_item_mb, so it isn't turned into pages.</extracomment>
        <translation>هو أكبر من limit_item_mb فلا يُحوَّل إلى صفحات.</translation>
    </message>
    <message>
        <source>message:too-many-form-fields</source>
        <extracomment>It has more than {most} form fields; the others were not read.</extracomment>
        <translation>فيه أكثر من {most} حقل نموذج؛ ولم تُقرأ البقية.</translation>
    </message>
    <message>
        <source>message:too-many-items</source>
        <extracomment>{name}: the file contains more items than limit_children; not read.</extracomment>
        <translation>{name}: في الملف عناصر أكثر من limit_children؛ لم يُقرأ.</translation>
    </message>
    <message>
        <source>message:too-many-persons-or-controls</source>
        <extracomment>It names more than {most} people or controls; the others were left out.</extracomment>
        <translation>يذكر أكثر من {most} شخصًا أو عنصر تحكم؛ وتُركت البقية.</translation>
    </message>
    <message>
        <source>message:too-many-records</source>
        <extracomment>it has more than {most} records</extracomment>
        <translation>فيه أكثر من {most} سجل</translation>
    </message>
    <message>
        <source>message:too-many-signatures</source>
        <extracomment>{holder} contains more than {most} signatures or certificates; the others weren't read.</extracomment>
        <translation>في {holder} أكثر من {most} توقيعًا أو شهادة؛ ولم تُقرأ البقية.</translation>
    </message>
    <message>
        <source>message:traces-left</source>
        <extracomment>Traces of what was sealed or removed are still in the case's files, and can be read there ({error}). Clear them once that is mended: triage seal {path}</extracomment>
        <translation>ما زالت آثار ما خُتم أو أُزيل في ملفات القضية ويمكن قراءتها هناك ({error}). بعد إصلاح السبب امحُها بالأمر: triage seal {path}</translation>
    </message>
    <message>
        <source>message:trial-delete</source>
        <extracomment>a reader could delete a file</extracomment>
        <translation>يمكن لعملية قراءة أن تحذف ملفًّا</translation>
    </message>
    <message>
        <source>message:trial-ended</source>
        <extracomment>The trial process ended before it could try this.</extracomment>
        <translation>انتهت عملية التجربة قبل أن تتمكن من تجربة هذا.</translation>
    </message>
    <message>
        <source>message:trial-environment</source>
        <extracomment>a reader could see the environment of the program</extracomment>
        <translation>يمكن لعملية قراءة أن ترى بيئة البرنامج</translation>
    </message>
    <message>
        <source>message:trial-exec</source>
        <extracomment>a reader could turn into another program</extracomment>
        <translation>يمكن لعملية قراءة أن تتحول إلى برنامج آخر</translation>
    </message>
    <message>
        <source>message:trial-file-signal</source>
        <extracomment>a reader could have the system signal other processes</extracomment>
        <translation>يمكن لعملية قراءة أن تجعل النظام يرسل إشارات إلى عمليات أخرى</translation>
    </message>
    <message>
        <source>message:trial-fork</source>
        <extracomment>a reader could start a process</extracomment>
        <translation>يمكن لعملية قراءة أن تبدأ عملية</translation>
    </message>
    <message>
        <source>message:trial-libraries</source>
        <extracomment>a confined reader can't load {names}, so the files that need it can't be read</extracomment>
        <translation>لا تستطيع عملية قراءة مقيّدة تحميل {names}، فلا يمكن قراءة الملفات التي تحتاج إليها</translation>
    </message>
    <message>
        <source>message:trial-list-home</source>
        <extracomment>a reader could list the home folder</extracomment>
        <translation>يمكن لعملية قراءة أن تسرد محتوى المجلد الرئيسي</translation>
    </message>
    <message>
        <source>message:trial-listen</source>
        <extracomment>a reader could listen on a port</extracomment>
        <translation>يمكن لعملية قراءة أن تستمع على منفذ</translation>
    </message>
    <message>
        <source>message:trial-local-socket</source>
        <extracomment>a reader could reach a local socket</extracomment>
        <translation>يمكن لعملية قراءة أن تصل إلى مقبس socket محلي</translation>
    </message>
    <message>
        <source>message:trial-many-files</source>
        <extracomment>a reader could open files without limit</extracomment>
        <translation>يمكن لعملية قراءة أن تفتح ملفات بلا حد</translation>
    </message>
    <message>
        <source>message:trial-memory</source>
        <extracomment>a reader could take more than {most} MiB</extracomment>
        <translation>يمكن لعملية قراءة أن تأخذ أكثر من {most} MiB</translation>
    </message>
    <message>
        <source>message:trial-new-file</source>
        <extracomment>a reader could write a new file</extracomment>
        <translation>يمكن لعملية قراءة أن تكتب ملفًّا جديدًا</translation>
    </message>
    <message>
        <source>message:trial-open-passwd</source>
        <extracomment>a reader could open /etc/passwd</extracomment>
        <translation>يمكن لعملية قراءة أن تفتح ⁦/etc/passwd⁩</translation>
    </message>
    <message>
        <source>message:trial-open-temporary</source>
        <extracomment>a reader could open a file in a temporary folder</extracomment>
        <translation>يمكن لعملية قراءة أن تفتح ملفًّا في مجلد مؤقت</translation>
    </message>
    <message>
        <source>message:trial-open-to-write</source>
        <extracomment>a reader could open a file for writing</extracomment>
        <translation>يمكن لعملية قراءة أن تفتح ملفًّا للكتابة</translation>
    </message>
    <message>
        <source>message:trial-permissions</source>
        <extracomment>a reader could change a file's permissions</extracomment>
        <translation>يمكن لعملية قراءة أن تغيّر أذونات ملف</translation>
    </message>
    <message>
        <source>message:trial-rename</source>
        <extracomment>a reader could rename a file</extracomment>
        <translation>يمكن لعملية قراءة أن تعيد تسمية ملف</translation>
    </message>
    <message>
        <source>message:trial-shared-memory</source>
        <extracomment>a reader could take shared memory, which no limit counts</extracomment>
        <translation>يمكن لعملية قراءة أن تأخذ ذاكرة مشتركة لا يحسبها أي حد</translation>
    </message>
    <message>
        <source>message:trial-signal</source>
        <extracomment>a reader could signal the process that started it</extracomment>
        <translation>يمكن لعملية قراءة أن ترسل إشارة إلى العملية التي بدأتها</translation>
    </message>
    <message>
        <source>message:trial-spawn</source>
        <extracomment>a reader could spawn a program</extracomment>
        <translation>يمكن لعملية قراءة أن تشغّل برنامجًا</translation>
    </message>
    <message>
        <source>message:trial-tcp</source>
        <extracomment>a reader could connect by TCP</extracomment>
        <translation>يمكن لعملية قراءة أن تتصل عبر TCP</translation>
    </message>
    <message>
        <source>message:trial-times</source>
        <extracomment>a reader could change a file's times</extracomment>
        <translation>يمكن لعملية قراءة أن تغيّر أوقات ملف</translation>
    </message>
    <message>
        <source>message:trial-udp</source>
        <extracomment>a reader could send by UDP</extracomment>
        <translation>يمكن لعملية قراءة أن ترسل عبر UDP</translation>
    </message>
    <message>
        <source>message:two-clauses</source>
        <extracomment>{first}; {second}</extracomment>
        <translation>{first}؛ {second}</translation>
    </message>
    <message>
        <source>message:two-listed</source>
        <extracomment>{first}, {second}</extracomment>
        <translation>{first}، {second}</translation>
    </message>
    <message>
        <source>message:two-named</source>
        <extracomment>{first} and {second}</extracomment>
        <translation>{first} و{second}</translation>
    </message>
    <message>
        <source>message:two-sentences</source>
        <extracomment>{first} {second}</extracomment>
        <translation>{first} {second}</translation>
    </message>
    <message>
        <source>message:unknown-kind</source>
        <extracomment>a file of unknown kind</extracomment>
        <translation>ملف من نوع غير معروف</translation>
    </message>
    <message>
        <source>message:unlisted-file</source>
        <extracomment>{path} is there but isn't listed; it was added later.</extracomment>
        <translation>الملف {path} موجود وغير مدرج؛ أُضيف لاحقًا.</translation>
    </message>
    <message>
        <source>message:unnamed</source>
        <extracomment>(unnamed)</extracomment>
        <translation>(بلا اسم)</translation>
    </message>
    <message>
        <source>message:unnamed-and-what-follows</source>
        <extracomment>A part without a name and what follows</extracomment>
        <translation>جزء بلا اسم وما يليه</translation>
    </message>
    <message>
        <source>message:unnamed-attachment</source>
        <extracomment>an unnamed attachment</extracomment>
        <translation>مرفق بلا اسم</translation>
    </message>
    <message>
        <source>message:unpacking-needs-memory</source>
        <extracomment>{name} needs more than {most} MiB of memory to unpack; it was not read.</extracomment>
        <translation>يحتاج فكّ {name} إلى أكثر من {most} MiB من الذاكرة؛ ولم يُقرأ.</translation>
    </message>
    <message>
        <source>message:unpacking-over-memory</source>
        <extracomment>Unpacking needs more memory than limit_memory_mb allows.</extracomment>
        <translation>يحتاج فكّ الضغط إلى ذاكرة أكثر مما يسمح به limit_memory_mb.</translation>
    </message>
    <message>
        <source>message:unpacking-over-time</source>
        <extracomment>Unpacking took too long; what comes after member {count} was not read.</extracomment>
        <translation>استغرق فك الضغط وقتًا طويلًا؛ لم يُقرأ ما يأتي بعد الملف {count}.</translation>
    </message>
    <message>
        <source>message:unpacks-over-limit</source>
        <extracomment>it unpacks to more than the limit</extracomment>
        <translation>ينفكّ إلى أكثر من الحد</translation>
    </message>
    <message>
        <source>message:unsealing-asked</source>
        <extracomment>{who} has already asked to open item {id}; another person has to grant it.</extracomment>
        <translation>طلب {who} من قبل فتح العنصر {id}؛ وعلى شخص آخر أن يوافق.</translation>
    </message>
    <message>
        <source>message:unsealing-not-asked</source>
        <extracomment>Nobody has asked to open item {id} yet. One person asks and says why, another grants it.</extracomment>
        <translation>لم يطلب أحد فتح العنصر {id} بعد. يتطلب ذلك شخصين: أحدهما يطلب ويذكر السبب، والآخر يوافق.</translation>
    </message>
    <message>
        <source>message:unsealing-not-on-roster</source>
        <extracomment>Opening a seal takes two people whose keys are on the roster, and yours isn't. The approver, {approver}, adds it: triage record roster add CASE '{key}' --name NAME; or replaces your lost one with it: triage record roster replace CASE NAME '{key}'</extracomment>
        <translation>يتطلب فتح الختم شخصين مفتاحاهما في قائمة المخوَّلين، ومفتاحك ليس فيها. ويضيفه المعتمِد {approver}: ⁦triage record roster add CASE '{key}' --name NAME⁩؛ أو يضعه مكان مفتاحك الضائع: ⁦triage record roster replace CASE NAME '{key}'⁩</translation>
    </message>
    <message>
        <source>message:unsealing-one-person</source>
        <extracomment>{who} asked to open item {id}, so another person has to grant it: one with another key and name on the roster and another login. {key} has the same name, or belongs to the same login.</extracomment>
        <translation>طلب {who} فتح العنصر {id}، فعلى شخص آخر أن يوافق: بمفتاح آخر واسم آخر في قائمة المخوَّلين ومن حساب آخر. أما {key} فله الاسم نفسه أو الحساب نفسه.</translation>
    </message>
    <message>
        <source>message:unsealing-other-name</source>
        <extracomment>The roster has your key under the name {name}, but you gave {who}. Use the name on the roster.</extracomment>
        <translation>مفتاحك مسجَّل في قائمة المخوَّلين باسم {name}، لكنك أعطيت الاسم {who}. استخدم الاسم الوارد في القائمة.</translation>
    </message>
    <message>
        <source>message:unsealing-own-request</source>
        <extracomment>{who} asked to open item {id}, so another person has to grant it, with a key and a login of their own.</extracomment>
        <translation>طلب {who} فتح العنصر {id}، فعلى شخص آخر أن يوافق، بمفتاح وحساب خاصين به.</translation>
    </message>
    <message>
        <source>message:unsealing-without-roster</source>
        <extracomment>Opening a seal takes two people, each with a login and a key of their own, and this case has no roster of them yet. To begin it, and become its approver: triage record roster add CASE --name NAME. The second person, under their own login on this or another machine, finds their key with triage record roster list CASE; then you add it: triage record roster add CASE KEY --name NAME</extracomment>
        <translation>يتطلب فتح الختم شخصين لكل منهما حساب ومفتاح خاصان به، وليس لهذه القضية قائمة مخوَّلين بعد. لبدئها وتصبح معتمِدها: ⁦triage record roster add CASE --name NAME⁩. ويجد الشخص الثاني مفتاحه، في حسابه على هذا الجهاز أو غيره، بالأمر ⁦triage record roster list CASE⁩؛ ثم أضفه: ⁦triage record roster add CASE KEY --name NAME⁩</translation>
    </message>
    <message>
        <source>message:uuencoded-broken</source>
        <extracomment>A uuencoded file ends at a line that can't be decoded.</extracomment>
        <translation>ينقطع ملف uuencode عند سطر لا يمكن فكّ ترميزه.</translation>
    </message>
    <message>
        <source>message:uuencoded-cut</source>
        <extracomment>A uuencoded file ends without its last line.</extracomment>
        <translation>ينتهي ملف uuencode من دون سطره الأخير.</translation>
    </message>
    <message>
        <source>message:value-unknown</source>
        <extracomment>'{typed}' isn't known: {field} takes {known}.</extracomment>
        <translation>'{typed}' غير معروف: {field} يأخذ {known}.</translation>
    </message>
    <message>
        <source>message:value-unknown-nearest</source>
        <extracomment>'{typed}' isn't known: did you mean {near}?</extracomment>
        <translation>'{typed}' غير معروف: لعلّ المقصود {near}؟</translation>
    </message>
    <message>
        <source>message:vcf-lines-broken</source>
        <extracomment>Some lines aren't valid vCard; they were kept as text.</extracomment>
        <translation>تخالف بعض الأسطر قواعد vCard؛ وحُفظت نصًّا.</translation>
    </message>
    <message>
        <source>message:version-differs</source>
        <extracomment>{name} {before} then, {now} now</extracomment>
        <translation>{name} سابقًا {before}، والآن {now}</translation>
    </message>
    <message>
        <source>message:versions-differ</source>
        <extracomment>made with other versions than are installed here, which are in brackets: {versions}</extracomment>
        <translation>أُنشئ بإصدارات غير المثبَّتة هنا، وهي بين قوسين: {versions}</translation>
    </message>
    <message>
        <source>message:versions-equal</source>
        <extracomment>made with the versions that are installed here</extracomment>
        <translation>أُنشئ بالإصدارات المثبَّتة هنا</translation>
    </message>
    <message>
        <source>message:versions-stated</source>
        <extracomment>versions of the program and of what it reads, indexes and signs with: {versions}</extracomment>
        <translation>إصدارات البرنامج وما يقرأ ويفهرس ويوقّع به: {versions}</translation>
    </message>
    <message>
        <source>message:view-cancelled</source>
        <extracomment>It is no longer wanted.</extracomment>
        <translation>لم يعد مطلوبًا.</translation>
    </message>
    <message>
        <source>message:view-failed</source>
        <extracomment>It can't be shown: {error}</extracomment>
        <translation>لا يمكن عرضه: {error}</translation>
    </message>
    <message>
        <source>message:view-no-html</source>
        <extracomment>It has no HTML text.</extracomment>
        <translation>ليس فيه نص HTML.</translation>
    </message>
    <message>
        <source>message:view-no-picture</source>
        <extracomment>It ({media}) can't be drawn: it isn't a picture of a known kind.</extracomment>
        <translation>لا يمكن رسمه ({media}): ليس صورة من نوع معروف.</translation>
    </message>
    <message>
        <source>message:view-no-such-page</source>
        <extracomment>It has {pages} pages; there is no page {number}.</extracomment>
        <translation>عدد صفحاته {pages}؛ ولا توجد صفحة {number}.</translation>
    </message>
    <message>
        <source>message:view-no-such-sheet</source>
        <extracomment>It has {sheets} sheets; there is no sheet {number}.</extracomment>
        <translation>عدد أوراقه {sheets}؛ ولا توجد ورقة {number}.</translation>
    </message>
    <message>
        <source>message:view-over-memory</source>
        <extracomment>Showing it needs more memory than limit_memory_mb allows.</extracomment>
        <translation>يحتاج عرضه إلى ذاكرة أكثر مما يسمح به limit_memory_mb.</translation>
    </message>
    <message>
        <source>message:view-over-time</source>
        <extracomment>Drawing it took longer than {seconds} s.</extracomment>
        <translation>استغرق رسمه أكثر من {seconds} ثانية.</translation>
    </message>
    <message>
        <source>message:view-page-without-size</source>
        <extracomment>The page has no size.</extracomment>
        <translation>ليس للصفحة حجم.</translation>
    </message>
    <message>
        <source>message:view-password</source>
        <extracomment>It needs a password to open.</extracomment>
        <translation>يحتاج إلى كلمة مرور لفتحه.</translation>
    </message>
    <message>
        <source>message:view-pdfium-failed</source>
        <extracomment>PDFium can't draw it: {error}.</extracomment>
        <translation>لا يستطيع PDFium رسمه: {error}.</translation>
    </message>
    <message>
        <source>message:view-picture-failed</source>
        <extracomment>A picture of this kind ({media}) can't be drawn: {error}</extracomment>
        <translation>لا يمكن رسم صورة من هذا النوع ({media}): {error}</translation>
    </message>
    <message>
        <source>message:view-sheets-failed</source>
        <extracomment>Its sheets can't be read as a table: {error}</extracomment>
        <translation>لا يمكن قراءة أوراقه جدولًا: {error}</translation>
    </message>
    <message>
        <source>message:web-archive</source>
        <extracomment>a web archive (WARC)</extracomment>
        <translation>أرشيف ويب (WARC)</translation>
    </message>
    <message>
        <source>message:whole-over-size</source>
        <extracomment>Altogether the file unpacks to over {limit} MiB; {name} was not read.</extracomment>
        <translation>ينفكّ الكل إلى أكثر من {limit} MiB؛ ولم يُقرأ {name}.</translation>
    </message>
    <message>
        <source>message:whoosh-being-written</source>
        <extracomment>Another process is writing the Whoosh index. Wait until it has finished.</extracomment>
        <translation>عملية أخرى تكتب الآن فهرس Whoosh. انتظر حتى تنتهي.</translation>
    </message>
    <message>
        <source>message:whoosh-foreign</source>
        <extracomment>The index in {path} wasn't opened: it wasn't written by your login on this machine, or was changed since ({file}). Delete that folder; the index is made again from the case's text.</extracomment>
        <translation>لم يُفتح الفهرس في {path}: لم يكتبه حسابك على هذا الجهاز، أو تغيّر منذ ذلك الحين ({file}). احذف هذا المجلد؛ وسيُنشأ الفهرس من جديد من نص القضية.</translation>
    </message>
    <message>
        <source>message:whoosh-unreadable</source>
        <extracomment>The index in {path} can't be read: {error}. Delete that folder; it will be made again.</extracomment>
        <translation>لا يمكن قراءة الفهرس في {path}: {error}. احذف هذا المجلد؛ وسيُنشأ من جديد.</translation>
    </message>
    <message>
        <source>message:wide-signs-made-plain</source>
        <extracomment>full-width characters were replaced by plain ones ({count})</extracomment>
        <translation>استُبدلت بالعلامات العريضة علامات عادية ({count})</translation>
    </message>
    <message>
        <source>message:wildcard-alone</source>
        <extracomment>'{typed}' needs at least one letter or digit next to it in its word.</extracomment>
        <translation>يحتاج '{typed}' إلى حرف أو رقم واحد على الأقل بجانبه في كلمته.</translation>
    </message>
    <message>
        <source>message:wildcard-between-words</source>
        <extracomment>'{typed}' can't be used between characters that are words by themselves: write {meant}.</extracomment>
        <translation>لا يصلح '{typed}' بين محارف كل منها كلمة بذاته: اكتب {meant}.</translation>
    </message>
    <message>
        <source>message:windows-program</source>
        <extracomment>a Windows program</extracomment>
        <translation>برنامج Windows</translation>
    </message>
    <message>
        <source>message:withheld-holds-sealed</source>
        <extracomment>Withheld: item {id} inside it is sealed, by {who} at {time}: {why}.</extracomment>
        <translation>حُجب: العنصر {id} الذي بداخله مختوم، ختمه {who} في {time}: {why}.</translation>
    </message>
    <message>
        <source>message:withheld-sealed</source>
        <extracomment>Withheld: it is sealed, by {who} at {time}: {why}.</extracomment>
        <translation>حُجب: هو مختوم، ختمه {who} في {time}: {why}.</translation>
    </message>
    <message>
        <source>message:word-2003-xml</source>
        <extracomment>a Word 2003 XML document</extracomment>
        <translation>مستند XML من Word 2003</translation>
    </message>
    <message>
        <source>message:word-fonts-guessed</source>
        <extracomment>Some of its fonts don't state their character set; they were read as Western.</extracomment>
        <translation>بعض خطوطه لا يذكر حروفه؛ فقُرئت على أنها غربية.</translation>
    </message>
    <message>
        <source>message:word-stream-unlike</source>
        <extracomment>Its Word stream doesn't begin like one; its loose strings were kept.</extracomment>
        <translation>لا يبدأ دفق Word فيه كما ينبغي؛ وحُفظت سلاسله المتفرقة.</translation>
    </message>
    <message>
        <source>message:word-tables-damaged</source>
        <extracomment>Its tables are damaged ({error}); its text was read as it is.</extracomment>
        <translation>جداوله تالفة ({error})؛ وقُرئ نصه كما هو.</translation>
    </message>
    <message>
        <source>message:word-text-outside</source>
        <extracomment>Part of its text is outside the file, or its tables are truncated.</extracomment>
        <translation>يقع جزء من نصه خارج الملف، أو أن جداوله مبتورة.</translation>
    </message>
    <message>
        <source>message:word-without-piece-table</source>
        <extracomment>no piece table</extracomment>
        <translation>لا جدول قطع</translation>
    </message>
    <message>
        <source>message:wordperfect-document</source>
        <extracomment>a WordPerfect document</extracomment>
        <translation>مستند WordPerfect</translation>
    </message>
    <message>
        <source>message:work-unknown</source>
        <extracomment>a step of work is of a kind that this program doesn't know</extracomment>
        <translation>ما عُمل بإحدى القوائم لا يعرفه هذا البرنامج</translation>
    </message>
    <message>
        <source>message:workbook-place-damaged</source>
        <extracomment>The record that says where the workbook was saved is damaged.</extracomment>
        <translation>السجل الذي يذكر موضع حفظ المصنّف تالف.</translation>
    </message>
    <message>
        <source>message:workbook-records-damaged</source>
        <extracomment>{damaged} of its {count} records are damaged and were skipped.</extracomment>
        <translation>{damaged} من سجلاته الـ {count} تالفة وتُجووزت.</translation>
    </message>
    <message>
        <source>message:workbook-stream-unreadable</source>
        <extracomment>Its workbook stream is empty or unreadable; the file's loose strings were kept.</extracomment>
        <translation>دفق المصنّف فارغ أو لا يمكن قراءته؛ وحُفظت سلاسل الملف المتفرقة.</translation>
    </message>
    <message>
        <source>message:workbook-unreadable</source>
        <extracomment>{path} can't be read as a workbook: {error}. Save the terms as a text file.</extracomment>
        <translation>لا يمكن قراءة {path} بوصفه مصنّفًا: {error}. احفظ المصطلحات في ملف نصي.</translation>
    </message>
    <message>
        <source>message:workbook-without-records</source>
        <extracomment>It contains no records.</extracomment>
        <translation>ليس فيه سجلات.</translation>
    </message>
    <message>
        <source>message:worker-has-other-version</source>
        <extracomment>A worker has version {version} of Triage, and this is {ours}. Install the same version on all machines.</extracomment>
        <translation>عند أحد العمال الإصدار {version} من Triage، وهذا {ours}. ثبّت الإصدار نفسه على جميع الأجهزة.</translation>
    </message>
    <message>
        <source>message:workers-not-installed</source>
        <extracomment>Workers on other machines need the package distributed. Install Triage with its extra: pip install 'triage[cluster]'.</extracomment>
        <translation>تحتاج القراءة على أجهزة أخرى إلى الحزمة distributed. ثبّت Triage مع إضافته: pip install 'triage[cluster]'.</translation>
    </message>
    <message>
        <source>message:write-document</source>
        <extracomment>a Write document</extracomment>
        <translation>مستند Write</translation>
    </message>
    <message>
        <source>message:xar-archive</source>
        <extracomment>a XAR archive</extracomment>
        <translation>أرشيف XAR</translation>
    </message>
    <message>
        <source>message:xfa-unreadable</source>
        <extracomment>It is an XFA form whose content can't be read; its pages are a placeholder.</extracomment>
        <translation>هو نموذج XFA لا يمكن قراءة محتواه؛ وصفحاته بديل فحسب.</translation>
    </message>
    <message>
        <source>message:xml-entities</source>
        <extracomment>The part {name} declares entities of its own; they were not expanded.</extracomment>
        <translation>يعلن الجزء {name} كيانات خاصة به؛ ولم تُوسّع.</translation>
    </message>
    <message>
        <source>message:xml-entities-declared</source>
        <extracomment>The document type declares entities; they were not expanded, but kept as hidden text.</extracomment>
        <translation>يعلن نوع المستند كيانات؛ لم تُوسّع وهي نص مخفي.</translation>
    </message>
    <message>
        <source>message:xml-entities-without-end</source>
        <extracomment>The part {name} declares entities that expand without end; they were left out.</extracomment>
        <translation>يعلن الجزء {name} كيانات تنفكّ بلا نهاية؛ فتُركت وقُرئ الباقي.</translation>
    </message>
    <message>
        <source>message:xml-not-well-formed</source>
        <extracomment>It isn't well-formed XML ({error}); it was kept whole, as plain text.</extracomment>
        <translation>ليس XML سليم البنية ({error})؛ فحُفظ كله نصًّا عاديًّا.</translation>
    </message>
    <message>
        <source>message:xml-part-mended</source>
        <extracomment>The part {part} is damaged ({error}); the rest of it was read.</extracomment>
        <translation>الجزء {part} تالف ({error})؛ وقُرئ باقيه.</translation>
    </message>
    <message>
        <source>message:xml-part-perhaps-cut</source>
        <extracomment>The part {name} is damaged ({error}); some of the rest may be missing.</extracomment>
        <translation>الجزء {name} تالف ({error})؛ وقد ينقص بعض الباقي.</translation>
    </message>
    <message>
        <source>message:xml-part-stopped</source>
        <extracomment>The part {name} is damaged ({error}); what comes before the damage was read.</extracomment>
        <translation>الجزء {name} تالف ({error})؛ وقُرئ ما قبل التلف.</translation>
    </message>
    <message>
        <source>message:xml-part-unreadable</source>
        <extracomment>The part {name} can't be read as XML.</extracomment>
        <translation>لا يمكن قراءة الجزء {name} بوصفه XML.</translation>
    </message>
    <message>
        <source>message:xml-refers-elsewhere</source>
        <extracomment>The document type refers to a file or address elsewhere; it was not fetched.</extracomment>
        <translation>يحيل نوع المستند إلى ملف أو عنوان في مكان آخر؛ ولم يُجلب.</translation>
    </message>
    <message>
        <source>message:xml-without-text</source>
        <extracomment>The document contains no text.</extracomment>
        <translation>لا نص في المستند.</translation>
    </message>
    <message>
        <source>message:xps-document</source>
        <extracomment>an XPS document</extracomment>
        <translation>مستند XPS</translation>
    </message>
    <message>
        <source>message:yenc-not-decoded</source>
        <extracomment>The text contains a yEnc-encoded file; it was not decoded.</extracomment>
        <translation>يحتوي النص على ملف مرمّز بترميز yEnc؛ ولم يُفكّ ترميزه.</translation>
    </message>
    <message>
        <source>missing  {message}</source>
        <translation>مفقودة  {message}</translation>
    </message>
    <message>
        <source>misspelled</source>
        <translation>بخطأ إملائي</translation>
    </message>
    <message>
        <source>modified</source>
        <translation>عُدّل</translation>
    </message>
    <message>
        <source>modified, doubtful</source>
        <translation>عُدّل، مشكوك فيه</translation>
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
        <source>never opened</source>
        <translation>لا يُفتح أبدًا</translation>
    </message>
    <message>
        <source>new seed</source>
        <translation>بذرة جديدة</translation>
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
        <source>no reader for this format</source>
        <translation>لا قارئ لهذه الصيغة</translation>
    </message>
    <message>
        <source>no word of the index</source>
        <translation>لا كلمة في الفهرس</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>غير موجود</translation>
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
        <source>optional; signed with the key of your login</source>
        <translation>اختياري؛ يوقَّع بمفتاح حسابك</translation>
    </message>
    <message>
        <source>or</source>
        <translation>أو</translation>
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
        <source>part of the text is in characters that couldn't be read as letters</source>
        <translation>جزء من النص مكتوب بمحارف تعذّرت قراءتها كأحرف</translation>
    </message>
    <message>
        <source>participants and time</source>
        <translation>المشاركون والتوقيت</translation>
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
        <source>purged</source>
        <translation>أُزيل</translation>
    </message>
    <message>
        <source>purged: no longer in scope</source>
        <translation>أُزيل: لم يعد في النطاق</translation>
    </message>
    <message>
        <source>quoted text</source>
        <translation>نص مقتبس</translation>
    </message>
    <message>
        <source>red</source>
        <translation>أحمر</translation>
    </message>
    <message>
        <source>redact</source>
        <translation>يُحجب</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>مرفوض</translation>
    </message>
    <message>
        <source>relevant</source>
        <translation>ذو صلة</translation>
    </message>
    <message>
        <source>removed what it leaves out</source>
        <translation>أُزيل ما لم يعد في النطاق</translation>
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
        <source>same message</source>
        <translation>الرسالة نفسها</translation>
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
        <source>scope.toml was edited after version {number}, the last one on record.</source>
        <translation>عُدّل scope.toml بعد الإصدار {number}، وهو آخر إصدار مسجّل.</translation>
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
        <source>sent {sent}, received {received}</source>
        <translation>أُرسل {sent}، استُلم {received}</translation>
    </message>
    <message>
        <source>sent, doubtful</source>
        <translation>أُرسل، مشكوك فيه</translation>
    </message>
    <message>
        <source>single</source>
        <translation>منفرد</translation>
    </message>
    <message>
        <source>spaced out</source>
        <translation>بمسافات بين الحروف</translation>
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
        <source>such as: for counsel</source>
        <translation>مثل: للمستشارين القانونيين</translation>
    </message>
    <message>
        <source>suggested order</source>
        <translation>ترتيب مقترح</translation>
    </message>
    <message>
        <source>superseded</source>
        <translation>حلّ محله غيره</translation>
    </message>
    <message>
        <source>superseded by {id}: the source has a later version</source>
        <translation>حلّ محله {id}: في المصدر نسخة لاحقة</translation>
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
        <source>the date is before 1970, or more than a year after that of the file</source>
        <translation>التاريخ قبل سنة 1970، أو بعد تاريخ الملف بأكثر من سنة</translation>
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
        <source>the first {shown} are listed</source>
        <translation>أُدرجت أول {shown}</translation>
    </message>
    <message>
        <source>the item has not been read yet</source>
        <translation>لم يُقرأ العنصر بعد</translation>
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
        <source>the text of this format is read, but not everything else</source>
        <translation>يُقرأ من هذه الصيغة النص، لا كل ما سواه</translation>
    </message>
    <message>
        <source>this phrase</source>
        <translation>هذه العبارة</translation>
    </message>
    <message>
        <source>to decide</source>
        <translation>ينتظر القرار</translation>
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
        <source>used alike</source>
        <translation>متشابه الاستعمال</translation>
    </message>
    <message>
        <source>vanished</source>
        <translation>اختفى</translation>
    </message>
    <message>
        <source>vanished: no longer in the sources</source>
        <translation>اختفى: لم يعد في المصادر</translation>
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
        <source>window</source>
        <translation>نافذة</translation>
    </message>
    <message>
        <source>with letters that look the same</source>
        <translation>بحروف متشابهة الشكل</translation>
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
        <source>{case} (read-only) - Triage</source>
        <translation>{case} (للقراءة فقط) - ⁦Triage⁩</translation>
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
        <source>{contained} of {mails} compared</source>
        <translation>{contained} من {mails} قورنت</translation>
    </message>
    <message>
        <source>{counts} are in</source>
        <translation>‏{counts} في:</translation>
    </message>
    <message>
        <source>{count} selected</source>
        <translation>المحدد {count}</translation>
    </message>
    <message>
        <source>{date} (UTC), a doubtful date: see Problems</source>
        <translation>{date} (UTC)، تاريخ مشكوك فيه: انظر المشكلات</translation>
    </message>
    <message>
        <source>{date} (UTC): when the file was changed; it has no date of its own</source>
        <translation>{date} (UTC): وقت تغيير الملف؛ ليس له تاريخ خاص به</translation>
    </message>
    <message>
        <source>{distinct} ({total} with copies)</source>
        <translation>{distinct} ({total} مع النسخ)</translation>
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
        <source>{field}: all {people}</source>
        <translation>{field}: كل {people}</translation>
    </message>
    <message>
        <source>{files} ({size}) may be read, {names} excluded</source>
        <translation>يجوز قراءة {files} ({size})، ويُستبعد {names}</translation>
    </message>
    <message>
        <source>{files}, {size}, are in {folder}.</source>
        <translation>{files}، {size}، في {folder}.</translation>
    </message>
    <message>
        <source>{file} can't be read: {error}</source>
        <translation>تعذّرت قراءة {file}: {error}</translation>
    </message>
    <message>
        <source>{file} can't be written: {error}</source>
        <translation>تعذّرت كتابة {file}: {error}</translation>
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
        <source>{group}, %n inferred</source>
        <translation><numerusform>{group}، المستنتج منها: %n</numerusform><numerusform>{group}، المستنتج منها: %n</numerusform><numerusform>{group}، المستنتج منها: %n</numerusform><numerusform>{group}، المستنتج منها: %n</numerusform><numerusform>{group}، المستنتج منها: %n</numerusform><numerusform>{group}، المستنتج منها: %n</numerusform></translation>
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
        <source>{how}, unsigned</source>
        <translation>{how}، غير موقَّع</translation>
    </message>
    <message>
        <source>{items} ({total} with copies)</source>
        <translation>{items} ({total} مع النسخ)</translation>
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
    <message numerus="yes">
        <source>{items}, %n of them copies</source>
        <translation><numerusform>{items}، منها %n نسخة</numerusform><numerusform>{items}، منها نسخة واحدة</numerusform><numerusform>{items}، منها نسختان</numerusform><numerusform>{items}، منها %n نسخ</numerusform><numerusform>{items}، منها %n نسخة</numerusform><numerusform>{items}، منها %n نسخة</numerusform></translation>
    </message>
    <message>
        <source>{judged} of {size}</source>
        <translation>{judged} من {size}</translation>
    </message>
    <message>
        <source>{judged} of {size} items are assessed. Close the sample?</source>
        <translation>حُكم على {judged} من {size} من العناصر. أتُغلق العيّنة؟</translation>
    </message>
    <message numerus="yes">
        <source>{line}, the %n most frequent</source>
        <translation><numerusform>{line}، الأكثر تكرارًا: %n</numerusform><numerusform>{line}، الأكثر تكرارًا: %n</numerusform><numerusform>{line}، الأكثر تكرارًا: %n</numerusform><numerusform>{line}، الأكثر تكرارًا: %n</numerusform><numerusform>{line}، الأكثر تكرارًا: %n</numerusform><numerusform>{line}، الأكثر تكرارًا: %n</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{message}  (%n copies)</source>
        <translation><numerusform>{message}  (%n نسخة)</numerusform><numerusform>{message}  (نسخة واحدة)</numerusform><numerusform>{message}  (نسختان)</numerusform><numerusform>{message}  (%n نسخ)</numerusform><numerusform>{message}  (%n نسخة)</numerusform><numerusform>{message}  (%n نسخة)</numerusform></translation>
    </message>
    <message>
        <source>{message}  (inferred: {evidence})</source>
        <translation>{message}  (استنتاجًا من: {evidence})</translation>
    </message>
    <message>
        <source>{minutes} min left</source>
        <translation>تبقّى {minutes} د</translation>
    </message>
    <message>
        <source>{moment} (file)</source>
        <translation>{moment} (ملف)</translation>
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
        <source>{name} hidden</source>
        <translation>{name} مخفي</translation>
    </message>
    <message>
        <source>{name} is already running; see the status bar.</source>
        <translation>‏{name}: العمل جارٍ بالفعل؛ انظر شريط الحالة.</translation>
    </message>
    <message>
        <source>{name}: linking conversations …</source>
        <translation>{name}: يجري ربط المحادثات …</translation>
    </message>
    <message>
        <source>{name}: merging the index …</source>
        <translation>{name}: يجري دمج الفهرس …</translation>
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
        <source>{name}: {first} to {last}, in</source>
        <translation>{name}: من {first} إلى {last}، في</translation>
    </message>
    <message>
        <source>{number} as messages without withheld attachments</source>
        <translation>{number} رسائلَ دون ما أُخرج منها</translation>
    </message>
    <message>
        <source>{number} as pages</source>
        <translation>{number} صفحاتٍ</translation>
    </message>
    <message>
        <source>{number} as text only</source>
        <translation>{number} نصًّا فقط</translation>
    </message>
    <message>
        <source>{number} as their originals</source>
        <translation>{number} بأصولها</translation>
    </message>
    <message>
        <source>{number} of these read</source>
        <translation>قُرئ منها {number}</translation>
    </message>
    <message>
        <source>{number} withheld</source>
        <translation>{number} محجوبة</translation>
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
        <source>{other} did not start as a copy of this case; its decisions concern items that both have.</source>
        <translation>لم تبدأ {other} كهذه القضية؛ قراراتها على عناصر لدى الاثنتين.</translation>
    </message>
    <message>
        <source>{other}: {offered}, {known} known here, {added} new.</source>
        <translation>{other}: {offered}، المعروف هنا {known}، والجديد {added}.</translation>
    </message>
    <message>
        <source>{path}: Enter opens it, Space ticks it</source>
        <translation>{path}: ‏Enter يعرضه، والمسافة تعلّمه</translation>
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
        <source>{read} files read; the last run was stopped, and what changed before it may be missing</source>
        <translation>قُرئ {read} ملف؛ أُوقفت القراءة الأخيرة، وقد ينقص ما تغيّر قبلها</translation>
    </message>
    <message>
        <source>{read} of at least {files} files read</source>
        <translation>قُرئ {read} من {files} ملف على الأقل</translation>
    </message>
    <message>
        <source>{read} of {files} files read</source>
        <translation>قُرئ {read} من {files} ملف</translation>
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
        <source>{tag} removed from {items}.</source>
        <translation>يُزال الوسم {tag} عن {items}.</translation>
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
        <source>{who} asked to open the seal: {value}</source>
        <translation>{who} – طلب فتح الختم: {value}</translation>
    </message>
    <message>
        <source>{who} asks to open it: {why}</source>
        <translation>يطلب {who} فتحه: {why}</translation>
    </message>
    <message>
        <source>{who} marked the passage “{value}”</source>
        <translation>{who} – وضع علامة على المقطع “{value}”</translation>
    </message>
    <message>
        <source>{who} opened the seal: {value}</source>
        <translation>{who} – فتح الختم: {value}</translation>
    </message>
    <message>
        <source>{who} redacted “{value}”</source>
        <translation>{who} – حجب “{value}”</translation>
    </message>
    <message>
        <source>{who} removed the mark from “{value}”</source>
        <translation>{who} – إزالة العلامة عن المقطع “{value}”</translation>
    </message>
    <message>
        <source>{who} removed the redaction of “{value}”</source>
        <translation>{who} – إزالة حجب “{value}”</translation>
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
        <source>{who} withdrew the seal: {value}</source>
        <translation>{who} – سحب الختم: {value}</translation>
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
        <source>“{sought}” isn't in this item's text.</source>
        <translation>«{sought}» ليس في نص هذا العنصر.</translation>
    </message>
</context>
</TS>
