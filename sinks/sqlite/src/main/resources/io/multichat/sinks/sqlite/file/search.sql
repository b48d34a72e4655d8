-- Only the index: texts stay in messages, rowid is messages.id. The text is cut into words before it gets here; marks
-- belong to words, since the vowels of Thai and of the Indian scripts are marks.
CREATE VIRTUAL TABLE messages_fts USING fts5 (
  text,
  content = '',
  contentless_delete = 1,
  tokenize = "unicode61 remove_diacritics 2 categories 'L* N* Co Mn Mc'"
);
