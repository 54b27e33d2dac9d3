#include "shimtest.h"
#include <setjmp.h>

extern _Noreturn void __longjmp_chk(jmp_buf, int);
static jmp_buf env;

static void deeper(int n)
{
	if (n) deeper(n - 1);
	VIA(__longjmp_chk)(env, 7);
}

int main(void)
{
	volatile int count = 0;
	int value = setjmp(env);
	printf("%d\n", value);
	if (++count < 3) deeper(count);
	return 0;
}
