"""Reading for hours: themes, font and size, column and spacing, focus mode, and a page that follows the caret."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QFontDatabase, QImage, QRegion
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QSlider, QWidget

from app.domain.edit import Change, Edit
from app.ui import settings
from app.ui.comfort import LEAST, USUAL, WHOLE_WIDTH
from app.ui.contrast import contrast
from app.ui.reading_panel import ReadingPanel, families
from app.ui.theme import CONTRAST, DARK, LIGHT, SEPIA, Theme
from app.workbench.place import Place
from tests.journeys.conftest import OpenReader, Reader

PARAGRAPHS = (
    "افتتحت بلدية صور الحديقة العامة بحضور الأهالي.",
    "قال رئيس البلدية إن الأشجار زُرعت في الربيع، وقال المهندس إن الماء يكفي.",
    "وحضر الافتتاح تلاميذ المدارس مع معلميهم.",
)
TEXT = "\n\n".join(PARAGRAPHS)
LONG = "\n\n".join(f"الفقرة {number}: " + "كلام عن الحديقة والأشجار والماء " * 5 for number in range(60))
FONTS = ("Amiri", "IBM Plex Sans Arabic", "DejaVu Sans")


def panel(reader: Reader) -> ReadingPanel:
    reader.press("Ctrl+,")
    (found,) = [each for each in reader.window.findChildren(ReadingPanel) if each.isVisible()]
    return found


def press(key: Qt.Key, widget: QWidget | None = None) -> None:
    """A key where the keyboard is."""
    QTest.keyClick(widget or QApplication.focusWidget(), key)


def picture(reader: Reader) -> QImage:
    QTest.qWait(30)
    return reader.window.view.viewport().grab().toImage()


def rows(reader: Reader, surface: str) -> QRect:
    """The rows of the viewport in which the lines under ``surface`` stand, over its whole width."""
    view = reader.window.view
    top, bottom = (int(edge) - view.verticalScrollBar().value() for edge in view.page.rows(reader.find(surface)))
    return QRect(0, top, view.viewport().width(), bottom - top)


def darkest(image: QImage, rect: QRect, theme: Theme) -> float:
    """The strongest contrast with the page of any pixel in ``rect``."""
    page = QColor(theme.page)
    box = rect.intersected(image.rect())
    shades = {image.pixel(x, y) for y in range(box.top(), box.bottom()) for x in range(0, box.right(), 2)}
    return max(contrast(QColor.fromRgb(shade), page) for shade in shades)


def third(reader: Reader) -> bool:
    view = reader.window.view
    height, line = view.viewport().height(), view.cursorRect()
    return height // 3 <= line.top() and line.bottom() <= height - height // 3


# themes


def test_a_key_goes_through_the_themes_and_the_last_is_remembered(open_reader: OpenReader) -> None:
    reader = open_reader()
    for theme in (DARK, SEPIA, CONTRAST):
        reader.press("F8")
        assert reader.window.theme == theme
        assert picture(reader).pixelColor(2, 2) == QColor(theme.page)
    assert open_reader().window.theme == CONTRAST


def test_a_theme_is_found_by_its_name(reader: Reader) -> None:
    palette = reader.window.open_palette()
    palette.field.setText("sepia")
    press(Qt.Key.Key_Return, palette.field)
    assert reader.window.theme == SEPIA


def test_a_settings_file_with_nonsense_opens_the_window_as_usual(open_reader: OpenReader) -> None:
    for key, word in {"theme": "mauve", "text_size": "big", "font": "Lost Font", "column": "0.5"}.items():
        settings.write(key, word)
    reader = open_reader()
    assert reader.window.comfort == reader.window.view.comfort == USUAL
    assert reader.window.theme == LIGHT


# the panel


def test_the_panel_changes_what_is_seen_at_once_and_gives_the_keyboard_back(open_reader: OpenReader) -> None:
    reader = open_reader(TEXT)
    shown = panel(reader)
    assert QApplication.focusWidget() is shown.boxes["theme"]
    press(Qt.Key.Key_Down)
    assert reader.window.theme == DARK
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Down)
    family = reader.window.comfort.family
    assert family != "Amiri" and reader.window.view.document().defaultFont().family() == family
    press(Qt.Key.Key_Escape)
    assert not shown.isVisible()
    assert reader.window.view.hasFocus()
    other = open_reader(TEXT).window
    assert (other.theme, other.comfort.family) == (DARK, family)


def test_every_choice_is_reached_and_changed_by_keys_alone(reader: Reader) -> None:
    shown = panel(reader)
    reached = []
    while (here := QApplication.focusWidget()) not in reached and len(reached) < 20:
        assert here is not None and here.accessibleName()
        reached.append(here)
        press(Qt.Key.Key_Tab)
    controls: list[QWidget] = [*shown.boxes.values(), *shown.sliders.values(), *shown.switches.values(), shown.usual]
    assert set(reached) == set(controls)
    for control in reached:
        before = reader.window.comfort
        press(Qt.Key.Key_Space if control in shown.switches.values() else Qt.Key.Key_Down, control)
        if isinstance(control, QSlider | QComboBox) or control in shown.switches.values():
            assert reader.window.comfort != before, control.accessibleName()


def test_the_longest_line_is_the_whole_width(open_reader: OpenReader) -> None:
    reader = open_reader(LONG)
    shown = panel(reader)
    slider = shown.sliders["column"]
    press(Qt.Key.Key_Home, slider)
    narrow = reader.window.view.viewport().width()
    assert reader.window.comfort.column == 24
    press(Qt.Key.Key_End, slider)
    assert reader.window.comfort.column == WHOLE_WIDTH
    assert reader.window.view.viewport().width() > narrow
    assert slider.accessibleDescription() == "كامل العرض"


def test_spacing_moves_the_lines_apart(open_reader: OpenReader) -> None:
    reader = open_reader(LONG)
    before = rows(reader, "الفقرة 1:").height()
    slider = panel(reader).sliders["spacing"]
    press(Qt.Key.Key_End, slider)
    assert reader.window.comfort.spacing == 1.6
    assert rows(reader, "الفقرة 1:").height() > before * 1.4


def test_usual_values_come_back_and_the_theme_stays(reader: Reader) -> None:
    reader.window.set_comfort(USUAL.but(theme="sepia", size=40, column=24, spacing=1.4, focus_mode=True, scroll=LEAST))
    shown = panel(reader)
    press(Qt.Key.Key_Space, shown.usual)
    assert reader.window.comfort == USUAL.but(theme="sepia")
    assert shown.sliders["size"].value() == USUAL.size // 2


def test_the_panel_follows_what_other_keys_change_and_closes_by_its_own(reader: Reader) -> None:
    shown = panel(reader)
    press(Qt.Key.Key_F8)
    press(Qt.Key.Key_F7)
    assert shown.boxes["theme"].currentData() == "dark"
    assert shown.switches["focus_mode"].isChecked()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    assert not shown.isVisible()
    assert reader.window.view.hasFocus()


def test_the_panel_has_an_arabic_twin_and_fonts_with_arabic_letters_come_first(reader: Reader) -> None:
    commands = reader.window.commands
    assert commands.keys(commands.actions["view.reading"]) == ("Ctrl+,", "Ctrl+و")
    offered = families()
    arabic = QFontDatabase.families(QFontDatabase.WritingSystem.Arabic)
    assert offered[0] == "Amiri"
    assert set(offered[: len(arabic)]) == set(arabic)
    assert set(QFontDatabase.families()) >= set(offered)


# zoom


@pytest.mark.parametrize("place", ["الفقرة 0:", "الفقرة 30:", "الفقرة 57:"])
def test_the_carets_line_stays_where_it_is_while_the_text_grows_and_shrinks(
    open_reader: OpenReader, place: str
) -> None:
    reader = open_reader(LONG)
    reader.bench.put(Place.at(reader.find(place).start))
    view, bar = reader.window.view, reader.window.view.verticalScrollBar()
    before = view.cursorRect().top()
    for key in ["Ctrl++"] * 6 + ["Ctrl+0"] + ["Ctrl+-"] * 4:
        reader.press(key)
        free = bar.minimum() < bar.value() < bar.maximum()
        assert abs(view.cursorRect().top() - before) <= 1 or not free
        assert view.viewport().rect().contains(view.cursorRect())


def test_the_carets_line_stays_where_it_is_while_the_window_changes_its_width(open_reader: OpenReader) -> None:
    reader = open_reader(LONG)
    reader.bench.put(Place.at(reader.find("الفقرة 30:").start))
    before = reader.window.view.cursorRect().top()
    for width in (1000, 1700, 900):
        reader.window.resize(width, reader.window.height())
        QTest.qWait(10)
        assert abs(reader.window.view.cursorRect().top() - before) <= 1


def test_the_text_has_a_largest_and_a_smallest_size(open_reader: OpenReader) -> None:
    reader = open_reader(TEXT)
    reader.press(*["Ctrl++"] * 25)
    assert reader.window.comfort.size == 64
    reader.press(*["Ctrl+-"] * 30)
    assert reader.window.comfort.size == 14
    assert open_reader(TEXT).window.view.comfort.size == 14


# following the caret


def test_the_carets_line_stays_in_the_middle_third(open_reader: OpenReader) -> None:
    reader = open_reader(LONG)
    for _ in range(8):
        reader.press("Ctrl+Down")
    for key in ["Down"] * 12 + ["Up"] * 12 + ["Ctrl+Up"] * 2:
        reader.press(key)
        assert third(reader)


def test_the_articles_ends_have_no_empty_space(open_reader: OpenReader) -> None:
    reader = open_reader(LONG)
    bar = reader.window.view.verticalScrollBar()
    reader.bench.put(Place.at(len(LONG)))
    assert bar.value() == bar.maximum()
    reader.bench.put(Place.at(0))
    assert bar.value() == 0


def test_the_page_does_not_move_under_the_mouse(open_reader: OpenReader) -> None:
    reader = open_reader(LONG)
    view = reader.window.view
    before = view.verticalScrollBar().value()
    low = QPoint(view.viewport().width() // 2, view.viewport().height() - 120)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=low)
    assert reader.caret > 0
    assert view.verticalScrollBar().value() == before


# focus mode


def test_focus_mode_dims_all_but_the_paragraph_at_the_caret(open_reader: OpenReader) -> None:
    reader = open_reader(TEXT)
    reader.mark("P", "رئيس البلدية")
    reader.press("F7", "Esc")
    for lit in PARAGRAPHS:
        reader.go_to(reader.find(lit).start)
        image = picture(reader)
        for paragraph in PARAGRAPHS:
            strongest = darkest(image, rows(reader, paragraph), LIGHT)
            assert strongest > 12 if paragraph == lit else strongest < 4, paragraph
    assert open_reader(TEXT).window.view.veil.down
    reader.window.ask("view.focus")
    assert all(darkest(picture(reader), rows(reader, each), LIGHT) > 12 for each in PARAGRAPHS)


def test_only_the_two_paragraphs_are_painted_again(open_reader: OpenReader) -> None:
    reader = open_reader(TEXT)
    reader.press("F7")
    reader.go_to("قال رئيس")
    QTest.qWait(30)
    painted = Painted(reader.window.view.viewport())
    reader.press("Left")
    QTest.qWait(30)
    assert not painted.region.intersects(rows(reader, PARAGRAPHS[0]).adjusted(0, 0, 0, -24))
    reader.press("Ctrl+Down", "Ctrl+Down")
    QTest.qWait(30)
    assert painted.region.intersects(rows(reader, PARAGRAPHS[2]))
    assert not painted.region.intersects(rows(reader, PARAGRAPHS[0]).adjusted(0, 0, 0, -24))


class Painted(QObject):
    """What was painted of a widget since it is looked at."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.region = QRegion()
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.region += event.region()  # type: ignore[attr-defined]
        return False


