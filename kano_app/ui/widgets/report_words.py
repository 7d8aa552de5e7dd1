"""What the report page calls the sections, and why one of them is empty."""

from kano_app.domain.settings import Paper, Preset, QuadrantLines, Section
from kano_app.i18n import Language

LANGUAGE_NAMES = {"en": "English", "zh_CN": "简体中文", "zh_TW": "繁體中文"}
"""Each language calls itself."""
WAYS = {
    "workbook": ".xlsx",
    "page": ".html",
    "json": ".json",
    "figures": ".csv",
    "jira": ".csv",
    "github": ".csv",
    "tables": ".zip",
    "charts": ".zip",
    "archive": ".zip",
    "folder": "",
}
"""The ways out of a study with the endings of their files, as the report has them (a test holds them to each other):
what it has them from loads heavy libraries, and the menu is there before them."""


def section_name(section: Section, language: Language) -> str:
    """Return the name of a section: its heading, where it has one of its own."""
    names = {
        Section.COVER: language.gettext("Cover"),
        Section.CONTENTS: language.gettext("Contents"),
        Section.SUMMARY: language.gettext("What to do first"),
        Section.WORKSHOP: language.gettext("What this workshop can tell"),
        Section.ROADMAP: language.gettext("The roadmap"),
        Section.OVERRIDES: language.gettext("Placed by hand"),
        Section.CARDS: language.gettext("Feature by feature"),
        Section.GLOSSARY: language.gettext("Glossary"),
        Section.MAP: language.gettext("Where each feature stands"),
        Section.REASONS: language.gettext("Why each feature stands where it does"),
        Section.SURENESS: language.gettext("How sure it is"),
        Section.ALTERNATIVES: language.gettext("What other choices would move on the roadmap"),
        Section.SIZES: language.gettext("What so many answers can tell"),
        Section.COMPARISONS: language.gettext("Segments, camps and waves"),
        Section.SHARES: language.gettext("How the answers split"),
        Section.FIGURES: language.gettext("The figures"),
        Section.FLIPPED: language.gettext("The flipped statement"),
        Section.CONTINUOUS: language.gettext("Answers as numbers"),
        Section.IMPORTANCE: language.gettext("What people call important"),
        Section.FEATURES: language.gettext("The features"),
        Section.METHOD: language.gettext("Method"),
        Section.DATA: language.gettext("Data"),
        Section.FLAGS: language.gettext("Quality of the answers"),
    }
    return names[section]


def why_empty(section: Section, language: Language) -> str:
    """Return why there is nothing to say in a section."""
    reasons = {
        Section.WORKSHOP: language.gettext("The answers are not of a workshop."),
        Section.OVERRIDES: language.gettext("No place was set by hand."),
        Section.MAP: language.gettext("No feature has coefficients."),
        Section.SURENESS: language.gettext("There are no counts to judge by."),
        Section.ALTERNATIVES: language.gettext("There are no counts to judge by."),
        Section.SIZES: language.gettext("There are no counts to judge by."),
        Section.COMPARISONS: language.gettext("No segments, camps or waves are chosen."),
        Section.FLIPPED: language.gettext("No feature is reverse."),
        Section.CONTINUOUS: language.gettext("Needs pairs of answers; the survey gives categories."),
        Section.IMPORTANCE: language.gettext("The survey did not ask for it."),
        Section.FEATURES: language.gettext("Nothing is known of the features beside their names."),
        Section.FLAGS: language.gettext("Nobody is flagged or left out."),
    }
    return reasons.get(section, language.gettext("There is nothing to say."))


def paper_name(paper: Paper, language: Language) -> str:
    """Return the name of a sheet."""
    return {Paper.A4: language.gettext("A4"), Paper.LETTER: language.gettext("US Letter")}[paper]


def lines_name(lines: QuadrantLines, language: Language) -> str:
    """Return where the middle lines of the map stand."""
    names = {
        QuadrantLines.HALF: language.gettext("at one half"),
        QuadrantLines.MEAN: language.gettext("at the means of all features"),
    }
    return names[lines]


def preset_name(preset: Preset | None, language: Language) -> str:
    """Return the name of a choice of sections; ``None`` is one that no preset makes."""
    names = {
        Preset.FULL: language.gettext("Full report"),
        Preset.ONE_PAGE: language.gettext("One page"),
        None: language.gettext("Your own"),
    }
    return names[preset]


def way_name(key: str, language: Language) -> str:
    """Return the name of a way out."""
    names = {
        "workbook": language.gettext("Workbook"),
        "page": language.gettext("Web page"),
        "json": language.gettext("JSON for programs"),
        "figures": language.gettext("Every figure as CSV"),
        "jira": language.gettext("Backlog for Jira"),
        "github": language.gettext("Backlog for GitHub Projects"),
        "tables": language.gettext("All tables as CSV"),
        "charts": language.gettext("All charts as SVG and PNG"),
        "archive": language.gettext("Tables, charts and backlogs in one archive"),
        "folder": language.gettext("Tables, charts and backlogs in a folder"),
    }
    return names[key]


def way_use(key: str, language: Language) -> str:
    """Return what a way out is good for."""
    uses = {
        "workbook": language.gettext("XLSX with the tables as numbers, and formulas that recompute Better and Worse."),
        "page": language.gettext("One HTML file, the whole report, which a screen reader can read."),
        "json": language.gettext("All results and comparisons, for scripts."),
        "figures": language.gettext("One table with every figure, for spreadsheets and statistics."),
        "jira": language.gettext("A CSV file that Jira imports as issues."),
        "github": language.gettext("A CSV file for tools that bring items into GitHub Projects."),
        "tables": language.gettext("A ZIP archive with one CSV file a table."),
        "charts": language.gettext("A ZIP archive with each chart in two forms."),
        "archive": language.gettext("A ZIP archive with all of these files."),
        "folder": language.gettext("All of these files, each by itself."),
    }
    return uses[key]
