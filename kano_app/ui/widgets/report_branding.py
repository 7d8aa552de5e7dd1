"""The look of reports: logo, accent and footer, kept together under a name."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy

from kano_app.domain.branding import PLAIN, Branding
from kano_app.i18n import N_
from kano_app.ui.context import Context
from kano_app.ui.widgets.card import Card, button, label, row
from kano_app.ui.widgets.field import Field
from kano_app.ui.widgets.read_only import say_why
from kano_app.ui.widgets.report_accent import AccentField
from kano_app.ui.widgets.report_choosing import brand, choose
from kano_app.ui.widgets.report_logo import LogoField
from kano_app.ui.widgets.report_themes import Theme, forget_theme, keep_theme, kept_themes
from kano_app.wording.literal import visible

_LONGEST_NAME, _LONGEST_FOOTER = 80, 200


class _NameField(Field):
    """A field of which Escape lets go."""

    def __init__(self, give_up: Callable[[], None]) -> None:
        super().__init__()
        self._give_up = give_up

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Give up at Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self._give_up()
        else:
            super().keyPressEvent(event)


class BrandingCard(Card):
    """Theme, logo, accent and footer."""

    def __init__(self, context: Context) -> None:
        """Make it as the study has it."""
        super().__init__(context.tr("Branding"))
        self._context = context
        self._themes: tuple[Theme, ...] = ()
        tr = context.tr
        self.theme = QComboBox()
        self.theme.setAccessibleName(tr("Theme"))
        self.theme.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.theme.activated.connect(self._choose_theme)
        self.save = button(tr("Save this look as…"), self._ask_name)
        self.delete = button(tr("Delete"), self._delete)
        self.name = _NameField(self._give_up)
        self.name.setMaxLength(_LONGEST_NAME)
        self.name.setPlaceholderText(tr("Name of the theme"))
        self.name.setAccessibleName(tr("Name of the theme"))
        self.name.returnPressed.connect(self._keep)
        self.name.textChanged.connect(self._say_keep)
        self.keep = button(tr("Save"), self._keep, "primary")
        self.naming = row(self.name, self.keep, button(tr("Cancel"), self._give_up))
        self.naming.hide()
        self.logo, self.accent, self.footer = LogoField(context), AccentField(context), Field()
        self.footer.setMaxLength(_LONGEST_FOOTER)
        self.footer.setPlaceholderText(tr("Date of the data or title, and n"))
        self.footer.setAccessibleName(tr("Text under every page"))
        self.footer.textEdited.connect(lambda text: brand(context, N_("Change the footer"), "footer", footer=text))
        for widget in (label(tr("Theme"), "muted"), self.theme, row(self.save, self.delete, None), self.naming):
            self.body.addWidget(widget)
        for name, field in (
            (tr("Logo on the cover"), self.logo),
            (tr("Accent colour"), self.accent),
            (tr("Text under every page"), self.footer),
        ):
            self.body.addWidget(label(name, "muted"))
            self.body.addWidget(field)
        self.read_themes()

    def read_themes(self) -> None:
        """Read which themes are kept: other windows keep some too."""
        self._themes = kept_themes()
        self.refresh()

    def refresh(self) -> None:
        """Show what the study says, without touching what is being typed."""
        branding, read_only = self._context.project.report.branding, self._context.document.read_only
        self.logo.refresh()
        self.accent.refresh()
        if self.footer.text() != branding.footer:
            self.footer.setText(branding.footer)
        self.footer.setReadOnly(read_only)
        self._fill(branding)
        self.theme.setEnabled(not read_only)
        self.save.setEnabled(branding != PLAIN and not read_only)
        self.delete.setEnabled(self._kept(branding.name) is not None and not read_only)
        say_why(self._context, self.footer, self.theme, self.save, self.delete)

    def _kept(self, name: str) -> Branding | None:
        return next((one.branding for one in self._themes if name and one.branding.name == name), None)

    def _fill(self, branding: Branding) -> None:
        """Offer the themes; what the study has is one of them, or stands at the end as its own."""
        tr = self._context.tr
        offered: list[tuple[str, Branding]] = [(tr("Kano App’s own"), PLAIN)]
        offered += [(visible(one.branding.name), one.branding) for one in self._themes]
        if branding not in [one for _, one in offered]:
            kept = self._kept(branding.name)
            own = tr("“{theme}”, changed", theme=visible(branding.name)) if kept else tr("This study’s own")
            offered.append((own, branding))
        self.theme.clear()
        for name, one in offered:
            self.theme.addItem(name, one)
        self.theme.setCurrentIndex([one for _, one in offered].index(branding))

    def _choose_theme(self, place: int) -> None:
        name = self.theme.itemText(place)
        choose(
            self._context,
            N_("Choose the theme “{theme}”"),
            branding=self.theme.itemData(place),
            words={"theme": name},
        )

    def _ask_name(self) -> None:
        self.naming.show()
        self.name.setText(self._context.project.report.branding.name)
        self._say_keep()
        self.name.selectAll()
        self.name.setFocus()

    def _say_keep(self) -> None:
        name = self.name.text().strip()
        self.keep.setEnabled(bool(name))
        self.keep.setText(self._context.tr("Replace") if self._kept(name) else self._context.tr("Save"))
        self.keep.setAccessibleName(self.keep.text())

    def _give_up(self) -> None:
        self.naming.hide()
        self.save.setFocus()

    def _keep(self) -> None:
        """Keep the look under the name, here and in the study."""
        context, name = self._context, self.name.text().strip()
        if not name:
            return
        branding = replace(context.project.report.branding, name=name)
        if not self._write(branding):
            return
        self.naming.hide()
        self.read_themes()
        choose(context, N_("Save the look as “{theme}”"), branding=branding, words={"theme": name})
        self.theme.setFocus()

    def _write(self, branding: Branding) -> bool:
        try:
            keep_theme(branding)
        except OSError as error:
            told = self._context.tr(
                "The theme cannot be saved ({reason}). It stays in this study.", reason=error.strerror or str(error)
            )
            self._context.window.notify(told, "error")
            return False
        return True

    def _delete(self) -> None:
        """Delete the theme, not the look of this study; it can be put back."""
        context, name = self._context, self._context.project.report.branding.name
        kept = self._kept(name)
        if kept is None:
            return
        try:
            forget_theme(name)
        except OSError as error:
            told = context.tr("The theme cannot be deleted: {reason}.", reason=error.strerror or str(error))
            context.window.notify(told, "error")
            return
        self.read_themes()
        self.theme.setFocus()
        told = context.tr("The theme “{theme}” is deleted; this study keeps its look.", theme=visible(name))
        context.window.notify(told, "info", (context.tr("Put it back"), lambda: self._put_back(kept)))

    def _put_back(self, branding: Branding) -> None:
        if self._write(branding):
            self.read_themes()
