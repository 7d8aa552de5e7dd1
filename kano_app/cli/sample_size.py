"""``kano-app sample-size``: how many answers are needed, and what so many can tell."""

import click

from kano_app.cli.kinds import Finite
from kano_app.cli.say import say_sample_size
from kano_app.domain.settings import AnalysisSettings
from kano_app.i18n import LANGUAGES, language


@click.command(name="sample-size", short_help="Say how many answers are needed.")
@click.option("--half-width", type=Finite(0.005, 0.5), help="Wanted precision of Better, such as 0.1.")
@click.option(
    "--confidence",
    type=Finite(0.5, 0.999),
    default=AnalysisSettings().confidence,
    show_default=True,
    help="Of the intervals.",
)
@click.option(
    "--language",
    "code",
    type=click.Choice(LANGUAGES),
    default="en",
    show_default=True,
    help="Language of what is written.",
)
def sample_size(half_width: float | None, confidence: float, code: str) -> None:
    """Say how many answers a wanted precision needs, and what so many answers can tell."""
    say_sample_size(confidence, half_width, language(code))
