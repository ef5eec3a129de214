"""A document -> text for people and programs; a folder a document, a file a format."""
