#include "shimtest.h"
#include <fenv.h>

static volatile double zero;

int main(void)
{
	printf("%d\n", VIA(fegetexcept)());
	printf("%d\n", VIA(feenableexcept)(FE_DIVBYZERO | FE_INVALID));
	printf("%d\n", VIA(fegetexcept)());
	IN_CHILD(zero = 1 / zero);
	printf("%d\n", VIA(fedisableexcept)(FE_INVALID));
	printf("%d\n", VIA(fegetexcept)());
	VIA(fedisableexcept)(FE_ALL_EXCEPT);
	printf("%d %f\n", VIA(fegetexcept)(), 1 / zero);
	return 0;
}
