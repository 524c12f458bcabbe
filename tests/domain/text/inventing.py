"""Hypothesis strategies for texts that are hard on edges: clusters, ligatures, controls, quotation marks."""

from __future__ import annotations

from hypothesis import strategies as st

_PIECES = [
    *"اأإآىيكةؤئوفبلسقمهـ",
    *"\u064b\u0651\u0670\u06dd\u0610",
    *"\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202e\u2067\u2069\ufeff\u00ad\ue012",
    *"ﻻﷲﷺﹰﹱﻴ",
    *" \n\t\u00a0\u2028\u2029\u0085\r",
    *"\"«»“”„‹›‘’'",
    *".,،؛:؟!…()[]/-_%٪@#&",
    *"019٣۴½Ⅳ",
    *"aZéßİ\u0301",
    *"क्षൎ가\u1100\u1161\u0e33\uff9e\u0600\u0605",
    *"\U0001f468\U0001f3fd\U0001f1e6\u2764\ufe0f\u20e3\U000e0067ℹ",
    "ال",
    "لل",
    "وبال",
    "قال",
    "لبنان",
    "أ.ف.ب",
    "30.04.2023",
    "www.a.b",
    "👩\u200d👧",
    "هـ",
]

pieces = st.lists(st.sampled_from(_PIECES), max_size=40).map("".join)
texts = st.one_of(pieces, st.text(max_size=30), st.tuples(pieces, st.text(max_size=8), pieces).map("".join))
