from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, NoReturn

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from kano_app.domain import edits
from kano_app.domain.project import Project
from kano_app.domain.questionnaire import QuestionnaireSettings, TraitQuestion
from kano_app.domain.settings import Paper
from kano_app.report.questionnaire import questionnaire_text
from kano_app.ui.dialogs.questionnaire import QuestionnaireDialog, show_questionnaire
from kano_app.ui.document import Document
from kano_app.ui.main_window import MainWindow
from kano_app.ui.places import drafts_folder

Show = Callable[[Project], QuestionnaireDialog]


def _study(*names: str) -> Project:
    return edits.add_features(edits.new_study("Guest stay"), names or ("Wi-Fi", "Bed"))


@pytest.fixture
def shown(window: MainWindow, qtbot: QtBot) -> Show:
    """Return a function that shows the questionnaire of a project."""

    def show(project: Project, *, read_only: bool = False) -> QuestionnaireDialog:
        document = Document.new(project, drafts_folder())
        document.read_only = read_only
        window.show_document(document)
        dialog = show_questionnaire(window.context, window)
        dialog.activateWindow()
        qtbot.waitUntil(dialog.isActiveWindow)
        return dialog

    return show


def _chosen(window: MainWindow) -> QuestionnaireSettings:
    return window.document.project.questionnaire


def _texts(dialog: QuestionnaireDialog) -> list[str]:
    return [one.text() for one in dialog.pairs.findChildren(QLabel) if one.text()]


def _saves_as(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(path), ""))


def test_the_pairs_stand_there_with_what_they_differ_in_set_off(shown: Show) -> None:
    texts = _texts(shown(_study("Wi-Fi", "<b>Bed</b> & board")))
    assert "2 features" in texts
    assert texts.count("<b>Bed</b> & board") == 1
    halves = [text for text in texts if "How do you feel" in text]
    assert [text.split("<b")[1].split(">")[1].split("<")[0] for text in halves] == ["have", "do not have"] * 2


def test_markup_in_a_question_is_shown_as_it_was_typed(shown: Show) -> None:
    project = edits.change_feature(_study(), "F1", functional_question="Is <i>it</i> there?")
    assert any("&lt;i&gt;" in text for text in _texts(shown(project)))


def test_hints_stand_beside_the_question_and_are_counted(shown: Show) -> None:
    texts = _texts(shown(_study("Wi-Fi and breakfast", "Bed")))
    assert "This may ask two things at once (“and”). Ask one thing at a time." in texts
    assert "1 question to look at" in texts


def test_every_choice_is_a_step_that_can_be_undone(shown: Show, window: MainWindow) -> None:
    dialog = shown(_study())
    choices = dialog.choices
    QTest.keyClicks(choices.title, "Your stay")
    QTest.keyClicks(choices.organisation, "Harbour Hotel")
    QTest.keyClicks(choices.introduction, "We ask you.")
    choices.importance.click()
    choices.language.setCurrentIndex(1)
    choices.language.activated.emit(1)
    choices.paper.setCurrentIndex(1)
    choices.paper.activated.emit(1)
    wanted = QuestionnaireSettings("zh_CN", "Your stay", "Harbour Hotel", "We ask you.", Paper.LETTER, importance=True)
    assert _chosen(window) == wanted
    names, stack = [], window.document.undo_stack
    while stack.canUndo():
        step, place = window.document.undo_name(), stack.index()
        assert step is not None
        names.append(step.told(window.context.language))
        QTest.keyClick(dialog, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert stack.index() == place - 1, names
    assert names == [
        "Change the paper of the questionnaire",
        "Change the language of the questionnaire",
        "Ask for importance",
        "Change the introduction of the questionnaire",
        "Change who asks",
        "Change the title of the questionnaire",
    ]
    assert _chosen(window) == QuestionnaireSettings()
    assert (choices.title.text(), choices.importance.isChecked(), choices.language.currentData()) == ("", False, "en")


def test_what_is_not_chosen_is_shown_as_it_will_be(shown: Show) -> None:
    choices = shown(_study()).choices
    assert choices.title.placeholderText() == "Guest stay"
    assert choices.introduction.placeholderText().startswith("Thank you for taking part.")


def test_the_cursor_stays_where_it_is_while_somebody_types(shown: Show) -> None:
    dialog = shown(_study())
    QTest.keyClicks(dialog.choices.introduction, "abc")
    QTest.keyClick(dialog.choices.introduction, Qt.Key.Key_Left)
    QTest.keyClicks(dialog.choices.introduction, "xy")
    assert dialog.choices.introduction.toPlainText() == "abxyc"


def test_questions_about_the_person_are_added_typed_and_removed(shown: Show, window: MainWindow, qtbot: QtBot) -> None:
    traits = shown(_study()).choices.traits
    traits.add.click()
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    QTest.keyClicks(editor, "Age")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: _chosen(window).traits == (TraitQuestion("Age"),))
    item = traits.table.item(0, 1)
    assert item is not None
    item.setText("under 30 | 30 to 50｜ over 50 |")
    assert _chosen(window).traits == (TraitQuestion("Age", "", ("under 30", "30 to 50", "over 50")),)
    assert item.text() == "under 30 | 30 to 50 | over 50"
    traits.table.setCurrentCell(0, 0)
    traits.remove.click()
    assert _chosen(window).traits == ()
    assert not traits.remove.isEnabled()


