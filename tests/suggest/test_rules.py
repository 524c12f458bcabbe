"""Further shapes of reporting, one invented sentence for each rule: type, contents, cue and the speaker's words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from app import resources
from app.domain.text.paragraphs import paragraphs
from app.domain.text.tokens import Words
from app.suggest.attribution import Attributions
from app.suggest.gazetteer import Gazetteer
from app.workbench.hearing import Hearing, pieces

Told = tuple[str, list[str], str | None, str | None]


@pytest.fixture(scope="module")
def known() -> Callable[[str], bool]:
    return Gazetteer.read({name: resources.text(f"lexicons/{name}.toml") for name in ("places", "names")}).knows


def told(text: str, known: Callable[[str], bool]) -> list[Told]:
    """What is said in the first paragraph of a text, names in quotation marks left out."""
    found = Attributions(text, Words(text), resources.lexicons(), known).near(0)
    return [
        (
            each.type,
            [text[span.start : span.end] for span in each.content],
            text[each.cue.start : each.cue.end] if each.cue else None,
            text[each.speaker.mention.start : each.speaker.mention.end] if each.speaker.mention else None,
        )
        for each in found
        if each.is_said
    ]


RULES: dict[str, tuple[str, list[Told]]] = {
    "a verbal noun before who speaks": (
        "ويأتي ذلك بعد إعلان الوزارة أن المشروع سيتأخر عاماً.",
        [
            ("indirect", ["المشروع سيتأخر عاماً"], "إعلان", "الوزارة"),
        ],
    ),
    "a question that somebody asks": (
        "ورداً على سؤال أحد الحاضرين: «من يعوضنا؟»، قال الناصر: «لا أملك اليوم جواباً».",
        [
            ("direct", ["«من يعوضنا؟»"], "سؤال", "أحد الحاضرين"),
            ("direct", ["«لا أملك اليوم جواباً»"], "قال", "الناصر"),
        ],
    ),
    "he answered by saying": (
        'ورد الوزير على منتقديه بالقول إن الأرقام "لا تكذب".',
        [
            ("mixed", ['الأرقام "لا تكذب"'], "القول", "الوزير"),
        ],
    ),
    "he answered with his word": (
        'وعلق المدرب على الخسارة بقوله: "هذه كرة القدم".',
        [
            ("direct", ['"هذه كرة القدم"'], "قوله", "المدرب"),
        ],
    ),
    "one may say": (
        "ومن الإنصاف القول إن الموسم كان صعباً.",
        [],
    ),
    "a noun and the verb of its sentence": (
        "وكانت دعوته إلى خفض الرسوم قد قوبلت بالتصفيق.",
        [
            ("indirect", ["خفض الرسوم"], "دعوته", None),
        ],
    ),
    "a noun that his verb carries": (
        "وجددت الشركة تعهدها بعدم المساس بالأجور.",
        [
            ("indirect", ["عدم المساس بالأجور"], "تعهدها", "الشركة"),
        ],
    ),
    "a way, and nobody's words": (
        "وسيعقد المجلس اجتماعه، وفق الجدول السنوي المعتاد.",
        [],
    ),
    "a source in marks": (
        'ونقلاً عن موقع "الميدان"، بلغت الخسائر مليوني دينار.',
        [
            ("indirect", ["بلغت الخسائر مليوني دينار"], "نقلاً", 'موقع "الميدان"'),
        ],
    ),
    "a frame of what a text alone adds": (
        "وأعلن النادي فوزه بخدماته، في صفقة بلغت قيمتها مليون درهم بحسب الصحافة المحلية.",
        [
            ("indirect", ["بلغت قيمتها مليون درهم"], "بحسب", "الصحافة المحلية"),
        ],
    ),
    "a verb that closes its sentence": (
        "وأسفر الانفجار عن مقتل ثلاثة عمال، تقول الشرطة.",
        [
            ("indirect", ["أسفر الانفجار عن مقتل ثلاثة عمال"], "تقول", "الشرطة"),
        ],
    ),
    "what stands behind the clause of كما": (
        'وكما في كل عام، كما يقول الكاتب، "نعود إلى البداية".',
        [
            ("direct", ['"نعود إلى البداية"'], "يقول", "الكاتب"),
        ],
    ),
    "where the words of a frame come from": (
        "ونقلاً عن مصادر أمنية، ذكرت القناة أن القتيل أجنبي.",
        [
            ("indirect", ["القتيل أجنبي"], "ذكرت", "القناة"),
        ],
    ),
    "an aside within a content": (
        "وأكد الناشر أن الطبعة الأولى، وهي ثلاثة آلاف نسخة، نفدت في أسبوعين.",
        [
            ("indirect", ["الطبعة الأولى، وهي ثلاثة آلاف نسخة، نفدت في أسبوعين"], "أكد", "الناشر"),
        ],
    ),
    "what he does not hide": (
        "وتقول الكاتبة إن الرواية استغرقت سبع سنوات، ولا تخفي أنها أحرقت فصلاً منها.",
        [
            ("indirect", ["الرواية استغرقت سبع سنوات"], "تقول", "الكاتبة"),
            ("indirect", ["أحرقت فصلاً منها"], "تخفي", None),
        ],
    ),
    "what a text leaves unsaid": (
        "وقال المدير إن القرار وشيك، من دون أن يورد تفاصيل أخرى.",
        [
            ("indirect", ["القرار وشيك"], "قال", "المدير"),
        ],
    ),
    "what is set against it": (
        "ويزعم الأنصار أن الحكم تجاهل ركلة جزاء، غير أن الإعادة لا تحسم الجدل.",
        [
            ("indirect", ["الحكم تجاهل ركلة جزاء"], "يزعم", "الأنصار"),
        ],
    ),
    "what he does next": (
        'وقال الوزير إن الخطة "جاهزة تماماً"، ثم غادر القاعة.',
        [
            ("mixed", ['الخطة "جاهزة تماماً"'], "قال", "الوزير"),
        ],
    ),
    "a clause with its subject first": (
        "رئيس النادي يهدد بالاستقالة والجماهير تطالب برحيل المدرب",
        [
            ("indirect", ["الاستقالة"], "يهدد", "رئيس النادي"),
            ("indirect", ["رحيل المدرب"], "تطالب", "الجماهير"),
        ],
    ),
    "plural verbs have their subject before them": (
        "سكان الحي الشرقي يتهمون المقاول بالإهمال",
        [
            ("indirect", ["الإهمال"], "يتهمون", "سكان الحي الشرقي"),
        ],
    ),
    "who begins a headline": (
        "واشنطن تتهم فصائل مسلحة بالوقوف وراء الهجوم",
        [
            ("indirect", ["الوقوف وراء الهجوم"], "تتهم", "واشنطن"),
        ],
    ),
    "whom a verb acts on": (
        "واتهم الرئيس المعارضة بتأجيج الشارع.",
        [
            ("indirect", ["تأجيج الشارع"], "اتهم", "الرئيس"),
        ],
    ),
    "whom it acts on, feminine": (
        "وكان الناصر متجهماً، واتهم قوات مجهولة بإحراق المخازن.",
        [
            ("indirect", ["إحراق المخازن"], "اتهم", None),
        ],
    ),
    "what is explained": (
        "إلا أنه يعزو الارتفاع إلى «تحسّن الرصد وحده».",
        [
            ("direct", ["«تحسّن الرصد وحده»"], "يعزو", None),
        ],
    ),
    "an object behind the subject": (
        "ورفضت المتحدثة التعليق على التقارير، قائلة إن التحقيق ما زال جارياً.",
        [
            ("indirect", ["التحقيق ما زال جارياً"], "قائلة", "المتحدثة"),
        ],
    ),
    "an aside of who speaks": (
        "لكن مسؤولاً فيها، تحدث شريطة ستر اسمه، قال إن الترخيص لم يُمنح بعد.",
        [
            ("indirect", ["الترخيص لم يُمنح بعد"], "قال", "مسؤولاً"),
        ],
    ),
    "a name aside": (
        "وكان المدير العام للشركة، المهندس وليد سعيد، قد صرح بأن المصنع لن يغلق أبوابه.",
        [
            ("indirect", ["المصنع لن يغلق أبوابه"], "صرح", "وليد سعيد"),
        ],
    ),
    "a name that no list has": (
        "وقال رئيس الوفد، ميكولا هرينكو، إن بلاده مستعدة للتفاوض.",
        [
            ("indirect", ["بلاده مستعدة للتفاوض"], "قال", "ميكولا هرينكو"),
        ],
    ),
    "a name behind a company in marks": (
        "وقال مدير شركة «بنيان» قحطان الفيتوري إن البلدية لم تسدد ديونها.",
        [
            ("indirect", ["البلدية لم تسدد ديونها"], "قال", "قحطان الفيتوري"),
        ],
    ),
    "a family name that is a title elsewhere": (
        "وبيّنت المتحدثة باسم الوزارة، سهير الجندي، أن العمل توقف.",
        [
            ("indirect", ["العمل توقف"], "بيّنت", "سهير الجندي"),
        ],
    ),
    "a given name that is a title elsewhere": (
        "ويعتقد المحلل السياسي رائد نعيرات أن الاتفاق هش.",
        [
            ("indirect", ["الاتفاق هش"], "يعتقد", "رائد نعيرات"),
        ],
    ),
    "a name behind تدعى": (
        "وقالت ناطقة باسم المفوضية تدعى كارولين غلوك إن المخيم يفوق طاقته.",
        [
            ("indirect", ["المخيم يفوق طاقته"], "قالت", "كارولين غلوك"),
        ],
    ),
    "a subject, كان and its verb": (
        "وتتذكر أن جدتها كانت تردد على مسامعها: «الحكاية التي لا تخيف لا تنام».",
        [
            ("indirect", ["جدتها كانت تردد على مسامعها: «الحكاية التي لا تخيف لا تنام»"], "تتذكر", None),
            ("direct", ["«الحكاية التي لا تخيف لا تنام»"], "تردد", "جدتها"),
        ],
    ),
    "he himself": (
        "وتضحك الكاتبة من السؤال، أما هو فيقول: «لا تفاوض إلا نفسها».",
        [
            ("direct", ["«لا تفاوض إلا نفسها»"], "يقول", "هو"),
        ],
    ),
    "in what mood": (
        "وسألته الصحيفة عن غيابه، فأجاب ضاحكاً: «لأنني لم أحضر أصلاً».",
        [
            ("direct", ["«لأنني لم أحضر أصلاً»"], "أجاب", None),
        ],
    ),
    "others": (
        "وفي المقابل رأى آخرون أن الفيلم يبالغ في البطء.",
        [
            ("indirect", ["الفيلم يبالغ في البطء"], "رأى", "آخرون"),
        ],
    ),
    "the body whose text it is": (
        "وذكر بيان مقتضب لاتحاد اللعبة أن تقرير المراقب سيُعرض على اللجنة.",
        [
            ("indirect", ["تقرير المراقب سيُعرض على اللجنة"], "ذكر", "اتحاد اللعبة"),
        ],
    ),
    "who wrote the text": (
        "ونشرت البلدية على صفحتها بياناً جاء فيه أن المياه ستعود غداً.",
        [
            ("indirect", ["المياه ستعود غداً"], "جاء", "البلدية"),
        ],
    ),
    "whose post it is": (
        "وتداول ناشطون منشوراً لعضو المجلس البلدي سامر النجار كتب فيه أن العقد وُقّع سراً.",
        [
            ("indirect", ["العقد وُقّع سراً"], "كتب", "سامر النجار"),
        ],
    ),
    "a study that others publish": (
        "وأظهرت دراسة نشرتها مجلة علمية أن القهوة تقلل خطر الإصابة بالسكري.",
        [
            ("indirect", ["القهوة تقلل خطر الإصابة بالسكري"], "أظهرت", "دراسة"),
        ],
    ),
    "a sign": (
        "ورفع مشجعون لافتة كُتب عليها: “ارحلوا جميعاً”.",
        [
            ("direct", ["“ارحلوا جميعاً”"], "كُتب", "لافتة"),
        ],
    ),
    "what is denied": (
        "ونفى المدير التنفيذي للنادي التعاقد مع مدرب جديد.",
        [
            ("indirect", ["التعاقد مع مدرب جديد"], "نفى", "المدير التنفيذي للنادي"),
        ],
    ),
    "what is foretold": (
        "وتوقع محللون في بنك الشرق تراجع الإيرادات هذا العام.",
        [
            ("indirect", ["تراجع الإيرادات هذا العام"], "توقع", "محللون"),
        ],
    ),
    "a question without marks": (
        "وقبل أن نغادر، سألناها هل تخاف من الفيلم الرابع.",
        [
            ("indirect", ["هل تخاف من الفيلم الرابع"], "سألناها", None),
        ],
    ),
    "a preposition that a later one outdoes": (
        "ودعا الأمين العام للأمم المتحدة الطرفين إلى «وقف فوري لإطلاق النار».",
        [
            ("direct", ["«وقف فوري لإطلاق النار»"], "دعا", "الأمين العام للأمم المتحدة"),
        ],
    ),
    "no purpose, but a name": (
        "دعت وزيرة الدفاع كريستينه لامبرشت تفتتح مركزاً جديداً",
        [],
    ),
    "a name in marks that speaks": (
        'وطالبت "حماس" الوسطاء بالضغط على إسرائيل.',
        [
            ("indirect", ["الضغط على إسرائيل"], "طالبت", "حماس"),
        ],
    ),
    "a false name in marks that speaks": (
        'وأكد "أبو خالد" (اسم مستعار) أن المهربين يتقاضون ألفي دولار.',
        [
            ("indirect", ["المهربين يتقاضون ألفي دولار"], "أكد", "أبو خالد"),
        ],
    ),
    "an adjective before a name in marks": (
        "وهنا بدأت روايتها الجديدة «غرفة بلا ساعة» الصادرة حديثاً.",
        [],
    ),
    "words with their speaker far before them": (
        "وقالت سلمى الجريدي، كبيرة المحللين في دار «أفق»، لقناة المسار عبر الهاتف «السوق كانت تنتظر القرار منذ شهور».",
        [
            ("direct", ["«السوق كانت تنتظر القرار منذ شهور»"], "قالت", "سلمى الجريدي"),
        ],
    ),
    "a quotation of its own behind a colon": (
        'ويقول السائق محمود إنه لم يعمل منذ أسبوع: "البنزين مفقود والناس خائفة".',
        [
            ("indirect", ["لم يعمل منذ أسبوع"], "يقول", "محمود"),
            ("direct", ['"البنزين مفقود والناس خائفة"'], None, None),
        ],
    ),
    "words, and so they called": (
        "«لا صوت يعلو فوق صوت الشعب»: هكذا هتف الآلاف في الساحة",
        [
            ("direct", ["«لا صوت يعلو فوق صوت الشعب»"], "هتف", "الآلاف"),
        ],
    ),
    "words, and this she said": (
        '"سنعود يوماً"، هذا ما قالته لي جدتي قبل أن تموت.',
        [
            ("direct", ['"سنعود يوماً"'], "قالته", "جدتي"),
        ],
    ),
    "words with which he ended": (
        '"سنحتفل الليلة فقط"، ختم الناصر حديثه.',
        [
            ("direct", ['"سنحتفل الليلة فقط"'], "ختم", "الناصر"),
        ],
    ),
    "a verb behind an adverbial": (
        "في المقابل، طالب ممثل النيابة المحكمة بتأييد الحكم.",
        [
            ("indirect", ["تأييد الحكم"], "طالب", "ممثل النيابة"),
        ],
    ),
    "a doubled letter shows the verb": (
        "ولكن المدير لوّح بالاستقالة من منصبه.",
        [
            ("indirect", ["الاستقالة من منصبه"], "لوّح", "المدير"),
        ],
    ),
    "a verb that needs أن, farther on": (
        "ووجدت الدراسة أن النوم القصير يضر بالذاكرة.",
        [
            ("indirect", ["النوم القصير يضر بالذاكرة"], "وجدت", "الدراسة"),
        ],
    ),
    "a verb that goes to أن": (
        "وذهب الناقد إلى أن الفيلم أضاع طريقه.",
        [
            ("indirect", ["الفيلم أضاع طريقه"], "ذهب", "الناقد"),
        ],
    ),
    "a passive": (
        "وأُوقف خمسون شخصاً اتهموا بممارسة السحر.",
        [],
    ),
    "a date, not words": (
        "نشر: 05/11/2026 - 08:00",
        [],
    ),
    "a headline of two halves": (
        "أطباء يحذرون من موجة ثانية، ومنظمة دولية: المخزون ينفد",
        [
            ("indirect", ["موجة ثانية"], "يحذرون", "أطباء"),
            ("direct", ["المخزون ينفد"], None, "منظمة دولية"),
        ],
    ),
    "a headline behind two points": (
        "خسارة جديدة على أرضه.. والمدرب: سنعود أقوى",
        [
            ("direct", ["سنعود أقوى"], None, "المدرب"),
        ],
    ),
    "a headline's topic": (
        "حمى الضنك تعود إلى المدينة: «أسرّتنا في الممرات»",
        [
            ("direct", ["«أسرّتنا في الممرات»"], None, None),
        ],
    ),
    "a headline with its source behind a dash": (
        "حصري-الشركة تعتزم إلغاء ألف وظيفة - مصادر",
        [
            ("indirect", ["الشركة تعتزم إلغاء ألف وظيفة"], None, "مصادر"),
        ],
    ),
    "a headline of a crowd": (
        "علماء آثار عراقيون: عثرنا على أقدم فرن في المنطقة",
        [
            ("direct", ["عثرنا على أقدم فرن في المنطقة"], None, "علماء آثار عراقيون"),
        ],
    ),
    "a headline of an office before a body": (
        "رئيس البرلمان: لن نمدّد لأنفسنا يوماً واحداً",
        [
            ("direct", ["لن نمدّد لأنفسنا يوماً واحداً"], None, "رئيس البرلمان"),
        ],
    ),
    "a verb in a relative clause between commas": (
        "وكشف المصدر ذاته، الذي اشترط ستر اسمه، أن المفاوضات متوقفة.",
        [
            ("indirect", ["المفاوضات متوقفة"], "كشف", "المصدر"),
        ],
    ),
    "a source behind a comma": (
        "واعترف المتهم بارتكاب الجريمة، بحسب محضر التحقيق.",
        [
            ("indirect", ["ارتكاب الجريمة"], "اعترف", "المتهم"),
        ],
    ),
    "what he does not say": (
        "وذكرت الصحيفة أن الرئيس سيزور الصين، ولم تحدد موعداً للزيارة.",
        [
            ("indirect", ["الرئيس سيزور الصين"], "ذكرت", "الصحيفة"),
        ],
    ),
    "what happened then": (
        'وتابع أن المدينة "لم تعد تصلح للعيش"، بعدما غادرها نصف سكانها.',
        [
            ("mixed", ['المدينة "لم تعد تصلح للعيش"'], "تابع", None),
        ],
    ),
    "an unknown accused": (
        "وكان الناصر غاضباً، واتهم جهات لم يسمها بالوقوف وراء الحملة.",
        [
            ("indirect", ["الوقوف وراء الحملة"], "اتهم", None),
        ],
    ),
    "a rank of two words": (
        "وأعلن رئيس أركان الجيش الفريق أول سعيد شنقريحة أن التدريبات انتهت.",
        [
            ("indirect", ["التدريبات انتهت"], "أعلن", "سعيد شنقريحة"),
        ],
    ),
    "to whom he said it in a frame": (
        "وبحسب ما قالت والدته لـ«الحياة» فإن الطفل كان في طريقه إلى المدرسة.",
        [
            ("indirect", ["الطفل كان في طريقه إلى المدرسة"], "بحسب", "والدته"),
        ],
    ),
}


@pytest.mark.parametrize("name", RULES)
def test_a_rule_finds_what_it_is_for(known: Callable[[str], bool], name: str) -> None:
    text, expected = RULES[name]
    assert told(text, known) == expected


def test_words_of_several_paragraphs_are_reported_once(known: Callable[[str], bool]) -> None:
    text = "وجاء في بيان الشركة:\n\n«نعتذر لكل عملائنا.\n\n«ونعمل على مدار الساعة»."
    lexicons = resources.lexicons()
    hearing = Hearing(text, Words(text), lexicons, known)
    found = [each for piece in pieces(text, paragraphs(text)) for each in hearing.piece(piece).attributions]
    assert [[text[span.start : span.end] for span in each.content] for each in found] == [
        ["«نعتذر لكل عملائنا.", "«ونعمل على مدار الساعة»"]
    ]


def test_a_name_comes_in_marks_again_and_again(known: Callable[[str], bool]) -> None:
    once = 'وقال الناصر إن "المرفأ" فتح أبوابه.'
    assert told(once, known)[0][0] == "mixed"
    assert told(f'{once}\n\nويقع "المرفأ" على الساحل.', known)[0][0] == "indirect"
