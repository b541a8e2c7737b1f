"""The machine: one bilingual source of lessons becomes a site, decks and quizzes."""
