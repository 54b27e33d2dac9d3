/* recipe: strfromd
 * symbols: strfromd strfromf strfroml strfromf32 strfromf64 strfromf32x strfromf64x
 * kind: implementation
 * glibc: GLIBC_2.25 GLIBC_2.27
 * arch: any
 * needs: -
 * fidelity: exact
 * differs: -
 * spec: ISO/IEC TS 18661-1 11.3, C23 7.24.1.3: the format is %, an optional precision and one of aAeEfFgG
 * scope: public
 */
#include <stdio.h>
#include <stdlib.h>

/* Prints with the one conversion that the format may hold; long_double says which argument counts. */
static int print(char *to, size_t size, const char *format, double value, long double long_value, int long_double)
{
	int precision = -1;
	char with_precision[8] = "%.*f", without[8] = "%f", letter;

	if (*format++ != '%')
		abort(); /* as in glibc: any other format is a fault of the program */
	if (*format == '.') {
		precision = 0;
		for (format++; *format >= '0' && *format <= '9'; format++)
			precision = precision > 100000000 ? precision : precision * 10 + (*format - '0');
	}
	letter = *format;
	switch (letter) {
	case 'a':
	case 'A':
	case 'e':
	case 'E':
	case 'f':
	case 'F':
	case 'g':
	case 'G':
		break;
	default:
		abort();
	}
	if (long_double) {
		snprintf(with_precision, sizeof with_precision, "%%.*L%c", letter);
		snprintf(without, sizeof without, "%%L%c", letter);
		return precision < 0 ? snprintf(to, size, without, long_value) : snprintf(to, size, with_precision, precision, long_value);
	}
	with_precision[3] = without[1] = letter;
	return precision < 0 ? snprintf(to, size, without, value) : snprintf(to, size, with_precision, precision, value);
}

int strfromd(char *to, size_t size, const char *format, double value)
{
	return print(to, size, format, value, 0, 0);
}

int strfromf(char *to, size_t size, const char *format, float value)
{
	return print(to, size, format, value, 0, 0);
}

int strfroml(char *to, size_t size, const char *format, long double value)
{
	return print(to, size, format, 0, value, 1);
}

int strfromf32(char *, size_t, const char *, float) __attribute__((alias("strfromf")));
int strfromf64(char *, size_t, const char *, double) __attribute__((alias("strfromd")));
int strfromf32x(char *, size_t, const char *, double) __attribute__((alias("strfromd")));
int strfromf64x(char *, size_t, const char *, long double) __attribute__((alias("strfroml")));
