"""What the sheet of an import says, in words."""

from collections.abc import Sequence
from dataclasses import replace

from kano_app.domain.mapping import Layout, Mapping, Platform, Role
from kano_app.domain.problem import Code, Problem
from kano_app.ui.context import Context
from kano_app.ui.importing.draft import Draft
from kano_app.ui.importing.reading import Reading
from kano_app.wording.literal import shortened, visible
from kano_app.wording.mapping import platform_name
from kano_app.wording.problems import message

_MOST_NAMED = 5
_ENCODINGS = {
    "utf-8": "UTF-8",
    "cp1252": "Windows-1252",
    "gb18030": "GB18030",
    "big5": "Big5",
    "mac-roman": "Mac Roman",
}


def summary(draft: Draft, context: Context) -> str:
    """Return how the file was read in one line: the tool, its size, what was found and what was not."""
    mapping, reading = draft.mapping, draft.reading
    grid = draft.step.examined.head.grid
    form = [platform_name(mapping.platform, context.language), headings_text(mapping, context), encoding(grid.encoding)]
    rows = _rows(draft)
    size = []
    if rows:
        size.append(context.ntr("{n} row", "{n} rows", rows))
    size.append(context.ntr("{n} column", "{n} columns", len(mapping.columns)))
    found = []
    if mapping.layout is Layout.WIDE:
        pairs = len(mapping.features) - len({name for name, _ in mapping.halves_missing})
        if pairs:
            found.append(context.ntr("{n} pair found", "{n} pairs found", pairs))
    elif reading.survey is not None:
        features = len(reading.survey.features)
        found.append(context.ntr("{n} feature found", "{n} features found", features))
    left_out = len(mapping.of(Role.LEFT_OUT))
    if left_out:
        found.append(context.ntr("{n} column left out", "{n} columns left out", left_out))
    if reading.unread:
        found.append(context.ntr("{n} cell not understood", "{n} cells not understood", reading.unread))
    comma = context.language.pgettext("between items of a list", ", ")
    return " · ".join(comma.join(part for part in parts if part) for parts in (form, size, found) if parts)


def _rows(draft: Draft) -> int:
    """Return how many rows are under the headings; 0 where that is not known before all were read."""
    from kano_app.importers.readers.grid import HEAD_RECORDS  # noqa: PLC0415 - heavy libraries wait

    survey, head = draft.reading.survey, draft.step.examined.head
    if survey is not None:
        return survey.source.rows + draft.reading.left_out_rows
    rows = len(head.grid.head)
    return max(rows - draft.mapping.first_row + 1, 0) if rows < HEAD_RECORDS else 0


def headings_text(mapping: Mapping, context: Context) -> str:
    """Return how many rows the headings are."""
    if not mapping.heading_rows:
        return context.tr("no headings")
    # Under the two rows of headings that are read Qualtrics writes a third, which is none of anybody's.
    last = mapping.first_row - 1 if mapping.platform is Platform.QUALTRICS else max(mapping.heading_rows)
    rows = last - min(mapping.heading_rows) + 1
    return context.ntr("{n} heading row", "{n} heading rows", rows)


def encoding(name: str) -> str:
    """Return an encoding as people write it."""
    return _ENCODINGS.get(name.lower().removesuffix("-sig"), name)


def confirm_text(reading: Reading, context: Context) -> str:
    """Return what the button of the import says."""
    survey = reading.survey
    if survey is None:
        return context.tr("Import")
    if survey.respondents is None:
        return context.ntr("Import {n} feature", "Import {n} features", len(survey.features))
    return context.ntr("Import {n} person", "Import {n} people", survey.respondents)


def refusal(problem: Problem, context: Context) -> tuple[str, str]:
    """Return why nothing can be imported so, in a few words and then in a sentence with what to do about it here."""
    tr = context.tr
    match problem.code:
        case Code.ANSWERS_UNKNOWN:
            return tr("The answers are in words that are not known."), tr("Say what they mean under “Answers found”.")
        case Code.CODES_FROM_ZERO:
            return tr("The answers are codes that do not begin at 1."), tr(
                "Put them in order under “Answers found”, from like to dislike."
            )
        case Code.SCALE_UNKNOWN:
            return tr("The codes may be of a form with three answers or with five."), tr(
                "Choose which it was under “The answers are codes”."
            )
        case Code.NO_PAIRS | Code.MAPPING_DOES_NOT_FIT | Code.NO_ANSWERS:
            return tr("No column is known to hold answers yet."), tr(
                "Click the heading of a column in the file, or press the menu key in it, and say what it is. "
                "If the headings stand in another row, click the number of that row."
            )
        case _:
            return tr("The file cannot be read so."), located(problem, context)


def located(problem: Problem, context: Context) -> str:
    """Return a problem without the name of the file, which stands above."""
    return message(replace(problem, file=""), context.language)


def shown(text: str, longest: int = 60) -> str:
    """Return a text of the file on one line."""
    return shortened(visible(text), longest)


def names_text(names: Sequence[str], context: Context) -> str:
    """Return the first of some names and how many more there are."""
    told = list(names[:_MOST_NAMED])
    more = len(names) - len(told)
    if more:
        told.append(context.ntr("{n} more", "{n} more", more))
    return context.language.pgettext("between items of a list", ", ").join(told)


def letters(position: int) -> str:
    """Return the letters of a column, as a spreadsheet has them."""
    from kano_app.importers.readers.grid import column_letters  # noqa: PLC0415 - heavy libraries wait

    return column_letters(position)


def name_in(heading: str) -> str:
    """Return the name of the feature that a heading speaks of, as far as it is a part of it."""
    from kano_app.importers.pairing.markers import grid_items, separate_markers  # noqa: PLC0415 - heavy libraries wait

    told = next((one.name for one in (*grid_items(heading), *separate_markers(heading)) if one.name.strip()), "")
    return told or heading


def column_name(position: int, heading: str) -> str:
    """Return a column by its letters and its heading."""
    return f"{letters(position)} · {shown(heading)}" if heading else letters(position)
