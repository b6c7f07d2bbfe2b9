"""A folder of YAML entries in; a bilingual website, READMEs and data out."""

__version__ = "0.1.0"
