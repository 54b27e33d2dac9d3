/* musl's printf cannot be extended: what is compared is only that a program which takes the failure goes on. */
#include <printf.h>
#include <stdio.h>
#include <wchar.h>
int main(void)
{
	int modifier = register_printf_modifier(L"Q");
	printf("%d %d\n", modifier == -1 || modifier > 0, register_printf_specifier(300, 0, 0));
	return 0;
}
