import csv
import io
from dataclasses import replace

import pytest
from exporting import LONG, hostile, studied, survey_of

from kano_app.domain.plan import RELEASES, Plan, PlanItem
from kano_app.i18n import LANGUAGES
from kano_app.report.backlog import Backlog, backlog_csv

_NAMES = ("Wi-Fi", "Late check-out", "Quiet at night", "Minibar", "Daily linen change")


def _rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8"), newline="")))


def _backlog(tool: Backlog, code: str = "en") -> list[dict[str, str]]:
    survey = survey_of(_NAMES)
    survey = replace(
        survey,
        features=(
            replace(survey.features[0], touchpoint="Room, upstairs", description="Reaches\nevery room"),
            *survey.features[1:],
        ),
    )
    items = (
        PlanItem("Wi-Fi", 5.0, "it@example.org", ("Late check-out",)),
        PlanItem("Late check-out", 2.5, "Desk"),
    )
    project, _, roadmap = studied(survey, plan=Plan(items), language=code)
    return _rows(backlog_csv(project, roadmap, tool))


def test_jira_gets_the_columns_that_it_knows() -> None:
    wifi = next(row for row in _backlog(Backlog.JIRA) if row["Summary"] == "Wi-Fi")
    assert wifi["Issue Type"] == "Story"
    assert wifi["Priority"] in {"High", "Medium", "Low"}
    assert wifi["Story Points"] == "5"
    assert wifi["Assignee"] == "it@example.org"
    assert wifi["Fix versions"] in {"Now", "Next", "Later"}
    assert wifi["Depends on"] == "Late check-out"
    assert wifi["Description"].startswith("Reaches\nevery room\n\nWhy: Must-be:")


def test_labels_are_columns_of_one_name_and_hold_no_blanks() -> None:
    survey = survey_of(_NAMES)
    survey = replace(survey, features=(replace(survey.features[0], touchpoint="Room, upstairs"), *survey.features[1:]))
    project, _, roadmap = studied(survey)
    text = backlog_csv(project, roadmap, Backlog.JIRA).decode("utf-8")
    heading, *rows = csv.reader(io.StringIO(text, newline=""))
    assert heading.count("Labels") == 2
    places = [place for place, name in enumerate(heading) if name == "Labels"]
    wifi = next(row for row in rows if row[0] == "Wi-Fi")
    assert [wifi[place] for place in places] == ["kano-must-be", "Room-upstairs"]
    assert not set("".join(heading)) & set(",.:;/()'\"-")


def test_github_gets_the_columns_that_its_importers_look_for_in_small_letters() -> None:
    wifi = next(row for row in _backlog(Backlog.GITHUB) if row["title"] == "Wi-Fi")
    assert list(wifi)[:6] == ["title", "body", "labels", "milestone", "assignees", "state"]
    assert all(name == name.lower() for name in wifi)
    assert wifi["labels"].split(",")[:2] == ["kano-must-be", "Room-upstairs"]
    assert (wifi["estimate"], wifi["state"], wifi["assignees"]) == ("5", "open", "it@example.org")
    assert wifi["milestone"] in {"Now", "Next", "Later"}


def test_github_gets_the_release_as_a_label_too_for_milestones_are_taken_by_their_number() -> None:
    for row in _backlog(Backlog.GITHUB):
        assert row["labels"].endswith(f",release-{row['milestone'].lower()}")


def test_no_column_makes_an_importer_assign_people_github_does_not_know() -> None:
    assert "assignee" not in _backlog(Backlog.GITHUB)[0]


@pytest.mark.parametrize(("tool", "first"), [(Backlog.JIRA, b"Summary,"), (Backlog.GITHUB, b"title,")])
def test_a_backlog_begins_with_its_required_column_and_no_mark_in_front(tool: Backlog, first: bytes) -> None:
    project, _, roadmap = studied(survey_of(_NAMES))
    assert backlog_csv(project, roadmap, tool).startswith(first)


@pytest.mark.parametrize("tool", Backlog)
@pytest.mark.parametrize("code", LANGUAGES)
def test_what_is_to_be_built_is_in_it_in_order_of_priority_and_nothing_else(tool: Backlog, code: str) -> None:
    project, _, roadmap = studied(survey_of(_NAMES), language=code)
    content = backlog_csv(project, roadmap, tool)
    assert content == backlog_csv(project, roadmap, tool)
    planned = [item.result.feature.name for item in roadmap.items if item.horizon in RELEASES]
    assert [next(iter(row.values())) for row in _rows(content)] == planned


@pytest.mark.parametrize("tool", Backlog)
def test_hostile_text_runs_nowhere(tool: Backlog) -> None:
    project, _, roadmap = hostile()
    content = backlog_csv(project, roadmap, tool)
    rows = list(csv.reader(io.StringIO(content.decode("utf-8"), newline="")))
    assert len({len(row) for row in rows}) == 1
    for row in rows[1:]:
        assert 0 < len(row[0]) <= 255
        assert "\n" not in row[0]
        for cell in row:
            assert not cell.startswith(("=", "+", "-", "@", "\t", "\r"))
    text = content.decode("utf-8")
    assert not any(sign in text for sign in "\x00\x07\x1b\u202e\u200f")
    long = next(row for row in rows if row[0].startswith("xxx"))
    assert LONG in long[1]
