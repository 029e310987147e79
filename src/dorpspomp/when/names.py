"""Names: words that say what happens, where or with whom, without being listed anywhere.

Names are an open class. A word is taken for one only when it is not bound (`bound`), is no typing error of
a word that says when, and stands where a name stands (`naming`).
"""

from __future__ import annotations

from dorpspomp.when.bound import TIMELY, is_bound
from dorpspomp.when.spelling import Guard, is_one_letter_away
from dorpspomp.when.topics import DAY_PARTS

SHORTEST = 3


class Names:
    """Tells names from words that may say when: `timely` in the vocabulary, `dates` its days and months."""

    def __init__(self, timely: frozenset[str], dates: frozenset[str]) -> None:
        self.guard = Guard(TIMELY | timely)
        self.short = [word for word in dates if len(word) <= SHORTEST]

    def holds(self, piece: str) -> bool:
        """Tell whether a word that is listed nowhere may be a name."""
        if len(piece) < SHORTEST or "_" in piece or any(letter.isdigit() for letter in piece):
            return False
        return not (is_bound(_stem(piece)) or is_bound(piece) or self._is_misspelt(piece))

    def _is_misspelt(self, piece: str) -> bool:
        if len(piece) == SHORTEST and any(is_one_letter_away(piece, word) for word in self.short):
            return True
        return self.guard.stops(piece)


def _stem(piece: str) -> str:
    """Leave out the day part at the end: a 'filmavond' is a name, a 'weekavond' says when."""
    ending = next((form for form in DAY_PARTS if piece.endswith(form)), "")
    return piece.removesuffix(ending).removesuffix("-") if ending else piece
