"""The cursor: a place in the row of tokens, which every part of the grammar moves forward."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from dorpspomp.when.tokens import Token
from dorpspomp.when.words import Kind

T = TypeVar("T")


class Cursor:
    """Tokens and how far they have been read."""

    def __init__(self, tokens: tuple[Token, ...]) -> None:
        self.tokens = tokens
        self.at = 0

    def peek(self, ahead: int = 0) -> Token | None:
        """Look at the next token, or one further on, without reading it."""
        place = self.at + ahead
        return self.tokens[place] if 0 <= place < len(self.tokens) else None

    def sees(self, *kinds: Kind, ahead: int = 0) -> bool:
        """Tell whether the next token, or one further on, is of one of these kinds."""
        token = self.peek(ahead)
        return token is not None and token.kind in kinds

    def take(self, *kinds: Kind) -> Token | None:
        """Read the next token if it is of one of these kinds."""
        token = self.peek()
        if token is None or token.kind not in kinds:
            return None
        self.at += 1
        return token

    def skip(self, *kinds: Kind) -> None:
        """Read past any number of tokens of these kinds."""
        while self.take(*kinds):
            pass

    def attempt(self, parse: Callable[[Cursor], T | None]) -> T | None:
        """Try a part of the grammar; when it does not fit, the cursor stays where it was."""
        before = self.at
        found = parse(self)
        if found is None:
            self.at = before
        return found
