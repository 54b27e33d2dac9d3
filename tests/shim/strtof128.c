#define _GNU_SOURCE
#define __STDC_WANT_IEC_60559_TYPES_EXT__ 1
#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
extern _Float128 strtof128(const char *, char **);
extern int strfromf128(char *, size_t, const char *, _Float128);
static void show(const char *text)
{
	char *end;
	errno = 0;
	_Float128 v = strtof128(text, &end);
	int e = errno;
	uint64_t w[2];
	memcpy(w, &v, 16);
	printf("%.60s: %016llx%016llx %d rest <%.10s>\n", text, (unsigned long long)w[1], (unsigned long long)w[0], e, end);
}
int main(void)
{
	static const char *const texts[] = {"0", "-0", "1", "0.1", "3.14159265358979323846264338327950288419716939937510", "1e4932", "1.2e4932", "1e4933", "-1e5000", "1e-4931", "3.3e-4932", "1e-4950", "6.5e-4966", "3e-4966", "1e-5000", "0x1p0", "0x1.8p3", "0x.8p-16382", "0x1p-16494", "0x1p-16495", "0x1.1p-16495", "0x1.ffffffffffffffffffffffffffff8p0", "0x1.ffffffffffffffffffffffffffff7p16383", "0x1.ffffffffffffffffffffffffffff8p16383", "inf", "-infinity", "infx", "nan", "nan(", "  +12.5e2x", "e5", ".", ".5", "5.", "0x", "0x.p1", "1e", "1e+", "1.5e-3junk", "", "-", "123456789012345678901234567890123456789012345678901234567890", "10384593717069655257060992658440191.5", "10384593717069655257060992658440192.5", "0x1.00000000000000000000000000008p0", "0x1.00000000000000000000000000018p0"};
	static const char *const formats[] = {"%a", "%A", "%e", "%f", "%g", "%.0e", "%.0f", "%.0g", "%.36g", "%.50f", "%.40E", "%.3a", "%.0a", "%.1G"};
	char buffer[6000], text[100];
	uint64_t seed = 88172645463325252ULL;
	for (unsigned i = 0; i < sizeof texts / sizeof *texts; i++)
		show(texts[i]);
	memset(buffer, '9', 3000), buffer[3000] = 0;
	show(buffer);
	strcpy(buffer, "0."), memset(buffer + 2, '0', 4000), strcpy(buffer + 4002, "1234567e3990");
	show(buffer);
	for (int i = 0; i < 3000; i++) {
		_Float128 v;
		uint64_t w[2];
		for (int k = 0; k < 2; k++)
			seed ^= seed << 13, seed ^= seed >> 7, seed ^= seed << 17, w[k] = seed;
		if (i % 3)
			w[1] = (w[1] & 0x8000ffffffffffffULL) | (uint64_t)(16383 - 60 + w[0] % 120) << 48;
		if (i % 5 == 0)
			w[0] = 0, w[1] &= ~0xffffffffULL;
		memcpy(&v, w, 16);
		const char *f = formats[i % 14];
		if (i % 3 == 0 && f[strlen(f) - 1] == 'f')
			f = "%g";
		int n = strfromf128(buffer, sizeof buffer, f, v);
		printf("%s %d %s\n", f, n, buffer);
		strfromf128(text, sizeof text, "%.33g", v);
		show(text);
		strfromf128(text, 30, "%.45g", v);
		show(text);
	}
	printf("%d %d\n", strfromf128(0, 0, "%g", 1.5), strfromf128(text, 2, "%g", 1.25));
	puts(text);
}
