"""How a generated shop writes its HTML: the same control in the many ways that real shops write it."""

from __future__ import annotations

from auditor.demo.templates import Html, escape, join
from benchmarks.generator.features import Plan
from benchmarks.generator.words import Words

_SOUP = "inline-flex items-center justify-center px-4 py-2 rounded-md text-sm font-medium"
_AUTOCOMPLETE = {
    "email": "email", "first_name": "given-name", "last_name": "family-name", "full_name": "name",
    "street": "address-line1", "address2": "address-line2", "city": "address-level2",
    "postcode": "postal-code",
    "region": "address-level1", "country": "country", "phone": "tel", "company": "organization",
}  # fmt: skip
_OPAQUE = (*_AUTOCOMPLETE, "house_number")
_CAMEL = {"first_name": "customerFirstName", "last_name": "customerLastName", "postcode": "zipCode"}


class Markup:
    """Writes controls in the manner of one plan."""

    def __init__(self, plan: Plan, words: Words) -> None:
        self.plan, self.words = plan, words
        self._fields = 0

    def field_name(self, name: str) -> str:
        """What a field is called in the form."""
        match self.plan["names"]:
            case "bracket":
                return f"address[{name}]"
            case "camel":
                head, *rest = name.split("_")
                return _CAMEL.get(name, head + "".join(part.title() for part in rest))
            case "opaque":
                return f"f{11 + _OPAQUE.index(name)}"
            case _:
                return name

    def button(
        self, label: str, *, kind: str = "primary", name: str = "", value: str = "", off: bool = False
    ) -> Html:
        """A control that sends the form it stands in."""
        said = f' name="{name}" value="{escape(value)}"' if name else ""
        match self.plan["markup"]:
            case "table":
                # An input's value is its label, so a value to send needs a field of its own.
                hidden = Html(f'<input type="hidden"{said}>') if name else ""
                return Html(
                    f'{hidden}<input type="submit" class="btn_{kind}" value="{escape(label)}"'
                    f"{' disabled' if off else ''}>"
                )
            case "divs":
                hidden = f'<input type="hidden"{said}>' if name else ""
                role = ' role="button" tabindex="0"' if self.plan["div_role"] == "button" else ""
                state = ' aria-disabled="true"' if off and role else ""
                return Html(
                    f'{hidden}<div class="btn btn--{kind}{" is-disabled" if off else ""}"{role}{state} '
                    f"data-submit>{escape(label)}</div>"
                )
            case "utility":
                css = f"{_SOUP} {'bg-black text-white' if kind == 'primary' else 'border'}"
                return Html(
                    f'<button type="submit" class="{css}"{said}{" disabled" if off else ""}>'
                    f'<span class="truncate">{escape(label)}</span></button>'
                )
            case _:
                return Html(
                    f'<button type="submit" class="{kind}"{said}{" disabled" if off else ""}>'
                    f"{escape(label)}</button>"
                )

    def press(self, label: str, data: str, *, kind: str = "secondary", icon: str = "") -> Html:
        """A control that only a script listens to.

        data: its data attributes. icon: shown in the words' place.
        """
        inner = Html(ICONS[icon]) if icon else escape(label)
        named = (
            f' aria-label="{escape(label)}"' if icon and self.plan["markup"] in ("semantic", "plain") else ""
        )
        if self.plan["markup"] == "divs":
            role = ' role="button" tabindex="0"' if self.plan["div_role"] == "button" else ""
            return Html(f'<div class="btn btn--{kind} {icon}"{role}{named} {data}>{inner}</div>')
        soup = _SOUP if self.plan["markup"] == "utility" and not icon else ""
        css = f"{soup} {kind} {icon}".strip()
        return Html(f'<button type="button" class="{css}"{named} {data}>{inner}</button>')

    def link(self, label: str, href: str, *, css: str = "", icon: str = "") -> Html:
        """A link, with an icon in the words' place where one is named."""
        inner = Html(ICONS[icon]) if icon else escape(label)
        named = (
            f' aria-label="{escape(label)}"' if icon and self.plan["markup"] in ("semantic", "plain") else ""
        )
        return Html(f'<a href="{escape(href)}" class="{f"{css} {icon}".strip()}"{named}>{inner}</a>')

    def heading(self, text: str, level: int = 1) -> Html:
        """A heading; shops made of utility classes and of tables often only make it look like one."""
        if self.plan["markup"] == "table" and level > 1:
            return Html(f'<p class="h{level}"><b>{escape(text)}</b></p>')
        return Html(f"<h{level}>{escape(text)}</h{level}>")

    def field(
        self, name: str, label: str, control: str, *, required: bool, error: str = "", field_id: str = ""
    ) -> Html:
        """A labelled control. control: its markup with {attributes} where ours go."""
        self._fields += 1
        identity = field_id or f"{self.field_name(name).replace('[', '_').rstrip(']')}"
        mark = self.plan["required_mark"]
        shown = label + (" *" if required and mark == "star" else "")
        shown += f" ({self.words('required_word')})" if required and mark == "word" else ""
        attributes = [f'id="{escape(identity)}"']
        if required and mark == "attribute":
            attributes.append("required")
        if required and mark == "aria":
            attributes.append('aria-required="true"')
        if error and self.plan["errors"] != "summary":
            attributes.append('aria-invalid="true"')
        style = self.plan["markup"]
        if style == "semantic" and name in _AUTOCOMPLETE:
            attributes.append(f'autocomplete="{_AUTOCOMPLETE[name]}"')
        if style == "placeholder" and "<select" not in control:
            attributes.append(f'placeholder="{escape(shown)}"')
        made = control.replace("{attributes}", " ".join(attributes))
        complaint = (
            f'<span class="error field-error">{escape(error)}</span>'
            if error and self.plan["errors"] != "summary"
            else ""
        )
        return Html(self._around(style, identity, escape(shown), made, complaint, "<select" in control))

    def _around(
        self, style: str, identity: str, shown: str, made: str, complaint: str, is_select: bool
    ) -> str:
        match style:
            case "table":
                return f'<tr><td class="label">{shown}</td><td>{made}{complaint}</td></tr>'
            case "placeholder":
                beside = f'<span class="above">{shown}</span>' if is_select else ""
                return f'<div class="form-group">{beside}{made}{complaint}</div>'
            case "utility":
                return (
                    f'<div class="flex flex-col mb-4"><span class="text-xs text-gray-600">{shown}</span>'
                    f"{made}{complaint}</div>"
                )
            case "divs":
                return f'<div class="row"><label for="{identity}">{shown}</label>{made}{complaint}</div>'
            case _:
                return f'<p class="field"><label for="{identity}">{shown}</label> {made}{complaint}</p>'

    def fields(self, parts: list[Html]) -> Html:
        """Fields that stand together."""
        if self.plan["markup"] == "table":
            return Html(f'<table class="form">{join(parts)}</table>')
        return Html(f'<div class="fields">{join(parts)}</div>')

    def group(self, heading: str, parts: list[Html] | Html, css: str = "") -> Html:
        """Choices or fields under a heading."""
        inner = parts if isinstance(parts, Html) else join(parts)
        if self.plan["markup"] == "semantic":
            return Html(f'<fieldset class="{css}"><legend>{escape(heading)}</legend>{inner}</fieldset>')
        return Html(f'<div class="block {css}">{self.heading(heading, 2)}{inner}</div>')

    def box(self, name: str, label: str, *, ticked: bool, required: bool = False) -> Html:
        """A checkbox with its words."""
        attributes = ("checked " if ticked else "") + (
            "required" if required and self.plan["required_mark"] == "attribute" else ""
        )
        if self.plan["markup"] in ("table", "utility"):
            return Html(
                f'<div class="check"><input type="checkbox" name="{name}" id="{name}" value="1" '
                f"{attributes}> "
                f"<span>{escape(label)}</span></div>"
            )
        return Html(
            f'<label class="check"><input type="checkbox" name="{name}" value="1" {attributes}> '
            f"{escape(label)}</label>"
        )

    def radio(self, name: str, value: str, label: str, *, chosen: bool) -> Html:
        """One of several choices."""
        checked = " checked" if chosen else ""
        if self.plan["markup"] in ("table", "plain"):
            identity = f"{name}_{value}"
            return Html(
                f'<div class="choice"><input type="radio" name="{name}" id="{identity}" '
                f'value="{value}"{checked}>'
                f' <label for="{identity}">{escape(label)}</label></div>'
            )
        return Html(
            f'<label class="choice"><input type="radio" name="{name}" value="{value}"{checked}> '
            f"<span>{escape(label)}</span></label>"
        )


def _svg(path: str) -> str:
    return (
        '<svg viewBox="0 0 24 24" width="24" height="24" fill="none" stroke="currentColor" stroke-width="2">'
        f'<path d="{path}"/></svg>'
    )


ICONS = {
    "icon-cart": _svg("M4 5h2l2 10h9l2-7H7M9 20h.01M17 20h.01"),
    "icon-search": _svg("M10 4a6 6 0 1 0 0 12 6 6 0 0 0 0-12zM15 15l5 5"),
    "icon-user": _svg("M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4 21c0-5 16-5 16 0"),
    "icon-menu": _svg("M4 6h16M4 12h16M4 18h16"),
    "icon-trash": _svg("M5 7h14M9 7V4h6v3M7 7l1 13h8l1-13"),
    "icon-plus": _svg("M12 5v14M5 12h14"),
    "icon-minus": _svg("M5 12h14"),
    "icon-close": _svg("M6 6l12 12M18 6L6 18"),
}
"""Drawn by us, as pictures without words."""
