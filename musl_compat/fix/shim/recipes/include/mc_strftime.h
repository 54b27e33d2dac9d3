/* strftime with glibc's extensions. */
#ifndef MC_STRFTIME_H
#define MC_STRFTIME_H

#include <locale.h>
#include <stddef.h>
#include <time.h>

size_t mc_strftime(char *to, size_t size, const char *format, const struct tm *tm, locale_t locale);

#endif
