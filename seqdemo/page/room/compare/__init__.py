"""The class is the error bar: two arms, a run for each phone, and what their dots allow to say."""
