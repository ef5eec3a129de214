"""What is told of a commit -> the phrases that it exchanged, which is all that renamed terms are found by."""
