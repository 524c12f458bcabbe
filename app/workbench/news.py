"""What an open project tells of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.workbench.announcing import Announcer

if TYPE_CHECKING:
    from app.domain.article import Article
    from app.domain.codebook import Codebook
    from app.domain.edit import Edit
    from app.domain.text.lexicon import Lexicons
    from app.workbench.asking import Asking
    from app.workbench.place import Place
    from app.workbench.saying import Said


class Announcers:
    """``edited``: an edit is on disk and in memory. ``moved``: the caret, or the focus. ``opened``: another article, or
    the same one read again. ``asked``: a choice is waited for, or (None) no more. ``said``: a sentence for the status
    line, with nearly every key that does something. ``recoded``: another codebook is in use. ``reworded``: articles are
    read with other word lists."""

    def __init__(self) -> None:
        self.edited: Announcer[Edit] = Announcer()
        self.moved: Announcer[Place] = Announcer()
        self.opened: Announcer[Article | None] = Announcer()
        self.asked: Announcer[Asking | None] = Announcer()
        self.said: Announcer[Said] = Announcer()
        self.recoded: Announcer[Codebook] = Announcer()
        self.reworded: Announcer[Lexicons] = Announcer()
