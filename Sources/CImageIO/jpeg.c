#include "CImageIO.h"

#include <stdio.h>
// jpeglib.h needs FILE and size_t to be there.
#include <jpeglib.h>

#include <jerror.h>
#include <setjmp.h>

// A scan of a progressive picture costs time and hardly any bytes; cameras and phones write about ten.
enum { most_scans = 100 };

typedef struct {
  struct jpeg_error_mgr base;
  jmp_buf back;
  char *text;
  size_t text_size;
} error_manager;

static void failed(j_common_ptr cinfo) {
  error_manager *errors = (error_manager *)cinfo->err;
  char line[JMSG_LENGTH_MAX];
  errors->base.format_message(cinfo, line);
  snprintf(errors->text, errors->text_size, "%s", line);
  longjmp(errors->back, 1);
}

// libjpeg paints what is missing grey and only warns. Level -1 is a warning; these mean that some of the picture is lost.
static void warned(j_common_ptr cinfo, int level) {
  if (level >= 0) return;
  switch (cinfo->err->msg_code) {
    case JWRN_JPEG_EOF:
    case JWRN_HIT_MARKER:
    case JWRN_HUFF_BAD_CODE:
    case JWRN_ARITH_BAD_CODE:
    case JWRN_MUST_RESYNC: failed(cinfo);
    default: return;
  }
}

static void count_scans(j_common_ptr cinfo) {
  if (((j_decompress_ptr)cinfo)->input_scan_number <= most_scans) return;
  error_manager *errors = (error_manager *)cinfo->err;
  snprintf(errors->text, errors->text_size, "it has more than %d scans", most_scans);
  longjmp(errors->back, 1);
}

static int refused(j_decompress_ptr cinfo, const char *reason) {
  error_manager *errors = (error_manager *)cinfo->err;
  snprintf(errors->text, errors->text_size, "%s", reason);
  jpeg_destroy_decompress(cinfo);
  return 1;
}

// a · b / 255, rounded, for a and b in [0, 255].
static uint32_t scaled(uint32_t a, uint32_t b) {
  uint32_t product = a * b + 128;
  return ((product >> 8) + product) >> 8;
}

// Pillow's formula, with Adobe's inverted inks: what the file holds is 255 - ink, so k is already 255 - black.
static void rgb_from_inverted_cmyk(const uint8_t *cmyk, size_t width, uint8_t *rgb) {
  for (size_t x = 0; x < width; x++) {
    uint32_t k = cmyk[4 * x + 3];
    for (size_t c = 0; c < 3; c++) {
      uint32_t ink = 255 - cmyk[4 * x + c];
      rgb[3 * x + c] = (uint8_t)(k - scaled(ink, k));
    }
  }
}

int ci_jpeg_decode(const uint8_t *bytes, size_t count, uint32_t width, uint32_t height, uint8_t *rgb, char *text,
                   size_t text_size) {
  struct jpeg_decompress_struct cinfo;
  struct jpeg_progress_mgr progress = {.progress_monitor = count_scans};
  error_manager errors = {.text = text, .text_size = text_size};
  cinfo.err = jpeg_std_error(&errors.base);
  errors.base.error_exit = failed;
  errors.base.emit_message = warned;
  if (setjmp(errors.back)) {
    jpeg_destroy_decompress(&cinfo);
    return 1;
  }
  jpeg_create_decompress(&cinfo);
  cinfo.progress = &progress;
  jpeg_mem_src(&cinfo, bytes, count);
  jpeg_read_header(&cinfo, TRUE);
  if (cinfo.image_width != width || cinfo.image_height != height)
    return refused(&cinfo, "its header contradicts itself");
  switch (cinfo.num_components) {
    case 1:
    case 3: cinfo.out_color_space = JCS_RGB; break;
    case 4: cinfo.out_color_space = JCS_CMYK; break;
    default: return refused(&cinfo, "it has neither 1, 3 nor 4 colour channels");
  }
  jpeg_start_decompress(&cinfo);
  if (cinfo.output_width != width || cinfo.output_height != height)
    return refused(&cinfo, "its header contradicts itself");
  // libjpeg's pools are freed with cinfo, whichever way this ends.
  JSAMPARRAY inks = NULL;
  if (cinfo.out_color_space == JCS_CMYK)
    inks = cinfo.mem->alloc_sarray((j_common_ptr)&cinfo, JPOOL_IMAGE, width * 4, 1);
  while (cinfo.output_scanline < height) {
    JSAMPROW row = rgb + (size_t)cinfo.output_scanline * width * 3;
    if (jpeg_read_scanlines(&cinfo, inks ? inks : &row, 1) != 1) return refused(&cinfo, "it ends too early");
    if (inks) rgb_from_inverted_cmyk(inks[0], width, row);
  }
  jpeg_finish_decompress(&cinfo);
  jpeg_destroy_decompress(&cinfo);
  return 0;
}

// A buffer of a size that the caller chose: libjpeg's own would be lost when a call is left with longjmp.
typedef struct {
  struct jpeg_destination_mgr base;
  uint8_t *out;
  size_t capacity;
} destination;

static void begin_output(j_compress_ptr cinfo) {
  destination *to = (destination *)cinfo->dest;
  to->base.next_output_byte = to->out;
  to->base.free_in_buffer = to->capacity;
}

static boolean output_is_full(j_compress_ptr cinfo) {
  error_manager *errors = (error_manager *)cinfo->err;
  snprintf(errors->text, errors->text_size, "it needs more room than expected");
  longjmp(errors->back, 1);
}

static void end_output(j_compress_ptr cinfo) { (void)cinfo; }

int ci_jpeg_encode(const uint8_t *rgb, uint32_t width, uint32_t height, int quality, uint8_t *out, size_t capacity,
                   size_t *written, char *text, size_t text_size) {
  struct jpeg_compress_struct cinfo;
  error_manager errors = {.text = text, .text_size = text_size};
  destination to = {.out = out, .capacity = capacity};
  cinfo.err = jpeg_std_error(&errors.base);
  errors.base.error_exit = failed;
  if (setjmp(errors.back)) {
    jpeg_destroy_compress(&cinfo);
    return 1;
  }
  jpeg_create_compress(&cinfo);
  to.base.init_destination = begin_output;
  to.base.empty_output_buffer = output_is_full;
  to.base.term_destination = end_output;
  cinfo.dest = &to.base;
  cinfo.image_width = width;
  cinfo.image_height = height;
  cinfo.input_components = 3;
  cinfo.in_color_space = JCS_RGB;
  jpeg_set_defaults(&cinfo);
  jpeg_set_quality(&cinfo, quality, TRUE);
  jpeg_start_compress(&cinfo, TRUE);
  while (cinfo.next_scanline < height) {
    JSAMPROW row = (JSAMPROW)(rgb + (size_t)cinfo.next_scanline * width * 3);
    jpeg_write_scanlines(&cinfo, &row, 1);
  }
  jpeg_finish_compress(&cinfo);
  *written = capacity - to.base.free_in_buffer;
  jpeg_destroy_compress(&cinfo);
  return 0;
}

int ci_jpeg_version(void) { return JPEG_LIB_VERSION; }