def test_the_veil_lifts_while_something_is_asked(open_reader: OpenReader) -> None:
    reader = open_reader('قال الوزير إن "الماء يكفي".' + "\n\n" + "وحضر المهندس.")
    reader.press("F7")
    reader.go_to("يكفي")
    reader.press("Q")
    if reader.bench.asking is None:
        reader.press("S")
    assert reader.bench.asking is not None
    assert darkest(picture(reader), rows(reader, "وحضر المهندس"), LIGHT) > 12
    reader.press("Esc")
    assert darkest(picture(reader), rows(reader, "وحضر المهندس"), LIGHT) < 4


def test_a_selection_over_paragraphs_is_not_dimmed(open_reader: OpenReader) -> None:
    reader = open_reader(TEXT)
    reader.press("F7", "Ctrl+Shift+Down", "Ctrl+Shift+Down", "Shift+Left")
    image = picture(reader)
    assert all(darkest(image, rows(reader, each), LIGHT) > 8 for each in PARAGRAPHS)


# told apart without colour


KINDS = ("entity", "cue", "claim", "quote")


def shape(reader: Reader, plain: QImage, surface: str) -> frozenset[tuple[int, int]]:
    """Which pixels a mark has changed, whatever their colour, where no chip hangs: in the later half of its words."""
    reader.press("End", "Esc", "Esc")
    image = picture(reader)
    view = reader.window.view
    span = reader.find(surface)
    block, corner = next(view.page.paragraphs(span))
    (piece,) = view.page.pieces(block, span)
    left, right = int(corner.x() + piece.left), int(corner.x() + (piece.left + piece.right) / 2)
    top = int(corner.y()) - view.verticalScrollBar().value()
    high = rows(reader, surface).height()
    return frozenset(
        (x - left, y - top)
        for y in range(max(top, 0), top + high)
        for x in range(left - 3, right)
        if image.pixel(x, y) != plain.pixel(x, y)
    )


