"""Understanding pages: from a snapshot to the control that serves an intent. Pure."""
