"""The engine's own tables."""

from oscar.apps.shipping.models import *  # noqa: F403
