#include "csqlite.h"

#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

// What one call may print, hold, and compute; far more than any app's database needs.
static const size_t output_limit = 32 << 20;
static const sqlite3_int64 database_limit = 128 << 20;
static const int step_limit = 20 * 1000 * 1000;
static const int step_interval = 1000;

struct part {
  uint8_t *bytes;
  size_t size;
};

struct cq_run {
  int32_t code;
  struct part parts[3];
  int steps;
};

static bool append(struct part *part, const void *bytes, size_t size) {
  if (size == 0) return true;
  if (part->size + size > output_limit) return false;
  // Doubling: the capacity is the next power of two, so that it needn't be kept.
  size_t capacity = 64;
  while (capacity < part->size) capacity *= 2;
  size_t needed = capacity;
  while (needed < part->size + size) needed *= 2;
  if (needed != capacity || part->bytes == NULL) {
    uint8_t *larger = realloc(part->bytes, needed);
    if (larger == NULL) return false;
    part->bytes = larger;
  }
  memcpy(part->bytes + part->size, bytes, size);
  part->size += size;
  return true;
}

static int progress(void *context) {
  cq_run *run = context;
  run->steps += step_interval;
  return run->steps > step_limit;
}

// Whatever names a file of the machine's own is refused.
static int authorize(void *context, int action, const char *first, const char *second, const char *database,
                     const char *trigger) {
  (void)context, (void)second, (void)database, (void)trigger;
  if (action == SQLITE_ATTACH || action == SQLITE_DETACH) return SQLITE_DENY;
  if (action == SQLITE_PRAGMA && first != NULL && (strstr(first, "directory") != NULL || strstr(first, "temp") != NULL))
    return SQLITE_DENY;
  return SQLITE_OK;
}

static sqlite3 *open_image(const uint8_t *image, size_t size, int32_t *code) {
  sqlite3 *database = NULL;
  *code = sqlite3_open_v2(":memory:", &database, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL);
  if (*code != SQLITE_OK) return database;
  sqlite3_exec(database, "PRAGMA temp_store=MEMORY", NULL, NULL, NULL);
  sqlite3_db_config(database, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config(database, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_limit(database, SQLITE_LIMIT_ATTACHED, 0);
  sqlite3_limit(database, SQLITE_LIMIT_LENGTH, 32 << 20);
  unsigned char *copy = sqlite3_malloc64(size > 0 ? size : 1);
  if (copy == NULL) {
    *code = SQLITE_NOMEM;
    return database;
  }
  memcpy(copy, image, size);
  // Saved by a phone in WAL mode, a database can't be opened in memory; bytes 18 and 19 say so.
  if (size > 19 && copy[18] == 2 && copy[19] == 2) copy[18] = copy[19] = 1;
  *code = sqlite3_deserialize(database, "main", copy, (sqlite3_int64)size, (sqlite3_int64)size,
                              SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_RESIZEABLE);
  if (*code == SQLITE_OK) {
    sqlite3_int64 limit = database_limit;
    sqlite3_file_control(database, "main", SQLITE_FCNTL_SIZE_LIMIT, &limit);
  }
  return database;
}

static int32_t print_rows(cq_run *run, sqlite3_stmt *statement, const char *separator, bool header) {
  struct part *output = &run->parts[cq_output];
  size_t separator_size = strlen(separator);
  int32_t code;
  bool has_header = false;
  while ((code = sqlite3_step(statement)) == SQLITE_ROW) {
    int columns = sqlite3_column_count(statement);
    for (int pass = header && !has_header ? 0 : 1; pass < 2; pass++) {
      for (int column = 0; column < columns; column++) {
        if (column > 0 && !append(output, separator, separator_size)) return SQLITE_TOOBIG;
        if (pass == 0) {
          const char *name = sqlite3_column_name(statement, column);
          if (name != NULL && !append(output, name, strlen(name))) return SQLITE_TOOBIG;
        } else {
          const unsigned char *text = sqlite3_column_text(statement, column);
          int size = sqlite3_column_bytes(statement, column);
          if (text != NULL && !append(output, text, (size_t)size)) return SQLITE_TOOBIG;
        }
      }
      if (!append(output, "\n", 1)) return SQLITE_TOOBIG;
    }
    has_header = true;
  }
  return code == SQLITE_DONE ? SQLITE_OK : code;
}

cq_run *cq_start(const uint8_t *image, size_t size, const char *sql, const char *separator, bool header) {
  cq_run *run = calloc(1, sizeof *run);
  if (run == NULL) return NULL;
  sqlite3 *database = open_image(image, size, &run->code);
  if (run->code == SQLITE_OK) {
    sqlite3_set_authorizer(database, authorize, NULL);
    sqlite3_progress_handler(database, step_interval, progress, run);
    const char *rest = sql;
    while (run->code == SQLITE_OK && *rest != 0) {
      sqlite3_stmt *statement = NULL;
      run->code = sqlite3_prepare_v2(database, rest, -1, &statement, &rest);
      if (run->code == SQLITE_OK && statement != NULL) run->code = print_rows(run, statement, separator, header);
      sqlite3_finalize(statement);
    }
  }
  if (run->code != SQLITE_OK) {
    const char *message = database != NULL ? sqlite3_errmsg(database) : "out of memory";
    append(&run->parts[cq_message], message, strlen(message));
  }
  // What earlier statements did stays, as with the real sqlite3; a transaction left open is undone.
  if (database != NULL) {
    if (!sqlite3_get_autocommit(database)) sqlite3_exec(database, "ROLLBACK", NULL, NULL, NULL);
    sqlite3_int64 count = 0;
    unsigned char *saved = sqlite3_serialize(database, "main", &count, 0);
    if (saved != NULL && ((size_t)count != size || memcmp(saved, image, size) != 0)) {
      struct part *part = &run->parts[cq_image];
      part->bytes = malloc((size_t)count > 0 ? (size_t)count : 1);
      if (part->bytes != NULL) {
        memcpy(part->bytes, saved, (size_t)count);
        part->size = (size_t)count;
      }
    }
    sqlite3_free(saved);
  }
  sqlite3_close_v2(database);
  return run;
}

int32_t cq_code(const cq_run *run) { return run->code; }

size_t cq_size(const cq_run *run, cq_part part) { return run->parts[part].size; }

void cq_copy(const cq_run *run, cq_part part, uint8_t *bytes) {
  if (run->parts[part].size > 0) memcpy(bytes, run->parts[part].bytes, run->parts[part].size);
}

void cq_end(cq_run *run) {
  for (int part = 0; part < 3; part++) free(run->parts[part].bytes);
  free(run);
}
