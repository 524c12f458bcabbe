"""The parts of a news article by rule: topic line, headline, dates, caption, dateline, byline, body, boilerplate.

    found = split(text)
    found.zones, found.title, found.published, found.source

Only the shape of lines and word lists that anybody can read (``resources/zones``) decide; only the first and the last
lines are read closely, so that an import of many articles is not held up.
"""

from app.suggest.zoning.learned import Rule
from app.suggest.zoning.splitting import Found, date_in, learned, split

__all__ = ["Found", "Rule", "date_in", "learned", "split"]
