"""How does a lost database come back? From the sealed manifests."""

from __future__ import annotations

from auditor.evidence import EvidenceStore
from auditor.store.base import Store


def reindex(evidence: EvidenceStore, store: Store) -> int:
    """Note every sealed visit again, and give their number.

    What is there already stays. The settings of a wave are not part of its evidence; they come back
    when the wave is run or observed with its wave.yaml.

    Raises: EvidenceError when a manifest was changed after its seal.
    """
    count = 0
    for visit in evidence.visits():
        store.add_visit(visit)
        count += 1
    return count
