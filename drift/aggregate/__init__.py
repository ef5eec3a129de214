"""The steps of a range -> one document: who went where, what was renamed, how a section came to be."""
