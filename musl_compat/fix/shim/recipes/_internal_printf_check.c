/* recipe: _internal_printf_check
 * symbols: -
 * kind: internal
 * glibc: -
 * arch: any
 * needs: __chk_fail _internal_printf_format
 * fidelity: equivalent
 * differs: -
 * spec: glibc manual "Source Fortification", level 2
 * scope: public
 */
#include "include/mc_printf.h"
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static _Noreturn void writable(void)
{
	static const char text[] = "*** %n in writable segments detected ***\n";
	if (write(2, text, sizeof text - 1) < 0) abort();
	abort();
}

/* Does this address lie in memory that the process may write? Unknown (no /proc) counts as no. */
static int is_writable(const void *p)
{
	FILE *f = fopen("/proc/self/maps", "re");
	unsigned long from, to;
	char rights[5];
	int found = 0;
	if (!f) return 0;
	while (!found && fscanf(f, "%lx-%lx %4s%*[^\n]", &from, &to, rights) == 3)
		found = (unsigned long)p >= from && (unsigned long)p < to && rights[1] == 'w';
	fclose(f);
	return found;
}

void mc_printf_check(int flag, const char *p)
{
	const char *format = p;
	if (flag <= 0) return;
	for (; *p; p++) {
		if (*p != '%') continue;
		for (p++; mc_printf_is_between((unsigned char)*p); p++) {}
		if (*p == 'n' && is_writable(format)) writable();
		if (!*p) return;
	}
}

void mc_wprintf_check(int flag, const wchar_t *p)
{
	const wchar_t *format = p;
	if (flag <= 0) return;
	for (; *p; p++) {
		if (*p != L'%') continue;
		for (p++; mc_printf_is_between((unsigned)*p); p++) {}
		if (*p == L'n' && is_writable(format)) writable();
		if (!*p) return;
	}
}
