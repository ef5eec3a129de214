"""Three sections whose words are too many to be found anywhere else."""

from __future__ import annotations

DEEDS = "".join(
    f"## {deed.title()}ing\n\n"
    + "".join(
        f"Whoever {deed}s at {time} writes {time} into the {deed} book of that {time}, {why}.\n\n"
        for time, why in (("dawn", "and no more"), ("noon", "and why"), ("dusk", "and with whom"))
    )
    for deed in ("sail", "row", "fish")
)
