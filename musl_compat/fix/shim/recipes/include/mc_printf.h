/* The checking printf family with flag > 0: glibc aborts on a %n whose format lies in writable memory. */
#ifndef MC_PRINTF_H
#define MC_PRINTF_H
#include <wchar.h>

void mc_printf_check(int flag, const char *format);
void mc_wprintf_check(int flag, const wchar_t *format);
#endif
