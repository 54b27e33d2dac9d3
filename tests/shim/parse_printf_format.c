#include <printf.h>
#include <stdio.h>
int main(void)
{
	static const char *const formats[] = {"", "none", "%d", "%5.3d %s", "%*.*f", "%2$s %1$d", "%3$*1$.*2$Lf", "%hhd %hd %ld %lld %jd %zd %td %Lf", "%c %lc %C %s %ls %S %p %n %ln %hhn", "%e %E %f %F %g %G %a %A %Lf %La", "%% %m %d", "%-+ #0'Id", "%x%X%o%u%i", "%lx %llu %hn", "%.5s%.*s", "%lf %hf", "abc%", "%5", "%1$d %3$d"};
	int types[20];
	for (unsigned i = 0; i < sizeof formats / sizeof *formats; i++) {
		for (int k = 0; k < 20; k++)
			types[k] = -1;
		size_t n = parse_printf_format(formats[i], 20, types);
		printf("%s: %zu", formats[i], n);
		for (size_t k = 0; k < n && k < 20; k++)
			printf(" %x", types[k]);
		types[1] = -5;
		printf(" | %zu %d\n", parse_printf_format(formats[i], 1, types), types[1]);
	}
}
