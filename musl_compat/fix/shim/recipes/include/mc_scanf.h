/* scanf with C23's binary numbers. */
#ifndef MC_SCANF_H
#define MC_SCANF_H
#include <stdarg.h>
#include <stdio.h>

int mc_vfscanf_c23(FILE *f, const char *format, va_list ap);
int mc_vsscanf_c23(const char *s, const char *format, va_list ap);
#endif