def test_a_question_that_has_a_name_of_its_own_keeps_it(shown: Show, window: MainWindow) -> None:
    project = edits.add_trait_question(_study(), TraitQuestion("Age", "How old?"))
    item = shown(project).choices.traits.table.item(0, 0)
    assert item is not None
    assert item.text() == "How old?"
    item.setText("How old are you?")
    assert _chosen(window).traits == (TraitQuestion("Age", "How old are you?"),)


def test_another_language_changes_the_questions_at_once(shown: Show, window: MainWindow) -> None:
    dialog = shown(_study())
    before = _texts(dialog)
    window.context.apply(
        "Importance",
        lambda project: edits.choose_questionnaire(project, replace(project.questionnaire, importance=True)),
    )
    assert len(_texts(dialog)) == len(before) + 2
    assert dialog.choices.importance.isChecked()


def test_the_pdf_is_written_and_said_to_be_there(
    shown: Show, window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = shown(_study())
    _saves_as(monkeypatch, tmp_path / "paper")
    QTest.mouseClick(dialog.pdf, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog.told.text() == "paper.pdf is written: 1 page.", timeout=10_000)
    assert dialog.look.isVisible()
    assert "Wi-Fi" in PdfReader(tmp_path / "paper.pdf").pages[0].extract_text()
    assert dialog.pdf.isEnabled()
    assert not window.jobs.running("questionnaire")


def test_the_answer_sheet_is_written_and_said_to_be_there(
    shown: Show, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = shown(_study())
    _saves_as(monkeypatch, tmp_path / "sheet.xlsx")
    dialog.sheet.click()
    qtbot.waitUntil(lambda: "The answer sheet is in sheet.xlsx." in dialog.told.text(), timeout=10_000)
    assert load_workbook(tmp_path / "sheet.xlsx").worksheets[0]["B1"].value == "Wi-Fi (functional)"


def test_the_text_goes_to_the_clipboard(shown: Show, window: MainWindow) -> None:
    dialog = shown(_study())
    dialog.copy.click()
    assert QGuiApplication.clipboard().text() == questionnaire_text(window.document.project)
    assert "clipboard" in dialog.told.text()


def test_a_file_that_cannot_be_written_is_said_in_one_sentence(shown: Show, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = shown(_study())
    dialog.write(tmp_path / "nowhere" / "paper.pdf")
    qtbot.waitUntil(lambda: "cannot be written" in dialog.told.text(), timeout=10_000)
    assert dialog.told.property("role") == "error"
    assert not dialog.look.isVisible()
    assert dialog.pdf.isEnabled()


def test_a_name_that_gets_its_ending_never_replaces_what_was_not_asked_about(
    shown: Show, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "paper.pdf").write_bytes(b"old")
    dialog = shown(_study())
    _saves_as(monkeypatch, tmp_path / "paper")
    dialog.ask_pdf()
    assert "is there already" in dialog.told.text()
    assert (tmp_path / "paper.pdf").read_bytes() == b"old"


def test_what_is_written_after_the_dialog_was_closed_is_told_in_the_window(
    shown: Show, window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = shown(_study())
    dialog.write(tmp_path / "paper.pdf")
    dialog.close()
    qtbot.waitUntil(lambda: any("paper.pdf is written" in text for text in window.notices.texts()), timeout=10_000)


def test_a_fault_of_the_program_is_told_and_writes_nothing(
    shown: Show, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: Any) -> NoReturn:
        raise RuntimeError("no")

    monkeypatch.setattr("kano_app.pipeline.write_questionnaire", fail)
    dialog = shown(_study())
    dialog.write(tmp_path / "paper.pdf")
    qtbot.waitUntil(lambda: "RuntimeError: no" in dialog.told.text(), timeout=10_000)
    assert list(tmp_path.glob("*.pdf")) == []


def test_a_study_without_features_cannot_be_asked_about(shown: Show) -> None:
    dialog = shown(edits.new_study())
    assert not any(one.isEnabled() for one in (dialog.pdf, dialog.sheet, dialog.copy))
    assert "The study has no features yet. Add them on the page Features." in _texts(dialog)


def test_everything_has_a_name_for_those_who_do_not_see_it(shown: Show) -> None:
    choices = shown(_study()).choices
    fields = (choices.language, choices.title, choices.organisation, choices.introduction, choices.paper)
    assert [one.accessibleName() for one in fields] == ["Language", "Title", "Organisation", "Introduction", "Paper"]
    assert choices.traits.table.accessibleName() == "Questions about the person"


def test_the_whole_dialog_fits_the_smallest_window(shown: Show) -> None:
    dialog = shown(_study(*(f"Feature {number} of the stay" for number in range(60))))
    assert dialog.width() <= 1100
    assert dialog.height() <= 700
    assert dialog.minimumSizeHint().height() <= 700
