#include "CImageIO.h"

#include <png.h>

const char *ci_png_version(void) { return png_get_libpng_ver(NULL); }
