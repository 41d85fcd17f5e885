#include <cairo.h>

// What is used of pango, declared here: its own headers come with -pthread from pkg-config, which the package manager
// refuses with a warning at each build. Names, types and values are pango 1.0's, whose ABI is stable.
typedef struct _PangoLayout PangoLayout;
typedef struct _PangoFontDescription PangoFontDescription;

// Pango's units a pixel.
enum { CCairo_pango_scale = 1024 };
// PANGO_ELLIPSIZE_END and PANGO_WEIGHT_SEMIBOLD.
enum { CCairo_ellipsize_end = 3, CCairo_weight_semibold = 600 };

PangoLayout *pango_cairo_create_layout(cairo_t *cr);
void pango_cairo_show_layout(cairo_t *cr, PangoLayout *layout);
void pango_layout_set_text(PangoLayout *layout, const char *text, int length);
void pango_layout_set_width(PangoLayout *layout, int width);
void pango_layout_set_ellipsize(PangoLayout *layout, int mode);
void pango_layout_set_single_paragraph_mode(PangoLayout *layout, int on);
void pango_layout_set_font_description(PangoLayout *layout, const PangoFontDescription *description);
void pango_layout_get_pixel_size(PangoLayout *layout, int *width, int *height);
PangoFontDescription *pango_font_description_from_string(const char *text);
void pango_font_description_set_weight(PangoFontDescription *description, int weight);
void pango_font_description_set_absolute_size(PangoFontDescription *description, double size);
void pango_font_description_free(PangoFontDescription *description);
void g_object_unref(void *object);
