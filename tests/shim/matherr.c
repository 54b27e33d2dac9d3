#include "shimtest.h"

extern int _LIB_VERSION;
extern int matherr(void *);

int main(void)
{
	printf("%d %d\n", _LIB_VERSION, VIA(matherr)(NULL));
	return 0;
}
