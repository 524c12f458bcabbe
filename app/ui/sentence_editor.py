"""The claim in one sentence, written where it stands: a field under its last line, over the text and never in it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QTextOption
from PySide6.QtWidgets import QSizePolicy, QTextEdit, QVBoxLayout

from app.domain.annotation import Annotation
from app.domain.article import Article
from app.domain.errors import N_, TawsimError
from app.domain.span import Span
from app.ui import captions
from app.ui.article.view import ArticleView
from app.ui.overlay import Overlay
from app.ui.usual_keys import ENTERS
from app.ui.words import key_text, tr
from app.workbench.bench import Workbench
from app.workbench.claims import next_unsaid, proposed, saying, sentence_of

_SIDE, _GAP = 4, 3  # pixels beside the field, and between the claim's line and the field
_MOST_LINES = 6
_SMALLER = 0.86
_STAYING = (
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
)


class SentenceEditor(Overlay):
    """Opens with the sentence, else with the claim's words, all selected. Enter keeps it, Ctrl+Enter keeps it and goes
    on to the next claim without a sentence, Esc leaves it. Who leaves the field otherwise keeps what was written."""

    _view: ArticleView | None = None

    def __init__(
        self, bench: Workbench, claim: Annotation, view: ArticleView, trouble: Callable[[TawsimError], None]
    ) -> None:
        super().__init__(view.viewport(), 0, 0)
        self._bench, self._claim, self._trouble = bench, claim, trouble
        self._written = self._left = False
        self.setAccessibleName(tr("The claim in one sentence"))
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft if view.page.rtl else Qt.LayoutDirection.LeftToRight)
        self.field = self._make_field(view)
        keys = {"enter": key_text("Enter"), "on": key_text("Ctrl+Enter"), "esc": key_text("Esc")}
        self.hint = captions.faint(tr("{enter} keeps it · {on} goes on · {esc} leaves").format(**keys))
        self.hint.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        column = QVBoxLayout(self)
        column.setContentsMargins(9, 6, 9, 5)
        column.setSpacing(1)
        column.addWidget(self.field)
        column.addWidget(self.hint)
        self._view = view
        self._fit()
        self._make_room()
        view.verticalScrollBar().valueChanged.connect(self._settle)
        self.field.textChanged.connect(self._write)
        bench.opened.listen(self._other_article)
        self.open(self.field)

    def _make_field(self, view: ArticleView) -> QTextEdit:
        field = QTextEdit()
        field.setAcceptRichText(False)
        field.setTabChangesFocus(True)
        field.setFrameShape(QTextEdit.Shape.NoFrame)
        field.setStyleSheet("QTextEdit { background: transparent; border: none; padding: 0; }")
        field.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        field.setAccessibleName(tr("The claim in one sentence"))
        font = view.document().defaultFont()
        font.setPixelSize(round(font.pixelSize() * _SMALLER))
        field.setFont(font)
        option = QTextOption()
        option.setTextDirection(self.layoutDirection())
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        field.document().setDefaultTextOption(option)
        assert self._bench.article is not None
        field.setPlainText(sentence_of(self._claim) or proposed(self._bench.article.text, self._claim))
        field.selectAll()
        return field

    # where it stands

    def _settle(self, _news: object = None) -> None:
        """Under the claim's last line; over its first one where the article ends too soon."""
        if self._view is None:
            return
        size = self._size.boundedTo(self._parent.size())
        top = self._under()
        if top + size.height() > self._parent.height():
            over = self._rows(Span(self._claim.start, self._claim.start + 1))[0] - size.height() - _GAP
            top = over if over >= 0 else max(self._parent.height() - size.height(), 0)
        self.setGeometry(QRect(_SIDE, top, size.width(), size.height()))

    def _under(self) -> int:
        assert self._view is not None
        return self._rows(Span(self._claim.end - 1, self._claim.end))[1] + _GAP

    def _rows(self, span: Span) -> tuple[int, int]:
        assert self._view is not None
        top, bottom = self._view.page.rows(span)
        shift = self._view.verticalScrollBar().value()
        return int(top) - shift, int(bottom) - shift

    def _fit(self) -> None:
        """As high as its lines, as wide as the column."""
        width = self._parent.width() - 2 * _SIDE
        document = self.field.document()
        document.setTextWidth(width - 24)
        line = self.field.fontMetrics().lineSpacing()
        height = int(min(document.size().height(), _MOST_LINES * line + 2 * document.documentMargin())) + 4
        self.field.setFixedHeight(height)
        self._size.setWidth(width)
        self._size.setHeight(height + self.hint.sizeHint().height() + 14)
        self._settle()

    def _make_room(self) -> None:
        """Scroll up so far that the field has its place under the claim."""
        assert self._view is not None
        missing = self._under() + self._size.height() + _GAP - self._parent.height()
        if missing > 0:
            self._view.scrolling.to(self._view.verticalScrollBar().value() + missing)
            self._view.scrolling.finish()
        self._settle()

    # what is written

    def _write(self) -> None:
        self._written = True
        self._fit()

    def _keep(self) -> bool:
        """Store what stands in the field; False when it could not be."""
        claim = self._bench.marks.get(self._claim.id)
        if claim is None:
            return True
        try:
            edit = saying(self._bench, claim, self.field.toPlainText())
            if edit is not None:
                self._bench.do(edit)
        except TawsimError as error:
            self._trouble(error)
            return False
        return True

    def _enter(self, go_on: bool) -> None:
        if not self._keep():
            return
        self._leave()
        claim = self._bench.marks.get(self._claim.id)
        following = next_unsaid(self._bench, claim) if go_on and claim is not None else None
        if following is not None:
            self._bench.focus_on(following)
            self._bench.window.ask("claim.sentence")
        elif go_on:
            self._bench.say(N_("Every claim of the article has its sentence."))

    def _leave(self) -> None:
        self._left = True
        self.dismiss()

    def dismiss(self) -> None:
        """Close it. Where neither Enter nor Esc said what shall become of it, what was written is kept."""
        if self._view is None:
            return
        if self._written and not self._left:
            self._keep()
        view, self._view = self._view, None
        view.verticalScrollBar().valueChanged.disconnect(self._settle)
        self._bench.opened.forget(self._other_article)
        super().dismiss()

    def _other_article(self, _article: Article | None) -> None:
        self._leave()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in ENTERS:
                self._enter(bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
                return True
            if event.key() == Qt.Key.Key_Escape:
                self._leave()
                return True
        if watched is self.field and isinstance(event, QFocusEvent) and event.lostFocus():
            self._follow_focus(event.reason())
        if watched is self._parent and event.type() == QEvent.Type.Resize and self._view is not None:
            self._fit()
        return super().eventFilter(watched, event)

    def _follow_focus(self, reason: Qt.FocusReason) -> None:
        """Close when the keyboard went elsewhere, and leave it there."""
        if reason not in _STAYING and self._view is not None:
            self._back = None
            QTimer.singleShot(0, self, self.dismiss)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Not for the article behind it."""
        event.accept()
