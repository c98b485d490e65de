"""Which control serves an intent? One ranking engine for all intents.

A control's score is the sum of weighted features: what is written on it, what its attributes
and address say, where it stands, whether it can be pressed. Weights are data
(`weights.yaml`); a choice carries its reasons, so that a person can disagree with it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from auditor.lexicon import Intent, Lexicon, fold, load_yaml
from auditor.models import Candidate, Choice, Reason
from auditor.snapshot import Control, Snapshot

WEIGHTS = Path(__file__).parent / "weights.yaml"
RUNNERS_UP = 4


@dataclass(frozen=True)
class IntentWeights:
    """How the features count for one intent."""

    roles: frozenset[str]
    """Roles that can serve the intent; others are not looked at."""
    threshold: float
    """The least score of a choice; below it nothing is chosen."""
    weights: dict[str, float] = field(hash=False, default_factory=dict)


@cache
def load_weights() -> dict[str, IntentWeights]:
    """The weights of every intent, defaults filled in."""
    data: dict[str, Any] = load_yaml(WEIGHTS)
    default = data["default"]
    out = {}
    for name, entry in {"default": {}, **data["intents"]}.items():
        out[name] = IntentWeights(
            roles=frozenset(entry.get("roles", default["roles"])),
            threshold=float(entry.get("threshold", default["threshold"])),
            weights={k: float(v) for k, v in {**default["weights"], **entry.get("weights", {})}.items()},
        )
    return out


def rank(
    snapshot: Snapshot,
    intent: str,
    lexicon: Lexicon,
    *,
    among: Iterable[Control] | None = None,
    adjust: Callable[[Control], tuple[Reason, ...]] | None = None,
) -> list[Candidate]:
    """Every control that could serve the intent, best first, with reasons.

    among: only these controls are looked at (all of the snapshot's otherwise).
    adjust: further reasons that only the caller knows, such as a price nearby.
    """
    weights = load_weights().get(intent) or load_weights()["default"]
    words = lexicon.intents[intent]
    found = []
    for control in snapshot.controls if among is None else among:
        if control.role not in weights.roles or not control.visible:
            continue
        reasons = _reasons(control, snapshot, words, weights.weights)
        if reasons is None:
            continue
        if adjust:
            reasons += adjust(control)
        score = round(sum(r.points for r in reasons), 3)
        found.append(Candidate(i=control.i, score=score, words=_shown(control), reasons=reasons))
    # Ties go to the control that comes first, as they do for a person who reads the page.
    return sorted(found, key=lambda c: (-c.score, c.i))


def choose(
    snapshot: Snapshot,
    intent: str,
    lexicon: Lexicon,
    *,
    among: Iterable[Control] | None = None,
    adjust: Callable[[Control], tuple[Reason, ...]] | None = None,
) -> Choice | None:
    """The best control for the intent with its runners-up, or None when none is good enough."""
    weights = load_weights().get(intent) or load_weights()["default"]
    ranked = [
        c for c in rank(snapshot, intent, lexicon, among=among, adjust=adjust) if c.score >= weights.threshold
    ]
    if not ranked:
        return None
    return Choice(intent=intent, best=ranked[0], runners_up=tuple(ranked[1 : 1 + RUNNERS_UP]))


def _shown(control: Control) -> str:
    return (control.words or control.placeholder or control.title or control.tokens)[:120]


def _reasons(
    control: Control, snapshot: Snapshot, intent: Intent, weights: dict[str, float]
) -> tuple[Reason, ...] | None:
    """What speaks for or against a control; None when nothing speaks for it or words rule it out."""
    texts = [t for t in (control.name, control.text, control.label) if t]
    if control.role == "button" and control.value:
        texts.append(control.value)
    if any(intent._never and intent._never.search(fold(t[:200])) for t in texts[:3]):
        return None
    spoken = max((intent.score(t) for t in texts), default=0.0)
    if control.role in ("radio", "checkbox") and spoken:
        spoken = max(spoken, 0.75)  # the label of a choice is a sentence, not a word
    hinted = max((intent.score(t) for t in (control.title, control.placeholder) if t), default=0.0)
    token = intent.token_score(control.tokens)
    around = intent.token_score(control.around)
    link = _address_score(control.href, intent)
    form = snapshot.forms[control.form] if 0 <= control.form < len(snapshot.forms) else None
    action = max(intent.token_score(form.tokens), _address_score(form.action, intent)) if form else 0.0
    wordless = not any(c.isalpha() for t in texts for c in t)
    # Words that say something else outweigh a form that says the right thing: "Save for later"
    # sits in the same form as "Buy".
    by_role = weights.get(f"role_{control.role}", 0) >= 4  # type=search says what it is without any word
    if not (
        spoken
        or hinted
        or token
        or link
        or by_role
        or (wordless and (around or (action and control.submits)))
    ):
        return None
    found = {
        "words": spoken,
        "hint": hinted,
        "tokens_alone" if wordless else "tokens": token,
        "around": around,
        "href": link,
        "action": action,
        "submits": float(control.submits),
        "disabled": float(not control.enabled),
        "covered": float(control.covered),
        "price_near": float(control.price_near),
        "dialog": float(control.dialog >= 0),
        "current": float(control.current),
        "large": _size(control),
        "low": _lowness(control, snapshot),
        f"role_{control.role}": 1.0,
        f"in_{control.landmark or 'nowhere'}": 1.0,
    }
    return tuple(
        Reason(feature=name, points=round(value * weights[name], 3))
        for name, value in found.items()
        if value and weights.get(name)
    )


def _address_score(href: str, intent: Intent) -> float:
    """Whether the path of an address names the intent, the last part most."""
    if not href or href.startswith(("javascript:", "mailto:", "tel:", "data:")):
        return 0.0
    try:
        parts = urlsplit(href)
    except ValueError:
        return 0.0
    segments = [
        fold(unquote(s).replace("-", " ").replace("_", " ").rsplit(".", 1)[0])
        for s in parts.path.split("/")
        if s
    ]
    if not segments:
        return 0.0
    last = max(intent.token_score(segments[-1]), intent.score(segments[-1]))
    rest = 0.5 * max((max(intent.token_score(s), intent.score(s)) for s in segments[:-1]), default=0.0)
    return max(last, rest)


def _size(control: Control) -> float:
    """0 for small, 1 for as large as the main button of a page."""
    if control.box is None:
        return 0.0
    return min(1.0, control.box.w * control.box.h / 12_000)


def _lowness(control: Control, snapshot: Snapshot) -> float:
    """0 at the top of the page, 1 from three windows down."""
    if control.box is None or not snapshot.window[1]:
        return 0.0
    return max(0.0, min(1.0, control.box.y / (3 * snapshot.window[1])))
