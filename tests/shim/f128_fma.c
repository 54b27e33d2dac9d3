#include "shimquad.h"

int main(void)
{
	SHOW3(fmaf128);
	return 0;
}