@pytest.mark.parametrize("theme", [LIGHT, CONTRAST], ids=["light", "contrast"])
def test_each_kind_has_a_shape_of_its_own(open_reader: OpenReader, theme: Theme) -> None:
    surface = "الأشجار زرعت في الربيع"
    text = f"وقال المهندس إن {surface} قبل أن يأتي المطر." + "\n\nنهاية"
    shapes = {}
    for kind, key in zip(KINDS, ("P", "I", "C", "Q"), strict=True):
        reader = open_reader(text)
        reader.window.commands.run(f"view.theme.{theme.name}")
        reader.press("End", "Esc")
        plain = picture(reader)
        reader.take(reader.find(surface))
        reader.press(key, "Esc")
        assert [mark.kind for mark in reader.bench.marks if mark.exact == surface] == [kind]
        shapes[kind] = shape(reader, plain, surface)
    for one in KINDS:
        for other in KINDS:
            if one != other:
                assert len(shapes[one] ^ shapes[other]) >= 8, (one, other)
    ends = min(x for x, _ in shapes["cue"])
    assert {y for x, y in shapes["cue"] if x <= ends + 1} > {y for x, y in shapes["entity"] if x <= ends + 1}


def test_the_three_quotes_have_edges_of_their_own(open_reader: OpenReader) -> None:
    surface = '"الأشجار زرعت في الربيع"'
    reader = open_reader(f"وقال المهندس إن {surface} قبل أن يأتي المطر." + "\n\nنهاية")
    reader.press("End", "Esc")
    plain = picture(reader)
    reader.take(reader.find(surface))
    reader.press("Q", "Esc")
    made = next(mark for mark in reader.bench.marks if mark.kind == "quote")
    shapes = set()
    for label in reader.bench.codebook.kind("quote").labels:
        now = reader.bench.marks.get(made.id)
        assert now is not None
        if now.label != label.id:
            reader.bench.do(Edit("Relabel", (Change(now, replace(now, label=label.id)),)))
        reader.press("End", "Esc", "Esc")
        image = picture(reader)
        ink = LIGHT.of(label).rgb()
        box = rows(reader, surface)
        columns = [
            frozenset(y for y in range(box.top(), box.bottom()) if image.pixel(x, y) == ink)
            for x in range(image.width())
        ]
        assert image != plain
        shapes.add(tuple(sorted((len(column) for column in columns if column), reverse=True)[:8]))
    assert len(shapes) == 3


