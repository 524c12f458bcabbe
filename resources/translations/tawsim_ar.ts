<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>The codebook {codebook} has no kind {kind}.</source>
        <translation>ليس في دليل الترميز {codebook} نوع اسمه {kind}.</translation>
    </message>
    <message>
        <source>The codebook {codebook} has no {kind} label {label}.</source>
        <translation>ليس في دليل الترميز {codebook} تصنيف {label} للنوع {kind}.</translation>
    </message>
    <message>
        <source>{where} lacks the key {key}.</source>
        <translation>ينقص {where} المفتاح {key}.</translation>
    </message>
    <message>
        <source>{where} cannot be read: {reason}.</source>
        <translation>تعذّرت قراءة {where}: {reason}.</translation>
    </message>
    <message>
        <source>{where} is not valid TOML: {reason}.</source>
        <translation>الملف {where} ليس TOML سليماً: {reason}.</translation>
    </message>
    <message>
        <source>{where} lacks the kinds {kinds}.</source>
        <translation>تنقص {where} الأنواع {kinds}.</translation>
    </message>
    <message>
        <source>{where} has the label {name} twice.</source>
        <translation>في {where} تصنيف مكرّر: {name}.</translation>
    </message>
    <message>
        <source>{where} has the attribute {name} twice.</source>
        <translation>في {where} سمة مكرّرة: {name}.</translation>
    </message>
    <message>
        <source>{where} has the slot {name} twice.</source>
        <translation>في {where} خانة مكرّرة: {name}.</translation>
    </message>
    <message>
        <source>{where} has the choice {name} twice.</source>
        <translation>في {where} خيار مكرّر: {name}.</translation>
    </message>
    <message>
        <source>{where}: {name} is of the unknown type {type}.</source>
        <translation>في {where}: النوع {type} المعطى لـ {name} غير معروف.</translation>
    </message>
    <message>
        <source>{where}: {colour} of {name} is no colour such as #0072B2.</source>
        <translation>في {where}: القيمة {colour} في {name} ليست لوناً مثل ‎#0072B2‎.</translation>
    </message>
    <message>
        <source>{where}: {name} has the unknown pattern {pattern}.</source>
        <translation>في {where}: النمط {pattern} المعطى لـ {name} غير معروف.</translation>
    </message>
    <message>
        <source>{where}: {name} has the unknown trimming rule {rule}.</source>
        <translation>{where}: للتصنيف {name} قاعدة تهذيب مجهولة: {rule}.</translation>
    </message>
    <message>
        <source>{where}: the labels {first} and {second} share the key {key}.</source>
        <translation>في {where}: التصنيفان {first} و{second} يشتركان في المفتاح {key}.</translation>
    </message>
    <message>
        <source>The mark {id} belongs to another article.</source>
        <translation>العلامة {id} تخصّ مقالاً آخر.</translation>
    </message>
    <message>
        <source>The mark {id} says “{exact}”, but the text at {start} says “{found}”.</source>
        <translation>نصّ العلامة {id} هو «{exact}»، لكن المقال عند الموضع {start} فيه «{found}».</translation>
    </message>
    <message>
        <source>The mark {id} has the unknown state {state}.</source>
        <translation>للعلامة {id} حالة غير معروفة هي {state}.</translation>
    </message>
    <message>
        <source>A {kind} has no slot {role}.</source>
        <translation>ليس للنوع {kind} خانة اسمها {role}.</translation>
    </message>
    <message>
        <source>A mark cannot fill its own slot {role}.</source>
        <translation>لا يجوز أن تملأ العلامة خانتها {role} بنفسها.</translation>
    </message>
    <message>
        <source>The slot {role} of a {kind} cannot be filled by {end}.</source>
        <translation>الخانة {role} في النوع {kind} لا تُملأ بـ {end}.</translation>
    </message>
    <message>
        <source>The mark {id} has {value} for {attribute}, which the codebook does not know: “{exact}”.</source>
        <translation>للعلامة {id} القيمة {value} في السمة {attribute}، ولا يعرفها دليل الترميز: «{exact}».</translation>
    </message>
    <message>
        <source>A mark needs at least one fragment.</source>
        <translation>تحتاج العلامة إلى مقطع واحد على الأقل.</translation>
    </message>
    <message>
        <source>The fragment {start}-{end} is empty.</source>
        <translation>المقطع {start}-{end} فارغ.</translation>
    </message>
    <message>
        <source>The fragment {start}-{end} is out of order or overlaps the one before.</source>
        <translation>المقطع {start}-{end} في غير ترتيبه أو يتداخل مع ما قبله.</translation>
    </message>
    <message>
        <source>The fragment {start}-{end} lies outside the text of {length} characters.</source>
        <translation>المقطع {start}-{end} خارج النص الذي طوله {length} محرفاً.</translation>
    </message>
    <message>
        <source>The edge {edge} of the fragment {start}-{end} splits a letter from its marks.</source>
        <translation>الحدّ {edge} من المقطع {start}-{end} يفصل حرفاً عن تشكيله.</translation>
    </message>
    <message>
        <source>{name} cannot be used: it has the key {key}. The keys are those of reporting.toml, and off.</source>
        <translation>لا يصلح الملف {name}: فيه المفتاح {key}. المفاتيح هي مفاتيح reporting.toml، ومعها off.</translation>
    </message>
    <message>
        <source>{name} cannot be used: {key} has the value {value}. Write it as in reporting.toml.</source>
        <translation>لا يصلح الملف {name}: قيمة {key} هي {value}. اكتبها كما في reporting.toml.</translation>
    </message>
    <message>
        <source>“{word}” is no single word. An expression is given by one word in each of its forms.</source>
        <translation>ليس «{word}» كلمة واحدة. تُكتب العبارة كلمة واحدة في كل صيغة من صيغها.</translation>
    </message>
    <message>
        <source>An expression needs a word: a past tense, another form, or a frame.</source>
        <translation>تحتاج العبارة إلى كلمة: فعل ماض أو صيغة أخرى أو أداة إسناد.</translation>
    </message>
    <message>
        <source>There is no folding level {level}. Use one of {levels}.</source>
        <translation>لا وجود لدرجة التطبيع {level}. استعمل إحدى هذه: {levels}.</translation>
    </message>
    <message>
        <source>Character {place}: there is no letter or digit to look for in “{word}”. Write a word.</source>
        <translation>عند الحرف {place}: ليس في «{word}» حرف ولا رقم يُبحث عنه. اكتب كلمة.</translation>
    </message>
    <message>
        <source>Character {place}: this parenthesis was never opened. Leave it out, or open it before.</source>
        <translation>عند الحرف {place}: قوس أُغلق ولم يُفتح. احذفه أو افتحه قبله.</translation>
    </message>
    <message>
        <source>Character {place}: this parenthesis is never closed. Close it, or leave it out.</source>
        <translation>عند الحرف {place}: قوس فُتح ولم يُغلق. أغلقه أو احذفه.</translation>
    </message>
    <message>
        <source>Character {place}: there is nothing between these parentheses. Write a word there.</source>
        <translation>عند الحرف {place}: لا شيء بين هذين القوسين. اكتب بينهما كلمة.</translation>
    </message>
    <message>
        <source>Character {place}: “{word}” joins two words. Write one on either side of it, or put it in quotation marks.</source>
        <translation>عند الحرف {place}: «{word}» أداة تربط كلمتين. اكتب كلمة على كل من جانبيها، أو ضعها بين علامتي تنصيص.</translation>
    </message>
    <message>
        <source>Character {place}: “{word}” stands before what it belongs to. Write a word directly behind it.</source>
        <translation>عند الحرف {place}: «{word}» أداة تسبق ما تتعلق به. اكتب كلمة بعدها مباشرة.</translation>
    </message>
    <message>
        <source>Character {place}: a star can only stand behind the beginning of a word, as in وزار*.</source>
        <translation>عند الحرف {place}: لا تأتي النجمة إلا بعد أول الكلمة، مثل وزار*.</translation>
    </message>
    <message>
        <source>Character {place}: nothing is looked for here, only left out. Write beside it a word to find.</source>
        <translation>عند الحرف {place}: هنا استثناء فقط ولا شيء يُبحث عنه. اكتب بجانبه كلمة تريدها.</translation>
    </message>
    <message>
        <source>Character {place}: these parentheses stand too deep in one another. Take some of them out.</source>
        <translation>عند الحرف {place}: الأقواس متداخلة أكثر مما ينبغي. احذف بعضها.</translation>
    </message>
    <message>
        <source>Character {place}: more than {most} words are looked for at once. Take some of them out.</source>
        <translation>عند الحرف {place}: في البحث أكثر من {most} كلمة معاً. احذف بعضها.</translation>
    </message>
    <message>
        <source>This query has more than {most} characters. Look for fewer words.</source>
        <translation>عبارة البحث أطول من {most} حرف. ابحث عن كلمات أقل.</translation>
    </message>
    <message>
        <source>Character {place}: say behind {name}: what it should be, as in {name}:word.</source>
        <translation>عند الحرف {place}: اكتب بعد {name}: القيمة المطلوبة، مثل {name}:كلمة.</translation>
    </message>
    <message>
        <source>Character {place}: the filter {name}: is meant for the whole query. Write it outside of parentheses, and not beside OR.</source>
        <translation>عند الحرف {place}: المرشِّح {name}: للبحث كله. اكتبه خارج الأقواس، وليس بجانب «أو».</translation>
    </message>
    <message>
        <source>Character {place}: this quotation mark is never closed. Write its partner, or leave it out.</source>
        <translation>عند الحرف {place}: علامة تنصيص فُتحت ولم تُغلق. أغلقها أو احذفها.</translation>
    </message>
    <message>
        <source>Character {place}: there is no field {name}. Did you mean {near}: ?</source>
        <translation>عند الحرف {place}: لا حقل باسم {name}. هل تقصد {near}: ؟</translation>
    </message>
    <message>
        <source>letter</source>
        <translation>حرف</translation>
    </message>
    <message>
        <source>mark on a letter</source>
        <translation>علامة فوق الحرف أو تحته</translation>
    </message>
    <message>
        <source>mark</source>
        <translation>علامة</translation>
    </message>
    <message>
        <source>digit or number</source>
        <translation>رقم</translation>
    </message>
    <message>
        <source>punctuation</source>
        <translation>علامة ترقيم</translation>
    </message>
    <message>
        <source>symbol</source>
        <translation>رمز</translation>
    </message>
    <message>
        <source>space</source>
        <translation>مسافة</translation>
    </message>
    <message>
        <source>line break</source>
        <translation>فاصل أسطر</translation>
    </message>
    <message>
        <source>control character</source>
        <translation>محرف تحكم</translation>
    </message>
    <message>
        <source>format character</source>
        <translation>محرف تنسيق</translation>
    </message>
    <message>
        <source>private use</source>
        <translation>استعمال خاص</translation>
    </message>
    <message>
        <source>unassigned</source>
        <translation>غير معيّن</translation>
    </message>
    <message>
        <source>half of a pair</source>
        <translation>نصف زوج</translation>
    </message>
    <message>
        <source>The word list {name} is not valid TOML: {reason}. Mend that line.</source>
        <translation>قائمة الكلمات {name} ليست TOML سليماً: {reason}. أصلح ذلك السطر.</translation>
    </message>
    <message>
        <source>The word list reporting has an entry of the wrong form: {reason}. Write it like its neighbours.</source>
        <translation>في قائمة ألفاظ النقل مدخل صيغته غير صحيحة: {reason}. اكتبه على نحو ما يجاوره.</translation>
    </message>
    <message>
        <source>The mark {id}: {reason}</source>
        <translation>العلامة {id}: {reason}</translation>
    </message>
    <message>
        <source>The name {name} in the archive points outside of it: such a file is not unpacked.</source>
        <translation>الاسم {name} في الأرشيف يشير إلى خارجه، ومثل هذا الملف لا يُفك ضغطه.</translation>
    </message>
    <message>
        <source>It is locked with a password: unpack it and import the file itself.</source>
        <translation>الملف محمي بكلمة مرور: فك ضغطه ثم استورد الملف نفسه.</translation>
    </message>
    <message>
        <source>It is an archive in an archive in an archive in an archive: unpack it first.</source>
        <translation>هذا أرشيف داخل أرشيف داخل أرشيف داخل أرشيف: فك ضغطه أولا.</translation>
    </message>
    <message>
        <source>It is a link to another file: import that one.</source>
        <translation>هذا رابط إلى ملف آخر: استورد ذلك الملف.</translation>
    </message>
    <message>
        <source>It cannot be unpacked: {reason}.</source>
        <translation>تعذر فك ضغطه: {reason}.</translation>
    </message>
    <message>
        <source>The list has no column of refs: name one “ref” in its first line.</source>
        <translation>لا عمود للمراجع في القائمة: سمِّ أحد أعمدتها “ref” في سطرها الأول.</translation>
    </message>
    <message>
        <source>The list has none of the columns {columns} beside the refs: there is nothing to set.</source>
        <translation>ليس في القائمة مع المراجع أي من الأعمدة {columns}، فلا شيء يُضبط.</translation>
    </message>
    <message>
        <source>The list cannot be read as CSV: {reason}.</source>
        <translation>تعذّرت قراءة القائمة بصيغة CSV: ‏{reason}.</translation>
    </message>
    <message>
        <source>The row has more cells than the first line names.</source>
        <translation>في السطر خلايا أكثر مما يسمّيه السطر الأول.</translation>
    </message>
    <message>
        <source>The status {status} is none of: {known}.</source>
        <translation>الحالة {status} ليست من: {known}.</translation>
    </message>
    <message>
        <source>The priority {priority} is none of: {known}.</source>
        <translation>الأولوية {priority} ليست من: {known}.</translation>
    </message>
    <message>
        <source>The row names no article.</source>
        <translation>لا يذكر السطر مقالاً.</translation>
    </message>
    <message>
        <source>{path} cannot be written: {reason}.</source>
        <translation>تعذّرت كتابة {path}: {reason}.</translation>
    </message>
    <message>
        <source>{path} is a file, and this export is a folder: give it another name.</source>
        <translation>{path} ملف، وهذا التصدير مجلد: سمِّه اسماً آخر.</translation>
    </message>
    <message>
        <source>{path} is a folder with other files in it: name a new or an empty folder for the export.</source>
        <translation>في المجلد {path} ملفات أخرى: سمِّ للتصدير مجلداً جديداً أو فارغاً.</translation>
    </message>
    <message>
        <source>The line is none that brat writes: {line}</source>
        <translation>ليس هذا سطراً يكتبه brat: {line}</translation>
    </message>
    <message>
        <source>The line speaks of {name}, and nothing is called so.</source>
        <translation>يتحدث السطر عن {name}، ولا شيء بهذا الاسم.</translation>
    </message>
    <message>
        <source>decoded as {encoding}</source>
        <translation>قُرئ بالترميز {encoding}</translation>
    </message>
    <message>
        <source>There is no text {path} beside the annotations.</source>
        <translation>لا يوجد النص {path} بجانب ملف العلامات.</translation>
    </message>
    <message>
        <source>The id {id} stands twice in the file.</source>
        <translation>المعرّف {id} مكرر في الملف.</translation>
    </message>
    <message>
        <source>The attribute {attribute} of a {kind} has no value {value} in the codebook.</source>
        <translation>ليس للسمة {attribute} في {kind} القيمةُ {value} في دليل الترميز.</translation>
    </message>
    <message>
        <source>The codebook has no attribute {attribute} for the kind {kind}: add it there, or leave it out.</source>
        <translation>ليس في دليل الترميز سمة {attribute} للنوع {kind}: أضفها إليه أو استغنِ عنها.</translation>
    </message>
    <message>
        <source>{count} annotations of the type {name} were left out: the type system does not know it</source>
        <translation>تُركت تأشيرات من النوع {name} وعددها {count}: لا يعرف نظام الأنواع هذا النوع</translation>
    </message>
    <message>
        <source>There is no text in it.</source>
        <translation>لا نص فيه.</translation>
    </message>
    <message>
        <source>The annotation {name} {start}-{end} begins or ends inside of a character or outside the text.</source>
        <translation>التأشيرة {name} في {start}-{end} تبدأ أو تنتهي داخل حرف واحد أو خارج النص.</translation>
    </message>
    <message>
        <source>The relation {name} lacks one of its ends.</source>
        <translation>العلاقة {name} ينقصها أحد طرفيها.</translation>
    </message>
    <message>
        <source>character that XML cannot hold: U+FFFD stands in its place</source>
        <translation>محرف لا تتسع له XML: حلّ محلّه U+FFFD</translation>
    </message>
    <message>
        <source>The line is no word of CoNLL-U: it needs ten columns parted by tabs, and has {found}.</source>
        <translation>ليس السطر كلمة بصيغة CoNLL-U: يلزمه عشرة أعمدة تفصلها علامات جدولة، وفيه {found}.</translation>
    </message>
    <message>
        <source>{found} is no number of a word.</source>
        <translation>القيمة {found} ليست رقم كلمة.</translation>
    </message>
    <message>
        <source>The word has the number {found}, and {wanted} would be the next: a row is missing or misplaced.</source>
        <translation>رقم الكلمة {found}، والرقم التالي المتوقع {wanted}: هناك سطر ناقص أو في غير موضعه.</translation>
    </message>
    <message>
        <source>The word {word} does not stand where the text of its sentence goes on: “{text}”.</source>
        <translation>الكلمة {word} ليست في موضعها من نص جملتها: «{text}».</translation>
    </message>
    <message>
        <source>Byte {byte} of the line is not UTF-8.</source>
        <translation>البايت {byte} من السطر ليس UTF-8.</translation>
    </message>
    <message>
        <source>The row is no row of a table ({reason}): see whether its quotation marks are in pairs.</source>
        <translation>هذا السطر ليس صفا من جدول ({reason}): تحقق من أن علامات الاقتباس فيه مزدوجة.</translation>
    </message>
    <message>
        <source>Byte {byte} of the row is not {encoding}: save the file as UTF-8, or mend the row.</source>
        <translation>البايت {byte} من الصف ليس من ترميز {encoding}: احفظ الملف بترميز UTF-8 أو أصلح الصف.</translation>
    </message>
    <message>
        <source>Byte {byte} of the row is NUL: mend the row.</source>
        <translation>البايت {byte} من الصف صفر (NUL): أصلح الصف.</translation>
    </message>
    <message>
        <source>This is a {what} file, not a plain text: save its text as UTF-8 (.txt) and import that.</source>
        <translation>هذا ملف {what} وليس نصاً صرفاً: احفظ نصّه بترميز UTF-8 (.txt) واستورد ذلك.</translation>
    </message>
    <message>
        <source>More than one character in fifty is a control character: it is no text.</source>
        <translation>أكثر من محرف واحد في كل خمسين محرف تحكّم: فهو ليس نصاً.</translation>
    </message>
    <message>
        <source>It holds NUL characters (the first is character {position}): it is no text.</source>
        <translation>فيه محارف NUL (أولها المحرف {position}): فهو ليس نصاً.</translation>
    </message>
    <message>
        <source>Byte {byte} is not valid {encoding}, which the file says it is: save it as UTF-8 and import it again.</source>
        <translation>البايت {byte} ليس {encoding} سليماً كما يقول الملف عن نفسه: احفظه بترميز UTF-8 واستورده ثانيةً.</translation>
    </message>
    <message>
        <source>It holds NUL bytes (the first is byte {byte}): it is no text.</source>
        <translation>فيه بايتات NUL (أولها البايت {byte}): فهو ليس نصاً.</translation>
    </message>
    <message>
        <source>Byte {byte} is not valid UTF-8, and no other encoding fits: save it as UTF-8 and import it again.</source>
        <translation>البايت {byte} ليس UTF-8 سليماً، ولا يناسبه ترميز آخر: احفظه بترميز UTF-8 واستورده ثانيةً.</translation>
    </message>
    <message>
        <source>The mark {name} {place}: {reason}</source>
        <translation>العلامة {name} {place}: {reason}</translation>
    </message>
    <message>
        <source>The mark {name} {place} comes in without its register entry {entry}, which is not in the file.</source>
        <translation>تُستورد العلامة {name} {place} من دون مدخلها في السجل {entry}، فهو ليس في الملف.</translation>
    </message>
    <message>
        <source>The link's id must be text, and is {id}.</source>
        <translation>يجب أن يكون معرّف الرابط نصًا، وهو {id}.</translation>
    </message>
    <message>
        <source>The link {role} names {name}, and nothing is called so.</source>
        <translation>يشير الرابط {role} إلى {name}، ولا شيء بهذا الاسم.</translation>
    </message>
    <message>
        <source>The link {role} stays behind with a mark that it links.</source>
        <translation>بقي الرابط {role} خارجاً مع علامة يربطها.</translation>
    </message>
    <message>
        <source>The link {role} stands there twice.</source>
        <translation>الرابط {role} مكرر.</translation>
    </message>
    <message>
        <source>The id {id} stands twice in the line.</source>
        <translation>المعرّف {id} مكرّر في السطر.</translation>
    </message>
    <message>
        <source>The mark {name} {place} says “{exact}”, but the text there says “{found}”; the words stand at {start}-{end}: mend the offsets (they count code points).</source>
        <translation>تقول العلامة {name} {place} «{exact}»، ولكن النص هناك «{found}»؛ والكلمات في {start}-{end}: صحّح المواضع (وهي تعدّ نقاط الترميز).</translation>
    </message>
    <message>
        <source>The mark {name} {place} says “{exact}”, but the text there says “{found}”.</source>
        <translation>تقول العلامة {name} {place} «{exact}»، ولكن النص هناك «{found}».</translation>
    </message>
    <message>
        <source>{key} is empty.</source>
        <translation>الحقل {key} فارغ.</translation>
    </message>
    <message>
        <source>Tawsim wrote the file, but its text, or what stood beside it, was changed: attributes, register entries and zones stay behind.</source>
        <translation>كتب توسيم هذا الملف، لكن نصه أو ما كان بجانبه قد تغيّر: فلا تُستورد السمات ومداخل السجل والمناطق.</translation>
    </message>
    <message>
        <source>The codebook {codebook} has no label {name}: say which label it means (--map {name}=LABEL), or add it to the codebook.</source>
        <translation>ليس في دليل الترميز {codebook} تصنيف اسمه {name}: بيّن أي تصنيف يقصد (‎--map {name}=LABEL‎) أو أضفه إلى الدليل.</translation>
    </message>
    <message>
        <source>It has no column for names: name its columns name, id, aliases and type (or الاسم، المعرف، النوع).</source>
        <translation>ليس فيه عمود للأسماء: سمِّ الأعمدة الاسم والمعرف والأسماء الأخرى والنوع (أو name وid وaliases وtype).</translation>
    </message>
    <message>
        <source>{path} cannot be read: {reason}.</source>
        <translation>تعذّرت قراءة {path}: {reason}.</translation>
    </message>
    <message>
        <source>The line is no row of a table: {reason}.</source>
        <translation>السطر ليس صفاً من جدول: {reason}.</translation>
    </message>
    <message>
        <source>It is no valid JSON: {reason}.</source>
        <translation>ليس JSON سليماً: {reason}.</translation>
    </message>
    <message>
        <source>The line is no valid JSON: {reason}.</source>
        <translation>السطر ليس JSON سليماً: {reason}.</translation>
    </message>
    <message>
        <source>The line must be an object with keys.</source>
        <translation>يجب أن يكون السطر كائناً له مفاتيح.</translation>
    </message>
    <message>
        <source>The line has no name.</source>
        <translation>ليس في السطر اسم.</translation>
    </message>
    <message>
        <source>File is not a zip file</source>
        <translation>ليس أرشيف ZIP أو تنقصه نهايته</translation>
    </message>
    <message>
        <source>Failed to load document (PDFium: Data format error)</source>
        <translation>بنيته ليست بنية PDF</translation>
    </message>
    <message>
        <source>unexpected end of data</source>
        <translation>تنقطع البيانات قبل نهايتها</translation>
    </message>
    <message>
        <source>unexpected character, expected a string key</source>
        <translation>حرف في غير موضعه، والمنتظر مفتاح بين علامتي اقتباس</translation>
    </message>
    <message>
        <source>unexpected character, expected a JSON value</source>
        <translation>حرف في غير موضعه، والمنتظر قيمة JSON</translation>
    </message>
    <message>
        <source>unexpected character, expected ':' after key</source>
        <translation>حرف في غير موضعه، والمنتظر نقطتان بعد المفتاح</translation>
    </message>
    <message>
        <source>unexpected character, expected ',' or ']'</source>
        <translation>حرف في غير موضعه، والمنتظر فاصلة أو قوس مربع</translation>
    </message>
    <message>
        <source>unexpected character, expected ',' or '}}'</source>
        <translation>حرف في غير موضعه، والمنتظر فاصلة أو قوس معقوف</translation>
    </message>
    <message>
        <source>unexpected content after document</source>
        <translation>بعد نهاية JSON شيء زائد</translation>
    </message>
    <message>
        <source>unexpected control character in string</source>
        <translation>في النص محرف تحكم غير مسموح</translation>
    </message>
    <message>
        <source>invalid escaped sequence in string</source>
        <translation>بعد الشرطة المائلة في النص ما لا معنى له</translation>
    </message>
    <message>
        <source>no low surrogate in string</source>
        <translation>في النص نصف محرف</translation>
    </message>
    <message>
        <source>trailing comma is not allowed</source>
        <translation>فاصلة زائدة في آخره</translation>
    </message>
    <message>
        <source>number with leading zero is not allowed</source>
        <translation>عدد يبدأ بصفر زائد</translation>
    </message>
    <message>
        <source>',' expected after '"'</source>
        <translation>بعد علامة الاقتباس ما ليس فاصلة</translation>
    </message>
    <message>
        <source>This format needs the library {library}, which is not installed: pip install 'tawsim[{extra}]'.</source>
        <translation>تحتاج هذه الصيغة إلى المكتبة {library} وهي غير مثبّتة: pip install 'tawsim[{extra}]'.</translation>
    </message>
    <message>
        <source>There is nothing in it but spaces and invisible characters.</source>
        <translation>ليس فيه إلا مسافات ومحارف لا تُرى.</translation>
    </message>
    <message>
        <source>Character {position} is half of a character: it is no text.</source>
        <translation>الحرف رقم {position} نصف حرف، فهذا ليس نصا.</translation>
    </message>
    <message>
        <source>It is longer than {most} million letters, which no article is: split it into its articles.</source>
        <translation>يزيد طوله على {most} مليون حرف، ولا مقال بهذا الطول: قسّمه إلى مقالاته.</translation>
    </message>
    <message>
        <source>Its fields are nested too deep to be kept.</source>
        <translation>حقوله متداخلة أعمق مما يمكن حفظه.</translation>
    </message>
    <message>
        <source>There is no format {name}; the formats are {known}.</source>
        <translation>لا وجود للصيغة {name}؛ الصيغ هي {known}.</translation>
    </message>
    <message>
        <source>read as {format}, which its content is, whatever its name says</source>
        <translation>قُرئ بصيغة {format} لأن محتواه كذلك، أيا كان اسمه</translation>
    </message>
    <message>
        <source>The name {path} does not say which format is meant: name one of {known}.</source>
        <translation>لا يدل الاسم {path} على الصيغة المقصودة: سمِّ واحدة من {known}.</translation>
    </message>
    <message>
        <source>The file is locked with a password, or of an old kind: save it anew without one.</source>
        <translation>الملف محمي بكلمة مرور أو من نوع قديم: احفظه من جديد بلا كلمة مرور.</translation>
    </message>
    <message>
        <source>{path} looks like {what}, which is not read yet: save its text as .txt and import that.</source>
        <translation>يبدو أن {path} من نوع {what}، ولا يُقرأ هذا النوع بعد: احفظ نصّه في ملف ‎.txt واستورده.</translation>
    </message>
    <message>
        <source>line break or tab inside a mark: the mark is cut there</source>
        <translation>نهاية سطر أو علامة جدولة داخل علامة: تُقطع العلامة عندها</translation>
    </message>
    <message>
        <source>mark of nothing but line breaks and tabs</source>
        <translation>علامة ليس فيها إلا نهايات أسطر وعلامات جدولة</translation>
    </message>
    <message>
        <source>brat standoff (a folder, or .zip)</source>
        <translation>brat standoff (مجلد أو ‎.zip)</translation>
    </message>
    <message>
        <source>line breaks inside of marks</source>
        <translation>نهايات الأسطر داخل العلامات</translation>
    </message>
    <message>
        <source>CoNLL-U (words with entities in MISC)</source>
        <translation>CoNLL-U (كلمات وكياناتها في عمود MISC)</translation>
    </message>
    <message>
        <source>every mark but the outermost entities, edges inside of words, attributes and links</source>
        <translation>كل علامة سوى الكيانات الخارجية، والحدود التي داخل الكلمات، والسمات والروابط</translation>
    </message>
    <message>
        <source>relation of the project's own</source>
        <translation>علاقة خاصة بالمشروع</translation>
    </message>
    <message>
        <source>cue that no quote has</source>
        <translation>عبارة قول ليست لأي اقتباس</translation>
    </message>
    <message>
        <source>detail of a mark that the tables have no column for</source>
        <translation>تفصيل في علامة ليس له عمود في الجداول</translation>
    </message>
    <message>
        <source>CSV tables of entities, quotes and claims (a folder, or .zip)</source>
        <translation>جداول CSV للكيانات والاقتباسات والادعاءات (مجلد أو ‎.zip)</translation>
    </message>
    <message>
        <source>cues that no quote has, relations of the project's own, and the text between marks</source>
        <translation>عبارات القول التي ليست لأي اقتباس، والعلاقات الخاصة بالمشروع، والنص بين العلامات</translation>
    </message>
    <message>
        <source>CSV or TSV with a text column</source>
        <translation>CSV أو TSV فيه عمود للنص</translation>
    </message>
    <message>
        <source>every mark and link</source>
        <translation>كل العلامات والروابط</translation>
    </message>
    <message>
        <source>spaCy DocBin</source>
        <translation>‏DocBin لبرنامج spaCy</translation>
    </message>
    <message>
        <source>gaps in marks of several fragments</source>
        <translation>الفجوات في العلامات ذات الأجزاء</translation>
    </message>
    <message>
        <source>{where} is no span: it needs a start, an end and a label.</source>
        <translation>العنصر {where} ليس مدى: تلزمه بداية ونهاية وتصنيف.</translation>
    </message>
    <message>
        <source>{where} is no relation: it needs from_id, to_id and type.</source>
        <translation>العنصر {where} ليس علاقة: يلزمه from_id وto_id وtype.</translation>
    </message>
    <message>
        <source>The span {found} stands under {shape} alone, and the line has both shapes: take out the list that is out of date.</source>
        <translation>يرد المقطع {found} تحت {shape} وحدها، وفي السطر القائمتان معًا: احذف القائمة القديمة منهما.</translation>
    </message>
    <message>
        <source>It cannot be told from the text whether the offsets count code points or grapheme clusters (a letter with its marks as one): export it from a doccano project that is not in grapheme mode.</source>
        <translation>لا يتبين من النص هل تعدّ المواضع نقاط الترميز أم الحروف مع حركاتها: صدّره من مشروع doccano لا يعمل بنمط grapheme.</translation>
    </message>
    <message>
        <source>doccano (JSON Lines of spans and relations)</source>
        <translation>doccano (أسطر JSON فيها مواضع وعلاقات)</translation>
    </message>
    <message>
        <source>attributes, register entries, gaps inside of marks, and who made them</source>
        <translation>السمات، وقيود السجل، والفجوات داخل العلامات، ومن وضعها</translation>
    </message>
    <message>
        <source>{count} footnotes are left out of the text</source>
        <translation>تُركت الحواشي السفلية خارج النص، وعددها {count}</translation>
    </message>
    <message>
        <source>{count} endnotes are left out of the text</source>
        <translation>تُركت الحواشي الختامية خارج النص، وعددها {count}</translation>
    </message>
    <message>
        <source>The {what} file is damaged: {reason}.</source>
        <translation>ملف {what} تالف: {reason}.</translation>
    </message>
    <message>
        <source>The {what} file is larger than any article.</source>
        <translation>ملف {what} أكبر من أي مقال.</translation>
    </message>
    <message>
        <source>{count} passages that were marked as deleted are left out</source>
        <translation>المقاطع المعلّمة بأنها محذوفة لم تؤخذ، وعددها {count}</translation>
    </message>
    <message>
        <source>{count} hidden passages are left out</source>
        <translation>المقاطع المخفية لم تؤخذ، وعددها {count}</translation>
    </message>
    <message>
        <source>Word document</source>
        <translation>مستند Word</translation>
    </message>
    <message>
        <source>The feed breaks off behind item {count}, or is no XML there: {reason}.</source>
        <translation>ينقطع ملف التغذية بعد العنصر {count}، أو لا يكون هناك XML سليما: {reason}.</translation>
    </message>
    <message>
        <source>The feed declares XML entities, which could fill the memory.</source>
        <translation>يعرّف ملف التغذية كيانات XML قد تملأ الذاكرة.</translation>
    </message>
    <message>
        <source>There is no item in the feed.</source>
        <translation>لا عناصر في ملف التغذية.</translation>
    </message>
    <message>
        <source>The item has no text.</source>
        <translation>لا نص في هذا العنصر.</translation>
    </message>
    <message>
        <source>RSS or Atom feed</source>
        <translation>تغذية RSS أو Atom</translation>
    </message>
    <message>
        <source>no main text was found in the page: all its words were taken</source>
        <translation>لم يُعثر في الصفحة على متن، فأُخذت كل كلماتها</translation>
    </message>
    <message>
        <source>There is no text in the page, only scripts and markup: save it after it has loaded, or copy its text.</source>
        <translation>لا نص في الصفحة، بل برمجيات ووسوم فقط: احفظها بعد أن تكتمل، أو انسخ نصها.</translation>
    </message>
    <message>
        <source>The page cannot be read: {reason}.</source>
        <translation>تعذرت قراءة الصفحة: {reason}.</translation>
    </message>
    <message>
        <source>HTML page</source>
        <translation>صفحة HTML</translation>
    </message>
    <message>
        <source>what is not to be read: who made a mark and when, most attributes and links; and no mark is read back</source>
        <translation>ما ليس للقراءة: مَن وضع العلامة ومتى، ومعظم السمات والروابط؛ ولا تُستورد منه علامة</translation>
    </message>
    <message>
        <source>Hugging Face folder (Parquet and JSON Lines with a card)</source>
        <translation>مجلد Hugging Face (‏Parquet وJSON Lines مع بطاقة)</translation>
    </message>
    <message>
        <source>every mark but the outermost entities, edges inside of tokens, attributes, links, and the text between tokens</source>
        <translation>كل علامة سوى الكيانات الخارجية، والحدود التي داخل الوحدات، والسمات، والروابط، والنص بين الوحدات</translation>
    </message>
    <message>
        <source>IOB2 (a token and its tag a line)</source>
        <translation>IOB2 (في كل سطر وحدة ووسمها)</translation>
    </message>
    <message>
        <source>CoNLL-2003 (four columns, four labels)</source>
        <translation>CoNLL-2003 (أربعة أعمدة وأربعة تصنيفات)</translation>
    </message>
    <message>
        <source>The list breaks off here: the file was not copied whole, or a bracket is missing.</source>
        <translation>تنقطع القائمة هنا: لم يُنسخ الملف كاملا، أو ينقصه قوس.</translation>
    </message>
    <message>
        <source>It is one JSON object of more than {most} million bytes: save its records as JSON Lines.</source>
        <translation>هذا كائن JSON واحد يزيد على {most} مليون بايت: احفظ سجلاته بصيغة JSON Lines.</translation>
    </message>
    <message>
        <source>It is no whole JSON file. {reason}</source>
        <translation>هذا ليس ملف JSON كاملا. {reason}</translation>
    </message>
    <message>
        <source>It holds no record with a text, only {found}.</source>
        <translation>لا سجل فيه له نص، بل {found} فقط.</translation>
    </message>
    <message>
        <source>JSON: a list of records, or an object that holds one</source>
        <translation>JSON: قائمة سجلات، أو كائن فيه مثل هذه القائمة</translation>
    </message>
    <message>
        <source>The line is gold data with marks: import it with the format {name}.</source>
        <translation>السطر بيانات ذهبية ذات علامات: استورده بالصيغة {name}.</translation>
    </message>
    <message>
        <source>JSON Lines with a text field</source>
        <translation>JSON Lines فيها حقل نصّي</translation>
    </message>
    <message>
        <source>{where} is no stretch of text: {found} is not read.</source>
        <translation>العنصر {where} ليس جزءاً من النص: لا يُقرأ {found}.</translation>
    </message>
    <message>
        <source>{where} says {start}-{end}, which lies outside the text or inside a character, counted in UTF-16 units as the words of the other regions tell.</source>
        <translation>في {where} الموضع {start}-{end}، وهو خارج النص أو داخل محرف واحد إذا عُدّ بوحدات UTF-16 كما تدل عليه كلمات المناطق الأخرى.</translation>
    </message>
    <message>
        <source>It cannot be told whether {where} counts code points or UTF-16 units: it does not say its words (value.text).</source>
        <translation>لا يتبين هل يعدّ {where} نقاط الترميز أم وحدات UTF-16: فهو لا يذكر كلماته (value.text).</translation>
    </message>
    <message>
        <source>an annotation was cancelled: its marks stay behind</source>
        <translation>أُلغي أحد التوسيمات: بقيت علاماته خارجاً</translation>
    </message>
    <message>
        <source>The task needs an object data with a text.</source>
        <translation>يلزم المهمة كائن data فيه نص.</translation>
    </message>
    <message>
        <source>{where} has no label.</source>
        <translation>لا تصنيف في {where}.</translation>
    </message>
    <message>
        <source>{where} does not link two spans of the line.</source>
        <translation>العنصر {where} لا يربط بين موضعين في السطر.</translation>
    </message>
    <message>
        <source>Label Studio (JSON of tasks)</source>
        <translation>Label Studio (مهام بصيغة JSON)</translation>
    </message>
    <message>
        <source>gaps inside of marks</source>
        <translation>الفجوات داخل العلامات</translation>
    </message>
    <message>
        <source>Parquet (the dataset as a table)</source>
        <translation>‏Parquet (البيانات جدولًا)</translation>
    </message>
    <message>
        <source>The PDF file is locked with a password: save it without one.</source>
        <translation>ملف PDF محمي بكلمة مرور: احفظه بلا كلمة مرور.</translation>
    </message>
    <message>
        <source>The {what} file is damaged or was not copied whole: {reason}.</source>
        <translation>ملف {what} تالف أو لم يُنسخ كاملا: {reason}.</translation>
    </message>
    <message>
        <source>The PDF file has no text, only pictures of it: have the letters recognised (OCR), and import that.</source>
        <translation>لا نص في ملف PDF، بل صور له فقط: استخرج النص بالتعرف الضوئي على الحروف (OCR) ثم استورده.</translation>
    </message>
    <message>
        <source>The PDF file does not say which letters its signs are: copy the text from where it was written.</source>
        <translation>لا يذكر ملف PDF أي الحروف تمثلها رموزه: انسخ النص من مصدره.</translation>
    </message>
    <message>
        <source>The letters of the PDF file are out of order: copy the text from where it was written.</source>
        <translation>حروف ملف PDF على غير ترتيبها: انسخ النص من مصدره.</translation>
    </message>
    <message>
        <source>the letters stood in reverse order and were turned round: read it over</source>
        <translation>كانت الحروف معكوسة الترتيب فأُعيدت إلى ترتيبها: راجع النص</translation>
    </message>
    <message>
        <source>presentation forms of letters were replaced by the letters</source>
        <translation>استُبدلت أشكال عرض الحروف بالحروف نفسها</translation>
    </message>
    <message>
        <source>{count} lines that stand at the top or bottom of the pages again and again were left out</source>
        <translation>السطور المتكررة في رأس الصفحات أو ذيلها لم تؤخذ، وعددها {count}</translation>
    </message>
    <message>
        <source>no text on {count} of {pages} pages</source>
        <translation>لا نص في {count} من {pages} من الصفحات</translation>
    </message>
    <message>
        <source>{count} of {pages} pages are damaged and were left out</source>
        <translation>صفحات تالفة لم تؤخذ: {count} من {pages}</translation>
    </message>
    <message>
        <source>There is no page in the PDF file.</source>
        <translation>لا صفحات في ملف PDF.</translation>
    </message>
    <message>
        <source>no page can be read</source>
        <translation>تعذرت قراءة أي صفحة</translation>
    </message>
    <message>
        <source>PDF with a text layer</source>
        <translation>PDF فيه طبقة نص</translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation>نص صرف</translation>
    </message>
    <message>
        <source>{where} stands at {start}-{end}, but its tokens at {edges}: mend one of them.</source>
        <translation>يقع {where} في {start}-{end}، وكلماته في {edges}: صحّح أحدهما.</translation>
    </message>
    <message>
        <source>the task was answered {answer}: its marks stay behind</source>
        <translation>كان الجواب عن المهمة {answer}: بقيت علاماتها خارجاً</translation>
    </message>
    <message>
        <source>Prodigy and spaCy (JSON Lines of spans and relations)</source>
        <translation>Prodigy وspaCy (أسطر JSON فيها مواضع وعلاقات)</translation>
    </message>
    <message>
        <source>JSON Lines of texts with spans</source>
        <translation>أسطر JSON فيها نصوص ومواضع</translation>
    </message>
    <message>
        <source>links and attributes</source>
        <translation>الروابط والسمات</translation>
    </message>
    <message>
        <source>Tawsim gold data (tawsim/1 JSON Lines)</source>
        <translation>بيانات توسيم الذهبية (tawsim/1 JSON Lines)</translation>
    </message>
    <message>
        <source>The file declares a document type, which no XMI does and which can be made to do harm: it is not read.</source>
        <translation>يصرّح الملف بنوع مستند (DOCTYPE)، ولا يفعل ذلك ملف XMI وقد يُتّخذ للإضرار: لم يُقرأ.</translation>
    </message>
    <message>
        <source>It is no UIMA CAS that can be read: {reason}.</source>
        <translation>ليس ملف UIMA CAS مقروءًا: {reason}.</translation>
    </message>
    <message>
        <source>A file of this format holds one article: name a folder or a .zip archive for them, not {name}.</source>
        <translation>يحوي الملف بهذه الصيغة مقالًا واحدًا: سمِّ مجلدًا أو أرشيفًا بامتداد ‎.zip لا {name}.</translation>
    </message>
    <message>
        <source>UIMA CAS XMI (INCEpTION)</source>
        <translation>صيغة UIMA CAS XMI (‏INCEpTION)</translation>
    </message>
    <message>
        <source>characters that XML cannot hold</source>
        <translation>المحارف التي لا تتسع لها XML</translation>
    </message>
    <message>
        <source>UIMA CAS JSON (INCEpTION)</source>
        <translation>صيغة UIMA CAS JSON (‏INCEpTION)</translation>
    </message>
    <message>
        <source>The annotations come without their text: put it beside them as {name} and import them again.</source>
        <translation>جاءت التأشيرات بلا نصها: ضعه بجانبها باسم {name} ثم استوردها من جديد.</translation>
    </message>
    <message>
        <source>Among the annotations stands {found}, which is none.</source>
        <translation>بين العلامات {found}، وليست علامة.</translation>
    </message>
    <message>
        <source>The annotation has no body with a value: nothing says what it is.</source>
        <translation>ليس للتأشيرة متن فيه قيمة: لا شيء يقول ما هي.</translation>
    </message>
    <message>
        <source>W3C Web Annotation (JSON-LD)</source>
        <translation>تأشيرات الويب من W3C (‏JSON-LD)</translation>
    </message>
    <message>
        <source>WebAnno TSV 3 (INCEpTION)</source>
        <translation>صيغة WebAnno TSV 3 (‏INCEpTION)</translation>
    </message>
    <message>
        <source>entity inside another one of the same label: Wojood's scorer does not see it</source>
        <translation>كيان داخل كيان له التصنيف نفسه: لا يراه مقياس Wojood</translation>
    </message>
    <message>
        <source>entity across another one of the same label: the earlier one is kept</source>
        <translation>كيان يتقاطع مع كيان له التصنيف نفسه: يبقى السابق</translation>
    </message>
    <message>
        <source>Wojood (nested entities, a token and its tags a line)</source>
        <translation>Wojood (كيانات متداخلة، في كل سطر وحدة ووسومها)</translation>
    </message>
    <message>
        <source>every mark but entities, edges inside of tokens, attributes, links, and the text between tokens</source>
        <translation>كل علامة سوى الكيانات، والحدود التي داخل الوحدات، والسمات، والروابط، والنص بين الوحدات</translation>
    </message>
    <message>
        <source>sheets that do not name a column for the text are left out: {names}</source>
        <translation>تُركت الأوراق التي لا تسمّي عموداً للنص: {names}</translation>
    </message>
    <message>
        <source>The sheet {sheet} breaks off behind row {row}: {reason}.</source>
        <translation>تنقطع الورقة {sheet} بعد الصف {row}: {reason}.</translation>
    </message>
    <message>
        <source>Excel workbook with a text column</source>
        <translation>مصنف Excel فيه عمود للنص</translation>
    </message>
    <message>
        <source>It holds NUL bytes, so it is UTF-16 or no text: save it as UTF-8 and import it again.</source>
        <translation>فيه بايتات NUL، فهو UTF-16 أو ليس نصاً: احفظه بترميز UTF-8 واستورده ثانيةً.</translation>
    </message>
    <message>
        <source>Not valid JSON at column {column}: {reason}.</source>
        <translation>السطر ليس JSON سليماً عند العمود {column}: {reason}.</translation>
    </message>
    <message>
        <source>There is no file {path}.</source>
        <translation>لا وجود للملف {path}.</translation>
    </message>
    <message>
        <source>{path} is a folder: name the files in it.</source>
        <translation>المسار {path} مجلد: سمِّ الملفات التي فيه.</translation>
    </message>
    <message>
        <source>The line has {size} million bytes; at most {most} million are read: end each record with a line break.</source>
        <translation>طول السطر {size} مليون بايت، ولا يُقرأ أكثر من {most} مليون: أنهِ كل سجل بسطر جديد.</translation>
    </message>
    <message>
        <source>The codebook {codebook} has no label {name}; write PERS for an entity's, quote:direct for another's.</source>
        <translation>ليس في دليل الترميز {codebook} تصنيف اسمه {name}؛ اكتب PERS لتصنيف كيان وquote:direct لتصنيف غيره.</translation>
    </message>
    <message>
        <source>key of a relation that the table has no column for</source>
        <translation>مفتاح علاقة لا عمود له في الجدول</translation>
    </message>
    <message>
        <source>{path} is no whole Parquet file, it is damaged or was cut off: {reason}.</source>
        <translation>‏{path} ليس ملف Parquet كاملًا، فهو تالف أو مبتور: {reason}.</translation>
    </message>
    <message>
        <source>The line must be an object with keys, and is {found}.</source>
        <translation>يجب أن يكون السطر كائناً ذا مفاتيح، لكنه {found}.</translation>
    </message>
    <message>
        <source>The column {name} is empty in this row.</source>
        <translation>العمود {name} فارغ في هذا الصف.</translation>
    </message>
    <message>
        <source>There is no field {name} in the line.</source>
        <translation>ليس في السطر حقل اسمه {name}.</translation>
    </message>
    <message>
        <source>The field {name} must be text, and is {found}.</source>
        <translation>يجب أن يكون الحقل {name} نصاً، لكنه {found}.</translation>
    </message>
    <message>
        <source>Some regions count code points and others UTF-16 units: export the task again from Label Studio.</source>
        <translation>تعدّ بعض المواضع نقاط الترميز وبعضها وحدات UTF-16: صدّر المهمة من Label Studio مرة أخرى.</translation>
    </message>
    <message>
        <source>What is said of the dataset is not valid TOML: {reason}.</source>
        <translation>ما قيل عن مجموعة البيانات ليس TOML سليماً: {reason}.</translation>
    </message>
    <message>
        <source>What is said of the dataset has the key {key}, which is not known; known are: {known}.</source>
        <translation>فيما قيل عن مجموعة البيانات مفتاح غير معروف {key}؛ والمعروف: {known}.</translation>
    </message>
    <message>
        <source>What is said of the dataset under {key} must be text.</source>
        <translation>يجب أن يكون ما تحت {key} في وصف مجموعة البيانات نصاً.</translation>
    </message>
    <message>
        <source>The name {name} of the dataset may have only Latin letters, digits, “-”, “_” and “.”.</source>
        <translation>لا يجوز في اسم مجموعة البيانات {name} إلا الحروف اللاتينية والأرقام و«-» و«_» و«.».</translation>
    </message>
    <message>
        <source>{path} is no release that can be compared with: {reason}. Name another one, or none.</source>
        <translation>ليس {path} إصداراً يمكن أن يُقارَن به: {reason}. سمِّ غيره أو لا تسمِّ شيئاً.</translation>
    </message>
    <message>
        <source>it has no data/*.jsonl</source>
        <translation>ليس فيه data/*.jsonl</translation>
    </message>
    <message>
        <source>The row has {found} cells, the heading {names}: put texts with the separator in them in quotes.</source>
        <translation>خلايا الصف {found} وخلايا العناوين {names}: ضع النصوص التي فيها الفاصل بين علامتي اقتباس.</translation>
    </message>
    <message>
        <source>the text is taken from the column {name}</source>
        <translation>أُخذ النص من العمود {name}</translation>
    </message>
    <message>
        <source>{where} must be text, and is {found}.</source>
        <translation>يجب أن تكون قيمة {where} نصاً، لكنها {found}.</translation>
    </message>
    <message>
        <source>{where} must be text or null, and is {found}.</source>
        <translation>يجب أن تكون قيمة {where} نصاً أو null، لكنها {found}.</translation>
    </message>
    <message>
        <source>{where} must be true or false, and is {found}.</source>
        <translation>يجب أن تكون قيمة {where} هي true أو false، لكنها {found}.</translation>
    </message>
    <message>
        <source>{where} must be true, false or null, and is {found}.</source>
        <translation>يجب أن تكون قيمة {where} هي true أو false أو null، لكنها {found}.</translation>
    </message>
    <message>
        <source>{where} must be a whole number, and is {found}.</source>
        <translation>يجب أن تكون قيمة {where} عدداً صحيحاً، لكنها {found}.</translation>
    </message>
    <message>
        <source>{where} must be a number or null, and is {found}.</source>
        <translation>يجب أن تكون قيمة {where} عدداً أو null، لكنها {found}.</translation>
    </message>
    <message>
        <source>{where} must be a list, and is {found}.</source>
        <translation>يجب أن تكون قيمة {where} قائمة، لكنها {found}.</translation>
    </message>
    <message>
        <source>{where} must be a pair of whole numbers [start, end], and is {found}.</source>
        <translation>يجب أن تكون قيمة {where} عددين صحيحين [start, end]، لكنها {found}.</translation>
    </message>
    <message>
        <source>{where} must be an object with keys, and is {found}.</source>
        <translation>يجب أن تكون قيمة {where} كائناً ذا مفاتيح، لكنها {found}.</translation>
    </message>
    <message>
        <source>{where} has the key {key}, which the format does not know.</source>
        <translation>في {where} المفتاح {key}، ولا تعرفه الصيغة.</translation>
    </message>
    <message>
        <source>The line lacks the key {key}.</source>
        <translation>ينقص السطر المفتاح {key}.</translation>
    </message>
    <message>
        <source>The line has the key {key}, which the format does not know.</source>
        <translation>في السطر المفتاح {key}، ولا تعرفه الصيغة.</translation>
    </message>
    <message>
        <source>gap in a mark of several fragments: it is written as one stretch</source>
        <translation>فجوة في علامة من عدة أجزاء: تُكتب جزءاً واحداً متصلاً</translation>
    </message>
    <message>
        <source>attribute of a mark</source>
        <translation>سمة لعلامة</translation>
    </message>
    <message>
        <source>id of a mark or link, and who made it, when and how</source>
        <translation>معرّف علامة أو رابط، ومن وضعه ومتى وكيف</translation>
    </message>
    <message>
        <source>part of a quote that is said to stand between its marks</source>
        <translation>الجزء الذي قيل إنه بين علامتي الاقتباس</translation>
    </message>
    <message>
        <source>link between marks</source>
        <translation>رابط بين علامتين</translation>
    </message>
    <message>
        <source>link to a register entry</source>
        <translation>رابط إلى قيد في السجل</translation>
    </message>
    <message>
        <source>mark that is no entity</source>
        <translation>علامة ليست كياناً</translation>
    </message>
    <message>
        <source>link to a mark that is not exported</source>
        <translation>رابط إلى علامة غير مصدَّرة</translation>
    </message>
    <message>
        <source>link to a register entry that does not exist</source>
        <translation>رابط إلى قيد غير موجود في السجل</translation>
    </message>
    <message>
        <source>link to an end that the line has no key for</source>
        <translation>رابط إلى طرف لا مفتاح له في السطر</translation>
    </message>
    <message>
        <source>further link of a slot that the line has room for one of</source>
        <translation>رابط زائد في خانة لا يتّسع السطر إلا لواحد منها</translation>
    </message>
    <message>
        <source>There is nothing to read in the folder {path}.</source>
        <translation>لا شيء يُقرأ في المجلد {path}.</translation>
    </message>
    <message>
        <source>The line has no tag behind the token {token}.</source>
        <translation>لا وسم في السطر بعد الوحدة {token}.</translation>
    </message>
    <message>
        <source>{tag} is no tag of IOB2: it must be O, or B- or I- with a label.</source>
        <translation>ليس {tag} وسماً بصيغة IOB2: يجب أن يكون O، أو ‎B-‎ أو ‎I-‎ مع تصنيف.</translation>
    </message>
    <message>
        <source>{tag} continues an entity that has not begun: the token before has none of this label. IOB2 begins with {begin}.</source>
        <translation>الوسم {tag} يكمل كياناً لم يبدأ: ليس للوحدة السابقة هذا التصنيف. البداية في IOB2 هي {begin}.</translation>
    </message>
    <message>
        <source>The line is of the format {found}; this version of Tawsim reads {known}.</source>
        <translation>السطر بالصيغة {found}؛ وهذه النسخة من «توسيم» تقرأ {known}.</translation>
    </message>
    <message>
        <source>The offsets are in the unit {found}; they must be in the unit {known}.</source>
        <translation>المواضع محسوبة بالوحدة {found}؛ ويجب أن تكون بالوحدة {known}.</translation>
    </message>
    <message>
        <source>The text holds a NUL character: it is no text.</source>
        <translation>في النص محرف NUL: فهو ليس نصاً.</translation>
    </message>
    <message>
        <source>meta.extra must be the text of a JSON object, such as {example}.</source>
        <translation>يجب أن تكون قيمة meta.extra نصَّ كائن JSON، مثل {example}.</translation>
    </message>
    <message>
        <source>The text was changed after the offsets were counted: its sha256 is {found}, the line says {said}.</source>
        <translation>تغيّر النص بعد حساب المواضع: بصمته sha256 هي {found}، وفي السطر {said}.</translation>
    </message>
    <message>
        <source>The zone {zone} {start}-{end} lies outside the text of {length} characters or is empty.</source>
        <translation>المنطقة {zone} {start}-{end} خارج النص الذي طوله {length} محرفاً، أو هي فارغة.</translation>
    </message>
    <message>
        <source>The mark {id} is of the layer {found}, its line of the layer {layer}.</source>
        <translation>العلامة {id} من الطبقة {found}، وسطرها من الطبقة {layer}.</translation>
    </message>
    <message>
        <source>The mark {id} names {name} as its {role}, but nothing of that kind in the line has this id.</source>
        <translation>العلامة {id} تذكر {name} في الخانة {role}، ولا شيء من هذا النوع في السطر يحمل هذا المعرّف.</translation>
    </message>
    <message>
        <source>The mark {id} names {name} twice as its {role}.</source>
        <translation>العلامة {id} تذكر {name} مرتين في الخانة {role}.</translation>
    </message>
    <message>
        <source>The relation {id} begins at {name}, which is no mark of the line.</source>
        <translation>العلاقة {id} تبدأ عند {name}، وليس علامة في السطر.</translation>
    </message>
    <message>
        <source>The relation {id} ends at {name}, which does not stand in the line.</source>
        <translation>العلاقة {id} تنتهي عند {name}، ولا وجود له في السطر.</translation>
    </message>
    <message>
        <source>mark of a kind that the line has no place for</source>
        <translation>علامة من نوع لا مكان له في السطر</translation>
    </message>
    <message>
        <source>label of a kind that has none in the line</source>
        <translation>تصنيف لنوع لا تصنيف له في السطر</translation>
    </message>
    <message>
        <source>attribute that the line has no key for</source>
        <translation>سمة لا مفتاح لها في السطر</translation>
    </message>
    <message>
        <source>note of a register entry</source>
        <translation>ملاحظة على قيد في السجل</translation>
    </message>
    <message>
        <source>entity inside or across a longer one: the outermost is kept</source>
        <translation>كيان داخل كيان أطول أو متقاطع معه: يبقى الخارجي</translation>
    </message>
    <message>
        <source>edge inside a token or in white space: it is moved to the edge of the token</source>
        <translation>حدّ داخل وحدة أو في فراغ: يُنقل إلى حدّ الوحدة</translation>
    </message>
    <message>
        <source>entity of nothing but white space</source>
        <translation>كيان ليس فيه إلا فراغ</translation>
    </message>
    <message>
        <source>what stands between tokens, and what is known of an article: ref, title, date, zones</source>
        <translation>ما بين الوحدات، وما يُعرف عن المقال: معرّفه وعنوانه وتاريخه ومناطقه</translation>
    </message>
    <message>
        <source>article without a single token</source>
        <translation>مقال ليس فيه وحدة واحدة</translation>
    </message>
    <message>
        <source>Under {where} stands {found}, which is none.</source>
        <translation>تحت {where} القيمة {found}، وليست من ذلك.</translation>
    </message>
    <message>
        <source>It does not begin with #FORMAT=WebAnno TSV 3: it is no WebAnno TSV 3 file.</source>
        <translation>لا يبدأ الملف بـ‎#FORMAT=WebAnno TSV 3: ليس ملف WebAnno TSV 3.</translation>
    </message>
    <message>
        <source>Line {line} of the header stands behind rows: nothing tells their columns.</source>
        <translation>يأتي سطر الترويسة {line} بعد الصفوف: فلا شيء يبيّن أعمدتها.</translation>
    </message>
    <message>
        <source>The row is none of a token: it needs {count} columns, of which the first two are 1-1 and 0-4.</source>
        <translation>ليس الصف لكلمة: يلزمه {count} من الأعمدة، أولها مثل 1-1 وثانيها مثل 0-4.</translation>
    </message>
    <message>
        <source>Line {line} of the header is none of WebAnno TSV 3.</source>
        <translation>السطر {line} من الترويسة ليس من WebAnno TSV 3.</translation>
    </message>
    <message>
        <source>The words at {start}-{end} of the text stand in no row: one is missing, and the spans beside it stay behind.</source>
        <translation>كلمات النص في {start}-{end} ليست في أي صف: هناك صف ناقص، فلا تُستورد المقاطع المجاورة له.</translation>
    </message>
    <message>
        <source>The span {id} goes on here, but rows before it do not belong to it: two spans may have one number.</source>
        <translation>يستمر المقطع {id} هنا وقبله صفوف ليست منه: ربما حمل مقطعان رقمًا واحدًا.</translation>
    </message>
    <message>
        <source>The token {start}-{end} begins or ends inside of a character or outside the text.</source>
        <translation>الكلمة في {start}-{end} تبدأ أو تنتهي داخل حرف واحد أو خارج النص.</translation>
    </message>
    <message>
        <source>The token is “{said}”, but the text at {start}-{end} says “{found}” (in UTF-16 units).</source>
        <translation>الكلمة هي «{said}»، لكن النص في {start}-{end} (بوحدات UTF-16) يقول «{found}».</translation>
    </message>
    <message>
        <source>The annotation points to no text: it has neither start and end nor the exact words.</source>
        <translation>لا تشير التأشيرة إلى نص: ليس فيها بداية ونهاية ولا الألفاظ نفسها.</translation>
    </message>
    <message>
        <source>The words “{exact}” of the annotation do not stand in the text.</source>
        <translation>ألفاظ التأشيرة «{exact}» ليست في النص.</translation>
    </message>
    <message>
        <source>The words “{exact}” of the annotation stand in several places of the text, and it does not say which.</source>
        <translation>ألفاظ التأشيرة «{exact}» في عدة مواضع من النص، ولا تقول أيها المقصود.</translation>
    </message>
    <message>
        <source>mark whose label has no name in this export</source>
        <translation>علامة ليس لتصنيفها اسم في هذا التصدير</translation>
    </message>
    <message>
        <source>state of a mark that is not accepted</source>
        <translation>حالة علامة لم تُقبل</translation>
    </message>
    <message>
        <source>label that shares its name with another one in this export</source>
        <translation>تصنيف يشترك في اسمه مع تصنيف آخر في هذا التصدير</translation>
    </message>
    <message>
        <source>It would unpack to {size} million bytes from {packed} million: such a file is made to fill a disk.</source>
        <translation>ينفك إلى {size} مليون بايت من {packed} مليون: مثل هذا الملف صُنع ليملأ القرص.</translation>
    </message>
    <message>
        <source>The {what} file declares XML entities, which could fill the memory.</source>
        <translation>يعرّف ملف {what} كيانات XML قد تملأ الذاكرة.</translation>
    </message>
    <message>
        <source>A mark that does not fit its text or the codebook</source>
        <translation>علامة لا توافق نصّها أو دليل الترميز</translation>
    </message>
    <message>
        <source>A slot filled by something that it cannot take</source>
        <translation>خانة فيها ما لا تقبله</translation>
    </message>
    <message>
        <source>A label that the codebook does not have any more</source>
        <translation>تصنيف لم يعد في دليل الترميز</translation>
    </message>
    <message>
        <source>Quotes that lie in one another, round in a circle</source>
        <translation>اقتباسات يقع بعضها في بعض في دائرة</translation>
    </message>
    <message>
        <source>The same words marked twice in the same way</source>
        <translation>الكلمات نفسها معلَّمة مرتين بالطريقة نفسها</translation>
    </message>
    <message>
        <source>A space, a point or a mark at an edge that is no part of it</source>
        <translation>فراغ أو نقطة أو علامة عند حدّ وليست منه</translation>
    </message>
    <message>
        <source>A name that begins with a conjunction or a preposition</source>
        <translation>اسم يبدأ بحرف عطف أو حرف جر</translation>
    </message>
    <message>
        <source>An edge that cuts a word</source>
        <translation>حدّ يقطع كلمة</translation>
    </message>
    <message>
        <source>Fragments with nothing but white space between them</source>
        <translation>أجزاء لا يفصل بينها إلا فراغ</translation>
    </message>
    <message>
        <source>A percentage whose sign was left out</source>
        <translation>نسبة مئوية تُركت إشارتها</translation>
    </message>
    <message>
        <source>A quotation mark without its partner</source>
        <translation>علامة تنصيص بلا قرينتها</translation>
    </message>
    <message>
        <source>Quotation marks that are swapped in the text</source>
        <translation>علامتا تنصيص مقلوبتان في النص</translation>
    </message>
    <message>
        <source>A mark in a part of the article that is left out</source>
        <translation>علامة في جزء مستبعد من المقال</translation>
    </message>
    <message>
        <source>A quote without a speaker</source>
        <translation>اقتباس بلا متحدث</translation>
    </message>
    <message>
        <source>A quote that says its speaker is named, but has none</source>
        <translation>اقتباس يقول إن متحدثه مذكور وخانته فارغة</translation>
    </message>
    <message>
        <source>A quote that has a speaker, but says that nobody is named</source>
        <translation>اقتباس له متحدث ويقول إن المتحدث غير محدد</translation>
    </message>
    <message>
        <source>A speaker or claimer that is a date, a number or a language</source>
        <translation>متحدث أو صاحب ادعاء هو تاريخ أو عدد أو لغة</translation>
    </message>
    <message>
        <source>A quote whose addressee is its speaker</source>
        <translation>اقتباس مخاطَبه هو المتحدث نفسه</translation>
    </message>
    <message>
        <source>A quote without a cue</source>
        <translation>اقتباس بلا عبارة قول</translation>
    </message>
    <message>
        <source>A cue that belongs to no quote</source>
        <translation>عبارة قول لا تتبع أي اقتباس</translation>
    </message>
    <message>
        <source>A quote nested in one that does not hold it</source>
        <translation>اقتباس داخل اقتباس لا يحويه</translation>
    </message>
    <message>
        <source>Two quotes of the same words that are not linked as one utterance</source>
        <translation>اقتباسان بالكلمات نفسها لم يُربطا قولاً واحداً</translation>
    </message>
    <message>
        <source>A claim without a claimer</source>
        <translation>ادعاء بلا صاحب</translation>
    </message>
    <message>
        <source>A claim without a normalized sentence</source>
        <translation>ادعاء بلا صياغة</translation>
    </message>
    <message>
        <source>A slot filled by a mark that nobody has accepted</source>
        <translation>خانة فيها علامة لم يقبلها أحد</translation>
    </message>
    <message>
        <source>A mention whose register entry has another label</source>
        <translation>ذِكر يخالف تصنيفُه تصنيفَ قيده في السجل</translation>
    </message>
    <message>
        <source>The same words labelled differently in one article</source>
        <translation>الكلمات نفسها بتصنيفين في مقال واحد</translation>
    </message>
    <message>
        <source>Words labelled differently elsewhere in the project</source>
        <translation>كلمات لها تصنيف آخر في سائر المشروع</translation>
    </message>
    <message>
        <source>Suggestions that nobody has decided on</source>
        <translation>اقتراحات لم يُبتّ فيها</translation>
    </message>
    <message>
        <source>“{text}” is marked {label} twice.</source>
        <translation>عُلِّم «{text}» مرتين بالتصنيف {label}.</translation>
    </message>
    <message>
        <source>“{text}” is marked {label} here and {usual} elsewhere in the article.</source>
        <translation>عُلِّم «{text}» هنا {label} وفي غير هذا الموضع من المقال {usual}.</translation>
    </message>
    <message>
        <source>“{text}” says what another quote says, and is not linked to it.</source>
        <translation>الاقتباس «{text}» يقول ما يقوله اقتباس آخر ولم يُربط به.</translation>
    </message>
    <message>
        <source>Suggestions that nobody has decided on: {count}, the first on “{text}”.</source>
        <translation>اقتراحات لم يُبتّ فيها: {count}، أولها «{text}».</translation>
    </message>
    <message>
        <source>“{text}” is marked {label} here and mostly {usual} in the project.</source>
        <translation>عُلِّم «{text}» هنا {label} وفي أكثر المشروع {usual}.</translation>
    </message>
    <message>
        <source>“{text}” has the label {label}, which the codebook does not have any more.</source>
        <translation>العلامة «{text}» لها التصنيف {label} ولم يعد في دليل الترميز.</translation>
    </message>
    <message>
        <source>“{text}” begins or ends with a space, a point or a mark that is no part of it.</source>
        <translation>العلامة «{text}» تبدأ أو تنتهي بمسافة أو نقطة أو علامة ترقيم ليست منها.</translation>
    </message>
    <message>
        <source>“{text}” is broken where only white space stands between.</source>
        <translation>العلامة «{text}» مقطوعة حيث لا يفصل إلا فراغ.</translation>
    </message>
    <message>
        <source>The sign behind “{text}” belongs to it.</source>
        <translation>الإشارة التي بعد «{text}» جزء منه.</translation>
    </message>
    <message>
        <source>“{text}” begins with a particle that a mark leaves out.</source>
        <translation>العلامة «{text}» تبدأ بحرف يبقى خارجها.</translation>
    </message>
    <message>
        <source>An edge of “{text}” cuts a word.</source>
        <translation>أحد حدّي «{text}» يقطع كلمة.</translation>
    </message>
    <message>
        <source>The quote “{text}” has a quotation mark without its partner.</source>
        <translation>في الاقتباس «{text}» علامة تنصيص بلا قرين.</translation>
    </message>
    <message>
        <source>The quotation marks of “{text}” are swapped.</source>
        <translation>علامتا تنصيص الاقتباس «{text}» متبادلتان.</translation>
    </message>
    <message>
        <source>“{text}” stands in a part of the article that is left out.</source>
        <translation>العلامة «{text}» في جزء مستبعد من المقال.</translation>
    </message>
    <message>
        <source>The cue “{text}” belongs to no quote.</source>
        <translation>عبارة القول «{text}» لا ينتمي إلى أي اقتباس.</translation>
    </message>
    <message>
        <source>The quote “{text}” has no cue.</source>
        <translation>الاقتباس «{text}» بلا عبارة قول.</translation>
    </message>
    <message>
        <source>The claim “{text}” has no claimer.</source>
        <translation>الادعاء «{text}» بلا صاحب.</translation>
    </message>
    <message>
        <source>The claim “{text}” has no normalized sentence.</source>
        <translation>الادعاء «{text}» بلا صياغة موحّدة.</translation>
    </message>
    <message>
        <source>“{end}”, which fills a slot of “{text}”, is only suggested.</source>
        <translation>العلامة «{end}» في خانة من «{text}» وهي اقتراح لم يُقبل.</translation>
    </message>
    <message>
        <source>“{text}” is marked {label}, but {name} in the register is {entry}.</source>
        <translation>عُلِّم «{text}» {label} وقيد {name} في السجل {entry}.</translation>
    </message>
    <message>
        <source>The quote “{text}” has a speaker, but says that nobody is named.</source>
        <translation>الاقتباس «{text}» له متحدث ويقول إن المتحدث غير محدد.</translation>
    </message>
    <message>
        <source>The speaker of “{text}” is said to be named, but the slot is empty.</source>
        <translation>الاقتباس «{text}» يقول إن متحدثه مذكور والخانة فارغة.</translation>
    </message>
    <message>
        <source>The quote “{text}” has no speaker.</source>
        <translation>الاقتباس «{text}» بلا متحدث.</translation>
    </message>
    <message>
        <source>“{who}”, who speaks in “{text}”, is marked {label}.</source>
        <translation>المتحدث «{who}» في «{text}» معلَّم {label}.</translation>
    </message>
    <message>
        <source>The addressee of “{text}” is its speaker.</source>
        <translation>المخاطَب في «{text}» هو المتحدث نفسه.</translation>
    </message>
    <message>
        <source>“{text}” lies in a quote that lies in itself.</source>
        <translation>الاقتباس «{text}» داخل اقتباس يقع فيه.</translation>
    </message>
    <message>
        <source>“{text}” is nested in a quote that does not hold it.</source>
        <translation>الاقتباس «{text}» منسوب إلى اقتباس لا يحويه.</translation>
    </message>
    <message>
        <source>The program's own files are missing beside {place}; install it again.</source>
        <translation>ملفات البرنامج نفسه مفقودة بجوار {place}؛ أعد تثبيته.</translation>
    </message>
    <message>
        <source>The program's file {name} is missing; install it again.</source>
        <translation>ملف البرنامج {name} مفقود؛ أعد تثبيت البرنامج.</translation>
    </message>
    <message>
        <source>{path} has an article {ref} already. Give the new one another ref, or leave it out.</source>
        <translation>في {path} مقال بالمرجع {ref} من قبل. أعطِ الجديد مرجعاً آخر، أو دعه.</translation>
    </message>
    <message>
        <source>{path} has no article {article}. See the list of articles for those that are there.</source>
        <translation>ليس في {path} مقال {article}. انظر قائمة المقالات لمعرفة الموجود منها.</translation>
    </message>
    <message>
        <source>There is no backup {name} of {path}. Choose one of those that are there.</source>
        <translation>لا توجد نسخة احتياطية باسم {name} للمشروع {path}. اختر واحدة من النسخ الموجودة.</translation>
    </message>
    <message>
        <source>There is no backup of {path} yet.</source>
        <translation>لا توجد نسخة احتياطية من {path} بعد.</translation>
    </message>
    <message>
        <source>{path} is there already. Open it, or give the new project another name.</source>
        <translation>الملف {path} موجود من قبل. افتحه، أو أعطِ المشروع الجديد اسماً آخر.</translation>
    </message>
    <message>
        <source>There is no folder {folder} for the project {path}. Make the folder first, or choose another.</source>
        <translation>لا وجود للمجلد {folder} الذي يوضع فيه المشروع {path}. أنشئ المجلد أولاً، أو اختر غيره.</translation>
    </message>
    <message>
        <source>{path} has no article {article}. Import the article first.</source>
        <translation>ليس في {path} مقال {article}. استورد المقال أولاً.</translation>
    </message>
    <message>
        <source>Nothing was changed in {path}: the {role} of a mark ({source}) would point to something that is not there ({target}). Erase that link first, or take back the newer steps before this one.</source>
        <translation>لم يتغيّر شيء في {path}: فالخانة {role} من علامة ({source}) ستشير إلى ما لا وجود له ({target}). امحُ هذا الرابط أولاً، أو تراجع عن الخطوات الأحدث قبل هذه.</translation>
    </message>
    <message>
        <source>Nothing was saved in {path}: what this step changes ({record}) has been changed elsewhere meanwhile. Look at it as it is now, and repeat the step.</source>
        <translation>لم يُحفظ شيء في {path}: تغيّر في مكان آخر ما تغيّره هذه الخطوة ({record}). انظر إليه كما هو الآن، ثم كرّر الخطوة.</translation>
    </message>
    <message>
        <source>“{title}” cannot be taken back in {path}: what it made ({record}) has been changed since then by another layer or an import. Take that back first.</source>
        <translation>لا يمكن التراجع عن «{title}» في {path}: فما صنعته ({record}) غيّرته بعد ذلك طبقة أخرى أو عملية استيراد. تراجع عن ذلك أولاً.</translation>
    </message>
    <message>
        <source>“{title}” cannot be done again in {path}: what it starts from ({record}) has been changed since then. Make the change anew.</source>
        <translation>لا يمكن إعادة «{title}» في {path}: فما تنطلق منه ({record}) تغيّر بعد ذلك. أجرِ التغيير من جديد.</translation>
    </message>
    <message>
        <source>{path} is open only for reading. Save a copy of it in a folder where you may write, and work in the copy.</source>
        <translation>المشروع {path} مفتوح للقراءة فقط. احفظ نسخة منه في مجلد يُسمح لك بالكتابة فيه، واعمل في النسخة.</translation>
    </message>
    <message>
        <source>{path} is open only for reading: it lies on a network share ({kind}), where marks can get lost when two computers write. Copy the project to a disk of this computer, and work in the copy.</source>
        <translation>فُتح {path} للقراءة فقط: إنه على مجلد شبكي ({kind})، وقد تضيع فيه علامات إذا كتب حاسوبان معًا. انسخ المشروع إلى قرص في هذا الحاسوب واعمل في النسخة.</translation>
    </message>
    <message>
        <source>There is no room to write {path}. Free some space, or move the project to a larger disk, then repeat the step.</source>
        <translation>لا تتّسع المساحة لكتابة {path}. أفرغ بعض المساحة أو انقل المشروع إلى قرص أكبر، ثم كرّر الخطوة.</translation>
    </message>
    <message>
        <source>{path} cannot be written. Ask for the right to write the file and its folder, or copy it elsewhere and open the copy.</source>
        <translation>لا يمكن الكتابة في {path}. اطلب إذن الكتابة في الملف ومجلده، أو انسخه إلى مكان آخر وافتح النسخة.</translation>
    </message>
    <message>
        <source>{path} is being written by another window or program. Wait until it has finished, then repeat the step.</source>
        <translation>المشروع {path} تكتب فيه نافذة أخرى أو برنامج آخر. انتظر حتى ينتهي، ثم كرّر الخطوة.</translation>
    </message>
    <message>
        <source>{path} is not a Tawsim project. Open a .tawsim file, or make a new project and import this file.</source>
        <translation>الملف {path} ليس مشروع «توسيم». افتح ملف ‎.tawsim، أو أنشئ مشروعاً جديداً واستورد هذا الملف.</translation>
    </message>
    <message>
        <source>{path} is damaged ({reason}). Keep the file as it is. What is whole in it can be rescued to a new project (tawsim rescue), or a backup can be restored.</source>
        <translation>الملف {path} تالف ({reason}). أبقِ الملف كما هو؛ يمكن إنقاذ ما سلم منه إلى مشروع جديد (tawsim rescue)، أو استعادة نسخة احتياطية.</translation>
    </message>
    <message>
        <source>{path} could not be read or written: {reason}. See that the disk is in order, then repeat the step.</source>
        <translation>تعذّرت قراءة {path} أو كتابته: {reason}. تأكد من سلامة القرص، ثم كرّر الخطوة.</translation>
    </message>
    <message>
        <source>{path} was moved, renamed or replaced while it was open, and this step was not saved. Close the project, and open it from its new place.</source>
        <translation>المشروع {path} نُقل أو أُعيدت تسميته أو استُبدل وهو مفتوح، ولم تُحفظ هذه الخطوة. أغلق المشروع وافتحه من مكانه الجديد.</translation>
    </message>
    <message>
        <source>There is no project at {path}. See whether it was moved or renamed, and open it from its new place.</source>
        <translation>لا مشروع عند {path}. انظر هل نُقل أو أُعيدت تسميته، وافتحه من مكانه الجديد.</translation>
    </message>
    <message>
        <source>{path} is open only for reading: {user} has it open on {host} since {since}. It can be written here as soon as that window is closed.</source>
        <translation>فُتح {path} للقراءة فقط: فتحه {user} على {host} منذ {since}. ستمكن الكتابة فيه هنا حالما تُغلق تلك النافذة.</translation>
    </message>
    <message>
        <source>{path} is open only for reading: another window has it open. It can be written here as soon as that window is closed.</source>
        <translation>فُتح {path} للقراءة فقط: هو مفتوح في نافذة أخرى. ستمكن الكتابة فيه هنا حالما تُغلق تلك النافذة.</translation>
    </message>
    <message>
        <source>{path} was made by a newer Tawsim (format {found}, this one knows {known}). Install the newer Tawsim to open it.</source>
        <translation>المشروع {path} أنشأته نسخة أحدث من «توسيم» (الصيغة {found}، وهذه النسخة تعرف {known}). ثبّت النسخة الأحدث لفتحه.</translation>
    </message>
    <message>
        <source>{path} cannot be read where it is: its newest changes lie in {log} beside it, and nothing can be written there. Copy both files together into a folder where you may write, and open the copy.</source>
        <translation>تتعذّر قراءة {path} في مكانه: فأحدث تغييراته في {log} بجواره، ولا يمكن الكتابة هناك. انسخ الملفين معاً إلى مجلد يُسمح لك بالكتابة فيه، وافتح النسخة.</translation>
    </message>
    <message>
        <source>{path} was made by an older Tawsim and must be brought up to date first, but it was opened only for reading. Open it once where it can be written.</source>
        <translation>المشروع {path} أنشأته نسخة أقدم من «توسيم» ويجب تحديثه أولاً، لكنه فُتح للقراءة فقط. افتحه مرة حيث يمكن الكتابة فيه.</translation>
    </message>
    <message>
        <source>Nothing of a Tawsim project can be found in {path}. Open the newest backup that you have of it.</source>
        <translation>لا أثر في {path} لأي شيء من مشاريع توسيم. افتح أحدث نسخة احتياطية لديك منه.</translation>
    </message>
    <message>
        <source>There is no file {path}. See whether it was moved or renamed.</source>
        <translation>لا يوجد ملف {path}. تحقق مما إذا كان قد نُقل أو أُعيدت تسميته.</translation>
    </message>
    <message>
        <source>The codebook cannot be read; the one that ships with Tawsim stands in its place.</source>
        <translation>تعذّرت قراءة دليل الترميز؛ حلّ محلّه الدليل المرفق مع توسيم.</translation>
    </message>
    <message>
        <source>Versions of the codebook may be missing; version {version} is in use.</source>
        <translation>قد تكون إصدارات من دليل الترميز مفقودة؛ المستخدم الآن هو الإصدار {version}.</translation>
    </message>
    <message>
        <source>The article {ref} (“{name}”) with all that was marked in it.</source>
        <translation>المقال {ref} («{name}») وكل ما فيه من علامات.</translation>
    </message>
    <message>
        <source>{count} more articles with all that was marked in them.</source>
        <translation>مقالات أخرى عددها {count} وكل ما فيها من علامات.</translation>
    </message>
    <message>
        <source>Articles whose number cannot be told: the list of articles is damaged too.</source>
        <translation>مقالات لا يُعرف عددها، فقائمة المقالات تالفة أيضًا.</translation>
    </message>
    <message>
        <source>The title, source and zones of the article {ref} cannot be read.</source>
        <translation>تعذّرت قراءة عنوان المقال {ref} ومصدره ومناطقه.</translation>
    </message>
    <message>
        <source>Rescued from a damaged file</source>
        <translation>إنقاذ من ملف تالف</translation>
    </message>
    <message>
        <source>What could be undone, and who changed what: {found} edits can be read, {missing} cannot.</source>
        <translation>ما كان يمكن التراجع عنه ومن غيّر ماذا: تعديلات مقروءة عددها {found}، وأخرى غير مقروءة عددها {missing}.</translation>
    </message>
    <message>
        <source>{count} marks that cannot be read, or do not fit their article.</source>
        <translation>علامات عددها {count} تعذّرت قراءتها أو لا تطابق مقالها.</translation>
    </message>
    <message>
        <source>{count} links that cannot be read, or have lost an end.</source>
        <translation>روابط عددها {count} تعذّرت قراءتها أو فقدت أحد طرفيها.</translation>
    </message>
    <message>
        <source>{count} entries of the register that cannot be read.</source>
        <translation>قيود من السجل عددها {count} تعذّرت قراءتها.</translation>
    </message>
    <message>
        <source>{count} marks as they last can be read; they may have been changed since: {ids}</source>
        <translation>علامات عددها {count} على آخر حال مقروءة لها، وربما غُيّرت بعدها: {ids}</translation>
    </message>
    <message>
        <source>{count} links as they last can be read; they may have been changed since: {ids}</source>
        <translation>روابط عددها {count} على آخر حال مقروءة لها، وربما غُيّرت بعدها: {ids}</translation>
    </message>
    <message>
        <source>{count} entries of the register as they last can be read: {ids}</source>
        <translation>قيود من السجل عددها {count} على آخر حال مقروءة لها: {ids}</translation>
    </message>
    <message>
        <source>How far {count} articles had come.</source>
        <translation>مدى التقدم في مقالات عددها {count}.</translation>
    </message>
    <message>
        <source>How far {count} articles have come, as it last can be read: {ids}</source>
        <translation>مدى التقدم في مقالات عددها {count} على آخر حال مقروءة له: {ids}</translation>
    </message>
    <message>
        <source>A setting of the project, which cannot be read: {name}.</source>
        <translation>إعداد من إعدادات المشروع تعذّرت قراءته: {name}.</translation>
    </message>
    <message>
        <source>Settings of the project, such as views and word lists: their table is damaged.</source>
        <translation>إعدادات من إعدادات المشروع، كالعروض المحفوظة وقوائم الكلمات: جدولها تالف.</translation>
    </message>
    <message>
        <source>{count} records of worked time that cannot be read, or whose article is lost.</source>
        <translation>سجلات لوقت العمل عددها {count} تعذّرت قراءتها أو فُقد مقالها.</translation>
    </message>
    <message>
        <source>Some of the time that was worked: its table is damaged.</source>
        <translation>جزء من وقت العمل: جدوله تالف.</translation>
    </message>
    <message>
        <source>{path} was made by a newer Tawsim. Install the newer Tawsim to restore it.</source>
        <translation>أُنشئ {path} بإصدار أحدث من توسيم. ثبّت الإصدار الأحدث لاستعادته.</translation>
    </message>
    <message>
        <source>{path} is being written by another window or program. Wait until it has finished, then restore again.</source>
        <translation>تكتب نافذة أخرى أو برنامج آخر في {path} الآن. انتظر حتى ينتهي، ثم أعد الاستعادة.</translation>
    </message>
    <message>
        <source>The codebook of {path} cannot be used; every mark is kept and shown, and the codebook {name} stands in its place. Open the codebook to apply one, or type tawsim codebook apply. The reason: {reason}.</source>
        <translation>تعذّر استعمال دليل الترميز في {path}؛ العلامات كلها محفوظة وظاهرة، ويقوم الدليل {name} مقامه. افتح دليل الترميز لتطبّق دليلاً، أو اكتب tawsim codebook apply. السبب: {reason}.</translation>
    </message>
    <message>
        <source>{path} cannot be searched yet: {count} of its articles are not in the search index, and it is open only for reading. Open it once where it can be written.</source>
        <translation>لا يمكن البحث في {path} بعد: {count} من مقالاته ليست في فهرس البحث، وهو مفتوح للقراءة فقط. افتحه مرة حيث يمكن الكتابة فيه.</translation>
    </message>
    <message>
        <source>The list of names {name} is not valid TOML: {reason}.</source>
        <translation>قائمة الأسماء {name} ليست TOML سليماً: {reason}.</translation>
    </message>
    <message>
        <source>Something unforeseen went wrong; your marks are safe. A report lies in {path}.</source>
        <translation>حدث خطأ غير متوقع؛ علاماتك محفوظة. التقرير في {path}.</translation>
    </message>
    <message>
        <source>Nobody else has {path} open any more: it can be written here now.</source>
        <translation>لم يعد {path} مفتوحًا عند غيرك: تمكن الكتابة فيه هنا الآن.</translation>
    </message>
    <message>
        <source>There is no display to open a window on. Without one, use the commands: tawsim --help</source>
        <translation>لا توجد شاشة لفتح النافذة عليها. استعمل الأوامر بدلاً منها: ‎tawsim --help</translation>
    </message>
    <message>
        <source>What can be done here</source>
        <translation>ما يمكن فعله هنا</translation>
    </message>
    <message>
        <source>Move its edges</source>
        <translation>تحريك حدودها</translation>
    </message>
    <message>
        <source>Relabel</source>
        <translation>تغيير التصنيف</translation>
    </message>
    <message>
        <source>Mark as</source>
        <translation>وسم بوصف</translation>
    </message>
    <message>
        <source>Tawsim</source>
        <translation>توسيم</translation>
    </message>
    <message>
        <source>Save what is whole in it to a new project beside it, and open that? The damaged file stays as it is.</source>
        <translation>هل تريد حفظ ما سلم منه في مشروع جديد بجانبه وفتحه؟ يبقى الملف التالف كما هو.</translation>
    </message>
    <message>
        <source>Key: {key}</source>
        <translation>المفتاح: {key}</translation>
    </message>
    <message>
        <source>Attributes of: {name}</source>
        <translation>سمات: {name}</translation>
    </message>
    <message>
        <source>a key: the next value · with Shift: the one before · {clear} empties · Esc closes</source>
        <translation>المفتاح: القيمة التالية · مع Shift: السابقة · {clear} يُفرغ · Esc يغلق</translation>
    </message>
    <message>
        <source>Values in use</source>
        <translation>القيم المستعملة</translation>
    </message>
    <message>
        <source>{name}: Enter takes it, arrows choose one in use</source>
        <translation>اكتب {name}: يثبّته Enter، والأسهم تختار قيمة مستعملة</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>نعم</translation>
    </message>
    <message>
        <source>no</source>
        <translation>لا</translation>
    </message>
    <message>
        <source>made by hand</source>
        <translation>أُنشئت يدويًا</translation>
    </message>
    <message>
        <source>made while you worked</source>
        <translation>أُنشئت أثناء العمل</translation>
    </message>
    <message>
        <source>before a restore</source>
        <translation>قبل استعادة</translation>
    </message>
    <message>
        <source>before the project was brought up to date</source>
        <translation>قبل تحديث المشروع</translation>
    </message>
    <message>
        <source>Backups and restore</source>
        <translation>النسخ الاحتياطية والاستعادة</translation>
    </message>
    <message>
        <source>Backups, the newest first</source>
        <translation>النسخ الاحتياطية، الأحدث أولًا</translation>
    </message>
    <message>
        <source>What restoring it would change</source>
        <translation>ما الذي ستغيّره استعادتها</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>استعادة</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>نسخ احتياطي الآن</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>{backups}, together {room}, in {folder}</source>
        <translation>{backups}، حجمها معًا {room}، في {folder}</translation>
    </message>
    <message numerus="yes">
        <source>%n backups</source>
        <translation>
            <numerusform>لا نسخ احتياطية</numerusform>
            <numerusform>نسخة احتياطية واحدة</numerusform>
            <numerusform>نسختان احتياطيتان</numerusform>
            <numerusform>%n نسخ احتياطية</numerusform>
            <numerusform>%n نسخة احتياطية</numerusform>
            <numerusform>%n نسخة احتياطية</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no backup yet. One is made while you work, and N makes one now.</source>
        <translation>لا توجد نسخة احتياطية بعد. تُنشأ واحدة أثناء عملك، والمفتاح N ينشئ واحدة الآن.</translation>
    </message>
    <message>
        <source>Comparing …</source>
        <translation>جارٍ المقارنة…</translation>
    </message>
    <message>
        <source>Enter again puts this state in the place of the present one, which is backed up first.</source>
        <translation>اضغط Enter مرة أخرى لتحلّ هذه الحال محلّ الحال الراهنة، بعد أن تُحفظ الراهنة في نسخة احتياطية.</translation>
    </message>
    <message>
        <source>Restoring …</source>
        <translation>جارٍ الاستعادة…</translation>
    </message>
    <message>
        <source>Restored. What was there until now is kept as {name}.</source>
        <translation>تمت الاستعادة. ما كان موجودًا حتى الآن محفوظ باسم {name}.</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>نسخة احتياطية</translation>
    </message>
    <message>
        <source>Making a backup …</source>
        <translation>جارٍ إنشاء نسخة احتياطية…</translation>
    </message>
    <message>
        <source>The project is as this backup has it: nothing would change.</source>
        <translation>المشروع على حاله في هذه النسخة: لن يتغير شيء.</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>يُلغى</translation>
    </message>
    <message>
        <source>Brought back</source>
        <translation>يعود</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>المقالات</translation>
    </message>
    <message>
        <source>Marks in the layer {layer}</source>
        <translation>العلامات في الطبقة {layer}</translation>
    </message>
    <message>
        <source>{what}: {count}, as now</source>
        <translation>{what}: ‏{count}، كما هي الآن</translation>
    </message>
    <message>
        <source>{what}: now {before}, then {after}</source>
        <translation>{what}: الآن {before}، ثم {after}</translation>
    </message>
    <message>
        <source>{what}: {edits} by {who}, from {first} to {last}</source>
        <translation>{what}: {edits} من عمل {who}، من {first} إلى {last}</translation>
    </message>
    <message numerus="yes">
        <source>%n edits</source>
        <translation>
            <numerusform>لا تعديلات</numerusform>
            <numerusform>تعديل واحد</numerusform>
            <numerusform>تعديلان</numerusform>
            <numerusform>%n تعديلات</numerusform>
            <numerusform>%n تعديلًا</numerusform>
            <numerusform>%n تعديل</numerusform>
        </translation>
    </message>
    <message>
        <source>Note on the article</source>
        <translation>ملاحظة على المقال</translation>
    </message>
    <message>
        <source>Tags, parted by commas</source>
        <translation>الوسوم، تفصل بينها فواصل</translation>
    </message>
    <message>
        <source>Who shall do it, parted by commas</source>
        <translation>المكلَّفون به، تفصل بينهم فواصل</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>احفظ</translation>
    </message>
    <message>
        <source>In use: {words}</source>
        <translation>المستعمل: {words}</translation>
    </message>
    <message>
        <source>Bars; the table beside them has the same numbers.</source>
        <translation>أعمدة بيانية؛ وفي الجدول المجاور الأرقام نفسها.</translation>
    </message>
    <message>
        <source>Enter or a letter: what can stand here; Delete: nothing</source>
        <translation>زر الإدخال أو حرف: ما يمكن أن يوضع هنا، والحذف: لا شيء</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>فارغ</translation>
    </message>
    <message>
        <source>suggested</source>
        <translation>مقترحة</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>المقال</translation>
    </message>
    <message>
        <source>Register · {label}</source>
        <translation>السجل · {label}</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>السجل</translation>
    </message>
    <message>
        <source>Linked claims</source>
        <translation>ادعاءات مرتبطة</translation>
    </message>
    <message>
        <source>set</source>
        <translation>محدَّد</translation>
    </message>
    <message>
        <source>✓ the same</source>
        <translation>✓ نفسه</translation>
    </message>
    <message>
        <source>✗ contrary</source>
        <translation>✗ مناقض</translation>
    </message>
    <message>
        <source>Go on (Enter)</source>
        <translation>متابعة (Enter)</translation>
    </message>
    <message>
        <source>The new label's name in the dataset</source>
        <translation>اسم التصنيف الجديد في البيانات</translation>
    </message>
    <message>
        <source>It takes</source>
        <translation>يأخذ</translation>
    </message>
    <message>
        <source>the marks ticked below</source>
        <translation>العلامات المختارة أدناه</translation>
    </message>
    <message>
        <source>Marks: Space ticks what is chosen</source>
        <translation>العلامات: مفتاح المسافة يختارها</translation>
    </message>
    <message numerus="yes">
        <source>and %n more, which stay</source>
        <translation>
            <numerusform>ولا شيء غيرها</numerusform>
            <numerusform>وعلامة أخرى تبقى</numerusform>
            <numerusform>وعلامتان أخريان تبقيان</numerusform>
            <numerusform>و%n علامات أخرى تبقى</numerusform>
            <numerusform>و%n علامة أخرى تبقى</numerusform>
            <numerusform>و%n علامة أخرى تبقى</numerusform>
        </translation>
    </message>
    <message>
        <source>Codebook</source>
        <translation>دليل الترميز</translation>
    </message>
    <message>
        <source>Add (Insert)</source>
        <translation>إضافة (Insert)</translation>
    </message>
    <message>
        <source>Merge …</source>
        <translation>دمج…</translation>
    </message>
    <message>
        <source>Split …</source>
        <translation>تقسيم…</translation>
    </message>
    <message>
        <source>Retire …</source>
        <translation>إيقاف…</translation>
    </message>
    <message>
        <source>Remove (Delete)</source>
        <translation>حذف (Delete)</translation>
    </message>
    <message>
        <source>Import …</source>
        <translation>استيراد…</translation>
    </message>
    <message>
        <source>Export …</source>
        <translation>تصدير …</translation>
    </message>
    <message>
        <source>Show what changes (Ctrl+Enter)</source>
        <translation>عرض ما يتغيّر (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Taken back; nothing was applied yet.</source>
        <translation>تراجعت عن آخر تغيير؛ لم يُطبَّق شيء بعد.</translation>
    </message>
    <message>
        <source>Nothing is changed yet.</source>
        <translation>لم يتغيّر شيء بعد.</translation>
    </message>
    <message>
        <source>Looking through the marks …</source>
        <translation>جارٍ النظر في العلامات…</translation>
    </message>
    <message>
        <source>Choose what becomes of them first.</source>
        <translation>اختر أولاً ماذا تصير.</translation>
    </message>
    <message>
        <source>Writing …</source>
        <translation>جارٍ الحفظ…</translation>
    </message>
    <message>
        <source>{title}: {marks} marks; the codebook is at version {version}.</source>
        <translation>تمّ «{title}»: العلامات {marks}؛ وصار دليل الترميز في الإصدار {version}.</translation>
    </message>
    <message>
        <source>Looking through the marks: {done} of {total} articles</source>
        <translation>جارٍ النظر في العلامات: المقالات {done} من {total}</translation>
    </message>
    <message>
        <source>Nothing is applied yet: Esc again drops the changes, Ctrl+Enter shows them.</source>
        <translation>لم يُطبَّق شيء بعد: Esc مرة أخرى يترك التغييرات، وCtrl+Enter يعرضها.</translation>
    </message>
    <message>
        <source>solid line</source>
        <translation>خط متصل</translation>
    </message>
    <message>
        <source>double line</source>
        <translation>خط مزدوج</translation>
    </message>
    <message>
        <source>dashed line</source>
        <translation>خط متقطّع</translation>
    </message>
    <message>
        <source>dotted line</source>
        <translation>خط منقّط</translation>
    </message>
    <message>
        <source>dashes and dots</source>
        <translation>شُرَط ونقط</translation>
    </message>
    <message>
        <source>wave</source>
        <translation>موجة</translation>
    </message>
    <message>
        <source>thick line</source>
        <translation>خط عريض</translation>
    </message>
    <message>
        <source>Name in the dataset</source>
        <translation>الاسم في البيانات</translation>
    </message>
    <message>
        <source>Arabic name</source>
        <translation>الاسم العربي</translation>
    </message>
    <message>
        <source>English name</source>
        <translation>الاسم الإنجليزي</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>المفتاح</translation>
    </message>
    <message>
        <source>Colour on light</source>
        <translation>اللون على الفاتح</translation>
    </message>
    <message>
        <source>Colour on dark</source>
        <translation>اللون على الداكن</translation>
    </message>
    <message>
        <source>Pattern</source>
        <translation>النمط</translation>
    </message>
    <message>
        <source>Definition in Arabic</source>
        <translation>التعريف بالعربية</translation>
    </message>
    <message>
        <source>Definition in English</source>
        <translation>التعريف بالإنجليزية</translation>
    </message>
    <message>
        <source>Examples, one a line</source>
        <translation>أمثلة، في كل سطر مثال</translation>
    </message>
    <message>
        <source>Examples of what it is not</source>
        <translation>أمثلة لما ليس منه</translation>
    </message>
    <message>
        <source>Name in flat exports</source>
        <translation>الاسم في التصدير المسطّح</translation>
    </message>
    <message>
        <source>Names in exports</source>
        <translation>الأسماء في صيغ التصدير</translation>
    </message>
    <message>
        <source>How edges are tidied</source>
        <translation>كيف تُهذَّب الحدود</translation>
    </message>
    <message>
        <source>In the short list</source>
        <translation>في القائمة القصيرة</translation>
    </message>
    <message>
        <source>As it is read</source>
        <translation>كما يُقرأ</translation>
    </message>
    <message>
        <source>write it as #0072B2</source>
        <translation>اكتبه مثل ‎#0072B2‎</translation>
    </message>
    <message>
        <source>contrast {ratio}: hard to see</source>
        <translation>التباين {ratio}: يصعب تمييزه</translation>
    </message>
    <message>
        <source>contrast {ratio}</source>
        <translation>التباين {ratio}</translation>
    </message>
    <message>
        <source>on the Arabic layout: {key}</source>
        <translation>في التخطيط العربي: {key}</translation>
    </message>
    <message>
        <source>entities</source>
        <translation>كيانات</translation>
    </message>
    <message>
        <source>quotes</source>
        <translation>اقتباسات</translation>
    </message>
    <message>
        <source>claims</source>
        <translation>ادعاءات</translation>
    </message>
    <message>
        <source>cues</source>
        <translation>عبارات القول</translation>
    </message>
    <message>
        <source>register entries</source>
        <translation>مداخل السجل</translation>
    </message>
    <message>
        <source>one of several</source>
        <translation>واحد من عدة خيارات</translation>
    </message>
    <message>
        <source>yes or no</source>
        <translation>نعم أو لا</translation>
    </message>
    <message>
        <source>free text</source>
        <translation>نص حر</translation>
    </message>
    <message>
        <source>verdict</source>
        <translation>حكم</translation>
    </message>
    <message>
        <source>What it holds</source>
        <translation>ما تحمله</translation>
    </message>
    <message>
        <source>Choices: id | Arabic | English</source>
        <translation>الخيارات: الرمز | العربية | الإنجليزية</translation>
    </message>
    <message>
        <source>At first</source>
        <translation>القيمة الأولى</translation>
    </message>
    <message>
        <source>Words that may fill it</source>
        <translation>كلمات يجوز أن تملأها</translation>
    </message>
    <message>
        <source>How many at most (0: any number)</source>
        <translation>الحد الأقصى (0: بلا حد)</translation>
    </message>
    <message>
        <source>How many at most is a number.</source>
        <translation>الحد الأقصى عدد.</translation>
    </message>
    <message>
        <source>What changes</source>
        <translation>ما يتغيّر</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>التقدّم</translation>
    </message>
    <message>
        <source>Look again (Enter)</source>
        <translation>النظر مرة أخرى (Enter)</translation>
    </message>
    <message>
        <source>Apply as one step (Enter)</source>
        <translation>التطبيق خطوةً واحدة (Enter)</translation>
    </message>
    <message>
        <source>choose …</source>
        <translation>اختر…</translation>
    </message>
    <message>
        <source>reject these marks</source>
        <translation>تُرفض هذه العلامات</translation>
    </message>
    <message>
        <source>say nothing</source>
        <translation>لا يُقال شيء</translation>
    </message>
    <message numerus="yes">
        <source>{name} (%n marks) becomes</source>
        <translation>
            <numerusform>{name} (بلا علامات) يصير</numerusform>
            <numerusform>{name} (علامة واحدة) يصير</numerusform>
            <numerusform>{name} (علامتان) يصير</numerusform>
            <numerusform>{name} (%n علامات) يصير</numerusform>
            <numerusform>{name} (%n علامة) يصير</numerusform>
            <numerusform>{name} (%n علامة) يصير</numerusform>
        </translation>
    </message>
    <message>
        <source>Marks have what the new codebook lacks. What shall become of them?</source>
        <translation>في العلامات ما ليس في الدليل الجديد. فماذا تصير؟</translation>
    </message>
    <message>
        <source>{title}: version {version} of the codebook</source>
        <translation>العملية: {title}؛ الإصدار {version} من دليل الترميز</translation>
    </message>
    <message numerus="yes">
        <source>%n layers</source>
        <translation>
            <numerusform>بلا طبقات</numerusform>
            <numerusform>طبقة واحدة</numerusform>
            <numerusform>طبقتين</numerusform>
            <numerusform>%n طبقات</numerusform>
            <numerusform>%n طبقة</numerusform>
            <numerusform>%n طبقة</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>، </translation>
    </message>
    <message numerus="yes">
        <source>%n articles</source>
        <translation>
            <numerusform>بلا مقالات</numerusform>
            <numerusform>مقال واحد</numerusform>
            <numerusform>مقالان</numerusform>
            <numerusform>%n مقالات</numerusform>
            <numerusform>%n مقالاً</numerusform>
            <numerusform>%n مقال</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n marks</source>
        <translation>
            <numerusform>لا علامات</numerusform>
            <numerusform>علامة واحدة</numerusform>
            <numerusform>علامتان</numerusform>
            <numerusform>%n علامات</numerusform>
            <numerusform>%n علامة</numerusform>
            <numerusform>%n علامة</numerusform>
        </translation>
    </message>
    <message>
        <source>{before} is rejected: {marks} in {where}</source>
        <translation>يُرفض {before}: {marks} في {where}</translation>
    </message>
    <message>
        <source>{before} becomes {after}: {marks} in {where}</source>
        <translation>يصير {before} ← {after}: {marks} في {where}</translation>
    </message>
    <message numerus="yes">
        <source>%n marks become one with another on the same words</source>
        <translation>
            <numerusform>لا علامات تتّحد</numerusform>
            <numerusform>علامة واحدة تتّحد مع أخرى على الكلمات نفسها</numerusform>
            <numerusform>علامتان تتّحدان مع غيرهما على الكلمات نفسها</numerusform>
            <numerusform>%n علامات تتّحد مع غيرها على الكلمات نفسها</numerusform>
            <numerusform>%n علامة تتّحد مع غيرها على الكلمات نفسها</numerusform>
            <numerusform>%n علامة تتّحد مع غيرها على الكلمات نفسها</numerusform>
        </translation>
    </message>
    <message>
        <source>Other values: {marks}</source>
        <translation>قيم أخرى: {marks}</translation>
    </message>
    <message numerus="yes">
        <source>%n links follow</source>
        <translation>
            <numerusform>لا روابط تتبع</numerusform>
            <numerusform>رابط واحد يتبع</numerusform>
            <numerusform>رابطان يتبعان</numerusform>
            <numerusform>%n روابط تتبع</numerusform>
            <numerusform>%n رابطاً يتبع</numerusform>
            <numerusform>%n رابط يتبع</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n links go</source>
        <translation>
            <numerusform>لا روابط تُحذف</numerusform>
            <numerusform>رابط واحد يُحذف</numerusform>
            <numerusform>رابطان يُحذفان</numerusform>
            <numerusform>%n روابط تُحذف</numerusform>
            <numerusform>%n رابطاً يُحذف</numerusform>
            <numerusform>%n رابط يُحذف</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries of the register follow</source>
        <translation>
            <numerusform>لا مداخل تتبع</numerusform>
            <numerusform>مدخل واحد في السجل يتبع</numerusform>
            <numerusform>مدخلان في السجل يتبعان</numerusform>
            <numerusform>%n مداخل في السجل تتبع</numerusform>
            <numerusform>%n مدخلاً في السجل يتبع</numerusform>
            <numerusform>%n مدخل في السجل يتبع</numerusform>
        </translation>
    </message>
    <message>
        <source>No mark changes.</source>
        <translation>لا تتغيّر أي علامة.</translation>
    </message>
    <message>
        <source>New: {names}</source>
        <translation>جديد: {names}</translation>
    </message>
    <message>
        <source>Gone: {names}</source>
        <translation>محذوف: {names}</translation>
    </message>
    <message>
        <source>Said otherwise: {names}</source>
        <translation>تغيّر وصفه: {names}</translation>
    </message>
    <message>
        <source>{where} is not valid UTF-8; save it as UTF-8.</source>
        <translation>الملف {where} ليس UTF-8 سليماً؛ احفظه بترميز UTF-8.</translation>
    </message>
    <message>
        <source>Import a codebook</source>
        <translation>استيراد دليل ترميز</translation>
    </message>
    <message>
        <source>Codebooks (*.toml);;All files (*)</source>
        <translation>أدلّة الترميز (*.toml);;كل الملفات (*)</translation>
    </message>
    <message>
        <source>Export the codebook</source>
        <translation>تصدير دليل الترميز</translation>
    </message>
    <message>
        <source>Codebooks (*.toml)</source>
        <translation>أدلّة الترميز (*.toml)</translation>
    </message>
    <message>
        <source>Exported: {path}</source>
        <translation>كُتب الملف: {path}</translation>
    </message>
    <message>
        <source>Only quotes and claims have slots of their own.</source>
        <translation>الاقتباسات والادعاءات وحدها لها خانات.</translation>
    </message>
    <message>
        <source>A new label</source>
        <translation>تصنيف جديد</translation>
    </message>
    <message>
        <source>A new attribute</source>
        <translation>سمة جديدة</translation>
    </message>
    <message>
        <source>A new slot</source>
        <translation>خانة جديدة</translation>
    </message>
    <message>
        <source>A label needs a name.</source>
        <translation>لا بد من اسم.</translation>
    </message>
    <message>
        <source>There is {name} already; take another name.</source>
        <translation>الاسم {name} موجود من قبل؛ اختر غيره.</translation>
    </message>
    <message>
        <source>Choose a label first.</source>
        <translation>اختر تصنيفاً أولاً.</translation>
    </message>
    <message>
        <source>Merge {name} into another label</source>
        <translation>دمج {name} في تصنيف آخر</translation>
    </message>
    <message>
        <source>Into</source>
        <translation>في</translation>
    </message>
    <message>
        <source>Retire {name}: it takes no new marks</source>
        <translation>إيقاف {name}: لا تُعطى به علامات جديدة</translation>
    </message>
    <message>
        <source>its marks stay and are shown</source>
        <translation>تبقى علاماته وتُعرض</translation>
    </message>
    <message>
        <source>reject its marks</source>
        <translation>تُرفض علاماته</translation>
    </message>
    <message>
        <source>they become {name}</source>
        <translation>تصير {name}</translation>
    </message>
    <message>
        <source>Its marks</source>
        <translation>علاماته</translation>
    </message>
    <message>
        <source>Split {name}: a new label takes some of its marks</source>
        <translation>تقسيم {name}: تصنيف جديد يأخذ بعض علاماته</translation>
    </message>
    <message>
        <source>Parts of the codebook</source>
        <translation>أجزاء دليل الترميز</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>العلامات</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>السمات</translation>
    </message>
    <message>
        <source>Slots</source>
        <translation>الخانات</translation>
    </message>
    <message>
        <source>{name} (retired)</source>
        <translation>موقوف: {name}</translation>
    </message>
    <message>
        <source>{path} cannot be made: {reason}.</source>
        <translation>تعذّر إنشاء {path}: {reason}.</translation>
    </message>
    <message>
        <source>The picture {path} could not be written.</source>
        <translation>تعذّرت كتابة الصورة {path}.</translation>
    </message>
    <message>
        <source>Other names, parted by ؛</source>
        <translation>أسماء أخرى تفصل بينها ؛</translation>
    </message>
    <message>
        <source>Q and a number, or local:name</source>
        <translation>الحرف Q ورقم، أو local:name</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>التصنيف</translation>
    </message>
    <message>
        <source>Other names</source>
        <translation>أسماء أخرى</translation>
    </message>
    <message>
        <source>Wikidata or own id</source>
        <translation>معرّف ويكي بيانات أو معرّفك</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <source>In the register: {names}</source>
        <translation>في السجل: {names}</translation>
    </message>
    <message>
        <source>The same everywhere</source>
        <translation>نفسه في كل مكان</translation>
    </message>
    <message>
        <source>“{surface}” as {label}</source>
        <translation>وسم «{surface}»: {label}</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>العدد</translation>
    </message>
    <message>
        <source>Where the words stand</source>
        <translation>مواضع الكلمات</translation>
    </message>
    <message>
        <source>Articles looked through</source>
        <translation>المقالات التي بُحث فيها</translation>
    </message>
    <message>
        <source>Mark the ticked</source>
        <translation>وسم المختار</translation>
    </message>
    <message>
        <source>Tick</source>
        <translation>اختيار</translation>
    </message>
    <message>
        <source>All or none</source>
        <translation>الكل أو لا شيء</translation>
    </message>
    <message>
        <source>The whole corpus</source>
        <translation>المدوّنة كلها</translation>
    </message>
    <message>
        <source>These words stand nowhere else in this article. A looks through the whole corpus.</source>
        <translation>لا ترد هذه الكلمات في موضع آخر من هذا المقال. المفتاح A يبحث في المدوّنة كلها.</translation>
    </message>
    <message>
        <source>Looking through the corpus … Esc stops.</source>
        <translation>يجري البحث في المدوّنة … المفتاح Esc يوقفه.</translation>
    </message>
    <message>
        <source>Stopped: what was found by then is listed.</source>
        <translation>توقّف البحث: في القائمة ما عُثر عليه حتى الآن.</translation>
    </message>
    <message numerus="yes">
        <source>Marked already elsewhere: %n</source>
        <translation>
            <numerusform>ليس في سائر المقالات ما وُسم من قبل</numerusform>
            <numerusform>في سائر المقالات موضع وُسم من قبل</numerusform>
            <numerusform>في سائر المقالات موضعان وُسما من قبل</numerusform>
            <numerusform>في سائر المقالات %n مواضع وُسمت من قبل</numerusform>
            <numerusform>في سائر المقالات %n موضعاً وُسمت من قبل</numerusform>
            <numerusform>في سائر المقالات %n موضع وُسمت من قبل</numerusform>
        </translation>
    </message>
    <message>
        <source>These words stand nowhere else in the corpus.</source>
        <translation>لا ترد هذه الكلمات في موضع آخر من المدوّنة.</translation>
    </message>
    <message>
        <source>These are the first {count}: mark them, then look again.</source>
        <translation>هذه أول {count} موضع: سِمها ثم ابحث مرة أخرى.</translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>لا مواضع</numerusform>
            <numerusform>موضع واحد</numerusform>
            <numerusform>موضعان</numerusform>
            <numerusform>%n مواضع</numerusform>
            <numerusform>%n موضعاً</numerusform>
            <numerusform>%n موضع</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticked</source>
        <translation>
            <numerusform>لم يُختر شيء</numerusform>
            <numerusform>اختير واحد</numerusform>
            <numerusform>اختير اثنان</numerusform>
            <numerusform>اختيرت %n</numerusform>
            <numerusform>اختير %n</numerusform>
            <numerusform>اختير %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n articles</source>
        <translation>
            <numerusform>في لا مقال</numerusform>
            <numerusform>في مقال واحد</numerusform>
            <numerusform>في مقالين</numerusform>
            <numerusform>في %n مقالات</numerusform>
            <numerusform>في %n مقالاً</numerusform>
            <numerusform>في %n مقال</numerusform>
        </translation>
    </message>
    <message>
        <source>The search is still going: wait until it is done, or stop it with Esc.</source>
        <translation>البحث جارٍ: انتظر حتى ينتهي، أو أوقفه بالمفتاح Esc.</translation>
    </message>
    <message>
        <source>Nothing is ticked.</source>
        <translation>لم يُختر شيء.</translation>
    </message>
    <message>
        <source>Marked {count} more.</source>
        <translation>وُسمت مواضع أخرى: {count}.</translation>
    </message>
    <message>
        <source>Marked {count} more ({articles} articles).</source>
        <translation>وُسمت مواضع أخرى: {count} (في المقالات: {articles}).</translation>
    </message>
    <message numerus="yes">
        <source>Marked elsewhere meanwhile: %n. Nothing is marked yet; Enter marks the rest.</source>
        <translation>
            <numerusform>لم يوسم شيء بعد؛ مفتاح الإدخال يسم المختار.</numerusform>
            <numerusform>وُسم موضع من نافذة أخرى في هذه الأثناء. لم يوسم شيء بعد؛ مفتاح الإدخال يسم الباقي.</numerusform>
            <numerusform>وُسم موضعان من نافذة أخرى في هذه الأثناء. لم يوسم شيء بعد؛ مفتاح الإدخال يسم الباقي.</numerusform>
            <numerusform>وُسمت %n مواضع من نافذة أخرى في هذه الأثناء. لم يوسم شيء بعد؛ مفتاح الإدخال يسم الباقي.</numerusform>
            <numerusform>وُسم %n موضعاً من نافذة أخرى في هذه الأثناء. لم يوسم شيء بعد؛ مفتاح الإدخال يسم الباقي.</numerusform>
            <numerusform>وُسم %n موضع من نافذة أخرى في هذه الأثناء. لم يوسم شيء بعد؛ مفتاح الإدخال يسم الباقي.</numerusform>
        </translation>
    </message>
    <message>
        <source>New project</source>
        <translation>مشروع جديد</translation>
    </message>
    <message>
        <source>Tawsim projects (*.tawsim)</source>
        <translation>مشاريع توسيم (*.tawsim)</translation>
    </message>
    <message>
        <source>The codebook of the project:</source>
        <translation>دليل ترميز المشروع:</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>إعادة</translation>
    </message>
    <message>
        <source>Open project</source>
        <translation>فتح مشروع</translation>
    </message>
    <message>
        <source>Tawsim projects (*.tawsim);;All files (*)</source>
        <translation>مشاريع توسيم (*.tawsim);;كل الملفات (*)</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>الطبقة</translation>
    </message>
    <message>
        <source>Work in the layer (a new name makes a new one):</source>
        <translation>العمل في الطبقة (الاسم الجديد ينشئ طبقة جديدة):</translation>
    </message>
    <message>
        <source>Wait until the running work is done, or stop it.</source>
        <translation>انتظر حتى ينتهي العمل الجاري، أو أوقفه.</translation>
    </message>
    <message>
        <source>Imported: {added} articles, {marks} marks; {duplicates} were here already, {rejected} rejected.</source>
        <translation>اكتمل الاستيراد: المقالات {added}، العلامات {marks}؛ الموجود من قبل {duplicates}، المرفوض {rejected}.</translation>
    </message>
    <message>
        <source>Exported: {lines} articles to {path}</source>
        <translation>اكتمل التصدير: المقالات {lines}، في {path}</translation>
    </message>
    <message>
        <source>Exact</source>
        <translation>حرفي</translation>
    </message>
    <message>
        <source>Light level</source>
        <translation>خفيف</translation>
    </message>
    <message>
        <source>Strong level</source>
        <translation>واسع</translation>
    </message>
    <message>
        <source>Just what is typed</source>
        <translation>كما كُتب تماماً</translation>
    </message>
    <message>
        <source>Whatever the vowel signs, tatweel, invisible characters, forms of alef, yeh and digits</source>
        <translation>دون اعتبار للتشكيل والتطويل والمحارف الخفية وصور الألف والياء والأرقام</translation>
    </message>
    <message>
        <source>As light, and ة as ه, ؤ as و, ئ as ي</source>
        <translation>كالخفيف، مع عدّ ة هاءً و ؤ واواً و ئ ياءً</translation>
    </message>
    <message>
        <source>Find in the article</source>
        <translation>البحث في المقال</translation>
    </message>
    <message>
        <source>Matches</source>
        <translation>المطابقات</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>كلمات</translation>
    </message>
    <message>
        <source>Whole words only; particles written together with them do not count</source>
        <translation>كلمات كاملة فقط، ولا عبرة بما اتصل بها من حروف</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>المطابقة السابقة</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>المطابقة التالية</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Not here</source>
        <translation>ليس هنا</translation>
    </message>
    <message>
        <source>{at} of {count}</source>
        <translation>{at} من {count}</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>خطأ</translation>
    </message>
    <message>
        <source>Doubt</source>
        <translation>شك</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>تنبيه</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>الملاحظات</translation>
    </message>
    <message>
        <source>Ignored: {text}</source>
        <translation>متجاهَل: {text}</translation>
    </message>
    <message numerus="yes">
        <source>%n errors</source>
        <translation>
            <numerusform>لا أخطاء</numerusform>
            <numerusform>خطأ واحد</numerusform>
            <numerusform>خطآن</numerusform>
            <numerusform>%n أخطاء</numerusform>
            <numerusform>%n خطأً</numerusform>
            <numerusform>%n خطأ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n doubts</source>
        <translation>
            <numerusform>لا شكوك</numerusform>
            <numerusform>شك واحد</numerusform>
            <numerusform>شكّان</numerusform>
            <numerusform>%n شكوك</numerusform>
            <numerusform>%n شكاً</numerusform>
            <numerusform>%n شك</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n notices</source>
        <translation>
            <numerusform>لا تنبيهات</numerusform>
            <numerusform>تنبيه واحد</numerusform>
            <numerusform>تنبيهان</numerusform>
            <numerusform>%n تنبيهات</numerusform>
            <numerusform>%n تنبيهاً</numerusform>
            <numerusform>%n تنبيه</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Findings: %n</source>
        <translation>
            <numerusform>لا ملاحظات</numerusform>
            <numerusform>ملاحظة واحدة</numerusform>
            <numerusform>ملاحظتان</numerusform>
            <numerusform>%n ملاحظات</numerusform>
            <numerusform>%n ملاحظة</numerusform>
            <numerusform>%n ملاحظة</numerusform>
        </translation>
    </message>
    <message>
        <source>{speaker} {cue}
that {content}
to {addressee}
{label} {medium}</source>
        <translation>{speaker} {cue}
إن {content}
إلى {addressee}
{label} {medium}</translation>
    </message>
    <message>
        <source>{claimer} claims
that {content}
about {object}
{modality}</source>
        <translation>{claimer} يقول
إن {content}
عن {object}
{modality}</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>النوع</translation>
    </message>
    <message>
        <source>Quotes by speaker and cue</source>
        <translation>الاقتباسات بحسب المتحدث وعبارة القول</translation>
    </message>
    <message>
        <source>Claims by claimer, topic and verdict</source>
        <translation>الادعاءات بحسب صاحبها وموضوعها والحكم عليها</translation>
    </message>
    <message>
        <source>This mark is gone since.</source>
        <translation>لم تعد هذه العلامة موجودة.</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>الصنف</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>المتحدث</translation>
    </message>
    <message>
        <source>Cue</source>
        <translation>عبارة القول</translation>
    </message>
    <message>
        <source>Normalized</source>
        <translation>الصياغة</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>التاريخ</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>القوة</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>الوسيط</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>الموضوع</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>الحكم</translation>
    </message>
    <message>
        <source>Claimer</source>
        <translation>صاحب الادعاء</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>مقبول</translation>
    </message>
    <message>
        <source>Quotes and claims</source>
        <translation>الاقتباسات والادعاءات</translation>
    </message>
    <message>
        <source>Export as CSV</source>
        <translation>تصدير CSV</translation>
    </message>
    <message numerus="yes">
        <source>Exported: %n rows</source>
        <translation>
            <numerusform>لم يُصدَّر شيء</numerusform>
            <numerusform>صُدِّر صف واحد</numerusform>
            <numerusform>صُدِّر صفان</numerusform>
            <numerusform>صُدِّرت %n صفوف</numerusform>
            <numerusform>صُدِّر %n صفاً</numerusform>
            <numerusform>صُدِّر %n صف</numerusform>
        </translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>تصفية</translation>
    </message>
    <message>
        <source>Filter: words of any column, or speaker:name …</source>
        <translation>تصفية: كلمات من أي عمود، أو المتحدث:الاسم …</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>اذهب إليه</translation>
    </message>
    <message>
        <source>Article or project</source>
        <translation>المقال أو المشروع</translation>
    </message>
    <message>
        <source>Sort</source>
        <translation>ترتيب</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>نسخ</translation>
    </message>
    <message>
        <source>Looking …</source>
        <translation>جارٍ البحث …</translation>
    </message>
    <message>
        <source>Quotes and claims of the project</source>
        <translation>اقتباسات المشروع وادعاءاته</translation>
    </message>
    <message>
        <source>Quotes and claims here</source>
        <translation>اقتباسات المقال وادعاءاته</translation>
    </message>
    <message numerus="yes">
        <source>%n rows</source>
        <translation>
            <numerusform>لا صفوف</numerusform>
            <numerusform>صف واحد</numerusform>
            <numerusform>صفان</numerusform>
            <numerusform>%n صفوف</numerusform>
            <numerusform>%n صفاً</numerusform>
            <numerusform>%n صف</numerusform>
        </translation>
    </message>
    <message>
        <source>place in the text</source>
        <translation>الموضع في النص</translation>
    </message>
    <message>
        <source>In the order of: {column}</source>
        <translation>الترتيب بحسب: {column}</translation>
    </message>
    <message numerus="yes">
        <source>Copied: %n rows</source>
        <translation>
            <numerusform>لم يُنسخ شيء</numerusform>
            <numerusform>نُسخ صف واحد</numerusform>
            <numerusform>نُسخ صفان</numerusform>
            <numerusform>نُسخت %n صفوف</numerusform>
            <numerusform>نُسخ %n صفاً</numerusform>
            <numerusform>نُسخ %n صف</numerusform>
        </translation>
    </message>
    <message>
        <source>Exporting …</source>
        <translation>جارٍ التصدير …</translation>
    </message>
    <message>
        <source>Guideline</source>
        <translation>دليل التصنيف</translation>
    </message>
    <message>
        <source>Shown</source>
        <translation>معروض</translation>
    </message>
    <message>
        <source>Folded away</source>
        <translation>مطوي</translation>
    </message>
    <message>
        <source>Not so:</source>
        <translation>وليس هكذا:</translation>
    </message>
    <message>
        <source>“{surface}” is not in the article.</source>
        <translation>النص «{surface}» غير موجود في المقال.</translation>
    </message>
    <message>
        <source>The word is not in view.</source>
        <translation>الكلمة ليست في مجال الرؤية.</translation>
    </message>
    <message>
        <source>The key {key} did not mark “{surface}”.</source>
        <translation>المفتاح {key} لم يضع علامة على «{surface}».</translation>
    </message>
    <message>
        <source>Put the caret on a quote or a claim first.</source>
        <translation>ضع المؤشر على اقتباس أو ادعاء أولاً.</translation>
    </message>
    <message>
        <source>No hint stands on “{surface}”.</source>
        <translation>لا حرف إرشاد على «{surface}».</translation>
    </message>
    <message>
        <source>The key {key} did not move the caret.</source>
        <translation>المفتاح {key} لم يحرّك المؤشر.</translation>
    </message>
    <message numerus="yes">
        <source>%n hints</source>
        <translation>
            <numerusform>لا حروف</numerusform>
            <numerusform>حرف واحد</numerusform>
            <numerusform>حرفان</numerusform>
            <numerusform>%n أحرف</numerusform>
            <numerusform>%n حرفاً</numerusform>
            <numerusform>%n حرف</numerusform>
        </translation>
    </message>
    <message>
        <source>type the letters on the word</source>
        <translation>اكتب الحروف التي فوق الكلمة</translation>
    </message>
    <message>
        <source>type its letter (with Shift: one more), Enter takes the nearest</source>
        <translation>اكتب حرفه (ومع Shift: واحد إضافي)، أو Enter للأقرب</translation>
    </message>
    <message>
        <source>nothing near fits: mark it first</source>
        <translation>لا شيء قريب يصلح: ضع عليه علامة أولاً</translation>
    </message>
    <message>
        <source>0: {what}</source>
        <translation>0: {what}</translation>
    </message>
    <message>
        <source>Esc leaves</source>
        <translation>Esc للخروج</translation>
    </message>
    <message>
        <source>Steps, the newest first</source>
        <translation>الخطوات، الأحدث أولًا</translation>
    </message>
    <message>
        <source>What the step changed</source>
        <translation>ما غيّرته الخطوة</translation>
    </message>
    <message>
        <source>Back to after it</source>
        <translation>العودة إلى ما بعدها</translation>
    </message>
    <message>
        <source>Back to before it</source>
        <translation>العودة إلى ما قبلها</translation>
    </message>
    <message>
        <source>The article</source>
        <translation>المقال</translation>
    </message>
    <message>
        <source>The mark</source>
        <translation>العلامة</translation>
    </message>
    <message>
        <source>History of the mark</source>
        <translation>تاريخ العلامة</translation>
    </message>
    <message>
        <source>History of the article</source>
        <translation>تاريخ المقال</translation>
    </message>
    <message>
        <source>No mark had the focus when this page was opened.</source>
        <translation>لم تكن أي علامة محدَّدة حين فُتحت هذه الصفحة.</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>جارٍ القراءة…</translation>
    </message>
    <message>
        <source>Nothing was done here yet in this layer.</source>
        <translation>لم يُعمل شيء هنا بعد في هذه الطبقة.</translation>
    </message>
    <message>
        <source>Looking at what stood there …</source>
        <translation>جارٍ النظر في ما كان موجودًا…</translation>
    </message>
    <message>
        <source>It is as it was then: nothing would change.</source>
        <translation>الحال كما كانت حينها: لن يتغير شيء.</translation>
    </message>
    <message>
        <source>Brought back; {count} marks or links stayed as they are, for what they need is no longer there.</source>
        <translation>تمت العودة؛ وبقيت علامات أو روابط عددها {count} على حالها، لأن ما تحتاج إليه لم يعد موجودًا.</translation>
    </message>
    <message>
        <source>Brought back. Undo takes it back again.</source>
        <translation>تمت العودة. التراجع يلغيها.</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>مرفوضة</translation>
    </message>
    <message>
        <source>not begun</source>
        <translation>لم يبدأ العمل فيها</translation>
    </message>
    <message>
        <source>begun</source>
        <translation>بدأ العمل عليه</translation>
    </message>
    <message>
        <source>done</source>
        <translation>مكتمل</translation>
    </message>
    <message>
        <source>flagged</source>
        <translation>معلَّم</translation>
    </message>
    <message>
        <source>excluded</source>
        <translation>مستبعد</translation>
    </message>
    <message>
        <source>Undone: {act}</source>
        <translation>تم التراجع عن: {act}</translation>
    </message>
    <message>
        <source>Redone: {act}</source>
        <translation>أُعيد: {act}</translation>
    </message>
    <message numerus="yes">
        <source>and %n more changes</source>
        <translation>
            <numerusform>ولا تغييرات أخرى</numerusform>
            <numerusform>وتغيير آخر</numerusform>
            <numerusform>وتغييران آخران</numerusform>
            <numerusform>و%n تغييرات أخرى</numerusform>
            <numerusform>و%n تغييرًا آخر</numerusform>
            <numerusform>و%n تغيير آخر</numerusform>
        </translation>
    </message>
    <message>
        <source>{role} of {mark}: {target}</source>
        <translation>{role} في {mark}: {target}</translation>
    </message>
    <message>
        <source>an entry that is no longer in the register</source>
        <translation>قيد لم يعد في السجل</translation>
    </message>
    <message>
        <source>label</source>
        <translation>التصنيف</translation>
    </message>
    <message>
        <source>words</source>
        <translation>الكلمات</translation>
    </message>
    <message>
        <source>state</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>العنوان</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>المصدر</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>الرابط</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>تاريخ النشر</translation>
    </message>
    <message>
        <source>Zones</source>
        <translation>أجزاء المقال</translation>
    </message>
    <message numerus="yes">
        <source>%n zones</source>
        <translation>
            <numerusform>لا مناطق</numerusform>
            <numerusform>منطقة واحدة</numerusform>
            <numerusform>منطقتان</numerusform>
            <numerusform>%n مناطق</numerusform>
            <numerusform>%n منطقة</numerusform>
            <numerusform>%n منطقة</numerusform>
        </translation>
    </message>
    <message>
        <source>Shared out to</source>
        <translation>أُسند إلى</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>الأولوية</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>الوسوم</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>مُنحّى</translation>
    </message>
    <message>
        <source>made: {what}</source>
        <translation>أُنشئ: {what}</translation>
    </message>
    <message>
        <source>erased: {what}</source>
        <translation>حُذف: {what}</translation>
    </message>
    <message>
        <source>{what}: {before}, then {after}</source>
        <translation>{what}: {before}، ثم {after}</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>لوحة التفاصيل</translation>
    </message>
    <message>
        <source>No mark under the caret.

Arrows move from word to word; a label key marks the stem. {key} shows all keys.</source>
        <translation>لا علامة تحت المؤشر.

تنقل الأسهم من كلمة إلى كلمة، ومفتاح التصنيف يسم جذع الكلمة. يعرض {key} المفاتيح كلها.</translation>
    </message>
    <message>
        <source>No article is open. Import some: {key}</source>
        <translation>لا مقال مفتوح. استورد مقالات: {key}</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>النص</translation>
    </message>
    <message>
        <source>Its own id</source>
        <translation>معرّفه الخاص</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>الملفات</translation>
    </message>
    <message numerus="yes">
        <source>All files (%n)</source>
        <translation>
            <numerusform>لا ملفات</numerusform>
            <numerusform>كل الملفات (%n)</numerusform>
            <numerusform>كل الملفات (%n)</numerusform>
            <numerusform>كل الملفات (%n)</numerusform>
            <numerusform>كل الملفات (%n)</numerusform>
            <numerusform>كل الملفات (%n)</numerusform>
        </translation>
    </message>
    <message>
        <source>Bring in articles</source>
        <translation>إدخال المقالات</translation>
    </message>
    <message>
        <source>Read each file as what it is</source>
        <translation>يُقرأ كل ملف بحسب ما هو</translation>
    </message>
    <message>
        <source>Read as</source>
        <translation>طريقة القراءة</translation>
    </message>
    <message>
        <source>Files …</source>
        <translation>ملفات …</translation>
    </message>
    <message>
        <source>A folder …</source>
        <translation>مجلد …</translation>
    </message>
    <message>
        <source>From the clipboard</source>
        <translation>من الحافظة</translation>
    </message>
    <message>
        <source>Bring in</source>
        <translation>أدخِل</translation>
    </message>
    <message>
        <source>Articles ({kinds});;All files (*)</source>
        <translation>المقالات ({kinds});;كل الملفات (*)</translation>
    </message>
    <message>
        <source>Bring in a folder</source>
        <translation>إدخال مجلد</translation>
    </message>
    <message>
        <source>Clipboard</source>
        <translation>الحافظة</translation>
    </message>
    <message>
        <source>There is neither text nor a file on the clipboard.</source>
        <translation>ليس في الحافظة نص ولا ملف.</translation>
    </message>
    <message>
        <source>Look at files</source>
        <translation>معاينة الملفات</translation>
    </message>
    <message>
        <source>There is nothing new in these files.</source>
        <translation>ليس في هذه الملفات جديد.</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>استيراد</translation>
    </message>
    <message>
        <source>Drop files here, or choose them: text, HTML, DOCX, PDF, tables, JSON, feeds, annotated formats, and folders and ZIP archives of these. Nothing comes in before you have seen what it would be.</source>
        <translation>أفلِت الملفات هنا أو اخترها: نصوص وHTML وDOCX وPDF وجداول وJSON وخلاصات وصيغ موسومة، ومجلدات وأرشيفات ZIP منها. لا يدخل شيء قبل أن ترى ما سيدخل.</translation>
    </message>
    <message>
        <source>Bringing in …</source>
        <translation>يجري الإدخال …</translation>
    </message>
    <message>
        <source>This would come in, with Enter:</source>
        <translation>هذا ما سيدخل إذا ضغطت Enter:</translation>
    </message>
    <message>
        <source>This came in:</source>
        <translation>هذا ما دخل:</translation>
    </message>
    <message>
        <source>Stopped. This came in before:</source>
        <translation>أُوقف الإدخال. وهذا ما دخل قبل ذلك:</translation>
    </message>
    <message numerus="yes">
        <source>%n here already</source>
        <translation>
            <numerusform>لا مكرر</numerusform>
            <numerusform>مكرر واحد</numerusform>
            <numerusform>مكرران</numerusform>
            <numerusform>%n مكررات</numerusform>
            <numerusform>%n مكرراً</numerusform>
            <numerusform>%n مكرر</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refused</source>
        <translation>
            <numerusform>لا مرفوض</numerusform>
            <numerusform>مرفوض واحد</numerusform>
            <numerusform>مرفوضان</numerusform>
            <numerusform>%n مرفوضات</numerusform>
            <numerusform>%n مرفوضاً</numerusform>
            <numerusform>%n مرفوض</numerusform>
        </translation>
    </message>
    <message>
        <source>Dropped text</source>
        <translation>نص مُفلَت</translation>
    </message>
    <message>
        <source>Comes in</source>
        <translation>يدخل</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>مرفوض</translation>
    </message>
    <message>
        <source>Here already</source>
        <translation>موجود من قبل</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>ملاحظات</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>الأعمدة</translation>
    </message>
    <message>
        <source>… and more; the command tawsim import tells all of them</source>
        <translation>… وغيرها؛ والأمر tawsim import يذكرها كلها</translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>لا جديد</numerusform>
            <numerusform>جديد واحد</numerusform>
            <numerusform>جديدان</numerusform>
            <numerusform>%n جديدة</numerusform>
            <numerusform>%n جديداً</numerusform>
            <numerusform>%n جديد</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with marks</source>
        <translation>
            <numerusform>لا شيء موسوم</numerusform>
            <numerusform>واحد موسوم</numerusform>
            <numerusform>اثنان موسومان</numerusform>
            <numerusform>%n موسومة</numerusform>
            <numerusform>%n موسوماً</numerusform>
            <numerusform>%n موسوم</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n characters</source>
        <translation>
            <numerusform>لا حروف</numerusform>
            <numerusform>حرف واحد</numerusform>
            <numerusform>حرفان</numerusform>
            <numerusform>%n أحرف</numerusform>
            <numerusform>%n حرفاً</numerusform>
            <numerusform>%n حرف</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… ولا غير ذلك</numerusform>
            <numerusform>… وواحد غيره</numerusform>
            <numerusform>… واثنان غيرها</numerusform>
            <numerusform>… و%n غيرها</numerusform>
            <numerusform>… و%n غيرها</numerusform>
            <numerusform>… و%n غيرها</numerusform>
        </translation>
    </message>
    <message>
        <source>Rejected lines, to mend and import again: {path}</source>
        <translation>السطور المرفوضة، لإصلاحها واستيرادها ثانيةً: {path}</translation>
    </message>
    <message numerus="yes">
        <source>and %n more lines</source>
        <translation>
            <numerusform>ولا أسطر أخرى</numerusform>
            <numerusform>وسطر آخر</numerusform>
            <numerusform>وسطران آخران</numerusform>
            <numerusform>و%n أسطر أخرى</numerusform>
            <numerusform>و%n سطراً آخر</numerusform>
            <numerusform>و%n سطر آخر</numerusform>
        </translation>
    </message>
    <message>
        <source>twice in these files</source>
        <translation>مرتان في هذه الملفات</translation>
    </message>
    <message>
        <source>in the project</source>
        <translation>في المشروع</translation>
    </message>
    <message>
        <source>Rescue a damaged project</source>
        <translation>إنقاذ مشروع تالف</translation>
    </message>
    <message>
        <source>There is no key map for the layout “{layout}”.</source>
        <translation>لا توجد خريطة مفاتيح للتخطيط «{layout}».</translation>
    </message>
    <message>
        <source>The usual keys are in force.</source>
        <translation>تُستعمل المفاتيح المعتادة.</translation>
    </message>
    <message>
        <source>{path} does not exist.</source>
        <translation>الملف {path} غير موجود.</translation>
    </message>
    <message>
        <source>The key {key} belongs to “{first}” already; “{second}” needs another.</source>
        <translation>المفتاح {key} مخصّص لـ«{first}»؛ يحتاج «{second}» إلى مفتاح آخر.</translation>
    </message>
    <message>
        <source>These actions are unknown here, their keys are kept: {names}</source>
        <translation>أفعال غير معروفة هنا، وقد حُفظت مفاتيحها: {names}</translation>
    </message>
    <message>
        <source>Change keys</source>
        <translation>تغيير المفاتيح</translation>
    </message>
    <message>
        <source>An action or a label …</source>
        <translation>فعل أو تصنيف…</translation>
    </message>
    <message>
        <source>Search the actions</source>
        <translation>البحث في الأفعال</translation>
    </message>
    <message>
        <source>Press a key to see what it does; Esc goes back.</source>
        <translation>اضغط مفتاحاً لترى ما يفعله، وEsc للرجوع.</translation>
    </message>
    <message>
        <source>Find by key</source>
        <translation>البحث بالمفتاح</translation>
    </message>
    <message>
        <source>Enter changes the chosen key, + adds one more, Delete takes it away. • has been changed.</source>
        <translation>بـEnter يتغيّر المفتاح المختار، وبـ+ يُضاف مفتاح آخر، وبـDelete يُحذف. والنقطة • علامة ما غُيّر.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>لم يتغيّر شيء.</translation>
    </message>
    <message numerus="yes">
        <source>%n actions</source>
        <translation>
            <numerusform>لا أفعال</numerusform>
            <numerusform>فعل واحد</numerusform>
            <numerusform>فعلان</numerusform>
            <numerusform>%n أفعال</numerusform>
            <numerusform>%n فعلاً</numerusform>
            <numerusform>%n فعل</numerusform>
        </translation>
    </message>
    <message>
        <source>This is what {key} does.</source>
        <translation>هذا ما يفعله {key}.</translation>
    </message>
    <message>
        <source>The key {key} is free.</source>
        <translation>المفتاح {key} غير مستعمل.</translation>
    </message>
    <message>
        <source>Press the Arabic key for “{action}”. Esc leaves, Delete takes it away.</source>
        <translation>اضغط المفتاح العربي لـ«{action}». بـEsc تترك الأمر، وبـDelete يُحذف المفتاح.</translation>
    </message>
    <message>
        <source>Press the new key for “{action}”. Esc leaves, Delete takes the old one away.</source>
        <translation>اضغط المفتاح الجديد لـ«{action}». بـEsc تترك الأمر، وبـDelete يُحذف المفتاح القديم.</translation>
    </message>
    <message>
        <source>Press another, or Esc.</source>
        <translation>اضغط غيره، أو Esc.</translation>
    </message>
    <message>
        <source>{key} belongs to “{owner}”. Press it again to take it over, another key instead, or Esc.</source>
        <translation>المفتاح {key} مخصّص لـ«{owner}». اضغطه مرة أخرى لتأخذه منه، أو اضغط غيره، أو Esc.</translation>
    </message>
    <message>
        <source>{key} belongs to “{owner}”. Press it again and that gets {old}, another key instead, or Esc.</source>
        <translation>المفتاح {key} مخصّص لـ«{owner}». اضغطه مرة أخرى فيصير لذاك المفتاح {old}، أو اضغط غيره، أو Esc.</translation>
    </message>
    <message>
        <source>The keys are in force and remembered.</source>
        <translation>المفاتيح مستعملة ومحفوظة.</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>الفعل</translation>
    </message>
    <message>
        <source>Latin key</source>
        <translation>المفتاح اللاتيني</translation>
    </message>
    <message>
        <source>Arabic key</source>
        <translation>المفتاح العربي</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>الأفعال ومفاتيحها</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>مغيَّر</translation>
    </message>
    <message>
        <source>{action}: Latin key {key}</source>
        <translation>الفعل {action}: المفتاح اللاتيني {key}</translation>
    </message>
    <message>
        <source>{action}: Arabic key {key}</source>
        <translation>الفعل {action}: المفتاح العربي {key}</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>المفاتيح</translation>
    </message>
    <message>
        <source>The key on a Latin layout, then the letter on the same key of an Arabic one.</source>
        <translation>المفتاح على لوحة لاتينية، ثم الحرف الذي على المفتاح نفسه في لوحة عربية.</translation>
    </message>
    <message>
        <source>Arabic layout</source>
        <translation>التخطيط العربي</translation>
    </message>
    <message>
        <source>Usual keys of this action</source>
        <translation>المفاتيح المعتادة لهذا الفعل</translation>
    </message>
    <message>
        <source>All usual keys</source>
        <translation>كل المفاتيح المعتادة</translation>
    </message>
    <message>
        <source>Written: {path}</source>
        <translation>كُتب: {path}</translation>
    </message>
    <message>
        <source>Import keys</source>
        <translation>استيراد المفاتيح</translation>
    </message>
    <message>
        <source>Keys (*.toml)</source>
        <translation>مفاتيح (*.toml)</translation>
    </message>
    <message>
        <source>Export keys</source>
        <translation>تصدير المفاتيح</translation>
    </message>
    <message>
        <source>neutral</source>
        <translation>محايد</translation>
    </message>
    <message>
        <source>assertive</source>
        <translation>مؤكِّد</translation>
    </message>
    <message>
        <source>doubting</source>
        <translation>مشكِّك</translation>
    </message>
    <message>
        <source>denying</source>
        <translation>نافٍ</translation>
    </message>
    <message>
        <source>Past (he said)</source>
        <translation>الماضي (قال)</translation>
    </message>
    <message>
        <source>Present (he says)</source>
        <translation>المضارع (يقول)</translation>
    </message>
    <message>
        <source>Participle (saying)</source>
        <translation>اسم الفاعل (قائل)</translation>
    </message>
    <message>
        <source>Verbal noun (saying of)</source>
        <translation>المصدر (قول)</translation>
    </message>
    <message>
        <source>With (prepositions)</source>
        <translation>يتعدى بـ (حروف الجر)</translation>
    </message>
    <message>
        <source>Reporting words</source>
        <translation>كلمات الإسناد</translation>
    </message>
    <message>
        <source>A word, or a strength …</source>
        <translation>كلمة أو درجة قوة …</translation>
    </message>
    <message>
        <source>Look for a reporting word</source>
        <translation>ابحث عن كلمة إسناد</translation>
    </message>
    <message>
        <source>Enter switches a word off or on for this project, or opens one of the project's own to change it; Delete takes one away.</source>
        <translation>مفتاح Enter يوقف الكلمة في هذا المشروع أو يعيدها، أو يفتح كلمة المشروع الخاصة لتعديلها؛ ومفتاح Delete يزيلها.</translation>
    </message>
    <message>
        <source>Verb</source>
        <translation>فعل</translation>
    </message>
    <message>
        <source>Frame (according to)</source>
        <translation>أداة (بحسب)</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>أضف</translation>
    </message>
    <message>
        <source>Kind of word</source>
        <translation>نوع الكلمة</translation>
    </message>
    <message>
        <source>with {words}</source>
        <translation>مع: {words}</translation>
    </message>
    <message>
        <source>the project's own</source>
        <translation>خاصة بالمشروع</translation>
    </message>
    <message>
        <source>switched off</source>
        <translation>موقوفة</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>الكلمة</translation>
    </message>
    <message>
        <source>“{word}” is a reporting word of this project now.</source>
        <translation>صارت «{word}» من كلمات الإسناد في هذا المشروع.</translation>
    </message>
    <message>
        <source>The same claim elsewhere</source>
        <translation>الادعاء نفسه في موضع آخر</translation>
    </message>
    <message>
        <source>What the claim contradicts</source>
        <translation>ما يناقضه الادعاء</translation>
    </message>
    <message>
        <source>Claims that are like this one</source>
        <translation>ادعاءات تشبه هذا</translation>
    </message>
    <message>
        <source>The same</source>
        <translation>هو نفسه</translation>
    </message>
    <message>
        <source>Contradicts</source>
        <translation>يناقضه</translation>
    </message>
    <message>
        <source>The same, and stay</source>
        <translation>هو نفسه مع البقاء</translation>
    </message>
    <message>
        <source>Contradicts, and stay</source>
        <translation>يناقضه مع البقاء</translation>
    </message>
    <message>
        <source>Unlink</source>
        <translation>فك الربط</translation>
    </message>
    <message>
        <source>Looking through the claims of the project …</source>
        <translation>يجري البحث في ادعاءات المشروع …</translation>
    </message>
    <message numerus="yes">
        <source>Reading the claims of the project for the first time: %n</source>
        <translation>
            <numerusform>تُقرأ ادعاءات المشروع أول مرة</numerusform>
            <numerusform>تُقرأ ادعاءات المشروع أول مرة: ادعاء واحد</numerusform>
            <numerusform>تُقرأ ادعاءات المشروع أول مرة: ادعاءان</numerusform>
            <numerusform>تُقرأ ادعاءات المشروع أول مرة: %n ادعاءات</numerusform>
            <numerusform>تُقرأ ادعاءات المشروع أول مرة: %n ادعاءً</numerusform>
            <numerusform>تُقرأ ادعاءات المشروع أول مرة: %n ادعاء</numerusform>
        </translation>
    </message>
    <message>
        <source>No other claim of the project speaks of this.</source>
        <translation>لا يتناول هذا أي ادعاء آخر في المشروع.</translation>
    </message>
    <message>
        <source>Linked as the same claim.</source>
        <translation>رُبط على أنه الادعاء نفسه.</translation>
    </message>
    <message>
        <source>Linked as a contradiction.</source>
        <translation>رُبط على أنه مناقض.</translation>
    </message>
    <message>
        <source>Nothing links these two.</source>
        <translation>لا رابط بين هذين.</translation>
    </message>
    <message>
        <source>; </source>
        <translation>؛ </translation>
    </message>
    <message>
        <source>differs</source>
        <translation>يختلف</translation>
    </message>
    <message>
        <source>claimed by {who}</source>
        <translation>صاحبه {who}</translation>
    </message>
    <message>
        <source>no sentence yet</source>
        <translation>بلا صياغة بعد</translation>
    </message>
    <message>
        <source>ticked</source>
        <translation>مختار</translation>
    </message>
    <message>
        <source>not ticked</source>
        <translation>غير مختار</translation>
    </message>
    <message>
        <source>marked: {label}</source>
        <translation>موسوم: {label}</translation>
    </message>
    <message>
        <source>rejected here</source>
        <translation>مرفوض هنا</translation>
    </message>
    <message>
        <source>meets a mark: {label}</source>
        <translation>يتداخل مع علامة: {label}</translation>
    </message>
    <message>
        <source>excluded zone</source>
        <translation>منطقة مستبعدة</translation>
    </message>
    <message>
        <source>Opening …</source>
        <translation>يجري الفتح …</translation>
    </message>
    <message>
        <source>{pair} is no pair of names: write OLD=NEW, several of them with commas.</source>
        <translation>ليس {pair} زوجاً من الأسماء: اكتب OLD=NEW وافصل بين الأزواج بفواصل.</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>الصيغة</translation>
    </message>
    <message>
        <source>Every layer</source>
        <translation>كل الطبقات</translation>
    </message>
    <message>
        <source>All that were begun</source>
        <translation>كل ما بُدئ فيه</translation>
    </message>
    <message>
        <source>Only those that are done</source>
        <translation>المكتملة وحدها</translation>
    </message>
    <message>
        <source>In splits: a file each for train, validation and test</source>
        <translation>مقسّمةً: ملف لكل من التدريب والتحقق والاختبار</translation>
    </message>
    <message>
        <source>Suggestions that nobody has decided on too</source>
        <translation>ومعها الاقتراحات التي لم يُبَتّ فيها</translation>
    </message>
    <message>
        <source>Anywhere</source>
        <translation>أي موضع</translation>
    </message>
    <message>
        <source>Marks that begin in</source>
        <translation>العلامات التي تبدأ في</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>المتن</translation>
    </message>
    <message>
        <source>As the format calls them</source>
        <translation>كما تسميها الصيغة</translation>
    </message>
    <message>
        <source>As the codebook does</source>
        <translation>كما في دليل الترميز</translation>
    </message>
    <message>
        <source>Four flat ones</source>
        <translation>الأربعة المسطّحة</translation>
    </message>
    <message>
        <source>Names of labels</source>
        <translation>أسماء التصنيفات</translation>
    </message>
    <message>
        <source>Loses {what}; the exact list is made below.</source>
        <translation>يضيع بها: {what}. والقائمة الدقيقة تُعدّ أدناه.</translation>
    </message>
    <message>
        <source>Holds everything.</source>
        <translation>تحفظ كل شيء.</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>التصدير</translation>
    </message>
    <message>
        <source>What is lost</source>
        <translation>ما يضيع</translation>
    </message>
    <message numerus="yes">
        <source>%n marks stay, since they are not wanted</source>
        <translation>
            <numerusform>لا تبقى علامة</numerusform>
            <numerusform>تبقى علامة واحدة لأنها غير مطلوبة</numerusform>
            <numerusform>تبقى علامتان لأنهما غير مطلوبتين</numerusform>
            <numerusform>تبقى %n علامات لأنها غير مطلوبة</numerusform>
            <numerusform>تبقى %n علامة لأنها غير مطلوبة</numerusform>
            <numerusform>تبقى %n علامة لأنها غير مطلوبة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n losses</source>
        <translation>
            <numerusform>لا يضيع شيء</numerusform>
            <numerusform>يضيع شيء واحد</numerusform>
            <numerusform>يضيع شيئان</numerusform>
            <numerusform>تضيع %n أشياء</numerusform>
            <numerusform>يضيع %n شيئاً</numerusform>
            <numerusform>يضيع %n شيء</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing is lost</source>
        <translation>لا يضيع شيء</translation>
    </message>
    <message numerus="yes">
        <source>The first article takes %n bytes, which are no text.</source>
        <translation>
            <numerusform>لا يشغل المقال الأول شيئاً.</numerusform>
            <numerusform>يشغل المقال الأول بايتاً واحداً ليس نصاً.</numerusform>
            <numerusform>يشغل المقال الأول بايتين ليسا نصاً.</numerusform>
            <numerusform>يشغل المقال الأول %n بايتات ليست نصاً.</numerusform>
            <numerusform>يشغل المقال الأول %n بايتاً ليست نصاً.</numerusform>
            <numerusform>يشغل المقال الأول %n بايت ليست نصاً.</numerusform>
        </translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>كل الملفات (*)</translation>
    </message>
    <message>
        <source>Stopped; nothing was written.</source>
        <translation>أُوقف، ولم يُكتب شيء.</translation>
    </message>
    <message>
        <source>What was lost: {path}</source>
        <translation>ما ضاع: {path}</translation>
    </message>
    <message>
        <source>Release a dataset</source>
        <translation>إصدار مجموعة بيانات</translation>
    </message>
    <message>
        <source>A release is a new folder with the data in splits, a card, metadata, the checks that it passed and checksums. Only articles that are done leave, and reprints of one story stay in one split.</source>
        <translation>الإصدار مجلد جديد فيه البيانات مقسّمة، وبطاقة تعريف، وبيانات وصفية، والفحوص التي اجتازها، ومجاميع التدقيق. لا تخرج إلا المقالات المكتملة، وتبقى نسخ الخبر الواحد في قسم واحد.</translation>
    </message>
    <message>
        <source>Articles that keep the gate shut</source>
        <translation>المقالات التي تُبقي البوابة مغلقة</translation>
    </message>
    <message>
        <source>Release …</source>
        <translation>أصدِر …</translation>
    </message>
    <message>
        <source>Measuring agreement …</source>
        <translation>يُقاس الاتفاق …</translation>
    </message>
    <message numerus="yes">
        <source>{one} and {other}: {exact} exact, {overlapping} overlapping (F1), %n articles</source>
        <translation>
            <numerusform>بين {one} و{other}: {exact} تطابقاً تاماً و{overlapping} تداخلاً (F1)، بلا مقالات</numerusform>
            <numerusform>بين {one} و{other}: {exact} تطابقاً تاماً و{overlapping} تداخلاً (F1)، مقال واحد</numerusform>
            <numerusform>بين {one} و{other}: {exact} تطابقاً تاماً و{overlapping} تداخلاً (F1)، مقالان</numerusform>
            <numerusform>بين {one} و{other}: {exact} تطابقاً تاماً و{overlapping} تداخلاً (F1)، %n مقالات</numerusform>
            <numerusform>بين {one} و{other}: {exact} تطابقاً تاماً و{overlapping} تداخلاً (F1)، %n مقالاً</numerusform>
            <numerusform>بين {one} و{other}: {exact} تطابقاً تاماً و{overlapping} تداخلاً (F1)، %n مقال</numerusform>
        </translation>
    </message>
    <message>
        <source>Agreement: there is none to measure, no two people did the same article.</source>
        <translation>الاتفاق: لا شيء يُقاس، فلم يُنجز شخصان المقال نفسه.</translation>
    </message>
    <message>
        <source>The new folder of the release</source>
        <translation>المجلد الجديد للإصدار</translation>
    </message>
    <message>
        <source>Version {version} is in {path}</source>
        <translation>الإصدار {version} في {path}</translation>
    </message>
    <message numerus="yes">
        <source>%n articles stayed, since they are not done</source>
        <translation>
            <numerusform>لم يبقَ مقال</numerusform>
            <numerusform>بقي مقال واحد لأنه لم يكتمل</numerusform>
            <numerusform>بقي مقالان لأنهما لم يكتملا</numerusform>
            <numerusform>بقيت %n مقالات لأنها لم تكتمل</numerusform>
            <numerusform>بقي %n مقالاً لأنها لم تكتمل</numerusform>
            <numerusform>بقي %n مقال لأنها لم تكتمل</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n blanks of the card are not filled in</source>
        <translation>
            <numerusform>ليس في البطاقة فراغ</numerusform>
            <numerusform>في البطاقة فراغ واحد لم يُملأ</numerusform>
            <numerusform>في البطاقة فراغان لم يُملآ</numerusform>
            <numerusform>في البطاقة %n فراغات لم تُملأ</numerusform>
            <numerusform>في البطاقة %n فراغاً لم تُملأ</numerusform>
            <numerusform>في البطاقة %n فراغ لم تُملأ</numerusform>
        </translation>
    </message>
    <message>
        <source>Short name</source>
        <translation>الاسم القصير</translation>
    </message>
    <message>
        <source>What is in it</source>
        <translation>ما فيها</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>الرخصة</translation>
    </message>
    <message>
        <source>Who made it, with commas</source>
        <translation>من صنعها، مفصولين بفواصل</translation>
    </message>
    <message>
        <source>How to cite it</source>
        <translation>كيف يُستشهد بها</translation>
    </message>
    <message>
        <source>For what purpose was it made?</source>
        <translation>لأي غرض صُنعت؟</translation>
    </message>
    <message>
        <source>Who made it, for whom, and who paid for it?</source>
        <translation>من صنعها، ولمن، ومن موّلها؟</translation>
    </message>
    <message>
        <source>How were the articles chosen, and what do they stand for?</source>
        <translation>كيف اختيرت المقالات، وما الذي تمثله؟</translation>
    </message>
    <message>
        <source>What is missing, and why?</source>
        <translation>ما الناقص فيها، ولماذا؟</translation>
    </message>
    <message>
        <source>Is anything confidential, offensive, or about people who did not agree?</source>
        <translation>أفيها سرّي أو مسيء أو ما يخص أناساً لم يوافقوا؟</translation>
    </message>
    <message>
        <source>How were the articles acquired, when, and with what right?</source>
        <translation>كيف جُمعت المقالات، ومتى، وبأي حق؟</translation>
    </message>
    <message>
        <source>Were the people in it told, and may they object?</source>
        <translation>هل أُعلم من ذُكروا فيها، وهل لهم أن يعترضوا؟</translation>
    </message>
    <message>
        <source>Who annotated, how were they trained and paid?</source>
        <translation>من وسّم، وكيف دُرّبوا وكوفئوا؟</translation>
    </message>
    <message>
        <source>How were disagreements settled?</source>
        <translation>كيف حُسم الخلاف بينهم؟</translation>
    </message>
    <message>
        <source>Which marks were proposed by rules or models before somebody decided?</source>
        <translation>أي العلامات اقترحتها قواعد أو نماذج قبل أن يُبَتّ فيها؟</translation>
    </message>
    <message>
        <source>What is it meant for?</source>
        <translation>لأي استعمال أُعدّت؟</translation>
    </message>
    <message>
        <source>What should it not be used for?</source>
        <translation>فيمَ لا ينبغي أن تُستعمل؟</translation>
    </message>
    <message>
        <source>Which rights of others lie on the texts?</source>
        <translation>أي حقوق للغير على النصوص؟</translation>
    </message>
    <message>
        <source>Who maintains it, and where are errors reported?</source>
        <translation>من يتعهدها، وأين يُبلَّغ عن الأخطاء؟</translation>
    </message>
    <message>
        <source>one up from the last</source>
        <translation>التالي للأخير</translation>
    </message>
    <message>
        <source>may be there</source>
        <translation>لا تمنع</translation>
    </message>
    <message>
        <source>no errors</source>
        <translation>لا أخطاء</translation>
    </message>
    <message>
        <source>no errors, no doubts</source>
        <translation>لا أخطاء ولا شكوك</translation>
    </message>
    <message>
        <source>none at all</source>
        <translation>لا شيء البتة</translation>
    </message>
    <message>
        <source>is not asked</source>
        <translation>لا يُطلب</translation>
    </message>
    <message>
        <source>Whatever is done is done in this layer</source>
        <translation>كل ما اكتمل مكتمل في هذه الطبقة</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>الإصدار</translation>
    </message>
    <message>
        <source>Agreement (F1) at least</source>
        <translation>الاتفاق (F1) لا يقل عن</translation>
    </message>
    <message>
        <source>The first article as it will be in the file</source>
        <translation>المقال الأول كما سيكون في الملف</translation>
    </message>
    <message>
        <source>Palette</source>
        <translation>لوحة الأوامر</translation>
    </message>
    <message>
        <source>An action, a label, a name of the register or an article …</source>
        <translation>فعل أو تصنيف أو اسم من السجل أو مقال…</translation>
    </message>
    <message>
        <source>What matches</source>
        <translation>ما يطابق</translation>
    </message>
    <message>
        <source>taken as {typed}, the same keys on the other layout</source>
        <translation>قُرئت {typed}، وهي المفاتيح نفسها في التخطيط الآخر</translation>
    </message>
    <message numerus="yes">
        <source>%n matches</source>
        <translation>
            <numerusform>لا نتائج</numerusform>
            <numerusform>نتيجة واحدة</numerusform>
            <numerusform>نتيجتان</numerusform>
            <numerusform>%n نتائج</numerusform>
            <numerusform>%n نتيجة</numerusform>
            <numerusform>%n نتيجة</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is called that.</source>
        <translation>لا شيء بهذا الاسم.</translation>
    </message>
    <message>
        <source>There is no report: nothing unforeseen has happened.</source>
        <translation>لا تقرير هناك: لم يحدث شيء غير متوقع.</translation>
    </message>
    <message>
        <source>There is no word in this mark to look for.</source>
        <translation>ليس في هذه العلامة كلمة يُبحث عنها.</translation>
    </message>
    <message>
        <source>Counting …</source>
        <translation>يجري العدّ…</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>البيانات</translation>
    </message>
    <message>
        <source>Count active time on this computer</source>
        <translation>احسب وقت العمل على هذا الحاسوب</translation>
    </message>
    <message>
        <source>Save the table as CSV …</source>
        <translation>احفظ الجدول بصيغة CSV…</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>لا مقالات</numerusform>
            <numerusform>مقال واحد</numerusform>
            <numerusform>مقالان</numerusform>
            <numerusform>%n مقالات</numerusform>
            <numerusform>%n مقالاً</numerusform>
            <numerusform>%n مقال</numerusform>
        </translation>
    </message>
    <message>
        <source>{articles}, and {binned} in the bin</source>
        <translation>{articles}، و{binned} في السلة</translation>
    </message>
    <message>
        <source>Counted is the time between two acts that are less than {seconds} seconds apart. It stays in the project file.</source>
        <translation>يُحسب الوقت بين فعلين لا يفصل بينهما أكثر من {seconds} ثانية، ويبقى في ملف المشروع.</translation>
    </message>
    <message>
        <source>Nothing is counted. What was counted before stays.</source>
        <translation>لا يُحسب شيء، وما حُسب من قبل باقٍ.</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>جداول (*.csv)</translation>
    </message>
    <message>
        <source>The table was written to {path}</source>
        <translation>كُتب الجدول في {path}</translation>
    </message>
    <message>
        <source>all</source>
        <translation>الكل</translation>
    </message>
    <message>
        <source>{ref} · {marks} marks</source>
        <translation>{ref} · العلامات: {marks}</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>القائمة</translation>
    </message>
    <message>
        <source>Search the queue</source>
        <translation>البحث في القائمة</translation>
    </message>
    <message>
        <source>Queue of articles</source>
        <translation>قائمة المقالات</translation>
    </message>
    <message>
        <source>Articles done</source>
        <translation>المقالات المكتملة</translation>
    </message>
    <message>
        <source>Search the articles …  {key}</source>
        <translation>ابحث في المقالات…  {key}</translation>
    </message>
    <message numerus="yes">
        <source>The bin · %n article(s)</source>
        <translation>
            <numerusform>السلة · لا مقالات</numerusform>
            <numerusform>السلة · مقال واحد</numerusform>
            <numerusform>السلة · مقالان</numerusform>
            <numerusform>السلة · %n مقالات</numerusform>
            <numerusform>السلة · %n مقالاً</numerusform>
            <numerusform>السلة · %n مقال</numerusform>
        </translation>
    </message>
    <message>
        <source>Articles · {done} of {total} done</source>
        <translation>المقالات · اكتمل {done} من {total}</translation>
    </message>
    <message>
        <source>Listed: {count} of {total}</source>
        <translation>المعروض: {count} من {total}</translation>
    </message>
    <message>
        <source>{article}: {what}</source>
        <translation>{article}: {what}</translation>
    </message>
    <message>
        <source>no priority</source>
        <translation>بلا أولوية</translation>
    </message>
    <message>
        <source>out of the bin</source>
        <translation>أُخرج من السلة</translation>
    </message>
    <message>
        <source>new</source>
        <translation>جديد</translation>
    </message>
    <message>
        <source>in progress</source>
        <translation>قيد العمل</translation>
    </message>
    <message>
        <source>urgent</source>
        <translation>عاجل</translation>
    </message>
    <message>
        <source>high</source>
        <translation>مرتفع</translation>
    </message>
    <message>
        <source>low</source>
        <translation>منخفض</translation>
    </message>
    <message>
        <source>note</source>
        <translation>ملاحظة</translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s)</source>
        <translation>
            <numerusform>بلا علامات</numerusform>
            <numerusform>علامة واحدة</numerusform>
            <numerusform>علامتان</numerusform>
            <numerusform>%n علامات</numerusform>
            <numerusform>%n علامة</numerusform>
            <numerusform>%n علامة</numerusform>
        </translation>
    </message>
    <message>
        <source>Queue: filters, order, rule and saved views</source>
        <translation>القائمة: المرشِّحات والترتيب والقاعدة والعروض المحفوظة</translation>
    </message>
    <message>
        <source>What you change shows in the queue at once; Tab goes on, Esc closes.</source>
        <translation>يظهر ما تغيّره في القائمة فوراً؛ Tab للتالي وEsc للإغلاق.</translation>
    </message>
    <message>
        <source>Saved views</source>
        <translation>العروض المحفوظة</translation>
    </message>
    <message>
        <source>Save what is listed now under the name</source>
        <translation>احفظ المعروض الآن باسم</translation>
    </message>
    <message>
        <source>Save what is listed now under the name …</source>
        <translation>احفظ المعروض الآن باسم…</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Status: {status}</source>
        <translation>الحالة: {status}</translation>
    </message>
    <message>
        <source>any</source>
        <translation>أيّ</translation>
    </message>
    <message>
        <source>none</source>
        <translation>لا حكم</translation>
    </message>
    <message>
        <source>high or urgent</source>
        <translation>مرتفع أو عاجل</translation>
    </message>
    <message>
        <source>Assigned to</source>
        <translation>المكلَّف به</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>الوسم</translation>
    </message>
    <message>
        <source>With the label</source>
        <translation>فيه التصنيف</translation>
    </message>
    <message>
        <source>With findings</source>
        <translation>فيه ملاحظات فحص</translation>
    </message>
    <message>
        <source>From the day</source>
        <translation>من يوم</translation>
    </message>
    <message>
        <source>To the day</source>
        <translation>إلى يوم</translation>
    </message>
    <message>
        <source>as imported</source>
        <translation>كما استُورد</translation>
    </message>
    <message>
        <source>title</source>
        <translation>العنوان</translation>
    </message>
    <message>
        <source>day published</source>
        <translation>يوم النشر</translation>
    </message>
    <message>
        <source>length</source>
        <translation>الطول</translation>
    </message>
    <message>
        <source>marks</source>
        <translation>عدد العلامات</translation>
    </message>
    <message>
        <source>priority</source>
        <translation>الأولوية</translation>
    </message>
    <message>
        <source>last changed</source>
        <translation>آخر تغيير</translation>
    </message>
    <message>
        <source>least certain first</source>
        <translation>الأقل يقيناً أولاً</translation>
    </message>
    <message>
        <source>as listed</source>
        <translation>كما في القائمة</translation>
    </message>
    <message>
        <source>random</source>
        <translation>عشوائي</translation>
    </message>
    <message>
        <source>least certain</source>
        <translation>الأقل يقيناً</translation>
    </message>
    <message>
        <source>shortest</source>
        <translation>الأقصر</translation>
    </message>
    <message>
        <source>sample by source and month</source>
        <translation>عيّنة بحسب المصدر والشهر</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>الترتيب</translation>
    </message>
    <message>
        <source>Descending</source>
        <translation>تنازلي</translation>
    </message>
    <message>
        <source>Next article</source>
        <translation>المقال التالي</translation>
    </message>
    <message>
        <source>Seed of the random way</source>
        <translation>بذرة الترتيب العشوائي</translation>
    </message>
    <message>
        <source>The bin, instead of the articles</source>
        <translation>السلة بدلاً من المقالات</translation>
    </message>
    <message>
        <source>Reading comfort</source>
        <translation>راحة القراءة</translation>
    </message>
    <message>
        <source>Arrows change what you see at once; Tab goes on, Esc closes.</source>
        <translation>تغيّر الأسهم ما تراه في الحال، وينتقل Tab إلى ما يلي، ويغلق Esc.</translation>
    </message>
    <message>
        <source>Usual values</source>
        <translation>القيم المعتادة</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>المظهر</translation>
    </message>
    <message>
        <source>Font</source>
        <translation>الخط</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>حجم النص</translation>
    </message>
    <message>
        <source>Line length</source>
        <translation>طول السطر</translation>
    </message>
    <message>
        <source>Line spacing</source>
        <translation>تباعد الأسطر</translation>
    </message>
    <message>
        <source>Line in the middle third</source>
        <translation>السطر في الثلث الأوسط</translation>
    </message>
    <message>
        <source>As little as possible</source>
        <translation>أقل ما يمكن</translation>
    </message>
    <message>
        <source>Scrolling</source>
        <translation>التمرير</translation>
    </message>
    <message>
        <source>Scroll smoothly</source>
        <translation>تمرير سلس</translation>
    </message>
    <message>
        <source>Focus mode: dim all but the paragraph</source>
        <translation>وضع التركيز: تعتيم كل ما عدا الفقرة</translation>
    </message>
    <message>
        <source>whole width</source>
        <translation>كامل العرض</translation>
    </message>
    <message>
        <source>Type to narrow, in Arabic or Latin letters …</source>
        <translation>اكتب لتضييق القائمة، بحروف عربية أو لاتينية…</translation>
    </message>
    <message>
        <source>Entries it may be</source>
        <translation>القيود المحتملة</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>ربط</translation>
    </message>
    <message>
        <source>New entry</source>
        <translation>قيد جديد</translation>
    </message>
    <message>
        <source>Also the same here</source>
        <translation>ومعه أمثاله هنا</translation>
    </message>
    <message>
        <source>Who or what is “{name}” ({label})?</source>
        <translation>من يكون أو ما يكون «{name}» ({label})؟</translation>
    </message>
    <message>
        <source>Who says it, without being named here?</source>
        <translation>من القائل الذي لم يُذكر هنا؟</translation>
    </message>
    <message>
        <source>Who claims it?</source>
        <translation>من صاحب الادعاء؟</translation>
    </message>
    <message>
        <source>Nobody to offer: type a name.</source>
        <translation>لا أحد يُقترح: اكتب اسماً.</translation>
    </message>
    <message>
        <source>new entry, {label}</source>
        <translation>قيد جديد، {label}</translation>
    </message>
    <message numerus="yes">
        <source>The same name without an entry elsewhere here: %n. Shift+Enter links them too.</source>
        <translation>
            <numerusform>لا مثيل له هنا بلا قيد</numerusform>
            <numerusform>للاسم نفسه موضع آخر هنا بلا قيد، وShift+Enter يربطه معه</numerusform>
            <numerusform>للاسم نفسه موضعان آخران هنا بلا قيد، وShift+Enter يربطهما معه</numerusform>
            <numerusform>للاسم نفسه %n مواضع أخرى هنا بلا قيد، وShift+Enter يربطها معه</numerusform>
            <numerusform>للاسم نفسه %n موضعاً آخر هنا بلا قيد، وShift+Enter يربطها معه</numerusform>
            <numerusform>للاسم نفسه %n موضع آخر هنا بلا قيد، وShift+Enter يربطها معه</numerusform>
        </translation>
    </message>
    <message>
        <source>Type the name of the new entry first.</source>
        <translation>اكتب اسم القيد الجديد أولاً.</translation>
    </message>
    <message>
        <source>Linked to {name}, with {count} more.</source>
        <translation>رُبط بـ{name} ومعه {count} غيره.</translation>
    </message>
    <message>
        <source>New in the register: {name}</source>
        <translation>قيد جديد في السجل: {name}</translation>
    </message>
    <message>
        <source>Linked to {name}</source>
        <translation>رُبط بـ{name}</translation>
    </message>
    <message>
        <source>It is not linked to any entry.</source>
        <translation>ليس مربوطاً بأي قيد.</translation>
    </message>
    <message>
        <source>Unlinked.</source>
        <translation>فُكّ الربط.</translation>
    </message>
    <message>
        <source>A name, an alias or an id …</source>
        <translation>اسم أو اسم آخر أو معرّف…</translation>
    </message>
    <message>
        <source>Search the register</source>
        <translation>البحث في السجل</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>القيود</translation>
    </message>
    <message>
        <source>Where it is named</source>
        <translation>مواضع الذكر</translation>
    </message>
    <message>
        <source>Mark for merging</source>
        <translation>تعليم للدمج</translation>
    </message>
    <message>
        <source>Merge the marked into this one</source>
        <translation>دمج المعلَّمة في هذا</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>محو</translation>
    </message>
    <message>
        <source>Split off the ticked</source>
        <translation>فصل المؤشَّرة</translation>
    </message>
    <message>
        <source>Bring in a list …</source>
        <translation>جلب قائمة…</translation>
    </message>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>لا قيود</numerusform>
            <numerusform>قيد واحد</numerusform>
            <numerusform>قيدان</numerusform>
            <numerusform>%n قيود</numerusform>
            <numerusform>%n قيداً</numerusform>
            <numerusform>%n قيد</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} or more</source>
        <translation>أكثر من {count}</translation>
    </message>
    <message numerus="yes">
        <source>Named %n times in this layer</source>
        <translation>
            <numerusform>لم يُذكر في هذه الطبقة</numerusform>
            <numerusform>ذُكر مرة واحدة في هذه الطبقة</numerusform>
            <numerusform>ذُكر مرتين في هذه الطبقة</numerusform>
            <numerusform>ذُكر %n مرات في هذه الطبقة</numerusform>
            <numerusform>ذُكر %n مرة في هذه الطبقة</numerusform>
            <numerusform>ذُكر %n مرة في هذه الطبقة</numerusform>
        </translation>
    </message>
    <message>
        <source>No entry here. + makes one, I brings in a list, and E in the article links a mention.</source>
        <translation>لا قيد هنا. بالمفتاح + تنشئ قيداً، وبـI تجلب قائمة، وبـE في المقال تربط ذِكراً.</translation>
    </message>
    <message>
        <source>Nothing was brought in.</source>
        <translation>لم يُجلب شيء.</translation>
    </message>
    <message>
        <source>{name} has the same id: should they be one entry?</source>
        <translation>للقيد {name} المعرّف نفسه: هل هما قيد واحد؟</translation>
    </message>
    <message>
        <source>Type the name of the new entry in the search field first.</source>
        <translation>اكتب اسم القيد الجديد في حقل البحث أولاً.</translation>
    </message>
    <message>
        <source>New register entry</source>
        <translation>قيد جديد في السجل</translation>
    </message>
    <message>
        <source>Mark other entries with Space first: they are merged into the one at hand.</source>
        <translation>علّم قيوداً أخرى بمفتاح المسافة أولاً: تُدمج في القيد الحالي.</translation>
    </message>
    <message>
        <source>Merged into {name}; links moved: {count}. Ctrl+Z takes it back.</source>
        <translation>دُمجت في {name}، وعدد الروابط المنقولة {count}. والتراجع بـCtrl+Z.</translation>
    </message>
    <message>
        <source>{name} is named {count} times in {articles} articles. Delete again takes these links along.</source>
        <translation>عدد مرات ذكر {name}: {count}، في {articles} من المقالات. اضغط Delete مرة أخرى ليُمحى بروابطه.</translation>
    </message>
    <message>
        <source>Erased: {name}. Ctrl+Z takes it back.</source>
        <translation>مُحي {name}. والتراجع بـCtrl+Z.</translation>
    </message>
    <message>
        <source>Tick mentions with Space first: they get an entry of their own.</source>
        <translation>أشّر على مواضع بمفتاح المسافة أولاً: تصير لها قيد خاص بها.</translation>
    </message>
    <message numerus="yes">
        <source>A new entry has the %n ticked mentions: give it its name.</source>
        <translation>
            <numerusform>قيد جديد بلا مواضع: سمِّه.</numerusform>
            <numerusform>صار الموضع المؤشَّر لقيد جديد: سمِّه.</numerusform>
            <numerusform>صار الموضعان المؤشَّران لقيد جديد: سمِّه.</numerusform>
            <numerusform>صارت المواضع الـ%n المؤشَّرة لقيد جديد: سمِّه.</numerusform>
            <numerusform>صار الـ%n موضعاً المؤشَّرة لقيد جديد: سمِّه.</numerusform>
            <numerusform>صارت الـ%n موضع المؤشَّرة لقيد جديد: سمِّه.</numerusform>
        </translation>
    </message>
    <message>
        <source>Lists (*.csv *.tsv *.jsonl *.json *.txt);;All files (*)</source>
        <translation>قوائم (*.csv *.tsv *.jsonl *.json *.txt);;كل الملفات (*)</translation>
    </message>
    <message>
        <source>Bring in a list</source>
        <translation>جلب قائمة</translation>
    </message>
    <message>
        <source>New: {new} · changed: {changed} · here already: {same} · refused: {refused}</source>
        <translation>الجديد: {new} · المتغيّر: {changed} · الموجود من قبل: {same} · المرفوض: {refused}</translation>
    </message>
    <message>
        <source>line {number}: {reason}</source>
        <translation>السطر {number}: {reason}</translation>
    </message>
    <message>
        <source>Enter brings it in, Esc leaves it.</source>
        <translation>بـEnter تُجلب، وبـEsc تُترك.</translation>
    </message>
    <message>
        <source>Brought in: {new} new, {changed} changed.</source>
        <translation>جُلب من الجديد {new}، وتغيّر {changed}.</translation>
    </message>
    <message>
        <source>Report of an error</source>
        <translation>تقرير عن خطأ</translation>
    </message>
    <message>
        <source>This is all that the report holds: places in the program, and no word of your articles. It lies on this computer only. Copy it if you want to pass it on.</source>
        <translation>هذا كل ما في التقرير: مواضع في البرنامج، وليس فيه كلمة من مقالاتك. وهو على هذا الحاسوب وحده. انسخه إن أردت أن تعطيه غيرك.</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>انسخ التقرير</translation>
    </message>
    <message>
        <source>Throw the report away</source>
        <translation>تخلّص من التقرير</translation>
    </message>
    <message>
        <source>The report is copied; paste it where you want to pass it on.</source>
        <translation>نُسخ التقرير؛ الصقه حيث تريد أن تعطيه غيرك.</translation>
    </message>
    <message>
        <source>Looking for reprints</source>
        <translation>البحث عن النسخ المعاد نشرها</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>ما الذي تغيّر</translation>
    </message>
    <message>
        <source>Nothing changed: the same text, word for word.</source>
        <translation>لم يتغيّر شيء: النص نفسه كلمة بكلمة.</translation>
    </message>
    <message numerus="yes">
        <source>%n words gone</source>
        <translation>
            <numerusform>لم تُحذف كلمات</numerusform>
            <numerusform>كلمة محذوفة</numerusform>
            <numerusform>كلمتان محذوفتان</numerusform>
            <numerusform>%n كلمات محذوفة</numerusform>
            <numerusform>%n كلمة محذوفة</numerusform>
            <numerusform>%n كلمة محذوفة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n words new</source>
        <translation>
            <numerusform>لا كلمات جديدة</numerusform>
            <numerusform>كلمة جديدة</numerusform>
            <numerusform>كلمتان جديدتان</numerusform>
            <numerusform>%n كلمات جديدة</numerusform>
            <numerusform>%n كلمة جديدة</numerusform>
            <numerusform>%n كلمة جديدة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n words spelled otherwise</source>
        <translation>
            <numerusform>لا كلمات برسم آخر</numerusform>
            <numerusform>كلمة برسم آخر</numerusform>
            <numerusform>كلمتان برسم آخر</numerusform>
            <numerusform>%n كلمات برسم آخر</numerusform>
            <numerusform>%n كلمة برسم آخر</numerusform>
            <numerusform>%n كلمة برسم آخر</numerusform>
        </translation>
    </message>
    <message>
        <source>Reprints of this article</source>
        <translation>ما أعاد نشر هذا المقال</translation>
    </message>
    <message>
        <source>Articles that print the same story</source>
        <translation>المقالات التي تنشر الخبر نفسه</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>فتح</translation>
    </message>
    <message>
        <source>Carry marks over</source>
        <translation>نقل العلامات</translation>
    </message>
    <message>
        <source>To all not begun</source>
        <translation>إلى كل ما لم يبدأ</translation>
    </message>
    <message>
        <source>Stricter</source>
        <translation>تشابه أشدّ</translation>
    </message>
    <message>
        <source>Looser</source>
        <translation>تشابه أقلّ</translation>
    </message>
    <message>
        <source>Looking for reprints …</source>
        <translation>البحث عن النسخ المعاد نشرها…</translation>
    </message>
    <message>
        <source>Looking for reprints: {done} of {total}</source>
        <translation>البحث عن النسخ المعاد نشرها: {done} من {total}</translation>
    </message>
    <message>
        <source>{name}, alike from {share} %</source>
        <translation>{name}، بتشابه لا يقلّ عن {share}%</translation>
    </message>
    <message numerus="yes">
        <source>%n articles were not looked at: the project is open only for reading.</source>
        <translation>
            <numerusform>فُحصت المقالات كلها.</numerusform>
            <numerusform>مقال واحد لم يُفحص: المشروع مفتوح للقراءة فقط.</numerusform>
            <numerusform>مقالان لم يُفحصا: المشروع مفتوح للقراءة فقط.</numerusform>
            <numerusform>%n مقالات لم تُفحص: المشروع مفتوح للقراءة فقط.</numerusform>
            <numerusform>%n مقالاً لم يُفحص: المشروع مفتوح للقراءة فقط.</numerusform>
            <numerusform>%n مقال لم يُفحص: المشروع مفتوح للقراءة فقط.</numerusform>
        </translation>
    </message>
    <message>
        <source>No other article of the project prints this story.</source>
        <translation>لا ينشر هذا الخبر مقال آخر في المشروع.</translation>
    </message>
    <message numerus="yes">
        <source>%n more are not shown.</source>
        <translation>
            <numerusform>لا نسخ أخرى.</numerusform>
            <numerusform>نسخة أخرى لا تظهر هنا.</numerusform>
            <numerusform>نسختان أخريان لا تظهران هنا.</numerusform>
            <numerusform>%n نسخ أخرى لا تظهر هنا.</numerusform>
            <numerusform>%n نسخة أخرى لا تظهر هنا.</numerusform>
            <numerusform>%n نسخة أخرى لا تظهر هنا.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>C suggests the %n marks of the open article in the reprint.</source>
        <translation>
            <numerusform>ليس في المقال المفتوح علامات تُنقل.</numerusform>
            <numerusform>المفتاح C يقترح علامة المقال المفتوح في هذه النسخة.</numerusform>
            <numerusform>المفتاح C يقترح علامتي المقال المفتوح في هذه النسخة.</numerusform>
            <numerusform>المفتاح C يقترح علامات المقال المفتوح (%n) في هذه النسخة.</numerusform>
            <numerusform>المفتاح C يقترح علامات المقال المفتوح (%n) في هذه النسخة.</numerusform>
            <numerusform>المفتاح C يقترح علامات المقال المفتوح (%n) في هذه النسخة.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>C suggests the %n marks of this reprint in the open article.</source>
        <translation>
            <numerusform>ليس في هذه النسخة علامات تُنقل.</numerusform>
            <numerusform>المفتاح C يقترح علامة هذه النسخة في المقال المفتوح.</numerusform>
            <numerusform>المفتاح C يقترح علامتي هذه النسخة في المقال المفتوح.</numerusform>
            <numerusform>المفتاح C يقترح علامات هذه النسخة (%n) في المقال المفتوح.</numerusform>
            <numerusform>المفتاح C يقترح علامات هذه النسخة (%n) في المقال المفتوح.</numerusform>
            <numerusform>المفتاح C يقترح علامات هذه النسخة (%n) في المقال المفتوح.</numerusform>
        </translation>
    </message>
    <message>
        <source>Neither has marks that could be carried over yet.</source>
        <translation>ليس في أيٍّ منهما علامات يمكن نقلها بعد.</translation>
    </message>
    <message>
        <source>Every reprint was begun already: C carries over to one of them.</source>
        <translation>بدأ العمل في كل النسخ: المفتاح C ينقل العلامات إلى واحدة منها.</translation>
    </message>
    <message>
        <source>This project is open only for reading.</source>
        <translation>هذا المشروع مفتوح للقراءة فقط.</translation>
    </message>
    <message>
        <source>Carrying marks over …</source>
        <translation>نقل العلامات…</translation>
    </message>
    <message numerus="yes">
        <source>%n suggestions</source>
        <translation>
            <numerusform>لا اقتراحات</numerusform>
            <numerusform>اقتراح واحد</numerusform>
            <numerusform>اقتراحان</numerusform>
            <numerusform>%n اقتراحات</numerusform>
            <numerusform>%n اقتراحاً</numerusform>
            <numerusform>%n اقتراح</numerusform>
        </translation>
    </message>
    <message>
        <source>{n}% longer</source>
        <translation>أطول بنسبة {n}%</translation>
    </message>
    <message>
        <source>{n}% shorter</source>
        <translation>أقصر بنسبة {n}%</translation>
    </message>
    <message numerus="yes">
        <source>%n reprints</source>
        <translation>
            <numerusform>لا نسخ معاد نشرها</numerusform>
            <numerusform>نسخة واحدة معاد نشرها</numerusform>
            <numerusform>نسختان معاد نشرهما</numerusform>
            <numerusform>%n نسخ معاد نشرها</numerusform>
            <numerusform>%n نسخة معاد نشرها</numerusform>
            <numerusform>%n نسخة معاد نشرها</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Suggested %n marks</source>
        <translation>
            <numerusform>لم تُقترح علامات</numerusform>
            <numerusform>اقتُرحت علامة واحدة</numerusform>
            <numerusform>اقتُرحت علامتان</numerusform>
            <numerusform>اقتُرحت %n علامات</numerusform>
            <numerusform>اقتُرحت %n علامة</numerusform>
            <numerusform>اقتُرحت %n علامة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n whose words are others there</source>
        <translation>
            <numerusform>لا شيء تغيّرت كلماته</numerusform>
            <numerusform>علامة تغيّرت كلماتها هناك</numerusform>
            <numerusform>علامتان تغيّرت كلماتهما هناك</numerusform>
            <numerusform>%n علامات تغيّرت كلماتها هناك</numerusform>
            <numerusform>%n علامة تغيّرت كلماتها هناك</numerusform>
            <numerusform>%n علامة تغيّرت كلماتها هناك</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n where something is marked already</source>
        <translation>
            <numerusform>لا شيء في مكانه علامة</numerusform>
            <numerusform>علامة في مكانها علامة من قبل</numerusform>
            <numerusform>علامتان في مكانهما علامة من قبل</numerusform>
            <numerusform>%n علامات في مكانها علامة من قبل</numerusform>
            <numerusform>%n علامة في مكانها علامة من قبل</numerusform>
            <numerusform>%n علامة في مكانها علامة من قبل</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n links to what was not carried over</source>
        <translation>
            <numerusform>لا روابط</numerusform>
            <numerusform>رابط بما لم يُنقل</numerusform>
            <numerusform>رابطان بما لم يُنقل</numerusform>
            <numerusform>%n روابط بما لم يُنقل</numerusform>
            <numerusform>%n رابطاً بما لم يُنقل</numerusform>
            <numerusform>%n رابط بما لم يُنقل</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them are spelled otherwise there.</source>
        <translation>
            <numerusform>كلها بالرسم نفسه هناك.</numerusform>
            <numerusform>واحدة منها برسم آخر هناك.</numerusform>
            <numerusform>اثنتان منها برسم آخر هناك.</numerusform>
            <numerusform>%n منها برسم آخر هناك.</numerusform>
            <numerusform>%n منها برسم آخر هناك.</numerusform>
            <numerusform>%n منها برسم آخر هناك.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not carried over: {list}.</source>
        <translation>لم يُنقل: {list}.</translation>
    </message>
    <message>
        <source>Articles: {count}</source>
        <translation>المقالات: {count}</translation>
    </message>
    <message>
        <source>Marks: {count}</source>
        <translation>العلامات: {count}</translation>
    </message>
    <message>
        <source>Links: {count}</source>
        <translation>الروابط: {count}</translation>
    </message>
    <message>
        <source>Entries of the register: {count}</source>
        <translation>قيود السجل: {count}</translation>
    </message>
    <message>
        <source>Cards of articles: {count}</source>
        <translation>بطاقات المقالات: {count}</translation>
    </message>
    <message>
        <source>Articles begun or done: {count}</source>
        <translation>مقالات بدأ العمل عليها أو أُنجزت: {count}</translation>
    </message>
    <message>
        <source>Settings of the project: {count}</source>
        <translation>إعدادات المشروع: {count}</translation>
    </message>
    <message>
        <source>Days of work counted: {count}</source>
        <translation>أيام العمل المحسوبة: {count}</translation>
    </message>
    <message>
        <source>A damaged project</source>
        <translation>مشروع تالف</translation>
    </message>
    <message>
        <source>Tawsim saves all that is whole in it to a new project beside it. The damaged file stays as it is.</source>
        <translation>يحفظ توسيم كل ما سلم منه في مشروع جديد بجانبه، ويبقى الملف التالف كما هو.</translation>
    </message>
    <message>
        <source>What was saved and what was lost</source>
        <translation>ما أُنقذ وما فُقد</translation>
    </message>
    <message>
        <source>Enter rescues it.</source>
        <translation>اضغط Enter لإنقاذه.</translation>
    </message>
    <message>
        <source>Rescue, then open</source>
        <translation>إنقاذ ثم فتح</translation>
    </message>
    <message>
        <source>Backups …</source>
        <translation>النسخ الاحتياطية…</translation>
    </message>
    <message>
        <source>Rescue</source>
        <translation>إنقاذ</translation>
    </message>
    <message>
        <source>Reading what is whole …</source>
        <translation>جارٍ قراءة ما سلم…</translation>
    </message>
    <message>
        <source>Lost: {what}</source>
        <translation>فُقد: {what}</translation>
    </message>
    <message>
        <source>See for yourself: {what}</source>
        <translation>راجع بنفسك: {what}</translation>
    </message>
    <message>
        <source>Saved to {path}. Enter opens it.</source>
        <translation>حُفظ في {path}. اضغط Enter لفتحه.</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>بحث</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>مختار</translation>
    </message>
    <message>
        <source>Search the project</source>
        <translation>البحث في المشروع</translation>
    </message>
    <message numerus="yes">
        <source>Exported: %n hits</source>
        <translation>
            <numerusform>لم تُصدَّر نتيجة</numerusform>
            <numerusform>صُدِّرت نتيجة واحدة</numerusform>
            <numerusform>صُدِّرت نتيجتان</numerusform>
            <numerusform>صُدِّرت %n نتائج</numerusform>
            <numerusform>صُدِّرت %n نتيجة</numerusform>
            <numerusform>صُدِّرت %n نتيجة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Preparing the search: %n articles left</source>
        <translation>
            <numerusform>تحضير البحث: لم يبق شيء</numerusform>
            <numerusform>تحضير البحث: بقيت مقالة واحدة</numerusform>
            <numerusform>تحضير البحث: بقيت مقالتان</numerusform>
            <numerusform>تحضير البحث: بقيت %n مقالات</numerusform>
            <numerusform>تحضير البحث: بقيت %n مقالة</numerusform>
            <numerusform>تحضير البحث: بقيت %n مقالة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hits</source>
        <translation>
            <numerusform>لا نتائج</numerusform>
            <numerusform>نتيجة واحدة</numerusform>
            <numerusform>نتيجتان</numerusform>
            <numerusform>%n نتائج</numerusform>
            <numerusform>%n نتيجة</numerusform>
            <numerusform>%n نتيجة</numerusform>
        </translation>
    </message>
    <message>
        <source>looking on …</source>
        <translation>البحث مستمر …</translation>
    </message>
    <message>
        <source>Found nowhere. A star finds words that begin so (وزار*), OR finds either of two.</source>
        <translation>لا نتيجة. النجمة تجد ما يبدأ بهذه الأحرف (وزار*)، و«أو» تجد إحدى كلمتين.</translation>
    </message>
    <message>
        <source>The first {count} hits are listed; all of them are exported.</source>
        <translation>القائمة تعرض أول {count} نتيجة، والتصدير يشملها كلها.</translation>
    </message>
    <message>
        <source>The key of a label marks the hit at hand, or all that are chosen.</source>
        <translation>مفتاح التصنيف يسم النتيجة الحالية أو كل ما اختير.</translation>
    </message>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>لا اختيار</numerusform>
            <numerusform>اختيرت واحدة</numerusform>
            <numerusform>اختيرت اثنتان</numerusform>
            <numerusform>اختيرت %n</numerusform>
            <numerusform>اختيرت %n</numerusform>
            <numerusform>اختيرت %n</numerusform>
        </translation>
    </message>
    <message>
        <source>At most {count} are marked at once: choose fewer.</source>
        <translation>لا توسم دفعة واحدة أكثر من {count} نتيجة: اختر أقل.</translation>
    </message>
    <message numerus="yes">
        <source>%n marked</source>
        <translation>
            <numerusform>لم توسم نتيجة</numerusform>
            <numerusform>وُسمت نتيجة واحدة</numerusform>
            <numerusform>وُسمت نتيجتان</numerusform>
            <numerusform>وُسمت %n نتائج</numerusform>
            <numerusform>وُسمت %n نتيجة</numerusform>
            <numerusform>وُسمت %n نتيجة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n marked so already</source>
        <translation>
            <numerusform>لا موسوم من قبل</numerusform>
            <numerusform>واحدة موسومة هكذا من قبل</numerusform>
            <numerusform>اثنتان موسومتان هكذا من قبل</numerusform>
            <numerusform>%n موسومة هكذا من قبل</numerusform>
            <numerusform>%n موسومة هكذا من قبل</numerusform>
            <numerusform>%n موسومة هكذا من قبل</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cannot be marked there</source>
        <translation>
            <numerusform>لا مانع</numerusform>
            <numerusform>واحدة لا يمكن وسمها هناك</numerusform>
            <numerusform>اثنتان لا يمكن وسمهما هناك</numerusform>
            <numerusform>%n لا يمكن وسمها هناك</numerusform>
            <numerusform>%n لا يمكن وسمها هناك</numerusform>
            <numerusform>%n لا يمكن وسمها هناك</numerusform>
        </translation>
    </message>
    <message>
        <source>Query</source>
        <translation>عبارة البحث</translation>
    </message>
    <message>
        <source>Words, “a phrase”, beginning*, OR, -without, label:PERS, source:name …</source>
        <translation>كلمات، «عبارة»، بداية*، أو، -استثناء، وسم:PERS، مصدر:اسم …</translation>
    </message>
    <message>
        <source>Hits</source>
        <translation>النتائج</translation>
    </message>
    <message>
        <source>by what stands to the left</source>
        <translation>مرتبة بما على اليسار</translation>
    </message>
    <message>
        <source>by what stands to the right</source>
        <translation>مرتبة بما على اليمين</translation>
    </message>
    <message>
        <source>in the order of the articles</source>
        <translation>بترتيب المقالات</translation>
    </message>
    <message>
        <source>Both of two words: word word. Either: word OR word. Without: -word. Side by side: “word word”. Beginning: wor*. Exactly so, without clitics: =word. Only there: title:word. Filters: label: kind: speaker: state: source: from: to: status: annotator: layer:</source>
        <translation>الكلمتان معاً: كلمة كلمة. إحداهما: كلمة أو كلمة. استثناء: -كلمة. متجاورتان: «كلمة كلمة». بداية: كلم*. كما هي بلا سوابق: =كلمة. في العنوان وحده: عنوان:كلمة. المرشِّحات: وسم: نوع: متحدث: قبول: مصدر: من: إلى: حالة: محلل: طبقة:</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>اختيار</translation>
    </message>
    <message>
        <source>Sort by the left</source>
        <translation>ترتيب باليسار</translation>
    </message>
    <message>
        <source>Sort by the right</source>
        <translation>ترتيب باليمين</translation>
    </message>
    <message>
        <source>In annotations</source>
        <translation>في العلامات</translation>
    </message>
    <message>
        <source>The claim in one sentence</source>
        <translation>الادعاء في جملة واحدة</translation>
    </message>
    <message>
        <source>{enter} keeps it · {on} goes on · {esc} leaves</source>
        <translation>يحفظه {enter} · ويمضي {on} إلى التالي · ويترك {esc}</translation>
    </message>
    <message>
        <source>Every claim of the article has its sentence.</source>
        <translation>لكل ادعاء في المقال صياغته.</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>لا يُفحص</translation>
    </message>
    <message>
        <source>Severities of findings</source>
        <translation>درجات الملاحظات</translation>
    </message>
    <message>
        <source>For this project. Errors and doubts are shown before an article is done, notices only in the list.</source>
        <translation>لهذا المشروع. الأخطاء والشكوك تُعرض قبل إنجاز المقال، والتنبيهات في القائمة وحدها.</translation>
    </message>
    <message>
        <source>What can stand here</source>
        <translation>ما يمكن أن يوضع هنا</translation>
    </message>
    <message>
        <source>First letters of what stands here</source>
        <translation>أول حروف ما يوضع هنا</translation>
    </message>
    <message>
        <source>First letters …</source>
        <translation>أول الحروف …</translation>
    </message>
    <message>
        <source>Nothing that begins so</source>
        <translation>لا شيء يبدأ هكذا</translation>
    </message>
    <message>
        <source>Status line</source>
        <translation>سطر الحالة</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>رسالة</translation>
    </message>
    <message>
        <source>What is reported here and not framed yet; Tab goes there</source>
        <translation>ما نُقل هنا من كلام ولم يؤطَّر بعد؛ مفتاح Tab يذهب إليه</translation>
    </message>
    <message>
        <source>Position and character at the caret</source>
        <translation>الموضع والحرف عند المؤشر</translation>
    </message>
    <message>
        <source>How far the work has come</source>
        <translation>مدى تقدّم العمل</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>إيقاف</translation>
    </message>
    <message>
        <source>Stops the import or export that is running</source>
        <translation>يوقف الاستيراد أو التصدير الجاري</translation>
    </message>
    <message>
        <source>✓ Saved</source>
        <translation>✓ محفوظ</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>غير محفوظ</translation>
    </message>
    <message numerus="yes">
        <source>%n entities</source>
        <translation>
            <numerusform>لا كيانات</numerusform>
            <numerusform>كيان واحد</numerusform>
            <numerusform>كيانان</numerusform>
            <numerusform>%n كيانات</numerusform>
            <numerusform>%n كياناً</numerusform>
            <numerusform>%n كيان</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n quotes</source>
        <translation>
            <numerusform>لا اقتباسات</numerusform>
            <numerusform>اقتباس واحد</numerusform>
            <numerusform>اقتباسان</numerusform>
            <numerusform>%n اقتباسات</numerusform>
            <numerusform>%n اقتباساً</numerusform>
            <numerusform>%n اقتباس</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n claims</source>
        <translation>
            <numerusform>لا ادعاءات</numerusform>
            <numerusform>ادعاء واحد</numerusform>
            <numerusform>ادعاءان</numerusform>
            <numerusform>%n ادعاءات</numerusform>
            <numerusform>%n ادعاءً</numerusform>
            <numerusform>%n ادعاء</numerusform>
        </translation>
    </message>
    <message>
        <source>Layer: {name}</source>
        <translation>الطبقة: {name}</translation>
    </message>
    <message numerus="yes">
        <source>%n attributions left</source>
        <translation>
            <numerusform>لم يبق إسناد</numerusform>
            <numerusform>بقي إسناد واحد</numerusform>
            <numerusform>بقي إسنادان</numerusform>
            <numerusform>بقيت %n إسنادات</numerusform>
            <numerusform>بقي %n إسنادا</numerusform>
            <numerusform>بقي %n إسناد</numerusform>
        </translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>التصنيفات</translation>
    </message>
    <message>
        <source>Statistics and consistency</source>
        <translation>الإحصاءات والاتساق</translation>
    </message>
    <message>
        <source>Search in annotations</source>
        <translation>البحث في العلامات</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>باليد</translation>
    </message>
    <message>
        <source>propagated</source>
        <translation>بالتعميم</translation>
    </message>
    <message>
        <source>by rule</source>
        <translation>بقاعدة</translation>
    </message>
    <message>
        <source>from memory</source>
        <translation>من الذاكرة</translation>
    </message>
    <message>
        <source>from the gazetteer</source>
        <translation>من المعجم الجغرافي</translation>
    </message>
    <message>
        <source>the journalist</source>
        <translation>الصحفي</translation>
    </message>
    <message>
        <source>the agency</source>
        <translation>الوكالة</translation>
    </message>
    <message>
        <source>implicit</source>
        <translation>ضمير مستتر</translation>
    </message>
    <message>
        <source>anonymous</source>
        <translation>لم يُكشف عنه</translation>
    </message>
    <message>
        <source>Counting … Esc stops.</source>
        <translation>يجري العدّ … Esc يوقفه.</translation>
    </message>
    <message>
        <source>Enter opens this on a page of its own.</source>
        <translation>يفتح Enter هذا في صفحة مستقلة.</translation>
    </message>
    <message>
        <source>Only the first {count} rows are listed.</source>
        <translation>القائمة تعرض أول {count} صف فقط.</translation>
    </message>
    <message>
        <source>The project has changed since. R counts again.</source>
        <translation>تغيّر المشروع بعد هذا العدّ. المفتاح R يعيده.</translation>
    </message>
    <message>
        <source>This row has no places to go to.</source>
        <translation>ليس لهذا الصف مواضع يُنتقل إليها.</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>الجداول</translation>
    </message>
    <message>
        <source>Filter: words of any column</source>
        <translation>تصفية: كلمات من أي عمود</translation>
    </message>
    <message>
        <source>Show the places</source>
        <translation>عرض المواضع</translation>
    </message>
    <message>
        <source>Count again</source>
        <translation>إعادة العدّ</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>الجدول</translation>
    </message>
    <message>
        <source>No article is open. Ctrl+I imports articles, Ctrl+O opens another project, F1 shows all keys.</source>
        <translation>لا مقال مفتوح. يستورد Ctrl+I المقالات، ويفتح Ctrl+O مشروعاً آخر، ويعرض F1 المفاتيح كلها.</translation>
    </message>
    <message>
        <source>{origin} · {who} · {when}</source>
        <translation>{origin} · {who} · {when}</translation>
    </message>
    <message>
        <source>{label}: {text}</source>
        <translation>{label}: {text}</translation>
    </message>
    <message numerus="yes">
        <source>inside %n marks</source>
        <translation>
            <numerusform>ليست داخل علامة</numerusform>
            <numerusform>داخل علامة</numerusform>
            <numerusform>داخل علامتين</numerusform>
            <numerusform>داخل %n علامات</numerusform>
            <numerusform>داخل %n علامة</numerusform>
            <numerusform>داخل %n علامة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>around %n marks</source>
        <translation>
            <numerusform>ليس فيها علامات</numerusform>
            <numerusform>فيها علامة</numerusform>
            <numerusform>فيها علامتان</numerusform>
            <numerusform>فيها %n علامات</numerusform>
            <numerusform>فيها %n علامة</numerusform>
            <numerusform>فيها %n علامة</numerusform>
        </translation>
    </message>
    <message>
        <source>Light</source>
        <translation>فاتح</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>داكن</translation>
    </message>
    <message>
        <source>Sepia</source>
        <translation>بنّي دافئ</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>تباين عالٍ</translation>
    </message>
    <message>
        <source>High contrast, dark</source>
        <translation>تباين عالٍ داكن</translation>
    </message>
    <message>
        <source>This quotation mark has no partner</source>
        <translation>ليس لعلامة التنصيص هذه قرين</translation>
    </message>
    <message>
        <source>This quotation mark is swapped with its partner</source>
        <translation>علامة التنصيص هذه وقرينتها متبادلتان</translation>
    </message>
    <message>
        <source>The characters at the caret</source>
        <translation>المحارف عند المؤشر</translation>
    </message>
    <message>
        <source>The character at the caret</source>
        <translation>المحرف عند المؤشر</translation>
    </message>
    <message>
        <source>Where the character is</source>
        <translation>موضع المحرف</translation>
    </message>
    <message>
        <source>What stands with it</source>
        <translation>ما يقترن به</translation>
    </message>
    <message>
        <source>The end of the article</source>
        <translation>نهاية المقال</translation>
    </message>
    <message>
        <source>Code point {point} · UTF-16 unit {unit}</source>
        <translation>نقطة الترميز {point} · وحدة UTF-16 رقم {unit}</translation>
    </message>
    <message>
        <source>One letter of {parts}</source>
        <translation>حرف واحد من {parts}</translation>
    </message>
    <message>
        <source>The characters around the caret</source>
        <translation>المحارف حول المؤشر</translation>
    </message>
    <message>
        <source>The claim's verdict</source>
        <translation>الحكم على الادعاء</translation>
    </message>
    <message>
        <source>Evidence: web addresses, one a line</source>
        <translation>الأدلة: عناوين ويب، واحد في كل سطر</translation>
    </message>
    <message>
        <source>Day of the verdict, such as 2026-04-30</source>
        <translation>يوم الحكم، مثل 2026-04-30</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>الأدلة</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>اليوم</translation>
    </message>
    <message>
        <source>By</source>
        <translation>بقلم</translation>
    </message>
    <message>
        <source>Keep the verdict</source>
        <translation>حفظ الحكم</translation>
    </message>
    <message>
        <source>Menu bar</source>
        <translation>شريط القوائم</translation>
    </message>
    <message>
        <source>Zone and details of the article</source>
        <translation>جزء الفقرة وبيانات المقال</translation>
    </message>
    <message>
        <source>What this part of the article is</source>
        <translation>ما هذا الجزء من المقال؟</translation>
    </message>
    <message>
        <source>Take</source>
        <translation>اختيار</translation>
    </message>
    <message>
        <source>Learn for this source</source>
        <translation>تعلّم لهذا المصدر</translation>
    </message>
    <message>
        <source>no zone</source>
        <translation>بلا جزء</translation>
    </message>
    <message>
        <source>There is no text here.</source>
        <translation>لا نص هنا.</translation>
    </message>
    <message>
        <source>To have {source} learn it, open the zones once more and press L.</source>
        <translation>ليتعلّم المصدر {source} هذا، افتح الأجزاء مرة أخرى واضغط L.</translation>
    </message>
    <message>
        <source>Give the article's source first, then learn for it.</source>
        <translation>حدّد مصدر المقال أولاً، ثم اطلب التعلّم له.</translation>
    </message>
    <message>
        <source>Nothing to learn: the rules find these zones by themselves.</source>
        <translation>لا جديد يُتعلَّم: القواعد تجد هذه الأجزاء من دون مساعدة.</translation>
    </message>
    <message>
        <source>Learned. Looking through the articles of this source …</source>
        <translation>تم التعلّم. يجري النظر في مقالات هذا المصدر …</translation>
    </message>
    <message>
        <source>Learned for {source}: later imports follow.</source>
        <translation>تم التعلّم للمصدر {source}، وستتبعه المقالات التي تُستورد لاحقاً.</translation>
    </message>
    <message numerus="yes">
        <source>Learned for {source}: %n articles that nobody has begun would change; Enter changes them.</source>
        <translation>
            <numerusform>تم التعلّم للمصدر {source}، ولا مقالات أخرى تتغير.</numerusform>
            <numerusform>تم التعلّم للمصدر {source}. يتغير مقال واحد لم يبدأه أحد؛ Enter يغيّره.</numerusform>
            <numerusform>تم التعلّم للمصدر {source}. يتغير مقالان لم يبدأهما أحد؛ Enter يغيّرهما.</numerusform>
            <numerusform>تم التعلّم للمصدر {source}. تتغير %n مقالات لم يبدأها أحد؛ Enter يغيّرها.</numerusform>
            <numerusform>تم التعلّم للمصدر {source}. يتغير %n مقالاً لم يبدأها أحد؛ Enter يغيّرها.</numerusform>
            <numerusform>تم التعلّم للمصدر {source}. يتغير %n مقال لم يبدأها أحد؛ Enter يغيّرها.</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} articles have other zones now.</source>
        <translation>عدد المقالات التي تغيرت أجزاؤها: {count}.</translation>
    </message>
    <message>
        <source>There are no findings in this article.</source>
        <translation>لا ملاحظات في هذا المقال.</translation>
    </message>
    <message>
        <source>Next finding</source>
        <translation>الملاحظة التالية</translation>
    </message>
    <message>
        <source>Previous finding</source>
        <translation>الملاحظة السابقة</translation>
    </message>
    <message>
        <source>Findings: compare labels with the whole project</source>
        <translation>الملاحظات: موازنة التصنيفات بالمشروع كله</translation>
    </message>
    <message>
        <source>The labels of the project are being compared; what is found joins the findings.</source>
        <translation>تُوازَن تصنيفات المشروع، وما يوجد يُضم إلى الملاحظات.</translation>
    </message>
    <message>
        <source>Mend the finding and go on</source>
        <translation>إصلاح الملاحظة والمتابعة</translation>
    </message>
    <message>
        <source>There is no finding here: Ctrl+. goes to the next.</source>
        <translation>لا ملاحظة هنا: ‎Ctrl+.‎ للتالية.</translation>
    </message>
    <message>
        <source>No key mends this: {finding}</source>
        <translation>لا يُصلَح هذا بمفتاح: {finding}</translation>
    </message>
    <message>
        <source>Mended. That was the last finding.</source>
        <translation>أُصلحت. كانت آخر ملاحظة.</translation>
    </message>
    <message>
        <source>Ignore the finding here, or not any more</source>
        <translation>تجاهل الملاحظة هنا أو العدول عن تجاهلها</translation>
    </message>
    <message>
        <source>Ignored here: {finding} Alt+Delete takes it back.</source>
        <translation>تُجوهل هنا: {finding} وللعدول Alt+Delete.</translation>
    </message>
    <message>
        <source>Counts again: {finding}</source>
        <translation>تُحسب من جديد: {finding}</translation>
    </message>
    <message>
        <source>Put the caret on a claim first.</source>
        <translation>ضع المؤشر على ادعاء أولاً.</translation>
    </message>
    <message>
        <source>Write the claim as one sentence</source>
        <translation>صياغة الادعاء في جملة واحدة</translation>
    </message>
    <message>
        <source>The same claim elsewhere …</source>
        <translation>الادعاء نفسه في موضع آخر …</translation>
    </message>
    <message>
        <source>What the claim contradicts …</source>
        <translation>ما يناقضه الادعاء …</translation>
    </message>
    <message>
        <source>The claim's verdict …</source>
        <translation>الحكم على الادعاء …</translation>
    </message>
    <message>
        <source>Attributes of the mark …</source>
        <translation>سمات العلامة …</translation>
    </message>
    <message>
        <source>Put the caret on a mark first.</source>
        <translation>ضع المؤشر على علامة أولاً.</translation>
    </message>
    <message>
        <source>There is no mark here.</source>
        <translation>لا علامة هنا.</translation>
    </message>
    <message>
        <source>The edge cannot go further.</source>
        <translation>لا يمكن تحريك الحدّ أبعد من ذلك.</translation>
    </message>
    <message>
        <source>Move edge</source>
        <translation>تحريك حدّ</translation>
    </message>
    <message>
        <source>Start edge back by a clitic</source>
        <translation>حدّ البداية إلى الوراء بمقدار لاصقة</translation>
    </message>
    <message>
        <source>Start edge on by a clitic</source>
        <translation>حدّ البداية إلى الأمام بمقدار لاصقة</translation>
    </message>
    <message>
        <source>End edge back by a clitic</source>
        <translation>حدّ النهاية إلى الوراء بمقدار لاصقة</translation>
    </message>
    <message>
        <source>End edge on by a clitic</source>
        <translation>حدّ النهاية إلى الأمام بمقدار لاصقة</translation>
    </message>
    <message>
        <source>Start edge back by a letter</source>
        <translation>حدّ البداية إلى الوراء بمقدار حرف</translation>
    </message>
    <message>
        <source>Start edge on by a letter</source>
        <translation>حدّ البداية إلى الأمام بمقدار حرف</translation>
    </message>
    <message>
        <source>End edge back by a letter</source>
        <translation>حدّ النهاية إلى الوراء بمقدار حرف</translation>
    </message>
    <message>
        <source>End edge on by a letter</source>
        <translation>حدّ النهاية إلى الأمام بمقدار حرف</translation>
    </message>
    <message>
        <source>Start edge back by a word</source>
        <translation>حدّ البداية إلى الوراء بمقدار كلمة</translation>
    </message>
    <message>
        <source>Start edge on by a word</source>
        <translation>حدّ البداية إلى الأمام بمقدار كلمة</translation>
    </message>
    <message>
        <source>End edge back by a word</source>
        <translation>حدّ النهاية إلى الوراء بمقدار كلمة</translation>
    </message>
    <message>
        <source>End edge on by a word</source>
        <translation>حدّ النهاية إلى الأمام بمقدار كلمة</translation>
    </message>
    <message>
        <source>Walk the marks under the caret, from inside out</source>
        <translation>المرور على العلامات تحت المؤشر من الداخل إلى الخارج</translation>
    </message>
    <message>
        <source>Mark {number} of {count} here: {label} {surface}</source>
        <translation>العلامة {number} من {count} هنا: {label} {surface}</translation>
    </message>
    <message>
        <source>Add a fragment to the last mark</source>
        <translation>إضافة جزء إلى آخر علامة</translation>
    </message>
    <message>
        <source>Give a mark the focus first (Tab), then go to the words that belong to it as well.</source>
        <translation>انتقل أولاً إلى علامة (Tab)، ثم إلى الكلمات التي تتبعها أيضاً.</translation>
    </message>
    <message>
        <source>There is no word here to add.</source>
        <translation>لا كلمة هنا تُضاف.</translation>
    </message>
    <message>
        <source>This belongs to {label} {surface} already.</source>
        <translation>هذا من {label} {surface} من قبل.</translation>
    </message>
    <message>
        <source>This is marked {label} already.</source>
        <translation>هذا موسوم {label} من قبل.</translation>
    </message>
    <message>
        <source>Add a fragment</source>
        <translation>إضافة جزء</translation>
    </message>
    <message>
        <source>Added to {label} {surface}. Its fragments now: {count}</source>
        <translation>أُضيف إلى {label} {surface}. أجزاؤها الآن: {count}</translation>
    </message>
    <message>
        <source>Take the fragment under the caret out</source>
        <translation>إخراج الجزء الذي تحت المؤشر من علامته</translation>
    </message>
    <message>
        <source>This mark is in one piece: Delete erases it.</source>
        <translation>هذه العلامة قطعة واحدة: تُمحى بـ Delete.</translation>
    </message>
    <message>
        <source>The caret is between two fragments: put it on the one that shall go.</source>
        <translation>المؤشر بين جزأين: ضعه على الجزء المراد إخراجه.</translation>
    </message>
    <message>
        <source>Remove a fragment</source>
        <translation>إخراج جزء</translation>
    </message>
    <message>
        <source>Taken out of {label} {surface}. Its fragments now: {count}</source>
        <translation>أُخرج من {label} {surface}. أجزاؤها الآن: {count}</translation>
    </message>
    <message>
        <source>“{query}” is not in this article.</source>
        <translation>ليس في هذا المقال «{query}».</translation>
    </message>
    <message>
        <source>Gone on from the start.</source>
        <translation>وُوصل البحث من البداية بعد بلوغ النهاية.</translation>
    </message>
    <message>
        <source>Gone on from the end.</source>
        <translation>وُوصل البحث من النهاية بعد بلوغ البداية.</translation>
    </message>
    <message>
        <source>Find exactly what is typed</source>
        <translation>البحث عمّا كُتب تماماً</translation>
    </message>
    <message>
        <source>Find whatever the vowel signs and forms of alef</source>
        <translation>البحث دون اعتبار للتشكيل وصور الألف</translation>
    </message>
    <message>
        <source>Find also teh marbuta as heh, hamza as its carrier</source>
        <translation>البحث مع عدّ ة هاءً و ؤ واواً و ئ ياءً</translation>
    </message>
    <message>
        <source>Find whole words only</source>
        <translation>البحث عن كلمات كاملة فقط</translation>
    </message>
    <message>
        <source>Who says it?</source>
        <translation>من القائل؟</translation>
    </message>
    <message>
        <source>Which word reports it?</source>
        <translation>أي كلمة تنقل القول؟</translation>
    </message>
    <message>
        <source>Who is it said to?</source>
        <translation>لمن قيل؟</translation>
    </message>
    <message>
        <source>What is it about?</source>
        <translation>من المعنيّ به أو ما هو؟</translation>
    </message>
    <message>
        <source>implicit, then anonymous, then none</source>
        <translation>ضمير مستتر، ثم لم يُكشف عنه، ثم غير محدد</translation>
    </message>
    <message>
        <source>the journalist, then the agency</source>
        <translation>الصحفي، ثم الوكالة</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>لا أحد</translation>
    </message>
    <message>
        <source>Mark quote</source>
        <translation>وسم اقتباس</translation>
    </message>
    <message>
        <source>Nobody is quoted here: select the words first (Space or Shift+arrows).</source>
        <translation>لا قول منقولاً هنا: حدّد الكلمات أولاً (Space أو Shift مع الأسهم).</translation>
    </message>
    <message>
        <source>Mark claim</source>
        <translation>وسم ادعاء</translation>
    </message>
    <message>
        <source>There is nothing here to claim, or it is marked already.</source>
        <translation>لا شيء هنا يُوسَم ادعاءً، أو هو موسوم من قبل.</translation>
    </message>
    <message>
        <source>This mark has no such slot.</source>
        <translation>ليس لهذه العلامة خانة كهذه.</translation>
    </message>
    <message>
        <source>Fill the speaker (of a claim: the claimer)</source>
        <translation>ملء خانة المتحدث (وفي الادعاء: صاحبه)</translation>
    </message>
    <message>
        <source>Fill the cue</source>
        <translation>ملء خانة عبارة القول</translation>
    </message>
    <message>
        <source>Fill the addressee (of a claim: the object)</source>
        <translation>ملء خانة المخاطَب (وفي الادعاء: المعنيّ به)</translation>
    </message>
    <message>
        <source>Next medium: speech, writing, thought</source>
        <translation>الوسيط التالي: كلام، كتابة، تفكير</translation>
    </message>
    <message>
        <source>There is no quote here.</source>
        <translation>لا اقتباس هنا.</translation>
    </message>
    <message>
        <source>Change attribute</source>
        <translation>تغيير سمة</translation>
    </message>
    <message>
        <source>Jump to a word by the letters on it</source>
        <translation>الانتقال إلى كلمة بالحروف التي فوقها</translation>
    </message>
    <message>
        <source>Jump to … (with Shift: select to there)</source>
        <translation>الانتقال إلى … (مع Shift: التحديد إليها)</translation>
    </message>
    <message>
        <source>Select to a word by the letters on it</source>
        <translation>التحديد إلى كلمة بالحروف التي فوقها</translation>
    </message>
    <message>
        <source>Select to …</source>
        <translation>التحديد إلى …</translation>
    </message>
    <message>
        <source>There is no word in view to jump to.</source>
        <translation>لا كلمة في مجال الرؤية للانتقال إليها.</translation>
    </message>
    <message>
        <source>History of the article or mark …</source>
        <translation>تاريخ المقال أو العلامة…</translation>
    </message>
    <message>
        <source>Backups and restore …</source>
        <translation>النسخ الاحتياطية والاستعادة…</translation>
    </message>
    <message>
        <source>Rescue a damaged project …</source>
        <translation>إنقاذ مشروع تالف…</translation>
    </message>
    <message>
        <source>Not framed yet: Q frames it.</source>
        <translation>لم يؤطَّر بعد: مفتاح Q يؤطّره.</translation>
    </message>
    <message>
        <source>Lens: reporting words underlined, Tab to what is not framed</source>
        <translation>العدسة: خط تحت كلمات الإسناد، وTab إلى ما لم يؤطَّر</translation>
    </message>
    <message>
        <source>Reporting words of the project …</source>
        <translation>كلمات الإسناد في المشروع …</translation>
    </message>
    <message>
        <source>Add to the reporting words …</source>
        <translation>أضف إلى كلمات الإسناد …</translation>
    </message>
    <message>
        <source>There is no word here to mark.</source>
        <translation>لا كلمة هنا لوسمها.</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>وسم</translation>
    </message>
    <message>
        <source>Repeat the last label here</source>
        <translation>تكرار آخر تصنيف هنا</translation>
    </message>
    <message>
        <source>No label has been used yet.</source>
        <translation>لم يُستعمل أي تصنيف بعد.</translation>
    </message>
    <message>
        <source>Relabel: then a label key</source>
        <translation>تغيير التصنيف: يليه مفتاح تصنيف</translation>
    </message>
    <message>
        <source>Relabel {label}: press the key of the new label, or Esc.</source>
        <translation>تغيير التصنيف {label}: اضغط مفتاح التصنيف الجديد، أو Esc.</translation>
    </message>
    <message>
        <source>That label belongs to another kind of mark.</source>
        <translation>هذا التصنيف يخصّ نوعاً آخر من العلامات.</translation>
    </message>
    <message>
        <source>Next type of quote</source>
        <translation>نوع الاقتباس التالي</translation>
    </message>
    <message>
        <source>This codebook has no other type of quote.</source>
        <translation>ليس في هذا الدليل نوع آخر من الاقتباس.</translation>
    </message>
    <message>
        <source>Reject or erase the mark</source>
        <translation>رفض العلامة أو محوها</translation>
    </message>
    <message>
        <source>Accept the suggestion and go on</source>
        <translation>قبول الاقتراح والمتابعة</translation>
    </message>
    <message>
        <source>There is no suggestion here.</source>
        <translation>لا اقتراح هنا.</translation>
    </message>
    <message>
        <source>Next suggestion, else what is not framed, else mark</source>
        <translation>الاقتراح التالي، وإلا فما لم يؤطَّر، وإلا فالعلامة التالية</translation>
    </message>
    <message>
        <source>Previous suggestion, else what is not framed, else mark</source>
        <translation>الاقتراح السابق، وإلا فما لم يؤطَّر، وإلا فالعلامة السابقة</translation>
    </message>
    <message>
        <source>There are no marks in this article yet.</source>
        <translation>لا علامات في هذا المقال بعد.</translation>
    </message>
    <message>
        <source>Menu of what can be done here</source>
        <translation>قائمة ما يمكن فعله هنا</translation>
    </message>
    <message>
        <source>To the menu bar</source>
        <translation>إلى شريط القوائم</translation>
    </message>
    <message>
        <source>Word to the left</source>
        <translation>كلمة إلى اليسار</translation>
    </message>
    <message>
        <source>Word to the right</source>
        <translation>كلمة إلى اليمين</translation>
    </message>
    <message>
        <source>Line up</source>
        <translation>سطر إلى أعلى</translation>
    </message>
    <message>
        <source>Line down</source>
        <translation>سطر إلى أسفل</translation>
    </message>
    <message>
        <source>Sentence to the left</source>
        <translation>جملة إلى اليسار</translation>
    </message>
    <message>
        <source>Sentence to the right</source>
        <translation>جملة إلى اليمين</translation>
    </message>
    <message>
        <source>Paragraph up</source>
        <translation>فقرة إلى أعلى</translation>
    </message>
    <message>
        <source>Paragraph down</source>
        <translation>فقرة إلى أسفل</translation>
    </message>
    <message>
        <source>Clitic or letter to the left</source>
        <translation>لاصقة أو حرف إلى اليسار</translation>
    </message>
    <message>
        <source>Clitic or letter to the right</source>
        <translation>لاصقة أو حرف إلى اليمين</translation>
    </message>
    <message>
        <source>Page up</source>
        <translation>صفحة إلى أعلى</translation>
    </message>
    <message>
        <source>Page down</source>
        <translation>صفحة إلى أسفل</translation>
    </message>
    <message>
        <source>Start of the article</source>
        <translation>بداية المقال</translation>
    </message>
    <message>
        <source>End of the article</source>
        <translation>نهاية المقال</translation>
    </message>
    <message>
        <source>Select a word to the left</source>
        <translation>تحديد كلمة إلى اليسار</translation>
    </message>
    <message>
        <source>Select a word to the right</source>
        <translation>تحديد كلمة إلى اليمين</translation>
    </message>
    <message>
        <source>Select a line up</source>
        <translation>تحديد سطر إلى أعلى</translation>
    </message>
    <message>
        <source>Select a line down</source>
        <translation>تحديد سطر إلى أسفل</translation>
    </message>
    <message>
        <source>Select a sentence to the left</source>
        <translation>تحديد جملة إلى اليسار</translation>
    </message>
    <message>
        <source>Select a sentence to the right</source>
        <translation>تحديد جملة إلى اليمين</translation>
    </message>
    <message>
        <source>Select a paragraph up</source>
        <translation>تحديد فقرة إلى أعلى</translation>
    </message>
    <message>
        <source>Select a paragraph down</source>
        <translation>تحديد فقرة إلى أسفل</translation>
    </message>
    <message>
        <source>Select a clitic or letter to the left</source>
        <translation>تحديد لاصقة أو حرف إلى اليسار</translation>
    </message>
    <message>
        <source>Select a clitic or letter to the right</source>
        <translation>تحديد لاصقة أو حرف إلى اليمين</translation>
    </message>
    <message>
        <source>Select a page up</source>
        <translation>تحديد صفحة إلى أعلى</translation>
    </message>
    <message>
        <source>Select a page down</source>
        <translation>تحديد صفحة إلى أسفل</translation>
    </message>
    <message>
        <source>Select to the start of the article</source>
        <translation>التحديد حتى بداية المقال</translation>
    </message>
    <message>
        <source>Select to the end of the article</source>
        <translation>التحديد حتى نهاية المقال</translation>
    </message>
    <message>
        <source>Grow the selection</source>
        <translation>توسيع التحديد</translation>
    </message>
    <message>
        <source>Shrink the selection</source>
        <translation>تضييق التحديد</translation>
    </message>
    <message>
        <source>Select the whole article</source>
        <translation>تحديد المقال كله</translation>
    </message>
    <message>
        <source>Select nothing</source>
        <translation>إلغاء التحديد</translation>
    </message>
    <message>
        <source>There is nothing to redo.</source>
        <translation>لا شيء لإعادته.</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>لا شيء للتراجع عنه.</translation>
    </message>
    <message>
        <source>Findings, then done, then the next article</source>
        <translation>الملاحظات، ثم الإتمام، ثم المقال التالي</translation>
    </message>
    <message>
        <source>{count} findings: mend them, or press again to finish the article.</source>
        <translation>الملاحظات: {count}. عالجها، أو اضغط ثانيةً لإتمام المقال.</translation>
    </message>
    <message>
        <source>Mark article done</source>
        <translation>إتمام المقال</translation>
    </message>
    <message>
        <source>Previous article</source>
        <translation>المقال السابق</translation>
    </message>
    <message>
        <source>That was the last article of the queue.</source>
        <translation>كان ذلك آخر مقال في القائمة.</translation>
    </message>
    <message>
        <source>This is the first article of the queue.</source>
        <translation>هذا أول مقال في القائمة.</translation>
    </message>
    <message>
        <source>New project …</source>
        <translation>مشروع جديد…</translation>
    </message>
    <message>
        <source>Open project …</source>
        <translation>فتح مشروع…</translation>
    </message>
    <message>
        <source>Import articles …</source>
        <translation>استيراد مقالات…</translation>
    </message>
    <message>
        <source>Release a dataset …</source>
        <translation>إصدار مجموعة بيانات …</translation>
    </message>
    <message>
        <source>Work in another layer …</source>
        <translation>العمل في طبقة أخرى…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>خروج</translation>
    </message>
    <message>
        <source>Copy the selected text</source>
        <translation>نسخ النص المحدَّد</translation>
    </message>
    <message>
        <source>Palette of every action and label</source>
        <translation>لوحة الأوامر والتصنيفات كلها</translation>
    </message>
    <message>
        <source>Change keys …</source>
        <translation>تغيير المفاتيح…</translation>
    </message>
    <message>
        <source>To the article</source>
        <translation>إلى المقال</translation>
    </message>
    <message>
        <source>To the inspector</source>
        <translation>إلى لوحة التفاصيل</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>اللوحة التالية</translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation>اللوحة السابقة</translation>
    </message>
    <message>
        <source>Truth: invisible characters, directions, code points</source>
        <translation>الحقيقة: المحارف الخفية والاتجاهات ونقاط الترميز</translation>
    </message>
    <message>
        <source>Codebook: labels, attributes and slots …</source>
        <translation>دليل الترميز: التصنيفات والسمات والخانات…</translation>
    </message>
    <message>
        <source>Reading comfort …</source>
        <translation>راحة القراءة …</translation>
    </message>
    <message>
        <source>Findings: what counts as an error, a doubt, a notice …</source>
        <translation>الملاحظات: ما يُعدّ خطأً أو شكاً أو تنبيهاً …</translation>
    </message>
    <message>
        <source>Theme: light</source>
        <translation>المظهر: فاتح</translation>
    </message>
    <message>
        <source>Theme: dark</source>
        <translation>المظهر: داكن</translation>
    </message>
    <message>
        <source>Theme: sepia</source>
        <translation>المظهر: بنّي دافئ</translation>
    </message>
    <message>
        <source>Theme: high contrast</source>
        <translation>المظهر: تباين عالٍ</translation>
    </message>
    <message>
        <source>Theme: high contrast, dark</source>
        <translation>المظهر: تباين عالٍ داكن</translation>
    </message>
    <message>
        <source>Next theme: light, dark, sepia, high contrast</source>
        <translation>المظهر التالي: فاتح، داكن، بنّي دافئ، تباين عالٍ</translation>
    </message>
    <message>
        <source>The last report of an error …</source>
        <translation>آخر تقرير عن خطأ …</translation>
    </message>
    <message>
        <source>Arabic or English interface</source>
        <translation>الواجهة بالعربية أو الإنجليزية</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>تكبير النص</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>تصغير النص</translation>
    </message>
    <message>
        <source>Usual text size</source>
        <translation>حجم النص المعتاد</translation>
    </message>
    <message>
        <source>The same everywhere …</source>
        <translation>نفسه في كل مكان …</translation>
    </message>
    <message>
        <source>Mark it first, then look for the same everywhere.</source>
        <translation>سِم الكلمة أولاً، ثم ابحث عنها في كل مكان.</translation>
    </message>
    <message>
        <source>This mark was rejected.</source>
        <translation>هذه العلامة مرفوضة.</translation>
    </message>
    <message>
        <source>A mark in several pieces cannot be looked for.</source>
        <translation>لا يمكن البحث عن علامة من عدة أجزاء.</translation>
    </message>
    <message>
        <source>Flag this article, or take the flag away</source>
        <translation>علِّم هذا المقال بعَلَم أو أزل العَلَم</translation>
    </message>
    <message>
        <source>The article is flagged.</source>
        <translation>عُلِّم المقال بعَلَم.</translation>
    </message>
    <message>
        <source>The flag is taken away.</source>
        <translation>أُزيل العَلَم.</translation>
    </message>
    <message>
        <source>Exclude this article from the gold, or take it back in</source>
        <translation>استبعد هذا المقال من البيانات الذهبية أو أعده إليها</translation>
    </message>
    <message>
        <source>The article is excluded: it is not exported.</source>
        <translation>استُبعد المقال، فلا يُصدَّر.</translation>
    </message>
    <message>
        <source>The article is no longer excluded.</source>
        <translation>لم يعد المقال مستبعداً.</translation>
    </message>
    <message>
        <source>Put this article in the bin</source>
        <translation>ضع هذا المقال في السلة</translation>
    </message>
    <message>
        <source>In the bin: neither listed, searched nor exported. Undo brings it back, and so does Alt+Q, the bin.</source>
        <translation>في السلة: لا يُعرض ولا يُبحث فيه ولا يُصدَّر. يعيده التراجع، أو السلة في Alt+Q.</translation>
    </message>
    <message>
        <source>Note on this article …</source>
        <translation>ملاحظة على هذا المقال…</translation>
    </message>
    <message>
        <source>Tags of this article …</source>
        <translation>وسوم هذا المقال…</translation>
    </message>
    <message>
        <source>Assign this article …</source>
        <translation>كلِّف أحداً بهذا المقال…</translation>
    </message>
    <message>
        <source>Queue: filters, order, rule and saved views …</source>
        <translation>القائمة: المرشِّحات والترتيب والقاعدة والعروض المحفوظة…</translation>
    </message>
    <message>
        <source>Progress: status, pace, time and marks …</source>
        <translation>التقدّم: الحالة والوتيرة والوقت والعلامات…</translation>
    </message>
    <message>
        <source>Register: who or what this is …</source>
        <translation>السجل: من هذا أو ما هذا…</translation>
    </message>
    <message>
        <source>Put the caret on a marked name, or on a quote or claim, first.</source>
        <translation>ضع المؤشر على اسم موسوم أو على اقتباس أو ادعاء أولاً.</translation>
    </message>
    <message>
        <source>The register …</source>
        <translation>السجل…</translation>
    </message>
    <message>
        <source>Reprints of this article …</source>
        <translation>ما أعاد نشر هذا المقال…</translation>
    </message>
    <message>
        <source>Search the project; again: in annotations</source>
        <translation>البحث في المشروع؛ مرة أخرى: في العلامات</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>المشروع</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>الحركة</translation>
    </message>
    <message>
        <source>Select</source>
        <translation>التحديد</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>تحرير</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>بحث</translation>
    </message>
    <message>
        <source>View</source>
        <translation>عرض</translation>
    </message>
    <message>
        <source>Table of quotes and claims; again: of the project</source>
        <translation>جدول الاقتباسات والادعاءات، وثانيةً: جدول المشروع كله</translation>
    </message>
    <message>
        <source>Zone of the paragraph, title, date, source …</source>
        <translation>جزء الفقرة، والعنوان والتاريخ والمصدر …</translation>
    </message>
    <message>
        <source>There is no article {ref} in the project.</source>
        <translation>لا مقال {ref} في المشروع.</translation>
    </message>
    <message>
        <source>Share out the work</source>
        <translation>توزيع العمل</translation>
    </message>
    <message>
        <source>The codebook was changed elsewhere; it is followed now. Do it again.</source>
        <translation>تغيّر دليل الترميز في مكان آخر، وهو متَّبَع الآن. أعد ما فعلت.</translation>
    </message>
    <message>
        <source>{name} is {label} in the register, and {other} in this line.</source>
        <translation>تصنيف {name} في السجل {label}، وفي هذا السطر {other}.</translation>
    </message>
    <message>
        <source>The register has {count} entries of the name {name}.</source>
        <translation>في السجل {count} من القيود باسم {name}.</translation>
    </message>
    <message>
        <source>The line does not say what {name} is: add a column type.</source>
        <translation>لا يقول السطر ما نوع {name}: أضف عمود النوع.</translation>
    </message>
    <message>
        <source>The codebook has no label {label}.</source>
        <translation>ليس في دليل الترميز تصنيف {label}.</translation>
    </message>
    <message>
        <source>Set the status</source>
        <translation>تغيير الحالة</translation>
    </message>
    <message>
        <source>Set the priority</source>
        <translation>تغيير الأولوية</translation>
    </message>
    <message>
        <source>Set the tags</source>
        <translation>تغيير الوسوم</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>التكليف</translation>
    </message>
    <message>
        <source>Write a note on the article</source>
        <translation>كتابة ملاحظة على المقال</translation>
    </message>
    <message>
        <source>Put the article in the bin</source>
        <translation>وضع المقال في السلة</translation>
    </message>
    <message>
        <source>Take the article out of the bin</source>
        <translation>إخراج المقال من السلة</translation>
    </message>
    <message>
        <source>Carry marks over to a reprint</source>
        <translation>نقل العلامات إلى نسخة معاد نشرها</translation>
    </message>
    <message>
        <source>Compare labels</source>
        <translation>موازنة التصنيفات</translation>
    </message>
    <message>
        <source>Link as the same claim</source>
        <translation>ربط على أنه الادعاء نفسه</translation>
    </message>
    <message>
        <source>Link as a contradiction</source>
        <translation>ربط على أنه مناقض</translation>
    </message>
    <message>
        <source>Unlink claim</source>
        <translation>فك ربط الادعاء</translation>
    </message>
    <message>
        <source>Rename label</source>
        <translation>تغيير اسم تصنيف</translation>
    </message>
    <message>
        <source>Merge labels</source>
        <translation>دمج تصنيفات</translation>
    </message>
    <message>
        <source>Split label</source>
        <translation>تقسيم تصنيف</translation>
    </message>
    <message>
        <source>Retire label</source>
        <translation>إيقاف تصنيف</translation>
    </message>
    <message>
        <source>Remove label</source>
        <translation>حذف تصنيف</translation>
    </message>
    <message>
        <source>Change the codebook</source>
        <translation>تغيير دليل الترميز</translation>
    </message>
    <message>
        <source>Take another codebook</source>
        <translation>أخذ دليل ترميز آخر</translation>
    </message>
    <message>
        <source>There is a label {label} already: merge the two instead.</source>
        <translation>التصنيف {label} موجود من قبل: ادمج الاثنين بدلاً من ذلك.</translation>
    </message>
    <message>
        <source>{name} is part of the dataset's format and keeps its name.</source>
        <translation>الاسم {name} جزء من صيغة البيانات ولا يتغيّر.</translation>
    </message>
    <message>
        <source>The label {label} is retired and takes no marks.</source>
        <translation>التصنيف {label} موقوف ولا تُعطى به علامات.</translation>
    </message>
    <message>
        <source>{word} is no mapping such as OLD=NEW.</source>
        <translation>العبارة {word} ليست مثل OLD=NEW.</translation>
    </message>
    <message>
        <source>{name} is no label of the codebook {codebook}; name the kind too where two have it: entity.GPE.</source>
        <translation>لا تصنيف اسمه {name} في دليل الترميز {codebook}؛ اذكر النوع أيضاً إن كان في نوعين: entity.GPE.</translation>
    </message>
    <message>
        <source>Marks have what the new codebook lacks: {names}. Say what becomes of them.</source>
        <translation>في العلامات ما ليس في الدليل الجديد: {names}. قل ماذا تصير.</translation>
    </message>
    <message>
        <source>More than {most} marks would change at once: do it in parts, or split the project first.</source>
        <translation>ستتغيّر أكثر من {most} علامة دفعة واحدة: افعل ذلك على أجزاء، أو قسّم المشروع أولاً.</translation>
    </message>
    <message>
        <source>Fill slot</source>
        <translation>ملء خانة</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>قبول</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>رفض</translation>
    </message>
    <message>
        <source>Link to register</source>
        <translation>ربط بالسجل</translation>
    </message>
    <message>
        <source>Unlink from register</source>
        <translation>فك الربط بالسجل</translation>
    </message>
    <message>
        <source>An entry of the register needs a name.</source>
        <translation>لا بد لقيد السجل من اسم.</translation>
    </message>
    <message>
        <source>{id} is no Wikidata id (Q and a number) and no id of your own (local:name).</source>
        <translation>ليس {id} معرّف ويكي بيانات (الحرف Q ورقم) ولا معرّفاً من عندك (local:name).</translation>
    </message>
    <message>
        <source>Change register entry</source>
        <translation>تغيير قيد في السجل</translation>
    </message>
    <message>
        <source>Merge register entries</source>
        <translation>دمج قيود في السجل</translation>
    </message>
    <message>
        <source>Split register entry</source>
        <translation>فصل قيد في السجل</translation>
    </message>
    <message>
        <source>Erase register entry</source>
        <translation>محو قيد من السجل</translation>
    </message>
    <message>
        <source>Empty slot</source>
        <translation>إفراغ خانة</translation>
    </message>
    <message>
        <source>choose another label</source>
        <translation>اختيار تصنيف آخر</translation>
    </message>
    <message>
        <source>not nested</source>
        <translation>فكّ التداخل</translation>
    </message>
    <message>
        <source>erase one of them</source>
        <translation>حذف إحداهما</translation>
    </message>
    <message>
        <source>trim the edges</source>
        <translation>تشذيب الحدّين</translation>
    </message>
    <message>
        <source>leave the particle out</source>
        <translation>إخراج الحرف</translation>
    </message>
    <message>
        <source>take in the whole word</source>
        <translation>ضم الكلمة كلها</translation>
    </message>
    <message>
        <source>join the fragments</source>
        <translation>وصل الأجزاء</translation>
    </message>
    <message>
        <source>take in the sign</source>
        <translation>ضم الإشارة</translation>
    </message>
    <message>
        <source>take in the other mark</source>
        <translation>ضم العلامة الأخرى</translation>
    </message>
    <message>
        <source>erase the mark</source>
        <translation>حذف العلامة</translation>
    </message>
    <message>
        <source>choose the speaker</source>
        <translation>اختيار المتحدث</translation>
    </message>
    <message>
        <source>say what the speaker is</source>
        <translation>بيان صورة المتحدث</translation>
    </message>
    <message>
        <source>choose another</source>
        <translation>اختيار غيره</translation>
    </message>
    <message>
        <source>empty the slot</source>
        <translation>إفراغ الخانة</translation>
    </message>
    <message>
        <source>choose the cue</source>
        <translation>اختيار عبارة القول</translation>
    </message>
    <message>
        <source>give it to the nearest quote</source>
        <translation>ضمها إلى أقرب اقتباس</translation>
    </message>
    <message>
        <source>nest it where it lies</source>
        <translation>نسبته إلى ما يحويه</translation>
    </message>
    <message>
        <source>link them as one utterance</source>
        <translation>ربطهما قولاً واحداً</translation>
    </message>
    <message>
        <source>choose the claimer</source>
        <translation>اختيار صاحب الادعاء</translation>
    </message>
    <message>
        <source>write the sentence</source>
        <translation>كتابة الصياغة</translation>
    </message>
    <message>
        <source>accept it</source>
        <translation>قبولها</translation>
    </message>
    <message>
        <source>take the label of the entry</source>
        <translation>أخذ تصنيف القيد</translation>
    </message>
    <message>
        <source>take the other label</source>
        <translation>أخذ التصنيف الآخر</translation>
    </message>
    <message>
        <source>take the usual label</source>
        <translation>أخذ التصنيف المعتاد</translation>
    </message>
    <message>
        <source>accept this one</source>
        <translation>قبول هذا</translation>
    </message>
    <message>
        <source>{ref}: {count} ids belong to other marks of the project; here they have new ones.</source>
        <translation>المقال {ref}: المعرّفات التي تخصّ علامات أخرى في المشروع {count}؛ ولها هنا معرّفات جديدة.</translation>
    </message>
    <message>
        <source>The least agreement must be a number from 0 to 1, and is {told}.</source>
        <translation>أدنى الاتفاق عدد من 0 إلى 1، والمكتوب {told}.</translation>
    </message>
    <message>
        <source>{count} articles have findings as grave as “{severity}”: {refs}. Mend them, or open the gate.</source>
        <translation>عدد المقالات التي فيها ملاحظات بدرجة «{severity}» أو أشد: {count}، وهي {refs}. أصلحها أو افتح البوابة.</translation>
    </message>
    <message>
        <source>{count} articles that were annotated are not done in the layer {layer}: {refs}.</source>
        <translation>عدد المقالات الموسومة التي لم تكتمل في الطبقة {layer}: {count}، وهي {refs}.</translation>
    </message>
    <message>
        <source>The layers {one} and {other} agree on {found} of their marks (F1), and {least} is asked for: {refs}.</source>
        <translation>تتفق الطبقتان {one} و{other} بنسبة {found} من علاماتهما (F1)، والمطلوب {least}: {refs}.</translation>
    </message>
    <message>
        <source>Agreement of {least} is asked for, and there is none to measure: {reason}</source>
        <translation>المطلوب اتفاق {least}، ولا اتفاق يُقاس: {reason}</translation>
    </message>
    <message>
        <source>Bring back an earlier state</source>
        <translation>العودة إلى حال سابقة</translation>
    </message>
    <message>
        <source>Mark hits</source>
        <translation>وسم النتائج</translation>
    </message>
    <message>
        <source>made with the codebook {name} version {version}; the project's is {own} version {current}</source>
        <translation>أُنشئ بدليل الترميز {name} نسخة {version}؛ ودليل المشروع هو {own} نسخة {current}</translation>
    </message>
    <message>
        <source>the rejected lines could not be kept: {reason}</source>
        <translation>تعذّر حفظ السطور المرفوضة: {reason}</translation>
    </message>
    <message>
        <source>The work was stopped; what was finished by then is kept.</source>
        <translation>أُوقف العمل؛ وما أُنجز حتى ذلك الحين محفوظ.</translation>
    </message>
    <message>
        <source>The work does not stop, and is not waited for any longer; what it had finished is kept.</source>
        <translation>العمل لا يتوقف، ولن يُنتظر بعد الآن؛ وما أنجزه محفوظ.</translation>
    </message>
    <message>
        <source>The work was broken off by something unforeseen; what it had not finished by then is not there.</source>
        <translation>انقطع العمل بسبب أمر غير متوقع؛ وما لم ينجزه حتى ذلك الحين لم يُحفظ.</translation>
    </message>
    <message>
        <source>{path}, line {line}: this is not valid TOML ({reason}).</source>
        <translation>الملف {path}، السطر {line}: ليس TOML سليماً ({reason}).</translation>
    </message>
    <message>
        <source>{path}, line {line}: “{name}” must be the name of a layout.</source>
        <translation>الملف {path}، السطر {line}: يجب أن يكون «{name}» اسم تخطيط.</translation>
    </message>
    <message>
        <source>{path}, line {line}: “{name}” must be a table of actions.</source>
        <translation>الملف {path}، السطر {line}: يجب أن يكون «{name}» جدول أفعال.</translation>
    </message>
    <message>
        <source>{path}, line {line}: this is no UTF-8 text.</source>
        <translation>الملف {path}، السطر {line}: ليس نصاً بترميز UTF-8.</translation>
    </message>
    <message>
        <source>{path}, line {line}: “{name}” must have its keys in [ ].</source>
        <translation>الملف {path}، السطر {line}: يجب أن تكون مفاتيح «{name}» بين [ ].</translation>
    </message>
    <message>
        <source>{path}, line {line}: “{name}” has {key}, which is no key.</source>
        <translation>الملف {path}، السطر {line}: لـ«{name}» القيمة {key}، وليست مفتاحاً.</translation>
    </message>
    <message>
        <source>{key} alone is no key: press it together with another.</source>
        <translation>المفتاح {key} لا يكفي وحده: اضغطه مع مفتاح آخر.</translation>
    </message>
    <message>
        <source>{key} is no key that an action can have.</source>
        <translation>المفتاح {key} لا يصلح لفعل.</translation>
    </message>
    <message>
        <source>{key} leaves whatever is begun and does nothing else.</source>
        <translation>المفتاح {key} لترك ما بُدئ به، ولا يصلح لغير ذلك.</translation>
    </message>
    <message>
        <source>{key} types two letters on the Arabic layout, so no action can have it.</source>
        <translation>المفتاح {key} يكتب حرفين في التخطيط العربي، فلا يصلح لفعل.</translation>
    </message>
    <message>
        <source>The register has another entry {id}; {name} of this line has the new id {new}.</source>
        <translation>في السجل قيد آخر معرّفه {id}؛ وللقيد {name} من هذا السطر معرّف جديد هو {new}.</translation>
    </message>
    <message>
        <source>The register's aliases and knowledge base id of {name} ({id}) stay; the line has others.</source>
        <translation>تبقى في السجل أسماء {name} ({id}) الأخرى ومعرّفه في قاعدة المعرفة؛ وفي السطر غيرها.</translation>
    </message>
    <message>
        <source>This project's own reporting expressions are left out: {reason}</source>
        <translation>تُركت كلمات الإسناد الخاصة بهذا المشروع: {reason}</translation>
    </message>
    <message>
        <source>“{word}” is a function word, which is never taken for a reporting one.</source>
        <translation>كلمة «{word}» أداة نحوية لا تُعدّ كلمة إسناد أبدا.</translation>
    </message>
    <message>
        <source>{name}: byte {byte} is not valid UTF-8; save it as UTF-8.</source>
        <translation>الملف {name}: البايت {byte} ليس UTF-8 صحيحا؛ احفظ الملف بترميز UTF-8.</translation>
    </message>
    <message>
        <source>The codebook {codebook} has no marks of this kind.</source>
        <translation>ليس في دليل الترميز {codebook} علامات من هذا النوع.</translation>
    </message>
    <message>
        <source>Erase mark</source>
        <translation>محو علامة</translation>
    </message>
    <message>
        <source>Mend findings</source>
        <translation>إصلاح ملاحظات</translation>
    </message>
    <message>
        <source>“{name}” is mentioned nowhere yet.</source>
        <translation>لم يُذكر «{name}» في أي مقال بعد.</translation>
    </message>
    <message>
        <source>“{name}” is not mentioned here, but in “{article}”.</source>
        <translation>لم يُذكر «{name}» هنا، بل في «{article}».</translation>
    </message>
    <message>
        <source>“{name}” is not mentioned here, but in {count} other articles, first in “{article}”.</source>
        <translation>لم يُذكر «{name}» هنا، بل في {count} من المقالات الأخرى، أولها «{article}».</translation>
    </message>
    <message>
        <source>The format {name} can be read, but not written.</source>
        <translation>الصيغة {name} تُقرأ ولا تُكتب.</translation>
    </message>
    <message>
        <source>The project has another text under the ref {ref}: give this one another ref, or leave it out.</source>
        <translation>في المشروع نصّ آخر بالمرجع {ref}: أعطِ هذا مرجعاً آخر، أو دعه.</translation>
    </message>
    <message>
        <source>{ref} already has other marks in layer {layer}: import this line into another layer, or erase those marks first.</source>
        <translation>للمقال {ref} علامات أخرى في الطبقة {layer}: استورد هذا السطر في طبقة أخرى، أو امحُ تلك العلامات أولاً.</translation>
    </message>
    <message>
        <source>Nobody has begun an article yet.</source>
        <translation>لم يبدأ أحدٌ أيّ مقال بعد.</translation>
    </message>
    <message>
        <source>No article was given to anybody yet.</source>
        <translation>لم يُسنَد أيّ مقال إلى أحد بعد.</translation>
    </message>
    <message>
        <source>Nobody has made a mark here yet; what was imported is nobody's pace.</source>
        <translation>لم يضع أحدٌ علامة هنا بعد، وما استورد لا يُحسب لأحد.</translation>
    </message>
    <message>
        <source>There are no marks yet.</source>
        <translation>لا علامات بعد.</translation>
    </message>
    <message>
        <source>No article was finished here yet.</source>
        <translation>لم يكتمل أيّ مقال هنا بعد.</translation>
    </message>
    <message>
        <source>No active time was counted yet.</source>
        <translation>لم يُحسب أيّ وقت عمل بعد.</translation>
    </message>
    <message>
        <source>Marks by day</source>
        <translation>العلامات بحسب اليوم</translation>
    </message>
    <message>
        <source>Articles done by day</source>
        <translation>المقالات المكتملة بحسب اليوم</translation>
    </message>
    <message>
        <source>Active minutes by day</source>
        <translation>دقائق العمل بحسب اليوم</translation>
    </message>
    <message>
        <source>Articles by status and layer</source>
        <translation>المقالات بحسب الحالة والطبقة</translation>
    </message>
    <message>
        <source>Articles by status and annotator</source>
        <translation>المقالات بحسب الحالة والمُعلِّم</translation>
    </message>
    <message>
        <source>Annotator</source>
        <translation>المُعلِّم</translation>
    </message>
    <message>
        <source>Articles by status and assignee</source>
        <translation>المقالات بحسب الحالة والمكلَّف</translation>
    </message>
    <message>
        <source>Marks by label and annotator</source>
        <translation>العلامات بحسب التصنيف والمُعلِّم</translation>
    </message>
    <message>
        <source>marks per active hour</source>
        <translation>علامات في ساعة العمل</translation>
    </message>
    <message>
        <source>articles per active hour</source>
        <translation>مقالات في ساعة العمل</translation>
    </message>
    <message>
        <source>active hours</source>
        <translation>ساعات العمل</translation>
    </message>
    <message>
        <source>Pace by annotator</source>
        <translation>الوتيرة بحسب المُعلِّم</translation>
    </message>
    <message>
        <source>Active minutes by article</source>
        <translation>دقائق العمل بحسب المقال</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>دقائق</translation>
    </message>
    <message>
        <source>Mark everywhere</source>
        <translation>وسم في كل مكان</translation>
    </message>
    <message>
        <source>The release was not made: line {line} of {file} does not come back into a project: {reason}</source>
        <translation>لم يُصنع الإصدار: السطر {line} من {file} لا يعود إلى مشروع: {reason}</translation>
    </message>
    <message>
        <source>The release was not made: {file} does not come back into a project: {reason}</source>
        <translation>لم يُصنع الإصدار: الملف {file} لا يعود إلى مشروع: {reason}</translation>
    </message>
    <message>
        <source>The release was not made: the article {ref} does not come back as it was written.</source>
        <translation>لم يُصنع الإصدار: المقال {ref} لا يعود كما كُتب.</translation>
    </message>
    <message>
        <source>Character {place}: there is no {name} {value} here. There are: {known}.</source>
        <translation>عند الحرف {place}: لا قيمة {value} للمرشِّح {name} هنا. القيم المعروفة: {known}.</translation>
    </message>
    <message>
        <source>Character {place}: {value} is no date. Write 2026, 2026-04 or 2026-04-30.</source>
        <translation>عند الحرف {place}: القيمة {value} ليست تاريخاً. اكتب 2026 أو 2026-04 أو 2026-04-30.</translation>
    </message>
    <message>
        <source>Character {place}: a search asks one layer. Leave one of the two out.</source>
        <translation>عند الحرف {place}: البحث في طبقة واحدة. احذف إحدى الطبقتين.</translation>
    </message>
    <message>
        <source>{path}: the program that reads the files ended in the midst of this one. What it had found before is in; the file may be damaged, or too large for this computer's memory.</source>
        <translation>توقّف البرنامج الذي يقرأ الملفات وهو في وسط {path}. ما كان قد وجده فيه دخل المشروع؛ ربما كان الملف تالفًا أو أكبر من ذاكرة هذا الحاسوب.</translation>
    </message>
    <message>
        <source>{key} belongs to two other actions, by its letter on each layout.</source>
        <translation>المفتاح {key} مخصّص لفعلين آخرين، بحرفه في كل تخطيط.</translation>
    </message>
    <message>
        <source>{key} cannot change places: another key would then be used twice.</source>
        <translation>لا يمكن تبديل {key}: سيُستعمل مفتاح آخر مرتين.</translation>
    </message>
    <message>
        <source>No article is done in the layer {layer} of {path}: there is nothing to release yet.</source>
        <translation>لم يكتمل مقال في الطبقة {layer} من {path}: لا شيء للإصدار بعد.</translation>
    </message>
    <message>
        <source>{path} has several layers ({layers}) and none is called {gold}: say which one to release.</source>
        <translation>في {path} طبقات عدة ({layers}) وليس بينها {gold}: قل أيها يُصدَر.</translation>
    </message>
    <message>
        <source>{path} has no layer {layer}; it has: {layers}.</source>
        <translation>ليس في {path} طبقة {layer}؛ فيه: {layers}.</translation>
    </message>
    <message>
        <source>{path} is there already: give the release a name of its own.</source>
        <translation>المسار {path} موجود من قبل: سمِّ الإصدار باسم جديد.</translation>
    </message>
    <message>
        <source>Counting</source>
        <translation>العدّ</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>الفحص</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>الكتابة</translation>
    </message>
    <message>
        <source>Proving</source>
        <translation>الإثبات</translation>
    </message>
    <message>
        <source>{ref}: the title, metadata and zones of the project stay; the line has others.</source>
        <translation>المقال {ref}: يبقى ما في المشروع من عنوان وبيانات وصفية ومناطق؛ وفي السطر غيرها.</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>العدد</translation>
    </message>
    <message>
        <source>Surface</source>
        <translation>اللفظ</translation>
    </message>
    <message>
        <source>articles</source>
        <translation>المقالات</translation>
    </message>
    <message>
        <source>characters</source>
        <translation>الأحرف</translation>
    </message>
    <message>
        <source>links</source>
        <translation>الروابط</translation>
    </message>
    <message>
        <source>edits</source>
        <translation>التعديلات</translation>
    </message>
    <message>
        <source>What</source>
        <translation>البند</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>نظرة عامة</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>المنشأ</translation>
    </message>
    <message>
        <source>Property</source>
        <translation>الخاصية</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>القيمة</translation>
    </message>
    <message>
        <source>Percent</source>
        <translation>النسبة المئوية</translation>
    </message>
    <message>
        <source>Quotes</source>
        <translation>الاقتباسات</translation>
    </message>
    <message>
        <source>Speakers</source>
        <translation>المتحدثون</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>القيد</translation>
    </message>
    <message>
        <source>Mentions</source>
        <translation>مرات الذكر</translation>
    </message>
    <message>
        <source>Register entries</source>
        <translation>قيود السجل</translation>
    </message>
    <message>
        <source>Cues</source>
        <translation>عبارات القول</translation>
    </message>
    <message>
        <source>Surfaces under several labels</source>
        <translation>ألفاظ بأكثر من تصنيف</translation>
    </message>
    <message>
        <source>Characters</source>
        <translation>الأحرف</translation>
    </message>
    <message>
        <source>Marks per 1000 characters</source>
        <translation>علامات لكل 1000 حرف</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>المصادر</translation>
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
        <source>Least</source>
        <translation>الأدنى</translation>
    </message>
    <message>
        <source>A tenth below</source>
        <translation>العُشر الأدنى</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>الوسيط</translation>
    </message>
    <message>
        <source>A tenth above</source>
        <translation>العُشر الأعلى</translation>
    </message>
    <message>
        <source>Most</source>
        <translation>الأعلى</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>المتوسط</translation>
    </message>
    <message>
        <source>In an article</source>
        <translation>في المقالة الواحدة</translation>
    </message>
    <message>
        <source>Distributions</source>
        <translation>التوزيعات</translation>
    </message>
    <message>
        <source>Marked</source>
        <translation>موسوم</translation>
    </message>
    <message>
        <source>Under other labels</source>
        <translation>بتصنيفات أخرى</translation>
    </message>
    <message>
        <source>Surfaces of labels</source>
        <translation>ألفاظ التصنيفات</translation>
    </message>
    <message>
        <source>Not marked</source>
        <translation>غير موسوم</translation>
    </message>
    <message>
        <source>Articles with such places</source>
        <translation>المقالات التي فيها ذلك</translation>
    </message>
    <message>
        <source>Marked in some places only</source>
        <translation>موسوم في مواضع دون أخرى</translation>
    </message>
    <message>
        <source>Address {number} is no web address: {url}</source>
        <translation>العنوان {number} ليس عنوان ويب: {url}</translation>
    </message>
    <message>
        <source>“{day}” is no day such as 2026-04-30.</source>
        <translation>ليس «{day}» يوماً مثل 2026-04-30.</translation>
    </message>
    <message>
        <source>{number} of {count}: {finding}</source>
        <translation>الملاحظة {number} من {count}: {finding}</translation>
    </message>
    <message>
        <source>{number} of {count}: {finding} Alt+Enter: {act}.</source>
        <translation>الملاحظة {number} من {count}: {finding} المفتاح Alt+Enter: {act}.</translation>
    </message>
    <message>
        <source>{count} articles are more than one step can change: use tawsim zones --apply.</source>
        <translation>لا تتغير {count} مقال في خطوة واحدة؛ استعمل الأمر tawsim zones --apply.</translation>
    </message>
    <message>
        <source>Correct the article</source>
        <translation>تصحيح بيانات المقال</translation>
    </message>
    <message>
        <source>Zones by what was learned</source>
        <translation>أجزاء المقالات بحسب ما تم تعلّمه</translation>
    </message>
    <message>
        <source>Zones by rule</source>
        <translation>أجزاء المقالات بالقواعد</translation>
    </message>
</context>
</TS>
