"""The command group, and what an error looks like: one clear sentence, never a traceback."""

import os
import sys
from importlib import metadata
from typing import Any

import click

from kano_app.cli.analyze import analyze
from kano_app.cli.check import check
from kano_app.cli.export import export
from kano_app.cli.questionnaire import questionnaire
from kano_app.cli.report import report
from kano_app.cli.sample_size import sample_size
from kano_app.domain.problem import Unusable
from kano_app.i18n import Language, language
from kano_app.storage import ProjectFileError
from kano_app.wording.literal import visible
from kano_app.wording.problems import message
from kano_app.wording.study_file import unreadable_text

SHOW_FAULTS = "KANO_APP_SHOW_FAULTS"
"""Set, a fault of the program shows where it happened."""
UNUSABLE = 1
"""Exit code where the input could not be used; click exits with 2 on wrong usage."""


class Commands(click.Group):
    """A group that turns an unusable input into a sentence on standard error."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that was asked for; say how files are opened where a file stands in its place."""
        if args and self.get_command(ctx, args[0]) is None and os.path.isfile(args[0]):  # noqa: PTH113 - it never fails
            raise click.UsageError(
                visible(f"“{args[0]}” is a file. To open it in the window, give it alone: one file at a time."), ctx
            )
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - click's own signature
        """Run the command; exit 1 with a sentence if its input cannot be used."""
        try:
            return super().invoke(ctx)
        except Unusable as unusable:
            click.echo(message(unusable.problem, _language(ctx)), err=True)
            ctx.exit(UNUSABLE)
        except ProjectFileError as error:
            click.echo(unreadable_text(error.reason, error.path, _language(ctx)), err=True)
            ctx.exit(UNUSABLE)
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except BrokenPipeError:  # whoever read the output, such as head, has had enough
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            ctx.exit(0)
        except Exception as fault:  # the last resort: a person gets a sentence, whatever went wrong
            if os.environ.get(SHOW_FAULTS):
                raise
            text = _language(ctx).gettext(
                "The program met a fault of its own ({fault}). Nothing was written; set {variable}=1 to see where."
            )
            click.echo(visible(text.format(fault=f"{type(fault).__name__}: {fault}", variable=SHOW_FAULTS)), err=True)
            ctx.exit(UNUSABLE)


def _language(ctx: click.Context) -> Language:
    return language(ctx.meta.get("kano_app.language", "en"))


def _version() -> str:
    """Return the installed version; a source tree that was never installed has none."""
    try:
        return metadata.version("kano-app")
    except metadata.PackageNotFoundError:
        return "(from source)"


@click.group(
    cls=Commands,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(_version(), message="%(prog)s %(version)s")
@click.pass_context
def commands(ctx: click.Context, /) -> None:
    """Turn paired Kano survey answers into a prioritised roadmap.

    kano-app alone opens the window, and kano-app FILE opens it with that survey or .kano study. The commands below do
    without a window.

    SURVEY is a CSV, TSV, XLSX, XLS or ODS file: one row a person with two columns a feature, one row a person and
    feature, or a tally; or a .kano study of the window. Start with: kano-app report SURVEY --output roadmap.pdf
    """
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())


commands.add_command(report)
commands.add_command(export)
commands.add_command(analyze)
commands.add_command(check)
commands.add_command(questionnaire)
commands.add_command(sample_size)


def main() -> None:
    """Run the command line."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            # A terminal of another encoding shows what it can; a name in Chinese must not stop the program.
            stream.reconfigure(errors="backslashreplace")
    commands(prog_name="kano-app")
