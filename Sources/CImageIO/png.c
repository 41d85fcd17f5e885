#include "CImageIO.h"

#include <png.h>
#include <setjmp.h>
#include <stdio.h>
#include <string.h>

const char *ci_png_version(void) { return png_get_libpng_ver(NULL); }

typedef struct {
  const uint8_t *bytes;
  size_t left;
} source;

typedef struct {
  uint8_t *bytes;
  size_t capacity, count;
} sink;

typedef struct {
  char *text;
  size_t size;
} message_buffer;

static void read_bytes(png_structp png, png_bytep out, size_t count) {
  source *from = png_get_io_ptr(png);
  if (count > from->left) png_error(png, "it ends too early");
  memcpy(out, from->bytes, count);
  from->bytes += count;
  from->left -= count;
}

static void write_bytes(png_structp png, png_bytep bytes, size_t count) {
  sink *to = png_get_io_ptr(png);
  if (count > to->capacity - to->count) png_error(png, "the buffer is too small");
  memcpy(to->bytes + to->count, bytes, count);
  to->count += count;
}

static void flush_bytes(png_structp png) { (void)png; }

static void failed(png_structp png, png_const_charp text) {
  message_buffer *message = png_get_error_ptr(png);
  snprintf(message->text, message->size, "%s", text);
  png_longjmp(png, 1);
}

static void ignore_warning(png_structp png, png_const_charp text) { (void)png, (void)text; }

int ci_png_decode(const uint8_t *bytes, size_t count, uint32_t width, uint32_t height, uint8_t *rgb, char *text,
                  size_t text_size) {
  message_buffer message = {text, text_size};
  source from = {bytes, count};
  snprintf(text, text_size, "not enough memory");
  png_structp png = png_create_read_struct(PNG_LIBPNG_VER_STRING, &message, failed, ignore_warning);
  if (!png) return 1;
  png_infop info = png_create_info_struct(png);
  if (setjmp(png_jmpbuf(png))) {
    png_destroy_read_struct(&png, &info, NULL);
    return 1;
  }
  if (!info) png_error(png, "not enough memory");
  png_set_read_fn(png, &from, read_bytes);
  // The caller has its own limit. Texts and profiles are compressed and can be blown up without end: skip them.
  png_set_user_limits(png, PNG_UINT_31_MAX, PNG_UINT_31_MAX);
  static const png_byte skipped[] = "iCCP\0iTXt\0zTXt\0tEXt\0sPLT\0eXIf";
  png_set_keep_unknown_chunks(png, PNG_HANDLE_CHUNK_NEVER, skipped, 6);
  png_read_info(png, info);
  if (png_get_image_width(png, info) != width || png_get_image_height(png, info) != height)
    png_error(png, "its header contradicts itself");
  png_set_expand(png);
  png_set_strip_16(png);
  png_set_strip_alpha(png);
  png_set_gray_to_rgb(png);
  int passes = png_set_interlace_handling(png);
  png_read_update_info(png, info);
  if (png_get_rowbytes(png, info) != (size_t)width * 3) png_error(png, "its colours can't be read as RGB");
  for (int pass = 0; pass < passes; pass++)
    for (size_t row = 0; row < height; row++) png_read_row(png, rgb + row * width * 3, NULL);
  png_read_end(png, NULL);
  png_destroy_read_struct(&png, &info, NULL);
  return 0;
}

int ci_png_encode(const uint8_t *rgb, uint32_t width, uint32_t height, uint8_t *out, size_t capacity, size_t *written,
                  char *text, size_t text_size) {
  message_buffer message = {text, text_size};
  sink to = {out, capacity, 0};
  snprintf(text, text_size, "not enough memory");
  png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, &message, failed, ignore_warning);
  if (!png) return 1;
  png_infop info = png_create_info_struct(png);
  if (setjmp(png_jmpbuf(png))) {
    png_destroy_write_struct(&png, &info);
    return 1;
  }
  if (!info) png_error(png, "not enough memory");
  png_set_write_fn(png, &to, write_bytes, flush_bytes);
  png_set_user_limits(png, PNG_UINT_31_MAX, PNG_UINT_31_MAX);
  png_set_IHDR(png, info, width, height, 8, PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT,
               PNG_FILTER_TYPE_DEFAULT);
  // One filter for all rows: trying them all takes longer than compressing.
  png_set_filter(png, PNG_FILTER_TYPE_BASE, PNG_FILTER_SUB);
  png_set_compression_level(png, 1);
  png_set_compression_buffer_size(png, 1 << 16);
  png_write_info(png, info);
  for (size_t row = 0; row < height; row++) png_write_row(png, rgb + row * width * 3);
  png_write_end(png, info);
  png_destroy_write_struct(&png, &info);
  *written = to.count;
  return 0;
}
