"""More shapes of reporting: carried words, frames, headlines of every form, interviews, whom a verb acts on."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from app import resources
from app.domain.text.tokens import Words
from app.suggest.attribution import Attribution, Attributions
from app.suggest.gazetteer import Gazetteer

Told = tuple[str, list[str], str | None, str | None, str]


@pytest.fixture(scope="module")
def known() -> Callable[[str], bool]:
    return Gazetteer.read({name: resources.text(f"lexicons/{name}.toml") for name in ("places", "names")}).knows


def told(text: str, each: Attribution) -> Told:
    """Type, contents, cue, speaker's words and realization."""
    cue, mention = each.cue, each.speaker.mention
    return (
        each.type,
        [text[span.start : span.end] for span in each.content],
        text[cue.start : cue.end] if cue else None,
        text[mention.start : mention.end] if mention else None,
        each.speaker.realization,
    )


SHAPES: dict[str, tuple[str, list[Told]]] = {
    "carried words": (
        "ونقلت وكالة الأنباء الأردنية عن وزير العمل سامر النجار قوله إن الخطة جاهزة.",
        [
            ("indirect", ["الخطة جاهزة"], "قوله", "سامر النجار", "named"),
        ],
    ),
    "carried words of a source": (
        "نقلت صحيفة «الأيام» عن مصدر حكومي أن القرار أُجّل إلى الخريف.",
        [
            ("indirect", ["القرار أُجّل إلى الخريف"], "نقلت", "مصدر حكومي", "anonymous"),
        ],
    ),
    "carried insistence": (
        "ونقلت القناة عن المحافظ خالد الزعبي تأكيده أن الطريق مفتوح أمام الشاحنات.",
        [
            ("indirect", ["الطريق مفتوح أمام الشاحنات"], "تأكيده", "خالد الزعبي", "named"),
        ],
    ),
    "ascribed words": (
        "ونسبت الصحيفة إلى مسؤول كبير قوله إن القرار اتخذ بالفعل.",
        [
            ("indirect", ["القرار اتخذ بالفعل"], "قوله", "مسؤول كبير", "anonymous"),
        ],
    ),
    "words carried of a pronoun": (
        'ونُقل عنه قوله إن "الوقت لم يعد في صالحنا".',
        [
            ("direct", ['"الوقت لم يعد في صالحنا"'], "قوله", None, "clitic"),
        ],
    ),
    "an interview with a station whose name is in marks": (
        "وقال في مقابلة مع قناة «المشرق» إن المفاوضات تسير ببطء.",
        [
            ("indirect", ["المفاوضات تسير ببطء"], "قال", None, "implicit"),
        ],
    ),
    "words, and so he answered": (
        "«لن نتراجع عن مطالبنا مهما حدث»، هكذا ردّ رئيس النقابة عادل شرف على سؤال الصحافيين.",
        [
            ("direct", ["«لن نتراجع عن مطالبنا مهما حدث»"], "ردّ", "عادل شرف", "named"),
        ],
    ),
    "words, as he said": (
        '"الموسم كان صعباً على الجميع"، كما قال المدرب رياض الحسن بعد المباراة.',
        [
            ("direct", ['"الموسم كان صعباً على الجميع"'], "قال", "رياض الحسن", "named"),
        ],
    ),
    "as figures show": (
        "وتراجعت المبيعات بنسبة 8%، كما أظهرت بيانات وزارة التجارة.",
        [
            ("indirect", ["تراجعت المبيعات بنسبة 8%"], "أظهرت", "وزارة التجارة", "named"),
        ],
    ),
    "also, he insisted": (
        "كما أكد المحافظ أن المياه ستعود غداً.",
        [
            ("indirect", ["المياه ستعود غداً"], "أكد", "المحافظ", "nominal"),
        ],
    ),
    "by his own measure": (
        "وأكد الوزير أن الحكومة «لن تدخر جهداً» في إغاثة المتضررين، على حد تعبيره.",
        [
            ("mixed", ["الحكومة «لن تدخر جهداً» في إغاثة المتضررين"], "أكد", "الوزير", "nominal"),
        ],
    ),
    "by the measure of a trader's words": (
        "وعلى حد قول أحد التجار، فإن الأسعار تضاعفت مرتين.",
        [
            ("indirect", ["الأسعار تضاعفت مرتين"], "على حد قول", "أحد التجار", "nominal"),
        ],
    ),
    "a frame without a comma": (
        "وبحسب شهود فإن النيران اندلعت قرابة منتصف الليل.",
        [
            ("indirect", ["النيران اندلعت قرابة منتصف الليل"], "بحسب", "شهود", "anonymous"),
        ],
    ),
    "a frame of a body's report": (
        "ووفقاً لتقرير صادر عن البنك المركزي، تراجع التضخم إلى 4%.",
        [
            ("indirect", ["تراجع التضخم إلى 4%"], "وفقاً", "البنك المركزي", "named"),
        ],
    ),
    "a frame with a verb": (
        "وقُتل ثلاثة أشخاص في الهجوم، وفق ما أعلن متحدث باسم الشرطة.",
        [
            ("indirect", ["وقُتل ثلاثة أشخاص في الهجوم"], "وفق", "متحدث باسم الشرطة", "anonymous"),
        ],
    ),
    "what stands in a statement": (
        'وجاء في البيان أن "اللجنة ستجتمع مجدداً يوم الخميس".',
        [
            ("direct", ['"اللجنة ستجتمع مجدداً يوم الخميس"'], "جاء", "البيان", "nominal"),
        ],
    ),
    "what is described, a pronoun": (
        "ووصفها رئيس البلدية بأنها «كارثة بيئية غير مسبوقة».",
        [
            ("direct", ["«كارثة بيئية غير مسبوقة»"], "وصفها", "رئيس البلدية", "nominal"),
        ],
    ),
    "what is described, a noun": (
        "وتصف الكاتبة العزلة بأنها «ضرورة».",
        [
            ("direct", ["«ضرورة»"], "تصف", "الكاتبة", "nominal"),
        ],
    ),
    "who is accused": (
        "ويتهم النقاد الحكومة بـ«خنق الاستثمار».",
        [
            ("direct", ["«خنق الاستثمار»"], "يتهم", "النقاد", "nominal"),
        ],
    ),
    "a pledge": (
        "وتعهد المرشح بخفض الضرائب إذا فاز.",
        [
            ("indirect", ["خفض الضرائب إذا فاز"], "تعهد", "المرشح", "nominal"),
        ],
    ),
    "a threat": (
        "وهدد رئيس الحزب بالانسحاب من الحكومة.",
        [
            ("indirect", ["الانسحاب من الحكومة"], "هدد", "رئيس الحزب", "nominal"),
        ],
    ),
    "a denial that begins with ن": (
        "من جهتها، نفت الشركة أن تكون قد سرّحت أي موظف.",
        [
            ("indirect", ["تكون قد سرّحت أي موظف"], "نفت", "الشركة", "nominal"),
        ],
    ),
    "whom a call is addressed to": (
        "ودعت منظمة العفو الدولية السلطات إلى الإفراج عن المعتقلين فوراً.",
        [
            ("indirect", ["الإفراج عن المعتقلين فوراً"], "دعت", "منظمة العفو الدولية", "named"),
        ],
    ),
    "a subject before قد": (
        "وكان الوزير قد أعلن، في وقت سابق، أن الحدود ستفتح الأحد.",
        [
            ("indirect", ["الحدود ستفتح الأحد"], "أعلن", "الوزير", "nominal"),
        ],
    ),
    "as for him": (
        "أما مساعده رامي عطية فقال إن الفريق استحق الفوز.",
        [
            ("indirect", ["الفريق استحق الفوز"], "قال", "رامي عطية", "named"),
        ],
    ),
    "somebody else denies it": (
        "وزعمت الميليشيا أنها أسقطت طائرة مسيرة، لكن الجيش كذّب ذلك.",
        [
            ("indirect", ["أسقطت طائرة مسيرة"], "زعمت", "الميليشيا", "nominal"),
        ],
    ),
    "a frame between verb and content": (
        "وأشارت الصحيفة، نقلاً عن مسؤولين أمنيين، إلى أن العملية أُلغيت في اللحظة الأخيرة.",
        [
            ("indirect", ["العملية أُلغيت في اللحظة الأخيرة"], "أشارت", "الصحيفة", "nominal"),
        ],
    ),
    "nobody in particular": (
        "ويقال إن القلعة بُنيت قبل ألف عام.",
        [
            ("indirect", ["القلعة بُنيت قبل ألف عام"], "يقال", None, "anonymous"),
        ],
    ),
    "the reporter's own remark": (
        "يذكر أن المدينة شهدت هجمات مماثلة العام الماضي.",
        [],
    ),
    "one of many": (
        "وصرخ أحد السكان: «أين كنتم كل هذه السنوات؟».",
        [
            ("direct", ["«أين كنتم كل هذه السنوات؟»"], "صرخ", "أحد السكان", "nominal"),
        ],
    ),
    "said to him": (
        "وقالت له ابنته: «عد إلى البيت يا أبي».",
        [
            ("direct", ["«عد إلى البيت يا أبي»"], "قالت", "ابنته", "nominal"),
        ],
    ),
    "a doctor": (
        "وقالت الطبيبة النفسية د. هالة مراد إن القلق شائع.",
        [
            ("indirect", ["القلق شائع"], "قالت", "هالة مراد", "named"),
        ],
    ),
    "an office, its company in marks, a name": (
        "وقال كبير الاقتصاديين في مصرف «النخيل» سامي الحداد في مذكرة للعملاء: «البنك يشتري الوقت لا أكثر».",
        [
            ("direct", ["«البنك يشتري الوقت لا أكثر»"], "قال", "سامي الحداد", "named"),
        ],
    ),
    "an apposition before the words": (
        'وقال الرئيس التنفيذي للشركة، رامي شاكر، "سنفتح عشرة فروع جديدة قبل نهاية العام".',
        [
            ("direct", ['"سنفتح عشرة فروع جديدة قبل نهاية العام"'], "قال", "رامي شاكر", "named"),
        ],
    ),
    "said with a pronoun behind the words": (
        "«لن أغادر هذه الأرض» قالتها أم سالم ثم صمتت طويلاً.",
        [
            ("direct", ["«لن أغادر هذه الأرض»"], "قالتها", "أم سالم", "named"),
        ],
    ),
    "words resumed": (
        "«الأرقام مخيفة»، يقول سليم الناصر وهو يقلب صفحات تقريره، «لكن أحداً لا يريد أن يسمع».",
        [
            ("direct", ["«الأرقام مخيفة»", "«لكن أحداً لا يريد أن يسمع»"], "يقول", "سليم الناصر", "named"),
        ],
    ),
    "a headline to a paper": (
        "سليم الناصر لـ«المدينة»: لن أترشح للانتخابات المقبلة",
        [
            ("direct", ["لن أترشح للانتخابات المقبلة"], None, "سليم الناصر", "named"),
        ],
    ),
    "a headline of a body in marks": (
        "«هيومن رايتس ووتش»: السلطات لم تحقق في مقتل المتظاهرين",
        [
            ("direct", ["السلطات لم تحقق في مقتل المتظاهرين"], None, "هيومن رايتس ووتش", "named"),
        ],
    ),
    "a headline with two points": (
        'سليم الناصر.. "لن أعود إلى الملاعب قبل الصيف"',
        [
            ("direct", ['"لن أعود إلى الملاعب قبل الصيف"'], None, "سليم الناصر", "named"),
        ],
    ),
    "a headline with two points behind the words": (
        '"لن أعود إلى الملاعب".. سليم الناصر يكشف أسباب اعتزاله',
        [
            ("direct", ['"لن أعود إلى الملاعب"'], None, "سليم الناصر", "named"),
        ],
    ),
    "a pull quote": (
        "«لن نبيع أرضنا لأحد» – سليم الناصر",
        [
            ("direct", ["«لن نبيع أرضنا لأحد»"], None, "سليم الناصر", "named"),
        ],
    ),
    "a caption is no headline": (
        "صور: افتتاح معرض الكتاب في الرباط",
        [],
    ),
    "a place is no speaker": (
        "مدينة نابلس: افتتاح معرض الكتاب غداً",
        [],
    ),
    "a question": (
        "س: كيف بدأت رحلتك مع المسرح؟",
        [
            ("direct", ["كيف بدأت رحلتك مع المسرح؟"], None, None, "none"),
        ],
    ),
    "an answer with a thought and a quotation": (
        "- نعم، أعتقد أن الرواية تبدأ حين ينتهي الكلام.",
        [
            ("direct", ["نعم، أعتقد أن الرواية تبدأ حين ينتهي الكلام"], None, None, "none"),
        ],
    ),
    "a list is no interview": (
        "- قال الوزير إن الخطة جاهزة.",
        [
            ("indirect", ["الخطة جاهزة"], "قال", "الوزير", "nominal"),
        ],
    ),
    "within another's words": (
        'وقالت إن أمها كانت تردد أن "البيت الذي لا كتب فيه لا نوافذ له".',
        [
            ("indirect", ['أمها كانت تردد أن "البيت الذي لا كتب فيه لا نوافذ له"'], "قالت", None, "implicit"),
            ("direct", ['"البيت الذي لا كتب فيه لا نوافذ له"'], "تردد", "أمها", "nominal"),
        ],
    ),
    "a report about words": (
        "وأشار الوزير - في تصريح أوردته وكالة الأنباء - إلى أن الموسم جيد.",
        [
            ("indirect", ["الموسم جيد"], "أشار", "الوزير", "nominal"),
        ],
    ),
    "a writing on a sign": (
        "ورفعوا لافتات كتب عليها «الماء حق لنا».",
        [
            ("direct", ["«الماء حق لنا»"], "كتب", "لافتات", "nominal"),
        ],
    ),
    "he went on to insist": (
        "وعاد ليؤكد أن المشروع باق.",
        [
            ("indirect", ["المشروع باق"], "يؤكد", None, "implicit"),
        ],
    ),
    "swapped marks": (
        "وقال: »لن نقبل بأي تسوية لا تضمن حقوقنا«.",
        [
            ("direct", ["»لن نقبل بأي تسوية لا تضمن حقوقنا«"], "قال", None, "implicit"),
        ],
    ),
    "an indefinite paragraph is a quote of its own": (
        '"أخشى أن ينتهي كل شيء"، هكذا بدأت نسرين حديثها.',
        [
            ("direct", ['"أخشى أن ينتهي كل شيء"'], None, "نسرين", "named"),
        ],
    ),
    "an act, no words": (
        "وأعلنت الوزارة تعليق الدراسة ليومين.",
        [],
    ),
    "an act on words": (
        "ولم ترد الشركة على طلب للتعليق.",
        [],
    ),
}