def test_strokes_are_thicker_in_high_contrast(open_reader: OpenReader) -> None:
    reader = open_reader("وصل الوفد إلى بغداد اليوم." + "\n\nنهاية")
    reader.mark("G", "بغداد")
    reader.press("Ctrl++", "Ctrl++", "Ctrl++", "Ctrl++", "Ctrl++", "Ctrl++")
    label = reader.bench.codebook.label("entity", "GPE")
    thickness = []
    for theme in (LIGHT, CONTRAST):
        reader.window.commands.run(f"view.theme.{theme.name}")
        reader.press("End", "Esc", "Esc")
        image, ink = picture(reader), theme.of(label).rgb()
        box = rows(reader, "بغداد")
        columns = (
            [y for y in range(box.top(), box.bottom()) if image.pixel(x, y) == ink] for x in range(image.width())
        )
        thickness.append(min(len(column) for column in columns if column))
    assert thickness[1] > thickness[0]


# other fonts


@pytest.mark.parametrize("family", FONTS)
@pytest.mark.parametrize("size", [14, 24, 48])
@pytest.mark.parametrize("spacing", [0.9, 1.0])
def test_marks_stand_between_the_lines_in_every_font(
    open_reader: OpenReader, family: str, size: int, spacing: float
) -> None:
    reader = open_reader("جميع الأشجار التي زرعت في الربيع " * 12)
    if family not in QFontDatabase.families():
        pytest.skip("the font is not on this machine")
    reader.window.set_comfort(USUAL.but(family=family, size=size, spacing=spacing))
    view = reader.window.view
    scale, layout = view.page.scale, view.document().firstBlock().layout()
    view.document().documentLayout().blockBoundingRect(view.document().firstBlock())
    first, second = layout.lineAt(0), layout.lineAt(1)
    deepest = max(run.boundingRect().bottom() for run in first.glyphRuns()) - first.y() - first.ascent()
    apart = (second.y() + second.ascent()) - (first.y() + first.ascent())
    letters = 18.5 * scale.unit  # above the line, in the tallest of the fonts
    assert scale.first_lane >= min(deepest, 8 * scale.unit)
    assert scale.first_lane + scale.lane + scale.stroke / 2 + scale.chip <= apart - letters


def test_no_letter_of_any_font_is_cut_by_the_first_lane(open_reader: OpenReader) -> None:
    deep = "مع ج ح ي ر و ص ق ل ن"
    for family in FONTS:
        reader = open_reader(f"{deep} ثم تأتي كلمات أخرى." + "\n\nنهاية")
        if family not in QFontDatabase.families():
            continue
        reader.window.set_comfort(USUAL.but(family=family, size=48))
        reader.press("End", "Esc")
        plain = picture(reader)
        view = reader.window.view
        line = view.document().firstBlock().layout().lineAt(0)
        top = view.document().documentLayout().blockBoundingRect(view.document().firstBlock()).top()
        lane = int(top + line.y() + line.ascent() + view.page.scale.first_lane + view.page.scale.stroke)
        page = QColor(LIGHT.page).rgb()
        assert all(plain.pixel(x, y) == page for x in range(plain.width()) for y in (lane, lane + 1)), family
