#include "shimtest.h"

extern int __issignalingl(long double);

int main(void)
{
	long double v[] = {1, 0, __builtin_infl(), __builtin_nanl(""), __builtin_nansl(""), -__builtin_nansl("")};
	for (int i = 0; i < 6; i++) printf("%d\n", !!VIA(__issignalingl)(v[i]));
	return 0;
}
