#include "shimfloat.h"

#define TRUTH(name, type) \
	{ \
		extern int name(type); \
		printf(#name ":"); \
		for (size_t i = 0; i < VALUES; i++) { \
			int got = VIA(name)((type)values[i]); \
			printf(" %d", got > 0 ? 1 : got < 0 ? -1 : 0); \
		} \
		puts(""); \
	}

int main(void)
{
	TRUTH(isinf, double)
	TRUTH(isinff, float)
	TRUTH(isinfl, long double)
	TRUTH(__isinf, double)
	TRUTH(__isinff, float)
	TRUTH(__isinfl, long double)
	TRUTH(isnan, double)
	TRUTH(isnanf, float)
	TRUTH(isnanl, long double)
	TRUTH(__isnan, double)
	TRUTH(__isnanf, float)
	TRUTH(__isnanl, long double)
	TRUTH(__finite, double)
	TRUTH(__finitef, float)
	TRUTH(__finitel, long double)
	TRUTH(finitel, long double)
	return 0;
}
