"""The languages of the interface: is each of them one that there is a translation for?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from dorpspomp import languages
from dorpspomp.check.aside import Aside
from dorpspomp.model import Register
from dorpspomp.problem import Level, Problem


def unknown(register: Register, today: date, beside: Aside) -> Iterator[Problem]:
    """Yield the languages in the settings that we do not speak."""
    for name in languages.unknown(register.settings.languages):
        yield Problem(
            level=Level.NOTICE, sheet="instellingen", heading="talen", says=name[:120],
            wrong="In deze taal is de website er nog niet.",
            do=f"Kies uit: {', '.join(languages.NAMES.values())}.",
        )  # fmt: skip
