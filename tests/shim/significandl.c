#include "shimfloat.h"

TEST_F_F(gamma, double)
TEST_F_F(gammaf, float)
TEST_F_F(gammal, long double)
TEST_F_FF(dreml, long double)
extern long double significandl(long double);

int main(void)
{
	test_gamma();
	test_gammaf();
	test_gammal();
	test_dreml();
	printf("%.10Lg %.10Lg\n", VIA(significandl)(24.0L), VIA(significandl)(-0.3L));
	return 0;
}
