#ifndef RASID_CTABLES_H
#define RASID_CTABLES_H

#include <stddef.h>

/// One data file carried inside the binary.
struct rasid_table {
  /// Path relative to the folder of tables, `Lexicon/actors.tsv`.
  const char *name;
  const unsigned char *bytes;
  size_t size;
};

/// The number of embedded files.
size_t rasid_table_count(void);

/// The embedded file of that index; the last one when the index is too large.
struct rasid_table rasid_table_at(size_t index);

#endif
