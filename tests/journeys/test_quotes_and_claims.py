"""Who said what, and what is claimed."""

from __future__ import annotations

import pytest

from tests.journeys.conftest import OpenReader, Reader


def test_q_takes_what_the_quotation_marks_around_the_caret_enclose(reader: Reader) -> None:
    reader.go_to("مستعدة")
    reader.press("Q")
    assert reader.marks("quote") == [("direct", '"العاصمة مستعدة للقمة"')]
    inner = reader.focused().attributes["inner"]
    assert [reader.bench.reading.text[a:b] for a, b in inner] == ["العاصمة مستعدة للقمة"]  # type: ignore[union-attr]


def test_q_takes_guillemets(reader: Reader) -> None:
    reader.go_to("الجلسات")
    reader.press("Q")
    assert reader.marks("quote")[0][1] == "«الجلسات تبدأ الأحد»"


def test_q_takes_the_selection_where_there_are_no_marks(reader: Reader) -> None:
    reader.go_to("الوفود")
    reader.press("Shift+Left", "Shift+Left", "Shift+Left", "Q")
    assert reader.marks("quote") == [("indirect", "الوفود تصل تباعاً")]


def test_q_says_what_to_do_where_there_is_nothing_to_take(reader: Reader) -> None:
    reader.press("Home", "Q")
    assert reader.marks("quote") == []
    assert reader.said()


def test_the_cue_is_picked_from_the_reporting_verbs_by_its_hint(reader: Reader) -> None:
    reader.go_to("مستعدة")
    reader.press("Q")
    reader.pick("U", "قال")
    assert (reader.filled(reader.focused(), "cue"), reader.marks("cue")) == ([], [])
    reader.pick("U", "قال")
    assert reader.filled(reader.focused(), "cue") == ["قال"]
    assert reader.marks("cue") == [("cue", "قال")]


def test_a_cue_is_marked_without_its_conjunction(reader: Reader) -> None:
    reader.go_to("مؤمّن")
    reader.press("Q")
    assert reader.marks("cue") == [("cue", "أضاف")]
    reader.pick("U", "أضاف")
    assert reader.marks("cue") == []
    reader.pick("U", "أضاف")
    assert reader.marks("cue") == [("cue", "أضاف")]


def test_the_speaker_is_picked_from_the_names_by_its_hint(reader: Reader) -> None:
    reader.mark("J", "وزير البيئة الأردني")
    reader.mark("P", "سليم الناصر")
    reader.go_to("مستعدة")
    reader.press("Q")
    reader.pick("S", "وزير البيئة الأردني")
    assert reader.filled(reader.focused(), "speaker") == ["وزير البيئة الأردني"]
    assert reader.focused().attributes["realization"] == "nominal"
    reader.pick("S", "سليم الناصر")
    quote = reader.focused()
    assert reader.filled(quote, "speaker") == ["سليم الناصر"]
    assert quote.attributes["realization"] == "named"


def test_the_nearest_candidate_is_taken_with_enter_and_taken_out_by_its_hint(reader: Reader) -> None:
    reader.mark("P", "سليم الناصر")
    reader.go_to("مستعدة")
    reader.press("Q")
    reader.pick("S", "سليم الناصر")
    assert reader.filled(reader.focused(), "speaker") == []
    assert reader.focused().attributes["realization"] == "none"
    reader.press("S", "Return")
    assert reader.filled(reader.focused(), "speaker") == ["سليم الناصر"]


def test_enter_keeps_what_is_in_the_slot_already_and_takes_the_next(reader: Reader) -> None:
    reader.mark("P", "سليم الناصر")
    reader.go_to("مستعدة")
    reader.press("Q", "S", "Return")
    assert reader.filled(reader.focused(), "speaker") == ["سليم الناصر"]
    assert reader.bench.asking is None
    reader.mark("J", "وزير البيئة الأردني")
    reader.go_to("مستعدة")
    reader.press("S", "Return")
    assert reader.filled(reader.focused(), "speaker") == ["وزير البيئة الأردني"]


def test_nought_makes_the_speaker_implicit_then_anonymous_then_none(reader: Reader) -> None:
    reader.go_to("مؤمّن")
    reader.press("Q")
    seen = [reader.focused().attributes["realization"]]
    for _ in range(3):
        reader.press("S", "0")
        seen.append(reader.focused().attributes["realization"])
    assert seen == ["implicit", "anonymous", "none", "implicit"]


def test_nought_takes_a_named_speaker_out_and_begins_with_implicit(reader: Reader) -> None:
    reader.go_to("مستعدة")
    reader.press("Q", "S", "0")
    assert reader.focused().attributes["realization"] == "implicit"
    assert reader.filled(reader.focused(), "speaker") == []


def test_the_verb_before_a_quote_comes_before_the_participle_behind_it(reader: Reader) -> None:
    reader.go_to("مستعدة")
    reader.press("Q")
    reader.pick("U", "قال")
    reader.press("U", "Return")
    assert reader.filled(reader.focused(), "cue") == ["قال"]


def test_escape_leaves_a_slot_as_it_was(reader: Reader) -> None:
    reader.go_to("مؤمّن")
    reader.press("Q", "U", "Esc")
    assert reader.bench.asking is None
    assert reader.marks("cue") == [("cue", "أضاف")]


