#include "shimtest.h"

extern long __fdelt_chk(long), __fdelt_warn(long);

int main(void)
{
	printf("%ld %ld %ld %ld\n", VIA(__fdelt_chk)(0), VIA(__fdelt_chk)(64), VIA(__fdelt_chk)(1023), VIA(__fdelt_warn)(65));
	ABORTS("1024", VIA(__fdelt_chk)(1024));
	ABORTS("-1", VIA(__fdelt_chk)(-1));
	return 0;
}
