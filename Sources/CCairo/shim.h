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

// What the phone's screens are drawn and measured with.
typedef struct _PangoContext PangoContext;
typedef struct _PangoFontMap PangoFontMap;
typedef struct { int x, y, width, height; } PangoRectangle;
// PANGO_WRAP_WORD_CHAR; PANGO_ALIGN_CENTER and PANGO_ALIGN_RIGHT.
enum { CCairo_wrap_word_char = 2, CCairo_align_center = 1, CCairo_align_right = 2 };
PangoFontMap *pango_cairo_font_map_new(void);
PangoFontMap *pango_cairo_font_map_get_default(void);
PangoContext *pango_font_map_create_context(PangoFontMap *map);
void pango_cairo_context_set_font_options(PangoContext *context, const cairo_font_options_t *options);
void pango_cairo_update_context(cairo_t *cr, PangoContext *context);
void pango_context_set_round_glyph_positions(PangoContext *context, int round);
PangoLayout *pango_layout_new(PangoContext *context);
void pango_layout_set_height(PangoLayout *layout, int height);
void pango_layout_set_wrap(PangoLayout *layout, int mode);
void pango_layout_set_alignment(PangoLayout *layout, int alignment);
void pango_layout_get_size(PangoLayout *layout, int *width, int *height);
int pango_layout_get_line_count(PangoLayout *layout);
int pango_layout_get_baseline(PangoLayout *layout);
void pango_layout_index_to_pos(PangoLayout *layout, int index, PangoRectangle *position);
int pango_layout_xy_to_index(PangoLayout *layout, int x, int y, int *index, int *trailing);

