"""What may be written in each file of a catalog, as JSON Schema for editors.

An editor that knows it completes fields and words while one types, and shows what they mean. It
reads YAML 1.2, where `arxiv: 2012.10071` is a number and `name: no` a text; vidstore reads texts and
lets the field decide. So wherever a text is due, a number is let through here: an editor must not
complain of what `vidstore validate` takes, which stays the judge.
"""

from collections.abc import Callable, Mapping
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from vidstore.model.catalog import Taxonomy
from vidstore.model.fields import owner
from vidstore.model.ids import SLUG
from vidstore.model.kinds import MODELS
from vidstore.model.path import ReadingPath
from vidstore.model.references import VOCABULARY
from vidstore.model.sections import Section
from vidstore.model.site import SiteInfo
from vidstore.model.taxonomy import VOCABULARIES
from vidstore.model.text import Lang, in_both

DIALECT = "http://json-schema.org/draft-07/schema#"
"""The newest that editors agree on."""
Say = Callable[[str], str]
"""The sentence of a key of the locale files."""

_TEXT = ["string", "number", "boolean"]
_SENTENCE = "x-sentence"
_FOR_PROGRAMMERS = ("title", "description")
_LIMITS = {"ge": "minimum", "gt": "exclusiveMinimum", "le": "maximum", "lt": "exclusiveMaximum"}
"""Pydantic leaves these as they are where a validator of ours comes before its own."""


def schemas(taxonomy: Taxonomy, say: Mapping[Lang, Say]) -> dict[str, JsonSchemaValue]:
    """The schemas by name: of each kind, of reading paths, and of what a catalog says of itself."""
    raw = {kind.value: _raw(model) for kind, model in MODELS.items()}
    raw |= {"path": _raw(ReadingPath), "site": _raw(SiteInfo)}
    raw["sections"] = _inside(_raw(Section), lambda section: {"type": "array", "items": section})
    raw |= {name: _inside(_raw(term), _by_id) for name, term in VOCABULARIES.items()}
    return {name: _finished(name, schema, taxonomy, say) for name, schema in raw.items()}


def _raw(model: type[BaseModel]) -> JsonSchemaValue:
    """Pydantic's schema, with the keys of sentences and the names of vocabularies."""
    return model.model_json_schema(schema_generator=_ForEditors)


def _inside(
    schema: JsonSchemaValue, wrap: Callable[[JsonSchemaValue], JsonSchemaValue]
) -> JsonSchemaValue:
    inner = {key: value for key, value in schema.items() if key != "$defs"}
    return {**wrap(inner), "$defs": schema.get("$defs", {})}


def _by_id(term: JsonSchemaValue) -> JsonSchemaValue:
    terms = {f"^{SLUG.pattern}$": term}
    return {"type": "object", "patternProperties": terms, "additionalProperties": False}


def _finished(
    name: str, raw: JsonSchemaValue, taxonomy: Taxonomy, say: Mapping[Lang, Say]
) -> JsonSchemaValue:
    filled = _filled(raw, say)
    words = {word: _words(taxonomy, word) for word in sorted(_vocabularies(raw))}
    named = {**filled.pop("$defs", {}), **words}
    definitions = {"$defs": named} if named else {}
    about = in_both(say[lang]("schema.made") for lang in Lang)
    head = {"$schema": DIALECT, "$comment": about, "title": f"vidstore: {name}"}
    return {**head, **filled, **definitions}


def _filled(node: Any, say: Mapping[Lang, Say]) -> Any:
    """The schema with our sentences instead of what programmers say, and vocabularies by name."""
    if isinstance(node, list):
        return [_filled(item, say) for item in node]
    if not isinstance(node, dict):
        return node
    found = {
        _LIMITS.get(key, key): _filled(value, say)
        for key, value in node.items()
        if not (key in _FOR_PROGRAMMERS and isinstance(value, str))
    }
    key, vocabulary = found.pop(_SENTENCE, ""), found.pop(VOCABULARY, "")
    if vocabulary:
        found = {"$ref": f"#/$defs/{vocabulary}"}
    if key:
        # Beside a reference nothing else is read before draft 2019-09.
        inner = {"allOf": [found]} if "$ref" in found else found
        return {"description": in_both(say[lang](key) for lang in Lang), **inner}
    return found


def _vocabularies(node: Any) -> set[str]:
    """The vocabularies that a schema refers to."""
    if isinstance(node, list):
        return {word for item in node for word in _vocabularies(item)}
    if not isinstance(node, dict):
        return set()
    inner = {word for value in node.values() for word in _vocabularies(value)}
    return inner | {node[VOCABULARY]} if VOCABULARY in node else inner


def _words(taxonomy: Taxonomy, vocabulary: str) -> JsonSchemaValue:
    terms = taxonomy.vocabulary(vocabulary)
    names = [in_both(term.name.get(lang) for lang in Lang) for term in terms.values()]
    return {"enum": list(terms), "enumDescriptions": names}


class _ForEditors(GenerateJsonSchema):
    """Pydantic's schemas for YAML as it is written: no `null`, and texts that look like numbers."""

    def str_schema(self, schema: core_schema.StringSchema) -> JsonSchemaValue:
        return {**super().str_schema(schema), "type": _TEXT}

    def bool_schema(self, schema: core_schema.BoolSchema) -> JsonSchemaValue:
        return {**super().bool_schema(schema), "type": ["boolean", "string", "integer"]}

    def int_schema(self, schema: core_schema.IntSchema) -> JsonSchemaValue:
        return {**super().int_schema(schema), "type": ["integer", "string"]}

    def float_schema(self, schema: core_schema.FloatSchema) -> JsonSchemaValue:
        return {**super().float_schema(schema), "type": ["number", "string"]}

    def decimal_schema(self, schema: core_schema.DecimalSchema) -> JsonSchemaValue:
        limits = {name: float(value) for name, value in schema.items() if name in _LIMITS}  # type: ignore[arg-type]
        return {"type": ["number", "string"], **limits}

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])  # what is not known is left out (E206)

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        found = super().default_schema(schema)
        if not found.get("default"):  # what is left out is not there, which needs no word
            found.pop("default", None)
        return found

    def enum_schema(self, schema: core_schema.EnumSchema) -> JsonSchemaValue:
        return {"enum": [member.value for member in schema["members"]]}

    def dict_schema(self, schema: core_schema.DictSchema) -> JsonSchemaValue:
        """Editors complete keys that are listed one by one."""
        found, keys = super().dict_schema(schema), schema.get("keys_schema")
        if keys is None or keys["type"] != "enum":
            return found
        names = [member.value for member in keys["members"]]
        return {
            "type": "object",
            "properties": {name: {_SENTENCE: f"roles.{name}"} for name in names},
            "patternProperties": {f"^({'|'.join(names)})$": found["additionalProperties"]},
            "additionalProperties": False,
        }

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        """The fields that a file may have, each with the key of the sentence that explains it."""
        found, model = super().model_schema(schema), schema["cls"]
        for name, field in model.model_fields.items():
            if field.exclude:
                del found["properties"][name]
            else:
                sentence = f"fields.{owner(model, name)}.{name}"
                found["properties"][name] |= {_SENTENCE: sentence}
        found["required"] = [
            name for name in found.get("required", ()) if name in found["properties"]
        ]
        return found
