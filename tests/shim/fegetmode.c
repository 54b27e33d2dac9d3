#include "shimtest.h"
#include <fenv.h>

extern int fesetexcept(int), fetestexceptflag(const fexcept_t *, int);

int main(void)
{
	femode_t mode;
	fexcept_t flags;
	printf("%d\n", VIA(fegetmode)(&mode));
	fesetround(FE_UPWARD);
	printf("%d ", fegetround() == FE_UPWARD);
	printf("%d ", VIA(fesetmode)(&mode));
	printf("%d\n", fegetround() == FE_TONEAREST);
	printf("%d %d\n", VIA(fesetexcept)(FE_INEXACT | FE_OVERFLOW), fetestexcept(FE_ALL_EXCEPT) == (FE_INEXACT | FE_OVERFLOW));
	fegetexceptflag(&flags, FE_ALL_EXCEPT);
	printf("%d\n", VIA(fetestexceptflag)(&flags, FE_OVERFLOW | FE_INVALID) == FE_OVERFLOW);
	fesetround(FE_UPWARD);
	VIA(fesetmode)(FE_DFL_MODE);
	printf("%d\n", fegetround() == FE_TONEAREST);
	return 0;
}