def test_label_keys_do_not_fire_while_a_hint_is_awaited(reader: Reader) -> None:
    reader.go_to("مؤمّن")
    reader.press("Q", "U", "P")
    assert reader.marks() == []
    reader.press("Esc")


def test_a_claim_in_a_quote_names_the_quote_and_inherits_its_speaker(reader: Reader) -> None:
    reader.mark("P", "سليم الناصر")
    reader.go_to("مستعدة")
    reader.press("Q", "Return", "C")
    claim = reader.focused()
    assert (claim.kind, claim.exact) == ("claim", "العاصمة مستعدة للقمة")
    assert reader.filled(claim, "claimer") == ["سليم الناصر"]
    assert reader.filled(claim, "expressed_in") == ['"العاصمة مستعدة للقمة"']
    assert claim.attributes["modality"] == "reported"


def test_a_claim_outside_of_quotes_takes_the_clause(reader: Reader) -> None:
    reader.go_to("بغداد")
    reader.press("C")
    assert reader.focused().exact.startswith("وشارك وفد")
    assert reader.focused().exact.endswith("بيروت")


def test_nought_makes_the_journalist_the_claimer(reader: Reader) -> None:
    reader.go_to("بغداد")
    reader.press("C", "S", "0")
    assert reader.focused().attributes["claimer_kind"] == "journalist"


def test_the_type_of_a_quote_goes_round(reader: Reader) -> None:
    reader.go_to("مستعدة")
    reader.press("Q")
    seen = [reader.focused().label]
    for key in ("Y", "R", "Y"):
        reader.press(key)
        seen.append(reader.focused().label)
    assert seen == ["direct", "indirect", "mixed", "direct"]


def test_moving_a_quotes_edge_keeps_its_links_and_finds_its_inside_again(reader: Reader) -> None:
    reader.go_to("مستعدة")
    reader.press("Q", "]")
    quote = reader.focused()
    assert quote.exact == 'العاصمة مستعدة للقمة"'
    assert reader.filled(quote, "cue") == ["قال"]
    text = reader.bench.article.text  # type: ignore[union-attr]
    assert [text[a:b] for a, b in quote.attributes["inner"]] == ["العاصمة مستعدة للقمة"]


def test_erasing_a_speaker_empties_the_slot_and_undo_fills_it_again(reader: Reader) -> None:
    reader.mark("P", "سليم الناصر")
    reader.go_to("مستعدة")
    reader.press("Q", "Return")
    quote = reader.quote()
    reader.go_to("سليم")
    reader.press("Del")
    assert reader.filled(quote, "speaker") == []
    reader.press("Ctrl+Z")
    assert reader.filled(quote, "speaker") == ["سليم الناصر"]


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ('قال الوزير إن "المهمة شاقة".', "direct"),
        ('الوزير: "المهمة شاقة".', "direct"),
        ('وقال إن هناك "أعداء شرسون" لعلاقات أقوى.', "mixed"),
        ('وقال المكتب في بيان إن الولايات المتحدة "ليست صديقة لأحد، وليست موالية".', "mixed"),
        ('وقال الوزير إنه "لن يعود أبداً إلى هناك".', "direct"),
        ('ووصف القرار بأنه "كارثة".', "direct"),
        ('وأكد أن "نور سات" تعتمد على مكانتها.', "mixed"),
    ],
)
def test_a_quote_is_direct_when_its_marks_enclose_all_that_is_said(
    open_reader: OpenReader, sentence: str, kind: str
) -> None:
    reader = open_reader(sentence)
    reader.go_to(sentence.index('"') + 1)
    reader.press("Q")
    assert reader.focused().label == kind


def test_a_selection_around_quoted_words_is_mixed(open_reader: OpenReader) -> None:
    reader = open_reader('وقال إن هناك "أعداء شرسون" لعلاقات أقوى.')
    reader.go_to("هناك")
    reader.press(*["Shift+Left"] * 5, "Q")
    assert reader.marks("quote") == [("mixed", 'هناك "أعداء شرسون" لعلاقات أقوى')]


def test_a_name_inside_a_name_is_offered_after_it(open_reader: OpenReader) -> None:
    reader = open_reader('قال لوكالة رويترز إن "الجلسات تبدأ اليوم".')
    reader.mark("O", "وكالة رويترز")
    reader.mark("O", "رويترز")
    reader.go_to("تبدأ")
    reader.press("Q", "S", "Return")
    assert reader.filled(reader.focused(), "speaker") == ["وكالة رويترز"]


def test_the_subject_of_the_verb_is_offered_before_a_name_that_stands_nearer(open_reader: OpenReader) -> None:
    reader = open_reader('وقال مكتب المرشد في بيان إن الولايات المتحدة "ليست صديقة لأحد" اليوم.')
    reader.mark("O", "مكتب المرشد")
    reader.mark("G", "الولايات المتحدة")
    reader.go_to("صديقة")
    reader.press("Q")
    reader.pick("S", "مكتب المرشد")
    reader.press("S", "Return")
    assert reader.filled(reader.focused(), "speaker") == ["مكتب المرشد"]
