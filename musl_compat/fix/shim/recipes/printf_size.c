/* recipe: printf_size
 * symbols: printf_size printf_size_info
 * kind: implementation
 * glibc: GLIBC_2.2.5
 * arch: x86_64 aarch64 riscv64 powerpc64le s390x loongarch64
 * needs: -
 * fidelity: degraded
 * differs: grouping and wide streams are not known
 * spec: glibc manual, "Predefined printf Handlers"; <printf.h> for struct printf_info
 * scope: public
 */
#include <ctype.h>
#include <stddef.h>
#include <stdio.h>
#include <wchar.h>

struct printf_info {
	int precision, width;
	wchar_t spec;
	unsigned is_long_double : 1, is_short : 1, is_long : 1, alt : 1, space : 1, left : 1, showsign : 1, group : 1, extra : 1,
		is_char : 1, wide : 1, i18n : 1, is_binary128 : 1, pad_flags : 3;
	unsigned short user;
	wchar_t pad;
};

/* The size with its unit: powers of 1000 for 'F', of 1024 for 'f'. */
int printf_size(FILE *stream, const struct printf_info *info, const void *const *args)
{
	static const char units[2][10] = {" kmgtpezy", " KMGTPEZY"};
	int capital = isupper((int)info->spec) != 0, unit = 0, precision = info->precision < 0 ? 3 : info->precision;
	long double value = info->is_long_double ? **(const long double *const *)args : **(const double *const *)args;
	long double step = capital ? 1000 : 1024, size = value < 0 ? -value : value;
	char text[128], format[16];
	int length, pad, special = value != value || size > 1e4900L;

	while (!special && size >= step && unit < 8) {
		size /= step;
		value /= step;
		unit++;
	}
	snprintf(format, sizeof format, "%%%s%s.*Lf", info->showsign ? "+" : "", info->space ? " " : "");
	length = snprintf(text, sizeof text, format, precision, value);
	if (!special && (size_t)length + 1 < sizeof text) {
		text[length++] = units[capital][unit];
		text[length] = '\0';
	}
	pad = info->width > length ? info->width - length : 0;
	for (int i = 0; !info->left && i < pad; i++)
		putc(info->pad ? (int)info->pad : ' ', stream);
	fputs(text, stream);
	for (int i = 0; info->left && i < pad; i++)
		putc(' ', stream);
	return ferror(stream) ? -1 : length + pad;
}

int printf_size_info(const struct printf_info *info, size_t count, int *types)
{
	if (count)
		types[0] = 7 | (info->is_long_double ? 1 << 8 : 0); /* PA_DOUBLE, PA_FLAG_LONG_DOUBLE */
	return 1;
}
