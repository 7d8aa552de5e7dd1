"""What is told of a fault of the program's own."""

from kano_app.ui.context import Context


def fault_text(error: BaseException, context: Context) -> str:
    """Return what happened, and that nothing is lost where nothing is."""
    fault, tr = f"{type(error).__name__}: {error}", context.tr
    if context.document.is_saved:
        return tr(
            "The program met a fault of its own ({fault}). Your study is saved; the figures are those from before.",
            fault=fault,
        )
    return tr("The program met a fault of its own ({fault}). The figures are those from before.", fault=fault)
