#include <printf.h>
#include <stdio.h>
#include <string.h>
int main(void)
{
	static const double v[] = {0, 1, 999, 1000, 1023, 1024, 1536, 1e6, 123456789, 5e9, 1e12, 1e15, 3e18, 2.5e24, -4096};
	for (int i = 0; i < 15; i++)
		for (int k = 0; k < 2; k++)
			for (int p = -1; p < 3; p++) {
				struct printf_info info;
				const double *at = &v[i];
				const void *args[1] = {&at};
				memset(&info, 0, sizeof info);
				info.spec = k ? L'F' : L'f', info.prec = p, info.width = p == 2 ? 14 : 0, info.pad = L' ', info.left = i % 2;
				putchar('<');
				int n = printf_size(stdout, &info, args);
				printf("> %d\n", n);
			}
	struct printf_info info;
	int types[2] = {9, 9};
	memset(&info, 0, sizeof info);
	printf("%d ", printf_size_info(&info, 1, types));
	printf("%d\n", types[0]);
}
