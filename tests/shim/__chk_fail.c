#include "shimtest.h"

extern _Noreturn void __chk_fail(void);

int main(void)
{
	ABORTS("__chk_fail", VIA(__chk_fail)());
	IN_CHILD(VIA(__chk_fail)());
	return 0;
}
