"""Between a layout's own view of its columns and a ``Mapping``, which says of every column what it is."""

from collections.abc import Iterable

from kano_app.domain.mapping import Layout, MappedColumn, Mapping, Role
from kano_app.importers.head import Head
from kano_app.importers.headings import holds_dates
from kano_app.importers.roles import Roles


def mapping_of(head: Head, layout: Layout, columns: Iterable[MappedColumn], roles: Roles | None = None) -> Mapping:
    """Return the mapping of a head.

    Args:
        head: what was recognised.
        layout: as what.
        columns: those that the layout itself needs.
        roles: the rest; columns in neither are left out without being understood.

    """
    known = {one.position: one for one in columns}
    rest = Roles(None, (), ()) if roles is None else roles
    reasons = dict(rest.left_out)

    def told(position: int) -> MappedColumn:
        heading = head.headings[position]
        if position in known:
            return known[position]
        if position == rest.respondent:
            return MappedColumn(position, heading, Role.RESPONDENT)
        if position in rest.traits:
            return MappedColumn(position, heading, Role.TRAIT)
        empty = "empty" if head.is_empty(position) else "not-understood"
        return MappedColumn(position, heading, Role.LEFT_OUT, reason=reasons.get(position, empty))

    frame = head.frame
    return Mapping(
        layout,
        tuple(map(told, range(len(head.headings)))),
        tuple(row + 1 for row in frame.heading_rows),
        frame.first_row + 1,
        head.grid.sheet,
        frame.platform,
        frame.rules,
    )


def roles_of(mapping: Mapping, head: Head) -> Roles:
    """Return the columns beside the answers as a mapping tells them."""
    respondent = next((one.position for one in mapping.of(Role.RESPONDENT)), None)
    traits = tuple(one.position for one in mapping.of(Role.TRAIT))
    moment = next((at for at in traits if holds_dates(list(head.columns[at]))), None)
    return Roles(respondent, traits, tuple((one.position, one.reason) for one in mapping.of(Role.LEFT_OUT)), moment)


def only(mapping: Mapping, role: Role) -> int | None:
    """Return the first column of a role."""
    return next((one.position for one in mapping.of(role)), None)
