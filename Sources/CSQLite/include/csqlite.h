// SQLite over databases that are bytes in memory: opened from an image, and saved as one.
#ifndef CSQLITE_H
#define CSQLITE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct cq_run cq_run;

// Runs statements. An image of 0 bytes is an empty database. Never reaches the machine's own files.
// With header, the columns' names come before the rows. Returns NULL when there is no memory.
cq_run *_Nullable cq_start(const uint8_t *_Nonnull image, size_t size, const char *_Nonnull sql,
                           const char *_Nonnull separator, bool header);

// 0, or SQLite's error code.
int32_t cq_code(const cq_run *_Nonnull run);

// Rows as text, a line each; the error's message; the database afterwards (0 bytes where nothing changed).
typedef enum __attribute__((enum_extensibility(closed))) cq_part {
  cq_output __attribute__((swift_name("output"))),
  cq_message __attribute__((swift_name("message"))),
  cq_image __attribute__((swift_name("image"))),
} cq_part;
size_t cq_size(const cq_run *_Nonnull run, cq_part part);
void cq_copy(const cq_run *_Nonnull run, cq_part part, uint8_t *_Nonnull bytes);

void cq_end(cq_run *_Nonnull run);

#endif
