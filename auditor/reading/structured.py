"""What do a page's JSON-LD, microdata and meta tags say about the product, the shop and its terms?"""

from __future__ import annotations

from auditor.reading.structured_json import Node, listed, of_type, read_jsonld, text_of, texts, types_of
from auditor.reading.structured_product import ProductFacts, product_facts
from auditor.reading.structured_shop import (
    QuestionData,
    ReturnPolicyData,
    ShippingData,
    contact_points,
    organizations,
    postal_addresses,
    questions,
    return_policies,
    shipping_details,
)

__all__ = [
    "Node",
    "ProductFacts",
    "QuestionData",
    "ReturnPolicyData",
    "ShippingData",
    "contact_points",
    "listed",
    "of_type",
    "organizations",
    "postal_addresses",
    "product_facts",
    "questions",
    "read_jsonld",
    "return_policies",
    "shipping_details",
    "text_of",
    "texts",
    "types_of",
]
