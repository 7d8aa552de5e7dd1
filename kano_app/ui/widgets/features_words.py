"""What the Features page says of its columns, its steps, of what was pasted and of what was deleted."""

from collections.abc import Sequence

from kano_app.i18n import N_
from kano_app.ui.context import Context
from kano_app.ui.widgets.features_paste import Pasted

HEADINGS = (
    N_("Feature"),
    N_("Touchpoint"),
    N_("Quality dimension"),
    N_("Effort"),
    N_("Owner"),
    N_("Depends on"),
)
TIPS = {
    "dimension": N_("Of SERVQUAL: tangibles, reliability, responsiveness, assurance, empathy; or your own."),
    "effort": N_("A number above 0, in one unit for all features: days or points."),
    "depends_on": N_("Features that must stand first."),
}
STEPS = {
    "name": N_("Rename “{name}”"),
    "touchpoint": N_("Touchpoint of “{name}”"),
    "dimension": N_("Quality dimension of “{name}”"),
    "effort": N_("Effort of “{name}”"),
    "owner": N_("Owner of “{name}”"),
    "depends_on": N_("Dependencies of “{name}”"),
}

_MOST_NAMED = 5


def pasted_text(found: Pasted, context: Context) -> str:
    """Return what somebody who pasted a block should know of it."""
    tr, ntr, language = context.tr, context.ntr, context.language
    told = []
    if found.headings is not None:
        known, unknown = (language.listing(some) for some in (found.headings.known, found.headings.unknown))
        told.append(tr("The first row was read as headings: {headings}.", headings=known))
        if unknown:
            told.append(tr("Left out, because no column here is called so: {headings}.", headings=unknown))
    if found.twice:
        names = language.listing([tr("“{name}”", name=name) for name in found.twice[:_MOST_NAMED]])
        more = len(found.twice) - _MOST_NAMED
        names += " …" if more > 0 else ""
        told.append(
            ntr(
                "{n} name stands more than once now: {names}.",
                "{n} names stand more than once now: {names}.",
                len(found.twice),
                names=names,
            )
        )
    if found.left_over:
        told.append(
            ntr(
                "{n} row has no name for a new feature and was left out.",
                "{n} rows have no name for a new feature and were left out.",
                found.left_over,
            )
        )
    return language.sentences(told)


def deleted_text(names: Sequence[str], answers: int, context: Context) -> str:
    """Return what went when features were deleted."""
    tr, ntr = context.tr, context.ntr
    if len(names) == 1:
        told = tr("“{name}” is deleted.", name=names[0])
        lost = ntr("{n} answer went with it.", "{n} answers went with it.", answers)
    else:
        told = tr("{n} features are deleted.", n=context.language.number(len(names)))
        lost = ntr("{n} answer went with them.", "{n} answers went with them.", answers)
    return context.language.sentences([told, lost] if answers else [told])
