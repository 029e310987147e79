"""How fresh a record is, in the words of a reader."""

from __future__ import annotations

from dorpspomp.views.dutch import month_and_year
from dorpspomp.views.portal import Findable, Portal


def freshness(record: Findable, portal: Portal) -> tuple[str, bool]:
    """Say when a record was checked, and whether that is too long ago to rely on.

    Volunteers hear of it at the first step of `verouderd na`, readers at the second; of a national
    service, which changes less often than a village, at the last.
    """
    if record.checked_on is None:
        return "", False
    steps = sorted(portal.settings.stale_after) or [240]
    step = steps[-1] if record.sheet == "landelijk" else steps[:2][-1]
    stale = (portal.today - record.checked_on).days > step
    month = month_and_year(record.checked_on)
    return (
        f"In {month} gecontroleerd; bel even of het nog klopt" if stale else f"Gecontroleerd in {month}"
    ), stale
