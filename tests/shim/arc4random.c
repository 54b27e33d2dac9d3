#include "shimtest.h"

extern uint32_t arc4random(void), arc4random_uniform(uint32_t);
extern void arc4random_buf(void *, size_t);

int main(void)
{
	unsigned char a[64] = {0}, b[64] = {0}, seen[6] = {0};
	VIA(arc4random_buf)(a, 64);
	VIA(arc4random_buf)(b, 64);
	VIA(arc4random_buf)(b, 0);
	printf("%d\n", memcmp(a, b, 64) != 0);
	int distinct = 0;
	for (int i = 0; i < 10; i++) distinct |= VIA(arc4random)() != VIA(arc4random)();
	for (int i = 0; i < 1000; i++) seen[VIA(arc4random_uniform)(5)] = 1;
	printf("%d %d%d%d%d%d%d\n", distinct, seen[0], seen[1], seen[2], seen[3], seen[4], seen[5]);
	printf("%u %u\n", VIA(arc4random_uniform)(0), VIA(arc4random_uniform)(1));
	return 0;
}
