"""The steps of a range and its two ends -> where the content of each old place lives now, and how certain that is.

Four witnesses are heard. The steps know what no comparison of the ends can: texts that share no words today were one
section, reworded a little at a time. The ends know what was lost on the way: what was removed and written anew, or
copied first and removed later. The new text alone may say so much of the old that nothing else can be meant. And a
label is kept for those who link to it.
"""

from __future__ import annotations

import msgspec

from drift.aggregate.alternatives import Alternatives
from drift.aggregate.anchors import Anchors
from drift.aggregate.back import Back
from drift.aggregate.elsewhere import Elsewhere
from drift.aggregate.gathered import gathered
from drift.aggregate.labels import SURE, Labels
from drift.aggregate.lead import GUESSED, Lead
from drift.aggregate.lineage import HEIR, Fate, Lineage
from drift.aggregate.namesakes import Namesakes
from drift.aggregate.put_away import PutAway
from drift.aggregate.taken_up import TakenUp
from drift.history.places import Place, places
from drift.history.pointer import pointer
from drift.history.signs import SIGNED
from drift.match.matching import Matching

KEPT = 0.5
"""A section that says half of what it said has put up no sign, though it may have a link and little else."""


class Whereabouts:
    """Knows where places went."""

    def __init__(self, lineage: Lineage, matching: Matching, new: Anchors) -> None:
        """Hear the witnesses.

        Args:
            lineage: Of all steps.
            matching: Of the two ends.
            new: What can be named at the end.
        """
        self._lineage = lineage
        self._matching = matching
        self._new = new
        self._new_places = places(matching.new)
        self._old_places = places(matching.old)
        self._nodes = {place: node for node, place in enumerate(self._old_places)}
        self._at = {place: node for node, place in enumerate(self._new_places)}
        self._namesakes = Namesakes(matching, self._said)
        self._alternatives = Alternatives(matching, self._said, lineage)
        self._labels: Labels | None = None
        self._taken_up = TakenUp(matching)
        self._elsewhere = Elsewhere(matching)
        self._back = Back(matching, self._said)
        self._put_away = PutAway(matching, self._first)

    def of(self, place: Place) -> Lead | None:
        """Tell where the content of a place lives now.

        Args:
            place: A page, or a section on one, at the start of the range.

        Returns:
            What is likeliest; None where nothing speaks for any place.
        """
        lead = self._first(place)
        if lead is None:
            return None
        lead = self._alternatives.chosen(place, self._namesakes.preferred(place, lead))
        lead = self._signed(place, lead)
        return self._put_away.replaced(place, lead)

    def _first(self, place: Place) -> Lead | None:
        """Hear the witnesses, and the later ones where the first know little."""
        fate = self._lineage.of(place)
        lead = self._agreed(place, fate)
        for least, witness in (
            (GUESSED, self._said_by),
            (SURE, self._labelled),
            (HEIR, self._returned),
            (HEIR, self._namesakes.alone),
            (HEIR, self._taken),
            (HEIR, self._gathered),
        ):
            if lead is None or lead.confidence <= least:
                found = witness(place)
                if found is not None and (lead is None or found.confidence > lead.confidence):
                    lead = msgspec.structs.replace(found, commits=fate.commits)
        return lead

    def _agreed(self, place: Place, fate: Fate) -> Lead | None:
        """Hear the steps and the ends."""
        followed = self._followed(fate)
        seen = self._seen(place)
        if followed is None or seen is None:
            return followed or seen
        if followed.place == seen.place:
            doubt = (1 - followed.confidence) * (1 - seen.confidence)
            return Lead(seen.place, round(1 - doubt, 3), followed.commits)
        if followed.place[0] == seen.place[0] and not followed.place[1]:
            return Lead(seen.place, followed.confidence, followed.commits)
        if fate.gone and seen.confidence > followed.confidence:
            # What was removed on the way and is there again at the end did not go where some of it was taken up.
            return Lead(seen.place, seen.confidence, fate.commits)
        return followed

    def sign(self, place: Place) -> Place | None:
        """Tell where a sign leads that stands at a place now.

        Args:
            place: At the end of the range.

        Returns:
            The place that it names; None where there is none, or it tells something of its own.
        """
        path, key = place
        if not self._new.holds(place):
            return None
        name = self._new.on(path).sections[key].anchor if key else ""
        return self._pointed(path, name) if name or not key else None

    def signpost(self, place: Place, fragment: str) -> Lead | None:
        """Tell where readers of a fragment are sent, where a section is gone and its fragment still names a sign.

        Args:
            place: A section at the start of the range.
            fragment: That named it.

        Returns:
            Where the sign leads; None where the fragment is nowhere that the section was, or names no sign.
        """
        fate = self._lineage.of(place)
        was = self._lineage.of((place[0], "")).place
        for path in dict.fromkeys((fate.place[0], was[0], place[0])):
            if self._new.holds((path, "")) and fragment in self._new.on(path).fragments:
                found = self._pointed(path, self._new.on(path).fragments[fragment][1])
                if found is not None:
                    return Lead(found, SIGNED, fate.commits)
        return None

    def _pointed(self, path: str, name: str) -> Place | None:
        target = pointer(self._matching.new.site, path, name)
        if target is None:
            return None
        spots = self._new.on(target.page)
        named = (key for key, name in spots.fragments.values() if name == target.anchor)
        return (target.page, next(named, "") if target.anchor else "")

    def _followed(self, fate: Fate) -> Lead | None:
        if not fate.gone:
            return self._alive(fate.place, fate.confidence, fate.commits)
        if fate.home is None or fate.again:
            return None
        return self._alive(fate.home, GUESSED * fate.confidence, fate.commits)

    def _alive(self, place: Place, confidence: float, commits: tuple[str, ...]) -> Lead | None:
        """Take a place if it is there; of a section that is not, its page."""
        if self._new.holds(place):
            return Lead(place, confidence, commits)
        if place[1] and self._new.holds((place[0], "")):
            return Lead((place[0], ""), round(confidence / 2, 3), commits)
        return None

    def _seen(self, place: Place) -> Lead | None:
        node = self._nodes.get(place)
        pair = None if node is None else self._matching.sections.by_old.get(node)
        return None if pair is None else Lead(self._new_places[pair.new], pair.confidence)

    def _labelled(self, place: Place) -> Lead | None:
        node = self._nodes.get(place)
        if node is None:
            return None
        if self._labels is None:
            self._labels = Labels(self._matching)
        return self._labels.lead(node)

    def _taken(self, place: Place) -> Lead | None:
        node = self._nodes.get(place)
        home = self._followed(self._lineage.of(place))
        return None if node is None else self._taken_up.lead(node, home.place if home else None)

    def _returned(self, place: Place) -> Lead | None:
        fate = self._lineage.of(place)
        if not fate.gone or place not in self._nodes:
            return None
        there = fate.home if fate.again and not place[1] else None
        for now in (fate.place, there):
            lead = self._back.lead(place, now, fate) if now and self._new.holds(now) else None
            if lead is not None:
                return lead
        return None

    def _gathered(self, place: Place) -> Lead | None:
        node = self._nodes.get(place)
        if node is None or place[1]:
            return None
        says = self._matching.evidence.old.profile
        below = self._matching.old.below(node)
        return gathered((says(one).size, self._first(self._old_places[one])) for one in below)

    def _said_by(self, place: Place) -> Lead | None:
        node = self._nodes.get(place)
        return None if node is None else self._elsewhere.lead(node)

    def _signed(self, place: Place, lead: Lead) -> Lead:
        """Go on from a place where only a sign is left."""
        sign = self.sign(lead.place)
        if sign is None or sign == lead.place or self._holds(place, lead.place):
            return lead
        home = self._said_by(place)
        if home is not None and home.place[0] == sign[0] and not sign[1]:
            sign = home.place
        return Lead(sign, round(SIGNED * lead.confidence, 3), lead.commits)

    def _holds(self, old: Place, new: Place) -> bool:
        """Tell whether a new place says what an old one said, so that a link in it is no sign but a part of it."""
        if old not in self._nodes or new not in self._at:
            return old == new
        return self._said(old, new) >= KEPT

    def _said(self, old: Place, new: Place) -> float:
        """Measure how much of what an old place said a new one says, by weight."""
        one, other = self._nodes.get(old), self._at.get(new)
        if one is None or other is None:
            return 0.0
        evidence = self._matching.evidence
        was = evidence.old.whole(one)
        total = evidence.rarity.total(was)
        # What said nothing is said everywhere.
        return evidence.rarity.shared(was, evidence.new.whole(other)) / total if total else 1.0
