-- Holds only the index: the texts are in messages, and rowid is messages.id. The text is split into words before it is
-- inserted. Marks belong to words, because the vowels of Thai and of the Indic scripts are marks. The scope has a word for the
-- conversation, one for the sender and one for the role, so that a common word in a quiet conversation is found by intersecting two
-- lists, without reading the messages of other conversations.
CREATE VIRTUAL TABLE messages_fts USING fts5 (
  text,
  scope,
  content = '',
  contentless_delete = 1,
  tokenize = "unicode61 remove_diacritics 2 categories 'L* N* Co Mn Mc'"
);
