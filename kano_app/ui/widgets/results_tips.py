"""What hovering over a feature tells."""

from kano_app.analysis import Blank, FeatureResult
from kano_app.analysis.figure import Figure, Interval
from kano_app.ui.context import Context
from kano_app.wording.categories import category_name
from kano_app.wording.figures import blank_reason, coefficient, interval
from kano_app.wording.sureness import sureness_text


def feature_tip(context: Context, result: FeatureResult) -> str:
    """Return name, category, how sure it is, and both coefficients with their intervals."""
    language, category, stable = context.language, result.category, result.stability
    lines = [result.feature.name]
    if category is None:
        assert isinstance(result.verdict, Blank)  # noqa: S101 - that is when there is none
        return "\n".join([*lines, blank_reason(result.verdict, language)])
    name = category_name(category, language)
    lines.append(name if isinstance(stable, Blank) else f"{name} · {sureness_text(stable, language)}")
    lines.append(_coefficient(context, context.tr("Better"), result.better, result.better_interval))
    lines.append(_coefficient(context, context.tr("Worse"), result.worse, result.worse_interval))
    return "\n".join(lines)


def _coefficient(context: Context, name: str, value: Figure, between: Interval | Blank) -> str:
    if isinstance(value, Blank):
        return f"{name}: {blank_reason(value, context.language)}"
    told = f"{name} {coefficient(value, context.language)}"
    return told if isinstance(between, Blank) else f"{told} ({interval(*between, context.language)})"
