#include "shimtest.h"
#include <math.h>

extern int __issignaling(double), __issignalingf(float);

int main(void)
{
	double d[] = {1, INFINITY, __builtin_nan(""), __builtin_nans(""), -__builtin_nans(""), 0};
	float f[] = {1, INFINITY, __builtin_nanf(""), __builtin_nansf(""), -__builtin_nansf(""), 0};
	for (int i = 0; i < 6; i++) printf("%d %d\n", !!VIA(__issignaling)(d[i]), !!VIA(__issignalingf)(f[i]));
	return 0;
}