@pytest.mark.parametrize("name", SHAPES)
def test_a_further_shape_is_understood(known: Callable[[str], bool], name: str) -> None:
    text, expected = SHAPES[name]
    whole = f"{text}\n\nوحضر اللقاء سليم الناصر."
    found = Attributions(whole, Words(whole), resources.lexicons(), known).near(0)
    assert [told(text, each) for each in found] == expected


def test_a_paragraph_longer_than_any_is_read_near_the_place(known: Callable[[str], bool]) -> None:
    text = "وقال الناصر إن الجسر جاهز. " * 4000
    attributions = Attributions(text, Words(text), resources.lexicons(), known)
    middle = text.index("الجسر", 50000)
    found = attributions.at(middle)
    assert found is not None and found.content[0].start == middle
    assert len(attributions.near(middle)) < 400


BETWEEN_NAMES = {
    "a bank's name in marks": (
        "وقال محللو «بنك الشرق» في مذكرة إن الفائدة بلغت ذروتها.",
        "الفائدة بلغت ذروتها",
        "محللو",
    ),
    "his players": ("ودعا المدرب لاعبيه إلى «نسيان المباراة» سريعاً.", "«نسيان المباراة» سريعاً", "المدرب"),
    "in one sentence": ("وأجابت عن سؤال الرقابة بجملة واحدة: «الرقيب يسكن فينا».", "«الرقيب يسكن فينا»", None),
    "meanwhile": ('وبكى الحارس وهو يردد: "من أجل أبي".', '"من أجل أبي"', "الحارس"),
    "two names": ("واعتبر النائب حسن مراد أن الموازنة غير واقعية.", "الموازنة غير واقعية", "حسن مراد"),
    "two places": ("وتتهم إيران السعودية بتمويل قناة معارضة.", "تمويل قناة معارضة", "إيران"),
    "the hearers": ("وحذر المواطنين من الاقتراب من النهر.", "الاقتراب من النهر", None),
    "to the press": ("وقال محافظ البنك للصحفيين: «التضخم يتراجع».", "«التضخم يتراجع»", "محافظ البنك"),
}


@pytest.mark.parametrize("name", BETWEEN_NAMES)
def test_who_speaks_is_told_from_what_stands_beside_him(known: Callable[[str], bool], name: str) -> None:
    text, content, speaker = BETWEEN_NAMES[name]
    found = [each for each in Attributions(text, Words(text), resources.lexicons(), known).near(0) if each.cue]
    assert [(told(text, each)[1], told(text, each)[3]) for each in found] == [([content], speaker)]


def test_the_verb_may_stand_behind_the_last_paragraph(known: Callable[[str], bool]) -> None:
    text = "«كنا ننتظر هذا اليوم.\n«واليوم تحقق الحلم.\n«ولن ننسى من وقف معنا»، يقول سليم الناصر."
    attributions = Attributions(text, Words(text), resources.lexicons(), known)
    whole = ["«كنا ننتظر هذا اليوم.", "«واليوم تحقق الحلم.", "«ولن ننسى من وقف معنا»"]
    for line in (0, text.index("\n") + 1, text.rindex("\n") + 1):
        assert [told(text, each) for each in attributions.near(line)] == [
            ("direct", whole, "يقول", "سليم الناصر", "named")
        ]
