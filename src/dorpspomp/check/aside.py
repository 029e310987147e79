"""What checks need that is not in the register, so that nothing private has to be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Aside:
    """Facts beside the register, by row of their sheet.

    `turns` numbers the persons of the rota: the same number is the same person, and no more can be
    known from it. `provisional` are the rows of `vakanties` whose dates may still change.
    """

    turns: Mapping[int, int] = field(default_factory=dict)
    provisional: frozenset[int] = frozenset()


NOTHING = Aside()
"""For a register that was read without its sheets."""
