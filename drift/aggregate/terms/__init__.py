"""Steps of a history -> the terms that were renamed in it, and what of a renaming is still to be done."""
